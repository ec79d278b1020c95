"""Server-sent events: what happens is told; what was missed is told once, as it is now."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager

import httpx
import pytest


@contextmanager
def listening(server, last: int | None = None, path: str = "/api/events"):
    """Listen in a thread; the list of (event, id, data) heard so far."""
    heard: list[tuple[str, int, dict]] = []
    opened = threading.Event()
    client = httpx.Client(base_url=server.address, timeout=None)
    response = client.send(client.build_request("GET", path, headers={} if last is None else {"last-event-id": str(last)}), stream=True)
    assert response.headers["content-type"].startswith("text/event-stream")

    def run():
        try:
            fields: dict[str, str] = {}
            for line in response.iter_lines():
                if not line and "data" in fields:
                    heard.append((fields["event"], int(fields["id"]), json.loads(fields["data"])))
                    opened.set()
                if not line:
                    fields = {}
                elif not line.startswith(":"):
                    name, _, value = line.partition(": ")
                    fields[name] = value
        except (httpx.HTTPError, httpx.StreamError):
            pass
        opened.set()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert opened.wait(10)
    try:
        yield heard
    finally:
        response.close() if not thread.is_alive() else client.close()
        client.close()


def wait(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_job_is_told_from_its_order_to_its_picture(server):
    with listening(server) as heard:
        job = server.make(options={"seconds": 0.5})
        wait(lambda: any(kind == "picture" for kind, _, _ in heard))
        assert heard[0][0] == "queue"
        own = [data for kind, _, data in heard if kind == "job" and data["id"] == job["id"]]
        assert own[0]["state"] in ("queued", "running") and own[-1]["state"] == "done" and any(data["preview"] is not None for data in own)
        progress = [data["progress"] for data in own]
        assert progress == sorted(progress)
        assert next(data for kind, _, data in heard if kind == "picture")["id"] == job["picture"]
        ids = [id for _, id, _ in heard]
        assert ids == sorted(ids)


def test_what_was_missed_is_told_once(server):
    with listening(server) as heard:
        before = heard[0][1]
    jobs = [server.make(f"{k} mugs") for k in range(2, 5)]
    server.http.patch(f"/api/pictures/{jobs[0]['picture']}", json={"starred": True})
    with listening(server, before) as heard:
        wait(lambda: len(heard) >= 7)
        time.sleep(0.2)
        told = [(kind, data["id"]) for kind, _, data in heard[1:]]
        assert sorted(told) == sorted([("job", job["id"]) for job in jobs] + [("picture", job["picture"]) for job in jobs])
        assert all(data["state"] == "done" for kind, _, data in heard if kind == "job")
        assert [data["starred"] for kind, _, data in heard if kind == "picture" and data["id"] == jobs[0]["picture"]] == [True]
        last = heard[-1][1]
    with listening(server, last) as heard:
        time.sleep(0.3)
        assert [kind for kind, _, _ in heard] == ["queue"], "nothing is told twice"


def test_nothing_is_missed_between_two_connections(server):
    """Connect, lose the connection, connect again, all the time, while pictures are made: every job is heard of as done."""
    seen, last = {}, None
    jobs = server.http.post("/api/jobs", json={"prompt": "a mug", "n": 12, "size": 96, "options": {"seconds": 0.05}}).json()["jobs"]
    end = time.monotonic() + 120  # no measure: a test that never ends says nothing
    with listening(server) as heard:
        last = heard[0][1]
    seen |= {job["id"]: server.http.get(f"/api/jobs/{job['id']}").json()["state"] for job in jobs}
    while any(seen[job["id"]] != "done" for job in jobs):
        assert time.monotonic() < end
        with listening(server, last) as heard:
            time.sleep(0.05)
        for kind, id, data in list(heard):
            last = id
            if kind == "job":
                seen[data["id"]] = data["state"]


def test_ids_are_valid_after_a_restart(run_server, tmp_path):
    with run_server(tmp_path) as one:
        with listening(one) as heard:
            one.make("a mug")
            wait(lambda: any(kind == "picture" for kind, _, _ in heard))
            last = heard[0][1]
    with run_server(tmp_path) as two:
        second = two.make("a vase")
        with listening(two, last) as heard:
            wait(lambda: sum(kind == "picture" for kind, _, _ in heard) == 2)
            assert [data["prompt"] for kind, _, data in heard if kind == "job"] == ["a mug", "a vase"]
            assert second["picture"] in [data["id"] for kind, _, data in heard if kind == "picture"]


@pytest.mark.parametrize("last", ["nonsense", "-1", "9" * 30])
def test_an_id_that_is_none_is_no_error(server, last):
    with listening(server, last) as heard:
        assert heard[0][0] == "queue"
