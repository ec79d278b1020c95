"""Lists of phrases: whose a part, a look, a garment or a doing is that stands between commas. Each kind beside its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.scene import Object, Person


def objects(prompt: str) -> dict[str, Object]:
    return {s.thing: s for s in read(prompt).scene.subjects if isinstance(s, Object)}


def person(prompt: str) -> Person:
    return next(s for s in read(prompt).scene.subjects if isinstance(s, Person))


@pytest.mark.parametrize("prompt", ["cherry tomatoes, glass of red wine", "pizza, glass of red wine, tomatoes", "cheese board, glass of wine, grapes"])
def test_glass_of_wine_in_list(prompt: str) -> None:
    found = objects(prompt)
    assert found["wine_glass"].contents and all(s.surface.material is None for s in found.values())


def test_glass_without_of_is_stuff() -> None:
    assert read("a vase, glass, a red rose").scene.subjects[0].surface.material == "glass"


@pytest.mark.parametrize(
    ("prompt", "part", "material"), [("a ceramic travel mug in matte black with a cork lid", "lid", "cork"), ("perfume bottle, gold cap", "lid", "gold")]
)
def test_part_with_its_stuff(prompt: str, part: str, material: str) -> None:
    scene = read(prompt).scene
    assert len(scene.subjects) == 1
    assert [(p.name, p.surface.material) for p in scene.subjects[0].parts] == [(part, material)]


@pytest.mark.parametrize("prompt", ["perfume bottle, a red cap", "a man, red cap", "a mug, red cap on a hook"])
def test_cap_of_nobody_stays_a_cap(prompt: str) -> None:
    assert not any(s.parts for s in read(prompt).scene.subjects)


def test_petals_around_the_bottle() -> None:
    scene = read("perfume bottle, gold cap, pink rose petals around it").scene
    names = {s.id: s.thing for s in scene.subjects}
    assert [(names[r.subject], r.kind, names[r.objects[0]]) for r in scene.relations] == [("petal", "around", "perfume_bottle")]


@pytest.mark.parametrize(
    ("prompt", "thing", "material"), [("a porcelain doll", "doll", "porcelain"), ("a linen napkin", "napkin", "linen"), ("a doll", "doll", None)]
)
def test_stuff_of_doll_and_napkin(prompt: str, thing: str, material: str | None) -> None:
    assert objects(prompt)[thing].surface.material == material


def test_paper_bag_is_a_sack() -> None:
    assert objects("a paper bag")["sack"].variants == ("paper",)
    assert "handbag" in objects("a leather bag")


@pytest.mark.parametrize(
    ("prompt", "posture", "garment"),
    [
        ("young woman, white shirt, sitting on a windowsill, holding a book", "sitting", "shirt"),
        ("young man, white shirt, leaning on a motorcycle", "leaning", "shirt"),
        ("woman, long hair, white shirt, standing in a field", "standing", "shirt"),
        ("man, black hat, sitting on a bench", "sitting", "hat"),
        ("runner, arms raised, blue tank top", None, "tank_top"),
        ("young woman in a white shirt, sitting on a windowsill", "sitting", "shirt"),
        ("inventor, brass goggles, leather apron", None, "apron"),
    ],
)
def test_posture_and_garment_after_commas_are_of_the_person(prompt: str, posture: str | None, garment: str) -> None:
    found = person(prompt)
    assert garment in [g.garment for g in found.wears]
    assert posture is None or found.posture == posture
    assert not {"shirt", "hat", "dress"} & objects(prompt).keys()


def test_a_shirt_that_hangs_there_is_a_thing() -> None:
    assert "shirt" in objects("a woman, a white shirt hanging on a chair")


def test_who_only_is_told_of_is_not_seen() -> None:
    assert person("steampunk inventor").role == "inventor"
    assert not any(isinstance(s, Person) for s in read("The lamp stands on the desk. Designer unknown.").scene.subjects)
