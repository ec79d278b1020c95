# SPDX-License-Identifier: GPL-3.0-or-later
"""A wooden footbridge: arched beams, planks, posts with rails."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, move, rotate, sweep
from diorama_stage.props.registry import prop


@prop("bridge_wood")
def bridge_wood(spec: Spec, b: Builder) -> None:
    b.slot("body", "wood", b.choose("#8a6a48", "#7a5c40", "#94775a"), finish=("weathered",))
    b.slot("stones", "stone", "#8d877c", role="trim")
    half, deep, rise = 4.0, 0.8, 0.75
    deck = lambda x: 0.55 + rise * (1 - (x / half) ** 2)  # noqa: E731
    slope = lambda x: np.degrees(np.arctan(-2 * rise * x / half**2))  # noqa: E731
    xs = np.linspace(-half, half, 41)
    for y in (-deep + 0.1, deep - 0.1):
        b.add(sweep([(x, y, deck(x) - 0.16) for x in xs], 0.1, section=[(-0.8, -1.3), (0.8, -1.3), (0.8, 1.3), (-0.8, 1.3)], smooth=20), "body", "beams")
    planks = []
    for x in np.arange(-half + 0.08, half, 0.165):
        plank = box(0.15, 2 * deep + b.rng.uniform(-0.03, 0.03), 0.045, bevel=0.006, segments=1)
        planks.append(move(rotate(plank, b.rng.uniform(-0.5, 0.5), -slope(x), b.rng.uniform(-0.8, 0.8)), x, b.rng.uniform(-0.015, 0.015), deck(x) - 0.03))
    b.add(join(planks), "body", "planks")
    for s in (-1, 1):
        y = s * (deep - 0.04)
        posts = [box(0.09, 0.09, 1.2, bevel=0.008, at=(x, y, deck(x) - 0.2)) for x in np.linspace(-half + 0.25, half - 0.25, 7)]
        rails = [sweep([(x, y, deck(x) + up) for x in xs], r, sides=8, flat=f) for up, r, f in ((1.0, 0.055, 0.8), (0.52, 0.04, 0.8))]
        b.add(join([*posts, *rails]), "body", "rails")
    for s in (-1, 1):
        b.add(box(0.9, 2 * deep + 0.5, 0.62, bevel=0.08, at=(s * (half + 0.1), 0, -0.12)), "stones", "footings")
    b.support("deck", -1.2, 1.2, -deep * 0.6, deep * 0.6, deck(0) + 0.02)
