"""Server-sent events (WHATWG HTML, 9.2): how they are written, and how changes from other threads wake a stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import contextmanager
from typing import Any

from fastapi.responses import StreamingResponse

from diorama.jobs import Queue
from diorama.jobs.hub import Change, Listener

BEAT = 15.0
"""Seconds of silence after which a comment is sent, so that proxies keep the line open and a lost one is noticed."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}


def event(data: Any, *, name: str | None = None, id: int | None = None) -> bytes:
    """One event. Data that is not text is sent as JSON on one line."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    lines = [f"id: {id}"] if id is not None else []
    lines += [f"event: {name}"] if name else []
    return "\n".join([*lines, *(f"data: {line}" for line in text.split("\n")), "", ""]).encode()


def stream(events: AsyncIterator[bytes]) -> StreamingResponse:
    return StreamingResponse(events, media_type="text/event-stream", headers=HEADERS)


class Subscriber:
    """A listener for one coroutine: `changes` waits for what is new."""

    def __init__(self, listener: Listener, awake: asyncio.Event):
        self._listener, self._awake = listener, awake

    @property
    def closed(self) -> bool:
        return self._listener.closed

    def wake(self) -> None:
        """Have `changes` return, as it does for news."""
        self._awake.set()

    async def changes(self, wait: float = BEAT) -> list[Change]:
        """What changed since the last call; empty after `wait` seconds of silence or once closed."""
        try:
            async with asyncio.timeout(wait):
                await self._awake.wait()
        except TimeoutError:
            return []
        self._awake.clear()
        return self._listener.fetch()


@contextmanager
def listening(queue: Queue, *, owner: str | None = None, jobs: tuple[str, ...] = ()):
    """Listen to the queue for as long as the block runs."""
    loop, awake = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(awake.set)

    listener = queue.listen(wake, owner=owner, jobs=jobs)
    if listener.closed:
        awake.set()
    try:
        yield Subscriber(listener, awake)
    finally:
        queue.hub.leave(listener)
