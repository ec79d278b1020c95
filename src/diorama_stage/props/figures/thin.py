# SPDX-License-Identifier: GPL-3.0-or-later
"""Snakes and butterflies, whose bodies are one line or one sheet."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, ellipsoid, extrude, move, rotate, scale, smooth_path, sweep
from diorama_stage.props.registry import prop


@prop("figure_snake")
def snake(spec: Spec, b: Builder) -> None:
    b.slot("body", "patinated_bronze", "#6c6a44")
    b.slot("eyes", "lacquer", "#14110f", role="fixed")
    t = np.linspace(0, 1, 90)
    path = [(0.16 * (1 - 0.55 * u) * math.cos(u * 13), 0.16 * (1 - 0.55 * u) * math.sin(u * 13), 0.016 + 0.09 * u**1.5) for u in t[:-12]] + [(0.0 + 0.02 * i / 12, -0.09 - 0.09 * i / 12, 0.1 + 0.05 * math.sin(i / 12 * 1.5)) for i in range(12)]
    b.add(sweep(path, np.interp(t, [0, 0.2, 0.9, 0.96, 1], [0.002, 0.014, 0.016, 0.013, 0.013]), sides=20), "body")
    b.add(move(rotate(ellipsoid(0.019, 0.03, 0.013, at=(0, 0, 0), segments=32), -12), 0.019, -0.186, 0.146), "body")
    for s in (-1, 1):
        b.add(ellipsoid(0.003, 0.004, 0.003, at=(0.019 + 0.0135 * s, -0.2, 0.155), segments=16), "eyes")


@prop("figure_butterfly")
def butterfly(spec: Spec, b: Builder) -> None:
    b.slot("body", "ceramic", "#d98a2b")
    b.slot("dark", "lacquer", "#14110f", role="fixed")
    b.add(sweep(smooth_path([(0, -0.03, 0.02), (0, 0.0, 0.024), (0, 0.035, 0.02)], 24), np.interp(np.linspace(0, 1, 24), [0, 0.5, 1], [0.004, 0.006, 0.002]), sides=18), "dark", "body")
    for s in (-1, 1):
        for (cx, cy), (rx, ry) in (((0.032, -0.018), (0.034, 0.026)), ((0.024, 0.022), (0.024, 0.02))):
            wing = extrude([(cx + rx * math.cos(a) * (1 + 0.12 * math.cos(3 * a)), cy + ry * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)], 0.0008, bevel=0.0002)
            if s < 0:
                scale(wing, -1, 1, 1)
            b.add(move(rotate(wing, 0, -24 * s), 0, 0, 0.022), "body", "wings")
