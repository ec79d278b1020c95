# SPDX-License-Identifier: GPL-3.0-or-later
"""Cushions: stuffed cases with drawn-in corners, a seam round their edge and folds that run to it; and upholstery built of them."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import from_geometry, sweep
from diorama_stage.kit.growth import grid_faces


def stuffed(x: float, y: float, z: float, seed: int, *, boxed: float = 0.0, plump: float = 0.55, piping: float = 0.0028, folds: float = 1.0) -> list:
    """A cushion lying about the origin, full lengths x, y, thickness z in its middle: its body and the cord in its seam (both one slot).

    `boxed` is the height of a side band (a seat cushion), 0 brings both faces together at the seam (a pillow); `plump` is how square its section is.
    """
    rng = np.random.default_rng(seed % 2**32)
    n = 41
    u = np.sin(np.linspace(-np.pi / 2, np.pi / 2, n) * 0.92) / np.sin(np.pi / 2 * 0.92)
    a, c = np.meshgrid(u, u, indexing="ij")
    full = (np.clip(1 - a**2, 0, 1) * np.clip(1 - c**2, 0, 1)) ** (plump / 2)
    # The filling draws the middle of each side in and leaves the corners out like ears.
    pull = 0.075 * (1 - boxed / max(z, 1e-6))
    px = a * x / 2 * (1 - pull * (1 - c**2) * np.abs(a) ** 3)
    py = c * y / 2 * (1 - pull * (1 - a**2) * np.abs(c) ** 3)
    angle, edge = np.arctan2(c, a), np.maximum(np.abs(a), np.abs(c))
    faces, sides = grid_faces(n, n), []
    for s in (1, -1):
        gather = sum(np.cos(angle * k + rng.uniform(0, 6.3)) * rng.uniform(0.4, 1.0) for k in (9, 13, 17, 23)) * edge**4 * (1 - edge**14)
        slack = sum(np.cos(px * rng.uniform(6, 16) / max(x, y) * 2 + py * rng.uniform(-14, 14) / max(x, y) * 2 + rng.uniform(0, 6.3)) for _ in range(3)) * 0.2 * full
        height = boxed / 2 + (z - boxed) / 2 * full * (1 + 0.03 * slack) + 0.011 * folds * z * gather
        sides.append(np.stack([px, py, s * height], axis=-1).reshape(-1, 3))
    border = np.concatenate([np.arange(n), n * np.arange(1, n) + n - 1, n * (n - 1) + np.arange(n - 2, -1, -1), n * np.arange(n - 2, 0, -1)])
    skin = [faces[:, ::-1], faces + n * n]
    verts = np.concatenate(sides)
    after = np.roll(border, -1)
    band = np.stack([border, border + n * n, after + n * n, after], axis=-1)
    made = [from_geometry("cushion", verts, [*skin[0].tolist(), *skin[1].tolist(), *band.tolist()], smooth=70)]
    if piping:
        for rim in (sides if boxed else [(sides[0] + sides[1]) / 2]):
            line = rim[np.r_[border, border[:2]]] * (1.004, 1.004, 1.0)
            made.append(sweep(line, piping, sides=8))
    return made
