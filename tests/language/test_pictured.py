"""What a picture is said to be of is the picture: "a photo of a cat on a sofa" is a living cat, and it is the cat that is on the sofa."""

from __future__ import annotations

import pytest

from diorama.language import read


@pytest.mark.parametrize("opening", [
    "A photo of", "A photograph of", "A picture of", "An image of", "A shot of", "A close-up of", "A portrait of", "Show me a picture of", "Create an image of",
])  # fmt: skip
def test_who_is_pictured_lives_and_is_where_the_words_put_it(opening):
    scene = read(f"{opening} a cat on a sofa").scene
    assert [(s.kind, s.noun) for s in scene.subjects] == [("animal", "cat"), ("object", "sofa")]
    assert [(r.subject, r.kind, r.objects) for r in scene.relations] == [("s1", "on", ("s2",))]


@pytest.mark.parametrize("opening", ["A picture of", "An image of", "A photo of"])
def test_people_in_a_picture_are_people_in_their_clothes(opening):
    woman, bench = read(f"{opening} a woman in a red coat on a bench in the park").scene.subjects
    assert woman.kind == "person" and [(g.noun, g.surface.colours[0].name) for g in woman.wears] == [("coat", "red")]
    assert bench.thing == "bench"


@pytest.mark.parametrize(("prompt", "there"), [
    ("The man is the image of a king", "man"),
    ("A woman in a white dress who is the picture of a queen", "woman"),
    ("The old house is the picture of a castle", "house"),
])  # fmt: skip
def test_what_somebody_or_something_is_only_likened_to_is_not_there(prompt, there):
    assert [s.noun for s in read(prompt).scene.subjects] == [there]
