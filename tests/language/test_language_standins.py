"""What cannot be built yet is replaced openly: the scene can be built, and the reading says what stands in, and where."""

from __future__ import annotations

import pytest

from diorama.language import read, stand_in


def test_what_can_be_built_is_left_alone():
    reading = read("A red mug on a walnut table")
    assert stand_in(reading) is reading


def test_what_the_setting_cannot_show_is_left_out_and_said():
    reading = stand_in(read("a mug on the table in a kitchen with puddles"))
    assert "puddles" not in reading.scene.environment.features
    said = next(d for d in reading.diagnostics if d.code == "not-shown")
    assert reading.prompt[slice(*said.span)] == "puddles"
    assert "sink" in said.help
    assert next(p for p in reading.phrases if p.text == "puddles").status == "no_effect"


def test_what_it_can_show_stays():
    reading = stand_in(read("a lake with mountains"))
    assert "mountains" in reading.scene.environment.features
    assert not [d for d in reading.diagnostics if d.code == "not-shown"]


def test_a_fountain_is_a_fountain_in_a_park():
    """It was a chair once."""
    reading = read("a stone fountain")
    (fountain,) = reading.scene.subjects
    assert fountain.thing == "fountain" and reading.scene.environment.setting == "park"
    assert not any(d.code == "stand-in" for d in reading.diagnostics)


@pytest.mark.parametrize(
    ("prompt", "small", "large"),
    [("whales on top of teacups", "whale", "teacup"), ("three brass rabbits on top of five wooden pears", "rabbit", "pear")],
)
def test_what_nothing_in_the_world_could_bear_is_made_small_and_it_is_said(prompt, small, large):
    reading = read(prompt)
    loads, hosts = (next(s for s in reading.scene.subjects if s.noun == noun) for noun in (small, large))
    assert loads.size.scale < 1 < hosts.size.scale
    assert any(d.code == "assumed-scale" and small in d.message for d in reading.diagnostics)


def test_a_dog_on_a_skateboard_keeps_its_size():
    assert all(d.code != "assumed-scale" for d in read("a dog on a skateboard").diagnostics)


@pytest.mark.parametrize(
    ("prompt", "stands_in"),
    [("a chef in a white apron", False), ("a woman with gold earrings", False), ("an apron on a table", True), ("a man in a kimono", True)],
)
def test_what_is_built_on_somebody_is_no_stand_in_there(prompt, stands_in):
    assert any(d.code == "stand-in" for d in read(prompt).diagnostics) == stands_in


@pytest.mark.parametrize(("prompt", "told"), [("A zombie in a street", True), ("Two aliens", True), ("A knight in a field", False), ("An angel statue", False)])
def test_beings_that_are_built_as_ordinary_people_are_told_of(prompt, told):
    assert any(d.code == "stand-in" for d in read(prompt).diagnostics) == told
