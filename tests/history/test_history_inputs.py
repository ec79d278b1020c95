"""What recipes go by is kept with the pictures; and what they cost, and where they come from."""

from __future__ import annotations

import hashlib
import os
import time

import numpy as np
import pytest

from diorama.contracts import Spent
from diorama.errors import HistoryError
from diorama.history import History
from diorama.history.inputs import SPARED
from diorama.image import encode
from diorama.recipe import Input, Request, resolve

PICTURE = encode(np.full((8, 12, 3), 90, np.uint8))
GIVEN = encode(np.full((4, 4, 3), 7, np.uint8))


@pytest.fixture
def history(tmp_path):
    with History(tmp_path / "history") as opened:
        yield opened


def entry_by(history, scene, *digests: str):
    inputs = tuple(Input(kind="reference", sha256=digest) for digest in digests)
    recipe = resolve(Request(prompt="a mug", seed=len(digests), width=96, height=64, inputs=inputs), scene, engine_version="1")
    return history.append(PICTURE, recipe, spent=(Spent(amount=0.04, currency="USD", reference="bill 1"),), provenance={"service": "far", "remote_id": "r1"})


def age(history, digest):
    old = time.time() - SPARED - 60
    os.utime(history.inputs.file(digest), (old, old))


def test_a_kept_input_comes_back_or_says_that_it_cannot(history):
    digest = history.inputs.keep(GIVEN)
    assert digest == history.inputs.keep(GIVEN) == hashlib.sha256(GIVEN).hexdigest() and history.inputs.get(digest) == GIVEN
    history.inputs.file(digest).write_bytes(b"other")
    with pytest.raises(HistoryError, match="has changed"):
        history.inputs.get(digest)
    with pytest.raises(HistoryError, match="not here"):
        history.inputs.get("0" * 64)


def test_inputs_stay_as_long_as_a_picture_needs_them(history, scene):
    used, unused, new = history.inputs.keep(GIVEN), history.inputs.keep(b"unused"), history.inputs.keep(b"new")
    kept = entry_by(history, scene, used)
    removed = entry_by(history, scene)
    age(history, used), age(history, unused)
    history.remove(removed.id)
    assert history.empty_trash() == 1
    assert [history.inputs.is_whole(digest) for digest in (used, unused, new)] == [True, False, True], "a waiting job may need the new one"
    history.remove(kept.id)
    history.empty_trash()
    assert not history.inputs.is_whole(used)


def test_an_archive_takes_inputs_and_cost_along(history, scene, tmp_path):
    digest = history.inputs.keep(GIVEN)
    entry = entry_by(history, scene, digest)
    history.export_zip(tmp_path / "all.zip")
    with History(tmp_path / "other") as other:
        assert other.import_zip(tmp_path / "all.zip") == 1
        taken = other.get(entry.id)
        assert other.inputs.get(digest) == GIVEN
        assert (taken.spent, taken.provenance, taken.recipe) == (entry.spent, entry.provenance, entry.recipe)
        assert not other.verify()
    assert entry.spent[0].amount == 0.04 and entry.provenance["remote_id"] == "r1"
