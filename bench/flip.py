"""FLIP for pictures of a low dynamic range (Andersson, Nilsson, Akenine-Möller and others 2020): how much of a difference is seen when flipping between two.

Written from the paper; the reference's own code was not at hand, so figures are comparable among themselves.
"""

from __future__ import annotations

import numpy as np
from scipy.ndimage import convolve

PER_DEGREE = 67.0
"""Pixels in a degree of sight: a screen 0.7 m away, 0.7 m wide, of 3840 pixels."""
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
WHITE = TO_XYZ @ np.ones(3)
CONTRAST = ((1.0, 0.0047, 0.0, 1e-5), (1.0, 0.0053, 0.0, 1e-5), (34.1, 0.04, 13.5, 0.025))
"""Contrast sensitivity of lightness, red-green and blue-yellow as two Gaussians each: weight and width, twice."""
FEATURE = 0.082
"""Width of the features that are looked for, degrees."""
COLOURS, SHARE, SEEN = 0.7, 0.4, 0.95
"""Exponent of colour differences; differences under this share of the largest are spread over this share of the scale."""


def flip(reference: np.ndarray, test: np.ndarray) -> np.ndarray:
    """The error (h, w), 0 to 1, between two sRGB pictures (h, w, 3), 0 to 1."""
    (seen, feature), (other, same) = (_seen(picture) for picture in (reference, test))
    largest = _apart(_hunt(_lab(np.array([[0, 1, 0.0]]))), _hunt(_lab(np.array([[0, 0, 1.0]]))))[0] ** COLOURS
    apart, limit = _apart(seen, other) ** COLOURS, SHARE * largest
    colour = np.where(apart < limit, SEEN / limit * apart, SEEN + (apart - limit) / (largest - limit) * (1 - SEEN))
    shape = np.max([np.abs(a - b) for a, b in zip(feature, same, strict=True)], axis=0)
    return colour ** (1 - np.clip(np.sqrt(shape / np.sqrt(2)), 0, 1))


def _seen(picture: np.ndarray) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """Colours as the eye resolves them, and edges and points."""
    light = np.where(picture <= 0.04045, picture / 12.92, ((picture + 0.055) / 1.055) ** 2.4)
    x, y, z = np.moveaxis(light @ TO_XYZ.T / WHITE, -1, 0)
    opponent = (116 * y - 16, 500 * (x - y), 200 * (y - z))
    a, b, c = (convolve(plane, _sensitivity(*widths), mode="nearest") for plane, widths in zip(opponent, CONTRAST, strict=True))
    y = (a + 16) / 116
    blurred = np.stack([b / 500 + y, y, y - c / 200], axis=-1) * WHITE @ np.linalg.inv(TO_XYZ).T
    return _hunt(_lab(np.clip(blurred, 0, 1))), _features((opponent[0] + 16) / 116)


def _sensitivity(a1: float, b1: float, a2: float, b2: float) -> np.ndarray:
    radius = int(np.ceil(3 * np.sqrt(0.04 / (2 * np.pi**2)) * PER_DEGREE))
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1] / PER_DEGREE
    kernel = sum(a * np.sqrt(np.pi / b) * np.exp(-(np.pi**2) * (x * x + y * y) / b) for a, b in ((a1, b1), (a2, b2)))
    return kernel / kernel.sum()


def _features(lightness: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    width = 0.5 * FEATURE * PER_DEGREE
    radius = int(np.ceil(3 * width))
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    bell = np.exp(-(x * x + y * y) / (2 * width * width))
    edge, point = (_balanced(kernel * bell) for kernel in (-x, x * x / width**2 - 1))
    strength = lambda kernel: np.hypot(convolve(lightness, kernel, mode="nearest"), convolve(lightness, kernel.T, mode="nearest"))  # noqa: E731
    return strength(edge), strength(point)


def _balanced(kernel: np.ndarray) -> np.ndarray:
    """What is above 0 sums to 1, what is below to -1."""
    above, below = np.maximum(kernel, 0), np.minimum(kernel, 0)
    return above / above.sum() - below / below.sum()


def _lab(light: np.ndarray) -> np.ndarray:
    d = 6 / 29
    x = light @ TO_XYZ.T / WHITE
    f = np.where(x > d**3, np.cbrt(x), x / (3 * d * d) + 4 / 29)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=-1)


def _hunt(lab: np.ndarray) -> np.ndarray:
    """Colours are seen the weaker the darker they are."""
    return np.concatenate([lab[..., :1], 0.01 * lab[..., :1] * lab[..., 1:]], axis=-1)


def _apart(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    d = np.abs(one - two)
    return d[..., 0] + np.hypot(d[..., 1], d[..., 2])
