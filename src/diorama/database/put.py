"""Rows that are written whether they are there or not (INSERT … ON CONFLICT): both databases say it alike, and Core has it among the words of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.sql import ClauseElement


class Put:
    """`values` of a new row, of which the one that has the same `key` takes those that `over` names (none: it stays as it is)."""

    def __init__(self, table: Table, values: Mapping[str, Any], key: Sequence[str], over: Sequence[str] = (), returning: Column[Any] | None = None):
        self._table, self._values, self._key, self._over, self._returning = table, dict(values), key, over, returning

    def of(self, dialect: str) -> ClauseElement:
        """In a database's own words."""
        if dialect == "sqlite":
            from sqlalchemy.dialects.sqlite import insert
        else:
            from sqlalchemy.dialects.postgresql import insert
        made: Any = insert(self._table).values(self._values).inline()
        if self._over:
            made = made.on_conflict_do_update(index_elements=self._key, set_={name: made.excluded[name] for name in self._over})
        else:
            made = made.on_conflict_do_nothing(index_elements=self._key)
        return made if self._returning is None else made.returning(self._returning)
