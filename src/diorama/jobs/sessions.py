"""Who is signed in: a cookie holds a secret, of which only the SHA-256 is kept here. Signing out ends a session wherever its cookie is."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from diorama.jobs.ledger import Ledger, now, stamp
from diorama.scene.base import Model


@dataclass(frozen=True)
class Session:
    id: str
    facts: Mapping[str, Any]
    """What was found at sign-in."""
    looked: str
    """When that was looked at last, UTC."""


class SignedIn(Model):
    """Somebody who is signed in, once for each browser."""

    id: str
    owner: str
    created: str
    """UTC, ISO 8601, to the millisecond."""
    looked: str
    """When the provider of identities was asked about them last."""
    until: str


class Sessions:
    """The sessions of one ledger."""

    def __init__(self, ledger: Ledger):
        self._ledger = ledger

    def begin(self, owner: str, facts: Mapping[str, Any], seconds: float) -> str:
        """The secret of a new one, which is kept nowhere; it ends after so long."""
        secret = secrets.token_urlsafe(32)
        row = {"id": _hash(secret), "owner": owner, "facts": json.dumps(facts), "created": now(), "looked": now(), "until": stamp(seconds)}
        with self._ledger.change() as connection:
            connection.execute(self._ledger.queries["sessions_over"], {"now": now()})
            connection.execute(self._ledger.queries["session_begins"], row)
        return secret

    def find(self, secret: str) -> Session | None:
        """None: it has ended, or there never was one."""
        row = self._ledger.connection.execute(self._ledger.queries["session"], {"id": _hash(secret), "now": now()}).fetchone()
        return None if row is None else Session(row["id"], json.loads(row["facts"]), row["looked"])

    def looking(self, session: Session, seconds: float) -> bool:
        """Whether this caller, of all, is to look after the session anew: it is more than so many seconds since somebody did."""
        if session.looked > stamp(-seconds):
            return False
        with self._ledger.change() as connection:
            return connection.execute(self._ledger.queries["session_looked"], {"id": session.id, "before": session.looked, "now": now()}).rowcount > 0

    def renew(self, session: Session, facts: Mapping[str, Any]) -> Session:
        """What was found, looked at anew."""
        with self._ledger.change() as connection:
            connection.execute(self._ledger.queries["session_renewed"], {"id": session.id, "facts": json.dumps(facts)})
        return Session(session.id, facts, now())

    def end(self, secret: str) -> None:
        """Signed out, wherever the secret is."""
        with self._ledger.change() as connection:
            connection.execute(self._ledger.queries["session_ends"], {"id": _hash(secret)})

    def end_all(self, owner: str) -> int:
        """All of somebody's; how many."""
        with self._ledger.change() as connection:
            return connection.execute(self._ledger.queries["sessions_end"], {"owner": owner}).rowcount

    def here(self, owner: str) -> bool:
        """Whether somebody is signed in, anywhere."""
        return self._ledger.connection.execute(self._ledger.queries["session_of"], {"owner": owner, "now": now()}).fetchone() is not None

    def list(self) -> Sequence[SignedIn]:
        """Who is signed in, by name."""
        return [SignedIn(**row) for row in self._ledger.connection.execute(self._ledger.queries["sessions"], {"now": now()})]


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
