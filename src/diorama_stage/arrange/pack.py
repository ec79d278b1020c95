# SPDX-License-Identifier: GPL-3.0-or-later
"""Long things in vessels: flowers that stand in a vase, a spoon that leans on the rim of a cup."""

from __future__ import annotations

import random

import numpy as np

from diorama_stage.arrange.data import Hollow, Item


def stand(item: Item, hollow: Hollow, rng: random.Random, index: int, count: int) -> tuple[float, float, float, float, float]:
    """A long thing put into a vessel (flowers in a vase, a spoon in a cup): foot on the floor, leaning on the rim."""
    depth = hollow.z1 - hollow.z0
    room = max(hollow.radius - max(min(item.half_x, item.half_y), 0.002), 0.0)
    lean = min(np.degrees(np.arctan2(room * 1.6, max(depth, 1e-3))), 24.0) if count > 1 or item.height > 1.2 * depth else 0.0
    lean *= 1.0 if index % 2 == 0 or count < 4 else 0.55  # every other one stands straighter: a bunch, not a ring
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
