"""From SQLite's files to PostgreSQL and back: nothing is lost, and it goes on where it stood."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from diorama.errors import RequestError
from diorama.history import History
from diorama.image import encode
from diorama.jobs import Order
from diorama.jobs.keep import passes_of
from diorama.jobs.move import move, move_files
from diorama.jobs.sessions import Sessions
from diorama.jobs.store import Store
from diorama.recipe import Request, resolve
from diorama.studio import Settings, Studio


@pytest.fixture
def home(tmp_path, scene):
    """Three pictures, one of them made from another and on a board; a job that is done, two that wait."""
    recipe = resolve(Request(prompt="a café mug", seed=1, width=96, height=64, engine="null"), scene, engine_version="1")
    with History(tmp_path) as history:
        one = history.append(encode(np.zeros((8, 12, 3), np.uint8)), recipe, owner="ann", seconds=0.1)
        two = history.append(encode(np.ones((8, 12, 3), np.uint8)), recipe, owner="ann", parent=one.id, edit={"words": "wärmer"})
        history.append(encode(np.full((8, 12, 3), 9, np.uint8)), recipe)
        board = history.boards.add("ann", "Mugs")
        history.boards.put("ann", two.seq, [board.id])
        history.star(one.id)
    store = Store(tmp_path / "jobs.sqlite")
    store.submit([Order(recipe=recipe)] * 3, "ann", key="k", content="c")
    store.done(store.take(5, "null").id, two.id)
    store.close()
    return tmp_path


def told(home: Path, database: str | None) -> list:
    with History(home, database) as history:
        entries = history.list(query="cafe")
        facts = [history.boards.list("ann"), history.verify(), [e.id for e in history.lineage(entries[1].id)]]
        return [entry.model_dump(mode="json") for entry in entries] + facts


def test_there_and_back(home, postgres):
    before, signed_in = told(home, None), Store(home / "jobs.sqlite")
    secret = Sessions(signed_in).begin("oidc:ann", {"name": "oidc:ann"}, 600)
    signed_in.close()
    counts = move(home, None, postgres)
    assert counts["entries"] == 3 and counts["jobs"] == 3 and counts["board_entries"] == 1 and told(home, postgres) == before
    from diorama.jobs.shared import SharedStore

    there = SharedStore(postgres)
    assert Sessions(there).find(secret) is not None
    assert there.counts() == {"queued": 2, "running": 0}
    (new,) = there.submit([Order(recipe=there.take(5, "null").recipe)], "bob")
    assert new.position == 0
    there.end()
    for name in ("history.db", "jobs.sqlite"):
        for path in home.glob(name + "*"):
            path.unlink()
    assert move(home, postgres, None)["jobs"] == 4 and told(home, None) == before
    back = Store(home / "jobs.sqlite")
    assert back.counts() == {"queued": 2, "running": 1} and back.get(new.id).owner == "bob"
    assert Sessions(back).find(secret) is not None
    back.close()


def test_what_is_there_is_not_written_over(home, postgres):
    move(home, None, postgres)
    with pytest.raises(RequestError, match="already"):
        move(home, None, postgres)
    with pytest.raises(RequestError, match="already"):
        move(home, None, None)


def test_files_of_the_version_before_workers_are_taken_along(home, postgres):
    with sqlite3.connect(home / "jobs.sqlite") as old:  # as it was left: without what workers need
        indexes = [f"DROP INDEX {name}" for name in ("jobs_team", "jobs_ready", "jobs_ended", "jobs_whole")]
        for statement in ("DROP TABLE diorama_version", "DROP TABLE sessions", "DROP TABLE workers", "DROP TABLE audit", *indexes, "PRAGMA user_version = 4"):
            old.execute(statement)
        for column in ("worker", "claim", "lease", "trace", "team", "trial", "whole", "piece", "made", "divided"):
            old.execute(f"ALTER TABLE jobs DROP COLUMN {column}")
    old.close()
    assert move(home, None, postgres)["jobs"] == 3


def test_pictures_go_to_a_bucket_and_back(home, bucket, tmp_path):
    """What was moved can be gone here: the bucket has all of it. Moved again, nothing is written twice."""
    with History(home) as history:
        kept, made = history.inputs.keep(b"a drawing"), history.list()
        (home / "passes" / made[0].id).mkdir(parents=True)
        (home / "passes" / made[0].id / "ids.png").write_bytes(b"ids")
        pictures = {entry.id: history.read(entry) for entry in made}
    many = move_files(home, None, bucket)
    assert many == len(set(pictures.values())) + 2 and move_files(home, None, bucket) == many
    for folder in ("pictures", "inputs", "passes"):
        shutil.rmtree(home / folder)
    with History(home, bucket=bucket) as history:
        assert {entry.id: history.read(entry) for entry in history.list()} == pictures and history.verify() == [] and history.inputs.get(kept) == b"a drawing"
    studio = Studio(Settings(home=home, engine="null", bucket=bucket))
    assert (passes_of(studio, made[0].id) / "ids.png").read_bytes() == b"ids"
    studio.close()
    shutil.rmtree(home / "passes")
    assert move_files(home, bucket, None) == many
    with History(home) as history:
        assert history.verify() == []
    with pytest.raises(RequestError, match="already"):
        move_files(home, bucket, bucket)
