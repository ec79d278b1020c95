"""/api/engines: what each engine can do."""

from __future__ import annotations

from fastapi import APIRouter

from diorama import contracts
from diorama.contracts import Capabilities
from diorama.errors import EngineUnavailable
from diorama.scene.base import Model
from diorama.server.context import HouseOf, OwnerOf

router = APIRouter(prefix="/api/engines", tags=["engines"])


class Missing(Model):
    name: str
    message: str


class Engines(Model):
    default: str
    engines: tuple[Capabilities, ...]
    missing: tuple[Missing, ...]
    """Those that cannot be loaded, and why."""


@router.get("", operation_id="listEngines")
def list_engines(house: HouseOf, _: OwnerOf) -> Engines:
    able, missing = [], []
    for name in contracts.names():
        try:
            able.append(house.studio.engine(name).capabilities())
        except EngineUnavailable as wrong:
            missing.append(Missing(name=name, message=wrong.message))
    return Engines(default=house.settings.engine, engines=tuple(able), missing=tuple(missing))
