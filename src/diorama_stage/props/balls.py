# SPDX-License-Identifier: GPL-3.0-or-later
"""Balls and things to play with outdoors: toy and sports balls, a bat, balloons, a frisbee, a kite, a skateboard, a surfboard."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder, Spec, bevel, box, cylinder, extrude, from_geometry, join, lathe, loft, move, rotate, rounded_profile, smooth_path, solidify, sphere,
    sweep, torus,
)  # fmt: skip
from diorama_stage.props.parts import band, grooved, rod
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


@prop("baseball_bat")
def baseball_bat(spec: Spec, b: Builder) -> None:
    L = b.vary(0.84, 0.03)
    wood = b.choose("#c99a5e", "#b98350", "#d8b27c")
    b.slot("body", "oak", wood)
    b.slot("grip", "leather", "#2b211b", role="trim")
    outline = [
        (0, 0),
        (0.019, 0.0),
        (0.0245, 0.006),
        (0.0225, 0.014),
        (0.0135, 0.026),
        (0.012, 0.1),
        (0.0125, 0.26),
        (0.017, 0.42),
        (0.0265, 0.56),
        (0.0325, 0.66),
        (0.0335, 0.78),
        (0.032, 0.825),
        (0.024, 0.838),
        (0, 0.842),
    ]
    bat = lathe(smooth_path([(r, z * L / 0.842) for r, z in outline], 110), segments=56, smooth=180)
    turns = np.linspace(0, 1, 300)
    wound = [(0.0128 * math.cos(a), 0.0128 * math.sin(a), 0.034 + 0.22 * t) for t, a in zip(turns, turns * 2 * math.pi * 13, strict=True)]
    grip = sweep(wound, 0.0085, section=[(0.12 * math.cos(a), math.sin(a)) for a in np.linspace(0, 2 * math.pi, 12, endpoint=False)])
    for o, slot in ((bat, "body"), (grip, "grip")):
        b.add(move(rotate(move(o, 0, 0, -L / 2), 0, 88.4, -24), 0, 0, 0.035), slot)


def latex(R: float, segments: int = 72):
    """An inflated balloon about its widest ring: it narrows to a neck at the bottom, -1.3 R, and closes at the top, 1.08 R."""
    a = np.linspace(0.03, math.pi, 72)
    low = a < math.pi / 2
    r, z = np.where(low, np.sin(a) ** 1.3, np.sin(a)) * R, -np.cos(a) * np.where(low, 1.3, 1.08) * R
    r[-1] = 0
    return lathe([(0, z[0]), *zip(r, z, strict=True)], segments=segments, smooth=180)


@prop("balloon")
def balloon(spec: Spec, b: Builder) -> None:
    R, string = b.vary(0.135, 0.05), 0.46
    b.slot("body", "plastic", b.choose("#c8232b", "#2265b8", "#e8b21e", "#d9558b"), finish=("glossy",))
    b.slot("string", "cotton", "#e9e5dc", role="fixed")
    z = string + 1.3 * R
    b.add(move(latex(R), 0, 0, z), "body")
    knot = [torus(0.0085, 0.0042, at=(0, 0, string - 0.004), segments=28, sides=12)]
    skirt = lathe(
        [
            (0.004, string - 0.004),
            (0.008, string - 0.013),
            (0.014, string - 0.021),
            (0.0155, string - 0.021),
            (0.009, string - 0.012),
            (0.006, string - 0.002),
        ],
        segments=40,
    )
    for v in skirt.data.vertices:
        v.co.z += 0.003 * math.sin(3 * math.atan2(v.co.y, v.co.x))
    b.add(join([*knot, skirt]), "body", "knot")
    t = np.linspace(0, 1, 120)
    sway = 0.02 * np.sin(t * 7 + b.rng.uniform(0, 6)) * t
    fall = np.stack([sway, 0.6 * sway * np.cos(3 * t), (string - 0.008) * (1 - t) + 0.002], axis=1)
    curl = [fall[-1] + (0.05 * u * math.cos(5 * u), 0.05 * u * math.sin(5 * u), 0) for u in np.linspace(0.02, 1, 40)]
    b.add(sweep([*fall, *curl], 0.0013, sides=8), "string")
    b.hang = (0, 0, z + 1.08 * R)
    b.footprint = "round"


@prop("frisbee")
def frisbee(spec: Spec, b: Builder) -> None:
    R = 0.135
    b.slot("body", "plastic", b.choose("#d8352b", "#2377c9", "#eb7a1e"))
    b.slot("print", "plastic", "#f4f1e8", role="fixed")
    top = [
        (0, 0.0285),
        (R * 0.55, 0.0285),
        *[(R * (0.62 + 0.03 * k), 0.0283 + 0.0007 * (k % 2) - 0.0004 * k) for k in range(9)],
        (R * 0.94, 0.0225),
        (R * 0.985, 0.015),
        (R, 0.006),
        (R * 0.985, 0.0),
        (R * 0.95, 0.002),
    ]
    under = [(R * 0.945, 0.012), (R * 0.9, 0.02), (R * 0.6, 0.0262), (0, 0.0262)]
    b.add(lathe(top + under, segments=112, smooth=50), "body")
    for r0, r1 in ((0.18, 0.205), (0.47, 0.5)):
        b.add(lathe([(R * r0, 0.0284), (R * r0, 0.0288), (R * r1, 0.0288), (R * r1, 0.0284)], segments=96), "print")
    star = [
        (R * (0.4 if k % 2 == 0 else 0.26) * math.cos(k * math.pi / 8), R * (0.4 if k % 2 == 0 else 0.26) * math.sin(k * math.pi / 8))
        for k in range(16)
    ]
    inner = [(R * 0.225 * math.cos(k * math.pi / 8), R * 0.225 * math.sin(k * math.pi / 8)) for k in range(16)]
    b.add(
        from_geometry(
            "star", [(x, y, 0.0288) for x, y in star + inner], [(k, (k + 1) % 16, 16 + (k + 1) % 16, 16 + k) for k in range(16)], smooth=None
        ),
        "print",
    )
    b.footprint = "round"
    b.support("top", -R * 0.6, R * 0.6, -R * 0.6, R * 0.6, 0.0285, round=True)


def bow(wide: float, at, turn: float):
    """A ribbon's bow on a string: two loops and a knot."""
    loops = []
    for s in (-1, 1):
        path = [(s * wide * t, 0.0, s * wide * 0.14 * math.sin(t * math.pi)) for t in np.linspace(0.03, 1, 10)]
        loops.append(sweep(path, np.linspace(0.12, 0.42, 10) * wide, flat=0.1, sides=10))
    return move(rotate(join([*loops, sphere(wide * 0.16, segments=14)]), 0, turn, 0), *at)


@prop("kite")
def kite(spec: Spec, b: Builder) -> None:
    w, top, low, base = 0.4, 0.34, 0.62, 0.42
    first, second = b.choose(("#d3322b", "#f0c02e"), ("#2467b5", "#f2efe6"), ("#d65a1f", "#2b8a8a"))
    b.slot("body", "silk", first)
    b.slot("panels", "silk", second, role="trim")
    b.slot("spars", "wood", "#caa066", role="fixed")
    b.slot("tail", "silk", second, role="trim")
    b.slot("string", "cotton", "#e6e2d8", role="fixed")
    zc = base + low
    tips = [(0, top), (w, 0), (0, -low), (-w, 0)]
    for k in range(4):
        (x0, z0), (x1, z1) = tips[k], tips[(k + 1) % 4]
        verts, faces, n = [], [], 12
        for i in range(n + 1):
            for j in range(n + 1):
                u, v = i / n, j / n
                edge = (x0 * (1 - v) + x1 * v, z0 * (1 - v) + z1 * v)
                verts.append(
                    (
                        edge[0] * u,
                        0.05 * u * (abs(edge[0]) / w) ** 1.5 + 0.035 * math.sin(math.pi * v) * math.sin(math.pi * min(u, 1) * 0.9),
                        edge[1] * u + zc,
                    )
                )
        faces = [(i * (n + 1) + j, (i + 1) * (n + 1) + j, (i + 1) * (n + 1) + j + 1, i * (n + 1) + j + 1) for i in range(n) for j in range(n)]
        b.add(solidify(from_geometry("sail", verts, faces, smooth=80), 0.0008), "body" if k % 2 else "panels", "sail")
    b.add(rod((0, 0.006, zc - low), (0, 0.006, zc + top), 0.0045), "spars")
    b.add(sweep(smooth_path([(-w, 0.054, zc), (0, 0.012, zc), (w, 0.054, zc)], 24), 0.004, sides=10), "spars")
    rim = [(x, 0.052 * (abs(x) / w) ** 1.5, z + zc) for x, z in tips]
    b.add(
        sweep([p for a, c in zip(rim, rim[1:] + rim[:1], strict=True) for p in np.linspace(a, c, 14, endpoint=False)] + [rim[0]], 0.0028, sides=8),
        "string",
        "hem",
    )
    b.add(
        join(
            [
                rod((0, -0.002, zc + top * 0.4), (0, -0.16, zc - 0.05), 0.0011, sides=6),
                rod((0, -0.002, zc - low * 0.55), (0, -0.16, zc - 0.05), 0.0011, sides=6),
            ]
        ),
        "string",
        "bridle",
    )
    t = np.linspace(0, 1, 90)
    tail = np.stack([0.16 * np.sin(t * 8.5) * t**0.7, 0.03 * np.sin(5 * t), zc - low - (base - 0.035) * t], axis=1)
    b.add(sweep(tail, 0.0028, sides=6), "string")
    for k, i in enumerate((14, 31, 47, 63, 78, 88)):
        b.add(bow(0.068, tail[i], (-1) ** k * 24 + b.rng.uniform(-10, 10)), "tail" if k % 2 else "body", "tail")
    b.lean, b.hang = "back", (0, 0, zc + top)


@prop("skateboard")
def skateboard(spec: Spec, b: Builder) -> None:
    L, w = 0.8, 0.205
    b.slot("deck", "pine", b.choose("#c9a06a", "#b98a54"))
    b.slot("grip", "rubber", "#1c1c1d", role="trim", finish=("matte",))
    b.slot("trucks", "aluminium", role="fixed")
    b.slot("wheels", "plastic", b.choose("#f0ece2", "#d8552b", "#3a9a8a"), role="fixed")
    for name, z0, z1, inset in (("deck", 0.0, 0.0105, 0.0), ("grip", 0.0107, 0.0117, 0.0025)):
        verts, rows, cols = [], 61, 13
        for z in (z0, z1):
            for i in range(rows):
                x = (2 * i / (rows - 1) - 1) * (L / 2 - inset)
                past = max(abs(x) - (L / 2 - w / 2), 0) / (w / 2)
                half = (w / 2 - inset) * math.sqrt(max(1 - past**2.3, 0)) + 0.0004
                kick = max(abs(x) - 0.262, 0)
                for j in range(cols):
                    v = 2 * j / (cols - 1) - 1
                    verts.append((x, half * v, z + 0.094 + 0.36 * kick * kick / (kick + 0.03) + 0.007 * abs(v) ** 2.5))
        m = rows * cols
        faces = [(i * cols + j, (i + 1) * cols + j, (i + 1) * cols + j + 1, i * cols + j + 1) for i in range(rows - 1) for j in range(cols - 1)]
        under = [tuple(reversed(f)) for f in faces]
        ring = (
            [i * cols for i in range(rows)]
            + [(rows - 1) * cols + j for j in range(1, cols)]
            + [i * cols + cols - 1 for i in range(rows - 2, -1, -1)]
            + list(range(cols - 2, 0, -1))
        )
        walls = [(a, c, c + m, a + m) for a, c in zip(ring, ring[1:] + ring[:1], strict=True)]
        b.add(
            bevel(
                from_geometry(name, verts, under + [tuple(k + m for k in f) for f in faces] + [f[::-1] for f in walls]),
                0.0025 if name == "deck" else 0.0004,
                2,
                angle=50,
            ),
            name,
        )
    for x in (-0.225, 0.225):
        b.add(box(0.085, 0.056, 0.01, bevel=0.003, at=(x, 0, 0.0845)), "trucks")
        b.add(cylinder(0.017, 0.04, bevel=0.003, top=0.013, at=(x, 0, 0.05)), "trucks")
        b.add(rotate(move(cylinder(0.0125, 0.13, bevel=0.003), 0, 0, -0.065), 90), "trucks")
        move(b._parts["trucks"][-1], x, 0, 0.0425)
        b.add(rod((x, -0.098, 0.0275), (x, 0.098, 0.0275), 0.004), "trucks", "axles")
        b.add(box(0.02, 0.11, 0.02, bevel=0.006, at=(x, 0, 0.022)), "trucks")
        for s in (-1, 1):
            wheel = lathe(
                rounded_profile([(0.006, -0.016), (0.02, -0.016), (0.0275, -0.01), (0.0275, 0.01), (0.02, 0.016), (0.006, 0.016)], 0.004), segments=48
            )
            b.add(move(rotate(wheel, 90), x, s * 0.083, 0.0275), "wheels")
            b.add(move(rotate(cylinder(0.011, 0.034, bevel=0.001, at=(0, 0, -0.017)), 90), x, s * 0.083, 0.0275), "trucks", "bearings")
        for dx in (-0.02, 0.02):
            for dy in (-0.0205, 0.0205):
                b.add(cylinder(0.0042, 0.0015, bevel=0.0005, at=(x + dx, dy, 0.1058)), "trucks", "bolts")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, -22)
    b.support("deck", -0.2, 0.2, -0.06, 0.06, 0.106)


def hull(x: float, wide: float, thick: float, bend: float, z: float, n: int = 40):
    """A cross-section of a surfboard at height z: domed deck towards -Y, flatter bottom towards +Y, soft rails; `bend` is its rocker."""
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    across, up = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.75, np.sin(a)
    return np.stack([x + across * wide, bend - thick * np.where(up > 0, up * 1.1, up * 0.7), np.full(n, z)], axis=1)


@prop("surfboard")
def surfboard(spec: Spec, b: Builder) -> None:
    L, W = b.vary(2.0, 0.04), 0.265
    board, stripe = b.choose(("#efe9da", "#d2502e"), ("#5fb1b8", "#f2ecdd"), ("#e8c24a", "#2c5f8a"))
    b.slot("body", "plastic", board, finish=("glossy",))
    b.slot("stripes", "plastic", stripe, role="fixed", finish=("glossy",))
    b.slot("stringer", "walnut", role="fixed")
    b.slot("fins", "plastic", "#24262a", role="trim", finish=("glossy",))
    t = np.linspace(0, 1, 70)
    wide = (
        np.interp(
            t,
            [0, 0.012, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98, 0.995, 1],
            [0.2, 0.33, 0.47, 0.72, 0.92, 1.0, 0.93, 0.7, 0.43, 0.22, 0.09, 0.015],
        )
        * W
    )
    wide = np.convolve(np.pad(wide, 2, "edge"), [0.1, 0.2, 0.4, 0.2, 0.1], "valid")
    thick = 0.034 * np.minimum(1, 0.25 + 3.2 * np.minimum(t, 1 - t)) + 0.001
    bend = 0.16 * np.maximum(t - 0.55, 0) ** 2 / 0.2 + 0.05 * np.maximum(0.2 - t, 0) ** 2 / 0.04 * 0.5
    b.add(loft([hull(0, wide[i], thick[i], bend[i], t[i] * L) for i in range(70)], smooth=180), "body")

    def inlay(u0: float, u1: float, lift: float, lo: int = 1, hi: int = 68):
        """A strip of the deck between two shares of its half width."""
        rows = []
        for i in range(lo, hi):
            for u in np.linspace(u0, u1, 7):
                s = min(abs(u), 1) ** (1 / 0.75)
                rows.append((u * wide[i], bend[i] - thick[i] * 1.1 * math.sqrt(max(1 - s * s, 0)) - lift, t[i] * L))
        n = hi - lo
        return from_geometry(
            "inlay", rows, [(i * 7 + j, i * 7 + j + 1, (i + 1) * 7 + j + 1, (i + 1) * 7 + j) for i in range(n - 1) for j in range(6)], smooth=180
        )

    b.add(inlay(-0.012, 0.012, 0.0012), "stringer")
    for u0, u1 in ((-0.42, -0.2), (-0.5, -0.46), (0.2, 0.42), (0.46, 0.5)):
        b.add(inlay(u0, u1, 0.0009, 1, 69), "stripes")
    for x, z, k in ((0, 0.13, 1.0), (-0.12, 0.28, 0.8), (0.12, 0.28, 0.8)):
        outline = [(0, 0), (0.13, 0), (0.11, 0.045), (0.055, 0.095), (0.01, 0.125), (-0.01, 0.13), (-0.004, 0.1), (0.004, 0.05)]
        fin = extrude([tuple(p) for p in smooth_path([*outline, outline[0]], 40)[:-1] * k], 0.007, bevel=0.003)
        b.add(move(rotate(move(fin, 0, 0, -0.0035), 90, 0, 90), x, 0.022, z), "fins")
    b.lean = "back"
