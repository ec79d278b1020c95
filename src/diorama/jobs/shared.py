"""A ledger in PostgreSQL: many servers and workers change it at a time.

Event ids come from one row that a transaction holds from its first event to its end, so that ids are in the order of commits and nobody who read up to
one misses another. From there on nothing is waited for: what is written after it goes to the database in one go, ids as the database knows them. Rows of jobs are locked before that row, never after it, so that no two transactions wait for each other. Changes are told by NOTIFY, which
keeps that order, to all processes alike.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from diorama.jobs.database import POSTGRES_QUERIES
from diorama.jobs.ledger import Event, Given, Ledger, Tell
from diorama.jobs.store import JobStore
from diorama.postgres.database import Database
from diorama.postgres.listening import CHANNEL, Listening
from diorama.postgres.schema import prepare

Learn = Callable[[str, Mapping[str, Any]], None]
"""id of a job, what another process tells of its progress"""
NEXT = """WITH next AS (UPDATE numbers SET value = value + :many WHERE name = 'events' RETURNING value)
    SELECT pg_notify(CAST(:channel AS TEXT), (value - :many + place) || ' ' || told)
    FROM next, json_array_elements_text(CAST(:told AS JSON)) WITH ORDINALITY AS each(told, place) ORDER BY place"""
"""So many event ids; what each is of is told with it, once the transaction is over."""
LONGEST_TOLD = 6000
"""Bytes of facts in one message: PostgreSQL takes 8,000."""


class SharedLedger(Ledger):
    queries = POSTGRES_QUERIES
    shared = True

    def __init__(self, address: str, tell: Tell = lambda *_: None, learn: Learn = lambda *_: None):
        self.database = Database(address)
        prepare(self.database)
        self._tell, self._learn = tell, learn
        self._own = threading.local()
        self._heard = self.number("events")
        self._news = threading.Condition()
        self._listening = Listening(address, self._hear, self._missed)

    @property
    def connection(self) -> Database:
        return self.database

    @contextmanager
    def change(self, first: str = "") -> Iterator[Database]:
        """`first`: the name of a lock that is held from the start: of what must see all that others wrote before."""
        begin = ["SET LOCAL synchronous_commit = off"] if getattr(self._own, "relaxed", False) else []
        if first:
            begin.append(f"SELECT pg_advisory_xact_lock(hashtextextended('diorama {first}', 0))")
        with self.database.transaction(*begin):
            yield self.database

    def events(self, *changes: Event) -> Given:
        self.database.execute(NEXT, {"channel": CHANNEL, "told": json.dumps(changes), "many": len(changes)})
        return Given(len(changes))

    def passing(self, owner: str, kind: str, id: str, facts: Mapping[str, Any] | None = None) -> None:
        with self.database.transaction("SET LOCAL synchronous_commit = off"):
            told = [owner, kind, id, facts]
            short = told if len(json.dumps(told)) < LONGEST_TOLD else told[:3]
            self.database.execute(NEXT, {"channel": CHANNEL, "told": json.dumps([short]), "many": 1})

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

    def exclusive(self, name: str) -> AbstractContextManager[None]:
        return self.database.exclusive(name)

    def close(self) -> None:
        """Nothing: threads give connections back as they go."""

    def end(self) -> None:
        """Hear no more, let go of all connections."""
        self._listening.close()
        self.database.close()

    def _hear(self, payload: str) -> None:
        number, _, told = payload.partition(" ")
        number = int(number)
        owner, kind, id, *more = json.loads(told)
        if more and more[0]:
            self._learn(id, more[0])
        self._tell(owner, kind, id, number)
        with self._news:
            self._heard = max(self._heard, number)
            self._news.notify_all()

    def _missed(self) -> None:
        """The line was cut: tell everybody to look, and all jobs that changed meanwhile."""
        since, self._heard = self._heard, self.number("events")
        for row in self.database.execute("SELECT id, owner, event FROM jobs WHERE event > ? ORDER BY event", (since,)):
            self._tell(row["owner"], "job", row["id"], row["event"])
        self._tell("", "queue", "", self._heard)


class SharedStore(JobStore, SharedLedger):
    """The jobs of many servers."""
