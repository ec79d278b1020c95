# SPDX-License-Identifier: GPL-3.0-or-later
"""The silhouette of a thing is that of its form, however finely its surface is divided."""

import numpy as np
import pytest

pytest.importorskip("bpy")

from diorama_stage import lens
from diorama_stage.kit.mesh import from_geometry, move
from diorama_stage.visibility import DENSE, _drawn

pytestmark = pytest.mark.stage

SHOT = lens.Shot((0, -3, 0), (0, 0, 0), 0.0, 50.0, None, 3.0, 0.0, 0.0, *lens.field_of_view(50.0, 1.5))


def sheet(parts: int):
    """A square metre that faces the lens, in parts × parts squares."""
    x, z = (a.ravel() for a in np.meshgrid(*[np.linspace(-0.5, 0.5, parts + 1)] * 2))
    corner = (np.arange(parts)[:, None] * (parts + 1) + np.arange(parts)).ravel()
    return from_geometry("sheet", np.stack([x, 0 * x, z], axis=1), np.stack([corner, corner + 1, corner + parts + 2, corner + parts + 1], axis=1), smooth=None)


@pytest.mark.parametrize("parts", [10, 70])  # larger than a pixel, and smaller
def test_it_is_the_same_in_one_face_and_in_many(parts):
    assert parts**2 < DENSE
    one, many = (_drawn([sheet(n)], SHOT, 90, 60) for n in (1, parts))
    assert one.any() and (one == many).mean() > 0.999 and abs(int(one.sum()) - int(many.sum())) < 0.03 * one.sum()


def test_what_is_behind_the_lens_or_far_beside_the_frame_is_not_drawn():
    for way in ((0, -9, 0), (40, 0, 0)):
        made = sheet(4)
        move(made, *way)
        assert not _drawn([made], SHOT, 90, 60).any()
