# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a hospital room and of a greenhouse."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.country import plants
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.earth import gravel
from diorama_stage.sets.ground.scatter import generator, scatter
from diorama_stage.sets.paint import glass, glowing, plain, standard
from diorama_stage.sets.rooms.pieces import woven
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of, grid_of


def bedside(site: Site, room: Room) -> float:
    """Where the bed's head is at the back wall, x: in the frame, beside what stands there."""
    cx, half, _, _ = site.view.frame(room.back)
    side = -1 if site.seed % 2 else 1
    off = side * min(max(0.45 * half, 0.75), 1.6) if site.things else 0.0
    return float(np.clip(cx + off, -room.half + 0.9, room.half - 0.9))


def headwall(site: Site, room: Room) -> None:
    """The panel over the bed: sockets, a lamp, oxygen taps; a monitor with its curves, a drip on its stand."""
    x, y, z = bedside(site, room), room.back, room.floor
    w = Works(
        site,
        headwall=lambda: plain("#d9cfb8", 0.4),
        sockets=lambda: plain("#eceae4", 0.35),
        monitor=lambda: plain("#d2d5d6", 0.4),
        curves=lambda: site.glow(_curves(), "practical"),
        steel=lambda: plain("#b9bdbf", 0.25, metal=1.0),
        drip=lambda: plain("#dfe8ea", 0.15),
        lamp=lambda: site.glow(glowing("#fff2dc", 4.0), "practical"),
    )
    w.headwall.soft(x - 1.05, x + 1.05, y - 0.05, y, z + 1.25, z + 1.75, 0.01)
    w.lamp.box(x - 0.5, x + 0.5, y - 0.09, y - 0.05, z + 1.78, z + 1.85)
    for k in range(6):
        w.sockets.soft(x - 0.95 + 0.32 * k, x - 0.8 + 0.32 * k, y - 0.065, y - 0.05, z + 1.4, z + 1.52, 0.006)
    w.steel.tube([(x + 0.85, y - 0.08, z + 1.6), (x + 0.85, y - 0.4, z + 1.66)], 0.02, sides=10)
    w.at(x + 0.85, y - 0.45, z + 1.5, -14)
    w.monitor.soft(-0.22, 0.22, -0.02, 0.05, 0.0, 0.34, 0.015)
    w.curves.quad((-0.19, -0.024, 0.03), (0.19, -0.024, 0.03), (0.19, -0.024, 0.31), (-0.19, -0.024, 0.31))
    w.at(x - 0.9, y - 0.75, z)
    w.steel.tube([(0, 0, 0.06), (0, 0, 2.0)], 0.012, sides=8)
    w.steel.tube([(-0.14, 0, 1.92), (0, 0, 2.0), (0.14, 0, 1.92)], 0.008, sides=6)
    for k in range(5):
        a = 2 * np.pi * k / 5
        w.steel.tube([(0, 0, 0.1), (0.28 * np.cos(a), 0.28 * np.sin(a), 0.03)], 0.012, sides=6)
    w.drip.soft(-0.21, -0.07, -0.02, 0.02, 1.6, 1.88, 0.02, steps=3, bulge=0.012)
    w.drip.tube([(-0.14, 0, 1.6), (-0.1, 0.02, 1.2), (0.1, -0.1, 0.9), (0.3, -0.3, 0.95)], 0.004, sides=5)
    w.finish(smooth=frozenset(("steel", "drip")))


def _curves():
    """A patient monitor: three coloured curves over black."""
    t = Tree("monitor")
    u, v, _ = t.xyz(t.uv())
    light = t.emission("#000000", 0.2)
    for k, (colour, level) in enumerate((("#39e06a", 0.78), ("#3ac6e8", 0.48), ("#e8c93a", 0.2))):
        beat = t.math("FRACT", t.math("MULTIPLY", u, 4.0 + k))
        spike = t.math("MULTIPLY", t.span(t.math("ABSOLUTE", t.math("SUBTRACT", beat, 0.5)), 0.09, 0.0), 0.13)
        away = t.math("ABSOLUTE", t.math("SUBTRACT", v, t.math("ADD", level, spike)))
        light = t.sum(light, t.emission(colour, t.math("MULTIPLY", t.span(away, 0.03, 0.008), 3.0)))
    return t.surface(light)


def ward_beds(site: Site, room: Room) -> None:
    """A hospital bed with raised head and rails, its cabinet on wheels and a visitor's chair; a second bed behind a curtain where there is room."""
    if "bed" in site.things:
        return
    x, z = bedside(site, room), room.floor
    w = Works(
        site,
        bed_frame=lambda: plain("#c9ced0", 0.35),
        mattress=lambda: woven("#e6e9ea"),
        blanket=lambda: woven("#9fb9c6"),
        pillow=lambda: woven("#f0f1ef"),
        rails=lambda: plain("#dfe2e2", 0.3),
        cabinet=lambda: standard("oak", size=0.6),
        chair=lambda: woven("#4d7a86"),
    )
    for at in clear_of(site, [(x, room.back - 1.15, 0.0), (x + 2.7 * (-1 if x > 0 else 1), room.back - 1.15, 0.0)], 0.15):
        w.at(at[0], at[1], z)
        hospital_bed(w)
    for at in clear_of(site, [(x - 0.85, room.back - 0.35, 0.0)], 0.1):
        w.at(*at[:2], z)
        w.cabinet.soft(-0.23, 0.23, -0.22, 0.22, 0.08, 0.82, 0.01)
    for at in clear_of(site, [(x + 1.35, room.back - 0.8, -30.0)], 0.3):
        w.at(at[0], at[1], z, at[2])
        w.chair.soft(-0.28, 0.28, -0.28, 0.26, 0.3, 0.46, 0.04, steps=3, bulge=0.01)
        w.chair.soft(-0.28, 0.28, 0.2, 0.32, 0.42, 1.0, 0.04, steps=3, bulge=0.01)
    w.finish(smooth=frozenset(w.paints) - {"bed_frame", "cabinet"})


def hospital_bed(w: Works) -> None:
    """Its head at local +Y."""
    w.bed_frame.soft(-0.48, 0.48, -1.0, 1.02, 0.34, 0.44, 0.02)
    w.bed_frame.soft(-0.48, 0.48, 0.98, 1.03, 0.2, 1.05, 0.03)
    w.bed_frame.soft(-0.48, 0.48, -1.05, -1.0, 0.2, 0.85, 0.03)
    for sx in (-0.4, 0.4):
        for sy in (-0.85, 0.85):
            w.bed_frame.tube([(sx, sy, 0.05), (sx, sy, 0.36)], 0.03, sides=8)
            w.rails.soft(sx - 0.03, sx + 0.03, sy - 0.06, sy + 0.06, 0.0, 0.1, 0.02)
    w.mattress.soft(-0.45, 0.45, -0.98, 0.3, 0.44, 0.6, 0.05, steps=3)
    w.mattress.add(
        [
            (-0.45, 0.28, 0.6),
            (0.45, 0.28, 0.6),
            (0.45, 0.96, 0.95),
            (-0.45, 0.96, 0.95),
            (-0.45, 0.28, 0.44),
            (0.45, 0.28, 0.44),
            (0.45, 0.98, 0.8),
            (-0.45, 0.98, 0.8),
        ],
        [(0, 1, 2, 3), (4, 7, 6, 5), (0, 3, 7, 4), (1, 5, 6, 2), (3, 2, 6, 7)],
    )
    w.blanket.soft(-0.48, 0.48, -1.0, 0.2, 0.52, 0.645, 0.05, steps=3, bulge=0.015)
    w.pillow.soft(-0.3, 0.3, 0.62, 0.98, 0.83, 0.99, 0.06, steps=3, bulge=0.03)
    for s in (-0.5, 0.5):
        for h in (0.66, 0.76, 0.86):
            w.rails.tube([(s, -0.25, h), (s, 0.75, h)], 0.013, sides=8)
        for y in (-0.25, 0.25, 0.75):
            w.rails.tube([(s, y, 0.42), (s, y, 0.86)], 0.013, sides=8)


def curtains(site: Site, room: Room) -> None:
    """A privacy curtain drawn halfway, on a rail under the ceiling."""
    x = bedside(site, room) + (1.35 if bedside(site, room) < 0 else -1.35)
    rail, u, v = Mesher(), *np.meshgrid(np.linspace(0, 1, 140), np.linspace(0, 1, 12))
    y = room.back - 0.2 - 1.5 * u
    fold = 0.045 * np.sin(u * 62) * (0.4 + 0.6 * (1 - v))
    low, high = room.floor + 0.35, min(room.floor + 2.35, room.top - 0.15)
    p = np.stack([x + fold, y, low + (high - low) * v], axis=-1)
    i, j = np.meshgrid(np.arange(11), np.arange(139), indexing="ij")
    a = i * 140 + j
    site.add(mesh("privacy curtain", p.reshape(-1, 3), np.stack([a, a + 1, a + 141, a + 140], axis=-1).reshape(-1, 4), smooth=True, material=woven("#8fb5b0")))
    rail.tube([(x, room.back, high + 0.03), (x, room.back - 2.6, high + 0.03)], 0.015, sides=8)
    site.add(rail.object("curtain rail", plain("#c9ccce", 0.3, metal=1.0)))


def glass_house(site: Site, room: Room) -> None:
    """Ribs of white iron, panes over and round all, a gravel path with kerbs, trees outside."""
    ribs, panes = Mesher(), Mesher()
    z, half, eaves = room.floor, room.half, room.floor + 2.3
    ridge = eaves + 0.62 * half
    near, far = room.near, room.back
    section = [(-half, z + 0.6), (-half, eaves), (0.0, ridge), (half, eaves), (half, z + 0.6)]
    for y in np.arange(near, far + 0.1, 1.25):
        ribs.tube([(x, y, h) for x, h in section], 0.035, sides=6)
    for (x0, h0), (x1, h1) in zip(section, section[1:], strict=False):
        for f in np.linspace(0, 1, 5):
            x, h = x0 + (x1 - x0) * f, h0 + (h1 - h0) * f
            ribs.tube([(x, near, h), (x, far, h)], 0.018, sides=5)
        panes.quad((x0, near, h0), (x0, far, h0), (x1, far, h1), (x1, near, h1))
    for x in np.arange(-half, half + 0.01, half / 3):
        ribs.tube([(x, far, z + 0.6), (x, far, eaves + (ridge - eaves) * (1 - abs(x) / half))], 0.025, sides=6)
    wall = Mesher()
    for s in (-1, 1):
        wall.box(s * half, s * (half + 0.22), near, far + 0.2, z, z + 0.62)
    wall.box(-half, half, far, far + 0.22, z, z + 0.62)
    panes.quad((-half, far, z + 0.6), (half, far, z + 0.6), (half, far, eaves), (-half, far, eaves))
    site.add(
        ribs.object("ribs", plain("#e6e8e4", 0.4), smooth=True), panes.object("panes", glass("#e9f2ee")), wall.object("low wall", standard("brick", size=3.0))
    )
    site.add(
        mesh("path", [(-half, near, z), (half, near, z), (half, far, z), (-half, far, z)], [(0, 1, 2, 3)], material=gravel("#8d8574")),
        mesh(
            "lawn",
            [(-60, near - 40, z - 0.05), (60, near - 40, z - 0.05), (60, 120, z - 0.05), (-60, 120, z - 0.05)],
            [(0, 1, 2, 3)],
            material=plain("#56692f", 0.95, bump=0.02),
        ),
    )
    trees = [plants.broadleaf(site.seed + k, height=9, leaves=6500, leaf=0.3) for k in range(2)]
    spots = np.array(
        [
            (x, y, z)
            for x, y in (
                (-9, far + 6),
                (-3.5, far + 11),
                (2, far + 8),
                (8, far + 7),
                (-12, far - 6),
                (12, far - 5),
                (5, far + 16),
                (-14, far - 14),
                (14, far - 15),
            )
        ],
        dtype=float,
    )
    scatter(site, trees, spots, generator(site, 5).uniform(0.8, 1.2, len(spots)), salt=5, name="trees")


def plant_benches(site: Site, room: Room) -> None:
    """Slatted benches along both sides with pots of seedlings, herbs and flowers; tall plants on canes behind them."""
    z, half, rng = room.floor, room.half, site.rng
    w = Works(
        site,
        benches=lambda: standard("wood", "#8f7a5c", size=1.5, finish=("weathered",)),
        pots=lambda: plain("#b0633f", 0.8, bump=0.001),
        soil=lambda: plain("#2f241b", 0.95),
        canes=lambda: plain("#a98f55", 0.6),
    )
    green: list[tuple[float, float, float]] = []
    for s in (-1, 1):
        for y in np.arange(room.near + 0.4, room.back - 0.6, 2.0):
            if not clear_of(site, [(s * (half - 0.75), y + 1, 0)], 0.4):
                continue
            x = s * (half - 0.75)
            for k in range(8):
                w.benches.soft(x - 0.5 + 0.13 * k, x - 0.4 + 0.13 * k, y, y + 1.94, z + 0.76, z + 0.79, 0.004, steps=1)
            for a in (-0.45, 0.45):
                for b in (0.1, 1.8):
                    w.benches.box(x + a - 0.03, x + a + 0.03, y + b - 0.03, y + b + 0.03, z, z + 0.76)
            for k in range(15):
                px, py, r = x - 0.38 + 0.38 * (k % 3) + rng.uniform(-0.04, 0.04), y + 0.2 + 0.38 * (k // 3) + rng.uniform(-0.04, 0.04), rng.uniform(0.07, 0.13)
                w.pots.tube(
                    [(px, py, z + 0.79), (px, py, z + 0.79 + 1.5 * r), (px, py, z + 0.79 + 1.55 * r), (px, py, z + 0.79 + 1.9 * r)],
                    [0.75 * r, r, 1.08 * r, 1.08 * r],
                    sides=14,
                )
                w.soil.tube([(px, py, z + 0.8 + 1.7 * r), (px, py, z + 0.8 + 1.86 * r)], 1.0 * r, sides=12)
                green.append((px, py, z + 0.79 + 1.85 * r))
    w.finish(smooth=frozenset(("pots",)))
    points = np.array(green).reshape(-1, 3)
    kinds = [
        plants.bush(
            site.seed + k,
            size=0.36,
            leaves=420,
            leaf=0.04 + 0.02 * (k % 2),
            colour=("#4f7a34", "#6f9442", "#3f6a3a", "#5d8a4a")[k],
            blossoms=(None, "#d9483a", None, "#f0c6d8")[k],
        )
        for k in range(4)
    ]
    scatter(site, kinds, points, generator(site, 9).uniform(0.7, 1.5, len(points)), salt=9, tilt=0.1, name="plants")
    tall = np.array(
        [(x, y, z) for x, y, _ in clear_of(site, grid_of((-half + 0.2, half - 0.2), np.arange(room.near + 1, room.back - 0.3, 0.62)), 0.3)]
    ).reshape(-1, 3)
    scatter(
        site,
        [plants.bush(site.seed + 20 + k, size=1.3, leaves=1500, leaf=0.1, colour="#49702f", blossoms="#c93322" if k else None) for k in range(2)],
        tall,
        generator(site, 10).uniform(0.8, 1.3, len(tall)),
        salt=10,
        name="tomatoes",
    )


def hanging_pots(site: Site, room: Room) -> None:
    """Baskets of trailing plants under the ridge, and a watering can on the path."""
    wire = Mesher()
    points = []
    for k, y in enumerate(np.arange(site.plan.back_y + 1.2, room.back - 0.5, 1.9)):
        x = (-1 if k % 2 else 1) * 0.36 * room.half
        top = room.floor + 2.3 + 0.62 * room.half * (1 - abs(x) / room.half)
        wire.tube([(x, y, top), (x, y, room.floor + 2.15)], 0.004, sides=4)
        site.add(
            lathe([(0, 0), (0.1, 0.02), (0.16, 0.12), (0.15, 0.12), (0, 0.1)], (x, y, room.floor + 1.95), plain("#6a5238", 0.8), segments=18, name="basket")
        )
        points.append((x, y, room.floor + 2.03))
    if points:
        site.add(wire.object("wires", plain("#3a3d3c", 0.5)))
        kinds = [plants.bush(site.seed + 40 + k, size=0.55, leaves=700, leaf=0.04, colour="#5d8a3f", blossoms=("#d9488a", None)[k]) for k in range(2)]
        scatter(site, kinds, np.array(points), np.full(len(points), 1.0), salt=12, name="hanging plants")
