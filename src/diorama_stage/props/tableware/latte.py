# SPDX-License-Identifier: GPL-3.0-or-later
"""Latte art: a figure poured into the crema."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, join, sweep


def latte_art(spec: Spec, b: Builder, radius: float, level: float) -> None:
    """A rosetta of milk foam on coffee, where latte art is asked for: nested chevrons that narrow to a stem, drawn as thin foam."""
    if not spec.has("latte_art"):
        return
    b.slot("foam", "icing", "#f3e6d2", role="fixed")
    leaves = []
    for k in range(6):
        t = k / 5
        y, wide, thick = radius * (0.55 - 1.0 * t), radius * (0.62 * math.sin(math.pi * (0.22 + 0.62 * (1 - t)))), radius * 0.075
        line = [(wide * u, y + radius * 0.34 * abs(u) ** 1.4 - radius * 0.05, level + 0.0003) for u in np.linspace(-1, 1, 31)]
        widths = thick * (1 - np.abs(np.linspace(-1, 1, 31)) ** 3 * 0.85)
        leaves.append(sweep(line, widths, sides=8, flat=0.12))
    leaves.append(sweep([(0, radius * 0.72, level + 0.0003), (0, -radius * 0.66, level + 0.0003)], radius * 0.03, sides=8, flat=0.15))
    b.add(join(leaves), "foam")
