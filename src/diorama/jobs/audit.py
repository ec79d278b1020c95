"""The audit log: who changed what, when, from where, and whether it was let. Only ever added to; lines of more than a year are forgotten.

Every request that changes something is in it (workers' own doors aside). What commands at the terminal change is not in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from diorama.jobs.database import QUERIES
from diorama.jobs.ledger import Ledger, now, stamp
from diorama.scene.base import Model

KEPT = timedelta(days=400)


class Line(Model):
    id: int
    at: str
    """UTC, ISO 8601, to the millisecond."""
    who: str
    """The name of a token; empty where nobody was let in."""
    action: str
    """POST /api/jobs."""
    status: int
    """As HTTP has it."""
    request: str
    """The id that the log has too."""
    client: str
    """The address."""


def write(connection: Any, who: str, action: str, *, status: int = 200, request: str = "", client: str = "") -> None:
    """Add a line, in whatever transaction is open."""
    values = {"at": now(), "who": who, "action": action[:300], "status": status, "request": request, "client": client}
    connection.execute(QUERIES["audit_line"], values)


class Audit:
    def __init__(self, ledger: Ledger):
        self._ledger = ledger

    def write(self, who: str, action: str, **more: Any) -> None:
        """See `write`."""
        with self._ledger.change() as connection:
            write(connection, who, action, **more)

    def list(self, who: str | None = None, before: int | None = None, limit: int = 100) -> Sequence[Line]:
        """Newest first. `before`: the id of the last line of the page before."""
        rows = self._ledger.connection.execute(QUERIES["audit"], {"who": who, "before": before or 2**62, "limit": limit})
        return [Line(**{key: row[key] for key in row.keys()}) for row in rows]

    def tidy(self) -> None:
        with self._ledger.change() as connection:
            connection.execute(QUERIES["audit_over"], {"since": stamp(-KEPT.total_seconds())})
