# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrinkles: where and which way a pose presses cloth together, and where it hangs free, for relief finer than the folds of its mesh. Pure (numpy)."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix, diags
from scipy.spatial import cKDTree

from diorama_stage.people.folds import _edges

SPREAD = 7
"""Rounds in which what presses a place is felt about it."""
HANGS = (0.008, 0.03)
"""How far off the body cloth begins to hang in folds and hangs in full ones, metres."""
EVEN = 0.035
"""How much of its way cloth gives up without a fold."""
ENDS = 0.13
"""How far from the end of a sleeve or a leg cloth lies in rings, metres."""
PRESSED, FREE, RINGS = 6.5, 0.7, 0.55
"""How much of each makes full folds."""


def field(rest: np.ndarray, posed: np.ndarray, faces: np.ndarray, limb: np.ndarray, body: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """The tensor of wrinkles (n, 6): xx, yy, zz, yz, xz, xy of the way across the folds, in the frame of the cloth at rest.

    Its trace, 0 to 1, is how deep they are.

    `posed`: the cloth as its bones carry it, before it is draped; `limb` (n, 3): along the limb it hangs on, as long as it is a sleeve's or a leg's
    (0 to 1); `body`: points and outward normals beneath it.
    """
    i, j, _ = _edges(faces, ((0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)))
    n = len(rest)
    across = rest[j] - rest[i]
    length = np.maximum(np.linalg.norm(across, axis=1), 1e-6)
    way = across / length[:, None]
    less = np.clip(1 - np.linalg.norm(posed[j] - posed[i], axis=1) / length - EVEN, 0, 0.5)
    both, other = np.r_[i, j], np.r_[j, i]
    degree = np.maximum(np.bincount(both, minlength=n), 1)
    mean = diags(1 / degree) @ coo_matrix((np.ones(len(both)), (both, other)), shape=(n, n)).tocsr()
    outer = (way[:, :, None] * way[:, None, :]).reshape(-1, 9) * less[:, None]
    tensor = np.stack([np.bincount(both, weights=np.tile(outer[:, k], 2), minlength=n) / degree for k in range(9)], axis=1)
    for _ in range(SPREAD):
        tensor = 0.4 * tensor + 0.6 * (mean @ tensor)
    tensor = tensor * PRESSED + _free(rest, posed, faces, body, mean) + _rings(rest, faces, limb)
    deep = np.trace(tensor.reshape(n, 3, 3), axis1=1, axis2=2)
    tensor = tensor * (np.minimum(deep, 1.0) / np.maximum(deep, 1e-6))[:, None]
    return tensor[:, (0, 4, 8, 5, 2, 1)]


def _free(rest: np.ndarray, posed: np.ndarray, faces: np.ndarray, body: tuple[np.ndarray, np.ndarray], mean) -> np.ndarray:
    """Cloth that hangs off the body has upright folds, (n, 9)."""
    far, at = cKDTree(body[0]).query(posed)
    gap = np.maximum(np.einsum("ij,ij->i", posed - body[0][at], body[1][at]), 0.0)
    share = np.clip((np.minimum(far, gap * 2) - HANGS[0]) / (HANGS[1] - HANGS[0]), 0, 1)
    for _ in range(4):
        share = mean @ share
    out = body[1][at] * (1, 1, 0)
    round_ = np.stack([-out[:, 1], out[:, 0], np.zeros(len(out))], axis=1)
    round_ /= np.maximum(np.linalg.norm(round_, axis=1, keepdims=True), 1e-6)
    return (round_[:, :, None] * round_[:, None, :]).reshape(-1, 9) * (share * FREE)[:, None]


def _rings(rest: np.ndarray, faces: np.ndarray, limb: np.ndarray) -> np.ndarray:
    """Towards its end a sleeve or a leg, longer than the limb, lies in rings, (n, 9)."""
    size = np.linalg.norm(limb, axis=1)
    way = limb / np.maximum(size, 1e-6)[:, None]
    i, j, count = _edges(faces, ((0, 1), (1, 2), (2, 3), (3, 0)))
    rim = np.unique(np.r_[i[count == 1], j[count == 1]])
    rim = rim[size[rim] > 0.8]
    if not len(rim):
        return np.zeros((len(rest), 9))
    near = np.clip(1 - cKDTree(rest[rim]).query(rest)[0] / ENDS, 0, 1) ** 1.3
    return (way[:, :, None] * way[:, None, :]).reshape(-1, 9) * (near * np.clip(size, 0, 1) * RINGS)[:, None]
