"""A lane: the threads that make one engine's pictures, as many as it makes at a time."""

from __future__ import annotations

import logging
import threading
import time
from datetime import UTC, datetime
from typing import Protocol

PAUSE = 1.0
"""Seconds before going on after the store could not be written."""

log = logging.getLogger("diorama.jobs")


class Crew(Protocol):
    """Who knows the work."""

    def enter(self) -> None: ...
    def leave(self) -> None: ...
    def work(self, engine: str) -> bool: ...
    def next_ready(self, engine: str) -> str | None: ...
    def trouble(self) -> None: ...


class Lane:
    def __init__(self, engine: str, width: int, crew: Crew):
        self._engine, self._crew, self._width = engine, crew, 0
        self._bell = threading.Condition()
        self._rung = 0
        self._stopping = False
        self._threads: list[threading.Thread] = []
        self.widen(width)

    def widen(self, width: int) -> None:
        """Make so many at a time from now on; of more, those that are being made are made to their end."""
        self._width = width
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        taken = {thread.name for thread in self._threads}
        for number in range(width):
            if (name := f"diorama-{self._engine}-{number}") not in taken:
                self._threads.append(threading.Thread(target=self._run, args=(number,), name=name, daemon=True))
                self._threads[-1].start()
        self.wake()

    def wake(self) -> None:
        """There may be something to do."""
        with self._bell:
            self._rung += 1
            self._bell.notify_all()

    def stop(self) -> None:
        """Take no more."""
        self._stopping = True
        self.wake()

    def join(self, wait: float) -> None:
        end = time.monotonic() + wait
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))

    @property
    def alive(self) -> bool:
        return sum(thread.is_alive() for thread in self._threads) >= self._width

    def _run(self, number: int) -> None:
        self._crew.enter()
        while not self._stopping and number < self._width:
            heard = self._rung
            try:
                if not self._crew.work(self._engine):
                    self._rest(heard)
            except Exception:  # the store or the disk: the queue stays as it is and goes on when they do
                log.exception("the queue could not be written; trying again")
                time.sleep(PAUSE)
                self._crew.trouble()
        self._crew.leave()

    def _rest(self, heard: int) -> None:
        """Until the bell rings (it may have since `heard`), or the next job is ready."""
        ready = self._crew.next_ready(self._engine)
        wait = None if ready is None else max(0.01, (datetime.fromisoformat(ready) - datetime.now(UTC)).total_seconds())
        with self._bell:
            self._bell.wait_for(lambda: self._rung != heard, wait)
