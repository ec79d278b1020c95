# SPDX-License-Identifier: GPL-3.0-or-later
"""Walnut, acorn, pine cone."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("walnut")
def walnut(spec: Spec, b: Builder) -> None:
    """A walnut in its shell: two halves with a raised seam, furrowed all over."""
    r = b.vary(0.018)
    b.slot("body", "wood", "#b98a56")
    shell = ellipsoid(r, r * 0.94, r * 1.1, segments=96)
    p = vertices(shell)
    seam = np.exp(-((p[:, 1] / (0.1 * r)) ** 2))
    furrows = field(p * (1, 1, 0.55), 0.28 * r, seed=spec.seed) * 0.05 + field(p, 0.1 * r, seed=spec.seed + 1) * 0.018
    p = p * (1 + 0.055 * seam - 0.06 * np.exp(-((np.abs(p[:, 1]) - 0.17 * r) ** 2) / (0.05 * r) ** 2) - furrows)[:, None]
    p[:, 2] += 0.06 * r * np.clip(p[:, 2] / r, 0, 1) ** 6
    set_points(shell.data, p)
    made = b.add(tint(shell, lambda q: toward("#c39762", "#8a5f36", 0.25 + 0.6 * field(q, 0.2 * r, seed=spec.seed))), "body")
    rotate(made, b.rng.uniform(60, 100), 0, b.rng.uniform(0, 360))
    grounded(made)
    b.footprint = "round"


@prop("acorn")
def acorn(spec: Spec, b: Builder) -> None:
    """A smooth nut in a scaly cup with a stalk."""
    r = b.vary(0.0085)
    b.slot("body", "oak", "#9a6a2c", finish=("satin",))
    b.slot("cup", "bark", "#6f5a3a", role="trim")
    nut = lathe(
        [tuple(q) for q in smooth_path([(0, -2.1 * r), (0.12 * r, -1.95 * r), (0.75 * r, -1.5 * r), (r, -0.6 * r), (0.98 * r, 0.1 * r), (0, 0.4 * r)], 40)],
        segments=48,
        smooth=60,
    )
    cup = displace(
        lathe(
            [tuple(q) for q in smooth_path([(0, 0.75 * r), (0.7 * r, 0.6 * r), (1.14 * r, 0.1 * r), (1.16 * r, -0.32 * r), (1.02 * r, -0.36 * r)], 40)],
            segments=72,
            smooth=60,
        ),
        0.07 * r,
        0.22 * r,
        seed=spec.seed,
    )
    stalk = sweep(smooth_path([(0, 0, 0.7 * r), (0.1 * r, 0, 1.2 * r), (0.4 * r, 0, 1.7 * r)], 12), 0.13 * r, sides=10)
    made = [b.add(nut, "body"), b.add(cup, "cup"), b.add(stalk, "cup", "stalk")]
    tilt, turn = b.rng.uniform(72, 100), b.rng.uniform(0, 360)
    for o in made:
        rotate(o, tilt, 0, turn)
    grounded(*made)


@prop("pine_cone")
def pine_cone(spec: Spec, b: Builder) -> None:
    """A cone with open scales in spirals (137.5 degrees from one to the next), lying."""
    h, wide = b.vary(0.085), 0.03
    b.slot("body", "bark", "#7a5636")
    scales, count = [], 96
    for k in range(count):
        u = (k + 0.5) / count
        r = wide * math.sin(math.pi * (0.1 + 0.84 * u)) ** 0.75 * (1.12 - 0.45 * u)
        size = 0.0135 * (1.1 - 0.65 * abs(u - 0.35))
        scale_ = displace(ellipsoid(size, size * 0.62, size * 0.16, segments=16), size * 0.06, size, seed=spec.seed + k)
        tilt = 24 - 62 * u
        scales.append(rotate(move(rotate(scale_, 0, tilt, 0), r * 0.72, 0, u * h), 0, 0, 137.508 * k))
    core = lathe([(0, 0), (wide * 0.5, h * 0.1), (wide * 0.55, h * 0.4), (wide * 0.2, h * 0.95), (0, h)], segments=24)
    made = b.add(tint(join([core, *scales]), lambda p: toward("#8a6340", "#4f3824", np.clip(1.15 - np.hypot(p[:, 0], p[:, 1]) / wide, 0, 1))), "body")
    if not spec.has("upright"):
        rotate(made, 84, 0, b.rng.uniform(0, 360))
    grounded(made)
