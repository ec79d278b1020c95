# SPDX-License-Identifier: GPL-3.0-or-later
"""Sown fields: wheat in ear, lavender in rows, poppies in the corn, sunflowers, tulips, maize, vines.

Each is a table row of what stands on the land in place of a meadow's grass.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diorama_stage.sets.country import sown
from diorama_stage.sets.country.cover import at, blossoms, lawn
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.land import Height
from diorama_stage.sets.ground.noise import fbm
from diorama_stage.sets.ground.scatter import headroom, scatter


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
    plant: sown.Plant | None = None
    """What grows there plant by plant, `apart` metres in its row; `colours` of blossom, each in rows of its own; where no colour is asked for."""
    apart: float = 0.3
    colours: tuple[str, ...] = ()
    high: float = 1.7
    """How tall a plant may become, metres."""
    along: bool = False
    """True of what runs along its row."""
    nods: bool = False
    """True where all look one way, to the lens."""


CROPS = {
    "wheat": Crop("#cfb070", "#f2d798", 0.68, 21000, 50, ears=0.42),
    "lavender": Crop("#8a7a62", "#6f7b58", 0.26, 15000, 60, heads="#7d5fb4", rows=1.35),
    "poppies": Crop("#6f7a42", "#6d7d42", 0.34, 13000, 50, ears=0.05, blossoms=("#b5121b", "#c01515", "#a80f18", "#b5121b")),
    "tulips": Crop(
        "#5d5a3c", "#5f7a44", 0.12, 5000, 40, rows=0.55, plant=sown.tulip, apart=0.13, high=0.45,
        colours=("#c81e2f", "#e8b820", "#d8508a", "#e8e2da", "#7a2a6a"),
    ),  # fmt: skip
    "sunflowers": Crop("#77703a", "#5f7a44", 0.25, 6000, 40, plant=sown.sunflower, rows=0.75, apart=0.42, colours=("#f0ae10",), nods=True),
    "maize": Crop("#7a7444", "#5f7a44", 0.25, 6000, 40, plant=sown.maize, rows=0.75, apart=0.24, colours=("#cbb26a",)),
    "vines": Crop("#8a7a58", "#7b7f4c", 0.12, 8000, 40, plant=sown.vine, rows=2.0, apart=1.0, colours=("#3a2348",), along=True),
    "rape": Crop("#b3a83a", "#6f8048", 0.3, 9000, 50, plant=sown.rape, rows=0.34, apart=0.28, colours=("#f2d512",)),
}
"""By the feature that names it."""


def crop_of(site: Site) -> Crop | None:
    return next((crop for feature, crop in CROPS.items() if site.has(feature)), None)


def sow(site: Site, height: Height, crop: Crop) -> None:
    """Rows run away from the lens, a little aslant, so that they lead into the picture."""
    asked = [c["hex"] for c in site.environment["ground"]["colours"]]
    where = None
    if crop.rows and crop.plant is None:
        slant = 0.22 + 0.2 * (site.seed % 3)

        def where(x, y):
            across = (x + slant * y + 0.08 * fbm(x / 2, y / 2, 2, seed=site.seed)) % crop.rows
            return np.abs(across - crop.rows / 2) < crop.rows * 0.27

    lawn(
        site,
        height,
        crop.leaves,
        tall=crop.tall,
        count=crop.count * (2 if crop.rows else 1),
        far=95,
        salt=13,
        count_tuft=crop.tuft,
        seeding=crop.ears,
        where=where,
    )
    if crop.heads:
        lawn(
            site,
            height,
            asked[0] if asked else crop.heads,
            tall=crop.tall * 1.75,
            count=crop.count * 2,
            far=110,
            salt=17,
            count_tuft=crop.tuft,
            where=where,
            spread=0.1,
        )
    if crop.blossoms:
        blossoms(site, height, tuple(asked) or crop.blossoms, tall=0.46, count=22000, salt=51, size=0.036, drifts=-0.1)
    if crop.plant is not None:
        _plant(site, height, crop, tuple(asked) or crop.colours)


BANDS = ((0.0, 1.0, True), (1.0, 4.5, False), (4.5, 18.0, False))
"""How far each band of plants reaches, in multiples of what a lens sees singly; whether its plants have all their florets."""
SINGLY = 40.0
"""Metres of a field for each metre between its rows within which plants are told apart."""
COLOURED = 3
"""Rows that one colour of blossom has."""


def _plant(site: Site, height: Height, crop: Crop, colours: tuple[str, ...]) -> None:
    """Plant after plant, row after row: whole ones near the lens, plainer and then fewer, larger ones farther off."""
    slant = (0.12 + 0.1 * (site.seed % 3)) * (1 if site.seed % 2 else -1)
    reach = min(max(SINGLY * crop.rows * 0.5, 9.0), 22.0)
    for k, (first, last, near) in enumerate(BANDS):
        coarse = 1.0 if k < 2 else 2.0
        points, row = _lattice(site, crop, slant, first * reach, last * reach, coarse, salt=71 + k)
        size = np.random.default_rng(site.seed + k).uniform(0.86, 1.12, len(points)) * (1.0 if k < 2 else 1.45)
        room = headroom(site, points) / crop.high
        kept = room > 0.75
        points, row, size = points[kept], row[kept], np.minimum(size, room)[kept]
        which = (row // COLOURED) % len(colours)
        for c, colour in enumerate(colours):
            mine = which == c
            plants = sown.grown(crop.plant, site.seed + c, near=near, colours=(colour,), variants=5 if near else 4)
            facing = np.pi / 2 + np.arctan(slant) if crop.along else 0.0 if crop.nods else None
            scatter(site, plants, at(height, points[mine]), size[mine], salt=81 + 7 * k + c, tilt=0.06, name="crop", facing=facing)


def _lattice(site: Site, crop: Crop, slant: float, near: float, far: float, coarse: float, *, salt: int) -> tuple[np.ndarray, np.ndarray]:
    """Places (n, 2) along rows within the frame's spread, `near` to `far` metres from the eye, and the number of each one's row."""
    rows, apart = crop.rows * coarse, crop.apart * coarse
    ex, ey, _ = site.view.eye
    half, yaw = site.view.fov_x / 2 + 0.12, site.view.yaw
    u = np.arange(-int(far / rows) - 1, int(far / rows) + 2)
    v = np.arange(-int(far / apart) - 1, int(far / apart) + 2)
    row, along = (a.ravel() for a in np.meshgrid(u, v, indexing="ij"))
    rng = np.random.default_rng([site.seed % 2**31, salt])
    y = along * apart + rng.uniform(-0.2, 0.2, len(row)) * apart
    x = row * rows - slant * y + rng.uniform(-0.1, 0.1, len(row)) * rows
    away, angle = np.hypot(x, y), np.arctan2(-x, y) - yaw
    inside = (away >= max(near, 0.9)) & (away < far) & (np.abs((angle + np.pi) % (2 * np.pi) - np.pi) < half)
    return np.column_stack([x, y])[inside] + (ex, ey), row[inside] * round(coarse)
