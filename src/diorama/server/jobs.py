"""/api/jobs: one job for each picture. What is answered with 202 is written down and will be made, whatever happens to the connection or to us."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Response
from pydantic import Field, field_validator, model_validator

from diorama.errors import RequestError
from diorama.image.codecs import picture_facts
from diorama.jobs import Job, Order, State
from diorama.recipe import Recipe, Request
from diorama.recipe.request import LARGEST_SEED, LARGEST_SIDE, LONGEST_PROMPT, MOST_PICTURES, OPTION, SMALLEST_SIDE, Quality
from diorama.scene.base import Model
from diorama.scene.camera import Box
from diorama.server import orders
from diorama.server.auth import Owner
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.errors import Refusal
from diorama.server.readings import ASPECT
from diorama.server.uploads import own_size
from diorama.server.strict import StrictModel
from diorama.studio import words
from diorama.studio.inputs import keep
from diorama.studio.rubric import Rubric
from diorama.studio.trial import Trial

router = APIRouter(prefix="/api/jobs", tags=["jobs"])

Id = Annotated[str, Path(pattern=r"^job_[0-9a-f]{24}$", description="A job's id")]
HEX = r"^[0-9a-f]{64}$"
GIVEN = r"^([0-9a-f]{64}|data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+)$"


LARGEST_EDIT = 200_000
"""Bytes of JSON."""
LARGEST_FONT = 8_000_000
"""Characters of base64."""


class Wish(StrictModel):
    """Give one of prompt, scene (with or without the prompt it was read from) and like."""

    prompt: str | None = Field(None, max_length=LONGEST_PROMPT)
    scene: dict[str, Any] | None = Field(None, description="A scene: /api/scenes/schema")
    like: str | None = Field(None, pattern=HEX, description="A picture whose recipe is made again")
    seed: int | None = Field(None, ge=0, le=LARGEST_SEED, description="Of the first; others count up. Without it, one is drawn")
    n: int = Field(1, ge=1, le=MOST_PICTURES)
    aspect: str | None = Field(None, pattern=ASPECT, examples=["16:9"])
    size: int | None = Field(None, ge=SMALLEST_SIDE, le=LARGEST_SIDE, description="Pixels of the longer side")
    quality: Quality | None = None
    engine: str | None = Field(None, min_length=1, max_length=200, description="An engine or a model: /api/engines, /api/models")
    options: dict[str, OPTION] | None = Field(None, description="The engine's own")
    source: str | None = Field(None, pattern=GIVEN, description="A picture to be changed, for engines that take one: one of your own, or a data URL")
    mask: str | None = Field(None, pattern=GIVEN, description="Where the source may change (white may): of the source's size, a data URL")
    references: list[Annotated[str, Field(pattern=GIVEN)]] = Field([], max_length=16, description="Pictures to go by, for engines that take them")
    objects: dict[Annotated[str, Field(max_length=80)], Annotated[str, Field(pattern=HEX)]] | None = Field(
        None, max_length=16, description="Things of one's own: a noun of the prompt, and the file (POST /api/objects) that it is",
        examples=[{"bottle": "9f86d081884c7d65…"}],
    )  # fmt: skip
    palette: list[Annotated[str, Field(min_length=1, max_length=300)]] = Field(
        [], max_length=8, description="Colours for things without one, in order: by number or by name", examples=[["#b5651d", "teal"]],
    )  # fmt: skip
    within: Box | None = Field(None, description="Where the subjects are: left, top, right, bottom, shares of the frame", examples=[[0.5, 0, 1, 1]])
    boxes: dict[Annotated[str, Field(max_length=80)], Box | Annotated[str, Field(max_length=80)]] = Field(
        {}, max_length=32, description="Where single things are, by their nouns: left, top, right, bottom, shares of the frame; or words",
        examples=[{"cup": [0, 0, 0.3333, 1], "bowl": "lower right corner"}],
    )  # fmt: skip
    font: str | None = Field(None, max_length=LARGEST_FONT, description="The face of all words in the picture: a font file (TTF, OTF, WOFF2), base64")
    logos: dict[Annotated[str, Field(max_length=80)], Annotated[str, Field(pattern=GIVEN)]] | None = Field(
        None, max_length=16, description="Marks that stand on things as they are given: a noun of the prompt (or nothing, where it is clear), and a picture",
        examples=[{"mug": "data:image/png;base64,…"}],
    )  # fmt: skip
    best_of: int = Field(1, ge=1, le=MOST_PICTURES, description="So many are made and judged; the best is delivered, the others are kept")
    rubric: Rubric | None = Field(
        None, description="Rules in words: what breaks them is made once more, and the better is delivered",
        examples=[{"rules": ["nothing is cut off"], "least": 0.9}],
    )  # fmt: skip
    parent: str | None = Field(None, pattern=HEX, description="The picture that this one is made from")
    edit: Any = Field(None, description="What was changed from there")

    @model_validator(mode="after")
    def _one(self) -> Wish:
        if self.like is not None and any(value is not None for value in (self.prompt, self.scene, self.aspect, self.size, self.quality, self.engine, self.options)):
            raise ValueError("like repeats a recipe: it goes with seed, n, parent and edit only")
        if self.like is None and self.scene is None and not (self.prompt or "").strip():
            raise ValueError("describe the picture, or give a scene or a picture to repeat")
        return self

    def request(self, app_state: AppState, who: Owner) -> Request:
        """As a request of ours: anything but one that repeats a picture."""
        files = orders.given(app_state, who, self.source, self.references, self.mask)
        if self.mask is not None and self.source is None:
            raise RequestError("a mask says where a source may change, and there is none", where="mask", hint="send the source too")
        size: dict[str, Any] = {}
        if self.source is not None and self.aspect is None and self.size is None:
            size = own_size(picture_facts(files[0][1]), app_state.studio.able(self.engine or app_state.settings.engine))
        if self.font is not None:
            files.append(("font", orders.unpacked(self.font, "font")))
        marks = orders.logos(app_state, who, self.logos)
        inputs = (*keep(app_state.studio.history.inputs, files), *marks, *orders.objects(app_state, self.objects))
        return orders.request_of(app_state, size | {
            "prompt": self.prompt, "scene": self.scene, "seed": self.seed, "count": self.n, "aspect": orders.shape(self.aspect), "long_side": self.size,
            "quality": self.quality, "engine": self.engine, "options": self.options,
            "inputs": inputs or None, "palette": words.palette(", ".join(self.palette)) or None, "within": self.within,
            "boxes": {name: words.box(box) if isinstance(box, str) else box for name, box in self.boxes.items()} or None,
        })  # fmt: skip

    def trial(self, app_state: AppState, recipes: Sequence[Recipe]) -> Trial | None:
        """What is asked of the pictures before they are delivered. Raises RequestError for several tries by an engine that costs."""
        if self.best_of == 1 and self.rubric is None:
            return None
        if self.best_of > 1 and any(app_state.studio.able(one.engine).costs for one in recipes):
            raise RequestError(f"the best of {self.best_of} by an engine that costs", where="best_of", hint="n orders, and pays, several; each is scored")
        return Trial(tries=self.best_of, rubric=self.rubric)

    @field_validator("edit")
    @classmethod
    def _can_be_kept(cls, edit: Any) -> Any:
        if len(json.dumps(edit, ensure_ascii=False, allow_nan=False).encode()) > LARGEST_EDIT:
            raise ValueError(f"an edit has {LARGEST_EDIT} bytes at most")
        return edit


class Jobs(Model):
    jobs: list[Job]
    next: str | None = None
    """The id to go on after, where there may be more."""


@router.post("", status_code=202, operation_id="order")
def order(wish: Wish, app_state: AppStateOf, who: OwnerOf, idempotency_key: Annotated[str | None, Header(max_length=255)] = None) -> Jobs:
    """Order pictures. The same `Idempotency-Key` answers with the same jobs."""
    key = orders.idempotency(idempotency_key)
    if wish.parent is not None:
        orders.entry_of(app_state, who, wish.parent, "parent")
    if wish.like is not None:
        recipes = orders.again(orders.entry_of(app_state, who, wish.like, "like"), wish.seed, wish.n)
    else:
        recipes, _ = orders.recipes(app_state, wish.request(app_state, who))
    trial = wish.trial(app_state, recipes)
    made = [Order(recipe=recipe, parent=wish.parent, edit=wish.edit, trial=trial) for recipe in recipes]
    return Jobs(jobs=list(orders.submit(app_state, who, made, key, wish.model_dump(mode="json"))))


@router.get("", operation_id="listJobs")
def list_jobs(
    app_state: AppStateOf, who: OwnerOf, state: State | None = None, limit: Annotated[int, Query(ge=1, le=500)] = 50,
    after: Annotated[str | None, Query(pattern=r"^job_[0-9a-f]{24}$")] = None,
) -> Jobs:  # fmt: skip
    """Jobs, newest first."""
    found = list(app_state.queue.list(who.name, state, after, limit))
    return Jobs(jobs=found, next=found[-1].id if len(found) == limit else None)


@router.get("/{id}", operation_id="getJob")
def get_job(id: Id, app_state: AppStateOf, who: OwnerOf) -> Job:
    return app_state.queue.get(id, who.name)


@router.post("/{id}/cancel", operation_id="cancelJob")
def cancel(id: Id, app_state: AppStateOf, who: OwnerOf) -> Job:
    """Nobody wants it any more. The engine stops within a second; what has ended stays as it is."""
    return app_state.queue.cancel(id, who.name)


@router.post("/{id}/retry", operation_id="retryJob")
def retry(id: Id, app_state: AppStateOf, who: OwnerOf) -> Job:
    """Try again what failed or was cancelled."""
    return app_state.queue.retry(id, who.name)


class Move(StrictModel):
    position: int = Field(ge=0, le=1_000_000, description="Place among one's own waiting jobs of the same engine, from 0")


@router.post("/{id}/move", operation_id="moveJob")
def move(id: Id, to: Move, app_state: AppStateOf, who: OwnerOf) -> Job:
    """Make it wait elsewhere in the line."""
    return app_state.queue.move(id, who.name, to.position)


@router.get("/{id}/preview", operation_id="getPreview", response_class=Response, responses={200: {"content": {"image/jpeg": {}}, "description": "JPEG"}})
def preview(id: Id, app_state: AppStateOf, who: OwnerOf, index: Annotated[int | None, Query(ge=0, le=100_000)] = None) -> Response:
    """The newest preview of a running job, or the one of that index while it is kept."""
    app_state.queue.store.get(id, who.name)
    data = app_state.queue.previews.jpeg(id, index)
    if data is None:
        raise Refusal(404, "there is no such preview", hint="previews are kept while the picture is made, and shortly after")
    return Response(data, media_type="image/jpeg", headers={"cache-control": "private, max-age=60" if index is not None else "no-store"})
