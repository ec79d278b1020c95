# SPDX-License-Identifier: GPL-3.0-or-later
"""Fractal noise on arrays of points: gradient noise (Perlin 1985, quintic fade of 2002), fractal sums and ridges (Musgrave 1994). Pure numpy."""

from __future__ import annotations

import numpy as np

_TABLE = np.random.default_rng(1985).permutation(1024)
_ANGLES = np.random.default_rng(2002).uniform(0, 2 * np.pi, 1024)
_GX, _GY = (np.tile(f(_ANGLES).astype(np.float32)[_TABLE], 2) for f in (np.cos, np.sin))
"""Gradients by the sum of a column's and a row's hash, up to 2046."""
_BLOCK = 1 << 14
"""Points taken at a time: what lies between stays in the processor's cache."""


def perlin(x, y, *, seed: int = 0) -> np.ndarray:
    """Gradient noise, about -1..1, features of size 1."""
    x, y = np.broadcast_arrays(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64))
    if x.size <= _BLOCK:
        return _perlin(x, y, seed)
    out, x, y = np.empty(x.shape, np.float32), x.ravel(), y.ravel()
    flat = out.reshape(-1)
    for k in range(0, x.size, _BLOCK):
        flat[k : k + _BLOCK] = _perlin(x[k : k + _BLOCK], y[k : k + _BLOCK], seed)
    return out


def _perlin(x: np.ndarray, y: np.ndarray, seed: int) -> np.ndarray:
    i, j = np.floor(x), np.floor(y)
    fx, fy = (x - i).astype(np.float32), (y - j).astype(np.float32)
    i, j = i.astype(np.int64) + seed * 131 % 1024, j.astype(np.int64) + seed * 57
    u, v = fx * fx * fx * (fx * (fx * 6 - 15) + 10), fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    left, right = _TABLE[i & 1023], _TABLE[(i + 1) & 1023]
    low, high = j & 1023, (j + 1) & 1023

    def corner(column, row, dx, dy):
        g = column + row
        return _GX[g] * dx + _GY[g] * dy

    bottom = corner(left, low, fx, fy) * (1 - u) + corner(right, low, fx - 1, fy) * u
    top = corner(left, high, fx, fy - 1) * (1 - u) + corner(right, high, fx - 1, fy - 1) * u
    return (bottom * (1 - v) + top * v) * 1.41


def fbm(x, y, octaves: int = 5, *, seed: int = 0, gain: float = 0.5, lacunarity: float = 2.03) -> np.ndarray:
    """A fractal sum, about -1..1."""
    total, amplitude, norm = 0.0, 1.0, 0.0
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    for octave in range(octaves):
        total = total + amplitude * perlin(x, y, seed=seed + octave)
        norm += amplitude
        amplitude *= gain
        x, y = x * lacunarity * 0.8 - y * lacunarity * 0.6 + 17.3, x * lacunarity * 0.6 + y * lacunarity * 0.8 + 9.1
    return total / norm * 1.3


def ridged(x, y, octaves: int = 6, *, seed: int = 0, gain: float = 0.5, lacunarity: float = 2.03, sharp: float = 2.0) -> np.ndarray:
    """Ridged multifractal, 0..1: sharp crests; detail gathers on the heights, valleys stay smooth, as erosion leaves them."""
    total, amplitude, norm, weight = 0.0, 1.0, 0.0, 1.0
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    for octave in range(octaves):
        signal = (1 - np.abs(perlin(x, y, seed=seed + octave))) ** sharp * weight
        weight = np.clip(signal * 1.8, 0, 1)
        total = total + amplitude * signal
        norm += amplitude
        amplitude *= gain
        x, y = x * lacunarity * 0.8 - y * lacunarity * 0.6 + 5.7, x * lacunarity * 0.6 + y * lacunarity * 0.8 + 31.9
    return total / norm


def smooth(low: float, high: float, value) -> np.ndarray:
    """Smoothstep from 0 at `low` to 1 at `high`."""
    t = np.clip((np.asarray(value, dtype=np.float64) - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)
