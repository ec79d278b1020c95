"""What is kept of a picture before another background: without what its soft edge holds of the old one, and in about the light of the new one.

picture + matte + background → colours of the edge from beyond it → light of the old surroundings to that of the new → laid over the background
"""

from __future__ import annotations

import numpy as np
from scipy.ndimage import distance_transform_edt

from diorama.image.colour import to_linear, to_encoded

CAST, BRIGHT = (0.6, 1.67), (0.5, 2.0)
"""Factors on light: how far a channel may go against the others, and all of them together. Beyond them it would look painted."""
LUMINANCE = np.array((0.2126, 0.7152, 0.0722), np.float32)


def composed(picture: np.ndarray, away: np.ndarray, behind: np.ndarray, relight: float = 0.0) -> np.ndarray:
    """`picture`, `behind`: uint8 sRGB (h, w, 3); `away`: how much of each pixel is background, uint8 (h, w); `relight`: 0 as it was, 1 in the new light."""
    own = _without_old(picture, away)
    if relight > 0:
        light = _light(behind, np.ones(away.shape, bool)) / np.maximum(_light(picture, away == 255), 1e-3)
        own = _lit(own, light, relight)
    share = away[..., None].astype(np.float32) / 255
    return np.rint(own * (1 - share) + behind * share).astype(np.uint8)


def _without_old(picture: np.ndarray, away: np.ndarray) -> np.ndarray:
    """Where the edge is soft, the colour of the nearest pixel that is wholly kept: what is there is mixed with the old background."""
    if not (away == 0).any():
        return picture
    _, (rows, columns) = distance_transform_edt(away > 0, return_indices=True)  # type: ignore[misc]
    return np.where((away > 0)[..., None], picture[rows, columns], picture)


def _light(picture: np.ndarray, where: np.ndarray) -> np.ndarray:
    """The mean light of what surrounds, linear RGB; as bright as the picture where nothing of it is wholly background."""
    linear = to_linear(picture.astype(np.float32) / 255)
    return linear[where if where.any() else np.ones(where.shape, bool)].mean(axis=0)


def _lit(picture: np.ndarray, ratio: np.ndarray, share: float) -> np.ndarray:
    """von Kries: each channel by its factor. Brightness goes by the root, because a thing keeps something of the lamp that lit it."""
    level = float(ratio @ LUMINANCE)
    factors = np.clip(ratio / max(level, 1e-6), *CAST) * np.clip(np.sqrt(level), *BRIGHT)
    linear = to_linear(picture.astype(np.float32) / 255) * (1 + share * (factors - 1))
    return np.clip(to_encoded(linear), 0, 1) * 255
