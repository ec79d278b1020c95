# SPDX-License-Identifier: GPL-3.0-or-later
"""A folding chair: two frames that cross below a slatted seat and turn on a pin."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, box, cylinder, join, move, rotate
from diorama_stage.kit.seams import sheet

SEAT = 0.44


def folding(b: Builder) -> None:
    """Of painted or bare wood, as they stand on lawns: from the side its legs are an X."""
    if b.rng.random() < 0.55:
        b.slot("frame", "paint", "#efece4", finish=("satin",))
    else:
        b.slot("frame", b.choose("oak", "pine"))
    b.slot("metal", "steel", "#8d8f91", role="fixed")
    for s in (-1, 1):
        _bar(b, (0.2 * s, 0.25, 0.0), (0.2 * s, -0.165, 0.475), 0.02, 0.034, "legs")
        _bar(b, (0.175 * s, -0.245, 0.0), (0.175 * s, 0.205, 0.6), 0.02, 0.036, "legs")
        _bar(b, (0.175 * s, 0.205, 0.6), (0.175 * s, 0.275, 0.84), 0.02, 0.034, "back")
        b.add(move(rotate(cylinder(0.0075, 0.075, bevel=0.002, at=(0, 0, -0.0375)), 0, 90), 0.1875 * s, -0.022, 0.298), "metal", "pins")
    for y, z, half in ((0.225, 0.03, 0.2), (-0.2, 0.062, 0.175), (0.15, 0.115, 0.2)):
        b.add(box(2 * half, 0.02, 0.03, bevel=0.005, at=(0, y, z)), "frame", "stretchers")
    for s in (-1, 1):
        b.add(box(0.024, 0.4, 0.026, bevel=0.005, at=(0.152 * s, -0.01, SEAT - 0.03)), "frame", "seat")
    slats = []
    for k, y in enumerate(np.linspace(-0.195, 0.165, 7)):
        slats.append(
            box(0.385 - 0.003 * (k % 2), 0.046, 0.012, bevel=0.004, at=(b.rng.uniform(-0.001, 0.001), y, SEAT - 0.004 - 0.006 * np.sin(np.pi * k / 6)))
        )
    b.add(join(slats), "frame", "slats")
    for t, tall in ((0.3, 0.05), (0.72, 0.072)):
        y, z = 0.205 + 0.07 * t, 0.6 + 0.24 * t
        x = np.linspace(-1, 1, 25)
        rows = np.array([[(0.178 * k, y + 0.022 * (1 - k * k) + v * 0.008, z + v * tall / 2) for k in x] for v in (-1, -0.5, 0, 0.5, 1)])
        b.add(sheet(rows, 0.011, smooth=60), "frame", "back")
    b.support("seat", -0.17, 0.17, -0.17, 0.15, SEAT + 0.006)


def _bar(b: Builder, low, high, wide: float, deep: float, part: str) -> None:
    """A flat bar with rounded ends from `low` to `high`, `wide` across and `deep` along the chair."""
    low, high = np.asarray(low, float), np.asarray(high, float)
    way = high - low
    long, lean = float(np.linalg.norm(way)), float(np.degrees(np.arctan2(way[1], way[2])))
    b.add(move(rotate(box(wide, deep, long, bevel=0.007, segments=4), -lean), *low), "frame", part)
