# SPDX-License-Identifier: GPL-3.0-or-later
"""A pyramid of oranges: round things of one pile lie as cannonballs do, each on three below it. Pure.

placements ──heaped──▶ placements; the pile lies where its things were strewn, beside what stands there
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from diorama_stage.arrange.data import Item, Placement

TURN = 137.5
"""Degrees between one try and the next of where the pile has room (the golden angle)."""


def heaped(items: list[Item], placements: list[Placement]) -> list[Placement]:
    """Placements with every pile of round things piled up."""
    of, there = {i.id: i for i in items}, {p.item: p for p in placements}
    piles: dict[str, list[str]] = {}
    for i in items:
        if i.heap and there[i.id].host is None:
            piles.setdefault(i.subject, []).append(i.id)
    for ids in piles.values():
        others = [(of[p.item], p) for p in there.values() if p.item not in ids and p.host is None]
        there |= {p.item: p for p in _pile([of[i] for i in ids], [there[i] for i in ids], others)}
    return [there[p.item] for p in placements]


def spots(count: int) -> list[tuple[float, float, int]]:
    """Middles (x, y, layer) of so many balls of diameter 1, from the lowest layer up: a tetrahedron, its last layers filled as far as they go."""
    side = next(n for n in range(1, count + 1) if n * (n + 1) * (n + 2) / 6 >= count)
    out = []
    for layer in range(side):
        n = side - layer
        rows = [(u + v / 2, v * math.sqrt(3) / 2) for v in range(n) for u in range(n - v)]
        middle = np.mean(rows, axis=0)
        out += [(x - middle[0], y - middle[1], layer) for x, y in rows]
    return out[:count]


def _pile(pile: list[Item], at: list[Placement], others: list[tuple[Item, Placement]]) -> list[Placement]:
    """One pile, the largest below; each as high as what it lies on lets it."""
    order = sorted(range(len(pile)), key=lambda k: -pile[k].half_x)
    radius = [max(i.half_x, i.half_y) for i in pile]
    wide, angle, floor = 2 * max(radius), math.radians(at[0].yaw), min(p.z for p in at)
    where = np.array([(x, y) for x, y, _ in spots(len(pile))]) * wide @ np.array([(math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))])
    x, y = _room(np.mean([(p.x, p.y) for p in at], axis=0), float(np.hypot(*where.T).max()) + wide / 2, others)
    out, balls = {}, []
    for k, (dx, dy) in zip(order, where, strict=True):
        half = pile[k].height / 2
        middle = floor + half
        for bx, by, bz, r in balls:
            reach = (r + min(radius[k], half)) ** 2 - (bx - dx) ** 2 - (by - dy) ** 2
            middle = max(middle, bz + math.sqrt(reach)) if reach > 0.05 * r * r else middle
        balls.append((dx, dy, middle, min(radius[k], half)))
        out[k] = replace(at[k], x=float(x + dx), y=float(y + dy), z=float(middle - half))
    return [out[k] for k in range(len(pile))]


def _room(middle: np.ndarray, reach: float, others: list[tuple[Item, Placement]]) -> tuple[float, float]:
    """The place nearest to the middle where a pile of this radius touches nothing that stands there."""
    for k in range(200):
        a, far = math.radians(TURN * k), 0.25 * reach * math.sqrt(k)
        x, y = float(middle[0]) + far * math.cos(a), float(middle[1]) + far * math.sin(a)
        if all(math.hypot(x - p.x, y - p.y) > reach + max(i.half_x, i.half_y) for i, p in others):
            return x, y
    return float(middle[0]), float(middle[1])
