# SPDX-License-Identifier: GPL-3.0-or-later
"""A walking stick."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, smooth_path, sweep
from diorama_stage.kit.lie import lying
from diorama_stage.props.registry import prop


@prop("cane")
def cane(spec: Spec, b: Builder) -> None:
    """A walking stick with a crook; it leans, or lies."""
    b.slot("body", "walnut")
    b.slot("tip", "rubber", "#1c1b1a", role="fixed")
    bend = [(0.055 - 0.055 * math.cos(u), 0, 0.84 + 0.055 * math.sin(u)) for u in np.linspace(0, math.pi * 1.05, 30)]
    path = smooth_path([(0, 0, 0.02), (0, 0, 0.4), (0, 0, 0.8), *bend], 90)
    b.add(sweep(path, np.interp(np.linspace(0, 1, 90), [0, 0.7, 1], [0.009, 0.0115, 0.011]), sides=20), "body")
    b.add(cylinder(0.0115, 0.03, bevel=0.003, segments=32), "tip")
    b.lean = "side"
    if not spec.has("leaning", "upright", "standing"):
        lying(b, b.rng.uniform(-10, 10))
