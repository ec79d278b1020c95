"""PostgreSQL, which many servers share (the extra `postgres`).

Outside a transaction each statement takes a connection from the pool and gives it back; inside, the thread keeps one, and statements go in pipelines.
"""

from __future__ import annotations

import re
import select
import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any, Never
from urllib.parse import urlsplit

import sqlalchemy
from sqlalchemy import exc

from diorama.database import schema
from diorama.database.base import Database
from diorama.database.compiled import Statement, Values, compiled
from diorama.errors import DioramaError, HistoryError, OutputError, RequestError

try:
    import psycopg
    from psycopg.pq import TransactionStatus
except ImportError as missing:
    raise RequestError("PostgreSQL needs libraries that are not here", where="database", hint="pip install 'diorama[postgres]'") from missing

POOL, SPARE = 4, 12
"""Connections that are kept, and that may come on top."""
WRONG = (psycopg.Error, exc.SQLAlchemyError)
LOST = (None, "57P01", "57P02", "08006", "08003")
"""States of an error that mean that the connection is gone."""
WAIT_SECONDS = 30
"""How long a statement waits for another's lock, and a thread for a connection."""


class Row:
    """One row: values by name, or by place from 0."""

    __slots__ = ("_names", "_values")

    def __init__(self, names: Mapping[str, int], values: Sequence[Any]):
        self._names, self._values = names, values

    def __getitem__(self, key: str | int) -> Any:
        return self._values[key if isinstance(key, int) else self._names[key]]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def keys(self) -> list[str]:
        return list(self._names)


class Rows:
    """What a statement gave, fetched when somebody looks: in a transaction, what nobody looks at is not waited for."""

    def __init__(self, cursor: psycopg.Cursor[Any]):
        self._cursor = cursor
        self._found: list[Row] | None = None

    @property
    def rowcount(self) -> int:
        self.fetchall()
        return self._cursor.rowcount

    def __iter__(self) -> Iterator[Row]:
        return iter(self.fetchall())

    def fetchone(self) -> Row | None:
        return next(iter(self.fetchall()), None)

    def fetchall(self) -> list[Row]:
        if self._found is None:
            try:
                rows = self._cursor.fetchall()
            except psycopg.ProgrammingError:  # a statement that gives no rows
                rows = []
            places = {column.name: place for place, column in enumerate(self._cursor.description or ())}
            self._found = [Row(places, row) for row in rows]
        return self._found


class PostgresDatabase(Database):
    dialect = "postgresql"

    def __init__(self, address: str, *, prepared: bool = True):
        """`address`: postgresql://user:password@host/name. `prepared`: its tables are made, or brought up to date. Raises RequestError, HistoryError."""
        self.address = address
        parts = urlsplit(address)
        self.name = f"postgresql://{parts.hostname or ''}{parts.path}"
        self._own = threading.local()
        driver = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", address)
        try:
            self.engine = sqlalchemy.create_engine(
                driver, isolation_level="AUTOCOMMIT", pool_size=POOL, max_overflow=SPARE, pool_timeout=WAIT_SECONDS,
                connect_args={"options": f"-c lock_timeout={WAIT_SECONDS}s -c jit=off -c work_mem=32MB", "connect_timeout": 10, "application_name": "diorama"},
            )  # fmt: skip
        except (exc.ArgumentError, ValueError):
            raise RequestError("not the address of a database", where="database", hint="postgresql://user:password@host/name") from None

        self._open: weakref.WeakSet[Any] = weakref.WeakSet()
        sqlalchemy.event.listen(self.engine, "connect", lambda connection, _: self._open.add(connection))
        if prepared:
            schema.prepare(self)

    def execute(self, statement: Statement, values: Values = ()) -> Rows:
        ready = compiled(statement, "postgresql")
        given = ready.values(values)
        try:
            try:
                return self._run(ready.text, given)
            except psycopg.OperationalError as wrong:
                if self.inside or wrong.sqlstate not in LOST or not ready.text.lstrip().startswith("SELECT"):
                    raise
                return self._run(ready.text, given)  # the connection was lost while it was used
        except WRONG as wrong:
            self.fail(wrong)

    def _run(self, text: str, values: Mapping[str, Any]) -> Rows:
        with self._connection() as connection:
            rows = Rows(connection.execute(text.encode(), values))
            if not self.inside:
                rows.fetchall()
            return rows

    def executemany(self, statement: Statement, values: Iterable[Values]) -> None:
        ready = compiled(statement, "postgresql")
        rows = [ready.values(one) for one in values]
        if not rows:
            return
        try:
            with self._connection() as connection:
                connection.cursor().executemany(ready.text.encode(), rows)
        except WRONG as wrong:
            self.fail(wrong)

    @contextmanager
    def transaction(self, *first: str) -> Iterator[PostgresDatabase]:
        """Statements go in a pipeline: only those are waited for whose rows somebody looks at."""
        if self.inside:
            yield self
            return
        try:
            with self._lent() as connection:
                self._own.connection = connection
                try:
                    with connection.pipeline() as line:
                        try:
                            for text in ("BEGIN", *first):
                                connection.execute(text)
                            yield self
                            connection.execute("COMMIT")
                        except BaseException:
                            with suppress(psycopg.Error):  # it has said what is wrong
                                line.sync()
                            raise
                except BaseException:
                    if not connection.closed and connection.info.transaction_status != TransactionStatus.IDLE:
                        connection.execute("ROLLBACK")
                    raise
                finally:
                    del self._own.connection
        except WRONG as wrong:
            self.fail(wrong)

    def snapshot(self) -> AbstractContextManager[PostgresDatabase]:
        return self.transaction("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    @contextmanager
    def _lent(self) -> Iterator[psycopg.Connection[Any]]:
        """A connection of the pool, one that its server has not hung up on since it was used."""
        while True:
            lent = self.engine.raw_connection()
            connection: psycopg.Connection[Any] = lent.driver_connection  # type: ignore[assignment]
            if connection.closed or _hung_up(connection):
                lent.invalidate()
                continue
            try:
                yield connection
            finally:
                lent.invalidate() if connection.closed or connection.broken else lent.close()
            return

    @contextmanager
    def exclusive(self, name: str) -> Iterator[None]:
        try:
            with self._lent() as connection:
                connection.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", (name,))
                try:
                    yield
                finally:
                    if not connection.closed:
                        connection.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", (name,))
        except WRONG as wrong:
            self.fail(wrong)

    @property
    def inside(self) -> bool:
        return "connection" in self._own.__dict__

    def damage(self) -> list[str]:
        """What the database says of itself: the server's own tools (pg_amcheck, checksums) tell more."""
        self.execute("SELECT 1")
        return []

    def let_go(self) -> None:
        """Nothing: threads give connections back as they go."""

    def close(self) -> None:
        """Let go of all connections, those that a thread still holds too."""
        self.engine.dispose()
        for connection in list(self._open):
            connection.close()
        self._open.clear()

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection[Any]]:
        if self.inside:
            yield self._own.connection
            return
        with self._lent() as connection:
            yield connection

    def fail(self, wrong: Exception) -> Never:
        raise as_error(wrong, self.name) from wrong


def as_error(wrong: Exception, name: str) -> DioramaError:
    cause = getattr(wrong, "orig", None) or wrong  # SQLAlchemy's errors, in Alembic's steps and of the pool, have the driver's inside
    text = str(cause).strip().split("\n")[0]
    state = getattr(cause, "sqlstate", None) or ""
    if state.startswith("53"):  # insufficient resources: disk, memory, connections
        return OutputError(f"cannot write the database: {text}", where=name, hint="give the database's server room")
    if state == "25006":
        return OutputError("cannot write the database: it is read-only", where=name, hint="name the primary server, not its standby")
    if state in ("55P03", "40P01", "40001"):
        return HistoryError("another process has held the database for too long", where=name, hint="try again")
    if isinstance(wrong, (psycopg.OperationalError, psycopg.InterfaceError, exc.OperationalError, exc.TimeoutError, exc.InterfaceError)):
        return HistoryError(f"the database cannot be reached: {text}", where=name, hint="is its server up, and DIORAMA_DATABASE right?")
    return HistoryError(f"the database cannot be used: {text}", where=name, hint="the log of its server may say more")


def _hung_up(connection: psycopg.Connection[Any]) -> bool:
    """Whether there is something to read on a connection that asked nothing: its server has said good-bye."""
    looked = select.poll()
    looked.register(connection.pgconn.socket, select.POLLIN)
    return bool(looked.poll(0))
