"""Prompts about people, animals, streets and light: what the scene holds of each sentence, beside one where the words mean something else."""

from __future__ import annotations

from typing import Any

import pytest

from diorama.language import read


def at(prompt: str, path: str) -> Any:
    """What is at a dotted path of the scene; numbers are places in a list."""
    value: Any = read(prompt).scene.model_dump(mode="json")
    for name in path.split("."):
        value = value[int(name)] if name.isdigit() and isinstance(value, list) and int(name) < len(value) else value.get(name) if isinstance(value, dict) else None
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
