"""A tour of finer points: what carries what, sides told first, joined words, comparisons, what drips, what windows show."""

from __future__ import annotations

import pytest

from diorama.language import Reading, read


def subjects(reading: Reading) -> dict[str, str]:
    """Each subject in a few words: "3 green glass bottle"."""
    out = {}
    for s in reading.scene.subjects:
        words = [str(s.count) if s.count > 1 else "", *(c.name for c in s.surface.colours), s.surface.material or "", s.thing]
        out[s.id] = " ".join(w for w in words if w)
    return out


def ties(reading: Reading) -> set[str]:
    """Each relation by things: "mug on plate"."""
    names = {s.id: s.thing for s in reading.scene.subjects}
    return {f"{names[r.subject]} {r.kind} {' '.join(names.get(o, o) for o in r.objects)}" for r in reading.scene.relations}


def scales(reading: Reading) -> dict[str, float]:
    return {s.thing: s.size.scale for s in reading.scene.subjects}


def status(reading: Reading, text: str) -> str:
    return next(p.status for p in reading.phrases if p.text == text)


# ── what carries a thing stands on the next ──


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a mouse on a cheese on a plate on a tray", {"mouse on cheese", "cheese on plate", "plate on tray"}),
        ("a key inside a glass jar inside a wooden box on a shelf", {"key in jar", "jar in box", "box on shelf"}),
        ("a cup on a saucer on a tray on a bed", {"cup on plate", "plate on tray", "tray on bed"}),
        ("a glass cube with a red sphere inside", {"sphere in cube"}),
        ("a bookshelf filled with books and a small plant on top", {"book in bookshelf", "potted_plant on bookshelf"}),
        ("a red cube on a blue cylinder, with a yellow sphere to the right of both", {"cube on cylinder", "sphere right_of cube cylinder"}),
    ],
)
def test_carrying(prompt, expected):
    assert ties(read(prompt)) == expected


# ── places told before what is there ──


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("On the left a mug, on the right a spoon", {"mug near left", "spoon near right"}),
        ("A plate of cherries. To the left is a jug, while to the right a cup rests on a book.", {"pitcher near left", "cup near right", "cup on book", "cherry on plate"}),
        ("a blue car, behind the car a yellow house", {"house behind car"}),
        ("A red car in a street. Behind it a yellow house.", {"house behind car"}),
        ("A stool, on it a red apple and a knife", {"apple on stool", "knife on stool"}),
        ("A watch lies in the middle under a lamp", {"watch near centre", "watch under lamp"}),
        ("in foreground a cup of coffee, in background mountains", {"cup near foreground"}),
        ("left from the house a tree", {"tree left_of house"}),
    ],
)
def test_places_told_first(prompt, expected):
    assert ties(read(prompt)) == expected


# ── words joined by a hyphen, and possessors, are never the thing itself ──


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a hand-painted, long-necked, sea-green vase", ["sea green vase"]),
        ("a two-tone black-and-cream car", ["black cream car"]),
        ("twenty-five pencils in a cup", ["25 pencil", "cup"]),
        ("a three-tier cake and a 3-tier shelf", ["cake", "shelf"]),
        ("a sailor's knot and a mug", ["mug"]),
        ("a 50 ml amber glass bottle", ["amber glass bottle"]),
        ("two rows of chairs", ["8 chair"]),
        ("two rabbits, both wearing red scarves", ["2 rabbit"]),
    ],
)
def test_joined(prompt, expected):
    assert list(subjects(read(prompt)).values()) == expected


def test_cameras_are_no_things():
    reading = read("a red mug, Canon AE-1 with a 24-70mm zoom, Sony A7R IV, 1/125s")
    assert list(subjects(reading).values()) == ["red mug"]
    assert reading.scene.camera.focal_length == 70
    assert status(reading, "Canon AE-1") == status(reading, "Sony A7R IV") == status(reading, "1/125s") == "no_effect"


# ── sizes compared ──


def test_twice_as_big_is_measured():
    big = scales(read("a pumpkin twice as big as the apple next to it"))
    same = scales(read("a pumpkin as big as the apple next to it"))
    assert big["pumpkin"] == pytest.approx(2 * same["pumpkin"], rel=0.01)


def test_what_a_size_is_likened_to_is_not_there():
    reading = read("a snail the size of a car on a street")
    assert list(subjects(reading).values()) == ["snail"]
    assert scales(reading)["snail"] > 5


# ── what is poured ──


@pytest.mark.parametrize(
    ("prompt", "expected", "holds"),
    [
        ("a spoon with honey dripping into a jar", ["spoon", "jar"], "honey"),
        ("honey dripping from a spoon into a glass jar", ["spoon", "glass jar"], "honey"),
        ("milk being poured into a glass", ["glass"], "milk"),
        ("a glass of white wine", ["wine_glass"], "white_wine"),
        ("white wine, grapes", ["wine_glass", "grapes"], "white_wine"),
        ("a bottle of rosé, baguette and cheese", ["wine_bottle", "bread", "cheese"], "rosé"),
    ],
)
def test_poured(prompt, expected, holds):
    reading = read(prompt)
    assert list(subjects(reading).values()) == expected
    assert any(holds == s.contents for s in reading.scene.subjects)


def test_flour_is_on_the_bread():
    reading = read("a loaf of bread dusted with flour, flour dust in the air")
    assert list(subjects(reading).values()) == ["bread"]
    assert reading.scene.environment.setting != "street"


# ── what a window shows ──


@pytest.mark.parametrize(
    ("prompt", "room", "seen"),
    [
        ("a hotel room with a view of the sea, a bed", "bedroom", "waves"),
        ("a kitchen with a view of the mountains through the window", "kitchen", "mountains"),
        ("a mug on a windowsill, view of the city outside the window", "windowsill", "buildings"),
        ("a bedroom with a view of the garden", "bedroom", "trees"),
        ("a window overlooking the sea, a cup on the sill", "windowsill", "waves"),
    ],
)
def test_a_view_is_no_setting(prompt, room, seen):
    environment = read(prompt).scene.environment
    assert environment.setting == room
    assert seen in environment.features


def test_a_view_without_a_window_is_the_place():
    assert read("a view of the sea").scene.environment.setting == "sea"
    assert read("a castle overlooking a lake").scene.environment.setting == "lake"


def test_a_desk_leads_over_its_city():
    assert read("a laptop on a desk in Tokyo").scene.environment.setting == "tabletop"
    assert read("a red car in Tokyo").scene.environment.setting == "street"


# ── one of several, each its own ──


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red mug and a blue one", ["red mug", "blue mug"]),
        ("two lit candles and one unlit one", ["2 candle", "candle"]),
        ("two spheres: one glass, one steel", ["glass sphere", "steel sphere"]),
        ("three spheres: one glass, one steel and one wood", ["glass sphere", "steel sphere", "wood sphere"]),
        ("three candles, the middle one is red", ["candle", "red candle", "candle"]),
        ("A row of four bottles; the second from left is green and the others are clear.", ["clear bottle", "green bottle", "clear bottle", "clear bottle"]),
        ("a kettle, a bucket and a spoon in brushed steel, copper and oak respectively", ["brushed_steel kettle", "copper bucket", "oak spoon"]),
        ("steel and oak: a kettle and a spoon, respectively", ["steel kettle", "oak spoon"]),
    ],
)
def test_each_its_own(prompt, expected):
    assert list(subjects(read(prompt)).values()) == expected


# ── what is a thing, what a heading, what a place ──


@pytest.mark.parametrize(
    ("prompt", "things", "setting"),
    [
        ("a hot air balloon festival at sunrise", ["5 hot_air_balloon"], "meadow"),
        ("a hot air balloon festival over a lake", ["5 hot_air_balloon"], "lake"),
        ("a flower market", ["5 flower"], "street"),
        ("hiking gear: a compass and a backpack", ["compass", "backpack"], "tabletop"),
        ("skincare flat lay: a jar and a tube", ["jar", "tube"], "tabletop"),
        ("a piano in an old church", ["piano"], "church_interior"),
        ("a chair inside a barn", ["chair"], "barn_interior"),
        ("a mug in a cardboard house", ["mug", "cardboard house"], "meadow"),
    ],
)
def test_headings_and_places(prompt, things, setting):
    reading = read(prompt)
    assert list(subjects(reading).values()) == things
    assert reading.scene.environment.setting == setting


@pytest.mark.parametrize(
    ("prompt", "things", "ground"),
    [
        ("red apple, yellow pear, white marble", ["red apple", "yellow pear"], "marble"),
        ("lipstick, pink paper", ["lipstick"], "paper"),
        ("black bottle, black acrylic", ["black bottle"], "plastic"),
        ("a mug, white ceramic, matte", ["white ceramic mug"], None),
        ("a chair, oak", ["oak chair"], None),
    ],
)
def test_listed_stuff_is_what_things_lie_on(prompt, things, ground):
    reading = read(prompt)
    assert list(subjects(reading).values()) == things
    assert reading.scene.environment.ground.material == ground


# ── each word with its own noun ──


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a vase with one red and two yellow tulips", ["vase", "red tulip", "2 yellow tulip"]),
        ("three keys on a ring, one is brass, the others are steel", ["brass key", "2 steel key", "ring"]),
        ("a room, everything white except a red chair", ["red chair"]),
        ("the smallest box is on the largest box", ["box", "box"]),
        ("pancakes with butter on top", ["3 pancake", "butter_pat"]),
        ("a bucket of ice", ["bucket"]),
        ("plates, forks and glasses", ["3 plate", "3 fork", "3 glass"]),
        ("a bowl with a pair of glasses", ["bowl", "glasses"]),
        ("a toy train around a Christmas tree, presents under the tree", ["train", "christmas_tree", "3 gift_box"]),
        ("A desk lamp on a notebook; the rest of the room is dark", ["desk_lamp", "notebook"]),
        ("a floor lamp in front of a wall in a warm clay tone", ["floor_lamp"]),
        ("An editorial photograph for a design magazine showing a grey armchair", ["grey armchair"]),
        ("a photo in 1950s style of a turquoise Chevrolet", ["turquoise car"]),
        ("a bottle and a lamp that looks for a mug", ["bottle", "lamp", "mug"]),
    ],
)
def test_with_its_own_noun(prompt, expected):
    assert list(subjects(read(prompt)).values()) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a teacup with a saucer", {"cup on plate"}),
        ("a paper bag with baguettes sticking out of it", {"bread in sack"}),
        (
            "a board with brie, grapes and apples on a barrel",
            {"cheese on cutting_board", "grapes on cutting_board", "apple on cutting_board", "cutting_board on barrel"},
        ),
        ("an armchair, a book on the seat", {"book on armchair"}),
        ("a keyboard, a mouse and headphones on a stand", {"headphones on tray"}),
        ("a red apple among green apples", {"apple around apple"}),
        ("a lighthouse, waves crashing against the rocks", set()),
        ("a candle slightly shorter than the bottle behind it", {"bottle behind candle"}),
        ("a stack of white books, a pair of glasses on top of the stack", {"glasses on book"}),
    ],
)
def test_where_it_belongs(prompt, expected):
    assert ties(read(prompt)) == expected


def test_snow_outside_is_seen_from_a_room():
    environment = read("two armchairs at a fireplace, snow outside the window").scene.environment
    assert environment.setting == "living_room"
    assert environment.season == "winter"


def test_gels_are_lights():
    lights = read("a chrome sphere, blue gel from the left, orange gel from the right").scene.lighting.lights
    assert [(x.colour.name, x.azimuth < 0) for x in lights] == [("blue", True), ("orange", False)]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Two mugs on a table. The mug on the left is blue and the mug on the right is red.", ["blue mug", "red mug"]),
        ("Two mugs. The left mug is white, the right mug is black.", ["white mug", "black mug"]),
        ("three vases; the vase in the middle is green", ["vase", "green vase", "vase"]),
        ("five balloons: two red, two blue and one yellow", ["red balloon", "red balloon", "blue balloon", "blue balloon", "yellow balloon"]),
        ("a door with a brass knob and peeling green paint", ["green paint door"]),
    ],
)
def test_which_of_them(prompt, expected):
    assert list(subjects(read(prompt)).values()) == expected


def test_two_sides_are_two_things():
    reading = read("The mug on the left is larger than the mug on the right.")
    assert ties(reading) == {"mug near left", "mug near right"}
    assert ties(read("A cat with a hat sitting on a rug")) == {"cat on rug"}


def test_a_candle_in_a_dark_room_is_what_lights_it():
    reading = read("A candle on a table in a dark room, a book beside it")
    assert reading.scene.lighting.time == "night" and "lit" in reading.scene.subjects[0].states
    assert read("A candle on a table in a dark room, window light from the left").scene.lighting.time != "night"


def test_the_last_of_a_list_is_listed_although_the_place_follows_it():
    reading = read("A desk with a laptop, a lamp and a mug in an office")
    (desk, *others) = reading.scene.subjects
    assert {r.subject for r in reading.scene.relations if r.kind == "on" and r.objects == (desk.id,)} == {s.id for s in others}
    assert reading.scene.environment.setting == "office"
