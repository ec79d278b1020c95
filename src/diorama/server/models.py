"""/v1/models: the engines, as OpenAI's SDK lists models."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path

from diorama.scene.base import Model
from diorama.server.context import HouseOf, OwnerOf
from diorama.server.engines import list_engines
from diorama.server.errors import Refusal

router = APIRouter(prefix="/v1/models", tags=["OpenAI"])

BORN = 1_795_000_000
"""Unix time of the first release: engines have no dates of their own."""


class ModelCard(Model):
    id: str
    object: Literal["model"] = "model"
    created: int = BORN
    owned_by: str = "diorama"
    title: str
    """Extension."""


class Models(Model):
    object: Literal["list"] = "list"
    data: tuple[ModelCard, ...]


@router.get("", operation_id="listModels")
def list_models(house: HouseOf, who: OwnerOf) -> Models:
    """What may be named as `model`. gpt-image-* and the like stand for the default engine."""
    return Models(data=tuple(ModelCard(id=able.name, title=able.title) for able in list_engines(house, who).engines))


@router.get("/{id}", operation_id="getModel")
def get_model(id: Annotated[str, Path(max_length=100)], house: HouseOf, who: OwnerOf) -> ModelCard:
    for card in list_models(house, who).data:
        if card.id == id:
            return card
    raise Refusal(404, f"there is no model {id[:80]!r}", param="model", code="model_not_found", hint="GET /v1/models lists them")
