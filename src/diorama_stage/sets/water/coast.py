# SPDX-License-Identifier: GPL-3.0-or-later
"""The edge of the sea: beach, open sea, cliffs."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, grid, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at, lawn, lifted, pebbles
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.earth import pebble
from diorama_stage.sets.ground.land import ground, polar
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.ground.scatter import cone, generator, keep_clear, scatter
from diorama_stage.sets.registry import setting

WINDS = {"storm": 2.6, "rain": 1.4, "clear": 1.0, "fog": 0.5, "mist": 0.4}


def swell(x, y, *, seed: int, height: float, length: float = 22.0) -> np.ndarray:
    """A wind sea: trochoid-like waves of many lengths and directions about the one that runs to the shore (-Y)."""
    rng = np.random.default_rng(seed)
    z = np.zeros(np.shape(x))
    for k in range(26):
        wave = length * 0.82**k * rng.uniform(0.85, 1.15)
        a = rng.normal(0, 0.5)
        phase = 2 * np.pi / wave * (x * np.sin(a) + y * np.cos(a)) + rng.uniform(0, 2 * np.pi)
        crest = np.exp(np.sin(phase) - 1) * 2 - 0.93  # sharper crests than troughs
        z += height * (wave / length) ** 0.95 * crest * 0.55
    return z


def sea_material(*, deep: str = "#07324a", shallow: str = "#2f7f86", shore_y: float | None = None, foam: float = 0.25):
    """Sea: deep colour, turquoise towards the shore, foam on crests (attribute "Tint" red) and in streaks."""
    t = Tree("sea")
    p = t.position()
    _, y, _ = t.xyz(p)
    distance = t.node("CameraData").outputs["View Distance"]
    near = t.noise(1.6, detail=6, roughness=0.6, vector=t.scaled(p, (0.7, 1.3, 1)))
    mid = t.noise(0.22, detail=4, vector=t.scaled(p, (0.6, 1.4, 1)))
    height = t.math("ADD", near, t.math("MULTIPLY", mid, 3.0))
    normal = t.node("Bump", {"Strength": t.span(distance, 10, 1500, 1.0, 0.5, smooth=False), "Distance": 0.05, "Height": height}).outputs[0]
    body = deep
    if shore_y is not None:
        body = t.mix(t.span(y, shore_y + 2, shore_y + 45), shallow, deep)
        body = t.mix(t.span(y, shore_y + 2.5, shore_y - 0.5), body, "#8d8a72")
    white = t.xyz(t.attribute("Tint"))[0]
    lace = t.cells(1.1, feature="DISTANCE_TO_EDGE", vector=t.node("Mix", {0: 0.25, 4: p, 5: t.noise(2.0, detail=4, out="Color")}, data_type="VECTOR").outputs[1])
    web = t.math("MULTIPLY", t.span(lace, 0.09, 0.01), t.span(t.noise(0.9, detail=5), 0.35, 0.6))
    froth = t.math("ADD", t.span(t.noise(5, detail=6, roughness=0.7), 0.35, 0.6), t.math("MULTIPLY", t.span(white, 0.55, 0.95), 0.5))
    mask = t.math("MULTIPLY", white, t.math("ADD", froth, web), clamp=True)
    diffuse = t.node("BsdfDiffuse", {0: body, "Normal": normal}).outputs[0]
    shine = t.node("BsdfGlossy", {"Color": "#ffffff", "Roughness": t.span(distance, 8, 420, 0.03, 0.27, smooth=False), "Normal": normal}).outputs[0]
    sea = t.blend(t.node("Fresnel", {0: 1.33, 1: normal}).outputs[0], diffuse, shine)
    return t.surface(t.blend(mask, sea, t.node("BsdfDiffuse", {0: "#e9eef0"}).outputs[0]))


def ocean(site: Site, z: float, *, height: float, shore=None, near: float = 0.4, far: float = 45000.0, rings: int = 560, columns: int = 420, foam_at: float = 0.75, seed: int = 4, material=None) -> None:
    """The sea's surface: waves near, level far; `shore(x, y)` metres seaward of the water's edge (breakers and foam there)."""
    x, y = polar(site, near=near, far=far, rings=rings, columns=columns)
    r = np.hypot(x - site.view.eye[0], y - site.view.eye[1])
    waves = swell(x, y, seed=seed + site.seed, height=height)
    calm = 1 - smooth(120, 1500, r) * 0.9
    white = smooth(foam_at, foam_at + 0.5, waves / max(height, 1e-3)) * (1 - smooth(200, 2500, r) * 0.7)
    if shore is not None:
        d = shore(x, y)
        calm = calm * smooth(0, 26, d)
        for at_d, tall, wide in ((7.5, 0.5, 1.6), (17.0, 0.75, 2.4), (31.0, 0.7, 3.6), (52.0, 0.6, 5.0)):  # breakers, in lines that bend
            line = d - at_d - 2.2 * fbm(x / 16, y / 40, 3, seed=seed + int(at_d)) - 1.2 * fbm(x / 5, y / 9, 2, seed=seed)
            along = smooth(-0.25, 0.35, fbm(x / 30 + at_d, y / 60, 2, seed=seed + 7))
            roll = np.exp(-((line / (wide * np.where(line < 0, 0.45, 1.0))) ** 2)) * along  # steep towards the shore
            waves = waves + roll * tall / max(calm.max(), 1e-6)
            calm = np.maximum(calm, roll)
            white = np.maximum(white, (smooth(0.5, 0.85, roll) + 0.75 * np.exp(-np.maximum(-line, 0) / (wide * 1.6)) * (line < 0) * along) * 1.0)
        edge = d - 0.6 * fbm(x / 3.2, y / 3.2, 3, seed=seed + 2)
        white = np.maximum(white, np.exp(-((edge - 0.25) / 0.4) ** 2) * 1.0)
        white = np.maximum(white, 0.5 * smooth(5, 0.4, edge) * smooth(-0.1, 0.3, fbm(x / 2.5, y / 1.5, 4, seed=seed + 5)))
    if site.plan.shape == "water":  # no wave breaks into what floats
        calm = calm * (0.15 + 0.85 * smooth(site.extent, 2.5 * site.extent + 1, np.hypot(x, y)))
    rows, across = x.shape
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(across - 1), indexing="ij")
    a = i * across + j
    faces = np.stack([a, a + across, a + across + 1, a + 1], axis=-1).reshape(-1, 4)
    vertices = np.stack([x, y, z + waves * calm], axis=-1).reshape(-1, 3)
    tint = np.repeat(np.clip(white, 0, 1).reshape(-1, 1), 3, axis=1)
    site.add(mesh("sea", vertices, faces, smooth=True, material=material or sea_material(), colours=tint))


@setting("sea")
def sea(site: Site) -> None:
    """Open water from just above it."""
    wind = WINDS.get(site.environment.get("weather", "clear"), 1.0) * (0.25 if site.has("calm") else 1.0)
    ocean(site, site.plan.water_z or 0.0, height=0.22 * wind, foam_at=1.15 if wind < 2 else 0.75, columns=520)


@setting("beach")
def beach(site: Site) -> None:
    """Sand that darkens to a wet mirror, lines of breakers, the horizon; dune grass behind or beside."""
    plan, seed = site.plan, site.seed
    water = plan.water_z
    shore_y = plan.back_y + 3.6
    edge = lambda x, y: y - shore_y - 1.3 * fbm(x / 17, x * 0 + 3, 3, seed=seed) - 0.4 * np.sin(x / 2.3 + 1.5 * np.sin(x / 6))  # noqa: E731

    behind = max(9.0, shore_y - site.view.eye[1] + 3)  # no dune between the lens and what it looks at

    def height(x, y):
        d = -(y - shore_y)
        slope = np.where(d > 0, np.minimum(d * 0.062, 0.26), np.maximum(d * 0.05, -9))
        dunes = 1.8 * smooth(behind, behind + 31, d + 0.1 * np.abs(x)) * (0.6 + fbm(x / 14, y / 14, 4, seed=seed + 1))
        return water + slope + dunes + 0.02 * fbm(x / 0.8, y / 0.8, 4, seed=seed + 2) * smooth(0.3, 2, d)

    made = lifted(site, height)
    tone = "#d9c4a0" if not site.has("black_sand") else "#3a3836"
    stony = site.has("pebbles")
    ground(site, made, earth.shingle(wet_z=water) if stony else earth.sand(tone, wet_z=water), far=3000, rings=460, columns=380)
    wind = WINDS.get(site.environment.get("weather", "clear"), 1.0)
    ocean(site, water + 0.01, height=0.2 * wind, shore=edge, near=0.8, material=sea_material(shore_y=shore_y, deep="#0b4a63", shallow="#4fa3a3"))

    if stony:
        for salt, count, size, far in ((21, 5200, (0.012, 0.04), 11.0), (22, 1500, (0.03, 0.11), 26.0)):
            pebbles(site, made, pebble(), count=count, size=size, far=far, salt=salt, where=lambda x, y: y < shore_y + 0.5)
    else:
        pebbles(site, made, pebble(), count=150, size=(0.004, 0.022), far=10, where=lambda x, y: y < shore_y - 0.4)
    headland(site, made=None, side=-1)
    if site.has("palms"):
        points = np.array([(-6.5, shore_y + 1.5 - 4), (-8.5, shore_y - 1), (7.5, shore_y - 2.5)])
        scatter(site, [palm(seed + k) for k in range(2)], at(made, points), np.array([1.0, 1.15, 0.9]), salt=93, tilt=0.08, name="palms")


def palm(seed: int):
    """A coconut palm: a leaning ringed trunk, a crown of feathered fronds."""
    rng, trunk, crown = np.random.default_rng(seed), Mesher(), Mesher()
    t = np.linspace(0, 1, 26)
    path = np.stack([1.6 * t**2, 0.2 * np.sin(3 * t), 7.0 * t], axis=1)
    trunk.tube(path, 0.16 - 0.06 * t + 0.012 * (np.arange(26) % 2) + 0.12 * np.exp(-t * 14), sides=9)
    top = path[-1]
    for k in range(17):
        a, lift = 2 * np.pi * k / 17 + rng.uniform(-0.1, 0.1), rng.uniform(-0.2, 0.9)
        out, side = np.array((np.cos(a), np.sin(a), 0)), np.array((-np.sin(a), np.cos(a), 0))
        u = np.linspace(0, 1, 26)
        rib = top + out * (2.6 * u)[:, None] + np.array((0, 0, 1.0)) * (lift * 1.6 * u - 1.9 * u**2.2)[:, None]
        for i in range(1, 25):
            reach = 0.62 * np.sin(np.pi * (0.12 + 0.85 * u[i])) ** 0.7
            for s in (-1, 1):
                along = rib[i + 1] - rib[i - 1]
                along /= np.linalg.norm(along)
                tip = rib[i] + s * side * reach + along * reach * 0.6 - (0, 0, reach * 0.5)
                w = along * 0.035
                crown.add([rib[i] - w, (rib[i] + tip) / 2 - w, tip, (rib[i] + tip) / 2 + w], [(0, 1, 2, 3)], tint=np.ones(3) * rng.uniform(0.75, 1.1))
    return plants.together([trunk.object("palm", plants.barks("#8a7a66"), smooth=True), crown.object("fronds", plants.foliage("#4f7d35"))])


def headland(site: Site, made, *, side: int = 1) -> None:
    """A far wooded headland that closes the bay on one side."""
    if site.has("open"):
        return
    seed = site.seed
    xs, ys = np.linspace(300, 2600, 220), np.linspace(900, 2600, 130)
    x, y = np.meshgrid(xs * side, ys)
    d = smooth(0, 700, (x * side - 420) - 0.25 * np.abs(y - 1700) + 260 * fbm(x / 500, y / 500, 5, seed=seed + 3))
    z = site.plan.water_z - 4 + 210 * d * (0.45 + ridged(x / 700, y / 700, 6, seed=seed + 4))

    vertices, faces = grid(x, y, z)
    if side < 0:
        faces = faces[:, ::-1]
    site.add(mesh("headland", vertices, faces, smooth=True, material=earth.alpine(treeline=900, snowline=5000, shore=site.plan.water_z + 2)))


@setting("cliff")
def cliff(site: Site) -> None:
    """High above a coast: turf and rock at the edge, the sea far below, headlands behind headlands along a surf line."""
    plan, seed = site.plan, site.seed
    water = plan.water_z
    edge = plan.back_y + (5.5 if site.has("road") else 1.3)

    def seaward(x, y):
        """Metres beyond the coast line, positive over the sea: a straight edge here, then a coast that runs away to the left in bays and headlands; the sun sets over open sea."""
        x = -x
        run = smooth(8, 130, np.hypot(x, y - edge))
        here = y - edge - 1.1 * fbm(x / 5, y / 5, 4, seed=seed) - 5.0 * smooth(3, 25, x) - np.maximum(x - 10, 0) * 1.15 + 0.1 * np.maximum(-x, 0)
        there = -(x - 75 - 0.16 * y) * 0.9 + 150 * fbm(x / 430 + 5, y / 430, 6, seed=seed + 1) + 210 * np.sin(y / 340 + 0.7) * smooth(120, 700, y)
        return here * (1 - run) + there * run

    def height(x, y):
        d = seaward(x, y)
        r = np.hypot(x, y)
        inland = np.maximum(-d, 0)
        top = 0.25 * fbm(x / 5, y / 5, 5, seed=seed + 2) + (inland * 0.30 + ridged(x / 900, y / 900, 8, seed=seed + 3) * 330 * smooth(40, 900, inland)) * smooth(60, 600, r)
        lowering = 52 * smooth(150, 900, r) * smooth(160, 0, inland)  # further along, the cliffs are lower at the edge
        near = 1 - smooth(20, 120, r)
        gullies = fbm(x / 11, y / 11, 5, seed=seed + 6)
        wall = smooth(-0.4 * near - 6 * (1 - near), 13 + 34 * smooth(80, 500, r), d + 5 * gullies * (near * smooth(0, 6, d) + 1 - near))
        crags = 9 * (ridged(x / 28, y / 28, 6, seed=seed + 7) - 0.45) * np.exp(-((d - 6) / 26) ** 2) * smooth(4, 26, r)
        stacks = 46 * smooth(0.56, 0.72, ridged(x / 95, y / 95, 3, seed=seed + 9, sharp=3)) * smooth(12, 30, d) * smooth(130, 60, d) * smooth(120, 300, r)
        return (top - lowering) * (1 - wall) + (water - 14) * wall + crags + stacks

    made = lifted(site, height)
    ground(site, made, _cliffs(water), far=9000, rings=600, columns=480)
    wind = WINDS.get(site.environment.get("weather", "clear"), 1.0)
    _sea_below(site, water, seaward, height, wind)
    green = {"autumn": "#8d8048", "winter": "#7d7648"}.get(site.environment.get("season") or "", "#7d7a4a")
    lawn(site, made, green, tall=0.3, count=11000, far=40, salt=17, seeding=0.1, where=lambda x, y: (seaward(x, y) < -0.25) & (fbm(x / 2.2, y / 2.2, 3, seed=seed + 4) > -0.25))
    points = cone(site, 900, 1.6, 35, salt=94, power=0.5)
    d = seaward(points[:, 0], points[:, 1])
    points = points[keep_clear(site, points, 0.2) & (d < 0.6) & (d > -6)][:40]
    rng = generator(site, 12)
    scatter(site, plants.stones(seed + 5, earth.rocky("#84715a", scale=2.5, tinted=True), round=0.25, detail=24), at(made, points), rng.uniform(0.06, 0.38, len(points)), salt=94, tilt=0.3, name="rocks")
    if site.environment.get("season") in (None, "spring", "summer"):
        points = cone(site, 700, 1.2, 18, salt=95, power=0.4)
        points = points[keep_clear(site, points, 0.0) & (seaward(points[:, 0], points[:, 1]) < -0.4) & (fbm(points[:, 0] / 2, points[:, 1] / 2, 2, seed=seed + 8) > 0.15)]
        scatter(site, plants.flowers(seed, ("#e8b93a", "#d9862e", "#e7dfef"), height=0.22, size=0.02), at(made, points), rng.uniform(0.7, 1.2, len(points)), salt=95, name="flowers")


def _sea_below(site: Site, water: float, seaward, height, wind: float) -> None:
    """The sea seen from above: colour by depth, surf along the rocks."""
    x, y = polar(site, near=6.0, far=48000.0, rings=560, columns=460)
    d = seaward(x, y)
    r = np.hypot(x, y)
    surf = 9 * fbm(x / 26, y / 26, 5, seed=site.seed + 3)
    depth = water - height(x, y)
    close = smooth(26 * wind, 3, d + surf - 12) * smooth(9000, 2500, r)
    shallows = smooth(11.5, 3.0, depth) * (r < 9000)
    white = np.maximum(close * 0.8 * smooth(-0.15, 0.3, fbm(x / 9, y / 9, 4, seed=site.seed + 5)), shallows)
    caps = smooth(0.5 - 0.08 * wind, 0.62, fbm(x / 12, y / 5, 4, seed=site.seed + 6)) * 0.4 * smooth(2500, 300, r)
    rows, across = x.shape
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(across - 1), indexing="ij")
    a = i * across + j
    faces = np.stack([a, a + across, a + across + 1, a + 1], axis=-1).reshape(-1, 4)
    waves = swell(x, y, seed=8, height=0.5 * wind, length=40) * (1 - smooth(300, 2000, r))
    tint = np.stack([np.clip(np.maximum(white, caps), 0, 1), smooth(150, 8, d), np.zeros_like(d)], axis=-1).reshape(-1, 3)
    t = Tree("sea below")
    red, green, _ = t.xyz(t.attribute("Tint"))
    p = t.position()
    distance = t.node("CameraData").outputs["View Distance"]
    ripple = t.math("ADD", t.noise(0.3, detail=6, roughness=0.6, vector=t.scaled(p, (0.6, 1.4, 1))), t.math("MULTIPLY", t.noise(0.03, detail=3, vector=t.scaled(p, (0.5, 1.5, 1))), 2.0))
    normal = t.node("Bump", {"Strength": t.span(distance, 200, 5000, 0.9, 0.45, smooth=False), "Distance": 0.6, "Height": ripple}).outputs[0]
    body = t.mix(green, t.mix(t.span(t.noise(0.004, detail=5), 0.4, 0.6), "#0a3f5c", "#0d4a66"), "#2f8f92")
    foam = t.math("MULTIPLY", red, t.math("ADD", t.span(t.noise(0.35, detail=7, roughness=0.7), 0.38, 0.58), t.math("MULTIPLY", red, 0.35)), clamp=True)
    shine = t.node("BsdfGlossy", {"Color": "#ffffff", "Roughness": 0.16, "Normal": normal}).outputs[0]
    sea = t.blend(t.node("Fresnel", {0: 1.33, 1: normal}).outputs[0], t.node("BsdfDiffuse", {0: body, "Normal": normal}).outputs[0], shine)
    paint = t.surface(t.blend(foam, sea, t.node("BsdfDiffuse", {0: "#e6ecee"}).outputs[0]))
    site.add(mesh("sea", np.stack([x, y, water + waves], axis=-1).reshape(-1, 3), faces, smooth=True, material=paint, colours=tint))


def _cliffs(water: float):
    """Coastal land: dry grass and scrub above, ochre banded rock on walls, dark wet rock at the tide line."""
    t = Tree("cliffs")
    _, _, z = t.xyz(t.position())
    slope = earth.steepness(t)
    distance = t.node("CameraData").outputs["View Distance"]
    fine, broad = t.noise(6, detail=8, roughness=0.7), t.noise(0.03, detail=8)
    turf = t.mix(t.span(broad, 0.4, 0.6), "#7d7a45", "#5c6a35")
    scrub = t.mix(t.span(t.cells(0.35), 0.1, 0.6), "#5a6a3a", "#2c3a1f")
    turf = t.mix(t.math("MULTIPLY", t.span(t.noise(0.02, detail=7), 0.48, 0.54), t.span(distance, 60, 160)), turf, scrub)
    turf = t.mix(0.5, turf, t.ramp(fine, [(0.3, "#2e2a14"), (0.7, "#c9bd8a")]), blend="OVERLAY")
    strata = t.noise(0.09, detail=11, roughness=0.7, vector=t.scaled(t.position(), (1, 1, 2.6)))
    rock = t.ramp(strata, [(0.3, "#3d342b"), (0.47, "#84735c"), (0.6, "#a8957a"), (0.75, "#6a5a48")])
    tone = t.mix(t.span(slope, 0.82, 0.68), turf, rock)
    tone = t.mix(t.span(z, water + 9, water + 3), tone, "#2a2622")
    small = t.noise(1.3, detail=10, roughness=0.7, vector=t.scaled(t.position(), (1, 1, 2)))
    height = t.math("ADD", t.math("MULTIPLY", strata, t.span(distance, 20, 200)), t.math("MULTIPLY", small, 0.12))
    return t.surface(t.principled(tone, 0.92, normal=t.bump(height, 3.0), Specular_IOR_Level=0.15))
