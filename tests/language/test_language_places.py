"""Where things are: what they stand on, and the places that words name along the way."""

from __future__ import annotations

import pytest

from diorama.language import read


@pytest.mark.parametrize(
    ("prompt", "setting", "ground"),
    [
        ("three penguins on ice", "snow_field", "ice"),
        ("a polar bear on the ice", "snow_field", "ice"),
        ("a woman walking on wet sand", "beach", "sand"),
        ("a fish on crushed ice", "tabletop", "ice"),
        ("a whisky on ice beside a man", "plain_room", None),
    ],
)
def test_the_living_stand_on_the_stuff_that_is_named(prompt, setting, ground):
    environment = read(prompt).scene.environment
    assert (environment.setting, environment.ground.material) == (setting, ground)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a woman drinking coffee at a café table", "cafe"), ("two kitchen chairs", "kitchen"), ("a dining table with four chairs", "living_room"),
        ("a garden chair", "garden"),
    ],
)  # fmt: skip
def test_furniture_stands_in_the_place_it_is_named_after(prompt, setting):
    assert read(prompt).scene.environment.setting == setting


def test_chairs_with_a_table_stand_at_it_not_on_it():
    assert not any(r.kind == "on" for r in read("a café table with two chairs").scene.relations)


@pytest.mark.parametrize(("prompt", "things"), [("a stack of letters on a desk", {"envelope"}), ('a sign with letters "SALE"', {"sign"}), ("a sign with the letters SALE", {"sign"})])
def test_letters_are_envelopes_unless_their_text_follows(prompt, things):
    assert {s.thing for s in read(prompt).scene.subjects} == things


@pytest.mark.parametrize(
    "prompt", ["A man, grey background", "Studio portrait of a woman, grey background", "A girl on a seamless grey background", "a cat, grey background"]
)
def test_a_background_of_a_colour_is_a_backdrop_behind_the_living_too(prompt):
    environment = read(prompt).scene.environment
    assert environment.setting == "studio"
    assert [c.name for c in environment.backdrop.colours] == ["grey"]


def test_what_is_in_the_background_hangs_nothing_behind_it():
    assert read("A woman at a table, a red car in the blurred green background").scene.environment.setting != "studio"


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("Studio portrait of a woman", "studio"), ("A studio headshot of a man", "studio"), ("Studio portrait of a man in a forest", "forest")],
)
def test_a_studio_portrait_is_taken_in_a_studio_unless_it_is_said_to_be_elsewhere(prompt, setting):
    assert read(prompt).scene.environment.setting == setting
