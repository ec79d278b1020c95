# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of an item as points on its surface: what settles on another thing touches it with these. Items that bring none are a ball, a drum or a box."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from diorama_stage.arrange.data import Item, Placement

STEPS, FINE, ACROSS = 14, 40, 4
"""An item is felt by cells of its longest side over `STEPS`; what is narrow, by smaller ones: `ACROSS` go across it, but no more than `FINE` along it."""
WAYS = 72
"""Directions in which the outermost points of an item are felt: what tilts touches with these."""


def surface(item: Item) -> np.ndarray:
    """Points on the item's surface, (n, 3), its frame."""
    return item.form if item.form is not None else _plain(item.half_x, item.half_y, item.height, item.round, item.rolls)


def outermost(points: np.ndarray, ways: int = WAYS) -> np.ndarray:
    """Of points (n, 3) those that lie furthest out in some direction, (at most `ways`, 3): of a thin thing its edges and ends too.

    Directions are even (Fibonacci's sphere) in a frame where the cloud is as long, broad and high: outermost points stay so under any linear map.
    """
    k = np.arange(ways) + 0.5
    z, a = 1 - 2 * k / ways, math.pi * (1 + 5**0.5) * k
    flat = np.sqrt(1 - z * z)
    span = np.ptp(points, axis=0)
    evened = points / np.where(span > 1e-9, span, 1.0)
    return points[np.unique(np.argmax(evened @ np.stack([flat * np.cos(a), flat * np.sin(a), z]), axis=0))]


def felt(item: Item) -> np.ndarray:
    """Few points that tell where the item touches what is below it: its surface without its top, one point a cell (the lowest), and what is outermost."""
    points = surface(item)
    longest = max(2 * item.half_x, 2 * item.half_y, item.height)
    cell = max(min(longest / STEPS, 2 * min(item.half_x, item.half_y) / ACROSS), longest / FINE)
    low = points[points[:, 2] <= 0.8 * item.height + 1e-9]
    order = low[np.argsort(low[:, 2], kind="stable")]
    _, first = np.unique(np.floor(order / cell + 0.5).astype(int), axis=0, return_index=True)
    return np.concatenate([order[np.sort(first)], outermost(points)])


@lru_cache(maxsize=256)
def _plain(half_x: float, half_y: float, height: float, is_round: bool, ball: bool) -> np.ndarray:
    n = 24
    if ball:
        turn, rise = np.meshgrid(np.linspace(0, 2 * np.pi, 2 * n, endpoint=False), np.linspace(-np.pi / 2, np.pi / 2, n))
        flat = np.cos(rise)
        points = np.stack([half_x * flat * np.cos(turn), half_y * flat * np.sin(turn), height / 2 * (1 + np.sin(rise))], axis=-1)
        return points.reshape(-1, 3)
    u, v = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, n))
    u, v = u.ravel(), v.ravel()
    if is_round:  # the square's points on the disc
        u, v = u * np.sqrt(1 - v * v / 2), v * np.sqrt(1 - u * u / 2)
    rim = np.maximum(np.abs(u), np.abs(v)) > 0.999 if not is_round else np.hypot(u, v) > 0.98
    layers = [np.stack([u * half_x, v * half_y, np.full(u.shape, z)], axis=1) for z in (0.0, height)]
    layers += [np.stack([u * half_x, v * half_y, np.full(u.shape, z)], axis=1)[rim] for z in np.linspace(0, height, n)[1:-1]]
    return np.concatenate(layers)


def turning(yaw: float, tilt_x: float, tilt_y: float) -> np.ndarray:
    """The rotation of a placement: about its own y, its own x, then the vertical, (3, 3)."""
    z, x, y = math.radians(yaw), math.radians(tilt_x), math.radians(tilt_y)
    cz, sz, cx, sx, cy, sy = math.cos(z), math.sin(z), math.cos(x), math.sin(x), math.cos(y), math.sin(y)
    first, second = (cy, 0.0, sy), (sx * sy, cx, -sx * cy)
    return np.array(([cz * p - sz * q for p, q in zip(first, second, strict=True)], [sz * p + cz * q for p, q in zip(first, second, strict=True)], (-cx * sy, sx, cx * cy)))


def turned(item: Item, points: np.ndarray, yaw: float, tilt_x: float, tilt_y: float) -> np.ndarray:
    """Points of an item turned as its placement turns it: what rolls about its middle, all else about the middle of its underside."""
    turn = turning(yaw, tilt_x, tilt_y)
    if not tilt_x and not tilt_y:
        return points @ turn.T
    pivot = np.array([0, 0, item.height / 2 if item.rolls else 0.0])
    return (points - pivot) @ turn.T + pivot


def stood(item: Item, p: Placement) -> np.ndarray:
    """The item's surface where it is placed, (n, 3), world."""
    return turned(item, surface(item), p.yaw, p.tilt_x, p.tilt_y) + (p.x, p.y, p.z)
