"""Prompts about people, animals, streets and light: what the scene holds of each sentence, beside one where the words mean something else."""

from __future__ import annotations

from typing import Any

import pytest

from diorama.language import read


def at(prompt: str, path: str) -> Any:
    """What is at a dotted path of the scene; numbers are places in a list."""
    value: Any = read(prompt).scene.model_dump(mode="json")
    for name in path.split("."):
        if isinstance(value, list):
            value = value[int(name)] if int(name) < len(value) else None
        else:
            value = value.get(name) if value is not None else None
    return value


def ties(prompt: str) -> set[tuple[str, str, str]]:
    scene = read(prompt).scene
    names = {s.id: s.noun for s in scene.subjects}
    return {(names[r.subject], r.kind, names.get(o, o)) for r in scene.relations for o in r.objects}


@pytest.mark.parametrize(
    ("prompt", "path", "value"),
    [
        ("a fox in an autumn forest", "environment.season", "autumn"),
        ("a fox in a forest", "environment.season", None),
        ("a vendor selling fish at a night market", "lighting.time", "night"),
        ("a vendor selling fish at a market", "lighting.time", "afternoon"),
    ],
)
def test_the_hour_and_the_season_before_a_place(prompt: str, path: str, value: str | None) -> None:
    assert at(prompt, path) == value


@pytest.mark.parametrize(
    ("prompt", "path", "value"),
    [
        ("1boy, black coat, standing on rooftop, from below", "camera.angle", "low"),
        ("1girl, red hair, from behind", "subjects.0.turned", 180.0),
        ("1girl, red hair, from side", "subjects.0.turned", 90.0),
        ("a red barn, from the side", "camera.azimuth", 90.0),
        ("a girl, soft light from behind", "subjects.0.turned", None),
        ("a girl, soft light from behind", "lighting.lights.0.azimuth", 180.0),
        ("a mug, from the left", "lighting.lights.0.azimuth", -75.0),
        ("A horse runs on a beach in sunlight. Shot with a long lens, low angle.", "camera.angle", "low"),
        ("A horse in sunlight at a low angle.", "camera.angle", "eye_level"),
    ],
)
def test_where_it_is_seen_from(prompt: str, path: str, value: str | float | None) -> None:
    assert at(prompt, path) == value


@pytest.mark.parametrize(
    ("prompt", "path", "value"),
    [
        ("a girl in soft light", "lighting.lights.0.quality", "soft"),
        ("a cat in dim light", "lighting.lights.0.strength", 0.45),
        ("a girl in soft light from the side", "lighting.lights.0.azimuth", -75.0),
        ("a girl in the light of the morning", "lighting.lights", []),
    ],
)
def test_light_that_someone_is_in(prompt: str, path: str, value: object) -> None:
    assert at(prompt, path) == value


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [
        ("a queen on a stone throne, torches along the wall", "flaming_torch"),
        ("a mechanic under a car, torches along the wall", "flashlight"),
    ],
)
def test_torches(prompt: str, thing: str) -> None:
    assert thing in {s.thing for s in read(prompt).scene.subjects}


@pytest.mark.parametrize(
    ("prompt", "told", "not_told"),
    [
        ("a carpenter with a pencil behind his ear", ("carpenter", "holding", "pencil"), ("pencil", "behind", "carpenter")),
        ("a carpenter with a ladder behind him", ("ladder", "behind", "carpenter"), ("carpenter", "holding", "ladder")),
        ("a bride throwing her bouquet over her shoulder", None, ("bouquet", "on", "bride")),
        ("a man carrying a sack over his shoulder", ("sack", "on", "man"), None),
        ("a man standing in shallow water", ("man", "in", "water"), ("man", "in", "ground")),
        ("a heron wading in water", ("heron", "in", "water"), ("heron", "on", "ground")),
        ("a blacksmith hammering glowing iron on an anvil", None, ("blacksmith", "on", "anvil")),
        ("a crow on an anvil", ("crow", "on", "anvil"), None),
        ("a cook frying eggs in a pan on a stove", ("egg", "on", "pan"), ("cook", "on", "stove")),
        ("a man playing soccer", ("man", "near", "soccer"), ("man", "holding", "soccer")),
        ("a man playing a violin", ("man", "holding", "violin"), None),
        ("1boy, holding sword, standing on rooftop", ("boy", "holding", "sword"), ("sword", "on", "ground")),
    ],
)
def test_who_is_with_what(prompt: str, told: tuple[str, str, str] | None, not_told: tuple[str, str, str] | None) -> None:
    found = ties(prompt)
    assert told is None or told in found
    assert not_told not in found


@pytest.mark.parametrize(
    ("prompt", "path", "deeds"),
    [
        ("a vendor frying noodles in a wok", "subjects.0.actions", ["cooking s2"]),
        ("a mother braiding her daughter's hair", "subjects.0.actions", ["brushing_hair s2"]),
        ("a mother braiding her daughter's hair", "subjects.1.actions", []),
        ("a girl combing her hair", "subjects.0.actions", ["brushing_hair"]),
        ("an archer drawing a bow in a forest", "subjects.0.actions", ["holding s2"]),
        ("a painter drawing a tree in a forest", "subjects.0.actions", ["painting s2"]),
    ],
)
def test_what_is_done_to_what(prompt: str, path: str, deeds: list[str]) -> None:
    assert [" ".join((a["deed"], *a["objects"])) for a in at(prompt, path)] == deeds


@pytest.mark.parametrize(
    ("prompt", "path", "value"),
    [
        ("a goalkeeper in a green jersey diving to the left for the ball", "subjects.0.posture", "jumping"),
        ("a couple dancing tango in a street", "subjects.0.posture", "dancing"),
        ("a bonfire, sparks rising into the sky", "environment.features", ["sparks"]),
        ("A man leaves walking.", "environment.features", []),
        ("a man standing in shallow water", "subjects.0.wears", []),
        ("a surgeon in blue scrubs and a mask", "subjects.1", None),
    ],
)
def test_what_somebody_does_and_has_on(prompt: str, path: str, value: object) -> None:
    assert at(prompt, path) == value


@pytest.mark.parametrize(
    ("prompt", "path", "value"),
    [
        ("a goalkeeper in a green jersey diving to the left for the ball", "subjects.0.turned", 90.0),
        ("a man walking to the right", "subjects.0.turned", -90.0),
        ("a horse facing left", "subjects.0.turned", 90.0),
        ("a man standing to the left of a horse", "subjects.0.turned", None),
        ("a man sitting on the left", "subjects.0.turned", None),
        ("a barista behind the counter", "environment.setting", "cafe"),
        ("a woman leaning on a kitchen counter", "environment.setting", "kitchen"),
        ("a cup on a counter", "environment.setting", "tabletop"),
        ("a cobblestone street in Prague after the rain, gas lamps", "environment.wetness", 1.0),
        ("a cobblestone street in Prague, gas lamps", "environment.wetness", None),
        ("a cyclist rides up a road, on the left a stone wall", "environment.setting", "street"),
        ("a cyclist leaning on a stone wall", "environment.setting", "brick_wall"),
        ("A surgeon bends over a table. A nurse on his left hands him a scalpel.", "subjects.2.sex", None),
        ("A surgeon bends over a table. A nurse in his office hands him a scalpel.", "subjects.0.sex", "male"),
    ],
)
def test_which_way_and_where(prompt: str, path: str, value: object) -> None:
    assert (at(prompt, path) or None) == value


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        ("a shepherd with sheep on a hillside, a rainbow on the right", True),
        ("a man in a room with a window on the left", True),
        ("a man in a room with a lamp on the left", False),
    ],
)
def test_a_side_of_what_the_place_has_is_told(prompt: str, told: bool) -> None:
    assert any("no side of their own" in d.message for d in read(prompt).diagnostics) == told


@pytest.mark.parametrize(
    ("prompt", "path", "value"),
    [
        ("It is raining. A man walks in the street.", "environment.weather", "rain"),
        ("It is running. A dog walks in the street.", "environment.weather", "clear"),
        ("a firefighter before a burning house at night, orange glow", "lighting.lights.0.source", "fire"),
        ("a firefighter before a house at night, hard light from the left", "lighting.lights.0.source", "moon"),
        ("an owl staring at the camera", "subjects.0.gaze", "lens"),
        ("an owl staring at a mouse", "subjects.0.gaze", None),
        ("a woman lit from below by a phone", "lighting.lights.0.elevation", -50.0),
        ("a woman lit by a phone", "lighting.lights.0.elevation", 10.0),
        ("a drummer with sticks, red and blue stage lights", "lighting.lights.1.colour.name", "blue"),
        ("a drummer with sticks, traffic lights", "lighting.lights", []),
        ("a lion on a hill, evening sun low on the left", "lighting.lights.0.strength", 1.0),
        ("a man in a room, low lamplight", "lighting.lights.0.strength", 0.45),
        ("a street, scooters parked on both sides, noon sun", "lighting.lights.1", None),
        ("a bottle, softbox from both sides", "lighting.lights.1.azimuth", 75.0),
        ("a shepherd on a misty moor, stone wall behind", "environment.setting", "meadow"),
        ("a shepherd before a stone wall", "environment.setting", "brick_wall"),
        ("two ice climbers with red ropes", "subjects.0.role", "climber"),
        ("two ice statues with red ropes", "subjects.0.role", None),
        ("a yoga teacher balancing on one leg", "subjects.0.actions", []),
        ("a waiter balancing a tray", "subjects.0.actions.0.deed", "holding"),
        ("A lion sleeps on a rock. Vultures circle overhead.", "subjects.2.posture", "flying"),
        ("A lion sleeps on a rock. Shot overhead.", "camera.angle", "overhead"),
        ("a man in a coat with his collar turned up", "subjects.0.wears.1", None),
        ("a dog with a red collar", "subjects.0.wears.0.garment", "collar"),
        ("a shepherd with a crook", "subjects.1.thing", "cane"),
    ],
)
def test_light_weather_and_who(prompt: str, path: str, value: object) -> None:
    found = at(prompt, path)
    assert found == value if value is not None else found is None


def test_a_puddle_is_on_the_ground() -> None:
    assert ("toddler", "in", "background") not in ties("a toddler jumping in a puddle")
    assert ("toddler", "near", "background") in ties("a field, a toddler in the background")
