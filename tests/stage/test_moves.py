"""Moves of the camera, without Blender: where it stands and what stays in focus."""

from __future__ import annotations

import numpy as np
import pytest

from diorama_stage import moves
from diorama_stage.lens import Shot

SHOT = Shot((0.0, -4.0, 1.5), (0.0, 0.0, 0.5), 0.0, 50.0, 2.8, 4.0, 0.0, 0.0, 39.6, 27.0)


def distance(shot):
    return float(np.linalg.norm(np.subtract(shot.eye, shot.target)))


@pytest.mark.parametrize("move", sorted(moves.USUAL))
def test_what_was_sharp_stays_sharp_and_the_lens_is_the_same(move):
    sharp = np.asarray(SHOT.eye) + SHOT.forward * SHOT.focus_distance
    for t in (0.0, 0.3, 1.0):
        shot = moves.at(SHOT, move, t)
        assert shot.focus_distance == pytest.approx((sharp - np.asarray(shot.eye)) @ shot.forward) and shot.focal_length == SHOT.focal_length


def test_an_orbit_keeps_height_and_distance_and_has_the_picture_in_its_middle():
    for t in (0.0, 0.5, 1.0):
        assert moves.at(SHOT, "orbit", t).eye[2] == 1.5 and distance(moves.at(SHOT, "orbit", t)) == pytest.approx(distance(SHOT))
    assert np.allclose(moves.at(SHOT, "orbit", 0.5).eye, SHOT.eye)
    ends = [np.degrees(np.arctan2(*np.asarray(moves.at(SHOT, "orbit", t, 40.0).eye)[[1, 0]])) for t in (0.0, 1.0)]
    assert ends[1] - ends[0] == pytest.approx(40.0)


def test_the_others_go_where_their_names_say():
    assert distance(moves.at(SHOT, "dolly_in", 1.0)) < distance(SHOT) == pytest.approx(distance(moves.at(SHOT, "dolly_out", 1.0)))
    assert moves.at(SHOT, "crane_up", 1.0).eye[2] > 1.5 > moves.at(SHOT, "crane_down", 1.0, 0.9).eye[2] >= moves.LOWEST
    assert moves.at(SHOT, "pan_right", 1.0).target[0] > 0 > moves.at(SHOT, "pan_left", 1.0).target[0] and moves.at(SHOT, "pan_left", 1.0).eye == SHOT.eye
    assert moves.widened(SHOT, "orbit").surrounded[0] > SHOT.surrounded[0] and moves.widened(SHOT, "dolly_in") is SHOT
