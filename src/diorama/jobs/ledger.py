"""The ledger below the store: connections, transactions, and event ids that only grow.

Every change is one transaction, has an event id greater than all before it, and is told in that order. Two ledgers do so:

OwnLedger     a SQLite file that one process has: ids are given out from a block that is written down ahead, so that they grow through crashes too
SharedLedger  (shared.py) a PostgreSQL database that many processes share
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diorama.database.base import Database

BLOCK = 10_000
"""Event ids that are written down ahead."""
SPARE = 2_000
"""More than one transaction uses."""

Event = tuple[str, str, str]
"""owner, kind, id"""
QUEUE: Event = ("", "queue", "")
"""How many wait or run, or whether any may begin, is another."""


@dataclass(frozen=True)
class Given:
    """Event ids that were given out: where the database knows the first one, it counts back from the last. `value(k)` is what a statement is given for the
    k-th (its parameter `at`)."""

    many: int
    first: int | None = None
    """None: the database knows it, and nobody waits to be told."""

    @property
    def known(self) -> bool:
        return self.first is not None

    def value(self, k: int) -> int:
        return self.first + k if self.first is not None else self.many - 1 - k


Tell = Callable[[str, str, str, int], None]
"""owner, kind, id, event"""


class Ledger(ABC):
    """Threads may use it at a time."""

    queries: Mapping[str, Any]
    shared = False
    """Whether other processes take jobs from it too: then all that run have a lease."""
    database: Database

    @property
    def connection(self) -> Database:
        """What statements go to."""
        return self.database

    @abstractmethod
    def change(self, first: str = "") -> AbstractContextManager[Any]:
        """One transaction; what changed is told when it is written, in the order of the event ids. `first`: see SharedLedger."""

    @abstractmethod
    def events(self, *changes: Event) -> Given:
        """An event id for each change that is being made (within `change`), one above the other."""

    @abstractmethod
    def passing(self, owner: str, kind: str, id: str, facts: Mapping[str, Any] | None = None) -> None:
        """Tell of something that is not written down: progress (`facts`: what other processes are told of it)."""

    @property
    @abstractmethod
    def last_event(self) -> int: ...

    @abstractmethod
    def strictly(self) -> AbstractContextManager[None]:
        """What is written meanwhile outlives a power cut, in the worker's threads too: what money depends on."""

    @abstractmethod
    def relax(self) -> None:
        """For the worker's thread: what it writes may be lost in a power cut (never in a crash), for the history tells what was made."""

    @abstractmethod
    def relaxed(self) -> AbstractContextManager[None]:
        """The same for what is written meanwhile: by doors that workers use."""

    def settle(self, wait: float = 5.0) -> None:  # noqa: B027
        """Wait until what was written was told."""

    def end(self) -> None:
        """Let go of everything."""
        self.close()

    def exclusive(self, name: str) -> AbstractContextManager[None]:
        """While no other process is exclusive by this name."""
        return nullcontext()

    @abstractmethod
    def close(self) -> None:
        """Close this thread's connection."""

    def number(self, name: str) -> int:
        return int(self.connection.execute(self.queries["number"], {"name": name}).fetchone()[0])


class OwnLedger(Ledger):
    """One process only (the queue holds a lock)."""

    def __init__(self, path: Path, tell: Tell = lambda *_: None):
        """`tell(owner, kind, id, event)` hears of every change while it is still being made known: it must be quick."""
        from diorama.database.sqlite import SqliteDatabase
        from diorama.jobs.database import OWN_QUERIES

        self.database, self.queries, self._tell = SqliteDatabase(path, "jobs"), OWN_QUERIES, tell
        self._pen = threading.RLock()
        self._told: list[tuple[str, str, str, int]] = []
        self._last = self.number("events")
        self._reserved = self._last

    def close(self) -> None:
        self.database.let_go()

    def relax(self) -> None:
        self.connection.execute("PRAGMA synchronous = NORMAL")

    def strictly(self) -> AbstractContextManager[None]:
        return self._synced("FULL")

    def relaxed(self) -> AbstractContextManager[None]:
        return self._synced("NORMAL")

    @contextmanager
    def _synced(self, how: str) -> Iterator[None]:
        """This thread's connection is as it was, after it: threads of the server's pool make orders too."""
        (before,) = self.connection.execute("PRAGMA synchronous").fetchone()
        self.connection.execute(f"PRAGMA synchronous = {how}")
        try:
            yield
        finally:
            self.connection.execute(f"PRAGMA synchronous = {before}")

    @contextmanager
    def change(self, first: str = "") -> Iterator[Database]:
        with self._pen:
            self._reserve()
            self._told = []
            with self.database.transaction():
                yield self.database
            for told in self._told:
                self._tell(*told)

    def events(self, *changes: Event) -> Given:
        first = self._last + 1
        self._last += len(changes)
        self._told += [(*change, first + k) for k, change in enumerate(changes)]
        return Given(len(changes), first)

    def passing(self, owner: str, kind: str, id: str, facts: Mapping[str, Any] | None = None) -> None:
        with self._pen:
            self._reserve()
            self._last += 1
            self._tell(owner, kind, id, self._last)

    @property
    def last_event(self) -> int:
        return self._last

    def _reserve(self) -> None:
        if self._reserved - self._last < SPARE:
            self._reserved = self._last + BLOCK
            with self.database.transaction() as connection:
                connection.execute(self.queries["number_is"], {"of": "events", "is": self._reserved})


def now() -> str:
    """UTC, ISO 8601, to the millisecond."""
    return stamp(0)


def stamp(seconds: float) -> str:
    """So many seconds from now."""
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")
