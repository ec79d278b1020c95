"""Workers on other machines: they share no disk with the server, take jobs over HTTP and bring pictures back."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager

import httpx
import pytest

from diorama.errors import RequestError
from diorama.image import read_metadata
from diorama.jobs import worker as lanes
from diorama.jobs.puller import Line, Puller
from diorama.jobs.remote import Offer, Taken
from diorama.recipe import load
from diorama.server.auth import Tokens
from diorama.studio import Settings, Studio


@pytest.fixture(params=["sqlite", "postgres"])
def server(request, tmp_path, run_server):
    """A server that makes nothing itself, closed, with a worker's token and a person's."""
    more = {} if request.param == "sqlite" else {"database": request.getfixturevalue("postgres")}
    tokens = Tokens(tmp_path / "tokens.json")
    secrets = {"worker": tokens.add("farm", worker=True), "ann": tokens.add("ann"), "boss": tokens.add("boss", admin=True)}
    with run_server(tmp_path / "home", makes=False, require_token=True, token_file=tmp_path / "tokens.json", **more) as made:
        made.secrets = secrets
        made.http.headers["authorization"] = f"Bearer {secrets['ann']}"
        made.as_worker = httpx.Client(base_url=made.address, headers={"authorization": f"Bearer {secrets['worker']}"}, timeout=30)
        yield made
        made.as_worker.close()


@contextmanager
def working(server, tmp_path, name="w1", engines=("null",), **more):
    puller = Puller(Line(server.address, server.secrets["worker"]), Settings(home=tmp_path / name, engine="null"), engines, name=name, **more)
    thread = threading.Thread(target=puller.run, daemon=True)
    thread.start()
    try:
        yield puller
    finally:
        puller.abandon()
        thread.join(60)
        assert not thread.is_alive()


def order(server, **more) -> str:
    answer = server.http.post("/api/jobs", json={"prompt": "a red mug", "size": 96, "seed": 1, **more})
    assert answer.status_code == 202, answer.text
    return answer.json()["jobs"][0]["id"]


def take(server, worker="w", engines=("null",), **more) -> Taken:
    answer = server.as_worker.post("/api/workers/take", json=Offer(worker=worker, engines=engines, **more).model_dump(mode="json"))
    assert answer.status_code == 200, answer.text
    return Taken.model_validate_json(answer.content)


def say(server, taken: Taken, what: str, **body) -> httpx.Response:
    return server.as_worker.post(f"/api/workers/jobs/{taken.id}/{what}", json=body, headers={"x-diorama-claim": taken.claim})


def test_a_picture_is_made_elsewhere_and_kept_here(server, tmp_path):
    with working(server, tmp_path) as puller:
        job = server.until(order(server, seed=7), "done")
        entry = server.app_state.studio.history.get(job["picture"])
        assert entry.job == job["id"] and entry.owner == "ann" and entry.seed == 7 and entry.recipe.seed == 7
        assert read_metadata(server.app_state.studio.history.read(entry))["prompt"] == "a red mug"
        assert server.app_state.studio.history.verify() == []
        known = server.http.get("/api/workers", headers={"authorization": f"Bearer {server.secrets['boss']}"}).json()["workers"]
        assert [one["offer"]["worker"] for one in known] == ["w1"] and known[0]["offer"]["engines"] == ["null"] and puller.made == 1


def test_a_workers_token_opens_its_doors_only_and_no_other_token_opens_them(server):
    offer = Offer(worker="w", engines=("null",)).model_dump(mode="json")
    assert server.http.post("/api/workers/take", json=offer).status_code == 403
    assert [server.as_worker.get(path).status_code for path in ("/api/jobs", "/api/pictures", "/api/queue", "/api/workers", "/metrics")] == [403] * 5
    assert httpx.post(server.address + "/api/workers/take", json=offer).status_code == 401


def test_what_is_asked_under_another_claim_changes_nothing(server):
    id = order(server)
    taken = take(server)
    stranger = taken.model_copy(update={"claim": "0" * 32})
    assert say(server, stranger, "failed", error="EngineError", message="no").status_code == 409
    assert say(server, stranger, "beat", progress=0.5).json() == {"on": False}
    say(server, stranger, "release")
    assert say(server, taken, "beat", progress=0.5, stage="sampling").json() == {"on": True}
    job = server.http.get(f"/api/jobs/{id}").json()
    assert (job["state"], job["progress"], job["stage"]) == ("running", 0.5, "sampling")
    digest = "a" * 64
    assert server.as_worker.get(f"/api/workers/jobs/{id}/inputs/{digest}", headers={"x-diorama-claim": taken.claim}).status_code == 404


def test_a_lost_workers_job_is_made_by_another_and_its_late_picture_is_refused(server, tmp_path, monkeypatch):
    id = order(server)
    lost = take(server)
    with server.app_state.queue.store.change() as connection:
        connection.execute("UPDATE jobs SET lease = '2000-01-01' WHERE id = ?", (id,))
    server.app_state.queue.worker.recover()
    assert server.http.get(f"/api/jobs/{id}").json()["state"] == "queued"
    with working(server, tmp_path):
        done = server.until(id, "done")
    assert done["attempts"] == 2
    assert say(server, lost, "failed", error="EngineError", message="late").status_code == 409
    assert server.http.get(f"/api/jobs/{id}").json()["state"] == "done" and server.app_state.studio.history.count() == 1


def test_a_cancelled_job_stops_at_the_worker(server):
    id = order(server)
    taken = take(server)
    server.http.post(f"/api/jobs/{id}/cancel")
    assert say(server, taken, "beat").json() == {"on": False}
    assert server.http.get(f"/api/jobs/{id}").json()["state"] == "cancelled"


def test_a_picture_brought_twice_is_kept_once_and_one_of_another_recipe_not_at_all(server, tmp_path):
    id = order(server)
    taken = take(server)
    with Studio(Settings(home=tmp_path / "there", engine="null")) as studio:
        rendered = studio.render(load(taken.recipe))

    def bring(recipe) -> httpx.Response:
        brought = {"brought": json.dumps({"recipe": recipe.to_json(), "seconds": 1.0})}
        files = {"picture": ("p.png", rendered.encode("png"), "image/png")}
        return server.as_worker.post(f"/api/workers/jobs/{id}/picture", data=brought, files=files, headers={"x-diorama-claim": taken.claim})

    assert bring(rendered.recipe.model_copy(update={"prompt": "another"})).status_code == 400
    first, second = bring(rendered.recipe), bring(rendered.recipe)
    assert first.status_code == second.status_code == 200 and first.json() == second.json()
    assert server.http.get(f"/api/jobs/{id}").json()["state"] == "done" and server.app_state.studio.history.count() == 1


def test_jobs_go_where_their_engine_is_warm(server):
    remote = server.app_state.queue.remote
    order(server)
    assert remote.take(Offer(worker="warm", engines=("painter",), warm=("null",)), wait=20) is None  # it waits on the line, with null loaded
    assert remote.take(Offer(worker="cold", engines=("null",)), wait=0) is None
    assert remote.take(Offer(worker="warm", engines=("null",), warm=("null",)), wait=0) is not None
    remote.leave("warm")
    order(server)
    assert remote.take(Offer(worker="cold", engines=("null",)), wait=0) is not None


def test_a_drained_worker_goes_home_and_what_it_had_is_finished(server, tmp_path):
    boss = {"authorization": f"Bearer {server.secrets['boss']}"}
    with working(server, tmp_path, name="old") as puller:
        server.until(order(server), "done")
        assert server.http.post("/api/workers/old/drain").status_code == 403
        assert server.http.post("/api/workers/old/drain", headers=boss).status_code == 204
        id = order(server)
        with working(server, tmp_path, name="new"):
            server.until(id, "done")
        end = time.monotonic() + 30
        while not puller.stopping and time.monotonic() < end:
            time.sleep(0.05)
        assert puller.stopping


def test_a_token_is_not_sent_in_the_clear():
    with pytest.raises(RequestError, match="in the clear"):
        Line("http://studio.example", "dio_x")
    assert Line("http://studio.example", "dio_x", insecure=True) and Line("http://127.0.0.1:7860", None)


def test_a_lease_is_longer_than_the_time_between_signs_of_life():
    assert lanes.LEASE > 4 * lanes.BEAT


def test_what_is_made_elsewhere_is_judged_there_and_the_others_are_kept_here(server, tmp_path):
    with working(server, tmp_path):
        done = server.until(order(server, best_of=2, rubric={"rules": ["no mug"]}), "done")
    kept = server.app_state.studio.history.list()
    assert len(kept) == 3, "two tries, and one more with what was wrong"
    assert all("no mug" in entry.provenance["failed"] for entry in kept)
    best = max(kept, key=lambda entry: float(entry.provenance["score"]))
    assert server.app_state.studio.history.get(done["picture"]).provenance["score"] == best.provenance["score"]
    assert [entry.job for entry in kept].count(done["id"]) == 1


def test_workers_share_the_pieces_of_one_picture_and_one_that_is_lost_costs_its_piece_only(server, tmp_path):
    store = server.app_state.queue.store
    with working(server, tmp_path, "w1"), working(server, tmp_path, "w2"):
        _wait(lambda: store.helpers("null") == 2)
        id = order(server, options={"parts": 6, "seconds": 0.3})
        job = server.until(id, "done")
    rows = store.pieces_of(id)
    assert len(rows) == 6 and {row["worker"] for row in rows} == {"w1", "w2"} and {row["state"] for row in rows} == {"done"}
    listed = server.http.get("/api/jobs").json()["jobs"]
    assert [one["id"] for one in listed] == [id] and server.app_state.studio.history.get(job["picture"]).job == id


def test_a_piece_whose_worker_is_lost_is_made_by_another(server, tmp_path, monkeypatch):
    monkeypatch.setattr("diorama.jobs.remote.LEASE", 0.5)
    store = server.app_state.queue.store
    offer = {"slots": 4}
    id = order(server, options={"parts": 3})
    taken = take(server, "w", **offer)
    assert taken.id == id and taken.divides
    assert say(server, taken, "pieces", recipe=taken.recipe).status_code == 204
    piece = take(server, "w", **offer)
    assert piece.piece is not None and piece.id != id
    time.sleep(0.6)  # it is not heard of again
    server.app_state.queue.worker.recover()
    with working(server, tmp_path, "w2"):
        server.until(id, "done")
    late = server.as_worker.post(f"/api/workers/jobs/{piece.id}/piece", files={"file": b"x"}, headers={"x-diorama-claim": piece.claim})
    assert late.status_code == 409
    assert [row["attempts"] for row in store.pieces_of(id)] == [2, 1, 1] and {row["worker"] for row in store.pieces_of(id)} == {"w2"}


def _wait(condition) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)
