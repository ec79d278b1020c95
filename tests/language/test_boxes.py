"""Where in the frame each of several subjects is: words for its box are of the thing that they are told of."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.boxes import box_named

LEFT, RIGHT, MIDDLE = (0, 0, 0.3333, 1), (0.6667, 0, 1, 1), (0.3333, 0, 0.6667, 1)
CORNER, HALF = (0.5, 0.5, 1, 1), (0.5, 0, 1, 1)


@pytest.mark.parametrize(
    ("prompt", "boxes"),
    [
        ("a red cup in the left third and a blue bowl in the lower right corner", {"cup": LEFT, "bowl": CORNER}),
        ("On a table a red cup stands in the left third, and a blue bowl is in the lower right corner of the frame.", {"cup": LEFT, "bowl": CORNER}),
        ("a mug in the left third of the frame, a vase and a bowl in the right third, on slate", {"mug": LEFT, "vase": RIGHT, "bowl": RIGHT}),
        ("a mug on the left third and a vase on the right third", {"mug": LEFT, "vase": RIGHT}),
        ("a cup in the left third, a bowl in the centre of the frame and a vase in the right third", {"cup": LEFT, "bowl": MIDDLE, "vase": RIGHT}),
        ("In the upper left corner of the picture, a balloon; in the lower right corner, a dog on grass", {"balloon": (0, 0, 0.5, 0.5), "dog": CORNER}),
        ("three pears in the left third and a lamp on a desk in the right half of the frame", {"pear": LEFT, "lamp": HALF}),
        ("a woman in the left third of the frame and a man in the right third, in a park", {"woman": LEFT, "man": RIGHT}),
        ("a mug in the left third and a spoon", {"mug": LEFT, "spoon": None}),
    ],
)  # fmt: skip
def test_each_thing_has_the_box_that_is_told_of_it(prompt, boxes):
    reading = read(prompt)
    assert {one.noun: one.within for one in reading.scene.subjects if one.noun in boxes} == boxes
    assert reading.scene.camera.within is None
    assert not [d for d in reading.diagnostics if d.code == "overruled"]
    told = " ".join(effect for phrase in reading.phrases for effect in phrase.effect)
    assert all(f"within={':'.join(f'{side:g}' for side in box)}" in told for box in boxes.values() if box)


@pytest.mark.parametrize(
    ("prompt", "whole"),
    [("a brass lamp on a desk in the right half of the frame", HALF), ("a lamp in the top left corner of a room", None),
     ("an envelope with a stamp in the upper right corner", None), ("a kitchen with a stove in the left third", LEFT)],
)  # fmt: skip
def test_one_box_for_all_there_is_is_the_cameras(prompt, whole):
    scene = read(prompt).scene
    assert scene.camera.within == whole and not any(one.within for one in scene.subjects)


@pytest.mark.parametrize(
    ("text", "box"),
    [("left third", LEFT), ("in the lower right corner of the frame", CORNER), ("0.5, 0.5 1,1", CORNER), ("somewhere", None), ("0.5,0.5,1", None), ("", None)],
)
def test_a_part_of_the_frame_is_named_or_told_in_shares(text, box):
    assert box_named(text) == box
