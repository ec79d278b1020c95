"""Sculptures of animals have the animal's form and a figurine's size; cloths lie on tables; boats float; balloons are tied."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama_catalogue import thing


@pytest.mark.parametrize(
    ("prompt", "thing_", "length"),
    [
        ("a statue of a lion", "figure_lion", (1.5, 2.5)),
        ("a bronze statue of an eagle", "figure_bird", (0.15, 1.0)),
        ("a green parrot figurine", "figure_bird", (0.1, 0.25)),
        ("a wooden elephant figurine", "figure_elephant", (0.1, 0.25)),
        ("a small bronze figurine of a dancer", "statue", (0.1, 0.18)),
        ("a marble statue of a woman", "statue", (1.5, 2.5)),
        ("a 40 cm tall figurine of a horse", "figure_horse", (0.3, 0.5)),
    ],
)
def test_a_sculpture_of_an_animal_is_that_animals_figure(prompt, thing_, length):
    reading = read(prompt)
    (subject,) = reading.scene.subjects
    assert subject.thing == thing_
    assert length[0] < thing(thing_).size * subject.size.scale < length[1]
    assert not reading.scene.subjects[0].depicts or thing_ == "statue"


def test_a_pot_of_a_plant_has_the_plant_in_it():
    assert [(s.thing, s.count) for s in read("a row of five cactus pots on a windowsill").scene.subjects] == [("cactus", 5)]
    assert [s.thing for s in read("two flower pots on a windowsill").scene.subjects] == ["flower_pot"]


def test_a_table_with_a_cloth_is_a_laid_table_where_it_is_furniture_and_the_ground_where_small_things_stand_on_it():
    (table,) = read("a picnic table with a red checkered tablecloth in a garden").scene.subjects
    assert table.states == ("laid",)
    assert {p.name: (p.surface.pattern, p.surface.colours[0].name) for p in table.parts} == {"cloth": ("checks", "red")}
    scene = read("a blue vase on a table with a checkered tablecloth").scene
    assert [s.noun for s in scene.subjects] == ["vase"]
    assert scene.environment.features == ("tablecloth",) and scene.environment.ground.pattern == "checks"


def test_a_boat_in_a_cup_floats_on_something_and_that_is_said():
    reading = read("a boat in a teacup")
    assert {s.noun: s.contents for s in reading.scene.subjects} == {"boat": None, "teacup": "tea"}
    assert "assumed-contents" in {d.code for d in reading.diagnostics}
    assert {s.noun: s.contents for s in read("a boat in a cup of coffee").scene.subjects}["cup"] == "coffee"
    assert {s.noun: s.contents for s in read("a spoon in a teacup").scene.subjects}["teacup"] is None


def test_who_sits_on_a_chair_playing_sits_on_the_chair():
    cases = ("a woman sitting on a chair playing guitar", "chair", "guitar"), ("a man standing on a stage playing saxophone", None, "saxophone")
    for prompt, seat, played in cases:
        scene = read(prompt).scene
        noun = {s.id: s.noun for s in scene.subjects}
        told = {(r.kind, noun.get(r.objects[0])) for r in scene.relations}
        assert ("holding", played) in told and ("on", played) not in told
        assert seat is None or ("on", seat) in told
    kinds = {r.kind for r in read("a man sitting next to a wood burning stove").scene.relations}
    assert kinds == {"beside"}


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("a sailboat in the rain", "sea"), ("a castle in the fog", "meadow"), ("a red bus in the rain", "street"), ("a woman in the rain", "street")],
)
def test_weather_is_where_its_subject_belongs(prompt, setting):
    assert read(prompt).scene.environment.setting == setting


def test_what_food_comes_with_is_on_its_plate():
    scene = read("a plate of roast chicken with potatoes and rosemary").scene
    noun = {s.id: s.noun for s in scene.subjects}
    served = {(noun[r.subject], r.kind, noun[r.objects[0]]) for r in scene.relations}
    assert served == {(food, "on", "plate") for food in ("roast chicken", "potato", "rosemary")}


def test_balloons_are_tied_over_a_bench_and_a_dog_beside_it():
    kinds = {p: read(f"{p} tied to a bench").scene.relations[0].kind for p in ("three balloons", "a dog")}
    assert kinds == {"three balloons": "hanging_from", "a dog": "near"}


@pytest.mark.parametrize(
    ("words", "material"), [("a stone car", "stone"), ("a stone bench", "stone"), ("a stone-coloured car", None), ("stone trousers", None)]
)
def test_what_is_of_stone_is_hewn_of_it_and_clothes_are_of_its_colour(words, material):
    surface = read(words).scene.subjects[0].surface
    assert surface.material == material
    assert bool(surface.colours) == (material is None)
