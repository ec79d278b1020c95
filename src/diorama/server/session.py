"""Who is signed in, by a token or by a provider of identities, in one cookie that no script reads and no other site sends.

A session is what was found at sign-in, signed: every server of a database knows it, and it ends by itself. Changing the key of links ends all.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import html
import json
import time
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import Field

from diorama.errors import DioramaError, EngineUnreachable, RequestError
from diorama.scene.base import Model
from diorama.server import page
from diorama.server.auth import LOCAL, Owner
from diorama.server.context import COOKIE, SESSION, House, HouseOf, find_owner
from diorama.server.errors import Refusal
from diorama.server.log import request_id
from diorama.server.secret import key_of
from diorama.server.wishes import Sent

FLOW = "diorama_sign_in"
PATH = "/api/session"
KEPT = 30 * 86400
"""Seconds that a browser keeps a token."""

router = APIRouter(tags=["operation"])


class Secret(Sent):
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
def who_is_here(house: HouseOf, request: Request) -> Session:
    """Who is signed in, and how one would be."""
    provider = f"{PATH}/begin" if house.settings.oidc_issuer else None
    found = find_owner(house, request.headers.get("authorization"), request.cookies.get(COOKIE))
    if found is None:
        return Session(owner=None, provider=provider)
    made = found.team and TeamUse(name=found.team.name, quota=found.team.quota, made=house.queue.store.team_made(found.team.name))
    by = "provider" if found.shown else None if found.name == LOCAL else "token"
    return Session(owner=found.name, shown=found.shown or found.name, admin=found.admin, team=made, by=by, provider=provider)


@router.post(PATH, status_code=204, operation_id="signIn")
def sign_in(secret: Secret, house: HouseOf, request: Request) -> Response:
    """Keep a token in a cookie, for the page: pictures are then sent with it too."""
    if house.tokens.owner(secret.token) is None:
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
def begin(house: HouseOf, request: Request) -> Response:
    """On to the provider's page."""
    try:
        url, begun = _provider(house).begin(_back(house, request))
    except DioramaError as wrong:
        return _told(wrong.message, 502 if isinstance(wrong, EngineUnreachable) else 404)
    answer = RedirectResponse(url, 303)
    _keep(answer, request, FLOW, _signed(house, "flow", begun.model_dump()), 600, site="lax", path=PATH)  # lax: the provider leads back from its own site
    return answer


@router.get(f"{PATH}/callback", include_in_schema=False)
def callback(house: HouseOf, request: Request) -> Response:
    """Back from the provider's page: a session, or why there is none."""
    try:
        provider = _provider(house)
    except RequestError as wrong:
        return _told(wrong.message, 404)
    from diorama.server.oidc import Begun, Refused

    kept = _opened(house, "flow", request.cookies.get(FLOW))
    try:
        person = provider.finish(dict(request.query_params), kept and Begun.model_validate(kept), _back(house, request))
        house.tokens.team(person.team)
    except Refused as wrong:
        return _told(str(wrong), 403)
    except DioramaError as wrong:
        return _told(wrong.message, 502)
    client = request.client.host if request.client else ""
    house.queue.audit.write(person.name, "sign in", status=303, request=request_id.get(), client=client)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(FLOW, path=PATH)
    last = house.settings.oidc_hours * 3600
    facts = {**person._asdict(), "until": time.time() + last}
    _keep(answer, request, COOKIE, SESSION + _signed(house, "session", facts), round(last))
    return answer


def owner_of(house: House, cookie: str) -> Owner | None:
    """Whose session a cookie is; None: nobody's, or it has ended."""
    facts = _opened(house, "session", cookie.removeprefix(SESSION))
    if facts is None or facts["until"] < time.time() or house.settings.oidc_issuer is None:
        return None
    try:
        team = house.tokens.team(facts["team"])
    except RequestError:  # the team is gone, and its limits with it: who it was for signs in again
        return None
    return Owner(name=facts["name"], shown=facts["shown"], admin=facts["admin"], team=team)


def _provider(house: House) -> Any:
    if house.settings.oidc_issuer is None:
        raise RequestError("nobody signs in here with a provider of identities", where="oidc_issuer", hint="DIORAMA_OIDC_ISSUER names one")
    if house.provider is None:
        from diorama.server.oidc import Provider  # loads authlib

        house.provider = Provider(house.settings)
    return house.provider


def _back(house: House, request: Request) -> str:
    """Where the provider leads back to: it has to know the address."""
    return (house.settings.oidc_address or str(request.base_url)).rstrip("/") + f"{PATH}/callback"


def _keep(answer: Response, request: Request, name: str, value: str, seconds: int, *, site: Any = "strict", path: str = "/") -> None:
    answer.set_cookie(name, value, max_age=seconds, httponly=True, samesite=site, secure=request.url.scheme == "https", path=path)


def _signed(house: House, use: str, facts: dict[str, Any]) -> str:
    told = base64.urlsafe_b64encode(json.dumps(facts).encode()).decode()
    return f"{told}.{_mark(house, use, told)}"


def _opened(house: House, use: str, text: str | None) -> dict[str, Any] | None:
    """What was signed for this use; None where it was not."""
    told, _, mark = (text or "").rpartition(".")
    if not told or not hmac.compare_digest(mark.encode(), _mark(house, use, told).encode()):
        return None
    return json.loads(base64.urlsafe_b64decode(told))


def _mark(house: House, use: str, told: str) -> str:
    return hmac.new(key_of(house), f"{use}\n{told}".encode(), hashlib.sha256).hexdigest()


def _told(message: str, status: int) -> Response:
    text = f"<h1>You are not signed in</h1><p>{html.escape(message[:1].upper() + message[1:])}.</p>"
    return page.html(page.PLAIN % (text + f'<p><a href="{PATH}/begin">Sign in again</a> · <a href="/">Use a token instead</a></p>'), status)
