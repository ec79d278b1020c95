"""Services that are slow, busy, out of reach, refuse, break down or answer late: what becomes of the job, and what is paid."""

from __future__ import annotations

import time

import pytest

from diorama.contracts import find_key
from diorama.engines.fake import FakeEngine
from diorama.errors import EngineQuota
from diorama.jobs import Order, Queue
from diorama.recipe import parse
from diorama.studio import Settings, Studio


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path, engine="null", budget=1.0, budget_currency="XTS")) as opened:
        opened._engines["fake"] = FakeEngine(tmp_path / "service")
        yield opened


def order(studio, engine="fake", **options):
    request = parse({"prompt": "a red mug", "engine": engine, "width": 64, "height": 64, "seed": 1, "options": options})
    (recipe,) = studio.recipes(request, studio.read(request))
    return [Order(recipe=recipe)]


def until(queue, id, *states, seconds=20.0):
    end = time.monotonic() + seconds
    while queue.get(id).state not in states:
        assert time.monotonic() < end, queue.get(id)
        time.sleep(0.01)
    return queue.get(id)


def bills(studio) -> int:
    return len(studio.engine("fake").service.bills())


def test_what_a_picture_cost_is_kept_with_the_job_and_the_picture(queue, studio):
    (job,) = queue.submit(order(studio, price=0.05), "ann")
    assert (job.quote.low, job.quote.high, job.quote.currency) == (0.05, 0.05, "XTS")
    done = until(queue, job.id, "done")
    entry = studio.history.get(done.picture)
    assert [(one.amount, one.currency) for one in entry.spent] == [(0.05, "XTS")] and done.spent == entry.spent
    assert entry.provenance["service"] == "fake" and entry.provenance["remote_id"] and done.submitted


def test_a_service_does_not_wait_behind_a_render(queue, studio):
    (slow,) = queue.submit(order(studio, "null", seconds=30.0), "ann")
    quick = queue.submit(order(studio) * 4, "ann")
    assert [job.position for job in quick] == [0, 1, 2, 3], "its own line"
    for job in quick:
        until(queue, job.id, "done")
    assert queue.get(slow.id).state == "running"
    queue.cancel(slow.id, "ann")


def test_as_many_at_a_time_as_the_service_takes(queue, studio):
    jobs = queue.submit(order(studio, seconds=1.0) * 6, "ann")
    seen = 0
    while any(queue.get(job.id).state != "done" for job in jobs):
        seen = max(seen, len(queue.worker.running))
        time.sleep(0.01)
    assert seen == 4


@pytest.mark.parametrize(
    ("options", "code", "paid"),
    [
        ({"refuses": "prompt"}, "moderation_blocked", 0), ({"refuses": "picture"}, "moderation_blocked", 1), ({"fails": True}, "engine_failed", 1),
        ({"silent": True}, "outcome_unknown", 1), ({"busy": 100}, "engine_busy", 0),
    ],
)  # fmt: skip
def test_what_fails_says_why_and_nothing_is_ordered_behind_ones_back(queue, studio, options, code, paid, monkeypatch):
    monkeypatch.setattr("diorama.jobs.making.BACKOFF", 0.01)
    (job,) = queue.submit(order(studio, **options), "ann")
    failed = until(queue, job.id, "failed")
    assert (failed.error.code, failed.error.retry, bills(studio)) == (code, code == "engine_busy", paid)
    assert not failed.submitted, "trying again is a new order"
    assert studio.history.count() == 0


def test_a_busy_service_is_asked_again_when_it_says(queue, studio, monkeypatch):
    monkeypatch.setattr("diorama.jobs.making.BACKOFF", 0.2)
    (job,) = queue.submit(order(studio, busy=2), "ann")
    waited = until(queue, job.id, "queued", "done")
    while waited.ready is None and waited.state != "done":
        waited = queue.get(job.id)
    assert waited.state == "queued" and waited.error.code == "engine_busy" and waited.error.retry_after == 0.05
    done = until(queue, job.id, "done")
    assert done.attempts == 3 and bills(studio) == 1 and done.error is None


def test_a_lost_connection_costs_time_and_no_money(queue, studio):
    (job,) = queue.submit(order(studio, offline=4), "ann")
    assert until(queue, job.id, "done").attempts == 1
    assert bills(studio) == 1


def test_what_does_not_answer_any_more_is_fetched_when_it_does(queue, studio):
    engine = studio.engine("fake")
    engine.patience = 0.2
    (job,) = queue.submit(order(studio, offline=6), "ann")
    lost = until(queue, job.id, "failed")
    assert lost.error.code == "engine_timeout" and lost.submitted
    engine.patience = 60.0
    queue.retry(job.id, "ann")
    until(queue, job.id, "done")
    assert bills(studio) == 1


def test_stopping_the_server_leaves_the_order_where_it_is(studio):
    one = Queue(studio)
    one.start()
    (job,) = one.submit(order(studio, seconds=1.0), "ann")
    while not one.get(job.id).submitted:
        time.sleep(0.01)
    one.stop()
    two = Queue(studio)
    assert two.get(job.id).state == "queued" and two.get(job.id).submitted
    two.start()
    assert until(two, job.id, "done").attempts == 1
    two.stop()
    assert bills(studio) == 1


def test_cancelling_withdraws_it_also_while_it_waits_to_be_fetched(studio):
    service = studio.engine("fake").service
    one = Queue(studio)
    one.start()
    running, waiting = one.submit(order(studio, seconds=60.0) * 2, "ann")
    remotes = {}
    while len(remotes) < 2:
        remotes = {id: remote for id in (running.id, waiting.id) if (remote := one.store.remote(id))}
    one.cancel(running.id, "ann")
    one.stop()
    two = Queue(studio)
    two.cancel(waiting.id, "ann")
    end = time.monotonic() + 10
    while not all(service.look(remote).withdrawn for remote in remotes.values()):
        assert time.monotonic() < end
        time.sleep(0.01)
    two.stop()


def test_warnings_of_the_engine_are_kept(queue, studio):
    (job,) = queue.submit(order(studio, revises=True), "ann")
    assert [one.code for one in until(queue, job.id, "done").warnings] == ["prompt_revised"]


def test_the_budget_holds_for_what_is_spent_and_for_what_waits(queue, studio):
    queue.pause(True)
    queue.submit(order(studio, price=0.6), "ann")
    with pytest.raises(EngineQuota, match="over the budget, 1.00"):
        queue.submit(order(studio, price=0.6), "bob")
    queue.submit(order(studio, price=0.3), "bob")
    queue.pause(False)
    for name in ("ann", "bob"):
        until(queue, queue.list(name)[0].id, "done")
    with pytest.raises(EngineQuota, match="0.90 spent"):
        queue.submit(order(studio, price=0.2), "ann")
    assert queue.submit(order(studio, "null"), "ann"), "what costs nothing is always welcome"


def test_a_token_may_spend_so_much_and_no_more_whatever_the_house_may(queue, studio):
    queue.pause(True)
    queue.submit(order(studio, price=0.3), "ann", allowance=0.5)
    with pytest.raises(EngineQuota, match="over the budget of ann, 0.50") as wrong:
        queue.submit(order(studio, price=0.3), "ann", allowance=0.5)
    assert "diorama token add --budget" in wrong.value.hint
    queue.submit(order(studio, price=0.3), "bob", allowance=0.5)
    with pytest.raises(EngineQuota, match="over the budget, 1.00"):
        queue.submit(order(studio, price=0.5), "bob", allowance=5.0)
    assert queue.submit(order(studio, "null"), "ann", allowance=0.0), "what costs nothing is always welcome"


def test_how_long_a_picture_takes_is_known_from_those_before_it(queue, studio):
    (first,) = order(studio, price=0.1)
    assert queue.store.lasted(first.recipe) == []
    until(queue, queue.submit([first], "ann")[0].id, "done")
    assert len(queue.store.lasted(first.recipe)) == 1 and 0 <= queue.store.lasted(first.recipe)[0] < 20
    larger = first.recipe.model_copy(update={"width": 256})
    assert queue.store.lasted(larger) == [] and queue.store.waiting("fake") == 0


def test_a_key_is_found_in_the_environment_or_in_one_file(tmp_path, monkeypatch):
    able = FakeEngine().capabilities().model_copy(update={"needs": ("key",), "needs_key": "far", "key_env": "FAR_KEY"})
    monkeypatch.setenv("DIORAMA_KEYS", str(tmp_path / "keys.toml"))
    assert find_key(able) is None
    (tmp_path / "keys.toml").write_text('far = " k1 "')
    assert find_key(able) == "k1"
    monkeypatch.setenv("FAR_KEY", "k2")
    assert find_key(able) == "k2"
