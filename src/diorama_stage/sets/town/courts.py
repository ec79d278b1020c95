# SPDX-License-Identifier: GPL-3.0-or-later
"""Walled courts and what is left of old buildings: a castle's yard, a cloister, a tiled patio, ruins in the grass."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at, lawn, lifted, woods
from diorama_stage.sets.country.woods import lantern
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.noise import fbm, smooth
from diorama_stage.sets.ground.scatter import cone, generator, keep_clear, scatter
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms.worship import ashlar, pointed
from diorama_stage.sets.town.street import flat, ground_of
from diorama_stage.sets.town.walls import paving
from diorama_stage.sets.works import Works, clear_of


@setting("courtyard")
def courtyard(site: Site) -> None:
    """A court closed by its own walls on three sides; what kind of court, the place's words tell."""
    plan = site.plan
    z, back, half = plan.floor_z, plan.back_y + 7.5, max(7.5, plan.half_x + 4.5)
    near = min(site.view.eye[1] - 4, -12.0)
    castle, cloister = site.has("castle"), site.has("cloister")
    if cloister:
        flat(site, "paving", -half - 4, half + 4, near, back + 4, z - 0.01, ground_of(site, paving(site, colour="#a59b88", slab=(0.8, 0.6), wet=site.wet)))
    else:
        slabs = (0.26, 0.2) if castle else (0.4, 0.4)
        flat(
            site,
            "paving",
            -half - 1,
            half + 1,
            near,
            back + 1,
            z,
            ground_of(site, paving(site, colour="#7a7266" if castle else "#b5805c", slab=slabs, wet=max(site.wet, 0.1))),
        )
    if castle:
        ward(site, half, near, back, z)
    else:
        arcades(site, half, near, back, z, cloister=cloister)
    litter(site, half, back, z, straw=castle)
    if plan.table:
        raise_surface(site)


def rubble() -> bpy.types.Material:
    """Walls of uneven field stones in lime, stained from above, mossy at the foot."""
    t = Tree("rubble wall")
    x, y, z = t.xyz(t.position())
    flat_ = t.combine(t.math("ADD", x, y), t.math("MULTIPLY", z, 1.5), 0.0)
    stone, joint = t.cells(2.6, vector=flat_, out="Color"), t.cells(2.6, vector=flat_, feature="DISTANCE_TO_EDGE")
    fine = t.noise(12, detail=8, roughness=0.72)
    tone = t.ramp(t.xyz(stone)[0], [(0.0, "#6d655a"), (0.35, "#8d8473"), (0.65, "#756b5c"), (1.0, "#a0957f")])
    tone = t.mix(0.4, tone, t.ramp(fine, [(0.3, "#2b2721"), (0.7, "#dcd2be")]), blend="OVERLAY")
    tone = t.mix(t.span(joint, 0.06, 0.02), tone, "#9a917f")
    streak = t.noise(1.1, detail=6, vector=t.scaled(t.position(), (1, 1, 0.14)))
    tone = t.mix(t.span(streak, 0.5, 0.72, 0.0, 0.6), tone, "#3d382f")
    moss = t.math("MULTIPLY", t.span(t.math("ADD", z, t.math("MULTIPLY", t.noise(1.7, detail=5), 1.5)), 1.5, 0.6), t.span(fine, 0.4, 0.6))
    tone = t.mix(moss, tone, "#4a5a2a")
    height = t.math("ADD", t.math("MULTIPLY", t.span(joint, 0.0, 0.12), 1.0), t.math("MULTIPLY", fine, 0.4))
    return t.surface(t.principled(tone, 0.95, normal=t.bump(height, 0.05), Specular_IOR_Level=0.15))


def ward(site: Site, half: float, near: float, back: float, z: float) -> None:
    """A castle's yard: high walls with battlements, round towers in the corners, a gate with its portcullis, a keep over the wall, a timber gallery, a well."""
    w = Works(
        site,
        castle_walls=rubble,
        towers=rubble,
        gate_arch=ashlar,
        portcullis=lambda: plain("#2a241e", 0.7),
        timber=lambda: standard("dark_wood", size=2.5),
        roofs=lambda: standard("slate", size=3.0),
        slits=lambda: plain("#14120f", 0.95),
        banners=lambda: plain(site.hue("banners", "#8a1a1f"), 0.9, bump=0.001),
    )
    gate = float(np.clip(site.view.frame(back)[0] + (1.6 if site.things else 0.0), -half + 3.2, half - 3.2))
    for a, b in ((-half, gate - 1.5), (gate + 1.5, half)):
        w.castle_walls.box(a, b, back, back + 1.6, z, z + 7.0)
    w.castle_walls.box(gate - 1.5, gate + 1.5, back, back + 1.6, z + 4.4, z + 7.0)
    arch = pointed(3.0, 1.6) + (gate - 1.5, 2.6)
    for (x0, h0), (x1, h1) in zip(arch, arch[1:], strict=False):
        w.gate_arch.add(
            [
                (x0, back - 0.08, z + h0),
                (x1, back - 0.08, z + h1),
                (x1, back - 0.08, z + 4.6),
                (x0, back - 0.08, z + 4.6),
                (x0, back + 1.4, z + h0),
                (x1, back + 1.4, z + h1),
            ],
            [(0, 1, 2, 3), (0, 4, 5, 1)],
        )
    for s in (-1.75, 1.5):
        w.gate_arch.box(gate + s, gate + s + 0.25, back - 0.08, back + 0.2, z, z + 4.6)
    for k in range(9):
        w.portcullis.box(gate - 1.4 + 0.34 * k, gate - 1.32 + 0.34 * k, back + 0.9, back + 0.98, z + 1.5, z + 4.4)
    for h in np.arange(1.7, 4.4, 0.4):
        w.portcullis.box(gate - 1.5, gate + 1.5, back + 0.91, back + 0.97, z + h, z + h + 0.08)
    for s in (-1, 1):
        w.castle_walls.box(s * half, s * (half + 1.5), near, back + 1.6, z, z + 6.4)
        w.towers.tube(
            [(s * half, back + 0.4, z), (s * half, back + 0.4, z + 10.5), (s * half, back + 0.4, z + 10.6), (s * half, back + 0.4, z + 11.4)],
            [2.5, 2.4, 2.75, 2.75],
            sides=40,
        )
        for k in range(12):
            a = 2 * np.pi * k / 12
            w.at(s * half, back + 0.4, z + 11.4, np.degrees(a))
            w.towers.box(-0.42, 0.42, -2.75, -2.35, 0.0, 0.75)
        w.at()
        for h in (3.5, 7.0):
            w.slits.box(s * half - s * 1.9 - 0.07, s * half - s * 1.9 + 0.07, back - 1.35, back - 1.25, z + h, z + h + 0.9)
        w.banners.box(gate + s * 2.5 - 0.45, gate + s * 2.5 + 0.45, back - 0.06, back - 0.03, z + 3.0, z + 5.6)
        gallery(site, w, s, half, near, back, z)
    for x in np.arange(-half + 3, half - 2.5, 1.3):
        w.castle_walls.box(x, x + 0.75, back, back + 0.5, z + 7.0, z + 7.85)
    kx = gate - 5.5
    w.castle_walls.box(kx - 3.6, kx + 3.6, back + 6, back + 13, z, z + 14)
    for k in np.arange(-3.6, 3.2, 1.3):
        w.castle_walls.box(kx + k, kx + k + 0.75, back + 6, back + 6.5, z + 14, z + 14.9)
    for a, h in ((-1.8, 8.6), (0.9, 8.6), (-0.5, 11.4)):
        w.slits.box(kx + a, kx + a + 0.5, back + 5.98, back + 6.1, z + h, z + h + 1.3)
    w.finish(smooth=frozenset(("towers",)))
    well(site, -0.55 * half if gate > 0 else 0.55 * half, back - 3.2, z)


def gallery(site: Site, w: Works, s: int, half: float, near: float, back: float, z: float) -> None:
    """A lean-to of timber and slates along a side wall, barrels and hay under it."""
    x = s * (half - 1.9)
    for y in np.arange(back - 2.6, near, -2.2):
        w.timber.soft(x - 0.09, x + 0.09, y - 0.09, y + 0.09, z, z + 2.5, 0.012)
        w.timber.tube([(x, y, z + 1.9), (x, y - 0.6, z + 2.45)], 0.06, sides=6)
    w.timber.soft(x - 0.1, x + 0.1, near, back - 2.4, z + 2.45, z + 2.65, 0.012)
    w.roofs.add([(x - s * 0.3, near, z + 2.5), (x - s * 0.3, back - 2.2, z + 2.5), (s * half, back - 2.2, z + 3.6), (s * half, near, z + 3.6)], [(0, 1, 2, 3)])
    for bx, by, _ in clear_of(site, [(s * (half - 0.7), back - 3.4 - 1.05 * k, 0.0) for k in range(4)], 0.3):
        w.timber.tube([(bx, by, z), (bx, by, z + 0.45), (bx, by, z + 0.9)], [0.29, 0.36, 0.29], sides=18)


def well(site: Site, x: float, y: float, z: float) -> None:
    """A round well of stone with its windlass and a little roof."""
    if not keep_clear(site, np.array([[x, y]]), 1.0)[0]:
        return
    site.add(lathe([(0.95, 0), (0.95, 0.85), (0.99, 0.86), (0.99, 0.98), (0.68, 0.98), (0.68, -0.5), (0, -0.5)], (x, y, z), rubble(), name="well"))
    wood, roof = Mesher(), Mesher()
    for s in (-0.85, 0.85):
        wood.soft(x + s - 0.06, x + s + 0.06, y - 0.06, y + 0.06, z + 0.9, z + 2.3, 0.01)
    wood.tube([(x - 0.9, y, z + 1.6), (x + 0.95, y, z + 1.6)], 0.07, sides=10)
    wood.tube([(x, y, z + 1.6), (x, y, z + 1.0)], 0.012, sides=5)
    wood.tube([(x, y, z + 0.75), (x, y, z + 1.02)], [0.11, 0.14], sides=14)
    for s in (-1, 1):
        roof.add(
            [(x - 1.1, y, z + 2.75), (x + 1.1, y, z + 2.75), (x + 1.1, y + s * 0.9, z + 2.15), (x - 1.1, y + s * 0.9, z + 2.15)],
            [(0, 1, 2, 3) if s < 0 else (3, 2, 1, 0)],
        )
    site.add(wood.object("well frame", standard("dark_wood", size=1.2), smooth=True), roof.object("well roof", standard("slate", size=1.5)))


def arcades(site: Site, half: float, near: float, back: float, z: float, *, cloister: bool) -> None:
    """Arches on columns along three sides, a walk behind them, over them a wall with windows and eaves. A cloister has a lawn, a patio pots and a well."""
    style = ashlar if cloister else lambda: lime("#d9c9a8")
    w = Works(
        site,
        columns=ashlar,
        arcade=style,
        inner_walls=style,
        roofs=lambda: plain("#a5603c", 0.8, bump=0.004),
        beams=lambda: standard("dark_wood", size=2.0),
        panes=lambda: plain("#1e2428", 0.08),
        shutters=lambda: plain("#4a6b58", 0.6),
    )
    gap, spring, rise = (2.1, 2.3, 1.1) if cloister else (2.7, 2.5, 1.2)
    runs = [((-half, back), 0.0, 2 * half), ((-half, near), 90.0, back - near), ((half, back), -90.0, back - near)]
    for (x, y), turn, long in runs:
        w.at(x, y, z, turn)
        n = max(2, round(long / gap))
        step = long / n
        for k in range(n + 1):
            for a, b, r in ((0.0, 0.2, 0.24), (0.2, spring - 0.25, 0.15), (spring - 0.25, spring, 0.26)):
                w.columns.tube([(k * step, 0.15, a), (k * step, 0.15, b)], r, sides=16)
        u = np.linspace(0, np.pi, 19)
        for k in range(n):
            curve = pointed(step, rise, 19) if cloister else np.stack([step * (1 - np.cos(u)) / 2, rise * np.sin(u)], axis=1)
            for (a0, h0), (a1, h1) in zip(curve, curve[1:], strict=False):
                a, b, c, d = k * step + a0, k * step + a1, spring + h0, spring + h1
                w.arcade.add(
                    [(a, 0, c), (b, 0, d), (b, 0, spring + rise + 0.5), (a, 0, spring + rise + 0.5), (a, 0.3, c), (b, 0.3, d)], [(0, 1, 2, 3), (0, 4, 5, 1)]
                )
            if not cloister:
                m = (k + 0.5) * step
                w.panes.quad(
                    (m - 0.42, -0.01, spring + rise + 1.2),
                    (m + 0.42, -0.01, spring + rise + 1.2),
                    (m + 0.42, -0.01, spring + rise + 2.6),
                    (m - 0.42, -0.01, spring + rise + 2.6),
                )
                for s in (-0.8, 0.46):
                    w.shutters.soft(m + s, m + s + 0.34, -0.05, 0.0, spring + rise + 1.15, spring + rise + 2.65, 0.006)
        high = spring + rise + (0.9 if cloister else 3.4)
        w.arcade.box(0, long, 0, 0.3, spring + rise + 0.5, high)
        w.roofs.add([(-0.3, -0.45, high - 0.1), (long + 0.3, -0.45, high - 0.1), (long + 0.3, 3.6, high + 1.3), (-0.3, 3.6, high + 1.3)], [(0, 1, 2, 3)])
        w.inner_walls.box(-3, long + 3, 3.4, 3.8, 0, high)
        for k in range(2 * n):
            w.beams.box(k * step / 2, k * step / 2 + 0.14, 0.1, 3.4, spring + rise + 0.25, spring + rise + 0.45)
    w.finish(smooth=frozenset(("columns",)))
    if cloister:
        green(site, half, near, back, z)
    else:
        pots(site, half, back, z)
    if "fountain" not in site.things:
        well(site, 0.45 * half * (1 if site.seed % 2 else -1), back - 3.0, z)


def lime(colour: str) -> bpy.types.Material:
    """Old lime wash: fallen away in places to the stone, stained."""
    t = Tree("lime wash")
    patch, fine = t.noise(0.9, detail=8, roughness=0.65), t.noise(30, detail=6)
    tone = t.mix(t.span(t.noise(0.4, detail=5), 0.35, 0.7), colour, t.mix(0.4, colour, "#b08a58"))
    gone = t.span(patch, 0.62, 0.65)
    tone = t.mix(gone, tone, t.mix(t.noise(7, detail=6), "#6f5a45", "#a58d70"))
    streak = t.noise(1.4, detail=6, vector=t.scaled(t.position(), (1, 1, 0.15)))
    tone = t.mix(t.span(streak, 0.54, 0.74, 0.0, 0.45), tone, "#6a5d4a")
    return t.surface(t.principled(tone, 0.92, normal=t.bump(t.math("SUBTRACT", t.math("MULTIPLY", fine, 0.3), gone), 0.012), Specular_IOR_Level=0.2))


def green(site: Site, half: float, near: float, back: float, z: float) -> None:
    """The cloister's lawn with its paths and clipped box."""
    turf = earth.turf(plants.GREENS[site.environment.get("season") or "summer"])
    for a, b in ((-half + 0.9, -1.0), (1.0, half - 0.9)):
        flat(site, "lawn", a, b, near, back - 0.9, z + 0.01, turf)
    lawn(
        site,
        lambda x, y: np.full(np.shape(x), z + 0.01),
        "#5d7a3a",
        tall=0.06,
        count=5000,
        far=22,
        salt=14,
        count_tuft=50,
        where=lambda x, y: (np.abs(x) > 1.05) & (np.abs(x) < half - 1) & (y < back - 1),
    )
    points = np.array([(s * (1.35 if k % 2 else half - 1.3), y, z) for s in (-1, 1) for k, y in enumerate(np.arange(near + 2, back - 1, 0.8))])
    points = points[keep_clear(site, points[:, :2], 0.4)]
    scatter(
        site,
        [plants.bush(site.seed, size=0.6, leaves=1600, leaf=0.03, colour="#3d5a30")],
        points,
        generator(site, 6).uniform(0.85, 1.1, len(points)),
        salt=6,
        name="box",
    )


def pots(site: Site, half: float, back: float, z: float) -> None:
    """Pots of flowers and small trees along the arcades, ivy on the walls' feet."""
    spots = clear_of(
        site,
        [(s * (half - 0.9), y, 0.0) for s in (-1, 1) for y in np.arange(-6, back - 1, 1.6)]
        + [(x, back - 0.8, 0.0) for x in np.arange(-half + 1.6, half - 1, 2.1)],
        0.4,
    )
    clay = plain("#a8613f", 0.85, bump=0.002)
    for k, (x, y, _) in enumerate(spots):
        s = site.rng.uniform(0.7, 1.3)
        site.add(
            lathe(
                [(0, 0), (0.15 * s, 0), (0.23 * s, 0.36 * s), (0.26 * s, 0.38 * s), (0.25 * s, 0.42 * s), (0.2 * s, 0.36 * s), (0, 0.36 * s)],
                (x, y, z),
                clay,
                segments=20,
                name="pot",
            )
        )
        del k
    points = np.array([(x, y, z + 0.42) for x, y, _ in spots]).reshape(-1, 3)
    kinds = [
        plants.bush(
            site.seed + k,
            size=(0.8, 0.6, 1.3)[k],
            leaves=1100,
            leaf=0.05,
            colour=("#4f7a34", "#5d8a40", "#47663a")[k],
            blossoms=("#d94f4f", "#e88fae", None)[k],
        )
        for k in range(3)
    ]
    scatter(site, kinds, points, generator(site, 8).uniform(0.7, 1.2, len(points)), salt=8, name="flowers")


def litter(site: Site, half: float, back: float, z: float, *, straw: bool) -> None:
    """What lies about: straw in a castle's yard, leaves elsewhere, gathered along the walls."""
    rng = generator(site, 19)
    n = 900
    x = np.sign(rng.random(n) - 0.5) * half * rng.random(n) ** 0.45
    y = back - (back + 6) * rng.random(n) ** 1.3
    m = Mesher()
    for a, b, turn in zip(x, y, rng.uniform(0, np.pi, n), strict=True):
        long, wide = (rng.uniform(0.08, 0.22), 0.003) if straw else (rng.uniform(0.02, 0.045), 0.018)
        c, s, tone = np.cos(turn), np.sin(turn), rng.uniform(0.6, 1.2)
        m.add(
            [
                (a - long * c - wide * s, b - long * s + wide * c, z + 0.004),
                (a - long * c + wide * s, b - long * s - wide * c, z + 0.006),
                (a + long * c + wide * s, b + long * s - wide * c, z + 0.012),
                (a + long * c - wide * s, b + long * s + wide * c, z + 0.008),
            ],
            [(0, 1, 2, 3)],
            tint=(tone, tone * rng.uniform(0.8, 1.0), tone),
        )
    site.add(m.object("straw" if straw else "leaves", plain("#c2a55e" if straw else "#8a6a3a", 0.9, tinted=True)))
    if site.dark:
        lantern(site, -half + 1.6, back - 1.6, z)


@setting("ruins")
def ruins(site: Site) -> None:
    """A temple's remains in dry grass: steps, standing and broken columns with a piece of their beam, fallen drums and blocks, a wall, hills behind."""
    plan, seed, rng = site.plan, site.seed, site.rng

    def height(x, y):
        r = np.hypot(x, y)
        return (
            0.1 * fbm(x / 2, y / 2, 4, seed=seed) * smooth(1, 5, r)
            + 1.2 * fbm(x / 25, y / 25, 3, seed=seed + 1) * smooth(14, 50, r)
            + 160 * smooth(300, 2200, r) * (0.5 + fbm(x / 700, y / 700, 5, seed=seed + 2)) * smooth(0, 200, y)
        )

    made = lifted(site, height)
    ground(site, made, earth.turf("#7d7a48", dry="#a3935a", soil="#8a7350", bare=0.5), far=6000, rings=420, columns=380)
    w = Works(site, columns=weathered, beams=weathered, blocks=weathered, steps=weathered)
    z, start = plan.floor_z, plan.back_y + 4.2
    for k in range(3):
        w.steps.soft(-9.5 + 0.45 * k, 9.5 - 0.45 * k, start + 0.45 * k, start + 15, z - 0.2, z + 0.24 * (k + 1), 0.02)
    top = z + 0.72
    row = [(x, start + 2.0) for x in np.arange(-7.5, 7.6, 2.5)] + [(s * 7.5, start + y) for s in (-1, 1) for y in (4.5, 7.0, 9.5)]
    whole = {0, 1, 4, 5}
    for k, (x, y) in enumerate(row):
        tall = 5.6 if k in whole or k > 7 else rng.uniform(0.9, 3.6)
        column(w.at(x, y, top, rng.uniform(0, 30)), tall, broken=tall < 5.6)
    w.at()
    for a, b in ((0, 1), (4, 5)):
        w.beams.soft(row[a][0] - 0.6, row[b][0] + 0.6, start + 1.5, start + 2.5, top + 5.6, top + 6.25, 0.03)
        w.beams.soft(row[a][0] - 0.4, row[b][0] + 0.3, start + 1.4, start + 2.6, top + 6.25, top + 6.6, 0.03)
    fallen(site, w, z)
    w.finish(smooth=frozenset(("columns",)))
    dry = "#8d8450"
    lawn(site, made, dry, tall=0.3, count=9000, far=60, salt=12, seeding=0.1, where=lambda x, y: (np.abs(x) > 9.7) | (y < start - 0.3) | (y > start + 15))
    points = cone(site, 320, 6, 70, salt=44, power=0.7)
    points = points[keep_clear(site, points, 1.0) & ((np.abs(points[:, 0]) > 9.5) | (points[:, 1] < start - 1))][:60]
    scatter(
        site,
        [plants.bush(seed + k, size=1.1, leaves=1500, leaf=0.05, colour="#66703f") for k in range(3)],
        at(made, points),
        generator(site, 4).uniform(0.4, 1.3, len(points)),
        salt=44,
        name="scrub",
    )
    woods(site, made, count=900, near=60, far=900, size=(4, 9), salt=33, leafy=True, where=lambda x, y, h: fbm(x / 90, y / 90, 3, seed=seed + 9) > 0.05)


def column(w: Works, tall: float, *, broken: bool) -> None:
    """A fluted shaft of drums on its base; whole ones have a capital."""
    n, drums = 40, max(1, round(tall / 0.9))
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    flute = 1 - 0.045 * np.abs(np.cos(10 * t))
    levels = np.linspace(0.12, tall - (0 if broken else 0.5), 2 * drums)
    rings = [
        np.stack(
            [
                0.47 * (1 - 0.16 * h / 5.6) * flute * np.cos(t),
                0.47 * (1 - 0.16 * h / 5.6) * flute * np.sin(t),
                np.full(n, h) + (0.22 * np.sin(2 * t + 1) if broken and k == 2 * drums - 1 else 0),
            ],
            axis=1,
        )
        for k, h in enumerate(levels)
    ]
    faces = np.array([(k * n + i, k * n + (i + 1) % n, (k + 1) * n + (i + 1) % n, (k + 1) * n + i) for k in range(2 * drums - 1) for i in range(n)])
    w.columns.add(np.concatenate(rings), faces)
    lid = np.concatenate([rings[-1], [[0, 0, rings[-1][:, 2].mean() - 0.05]]])
    w.columns.add(lid, np.array([(i, (i + 1) % n, n, n) for i in range(n)]))
    w.blocks.soft(-0.62, 0.62, -0.62, 0.62, 0.0, 0.14, 0.02)
    if not broken:
        w.columns.tube([(0, 0, tall - 0.5), (0, 0, tall - 0.3), (0, 0, tall - 0.18)], [0.4, 0.5, 0.62], sides=32)
        w.blocks.soft(-0.65, 0.65, -0.65, 0.65, tall - 0.2, tall, 0.02)


def fallen(site: Site, w: Works, z: float) -> None:
    """Drums and blocks that lie in the grass before the steps and beside them."""
    rng = generator(site, 23)
    points = cone(site, 260, 3.0, 26, salt=46, power=0.7)
    points = points[keep_clear(site, points, 0.9)][:46]
    for k, (x, y) in enumerate(points):
        w.at(float(x), float(y), z + 0.02, float(rng.uniform(0, 180)))
        if k % 4 == 0:
            w.columns.tube([(-0.45, 0, 0.36), (0.45, 0, 0.36)], 0.44, sides=28)
            for s in (-0.45, 0.45):
                w.columns.tube([(s, 0, 0.36), (s * 1.001, 0, 0.36)], [0.44, 0.01], sides=28)
        else:
            a, b, h = rng.uniform(0.15, 0.6), rng.uniform(0.12, 0.4), rng.uniform(0.1, 0.42)
            w.blocks.soft(-a, a, -b, b, -0.05, h, 0.03)


def weathered() -> bpy.types.Material:
    """Old marble and limestone: honey and grey, pitted, lichen in spots, dark where rain ran."""
    t = Tree("weathered stone")
    fine, broad = t.noise(9, detail=9, roughness=0.72), t.noise(0.8, detail=6)
    tone = t.mix(t.span(broad, 0.36, 0.64), "#c2b294", "#a09682")
    tone = t.mix(0.4, tone, t.ramp(fine, [(0.3, "#3d362b"), (0.7, "#efe6d2")]), blend="OVERLAY")
    streak = t.noise(1.8, detail=6, vector=t.scaled(t.position(), (1, 1, 0.2)))
    tone = t.mix(t.span(streak, 0.54, 0.72, 0.0, 0.55), tone, "#564d3e")
    tone = t.mix(t.math("MULTIPLY", t.span(t.cells(5), 0.18, 0.1), t.span(broad, 0.5, 0.6)), tone, "#8f9a6a")
    return t.surface(t.principled(tone, 0.95, normal=t.bump(fine, 0.025), Specular_IOR_Level=0.15))
