"""Running: uvicorn on one port, and how it goes down.

SIGTERM or Ctrl+C → streams end, the running job is put back → requests that are open finish (`stop_seconds` at most) → the process ends
"""

from __future__ import annotations

import ipaddress
import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType

import uvicorn

from diorama import telemetry
from diorama.errors import RequestError
from diorama.server import log
from diorama.server.app import guarded, app_state_of
from diorama.server.auth import tokens_of
from diorama.server.state import AppState
from diorama.studio import Settings


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def must_close(settings: Settings) -> bool:
    """Whether everybody is asked for a token. Raises RequestError where one is needed and there is none."""
    closed = settings.require_token or settings.oidc_issuer is not None or not is_loopback(settings.host)
    tokens = tokens_of(settings)
    known = tokens.all()
    tokens.end()
    if closed and not known and settings.oidc_issuer is None:
        where = "require_token" if settings.require_token else settings.host
        raise RequestError("others could use this server, and there is no token", where=where, hint="make one first: `diorama token add NAME`; or listen on 127.0.0.1")
    return closed


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises RequestError where the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as wrong:
        listener.close()
        hint = "something listens there already: choose another with --port, or 0 for a free one" if wrong.errno == 98 else "choose another address or port"
        raise RequestError(f"cannot listen there: {wrong.strerror}", where=f"{host}:{port}", hint=hint) from None
    listener.set_inheritable(False)
    return listener


class Server(uvicorn.Server):
    """Ends the streams when told to stop: uvicorn waits for them."""

    def __init__(self, config: uvicorn.Config, app_state: AppState, ready: Callable[[], None]):
        super().__init__(config)
        self._house, self._ready = app_state, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._house.stopping = True
        threading.Thread(target=self._house.queue.hub.close, daemon=True).start()  # a signal handler must not wait for locks
        super().handle_exit(sig, frame)


def _end_quietly() -> None:
    """uvicorn sends itself the signal again once it has gone down, which would end the process as if it had been cut short."""
    if threading.current_thread() is threading.main_thread():
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: None)


def serve(settings: Settings, ready: Callable[[str], None] = lambda address: None) -> None:
    """Serve until told to stop. `ready(address)` is called once requests are answered."""
    closed = must_close(settings)
    log.install(settings.log, settings.log_level)
    telemetry.begin("diorama")
    with bind(settings.host, settings.port) as listener:
        app_state = app_state_of(settings, closed=closed)
        _end_quietly()
        host, port = listener.getsockname()[:2]
        name = f"[{host}]" if ":" in host else host
        config = uvicorn.Config(
            guarded(app_state), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=max(1, round(settings.stop_seconds)),
            timeout_keep_alive=30,
            h11_max_incomplete_event_size=65536,
        )  # fmt: skip
        Server(config, app_state, lambda: ready(f"http://{name}:{port}/")).run([listener])
        telemetry.end()
