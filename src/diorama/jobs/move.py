"""Moving: everything that the databases hold, from SQLite's files to PostgreSQL or back; and files, from a folder to a bucket or back.

rows   read all → write all in one transaction → read both again and compare → commit; the source is left as it is
files  what is not there yet is written, then read again and compared; begun again, it goes on where it stopped
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import bindparam

from diorama.database import tables
from diorama.errors import HistoryError, RequestError
from diorama.history import History
from diorama.history.place import Place
from diorama.history.places import place_of
from diorama.jobs.ledger import OwnLedger
from diorama.jobs.queue import locked

TABLES = tables.METADATA.tables
HISTORY = {"entries": "seq", "boards": "id", "board_entries": "board, seq"}
JOBS = {
    "jobs": "seq", "owners": "name", "keys": "owner, key", "pictures": "id", "prompts": "id", "asks": "id", "numbers": "name",
    "workers": "name", "audit": "id",
}  # fmt: skip
"""Tables, parents first, and the order of their rows."""
SESSIONS = {"sessions": "id"}
"""Moved, and in no backup: who was signed out since would be signed in again."""
COUNTED = {"entries": "seq", "jobs": "seq", "asks": "id", "audit": "id"}
"""Columns that the database counts up."""
BATCH = 500
FILES = ("pictures", "inputs", "passes")
AT_A_TIME = 8
"""Files."""


class Where(NamedTuple):
    """Where rows are: in a database, or (None) in the files of a home."""

    home: Path
    database: str | None = None


@dataclass(frozen=True)
class Side:
    """One of the two: what holds the history, and what holds the jobs."""

    name: str
    history: Any
    jobs: Any

    @property
    def all(self) -> tuple[Any, ...]:
        return (self.history,) if self.history is self.jobs else (self.history, self.jobs)


def move(home: Path, source: str | None, target: str | None) -> dict[str, int]:
    """Carry all rows from `source` to `target` (addresses; None: the files in `home`); how many of each table. Raises RequestError where the target has
    something already or both are the same, HistoryError where what was written is not what was read: then nothing is kept."""
    if source == target:
        raise RequestError("it is there already", where="to", hint="--to postgresql://… or --to files; DIORAMA_DATABASE says where it is now")
    with locked(home):
        return carry_rows(Where(home, source), Where(home, target), HISTORY | JOBS | SESSIONS)


def carry_rows(source: Where, target: Where, carried: Mapping[str, str] = HISTORY | JOBS) -> dict[str, int]:
    """Carry all rows, as they are at one moment, whoever writes meanwhile; how many of each table. `carried`: tables, and the order of their rows. Raises as `move`
    does."""
    with ExitStack() as stack:
        before, after = (_side(stack, *where) for where in (source, target))
        for database in after.all:
            stack.enter_context(database.transaction())
        for database in before.all:
            stack.enter_context(database.snapshot())
        for table in ("entries", "jobs", "boards"):
            if _of(after, table).execute(TABLES[table].select().limit(1)).fetchone() is not None:
                raise RequestError(f"there are {table} already", where=after.name, hint="choose an empty database, or move that away first")
        counts = {table: _carry(before, after, table, order) for table, order in carried.items()}
        for table, order in carried.items():
            if _digest(_of(before, table), table, order) != _digest(_of(after, table), table, order):
                raise HistoryError(f"the rows of {table} are not what was read: nothing was moved", where=after.name, hint="try again while no server runs")
        return counts


def move_files(home: Path, source: str | None, target: str | None) -> int:
    """Carry pictures, what they go by, and their passes from `source` to `target` (buckets; None: the files in `home`); how many files there are.
    Raises RequestError where both are the same, HistoryError where what was written is not what was read."""
    if source == target:
        hint = "--pictures s3://name/prefix or --pictures files; DIORAMA_BUCKET says where they are now"
        raise RequestError("they are there already", where="pictures", hint=hint)
    with locked(home):
        return carry_files(place_of(home, source), place_of(home, target))


def carry_files(before: Place, after: Place) -> int:
    """Carry all files; those that are there already are compared and left. Raises HistoryError, OutputError."""
    after.check_writable()

    def carry(name: str) -> None:
        data = before.read(name)
        with suppress(FileNotFoundError):
            if after.read(name) == data:
                return
        after.write(name, data)
        if after.read(name) != data:
            raise HistoryError("what was written is not what was read", where=after.told(name), hint="try again")

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        try:
            return sum(1 for top in FILES for _ in pool.map(carry, [kept.name for kept in before.names(top)]))
        except OSError as wrong:
            raise HistoryError(f"a file cannot be read: {wrong.strerror}", where=str(wrong.filename), hint="`diorama history verify` tells more") from wrong


def _side(stack: ExitStack, home: Path, address: str | None) -> Side:
    if address is None:
        history = stack.enter_context(History(home))
        jobs = OwnLedger(home / "jobs.sqlite")
        stack.callback(jobs.close)
        return Side(str(home), history.connections.database, jobs.database)
    from diorama.database.postgresql import PostgresDatabase

    database = PostgresDatabase(address)
    stack.callback(database.close)
    return Side(database.name, database, database)


def _of(side: Side, table: str) -> Any:
    return side.history if table in HISTORY else side.jobs


def _rows(connection: Any, table: str, order: str) -> Iterator[dict[str, Any]]:
    """All rows of a table, page by page."""
    columns, place = [TABLES[table].c[name] for name in order.split(", ")], 0
    page = TABLES[table].select().order_by(*columns).limit(BATCH).offset(bindparam("place"))
    while rows := connection.execute(page, {"place": place}).fetchall():
        yield from ({key: row[key] for key in row.keys()} for row in rows)
        place += len(rows)


def _carry(before: Side, after: Side, table: str, order: str) -> int:
    count, batch, target = 0, [], _of(after, table)
    target.execute(TABLES[table].delete())  # what a fresh database begins with
    for row in _rows(_of(before, table), table, order):
        batch.append(row)
        count += 1
        if len(batch) == BATCH:
            _write(target, table, batch)
            batch = []
    _write(target, table, batch)
    if target.dialect == "postgresql" and table in COUNTED and count:
        column = COUNTED[table]
        target.execute(f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT max({column}) FROM {table}))")
    return count


def _write(target: Any, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        target.executemany(TABLES[table].insert().inline(), rows)


def _digest(connection: Any, table: str, order: str) -> str:
    told = hashlib.sha256()
    for row in _rows(connection, table, order):
        told.update(json.dumps(row, sort_keys=True).encode())
    return told.hexdigest()
