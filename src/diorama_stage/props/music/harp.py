# SPDX-License-Identifier: GPL-3.0-or-later
"""A harp."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.props.registry import prop


@prop("harp")
def harp(spec: Spec, b: Builder) -> None:
    """A concert harp from its side: a fluted column, a curved neck, a slanting sound box, forty strings, a base with pedals."""
    b.slot("body", b.choose("gold_leaf", "walnut", "wood"))
    b.slot("strings", "steel", "#d8d2c0", role="fixed")
    b.slot("pins", "brass", role="trim")
    column = [(0.045, 0), (0.05, 0.02), (0.036, 0.05), (0.03, 0.12), (0.027, 1.45), (0.034, 1.52), (0.05, 1.58), (0.042, 1.64), (0.052, 1.7), (0, 1.74)]
    post = lathe([(0, 0), *column], segments=64, smooth=50)
    b.add(move(rotate(post, 0, 4, 0), -0.42, 0, 0.1), "body", "column")
    neck = smooth_path([(-0.3, 0, 1.7), (-0.16, 0, 1.62), (0.02, 0, 1.44), (0.18, 0, 1.42), (0.34, 0, 1.5), (0.42, 0, 1.46)], 60)
    b.add(sweep(neck, np.interp(np.linspace(0, 1, 60), [0, 0.3, 1], [0.045, 0.04, 0.05]), sides=20, flat=0.7), "body", "neck")
    top, foot = np.array((0.44, 0, 1.44)), np.array((-0.22, 0, 0.16))
    b.add(sweep([tuple(top), tuple(foot)], [0.055, 0.15], sides=28), "body", "sound box")
    made, pins = [], []
    for k in range(40):
        u = (k + 0.5) / 40
        low = foot + (top - foot) * (0.06 + 0.9 * u) + np.array((-0.03, 0, 0.045))
        high = neck[int(4 + u * 53)] - (0, 0, 0.035)
        made.append(sweep([tuple(low), tuple(high)], 0.0013 - 0.0006 * u, sides=5))
        pins.append(move(rotate(cylinder(0.0045, 0.075, bevel=0.001, segments=10, at=(0, 0, -0.0375)), 90, 0, 0), *(high + (0, 0, 0.03))))
    b.add(join(made), "strings")
    b.add(join(pins), "pins")
    b.add(box(0.5, 0.34, 0.1, bevel=0.035, at=(-0.3, 0, 0.02)), "body", "base")
    b.add(join([box(0.02, 0.13, 0.012, bevel=0.004, at=(-0.46 + 0.055 * k, -0.21, 0.05)) for k in range(7)]), "pins", "pedals")
    b.add(join([cylinder(0.03, 0.025, at=(-0.3 + x, y, 0)) for x in (-0.2, 0.2) for y in (-0.13, 0.13)]), "body", "feet")
