"""Pages of other origins (Fetch standard, CORS protocol): those that the setting `origins` names may use the API, with a token of their own.

Cookies are never taken from them (no `access-control-allow-credentials`), so that a page has no more than the token it was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from diorama.errors import DioramaError
from diorama.server.auth import Tokens
from diorama.studio import Settings

METHODS = "GET, HEAD, POST, PATCH, DELETE"
TOLD = "x-request-id, retry-after, x-should-retry, content-disposition"
"""Headers of ours that a page may read."""
REMEMBERED = 600
"""Seconds that a browser need not ask again."""


def allowed(headers: Mapping[bytes, str], settings: Settings) -> str | None:
    """The foreign origin that a request comes from, where it is one that may; None otherwise."""
    origin = headers.get(b"origin", "")
    return origin if origin in settings.origins and urlsplit(origin).netloc != headers.get(b"host") else None


def headers(origin: str | None) -> dict[bytes, bytes]:
    """What every answer to such a page carries."""
    if origin is None:
        return {}
    return {
        b"access-control-allow-origin": origin.encode("latin-1"), b"vary": b"origin", b"access-control-expose-headers": TOLD.encode(),
        b"cross-origin-resource-policy": b"cross-origin",
    }  # fmt: skip


def preflight(asked: Mapping[bytes, str]) -> dict[str, str]:
    """What the browser asks before it lets the page: any header may be sent, for SDKs send many of their own."""
    told = {"access-control-allow-methods": METHODS, "access-control-allow-headers": asked.get(b"access-control-request-headers", ""), "access-control-max-age": str(REMEMBERED)}
    if asked.get(b"access-control-request-private-network") == "true":
        told["access-control-allow-private-network"] = "true"
    return told


def has_token(headers: Mapping[bytes, str], tokens: Tokens) -> bool:
    """Whether a valid token comes with it: a page of another origin needs one even where this machine's own users do not."""
    scheme, _, secret = headers.get(b"authorization", "").partition(" ")
    try:
        return scheme.lower() == "bearer" and tokens.owner(secret.strip()) is not None
    except DioramaError:
        return False
