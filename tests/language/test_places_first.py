"""Whose picture it is where a place is named first, and what is told of the sky over a place."""

from __future__ import annotations

from diorama.studio.words import read


def test_a_room_that_is_named_first_is_what_the_picture_shows():
    for prompt, focal in (
        ("a cozy living room with a fireplace and a cat asleep on the armchair", 28.0),
        ("a child's bedroom with bunk beds where two kids are playing", 28.0),
        ("a cat sleeping in a living room", 70.0),
    ):
        assert read(prompt).scene.camera.focal_length == focal, prompt


def test_the_sky_is_over_the_place_that_is_under_it():
    for prompt, setting, time, stars in (
        ("a starry sky over snowy mountains", "mountains", "night", True),
        ("a sunset sky over the ocean with a sailboat", "sea", "sunset", False),
        ("a cloudy sky over a wheat field", "meadow", "morning", False),
        ("clouds in a blue sky", "sky", "morning", False),
    ):
        scene = read(prompt).scene
        assert (scene.environment.setting, scene.lighting.time, "stars" in scene.environment.features) == (setting, time, stars), prompt
        assert (scene.camera.angle == "low") == stars, prompt


def test_what_houses_have_is_no_place_and_a_worktop_no_floor():
    street = read("a narrow Lisbon street with balconies and laundry").scene
    assert street.environment.setting == "street" and [s.thing for s in street.subjects] == ["clothesline"]
    assert read("a woman standing on a balcony").scene.environment.setting == "rooftop"
    assert read("a modern kitchen with a marble island").scene.environment.ground.material is None
    assert read("a dog in a kitchen with a marble floor").scene.environment.ground.material == "marble"


def test_what_lamps_light_is_lit_in_the_evening():
    for prompt, time in (
        ("a snowy street lit by street lamps", "evening"),
        ("A mother reading a bedtime story to her two children.", "evening"),
        ("a street lamp in a park", "afternoon"),
        ("a lamp on a desk by a window", "morning"),
        ("a street lit by street lamps at dawn", "dawn"),
    ):
        assert read(prompt).scene.lighting.time == time, prompt


def test_from_which_side_somebody_is_seen():
    for prompt, azimuth, turned in (
        ("a couple walking along a beach, seen from behind", 180.0, None),
        ("a woman from behind looking at the sea", 0.0, 180.0),
        ("a woman in a red dress in profile", 0.0, 90.0),
        ("a cat jumps out from behind a sofa where a man sits", 0.0, None),
    ):
        scene = read(prompt).scene
        person = next(s for s in scene.subjects if s.kind == "person")
        assert (scene.camera.azimuth, person.turned) == (azimuth, turned), prompt
