"""The queue with its worker, on the null engine: made once, cancelled in time, taken up again after a stop."""

from __future__ import annotations

import time

import numpy as np
import pytest

from diorama.errors import JobError, OutputError
from diorama.image import encode, open_picture
from diorama.jobs import Order, Queue
from diorama.recipe import parse
from diorama.studio.inputs import keep as keep_inputs


def orders(studio, count=1, seconds=0.0, prompt="a red mug", **more):
    request = parse({"prompt": prompt, "engine": "null", "width": 64, "height": 64, "seed": 1, "count": count, "options": {"seconds": seconds}})
    return [Order(recipe=recipe, **more) for recipe in studio.recipes(request, studio.read(request))]


def until(condition, seconds=10.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.005)


def test_a_job_becomes_an_entry(queue, studio):
    (first,) = queue.submit(orders(studio), "ann")
    until(lambda: queue.get(first.id).state == "done")
    entry = studio.history.get(queue.get(first.id).picture)
    assert (entry.job, entry.owner, entry.format, entry.prompt) == (first.id, "ann", "png", "a red mug")
    assert (studio.settings.home / "passes" / entry.id / "ids.png").is_file()
    (second,) = queue.submit(orders(studio, parent=entry.id, edit={"words": "blue"}), "ann")
    until(lambda: queue.get(second.id).state == "done")
    child = studio.history.get(queue.get(second.id).picture)
    assert child.parent == entry.id and child.edit == {"words": "blue"}


def test_cancelled_within_a_second(queue, studio):
    running, waiting = queue.submit(orders(studio, 2, seconds=60), "ann")
    until(lambda: running.id in queue.worker.running)
    start = time.monotonic()
    assert queue.cancel(running.id, "ann").state == "cancelled"
    until(lambda: waiting.id in queue.worker.running)
    assert time.monotonic() - start < 1
    assert queue.cancel(waiting.id, "ann").state == "cancelled"
    until(lambda: not queue.worker.running)
    assert studio.history.count() == 0


def test_cancelling_at_any_moment_makes_one_or_none(queue, studio):
    for delay in np.linspace(0, 0.06, 30):
        (job,) = queue.submit(orders(studio), "ann")
        time.sleep(delay)
        state = queue.cancel(job.id, "ann").state
        until(lambda: not queue.worker.running)
        assert queue.get(job.id).state == state, "told once, it stays so"
        assert (studio.history.of_job(job.id) is not None) == (state == "done")


def test_a_cancelled_job_can_be_tried_again(queue, studio):
    (job,) = queue.submit(orders(studio, seconds=0.3), "ann")
    until(lambda: queue.get(job.id).state == "running")
    queue.cancel(job.id, "ann")
    assert queue.retry(job.id, "ann").state in ("queued", "running")
    until(lambda: queue.get(job.id).state == "done")
    assert studio.history.count() == 1


def test_what_fails_says_why_and_the_queue_goes_on(queue, studio):
    (bad,) = queue.submit(orders(studio, prompt="a mug, refuse-this-prompt"), "ann")
    (good,) = queue.submit(orders(studio), "ann")
    until(lambda: queue.get(good.id).state == "done")
    failed = queue.get(bad.id)
    assert failed.state == "failed" and failed.error.code == "moderation_blocked" and failed.picture is None


def test_a_full_disk_delays_but_loses_nothing(queue, studio, monkeypatch):
    real, calls = studio.history.append, []

    def full(*args, **kwargs):
        entry = real(*args, **kwargs)
        if len(calls) < 2:
            calls.append(1)
            monkeypatch.setattr(queue.store, "done", fail)
        return entry

    def fail(*_):
        monkeypatch.undo()
        raise OutputError("no room")

    monkeypatch.setattr(studio.history, "append", full)
    (job,) = queue.submit(orders(studio), "ann")
    until(lambda: queue.get(job.id).state == "done")
    assert studio.history.count() == 1 and queue.get(job.id).attempts == 1


def test_progress_and_previews_are_seen_while_it_runs(queue, studio):
    heard = []
    listener = queue.listen(lambda: heard.append(1), owner="ann")
    (job,) = queue.submit(orders(studio, seconds=0.6), "ann")
    until(lambda: queue.get(job.id).preview is not None)
    seen = queue.get(job.id)
    assert seen.state == "running" and 0 <= seen.progress < 1 and seen.text and queue.previews.jpeg(job.id).startswith(b"\xff\xd8")
    until(lambda: queue.get(job.id).state == "done")
    until(lambda: not queue.worker.running)
    changes = listener.fetch()
    assert {(c.kind, c.id) for c in changes} == {("job", job.id), ("picture", queue.get(job.id).picture), ("queue", "")}, "of each thing the newest only"
    assert [c.event for c in changes] == sorted(c.event for c in changes) and heard
    queue.hub.leave(listener)
    assert queue.hub.listening == 0


def test_stopping_leaves_everything_for_the_next(studio):
    one = Queue(studio)
    one.start()
    jobs = one.submit(orders(studio, 3, seconds=0.4), "ann")
    until(lambda: one.get(jobs[0].id).state == "running")
    with pytest.raises(JobError, match="another server"):
        Queue(studio)
    start = time.monotonic()
    one.stop()
    assert time.monotonic() - start < 1 and not one.worker.alive
    two = Queue(studio)
    assert [two.get(job.id).state for job in jobs] == ["queued"] * 3 and two.get(jobs[0].id).attempts == 0
    two.start()
    until(lambda: all(two.get(job.id).state == "done" for job in jobs))
    two.stop()
    assert studio.history.count() == 3


def test_references_and_masks_are_seen_in_the_picture(queue, studio):
    halves = np.zeros((64, 64, 3), np.uint8)
    halves[:, 32:] = 255
    source = np.full((64, 64, 3), 200, np.uint8)
    inputs = keep_inputs(studio.history.inputs, [("source", encode(source)), ("mask", encode(halves)), ("reference", encode(halves))])
    request = parse({"prompt": "a red mug", "engine": "null", "width": 64, "height": 64, "seed": 1, "inputs": [one.model_dump() for one in inputs]})
    (job,) = queue.submit([Order(recipe=recipe) for recipe in studio.recipes(request, studio.read(request))], "ann")
    until(lambda: queue.get(job.id).state in ("done", "failed"))
    entry = studio.history.get(queue.get(job.id).picture)
    picture = open_picture(entry.path)
    assert (picture[:, :32] == 200).all() and (picture[:, 32:] != 200).any()
    assert entry.recipe.inputs == inputs, "and the recipe can be made again"
    assert np.array_equal(studio.render(entry.recipe).outcome.picture, picture)


def _as_if_real(studio, monkeypatch):
    """The null engine, which says of itself that it makes pictures."""
    engine = studio.engine("null")
    real = engine.capabilities().model_copy(update={"pretends": False})
    monkeypatch.setattr(engine, "capabilities", lambda: real)


def test_what_is_made_is_scored_against_its_words(queue, studio, monkeypatch):
    _as_if_real(studio, monkeypatch)
    (job,) = queue.submit(orders(studio), "ann")
    until(lambda: queue.get(job.id).state == "done")
    assert studio.history.get(queue.get(job.id).picture).provenance["score"] == "1.00"


def test_a_picture_that_cannot_be_judged_is_not_lost(queue, studio, monkeypatch):
    from diorama.studio import judging

    def broken(*_, **__):
        raise ValueError("the judge is ill")

    _as_if_real(studio, monkeypatch)
    monkeypatch.setattr(judging, "judged", broken)
    (job,) = queue.submit(orders(studio), "ann")
    until(lambda: queue.get(job.id).state in ("done", "failed"))
    assert queue.get(job.id).state == "done" and "score" not in studio.history.get(queue.get(job.id).picture).provenance
