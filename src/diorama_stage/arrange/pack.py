# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling vessels and stacking: where things lie inside a bowl, and one on another."""

from __future__ import annotations

import random

import numpy as np

from diorama_stage.arrange.data import Hollow, Item


def heap(items: list[Item], hollow: Hollow, rng: random.Random, there: list | None = None) -> list[tuple[float, float, float, float, float]]:
    """Balls dropped one by one into a bowl: (x, y, z of the underside, yaw, tilt) for each item.

    Every ball comes to rest at the lowest of many tried places where it touches the bowl's wall or balls below but cuts into none. The wall is
    taken as a paraboloid from floor to rim, which lies inside any real vessel of that rim and floor. `there`: what lies in it already, with its places.
    """
    there = there or []
    centres = [np.array([x - hollow.x, y - hollow.y, z + item.height / 2]) for item, (x, y, z, *_) in there]
    radii = [_ball(item) for item, _ in there]
    out = []
    for item in sorted(items, key=lambda i: -i.height):
        r = _ball(item)
        best = None
        reach = max(hollow.radius - r * 0.55, 0.0)
        for attempt in range(160):
            d, a = reach * rng.random() ** 0.5, rng.uniform(0, 2 * np.pi)
            if attempt == 0 and not centres:
                d = reach * 0.3
            x, y = d * np.cos(a), d * np.sin(a)
            z = _rest(x, y, r, hollow)
            for c, other in zip(centres, radii, strict=True):
                flat = (x - c[0]) ** 2 + (y - c[1]) ** 2
                touch = (r + other) ** 2 * 0.97
                if flat < touch:
                    z = max(z, c[2] + (touch - flat) ** 0.5)
            if best is None or z < best[2] - 1e-4:
                best = (x, y, z)
        centres.append(np.array(best))
        radii.append(r)
        x, y, z = best
        out.append((item, (x + hollow.x, y + hollow.y, z - item.height / 2, rng.uniform(0, 360), rng.uniform(-28, 28) if item.rolls else rng.uniform(-12, 12))))
    by_id = {item.id: place for item, place in out}
    return [by_id[i.id] for i in items]


def _ball(item: Item) -> float:
    """Radius of the ball that stands for an item in a heap, metres."""
    return item.height / 2 if item.rolls else max(item.half_x, item.half_y, item.height / 2) * 0.85


def _rest(x: float, y: float, r: float, hollow: Hollow) -> float:
    """Height of a ball's centre over the paraboloid, so that it touches without cutting in."""
    d = float(np.hypot(x, y))
    rho = np.linspace(max(d - r * 0.98, 0.0), d + r * 0.98, 15)
    wall = hollow.z0 + (hollow.z1 - hollow.z0) * np.clip(rho / hollow.radius, 0, 1.5) ** 2
    return float(np.max(wall + np.sqrt(np.maximum(r * r - (rho - d) ** 2, 0))))


def stand(item: Item, hollow: Hollow, rng: random.Random, index: int, count: int) -> tuple[float, float, float, float, float]:
    """A long thing put into a vessel (flowers in a vase, a spoon in a cup): foot on the floor, leaning on the rim."""
    depth = hollow.z1 - hollow.z0
    room = max(hollow.radius - max(min(item.half_x, item.half_y), 0.002), 0.0)
    lean = min(np.degrees(np.arctan2(room * 1.6, max(depth, 1e-3))), 24.0) if count > 1 or item.height > 1.2 * depth else 0.0
    around = 360 * index / max(count, 1) + rng.uniform(-20, 20)
    a = np.radians(around)
    return (hollow.x - np.cos(a) * room * 0.5, hollow.y - np.sin(a) * room * 0.5, hollow.z0, around, lean if count > 1 else min(lean, 10.0))


def is_rod(item: Item, hollow: Hollow) -> bool:
    """True for what lies flat by itself and is too long to lie in the hollow: a spoon, a pen."""
    length = 2 * max(item.half_x, item.half_y)
    return not item.rolls and length > 2.0 * hollow.radius and item.height < 0.4 * length


def lean(item: Item, hollow: Hollow, rng: random.Random, index: int, count: int) -> tuple[float, float, float, float, float, float]:
    """A spoon in a cup: its far end (+Y, or +X where it is longer) on the floor at one side, its middle on the rim of the other.
    x, y, z, yaw, and tilt about its own y and x axes.
    """
    along_x = item.half_x > item.half_y
    half = max(item.half_x, item.half_y)
    angle = np.arctan2(hollow.z1 - hollow.z0, 1.5 * hollow.radius)
    yaw = 360 * index / count + rng.uniform(20, 70)
    a = np.radians(yaw)
    top = np.array([-np.cos(a), -np.sin(a)] if along_x else [np.sin(a), -np.cos(a)])
    middle = top * (half * np.cos(angle) - 0.62 * hollow.radius)
    x, y = hollow.x + middle[0], hollow.y + middle[1]
    tilt = float(np.degrees(angle))
    return (float(x), float(y), float(hollow.z0 + half * np.sin(angle) + 0.003), yaw, tilt if along_x else 0.0, 0.0 if along_x else -tilt)
