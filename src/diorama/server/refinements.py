"""/api/refinements and /api/variations: words, or values put in places of the scene, become an edit, told in plain language. Nothing is rendered."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import Field, model_validator

from diorama import scene as scenes
from diorama.recipe.request import LONGEST_PROMPT
from diorama.scene import Edit, Scene
from diorama.scene.base import Model
from diorama.server.auth import Owner
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.orders import entry_of
from diorama.server.strict import StrictModel
from diorama.studio.words import Diagnostic, Line, Phrase, put

router = APIRouter(prefix="/api", tags=["refinements"])

HEX = r"^[0-9a-f]{64}$"
MOST_CHANGES = 500


class Put(StrictModel):
    """A value for one place."""

    path: str = Field(min_length=1, max_length=200, examples=["lighting.lights.l1.azimuth"])
    value: Any = None


class Refine(StrictModel):
    """What it starts from: a picture or a scene. What is to change: words or values."""

    picture: str | None = Field(None, pattern=HEX)
    scene: dict[str, Any] | None = None
    words: str | None = Field(None, min_length=1, max_length=LONGEST_PROMPT, examples=["make the light warmer, move the mug to the right"])
    changes: list[Put] | None = Field(None, max_length=MOST_CHANGES)

    @model_validator(mode="after")
    def _one(self) -> Refine:
        if (self.picture is None) == (self.scene is None):
            raise ValueError("give a picture or a scene")
        if (self.words is None) == (self.changes is None):
            raise ValueError("give words or changes")
        return self


class Refined(Model):
    scene: Scene
    edit: Edit
    """`/api/jobs` takes it, for the history."""
    diff: tuple[Line, ...]
    phrases: tuple[Phrase, ...]
    """Which of the words did what."""
    diagnostics: tuple[Diagnostic, ...]


def scene_of(app_state: AppState, who: Owner, picture: str | None, scene: dict[str, Any] | None) -> Scene:
    """The scene of a picture, or one that was sent."""
    return entry_of(app_state, who, picture, "picture").recipe.scene if picture is not None else scenes.load(scene or {})


@router.post("/refinements", operation_id="refine")
def refine(wish: Refine, app_state: AppStateOf, who: OwnerOf) -> Refined:
    """What words or values make of a scene. Words that cannot be applied are reported."""
    before = scene_of(app_state, who, wish.picture, wish.scene)
    if wish.words is not None:
        made = app_state.studio.edit(before, wish.words)
        return Refined(scene=made.scene, edit=made.edit, diff=made.diff, phrases=made.phrases, diagnostics=made.diagnostics)
    by_hand = put(before, {change.path: change.value for change in wish.changes or ()})
    return Refined(scene=by_hand.scene, edit=by_hand.edit, diff=by_hand.diff, phrases=(), diagnostics=())


class Vary(StrictModel):
    picture: str = Field(pattern=HEX)
    layer: str = Field(max_length=40, examples=["light"])
    n: Annotated[int, Field(ge=1, le=15)] = 4
    of: str = Field("", max_length=200, description="For colours and materials: of what", examples=["the mug"])


class Variation(Model):
    words: str
    scene: Scene
    edit: Edit
    diff: tuple[Line, ...]


class Variations(Model):
    variations: tuple[Variation, ...]


@router.post("/variations", operation_id="vary")
def variations(wish: Vary, app_state: AppStateOf, who: OwnerOf) -> Variations:
    """Scenes that differ from a picture's in one layer only, for /api/jobs."""
    found = app_state.studio.vary(scene_of(app_state, who, wish.picture, None), wish.layer, wish.n, wish.of)
    return Variations(variations=tuple(Variation(words=one.words, scene=one.scene, edit=one.edit, diff=one.diff) for one in found))
