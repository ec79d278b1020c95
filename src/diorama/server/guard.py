"""What every request passes, as pure ASGI: an id, a line in the log, and the questions of who may come in and how much they may bring.

Open to this machine only, the server must still not obey any page that the browser shows: the Host must be ours (DNS rebinding), and a request
that changes something must come from our own page (its Origin is the Host).
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from diorama.server.errors import Refusal, answer
from diorama.server.log import request_id
from diorama.server.metrics import Metrics

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
QUIET = ("/healthz", "/readyz", "/metrics", "/assets/")
HEADERS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"), (b"cross-origin-resource-policy", b"same-origin"), (b"x-frame-options", b"DENY"))

log = logging.getLogger("diorama.server")


class Guard:
    """`names`: hosts we answer to; None: any, where a token is asked for anyway. `most`: bytes of a body."""

    def __init__(self, app: App, names: frozenset[str] | None, most: int, metrics: Metrics):
        self._app, self._names, self._most, self._metrics = app, names, most, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        given = headers.get(b"x-request-id", "")
        id = given if re.fullmatch(r"[\w.-]{1,64}", given) else "req_" + secrets.token_hex(12)
        mark = request_id.set(id)
        start, status = time.perf_counter(), 500

        async def say(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", id.encode()), *HEADERS]
            await send(message)

        try:
            refused = self._refusal(scope["method"], headers)
            if refused is not None:
                await answer(refused.problem, refused.status_code)(scope, receive, say)
            else:
                await self._app(scope, _measured(receive, self._most), say)
        finally:
            seconds = time.perf_counter() - start
            self._metrics.request(scope, status, seconds)
            quiet = status < 400 and scope["path"].startswith(QUIET)
            log.log(logging.DEBUG if quiet else logging.INFO, "%s %s", scope["method"], scope["path"], extra={"status": status, "ms": round(seconds * 1000, 1)})
            request_id.reset(mark)

    def _refusal(self, method: str, headers: dict[bytes, str]) -> Refusal | None:
        host = headers.get(b"host", "")
        if self._names is not None and _name(host) not in self._names:
            return Refusal(403, f"this server does not answer to the name {host[:80]!r}", code="unknown_host", hint="add it to the setting `names`")
        origin = headers.get(b"origin")
        if method not in SAFE and origin is not None and urlsplit(origin).netloc != host:
            return Refusal(403, f"a page of {origin[:80]!r} may not use this server", code="foreign_origin", hint="only the studio's own page may")
        length = headers.get(b"content-length", "0")
        if not length.isdigit() or int(length) > self._most:
            return too_large(self._most)
        return None


def _name(host: str) -> str:
    try:
        return urlsplit("//" + host).hostname or ""
    except ValueError:
        return ""


def too_large(most: int) -> Refusal:
    return Refusal(413, "the request is too large", hint=f"{most >> 20} MiB at most")


def _measured(receive: Receive, most: int) -> Receive:
    """The body, as long as it is no longer than it may be: without a length before it, it is counted."""
    had = 0

    async def counted() -> MutableMapping[str, Any]:
        nonlocal had
        message = await receive()
        had += len(message.get("body", b""))
        if had > most:
            raise too_large(most)
        return message

    return counted
