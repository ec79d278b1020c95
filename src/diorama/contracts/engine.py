"""The engine's contract."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import numpy as np

from diorama.contracts.cancel import Cancel
from diorama.contracts.capabilities import Capabilities
from diorama.contracts.events import Event
from diorama.contracts.job import Job
from diorama.contracts.money import Quote
from diorama.contracts.options import Options
from diorama.contracts.outcome import Outcome
from diorama.errors import EngineRefused
from diorama.recipe import InputKind, Recipe

Listen = Callable[[Event], None]


def nobody(_: Event) -> None:
    """Who listens where nobody does."""


@runtime_checkable
class Engine(Protocol):
    """Makes pictures. Thread-safe: `make` may be called from several threads, and queues where the engine can do fewer at a time."""

    options: type[Options]
    """Its own options."""

    def capabilities(self) -> Capabilities: ...

    def quote(self, job: Job) -> Quote | None:
        """What the picture will cost; None: nothing, or nobody can say. May ask the service; orders nothing."""
        ...

    def make(self, job: Job, listen: Listen = ..., cancel: Cancel | None = ...) -> Outcome:
        """Make one picture. Raises an EngineError (see the tree in `errors`), Cancelled, SceneError, RequestError.

        One that costs tells `Sending` before it submits and `Submitted` once it knows the remote id, and goes on when `listen` has returned.
        """
        ...

    def resume(self, remote_id: str, job: Job, listen: Listen = ..., cancel: Cancel | None = ...) -> Outcome:
        """Wait for and fetch what was submitted before, by this process or another. Never orders. Raises as `make`."""
        ...

    def close(self) -> None:
        """Let go of processes and memory. Further calls to `make` start anew."""
        ...


@runtime_checkable
class Compares(Protocol):
    """An engine that can tell, before it makes one, where two of its pictures will differ: the rest is then kept from the first."""

    def changed(self, before: Recipe, after: Recipe, cancel: Cancel | None = ...) -> np.ndarray:
        """bool (height, width)."""
        ...


@runtime_checkable
class Readies(Protocol):
    """An engine that may lack something on this machine (libraries, weights)."""

    def ready(self, given: Sequence[InputKind] = ...) -> None:
        """Raises EngineUnavailable that says how to get what is missing for a picture that goes by inputs of these kinds."""
        ...


@runtime_checkable
class Begins(Protocol):
    """An engine that takes a while to start, and can do so while something else is done."""

    def begin(self) -> None:
        """Start, and return at once; whether it did start is said by the picture that is asked for then. Raises OutputError where nothing can be written."""
        ...


@runtime_checkable
class Holds(Protocol):
    """An engine that can hold a picture which is there against its scene, without making it again."""

    def held(self, picture: np.ndarray, job: Job, cancel: Cancel | None = ...) -> Outcome:
        """`picture`: uint8 sRGB (h, w, 3). Passes of the scene, and what drifted from it in `report`."""
        ...


class Local:
    """What engines on this machine have in common: nothing to pay and nothing to resume."""

    options: type[Options] = Options

    def quote(self, job: Job) -> Quote | None:
        return None

    def resume(self, remote_id: str, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        raise EngineRefused("nothing was submitted anywhere: this engine works here", hint="make the picture again")
