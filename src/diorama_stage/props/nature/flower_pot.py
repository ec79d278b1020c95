# SPDX-License-Identifier: GPL-3.0-or-later
"""A flower pot."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, displace, field, lathe, rounded_profile
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop


@prop("flower_pot")
def flower_pot(spec: Spec, b: Builder) -> None:
    """An empty pot of terracotta: a tapered wall, a collar, a hole in the floor, bloom of lime where water dried."""
    r, h, wall = b.vary(0.075, 0.06), b.vary(0.132, 0.06), 0.0062
    b.slot("body", "terracotta", b.choose("#b5643c", "#a85a38", "#bd7048"))
    foot, collar = r * 0.66, h * 0.24
    out = [(0.009, 0), (foot, 0), (r * 0.9, h - collar), (r * 0.985, h - collar + 0.001), (r, h - 0.004), (r - 0.002, h)]
    inner = [(r - wall - 0.002, h), (r - wall - 0.003, h - collar), (foot - wall * 0.6, wall), (0.009, wall), (0.009, 0)]
    profile = rounded_profile([*out, *inner], 0.0022, 4)
    dense = [profile[0]]
    for a, c in zip(profile, profile[1:], strict=False):
        n = max(int(math.dist(a, c) / 0.004), 1)
        dense += [tuple(np.asarray(a) + (np.asarray(c) - np.asarray(a)) * k / n) for k in range(1, n + 1)]
    body = displace(lathe(dense, segments=112, smooth=45), 0.0006, 0.02, seed=spec.seed)

    def weathered(p):
        lime = np.clip(0.55 * field(p, 0.05, seed=spec.seed) + 0.3 * field(p, 0.012, seed=spec.seed + 1) + 0.5 - 5.5 * p[:, 2], 0, 1)[:, None] * 0.5
        return (1 - lime) * (0.96 + 0.08 * field(p, 0.02, seed=2)[:, None]) + lime * np.array([1.35, 1.9, 2.6])

    b.add(tint(body, weathered), "body")
    b.interior = Interior(foot, wall, h)
    b.footprint = "round"
