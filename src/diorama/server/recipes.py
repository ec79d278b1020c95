"""/api/recipes: what a picture says of its making. Nothing of an upload is kept."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, UploadFile

from diorama.errors import DioramaError, RequestError
from diorama.image.codecs import picture_facts, read_metadata
from diorama.recipe import Recipe, load
from diorama.scene.base import Model
from diorama.server.context import House, HouseOf, OwnerOf

router = APIRouter(prefix="/api/recipes", tags=["recipes"])

OURS = ("recipe", "source_type", "tool", "parameters")


class Found(Model):
    width: int
    height: int
    format: str
    recipe: Recipe | None = None
    """Diorama's own; None where the picture carries none that can be read."""
    prompt: str | None = None
    source_type: str | None = None
    tool: str | None = None
    other: dict[str, Any] = {}
    """What other studios wrote: prompt, seed, steps …"""


@router.post("", operation_id="readRecipe")
def read_recipe(file: UploadFile, house: HouseOf, _: OwnerOf) -> Found:
    """The recipe inside a picture (PNG, JPEG, WebP)."""
    data = file.file.read()
    facts = picture(house, data, "file")
    told = read_metadata(data)
    other = {key: value for key, value in told.items() if key not in OURS}
    tool, source, prompt = (value if isinstance(value := told.get(key), str) else None for key in ("tool", "source_type", "prompt"))
    return Found(width=facts.width, height=facts.height, format=facts.format, recipe=recipe_in(told), prompt=prompt, source_type=source, tool=tool, other=other)


def recipe_in(told: dict[str, Any]) -> Recipe | None:
    """The recipe among a picture's metadata, where it is one that this Diorama reads."""
    if not isinstance(told.get("recipe"), dict):
        return None
    try:
        return load(told["recipe"])
    except DioramaError:
        return None


def picture(house: House, data: bytes, where: str):
    """Facts of a picture that was sent, from its header alone. Raises RequestError for what is none, or has more pixels than are taken in."""
    if not data:
        raise RequestError("an empty file", where=where)
    try:
        facts = picture_facts(data)
    except RequestError as wrong:
        raise RequestError(wrong.message, where=where, hint=wrong.hint) from None
    if facts.width * facts.height > house.settings.max_pixels:
        raise RequestError(f"{facts.width}x{facts.height} is too many pixels", where=where, hint=f"{house.settings.max_pixels:,} at most")
    return facts
