"""/v1/images: OpenAI's Images API. The same orders, jobs and history as everywhere; only the words differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from diorama.jobs import Job, Order
from diorama.language import Diagnostic
from diorama.server import orders
from diorama.server.answers import Asked, Images, streamed, tiles, whole
from diorama.server.auth import Owner
from diorama.server.context import House, HouseOf, OwnerOf
from diorama.server.errors import Refusal
from diorama.server.forms import read_form
from diorama.server.params import Edit, Generation
from diorama.server.uploads import Uploads, orders_of_edit
from diorama.server.wire import stream

router = APIRouter(prefix="/v1/images", tags=["OpenAI"])

Submitted = tuple[Sequence[Job], Sequence[Diagnostic]]
Key = Annotated[str | None, Header(max_length=255)]
STREAM = {200: {"content": {"text/event-stream": {}}, "description": "The pictures; with `stream`, partial images and then each picture as events"}}


@router.post("/generations", operation_id="createImage", response_model=Images, responses=STREAM)
async def generate(request: Request, wish: Generation, house: HouseOf, who: OwnerOf, idempotency_key: Key = None) -> Response | Images:
    """Make pictures from a prompt."""
    jobs, said = await run_in_threadpool(_generation, house, who, wish, orders.idempotency(idempotency_key))
    asked = Asked(house, wish, tuple(jobs), "image_generation", str(request.base_url), said)
    return stream(streamed(asked)) if wish.stream else await whole(asked, request.is_disconnected)


def _generation(house: House, who: Owner, wish: Generation, key: str | None) -> Submitted:
    wish.check()
    recipes, said = orders.recipes(house, orders.request_of(house, wish.fields(house)))
    return orders.submit(house, who, [Order(recipe=recipe) for recipe in recipes], key, ["generation", wish.model_dump(mode="json")]), said


@router.post("/edits", operation_id="createImageEdit", response_model=Images, responses=STREAM, openapi_extra=Uploads.document())
async def edit(request: Request, house: HouseOf, who: OwnerOf, idempotency_key: Key = None) -> Response | Images:
    """Change pictures as a prompt says. Engines that take pictures and masks get them. The stage takes a picture that carries its recipe:
    the prompt then changes that scene, and nothing that it does not name."""
    fields, uploads = await read_form(request, house)
    try:
        wish = Edit.model_validate(fields)
    except ValidationError as wrong:
        raise RequestValidationError(wrong.errors()) from None
    jobs, said = await run_in_threadpool(_edit, house, who, wish, uploads, orders.idempotency(idempotency_key))
    size = sum(tiles(picture.width, picture.height) for picture in uploads.pictures)
    asked = Asked(house, wish, tuple(jobs), "image_edit", str(request.base_url), said, size)
    return stream(streamed(asked)) if wish.stream else await whole(asked, request.is_disconnected)


def _edit(house: House, who: Owner, wish: Edit, uploads: Uploads, key: str | None) -> Submitted:
    wish.check()
    made, said = orders_of_edit(house, who, wish, uploads)
    return orders.submit(house, who, made, key, ["edit", wish.model_dump(mode="json"), uploads.digests]), said


@router.post("/variations", operation_id="createImageVariation", status_code=400, include_in_schema=False)
async def variations(_: OwnerOf) -> None:
    """OpenAI's legacy endpoint: there is no prompt in it to read."""
    raise Refusal(400, "variations are made from a scene here", code="unsupported", hint="POST /api/variations, or /v1/images/generations with another seed")
