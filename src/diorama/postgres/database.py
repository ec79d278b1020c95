"""A PostgreSQL database as stores use it: `execute` as sqlite3 has it, rows by name or place, and transactions.

Outside a transaction each statement takes a connection from the pool and gives it back; inside, the thread keeps one.
"""

from __future__ import annotations

import re
import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Never
from urllib.parse import urlsplit

from diorama.errors import DioramaError, HistoryError, OutputError, RequestError

try:
    import sqlalchemy
    from sqlalchemy import exc
except ImportError as missing:
    raise RequestError("PostgreSQL needs libraries that are not here", where="database", hint="pip install 'diorama[postgres]'") from missing

POOL, SPARE = 4, 12
"""Connections that are kept, and that may come on top."""
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
    """What a statement gave."""

    def __init__(self, names: Sequence[str], rows: Sequence[Sequence[Any]], rowcount: int):
        places = {name: place for place, name in enumerate(names)}
        self._rows, self.rowcount = [Row(places, row) for row in rows], rowcount

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def fetchone(self) -> Row | None:
        return self._rows[0] if self._rows else None

    def fetchall(self) -> list[Row]:
        return self._rows


class Database:
    """Threads may use it at a time. `address`: postgresql://user:password@host/name."""

    def __init__(self, address: str):
        self.address = address
        self._own = threading.local()
        driver = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", address)
        try:
            self.engine = sqlalchemy.create_engine(
                driver, isolation_level="AUTOCOMMIT", pool_size=POOL, max_overflow=SPARE, pool_timeout=WAIT_SECONDS,
                connect_args={"options": f"-c lock_timeout={WAIT_SECONDS}s -c jit=off", "connect_timeout": 10, "application_name": "diorama"},
            )  # fmt: skip
        except (exc.ArgumentError, ValueError):
            raise RequestError("not the address of a database", where="database", hint="postgresql://user:password@host/name") from None

        self._open: weakref.WeakSet[Any] = weakref.WeakSet()
        sqlalchemy.event.listen(self.engine, "connect", lambda connection, _: self._open.add(connection))

    @property
    def name(self) -> str:
        """The address without its password."""
        parts = urlsplit(self.address)
        return f"postgresql://{parts.hostname or ''}{parts.path}"

    def execute(self, text: str, values: Mapping[str, Any] | Sequence[Any] = ()) -> Rows:
        """Run a statement with values by name (`:name`) or by place (`?`). Raises HistoryError, OutputError."""
        given = values if isinstance(values, Mapping) else _named(values)
        try:
            try:
                return self._run(text, given)
            except exc.DBAPIError as wrong:
                if self.inside or not wrong.connection_invalidated or not text.lstrip().startswith("SELECT"):
                    raise
                return self._run(text, given)  # the connection was lost while nobody used it
        except exc.SQLAlchemyError as wrong:
            self.fail(wrong)

    def _run(self, text: str, values: Mapping[str, Any]) -> Rows:
        with self._connection() as connection:
            result = connection.execute(_prepared(text), values)
            if not result.returns_rows:
                return Rows((), (), result.rowcount)
            return Rows(list(result.keys()), result.fetchall(), result.rowcount)

    def executemany(self, text: str, values: Iterable[Mapping[str, Any] | Sequence[Any]]) -> None:
        rows = [one if isinstance(one, Mapping) else _named(one) for one in values]
        if not rows:
            return
        try:
            with self._connection() as connection:
                connection.execute(_prepared(text), rows)
        except exc.SQLAlchemyError as wrong:
            self.fail(wrong)

    @contextmanager
    def transaction(self, *first: str) -> Iterator[Database]:
        """All of it happens or none; one within another is part of it. `first`: statements that begin it."""
        if self.inside:
            yield self
            return
        try:
            with self._begun("; ".join(("BEGIN", *first))) as connection:
                self._own.connection = connection
                try:
                    yield self
                except BaseException:
                    if not connection.invalidated:
                        connection.exec_driver_sql("ROLLBACK")
                    raise
                finally:
                    del self._own.connection
                connection.exec_driver_sql("COMMIT")
        except exc.SQLAlchemyError as wrong:
            self.fail(wrong)

    @contextmanager
    def _begun(self, text: str) -> Iterator[sqlalchemy.Connection]:
        """A connection in a new transaction. One that was lost while nobody used it (the server was started anew) costs a second try."""
        for again in (True, False):
            with self.engine.connect() as connection:
                try:
                    connection.exec_driver_sql(text)
                except exc.DBAPIError as wrong:
                    if wrong.connection_invalidated and again:
                        continue
                    raise
                yield connection
                return

    @contextmanager
    def exclusive(self, name: str) -> Iterator[None]:
        """While nobody else, in whatever process, is exclusive by this name."""
        try:
            with self.engine.connect() as connection:
                held = {"name": name}
                connection.execute(sqlalchemy.text("SELECT pg_advisory_lock(hashtextextended(:name, 0))"), held)
                try:
                    yield
                finally:
                    if not connection.invalidated:
                        connection.execute(sqlalchemy.text("SELECT pg_advisory_unlock(hashtextextended(:name, 0))"), held)
        except exc.SQLAlchemyError as wrong:
            self.fail(wrong)

    @property
    def inside(self) -> bool:
        """Whether this thread is in a transaction."""
        return "connection" in self._own.__dict__

    def close(self) -> None:
        """Let go of all connections, those that a thread still holds too."""
        self.engine.dispose()
        for connection in list(self._open):
            connection.close()
        self._open.clear()

    @contextmanager
    def _connection(self) -> Iterator[sqlalchemy.Connection]:
        if self.inside:
            yield self._own.connection
            return
        with self.engine.connect() as connection:
            yield connection

    def fail(self, wrong: Exception) -> Never:
        """Raise the same as one of ours, with what would help."""
        raise as_error(wrong, self.name) from wrong


def as_error(wrong: Exception, name: str) -> DioramaError:
    text = str(getattr(wrong, "orig", None) or wrong).strip().split("\n")[0]
    state = getattr(getattr(wrong, "orig", None), "sqlstate", None) or ""
    if state.startswith("53"):  # insufficient resources: disk, memory, connections
        return OutputError(f"cannot write the database: {text}", where=name, hint="give the database's server room")
    if state == "25006":
        return OutputError("cannot write the database: it is read-only", where=name, hint="name the primary server, not its standby")
    if state in ("55P03", "40P01", "40001"):
        return HistoryError("another process has held the database for too long", where=name, hint="try again")
    if isinstance(wrong, (exc.OperationalError, exc.TimeoutError, exc.InterfaceError)):
        return HistoryError(f"the database cannot be reached: {text}", where=name, hint="is its server up, and DIORAMA_DATABASE right?")
    return HistoryError(f"the database cannot be used: {text}", where=name, hint="the log of its server may say more")


def _named(values: Sequence[Any]) -> dict[str, Any]:
    return {f"p{place}": value for place, value in enumerate(values)}


@lru_cache(maxsize=512)
def _prepared(text: str) -> sqlalchemy.TextClause:
    """`?` becomes :p0, :p1 …: no statement of ours has one in a literal."""
    parts = text.split("?")
    return sqlalchemy.text("".join(f"{part}:p{place}" for place, part in enumerate(parts[:-1])) + parts[-1])
