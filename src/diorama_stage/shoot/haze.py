# SPDX-License-Identifier: GPL-3.0-or-later
"""Aerial perspective: light scattered into the line of sight veils what is far (Koschmieder's law, 1924)."""

from __future__ import annotations

import bpy
import numpy as np

CONTRAST = 3.912
"""Koschmieder: at the visibility distance 2 % of the contrast is left, -ln 0.02."""


def visibility(haze: float) -> float:
    """Metres of meteorological visibility for haze 0 (clear, 60 km) to 1 (dense fog, 45 m)."""
    return float(60_000 * (45 / 60_000) ** np.clip(haze, 0, 1))


def prepare(haze: float) -> None:
    """Set the mist pass (linear in distance) so that `veil` can turn it into an optical depth."""
    mist = bpy.context.scene.world.mist_settings
    mist.start, mist.depth, mist.falloff = 0.0, visibility(haze), "LINEAR"


def veil(picture: np.ndarray, mist: np.ndarray, haze: float) -> np.ndarray:
    """The picture (h, w, 3 linear) seen through the air. `mist`: 0 at the camera to 1 at the visibility distance and beyond.

    The air's light is that of the farthest tenth of the picture, which is the sky near the horizon wherever there is one.
    """
    if haze <= 0.02:
        return picture
    far = mist >= np.quantile(mist, 0.9) - 1e-6
    light = np.median(picture[far], axis=0)
    light = 0.75 * light + 0.25 * light.mean()
    clear = np.exp(-CONTRAST * mist)[..., None]
    sky = (mist >= 0.9999)[..., None]
    clear = np.where(sky, 1 - 0.85 * np.clip(haze, 0, 1) ** 0.7, clear)
    return (picture * clear + light * (1 - clear)).astype(np.float32)
