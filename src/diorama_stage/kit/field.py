# SPDX-License-Identifier: GPL-3.0-or-later
"""Smooth random fields over whole arrays of points: sums of plane waves with random directions, for skins of many vertices where noise point by point is slow."""

from __future__ import annotations

import numpy as np


def field(points: np.ndarray, size: float, *, seed: int = 0, octaves: int = 2, waves: int = 14) -> np.ndarray:
    """A field (n,) at points (n, 3), about -1 to 1, with features of `size` metres; each octave is half as large and half as strong."""
    rng = np.random.default_rng(seed)
    points = np.asarray(points, float)
    total, weight = np.zeros(len(points)), 0.0
    for k in range(octaves):
        way = rng.normal(size=(3, waves))
        way *= rng.uniform(0.7, 1.4, waves) * 2**k * np.pi / size / np.linalg.norm(way, axis=0)
        total += np.cos(points @ way + rng.uniform(0, 2 * np.pi, waves)).sum(axis=1) * 0.5**k / np.sqrt(waves / 2) / 1.6
        weight += 0.25**k
    return total / np.sqrt(weight)
