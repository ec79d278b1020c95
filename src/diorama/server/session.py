"""Who is signed in, by a token or by a provider of identities, in one cookie that no script reads and no other site sends."""

from __future__ import annotations

import html
import time
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import Field

from diorama.errors import DioramaError, EngineUnreachable, RequestError
from diorama.scene.base import Model
from diorama.server import page
from diorama.server.auth import LOCAL
from diorama.server.context import COOKIE, find_owner
from diorama.server.errors import Refusal
from diorama.server.log import request_id
from diorama.server.signed import SESSION, opened, signed
from diorama.server.state import AppState, AppStateOf
from diorama.server.strict import StrictModel

FLOW = "diorama_sign_in"
PATH = "/api/session"
KEPT = 30 * 86400
"""Seconds that a browser keeps a token."""

router = APIRouter(tags=["operation"])


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
    """Keep a token in a cookie, for the page: pictures are then sent with it too."""
    if app_state.tokens.owner(secret.token) is None:
        raise Refusal(401, "this is not a valid token", param="token")
    answer = Response(status_code=204)
    _keep(answer, request, COOKIE, secret.token, KEPT)
    return answer


@router.delete(PATH, status_code=204, operation_id="signOut")
def sign_out() -> Response:
    """Forget who is signed in, in this browser."""
    answer = Response(status_code=204)
    answer.delete_cookie(COOKIE)
    return answer


@router.get(f"{PATH}/begin", include_in_schema=False)
def begin(app_state: AppStateOf, request: Request) -> Response:
    """On to the provider's page."""
    try:
        url, begun = _provider(app_state).begin(_back(app_state, request))
    except DioramaError as wrong:
        return _told(wrong.message, 502 if isinstance(wrong, EngineUnreachable) else 404)
    answer = RedirectResponse(url, 303)
    _keep(answer, request, FLOW, signed(app_state, "flow", begun.model_dump()), 600, site="lax", path=PATH)  # lax: the provider leads back from its own site
    return answer


@router.get(f"{PATH}/callback", include_in_schema=False)
def callback(app_state: AppStateOf, request: Request) -> Response:
    """Back from the provider's page: a session, or why there is none."""
    try:
        provider = _provider(app_state)
    except RequestError as wrong:
        return _told(wrong.message, 404)
    from diorama.server.oidc import Begun, Refused

    kept = opened(app_state, "flow", request.cookies.get(FLOW))
    try:
        person = provider.finish(dict(request.query_params), kept and Begun.model_validate(kept), _back(app_state, request))
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
    facts = {**person._asdict(), "until": time.time() + last}
    _keep(answer, request, COOKIE, SESSION + signed(app_state, "session", facts), round(last))
    return answer


def _provider(app_state: AppState) -> Any:
    if app_state.settings.oidc_issuer is None:
        raise RequestError("nobody signs in here with a provider of identities", where="oidc_issuer", hint="DIORAMA_OIDC_ISSUER names one")
    if app_state.provider is None:
        from diorama.server.oidc import Provider  # loads authlib

        app_state.provider = Provider(app_state.settings)
    return app_state.provider


def _back(app_state: AppState, request: Request) -> str:
    """Where the provider leads back to: it has to know the address."""
    return (app_state.settings.oidc_address or str(request.base_url)).rstrip("/") + f"{PATH}/callback"


def _keep(answer: Response, request: Request, name: str, value: str, seconds: int, *, site: Any = "strict", path: str = "/") -> None:
    answer.set_cookie(name, value, max_age=seconds, httponly=True, samesite=site, secure=request.url.scheme == "https", path=path)


def _told(message: str, status: int) -> Response:
    text = f"<h1>You are not signed in</h1><p>{html.escape(message[:1].upper() + message[1:])}.</p>"
    return page.html(page.PLAIN % (text + f'<p><a href="{PATH}/begin">Sign in again</a> · <a href="/">Use a token instead</a></p>'), status)
