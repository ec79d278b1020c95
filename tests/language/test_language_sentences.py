"""A tour of what sentences may do: attributes, counts, relations, references, parts, text, light, lens, and being honest."""

from __future__ import annotations

import pytest

from diorama.errors import PromptError, RequestError
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


def codes(reading: Reading) -> set[str]:
    return {d.code for d in reading.diagnostics}


# ── attributes stay with their nouns ──


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red apple and a green pear", ["red apple", "green pear"]),
        ("Three green glass bottles and a small wooden box", ["3 green glass bottle", "wood box"]),
        ("a small, round, red wooden table", ["red wood table"]),
        ("an orange vase and an orange", ["orange vase", "orange"]),
        ("a glass of water and a glass car", ["glass", "glass car"]),
        ("a mug made of glass and a wooden elephant", ["glass mug", "wood figure_elephant"]),
        ("a pale green teapot, a dark red cup", ["pale green teapot", "dark red cup"]),
        ("a cherry-red car", ["cherry car"]),
        ("a #ff8800 ball", ["#ff8800 ball"]),
        ("The mug is red, the plate is blue.", ["red mug", "blue plate"]),
        ("two cups: one blue, one white", ["blue cup", "white cup"]),
        ("a bouquet of red roses", ["red bouquet"]),
        ("a silver car and a silver fork", ["silver car", "silver fork"]),
        ("a wine glass, a floor lamp, a fire hydrant, a teddy bear", ["wine_glass", "floor_lamp", "fire_hydrant", "teddy_bear"]),
    ],
)
def test_looks(prompt, expected):
    assert list(subjects(read(prompt)).values()) == expected


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("an egg", 1),
        ("three eggs", 3),
        ("a dozen eggs", 12),
        ("a pair of eggs", 2),
        ("several eggs", 4),
        ("a few eggs", 3),
        ("12 eggs", 12),
        ("eggs", 3),
        ("half a dozen eggs", 6),
    ],
)
def test_counts(words, count):
    assert read(words).scene.subjects[0].count == count


def test_a_plural_without_a_number_is_said_to_be_assumed():
    assert "assumed-count" in codes(read("eggs on a table"))


# ── relations and references ──


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Three bottles stand behind a wooden box. To the left of the box, a lit candle.", {"bottle behind box", "candle left_of box"}),
        ("On the shelf, a mug and a book", {"mug on shelf", "book on shelf"}),
        ("a bowl of seven lemons", {"lemon in bowl"}),
        ("seven lemons in a bowl", {"lemon in bowl"}),
        ("a vase full of flowers", {"flower in vase"}),
        ("a couch with a pillow and a cat on it", {"pillow on couch", "cat on couch"}),
        ("the book on the table next to it", {"book on table", "book beside table"}),
        ("A mug. The book next to it.", {"book beside mug"}),
        ("a car parked between a truck and a bus at sunset", {"car between truck bus"}),
        (
            "a cat chasing a mouse under a chair, a dog beside it",
            {"cat facing mouse", "cat under chair", "dog beside cat"},
        ),
        (
            "a bear wearing a hat and sunglasses on a skateboard",
            {"bear on skateboard"},
        ),
        ("a candle on the left, a pear on the right", {"candle near left", "pear near right"}),
        ("an umbrella leaning against the wall", {"umbrella leaning_on wall"}),
        ("a wooden table and four chairs in a dining room", set()),
        ("a vase with five tulips, three roses and one lily", {"tulip in vase", "rose in vase", "flower in vase"}),
        ("a man in a blue suit holding an umbrella", {"person holding umbrella"}),
        ("a couple of pans hanging from the ceiling", {"frying_pan hanging_from ceiling"}),
        ("a stack of books with a pair of glasses on top of them", {"glasses on book"}),
        (
            "a teapot, a kettle and a jug on a bench, the kettle in front of the teapot",
            {"teapot on bench", "kettle on bench", "pitcher on bench", "kettle in_front_of teapot"},
        ),
    ],
)
def test_relations(prompt, expected):
    assert ties(read(prompt)) == expected


def test_a_table_under_small_things_is_the_ground_but_a_table_of_its_own_is_a_subject():
    small, dining = read("a mug on an oak table"), read("a wooden table and four chairs in a dining room")
    assert small.scene.environment.ground.material == "oak" and list(subjects(small)) == ["s1"]
    assert list(subjects(dining).values()) == ["wood table", "4 chair"] and dining.scene.environment.setting == "living_room"


def test_a_definite_phrase_with_another_colour_means_another_thing():
    assert list(subjects(read("a red ball. The blue ball is larger")).values()) == ["red ball", "blue ball"]


# ── parts, contents, text ──


def test_parts_have_looks_of_their_own():
    jar = read("A jar with a red lid and a blue handle").scene.subjects[0]
    assert {p.name: p.surface.colours[0].name for p in jar.parts} == {"lid": "red", "handle": "blue"} and jar.surface.is_plain


def test_a_jar_of_cream_is_one_thing():
    """It was a preserving jar with a small jar standing on it."""
    assert [s.thing for s in read("a jar of face cream on white marble").scene.subjects] == ["cosmetics_jar"]


def test_a_part_is_made_of_its_own_stuff():
    box = read("a wooden box with a lid of glass").scene.subjects[0]
    assert (box.surface.material, box.parts[0].name, box.parts[0].surface.material) == ("wood", "lid", "glass")


def test_wine_comes_in_wine_bottles():
    wine = read("a bottle of red wine").scene.subjects[0]
    assert wine.thing == "wine_bottle" and wine.contents == "red_wine" and not wine.styles and wine.surface.is_plain


@pytest.mark.parametrize(
    ("words", "state"), [("a lit lamp", "lit"), ("a lamp that is not lit", "unlit"), ("an open door", "open"), ("a burning candle", "burning")]
)
def test_states(words, state):
    assert read(words).scene.subjects[0].states == (state,)


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        ("a square mirror", "square"),
        ("a mirror in the shape of a triangle", "triangular"),
        ("a heart-shaped box", "heart"),
        ("a box shaped like a star", "star"),
    ],
)
def test_shapes(words, shape):
    assert read(words).scene.subjects[0].shape == shape


def test_sizes_are_factors():
    tall = read("a very tall thin vase and a tiny cup").scene.subjects
    assert (tall[0].size.height, tall[0].size.width, tall[1].size.scale) == (1.4, 0.7, 0.45)


def test_weather_is_of_the_picture_and_not_of_the_thing():
    r = read("a cat in the rain")
    assert r.scene.environment.weather == "rain" and r.scene.subjects[0].surface.is_plain


def test_hair_belongs_to_the_person():
    (woman,) = read("A 35-year-old woman with auburn hair").scene.subjects
    assert (woman.age, woman.sex, woman.hair.colour.name) == (35, "female", "chestnut")


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        ("a woman in a red coat in the rain", lambda p: (p.wears[0].garment, p.wears[0].surface.colours[0].name) == ("coat", "red")),
        ("a woman holding an umbrella", lambda p: p.actions[0].deed == "holding"),
        ("portrait of a young man with curly hair, rim light", lambda p: p.sex == "male" and p.age < 30 and p.hair.texture == "curly"),
        ("an old fisherman, yellow raincoat, close-up", lambda p: p.age > 60 and p.role == "fisherman" and p.wears[0].garment == "raincoat"),
        ("a laughing child with freckles", lambda p: p.age < 12 and p.expression == "laugh" and p.skin.details == ("freckles",)),
        ("a chef plating food in a kitchen", lambda p: p.role == "chef"),
        ("a woman sitting on a beach", lambda p: p.posture == "sitting"),
    ],
)
def test_a_brief_says_who_someone_is(prompt, told):
    person = read(prompt).scene.subjects[0]
    assert person.kind == "person" and told(person)


def test_a_cup_of_coffee_is_a_cup():
    r = read("a cup of hot coffee")
    assert list(subjects(r).values()) == ["cup"] and r.scene.subjects[0].contents == "coffee" and "steaming" in r.scene.subjects[0].states


@pytest.mark.parametrize(
    "prompt",
    [
        'a sign reading "STOP AHEAD"',
        "a sign that says 'STOP AHEAD'",
        "a sign with the words “STOP AHEAD”",
        "a sign that says STOP AHEAD",
        'a wooden sign, "STOP AHEAD"',
    ],
)
def test_text_goes_onto_the_thing(prompt):
    assert [label.text for label in read(prompt).scene.subjects[0].labels] == ["STOP AHEAD"]


def test_lettering():
    assert read('a mug with the text "HELLO" in serif letters').scene.subjects[0].labels[0].style == "serif"


# ── light ──


@pytest.mark.parametrize(
    ("words", "azimuth", "elevation"),
    [
        ("from the left", -75, 25), ("from the right", 75, 25), ("from behind", 180, 30), ("from above", 0, 85), ("from the upper left", -55, 50),
        ("from the back right", 140, 30), ("from below", 0, -50), ("from the front", 0, 25),
    ],
)  # fmt: skip
def test_directions(words, azimuth, elevation):
    (light,) = read(f"a mug on a table, soft window light {words}").scene.lighting.lights
    assert (light.azimuth, light.elevation) == (azimuth, elevation)


def test_vague_and_specific_light_set_different_things():
    vague, specific = read("a mug, warm light").scene.lighting, read("a mug, golden afternoon light from the left").scene.lighting
    assert (vague.lights, vague.kelvin) == ((), 3200)
    assert specific.kelvin is None and specific.time == "afternoon"
    assert [(x.azimuth, x.kelvin) for x in specific.lights] == [(-75, 3500)]


def test_key_fill_and_rim():
    r = read("a vase, the key light is a large softbox from the left, fill from the right, hair light behind")
    assert [(x.role, x.source, x.azimuth) for x in r.scene.lighting.lights] == [
        ("key", "softbox", -75),
        ("fill", "softbox", 75),
        ("rim", "softbox", 180),
    ]


@pytest.mark.parametrize(
    ("words", "time", "hour"),
    [
        ("6pm", "golden_hour", 18),
        ("18:30", "sunset", 18.5),
        ("at dawn", "dawn", 5.8),
        ("7 a.m.", "early_morning", 7),
        ("at midnight", "night", 23),
        ("12 am", "night", 0),
    ],
)
def test_times(words, time, hour):
    lighting = read(f"a street, {words}").scene.lighting
    assert (lighting.time, lighting.hour) == (time, hour)


def test_words_for_the_light():
    for words, path, value in (
        ("silhouette", "mood", "low_key"), ("high-key", "mood", "high_key"), ("low-key", "mood", "low_key"), ("long shadows", "shadow", "long"),
        ("no shadow", "shadow", "none"),
    ):  # fmt: skip
        assert getattr(read(f"a vase, {words}").scene.lighting, path) == value
    assert read("a bench in a park, dappled light through leaves").scene.lighting.lights[0].quality == "dappled"
    assert read("a vase, 3200K light").scene.lighting.kelvin == 3200
    assert read("a vase, blue light from the left").scene.lighting.lights[0].colour.name == "blue"


@pytest.mark.parametrize(("words", "gobo"), [
    ("palm leaf shadows", "palm"), ("shadows of palm leaves", "palm"), ("venetian blind shadows", "blinds"), ("light through the blinds", "blinds"), ("window pane shadows", "panes"),
    ("leaf shadows", "leaves"), ("long shadows", "none"), ("soft window light from the left", "none"),
])  # fmt: skip
def test_shadow_patterns(words, gobo):
    """A pattern of shadows is light: it adds no leaf, blind or window to the things."""
    scene = read(f"a skincare bottle on beige stone, hard sunlight from the right, {words}").scene
    assert scene.lighting.gobo == gobo
    assert len(scene.subjects) == 1


def test_a_lit_candle_gives_light():
    r = read("a pear lit by a candle")
    assert [(x.source, x.subject) for x in r.scene.lighting.lights] == [("candle", "s2")] and r.scene.subjects[1].states == ("lit",)


# ── camera and film ──


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("85mm", "focal_length", 85), ("f/1.8", "f_number", 1.8), ("f2.8", "f_number", 2.8), ("ƒ/4", "f_number", 4),
        ("close-up", "framing", "close_up"), ("wide shot", "framing", "wide"),
        ("bird's-eye view", "angle", "overhead"), ("low angle", "angle", "low"), ("drone shot", "angle", "aerial"), ("square", "aspect", (1, 1)),
        ("16:9", "aspect", (16, 9)), ("4:5", "aspect", (4, 5)),
        ("vertical", "aspect", (2, 3)), ("widescreen", "aspect", (16, 9)), ("dutch angle", "roll", 12), ("deep focus", "deep_focus", True),
        ("shallow depth of field", "f_number", 1.8),
        ("focus on the background", "focus", "background"), ("rule of thirds", "composition", "rule_of_thirds"), ("tilt-shift", "tilt_shift", True),
        ("motion blur", "motion_blur", True),
    ],
)  # fmt: skip
def test_camera(words, field, value):
    assert getattr(read(f"a mug and a pear, {words}").scene.camera, field) == value


def test_focus_on_a_subject():
    assert read("a mug behind a pear, focus on the mug").scene.camera.focus == "s1"


def test_the_caller_may_ask_for_a_shape():
    assert read("a mug, square", aspect="16:9").scene.camera.aspect == (16, 9)
    with pytest.raises(RequestError, match="no shape of a frame"):
        read("a mug", aspect="wide")


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("Kodak Portra 400", "stock", "portra_400"), ("Tri-X", "stock", "tri_x_400"), ("Ilford HP5", "stock", "hp5_400"),
        ("Velvia", "stock", "velvia_50"), ("Kodachrome", "stock", "kodachrome_64"),
        ("polaroid photo", "stock", "polaroid"), ("black and white", "monochrome", True), ("sepia", "sepia", True), ("film grain", "grain", 0.35),
        ("high contrast", "contrast", 1.35), ("vivid colors", "saturation", 1.3),
    ],
)  # fmt: skip
def test_film(words, field, value):
    assert getattr(read(f"a mug, {words}").scene.film, field) == value


# ── honesty ──


def test_a_misspelt_thing_is_not_guessed_but_asked_about():
    r = read("a red bottul on a table")
    (error,) = r.of("error")
    assert r.prompt[slice(*error.span)] == "red bottul" and "'red bottle'" in error.message


def test_animals_have_stand_ins_and_it_is_said():
    assert not read("a woman and a tiger").of("warning")  # tigers are built as they live
    r = read("a woman and an armadillo")
    assert list(subjects(r).values()) == ["person", "armadillo"]
    assert [d.code for d in r.of("warning")] == ["stand-in"] and "stands in" in r.of("warning")[0].message
    assert [p.status for p in r.phrases if p.text in ("woman", "armadillo")] == ["applied", "stand-in"]


def test_a_wooden_elephant_is_what_it_says():
    assert "stand-in" not in codes(read("a wooden elephant"))


@pytest.mark.parametrize(
    ("prompt", "code"),
    [
        ("a photorealistic watercolor of a vase", "conflicting-styles"), ("a watercolor of a vase", "not-a-photograph"),
        ("a street at noon, at night", "conflicting-times"), ("beautiful sunset", "too-abstract"),
        ("a mountain lake", "no-atmosphere"), ("a mug, 8k, masterpiece", "no-effect"), ("a vase, no people", "left-out"),
        ("a mug without handle", "cannot-leave-out"), ("a mug", "missing-lighting"),
        ("soft light", "missing-subject"), ("a mug, f/900", "out-of-range"), ("a mug, 99999K", "out-of-range"), ("500 eggs", "too-many"),
        ("a mug", "assumed-setting"), ("a mug", "assumed-camera"),
    ],
)  # fmt: skip
def test_diagnostics(prompt, code):
    assert code in codes(read(prompt))


def test_other_languages_are_reported_in_whole_phrases():
    r = read("une tasse sur une nappe 🍋🍋")
    strange = [p.text for p in r.phrases if p.status == "not_understood"]
    assert strange == ["une tasse sur une nappe 🍋🍋"] and len(r.of("error")) == 1


@pytest.mark.parametrize("prompt", ["", "   \n", "a mug\x00", "x" * 32_001])
def test_what_cannot_be_read(prompt):
    with pytest.raises(PromptError) as wrong:
        read(prompt)
    assert wrong.value.hint


def test_32000_characters_are_read():
    r = read(("a red mug beside a blue bowl, " * 1100)[:32_000])
    assert len(r.scene.subjects) == 64 and "too-many-subjects" in codes(r)


@pytest.mark.parametrize(
    ("words", "source", "azimuth", "elevation"),
    [
        ("lit from the left", "softbox", -75, 40),
        ("lit from above by a softbox", "softbox", 0, 85),
        ("lit from behind by the sun", "sun", 180, 30),
        ("illuminated from below", "softbox", 0, -50),
    ],
)
def test_a_thing_lit_from_a_side(words, source, azimuth, elevation):
    reading = read(f"a vase {words}")
    (light,) = reading.scene.lighting.lights
    assert (light.source, light.azimuth, light.elevation) == (source, azimuth, elevation)
    assert [s.noun for s in reading.scene.subjects] == ["vase"]
    assert not [p for p in reading.phrases if p.status in ("no_effect", "not_understood")]


def test_a_list_of_what_a_desk_holds_goes_on_to_its_end():
    scene = read("A desk with a laptop, a lamp and a mug").scene
    assert {(r.kind, r.objects) for r in scene.relations} == {("on", ("s1",))}
    assert len(scene.relations) == 3


@pytest.mark.parametrize(("prompt", "setting", "feature"), [
    ("a truck on a mountain road", "mountains", None), ("a car on a country road", "meadow", None), ("an empty highway in the desert", "desert", "road"),
    ("a road through the desert", "desert", "road"), ("a dirt road through a meadow with mountains", "meadow", "mountains"), ("a car on a city street", "street", None),
])  # fmt: skip
def test_a_road_leaves_the_town_where_open_country_is_named(prompt, setting, feature):
    environment = read(prompt).scene.environment
    assert environment.setting == setting
    assert feature in environment.features if feature else not environment.features


@pytest.mark.parametrize(("prompt", "shape"), [("a mug in a kitchen", "table"), ("a mug by the fireplace", "table"), ("a mug on the floor of a kitchen", "floor"), ("a chair in a kitchen", "floor")])
def test_small_things_in_a_room_stand_on_a_table(prompt, shape):
    assert read(prompt).scene.environment.ground_shape == shape


def test_syrup_is_poured_over_pancakes_and_what_comes_with_them_is_served_with_them():
    scene = read("waffles with raspberries on a blue plate beside a cup of coffee").scene
    kinds = {s.id: s.thing for s in scene.subjects}
    told = {(kinds[r.subject], r.kind, kinds[r.objects[0]]) for r in scene.relations}
    assert {("waffle", "on", "plate"), ("raspberry", "on", "waffle")} <= told
    assert read("a stack of pancakes with maple syrup").scene.subjects[0].contents == "maple_syrup"


def test_how_the_living_are_there_is_told_besides_where():
    assert read("a dog running on a beach").scene.subjects[0].posture == "running"
    assert read("a cat lying on a rug").scene.subjects[0].posture == "lying"
    assert read("a vase standing on a table").scene.subjects[0].states == ()


def test_a_slice_is_of_the_fruit_and_not_its_colour():
    scene = read("a glass of lemonade with a slice of lemon").scene
    assert [(s.thing, s.states) for s in scene.subjects] == [("glass", ()), ("lemon", ("slice", "sliced"))]
    assert scene.subjects[0].contents == "lemonade" and not scene.subjects[0].styles


def test_a_room_told_of_first_is_the_picture():
    scene = read("A modern kitchen with a bowl of oranges on the counter, morning light").scene
    assert (scene.environment.setting, scene.camera.framing, scene.camera.focal_length) == ("kitchen", "wide", 28)
    assert read("A bowl of oranges on the counter of a kitchen").scene.camera.framing == "medium"
    assert any(s.thing == "coffee_table" for s in read("A living room with a vase on a coffee table").scene.subjects)


def test_outside_a_house_is_before_it():
    assert read("A bicycle outside a cafe").scene.environment.setting == "shop_front"
    assert read("A cup of coffee in a cafe").scene.environment.setting == "cafe"
    assert read("A red car outside").scene.environment.setting == "street"


def test_a_counter_keeps_its_stuff():
    scene = read("A handbag on a marble counter").scene
    assert (scene.environment.setting, scene.environment.ground.material) == ("tabletop", "marble")


def test_what_holds_without_hands_is_filled():
    def kinds(prompt):
        return [r.kind for r in read(prompt).scene.relations]

    assert kinds("A basket holding eight oranges") == ["in"]
    assert kinds("A shelf holds a clock") == ["on"]
    assert kinds("A woman holds a red umbrella") == ["holding"]


def test_only_food_goes_on_with_the_food():
    scene = read("A plate of pancakes, a fork and a glass of milk on a table").scene
    names = {s.id: s.noun for s in scene.subjects}
    on = {(names[r.subject], names.get(r.objects[0], r.objects[0])) for r in scene.relations if r.kind == "on"}
    assert on == {("pancake", "plate"), ("plate", "ground"), ("fork", "ground"), ("glass", "ground")}


def test_what_lies_is_said_to():
    assert read("A violin lying on a table").scene.subjects[0].states == ("lying",)
    assert read("A wine bottle lying on its side").scene.subjects[0].states == ("fallen",)


def test_two_colours_of_a_light_are_two_lights():
    lights = read("Headphones on a table, pink and blue neon light").scene.lighting.lights
    assert [(x.colour.name, x.source) for x in lights] == [("pink", "neon"), ("blue", "neon")]
    assert lights[0].azimuth < 0 < lights[1].azimuth


def test_the_weather_of_a_time_tells_both():
    scene = read("A boat on a lake, foggy morning").scene
    assert (scene.environment.weather, scene.lighting.time) == ("fog", "morning")
    assert read("A car, rainy night").scene.lighting.time == "night"


def test_stars_of_the_sky_are_no_things():
    assert "stars" in read("A log cabin at night, stars").scene.environment.features
    assert read("Three gold stars on a table").scene.subjects[0].count == 3


def test_a_mouse_beside_a_keyboard_is_the_computers():
    assert [s.thing for s in read("A keyboard and a mouse on a desk").scene.subjects][1] == "computer_mouse"
    assert read("A mouse on a piece of cheese").scene.subjects[0].thing == "mouse"


def test_several_people_in_one_word():
    assert [read(f"A {word} on a bench").scene.subjects[0].count for word in ("couple", "family", "woman")] == [2, 4, 1]


def test_places_that_cannot_be_built_say_so():
    told = {p.text: p.status for p in read("A geyser in a forest").phrases}
    assert told["geyser"] == "stand-in"
    assert {p.text: p.status for p in read("A boat on a lake").phrases}["lake"] == "applied"


def test_ice_in_a_glass_is_not_its_stuff():
    glass = read("A glass of whisky with ice").scene.subjects[0]
    assert (glass.states, glass.surface.material) == (("iced",), None)


def test_on_grass_is_out_in_the_park():
    assert read("A cup on the grass").scene.environment.setting == "park"


def test_a_candlelit_table_is_lit_by_candlelight():
    lighting = read("A candlelit table with two glasses").scene.lighting
    assert [x.source for x in lighting.lights] == ["candle"]
    assert lighting.time == "evening"


def test_a_candle_in_the_dark_is_lit():
    scene = read("A candle in a dark room at night").scene
    assert "lit" in scene.subjects[0].states and [x.subject for x in scene.lighting.lights] == ["s1"]
    assert "lit" not in read("An unlit candle in a dark room at night").scene.subjects[0].states


def test_the_stone_of_a_ring_is_its_part():
    scene = read("A silver ring with a blue gemstone on a rock").scene
    assert [s.thing for s in scene.subjects] == ["ring", "rock"]
    assert [(p.name, p.surface.colours[0].name) for p in scene.subjects[0].parts] == [("gem", "blue")]
    assert [(r.subject, r.kind) for r in scene.relations] == [("s1", "on")]


SITTERS = ["A headshot of a woman with auburn hair, smiling, 85mm", "Portrait of a man with a beard, smiling", "A photo of a boy in a hat, smiling"]


@pytest.mark.parametrize("prompt", SITTERS)
def test_who_smiles_is_whom_the_picture_is_of(prompt):
    assert read(prompt).scene.subjects[0].expression == "smile"


@pytest.mark.parametrize(
    ("words", "style", "colour"),
    [("a black bob", "bob", "black"), ("an afro", "afro", None), ("two plaits", "braids", None), ("a green mohawk", "mohawk", "green"), ("a bun", "bun", None)],
)
def test_a_cut_of_hair_is_told_by_its_name(words, style, colour):
    hair = read(f"A woman with {words} in a red jumper").scene.subjects[0].hair
    assert hair.styles == (style,) and (hair.colour.name if hair.colour else None) == colour


def test_a_portrait_is_of_a_face():
    assert read("Portrait of a woman in a garden, 85mm").scene.camera.framing == "medium_close"
    assert read("A woman in a garden, 85mm").scene.camera.framing == "medium"
    assert read("A headshot of a man in a garden").scene.camera.framing == "medium_close"
    assert read("A woman walking in a garden").scene.camera.framing == read("A woman in a red dress").scene.camera.framing == "full"


def test_the_candle_of_a_candlestick_is_its_part():
    scene = read("A silver candlestick with a lit red candle on a table").scene
    stick = scene.subjects[0]
    assert [s.thing for s in scene.subjects] == ["candle"]
    assert ("lit" in stick.states, stick.surface.material) == (True, "silver")
    assert [(p.name, p.surface.colours[0].name) for p in stick.parts] == [("candle", "red")]
    assert [x.subject for x in scene.lighting.lights] == ["s1"]


def test_the_pot_of_a_plant_is_its_part():
    plant, shelf = read("A cactus in a terracotta pot on a shelf").scene.subjects
    assert (plant.thing, plant.parts[0].name, plant.parts[0].surface.material, shelf.thing) == ("cactus", "pot", "terracotta", "shelf")
    assert read("Five pots, each with a cactus").scene.subjects[0].count == 5


def test_what_surrounds_is_around():
    scene = read("A bottle surrounded by lemons").scene
    assert [(r.subject, r.kind, r.objects) for r in scene.relations if r.kind != "on"] == [("s2", "around", ("s1",))]


@pytest.mark.parametrize(("ground", "setting"), [("wet asphalt", "street"), ("sand", "beach"), ("fresh snow", "snow_field"), ("grass", "park")])
def test_grounds_of_the_open_are_out_of_doors(ground, setting):
    assert read(f"An umbrella on {ground}").scene.environment.setting == setting


def test_what_a_cliff_stands_above_does_not_lift_the_lighthouse():
    scene = read("A lighthouse on a cliff above the sea in stormy weather").scene
    assert [(r.kind, r.objects) for r in scene.relations] == [("on", ("ground",))]


def test_syrup_at_the_end_of_a_list_is_poured_over():
    scene = read("pancakes with blueberries and maple syrup").scene
    assert [s.thing for s in scene.subjects] == ["pancake", "blueberry"]
    assert scene.subjects[0].contents == "maple_syrup"


def test_outdoors_is_where_a_thing_is_and_no_kind_of_thing():
    scene = read("a red car parked outdoors at sunset").scene
    assert [(s.thing, s.surface.colours[0].name) for s in scene.subjects] == [("car", "red")]
    assert scene.environment.setting == "garden"


def test_a_campfire_is_a_thing_and_gives_the_light():
    scene = read("a fox near a campfire").scene
    fire = next(s for s in scene.subjects if s.thing == "campfire")
    assert [(x.source, x.subject) for x in scene.lighting.lights] == [("fire", fire.id)]
    assert scene.lighting.time == "evening"


def test_snow_on_a_thing_lies_on_the_ground_too():
    scene = read("A snow-covered cabin in a pine forest").scene
    assert scene.subjects[0].surface.finish == ("snow_covered",)
    assert scene.environment.season == "winter" and "snow" in scene.environment.features
    assert read("a toy house covered in snow in a studio").scene.environment.season is None


def test_a_stone_is_set_in_gold_and_does_not_turn_it_to_stone():
    ring = read("A gold ring with a diamond on black velvet").scene.subjects[0]
    assert ring.surface.material == "gold"
    assert [(p.name, p.surface.colours[0].name) for p in ring.parts] == [("gem", "diamond")]


def test_a_macro_of_a_small_thing_is_stopped_down_unless_the_words_say_otherwise():
    assert read("A gold ring, macro").scene.camera.f_number == 16
    assert read("A gold ring, macro, f/2.8").scene.camera.f_number == 2.8


def test_serum_comes_in_its_bottle_and_the_label_is_on_it():
    (bottle, _) = read('A bottle of skincare serum with the label "AURA" on a beige podium').scene.subjects
    assert (bottle.thing, [label.text for label in bottle.labels]) == ("dropper_bottle", ["AURA"])
    assert read("a bottle of pink shampoo").scene.subjects[0].surface.colours[0].name == "pink"


def test_a_bowl_of_fruit_holds_several_kinds_in_the_bowl():
    scene = read("a bowl of fruit and a kettle on the counter").scene
    bowl = next(s.id for s in scene.subjects if s.thing == "bowl")
    inside = [r.subject for r in scene.relations if r.kind == "in" and r.objects == (bowl,)]
    assert {s.thing for s in scene.subjects if s.id in inside} == {"apple", "orange", "pear", "lemon"}


def test_of_several_colourful_things_each_has_a_colour_of_its_own():
    subjects = read("Five colourful umbrellas hanging above a narrow street").scene.subjects
    assert len({s.surface.colours[0].hex for s in subjects if s.thing == "umbrella"}) == 5
    assert [s.surface.pattern for s in read("a colourful umbrella").scene.subjects] == ["rainbow"]


def test_overhead_after_a_light_that_has_its_direction_is_where_the_camera_is():
    assert read("A camera on a table, moody side light, overhead").scene.camera.angle == "overhead"
    assert read("a mug, a softbox, overhead").scene.camera.angle != "overhead"


def test_some_of_several_things_have_a_state_or_a_colour_of_their_own():
    lit = read("three candles on a table, one of them lit").scene.subjects
    assert [(s.count, "lit" in s.states) for s in lit] == [(2, False), (1, True)]
    mugs = read("three mugs, one red").scene.subjects
    assert [(s.count, [c.name for c in s.surface.colours]) for s in mugs] == [(2, []), (1, ["red"])]
    books = read("two books, one open and one closed").scene.subjects
    assert [s.states for s in books] == [("open",), ("closed",)]


def test_a_weight_in_brackets_leaves_the_word_to_its_noun():
    assert read("a (red:1.3) car").scene.subjects[0].surface.colours[0].name == "red"


def test_a_thing_is_measured_by_the_one_like_it_told_of_before():
    apples = read("a red apple and a green apple half its size").scene.subjects
    assert [s.size.scale for s in apples] == [1.0, 0.5]


def test_a_boat_beside_a_pier_is_on_the_water():
    scene = read("A red canoe beside a wooden pier on a mountain lake").scene
    assert [(r.kind, r.objects) for r in scene.relations] == [("on", ("water",))]


def test_a_meal_is_the_name_of_its_food_or_a_usual_one_is_laid():
    assert [s.thing for s in read("a bowl of yogurt with a halved kiwi beside it, breakfast by a window").scene.subjects] == ["bowl", "kiwi"]
    scene = read("a breakfast on a wooden table").scene
    assert [(s.thing, s.count) for s in scene.subjects] == [("croissant", 2), ("cup", 1), ("glass", 1)]
    assert {r.subject for r in scene.relations if r.kind == "on"} == {s.id for s in scene.subjects}
