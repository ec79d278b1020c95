"""/api/flats: what is to be read in a scene, set flat, without a camera. Nothing is rendered or kept."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from diorama import scene as scenes
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.strict import StrictModel
from diorama.studio import typeset

router = APIRouter(prefix="/api/flats", tags=["scenes"])


class Written(StrictModel):
    scene: dict[str, Any]


class Flat(Model):
    """One surface that bears words. `svg` is the page, `subject` the id of what bears it."""

    subject: str
    svg: str
    notes: tuple[str, ...]
    """What is set otherwise than asked."""


@router.post("", operation_id="setFlat")
def set_flat(written: Written, _: OwnerOf) -> tuple[Flat, ...]:
    """The pages of a scene: one for each thing that bears words, in their order."""
    return tuple(Flat(subject=id, svg=svg, notes=notes) for id, svg, notes in typeset.flats(scenes.load(written.scene)))
