"""Ordinary prompts of a few words: what goes into a drink, hangs on a hook, flies on a castle; fields of many; slices; rooms that show what is told of them."""

import pytest

from diorama.language import read
from diorama.studio import words


def there(prompt):
    scene = read(prompt).scene
    return [(s.noun, s.count) for s in scene.subjects], [(r.subject, r.kind, *r.objects) for r in scene.relations], scene.environment.setting


@pytest.mark.parametrize(
    ("prompt", "state"),
    [
        ("A glass of whisky with a large ice cube.", "iced"),
        ("A cup of cappuccino with a heart in the foam.", "latte_art"),
        ("A lantern with a candle.", "lit"),
    ],
)
def test_what_is_a_state_of_the_thing_is_no_thing_beside_it(prompt, state):
    (one,) = read(prompt).scene.subjects
    assert state in one.states


def test_ice_without_a_drink_is_a_thing():
    assert "cube" in there("An ice cube on a plate.")[0][0][0]


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("A tree with red apples.", ("s2", "hanging_from", "s1")),
        ("A hook with a coat.", ("s2", "hanging_from", "s1")),
        ("A sandcastle with a flag.", ("s2", "on", "s1")),
        ("A bicycle with a flag.", ("s1", "with", "s2")),
    ],
)
def test_with_means_where_such_things_are(prompt, relation):
    assert relation in there(prompt)[1]


@pytest.mark.parametrize("crop", ["lavender", "wheat", "sunflower", "poppy"])
@pytest.mark.parametrize("frame", ["A windmill beyond {} fields.", "A hot air balloon above {} fields at sunrise.", "A woman walking through {} fields."])
def test_fields_are_a_place_and_no_verb(crop, frame):
    nouns, _, setting = there(frame.format(crop))
    assert len(nouns) == 1 and setting == "meadow"


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("A glass of water with two lemon slices.", [("glass", 1), ("lemon", 2)]),
        ("A lemon slice on a plate.", [("lemon", 1), ("plate", 1)]),
        ("A chef slices a lemon.", [("chef", 1), ("lemon", 1)]),
    ],
)
def test_slices_are_counted_and_a_chef_slices(prompt, nouns):
    scene = read(prompt).scene
    assert [(s.noun, s.count) for s in scene.subjects] == nouns
    assert "chef" in prompt or any("sliced" in getattr(s, "states", ()) for s in scene.subjects)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("A room with a fireplace.", "living_room"),
        ("A room with a chair.", "plain_room"),
        ("A single yellow leaf floating on dark water.", "lake"),
        ("A perfume bottle on water.", "tabletop"),
        ("A sandcastle, waves behind it.", "beach"),
        ("A sailboat, waves behind it.", "sea"),
    ],
)
def test_where_it_is_shows_what_is_told_of_it(prompt, setting):
    assert there(prompt)[2] == setting


def test_what_is_old_shows_it_unless_it_grows():
    assert not [d for d in words.read("An old typewriter.").diagnostics if d.code == "no-effect"]
    assert [d for d in words.read("An ancient tree.").diagnostics if d.code == "no-effect"]


@pytest.mark.parametrize("noun", ["gin and tonic", "prosecco", "macchiato", "hummus", "sangria", "hyacinth", "scallop", "loom"])
def test_everyday_nouns_are_known(noun):
    assert not [d for d in read(f"A {noun} on a table.").diagnostics if d.code == "unknown-word"]


@pytest.mark.parametrize(
    ("prompt", "relations"),
    [
        ("Two swans facing each other on a lake.", [("s1", "facing", "s1")]),
        ("A dog and a cat looking at each other.", [("s1", "facing", "s2"), ("s2", "facing", "s1")]),
        ("Two men standing side by side.", []),
    ],
)
def test_who_faces_each_other_faces_the_other(prompt, relations):
    assert [r for r in there(prompt)[1] if r[1] == "facing"] == relations


@pytest.mark.parametrize(
    ("prompt", "colours"),
    [("A white-tailed deer.", []), ("A red-eyed parrot.", []), ("A white deer.", ["white"]), ("A rust-coloured fox.", ["rust"])],
)
def test_the_colour_of_a_part_is_not_the_coats(prompt, colours):
    assert [c.name for c in read(prompt).scene.subjects[0].coat.colours] == colours
