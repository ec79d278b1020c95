"""Boards: named heaps of pictures. A picture may lie on several; a board goes without its pictures."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from pydantic import Field

from diorama.errors import RequestError, UnknownEntry
from diorama.history.connection import Connections
from diorama.scene.base import Model

LONGEST_NAME = 80
"""Characters."""
MOST_BOARDS = 1000
"""Of one owner."""


class Board(Model):
    id: str
    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    count: int = 0
    """Pictures on it that are not removed."""


class Placed(Model):
    """A board as an archive tells it: its name, and the ids of what lies on it."""

    name: str = Field(min_length=1, max_length=LONGEST_NAME, pattern=r"\S")
    entries: tuple[str, ...]


class Boards:
    """The boards in one history's database."""

    def __init__(self, connections: Connections):
        self._connections = connections

    def list(self, owner: str) -> Sequence[Board]:
        """An owner's boards by name, with the number of pictures on each."""
        rows = self._connections.get().execute(self._connections.queries["boards"], {"owner": owner})
        return [Board(**row) for row in rows]

    def add(self, owner: str, name: str) -> Board:
        """A new board; the one there is, where it has that name. Raises RequestError."""
        board = Board(id=secrets.token_hex(8), name=name.strip())
        with self._connections.writing() as connection:
            if len(connection.execute(self._connections.queries["boards_of"], {"owner": owner}).fetchall()) >= MOST_BOARDS:
                raise RequestError(f"{MOST_BOARDS} boards are enough", where="boards", hint="remove one first")
            created = datetime.now(UTC).isoformat(timespec="milliseconds")
            connection.execute(self._connections.queries["board_begins"], {"id": board.id, "owner": owner, "name": board.name, "created": created})
        return next(known for known in self.list(owner) if known.name == board.name)

    def remove(self, owner: str, id: str) -> None:
        with self._connections.writing() as connection:
            if connection.execute(self._connections.queries["board_ends"], {"id": id, "owner": owner}).rowcount == 0:
                raise UnknownEntry("no such board", where=id)

    def of(self, seqs: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The boards' ids by entry, for a page of entries."""
        found: dict[int, tuple[str, ...]] = {seq: () for seq in seqs}
        if not found:
            return found  # PostgreSQL knows no empty list
        from diorama.history.queries import on_boards  # loads SQLAlchemy

        for seq, board in self._connections.get().execute(on_boards(len(found)), list(found)):
            found[seq] += (board,)
        return found

    def placed(self, entries: Mapping[int, str]) -> Sequence[Placed]:
        """The boards on which entries lie (ids by seq), by name: what of them has a meaning in another history."""
        found: dict[str, list[str]] = {}
        for name, seq in self._connections.get().execute(self._connections.queries["placed"]):
            if seq in entries:
                found.setdefault(name, []).append(entries[seq])
        return [Placed(name=name, entries=tuple(ids)) for name, ids in found.items()]

    def lay(self, owner: str, placed: Iterable[Placed]) -> None:
        """Lay an owner's entries on boards of these names, made where there are none; what lies on others stays there."""
        for one in placed:
            board = self.add(owner, one.name)
            with self._connections.writing() as connection:
                rows = [connection.execute(self._connections.queries["laid"], {"id": id, "owner": owner}).fetchone() for id in one.entries]
                connection.executemany(self._connections.queries["lay"], [{"board": board.id, "seq": row["seq"]} for row in rows if row is not None])

    def put(self, owner: str, seq: int, boards: Iterable[str]) -> None:
        """Lay an entry on exactly these boards. Raises UnknownEntry."""
        with self._connections.writing() as connection:
            known = {row[0] for row in connection.execute(self._connections.queries["boards_of"], {"owner": owner})}
            wanted = set(boards)
            if wanted - known:
                raise UnknownEntry("no such board", where=sorted(wanted - known)[0], hint="GET /api/boards lists them")
            connection.execute(self._connections.queries["lift"], {"seq": seq})
            connection.executemany(self._connections.queries["lay"], [{"board": board, "seq": seq} for board in sorted(wanted)])
