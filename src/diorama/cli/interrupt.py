"""Ctrl-C as a flag, for work that stops by itself."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from diorama.contracts import Cancel


@contextmanager
def interruptible() -> Iterator[Cancel]:
    """A flag that Ctrl-C raises."""
    cancel = Cancel()
    before = signal.signal(signal.SIGINT, lambda *_: cancel.now())
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)
