"""One client against one server: what it got, and how many pictures were made for it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from bench.clients.packages import Packages
from bench.server import free_port

HERE = Path(__file__).parent
LONGEST = 1900
"""Seconds that a client may take: three times ten minutes, and some."""


@dataclass(frozen=True)
class Client:
    name: str
    package: str
    """On the Python package index, or npm:NAME."""
    how: str
    """The function that drives it: in python_side.py, or in node_side.mjs."""
    more: tuple[str, ...] = ()
    """Further packages it needs."""
    patient: bool = True
    """Whether its patience can be told."""


CLIENTS = (
    Client("openai (Python)", "openai", "openai_sync"),
    Client("openai (Python, async)", "openai", "openai_async"),
    Client("openai (Python, stream)", "openai", "openai_stream"),
    Client("litellm", "litellm", "litellm"),
    Client("LangChain (Python)", "langchain-community", "langchain", ("langchain-openai",)),
    Client("LlamaIndex", "llama-index-tools-openai-image-generation", "llamaindex", ("openai",)),
    Client("Haystack", "haystack-ai", "haystack"),
    Client("Semantic Kernel", "semantic-kernel", "semantic_kernel"),
    Client("openai (Node)", "npm:openai", "openaiNode"),
    Client("openai (Node, stream)", "npm:openai", "openaiNodeStream"),
    Client("AI SDK, openai", "npm:ai", "aiSdk", ("@ai-sdk/openai", "@ai-sdk/openai-compatible"), patient=False),
    Client("AI SDK, compatible", "npm:ai", "aiSdkCompatible", ("@ai-sdk/openai", "@ai-sdk/openai-compatible"), patient=False),
    Client("LangChain (JS)", "npm:@langchain/openai", "langchainJs", ("@langchain/core",), patient=False),
)


class Nursery:
    """Servers of one tree, each with the null engine and a home of its own."""

    def __init__(self, tree: Path):
        environment = os.environ | {"PYTHONPATH": str(tree / "src")}
        self._process = subprocess.Popen([sys.executable, str(HERE / "nursery.py")], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._lock = threading.Lock()
        self._told()

    def _told(self) -> str:
        line = self._process.stdout.readline().strip()  # type: ignore[union-attr]
        if not line:
            raise RuntimeError("the server of this tree cannot be loaded")
        return line

    def close(self) -> None:
        self._process.stdin.close()  # type: ignore[union-attr]
        self._process.wait()

    @contextmanager
    def served(self, seconds: float = 0.0, **settings: str) -> Iterator[str]:
        """The address of a server whose engine takes that long. Raises RuntimeError where it does not start."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
            told = {"HOME": home, "ENGINE": "null", "BROWSER": "0", "LOG_LEVEL": "error", "NULL_SECONDS": str(seconds), "STOP_SECONDS": "0", **settings}
            port = free_port()
            with self._lock:
                self._process.stdin.write(json.dumps({"port": port, "environment": {f"DIORAMA_{key}": value for key, value in told.items()}}) + "\n")  # type: ignore[union-attr]
                self._process.stdin.flush()  # type: ignore[union-attr]
                child = int(self._told())
            address = f"http://127.0.0.1:{port}/"
            try:
                _until_up(address, child)
                yield address
            finally:
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)


def _until_up(address: str, child: int) -> None:
    end = time.monotonic() + 120
    while True:
        try:
            httpx.get(f"{address}healthz", timeout=10)
            return
        except httpx.HTTPError:
            if not Path(f"/proc/{child}").exists() or time.monotonic() > end:
                raise RuntimeError("a server did not start") from None
            time.sleep(0.1)


def drive(nursery: Nursery, client: Client, packages: Packages, seconds: float, patience: float | None) -> dict:
    """`got` "picture" or what went wrong; `pictures` made; `seconds` it took. None where it cannot be told its patience."""
    if patience is not None and not client.patient:
        return {"got": None}
    with nursery.served(seconds) as address:
        start = time.monotonic()
        got = _run(client, packages, address, patience)
        took = time.monotonic() - start
        jobs = httpx.get(f"{address}api/jobs?limit=500", timeout=60).json()["jobs"]
    return {"got": got, "pictures": len(jobs), "seconds": round(took, 1)}


def _run(client: Client, packages: Packages, address: str, patience: float | None) -> str:
    environment = {**os.environ, "OPENAI_BASE_URL": f"{address}v1", "OPENAI_API_KEY": "sk-anything", "PATIENCE": str(patience or ""), "PYTHONWARNINGS": "ignore"}
    if client.package.startswith("npm:"):
        at = packages.modules(client.package.removeprefix("npm:"))
        script = at / "node_side.mjs"  # beside its modules, for imports are looked up from there
        script.write_text((HERE / "node_side.mjs").read_text())
        command = [str(packages.node), str(script), client.how]
    else:
        command = [str(packages.python), str(HERE / "python_side.py"), client.how]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LONGEST, cwd=tempfile.gettempdir())
    except subprocess.TimeoutExpired:
        return f"nothing within {LONGEST} s"
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return json.loads(lines[-1])["got"] if lines else f"it broke: {done.stderr.strip()[-200:]}"
