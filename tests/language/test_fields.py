"""What is sown in a field is the place, not a thing in it."""

import pytest

from diorama.language import read


@pytest.mark.parametrize(
    ("prompt", "crop"),
    [
        ("a field of tulips with a windmill", "tulips"),
        ("field of red tulips at sunrise", "tulips"),
        ("tulip fields under a blue sky", "tulips"),
        ("endless rows of sunflowers", "sunflowers"),
        ("a red tractor in a field of sunflowers", "sunflowers"),
        ("rows of vines on a hillside", "vines"),
        ("a vineyard at sunset", "vines"),
        ("a cornfield at dusk", "maize"),
        ("a farm with fields of canola", "rape"),
    ],
)
def test_a_field_is_sown(prompt, crop):
    scene = read(prompt).scene
    environment = scene.environment
    assert environment.setting == "meadow" and crop in {*environment.place, *environment.features}
    assert not [s for s in scene.subjects if s.thing in ("tulip", "sunflower", "corn", "bush")]


def test_its_colour_is_what_blooms_there():
    environment = read("a field of red tulips").scene.environment
    assert [c.name for c in environment.ground.colours] == ["red"]


@pytest.mark.parametrize("prompt", ["three tulips in a vase", "a vase of sunflowers on a table", "a row of sunflowers in terracotta pots on a windowsill"])
def test_flowers_elsewhere_are_things(prompt):
    assert [s for s in read(prompt).scene.subjects if s.thing in ("tulip", "sunflower")]


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("a cosy cafe interior with wooden tables", "cafe"), ("a living room interior with a grey sofa", "living_room"), ("a kitchen interior", "kitchen")],
)
def test_the_word_before_interior_says_which(prompt, setting):
    assert read(prompt).scene.environment.setting == setting
