"""What the stage's tests share."""

from __future__ import annotations

import numpy as np
import pytest

MOST_POLYGONS = 200_000


@pytest.fixture
def is_whole():
    """A function that holds a built thing to what placement, dressing and speed rest on; nothing else may be in the scene."""
    import bpy

    from diorama_stage.kit.build import vertices
    from diorama_stage.materials import NAMES

    def look(built) -> None:
        size = built.high - built.low
        assert 0 < built.polygons <= MOST_POLYGONS
        assert (size > 0).all() and np.isfinite(size).all()
        assert abs(built.low[2]) < 1e-4, "it stands on z = 0"
        assert all(np.isfinite(vertices(o)).all() for o in built.objects)
        assert any(s.role == "main" for s in built.slots.values()), "something takes the asked colour"
        assert {s.material for s in built.slots.values()} <= set(NAMES), "each of its materials is in the library"
        assert set(bpy.data.objects) == {built.root, *built.objects}, "nothing that it was made of is left lying at the origin"
        for s in built.supports:
            assert built.low[0] - 1e-3 <= s.x0 < s.x1 <= built.high[0] + 1e-3 and built.low[2] <= s.z <= built.high[2] + 0.02
        if built.interior:
            assert built.interior.z0 < built.interior.z1 <= built.high[2] + 1e-3

    return look
