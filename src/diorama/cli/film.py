"""`diorama film`: a description becomes a film: the camera moves through the scene, or the hour goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from diorama import scene as scenes
from diorama.cli.files import read_text, read_words
from diorama.cli.make import ratio
from diorama.cli.names import Force, planned, slug
from diorama.cli.picture import facts, make_one
from diorama.cli.terminal import err, out, print_json
from diorama.cli.told import reading as told
from diorama.errors import EngineUnavailable
from diorama.image.clips import can, clip_format
from diorama.recipe import parse
from diorama.studio import Studio
from diorama.studio.output import writable


def film(
    prompt: Annotated[str, typer.Argument(help="What is to be seen. `-` reads it from the standard input.")] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The film: .mp4 (the extra `film`), .webp, .gif, or .zip of its frames. Beside it its picture, a PNG.")
    ] = None,
    move: Annotated[
        str | None,
        typer.Option(help="orbit, dolly_in, dolly_out, pan_left, pan_right, crane_up, crane_down; daylight: the hour moves. Else as the words say, or orbit."),
    ] = None,
    seconds: Annotated[float | None, typer.Option(help="How long it is. Without it, what the words say, or 3.")] = None,
    fps: Annotated[float | None, typer.Option(help="Frames a second. Without it, what the words say, or 12.")] = None,
    amount: Annotated[float | None, typer.Option(help="How far the camera goes: degrees of an orbit or a pan, else a share of its distance.")] = None,
    hours: Annotated[float | None, typer.Option(help="With daylight: how many hours pass; without it, what the words say, or 2.")] = None,
    aspect: Annotated[str | None, typer.Option(help="Shape of the frame, such as 16:9.")] = None,
    size: Annotated[int, typer.Option(help="Pixels of the long side.")] = 640,
    quality: Annotated[str, typer.Option("--quality", "-q", help="draft, standard or final.")] = "draft",
    seed: Annotated[int | None, typer.Option(help="The same seed and words give the same film.")] = None,
    scene: Annotated[Path | None, typer.Option(help="A scene as JSON, instead of words.")] = None,
    force: Force = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No diagnostics, no progress.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")] = False,
) -> None:
    """Make a film of a description: one scene, one exposure, a camera that moves."""
    clip = clip_format(output) if output else ("mp4" if can("mp4") else "webp")
    if not can(clip):
        raise EngineUnavailable("nothing here writes MP4", where="output", hint="pip install 'diorama[film]', or ask for .webp, .gif or .zip")
    asked: dict[str, Any] = {"move": move, "seconds": seconds, "fps": fps, "hours": hours, "amount": amount, "clip": clip}
    options = {name: value for name, value in asked.items() if value is not None}
    with Studio() as studio:
        words = read_words(prompt)
        data = {"prompt": words or None, "quality": quality, "seed": seed, "engine": "stage", "aspect": ratio(aspect) if aspect else None}
        request = parse({**data, "long_side": size, "options": options, "scene": scenes.load(read_text(scene)) if scene else None})
        reading = studio.read(request)
        if reading and not (quiet or as_json):
            err.print(told(reading))
        if move is None and (reading is None or reading.filmed is None):
            request = request.model_copy(update={"options": {**options, "move": "orbit"}})
        recipe = studio.recipes(request, reading)[0]
        path = planned(output and output.with_suffix(".png"), [f"{slug(recipe.prompt)}-{recipe.seed}"], force=force)[0]
        writable(path.with_suffix(f".{clip}"), force=force)
        made = make_one(studio, recipe, path, quiet or as_json, force=force)
    if as_json:
        print_json(facts(made))
    elif not quiet:
        out.print(str(path.with_suffix(f".{clip}")))
