# SPDX-License-Identifier: GPL-3.0-or-later
"""Chopsticks."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, loft, move, rotate
from diorama_stage.props.registry import prop


@prop("chopsticks")
def chopsticks(spec: Spec, b: Builder) -> None:
    """A pair, square at the hand, round at the tip."""
    b.slot("body", "lacquer", b.choose("#7a1f1c", "#1d1a19", "#b98a52"))
    b.slot("tips", "wood", "#c9a26a", role="trim")
    for k, (dx, turn) in enumerate(((-0.006, -1.2), (0.006, 1.6))):
        n, rings = 40, []
        for z in np.linspace(0, 0.235, n):
            t = z / 0.235
            r, square = 0.0021 + 0.0019 * t, np.clip((t - 0.25) * 3, 0, 1)
            a = np.linspace(0, 2 * math.pi, 25)[:-1]
            power = 1 - 0.72 * square
            rings.append(np.stack([r * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** power, r * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** power, np.full(24, z)], axis=1))
        for part, slot in ((rings[: n // 3 + 1], "tips"), (rings[n // 3 :], "body")):
            b.add(move(rotate(loft(part, smooth=50), 0, turn, 0), dx, 0.0, 0.001 * k), slot)
    objects = [o for group in b._parts.values() for o in group]
    for o in objects:
        rotate(o, -90, 0, 0)
    low = min(v.co.z for o in objects for v in o.data.vertices)
    for o in objects:
        move(o, 0, -0.117, -low)
