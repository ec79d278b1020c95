"""Wide holes: what is seen large is carried over them from edge to edge, along the lines that run into them, and only its detail is copied.

PatchMatch knows a few pixels at a time: over a hole that is many patches wide it lays tones side by side that do not belong together. So light and colour are
interpolated from the edge (weights by distance, Shepard 1968, longer along the lines of the edge than across: structure tensor, Förstner 1986), and patches are
sought in what is left when those are taken away.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.ndimage import binary_dilation, distance_transform_edt, gaussian_filter

Fill = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""Patches: a picture, uint8 (h, w, 3), and its hole, bool (h, w), to the picture without it."""
WIDE = 2.5
"""Patches from the edge of a hole to its middle from which on it is wide."""
COARSE = 1.0
"""Of a patch: what is smoother than this is carried over, what is finer is copied."""
RING, MOST = 3, 600
"""Pixels around the hole that it is carried over from; how many of them are weighed."""
LONGEST, POWER = 16.0, 3.0
"""How much longer than across the lines distances are along them at most; by which power of it weights fall."""
GREY = 128


def is_wide(hole: np.ndarray, patch: int) -> bool:
    """Whether a hole, bool (h, w), is too wide for patches alone. Beyond the frame there is nothing to carry over from: what reaches it is left to them."""
    if hole[0].any() or hole[-1].any() or hole[:, 0].any() or hole[:, -1].any():
        return False
    return float(np.asarray(distance_transform_edt(np.pad(hole, 1))).max()) > WIDE * patch


def filled(picture: np.ndarray, hole: np.ndarray, patch: int, fill: Fill) -> np.ndarray:
    """`picture`: uint8 sRGB (h, w, 3); `hole`: bool (h, w). Returns uint8 (h, w, 3)."""
    smooth = _smooth(picture, hole, COARSE * patch)
    ring = np.asarray(binary_dilation(hole, iterations=RING)) & ~hole
    if not ring.any():
        return fill(picture, hole)
    smooth[hole] = _carried(smooth, hole, ring)
    rest = np.clip(picture.astype(np.float32) - smooth + GREY, 0, 255).round().astype(np.uint8)
    detail = fill(rest, hole).astype(np.float32) - GREY
    out = picture.copy()
    out[hole] = np.clip(smooth + detail, 0, 255).round().astype(np.uint8)[hole]
    return out


def _smooth(picture: np.ndarray, hole: np.ndarray, sigma: float) -> np.ndarray:
    """The picture without its detail, float32, of what is known alone."""
    known = (~hole).astype(np.float32)
    weight = np.maximum(gaussian_filter(known, sigma), 1e-4)
    return np.stack([gaussian_filter(picture[..., k] * known, sigma) / weight for k in range(3)], axis=-1).astype(np.float32)


def _carried(smooth: np.ndarray, hole: np.ndarray, ring: np.ndarray) -> np.ndarray:
    """What the edge gives to each pixel of the hole, (n, 3)."""
    along, longer = _lines(smooth, np.asarray(binary_dilation(ring, iterations=2 * RING)) & ~hole)
    turn = np.array([along, [-along[1], along[0]]])
    edge = np.argwhere(ring)[:: max(1, int(ring.sum()) // MOST)]
    to, at = edge @ turn.T, np.argwhere(hole) @ turn.T
    colours = smooth[edge[:, 0], edge[:, 1]]
    out = np.empty((len(at), 3), np.float32)
    for k in range(0, len(at), 4096):
        away = at[k : k + 4096, None] - to[None]
        weights = ((away[..., 0] / longer) ** 2 + away[..., 1] ** 2 + 0.25) ** (-POWER / 2)
        out[k : k + 4096] = weights @ colours / weights.sum(axis=1, keepdims=True)
    return out


def _lines(smooth: np.ndarray, around: np.ndarray) -> tuple[np.ndarray, float]:
    """Along which way (row, column; a unit vector) the lines around the hole run, and by how much longer things are along it: 1 where they run anyhow."""
    rows, columns = np.gradient(smooth @ np.array((0.2126, 0.7152, 0.0722), np.float32))
    r, c = rows[around], columns[around]
    values, vectors = np.linalg.eigh(np.array([[np.mean(r * r), np.mean(r * c)], [np.mean(r * c), np.mean(c * c)]]))
    coherent = float((values[1] - values[0]) / max(values[1] + values[0], 1e-9))
    return vectors[:, 0], 1 + (LONGEST - 1) * coherent
