# SPDX-License-Identifier: GPL-3.0-or-later
"""A snowman."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cone, displace, ellipsoid, join, lathe, move, rotate, smooth_path, sphere, sweep, torus
from diorama_stage.props.registry import prop

BALLS = ((0.0, 0.36, 0.4), (0.0, 0.86, 0.29), (0.0, 1.25, 0.2))
"""Of snow, one on the other: how far to the front, height of the middle, radius, metres."""


@prop("snowman")
def snowman(spec: Spec, b: Builder) -> None:
    """Three rolled balls of snow, a carrot for a nose, eyes and buttons of coal, twigs for arms, a scarf, a hat of felt. It looks to -Y."""
    b.slot("body", "snow", "#f4f7fa")
    b.slot("nose", "paint", "#e0701f", role="fixed", finish=("matte",))
    b.slot("coal", "rubber", "#17181a", role="fixed", finish=("matte",))
    b.slot("arms", "bark", "#4b3626", role="fixed")
    b.slot("scarf", "knit", b.choose("#b3202a", "#2a5a96", "#2f6b45"), role="trim")
    b.slot("hat", "felt", "#1d1d20", role="fixed")
    balls = [ellipsoid(r, r, r * 0.93, at=(0, y, z), segments=72) for y, z, r in BALLS]
    b.add(join([displace(ball, 0.035 * r, 0.35 * r, seed=spec.seed + k) for k, (ball, (_, _, r)) in enumerate(zip(balls, BALLS, strict=True))]), "body")
    _, neck, head = BALLS
    b.add(move(rotate(cone(0.028, 0.21), 96, 0, b.vary(4, 2)), 0, -head[2] * 0.9, head[1]), "nose", "nose")
    b.add(join([sphere(0.024, at=(s * 0.075, -0.178, head[1] + 0.062)) for s in (-1, 1)]), "coal", "eyes")
    smile = [(0.1 * math.sin(a), -0.187 + 0.03 * abs(math.sin(a)), head[1] - 0.045 - 0.055 * math.cos(a)) for a in np.linspace(-0.9, 0.9, 6)]
    b.add(join([sphere(0.012, at=p) for p in smile]), "coal", "mouth")
    b.add(join([sphere(0.022, at=(0, -math.sqrt(max(neck[2] ** 2 - dz**2, 0)) * 0.985, neck[1] + dz)) for dz in (0.13, 0.02, -0.1)]), "coal", "buttons")
    b.add(join([twig(b, side, neck[1] + 0.08) for side in (-1, 1)]), "arms", "arms")
    wrap = [torus(0.165, 0.034, at=(0, 0, 1.085), segments=64, sides=18), torus(0.172, 0.03, at=(0, 0, 1.05), segments=64, sides=18)]
    tail = sweep(smooth_path([(0.09, -0.16, 1.07), (0.115, -0.235, 0.98), (0.12, -0.292, 0.85), (0.13, -0.3, 0.72)], 24), 0.042, sides=12)
    b.add(join([*wrap, tail]), "scarf", "scarf")
    brim = [(0, 0), (0.215, 0), (0.222, 0.006), (0.215, 0.014), (0.14, 0.016), (0.136, 0.03), (0.142, 0.2), (0.132, 0.214), (0, 0.216)]
    b.add(move(rotate(lathe(brim, segments=72), -5, b.vary(3, 2), 0), 0, 0.02, head[1] + 0.15), "hat", "hat")


def twig(b: Builder, side: int, z: float):
    """An arm: a forked stick that points outwards and up."""
    out = np.array((side * 0.25, -0.03, z))
    hand = out + (side * 0.42, -0.06, b.vary(0.24, 0.06))
    stick = sweep(smooth_path([out, (out + hand) / 2 + (0, 0, 0.03), hand], 16), 0.013, sides=8)
    fingers = [sweep([hand - 0.06 * (hand - out), hand + (side * dx, -0.02, dz)], 0.007, sides=6) for dx, dz in ((0.1, 0.08), (0.12, 0.0), (0.04, 0.13))]
    return join([stick, *fingers])
