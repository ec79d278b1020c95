"""What a vehicle runs on is the vehicle's where an article alone tells of it: dust that rises from the tyres builds no tyres."""

from __future__ import annotations

import pytest

from diorama.language import read

OWN = [
    "A red car on a desert road, dust rising from the tyres.",
    "A pickup parked on a street, mud on the tires.",
    "A bicycle leans against a wall, leaves caught under the wheels.",
    "A rally car slides through a bend and gravel flies from the wheels.",
    "A mechanic rolls out from under an old pickup, dust rising from the tires.",
]
APART = [
    ("A pile of old tyres beside a shed.", "tyre"),
    ("Three tyres lie beside a car.", "tyre"),
    ("A red car in a garage. Four tyres lean against the wall.", "tyre"),
    ("Two tyres and a car on a street. The tyres are muddy.", "tyre"),
]


def things(prompt: str) -> list[str | None]:
    return [getattr(s, "thing", None) for s in read(prompt).scene.subjects]


@pytest.mark.parametrize("prompt", OWN)
def test_they_are_the_vehicle_s(prompt):
    assert not {"tyre", "cart_wheel"} & set(things(prompt))


@pytest.mark.parametrize(("prompt", "thing"), APART)
def test_they_stand_alone(prompt, thing):
    assert things(prompt).count(thing) == 1


def test_what_is_by_them_is_by_the_vehicle():
    scene = read("A tractor on a field, a cat sleeping beside the wheels.").scene
    named = {s.id: s.noun for s in scene.subjects}
    assert ("cat", "beside", "tractor") in [(named[r.subject], r.kind, named.get(r.objects[0])) for r in scene.relations]
