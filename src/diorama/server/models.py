"""/v1/models: the engines, as OpenAI's SDK lists models."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path

from diorama import contracts
from diorama.models import cards
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.engines import list_engines
from diorama.server.params import engine_named
from diorama.studio.models import standing

router = APIRouter(prefix="/v1/models", tags=["OpenAI"])

BORN = 1_795_000_000
"""Unix time of the first release: engines have no dates of their own."""


ALIASES = (
    "gpt-image-2.6-sunburst", "gpt-image-2.6-flare", "gpt-image-2.5-sunburst", "gpt-image-2.5-flare", "gpt-image-2", "gpt-image-1.5", "gpt-image-1-mini", "gpt-image-1",
    "chatgpt-image-latest", "dall-e-3", "dall-e-2",
)  # fmt: skip
"""Names of OpenAI's that programs look for in the list."""


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
def list_models(app_state: AppStateOf, who: OwnerOf) -> Models:
    """What may be named as `model`: the engines, models that can be used here, and OpenAI's names, which stand for the default engine."""
    engines = [ModelCard(id=able.name, title=able.title) for able in list_engines(app_state, who).engines]
    usable = [card for card in cards().values() if card.name not in {*ALIASES, *contracts.names()} and standing(card) in ("ready", "runs here")]
    named = [ModelCard(id=card.name, title=card.title, owned_by=card.maker) for card in usable]
    return Models(data=(*engines, *named, *(_card(name, app_state) for name in ALIASES)))


@router.get("/{id:path}", operation_id="getModel")
def get_model(id: Annotated[str, Path(max_length=200)], app_state: AppStateOf, _: OwnerOf) -> ModelCard:
    """Any name that may be given as `model`."""
    return _card(id, app_state)


def _card(name: str, app_state: AppState) -> ModelCard:
    engine = engine_named(name, app_state)
    title = app_state.studio.engine(engine).capabilities().title
    return ModelCard(id=name, title=title if name == engine else f"Stands for the default engine, {engine}: {title}")
