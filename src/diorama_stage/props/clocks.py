# SPDX-License-Identifier: GPL-3.0-or-later
"""Clocks and umbrellas."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, from_geometry, lathe, move, rotate, rounded_profile, smooth_path, solidify, sweep, torus
from diorama_stage.props.registry import prop


@prop("clock", "alarm_clock")
def clock(spec: Spec, b: Builder) -> None:
    r = 0.15 if spec.kind == "clock" else 0.055
    b.slot("rim", b.choose("lacquer", "brass", "walnut"), b.choose("#1c1c1e", None, None))
    b.slot("face", "paper", "#f0ece2", role="trim")
    b.slot("hands", "lacquer", "#191919", role="fixed")
    parts = [
        (lathe(rounded_profile([(0, 0), (r, 0), (r, r * 0.2), (r * 0.93, r * 0.22), (r * 0.91, r * 0.14)], 0.004), segments=96), "rim"),
        (cylinder(r * 0.915, 0.004, bevel=0.001, segments=96, at=(0, 0, r * 0.12)), "face"),
    ]
    for k in range(60):
        a = 2 * math.pi * k / 60
        big = k % 5 == 0
        tick = box(r * (0.022 if big else 0.008), r * (0.11 if big else 0.05), 0.0008, bevel=0, at=(0, r * 0.79, r * 0.12 + 0.004))
        parts.append((rotate(tick, 0, 0, math.degrees(a)), "hands"))
    for angle, long_, wide in ((-52, 0.5, 0.045), (60, 0.74, 0.03)):
        parts.append((rotate(box(r * wide, r * long_, 0.0012, bevel=0.0004, at=(0, r * long_ * 0.42, r * 0.15)), 0, 0, angle), "hands"))
    parts.append((cylinder(r * 0.04, 0.004, bevel=0.001, at=(0, 0, r * 0.15)), "hands"))
    lift = r if spec.kind == "clock" else r + 0.015
    for o, slot in parts:
        b.add(move(rotate(o, 90), 0, r * 0.1, lift), slot)
    if spec.kind == "alarm_clock":
        for s in (-1, 1):
            b.add(move(rotate(cylinder(0.007, 0.02, bevel=0.002), 0, s * 22), s * r * 0.55, 0, 0.0), "rim", "feet")
            b.add(
                move(
                    rotate(lathe([(0, 0.016), (0.012, 0.013), (0.02, 0.004), (0.021, 0), (0.0195, 0)], segments=40), 0, s * 30),
                    s * r * 0.55,
                    0,
                    lift + r * 0.86,
                ),
                "rim",
                "bells",
            )
    b.hang = (0, 0, 2 * r)
    b.lean = "back"


@prop("umbrella")
def umbrella(spec: Spec, b: Builder) -> None:
    b.slot("canopy", "silk", "#c23b2e")
    b.slot("metal", "steel", "#b9bbbd", role="trim")
    b.slot("handle", "walnut", "#5b3a21", role="trim")
    n, R, H = 8, 0.52, 0.25
    if spec.has("closed", "folded", "rolled"):  # lying down, handle to the right
        folds = [
            (r * (1 + 0.04 * (-1) ** k), z)
            for k, (r, z) in enumerate(smooth_path([(0.006, 0.1), (0.024, 0.14), (0.036, 0.35), (0.03, 0.6), (0.012, 0.74)], 24))
        ]
        parts = [
            (lathe([(0, 0.095), *folds, (0, 0.745)], segments=40, smooth=70), "canopy"),
            (sweep([(0, 0, 0.02), (0, 0, 0.4), (0, 0, 0.86)], 0.006), "metal"),
        ]
        parts.append((sweep(smooth_path([(0, 0, 0.82), (0, 0, 0.92), (0.03, 0, 0.97), (0.07, 0, 0.94), (0.075, 0, 0.89)], 30), 0.011), "handle"))
        parts.append((torus(0.033, 0.004, at=(0, 0, 0.45), segments=40), "handle"))
        for o, slot in parts:
            b.add(move(rotate(o, 0, 90), -0.45, 0, 0.04), slot)
        return
    rings, steps = [], 16
    for i in range(steps + 1):
        t = i / steps
        ring = []
        for j in range(n * 6):
            a = 2 * math.pi * j / (n * 6)
            sag = math.cos(n * a)
            rad = R * math.sin(t * 1.45) / math.sin(1.45) * (1 - 0.045 * t * (1 - sag))
            ring.append((rad * math.cos(a), rad * math.sin(a), H * math.cos(t * 1.45) - 0.02 * t * t * (1 - sag) + 0.55))
        rings.append(ring)
    m = n * 6
    verts = [(0, 0, H + 0.55)] + [p for ring in rings[1:] for p in ring]
    faces = [(0, 1 + j, 1 + (j + 1) % m) for j in range(m)]
    faces += [
        (1 + i * m + j, 1 + (i + 1) * m + j, 1 + (i + 1) * m + (j + 1) % m, 1 + i * m + (j + 1) % m) for i in range(steps - 1) for j in range(m)
    ]

    parts = [solidify(from_geometry("canopy", verts, faces, smooth=70), 0.0012)]
    stem = sweep([(0, 0, 0.02), (0, 0, 0.4), (0, 0, H + 0.6)], 0.0055, sides=12)
    hook = sweep(smooth_path([(0, 0, 0.06), (0, 0, -0.06), (0.03, 0, -0.11), (0.075, 0, -0.085), (0.08, 0, -0.05)], 36), 0.0115, sides=16)
    ribs = [
        sweep(
            [
                (0, 0, H + 0.545),
                *[
                    (
                        R * math.sin(t * 1.45) / math.sin(1.45) * math.cos(a),
                        R * math.sin(t * 1.45) / math.sin(1.45) * math.sin(a),
                        H * math.cos(t * 1.45) + 0.545,
                    )
                    for t in np.linspace(0.1, 1, 14)
                ],
            ],
            0.002,
            sides=6,
        )
        for a in [2 * math.pi * k / n for k in range(n)]
    ]
    tilt = lambda o: move(rotate(move(o, 0, 0, -0.4), 18, -58, 0), 0, 0, 0.4)  # noqa: E731
    for o in parts:
        b.add(tilt(o), "canopy")
    for o in (stem, *ribs):
        b.add(tilt(o), "metal")
    b.add(tilt(hook), "handle")
    low = min((v.co.z for group in b._parts.values() for o in group for v in o.data.vertices))
    for group in b._parts.values():
        for o in group:
            move(o, 0, 0, -low)
