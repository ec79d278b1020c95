"""Things wear what they are told to wear, balloons stand over what they are tied to, logs lie in rows, birds sit in their cage."""

from __future__ import annotations

import math

import numpy as np
import pytest

from diorama.contracts import Job
from diorama.engines.stage import StageEngine
from diorama.language import read
from diorama.recipe import Request, resolve
from diorama_stage.arrange import Constraint, Ground, Item, Placement, arrange
from diorama_stage.arrange.data import SupportSurface
from diorama_stage.arrange.heap import heaped, rows

pytestmark = pytest.mark.stage


@pytest.mark.parametrize("count", range(3, 16))
def test_logs_lie_in_rows_and_each_touches_what_it_lies_on(count):
    rng = np.random.default_rng(count)
    logs = [Item(f"l.{k}", "l", "log", 0.4, r, 2 * r, corded=True) for k, r in enumerate(rng.uniform(0.08, 0.12, count))]
    at = {p.item: p for p in heaped(logs, [Placement(i.id, *rng.uniform(-1, 1, 2), 0.0, 0.0) for i in logs])}
    layers = [layer for _, layer in rows(count)]
    assert all(layers.count(k + 1) < layers.count(k) for k in range(max(layers)))
    way = np.radians(np.median([at[i.id].yaw % 180 for i in logs]))
    across = {i.id: -at[i.id].x * math.sin(way) + at[i.id].y * math.cos(way) for i in logs}
    for log in logs:
        middle = {o.id: (across[o.id], at[o.id].z + o.half_y) for o in logs}
        apart = [math.dist(middle[log.id], middle[o.id]) - log.half_y - o.half_y for o in logs if o is not log]
        assert min(apart) > -0.004  # none is in another
        assert at[log.id].z < 1e-6 or min(apart) < 0.004


@pytest.mark.parametrize("count", [1, 3, 7, 12])
def test_balloons_are_tied_to_one_point_and_lean_apart(count):
    bench = Item("b.0", "b", "bench", 0.7, 0.25, 0.85, levels=(SupportSurface("seat", -0.6, 0.6, -0.2, 0.2, 0.45),))
    balloons = [Item(f"a.{k}", "a", "balloon", 0.145, 0.145, 0.85, round=True) for k in range(count)]
    placed = {p.item: p for p in arrange([bench, *balloons], [Constraint(a.id, "hanging_from", ("b.0",)) for a in balloons], Ground(), 3)}
    knots = {(round(placed[a.id].x, 6), round(placed[a.id].y, 6), round(placed[a.id].z, 6)) for a in balloons}
    assert len(knots) == 1 and knots.pop()[2] == pytest.approx(0.85)
    assert len({(placed[a.id].tilt_x, placed[a.id].tilt_y) for a in balloons}) == count
    assert all(placed[a.id].host == "b.0" for a in balloons)


def test_what_is_worn_is_where_its_wearer_is():
    egg, hat = Item("e.0", "e", "egg", 0.022, 0.022, 0.06), Item("h.0", "h", "top_hat", 0.03, 0.03, 0.09, fits="e.0")
    mug = Item("m.0", "m", "mug", 0.05, 0.05, 0.1)
    placed = {p.item: p for p in arrange([egg, hat, mug], [Constraint("e.0", "wearing", ("h.0",)), Constraint("e.0", "left_of", ("m.0",))], Ground(), 1)}
    assert (placed["h.0"].x, placed["h.0"].y, placed["h.0"].z, placed["h.0"].yaw) == (placed["e.0"].x, placed["e.0"].y, placed["e.0"].z, placed["e.0"].yaw)
    assert placed["e.0"].x < placed["m.0"].x


def boxes(prompt: str) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """The bounding box of every instance of a picture of few samples, by what it is, metres."""
    request = Request(prompt=prompt, width=96, height=96, seed=3, quality="draft")
    scene = read(prompt).scene
    engine = StageEngine()
    try:
        outcome = engine.make(Job(resolve(request, scene, engine_version="1", options={"samples": 1, "threshold": 1.0, "preview": False})))
    finally:
        engine.close()
    noun = {s.id: s.noun for s in scene.subjects}
    return {noun[s["id"]]: (np.array(s["low"]), np.array(s["high"])) for s in outcome.report["subjects"]}


@pytest.mark.parametrize(
    ("prompt", "wearer", "worn", "low", "high"),
    [
        ("a snowman wearing a top hat", "snowman", "top hat", 0.75, 1.3),
        ("a marble bust wearing sunglasses", "bust", "sunglasses", 0.6, 0.97),
        ("an egg wearing a crown", "egg", "crown", 0.5, 1.6),
        ("a teddy bear wearing a scarf", "teddy bear", "scarf", 0.2, 0.75),
    ],
)
def test_things_wear_hats_on_their_heads_and_glasses_before_their_eyes(prompt, wearer, worn, low, high):
    found = boxes(prompt)
    (foot, top), (least, most) = found[wearer], found[worn]
    tall = top[2] - foot[2]
    assert low < ((least + most) / 2 - foot)[2] / tall < high
    assert np.abs((least + most - foot - top)[:2] / 2).max() < 0.35 * max(top[0] - foot[0], top[1] - foot[1])


def test_a_bird_in_a_cage_is_in_it():
    found = boxes("a canary in a birdcage")
    (low, high), (least, most) = found["birdcage"], found["canary"]
    assert (least > low).all() and (most < high).all()
