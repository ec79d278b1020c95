"""/api/queue: whether it goes on, and how long it is."""

from __future__ import annotations

from fastapi import APIRouter

from diorama.scene.base import Model
from diorama.server.context import AdminOf, OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.strict import StrictModel

router = APIRouter(prefix="/api/queue", tags=["jobs"])


class QueueState(Model):
    paused: bool
    queued: int
    """Of all owners."""
    running: int


class Pause(StrictModel):
    paused: bool


def state(app_state: AppState) -> QueueState:
    return QueueState(paused=app_state.queue.store.paused, **app_state.queue.store.counts())


@router.get("", operation_id="getQueue")
def get_queue(app_state: AppStateOf, _: OwnerOf) -> QueueState:
    return state(app_state)


@router.post("", operation_id="pauseQueue")
def pause(wish: Pause, app_state: AppStateOf, _: AdminOf) -> QueueState:
    """Paused, no job begins; the running one goes on."""
    app_state.queue.pause(wish.paused)
    return state(app_state)
