# SPDX-License-Identifier: GPL-3.0-or-later
"""Macarons: two smooth domed shells, each on its ruffled foot, with filling between them."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, lathe, move, rotate, rounded_profile, smooth_path
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.field import field
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop

FLAVOURS = (("#d98a9c", "#f0d3d6"), ("#a9bf7c", "#e8e3c4"), ("#8a5a3a", "#4a2a1a"), ("#e3c06a", "#f3e6bd"), ("#a48bbd", "#ded0e2"), ("#e0a06a", "#f2dcbc"), ("#8fb8c4", "#eee6d6"), ("#eadfca", "#c98a4a"))
"""Shell and filling: raspberry, pistachio, chocolate, lemon, violet, apricot, blue, vanilla with caramel."""
R = 0.0225


@prop("macaron")
def macaron(spec: Spec, b: Builder) -> None:
    shell, filling = b.choose(*FLAVOURS)
    b.slot("shell", "icing", shell, finish=("matte",))
    b.slot("filling", "icing", filling, role="trim")
    r = b.vary(R, 0.04)
    for k, flip in ((0, True), (1, False)):
        half = _shell(r * b.rng.uniform(0.985, 1.015), spec.seed * 2 + k)
        b.add(move(rotate(half, 180) if flip else half, b.rng.uniform(-0.0006, 0.0006), 0, 0.0 if flip else 0.0042), "shell", "shells")
    cream = [(0, -0.0003), (r * 0.84, -0.0003), (r * 0.9, 0.0008), (r * 0.915, 0.0021), (r * 0.9, 0.0034), (r * 0.84, 0.0045), (0, 0.0045)]
    made = lathe(rounded_profile(cream, 0.0006, 3), segments=96, smooth=180)
    at = vertices(made).astype(float)
    for v, d in zip(made.data.vertices, field(at, 0.009, seed=spec.seed) * 0.035, strict=True):
        v.co.x, v.co.y = v.co.x * (1 + d), v.co.y * (1 + d)
    b.add(made, "filling")
    b.footprint = "round"


def _shell(r: float, seed: int):
    """An upper shell over z = 0: the foot risen in bubbles, the smooth crust over it, a little browned at its rim."""
    foot = [(0, 0), (r * 0.93, 0), (r * 0.99, 0.0006), (r * 1.0, 0.0016), (r * 0.985, 0.0027), (r * 0.955, 0.0034)]
    crust = smooth_path([(r * 0.955, 0.0034), (r * 0.985, 0.0042), (r * 0.97, 0.0056), (r * 0.88, 0.0082), (r * 0.66, 0.0106), (r * 0.35, 0.0117), (0, 0.012)], 40)
    low = np.concatenate([[foot[0]], smooth_path(foot[1:], 16)])
    made = lathe(np.concatenate([low, crust[1:]]), segments=180, smooth=180)
    at = vertices(made).astype(float)
    near = np.clip(1 - np.abs(at[:, 2] - 0.0017) / 0.0019, 0, 1) * (np.hypot(at[:, 0], at[:, 1]) > r * 0.8)
    a = np.arctan2(at[:, 1], at[:, 0])
    ring = np.column_stack([np.cos(a) * r, np.sin(a) * r, at[:, 2]])
    out = near * (0.055 * field(ring, 0.0024, seed=seed) + 0.035 * np.abs(field(ring, 0.0012, seed=seed + 7)))
    lift = 0.00016 * field(at, 0.011, seed=seed + 3) * (at[:, 2] > 0.005)
    moved = at.copy()
    moved[:, :2] *= 1 + out[:, None]
    moved[:, 2] += lift
    set_points(made.data, moved)
    return tint(made, lambda p: 1.04 - 0.14 * near * np.clip(0.6 + field(ring, 0.003, seed=seed), 0, 1))
