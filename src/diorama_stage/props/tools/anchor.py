# SPDX-License-Identifier: GPL-3.0-or-later
"""A ship's anchor."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, move, rotate, sphere, sweep, torus
from diorama_stage.props.registry import prop


@prop("anchor")
def anchor(spec: Spec, b: Builder) -> None:
    """An admiralty anchor, upright on its crown: shank, stock with balls, two arms with flukes, a ring."""
    b.slot("body", "cast_iron", "#33363a")
    h = 1.0
    shank = sweep([(0, 0, 0.06 * h), (0, 0, 0.92 * h)], [0.045 * h, 0.03 * h], sides=16)
    a = np.radians(np.linspace(205, 335, 30))
    arms = sweep(
        np.stack([0.4 * h * np.cos(a), np.zeros(30), 0.43 * h + 0.4 * h * np.sin(a)], axis=1),
        np.interp(np.linspace(-1, 1, 30), [-1, 0, 1], [0.022, 0.05, 0.022]) * h,
        sides=16,
    )
    parts = [shank, arms, sweep([(0, -0.36 * h, 0.84 * h), (0, 0.36 * h, 0.84 * h)], 0.022 * h, sides=14)]
    parts += [sphere(0.036 * h, at=(0, s * 0.37 * h, 0.84 * h), segments=24) for s in (-1, 1)]
    for s in (-1, 1):
        fluke = rotate(box(0.2 * h, 0.13 * h, 0.018 * h, bevel=0.006 * h, at=(0, 0, -0.009 * h)), 0, s * 62, 0)
        parts.append(move(fluke, s * 0.34 * h, 0, 0.3 * h))
    b.add(join(parts), "body")
    b.add(move(rotate(torus(0.075 * h, 0.014 * h, segments=48), 90, 0, b.rng.uniform(-20, 20)), 0, 0, 0.99 * h), "body", "ring")
    b.lean = "back"
