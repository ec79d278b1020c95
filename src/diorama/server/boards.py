"""/api/boards: named heaps of pictures. What lies on one: PATCH /api/pictures/{id}, GET /api/pictures?board=."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from diorama.history import Board
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppStateOf
from diorama.server.strict import StrictModel

router = APIRouter(prefix="/api/boards", tags=["boards"])


class Boards(Model):
    boards: tuple[Board, ...]


class Name(StrictModel):
    name: str = Field(min_length=1, max_length=80, pattern=r"\S")


@router.get("", operation_id="listBoards")
def list_boards(app_state: AppStateOf, who: OwnerOf) -> Boards:
    return Boards(boards=tuple(app_state.studio.history.boards.list(who.name)))


@router.post("", status_code=201, operation_id="addBoard")
def add(board: Name, app_state: AppStateOf, who: OwnerOf) -> Board:
    """A new board; the one there is, where it has that name."""
    return app_state.studio.history.boards.add(who.name, board.name)


@router.delete("/{id}", status_code=204, operation_id="removeBoard")
def remove(id: Annotated[str, Path(pattern=r"^[0-9a-f]{16}$")], app_state: AppStateOf, who: OwnerOf) -> None:
    """The board goes, its pictures stay."""
    app_state.studio.history.boards.remove(who.name, id)
