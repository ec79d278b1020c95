"""Links to pictures that need no token: signed, for an hour, for whoever is given one. (HMAC-SHA-256, RFC 2104, by the server's key.)

picture + format + quality + owner + time → signature;  the link → the same signature, the time not over, its owner still known
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from typing import Annotated
from urllib.parse import parse_qsl, urlencode

from fastapi import Cookie, Depends, Header, Query, Request

from diorama.server.auth import BY_PROVIDER, LOCAL, Owner
from diorama.server.context import owner
from diorama.server.state import AppState, AppStateOf
from diorama.server.errors import Refusal
from diorama.server.secret import key_of

VALID = 3600
"""Seconds, as OpenAI's are."""
MOST_NAME = 220
"""Letters of an owner: `oidc:` and a claim of 200, and some."""
SIGNATURE = r"^[0-9a-f]{64}$"


def link(app_state: AppState, who: Owner, base: str, picture: str, format: str, quality: int) -> str:
    """The address of a picture's file; signed where it could not be fetched without a token."""
    query: dict[str, str | int] = {"format": format, "quality": quality}
    if app_state.closed or who.name != LOCAL:
        query |= {"owner": who.name, "expires": int(time.time()) + VALID}
        query["signature"] = _sign(app_state, picture, query)
    return f"{base}api/pictures/{picture}/file?{urlencode(query)}"


def is_signed(path: str, query: bytes) -> bool:
    """Whether a request comes by such a link, good or not: `reader` finds out, and lets nobody in by another way then."""
    return re.fullmatch(r"/api/pictures/[^/]+/file", path) is not None and any(name == "signature" for name, _ in parse_qsl(query.decode("latin-1"), keep_blank_values=True))


def reader(
    request: Request, app_state: AppStateOf,
    owner_: Annotated[str | None, Query(alias="owner", max_length=MOST_NAME, description="Of a signed link")] = None,
    expires: Annotated[int | None, Query(ge=0, le=10**12, description="Of a signed link: Unix time")] = None,
    signature: Annotated[str | None, Query(pattern=SIGNATURE, description="Of a signed link")] = None,
    authorization: Annotated[str | None, Header(include_in_schema=False)] = None,
    diorama_token: Annotated[str | None, Cookie(include_in_schema=False)] = None,
) -> Owner:  # fmt: skip
    """Who reads a picture's file: the owner of a signed link, or whoever has a token. Raises Refusal."""
    if signature is None:
        return owner(app_state, request, authorization, diorama_token)
    query = {"owner": owner_ or "", "expires": expires or 0, **{name: request.query_params.get(name, "") for name in ("format", "quality")}}
    if not hmac.compare_digest(signature, _sign(app_state, request.path_params["id"], query)):
        raise Refusal(403, "this link is not one of ours, or was changed", param="signature", hint="ask for the picture again")
    if (expires or 0) < time.time():
        raise Refusal(403, "this link is over", param="expires", hint=f"links are good for {VALID // 60} minutes: ask for the picture again, or fetch it with a token")
    if not _still(app_state, owner_ or ""):
        raise Refusal(403, "the token that this link was made for is not valid any more, or who it was made for has signed out", param="owner")
    return Owner(name=owner_ or "")


def _still(app_state: AppState, name: str) -> bool:
    """Whether a link's owner may still come in."""
    if name.startswith(BY_PROVIDER):
        return app_state.queue.sessions.here(name)
    return name in {LOCAL, *(token.name for token in app_state.tokens.all())}


Reader = Annotated[Owner, Depends(reader)]


def _sign(app_state: AppState, picture: str, query: dict[str, str | int]) -> str:
    told = "\n".join([picture, *(f"{name}={query[name]}" for name in ("format", "quality", "owner", "expires"))])
    return hmac.new(key_of(app_state), told.encode(), hashlib.sha256).hexdigest()

