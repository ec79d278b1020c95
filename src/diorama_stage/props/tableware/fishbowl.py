# SPDX-License-Identifier: GPL-3.0-or-later
"""A globe of glass with water for a fish."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, extrude, join, lathe, loft, move, rotate, rounded_profile, smooth_path
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
    if spec.is_a("goldfish"):
        _goldfish(b, r)
    b.support("water", -0.3 * r, 0.3 * r, -0.3 * r, 0.3 * r, 0.55 * r, round=True, headroom=1.1 * r)  # where a fish keeps itself
    b.footprint = "round"


def _goldfish(b: Builder, r: float) -> None:
    """A goldfish on its way across the bowl: a deep body, a forked veil of a tail, fins, black eyes."""
    b.slot("fish", "skin", "#e8701c", role="fixed", finish=("glossy",))
    b.slot("eyes", "lacquer", "#0b0b0c", role="fixed")
    long, z, turn = 0.42 * r, 0.9 * r, b.rng.uniform(-25, 25)
    u = np.linspace(0, 1, 30)
    tall = long * 0.33 * np.sin(np.pi * np.clip(u, 0.02, 0.98)) ** 0.62 * (1 - 0.55 * u)
    ring = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    rings = [np.column_stack([np.full(28, (0.5 - t) * 2 * long * 0.62), 0.5 * h * np.cos(ring), 0.92 * h * np.sin(ring)]) for t, h in zip(u, tall, strict=True)]
    tail = [(-0.5, 0.03), (-0.75, 0.3), (-1.12, 0.42), (-0.95, 0.02), (-1.1, -0.4), (-0.75, -0.28), (-0.5, -0.03)]
    back = [(0.25, 0.2), (0.1, 0.46), (-0.2, 0.4), (-0.35, 0.12)]
    belly = [(0.0, -0.22), (-0.12, -0.42), (-0.3, -0.34), (-0.22, -0.14)]
    fins = [rotate(extrude([(x * long, y * long) for x, y in outline][::-1], 0.0006, bevel=0), 90) for outline in (tail, back, belly)]
    eyes = [ellipsoid(0.0026, 0.0016, 0.0026, at=(0.44 * long, s * 0.17 * long, 0.05 * long), segments=16) for s in (-1, 1)]
    for o, slot in ((loft(rings, smooth=60), "fish"), *((f, "fish") for f in fins), *((e, "eyes") for e in eyes)):
        b.add(move(rotate(o, 0, 0, turn), 0, 0, z), slot, "fish" if slot == "fish" else "eyes")
