"""Briefs about animals: which they are, how they look, what they do and wear."""

from __future__ import annotations

import pytest

from diorama.language import read, stand_in
from diorama.scene import Animal, Object


def told(prompt: str) -> dict:
    animal = next(s for s in read(prompt).scene.subjects if isinstance(s, Animal))
    return animal.model_dump(exclude_defaults=True, exclude={"id", "noun", "coat", "wears", "deeds", "size"}) | {
        "colours": [c.name for c in animal.coat.colours], **animal.coat.model_dump(exclude_defaults=True, exclude={"colours"}),
        "wears": [g.noun for g in animal.wears], "deeds": [d.deed for d in animal.deeds],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "traits"),
    [
        ("a tabby cat sleeping on a red sofa", {"species": "cat", "marking": "tabby", "posture": "sleeping"}),
        ("two black horses running on a beach", {"species": "horse", "colours": ["black"], "posture": "running", "count": 2}),
        ("a blue lion", {"species": "lion", "colours": ["blue"], "sex": "male"}),
        ("a fluffy golden retriever puppy in a basket", {"species": "dog", "breed": "golden_retriever", "age": "young", "texture": "fluffy"}),
        ("a small white dog in a yellow raincoat", {"species": "dog", "colours": ["white"], "wears": ["raincoat"]}),
        ("an owl in flight", {"species": "owl", "posture": "flying"}),
        ("a kitten sleeping in a basket", {"species": "cat", "age": "young", "posture": "sleeping"}),
        ("a bronze-coloured horse", {"species": "horse", "colours": ["bronze"]}),
        ("a siamese cat with blue eyes", {"breed": "siamese"}),
        ("a brown and white dog", {"colours": ["brown", "white"]}),
        (
            "black and white border collie catching a frisbee",
            {"breed": "border_collie", "colours": ["black", "white"], "marking": "bicolour", "deeds": ["carrying"], "posture": "leaping"},
        ),
        ("a dog with floppy ears and its tongue out", {"ears": "floppy", "mouth": "tongue_out"}),
        ("a white horse with a black mane rearing on a hill", {"posture": "rearing"}),
        ("a wolf howling at the moon", {"species": "wolf", "deeds": ["howling"]}),
        ("A golden retriever running on a beach at sunset", {"breed": "golden_retriever", "posture": "running"}),
        ("a golden retriever swimming in a lake", {"breed": "golden_retriever", "posture": "swimming"}),
        ("a kingfisher diving into the water", {"species": "kingfisher", "posture": "diving"}),
        ("a cow on a skateboard wearing a crown", {"species": "cow", "wears": ["crown"]}),
        ("a dachshund in a red scarf and a hat", {"breed": "dachshund", "wears": ["scarf", "hat"]}),
        ("a chubby hamster", {"species": "hamster", "build": "fat"}),
        ("baby elephant", {"species": "elephant", "age": "young"}),
        ("Brown bear catching salmon in a river", {"species": "bear", "deeds": ["hunting"]}),
        ("a crane standing in a marsh", {"species": "crane"}),
    ],
)
def test_what_a_brief_says_of_an_animal(prompt, traits):
    found = told(prompt)
    assert {k: found.get(k) for k in traits} == traits


MADE = [
    "a glass elephant", "wooden horse", "a robot dog in a street", "a toy dinosaur", "a plastic flamingo", "grilled fish on a plate",
    "a keyboard and a mouse", "an origami crane", "a leopard print sofa", "a seashell",
]  # fmt: skip


@pytest.mark.parametrize("prompt", MADE)
def test_what_is_made_or_cooked_is_no_living_animal(prompt):
    assert all(isinstance(s, Object) for s in stand_in(read(prompt)).scene.subjects)


def test_what_follows_a_list_tells_of_all_in_it():
    scene = read("a cat and a dog sleeping on a sofa").scene
    assert {(r.subject, r.kind) for r in scene.relations} == {("s1", "on"), ("s2", "on")} and {s.posture for s in scene.subjects[:2]} == {"sleeping"}


@pytest.mark.parametrize("prompt", ["a horse with a saddle", "a dog with a collar", "a cat wearing a scarf"])
def test_what_an_animal_can_have_on_is_no_stand_in(prompt):
    reading = read(prompt)
    assert reading.scene.subjects[0].wears and not [d for d in reading.diagnostics if d.code == "stand-in"]


@pytest.mark.parametrize(("prompt", "figure", "metal"), [("A bronze lion", "figure_lion", "bronze"), ("a copper rooster", "figure_chicken", "copper")])
def test_an_animal_of_bronze_is_a_figure_of_it(prompt, figure, metal):
    subject = next(s for s in read(prompt).scene.subjects if isinstance(s, Object))
    assert (subject.thing, subject.surface.material, subject.surface.colours) == (figure, metal, ())


@pytest.mark.parametrize(
    ("prompt", "holds", "posture"),
    [("A dog catching a frisbee", True, "leaping"), ("A dog fetching a ball", True, None), ("A cat catching a mouse", False, None)],
)
def test_a_thing_that_is_caught_is_in_the_mouth_and_prey_is_hunted(prompt, holds, posture):
    scene = read(prompt).scene
    one = scene.subjects[0]
    assert any(r.kind == "holding" and r.subject == one.id for r in scene.relations) is holds
    assert one.posture == posture and ("hunting" in [d.deed for d in one.deeds]) is not holds


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("A dog with a frisbee in its mouth", "park"), ("A horse galloping through surf", "beach"), ("A dolphin in the waves", "sea")],
)
def test_what_is_in_a_mouth_says_nothing_of_the_place_and_waves_do(prompt, setting):
    assert read(prompt).scene.environment.setting == setting


@pytest.mark.parametrize(
    ("prompt", "posture"),
    [
        ("an otter floating on its back", "floating_on_its_back"),
        ("three sea otters floating on their backs", "floating_on_its_back"),
        ("a dog lying on its back on a rug", "on_its_back"),
        ("a bear standing on its hind legs in a river", "rearing"),
        ("a squirrel sitting on its hind legs on a bench", "begging"),
        ("a duck floating on a pond", "swimming"),
        ("a dog lying on a rug", "lying"),
    ],
)
def test_who_is_on_its_back_is_told_from_who_is_on_something(prompt, posture):
    reading = read(prompt)
    assert reading.scene.subjects[0].posture == posture
    assert not [d for d in reading.diagnostics if "part of a body" in d.message]
    assert [r.kind for r in reading.scene.relations if "rug" in prompt] == ["on"] * ("rug" in prompt)


@pytest.mark.parametrize(
    ("prompt", "formation"),
    [("Five penguins walking in a row", "row"), ("a row of ducks", "row"), ("three kittens side by side", "row"), ("three kittens on a rug", None)],
)
def test_animals_in_a_row_are_told_so(prompt, formation):
    reading = read(prompt)
    assert reading.scene.subjects[0].formation == formation
    assert not [d for d in reading.diagnostics if "nothing that a camera" in d.message]


def test_the_lens_is_stopped_down_where_it_is_near_what_is_tiny():
    assert read("An ant on a leaf").scene.camera.f_number == 16 and read("A robin on a branch").scene.camera.f_number < 8


def test_a_branch_that_one_hangs_from_is_higher_than_who_hangs():
    bough = read("a monkey hanging from a branch").scene.subjects[1]
    assert 0.3 * bough.size.scale > 1.5 * 0.6 and read("a robin on a branch").scene.subjects[1].size.scale < 3


def test_who_is_curled_up_asleep_is_told_both():
    curled = read("Two cats curled up asleep on a sofa")
    assert curled.scene.subjects[0].posture == "curled_up"
    assert not [d for d in curled.diagnostics if "asleep" in d.message]


def test_a_fence_is_a_thing_wherever_it_stands_and_places_are_told_in_the_plural():
    reading = read("a cow beside a wooden fence")
    assert [s.noun for s in reading.scene.subjects] == ["cow", "fence"]
    assert any("where wolves are met" in d.message for d in read("a brown wolf").diagnostics)


@pytest.mark.parametrize(
    ("prompt", "walk"), [("A woman walking a dalmatian", True), ("A man leading a horse along a road", True), ("a woman walking to a cat", False)]
)
def test_who_is_walked_or_led_walks_too(prompt, walk):
    who, beast = read(prompt).scene.subjects
    assert who.posture == "walking" and (beast.posture == "walking") is walk


@pytest.mark.parametrize("prompt", ["A wolf howling on a snowy hill under the moon", "a deer in a snowy meadow"])
def test_where_it_is_snowy_snow_lies(prompt):
    assert read(prompt).scene.environment.setting == "snow_field"


def test_a_mother_duck_is_a_hen():
    reading = read("A mother duck with three ducklings")
    assert reading.scene.subjects[0].sex == "female" and not [d for d in reading.diagnostics if "'mother'" in d.message]


NAMED = {
    "bald eagle": "eagle", "grey wolf": "wolf", "red squirrel": "squirrel", "great white shark": "shark", "golden retriever": "dog", "blue whale": "whale",
    "great blue heron": "heron", "red fox": "fox", "green sea turtle": "sea_turtle", "black rhino": "rhinoceros", "golden eagle": "eagle", "red deer": "deer",
}  # fmt: skip
"""Names whose first word tells of no coat of another colour than the kind has."""


def test_names_of_kinds_are_no_looks():
    wrong = {}
    for name, species in NAMED.items():
        for prompt in (f"A {name} in the wild", f"A {name} running after a red ball", f"A {name} crossing a road"):
            found = [s for s in read(prompt).scene.subjects if s.kind == "animal"]
            if [(s.species, s.coat.colours, s.coat.length) for s in found] != [(species, (), None)]:
                wrong[prompt] = found
    assert not wrong


@pytest.mark.parametrize(
    ("prompt", "colour"), [("an arctic fox in snow", "white"), ("a chocolate labrador puppy", "brown"), ("a grey squirrel", "grey"), ("a blue lion", "blue")]
)
def test_names_and_colours_of_a_coat(prompt, colour):
    (found,) = read(prompt).scene.subjects
    assert [c.name for c in found.coat.colours] == [colour]


@pytest.mark.parametrize("prompt", ["a flamingo standing on one leg in shallow water", "a heron standing on one leg in a pond"])
def test_who_stands_on_one_leg_somewhere_is_there(prompt):
    assert [(r.subject, r.kind, tuple(r.objects)) for r in read(prompt).scene.relations] == [("s1", "in", ("water",))]
