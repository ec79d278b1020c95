# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a supermarket, a bakery, a museum and a garage."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glass, glowing, plain, standard
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.rooms.publics import tools
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of, prop, put

PACKS = ("#c9302c", "#e0a11b", "#2c6fb0", "#3b8f4a", "#e7e2d6", "#7a3b8c", "#e2733a", "#1f3b63", "#d9d36a", "#8c5a34", "#c94f7c", "#5fb0b7")
SHELVES = (0.16, 0.58, 0.98, 1.38, 1.76)
"""Heights of a gondola's shelves, metres."""


def aisle(site: Site, room: Room) -> None:
    """Shelves of goods on both sides to the end of the aisle, and behind them a second aisle's backs."""
    half = max(1.35, min(0.6 * site.plan.half_x + 0.75, 2.2))
    w = Works(site, shelves=lambda: plain("#d8d8d4", 0.4), goods=packaged, price_rails=lambda: plain("#e9e3c8", 0.4), tins=lambda: packaged(0.2))
    for s in (-1, 1):
        for y in np.arange(room.near + 0.4, room.back - 1.7, 1.0):
            shelf_bay(site, w, s, half, float(y), room.floor)
    w.finish(smooth=frozenset(("tins",)))


def shelf_bay(site: Site, w: Works, s: int, half: float, y: float, z: float) -> None:
    """One metre of shelves at |x| > half: a kick plate, boards, price rails, rows of one kind of goods each."""
    rng = site.rng
    w.shelves.box(s * (half + 0.5), s * (half + 0.54), y, y + 1.0, z, z + 2.1)
    w.shelves.box(s * half, s * (half + 0.5), y, y + 1.0, z, z + 0.13)
    for h in SHELVES:
        w.shelves.box(s * (half + 0.02), s * (half + 0.5), y, y + 0.995, z + h - 0.025, z + h)
        w.price_rails.box(s * half, s * (half + 0.02), y, y + 0.995, z + h - 0.045, z + h + 0.005)
        at = y + 0.02
        while at < y + 0.96:
            wide, tall, tone = rng.uniform(0.07, 0.2), rng.uniform(0.14, 0.34), np.array(linear(rng.choice(PACKS))[:3])
            round_ = rng.random() < 0.3
            wide = 0.075 if round_ else wide
            for _ in range(rng.randint(2, 5)):
                if at + wide > y + 0.985:
                    break
                back = rng.uniform(0.0, 0.05) if rng.random() < 0.85 else 0.25
                if round_:
                    r = wide / 2 - 0.003
                    for k in range(2):
                        w.tins.tube(
                            [
                                (s * (half + 0.07 + back + 0.09 * k), at + wide / 2, z + h),
                                (s * (half + 0.07 + back + 0.09 * k), at + wide / 2, z + h + tall * 0.75),
                            ],
                            r,
                            sides=10,
                            tint=tone * rng.uniform(0.85, 1.1),
                        )
                else:
                    w.goods.box(
                        s * (half + 0.03 + back),
                        s * (half + 0.42),
                        at,
                        at + wide - 0.006,
                        z + h,
                        z + h + tall * rng.uniform(0.98, 1.02),
                        tint=tone * rng.uniform(0.85, 1.12),
                    )
                at += wide
            at += rng.uniform(0.0, 0.02)


def packaged(gloss: float = 0.4):
    """Printed cartons: each its own colour, a band, a pale field and a darker picture on it."""
    t = Tree("packaging")
    tone = t.attribute("Tint")
    x, y, z = t.xyz(t.position())
    band = t.span(t.math("ABSOLUTE", t.math("SUBTRACT", t.math("FRACT", t.math("MULTIPLY", z, 4.6)), 0.5)), 0.16, 0.13)
    spots = t.cells(16, vector=t.combine(y, z, 0.0))
    print_ = t.mix(t.math("MULTIPLY", band, 0.8), tone, t.mix(t.span(spots, 0.35, 0.3), "#efe9dc", t.mix(0.6, tone, "#3a2a1a")))
    return t.surface(t.principled(print_, gloss))


def chilled(site: Site, room: Room) -> None:
    """A lit cooler with glass doors along the end wall, bottles and cartons in it."""
    y, z = room.back - 0.75, room.floor
    w = Works(
        site, cooler=lambda: plain("#e3e5e5", 0.35), cooler_goods=packaged, doors=glass, cooler_light=lambda: site.glow(glowing("#eaf4ff", 6.0), "practical")
    )
    for x in np.arange(-room.half + 0.2, room.half - 0.9, 0.92):
        w.cooler.box(x, x + 0.05, y, room.back, z, z + 2.15)
        w.doors.quad((x + 0.05, y, z + 0.25), (x + 0.92, y, z + 0.25), (x + 0.92, y, z + 1.95), (x + 0.05, y, z + 1.95))
        w.cooler_light.box(x + 0.06, x + 0.09, y + 0.06, y + 0.09, z + 0.3, z + 1.9)
        for h in (0.3, 0.72, 1.14, 1.54):
            w.cooler.box(x + 0.05, x + 0.92, y + 0.1, room.back, z + h - 0.02, z + h)
            u = x + 0.1
            while u < x + 0.86:
                wide, tone = site.rng.uniform(0.06, 0.1), np.array(linear(site.rng.choice(PACKS))[:3])
                w.cooler_goods.box(u, u + wide - 0.008, y + 0.16, y + 0.3, z + h, z + h + site.rng.uniform(0.2, 0.3), tint=tone)
                u += wide
    w.cooler.box(-room.half, room.half, y - 0.02, room.back, z + 1.95, z + 2.45)
    w.cooler.box(-room.half, room.half, y - 0.02, room.back, z, z + 0.25)
    w.finish()


def aisle_signs(site: Site, room: Room) -> None:
    """Signs that hang over the aisle, stacks on offer, a polished path of light on the floor."""
    w = Works(site, signs=lambda: plain("#2f6f3f", 0.4), sign_bands=lambda: plain("#f2f0e6", 0.4), wires=lambda: plain("#9a9c9d", 0.4, metal=1.0))
    for y in np.arange(site.plan.back_y + 2.5, room.back - 1.5, 3.4):
        for x in (0.0,):
            w.signs.soft(x - 0.55, x + 0.55, y, y + 0.03, room.floor + 2.5, room.floor + 2.85, 0.01)
            for k in range(3):
                w.sign_bands.box(x - 0.42, x + 0.42 - 0.25 * (k % 2), y - 0.004, y, room.floor + 2.57 + 0.085 * k, room.floor + 2.6 + 0.085 * k)
            for s in (-0.45, 0.45):
                w.wires.tube([(x + s, y + 0.015, room.floor + 2.85), (x + s, y + 0.015, room.top)], 0.004, sides=4)
    w.finish()


def bread_shelves(site: Site, room: Room) -> None:
    """Boards of loaves, rolls and baguettes along the back wall."""
    cx, half, _, _ = site.view.frame(room.back)
    w = Works(
        site,
        bread_boards=lambda: standard("oak", size=2.0, finish=("worn",)),
        loaves=lambda: crust("#b5702f"),
        rolls=lambda: crust("#c98a45"),
        baguettes=lambda: crust("#c08038"),
    )
    x0, x1 = max(-room.half + 0.1, cx - 1.1 * half), min(room.half - 0.1, cx + 1.1 * half)
    if site.things:
        x0, x1 = max(-room.half + 0.1, min(x0, -1.8)), min(room.half - 0.1, max(x1, 1.8))
    for row, h in enumerate((0.5, 0.95, 1.4, 1.85)):
        w.bread_boards.soft(x0, x1, room.back - 0.5, room.back, room.floor + h - 0.03, room.floor + h, 0.004)
        u = x0 + 0.1
        while u < x1 - 0.15:
            kind = site.rng.choice(("loaves", "loaves", "rolls", "baguettes"))
            u = _baked(site, w, kind, u, min(u + site.rng.uniform(0.5, 0.9), x1 - 0.1), room.back - 0.25, room.floor + h)
            u += 0.06
        del row
    for x in np.arange(x0, x1 + 0.1, max((x1 - x0) / 3, 0.8)):
        w.bread_boards.box(x - 0.02, x + 0.02, room.back - 0.5, room.back, room.floor, room.floor + 2.0)
    w.finish(smooth=frozenset(("loaves", "rolls", "baguettes")))


def _baked(site: Site, w: Works, kind: str, u: float, end: float, y: float, z: float) -> float:
    rng = site.rng
    while u < end:
        tone = np.ones(3) * rng.uniform(0.7, 1.15)
        if kind == "loaves":
            a = rng.uniform(0.09, 0.13)
            w.loaves.soft(u, u + 2 * a, y - 0.16, y + 0.1, z, z + a * 1.1, a * 0.55, steps=4, bulge=0.02, tint=tone)
            u += 2 * a + 0.015
        elif kind == "rolls":
            for k in range(3):
                w.rolls.soft(u, u + 0.09, y - 0.2 + 0.12 * k, y - 0.11 + 0.12 * k, z, z + 0.065, 0.04, steps=4, tint=tone)
            u += 0.095
        else:
            path = [(u + 0.03, y - 0.22, z + 0.035), (u + 0.032, y, z + 0.045), (u + 0.03, y + 0.22, z + 0.035)]
            w.baguettes.tube([path[0], *path, path[-1]], [0.008, 0.028, 0.036, 0.028, 0.008], sides=10, tint=tone)
            u += 0.075
    return u


def crust(colour: str):
    """Baked crust: darker in patches, dusted with flour."""
    t = Tree("crust")
    patch, flour = t.noise(14, detail=6), t.noise(60, detail=4)
    tone = t.mix(1.0, t.mix(t.span(patch, 0.35, 0.7), "#7a421a", colour), t.attribute("Tint"), blend="MULTIPLY")
    tone = t.mix(t.math("MULTIPLY", t.span(flour, 0.55, 0.68), 0.5), tone, "#efe2c8")
    return t.surface(t.principled(tone, 0.75, normal=t.bump(patch, 0.006)))


def oven(site: Site, room: Room) -> None:
    """A brick oven in the side of the back wall with embers in its mouth, a peel against it."""
    side = 1 if site.seed % 2 else -1
    x, y, z = side * (room.half - 0.95), room.back - 1.1, room.floor
    w = Works(
        site,
        oven=lambda: standard("brick", size=2.0),
        oven_mouth=lambda: plain("#15110e", 0.9),
        embers=lambda: site.glow(glowing("#ff6a1f", 7.0), "practical"),
        peel=lambda: standard("oak", size=1.5),
    )
    w.oven.box(x - 0.95, x + 0.95, y, room.back, z, min(z + 2.3, room.top))
    w.oven_mouth.box(x - 0.42, x + 0.42, y - 0.01, y + 0.02, z + 0.95, z + 1.35)
    w.embers.box(x - 0.34, x + 0.34, y - 0.014, y - 0.011, z + 0.98, z + 1.05)
    w.peel.soft(x - side * 1.15 - 0.13, x - side * 1.15 + 0.13, y + 0.1, y + 0.12, z + 1.45, z + 1.85, 0.008)
    w.peel.tube([(x - side * 1.15, y + 0.02, z), (x - side * 1.15, y + 0.11, z + 1.5)], 0.018, sides=8)
    w.finish()
    site.lamp(x, y - 0.25, z + 1.15, radius=0.15, kelvin=1900, watts=10.0)


def floury_table(site: Site, room: Room) -> None:
    """A worktop dusted with flour, dough on it, sacks under it, lamps over it."""
    cx = site.view.frame(room.back - 1.4)[0]
    w = Works(
        site,
        worktable=lambda: standard("oak", "#b08d5c", size=2.0, finish=("worn",)),
        flour=lambda: plain("#efe9dc", 0.95, bump=0.004),
        dough=lambda: plain("#e3d2a8", 0.6),
        sacks=lambda: plain("#b9a47c", 0.9, bump=0.003),
    )
    for x, y, _ in clear_of(site, [(cx - 1.35, room.back - 1.5, 0.0), (cx + 1.35, room.back - 1.5, 0.0)], 0.3):
        w.at(x, y, room.floor)
        w.worktable.soft(-0.85, 0.85, -0.4, 0.4, 0.86, 0.92, 0.008)
        for sx in (-0.78, 0.72):
            for sy in (-0.34, 0.28):
                w.worktable.box(sx, sx + 0.07, sy, sy + 0.07, 0.0, 0.86)
        w.flour.soft(-0.4, 0.45, -0.25, 0.25, 0.918, 0.926, 0.004, steps=2)
        for k in range(4):
            w.dough.soft(-0.55 + 0.28 * k, -0.36 + 0.28 * k, -0.1, 0.1, 0.92, 1.0, 0.08, steps=4)
        for k in range(2):
            w.sacks.soft(-0.6 + 0.62 * k, -0.1 + 0.62 * k, -0.25, 0.2, 0.0, 0.55, 0.12, steps=4, bulge=0.04)
        furniture.pendant(site, x, y, room.floor + 1.95, room.top, radius=0.17, colour="#3a3f3c")
    w.finish(smooth=frozenset(("dough", "sacks", "flour")))


def paintings(site: Site, room: Room) -> None:
    """Framed pictures hung at eye height on the back and side walls, a lamp over each."""
    rng = site.rng
    z = room.floor
    cx, half, _, _ = site.view.frame(room.back)
    u = max(-room.half + 0.9, cx - 1.15 * half - 0.4)
    while u < min(room.half - 0.8, cx + 1.15 * half + 0.6):
        wide, tall = rng.uniform(0.9, 1.7), rng.uniform(0.8, 1.5)
        furniture.picture(site, u + wide / 2, room.back, z + 1.65, width=wide, height=tall, frame=rng.choice(("#8a6a32", "#1f1d1b", "#a98644")))
        site.lamp(u + wide / 2, room.back - 0.9, z + 3.2, radius=0.1, kelvin=3200, watts=12.0)
        u += wide + rng.uniform(0.7, 1.1)
    sides = Works(site, frames=lambda: plain("#9a7838", 0.35, metal=0.6), canvases=canvas)
    for s in (-1, 1):
        y = room.back - 1.0
        while y > room.near + 1:
            wide, tall = rng.uniform(0.9, 1.6), rng.uniform(0.8, 1.5)
            x = s * (room.half - 0.02)
            sides.frames.soft(x, x - s * 0.05, y - wide - 0.06, y + 0.06, z + 1.6 - tall / 2 - 0.06, z + 1.6 + tall / 2 + 0.06, 0.01)
            a, b, lo, hi = y - wide, y, z + 1.6 - tall / 2, z + 1.6 + tall / 2
            inside = x - s * 0.054
            sides.canvases.quad((inside, b, lo), (inside, a, lo), (inside, a, hi), (inside, b, hi), tint=np.array(linear(rng.choice(PACKS))[:3]) * 0.6 + 0.15)
            y -= wide + rng.uniform(0.8, 1.3)
    sides.finish(smooth=frozenset(("frames",)))


def canvas():
    """An oil painting: a landscape of masses under a sky, in the tint's key."""
    t = Tree("canvas")
    u, v, _ = t.xyz(t.uv())
    shape = t.noise(3.0, detail=7, roughness=0.6, vector=t.combine(u, t.math("MULTIPLY", v, 1.6), t.math("MULTIPLY", t.xyz(t.attribute("Tint"))[0], 40.0)))
    land = t.math("SUBTRACT", v, t.math("MULTIPLY_ADD", shape, 0.5, 0.15))
    tone = t.mix(t.span(land, -0.02, 0.05), t.mix(shape, "#2a2416", "#8a7a4a"), t.mix(t.span(shape, 0.35, 0.65), "#7f95a8", "#e2d6bc"))
    return t.surface(t.principled(t.mix(0.45, tone, t.attribute("Tint")), 0.45, normal=t.bump(t.noise(180, detail=3), 0.001)))


def plinths(site: Site, room: Room) -> None:
    """White plinths with a bust, a vase and a bronze; a bench in the middle."""
    w = Works(site, plinths=lambda: plain("#e9e7e1", 0.55), benches=lambda: standard("walnut", size=1.6))
    spots = clear_of(site, [(-2.4, room.back - 1.7, 0.0), (2.4, room.back - 1.9, 0.0), (-3.6, room.back - 4.0, 0.0), (3.7, room.back - 4.4, 0.0)], 0.4)
    for k, (x, y, _) in enumerate(spots):
        w.at(x, y, room.floor)
        w.plinths.soft(-0.25, 0.25, -0.25, 0.25, 0.0, 1.05, 0.006)
        whole = prop("vase" if k % 2 else "statue", site.seed + k)
        put(site, whole, x, y, room.floor + 1.05, site.rng.uniform(-30, 30), 0.6 / max(whole.dimensions.z, 0.1))
    for x, y, _ in clear_of(site, [(0.0, room.back - 3.0, 0.0)], 0.4):
        w.at(x, y, room.floor)
        w.benches.soft(-0.9, 0.9, -0.25, 0.25, 0.38, 0.46, 0.01)
        for s in (-0.75, 0.67):
            w.benches.soft(s, s + 0.08, -0.22, 0.22, 0.0, 0.38, 0.006)
    w.finish(smooth=frozenset(("benches",)))


def rope(site: Site, room: Room) -> None:
    """Brass posts with a red rope before the pictures."""
    brass, cord = Mesher(), Mesher()
    cx, half, _, _ = site.view.frame(room.back - 0.95)
    xs = np.arange(max(-room.half + 0.6, cx - half - 1), min(room.half - 0.5, cx + half + 1), 1.5)
    y, z = room.back - 0.95, room.floor
    for x in xs:
        for path, r in (([(x, y, z), (x, y, z + 0.03)], 0.15), ([(x, y, z + 0.03), (x, y, z + 0.9)], 0.022), ([(x, y, z + 0.9), (x, y, z + 0.96)], 0.04)):
            brass.tube(path, r, sides=16)
    u = np.linspace(0, 1, 14)
    for x0, x1 in zip(xs, xs[1:], strict=False):
        cord.tube(np.stack([x0 + (x1 - x0) * u, np.full(14, y), z + 0.84 - 0.7 * u * (1 - u)], axis=1), 0.018, sides=8)
    if brass:
        site.add(brass.object("rope posts", plain("#b8934a", 0.22, metal=1.0), smooth=True))
    if cord:
        site.add(cord.object("rope", plain("#7a1a1f", 0.8), smooth=True))


def roll_door(site: Site, room: Room) -> None:
    """A wide sectional door in the back wall, its tracks, oil on the floor."""
    cx = site.view.frame(room.back)[0]
    x, z, y = float(np.clip(cx, -1.0, 1.0)), room.floor, room.back - 0.03
    w = Works(
        site,
        garage_door=lambda: plain("#c3c0b6", 0.5, bump=0.001),
        door_tracks=lambda: plain("#8f9394", 0.35, metal=1.0),
        door_panes=lambda: site.glow(glowing("#dfe8f0", 1.6), "daylight"),
    )
    wide = min(1.6, room.half - 1.0)
    for k in range(5):
        h = 0.02 + 0.47 * k
        w.garage_door.soft(x - wide, x + wide, y - 0.03, y, z + h, z + h + 0.455, 0.01)
        for j in range(4):
            a = x - wide + 0.08 + j * (2 * wide - 0.16) / 4
            b = a + (2 * wide - 0.16) / 4 - 0.08
            if k == 3:
                w.door_panes.quad((a, y - 0.036, z + h + 0.08), (b, y - 0.036, z + h + 0.08), (b, y - 0.036, z + h + 0.36), (a, y - 0.036, z + h + 0.36))
            else:
                w.garage_door.soft(a, b, y - 0.042, y - 0.03, z + h + 0.07, z + h + 0.38, 0.01)
    for s in (-1, 1):
        w.door_tracks.box(x + s * (wide + 0.02), x + s * (wide + 0.1), y - 0.08, y, z, z + 2.45)
    w.finish()
    stain = Mesher()
    rng = np.random.default_rng(site.seed + 3)
    for _ in range(9):
        a, b, r = rng.uniform(-room.half + 0.5, room.half - 0.5), rng.uniform(site.plan.front_y - 1, room.back - 0.5), rng.uniform(0.08, 0.5)
        t = np.linspace(0, 2 * np.pi, 29)[:-1]
        rim = r * (1 + 0.25 * np.sin(3 * t + rng.uniform(0, 6)) + 0.12 * np.sin(7 * t))
        stain.add(
            np.stack([np.append(a + rim * np.cos(t), a), np.append(b + rim * np.sin(t), b), np.full(29, z + 0.002)], axis=1),
            np.array([(i, (i + 1) % 28, 28, 28) for i in range(28)]),
        )
    site.add(stain.object("oil stains", plain("#1c1a18", 0.3)))


def tyres(site: Site, room: Room) -> None:
    """Stacks of tyres, a jack and drums along the walls."""
    w = Works(
        site,
        tyres=lambda: plain("#1b1c1d", 0.75, bump=0.002),
        drums=lambda: plain("#274a6b", 0.45, metal=0.4),
        shelves=lambda: plain("#7f8486", 0.5, metal=0.6),
        boxes=lambda: plain("#ffffff", 0.7, tinted=True),
    )
    t = np.linspace(0, 2 * np.pi, 33)
    for s, y in ((-1, room.back - 0.55), (1, room.back - 0.6), (-1, room.back - 2.4), (1, room.back - 2.7)):
        for x, yy, _ in clear_of(site, [(s * (room.half - 0.5), y, 0.0)], 0.3):
            for k in range(site.rng.randint(2, 5)):
                w.tyres.tube(
                    np.stack([x + 0.24 * np.cos(t) + 0.02 * (k % 2), yy + 0.24 * np.sin(t), np.full(33, room.floor + 0.1 + 0.2 * k)], axis=1), 0.1, sides=10
                )
    for x, y, _ in clear_of(site, [(-room.half + 0.5, room.back - 1.4, 0), (room.half - 0.5, room.back - 1.6, 0)], 0.3):
        w.drums.tube([(x, y, room.floor), (x, y, room.floor + 0.88)], 0.29, sides=24)
        for h in (0.02, 0.3, 0.58, 0.86):
            w.drums.tube([(x, y, room.floor + h), (x, y, room.floor + h + 0.025)], 0.305, sides=24)
    w.finish(smooth=frozenset(("tyres", "drums")))


def tool_wall(site: Site, room: Room) -> None:
    """A perforated board of tools beside the door, a red tool chest under it."""
    cx, half, _, _ = site.view.frame(room.back)
    side = 1 if site.seed % 2 else -1
    x = float(np.clip(cx + side * 2.85, -room.half + 1.15, room.half - 1.15))
    z = room.floor
    board = Mesher()
    board.box(x - 1.15, x + 1.15, room.back - 0.03, room.back - 0.01, z + 1.05, z + 2.1)
    site.add(board.object("tool board", plain("#8f9a9c", 0.5)))
    tools(site, x, room.back - 0.03, z)
    w = Works(site, tool_chest=lambda: plain("#b3261e", 0.3, metal=0.2), handles=lambda: plain("#c9ccce", 0.25, metal=1.0))
    for at in clear_of(site, [(x, room.back - 0.35, 0.0)], 0.1):
        w.at(at[0], at[1], z)
        w.tool_chest.soft(-0.45, 0.45, -0.24, 0.24, 0.1, 0.92, 0.012)
        for k in range(5):
            w.tool_chest.soft(-0.42, 0.42, -0.26, -0.24, 0.15 + 0.15 * k, 0.285 + 0.15 * k, 0.004)
            w.handles.soft(-0.3, 0.3, -0.285, -0.262, 0.25 + 0.15 * k, 0.265 + 0.15 * k, 0.004)
    w.finish()
