# SPDX-License-Identifier: GPL-3.0-or-later
"""A comb and a hairbrush."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, join, move, scale, sweep
from diorama_stage.props.registry import prop


@prop("comb")
def comb(spec: Spec, b: Builder) -> None:
    """A pocket comb, one half of fine teeth, the other of coarse; it lies."""
    b.slot("body", b.choose("tortoiseshell", "plastic"), "#1f1d1c" if b.rng.random() < 0.5 else None)
    length, back = 0.17, 0.013
    parts = [box(length, back, 0.0042, bevel=0.0015, at=(0, back / 2 + 0.012, 0))]
    parts += [box(0.006, 0.034, 0.004, bevel=0.0014, at=(s * (length / 2 - 0.003), -0.004, 0)) for s in (-1, 1)]
    x = -length / 2 + 0.008
    while x < length / 2 - 0.007:
        wide = 0.00075 if x < 0 else 0.0015
        parts.append(box(wide * 2, 0.031, 0.0032, bevel=wide * 0.6, at=(x, -0.003, 0.0005)))
        x += wide * 3.6
    b.add(join(parts), "body")


@prop("hairbrush")
def hairbrush(spec: Spec, b: Builder) -> None:
    """An oval head with a cushion of bristles up, a waisted handle."""
    b.slot("body", b.choose("wood", "walnut", "bamboo"))
    b.slot("cushion", "rubber", "#23211f", role="trim")
    b.slot("bristles", "plastic", "#2b2725", role="fixed")
    head = move(scale(cylinder(1.0, 1.0, bevel=0.2, segments=64), 0.058, 0.034, 0.016), 0.05, 0, 0)
    handle = sweep(
        [(0.0, 0, 0.009), (-0.03, 0, 0.009), (-0.075, 0, 0.009), (-0.125, 0, 0.009), (-0.138, 0, 0.009)],
        [0.016, 0.011, 0.0135, 0.0125, 0.006],
        sides=20,
        flat=0.62,
    )
    b.add(join([head, handle]), "body")
    b.add(move(ellipsoid(0.05, 0.027, 0.006, segments=48), 0.05, 0, 0.0158), "cushion")
    pins = []
    for i in range(-8, 9):
        for j in range(-4, 5):
            x, y = i * 0.0056 + 0.0028 * (j % 2), j * 0.0056
            if (x / 0.046) ** 2 + (y / 0.024) ** 2 < 1:
                z = 0.0158 + 0.006 * np.sqrt(1 - (x / 0.05) ** 2 - (y / 0.027) ** 2)
                pins.append(cylinder(0.00055, 0.014, bevel=0.0003, segments=8, at=(0.05 + x, y, float(z) - 0.001)))
    b.add(join(pins), "bristles")
