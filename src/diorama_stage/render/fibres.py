# SPDX-License-Identifier: GPL-3.0-or-later
"""What is covered with hair keeps a share of its noise: a denoiser takes strands, pores and weave for noise and melts them together."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

LEVEL = 0.035
"""How much noise such a subject keeps, by its own light (median): that of a photograph at a middling speed."""
MOST = 0.6
"""The largest share of the noise that is kept."""
SPIKE = 0.35
"""Noise beyond this, by the denoised light, is a firefly and is cut there."""
WEIGHTS = np.array((0.2126, 0.7152, 0.0722), np.float32)


def kept(picture: np.ndarray, noisy: np.ndarray, index: np.ndarray, hairy: set[int]) -> np.ndarray:
    """The picture (h, w, 3), scene-linear and denoised, with part of the noise back where `index` (h, w) is one of `hairy`.

    `noisy` (h, w, 3): the same before it was denoised. Only lightness is changed, no hue; elsewhere all stays to the last bit.
    """
    mask = np.isin(np.rint(index).astype(np.int32), sorted(hairy))
    if not mask.any():
        return picture
    before, after = noisy @ WEIGHTS, picture @ WEIGHTS
    noise = np.clip(before / np.maximum(after, 1e-4) - 1, -SPIKE, SPIKE)
    usual = float(np.median(np.abs(noise[mask])))
    share = min(LEVEL / max(usual, 1e-6), MOST)
    soft = gaussian_filter(mask.astype(np.float32), 1.0) * mask
    return (picture * (1 + share * noise * soft)[..., None]).astype(picture.dtype)
