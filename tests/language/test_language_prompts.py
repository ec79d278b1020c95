"""Prompts as people write them: product shots, rooms, food, streets, tag lists; what a person means by them is what the scene holds."""

from __future__ import annotations

import pytest

from diorama.language import Reading, read, stand_in


def told(prompt: str) -> Reading:
    return stand_in(read(prompt))


def things(reading: Reading) -> list[tuple[str, int]]:
    return [(s.thing, s.count) for s in reading.scene.subjects]


def relations(reading: Reading) -> set[tuple[str, str, str]]:
    """Relations by the nouns of what they join."""
    nouns = {s.id: s.noun for s in reading.scene.subjects}
    return {(nouns[r.subject], r.kind, nouns.get(o, o)) for r in reading.scene.relations for o in r.objects}


@pytest.mark.parametrize(
    ("prompt", "thing", "count", "states"),
    [
        ("a slice of chocolate cake on a plate", "cake", 1, ("slice", "sliced")),
        ("two slices of pizza on a board", "pizza", 2, ("slice", "sliced")),
        ("three lemon slices on a plate", "lemon", 3, ("slice", "sliced")),
        ("half an avocado on a plate", "avocado", 1, ("halved",)),
        ("a wedge of brie on a board", "cheese", 1, ("slice", "sliced")),
        ("a bunch of bananas on a table", "banana", 1, ("bunch",)),
        ("a bunch of grapes on a table", "grapes", 1, ()),
        ("a bunch of red roses in a vase", "bouquet", 1, ()),
        ("a bunch of carrots on a table", "carrot", 5, ()),
        ("a row of five cups on a shelf", "cup", 5, ("arranged",)),
        ("a set of four plates on a table", "plate", 4, ()),
        ("a stack of three books on a desk", "book", 3, ("stacked",)),
        ("a piece of driftwood on the sand", "log", 1, ()),
        ("half a dozen eggs in a bowl", "egg", 6, ()),
    ],
)
def test_pieces_and_groups(prompt, thing, count, states):
    subject = told(prompt).scene.subjects[0]
    assert (subject.thing, subject.count, subject.states) == (thing, count, states)


@pytest.mark.parametrize(
    ("prompt", "scale"),
    [
        ("a bottle 50 cm tall on a table", 2.0),
        ("a 50cm tall bottle on a table", 2.0),
        ("a table 2.8 m long in a kitchen", 2.0),
        ("a toy car on a shelf", 0.05),
    ],
)
def test_sizes_in_metres(prompt, scale):
    assert told(prompt).scene.subjects[0].size.scale == pytest.approx(scale, abs=0.01)


def test_a_size_that_cannot_be_set_is_told():
    reading = told("a table 75 cm high in a kitchen")
    assert reading.scene.subjects[0].size.scale == 1 and "out-of-range" in {d.code for d in reading.diagnostics}


@pytest.mark.parametrize(
    ("prompt", "thing", "contents"),
    [
        ("Espresso in a white cup, wooden table", "cup", "espresso"),
        ("an iced coffee in a tall glass on a tray", "glass", "iced_coffee"),
        ("a plate of spaghetti with tomato sauce", "plate", "spaghetti"),
    ],
)
def test_a_drink_and_its_vessel_are_one(prompt, thing, contents):
    subject = told(prompt).scene.subjects[0]
    assert subject.thing == thing and subject.contents == contents


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("red lanterns, a bicycle leaning against the wall, night street", {("bicycle", "leaning_on", "wall")}),
        ("an armchair, a mirror, monstera in a terracotta vase, living room", {("monstera", "in", "vase")}),
        ("a desk, a mirror above it, living room", {("mirror", "above", "desk")}),
        ("a cactus in a white pot on a pile of books", {("cactus", "on", "book")}),
        ("five pots on a shelf, each with a small cactus", {("cactus", "on", "shelf")}),
        ("a mug, rustic wooden table", {("mug", "on", "ground")}),
    ],
)
def test_who_stands_where(prompt, expected):
    assert expected <= relations(told(prompt))


def test_each_gives_one_to_each():
    assert things(told("five pots on a shelf, each with a small cactus"))[-1] == ("cactus", 5)


@pytest.mark.parametrize(
    ("prompt", "path", "value"),
    [
        ("a red Vespa in front of a pink wall, midday", "environment.setting", "brick_wall"),
        ("a cup of tea, rainy window", "environment.setting", "windowsill"),
        ("friends around a campfire at night", "environment.setting", "forest"),
        ("an iced coffee by the pool", "environment.setting", "pool"),
        ("snowy forest, falling snow, overcast", "environment.weather", "snow"),
        ("a rainy street, reflections, night", "environment.wetness", 1.0),
        ("bathroom with a bathtub, green tiles", "environment.backdrop.material", "tile"),
        ("a loft living room with brick walls, a sofa", "environment.backdrop.material", "brick"),
        ("a mug, rustic table", "environment.ground.finish", ("worn",)),
        ("tropical beach with turquoise water", "environment.ground.material", None),
        ("a mug at 6pm", "lighting.hour", 18.0),
        ("a piano in a dark hall", "lighting.mood", "moody"),
        ("a peaceful meadow", "lighting.mood", "natural"),
        ("perfume bottle --ar 4:5 --v 6 --style raw", "camera.aspect", (4, 5)),
        ("a mug, f 2.8, 85-mm lens", "camera.f_number", 2.8),
        ("rocky coast, moody, desaturated", "film.saturation", 0.72),
        ("a portrait in the style of film noir", "lighting.mood", "dramatic"),
    ],
)
def test_scene(prompt, path, value):
    here = told(prompt).scene
    for step in path.split("."):
        here = getattr(here, step)
    assert here == value


@pytest.mark.parametrize(
    ("prompt", "colours", "material"),
    [
        ("a bottle in #2a6a3a glass on a table", ["#2a6a3a"], "glass"),
        ("a royal blue mug", ["royal blue"], None),
        ("a rose gold ring", ["rose gold"], None),
        ("running shoes, neon green", ["neon green"], None),
        ("a jar with a wooden wibble", [], None),
        ("the mug's handle is gold, the mug is white", ["white"], None),
    ],
)
def test_looks(prompt, colours, material):
    subject = told(prompt).scene.subjects[0]
    assert ([c.name for c in subject.surface.colours], subject.surface.material) == (colours, material)


@pytest.mark.parametrize(
    ("prompt", "part"),
    [("a jar with a gold cap", "lid"), ("The mug's handle is gold. It is on a table.", "handle")],
)
def test_parts(prompt, part):
    (made,) = told(prompt).scene.subjects[0].parts
    assert made.name in (part, "cap") and "gold" in (made.surface.material, *(c.name for c in made.surface.colours))


@pytest.mark.parametrize(
    "words", ["in the style of Annie Leibovitz", "by Ansel Adams", "--v 6", "(masterpiece:1.2)", "8k", "hygge", "shot on Leica M10", "ISO 400", "no people", "without a plate"]
)
def test_what_steers_no_picture_is_told_without_alarm(words):
    reading = told(f"a mug on a walnut table, soft window light from the left, 85mm f/2, {words}")
    assert not reading.of("error") and not reading.of("warning")
    assert [s.thing for s in reading.scene.subjects] == ["mug"]
    assert {p.status for p in reading.phrases if p.start > reading.prompt.index("f/2,") + 3} <= {"no_effect"}


def test_instead_of_leaves_out():
    assert things(told("a vase of tulips instead of roses on a white table")) == [("vase", 1), ("tulip", 5)]


def test_a_child_wears_a_cap_and_a_bottle_has_one():
    assert [(g.garment, g.surface.colours[0].name) for g in told("a child with a red cap in a park").scene.subjects[0].wears] == [("cap", "red")]
    assert [s.thing for s in told("a perfume bottle with a red cap").scene.subjects] == ["perfume_bottle"]
