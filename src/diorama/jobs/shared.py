"""A ledger in PostgreSQL: many servers and workers change it at a time.

Event ids come from one row that a transaction holds from its first event to its end, so that ids are in the order of commits and nobody who read up to
one misses another. From there on nothing is waited for: what is written after it goes to the database in one go, ids as the database knows them.
Rows of jobs are locked before that row, never after it, so that no two transactions wait for each other. Changes are told by NOTIFY, which keeps that order,
to all processes alike.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from diorama.database.base import Database
from diorama.database.listening import CHANNEL, Listening
from diorama.database.postgresql import PostgresDatabase
from diorama.jobs.database import SHARED_QUERIES
from diorama.jobs.ledger import Event, Given, Ledger, Tell
from diorama.jobs.store import JobStore

Learn = Callable[[str, Mapping[str, Any]], None]
"""id of a job, what another process tells of its progress"""
NEXT = """WITH next AS (UPDATE numbers SET value = value + :many WHERE name = 'events' RETURNING value)
    SELECT pg_notify(CAST(:channel AS TEXT), (next.value - :many + CAST(item ->> 0 AS BIGINT)) || ' ' || (item ->> 1))
    FROM next, json_array_elements(CAST(:told AS JSON)) AS each(item)"""
"""So many event ids; what they are of is told with them, once the transaction is over: in each message some, the first one's id before them."""
TOLD_TOGETHER = 40
"""Changes in one message."""
LONGEST_TOLD = 6000
"""Bytes of facts in one message: PostgreSQL takes 8,000."""


class SharedLedger(Ledger):
    queries = SHARED_QUERIES
    shared = True

    def __init__(self, address: str, tell: Tell = lambda *_: None, learn: Learn = lambda *_: None):
        self.database = PostgresDatabase(address)
        self._tell, self._learn = tell, learn
        self._own = threading.local()
        self._heard = self.number("events")
        self._news = threading.Condition()
        self._listening = Listening(address, self._hear, self._missed)

    @contextmanager
    def change(self, first: str = "") -> Iterator[Database]:
        """`first`: the name of a lock that is held from the start: of what must see all that others wrote before."""
        begin = ["SET LOCAL synchronous_commit = off"] if getattr(self._own, "relaxed", False) else []
        if first:
            begin.append(f"SELECT pg_advisory_xact_lock(hashtextextended('diorama {first}', 0))")
        with self.database.transaction(*begin):
            yield self.database

    def events(self, *changes: Event) -> Given:
        self._told(changes)
        return Given(len(changes))

    def passing(self, owner: str, kind: str, id: str, facts: Mapping[str, Any] | None = None) -> None:
        with self.database.transaction("SET LOCAL synchronous_commit = off"):
            told = [owner, kind, id, facts]
            self._told([told if len(json.dumps(told)) < LONGEST_TOLD else told[:3]])

    def _told(self, changes: Sequence[Any]) -> None:
        told = [(k + 1, json.dumps(changes[k : k + TOLD_TOGETHER])) for k in range(0, len(changes), TOLD_TOGETHER)]
        self.database.execute(NEXT, {"channel": CHANNEL, "told": json.dumps(told), "many": len(changes)})

    @property
    def last_event(self) -> int:
        return self._heard

    def settle(self, wait: float = 5.0) -> None:
        """Wait until all that is written by now was heard."""
        last = self.number("events")
        with self._news:
            self._news.wait_for(lambda: self._heard >= last, wait)

    @contextmanager
    def strictly(self) -> Iterator[None]:
        relaxed = getattr(self._own, "relaxed", False)
        self._own.relaxed = False
        try:
            yield
        finally:
            self._own.relaxed = relaxed

    def relax(self) -> None:
        self._own.relaxed = True

    @contextmanager
    def relaxed(self) -> Iterator[None]:
        relaxed = getattr(self._own, "relaxed", False)
        self._own.relaxed = True
        try:
            yield
        finally:
            self._own.relaxed = relaxed

    def exclusive(self, name: str) -> AbstractContextManager[None]:
        return self.database.exclusive(name)

    def close(self) -> None:
        """Nothing: threads give connections back as they go."""

    def end(self) -> None:
        """Hear no more, let go of all connections."""
        self._listening.close()
        self.database.close()

    def _hear(self, payload: str) -> None:
        first, _, told = payload.partition(" ")
        changes = json.loads(told)
        for number, (owner, kind, id, *more) in enumerate(changes, int(first)):
            if more and more[0]:
                self._learn(id, more[0])
            self._tell(owner, kind, id, number)
        with self._news:
            self._heard = max(self._heard, int(first) + len(changes) - 1)
            self._news.notify_all()

    def _missed(self) -> None:
        """The line was cut: tell everybody to look, and all jobs that changed meanwhile."""
        since, self._heard = self._heard, self.number("events")
        for row in self.database.execute(self.queries["since"], {"since": since}):
            self._tell(row["owner"], "job", row["id"], row["event"])
        self._tell("", "queue", "", self._heard)


class SharedStore(JobStore, SharedLedger):
    """The jobs of many servers."""
