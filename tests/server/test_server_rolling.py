"""A rolling update: two server processes on one database and one bucket; the old one goes down while it works, and nothing is lost or made twice."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter

import httpx
import pytest

from diorama.history import History, Wanted

JOBS = 4


@pytest.fixture
def serve(tmp_path, postgres, bucket):
    """Start a server process with a home of its own; its address."""
    started: list[tuple[subprocess.Popen, threading.Thread]] = []

    def run(name: str) -> tuple[subprocess.Popen, str]:
        told = {**os.environ, "DIORAMA_HOME": str(tmp_path / name), "DIORAMA_ENGINE": "null", "DIORAMA_DATABASE": postgres, "DIORAMA_BUCKET": bucket}
        command = [sys.executable, "-m", "diorama", "serve", "--port", "0", "--no-browser"]
        process = subprocess.Popen(command, env=told | {"NO_COLOR": "1", "COLUMNS": "200"}, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
        said = ""
        while "is open at" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        reading = threading.Thread(target=process.stderr.read, daemon=True)
        reading.start()
        started.append((process, reading))
        return process, re.search(r"http://\S+/", said)[0]

    yield run
    for process, reading in started:
        if process.poll() is None:
            process.kill()
        process.wait()
        reading.join()
        process.stderr.close()


def test_the_old_server_goes_and_the_new_one_makes_what_it_left(serve, tmp_path, postgres, bucket):
    old, address = serve("old")
    ordered = httpx.post(f"{address}api/jobs", json={"prompt": "a mug", "n": JOBS, "size": 96, "options": {"seconds": 0.5}}, timeout=60).json()["jobs"]
    while not httpx.get(f"{address}api/queue", timeout=60).json()["running"]:
        time.sleep(0.02)
    _, newer = serve("new")
    old.send_signal(signal.SIGTERM)
    assert old.wait(60) == 0
    end = time.monotonic() + 120
    while (states := Counter(httpx.get(f"{newer}api/jobs/{job['id']}", timeout=60).json()["state"] for job in ordered)) != {"done": JOBS}:
        assert time.monotonic() < end and not states["failed"], states
        time.sleep(0.1)
    with History(tmp_path / "looks", postgres, bucket) as history:
        assert Counter(entry.job for entry in history.find(Wanted(limit=100))) == Counter(job["id"] for job in ordered) and history.verify() == []
