"""Edits of people and animals: what is asked changes, and nothing else."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.refine import refine

PETS = "a black cat and a brown dog on a sofa"
WOMAN = "a young woman with long hair in a blue dress, holding a cup, beside a lamp on a table"
MAN = "an old man in a park"


@pytest.mark.parametrize(
    ("prompt", "words", "lines"),
    [
        (PETS, "make the cat white", ["cat: coat black → white"]),
        (PETS, "make the dog sit", ["dog: posture as it came → sitting"]),
        (PETS, "give the cat green eyes", ["cat: eye colour as it came → green"]),
        (PETS, "give the dog a red scarf", ["dog: wears as it came → red scarf"]),
        (PETS, "make the dog older", ["dog: age adult → old"]),
        (WOMAN, "make her older", ["woman: age 24 → 44"]),
        (WOMAN, "give her a hat", ["woman: wears blue dress → blue dress, hat"]),
        (WOMAN, "let her smile", ["woman: expression as it came → smile"]),
        (WOMAN, "make the dress green", ["woman: wears blue dress → green dress"]),
        (WOMAN, "make her look at the camera", ["woman: gaze as it came → lens"]),
        (WOMAN, "make her hair short", ["woman: hair long → short"]),
        (MAN, "give him a beard", ["man: facial hair as it came → full beard"]),
        (MAN, "make him young", ["man: age 72 → 24"]),
    ],
)
def test_an_edit_of_someone_living_changes_that_alone(prompt, words, lines):
    made = refine(read(prompt).scene, words)
    assert [line.text for line in made.diff] == lines


def test_what_is_taken_away_is_held_no_longer():
    made = refine(read(WOMAN).scene, "remove the cup")
    assert "cup" not in [s.noun for s in made.scene.subjects] and made.scene.subjects[0].actions == ()


def test_words_that_change_nobody_are_said_to():
    made = refine(read(WOMAN).scene, "make her much older gloriously")
    assert [line.text for line in made.diff] == ["woman: age 24 → 56"]
    assert {p.text for p in made.phrases if p.status == "no_effect"} == {"gloriously"}
