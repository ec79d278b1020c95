# SPDX-License-Identifier: GPL-3.0-or-later
"""How things are turned to the camera: as a stylist would set them, seldom square."""

from __future__ import annotations

import random

from diorama_catalogue import Tag, thing
from diorama_stage.arrange.data import Ground, Item

UPRIGHT = 1.45
"""How many times as high as it is long an animal's figure is that faces the lens."""


def turn(item: Item, rng: random.Random, ground: Ground) -> float:
    """A turn about the vertical, degrees."""
    if item.turned is not None:
        return item.turned
    if item.labelled:
        return rng.uniform(-6, 6)
    record = thing(item.kind)
    if Tag.DRIVEN in record.tags and not ground.overhead:
        along = rng.uniform(26, 36) if ground.heading is None else ground.heading + rng.uniform(-4, 4)
        return rng.choice((along, 180 - along))  # front towards the camera, to its left or right
    if Tag.SHOE in record.tags and not ground.overhead:
        return rng.uniform(24, 44)  # their toes towards the camera
    if record.turned and not ground.overhead:
        return rng.choice((-1, 1)) * rng.uniform(*record.turned)
    if Tag.FACED in record.tags:
        return rng.uniform(-25, 25)
    if item.kind.startswith("figure_"):
        upright = item.height > UPRIGHT * 2 * max(item.half_x, item.half_y)
        return rng.choice((-1, 1)) * (rng.uniform(10, 30) if upright else rng.uniform(38, 62))  # an owl its face, a horse its outline
    if item.round and Tag.HANDLED in record.tags:
        return rng.choice((-35, -20, 20, 30))
    if item.round and Tag.FRONTED in record.tags:
        return rng.uniform(-6, 6)
    spread = 180 if item.round else record.askew
    return rng.uniform(-spread, spread) if not ground.overhead else rng.uniform(-max(spread, 12), max(spread, 12))
