"""The engine's contract: the Protocol, what goes in, what is heard on the way, what comes out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np

from diorama.contracts.capabilities import Capabilities
from diorama.errors import Cancelled
from diorama.recipe import Recipe
from diorama.scene import Scene


@dataclass(frozen=True)
class Job:
    """All that an engine gets. Pictures are uint8 sRGB (h, w, 3); masks bool (h, w), True where it may change; depth float32 metres (h, w)."""

    recipe: Recipe
    references: tuple[np.ndarray, ...] = ()
    mask: np.ndarray | None = None
    depth: np.ndarray | None = None
    passes: bool = False
    """Exact passes are wanted too."""
    lights: bool = False
    """The picture by light is wanted too: a pass `light:NAME` for each, which add up to the whole."""
    export: tuple[Path, ...] = ()
    """Files the engine should leave of its own scene (.blend, .glb); engines that cannot raise EngineRefused."""
    draw: bool = True
    """False: only the exports are wanted. The picture is then as small as metering allows."""


@dataclass(frozen=True)
class Progress:
    stage: str
    done: float
    """0 to 1 of the whole."""
    text: str = ""


@dataclass(frozen=True)
class Preview:
    picture: np.ndarray
    index: int
    """From 0; later ones are better."""


@dataclass(frozen=True)
class Spent:
    amount: float
    currency: str
    reference: str


Event = Progress | Preview | Spent


@dataclass(frozen=True)
class Outcome:
    """What came of it. `picture`: uint8 sRGB (h, w, 3)."""

    picture: np.ndarray
    passes: dict[str, np.ndarray] = field(default_factory=dict)
    """depth float32 metres, normal float32 (h, w, 3), ids int32, linear float32 (h, w, 3), light:NAME float32 (h, w, 3)"""
    report: dict[str, Any] = field(default_factory=dict)
    """What the engine tells: subjects with their ids and shares, seconds by step, samples."""
    scene: Scene | None = None
    """The scene with everything settled that was left to the engine (its layout); None where the engine settles nothing."""


class Cancel:
    """A flag that whoever asked can raise; engines look at it often. Actions registered with `on` run at once when it is raised."""

    def __init__(self):
        self._event = threading.Event()
        self._actions: list[Callable[[], None]] = []
        self._lock = threading.Lock()

    def now(self) -> None:
        with self._lock:
            self._event.set()
            actions, self._actions = self._actions, []
        for action in actions:
            action()

    @property
    def asked(self) -> bool:
        return self._event.is_set()

    def on(self, action: Callable[[], None]) -> Callable[[], None]:
        """Run `action` when cancelled (at once if it already is). Returns a function that takes it back."""
        with self._lock:
            if not self._event.is_set():
                self._actions.append(action)
                return lambda: self._forget(action)
        action()
        return lambda: None

    def _forget(self, action: Callable[[], None]) -> None:
        with self._lock:
            if action in self._actions:
                self._actions.remove(action)

    def check(self) -> None:
        """Raise Cancelled if asked to stop."""
        if self.asked:
            raise Cancelled("cancelled")


@runtime_checkable
class Engine(Protocol):
    """Makes pictures. Thread-safe: `make` may be called from several threads, and queues where the engine can do one at a time."""

    def capabilities(self) -> Capabilities: ...

    def make(self, job: Job, listen: Callable[[Event], None] = ..., cancel: Cancel = ...) -> Outcome:
        """Make one picture. Raises EngineRefused (it will not), EngineUnavailable (it cannot), WorkerLost, Cancelled, SceneError."""
        ...

    def close(self) -> None:
        """Let go of processes and memory. Further calls to `make` start anew."""
        ...
