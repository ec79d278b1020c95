"""Coverage and light of a cut-out: a blurred edge of few rays is smooth, has the thing's own colour, and what is covered whole stays as it is."""

from __future__ import annotations

import numpy as np

from diorama_stage.render.alone import parted


def ragged(seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """A red half plane whose edge is out of focus over 12 pixels, from 8 rays a pixel: light times coverage, (64, 96, 4); the true coverage."""
    true = np.clip((np.arange(96) - 40) / 12, 0, 1)[None].repeat(64, axis=0)
    alpha = np.random.default_rng(seed).binomial(8, true) / 8
    return np.dstack([alpha[..., None] * (0.6, 0.05, 0.02), alpha]).astype(np.float32), true


def test_a_blurred_edge_is_smooth_and_of_the_things_own_colour():
    combined, true = ragged()
    light, cover = parted(combined)
    edge = (true > 0.05) & (true < 0.95)
    assert np.abs(cover - true)[edge].std() < 0.5 * np.abs(combined[..., 3] - true)[edge].std()
    seen = cover > 0.01
    assert np.allclose(light[seen], (0.6, 0.05, 0.02), rtol=0.02), "no white or black sparks in its fringe"


def test_what_is_whole_stays_and_a_speck_goes():
    combined, true = ragged()
    combined[10, 10] = (0.3, 0.3, 0.3, 0.5)
    light, cover = parted(combined)
    assert (cover[:, 60:] == 1).all() and np.array_equal(light[:, 60:], combined[:, 60:, :3])
    assert cover[8:13, 8:13].max() == 0
