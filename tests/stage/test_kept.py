"""A body that is turned again is taken from what was kept: the same mesh to the last bit, and one of its own."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
bpy = pytest.importorskip("bpy")

PROFILE = [(0, 0), (0.03, 0), (0.04, 0.1), (0.03, 0.1), (0.025, 0.01), (0, 0.01)]


@pytest.fixture(autouse=True)
def empty_scene():
    from diorama_stage.compose import clear
    from diorama_stage.kit import solids

    clear()
    solids._TURNED.clear()


def told(made) -> dict[str, np.ndarray]:
    """All that the mesh of an object holds, by attribute, and the normals at the corners of its faces."""
    values = {"BOOLEAN": "value", "INT": "value", "INT32_2D": "value", "FLOAT2": "vector", "FLOAT_VECTOR": "vector"}
    out = {a.name: np.array([np.ravel(getattr(one, values[a.data_type])) for one in a.data]) for a in made.data.attributes}
    return out | {"normals": np.array([one.vector for one in made.data.corner_normals]), "starts": np.array([face.loop_start for face in made.data.polygons])}


@pytest.mark.parametrize("asked", [{"smooth": 40.0}, {"smooth": 180}, {"smooth": None}, {"squash": 0.6, "segments": 24}], ids=str)
def test_a_body_turned_again_is_the_same_and_one_of_its_own(asked):
    from diorama_stage.kit import lathe, move, solids

    first, again = lathe(PROFILE, **asked), lathe(PROFILE, **asked)
    assert len(solids._TURNED) == 1
    one, other = told(first), told(again)
    assert one.keys() == other.keys() and all(np.array_equal(one[name], other[name]) for name in one)
    assert not again.data.validate() and again.data.uv_layers.active.name == "UVMap"
    move(again, 1.0)
    assert np.array_equal(told(first)["position"], one["position"]) and np.array_equal(told(lathe(PROFILE, **asked))["position"], one["position"])


@pytest.mark.parametrize("otherwise", [{"segments": 30}, {"smooth": 180}, {"squash": 0.5}], ids=str)
def test_what_is_asked_otherwise_is_turned_anew(otherwise):
    from diorama_stage.kit import lathe, solids

    one, other = told(lathe(PROFILE)), told(lathe(PROFILE, **otherwise))
    assert len(solids._TURNED) == 2
    assert any(one.get(name) is None or not np.array_equal(one[name], other.get(name)) for name in one.keys() | other.keys())


def test_no_more_is_kept_than_is_said_and_nothing_large(monkeypatch):
    from diorama_stage.kit import lathe, solids

    monkeypatch.setattr(solids, "REMEMBERED", 3)
    for size in range(1, 6):
        lathe([(0, 0), (size, 0), (0, size)])
    lathe([(0, 0), (5, 0), (0, 5)])
    assert len(solids._TURNED) == 3
    monkeypatch.setattr(solids, "SMALL", 100)
    kept = list(solids._TURNED)
    lathe([(0, 0), (9, 0), (0, 9)])
    assert list(solids._TURNED) == kept
