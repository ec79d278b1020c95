# SPDX-License-Identifier: GPL-3.0-or-later
"""A sewing machine."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.props.registry import prop

ARM = [
    (-0.19, 0.16),
    (-0.1, 0.16),
    (-0.1, 0.21),
    (-0.06, 0.225),
    (0.06, 0.225),
    (0.1, 0.2),
    (0.11, 0.03),
    (0.19, 0.03),
    (0.19, 0.25),
    (0.16, 0.29),
    (-0.15, 0.29),
    (-0.19, 0.27),
]
"""The body over its bed, as seen from the front: x, z."""


@prop("sewing_machine")
def sewing_machine(spec: Spec, b: Builder) -> None:
    """An old one: a curved arm of black enamel with gold lines, a hand wheel (right), a needle over its plate (left), a spool of thread, a wooden base."""
    b.slot("body", "lacquer", b.choose("#141416", "#141416", "#1c3a34"))
    b.slot("gilt", "gold", role="fixed")
    b.slot("metal", "chrome", role="trim")
    b.slot("base", "walnut", role="trim")
    b.slot("thread", "cotton", b.choose("#b3262e", "#2a5f8f", "#e0b13a"), role="fixed")
    b.add(box(0.46, 0.22, 0.045, bevel=0.008), "base")
    b.add(box(0.42, 0.18, 0.02, bevel=0.006, at=(0, 0, 0.045)), "body", "bed")
    b.add(move(rotate(extrude(ARM, 0.075, bevel=0.018, segments=4), 90, 0, 0), 0, 0.0375, 0.03), "body", "arm")
    lines = [
        [(-0.165, -0.0385, 0.295), (0.15, -0.0385, 0.295), (0.165, -0.0385, 0.28), (0.165, -0.0385, 0.08)],
        [(-0.075, -0.0385, 0.265), (0.08, -0.0385, 0.265), (0.13, -0.0385, 0.23), (0.135, -0.0385, 0.09)],
    ]
    b.add(join([sweep(smooth_path(line, 40), 0.0016, sides=6) for line in lines]), "gilt")
    wheel = lathe(
        [
            (0, -0.008),
            (0.025, -0.008),
            (0.03, -0.004),
            (0.048, -0.004),
            (0.052, -0.012),
            (0.064, -0.012),
            (0.068, 0),
            (0.064, 0.012),
            (0.052, 0.012),
            (0.048, 0.004),
            (0.03, 0.004),
            (0.025, 0.02),
            (0, 0.02),
        ],
        segments=48,
    )
    b.add(move(rotate(wheel, 0, 90, 0), 0.215, 0, 0.245), "metal", "wheel")
    needle = [
        cylinder(0.006, 0.07, at=(-0.145, 0, 0.125)),
        cylinder(0.0014, 0.05, bevel=0, at=(-0.145, 0, 0.078)),
        cylinder(0.004, 0.09, at=(-0.163, 0, 0.1)),
        box(0.022, 0.03, 0.005, bevel=0.001, at=(-0.155, -0.004, 0.072)),
    ]
    needle += [
        box(0.075, 0.11, 0.003, bevel=0.001, at=(-0.15, 0, 0.0645)),
        move(rotate(cylinder(0.014, 0.008, bevel=0.002), 90, 0, 0), -0.145, -0.038, 0.22),
        cylinder(0.0025, 0.065, at=(0.05, 0, 0.315)),
    ]
    b.add(join(needle), "metal", "needle")
    b.add(
        lathe([(0.004, 0.322), (0.018, 0.322), (0.018, 0.326), (0.014, 0.33), (0.014, 0.366), (0.018, 0.37), (0.018, 0.373), (0.004, 0.373)], segments=32),
        "thread",
        "spool",
    )
    move(b._parts["spool"][0], 0.05, 0, 0)
    strand = [(0.05, -0.014, 0.35), (-0.04, -0.01, 0.325), (-0.13, -0.042, 0.3), (-0.145, -0.048, 0.22), (-0.148, -0.03, 0.17), (-0.145, -0.002, 0.09)]
    b.add(sweep(np.array(strand), 0.0007, sides=5), "thread")
