"""Tallies: how many entries of each kind lie in each block of the history, kept by the database's triggers as entries come, go and change.

A kind is what filters ask for: owner, board ('' is all), removed or not, engine, width, height, starred, day. A block is `BLOCK` places; block -1 is the whole
history, with months for days. Tallies answer two things: where in the history there is anything of the kind that is wanted, so that nothing else is walked
(zone maps: Moerkotte, VLDB 1998), and how many there are of each engine, size and month, starred or not (facets). SQLite has one row for each kind and block;
in PostgreSQL each change adds a row, and now and then those of a block are summed up, so that nobody who writes waits for another's row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from diorama.history.wanted import Wanted

BLOCK = 2048
"""Places in one block; written into the triggers."""
DAY, MONTH = 10, 7
"""Characters of a time that name its day, and its month: what tallies know of it."""
WHOLE = -1
"""The block that is the whole history."""


class Stretch(NamedTuple):
    """Places of the history, newest first."""

    low: int
    before: int
    most: int = 0
    """Entries of the kind that is wanted, at most."""


def where(wanted: Wanted) -> str:
    """The conditions that tallies can tell; of times the day only, so that what they find may be more than is wanted, and never less."""
    conditions = ["board = :scope", "trashed = :removed"]
    conditions += [f"{name} = :{name}" for name in ("owner", "engine", "width", "height") if getattr(wanted, name) is not None]
    told = {
        "starred = 1": wanted.starred, "(width >= :long_side OR height >= :long_side)": wanted.long_side is not None,
        "day >= :first_day": wanted.since is not None, "day < :until": wanted.until is not None,
    }  # fmt: skip
    return " AND ".join([*conditions, *(condition for condition, holds in told.items() if holds)])


def values(wanted: Wanted) -> dict[str, Any]:
    first_day = wanted.since and wanted.since[:DAY]
    return {**wanted.model_dump(), "scope": wanted.board or "", "removed": int(wanted.trash), "first_day": first_day}


def blocks(wanted: Wanted, before: int, ask: Callable[[str, dict[str, Any]], Sequence[Any]], low: int = 0) -> list[Stretch]:
    """Where from `low`, a block's first place, up to `before` there may be entries of that kind, newest first."""
    among = f"{where(wanted)} AND block BETWEEN :lowest AND :block"
    text = f"SELECT block, sum(n) AS n FROM tallies WHERE {among} GROUP BY block HAVING sum(n) > 0 ORDER BY block DESC"
    rows = ask(text, values(wanted) | {"lowest": low // BLOCK, "block": (before - 1) // BLOCK})
    return [Stretch(row["block"] * BLOCK, min(before, (row["block"] + 1) * BLOCK), int(row["n"])) for row in rows]


def joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The same, those that touch as one."""
    found: list[Stretch] = []
    for one in stretches:
        if found and found[-1].low == one.before:
            found[-1] = Stretch(one.low, found[-1].before, found[-1].most + one.most)
        else:
            found.append(one)
    return found
