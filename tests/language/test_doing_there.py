"""What somebody does where they are, without a comma before it: "sits on a sofa drinking tea"."""

from __future__ import annotations

import pytest

from diorama.studio.words import read

THERE = {
    "An old woman sits in a rocking chair knitting socks.": ("knitting", "sitting", {"rocking_chair", "sock"}),
    "A boy lies on the carpet reading comics.": ("reading", "lying", {"rug", "book"}),
    "A woman sits on a sofa drinking tea.": ("drinking", "sitting", {"couch", "cup"}),
    "A man stands in a kitchen washing dishes.": ("working", "standing", {"plate"}),
    "An old man sits on a park bench feeding pigeons.": ("feeding", "sitting", {"bench"}),
    "A woman on a balcony is watering flowers.": ("watering", None, {"flower"}),
    "A woman is cooking soup.": ("cooking", None, {"bowl"}),
    "A man is sweeping leaves in front of his house.": ("sweeping", None, {"leaf", "house"}),
    "Two old men are playing chess in a park.": ("playing", None, {"chess_set"}),
    "A woman is putting on lipstick in front of a mirror.": ("making_up", None, {"lipstick", "mirror"}),
}


@pytest.mark.parametrize("prompt", THERE)
def test_they_do_it_there(prompt):
    scene = read(prompt).scene
    who = next(s for s in scene.subjects if s.kind == "person")
    things = {s.thing for s in scene.subjects if s.kind == "object"}
    assert ([a.deed for a in who.actions], who.posture, things) == ([THERE[prompt][0]], *THERE[prompt][1:])


def test_what_a_tool_is_for_is_no_deed():
    things = [s.thing for s in read("A knife lies on the kitchen cutting board next to a boy.").scene.subjects if s.kind == "object"]
    assert things == ["knife", "cutting_board"]
    assert not read("They are working mothers.").scene.subjects[0].actions


def test_a_first_fragment_keeps_its_place_before_sentences():
    for prompt, pairs in (
        ("A cheeseburger with fries on a white plate. A glass stands beside it.", {("hamburger", "on", "plate")}),
        ("A glass teapot full of green tea on a bamboo tray. Two small cups stand in front of it.", {("teapot", "on", "tray")}),
    ):
        scene = read(prompt).scene
        things = {s.id: s.thing for s in scene.subjects if s.kind == "object"}
        assert pairs <= {(things[r.subject], r.kind, things.get(r.objects[0])) for r in scene.relations}, prompt
    assert "fries" in {s.thing for s in read("A cheeseburger with fries on a white plate. A glass stands beside it.").scene.subjects}


def test_the_room_of_a_second_sentence_is_that_of_the_first():
    for prompt, setting in (
        ("A mother is reading a story to her two daughters in bed. The room is lit only by a bedside lamp.", "bedroom"),
        ("A birthday cake with seven candles stands on a kitchen table. There are colorful balloons on the wall.", "kitchen"),
        ("A man stands by a wall. He smokes.", "plain_room"),
    ):
        assert read(prompt).scene.environment.setting == setting, prompt


def test_who_is_in_a_place_does_it_and_not_the_place():
    for prompt, posture, deed in (
        ("A hospital corridor with a doctor walking", "walking", []),
        ("A beach with children playing", None, ["playing"]),
        ("A frozen lake with a child ice skating", "walking", []),
        ("A man rock climbing on a cliff", "climbing", []),
    ):
        who = next(s for s in read(prompt).scene.subjects if s.kind == "person")
        assert (who.posture, [a.deed for a in who.actions]) == (posture, deed), prompt


def test_fallen_leaves_are_the_autumn_of_a_forest():
    for prompt, season, things in (
        ("A forest path covered in fallen leaves", "autumn", []),
        ("A dog lying on fallen leaves in a forest", "autumn", []),
        ("A woman sweeping fallen leaves in a garden", None, ["leaf"]),
        ("Three fallen leaves on a wooden table", None, ["leaf"]),
    ):
        scene = read(prompt).scene
        assert (scene.environment.season, [s.thing for s in scene.subjects if s.kind == "object"]) == (season, things), prompt


def test_what_is_ones_own_and_looked_at_is_in_the_hand():
    for prompt, kind in (("A man looking at his phone", "holding"), ("A boy looks at a phone on the table.", "facing")):
        scene = read(prompt).scene
        who = next(s.id for s in scene.subjects if s.kind == "person")
        assert [r.kind for r in scene.relations if r.subject == who] == [kind], prompt


def test_a_quality_is_no_place_and_a_garden_has_a_bed_of_its_own():
    champion = read("A champion sits on a massage table in a white towelling robe.").scene
    assert not next(s for s in champion.subjects if s.kind == "person").actions
    assert not [s for s in read("A gardener digs in the bed.").scene.subjects if s.kind == "object" and s.thing == "bed"]
