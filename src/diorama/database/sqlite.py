"""SQLite's files: connections one a thread; for reading only where the folder cannot be written."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Never

import sqlalchemy
from sqlalchemy.pool import NullPool

from diorama.database import schema
from diorama.database.base import Database
from diorama.database.compiled import Statement, Values, compiled
from diorama.errors import HistoryError, OutputError

WAIT_SECONDS = 30.0
"""How long one process waits for another that is writing."""
ELSEWHERE = "make the folder writable, or choose another: DIORAMA_HOME"


class Rows:
    """What a statement gave, read on as somebody looks."""

    __slots__ = ("_cursor", "_database")

    def __init__(self, cursor: sqlite3.Cursor, database: SqliteDatabase):
        self._cursor, self._database = cursor, database

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    def __iter__(self) -> Iterator[sqlite3.Row]:
        try:
            yield from self._cursor
        except sqlite3.Error as wrong:
            self._database.fail(wrong)

    def fetchone(self) -> sqlite3.Row | None:
        return next(iter(self), None)

    def fetchall(self) -> list[sqlite3.Row]:
        return list(self)


class SqliteDatabase(Database):
    """One file."""

    dialect = "sqlite"

    def __init__(self, path: Path, tables: schema.Tables):
        """Make the file where it is missing, and bring its tables up to date. Where it cannot be written it can be read, an older one through a copy.
        Raises HistoryError, OutputError."""
        self.path, self.name, self.tables = path, str(path), tables
        self._own = threading.local()
        self._barred: OSError | OutputError | None = None
        """Why nothing can be written."""
        self.engine = sqlalchemy.create_engine("sqlite://", creator=self._opened, poolclass=NullPool)

    @property
    def read_only(self) -> bool:  # type: ignore[override]
        return self._barred is not None

    def bar(self, wrong: OSError) -> None:
        """Nothing can be written, as one knows already."""
        self._barred = wrong

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's, of the driver."""
        if "connection" not in self._own.__dict__:
            lent = self.engine.raw_connection()
            self._own.connection = lent.driver_connection
            lent.detach()  # type: ignore[attr-defined]  # it is the thread's now, and no pool takes it back
        return self._own.connection

    def _opened(self) -> sqlite3.Connection:
        if self._barred is None:
            try:
                return self._to_write()
            except OutputError as wrong:
                if not is_read_only(wrong.__cause__):
                    raise
                self._barred = wrong
        return self._to_read()

    def _to_write(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self.path, timeout=WAIT_SECONDS, isolation_level=None)
            connection.row_factory = sqlite3.Row
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {pragma}")
            schema.prepare_file(connection, self.tables, self.name)
        except sqlite3.Error as wrong:
            self.fail(wrong)
        return connection

    def _to_read(self) -> sqlite3.Connection:
        """One that cannot be written, or is not there: empty then. One of an older schema is read through a copy in memory."""
        try:
            connection = _opened_to_read(self.path) if self.path.exists() else sqlite3.connect(":memory:", isolation_level=None)
            connection.row_factory = sqlite3.Row
            if not schema.is_new(connection):
                copy = sqlite3.connect(":memory:", isolation_level=None)
                connection.backup(copy)
                connection.close()
                connection = copy
                connection.row_factory = sqlite3.Row
                schema.prepare_file(connection, self.tables, self.name)
            connection.execute("PRAGMA query_only = ON")
        except sqlite3.Error as wrong:
            self.fail(wrong)
        return connection

    # ── statements ──

    def execute(self, statement: Statement, values: Values = ()) -> Rows:
        ready = compiled(statement, "sqlite")
        try:
            return Rows(self.connection.execute(ready.text, ready.values(values)), self)
        except sqlite3.Error as wrong:
            self.fail(wrong)

    def executemany(self, statement: Statement, values: Iterable[Values]) -> None:
        ready = compiled(statement, "sqlite")
        try:
            self.connection.executemany(ready.text, [ready.values(one) for one in values])
        except sqlite3.Error as wrong:
            self.fail(wrong)

    @contextmanager
    def transaction(self, *first: str) -> Iterator[SqliteDatabase]:
        """It holds the pen from the start. Raises OutputError where nothing can be written."""
        connection = self.connection
        if self._barred is not None:
            raise OutputError("the history can be read, but not written", where=str(self.path.parent), hint=ELSEWHERE) from self._barred
        if self.inside:
            yield self
            return
        with self._alone(connection):
            for text in first:
                connection.execute(text)
            yield self

    @contextmanager
    def _alone(self, connection: sqlite3.Connection) -> Iterator[None]:
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        except sqlite3.Error as wrong:
            self.fail(wrong)

    @contextmanager
    def snapshot(self) -> Iterator[SqliteDatabase]:
        self.execute("BEGIN")
        try:
            yield self
        finally:
            self.execute("ROLLBACK")

    @property
    def inside(self) -> bool:
        return self.connection.in_transaction

    def damage(self) -> list[str]:
        return [message for (message,) in self.execute("PRAGMA integrity_check") if message != "ok"]

    def let_go(self) -> None:
        connection = self._own.__dict__.pop("connection", None)
        if connection is not None:
            connection.close()

    def close(self) -> None:
        self.let_go()

    def fail(self, wrong: sqlite3.Error) -> Never:
        raise as_error(wrong, self.path) from wrong


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """SQLite needs a file beside a WAL database, which it cannot make in a folder that cannot be written: `immutable` does without."""
    address = path.absolute().as_uri() + "?mode=ro"
    try:
        connection = sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
    return connection


def is_read_only(wrong: BaseException | None) -> bool:
    """Whether an error of SQLite means that the place cannot be written."""
    code: Any = getattr(wrong, "sqlite_errorcode", 0)
    return isinstance(wrong, sqlite3.Error) and (code & 0xFF) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def as_error(wrong: sqlite3.Error, path: Path) -> HistoryError | OutputError:
    """The same as one of ours, with what would help."""
    text = str(wrong)
    if "full" in text:
        return OutputError(f"cannot write the database: {text}", where=str(path), hint="free some space, or choose another folder: DIORAMA_HOME")
    if is_read_only(wrong):
        return OutputError(f"cannot write the database: {text}", where=str(path), hint=ELSEWHERE)
    if "locked" in text:
        return HistoryError("another process has held the database for too long", where=str(path), hint="stop it, or try again")
    hint = "restore it from a copy, or import an exported archive into a new one"
    return HistoryError(f"the database cannot be read: {text}", where=str(path), hint=hint)
