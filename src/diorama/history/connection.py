"""Connections to the database of one folder, one a thread; for reading only where the folder cannot be written."""

from __future__ import annotations

import errno
import sqlite3
import threading
from contextlib import AbstractContextManager
from pathlib import Path

from diorama.errors import OutputError
from diorama.history import database

ELSEWHERE = "make the folder writable, or choose another: DIORAMA_HOME"


class Connections:
    dialect = "sqlite"
    queries = {**database.QUERIES, "inputs": database.INPUTS}

    def __init__(self, root: Path):
        """Make the folder where it is missing. Raises OutputError where it can neither be made nor read."""
        self.root, self.path = root, root / "history.db"
        self._own = threading.local()
        self._barred: OSError | OutputError | None = None
        """Why nothing can be written."""
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            if wrong.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise OutputError(f"cannot make the folder: {wrong.strerror}", where=str(root), hint="choose another folder") from wrong
            self._barred = wrong
        self.get()

    @property
    def read_only(self) -> bool:
        return self._barred is not None

    def get(self) -> sqlite3.Connection:
        """This thread's connection."""
        if "connection" not in self._own.__dict__:
            self._own.connection = self._opened()
        return self._own.connection

    def _opened(self) -> sqlite3.Connection:
        if self._barred is None:
            try:
                return database.connect(self.path)
            except OutputError as wrong:
                if not database.is_read_only(wrong.__cause__):
                    raise
                self._barred = wrong
        return database.connect_to_read(self.path)

    def writing(self, *, alone: bool = True) -> AbstractContextManager[sqlite3.Connection]:
        """One transaction, always `alone`: nobody else writes meanwhile. Raises OutputError where nothing can be written."""
        if self._barred is not None:
            raise OutputError("the history can be read, but not written", where=str(self.root), hint=ELSEWHERE) from self._barred
        return database.writing(self.get(), self.path)

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the file."""
        return [message for (message,) in self.get().execute("PRAGMA integrity_check") if message != "ok"]

    def check_writable(self) -> None:
        """Raise OutputError where the database cannot be written: before the work, not after it."""
        with self.writing():
            pass

    def end(self) -> None:
        """Let go of everything."""
        self.close()

    def close(self) -> None:
        """Close this thread's connection."""
        connection = self._own.__dict__.pop("connection", None)
        if connection is not None:
            connection.close()
