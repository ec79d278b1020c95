"""A wide hole: lines that run into it go on through it, no tone stands in it that does not belong there, and detail is copied."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.engines.darkroom import wide
from diorama.engines.darkroom.erase import erase

pytest.importorskip("patchmatch")


def scene(seed: int = 0) -> np.ndarray:
    """A pale table with grain before a dark wall, its far edge across the middle: uint8 (160, 240, 3)."""
    rng = np.random.default_rng(seed)
    picture = np.empty((160, 240, 3), np.float32)
    picture[:80], picture[80:] = (60, 80, 70), (190, 150, 120)
    picture[80:] += rng.normal(0, 6, (80, 1, 1)) + rng.normal(0, 2, (80, 240, 1))
    return np.clip(picture, 0, 255).astype(np.uint8)


def test_the_edge_of_a_table_goes_on_behind_what_is_gone():
    whole = scene()
    with_thing, hole = whole.copy(), np.zeros((160, 240), bool)
    hole[40:140, 70:170] = True
    with_thing[50:130, 80:160] = (30, 160, 40)
    assert wide.is_wide(hole, 7)
    after = erase(with_thing, hole).astype(int)
    assert np.array_equal(after[~hole], with_thing[~hole])
    green = after[..., 1] - after[..., 0]
    assert (green[hole] > 40).mean() < 0.01, "nothing is copied of what is gone"
    off = np.abs(after - whole).mean(axis=-1)
    assert off[45:70, 75:165].mean() < 12 and off[95:135, 75:165].mean() < 12, "wall above, table below"
    column = after[45:135, 110:130].mean(axis=(1, 2))
    assert abs(int((column > 110).argmax()) + 45 - 80) <= 10, "the edge is where it was"


def test_a_narrow_hole_is_left_to_patches():
    hole = np.zeros((160, 240), bool)
    hole[20:120, 100:120] = True
    assert not wide.is_wide(hole, 7)


def test_what_reaches_the_frame_is_left_to_patches():
    hole = np.zeros((160, 240), bool)
    hole[100:, :] = True
    assert not wide.is_wide(hole, 7)


def test_detail_is_copied_and_not_smoothed_away():
    rng = np.random.default_rng(3)
    picture = np.clip(128 + rng.normal(0, 25, (160, 240, 1)) + np.zeros((1, 1, 3)), 0, 255).astype(np.uint8)
    hole = np.zeros((160, 240), bool)
    hole[40:120, 80:160] = True
    after = erase(picture, hole)
    assert after[50:110, 90:150].std() > 0.6 * picture[50:110, 90:150].std()
