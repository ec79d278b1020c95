"""`diorama erase`, `inpaint`, `background`: work on a marked part of a picture. Outside of it not one pixel changes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.darkroom import AsJson, Output, Quiet, Which, made, stem
from diorama.cli.files import read_bytes
from diorama.cli.marking import Boxes, Clicks, Feather, Invert, Lassos, Marks, MaskFile, Things, Tolerance
from diorama.cli.names import Force
from diorama.errors import RequestError
from diorama.studio import Studio, darkroom, retouch


def erase(
    picture: Which,
    box: Boxes = None, lasso: Lassos = None, click: Clicks = None, tolerance: Tolerance = 12.0, thing: Things = None, mask: MaskFile = None,
    invert: Invert = False, feather: Feather = 0.0,
    by: Annotated[str, typer.Option("--by", help="patches of the picture, or an engine that changes pictures.")] = retouch.PATCHES,
    words: Annotated[str, typer.Option(help="What is seen there then, for an engine.")] = "",
    output: Output = None, force: Force = False, quiet: Quiet = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Remove something: what is around it takes its place. Nothing but what is marked changes. Patches are for what is small."""
    with Studio() as studio:
        of = darkroom.picture(studio, picture)
        changes = Marks(box, lasso, click, tolerance, thing, mask, invert, feather).changes(studio, of)
        made(studio, retouch.erased(studio, of, changes, by, words), f"{stem(picture)}-erased", output, force, quiet, as_json)


def inpaint(
    picture: Which,
    words: Annotated[str, typer.Argument(help="What is to be seen there.")],
    by: Annotated[str, typer.Option("--by", help="An engine that changes pictures: `diorama engines` tells which take a source.")],
    box: Boxes = None, lasso: Lassos = None, click: Clicks = None, tolerance: Tolerance = 12.0, thing: Things = None, mask: MaskFile = None,
    invert: Invert = False, feather: Feather = 0.0,
    seed: Annotated[int | None, typer.Option(min=0, max=2**32 - 1, help="Else the picture's.")] = None,
    output: Output = None, force: Force = False, quiet: Quiet = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Have an engine paint a marked part anew. Nothing but what is marked changes, whatever the engine does."""
    with Studio() as studio:
        of = darkroom.picture(studio, picture)
        changes = Marks(box, lasso, click, tolerance, thing, mask, invert, feather).changes(studio, of)
        made(studio, retouch.painted(studio, of, changes, words, by, seed), f"{stem(picture)}-painted", output, force, quiet, as_json)


def background(
    picture: Which,
    with_: Annotated[str | None, typer.Option("--with", help="What comes there: a picture's file, or a colour such as #e8e4dc.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="An engine that changes pictures paints it, by --words.")] = None,
    words: Annotated[str, typer.Option(help="What is to be seen there, for an engine.")] = "",
    box: Boxes = None, lasso: Lassos = None, click: Clicks = None, tolerance: Tolerance = 12.0, thing: Things = None, mask: MaskFile = None,
    invert: Invert = False, feather: Feather = 0.0,
    relight: Annotated[float | None, typer.Option(min=0, max=1, help="Bring what stays into the new light, roughly, and clean its edge: 0.7.")] = None,
    output: Output = None, force: Force = False, quiet: Quiet = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Put another picture, or a colour, in the place of what is marked. To mark what stays instead, add --invert."""
    if (with_ is None) == (by is None):
        raise RequestError("give one of: --with, --by", where="with", hint="a picture's file or a colour; or an engine, and --words for what it paints")
    with Studio() as studio:
        of = darkroom.picture(studio, picture)
        changes = Marks(box, lasso, click, tolerance, thing, mask, invert, feather).changes(studio, of)
        if with_ is None:
            work = retouch.set_before(studio, of, changes, words, by or "")
        else:
            behind = read_bytes(Path(with_)) if Path(with_).suffix or Path(with_).exists() else with_
            work = retouch.backgrounded(studio, of, changes, behind, relight)
        made(studio, work, f"{stem(picture)}-background", output, force, quiet, as_json)
