"""What is worn, what things are made of, who is there besides, how one sits, and houses seen from outside: each row beside its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.scene import Person


def worn(prompt: str) -> set[str]:
    return {w.garment for s in read(prompt).scene.subjects if isinstance(s, Person) for w in s.wears}


def nouns(prompt: str) -> set[str]:
    return {s.noun for s in read(prompt).scene.subjects}


def ties(prompt: str) -> set[tuple[str, str, str]]:
    scene = read(prompt).scene
    names = {s.id: s.noun for s in scene.subjects}
    return {(names[r.subject], r.kind, names.get(o, o)) for r in scene.relations for o in r.objects}


@pytest.mark.parametrize(
    ("prompt", "garment"),
    [
        ("a boy wearing headphones", "headphones"),
        ("A girl with headphones on her head", "headphones"),
        ("A boy with headphones around his neck sits on a bed.", "neck_headphones"),
        ("a man with a bag over his shoulder", "bag"),
    ],
)
def test_what_is_on_somebody_is_worn(prompt: str, garment: str) -> None:
    assert garment in worn(prompt)


@pytest.mark.parametrize(("prompt", "thing"), [("A boy sits at a desk with headphones on a book.", "headphones"), ("a man beside a bag", "bag")])
def test_what_is_on_nobody_is_not(prompt: str, thing: str) -> None:
    assert thing in nouns(prompt)
    assert not worn(prompt)


@pytest.mark.parametrize(
    ("prompt", "material", "absent"),
    [
        ("A robot made of old brass clock parts waters tomato plants.", "brass", "clock"),
        ("a robot made of brass clock parts", "brass", "clock"),
        ("A lamp is made of bicycle parts.", "steel", "bicycle"),
        ("A dragon made of rusty car parts stands in a desert.", "steel", "car"),
    ],
)
def test_parts_that_a_thing_is_made_of_are_its_stuff(prompt: str, material: str, absent: str) -> None:
    assert read(prompt).scene.subjects[0].surface.material == material
    assert absent not in nouns(prompt)


def test_a_clock_beside_a_robot_is_there() -> None:
    assert "clock" in nouns("A robot stands beside an old brass clock.")


@pytest.mark.parametrize(
    ("prompt", "who", "there"),
    [
        ("A woman weighs figs for a customer.", "customer", True),
        ("A woman knits a scarf for her grandson.", "grandson", False),
        ("A boy shares an apple with a gardener.", "gardener", True),
        ("Children cut out stars with a tin cutter.", "cutter", False),
        ("The guests at the nearest table laugh.", "table", True),
    ],
)
def test_who_and_what_is_there_besides(prompt: str, who: str, there: bool) -> None:
    assert (who in nouns(prompt)) == there


@pytest.mark.parametrize(
    ("prompt", "told", "not_told"),
    [
        ("A mug and a bowl stand on a table with three spoons.", ("spoon", "on", "ground"), ("spoon", "in", "mug")),
        ("A mug with three spoons stands on a table.", ("spoon", "in", "mug"), ("mug", "in", "spoon")),
        ("A cake with a cherry on top stands on a table.", ("cherry", "on", "cake"), ("cherry", "on", "ground")),
        ("A stack of pancakes stands on a plate, with butter melting on top.", ("butter", "on", "pancake"), ("butter", "on", "plate")),
        ("a table with a mug on a tray", ("tray", "on", "table"), ("mug", "on", "table")),
        ("a table with a mug on it", ("mug", "on", "table"), ("table", "on", "mug")),
        ("A fork lies on a linen napkin.", ("fork", "on", "napkin"), ("fork", "on", "ground")),
        ("A man and a dog walk past two cars. A kite flies above them.", ("kite", "above", "man"), ("kite", "above", "car")),
        ("Two cars pass a man. A kite flies above them.", ("kite", "above", "car"), ("man", "above", "car")),
    ],
)
def test_what_is_where(prompt: str, told: tuple[str, str, str], not_told: tuple[str, str, str]) -> None:
    assert told in ties(prompt)
    assert not_told not in ties(prompt)


@pytest.mark.parametrize(
    ("prompt", "posture"),
    [("A boy sits cross-legged on a bed.", "meditating"), ("A boy sits on a bed.", "sitting"),
     ("A player in a jersey with the number 24 leaps toward the hoop.", "jumping")],
)
def test_how_somebody_sits_and_leaps(prompt: str, posture: str) -> None:
    assert read(prompt).scene.subjects[0].posture == posture


@pytest.mark.parametrize(
    ("prompt", "setting", "house"),
    [
        ("A small tavern on a cliff at the edge of the sea.", "cliff", True),
        ("A library stands in a forest.", "forest", True),
        ("Two men sit in a small cafe by the sea.", "cafe", False),
        ("a cafe by the window", "cafe", False),
    ],
)
def test_a_house_in_the_open_is_seen_from_outside(prompt: str, setting: str, house: bool) -> None:
    scene = read(prompt).scene
    assert scene.environment.setting == setting
    assert any(getattr(s, "thing", None) == "house" for s in scene.subjects) == house


@pytest.mark.parametrize(
    ("prompt", "time", "code"),
    [
        ("a bedroom with no windows", "night", "cannot-leave-out"),
        ("a windowless bedroom", "night", "cannot-leave-out"),
        ("a bedroom with no curtains", "morning", "left-out"),
    ],
)
def test_a_room_without_windows_has_no_daylight_and_its_own_window_is_told(prompt: str, time: str, code: str) -> None:
    reading = read(prompt)
    assert reading.scene.lighting.time == time
    assert [d.code for d in reading.diagnostics if d.code in ("left-out", "cannot-leave-out")] == [code]


def test_what_clings_to_clothes_is_no_thing_of_its_own() -> None:
    assert "flour" not in nouns("A baker with flour on his apron stands in a kitchen.")
    assert "flour" in nouns("A baker with flour on his table stands in a kitchen.")


@pytest.mark.parametrize(
    ("prompt", "told", "not_told"),
    [
        ("a red tractor in a green field with a red barn in the distance", ("barn", "near", "background"), ("tractor", "near", "background")),
        ("a red tractor in the distance, a barn beside a road", ("tractor", "near", "background"), ("barn", "near", "background")),
        ("a cat by a fireplace and a dog under a table", ("dog", "under", "table"), ("cat", "beside", "dog")),
        ("A cat sits between a lamp and a vase under a shelf.", ("cat", "between", "vase"), ("cat", "under", "shelf")),
        ("an armchair by a fireplace and a painting of a ship above the fireplace", ("painting", "above", "background"), ("armchair", "beside", "painting")),
    ],
)
def test_which_of_a_list_is_where(prompt: str, told: tuple[str, str, str], not_told: tuple[str, str, str]) -> None:
    assert told in ties(prompt)
    assert not_told not in ties(prompt)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a lighthouse and three seagulls in the sky", "beach"),
        ("three seagulls in the sky", "sky"),
        ("a desk with a laptop, a window with a city view behind", "living_room"),
        ("a city view at night", "city_skyline"),
    ],
)
def test_what_is_seen_above_or_behind_is_not_where_it_all_is(prompt: str, setting: str) -> None:
    assert read(prompt).scene.environment.setting == setting


@pytest.mark.parametrize(
    ("prompt", "told", "not_told"),
    [
        ("A man climbs a spiral staircase with a lantern in his right hand.", ("man", "holding", "lantern"), ("spiral staircase", "with", "lantern")),
        ("A man climbs a spiral staircase with a lantern on each step.", ("spiral staircase", "with", "lantern"), ("man", "holding", "lantern")),
        ("A botanist is drawing an orchid in a sketchbook.", ("botanist", "holding", "sketchbook"), ("botanist", "in", "sketchbook")),
        ("A botanist sits in a boat.", ("botanist", "in", "boat"), ("botanist", "holding", "boat")),
    ],
)
def test_what_is_in_somebodys_hand(prompt: str, told: tuple[str, str, str], not_told: tuple[str, str, str]) -> None:
    assert told in ties(prompt)
    assert not_told not in ties(prompt)


@pytest.mark.parametrize(
    ("prompt", "there", "absent"),
    [
        ("A boxer sits in the corner, her coach leaning over the ropes.", "sports coach", "coach"),
        ("A red coach stands at a bus stop.", "coach", "sports coach"),
        ("a knight in a castle hall, torches on the walls", "flaming torch", "torch"),
    ],
)
def test_which_sense_company_gives_a_word(prompt: str, there: str, absent: str) -> None:
    assert there in nouns(prompt)
    assert absent not in nouns(prompt)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a perfume bottle on a plain peach background", "studio"),
        ("zebras on a plain", "meadow"),
        ("A small bookstore on a street corner at night.", "shop_front"),
        ("A woman reads in a bookstore.", "library"),
    ],
)
def test_which_place_a_word_names(prompt: str, setting: str) -> None:
    assert read(prompt).scene.environment.setting == setting


@pytest.mark.parametrize(
    ("prompt", "angle", "elevation"),
    [("a dragon on a cliff, blue moonlight, dramatic low angle", "low", 35.0), ("a dragon on a cliff, sunlight at a low angle", "eye_level", 10.0)],
)
def test_whose_angle_it_is(prompt: str, angle: str, elevation: float) -> None:
    scene = read(prompt).scene
    assert (scene.camera.angle, scene.lighting.lights[0].elevation) == (angle, elevation)


@pytest.mark.parametrize(("prompt", "source"), [("a forest at night, volumetric light", "moon"), ("a forest at dawn, volumetric light", "sun")])
def test_no_sun_shines_by_night(prompt: str, source: str) -> None:
    assert read(prompt).scene.lighting.lights[0].source == source


@pytest.mark.parametrize(
    ("prompt", "garments", "moustache"),
    [("a man with a moustache and brown corduroy suit", {"suit"}, True), ("a man in a brown corduroy suit", {"suit"}, False)],
)
def test_a_moustache_is_no_sort_of_suit(prompt: str, garments: set[str], moustache: bool) -> None:
    assert worn(prompt) == garments
    hair = read(prompt).scene.subjects[0].facial_hair
    assert bool(hair is not None and hair.moustache) == moustache
