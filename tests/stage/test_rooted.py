"""A tree stands on its trunk: no leaf hangs below its foot and raises it over who is under it."""

from __future__ import annotations

import pytest

pytest.importorskip("bpy")

pytestmark = pytest.mark.stage


def test_a_trees_trunk_is_its_lowest_part():
    from diorama_stage.compose import clear
    from diorama_stage.kit import Spec
    from diorama_stage.kit.build import vertices
    from diorama_stage.props import registry

    registry.load()
    for variants in ((), ("olive",), ("cherry",)):
        for seed in (1, 3, 7, 907):
            built = registry.make(Spec(kind="tree", seed=seed, variants=variants))
            foot = min(float(vertices(o)[:, 2].min()) for o in built.parts["trunk"])
            assert foot - float(built.low[2]) < 0.02, (variants, seed)
            clear()
