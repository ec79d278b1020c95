"""Seats of a cluster, without one: who gets which, and what is asked for."""

from __future__ import annotations

import threading
import time

import pytest

from diorama.contracts import Cancel, Capabilities
from diorama.errors import Cancelled
from diorama.jobs.seats import Seats

ABLE = Capabilities.model_construct()


class Nodes:
    """Seats come as they are let; one that is lost says so."""

    def __init__(self):
        self.asked: list[str] = []
        self.come: set[int] = set()
        self.lost: set[int] = set()
        self.ended: list[int] = []
        self.seats = Seats(self.start, self.ended.append)

    def start(self, engine, able):
        number = len(self.asked)
        self.asked.append(engine)

        def there() -> bool:
            if number in self.lost:
                raise ConnectionError("lost")
            return number in self.come

        return number, there

    def wait(self, order: list, name: str, engine: str = "null", cancel: Cancel | None = None) -> threading.Thread:
        """Somebody who waits for a seat and sits there until told (`order` has name and seat)."""

        def sit() -> None:
            try:
                order.append((name, self.seats.take(engine, ABLE, cancel or Cancel())))
            except (Cancelled, ConnectionError) as wrong:
                order.append((name, wrong))

        thread = threading.Thread(target=sit, daemon=True)
        thread.start()
        time.sleep(0.05)
        return thread


def until(holds, seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def nodes():
    made = Nodes()
    yield made
    made.seats.close()


def test_who_waits_for_a_node_that_does_not_come_gets_the_seat_of_who_is_done(nodes):
    order: list = []
    nodes.come = {0}
    for name in ("first", "second", "third"):
        nodes.wait(order, name)
    until(lambda: len(order) == 1)
    assert order[0][0] == "first" and len(nodes.asked) == 3, "as many are asked for as want one"
    nodes.seats.give_back(order[0][1])
    until(lambda: len(order) == 2)
    assert order[1] == ("second", order[0][1]), "the same seat, and whoever came first"
    nodes.come |= {1, 2}
    until(lambda: len(order) == 3)
    assert len(nodes.asked) == 3
    for _, seat in order[1:]:
        nodes.seats.give_back(seat)
    nodes.seats.clear("null")
    assert sorted(nodes.ended) == [0, 1, 2], "nobody waits: nothing is kept"


def test_one_that_is_lost_before_it_came_is_told_and_another_is_asked_for(nodes):
    order: list = []
    nodes.lost = {0}
    nodes.wait(order, "first")
    until(lambda: order)
    assert isinstance(order[0][1], ConnectionError) and nodes.ended == [0]
    nodes.come = {1}
    nodes.wait(order, "again")
    until(lambda: len(order) == 2)
    assert order[1][1].actor == 1


def test_who_is_cancelled_leaves_the_line(nodes):
    order: list = []
    cancel = Cancel()
    nodes.wait(order, "gone", cancel=cancel)
    nodes.wait(order, "stays")
    cancel.now()
    until(lambda: order)
    assert isinstance(order[0][1], Cancelled)
    nodes.come = {0}
    until(lambda: len(order) == 2)
    assert order[1][0] == "stays"


def test_a_seat_of_another_engine_that_nobody_sits_at_makes_room(nodes):
    order: list = []
    nodes.come = {0, 1}
    nodes.wait(order, "one")
    until(lambda: order)
    nodes.seats.give_back(order[0][1])
    nodes.wait(order, "two", engine="stage")
    until(lambda: len(order) == 2)
    assert nodes.ended == [0] and nodes.asked == ["null", "stage"]
