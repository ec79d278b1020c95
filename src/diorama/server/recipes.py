"""/api/recipes: what a picture says of its making. Nothing of an upload is kept."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, UploadFile

from diorama.errors import DioramaError, RequestError
from diorama.image.codecs import picture_facts, read_metadata
from diorama.recipe import Recipe
from diorama.scene.base import Model
from diorama.server.auth import Owner
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.studio import Source, recognise

router = APIRouter(prefix="/api/recipes", tags=["recipes"])

OURS = ("recipe", "source_type", "tool", "parameters")


class Found(Model):
    width: int
    height: int
    format: str
    recipe: Recipe | None = None
    """Diorama's own, or that of the history's picture with the same pixels; None where there is none that can be read."""
    prompt: str | None = None
    source_type: str | None = None
    tool: str | None = None
    other: dict[str, Any] = {}
    """What its maker wrote, whoever it is: negative_prompt, seed, size, model, steps …"""


@router.post("", operation_id="readRecipe")
def read_recipe(file: UploadFile, app_state: AppStateOf, who: OwnerOf) -> Found:
    """The recipe inside a picture (PNG, JPEG, WebP); one of ours that lost it is known by its pixels."""
    data = file.file.read()
    facts = picture(app_state, data, "file")
    told = read_metadata(data)
    other = {key: value for key, value in told.items() if key not in OURS}
    tool, source, prompt = (value if isinstance(value := told.get(key), str) else None for key in ("tool", "source_type", "prompt"))
    known = source_of(app_state, who, data)
    recipe = known.recipe if known else None
    return Found(
        width=facts.width, height=facts.height, format=facts.format, recipe=recipe, prompt=prompt or (recipe.prompt if recipe else None), source_type=source, tool=tool, other=other
    )  # fmt: skip


def source_of(app_state: AppState, who: Owner, data: bytes) -> Source | None:
    """What made a picture that was sent: by the recipe inside it, or by its pixels among the owner's."""
    try:
        return recognise(app_state.studio.history, data, who.name)
    except DioramaError:
        return None


def picture(app_state: AppState, data: bytes, where: str):
    """Facts of a picture that was sent, from its header alone. Raises RequestError for what is none, or has more pixels than are taken in."""
    if not data:
        raise RequestError("an empty file", where=where)
    try:
        facts = picture_facts(data)
    except RequestError as wrong:
        raise RequestError(wrong.message, where=where, hint=wrong.hint) from None
    if facts.width * facts.height > app_state.settings.max_pixels:
        raise RequestError(f"{facts.width}x{facts.height} is too many pixels", where=where, hint=f"{app_state.settings.max_pixels:,} at most")
    return facts
