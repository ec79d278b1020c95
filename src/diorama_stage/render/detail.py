# SPDX-License-Identifier: GPL-3.0-or-later
"""What a denoiser took for noise though it is what surfaces are made of: chips in asphalt, threads, grains, leaves. It comes back where the picture from
before, noisy as it is, follows the surface's own colour, which is known nearly without noise: light changes slowly, colours do not.

picture, the same with noise, albedo ──regression in a small window──▶ how much of the albedo's detail was lost ──▶ the picture with it
"""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter, maximum_filter, median_filter

WEIGHTS = np.array((0.2126, 0.7152, 0.0722), np.float32)
WINDOW, FINE = 3.0, 2.0
"""Pixels: the window (standard deviation) in which light is taken to be even; detail is finer than this."""
LEAST = 0.02
"""Albedo below which a surface is black, or nothing at all."""
MOST = 0.45
"""By the light there is: the most that detail adds or takes."""
CERTAIN = 0.0004
"""Variance of the albedo's detail, by its mean squared, that is told from what sampling leaves."""
BLURRED = (0.8, 2.2)
"""Circles of confusion, pixels: from where on detail is lost by the lens, and where none is left."""
NOTHING, BESIDE = 1e5, 2
"""Metres from where on nothing is; pixels around the sky in which a pixel may show some of it."""


def detailed(picture: np.ndarray, noisy: np.ndarray, albedo: np.ndarray, sharp: np.ndarray | float = 1.0) -> np.ndarray:
    """The denoised picture (h, w, 3), scene-linear, with the detail of surfaces that was lost in it.

    `noisy`: the same before it was denoised; `albedo`: (h, w, 3) of the same samples; `sharp`: 0 where the lens blurs all detail, 1 where it does not.
    """
    before, after, own = noisy @ WEIGHTS, picture @ WEIGHTS, albedo @ WEIGHTS
    seen = (own > LEAST) & (after > 1e-6)
    broad = _mean(own, seen, FINE)
    detail = np.where(seen, np.clip(own / np.maximum(broad, LEAST) - 1, -1, 1), 0.0)
    lost = np.where(seen, np.clip(before / np.maximum(after, 1e-6) - 1, -1, 1), 0.0)
    together, alone = gaussian_filter(detail * lost, WINDOW), gaussian_filter(detail * detail, WINDOW)
    share = np.clip(together / (alone + CERTAIN), 0.0, 1.0)
    back = np.clip(share * detail * sharp, -MOST, MOST)
    return (picture * (1 + back)[..., None]).astype(picture.dtype)


def sharpness(depth: np.ndarray, *, focus: float, f_number: float | None, focal_length: float, width: int) -> np.ndarray:
    """How much detail there is to be had, 0 … 1 (h, w): none where the lens blurs it, by the circle of confusion of what is `depth` metres off, nor beside
    the sky, whose light between leaves is no colour of theirs. `focus` metres, `focal_length` millimetres on a frame of 36; `f_number` None: all is sharp.
    """
    covered = np.logical_not(maximum_filter(depth > NOTHING, 2 * BESIDE + 1))
    if f_number is None:
        return covered.astype(np.float32)
    f, away = focal_length / 1000, np.maximum(median_filter(depth, 3), 0.05)
    circle = f * f / f_number * np.abs(away - focus) / (away * max(focus - f, 0.01)) / 0.036 * width
    low, high = BLURRED
    return (np.clip((high - circle) / (high - low), 0.0, 1.0) * covered).astype(np.float32)


def _mean(plane: np.ndarray, seen: np.ndarray, sigma: float) -> np.ndarray:
    """The mean around each pixel of those that are `seen`."""
    weight = gaussian_filter(seen.astype(np.float32), sigma)
    return gaussian_filter(np.where(seen, plane, 0.0).astype(np.float32), sigma) / np.maximum(weight, 1e-3)
