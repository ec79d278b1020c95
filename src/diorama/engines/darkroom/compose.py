"""What is kept of a picture before another background: without what its soft edge holds of the old one, and in about the light of the new one.

picture + matte + background → colours of the edge from beyond it → light of the old surroundings to that of the new → laid over the background
"""

from __future__ import annotations

import numpy as np
from scipy.ndimage import affine_transform, distance_transform_edt, find_objects, gaussian_filter, label

from diorama.image.colour import to_linear, to_encoded

CAST, BRIGHT = (0.6, 1.67), (0.5, 2.0)
"""Factors on light: how far a channel may go against the others, and all of them together. Beyond them it would look painted."""
SHADE, DARK = 0.6, 0.55
"""How much brighter a thing is at its lit edge where the light is wholly from one side; how dark its shadow is."""
FLAT, LEAN, SOFT = 0.3, 1.2, 0.04
"""A shadow's length on the ground, how far it leans sideways in wholly one-sided light, and its blur: multiples of the thing's height."""
SPECK = 5e-4
"""Of the picture: what is smaller is no thing."""
LUMINANCE = np.array((0.2126, 0.7152, 0.0722), np.float32)


def composed(picture: np.ndarray, away: np.ndarray, behind: np.ndarray, relight: float = 0.0) -> np.ndarray:
    """`picture`, `behind`: uint8 sRGB (h, w, 3); `away`: how much of each pixel is background, uint8 (h, w); `relight`: 0 as it was, 1 in the new light."""
    own = _without_old(picture, away)
    if relight > 0:
        light = _light(behind, np.ones(away.shape, bool)) / np.maximum(_light(picture, away == 255), 1e-3)
        side = lit_from(behind)
        own = _shaded(_lit(own, light, relight), away, side, relight)
        behind = _shadowed(behind, away, side, relight)
    share = away[..., None].astype(np.float32) / 255
    return np.rint(own * (1 - share) + behind * share).astype(np.uint8)


def lit_from(behind: np.ndarray) -> float:
    """From which side a background is lit, by which half of it is brighter: -1 wholly from the left, 0 evenly, 1 wholly from the right. A guess."""
    light = to_linear(behind.astype(np.float32) / 255) @ LUMINANCE
    middle = light.shape[1] // 2
    left, right = float(light[:, :middle].mean()), float(light[:, -middle:].mean())
    return (right - left) / max(right + left, 1e-6)


def _shaded(picture: np.ndarray, away: np.ndarray, side: float, share: float) -> np.ndarray:
    """What is kept, brighter towards the light and darker away from it, each thing across its own width."""
    factor = np.ones(away.shape, np.float32)
    for rows, columns in _things(away):
        across = np.linspace(-1, 1, columns.stop - columns.start, dtype=np.float32)
        factor[rows, columns] = 1 + share * SHADE * side * across
    return np.clip(to_encoded(to_linear(picture.astype(np.float32) / 255) * factor[..., None]), 0, 1) * 255


def _shadowed(behind: np.ndarray, away: np.ndarray, side: float, share: float) -> np.ndarray:
    """The background with a soft shadow at the foot of each thing, leaning away from the light. None for what the frame's lower edge cuts: its foot is not seen."""
    kept, dark = 1 - away.astype(np.float32) / 255, np.zeros(away.shape, np.float32)
    for rows, columns in _things(away):
        if rows.stop >= away.shape[0]:
            continue
        alone, foot, lean = np.zeros_like(kept), rows.stop - 1, -LEAN * side
        alone[rows, columns] = kept[rows, columns]
        turn, start = np.array([[1 / FLAT, 0], [lean / FLAT, 1]]), (foot * (1 - 1 / FLAT), -lean * foot / FLAT)
        lying = affine_transform(alone, turn, offset=start, order=1)  # type: ignore[arg-type]
        dark = np.maximum(dark, gaussian_filter(lying, SOFT * (rows.stop - rows.start)))
    linear = to_linear(behind.astype(np.float32) / 255) * (1 - DARK * share * dark[..., None])
    return np.rint(np.clip(to_encoded(linear), 0, 1) * 255).astype(np.uint8)


def _things(away: np.ndarray) -> list[tuple[slice, slice]]:
    """Rows and columns of each thing that is kept; specks aside."""
    parts = label(away < 128)[0]  # type: ignore[index]
    found = find_objects(parts)
    return [box for k, box in enumerate(found, 1) if (parts[box] == k).sum() >= SPECK * away.size]


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
