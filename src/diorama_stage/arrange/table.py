# SPDX-License-Identifier: GPL-3.0-or-later
"""Seats set round a table: each faces it, half under its edge."""

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


def set_round(items: Sequence[Item], ties: Sequence[Constraint], seating: frozenset[str]) -> dict[str, Placement]:
    """Places of all seats (of the kinds `seating`) that are around a table, and of the table, at the origin; nothing where there is none, or more than one."""
    of = {i.id: i for i in items}
    round_it = [t for t in ties if t.kind == "around" and t.objects[0] in of and of[t.item].kind in seating]
    tables = {t.objects[0] for t in round_it}
    if len(tables) != 1:
        return {}
    table = of[tables.pop()]
    seats = [of[t.item] for t in round_it]
    out = {table.id: Placement(table.id, 0.0, 0.0, 0.0)}
    for seat, (x, y, yaw) in zip(seats, _places(table, seats), strict=True):
        out[seat.id] = Placement(seat.id, x, y, 0.0, yaw)
    return out


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
