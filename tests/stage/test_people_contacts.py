# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with a thing touches it: opponents face each other over a game, balls are in the hand or at the foot, what is pushed is held."""

from __future__ import annotations

import json

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama.assets import installed  # noqa: E402

if not installed():
    pytest.skip("people are not set up here: `python -m diorama.assets`", allow_module_level=True)

from diorama.language import read  # noqa: E402
from diorama_catalogue.named import named  # noqa: E402
from diorama_stage.people import as_things, company, places, stances  # noqa: E402

TOUCH = 0.03
"""Metres."""


def placed(prompt: str, seed: int = 3):
    """The scene, its actors by id and where they are put."""
    from diorama_stage.cast import cast
    from diorama_stage.compose import clear

    clear()
    scene = company.staged(as_things(named(json.loads(read(prompt).scene.model_dump_json()))))
    actors = cast(scene, seed)
    return scene, {a.id: a for a in actors}, places.places(scene, actors)


def point(actor, at, mark: str) -> np.ndarray:
    return np.asarray(actor.measures.marks[mark]) + (at.x, at.y, at.z)


@pytest.mark.parametrize("prompt", ["Two old men playing chess in a park", "A girl playing chess with a boy", "Two friends playing chess at a table"])
def test_opponents_sit_opposite_each_other_with_the_board_between(prompt):
    scene, actors, at = placed(prompt)
    one, two = [a for a in actors.values() if a.measures.marks]
    board = next(a for a in actors.values() if a.item.kind == "chess_set")
    seats = [point(a, at[a.id], "hip")[:2] for a in (one, two)]
    looks = [(point(a, at[a.id], "nose") - point(a, at[a.id], "neck"))[:2] for a in (one, two)]
    middle = np.array([at[board.id].x, at[board.id].y])
    assert (seats[0] - middle) @ (seats[1] - middle) / np.linalg.norm(seats[0] - middle) / np.linalg.norm(seats[1] - middle) < -0.9
    assert all(look @ (middle - seat) > 0 for look, seat in zip(looks, seats, strict=True))
    table = next(a for a in actors.values() if a.item.kind == "table")
    assert at[board.id].z == pytest.approx(max(s.z for s in table.measures.supports), abs=1e-6)
    assert all(s["posture"] == "sitting" for s in scene["subjects"] if s.get("kind") == "person")


def test_who_shares_a_table_with_others_sits_at_a_side_of_their_own():
    """Two subjects of one each were both turned to the lens, though they were put round the corner."""
    scene = company.staged(as_things(named(json.loads(read("A man and a woman sitting at a cafe table").scene.model_dump_json()))))
    people = [s for s in scene["subjects"] if s.get("kind") == "person"]
    parts = [stances.part(s, 0) for s in people]
    assert sorted(p["turned"] for p in parts) == [-52.0, 46.0]
    assert parts[0]["gestures"] != parts[1]["gestures"]


@pytest.mark.parametrize(("prompt", "mark"), [("A footballer kicking a football", "right_toe"), ("A boy catching a ball", "both_hands")])
def test_a_ball_that_is_kicked_or_caught_touches(prompt, mark):
    _, actors, at = placed(prompt)
    person = next(a for a in actors.values() if a.measures.marks)
    ball = next(a for a in actors.values() if not a.measures.marks)
    radius = ball.item.height / 2
    middle = np.array([at[ball.id].x, at[ball.id].y, at[ball.id].z + radius])
    away = np.linalg.norm(middle - point(person, at[person.id], mark)) - radius
    assert -TOUCH < away < TOUCH + 0.05


def test_a_ball_that_is_thrown_is_in_the_raised_hand():
    scene, actors, _ = placed("A boy throwing a ball on a lawn")
    person = next(a for a in actors.values() if a.measures.marks)
    ball = next(a for a in actors.values() if not a.measures.marks)
    assert [(r["kind"], *r["objects"]) for r in scene["relations"] if "s2" in (r["subject"], *r["objects"])] == [("holding", ball.subject)]
    marks = person.measures.marks
    assert person.item.grasps and marks["right_hand"][2] > marks["right_shoulder"][2]
    gap = np.linalg.norm(np.asarray(person.item.hand) - marks["right_hand"])
    assert gap == pytest.approx(ball.item.half_x, abs=0.05)  # the palm lies on it, not in its middle
    middle = (np.asarray(marks["left_ear"]) + marks["right_ear"]) / 2
    assert np.linalg.norm(np.asarray(person.item.hand) - middle) > ball.item.half_x + 0.1  # and it is not in the head


@pytest.mark.parametrize("prompt", ["A woman pushing a stroller in a park", "A man pushing a shopping cart"])
def test_who_pushes_has_both_hands_on_the_handle(prompt):
    _, actors, at = placed(prompt)
    person = next(a for a in actors.values() if a.measures.marks)
    cart = next(a for a in actors.values() if not a.measures.marks)
    from diorama_stage.people.contacts import handle

    a = np.radians(at[cart.id].yaw)
    turn = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    for side in ("left", "right"):
        grip = turn @ handle(cart.measures)[f"hand {side}"] + (at[cart.id].x, at[cart.id].y, 0)
        assert np.linalg.norm(point(person, at[person.id], f"{side}_hand") - grip) < 0.075  # knuckles over a bar of 2 cm


@pytest.mark.parametrize(
    ("prompt", "holds"),
    [("A knight in a field", "sword"), ("A samurai", "sword"), ("A knight holding a shield", "shield"), ("A knight waving", None), ("A farmer", None)],
)
def test_who_bears_arms_has_them_in_hand_where_the_hands_are_free(prompt, holds):
    scene = company.staged(as_things(named(json.loads(read(prompt).scene.model_dump_json()))))
    kinds = {s["id"]: s["thing"] for s in scene["subjects"]}
    assert [kinds[o] for r in scene["relations"] if r["kind"] == "holding" for o in r["objects"]] == ([holds] if holds else [])


POURED = [("A waiter pouring wine into a glass in a restaurant", "wine_bottle"), ("A woman pouring milk from a jug into a cup", "pitcher")]


@pytest.mark.parametrize(("prompt", "poured_from"), POURED)
def test_who_pours_tips_it_over_what_stands_on_the_table(prompt, poured_from):
    """A bottle that no word names was not there at all; a cup stood in the table top, as high as tables for those who sit."""
    scene, actors, at = placed(prompt)
    person = next(a for a in actors.values() if a.measures.marks)
    vessel, cup = (next(a for a in actors.values() if a.subject == o) for o in next(s["pours"] for s in scene["subjects"] if "pours" in s))
    assert vessel.item.kind == poured_from
    assert any(r["kind"] == "holding" and vessel.subject in r["objects"] for r in scene["relations"])
    table = next(a for a in actors.values() if a.item.kind == "table")
    hand = point(person, at[person.id], "right_grip")
    assert at[cup.id].z == pytest.approx(table.item.height, abs=0.005)  # of a table that is as high as one works at standing
    assert abs(at[cup.id].x - at[table.id].x) < table.item.half_x - cup.item.half_x
    assert abs(at[cup.id].y - at[table.id].y) < table.item.half_y - cup.item.half_y
    assert 0.05 < at[cup.id].x - hand[0] < 0.4
    assert hand[2] > at[cup.id].z + cup.item.height


def test_a_small_person_is_built_small():
    _, actors, _ = placed("A figurine-sized man standing on a desk beside a coffee mug")
    man = next(a for a in actors.values() if a.measures.marks)
    assert 0.1 < man.item.height < 0.3
    assert man.measures.marks["crown"][2] < 0.3


TOOLS = [
    ("A girl brushing her teeth", "toothbrush", "mouth"),
    ("A woman putting on lipstick", "lipstick", None),
    ("A man digging with a shovel", "shovel", "left_hand"),
    ("A man sweeping the floor of a workshop", "broom", "left_hand"),
    ("A grandmother knitting", "knitting_needles", None),
]


@pytest.mark.parametrize(("prompt", "kind", "to"), TOOLS)
def test_a_tool_is_in_the_hand_and_points_where_it_works(prompt, kind, to):
    """Toothbrushes and brooms that no word names were not there; those that were told of hung beside the hand, as they stand on the ground."""
    scene, actors, _ = placed(prompt)
    person = next(a for a in actors.values() if a.measures.marks)
    tool = next(a for a in actors.values() if a.item.kind == kind)
    assert [o for r in scene["relations"] if r["kind"] == "holding" for o in r["objects"]] == [tool.subject]
    if to is None:
        return
    m = person.measures.marks
    from scipy.spatial.transform import Rotation

    x, y, z, yaw, tilt_x, tilt_y = person.item.bears
    from diorama_stage.actors import build

    build(list(actors.values()))
    ends = np.concatenate([np.array([[o.data.vertices[k].co for k in e.vertices] for e in o.data.edges]) for o in tool.built.objects])
    points = np.concatenate([ends[:, 0] + (ends[:, 1] - ends[:, 0]) * t for t in np.linspace(0, 1, 40)])  # a handle has no vertices between its ends
    world = Rotation.from_euler("ZXY", (yaw, tilt_x, tilt_y), degrees=True).apply(points) + (x, y, z)
    assert np.linalg.norm(world - m["right_hand"], axis=1).min() < 0.09
    goal = (m["chin"] + m["nose"]) / 2 if to == "mouth" else m["left_hand"]
    assert np.linalg.norm(world - goal, axis=1).min() < (0.06 if to == "mouth" else 0.1)
