# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies on the floor of a room: of one that is said to be messy its things, of barns and dungeons straw."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.scatter import generator
from diorama_stage.sets.works import again, clear_of, prop, put

LIES = (("papers", 5), ("book", 5), ("magazine", 4), ("box", 2), ("sneaker", 4), ("pillow", 2), ("can", 4), ("backpack", 1), ("towel", 2), ("ball", 1))
"""Kinds of things, and how many of each."""


def litter(site: Site, half: float, near: float, back: float, floor: float) -> None:
    """Strewn over the floor, every which way, off the subjects and the sight line. Metres."""
    rng = generator(site, 83)
    for kind, count in LIES:
        spots = [
            (float(rng.uniform(-half + 0.4, half - 0.4)), float(rng.uniform(max(near + 1.4, -1.2), back - 0.4)), float(rng.uniform(0, 360)))
            for _ in range(count)
        ]
        kept = clear_of(site, spots, 0.35) if site.extent else spots
        if not kept:
            continue
        whole = prop(kind, site.seed)
        put(site, whole, kept[0][0], kept[0][1], floor, kept[0][2])
        for x, y, turn in kept[1:]:
            again(site, whole, x, y, floor, turn)


def straws(m: Mesher, site: Site, area: tuple[float, float, float, float], floor: float, count: int, *, swept: float = 0.0) -> None:
    """Straws, every which way, in an area (x0, x1, y0, y1), metres; of `count` only the share 1 - `swept` lies in its middle, more towards its sides."""
    rng, (x0, x1, y0, y1) = site.rng, area
    for _ in range(count):
        x, y = rng.uniform(x0, x1), rng.uniform(y0, y1)
        if rng.random() > 1 - swept + swept * (2 * (x - x0) / (x1 - x0) - 1) ** 2:
            continue
        a, long = rng.uniform(0, np.pi), rng.uniform(0.08, 0.24)
        dx, dy, h = long * np.cos(a) / 2, long * np.sin(a) / 2, floor + rng.uniform(0.003, 0.014)
        m.tube([(x - dx, y - dy, h), (x + dx, y + dy, h + 0.004)], 0.0026, sides=3)
