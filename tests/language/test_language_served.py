"""Food and drink named alone are served in what they are served in; what comes with food on a plate lies on the plate too."""

from __future__ import annotations

import pytest

from diorama.language import read, stand_in


@pytest.mark.parametrize(("prompt", "thing", "contents"), [("soup", "bowl", "soup"), ("a salad", "bowl", "salad"), ("spaghetti", "plate", "spaghetti"), ("milk on a table", "glass", "milk"), ("hot tea", "cup", "tea")])
def test_what_fills_a_vessel_comes_in_it(prompt, thing, contents):
    reading = read(prompt)
    assert reading.scene.subjects[0].thing == thing
    assert reading.scene.subjects[0].contents == contents.replace(" ", "_")
    assert not [d for d in reading.diagnostics if d.code == "stand-in"]


@pytest.mark.parametrize("word", ["french fries", "sushi", "a steak", "a fried egg", "bacon"])
def test_these_are_no_stand_ins(word):
    assert not [d for d in read(f"{word} on a table").diagnostics if d.code == "stand-in"]


def test_food_with_food_on_a_board_is_on_the_board_too():
    scene = read("A steak with french fries on a wooden board").scene
    steak, fries, board = (next(s.id for s in scene.subjects if s.thing == t) for t in ("steak", "fries", "cutting_board"))
    assert {r.subject for r in scene.relations if r.kind == "on" and r.objects == (board,)} == {steak, fries}


def test_a_thing_that_is_no_food_stays_beside_the_plate():
    scene = read("A lamp with an apple on a plate").scene
    lamp, plate = (next(s.id for s in scene.subjects if s.thing == t) for t in ("lamp", "plate"))
    assert not [r for r in scene.relations if r.subject == lamp and r.kind == "on" and plate in r.objects]


@pytest.mark.parametrize("prompt", ["a steaming cup of coffee", "a cup of coffee with steam", "a bowl of ramen with chopsticks, steam", "wisps of steam from a mug of cocoa"])
def test_steam_rises_from_what_is_hot(prompt):
    reading = stand_in(read(prompt))
    assert [s.thing for s in reading.scene.subjects if "steaming" in s.states] == [reading.scene.subjects[0].thing]
    assert not [d for d in reading.diagnostics if d.code in ("not-shown", "no-effect") and "steam" in d.message]


def test_fruit_that_is_named_is_the_fruit_in_the_bowl():
    scene = read("A bowl of fruit with apples, bananas and grapes on a wooden table").scene
    bowl = next(s.id for s in scene.subjects if s.thing == "bowl")
    inside = {r.subject for r in scene.relations if r.kind == "in" and r.objects == (bowl,)}
    assert {s.thing for s in scene.subjects if s.id in inside} == {"apple", "banana", "grapes"}
    assert [r.subject for r in scene.relations if r.kind == "on"] == [bowl]


def things(prompt: str) -> list[str]:
    return [s.thing for s in read(prompt).scene.subjects]


def test_a_pot_is_what_is_in_it_or_under_it():
    assert things("a pot of soup") == ["saucepan"] and things("a red pot on the stove") == ["saucepan", "oven"]
    assert things("a pot of coffee") == ["teapot"] and things("a pot of honey") == ["jar"]
    assert things("a terracotta pot on a windowsill") == ["flower_pot"] and things("a cactus in a pot") == ["cactus"]


def test_butter_on_toast_is_a_pat():
    reading = read("a slice of toast with butter")
    assert things("a slice of toast with butter") == ["toast", "butter_pat"] and reading.scene.relations[0].kind == "on"
    assert things("butter on a board") == ["butter", "cutting_board"]


def test_a_wreath_on_a_door_hangs_on_its_leaf():
    (door,) = read("a christmas wreath on a red door").scene.subjects
    assert door.thing == "door" and "wreath" in door.styles
    assert things("a wreath on a table") == ["wreath"]


def test_a_rubber_duck_in_a_bath_swims():
    (_, bath) = read("a yellow rubber duck in a bathtub").scene.subjects
    assert bath.contents == "water"
    assert read("a towel in a bathtub").scene.subjects[1].contents is None


def test_what_one_drinks_from_is_what_the_drink_is_in():
    for prompt, vessel in (("A man drinking coffee from a mug in a kitchen", "mug"), ("Two women drink wine from red glasses", "glass")):
        _, held = read(prompt).scene.subjects
        assert held.thing == vessel and held.contents in ("coffee", "wine"), prompt


def test_a_watch_is_on_the_wrist_of_who_looks_at_it_and_lies_where_it_is_put():
    (man,) = read("A man in a suit checking his watch on a street").scene.subjects
    assert {"suit", "watch"} <= {g.garment for g in man.wears}
    assert things("A woman puts her watch on the table")[1:] == ["watch", "table"]


def test_who_drives_a_nail_into_a_board_is_not_on_the_board():
    scene = read("A carpenter hammering a nail into a wooden board").scene
    ids = {s.noun: s.id for s in scene.subjects}
    assert [(r.subject, r.objects) for r in scene.relations] == [(ids["nail"], (ids["board"],))]


class TestHandiwork:
    """What hands do to a thing is told, and who does it is at it; who cannot be in a vessel has in it what they do it to."""

    def test_a_noun_before_a_participle_is_who_does_it(self) -> None:
        scene = read("A chef tossing a pizza in a rustic kitchen").scene
        assert [(s.kind, getattr(s, "role", None)) for s in scene.subjects][0] == ("person", "chef")
        assert [s.thing for s in scene.subjects[1:]] == ["pizza"]

    def test_nobody_is_in_the_bowl_that_they_whisk_eggs_in(self) -> None:
        scene = read("A woman whisking eggs in a bowl").scene
        ids = {s.noun: s.id for s in scene.subjects}
        assert (ids["egg"], "in", (ids["bowl"],)) in {(r.subject, r.kind, r.objects) for r in scene.relations}
        assert not any(r.subject == ids["woman"] and r.kind == "in" for r in scene.relations)
        assert scene.subjects[0].size.scale == 1.0

    def test_a_mouse_in_a_cup_is_in_it(self) -> None:
        scene = read("A mouse sitting in a cup").scene
        assert [(r.subject, r.kind) for r in scene.relations] == [(scene.subjects[0].id, "in")]

    def test_a_small_thing_is_in_the_hand_of_who_works_at_it(self) -> None:
        told = {p: {r.kind for r in read(p).scene.relations} for p in ("A man peeling an orange", "A man repairing a bicycle", "A man seeing an orange")}
        assert told == {"A man peeling an orange": {"holding"}, "A man repairing a bicycle": {"near"}, "A man seeing an orange": set()}

    def test_who_kneads_on_a_table_is_at_it_and_who_dances_there_on_it(self) -> None:
        for prompt, kind in (("A baker kneading bread on a wooden table", "near"), ("A woman dancing on a table", "on")):
            scene = read(prompt).scene
            table = next(s.id for s in scene.subjects if s.noun == "table")
            assert {r.kind for r in scene.relations if r.subject == scene.subjects[0].id and table in r.objects} == {kind}

    def test_who_sits_at_a_bar_drinks_and_the_bar_does_not(self) -> None:
        scene = read("A knight sitting at a bar drinking a milkshake").scene
        assert scene.subjects[0].actions[0].deed == "drinking"

    def test_a_plural_before_what_it_does_is_somebody(self) -> None:
        scene = read("A fisherman on a pier, seagulls circling overhead").scene
        gulls = next(s for s in scene.subjects if s.kind == "animal")
        assert (gulls.species, gulls.count, gulls.posture) == ("seagull", 3, "flying")

    def test_a_baker_is_met_in_a_bakery_but_in_a_portrait(self) -> None:
        assert read("A baker").scene.environment.setting == "bakery"
        assert read("A baker in a garden").scene.environment.setting == "garden"
        assert read("A portrait of a baker").scene.environment.setting == "plain_room"
