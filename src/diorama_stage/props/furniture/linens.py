# SPDX-License-Identifier: GPL-3.0-or-later
"""Household cloth folded flat: a towel of looped pile, a linen napkin; each is one cloth laid in folds, its layers a little out of line."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec
from diorama_stage.kit.field import field
from diorama_stage.kit.parts import pile
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop


def folded(wide: float, deep: float, layers: int, pitch: float, rng, seed: int) -> np.ndarray:
    """The middle surface of a cloth laid to and fro in `layers`, `pitch` metres apart, (along the cloth, across, 3); it sags between its folds."""
    line, r = [], pitch / 2
    for k in range(layers):
        way, slip = (1 if k % 2 == 0 else -1), rng.uniform(-0.004, 0.004) * deep / 0.2
        y = np.linspace(-way, way, 34) * (deep / 2 - r) + slip
        line.append(np.column_stack([y, np.full(34, k * pitch)]))
        if k < layers - 1:
            a = np.linspace(-np.pi / 2, np.pi / 2, 11)[1:-1]
            line.append(np.column_stack([y[-1] + way * r * np.cos(a) * 1.25, k * pitch + r + r * np.sin(a)]))
    line = np.concatenate(line)
    x = np.linspace(-wide / 2, wide / 2, 50)
    grid = np.stack([np.broadcast_to(x, (len(line), 50)), np.broadcast_to(line[:, :1], (len(line), 50)), np.broadcast_to(line[:, 1:], (len(line), 50))], axis=-1).copy()
    share = grid[:, :, 2] / max((layers - 1) * pitch, 1e-6)
    flat = np.column_stack([grid[:, :, 0].ravel(), grid[:, :, 1].ravel(), np.zeros(grid[:, :, 0].size)])
    wave = field(flat, wide / 3, seed=seed).reshape(share.shape)
    edge = np.clip((np.abs(grid[:, :, 0]) / (wide / 2) - 0.72) / 0.28, 0, 1) ** 2
    grid[:, :, 2] += share * (0.35 * pitch * wave - 0.55 * pitch * edge)
    grid[:, :, 0] *= 1 + 0.006 * field(flat + (0, 0, 1) * grid[:, :, 2].reshape(-1, 1) * 9, 0.08, seed=seed + 5).reshape(share.shape)
    return grid


@prop("towel")
def towel(spec: Spec, b: Builder) -> None:
    b.slot("body", "cotton", b.choose("#e9e4d8", "#8fa8ad", "#c9a58c", "#f0ede4", "#5f7a86"))
    grid = folded(0.36, 0.25, 5, 0.0145, b.rng, spec.seed)
    made = b.add(sheet(grid, 0.0095, smooth=180), "body")
    b.add(pile(made, 42000, 0.0034, 0.0016, seed=spec.seed, lay=(0.0, 0.0, -0.2)), "body", "pile")
    b.support("top", -0.15, 0.15, -0.1, 0.1, float(grid[:, :, 2].max()) + 0.004)


@prop("napkin")
def napkin(spec: Spec, b: Builder) -> None:
    b.slot("body", "linen", b.choose("#e8e0d0", "#b9c0b4", "#c9a08a", "#f0ece2"))
    grid = folded(0.17, 0.17, 4, 0.0022, b.rng, spec.seed)
    b.add(sheet(grid, 0.0009, smooth=180), "body")
    b.support("top", -0.075, 0.075, -0.075, 0.075, float(grid[:, :, 2].max()) + 0.0006)
