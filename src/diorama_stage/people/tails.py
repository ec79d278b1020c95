# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair that is tied: tails, plaits, buns and locs, as strands about an axis. Pure (numpy).

Paths are (n, k, 3) in the world, metres; lengths go by the head's size.
"""

from __future__ import annotations

import numpy as np

POINTS = 36


def _frame(axis: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Two directions across a curve (k, 3) at each of its points."""
    along = np.gradient(axis, axis=0)
    along = along / np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    one = np.cross(along, np.array([1.0, 0.12, 0.05]))
    one = one / np.maximum(np.linalg.norm(one, axis=1, keepdims=True), 1e-9)
    return one, np.cross(along, one)


def hanging(tie: np.ndarray, out: np.ndarray, length: float, keep_out=None) -> np.ndarray:
    """The middle line (k, 3) of what hangs from `tie`: first along `out` (3,), then down. `keep_out` lifts points off head and back."""
    step = length / (POINTS - 1)
    p, d, line = tie.copy(), out / np.linalg.norm(out), [tie.copy()]
    for _ in range(POINTS - 1):
        d = d + np.array([0, 0, -1.0]) * step * 14
        d = d / np.linalg.norm(d)
        p = p + d * step
        if keep_out is not None:
            p = keep_out(p)
        line.append(p.copy())
    return np.array(line)


def bundle(axis: np.ndarray, width: np.ndarray, count: int, rng: np.random.Generator, *, loose: float = 0.0012) -> np.ndarray:
    """Strands about a line, its half `width` (k,) along the way; some end early, some stray."""
    one, two = _frame(axis)
    r, turn = np.sqrt(rng.random(count)), rng.uniform(0, 2 * np.pi, count)
    stray = (
        np.cumsum(rng.normal(0, 1, (count, len(axis), 3)), axis=1)
        * loose
        * np.where(rng.random(count) < 0.06, 3.0, 0.6)[:, None, None]
        * np.linspace(0, 1, len(axis))[None, :, None]
    )
    off = (r * np.cos(turn))[:, None, None] * one + (r * np.sin(turn))[:, None, None] * two
    paths = axis[None] + off * width[None, :, None] + stray
    return ended(paths, 1 - 0.3 * rng.random(count) ** 2)


def tail(tie, out, length: float, size: float, count: int, rng: np.random.Generator, keep_out=None) -> np.ndarray:
    axis = hanging(tie, out, length, keep_out)
    s = np.linspace(0, 1, len(axis))
    return bundle(axis, (0.009 + 0.017 * np.sin(np.pi * np.clip(s * 0.8 + 0.06, 0, 1)) ** 0.8) * size * np.clip((1.02 - s) / 0.2, 0.12, 1), count, rng)


def plait(tie, out, length: float, size: float, count: int, rng: np.random.Generator, keep_out=None, *, width: float = 0.014) -> np.ndarray:
    """Three bundles that cross each other in turn (x = a sin t, y = b sin 2t, each a third of a turn on), tied with a tuft below."""
    axis = hanging(tie, out, length, keep_out)
    fine = np.stack([np.interp(np.linspace(0, 1, POINTS * 3), np.linspace(0, 1, POINTS), axis[:, i]) for i in range(3)], axis=1)
    one, two = _frame(fine)
    s = np.linspace(0, 1, len(fine))
    turns = length * 0.86 / (width * size * 4.4)
    thick = width * size * (1 - 0.4 * s)
    out_paths = []
    for k in range(3):
        t = 2 * np.pi * (turns * s + k / 3)
        line = fine + one * (thick * 0.9 * np.sin(2 * t) * 0.5)[:, None] + two * (thick * np.sin(t))[:, None]
        out_paths.append(bundle(line, thick * 0.62 * np.where(s > 0.9, 0.5 + 4 * (s - 0.9), 1.0), count // 3, rng, loose=0.0003))
    return np.concatenate(out_paths)


def bun(tie, out, size: float, count: int, rng: np.random.Generator, *, radius: float = 0.032) -> np.ndarray:
    """Hair wound about the way `out` from the head: strands run round a flattened ball, each on a circle of its own that climbs a little."""
    out = out / np.linalg.norm(out)
    one = np.cross(out, (0.3, 0.2, 0.9))
    one = one / np.linalg.norm(one)
    two = np.cross(out, one)
    middle = tie + out * radius * size * 0.55
    coil = rng.integers(0, 5, count)
    polar = np.radians(28 + coil * 27 + rng.normal(0, 7, count))[:, None] + np.linspace(0, 0.42, POINTS)[None]
    about = rng.uniform(0, 2 * np.pi, count)[:, None] + np.linspace(0, 2.4, POINTS)[None]
    r = radius * size * (rng.uniform(0.86, 1.04, count)[:, None] * (0.94 + 0.09 * np.cos(polar * 6.6 + about)))
    p = (
        middle
        + (r * np.sin(polar) * np.cos(about))[..., None] * one
        + (r * np.sin(polar) * np.sin(about))[..., None] * two
        + (r * 0.8 * np.cos(polar))[..., None] * out
    )
    return p + np.cumsum(rng.normal(0, 0.00025, p.shape), axis=1)


def ended(paths: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Paths that end at a share (n,) of their length, spread anew over what is left."""
    k = paths.shape[1]
    at = share[:, None] * np.linspace(0, k - 1, k)[None]
    j = np.minimum(at.astype(int), k - 2)
    f = (at - j).astype(paths.dtype)[..., None]
    rows = np.arange(len(paths))[:, None]
    return paths[rows, j] * (1 - f) + paths[rows, j + 1] * f
