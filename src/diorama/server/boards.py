"""/api/boards: named heaps of pictures. What lies on one: PATCH /api/pictures/{id}, GET /api/pictures?board=."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from diorama.history import Board
from diorama.scene.base import Model
from diorama.server.context import HouseOf, OwnerOf
from diorama.server.wishes import Sent

router = APIRouter(prefix="/api/boards", tags=["boards"])


class Boards(Model):
    boards: tuple[Board, ...]


class Name(Sent):
    name: str = Field(min_length=1, max_length=80, pattern=r"\S")


@router.get("", operation_id="listBoards")
def list_boards(house: HouseOf, who: OwnerOf) -> Boards:
    return Boards(boards=tuple(house.studio.history.boards.list(who.name)))


@router.post("", status_code=201, operation_id="addBoard")
def add(board: Name, house: HouseOf, who: OwnerOf) -> Board:
    """A new board; the one there is, where it has that name."""
    return house.studio.history.boards.add(who.name, board.name)


@router.delete("/{id}", status_code=204, operation_id="removeBoard")
def remove(id: Annotated[str, Path(pattern=r"^[0-9a-f]{16}$")], house: HouseOf, who: OwnerOf) -> None:
    """The board goes, its pictures stay."""
    house.studio.history.boards.remove(who.name, id)
