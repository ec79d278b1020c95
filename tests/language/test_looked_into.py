"""Buildings that words look into, what is before a house, what lies about, shops' windows: each is a place, not a thing that stands in one."""

from __future__ import annotations

import pytest

from diorama.language import read


def place(prompt: str) -> tuple[str, set[str], str]:
    environment = read(prompt).scene.environment
    return environment.setting, set(environment.place), environment.ground_shape


@pytest.mark.parametrize(
    ("prompt", "setting", "named", "things"),
    [
        ("the interior of a cathedral with light through stained glass", "church_interior", "", []),
        ("ferns on a greenhouse floor", "greenhouse", "", ["potted_plant"]),
        ("a pair of boots on the doorstep of a cottage", "porch", "doorstep", ["boot"]),
        ("a cat on the porch of an old farmhouse", "porch", "", ["cat"]),
        ("a vintage car in a driveway", "driveway", "", ["car"]),
        ("a suitcase in an airport hall", "airport_hall", "", ["suitcase"]),
        ("a pebble beach with a blue rowing boat", "beach", "pebbles", ["boat"]),
        ("a volcano erupting at night", "mountains", "volcano", []),
        ("a snow-covered village under an aurora", "village", "snow_covered", []),
        ("a lecture hall with rows of empty seats", "lecture_hall", "", []),
        ("a messy bedroom", "bedroom", "cluttered", []),
        ("a hospital bed with a curtain rail", "hospital_room", "", ["bed"]),
        ("a church on a hill", "meadow", "", ["church"]),
        ("a cottage in the snow", "snow_field", "", ["house"]),
    ],
)
def test_the_place_is_the_one_that_is_named(prompt, setting, named, things):
    scene = read(prompt).scene
    assert (scene.environment.setting, [getattr(s, "thing", s.noun) for s in scene.subjects]) == (setting, things)
    assert not named or named in scene.environment.place


@pytest.mark.parametrize(("prompt", "trade"), [("loaves of bread in a bakery window", "bakery"), ("a neon sign in the window of a diner", "eatery")])
def test_what_is_in_a_shops_window_is_seen_from_the_pavement(prompt, trade):
    assert place(prompt) == ("shop_front", {trade}, "sill")


def test_what_lies_on_a_cluttered_desk_is_said_and_lies_on_it():
    reading = read("a cluttered desk with a lamp")
    desk, lamp, *lying = reading.scene.subjects
    assert (desk.thing, lamp.thing) == ("desk", "lamp") and len(lying) >= 8
    assert all(s.implied for s in lying) and not desk.implied
    on = {r.subject for r in reading.scene.relations if r.kind == "on" and r.objects == (desk.id,)}
    assert {s.id for s in lying} <= on
    assert any(d.code == "assumed-clutter" and "book" in d.message for d in reading.diagnostics)


def test_a_tidy_desk_has_only_what_is_told():
    assert len(read("a tidy desk with a lamp").scene.subjects) == 2


@pytest.mark.parametrize(("prompt", "state"), [("a glass bottle half buried in sand", "half_buried"), ("a chess game in progress on a park table", "in_play")])
def test_states_of_things(prompt, state):
    assert state in read(prompt).scene.subjects[0].states


def test_stickers_are_a_finish_of_anything():
    assert "stickered" in read("a suitcase covered in stickers").scene.subjects[0].surface.finish
