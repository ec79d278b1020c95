# SPDX-License-Identifier: GPL-3.0-or-later
"""The gravel before a house in the country, on which cars stand: an oval under the subjects with a ragged edge, and the drive that leads to it."""

from __future__ import annotations

import numpy as np

from diorama_stage.sets.dressing import Site
from diorama_stage.sets.earth import gravel, trodden_snow
from diorama_stage.sets.mesher import mesh
from diorama_stage.sets.noise import fbm
from diorama_stage.sets.terrain import Height

HOUSES = frozenset(("house", "barn"))
DRIVEN = frozenset(("car", "van", "truck", "bus", "motorcycle", "tractor"))
SPOKES, RINGS = 240, 48


def forecourt(site: Site, height: Height) -> None:
    """Lay one where the subjects are a house and something that is driven; plants keep off it."""
    if not (site.things & HOUSES and site.things & DRIVEN):
        return
    wide, deep = site.extent * 1.05 + 2.0, site.extent * 0.9 + 2.0
    turn = np.linspace(0, 2 * np.pi, SPOKES, endpoint=False)
    rim = 1 + 0.1 * fbm(2 * np.cos(turn), 2 * np.sin(turn), 4, seed=site.seed)
    drive = np.exp(-(((turn - 1.5 * np.pi - 0.35) / 0.3) ** 2))  # towards the lens, a little to the right
    far = rim * (1 + 1.6 * drive)
    share = np.linspace(0, 1, RINGS)[:, None]
    x, y = (share * wide * far * np.cos(turn)).ravel(), (share * deep * far * np.sin(turn)).ravel()
    edge = np.repeat(np.linspace(0, 1, RINGS), SPOKES) > 0.95
    points = np.column_stack([x, y, height(x, y) + np.where(edge, -0.03, 0.045)])
    k = np.arange((RINGS - 1) * SPOKES)
    row, column = k // SPOKES, k % SPOKES
    after = (column + 1) % SPOKES
    faces = np.stack([row * SPOKES + column, (row + 1) * SPOKES + column, (row + 1) * SPOKES + after, row * SPOKES + after], axis=-1)
    site.add(mesh("forecourt", points, faces, smooth=True, material=trodden_snow() if site.snowed else gravel("#a39880")))

    def on(p: np.ndarray) -> np.ndarray:
        angle = np.mod(np.arctan2(p[:, 1] / deep, p[:, 0] / wide), 2 * np.pi)
        return np.hypot(p[:, 0] / wide, p[:, 1] / deep) < np.interp(angle, turn, far, period=2 * np.pi) * 0.97

    site.ways.append(on)
