"""`diorama make`: a description, a scene or another picture's recipe becomes a picture."""

from __future__ import annotations

import json
import re
import signal
import unicodedata
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from diorama import contracts
from diorama import scene as scenes
from diorama.cli.files import read_text
from diorama.cli.terminal import err, out
from diorama.contracts import Cancel
from diorama.errors import RequestError
from diorama.language import render
from diorama.recipe import Recipe, Request, parse
from diorama.studio import Made, Studio


def make(
    prompt: Annotated[str, typer.Argument(help="What is to be seen. `-` reads it from the standard input.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file (.png, .jpg, .webp). With --count, a number is put in.")] = None,
    aspect: Annotated[str | None, typer.Option(help="Shape of the frame, such as 16:9 or 1:1.")] = None,
    width: Annotated[int | None, typer.Option(help="Pixels.")] = None,
    height: Annotated[int | None, typer.Option(help="Pixels.")] = None,
    size: Annotated[int | None, typer.Option(help="Pixels of the long side.")] = None,
    quality: Annotated[str, typer.Option("--quality", "-q", help="draft, standard or final.")] = "standard",
    seed: Annotated[int | None, typer.Option(help="The same seed and words give the same picture.")] = None,
    count: Annotated[int, typer.Option("--count", "-n", help="How many, with seeds that count up.")] = 1,
    engine: Annotated[str | None, typer.Option(help="See `diorama engines`.")] = None,
    scene: Annotated[Path | None, typer.Option(help="A scene as JSON, instead of words.")] = None,
    like: Annotated[Path | None, typer.Option(help="A picture of Diorama's: repeat its recipe.")] = None,
    passes: Annotated[Path | None, typer.Option(help="A folder for exact passes: depth, normals, ids, masks.")] = None,
    export: Annotated[list[Path] | None, typer.Option(help="Also leave the set as .blend or .glb.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No diagnostics, no progress.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")] = False,
) -> None:
    """Make a picture from a description."""
    with Studio() as studio:
        if prompt == "-":
            prompt = typer.get_text_stream("stdin").read()
        if sum(map(bool, (prompt.strip(), scene, like))) > 1:
            raise RequestError("give one of: a prompt, --scene, --like")
        if like:
            recipes: tuple[Recipe, ...] = (studio.like(like),)
        else:
            data = {"prompt": prompt or None, "quality": quality, "seed": seed, "count": count, "engine": engine or studio.settings.engine, "width": width, "height": height, "long_side": size, "aspect": _aspect(aspect)}
            request = parse({**data, "scene": scenes.load(read_text(scene)) if scene else None})
            reading = studio.read(request)
            if reading and not (quiet or as_json):
                err.print(render(reading))
            recipes = studio.recipes(request, reading)
        made = [_one(studio, r, _path(output, r, k, len(recipes)), passes, tuple(export or ()), quiet or as_json) for k, r in enumerate(recipes)]
    if as_json:
        print(json.dumps([_facts(m) for m in made] if len(made) > 1 else _facts(made[0]), ensure_ascii=False))


def _aspect(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    found = re.fullmatch(r"\s*(\d{1,4})\s*[:x×/]\s*(\d{1,4})\s*", text)
    if not found:
        raise RequestError(f"{text!r} is not a shape", where="aspect", hint="two whole numbers such as 16:9, 3:2, 1:1, 4:5")
    return int(found[1]), int(found[2])


def _path(output: Path | None, recipe: Recipe, index: int, total: int) -> Path:
    path = output or Path(f"{_slug(recipe.prompt)}-{recipe.seed}.png")
    return path.with_stem(f"{path.stem}-{index + 1}") if output and total > 1 else path


def _slug(prompt: str) -> str:
    plain = unicodedata.normalize("NFKD", prompt).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:6]) or "picture"


def _one(studio: Studio, recipe: Recipe, path: Path, passes: Path | None, export: tuple[Path, ...], quiet: bool) -> Made:
    cancel = Cancel()
    before = signal.signal(signal.SIGINT, lambda *_: cancel.now())
    try:
        with Progress(
            TextColumn("{task.description:<28}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn(), TimeRemainingColumn(), console=err, transient=True, disable=quiet
        ) as bar:
            task = bar.add_task("starting the stage", total=1.0)

            def hear(event) -> None:
                if isinstance(event, contracts.Progress):
                    bar.update(task, completed=event.done, description=event.text or event.stage)

            made = studio.make(recipe, path, passes=passes, export=export, listen=hear, cancel=cancel)
    finally:
        signal.signal(signal.SIGINT, before)
    if not quiet:
        out.print(f"[bold]{made.path}[/]  {recipe.width}×{recipe.height}, seed {recipe.seed}, {made.seconds:.1f} s, {str(made.entry.id)[:12]}", highlight=False)
    return made


def _facts(made: Made) -> dict:
    return {
        "file": str(made.path), "id": made.entry.id, "seed": made.recipe.seed, "width": made.recipe.width, "height": made.recipe.height,
        "recipe": made.recipe.digest, "seconds": round(made.seconds, 3), "files": [str(f) for f in made.files], "report": made.outcome.report,
    }  # fmt: skip
