"""Where faces are in the frame: what the meter goes by."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from diorama.scene import Camera
from diorama_stage.faces import faces
from diorama_stage.lens import frame

LENS = frame(Camera(focal_length=85, framing="close_up", composition="centred").model_dump(), [(np.array([-0.1, -0.1, 1.5]), np.array([0.1, 0.1, 1.8]))], 1.0)


def somebody(turned: bool = False):
    side = -1.0 if turned else 1.0
    marks = {
        "left_eye": (0.031 * side, -0.09 * side, 1.68),
        "right_eye": (-0.031 * side, -0.09 * side, 1.68),
        "chin": (0, -0.09 * side, 1.57),
        "crown": (0, 0, 1.79),
    }
    return SimpleNamespace(index=3, built=SimpleNamespace(marks=marks), mark=lambda name: np.array(marks[name]))


def test_a_face_is_between_brow_and_chin_and_no_wider_than_a_face():
    ids = np.full((200, 200), 3, np.int32)
    rows, columns = np.nonzero(faces([somebody()], LENS, ids))
    x, y = (columns + 0.5) / 100 - 1, 1 - (rows + 0.5) / 100
    at = LENS.project(np.array([(0, -0.09, 1.57), (0, -0.09, 1.75), (0.075, -0.09, 1.63)]))
    assert y.min() > at[0, 1] - 0.02 and y.max() < at[1, 1] and np.abs(x).max() < at[2, 0] + 0.02
    assert y.max() - y.min() > 0.8 * (at[1, 1] - at[0, 1]) * 0.75


def test_what_stands_before_a_face_is_none_of_it_and_who_is_seen_from_behind_has_none():
    ids = np.full((100, 100), 3, np.int32)
    whole = faces([somebody()], LENS, ids).sum()
    ids[:, :50] = 7
    assert 0.3 * whole < faces([somebody()], LENS, ids).sum() < 0.7 * whole
    assert not faces([somebody(turned=True)], LENS, np.full((100, 100), 3, np.int32)).any()
