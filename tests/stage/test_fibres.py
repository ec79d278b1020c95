"""What is covered with hair keeps a share of its noise; pure."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")


@pytest.mark.parametrize("noise", [0.02, 0.1, 0.3])
def test_hair_keeps_noise_of_one_level_and_the_rest_of_the_picture_none(noise):
    from diorama_stage.render.fibres import LEVEL, MOST, kept

    rng = np.random.default_rng(3)
    clean = np.full((80, 90, 3), (0.3, 0.2, 0.1), np.float32)
    noisy = (clean * (1 + rng.normal(0, noise, clean.shape[:2]))[..., None]).astype(np.float32)
    index = np.zeros((80, 90), np.float32)
    index[:, 40:] = 7
    index[:, :10] = 3
    made = kept(clean, noisy, index, {7})
    assert (made[:, :40] == clean[:, :40]).all()
    level = np.median(np.abs(made[:, 44:] @ (1, 1, 1) / (clean[:, 44:] @ (1, 1, 1)) - 1))
    assert level == pytest.approx(min(LEVEL, MOST * 0.6745 * noise), rel=0.15)
    assert np.allclose(made[:, 44:] / made[:, 44:, :1], clean[:, 44:] / clean[:, 44:, :1], rtol=1e-5), "no hue changes"


def test_a_firefly_is_none_and_a_picture_without_hair_stays_to_the_last_bit():
    from diorama_stage.render.fibres import kept

    clean = np.full((9, 9, 3), 0.2, np.float32)
    noisy = clean.copy()
    noisy[4, 4] = 500.0
    assert kept(clean, noisy, np.ones((9, 9)), {1}).max() < 0.2 * 1.4
    assert kept(clean, noisy, np.ones((9, 9)), {2}) is clean
