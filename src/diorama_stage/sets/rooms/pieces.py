# SPDX-License-Identifier: GPL-3.0-or-later
"""Larger furniture of rooms: sofas, chairs, tables, beds, desks, cupboards. Each stands at (x, y) on z, turned by degrees about Z; front to -Y."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, grid, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import noise
from diorama_stage.sets.paint import asked, plain, standard


def woven(colour: str):
    """Upholstery: a coarse weave with a soft sheen."""
    t = Tree("upholstery")
    weave = t.noise(500, detail=3)
    tone = t.mix(t.span(weave, 0.3, 0.7, 0.0, 0.35), colour, t.mix(1.0, colour, "#b5aea2", blend="MULTIPLY"))
    return t.surface(t.principled(tone, 0.9, normal=t.bump(weave, 0.0012), Sheen_Weight=0.35, Specular_IOR_Level=0.2))


def sofa(site: Site, x: float, y: float, z: float, *, degrees: float = 0.0, width: float = 2.1, colour: str = "#8d8f86", seats: int = 3) -> None:
    """Arms, back and seat with swollen cushions, two scatter cushions, wooden feet."""
    m, feet, pillows = Mesher((x, y, z, degrees)), Mesher((x, y, z, degrees)), Mesher((x, y, z, degrees))
    half, depth = width / 2, 0.9
    m.soft(-half, half, 0, depth, 0.14, 0.34, 0.03)
    for s in (-1, 1):
        m.soft(s * half, s * (half - 0.2), 0, depth, 0.14, 0.62, 0.07, steps=3, bulge=0.012)
    m.soft(-half, half, depth - 0.24, depth, 0.3, 0.82, 0.07, steps=3, bulge=0.015)
    w = (width - 0.4) / seats
    for k in range(seats):
        a = -half + 0.2 + k * w
        m.soft(a + 0.006, a + w - 0.006, -0.02, depth - 0.22, 0.33, 0.49, 0.06, steps=3, bulge=0.025)
        m.soft(a + 0.012, a + w - 0.012, depth - 0.42, depth - 0.2, 0.47, 0.86, 0.08, steps=3, bulge=0.04)
    for sx in (-1, 1):
        for yy in (0.06, depth - 0.12):
            feet.soft(sx * (half - 0.1), sx * (half - 0.15), yy, yy + 0.05, 0, 0.15, 0.006)
    for k, s in ((0, -1), (1, 1)):
        c = s * (half - 0.42)
        pillows.soft(c - 0.22, c + 0.22, depth - 0.56, depth - 0.42, 0.49, 0.9, 0.07, steps=3, bulge=0.05, tint=((0.75, 0.42, 0.22), (0.82, 0.78, 0.68))[k])
    told = site.fitting("cushions")
    cushion = asked(told, "cotton", size=0.45, seed=site.seed) if told is not None else plain("#ffffff", 0.9, tinted=True, bump=0.001)
    site.add(m.object("sofa", woven(colour), smooth=True), feet.object("sofa feet", standard("walnut", size=0.2)), pillows.object("cushions", cushion, smooth=True))


def armchair(site: Site, x: float, y: float, z: float, *, degrees: float = 0.0, colour: str = "#7a4a2c") -> None:
    sofa(site, x, y, z, degrees=degrees, width=0.92, colour=colour, seats=1)


def chair(frame: Mesher, seat: Mesher, x: float, y: float, z: float, degrees: float, *, bentwood: bool = False) -> None:
    """A dining or bistro chair, gathered into the given meshes; it looks to its own -Y."""
    frame.frame = seat.frame = (x, y, z, degrees)
    seat.soft(-0.205, 0.205, -0.2, 0.2, 0.44, 0.465, 0.012, steps=2)
    for sx in (-1, 1):
        frame.tube([(sx * 0.19, -0.18, 0), (sx * 0.17, -0.17, 0.44)], 0.014, sides=6)
        frame.tube([(sx * 0.19, 0.23, 0), (sx * 0.175, 0.18, 0.45), (sx * 0.17, 0.23, 0.88)], 0.014, sides=6)
    if bentwood:
        t = np.linspace(0, np.pi, 13)
        frame.tube(np.stack([0.17 * np.cos(t), 0.225 + 0 * t, 0.66 + 0.22 * np.sin(t)], axis=1), 0.013, sides=6)
        frame.tube(np.stack([0.1 * np.cos(t), 0.215 + 0 * t, 0.5 + 0.27 * np.sin(t)], axis=1), 0.009, sides=6)
    else:
        for h in (0.6, 0.72, 0.84):
            frame.soft(-0.175, 0.175, 0.2, 0.222, h, h + 0.055, 0.008)
    for h in (0.2,):
        frame.tube([(-0.18, -0.17, h), (-0.18, 0.2, h)], 0.009, sides=5)
        frame.tube([(0.18, -0.17, h), (0.18, 0.2, h)], 0.009, sides=5)


def pedestal_table(tops: Mesher, legs: Mesher, x: float, y: float, z: float, *, radius: float = 0.33, height: float = 0.74) -> None:
    """A round bistro table on a column and three feet."""
    tops.frame = legs.frame = (x, y, z, 0.0)
    t = np.linspace(0, 2 * np.pi, 33)[:-1]
    for r0, r1, z0, z1 in ((radius, radius, height - 0.025, height),):
        ring = np.concatenate([np.stack([r * np.cos(t), r * np.sin(t), np.full(32, h)], axis=1) for r, h in ((r0, z0), (r1, z1), (0.001, z1), (0.001, z0))])
        faces = np.array([(k * 32 + i, k * 32 + (i + 1) % 32, ((k + 1) % 4) * 32 + (i + 1) % 32, ((k + 1) % 4) * 32 + i) for k in range(4) for i in range(32)])
        tops.add(ring, faces)
    legs.tube([(0, 0, 0.06), (0, 0, height - 0.02)], 0.03, sides=10)
    for k in range(3):
        a = 2 * np.pi * k / 3 + 0.5
        legs.tube([(0, 0, 0.1), (0.14 * np.cos(a), 0.14 * np.sin(a), 0.07), (0.27 * np.cos(a), 0.27 * np.sin(a), 0.015)], 0.018, sides=6)


def low_table(site: Site, x: float, y: float, z: float, *, width: float = 1.1, depth: float = 0.6, wood: str = "oak", height: float = 0.38) -> None:
    m = Mesher((x, y, z, 0))
    m.soft(-width / 2, width / 2, -depth / 2, depth / 2, height - 0.035, height, 0.006)
    for sx in (-1, 1):
        for sy in (-1, 1):
            m.soft(sx * (width / 2 - 0.05), sx * (width / 2 - 0.1), sy * (depth / 2 - 0.05), sy * (depth / 2 - 0.1), 0, height - 0.03, 0.006)
    site.add(m.object("low table", standard(wood, size=width), smooth=True))


def bed(site: Site, x: float, y: float, z: float, *, degrees: float = 0.0, width: float = 1.6, linen: str = "#e4e0d8", throw: str = "#8a7d6b", head: str = "#9a8f80") -> None:
    """A double bed, its head at local +Y: headboard, mattress, a rumpled duvet, pillows, a throw at the foot."""
    frame, sheet, pillows = Mesher((x, y, z, degrees)), Mesher((x, y, z, degrees)), Mesher((x, y, z, degrees))
    half, length = width / 2, 2.05
    frame.soft(-half - 0.04, half + 0.04, 1.0, 1.1, 0.05, 1.15, 0.03, steps=3)
    frame.soft(-half - 0.02, half + 0.02, 1.02 - length, 1.02, 0.12, 0.32, 0.02)
    sheet.soft(-half, half, 1.0 - length, 1.0, 0.3, 0.52, 0.06, steps=3)
    for k, s in enumerate((-1, 1)):
        c = s * half * 0.5
        pillows.soft(c - 0.34, c + 0.34, 0.72, 0.98, 0.52, 0.95, 0.09, steps=3, bulge=0.05)
        pillows.soft(c - 0.3, c + 0.3, 0.5, 0.76, 0.52, 0.82, 0.09, steps=3, bulge=0.05)
        del k
    u, v = np.linspace(-half - 0.2, half + 0.2, 90), np.linspace(1.0 - length - 0.16, 0.42, 100)
    gx, gy = np.meshgrid(u, v)
    over = np.maximum(np.maximum(np.abs(gx) - half, 0), np.maximum((1.0 - length) - gy, 0))
    h = 0.585 + 0.03 * noise.fbm(gx * 2.2, gy * 2.2, 3, seed=site.seed) + 0.024 * noise.ridged(gx * 2.4 + noise.fbm(gx, gy, 2), gy * 2.0, 3, seed=site.seed + 1) - 1.35 * np.maximum(over - 0.02, 0) ** 0.92
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    px, py = np.clip(gx, -half - 0.05, half + 0.05), np.maximum(gy, 1.0 - length - 0.05)
    vertices = np.stack([x + px * c - py * s, y + px * s + py * c, z + h], axis=-1).reshape(-1, 3)
    _, faces = grid(u, v, 0.0)
    duvet = mesh("duvet", vertices, faces, smooth=True, material=woven(linen))
    cover = Mesher((x, y, z, degrees))
    cover.soft(-half - 0.07, half + 0.07, 1.0 - length + 0.12, 1.0 - length + 0.75, 0.18, 0.66, 0.06, steps=3)
    site.add(frame.object("bed", woven(head), smooth=True), sheet.object("mattress", woven("#e9e6df"), smooth=True), pillows.object("pillows", asked(site.fitting("pillows"), "cotton", "#ece9e2", size=0.6), smooth=True), duvet, cover.object("throw", woven(throw), smooth=True))


def cupboards(site: Site, x0: float, x1: float, y: float, z: float, z1: float, *, depth: float = 0.58, colour: str = "#5d6f66", plinth: float = 0.1, door: float = 0.55, handles: str = "#b08d57") -> None:
    """A run of fronts between x0 and x1, front at y, from z to z1: shaker doors with knobs or bars."""
    body, metal = Mesher(), Mesher()
    body.box(x0, x1, y + 0.02, y + depth, z + plinth, z1)
    if plinth:
        body.box(x0, x1, y + 0.08, y + depth, z, z + plinth, tint=(0.35, 0.35, 0.35))
    n = max(1, round((x1 - x0) / door))
    low, w = z + plinth + 0.004, (x1 - x0) / n
    for k in range(n):
        a, b = x0 + k * w + 0.002, x0 + (k + 1) * w - 0.002
        drawer = plinth > 0 and k % 3 == 1
        spans = [(low + (z1 - low) * i / 3 + 0.002, low + (z1 - low) * (i + 1) / 3 - 0.002) for i in range(3)] if drawer else [(low, z1 - 0.004)]
        for lo, hi in spans:
            body.soft(a, b, y, y + 0.02, lo, hi, 0.002, steps=1)
            r = 0.06
            if hi - lo > 0.3:
                for p, q, s, t in ((a, b, hi - r, hi), (a, b, lo, lo + r), (a, a + r, lo, hi), (b - r, b, lo, hi)):
                    body.soft(p, q, y - 0.008, y, s, t, 0.002, steps=1)
            if drawer or hi - lo < 0.3:
                metal.soft((a + b) / 2 - 0.06, (a + b) / 2 + 0.06, y - 0.035, y - 0.022, hi - 0.09, hi - 0.077, 0.005)
            else:
                u = b - 0.045 if k % 2 == 0 else a + 0.033
                level = lo + 0.06 if plinth == 0 else hi - 0.2
                metal.soft(u, u + 0.012, y - 0.035, y - 0.022, level, level + 0.13, 0.005)
    told = site.fitting("cupboards")
    paint = asked(told, "wood", size=x1 - x0) if told is not None and told["material"] else plain(site.hue("cupboards", colour), 0.42, tinted=True)
    site.add(body.object("cupboards", paint), metal.object("handles", plain(handles, 0.3, metal=1.0), smooth=True))
