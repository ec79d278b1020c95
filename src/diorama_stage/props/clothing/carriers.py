# SPDX-License-Identifier: GPL-3.0-or-later
"""A shopping bag: a folded carrier of stout paper with gussets, a turned-in rim and two cords."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, from_geometry, smooth_path, sphere, sweep
from diorama_stage.props.registry import prop

ROWS, THICK = 26, 0.0012
"""Rows of its walls; how thick its paper is, metres."""
RIM = 0.035
"""How far its rim is turned in, metres."""


def _section(w: float, d: float, gusset: float, steps: int = 9) -> np.ndarray:
    """Once around at one height, (n, 2): flat front and back, sides folded inward by `gusset`."""
    corners = np.array([(-w, -d), (w, -d), (w - gusset, 0.0), (w, d), (-w, d), (-w + gusset, 0.0)])
    ends = np.roll(corners, -1, axis=0)
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    return np.concatenate([a + t * (b - a) for a, b in zip(corners, ends, strict=True)])


def _wall(w: float, d: float, h: float) -> tuple[np.ndarray, list[tuple[int, ...]], int]:
    """Outer wall up, inner wall down to under the rim: vertices (n, 3), faces, vertices a row."""
    heights = h * np.linspace(0, 1, ROWS)
    rings = []
    for z in heights:
        up = z / h
        rings.append((_section(w * (1 - 0.015 * up), d * (1 - 0.12 * up**2), 0.55 * d * max(up - 0.25, 0.0) ** 1.3), z))
    shrink = lambda ring: ring * (1 - THICK / np.maximum(np.abs(ring).max(axis=0), 1e-6))  # noqa: E731
    inner = [(shrink(ring), z) for ring, z in rings[::-1] if z > 0.004]
    count = len(rings[0][0])
    points = np.concatenate([np.c_[ring, np.full(count, z)] for ring, z in (*rings, *inner)])
    total = len(rings) + len(inner)
    after = [(i + 1) % count for i in range(count)]
    faces = [(k * count + i, k * count + after[i], (k + 1) * count + after[i], (k + 1) * count + i) for k in range(total - 1) for i in range(count)]
    faces += [tuple(range(count))[::-1], tuple(range((total - 1) * count, total * count))]
    return points, faces, count


@prop("shopping_bag")
def shopping_bag(spec: Spec, b: Builder) -> None:
    grocery = spec.is_a("grocery")
    b.slot("body", "paper", "#a9805a" if grocery else b.choose("#a9805a", "#e9e6e0", "#23262d", "#7d2f33", "#2f5f5a"))
    b.slot("cords", "cotton", "#8a6a48" if grocery else "#e0dccf", role="trim")
    b.slot("metal", "brass", "#b9a06a", role="fixed")
    w, d, h = b.vary(0.155, 0.08), b.vary(0.058, 0.08), b.vary(0.36, 0.08)
    points, faces, _ = _wall(w, d, h)
    b.add(displace(from_geometry("bag", points, faces, smooth=28.0), 0.004, 0.09, seed=spec.seed), "body")
    top = h + 0.15
    for s in (-1, 1):
        y = s * d * 0.86
        x, rise = 0.4 * w, h + 0.1
        half = [(-x, y, h - RIM), (-x, 0.9 * y, h + 0.03), (-0.75 * x, 0.5 * y, rise)]
        cord = [*half, (0, 0.25 * y, top), *((-a, c, z) for a, c, z in half[::-1])]
        b.add(sweep(smooth_path(cord, 60), 0.0032, sides=10), "cords", "handles")
        for x in (-0.4 * w, 0.4 * w):
            b.add(sphere(0.006, at=(x, y + s * 0.006, h - RIM), segments=16), "metal", "eyelets")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(_front(0.72 * w, h * 0.34, h * 0.7, d * 1.02 + 0.004), "label")


def _front(half: float, z0: float, z1: float, y: float):
    """Where words stand on its front."""
    corners = [(-half, -y, z0), (half, -y, z0), (half, -y, z1), (-half, -y, z1)]
    return from_geometry("label", corners, [(0, 1, 2, 3)], smooth=180, uvs=[(0, 0), (1, 0), (1, 1), (0, 1)])
