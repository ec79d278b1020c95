"""`diorama scene`: scenes as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from diorama import contracts, image
from diorama import scene as scenes
from diorama.cli.files import read_text
from diorama.cli.terminal import err, out
from diorama.errors import RequestError
from diorama.image.codecs import FORMATS, write_whole
from diorama.language import read, stand_in
from diorama.recipe import Request
from diorama.studio import Studio

app = typer.Typer(no_args_is_help=True, help="Scenes as data: the schema, checking, and export to JSON, .blend and .glb.")


@app.command()
def schema() -> None:
    """Print the JSON schema of a scene."""
    print(json.dumps(scenes.schema(), indent=2))


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A scene as JSON.")]) -> None:
    """Say whether a scene is legal, and if not, where."""
    made = scenes.load(read_text(file))
    out.print(f"{file}: a legal scene of version {made.version}, {len(made.subjects)} subjects", highlight=False)


@app.command()
def export(
    source: Annotated[str, typer.Argument(help="A description, a scene (.json) or a picture of Diorama's.")],
    output: Annotated[Path, typer.Option("--output", "-o", help=".json, .blend or .glb")] = Path("scene.json"),
    seed: Annotated[int, typer.Option(help="Decides variants and places, as in `make`.")] = 0,
) -> None:
    """Write the scene to a file for people who want to go on in other tools."""
    scene = _scene(source)
    if output.suffix == ".json":
        write_whole(output, scene.to_json(indent=2).encode())
    elif output.suffix in (".blend", ".glb"):
        with Studio() as studio:
            recipe = studio.recipes(Request(scene=scene, seed=seed, width=128, quality="draft"), None)[0]
            with err.status("building the set"):
                studio.engine("stage").make(contracts.Job(recipe, export=(output.resolve(),)))
    else:
        raise RequestError(f"cannot export to {output.suffix or 'no suffix'}", where="output", hint=".json, .blend or .glb")
    out.print(str(output), highlight=False)


def _scene(source: str) -> scenes.Scene:
    path = Path(source) if len(source) < 1000 else None
    if path and path.suffix == ".json":
        return scenes.load(read_text(path))
    if path and path.suffix.lower() in FORMATS:
        recipe = image.read_metadata(path).get("recipe")
        if not recipe:
            raise RequestError("there is no Diorama recipe in this picture", where=source)
        return scenes.load(recipe["scene"])
    return stand_in(read(source)).scene
