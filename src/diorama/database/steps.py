"""How a step of the tables is taken (`versions`): where the two databases say it differently, as text for each; else with Alembic's operations, once.

SQLite's steps are counted in each file (`PRAGMA user_version`), since before Alembic was asked: those that a file has are not taken again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alembic import op

Steps = Mapping[int, Sequence[str]]
"""Statements by the number that a file has after them."""


def take(postgres: Sequence[str] = (), history: Steps | None = None, jobs: Steps | None = None) -> None:
    """Statements of one step: of PostgreSQL, of SQLite's file of the history, and of that of the jobs."""
    bind, tables = op.get_bind(), op.get_context().opts["tables"]
    if tables is None:
        for statement in postgres:
            bind.exec_driver_sql(statement)
        return
    steps = {"history": history, "jobs": jobs}[tables] or {}
    done = int(bind.exec_driver_sql("PRAGMA user_version").scalar_one())
    for number, statements in steps.items():
        if number > done:
            for statement in statements:
                bind.exec_driver_sql(statement)
            bind.exec_driver_sql(f"PRAGMA user_version = {number}")


def has(tables: str) -> bool:
    """Whether the database at hand has these tables: a file of SQLite has one kind, PostgreSQL both."""
    return op.get_context().opts["tables"] in (None, tables)


def counted(number: int) -> None:
    """A file of SQLite has this step now; PostgreSQL keeps no such count."""
    if op.get_context().opts["tables"] is not None:
        op.get_bind().exec_driver_sql(f"PRAGMA user_version = {number}")
