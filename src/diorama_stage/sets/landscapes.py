# SPDX-License-Identifier: GPL-3.0-or-later
"""Open country to the horizon: lake, mountains, desert, snow field, meadow. Heights by noise, real distances (hills at one to eight kilometres)."""

from __future__ import annotations

import numpy as np

from diorama_stage.sets import earth, plants
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.noise import fbm, perlin, ridged, smooth
from diorama_stage.sets.registry import setting
from diorama_stage.sets.road import lay
from diorama_stage.sets.scatter import cone, headroom, keep_clear, scatter
from diorama_stage.sets.tables import raise_surface
from diorama_stage.sets.terrain import Height, ground, level, sheet


COUNTRY = frozenset(("meadow", "desert", "mountains", "snow_field", "forest"))
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


def lawn(site: Site, height: Height, colour: str, *, tall: float, count: int = 9000, far: float = 60.0, salt: int = 11, count_tuft: int = 70, where=None, spread: float = 0.13) -> None:
    """Tufts of grass out to `far` metres, denser near the lens; larger and fewer with distance."""
    points = cone(site, count, max(0.35, min(1.0, site.view.subject_distance * 0.2)), far, salt=salt, power=0.25)
    room = headroom(site, points)
    away = np.hypot(points[:, 0] - site.view.eye[0], points[:, 1] - site.view.eye[1])
    size = np.clip(away / 9, 1.0, 4.0) * np.random.default_rng(salt).uniform(0.6, 1.25, len(points))
    size = np.minimum(size, room / tall)
    ok = size > 0.12
    if where is not None:
        ok &= where(points[:, 0], points[:, 1])
    scatter(site, plants.grass(site.seed + salt, colour, height=tall, count=count_tuft, spread=spread), at(height, points[ok]), size[ok], salt=salt, tilt=0.2, name="grass")


def woods(site: Site, height: Height, *, count: int, near: float, far: float, size: tuple[float, float], salt: int, colour: str = "#2c4a2c", where=None, snow: float = 0.0, power: float = 0.6, leafy: bool = False) -> None:
    """Thousands of coarse trees on slopes from `near` to `far` metres; `where(x, y, z)` says where they may grow."""
    points = cone(site, count, near, far, salt=salt, power=power)
    placed = at(height, points)
    ok = keep_clear(site, points)
    if where is not None:
        ok &= where(points[:, 0], points[:, 1], placed[:, 2])
    tall = np.random.default_rng(salt).uniform(*size, len(points)) / 10
    if leafy:
        leaves = plants.LEAVES[site.environment.get("season") or "summer"]
        kinds = [plants.bush(site.seed + salt + k, size=10.0, leaves=900, leaf=1.3, colour=leaves[k % len(leaves)]) for k in range(3)]
    else:
        kinds = [plants.conifer(site.seed + salt + k, height=10.0, fine=False, colour=colour, snow=snow) for k in range(3)]
    scatter(site, kinds, placed[ok], tall[ok], salt=salt, tilt=0.03, name="woods")


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


@setting("lake")
def lake(site: Site) -> None:
    """A mountain lake: pebbled shore, mirror water, wooded hills in layers, high peaks behind. What floats is far out, with the shore behind the lens."""
    plan, seed = site.plan, site.seed
    afloat = plan.shape == "water"
    shore = site.view.eye[1] - 90 if afloat else plan.back_y + 0.9
    rx, ry = 420.0, 560.0
    tall = 900.0 if site.asks("hills") else 2500.0

    def inland(x, y):
        """Metres from the water's edge, positive on land."""
        s = np.hypot(x / rx, (y - shore - ry) / ry) - 1
        far = smooth(15, 120, np.hypot(x, y - shore))
        return s * 430 + 46 * far * fbm(x / 150, y / 150, 5, seed=seed) + 0.35 * fbm(x / 1.7, y / 1.7, 3, seed=seed + 3)

    def height(x, y):
        d = inland(x, y)
        r = np.hypot(x, y)
        front = smooth(-60, 240, y)
        bank = np.where(d < 0, np.maximum(d * 0.07, -14), np.minimum(d * 0.075, 1.2) + np.maximum(d - 16, 0) * 0.05 * front)
        hills = fbm(x / 700 + 3, y / 420, 5, seed=seed + 1) * 90 * smooth(0, 500, d) + 75 * smooth(80, 900, d)
        behind = ridged(x / 2100, y / 1500 + 5, 7, seed=seed + 6) * 620 * smooth(1300, 3600, r)
        peaks = ridged(x / 5200 + 0.3 * fbm(x / 3000, y / 3000, 3, seed=seed), y / 5200, 9, seed=seed + 2) ** 1.25 * tall * smooth(3500, 9500, r)
        return plan.water_z + bank + (hills + behind + peaks) * front + 0.03 * fbm(x * 1.5, y * 1.5, 4, seed=seed + 5) * (d > -3)

    made = height if afloat else lifted(site, height)
    autumn = site.environment.get("season") == "autumn"
    ground(site, made, earth.alpine(treeline=620, snowline=1150 if site.environment.get("season") != "winter" else 250, autumn=autumn, shore=plan.water_z), far=14000, rings=560, columns=460)
    dead_calm = site.asks("still", "mirror", "calm", "reflection", "reflections")
    sheet(site, plan.water_z, earth.water(ripple=0.0012 if dead_calm else 0.004, scale=1.4, deep="#0b2430", shallow="#31423a", near=(2, 12), calm=0.25))
    colour = "#5a5420" if autumn else "#2a4527"
    woods(site, made, count=15000, near=60, far=3200, size=(9, 20), salt=31, colour=colour, where=lambda x, y, z: (inland(x, y) > 5) & (z < 560) & (fbm(x / 160, y / 160, 3, seed=seed + 8) > -0.3))
    if afloat:
        return
    pebbles(site, made, earth.pebble(0.15), count=9000, size=(0.012, 0.06))
    boulders(site, made, inland, count=26)
    lawn(site, made, "#6d7440", tall=0.3, count=1500, far=40, salt=15, where=lambda x, y: (inland(x, y) > 2.2) & (np.abs(x) > plan.half_x * 0.6 + 0.4))


def boulders(site: Site, height: Height, inland, *, count: int, material=None, size: tuple[float, float] = (0.12, 0.6), salt: int = 41) -> None:
    """Larger stones along the water's edge, beside the sight line."""
    points = cone(site, count * 9, 2.5, 30, salt=salt, power=0.5)
    d = inland(points[:, 0], points[:, 1])
    ok = keep_clear(site, points, 0.2) & (d < 2.0) & (d > -2.5)
    points = points[ok][:count]
    rng = np.random.default_rng(salt)
    scatter(site, plants.stones(site.seed + salt, material or earth.rocky(scale=3, tinted=True), round=0.55, detail=20), at(height, points), rng.uniform(*size, len(points)), salt=salt, tilt=0.3, name="boulders")


@setting("mountains")
def mountains(site: Site) -> None:
    """A high viewpoint: alpine turf and rocks near, the ground falling to a valley, ranges behind ranges to snowy peaks."""
    plan, seed = site.plan, site.seed
    edge = plan.back_y + 2.0

    def height(x, y):
        r = np.hypot(x, y)
        front = smooth(-40, 400, y)
        fall = -330 * smooth(edge, edge + 900, y - 0.1 * np.abs(x)) - 0.16 * np.clip(y - edge, 0, 60)
        knoll = 0.5 * fbm(x / 7, y / 7, 5, seed=seed) + 0.1 * fbm(x, y, 4, seed=seed + 4)
        ridges = ridged(x / 1900, y / 1900 + 7, 9, seed=seed + 1) * 900 * smooth(350, 1900, r) * front
        peaks = ridged(x / 6000 + 0.35 * fbm(x / 2600, y / 2600, 4, seed=seed), y / 6000, 10, seed=seed + 2) ** 1.3 * 4300 * smooth(2200, 7000, r) * front
        return fall + knoll + ridges + peaks

    made = lifted(site, height)
    winter = site.environment.get("season") == "winter" or site.environment.get("weather") == "snow"
    ground(site, made, earth.alpine(treeline=350, snowline=150 if winter else 1050, autumn=site.environment.get("season") == "autumn"), far=20000, rings=600, columns=480)
    woods(site, made, count=9000, near=120, far=2600, size=(8, 17), salt=32, where=lambda x, y, z: (z < 180) & (y > edge + 60) & (fbm(x / 200, y / 200, 3, seed=seed + 8) > -0.15))
    lawn(site, made, "#7d7f45", tall=0.14, count=7000, far=45, salt=12)
    points = cone(site, 260, 2.2, 60, salt=42, power=0.6)
    points = points[keep_clear(site, points, 0.3)][:90]
    scatter(site, plants.stones(seed + 42, earth.rocky(scale=2, tinted=True), round=0.35, detail=22), at(made, points), np.random.default_rng(42).uniform(0.08, 0.75, len(points)), salt=42, tilt=0.3, name="rocks")


@setting("desert")
def desert(site: Site) -> None:
    """Dunes with sharp crests and wind ripples; mesas on the horizon."""
    plan, seed = site.plan, site.seed
    start = plan.back_y + 4
    mesas = not site.asks("dunes", "sahara", "sand dunes") or site.asks("mesas", "mountains", "hills", "utah", "arizona", "monument")

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
    ground(site, made, _dune_and_mesa(), far=16000, rings=560, columns=460)
    if not site.asks("dunes", "sahara"):
        points = cone(site, 500, 4, 120, salt=43, power=0.7)
        points = points[keep_clear(site, points, 0.6)][:120]
        scatter(site, [plants.bush(seed + k, size=0.6, leaves=700, leaf=0.05, colour="#7d7a4e") for k in range(3)], at(made, points), np.random.default_rng(43).uniform(0.5, 1.4, len(points)), salt=43, name="scrub")


def _dune_and_mesa():
    """Rippled sand on the flat, banded red rock on walls."""
    from diorama_stage.sets.nodes import Tree

    t = Tree("desert")
    x, y, z = t.xyz(t.position())
    distance = t.node("CameraData").outputs["View Distance"]
    wave = t.node("TexWave", {"Vector": t.scaled(t.position(), (1, 1, 0.2)), "Scale": 2.6, "Distortion": 6.0, "Detail": 3.0, "Detail Scale": 0.6, "Detail Roughness": 0.6}, bands_direction="Y").outputs[1]
    broad, grain = t.noise(0.05, detail=6), t.noise(700, detail=2)
    tone = t.mix(t.span(broad, 0.35, 0.65), "#cf9d62", "#d9ae74")
    tone = t.mix(0.25, tone, t.ramp(grain, [(0.35, "#4a3722"), (0.65, "#fff3dc")]), blend="SOFT_LIGHT")
    tone = t.mix(t.math("MULTIPLY", t.span(wave, 0.3, 0.0), 0.2), tone, "#a87848")
    near = t.span(distance, 60, 5)
    normal = t.node("Bump", {"Strength": near, "Distance": 0.018, "Height": wave}).outputs[0]
    normal = t.bump(grain, 0.001, normal=normal)
    level = t.math("ADD", t.math("MULTIPLY", z, 0.05), t.math("MULTIPLY", t.noise(0.01, detail=4), 1.2))
    strata = t.noise(1.4, detail=5, vector=t.combine(0.0, 0.0, level))
    rock = t.ramp(strata, [(0.3, "#6e3420"), (0.45, "#a2542f"), (0.58, "#c17a4c"), (0.7, "#8c4428")])
    wall = t.math("MULTIPLY", t.span(earth.steepness(t), 0.86, 0.74), t.span(z, 22, 40))
    return t.surface(t.principled(t.mix(wall, tone, rock), 0.95, normal=normal, Specular_IOR_Level=0.1))


@setting("snow_field")
def snow_field(site: Site) -> None:
    """Wind-drifted snow, spruces under snow at the edge of a wood, white hills."""
    seed = site.seed

    def height(x, y):
        r = np.hypot(x, y)
        drifts = 0.3 * fbm(x / 14 + 0.5 * fbm(x / 6, y / 6, 2, seed=seed), y / 5, 4, seed=seed) * smooth(2, 14, r) + 0.05 * fbm(x / 1.3, y / 0.7, 3, seed=seed + 1)
        roll = 7 * fbm(x / 120, y / 120, 4, seed=seed + 2) * smooth(25, 160, r)
        hills = ridged(x / 1700, y / 1700, 8, seed=seed + 3) * 560 * smooth(500, 2600, r) * smooth(-50, 400, y)
        peaks = ridged(x / 5200, y / 5200, 9, seed=seed + 4) ** 1.3 * 2600 * smooth(2500, 7000, r) * smooth(-50, 400, y)
        return drifts + roll + hills + peaks

    made = lifted(site, height)
    ground(site, made, _snowy_land(), far=14000, rings=540, columns=440)
    grove = lambda x, y, z: fbm(x / 60, y / 60, 3, seed=seed + 9) > 0.05  # noqa: E731
    woods(site, made, count=9000, near=90, far=2600, size=(8, 18), salt=33, colour="#26382c", snow=0.4, where=lambda x, y, z: (fbm(x / 220, y / 220, 3, seed=seed + 9) > 0.0) & (z < 330))
    points = cone(site, 320, 16, 110, salt=44, power=0.7)
    points = points[keep_clear(site, points, 3.0) & grove(points[:, 0], points[:, 1], 0)][:60]
    scatter(site, [plants.conifer(seed + k, height=10, fine=True, colour="#23382b", snow=0.5) for k in range(3)], at(made, points), np.random.default_rng(44).uniform(0.35, 1.3, len(points)), salt=44, tilt=0.03, name="spruces")


def _snowy_land():
    """Snow; dark woods on far slopes, rock where it is steep."""
    from diorama_stage.sets.nodes import Tree

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
    high = site.asks("mountain", "peaks", "alpine", "alps")

    def height(x, y):
        r = np.hypot(x, y)
        near = 0.12 * fbm(x / 4, y / 4, 4, seed=seed) + 2.2 * fbm(x / 60, y / 60, 4, seed=seed + 1) * smooth(10, 90, r)
        hills = (40 * fbm(x / 420, y / 420, 5, seed=seed + 2) + 18) * smooth(90, 600, r) + 300 * ridged(x / 2600, y / 2600, 6, seed=seed + 3, sharp=1.2) * smooth(900, 4200, r) * smooth(0, 500, y)
        if not high:
            return near + hills
        return near + hills + ridged(x / 5600 + 0.35 * fbm(x / 2600, y / 2600, 4, seed=seed), y / 5600, 10, seed=seed + 7) ** 1.3 * 3600 * smooth(3200, 8000, r) * smooth(0, 500, y)

    made = lifted(site, height)
    ground(site, made, fields(green, high), far=13000, rings=480, columns=420)
    lawn(site, made, green, tall=0.34, count=16000, far=75, salt=13, count_tuft=60)
    if season != "winter":
        colours = ("#e8e4da", "#f0c330", "#c23b2a", "#8f6bbf", "#e07a9a") if season != "autumn" else ("#d8c9a0", "#b98c4a")
        points = cone(site, 2600, 1.0, 45, salt=51, power=0.4)
        drift = fbm(points[:, 0] / 3, points[:, 1] / 3, 3, seed=seed + 5) + np.random.default_rng(5).normal(size=len(points)) * 0.2 > 0.05
        room = headroom(site, points)
        away = np.hypot(points[:, 0] - site.view.eye[0], points[:, 1] - site.view.eye[1])
        size = np.minimum(np.random.default_rng(6).uniform(0.7, 1.25, len(points)) * np.clip(away / 14, 1, 2), room / 0.38)
        ok = drift & (size > 0.3)
        scatter(site, plants.flowers(seed, colours, height=0.38, size=0.024), at(made, points[ok]), size[ok], salt=51, tilt=0.15, name="flowers")
    woods(site, made, count=2600, near=110, far=2600, size=(7, 15), salt=34, leafy=True, where=lambda x, y, z: fbm(x / 130, y / 130, 4, seed=seed + 9) > 0.22)


def fields(green: str, high: bool = False):
    """Grassland near, a patchwork of fields and woods far; rock and snow above where there are high mountains."""
    from diorama_stage.sets.nodes import Tree

    t = Tree("fields")
    distance = t.node("CameraData").outputs["View Distance"]
    patch = t.cells(0.006, out="Color", vector=t.scaled(t.position(), (1, 0.6, 0)))
    hue = t.xyz(patch)[0]
    field = t.ramp(hue, [(0.0, "#5d7a38"), (0.3, "#7f8c48"), (0.5, "#4e6e34"), (0.7, "#a3985a"), (0.85, "#68803e")], interpolation="CONSTANT")
    wood = t.mix(t.span(t.cells(0.1), 0.1, 0.7), "#4a6a33", "#23361c")
    field = t.mix(t.span(t.noise(0.0045, detail=7), 0.52, 0.55), field, wood)
    fine = t.noise(5, detail=8, roughness=0.7)
    near = t.mix(t.span(t.noise(0.25, detail=5), 0.35, 0.65), green, t.mix(0.5, green, "#8d8a4a"))
    near = t.mix(0.6, near, t.ramp(fine, [(0.3, "#1d2410"), (0.7, "#b6b878")]), blend="OVERLAY")
    tone = t.mix(t.span(distance, 120, 500), near, field)
    if high:
        _, _, z = t.xyz(t.position())
        slope, line = earth.steepness(t), t.math("ADD", z, t.math("MULTIPLY", t.noise(0.004, detail=8), 400.0))
        stone = t.mix(t.noise(0.03, detail=10, roughness=0.7), "#3d3a37", "#7b766f")
        tone = t.mix(t.span(line, 420, 760), tone, stone)
        tone = t.mix(t.math("MULTIPLY", t.span(slope, 0.5, 0.75), t.span(line, 1250, 1600)), tone, "#e8edf3")
    return t.surface(t.principled(tone, 0.95, normal=t.bump(t.math("ADD", fine, t.noise(0.05, detail=6)), 0.25), Specular_IOR_Level=0.1))
