"""Steam stands over what is hot, and is nothing that passes or counts know of. Needs Blender."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
bpy = pytest.importorskip("bpy")


def _composed(prompt):
    from diorama.language import read, stand_in
    from diorama_stage.compose import compose

    return compose(stand_in(read(prompt)).scene.model_dump(mode="json"), seed=3, width=160, height=120)


def _sheets():
    return [o for o in bpy.data.objects if o.type == "MESH" and any(m and m.name.startswith("steam") for m in o.data.materials)]


def test_it_rises_from_the_cup_and_is_no_object_of_the_passes():
    from diorama_stage.render import exact

    made = _composed("A steaming cup of coffee")
    low, high = made.actors[0].box()
    sheets = _sheets()
    assert sheets
    for o in sheets:
        corners = np.array([o.matrix_world @ v.co for v in o.data.vertices])
        assert corners[:, 2].max() > high[2] and low[0] < corners[:, 0].mean() < high[0] and low[1] < corners[:, 1].mean() < high[1]
        assert o.pass_index == 0 and not o.visible_shadow
    seen = exact()
    for o in sheets:
        bpy.data.objects.remove(o)
    assert np.array_equal(seen.ids, exact().ids)


def test_what_is_not_hot_has_none():
    _composed("A cup of coffee")
    assert not _sheets()
