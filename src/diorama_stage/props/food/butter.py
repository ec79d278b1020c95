# SPDX-License-Identifier: GPL-3.0-or-later
"""Butter: a block on its wrapper, a slice cut off it; or a pat."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, from_geometry, lathe, move, rotate, rounded_profile, subdivide
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import grid_faces
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


def _block(x: float, y: float, z: float, seed: int):
    """A soft-edged block with faint marks of knife and wrapper."""
    body = box(x, y, z, bevel=min(0.003, z * 0.22), segments=4)
    body = subdivide(body, 3, simple=True)
    displace(displace(body, 0.0007, 0.03, seed=seed), 0.00025, 0.005, seed=seed + 1)
    return tint(body, lambda p: 1 + 0.05 * np.sin(p[:, 0] * 260 + 3 * np.sin(p[:, 2] * 90)))


@prop("butter", "butter_pat")
def butter(spec: Spec, b: Builder) -> None:
    """A pat; or a block of 250 g, two slices cut and leaning, on greaseproof paper or (in a dish) on white china."""
    b.slot("body", "cheese", b.choose("#f2dc8c", "#f4e19a"), finish=("satin",))
    if spec.kind == "butter_pat":
        made = b.add(rotate(_block(0.026, 0.024, 0.009, spec.seed), 0, 0, b.rng.uniform(-30, 30)), "body")
        grounded(made)
        return
    turn = b.rng.uniform(14, 30)
    lift = 0.0016
    if spec.is_a("dish"):
        b.slot("dish", "porcelain", "#ece8e0", role="fixed")
        lift = 0.0075
        dish = lathe(
            rounded_profile([(0, 0.004), (0.07, 0.003), (0.073, 0), (0.079, 0), (0.086, 0.006), (0.105, 0.014), (0.106, 0.0165), (0.1, 0.0158), (0.083, 0.0085), (0, 0.0075)], 0.0015),
            segments=96,
            squash=0.66,
        )
        b.add(rotate(dish, 0, 0, turn), "dish")
    else:
        _paper(b, turn)
    long, wide, tall, slab = 0.1, 0.062, 0.038, 0.0088
    b.add(move(rotate(move(_block(long - 2 * slab, wide, tall, spec.seed), -slab), 0, 0, turn), 0, 0, lift), "body")
    x = long / 2 - slab
    for k, lean in enumerate((b.rng.uniform(14, 20), b.rng.uniform(62, 74))):
        slice_ = move(_block(slab, wide * 0.985, tall * 0.985, spec.seed + k), 0, 0, 0)
        rotate(move(slice_, -slab / 2), 0, lean, b.rng.uniform(-5, 5))
        p = vertices(slice_)
        move(slice_, x + (0.0015 if k == 0 else 0.011), 0, lift - float(p[:, 2].min()))
        b.add(rotate(slice_, 0, 0, turn), "body", "slices")


def _paper(b: Builder, turn: float) -> None:
    """The wrapper, opened: folded flat by the block's weight, its corners and creases up."""
    b.slot("paper", "paper", "#efece2", role="fixed", params={"thin": 0.12})
    n, m = 66, 52
    x, y = np.meshgrid(np.linspace(-0.092, 0.098, n), np.linspace(-0.07, 0.074, m), indexing="ij")
    out = np.clip(np.maximum(np.abs(x) - 0.05, np.abs(y) - 0.031), 0, 1)
    crease = np.abs(((x * 21 + 0.3) % 1) - 0.5) * np.abs(((y * 29 + 0.6) % 1) - 0.5)
    wave = 0.55 + 0.45 * np.sin(x * 61 + 1 + b.spec.seed) * np.cos(y * 53 + 2)
    z = 0.0008 + 9.0 * out**2 * wave * 0.9 + out * 0.22 * crease
    a = math.radians(turn)
    grid = np.stack([x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a), z], axis=-1)
    b.add(from_geometry("paper", grid.reshape(-1, 3), grid_faces(n, m), smooth=50), "paper")
