"""/api/objects: files that subjects of a scene are, sent before the order that names them. One that no picture needs goes after some weeks."""

from __future__ import annotations

from fastapi import APIRouter, UploadFile

from diorama.errors import RequestError
from diorama.history.inputs import LARGEST
from diorama.recipe.objects import ObjectFormat, format_of
from diorama.scene.base import Model
from diorama.server.context import HouseOf, OwnerOf
from diorama.studio.inputs import keep

router = APIRouter(prefix="/api/objects", tags=["objects"])


class Sent(Model):
    sha256: str
    """By which an order names it: `objects: {"bottle": …}`."""
    format: ObjectFormat


@router.post("", status_code=201, operation_id="sendObject")
def send_object(file: UploadFile, house: HouseOf, who: OwnerOf) -> Sent:
    """Keep a 3D file (GLB, OBJ, STL, PLY, FBX, USD, Blender), or a picture with transparency."""
    data = file.file.read(LARGEST + 1)
    if not data:
        raise RequestError("an empty file", where="file")
    (kept,) = keep(house.studio.history.inputs, [("object", data)])
    return Sent(sha256=kept.sha256, format=format_of(data))
