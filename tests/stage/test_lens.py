"""The lens: a 35 mm frame's true field of view, and framings that hold what they promise. Pure; no Blender."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diorama.scene import Camera
from diorama_stage.lens import FILL, corners, field_of_view, frame


@pytest.mark.parametrize(("focal", "degrees"), [(24, 73.7), (50, 39.6), (85, 23.9)])
def test_field_of_view_is_that_of_a_36_mm_frame(focal, degrees):
    assert field_of_view(focal, 1.5)[0] == pytest.approx(degrees, abs=0.05)
    assert field_of_view(focal, 1 / 1.5)[1] == pytest.approx(degrees, abs=0.05)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(FILL)), st.sampled_from(["eye_level", "low", "slightly_high", "high", "overhead", "aerial"]), st.floats(14, 300),
    st.sampled_from([1.0, 1.5, 16 / 9, 2 / 3]), st.tuples(*[st.floats(0.01, 3)] * 3),
)  # fmt: skip
def test_everything_lies_within_the_framing(framing, angle, focal, aspect, size):
    camera = Camera(framing=framing, angle=angle, focal_length=focal, composition="centred").model_dump()
    high = np.asarray(size)
    low = -high * (1, 1, 0)
    shot = frame(camera, [(low, high)], aspect)
    seen = shot.project(corners(low, high))
    assert np.abs(seen[:, :2]).max() <= FILL[framing] + 0.35  # large things may lower the camera after the distance is found
    assert seen[:, 2].min() > 0


def test_focus_lies_on_the_subject():
    camera = Camera(focal_length=85, f_number=1.8).model_dump()
    shot = frame(camera, [(np.array([-0.05, -0.05, 0]), np.array([0.05, 0.05, 0.1]))], 1.5)
    depth = shot.project(corners((-0.05, -0.05, 0), (0.05, 0.05, 0.1)))[:, 2]
    assert depth.min() <= shot.focus_distance <= depth.max()
    assert shot.f_number == 1.8


def test_deep_focus_closes_the_aperture_altogether():
    shot = frame(Camera(deep_focus=True).model_dump(), [(np.zeros(3), np.ones(3))], 1.5)
    assert shot.f_number is None


@pytest.mark.parametrize("space", ["left", "right", "top", "bottom", "top_left", "top_right", "bottom_left", "bottom_right"])
def test_what_is_to_be_left_free_is_free_of_subjects(space):
    camera = {"focal_length": 70.0, "f_number": 4.0, "framing": "medium", "angle": "slightly_high", "azimuth": 20.0, "roll": 0.0, "deep_focus": False,
              "composition": "balanced", "space": space, "within": None}  # fmt: skip
    box = (np.array([-0.05, -0.05, 0.0]), np.array([0.05, 0.05, 0.1]))
    seen = frame(camera, [box], 1.5).project(corners(*box))
    least = 2 * 0.36 - 1
    for side, axis, sign in (("left", 0, 1), ("right", 0, -1), ("bottom", 1, 1), ("top", 1, -1)):
        if side == space or ("_" in space and side in space and axis == 1):
            assert (sign * seen[:, axis]).min() >= least - 0.02, side
    assert np.abs(seen[:, :2]).max() <= 1


@pytest.mark.parametrize("within", [(0.5, 0.1, 0.95, 0.9), (0, 0, 0.3333, 1), (0, 0.5, 0.5, 1)])
@pytest.mark.parametrize("aspect", [1.5, 1.0, 0.5625])
def test_what_is_to_be_in_a_box_of_the_frame_is_in_it_and_fills_it(within, aspect):
    box = (np.array([-0.2, -0.05, 0.0]), np.array([0.2, 0.05, 0.3]))
    seen = frame(Camera(focal_length=70, within=within).model_dump(), [box], aspect).project(corners(*box))
    low, high = (seen[:, :2].min(axis=0) + 1) / 2, (seen[:, :2].max(axis=0) + 1) / 2
    left, top, right, bottom = within
    assert low[0] >= left - 0.01 and high[0] <= right + 0.01 and 1 - high[1] >= top - 0.01 and 1 - low[1] <= bottom + 0.01
    assert max((high[0] - low[0]) / (right - left), (high[1] - low[1]) / (bottom - top)) == pytest.approx(FILL["medium"], abs=0.05)


@pytest.mark.parametrize(("composition", "line"), [("rule_of_thirds", 1 / 3), ("left", 1 / 3), ("right", 2 / 3)])
def test_the_middle_of_the_subjects_is_on_a_line_of_the_thirds(composition, line):
    box = (np.array([-0.05, -0.05, 0]), np.array([0.05, 0.05, 0.1]))
    seen = frame(Camera(composition=composition).model_dump(), [box], 1.5).project(corners(*box))
    across = (seen[:, 0] + 1) / 2
    assert (across.min() + across.max()) / 2 == pytest.approx(line, abs=0.01) and across.min() > 0
