"""Seats of a cluster: as many as there are jobs that want one, some of them only asked for yet. Who has waited longest gets the next that is free.

Were each thread's seat its own, a job that waits for a node to come would wait while those behind it are made at seats of others.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from diorama.contracts import Cancel, Capabilities

LOOK = 0.2
"""Seconds between looks for a seat that has come, and whether the job was cancelled."""


@dataclass(eq=False)
class Taken:
    """A seat."""

    engine: str
    actor: Any
    there: Callable[[], bool] = field(repr=False)
    """Whether it has come; raises where it never will."""
    busy: bool = False
    came: bool = False


class Seats:
    """Threads may use it at a time. `start(engine, able)`: ask for a seat; `kill(actor)`: end one."""

    def __init__(self, start: Callable[[str, Capabilities], tuple[Any, Callable[[], bool]]], kill: Callable[[Any], Any]):
        self._start, self._kill = start, kill
        self._seats: list[Taken] = []
        self._waiting: dict[str, deque[object]] = {}
        self._changed = threading.Condition()

    def take(self, engine: str, able: Capabilities, cancel: Cancel) -> Taken:
        """The next free seat, once all who came before have one. Raises Cancelled, and what `there` raises."""
        ticket = object()
        with self._changed:
            line = self._waiting.setdefault(engine, deque())
            line.append(ticket)
            try:
                while True:
                    self._ask(engine, able, len(line))
                    if line[0] is ticket and (seat := self._free(engine)) is not None:
                        seat.busy = True
                        return seat
                    cancel.check()
                    self._changed.wait(LOOK)
            finally:
                line.remove(ticket)
                self._changed.notify_all()

    def give_back(self, seat: Taken) -> None:
        """Its job is made."""
        with self._changed:
            seat.busy = False
            self._changed.notify_all()

    def end(self, seat: Taken) -> None:
        with self._changed:
            self._end(seat)
            self._changed.notify_all()

    def clear(self, engine: str) -> None:
        """End what nobody sits at or waits for."""
        with self._changed:
            idle = [one for one in self._seats if one.engine == engine and not one.busy]
            for seat in idle[len(self._waiting.get(engine, ())) :]:
                self._end(seat)

    def close(self) -> None:
        with self._changed:
            for seat in list(self._seats):
                self._end(seat)

    @property
    def actors(self) -> list[Any]:
        """All there are, those that are only asked for too."""
        with self._changed:
            return [one.actor for one in self._seats]

    def _ask(self, engine: str, able: Capabilities, waiting: int) -> None:
        """There is one, come or asked for, for each who waits; of another engine's that nobody sits at none is kept for that."""
        idle = [one for one in self._seats if one.engine == engine and not one.busy]
        if len(idle) >= waiting:
            return
        for other in [one for one in self._seats if one.engine != engine and not one.busy and not self._waiting.get(one.engine)]:
            self._end(other)
        for _ in range(waiting - len(idle)):
            self._seats.append(Taken(engine, *self._start(engine, able)))

    def _free(self, engine: str) -> Taken | None:
        for seat in [one for one in self._seats if one.engine == engine and not one.busy]:
            try:
                seat.came = seat.came or seat.there()
            except Exception:
                self._end(seat)
                raise
            if seat.came:
                return seat
        return None

    def _end(self, seat: Taken) -> None:
        with suppress(ValueError):
            self._seats.remove(seat)
        with suppress(Exception):
            self._kill(seat.actor)
