# SPDX-License-Identifier: GPL-3.0-or-later
"""A pyramid of oranges: round things of one pile lie as cannonballs do, each on three below it; logs lie in rows. Pure.

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
    piles: dict[tuple[str, str | None], list[str]] = {}
    for i in items:
        host = there[i.id].host
        if i.heap and (host is None or of[host].hollow is None) or i.corded and host is None:
            piles.setdefault((i.subject, host), []).append(i.id)
    for (_, host), ids in piles.items():
        others = [(of[p.item], p) for p in there.values() if p.item not in ids and p.host == host]
        pile = _rows if of[ids[0]].corded else _pile
        there |= {p.item: p for p in pile([of[i] for i in ids], [there[i] for i in ids], others)}
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


SLANT, AJAR = 52.0, 0.03
"""Degrees that rows of logs are turned from the picture's plane, so that their ends are seen; how unevenly their ends lie, as a share of their length."""


def rows(count: int) -> list[tuple[float, int]]:
    """Middles (across, layer) of so many logs of thickness 1, from the lowest row up: each row has one less than that below."""
    base = next(n for n in range(1, count + 1) if n * (n + 1) / 2 >= count)
    return [(k - (base - layer - 1) / 2, layer) for layer in range(base) for k in range(base - layer)][:count]


def _rows(pile: list[Item], at: list[Placement], others: list[tuple[Item, Placement]]) -> list[Placement]:
    """Logs in rows, the thickest below, each in the hollow between two; as high as what it lies on lets it."""
    order = sorted(range(len(pile)), key=lambda k: -pile[k].height)
    radius = [pile[k].height / 2 for k in order]
    yaw, floor = SLANT if at[0].yaw >= 0 else -SLANT, min(p.z for p in at)
    c, s = math.cos(math.radians(yaw)), math.sin(math.radians(yaw))
    x, y = _room(np.mean([(p.x, p.y) for p in at], axis=0), max(i.half_x for i in pile), others)
    out, laid = {}, []
    for n, (k, r, (across, _)) in enumerate(zip(order, radius, rows(len(pile)), strict=True)):
        across *= 2 * max(radius)
        middle = max([r, *(z + math.sqrt((r + q) ** 2 - (across - b) ** 2) for b, z, q in laid if abs(across - b) < 0.98 * (r + q))])
        laid.append((across, middle, r))
        along = AJAR * 2 * pile[k].half_x * math.sin(2.4 * n + 1)
        turned = yaw + 2.5 * math.sin(1.7 * n) + 180 * (n % 2)
        out[k] = replace(at[k], x=x + along * c - across * s, y=y + along * s + across * c, z=floor + middle - r, yaw=turned)
    return [out[k] for k in range(len(pile))]


def _room(middle: np.ndarray, reach: float, others: list[tuple[Item, Placement]]) -> tuple[float, float]:
    """The place nearest to the middle where a pile of this radius touches nothing that stands there."""
    for k in range(200):
        a, far = math.radians(TURN * k), 0.25 * reach * math.sqrt(k)
        x, y = float(middle[0]) + far * math.cos(a), float(middle[1]) + far * math.sin(a)
        if all(math.hypot(x - p.x, y - p.y) > reach + max(i.half_x, i.half_y) for i, p in others):
            return x, y
    return float(middle[0]), float(middle[1])
