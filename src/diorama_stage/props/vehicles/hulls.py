# SPDX-License-Identifier: GPL-3.0-or-later
"""Hulls of large ships, as plans at heights, and what stands along their rails."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, box, join, loft
from diorama_stage.kit.parts import rods


def plan(length: float, half: float, *, bow: float, stern: float, count: int = 48) -> np.ndarray:
    """A ship from above (2n - 1, 2), its stem at the left on the middle line; `bow` and `stern` are the shares of the length that narrow."""
    u = np.linspace(0, 1, count) ** 1.2
    narrow = np.clip(u / bow, 0, 1)
    wide = half * np.sin(narrow * np.pi / 2) ** 0.85 * (1 - 0.35 * np.clip((u - 1 + stern) / stern, 0, 1) ** 2)
    x = (u - 0.5) * length
    return np.concatenate([np.stack([x, -wide], axis=1), np.stack([x, wide], axis=1)[:0:-1]])


def hull(b: Builder, length: float, half: float, levels, *, bow: float = 0.22, stern: float = 0.1) -> None:
    """A hull through levels of (z, share of the beam, run of the stem), metres: bottom paint up to z = 0 and the hull's colour above."""
    rings = []
    for z, wide, run in levels:
        p = plan(length, half * wide, bow=bow, stern=stern)
        ahead = np.clip(-p[:, 0] / (length / 2), 0, 1) ** 3
        sheer = ahead * 0.035 * length if z == levels[-1][0] else 0 * ahead
        rings.append(np.column_stack([p[:, 0] - run * ahead, p[:, 1], np.full(len(p), z) + sheer]))
    below = [r for r, (z, _, _) in zip(rings, levels, strict=True) if z <= 0]
    above = [r for r, (z, _, _) in zip(rings, levels, strict=True) if z >= 0]
    b.add(loft(below, smooth=50), "bottom")
    b.add(loft(above, smooth=50), "hull")


def rail(b: Builder, slot: str, points, height: float, thick: float) -> None:
    """A railing along points (n, 3): posts, a hand rail and two wires."""
    points = np.asarray(points, float)
    up = np.array((0, 0, height))
    ends = [(p, p + up) for p in points]
    ends += [(p + up * k, q + up * k) for p, q in zip(points, points[1:], strict=False) for k in (1.0, 0.66, 0.33)]
    b.add(rods(ends, thick, sides=5), slot, "rail")


def windows(b: Builder, x0: float, x1: float, y: float, z: float, count: int, size: tuple[float, float]) -> None:
    """A row of windows on both sides at ±y."""
    b.add(join([box(size[0], 0.06, size[1], bevel=0.02, at=(x, s * y, z)) for x in np.linspace(x0, x1, count) for s in (-1, 1)]), "glass", "windows")
