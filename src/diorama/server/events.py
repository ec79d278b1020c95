"""/api/events: every change of an owner's jobs and pictures, as server-sent events.

With `Last-Event-ID` it begins with all that changed since, each thing once, as it is now. Nothing is lost between the two, nothing told twice.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Header, Response
from fastapi.concurrency import run_in_threadpool

from diorama.errors import UnknownEntry, UnknownJob
from diorama.jobs.hub import Change
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.pictures import one
from diorama.server.queue import state
from diorama.server.sse import event, listening, stream

router = APIRouter(prefix="/api/events", tags=["events"])


@router.get("", operation_id="listen", response_class=Response, responses={200: {"content": {"text/event-stream": {}}, "description": "event: job | picture | queue"}})
async def listen(app_state: AppStateOf, who: OwnerOf, last_event_id: Annotated[str | None, Header(max_length=40)] = None) -> Response:
    """`event: job` (a Job), `event: picture` (a Picture), `event: queue` (paused, how many wait and run), each with an id."""
    since = int(last_event_id) if last_event_id and last_event_id.isdecimal() and len(last_event_id) < 19 else None
    return stream(_events(app_state, who.name, since))


async def _events(app_state: AppState, owner: str, since: int | None) -> AsyncIterator[bytes]:
    with listening(app_state.queue, owner=owner) as ear:
        told = app_state.queue.store.last_event if since is None else min(since, app_state.queue.store.last_event)
        yield b"retry: 1000\n\n" + event((await run_in_threadpool(state, app_state)).model_dump(), name="queue", id=told)
        while missed := await run_in_threadpool(_missed, app_state, owner, told):
            for number, kind, data in missed:
                told = number
                if data is not None:
                    yield event(data, name=kind, id=number)
        while not ear.closed:
            changes = await ear.changes()
            if not changes and not ear.closed:
                yield b": still here\n\n"
            for change, data in await run_in_threadpool(_now, app_state, owner, changes):
                if change.event > told or change.kind == "queue":
                    told = max(told, change.event)
                    yield event(data, name=change.kind, id=told)


def _missed(app_state: AppState, owner: str, since: int) -> list[tuple[int, str, Any]]:
    """What changed since, in order; None for what is gone."""
    changed = app_state.queue.changed(owner, since)
    return [(number, kind, thing.model_dump(mode="json") if kind == "job" else _picture(app_state, thing)) for number, kind, thing in changed]


def _now(app_state: AppState, owner: str, changes: list[Change]) -> list[tuple[Change, Any]]:
    """What changed, as it is now; without what is gone already."""
    found: list[tuple[Change, Any]] = []
    for change in changes:
        if change.kind == "job":
            try:
                found.append((change, app_state.queue.get(change.id, owner).model_dump(mode="json")))
            except UnknownJob:
                continue
        elif change.kind == "picture":
            data = _picture(app_state, change.id)
            if data is not None:
                found.append((change, data))
        else:
            found.append((change, state(app_state).model_dump()))
    return found


def _picture(app_state: AppState, id: str) -> dict[str, Any] | None:
    try:
        return one(app_state, app_state.studio.history.get(id)).model_dump(mode="json")
    except UnknownEntry:
        return None
