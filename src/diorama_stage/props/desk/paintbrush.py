# SPDX-License-Identifier: GPL-3.0-or-later
"""A paintbrush."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, lathe, smooth_path
from diorama_stage.kit.lie import lying
from diorama_stage.props.registry import prop


@prop("paintbrush")
def paintbrush(spec: Spec, b: Builder) -> None:
    b.slot("body", "wood", b.choose("#b98a52", "#7a2a22", "#20324d"))
    b.slot("ferrule", "brass", role="trim")
    b.slot("bristles", "fur", "#8a5a33", role="fixed")
    b.add(lathe(smooth_path([(0, 0), (0.0022, 0.002), (0.003, 0.06), (0.0052, 0.12), (0.0036, 0.165), (0.0036, 0.166), (0, 0.166)], 60), segments=40), "body")
    b.add(lathe([(0, 0.158), (0.0042, 0.158), (0.0046, 0.172), (0.0042, 0.174), (0.0055, 0.188), (0, 0.188)], segments=40), "ferrule")
    hairs = smooth_path([(0.0052, 0.187), (0.0072, 0.2), (0.006, 0.214), (0.0022, 0.226), (0, 0.229)], 40)
    b.add(lathe([(0, 0.187), *map(tuple, hairs)], segments=48, smooth=180), "bristles")
    lying(b, b.rng.uniform(-10, 10))
