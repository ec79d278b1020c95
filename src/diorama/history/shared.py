"""The history's entries in a PostgreSQL database that many servers share; pictures lie in files or objects as before. What `Connections` offers, there."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from diorama.errors import OutputError
from diorama.history import database
from diorama.postgres.database import Database
from diorama.postgres.schema import prepare

QUERIES = {
    **database.QUERIES,
    "pixels": """SELECT * FROM entries WHERE pixels = :pixels AND (CAST(:owner AS TEXT) IS NULL OR owner = :owner)
        AND trashed IS NULL ORDER BY seq DESC LIMIT 1""",
    "inputs": """SELECT DISTINCT each.value ->> 'sha256' FROM entries, json_array_elements(CAST(recipe AS JSON) -> 'inputs') AS each
        WHERE recipe LIKE '%"inputs":[{%'
        UNION SELECT each.value ->> 'sha256' FROM entries, json_array_elements(CAST(files AS JSON)) AS each WHERE files <> '[]'""",
}


class SharedConnections:
    """`root`: the folder beside it, where files lie."""

    dialect = "postgresql"
    queries = QUERIES
    read_only = False

    def __init__(self, root: Path, address: str):
        self.root = root
        self.database = Database(address)
        self.path = Path(self.database.name)
        """Where the entries are, for messages."""
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            raise OutputError(f"cannot make the folder: {wrong.strerror}", where=str(root), hint="choose another folder") from wrong
        prepare(self.database)

    def get(self) -> Any:
        return self.database

    def writing(self, *, alone: bool = False) -> AbstractContextManager[Any]:
        """`alone`: while nobody else writes, for who deletes files that nobody needs: in SQLite that is so for all that write."""
        kind = "" if alone else "_shared"
        return self.database.transaction(f"SELECT pg_advisory_xact_lock{kind}(hashtextextended('diorama pictures', 0))")

    def damage(self) -> list[str]:
        """What the database says of itself: the server's own tools (pg_amcheck, checksums) tell more."""
        self.database.execute("SELECT 1")
        return []

    def check_writable(self) -> None:
        with self.writing() as connection:
            connection.execute("SELECT 1")

    def close(self) -> None:
        """Nothing: threads give connections back as they go."""

    def end(self) -> None:
        self.database.close()
