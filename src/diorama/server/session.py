"""Who is signed in, by a token or by a provider of identities, in one cookie that no script reads and no other site sends."""

from __future__ import annotations

import hashlib
import html
import logging
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import Field

from diorama.errors import DioramaError, EngineUnreachable, RequestError
from diorama.jobs.sessions import SignedIn
from diorama.scene.base import Model
from diorama.server import page
from diorama.server.auth import LOCAL
from diorama.server.context import COOKIE, AdminOf, find_owner
from diorama.server.errors import Refusal
from diorama.server.log import request_id
from diorama.server.signed import opened, signed
from diorama.server.signed_in import SESSION, provider_of
from diorama.server.state import AppStateOf
from diorama.server.strict import StrictModel

FLOW = "diorama_sign_in"
PATH = "/api/session"
KEPT = 30 * 86400
"""Seconds that a browser keeps a token."""

router = APIRouter(tags=["operation"])
log = logging.getLogger("diorama.server")


class Secret(StrictModel):
    token: str = Field(min_length=1, max_length=200)


class TeamUse(Model):
    name: str
    quota: int | None
    made: int
    """Pictures that the team asked for in 24 hours."""


class Session(Model):
    owner: str | None
    """None: nobody is signed in, and this server asks everybody."""
    shown: str | None = None
    """What to call them."""
    admin: bool = False
    team: TeamUse | None = None
    by: str | None = None
    """token, provider; null: nobody is asked who they are."""
    provider: str | None = None
    """Where one signs in with a provider of identities (a path to go to), where there is one."""


@router.get(PATH, operation_id="session")
def who_is_here(app_state: AppStateOf, request: Request) -> Session:
    """Who is signed in, and how one would be."""
    provider = f"{PATH}/begin" if app_state.settings.oidc_issuer else None
    found = find_owner(app_state, request.headers.get("authorization"), request.cookies.get(COOKIE))
    if found is None:
        return Session(owner=None, provider=provider)
    made = found.team and TeamUse(name=found.team.name, quota=found.team.quota, made=app_state.queue.store.team_made(found.team.name))
    by = "provider" if found.shown else None if found.name == LOCAL else "token"
    return Session(owner=found.name, shown=found.shown or found.name, admin=found.admin, team=made, by=by, provider=provider)


@router.post(PATH, status_code=204, operation_id="signIn")
def sign_in(secret: Secret, app_state: AppStateOf, request: Request) -> Response:
    """Begin a session by a token, kept in a cookie, for the page: pictures are then sent with it too. It ends with the token."""
    found = app_state.tokens.owner(secret.token)
    if found is None:
        raise Refusal(401, "this is not a valid token", param="token")
    answer = Response(status_code=204)
    facts = {"token": hashlib.sha256(secret.token.encode()).hexdigest()}
    _keep(answer, request, COOKIE, SESSION + app_state.queue.sessions.begin(found.name, facts, KEPT), KEPT)
    return answer


@router.delete(PATH, status_code=204, operation_id="signOut")
def sign_out(request: Request, app_state: AppStateOf) -> Response:
    """End the session that this browser has, wherever its cookie was copied to."""
    answer = Response(status_code=204)
    if (cookie := request.cookies.get(COOKIE, "")).startswith(SESSION):
        app_state.queue.sessions.end(cookie.removeprefix(SESSION))
    answer.delete_cookie(COOKIE)
    return answer


class SignedInNow(Model):
    sessions: tuple[SignedIn, ...]


@router.get("/api/sessions", include_in_schema=False)
def list_sessions(app_state: AppStateOf, _: AdminOf) -> SignedInNow:
    """Who is signed in, for admins."""
    return SignedInNow(sessions=tuple(app_state.queue.sessions.list()))


@router.delete("/api/sessions/{owner}", include_in_schema=False)
def end_sessions(owner: str, app_state: AppStateOf, _: AdminOf) -> dict[str, int]:
    """Sign somebody out, wherever they are; how many sessions they had."""
    return {"ended": app_state.queue.sessions.end_all(owner)}


@router.get(f"{PATH}/begin", include_in_schema=False)
def begin(app_state: AppStateOf, request: Request) -> Response:
    """On to the provider's page."""
    try:
        url, begun = provider_of(app_state).begin(_back(app_state, request))
    except DioramaError as wrong:
        return _told(wrong.message, 502 if isinstance(wrong, EngineUnreachable) else 404)
    answer = RedirectResponse(url, 303)
    _keep(answer, request, FLOW, signed(app_state, "flow", begun.model_dump()), 600, site="lax", path=PATH)  # lax: the provider leads back from its own site
    return answer


@router.get(f"{PATH}/callback", include_in_schema=False)
def callback(app_state: AppStateOf, request: Request) -> Response:
    """Back from the provider's page: a session, or why there is none."""
    try:
        provider = provider_of(app_state)
    except RequestError as wrong:
        return _told(wrong.message, 404)
    from diorama.server.oidc import Begun, Refused
    from diorama.server.sealed import seal

    kept = opened(app_state, "flow", request.cookies.get(FLOW))
    try:
        person, refresh = provider.finish(dict(request.query_params), kept and Begun.model_validate(kept), _back(app_state, request))
        app_state.tokens.team(person.team)
    except Refused as wrong:
        return _told(str(wrong), 403)
    except DioramaError as wrong:
        return _told(wrong.message, 502)
    client = request.client.host if request.client else ""
    app_state.queue.audit.write(person.name, "sign in", status=303, request=request_id.get(), client=client)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(FLOW, path=PATH)
    last = app_state.settings.oidc_hours * 3600
    facts = {**person._asdict(), "sealed": seal(app_state, refresh)}
    if refresh and facts["sealed"] is None:
        log.warning("a refresh token is not kept: nothing to seal it by. DIORAMA_SECRETS or DIORAMA_OIDC_SECRET")
    _keep(answer, request, COOKIE, SESSION + app_state.queue.sessions.begin(person.name, facts, last), round(last))
    return answer


def _back(app_state: AppStateOf, request: Request) -> str:
    """Where the provider leads back to: it has to know the address."""
    return (app_state.settings.oidc_address or str(request.base_url)).rstrip("/") + f"{PATH}/callback"


def _keep(answer: Response, request: Request, name: str, value: str, seconds: int, *, site: Any = "strict", path: str = "/") -> None:
    answer.set_cookie(name, value, max_age=seconds, httponly=True, samesite=site, secure=request.url.scheme == "https", path=path)


def _told(message: str, status: int) -> Response:
    text = f"<h1>You are not signed in</h1><p>{html.escape(message[:1].upper() + message[1:])}.</p>"
    return page.html(page.PLAIN % (text + f'<p><a href="{PATH}/begin">Sign in again</a> · <a href="/">Use a token instead</a></p>'), status)
