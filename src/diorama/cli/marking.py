"""What part of a picture a command is about: boxes, lassos, clicks, a mask's file, a thing of the stage's; inverted, with a soft edge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from pydantic import ValidationError

from diorama.cli.files import read_bytes
from diorama.errors import RequestError
from diorama.recipe.inputs import Box
from diorama.recipe.request import as_request_error
from diorama.studio import Studio
from diorama.studio.darkroom import Picture, upright
from diorama.studio.inputs import weights
from diorama.studio.selection import WIDEST_FEATHER, Selection
from diorama.studio.things import mask_of

Boxes = Annotated[list[str] | None, typer.Option("--box", help="left,top,right,bottom as shares of the frame, 0.4,0.5,0.6,0.8. Once or more.")]
Lassos = Annotated[list[str] | None, typer.Option("--lasso", help="Corners of an area, x,y x,y x,y …, shares of the frame. Once or more.")]
Clicks = Annotated[list[str] | None, typer.Option("--click", help="x,y: what is of one colour with that point and joins it. Once or more.")]
Tolerance = Annotated[float, typer.Option(min=0, max=100, help="How far a click's colour reaches, ΔE00.")]
Things = Annotated[list[str] | None, typer.Option("--thing", help="A thing in a picture of the stage's, by its name: exactly its pixels. Once or more.")]
MaskFile = Annotated[Path | None, typer.Option(help="A picture of the same size, white where it may change, grey where half.")]
Invert = Annotated[bool, typer.Option("--invert", help="All but what is marked.")]
Feather = Annotated[float, typer.Option(min=0, max=WIDEST_FEATHER, help="Pixels over which the edge is soft.")]


class Marks(NamedTuple):
    """The options as they were typed."""

    box: Sequence[str] | None = None
    lasso: Sequence[str] | None = None
    click: Sequence[str] | None = None
    tolerance: float = 12.0
    thing: Sequence[str] | None = None
    mask: Path | None = None
    invert: bool = False
    feather: float = 0.0

    def changes(self, studio: Studio, of: Picture) -> Any:
        """uint8 (h, w): how much each pixel may change. Raises RequestError."""
        picture = upright(of)
        try:
            selection = Selection(
                strokes=(), boxes=tuple(box(one) for one in self.box or ()), lassos=tuple(_points(one) for one in self.lasso or ()),
                clicks=tuple(_point(one) for one in self.click or ()), tolerance=self.tolerance, invert=self.invert, feather=self.feather,
            )  # fmt: skip
        except ValidationError as wrong:
            raise as_request_error(wrong) from None
        given = weights(read_bytes(self.mask)) if self.mask else None
        if self.thing:
            there = mask_of(studio, of, self.thing)
            given = there if given is None else there | given
        return selection.changes(picture, given)


def box(text: str) -> Box:
    """Four numbers with commas between them. Raises RequestError."""
    try:
        left, top, right, bottom = (float(part) for part in text.split(","))
    except ValueError:
        raise RequestError(f"{text!r} is no box", where="box", hint="left,top,right,bottom as shares of the frame: 0.4,0.5,0.6,0.8") from None
    return left, top, right, bottom


def _points(text: str) -> tuple[tuple[float, float], ...]:
    points = tuple(_point(one) for one in text.split())
    if len(points) < 3:
        raise RequestError(f"{text!r} is no area", where="lasso", hint="three corners or more, in quotes: \"0.2,0.2 0.6,0.3 0.4,0.8\"")
    return points


def _point(text: str) -> tuple[float, float]:
    try:
        across, down = (float(part) for part in text.split(","))
    except ValueError:
        raise RequestError(f"{text!r} is no point", where="click", hint="x,y as shares of the frame: 0.4,0.5") from None
    return across, down
