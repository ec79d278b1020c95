"""A place that a list of scenes begins with is where it all is; what a comma parts from a verb is not what it is done to."""

import pytest

from diorama.language import read


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        ("abandoned greenhouse, vines through broken panes, rusted watering can, fog outside", "greenhouse"),
        ("church, candles, a kneeling nun", "church_interior"),
        ("subway car, a woman reading, empty seats", "carriage"),
        ("night train compartment, two bunks, an orange on the table", "carriage"),
        ("old factory, pigeons, a rusty lathe, dust", "factory"),
    ],
)
def test_a_place_at_the_head_is_where_it_all_is(words, setting):
    scene = read(words).scene
    assert scene.environment.setting == setting
    assert not any(s.noun in words.split(",")[0] for s in scene.subjects)


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("a church, a graveyard, crows", "church"), ("greenhouse in a garden, roses", "greenhouse"), ("a train, mountains, snow", "train"),
        ("a museum with a glass dome", "museum"),
    ],
)
def test_among_what_is_outside_it_is_a_thing(words, noun):
    assert read(words).scene.subjects[0].noun == noun


def test_a_museum_with_paintings_is_looked_at_within():
    scene = read("a museum with paintings").scene
    assert scene.environment.setting == "museum" and [s.noun for s in scene.subjects] == ["painting"]


def test_what_a_comma_parts_from_a_verb_is_not_what_it_is_done_to():
    woman, seat = read("a woman reading, empty seats").scene.subjects
    assert [a.objects for a in woman.actions] == [()] and seat.noun == "seat"
    woman, book, _ = read("a woman reading a book, empty seats").scene.subjects
    assert [a.objects for a in woman.actions] == [(book.id,)]


@pytest.mark.parametrize(
    ("words", "setting", "seen"),
    [
        ("a cat on a sofa, snow outside the window", "living_room", "window"),
        ("a cat on a sofa, mountains outside the window", "living_room", "mountains"),
        ("a woman at a desk, a city seen through the window", "living_room", "buildings"),
    ],
)
def test_what_is_outside_a_window_is_seen_through_it(words, setting, seen):
    environment = read(words).scene.environment
    assert environment.setting == setting and seen in environment.features


def test_who_is_in_the_snow_is_outside():
    assert read("a dog in the snow outside a window").scene.environment.setting == "snow_field"
