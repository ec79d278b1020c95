# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told to be around something, or in a circle: seats at a table face it, half under its edge; all else stands evenly on a ring. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from diorama_stage.arrange.data import Constraint, Item, Placement

TUCKED = 0.45
"""How far a seat's middle stands out from the table's edge, in halves of its depth."""
SQUARE = 1.35
"""A table that is no longer than so many times its depth has seats on all its sides."""
TURNED = 24.0
"""Degrees between the lens and the nearest seat at a round or square table, so that no back hides it."""

BORNE = ("on", "in", "stacked_on", "hanging_from")
"""Relations by which something stands on no ground."""
FREE, OUT = 1.35, 0.35
"""Room on a ring, by what those who stand on it take; how far out from what they are around, by the half length of the longest."""


def set_round(items: Sequence[Item], ties: Sequence[Constraint], seating: frozenset[str]) -> dict[str, Placement]:
    """Places of all that is around one thing on the ground, and of that, at the origin, or of a circle of things; nothing where there is none, or are several.

    `seating`: kinds of seats, which are drawn up to what they are around.
    """
    of = {i.id: i for i in items}
    borne = {t.item for t in ties if t.kind in BORNE and t.objects[0] in of}
    round_it = [t for t in ties if t.kind == "around" and t.objects[0] in of and not {t.item, t.objects[0]} & borne and t.item != t.objects[0]]
    middles = {t.objects[0] for t in round_it}
    if len(middles) == 1:
        middle, ones = of[middles.pop()], [of[t.item] for t in round_it]
        out = {middle.id: Placement(middle.id, 0.0, 0.0, 0.0)}
        if len(ones) < 2 and ones[0].kind not in seating:
            return {}
        spots = _places(middle, ones) if ones[0].kind in seating else ring(ones, middle.half_x, middle.half_y, middle.height)
    elif circle := [i for i in items if i.circle and i.id not in borne]:
        ones, out = [i for i in circle if i.subject == circle[0].subject], {}
        spots = ring(ones, 0.0, 0.0) if len(ones) > 2 and not middles else []
    else:
        return {}
    for one, (x, y, yaw) in zip(ones, spots, strict=False):
        out[one.id] = Placement(one.id, x, y, 0.0, yaw)
    return out


HIDES, BESIDE = 0.8, 0.3
"""Of the height of what stands around it, from which a middle hides who is straight behind it; of the step to the next, how far aside that one stands."""


def ring(ones: Sequence[Item], half_x: float, half_y: float, height: float = 0.0) -> list[tuple[float, float, float]]:
    """Where things stand evenly about a middle of these half lengths and height (x, y, degrees), nobody straight before it, nor behind what would hide them:
    as wide as all of them need."""
    reach = max(max(i.half_x, i.half_y) for i in ones)
    apart = FREE * 2 * reach * len(ones) / (2 * np.pi)
    across, deep = (max(half + (1 + OUT) * reach, apart) for half in (half_x, half_y))
    turns = [180.0 / len(ones) + 360.0 * k / len(ones) for k in range(len(ones))] if len(ones) > 2 else [90.0, -90.0]
    if height > HIDES * min(i.height for i in ones):
        turns = [a - BESIDE * 360.0 / len(ones) if abs(a - 180.0) < 1.0 else a for a in turns]
    return [(*_at(across, deep, a)[:2], 0.0 if i.turned is not None or i.round else (a + 90) % 180 - 90) for i, a in zip(ones, turns, strict=False)]


def _places(table: Item, seats: Sequence[Item]) -> list[tuple[float, float, float]]:
    """Where each seat stands (x, y) and how it is turned, degrees: a seat looks to its own -Y."""
    out = TUCKED * max(s.half_y for s in seats)
    if table.round or max(table.half_x, table.half_y) <= SQUARE * min(table.half_x, table.half_y):
        angles = [TURNED + 360.0 * k / len(seats) for k in range(len(seats))]
        return [_at(table.half_x + out, table.half_y + out, a) for a in angles]
    ends = len(seats) if len(seats) < 3 else len(seats) % 2 + 2 * (len(seats) >= 6 and len(seats) % 2 == 0)
    back = (len(seats) - ends + 1) // 2
    long = [*_row(table, back, table.half_y + out, 0.0), *_row(table, len(seats) - ends - back, -table.half_y - out, 180.0)]
    return [*((s * (table.half_x + out), 0.0, -90.0 * s) for s in (1, -1)[:ends]), *long]


def _row(table: Item, count: int, y: float, yaw: float) -> list[tuple[float, float, float]]:
    """Seats side by side along the table."""
    return [(float(x), y, yaw) for x in (np.arange(count) - (count - 1) / 2) * 2 * table.half_x / max(count, 1)]


def _at(across: float, deep: float, degrees: float) -> tuple[float, float, float]:
    """On an ellipse about the table, counted from the lens; turned to the middle."""
    a = np.radians(degrees)
    return float(across * np.sin(a)), float(-deep * np.cos(a)), 180.0 + degrees
