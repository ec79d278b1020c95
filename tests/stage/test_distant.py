"""What is in the distance does not decide the frame; what flanks several is not among them; what is at a tree's foot is near it. Nothing is built."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from diorama_stage import lens
from diorama_stage.arrange import Constraint, Ground, Item, arrange
from diorama_stage.arrange.score import Body, overlap
from diorama_stage.constraints import ties
from diorama_stage.distant import SKY, TALL, Far, set_back, under_sky

BOAT = lens.corners((-2.0, -0.8, 0.0), (2.0, 0.8, 1.0))
TOWER = lens.corners((-3.0, -3.0, 0.0), (3.0, 3.0, 27.0))


def shot(tilt: float = 5.0) -> lens.Shot:
    away, t = 9.0, np.radians(tilt)
    return lens.Shot((0.0, -away * np.cos(t), 0.5 + away * np.sin(t)), (0.0, 0.0, 0.5), 0.0, 50.0, 5.6, away, 0.0, 0.0, *lens.field_of_view(50.0, 1.0))


def test_a_tower_in_the_distance_is_seen_at_a_moderate_size_beside_the_boat():
    moves = set_back([Far("tower", TOWER)], [BOAT], shot())
    seen = shot().project(TOWER + moves["tower"])
    assert np.ptp(seen[:, 1]) / 2 == pytest.approx(TALL, rel=0.1)
    assert np.abs(seen[:, :2]).max() < 1.0, "all of it in the frame"
    assert (TOWER + moves["tower"])[:, 2].min() == 0.0, "it stands on the ground"
    boat = shot().project(BOAT)
    assert seen[:, 2].min() > boat[:, 2].max()


def test_what_flies_is_over_the_horizon():
    moves = set_back([Far("balloon", TOWER + (0, 0, 20), aloft=True)], [BOAT], shot())
    seen = shot().project(TOWER + (0, 0, 20) + moves["balloon"])
    assert 0.0 < seen[:, 1].min() < seen[:, 1].max() < 1.0


def test_under_what_flies_there_is_sky_and_the_near_things_stay_in_the_frame():
    wide = lens.Shot((0.0, -12.8, 1.2), (0.0, 0.0, 0.43), 0.0, 135.0, 4.0, 12.8, 0.0, 0.0, *lens.field_of_view(135.0, 1.5))
    swan = [lens.corners((-1.4, -0.5, 0.0), (1.4, 0.5, 0.95))]
    made = under_sky(swan, wide)
    seen = made.project(swan[0])
    line = made.project(np.array([[0.0, 1e5, made.eye[2]]]))[0, 1]
    assert line < wide.project(np.array([[0.0, 1e5, 1.2]]))[0, 1] and line < 0.5 + SKY
    assert np.abs(seen[:, :2]).max() < 0.95
    moves = set_back([Far("balloon", TOWER + (0, 0, 20), aloft=True)], swan, made)
    aloft = made.project(TOWER + (0, 0, 20) + moves["balloon"])
    assert line < aloft[:, 1].min() and aloft[:, 1].max() < 1.0, "over the horizon, whole"


def test_where_no_horizon_is_seen_nothing_is_in_the_distance():
    assert set_back([Far("tower", TOWER)], [BOAT], shot(tilt=50.0)) is None


def item(id: str, half: float, height: float, **more) -> Item:
    return Item(id, id.split(".")[0], more.pop("kind", "mug"), half, half, height, round=True, **more)


@pytest.mark.parametrize("seed", range(4))
def test_several_between_two_stand_apart_with_one_on_each_side(seed):
    names = ["cup.0", "cup.1", "cup.2", "pot.0"]
    actors = [SimpleNamespace(id=n, subject=n.split(".")[0], item=item(n, 0.05, 0.08)) for n in (*names, "vase.0", "vase.1")]
    relations = [{"subject": s, "kind": "between", "objects": ["vase"]} for s in ("cup", "pot")]
    subjects = [{"id": s, "thing": "mug", "states": [], "count": n} for s, n in (("cup", 3), ("pot", 1), ("vase", 2))]
    told = ties({"relations": relations, "subjects": subjects, "environment": {"setting": "tabletop"}}, actors)
    placed = {p.item: p for p in arrange([a.item for a in actors], told, Ground(), seed)}
    bodies = {a.id: Body(a.item, placed[a.id].x, placed[a.id].y, 0.0) for a in actors}
    assert all(placed["vase.0"].x < placed[n].x < placed["vase.1"].x for n in names)
    assert all(overlap(bodies[a], bodies[b], 0.0) == 0 for a in bodies for b in bodies if a < b)


@pytest.mark.parametrize("seed", range(4))
def test_what_rests_under_a_tree_is_at_its_foot_with_what_it_bears(seed):
    rug, tree, basket = item("rug.0", 0.8, 0.02), item("tree.0", 3.8, 8.0, kind="tree"), item("basket.0", 0.17, 0.3)
    told = [Constraint("basket.0", "on", ("rug.0",)), Constraint("basket.0", "under", ("tree.0",))]
    placed = {p.item: p for p in arrange([rug, tree, basket], told, Ground(), seed)}
    assert placed["basket.0"].host == "rug.0"
    assert np.hypot(placed["rug.0"].x - placed["tree.0"].x, placed["rug.0"].y - placed["tree.0"].y) < 2.6, "not at the edge of the crown"


@pytest.mark.parametrize("count", [12, 40, 90])
def test_what_arranging_costs_is_bounded(count, monkeypatch):
    from diorama_stage.arrange import costs, solve

    calls = [0]
    cost = costs.cost_of
    monkeypatch.setattr(solve, "cost_of", lambda *told: calls.__setitem__(0, calls[0] + 1) or cost(*told))
    monkeypatch.setattr(costs, "hidden", lambda *told: 0.0)
    items = [item(f"mug.{k}", 0.04, 0.1) for k in range(count)]
    placed = arrange(items, [Constraint(f"mug.{k}", "under", ("mug.0",)) for k in range(1, count, 9)], Ground(), 1)
    assert len(placed) == count
    assert calls[0] <= 8 * 12 * 140, "no more than for a dozen in all runs"
