# SPDX-License-Identifier: GPL-3.0-or-later
"""Hay in bales, round or square."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, join, lathe, move, rotate, subdivide, torus
from diorama_stage.kit.parts import rods, tint
from diorama_stage.props.registry import prop


def wisps(spec: Spec, points, outward, length: float, thick: float):
    """Stalks that stand out of a bale at points (n, 3), leaning along the skin and a little outward."""
    rng = np.random.default_rng(spec.seed + 11)
    p, n = np.asarray(points, float), np.asarray(outward, float)
    way = rng.normal(size=p.shape)
    way -= n * np.sum(way * n, axis=1, keepdims=True)
    way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-6)
    reach = length * rng.uniform(0.4, 1.2, (len(p), 1))
    tips = p + way * reach + n * length * rng.uniform(0.0, 0.16, (len(p), 1))
    stalks = rods(np.stack([p - n * thick, tips], axis=1), thick, sides=4)
    return tint(stalks, lambda _: np.repeat(rng.uniform(0.6, 1.25, len(p)), 8))


@prop("hay_bale")
def hay_bale(spec: Spec, b: Builder) -> None:
    """A round bale on its side, its layers wound in a spiral on the end; or a square one bound with twine. Loose stalks stand out all over."""
    b.slot("body", "straw", b.choose("#c9a654", "#bf9a48", "#d2b264"), finish=("matte",))
    b.slot("twine", "burlap", b.choose("#8a6f42", "#b5562f", "#3f6f9f"), role="fixed")
    square = spec.is_a("square")
    (_square if square else _round)(spec, b)


def _round(spec: Spec, b: Builder) -> None:
    r, half, rng = 0.72, 0.6, np.random.default_rng(spec.seed)
    steps = np.linspace(0.02, r - 0.05, 60)
    face = [(float(x), half - 0.02 + 0.018 * math.sin(x * 90) - 0.03 * (x / r) ** 4) for x in steps]
    side = [(r + 0.008 * math.sin(z * 60), float(z)) for z in np.linspace(half - 0.06, -half + 0.06, 50)]
    profile = [(0, half - 0.02), *face, *side, *[(x, -z) for x, z in face[::-1]], (0, -half + 0.02)]
    drum = displace(lathe(profile[::-1], segments=140, smooth=180), 0.035, 0.12, seed=spec.seed, detail=4)
    tint(drum, lambda p: 0.86 + 0.22 * np.sin(np.hypot(p[:, 0], p[:, 1]) * 95 + np.arctan2(p[:, 1], p[:, 0])) * (np.abs(p[:, 2]) > half - 0.06))
    a, z = rng.uniform(0, 2 * np.pi, 5200), rng.uniform(-half, half, 5200)
    skin = np.stack([r * np.cos(a), r * np.sin(a), z], axis=1)
    made = wisps(spec, skin[:3600], np.stack([np.cos(a), np.sin(a), 0 * a], axis=1)[:3600], 0.085, 0.003)
    q = np.sqrt(rng.uniform(0, 1, 1000)) * r * 0.97
    t, s = rng.uniform(0, 2 * np.pi, 1000), np.sign(rng.uniform(-1, 1, 1000))
    ends = np.stack([q * np.cos(t), q * np.sin(t), s * half * 0.98], axis=1)
    made = join([made, wisps(spec, ends, np.stack([0 * s, 0 * s, s], axis=1), 0.13, 0.003)])
    lines = join([torus(r + 0.006, 0.006, at=(0, 0, h), segments=90, sides=6) for h in np.linspace(-half + 0.1, half - 0.1, 9)])
    for o, slot in ((drum, "body"), (made, "body"), (lines, "twine")):
        b.add(move(rotate(rotate(o, 90), 0, 0, 35), 0, 0, r), slot, "twine" if slot == "twine" else "hay")


def _square(spec: Spec, b: Builder) -> None:
    x, y, z, rng = 0.95, 0.46, 0.38, np.random.default_rng(spec.seed)
    core = displace(subdivide(box(x, y, z, bevel=0.03, segments=2), 5, simple=True), 0.03, 0.06, seed=spec.seed, detail=4)
    tint(core, lambda p: 0.85 + 0.2 * np.sin(p[:, 0] * 70))
    b.add(core, "body", "hay")
    n = 4600
    axis, side = rng.integers(0, 3, n), rng.choice((-1.0, 1.0), n)
    out = np.zeros((n, 3))
    out[np.arange(n), axis] = side
    p = rng.uniform(-0.5, 0.5, (n, 3))
    p[np.arange(n), axis] = 0.5 * side
    keep = ~((axis == 2) & (side < 0))
    at = p[keep] * (x, y, z) + (0, 0, z / 2)
    b.add(wisps(spec, at, out[keep], 0.1, 0.0022), "body", "hay")
    for d in (-0.22, 0.22):
        ring = [box(0.008, y + 0.02, 0.008, bevel=0.003, at=(d, 0, h)) for h in (z + 0.004, -0.004)] + [
            box(0.008, 0.008, z + 0.01, bevel=0.003, at=(d, s * (y / 2 + 0.006), 0)) for s in (-1, 1)
        ]
        b.add(join(ring), "twine")
    b.support("top", -0.4, 0.4, -0.2, 0.2, z)
