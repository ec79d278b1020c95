"""A server and workers as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diorama.server.auth import Tokens


@contextmanager
def served(folder: Path, program: str = "diorama", **environment: str) -> Iterator[tuple[str, str, str, subprocess.Popen]]:
    """A server process that makes nothing itself; its address, a worker's token, a person's, and the process."""
    tokens = Tokens(folder / "tokens.json")
    worker, person = tokens.add("farm", worker=True), tokens.add("ann", admin=True)
    told = {**os.environ, "DIORAMA_HOME": str(folder), "DIORAMA_MAKES": "false", "DIORAMA_REQUIRE_TOKEN": "true", "DIORAMA_LOG_LEVEL": "warning"}
    told |= {"DIORAMA_TOKEN_FILE": str(folder / "tokens.json"), "DIORAMA_ENGINE": "null", "DIORAMA_MAX_QUEUE": "100000", "DIORAMA_MAX_QUEUE_EACH": "100000"}
    command = [sys.executable, "-m", program, "serve", "--port", "0", "--no-browser"]
    process = subprocess.Popen(command, env=told | environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    address = next(part for line in process.stderr for part in line.split() if part.startswith("http://"))
    threading.Thread(target=lambda: [None for _ in process.stderr or ()], daemon=True).start()
    try:
        yield address.rstrip("/"), worker, person, process
    finally:
        process.terminate()
        process.wait(30)


def started(address: str, token: str, name: str, slots: int = 1, *, engine: str = "null", program: str = "diorama") -> subprocess.Popen:
    """A worker process."""
    command = [sys.executable, "-m", program, "worker", "--server", address, "--engine", engine, "--name", name, "--slots", str(slots)]
    told = {**os.environ, "DIORAMA_TOKEN": token, "DIORAMA_LOG_LEVEL": "error", "DIORAMA_HOME": f"/tmp/{name}"}
    return subprocess.Popen(command, env=told, stderr=subprocess.DEVNULL)
