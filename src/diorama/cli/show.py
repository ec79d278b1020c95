"""`diorama show`: what is inside a picture file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from diorama import image
from diorama.cli.terminal import out, print_json, styled
from diorama.errors import DioramaError
from diorama.recipe import Recipe, load
from diorama.studio import Studio, recognise

LONGEST = 200
"""Characters of data that are shown."""


def show(
    file: Annotated[Path, typer.Argument(help="A picture (.png, .jpg, .webp).")],
    as_json: Annotated[bool, typer.Option("--json", help="Everything that was found, as JSON.")] = False,
) -> None:
    """Print the recipe inside a picture, and what other programs wrote into it. One of ours that lost it is known by its pixels."""
    found = image.read_metadata(file)
    known = {} if "recipe" in found else _known(file)
    if as_json:
        return print_json({**found, **known})
    if not found and not known:
        return out.print("No recipe, no parameters: nothing is written inside this picture.")
    recipe = _recipe(found.get("recipe") or known.get("recipe"))
    if known:
        out.print(styled("Nothing of its recipe is written inside; by its pixels it is [bold]{}[/] of the history.", known["entry"][:12]))
    if recipe:
        out.print(styled("[bold]{}[/]", recipe.prompt or "a scene without words"))
        made = f"engine {recipe.engine} {recipe.engine_version}, Diorama {recipe.diorama}"
        out.print(f"{recipe.width}×{recipe.height}, {recipe.quality}, seed {recipe.seed}, {made}")
        out.print_json(recipe.scene.model_dump_json())
    elif "recipe" in found:
        out.print("There is a recipe inside, but not one that this Diorama reads.")
    for name, value in found.items():
        if name != "recipe":
            text = value if isinstance(value, str) else _short(json.dumps(value, ensure_ascii=False))
            out.print(styled("[cyan]{}[/]: {}", name, text))


def _short(text: str) -> str:
    """Data of other programs is for programs: `--json` tells all of it."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} … (--json tells all)"


def _known(file: Path) -> dict[str, Any]:
    """The recipe of the history's picture with the same pixels, and which it is."""
    with Studio() as studio:
        source = recognise(studio.history, file)
    return {"recipe": source.recipe.model_dump(mode="json"), "entry": source.entry.id} if source and source.entry else {}


def _recipe(data: Any) -> Recipe | None:
    try:
        return load(data) if isinstance(data, dict) else None
    except DioramaError:
        return None
