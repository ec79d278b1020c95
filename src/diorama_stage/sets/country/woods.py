# SPDX-License-Identifier: GPL-3.0-or-later
"""Under trees: forest, park, garden."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.bamboo import grove
from diorama_stage.sets.country.conifers import barks, conifer, log, pine
from diorama_stage.sets.country.cover import at, lawn, lifted, snow_lies, woods
from diorama_stage.sets.country.road import RISE
from diorama_stage.sets.country.terraces import terrace
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.noise import fbm, smooth
from diorama_stage.sets.ground.scatter import cone, generator, keep_clear, scatter
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms.furnishings import ball, leaf
from diorama_stage.sets.town.walls import brickwork


@setting("forest")
def forest(site: Site) -> None:
    """Tall trunks to the depth of the wood, a light canopy, ferns, leaf litter, mossy stones."""
    seed = site.seed
    snowy = site.snowed = site.snowed or snow_lies(site)
    season = "winter" if snowy else site.environment.get("season") or "summer"
    leaves = plants.LEAVES[season]
    pines = site.has("pines", "pine")

    def height(x, y):
        r = np.hypot(x, y)
        return 0.1 * fbm(x / 1.6, y / 1.6, 4, seed=seed) * smooth(0.5, 3, r) + 1.3 * fbm(x / 16, y / 16, 4, seed=seed + 1) * smooth(3, 20, r)

    made = lifted(site, height)
    ground(site, made, earth.snow() if snowy else _litter(season, needles=pines), far=320, rings=360, columns=360)
    if site.has("bamboo"):
        grove(site, made)
        return _fallen_leaves(site, made, season)
    rng = generator(site, 3)
    points = cone(site, 1500, 2.5, 190, salt=61, power=0.85, margin=0.35)
    points = points[keep_clear(site, points, 1.1)]
    points = spaced(points, 2.3)[:420]
    if pines:
        bark = barks()
        kinds = [pine(seed + k, tall=(23, 25, 20, 26, 17)[k], radius=(0.23, 0.3, 0.17, 0.26, 0.11)[k], bark=bark, snow=0.5 * snowy, bare=(0.5, 0.55, 0.42, 0.46, 0.3)[k]) for k in range(5)]
    else:
        kinds = [plants.broadleaf(seed + k, height=19, leaves=0 if season == "winter" else 6500, colour=leaves[k % len(leaves)], leaf=0.34, trunk=0.26, bare=0.5, spread=0.26) for k in range(4)]
    scatter(site, kinds, at(made, points), rng.uniform(0.75, 1.25, len(points)), salt=61, tilt=0.035, name="trees")
    points = cone(site, 1300, 1.4, 50, salt=62, power=0.5)
    points = points[keep_clear(site, points, 0.1) & (fbm(points[:, 0] / 5, points[:, 1] / 5, 3, seed=seed + 4) > (0.12 if pines else -0.1))]
    if season != "winter":
        green = ("#8a6c36", "#7b7040", "#6d5a30") if season == "autumn" else ("#47602e", "#4f6a30", "#3d552b")
        scatter(site, [plants.fern(seed + k, colour=green[k]) for k in range(3)], at(made, points), rng.uniform(0.5, 1.4, len(points)), salt=62, tilt=0.15, name="ferns")
        lawn(site, made, "#6a6a3e", tall=0.22, count=2600, far=30, salt=68, count_tuft=34, seeding=0.05, where=lambda x, y: fbm(x / 3.5, y / 3.5, 3, seed=seed + 14) > 0.1)
    if pines and not snowy:
        _pine_floor(site, made, bark, colour="#43522f")
    elif season != "winter":
        far = cone(site, 500, 18, 120, salt=64, power=0.8)
        scatter(site, [plants.bush(seed + k, size=1.8, leaves=1500, leaf=0.13, colour=leaves[0]) for k in range(2)], at(made, far), rng.uniform(0.5, 1.3, len(far)), salt=64, name="undergrowth")
    _thicket(site, made, "#34452d" if pines or snowy else leaves[0])
    if snowy:
        young = cone(site, 320, 9, 70, salt=66, power=0.7)
        young = spaced(young[keep_clear(site, young, 2.5)], 3.0)[:60]
        scatter(site, [conifer(seed + k, height=6, colour="#2a3d30", snow=0.6) for k in range(3)], at(made, young), rng.uniform(0.4, 1.3, len(young)), salt=66, tilt=0.03, name="spruces")
    elif not pines:
        _fallen_leaves(site, made, season)
    stone = cone(site, 160, 2, 30, salt=63, power=0.6)
    stone = stone[keep_clear(site, stone, 0.2)][:40]
    scatter(site, plants.stones(seed, _mossy(), round=0.6, detail=18), at(made, stone), rng.uniform(0.06, 0.35, len(stone)), salt=63, tilt=0.3, name="stones")


def _thicket(site: Site, made, colour: str) -> None:
    """What closes a wood in the distance: young trees and shrubs, more and more of them, so that no sky stands below the crowns."""
    points = cone(site, 260, 80, 190, salt=67, power=0.8)
    kinds = [plants.bush(site.seed + 40 + k, size=8.0, leaves=2600, leaf=0.5, colour=colour) for k in range(2)]
    scatter(site, kinds, at(made, points), generator(site, 17).uniform(0.6, 1.4, len(points)), salt=67, name="thicket")


def spaced(points: np.ndarray, gap: float) -> np.ndarray:
    """The points, in order, less those nearer than `gap` to an earlier one (dart throwing)."""
    kept: list[np.ndarray] = []
    for p in points:
        if all((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 > gap * gap for q in kept):
            kept.append(p)
    return np.array(kept).reshape(-1, 2)


def _pine_floor(site: Site, made, bark, *, colour: str) -> None:
    """Below pines: low shrubs in patches, young trees, fallen trunks, twigs and cones."""
    seed, rng = site.seed, generator(site, 13)
    points = cone(site, 1100, 2.0, 45, salt=64, power=0.55)
    points = points[keep_clear(site, points, 0.2) & (fbm(points[:, 0] / 7, points[:, 1] / 7, 3, seed=seed + 6) > 0.16)]
    scatter(site, [plants.bush(seed + k, size=0.55, leaves=1500, leaf=0.03, colour=("#4a5a33", "#5d5f38", "#3f4f31")[k]) for k in range(3)], at(made, points), rng.uniform(0.45, 1.2, len(points)), salt=64, tilt=0.1, name="shrubs")
    young = cone(site, 260, 7, 90, salt=66, power=0.7)
    young = spaced(young[keep_clear(site, young, 1.6) & (fbm(young[:, 0] / 16, young[:, 1] / 16, 2, seed=seed + 16) > 0.1)], 2.2)[:45]
    scatter(site, [conifer(seed + k, height=5, colour=colour, slim=1.25) for k in range(3)], at(made, young), rng.uniform(0.2, 1.1, len(young)) ** 1.3, salt=66, tilt=0.05, name="saplings")
    fallen = cone(site, 140, 5, 40, salt=69, power=0.8)
    fallen = spaced(fallen[keep_clear(site, fallen, 3.4)], 6.0)[:7]
    scatter(site, [log(seed + k, bark) for k in range(2)], at(made, fallen), rng.uniform(0.6, 1.2, len(fallen)), salt=69, tilt=0.03, name="logs")
    sticks = []
    for k in range(4):
        m = Mesher()
        bend = rng.normal(0, 0.05, 3)
        m.tube([(-0.3, 0, 0.012), (0, bend[0], 0.02 + abs(bend[1])), (0.32, bend[2], 0.012)], [0.009, 0.007, 0.003], sides=5)
        m.tube([(0, bend[0], 0.02), (0.14, 0.11 + bend[1], 0.03)], [0.005, 0.002], sides=4)
        sticks.append(m.object("stick", bark))
    points = cone(site, 1500, 0.8, 16, salt=70, power=0.4)
    scatter(site, sticks, at(made, points), rng.uniform(0.3, 1.5, len(points)), salt=70, tilt=0.12, name="sticks")


def _litter(season: str, *, needles: bool = False):
    """Forest floor: brown leaves or needles, soil, moss in cushions."""
    t = Tree("leaf litter")
    flakes, hue = t.cells(22), t.cells(22, out="Color")
    stops = [(0.0, "#4d3520"), (0.3, "#7a5530"), (0.55, "#5d4226"), (0.75, "#94703f"), (1.0, "#3a2a1a")]
    if season == "autumn":
        stops = [(0.0, "#8a4a1c"), (0.3, "#b8742a"), (0.55, "#7a3d1a"), (0.75, "#cf9a3c"), (1.0, "#54331a")]
    height = t.span(flakes, 0.6, 0.0)
    if needles:
        turned = t.node("Mix", {0: 0.5, 4: t.position(), 5: t.noise(9, detail=3, out="Color")}, data_type="VECTOR").outputs[1]
        strands = t.noise(34, detail=6, roughness=0.7, vector=t.scaled(turned, (1, 3.2, 1)))
        tone = t.ramp(strands, [(0.3, "#1f1812"), (0.46, "#4d3d2c"), (0.58, "#6e5a44"), (0.72, "#9a8768")])
        tone = t.mix(t.span(t.noise(0.9, detail=5), 0.4, 0.66), tone, t.mix(1.0, tone, "#9a8f86", blend="MULTIPLY"))
        height = t.math("MULTIPLY", strands, 0.8)
    else:
        tone = t.ramp(t.xyz(hue)[0], stops, interpolation="CONSTANT")
        tone = t.mix(t.span(flakes, 0.25, 0.6), tone, "#2a1e13")
    tufts = t.noise(46, detail=6, roughness=0.7)
    moss = t.ramp(tufts, [(0.3, "#232b12"), (0.52, "#4a5626"), (0.72, "#7c8446")])
    where = t.span(t.math("ADD", t.noise(0.55, detail=7, roughness=0.62), t.math("MULTIPLY", tufts, 0.12)), 0.6, 0.68)
    tone = t.mix(where, tone, moss)
    return t.surface(t.principled(tone, 0.92, normal=t.bump(t.math("ADD", height, t.math("MULTIPLY", where, t.math("ADD", tufts, 0.6))), 0.035), Specular_IOR_Level=0.15))


def _mossy():
    t = Tree("mossy stone")
    top = t.math("MULTIPLY", t.xyz(t.normal())[2], t.span(t.noise(3, detail=5), 0.35, 0.6))
    grain = t.noise(30, detail=9, roughness=0.68)
    stone = t.mix(t.span(grain, 0.3, 0.7), "#3b3935", "#7d786e")
    stone = t.mix(t.span(t.noise(11, detail=6, roughness=0.65), 0.55, 0.66, 0.0, 0.6), stone, "#9a9a86")
    tufts = t.noise(90, detail=6, roughness=0.72)
    tone = t.mix(t.span(t.math("ADD", top, t.math("MULTIPLY", tufts, 0.3)), 0.4, 0.6), stone, t.mix(t.span(tufts, 0.3, 0.7), "#1f2a10", "#5f6f31"))
    return t.surface(t.principled(tone, 0.95, normal=t.bump(t.math("ADD", grain, t.math("MULTIPLY", tufts, 0.4)), 0.05)))


def _fallen_leaves(site: Site, height, season: str) -> None:
    """Single leaves lying about near the lens."""
    rng = generator(site, 9)
    paint = plants.foliage("#ffffff", rough=0.7)
    hues = {"autumn": ((0.5, 0.18, 0.03), (0.6, 0.33, 0.06), (0.35, 0.08, 0.02)), "winter": ((0.2, 0.13, 0.07),)}.get(season, ((0.22, 0.13, 0.06), (0.3, 0.19, 0.08), (0.16, 0.1, 0.05)))
    kinds = []
    for k in range(6):
        m = Mesher()

        leaf(m, (0, 0, 0.006), (0.075, 0, 0.012 + 0.012 * (k % 3)), 0.024, droop=0.01, rng=site.rng)
        kinds.append(m.object("leaf", paint, smooth=True))
        tint = kinds[-1].data.color_attributes["Tint"].data
        tint.foreach_set("color", np.tile((*hues[k % len(hues)], 1.0), len(tint)).astype(np.float32))
    points = cone(site, 7000 if season == "autumn" else 3500, 0.6, 20, salt=66, power=0.4)
    placed = at(height, points)
    for on in site.ways:  # on top of the path, not on its bed
        placed[:, 2] += np.where(on(points), RISE + 0.0006 * np.hypot(points[:, 0], points[:, 1]), 0.0)
    scatter(site, kinds, placed, rng.uniform(0.6, 1.4, len(points)), salt=66, tilt=0.35, name="leaves")


@setting("park")
def park(site: Site) -> None:
    """A mown lawn, a gravel path with a bench and lamps, old trees."""
    plan, seed = site.plan, site.seed
    season, snowy = site.environment.get("season") or "summer", site.snowed
    leaves = plants.LEAVES[season]
    bend = lambda y: -3.2 - plan.half_x * 0.5 + 5.5 * np.sin((y - 2) / 22.0) * smooth(2, 30, y)  # noqa: E731

    def height(x, y):
        r = np.hypot(x, y)
        return 0.03 * fbm(x / 2, y / 2, 3, seed=seed) + 1.6 * fbm(x / 45, y / 45, 3, seed=seed + 1) * smooth(14, 80, r) + 12 * smooth(180, 600, r)

    made = lifted(site, height)
    green = plants.GREENS[season]
    ground(site, made, earth.snow() if snowy else _lawn(green), far=1800, rings=320, columns=320)
    ys = np.linspace(-8, 140, 200)
    left, right = bend(ys) - 1.3, bend(ys) + 1.3
    path = np.stack([np.concatenate([left, right]), np.concatenate([ys, ys])], axis=1)
    z = made(path[:, 0], path[:, 1]) + 0.035
    n = len(ys)
    i = np.arange(n - 1)
    site.add(mesh("path", np.column_stack([path, z]), np.stack([i, i + n, i + n + 1, i + 1], axis=-1), smooth=True, material=earth.trodden_snow() if snowy else earth.gravel("#a89a80")))
    off = lambda x, y: np.abs(x - bend(y)) > 1.35  # noqa: E731
    if not snowy:
        lawn(site, made, green, tall=0.06, count=15000, far=40, salt=14, count_tuft=50, where=off, spread=0.12)
    kinds = [plants.broadleaf(seed + k, height=13, leaves=0 if season == "winter" else 11000, colour=leaves[k % len(leaves)], leaf=0.3, trunk=0.34, bare=0.16, spread=0.5) for k in range(3)]
    points = cone(site, 500, 11, 150, salt=71, power=0.8, margin=0.3)
    points = spaced(points[keep_clear(site, points, 2.5) & off(points[:, 0], points[:, 1]) & (np.abs(points[:, 0] - bend(points[:, 1])) > 3)], 7.5)[:46]
    rng = generator(site, 7)
    scatter(site, kinds, at(made, points), rng.uniform(0.7, 1.25, len(points)), salt=71, tilt=0.02, name="trees")
    woods(site, made, count=500, near=140, far=420, size=(9, 15), salt=35, leafy=True)
    for y in (plan.back_y + 5.5, plan.back_y + 16):
        bench(site, float(bend(np.array(y))) + 2.1, y, float(made(np.array([bend(np.array(y))]), np.array([y]))[0]))
    for y in (plan.back_y + 3.5, plan.back_y + 18, plan.back_y + 36):
        x = float(bend(np.array(y))) - 1.9
        lantern(site, x, y, float(made(np.array([x]), np.array([y]))[0]))


def _lawn(green: str):
    t = Tree("lawn")
    fine = t.noise(60, detail=6, roughness=0.75)
    tone = t.mix(t.span(t.noise(0.5, detail=5), 0.35, 0.65), green, t.mix(0.35, green, "#a39a55"))
    tone = t.mix(0.7, tone, t.ramp(fine, [(0.3, "#26300f"), (0.7, "#c3c486")]), blend="OVERLAY")
    return t.surface(t.principled(tone, 0.95, normal=t.bump(fine, 0.03), Specular_IOR_Level=0.1))


def bench(site: Site, x: float, y: float, z: float, *, turn: float = -1.2) -> None:
    """A slatted bench with cast-iron sides, turned about the upright axis."""
    slats, iron = Mesher(), Mesher()
    for k in range(4):
        slats.soft(-0.8, 0.8, -0.24 + 0.11 * k, -0.15 + 0.11 * k, 0.43, 0.46, 0.008, steps=1)
    for k in range(3):
        slats.soft(-0.8, 0.8, 0.21 + 0.03 * k, 0.235 + 0.03 * k, 0.55 + 0.12 * k, 0.64 + 0.12 * k, 0.008, steps=1)
    for s in (-0.7, 0.7):
        iron.tube([(s, -0.26, 0), (s, -0.2, 0.42), (s, 0.18, 0.43), (s, 0.3, 0.9)], 0.018)
        iron.tube([(s, 0.26, 0), (s, 0.18, 0.42)], 0.018)
        iron.tube([(s, -0.22, 0.42), (s, -0.25, 0.62), (s, 0.22, 0.64)], 0.015)
    from mathutils import Matrix

    where = Matrix.Translation((x, y, z)) @ Matrix.Rotation(turn, 4, "Z")
    for o in (slats.object("bench", standard("oak", size=1.6), smooth=True), iron.object("bench", plain("#1d211e", 0.5))):
        o.data.transform(where)
        site.add(o)


def lantern(site: Site, x: float, y: float, z: float, *, height: float = 3.4) -> None:
    """A cast-iron lamp post with a glazed lantern; lit when it is dark."""
    iron = plain("#15191a", 0.45)
    h = height
    site.add(lathe([(0.16, 0), (0.16, 0.1), (0.1, 0.16), (0.11, 0.5), (0.07, 0.6), (0.045, 0.9), (0.038, h - 0.35), (0.07, h - 0.3), (0.05, h - 0.22), (0.12, h - 0.16), (0.0, h - 0.16)], (x, y, z), iron, segments=16))
    site.add(lathe([(0.17, h + 0.24), (0.18, h + 0.26), (0.1, h + 0.36), (0.03, h + 0.42), (0.03, h + 0.5), (0, h + 0.52)], (x, y, z), iron, segments=16))
    bars = Mesher()
    for k in range(6):
        a = math.pi * k / 3
        bars.tube([(x + 0.11 * math.cos(a), y + 0.11 * math.sin(a), z + h - 0.16), (x + 0.165 * math.cos(a), y + 0.165 * math.sin(a), z + h + 0.25)], 0.007, sides=4)
    site.add(bars.object("lantern", iron))
    if site.dark:
        site.add(ball(x, y, z + h + 0.05, 0.085, site.glow(glowing("#ffc47a", 30.0), "practical")))
        site.lamp(x, y, z + h + 0.05, radius=0.09, kelvin=2600, watts=40.0, kind="street_lamp")
    else:
        site.add(ball(x, y, z + h + 0.05, 0.085, plain("#e9e4d8", 0.3)))


@setting("garden")
def garden(site: Site) -> None:
    """A lawn between borders of shrubs and flowers, a hedge or old wall behind, a tree."""
    plan, seed = site.plan, site.seed
    season, snowy = site.environment.get("season") or "summer", site.snowed
    leaves = plants.LEAVES[season] if season != "winter" else ("#4d5a3a",)
    back = plan.back_y + 6.5
    rng = generator(site, 8)

    def height(x, y):
        return 0.03 * fbm(x / 1.5, y / 1.5, 3, seed=seed)

    made = terrace(site, lifted(site, height))
    green = plants.GREENS[season]
    ground(site, made, earth.snow() if snowy else _lawn(green), far=200, rings=220, columns=260)
    inner = max(plan.half_x + 0.5, 2.2)
    edge = lambda y: inner + 0.35 * np.sin(y * 0.8) + 0.03 * (y - plan.back_y) ** 2 * -1 * (y > plan.back_y)  # noqa: E731
    bed = lambda x, y: (np.abs(x) > edge(y)) | (y > back - 1.9 + 0.3 * np.sin(x * 0.9))  # noqa: E731
    if not snowy:
        lawn(site, made, green, tall=0.05, count=12000, far=22, salt=16, count_tuft=50, where=lambda x, y: ~bed(x, y))
    points = cone(site, 1500, 1.5, 24, salt=81, power=0.6, margin=0.3)
    ok = bed(points[:, 0], points[:, 1]) & keep_clear(site, points, 0.1) & (points[:, 1] < back + 1)
    points = spaced(points[ok], 0.42)
    order = rng.random(len(points))
    deep = np.clip((points[:, 1] - (back - 2)) / 2.0, 0, 1)
    deep = np.maximum(deep, np.clip((np.abs(points[:, 0]) - inner - 0.6) / 1.5, 0, 1))
    blossoms = ("#f2a7b8", "#e9e2ea", "#8f7bd0", "#d94f4f", "#f3cf55") if season in ("spring", "summer") else (None, None, None, None, None)
    shrubs = [plants.bush(seed + k, size=1.0, leaves=2600, leaf=0.055, colour=leaves[k % len(leaves)], blossoms=blossoms[k]) for k in range(5)]
    tall = order < 0.35 + 0.3 * deep
    scatter(site, shrubs, at(made, points[tall]), (0.5 + 0.9 * deep[tall]) * rng.uniform(0.7, 1.2, tall.sum()), salt=82, name="shrubs")
    low = points[~tall]
    if season != "winter":
        scatter(site, plants.flowers(seed, ("#e88fae", "#f4f0e6", "#7d69c4", "#e0574a", "#f2c744"), height=0.55, size=0.035), at(made, low), rng.uniform(0.7, 1.3, len(low)), salt=83, tilt=0.15, name="flowers")
        scatter(site, plants.grass(seed + 3, leaves[0], height=0.3, count=40, width=0.006, lean=0.7), at(made, low), rng.uniform(0.7, 1.3, len(low)), salt=84, name="leaves")
    if site.has("wall"):
        brickwork(site, -14, 14, back, 0, 2.4)
    else:
        hedge(site, back, leaves[0])
    trees = [plants.broadleaf(seed + 3 + k, height=8, leaves=0 if season == "winter" else 12000, colour=leaves[k % len(leaves)], leaf=0.17, trunk=0.2, bare=0.18, spread=0.45) for k in range(2)]
    spots = np.array([(-5.2, back - 0.5), (4.6, back + 2.5), (-1.5, back + 5), (8.5, back + 1), (-9, back + 3), (1.9, back + 9)])
    scatter(site, trees, at(made, spots), np.array([0.8, 1.0, 1.1, 0.9, 1.1, 1.3]), salt=85, tilt=0.03, name="trees")


def hedge(site: Site, y: float, colour: str) -> None:
    """A clipped hedge along y."""
    rng = generator(site, 10)
    n = 26000
    u = rng.random((n, 3))
    points = np.column_stack([-15 + 30 * u[:, 0], y + 0.25 * rng.normal(size=n) * 0.4 + np.where(u[:, 2] > 0.75, 0.45 * u[:, 1], 0), site.plan.floor_z + np.where(u[:, 2] > 0.75, 1.95, 1.95 * u[:, 1])])
    points[:, 2] += 0.05 * np.sin(points[:, 0] * 2.1)
    vertices, faces, tints = plants.leaves_at(rng, points, 0.085)
    core = Mesher()
    core.box(-15, 15, y + 0.12, y + 0.7, site.plan.floor_z, site.plan.floor_z + 1.85)
    paint = plants.foliage(colour)
    site.add(mesh("hedge", vertices, faces, material=paint, colours=tints * 0.8), core.object("hedge core", plain("#1b2412", 0.9)))
