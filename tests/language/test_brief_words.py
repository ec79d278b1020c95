"""What a brief says of the whole picture: its palette, and where in the frame the subjects are."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.palette import colours_named


def colours(prompt: str) -> dict[str, list[str]]:
    scene = read(prompt).scene
    found: dict[str, list[str]] = {}
    for one in scene.subjects:
        found.setdefault(one.noun, []).extend(colour.name for colour in getattr(one, "surface", scene.environment.ground).colours)
    places = {name: [c.name for c in getattr(scene.environment, name).colours] for name in ("backdrop", "ground")}
    return found | {name: told for name, told in places.items() if told}


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        ("a mug and two vases on a table in the colours #1a2b3c and #ff0000", {"mug": ["#1a2b3c"], "vase": ["#ff0000", "#1a2b3c"]}),
        ("a mug and a vase on a table, brand palette of teal and coral", {"mug": ["teal"], "vase": ["coral"]}),
        ("three mugs on a table, colour palette: teal, coral and cream. Soft light", {"mug": ["teal", "coral", "cream"]}),
        ("a red mug and a vase on a table, palette of teal", {"mug": ["red"], "vase": ["teal"]}),
        ("A chair beside a lamp in a living room. The palette is navy, cream and mustard.", {"chair": ["navy"], "lamp": ["cream"], "backdrop": ["mustard"]}),
        ("a lipstick and a perfume bottle in our brand's colours (deep teal, coral)", {"lipstick": ["deep teal"], "perfume bottle": ["coral"]}),
        ("an apple on a plate, brand colours: #ff0000 and #00ff00", {"apple": [], "plate": ["#ff0000"], "backdrop": ["#00ff00"]}),
    ],
)  # fmt: skip
def test_a_palette_in_words_is_carried_by_what_has_no_colour(prompt, told):
    assert colours(prompt) == told
    assert not [d for d in read(prompt).diagnostics if d.code in ("unknown-word", "overruled")]


def test_every_colour_of_a_palette_says_what_carries_it_or_that_nothing_is_left():
    reading = read("an apple on a plate, brand colours: #ff0000, #00ff00, #0000ff, #ffff00")
    told = {p.text: p.effect for p in reading.phrases if p.text.startswith("#")}
    assert told["#ff0000"] == ("subjects.s2.surface.colours=#ff0000",) and told["#0000ff"] == ("environment.ground.colours=#0000ff",)
    assert "nothing is left to carry '#ffff00'" in [d.message for d in reading.diagnostics]


@pytest.mark.parametrize("prompt", ["a mug on a table, warm palette", "a parrot in the colours red and blue on a branch", "a painter's palette on a table"])
def test_what_is_no_palette_of_the_picture_is_read_as_before(prompt):
    from diorama.language.palette import palettes

    assert palettes(prompt) == ()


def test_a_muted_palette_of_colours_grades_the_film_too():
    scene = read("a bottle on a shelf, muted palette of sage and terracotta").scene
    assert scene.film.saturation < 1 and [c.name for s in scene.subjects for c in s.surface.colours] == ["sage", "terracotta"]


@pytest.mark.parametrize(
    ("text", "names"),
    [("red", ["red"]), ("#B5651D teal", ["#b5651d", "teal"]), ("deep teal, coral & cream", ["deep teal", "coral", "cream"]), ("blurple", None),
     ("red mug", None)],
)
def test_a_list_of_colours_is_read_by_number_and_by_name(text, names):
    found = colours_named(text)
    assert (None if found is None else [one.name for one in found]) == names


@pytest.mark.parametrize(
    ("prompt", "box"),
    [
        ("a mug on a table in the left third of the frame", (0, 0, 0.3333, 1)), ("a red mug on the lower right third, on a table", (0.5, 0.5, 1, 1)),
        ("a bottle on slate, the bottle in the right half of the picture", (0.5, 0, 1, 1)),
        ("a mug, subject in the top left corner of the frame", (0, 0, 0.5, 0.5)),
        ("A red mug stands in the left third of the frame on a wooden table.", (0, 0, 0.3333, 1)),
        ("a vase on a table, placed at the lower left intersection of the thirds", (0, 0.3333, 0.6667, 1)), ("a mug on the left side of a table", None),
        ("a lamp in the top left corner of a room", None),
    ],
)  # fmt: skip
def test_where_in_the_frame_the_subjects_are_is_read(prompt, box):
    assert read(prompt).scene.camera.within == box


def test_on_a_third_is_on_its_line():
    camera = read("A red mug stands on the left third of the frame on a wooden table.").scene.camera
    assert (camera.within, camera.composition) == (None, "left")


def test_the_rule_of_thirds_and_the_side_that_is_said_with_it_are_one():
    reading = read("a vase, subject on the right, rule of thirds")
    assert reading.scene.camera.composition == "right"
    told = {p.text: p.status for p in reading.phrases if "camera.composition=right" in p.effect}
    assert told == {"subject on the right": "applied", "rule of thirds": "applied"}


@pytest.mark.parametrize("who", ["knight", "frog", "wizard"])
def test_who_does_something_needs_no_article(who):
    rest = "kneeling before a dragon in a ruined cathedral"
    bare, told = (read(f"{words} {rest}").scene for words in (who, f"a {who}"))
    assert [s.noun for s in bare.subjects] == [s.noun for s in told.subjects] == [who, "dragon"]
    assert bare.subjects[0].posture == told.subjects[0].posture
