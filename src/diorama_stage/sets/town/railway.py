# SPDX-License-Identifier: GPL-3.0-or-later
"""The railway platform: paving with a yellow line, rails on sleepers in ballast, a canopy on iron columns, the far platform, wires and signals."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.woods import bench
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.scatter import scatter
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.town.facades import Fronts, house, style_of
from diorama_stage.sets.town.street import flat
from diorama_stage.sets.town.walls import paving

DROP, GAUGE = 0.95, 1.435


@setting("railway_platform")
def railway_platform(site: Site) -> None:
    plan = site.plan
    z = plan.floor_z
    edge = max(2.1, min(plan.half_x, site.extent * 0.8 + 1.2) + 0.9)
    back = -max(4.2, plan.half_x + 2.4)
    near, far = min(site.view.eye[1] - 8, -16.0), 210.0
    slabs = paving(site, colour="#8f8b83", slab=(0.9, 0.6), wet=site.wet)
    flat(site, "platform", back, edge, near, far, z, slabs)
    edging, yellow, face = Mesher(), Mesher(), Mesher()
    y = near
    while y < min(far, 120):
        edging.soft(edge - 0.45, edge + 0.06, y, y + 0.895, z - 0.12, z + 0.006, 0.008, steps=1)
        y += 0.9
    face.box(edge - 0.05, edge, near, far, z - DROP - 0.2, z - 0.1)
    for k in range(2):
        yellow.box(edge - 0.98 + 0.22 * k, edge - 0.88 + 0.22 * k if k else edge - 0.86, near, far, z, z + 0.004)
    site.add(edging.object("platform edge", paving(site, colour="#b9b4a8", slab=(3, 3), wet=site.wet)), face.object("platform face", earth.rocky("#6f665c", scale=6)), yellow.object("yellow line", plain("#d9a521", 0.6, bump=0.002)))
    tactile(site, edge - 0.6, near, z)
    gap = 7.4
    centres = (edge + 1.55, edge + gap - 1.55)
    flat(site, "ballast", edge - 0.1, edge + gap + 0.1, near, far + 400, z - DROP - 0.15, earth.gravel("#6a6058"))
    for x in centres:
        track(site, x, near, far + 380, z - DROP)
    other = edge + gap
    flat(site, "far platform", other, other + 4.5, near, far, z, slabs)
    wall = Mesher()
    wall.box(other, other + 0.05, near, far, z - DROP - 0.2, z)
    site.add(wall.object("far face", earth.rocky("#6f665c", scale=6)))
    vintage = site.has("vintage")
    start = plan.back_y + max(1.6, site.extent)
    canopy(site, back + 1.5, edge - 1.3, start, z, vintage=vintage)
    canopy(site, other + 2.3, other + 0.5, start + 8, z, vintage=vintage, side=-1)
    furnish(site, back, z, start)
    wires(site, edge + gap / 2, z, start)
    fronts, style = Fronts(site), style_of(site)
    y = start + 1.0
    while y < 120:
        w = site.rng.uniform(7, 11)
        house(fronts, back - 0.2, y, z, 90.0, w, style, shop=False, storeys=2)
        if site.rng.random() < 0.75:
            house(fronts, other + 9, y + w, z - 0.5, -90.0, w, style, shop=False, storeys=site.rng.randint(2, 4))
        y += w
    fronts.finish()
    season = site.environment.get("season") or "summer"
    trees = [plants.broadleaf(site.seed + k, height=8, leaves=0 if season == "winter" else 6000, colour=plants.LEAVES[season][0], leaf=0.24, trunk=0.2, bare=0.2, spread=0.42) for k in range(2)]
    points = np.array([(other + 6.5, yy, z - 0.3) for yy in np.arange(start + 6, 180, 11.0)] + [(back - 3.5, yy, z) for yy in np.arange(125, 200, 9.0)] + [(edge + gap / 2 + dx, far + 260, z - 1) for dx in np.arange(-60, 61, 12.0)])
    scatter(site, trees, points, np.random.default_rng(3).uniform(0.8, 1.2, len(points)), salt=7, name="trees")
    if site.has("train", "trains"):
        train(site, centres[1], z - DROP, start + 4)
    if plan.table:
        raise_surface(site)


def tactile(site: Site, x: float, near: float, z: float) -> None:
    """A strip of studded paving, studs modelled near the lens."""
    strip, studs = Mesher(), Mesher()
    strip.box(x - 0.45, x - 0.05, near, 90, z, z + 0.003)
    for y in np.arange(max(near, site.view.eye[1] + 0.5), site.plan.back_y + 9, 0.066):
        for k in range(6):
            u = x - 0.42 + 0.066 * k
            studs.soft(u - 0.012, u + 0.012, y - 0.012, y + 0.012, z, z + 0.008, 0.007, steps=1)
    paint = plain("#b99a4a", 0.75, bump=0.002)
    site.add(strip.object("tactile paving", paint), studs.object("studs", paint))


def track(site: Site, x: float, near: float, far: float, z: float) -> None:
    """Two rails with their polished heads, on concrete sleepers."""
    rails, heads, sleepers = Mesher(), Mesher(), Mesher()
    for s in (-1, 1):
        c = x + s * (GAUGE / 2 + 0.036)
        rails.box(c - 0.07, c + 0.07, near, far, z, z + 0.02)
        rails.box(c - 0.01, c + 0.01, near, far, z + 0.02, z + 0.13)
        rails.box(c - 0.036, c + 0.036, near, far, z + 0.13, z + 0.163)
        heads.box(c - 0.03, c + 0.03, near, far, z + 0.163, z + 0.166)
    for y in np.arange(near, min(far, 160), 0.62):
        sleepers.soft(x - 1.25, x + 1.25, y, y + 0.25, z - 0.17, z, 0.015, steps=1)
    site.add(rails.object("rails", standard("rust", size=2.0)), heads.object("rail heads", plain("#b5b3ae", 0.22, metal=1.0)), sleepers.object("sleepers", earth.rocky("#857e75", scale=8)))


def canopy(site: Site, x0: float, x1: float, start: float, z: float, *, vintage: bool, side: int = 1) -> None:
    """A pitched roof with a valance on a row of columns; lamps hang below it."""
    iron, roofing, valance = Mesher(), Mesher(), Mesher()
    colour = site.rng.choice(("#24463a", "#5a2220", "#2b3a4a")) if vintage else site.rng.choice(("#3a4246", "#24463a", "#8a8f90"))
    h, length = 3.7, 78.0
    c = x0
    outer, inner = c - side * 1.6, x1
    y = start + 1.2
    while y < start + length:
        site.add(lathe([(0, 0), (0.17, 0), (0.17, 0.3), (0.1, 0.36), (0.085, 1.0), (0.1, 1.05), (0.075, 1.1), (0.065, h - 0.7), (0.1, h - 0.6), (0.08, h - 0.5), (0.075, h + 0.2), (0, h + 0.2)], (c, y, z), plain(colour, 0.4), segments=14))
        t = np.linspace(0, np.pi / 2, 8)
        for s in (-1, 1):
            iron.tube(np.stack([c + s * 1.0 * (1 - np.cos(t)), np.full(8, y), z + h - 1.0 + 0.98 * np.sin(t)], axis=1), 0.03, sides=5)
        iron.box(min(outer, inner), max(outer, inner), y - 0.04, y + 0.04, z + h, z + h + 0.16)
        y += 5.4
    for a, b in ((outer, c), (c, inner)):
        za, zb = (z + h + 0.15, z + h + 0.75) if a == outer else (z + h + 0.75, z + h + 0.15)
        roofing.add([(a, start, za), (b, start, zb), (b, start + length, zb), (a, start + length, za), (a, start, za + 0.05), (b, start, zb + 0.05), (b, start + length, zb + 0.05), (a, start + length, za + 0.05)], [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (2, 3, 7, 6)])
    for xx in (outer, inner):
        valance.box(xx - 0.015, xx + 0.015, start, start + length, z + h - 0.12, z + h + 0.2)
        for y in np.arange(start, start + min(length, 40), 0.2):
            valance.box(xx - 0.012, xx + 0.012, y + 0.02, y + 0.18, z + h - 0.26, z + h - 0.12)
    site.add(iron.object("canopy iron", plain(colour, 0.4), smooth=False), roofing.object("canopy roof", plain("#c9c6bc", 0.7)), valance.object("valance", plain("#d9d4c6" if vintage else colour, 0.5)))
    lit = site.dark or site.environment.get("weather") in ("fog", "mist", "rain", "storm", "overcast")
    for k, y in enumerate(np.arange(start + 3.6, start + 50, 5.4)):
        x = (c + inner) / 2
        cord = Mesher()
        cord.tube([(x, y, z + h - 0.5), (x, y, z + h + 0.4)], 0.012, sides=6)
        site.add(cord.object("lamp cord", plain("#1a1a1a", 0.5)))
        globe = site.glow(glowing("#ffd9a0", 10.0), "practical") if lit else plain("#eeeade", 0.3)
        site.add(furniture.ball(x, y, z + h - 0.62, 0.15, globe))
        if lit and k < 6:
            site.lamp(x, y, z + h - 0.85, radius=0.15, kelvin=2900, watts=45.0, kind="street_lamp")


def furnish(site: Site, back: float, z: float, start: float) -> None:
    """Benches, a clock, a departure sign, a litter bin."""
    for y in (start + 3.4, start + 9.5, start + 17):
        bench(site, back + 0.85, y, z, turn=1.57)
    post, dial, hands, sign = Mesher(), Mesher(), Mesher(), Mesher()
    cx, cy = back + 2.9, start + 4.2
    post.tube([(cx, cy, z + 2.95), (cx, cy, z + 3.9)], 0.025)
    t = np.linspace(0, 2 * np.pi, 37)
    post.tube(np.stack([cx + 0.33 * np.cos(t), np.full(37, cy), z + 2.6 + 0.33 * np.sin(t)], axis=1), 0.035, sides=8)
    for s in (-1, 1):
        ring = [(cx + 0.32 * np.cos(a), cy + s * 0.02, z + 2.6 + 0.32 * np.sin(a)) for a in t[:-1]]
        for k in range(0, 36, 2):
            dial.add([(cx, cy + s * 0.02, z + 2.6), ring[k], ring[(k + 1) % 36], ring[(k + 2) % 36]], [(0, 1, 2, 3)])
        for a, length, w in ((0.9, 0.17, 0.014), (2.4, 0.26, 0.01)):
            hands.tube([(cx, cy + s * 0.03, z + 2.6), (cx + length * np.sin(a), cy + s * 0.03, z + 2.6 + length * np.cos(a))], w, sides=4)
        for k in range(12):
            a = np.pi * k / 6
            hands.tube([(cx + 0.25 * np.cos(a), cy + s * 0.03, z + 2.6 + 0.25 * np.sin(a)), (cx + 0.3 * np.cos(a), cy + s * 0.03, z + 2.6 + 0.3 * np.sin(a))], 0.008, sides=4)
    sx, sy = back + 2.2, start + 11.5
    sign.box(sx - 0.9, sx + 0.9, sy - 0.04, sy + 0.04, z + 2.55, z + 3.0)
    post.tube([(sx - 0.7, sy, z + 3.0), (sx - 0.7, sy, z + 3.8)], 0.02)
    post.tube([(sx + 0.7, sy, z + 3.0), (sx + 0.7, sy, z + 3.8)], 0.02)
    words = Mesher()
    u = sx - 0.75
    while u < sx + 0.7:
        w = site.rng.uniform(0.04, 0.1)
        words.box(u, u + w, sy - 0.045, sy - 0.04, z + 2.7, z + 2.86)
        u += w + 0.03
    face = site.glow(glowing("#f6efdc", 3.0), "practical") if site.dark else plain("#e9e6dc", 0.4)
    site.add(post.object("clock", plain("#1d2324", 0.4), smooth=True), dial.object("dial", face), hands.object("hands", plain("#141414", 0.5)), sign.object("sign", plain("#1f3350", 0.4)), words.object("sign words", site.glow(glowing("#ffb84a", 4.0), "sign")))
    site.add(lathe([(0, 0), (0.2, 0), (0.23, 0.8), (0.25, 0.82), (0.22, 0.86), (0.2, 0.8), (0, 0.3)], (back + 1.1, start + 6.4, z), plain("#2d3836", 0.5)))


def wires(site: Site, x: float, z: float, start: float) -> None:
    """Masts between the tracks with contact and carrying wires; a signal at red."""
    steel = Mesher()
    for y in np.arange(start + 14, 320, 38.0):
        steel.box(x - 0.1, x + 0.1, y - 0.1, y + 0.1, z - DROP, z + 6.6)
        for s in (-1, 1):
            steel.tube([(x, y, z + 5.9), (x + s * 2.2, y, z + 6.1)], 0.035, sides=5)
            steel.tube([(x, y, z + 5.1), (x + s * 2.2, y, z + 6.1)], 0.025, sides=5)
    for s in (-1, 1):
        steel.tube([(x + s * 2.1, start - 30, z + 4.7), (x + s * 2.1, 360, z + 4.7)], 0.009, sides=4)
        ys = np.linspace(start - 24, 350, 120)
        steel.tube(np.stack([np.full(120, x + s * 2.1), ys, z + 5.5 + 0.5 * np.cos((ys - start - 14) * 2 * np.pi / 38)], axis=1), 0.009, sides=4)
    site.add(steel.object("masts", plain("#4a5052", 0.5)))
    lamp = site.glow(glowing("#ff2a10", 30.0), "sign")
    mast = Mesher()
    mast.box(x + 0.5, x + 0.6, start + 44, start + 44.1, z - DROP, z + 3.4)
    mast.box(x + 0.36, x + 0.74, start + 43.9, start + 44.0, z + 3.0, z + 4.1)
    site.add(mast.object("signal", plain("#17191a", 0.5)), furniture.ball(x + 0.55, start + 43.85, z + 3.3, 0.1, lamp))


def train(site: Site, x: float, z: float, start: float) -> None:
    """Carriages at the far platform."""
    body, glass, band, under = Mesher(), Mesher(), Mesher(), Mesher()
    for k in range(6):
        y0, y1 = start + 20.6 * k, start + 20.6 * k + 20
        body.soft(x - 1.4, x + 1.4, y0, y1, z + 0.95, z + 3.95, 0.35, steps=4)
        under.box(x - 1.1, x + 1.1, y0 + 0.8, y1 - 0.8, z + 0.2, z + 0.95)
        band.box(x - 1.412, x + 1.412, y0 + 0.4, y1 - 0.4, z + 1.35, z + 1.6)
        for n in range(9):
            a = y0 + 1.4 + 2.0 * n
            for s in (-1, 1):
                glass.box(x + s * 1.39, x + s * 1.41, a, a + 1.4, z + 2.0, z + 2.95)
        if k == 0:
            glass.box(x - 0.95, x + 0.95, y0 - 0.012, y0 + 0.01, z + 2.2, z + 3.1)
    lit = site.glow(glowing("#ffdca8", 2.5 if site.dark else 0.35), "window")
    site.add(body.object("train", plain(site.rng.choice(("#7a1f22", "#1f3d5a", "#c9c6bc")), 0.25), smooth=True), under.object("bogies", plain("#1b1c1c", 0.7)), band.object("band", plain("#d9c9a0", 0.3)), glass.object("train windows", lit))
