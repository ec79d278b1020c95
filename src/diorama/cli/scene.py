"""`diorama scene`: scenes as data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from diorama import contracts
from diorama import scene as scenes
from diorama.cli.files import read_text
from diorama.cli.make import ratio
from diorama.cli.names import Force, free
from diorama.cli.picture import watched
from diorama.cli.terminal import out, print_json
from diorama.errors import RequestError
from diorama.image import files
from diorama.image.codecs import READABLE
from diorama.recipe import Recipe, parse
from diorama.studio import Studio
from diorama.studio.output import writable
from diorama.studio.words import read

app = typer.Typer(no_args_is_help=True, help="Scenes as data: the schema, checking, and export to JSON, .blend and .glb.")


@app.command()
def schema() -> None:
    """Print the JSON schema of a scene."""
    print_json(scenes.schema(), indent=2)


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A scene as JSON.")]) -> None:
    """Say whether a scene is legal, and if not, where."""
    made = scenes.load(read_text(file))
    out.print(f"{file}: a legal scene of version {made.version}, {len(made.subjects)} subjects")


@app.command()
def export(
    source: Annotated[str, typer.Argument(help="A description, a scene (.json) or a picture of Diorama's.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help=".json, .blend or .glb; scene.json without it.")] = None,
    force: Force = False,
    seed: Annotated[int | None, typer.Option(help="Decides variants and places, as in `make`; a picture brings its own.")] = None,
    aspect: Annotated[str | None, typer.Option(help="Shape of the frame, such as 16:9; a picture brings its own.")] = None,
    quality: Annotated[str | None, typer.Option("--quality", "-q", help="draft, standard or final: what a .blend is set to render.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
) -> None:
    """Write the scene to a file for people who want to go on in other tools."""
    output = output or free(Path("scene.json"))
    if output.suffix not in (".json", ".blend", ".glb"):
        raise RequestError(f"cannot export to {output.suffix or 'no suffix'}", where="output", hint=".json, .blend or .glb")
    writable(output, force=force)
    with Studio() as studio:
        recipe = _recipe(studio, source, {"seed": seed, "aspect": ratio(aspect) if aspect else None, "quality": quality})
        if output.suffix == ".json":
            output = files.write(output, recipe.scene.to_json(indent=2).encode(), force=force)
        else:
            with watched(quiet) as (hear, cancel):
                studio.engine("stage").make(contracts.Job(recipe, export=(output.resolve(),), draw=False), hear, cancel)
    out.print(f"{output}  {_size(output)}")


def _recipe(studio: Studio, source: str, asked: dict[str, Any]) -> Recipe:
    """What the source would be made by on the stage; of a picture its own recipe, changed by what was asked."""
    path = Path(source) if len(source) < 1000 else None
    asked = {name: value for name, value in asked.items() if value is not None}
    if path and path.suffix.lower() in READABLE:
        own = studio.like(path)
        size = {} if "aspect" in asked else {"width": own.width, "height": own.height}
        asked = {"seed": own.seed, "quality": own.quality, **size, **asked}
        scene = own.scene
    elif path and path.suffix == ".json":
        scene = scenes.load(read_text(path))
    else:
        scene = read(source).scene
    return studio.recipes(parse({"scene": scene, "seed": 0, **asked, "engine": "stage"}), None)[0]


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1e6:.1f} MB" if size > 1e5 else f"{size / 1e3:.0f} kB"
