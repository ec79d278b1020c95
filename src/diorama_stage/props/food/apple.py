# SPDX-License-Identifier: GPL-3.0-or-later
"""Apples."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    displace,
    field,
    lathe,
    rotate,
    sweep,
)
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("apple")
def apple(spec: Spec, b: Builder) -> None:
    """Shoulders around a deep stalk cavity, five faint lobes, a small basin below."""
    r = b.vary(0.038, 0.09)
    b.slot("body", "apple_skin", b.choose("#a32420", "#96201f", "#b03a2a"))
    b.slot("stem", "bark", "#4a3420", role="fixed")
    seed, tall, lobes = spec.seed, b.rng.uniform(0.86, 0.98), b.rng.uniform(0.015, 0.04)
    t = np.linspace(-np.pi / 2, np.pi / 2, 100)
    radius = np.maximum(r * np.cos(t) ** 0.86 * (1.02 + 0.09 * np.sin(t)), 0)
    z = r * tall * np.sin(t) - np.where(t > 0, 0.5, -0.24) * r * np.exp(-((radius / (0.4 * r)) ** 2 * np.where(t > 0, 1.0, 1.5)))
    body = lathe(np.stack([radius, z], axis=1), segments=112, smooth=180)
    at = vertices(body).astype(float)
    q = np.arctan2(at[:, 1], at[:, 0])
    at[:, :2] *= (1 + 0.03 * field(at, r * 1.7, seed=seed) + lobes * np.cos(5 * q + seed) * (0.3 - at[:, 2] / r))[:, None]
    at[:, 2] += 0.05 * at[:, 0] * np.sin(seed + 1)
    set_points(body.data, at)
    side = b.rng.uniform(0, 6.3)

    def blush(p):
        """Paler where leaves kept the sun off and in the cavity, where a russet star lies."""
        shade = np.clip(0.5 * np.cos(np.arctan2(p[:, 1], p[:, 0]) - side) + 0.35 * field(p, r * 0.9, seed=seed + 2), 0, 1)[:, None]
        hollow = np.clip(1 - np.hypot(p[:, 0], p[:, 1]) / (0.42 * r), 0, 1) * (p[:, 2] > 0)
        star = np.clip(hollow * 1.6 * (0.7 + 0.3 * np.sin(9 * np.arctan2(p[:, 1], p[:, 0]) + seed)), 0, 1)[:, None]
        return (1 + shade * np.array([0.35, 2.2, 0.5])) * (1 - star) + star * np.array([0.75, 3.4, 1.6])

    top = r * (tall - 0.5)
    stem = sweep([(0, 0, top - 0.002), (0.001, 0, top + r * 0.3), (0.003, 0.001, top + r * 0.52), (0.007, 0.002, top + r * 0.72)], [0.0013, 0.0011, 0.0012, 0.002], sides=10)
    hollow = lambda p: 1.5 * np.clip(1.15 - np.hypot(p[:, 0], p[:, 1]) / (0.46 * r), 0, 1) * (p[:, 2] > 0)  # noqa: E731  nobody rubs an apple bright around its stalk
    made = [b.add(tint(body, blush, dull=hollow), "body"), b.add(displace(stem, 0.0003, 0.002, seed=seed), "stem")]
    tilt, turn = b.rng.uniform(-9, 9), b.rng.uniform(0, 360)
    for o in made:
        rotate(o, tilt, 0, turn)
    grounded(*made)
    b.footprint = "round"
