# SPDX-License-Identifier: GPL-3.0-or-later
"""A hammock between two palms: what it hangs from stands at its ends. Pure.

placements ──slung──▶ placements; the hammock stays where it was, level with the picture, and the two come to it
"""

from __future__ import annotations

from dataclasses import replace

from diorama_catalogue import Tag, thing
from diorama_stage.arrange.data import Constraint, Item, Placement

END = 0.918
"""Of the half length of what is slung, its ropes about the trunks with it, where the middle of a trunk is."""


def slung(items: list[Item], ties: list[Constraint], placements: list[Placement]) -> list[Placement]:
    """Placements with the two that flank something slung at its ends, where both are higher than it."""
    of, there = {i.id: i for i in items}, {p.item: p for p in placements}
    for item in items:
        if Tag.SLUNG not in thing(item.kind).tags or there[item.id].host is not None:
            continue
        sides = {kind: next((t.item for t in ties if t.kind == kind and t.objects == (item.id,)), None) for kind in ("left_of", "right_of")}
        if any(name is None or of[name].height < item.height for name in sides.values()):
            continue
        at = there[item.id] = replace(there[item.id], yaw=0.0)
        for kind, name in sides.items():
            way = END * item.half_x * (-1 if kind == "left_of" else 1)
            there[str(name)] = replace(there[str(name)], x=at.x + way, y=at.y)
    return [there[p.item] for p in placements]
