"""The pretended service. What it was asked and what it was paid lies in a folder, so that both outlive whoever asked."""

from __future__ import annotations

import json
import os
import sqlite3
import time
import uuid
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import user_cache_path

TABLES = """
CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, token TEXT NOT NULL, work TEXT NOT NULL, since REAL NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS bills (reference TEXT PRIMARY KEY, token TEXT NOT NULL, amount REAL NOT NULL);
CREATE TABLE IF NOT EXISTS knocks (token TEXT PRIMARY KEY, times INTEGER NOT NULL);
"""


class Order(NamedTuple):
    id: str
    work: dict[str, Any]
    since: float
    """Seconds of the clock."""
    withdrawn: bool
    failures: int
    """How often it was out of reach for questions about this order."""


def usual_folder() -> Path:
    named = os.environ.get("DIORAMA_FAKE_SERVICE")
    return Path(named) if named else user_cache_path("diorama") / "fake-service"


class Service:
    def __init__(self, folder: Path | None = None):
        self._folder = folder

    def order(self, token: str, work: dict[str, Any], price: float, *, keyed: bool) -> str:
        """Take an order, and bill it. `keyed`: the same token is the same order."""
        with self._open() as book:
            if keyed and token and (known := book.execute("SELECT id FROM orders WHERE token = ?", (token,)).fetchone()):
                return known[0]
            id = uuid.uuid4().hex
            book.execute("INSERT INTO orders (id, token, work, since) VALUES (?, ?, ?, ?)", (id, token, json.dumps(work), time.time()))
            book.execute("INSERT INTO bills (reference, token, amount) VALUES (?, ?, ?)", (f"bill-{id}", token, price))
            return id

    def knock(self, token: str) -> int:
        """How often somebody has come with this order, this time included."""
        with self._open() as book:
            found = book.execute("INSERT INTO knocks VALUES (?, 1) ON CONFLICT (token) DO UPDATE SET times = times + 1 RETURNING times", (token,)).fetchone()
            return int(found[0])

    def look(self, id: str) -> Order | None:
        with self._open() as book:
            row = book.execute("SELECT id, work, since, withdrawn, failures FROM orders WHERE id = ?", (id,)).fetchone()
        return None if row is None else Order(row[0], json.loads(row[1]), row[2], bool(row[3]), row[4])

    def missed(self, id: str) -> None:
        """Somebody asked about an order and got no answer."""
        with self._open() as book:
            book.execute("UPDATE orders SET failures = failures + 1 WHERE id = ?", (id,))

    def withdraw(self, id: str) -> None:
        with self._open() as book:
            book.execute("UPDATE orders SET withdrawn = 1 WHERE id = ?", (id,))

    def bills(self) -> list[tuple[str, str, float]]:
        """Everything that was ever charged: reference, token, amount."""
        with self._open() as book:
            return [tuple(row) for row in book.execute("SELECT reference, token, amount FROM bills ORDER BY rowid")]

    def _open(self) -> _Book:
        folder = self._folder or usual_folder()
        folder.mkdir(parents=True, exist_ok=True)
        return _Book(folder / "service.sqlite")


class _Book:
    """One transaction."""

    def __init__(self, path: Path):
        self._path = path

    def __enter__(self) -> sqlite3.Connection:
        self._connection = sqlite3.connect(self._path, timeout=30, isolation_level=None)
        self._connection.executescript(TABLES)
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def __exit__(self, kind: object, *_: object) -> None:
        with closing(self._connection):
            self._connection.execute("COMMIT" if kind is None else "ROLLBACK")
