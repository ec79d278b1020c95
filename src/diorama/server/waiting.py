"""How an answer of /v1 waits for its pictures. docs/decisions/0012-asking-again.md tells why so.

silence, shorter than the client's patience → every outcome has its true status
then → a client that counts its tries, at its first: "come again" (504), which its SDK does, into the same jobs
     → everybody else: the answer begins, with spaces that every JSON reader skips, until the pictures are there
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from diorama.jobs import Job
from diorama.jobs.job import ENDED
from diorama.server.answers import Asked, Images, completed, failed, images, over, partials, refusal
from diorama.server.errors import Refusal, told_whole
from diorama.server.sse import BEAT, HEADERS, Subscriber, event, listening

SHARE = 0.8
"""Of a client's patience, that we are silent."""
LEAST = 1.0
"""Seconds that we are silent for who was seen to hang up sooner."""

log = logging.getLogger("diorama.server")


@dataclass(frozen=True)
class Patience:
    """What is known of the client's."""

    silence: float
    """Seconds we may be silent."""
    beat: float
    """Seconds between two signs of life after that."""
    tries: int | None
    """How often it asked before; None: it does not count."""
    start: float
    """When it began to wait, by `time.monotonic`: reading its words takes time as well."""

    @staticmethod
    def of(request: Request, most: float) -> Patience:
        """OpenAI's SDKs send how long they wait for a byte (Python) or for the answer to begin (JavaScript), in seconds, and count their tries."""
        told = [_number(request.headers.get(f"x-stainless-{name}")) for name in ("read-timeout", "timeout")]
        silence = min([most, *(seconds * SHARE for seconds in told if seconds)])
        tries = _number(request.headers.get("x-stainless-retry-count"))
        return Patience(silence, min(BEAT, silence / 2), None if tries is None else int(tries), time.monotonic())

    def after(self, waited: float | None) -> Patience:
        """What it is for who comes back after hanging up once: no longer than that."""
        if waited is None:
            return self
        silence = min(self.silence, max(waited * SHARE, LEAST))
        return Patience(silence, min(self.beat, silence / 2), self.tries, self.start)

    @property
    def repeats(self) -> bool:
        return bool(self.tries)


def _number(text: str | None) -> float | None:
    return float(text) if text and text.replace(".", "", 1).isdecimal() and len(text) < 12 else None


class Whole(Response):
    """One body, when all pictures are there."""

    media_type = "application/json"

    def __init__(self, asked: Asked, patience: Patience):
        super().__init__()
        self._asked, self._patience = asked, patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Raises Refusal as long as nothing was sent."""
        asked, queue = self._asked, self._asked.app_state.queue
        with queue.asks.present(asked.ask), listening(queue, jobs=asked.jobs) as ear, _leaving(receive, ear) as gone:
            jobs = await self._silently(ear, gone)
            if over(jobs):
                await self._at_once(jobs, gone, scope, receive, send)
            elif self._patience.tries == 0:
                hint = f"ask again with the same body, and it is this one: {', '.join(asked.jobs)}"
                raise Refusal(504, "the picture is still being made", code="still_working", hint=hint)
            else:
                await self._slowly(ear, gone, send)

    async def _silently(self, ear: Subscriber, gone: asyncio.Task) -> Sequence[Job]:
        start = self._patience.start
        deadline = start + self._patience.silence
        while not over(jobs := await run_in_threadpool(self._asked.now)) and (left := deadline - time.monotonic()) > 0:
            if gone.done():
                self._asked.gave_up(time.monotonic() - start)
                raise client_gone()
            if ear.closed:
                raise going_down(self._asked)
            await ear.changes(left)
        return jobs

    async def _at_once(self, jobs: Sequence[Job], gone: asyncio.Task, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            answer = JSONResponse(_data(await run_in_threadpool(images, self._asked, jobs)))
        except Refusal as wrong:  # is an answer too
            if not gone.done():
                await run_in_threadpool(self._asked.put_aside if wrong.problem.retry else self._asked.answered)
            raise
        if gone.done():
            raise client_gone()
        await answer(scope, receive, send)
        await run_in_threadpool(self._asked.answered)

    async def _slowly(self, ear: Subscriber, gone: asyncio.Task, send: Send) -> None:
        """The status is sent, so a failure cannot be told any more: the line is cut, SDKs ask again, and are told then."""
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json"), *((k.encode(), v.encode()) for k, v in HEADERS.items())]})
        due = time.monotonic()
        while not over(jobs := await run_in_threadpool(self._asked.now)):
            if gone.done() or ear.closed:
                return
            if time.monotonic() >= due:
                await send({"type": "http.response.body", "body": b" ", "more_body": True})
                due = time.monotonic() + self._patience.beat
            await ear.changes(due - time.monotonic())
        try:
            body = JSONResponse(_data(await run_in_threadpool(images, self._asked, jobs))).body
        except Refusal as wrong:
            log.warning("the answer is cut off, for it cannot be told any more: %s", wrong.problem.message, extra={"jobs": ", ".join(self._asked.jobs)})
            return
        if not gone.done():
            await send({"type": "http.response.body", "body": body, "more_body": False})
            await run_in_threadpool(self._asked.answered)


def _data(body: Images) -> dict:
    data = body.model_dump(mode="json")
    return data | {"data": [{key: value for key, value in datum.items() if value is not None} for datum in data["data"]]}


@contextmanager
def _leaving(receive: Receive, ear: Subscriber) -> Iterator[asyncio.Task]:
    """A task that is done when the client is gone, and wakes the ear then."""

    async def leave() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        ear.wake()

    task = asyncio.create_task(leave())
    try:
        yield task
    finally:
        task.cancel()


def client_gone() -> Refusal:
    return Refusal(499, "the client is gone; the pictures are made all the same")


def going_down(asked: Asked) -> Refusal:
    message = "the server is going down; the picture is made when it is up again"
    return Refusal(503, message, code="stopping", hint=f"ask again with the same body then, or look: GET /api/jobs/{asked.jobs[0]}")


class Streamed(StreamingResponse):
    """Partial images as the engine shows them, then the picture; for each job in its turn. It waits as long as somebody is there."""

    def __init__(self, asked: Asked, patience: Patience):
        super().__init__(self._events(), media_type="text/event-stream", headers=HEADERS)
        self._asked, self._beat = asked, patience.beat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._asked.app_state.queue.asks.present(self._asked.ask):
            await super().__call__(scope, receive, send)

    async def _events(self) -> AsyncIterator[bytes]:
        asked = self._asked
        told, seen = dict.fromkeys(asked.jobs, 0), dict.fromkeys(asked.jobs, -1)
        open_ = list(asked.jobs)
        with listening(asked.app_state.queue, jobs=asked.jobs) as ear:
            while True:
                for job in await run_in_threadpool(lambda: [asked.app_state.queue.get(id) for id in open_]):
                    for index, data in await run_in_threadpool(partials, asked, job, told[job.id], seen[job.id]):
                        seen[job.id], told[job.id] = index, told[job.id] + 1
                        yield event(data, name=data["type"])
                    if job.state in ENDED:
                        open_.remove(job.id)
                        if job.state == "done" or len(asked.jobs) > 1:
                            data = await run_in_threadpool(completed if job.state == "done" else failed, asked, job)
                            yield event(data, name=data["type"])
                if not open_:
                    break
                if ear.closed:
                    yield _error(going_down(asked))
                    return
                if not await ear.changes(self._beat):
                    yield b": still here\n\n"
        jobs = await run_in_threadpool(asked.now)
        wrong = None if any(job.state == "done" for job in jobs) else refusal(jobs[0])
        yield _error(wrong) if wrong else event("[DONE]")
        await run_in_threadpool(asked.put_aside if wrong and wrong.problem.retry else asked.answered)


def _error(wrong: Refusal) -> bytes:
    return event({"error": told_whole(wrong.problem).model_dump()}, name="error")
