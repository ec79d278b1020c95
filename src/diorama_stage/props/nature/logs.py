# SPDX-License-Identifier: GPL-3.0-or-later
"""Logs."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, move, rotate
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth, grid_faces, unit
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


def rings(radius: float, edge: np.ndarray, at, axes, rng) -> bpy.types.Object:
    """The sawn end of a log: growth rings and cracks in a disc whose outline is `edge` (n,), shares of `radius` metres, in a frame whose Z looks out."""
    n, rows = len(edge), 64
    t, a = np.linspace(0, 1, rows)[:, None], np.linspace(0, 2 * math.pi, n, endpoint=False)[None, :]
    off = 0.16 * (1 - t) * np.array((math.cos(1.0), math.sin(1.0)))[:, None, None]
    r = t * radius * (edge[None, :] * t + (1 - t))
    x, y = r * np.cos(a) + off[0] * radius, r * np.sin(a) + off[1] * radius
    crack = np.zeros((rows, n))
    for k in range(7):
        way, reach = rng.uniform(0, 2 * math.pi), rng.uniform(0.4, 1.0)
        crack = np.maximum(crack, np.exp(-((np.angle(np.exp(1j * (a - way + 0.15 * np.sin(6 * t + k)))) * np.maximum(t, 0.05) / 0.012) ** 2)) * (t < reach))
    years = 0.5 + 0.5 * np.sin(2 * math.pi * 13 * t**0.9 + 0.7 * np.sin(3 * a) + 0.4 * np.sin(7 * a))
    tone = (0.78 + 0.24 * years - 0.2 * np.exp(-((t / 0.3) ** 2))) * (1 - 0.75 * crack)
    z = -0.003 * crack - 0.0006 * years
    points = np.stack([x, y, z], axis=-1).reshape(-1, 3) @ np.asarray(axes).T + np.asarray(at)
    return Growth().add(points, grid_faces(rows, n, closed=True), tone.ravel()).object("rings")


@prop("log")
def log(spec: Spec, b: Builder) -> None:
    stump, drift = spec.is_a("stump"), spec.is_a("driftwood")
    birch = spec.is_a("birch") or (not drift and b.rng.random() < 0.15)
    rng = np.random.default_rng(spec.seed)
    radius = b.vary(0.22 if stump else 0.045 if spec.is_a("firewood") or drift else 0.11)
    length = b.vary(0.38 if stump else 0.36 if spec.is_a("firewood") else 0.75)
    turn = b.rng.uniform(-42, -26)
    lay = {} if stump or drift else {"along": turn}
    b.slot("bark", "bark" if not drift else "wood", "#cfc7ba" if birch else "#a2968a" if drift else b.choose("#5d4733", "#6a5038", "#54442f"), params=lay)
    b.slot("ends", "pine" if not drift else "wood", "#a2968a" if drift else "#c9a36c", role="fixed")
    n, rows = 150, 110
    a, t = np.linspace(0, 2 * math.pi, n, endpoint=False)[None, :], np.linspace(0, 1, rows)[:, None]
    ridge = sum(np.sin(k * a + rng.uniform(0, 6) + rng.uniform(-3, 3) * t * 2) / k**0.8 for k in (11, 17, 23, 31)) * 0.5
    broad = 1 + 0.05 * np.sin(2 * a + 2 * t + 1) + 0.03 * np.sin(3 * a - 3 * t)
    flare = 1 + (0.5 * np.exp(-t * 7) * (0.65 + 0.5 * np.cos(5 * a + 0.6)) if stump else 0.06 * np.sin(5 * t))
    deep = 0.004 if birch else 0.055
    r = radius * broad * flare * (1 + deep * np.sign(ridge) * np.abs(ridge) ** 0.6)
    bow = 0.25 * radius * np.sin(math.pi * t)
    points = np.stack([r * np.cos(a) + bow, r * np.sin(a), length * t + 0 * a], axis=-1)
    dark = np.clip(0.85 + 0.55 * ridge, 0.28, 1.45)
    if birch:
        dark = np.where((np.sin(90 * t + 3 * np.sin(2 * a)) + 0.8 * np.sin(31 * t + 5) > 1.15 + 0.4 * np.cos(3 * a + 9 * t)), 0.12, 0.95 + 0 * a)
    moss = np.clip(1.6 * np.sin(2 * a - 1.2 + 3 * t) * np.sin(5 * t + 1) - 0.75, 0, 0.8) * (0.0 if birch or drift else 1.0)
    shade = dark[..., None] * (1 - moss[..., None]) + moss[..., None] * np.array((0.75, 1.5, 0.5))
    body = Growth().add(points, grid_faces(rows, n, closed=True), shade.reshape(-1, 3))
    for k in range(0 if stump else b.choose(1, 2)):
        at, turn = b.rng.uniform(0.25, 0.75), b.rng.uniform(0.3, 2.6)
        way = unit((math.cos(turn), math.sin(turn), 0.5 * (-1) ** k))
        foot = np.array((0.0, 0.0, length * at)) + way * radius * 0.7
        body.tube(np.stack([foot, foot + way * radius * 0.35, foot + way * radius * 0.7, foot + way * radius * 0.9, foot + way * radius * 0.91]), np.array((0.42, 0.28, 0.24, 0.22, 0.01)) * radius, 14, 0.8)
    made = [(body.object("bark"), "bark")]
    for end, up in ((-1, 1.0), (0, -1.0)):
        edge = r[end] / radius
        axes = np.eye(3) if up > 0 else np.diag((1.0, -1.0, -1.0))
        made.append((rings(radius, edge if up > 0 else np.roll(edge[::-1], 1), (0, 0, length if up > 0 else 0.0), axes, rng), "ends"))
    for o, slot in made:
        if not stump:
            rotate(move(o, 0, 0, -length / 2), 0, 90, 0), rotate(o, 40, 0, turn)
        b.add(o, slot)
    grounded(*(o for o, _ in made))
    if stump:
        b.support("top", -radius * 0.75, radius * 0.75, -radius * 0.75, radius * 0.75, length, round=True)
        b.footprint = "round"
    else:
        top = float(max(vertices(o)[:, 2].max() for o, _ in made[1:]))
        b.support("top", -length * 0.36, length * 0.36, -radius * 0.35, radius * 0.35, top)
