"""/api/engines: what each engine can do."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from diorama import contracts
from diorama.contracts import Capabilities, Engine, Readies, find_key
from diorama.errors import EngineUnavailable, OutputError
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppStateOf

router = APIRouter(prefix="/api/engines", tags=["engines"])


class Able(Capabilities):
    """What an engine says of itself, with what is known of it here."""

    ready: bool
    """False: it needs a key, or weights, that are not here."""
    options: dict[str, Any]
    """The JSON schema of its own options."""


class Missing(Model):
    name: str
    message: str


class Engines(Model):
    default: str
    engines: tuple[Able, ...]
    missing: tuple[Missing, ...]
    """Those that cannot be loaded, and why."""


@router.get("", operation_id="listEngines")
def list_engines(app_state: AppStateOf, _: OwnerOf) -> Engines:
    able: list[Able] = []
    missing: list[Missing] = []
    for name in contracts.names():
        try:
            engine = app_state.studio.engine(name)
        except EngineUnavailable as wrong:
            missing.append(Missing(name=name, message=wrong.message))
        else:
            says = engine.capabilities()
            ready = ("key" not in says.needs or find_key(says) is not None) and _here(engine)
            able.append(Able(**says.model_dump(), ready=ready, options=engine.options.model_json_schema()))
    return Engines(default=app_state.settings.engine, engines=tuple(able), missing=tuple(missing))


def _here(engine: Engine) -> bool:
    try:
        if isinstance(engine, Readies):
            engine.ready()
    except (EngineUnavailable, OutputError):
        return False
    return True
