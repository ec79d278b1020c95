# SPDX-License-Identifier: GPL-3.0-or-later
"""Open country to the horizon: lake, mountains, desert, snow field, meadow. Heights by noise, real distances (hills at one to eight kilometres)."""

from __future__ import annotations

import numpy as np

from diorama_stage.sets import earth, plants
from diorama_stage.sets.conifers import conifer
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


SPURS = ((1, 120, 26, 26, 1.5), (-1, 215, 62, 62, 1.3), (1, 430, 74, 120, 1.15), (-1, 760, 40, 215, 1.1), (1, 1090, 150, 330, 1.0))
"""Wooded spurs that run out into a lake from either side, one behind the other: side, distance, how far its tip lies from the middle, height, how pointed. Metres."""


@setting("lake")
def lake(site: Site) -> None:
    """A mountain lake: pebbled shore, mirror water, wooded spurs one behind the other, high peaks behind. What floats is far out, with the shore behind the lens."""
    plan, seed = site.plan, site.seed
    from diorama_stage.sets.jetty import WORDS, jetty

    afloat = plan.shape == "water"
    planked = not afloat and not plan.table and site.asks(*WORDS)
    shore = site.view.eye[1] - 90 if afloat else site.view.eye[1] - 2 if planked else plan.back_y + 0.9
    rx, ry = 460.0, 620.0
    tall = 1500.0 if site.asks("hills") else 2500.0
    flip = 1 if seed % 2 else -1

    def spur(k, x, y):
        side, away, tip, _, point = SPURS[k]
        bend = 26 * fbm(x / 150 + 7 * k, y / 150, 3, seed=seed + k) + 5 * fbm(x / 30, y / 30, 3, seed=seed + k)
        return side * flip * x - tip - point * np.abs(y - shore - away * (1 + 0.1 * np.sin(seed + k))) + bend

    def inland(x, y):
        """Metres from the water's edge, positive on land."""
        s = np.hypot(x / rx, (y - shore - ry) / ry) - 1
        far = smooth(15, 120, np.hypot(x, y - shore))
        d = s * 430 + 46 * far * fbm(x / 150, y / 150, 5, seed=seed) + 0.35 * fbm(x / 1.7, y / 1.7, 3, seed=seed + 3)
        for k in range(1 if afloat else 0, len(SPURS)):
            d = np.maximum(d, spur(k, x, y))
        return d

    def height(x, y):
        d = inland(x, y)
        r = np.hypot(x, y)
        front = smooth(-60, 240, y)
        bank = np.where(d < 0, np.maximum(d * 0.07, -14), np.minimum(d * 0.075, 1.2) + np.maximum(d - 16, 0) * 0.05 * front)
        hills = fbm(x / 700 + 3, y / 420, 5, seed=seed + 1) * 90 * smooth(0, 500, d) + 75 * smooth(80, 900, d)
        for k, (_, _, _, high, _) in enumerate(SPURS):
            out = np.maximum(spur(k, x, y), 0)
            hills = np.maximum(hills, high * (1 - np.exp(-out / (1.5 * high))) * (1 + 0.3 * fbm(x / 130, y / 130, 5, seed=seed + 20 + k)) * smooth(40, 110, y - shore))
        behind = ridged(x / 2100, y / 1500 + 5, 6, seed=seed + 6) * 620 * smooth(1300, 3600, r)
        peaks = ridged(x / 5200 + 0.3 * fbm(x / 3000, y / 3000, 3, seed=seed), y / 5200, 7, seed=seed + 2) ** 1.25 * tall * smooth(3500, 9500, r)
        return plan.water_z + bank + (hills + behind + peaks) * front + 0.03 * fbm(x * 1.5, y * 1.5, 4, seed=seed + 5) * (d > -3)

    made = height if afloat or planked else lifted(site, height)
    autumn, snowed = site.environment.get("season") == "autumn", snow_lies(site)
    ground(site, made, earth.alpine(treeline=620, snowline=250 if snowed else 1150, autumn=autumn, shore=plan.water_z), far=14000, rings=600, columns=440)
    restless = site.environment.get("weather") in ("storm", "rain") or site.asks("waves", "choppy", "rough")
    sheet(site, plan.water_z, earth.water(ripple=0.004 if restless else 0.0011, scale=1.4, deep="#0b2430", shallow="#31423a", near=(2, 12), calm=0.5 if restless else 0.2))
    colour = "#5a5420" if autumn else "#2a3e2d"
    ashore = lambda x, y, z: (inland(x, y) > 2.5) & (z < 560) & (fbm(x / 90, y / 90, 3, seed=seed + 8) > -0.35)  # noqa: E731
    woods(site, made, count=3600, near=45, far=480, size=(5, 19), salt=30, colour=colour, snow=0.4 * snowed, where=ashore)
    woods(site, made, count=15000, near=480, far=3600, size=(9, 20), salt=31, colour=colour, snow=0.4 * snowed, where=ashore)
    if planked:
        jetty(site)
    elif afloat and site.asks(*WORDS):
        jetty(site, out=3.0, frame=(site.extent + 1.7, 0.0, plan.water_z + 0.55, -4.0))
    if afloat or planked:
        return
    pebbles(site, made, earth.pebble(0.15), count=9000, size=(0.01, 0.06))
    boulders(site, made, inland, count=22)
    lawn(site, made, "#6b6f44", tall=0.3, count=2600, far=40, salt=15, seeding=0.04, where=lambda x, y: (inland(x, y) > 1.6) & (np.abs(x) > plan.half_x * 0.6 + 0.4) | (np.abs(inland(x, y)) < 0.7) & (fbm(x / 1.5, y / 1.5, 2, seed=seed + 12) > 0.35))


def snow_lies(site: Site) -> bool:
    """True where the ground is white: in winter, while it snows, or where the words say so."""
    ground = (site.environment.get("ground") or {}).get("material")
    return site.environment.get("season") == "winter" or site.environment.get("weather") == "snow" or ground == "snow" or site.asks("snowy", "snow covered", "snow-covered")


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
        ridges = ridged(x / 1900, y / 1900 + 7, 7, seed=seed + 1) * 600 * smooth(350, 1900, r) * front
        peaks = ridged(x / 6000 + 0.35 * fbm(x / 2600, y / 2600, 4, seed=seed), y / 6000, 7, seed=seed + 2) ** 1.3 * 3400 * smooth(2200, 7000, r) * front
        return fall + knoll + ridges + peaks

    made = lifted(site, height)
    snowed = snow_lies(site)
    paint = _snowy_land() if snowed else earth.alpine(treeline=350, snowline=1050, autumn=site.environment.get("season") == "autumn")
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
        hills = ridged(x / 1700, y / 1700, 6, seed=seed + 3) * 560 * smooth(500, 2600, r) * smooth(-50, 400, y)
        peaks = ridged(x / 5200, y / 5200, 7, seed=seed + 4) ** 1.3 * 2600 * smooth(2500, 7000, r) * smooth(-50, 400, y)
        return drifts + roll + hills + peaks

    made = lifted(site, height)
    ground(site, made, _snowy_land(), far=14000, rings=540, columns=440)
    grove = lambda x, y, z: fbm(x / 60, y / 60, 3, seed=seed + 9) > 0.05  # noqa: E731
    woods(site, made, count=9000, near=90, far=2600, size=(8, 18), salt=33, colour="#2a3d30", snow=0.55, where=lambda x, y, z: (fbm(x / 220, y / 220, 3, seed=seed + 9) > 0.0) & (z < 330))
    points = cone(site, 320, 16, 110, salt=44, power=0.7)
    points = points[keep_clear(site, points, 3.0) & grove(points[:, 0], points[:, 1], 0)][:60]
    scatter(site, [conifer(seed + k, height=10, colour="#2a3d30", snow=0.6, slim=0.8 + 0.2 * k) for k in range(3)], at(made, points), np.random.default_rng(44).uniform(0.35, 1.3, len(points)), salt=44, tilt=0.03, name="spruces")


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
    from diorama_stage.sets.crops import crop_of, sow
    from diorama_stage.sets.yard import forecourt

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


def _hedgerows(site: Site, made: Height) -> None:
    """Copses, and hedges between the fields."""
    grove = lambda x, y, z: fbm(x / 130, y / 130, 4, seed=site.seed + 9) > 0.24  # noqa: E731
    rows = lambda x, y, z: np.abs(fbm(x / 260, y / 200, 2, seed=site.seed + 11)) < 0.022  # noqa: E731
    woods(site, made, count=3200, near=70, far=2600, size=(6, 15), salt=34, leafy=True, where=grove)
    woods(site, made, count=9000, near=130, far=1500, size=(2.5, 8), salt=36, leafy=True, where=rows, power=0.9)


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


def cloud_shadows(t, tone, distance):
    """Far land in the shade of clouds here and there."""
    shade = t.math("MULTIPLY", t.span(t.noise(0.0016, detail=3), 0.48, 0.58), t.span(distance, 250, 900))
    return t.mix(t.math("MULTIPLY", shade, 0.55), tone, t.mix(1.0, tone, "#6a7486", blend="MULTIPLY"))


def fields(green: str, high: bool = False):
    """Grassland near, a patchwork of fields and woods far; rock and snow above where there are high mountains."""
    from diorama_stage.sets.nodes import Tree

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
