"""Skins of solids are remembered by the solid and by what is asked of them."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")


def skin(radius: float):
    from diorama_stage.kit.skin import Skin

    return Skin(lambda p: np.linalg.norm(p - (0, 0, 0.5), axis=1) - radius, -0.05, 0.05, 0.5, f"ball {radius}")


def test_another_solid_has_another_skin_and_the_same_one_is_not_looked_for_again():
    side = np.array([(0.0, 0.5), (0.1, 0.6)])
    small, large = skin(0.3).side(side), skin(0.4).side(side)
    for points, radius in ((small, 0.3), (large, 0.4)):
        assert np.linalg.norm(points - (0, 0, 0.5), axis=1) == pytest.approx(radius, abs=1e-6)
    again = skin(0.3)
    again.solid = None  # would fail if it were asked
    assert again.side(side) is small and not small.flags.writeable
    with pytest.raises(TypeError):
        again.side(side + 0.01)


def test_what_is_cut_is_remembered_and_each_who_cuts_takes_it_apart_anew():
    seam = skin(0.3).side(np.array([(-0.1, 0.5), (0.1, 0.5)]))
    first, second = (skin(0.3).cut(0.45, [seam]) for _ in range(2))
    assert first.faces is second.faces and first.rest().all() and second.left.all()
    assert len(skin(0.3).cut(0.45, [seam, skin(0.3).side(np.array([(0.0, 0.55), (0.0, 0.65)]))]).faces) != len(first.faces)
