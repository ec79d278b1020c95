# SPDX-License-Identifier: GPL-3.0-or-later
"""Steak from the grill: a seared crust with the marks of the bars, a rim of fat, some slices cut from it that show the pink inside, butter and rosemary."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, field, from_geometry, move, rotate, smooth_path, sweep
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint, toward
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import copies

CRUST, PINK = "#4a2a1a", "#b4464a"
L, W, T = 0.19, 0.105, 0.026
"""Length, width and thickness of the whole cut, metres."""


def _section(x: float, seed: int) -> np.ndarray:
    """The outline (n, 2) of the cut across at x: wide and flat with soft edges, its width that of a rib-eye."""
    u = 2 * x / L
    half = W / 2 * max(1 - abs(u) ** 2.6, 0.0) ** 0.5 * (1 + 0.07 * math.sin(5 * u + seed) - 0.1 * u)
    shift = 0.012 * math.sin(2.2 * u + seed * 0.7)
    thick = T * (1 - 0.3 * abs(u) ** 3) * (1 + 0.06 * math.sin(4 * u + seed))
    a = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    y, z = np.cos(a), np.sin(a)
    return np.stack([shift + half * np.sign(y) * np.abs(y) ** 0.75, thick / 2 * (1 + np.sign(z) * np.abs(z) ** 0.5)], axis=1)


def slab(x0: float, x1: float, seed: int):
    """The part of the cut between two places along it, with the depth of each vertex under the crust (0 outside to 1 in the middle)."""
    inner = 1 - np.linspace(0, 0.97, 10) ** 1.3
    rows = [(x0, k) for k in inner[::-1]] + [(x, 1.0) for x in np.linspace(x0, x1, max(int((x1 - x0) / 0.0024), 3))[1:-1]] + [(x1, k) for k in inner]
    verts, depth = [], []
    for x, k in rows:
        ring = _section(x, seed)
        middle = ring.mean(axis=0)
        at = middle + (ring - middle) * k
        verts.append(np.column_stack([np.full(len(at), x), at]))
        depth.append(np.full(len(at), 1 - k))
    n, m = len(ring), len(rows)
    low, j = np.arange(m - 1)[:, None] * n, np.arange(n)
    faces = np.stack([low + j, low + (j + 1) % n, low + n + (j + 1) % n, low + n + j], axis=2).reshape(-1, 4)
    return from_geometry("slab", np.concatenate(verts), faces, smooth=55), np.concatenate(depth)


def seared(depth: np.ndarray, seed: int):
    """Colours by depth: crust with bar marks and rim fat outside; within a grey-brown edge that turns to pink."""

    def shade(p):
        mid = np.array([_section(x, seed).mean(axis=0) for x in np.clip(p[:, 0], -L / 2, L / 2)[:: max(len(p) // 60, 1)]]).mean(axis=0)
        bars = np.exp(-((((p[:, 0] * 0.8 + p[:, 1] * 0.6) / 0.021 + 0.15 * field(p, 0.05, seed=seed)) % 1 - 0.5) / 0.17) ** 2)
        flat = np.clip(np.abs(p[:, 2] - T / 2) / (T / 2) * 2.4 - 1.2, 0, 1)
        crust = toward(CRUST, "#8a5836", 0.22 + 0.34 * field(p, 0.022, seed=seed + 1) + 0.26 * field(p, 0.005, seed=seed + 2))
        crust *= (1 - 0.88 * bars * flat)[:, None]
        fat = np.clip((p[:, 1] - mid[1] - W * 0.36 + 0.008 * field(p, 0.03, seed=seed + 3)) / 0.006, 0, 1) * (1 - 0.85 * flat)
        crust = crust * (1 - fat[:, None]) + toward(CRUST, "#d9ad72", 0.75 + 0.3 * field(p, 0.012, seed=seed + 4)) * fat[:, None]
        grain = 0.12 * field(p * (1, 1, 0.35), 0.005, seed=seed + 5) + 0.07 * field(p, 0.0016, seed=seed + 6)
        done = np.clip((depth - 0.03) / 0.3, 0, 1)
        inside = toward(CRUST, "#8b5a48", 0.9 + grain) * (1 - done)[:, None] + toward(CRUST, PINK, 0.86 + 2 * grain) * done[:, None]
        cut = np.clip(depth / 0.03, 0, 1)[:, None]
        return crust * (1 - cut) + inside * cut

    return shade


@prop("steak")
def steak(spec: Spec, b: Builder) -> None:
    seed = spec.seed % 1000
    b.slot("body", "charred", CRUST)
    whole = spec.has("whole")
    first = L / 2 if whole else L / 2 - 0.074
    pieces = [(slab(-L / 2 + 0.001, first - 0.001, seed), None)]
    if not whole:
        pieces += [(slab(x + 0.0006, min(x + 0.0162, L / 2 - 0.002), seed), k) for k, x in enumerate(np.linspace(first, L / 2 - 0.022, 4))]
    for (body, depth), k in pieces:
        tint(body, seared(depth, seed))
        displace(displace(body, 0.0024, 0.018, seed=seed), 0.0013, 0.005, seed=seed + 1)
        if k is not None:  # each slice leans on the one before it, fanned
            x = first + 0.0185 * k
            move(body, -x, 0, 0)
            rotate(body, 0, -34 - 4 * k, 0)
            low = float(vertices(body)[:, 2].min())
            rotate(move(body, 0, 0, -low), 0, 0, -6 * k)
            move(body, x + 0.014 + 0.004 * k, -0.004 * k, 0)
        b.add(rotate(body, 0, 0, 18), "body")
    _garnish(b)


def _garnish(b: Builder) -> None:
    """A pat of butter that begins to melt, a sprig of rosemary, coarse salt."""
    b.slot("butter", "wax", "#f3dc8a", role="fixed", finish=("glossy",))
    b.slot("herb", "leaf", "#4c6a34", role="fixed")
    b.slot("stalk", "bark", "#6a5a3c", role="fixed")
    b.slot("salt", "ice", "#f4f2ec", role="fixed")
    top = T + 0.0006
    b.add(move(rotate(displace(box(0.021, 0.019, 0.0075, bevel=0.0028, segments=5), 0.0009, 0.008, seed=3), 0, 0, 32), -0.045, -0.006, top - 0.0012), "butter")
    path = smooth_path([(-0.1, 0.034, top + 0.003), (-0.055, 0.026, top + 0.0035), (0.0, 0.03, top + 0.006)], 40)
    b.add(sweep(path, np.linspace(0.0013, 0.0006, 40), sides=8), "stalk", "herb")
    needle = np.array([(0, -1, 0), (0.5, -1.15, 0.25), (1, 0, 0), (0.5, 1.15, 0.25), (0, 1, 0), (0.45, 0, 0.9)])
    faces = np.array([(0, 1, 5), (1, 2, 5), (2, 3, 5), (3, 4, 5), (4, 0, 5)])
    n = 96
    rng = np.random.default_rng(b.rng.randrange(2**31))
    at = path[rng.integers(2, 40, n)]
    turns = []
    for i in range(n):
        yaw, lift, roll = 0.1 + rng.choice((-1, 1)) * rng.uniform(0.4, 0.95), rng.uniform(-0.1, 0.7), rng.uniform(-0.6, 0.6)
        cy, sy, cp, sp, cr, sr = math.cos(yaw), math.sin(yaw), math.cos(lift), math.sin(lift), math.cos(roll), math.sin(roll)
        turns.append(np.array([[cy, -sy, 0], [sy, cy, 0], [0, 0, 1]]) @ np.array([[cp, 0, -sp], [0, 1, 0], [sp, 0, cp]]) @ np.array([[1, 0, 0], [0, cr, -sr], [0, sr, cr]]))
    b.add(copies(needle, faces, at, np.array(turns), np.column_stack([rng.uniform(0.011, 0.02, n), np.full(n, 0.0009), np.full(n, 0.0006)])), "herb", "herb")
    cube = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
    sides = np.array([(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)])
    spots = np.column_stack([rng.uniform(-0.08, 0.0, 40), rng.uniform(-0.035, 0.02, 40), np.full(40, top)])
    q, _ = np.linalg.qr(rng.normal(size=(40, 3, 3)))
    b.add(copies(cube, sides, spots, q, rng.uniform(0.0004, 0.001, (40, 1)) * np.ones(3)), "salt")
    for part in ("butter", "herb", "salt"):
        for o in b._parts[part]:
            rotate(o, 0, 0, 18)
