"""A relation that the words state is in the scene, or told with both its ends."""

from __future__ import annotations

import pytest

from diorama.language import read

LOST = (
    ("A bride fixes her veil in a mirror.", "veil", "mirror"),
    ("A mirror reflects a red balloon.", "mirror", "balloon"),
    ("A napkin enfolds a yellow mango on a plate.", "napkin", "mango"),
    ("Two boxers in a ring lean on the ropes.", "", "rope"),
    ("a tiny table with a torn mustard bible and a kebab on it", "table", "bible"),
)
HELD = (  # prompt, what is told of it, worn
    ("A nurse holds her crimson bicycle helmet and sits on a wooden footstool.", "holding", False),
    ("A nurse wears her crimson bicycle helmet and sits on a wooden footstool.", "holding", True),
    ("A girl carries her boots along a beach.", "holding", False),
    ("a woman holding her hat against the wind", "holding", True),
    ("a wolf with an olive hat next to a smiling sailor", "beside", True),
    ("a wolf sitting under an office chair", "under", False),
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
    silent = [prompt for prompt, one, other in LOST if not any(f"{one} " in m and f"the {other} " in m for m in lost(prompt))]
    told_twice = [prompt for prompt, _, _ in LOST if len(set(lost(prompt))) != len(lost(prompt))]
    assert not silent and not told_twice


@pytest.mark.parametrize("prompt", KEPT)
def test_what_is_in_the_scene_is_not_told_to_be_lost(prompt: str):
    assert not lost(prompt)


def test_who_is_somewhere_and_what_is_held_and_not_worn():
    wrong = []
    for prompt, kind, worn in HELD:
        scene = read(prompt).scene
        told = any(r.kind == kind and r.subject == scene.subjects[0].id for r in scene.relations)
        if told != (kind != "holding" or not worn) or bool(scene.subjects[0].wears) != worn:
            wrong.append(prompt)
    assert not wrong


def test_words_of_a_lost_relation_are_not_applied():
    reading = read("A napkin enfolds a yellow mango on a plate.")
    assert next(p for p in reading.phrases if p.text == "enfolds").status == "no_effect"
