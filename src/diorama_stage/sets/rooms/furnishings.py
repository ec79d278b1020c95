# SPDX-License-Identifier: GPL-3.0-or-later
"""Furniture of backgrounds: made to read at once when out of focus and to stand up to a sharp look from some metres. Each stands at (x, y) on z, front to -Y."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit.mesher import Mesher, grid, mesh
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import asked, glowing, plain, standard
from diorama_stage.sets.rooms.shell import place

SPINES = ("#7a2f28", "#2f4a5e", "#c9b68c", "#3d4a34", "#8a6a3c", "#d8d2c4", "#26282c", "#a5502e", "#54606b", "#b59a6a", "#6b2c3b", "#e4dfd4")


def linear_tint(hex: str) -> tuple[float, float, float]:
    return linear(hex)[:3]


def books(site: Site, m: Mesher, x0: float, x1: float, y: float, z: float, height: float, *, depth: float = 0.16) -> None:
    """A row of books between x0 and x1, spines at y, some leaning, some lying."""
    rng, x = site.rng, x0
    while x < x1 - 0.02:
        if rng.random() < 0.06 and x1 - x > 0.24:  # a stack lying flat
            top = z
            for _ in range(rng.randint(2, 5)):
                t, w = rng.uniform(0.018, 0.04), rng.uniform(0.17, 0.22)
                m.box(x, x + w, y + rng.uniform(0, 0.015), y + depth, top, top + t, tint=linear_tint(rng.choice(SPINES)))
                top += t
            x += 0.24
            continue
        if rng.random() < 0.07:
            x += rng.uniform(0.02, 0.09)
            continue
        t, h = rng.uniform(0.014, 0.045), height * rng.uniform(0.62, 0.95)
        if x + t > x1:
            return
        out = rng.uniform(0, 0.02)
        colour = linear_tint(rng.choice(SPINES))
        m.box(x, x + t - 0.0015, y + out, y + depth, z, z + h, tint=colour)
        if rng.random() < 0.5:  # a band of print on the spine
            m.box(x + 0.001, x + t - 0.0025, y + out - 0.0006, y + out + 0.002, z + h * 0.7, z + h * 0.78, tint=(0.75, 0.62, 0.35) if rng.random() < 0.5 else (0.85, 0.83, 0.78))
        x += t


def bookcase(site: Site, x: float, y: float, z: float, *, width: float = 1.0, height: float = 2.1, depth: float = 0.32, wood: str = "oak", colour: str | None = None, full: float = 1.0) -> None:
    """Uprights, boards, a back, and books (with some vases and boxes); y is the front."""
    frame, covers = Mesher(), Mesher()
    t = 0.024
    frame.box(x - width / 2, x + width / 2, y + depth - 0.012, y + depth, z, z + height)
    columns = max(1, round(width / 0.85))
    for i in range(columns + 1):
        u = x - width / 2 + (width - t) * i / columns
        frame.soft(u, u + t, y, y + depth, z, z + height, 0.002, steps=1)
    rows = max(2, round(height / 0.36))
    for i in range(rows + 1):
        level = z + 0.07 + (height - 0.07 - t) * i / rows
        frame.soft(x - width / 2, x + width / 2, y + 0.002, y + depth, level, level + t, 0.002, steps=1)
        if i < rows:
            for j in range(columns):
                a = x - width / 2 + (width - t) * j / columns + t
                b = x - width / 2 + (width - t) * (j + 1) / columns
                end = b if site.rng.random() < full else a + (b - a) * site.rng.uniform(0.2, 0.7)
                books(site, covers, a + 0.004, end, y + 0.03 + site.rng.uniform(0, 0.02), level + t, (height - 0.07) / rows - t - 0.02, depth=depth - 0.06)
    site.add(frame.object("bookcase", asked(site.fitting("shelves"), wood, *((colour,) if colour else ()), size=height)), covers.object("books", plain("#ffffff", 0.6, tinted=True)))


def plant(site: Site, x: float, y: float, z: float, *, height: float = 1.2, pot: str = "#b9b2a6", kind: str = "") -> None:
    """A pot plant: broad leaves on arching stems (rubber plant, monstera-like) or strap leaves."""
    rng = site.rng
    radius = max(0.05, height * 0.13)
    tall = radius * 1.7
    site.add(lathe([(0, 0), (radius * 0.78, 0), (radius * 0.82, 0.004), (radius, tall), (radius * 0.93, tall), (radius * 0.9, tall * 0.9), (0, tall * 0.9)], (x, y, z), plain(pot, 0.55, bump=0.001)))
    leaves, stems = Mesher(), Mesher()
    strap = (kind or rng.choice(("broad", "strap"))) == "strap"
    for i in range(34 if strap else 26):
        a = rng.uniform(0, 2 * math.pi)
        lift = rng.uniform(0.35, 1.0)
        reach = height * (1.05 - lift * 0.65) * rng.uniform(0.25, 0.45)
        tip = np.array((x + reach * math.cos(a), y + reach * math.sin(a), z + tall + (height - tall) * lift))
        base = np.array((x + rng.uniform(-0.2, 0.2) * radius, y + rng.uniform(-0.2, 0.2) * radius, z + tall * 0.9))
        if strap:
            leaf(leaves, base, tip, height * 0.035, droop=reach * 0.8, rng=rng)
        else:
            middle = base * 0.4 + tip * 0.6 + (0, 0, height * 0.08)
            t = np.linspace(0, 1, 6)[:, None]
            stems.tube((1 - t) ** 2 * base + 2 * t * (1 - t) * middle + t**2 * tip, height * 0.005, sides=5)
            size = height * rng.uniform(0.13, 0.2)
            out = np.array((math.cos(a) * size, math.sin(a) * size, size * rng.uniform(-0.7, 0.3)))
            leaf(leaves, tip, tip + out, size * 0.36, droop=size * 0.25, rng=rng)
    if stems:
        site.add(stems.object("stems", plain("#56683a", 0.6)))
    site.add(leaves.object("leaves", foliage("#3f6b2e"), smooth=True))


def leaf(m: Mesher, base, tip, half: float, *, droop: float, rng) -> None:
    """A blade from base to tip, widest before its middle, folded a little along the rib."""
    base, tip = np.asarray(base, dtype=float), np.asarray(tip, dtype=float)
    along = tip - base
    side = np.cross(along, (0, 0, 1.0))
    side /= max(np.linalg.norm(side), 1e-9)
    rows = []
    for t, w in ((0, 0.08), (0.2, 0.72), (0.42, 1.0), (0.7, 0.74), (0.9, 0.3), (1.0, 0.02)):
        c = base + along * t - np.array((0, 0, droop * t * t))
        rows += [c - side * half * w + (0, 0, half * w * 0.25), c, c + side * half * w + (0, 0, half * w * 0.25)]
    faces = [(3 * i + j, 3 * i + j + 1, 3 * i + j + 4, 3 * i + j + 3) for i in range(5) for j in range(2)]
    m.add(rows, faces, tint=np.array((1, 1, 1)) * rng.uniform(0.7, 1.15))


def foliage(colour: str, *, rough: float = 0.45, shine: float = 0.45):
    """Leaves: a waxy front, light shines through."""
    t = Tree("foliage")
    green = t.mix(1.0, colour, t.attribute("Tint"), blend="MULTIPLY")
    varied = t.node("HueSaturation", {"Hue": t.span(t.noise(3, detail=2), 0.3, 0.7, 0.485, 0.515), "Saturation": 1.0, "Value": t.span(t.random(), 0, 1, 0.8, 1.15), "Color": green}).outputs[0]
    through = t.node("BsdfTranslucent", {0: t.mix(0.5, varied, "#aebb4a", blend="OVERLAY")}).outputs[0]
    return t.surface(t.blend(0.32, t.principled(varied, rough, Specular_IOR_Level=shine), through))


def sideboard(site: Site, x: float, y: float, z: float, *, width: float = 1.6, height: float = 0.72, wood: str = "walnut", colour: str | None = None) -> float:
    """A low cabinet on legs with doors; y is its front. Returns the level of its top."""
    depth, body, gap = 0.42, Mesher(), Mesher()
    body.soft(x - width / 2, x + width / 2, y, y + depth, z + 0.16, z + height, 0.004)
    doors = max(2, round(width / 0.5))
    for i in range(doors):
        a, b = x - width / 2 + 0.02 + (width - 0.04) * i / doors, x - width / 2 + 0.02 + (width - 0.04) * (i + 1) / doors
        body.soft(a + 0.003, b - 0.003, y - 0.012, y, z + 0.18, z + height - 0.025, 0.003)
        gap.soft(b - 0.05 if i % 2 == 0 else a + 0.03, b - 0.03 if i % 2 == 0 else a + 0.05, y - 0.03, y - 0.012, z + height * 0.6, z + height * 0.6 + 0.1, 0.004)
    for sx in (-1, 1):
        for yy in (y + 0.04, y + depth - 0.08):
            body.soft(x + sx * (width / 2 - 0.1) - 0.02, x + sx * (width / 2 - 0.1) + 0.02, yy, yy + 0.04, z, z + 0.17, 0.008)
    site.add(body.object("sideboard", standard(wood, *((colour,) if colour else ()), size=width), smooth=True), gap.object("handles", plain("#b08d57", 0.3, metal=1.0), smooth=True))
    return z + height


def picture(site: Site, x: float, y: float, z: float, *, width: float = 0.5, height: float = 0.7, frame: str = "#1f1d1b") -> None:
    """A framed abstract print, its back on the plane y, its middle at (x, z)."""
    m = Mesher()
    t = 0.022
    for a, b, c, d in ((-1, 1, 1, 1), (-1, 1, -1, -1)):
        m.box(x + a * width / 2, x + b * width / 2, y - 0.025, y, z + c * height / 2 - (t if c > 0 else 0), z + d * height / 2 + (t if d < 0 else 0))
    for s in (-1, 1):
        m.box(x + s * width / 2, x + s * (width / 2 - t), y - 0.025, y, z - height / 2, z + height / 2)
    tree = Tree("print")
    hues = site.rng.choice((("#c4623a", "#e7d3b4", "#2f4a5e"), ("#4b6045", "#d9c7a0", "#8a3b2e"), ("#20304a", "#c8ccd0", "#b58a3e")))
    blobs = tree.ramp(tree.noise(2.3, detail=1, distortion=1.2, vector=tree.scaled(tree.uv(), (1, 1.4, 1), (site.rng.random() * 9, site.rng.random() * 9, 0))), [(0.0, hues[0]), (0.47, hues[1]), (0.55, "#eee8da"), (0.62, hues[2])], interpolation="CONSTANT")
    ux, uy, _ = tree.xyz(tree.uv())
    edge = tree.math("MINIMUM", tree.math("MINIMUM", ux, tree.math("SUBTRACT", 1.0, ux)), tree.math("MINIMUM", uy, tree.math("SUBTRACT", 1.0, uy)))
    paper = tree.mix(tree.math("GREATER_THAN", edge, 0.14), "#eeeae0", blobs)
    tree.surface(tree.principled(paper, 0.35))
    w, h = width / 2 - t, height / 2 - t
    site.add(m.object("picture frame", plain(frame, 0.4)), mesh("print", [(x - w, y - 0.008, z - h), (x + w, y - 0.008, z - h), (x + w, y - 0.008, z + h), (x - w, y - 0.008, z + h)], [(0, 1, 2, 3)], uvs=[(0, 0), (1, 0), (1, 1), (0, 1)], material=tree.material))


def table_lamp(site: Site, x: float, y: float, z: float, *, height: float = 0.5, on: bool = True) -> None:
    """A ceramic foot and a linen shade that glows when lit."""
    r = height * 0.16
    site.add(lathe([(0, 0), (r, 0), (r * 1.02, 0.01), (r * 0.5, height * 0.1), (r * 0.9, height * 0.25), (r * 0.7, height * 0.42), (r * 0.16, height * 0.5), (r * 0.14, height * 0.6), (0, height * 0.6)], (x, y, z), plain(site.rng.choice(("#d8cfc0", "#5c6f6a", "#8a4b2f", "#c9b48a")), 0.25)))
    shade(site, x, y, z + height * 0.55, r * 1.35, r * 1.9, height * 0.45, on=on)


def shade(site: Site, x: float, y: float, z: float, top: float, bottom: float, tall: float, *, on: bool = True, watts: float = 7.0) -> None:
    """A fabric shade standing on level z."""
    t = Tree("lampshade")
    weave = t.noise(900, detail=1)
    cloth = t.blend(0.4, t.node("BsdfDiffuse", {0: "#e9dcc2", "Normal": t.bump(weave, 0.0004)}).outputs[0], t.node("BsdfTranslucent", {0: "#f1dfbd"}).outputs[0])
    paint = t.surface(t.sum(cloth, t.emission("#ffb765", 1.6))) if on else t.surface(cloth)
    if on:
        site.glow(paint, "practical")
        site.lamp(x, y, z + tall * 0.5, radius=0.04, kelvin=2750, watts=watts)
    made = lathe([(bottom, 0), (top, tall), (top - 0.003, tall), (bottom - 0.003, 0), (bottom, 0)], (x, y, z), paint)
    made.visible_shadow = False  # the practical inside shines through
    site.add(made)


def pendant(site: Site, x: float, y: float, z: float, ceiling: float, *, radius: float = 0.16, colour: str = "#1e1f20", on: bool = True, glass_globe: bool = False) -> None:
    """A hanging lamp: an enamelled dome (or opal globe) at height z on a cord from the ceiling."""
    cord = Mesher()
    cord.tube([(x, y, z), (x, y, ceiling)], 0.004)
    site.add(cord.object("cord", plain("#1a1a1a", 0.6)))
    glow = site.glow(glowing("#ffcf8f", 14.0 if not glass_globe else 3.5), "practical") if on else plain("#f2ede2", 0.2)
    if glass_globe:
        site.add(ball(x, y, z - radius, radius, glow))
    else:
        t = np.linspace(0.12, math.pi / 2, 12)
        outer = [(radius * math.sin(a), -radius * 0.8 * (1 - math.cos(a))) for a in t]
        site.add(lathe([(0, 0.03), (radius * 0.14, 0.03), *outer, (outer[-1][0] - 0.004, outer[-1][1]), *[(r - 0.004, h - 0.004) for r, h in reversed(outer)]], (x, y, z), _shade_paint(site, colour)))
        site.add(ball(x, y, z - radius * 0.55, radius * 0.28, glow))
    if on:
        site.lamp(x, y, z - radius * 0.9, radius=radius * 0.3, kelvin=2700, watts=6.0)


def _shade_paint(site: Site, colour: str):
    """Enamel in the lamps' colour, or the stuff that they are asked to be of."""
    told = site.fitting("lamps")
    return asked(told, "steel", colour, size=0.3) if told is not None and told["material"] else plain(site.hue("lamps", colour), 0.3)


def ball(x, y, z, r, material, *, squash: float = 1.0):
    t = np.linspace(-math.pi / 2, math.pi / 2, 14)
    return lathe([(r * math.cos(a), r * squash * math.sin(a)) for a in t], (x, y, z), material, segments=24)


def vase(site: Site, x: float, y: float, z: float, *, height: float = 0.28, colour: str = "#c8beb0") -> None:
    r = height * 0.3
    site.add(lathe([(0, 0), (r * 0.6, 0), (r, height * 0.35), (r * 0.85, height * 0.6), (r * 0.35, height * 0.85), (r * 0.42, height), (r * 0.36, height), (r * 0.3, height * 0.86), (0, height * 0.8)], (x, y, z), plain(colour, 0.4)))


def rug(site: Site, x: float, y: float, z: float, width: float, depth: float, *, colour: str = "#b9a58c") -> None:
    """A woollen rug: a deep pile that catches the light unevenly, a border and a worn lozenge pattern."""
    t = Tree("rug")
    px, py, _ = t.xyz(t.scaled(t.position(), 1.0, (-x, -y, 0)))
    edge = t.math("MINIMUM", t.math("SUBTRACT", width / 2, t.math("ABSOLUTE", px)), t.math("SUBTRACT", depth / 2, t.math("ABSOLUTE", py)))
    ragged = t.math("ADD", edge, t.math("MULTIPLY", t.math("SUBTRACT", t.noise(90, detail=2), 0.5), 0.012))
    border = t.math("MULTIPLY", t.span(ragged, 0.1, 0.105), t.span(ragged, 0.165, 0.16))
    u = t.math("PINGPONG", t.math("ADD", px, 0.02), 0.22)
    v = t.math("PINGPONG", py, 0.3)
    lozenge = t.math("ABSOLUTE", t.math("SUBTRACT", t.math("ADD", t.math("DIVIDE", u, 0.22), t.math("DIVIDE", v, 0.3)), 1.0))
    lines = t.math("MULTIPLY", t.span(t.math("ADD", lozenge, t.math("MULTIPLY", t.noise(70, detail=2), 0.05)), 0.1, 0.07), t.span(ragged, 0.2, 0.21))
    worn = t.span(t.noise(2.4, detail=4), 0.35, 0.65, 0.35, 0.85)
    pile = t.noise(240, detail=3, roughness=0.7)
    tone = t.mix(t.math("MULTIPLY", t.math("MAXIMUM", border, lines), worn), colour, "#6b4a3e")
    tone = t.mix(t.span(pile, 0.3, 0.7, 0.0, 0.45), tone, t.mix(1.0, tone, "#8a8278", blend="MULTIPLY"))
    t.surface(t.principled(tone, 0.95, normal=t.bump(t.math("ADD", pile, t.math("MULTIPLY", t.noise(9, detail=3), 1.5)), 0.006), Sheen_Weight=0.3, Specular_IOR_Level=0.1))
    m = Mesher()
    m.soft(x - width / 2, x + width / 2, y - depth / 2, y + depth / 2, z, z + 0.016, 0.008)
    site.add(m.object("rug", t.material, smooth=True))


def curtain(site: Site, room, side: str, u0: float, u1: float, z1: float, *, colour: str = "#d9d3c8", out: float = 0.09, sheer: bool = True) -> None:
    """A curtain in folds from a rod at z1 (above the floor) to the floor, between u0 and u1 on a wall."""
    us, zs = np.linspace(0, 1, 120), np.linspace(0.02, z1, 10)
    phase, folds = site.rng.random() * 6, max(4, (u1 - u0) / 0.11)
    u, z = np.meshgrid(us, zs)
    depth = out + 0.035 * np.sin(u * folds * 2 * math.pi + phase + 0.5 * np.sin(z * 2 + u * 7)) * (0.7 + 0.5 * (1 - z / z1))
    points = np.array([place(room, side, u0 + (u1 - u0) * a, d, h) for a, d, h in zip(u.ravel(), depth.ravel(), z.ravel(), strict=True)])

    _, faces = grid(us, zs, 0.0)
    told = site.fitting("curtains")
    if told is not None and (told["material"] or told["pattern"]):
        uvs = np.stack([u.ravel() * (u1 - u0) * 1.6, z.ravel()], axis=1) / z1
        cloth = asked(told, "linen", colour, size=z1, seed=site.seed, unrolled=z1, repeat=0.16)
        site.add(mesh("curtain", points, faces, smooth=True, uvs=uvs, material=cloth))
    else:
        site.add(mesh("curtain", points, faces, smooth=True, material=_drapery(site.hue("curtains", colour), sheer=sheer)))
    rod = Mesher()
    rod.tube([place(room, side, u0 - 0.1, out, z1 + 0.02), place(room, side, u1 + 0.1, out, z1 + 0.02)], 0.012, sides=8)
    site.add(rod.object("rod", plain("#2b2a28", 0.4), smooth=True))


def _drapery(colour: str, *, sheer: bool):
    """Thin cloth that lets light through; sheer cloth is seen through, too."""
    t = Tree("curtain")
    weave = t.bump(t.noise(700, detail=2), 0.0005)
    diffuse, through = t.node("BsdfDiffuse", {0: colour, "Normal": weave}).outputs[0], t.node("BsdfTranslucent", {0: colour}).outputs[0]
    cloth = t.blend(0.55 if sheer else 0.2, diffuse, through)
    return t.surface(t.blend(0.25, cloth, t.node("BsdfTransparent").outputs[0]) if sheer else cloth)


def hangings(site: Site, room, side: str, u: float, width: float, z1: float) -> None:
    """Curtains to both sides of a window at u, where the words ask for them and the room has none there."""
    if site.has("curtains"):
        for a, b in ((u - width / 2 - 0.3, u - width / 2 + 0.12), (u + width / 2 - 0.12, u + width / 2 + 0.3)):
            curtain(site, room, side, a, b, z1, sheer=False)
