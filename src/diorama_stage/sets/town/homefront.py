# SPDX-License-Identifier: GPL-3.0-or-later
"""Before a house: its doorstep or porch with the front door behind, and the drive that leads to its garage."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import lawn
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.earth import trodden_snow
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.scatter import generator, keep_clear, scatter
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import boards, glass, glowing, plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.town.grounds import mown
from diorama_stage.sets.town.street import flat
from diorama_stage.sets.town.walls import paving
from diorama_stage.sets.works import Works, prop, put

Hole = tuple[float, float, float, float]
"""An opening in a wall: x0, x1, z0, z1, metres above the floor."""

WALLS = ("#d9d6c9", "#b9c4c4", "#cfc0a4", "#8fa3a6", "#e4e0d4")
DOORS = ("#7a2420", "#24405a", "#2f4f3f", "#a8692a", "#35363a")


def lapped(m: Mesher, x0: float, x1: float, y: float, z: float, top: float, holes: list[Hole], rng) -> None:
    """A wall of lapped boards that looks to -Y, each of its own tone, left out where an opening is."""
    step, level = 0.135, z
    while level < top - 0.01:
        high = min(level + step, top)
        spans = [(x0, x1)]
        for a, b, low, up in holes:
            if low + z < high - 0.02 and up + z > level + 0.02:
                spans = [piece for s, e in spans for piece in ((s, min(e, a)), (max(s, b), e)) if piece[1] - piece[0] > 0.01]
        tone = np.ones(3) * rng.uniform(0.92, 1.04)
        for s, e in spans:
            corners = [(s, y - 0.026, level), (e, y - 0.026, level), (e, y - 0.006, high), (s, y - 0.006, high), (s, y, level), (e, y, level)]
            m.add(corners, [(0, 1, 2, 3), (5, 4, 0, 1)], tint=tone * (0.82 if level < z + 0.3 else 1.0))
        level = high


def door(w: Works, x: float, y: float, z: float, *, wide: float = 0.94, tall: float = 2.05) -> None:
    """A panelled door in its case with a light above it, a brass knob, a letter plate and a sill. Works needs door, trim, brass, dark."""
    w.at(x, y, z)
    w.dark.box(-wide / 2, wide / 2, 0.0, 0.03, tall + 0.05, tall + 0.34)
    w.door.soft(-wide / 2, wide / 2, -0.03, 0.02, 0.03, tall, 0.006)
    for s in (-1, 1):
        for low, high in ((0.2, 0.82), (0.98, 1.42), (1.5, 1.92)):
            a, b = sorted((s * 0.065, s * (wide / 2 - 0.11)))
            for p, q, r, t in ((a, b, low, low + 0.018), (a, b, high - 0.018, high), (a, a + 0.018, low, high), (b - 0.018, b, low, high)):
                w.door.soft(p, q, -0.042, -0.02, r, t, 0.004, steps=1)
            w.door.soft(a + 0.05, b - 0.05, -0.04, -0.02, low + 0.05, high - 0.05, 0.01, steps=1)
        w.trim.soft(s * (wide / 2), s * (wide / 2 + 0.12), -0.06, 0.02, 0.0, tall + 0.42, 0.008)
    w.trim.soft(-wide / 2 - 0.2, wide / 2 + 0.2, -0.1, 0.02, tall + 0.36, tall + 0.5, 0.012)
    w.trim.soft(-wide / 2, wide / 2, -0.05, 0.02, tall, tall + 0.05, 0.005)
    for u in (-0.16, 0.16):
        w.trim.box(u - 0.012, u + 0.012, -0.03, 0.0, tall + 0.05, tall + 0.36)
    w.trim.soft(-wide / 2 - 0.05, wide / 2 + 0.05, -0.14, 0.02, 0.0, 0.035, 0.008)
    knob = wide / 2 - 0.085
    w.brass.tube(
        [(knob, -0.03, 1.0), (knob, -0.062, 1.0), (knob, -0.075, 1.0), (knob, -0.1, 1.0), (knob, -0.108, 1.0)], [0.026, 0.013, 0.027, 0.028, 0.012], sides=18
    )
    w.brass.soft(-0.13, 0.13, -0.037, -0.028, 0.89, 0.945, 0.005)
    w.brass.soft(-0.028, 0.028, -0.05, -0.028, 1.44, 1.475, 0.008)


def window(site: Site, w: Works, x: float, y: float, z: float, *, wide: float, low: float, high: float, shutters: bool) -> None:
    """A sash in its case: curtains behind the panes, a dark room, boarded shutters. Works needs trim, dark, curtain, door."""
    w.at(x, y, z)
    half, rail = wide / 2, 0.05
    w.dark.box(-half, half, 0.18, 0.2, low, high)
    for s in (-1, 1):
        u = np.linspace(0, 1, 26)
        fold = np.stack([s * (half - 0.02 - 0.3 * wide * u), 0.1 + 0.018 * np.sin(u * 40), 0 * u], axis=1)
        top, foot = fold + (0, 0, high - 0.02), fold * (1.0, 1, 1) + (0, 0, low + 0.02)
        w.curtain.add(np.concatenate([foot, top]), np.array([(k, k + 1, k + 27, k + 26) for k in range(25)]))
        w.trim.soft(s * half, s * (half + 0.11), -0.05, 0.02, low - 0.02, high + 0.06, 0.006)
        a, b = sorted((s * (half - rail), s * half))
        w.trim.soft(a, b, -0.01, 0.04, low, high, 0.004)
        if shutters:
            c = s * (half + 0.13 + wide * 0.26)
            w.door.soft(c - wide * 0.24, c + wide * 0.24, -0.07, -0.03, low - 0.03, high + 0.05, 0.006)
            for h in np.arange(low + 0.06, high - 0.05, 0.05):
                w.door.soft(c - wide * 0.19, c + wide * 0.19, -0.088, -0.06, h, h + 0.03, 0.004, steps=1)
    middle = (low + high) / 2
    for h0, h1, out in ((low, low + rail, 0.0), (middle - 0.02, middle + 0.025, -0.012), (high - rail, high, 0.0)):
        w.trim.soft(-half, half, -0.01 + out, 0.04, h0, h1, 0.004)
    w.trim.box(-0.011, 0.011, 0.0, 0.03, low, high)
    w.trim.soft(-half - 0.16, half + 0.16, -0.12, 0.02, low - 0.07, low - 0.02, 0.01)
    w.trim.soft(-half - 0.16, half + 0.16, -0.09, 0.02, high + 0.06, high + 0.13, 0.01)
    site.add(
        mesh(
            "pane",
            [(x - half, y + 0.015, z + low), (x + half, y + 0.015, z + low), (x + half, y + 0.015, z + high), (x - half, y + 0.015, z + high)],
            [(0, 1, 2, 3)],
            material=glass(),
        )
    )


def lantern(site: Site, x: float, y: float, z: float) -> None:
    """A wall lantern of black iron; it burns from dusk on."""
    iron, pane = Mesher(), Mesher()
    iron.soft(x - 0.05, x + 0.05, y - 0.015, y, z - 0.1, z + 0.12, 0.006)
    iron.tube([(x, y, z + 0.06), (x, y - 0.08, z + 0.13), (x, y - 0.14, z + 0.12)], 0.009, sides=8)
    pane.soft(x - 0.05, x + 0.05, y - 0.19, y - 0.09, z - 0.13, z + 0.05, 0.004)
    for s in (-1, 1):
        for t in (-1, 1):
            iron.tube([(x + 0.052 * s, y - 0.14 + 0.052 * t, z - 0.13), (x + 0.06 * s, y - 0.14 + 0.06 * t, z + 0.06)], 0.005, sides=5)
    iron.soft(x - 0.06, x + 0.06, y - 0.2, y - 0.08, z - 0.15, z - 0.13, 0.005)
    iron.tube([(x, y - 0.14, z + 0.055), (x, y - 0.14, z + 0.075), (x, y - 0.14, z + 0.12), (x, y - 0.14, z + 0.15)], [0.085, 0.075, 0.02, 0.008], sides=4)
    shine = site.glow(glowing("#ffc98a", 5.0), "practical") if site.dark else standard("frosted_glass", "#e9e4d6", size=0.2)
    site.add(iron.object("lantern", plain("#1a1a1b", 0.45, metal=0.5), smooth=True), pane.object("lantern glass", shine, smooth=True))
    if site.dark:
        site.lamp(x, y - 0.24, z - 0.04, radius=0.06, kelvin=2600, watts=9.0)


def potted(site: Site, x: float, y: float, z: float, seed: int) -> None:
    """A shrub clipped to a ball in a clay pot."""
    pot = Mesher()
    pot.tube([(x, y, z + h) for h in (0.0, 0.02, 0.3, 0.3, 0.36, 0.36, 0.33)], [0.12, 0.13, 0.175, 0.195, 0.2, 0.175, 0.16], sides=28)
    site.add(pot.object("pot", standard("terracotta", size=0.4), smooth=True))
    season = site.environment.get("season") or "summer"
    bush = plants.bush(
        seed,
        size=0.55,
        leaves=2600,
        leaf=0.028,
        colour=plants.GREENS[season] if season != "winter" else "#3f5233",
        blossoms="#c8485a" if season in ("summer", "spring") else None,
    )
    bush.location = (x, y, z + 0.3)
    bush.scale = (0.85, 0.85, 0.85)
    site.add(bush)


def walling(kind: str, colour: str) -> bpy.types.Material:
    if kind == "lapped":
        t = Tree("lapped boards")
        grain = t.noise(7, detail=7, roughness=0.65, vector=t.scaled(t.position(), (0.15, 1, 6)))
        tone = t.mix(1.0, colour, t.attribute("Tint"), blend="MULTIPLY")
        tone = t.mix(t.span(grain, 0.55, 0.75, 0.0, 0.22), tone, "#6d675c")
        return t.surface(t.principled(tone, 0.6, normal=t.bump(grain, 0.0012)))
    return standard("brick", size=3.0, seed=3)


@setting("porch")
def porch(site: Site) -> None:
    """A porch of boards under a roof on posts, or where a doorstep is named, a stone step on a path: the front door and a window behind."""
    plan, rng = site.plan, site.rng
    step = site.has("doorstep")
    z, y = plan.floor_z, plan.wall_y if plan.wall_y is not None else plan.back_y + 0.7
    w = Works(
        site,
        wall=lambda: walling("brick" if step else "lapped", rng.choice(WALLS)),
        door=lambda: plain(paint, 0.4, bump=0.0006),
        trim=lambda: plain("#e6e2d6", 0.45),
        brass=lambda: plain("#b08d45", 0.28, metal=1.0),
        dark=lambda: plain("#11161a", 0.2),
        curtain=lambda: plain("#d8d2c4", 0.9),
    )
    paint = rng.choice(DOORS)
    entry = 0.0 if step else rng.choice((-1, 1)) * 1.05
    pane = 2.15 if step else -entry * 1.15
    holes: list[Hole] = [(entry - 0.47, entry + 0.47, 0.0, 2.42), (pane - 0.55, pane + 0.55, 0.75, 2.1)]
    if step:
        masonry(w.wall, -6, 6, y, z, z + 4.2, holes)
    else:
        lapped(w.wall, -6, 6, y, z, z + 3.0, holes, rng)
    door(w, entry, y, z)
    window(site, w, pane, y, z, wide=1.1, low=0.75, high=2.1, shutters=not step)
    w.finish(smooth=frozenset(("brass",)))
    lantern(site, entry + (0.82 if step else np.sign(pane - entry) * 0.8), y - 0.03, z + 1.85)
    (doorstep if step else veranda)(site, entry, y, z)
    if plan.table:
        raise_surface(site)


def masonry(m: Mesher, x0: float, x1: float, y: float, z: float, top: float, holes: list[Hole]) -> None:
    """A wall with openings, in blocks around them."""
    edges = sorted({x0, x1, *(v for a, b, _, _ in holes for v in (a, b))})
    for a, b in zip(edges, edges[1:], strict=False):
        hole = next((h for h in holes if h[0] <= a + 1e-6 and b - 1e-6 <= h[1]), None)
        for low, high in ((z, top),) if hole is None else ((z, z + hole[2]), (z + hole[3], top)):
            if high - low > 0.01:
                m.box(a, b, y, y + 0.24, low, high)


def doorstep(site: Site, entry: float, y: float, z: float) -> None:
    """The step: a worn slab before the door, a path of flags below it between beds and lawn, a pot to one side."""
    edge, low, half = min(site.plan.front_y, y - 0.9) - 0.1, z - 0.15, max(0.95, min(site.plan.half_x, 0.6 + site.extent))
    slab = Mesher()
    slab.soft(entry - half, entry + half, edge, y + 0.02, low - 0.05, z, 0.025, steps=3)
    site.add(slab.object("doorstep", standard("stone", "#a59d8e", size=1.2, finish=("worn",)), smooth=True))
    near = min(site.view.eye[1] - 3, edge - 4)
    if site.snowed:
        ground(site, lambda px, py: np.full(np.shape(px), low - 0.02), trodden_snow(), far=120, rings=160, columns=120)
    else:
        ground(site, lambda px, py: np.full(np.shape(px), low - 0.03), mown("#55713a"), far=120, rings=160, columns=120)
        flat(site, "path", entry - 1.1, entry + 1.1, near, y, low, paving(site, colour="#948b7c", slab=(0.55, 0.42), wet=site.wet))
        lawn(
            site,
            lambda px, py: np.full(np.shape(px), low - 0.03),
            "#5f7a3c",
            tall=0.07,
            count=5000,
            far=12,
            salt=16,
            where=lambda px, py: (np.abs(px - entry) > 1.16) & (py < y - 0.1),
        )
    for k, s in enumerate((-1, 1)):
        if keep_clear(site, np.array([[entry + s * (half - 0.22), y - 0.3]]), 0.05)[0]:
            potted(site, entry + s * (half - 0.24), y - 0.28, z, site.seed + k)
    if not site.snowed:
        points = np.array([(entry + s * (half + 0.35 + 0.5 * k), y - 0.3, low) for s in (-1, 1) for k in range(5)])
        leaves = plants.LEAVES[site.environment.get("season") or "summer"]
        scatter(
            site,
            [
                plants.bush(site.seed + 3 + k, size=0.6, leaves=1500, leaf=0.04, colour=leaves[k % len(leaves)], blossoms=("#b65a8c", "#e4dccd")[k])
                for k in range(2)
            ],
            points,
            np.full(len(points), 0.9),
            salt=19,
            name="bed",
        )


def veranda(site: Site, entry: float, y: float, z: float) -> None:
    """Boards that run from the wall, a ceiling of boards, posts and balusters at both ends, a mat before the door; lawn and trees around."""
    half, near = max(3.2, site.plan.half_x + 1.4), min(site.view.eye[1], site.plan.front_y) - 0.8
    deck, lid = Mesher(), Mesher()
    deck.box(-half, half, near, y, z - 0.05, z)
    lid.box(-half - 0.2, half + 0.2, near, y, z + 2.85, z + 2.9)
    site.add(
        deck.object("porch floor", boards("oak", "#8b7b66", width=0.11, length=3.2, seed=site.seed, finish=("worn",))),
        lid.object("porch ceiling", boards("pine", "#d6dcd8", width=0.09, length=4.0, seed=2)),
    )
    w = Works(site, trim=lambda: plain("#e6e2d6", 0.45), mat=lambda: standard("burlap", "#7d6240", size=0.7))
    w.mat.soft(entry - 0.4, entry + 0.4, y - 0.66, y - 0.16, z, z + 0.016, 0.008)
    for s in (-1, 1):
        x = s * (half - 0.1)
        for py in np.arange(y - 0.1, near, -1.9):
            w.trim.soft(x - 0.06, x + 0.06, py - 0.06, py + 0.06, z, z + 2.85, 0.01)
        for h in (0.12, 0.86):
            w.trim.soft(x - 0.035, x + 0.035, near, y, z + h, z + h + 0.06, 0.012)
        for py in np.arange(y - 0.2, near, -0.13):
            w.trim.soft(x - 0.017, x + 0.017, py - 0.017, py + 0.017, z + 0.15, z + 0.88, 0.003, steps=1)
    w.finish()
    ground(site, lambda px, py: np.full(np.shape(px), z - 0.45), trodden_snow() if site.snowed else mown("#55713a"), far=300, rings=160, columns=120)
    bed = np.array(
        [(s * (half + rng_step), py, z - 0.45) for s in (-1, 1) for rng_step, py in ((0.6, y - 0.4), (1.3, y - 1.1), (0.9, y - 1.9), (2.2, y - 0.5))]
    )
    leaves = plants.LEAVES[site.environment.get("season") or "summer"]
    scatter(
        site,
        [plants.bush(site.seed + 5 + k, size=1.3, leaves=2600, leaf=0.06, colour=leaves[k % len(leaves)]) for k in range(2)],
        bed,
        np.full(len(bed), 1.0),
        salt=23,
        name="shrubs",
    )


@setting("driveway")
def driveway(site: Site) -> None:
    """A drive of worn concrete that runs to a garage, its house beside it, lawns and hedges to both sides."""
    plan, rng = site.plan, site.rng
    z, wide = plan.floor_z, max(2.7, min(plan.half_x, 1.4 + site.extent))
    front = plan.back_y + 3.2 + 0.5 * site.extent
    near = min(site.view.eye[1] - 14, -18.0)
    level = lambda px, py: np.full(np.shape(px), z - 0.04)  # noqa: E731
    ground(site, level, trodden_snow() if site.snowed else mown("#56743a"), far=400, rings=200, columns=160)
    flat(site, "drive", -wide, wide, near, front + 0.1, z, trodden_snow() if site.snowed else drive())
    if not site.snowed:
        lawn(site, level, "#5d7a3a", tall=0.075, count=9000, far=24, salt=15, where=lambda px, py: (np.abs(px) > wide + 0.03) & (py < front + 12))
    joints = Mesher()
    for y in np.arange(front - 3.0, near, -3.0):
        joints.box(-wide, wide, y - 0.008, y + 0.008, z - 0.002, z + 0.0015)
    site.add(joints.object("joints", plain("#3b3834", 0.9)))
    garage(site, front, z, rng.choice(WALLS))
    side = rng.choice((-1, 1))
    home(site, side * 9.2, front + 4.2, z)
    _borders(site, wide, near, front, z, side)
    if plan.table:
        raise_surface(site)


def drive() -> bpy.types.Material:
    """Brushed concrete: tyre marks along it, stains of oil, hair cracks, weathered patches."""
    t = Tree("drive")
    x, _, _ = t.xyz(t.position())
    grain, broad = t.noise(140, detail=5, roughness=0.7), t.noise(0.7, detail=8, roughness=0.62)
    tone = t.mix(t.span(broad, 0.36, 0.66), "#8d8880", "#aca598")
    track = t.math(
        "MULTIPLY", t.span(t.math("ABSOLUTE", t.math("SUBTRACT", t.math("ABSOLUTE", x), 0.78)), 0.26, 0.08), t.span(t.noise(2.4, detail=6), 0.35, 0.65)
    )
    tone = t.mix(t.math("MULTIPLY", track, 0.4), tone, "#57534d")
    oil = t.math("MULTIPLY", t.span(t.cells(0.85), 0.2, 0.06), t.span(t.noise(1.4, detail=5), 0.5, 0.62))
    tone = t.mix(t.math("MULTIPLY", oil, 0.75), tone, "#2b2825")
    tone = t.mix(0.28, tone, t.ramp(grain, [(0.32, "#3a3733"), (0.68, "#e8e4da")]), blend="OVERLAY")
    warped = t.node("Mix", {0: 0.14, 4: t.position(), 5: t.noise(2.2, detail=6, out="Color")}, data_type="VECTOR").outputs[1]
    crack = t.math("MULTIPLY", t.span(t.cells(0.22, feature="DISTANCE_TO_EDGE", vector=warped), 0.005, 0.001), t.span(t.noise(0.3), 0.47, 0.55))
    tone = t.mix(crack, tone, "#27241f")
    height = t.math("SUBTRACT", grain, t.math("MULTIPLY", crack, 2.0))
    return t.surface(t.principled(tone, t.math("SUBTRACT", 0.9, t.math("MULTIPLY", oil, 0.5)), normal=t.bump(height, 0.004)))


def garage(site: Site, y: float, z: float, colour: str) -> None:
    """A double garage under a gable: a panelled door with its lights, lapped boards, lanterns at both sides."""
    half, eaves, rise = 3.3, 2.75, 1.7
    w = Works(
        site,
        wall=lambda: walling("lapped", colour),
        trim=lambda: plain("#e9e5da", 0.45),
        door=lambda: plain("#e4e1d8", 0.5, bump=0.0006),
        dark=lambda: plain("#151b20", 0.12),
        roof=lambda: standard("slate", "#4d4b4a", size=4.0),
        metal=lambda: plain("#4b4d4f", 0.4, metal=0.8),
    )
    lapped(w.wall, -half, half, y, z, z + eaves, [(-2.35, 2.35, 0.0, 2.2)], site.rng)
    for k in range(13):
        low, high = eaves + rise * k / 13, eaves + rise * (k + 1) / 13
        reach = half * (1 - k / 13)
        w.wall.add(
            [(-reach, y - 0.026, z + low), (reach, y - 0.026, z + low), (reach - half / 13, y - 0.006, z + high), (half / 13 - reach, y - 0.006, z + high)],
            [(0, 1, 2, 3)],
            tint=np.ones(3) * site.rng.uniform(0.93, 1.03),
        )
    for s in (-1, 1):
        w.wall.quad((s * half, y, z), (s * half, y + 6, z), (s * half, y + 6, z + eaves), (s * half, y, z + eaves))
        low, top = (s * (half + 0.4), z + eaves - 0.2), (0.0, z + eaves + rise + 0.05)
        w.roof.add([(low[0], y - 0.45, low[1]), (low[0], y + 6.3, low[1]), (top[0], y + 6.3, top[1]), (top[0], y - 0.45, top[1])], [(0, 1, 2, 3)])
        w.trim.add(
            [(low[0], y - 0.47, low[1] - 0.14), (low[0], y - 0.47, low[1] + 0.05), (top[0], y - 0.47, top[1] + 0.06), (top[0], y - 0.47, top[1] - 0.16)],
            [(0, 1, 2, 3)],
        )
        w.trim.soft(s * 2.35, s * 2.5, y - 0.06, y + 0.02, z, z + 2.32, 0.008)
        w.trim.soft(s * (half - 0.12), s * half, y - 0.05, y + 0.02, z, z + eaves, 0.008)
    w.trim.soft(-2.52, 2.52, y - 0.08, y + 0.02, z + 2.2, z + 2.36, 0.01)
    w.dark.box(-2.35, 2.35, y + 0.12, y + 0.14, z, z + 2.2)
    for row in range(4):
        h0, h1 = z + 0.02 + 0.545 * row, z + 0.02 + 0.545 * row + 0.535
        w.door.soft(-2.34, 2.34, y + 0.04, y + 0.08, h0, h1, 0.006)
        for k in range(8):
            a = -2.28 + 0.575 * k
            if row == 3:
                w.dark.soft(a, a + 0.5, y + 0.034, y + 0.05, h0 + 0.1, h1 - 0.1, 0.004)
            else:
                w.door.soft(a, a + 0.5, y + 0.026, y + 0.05, h0 + 0.08, h1 - 0.08, 0.014, steps=2)
    w.metal.soft(-0.12, 0.12, y + 0.01, y + 0.03, z + 0.28, z + 0.31, 0.006)
    w.finish()
    for s in (-1, 1):
        lantern(site, s * 2.9, y - 0.03, z + 1.95)


def home(site: Site, x: float, y: float, z: float) -> None:
    """The house itself, as the catalogue's houses are built."""
    put(site, prop("house", site.seed % 7, lit=site.dark, snowed=site.snowed), x, y + 3.6, z)


def _borders(site: Site, wide: float, near: float, front: float, z: float, side: int) -> None:
    """Hedges along the plot, shrubs before the house, trees beyond."""
    season = site.environment.get("season") or "summer"
    leaves, rng = plants.LEAVES[season], generator(site, 61)
    bare = season == "winter"
    hedge = np.array([(s * (wide + (5.6 if s == side else 3.2)), y + rng.normal(0, 0.1), z) for s in (-1, 1) for y in np.arange(front + 2, near + 8, -0.75)])
    hedge = hedge[keep_clear(site, hedge[:, :2], 1.2)]
    scatter(
        site,
        [plants.bush(site.seed + k, size=1.25, leaves=2600, leaf=0.055, colour="#3d5a2e" if not bare else "#3a4a30") for k in range(3)],
        hedge,
        rng.uniform(0.85, 1.1, len(hedge)),
        salt=61,
        name="hedge",
    )
    beds = np.array([(side * rng.uniform(4.0, 12), front + rng.uniform(1.8, 3.2), z) for _ in range(14)])
    scatter(
        site,
        [
            plants.bush(
                site.seed + 9 + k, size=0.9, leaves=1600, leaf=0.05, colour=leaves[k % len(leaves)], blossoms=None if bare else ("#c2577f", "#e6e0d2")[k]
            )
            for k in range(2)
        ],
        beds,
        rng.uniform(0.6, 1.1, len(beds)),
        salt=62,
        name="shrubs",
    )
    kinds = [
        plants.broadleaf(site.seed + k, height=10, leaves=0 if bare else 6000, colour=leaves[k % len(leaves)], leaf=0.26, trunk=0.24, bare=0.22, spread=0.45)
        for k in range(2)
    ]
    far = np.array([(x + rng.normal(0, 1.5), front + rng.uniform(13, 24), z) for x in np.arange(-42, 42, 5.5)])
    scatter(site, kinds, far, rng.uniform(0.8, 1.3, len(far)), salt=63, tilt=0.03, name="trees")
