"""What somebody is about, told by verbs, parts of a body and nouns of activities; what is told of hair and years in passing. Each has its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read


def person(prompt: str):
    return next(s for s in read(prompt).scene.subjects if s.kind == "person")


@pytest.mark.parametrize(
    ("prompt", "deed"),
    [
        ("A grandmother knitting in an armchair", "knitting"),
        ("A girl brushing her teeth", "brushing_teeth"),
        ("A woman brushing her hair", "brushing_hair"),
        ("A man shaving in a bathroom", "shaving"),
        ("A man digging in a garden with a shovel", "digging"),
        ("A little girl blowing out candles on a birthday cake", "blowing"),
        ("A chef flipping a pancake in a frying pan", "cooking"),
        ("A woman studying in a library", "writing"),
        ("A chef chopping onions", "cutting"),
        ("A chef slicing onions", "cutting"),
        ("A man chopping logs", "chopping"),
        ("A man splitting logs", "chopping"),
        ("A man splits firewood with an axe", "chopping"),
    ],
)
def test_what_is_done(prompt, deed):
    assert deed in [a.deed for a in person(prompt).actions]


@pytest.mark.parametrize(
    ("prompt", "deed"),
    [
        ("A woman studying a painting", "writing"),
        ("A man brushing a coat", "petting"),
        ("A man with brushed hair", "brushing_hair"),
        ("A couple splitting a pizza", "chopping"),
        ("A butcher chopping meat", "chopping"),
    ],
)
def test_what_is_not_done(prompt, deed):
    assert deed not in [a.deed for a in person(prompt).actions]


@pytest.mark.parametrize(
    ("prompt", "posture"), [("A woman doing yoga on a beach", "meditating"), ("A baby crawling on a carpet", "crawling"), ("A woman doing the dishes", None)]
)
def test_activities_are_postures(prompt, posture):
    assert person(prompt).posture == posture


@pytest.mark.parametrize(
    ("prompt", "years"),
    [
        ("Headshot of a boy with freckles, about 8, in a t-shirt", 8),
        ("A woman aged 52 with a ponytail", 52),
        ("A little girl in a garden", 5),
        ("A girl in a little garden", 9),
        ("A portrait of a woman, about 85mm, f/2", None),
    ],
)
def test_years_told_in_passing(prompt, years):
    assert person(prompt).age == years


@pytest.mark.parametrize(
    ("prompt", "colour"), [("A smiling redheaded boy", "rust"), ("A blonde woman drinking coffee", "straw"), ("A woman with a blonde guitar", None)]
)
def test_hair_told_of_somebody_as_a_whole(prompt, colour):
    told = person(prompt).hair.colour
    assert (told.name if told else None) == colour


def test_a_sitter_has_what_a_portrait_is_said_to_be_with():
    told = person("Close-up portrait of a young black man with dreadlocks and a denim jacket, golden hour")
    assert told.hair.styles == ("dreadlocks",) and [w.garment for w in told.wears] == ["jacket"]


def test_outdoors_before_in_is_outdoors():
    assert read("Headshot of a boy, outdoors in bright sun").scene.environment.setting == "park"
    assert read("Headshot of a boy in bright sun by a window").scene.environment.setting == "plain_room"


def test_furniture_after_another_noun_is_no_verb():
    """ "Table" was the verb of the sentence, and there was no table."""
    scene = read("Three students studying at a library table with laptops").scene
    assert [s.noun for s in scene.subjects] == ["student", "library table", "laptop"]
    assert [s.noun for s in read("Roses on a kitchen wall").scene.subjects] == ["rose"]


@pytest.mark.parametrize(("prompt", "years"), [("A father carrying his daughter", 5), ("A father and his daughter", None)])
def test_who_is_carried_is_small(prompt, years):
    assert next(s for s in read(prompt).scene.subjects if s.noun == "daughter").age == years


@pytest.mark.parametrize("prompt", ["A plumber in a kitchen", "A florist arranging roses", "A drummer playing drums on stage", "A biker beside a motorcycle"])
def test_trades_are_people(prompt):
    assert person(prompt).role in ("plumber", "florist", "drummer", "biker")


@pytest.mark.parametrize("prompt", ["A biker jacket on a chair", "A vacuum cleaner on a rug"])
def test_what_is_called_after_a_trade_is_none(prompt):
    assert not [s for s in read(prompt).scene.subjects if s.kind == "person"]


def first(prompt: str):
    return read(prompt).scene.subjects[0]


def related(prompt: str) -> set[str]:
    scene = read(prompt).scene
    names = {s.id: s.noun for s in scene.subjects}
    return {f"{names[r.subject]} {r.kind} {' '.join(names.get(o, o) for o in r.objects)}" for r in scene.relations}


@pytest.mark.parametrize(
    ("prompt", "posture"),
    [
        ("People queue outside a bakery", "standing"),
        ("A man slumps in an armchair", "sitting"),
        ("A runner collapses on a track", "kneeling"),
        ("A girl spins in a meadow", "dancing"),
        ("A wanderer heads towards a castle", "walking"),
        ("A boy leans against a wall", "leaning"),
        ("A boy leans a ladder against a wall", None),
        ("A woman sits her doll on a chair", None),
        ("A wolf waits by a gate", "standing"),
        ("A bear crosses a river", "walking"),
        ("A fox sneaks through a garden", "walking"),
        ("A kingfisher bursts out of the water", "flying"),
        ("A whale bursts out of the sea", "leaping"),
        ("A seagull heads across the sea", "flying"),
        ("People with umbrellas hurry past a shop", "walking"),
        ("A boy flees from a dog", "running"),
    ],
)
def test_verbs_by_their_kind_are_postures(prompt: str, posture: str | None) -> None:
    assert first(prompt).posture == posture


def test_what_is_put_is_there_and_not_who_puts_it() -> None:
    assert "doll on chair" in related("A woman sits her doll on a chair")
    assert "woman on chair" in related("A woman sits on a chair with her doll")


@pytest.mark.parametrize(
    ("prompt", "gesture"),
    [
        ("A woman shades her eyes with one hand", "shading_eyes"),
        ("A boy covers his ears", "covering_ears"),
        ("A girl hides her face in her hands", "covering_face"),
        ("A man scratches his head", "hand_on_head"),
        ("A man with his hand on his heart", "hand_on_chest"),
        ("A woman stands with her arms outstretched in a field", "arms_outstretched"),
        ("A boy reaches for an apple on a high shelf", "reaching"),
        ("A man cheers in a stadium", "arms_raised"),
    ],
)
def test_what_is_done_with_a_part_of_the_body_is_a_gesture(prompt: str, gesture: str) -> None:
    assert gesture in first(prompt).gestures


@pytest.mark.parametrize("prompt", ["A man covers a table with a cloth", "A boy scratches a dog", "A lamp shades a desk", "A woman with blue eyes on a beach"])
def test_what_is_done_with_other_things_is_none(prompt: str) -> None:
    assert not [g for s in read(prompt).scene.subjects if s.kind == "person" for g in s.gestures]


@pytest.mark.parametrize(
    ("prompt", "deed"),
    [
        ("A chef tosses a pizza in the air", "throwing"),
        ("A girl wraps her arms around a dog", "hugging"),
        ("A couple strolls hand in hand on a beach", "holding_hands"),
        ("A waitress wipes the counter", "working"),
        ("A worker pours coffee from a flask", "pouring"),
        ("A woman checks her phone at a bus stop", "looking"),
    ],
)
def test_verbs_by_their_kind_are_deeds(prompt: str, deed: str) -> None:
    assert deed in [a.deed for a in person(prompt).actions]


@pytest.mark.parametrize("prompt", ["A student raises her hand in a classroom", "A woman throws her head back", "A bed with folded laundry beside a woman"])
def test_what_is_no_deed(prompt: str) -> None:
    assert not person(prompt).actions


def test_who_is_watched_is_who_does_something_and_not_where_one_watches_from() -> None:
    prompt = "A chef tosses a pizza as two waiters watch from the doorway"
    chef = first(prompt)
    waiter = next(s for s in read(prompt).scene.subjects if s.noun == "waiter")
    assert [a.objects for a in waiter.actions] == [(chef.id,)]
    scene = read("A chef tosses a pizza as two waiters watch a cat").scene
    assert [scene.subjects[[s.noun for s in scene.subjects].index("waiter")].actions[0].objects] == [(scene.subjects[-1].id,)]


def test_what_is_given_is_in_the_hand_and_who_is_given_it_is_looked_at() -> None:
    giver = first("A woman gives an apple to a child")
    assert [(a.deed, a.objects) for a in giver.actions] == [("giving", ("s2", "s3"))] and giver.gaze == "s3"
    assert [a.deed for a in first("A woman shows an apple to a child").actions] == ["holding"]
    assert [(a.deed, a.objects) for a in first("A nurse bandages a boy's arm").actions] == [("tending", ("s2",))]
    assert "tending" not in [a.deed for a in first("A boxer bandages his own hands").actions]
    assert "woman holding phone" in related("A woman checks her phone at a bus stop")
    assert "woman holding oven" not in related("A woman checks the oven in a kitchen")
    assert "worker holding flask" in related("A worker pours coffee from a flask")


def test_who_peeks_out_of_a_thing_is_in_it() -> None:
    assert "puppy in basket" in related("A puppy peeks out of a basket")
    assert "puppy in basket" not in related("A puppy jumps out of a basket")


def test_what_pretends_or_tries_has_the_look_of_what_follows() -> None:
    reading = read("A boy pretends to be asleep on a sofa")
    assert reading.scene.subjects[0].eyes == "closed" and "couch" in [s.thing for s in reading.scene.subjects]
    assert not [d for d in reading.diagnostics if d.code == "no-effect"]
    assert [d for d in read("A boy tries in vain").diagnostics if d.code in ("no-effect", "unknown-word")]
