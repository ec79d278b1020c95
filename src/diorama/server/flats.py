"""/api/flats and /api/pages: what is to be read in a scene, or in words alone, set flat, without a camera. Nothing is rendered or kept."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter
from pydantic import Field, model_validator

from diorama import scene as scenes
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.strict import StrictModel
from diorama.studio import typeset

router = APIRouter(prefix="/api", tags=["scenes"])


class Written(StrictModel):
    scene: dict[str, Any]


class TextSpot(Model):
    """Where a text stands on its page: shares of width and height from its upper left corner."""

    label: int
    """Its number among the thing's labels."""
    left: float
    top: float
    right: float
    bottom: float


class Flat(Model):
    """One surface that bears words. `svg` is the page, `subject` the id of what bears it."""

    subject: str
    svg: str
    notes: tuple[str, ...]
    """What is set otherwise than asked."""
    places: tuple[TextSpot, ...]
    """Where its texts stand, for who clicks into one."""
    turn: int
    """Which palette and shapes the page has. Who writes other words keeps it: the first label's `turn`."""


@router.post("/flats", operation_id="setFlat")
def set_flat(written: Written, _: OwnerOf) -> tuple[Flat, ...]:
    """The pages of a scene: one for each thing that bears words, in their order."""
    spots = lambda s: tuple(TextSpot(label=k, left=a, top=b, right=c, bottom=d) for k, a, b, c, d in s.places)  # noqa: E731
    made = typeset.flats(scenes.load(written.scene))
    return tuple(Flat(subject=s.subject, svg=s.svg, notes=s.notes, places=spots(s), turn=s.turn) for s in made)


class Wanted(StrictModel):
    """`prompt` or `document`, one of them; `edits` are done on it in their order."""

    prompt: str | None = Field(None, min_length=1, max_length=20000)
    document: dict[str, Any] | None = None
    """As `diorama page schema` prints it."""
    template: str | None = None
    """One kind for all pages."""
    edits: list[str] = Field([], max_length=32)
    """Changes in words: 'make the title shorter: "River"'."""

    @model_validator(mode="after")
    def _one_source(self) -> Wanted:
        if (self.prompt is None) == (self.document is None):
            raise ValueError("a prompt or a document, one of them")
        return self


class Leaf(Model):
    """One page."""

    svg: str
    notes: tuple[str, ...]


class Leaves(Model):
    """The document as it is after all edits, and its pages."""

    document: dict[str, Any]
    pages: tuple[Leaf, ...]


@router.post("/pages", operation_id="setPages")
def set_pages(wanted: Wanted, _: OwnerOf) -> Leaves:
    """Words, or a document that words change, as pages. An edit that names nothing on them is refused, and none is done."""
    made = typeset.load(json.dumps(wanted.document)) if wanted.document is not None else typeset.pages(wanted.prompt or "", wanted.template)
    for edit in wanted.edits:
        made = typeset.edited(made, edit)
    leaves = tuple(Leaf(svg=svg, notes=notes) for svg, notes in typeset.leaves(made))
    return Leaves(document=made.model_dump(mode="json", exclude_defaults=True), pages=leaves)
