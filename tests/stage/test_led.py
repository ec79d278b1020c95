"""Who a picture is of is seen large, by trunks and not past crowns, each at a desk of their own, and what flies is over who it belongs to."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from diorama.engines.stage.engine import wordless
from diorama.scene import load
from diorama_stage import lens
from diorama_stage.arrange import Constraint, Ground, Item, arrange
from diorama_stage.arrange.table import set_round
from diorama_stage.as_told import Spot, aside
from diorama_stage.cast import Guest, _factors
from diorama_stage.closer import PROMINENT, Other, closer, prominence
from diorama_stage.compose import as_staged
from diorama_stage.nearer import roots
from diorama_stage.people.stances import shared_out
from diorama_stage.people.places import _at_tables
from diorama_stage.wants import looming

DOG, RUG = lens.corners((-0.3, -0.2, 0.0), (0.3, 0.2, 0.3)), lens.corners((-1.1, -0.7, 0.0), (1.1, 0.7, 0.01))


def shot(away: float) -> lens.Shot:
    return lens.Shot((0.0, -away, 0.5), (0.0, 0.0, 0.2), 0.0, 70.0, 2.8, away, 0.0, 0.0, *lens.field_of_view(70.0, 1.5))


def test_the_picture_is_of_the_dog_and_not_of_its_rug():
    near = closer(shot(9.0), [DOG], [Other(RUG, 0.25)], size=prominence)
    assert prominence(near, DOG) == pytest.approx(1.0, abs=0.05)
    seen = near.project(DOG)[:, :2]
    assert np.hypot(*(np.ptp(seen, axis=0) / 2 * (1.5, 1.0))) == pytest.approx(PROMINENT, rel=0.1)
    assert closer(shot(1.5), [DOG], [Other(RUG, 0.25)], size=prominence) is None, "who is large enough is left as they were"
    told = closer(shot(9.0), [DOG], [Other(2 * RUG, 0.95)], size=prominence)
    assert told is None or prominence(told, DOG) < 0.7, "what must stay keeps the lens away"


def item(id: str, kind: str, half: float, height: float) -> Item:
    return Item(id, id.split(".")[0], kind, half, half, height, round=True)


@pytest.mark.parametrize(("kind", "most"), [("tree", 1.6), ("fountain", 9.0)])
def test_who_is_between_two_trees_is_between_their_trunks(kind, most):
    fox, pair = item("fox.0", "figure_fox", 0.3, 0.5), [item(f"{kind}.{k}", kind, 2.5, 7.0) for k in (0, 1)]
    ties = [Constraint(pair[0].id, "left_of", (fox.id,)), Constraint(pair[1].id, "right_of", (fox.id,))]
    at = {p.item: p for p in arrange([fox, *pair], ties, Ground(), 3)}
    assert at[pair[0].id].x < at[fox.id].x < at[pair[1].id].x
    nearest = min(at[fox.id].x - at[pair[0].id].x, at[pair[1].id].x - at[fox.id].x)
    assert nearest < most and (kind == "tree" or nearest > 2.5), "by a trunk; past the edge of what has no trunk"


@pytest.mark.parametrize(("over", "looks_out"), [("bed", True), ("bridge_arch", False)])
def test_a_kitten_under_a_bed_is_at_its_near_edge(over, looks_out):
    both = [item("kitten.0", "figure_cat", 0.12, 0.2), item(f"{over}.0", over, 1.1, 1.0)]
    at = {p.item: p for p in arrange(both, [Constraint("kitten.0", "under", (f"{over}.0",))], Ground(), 2)}
    before = at[f"{over}.0"].y - at["kitten.0"].y
    assert (0.8 < before < 1.15) is looks_out


@pytest.mark.parametrize(("height", "aside"), [(1.3, True), (0.2, False)])
def test_nobody_is_straight_behind_the_fire_they_sit_around(height, aside):
    friends, fire = [item(f"friend.{k}", "doll_person", 0.4, 0.9) for k in range(3)], item("fire.0", "campfire", 0.5, height)
    at = set_round([fire, *friends], [Constraint(f.id, "around", (fire.id,)) for f in friends], frozenset())
    back = max((at[f.id] for f in friends), key=lambda p: p.y)
    assert (abs(back.x) > 0.4) is aside


def test_what_flies_is_above_who_it_is_told_to_be_near():
    boy, kite = item("boy.0", "doll_person", 0.25, 1.4), item("kite.0", "kite", 0.5, 0.9)
    mutual = [Constraint("kite.0", "above", ("boy.0",)), Constraint("boy.0", "near", ("kite.0",))]
    aloft = {p.item: p.z for p in arrange([boy, kite], mutual, Ground(), 1)}
    assert aloft["kite.0"] > 1.4 and aloft["boy.0"] == 0.0
    beside = {p.item: p.z for p in arrange([boy, kite], mutual[1:], Ground(), 1)}
    assert beside["kite.0"] == 0.0


def test_a_trunk_in_the_frame_is_at_the_side_of_who_is_under_its_crown_and_a_wall_is_not():
    fox = Spot(np.array([-0.3, 0, 0]), np.array([0.3, 0.4, 0.5]), (0.45, 0.6, 0.55, 0.7), 10.0)
    tree = Spot(np.array([-3.0, 0, 0]), np.array([2.0, 5, 7.0]), (0.2, 0.0, 0.62, 0.7), 10.0)
    wall = Spot(np.array([-3.0, 0, 0]), np.array([2.0, 5, 1.0]), (0.2, 0.5, 0.62, 0.7), 10.0)
    assert aside(fox, tree) and not aside(fox, wall)


def seated(id: str):
    marks = {"hip": np.array([0.0, 0.0, 0.5])}
    return SimpleNamespace(id=id, subject=id.split(".")[0], measures=SimpleNamespace(marks=marks))


@pytest.mark.parametrize(("people", "tables", "each"), [(5, 5, [1, 1, 1, 1, 1]), (5, 2, [3, 2]), (2, 3, [1, 1, 0])])
def test_many_tables_share_who_sits_at_them(people, tables, each):
    assert [sum(shared_out(k, people, tables)[0] == t for k in range(people)) for t in range(tables)] == each
    desks = [SimpleNamespace(id=f"desk.{n}", subject="desk", item=item(f"desk.{n}", "desk", 0.6, 0.75)) for n in range(tables)]
    pupils = [seated(f"child.{k}") for k in range(people)]
    at = _at_tables(pupils, desks, {"child": {"at": ("desk", "sits")}}, 0.0)
    spots = np.array([(at[d.id].x, at[d.id].y) for d in desks])
    apart = np.abs(spots[:, None] - spots[None]).max(axis=2) + 9 * np.eye(tables)
    assert apart.min() > 1.2, "no desk through another"
    for p in pupils:
        own = np.hypot(*(spots - (at[p.id].x, at[p.id].y)).T)
        assert own.min() < 1.3, "each at a desk"


@pytest.mark.parametrize(("setting", "kind", "table"), [("kitchen", "in_front_of", True), ("kitchen", "behind", False), ("meadow", "in_front_of", False)])
def test_a_bottle_before_somebody_indoors_stands_on_a_table(setting, kind, table):
    chef = {"id": "chef", "kind": "person", "noun": "chef", "count": 1, "age": 40.0, "sex": "male"}
    wine = {"id": "wine", "kind": "object", "noun": "wine bottle", "thing": "wine_bottle", "count": 1}
    before = {"subject": "wine", "kind": kind, "objects": ["chef"]}
    told = {"version": 2, "subjects": [chef, wine], "relations": [before], "environment": {"setting": setting}}
    told |= {"lighting": {"time": "morning", "hour": 9.0}, "camera": {"framing": "full", "angle": "eye_level"}}
    scene = as_staged(wordless(load(told)))
    on = [r["objects"][0] for r in scene["relations"] if r["subject"] == "wine" and r["kind"] == "on"]
    assert (on == ["chef_table"]) is table


def test_who_leads_a_dog_is_parted_from_it_by_no_distance():
    placed = [SimpleNamespace(item=id, host=None) for id in ("woman.0", "dog.0", "car.0")]
    assert roots(placed, {"woman.0": "dog.0"}) == {"woman.0": "dog.0", "dog.0": "dog.0", "car.0": "car.0"}
    assert roots(placed)["woman.0"] == "woman.0"


def test_a_box_that_the_words_make_large_is_not_enlarged_again_for_its_guest():
    inside, interior = SimpleNamespace(name="inside", headroom=1.0, z=0.0), SimpleNamespace(half_x=0.1, half_y=0.1, z1=0.2)
    built = SimpleNamespace(supports=[inside], interior=interior, low=np.zeros(3), high=np.ones(3))
    cat = Guest(np.array([-0.2, -0.2, 0.0]), np.array([0.2, 0.2, 0.3]), True)

    def wide(scale: float) -> float:
        size = {"scale": scale, "width": 1.0, "depth": 1.0, "height": 1.0}
        order = SimpleNamespace(subject={"thing": "box", "size": size, "count": 1}, k=0, number=1, states=frozenset(), guests=(cat,))
        return _factors(order, built, np.random.default_rng(0), grown=False)[0]

    assert wide(1.0) == pytest.approx(wide(1.5)) and wide(1.0) > 1.9
    assert wide(5.0) == pytest.approx(5.0)


def actor(id: str, kind: str, half: float):
    it = item(f"{id}.0", kind, half, half)
    return SimpleNamespace(id=f"{id}.0", subject=id, item=it, measures=SimpleNamespace(marks={}, head=None))


@pytest.mark.parametrize(("beside", "found"), [("gull", {"boat"}), ("horse", set())])
def test_a_boat_is_named_by_a_part_of_it_beside_a_gull(beside, found):
    subjects = [{"id": beside, "kind": "object", "living": "x", "states": ()}, {"id": "boat", "kind": "object", "states": ()}]
    scene = {"subjects": subjects, "relations": [], "camera": {"framing": "full"}}
    half = {"gull": 0.2, "horse": 1.2}[beside]
    assert looming(scene, [actor(beside, "figure_bird", half), actor("boat", "boat", 4.0)]) == found


def test_a_lens_far_off_looks_along_a_valley():
    from diorama_stage.sets.ground.land import level

    def rise(away: float, aside: float) -> float:
        plan = SimpleNamespace(half_x=3.0, front_y=-3.0, back_y=3.0)
        site = SimpleNamespace(plan=plan, extent=1.0, view=SimpleNamespace(eye=(0.0, -away, 1.5)))
        return float(level(site, np.array([aside]), np.array([-away / 2]))[0])

    assert rise(20.0, 4.0) == 1.0, "a hill stands beside a lens near by"
    assert rise(780.0, 40.0) < 0.2 and rise(780.0, 400.0) == 1.0, "no gorge leads to a tower"
