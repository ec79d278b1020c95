"""`diorama show`: what is inside a picture file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from diorama import image
from diorama.cli.terminal import out


def show(
    file: Annotated[Path, typer.Argument(help="A picture (.png, .jpg, .webp).")],
    as_json: Annotated[bool, typer.Option("--json", help="Everything that was found, as JSON.")] = False,
) -> None:
    """Print the recipe inside a picture, and what other programs wrote into it."""
    found = image.read_metadata(file)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, default=str))
        return
    if not found:
        out.print("No recipe, no parameters: nothing is written inside this picture.")
        return
    recipe = found.get("recipe")
    if recipe:
        out.print(f"[bold]{recipe['prompt'] or 'a scene without words'}[/]", highlight=False)
        out.print(f"{recipe['width']}×{recipe['height']}, {recipe['quality']}, seed {recipe['seed']}, engine {recipe['engine']} {recipe['engine_version']}, Diorama {recipe['diorama']}", highlight=False)
        out.print_json(json.dumps(recipe["scene"]))
    for name, value in found.items():
        if name != "recipe":
            out.print(f"[cyan]{name}[/]: {value}", highlight=False)
