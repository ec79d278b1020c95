"""Seats stand around the one table there is; pure, so tested without Blender."""

from __future__ import annotations

import numpy as np
import pytest

from diorama_stage.arrange import Constraint
from diorama_stage.arrange.data import Item
from diorama_stage.arrange.table import set_round

SEATING = frozenset(("chair",))


def laid(count: int, half_x: float = 0.7, half_y: float = 0.4):
    table = Item("t", "s1", "table", half_x, half_y, 0.75)
    chairs = [Item(f"c{k}", "s2", "chair", 0.24, 0.26, 0.9) for k in range(count)]
    return table, chairs, set_round([table, *chairs], [Constraint(c.id, "around", ("t",)) for c in chairs], SEATING)


@pytest.mark.parametrize("half_x", [0.45, 0.7, 1.1])
@pytest.mark.parametrize("count", range(1, 9))
def test_each_seat_looks_at_the_table_from_outside_it(count, half_x):
    table, chairs, placed = laid(count, half_x)
    assert len({(round(p.x, 3), round(p.y, 3)) for p in placed.values()}) == count + 1
    for chair in chairs:
        at = placed[chair.id]
        looks = np.array((np.sin(np.radians(at.yaw)), -np.cos(np.radians(at.yaw))))
        there = np.array((np.clip(at.x, -table.half_x, table.half_x) * 0.8, np.clip(at.y, -table.half_y, table.half_y) * 0.8)) - (at.x, at.y)
        assert looks @ there / np.linalg.norm(there) > 0.6
        assert abs(at.x) > table.half_x or abs(at.y) > table.half_y or (at.x / table.half_x) ** 2 + (at.y / table.half_y) ** 2 > 1


def test_what_is_no_seat_is_not_set_round_it():
    table, cat = Item("t", "s1", "table", 0.7, 0.4, 0.75), Item("k", "s2", "cat", 0.2, 0.2, 0.3)
    assert set_round([table, cat], [Constraint("k", "around", ("t",))], SEATING) == {}
