"""Somebody in something who does something: what is worn, what is done, and what it is done on or to; how near who is told of by the face is seen."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.postures import base


@pytest.mark.parametrize(
    ("prompt", "garment", "deed", "thing"),
    [
        ("A young woman with a short black bob in a mustard sweater watering tomatoes in a greenhouse", "sweater", "watering", "tomato"),
        ("An elderly man with a white beard in a tweed jacket feeding pigeons in a square", "jacket", "feeding", "pigeon"),
        ("A bald man in a black tank top lifting dumbbells in a gym", "tank_top", "holding", "dumbbell"),
        ("An old woman with a white bun in a purple cardigan knitting in an armchair by the fire", "cardigan", "knitting", None),
        ("A tall Black man with a shaved head in a white shirt pouring coffee in a kitchen", "shirt", "pouring", "coffee"),
        ("A woman with short silver hair in a linen dress painting at an easel by the sea", "dress", "painting", "easel"),
        ("A girl of twelve with a black ponytail in a green jersey kicking a football on a field", "jersey", "kicking", "football"),
        ("A young man with an afro in an orange jacket riding a bicycle through a park", "jacket", "riding", "bicycle"),
    ],
)
def test_who_is_in_clothes_wears_them_and_does_what_follows(prompt: str, garment: str, deed: str, thing: str | None) -> None:
    scene = read(prompt).scene
    one = scene.subjects[0]
    assert one.kind == "person" and garment in [g.garment for g in one.wears]
    done = {a.deed: a.objects for a in one.actions}
    names = {s.id: s.noun for s in scene.subjects}
    assert deed in done and (thing is None or thing in [names[o] for o in done[deed]])
    assert not any(r.kind == "in" and r.subject == one.id and names.get(o) == thing for r in scene.relations for o in r.objects)


def test_what_clothes_do_by_themselves_is_not_what_who_wears_them_does() -> None:
    matching = read("A woman in a dress matching her shoes").scene.subjects[0]
    assert not matching.actions and matching.wears[0].garment == "dress"
    blowing = read("A woman in a red dress blowing in the wind").scene.subjects[0]
    assert not any(a.deed == "blowing" for a in blowing.actions)
    assert [s.noun for s in read("A scarf in a coat pocket").scene.subjects][0] == "scarf"


def test_who_jumps_in_a_raincoat_jumps() -> None:
    girl = read("A teenage girl with braids in a yellow raincoat jumping in a puddle on a street").scene.subjects[0]
    assert girl.posture == "jumping" and girl.wears[0].garment == "raincoat"


@pytest.mark.parametrize(
    ("prompt", "taken"),
    [("A woman taking a photograph of a bridge", "bridge"), ("A man takes a picture of his dog", "dog"), ("A girl taking a selfie on a beach", None)],
)
def test_a_picture_that_is_taken_is_no_thing(prompt: str, taken: str | None) -> None:
    scene = read(prompt).scene
    names = {s.id: s.noun for s in scene.subjects}
    assert [[names[o] for o in a.objects] for a in scene.subjects[0].actions if a.deed in ("photographing", "taking_selfie")] == [[taken] if taken else []]
    assert not {"photograph", "picture", "selfie"} & set(names.values())


def test_a_photograph_that_is_held_is_a_thing() -> None:
    assert "photograph" in [s.noun for s in read("A man holding a photograph").scene.subjects]


def test_who_skateboards_rides_and_the_verb_of_riding_is_to_ride() -> None:
    boy = read("A boy in a red hoodie skateboarding down a street").scene.subjects[0]
    assert (boy.posture, boy.role, boy.wears[0].garment) == ("riding", "skateboarder", "hoodie")
    assert [base(w) for w in ("riding", "hiding", "sitting", "knitting", "baking", "reading")] == ["ride", "hide", "sit", "knit", "bake", "read"]


@pytest.mark.parametrize(
    ("prompt", "framing"),
    [
        ("A laughing child with freckles", "medium_close"),
        ("A man with a beard", "medium_close"),
        ("An old woman", "medium"),
        ("A woman with red hair in a park", "medium"),
        ("A girl with braids jumping", "full"),
        ("A sad boy in a red coat", "full"),
    ],
)
def test_who_is_told_of_by_the_face_alone_is_seen_from_near(prompt: str, framing: str) -> None:
    assert read(prompt).scene.camera.framing == framing


def test_a_window_with_rain_on_it_is_shown_and_sharp_enough_to_be_seen() -> None:
    for prompt in ("A woman reading a book by a rain-streaked window at dusk", "A man drinking tea in a kitchen, rain on the window"):
        reading = read(prompt)
        assert "rain_on_window" in reading.scene.environment.features and not [d for d in reading.diagnostics if d.code == "not-shown"]
        assert reading.scene.camera.f_number >= 5.6
    assert read("A woman reading a book by a rain-streaked window, f/2").scene.camera.f_number == 2.0


def test_who_is_by_the_sea_is_on_its_shore_and_a_boat_on_the_sea_is_not() -> None:
    assert read("A woman painting at an easel by the sea").scene.environment.setting == "beach"
    assert read("A sailing boat on the sea").scene.environment.setting == "sea"


def test_hair_wears_no_shirt_and_years_are_read_in_words() -> None:
    assert read("A young woman with long red curls").scene.subjects[0].hair.texture == "curly"
    assert [read(p).scene.subjects[-1].thing for p in ("A man stirring a pot in a kitchen", "A pot on a windowsill")] == ["saucepan", "flower_pot"]
    man = read("A man with a shaved head in a black T-shirt").scene.subjects[0]
    assert [g.garment for g in man.wears] == ["t-shirt"]
    assert read("A ninety-year-old man").scene.subjects[0].age == 90
    assert read("A man winking").scene.subjects[0].eyes == "winking"
    assert read("A man looking to the left").scene.subjects[0].gaze == "left"


@pytest.mark.parametrize(
    ("prompt", "deed"),
    [
        ("A man chopping wood in a forest", "chopping"),
        ("A woman boxing in a gym", "boxing"),
        ("A politician giving a speech in a hall", "speaking"),
        ("A teacher delivers a lecture", "speaking"),
        ("A woman cutting bread", "cutting"),
    ],
)
def test_deeds_of_the_whole_body_and_of_words_are_shown(prompt: str, deed: str) -> None:
    assert [a.deed for a in read(prompt).scene.subjects[0].actions] == [deed]


@pytest.mark.parametrize(
    ("prompt", "worn"),
    [
        ("Two women on a bench, one in a red coat, the other in a grey jumper", [["jumper"], ["coat"]]),
        ("Two women sit on a bench, one in a red coat and the other in a grey jumper", [["jumper"], ["coat"]]),
        ("Two friends, one wearing a hat and one with a scarf", [["scarf"], ["hat"]]),
        ("Three children in a garden, one wearing a yellow raincoat", [[], ["raincoat"]]),
        ("Two women in red coats on a bench", [["coat"]]),
    ],
)
def test_of_several_each_wears_what_is_told_of_them(prompt: str, worn: list[list[str]]) -> None:
    subjects = read(prompt).scene.subjects
    assert [[g.garment for g in s.wears] for s in subjects if s.kind == "person"] == worn
    assert not {"coat", "jumper", "hat", "scarf", "raincoat"} & {s.noun for s in subjects}


def test_of_several_each_has_the_hair_that_is_told_of_them() -> None:
    one, other = read("Two girls, one with red hair and the other with a black ponytail").scene.subjects
    assert (one.hair.styles, one.hair.colour.name) == (("ponytail",), "black") and (other.hair.styles, other.hair.colour.name) == ((), "red")
    together = read("Two girls with red hair").scene.subjects
    assert [(s.count, s.hair.colour.name) for s in together] == [(2, "red")]


def test_hair_is_in_a_bun_and_who_has_it_knits() -> None:
    scene = read("An elderly woman with white hair in a bun knitting in an armchair").scene
    woman = scene.subjects[0]
    assert woman.hair.styles == ("bun",) and [a.deed for a in woman.actions] == ["knitting"]
    assert [(r.kind, scene.subjects[1].thing) for r in scene.relations if r.subject == woman.id] == [("in", "armchair")]
    assert "bun" not in read("A basket of buns on a table").scene.subjects[0].model_dump().get("hair", {}).get("styles", ())


@pytest.mark.parametrize(
    ("prompt", "held"), [("A man in a suit walking down a street with a leather briefcase", True), ("A woman with a handbag", False)]
)
def test_cases_are_carried_and_bags_are_worn(prompt: str, held: bool) -> None:
    scene = read(prompt).scene
    assert any(r.kind == "holding" for r in scene.relations) == held
    assert ("handbag" in [g.garment for g in scene.subjects[0].wears]) != held


@pytest.mark.parametrize(
    ("prompt", "held"),
    [("A man in a suit with a newspaper", ["newspaper"]), ("A boy in a t-shirt with a guitar on it", []), ("A woman in a dress with flowers", [])],
)
def test_what_somebody_in_clothes_is_with_is_in_their_hand(prompt: str, held: list[str]) -> None:
    scene = read(prompt).scene
    names = {s.id: s.noun for s in scene.subjects}
    assert [names[o] for r in scene.relations if r.kind == "holding" for o in r.objects] == held


@pytest.mark.parametrize(
    ("prompt", "framing"),
    [
        ("A musician playing a guitar on a stage", "medium"),
        ("A man holding an umbrella on a street", "full"),
        ("A man carrying a surfboard on a beach", "full"),
        ("A cook in an apron stirring a pot in a kitchen", "medium"),
        ("A woman in a red dress in a kitchen", "full"),
        ("A man in a suit in a cafe", "medium"),
        ("A man in a coat in a cafe", "full"),
    ],
)
def test_what_hands_are_at_is_seen_from_the_waist_up_and_what_reaches_farther_whole(prompt: str, framing: str) -> None:
    assert read(prompt).scene.camera.framing == framing
