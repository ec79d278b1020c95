# SPDX-License-Identifier: GPL-3.0-or-later
"""A sword."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, ellipsoid, lathe, loft, smooth_path, sphere, sweep
from diorama_stage.kit.lie import lying
from diorama_stage.props.registry import prop


@prop("sword")
def sword(spec: Spec, b: Builder) -> None:
    """A straight double-edged blade with a fuller, cross guard, leather grip and pommel."""
    b.slot("body", "steel")
    b.slot("guard", "brass", role="trim")
    b.slot("grip", "leather", "#3a2115", role="trim")
    rings = []
    for z in np.linspace(0.19, 0.98, 40):
        t = (z - 0.19) / 0.79
        w, d = 0.025 * (1 - 0.3 * t) * min(1.0, (1 - t) * 9 + 0.02) ** 0.6, 0.0032 * (1 - 0.5 * t)
        groove = 0.45 * max(0.0, 1 - t * 1.4)
        rings.append([(-w, 0, z), (-w * 0.45, -d, z), (0, -d * (1 - groove), z), (w * 0.45, -d, z), (w, 0, z), (w * 0.45, d, z), (0, d * (1 - groove), z), (-w * 0.45, d, z)])
    b.add(loft(rings, smooth=20), "body", "blade")
    b.add(sweep(smooth_path([(-0.105, 0, 0.2), (-0.05, 0, 0.186), (0.05, 0, 0.186), (0.105, 0, 0.2)], 30), np.interp(np.linspace(0, 1, 30), [0, 0.5, 1], [0.008, 0.0105, 0.008]), sides=16), "guard")
    for x in (-0.105, 0.105):
        b.add(sphere(0.0115, at=(x, 0, 0.2), segments=24), "guard")
    grip = [(0.0125 + 0.0016 * (k % 2), 0.045 + 0.0045 * k) for k in range(31)]
    b.add(lathe([(0, 0.045), *grip, (0, 0.18)], segments=32, squash=0.8), "grip")
    b.add(ellipsoid(0.024, 0.016, 0.024, at=(0, 0, 0.026), segments=32), "guard", "pommel")
    if not spec.has("upright", "standing"):
        lying(b, b.rng.uniform(-14, 14))
