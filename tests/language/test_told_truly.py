"""What a stranger tried and what was then told falsely: each sentence with what the scene holds of it, beside one where the words mean something else."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.refine import refine
from diorama.language.syntax.pasted import plain


def ties(prompt: str) -> set[tuple[str, str, str]]:
    scene = read(prompt).scene
    nouns = {s.id: s.noun for s in scene.subjects}
    return {(nouns.get(r.subject, r.subject), r.kind, nouns.get(o, o)) for r in scene.relations for o in r.objects}


def codes(prompt: str) -> set[str]:
    return {d.code for d in read(prompt).diagnostics}


@pytest.mark.parametrize(
    ("prompt", "tie"),
    [
        ("a cake with a coin under it", ("coin", "under", "cake")),
        ("a chair with a mouse under it", ("mouse", "under", "chair")),
        ("a mug with a spoon in front of it", ("spoon", "in_front_of", "mug")),
        ("a box with a lamp on top", ("lamp", "on", "box")),
        ("a bowl with an apple inside", ("apple", "in", "bowl")),
        ("a table with a lamp on it and a dog under it", ("lamp", "on", "table")),
        ("a mug between two books", ("mug", "between", "book")),
        ("a mug between a book", ("mug", "beside", "book")),
        ('a woman "HELLO"', ("woman", "holding", "sign")),
    ],
)
def test_where_it_is(prompt: str, tie: tuple[str, str, str]):
    assert tie in ties(prompt)


def test_what_is_built_in_cannot_be_left_out():
    assert "cannot-leave-out" in codes("a burger with no tomato, no bun")
    assert "left-out" in codes("a burger with no people") and "cannot-leave-out" not in codes("a burger with no people")


def test_one_thing_has_no_between():
    assert "between-one" in codes("a mug between a book") and "between-one" not in codes("a mug between two books")


@pytest.mark.parametrize(("prompt", "scale"), [("a bottle as tall as two bottles", 2.0), ("a mug bigger than an elephant, which is bigger than a house", 20.0)])
def test_what_it_is_measured_by_is_not_there(prompt: str, scale: float):
    scene = read(prompt).scene
    assert [s.size.scale for s in scene.subjects] == [scale]


def test_a_measure_of_what_nobody_sees_is_no_thing():
    assert not read("nuggets of wisdom").scene.subjects and read("nuggets of gold").scene.subjects


def test_landing_is_what_a_ship_does():
    scene = read("a spaceship landing on the moon").scene
    assert [s.noun for s in scene.subjects] == ["spaceship"] and scene.environment.setting != "railway_platform"


def test_some_of_several_alternatives():
    found = plain("{2$$red mug|blue bowl|green plate} on a table", 1)
    assert found.choices == 3 and " ".join(found.text.split()) == "red mug, green plate on a table"
    assert plain("{red|blue} mug").choices == 2


@pytest.mark.parametrize(
    ("words", "scale", "subjects"),
    [
        ("make the mug 5 times as big", 5.0, 1),
        ("make the mug -5 times as big", 1.0, 1),
        ("put the mug inside itself", 1.0, 1),
        ("make the mug bigger than the table", 19.091, 1),
    ],
)
def test_edits_that_could_add_what_is_not_asked_for(words: str, scale: float, subjects: int):
    made = refine(read("a red mug on a wooden floor").scene, words).scene
    assert (made.subjects[0].size.scale, len(made.subjects)) == (scale, subjects)
