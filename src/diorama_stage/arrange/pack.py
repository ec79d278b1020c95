# SPDX-License-Identifier: GPL-3.0-or-later
"""Long things in vessels: flowers that stand in a vase, a spoon that leans on the rim of a cup."""

from __future__ import annotations

import random

import numpy as np

from diorama_stage.arrange.data import Cavity, Item

MOST = 24.0
"""Degrees: no stem leans further."""


def stand(item: Item, hollow: Cavity, wall: float, rng: random.Random, index: int, count: int) -> tuple[float, float, float, float, float]:
    """A long thing put into a vessel (flowers in a vase, a spoon in a cup): its foot on the floor, leaning on the rim. `wall`: how far from the middle a foot
    may stand, metres: in a vase with a narrow neck stems cross there, so that heads stand apart.
    """
    depth = max(hollow.z1 - hollow.z0, 1e-3)
    room = max(hollow.radius - max(min(item.half_x, item.half_y), 0.002), 0.0)
    foot = room * 0.5
    lean = np.degrees(np.arctan2(room * 1.6, depth)) if count > 1 or item.height > 1.2 * depth else 0.0
    if item.stem and count > 1:
        head = max(item.half_x, item.half_y)
        apart = np.degrees(np.arctan2(0.9 * head / np.sin(np.pi / max(count, 2)), max(item.height - depth, head)))
        lean = max(lean, min(apart, np.degrees(np.arctan2(wall + hollow.radius, depth))))
        foot = min(max(foot, depth * np.tan(np.radians(min(lean, MOST))) - hollow.radius), max(wall, foot))
    lean = min(lean, MOST)
    z = hollow.z0
    if index % 2 and count >= 4:  # every other one stands straighter, and of stems also higher: a bunch, not a ring
        lean, foot = 0.45 * lean, 0.45 * foot
        z += 0.2 * max(item.height - depth, 0.0) if item.stem else 0.0
    around = 360 * index / max(count, 1) + rng.uniform(-20, 20)
    a = np.radians(around)
    return (hollow.x - np.cos(a) * foot, hollow.y - np.sin(a) * foot, z, around, lean if count > 1 else min(lean, 10.0))


def is_rod(item: Item, hollow: Cavity) -> bool:
    """True for what lies flat by itself and is too long to lie in the hollow: a spoon, a pen."""
    length = 2 * max(item.half_x, item.half_y)
    return not item.rolls and length > 2.0 * hollow.radius and item.height < 0.4 * length


IN_IT = 0.6
"""Of its length, how deep a rod reaches into a vessel: in a deeper one something below lifts it, so that it is seen."""


def lean(item: Item, hollow: Cavity, rng: random.Random, index: int, count: int) -> tuple[float, float, float, float, float, float]:
    """A spoon in a cup: its far end (+Y, or +X where it is longer) on the floor at one side, its middle on the rim of the other.
    x, y, z, yaw, and tilt about its own y and x axes.
    """
    along_x = item.half_x > item.half_y
    half = max(item.half_x, item.half_y)
    floor = max(hollow.z0, hollow.z1 - IN_IT * 2 * half)
    angle = np.arctan2(hollow.z1 - floor, 1.5 * hollow.radius)
    yaw = 360 * index / count + rng.uniform(20, 70)
    a = np.radians(yaw)
    top = np.array([-np.cos(a), -np.sin(a)] if along_x else [np.sin(a), -np.cos(a)])
    middle = top * (half * np.cos(angle) - 0.62 * hollow.radius)
    x, y = hollow.x + middle[0], hollow.y + middle[1]
    tilt = float(np.degrees(angle))
    return (float(x), float(y), float(floor + half * np.sin(angle) + 0.003), yaw, tilt if along_x else 0.0, 0.0 if along_x else -tilt)
