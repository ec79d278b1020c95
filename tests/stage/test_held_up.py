"""What leans meets its prop, what hangs hangs from something, and none lies on its neighbour while there is room beside it. No Blender here."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial import KDTree

from diorama_stage.arrange import Constraint, Ground, Item, Placement, arrange
from diorama_stage.arrange.data import SupportSurface
from diorama_stage.arrange.form import stood
from diorama_stage.arrange.held_up import hooks, leant


def rod(half_x: float, half_y: float, z0: float, z1: float, steps: int = 9) -> np.ndarray:
    """Points on an upright box."""
    u, z = np.meshgrid(np.linspace(-1, 1, steps), np.linspace(z0, z1, 5 * steps))
    sides = [(u * half_x, np.full_like(u, s * half_y), z) for s in (-1, 1)] + [(np.full_like(u, s * half_x), u * half_y, z) for s in (-1, 1)]
    return np.concatenate([np.stack(side, axis=-1).reshape(-1, 3) for side in sides])


TREE = Item("tree.0", "tree", "tree", 2.0, 2.0, 5.0, round=True, form=np.concatenate([rod(0.15, 0.15, 0, 2.5), rod(2.0, 2.0, 2.5, 5.0, 24)]))
RAKE = Item("rake.0", "rake", "rake", 0.2, 0.05, 1.5, lean="back", form=rod(0.02, 0.02, 0, 1.5))


def gap(item: Item, at: Placement, prop: Item, there: Placement) -> float:
    """Least distance between two forms, metres."""
    a, b = stood(item, at), stood(prop, there)
    return float(KDTree(b).query(a)[0].min())


@pytest.mark.parametrize("seed", range(4))
def test_a_rake_leans_on_the_trunk_and_not_on_the_edge_of_the_crown(seed):
    there = {p.item: p for p in arrange([TREE, RAKE], [Constraint("rake.0", "leaning_on", ("tree.0",))], Ground(), seed)}
    assert gap(RAKE, there["rake.0"], TREE, there["tree.0"]) < 0.12
    beside = {p.item: p for p in arrange([TREE, RAKE], [Constraint("rake.0", "beside", ("tree.0",))], Ground(), seed)}
    assert gap(RAKE, beside["rake.0"], TREE, beside["tree.0"]) > 0.2


def test_what_goes_past_its_prop_stays_where_it_was():
    at, far = Placement("rake.0", 0.0, -1.0, 0.0, tilt_x=-17.0), Placement("low.0", 0.0, 0.0, 9.0)
    low = Item("low.0", "low", "box", 0.1, 0.1, 0.2, form=rod(0.1, 0.1, 0, 0.2))
    assert leant(RAKE, at, low, far) == at


@pytest.mark.parametrize("seed", range(4))
def test_what_leans_on_the_wall_is_at_it_also_where_it_is_beside_a_crate(seed):
    bicycle = Item("bicycle.0", "bicycle", "bicycle", 0.86, 0.3, 1.0, lean="side")
    crate, ground = Item("crate.0", "crate", "crate", 0.18, 0.13, 0.14), Ground(wall_y=2.0)
    ties = [Constraint("bicycle.0", "leaning_on", ("wall",)), Constraint("bicycle.0", "beside", ("crate.0",))]
    there = {p.item: p for p in arrange([bicycle, crate], ties, ground, seed)}
    assert there["bicycle.0"].y > 1.2 and abs(there["crate.0"].y - there["bicycle.0"].y) < 0.6
    free = {p.item: p for p in arrange([bicycle, crate], ties[1:], ground, seed)}
    assert free["bicycle.0"].y < 1.0


@pytest.mark.parametrize("seed", range(4))
def test_a_fence_is_behind_the_bench_and_not_at_its_end(seed):
    bench, fence = Item("bench.0", "bench", "bench", 0.8, 0.37, 0.92), Item("fence.0", "fence", "fence", 2.7, 0.09, 1.0)
    there = {p.item: p for p in arrange([bench, fence], [], Ground(), seed)}
    assert abs(there["bench.0"].x - there["fence.0"].x) < 2.2
    told = {p.item: p for p in arrange([bench, fence], [Constraint("bench.0", "left_of", ("fence.0",))], Ground(), seed)}
    assert told["fence.0"].x - told["bench.0"].x > 3.3


def test_a_coat_hangs_from_the_end_of_a_hook_and_a_lantern_from_a_low_bough_over_its_table():
    hook = rod(0.01, 0.01, 1.68, 1.7) + (0.15, 0.0, 0.0)
    rack = Item("rack.0", "rack", "coat_rack", 0.26, 0.26, 1.8, round=True, form=np.concatenate([rod(0.02, 0.02, 0, 1.8), hook]))
    x, _, z = hooks(rack, 1, 0.2, yaw=-52.0)[0]
    assert x > 0.13 and 1.67 < z < 1.71
    x, y, z = hooks(TREE, 1, 0.2, longest=0.4, toward=np.array((1.2, -1.9, 0.0)))[0]
    assert np.hypot(x - 1.2, y + 1.9) < 0.3 and 1.7 < z < 3.0


@pytest.mark.parametrize("seed", range(5))
def test_flat_things_of_two_kinds_lie_beside_each_other_while_there_is_room(seed):
    top = SupportSurface("top", -0.3, 0.3, -0.2, 0.2, 0.75)
    desk = Item("desk.0", "desk", "desk", 0.32, 0.22, 0.75, levels=(top,))
    book, knife = Item("book.0", "book", "book", 0.11, 0.08, 0.03), Item("knife.0", "knife", "knife", 0.12, 0.012, 0.01)
    ties = [Constraint(id, "on", ("desk.0",)) for id in ("book.0", "knife.0")]
    there = {p.item: p for p in arrange([desk, book, knife], ties, Ground(), seed)}
    assert {round(there[id].z, 3) for id in ("book.0", "knife.0")} == {0.75}
    laid = {p.item: p for p in arrange([desk, book, knife], [ties[0], Constraint("knife.0", "on", ("book.0",))], Ground(), seed)}
    assert laid["knife.0"].z > 0.77
