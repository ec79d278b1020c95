"""Statements: SQLAlchemy's Core writes them in the words of a database; the driver runs them.

SQLAlchemy's own way of running one costs several times as much as the driver's, and knows no pipelines (decision 30): it is asked for the text, once.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import sqlalchemy
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ClauseElement

from diorama.database.put import Put

Statement = str | ClauseElement | Put
"""Text has its values by name (`:name`) or by place (`?`)."""
Values = Mapping[str, Any] | Sequence[Any]


@cache
def _dialect(name: str) -> Dialect:
    if name == "sqlite":
        from sqlalchemy.dialects.sqlite import pysqlite

        return pysqlite.dialect(paramstyle="named")
    from sqlalchemy.dialects.postgresql import psycopg

    return psycopg.dialect()


class Compiled(NamedTuple):
    text: str
    constants: Mapping[str, Any]
    """Values that the statement itself has."""

    def values(self, given: Values) -> Mapping[str, Any]:
        named = given if isinstance(given, Mapping) else {f"p{place}": value for place, value in enumerate(given)}
        return {**self.constants, **named} if self.constants else named


@lru_cache(maxsize=1024)
def compiled(statement: Statement, dialect: str) -> Compiled:
    """`dialect`: sqlite or postgresql."""
    if isinstance(statement, str):
        places = itertools.count()
        statement = sqlalchemy.text(re.sub(r"\?", lambda _: f":p{next(places)}", statement))
    if isinstance(statement, Put):
        statement = statement.of(dialect)
    made = statement.compile(dialect=_dialect(dialect), compile_kwargs={"render_postcompile": True})
    return Compiled(str(made), {name: value for name, value in (made.params or {}).items() if value is not None})
