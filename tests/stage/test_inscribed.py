# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the skin of things that have no surface for them: the patch is there, follows the skin, and reads from the side that it is on."""

import numpy as np
import pytest

pytest.importorskip("bpy")

from diorama_stage.compose import clear
from diorama_stage.inscribed import SIDES, inscribe
from diorama_stage.kit import Spec
from diorama_stage.kit.build import vertices
from diorama_stage.props import registry

LABEL = {"text": "Little Auk", "style": "sans", "colour": None}


pytestmark = pytest.mark.stage


@pytest.fixture(autouse=True)
def _empty():
    clear()


@pytest.mark.parametrize("kind", ["pillow", "door", "boat", "surfboard", "tree", "drum"])
def test_words_lie_on_the_skin(kind):
    built = registry.build(Spec(kind, 3, labels=(LABEL,)))
    low, high = np.array(built.low), np.array(built.high)
    turn = inscribe(built, [LABEL])
    assert turn in {side.turn for side in SIDES}
    patches = built.parts["words"]
    off = 0.02 * float((high - low).max())
    for patch in patches:
        points = vertices(patch)
        assert (points > low - off).all() and (points < high + off).all()
        skin = np.concatenate([vertices(o) for o in built.objects if o not in patches])
        assert np.ptp(points, axis=0).max() > 0.05 * np.ptp(skin, axis=0).max()


def test_words_read_from_where_one_looks():
    built = registry.build(Spec("door", 3, labels=(LABEL,)))
    inscribe(built, [LABEL])
    patch = next(p for p in built.parts["words"] if p.name.startswith("words front"))
    uv = np.empty(len(patch.data.loops) * 2, np.float32)
    patch.data.uv_layers[0].data.foreach_get("uv", uv)
    at = np.empty(len(patch.data.loops), np.int32)
    patch.data.loops.foreach_get("vertex_index", at)
    points, uv = vertices(patch)[at], uv.reshape(-1, 2)
    assert np.corrcoef(points[:, 0], uv[:, 0])[0, 1] > 0.99 and np.corrcoef(points[:, 2], uv[:, 1])[0, 1] > 0.99
    assert np.mean([p.normal.y for p in patch.data.polygons]) < -0.9


def test_what_has_a_surface_keeps_it():
    built = registry.build(Spec("mug", 3, labels=(LABEL,)))
    before = len(built.objects)
    assert inscribe(built, [LABEL]) is None and len(built.objects) == before
