"""The store by itself: who comes next, what changes when, what is told."""

from __future__ import annotations

import random
import threading
from collections import Counter

import pytest

from diorama.contracts import Quote, Spent
from diorama.errors import EngineQuota, JobConflict, KeyReused, QueueFull, QuotaUsed, UnknownJob
from diorama.jobs import Order
from diorama.jobs.job import Problem
from diorama.jobs.store import Budget, Store, Team
from diorama.recipe import Request, resolve


@pytest.fixture
def told():
    return []


@pytest.fixture(params=["sqlite", "postgres"])
def open_store(request, tmp_path):
    """A function that opens the same store, as another process would."""
    opened: list = []
    if request.param == "sqlite":
        where = tmp_path / "jobs.sqlite"
        kind = Store
    else:
        where = request.getfixturevalue("postgres")
        from diorama.jobs.shared import SharedStore as kind

    def open_(*tell):
        opened.append(kind(where, *tell))
        return opened[-1]

    yield open_
    for one in opened:
        one.end()


@pytest.fixture
def store(open_store, told):
    return open_store(lambda *change: told.append(change))


@pytest.fixture
def order(scene):
    def make(seed: int = 1, **more) -> Order:
        return Order(recipe=resolve(Request(prompt="a mug", seed=seed, width=96, height=64, engine="null"), scene, engine_version="1"), **more)

    return make


def drain(store: Store) -> list[str]:
    """Take everything, as the worker would; the seeds in order."""
    seeds = []
    while task := store.take(5, "null"):
        seeds.append(task.recipe.seed)
        store.done(task.id, f"{len(seeds):064x}")
    return seeds


def test_owners_take_turns(store, order):
    store.submit([order(seed) for seed in range(4)], "ann")
    store.submit([order(seed) for seed in (10, 11)], "bob")
    store.submit([order(20)], "cyd")
    waiting = sorted(store.positions().items(), key=lambda item: item[1])
    foretold = [store.get(id).seed for id, _ in waiting]
    assert drain(store) == foretold == [0, 10, 20, 1, 11, 2, 3]


def test_a_newcomer_does_not_wait_for_a_long_queue(store, order):
    store.submit([order(seed) for seed in range(50)], "ann")
    store.take(5, "null"), store.take(5, "null")
    (job,) = store.submit([order(99)], "bob")
    assert job.position == 0 and store.take(5, "null").recipe.seed == 99


def test_turns_are_remembered(open_store, order):
    one = open_store()
    one.submit([order(1), order(2)], "ann")
    one.submit([order(10)], "bob")
    assert one.take(5, "null").recipe.seed == 1
    one.close()
    assert open_store().take(5, "null").recipe.seed == 10


def test_moving_changes_the_owners_own_line_only(store, order):
    jobs = store.submit([order(seed) for seed in range(4)], "ann")
    store.submit([order(10)], "bob")
    assert store.move(jobs[3].id, "ann", 0).position == 0
    store.move(jobs[0].id, "ann", 99)
    assert drain(store) == [3, 10, 1, 2, 0]
    with pytest.raises(JobConflict):
        store.move(jobs[0].id, "ann", 0)


def test_pausing_stops_the_taking(store, order):
    store.submit([order()], "ann")
    store.pause(True)
    assert store.paused and store.take(5, "null") is None
    store.pause(False)
    assert store.take(5, "null") is not None and store.take(5, "null") is None


def test_states_go_only_where_they_may(store, order):
    a, b, c = store.submit([order(seed) for seed in range(3)], "ann")
    store.take(5, "null")
    store.cancel(a.id, "ann")
    store.done(a.id, "0" * 64)
    assert store.get(a.id).state == "cancelled", "a cancelled job is not done, whatever the engine says"
    store.take(5, "null")
    store.done(b.id, "0" * 64)
    store.fail(b.id, Problem(message="late", type="server_error"))
    assert store.cancel(b.id, "ann").state == "done"
    store.cancel(c.id, "ann")
    with pytest.raises(JobConflict):
        store.retry(b.id, "ann")
    assert store.retry(a.id, "ann").state == "queued" and store.get(a.id).ended is None


def test_what_kills_the_server_is_given_up(store, order):
    (job,) = store.submit([order()], "ann")
    for _ in range(3):
        assert store.take(3, "null").id == job.id
        store.requeue(job.id)
    assert store.take(3, "null") is None
    failed = store.get(job.id)
    assert failed.state == "failed" and failed.error.code == "lost" and "3 times" in failed.error.message
    assert store.retry(job.id, "ann").state == "queued" and store.take(3, "null") is not None


def test_the_same_key_makes_the_same_jobs(store, order):
    first = store.submit([order(1), order(2)], "ann", key="k", content="x")
    again = store.submit([order(3), order(4)], "ann", key="k", content="x")
    assert [job.id for job in first] == [job.id for job in again] and store.counts()["queued"] == 2
    assert store.submit([order(5)], "bob", key="k", content="y")[0].id not in {job.id for job in first}
    with pytest.raises(KeyReused, match="another request"):
        store.submit([order(1)], "ann", key="k", content="z")


def test_the_same_key_at_the_same_time(store, order):
    found = []
    threads = [threading.Thread(target=lambda: found.append(store.submit([order()], "ann", key="k")[0].id)) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(found) == 8 and len(set(found)) == 1


def test_no_more_than_there_is_room_for(store, order):
    store.submit([order(seed) for seed in range(3)], "ann", most=5, most_each=3)
    with pytest.raises(QueueFull):
        store.submit([order()], "ann", most=5, most_each=3)
    with pytest.raises(QueueFull):
        store.submit([order(seed) for seed in range(3)], "bob", most=5, most_each=3)
    assert store.counts()["queued"] == 3, "all or none"


def test_a_quota_counts_what_was_not_given_back(store, order):
    a, _ = store.submit([order(1), order(2)], "ann", quota=2)
    with pytest.raises(QuotaUsed, match="2 of 2"):
        store.submit([order(3)], "ann", quota=2)
    store.cancel(a.id, "ann")
    store.submit([order(3)], "ann", quota=2)


def test_a_team_shares_its_quota_and_its_budget(store, order):
    team, price = Team("prints", quota=3), Quote(low=0.2, high=0.4, currency="USD")
    store.submit([order(1, quote=price), order(2)], "ann", team=team)
    store.submit([order(3)], "cyd")
    with pytest.raises(QuotaUsed, match="team prints: 2 of 3"):
        store.submit([order(4), order(5)], "bob", team=team)
    (last,) = store.submit([order(6)], "bob", team=team, budgets=(Budget(0.5, "USD", team="prints"),))
    store.cancel(last.id, "bob")
    with pytest.raises(EngineQuota, match="the budget of team prints"):
        store.submit([order(7, quote=price)], "bob", team=team, budgets=(Budget(0.5, "USD", team="prints"),))
    task = store.take(5, "null")
    store.spend(task.id, Spent(amount=0.15, currency="USD", reference="r"))
    assert store.team_made("prints") == 2 and store.team_spent("prints", "USD") == 0.15 and store.team_made("other") == 0


def test_a_team_that_orders_at_once_has_no_more_than_its_quota(open_store, order):
    """Several servers at a time, in PostgreSQL: counting and writing is one transaction."""
    stores = [open_store() for _ in range(3 if open_store().shared else 1)]
    had, lock = [], threading.Lock()

    def ask(one, owner: str) -> None:
        for seed in range(4):
            try:
                one.submit([order(seed)], owner, team=Team("prints", quota=5))
            except QuotaUsed:
                continue
            with lock:
                had.append(owner)
        one.close()

    threads = [threading.Thread(target=ask, args=(stores[k % len(stores)], f"owner {k}")) for k in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(had) == 5 == stores[0].team_made("prints")


def test_others_jobs_are_unknown(store, order):
    (job,) = store.submit([order()], "ann")
    for ask in (lambda: store.get(job.id, "bob"), lambda: store.cancel(job.id, "bob"), lambda: store.move(job.id, "bob", 0), lambda: store.get("job_0")):
        with pytest.raises(UnknownJob):
            ask()
    assert not store.list("bob")


def test_event_ids_grow_through_crashes(open_store, order, told):
    one = open_store(lambda *change: told.append(change))
    (job,) = one.submit([order()], "ann")
    one.passing("ann", "job", job.id)
    one.settle()
    last = told[-1][3]
    two = open_store()  # as after kill -9: the first was never closed
    two.cancel(job.id, "ann")
    events = [change[3] for change in told] + [two.get(job.id).event]
    assert events == sorted(set(events)) or one.shared and events[-1] > last


def test_what_was_missed_is_told_once_as_it_is_now(store, order, told):
    a, b = store.submit([order(1), order(2)], "ann")
    store.settle()
    seen = told[-1][3]
    store.take(5, "null")
    store.done(a.id, "0" * 64)
    changed = store.changed("ann", seen)
    assert [(kind, getattr(thing, "state", thing)) for _, kind, thing in changed] == [("job", "done"), ("picture", "0" * 64)]
    assert store.changed("ann", changed[-1][0]) == [] and store.changed("bob", 0) == []


def test_pages_of_jobs(store, order):
    jobs = store.submit([order(seed) for seed in range(5)], "ann")
    page = store.list("ann", limit=2)
    rest = store.list("ann", before=page[-1].id)
    assert [job.id for job in (*page, *rest)] == [job.id for job in reversed(jobs)]
    store.cancel(jobs[0].id, "ann")
    assert [job.id for job in store.list("ann", state="cancelled")] == [jobs[0].id]


def test_a_queue_of_the_first_version_goes_on(tmp_path, order, older_file):
    old = older_file(tmp_path / "jobs.sqlite", "jobs", 1)
    row = "INSERT INTO jobs (id, owner, state, rank, recipe, inputs, created, event) VALUES (?, 'ann', 'queued', ?, ?, ?, '2026-11-01', ?)"
    told = ('{"references": [], "mask": null}', '{"references": ["ab"], "mask": null}', '{"references": [], "mask": "cd"}')
    with old:
        for k, inputs in enumerate(told):
            old.execute(row, (f"job_{k:024x}", k, order(k).recipe.to_json(), inputs, k))
    old.close()
    new = Store(tmp_path / "jobs.sqlite")
    assert [new.get(f"job_{k:024x}").state for k in range(3)] == ["queued", "failed", "failed"]
    assert new.take(5, "null").recipe.seed == 0 and "older version" in new.get(f"job_{1:024x}").error.message
    new.close()


def test_budgets_of_the_house_and_of_a_token_count_what_is_spent_and_what_waits(store, order):
    """In either database: money is added up in its SQL."""
    price = Quote(low=0.2, high=0.4, currency="USD")
    house, anns = Budget(1.0, "USD"), Budget(0.5, "USD", "ann")
    store.submit([order(1, quote=price)], "ann", budgets=(house, anns))
    with pytest.raises(EngineQuota, match="the budget of ann"):
        store.submit([order(2, quote=price)], "ann", budgets=(house, anns))
    task = store.take(5, "null")
    store.spend(task.id, Spent(amount=0.05, currency="USD", reference="r1"))
    store.spend(task.id, Spent(amount=0.10, currency="USD", reference="r1"))
    store.done(task.id, "0" * 64)
    store.submit([order(3, quote=price)], "ann", budgets=(house, anns))  # 0.10 of the one before, told twice, and 0.40 that may come
    with pytest.raises(EngineQuota, match="over the budget, 1.00"):
        store.submit([order(4, quote=price), order(5, quote=price)], "bob", budgets=(house,))
    with pytest.raises(EngineQuota, match="this costs EUR"):
        store.submit([order(6, quote=price.model_copy(update={"currency": "EUR"}))], "bob", budgets=(house,))


def test_a_thread_that_writes_what_money_depends_on_or_what_may_be_lost_syncs_as_before(tmp_path):
    """Threads of the server's pool do both, and write orders down: those must outlive a power cut."""
    store = Store(tmp_path / "jobs.sqlite")
    synced = lambda: store.connection.execute("PRAGMA synchronous").fetchone()[0]  # noqa: E731
    full = synced()
    with store.strictly():
        assert synced() == full == 2
    with store.relaxed():
        assert synced() == 1
        with store.strictly():
            assert synced() == 2
        assert synced() == 1
    assert synced() == full
    store.end()


def test_turns_are_even_between_owners_whatever_becomes_of_the_tries(store, order):
    """Of four owners who all have something waiting nobody has two turns more than another: tries are made, lost with their worker, or given back failed."""
    owners = ("ann", "bob", "cleo", "dan")
    for owner in owners[::-1]:
        store.submit([order(seed) for seed in range(12)], owner)
    chance, turns, running = random.Random(5), Counter(dict.fromkeys(owners, 0)), []
    for _ in range(40):
        running.append(store.take(99, "null", worker="w", lease=30))
        turns[running[-1].owner] += 1
        assert max(turns.values()) - min(turns.values()) <= 1, turns
        while running and chance.random() < 0.5:
            task = running.pop(chance.randrange(len(running)))
            match chance.choice(("made", "lost", "failed")):
                case "made":
                    store.done(task.id, f"{len(turns):064x}", claim=task.claim)
                case "lost":
                    store.requeue(task.id, claim=task.claim)
                case _:
                    store.fail(task.id, Problem(message="no", type="server_error"), claim=task.claim)
