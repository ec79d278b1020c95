"""What a denoiser took for noise comes back by the surface's own colour."""

import numpy as np
from scipy.ndimage import gaussian_filter

from diorama_stage.render.detail import detailed, sharpness

RNG = np.random.default_rng(5)
SIDE = 96
LIGHT = np.linspace(0.4, 1.6, SIDE)[None, :, None] * np.ones((SIDE, 1, 3))
CHIPS = np.clip(0.3 + 0.1 * RNG.normal(size=(SIDE, SIDE, 1)), 0.05, 0.9) * np.ones(3)
TRUE = LIGHT * CHIPS
NOISY = TRUE * (1 + 0.35 * RNG.normal(size=(SIDE, SIDE, 1)))
SMEARED = LIGHT * gaussian_filter(CHIPS, (3, 3, 0))
MIDDLE = (slice(12, -12), slice(12, -12))


def apart(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.abs(a / b - 1)[MIDDLE].mean())


def test_lost_detail_comes_back_and_noise_does_not():
    back = detailed(SMEARED, NOISY, CHIPS)
    assert apart(back, TRUE) < 0.6 * apart(SMEARED, TRUE)
    even = np.full_like(CHIPS, 0.3)
    assert apart(detailed(LIGHT * even, LIGHT * even * (NOISY / TRUE), even), LIGHT * even) < 0.002, "a plain surface stays as clean as it is"


def test_what_was_kept_is_not_doubled():
    assert apart(detailed(TRUE, NOISY, CHIPS), TRUE) < 0.25 * apart(SMEARED, TRUE)


def test_what_the_lens_blurs_stays_blurred():
    assert (detailed(SMEARED, NOISY, CHIPS, 0.0) == SMEARED).all()
    share = sharpness(np.array([[2.0, 2.02, 9.0]] * 3), focus=2.0, f_number=2.0, focal_length=85.0, width=512)
    assert share[1, 0] == 1.0 and share[1, 2] == 0.0
    assert (sharpness(np.full((3, 3), 9.0), focus=2.0, f_number=16.0, focal_length=24.0, width=512) > 0.9).all()
    sky = np.full((9, 9), 3.0)
    sky[:, :3] = 1e10
    share = sharpness(sky, focus=3.0, f_number=None, focal_length=50.0, width=512)
    assert not share[:, :5].any() and share[:, 5:].all(), "light between leaves is no colour of theirs"
