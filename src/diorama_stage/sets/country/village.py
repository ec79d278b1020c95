# SPDX-License-Identifier: GPL-3.0-or-later
"""A village in the country: cottages, barns and a church about a lane, smoke and lit windows by night, hills or mountains behind; under snow where it lies."""

from __future__ import annotations

import numpy as np

from diorama_stage.sets.country import plants
from diorama_stage.sets.country.conifers import conifer
from diorama_stage.sets.country.cover import at, lawn, lifted, snow_lies, woods
from diorama_stage.sets.country.landscapes import fields, snowy_land
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.land import Height, ground
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.ground.scatter import generator, keep_clear, scatter
from diorama_stage.sets.registry import setting
from diorama_stage.sets.works import again, prop, put

HOUSES = (("house", "cottage", 1), ("house", "", 4), ("house", "cottage", 6), ("house", "cabin", 2))
PLOT = 15.0
"""Metres between one house and the next along the lane."""


@setting("village")
def village(site: Site) -> None:
    seed, start = site.seed, site.plan.back_y + 9.0 + site.extent
    white = snow_lies(site) or site.snowed

    def height(x, y):
        r = np.hypot(x, y)
        near = 0.1 * fbm(x / 4, y / 4, 3, seed=seed) + 1.6 * fbm(x / 60, y / 60, 3, seed=seed + 1) * smooth(12, 90, r)
        rise = 7.0 * smooth(start, start + 110, y)
        hills = (38 * fbm(x / 420, y / 420, 5, seed=seed + 2) + 16) * smooth(150, 700, r)
        return near + rise + hills + ridged(x / 2800, y / 2800, 6, seed=seed + 3) * 620 * smooth(900, 4000, r) * smooth(0, 600, y)

    made = lifted(site, height)
    ground(site, made, snowy_land() if white else fields(plants.GREENS[site.environment.get("season") or "summer"]), far=13000, rings=520, columns=420)
    if not white:
        lawn(site, made, plants.GREENS[site.environment.get("season") or "summer"], tall=0.16, count=9000, far=60, salt=13)
    spots = plots(site, start)
    stand(site, made, spots, white)
    apart = lambda x, y: np.min(np.hypot(x[:, None] - spots[None, :, 0], y[:, None] - spots[None, :, 1]), axis=1) > 8.5  # noqa: E731
    _trees(site, made, start, apart, white)
    woods(
        site,
        made,
        count=5200,
        near=190,
        far=2600,
        size=(7, 16),
        salt=33,
        colour="#2a3d30",
        snow=0.55 * white,
        where=lambda x, y, z: fbm(x / 210, y / 210, 3, seed=seed + 9) > 0.02,
    )


def plots(site: Site, start: float) -> np.ndarray:
    """x, y, degrees of the houses: in two rows that draw together up a lane, each turned a little; none before the subjects."""
    rng, out = generator(site, 71), []
    for k in range(6):
        for s in (-1, 1):
            x = s * (9.5 + rng.uniform(0, 4) + 1.2 * k) + (3.0 if k % 2 else -2.0)
            out.append((x, start + PLOT * k + rng.uniform(-3, 3), s * rng.uniform(-38, -8) + rng.uniform(-9, 9)))
    out += [(s * rng.uniform(26, 44), start + rng.uniform(10, 80), rng.uniform(-40, 40)) for s in (-1, 1, -1, 1)]
    spots = np.array(out)
    return spots[keep_clear(site, spots[:, :2], 5.5)]


def stand(site: Site, made: Height, spots: np.ndarray, white: bool) -> None:
    """Every kind of house is built once and stood on several plots; the church stands at the lane's end."""
    placed = at(made, spots[:, :2]) - (0, 0, 0.12)
    for k, (kind, variant, seed) in enumerate(HOUSES):
        mine = range(k, len(spots), len(HOUSES))
        if not mine:
            continue
        whole = prop(kind, seed, variant=variant, lit=site.dark, snowed=white)
        put(site, whole, *placed[k], spots[k, 2])
        for i in mine[1:]:
            again(site, whole, *placed[i], spots[i, 2])
    far = np.array([[-2.5, float(spots[:, 1].max()) + 18.0 if len(spots) else 60.0]])
    put(site, prop("church", site.seed % 5, lit=site.dark, snowed=white), *at(made, far)[0], -12.0)
    for x, y, z in placed[:7] if site.dark else ():
        site.lamp(float(x), float(y) - 5.2, float(z) + 2.2, radius=0.2, kelvin=2500, watts=45.0)


def _trees(site: Site, made: Height, start: float, apart, white: bool) -> None:
    rng = generator(site, 72)
    points = np.column_stack([rng.uniform(-60, 60, 240), start + rng.uniform(-6, 120, 240)])
    points = points[keep_clear(site, points, 3.0) & apart(points[:, 0], points[:, 1])][:46]
    season = site.environment.get("season") or "summer"
    if white:
        kinds = [conifer(site.seed + k, height=8, colour="#2a3d30", snow=0.6, slim=0.8 + 0.2 * k) for k in range(2)]
    else:
        leaves = plants.LEAVES[season]
        kinds = [
            plants.broadleaf(
                site.seed + k, height=8, leaves=0 if season == "winter" else 5200, colour=leaves[k % len(leaves)], leaf=0.24, trunk=0.2, bare=0.2, spread=0.46
            )
            for k in range(2)
        ]
    scatter(site, kinds, at(made, points), rng.uniform(0.5, 1.2, len(points)), salt=72, tilt=0.03, name="trees")
