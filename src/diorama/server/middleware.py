"""What every request passes, as pure ASGI: an id, a line in the log, and the questions of who may come in and how much they may bring.

Open to this machine only, the server must still not obey any page that the browser shows: the Host must be ours (DNS rebinding), and a request
that changes something must come from our own page (its Origin is the Host), or from one that the settings allow and that brings a token.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from diorama import telemetry
from diorama.errors import DioramaError
from diorama.server import origins
from diorama.server.state import AppState
from diorama.server.errors import Refusal, answer
from diorama.server.links import is_signed
from diorama.server.log import request_id

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
QUIET = ("/healthz", "/readyz", "/metrics", "/assets/")
HEADERS = {b"x-content-type-options": b"nosniff", b"referrer-policy": b"no-referrer", b"cross-origin-resource-policy": b"same-origin", b"x-frame-options": b"DENY"}
"""Of every answer that says nothing else."""

log = logging.getLogger("diorama.server")


class Guard:
    """`names`: hosts we answer to; None: any, where a token is asked for anyway."""

    def __init__(self, app: App, names: frozenset[str] | None, app_state: AppState):
        self._app, self._names, self._house, self._most = app, names, app_state, app_state.settings.max_body << 20

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        given = headers.get(b"x-request-id", "")
        id = given if re.fullmatch(r"[\w.-]{1,64}", given) else "req_" + secrets.token_hex(12)
        mark = request_id.set(id)
        start, status = time.perf_counter(), 500
        allowed = origins.allowed(headers, self._house.settings)

        async def say(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                ours = {b"x-request-id": id.encode(), **HEADERS, **origins.headers(allowed)}
                told = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *((name, value) for name, value in ours.items() if name not in told)]
            await send(message)

        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        route = f"{scope['method']} {scope['path']}"
        try:
            facts = {"http_request_method": scope["method"], "diorama_request": id}
            with telemetry.span(route, "server", parent=headers.get(telemetry.HEADER.encode()), **facts) as span:
                await self._let_in(inner, headers, allowed, receive, _without_body(say) if inner is not scope else say)
                span.set_attribute("http.response.status_code", status)
        finally:
            seconds = time.perf_counter() - start
            self._house.metrics.request(inner, status, seconds)
            quiet = status < 400 and scope["path"].startswith(QUIET)
            log.log(logging.DEBUG if quiet else logging.INFO, "%s %s", scope["method"], scope["path"], extra={"status": status, "ms": round(seconds * 1000, 1)})
            if scope["method"] not in SAFE and not _of_workers(scope["path"]):
                await run_in_threadpool(self._note, inner, route, status, id)
            request_id.reset(mark)

    def _note(self, scope: Scope, action: str, status: int, id: str) -> None:
        """A line of the audit log: what came of a request that changes something."""
        who, client = scope.get("state", {}).get("owner", ""), (scope.get("client") or ("",))[0]
        try:
            self._house.queue.audit.write(who, action, status=status, request=id, client=client)
        except DioramaError:
            log.exception("the audit log could not be written", extra={"who": who, "action": action})

    async def _let_in(self, scope: Scope, headers: dict[bytes, str], allowed: str | None, receive: Receive, say: Send) -> None:
        preflight = allowed is not None and scope["method"] == "OPTIONS"
        refused = self._refusal(scope, headers, allowed)
        if refused is not None:
            await answer(refused.problem, refused.status_code, scope["path"])(scope, receive, say)
        elif preflight:
            await Response(status_code=204, headers=origins.preflight(headers))(scope, receive, say)
        else:
            await self._app(scope, _measured(receive, self._most), say)

    def _refusal(self, scope: Scope, headers: dict[bytes, str], allowed: str | None) -> Refusal | None:
        method, host = scope["method"], headers.get(b"host", "")
        if self._names is not None and _name(host) not in self._names:
            hint = f"add it to the setting `names`: DIORAMA_NAMES={_name(host)[:80] or 'NAME'}"
            return Refusal(403, f"this server does not answer to the name {host[:80]!r}", code="unknown_host", hint=hint)
        origin = headers.get(b"origin")
        by_link = method in SAFE and is_signed(scope["path"], scope["query_string"])
        if allowed is not None and method != "OPTIONS" and not by_link and not origins.has_token(headers, self._house.tokens):
            return Refusal(401, f"a page of {allowed} needs a token", hint="send it as `Authorization: Bearer …`; `diorama token add NAME` makes one")
        if allowed is None and method not in SAFE and origin is not None and origin.partition("://")[2] != host:
            hint = "only the studio's own page may, and those that the setting `origins` names"
            return Refusal(403, f"a page of {origin[:80]!r} may not use this server", code="foreign_origin", hint=hint)
        length = headers.get(b"content-length", "0")
        if not length.isdigit() or int(length) > self._most:
            return too_large(self._most)
        return None


def _of_workers(path: str) -> bool:
    """Whether only a worker asks there, all the time."""
    return path == "/api/workers/take" or path.startswith("/api/workers/jobs/")


def _name(host: str) -> str:
    try:
        return urlsplit("//" + host).hostname or ""
    except ValueError:
        return ""


def too_large(most: int) -> Refusal:
    return Refusal(413, "the request is too large", hint=f"{most >> 20} MiB at most. A Buffer that OpenAI's SDK for Node sends byte by byte is: wrap it with `toFile`")


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


def _without_body(send: Send) -> Send:
    """For HEAD, answered as GET is: the head, and an end at once, which tells what would go on for ever that nobody listens."""

    async def head_only(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            await send(message)
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    return head_only
