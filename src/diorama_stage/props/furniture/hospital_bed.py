# SPDX-License-Identifier: GPL-3.0-or-later
"""A hospital bed: a steel frame on castors, its back raised, boards at head and foot, rails at the sides, a pole with a drip."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, box, cylinder, displace, extrude, join, lathe, loft, move, rotate, rounded_rectangle, smooth_path, sweep, torus
from diorama_stage.kit.parts import add_rod, rod
from diorama_stage.kit.seams import sheet
from diorama_stage.props.furniture.cushions import stuffed

WIDE, LONG, DECK, HINGE, RAISED = 0.9, 2.0, 0.5, 0.22, 38.0
"""Metres: of the mattress, the height of what bears it, where its back bends (along y); degrees that its back is raised."""


def hospital(b: Builder) -> None:
    b.slot("duvet", "cotton", b.choose("#a9c4cf", "#b7cfc0", "#c8d3da"))
    b.slot("pillows", "cotton", "#f1f1ee", role="fixed")
    b.slot("frame", "paint", "#d9dcdc", role="trim", finish=("satin",))
    b.slot("boards", "plastic", "#dfd9cc", role="trim", finish=("satin",))
    b.slot("legs", "rubber", "#2a2b2c", role="fixed")
    b.slot("metal", "chrome", "#c5c8ca", role="fixed")
    b.slot("drip", "plastic", "#e9eef0", role="fixed")
    _chassis(b)
    _bedding(b)
    _rails(b)
    _pole(b)
    b.support("duvet", -WIDE / 2 + 0.15, WIDE / 2 - 0.15, -LONG / 2 + 0.15, 0.0, DECK + 0.2)


def _chassis(b: Builder) -> None:
    """Two long beams, a scissor lift, castors; upright boards at both ends with a rounded top and a grip cut out."""
    for x in (-0.36, 0.36):
        b.add(box(0.05, LONG + 0.06, 0.06, bevel=0.008, at=(x, 0, DECK - 0.09)), "frame", "frame")
        b.add(box(0.045, LONG - 0.4, 0.05, bevel=0.008, at=(x, 0, 0.15)), "frame", "frame")
        for s in (-1, 1):
            b.add(rod((x * 0.92, s * 0.55, 0.19), (x * 0.92, -s * 0.2, DECK - 0.06), 0.018), "metal", "lift")
    for y in (-0.86, 0.86):
        b.add(box(0.8, 0.05, 0.05, bevel=0.008, at=(0, y * 0.86, 0.15)), "frame", "frame")
        for x in (-0.37, 0.37):
            add_rod(b, "metal", (x, y * 0.9, 0.2), (x, y * 0.9, 0.11), 0.016, "castors")
            wheels = [
                move(
                    rotate(lathe([(0, -0.013), (0.05, -0.012), (0.058, -0.006), (0.058, 0.006), (0.05, 0.012), (0, 0.013)], segments=40), 0, 90),
                    x + o,
                    y * 0.9 + 0.02,
                    0.058,
                )
                for o in (-0.02, 0.02)
            ]
            b.add(join(wheels), "legs", "castors")
    for y, tall in ((LONG / 2 + 0.06, 0.62), (-LONG / 2 - 0.06, 0.42)):
        outline = rounded_rectangle(WIDE + 0.02, tall, 0.09, 10)
        b.add(move(rotate(extrude(outline, 0.035, bevel=0.012, segments=4), 90), 0, y + 0.0175, DECK - 0.12 + tall / 2), "boards", "boards")
        b.add(
            move(rotate(extrude(rounded_rectangle(WIDE - 0.16, tall - 0.2, 0.05, 8), 0.041, bevel=0.006), 90), 0, y + 0.0205, DECK - 0.13 + tall / 2),
            "frame",
            "boards",
        )
        for x in (-0.34, 0.34):
            b.add(box(0.04, 0.03, 0.26, bevel=0.006, at=(x, y, DECK - 0.3)), "frame", "boards")


def _profile(y: np.ndarray) -> np.ndarray:
    """Height of the mattress's upper side along y: level, then rising with the back; a soft bend between."""
    t = np.clip(y - HINGE, 0, None)
    return DECK + 0.15 + math.tan(math.radians(RAISED)) * (np.sqrt(t**2 + 0.0025) - 0.05)


def _bedding(b: Builder) -> None:
    """A mattress that bends with the back, a sheet tucked round it, a blanket turned down, one pillow."""
    reach = HINGE + (LONG / 2 - HINGE) * math.cos(math.radians(RAISED))
    ys = np.linspace(-LONG / 2, reach, 60)
    half = WIDE / 2 - 0.01
    rings = []
    for y, top in zip(ys, _profile(ys), strict=True):
        ring = rounded_rectangle(2 * half, 0.15, 0.045, 6)
        rings.append([(x, y, top - 0.075 + z) for x, z in ring])
    b.add(loft([rings[0], *rings, rings[-1]], smooth=60), "pillows", "mattress")
    under = np.linspace(-LONG / 2, reach, 30)
    b.add(
        loft([[(x, y, h - 0.165 + z) for x, z in rounded_rectangle(2 * half, 0.02, 0.008, 4)] for y, h in zip(under, _profile(under), strict=True)], smooth=60),
        "frame",
        "deck",
    )
    cover = np.linspace(-LONG / 2 - 0.01, HINGE + 0.12, 90)
    u = np.linspace(-1, 1, 70)
    rows = []
    for y in cover:
        x = u * (half + 0.17)
        drop = np.maximum(np.abs(x) - half, 0)
        wave = 0.006 * np.cos(11 * y + 4 * u) + 0.005 * np.cos(17 * x - 9 * y + 1.0) + 0.004 * np.cos(31 * (x + y))
        rows.append(
            np.column_stack(
                [
                    np.sign(x) * np.minimum(np.abs(x), half + 0.022 + 0.006 * np.cos(20 * y)),
                    np.full(70, y),
                    float(_profile(np.array([y]))[0]) + 0.022 + wave - drop * 1.05,
                ]
            )
        )
    b.add(sheet(np.array(rows), 0.016, smooth=180), "duvet", "duvet")
    fold = [
        (
            np.sign(k) * min(abs(k) * (half + 0.12), half + 0.03),
            HINGE + 0.13,
            float(_profile(np.array([HINGE + 0.13]))[0]) + 0.036 - max(abs(k) * (half + 0.12) - half, 0),
        )
        for k in np.linspace(-1, 1, 50)
    ]
    b.add(displace(sweep(fold, 0.022, sides=20, flat=3.4, smooth=180), 0.006, 0.09, seed=b.spec.seed), "pillows", "sheet")
    at = reach - 0.2
    for o in stuffed(0.62, 0.42, 0.15, b.spec.seed + 2, plump=0.6, piping=0.0015, folds=2.0):
        b.add(move(rotate(o, RAISED + 2), 0, at, float(_profile(np.array([at]))[0]) + 0.075), "pillows", "pillows")


def _rails(b: Builder) -> None:
    """At each side a rail of bent tube with bars, by the chest."""
    for s in (-1, 1):
        x, z0, z1 = s * (WIDE / 2 + 0.045), DECK + 0.02, DECK + 0.36
        loop = smooth_path([(x, -0.28, z0), (x, -0.3, z1 - 0.06), (x, -0.24, z1), (x, 0.5, z1), (x, 0.56, z1 - 0.06), (x, 0.54, z0)], 70)
        b.add(sweep(loop, 0.0135, sides=16), "frame", "rails")
        b.add(join([rod((x, y, z0 + 0.02), (x, y, z1), 0.009) for y in np.linspace(-0.12, 0.4, 5)]), "frame", "rails")
        b.add(rod((x, -0.28, z0 + 0.02), (x, 0.54, z0 + 0.02), 0.011), "frame", "rails")
        for y in (-0.2, 0.46):
            b.add(rod((x, y, z0 + 0.02), (s * 0.38, y, DECK - 0.06), 0.011), "metal", "rails")


def _pole(b: Builder) -> None:
    """A chrome pole at the head with hooks, a bag of saline and its line."""
    x, y, top = WIDE / 2 + 0.02, LONG / 2 + 0.02, 1.95
    add_rod(b, "metal", (x, y, DECK - 0.1), (x, y, top), 0.01, "pole", 18)
    for s in (-1, 1):
        hook = smooth_path([(x, y, top - 0.02), (x + 0.06 * s, y, top + 0.01), (x + 0.1 * s, y, top - 0.01), (x + 0.115 * s, y, top + 0.02)], 30)
        b.add(sweep(hook, 0.005, sides=10), "metal", "pole")
    rings = [
        [(x - 0.1 + u, y + v, z) for u, v in rounded_rectangle(w, d, min(w, d) * 0.45, 6)]
        for w, d, z in ((0.03, 0.012, 1.66), (0.09, 0.04, 1.69), (0.1, 0.045, 1.78), (0.095, 0.03, 1.88), (0.08, 0.008, 1.92))
    ]
    b.add(loft(rings, smooth=70), "drip", "drip")
    b.add(move(rotate(torus(0.012, 0.002), 90), x - 0.1, y, 1.925), "metal", "drip")
    b.add(cylinder(0.011, 0.06, bevel=0.003, at=(x - 0.1, y, 1.59)), "drip", "drip")
    line = smooth_path([(x - 0.1, y, 1.59), (x - 0.09, y - 0.02, 1.25), (x - 0.02, y - 0.12, 0.95), (x - 0.1, y - 0.4, 0.98), (x - 0.2, y - 0.6, 0.86)], 60)
    b.add(sweep(line, 0.0024, sides=8), "drip", "drip")
