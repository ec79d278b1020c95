"""Things of one picture laid into another with their shadow and light: differential rendering.

P. Debevec, "Rendering Synthetic Objects into Real Scenes", SIGGRAPH 1998, section 6."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from diorama.image.colour import to_encoded, to_linear

DARKEST, LIGHTEST = 0.12, 1.6
"""Bounds of what a thing does to the light around it."""
SILENT = 0.04
"""Changes of light smaller than this are noise."""
RING = 0.05
"""Of the long side: how far around a thing its surroundings are compared."""
MATCHED = 0.7
"""How far the thing's light goes along with the painted surroundings; 1: wholly."""


def lay(painted: np.ndarray, photograph: np.ndarray, mask: np.ndarray, shade: np.ndarray | None) -> np.ndarray:
    """The painted picture with what `mask` (bool, h, w) marks of the photograph in it; both uint8 sRGB (h, w, 3). `shade`: factors of light around it."""
    ground, thing = to_linear(painted / 255.0), to_linear(photograph / 255.0)
    if shade is not None:
        ground = ground * np.where(mask[..., None], 1.0, shade)
    alpha = np.clip((ndimage.gaussian_filter(mask.astype(np.float32), 0.8) - 0.35) / 0.5, 0, 1)[..., None]
    mixed = ground * (1 - alpha) + thing * _gain(ground, thing, mask) * alpha
    return np.round(to_encoded(mixed) * 255).astype(np.uint8)


def shade(with_it: np.ndarray, without_it: np.ndarray) -> np.ndarray:
    """What a thing does to the light of the set: factors float (h, w, 1), from linear light (h, w, 3) with and without it. 1 where it does nothing."""
    size = max(1.2, 0.002 * max(with_it.shape))
    a, b = (ndimage.gaussian_filter(light.mean(axis=2), size) for light in (with_it, without_it))
    floor = 1e-3 * max(float(np.quantile(b, 0.99)), 1e-9)
    ratio = np.clip((a + floor) / (b + floor), DARKEST, LIGHTEST)
    strength = np.clip((np.abs(np.log(ratio)) - SILENT) / SILENT, 0, 1)
    return (1 + (ratio - 1) * strength)[..., None]


def _gain(ground: np.ndarray, thing: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """By how much the thing is brightened and tinted to stand in the painted light: both pictures compared in a ring around it, (3,)."""
    ring = ndimage.binary_dilation(mask, iterations=max(2, round(RING * max(mask.shape)))) & ~mask
    if ring.sum() < 32:
        return np.ones(3)
    ratio = np.median(ground[ring], axis=0) / np.maximum(np.median(thing[ring], axis=0), 1e-3)
    return np.clip(np.maximum(ratio, 1e-3), 0.35, 2.8) ** MATCHED
