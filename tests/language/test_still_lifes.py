"""Things, food and rooms: what is on, in and beside what, and which of it is a thing at all. Each kind beside its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.scene import Object, Scene

Tie = tuple[str, str, str]


def things(scene: Scene) -> dict[str, Object]:
    return {s.thing: s for s in scene.subjects if isinstance(s, Object)}


def ties(scene: Scene) -> set[Tie]:
    names = {s.id: getattr(s, "thing", s.noun) for s in scene.subjects}
    return {(names[r.subject], r.kind, names.get(o, o)) for r in scene.relations for o in r.objects}


@pytest.mark.parametrize(
    ("prompt", "told", "not_told"),
    [
        # what "it" is beside
        (
            "A small table stands by the window. On it there is a teapot. A cat sleeps on the chair next to it.",
            ("cat", "beside", "table"),
            ("cat", "beside", "chair"),
        ),
        ("A vase stands on a table. A cat lies on the rug beside it.", ("rug", "beside", "table"), ("rug", "beside", "cat")),
        ("A chair stands in a room. A cat sleeps next to it.", ("cat", "beside", "chair"), ("chair", "beside", "cat")),
        ("A cup stands next to a plate.", ("cup", "beside", "plate"), ("plate", "beside", "cup")),
        # a list that ends in a place
        (
            "The window shows a watch on a marble block, a ring in an open box and a necklace on a velvet bust.",
            ("watch", "on", "cube"),
            ("cube", "on", "statue"),
        ),
        ("A cup and a jug stand on a tray.", ("pitcher", "on", "tray"), ("tray", "on", "pitcher")),
        # what a list is with, and what comes after it
        ("pancakes with butter and maple syrup, a glass of orange juice, a newspaper", ("butter_pat", "on", "pancake"), ("glass", "on", "pancake")),
        ("a desk with a laptop, a lamp and a mug", ("mug", "on", "desk"), ("desk", "on", "mug")),
        ("shelves of vegetables in jars", ("jar", "on", "shelf"), ("shelf", "in", "jar")),
        ("a shelf of books", ("book", "on", "shelf"), ("shelf", "on", "book")),
        # on top, on the rim, on a stand
        ("a stack of old books tied with a ribbon, a rose lying on top", ("rose", "on", "book"), ("book", "on", "rose")),
        ("a lemonade with a slice of lemon on the rim", ("lemon", "on", "glass"), ("lemon", "in", "glass")),
        ("a lemonade with a slice of lemon", ("lemon", "in", "glass"), ("lemon", "on", "glass")),
        ("a cake on a glass stand", ("cake", "on", "cake_stand"), ("cake", "on", "glass")),
        ("a cake on a glass plate", ("cake", "on", "plate"), ("cake", "on", "cake_stand")),
        ("a shelf with a toothbrush in a glass", ("glass", "on", "shelf"), ("toothbrush", "on", "shelf")),
        ("a shelf with a toothbrush on it", ("toothbrush", "on", "shelf"), ("shelf", "on", "toothbrush")),
        ("a candle in the middle and roses in low vases", ("rose", "in", "vase"), ("candle", "in", "vase")),
        ("a tulip and roses in low vases", ("rose", "in", "vase"), ("vase", "in", "rose")),
        ("There is a jug on the left and a mug on the right.", ("mug", "near", "right"), ("pitcher", "on", "mug")),
        ("There is a jug on the left of a mug and a plate on the right.", ("plate", "near", "right"), ("pitcher", "on", "plate")),
        ("A jug stands on the left and a mug on the right.", ("mug", "near", "right"), ("pitcher", "on", "mug")),
        # what a picture is of
        ("an overhead shot of a knife beside a plate", ("knife", "beside", "plate"), ("plate", "beside", "knife")),
        ("close up of apples and pears on a plate", ("pear", "on", "plate"), ("apple", "on", "pear")),
        # bottles of wine
        ("A bottle of wine stands in a basket.", ("wine_bottle", "in", "basket"), ("basket", "in", "wine_bottle")),
        ("A bottle of wine sticks out of a basket.", ("wine_bottle", "in", "basket"), ("pole", "in", "basket")),
        ("A bottle of wine and two glasses stand on a table.", ("glass", "on", "ground"), ("glass", "in", "wine_bottle")),
        ("A bottle with two glasses in it stands on a table.", ("glass", "in", "bottle"), ("glass", "on", "ground")),
        ("Chopsticks rest on a bowl and a cup stands to the left of it.", ("cup", "left_of", "bowl"), ("cup", "left_of", "chopsticks")),
        ("a goldfish in a plastic bag hanging from a hook", ("goldfish", "in", "handbag"), ("handbag", "in", "goldfish")),
        # drinks
        ("a tray with coffee and croissants on it", ("cup", "on", "tray"), ("tray", "on", "cup")),
        # the place first
        (
            "An old suitcase lies open on a bed. Inside are folded shirts, a camera and a rabbit.",
            ("camera", "in", "suitcase"),
            ("suitcase", "in", "camera"),
        ),
        ("There is a piano with a closed lid and a stool lying on its side.", ("piano", "with", "stool"), ("stool", "on", "piano")),
        ("There is a piano with a closed lid and a cat lying on its lid.", ("cat", "on", "piano"), ("piano", "on", "cat")),
    ],
)
def test_what_is_where(prompt: str, told: Tie, not_told: Tie) -> None:
    found = ties(read(prompt).scene)
    assert told in found
    assert not_told not in found


@pytest.mark.parametrize(
    ("prompt", "built", "not_built"),
    [
        ("a grey sofa with two mustard cushions", {"couch", "pillow"}, "jar"),
        ("a grey sofa with a pot of mustard on it", {"couch", "jar"}, "pillow"),
        ("a desk with a laptop, crumpled paper, a cup", {"desk", "laptop", "papers", "cup"}, ""),
        ("a cup on crumpled paper", {"cup"}, "papers"),
        ("headphones on a wooden stand", {"headphones", "tray"}, ""),
        ("two vases stand on a table", {"vase"}, "tray"),
        ("The kitchen counter is covered with flour. A rolling pin lies on it.", {"rolling_pin"}, "jar"),
        ("A jar of flour stands on the kitchen counter.", {"jar"}, "rolling_pin"),
        ("On the table are a teapot, two cups without saucers and a jar of honey.", {"teapot", "cup", "jar"}, "plate"),
        ("On the table are two cups without saucers or spoons.", {"cup"}, "spoon"),
    ],
)
def test_what_is_there(prompt: str, built: set[str], not_built: str) -> None:
    found = things(read(prompt).scene)
    assert built <= set(found)
    assert not_built not in found


@pytest.mark.parametrize(
    ("prompt", "thing", "states"),
    [
        ("The lamp on the nightstand is on.", "lamp", ["lit"]),
        ("The lamp is on the nightstand.", "lamp", []),
        ("A stool lies on its side.", "stool", ["fallen"]),
        ("On the bed are folded shirts and a camera.", "camera", []),
        ("On the bed are folded shirts and a camera.", "shirt", ["folded"]),
    ],
)
def test_states(prompt: str, thing: str, states: list[str]) -> None:
    assert list(things(read(prompt).scene)[thing].states) == states


def test_straw_on_the_ground() -> None:
    scene = read("a basket of eggs, straw on the ground").scene
    assert scene.environment.ground.material == "straw"
    assert things(scene)["egg"].surface.material is None
    assert things(read("a basket of straw eggs, hay").scene)["egg"].surface.material == "straw"


def test_sole_of_a_shoe_is_no_count() -> None:
    sneaker = things(read("a sneaker, neon green sole").scene)["sneaker"]
    assert sneaker.surface.is_plain
    assert [p.name for p in sneaker.parts] == ["sole"]
    assert things(read("a sole red rose").scene)["rose"].count == 1


def test_shelf_is_not_above_what_it_bears() -> None:
    assert ("shelf", "above", "jar") not in ties(read("a workbench, a vise and jars of screws on the shelf above").scene)
    assert ("shelf", "above", "desk") in ties(read("a shelf above a desk, jars on the shelf").scene)


def test_food_listed_after_food() -> None:
    assert "lime" in things(read("a cake on a plate, lime, white background").scene)
    assert "peach" not in things(read("a vase, peach").scene)


@pytest.mark.parametrize(
    ("prompt", "watches"), [("luxury watch advertisement, steel watch on a cube", 1), ("a watch, a steel watch on a cube", 2), ("watch ad, two watches", 3)]
)
def test_what_is_advertised_is_there_once(prompt: str, watches: int) -> None:
    assert sum(s.count for s in read(prompt).scene.subjects if getattr(s, "thing", "") == "watch") == watches


def test_swirl_of_cream_is_no_look_of_the_bowl() -> None:
    assert things(read("a bowl of soup with a swirl of cream").scene)["bowl"].surface.is_plain
    assert things(read("a bowl of soup with a swirl pattern").scene)["bowl"].surface.pattern is not None


def test_rim_of_a_glass_is_no_light() -> None:
    assert not read("iced tea in a jar, a slice of lime on the rim").scene.lighting.lights
    assert read("a bottle with a rim light").scene.lighting.lights[0].role == "rim"
