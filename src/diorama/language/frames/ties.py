"""What verbs between two things tell of where they are: rows of `ties.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from diorama.language.draft import SubjectDraft

LIVING = ("person", "animal")


class Row(NamedTuple):
    name: str
    verbs: frozenset[str]
    relation: str
    who: frozenset[str]
    whom: frozenset[str]
    turned: bool
    example: str
    counter: str


@lru_cache(maxsize=1)
def rows() -> tuple[Row, ...]:
    data = tomllib.loads(files(__package__).joinpath("ties.toml").read_text("utf-8"))["tie"]
    return tuple(
        Row(
            row["name"],
            frozenset(row["verbs"]),
            row["relation"],
            frozenset(row["who"].split()),
            frozenset(row["whom"].split()),
            row.get("turned", False),
            row["example"],
            row["counter"],
        )
        for row in data
    )


def tie(lemma: str, owners: list[SubjectDraft], target: SubjectDraft) -> Row | None:
    """The row of a verb whose subjects and object these can be; None if there is none."""
    return next((row for row in rows() if lemma in row.verbs and all(_fits(row.who, o) for o in owners) and _fits(row.whom, target)), None)


def _fits(allowed: frozenset[str], s: SubjectDraft) -> bool:
    return bool(allowed & {"any", s.category, "living" if s.category in LIVING else "lifeless"})
