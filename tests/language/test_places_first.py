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


def test_halls_are_themselves_and_lead_where_they_are_named_first():
    for prompt, setting, place in (
        ("a grand ballroom with crystal chandeliers and a couple dancing a waltz", "ballroom", ()),
        ("a throne room with red banners and a stone floor", "great_hall", ()),
        ("an empty hotel lobby at night", "hotel_lobby", ()),
        ("a laundromat at night with a woman reading on a bench", "laundromat", ()),
        ("a crowded nightclub", "nightclub", ()),
        ("an old barn interior with hay bales and a brown horse", "barn_interior", ()),
        ("a wine cellar with oak barrels", "cellar", ()),
        ("a dungeon with a skeleton", "cellar", ("dungeon",)),
    ):
        scene = read(prompt).scene
        assert (scene.environment.setting, scene.environment.place) == (setting, place), prompt
        assert scene.camera.focal_length == 28.0, prompt
    assert not read("a king on a throne in a castle hall").scene.camera.focal_length == 28.0  # of the king


def test_what_is_said_to_be_inside_is_seen_inside():
    for prompt, setting in (
        ("a barn with a tractor inside", "barn_interior"),
        ("a barn with a red roof", "meadow"),
        ("a house with a box inside a crate", "meadow"),
        ("a subway car with three passengers", "carriage"),
        ("a train car with graffiti", "railway_platform"),
    ):
        assert read(prompt).scene.environment.setting == setting, prompt


def test_a_bed_that_is_named_is_the_bed_that_something_is_on():
    for prompt in ("a cat on the bed in a bedroom", "a bedroom with a dog lying on the bed", "a hotel room, a suitcase on the bed"):
        scene = read(prompt).scene
        named = {s.id: s.thing for s in scene.subjects if s.kind == "object"}
        assert any(r.kind == "on" and named.get(r.objects[0]) == "bed" for r in scene.relations), prompt


def test_a_barrel_bears_what_ends_the_list_and_no_barrels():
    scene = read("a wine cellar with oak barrels and a candle on a barrel").scene
    borne = [[s.noun for s in scene.subjects if s.id == r.subject] for r in scene.relations if r.kind == "on"]
    assert borne == [["candle"]]


def test_what_a_place_has_where_it_is_told():
    for prompt, setting, place, features in (
        ("a library with a fireplace and a green armchair", "library", (), {"fireplace"}),
        ("a red convertible on a coastal road", "cliff", ("road",), set()),
        ("a night market with food stalls", "street", ("market",), set()),
    ):
        environment = read(prompt).scene.environment
        assert (environment.setting, environment.place) == (setting, place) and features <= set(environment.features), prompt


def test_lanterns_hang_over_a_street_unless_they_are_put_somewhere():
    for prompt, where in (
        ("a night market with paper lanterns", ("above", "ground")),
        ("paper lanterns on the ground of a street", ("on", "ground")),
        ("a paper lantern on a table", ("on", "ground")),
    ):
        reading = read(prompt)
        assert {(r.kind, r.objects[0]) for r in reading.scene.relations} == {where}, prompt
    assert "assumed-place" in {d.code for d in read("a night market with paper lanterns").diagnostics}
