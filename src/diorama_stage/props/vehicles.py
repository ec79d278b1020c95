# SPDX-License-Identifier: GPL-3.0-or-later
"""Cars, vans, trucks, buses, trains and boats."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    box,
    cylinder,
    ellipsoid,
    extrude,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    sweep,
    torus,
)
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop


def slots(b: Builder, colours=("#9c2b25", "#2f4f6f", "#d9d4c7", "#3f5f4c", "#c9a23a")) -> None:
    b.slot("paint", "paint", b.choose(*colours))
    b.slot("tyres", "rubber", "#1c1c1c", role="fixed")
    b.slot("rims", "aluminium", role="fixed")
    b.slot("dark", "rubber", "#111112", role="fixed")
    b.slot("windows", "lacquer", "#14181b", role="fixed")
    b.slot("chrome", "chrome", role="fixed")
    b.slot("lamps", "glass", "#f2f2ea", role="fixed")
    b.slot("rear", "lacquer", "#a3161a", role="fixed")


@prop("train")
def train(spec: Spec, b: Builder) -> None:
    slots(b, ("#27402f", "#7a1f1b", "#1d2530"))
    b.add(move(rotate(lathe(rounded_profile([(0, -2.6), (0.75, -2.6), (0.78, -2.55), (0.78, 1.6), (0.7, 1.65), (0, 1.65)], 0.04), segments=72), 0, -90), 0.4, 0, 2.0), "paint", "boiler")
    for x in (-2.2, -1.2, -0.2, 0.8, 1.8):
        b.add(move(rotate(torus(0.785, 0.018, segments=72), 0, 90), x, 0, 2.0), "chrome", "bands")
    b.add(box(1.9, 2.0, 1.9, bevel=0.05, at=(3.0, 0, 1.25)), "paint", "cab")
    b.add(box(2.2, 2.3, 0.1, bevel=0.04, at=(3.0, 0, 3.15)), "dark", "roof")
    b.add(box(0.9, 2.02, 0.6, bevel=0.03, at=(2.9, 0, 2.25)), "windows")
    b.add(lathe(rounded_profile([(0.2, 0), (0.22, 0.5), (0.34, 0.9), (0.3, 0.95), (0.18, 0.6)], 0.02), segments=48), "dark", "chimney")
    move(b._parts["chimney"][-1], -0.8, 0, 2.7)
    for x, h in ((0.3, 0.35), (1.2, 0.28)):
        b.add(ellipsoid(0.28, 0.28, h, at=(x, 0, 2.75)), "chrome", "domes")
    b.add(box(6.4, 1.5, 0.16, bevel=0.02, at=(0.7, 0, 1.1)), "dark", "frame")
    b.add(move(rotate(cylinder(0.24, 0.25, bevel=0.03), 0, -90), -1.3, 0, 2.55), "chrome", "lamp")
    for s in (-1, 1):
        for x in (-0.3, 1.05, 2.4):
            b.add(move(rotate(torus(0.58, 0.05, segments=64), 90), x, 0.82 * s, 0.64), "rear", "wheels")
            b.add(move(rotate(cylinder(0.12, 0.12, bevel=0.02), 90), x, 0.82 * s + 0.06, 0.64), "dark", "wheels")
            for k in range(12):
                a = 2 * math.pi * k / 12
                add_rod(b, "rear", (x, 0.82 * s, 0.64), (x + 0.56 * math.cos(a), 0.82 * s, 0.64 + 0.56 * math.sin(a)), 0.022, "wheels", 8)
        add_rod(b, "chrome", (-1.6, 0.92 * s, 0.64), (2.4, 0.92 * s, 0.5), 0.05, "rods")
        b.add(move(rotate(cylinder(0.22, 0.8, bevel=0.03), 0, 90), -2.0, 0.85 * s, 0.8), "dark", "cylinders")
        b.add(move(rotate(torus(0.26, 0.04, segments=48), 90), -1.5, 0.8 * s, 0.31), "rear", "wheels")
    cow = [(-2.6, -0.9), (-2.0, -0.9), (-2.0, 0.9), (-2.6, 0.9), (-3.0, 0)]
    b.add(bevel(extrude(cow, 0.5, bevel=0.0), 0.03), "rear", "pilot")
    move(b._parts["pilot"][-1], 0.1, 0, 0.2)


SOLE = 0.17
"""Height of a boat's inner floor, metres: above the water it floats in (see `cast.DRAFT`)."""


@prop("boat", "sailboat")
def boat(spec: Spec, b: Builder) -> None:
    b.slot("hull", "paint", b.choose("#e9e5da", "#2f5f8f", "#9c2b25"))
    b.slot("wood", "oak", role="trim")
    L, n = 3.6, 17
    outer, inner = [], []
    for k in range(n):
        t = k / (n - 1)
        x = -L / 2 + L * t
        half = 0.7 * (1 - abs(2 * t - 1.05) ** 2.4 * 0.93) if t < 0.97 else 0.32
        half = max(half, 0.04)
        keel, rim = 0.16 * abs(2 * t - 1) ** 2.5, 0.52 + 0.2 * (2 * t - 1) ** 2 * (1.6 if t < 0.5 else 0.6)
        a = np.linspace(0, np.pi, 21)
        outer.append([(x, half * np.sign(np.cos(u)) * abs(np.cos(u)) ** 0.7, rim - (rim - keel) * np.sin(u) ** 0.8) for u in a])
        inner.append([(x * 0.98, (half - 0.03) * np.sign(np.cos(u)) * abs(np.cos(u)) ** 0.7, max(rim - (rim - keel - 0.035) * np.sin(u) ** 0.8, SOLE)) for u in a[::-1]])
    rings = [o + i for o, i in zip(outer, inner, strict=True)]
    b.add(loft(rings, smooth=60), "hull")
    for s in (0, 20):
        b.add(sweep([tuple(o[s]) for o in outer], 0.024, sides=12), "wood", "gunwale")
    for x in (-0.7, 0.15, 0.95):
        b.add(box(0.24, 1.12 if x < 0.9 else 0.98, 0.03, bevel=0.006, at=(x, 0, 0.36)), "wood", "seats")
    if spec.kind == "sailboat":
        b.slot("sail", "canvas", "#efe9dc", role="trim")
        add_rod(b, "wood", (-0.3, 0, 0.2), (-0.3, 0, 4.6), 0.04, "mast")
        add_rod(b, "wood", (-0.3, 0, 0.85), (1.5, 0, 0.9), 0.03, "boom")
        for (x0, z0), (x1, z1), (x2, z2), bulge in (((-0.24, 0.95), (1.45, 0.98), (-0.26, 4.4), 0.22), ((-0.36, 0.9), (-1.75, 0.8), (-0.36, 3.9), 0.18)):
            m, pts, faces = 14, [], []
            for i in range(m + 1):
                for j in range(m + 1 - i):
                    u, v = i / m, j / m
                    pts.append((x0 + (x1 - x0) * v + (x2 - x0) * u, -bulge * math.sin(math.pi * u) * math.sin(math.pi * min(v / max(1 - u, 0.01), 1)), z0 + (z1 - z0) * v + (z2 - z0) * u))
            at = lambda i, j, m=m: sum(m + 1 - k for k in range(i)) + j  # noqa: E731
            for i in range(m):
                for j in range(m - i):
                    faces.append((at(i, j), at(i, j + 1), at(i + 1, j)))
                    if j < m - i - 1:
                        faces.append((at(i, j + 1), at(i + 1, j + 1), at(i + 1, j)))
            from diorama_stage.kit import from_geometry, solidify

            b.add(solidify(from_geometry("sail", pts, faces, smooth=80), 0.008), "sail")
    else:
        for s in (-1, 1):
            add_rod(b, "wood", (0.15, 0.3 * s, 0.42), (-0.2, 1.3 * s, 0.7), 0.02, "oars")
            b.add(move(rotate(box(0.14, 0.5, 0.014, bevel=0.006), 0, 0, 18 * s), -0.28, 1.5 * s, 0.73), "wood", "oars")
