"""/api/relights: a picture under other light, from its light passes; and what is seen at a place of it. Nothing is rendered anew."""

from __future__ import annotations

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import numpy as np
import OpenEXR
from fastapi import APIRouter, Query, Response
from PIL import Image
from pydantic import Field

from diorama.history import Entry
from diorama.image.codecs import encode
from diorama.jobs.keep import passes_of
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.errors import Refusal
from diorama.server.orders import entry_of
from diorama.server.pictures import Id
from diorama.studio import LightTable, Relight, relight

router = APIRouter(prefix="/api", tags=["pictures"])

HEX = r"^[0-9a-f]{64}$"
TABLES = 3
"""Light tables that stay in memory."""
QUALITY = 88

_one_at_a_time = threading.Lock()


class Wish(Relight):
    picture: str = Field(pattern=HEX)


class Lights(Model):
    lights: tuple[str, ...]
    """Names that /api/relights takes: ids of the scene's lights, and what else shines."""


@router.post("/relights", operation_id="relight", response_class=Response, responses={200: {"content": {"image/jpeg": {}}, "description": "JPEG, 640 pixels long"}})
def relit(wish: Wish, app_state: AppStateOf, who: OwnerOf) -> Response:
    """The picture developed again. The first time its light passes are rendered, which takes as long as a small picture; from then on it is quick."""
    table = table_of(app_state, entry_of(app_state, who, wish.picture, "picture"))
    picture = relight(table, Relight(**{name: getattr(wish, name) for name in Relight.model_fields}))
    return Response(encode(picture, "jpeg", quality=QUALITY), media_type="image/jpeg", headers={"cache-control": "no-store"})


@router.get("/pictures/{id}/lights", operation_id="listLights")
def list_lights(id: Id, app_state: AppStateOf, who: OwnerOf) -> Lights:
    """The lights of a picture that can be changed at once."""
    return Lights(lights=table_of(app_state, entry_of(app_state, who, id)).names)


def table_of(app_state: AppState, entry: Entry) -> LightTable:
    """The picture's light table; rendered once, however many ask."""
    path = app_state.settings.home / "lights" / f"{entry.picture}.npz"
    if not path.exists():
        with _one_at_a_time:
            app_state.studio.lights(entry)
    return _read(path)


@lru_cache(maxsize=TABLES)
def _read(path: Path) -> LightTable:
    return LightTable.open(path)


class Picked(Model):
    subject: str | None
    """The id of the subject that is seen there; None: the place around them."""
    instance: str | None
    """Which of several."""
    distance: float | None
    """Metres from the camera; None where there is nothing but sky."""


@router.get("/pictures/{id}/pick", operation_id="pick")
def pick(id: Id, app_state: AppStateOf, who: OwnerOf, x: Annotated[float, Query(ge=0, le=1)], y: Annotated[float, Query(ge=0, le=1)]) -> Picked:
    """What is seen at a place of the picture, 0 to 1 from its top left."""
    folder = passes_of(app_state.studio, entry_of(app_state, who, id).id)
    if not (folder / "ids.json").is_file():
        raise Refusal(404, "the picture has no pass that tells what is where", hint="make it again with an engine that gives ids: GET /api/engines")
    with Image.open(folder / "ids.png") as image:
        index = int(_at(np.asarray(image), x, y))
    table = json.loads((folder / "ids.json").read_text(encoding="utf-8"))["subjects"]
    found = next((row for row in table if row["index"] == index), {})
    return Picked(subject=found.get("id"), instance=found.get("instance"), distance=_distance(folder / "depth.exr", x, y))


def _at(array: np.ndarray, x: float, y: float):
    height, width = array.shape[:2]
    return array[min(int(y * height), height - 1), min(int(x * width), width - 1)]


def _distance(path: Path, x: float, y: float) -> float | None:
    if not path.is_file():
        return None
    with OpenEXR.File(str(path)) as file:
        metres = float(_at(file.channels()["Z"].pixels, x, y))
    return metres if np.isfinite(metres) else None
