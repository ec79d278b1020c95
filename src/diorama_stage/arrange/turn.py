# SPDX-License-Identifier: GPL-3.0-or-later
"""How things are turned to the camera: as a stylist would set them, seldom square."""

from __future__ import annotations

import random

from diorama_stage.arrange.data import Ground, Item

SPREAD = {"book": 25, "notebook": 25, "pen": 70, "pencil": 70, "spoon": 60, "fork": 30, "knife": 30, "photograph": 30, "key": 90, "laptop": 14, "phone": 20}
"""How far from square to the camera a thing usually lies, degrees; others within 8, round ones anyhow."""
FACED = frozenset(("teddy_bear", "robot", "statue", "doll_person", "trophy", "cap", "helmet", "alarm_clock", "windmill", "lighthouse"))
"""What has a face or a front, though its footprint is round."""
DRIVEN = frozenset(("car", "van", "truck", "bus", "motorcycle"))
"""What stands along a road, where there is one."""
SHOES = frozenset(("shoe", "sneaker", "boot", "high_heel", "sandal"))
THREE_QUARTER = {
    "tractor": (30, 48), "train": (30, 42), "scooter": (20, 40),
    "airplane": (28, 46), "helicopter": (28, 46), "boat": (20, 42), "sailboat": (20, 42),
    "chair": (16, 34), "armchair": (14, 30), "couch": (5, 14), "camera": (16, 30), "suitcase": (12, 28), "backpack": (10, 26),
    "toaster": (14, 30), "microwave": (10, 22), "radio": (12, 26), "typewriter": (12, 26), "sewing_machine": (10, 24), "stroller": (20, 40), "wheelchair": (20, 40), "piano": (16, 30),
    "box": (14, 34), "gift_box": (18, 38), "cube": (20, 40), "teddy_bear": (6, 18), "robot": (12, 26), "telephone": (14, 30), "handbag": (10, 24), "house": (18, 36), "barn": (20, 38),
    "cottage": (18, 36), "castle": (12, 30), "church": (30, 52), "temple": (22, 38), "cake": (8, 20), "treasure_chest": (16, 32), "lantern": (10, 30), "guitar": (5, 14), "dumbbell": (24, 46), "skateboard": (14, 30),
    "tie": (28, 44), "umbrella": (46, 66),
}  # fmt: skip
"""Things that tell more of themselves seen over a corner, degrees from square to either side."""


def turn(item: Item, rng: random.Random, ground: Ground) -> float:
    """A turn about the vertical, degrees."""
    if item.labelled:
        return rng.uniform(-6, 6)
    if item.kind in DRIVEN and not ground.overhead:
        along = rng.uniform(26, 36) if ground.heading is None else ground.heading + rng.uniform(-4, 4)
        return rng.choice((along, 180 - along))  # front towards the camera, to its left or right
    if item.kind in SHOES and not ground.overhead:
        return rng.uniform(24, 44)  # their toes towards the camera
    if item.kind in THREE_QUARTER and not ground.overhead:
        return rng.choice((-1, 1)) * rng.uniform(*THREE_QUARTER[item.kind])
    if item.kind in FACED:
        return rng.uniform(-25, 25)
    if item.kind.startswith("figure_"):
        return rng.choice((-1, 1)) * rng.uniform(38, 62)  # animals show their outline
    if item.round and item.kind in ("mug", "cup", "teapot", "pitcher", "kettle"):
        return rng.choice((-35, -20, 20, 30))
    if item.round and (item.kind.endswith("bottle") or item.kind in ("jar", "can", "cosmetics_jar", "candle", "clock")):
        return rng.uniform(-6, 6)
    spread = 180 if item.round else SPREAD.get(item.kind, 8)
    return rng.uniform(-spread, spread) if not ground.overhead else rng.uniform(-max(spread, 12), max(spread, 12))
