"""A real server for the tests: uvicorn on a free port, in a thread, with the null engine."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager

import httpx
import pytest
import uvicorn

from diorama.server.app import app_state_of, guarded
from diorama.server.run import Server, bind, must_close
from diorama.studio import Settings


class Running:
    """A server that answers. `house` is what stands behind it."""

    def __init__(self, app_state, address: str):
        self.app_state, self.address = app_state, address
        self.http = httpx.Client(base_url=address, timeout=30)

    def until(self, job: str, *states: str, seconds: float = 20, **more) -> dict:
        """Wait until a job is in one of these states."""
        end = time.monotonic() + seconds
        while (found := self.http.get(f"/api/jobs/{job}", **more).json())["state"] not in states:
            assert time.monotonic() < end, found
            time.sleep(0.01)
        return found

    def make(self, prompt: str = "a red mug", **more) -> dict:
        """Order one picture and wait for it."""
        made = self.http.post("/api/jobs", json={"prompt": prompt, "size": 96, "seed": 1, **more})
        assert made.status_code == 202, made.text
        return self.until(made.json()["jobs"][0]["id"], "done", "failed", "cancelled")


@contextmanager
def running(home, **settings):
    settings = Settings(home=home, engine="null", port=0, stop_seconds=1, **settings)
    closed = must_close(settings)
    listener = bind(settings.host, 0)
    app_state = app_state_of(settings, closed=closed)
    up = threading.Event()
    server = Server(uvicorn.Config(guarded(app_state), log_config=None, timeout_graceful_shutdown=2), app_state, up.set)
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    assert up.wait(30)
    made = Running(app_state, f"http://127.0.0.1:{listener.getsockname()[1]}")
    try:
        yield made
    finally:
        made.http.close()
        app_state.queue.hub.close()
        server.should_exit = True
        thread.join(60)
        listener.close()
        assert not thread.is_alive()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running(tmp_path_factory.mktemp("home")) as made:
        yield made


@pytest.fixture(scope="session")
def run_server():
    """`running`, for tests that want a server of their own: run_server(home, setting=…)."""
    return running
