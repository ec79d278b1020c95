"""What is poured, drizzled, dusted or splashed over things, what is poured by nobody, and what is in the air."""

from __future__ import annotations

import pytest

from diorama.studio.words import read

COATED = (
    # prompt, thing, what it is coated with and how
    ("a donut drizzled with chocolate", "donut", [("chocolate", "drizzled")]),
    ("honey drizzled over a stack of waffles", "waffle", [("honey", "drizzled")]),
    ("french toast dusted with icing sugar and drizzled with honey", "toast", [("powdered_sugar", "dusted"), ("honey", "drizzled")]),
    ("a mud-splattered pickup truck on a country road", "car", [("mud", "splashed")]),
    ("a burger with cheese sauce dripping down the sides", "hamburger", [("melted_cheese", "poured")]),
    ("a plate of spaghetti sprinkled with parmesan", "plate", [("parmesan", "dusted")]),
    ("a brownie with powdered sugar on top", "brownie", [("powdered_sugar", "dusted")]),
    ("a rusty truck splattered with blue paint", "car", [("paint", "splashed")]),
    ("a red rose covered in dew drops", "rose", [("water_drops", "beaded")]),
    ("a cold beer glass with beads of condensation on it", "glass", [("water_drops", "beaded")]),
    # and what is none: a part of its own, a place, a stuff by another name
    ("a cake covered in white icing", "cake", []),
    ("a chocolate cake", "cake", []),
    ("a jar of honey", "jar", []),
    ("a loaf of bread with flour dusted over the table", "bread", []),
)


def test_what_things_are_coated_with():
    for prompt, thing, coats in COATED:
        reading = read(prompt)
        found = next(s for s in reading.scene.subjects if s.thing == thing)
        assert [(c.of, c.manner) for c in found.surface.coatings] == coats, prompt
        assert not any(d.code in ("not-understood", "overruled") for d in reading.diagnostics), prompt


def test_a_coating_goes_with_its_colour_and_lies_on_what_carries_the_rest():
    blue = read("a rusty truck splattered with blue paint").scene.subjects[0]
    assert blue.surface.coatings[0].colour.name == "blue" and not blue.surface.colours
    syrup = read("a stack of pancakes with blueberries and a pat of butter, maple syrup being poured").scene
    assert syrup.subjects[0].contents == "maple_syrup" and "poured_onto" in syrup.subjects[0].states
    assert not any(s.surface.coatings for s in syrup.subjects)


@pytest.mark.parametrize(
    ("prompt", "tipped", "into"),
    [
        ("a teapot pouring tea into a small white cup", "teapot", "cup"),
        ("red wine being poured from a bottle into a glass", "wine_bottle", "wine_glass"),
        ("coffee pouring from a pot into a blue mug", "teapot", "mug"),
        ("wine being poured into a glass", None, "wine_glass"),
        ("a barista pouring milk into a cup", None, "cup"),
    ],
)
def test_what_is_poured_by_nobody_is_tipped_over_what_it_fills(prompt, tipped, into):
    scene = read(prompt).scene
    by_id = {s.id: s for s in scene.subjects}
    over = [(by_id[r.subject].thing, by_id[r.objects[0]].thing) for r in scene.relations if r.kind == "above"]
    assert over == ([(tipped, into)] if tipped else [])
    assert next(s for s in scene.subjects if s.thing == into).contents
    assert [s.thing for s in scene.subjects if "pouring" in getattr(s, "states", ())] == ([tipped] if tipped else [])


def test_things_in_the_air_are_above_the_ground_and_those_on_water_are_not():
    for prompt in ("an orange levitating against a blue background", "three books hovering in a library", "sneakers floating in mid-air"):
        assert [(r.kind, r.objects) for r in read(prompt).scene.relations if r.kind in ("above", "on", "in")] == [("above", ("ground",))], prompt
    for prompt in ("a rubber duck floating in a pool", "a single yellow leaf floating on dark water", "an orange on a table"):
        assert not any(r.kind == "above" for r in read(prompt).scene.relations), prompt


def test_what_is_painted_on_and_what_hair_and_arms_do_not_do():
    pot = read("A white porcelain teapot with blue flowers, two matching cups and a plate of lemon cookies on a lace tablecloth.").scene
    assert pot.subjects[0].surface.pattern == "floral" and [c.name for c in pot.subjects[0].surface.colours] == ["white", "blue"]
    assert not any(r.kind == "in" for r in pot.relations)
    for prompt in ("a ceramic vase with red roses", "a porcelain vase with blue flowers"):
        assert [r.kind for r in read(prompt).scene.relations] == ["in"], prompt
    barista = read("A barista with tattooed arms pouring steamed milk into a white cup behind the counter of a busy coffee shop.").scene.subjects[0]
    assert [a.deed for a in barista.actions] == ["pouring"]
    man = read("an old man with a white beard playing chess in a park").scene.subjects[0]
    assert man.facial_hair and [a.deed for a in man.actions] == ["playing"]


def test_what_a_list_stands_on_is_under_all_of_it_that_has_no_place():
    for prompt, on in (
        ("a burger with melted cheese and fries on a plate", {"hamburger", "fries"}),
        ("a lamp with a green shade and a clock on a nightstand", {"lamp", "clock"}),
        ("a vase with roses and a book on a table", {"vase", "book"}),
        ("a mug with a spoon on a tray", {"mug"}),
    ):
        scene = read(prompt).scene
        by_id = {s.id: s.thing for s in scene.subjects}
        assert {by_id[r.subject] for r in scene.relations if r.kind == "on"} == on, prompt


def test_a_long_row_of_adjectives_is_read_at_once():
    """Repeats in the patterns are bounded: unbounded, the first of these took more than four minutes."""
    import re

    from diorama.language import aloft, coatings, poured

    patterns = [*coatings._patterns(), poured.TIPPED, poured.FROM, poured.INTO, aloft.HOVERS, aloft.ON_WATER]
    assert not any(re.search(r"\)[*+]", p.pattern) for p in patterns)
    assert read("a cake " + "thick " * 1500 + "covered in chocolate").scene.subjects[0].thing == "cake"
