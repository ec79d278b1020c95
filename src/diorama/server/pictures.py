"""/api/pictures: the history over HTTP. Ids are looked up in the database; no path of a request reaches the file system."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Response, UploadFile
from fastapi.responses import FileResponse, RedirectResponse

from diorama.contracts import Spent
from diorama.errors import RequestError, UnknownEntry
from diorama.history import Attached, Entry, Wanted
from diorama.image import open_picture
from diorama.jobs.keep import passes_of
from diorama.recipe import Recipe
from diorama.scene import Scene
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.links import VALID, Reader
from diorama.server.orders import entry_of
from diorama.studio.take_in import kept
from diorama.studio.words import Reading, read

router = APIRouter(prefix="/api/pictures", tags=["pictures"])

HEX = r"^[0-9a-f]{64}$"
Id = Annotated[str, Path(pattern=HEX, description="A picture's id")]
DATE = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|\+00:00)?)?)?)?$"
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}
FOR_ANYONE = {"cache-control": "private, max-age=3600", "cross-origin-resource-policy": "cross-origin"}
"""For a signed link: any page may show it."""
FOR_EVER = {"cache-control": "private, max-age=31536000, immutable"}
"""For what an id stands for: it never changes."""


class Picture(Model):
    id: str
    parent: str | None
    edit: Any = None
    created: str
    prompt: str
    engine: str
    seed: int
    seconds: float
    width: int
    height: int
    format: str
    size: int
    """Bytes."""
    starred: bool
    note: str
    boards: tuple[str, ...]
    trashed: str | None
    spent: tuple[Spent, ...] = ()
    """What was paid for it."""
    provenance: dict[str, str] = {}
    """Of a service's picture: service, model, how the cost is known."""
    files: tuple[Attached, ...] = ()
    """Video, sound or a drawing that came with it: /api/pictures/{id}/files/{name}."""


class Detail(Picture):
    recipe: Recipe
    scene: Scene
    reading: Reading | None
    """Of its prompt, as it is read today; None where there was none."""
    children: tuple[Picture, ...]
    passes: tuple[str, ...]


class Page(Model):
    pictures: tuple[Picture, ...]
    next: str | None
    """The id to go on after, where there may be more."""


def shown(app_state: AppState, entries: Sequence[Entry]) -> tuple[Picture, ...]:
    """Entries as they are told."""
    boards = app_state.studio.history.boards.of(entry.seq for entry in entries)
    fields = [name for name in Picture.model_fields if name != "boards"]
    return tuple(Picture(**{name: getattr(entry, name) for name in fields}, boards=boards[entry.seq]) for entry in entries)


def one(app_state: AppState, entry: Entry) -> Picture:
    return shown(app_state, [entry])[0]


def wanted(
    who: OwnerOf,
    query: Annotated[str, Query(max_length=500, description="Words in prompt, subjects or note")] = "",
    starred: bool = False, trash: bool = False,
    board: Annotated[str | None, Query(max_length=64)] = None,
    engine: Annotated[str | None, Query(max_length=64)] = None,
    size: Annotated[str | None, Query(pattern=r"^\d{1,5}(x\d{1,5})?$", description="1024x768 exactly, or 2048: the longer side at least")] = None,
    since: Annotated[str | None, Query(pattern=DATE, description="UTC, ISO 8601")] = None,
    until: Annotated[str | None, Query(pattern=DATE, description="UTC, ISO 8601; not included")] = None,
) -> Wanted:  # fmt: skip
    """What of one's own pictures is asked for."""
    sides = [int(side) for side in size.split("x")] if size else []
    exact: dict[str, Any] = dict(zip(("width", "height"), sides, strict=True)) if len(sides) == 2 else {"long_side": sides[0] if sides else None}
    return Wanted(query=query, owner=who.name, starred=starred, trash=trash, board=board, engine=engine, since=since, until=until, **exact)


WantedOf = Annotated[Wanted, Depends(wanted)]


@router.get("", operation_id="listPictures")
def list_pictures(
    app_state: AppStateOf, who: OwnerOf, wanted: WantedOf,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    after: Annotated[str | None, Query(pattern=HEX, description="Go on after this picture")] = None,
) -> Page:  # fmt: skip
    """Pictures, newest first."""
    place = {"before": entry_of(app_state, who, after, "after").seq} if after else {}
    entries = app_state.studio.history.find(wanted.model_copy(update={"limit": limit, **place}))
    return Page(pictures=shown(app_state, entries), next=entries[-1].id if len(entries) == limit else None)


@router.post("", status_code=201, operation_id="takeIn")
def take_in(file: UploadFile, app_state: AppStateOf, who: OwnerOf) -> Picture:
    """Keep a picture from anywhere: PNG, JPEG, WebP, AVIF, HEIC, TIFF, GIF, BMP; upright, in sRGB, with the words, seed and model that its maker wrote into it.
    One that is there already is answered as it is."""
    data = file.file.read()
    if not data:
        raise RequestError("an empty file", where="file")
    height, width = open_picture(data).shape[:2]
    if width * height > app_state.settings.max_pixels:
        raise RequestError(f"{width}x{height} is too many pixels", where="file", hint=f"{app_state.settings.max_pixels:,} at most")
    entry, new = kept(app_state.studio.history, data, who.name)
    if new:
        app_state.queue.store.picture_changed(entry.owner, entry.id)
    return one(app_state, entry)


@router.get("/{id}", operation_id="getPicture")
def get_picture(id: Id, app_state: AppStateOf, who: OwnerOf) -> Detail:
    """A picture with its recipe, its scene, how its prompt reads, and what was made from it."""
    entry = entry_of(app_state, who, id)
    recipe = entry.recipe
    reading = read(entry.prompt) if entry.prompt.strip() else None
    children = shown(app_state, [child for child in app_state.studio.history.children(id) if child.owner == who.name])
    return Detail(**one(app_state, entry).model_dump(), recipe=recipe, scene=recipe.scene, reading=reading, children=children, passes=_passes(app_state, id))


def _passes(app_state: AppState, id: str) -> tuple[str, ...]:
    folder = passes_of(app_state.studio, id)
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    return tuple(sorted(found))


@router.get("/{id}/file", operation_id="getFile", response_class=Response, responses={200: {"content": dict.fromkeys(TYPES.values(), {}), "description": "The file"}})
def get_file(
    id: Id, app_state: AppStateOf, who: Reader, format: Literal["png", "jpeg", "webp"] | None = None,
    quality: Annotated[int, Query(ge=1, le=100)] = 92, download: bool = False,
    signature: Annotated[str | None, Query(include_in_schema=False)] = None,
) -> Response:  # fmt: skip
    """The picture with its recipe inside; in another format if asked for."""
    entry = entry_of(app_state, who, id)
    headers = dict(FOR_EVER)
    if signature is not None:
        headers |= FOR_ANYONE
    if download:
        headers["content-disposition"] = f'attachment; filename="{_name(entry)}.{(format or entry.format).replace("jpeg", "jpg")}"'
    if format in (None, entry.format):
        return _file(app_state, entry, headers, by_link=signature is not None and not download)
    return Response(app_state.studio.converted(entry, format, quality), media_type=TYPES[format], headers=headers)


@router.get("/{id}/files/{name}", operation_id="getAttached", response_class=Response, responses={200: {"content": {"video/mp4": {}}, "description": "The file"}})
def get_attached(id: Id, name: Annotated[str, Path(max_length=100)], app_state: AppStateOf, who: OwnerOf) -> Response:
    """Video, sound or a drawing that came with a picture; in parts, if asked for (`Range`)."""
    entry = entry_of(app_state, who, id)
    kept = next((one for one in entry.files if one.name == name), None)
    if kept is None:
        raise UnknownEntry("no such file came with this picture", where=name)
    headers = FOR_EVER | {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox", "x-content-type-options": "nosniff"}
    return FileResponse(app_state.studio.history.inputs.file(kept.sha256), media_type=kept.type, headers=headers)


def _file(app_state: AppState, entry: Entry, headers: dict[str, str], *, by_link: bool) -> Response:
    """The file as it is kept; who comes by a signed link may be sent on to the bucket."""
    history, direct = app_state.studio.history, by_link and app_state.settings.bucket_links
    if direct and (address := history.link(entry, VALID)) is not None:
        return RedirectResponse(address, 307, headers={**FOR_ANYONE, "cache-control": "no-store"})
    path = history.file(entry)
    if path is None:
        return Response(history.read(entry), media_type=TYPES[entry.format], headers=headers)
    return FileResponse(path, media_type=TYPES[entry.format], headers=headers)


def _name(entry: Entry) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", entry.prompt.lower())[:6]) + f"-{entry.id[:8]}"
