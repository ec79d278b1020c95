# SPDX-License-Identifier: GPL-3.0-or-later
"""Aerial perspective: light scattered into the line of sight veils what is far (Koschmieder's law, 1924).

In a landscape part of the haze lies low: its density falls off with height as exp(-z / LAYER), so that fog fills the valley and hills rise out of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

CONTRAST = 3.912
"""Koschmieder: at the visibility distance 2 % of the contrast is left, -ln 0.02."""
FOG = 0.62
"""Reflectance that fog is exposed for: light grey."""
FARTHEST = 30_000.0
"""Metres at which the mist pass ends."""
LAYER = 55.0
"""Scale height of low fog, metres."""
LOW = 0.8
"""Share of a landscape's haze that lies low."""


@dataclass(frozen=True)
class Air:
    """The air between lens and things. `rise` (h, w): sine of each ray's angle above the horizon; `eye`: height of the lens, metres; `low`: share that lies low."""

    haze: float
    rise: np.ndarray
    eye: float
    low: float

    @property
    def is_clear(self) -> bool:
        return self.haze <= 0.02


def visibility(haze: float) -> float:
    """Metres of meteorological visibility for haze 0 (clear, 60 km) to 1 (dense fog, 45 m)."""
    return float(60_000 * (45 / 60_000) ** np.clip(haze, 0, 1))


def prepare() -> None:
    """Set the mist pass: linear in distance, 0 to 1 at `FARTHEST`."""
    mist = bpy.context.scene.world.mist_settings
    mist.start, mist.depth, mist.falloff = 0.0, FARTHEST, "LINEAR"


def rises(shot, width: int, height: int) -> np.ndarray:
    """Sine of the angle above the horizon of the ray through each pixel, (height, width) float32."""
    right, up, forward = shot.axes()
    x = (np.arange(width) + 0.5) / width * 2 - 1
    y = 1 - (np.arange(height) + 0.5) / height * 2
    tx, ty = np.tan(np.radians(shot.fov_x / 2)), np.tan(np.radians(shot.fov_y / 2))
    rays = forward[None, None] + (x * tx)[None, :, None] * right + (y * ty)[:, None, None] * up
    return (rays[..., 2] / np.linalg.norm(rays, axis=-1)).astype(np.float32)


def veil(picture: np.ndarray, mist: np.ndarray, albedo: np.ndarray, air: Air) -> np.ndarray:
    """The picture (h, w, 3 linear) seen through the air. `mist`: 0 at the camera to 1 at `FARTHEST` and beyond; `albedo` (h, w, 3)."""
    if air.is_clear:
        return picture
    sky = _sky(mist, albedo)
    light = scattered(picture, mist, albedo, sky)
    clear = transmittance(mist, albedo, air)[..., None]
    return (picture * clear + light * (1 - clear)).astype(np.float32)


def veiled_albedo(albedo: np.ndarray, mist: np.ndarray, air: Air) -> np.ndarray:
    """What the meter should take as reflectance where air is in the way: bright, as fog is."""
    if air.is_clear:
        return albedo
    clear = transmittance(mist, albedo, air)[..., None]
    return np.where(albedo > 0.001, albedo * clear + FOG * (1 - clear), albedo)


def transmittance(mist: np.ndarray, albedo: np.ndarray, air: Air) -> np.ndarray:
    """Share of the light that comes through the air, (h, w): exp of minus the density along the ray, part even, part falling off with height."""
    density = CONTRAST / visibility(air.haze)
    distance = mist * FARTHEST
    rise = np.where(np.abs(air.rise) < 1e-4, 1e-4, air.rise)
    along = np.clip(distance * rise / LAYER, -60, 60)
    low = LAYER / rise * (1 - np.exp(-along)) * np.exp(-max(air.eye, 0.0) / LAYER)
    clear = np.exp(-density * ((1 - air.low) * distance + air.low * low))
    overhead = (1 - 0.85 * np.clip(air.haze, 0, 1) ** 0.7) * np.exp(-density * air.low * low)
    return np.where(_sky(mist, albedo), np.maximum(overhead, 0.0), clear)


def _sky(mist: np.ndarray, albedo: np.ndarray) -> np.ndarray:
    return (mist >= 0.9999) & (albedo.max(axis=-1) <= 0.001)


def scattered(picture: np.ndarray, mist: np.ndarray, albedo: np.ndarray, sky: np.ndarray) -> np.ndarray:
    """The light that the air sends, linear RGB: the sky's lower half where it is in the picture, else the light that falls on far things."""
    if sky.mean() > 0.01:
        rows = np.nonzero(sky.any(axis=1))[0]
        low = sky & (np.arange(sky.shape[0])[:, None] > np.median(rows))
        return np.median(picture[low if low.any() else sky], axis=0)
    lit = albedo.min(axis=-1) > 0.02
    far = lit & (mist >= np.quantile(mist[lit], 0.5)) if lit.any() else np.ones_like(lit)
    falling = np.quantile(picture[far] / np.maximum(albedo[far], 0.02), 0.6, axis=0)
    return 0.55 * (0.6 * falling + 0.4 * falling.mean() * np.array([0.92, 1.0, 1.1]))
