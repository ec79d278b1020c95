# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies on the floor of a room that is said to be messy."""

from __future__ import annotations

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
