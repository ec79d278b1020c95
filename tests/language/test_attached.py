"""What a preposition or a participle is told of: who is in the wheelchair, who holds the staff, what leans on the wall. Each row beside its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.scene import Person


def ties(prompt: str) -> set[tuple[str, str, str]]:
    scene = read(prompt).scene
    names = {s.id: s.noun for s in scene.subjects}
    return {(names[r.subject], r.kind, names.get(o, o)) for r in scene.relations for o in r.objects}


@pytest.mark.parametrize(
    ("prompt", "told", "not_told"),
    [
        ("a nurse pushing an elderly man in a wheelchair", ("man", "in", "wheelchair"), ("nurse", "in", "wheelchair")),
        ("a woman feeding pigeons on a bench", ("woman", "on", "bench"), ("pigeon", "on", "bench")),
        ("a girl holds an umbrella over a puppy", ("umbrella", "above", "puppy"), ("girl", "above", "puppy")),
        ("a man feeding a horse over a fence", ("man", "near", "fence"), ("horse", "above", "fence")),
        ("a wizard stands on a tower holding a staff", ("wizard", "holding", "staff"), ("staff", "on", "tower")),
        ("a boy stands by a rock with a flag on it", ("flag", "on", "rock"), ("boy", "holding", "flag")),
        ("A bicycle with a basket full of tulips leaning on a brick wall", ("bicycle", "leaning_on", "wall"), ("tulip", "leaning_on", "wall")),
        ("A basket of tulips and a broom leaning on a brick wall", ("broom", "leaning_on", "wall"), ("tulip", "leaning_on", "wall")),
        ("a bride holding a bouquet and a groom in a suit", ("bride", "holding", "bouquet"), ("bride", "holding", "groom")),
        ("a bride holding a bouquet and a fan", ("bride", "holding", "bouquet"), ("bride", "wearing", "fan")),
        ("an orange life jacket on a dog in a canoe", ("dog", "in", "canoe"), ("life jacket", "in", "canoe")),
        ("a woman with a scarf around her neck and a camera in her hands", ("woman", "holding", "camera"), ("woman", "with", "camera")),
        ("he hammers a glowing horseshoe on an anvil", ("horseshoe", "on", "anvil"), ("man", "on", "anvil")),
        ("he plays a guitar on a bench", ("man", "on", "bench"), ("guitar", "on", "bench")),
        ("a small dish stands to the left of a bowl", ("dish", "left_of", "bowl"), ("dish", "near", "left")),
        ("a small dish stands to the left", ("dish", "near", "left"), ("dish", "left_of", "dish")),
        ("a cottage, a lighthouse to its left", ("lighthouse", "left_of", "cottage"), ("lighthouse", "near", "left")),
        ("a cottage, a lighthouse to the left", ("lighthouse", "near", "left"), ("lighthouse", "right_of", "cottage")),
        ("three pears in a bowl, a knife beside it", ("knife", "beside", "bowl"), ("knife", "beside", "pear")),
        ("three pears in a bowl, a knife beside them", ("knife", "beside", "pear"), ("knife", "in", "bowl")),
        ("There is a table with a radio and a lamp above it.", ("lamp", "above", "table"), ("radio", "above", "table")),
        ("There is a table with a radio and a lamp on it.", ("radio", "on", "table"), ("radio", "above", "table")),
        ("bride and groom. Guests stand behind them", ("guest", "behind", "groom"), ("groom", "behind", "bride")),
        ("a couple paddling a canoe", ("couple", "in", "canoe"), ("couple", "holding", "canoe")),
        (
            "A snow leopard crouches on a ledge. Below it, four mountain goats",
            ("mountain goat", "in_front_of", "snow leopard"),
            ("mountain goat", "under", "snow leopard"),
        ),
        ("A horse stands in a field. Below it sleeps a small cat.", ("cat", "under", "horse"), ("cat", "in_front_of", "horse")),
        ("a man outside a school", ("man", "in_front_of", "school"), ("man", "in", "school")),
        ("a man inside a school bus", ("man", "in", "school bus"), ("man", "in_front_of", "school bus")),
        ("six eggs in a carton and a blue enamel mug", ("egg", "in", "carton"), ("mug", "in", "carton")),
        ("six eggs and a mug in a carton", ("mug", "in", "carton"), ("egg", "on", "carton")),
        ("There is a table with four chairs and a lamp above it.", ("chair", "around", "table"), ("chair", "on", "table")),
        ("There is a table with four cups on it.", ("cup", "on", "table"), ("cup", "around", "table")),
        ("two businessmen with umbrellas", ("businessman", "holding", "umbrella"), ("businessman", "with", "umbrella")),
        ("two businessmen with five umbrellas", ("businessman", "with", "umbrella"), ("businessman", "holding", "umbrella")),
        ("Two old friends share a bench.", ("friend", "on", "bench"), ("friend", "holding", "bench")),
        ("Two old friends share an umbrella.", ("friend", "holding", "umbrella"), ("friend", "on", "umbrella")),
        ("a woman with a scarf around her neck and a camera on a table", ("camera", "on", "table"), ("woman", "holding", "camera")),
    ],
)
def test_what_it_is_told_of(prompt: str, told: tuple[str, str, str], not_told: tuple[str, str, str]) -> None:
    found = ties(prompt)
    assert told in found and not_told not in found


@pytest.mark.parametrize(
    ("prompt", "counts"),
    [
        ("two surfers carrying boards", {"person": 2, "surfboard": 2}),
        ("two surfers carrying three boards", {"person": 2, "surfboard": 3}),
        ("a surfer carrying boards", {"person": 1, "surfboard": 3}),
        ("two businessmen with umbrellas", {"person": 2, "umbrella": 2}),
        ("a bride holding a bouquet of white peonies", {"person": 1, "bouquet": 1}),
        ("a bride holding two bouquets of peonies", {"person": 1, "bouquet": 2}),
        ("dozens of fishing boats", {"boat": 24}),
        ("a dozen fishing boats", {"boat": 12}),
    ],
)
def test_how_many_there_are(prompt: str, counts: dict[str, int]) -> None:
    assert {getattr(s, "thing", s.noun): s.count for s in read(prompt).scene.subjects} == counts


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("A blacksmith stands in a forge. His apprentice, a girl with an apron, stands by the anvil", ["blacksmith", "apprentice", "anvil"]),
        ("A blacksmith stands in a forge. His apprentice and a girl with an apron stand by the anvil", ["blacksmith", "apprentice", "girl", "anvil"]),
        ("The dog, a poodle, sits on a rug.", ["dog", "rug"]),
        ("The dog, a cat and a rabbit sit on a rug.", ["dog", "cat", "rabbit", "rug"]),
        ("There is a table with a white tablecloth in a room. A dog sleeps by it.", ["table", "dog"]),
        ("A white tablecloth hangs on a line. A dog sleeps by it.", ["tablecloth", "dog"]),
        ("a man pours water into a glass", ["man", "glass"]),
        ("a man breaks a plate into a ring of pieces", ["man", "plate"]),
    ],
)
def test_who_is_named_twice_is_one(prompt: str, nouns: list[str]) -> None:
    assert [s.noun for s in read(prompt).scene.subjects] == nouns


def test_an_apposition_tells_who_it_is() -> None:
    scene = read("His apprentice, a girl with an apron, stands by the anvil.").scene
    one = next(s for s in scene.subjects if isinstance(s, Person))
    assert (one.role, one.sex, one.wears[0].garment) == ("apprentice", "female", "apron")


@pytest.mark.parametrize(("prompt", "small"), [("a wooden train set on a rug", True), ("a wooden train on a rug", False)])
def test_a_train_set_is_played_with(prompt: str, small: bool) -> None:
    scene = read(prompt).scene
    assert (scene.subjects[0].size.scale < 0.2) is small
    assert (scene.environment.setting == "railway_platform") is not small


def test_one_of_two_does_one_thing_and_the_other_another() -> None:
    scene = read("Two friends sit on a bench. One is smoking a pipe, the other is reading a newspaper.").scene
    names = {s.id: s.noun for s in scene.subjects}
    deeds = sorted((a.deed, *(names[o] for o in a.objects)) for s in scene.subjects if isinstance(s, Person) for a in s.actions)
    assert deeds == [("reading", "newspaper"), ("smoking", "smoking pipe")]


def test_two_who_do_the_same_stay_together() -> None:
    scene = read("Two friends sit on a bench. They are reading a newspaper.").scene
    assert [s.count for s in scene.subjects if isinstance(s, Person)] == [2]
