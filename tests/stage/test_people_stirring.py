"""Who cooks in a pot stirs it: the lid is off, a spatula is in the hand and its blade in the pot; what is chopped is under the knife."""

from __future__ import annotations

import json

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama.assets import installed  # noqa: E402

if not installed():
    pytest.skip("people are not set up here: `python -m diorama.assets`", allow_module_level=True)


def composed(prompt: str) -> dict:
    """The actors of a prompt by kind."""
    from diorama.language import read
    from diorama_stage.compose import compose

    scene = json.loads(read(prompt).scene.model_dump_json())
    return {a.item.kind: a for a in compose(scene, seed=7, width=64, height=80).actors}


def points(actor) -> np.ndarray:
    from diorama_stage.actors import world_points

    return np.concatenate([world_points(o) for o in actor.built.objects])


def test_what_stirs_is_in_the_pot_and_in_the_hand():
    actors = composed("A cook in an apron stirring a pot in a kitchen")
    pot, tool, cook = (points(actors[k]) for k in ("saucepan", "spatula", "doll_person"))
    low = tool[tool[:, 2] < tool[:, 2].min() + 0.02].mean(axis=0)
    middle, wide = (pot.min(axis=0) + pot.max(axis=0)) / 2, np.ptp(pot[:, 1]) / 2
    assert np.hypot(*(low - middle)[:2]) < 0.8 * wide, "over its middle"
    assert pot[:, 2].min() < low[2] < pot[:, 2].max(), "below its rim"
    grip = actors["doll_person"].mark("right_grip")
    assert np.linalg.norm(tool - grip, axis=1).min() < 0.03 and cook[:, 2].max() > pot[:, 2].max()
    assert "lid" not in actors["saucepan"].built.parts


def test_who_does_not_cook_in_it_leaves_it_closed():
    actors = composed("A cooking pot on a table in a kitchen")
    assert "spatula" not in actors and "lid" in actors["saucepan"].built.parts
