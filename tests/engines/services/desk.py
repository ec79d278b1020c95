"""What the fake services have in common: a real HTTP server on this machine that takes orders, paints them, counts bills, and misbehaves when told.

A fake checks what it is sent as the service's documentation has it (key, fields, files) and refuses what does not fit.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
from PIL import Image

KEY = "test-key-0123456789"


@dataclass
class Reply:
    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    type: str = "application/json"
    hang_up: bool = False
    """Close the connection without a word."""

    @property
    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()


@dataclass
class Call:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    data: bytes
    base: str

    @property
    def json(self) -> Any:
        return json.loads(self.data)

    @property
    def form(self) -> dict[str, list[Any]]:
        """Fields of multipart/form-data: texts, and bytes of files."""
        message = message_from_bytes(b"Content-Type: " + self.headers["content-type"].encode() + b"\r\n\r\n" + self.data, policy=policy.HTTP)
        found: dict[str, list[Any]] = {}
        for part in message.iter_parts():
            name, data = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
            found.setdefault(name, []).append(data if part.get_filename() is not None else data.decode())
        return found


class Desk:
    """One fake service."""

    prefix = ""
    """Of the paths that its engine knows as home."""

    def __init__(self):
        self.calls: list[Call] = []
        self.trouble: list[Callable[[Call], Reply | None]] = []
        """Each next call that it answers takes one off; None: not this call."""
        self.billed: list[str] = []
        """Ids of orders that would be billed."""
        self.edits: list[np.ndarray] = []
        """Where each edit with a mask may change, bool (h, w), as the service reads the mask."""
        self.orders: dict[str, Any] = {}
        desk = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _any(self):
                split = urlsplit(self.path)
                length = int(self.headers.get("content-length") or 0)
                call = Call(
                    self.command,
                    split.path,
                    {name: values[-1] for name, values in parse_qs(split.query).items()},
                    {k.lower(): v for k, v in self.headers.items()},
                    self.rfile.read(length),
                    desk.url,
                )
                reply = desk.answer(call)
                if reply.hang_up:
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                self.send_header("content-type", reply.type)
                self.send_header("content-length", str(len(reply.data)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.data)

            do_GET = do_POST = do_PUT = do_DELETE = _any

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, call: Call) -> Reply:
        self.calls.append(call)
        for trouble in list(self.trouble):
            made = trouble(call)
            if made is not None:
                self.trouble.remove(trouble)
                return made
        if call.path.startswith("/files/"):
            data = self.orders.get(call.path)
            assert "authorization" not in call.headers and KEY not in str(call.headers), "results are fetched without the key"
            return Reply(404, {"error": "expired"}) if data is None else Reply(body=data, type="application/octet-stream")
        for method, pattern, does in self.routes():
            found = re.fullmatch(pattern, call.path)
            if method == call.method and found:
                return does(call, *found.groups())
        return Reply(404, {"detail": f"no such path: {call.method} {call.path}"})

    def routes(self) -> list[tuple[str, str, Callable[..., Reply]]]:
        raise NotImplementedError

    def put(self, data: bytes, name: str = "") -> str:
        """Keep a result; its address."""
        path = f"/files/{len(self.orders)}{name}"
        self.orders[path] = data
        return self.url + path

    def expire(self) -> None:
        """Results are gone."""
        for path in [path for path in self.orders if path.startswith("/files/")]:
            del self.orders[path]


def once(path: str, reply: Reply, method: str = "POST") -> Callable[[Call], Reply | None]:
    """Trouble with the next call of this path (a regular expression)."""
    return lambda call: reply if call.method == method and re.search(path, call.path) else None


def paint(prompt: str, width: int, height: int, seed: int | str = 0, pictures: list[np.ndarray] = (), format: str = "PNG") -> bytes:
    """A picture file of one colour that depends on words and seed, with the given pictures small in its corner."""
    ground = tuple(hashlib.sha256(f"{prompt}|{seed}".encode()).digest()[:3])
    card = Image.new("RGB", (width, height), ground)
    for k, pixels in enumerate(pictures):
        small = Image.fromarray(pixels).resize((max(2, width // 8), max(2, height // 8)))
        card.paste(small, (2 + k * width // 8, 2))
    file = io.BytesIO()
    card.save(file, format, **({"compress_level": 1} if format == "PNG" else {}))
    return file.getvalue()


def opened(given: bytes | str) -> np.ndarray:
    """A picture that was sent, as bytes or data URL or base64: uint8, with its alpha where it has one."""
    data = base64.b64decode(given.rpartition(",")[2], validate=True) if isinstance(given, str) else given
    image = Image.open(io.BytesIO(data))
    return np.asarray(image.convert("RGBA" if "A" in image.getbands() else "L" if image.mode == "L" else "RGB"))


def shown(given: bytes | str) -> np.ndarray:
    """The same as RGB."""
    found = opened(given)
    return found[..., :3] if found.ndim == 3 else np.repeat(found[..., None], 3, 2)
