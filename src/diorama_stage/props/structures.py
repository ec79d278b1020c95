# SPDX-License-Identifier: GPL-3.0-or-later
"""Structures: windmills, stone bridges, parking meters."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder, Spec, bevel, box, cylinder, displace, ellipsoid, extrude, from_geometry, join, label_plane, lathe, loft, move, rotate,
    rounded_profile, smooth_path, sweep,
)  # fmt: skip
from diorama_stage.props.parts import rod, tint
from diorama_stage.props.registry import prop


def lattice(b: Builder, length: float, wide: float, n: int) -> list:
    """One sail of a windmill along +z from the hub, facing -Y: stock, cross bars, hemlaths and canvas, as (object, slot) pairs."""
    parts = [(box(0.22, 0.2, length, bevel=0.03), "stocks")]
    bars = []
    z0 = length * 0.2
    twist = lambda z: math.radians(18 - 14 * z / length)  # noqa: E731
    at = lambda u, z: (u * math.cos(twist(z)), -0.14 - 0.5 * u * math.sin(twist(z)), z)  # noqa: E731
    for k in range(n + 1):
        z = z0 + (length - z0 - 0.1) * k / n
        bars.append(rod(at(-0.14, z), at(wide, z), 0.035, sides=6))
    for u in (0.5 * wide, wide):
        bars.append(sweep([at(u, z) for z in np.linspace(z0, length - 0.08, 14)], 0.035, sides=6))
    parts.append((join(bars), "stocks"))
    m, rows = 8, np.linspace(z0, length - 0.12, 40)
    verts = [
        tuple(np.array(at(0.1 + (wide - 0.12) * j / m, z)) + (0, 0.05 * math.sin(z * 5.2) ** 2 * math.sin(math.pi * j / m), 0))
        for z in rows
        for j in range(m + 1)
    ]
    faces = [(i * (m + 1) + j, i * (m + 1) + j + 1, (i + 1) * (m + 1) + j + 1, (i + 1) * (m + 1) + j) for i in range(39) for j in range(m)]
    parts.append((move(from_geometry("canvas", verts, faces, smooth=180), 0, 0.06, 0), "canvas"))
    parts.append((box(0.3, 0.03, length * 0.8, bevel=0.01, at=(-0.26, -0.1, z0)), "stocks"))
    return parts


def octagon(r: float, z: float):
    """Eight corners, a flat side to the front."""
    return [(r * math.cos(a), r * math.sin(a), z) for a in np.radians(np.arange(8) * 45 + 22.5)]


@prop("windmill")
def windmill(spec: Spec, b: Builder) -> None:
    wall = b.choose("brick", "wood", "plaster")
    b.slot("body", wall, {"brick": "#9a5440", "wood": "#6b4a33", "plaster": "#e8e2d4"}[wall])
    b.slot("base", "brick", "#8f4c3a", role="trim")
    b.slot("cap", "straw", "#6b5638", role="trim")
    b.slot("stocks", "wood", b.choose("#6b4a33", "#7d5a3c"), role="trim")
    b.slot("canvas", "canvas", "#e6dcc4", role="fixed")
    b.slot("wood", "wood", "#f0ece0" if wall != "plaster" else "#5f4330", role="fixed")
    b.slot("glass", "lacquer", "#1a2024", role="fixed")
    b.slot("door", "paint", b.choose("#2f5a3f", "#7a2a22", "#2d4a6b"), role="fixed")
    H, stage = 10.2, 3.0
    r = lambda z: 3.15 - 1.3 * (z / H) ** 0.85  # noqa: E731
    b.add(bevel(loft([octagon(r(z) * (1.02 if z < stage else 1), z) for z in (0, stage)], smooth=30), 0.04), "base")
    b.add(bevel(loft([octagon(r(z), z) for z in np.linspace(stage, H, 12)], smooth=20), 0.04), "body", "tower")
    b.add(
        bevel(
            loft(
                [
                    octagon(q, z)
                    for q, z in ((r(stage), stage - 0.14), (r(stage) + 1.05, stage - 0.06), (r(stage) + 1.05, stage + 0.04), (r(stage), stage + 0.04))
                ],
                smooth=20,
            ),
            0.02,
        ),
        "wood",
        "gallery",
    )
    q = r(stage) + 0.98
    posts = []
    for k in range(32):
        corner, t = divmod(k, 4)
        a, c = np.array(octagon(q, 0)[corner]), np.array(octagon(q, 0)[(corner + 1) % 8])
        p = a + (c - a) * t / 4
        posts.append(rod(p + (0, 0, stage), p + (0, 0, stage + 0.95), 0.045, sides=8))
        if t == 0:
            for z in (0.92, 0.5):
                posts.append(rod(a + (0, 0, stage + z), c + (0, 0, stage + z), 0.05, sides=8))
            foot = np.array(octagon(r(stage - 1.2) + 0.03, stage - 1.2)[corner])
            posts.append(rod(foot, a * (0.97, 0.97, 1) + (0, 0, stage - 0.08), 0.07, sides=8))
    b.add(join(posts), "wood", "railing")
    b.add(
        lathe(rounded_profile([(0, H - 0.1), (r(H) + 0.14, H - 0.1), (r(H) + 0.14, H + 0.14), (r(H), H + 0.16), (0, H + 0.16)], 0.04), segments=64),
        "wood",
        "curb",
    )
    cap = [(0.0, 2.25), (0.5, 2.15), (1.05, 1.75), (1.55, 1.0), (1.85, 0.3), (1.95, 0.0)]
    dome = lathe([(x, H + 0.14 + z * 0.95) for x, z in smooth_path(cap[::-1], 40)], segments=72, smooth=180)
    for v in dome.data.vertices:
        v.co.y *= 1.12
    b.add(displace(dome, 0.05, 0.5, seed=spec.seed), "cap")
    axle = (0.0, -2.35, H + 1.05)
    b.add(move(rotate(cylinder(0.24, 1.5, bevel=0.05), 84), 0, axle[1] + 1.4, axle[2] - 0.12), "stocks", "axle")
    b.add(move(rotate(cylinder(0.33, 0.5, bevel=0.06), 84), *axle), "stocks", "hub")
    turn = b.rng.choice((45, 30, 58))
    for k in range(4):
        for o, slot in lattice(b, 6.6, 1.35, 13):
            b.add(move(rotate(rotate(move(o, 0, -0.22, 0), 0, turn + 90 * k), -5), *axle), slot, "sails")
    openings(b, r, stage, H)


def openings(b: Builder, r, stage: float, H: float) -> None:
    """The door, and windows on the front and the sides of the tower."""
    flat = math.cos(math.radians(22.5))
    y = -r(0.0) * flat
    tilt = math.degrees(math.atan2((r(0) - r(2)) * flat, 2))
    door = (
        [box(1.25, 0.14, 2.15, bevel=0.02)],
        [box(1.0, 0.18, 2.0, bevel=0.02)],
        [rod((x, -0.1, 0.05), (x, -0.1, 1.95), 0.012, sides=6) for x in (-0.25, 0, 0.25)],
    )
    for pieces, slot in zip(door, ("wood", "door", "glass"), strict=True):
        b.add(move(rotate(join(pieces), -tilt), 0, y - 0.02, 0), slot, "door")
    for face in (0, 90, -90, 45, -45):
        for z in (4.6, 7.0, 8.9) if face == 0 else (5.6, 7.6):
            inset = -r(z + 0.4) * flat
            lean = math.degrees(math.atan2((r(z) - r(z + 0.9)) * flat, 0.9))
            frame = box(0.72, 0.12, 1.02, bevel=0.02), box(0.56, 0.15, 0.86, bevel=0.01, at=(0, 0, 0.08))
            bars = join([box(0.04, 0.17, 0.86, bevel=0.008, at=(0, 0, 0.08)), box(0.56, 0.17, 0.04, bevel=0.008, at=(0, 0, 0.5))])
            for o, slot in (*zip(frame, ("wood", "glass"), strict=True), (bars, "wood")):
                b.add(rotate(move(rotate(o, -lean), 0, inset - 0.02, z), 0, 0, face), slot, "windows")


def blocks(quads, y: float, proud: float, inset: float, facing: int, tone):
    """Dressed stones on the wall in the plane y: each quad (corners counter-clockwise in x–z) stands out `proud` metres, chamfered by `inset`."""
    verts, faces, tones = [], [], []
    for quad in quads:
        q = np.asarray(quad, float)
        middle = q.mean(axis=0)
        edge = q + (middle - q) / np.maximum(np.linalg.norm(middle - q, axis=1, keepdims=True), 1e-6) * inset * 0.35
        face = q + (middle - q) / np.maximum(np.linalg.norm(middle - q, axis=1, keepdims=True), 1e-6) * inset * 1.5
        k, out = len(verts), proud * tone.uniform(0.6, 1.25)
        verts += [(x, y, z) for x, z in edge] + [(x, y + facing * out * 0.75, z) for x, z in edge] + [(x, y + facing * out, z) for x, z in face]
        ring = [(k + a + i, k + a + (i + 1) % 4, k + a + 4 + (i + 1) % 4, k + a + 4 + i) for a in (0, 4) for i in range(4)] + [
            (k + 8, k + 9, k + 10, k + 11)
        ]
        faces += ring if facing < 0 else [f[::-1] for f in ring]
        tones += [tone.uniform(0.72, 1.14)] * 12
    made = from_geometry("stones", verts, faces, smooth=25)
    return tint(made, lambda _: np.array(tones))


@prop("bridge_arch")
def bridge_arch(spec: Spec, b: Builder) -> None:
    half, deep, n = 10.0, 1.9, b.choose(1, 3)
    b.slot("body", b.choose("stone", "sandstone"), b.choose("#948c7e", "#a3937a", "#8b8983"))
    b.slot("road", "gravel", "#7f7a70", role="fixed")
    arches = [(0.0, 5.2, 3.6)] if n == 1 else [(-5.6, 2.15, 2.0), (0.0, 2.75, 2.75), (5.6, 2.15, 2.0)]
    deck = lambda x: 3.05 + 1.75 * math.cos(min(abs(x) / half, 1) * math.pi / 2) ** 1.3 + (0.3 if n == 1 else 0)  # noqa: E731
    rim = lambda a, grow, k: (a[0] + (a[1] + grow) * math.cos(k), (a[2] + grow) * math.sin(k))  # noqa: E731
    outline = [(-half, 0.0)]
    for a in arches:
        outline += [rim(a, 0, math.pi * (1 - k / 40)) for k in range(41)]
    outline += [(half, 0.0)] + [(x, deck(x)) for x in np.linspace(half, -half, 61)]
    wall = extrude([(x, z) for x, z in outline], 2 * deep, bevel=0)
    b.add(move(rotate(wall, 90), 0, deep, 0), "body", "wall")
    ring = 0.62
    stones: list = []
    for a in arches:
        count = max(int((a[1] + a[2]) * math.pi / 2 / 0.42) | 1, 9)
        for k in range(count):
            k0, k1 = (math.pi * (1 - (k + d) / count) for d in (0, 1))
            grow = ring + (0.16 if k == count // 2 else 0.0)
            stones.append((rim(a, 0.0, k0), rim(a, 0.0, k1), rim(a, grow, k1), rim(a, grow, k0)))
    stones = [s[::-1] for s in stones]
    rows, z = [], 0.0
    while z < 5.4:
        tall = 0.36 + 0.07 * b.rng.uniform(-1, 1)
        x = -half + b.rng.uniform(-0.3, 0)
        while x < half:
            wide = b.rng.uniform(0.45, 0.95)
            quad = [(max(x, -half), z), (min(x + wide, half), z), (min(x + wide, half), z + tall), (max(x, -half), z + tall)]
            quad = [(u, min(v, deck(u) - 0.03)) for u, v in quad]
            clear = all(
                ((u - a[0]) / (a[1] + ring * 0.86)) ** 2 + (v / (a[2] + ring * 0.86)) ** 2 > 1
                for u, v in [*quad, tuple(np.mean(quad, axis=0))]
                for a in arches
            )
            if clear and quad[2][1] - quad[1][1] > 0.1 and quad[3][1] - quad[0][1] > 0.1 and quad[1][0] - quad[0][0] > 0.15:
                rows.append(quad)
            x += wide
        z += tall
    for s in (-1, 1):
        b.add(blocks(rows, s * deep, 0.035, 0.03, s, b.rng), "body", "stones")
        b.add(blocks(stones, s * deep, 0.1, 0.03, s, b.rng), "body", "voussoirs")
    barrels(b, arches, deep, rim)
    parapet(b, half, deep, deck)
    xs = np.linspace(-half, half, 61)
    verts = [(x, y * (deep - 0.32), deck(x) + 0.04 + 0.06 * (1 - y * y)) for x in xs for y in np.linspace(-1, 1, 9)]
    road = from_geometry(
        "road", verts, [(i * 9 + j, (i + 1) * 9 + j, (i + 1) * 9 + j + 1, i * 9 + j + 1) for i in range(60) for j in range(8)], smooth=180
    )
    b.add(road, "road")
    b.support("deck", -1.6, 1.6, -deep * 0.7, deep * 0.7, deck(0) + 0.08)


def barrels(b: Builder, arches, deep: float, rim) -> None:
    """The stones of the vaults' undersides, and the piers' cutwaters between several arches."""
    for a in arches:
        count, across = 26, 6
        verts, faces, tones = [], [], []
        for k in range(count):
            for j in range(across):
                shift = 0.5 * (k % 2)
                y0, y1 = (-deep + 2 * deep * min(max((j + shift * d + d) / across, 0), 1) for d in (0, 1))
                k0, k1 = math.pi * (1 - (k + 0.04) / count), math.pi * (1 - (k + 0.96) / count)
                i = len(verts)
                verts += [
                    (x, y, z) for q, y in ((k0, y0 + 0.015), (k1, y0 + 0.015), (k1, y1 - 0.015), (k0, y1 - 0.015)) for x, z in [rim(a, -0.03, q)]
                ]
                faces.append((i, i + 1, i + 2, i + 3))
                tones += [b.rng.uniform(0.7, 1.05)] * 4
        b.add(tint(from_geometry("vault", verts, faces, smooth=None), lambda _, t=tones: np.array(t)), "body", "vault")
    for left, right in zip(arches, arches[1:], strict=False):
        x0, x1 = left[0] + left[1], right[0] - right[1]
        for s in (-1, 1):
            prow = [(x0, s * (deep + 0.02)), ((x0 + x1) / 2, s * (deep + 0.85)), (x1, s * (deep + 0.02))]
            body = extrude(prow if s < 0 else prow[::-1], 1.55, bevel=0.05)
            top = loft(
                [
                    [(x, y, 1.55) for x, y in prow],
                    [((x0 + x1) / 2 + (x - (x0 + x1) / 2) * 0.2, s * deep + (y - s * deep) * 0.1, 2.2) for x, y in prow],
                ],
                smooth=20,
            )
            b.add(join([body, top]), "body", "cutwaters")


def parapet(b: Builder, half: float, deep: float, deck) -> None:
    """Low walls along both edges: coursed stones, a string course below them, coping stones above."""
    for s in (-1, 1):
        verts, faces, tones = [], [], []
        for i in range(32):
            x0, x1 = -half + 2 * half * i / 32 + 0.012, -half + 2 * half * (i + 1) / 32 - 0.012
            for y0, y1, low, high, dark in (
                (deep - 0.3, deep + 0.005, 0.0, 0.72, 0.9),
                (deep - 0.36, deep + 0.09, 0.7, 0.88, 1.05),
                (deep - 0.1, deep + 0.13, -0.14, 0.02, 1.0),
            ):
                k = len(verts)
                for y, zz in ((y0, low), (y1, low), (y1, high - 0.02), (y1 - 0.03, high), (y0 + 0.03, high), (y0, high - 0.02)):
                    verts += [(x, s * y, deck(x) + zz) for x in (x0, x1)]
                ring = [(k + 2 * j, k + 2 * j + 1, k + (2 * j + 3) % 12, k + (2 * j + 2) % 12) for j in range(6)] + [
                    tuple(k + 2 * j for j in range(6))[::-1],
                    tuple(k + 2 * j + 1 for j in range(6)),
                ]
                faces += ring if s > 0 else [f[::-1] for f in ring]
                tones += [dark * b.rng.uniform(0.85, 1.12)] * 12
        b.add(tint(from_geometry("parapet", verts, faces, smooth=25), lambda _, t=tones: np.array(t)), "body", "parapet")
        for x in (-half + 0.05, half - 0.05):
            b.add(box(0.75, 0.62, deck(half) + 1.15, bevel=0.05, at=(x, s * (deep - 0.12), 0)), "body", "posts")
            b.add(box(0.9, 0.76, 0.16, bevel=0.05, at=(x, s * (deep - 0.12), deck(half) + 1.12)), "body", "posts")


@prop("parking_meter")
def parking_meter(spec: Spec, b: Builder) -> None:
    b.slot("head", "paint", b.choose("#5f6a70", "#3f5f7f", "#6a6d62"), finish=("satin",))
    b.slot("pole", "brushed_steel", role="trim")
    b.slot("glass", "glass", role="fixed")
    b.slot("dial", "paper", "#f1ede0", role="fixed")
    b.slot("red", "plastic", "#c4261f", role="fixed")
    b.slot("dark", "cast_iron", "#232425", role="fixed")
    b.slot("metal", "chrome", role="fixed")
    base = [(0, 0), (0.085, 0), (0.085, 0.012), (0.04, 0.02), (0.034, 0.04), (0.03, 0.045), (0.03, 0.97), (0, 0.97)]
    b.add(lathe(rounded_profile(base, 0.004), segments=48), "pole")
    for k in range(4):
        a = math.pi / 4 + k * math.pi / 2
        b.add(cylinder(0.009, 0.012, bevel=0.002, segments=6, at=(0.062 * math.cos(a), 0.062 * math.sin(a), 0.012)), "metal", "bolts")
    b.add(cylinder(0.046, 0.05, bevel=0.008, top=0.055, at=(0, 0, 0.955)), "head", "collar")
    low = [(-0.07, 0.0), (0.07, 0.0), (0.092, 0.03), (0.1, 0.14), (0.1, 0.2)]
    body = [
        *low,
        *[(0.1 * math.cos(a), 0.2 + 0.135 * math.sin(a)) for a in np.linspace(0, math.pi, 40)][1:-1],
        *[(-x, z) for x, z in low[::-1] if x > 0.08],
    ]
    shell = extrude(body, 0.105, bevel=0.022, segments=5)
    b.add(move(rotate(shell, 90), 0, 0.0525, 1.0), "head", "housing")
    for s in (-1, 1):
        window = [(0.078 * math.cos(a), 0.078 * math.sin(a)) for a in np.linspace(0, math.pi, 40)]
        window = [*window, (-0.078, -0.018), (0.078, -0.018)]
        for k, (grow, thick, y, slot) in enumerate(((1.14, 0.008, 0.054, "metal"), (1.0, 0.003, 0.0595, "dial"))):
            o = move(rotate(extrude([(x * grow, z * grow) for x, z in window], thick, bevel=0.002 if k == 0 else 0.0005), 90), 0, thick / 2, 0)
            b.add(move(rotate(o, 0, 0, 0 if s < 0 else 180), 0, s * y, 1.215), slot, "window")
        ticks = []
        for k in range(13):
            a = math.radians(15 + 12.5 * k)
            long = 0.014 if k % 3 == 0 else 0.008
            ticks.append(move(rotate(box(0.003, 0.001, long, bevel=0), 0, 90 - math.degrees(a)), 0.058 * math.cos(a), 0, 0.058 * math.sin(a)))
        ticks.append(box(0.1, 0.001, 0.004, bevel=0, at=(0, 0, -0.008)))
        hand = [move(rotate(box(0.006, 0.002, 0.056, bevel=0.0008), 0, b.rng.uniform(-50, 50)), 0, -0.001, 0)]
        flag = extrude([(0.03 * math.cos(a), 0.03 * math.sin(a)) for a in np.linspace(math.pi * 0.02, math.pi * 0.3, 12)] + [(0, 0)], 0.001, bevel=0)
        for pieces, slot in ((ticks, "dark"), (hand, "red"), ([move(rotate(flag, 90), 0, 0, 0)], "red")):
            b.add(move(rotate(join(pieces), 0, 0, 0 if s < 0 else 180), 0, s * 0.0622, 1.215), slot, "dial")
        pane = rotate(ellipsoid(0.076, 0.076, 0.008, segments=40), 90)
        for v in pane.data.vertices:
            v.co.z = max(v.co.z, -0.016)
        b.add(move(pane, 0, s * 0.0615, 1.215), "glass", "window")
    front = -0.0525
    plate = box(0.118, 0.008, 0.105, bevel=0.003, at=(0, front - 0.002, 1.055))
    b.add(plate, "metal", "plate")
    b.add(box(0.034, 0.012, 0.05, bevel=0.004, at=(-0.026, front - 0.008, 1.095)), "dark", "slot")
    b.add(box(0.004, 0.002, 0.03, bevel=0.0005, at=(-0.026, front - 0.0148, 1.105)), "metal", "slot")
    b.add(rotate(cylinder(0.0225, 0.014, bevel=0.004), 90), "dark", "knob")
    move(b._parts["knob"][-1], 0.03, front - 0.004, 1.108)
    b.add(box(0.007, 0.012, 0.04, bevel=0.003, at=(0.03, front - 0.02, 1.088)), "metal", "knob")
    b.add(rotate(cylinder(0.019, 0.006, bevel=0.002), 90), "metal", "lock")
    move(b._parts["lock"][-1], 0, front - 0.001, 1.027)
    b.add(box(0.003, 0.001, 0.011, bevel=0, at=(0, front - 0.0075, 1.0215)), "dark", "lock")
    if spec.labels:
        b.slot("label", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        b.add(label_plane(0.1, 0.022, at=(0, front - 0.0066, 1.069)), "label")
    b.footprint = "round"
