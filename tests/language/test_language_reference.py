"""What a later sentence tells goes to whom it means: "one … the other", "eight of them", "its lining", "the vehicle"; and verbs that tell where things are."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.frames import ties
from diorama.language.spelling import spelt

REST = " Nobody has come to see the place yet, and the soft light of the early morning gives it a mood that is calm and easy to like."
"""So that a prompt is long enough to be read as prose."""


def seen(prompt):
    return read(prompt + REST).scene


def related(prompt):
    scene = seen(prompt)
    noun = {s.id: s.noun for s in scene.subjects}
    return {f"{noun[r.subject]} {r.kind} {' '.join(noun.get(o, o) for o in r.objects)}" for r in scene.relations}


def colours(subject):
    return [c.name for c in subject.surface.colours]


@pytest.mark.parametrize("row", ties.rows(), ids=lambda row: row.name)
def test_each_verb_that_relates_does_so_in_its_example_and_not_in_its_counter_example(row):
    text, _, relation = row.example.partition(" → ")
    assert relation in related(text)
    assert relation not in related(row.counter)


def test_one_and_the_other_are_two():
    one, other = [s for s in seen("Two cups stand on a shelf next to a lamp. One is red, the other is blue.").subjects if s.noun == "cup"]
    assert {tuple(colours(one)), tuple(colours(other))} == {("red",), ("blue",)}
    assert {one.count, other.count} == {1}


def test_one_of_several_has_what_the_others_have_not():
    scene = seen("Two children play on a beach. Both are wearing yellow raincoats and one of them holds a bucket.")
    children = [s for s in scene.subjects if s.noun == "child"]
    assert sorted("holding" in [a.deed for a in c.actions] for c in children) == [False, True]
    assert all([g.garment for g in c.wears] == ["raincoat"] for c in children)


def test_a_number_of_them_counts_them():
    (boat,) = [s for s in seen("We saw the fishing boats at the quay. Eight of them, painted blue and white, lay moored along the quay.").subjects]
    assert (boat.count, colours(boat)) == (8, ["blue", "white"])


@pytest.mark.parametrize(
    ("prompt", "whole", "part"),
    [
        ("A leather bag with a red lining stands on a plinth.", "bag", "lining"),
        ("A road lined with poplars leads to a white house with a red door.", "house", "door"),
        ("A chair stands in a yard. Its legs are of steel and it is old.", "chair", "legs"),
    ],
)
def test_a_part_is_told_of_its_whole_and_is_no_thing_of_its_own(prompt, whole, part):
    scene = seen(prompt)
    assert part not in [s.noun for s in scene.subjects]
    assert any(part in p.name or p.name in part for p in next(s for s in scene.subjects if s.noun == whole).parts)


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("In the middle of a room stands a bed, and next to the bed is a floor lamp.", "floor lamp beside bed"),
        ("A table is set with plates, and on the table is a vase of white roses.", "vase on table"),
        ("Perched on the branch is a kingfisher whose back is bright blue.", "kingfisher on branch"),
        ("A table holds a bowl of apples, a loaf of bread and two candles.", "candle on table"),
        ("A desk stands in a room with a lamp. In front of the desk, on which stands a globe, sleeps a dog.", "globe on desk"),
        ("A paper lantern hangs from the ceiling above a wicker chair.", "paper lantern hanging_from ceiling"),
    ],
)
def test_turned_sentences_have_their_subject_after_the_verb(prompt, relation):
    assert relation in related(prompt)


@pytest.mark.parametrize("prompt", ["A rug lies in a room in front of the fireplace.", "A cottage stands by itself beside a pond among tall trees."])
def test_what_is_in_front_of_a_hearth_or_by_itself_is_nowhere_else(prompt):
    assert not {r for r in related(prompt) if "near background" in r or "near foreground" in r or "cottage beside tree" in r}


@pytest.mark.parametrize(("prompt", "age"), [("A girl of about sixteen stands before a plain wall.", 16), ("A boy sits on a wall. He is nine.", 9)])
def test_a_bare_number_may_be_an_age(prompt, age):
    assert seen(prompt).subjects[0].age == age


@pytest.mark.parametrize("word", ["slept", "wore", "swam", "knew", "bought", "shone"])
def test_a_form_of_a_verb_is_no_slip(word):
    assert spelt(f"a thing {word} there").text == f"a thing {word} there"


def test_a_bridge_written_by_ear_is_a_bridge():
    assert spelt("a stone brige").text == "a stone bridge"
