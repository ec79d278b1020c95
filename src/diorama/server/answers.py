"""What OpenAI's Images API answers: one body, or a stream of events whose partial images are the engine's own previews.

jobs → wait (they go on whatever becomes of the connection) → pictures → data[], usage
"""

from __future__ import annotations

import base64
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.concurrency import run_in_threadpool

from diorama.image import encode
from diorama.jobs import Job
from diorama.jobs.problems import status_of_problem
from diorama.language import Diagnostic
from diorama.language.tokens import scan
from diorama.scene.base import Model
from diorama.server.context import House
from diorama.server.errors import Refusal
from diorama.server.params import Params
from diorama.server.pictures import converted
from diorama.server.wire import Ear, event, listening

ENDED = ("done", "failed", "cancelled")
TILE = 32
"""Pixels a side of what counts as one token of a picture."""
LOOK = 5.0
"""Seconds between two looks whether the client is still there."""


class Tokens(Model):
    image_tokens: int
    text_tokens: int


class Usage(Model):
    """Text: words and signs, as the reader counts them. Pictures: tiles of 32 by 32 pixels. Nothing is charged."""

    input_tokens: int
    input_tokens_details: Tokens
    output_tokens: int
    output_tokens_details: Tokens
    total_tokens: int


class Datum(Model):
    b64_json: str | None = None
    url: str | None = None
    revised_prompt: str | None = None
    """Where it was not made from the prompt as it was sent."""
    picture: str
    """Extension: its id in the history."""
    job: str
    seed: int


class Images(Model):
    created: int
    data: list[Datum]
    background: str = "opaque"
    output_format: str
    quality: str
    size: str
    usage: Usage
    diagnostics: tuple[Diagnostic, ...] = ()
    """Extension: what the reader has to say about the prompt."""


@dataclass(frozen=True)
class Asked:
    """One request on its way to its answer."""

    house: House
    params: Params
    jobs: tuple[Job, ...]
    kind: str
    """image_generation, image_edit"""
    base: str
    """Our own address, for URLs."""
    diagnostics: Sequence[Diagnostic] = ()
    """What the reader has to say about the prompt."""
    image_tokens: int = 0


def usage(asked: Asked, pictures: Sequence[tuple[int, int]]) -> Usage:
    text = len(scan(asked.params.prompt))
    out = sum(tiles(width, height) for width, height in pictures)
    given = Tokens(image_tokens=asked.image_tokens, text_tokens=text)
    total = text + asked.image_tokens
    return Usage(input_tokens=total, input_tokens_details=given, output_tokens=out, output_tokens_details=Tokens(image_tokens=out, text_tokens=0), total_tokens=total + out)


def tiles(width: int, height: int) -> int:
    return math.ceil(width / TILE) * math.ceil(height / TILE)


async def whole(asked: Asked, gone: Callable[[], Awaitable[bool]]) -> Images:
    """Wait for all pictures. Raises Refusal where one is not made."""
    deadline = time.monotonic() + asked.house.settings.wait_seconds
    ids = tuple(job.id for job in asked.jobs)
    with listening(asked.house.queue, jobs=ids) as ear:
        jobs = await run_in_threadpool(_all, asked.house, ids)
        while not all(job.state in ENDED for job in jobs):
            check(asked, ear, deadline)
            if not await ear.changes(LOOK) and await gone():
                raise Refusal(499, "the client is gone; the pictures are made all the same")
            jobs = await run_in_threadpool(_all, asked.house, ids)
    return await run_in_threadpool(_images, asked, jobs)


def check(asked: Asked, ear: Ear, deadline: float) -> None:
    ids = ", ".join(job.id for job in asked.jobs)
    if ear.closed:
        raise Refusal(503, "the server is going down; the picture is made when it is up again", code="stopping", hint=f"GET /api/jobs/{ids}")
    if time.monotonic() > deadline:
        raise Refusal(504, "the picture takes longer than answers may; it is made all the same", code="still_working", hint=f"GET /api/jobs/{ids}")


def refuse_failed(job: Job) -> None:
    """Raise Refusal for a job that made no picture."""
    if job.state == "cancelled":
        raise Refusal(409, "the job was cancelled", code="job_cancelled", hint=job.id)
    if job.error is not None:
        refusal = Refusal(status_of_problem(job.error), job.error.message)
        refusal.problem = job.error
        raise refusal


def _all(house: House, ids: Sequence[str]) -> list[Job]:
    return [house.queue.get(id) for id in ids]


def _images(asked: Asked, jobs: Sequence[Job]) -> Images:
    for job in jobs:
        refuse_failed(job)
    return Images(
        created=int(time.time()), data=[_datum(asked, job) for job in jobs], output_format=asked.params.format, quality=asked.params.quality or "auto",
        size=f"{jobs[0].width}x{jobs[0].height}", usage=usage(asked, [(job.width, job.height) for job in jobs]),
        diagnostics=tuple(asked.diagnostics),
    )  # fmt: skip


def _datum(asked: Asked, job: Job) -> Datum:
    revised = None if job.prompt == asked.params.prompt else job.prompt
    if asked.params.response_format == "url":
        shown = {"url": f"{asked.base}api/pictures/{job.picture}/file?format={asked.params.format}"}
    else:
        shown = {"b64_json": picture_of(asked, job)}
    return Datum(**shown, revised_prompt=revised, picture=job.picture or "", job=job.id, seed=job.seed)


def picture_of(asked: Asked, job: Job) -> str:
    """The picture's file in the format asked for, as base64."""
    entry = asked.house.studio.history.get(job.picture or "")
    quality = 92 if asked.params.output_compression is None else max(1, asked.params.output_compression)
    data = entry.path.read_bytes() if asked.params.format == entry.format else converted(entry, asked.params.format, quality)
    return base64.b64encode(data).decode()


async def streamed(asked: Asked) -> AsyncIterator[bytes]:
    """Partial images as the engine shows them, then the picture; for each job in its turn."""
    told: dict[str, int] = dict.fromkeys((job.id for job in asked.jobs), 0)
    seen: dict[str, int] = dict.fromkeys(told, -1)
    open_ = set(told)
    deadline = time.monotonic() + asked.house.settings.wait_seconds
    with listening(asked.house.queue, jobs=tuple(told)) as ear:
        try:
            while True:
                for id in [id for id in told if id in open_]:
                    job = await run_in_threadpool(asked.house.queue.get, id)
                    for data in await run_in_threadpool(_partials, asked, job, told, seen):
                        yield event(data, name=data["type"])
                    if job.state in ENDED:
                        open_.discard(id)
                        refuse_failed(job)
                        data = await run_in_threadpool(_completed, asked, job)
                        yield event(data, name=data["type"])
                if not open_:
                    break
                check(asked, ear, deadline)
                if not await ear.changes():
                    yield b": still here\n\n"
        except Refusal as wrong:
            yield event({"error": wrong.problem.model_dump()}, name="error")
            return
    yield event("[DONE]")


def _partials(asked: Asked, job: Job, told: dict[str, int], seen: dict[str, int]) -> list[dict[str, Any]]:
    """Previews that are new, as long as there may be more partial images."""
    found = []
    for index in asked.house.queue.previews.indices(job.id):
        if index <= seen[job.id] or told[job.id] >= (asked.params.partial_images or 0):
            continue
        pixels = asked.house.queue.previews.pixels(job.id, index)
        if pixels is None:
            continue
        data = encode(pixels, asked.params.format, quality=asked.params.output_compression or 85)
        size = f"{pixels.shape[1]}x{pixels.shape[0]}"
        found.append({**_frame(asked, "partial_image", size), "b64_json": base64.b64encode(data).decode(), "partial_image_index": told[job.id], "job": job.id})
        seen[job.id] = index
        told[job.id] += 1
    return found


def _completed(asked: Asked, job: Job) -> dict[str, Any]:
    frame = _frame(asked, "completed", f"{job.width}x{job.height}")
    told = usage(asked, [(job.width, job.height)]).model_dump()
    return {**frame, "b64_json": picture_of(asked, job), "usage": told, "diagnostics": [one.model_dump() for one in asked.diagnostics], "picture": job.picture, "job": job.id, "seed": job.seed}


def _frame(asked: Asked, what: str, size: str) -> dict[str, Any]:
    return {
        "type": f"{asked.kind}.{what}", "created_at": int(time.time()), "background": "opaque", "output_format": asked.params.format,
        "quality": asked.params.quality or "auto", "size": size,
    }  # fmt: skip
