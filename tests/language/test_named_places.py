"""Rivers, squares, countries' corners and landmarks by their names: where it is when nothing else says so."""

import pytest

from diorama.language import read


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        ("a boat on the Thames at dawn", "city_river"),
        ("fishing boats on the Nile at sunset", "river"),
        ("people in Times Square at night", "street"),
        ("penguins in Antarctica", "snow_field"),
        ("a lion on the Serengeti", "savannah"),
        ("hot air balloons over Cappadocia", "desert"),
        ("a cottage in the Cotswolds", "meadow"),
        ("a couple in Venice", "canal"),
        ("the Golden Gate Bridge in fog", "harbour"),
        ("the pyramids of Giza", "desert"),
        ("the Eiffel Tower in the rain", "park"),
    ],
)
def test_a_name_says_where_it_is(words, setting):
    assert read(words).scene.environment.setting == setting


def test_what_is_told_leads_before_a_name():
    assert read("a mug on a kitchen counter in Venice").scene.environment.setting == "kitchen"
    assert read("the Eiffel Tower across the Seine").scene.environment.setting == "city_river"


def test_a_river_is_no_net_and_its_boats_are_on_it():
    scene = read("a boat on the Seine in Paris").scene
    assert [s.noun for s in scene.subjects] == ["boat"]
    assert [(r.kind, r.objects) for r in scene.relations] == [("on", ("water",))]


def test_along_water_is_ashore_but_for_what_floats():
    assert [r.objects for r in read("bicycles along a canal").scene.relations] == [("ground",)]
    assert [r.objects for r in read("narrowboats along a canal").scene.relations] == [("water",)]


def test_words_that_only_look_like_others_are_what_they_are():
    assert "glass_marble" in [s.thing for s in read("a jar of blue marbles on a windowsill").scene.subjects]
    assert [s.thing for s in read("the blue marble seen from the moon").scene.subjects] == ["earth"]
    assert read("a farmyard with chickens").scene.environment.setting == "meadow"
    assert [s.thing for s in read("one flickering light in an empty hallway").scene.subjects] == ["pendant_lamp"]
    assert [s.thing for s in read("a flickering light bulb on a table").scene.subjects] == ["light_bulb"]


def test_what_floats_in_the_air_floats_and_a_giant_oak_is_no_giant():
    assert ("s1", "above", ("ground",)) in [(r.subject, r.kind, r.objects) for r in read("white sneakers floating in the air").scene.relations]
    assert [s.thing for s in read("a treehouse in a giant oak").scene.subjects] == ["treehouse", "tree"]
    assert [s.kind for s in read("a giant beside a cottage").scene.subjects][0] == "person"


def test_a_hint_of_a_place_hides_no_thing():
    from diorama.language.lexicon import lexicon

    hidden = {" ".join(e) for rows in lexicon().words.values() for e, senses in rows if {s.kind for s in senses} == {"hint"}}
    assert hidden == {"camping", "campsite", "picnic", "picnics", "picnicking", "iv drip", "drip stand"}
    assert [s.thing for s in read("a black cat walking along a white picket fence").scene.subjects] != ["cat"]
    assert [s.noun for s in read("a balloon caught in the branches of a bare tree").scene.subjects] == ["balloon", "bare tree"]


def test_what_hangs_overhead_is_no_angle_of_the_camera():
    street = read("a night market, red paper lanterns overhead").scene
    assert street.camera.angle == "eye_level" and [(r.kind, r.objects) for r in street.relations] == [("above", ("ground",))]
    assert read("overhead shot of a table").scene.camera.angle == "overhead"
    assert read("a desk with a laptop, overhead").scene.camera.angle == "overhead"


def test_wind_is_dry_a_title_is_no_thing_and_a_medium_is_a_style():
    assert read("a girl on a windy hill").scene.environment.weather == "clear"
    assert [s.count for s in read("Title: Night Ferry. Scene: a ferry at night. Light: moon.").scene.subjects] == [1]
    assert [s.noun for s in read("a cat on a chair, oil painting").scene.subjects] == ["cat", "chair"]
    assert "picture_frame" in [s.thing for s in read("a sofa, an oil painting above it").scene.subjects]


def test_what_bears_them_says_where_they_are():
    for words in ("two penguins on an iceberg", "two penguins sharing an umbrella on an iceberg"):
        assert read(words).scene.environment.setting == "sea"
    assert read("two penguins on a rock").scene.environment.setting != "sea"


def test_mars_is_where_one_is_on_it():
    for prompt in ("A rover on Mars", "An astronaut plants a flag on Mars"):
        assert read(prompt).scene.environment.setting == "planet_surface"
    assert read("A poster of Mars on a bedroom wall").scene.environment.setting == "bedroom"


def test_who_operates_on_somebody_is_not_on_them():
    scene = read("A surgeon operating on a patient in an operating theatre").scene
    assert scene.environment.setting == "hospital_room"
    assert [r.kind for r in scene.relations] == ["near"]
