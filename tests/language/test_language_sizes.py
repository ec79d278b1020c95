"""Sizes that follow from each other: what is giant, what is a figurine, what a vessel holds; and words that tell where a thing is after naming it."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama_catalogue import thing


def subject(reading, noun):
    return next(s for s in reading.scene.subjects if s.noun == noun)


def long(one) -> float:
    """Metres."""
    return thing(one.thing).size * one.size.scale


def test_giant_tells_a_size_before_a_noun_and_somebody_alone():
    reading = read("A giant strawberry on top of a school bus")
    strawberry, bus = subject(reading, "strawberry"), subject(reading, "school bus")
    assert len(reading.scene.subjects) == 2 and 0.3 * long(bus) < long(strawberry) < long(bus)
    assert read("A friendly giant holding a tree").scene.subjects[0].kind == "person"


def test_among_small_things_an_animal_of_glass_is_a_figurine():
    reading = read("A glass elephant between two brass candlesticks")
    assert reading.scene.environment.setting == "tabletop" and subject(reading, "elephant").size.scale < 0.2
    assert any(d.code == "assumed-size" and "elephant" in d.message for d in reading.diagnostics)
    assert subject(read("A glass elephant beside a red car"), "elephant").size.scale == 1.0


@pytest.mark.parametrize(
    ("prompt", "load", "vessel"),
    [
        ("A paper boat floating in a cup of coffee", "boat", "cup"), ("A tiny house inside a glass jar", "house", "jar"),
        ("A sailing ship in a bottle", "sailing ship", "bottle"),
    ],
)
def test_a_vessel_holds_what_it_holds_whole(prompt, load, vessel):
    reading = read(prompt)
    assert reading.scene.environment.setting == "tabletop" and long(subject(reading, load)) < long(subject(reading, vessel))
    assert any(d.code == "assumed-scale" and load in d.message for d in reading.diagnostics)


@pytest.mark.parametrize("prompt", ["Sunflowers in a jar", "A goldfish in a bowl", "A spoon in a mug"])
def test_what_belongs_in_a_vessel_keeps_its_size(prompt):
    assert all(d.code != "assumed-scale" for d in read(prompt).diagnostics)


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("A stack of five suitcases with a cat on top", ["on"]), ("Two glass jars with a silver key inside", ["in"]), ("A wooden nightstand with a lamp", ["on"]),
        ("A wooden chair with a dog under it", ["under"]), ("A dresser with a rug in front of it", ["in_front_of"]),
    ],
)  # fmt: skip
def test_where_a_thing_is_can_be_said_after_it(prompt, kinds):
    scene = read(prompt).scene
    assert [(r.subject, r.kind) for r in scene.relations] == [(scene.subjects[1].id, kind) for kind in kinds]


def test_a_dish_has_its_own_ingredients():
    assert [s.noun for s in read("A cheeseburger with lettuce and tomato and a side of fries").scene.subjects] == ["cheeseburger", "fries"]
    sandwich = read("A sandwich with ham, cheese and lettuce on a plate").scene
    assert [s.noun for s in sandwich.subjects] == ["sandwich", "plate"] and sandwich.relations[0].subject == sandwich.subjects[0].id
    assert [s.noun for s in read("A burger and a tomato").scene.subjects] == ["burger", "tomato"]
    assert "tomato" in [s.noun for s in read("A burger with two tomatoes").scene.subjects]


def test_a_blanket_at_the_foot_of_a_bed_lies_on_it():
    assert [r.kind for r in read("A folded wool blanket at the foot of a bed").scene.relations] == ["on"]


@pytest.mark.parametrize("prompt", ["The mug on the left is larger than the mug on the right.", "The red mug is twice as large as the blue mug."])
def test_what_is_measured_by_another_stands_beside_it(prompt):
    assert [s.noun for s in read(prompt).scene.subjects] == ["mug", "mug"]
