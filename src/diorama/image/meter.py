"""Metering: how many stops to lift or lower scene light so that it makes a well exposed photograph."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from diorama.image.colour import LUMA
from diorama.image.raster import as_linear, as_mask, resize

Mood = Literal["natural", "high_key", "low_key", "dramatic", "moody", "night"]

MIDDLE_GREY = 0.18
KEY: dict[str, float] = {"natural": 0.0, "high_key": 0.55, "low_key": -1.2, "dramatic": -0.6, "moody": -0.8, "night": -1.35}
"""Stops by which the metered mean shall lie above or below middle grey."""
HEADROOM: dict[str, float] = {"natural": 3.6, "high_key": 4.2, "low_key": 3.6, "dramatic": 3.9, "moody": 3.4, "night": 4.6}
"""Stops above middle grey that the brightest part worth keeping may reach before exposure is held back."""
BRIGHT_SHARE = 0.02
"""The brightest part worth keeping: lamps and glints smaller than this share of the frame may burn out."""
MOST_HELD_BACK = 1.5
"""Stops."""
SUBJECT_SHARE = 0.75
"""Weight of the subjects against the frame, where their mask is known."""
DEEPEST = 5.0
"""Stops below the mean: darker parts count as this dark, so that black paper does not overexpose what stands before it."""


def meter(linear: np.ndarray, *, subjects: np.ndarray | None = None, mood: Mood = "natural") -> float:
    """Stops to expose HxWx3 scene-linear light by. `subjects`: a mask HxW (bool or 0..1) of what matters.

    A log-average as in Reinhard et al., "Photographic Tone Reproduction for Digital Images", SIGGRAPH 2002, weighted to the centre
    and to the subjects, in two passes so that neither deep black nor lamps decide; then held back where highlights would burn.
    """
    linear = as_linear(linear)
    height, width = linear.shape[:2]
    scale = min(1.0, 256 / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    y = resize(np.maximum(linear @ LUMA, 0), *size)
    weights = _centre(*size)
    if subjects is not None:
        mask = resize(as_mask(subjects, (height, width)), *size)
        if mask.sum() > 0:
            weights = (1 - SUBJECT_SHARE) * weights / weights.sum() + SUBJECT_SHARE * mask / mask.sum()
    if not (y > 0).any():
        return 0.0
    mean = _log_mean(y, weights)
    stops = math.log2(MIDDLE_GREY) - mean + KEY[mood]

    bright = float(np.quantile(y, 1 - BRIGHT_SHARE))
    over = math.log2(max(bright, 1e-12) / MIDDLE_GREY) + stops - HEADROOM[mood]
    return stops - MOST_HELD_BACK * math.tanh(max(over, 0.0) / MOST_HELD_BACK)


def _centre(width: int, height: int) -> np.ndarray:
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    return 0.25 + np.exp(-(x * x + y * y) / 0.5)


def _log_mean(y: np.ndarray, weights: np.ndarray) -> float:
    """Weighted mean of log2 luminance, with the parts far from a first mean drawn in."""
    lit = y > 0
    log = np.log2(np.where(lit, y, 1.0))
    first = float(np.average(log, weights=weights * lit)) if (weights * lit).sum() > 0 else float(log[lit].mean())
    log = np.where(lit, log, first - DEEPEST)
    for _ in range(2):
        first = float(np.average(np.clip(log, first - DEEPEST, first + DEEPEST), weights=weights))
    return first
