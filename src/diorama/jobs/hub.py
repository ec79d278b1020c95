"""The hub: changes as they happen. A listener that is slow loses nothing but what is out of date: of each thing it hears the newest change only."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import NamedTuple


class Change(NamedTuple):
    """Something is another; what it is now, one asks the store."""

    event: int
    kind: str
    """job, picture, queue"""
    id: str


class Listener:
    """Changes that have not been fetched yet. `wake` is called from whichever thread made the change, once until `fetch`; it must not wait."""

    def __init__(self, wake: Callable[[], None]):
        self._wake = wake
        self._lock = threading.Lock()
        self._waiting: dict[tuple[str, str], int] = {}
        self.closed = False

    def hear(self, kind: str, id: str, event: int) -> None:
        with self._lock:
            first = not self._waiting
            self._waiting.pop((kind, id), None)
            self._waiting[kind, id] = event
        if first:
            self._wake()

    def close(self) -> None:
        """No more will come: wakes whoever waits."""
        self.closed = True
        self._wake()

    def fetch(self) -> list[Change]:
        """Everything new, in order."""
        with self._lock:
            waiting, self._waiting = self._waiting, {}
        return sorted(Change(event, kind, id) for (kind, id), event in waiting.items())


class Hub:
    """Who listens to whom. A listener hears of one owner's things, or of certain jobs only; and of the queue in either case unless told not to."""

    def __init__(self):
        self._lock = threading.Lock()
        self._owners: dict[str, set[Listener]] = {}
        self._jobs: dict[str, set[Listener]] = {}
        self._closed = False

    def listen(self, wake: Callable[[], None], *, owner: str | None = None, jobs: tuple[str, ...] = ()) -> Listener:
        """Begin to listen: to all that is an owner's (and the queue), or to `jobs`."""
        listener = Listener(wake)
        with self._lock:
            if owner is not None:
                self._owners.setdefault(owner, set()).add(listener)
            for job in jobs:
                self._jobs.setdefault(job, set()).add(listener)
            listener.closed = self._closed
        return listener

    def leave(self, listener: Listener) -> None:
        with self._lock:
            for book in (self._owners, self._jobs):
                for name in [name for name, listeners in book.items() if listener in listeners]:
                    book[name].discard(listener)
                    if not book[name]:
                        del book[name]

    def tell(self, owner: str, kind: str, id: str, event: int) -> None:
        """A change; of the queue everybody who listens to an owner hears."""
        with self._lock:
            if kind == "queue":
                listeners = {one for ones in self._owners.values() for one in ones}
            else:
                listeners = self._owners.get(owner, set()) | (self._jobs.get(id, set()) if kind == "job" else set())
        for listener in listeners:
            listener.hear(kind, id, event)

    def close(self) -> None:
        """Send everybody home: the server is going down."""
        with self._lock:
            self._closed = True
            listeners = {one for book in (self._owners, self._jobs) for ones in book.values() for one in ones}
        for listener in listeners:
            listener.close()

    @property
    def listening(self) -> int:
        return len({one for book in (self._owners, self._jobs) for ones in list(book.values()) for one in list(ones)})
