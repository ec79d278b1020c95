"""Pages of pictures: what is wanted, found by walking an index from the newest entry down, a stretch of the history at a time.

near  the newest stretch is walked: what is common is found there
far   tallies (tallies.py) tell in which blocks of the history there is anything of the kind; only those are walked, the newest first

Words: SQLite's FTS5 gives what it finds in that order. PostgreSQL's inverted index does not: common words are found by the walk, and what a walk of bounded
length does not find goes by the index.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from diorama.history.tallies import BLOCK, Stretch, blocks, joined
from diorama.history.wanted import Wanted

NEAR = 2 * BLOCK
"""Entries that are walked without asking how many there are: in the newest stretch, and of what may hold rare words."""
FEW = 20_000
"""Entries that are walked for words where the inverted index does not give what it finds in order."""
FIRST = 64 * BLOCK
"""Places whose tallies are asked for at first: those of the whole history are read only where these do not hold enough to walk."""

Ask = Callable[[str, dict[str, Any]], Sequence[Any]]
"""Rows of a query and its values."""


def page(wanted: Wanted, dialect: str, ask: Ask, kinds: Mapping[str, str] | None = None) -> list[Any]:
    """Rows of a page of entries, newest first, however rare they are. `kinds` (names, and what they are): instead of entries, how many (`n`) there are of
    each kind; the same kind may come more than once."""
    last = ask("SELECT coalesce(max(seq), 0) AS last FROM entries", {})[0]["last"]
    top = min(wanted.before, last + 1)
    found: list[Any] = []
    left = wanted.limit

    def walk(stretches: Sequence[Stretch], *, inverted: bool = False) -> bool:
        """Whether the page is full."""
        nonlocal left
        text, values = _asked(wanted, dialect, kinds, inverted)
        for one in stretches:
            if left > 0:
                rows = ask(text, values | {"low": one.low, "before": one.before, "limit": left})
                found.extend(rows)
                left -= sum(int(row["n"]) for row in rows) if kinds else len(rows)
        return left == 0

    ordered = dialect == "sqlite" or not wanted.words(dialect)
    near = NEAR if ordered else NEAR // 2
    if walk([Stretch(max(0, top - near), top)]) or top <= near:
        return found
    if ordered:
        walk(joined(blocks(wanted, top - near, ask)))
        return found
    far, rest = _far(wanted, top - near, ask)
    most = FEW if found or (rest == 0 and sum(one.most for one in far) <= FEW) else near
    walked = [one for one, before in zip(far, accumulate([0, *(one.most for one in far)]), strict=False) if before < most]
    rest = far[len(walked)].before if len(walked) < len(far) else rest
    if not walk(joined(walked)) and rest > 0:
        walk([Stretch(0, rest)], inverted=True)
    return found


def _asked(wanted: Wanted, dialect: str, kinds: Mapping[str, str] | None, inverted: bool) -> tuple[str, dict[str, Any]]:
    if kinds is None:
        return wanted.sql(dialect, inverted=inverted)
    text, values = wanted.sql(dialect, ", ".join(f"{what} AS {name}" for name, what in kinds.items()), inverted=inverted)
    names = ", ".join(kinds)
    return f"SELECT {names}, count(*) AS n FROM ({text}) AS found GROUP BY {names}", values


def _far(wanted: Wanted, top: int, ask: Ask) -> tuple[list[Stretch], int]:
    """Where below `top` there may be entries, as many of them as are walked at most; and below which place nobody looked."""
    low = max(0, top - FIRST) // BLOCK * BLOCK
    far = blocks(wanted, top, ask, low)
    if low == 0 or sum(one.most for one in far) > FEW:
        return far, low
    return far + blocks(wanted, low, ask), 0
