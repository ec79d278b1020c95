# SPDX-License-Identifier: GPL-3.0-or-later
"""Water between built banks: a canal, a river in a city, a harbour. Quay walls, paving, fronts, bridges, boats and lamps combine by a bank's character.

What floats is on the water, in its middle; what spans it stands over it; all else is on the quay beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

from diorama_catalogue import Tag, tagged
from diorama_stage.kit.mesher import Mesher, grid, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.woods import lantern
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import sheet
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.ground.scatter import keep_clear, scatter
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.town.facades import STYLES, Fronts, Style, house, row, style_of
from diorama_stage.sets.town.street import flat, ground_of
from diorama_stage.sets.town.walls import paving
from diorama_stage.sets.works import prop, put


@dataclass(frozen=True)
class Bank:
    """The character of a built water's edge; metres."""

    width: float
    quay: float
    """Of the paving between water and fronts; 0: the fronts rise from the water."""
    wall: float
    """The quay's height over the water."""
    style: str | None
    """Of the fronts (facades.STYLES); None: by the place's words."""
    trees: bool
    bridge: tuple[float, int] = (30.0, 1)
    """How far behind the subjects the next bridge is, and how many arches it has."""
    moored: str = "boat"
    poles: bool = False
    deep: str = "#22332c"


BANKS = {
    "venice": Bank(9.0, 0.0, 0.8, "italy", trees=False, bridge=(24.0, 1), poles=True, deep="#234a42"),
    "canal": Bank(15.0, 5.5, 1.1, "amsterdam", trees=True, bridge=(34.0, 3)),
    "city_river": Bank(38.0, 8.0, 2.6, None, trees=True, bridge=(60.0, 4), deep="#2b3a38"),
}


@dataclass(frozen=True)
class Course:
    """Where the water lies: its middle line (along y), half its width, its level, and that of the quays."""

    middle: float
    half: float
    water: float
    quay: float
    land: float
    """Width of the quay on the side where things stand."""


def course(site: Site, bank: Bank) -> Course:
    plan = site.plan
    water = plan.water_z or 0.0
    if plan.shape == "water":
        return Course(0.0, max(bank.width / 2, 1.6 * site.extent), water, water + bank.wall, bank.quay)
    if tagged(Tag.SPANS) & site.things:
        return Course(0.0, 0.42 * site.extent, plan.floor_z - bank.wall, plan.floor_z, max(bank.quay, 4.0))
    stand = max(0.75 * plan.half_x, site.extent + 0.4) if site.things else 0.4
    side = 1 if site.seed % 2 else -1
    return Course(side * (stand + 0.5 + bank.width / 2), bank.width / 2, plan.floor_z - bank.wall, plan.floor_z, max(bank.quay, 2 * stand + 2.5))


@setting("canal", "city_river")
def canal(site: Site) -> None:
    """A canal or a river between quays and fronts, away from the lens to a bridge and a row of houses."""
    plan = site.plan
    bank = BANKS["venice" if plan.setting == "canal" and site.has("venice", "italy") else plan.setting]
    style = STYLES[bank.style] if bank.style else style_of(site)
    way = course(site, bank)
    near, far = min(site.view.eye[1] - 8, -14.0), plan.back_y + 95.0
    restless = site.environment.get("weather") in ("storm", "rain")
    sheet(site, way.water, earth.water(ripple=0.012 if restless else 0.0035, scale=1.1, deep=bank.deep, calm=0.7))
    quays(site, bank, way, near, far, style)
    start, arches = bank.bridge
    if not tagged(Tag.SPANS) & site.things:
        bridge(site, way, plan.back_y + start + site.extent, arches)
    bridge(site, way, plan.back_y + 2.2 * start + site.extent, arches)
    moored(site, bank, way)
    if bank.poles:
        poles(site, way)
    if plan.table:
        raise_surface(site)


def quays(site: Site, bank: Bank, way: Course, near: float, far: float, style: Style) -> None:
    """Both banks: a wall to the water with a coping, paving, lamps and trees, a row of fronts; houses close the far end."""
    slabs = ground_of(site, paving(site, colour="#7f7a71", slab=(0.42, 0.21), wet=max(site.wet, 0.15)))
    wall, coping, fronts = Mesher(), Mesher(), Fronts(site)
    own = -1 if way.middle >= 0 else 1
    for s in (-1, 1):
        edge, stood = way.middle + s * way.half, way.middle != 0 and s == own
        wide = way.land if stood else bank.quay
        shore = edge + s * wide
        if wide:
            a, b = sorted((edge, shore))
            flat(site, "quay", a, b, near, far, way.quay, slabs)
            wall.box(edge, edge + s * 0.5, near, far, way.water - 1.5, way.quay - 0.02)
            coping.soft(edge - s * 0.06, edge + s * 0.42, near, far, way.quay - 0.14, way.quay + 0.03, 0.02, steps=1)
            along(site, way.quay, edge + s * 0.9, bank.trees, far)
        base = way.quay if wide else way.water - 0.3
        row(fronts, shore, near, far, base, s, style, shops=0.45 if wide else 0.0)
        if not wide:
            wall.box(edge - s * 0.05, edge + s * 0.2, near, far, way.water - 1.5, way.water + 0.42)
    x = way.middle - way.half - bank.quay - 8
    while x < way.middle + way.half + bank.quay + 8:
        width = site.rng.uniform(6, 9)
        house(fronts, x, far, way.quay, 0.0, width, style, storeys=style.storeys[1])
        x += width
    fronts.finish()
    wall.box(way.middle - way.half - 1, way.middle + way.half + 1, far - 1.2, far, way.water - 1, way.quay)
    site.add(wall.object("quay wall", weedy(way.water)))
    if coping:
        site.add(coping.object("coping", paving(site, colour="#989389", slab=(1.1, 3.0), wet=site.wet)))


def along(site: Site, z: float, x: float, trees: bool, far: float) -> None:
    """Lanterns and trees by turns along the water."""
    start = site.plan.back_y + 4.0 + site.extent
    for k, y in enumerate(np.arange(start, min(far, start + 60), 15.0)):
        lantern(site, x, float(y) + 0.7 * (k % 2), z, height=3.6)
    if not trees:
        return
    season = site.environment.get("season") or "summer"
    leaves = plants.LEAVES[season]
    kinds = [
        plants.broadleaf(
            site.seed + k, height=9, leaves=0 if season == "winter" else 5200, colour=leaves[k % len(leaves)], leaf=0.24, trunk=0.17, bare=0.32, spread=0.36
        )
        for k in range(2)
    ]
    points = np.array([(x + 0.6 * np.sin(y), y, z) for y in np.arange(start + 6, far - 6, 12.0)])
    points = points[keep_clear(site, points[:, :2], 2.0)]
    scatter(site, kinds, points, np.random.default_rng(6).uniform(0.7, 1.15, len(points)), salt=int(abs(x) * 10) % 997, tilt=0.05, name="trees")


def weedy(level: float) -> bpy.types.Material:
    """Courses of old stone or brick, dark and green with weed where the water reaches, streaked above."""
    t = Tree("quay wall")
    x, y, z = t.xyz(t.position())
    courses = t.node(
        "TexBrick",
        {
            "Vector": t.combine(t.math("ADD", x, y), z, 0.0),
            "Scale": 1.0,
            "Mortar Size": 0.012,
            "Brick Width": 0.62,
            "Row Height": 0.27,
            "Color1": "#8c8174",
            "Color2": "#6b6157",
            "Mortar": "#3d3933",
        },
    )
    fine = t.noise(11, detail=7, roughness=0.7)
    tone = t.mix(0.35, courses.outputs[0], t.ramp(fine, [(0.3, "#2c2824"), (0.7, "#d2c8b8")]), blend="OVERLAY")
    streak = t.noise(1.6, detail=6, vector=t.scaled(t.position(), (1, 1, 0.16)))
    tone = t.mix(t.span(streak, 0.5, 0.7, 0.0, 0.6), tone, "#3c372f")
    over = t.math("ADD", t.math("SUBTRACT", z, level), t.math("MULTIPLY", t.math("SUBTRACT", t.noise(1.4, detail=5), 0.5), 0.35))
    tone = t.mix(t.span(over, 0.6, 0.15), tone, t.mix(fine, "#1c2413", "#4b5a2b"))
    return t.surface(t.principled(tone, t.mix(t.span(over, 0.3, 0.0), "#dcdcdc", "#505050"), normal=t.bump(t.math("SUBTRACT", fine, courses.outputs[1]), 0.02)))


def bridge(site: Site, way: Course, y: float, arches: int) -> None:
    """A stone bridge from quay to quay: a hump over round arches, a parapet on both sides. `y`: its near side, metres."""
    deep, reach = 4.2, way.half + 2.4
    rise, piece = 0.42 + 0.11 * way.half / arches, 2 * way.half / arches
    u = np.linspace(-reach, reach, 220)
    top = way.quay + 0.35 + rise * np.maximum(1 - (u / reach) ** 2, 0) * (1.6 if arches == 1 else 1.0)
    local = np.mod(u + way.half, piece) - piece / 2
    spring, open_half = way.water + 0.15, piece / 2 - (0.35 if arches == 1 else 0.6)
    crown = np.minimum(top - 0.55, way.water + 0.3 + open_half * 1.02)
    inside = (np.abs(local) < open_half) & (np.abs(u) < way.half)
    soffit = np.where(inside, spring + np.maximum(crown - spring, 0.2) * np.sqrt(np.maximum(1 - (local / open_half) ** 2, 0)), way.water - 1.2)
    rings = [
        np.stack([way.middle + u, np.full_like(u, yy), z], axis=-1)
        for yy, z in (
            (y, soffit),
            (y, top),
            (y, top + 0.95),
            (y + 0.3, top + 0.95),
            (y + 0.3, top),
            (y + deep - 0.3, top),
            (y + deep - 0.3, top + 0.95),
            (y + deep, top + 0.95),
            (y + deep, soffit),
            (y, soffit),
        )
    ]
    net = np.stack(rings)
    vertices, faces = grid(net[..., 0], net[..., 1], net[..., 2])
    site.add(mesh("bridge", vertices, faces, material=weedy(way.water)))


def moored(site: Site, bank: Bank, way: Course) -> None:
    """Boats along both banks, none in the subjects' way."""
    models = [prop(bank.moored, site.seed + k) for k in range(3)]
    span = max(max(o.dimensions.x, o.dimensions.y) for o in models)
    turn = 90.0 if models[0].dimensions.x > models[0].dimensions.y else 0.0
    spots = []
    for s in (-1, 1):
        y = site.plan.back_y + 3.0 + site.extent + 2.5 * (s + 1)
        while y < 60:
            spots.append((way.middle + s * (way.half - 1.1), y))
            y += span * site.rng.uniform(1.25, 2.6)
    kept = keep_clear(site, np.array(spots), 1.2)
    for k, (x, y) in enumerate(p for p, ok in zip(spots, kept, strict=True) if ok):
        model = models[k % len(models)]
        one = model.copy()
        bpy.context.scene.collection.objects.link(one)
        put(site, one, float(x), float(y), way.water - 0.12, turn + site.rng.uniform(-5, 5) + 180 * (k % 2))
    for model in models:
        bpy.data.objects.remove(model)


def poles(site: Site, way: Course) -> None:
    """Mooring posts in twos and threes before the houses, some striped as a barber's."""
    rng, posts, striped = site.rng, Mesher(), Mesher()
    for s in (-1, 1):
        for y in np.arange(site.plan.back_y + 1.5, 48, 4.6):
            if not keep_clear(site, np.array([[way.middle + s * (way.half - 2.1), float(y)]]), 0.4)[0]:
                continue
            m = striped if rng.random() < 0.4 else posts
            for k in range(rng.choice((1, 2, 3))):
                x, yy = way.middle + s * (way.half - rng.uniform(1.9, 2.4)), float(y) + 0.5 * k
                lean, tall = rng.uniform(-0.12, 0.12), rng.uniform(1.6, 2.6)
                m.tube([(x, yy, way.water - 1.5), (x + lean, yy, way.water + tall)], 0.085, sides=10)
    if posts:
        site.add(posts.object("mooring posts", standard("wood", "#6a5a48", size=1.0, finish=("weathered",)), smooth=True))
    if striped:
        t = Tree("striped post")
        px, py, pz = t.xyz(t.position())
        turn = t.math("MULTIPLY_ADD", t.math("ADD", px, py), 2.2, t.math("MULTIPLY", pz, 2.6))
        t.surface(t.principled(t.mix(t.math("GREATER_THAN", t.math("FRACT", turn), 0.5), "#d8d2c4", "#27456b"), 0.5))
        site.add(striped.object("mooring posts", t.material, smooth=True))


@setting("harbour")
def harbour(site: Site) -> None:
    """A basin of still water: a quay with bollards before the lens, boats at piers, houses along the far side, hills behind, a mole with its light."""
    plan, rng = site.plan, site.rng
    afloat = plan.shape == "water"
    water = (plan.water_z or 0.0) if afloat else plan.floor_z - 1.2
    quay = water + 1.2
    edge = site.view.eye[1] - 14 if afloat else plan.back_y + 0.8
    far = edge + (110.0 if not afloat else 150.0)
    sheet(site, water, earth.water(ripple=0.004, scale=1.0, deep="#173338", calm=0.5))
    slabs = ground_of(site, paving(site, colour="#8a857c", slab=(0.9, 0.55), wet=max(site.wet, 0.2)))
    wall, iron, planks = Mesher(), Mesher(), Mesher()
    if not afloat:
        flat(site, "quay", -160, 160, site.view.eye[1] - 12, edge, quay, slabs)
        wall.box(-160, 160, edge - 0.6, edge, water - 2, quay - 0.01)
        for x in np.arange(-24, 25, 4.1):
            if keep_clear(site, np.array([[x, edge - 0.55]]), 0.2)[0]:
                iron.tube(
                    [(x, edge - 0.55, quay), (x, edge - 0.55, quay + 0.3), (x, edge - 0.55, quay + 0.34), (x, edge - 0.55, quay + 0.44)],
                    [0.12, 0.1, 0.17, 0.15],
                    sides=12,
                )
    flat(site, "far quay", -260, 260, far, far + 40, quay, slabs)
    wall.box(-260, 260, far, far + 1, water - 2, quay)
    fronts, x = Fronts(site), -95.0
    style = style_of(site) if site.has(*STYLES) else STYLES["harbour"]
    while x < 95:
        width = rng.uniform(6.5, 12)
        house(fronts, x, far + rng.uniform(5, 8), quay, 0.0, width, style, shop=rng.random() < 0.3)
        x += width
    fronts.finish()
    piers(site, planks, water, edge if not afloat else edge + 40, far)
    mole(site, wall, water, far)
    site.add(wall.object("quay wall", weedy(water)), planks.object("piers", standard("wood", "#8d8071", size=1.4)))
    if iron:
        site.add(iron.object("bollards", plain("#23282a", 0.5), smooth=True))
    hills(site, water, far)
    if plan.table:
        raise_surface(site)


def piers(site: Site, planks: Mesher, water: float, edge: float, far: float) -> None:
    """Floating piers out from the quay, boats moored along them: sailing boats and open ones."""
    kinds = [*(prop("sailboat", site.seed + k) for k in range(2)), *(prop("boat", site.seed + k) for k in range(2))]
    rng = site.rng
    for x in (-30.0, -13.0, 13.0, 30.0, 48.0, -48.0):
        y1 = far - 34
        clear = keep_clear(site, np.array([[x, y] for y in np.arange(edge + 3, y1, 4.0)]), 2.5)
        if clear.mean() > 0.6:
            planks.box(x - 0.9, x + 0.9, edge + 4, y1, water + 0.3, water + 0.45)
        for s in (-1, 1):
            y = edge + rng.uniform(20, 26)
            while y < y1:
                k = rng.choice((0, 0, 1, 1, 2, 3))
                length = max(kinds[k].dimensions.x, kinds[k].dimensions.y)
                at = np.array([[x + s * (1.2 + length * 0.35), y]])
                if keep_clear(site, at, length * 0.6)[0]:
                    one = kinds[k].copy()
                    bpy.context.scene.collection.objects.link(one)
                    put(site, one, float(at[0, 0]), float(at[0, 1]), water - 0.05 * length, rng.uniform(-6, 6) + (0 if s > 0 else 180), min(1.0, 9.0 / length))
                y += rng.uniform(4.0, 7.5)
    for model in kinds:
        bpy.data.objects.remove(model)


def mole(site: Site, wall: Mesher, water: float, far: float) -> None:
    """A breakwater from the side with a small light at its head."""
    side = -1 if site.seed % 2 else 1
    y = far - 22
    wall.box(side * 150, side * 26, y, y + 5, water - 3, water + 1.7)
    if "lighthouse" in site.things:
        return
    light = prop("lighthouse", site.seed)
    put(site, light, side * 29.0, y + 2.5, water + 1.7, 0.0, 9.0 / max(light.dimensions.z, 1.0))


def hills(site: Site, base: float, far: float) -> None:
    """Wooded hills behind the houses, pale with distance."""
    u, v = np.meshgrid(np.linspace(-1, 1, 260), np.linspace(0, 1, 60))
    x, y = 900 * u, far + 45 + 900 * v
    seed = site.seed
    z = base + smooth(0, 0.5, v) * (60 + 130 * ridged(x / 520, y / 520, 5, seed=seed + 3)) * (0.6 + 0.6 * fbm(x / 300, y / 300, 3, seed=seed))
    vertices, faces = grid(x, y, z)
    site.add(mesh("hills", vertices, faces, smooth=True, material=earth.alpine(treeline=900, snowline=5000)))
