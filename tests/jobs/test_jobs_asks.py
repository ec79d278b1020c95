"""Asks by themselves: which one a repeat joins. The whole way, with real clients: tests/server/test_server_again.py."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diorama.errors import QueueFull
from diorama.jobs import Order, asks
from diorama.jobs.asks import Asks
from diorama.jobs.job import Problem
from diorama.jobs.store import Store
from diorama.recipe import Request, resolve


class Desk:
    """What the server does with an ask, in one place."""

    def __init__(self, path, scene):
        self.store = Store(path)
        self.asks = Asks(self.store)
        self.recipe = resolve(Request(prompt="a mug", seed=1, width=96, height=64, engine="null"), scene, engine_version="1")

    def ask(self, repeats=False, content="c", owner="ann", **more):
        """(the ask, whether it is a new one)"""
        found = self.asks.join(owner, content, repeats)
        if found is not None:
            return found, False
        opened: list = []
        try:
            self.store.submit([Order(recipe=self.recipe)], owner, beside=self.asks.opening(owner, content, opened), **more)
        except QueueFull:
            self.asks.forget_answers(owner, content)
            raise
        return opened[0], True

    def hang_up(self, ask):
        with self.asks.present(ask):
            pass

    def answer(self, ask):
        with self.asks.present(ask):
            self.asks.answered(ask)

    def finish(self, ask, failed=False):
        for _ in ask.jobs:
            task = self.store.take(5, "null")
            if failed:
                self.store.fail(task.id, Problem(message="no", type="server_error"))
            else:
                self.store.done(task.id, f"{task.id:064}"[-64:])


@pytest.fixture
def desk(tmp_path, scene):
    made = Desk(tmp_path / "jobs.sqlite", scene)
    yield made
    made.store.close()


@pytest.mark.parametrize(
    ("before", "plainly", "as_a_repeat"),
    [
        (["hang_up"], "joins", "joins"), (["finish", "hang_up"], "joins", "joins"), ([], "new", "joins"), (["finish", "answer"], "new", "joins"),
        (["fail", "hang_up"], "new", "joins"), (["fail", "answer"], "new", "joins"), (["finish", "hang_up", "later"], "new", "new"), (["finish", "answer", "later"], "new", "new"),
        (["hang_up", "later"], "joins", "joins"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("repeats", [False, True])
def test_which_asks_are_the_same(desk, monkeypatch, before, plainly, as_a_repeat, repeats):
    first, _ = desk.ask()
    for step in before:
        if step == "later":
            monkeypatch.setattr(asks, "WINDOW", timedelta(seconds=-1))
        elif step in ("finish", "fail"):
            desk.finish(first, failed=step == "fail")
        else:
            getattr(desk, step)(first)
    second, new = desk.ask(repeats)
    assert ("new" if new else "joins") == (as_a_repeat if repeats else plainly) and (second.jobs != first.jobs) == new


@pytest.mark.parametrize("other", [{"owner": "bob"}, {"content": "d"}])
@pytest.mark.parametrize("repeats", [False, True])
def test_another_owner_or_content_is_another(desk, other, repeats):
    desk.hang_up(desk.ask()[0])
    assert desk.ask(repeats, **other)[1]


def test_a_repeat_of_what_was_refused_is_not_given_an_older_picture(desk):
    older, _ = desk.ask()
    desk.finish(older)
    desk.answer(older)
    with pytest.raises(QueueFull):
        desk.ask(most=0)
    assert desk.ask(repeats=True)[1]


def test_after_a_new_ask_the_older_answer_is_no_longer_repeated(desk):
    older, _ = desk.ask()
    desk.finish(older)
    desk.answer(older)
    newer, _ = desk.ask()
    assert desk.ask(repeats=True)[0] == newer


def test_a_repeat_goes_first_to_who_hung_up_then_to_the_least_attended(desk):
    one, two = desk.ask()[0], desk.ask()[0]
    assert desk.ask(repeats=True)[0] == one and desk.ask(repeats=True)[0] == two, "each has one caller, then one has two"
    desk.hang_up(two), desk.hang_up(two)
    assert desk.ask()[0] == two


def test_nobody_is_on_the_line_after_a_restart(tmp_path, scene):
    before = Desk(tmp_path / "jobs.sqlite", scene)
    ask, _ = before.ask()
    before.store.close()
    after = Desk(tmp_path / "jobs.sqlite", scene)
    assert after.ask() == (ask, False)
    after.store.close()


def test_what_is_over_is_forgotten_after_two_days(desk, monkeypatch):
    desk.hang_up(desk.ask()[0])
    monkeypatch.setattr("diorama.jobs.store.KEYS_KEPT", timedelta(seconds=-1))
    desk.store.tidy()
    assert desk.ask()[1]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["ask", "hang_up", "return", "finish", "answer"]), st.integers(0, 3)), max_size=25))
def test_clients_that_come_back_until_they_are_served_cost_one_picture_each(tmp_path_factory, scene, steps):
    """Whatever happens in between: as many asks as wishes, and no two wishes are served by the same while both are on the line."""
    desk = Desk(tmp_path_factory.mktemp("asks") / "jobs.sqlite", scene)
    wishes, waiting, away = 0, [], 0
    with ExitStack() as closing:
        closing.callback(desk.store.close)
        for step, which in steps:
            if step == "ask" and not away:  # a plain ask while somebody is away would take the place they left: that is meant
                waiting.append(desk.ask()[0])
                wishes += 1
            elif step == "hang_up" and waiting:
                desk.hang_up(waiting.pop(which % len(waiting)))
                away += 1
            elif step == "return" and away:
                waiting.append(desk.ask(repeats=True)[0])
                away -= 1
            elif step == "finish" and desk.store.counts()["queued"]:
                task = desk.store.take(5, "null")
                desk.store.done(task.id, f"{task.id:064}"[-64:])
            elif step == "answer" and waiting:
                done = [ask for ask in waiting if desk.store.get(ask.jobs[0]).state == "done"]
                if done:
                    waiting.remove(done[0])
                    desk.answer(done[0])
        jobs = len(desk.store.list("ann", limit=500))
        assert jobs == wishes and len({ask.id for ask in waiting}) == len(waiting)
