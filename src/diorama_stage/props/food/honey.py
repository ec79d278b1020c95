# SPDX-License-Identifier: GPL-3.0-or-later
"""From the hive: a piece of comb with its cells full, some capped, honey that ran from its cut edge; the dipper that honey is taken with."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, field, from_geometry, lathe, move, rotate, smooth_path, subdivide
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop

CELL = 0.0033
"""From the middle of a cell to the middle of its wall, metres; a worker's cell is 5.3 mm wide, here a little more so that it is told from afar."""
WAX, CAP = "#d99a2b", "#e8c98c"


@prop("honeycomb")
def honeycomb(spec: Spec, b: Builder) -> None:
    """A cut slab: open cells brim with honey or are half empty, a patch is capped with pale wax, the edges show cut cells."""
    wide, deep, thick = b.vary(0.1, 0.08), b.vary(0.075, 0.08), b.vary(0.021, 0.08)
    b.slot("body", "wax", WAX, finish=("satin",))
    b.slot("caps", "wax", CAP, role="trim")
    b.slot("honey", "liquid", "#c2740f", role="fixed", finish=("glossy",))
    at = _cells(wide, deep, b)
    sealed = field(np.column_stack([at, 0 * at[:, 0]]), 0.028, seed=spec.seed) > 0.35
    b.add(_walls(at, thick, b), "body", "cells")
    core = at[:, None] + CELL * 1.19 * _HEX[None]
    b.add(_prisms(core, 0.0, thick * 0.55), "body", "cells")
    if (~sealed).any():
        level = thick - np.random.default_rng(spec.seed).uniform(0.0006, 0.0045, int((~sealed).sum()))
        b.add(_pools(at[~sealed], level), "honey", "honey")
    if sealed.any():
        b.add(_lids(at[sealed], thick, spec.seed), "caps", "caps")
    b.add(_spilt(wide, deep, spec.seed), "honey", "honey")
    b.support("top", -wide * 0.35, wide * 0.35, -deep * 0.35, deep * 0.35, thick)


_TURN = np.radians(np.arange(6) * 60 + 30)
_HEX = np.stack([np.cos(_TURN), np.sin(_TURN)], axis=1)


def _cells(wide: float, deep: float, b: Builder) -> np.ndarray:
    """The middles (n, 2) of the cells of a piece that was cut by hand."""
    pitch_x, pitch_y = CELL * 2, CELL * math.sqrt(3)
    rows = [(i * pitch_x + (j % 2) * CELL, j * pitch_y) for i in range(-12, 13) for j in range(-12, 13)]
    at = np.array(rows)
    lean = b.rng.uniform(-0.12, 0.12)
    edge = 0.006 * np.sin(at[:, 1] * 70 + b.rng.uniform(0, 6))
    inside = (np.abs(at[:, 0] + lean * at[:, 1] + edge * 0.4) < wide / 2) & (np.abs(at[:, 1] + 0.003 * np.sin(at[:, 0] * 80)) < deep / 2)
    return at[inside] + np.random.default_rng(b.spec.seed).normal(0, 0.00012, (int(inside.sum()), 2))


def _walls(at: np.ndarray, thick: float, b: Builder):
    """Each cell's six walls with a rounded rim, a little uneven in height."""
    rng = np.random.default_rng(b.spec.seed + 1)
    tall = thick + rng.uniform(-0.0005, 0.0006, len(at))
    radius = CELL * 2 / math.sqrt(3)
    rows = ((1.04, 0.0), (1.04, -0.0004), (1.0, 0.0), (0.93, 0.0001), (0.875, -0.0003), (0.86, -0.0012), (0.85, None))
    points = []
    for share, drop in rows:
        z = np.where(share == 1.04 and drop == 0.0, 0.0, tall + (drop or 0.0)) if drop is not None else np.full(len(at), thick * 0.4)
        points.append(np.concatenate([at[:, None] + radius * share * _HEX[None], np.broadcast_to(z[:, None, None], (len(at), 6, 1))], axis=2))
    rings = np.stack(points, axis=1).reshape(len(at), -1, 3)
    faces = [(r * 6 + k, r * 6 + (k + 1) % 6, (r + 1) * 6 + (k + 1) % 6, (r + 1) * 6 + k) for r in range(len(rows) - 1) for k in range(6)]
    whole = [[i + c * rings.shape[1] for i in f] for c in range(len(at)) for f in faces]
    made = from_geometry("cells", rings.reshape(-1, 3), np.array(whole), smooth=50)
    return tint(made, lambda p: toward(WAX, "#8a5212", 0.35 * np.clip(field(p, 0.02, seed=b.spec.seed + 2) + 0.2, 0, 1)))


def _prisms(outline: np.ndarray, low: float, high: float):
    """Six-sided blocks (n, 6, 2) from `low` to `high`: what is below the honey."""
    n = len(outline)
    points = np.concatenate([np.concatenate([outline, np.full((n, 6, 1), z)], axis=2) for z in (low, high)], axis=1)
    faces = [(k, (k + 1) % 6, 6 + (k + 1) % 6, 6 + k) for k in range(6)]
    made = [[i + c * 12 for i in f] for c in range(n) for f in faces]
    return from_geometry("core", points.reshape(-1, 3), np.array(made), smooth=40)


def _pools(at: np.ndarray, level: np.ndarray):
    """The honey in open cells: it creeps up the walls."""
    radius, rows = CELL * 1.02, ((1.0, 0.0006), (0.82, 0.0001), (0.45, 0.0), (0.02, 0.0))
    turn = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    points = np.stack(
        [np.concatenate([at[:, None] + radius * s * ring[None], np.broadcast_to((level + up)[:, None, None], (len(at), 12, 1))], axis=2) for s, up in rows],
        axis=1,
    )
    faces = [(r * 12 + k, r * 12 + (k + 1) % 12, (r + 1) * 12 + (k + 1) % 12, (r + 1) * 12 + k) for r in range(len(rows) - 1) for k in range(12)]
    whole = [[i + c * 48 for i in f] for c in range(len(at)) for f in faces]
    return from_geometry("honey", points.reshape(-1, 3), np.array(whole), smooth=180)


def _lids(at: np.ndarray, thick: float, seed: int):
    """Caps of pale wax, each a little domed and wrinkled."""
    rows, turn = ((1.06, 0.0), (0.9, 0.0007), (0.55, 0.0011), (0.02, 0.0009)), np.linspace(0, 2 * np.pi, 12, endpoint=False)
    radius, ring = CELL * 1.12, np.stack([np.cos(turn), np.sin(turn)], axis=1)
    lift = thick + np.random.default_rng(seed).uniform(-0.0002, 0.0004, len(at))
    points = np.stack(
        [np.concatenate([at[:, None] + radius * s * ring[None], np.broadcast_to((lift + up)[:, None, None], (len(at), 12, 1))], axis=2) for s, up in rows],
        axis=1,
    )
    faces = [(r * 12 + k, r * 12 + (k + 1) % 12, (r + 1) * 12 + (k + 1) % 12, (r + 1) * 12 + k) for r in range(len(rows) - 1) for k in range(12)]
    whole = [[i + c * 48 for i in f] for c in range(len(at)) for f in faces]
    return displace(from_geometry("caps", points.reshape(-1, 3), np.array(whole), smooth=180), 0.0003, 0.0014, seed=seed)


def _spilt(wide: float, deep: float, seed: int):
    """A low pool that ran out under the cut edges."""
    a = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    reach = 1.02 + 0.1 * np.sin(2 * a + seed) + 0.07 * np.sin(5 * a + 2 * seed)
    square = np.minimum(wide / 2 / np.maximum(np.abs(np.cos(a)), 1e-3), deep / 2 / np.maximum(np.abs(np.sin(a)), 1e-3))
    rings = [
        np.column_stack([reach * square * k * np.cos(a), reach * square * k * np.sin(a), np.full(96, z)])
        for k, z in ((1.0, 0.0), (1.003, 0.0007), (0.985, 0.0014), (0.93, 0.0018), (0.3, 0.0018))
    ]
    faces = [(r * 96 + k, r * 96 + (k + 1) % 96, (r + 1) * 96 + (k + 1) % 96, (r + 1) * 96 + k) for r in range(4) for k in range(96)]
    return from_geometry("spilt", np.concatenate(rings), np.array(faces), smooth=180)


@prop("honey_dipper")
def honey_dipper(spec: Spec, b: Builder) -> None:
    """A turned stick: a grooved head like a hive, a collar, a long handle with a knob; lies on its side, honey in the grooves of a used one."""
    long, head = b.vary(0.155, 0.05), 0.046
    b.slot("body", "wood", b.choose("#c99a5e", "#b9854a", "#d8b27c"))
    profile = [(0, 0), (0.0045, 0.0), (0.008, 0.0025)]
    for k in range(7):
        z, r = 0.004 + k * head / 7, 0.0095 + 0.0072 * math.sin(math.pi * (k + 0.7) / 7.6)
        profile += [(r * 0.92, z), (r, z + 0.001), (r, z + 0.0026), (r * 0.92, z + 0.0036), (0.0062, z + 0.0041), (0.0062, z + 0.0061)]
    profile += [(0.0085, head + 0.006), (0.0092, head + 0.0085), (0.0062, head + 0.0115)]
    profile += [
        tuple(p)
        for p in smooth_path(
            [
                (0.0052, head + 0.014),
                (0.0042, head + 0.04),
                (0.0046, long - 0.03),
                (0.0062, long - 0.014),
                (0.0075, long - 0.007),
                (0.0052, long - 0.001),
                (0, long),
            ],
            40,
        )
    ]
    stick = lathe(profile, segments=64, smooth=45)
    made = [(stick, "body", "body")]
    if spec.contents:
        b.slot("honey", "liquid", "#c2740f", role="fixed", finish=("glossy",))
        coat = lathe([(0.0001, -0.0014), (0.006, -0.001), (0.0125, 0.006), (0.0172, 0.02), (0.0165, 0.034), (0.011, 0.046), (0.006, 0.0475)], segments=48)
        made.append((displace(subdivide(coat, 1), 0.0006, 0.008, seed=spec.seed), "honey", "honey"))
    upright = spec.has("standing", "upright", "vased")
    for o, slot, part in made:
        if not upright:
            rotate(o, 0, 90, 0)
            move(o, -long / 2, 0, 0)
        b.add(o, slot, part)
    if not upright:
        grounded(*(o for o, *_ in made))
