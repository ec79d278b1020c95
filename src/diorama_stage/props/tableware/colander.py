# SPDX-License-Identifier: GPL-3.0-or-later
"""A colander."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, lathe, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.kit.parts import pierced
from diorama_stage.props.registry import prop

SIDE = np.array([(0.055, 0.024), (0.082, 0.034), (0.106, 0.062), (0.118, 0.096), (0.121, 0.122)])
"""Radius and height of the bowl from its floor up, metres."""


@prop("colander")
def colander(spec: Spec, b: Builder) -> None:
    """A bowl pierced all round, on a ring foot, with two loop handles."""
    b.slot("body", *b.choose(("steel", None), ("steel", None), ("paint", "#e9e4d6"), ("paint", "#b52a2a")))
    curve = smooth_path(SIDE, 80)
    share = np.linspace(0, 1, 80)

    def wall(p):
        a, r, z = 2 * np.pi * p[:, 0], np.interp(p[:, 1], share, curve[:, 0]), np.interp(p[:, 1], share, curve[:, 1])
        return np.stack([r * np.cos(a), r * np.sin(a), z], axis=1)

    b.add(pierced(wall, 11, 56, 0.52, 0.0012, only=lambda u, v: 0.06 < v < 0.84), "body")

    def floor(p):
        x, y = 2 * p[:, 0] - 1, 2 * p[:, 1] - 1
        return np.stack([0.056 * x * np.sqrt(1 - y**2 / 2), 0.056 * y * np.sqrt(1 - x**2 / 2), np.full(len(p), 0.024)], axis=1)

    b.add(pierced(floor, 9, 9, 0.5, 0.0012), "body")
    b.add(torus(0.122, 0.0032, at=(0, 0, 0.122), segments=96), "body", "rim")
    foot = rounded_profile([(0.052, 0.024), (0.058, 0.0), (0.062, 0.0), (0.06, 0.006), (0.06, 0.026)], 0.001)
    b.add(lathe(foot, segments=72), "body", "foot")
    turn = b.rng.uniform(-16, 16)
    for side in (0, 180):
        loop = smooth_path([(0.121, -0.042, 0.118), (0.14, -0.036, 0.119), (0.152, 0, 0.121), (0.14, 0.036, 0.119), (0.121, 0.042, 0.118)], 40)
        b.add(rotate(sweep(loop, 0.0042, sides=14), 0, 0, side + turn), "body", "handles")
    b.interior = Interior(0.11, 0.026, 0.118)
    b.footprint = "round"
