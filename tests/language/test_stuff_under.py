"""What things stand on or before, told by its stuff or its colour alone: nothing is made of it."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.scene import Person


@pytest.mark.parametrize(
    ("prompt", "where", "stuff"),
    [
        ("A mug stands on wet black stone.", "ground", "stone"),
        ("A ring lies on black velvet surrounded by petals.", "ground", "velvet"),
        ("Sushi is served on dark slate.", "ground", "slate"),
        ("A perfume bottle is photographed on white marble.", "ground", "marble"),
        ("A vase stands against black marble.", "backdrop", "black_marble"),
        ("a mug on white", "backdrop", "white"),
        ("a vase against pale grey", "backdrop", "pale grey"),
        ("A mug stands on white, seen from above.", "backdrop", "white"),
        ("A woman in a red coat stands against pale grey.", "backdrop", "pale grey"),
    ],
)
def test_stuff_that_things_stand_on_is_the_places(prompt: str, where: str, stuff: str) -> None:
    made = read(prompt).scene
    surface = getattr(made.environment, where)
    assert stuff in (surface.material, *(colour.name for colour in surface.colours))
    subject = made.subjects[0]
    surfaces = [w.surface for w in subject.wears] if isinstance(subject, Person) else [subject.surface]
    assert stuff not in {name for s in surfaces for name in (s.material, *(colour.name for colour in s.colours))}


@pytest.mark.parametrize(
    ("prompt", "material"),
    [("A mug made of wet black stone stands on a table.", "stone"), ("A tablet is carved of white marble and stands on a shelf.", "marble")],
)
def test_stuff_that_a_thing_is_made_of_is_its_own(prompt: str, material: str) -> None:
    assert read(prompt).scene.subjects[0].surface.material == material


@pytest.mark.parametrize("prompt", ["a dress with black dots on white", "A red book and a chair, the letters black on white"])
def test_what_is_drawn_on_a_colour_brings_no_background(prompt: str) -> None:
    assert not read(prompt).scene.environment.backdrop.colours
