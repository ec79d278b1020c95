"""What somebody is about, told by verbs, parts of a body and nouns of activities; what is told of hair and years in passing. Each has its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read


def person(prompt: str):
    return next(s for s in read(prompt).scene.subjects if s.kind == "person")


@pytest.mark.parametrize(
    ("prompt", "deed"),
    [
        ("A grandmother knitting in an armchair", "knitting"),
        ("A girl brushing her teeth", "brushing_teeth"),
        ("A woman brushing her hair", "brushing_hair"),
        ("A man shaving in a bathroom", "shaving"),
        ("A man digging in a garden with a shovel", "digging"),
        ("A little girl blowing out candles on a birthday cake", "blowing"),
        ("A chef flipping a pancake in a frying pan", "cooking"),
        ("A woman studying in a library", "writing"),
        ("A chef chopping onions", "cutting"),
        ("A chef slicing onions", "cutting"),
        ("A man chopping logs", "chopping"),
        ("A man splitting logs", "chopping"),
        ("A man splits firewood with an axe", "chopping"),
    ],
)
def test_what_is_done(prompt, deed):
    assert deed in [a.deed for a in person(prompt).actions]


@pytest.mark.parametrize(
    ("prompt", "deed"),
    [
        ("A woman studying a painting", "writing"),
        ("A man brushing a horse", "brushing_hair"),
        ("A man with brushed hair", "brushing_hair"),
        ("A couple splitting a pizza", "chopping"),
        ("A butcher chopping meat", "chopping"),
    ],
)
def test_what_is_not_done(prompt, deed):
    assert deed not in [a.deed for a in person(prompt).actions]


@pytest.mark.parametrize(
    ("prompt", "posture"), [("A woman doing yoga on a beach", "meditating"), ("A baby crawling on a carpet", "crawling"), ("A woman doing the dishes", None)]
)
def test_activities_are_postures(prompt, posture):
    assert person(prompt).posture == posture


@pytest.mark.parametrize(
    ("prompt", "years"),
    [
        ("Headshot of a boy with freckles, about 8, in a t-shirt", 8),
        ("A woman aged 52 with a ponytail", 52),
        ("A little girl in a garden", 5),
        ("A girl in a little garden", 9),
        ("A portrait of a woman, about 85mm, f/2", None),
    ],
)
def test_years_told_in_passing(prompt, years):
    assert person(prompt).age == years


@pytest.mark.parametrize(
    ("prompt", "colour"), [("A smiling redheaded boy", "rust"), ("A blonde woman drinking coffee", "straw"), ("A woman with a blonde guitar", None)]
)
def test_hair_told_of_somebody_as_a_whole(prompt, colour):
    told = person(prompt).hair.colour
    assert (told.name if told else None) == colour


def test_a_sitter_has_what_a_portrait_is_said_to_be_with():
    told = person("Close-up portrait of a young black man with dreadlocks and a denim jacket, golden hour")
    assert told.hair.styles == ("dreadlocks",) and [w.garment for w in told.wears] == ["jacket"]


def test_outdoors_before_in_is_outdoors():
    assert read("Headshot of a boy, outdoors in bright sun").scene.environment.setting == "park"
    assert read("Headshot of a boy in bright sun by a window").scene.environment.setting == "plain_room"


def test_furniture_after_another_noun_is_no_verb():
    """ "Table" was the verb of the sentence, and there was no table."""
    scene = read("Three students studying at a library table with laptops").scene
    assert [s.noun for s in scene.subjects] == ["student", "library table", "laptop"]
    assert [s.noun for s in read("Roses on a kitchen wall").scene.subjects] == ["rose"]


@pytest.mark.parametrize(("prompt", "years"), [("A father carrying his daughter", 5), ("A father and his daughter", None)])
def test_who_is_carried_is_small(prompt, years):
    assert next(s for s in read(prompt).scene.subjects if s.noun == "daughter").age == years


@pytest.mark.parametrize("prompt", ["A plumber in a kitchen", "A florist arranging roses", "A drummer playing drums on stage", "A biker beside a motorcycle"])
def test_trades_are_people(prompt):
    assert person(prompt).role in ("plumber", "florist", "drummer", "biker")


@pytest.mark.parametrize("prompt", ["A biker jacket on a chair", "A vacuum cleaner on a rug"])
def test_what_is_called_after_a_trade_is_none(prompt):
    assert not [s for s in read(prompt).scene.subjects if s.kind == "person"]
