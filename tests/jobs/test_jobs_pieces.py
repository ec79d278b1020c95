"""Jobs in pieces on the null engine: divided where there is somebody to share them, each made once, joined to the picture that is made whole."""

from __future__ import annotations

import time

import numpy as np

from diorama.history import Wanted
from diorama.image import open_picture
from diorama.jobs import Order, Queue
from diorama.recipe import parse
from diorama.studio import Settings, Studio

PARTS = 5


def order(studio, parts=PARTS, seconds=0.0, seed=1, **more):
    request = parse({"prompt": "a red mug", "engine": "null", "width": 64, "height": 96, "seed": seed, "options": {"seconds": seconds, "parts": parts}})
    return Order(recipe=studio.recipes(request, studio.read(request))[0], **more)


def until(condition, seconds=15.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.005)


def helper(queue, monkeypatch):
    """As if a worker elsewhere were there to share pieces with."""
    monkeypatch.setattr(queue.store, "helpers", lambda engine, seen=60.0: 2)


def test_alone_it_is_made_whole(queue, studio):
    (job,) = queue.submit([order(studio)], "ann")
    until(lambda: queue.get(job.id).state == "done")
    assert not queue.store.pieces_of(job.id)


def test_the_joined_picture_is_the_whole_one_and_is_one_job_and_one_entry(queue, studio, monkeypatch):
    (whole,) = queue.submit([order(studio)], "ann")
    until(lambda: queue.get(whole.id).state == "done")
    helper(queue, monkeypatch)
    (job,) = queue.submit([order(studio)], "ann")
    until(lambda: queue.get(job.id).state == "done")
    rows = queue.store.pieces_of(job.id)
    assert [row["state"] for row in rows] == ["done"] * PARTS
    one, other = (studio.history.get(queue.get(id).picture) for id in (whole.id, job.id))
    assert np.array_equal(open_picture(studio.history.read(one)), open_picture(studio.history.read(other)))
    assert one.recipe.digest == other.recipe.digest and other.job == job.id
    assert [listed.id for listed in queue.list("ann")] == [job.id, whole.id], "pieces are nobody's jobs"
    assert len(studio.history.find(Wanted(limit=50))) == 2
    assert (studio.settings.home / "passes" / other.id / "ids.png").is_file()


def test_pieces_count_for_no_quota_and_are_told_to_nobody(queue, studio, monkeypatch):
    helper(queue, monkeypatch)
    (job,) = queue.submit([order(studio)], "ann", quota=2)
    until(lambda: queue.get(job.id).state == "done")
    queue.submit([order(studio)], "ann", quota=2)
    assert {thing.id for _, kind, thing in queue.changed("ann", 0) if kind == "job"} <= {listed.id for listed in queue.list("ann")}


def test_cancelled_with_all_its_pieces(queue, studio, monkeypatch):
    helper(queue, monkeypatch)
    (job,) = queue.submit([order(studio, seconds=60)], "ann")
    until(lambda: any(row["state"] == "running" for row in queue.store.pieces_of(job.id)))
    start = time.monotonic()
    assert queue.cancel(job.id, "ann").state == "cancelled"
    until(lambda: not queue.worker.running)
    assert time.monotonic() - start < 2
    assert {row["state"] for row in queue.store.pieces_of(job.id)} == {"cancelled"}


def test_a_piece_that_fails_for_good_fails_the_job_which_can_be_tried_again(queue, studio, monkeypatch):
    helper(queue, monkeypatch)
    engine, real = studio.engine("null"), studio.engine("null").piece
    bad = [True]

    def piece(job, one, *more):
        if bad and one.box[1] > 0:
            raise ValueError("broken on purpose")
        return real(job, one, *more)

    monkeypatch.setattr(engine, "piece", piece)
    (job,) = queue.submit([order(studio)], "ann")
    until(lambda: queue.get(job.id).state == "failed")
    until(lambda: not any(row["state"] in ("queued", "running") for row in queue.store.pieces_of(job.id)))
    bad.clear()
    queue.retry(job.id, "ann")
    until(lambda: queue.get(job.id).state == "done")


def test_a_server_that_stops_among_pieces_goes_on_with_those_that_are_left(tmp_path, monkeypatch):
    with Studio(Settings(home=tmp_path, engine="null")) as studio:
        first = Queue(studio)
        helper(first, monkeypatch)
        first.start()
        (job,) = first.submit([order(studio, seconds=0.3)], "ann")
        until(lambda: sum(row["state"] == "done" for row in first.store.pieces_of(job.id)) >= 2)
        first.stop()
        made = {row["id"]: row["made"] for row in _rows(studio, job.id) if row["state"] == "done"}
        second = Queue(studio)
        second.start()
        until(lambda: second.get(job.id).state == "done")
        after = {row["id"]: row for row in second.store.pieces_of(job.id)}
        assert len(made) >= 2 and all(after[id]["made"] == digest and after[id]["attempts"] == 1 for id, digest in made.items())
        second.stop()


def _rows(studio, id):
    from diorama.jobs.store import Store

    store = Store(studio.settings.home / "jobs.sqlite")
    rows = store.pieces_of(id)
    store.end()
    return rows
