# SPDX-License-Identifier: GPL-3.0-or-later
"""The air between lens and things (see `render.haze`), baked: what it takes from a surface's colour, it adds as light of the sky low down. Seen from elsewhere
than the picture's camera it stays where it was.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from diorama_stage.export.surroundings import directions
from diorama_stage.render.haze import LAYER, Air

Channels = dict[str, np.ndarray]
LOW = np.radians(8.0)
"""Height of the strip of sky whose light hangs in the air."""


def veil(air: Air | None, sky: np.ndarray, ahead: np.ndarray) -> Callable[[Channels], Channels]:
    """What puts the air before channels, by their positions. `sky`: a panorama, (h, w, 3); `ahead`: where the lens looks."""
    if air is None or air.is_clear:
        return lambda channels: channels
    light = horizon(sky, ahead)

    def through(channels: Channels) -> Channels:
        clear = transmittance(air, channels["x_position"])
        return channels | {"base": channels["base"] * clear, "glow": channels["glow"] * clear + light * (1 - clear), "fuzz": channels["fuzz"] * clear}

    return through


def transmittance(air: Air, points: np.ndarray) -> np.ndarray:
    """Share of light that comes through from points (…, 3) to the eye, (…, 3): even haze, and low fog that thins with height."""
    eye = np.array(air.eye)
    low, high = (np.maximum(np.stack([points[..., 2], np.full(points.shape[:-1], eye[2])]) - air.base, 0)[k] for k in (0, 1))
    low, high = np.minimum(low, high), np.maximum(low, high)
    span = np.maximum(high - low, 0.1 * LAYER)
    thin = (np.exp(-low / LAYER) - np.exp(-(low + span) / LAYER)) / (span / LAYER)
    distance = np.linalg.norm(points - eye, axis=-1) * (1 - air.low + air.low * thin)
    return np.exp(-distance[..., None] * air.density)


def horizon(sky: np.ndarray, ahead: np.ndarray) -> np.ndarray:
    """Mean radiance (3,) of the sky low down where the lens looks."""
    ways = directions(sky.shape[1], sky.shape[0])
    level = ahead[:2] / max(float(np.linalg.norm(ahead[:2])), 1e-6)
    chosen = (np.abs(ways[..., 2] - np.sin(LOW) / 2) < np.sin(LOW) / 2) & (ways[..., :2] @ level > 0.8)
    return np.median(sky[chosen], axis=0)
