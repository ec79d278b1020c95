"""How people and animals are held and turned, and what words near them must not become: short prompts that were once misread."""

from __future__ import annotations

import pytest

from diorama.language import Reading, read


def first(reading: Reading):
    return reading.scene.subjects[0]


def idle(reading: Reading) -> set[str]:
    return {p.text for p in reading.phrases if p.status in ("no_effect", "not_understood")}


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("a woman riding a bicycle", "posture", "riding"),
        ("a man with his arms crossed in a suit", "gestures", ("arms_crossed",)),
        ("a man with crossed arms", "gestures", ("arms_crossed",)),
        ("A man crosses his arms.", "gestures", ("arms_crossed",)),
        ("a teenager with hands in her pockets", "gestures", ("hands_in_pockets",)),
        ("a girl with her hands on her hips", "gestures", ("hands_on_hips",)),
        ("a woman in profile", "turned", 90.0),
        ("a three-quarter view of a man in a hat", "turned", 45.0),
        ("a man seen from behind on a beach", "turned", 180.0),
        ("a woman looking over her shoulder", "turned", 150.0),
        ("a dancer mid-leap on a stage", "posture", "jumping"),
        ("a dog mid-jump over a fence", "posture", "leaping"),
        ("a fast running dog", "posture", "running"),
        ("a clownfish hides in an anemone", "species", "clownfish"),
    ],
)
def test_a_stance_is_read_and_has_its_words(prompt, field, value):
    reading = read(prompt)
    assert getattr(first(reading), field) == value
    assert not idle(reading) & {"riding", "arms", "hands", "crossed", "in profile", "running"}


@pytest.mark.parametrize("prompt", ["a man with his arms crossed", "a teenager with hands in her pockets", "a woman riding a bicycle and a dog"])
def test_parts_of_a_body_are_no_things(prompt):
    assert not {s.noun for s in read(prompt).scene.subjects} & {"arms", "hands", "hand", "pockets", "handbag"}


def test_a_couple_is_two_people_who_hold_hands():
    couple = first(read("a couple holding hands on a beach"))
    assert (couple.kind, couple.count, couple.actions[0].deed) == ("person", 2, "holding_hands")
    assert [s.count for s in read("a couple of mugs on a table").scene.subjects] == [2]


def test_a_silhouette_is_of_somebody_who_is_there():
    reading = read("the silhouette of a man against a sunset")
    assert first(reading).kind == "person" and reading.scene.lighting.mood == "low_key"
    assert all(s.kind != "person" for s in read("a mug with the silhouette of a man on a table").scene.subjects)


def test_a_bag_over_a_shoulder_turns_nobody():
    assert first(read("a woman with a bag over her shoulder")).turned is None


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a horse in morning fog", "meadow"),
        ("a dog in the rain", "street"),
        ("a country lane in autumn", "meadow"),
        ("an empty highway at dusk", "meadow"),
        ("an empty highway in the desert", "desert"),
        ("a lion", "savannah"),
        ("zebras on the African plains", "savannah"),
        ("two elephants at a waterhole", "savannah"),
        ("a camel", "desert"),
        ("a deer", "forest"),
        ("a walrus", "snow_field"),
        ("an octopus", "underwater"),
        ("a plush octopus", "studio"),
        ("two glass elephants", "studio"),
    ],
)
def test_animals_and_roads_are_in_the_country(prompt, setting):
    assert read(prompt).scene.environment.setting == setting


@pytest.mark.parametrize(
    ("prompt", "framing"),
    [
        ("a portrait of a lion", "medium_close"),
        ("the face of a tiger", "close_up"),
        ("a lion's head", "close_up"),
        ("a head and shoulders portrait of a wolf", "medium_close"),
        ("a close-up of a horse", "close_up"),
        ("a lion in the grass", "full"),
        ("a portrait of a dog on a sofa", "full"),
    ],
)
def test_a_portrait_of_an_animal_is_of_its_head(prompt, framing):
    assert read(prompt).scene.camera.framing == framing


@pytest.mark.parametrize(("prompt", "time"), [("a cat on a windowsill at golden hour", "golden_hour"), ("two cats on a wall at blue hour", "blue_hour")])
def test_the_golden_hour_is_no_measure(prompt, time):
    assert read(prompt).scene.lighting.time == time


def test_morning_fog_tells_the_hour():
    assert read("a horse in morning fog").scene.lighting.time == "morning"


def test_food_is_more_than_bread():
    reading = read("a table full of food")
    assert {"bread", "cheese", "apple"} <= {s.thing for s in reading.scene.subjects}
    assert "assumed-kind" in {d.code for d in reading.diagnostics}


def test_the_colour_of_what_bears_words_stays_its_own():
    bottle = first(read('a blue bottle reading "A"'))
    assert [c.name for c in bottle.surface.colours] == ["blue"] and bottle.labels[0].colour is None
    sign = first(read('a sign with red letters reading "OPEN"'))
    assert sign.labels[0].colour.name == "red" and not sign.surface.colours


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("an astronaut's helmet in space", ["helmet"]),
        ("a woman's shoe on a table", ["shoe"]),
        ("a man in a hoodie with a backpack", ["person"]),
        ("a man wearing a watch", ["person"]),
        ("a backpack on a chair", ["backpack", "chair"]),
    ],
)
def test_what_is_somebodys_is_there_without_them_and_what_is_worn_is_on_them(prompt, things):
    assert [s.thing for s in read(prompt).scene.subjects] == things


@pytest.mark.parametrize(
    ("prompt", "azimuth", "kelvin"),
    [("a woman in a cafe, warm light from the left", -75, 3200), ("a woman in a cafe, warm tungsten fill light from the left, 85mm f/1.8", -75, 2900)],
)
def test_a_light_without_an_article_is_no_doing(prompt, azimuth, kelvin):
    (light,) = read(prompt).scene.lighting.lights
    assert (light.azimuth, light.kelvin) == (azimuth, kelvin)


@pytest.mark.parametrize(
    ("prompt", "lights"),
    [
        (
            "a woman in a cafe, diffused overhead light from skylights, warm tungsten fill from the left",
            [("key", "skylight", "diffused", 0, 85), ("fill", "lamp", "medium", -75, None)],
        ),
        ("a mug, soft window light from the left, tungsten fill from the right", [("key", "window", "soft", -75, 25), ("fill", "lamp", "medium", 75, None)]),
    ],
)
def test_a_fill_is_a_light_beside_the_one_that_it_fills_up(prompt, lights):
    told = [(light.role, light.source, light.quality, light.azimuth, light.elevation) for light in read(prompt).scene.lighting.lights]
    assert [t[:4] for t in told] == [t[:4] for t in lights]
    assert all(asked[4] in (None, got[4]) for got, asked in zip(told, lights, strict=True))


@pytest.mark.parametrize(
    ("prompt", "sex"),
    [
        ("Three men walking on the beach. The man on the left wears a red shirt.", "male"),
        ("Three friends walking on the beach; the man on the left wears a red shirt", "male"),
        ("Two women on a bench, the woman on the left in a red shirt", "female"),
    ],
)
def test_who_is_told_by_their_side_is_one_of_several(prompt, sex):
    scene = read(prompt).scene
    rest, one = [s for s in scene.subjects if s.kind == "person"]
    assert one.count == 1 and one.sex == sex and rest.count + 1 == {"Th": 3, "Tw": 2}[prompt[:2]]
    assert [w.garment for w in one.wears] == ["shirt"] and not rest.wears
    assert ("left_of", (rest.id,)) in [(r.kind, r.objects) for r in scene.relations if r.subject == one.id]


def test_a_man_on_the_left_is_none_of_two_women():
    scene = read("Two women on a beach. The man on the left holds a cup.").scene
    assert {s.noun: s.count for s in scene.subjects if s.kind == "person"} == {"woman": 2, "man": 1}


def test_what_the_one_in_a_portrait_wears_is_worn():
    (man,) = read("Portrait of a man with glasses, wearing a navy sweater").scene.subjects
    assert [w.garment for w in man.wears] == ["glasses", "sweater"]


@pytest.mark.parametrize("worn", ["an orange vest", "a yellow hard hat and orange vest", "a long red coat"])
def test_who_kneels_in_clothes_wears_them_and_kneels(worn):
    (worker,) = read(f"A worker in {worn} kneeling on the ground").scene.subjects
    assert worker.posture == "kneeling" and worker.wears[-1].garment == worn.split()[-1]


@pytest.mark.parametrize(
    ("prompt", "posture"),
    [
        ("A woman in a white blouse and jeans leaning on a brick wall", "leaning"),
        ("A boy in shorts running on a beach", "running"),
        ("A man in a suit sitting on a bench", "sitting"),
        ("A man in a red coat hanging on a hook", None),
    ],
)
def test_what_is_said_after_the_clothes_is_said_of_who_wears_them(prompt, posture):
    assert read(prompt).scene.subjects[0].posture == posture
