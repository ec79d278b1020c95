"""What the words at the end of a list are said of: all of it, its last, or what the list is with."""

from __future__ import annotations

import pytest

from diorama.language import read


def told(prompt: str) -> set[str]:
    scene = read(prompt).scene
    name = {s.id: s.thing for s in scene.subjects}
    return {f"{name[r.subject]} {r.kind} {name.get(o, o)}" for r in scene.relations for o in r.objects}


@pytest.mark.parametrize(
    ("prompt", "held", "absent"),
    [
        ("four pumpkins, a lantern and a black cat on a wooden bench", {"pumpkin on bench", "lamp on bench", "cat on bench"}, set()),
        ("a vase of roses and a candle on a piano", {"vase on piano", "candle on piano", "rose in vase"}, {"rose on piano"}),
        (
            "ten pencils in a glass jar, an open notebook, a pair of scissors and a cactus in a clay pot on a white desk",
            {"pencil in jar", "jar on ground", "notebook on ground", "cactus on ground"},
            {"notebook in flower_pot", "scissors in flower_pot"},
        ),
        (
            "a picnic blanket with a wicker basket, a loaf of bread and two bottles of lemonade under an oak tree",
            {"blanket under tree", "bottle on blanket", "basket on blanket"},
            {"bottle under tree"},
        ),
        ("a snowman with a striped scarf beside a sledge", {"snowman beside sled"}, {"scarf beside sled"}),
        ("a giraffe beside a small red toy car and three wooden blocks", {"giraffe beside car", "giraffe beside cube"}, set()),
        ("a piano with a vase of sunflowers and two framed photographs on top", {"vase on piano", "picture_frame on piano"}, {"sunflower on piano"}),
        ("a black dog on a doormat, a pair of boots to the left and a fern to the right", {"boot near left", "potted_plant near right"}, {"doormat near left"}),
        ("a wooden crate with six green bottles and a hen in front", {"chicken in_front_of crate"}, set()),
        ("a fallen log with three mushrooms in the foreground", {"log near foreground"}, set()),
        ("two swans on a lake with a hot-air balloon above the hills", {"hot_air_balloon near background"}, {"swan with hot_air_balloon"}),
        ("a kettle over a campfire, two tin mugs on a log", {"mug on log"}, {"campfire on log"}),
        ("a kettle hanging over a campfire beside two mugs on a log", {"kettle above campfire", "mug on log"}, {"kettle on log"}),
        ("a kettle beside two mugs on a log", {"kettle on log", "mug on log"}, set()),
        ("a crate beside a bicycle leaning against a brick wall", {"bicycle leaning_on wall"}, {"crate leaning_on wall"}),
        ("a man beside a bicycle leaning on a cane", {"person leaning_on cane"}, {"bicycle leaning_on cane"}),
        ("three bottles on a shelf in front of a tiled wall", {"bottle on shelf", "shelf on wall"}, {"bottle in_front_of wall"}),
        ("a chair in front of a wall", {"chair in_front_of wall"}, {"chair on wall"}),
        ("a woman holding a mug and a dog on a sofa", {"person holding mug", "dog on couch"}, {"mug on couch"}),
        ("an old man selling balloons beside a red bicycle", {"person holding balloon", "person beside bicycle"}, {"balloon beside bicycle"}),
    ],
)
def test_a_place_is_that_of_what_is_meant(prompt, held, absent):
    found = told(prompt)
    assert held <= found, found
    assert not absent & found


def test_a_place_of_one_thing_stays_its_own():
    found = told("a lamp beside a chair and a cat on a rug")
    assert "cat on rug" in found
    assert not {"lamp on rug", "chair on rug"} & found


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("seven seashells and a starfish on the sand next to a blue bucket", "beach"),
        ("a piano with a vase on top, a violin leaning against the bench", "living_room"),
        ("four pumpkins and a lantern on the steps of a wooden porch", "porch"),
        ("a tall giraffe beside a small red toy car", "savannah"),
    ],
)
def test_where_that_is(prompt, setting):
    scene = read(prompt).scene
    assert scene.environment.setting == setting
    assert not [s for s in scene.subjects if s.thing == "stairs"]
    assert all(s.size.scale < 0.1 for s in scene.subjects if s.thing == "car"), "a small toy car is a toy"
