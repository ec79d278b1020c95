"""/api/pictures, the rest: thumbnails, passes, what is kept about a picture, its lineage, the trash."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import FileResponse
from pydantic import Field

from diorama.history import Entry
from diorama.history.history import LARGEST_THUMBNAIL, SMALLEST_THUMBNAIL
from diorama.jobs.keep import passes_of
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.errors import Refusal
from diorama.server.orders import entry_of
from diorama.server.pictures import FOR_EVER, Id, Picture, one, shown
from diorama.server.strict import StrictModel

router = APIRouter(prefix="/api/pictures", tags=["pictures"])

MOST_RELATED = 2000
"""Pictures in one tree."""
MOST_STEPS = 60
"""From a picture up to where its tree begins, and from there down."""


@router.get("/{id}/thumbnail", operation_id="getThumbnail", response_class=Response, responses={200: {"content": {"image/webp": {}}, "description": "WebP"}})
def get_thumbnail(id: Id, app_state: AppStateOf, who: OwnerOf, side: Annotated[int, Query(ge=SMALLEST_THUMBNAIL, le=LARGEST_THUMBNAIL)] = 384) -> FileResponse:
    """A small picture, `side` pixels at its longest (rounded up to one of a few sizes)."""
    entry = entry_of(app_state, who, id)
    step = next(size for size in (96, 192, 384, 768, LARGEST_THUMBNAIL) if side <= size)
    return FileResponse(app_state.studio.history.thumbnail(entry.id, step), media_type="image/webp", headers=FOR_EVER)


@router.get("/{id}/passes/{name:path}", operation_id="getPass", response_class=Response, responses={200: {"content": {"application/octet-stream": {}}, "description": "The pass"}})
def get_pass(id: Id, name: Annotated[str, Path(pattern=r"^[\w./-]{1,100}$")], app_state: AppStateOf, who: OwnerOf) -> FileResponse:
    """An exact pass, by a name that the picture's `passes` lists."""
    entry = entry_of(app_state, who, id)
    folder = passes_of(app_state.studio, entry.id)
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()} if folder.is_dir() else {}
    if name not in found:
        raise Refusal(404, "the picture has no such pass", param="name", hint="it has " + (", ".join(sorted(found)[:12]) or "none"))
    return FileResponse(found[name], headers=FOR_EVER)


class Marks(StrictModel):
    """What is None stays as it is."""

    starred: bool | None = None
    note: str | None = Field(None, max_length=10_000)
    boards: list[Annotated[str, Field(max_length=64)]] | None = Field(None, max_length=100, description="Exactly these")


@router.patch("/{id}", operation_id="markPicture")
def mark(id: Id, marks: Marks, app_state: AppStateOf, who: OwnerOf) -> Picture:
    """Star it, write a note, lay it on boards."""
    entry, history = entry_of(app_state, who, id), app_state.studio.history
    if marks.boards is not None:
        history.boards.put(who.name, entry.seq, marks.boards)
    if marks.starred is not None:
        (history.star if marks.starred else history.unstar)(id)
    if marks.note is not None:
        history.note(id, marks.note)
    return _changed(app_state, history.get(id))


@router.delete("/{id}", status_code=204, operation_id="trashPicture")
def trash(id: Id, app_state: AppStateOf, who: OwnerOf) -> None:
    """Move it to the trash."""
    entry = entry_of(app_state, who, id)
    if entry.trashed is None:
        _changed(app_state, app_state.studio.history.remove(entry.id))


@router.post("/{id}/restore", operation_id="restorePicture")
def restore(id: Id, app_state: AppStateOf, who: OwnerOf) -> Picture:
    """Take it out of the trash."""
    return _changed(app_state, app_state.studio.history.restore(entry_of(app_state, who, id).id))


def _changed(app_state: AppState, entry: Entry) -> Picture:
    app_state.queue.store.picture_changed(entry.owner, entry.id)
    return one(app_state, entry)


class Tree(Model):
    picture: Picture
    children: tuple[Tree, ...] = ()


@router.get("/{id}/lineage", operation_id="getLineage")
def lineage(id: Id, app_state: AppStateOf, who: OwnerOf) -> Tree:
    """The first picture it comes from (of the last 60), with all that was made from that one."""
    entry_of(app_state, who, id)
    line = [entry for entry in app_state.studio.history.lineage(id) if entry.owner == who.name]
    return _tree(app_state, line[-MOST_STEPS:][0])


def _tree(app_state: AppState, root: Entry) -> Tree:
    """Level by level, so that no chain is too deep to walk; then from the leaves up."""
    found, children, level = {root.id: root}, {}, [root]
    for _ in range(2 * MOST_STEPS):
        if not level or len(found) >= MOST_RELATED:
            break
        following: list[Entry] = []
        for entry in level:
            own = [child for child in app_state.studio.history.children(entry.id) if child.owner == root.owner]
            children[entry.id] = own
            following += own
        found |= {entry.id: entry for entry in following}
        level = following
    pictures = {picture.id: picture for picture in shown(app_state, list(found.values()))}
    made: dict[str, Tree] = {}
    for id in reversed(found):
        made[id] = Tree(picture=pictures[id], children=tuple(made[child.id] for child in children.get(id, ())))
    return made[root.id]
