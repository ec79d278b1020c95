"""How many a plural is by what holds it; what is part of what; where things go that the words leave open."""

from __future__ import annotations

import pytest

from diorama.language import read


def subjects(prompt: str) -> dict[str, int]:
    return {s.noun: s.count for s in read(prompt).scene.subjects}


def ties(prompt: str) -> set[str]:
    scene = read(prompt).scene
    noun = {s.id: s.noun for s in scene.subjects}
    return {f"{noun[r.subject]} {r.kind} {noun.get(r.objects[0], r.objects[0])}" for r in scene.relations}


@pytest.mark.parametrize(
    ("fewer", "more", "noun"),
    [
        ("a bowl of apples", "a wheelbarrow full of apples", "apple"),
        ("a garden with roses", "a garden full of roses", "rose"),
        ("a street with people", "a street full of people", "person"),
        ("a harbour with fishing boats", "a harbour filled with fishing boats", "fishing boat"),
    ],
)
def test_full_is_more_than_some(fewer, more, noun):
    assert subjects(more)[noun] > subjects(fewer)[noun] > 1


def test_a_number_that_is_said_holds():
    assert subjects("a wheelbarrow full of three apples")["apple"] == 3


@pytest.mark.parametrize(
    ("prompt", "setting", "nouns"), [("A greenhouse full of ferns", "greenhouse", {"fern"}), ("A greenhouse in a meadow", "meadow", {"greenhouse"})]
)
def test_what_a_building_is_full_of_is_seen_from_within(prompt, setting, nouns):
    scene = read(prompt).scene
    assert scene.environment.setting == setting and {s.noun for s in scene.subjects} == nouns


def test_a_window_behind_puts_nothing_behind_a_thing():
    assert ties("a cup on a cafe table with a window behind") == {"cup on ground"}
    assert ties("a cup and a plate behind") == {"plate behind cup"}


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("A wooden cabin, smoke rising from the chimney", ["cabin"]),
        ("a door with a brass knob", ["door"]),
        ("an apron on a table", ["apron", "table"]),
        ("A vaulter plants the pole. Two officials sit under a parasol.", ["vaulter", "pole", "officials", "parasol"]),
        ("a chimney beside a road", ["chimney"]),
    ],
)
def test_what_is_part_of_a_thing_that_is_there_is_no_second_thing(prompt, nouns):
    assert [s.noun for s in read(prompt).scene.subjects] == nouns


def test_a_part_has_the_look_that_it_is_told_to_have():
    (door,) = read("a door with a brass knob").scene.subjects
    assert {p.name: p.surface.material for p in door.parts} == {"knob": "brass"}
    (cabin,) = read("A wooden cabin, smoke rising from the chimney").scene.subjects
    assert "steaming" in cabin.states


def test_northern_lights_are_no_stars():
    scene = read("A cabin by a lake under northern lights").scene
    assert scene.environment.features == ("aurora",) and scene.lighting.time == "night"


@pytest.mark.parametrize(
    ("prompt", "tie"),
    [
        ("A bicycle with a basket of flowers", "basket on bicycle"),
        ("A truck with a basket", "truck with basket"),
        ("A glass of red wine, a cheese board and a picnic blanket in a vineyard", "glass on picnic blanket"),
    ],
)
def test_what_comes_along_is_where_it_is_carried(prompt, tie):
    assert tie in ties(prompt)


def test_the_wall_of_a_place_out_of_doors_is_no_room():
    environment = read("A rusty anchor leaning against a harbour wall").scene.environment
    assert environment.setting == "brick_wall" and environment.backdrop.material == "stone"
    assert read("A chair leaning against a kitchen wall").scene.environment.setting == "kitchen"


@pytest.mark.parametrize(
    ("prompt", "framing"),
    [
        ("An old suitcase on a railway platform", "wide"),
        ("A suitcase", "medium"),
        ("A wheelbarrow in front of a barn", "full"),
        ("A barn in a meadow", "wide"),
    ],
)
def test_how_much_is_shown_around_it(prompt, framing):
    assert read(prompt).scene.camera.framing == framing


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("a pan on a stove", "kitchen"), ("a cat on top of a refrigerator", "kitchen"), ("a horse beside a fence", "meadow")]
    + [("A black cat sitting on a piano", "living_room"), ("A girl jumping into a puddle", "street"), ("A frog by a puddle in a forest", "forest")],
)
def test_things_are_met_where_they_belong(prompt, setting):
    assert read(prompt).scene.environment.setting == setting


def test_what_somebody_at_a_table_wears_is_not_the_tables():
    woman, table = read("A woman in a white rubber apron works at a steel table.").scene.subjects
    assert [g.garment for g in woman.wears] == ["apron"] and not table.parts


@pytest.mark.parametrize(
    ("prompt", "stuff"), [("Three copper pots", "copper"), ("a concrete block", "concrete"), ("a steel copper pot", "steel"), ("a stock pot", None)]
)
def test_a_noun_that_names_its_stuff_is_of_it(prompt, stuff):
    (thing,) = read(prompt).scene.subjects
    assert thing.surface.material == stuff


def test_on_a_kitchens_shelf_is_on_a_shelf():
    environment = read("A teapot on a kitchen shelf").scene.environment
    assert (environment.setting, environment.ground_shape) == ("kitchen", "shelf")


@pytest.mark.parametrize(
    ("prompt", "noun", "count"),
    [
        ("a bowl of lemons on a table", "lemon", 5),
        ("three bowls of lemons on a table", "lemon", 15),
        ("a basket of bread", "bread", 1),
        ("three baskets of bread on a bench", "bread", 3),
        ("two boxes with a cat", "cat", 1),
        ("six pots of herbs on a windowsill", "herb", 6),
        ("four cups with saucers", "saucer", 4),
        ("a set of scales on a table", "set of scales", 1),
        ("a set of cups on a table", "cup", 4),
    ],
)
def test_each_vessel_has_its_own(prompt, noun, count):
    assert subjects(prompt)[noun] == count


@pytest.mark.parametrize(("prompt", "dyed"), [("a red pair of shoes on a chair", True), ("a red chair, a pair of shoes", False)])
def test_looks_before_a_measure_are_those_of_what_it_measures(prompt, dyed):
    shoe = next(s for s in read(prompt).scene.subjects if s.noun == "shoe")
    assert bool(shoe.surface.colours) == dyed


@pytest.mark.parametrize(("window", "angle"), [("a rainy window behind", "eye_level"), ("a grey wall behind", "slightly_high")])
def test_who_is_to_see_a_window_does_not_look_down_on_the_table(window, angle):
    assert read(f"three macarons on a marble counter, {window}").scene.camera.angle == angle


@pytest.mark.parametrize(
    ("prompt", "contents", "material"),
    [("a wheelbarrow of hay beside a barn", "hay", None), ("a bucket of sand", "sand", None), ("a bucket of brass", None, "brass")],
)
def test_what_no_vessel_is_made_of_is_in_it(prompt, contents, material):
    vessel = read(prompt).scene.subjects[0]
    assert (vessel.contents, vessel.surface.material) == (contents, material)
