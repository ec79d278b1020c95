# SPDX-License-Identifier: GPL-3.0-or-later
"""What covers the ground of open land: lawns, blossoms, woods, pebbles, boulders."""

from __future__ import annotations

import numpy as np

from diorama_stage.sets.country import plants
from diorama_stage.sets.country.conifers import conifer
from diorama_stage.sets.country.road import lay
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import Height, level
from diorama_stage.sets.ground.noise import fbm
from diorama_stage.sets.ground.scatter import cone, headroom, keep_clear, scatter
from diorama_stage.sets.ground.tops import raise_surface

COUNTRY = frozenset(("meadow", "savannah", "desert", "mountains", "snow_field", "forest", "cliff"))
"""Settings that a road or a path can run through."""


def lifted(site: Site, height: Height) -> Height:
    """The height function held level under the subjects and lowered to the floor of a table, with a road where one is asked for."""
    base = site.plan.floor_z

    def made(x, y):
        return height(x, y) * level(site, x, y) + base

    if site.plan.table:
        raise_surface(site)
    return lay(site, made) if site.plan.setting in COUNTRY else made


def at(height: Height, points: np.ndarray) -> np.ndarray:
    """Points (n, 2) set upon the ground."""
    return np.column_stack([points, height(points[:, 0], points[:, 1])])


def lawn(site: Site, height: Height, colour: str, *, tall: float, count: int = 9000, far: float = 60.0, salt: int = 11, count_tuft: int = 70, where=None, spread: float = 0.13, seeding: float = 0.0) -> None:
    """Tufts of grass out to `far` metres, denser near the lens; larger and fewer with distance."""
    points = cone(site, count, max(0.35, min(1.0, site.view.subject_distance * 0.2)), far, salt=salt, power=0.25)
    room = headroom(site, points)
    away = np.hypot(points[:, 0] - site.view.eye[0], points[:, 1] - site.view.eye[1])
    size = np.clip(away / 9, 1.0, 4.0) * np.random.default_rng(salt).uniform(0.6, 1.25, len(points))
    if tall > 0.1:  # it grows higher in some places than in others
        size *= np.clip(1 + 0.55 * fbm(points[:, 0] / 2.6, points[:, 1] / 2.6, 3, seed=site.seed + salt), 0.45, 1.5)
    size = np.minimum(size, room / tall)
    ok = size > 0.12
    if where is not None:
        ok &= where(points[:, 0], points[:, 1])
    scatter(site, plants.grass(site.seed + salt, colour, height=tall, count=count_tuft, spread=spread, seeding=seeding), at(height, points[ok]), size[ok], salt=salt, tilt=0.2, name="grass")


def woods(site: Site, height: Height, *, count: int, near: float, far: float, size: tuple[float, float], salt: int, colour: str = "#2c4030", where=None, snow: float = 0.0, power: float = 0.6, leafy: bool = False) -> None:
    """Thousands of trees on slopes from `near` to `far` metres; `where(x, y, z)` says where they may grow."""
    points = cone(site, count, near, far, salt=salt, power=power)
    placed = at(height, points)
    ok = keep_clear(site, points)
    if where is not None:
        ok &= where(points[:, 0], points[:, 1], placed[:, 2])
    points, placed = points[ok], placed[ok]
    rng = np.random.default_rng(salt)
    tall = size[0] / 10 + (size[1] - size[0]) / 10 * rng.random(len(points)) ** 1.6
    tall *= 1 + 0.25 * fbm(points[:, 0] / 45, points[:, 1] / 45, 2, seed=site.seed + salt)
    close = np.hypot(points[:, 0] - site.view.eye[0], points[:, 1] - site.view.eye[1]) < 480
    if leafy:
        leaves = plants.LEAVES[site.environment.get("season") or "summer"]
        kinds = {False: [plants.bush(site.seed + salt + k, size=10.0, leaves=1300, leaf=1.1, colour=leaves[k % len(leaves)]) for k in range(3)]}
        kinds[True] = [plants.broadleaf(site.seed + salt + k, height=11.0, leaves=5000, leaf=0.42, colour=leaves[k % len(leaves)], bare=0.14, spread=0.5) for k in range(2)]
    else:
        kinds = {near: [conifer(site.seed + salt + k, height=10.0, fine=near, colour=colour, snow=snow, slim=0.75 + 0.16 * k) for k in range(4 if near else 3)] for near in (True, False)}
    for near in (True, False):
        scatter(site, kinds[near], placed[close == near], tall[close == near], salt=salt + near, tilt=0.03, name="woods")


def pebbles(site: Site, height: Height, material, *, count: int, near: float = 0.4, far: float = 14.0, size: tuple[float, float] = (0.012, 0.05), salt: int = 21, round: float = 1.0, where=None) -> None:
    """Small stones near the lens."""
    points = cone(site, count, near, far, salt=salt, power=0.35)
    room = headroom(site, points)
    rng = np.random.default_rng(salt)
    radius = size[0] * (size[1] / size[0]) ** (rng.random(len(points)) ** 2.2)
    away = np.hypot(points[:, 0] - site.view.eye[0], points[:, 1] - site.view.eye[1])
    radius *= np.clip(away / 4, 1, 2.2)
    ok = (radius < room) & ((np.hypot(points[:, 0], points[:, 1]) > site.extent + 0.05) | (radius < size[0] * 1.6))
    if where is not None:
        ok &= where(points[:, 0], points[:, 1])
    scatter(site, plants.stones(site.seed + salt, material, round=round), at(height, points[ok]), radius[ok], salt=salt, tilt=0.4, name="stones")


def snow_lies(site: Site) -> bool:
    """True where the ground is white: in winter, while it snows, or where the words say so."""
    ground = (site.environment.get("ground") or {}).get("material")
    return site.environment.get("season") == "winter" or site.environment.get("weather") == "snow" or ground == "snow" or site.has("snow_covered")


def boulders(site: Site, height: Height, inland, *, count: int, material=None, size: tuple[float, float] = (0.12, 0.6), salt: int = 41) -> None:
    """Larger stones along the water's edge, beside the sight line."""
    points = cone(site, count * 9, 2.5, 30, salt=salt, power=0.5)
    d = inland(points[:, 0], points[:, 1])
    ok = keep_clear(site, points, 0.2) & (d < 2.0) & (d > -2.5)
    points = points[ok][:count]
    rng = np.random.default_rng(salt)
    scatter(site, plants.stones(site.seed + salt, material or earth.rocky(scale=3, tinted=True), round=0.55, detail=20), at(height, points), rng.uniform(*size, len(points)), salt=salt, tilt=0.3, name="boulders")


def blossoms(site: Site, height: Height, colours: tuple[str, ...], *, tall: float, count: int, salt: int, size: float = 0.019, drifts: float = 0.22) -> None:
    """Wild flowers of `size` metres, each kind in drifts of its own, few elsewhere; the lower `drifts`, the more of the land they cover."""
    points = cone(site, count, 1.0, 45, salt=salt, power=0.4)
    rng = np.random.default_rng(salt)
    room = headroom(site, points)
    away = np.hypot(points[:, 0] - site.view.eye[0], points[:, 1] - site.view.eye[1])
    scale = np.minimum(rng.uniform(0.6, 1.25, len(points)) * np.clip(away / 14, 1, 2), room / tall)
    kinds = plants.flowers(site.seed, colours, height=tall, size=size)
    which = rng.integers(0, len(kinds), len(points))
    for k, kind in enumerate(kinds):
        drift = fbm(points[:, 0] / 3.5 + 31 * k, points[:, 1] / 3.5, 3, seed=site.seed + 5) + 0.15 * rng.normal(size=len(points)) > drifts
        ok = (which == k) & drift & (scale > 0.3)
        scatter(site, [kind], at(height, points[ok]), scale[ok], salt=salt + 60 + k, tilt=0.2, name="flowers")
