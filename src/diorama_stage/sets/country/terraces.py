# SPDX-License-Identifier: GPL-3.0-or-later
"""Laid ground about a house: a deck or terrace in a garden; the gravel before a house in the country, on which cars stand: an oval under the subjects with a ragged edge, and the drive that leads to it."""

from __future__ import annotations

import numpy as np

from diorama_catalogue import Tag, tagged
from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.earth import gravel, trodden_snow
from diorama_stage.sets.ground.land import Height
from diorama_stage.sets.ground.noise import fbm
from diorama_stage.sets.paint import boards
from diorama_stage.sets.town.walls import paving

SPOKES, RINGS = 240, 48


def forecourt(site: Site, height: Height) -> None:
    """Lay one where the subjects are a house and something that is driven; plants keep off it."""
    if not (site.things & tagged(Tag.HOMESTEAD) and site.things & tagged(Tag.DRIVEN)):
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


def terrace(site: Site, height: Height) -> Height:
    """Boards or flags under the subjects and the lens where a deck or a patio is named; returns the lawn, sunk beneath them. Plants keep off it."""
    wooden = site.has("deck")
    if site.snowed or not (wooden or site.has("patio")):
        return height
    plan = site.plan
    half, front, back = max(plan.half_x, 2.0) + 0.6, min(site.view.eye[1], plan.front_y) - 2.0, plan.back_y + 0.6

    def on(p: np.ndarray) -> np.ndarray:
        return (np.abs(p[:, 0]) < half) & (p[:, 1] > front) & (p[:, 1] < back)

    m = Mesher()
    m.box(-half, half, front, back, plan.floor_z - 0.1, plan.floor_z + 0.002)
    site.add(m.object("terrace", boards("oak", "#8a7256", width=0.14, length=2.6, seed=site.seed) if wooden else paving(site)))
    site.ways.append(on)
    return lambda x, y: height(x, y) - 0.06 * ((np.abs(x) < half) & (y > front) & (y < back))
