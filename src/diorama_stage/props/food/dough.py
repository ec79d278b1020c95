# SPDX-License-Identifier: GPL-3.0-or-later
"""Dough on a floured board: a kneaded ball, or a pizza's base pressed out."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, join, lathe, sphere, subdivide
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.field import field
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop


@prop("dough")
def dough(spec: Spec, b: Builder) -> None:
    """Soft, pale and dusted: a ball with the crease of its last fold, sunk a little by its weight, or a flat round with a fat rim."""
    b.slot("dough", "icing", "#ead9b4", params={"tint": True}, finish=("matte",))
    b.slot("flour", "plaster", "#f6f2ea", role="fixed", finish=("matte",))
    rng = np.random.default_rng(spec.seed)
    flat = spec.is_a("pizza")
    if flat:
        rows = [(0, 0.006), (0.1, 0.0062), (0.125, 0.007), (0.138, 0.012), (0.15, 0.02), (0.161, 0.0215), (0.168, 0.016), (0.169, 0.007), (0.162, 0.0), (0, 0)]
        from diorama_stage.kit import smooth_path

        made = lathe(smooth_path(rows[:-1], 80).tolist() + [(0, 0)], segments=160, smooth=180)
        made = displace(displace(made, 0.006, 0.09, seed=spec.seed), 0.0022, 0.014, seed=spec.seed + 1, detail=3)
    else:
        made = subdivide(sphere(0.1, segments=72), 1)
        at = vertices(made).astype(float)
        crease = np.exp(-((np.arctan2(at[:, 1] + 0.6 * at[:, 0], at[:, 2]) / 0.1) ** 2)) * np.clip(at[:, 2] / 0.06, 0, 1) * (0.6 + 0.4 * np.sin(at[:, 0] * 60))
        lump = 1 + 0.05 * field(at, 0.12, seed=spec.seed) - 0.07 * crease
        at = at * lump[:, None] * (1.12, 1.02, 0.72)
        at[:, :2] *= (1 + 0.16 * np.clip(-at[:, 2] / 0.06, 0, 1) ** 1.5)[:, None]
        at[:, 2] = np.where(at[:, 2] < -0.05, -0.05 + 0.12 * (at[:, 2] + 0.05), at[:, 2]) + 0.053
        set_points(made.data, at)
        displace(made, 0.0016, 0.012, seed=spec.seed + 1, detail=3)
    b.add(tint(made, lambda p: 1 + 0.12 * np.clip(field(p, 0.05, seed=3, octaves=3) * 1.5 - 0.5, 0, 1)[:, None] * (1.0, 1.1, 1.5)), "dough")
    b.add(join(_flour(rng, 0.2 if flat else 0.16)), "flour")
    b.footprint = "round"


def _flour(rng, reach: float) -> list:
    """A thin drift of flour with a ragged edge, and grains beyond it."""
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    edge = reach * (0.95 + 0.09 * np.sin(3 * t + rng.uniform(0, 6)) + 0.06 * np.sin(7 * t + rng.uniform(0, 6)) + 0.03 * np.sin(19 * t))
    from diorama_stage.kit import loft

    rings = [
        np.column_stack([np.cos(t) * edge * k, np.sin(t) * edge * k, np.full(120, z)]) for k, z in ((1.0, 0.0), (0.9, 0.0009), (0.6, 0.0014), (0.02, 0.0015))
    ]
    made = [displace(loft(rings, smooth=180), 0.0006, 0.012, seed=int(rng.integers(99)))]
    for _ in range(160):
        a, r = rng.uniform(0, 2 * math.pi), reach * rng.uniform(0.9, 1.5)
        made.append(sphere(rng.uniform(0.0005, 0.0013), at=(r * math.cos(a), r * math.sin(a), 0.0006), segments=6))
    return made
