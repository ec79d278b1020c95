"""Where two scenes differ in the picture: another thing, another distance, other light."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from diorama.contracts import Outcome

FARTHER = 0.03
"""Change of inverse depth, of itself."""
LIT = 0.3
"""Change of light, in natural logarithms: about 0.4 stops, well above the noise of a fast picture."""
AROUND = 0.015
"""Of the long side: how far beyond the change it may be repainted."""


def changed(before: Outcome, after: Outcome) -> np.ndarray:
    """bool (h, w), from two outcomes with passes, of one size."""
    a, b = before.passes, after.passes
    out = a["ids"] != b["ids"]
    near = [np.where(np.isfinite(p["depth"]), 1 / np.maximum(p["depth"], 1e-6), 0) for p in (a, b)]
    out |= np.abs(near[0] - near[1]) > FARTHER * np.maximum(near[0], near[1])
    if "linear" in a and "linear" in b:
        out |= _lit(a["linear"], b["linear"])
    return ndimage.binary_dilation(ndimage.binary_opening(out), iterations=max(1, round(AROUND * max(out.shape))))


def _lit(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    size = max(1.5, 0.004 * max(a.shape))
    smooth = [np.stack([ndimage.gaussian_filter(light[..., k], size) for k in range(3)], axis=2) for light in (a, b)]
    floor = 1e-3 * max(float(np.quantile(smooth[0], 0.99)), 1e-9)
    return (np.abs(np.log((smooth[0] + floor) / (smooth[1] + floor))) > LIT).any(axis=2)
