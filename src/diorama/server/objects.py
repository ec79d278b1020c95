"""/api/objects: files that subjects of a scene are, sent before the order that names them. One that no picture needs goes after some weeks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, UploadFile

from diorama.errors import RequestError
from diorama.history.inputs import LARGEST
from diorama.recipe.bundle import bundled
from diorama.recipe.objects import ObjectFormat, format_of
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppStateOf
from diorama.studio.inputs import keep

router = APIRouter(prefix="/api/objects", tags=["objects"])


class Sent(Model):
    sha256: str
    """By which an order names it: `objects: {"bottle": …}`."""
    format: ObjectFormat
    missing: tuple[str, ...] = ()
    """Files that it names and that were not sent with it: it is kept without them."""


@router.post("", status_code=201, operation_id="sendObject")
def send_object(file: UploadFile, app_state: AppStateOf, who: OwnerOf, beside: Annotated[list[UploadFile] | None, File()] = None) -> Sent:
    """Keep a 3D file (GLB, OBJ, STL, PLY, FBX, USD, Blender, a ZIP of one), or a picture with transparency; `beside`: what it names, by their file names
    (an OBJ's .mtl and pictures, a glTF's .bin)."""
    data, given, left = _read(file, LARGEST), {}, LARGEST
    for one in beside or ():
        given[one.filename or ""] = found = _read(one, left)
        left -= len(found)
    whole = bundled(data, given.get)
    (kept,) = keep(app_state.studio.history.inputs, [("object", whole.data)])
    return Sent(sha256=kept.sha256, format=format_of(whole.data), missing=whole.missing)


def _read(file: UploadFile, most: int) -> bytes:
    data = file.file.read(most + 1)
    if not data:
        raise RequestError("an empty file", where="file")
    if len(data) > most:
        raise RequestError(f"more than {LARGEST:,} bytes", where="file", hint="simplify it first")
    return data
