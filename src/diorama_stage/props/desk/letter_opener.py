# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter opener."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, extrude, lathe, move, rotate, scale, sphere
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("letter_opener")
def letter_opener(spec: Spec, b: Builder) -> None:
    """A slim pointed blade with a guard, a turned handle and a ball at its end."""
    b.slot("body", b.choose("silver", "brass", "steel"))
    t = np.linspace(0, 1, 16)
    half = 0.0068 * np.interp(t, [0, 0.15, 0.75, 1], [0.8, 1.0, 0.8, 0.03])
    right = [(float(h), float(0.012 + 0.135 * u)) for u, h in zip(t, half, strict=True)]
    made = [b.add(extrude([*right, *[(-x, y) for x, y in right[::-1]]], 0.0018, bevel=0.0007, at=(0, 0, 0.0032)), "body", "blade")]
    made.append(b.add(extrude([(-0.013, 0.008), (0.013, 0.008), (0.011, 0.014), (-0.011, 0.014)], 0.0042, bevel=0.0014, at=(0, 0, 0.002)), "body", "guard"))
    grip = [(0, -0.062), (0.0042, -0.06), (0.0058, -0.045), (0.004, -0.03), (0.0062, -0.01), (0.0048, 0.008), (0, 0.01)]
    made.append(b.add(scale(rotate(lathe(grip, segments=28, smooth=60), -90), 1, 1, 0.75), "body", "handle"))
    made.append(b.add(sphere(0.0058, at=(0, -0.066, 0), segments=24), "body", "handle"))
    for o in made[2:]:
        move(o, 0, 0, 0.0042)
    grounded(*made)
