"""What OpenAI's Images API answers, as data: one body, with what it took.

jobs that ended → pictures → data[], usage
"""

from __future__ import annotations

import base64
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from diorama.image import encode
from diorama.jobs import Job
from diorama.jobs.asks import Ask
from diorama.jobs.job import ENDED, Problem
from diorama.jobs.problems import status_of_problem
from diorama.recipe.request import Quality
from diorama.scene.base import Model
from diorama.server.auth import Owner
from diorama.server.state import AppState
from diorama.server.errors import Refusal
from diorama.server.links import link
from diorama.server.params import Params
from diorama.studio.words import Diagnostic, count

TILE = 32
"""Pixels a side of what counts as one token of a picture."""
WORDS: dict[Quality, str] = {"draft": "low", "standard": "medium", "final": "high"}
"""OpenAI's words for what was made."""


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
    """One picture: `b64_json` or `url`, never both."""

    b64_json: str | None = None
    url: str | None = None
    revised_prompt: str | None = None
    """Where it was not made from the prompt as it was sent."""
    picture: str
    """Extension: its id in the history."""
    job: str
    seed: int


class Missing(Model):
    """A picture that was asked for and is not there."""

    job: str
    state: str
    error: Problem


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
    missing: tuple[Missing, ...] = ()
    """Extension: of several pictures, those that were cancelled or failed."""


@dataclass(frozen=True)
class Asked:
    """One request on its way to its answer."""

    app_state: AppState
    who: Owner
    params: Params
    jobs: tuple[str, ...]
    kind: str
    """image_generation, image_edit"""
    base: str
    """Our own address, for URLs."""
    ask: Ask | None = None
    """None where an idempotency key stands for it."""
    diagnostics: Sequence[Diagnostic] = ()
    """What the reader has to say about the prompt."""
    image_tokens: int = 0

    def now(self) -> list[Job]:
        """Its jobs as they are."""
        return [self.app_state.queue.get(id) for id in self.jobs]

    def gave_up(self, seconds: float) -> None:
        """The client has hung up after so long."""
        if self.ask is not None:
            self.app_state.queue.asks.gave_up(self.ask, seconds)

    def put_aside(self) -> None:
        """It failed, and may be tried anew: who asks again is not told of this failure."""
        if self.ask is not None:
            self.app_state.queue.asks.forget(self.ask)

    def answered(self) -> None:
        """The answer was sent to somebody who was there."""
        if self.ask is not None:
            self.app_state.queue.asks.answered(self.ask)


def over(jobs: Sequence[Job]) -> bool:
    return all(job.state in ENDED for job in jobs)


def images(asked: Asked, jobs: Sequence[Job]) -> Images:
    """The body, of jobs that have all ended. Raises Refusal where none of them made a picture."""
    made = [job for job in jobs if job.state == "done"]
    if not made:
        raise refusal(jobs[0])
    return Images(
        created=int(time.time()), background=background(asked), data=[_datum(asked, job) for job in made], output_format=asked.params.format,
        quality=WORDS[made[0].quality],  # pyright: ignore[reportArgumentType]
        size=f"{made[0].width}x{made[0].height}", usage=usage(asked, made), diagnostics=tuple(asked.diagnostics),
        missing=tuple(missing(job) for job in jobs if job.state != "done"),
    )  # fmt: skip


def missing(job: Job) -> Missing:
    return Missing(job=job.id, state=job.state, error=refusal(job).problem)


def refusal(job: Job) -> Refusal:
    """Why a job made no picture. 410, not 409, for one that was cancelled: some clients ask again after 409, whatever they are told."""
    if job.error is None:
        return Refusal(410, "the job was cancelled", code="job_cancelled", hint=job.id)
    found = Refusal(status_of_problem(job.error), job.error.message)
    found.problem = job.error
    return found


def usage(asked: Asked, jobs: Sequence[Job]) -> Usage:
    text = count(asked.params.prompt)
    out = sum(tiles(job.width, job.height) for job in jobs)
    given = Tokens(image_tokens=asked.image_tokens, text_tokens=text)
    total = text + asked.image_tokens
    return Usage(input_tokens=total, input_tokens_details=given, output_tokens=out, output_tokens_details=Tokens(image_tokens=out, text_tokens=0), total_tokens=total + out)


def tiles(width: int, height: int) -> int:
    return math.ceil(width / TILE) * math.ceil(height / TILE)


def _datum(asked: Asked, job: Job) -> Datum:
    revised = None if job.prompt == asked.params.prompt else job.prompt
    if asked.params.as_url:
        shown = {"url": link(asked.app_state, asked.who, asked.base, job.picture or "", asked.params.format, asked.params.compression)}
    else:
        shown = {"b64_json": picture_of(asked, job)}
    return Datum(**shown, revised_prompt=revised, picture=job.picture or "", job=job.id, seed=job.seed)


def picture_of(asked: Asked, job: Job) -> str:
    """The picture's file in the format asked for, as base64."""
    entry = asked.app_state.studio.history.get(job.picture or "")
    return base64.b64encode(asked.app_state.studio.converted(entry, asked.params.format, asked.params.compression)).decode()


# ── events of a stream ──


def partials(asked: Asked, job: Job, told: int, seen: int) -> list[tuple[int, dict[str, Any]]]:
    """Previews newer than `seen`, by index, as long as there may be more partial images (`told` were sent)."""
    found: list[tuple[int, dict[str, Any]]] = []
    for index in asked.app_state.queue.previews.indices(job.id):
        pixels = asked.app_state.queue.previews.pixels(job.id, index)
        number = told + len(found)
        if index <= seen or number >= (asked.params.partial_images or 0) or pixels is None:
            continue
        data = base64.b64encode(encode(pixels, asked.params.format, quality=asked.params.compression)).decode()
        frame = _frame(asked, job, "partial_image", f"{pixels.shape[1]}x{pixels.shape[0]}")
        found.append((index, {**frame, "b64_json": data, "partial_image_index": number}))
    return found


def completed(asked: Asked, job: Job) -> dict[str, Any]:
    """The event of a job that is done."""
    told = {"usage": usage(asked, [job]).model_dump(), "diagnostics": [one.model_dump() for one in asked.diagnostics]}
    return {**_frame(asked, job, "completed", f"{job.width}x{job.height}"), "b64_json": picture_of(asked, job), **told, "picture": job.picture, "seed": job.seed}


def failed(asked: Asked, job: Job) -> dict[str, Any]:
    """Extension: the event of one of several jobs that made no picture. (A field named `error` would end the stream in SDKs.)"""
    return {"type": f"{asked.kind}.failed", "job": job.id, "state": job.state, "problem": refusal(job).problem.model_dump()}


def background(asked: Asked) -> str:
    """transparent where that was asked for, which no engine takes that cannot."""
    return "transparent" if asked.params.background == "transparent" else "opaque"


def _frame(asked: Asked, job: Job, what: str, size: str) -> dict[str, Any]:
    return {
        "type": f"{asked.kind}.{what}", "created_at": int(time.time()), "background": background(asked), "output_format": asked.params.format,
        "quality": WORDS[job.quality], "size": size, "job": job.id,
    }  # fmt: skip
