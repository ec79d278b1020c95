"""What cannot be built yet is replaced openly: the scene can be built, and the reading says what stands in, and where."""

from __future__ import annotations

from diorama.language import read, stand_in
from diorama.language.standins import not_built


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
