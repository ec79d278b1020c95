# SPDX-License-Identifier: GPL-3.0-or-later
"""A toothbrush."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, join, loft, rotate, sweep
from diorama_stage.kit.lie import lying
from diorama_stage.props.registry import prop


@prop("toothbrush")
def toothbrush(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#3a86c8", "#d94f5c", "#53a86b", "#e9e6df"))
    b.slot("bristles", "paint", "#f4f4f0", role="fixed")
    t = np.linspace(0, 1, 60)
    wide = np.interp(t, [0, 0.08, 0.45, 0.62, 0.78, 0.84, 0.96, 1], [0.0045, 0.0066, 0.0062, 0.0034, 0.003, 0.0058, 0.0062, 0.003])
    thick = np.interp(t, [0, 0.3, 0.62, 0.8, 1], [0.0045, 0.0052, 0.003, 0.0025, 0.0022])
    a = np.linspace(0, 2 * math.pi, 25)[:-1]
    rings = [np.stack([wide[k] * np.cos(a), thick[k] * np.sin(a) + 0.006 * math.sin(2.4 * t[k]), np.full(24, 0.185 * t[k])], axis=1) for k in range(60)]
    b.add(loft(rings, smooth=180), "body")
    tufts = []
    for i in range(4):
        for j in range(11):
            x, z = -0.0041 + 0.00273 * i, 0.158 + 0.0022 * j
            lean = b.rng.uniform(-0.0004, 0.0004)
            tufts.append(sweep([(x, 0.0045, z), (x + lean, 0.0155, z + lean)], 0.00105, sides=7))
    b.add(join(tufts), "bristles")
    for o in [o for group in b._parts.values() for o in group]:
        rotate(o, 0, 0, 90)  # bristles up once it lies
    lying(b, b.rng.uniform(-8, 8))
