"""/api/darkroom: what is done to a picture that is there. Each operation is a job; its picture is an entry with its parent."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Literal

import numpy as np
from fastapi import APIRouter, Header
from pydantic import Field

from diorama.jobs import Order
from diorama.recipe.request import LARGEST_SEED
from diorama.server import orders
from diorama.server.auth import Owner
from diorama.server.context import OwnerOf
from diorama.server.errors import Refusal
from diorama.server.jobs import GIVEN, Jobs
from diorama.server.state import AppState, AppStateOf
from diorama.server.strict import StrictModel
from diorama.studio import darkroom, extend, layers, printing, retouch
from diorama.studio.darkroom import Picture, Worked, upright
from diorama.studio.inputs import weights
from diorama.studio.selection import MOST_MARKS, MOST_POINTS, WIDEST_FEATHER, Selection
from diorama.studio.source import Source
from diorama.studio.things import mask_of

router = APIRouter(prefix="/api/darkroom", tags=["darkroom"])

HEX = r"^[0-9a-f]{64}$"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]{3,20}")
Share = Annotated[float, Field(ge=0, le=1)]
Frame = Annotated[list[Share], Field(min_length=4, max_length=4)]
Point = Annotated[list[Share], Field(min_length=2, max_length=2)]
Margin = Annotated[float, Field(ge=0, le=4)]


class Marks(StrictModel):
    """What part of the picture is meant; what is marked in several ways is marked. Places are shares of the frame from its top left."""

    boxes: list[Frame] = Field([], max_length=MOST_MARKS, description="left, top, right, bottom")
    lassos: list[Annotated[list[Point], Field(min_length=3, max_length=MOST_POINTS)]] = Field([], max_length=MOST_MARKS, description="Corners of areas")
    clicks: list[Point] = Field([], max_length=MOST_MARKS, description="What is of one colour with the point and joins it")
    tolerance: float = Field(12.0, ge=0, le=100, description="How far a click's colour reaches, CIEDE2000")
    things: list[Annotated[str, Field(max_length=80)]] = Field([], max_length=MOST_MARKS, description="Things of the stage's picture, by noun or id")
    mask: str | None = Field(None, pattern=GIVEN, description="White where it may change, grey where half: of the picture's size, a data URL")
    invert: bool = Field(False, description="All but what is marked")
    feather: float = Field(0.0, ge=0, le=WIDEST_FEATHER, description="Pixels over which the edge is soft")

    def changes(self, app_state: AppState, who: Owner, of: Picture) -> np.ndarray:
        """uint8 (h, w): how much each pixel may change. Raises RequestError."""
        selection = Selection.model_validate(self.model_dump(include={"boxes", "lassos", "clicks", "tolerance", "invert", "feather"}))
        files = orders.given(app_state, who, None, (), self.mask)
        given = weights(files[0][1]) if files else None
        if self.things:
            there = mask_of(app_state.studio, of, self.things)
            given = there if given is None else np.maximum(given, there)
        return selection.changes(upright(of), given)


class Work(Marks):
    """What is to be done."""

    picture: str = Field(pattern=HEX)
    operation: Literal["enlarge", "extend", "cutout", "crop", "erase", "inpaint", "background", "print", "layers"]
    times: float = Field(2.0, gt=1, le=8, description="enlarge")
    large: bool = Field(False, description="enlarge: by an upscaler, into a PNG of up to 16384 pixels a side among the files; the picture is its proof")
    by: str | None = Field(
        None, max_length=200,
        description="enlarge: an upscaler; inpaint, erase, background: an engine that changes pictures; extend: one, or `patches`. "
        "Else the stage photographs again",
    )  # fmt: skip
    words: str = Field("", max_length=4000, description="inpaint, extend, erase, background: what is to be seen there, for an engine")
    seed: int | None = Field(None, ge=0, le=LARGEST_SEED, description="inpaint, extend: else the picture's")
    behind: str | None = Field(None, description="background: one of your pictures, a data URL, or a colour such as #e8e4dc")
    relight: float | None = Field(None, ge=0, le=1, description="background: how far what stays goes over into the new light, roughly; its edge is cleaned")
    layers: Literal["psd", "tiff", "exr"] = Field(
        "psd", description="layers: whole, shadows, things (psd, tiff), or light, depth, Cryptomatte (exr); among the picture's files",
    )  # fmt: skip
    shadow: bool = Field(True, description="cutout: with the shadows that the things cast")
    paper: str = Field("a4", max_length=40, description="print: a0 to a6, letter …, or such as 210x297mm")
    file: Literal["pdf", "tiff"] = Field("pdf", description="print: PDF (PDF/X-4 where it is in four inks) or TIFF; among the picture's files")
    space: Literal["srgb", "adobe", "cmyk"] = Field("srgb", description="print")
    profile: str | None = Field(None, max_length=8_000_000, description="print: the printing condition's ICC profile, base64")
    bleed: float = Field(0.0, ge=0, le=50, description="print: millimetres beyond the trim")
    dpi: float = Field(300.0, ge=36, le=2400, description="print: dots an inch")
    marks: bool = Field(False, description="print: crop marks")
    left: Margin = Field(0.0, description="extend: what is added, a share of the width")
    right: Margin = Field(0.0, description="extend: the same at the right")
    top: Margin = Field(0.0, description="extend: a share of the height")
    bottom: Margin = Field(0.0, description="extend: the same below")


@router.post("", status_code=202, operation_id="work")
def work(wish: Work, app_state: AppStateOf, who: OwnerOf, idempotency_key: Annotated[str | None, Header(max_length=255)] = None) -> Jobs:
    """Enlarge, extend, cut out, crop, erase, inpaint, change the background, print, part into layers. The same `Idempotency-Key` answers with the same job."""
    entry = orders.entry_of(app_state, who, wish.picture, "picture")
    of = Picture(app_state.studio.history.read(entry), Source(entry.recipe, entry))
    made = WORK[wish.operation](app_state, who, of, wish)
    order = Order(recipe=made.recipe, parent=entry.id, edit=made.edit)
    return Jobs(jobs=list(orders.submit(app_state, who, [order], orders.idempotency(idempotency_key), wish.model_dump(mode="json"))))


def _extend(app_state: AppState, who: Owner, of: Picture, wish: Work) -> Worked:
    sides = extend.Margins(wish.left, wish.right, wish.top, wish.bottom)
    if wish.by is None:
        return extend.extended(app_state.studio, of, sides)
    return retouch.outpainted(app_state.studio, of, sides, wish.words, wish.by, wish.seed)


def _crop(app_state: AppState, who: Owner, of: Picture, wish: Work) -> Worked:
    if len(wish.boxes) != 1:
        raise Refusal(400, "no box, or more than one", param="boxes", hint="[[0.4, 0.5, 0.6, 0.8]]: left, top, right, bottom as shares of the frame")
    left, top, right, bottom = wish.boxes[0]
    return darkroom.cropped(app_state.studio, of, (left, top, right, bottom))


def _inpaint(app_state: AppState, who: Owner, of: Picture, wish: Work) -> Worked:
    if wish.by is None:
        raise Refusal(400, "no engine is named", param="by", hint="one that takes a source: GET /api/engines; without one, `erase` fills with what is around")
    return retouch.painted(app_state.studio, of, wish.changes(app_state, who, of), wish.words, wish.by, wish.seed)


def _background(app_state: AppState, who: Owner, of: Picture, wish: Work) -> Worked:
    if wish.by is not None and wish.behind is None:
        return retouch.set_before(app_state.studio, of, wish.changes(app_state, who, of), wish.words, wish.by, wish.seed)
    if wish.behind is None:
        hint = "a picture of yours, a data URL, a colour such as #e8e4dc; or `by` an engine, and words"
        raise Refusal(400, "there is nothing to lay behind", param="behind", hint=hint)
    behind = wish.behind if COLOUR.fullmatch(wish.behind) else orders.given(app_state, who, wish.behind, ())[0][1]
    return retouch.backgrounded(app_state.studio, of, wish.changes(app_state, who, of), behind, wish.relight)


def _print(app_state: AppState, who: Owner, of: Picture, wish: Work) -> Worked:
    height, width = upright(of).shape[:2]
    profile = None if wish.profile is None else orders.unpacked(wish.profile, "profile")
    size = printing.paper(wish.paper, width > height)
    return printing.printed(
        app_state.studio, of, size, file=wish.file, space=wish.space, profile=profile, bleed=wish.bleed, dpi=wish.dpi, marks=wish.marks,
    )  # fmt: skip


WORK: dict[str, Callable[[AppState, Owner, Picture, Work], Worked]] = {
    "enlarge": lambda app_state, _, of, wish: darkroom.enlarged(app_state.studio, of, wish.times, wish.by, to_file=wish.large),
    "cutout": lambda app_state, _, of, wish: darkroom.cut_out(app_state.studio, of, shadow=wish.shadow),
    "erase": lambda app_state, who, of, wish: retouch.erased(
        app_state.studio, of, wish.changes(app_state, who, of), wish.by or retouch.PATCHES, wish.words, wish.seed,
    ),
    "layers": lambda app_state, _, of, wish: layers.layered(app_state.studio, of, wish.layers),
    "print": _print, "extend": _extend, "crop": _crop, "inpaint": _inpaint, "background": _background,
}  # fmt: skip
