# SPDX-License-Identifier: GPL-3.0-or-later
"""A newspaper folded across its middle, its front page up: leaves nested in each other, thickest at the fold, a little out of line at their free edges."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, from_geometry
from diorama_stage.kit.field import field
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

WIDE, DEEP, FOLD = 0.38, 0.29, 0.0085
"""Metres: across, from the fold to the free edges, and the radius of the fold."""


def _leaf(k: int, seed: int, slack: float) -> np.ndarray:
    """One leaf as a grid (along the path from its upper free edge round the fold to its lower one, across, 3); leaf 0 is the outermost."""
    r = FOLD * (1 - k / 6)
    y = np.linspace(DEEP / 2 - slack, -DEEP / 2 + FOLD, 40)
    share = (y + DEEP / 2) / DEEP
    flat = r * (0.42 + 0.58 * np.clip(1 - share, 0, 1) ** 1.3)
    turn = np.linspace(0, np.pi, 14)[1:-1]
    path_y = np.concatenate([y, -DEEP / 2 + FOLD - r * np.sin(turn), y[::-1]])
    path_z = np.concatenate([flat, r * np.cos(turn) * (flat[-1] / r), -flat[::-1]])
    x = np.linspace(-WIDE / 2, WIDE / 2, 30) + 0.0012 * np.sin(7 * k + seed)
    grid = np.stack([np.broadcast_to(x, (len(path_y), 30)), np.broadcast_to(path_y[:, None], (len(path_y), 30)), np.broadcast_to(path_z[:, None], (len(path_y), 30))], axis=-1).copy()
    wave = field(np.concatenate([grid[:, :, :2].reshape(-1, 2), np.zeros((grid.shape[0] * 30, 1))], axis=1), 0.16, seed=seed).reshape(grid.shape[:2])
    grid[:, :, 2] += np.where(path_z[:, None] > 0, 0.0016 * wave * (1 - k / 9), 0)
    return grid


@prop("newspaper")
def newspaper(spec: Spec, b: Builder) -> None:
    label = spec.labels[0] if spec.labels else None
    b.slot("paper", "paper", "#dfdacd")
    printed = "newsprint" if label is None else "columns"  # what is asked to be read is the only headline
    b.slot("print", "printed", role="fixed", label=None, params={"picture": printed, "paper": "#dfdacd"})
    for k in range(6):
        b.add(sheet(_leaf(k, spec.seed, 0.0 if k == 0 else b.rng.uniform(-0.004, 0.005)), 0.0003), "paper")
    top = _leaf(0, spec.seed, 0.0)[:40][::-1]
    b.add(_patch(top[1:], 0.0005), "print")
    if label:
        b.slot("headline", "printed", role="fixed", label=label, params={"paper": "#dfdacd"})
        own = top[1:, :] if len(spec.labels) > 1 else top[22:38, 2:-2]  # a page of its own, or a headline over the columns
        b.add(_patch(own, 0.0009), "headline")
    b.support("top", -WIDE * 0.4, WIDE * 0.4, -DEEP * 0.4, DEEP * 0.4, FOLD * 0.8)


def _patch(grid: np.ndarray, lift: float):
    """A printed patch on a grid (bottom to top, left to right, 3), `lift` metres above it."""
    m, n, _ = grid.shape
    faces = [(i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j) for i in range(m - 1) for j in range(n - 1)]
    uvs = [(j / (n - 1), i / (m - 1)) for i in range(m) for j in range(n)]
    return from_geometry("print", (grid + (0, 0, lift)).reshape(-1, 3), faces, smooth=180, uvs=uvs)
