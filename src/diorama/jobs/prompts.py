"""Saved prompts: words worth keeping, in the same file as the jobs."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from diorama.errors import RequestError, UnknownEntry
from diorama.jobs.ledger import Ledger, now
from diorama.scene.base import Model

MOST = 1000
"""Of one owner."""


class Saved(Model):
    id: str
    name: str
    prompt: str
    created: str


class Prompts:
    def __init__(self, ledger: Ledger):
        self._ledger = ledger

    def list(self, owner: str) -> Sequence[Saved]:
        """Newest first."""
        rows = self._ledger.connection.execute(self._ledger.queries["prompts"], {"owner": owner})
        return [Saved(**row) for row in rows]

    def save(self, owner: str, name: str, prompt: str) -> Saved:
        """Keep a prompt under a name; one of that name is replaced. Raises RequestError."""
        queries = self._ledger.queries
        saved = Saved(id=secrets.token_hex(8), name=name, prompt=prompt, created=now())
        with self._ledger.change() as connection:
            connection.execute(queries["prompt_replaced"], {"owner": owner, "name": name})
            if connection.execute(queries["prompts_of"], {"owner": owner}).fetchone()[0] >= MOST:
                raise RequestError(f"{MOST} saved prompts are enough", where="prompts", hint="remove some first")
            connection.execute(queries["prompt_begins"], {**saved.model_dump(), "owner": owner})
        return saved

    def remove(self, owner: str, id: str) -> None:
        with self._ledger.change() as connection:
            if connection.execute(self._ledger.queries["prompt_ends"], {"id": id, "owner": owner}).rowcount == 0:
                raise UnknownEntry("no such prompt", where=id)
