# SPDX-License-Identifier: GPL-3.0-or-later
"""What one slides down snow on: a pair of skis, a snowboard."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, loft, move, rotate, sweep
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


def board(length: float, waist: float, ends: float, thick: float, rise: float):
    """A board along x: a narrow waist, rounded tips that turn up, metres."""
    rings = []
    for u in np.linspace(-1, 1, 90):
        wide = waist + (ends - waist) * abs(u) ** 2.2
        wide *= np.sqrt(np.clip(1 - np.clip((abs(u) - 0.9) / 0.1, 0, 1) ** 2, 0.002, 1))
        z = rise * np.clip((abs(u) - 0.78) / 0.22, 0, 1) ** 2
        x, a, t = u * length / 2, wide / 2, thick * (1.0 - 0.35 * abs(u))
        rings.append([(x, -a, z), (x, a, z), (x, a, z + t * 0.7), (x, a * 0.94, z + t), (x, -a * 0.94, z + t), (x, -a, z + t * 0.7)])
    return loft(rings, smooth=40)


@prop("skis")
def skis(spec: Spec, b: Builder) -> None:
    """A pair with bindings and two poles across; upright against what they lean on."""
    b.slot("body", "lacquer", b.choose("#c6281f", "#1f5fa8", "#e0b81e", "#20242a"))
    b.slot("bindings", "plastic", "#1c1d20", role="trim")
    b.slot("poles", "aluminium", "#c9ccce", role="fixed")
    made = []
    for s in (-1, 1):
        made.append(b.add(move(board(1.7, 0.072, 0.11, 0.014, 0.09), 0, s * 0.075, 0), "body"))
        parts = [box(0.09, 0.062, 0.03, bevel=0.006, at=(0.12, s * 0.075, 0.012)), box(0.1, 0.062, 0.045, bevel=0.008, at=(-0.19, s * 0.075, 0.012))]
        parts += [box(0.36, 0.05, 0.008, bevel=0.002, at=(-0.03, s * 0.075, 0.012))]
        made.append(b.add(join(parts), "bindings"))
        pole = [sweep([(-0.6, s * 0.19, 0.012), (0.6, s * 0.13, 0.012)], 0.0085, sides=14)]
        made.append(b.add(join(pole), "poles"))
        grip = [sweep([(0.5, s * 0.135, 0.014), (0.63, s * 0.128, 0.014)], [0.016, 0.019], sides=14)]
        grip.append(move(rotate(cylinder(0.042, 0.006, bevel=0.002), 0, 90, 0), -0.53, s * 0.187, 0.04))
        made.append(b.add(join(grip), "bindings", "grips"))
    if spec.has("leaning", "upright"):
        for o in made:
            rotate(o, 0, -90, 90)
        b.lean = "back"
    grounded(*made)


@prop("snowboard")
def snowboard(spec: Spec, b: Builder) -> None:
    """A twin-tipped board with two bindings across it."""
    b.slot("body", "lacquer", b.choose("#1f5fa8", "#e0672a", "#20242a", "#3f8f5a"))
    b.slot("bindings", "plastic", "#1c1d20", role="trim")
    made = [b.add(board(1.55, 0.25, 0.3, 0.012, 0.07), "body")]
    for s in (-1, 1):
        parts = [box(0.12, 0.28, 0.012, bevel=0.004), move(rotate(box(0.1, 0.012, 0.17, bevel=0.005), 14, 0, 0), 0, 0.13, 0)]
        parts += [sweep([(-0.055, y, 0.02), (-0.05, y, 0.075), (0.05, y, 0.075), (0.055, y, 0.02)], 0.009, sides=10, flat=0.5) for y in (-0.08, 0.03)]
        made.append(b.add(move(rotate(join(parts), 0, 0, s * -12), s * 0.26, 0, 0.012), "bindings"))
    if spec.has("leaning", "upright"):
        for o in made:
            rotate(o, 0, -90, 90)
        b.lean = "back"
    grounded(*made)
