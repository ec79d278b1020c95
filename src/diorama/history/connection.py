"""The database of one history: a file in its folder, or a PostgreSQL database that many servers share; pictures lie in files or objects beside it."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diorama.errors import OutputError

if TYPE_CHECKING:
    from diorama.database.base import Database


class Connections:
    def __init__(self, root: Path, address: str | None = None):
        """`root`: the folder, made where it is missing; `address`: a PostgreSQL database instead of its file. Raises OutputError where the folder can neither
        be made nor read."""
        from diorama.history.queries import STATEMENTS  # SQLAlchemy takes longer to load than a command that needs none of it

        self.root, self.queries = root, STATEMENTS
        barred = self._made()
        self.database = _database(root, address, barred)
        self.dialect: str = self.database.dialect
        self.path = Path(self.database.name)
        """Where the entries are, for messages."""
        self.database.execute("SELECT 1")

    def _made(self) -> OSError | None:
        """Why the folder cannot be made."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            if wrong.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise OutputError(f"cannot make the folder: {wrong.strerror}", where=str(self.root), hint="choose another folder") from wrong
            return wrong
        return None

    queries: Mapping[str, Any]

    @property
    def read_only(self) -> bool:
        return self.database.read_only

    def get(self) -> Database:
        """What statements go to."""
        return self.database

    def writing(self, *, alone: bool = False) -> AbstractContextManager[Database]:
        """One transaction; `alone`: while nobody else writes, for who deletes files that nobody needs: in SQLite that is so for all that write. Raises
        OutputError where nothing can be written."""
        if self.dialect == "sqlite":
            return self.database.transaction()
        kind = "" if alone else "_shared"
        return self.database.transaction(f"SELECT pg_advisory_xact_lock{kind}(hashtextextended('diorama pictures', 0))")

    def damage(self) -> list[str]:
        """What the database finds wrong with itself."""
        return self.database.damage()

    def check_writable(self) -> None:
        """Raise OutputError where the database cannot be written: before the work, not after it."""
        with self.writing() as connection:
            connection.execute("SELECT 1")

    def end(self) -> None:
        """Let go of everything."""
        self.database.close()

    def close(self) -> None:
        """Close this thread's connection."""
        self.database.let_go()


def _database(root: Path, address: str | None, barred: OSError | None) -> Database:
    if address is None:
        from diorama.database.sqlite import SqliteDatabase

        own = SqliteDatabase(root / "history.db", "history")
        if barred is not None:
            own.bar(barred)
        return own
    from diorama.database.postgresql import PostgresDatabase

    if barred is not None:
        raise OutputError(f"cannot make the folder: {barred.strerror}", where=str(root), hint="choose another folder") from barred
    return PostgresDatabase(address)
