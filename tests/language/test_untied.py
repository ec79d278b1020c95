"""A relation that the words state is in the scene, or told with both its ends."""

from __future__ import annotations

import pytest

from diorama.language import read

LOST = (
    ("A bride fixes her veil in a mirror.", "veil", "mirror"),
    ("A mirror reflects a red balloon.", "mirror", "balloon"),
    ("A napkin enfolds a yellow mango on a plate.", "napkin", "mango"),
    ("a tiny table with a torn mustard bible and a kebab on it", "table", "bible"),
)
KEPT = (
    "A bride stands in front of a mirror.",
    "A red balloon floats beside a mirror.",
    "A yellow mango lies on a napkin.",
    "a bible and a kebab on a tiny table",
    "a girl with a balloon in her hand sitting on a wall",
    "Two sisters share an ice cream on a park bench.",
    "a mug on a walnut table, a spoon beside it",
    "A man in a red coat and a woman in a scarf walk a dog past a bench.",
    "a cup of tea with a slice of lemon",
    "a photo of a cat, not on the sofa",
)


def lost(prompt: str) -> list[str]:
    return [d.message for d in read(prompt).diagnostics if d.code == "no-relation"]


def test_a_relation_that_is_not_in_the_scene_is_told_with_both_ends():
    silent = [prompt for prompt, one, other in LOST if not any(f"the {one} " in m and f"the {other} " in m for m in lost(prompt))]
    told_twice = [prompt for prompt, _, _ in LOST if len(set(lost(prompt))) != len(lost(prompt))]
    assert not silent and not told_twice


@pytest.mark.parametrize("prompt", KEPT)
def test_what_is_in_the_scene_is_not_told_to_be_lost(prompt: str):
    assert not lost(prompt)


def test_words_of_a_lost_relation_are_not_applied():
    reading = read("A napkin enfolds a yellow mango on a plate.")
    assert next(p for p in reading.phrases if p.text == "enfolds").status == "no_effect"
