"""What routes work with: the house (settings, studio, queue, tokens) and who asks. FastAPI hands both out as dependencies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Cookie, Depends, Header, Request

from diorama.jobs import Queue
from diorama.server.auth import LOCAL, Owner, Tokens
from diorama.server.errors import Refusal
from diorama.server.metrics import Metrics
from diorama.studio import Settings, Studio

COOKIE = "diorama_token"
SESSION = "ses_"
"""What a cookie begins with that is no token, but what a provider of identities said."""


@dataclass
class House:
    settings: Settings
    studio: Studio
    queue: Queue
    tokens: Tokens
    closed: bool
    """Ask everybody for a token."""
    metrics: Metrics = field(default_factory=Metrics)
    stopping: bool = False
    key: bytes | None = field(default=None, repr=False)
    """By which it signs: `secret.key_of`."""
    provider: Any = field(default=None, repr=False)
    """Of identities: `oidc.Provider`, once somebody signs in with it."""


def of(request: Request) -> House:
    return request.app.state.house


HouseOf = Annotated[House, Depends(of)]


def find_owner(house: House, authorization: str | None, cookie: str | None) -> Owner | None:
    """Who asks; None where a token is needed and there is no valid one. On an open server a foreign key is nobody's business:
    OpenAI's SDK always sends one."""
    scheme, _, secret = (authorization or "").partition(" ")
    given = secret.strip() if scheme.lower() == "bearer" else cookie
    if given is not None and given is cookie and given.startswith(SESSION):
        from diorama.server.session import owner_of  # which is built on this

        return owner_of(house, given) or (None if house.closed else Owner(name=LOCAL))
    owner = house.tokens.owner(given) if given else None
    return owner or (None if house.closed else Owner(name=LOCAL))


def owner(
    house: HouseOf, request: Request,
    authorization: Annotated[str | None, Header(include_in_schema=False)] = None,
    diorama_token: Annotated[str | None, Cookie(include_in_schema=False)] = None,
) -> Owner:
    found = find_owner(house, authorization, diorama_token)
    if found is None:
        hint = "send it as `Authorization: Bearer …`; `diorama token add NAME` makes one"
        raise Refusal(401, "a valid token is needed", hint=hint, headers={"www-authenticate": "Bearer"})
    if found.worker != _for_workers(request) and not (found.name == LOCAL and not house.closed):
        raise Refusal(403, "a worker's token opens /api/workers only, and no other opens it", hint="`diorama token add NAME --worker`")
    request.state.owner = found.name
    return found


def _for_workers(request: Request) -> bool:
    """Whether this is a door for workers, but for what admins look at there."""
    path = request.url.path
    return path == "/api/workers/take" or path.startswith("/api/workers/jobs/")


OwnerOf = Annotated[Owner, Depends(owner)]


def admin(who: OwnerOf) -> Owner:
    if not who.admin:
        raise Refusal(403, "only an admin's token may do this", hint="`diorama token add NAME --admin`")
    return who


AdminOf = Annotated[Owner, Depends(admin)]


def worker(who: OwnerOf) -> Owner:
    """Who asks at a door for workers: a worker, or this machine's own user where no tokens are asked for."""
    return who
