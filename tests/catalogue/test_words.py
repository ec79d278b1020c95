"""Words are matched whole: a street is no tree, a soldier is not old."""

from __future__ import annotations

import pytest

from diorama_catalogue import said, settings, thing


@pytest.mark.parametrize(("text", "word"), [
    ("pine trees", "tree"), ("a city street", "street"), ("old soldier", "old"), ("bouquet of tulips", "tulip"),
    ("t-shirt", "t-shirt"), ("string lights", "string_lights"),
])  # fmt: skip
def test_a_word_is_found(text, word):
    assert said(text, "nothing", word)


@pytest.mark.parametrize(("text", "word"), [
    ("rain-wet street", "tree"), ("soldier", "old"), ("trainer", "rain"), ("swimsuit", "suit"), ("valley", "alley"),
    ("golden field", "old"), ("corvette", "rv"), ("grandchild", "grand"),
])  # fmt: skip
def test_a_word_inside_another_is_not(text, word):
    assert not said(text, word)


def test_a_soldier_is_not_old_and_a_street_names_no_trees():
    assert thing("doll_person").named("soldier") == ()
    assert "old" in thing("doll_person").named("old soldier")
    assert "trees" not in settings()["street"].named("a rain-wet city street")
    assert "trees" in settings()["street"].named("a tree lined street")
