# SPDX-License-Identifier: GPL-3.0-or-later
"""A wheelbarrow."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, cylinder, join, lathe, loft, move, rotate, rounded_rectangle, smooth_path, solidify, sweep
from diorama_stage.props.registry import prop


@prop("wheelbarrow")
def wheelbarrow(spec: Spec, b: Builder) -> None:
    """A pressed tub on two long shafts that end in grips, two legs, one wheel in front (left)."""
    b.slot("tub", "paint", b.choose("#3f6b3a", "#a8342a", "#4a5a63"), finish=("satin",))
    b.slot("frame", "steel", "#55585a", role="trim")
    b.slot("grips", "rubber", "#222325", role="fixed")
    b.slot("tyre", "rubber", "#1b1c1d", role="fixed")
    rings = []
    for u in np.linspace(0, 1, 10):
        long, wide = 0.44 + 0.42 * u, 0.34 + 0.28 * u
        ring = rounded_rectangle(long, wide, 0.09)
        rings.append([(x - 0.06 * u, y, 0.33 + 0.29 * u + (0.05 * u * (0.5 - x / long))) for x, y in ring])
    b.add(solidify(loft(rings[:1] + rings, closed_ends=False), 0.004), "tub")
    floor = loft([[(x, y, 0.33) for x, y in rounded_rectangle(0.44, 0.34, 0.09)], [(x, y, 0.334) for x, y in rounded_rectangle(0.44, 0.34, 0.09)]])
    b.add(floor, "tub")
    frame = []
    for s in (-1, 1):
        shaft = smooth_path([(-0.62, s * 0.05, 0.2), (-0.3, s * 0.15, 0.3), (0.25, s * 0.2, 0.325), (0.55, s * 0.27, 0.5), (0.86, s * 0.29, 0.6)], 50)
        frame.append(sweep(shaft, 0.015, sides=14))
        frame.append(sweep(smooth_path([(0.2, s * 0.19, 0.32), (0.3, s * 0.23, 0.02), (0.42, s * 0.23, 0.015), (0.48, s * 0.23, 0.42)], 40), 0.013, sides=12))
        b.add(sweep([(0.76, s * 0.285, 0.572), (0.89, s * 0.291, 0.61)], 0.021, sides=16), "grips")
    frame.append(move(rotate(cylinder(0.012, 0.16, at=(0, 0, -0.08)), 90, 0, 0), -0.6, 0, 0.2))
    b.add(join(frame), "frame", "legs")
    tyre = lathe([(0.11, -0.035), (0.15, -0.05), (0.19, -0.035), (0.2, 0), (0.19, 0.035), (0.15, 0.05), (0.11, 0.035), (0.11, -0.035)], segments=64)
    b.add(move(rotate(tyre, 90, 0, 0), -0.6, 0, 0.2), "tyre", "wheel")
    disc = lathe([(0, -0.02), (0.05, -0.022), (0.115, -0.03), (0.115, 0.03), (0.05, 0.022), (0, 0.02)], segments=48)
    b.add(move(rotate(disc, 90, 0, 0), -0.6, 0, 0.2), "tub", "rim")
    b.interior = Interior(0.24, 0.335, 0.6)
