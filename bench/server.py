"""What the server costs, on the null engine: `python -m bench.server [--seconds 2] [--clients 200] [--hour 3600]`.

`diorama serve` and a bare ASGI handler under the same uvicorn run as processes of their own and are asked in turns, so that the machine's noise meets
both. Printed: requests a second and latencies, with the ratio to the bare handler; many clients that stream a picture at once; the server's memory over
as many generations as one a second makes in an hour.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import numpy as np
import psutil
from rich.console import Console
from rich.progress import track
from rich.table import Table

BARE = """
import sys, uvicorn
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": b'{"status":"ok"}'})
uvicorn.run(app, port=int(sys.argv[1]), log_config=None, access_log=False, lifespan="off")
"""
ROUNDS = 4
AT_ONCE = 4
"""Connections that ask at the same time."""
PICTURE = {"prompt": "a red mug on a table", "size": "64x64", "quality": "low"}
ASKED = {
    "GET /healthz": ("GET", "healthz", None), "GET /api/pictures": ("GET", "api/pictures?limit=20", None), "POST /api/readings": ("POST", "api/readings", {"prompt": PICTURE["prompt"]}),
    "POST /v1/images/generations": ("POST", "v1/images/generations", PICTURE),
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2.0, help="of asking, for each question, server and round")
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--hour", type=int, default=3600, help="generations whose memory is watched")
    given = parser.parse_args()
    console = Console(width=150)
    with tempfile.TemporaryDirectory() as home, bare() as plain, diorama(Path(home)) as (ours, process):
        asyncio.run(warm(ours, 50))
        console.print(asyncio.run(requests(ours, plain, given.seconds)))
        console.print(asyncio.run(streams(ours, given.clients)))
        console.print(asyncio.run(memory(ours, process, given.hour)))


# ── requests ──


async def requests(ours: str, plain: str, seconds: float) -> Table:
    out = Table("request", "a second", "p50", "p99", "bare: a second", "p50", "p99", "time, ratio of p50", box=None)
    for name, question in ASKED.items():
        mine, theirs = [], []
        for _ in range(ROUNDS):
            mine.append(await load(ours, question, seconds))
            theirs.append(await load(plain, ("GET", "", None), seconds))
        (rate, p50, p99), (rate0, p500, p990) = figures(mine, seconds), figures(theirs, seconds)
        out.add_row(name, f"{rate:.0f}", ms(p50), ms(p99), f"{rate0:.0f}", ms(p500), ms(p990), f"{p50 / p500:.1f}")
    return out


async def load(address: str, question: tuple, seconds: float) -> list[float]:
    """Seconds of each answer of so much asking over `AT_ONCE` connections."""
    method, path, body = question
    times: list[float] = []
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        end = time.perf_counter() + seconds

        async def one() -> None:
            while time.perf_counter() < end:
                start = time.perf_counter()
                (await client.request(method, path, json=body)).raise_for_status()
                times.append(time.perf_counter() - start)

        await asyncio.gather(*(one() for _ in range(AT_ONCE)))
    return times


def figures(rounds: list[list[float]], seconds: float) -> tuple[float, float, float]:
    all_ = np.concatenate(rounds)
    return len(all_) / (seconds * len(rounds)), float(np.percentile(all_, 50)), float(np.percentile(all_, 99))


# ── streams ──


async def streams(address: str, clients: int) -> Table:
    """Every client streams a picture of its own at the same time."""
    limits = httpx.Limits(max_connections=clients + 1)
    async with httpx.AsyncClient(base_url=address, timeout=600, limits=limits) as client:
        start = time.perf_counter()
        told = await asyncio.gather(*(stream(client, k) for k in range(clients)))
        whole = time.perf_counter() - start
    first, events = [t for t, _ in told], [e for _, e in told]
    out = Table("clients", "finished", "partial images", "first event p50", "p99", "all done", "pictures a second", box=None)
    finished = sum(e[-1:] == ["image_generation.completed"] for e in events)
    partial = sum(name == "image_generation.partial_image" for e in events for name in e)
    out.add_row(str(clients), str(finished), str(partial), f"{np.percentile(first, 50):.1f} s", f"{np.percentile(first, 99):.1f} s", f"{whole:.1f} s", f"{clients / whole:.1f}")
    return out


async def stream(client: httpx.AsyncClient, k: int) -> tuple[float, list[str]]:
    """Seconds to the first event, and the names of all."""
    start, first, names = time.perf_counter(), 0.0, []
    async with client.stream("POST", "v1/images/generations", json={**PICTURE, "seed": k, "stream": True, "partial_images": 1}) as answer:
        answer.raise_for_status()
        async for line in answer.aiter_lines():
            if line.startswith("event: "):
                first = first or time.perf_counter() - start
                names.append(line.removeprefix("event: "))
    return first, names


# ── memory ──


async def memory(address: str, process: psutil.Process, count: int) -> Table:
    """The server's memory at the start, after a warm-up, and after so many generations more."""
    before = mib(process)
    await warm(address, 200)
    warmed = mib(process)
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        for k in track(range(count), "generations", transient=True):
            (await client.post("v1/images/generations", json={**PICTURE, "seed": k})).raise_for_status()
    after = mib(process)
    out = Table("generations", "MiB before", "after 200", f"after {count} more", "MiB for each 1000", box=None)
    out.add_row(str(count + 200), f"{before:.0f}", f"{warmed:.0f}", f"{after:.0f}", f"{(after - warmed) / count * 1000:.1f}")
    return out


async def warm(address: str, count: int) -> None:
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        for _ in range(count):
            (await client.post("v1/images/generations", json=PICTURE)).raise_for_status()


def mib(process: psutil.Process) -> float:
    return process.memory_info().rss / 2**20


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


# ── processes ──


@contextmanager
def diorama(home: Path) -> Iterator[tuple[str, psutil.Process]]:
    """`diorama serve` on the null engine, with a home of its own."""
    settings = {"HOME": str(home), "ENGINE": "null", "BROWSER": "0", "LOG_LEVEL": "error", "MAX_QUEUE_EACH": "2000"}
    port = free_port()
    with running([sys.executable, "-m", "diorama", "serve", "--port", str(port)], port, {f"DIORAMA_{k}": v for k, v in settings.items()}) as process:
        yield f"http://127.0.0.1:{port}/", psutil.Process(process.pid)


@contextmanager
def bare() -> Iterator[str]:
    port = free_port()
    with running([sys.executable, "-c", BARE, str(port)], port, {}):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def running(command: list[str], port: int, environment: dict[str, str]) -> Iterator[subprocess.Popen]:
    """A process that listens, until the end."""
    process = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=2)
                break
            except httpx.HTTPError:
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"did not start: {' '.join(command)}") from None
                time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


if __name__ == "__main__":
    main()
