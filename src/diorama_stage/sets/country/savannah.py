# SPDX-License-Identifier: GPL-3.0-or-later
"""Savannah: a plain of dry grass to the horizon, flat-topped acacias, thorn scrub, termite hills, kopjes; a waterhole where one is asked for."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at, lawn, lifted
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import Height, ground
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.ground.scatter import cone, keep_clear, scatter
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms.furnishings import foliage

STRAW = {"dry": ("#a3926a", "#978358", "#8f7f55"), "green": ("#8a8a55", "#7b7a4a", "#8c8455")}
"""Blades, taller blades and ground cover: in the dry season, and in the rains (spring)."""


@setting("savannah")
def savannah(site: Site) -> None:
    """Level land with low swells, bare and grassed in patches; trees stand far apart and thin out to a wooded line."""
    seed = site.seed
    blade, tall, cover = STRAW["green" if site.environment.get("season") == "spring" else "dry"]
    hole = Waterhole(site) if site.has("waterhole") else None

    def height(x, y):
        r = np.hypot(x, y)
        near = 0.08 * fbm(x / 3, y / 3, 4, seed=seed) + 1.1 * fbm(x / 80, y / 80, 3, seed=seed + 1) * smooth(12, 120, r)
        swells = 14 * fbm(x / 700, y / 700, 4, seed=seed + 2) * smooth(150, 900, r)
        return near + swells + 240 * ridged(x / 3600, y / 3600, 5, seed=seed + 3, sharp=1.5) * smooth(2600, 6500, r) * smooth(0, 900, y)

    land = lifted(site, height)
    made = hole.sunk(land) if hole else land
    ground(site, made, plain_earth(cover), far=15000, rings=520, columns=420)
    if hole:
        hole.fill(site)
    dry = lambda x, y: (fbm(x / 9, y / 9, 3, seed=seed + 14) > -0.22) & (made(x, y) > site.plan.floor_z - (0.06 if hole else 9.0))  # noqa: E731
    lawn(site, made, blade, tall=0.22, count=17000, far=120, salt=13, count_tuft=54, seeding=0.05, where=dry, spread=0.16)
    high = lambda x, y: dry(x, y) & (fbm(x / 14, y / 14, 3, seed=seed + 15) > 0.1)  # noqa: E731
    lawn(site, made, tall, tall=0.32, count=2200, far=140, salt=18, count_tuft=40, seeding=0.1, where=high)
    _trees(site, made)
    points = cone(site, 260, 7, 170, salt=64, power=0.7)
    points = points[keep_clear(site, points, 1.0) & dry(points[:, 0], points[:, 1])][:70]
    scrub = [plants.bush(seed + 40 + k, size=1.1, leaves=1100, leaf=0.06, colour=("#6f6d3c", "#7d7442", "#5c6236")[k]) for k in range(3)]
    scatter(site, scrub, at(made, points), np.random.default_rng(64).uniform(0.5, 1.4, len(points)), salt=64, name="scrub")
    points = cone(site, 120, 12, 200, salt=65, power=0.8)
    points = points[keep_clear(site, points, 1.5)][:9]
    sizes = np.random.default_rng(65).uniform(0.6, 1.5, len(points))
    scatter(site, [_termites(seed + 70 + k) for k in range(2)], at(made, points), sizes, salt=65, tilt=0.06, name="termite hills")


def _trees(site: Site, made: Height) -> None:
    """A few acacias that show their shape, more behind them, a wooded line far off."""
    seed = site.seed
    kinds = [acacia(seed + k, height=h, wide=w) for k, (h, w) in enumerate(((7.0, 1.1), (8.5, 0.95), (6.0, 1.25)))]
    points = cone(site, 700, 34, 420, salt=61, power=0.75)
    points = points[keep_clear(site, points, 4.0)]
    points = _apart(points, 17)[:34]
    scatter(site, kinds, at(made, points), np.random.default_rng(61).uniform(0.7, 1.2, len(points)), salt=61, tilt=0.04, name="acacias")
    far = [acacia(seed + 9 + k, height=6.5, wide=1.1, leaves=900, leaf=0.5) for k in range(2)]
    points = cone(site, 5200, 380, 3200, salt=63, power=0.75)
    grove = fbm(points[:, 0] / 240, points[:, 1] / 240, 3, seed=seed + 9) > -0.02
    scatter(site, far, at(made, points[grove]), np.random.default_rng(63).uniform(0.5, 1.2, int(grove.sum())), salt=63, tilt=0.04, name="bush line")


def _apart(points: np.ndarray, least: float) -> np.ndarray:
    """Of points (n, 2), those that are `least` metres from each one before."""
    kept: list[np.ndarray] = []
    for p in points:
        if all(np.hypot(*(p - q)) >= least for q in kept):
            kept.append(p)
    return np.array(kept).reshape(-1, 2)


def acacia(seed: int, *, height: float = 7.0, wide: float = 1.1, leaves: int = 7000, leaf: float = 0.13) -> bpy.types.Object:
    """An umbrella thorn of `height` metres: a stem that forks low and leans outwards, boughs that end in one level, a flat crown `wide` heights across."""
    rng, wood, tips = np.random.default_rng(seed), Mesher(), []
    top, lean = height * 0.86, rng.normal(0, 0.06, 2)
    fork = np.array([*(lean * height), height * rng.uniform(0.26, 0.36)])
    stem = [(0, 0, -0.3), (0, 0, 0.25), tuple(fork * 0.55 + rng.normal(0, 0.06, 3)), tuple(fork)]
    wood.tube(stem, np.array([0.04, 0.027, 0.024, 0.022]) * height, sides=9)
    boughs = int(rng.integers(5, 7))
    for k in range(boughs):
        a, reach = 2 * math.pi * (k + rng.uniform(-0.3, 0.3)) / boughs, height * wide * 0.5 * rng.uniform(0.55, 0.8)
        end = np.array([reach * math.cos(a), reach * math.sin(a), top * rng.uniform(0.86, 0.95)]) + (*fork[:2], 0)
        t = np.linspace(0, 1, 6)[:, None]
        path = fork + (end - fork) * np.concatenate([t**1.15, t**1.15, t**0.8], axis=1) + rng.normal(0, 0.08, (6, 3)) * np.sin(math.pi * t)
        wood.tube(path, np.linspace(0.016, 0.006, 6) * height, sides=6)
        for _ in range(7):
            start = path[int(rng.integers(2, 6))]
            b, out = a + rng.normal(0, 0.9), height * wide * rng.uniform(0.1, 0.24)
            tip = np.array([start[0] + out * math.cos(b), start[1] + out * math.sin(b), top * rng.uniform(0.95, 1.04)])
            middle = (start + tip) / 2 + (0, 0, -0.03 * height)
            wood.tube([start, middle, tip], np.array([0.005, 0.0035, 0.0015]) * height, sides=5)
            tips.append(tip)
    trunk = wood.object("acacia", plants.barks("#6a5a48"), smooth=True)
    centres = np.array(tips)[rng.integers(0, len(tips), leaves)]
    points = centres + rng.normal(size=(leaves, 3)) * (0.075 * height * wide, 0.075 * height * wide, 0.02 * height)
    vertices, faces, tints = plants.leaves_at(rng, points, leaf)
    below = np.clip((vertices[:, 2] - 0.9 * top) / (0.2 * top), 0, 1)
    crown = mesh("crown", vertices, faces, material=foliage("#5d6a34"), colours=tints * (0.55 + 0.45 * below)[:, None])
    return plants.together([trunk, crown])


def _termites(seed: int) -> bpy.types.Object:
    """A termite hill of about a metre: a leaning cone of baked earth."""
    vertices, faces = plants.rock(seed, round=0.8, detail=20, rough=0.5, flat=1.0)
    up = np.clip((vertices[:, 2] - vertices[:, 2].min()) / np.ptp(vertices[:, 2]), 0, 1)
    vertices[:, :2] *= (0.62 * (1 - 0.72 * up))[:, None]
    vertices[:, 2] = up * 1.5 - 0.15
    return mesh("termite hill", vertices, faces, smooth=True, material=earth.rocky("#8a5f40", scale=3), colours=np.ones_like(vertices))


class Waterhole:
    """A shallow pool before the subjects, from their feet to less than half the way to the lens: they are seen in it."""

    DEPTH = 0.35

    def __init__(self, site: Site):
        ex, ey = site.view.eye[:2]
        away = max(math.hypot(ex, ey), 1.0)
        self.to = np.array([ex, ey]) / away
        shore = max(site.extent, -site.plan.front_y * 0.35) * 0.9
        self.seed, self.level = site.seed, site.plan.floor_z - 0.1
        self.long = max(0.28 * (away - shore), 0.8)
        self.middle = self.to * (shore + self.long)
        self.wide = max(2.6 * self.long, 1.6 * site.extent + 2.0)

    def inside(self, x, y):
        """1 in the middle of the pool, 0 on its shore, below 0 outside."""
        along = (x - self.middle[0]) * self.to[0] + (y - self.middle[1]) * self.to[1]
        across = (x - self.middle[0]) * self.to[1] - (y - self.middle[1]) * self.to[0]
        return 1 - np.hypot(along / self.long, across / self.wide) + 0.16 * fbm(x / 3.5, y / 3.5, 3, seed=self.seed + 31)

    def sunk(self, land: Height) -> Height:
        def made(x, y):
            into = self.inside(x, y)
            return land(x, y) * (1 - smooth(-0.5, -0.15, into)) + (land(x, y) * 0.2 - self.DEPTH * smooth(-0.12, 0.35, into)) * smooth(-0.5, -0.15, into)

        return made

    def fill(self, site: Site) -> None:
        (x, y), r = self.middle, 1.6 * self.wide
        water = earth.water(ripple=0.0012, scale=2.2, deep="#4a4230", shallow="#6a5c40", near=(4, 40))
        corners = [(x + a * r, y + b * r, self.level) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        site.add(mesh("water", corners, [(0, 1, 2, 3)], material=water))


def plain_earth(straw: str):
    """Red earth between tufts near; straw with bare tracks and darker bush far; blue hills."""
    t = Tree("savannah")
    distance = t.node("CameraData").outputs["View Distance"]
    broad, fine = t.noise(0.12, detail=6), t.noise(7, detail=8, roughness=0.72)
    bare = t.mix(t.noise(0.5, detail=5), "#7d5636", "#9a744b")
    near = t.mix(t.span(broad, 0.36, 0.56), bare, t.mix(t.noise(1.6, detail=6), straw, "#a8976a"))
    near = t.mix(0.5, near, t.ramp(fine, [(0.3, "#3a2a18"), (0.7, "#dcc48c")]), blend="OVERLAY")
    spread = t.noise(0.004, detail=8, vector=t.scaled(t.position(), (0.5, 1, 1)))
    far = t.mix(t.span(spread, 0.42, 0.6), "#b39c6c", "#948658")
    far = t.mix(t.span(t.noise(0.013, detail=9, roughness=0.7), 0.56, 0.66, 0.0, 0.8), far, "#5f6238")
    _, _, z = t.xyz(t.position())
    far = t.mix(t.span(z, 24, 70), far, "#5d6048")
    tone = t.mix(t.span(distance, 90, 420), near, far)
    wet = t.span(z, -0.02, -0.12)
    tone = t.mix(wet, tone, t.mix(1.0, tone, "#8a7460", blend="MULTIPLY"))
    return t.surface(t.principled(tone, 0.95, normal=t.bump(t.math("ADD", fine, t.noise(0.6, detail=6)), 0.12), Specular_IOR_Level=0.1))
