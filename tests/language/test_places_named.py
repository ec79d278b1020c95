"""Places by their names, in many forms: each is the setting that is built for it, and nothing is told to stand in."""

from __future__ import annotations

import pytest

from diorama.language import read, stand_in


@pytest.mark.parametrize(
    ("prompt", "setting", "place"),
    [
        ("a boat on a Venetian canal at dawn", "canal", "venice"),
        ("a woman beside a canal in Amsterdam", "canal", None),
        ("fishing boats in a harbour at sunrise", "harbour", None),
        ("an old lighthouse at the harbour", "harbour", None),
        ("a stone bridge over a river in a city", "city_river", None),
        ("a tiger in the jungle", "jungle", None),
        ("a parrot in a tropical rainforest", "jungle", None),
        ("kids in a classroom", "classroom", None),
        ("a scientist in a laboratory", "laboratory", None),
        ("a nurse in a hospital room", "hospital_room", None),
        ("a priest in a church", "church_interior", None),
        ("a woman in a grocery store", "supermarket", None),
        ("a baker in a bakery", "bakery", None),
        ("a man lifting weights in a gym", "gym", None),
        ("a basketball in a gymnasium", "sports_hall", None),
        ("a marble statue in a museum", "museum", None),
        ("a worker in a factory", "factory", None),
        ("a wooden crate in a warehouse", "warehouse", None),
        ("a car in a garage", "garage", None),
        ("tomato plants in a greenhouse", "greenhouse", None),
        ("a busker in a subway station", "subway", None),
        ("an astronaut on the moon", "moon_surface", None),
        ("a robot on Mars", "planet_surface", "mars"),
        ("a tennis player on a tennis court", "sports_field", "tennis"),
        ("a footballer in a stadium", "sports_field", "stadium"),
        ("a red car in a parking lot", "parking_lot", None),
        ("a woman sitting by the pool", "pool", None),
        ("a knight in a castle courtyard", "courtyard", "castle"),
        ("a monk in a cloister", "courtyard", "cloister"),
        ("a fox among ancient ruins", "ruins", None),
    ],
)
def test_a_place_that_is_built_stands_for_itself(prompt, setting, place):
    reading = stand_in(read(prompt))
    assert reading.scene.environment.setting == setting
    assert place is None or place in reading.scene.environment.place
    assert not [d for d in reading.diagnostics if d.code == "stand-in"]


@pytest.mark.parametrize(
    ("prompt", "thing", "setting"),
    [
        ("a white church on a hill", "church", "meadow"),
        ("a greenhouse in a garden", "greenhouse", "garden"),
        ("a toy church on a table", "church", "living_room"),
        ("the planet Saturn in space", "saturn", "space"),
    ],
)
def test_a_building_that_is_seen_from_without_stays_a_thing(prompt, thing, setting):
    scene = read(prompt).scene
    assert scene.environment.setting == setting and thing in {s.thing for s in scene.subjects}


def test_the_moon_over_a_lake_is_no_ground():
    environment = read("a full moon over a lake").scene.environment
    assert environment.setting == "lake" and "moon" in environment.features
