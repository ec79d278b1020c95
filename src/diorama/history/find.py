"""Pages of pictures: what is wanted, found by walking an index from the newest entry down, a stretch of the history at a time.

near  the newest stretch is walked: what is common is found there
far   tallies (tallies.py) tell in which blocks of the history there is anything of the kind; only those are walked, the newest first

Words: SQLite's FTS5 gives what it finds in that order. PostgreSQL's inverted index does not: common words are found by the walk, and what a walk of bounded
length does not find goes by the index.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from diorama.history.tallies import BLOCK, Stretch, blocks, joined
from diorama.history.wanted import Wanted

NEAR = 2 * BLOCK
"""Entries that are walked without asking how many there are: in the newest stretch, and of what may hold rare words."""
FEW = 20_000
"""Entries that are walked for words where the inverted index does not give what it finds in order."""


Ask = Callable[[str, dict[str, Any]], Sequence[Any]]
"""Rows of a query and its values."""


def page(wanted: Wanted, dialect: str, ask: Ask, columns: str = "entries.*") -> list[Any]:
    """Rows of a page of entries, newest first, however rare they are."""
    last = ask("SELECT coalesce(max(seq), 0) AS last FROM entries", {})[0]["last"]
    top = min(wanted.before, last + 1)
    found: list[Any] = []

    def walk(stretches: Sequence[Stretch], *, inverted: bool = False) -> bool:
        """Whether the page is full."""
        text, values = wanted.sql(dialect, columns, inverted=inverted)
        for one in stretches:
            if len(found) < wanted.limit:
                found.extend(ask(text, values | {"low": one.low, "before": one.before, "limit": wanted.limit - len(found)}))
        return len(found) == wanted.limit

    ordered = dialect == "sqlite" or not wanted.words(dialect)
    near = NEAR if ordered else NEAR // 2
    if walk([Stretch(max(0, top - near), top)]) or top <= near:
        return found
    far = blocks(wanted, top - near, ask)
    if ordered:
        walk(joined(far))
        return found
    most = FEW if found or sum(one.most for one in far) <= FEW else near
    walked = [one for one, before in zip(far, accumulate([0, *(one.most for one in far)]), strict=False) if before < most]
    if not walk(joined(walked)) and len(walked) < len(far):
        walk([Stretch(0, far[len(walked)].before)], inverted=True)
    return found
