"""Who is bent over something, what they match in, where a street musician is met; each beside its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.scene.subject import Animal, Object, Person


def ties(prompt: str) -> set[tuple[str, str]]:
    scene = read(prompt).scene
    nouns = {s.id: s.noun for s in scene.subjects}
    return {(r.kind, nouns.get(target, target)) for r in scene.relations for target in r.objects}


@pytest.mark.parametrize(("prompt", "on"), [
    ("A man hunched over a laptop", False), ("A seamstress bent over a sewing machine", False),
    ("A blanket draped over a sofa", True), ("A cat sprawled over a laptop", True),
])  # fmt: skip
def test_who_stoops_over_a_thing_is_not_on_it(prompt, on):
    assert any(kind in ("on", "draped_over") for kind, _ in ties(prompt)) == on


def test_somebody_of_a_seldom_trade_who_is_bent_is_somebody():
    seamstress = read("A seamstress bent over a sewing machine by the window").scene.subjects[0]
    assert isinstance(seamstress, Person) and seamstress.posture == "bending"
    assert not any(isinstance(s, Person) for s in read("A bent spoon on a table").scene.subjects)


def test_what_they_match_in_is_worn():
    sisters, *rest = read("two sisters in matching yellow dresses share an ice cream").scene.subjects
    assert isinstance(sisters, Person) and [g.garment for g in sisters.wears] == ["dress"]
    assert not any(s.noun.startswith("dress") for s in rest)
    assert any(s.noun.startswith("dress") for s in read("two yellow dresses on a rail").scene.subjects)


def test_a_dog_whose_breed_is_an_adjective_too_lies_there():
    husky = read("a husky lying on the porch").scene.subjects[0]
    assert isinstance(husky, Animal) and husky.posture == "lying"
    assert isinstance(read("a wooden husky on the porch").scene.subjects[0], Object)


@pytest.mark.parametrize(("prompt", "setting"), [
    ("A street musician plays the cello", "street"), ("a beach vendor sells mangoes", "beach"), ("A musician plays the cello", "plain_room"),
    ("a street musician in a living room", "living_room"),
])  # fmt: skip
def test_who_is_called_by_a_place_is_met_there(prompt, setting):
    assert read(prompt).scene.environment.setting == setting


def test_a_hand_on_another_ones_head_is_not_on_its_own():
    stroking, own = (read(f"a man with his hand on {whose} head").scene.subjects[0] for whose in ("a dog's", "his"))
    assert [a.deed for a in stroking.actions] == ["petting"] and not stroking.gestures
    assert list(own.gestures) == ["hand_on_head"] and not own.actions


def test_a_fragment_before_its_list_is_read():
    prompt = "Photo of my grandmother's kitchen, copper pans hanging over the stove and a cat sitting on the windowsill between two pots of basil."
    assert {"pan", "stove", "cat"} <= {s.thing for s in read(prompt).scene.subjects} | {s.noun for s in read(prompt).scene.subjects}


def test_who_shares_on_a_bench_sits_there():
    assert ties("two sisters share an ice cream on a park bench") == {("holding", "ice cream"), ("on", "park bench")}
    assert ties("an ice cream on a park bench") == {("on", "park bench")}


@pytest.mark.parametrize(("prompt", "time"), [
    ("The sun is setting behind a ruined castle.", "sunset"), ("The sun rises over a wheat field.", "sunrise"),
    ("A man sets a cup on a table, the sun on it.", "morning"),
])  # fmt: skip
def test_what_the_sun_does_tells_the_hour(prompt, time):
    assert read(prompt).scene.lighting.time == time


def test_whom_something_is_done_to_is_nobodys_other_name():
    barber, man = (s for s in read("a barber shaving an old man by the window").scene.subjects if isinstance(s, Person))
    assert (barber.role, barber.age, man.age) == ("barber", None, 72) and [a.objects for a in barber.actions] == [(man.id,)]
    assert len(read("The barber, an old man, stands by the window.").scene.subjects) == 1


def test_commuters_are_people_and_their_train_is_one():
    assert isinstance(read("commuters hurry past a busker").scene.subjects[0], Person)
    assert read("a commuter train at a station").scene.subjects[0].thing == "train"


def test_who_leans_over_something_bends_over_it():
    prompt = "A surgeon and two nurses lean over a teddy bear on an operating table."
    surgeon, nurses = (s for s in read(prompt).scene.subjects if isinstance(s, Person))
    assert surgeon.posture == nurses.posture == "bending" and ("on", "table") in ties(prompt)
    assert {r.subject for r in read(prompt).scene.relations if r.kind == "on"} == {next(s.id for s in read(prompt).scene.subjects if s.noun == "teddy bear")}
    leaning = read("a man leans against a wall").scene.subjects[0]
    assert isinstance(leaning, Person) and leaning.posture == "leaning"
