"""kill -9 at random moments and at the worst ones: no job is lost, no picture is made twice."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from diorama.engines.fake import FakeEngine
from diorama.history import History, Wanted
from diorama.jobs import Queue
from diorama.studio import Settings, Studio

VICTIM = Path(__file__).with_name("victim.py")
ORDERS = 100
KILLS = 30


@pytest.fixture(scope="module")
def lives():
    """A function that lets a process live on a home, for so many milliseconds (0: to its end); how it ended."""
    with subprocess.Popen([sys.executable, str(VICTIM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nursery:

        def live(home: Path, count: int, crash: str = "", lifetime: int = 0, engine: str = "null") -> int:
            nursery.stdin.write(f"{home}|{count}|{crash}|{lifetime}|{engine}\n")
            nursery.stdin.flush()
            return int(nursery.stdout.readline())

        yield live
        nursery.stdin.close()


def tally(home: Path) -> tuple[Counter, Counter]:
    """Jobs by state; entries by prompt. Everything that was kept is whole."""
    with Studio(Settings(home=home, engine="null")) as studio:
        queue = Queue(studio)
        states = Counter(row[0] for row in queue.store.connection.execute("SELECT state FROM jobs"))
        pictures = {row["picture"] for row in queue.store.connection.execute("SELECT picture FROM jobs WHERE state = 'done'")}
        queue.stop()
    with History(home) as history:
        entries = history.find(Wanted(limit=1000))
        assert {entry.id for entry in entries} == pictures
        assert not history.verify()
    return states, Counter(entry.prompt for entry in entries)


def test_none_lost_none_doubled_when_killed_at_random(lives, tmp_path):
    chance = random.Random(20261123)
    ends = Counter(lives(tmp_path, ORDERS, lifetime=chance.randrange(5, 400)) for _ in range(KILLS))
    assert ends[-9] >= KILLS / 2 and set(ends) <= {-9, 0}, ends
    assert lives(tmp_path, ORDERS) == 0
    states, prompts = tally(tmp_path)
    assert states == {"done": ORDERS}
    assert prompts == Counter(f"a red mug, number {k}" for k in range(ORDERS))


@pytest.mark.parametrize("crash", ["after-taking", "before-keeping", "before-renaming-passes", "before-done"])
def test_the_worst_moments(lives, tmp_path, crash):
    assert lives(tmp_path, 3, crash) == -9
    assert lives(tmp_path, 3, crash) == 0
    states, prompts = tally(tmp_path)
    assert states == {"done": 3} and set(prompts.values()) == {1} and len(prompts) == 3
    if crash == "before-renaming-passes":
        folders = sorted(path.name for path in (tmp_path / "passes").iterdir())
        assert len(folders) == 3 and not any(name.startswith(".") for name in folders)


def bills(home: Path) -> Counter:
    """What the pretended service charged, by the order's token."""
    return Counter(token for _, token, _ in FakeEngine(home / "service").service.bills())


PAID_MOMENTS = ["after-taking", "before-sending", "before-submitted", "while-it-works", "before-fetching", "before-keeping", "before-done"]


@pytest.mark.parametrize("engine", ["fake", "keyed"])
@pytest.mark.parametrize("crash", PAID_MOMENTS)
def test_nothing_is_paid_twice_at_the_worst_moments(lives, tmp_path, crash, engine):
    assert lives(tmp_path, 1, crash, engine=engine) == -9
    assert lives(tmp_path, 1, crash, engine=engine) == 0
    states, prompts = tally(tmp_path)
    paid = bills(tmp_path)
    if engine == "fake" and crash in ("before-sending", "before-submitted"):  # what came of the order nobody knows: it is told, and not ordered again
        assert states == {"failed": 1} and failures(tmp_path) == ["outcome_unknown"]
        assert sum(paid.values()) == (crash == "before-submitted")
    else:
        assert states == {"done": 1} and set(prompts.values()) == {1} and list(paid.values()) == [1]


def test_nothing_is_paid_twice_when_killed_at_random(lives, tmp_path):
    chance = random.Random(20261128)
    ends = Counter(lives(tmp_path, 40, lifetime=chance.randrange(20, 400), engine="keyed") for _ in range(15))
    assert ends[-9] >= 5, ends
    assert lives(tmp_path, 40, engine="keyed") == 0
    states, prompts = tally(tmp_path)
    paid = bills(tmp_path)
    assert states == {"done": 40} and len(prompts) == 40 and set(prompts.values()) == {1}
    assert len(paid) == 40 and set(paid.values()) == {1}


def failures(home: Path) -> list[str]:
    with Studio(Settings(home=home, engine="null")) as studio:
        queue = Queue(studio)
        found = [job.error.code for owner in ("owner 0", "owner 1", "owner 2") for job in queue.list(owner) if job.state == "failed"]
        queue.stop()
    return found
