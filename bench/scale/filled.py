"""A history of a million entries, filled as an older Diorama's and then brought up to date: rows go in without triggers, and what searches and counts is made
by the steps of the tables, at once (`diorama.database.versions`). Row by row it takes four times as long."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.history import row
from diorama.database import schema

BATCH = 20_000


def rows(many: int, text: str, digest: str) -> Iterator[list[dict[str, Any]]]:
    rng = random.Random(1)
    for first in range(0, many, BATCH):
        yield [row(k, many, rng, text, digest) for k in range(first, min(many, first + BATCH))]


def in_sqlite(home: Path, many: int, text: str, digest: str) -> None:
    """A file of the seventh step: `History` brings it up when it is opened."""
    _, scripts = schema._scripts()
    steps = {number: one for script in scripts.walk_revisions() for number, one in getattr(script.module, "HISTORY", {}).items()}
    connection = sqlite3.connect(home / "history.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    for number in range(1, 8):
        for statement in steps[number]:
            connection.execute(statement)
    connection.execute("PRAGMA user_version = 7")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for batch in rows(many, text, digest):
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO entries ({', '.join(batch[0])}) VALUES ({', '.join(':' + name for name in batch[0])})", batch)
        connection.execute("COMMIT")
    for _, statement in triggers:
        connection.execute(statement)
    connection.close()


def in_postgres(address: str, many: int, text: str, digest: str) -> None:
    """Tables of the third step, filled by COPY."""
    import psycopg

    from diorama.database.postgresql import PostgresDatabase

    database = PostgresDatabase(address, prepared=False)
    schema._upgrade(database, "0003")
    database.close()
    with psycopg.connect(address) as connection:
        indexes = connection.execute("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'entries' AND indexdef NOT LIKE '%UNIQUE%'").fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")  # type: ignore[arg-type]
        for batch in rows(many, text, digest):
            with connection.cursor().copy(f"COPY entries ({', '.join(batch[0])}) FROM STDIN") as copy:  # type: ignore[arg-type]
                for one in batch:
                    copy.write_row(list(one.values()))
        for _, made in indexes:
            connection.execute(made)
        connection.commit()
