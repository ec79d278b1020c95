# SPDX-License-Identifier: GPL-3.0-or-later
"""Scissors."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    extrude,
    rotate,
    smooth_path,
    sweep,
)  # fmt: skip
from diorama_stage.props.registry import prop


@prop("scissors")
def scissors(spec: Spec, b: Builder) -> None:
    b.slot("handles", "plastic", b.choose("#c42a22", "#1d1d1f", "#e07a1e", "#2a5ea8"), finish=("satin",))
    b.slot("blades", "steel", role="trim")
    b.slot("screw", "brass", role="fixed")
    for s in (-1, 1):
        edge = [
            (-0.012, -0.0055),
            (0.012, -0.0068),
            (0.05, -0.0052),
            (0.098, 0.0012),
            (0.1, 0.0026),
            (0.05, 0.0052),
            (0.012, 0.0062),
            (-0.012, 0.0058),
            (-0.035, 0.004),
            (-0.035, -0.0045),
        ]
        blade = extrude([(x, y * s) for x, y in (edge if s > 0 else edge[::-1])], 0.0019, bevel=0.0005, at=(0, 0, 0.0063 if s > 0 else 0.0042))
        oval = [
            (-0.068 + 0.0265 * math.cos(a), -s * 0.0205 + 0.0155 * math.sin(a) - s * 0.004 * math.cos(a), 0.0062)
            for a in np.linspace(0, 2 * math.pi, 64)
        ]
        loop = sweep(oval, 0.0048, sides=18, flat=1.25)
        stem = smooth_path([(-0.017, 0, 0.0063), (-0.03, -s * 0.002, 0.0063), (-0.048, -s * 0.009, 0.0063)], 20)
        arm = sweep(stem, np.linspace(0.0058, 0.0066, 20), sides=18, flat=0.85)
        for o, slot in ((blade, "blades"), (loop, "handles"), (arm, "handles")):
            b.add(rotate(rotate(o, 0, 0, 13 * s), 0, 0, 30), slot)
    b.add(cylinder(0.0042, 0.0022, bevel=0.0008, at=(0, 0, 0.0081)), "screw")
    b.add(box(0.0062, 0.0008, 0.0005, bevel=0, at=(0, 0, 0.0101)), "blades", "slot")
