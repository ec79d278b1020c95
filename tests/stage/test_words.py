"""The stage matches whole words: a street is no tree, a soldier is not old."""

from __future__ import annotations

import pytest

from diorama_stage.words import said


@pytest.mark.parametrize(("text", "word"), [("pine trees", "tree"), ("a city street", "street"), ("old soldier", "old"), ("bouquet of tulips", "tulip"), ("t-shirt", "t-shirt"), ("string lights", "string_lights")])
def test_a_word_is_found(text, word):
    assert said(text, "nothing", word)


@pytest.mark.parametrize(("text", "word"), [("rain-wet street", "tree"), ("soldier", "old"), ("trainer", "rain"), ("swimsuit", "suit"), ("valley", "alley"), ("golden field", "old"), ("corvette", "rv"), ("grandchild", "grand")])
def test_a_word_inside_another_is_not(text, word):
    assert not said(text, word)


@pytest.mark.stage
def test_a_soldier_is_not_grey_and_a_street_grows_no_trees():
    from diorama_stage.compose import clear
    from diorama_stage.kit import Spec
    from diorama_stage.sets import plan
    from diorama_stage.sets.dressing import Site, View

    clear()
    assert not Spec("doll_person", noun="soldier").named("old", "elderly")
    place = {"setting": "street", "words": "a rain-wet city street", "features": []}
    site = Site(plan(place, 1.0), place, View((0, -5, 1.6), (0, 1, 0), 0.8, 0.6, 5.0), 1, "noon", 12.0, 1.0)
    assert not site.asks("trees", "tree") and site.asks("street")
