"""`diorama enlarge`, `erase`, `crop`: what is done to a picture that is there, ours or anybody's. Each is kept in the history and can be repeated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from diorama.cli.names import Force, planned
from diorama.cli.picture import facts, make_one
from diorama.cli.terminal import print_json
from diorama.errors import RequestError
from diorama.image import open_picture
from diorama.recipe.inputs import Box
from diorama.studio import Studio, darkroom
from diorama.studio.darkroom import Worked

Which = Annotated[str, typer.Argument(help="`last`, an id of the history (or its beginning), or any picture's file: PNG, JPEG, WebP, AVIF, HEIC, TIFF.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="The file (.png, .jpg, .webp).")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")]


def enlarge(
    picture: Which,
    times: Annotated[float, typer.Option("--times", "-x", help="How many times as wide and high.")] = 2.0,
    by: Annotated[str | None, typer.Option(help="realesrgan (guesses detail) or resample (smooth). Else the stage's are photographed again.")] = None,
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Make a picture larger. One of the stage's is photographed again: the same arrangement and light, with detail that is truly there."""
    with Studio() as studio:
        _made(studio, darkroom.enlarged(studio, darkroom.picture(studio, picture), times, by), f"{_stem(picture)}-{times:g}x", output, force, quiet, as_json)


def erase(
    picture: Which,
    box: Annotated[list[str] | None, typer.Option(help="What goes: left,top,right,bottom as shares of the frame, 0.4,0.5,0.6,0.8. Once or more.")] = None,
    mask: Annotated[Path | None, typer.Option(help="A picture of the same size, white where something goes.")] = None,
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Remove something small: what is around it takes its place. Outside the box or mask not one pixel changes."""
    if bool(box) == bool(mask):
        raise RequestError("say what goes", where="box", hint="--box 0.4,0.5,0.6,0.8 or --mask FILE")
    with Studio() as studio:
        of = darkroom.picture(studio, picture)
        marked = open_picture(mask)[..., 0] > 127 if mask else darkroom.boxes_mask(of, [_box(one) for one in box or ()])
        _made(studio, darkroom.erased(studio, of, marked), f"{_stem(picture)}-erased", output, force, quiet, as_json)


def crop(
    picture: Which,
    box: Annotated[str, typer.Argument(help="left,top,right,bottom as shares of the frame, such as 0.1,0,0.9,1.")],
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Keep a part of a picture, pixel for pixel."""
    with Studio() as studio:
        _made(studio, darkroom.cropped(studio, darkroom.picture(studio, picture), _box(box)), f"{_stem(picture)}-cropped", output, force, quiet, as_json)


def _made(studio: Studio, worked: Worked, name: str, output: Path | None, force: bool, quiet: bool, as_json: bool) -> None:
    path = planned(output, [name], force=force)[0]
    made = make_one(studio, worked.recipe, path, quiet or as_json, parent=worked.parent, edit=worked.edit, force=force)
    if as_json:
        print_json(facts(made))


def _stem(picture: str) -> str:
    return Path(picture).stem if Path(picture).suffix else picture[:12]


def _box(text: str) -> Box:
    """Four numbers with commas between them. Raises RequestError."""
    try:
        left, top, right, bottom = (float(part) for part in text.split(","))
    except ValueError:
        raise RequestError(f"{text!r} is no box", where="box", hint="left,top,right,bottom as shares of the frame: 0.4,0.5,0.6,0.8") from None
    return left, top, right, bottom
