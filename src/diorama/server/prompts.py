"""/api/prompts: prompts that work, saved under a name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from diorama.jobs.prompts import Saved
from diorama.recipe.request import LONGEST_PROMPT
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppStateOf
from diorama.server.strict import StrictModel

router = APIRouter(prefix="/api/prompts", tags=["prompts"])


class Prompts(Model):
    prompts: tuple[Saved, ...]


class Words(StrictModel):
    name: str = Field("", max_length=80, description="Without one, the prompt's beginning")
    prompt: str = Field(min_length=1, max_length=LONGEST_PROMPT, pattern=r"\S")


@router.get("", operation_id="listPrompts")
def list_prompts(app_state: AppStateOf, who: OwnerOf) -> Prompts:
    return Prompts(prompts=tuple(app_state.queue.prompts.list(who.name)))


@router.post("", status_code=201, operation_id="savePrompt")
def save(words: Words, app_state: AppStateOf, who: OwnerOf) -> Saved:
    return app_state.queue.prompts.save(who.name, words.name.strip() or words.prompt.strip()[:60], words.prompt)


@router.delete("/{id}", status_code=204, operation_id="removePrompt")
def remove(id: Annotated[str, Path(pattern=r"^[0-9a-f]{16}$")], app_state: AppStateOf, who: OwnerOf) -> None:
    app_state.queue.prompts.remove(who.name, id)
