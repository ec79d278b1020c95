"""One client against one server: what it got, and how many pictures were made for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bench.clients.packages import Packages
from bench.server import free_port, running

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


def drive(client: Client, packages: Packages, seconds: float, patience: float | None) -> dict:
    """`got` "picture" or what went wrong; `pictures` made; `seconds` it took. None where it cannot be told its patience."""
    if patience is not None and not client.patient:
        return {"got": None}
    with served(seconds) as address:
        start = time.monotonic()
        got = _run(client, packages, address, patience)
        took = time.monotonic() - start
        jobs = httpx.get(f"{address}api/jobs?limit=500", timeout=60).json()["jobs"]
    return {"got": got, "pictures": len(jobs), "seconds": round(took, 1)}


def _run(client: Client, packages: Packages, address: str, patience: float | None) -> str:
    environment = {**os.environ, "OPENAI_BASE_URL": f"{address}v1", "OPENAI_API_KEY": "sk-anything", "PATIENCE": str(patience or ""), "PYTHONWARNINGS": "ignore"}
    environment.pop("PYTHONPATH", None)
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


@contextmanager
def served(seconds: float = 0.0, **settings: str) -> Iterator[str]:
    """`diorama serve` on the null engine, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        told = {"HOME": home, "ENGINE": "null", "BROWSER": "0", "LOG_LEVEL": "error", "NULL_SECONDS": str(seconds), "STOP_SECONDS": "0", **settings}
        port = free_port()
        with running([sys.executable, "-m", "diorama", "serve", "--port", str(port)], port, {f"DIORAMA_{key}": value for key, value in told.items()}):
            yield f"http://127.0.0.1:{port}/"
