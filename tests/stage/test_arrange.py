"""Placement is a pure function: relations hold by construction, nothing overlaps, nothing floats. No Blender here."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diorama_stage.arrange import Ground, Item, Placement, Constraint, arrange
from diorama_stage.arrange.data import Cavity, SupportSurface, Relief
from diorama_stage.arrange.form import outermost, stood, turning
from diorama_stage.arrange.heap import heaped, spots
from diorama_stage.arrange.score import Body, overlap
from diorama_stage.arrange.slung import slung


def bottle(id: str) -> Item:
    return Item(id, id.split(".")[0], "bottle", 0.04, 0.04, 0.25, round=True)


def crate(id: str) -> Item:
    return Item(id, id.split(".")[0], "box", 0.12, 0.09, 0.1, levels=(SupportSurface("top", -0.11, 0.11, -0.08, 0.08, 0.1),))


def lemon(id: str) -> Item:
    return Item(id, id.split(".")[0], "lemon", 0.03, 0.04, 0.06, rolls=True)


def placed(items, ties, ground=Ground(), seed=1):
    return {p.item: p for p in arrange(items, ties, ground, seed)}


def bodies(items, places):
    return {i.id: Body(i, places[i.id].x, places[i.id].y, places[i.id].z, places[i.id].yaw) for i in items}


SIDES = {
    "left_of": lambda a, b: a.x + a.half_x <= b.x - b.half_x,
    "right_of": lambda a, b: a.x - a.half_x >= b.x + b.half_x,
    "behind": lambda a, b: a.y - a.half_y >= b.y + b.half_y,
    "in_front_of": lambda a, b: a.y + a.half_y <= b.y - b.half_y,
    "beside": lambda a, b: abs(a.x - b.x) >= a.half_x + b.half_x and abs(a.y - b.y) < max(a.half_y, b.half_y),
}


@pytest.mark.parametrize("kind", SIDES)
@pytest.mark.parametrize("seed", range(5))
def test_sides_are_the_cameras(kind, seed):
    items = [bottle("a.0"), crate("b.0")]
    at = bodies(items, placed(items, [Constraint("a.0", kind, ("b.0",))], seed=seed))
    assert SIDES[kind](at["a.0"], at["b.0"])


def test_three_bottles_behind_a_box_and_a_candle_to_its_left():
    items = [bottle("a.0"), bottle("a.1"), bottle("a.2"), crate("b.0"), bottle("c.0")]
    ties = [Constraint(f"a.{i}", "behind", ("b.0",)) for i in range(3)] + [Constraint("c.0", "left_of", ("b.0",))]
    at = bodies(items, placed(items, ties))
    assert all(SIDES["behind"](at[f"a.{i}"], at["b.0"]) for i in range(3))
    assert SIDES["left_of"](at["c.0"], at["b.0"])


@pytest.mark.parametrize("seed", range(6))
def test_things_of_one_kind_stand_in_the_order_of_the_words(seed):
    """ "A green, an amber, a blue and a clear bottle": from the left, unless a relation says otherwise."""
    items = [bottle(f"s{k}.0") for k in (8, 9, 10, 11)]
    at = placed(items, [], seed=seed)
    assert sorted(at, key=lambda id: at[id].x) == [i.id for i in items]
    turned = placed(items[:2], [Constraint("s9.0", "left_of", ("s8.0",))], seed=seed)
    assert turned["s9.0"].x < turned["s8.0"].x


@pytest.mark.parametrize("seed", range(4))
def test_between_is_between(seed):
    items = [bottle("a.0"), crate("b.0"), crate("c.0")]
    at = bodies(items, placed(items, [Constraint("a.0", "between", ("b.0", "c.0")), Constraint("b.0", "left_of", ("c.0",))], seed=seed))
    assert at["b.0"].x < at["a.0"].x < at["c.0"].x


@pytest.mark.parametrize("many", [1, 2, 5])
def test_several_above_a_thing_hang_beside_each_other(many):
    items = [*(lemon(f"a.{k}") for k in range(many)), crate("b.0")]
    at = bodies(items, placed(items, [Constraint(f"a.{k}", "above", ("b.0",)) for k in range(many)]))
    hung = [at[f"a.{k}"] for k in range(many)]
    assert all(b.z > 0.1 and abs(b.x - at["b.0"].x) < 0.3 for b in hung)
    assert all(right.x - left.x >= left.half_x + right.half_x for left, right in zip(hung, hung[1:], strict=False))


def test_on_means_resting_on_the_top_within_its_edges():
    items = [bottle("a.0"), crate("b.0")]
    at = placed(items, [Constraint("a.0", "on", ("b.0",))])
    assert at["a.0"].z == pytest.approx(0.1)
    assert at["a.0"].host == "b.0"
    assert abs(at["a.0"].x - at["b.0"].x) <= 0.12 and abs(at["a.0"].y - at["b.0"].y) <= 0.12


def test_a_tower_of_things_on_things():
    items = [crate("a.0"), crate("b.0"), crate("c.0")]
    at = placed(items, [Constraint("a.0", "on", ("b.0",)), Constraint("b.0", "on", ("c.0",))])
    assert [round(at[i].z, 6) for i in ("c.0", "b.0", "a.0")] == [0, 0.1, 0.2]


@pytest.mark.parametrize("count", [1, 3, 7, 10])
def test_fruit_in_a_bowl_lies_in_it_and_does_not_cut_into_each_other(count):
    bowl = Item("b.0", "b", "bowl", 0.13, 0.13, 0.09, round=True, hollow=Cavity(0.12, 0.01, 0.09))
    fruit = [lemon(f"l.{i}") for i in range(count)]
    at = placed([bowl, *fruit], [Constraint(f.id, "in", ("b.0",)) for f in fruit])
    centres = np.array([(at[f.id].x, at[f.id].y, at[f.id].z + f.height / 2) for f in fruit])
    assert (np.hypot(centres[:, 0], centres[:, 1]) < 0.13).all()
    assert (centres[:, 2] - 0.03 >= 0.009).all()
    for i in range(count):
        for j in range(i):
            assert np.linalg.norm(centres[i] - centres[j]) >= 0.06 * 0.98


def test_hanging_and_leaning_on_the_wall():
    board = Item("p.0", "p", "poster", 0.3, 0.01, 0.8, hang=0.8)
    bike = Item("v.0", "v", "bicycle", 0.85, 0.25, 1.0, lean="side")
    ground = Ground(wall_y=2.0)
    at = placed([board, bike], [Constraint("p.0", "on", ("wall",)), Constraint("v.0", "leaning_on", ("wall",))], ground)
    assert at["p.0"].z > 0.5 and 1.9 < at["p.0"].y <= 2.0
    assert at["v.0"].tilt_x < 0 and at["v.0"].z == 0 and at["v.0"].y + 0.25 <= 2.0


def test_the_same_seed_gives_the_same_places_and_another_gives_others():
    items = [bottle(f"a.{i}") for i in range(4)] + [crate("b.0")]
    assert arrange(items, [], Ground(), 5) == arrange(items, [], Ground(), 5)
    assert arrange(items, [], Ground(), 5) != arrange(items, [], Ground(), 6)


def test_things_that_rest_on_each_other_are_refused():
    with pytest.raises(ValueError, match="circle"):
        arrange([crate("a.0"), crate("b.0")], [Constraint("a.0", "on", ("b.0",)), Constraint("b.0", "on", ("a.0",))], Ground(), 1)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([bottle, crate, lemon]), min_size=1, max_size=10), st.integers(0, 10_000), st.booleans())
def test_whatever_stands_on_the_ground_does_not_overlap(makers, seed, overhead):
    items = [make(f"t{i}.0") for i, make in enumerate(makers)]
    at = list(bodies(items, placed(items, [], Ground(overhead=overhead), seed)).values())
    assert all(b.z == 0 for b in at)
    for i, a in enumerate(at):
        for b in at[:i]:
            assert overlap(a, b, 0.0) == 0


@pytest.mark.parametrize("seed", range(4))
def test_what_has_its_place_keeps_it_and_the_new_is_arranged_around(seed):
    items = [bottle("a.0"), crate("b.0"), lemon("d.0")]
    ties = [Constraint("d.0", "on", ("b.0",))]
    before = placed(items, ties)
    more = [*items, bottle("c.0"), lemon("e.0")]
    after = {p.item: p for p in arrange(more, [*ties, Constraint("c.0", "left_of", ("b.0",)), Constraint("e.0", "on", ("b.0",))], Ground(), seed, fixed=before)}
    assert {i: after[i] for i in before} == before
    at = bodies(more, after)
    assert SIDES["left_of"](at["c.0"], at["b.0"])
    assert overlap(at["c.0"], at["a.0"], 0) == 0
    assert overlap(at["d.0"], at["e.0"], 0) < 1e-3  # turned with the box, their bounding boxes differ a little
    assert after["e.0"].z == pytest.approx(after["d.0"].z)


@pytest.mark.parametrize("seed", range(3))
def test_a_spoon_in_a_cup_stands_in_it_and_leans_on_its_rim(seed):
    cup = Item("cup.0", "cup", "cup", 0.04, 0.04, 0.06, round=True, hollow=Cavity(0.036, 0.006, 0.06))
    spoon = Item("spoon.0", "spoon", "spoon", 0.02, 0.108, 0.012)
    at = placed([cup, spoon], [Constraint("spoon.0", "in", ("cup.0",))], seed=seed)["spoon.0"]
    assert at.tilt_x < -20
    turn = np.radians(at.yaw)
    along = np.array([-np.sin(turn) * np.cos(np.radians(at.tilt_x)), np.cos(turn) * np.cos(np.radians(at.tilt_x)), np.sin(np.radians(at.tilt_x))])
    foot = np.array([at.x, at.y, at.z]) + along * 0.108
    assert 0.006 <= foot[2] < 0.012
    assert np.hypot(foot[0], foot[1]) < 0.036


@pytest.mark.parametrize("count", [3, 5, 7])
def test_the_heads_of_flowers_in_a_narrow_neck_stand_apart(count):
    vase = Item("vase.0", "vase", "vase", 0.06, 0.06, 0.2, round=True, hollow=Cavity(0.018, 0.008, 0.2))
    tulips = [Item(f"tulip.{k}", "tulip", "tulip", 0.035, 0.035, 0.36, stem=True) for k in range(count)]
    at = placed([vase, *tulips], [Constraint(t.id, "in", ("vase.0",)) for t in tulips])
    stems = [(np.array([(p := at[t.id]).x, p.y, p.z]), turning(p.yaw, p.tilt_x, p.tilt_y) @ (0, 0, t.height)) for t in tulips]
    heads = [foot + along for foot, along in stems]
    assert min(np.linalg.norm(a - b) for a, b in combinations(heads, 2)) > 0.03
    for foot, along in stems:
        there = foot + along * (0.2 - foot[2]) / along[2]
        assert np.hypot(*there[:2]) < 0.03 and np.hypot(*foot[:2]) < 0.05, "it goes through the neck, and its foot is inside"


@settings(deadline=None)
@given(st.floats(-0.3, 0.3), st.floats(-0.3, 0.3))
def test_what_is_moved_stands_at_the_nearest_free_spot_and_nothing_else_moves(x, y):
    items = [Item("a.0", "a", "box", 0.1, 0.1, 0.2), Item("b.0", "b", "box", 0.05, 0.05, 0.1), Item("c.0", "c", "coin", 0.01, 0.01, 0.01)]
    fixed = {"a.0": Placement("a.0", 0.0, 0.0, 0.0), "c.0": Placement("c.0", x, y, 0.1, host="b.0")}
    made = {p.item: p for p in arrange(items, [Constraint("c.0", "on", ("b.0",))], Ground(), 1, fixed=fixed, wanted={"b.0": (Placement("b.0", x, y, 0.0), (0.0, 0.0))})}
    assert made["a.0"] == fixed["a.0"]
    apart = max(abs(made["b.0"].x), abs(made["b.0"].y))
    assert apart >= 0.15 - 1e-9
    if max(abs(x), abs(y)) >= 0.155:
        assert (made["b.0"].x, made["b.0"].y) == (x, y)
    else:
        assert np.hypot(made["b.0"].x - x, made["b.0"].y - y) < 0.3
    assert made["c.0"].x - made["b.0"].x == pytest.approx(0) and made["c.0"].y - made["b.0"].y == pytest.approx(0)


def test_a_move_is_not_taken_back_to_find_room():
    items = [Item("a.0", "a", "box", 0.1, 0.1, 0.2), Item("b.0", "b", "box", 0.05, 0.05, 0.1)]
    made = {p.item: p for p in arrange(items, [], Ground(), 1, fixed={"a.0": Placement("a.0", 0, 0, 0)}, wanted={"b.0": (Placement("b.0", 0.11, 0, 0), (-0.1, 0))})}
    assert made["b.0"].x < 0.15
    assert abs(made["b.0"].y) >= 0.15 or made["b.0"].x <= -0.15


def tall(id: str) -> Item:
    return Item(id, id.split(".")[0], "vase", 0.05, 0.05, 0.22, round=True)


def slab(id: str) -> Item:
    return Item(id, id.split(".")[0], "book", 0.08, 0.11, 0.03)


def support(half: float, round_: bool) -> Item:
    return Item("h.0", "h", "stool", half, half, 0.05, round=round_, levels=(SupportSurface("top", -half, half, -half, half, 0.05, round_),))


def inside(item: Item, place: Placement, points: np.ndarray) -> np.ndarray:
    """How deep each of the points (world) lies in the item, as a share of its least half measure; negative outside."""
    local = (points - (place.x, place.y, place.z)) @ turning(place.yaw, place.tilt_x, place.tilt_y) - (0, 0, item.height / 2)
    half = np.array([item.half_x, item.half_y, item.height / 2])
    if item.rolls:
        local = (points - (place.x, place.y, place.z + item.height / 2)) @ turning(place.yaw, place.tilt_x, place.tilt_y)
        return 1 - np.linalg.norm(local / half, axis=1)
    flat = 1 - np.hypot(local[:, 0] / half[0], local[:, 1] / half[1]) if item.round else (1 - np.abs(local[:, :2] / half[:2])).min(axis=1)
    return np.minimum(flat, 1 - np.abs(local[:, 2]) / half[2])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([tall, slab, lemon, crate]), min_size=1, max_size=10), st.sampled_from([0.06, 0.12, 0.3]), st.booleans(), st.integers(0, 10_000))
def test_nothing_on_a_support_is_lost_or_cuts_into_another_however_small_it_is(makers, half, round_, seed):
    host = support(half, round_)
    items = [host, *(make(f"t{i}.0") for i, make in enumerate(makers))]
    at = placed(items, [Constraint(i.id, "on", ("h.0",)) for i in items[1:]], seed=seed)
    assert set(at) == {i.id for i in items}
    for a in items[1:]:
        assert at[a.id].host == "h.0"
        assert (inside(host, at["h.0"], stood(a, at[a.id])) > 0.15).mean() < 0.01, (a, at[a.id])
        for b in items[1:]:
            if a is not b:
                assert (inside(b, at[b.id], stood(a, at[a.id])) > 0.35).mean() < 0.01, (a, at[a.id], b, at[b.id])


@pytest.mark.parametrize("count", [2, 5, 10])
def test_each_of_what_fits_on_a_support_stands_on_it(count):
    host = support(0.3, False)
    items = [host, *(tall(f"t.{i}") for i in range(count))]
    at = placed(items, [Constraint(i.id, "on", ("h.0",)) for i in items[1:]])
    assert all(at[i.id].z == pytest.approx(0.05, abs=1e-3) for i in items[1:])


def test_a_relation_of_what_stands_on_a_plate_is_one_of_the_plate():
    items = [support(0.1, True), lemon("a.0"), bottle("b.0")]
    at = bodies(items, placed(items, [Constraint("a.0", "on", ("h.0",)), Constraint("a.0", "left_of", ("b.0",))]))
    assert SIDES["left_of"](at["h.0"], at["b.0"])


def test_a_relation_between_two_on_one_support_holds_there():
    items = [support(0.3, False), bottle("a.0"), bottle("b.0")]
    at = bodies(items, placed(items, [Constraint("a.0", "on", ("h.0",)), Constraint("b.0", "on", ("h.0",)), Constraint("a.0", "left_of", ("b.0",))]))
    assert SIDES["left_of"](at["a.0"], at["b.0"])


def test_what_is_held_is_at_the_hand():
    child = Item("c.0", "c", "doll_person", 0.25, 0.15, 1.2, hand=(0.2, -0.02, 0.55))
    balloon = Item("b.0", "b", "balloon", 0.14, 0.14, 0.8, round=True, hang=0.8)
    at = placed([child, balloon], [Constraint("c.0", "holding", ("b.0",))])
    turn = turning(at["c.0"].yaw, 0, 0) @ np.array(child.hand)
    assert (at["b.0"].x, at["b.0"].y, at["b.0"].z) == pytest.approx((at["c.0"].x + turn[0], at["c.0"].y + turn[1], 0.55))


@pytest.mark.parametrize("seed", range(4))
def test_a_flat_lay_fills_the_shape_of_its_frame(seed):
    makers = [crate, slab, lemon, bottle, slab, crate, lemon]
    items = [make(f"t{i}.0") for i, make in enumerate(makers)]
    at = list(bodies(items, placed(items, [], Ground(overhead=True, aspect=1.5), seed)).values())
    wide = max(b.x + b.half_x for b in at) - min(b.x - b.half_x for b in at)
    high = max(b.y + b.half_y for b in at) - min(b.y - b.half_y for b in at)
    frame = max(wide / 1.5, high)
    assert sum(4 * b.half_x * b.half_y for b in at) > 0.4 * frame * frame * 1.5


def test_a_row_is_a_row():
    items = [Item(f"a.{i}", "a", "candle", 0.04, 0.04, 0.1, round=True, row=True) for i in range(5)]
    at = placed(items, [])
    assert np.ptp([at[i.id].y for i in items]) < 0.04


def test_wide_things_share_out_a_bench():
    """Two suitcases that only just fit side by side on a bench both stand on its seat, for any seed."""
    y = np.linspace(-0.2, 0.2, 21)
    seat = [(x, v, 0.45) for x in np.linspace(-0.58, 0.58, 59) for v in y]
    arms = [(s * x, v, 0.66) for s in (-1, 1) for x in np.linspace(0.58, 0.66, 5) for v in y]
    bench = Item("b.0", "b", "bench", 0.66, 0.2, 0.66, levels=(SupportSurface("seat", -0.58, 0.58, -0.2, 0.2, 0.45),), form=np.array(seat + arms, np.float32))
    cases = [Item(f"s.{k}", "s", "suitcase", 0.27, 0.09, 0.4) for k in range(2)]
    for seed in range(12):
        placed = {p.item: p for p in arrange([bench, *cases], [Constraint("s.0", "on", ("b.0",)), Constraint("s.1", "on", ("b.0",))], Ground(4, -4, 4), seed)}
        assert all(abs(placed[c.id].z - 0.45) < 0.01 for c in cases)


def test_the_shoes_of_a_pair_stand_side_by_side_and_point_the_same_way():
    for seed in range(6):
        a, b = arrange([Item(f"s1.{k}", "s1", "sneaker", 0.14, 0.055, 0.1) for k in range(2)], [], Ground(), seed)
        assert abs(a.yaw - b.yaw) < 10
        assert np.hypot(a.x - b.x, a.y - b.y) < 0.15


def relief_of(item: Item, step: float = 0.002) -> Relief:
    """A box met from above, with a groove of 6 mm around its middle."""
    n = [np.arange(-half, half, step) + step / 2 for half in (item.half_y, item.half_x)]
    y, x = np.meshgrid(*n, indexing="ij")
    groove = np.abs(np.hypot(x, y) - 0.05) < 0.003
    return Relief(-item.half_x, -item.half_y, step, np.where(groove, item.height - 0.003, item.height))


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 3), st.sampled_from([0.004, 0.009, 0.02]), st.integers(0, 10_000))
def test_thin_things_beside_others_lie_flat_on_what_bears_them(count, height, seed):
    """However sparse the points are that tell a board's form: some cells of it hold only one of its underside."""
    board = Item("h.0", "h", "cutting_board", 0.13, 0.09, 0.018, levels=(SupportSurface("top", -0.12, 0.12, -0.08, 0.08, 0.018),))
    board = replace(board, form=np.random.default_rng(seed).uniform((-0.13, -0.09, 0), (0.13, 0.09, 0.018), (2000, 3)), relief=lambda: relief_of(board))
    knives = [Item(f"k.{i}", "k", "knife", 0.011, 0.11, height) for i in range(count)]
    items = [board, *knives, *(lemon(f"l.{i}") for i in range(2))]
    at = placed(items, [Constraint(i.id, "on", ("h.0",)) for i in items[1:]], seed=seed)
    for knife in knives:
        low = stood(knife, at[knife.id])
        over = (np.abs(low[:, 0] - at["h.0"].x) < 0.08) & (np.abs(low[:, 1] - at["h.0"].y) < 0.05)
        assert low[over, 2].min(initial=1.0) > 0.018 - 5e-4, at[knife.id]


def test_a_slender_thing_shows_its_length():
    board = Item("h.0", "h", "cutting_board", 0.13, 0.13, 0.018, levels=(SupportSurface("top", -0.12, 0.12, -0.12, 0.12, 0.018),))
    items = [board, Item("k.0", "k", "knife", 0.011, 0.11, 0.008), lemon("l.0"), lemon("l.1")]
    for seed in range(4):
        at = placed(items, [Constraint(i.id, "on", ("h.0",)) for i in items[1:]], seed=seed)
        assert np.ptp(stood(items[1], at["k.0"])[:, 0]) > 0.15


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_what_is_outermost_bounds_all(seed):
    points = np.random.default_rng(seed).normal(size=(400, 3)) * (1, 0.05, 0.01)
    few = outermost(points)
    assert len(few) <= 72
    assert (np.ptp(few, axis=0) > 0.8 * np.ptp(points, axis=0)).all()


@pytest.mark.parametrize("count", [3, 4, 10, 14, 20])
def test_a_pyramid_of_round_things_is_piled_up_and_each_touches_what_is_below(count):
    balls = [Item(f"o.{k}", "o", "orange", 0.04, 0.04, 0.08, round=True, rolls=True, heap=True) for k in range(count)]
    items = [*balls, bottle("b.0"), crate("c.0")]
    strewn = np.random.default_rng(count).uniform(-0.3, 0.3, (len(items), 2))
    at = {p.item: p for p in heaped(items, [Placement(i.id, float(x), float(y), 0.0, 0.0) for i, (x, y) in zip(items, strewn, strict=True)])}
    middles = np.array([(at[b.id].x, at[b.id].y, at[b.id].z) for b in balls])
    assert len({round(z, 4) for z in middles[:, 2]}) == len({layer for *_, layer in spots(count)})
    gaps = np.linalg.norm(middles[:, None] - middles[None], axis=2) + np.eye(count)
    assert gaps.min() > 0.08 * 0.999
    assert all(z < 1e-6 or (np.abs(gaps[k] - 0.08) < 1e-6).sum() >= 3 for k, z in enumerate(middles[:, 2]))
    for other in ("b.0", "c.0"):
        assert np.hypot(middles[:, 0] - at[other].x, middles[:, 1] - at[other].y).min() > 0.06


@pytest.mark.parametrize(("names", "sides"), [(("arm", "arm"), {-1, 1}), (("low", "arm"), {1})])
def test_several_sit_on_each_of_two_alike_arms_and_all_on_one_that_has_no_fellow(names, sides):
    arms = tuple(SupportSurface(name, s * 0.5 - 0.1, s * 0.5 + 0.1, -0.04, 0.04, 1.4 - 0.5 * (name == "low")) for name, s in zip(names, (-1, 1), strict=True))
    host = Item("h.0", "h", "scarecrow", 0.75, 0.15, 1.8, levels=arms)
    birds = [Item(f"c.{k}", "c", "box", 0.04, 0.04, 0.1) for k in range(2)]
    placed = arrange([host, *birds], [Constraint(b.id, "on", ("h.0",)) for b in birds], Ground(), seed=1)
    at = {p.item: p for p in placed}
    assert {int(np.sign(at[b.id].x - at["h.0"].x)) for b in birds} == sides


def test_a_pile_on_a_table_lies_as_one_on_the_ground_does_and_in_a_bowl_as_it_came_to_rest():
    def pile(host: Item) -> dict[str, Placement]:
        oranges = [replace(lemon(f"orange.{k}"), subject="orange", half_y=0.03, heap=True) for k in range(4)]
        strewn = [Placement(i.id, 0.1 * k, 0.05 * k, 0.7, host=host.id) for k, i in enumerate(oranges)]
        return {p.item: p for p in heaped([host, *oranges], [Placement(host.id, 0, 0, 0), *strewn])}

    table = Item("table.0", "table", "table", 0.6, 0.4, 0.7)
    on_it = pile(table)
    assert max(on_it[f"orange.{k}"].z for k in range(4)) == pytest.approx(0.7 + 0.06 * (2 / 3) ** 0.5, abs=1e-3)
    bowl = replace(table, hollow=Cavity(0.1, 0.0, 0.1))
    assert {p.z for p in pile(bowl).values() if p.host} == {0.7}


def test_what_a_hammock_hangs_from_stands_at_its_ends_and_what_is_lower_stays():
    hammock = Item("h.0", "h", "hammock", 2.0, 0.6, 1.3)
    ties = [Constraint("palm.0", "left_of", ("h.0",)), Constraint("palm.1", "right_of", ("h.0",))]
    spots = [Placement("h.0", 0.5, 0.2, 0.0, 30.0), Placement("palm.0", -6.0, 3.0, 0.0), Placement("palm.1", 7.0, -2.0, 0.0)]

    def at(height: float) -> dict[str, Placement]:
        palms = [Item(f"palm.{k}", "palm", "palm_tree", 2.0, 2.0, height) for k in (0, 1)]
        return {p.item: p for p in slung([hammock, *palms], ties, spots)}

    high, low = at(8.0), at(0.4)
    assert high["h.0"].yaw == 0.0 and high["palm.0"].y == high["palm.1"].y == 0.2
    assert 1.7 < 0.5 - high["palm.0"].x < 2.0 and 1.7 < high["palm.1"].x - 0.5 < 2.0
    assert list(low.values()) == spots


def test_what_leans_on_something_lower_touches_its_edge_and_slants_more_than_on_a_wall():
    case = replace(bottle("case.0"), kind="suitcase", half_x=0.3, half_y=0.1, height=0.5, round=False)
    stick = replace(bottle("stick.0"), kind="umbrella", half_x=0.02, half_y=0.02, height=0.95, lean="back")
    at = placed([case, stick], [Constraint("stick.0", "leaning_on", ("case.0",))])
    there = at["stick.0"]
    slant = np.radians(-there.tilt_x)
    assert slant > np.radians(11.5)
    edge = at["case.0"].y - Body(case, 0, 0, 0, at["case.0"].yaw).half_y
    assert there.y + np.tan(slant) * case.height == pytest.approx(edge, abs=0.05)
    wall = placed([stick], [Constraint("stick.0", "leaning_on", ("wall",))], Ground(wall_y=1.0))["stick.0"]
    assert -wall.tilt_x == pytest.approx(11.0)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_high_stands_behind_what_is_flat_on_the_same_board(seed):
    board = Item("board.0", "board", "cutting_board", 0.25, 0.16, 0.03, levels=(SupportSurface("top", -0.24, 0.24, -0.15, 0.15, 0.03),))
    pot = Item("pot.0", "pot", "potted_plant", 0.08, 0.08, 0.4, round=True)
    knife = Item("knife.0", "knife", "knife", 0.16, 0.025, 0.02)
    at = placed([board, pot, knife], [Constraint(i, "on", ("board.0",)) for i in ("pot.0", "knife.0")], seed=seed)
    assert at["knife.0"].z == pytest.approx(0.03, abs=0.004)
    assert at["pot.0"].y > at["knife.0"].y


@pytest.mark.parametrize(("corner", "way"), [("left", -1), ("right", 1)])
def test_in_the_corner_is_past_the_end_of_what_is_wide_and_no_nearer(corner, way):
    sofa = Item("sofa.0", "sofa", "couch", 1.0, 0.45, 0.8)
    plant = Item("plant.0", "plant", "potted_plant", 0.25, 0.25, 0.6, round=True)
    at = placed([sofa, plant], [Constraint("plant.0", f"back_{corner}", ("sofa.0",))])
    assert way * (at["plant.0"].x - at["sofa.0"].x) > 1.0
    assert at["plant.0"].y >= at["sofa.0"].y - 1e-6
    tall = Item("plant.0", "plant", "potted_plant", 0.25, 0.25, 1.4, round=True)
    behind = placed([sofa, tall], [Constraint("plant.0", "behind", ("sofa.0",))])
    assert abs(behind["plant.0"].x - behind["sofa.0"].x) < 1.0


def test_what_would_be_hidden_stands_behind_the_end_of_what_it_is_behind():
    sofa, ball = Item("sofa.0", "sofa", "couch", 1.0, 0.45, 0.8), Item("ball.0", "ball", "ball", 0.15, 0.15, 0.3, round=True)
    at = placed([sofa, ball], [Constraint("ball.0", "behind", ("sofa.0",))])
    assert at["ball.0"].y > at["sofa.0"].y + 0.45
    assert 0.9 < abs(at["ball.0"].x - at["sofa.0"].x) < 1.4


def test_a_tree_is_rooted_and_a_boat_is_raised_over_what_is_under_it():
    from diorama_stage.arrange.raised import raised

    def lifted(kind: str, half: float, height: float) -> float:
        over, car = Item("o.0", "o", kind, half, half, height), Item("c.0", "c", "car", 2.0, 0.9, 1.4)
        there = [Placement("o.0", 0, 0, 0), Placement("c.0", 0.5, 0, 0)]
        return next(p.z for p in raised([over, car], [Constraint("c.0", "under", ("o.0",))], there) if p.item == "o.0")

    assert lifted("palm_tree", 1.6, 4.6) == 0
    assert lifted("boat", 2.2, 1.0) > 1.4
