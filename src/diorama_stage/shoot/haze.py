# SPDX-License-Identifier: GPL-3.0-or-later
"""Aerial perspective: light scattered into the line of sight veils what is far (Koschmieder's law, 1924)."""

from __future__ import annotations

import bpy
import numpy as np

CONTRAST = 3.912
"""Koschmieder: at the visibility distance 2 % of the contrast is left, -ln 0.02."""


FOG = 0.62
"""Reflectance that fog is exposed for: light grey."""


def visibility(haze: float) -> float:
    """Metres of meteorological visibility for haze 0 (clear, 60 km) to 1 (dense fog, 45 m)."""
    return float(60_000 * (45 / 60_000) ** np.clip(haze, 0, 1))


def prepare(haze: float) -> None:
    """Set the mist pass (linear in distance) so that `veil` can turn it into an optical depth."""
    mist = bpy.context.scene.world.mist_settings
    mist.start, mist.depth, mist.falloff = 0.0, visibility(haze), "LINEAR"


def veil(picture: np.ndarray, mist: np.ndarray, albedo: np.ndarray, haze: float) -> np.ndarray:
    """The picture (h, w, 3 linear) seen through the air. `mist`: 0 at the camera to 1 at the visibility distance and beyond; `albedo` (h, w, 3)."""
    if haze <= 0.02:
        return picture
    sky = (mist >= 0.9999) & (albedo.max(axis=-1) <= 0.001)
    light = air(picture, mist, albedo, sky)
    clear = np.exp(-CONTRAST * mist)[..., None]
    clear = np.where(sky[..., None], 1 - 0.85 * np.clip(haze, 0, 1) ** 0.7, clear)
    return (picture * clear + light * (1 - clear)).astype(np.float32)


def veiled_albedo(albedo: np.ndarray, mist: np.ndarray, haze: float) -> np.ndarray:
    """What the meter should take as reflectance where air is in the way: bright, as fog is."""
    if haze <= 0.02:
        return albedo
    clear = np.exp(-CONTRAST * mist)[..., None]
    return np.where(albedo > 0.001, albedo * clear + FOG * (1 - clear), albedo)


def air(picture: np.ndarray, mist: np.ndarray, albedo: np.ndarray, sky: np.ndarray) -> np.ndarray:
    """The light that the air sends, linear RGB: the sky's lower half where it is in the picture, else the light that falls on far things."""
    if sky.mean() > 0.01:
        rows = np.nonzero(sky.any(axis=1))[0]
        low = sky & (np.arange(sky.shape[0])[:, None] > np.median(rows))
        return np.median(picture[low if low.any() else sky], axis=0)
    lit = albedo.min(axis=-1) > 0.02
    far = lit & (mist >= np.quantile(mist[lit], 0.5)) if lit.any() else np.ones_like(lit)
    falling = np.quantile(picture[far] / np.maximum(albedo[far], 0.02), 0.6, axis=0)
    return 0.55 * (0.6 * falling + 0.4 * falling.mean() * np.array([0.92, 1.0, 1.1]))
