"""/api/readings: words as the reader understands them. Nothing is made or kept."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from diorama.recipe.request import LONGEST_PROMPT
from diorama.server.context import OwnerOf
from diorama.server.strict import StrictModel
from diorama.studio.words import Reading
from diorama.studio.words import read as read_words

router = APIRouter(prefix="/api/readings", tags=["readings"])

ASPECT = r"^[1-9]\d{0,3}:[1-9]\d{0,3}$"


class Words(StrictModel):
    prompt: str = Field(max_length=LONGEST_PROMPT, pattern=r"\S", examples=["A stoneware mug on a walnut table, soft window light from the left, 85mm f/1.8"])
    aspect: str | None = Field(None, pattern=ASPECT, description="Width to height", examples=["16:9"])


@router.post("", operation_id="read")
def read(words: Words, _: OwnerOf) -> Reading:
    """The prompt by layer: what each phrase sets, what was assumed, what was not understood, what would help; and the scene."""
    return read_words(words.prompt, aspect=words.aspect)
