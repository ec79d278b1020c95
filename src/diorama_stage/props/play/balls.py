# SPDX-License-Identifier: GPL-3.0-or-later
"""Balls and things to play with outdoors: toy and sports balls, a bat, balloons, a frisbee, a kite, a skateboard, a surfboard."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    cylinder,
    from_geometry,
    join,
    lathe,
    move,
    rotate,
)  # fmt: skip
from diorama_stage.kit.parts import band, grooved
from diorama_stage.props.registry import prop

TURN = np.linspace(0, 2 * np.pi, 720, endpoint=False)


def circle(lift: float = 0.0):
    """A circle of unit vectors about the z axis, at `lift` (share of the radius) above the middle."""
    r = math.sqrt(1 - lift * lift)
    return np.stack([r * np.cos(TURN), r * np.sin(TURN), np.full_like(TURN, lift)], axis=1)


def settle(b: Builder, radius: float, x: float, y: float, z: float) -> None:
    """Turn a ball built about the origin by x, y, z degrees and set it on the ground."""
    for objects in b._parts.values():
        for o in objects:
            move(rotate(o, x, y, z), 0, 0, radius)
    b.footprint = "round"


def gore(radius: float, a0: float, a1: float, end: float = 0.0):
    """A segment of a ball between two meridians (radians) that stops `end` radians before the poles; a shallow furrow runs along its edges."""
    around, up = np.linspace(0, 1, 17), np.linspace(-np.pi / 2 + end, np.pi / 2 - end, 65)
    furrow = 1 - 0.012 * np.exp(-((np.minimum(around, 1 - around) / 0.035) ** 2))
    verts = [
        (radius * f * math.cos(u) * math.cos(a0 + (a1 - a0) * t), radius * f * math.cos(u) * math.sin(a0 + (a1 - a0) * t), radius * f * math.sin(u))
        for u in up
        for t, f in zip(around, furrow, strict=True)
    ]
    return from_geometry(
        "gore", verts, [(j * 17 + i, j * 17 + i + 1, (j + 1) * 17 + i + 1, (j + 1) * 17 + i) for j in range(64) for i in range(16)], smooth=180
    )


@prop("ball", "beach_ball")
def ball(spec: Spec, b: Builder) -> None:
    if spec.kind == "beach_ball" or spec.has("beach", "inflatable", "striped"):
        R = b.vary(0.19, 0.05)
        b.slot("body", "plastic", "#d93a2b", finish=("glossy",))
        b.slot("panels", "plastic", "#f2efe8", role="fixed", finish=("glossy",))
        for name, colour in (("blue", "#2a6fc4"), ("yellow", "#f2c02c")):
            b.slot(name, "plastic", colour, finish=("glossy",))
        for k in range(6):
            a = k * math.pi / 3
            b.add(gore(R, a, a + math.pi / 3, 0.14), "panels" if k % 2 else ("body", "blue", "yellow")[k // 2], "panels")
        for s in (-1, 1):
            b.add(
                lathe(
                    [
                        (0, s * R * 1.0),
                        *[(R * math.sin(t) * 1.002, s * R * math.cos(t) * 1.002) for t in np.linspace(0.02, 0.16, 8)],
                        (R * 0.12, s * R * 0.96),
                    ],
                    segments=48,
                    smooth=60,
                ),
                "panels",
            )
        b.add(cylinder(0.007, 0.005, bevel=0.0015, at=(0, 0, R)), "panels", "valve")
        settle(b, R, 38, -20, 15)
        return
    R = b.vary(0.11, 0.06)
    b.slot("body", "plastic", b.choose("#c62a25", "#1f62b5", "#2d8a4c"), finish=("satin",))
    b.slot("band", "plastic", "#f3efe6", role="fixed", finish=("satin",))
    b.slot("valve", "rubber", "#e9e4da", role="fixed")
    b.add(grooved(R, [circle(0.0)], 0.0022, 0.0009), "body")
    for lift in (-0.215, 0.215):
        b.add(band(R + 0.00035, circle(lift), R * 0.075), "band")
    b.add(cylinder(0.004, 0.0012, bevel=0.0005, at=(0, 0, R - 0.0004)), "valve")
    settle(b, R, 24, 28, 0)


@prop("basketball")
def basketball(spec: Spec, b: Builder) -> None:
    R = 0.12
    b.slot("body", "leather", "#b9592a")
    b.slot("lines", "rubber", "#1b1a19", role="fixed")
    oval = np.radians(46 + 11 * np.cos(2 * TURN))
    loops = [np.stack([s * np.cos(oval), np.sin(oval) * np.cos(TURN), np.sin(oval) * np.sin(TURN)], axis=1) for s in (-1, 1)]
    curves = [circle(), circle()[:, [2, 0, 1]], *loops]
    b.add(grooved(R, curves, 0.0068, 0.0018), "body")
    for c in curves:
        b.add(band(R - 0.0011, c, 0.0074), "lines")
    settle(b, R, 14, -10, 25 + b.rng.uniform(-20, 20))


@prop("tennis_ball")
def tennis_ball(spec: Spec, b: Builder) -> None:
    R = 0.0333
    b.slot("body", "felt", "#c3d63a")
    b.slot("seam", "rubber", "#e8e6d6", role="fixed")
    seam = np.stack(
        [0.75 * np.cos(TURN) + 0.25 * np.cos(3 * TURN), 0.75 * np.sin(TURN) - 0.25 * np.sin(3 * TURN), 0.8660254 * np.sin(2 * TURN)], axis=1
    )
    fuzz = grooved(R, [seam], 0.0036, 0.0012, levels=1)
    rng = np.random.default_rng(spec.seed)
    for v, lift in zip(fuzz.data.vertices, rng.uniform(-0.00018, 0.00018, len(fuzz.data.vertices)), strict=True):
        v.co *= 1 + lift / R
    b.add(fuzz, "body")
    b.add(band(R - 0.0008, seam, 0.0036), "seam")
    settle(b, R, *(b.rng.uniform(-40, 40) for _ in range(2)), 30 + b.rng.uniform(-40, 40))


def football_faces() -> list[np.ndarray]:
    """The 12 pentagons and 20 hexagons of a truncated icosahedron, corners in order, vertices scaled to the unit sphere."""
    g = (1 + 5**0.5) / 2
    icosa = np.array([p for a in (-1, 1) for c in (-g, g) for p in ((0, a, c), (a, c, 0), (c, 0, a))], dtype=float)
    near = [[j for j in range(12) if i != j and abs(np.linalg.norm(icosa[i] - icosa[j]) - 2) < 0.01] for i in range(12)]
    cut = lambda i, j: (2 * icosa[i] + icosa[j]) / 3  # noqa: E731
    faces = [[cut(i, j) for j in near[i]] for i in range(12)]
    triples = {tuple(sorted((i, j, k))) for i in range(12) for j in near[i] for k in near[j] if k in near[i]}
    faces += [[cut(*pair) for i, j, k in [t] for pair in ((i, j), (j, i), (j, k), (k, j), (k, i), (i, k))] for t in sorted(triples)]
    out = []
    for face in faces:
        corners = np.array(face)
        n = corners.mean(axis=0) / np.linalg.norm(corners.mean(axis=0))
        u = np.cross(n, (0.31, 0.17, 0.94))
        u /= np.linalg.norm(u)
        order = np.argsort(np.arctan2(corners @ np.cross(n, u), corners @ u))
        out.append(corners[order] / np.linalg.norm(corners[order], axis=1, keepdims=True))
    return out


def panel(corners: np.ndarray, radius: float, depth: float):
    """A stitched panel of a ball: a polygon's patch of the sphere, plump, its rim sunk by `depth` metres."""
    rim = np.concatenate([np.linspace(a, c, 10, endpoint=False) for a, c in zip(corners, np.roll(corners, -1, axis=0), strict=True)])
    middle, m, shares = corners.mean(axis=0), len(corners) * 10, (0.2, 0.4, 0.6, 0.75, 0.85, 0.91, 0.95, 0.975, 1.0)
    rows = [middle[None]] + [middle + (rim - middle) * t for t in shares]
    verts = []
    for row, t in zip(rows, (0.0, *shares), strict=True):
        sunk = radius - depth * (max(t - 0.85, 0) / 0.15) ** 2.2
        verts += list(row / np.linalg.norm(row, axis=1, keepdims=True) * sunk)
    faces = [(0, 1 + i, 1 + (i + 1) % m) for i in range(m)]
    faces += [
        (1 + k * m + i, 1 + (k + 1) * m + i, 1 + (k + 1) * m + (i + 1) % m, 1 + k * m + (i + 1) % m) for k in range(len(shares) - 1) for i in range(m)
    ]
    return from_geometry("panel", verts, faces, smooth=180)


@prop("soccer_ball")
def soccer_ball(spec: Spec, b: Builder) -> None:
    R = 0.11
    b.slot("body", "leather", "#f1efe9", finish=("satin",))
    b.slot("pentagons", "leather", "#17171a", role="fixed", finish=("satin",))
    faces = football_faces()
    b.add(join([panel(f, R, 0.0019) for f in faces if len(f) == 6]), "body", "hexagons")
    b.add(join([panel(f, R, 0.0019) for f in faces if len(f) == 5]), "pentagons")
    settle(b, R, 12, 8, b.rng.uniform(0, 60))
