# SPDX-License-Identifier: GPL-3.0-or-later
"""Five tigers under a kayak: what has no room below it for what the words put there is raised until it has. Pure.

placements + `under` relations ──raised──▶ placements; something must then bear what was lifted
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import thing
from diorama_stage.arrange.data import Constraint, Item, Placement

ROOM = 1.06
"""Of the height of what lies below, how high the underside is."""
SLENDER, TALL = 2.0, 1.3
"""A post is so many times as high as it is wide, and as what stands at its foot is high."""


def raised(items: list[Item], ties: list[Constraint], placements: list[Placement]) -> list[Placement]:
    """Placements with what is too low lifted, and all that rests on it."""
    of, there = {i.id: i for i in items}, {p.item: p for p in placements}
    lifts: dict[str, float] = {}
    for t in ties:
        over = t.objects[0]
        if t.kind != "under" or over not in of or t.item not in of or there[over].host is not None or there[t.item].host is not None:
            continue
        if _is_slender(of[over]) or thing(of[over].kind).category == "plant" and of[over].height > of[t.item].height:
            continue  # a tree is rooted; one stands at the foot of a street lamp, not between it and the ground
        need = ROOM * max(_reach(id, of, there) for id in of if _root(id, there) == t.item)
        lack = need - clearance(of[over], there[over], of[t.item], there[t.item])
        if lack > 0:
            lifts[over] = max(lifts.get(over, 0.0), lack)
    return [replace(p, z=p.z + lifts.get(_root(p.item, there), 0.0)) for p in placements]


def is_post(over: Item, below: Item) -> bool:
    """True of a street lamp over somebody: they stand at its foot, beside it."""
    return _is_slender(over) and over.height > TALL * below.height


def _is_slender(over: Item) -> bool:
    """True of what stands on its foot alone, and on no trestles."""
    return over.height > SLENDER * 2 * max(over.half_x, over.half_y)


def clearance(over: Item, at: Placement, below: Item, there: Placement) -> float:
    """How high the underside of one thing is over the ground that another stands on, metres."""
    if over.form is None:
        return at.z
    a = np.radians(at.yaw)
    x, y = over.form[:, 0] * np.cos(a) - over.form[:, 1] * np.sin(a) + at.x, over.form[:, 0] * np.sin(a) + over.form[:, 1] * np.cos(a) + at.y
    above = np.hypot(x - there.x, y - there.y) < 1.05 * max(below.half_x, below.half_y)
    return at.z + float(over.form[above, 2].min()) if above.any() else np.inf


def _root(id: str, there: dict[str, Placement]) -> str:
    for _ in there:  # no pile is higher than there are things
        if there[id].host not in there:
            break
        id = there[id].host
    return id


def _reach(id: str, of: dict[str, Item], there: dict[str, Placement]) -> float:
    return there[id].z + of[id].height
