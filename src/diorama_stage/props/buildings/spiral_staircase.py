# SPDX-License-Identifier: GPL-3.0-or-later
"""A spiral staircase."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, extrude, join, move, rotate, sphere, sweep
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop


@prop("spiral_staircase")
def spiral_staircase(spec: Spec, b: Builder) -> None:
    """Wedge-shaped treads wind once and a quarter about a post, with two balusters each under a helical handrail, to a landing."""
    b.slot("treads", b.choose("oak", "iron", "walnut"))
    b.slot("rail", "iron", "#242527", role="trim")
    count, rise, r, step = 17, 0.19, 0.85, 27.0
    outline = [(0.03, -0.06), (r, -0.24), (r + 0.02, 0), (r, 0.24), (0.03, 0.06)]
    treads, bars = [], []
    for k in range(count):
        z = rise * (k + 1)
        treads.append(move(rotate(extrude(outline, 0.04, bevel=0.006), 0, 0, step * k), 0, 0, z - 0.04))
        for off in (-0.3, 0.3):
            a = np.radians(step * (k + off))
            x, y = (r - 0.03) * np.cos(a), (r - 0.03) * np.sin(a)
            bars.append([(x, y, z - 0.02), (x, y, z + 0.95 + rise * off)])
    b.add(
        join(
            [
                *treads,
                move(
                    rotate(extrude([(0.03, -0.06), (r, -0.24), (r * 1.5, 0.3), (0.6, 0.9), (0.03, 0.3)], 0.05, bevel=0.006), 0, 0, step * count),
                    0,
                    0,
                    rise * count,
                ),
            ]
        ),
        "treads",
    )
    b.add(rods(bars, 0.009), "rail", "balusters")
    t = np.radians(step * np.linspace(-0.4, count - 0.5, 120))
    b.add(
        sweep(np.stack([(r - 0.03) * np.cos(t), (r - 0.03) * np.sin(t), 0.95 + rise * (1 + t / np.radians(step))], axis=1), 0.022, sides=12), "rail", "handrail"
    )
    high = rise * count + 1.1
    b.add(join([cylinder(0.055, high, bevel=0.004), cylinder(0.16, 0.03, bevel=0.006), sphere(0.08, at=(0, 0, high + 0.05), segments=24)]), "rail", "post")
    b.footprint = "round"
