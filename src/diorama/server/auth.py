"""Tokens and owners. A token is shown once, when it is made; what is kept is its SHA-256 (it is 256 random bits: no salt or slow hash is needed).

tokens.json: {"tokens": [{name, hash, quota, budget, admin, worker, team, created}], "teams": [{name, quota, budget}]}

Read again when it changes, written whole or not at all, for its owner's eyes only.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field, ValidationError

from diorama.errors import OutputError, RequestError
from diorama.image.files import write_whole
from diorama.scene.base import Model
from diorama.studio import Settings

REMEMBERED = 2.0
"""Seconds for which a database's tokens are not read again: so long a removed one may still work elsewhere."""
PREFIX = "dio_"
BY_PROVIDER = "oidc:"
"""What the names of owners begin with whom a provider of identities knows; no token's does."""
LOCAL = "local"
"""The owner of what is made without a token, on this machine."""


NAME = r"[a-z0-9][a-z0-9_-]{0,39}"


class Team(Model):
    """Several owners with limits that they share, beside each one's own."""

    name: str = Field(pattern=f"^{NAME}$")
    quota: int | None = Field(None, ge=1)
    """Pictures in 24 hours."""
    budget: float | None = Field(None, ge=0)
    """Money in 24 hours."""


class Owner(Model):
    """Who asks."""

    name: str
    quota: int | None = None
    """Pictures in 24 hours; None: as many as they like."""
    budget: float | None = None
    """Money in 24 hours, in the server's currency (`Settings.budget_currency`); None: as much as the server's own budget leaves."""
    admin: bool = True
    """May stop and start the queue of everybody."""
    worker: bool = False
    """Makes pictures for others, and may do nothing else."""
    team: Team | None = None
    shown: str | None = None
    """What a provider of identities calls them; None: they came with a token, or with none."""


class Token(Model):
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")
    hash: str = Field(pattern=r"^[0-9a-f]{64}$")
    quota: int | None = Field(None, ge=1)
    budget: float | None = Field(None, ge=0)
    admin: bool = False
    worker: bool = False
    team: str | None = None
    created: str


class Tokens:
    """The tokens of one file."""

    def __init__(self, path: Path):
        self.path = path
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._tokens: tuple[Token, ...] = ()
        self._teams: tuple[Team, ...] = ()

    def all(self) -> tuple[Token, ...]:
        """Raises RequestError where the file is damaged."""
        with self._lock:
            try:
                facts = self.path.stat()
            except FileNotFoundError:
                self._stamp, self._tokens, self._teams = None, (), ()
                return ()
            if self._stamp != (facts.st_mtime_ns, facts.st_ino):
                (self._tokens, self._teams), self._stamp = self._read(), (facts.st_mtime_ns, facts.st_ino)
            return self._tokens

    def teams(self) -> tuple[Team, ...]:
        self.all()
        return self._teams

    def team(self, name: str | None) -> Team | None:
        """A team by its name. Raises RequestError where there is none of it."""
        found = next((one for one in self.teams() if one.name == name), None)
        if name is not None and found is None:
            raise RequestError(f"there is no team {name!r:.60}", where="team", hint="`diorama token team NAME` makes one")
        return found

    def end(self) -> None:
        """Nobody asks any more."""

    def owner(self, secret: str) -> Owner | None:
        """Whose token this is; None: nobody's."""
        return self.owner_by(hashlib.sha256(secret.encode()).hexdigest())

    def owner_by(self, digest: str) -> Owner | None:
        """The same by the SHA-256 of the token."""
        found = [token for token in self.all() if hmac.compare_digest(token.hash, digest)]
        return Owner(**found[0].model_dump(include=set(Owner.model_fields) - {"team"}), team=self.team(found[0].team)) if found else None

    def add(
        self, name: str, quota: int | None = None, admin: bool = False, *, budget: float | None = None, worker: bool = False, team: str | None = None
    ) -> str:
        """A new token of that name (an older one of the same name stops working); the secret, which is kept nowhere."""
        if name == LOCAL or not re.fullmatch(NAME, name):
            raise RequestError(f"{name!r} is not a name for a token", where="name", hint="small letters, digits, - and _, at most 40; not 'local'")
        if quota is not None and quota < 1:
            raise RequestError(f"{quota} is not a quota", where="quota", hint="pictures in 24 hours, 1 or more")
        if budget is not None and not 0 <= budget < float("inf"):
            raise RequestError(f"{budget} is not a budget", where="budget", hint="money in 24 hours, 0 or more")
        if worker and (admin or quota is not None or budget is not None or team is not None):
            raise RequestError("a worker's token makes pictures for others and nothing else", where="worker", hint="leave out quota, budget, team and admin")
        self.team(team)
        secret = PREFIX + secrets.token_urlsafe(32)
        digest = hashlib.sha256(secret.encode()).hexdigest()
        created = datetime.now(UTC).isoformat(timespec="seconds")
        token = Token(name=name, hash=digest, quota=quota, budget=budget, admin=admin, worker=worker, team=team, created=created)
        self._write((*(other for other in self.all() if other.name != name), token))
        return secret

    def set_team(self, name: str, quota: int | None = None, budget: float | None = None) -> None:
        """A team, or new limits for one that there is."""
        if not re.fullmatch(NAME, name):
            raise RequestError(f"{name!r} is not a name for a team", where="name", hint="small letters, digits, - and _, at most 40")
        if quota is not None and quota < 1:
            raise RequestError(f"{quota} is not a quota", where="quota", hint="pictures in 24 hours, 1 or more")
        if budget is not None and not 0 <= budget < float("inf"):
            raise RequestError(f"{budget} is not a budget", where="budget", hint="money in 24 hours, 0 or more")
        kept = (*(one for one in self.teams() if one.name != name), Team(name=name, quota=quota, budget=budget))
        self._write(self.all(), tuple(sorted(kept, key=lambda one: one.name)))

    def remove_team(self, name: str) -> None:
        """Raises RequestError where there is none of that name, or a token still is of it."""
        self.team(name)
        if members := [token.name for token in self.all() if token.team == name]:
            raise RequestError(f"{members[0]}'s token is of team {name}", where=name, hint="make that token anew without --team, or remove it, first")
        self._write(self.all(), tuple(one for one in self.teams() if one.name != name))

    def remove(self, name: str) -> None:
        kept = tuple(token for token in self.all() if token.name != name)
        if len(kept) == len(self.all()):
            raise RequestError("there is no such token", where=name, hint="`diorama token list`")
        self._write(kept)

    def replace(self, tokens: tuple[Token, ...], teams: tuple[Team, ...] = ()) -> None:
        """Exactly these from now on."""
        self._write(tokens, teams)

    def _read(self) -> tuple[tuple[Token, ...], tuple[Team, ...]]:
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
            return tuple(map(Token.model_validate, told["tokens"])), tuple(map(Team.model_validate, told.get("teams", ())))
        except OSError as wrong:
            raise OutputError(f"the tokens cannot be read: {wrong.strerror}", where=str(self.path)) from None
        except (ValueError, KeyError, TypeError, ValidationError):
            raise RequestError("the file of tokens is damaged", where=str(self.path), hint="remove it and make the tokens again: `diorama token add`") from None

    def _write(self, tokens: tuple[Token, ...], teams: tuple[Team, ...] | None = None) -> None:
        """`teams`: None leaves them as they are."""
        kept = self.teams() if teams is None else teams
        told = {"tokens": [token.model_dump(exclude_none=True) for token in tokens]} | ({"teams": [team.model_dump() for team in kept]} if kept else {})
        data = json.dumps(told, indent=2).encode()
        write_whole(self.path, data)
        os.chmod(self.path, 0o600)


class SharedTokens(Tokens):
    """The tokens of a PostgreSQL database, for all servers of it."""

    def __init__(self, address: str):
        from diorama.database.postgresql import PostgresDatabase  # loads SQLAlchemy

        self._database = PostgresDatabase(address)
        self.path = Path(self._database.name)
        self._known: tuple[float, tuple[Token, ...]] = (-REMEMBERED, ())

    def all(self) -> tuple[Token, ...]:
        """As they were less than `REMEMBERED` seconds ago: every request asks."""
        at = time.monotonic()
        if at - self._known[0] >= REMEMBERED:
            from diorama.jobs.database import QUERIES  # loads SQLAlchemy

            rows, teams = (self._database.execute(QUERIES[name]) for name in ("tokens", "teams"))
            self._teams = tuple(Team.model_validate_json(row["facts"]) for row in teams)
            self._known = (at, tuple(Token.model_validate_json(row["facts"]) for row in rows))
        return self._known[1]

    def end(self) -> None:
        self._database.close()

    def _write(self, tokens: tuple[Token, ...], teams: tuple[Team, ...] | None = None) -> None:
        from diorama.database import tables  # loads SQLAlchemy

        with self._database.transaction("LOCK TABLE tokens IN EXCLUSIVE MODE"):
            for table, kept in ((tables.tokens, tokens), (tables.teams, teams)):
                if kept is not None:
                    self._database.execute(table.delete())
                    rows = [{"name": one.name, "facts": one.model_dump_json(exclude_none=True)} for one in kept]
                    self._database.executemany(table.insert(), rows)
        self._known = (-REMEMBERED, ())


def tokens_of(settings: Settings) -> Tokens:
    """Where tokens are kept: a file that is named, the database, or a file in home."""
    if settings.database is not None and settings.token_file is None:
        return SharedTokens(settings.database)
    return Tokens(settings.tokens)
