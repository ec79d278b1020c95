"""/v1/images: OpenAI's Images API. The same orders, jobs and history as everywhere; only the words differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from diorama.jobs import Job, Order
from diorama.jobs.asks import Ask
from diorama.server import orders
from diorama.server.answers import Asked, Images, tiles
from diorama.server.auth import Owner
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.errors import Refusal
from diorama.server.forms import read_form
from diorama.server.params import Edit, Generation
from diorama.server.uploads import Uploads, orders_of_edit
from diorama.server.waiting import Patience, Streamed, Whole
from diorama.studio.words import Diagnostic

router = APIRouter(prefix="/v1/images", tags=["OpenAI"])

Submitted = tuple[Sequence[Job], Ask | None, Sequence[Diagnostic]]
Key = Annotated[str | None, Header(max_length=255)]
STREAM: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {}}, "description": "The pictures; with `stream`, partial images and then each picture as events"}}


@router.post("/generations", operation_id="createImage", response_model=Images, responses=STREAM)
async def generate(request: Request, wish: Generation, app_state: AppStateOf, who: OwnerOf, idempotency_key: Key = None) -> Response:
    """Make pictures from a prompt. The same body asked again by somebody who got no answer waits for the same pictures."""
    patience = Patience.of(request, app_state.settings.wait_seconds)
    jobs, ask, said = await run_in_threadpool(_generation, app_state, who, wish, orders.idempotency(idempotency_key), patience.repeats)
    asked = Asked(app_state, who, wish, tuple(job.id for job in jobs), "image_generation", str(request.base_url), ask, said)
    return _answer(asked, patience)


def _generation(app_state: AppState, who: Owner, wish: Generation, key: str | None, repeats: bool) -> Submitted:
    wish.check()
    recipes, said = orders.recipes(app_state, orders.request_of(app_state, wish.fields(app_state)), films=False)
    return *_ordered(app_state, who, [Order(recipe=recipe) for recipe in recipes], key, ["generation", wish.model_dump(mode="json")], repeats), said


def _ordered(app_state: AppState, who: Owner, made: Sequence[Order], key: str | None, content: Any, repeats: bool) -> tuple[Sequence[Job], Ask | None]:
    """With a key, the key alone says what is the same request."""
    if key is not None:
        return orders.submit(app_state, who, made, key, content), None
    return orders.ask(app_state, who, made, content, repeats)


def _answer(asked: Asked, patience: Patience) -> Response:
    patience = patience.after(asked.ask.waited if asked.ask else None)
    return Streamed(asked, patience) if asked.params.stream else Whole(asked, patience)


@router.post("/edits", operation_id="createImageEdit", response_model=Images, responses=STREAM, openapi_extra=Uploads.document())
async def edit(request: Request, app_state: AppStateOf, who: OwnerOf, idempotency_key: Key = None) -> Response:
    """Change pictures as a prompt says. Engines that take pictures and masks get them. The stage takes a picture that carries its recipe:
    the prompt then changes that scene, and nothing that it does not name."""
    fields, uploads = await read_form(request, app_state)
    try:
        wish = Edit.model_validate(fields)
    except ValidationError as wrong:
        raise RequestValidationError(wrong.errors()) from None
    patience = Patience.of(request, app_state.settings.wait_seconds)
    jobs, ask, said = await run_in_threadpool(_edit, app_state, who, wish, uploads, orders.idempotency(idempotency_key), patience.repeats)
    size = sum(tiles(picture.width, picture.height) for picture in uploads.pictures)
    return _answer(Asked(app_state, who, wish, tuple(job.id for job in jobs), "image_edit", str(request.base_url), ask, said, size), patience)


def _edit(app_state: AppState, who: Owner, wish: Edit, uploads: Uploads, key: str | None, repeats: bool) -> Submitted:
    wish.check()
    made, said = orders_of_edit(app_state, who, wish, uploads)
    return *_ordered(app_state, who, made, key, ["edit", wish.model_dump(mode="json"), uploads.digests], repeats), said


@router.post("/variations", operation_id="createImageVariation", status_code=400, include_in_schema=False)
async def variations(_: OwnerOf) -> None:
    """OpenAI's legacy endpoint: there is no prompt in it to read."""
    raise Refusal(400, "variations are made from a scene here", code="unsupported", hint="POST /api/variations, or /v1/images/generations with another seed")
