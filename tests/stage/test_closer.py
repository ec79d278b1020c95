"""What is small is gone near to, never away from; what is beside it comes along; what lies is seen from above; what fills a vessel is named together."""

from __future__ import annotations

import random
from types import SimpleNamespace

import numpy as np
import pytest

from diorama.language import read
from diorama_catalogue.loading import roles
from diorama_stage import lens
from diorama_stage.arrange import Constraint, Ground, Item, Placement, arrange
from diorama_stage.arrange.data import Cavity
from diorama_stage.arrange.foreground import Near, foreground
from diorama_stage.arrange.pack import lean
from diorama_stage.arrange.raised import raised
from diorama_stage.constraints import ties
from diorama_stage.closer import ENOUGH, Other, closer, smallness
from diorama_stage.nearer import parted, roots
from diorama_stage.presence import Seen
from diorama_stage.wants import Wants


def block(x: float, y: float, z: float, half: float) -> np.ndarray:
    return lens.corners((x - half, y - half, z), (x + half, y + half, z + 2 * half))


def shot(away: float = 4.0, focal: float = 70.0) -> lens.Shot:
    return lens.Shot((0.0, -away, 0.9), (0.0, 0.0, 0.5), 0.0, focal, 4.0, away, 0.0, 0.0, *lens.field_of_view(focal, 1.0))


CHERRIES = [block(x, -0.1, 0.47, 0.012) for x in (-0.12, -0.02, 0.1)]
BENCH = lens.corners((-0.8, -0.3, 0.0), (0.8, 0.3, 0.9))


def test_the_picture_goes_nearer_to_what_is_small_and_cuts_what_bears_it():
    found = closer(shot(), CHERRIES, [Other(BENCH, 0.2)])
    assert found is not None
    before, after = (min(smallness(s, c) for c in CHERRIES) for s in (shot(), found))
    assert after > 3 * before
    assert np.linalg.norm(np.subtract(found.eye, found.target)) < 2.0
    assert np.abs(np.concatenate([found.project(c) for c in CHERRIES])[:, :2]).max() < 0.9, "all of them in the frame"
    assert found.forward == pytest.approx(shot().forward), "looking the same way"


def test_it_goes_no_nearer_than_the_others_allow_nor_than_it_must():
    whole = closer(shot(), CHERRIES, [Other(BENCH, 0.98)])
    assert whole is None or np.abs(whole.project(BENCH)[:, :2]).max() < 1.05
    vase = [block(0.0, 0.0, 0.5, 0.08)]
    found = closer(shot(12.0), vase, [])
    assert smallness(found, vase[0]) == pytest.approx(ENOUGH, rel=0.05)
    assert closer(shot(1.0), vase, []) is None, "what is large enough is left as it was"


def actor(id: str, half: float, height: float, *, hollow=None):
    item = Item(id, id.split(".")[0], "crate", half, half, height, hollow=hollow)
    return SimpleNamespace(id=id, subject=id.split(".")[0], item=item, measures=SimpleNamespace(head=None, marks={}))


def test_what_is_beside_a_near_thing_comes_near_too():
    actors = [actor("crate.0", 0.2, 0.2), actor("bicycle.0", 0.85, 1.0), actor("house.0", 6.0, 9.0), actor("dog.0", 0.4, 0.5)]
    there = [Placement(a.id, 0, 0, 0) for a in actors]
    near, far = parted(actors, roots(there), [Constraint("crate.0", "beside", ("bicycle.0",))], {"crate.0"})
    assert near == {"crate.0", "bicycle.0"}
    assert far == {"house.0", "dog.0"}, "what nothing ties to it stays"


HOUSE = lens.corners((-6.0, -6.0, 0.0), (6.0, 6.0, 9.0))


def test_a_tied_thing_stands_where_it_fits_and_not_where_it_would_be_a_dot():
    crate, bicycle = Near("crate", 0.2, 0.2, 0.15), Near("bicycle", 0.87, 1.0, 0.8, order=1, tied=True)
    staged = foreground([crate, bicycle], HOUSE, lens.field_of_view(28.0, 1.0), seed=2)
    depth = staged.places["bicycle"][1] - staged.eye[1]
    assert depth < 4.0


def test_of_two_kinds_the_smaller_stand_nearer_whichever_is_told_first():
    barn = lens.corners((-8.0, -8.0, 0.0), (8.0, 8.0, 10.0))
    near = [Near("tricycle", 0.38, 0.61, 0.4, order=0), *(Near(f"pumpkin.{k}", 0.15, 0.27, 0.15, order=1) for k in range(6))]
    staged = foreground(near, barn, lens.field_of_view(28.0, 1.0), seed=1)
    assert staged is not None
    assert max(y for id, (_, y) in staged.places.items() if id != "tricycle") < staged.places["tricycle"][1]


def test_a_spoon_in_a_deep_jug_is_seen_over_its_rim():
    spoon, jug = Item("spoon.0", "spoon", "spoon", 0.1, 0.02, 0.02), Cavity(0.046, 0.01, 0.22)
    x, y, z, yaw, tilt_y, tilt_x = lean(spoon, jug, random.Random(1), 0, 5)
    top = z + spoon.half_x * np.sin(np.radians(abs(tilt_y or tilt_x)))
    assert top > jug.z1 + 0.05


def test_a_saxophonist_has_a_saxophone():
    assert roles()["saxophonist"].plays == "saxophone"


def test_what_lies_flat_is_looked_down_on():
    fov = lens.field_of_view(50.0, 1.0)
    sheep = lens.corners((-1.6, -0.5, 0.0), (1.6, 0.5, 0.9))
    spoon = foreground([Near("spoon", 0.1, 0.01, 0.03, flat=True)], sheep, fov)
    mug = foreground([Near("mug", 0.05, 0.1, 0.08)], sheep, fov)
    down = [np.degrees(np.arctan2(s.eye[2], s.nearest)) for s in (spoon, mug)]
    assert down[0] > 18 > down[1]


def test_no_row_of_many_is_hidden_wholly_by_another():
    fov = lens.field_of_view(135.0, 1.0)
    camels = lens.corners((-3.0, -1.0, 0.0), (3.0, 1.0, 2.3))
    near = [Near(f"clock.{k}", 0.15, 0.3, 0.18, "right") for k in range(6)]
    staged = foreground(near, camels, fov, seed=1)
    made = lens.Shot(staged.eye, staged.target, 0.0, 135.0, 8.0, staged.nearest, 0.0, 0.0, *fov)
    across = sorted(float(made.project(np.array([[x, y, 0.15]]))[0, 0]) for x, y in staged.places.values())
    wide = 0.3 / staged.nearest / np.tan(np.radians(fov[0] / 2))
    assert min(np.diff(across)) > 0.4 * wide, "each is seen beside the next"


def lamp() -> Item:
    post = [(np.cos(a) * 0.12, np.sin(a) * 0.12, z) for z in np.linspace(0, 3.2, 20) for a in np.linspace(0, 6, 12)]
    form = np.array(post + [(x, y, 3.7) for x in (-0.3, 0.3) for y in (-0.3, 0.3)])
    return Item("lamp.0", "lamp", "street_lamp", 0.32, 0.32, 3.77, form=form)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_stands_at_the_foot_of_a_street_lamp_and_it_on_the_ground(seed):
    items = [Item("man.0", "man", "doll_person", 0.33, 0.27, 1.7), lamp()]
    under = [Constraint("man.0", "under", ("lamp.0",))]
    there = {p.item: p for p in raised(items, under, arrange(items, under, Ground(), seed))}
    assert there["lamp.0"].z == 0
    apart = np.hypot(there["man.0"].x - there["lamp.0"].x, there["man.0"].y - there["lamp.0"].y)
    assert 0.35 < apart < 1.2


def test_a_scarf_hangs_close_above_the_basin():
    items = [Item("basin.0", "basin", "sink", 0.3, 0.24, 0.98), Item("scarf.0", "scarf", "scarf", 0.16, 0.05, 0.89)]
    hung = [Constraint("scarf.0", "above", ("basin.0",)), Constraint("scarf.0", "hanging_from", ("wall",))]
    there = {p.item: p for p in arrange(items, hung, Ground(wall_y=0.6), 1)}
    assert 0.98 < there["scarf.0"].z < 1.25


def test_what_fills_a_crate_is_named_by_some_of_it():
    scene = read("a crate of oranges").scene.model_dump(mode="json")
    crate, orange = (next(s["id"] for s in scene["subjects"] if s["thing"] == t) for t in ("crate", "orange"))
    many = next(s["count"] for s in scene["subjects"] if s["id"] == orange)
    actors = [actor(f"{crate}.0", 0.2, 0.2, hollow=object()), *(actor(f"{orange}.{k}", 0.04, 0.08) for k in range(many))]
    wants = Wants(scene, actors)
    good, lost = (0.9, 1.0, 0.2, 0.2, 0.04, 0.0), (0.02, 1.0, 0.02, 0.02, 0.0002, 0.0)
    seen = lambda named: [Seen(f"{crate}.0", crate, *good), *(Seen(f"{orange}.{k}", orange, *(good if k < named else lost)) for k in range(many))]  # noqa: E731
    assert wants.faults(seen(-(-many // 2))) == {}
    assert wants.faults(seen(1)), "one alone is no crate of oranges"


def test_nothing_goes_away_until_what_is_far_is_a_dot():
    truck = lens.corners((-3.5, -2.7, 0.0), (3.5, 2.7, 4.2))
    man = Near("man", 0.38, 1.8, 0.11)
    staged = foreground([man], truck, lens.field_of_view(35.0, 1.0))
    if staged is not None:
        assert np.hypot(*staged.eye[:2]) < 60
    led = foreground([Near("man", 0.38, 1.8, 0.35)], truck, lens.field_of_view(35.0, 1.0))
    assert led is not None
    depth = led.places["man"][1] - led.eye[1]
    assert 0.3 < 1.8 / depth / (2 * np.tan(np.radians(lens.field_of_view(35.0, 1.0)[1] / 2))) < 0.75, "large, and whole"


def test_a_wide_picture_excuses_what_is_small_but_no_dots():
    scene = read("a lighthouse and a bucket on a beach, wide shot").scene.model_dump(mode="json")
    assert scene["camera"]["framing"] == "wide"
    ids = [s["id"] for s in scene["subjects"]]
    wants = Wants(scene, [actor(f"{id}.0", 0.2, 0.2) for id in ids])
    fine = Seen(f"{ids[0]}.0", ids[0], 0.9, 1.0, 0.1, 0.1, 0.008, 0.0)
    smaller, dot = ((0.9, 1.0, side, side, side * side * 0.7, 0.0) for side in (0.046, 0.012))
    assert not wants.faults([fine, Seen(f"{ids[1]}.0", ids[1], *smaller)])
    assert wants.faults([fine, Seen(f"{ids[1]}.0", ids[1], *dot)]) == {f"{ids[1]}.0": ("small",)}


def test_a_sword_that_leans_on_what_lies_on_a_stump_leans_on_the_stump():
    stump, helmet = Item("stump.0", "stump", "log", 0.3, 0.3, 0.37), Item("helmet.0", "helmet", "helmet", 0.14, 0.16, 0.27)
    items = [stump, helmet, Item("sword.0", "sword", "sword", 0.45, 0.05, 0.2)]
    leant = [Constraint("helmet.0", "on", ("stump.0",)), Constraint("sword.0", "leaning_on", ("helmet.0",))]
    there = {p.item: p for p in arrange(items, leant, Ground(), 3)}
    assert np.hypot(there["sword.0"].x - there["stump.0"].x, there["sword.0"].y - there["stump.0"].y) < 0.7


def test_over_a_table_things_hang_lower_than_over_a_street():
    items = [Item("balloon.0", "balloon", "balloon", 0.15, 0.15, 0.8), Item("cake.0", "cake", "cake", 0.13, 0.13, 0.16)]
    over = [Constraint("balloon.0", "above", ("ground",))]
    table, street = (next(p.z for p in arrange(items, over, Ground(lamps=h), 1) if p.item == "balloon.0") for h in (0.5, 1.4))
    assert table < 1.1 < 2 < street


@pytest.mark.parametrize("seed", range(4))
def test_a_teapot_stands_beside_the_plate_of_biscuits(seed):
    tray, cup = Item("tray.0", "tray", "tray", 0.36, 0.26, 0.02), Item("cup.0", "cup", "cup", 0.07, 0.07, 0.07)
    items = [tray, Item("plate.0", "plate", "plate", 0.13, 0.13, 0.02, round=True), Item("pot.0", "pot", "teapot", 0.12, 0.08, 0.16), cup]
    on = [Constraint(i.id, "on", ("tray.0",)) for i in items[1:]]
    there = {p.item: p for p in arrange(items, on, Ground(), seed)}
    assert np.hypot(there["pot.0"].x - there["plate.0"].x, there["pot.0"].y - there["plate.0"].y) > 0.15


def test_what_flanks_several_on_a_slab_flanks_the_slab():
    scene = read("three macarons on a marble slab between two roses").scene.model_dump(mode="json")
    of = {s["thing"]: s["id"] for s in scene["subjects"]}
    actors = [actor(f"{s['id']}.{k}", 0.1, 0.05) for s in scene["subjects"] for k in range(s["count"])]
    told = {(t.item, t.kind, t.objects[0]) for t in ties(scene, actors)}
    slab, rose = of["stone_slab"], of["rose"]
    assert (f"{rose}.0", "left_of", f"{slab}.0") in told
    assert (f"{rose}.1", "right_of", f"{slab}.0") in told


SUPPORTS = [("six macarons in a row on a marble slab", "stone_slab", 0.55), ("a teapot, a cup and a plate of biscuits on a tray", "tray", 1.1)]


@pytest.mark.parametrize(("prompt", "host", "least"), SUPPORTS)
def test_a_support_has_the_width_of_what_stands_side_by_side_on_it(prompt, host, least):
    sizes = {s.thing: s.size.scale for s in read(prompt).scene.subjects}
    assert sizes[host] > least


def test_a_tower_is_large_though_it_is_not_wide():
    tower = np.concatenate([block(0.0, 0.0, z, 3.0) for z in np.arange(3.0, 25.0, 6.0)])
    sheep = [Near(f"sheep.{k}", 0.45, 0.8, 0.53) for k in range(2)]
    staged = foreground(sheep, tower, lens.field_of_view(35.0, 1.5), low=0.12)
    assert staged is not None
    assert staged.large > 0.3
    assert staged.nearest < 0.3 * staged.farthest
