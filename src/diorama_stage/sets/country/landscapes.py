# SPDX-License-Identifier: GPL-3.0-or-later
"""Open country to the horizon: lake, mountains, desert, snow field, meadow. Heights by noise, real distances (hills at one to eight kilometres)."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.conifers import conifer
from diorama_stage.sets.country.cover import at, blossoms, lawn, lifted, snow_lies, woods
from diorama_stage.sets.country.crops import crop_of, sow
from diorama_stage.sets.country.terraces import forecourt
from diorama_stage.sets.country.volcano import volcano
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.earth import dunes_and_mesas
from diorama_stage.sets.ground.land import Height, ground
from diorama_stage.sets.ground.noise import fbm, perlin, ridged, smooth
from diorama_stage.sets.ground.scatter import cone, keep_clear, scatter
from diorama_stage.sets.registry import setting


@setting("mountains")
def mountains(site: Site) -> None:
    """A high viewpoint: alpine turf and rocks near, the ground falling to a valley, ranges behind ranges to snowy peaks."""
    if site.has("volcano"):
        volcano(site)
        return
    plan, seed = site.plan, site.seed
    edge = plan.back_y + 2.0

    def height(x, y):
        r = np.hypot(x, y)
        front = smooth(-40, 400, y)
        fall = -330 * smooth(edge, edge + 900, y - 0.1 * np.abs(x)) - 0.16 * np.clip(y - edge, 0, 60)
        knoll = 0.5 * fbm(x / 7, y / 7, 5, seed=seed) + 0.1 * fbm(x, y, 4, seed=seed + 4)
        ridges = ridged(x / 1900, y / 1900 + 7, 7, seed=seed + 1) * 600 * smooth(350, 1900, r) * front
        peaks = ridged(x / 6000 + 0.35 * fbm(x / 2600, y / 2600, 4, seed=seed), y / 6000, 7, seed=seed + 2) ** 1.3 * 3400 * smooth(2200, 7000, r) * front
        return fall + knoll + ridges + peaks

    made = lifted(site, height)
    snowed = snow_lies(site)
    paint = snowy_land() if snowed else earth.alpine(treeline=350, snowline=1050, autumn=site.environment.get("season") == "autumn")
    ground(site, made, paint, far=20000, rings=640, columns=460)
    grove = lambda x, y, z: (z < 180) & (y > edge + 60) & (fbm(x / 200, y / 200, 3, seed=seed + 8) > -0.15)  # noqa: E731
    woods(site, made, count=9000, near=90, far=2600, size=(8, 17), salt=32, snow=0.55 * snowed, where=grove)
    points = cone(site, 300, 14, 130, salt=45, power=0.9)
    points = points[keep_clear(site, points, 2.0) & (fbm(points[:, 0] / 40, points[:, 1] / 40, 2, seed=seed + 10) > 0.1)][:70]
    scatter(site, [conifer(seed + k, height=10, colour="#2c4030", snow=0.6 * snowed, slim=0.8 + 0.2 * k) for k in range(3)], at(made, points), np.random.default_rng(45).uniform(0.3, 1.1, len(points)), salt=45, tilt=0.03, name="spruces")
    points = cone(site, 260, 2.2, 60, salt=42, power=0.6)
    points = points[keep_clear(site, points, 0.3)][:90]
    stone = earth.rocky(scale=2, tinted=True, snowed=snowed)
    scatter(site, plants.stones(seed + 42, stone, round=0.35, detail=22), at(made, points), np.random.default_rng(42).uniform(0.08, 0.75, len(points)), salt=42, tilt=0.3, name="rocks")
    if not snowed:
        lawn(site, made, "#74754a", tall=0.16, count=8000, far=45, salt=12, seeding=0.03)
        blossoms(site, made, ("#e8e4da", "#e5c033", "#8f7bc0", "#d98aa6"), tall=0.2, count=1100, salt=52)


@setting("desert")
def desert(site: Site) -> None:
    """Dunes with sharp crests and wind ripples; mesas on the horizon."""
    plan, seed = site.plan, site.seed
    start = plan.back_y + 4
    mesas = not site.has("dunes") or site.has("mesas", "mountains", "hills")

    def height(x, y):
        r = np.hypot(x, y)
        warp = 0.6 * fbm(x / 90, y / 90, 3, seed=seed)
        crest = 1 - np.abs(perlin(x / 95 + warp, y / 55 + 0.4 * warp, seed=seed + 1))
        dunes = (crest**1.6) * 13 * smooth(start, start + 130, r) + 22 * smooth(250, 1200, r) * ridged(x / 420, y / 260, 2, seed=seed + 6, sharp=1.4)
        land = dunes - 5 * smooth(start, start + 60, r) + 0.25 * fbm(x / 9, y / 9, 3, seed=seed + 4)
        if mesas:
            where = fbm(x / 1700, y / 1700, 6, seed=seed + 12)
            land = land + (170 * smooth(0.16, 0.2, where) + 130 * smooth(0.3, 0.325, where) + 25 * fbm(x / 200, y / 200, 4, seed=seed)) * smooth(1400, 2400, r) * smooth(0, 800, y)
        return land

    made = lifted(site, height)
    ground(site, made, dunes_and_mesas(), far=16000, rings=560, columns=460)
    if not site.has("dunes"):
        points = cone(site, 500, 4, 120, salt=43, power=0.7)
        points = points[keep_clear(site, points, 0.6)][:120]
        scatter(site, [plants.bush(seed + k, size=0.6, leaves=700, leaf=0.05, colour="#7d7a4e") for k in range(3)], at(made, points), np.random.default_rng(43).uniform(0.5, 1.4, len(points)), salt=43, name="scrub")


@setting("snow_field")
def snow_field(site: Site) -> None:
    """Wind-drifted snow, spruces under snow at the edge of a wood, white hills."""
    seed = site.seed

    def height(x, y):
        r = np.hypot(x, y)
        drifts = 0.3 * fbm(x / 14 + 0.5 * fbm(x / 6, y / 6, 2, seed=seed), y / 5, 4, seed=seed) * smooth(2, 14, r) + 0.05 * fbm(x / 1.3, y / 0.7, 3, seed=seed + 1)
        roll = 7 * fbm(x / 120, y / 120, 4, seed=seed + 2) * smooth(25, 160, r)
        hills = ridged(x / 1700, y / 1700, 6, seed=seed + 3) * 560 * smooth(500, 2600, r) * smooth(-50, 400, y)
        peaks = ridged(x / 5200, y / 5200, 7, seed=seed + 4) ** 1.3 * 2600 * smooth(2500, 7000, r) * smooth(-50, 400, y)
        return drifts + roll + hills + peaks

    made = lifted(site, height)
    ground(site, made, snowy_land(), far=14000, rings=540, columns=440)
    grove = lambda x, y, z: fbm(x / 60, y / 60, 3, seed=seed + 9) > 0.05  # noqa: E731
    woods(site, made, count=9000, near=90, far=2600, size=(8, 18), salt=33, colour="#2a3d30", snow=0.55, where=lambda x, y, z: (fbm(x / 220, y / 220, 3, seed=seed + 9) > 0.0) & (z < 330))
    points = cone(site, 320, 16, 110, salt=44, power=0.7)
    points = points[keep_clear(site, points, 3.0) & grove(points[:, 0], points[:, 1], 0)][:60]
    scatter(site, [conifer(seed + k, height=10, colour="#2a3d30", snow=0.6, slim=0.8 + 0.2 * k) for k in range(3)], at(made, points), np.random.default_rng(44).uniform(0.35, 1.3, len(points)), salt=44, tilt=0.03, name="spruces")


def snowy_land():
    """Snow; dark woods on far slopes, rock where it is steep."""
    t = Tree("snowy land")
    broad, fine = t.noise(0.6, detail=7), t.noise(120, detail=3)
    distance = t.node("CameraData").outputs["View Distance"]
    _, _, z = t.xyz(t.position())
    forest = t.math("MULTIPLY", t.span(t.noise(0.005, detail=7), 0.5, 0.56), t.math("MULTIPLY", t.span(distance, 700, 1800), t.span(z, 480, 300)))
    trees = t.mix(t.span(t.cells(0.12), 0.1, 0.6), "#1e2c22", "#8f9aa2")
    tone = t.mix(forest, t.mix(broad, "#dde5ee", "#eef1f4"), trees)
    rock = t.mix(t.noise(0.05, detail=8), "#3c3a3a", "#6d6a68")
    tone = t.mix(t.math("MULTIPLY", t.span(earth.steepness(t), 0.76, 0.62), t.span(z, 60, 160)), tone, rock)
    height = t.math("ADD", t.math("MULTIPLY", broad, 2.0), t.math("MULTIPLY", fine, 0.06))
    glint = t.span(t.cells(900, out="Color"), 0.94, 0.97, 0.6, 0.15)
    return t.surface(t.principled(tone, glint, normal=t.bump(height, 0.05), Subsurface_Weight=0.25, Subsurface_Radius=(0.3, 0.5, 0.8), Subsurface_Scale=0.04))


@setting("meadow")
def meadow(site: Site) -> None:
    """Grass and wild flowers to the knees, a row of trees, rolling hills."""
    seed = site.seed
    season = site.environment.get("season") or "summer"
    green = plants.GREENS[season]
    high = site.has("alpine")

    def height(x, y):
        r = np.hypot(x, y)
        near = 0.12 * fbm(x / 4, y / 4, 4, seed=seed) + 2.2 * fbm(x / 60, y / 60, 4, seed=seed + 1) * smooth(10, 90, r)
        hills = (40 * fbm(x / 420, y / 420, 5, seed=seed + 2) + 18) * smooth(90, 600, r) + 300 * ridged(x / 2600, y / 2600, 6, seed=seed + 3, sharp=1.2) * smooth(900, 4200, r) * smooth(0, 500, y)
        if not high:
            return near + hills
        return near + hills + ridged(x / 5600 + 0.35 * fbm(x / 2600, y / 2600, 4, seed=seed), y / 5600, 10, seed=seed + 7) ** 1.3 * 3600 * smooth(3200, 8000, r) * smooth(0, 500, y)

    made = _hilltop(site, height) if site.has("hilltop") and site.extent > BUILDING else lifted(site, height)
    forecourt(site, made)
    crop = crop_of(site) if season != "winter" else None
    ground(site, made, fields(crop.soil if crop else green, high), far=13000, rings=520, columns=420)
    if crop:
        sow(site, made, crop)
        _hedgerows(site, made)
        return
    lawn(site, made, green, tall=0.36, count=17000, far=90, salt=13, count_tuft=60, seeding=0.06)
    lawn(site, made, "#8f8a56" if season != "winter" else "#8b8058", tall=0.5, count=2200, far=110, salt=18, count_tuft=34, seeding=0.16, where=lambda x, y: fbm(x / 7, y / 7, 3, seed=seed + 14) > 0.12)
    if season != "winter":
        blossoms(site, made, ("#e8e4da", "#e5c033", "#b8402f", "#8f7bc0", "#d98aa6") if season != "autumn" else ("#d8c9a0", "#b98c4a"), tall=0.4, count=4200, salt=51)
    _hedgerows(site, made)


BUILDING = 3.0
"""Metres: what is larger is set upon a hill of its own."""


def _hilltop(site: Site, height: Height) -> Height:
    """The land, with a hill under the subjects: level on top, its slopes falling to the plain, the lens over its foot."""
    top, drop = 1.05 * site.extent, max(0.75 * site.extent, 4.0)

    def made(x, y):
        r = np.hypot(x, y + 0.15 * x)
        slope = smooth(top, top + 3.2 * drop, r) * (1 + 0.18 * fbm(x / (2 * drop), y / (2 * drop), 3, seed=site.seed + 21))
        return height(x, y) * smooth(top, 2 * top, r) - drop * slope

    return made


def _hedgerows(site: Site, made: Height) -> None:
    """Copses, and hedges between the fields."""
    grove = lambda x, y, z: fbm(x / 130, y / 130, 4, seed=site.seed + 9) > 0.24  # noqa: E731
    rows = lambda x, y, z: np.abs(fbm(x / 260, y / 200, 2, seed=site.seed + 11)) < 0.022  # noqa: E731
    woods(site, made, count=3200, near=70, far=2600, size=(6, 15), salt=34, leafy=True, where=grove)
    woods(site, made, count=9000, near=130, far=1500, size=(2.5, 8), salt=36, leafy=True, where=rows, power=0.9)


def cloud_shadows(t, tone, distance):
    """Far land in the shade of clouds here and there."""
    shade = t.math("MULTIPLY", t.span(t.noise(0.0016, detail=3), 0.48, 0.58), t.span(distance, 250, 900))
    return t.mix(t.math("MULTIPLY", shade, 0.55), tone, t.mix(1.0, tone, "#6a7486", blend="MULTIPLY"))


def fields(green: str, high: bool = False):
    """Grassland near, a patchwork of fields and woods far; rock and snow above where there are high mountains."""
    t = Tree("fields")
    distance = t.node("CameraData").outputs["View Distance"]
    patch = t.cells(0.006, out="Color", vector=t.scaled(t.position(), (1, 0.6, 0)))
    hue = t.xyz(patch)[0]
    field = t.ramp(hue, [(0.0, "#5f6f3c"), (0.3, "#7c8350"), (0.5, "#53683a"), (0.7, "#9a9060"), (0.85, "#697844")], interpolation="CONSTANT")
    wood = t.mix(t.span(t.cells(0.1), 0.1, 0.7), "#4a6a33", "#23361c")
    field = t.mix(0.55, field, t.ramp(t.noise(0.06, detail=7, roughness=0.7), [(0.32, "#22280f"), (0.68, "#b3b07c")]), blend="OVERLAY")
    field = t.mix(t.span(t.noise(0.0045, detail=7), 0.52, 0.55), field, wood)
    fine = t.noise(5, detail=8, roughness=0.7)
    near = t.mix(t.span(t.noise(0.25, detail=5), 0.35, 0.65), green, t.mix(0.5, green, "#8d8a4a"))
    near = t.mix(0.6, near, t.ramp(fine, [(0.3, "#1d2410"), (0.7, "#b6b878")]), blend="OVERLAY")
    tone = t.mix(t.span(distance, 120, 500), near, field)
    tone = cloud_shadows(t, tone, distance)
    if high:
        _, _, z = t.xyz(t.position())
        slope, line = earth.steepness(t), t.math("ADD", z, t.math("MULTIPLY", t.noise(0.004, detail=8), 400.0))
        stone = t.mix(t.noise(0.03, detail=10, roughness=0.7), "#3d3a37", "#7b766f")
        tone = t.mix(t.span(line, 420, 760), tone, stone)
        tone = t.mix(t.math("MULTIPLY", t.span(slope, 0.5, 0.75), t.span(line, 1250, 1600)), tone, "#e8edf3")
    return t.surface(t.principled(tone, 0.95, normal=t.bump(t.math("ADD", fine, t.noise(0.05, detail=6)), 0.25), Specular_IOR_Level=0.1))
