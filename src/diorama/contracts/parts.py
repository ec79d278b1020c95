"""Progress of several pictures that are one thing to whoever waits."""

from __future__ import annotations

from diorama.contracts.engine import Listen
from diorama.contracts.events import Event, Partial, Preview, Progress


def part(listen: Listen, k: int, total: int, name: str) -> Listen:
    """Hears the k-th of `total` pictures, from 0, and tells its progress as that of all.

    Warnings and what was spent pass as they are; previews of one do not stand for all.
    """

    def hear(event: Event) -> None:
        if isinstance(event, Progress):
            listen(Progress(event.stage, (k + event.done) / total, f"{name}: {event.text or event.stage}"))
        elif not isinstance(event, (Preview, Partial)):
            listen(event)

    return hear
