"""Facets: how many pictures there are of each engine, size and month, and how many are starred, beside a page of those that are wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from diorama.history.find import Ask, page
from diorama.history.tallies import DAY, MONTH, WHOLE, values, where
from diorama.history.wanted import NEWEST, Wanted
from diorama.scene.base import Model


class Count(Model):
    """How many pictures have a value."""

    value: str
    count: int


class Facets(Model):
    """What there is of that which is wanted. Each list counts under all other conditions than its own, so that it tells what else could be chosen."""

    total: int
    starred: int
    engines: tuple[Count, ...]
    """Most first."""
    sizes: tuple[Count, ...]
    """WIDTHxHEIGHT, most first."""
    months: tuple[Count, ...]
    """YYYY-MM, newest first."""
    whole: bool = True
    """False: only the newest that the words find were counted."""


KIND = ("engine", "width", "height", "starred")
MOST_COUNTED = 1000
"""Entries that words find, in one answer."""


def facets(wanted: Wanted, dialect: str, ask: Ask) -> Facets:
    """Counted from the tallies alone, but for words, and times within a day: those of the newest entries that are found."""
    any_kind = wanted.model_copy(update={"engine": None, "width": None, "height": None, "long_side": None, "starred": False, "before": NEWEST})
    if not wanted.words(dialect) and all(time is None or len(time) <= DAY for time in (wanted.since, wanted.until)):
        any_time = any_kind.model_copy(update={"since": None, "until": None})
        rows, months = (_cube(one, ask) for one in (any_kind, any_time))
        return _told(wanted, rows, months if any_kind != any_time else rows, whole=True)
    kinds = {**{name: name for name in KIND}, "month": f"substr(created, 1, {MONTH})"}
    rows = page(any_kind.model_copy(update={"limit": MOST_COUNTED}), dialect, ask, kinds)
    return _told(wanted, rows, rows, whole=sum(int(row["n"]) for row in rows) < MOST_COUNTED)


def _cube(wanted: Wanted, ask: Ask) -> Sequence[Any]:
    kind = f"{', '.join(KIND)}, substr(day, 1, {MONTH})"
    of_months = all(time is None or len(time) <= MONTH for time in (wanted.since, wanted.until))
    blocks = f"block = {WHOLE}" if of_months else f"block > {WHOLE}"
    return ask(f"SELECT {kind} AS month, sum(n) AS n FROM tallies WHERE {where(wanted)} AND {blocks} GROUP BY {kind}", values(wanted))


def _told(wanted: Wanted, rows: Sequence[Mapping[str, Any]], months: Sequence[Mapping[str, Any]], *, whole: bool) -> Facets:
    """`rows`: of those within the time that is wanted, how many (`n`) there are of each engine, width, height, starred; `months`: of all times, by month."""
    total = starred = 0
    engines, sizes, by_month = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        missed, n = _missed(wanted, row), int(row["n"])
        total += n * (not missed)
        starred += n * (row["starred"] and missed <= {"starred"})
        engines[row["engine"]] += n * (missed <= {"engine"})
        sizes[f"{row['width']}x{row['height']}"] += n * (missed <= {"size"})
    for row in months:
        by_month[row["month"]] += int(row["n"]) * (not _missed(wanted, row))
    return Facets(
        total=total, starred=starred, engines=_counts(engines.most_common()), sizes=_counts(sizes.most_common()),
        months=_counts(sorted(by_month.items(), reverse=True)), whole=whole,
    )  # fmt: skip


def _missed(wanted: Wanted, row: Mapping[str, Any]) -> set[str]:
    """Which of the conditions a kind does not fulfil."""
    width, height = row["width"], row["height"]
    fits = wanted.width in (None, width) and wanted.height in (None, height) and max(width, height) >= (wanted.long_side or 0)
    told = {"engine": wanted.engine in (None, row["engine"]), "size": fits, "starred": not wanted.starred or bool(row["starred"])}
    return {name for name, holds in told.items() if not holds}


def _counts(found: Sequence[tuple[str, int]]) -> tuple[Count, ...]:
    return tuple(Count(value=value, count=count) for value, count in found if count)
