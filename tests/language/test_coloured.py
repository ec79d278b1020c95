"""Words of colour are told by their company: two colours or a film, tones or glasses, a colour or a fruit, the format of a picture or the paper of a wall."""

import pytest

from diorama.language import read


def colours(words: str, noun: str) -> list[str]:
    one = next(subject for subject in read(words).scene.subjects if subject.noun == noun)
    look = one.coat if hasattr(one, "coat") else one.surface
    return [colour.name for colour in look.colours]


@pytest.mark.parametrize(
    ("words", "noun", "told"),
    [
        ("a rug in black-and-white checks", "rug", ["black", "white"]),
        ("a flag of red, black and white stripes", "flag", ["red", "black", "white"]),
        ("a black and white striped shirt on a chair", "shirt", ["black", "white"]),
        ("a football, black and white, in the grass", "football", ["black", "white"]),
        ("a cat with brown, black and white fur", "cat", ["brown", "black", "white"]),
    ],
)
def test_black_and_white_of_a_thing_is_two_colours(words, noun, told):
    assert colours(words, noun) == told
    assert not read(words).scene.film.monochrome


@pytest.mark.parametrize(
    "words",
    [
        "a black and white photograph of a rug",
        "a football in the grass, black and white",
        "portrait of an old man, black and white, 85mm",
        "a street in black and white",
        "moody black and white forest, fog",
        "black and white portrait of a fisherman",
        "a cat on a chair, in black and white with deep shadows",
    ],
)
def test_black_and_white_of_a_picture_is_its_film(words):
    assert read(words).scene.film.monochrome


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a vase in shades of blue and green", ["blue", "green"]),
        ("a vase in a soft shade of green", ["green"]),
        ("a vase in hues of red, orange and yellow", ["red", "orange", "yellow"]),
        ("a vase with a mix of blue and ochre", ["blue", "ochre"]),
        ("a red vase with hints of gold", ["red", "gold"]),
    ],
)
def test_a_word_for_colour_is_no_thing_and_its_colours_are_no_fruit(words, told):
    assert colours(words, "vase") == told
    assert [subject.noun for subject in read(words).scene.subjects] == ["vase"]


def test_shades_without_colours_are_glasses_and_a_mix_of_fruit_stays_fruit():
    assert [s.thing for s in read("black shades on a marble counter").scene.subjects] == ["sunglasses"]
    assert "orange" in [s.noun.removesuffix("s") for s in read("a bowl with a mix of oranges and figs").scene.subjects]


def test_wallpaper_is_on_the_wall_and_a_picture_may_be_one():
    for words in ("a kitchen wall covered in orange wallpaper", "an orange wallpaper in a kitchen"):
        scene = read(words).scene
        assert scene.subjects == ()
        assert [colour.name for colour in scene.environment.backdrop.colours] == ["orange"]
    wide = read("beach at sunset, wallpaper, 4k").scene
    assert not wide.environment.backdrop.colours and wide.camera.aspect == (16, 9)


def test_a_hanger_is_nobody_and_a_weaver_is_somebody():
    assert [s.kind for s in read("a hanger on a wooden table").scene.subjects][0] == "object"
    assert [s.kind for s in read("a weaver at a wooden table").scene.subjects][0] == "person"


@pytest.mark.parametrize(
    ("words", "whole", "part"),
    [
        ("a white teapot with gold accents", "white", ("handle", "gold")),
        ("A black car with red trim stands on a street.", "black", ("trim", "red")),
        ("a white piano with gold details", "white", ("rim", "gold")),
        ("a red handbag with brass hardware", "red", ("trim", "brass")),
    ],
)
def test_accents_are_on_a_part_and_do_not_make_the_whole_of_their_stuff(words, whole, part):
    (one,) = read(words).scene.subjects
    assert [c.name for c in one.surface.colours] == [whole] and one.surface.material is None
    (other,) = one.parts
    assert (other.name, other.surface.material or other.surface.colours[0].name) == part


def test_details_that_have_no_colour_are_none():
    assert read("a white piano with intricate details").scene.subjects[0].parts == ()
