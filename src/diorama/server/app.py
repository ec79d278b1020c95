"""The app: all routes behind the guard, one queue behind all routes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.concurrency import run_in_threadpool

from diorama import __version__
from diorama.jobs import Queue
from diorama.server import (
    audit, boards, darkroom, engines, errors, events, facets, flats, health, images, jobs, judgements, models, notes, objects, page, pictures,
    prompts, queue, readings, recipes, refinements, relights, scenes, session, shop, workers,
)  # fmt: skip
from diorama.server.auth import tokens_of
from diorama.server.state import AppState
from diorama.server.middleware import LOOPBACK, Guard
from diorama.studio import Settings, Studio
from diorama.studio.words import warm

ROUTERS: tuple[APIRouter, ...] = tuple(
    module.router for module in (
        images, models, readings, scenes, flats, jobs, queue, events, pictures, facets, notes, refinements, relights, judgements, darkroom,
        objects, engines, shop, recipes, boards, prompts, workers, session, audit, health,
    )
)  # fmt: skip
ABOUT = """Turns a written description into a photograph. Errors everywhere: `{"error": {message, type, param, code, hint}}`, with the header `x-request-id`.
On a server that asks for tokens, send `Authorization: Bearer …`."""


def app_state_of(settings: Settings, *, closed: bool) -> AppState:
    """Open everything there is behind the doors. `closed`: ask everybody for a token."""
    studio = Studio(settings)
    made = AppState(settings, studio, Queue(studio), tokens_of(settings), closed)
    made.metrics.watch(made.queue, made.tokens, settings.budget_currency)
    return made


def build(app_state: AppState) -> FastAPI:
    """The app without its guard: what OpenAPI describes."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(warm)  # the lexicon is read now, not by whoever comes first
        app_state.queue.start()
        yield
        stop(app_state)

    app = FastAPI(
        title="Diorama", version=__version__, description=ABOUT, lifespan=life, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        responses=errors.FAILURES, separate_input_output_schemas=False,
    )  # fmt: skip
    app.state.app_state = app_state
    errors.install(app)
    for router in ROUTERS:
        app.include_router(router)
    page.install(app)
    make_document = app.openapi
    app.openapi = lambda: _tidied(make_document())  # type: ignore[method-assign]
    return app


def guarded(app_state: AppState) -> Guard:
    """The app as it is served."""
    settings = app_state.settings
    names = None if app_state.closed else LOOPBACK | {settings.host, *settings.names}
    return Guard(build(app_state), names, app_state)


def stop(app_state: AppState) -> None:
    """Let go: open streams end, the running job waits for the next start."""
    app_state.stopping = True
    app_state.queue.stop()
    app_state.studio.close()
    app_state.tokens.end()


def _tidied(document: dict[str, Any]) -> dict[str, Any]:
    """What FastAPI says of validation is not how we answer."""
    schemas = document["components"]["schemas"]
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    return document
