# SPDX-License-Identifier: GPL-3.0-or-later
"""A windmill."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    box,
    cylinder,
    displace,
    from_geometry,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
)  # fmt: skip
from diorama_stage.kit.parts import rod
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
