# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds up what leans or hangs: felt on the form of the one and the other, not on their boxes. Pure.

A rake beneath a tree leans on its trunk and not on the edge of its crown; a coat hangs from a rack's hook and not from the tip of its pole.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from diorama_stage.arrange.data import Item, Placement
from diorama_stage.arrange.form import stood, surface

CELL = 0.03
"""Side of the cells (across and up) in which two forms are compared, metres; coarser where things are large."""
COARSER = 1 / 40
"""Of the lesser length of the two, the same."""
UPPER = 0.6
"""From which share of a thing's height on it has hooks, boughs, knobs: what hangs from it hangs there."""
OUTWARD = (-52.0, -128.0, 25.0, 155.0, -90.0, 90.0)
"""Degrees in which the hooks of a rack are taken, those that the lens sees first."""
TREE, OVER, OUT = 3.0, 1.3, 0.35
"""Metres from which what hangs from a thing hangs from its lowest boughs; how high these are at least over what hangs from them; how far out at least."""
OFF = 3.0
"""What a metre aside of what something hangs over costs, in metres that its bough is higher."""
NEAR, LONG = 0.08, 1.2
"""What is so many times as wide as high is a rod or a bough: it is hung from along its length, where it is that near, by half its width."""


def leant(item: Item, at: Placement, prop: Item, there: Placement) -> Placement:
    """`at`, slid across and then back or forward until the leaning thing meets its prop. As it was where the two meet nowhere."""
    mine, others = stood(item, at), stood(prop, there)
    top = float(np.quantile(mine[:, 2], 0.97))
    band = others[(others[:, 2] > 0.8 * min(top, float(others[:, 2].max()))) & (others[:, 2] <= top + CELL)]
    if len(band):
        low, high = np.quantile(band[:, 0], (0.15, 0.85))
        aside = float(np.clip(at.x, low, max(high, low)) - at.x)
        mine, at = mine + (aside, 0.0, 0.0), replace(at, x=at.x + aside)
    way = _way(mine, others, max(CELL, COARSER * min(item.height, prop.height)))
    return at if way is None else replace(at, y=at.y + way)


def _way(mine: np.ndarray, others: np.ndarray, cell: float) -> float | None:
    """How far back a form goes until it meets another that is behind it; None where it goes past."""
    rear, front = _depths(mine, cell, np.maximum, -np.inf), _depths(others, cell, np.minimum, np.inf)
    gaps = [front[at] - rear[at] for at in rear.keys() & front.keys()]
    return min(gaps, default=None)


def _depths(points: np.ndarray, cell: float, pick: np.ufunc, start: float) -> dict[tuple[int, int], float]:
    """The hindmost or foremost y of a form in each cell across and up."""
    cells, index = np.unique(np.floor(points[:, (0, 2)] / cell).astype(int), axis=0, return_inverse=True)
    out = np.full(len(cells), start)
    pick.at(out, index.ravel(), points[:, 1])
    return dict(zip(map(tuple, cells.tolist()), out.tolist(), strict=True))


def hooks(
    host: Item, count: int, apart: float, yaw: float = 0.0, longest: float = 0.0, toward: np.ndarray | None = None
) -> list[tuple[float, float, float]]:  # fmt: skip
    """Where so many things hang from a thing (x, y, z in its frame): from its hooks, the outermost points of its upper part; along it where it is long.

    `apart`: metres between two that hang from a long one; `yaw`: degrees that the thing is turned, so that the lens sees what hangs;
    `longest`: metres that it hangs down; `toward`: where what it hangs over is, in the thing's frame.
    """
    points = surface(host)
    if host.half_x > LONG * host.height:
        aside = [(k - (count - 1) / 2) * apart for k in range(count)]
        return [_top_near(points, x, NEAR * host.half_x) for x in aside]
    upper = points[points[:, 2] > UPPER * host.height]
    if host.height > TREE:
        return _boughs(points, count, yaw, longest, toward)
    ways = [math.radians(OUTWARD[k % len(OUTWARD)] - yaw) for k in range(count)]
    found = [upper[np.argmax(upper[:, 0] * math.cos(a) + upper[:, 1] * math.sin(a))] for a in ways]
    return [(float(x), float(y), float(z)) for x, y, z in found]


def _boughs(points: np.ndarray, count: int, yaw: float, longest: float, toward: np.ndarray | None) -> list[tuple[float, float, float]]:
    """Where things hang from a tree: the lowest of its boughs that leave room below, those over what they are to hang over, or towards the lens, first."""
    out = np.hypot(points[:, 0], points[:, 1]) / max(float(np.hypot(points[:, 0], points[:, 1]).max()), 1e-6)
    free = points[(points[:, 2] > OVER + longest) & (out > OUT)]
    found = []
    for k in range(count):
        a = math.radians(OUTWARD[k % len(OUTWARD)] - yaw)
        aside = free[:, :2] @ (math.cos(a), math.sin(a)) / np.maximum(np.hypot(free[:, 0], free[:, 1]), 1e-6)
        off = -aside if toward is None else OFF * np.hypot(free[:, 0] - toward[0], free[:, 1] - toward[1])
        x, y, z = free[np.argmin(free[:, 2] + off)]
        found.append((float(x), float(y), float(z)))
    return found


def _top_near(points: np.ndarray, x: float, near: float) -> tuple[float, float, float]:
    """The highest point of a form near a place along it."""
    local = points[np.abs(points[:, 0] - x) < near]
    if not len(local):
        local = points[np.argsort(np.abs(points[:, 0] - x))[:8]]
    top = local[np.argmax(local[:, 2])]
    return float(x), float(top[1]), float(top[2])
