"""What is worked at lies on what it is worked on; what is in a jar, on a plate, in a field; weather during which."""

from __future__ import annotations

import pytest

from diorama.language import read


def told(prompt: str) -> set[tuple[str, str, str]]:
    scene = read(prompt).scene
    name = {s.id: s.noun for s in scene.subjects}
    return {(name[s], r.kind, name.get(o, o)) for r in scene.relations for s in (r.subject,) for o in r.objects}


ON = (
    ("A potter shaping a clay vase on a wheel", "vase", "pottery wheel"), ("A carpenter sanding a chair on a workbench", "chair", "workbench"),
    ("A baker kneading dough on a table", "dough", "table"), ("A woman ironing a shirt on an ironing board", "shirt", "ironing board"),
    ("A woman arranging flowers on a table", "flower", "table"), ("A man repairing a watch on a workbench", "watch", "workbench"),
)  # fmt: skip
NOT_ON = (
    ("A man eating a sandwich on a bench", "sandwich", "bench", "man"), ("A man reading a newspaper on a sofa", "newspaper", "sofa", "man"),
    ("A woman playing a guitar on a chair", "guitar", "chair", "woman"),
)  # fmt: skip


def test_what_is_worked_at_lies_on_what_bears_it():
    for prompt, thing, table in ON:
        relations = told(prompt)
        assert (thing, "on", table) in relations, (prompt, relations)
        assert not any(kind == "on" and on == table and what != thing for what, kind, on in relations), (prompt, relations)
    for prompt, thing, seat, who in NOT_ON:
        relations = told(prompt)
        assert (who, "on", seat) in relations and (thing, "on", seat) not in relations, (prompt, relations)


def test_a_full_jar_takes_what_dips():
    relations = told("A jar of honey with a wooden dipper and a croissant")
    assert {("dipper", "in", "jar"), ("croissant", "beside", "jar")} <= relations
    assert ("strawberry", "in", "bowl") in told("A bowl with strawberries on a table")


@pytest.mark.parametrize(("prompt", "weather"), [("A couple under an umbrella during heavy rain", "rain"), ("A woman singing like heavy rain", "clear")])
def test_weather_during_which(prompt, weather):
    assert read(prompt).scene.environment.weather == weather


@pytest.mark.parametrize(("prompt", "field"), [("A rusty truck in a field of wildflowers", True), ("A vase of wildflowers on a table", False)])
def test_wild_flowers_are_of_the_field(prompt, field):
    scene = read(prompt).scene
    assert ("flowers" in scene.environment.features) is field
    assert any(s.noun.startswith("wildflower") for s in scene.subjects) is not field
    assert all(not s.depicts for s in scene.subjects)


def test_mint_is_eaten_where_it_is_served():
    nouns = {s.noun: s for s in read("A glass of iced tea with lemon and mint").scene.subjects}
    assert {"lemon", "mint leaf"} <= set(nouns) and not nouns["lemon"].surface.colours
    (sofa,) = read("A mint sofa").scene.subjects
    assert [c.name for c in sofa.surface.colours] == ["mint"]


FOODS = "peach orange lemon lime cherry plum apricot olive chestnut pumpkin tangerine raspberry saffron mustard honey caramel".split()


def test_food_listed_with_food_is_no_colour():
    for food in FOODS:
        for prompt in (f"A plate with figs and {food} on a table", f"A cake with walnuts and {food}"):
            assert not [s.noun for s in read(prompt).scene.subjects if s.surface.colours], prompt
    assert [c.name for c in read("A rug in red and cherry").scene.subjects[0].surface.colours] == ["red", "cherry"]
