"""/api/queue: whether it goes on, and how long it is."""

from __future__ import annotations

from fastapi import APIRouter

from diorama.scene.base import Model
from diorama.server.context import AdminOf, House, HouseOf, OwnerOf
from diorama.server.wishes import Sent

router = APIRouter(prefix="/api/queue", tags=["jobs"])


class QueueState(Model):
    paused: bool
    queued: int
    """Of all owners."""
    running: int


class Pause(Sent):
    paused: bool


def state(house: House) -> QueueState:
    return QueueState(paused=house.queue.store.paused, **house.queue.store.counts())


@router.get("", operation_id="getQueue")
def get_queue(house: HouseOf, _: OwnerOf) -> QueueState:
    return state(house)


@router.post("", operation_id="pauseQueue")
def pause(wish: Pause, house: HouseOf, _: AdminOf) -> QueueState:
    """Paused, no job begins; the running one goes on."""
    house.queue.pause(wish.paused)
    return state(house)
