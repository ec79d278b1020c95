# SPDX-License-Identifier: GPL-3.0-or-later
"""Flags."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, from_geometry, solidify, sphere, sweep
from diorama_stage.props.registry import prop


@prop("flag")
def flag(spec: Spec, b: Builder) -> None:
    """A flag in the wind on a pole."""
    b.slot("body", "cotton", b.choose("#c2262e", "#1f4f9c", "#2f7a46"))  # a white one would be a surrender
    b.slot("pole", "aluminium", role="trim")
    b.slot("base", "concrete", role="trim")
    tall, wide, high = 2.6, 1.2, 0.8
    b.add(sweep([(0, 0, 0), (0, 0, tall)], 0.022, sides=20), "pole")
    b.add(sphere(0.04, at=(0, 0, tall + 0.02), segments=24), "pole", "finial")
    b.add(cylinder(0.16, 0.06, bevel=0.01), "base")
    u, v = np.linspace(0, 1, 70), np.linspace(0, 1, 40)
    points, faces = [], []
    phase = b.rng.uniform(0, 6)
    for i in v:
        for k in u:
            wave = 0.13 * k**0.7 * math.sin(8.5 * k - 1.3 * i + phase) + 0.03 * k * math.sin(19 * k + 3 * i)
            points.append((0.024 + wide * k * 0.94, wave, tall - 0.06 - high * i - 0.16 * k**1.6 - 0.03 * k * math.sin(6 * k + phase)))
    for i in range(39):
        faces += [(i * 70 + k, i * 70 + k + 1, (i + 1) * 70 + k + 1, (i + 1) * 70 + k) for k in range(69)]
    uvs = [(k, 1 - i) for i in v for k in u]
    b.add(solidify(from_geometry("flag", points, faces, smooth=180, uvs=uvs), 0.003, offset=0), "body", "cloth")
