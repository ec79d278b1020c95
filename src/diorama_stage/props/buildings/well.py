# SPDX-License-Identifier: GPL-3.0-or-later
"""A well."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, displace, join, lathe, move, rotate, sweep
from diorama_stage.props.registry import prop


@prop("well")
def well(spec: Spec, b: Builder) -> None:
    """A round wall of rough stones, two posts with a roof of shingles, a windlass with rope and a bucket over dark water."""
    b.slot("stones", "stone", b.choose("#8f8a80", "#a39a88"))
    b.slot("frame", "wood", "#6b4a2e", role="trim")
    b.slot("roof", "wood", b.choose("#5a4030", "#6f3a2a"), role="trim")
    b.slot("rope", "burlap", "#b79a68", role="fixed")
    b.slot("water", "lacquer", "#10161a", role="fixed")
    made = []
    for row in range(4):
        for k in range(16):
            a = 22.5 * (k + 0.5 * (row % 2)) + b.rng.uniform(-1.5, 1.5)
            stone = displace(box(0.2, 0.31 + b.rng.uniform(-0.03, 0.03), 0.195, bevel=0.035, segments=2), 0.012, 0.1, seed=row * 16 + k)
            made.append(rotate(move(stone, 0.8 + b.rng.uniform(-0.012, 0.012), 0, 0.2 * row), 0, 0, a))
    b.add(join(made), "stones", "wall")
    b.add(lathe([(0.66, 0.81), (0.66, 0.88), (0.69, 0.9), (0.93, 0.9), (0.95, 0.88), (0.95, 0.81), (0.66, 0.81)], segments=48), "stones", "rim")
    b.add(cylinder(0.7, 0.4, bevel=0), "water")
    posts = [box(0.11, 0.11, 1.35, bevel=0.012, at=(s * 0.82, 0, 0.85)) for s in (-1, 1)]
    posts += [box(2.0, 0.1, 0.1, bevel=0.012, at=(0, 0, 2.12)), move(rotate(cylinder(0.075, 1.5, bevel=0.006, at=(0, 0, -0.75)), 0, 90, 0), 0, 0, 1.55)]
    posts.append(sweep([(0.8, 0, 1.55), (1.02, 0, 1.55), (1.02, -0.2, 1.4), (1.18, -0.2, 1.4)], 0.02, sides=8))
    b.add(join(posts), "frame")
    shingles = []
    for s in (-1, 1):
        for row in range(6):
            for k in range(11):
                u = 0.1 + 0.135 * row
                shingles.append(
                    rotate(
                        move(box(0.195, 0.2, 0.022, bevel=0.004), -1.02 + 0.204 * k + 0.1 * (row % 2) * 0.4, -u, 0.012 * (row % 2)), 32, 0, 0 if s < 0 else 180
                    )
                )
    b.add(move(join(shingles), 0, 0, 2.68), "roof")
    b.add(join([box(0.05, 0.05, 0.5, bevel=0.006, at=(s * 0.82, 0, 2.18)) for s in (-1, 1)]), "frame", "gable")
    t = np.linspace(0, 9 * 2 * np.pi, 200)
    b.add(
        join(
            [
                sweep(np.stack([-0.14 + 0.28 * t / t[-1], 0.088 * np.cos(t), 1.55 + 0.088 * np.sin(t)], axis=1), 0.015, sides=6),
                sweep([(0.14, -0.09, 1.55), (0.14, -0.09, 1.24)], 0.012, sides=8),
            ]
        ),
        "rope",
    )
    pail = lathe([(0, 0.88), (0.13, 0.88), (0.165, 1.13), (0.15, 1.13), (0.118, 0.9), (0, 0.9)], segments=24)
    b.add(
        join(
            [
                move(pail, 0.14, -0.09, 0),
                sweep([(0.0, -0.09, 1.1), (0.07, -0.09, 1.22), (0.14, -0.09, 1.25), (0.21, -0.09, 1.22), (0.28, -0.09, 1.1)], 0.008, sides=6),
            ]
        ),
        "frame",
        "bucket",
    )
    b.footprint = "round"
