# SPDX-License-Identifier: GPL-3.0-or-later
"""Sown fields: wheat in ear, lavender in rows, poppies in the corn. Each is a table row of what stands on the land in place of a meadow's grass."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diorama_stage.sets.country.cover import blossoms, lawn
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.land import Height
from diorama_stage.sets.ground.noise import fbm


@dataclass(frozen=True)
class Crop:
    soil: str
    """The colour of the land about it, linear only in name: what shows between and far off."""
    leaves: str
    tall: float
    """Metres."""
    count: int
    tuft: int
    ears: float = 0.0
    """Stalks with ears, as a share of the blades."""
    heads: str | None = None
    """Colour of a second, taller layer: spikes of blossom."""
    rows: float = 0.0
    """Metres between rows; 0: sown broadcast."""
    blossoms: tuple[str, ...] = ()


CROPS = {
    "wheat": Crop("#cfb070", "#f2d798", 0.68, 21000, 50, ears=0.42),
    "lavender": Crop("#8a7a62", "#6f7b58", 0.26, 15000, 60, heads="#7d5fb4", rows=1.35),
    "poppies": Crop("#6f7a42", "#6d7d42", 0.34, 13000, 50, ears=0.05, blossoms=("#b5121b", "#c01515", "#a80f18", "#b5121b")),
    "tulips": Crop("#6a6248", "#5f7a44", 0.22, 12000, 40, heads="#c8283a", rows=1.1),
}
"""By the feature that names it."""


def crop_of(site: Site) -> Crop | None:
    return next((crop for feature, crop in CROPS.items() if site.has(feature)), None)


def sow(site: Site, height: Height, crop: Crop) -> None:
    """Rows run away from the lens, a little aslant, so that they lead into the picture."""
    where = None
    if crop.rows:
        slant = 0.22 + 0.2 * (site.seed % 3)

        def where(x, y):
            across = (x + slant * y + 0.08 * fbm(x / 2, y / 2, 2, seed=site.seed)) % crop.rows
            return np.abs(across - crop.rows / 2) < crop.rows * 0.27

    lawn(site, height, crop.leaves, tall=crop.tall, count=crop.count * (2 if crop.rows else 1), far=95, salt=13, count_tuft=crop.tuft, seeding=crop.ears, where=where)
    if crop.heads:
        lawn(site, height, crop.heads, tall=crop.tall * 1.75, count=crop.count * 2, far=110, salt=17, count_tuft=crop.tuft, where=where, spread=0.1)
    if crop.blossoms:
        blossoms(site, height, crop.blossoms, tall=0.46, count=22000, salt=51, size=0.036, drifts=-0.1)
