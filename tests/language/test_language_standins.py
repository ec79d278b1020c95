"""What cannot be built yet is replaced openly: the scene can be built, and the reading says what stands in, and where."""

from __future__ import annotations

import pytest

from diorama.language import read, stand_in
from diorama.language.standins import not_built, shown
from diorama_stage.sets.honoured import HONOURED


@pytest.mark.skipif(not not_built(), reason="everything that the lexicon names can be built")
def test_a_stand_in_is_said_with_its_span():
    name, instead = next(iter(not_built().items()))
    word = name.replace("_", " ")
    prompt = f"A {word} on a table"
    reading = stand_in(read(prompt))
    assert [s.thing for s in reading.scene.subjects][0] == instead
    (said,) = [d for d in reading.diagnostics if d.code == "not-built-yet"]
    assert word in prompt[slice(*said.span)] and "stands in" in said.message
    assert any(p.status == "stand-in" for p in reading.phrases)


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


def test_the_table_of_what_is_shown_is_the_stages_own():
    assert {k: frozenset(v) for k, v in shown().items()} == HONOURED


def test_a_fountain_is_a_fountain_in_a_park():
    """It was a chair once."""
    reading = read("a stone fountain")
    (fountain,) = reading.scene.subjects
    assert fountain.thing == "fountain" and reading.scene.environment.setting == "park"
    assert not any(d.code == "stand-in" for d in reading.diagnostics)
