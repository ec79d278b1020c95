"""Who asks. FastAPI hands it out as a dependency, beside the state (`state.py`)."""

from __future__ import annotations

from typing import Annotated

from fastapi import Cookie, Depends, Header, Request

from diorama.server.auth import LOCAL, Owner
from diorama.server.errors import Refusal
from diorama.server.signed_in import SESSION, owner_of
from diorama.server.state import AppState, AppStateOf

COOKIE = "diorama_token"


def find_owner(app_state: AppState, authorization: str | None, cookie: str | None) -> Owner | None:
    """Who asks; None where a token is needed and there is no valid one. On an open server a foreign key is nobody's business:
    OpenAI's SDK always sends one."""
    scheme, _, secret = (authorization or "").partition(" ")
    given = secret.strip() if scheme.lower() == "bearer" else cookie
    if given is not None and given is cookie and given.startswith(SESSION):
        return owner_of(app_state, given) or (None if app_state.closed else Owner(name=LOCAL))
    owner = app_state.tokens.owner(given) if given else None
    return owner or (None if app_state.closed else Owner(name=LOCAL))


def owner(
    app_state: AppStateOf, request: Request,
    authorization: Annotated[str | None, Header(include_in_schema=False)] = None,
    diorama_token: Annotated[str | None, Cookie(include_in_schema=False)] = None,
) -> Owner:
    found = find_owner(app_state, authorization, diorama_token)
    if found is None:
        hint = "send it as `Authorization: Bearer …`; `diorama token add NAME` makes one"
        raise Refusal(401, "a valid token is needed", hint=hint, headers={"www-authenticate": "Bearer"})
    if found.worker != _for_workers(request) and not (found.name == LOCAL and not app_state.closed):
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
