"""Cancelling: a flag that whoever asked can raise."""

from __future__ import annotations

import threading
from collections.abc import Callable

from diorama.errors import Cancelled


class Cancel:
    """Engines look at it often. Actions registered with `on` run at once when it is raised."""

    def __init__(self):
        self._event = threading.Event()
        self._actions: list[Callable[[], None]] = []
        self._lock = threading.Lock()
        self.keeps = False
        """True: only this process lets go; what was ordered elsewhere stays ordered, and is fetched later."""

    def now(self, *, keep: bool = False) -> None:
        """Raise it. `keep`: stop waiting, and leave what was submitted to a service where it is."""
        with self._lock:
            if not self._event.is_set():
                self.keeps = keep
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

    def rest(self, seconds: float) -> None:
        """Wait. Raises Cancelled as soon as asked to stop."""
        self._event.wait(seconds)
        self.check()
