# SPDX-License-Identifier: GPL-3.0-or-later
"""A globe of glass with water for a fish."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, join, lathe, rounded_profile, smooth_path
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import fill

WALL = 0.0035


@prop("fishbowl")
def fishbowl(spec: Spec, b: Builder) -> None:
    """A blown globe with a wide lip, pebbles on its floor, water to above its widest."""
    r = b.vary(0.13)
    b.slot("body", "glass", "#f4faf9", params={"wall": WALL})
    outline = smooth_path(
        [
            (0.52 * r, 0.0),
            (0.62 * r, 0.012),
            (0.9 * r, 0.36 * r),
            (r, 0.86 * r),
            (0.9 * r, 1.34 * r),
            (0.72 * r, 1.6 * r),
            (0.7 * r, 1.66 * r),
            (0.78 * r, 1.74 * r),
        ],
        72,
    )
    inner = [(max(x - WALL, 0.0), z) for x, z in map(tuple, outline) if z > 0.008]
    b.add(lathe(rounded_profile([(0, 0), *map(tuple, outline), *inner[::-1], (0, 0.009)], 0.001), segments=112, smooth=60), "body")
    water = Spec(spec.kind, spec.seed, contents=spec.contents or "water")
    fill(water, b, [(inner[0][0] * 0.9, 0.009), *inner], level=0.8)
    b.slot("pebbles", "stone", b.choose("#b7aa92", "#8f9690"), role="fixed")
    stones = []
    for _ in range(60):
        s, a, far = b.rng.uniform(0.005, 0.01), b.rng.uniform(0, 2 * np.pi), 0.5 * r * b.rng.uniform(0, 1) ** 0.5
        stones.append(ellipsoid(s, s * 0.8, s * 0.6, at=(far * np.cos(a), far * np.sin(a), 0.012 + s * 0.4), segments=12))
    b.add(displace(join(stones), 0.001, 0.01, seed=spec.seed), "pebbles")
    b.support("water", -0.3 * r, 0.3 * r, -0.3 * r, 0.3 * r, 0.55 * r, round=True, headroom=1.1 * r)  # where a fish keeps itself
    b.footprint = "round"
