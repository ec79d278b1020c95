# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms of a home: living room, bedroom, kitchen, bathroom."""

from __future__ import annotations

import math

import numpy as np

from diorama_catalogue import thing
from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.rooms import hearth, lived, pieces, rain
from diorama_stage.sets.rooms.furnishings import ball
from diorama_stage.sets.rooms.shell import Opening, Room, room_of, shell

FROM_CORNER = 2.0
"""Metres from a room's far corner to the middle of the window at its side."""


def depth_of(site: Site, beyond: float) -> float:
    """Depth of the back wall: the plan's wall, or `beyond` metres behind a table."""
    return site.plan.wall_y if site.plan.wall_y is not None else site.plan.back_y + beyond


def outlook(site: Site) -> str:
    return "city" if site.has("city") else "garden"


def aside(site: Site, share: float, y: float, *, least: float, most: float) -> float:
    """An x that lies `share` of the frame's half width from its middle at depth y, kept between bounds (metres)."""
    cx, half, _, _ = site.view.frame(y)
    return cx + (1 if share >= 0 else -1) * min(max(abs(share) * half, least), most)


def sunward(site: Site, back: float, usual: float) -> float:
    """Where along the side wall a room's window is (y, metres): so that sun that comes in by it lies where the lens sees it; `usual` behind a table top."""
    return usual if site.plan.table else back - FROM_CORNER


@setting("living_room")
def living_room(site: Site) -> None:
    """A sofa under a picture, a tall window with curtains, a floor lamp, a bookcase, a rug, plants."""
    plan, rng = site.plan, site.rng
    back = depth_of(site, 3.2)
    room = room_of(site, half=2.7, back=back)
    z = plan.floor_z
    side = rng.choice((-1, 1))
    glow = aside(site, side * (0.4 if rain.wets(site) else 0.62), back, least=0.3 if rain.wets(site) else 1.25, most=2.1)  # wet panes are shown
    shell(site, room, colour=rng.choice(("#cfc8bb", "#b9bdb2", "#c9b9a6", "#aeb4b5")), floor="oak", openings=(
        Opening("back", glow, 1.25, z0=0.35, z1=2.35, view=outlook(site), panes=(2, 3)), Opening("left", sunward(site, back, min(-0.3, back - 3.4)), 1.6, z0=0.4, z1=2.3, view=outlook(site)),
    ))  # fmt: skip
    for a, b in ((glow - 1.0, glow - 0.6), (glow + 0.6, glow + 1.0)):
        furniture.curtain(site, room, "back", a, b, 2.5, colour=rng.choice(("#d9d3c8", "#c2b49c", "#a9aea6")), sheer=False)
    x = glow - side * 2.25
    if site.has("fireplace"):
        tried = [aside(site, s * side, back, least=0.5, most=1.9) for s in (-0.55, -0.8, 0.4, -0.3)]
        x = next((x for x in tried if not site.taken(x, 0.7) and abs(x - glow) > 1.2), tried[0])
        hearth.fireplace(site, x, back, z)
        furniture.picture(site, x, back, z + 1.72, width=0.9, height=0.7)
    elif _bulky(site):  # furniture is itself the subject: no second sofa competes with it
        if site.backed:
            over_furniture(site, back, z)
        elif not site.taken(x, 0.9):
            console(site, x, back, z, side)
    else:
        pieces.sofa(site, x, back - 1.05, z, colour=rng.choice(("#8d8f86", "#5f6f68", "#a98f74", "#44535f", "#9c6b4a")))
        furniture.picture(site, x - 0.4, back, z + 1.58, width=0.7, height=0.9)
        furniture.picture(site, x + 0.5, back, z + 1.5, width=0.5, height=0.65, frame="#b39a6a")
    if lived.free_of(site, "floor lamp") and not site.taken(x + side * 1.32, 0.3):
        floor_lamp(site, x + side * 1.32, back - 0.55, z, on=site.dark or rng.random() < 0.6)
    if not site.taken(glow + side * 0.75, 0.4):
        furniture.plant(site, glow + side * 0.75, back - 0.55, z, height=1.5)
    if site.has("plants"):
        furniture.plant(site, aside(site, -side * 0.8, back - 1.6, least=0.8, most=room.half - 0.5), back - 1.6, z, height=1.1)
        furniture.plant(site, glow + side * 1.35, back - 0.9, z, height=0.9)
    width = 1.1
    end = room.half - width / 2 - 0.05
    shelves = aside(site, -side * 0.7, back, least=0.9, most=end) if site.has("shelves") else -side * end
    if not site.taken(shelves, width / 2):
        furniture.bookcase(site, shelves, back - 0.33, z, width=width, height=2.05, full=0.8)
    if not plan.table:
        middle, front = seats_of(site) or (x, back - 1.05)
        if lived.free_of(site, "rug"):
            furniture.rug(site, middle, front - 0.45, z, 2.7, 1.9, colour=rng.choice(("#b9a58c", "#a9a49b", "#8f6a55")))
        if seated(site):
            lived.lounge(site, middle, front, z, wood=rng.choice(("oak", "walnut")))
    else:
        furniture.rug(site, x, back - 1.7, z, 2.6, 1.5)
        pieces.low_table(site, x, back - 1.75, z)
        furniture.vase(site, x + 0.2, back - 1.75, z + 0.38, height=0.2)
        raise_surface(site)


def seats_of(site: Site) -> tuple[float, float] | None:
    """The middle (x) and the front (y) of the widest thing that stands on the floor; None where nothing does."""
    widest = max(site.standing, key=lambda box: box[1] - box[0], default=None)
    return None if widest is None else ((widest[0] + widest[1]) / 2, widest[2])


def seated(site: Site) -> bool:
    """True where all that the picture is of is furniture and lamps, or nothing: the room is furnished around it."""
    return all(thing(kind).category in ("furniture", "lighting") for kind in site.things)


def over_furniture(site: Site, back: float, z: float) -> None:
    """Pictures on the wall over the widest thing that stands against it, as high as they hang over a sofa."""
    low, high = max(site.backed, key=lambda span: span[1] - span[0])
    middle, rng = (low + high) / 2, site.rng
    above = max((top for x0, x1, _, _, top in site.standing if x0 < high and x1 > low and top < 1.3), default=0.8)
    if not lived.free_of(site, "pictures"):
        return
    furniture.picture(site, middle - 0.36, back, z + above + 0.62, width=0.6, height=0.82, frame=rng.choice(("#b39a6a", "#2a2622")))
    furniture.picture(site, middle + 0.34, back, z + above + 0.58, width=0.46, height=0.62, frame=rng.choice(("#b39a6a", "#e6e2da", "#8a6a3a")))


BULKY = 0.35
"""Radius of subjects that are furniture themselves, metres."""


def _bulky(site: Site) -> bool:
    """True where furniture that the words ask for takes the place of the room's own; a rug takes none."""
    return site.extent > BULKY and not site.plan.table and bool(site.things - {"rug"})


def console(site: Site, x: float, back: float, z: float, side: int) -> None:
    """A low cabinet under a picture, with a lamp, books, a vase and a plant."""
    rng = site.rng
    level = furniture.sideboard(site, x, back - 0.45, z, width=1.7, height=0.7, wood=rng.choice(("oak", "walnut")))
    furniture.picture(site, x - side * 0.2, back, z + 1.5, width=0.9, height=0.66, frame=rng.choice(("#b39a6a", "#e6e2da", "#2a2622")))
    furniture.table_lamp(site, x - side * 0.6, back - 0.24, level, height=0.52, on=site.dark or rng.random() < 0.5)
    furniture.vase(site, x + side * 0.1, back - 0.24, level, height=0.3, colour=rng.choice(("#d8cfc0", "#7d5a44", "#5c6f6a")))
    stack = Mesher()
    top = level
    for _ in range(3):
        t, w = rng.uniform(0.02, 0.035), rng.uniform(0.2, 0.25)
        stack.soft(x + side * 0.42 - w / 2, x + side * 0.42 + w / 2, back - 0.33, back - 0.16, top, top + t, 0.002, steps=1, tint=furniture.linear_tint(rng.choice(furniture.SPINES)))
        top += t
    site.add(stack.object("books", plain("#ffffff", 0.6, tinted=True)))
    furniture.plant(site, x - side * 1.15, back - 0.45, z, height=1.25)


def floor_lamp(site: Site, x: float, y: float, z: float, *, on: bool) -> None:
    m = Mesher()
    m.tube([(x, y, z + 0.02), (x, y, z + 1.5)], 0.011, sides=8)
    site.add(lathe([(0, 0), (0.14, 0), (0.14, 0.016), (0.02, 0.03), (0, 0.03)], (x, y, z), plain("#2a2826", 0.4)), m.object("lamp pole", plain("#a8884f", 0.3, metal=1.0), smooth=True))
    furniture.shade(site, x, y, z + 1.32, 0.14, 0.22, 0.3, on=on, watts=11.0)


@setting("bedroom")
def bedroom(site: Site) -> None:
    """A made bed with crumpled linen, bedside lamps, a window behind sheer curtains."""
    plan, rng = site.plan, site.rng
    back = depth_of(site, 3.4)
    room = room_of(site, half=2.7, back=back)
    z = plan.floor_z
    side = rng.choice((-1, 1))
    glow = aside(site, side * 0.7, back, least=1.35, most=1.8)
    shell(site, room, colour=rng.choice(("#d3cbc0", "#c2c4bd", "#cdbfb2")), floor="oak", openings=(Opening("back", glow, 1.1, z0=0.6, z1=2.3, view=outlook(site), panes=(2, 2)), Opening("left", sunward(site, back, min(-0.2, back - 3.0)), 1.5, z0=0.6, z1=2.3)))
    furniture.curtain(site, room, "back", glow - 0.75, glow + 0.15, 2.45)
    furniture.curtain(site, room, "back", glow + 0.35, glow + 0.8, 2.45, sheer=False)
    x = glow - side * 1.75
    if not site.taken(-side * (room.half - 0.45), 0.4):
        furniture.plant(site, -side * (room.half - 0.45), back - 0.5, z, height=1.3)
    if _bulky(site):  # a bed is itself the subject: no second one behind it
        if site.backed:
            low, high = max(site.backed, key=lambda span: span[1] - span[0])
            furniture.picture(site, (low + high) / 2, back, z + 1.75, width=1.0, height=0.6)
            if seated(site):
                beside_bed(site, low, high, back, z, side)
        else:
            console(site, x, back, z, side)
        return
    pieces.bed(site, x, back - 1.15, z, throw=rng.choice(("#8a7d6b", "#6f7d74", "#a06a4a")))
    for s in (-1, 1):
        bedside(site, x + s * 1.12, back, z, read=s == side)
    furniture.picture(site, x, back, z + 1.7, width=1.0, height=0.6)
    if plan.table:
        raise_surface(site)
    elif lived.free_of(site, "rug"):
        furniture.rug(site, x, back - 2.25, z, 2.3, 1.5, colour=rng.choice(("#b9a58c", "#a9a49b", "#7d8a8c")))


def beside_bed(site: Site, low: float, high: float, back: float, z: float, side: int) -> None:
    """Nightstands at both sides of a bed between low and high, and a rug that comes out from under its foot, where the words ask for none of these."""
    for s, x in ((-1, low - 0.3), (1, high + 0.3)):
        if lived.free_of(site, "nightstand") and lived.clear(site, x, back - 0.25, 0.2, 0.2, 0.5):
            bedside(site, x, back, z, read=s == side)
    foot = min((y0 for x0, x1, y0, _, _ in site.standing if x0 <= low + 0.1 and x1 >= high - 0.1), default=None)
    if foot is not None and lived.free_of(site, "rug"):
        furniture.rug(site, (low + high) / 2, foot + 0.1, z, high - low + 0.9, 1.5, colour=site.rng.choice(("#b9a58c", "#a9a49b", "#7d8a8c")))


def bedside(site: Site, x: float, back: float, z: float, *, read: bool) -> None:
    """A nightstand against the wall with a lamp; where somebody `read` in bed it is lit and has books, else a cup stands there."""
    m = Mesher()
    m.soft(x - 0.22, x + 0.22, back - 0.45, back - 0.05, z + 0.12, z + 0.5, 0.006)
    m.soft(x - 0.2, x + 0.2, back - 0.462, back - 0.45, z + 0.3, z + 0.48, 0.004)
    for a in (-0.19, 0.16):
        for b in (0.42, 0.1):
            m.box(x + a, x + a + 0.03, back - b, back - b + 0.03, z, z + 0.13)
    site.add(m.object("nightstand", standard("walnut", size=0.5), smooth=True))
    if lived.free_of(site, "lamp"):
        furniture.table_lamp(site, x, back - 0.25, z + 0.5, height=0.42, on=site.dark or read)
    if read and lived.free_of(site, "books"):
        lived.stack(site, x - 0.06, back - 0.37, z + 0.5, count=2)
    elif not read and lived.free_of(site, "cup"):
        lived.cup(site, x + 0.1, back - 0.38, z + 0.5)


def tiles(colour: str = "#e4e2da", *, size: tuple[float, float] = (0.15, 0.075), grout: str = "#b9b5ab", offset: float = 0.5):
    """Glazed wall tiles, a little uneven in tone and tilt."""
    t = Tree("wall tiles")
    x, y, z = t.xyz(t.position())
    flat = t.combine(t.math("ADD", x, y), z, 0.0)
    node = t.node("TexBrick", {"Vector": flat, "Scale": 1.0, "Mortar Size": 0.0022, "Mortar Smooth": 0.4, "Brick Width": size[0], "Row Height": size[1], "Color1": "#ffffff", "Color2": "#e3e0d8", "Mortar": "#ffffff"}, offset=offset)
    tone = t.mix(node.outputs[1], t.mix(1.0, colour, node.outputs[0], blend="MULTIPLY"), grout)
    height = t.math("ADD", t.math("SUBTRACT", 1.0, node.outputs[1]), t.math("MULTIPLY", t.noise(5, detail=2), 0.35))
    return t.surface(t.principled(tone, t.span(node.outputs[1], 0, 1, 0.12, 0.8), normal=t.bump(height, 0.0022)))


@setting("kitchen")
def kitchen(site: Site) -> None:
    """Cupboards with a worktop, tiles, open shelves with crockery, a window over the sink, a hob and hood."""
    plan, rng = site.plan, site.rng
    back = depth_of(site, 2.1)
    room = room_of(site, half=2.6, back=back, height=2.6)
    z = plan.floor_z
    colour = rng.choice(("#5d6f66", "#d8d4c8", "#44535f", "#8b8f7c", "#c9c3b4"))
    glow = aside(site, -0.25 if rng.random() < 0.5 else 0.35, back, least=0.3, most=1.0)
    shell(site, room, colour="#d9d5cb", floor="tile" if rng.random() < 0.4 else "oak", openings=(Opening("back", glow, 1.3, z0=1.12, z1=2.15, view=outlook(site), panes=(2, 1)), Opening("left", sunward(site, back, -0.4), 1.3, z0=0.9, z1=2.15)))
    furniture.hangings(site, room, "back", glow, 1.3, 2.35)
    front, top = back - 0.62, z + 0.88
    pieces.cupboards(site, -room.half, room.half, front, z, top, colour=colour)
    slab = Mesher()
    slab.soft(-room.half, room.half, front - 0.03, back, top, top + 0.035, 0.004)
    site.add(slab.object("worktop", standard(rng.choice(("oak", "marble", "granite", "walnut")), size=3.0), smooth=True))
    splash = Mesher()
    left, right, z1 = glow - 0.68, glow + 0.68, z + (1.5 if rng.random() < 0.4 else 2.1)
    for a, b, lo, hi in ((-room.half, left, top + 0.03, z1), (right, room.half, top + 0.03, z1), (left, right, top + 0.03, z + 1.1)):
        splash.box(a, b, back - 0.008, back, lo, hi)
    site.add(splash.object("tiles", tiles(rng.choice(("#e6e4dd", "#e6e4dd", "#9fb0a4", "#d9cdb8")))))
    level = top + 0.035
    tap(site, glow, back - 0.12, level)
    for s in (-1, 1):
        shelf_run(site, glow + s * 0.8, s * (room.half - 0.05), back, z)
    counter_things(site, glow, front, back, level, room)
    hob = aside(site, 0.8 if glow < 0 else -0.8, back, least=1.2, most=1.7)
    plate = Mesher()
    plate.soft(hob - 0.29, hob + 0.29, front + 0.06, front + 0.56, level, level + 0.006, 0.003)
    site.add(plate.object("hob", plain("#111213", 0.12)))
    pot(site, hob - 0.12, front + 0.38, level + 0.006)
    if plan.table:
        raise_surface(site)
    else:
        for k, s in enumerate((-1, 1)):
            furniture.pendant(site, s * 0.6, back - 1.4, z + 2.0, room.top, on=site.dark or k == 0)
        if seated(site):
            lived.dining(site, rng.choice((-1, 1)) * rng.uniform(0.35, 0.6), back - 2.0, z)


def tap(site: Site, x: float, y: float, z: float) -> None:
    m = Mesher()
    t = np.linspace(0, np.pi, 12)
    m.tube([(x, y, z), (x, y, z + 0.26), *[(x, y - 0.09 + 0.09 * np.cos(a), z + 0.26 + 0.09 * np.sin(a)) for a in t[1:]], (x, y - 0.18, z + 0.2)], 0.012, sides=10)
    m.tube([(x + 0.02, y, z + 0.08), (x + 0.09, y - 0.01, z + 0.11)], 0.007, sides=8)
    m.soft(x - 0.3, x + 0.3, y - 0.42, y - 0.06, z - 0.002, z + 0.004, 0.002)
    site.add(m.object("tap", plain("#c4c6c6", 0.16, metal=1.0), smooth=True))


def shelf_run(site: Site, x0: float, x1: float, back: float, z: float) -> None:
    """Two boards on the wall with bowls, mugs, jars, plants."""
    rng = site.rng
    a, b = min(x0, x1), max(x0, x1)
    if b - a < 0.35:
        return
    board = Mesher()
    for h in (1.46, 1.84):
        board.soft(a, b, back - 0.24, back, z + h, z + h + 0.03, 0.003)
        u = a + 0.1
        while u < b - 0.1:
            ware(site, u, back - 0.12, z + h + 0.03)
            u += rng.uniform(0.14, 0.24)
    site.add(board.object("shelves", standard("oak", size=b - a), smooth=True))


def ware(site: Site, x: float, y: float, z: float) -> None:
    """One piece of kitchen ware: a stack of plates or bowls, a jar, a mug, a small plant."""
    rng = site.rng
    tone = rng.choice(("#e4e0d6", "#c9b59a", "#8f9a94", "#5f6b70", "#a8673f", "#d8d0bf"))
    kind = rng.randint(0, 5)
    r = rng.uniform(0.045, 0.07)
    if kind == 0:
        site.add(lathe([p for k in range(5) for p in ((r * 0.7, 0.012 * k), (r * 1.3, 0.012 * k + 0.016))] + [(0, 0.062)], (x, y, z), plain(tone, 0.25)))
    elif kind == 1:
        site.add(lathe([p for k in range(3) for p in ((r * 0.5, 0.028 * k), (r * 1.15, 0.028 * k + 0.05))] + [(r * 1.1, 0.106), (0, 0.07)], (x, y, z), plain(tone, 0.3)))
    elif kind == 2:
        site.add(lathe([(0, 0), (r, 0), (r, 0.13), (r * 0.85, 0.15), (r * 0.9, 0.152), (r * 0.9, 0.175), (0, 0.178)], (x, y, z), plain(rng.choice(("#c9a878", "#7a5a3a", "#d9d0c0", "#6a3d2a")), 0.2)))
    elif kind == 3:
        furniture.plant(site, x, y, z, height=0.28)
    elif kind == 4:
        furniture.vase(site, x, y, z, height=rng.uniform(0.16, 0.26), colour=tone)
    else:
        site.add(lathe([(0, 0), (r * 0.7, 0), (r * 0.75, 0.09), (r * 0.68, 0.09), (r * 0.65, 0.01), (0, 0.01)], (x, y, z), plain(tone, 0.3)))


def counter_things(site: Site, glow: float, front: float, back: float, z: float, room: Room) -> None:
    """What stands about on a worktop: boards against the wall, a kettle, jars of utensils, a fruit bowl, a plant on the sill."""
    board = Mesher()
    for k, (w, h) in enumerate(((0.26, 0.4), (0.2, 0.3))):
        x = glow + 0.95 + 0.12 * k
        board.soft(x - w / 2, x + w / 2, back - 0.05 - 0.025 * k, back - 0.03 - 0.025 * k, z, z + h, 0.01)
    site.add(board.object("boards", standard("walnut", size=0.4), smooth=True))
    x = glow - 1.0
    site.add(lathe([(0, 0), (0.06, 0), (0.065, 0.15), (0.058, 0.15), (0.055, 0.02), (0, 0.02)], (x, back - 0.15, z), plain("#d8d2c6", 0.35)))
    m = Mesher()
    for k in range(7):
        a = 0.9 * k
        m.tube([(x + 0.02 * math.cos(a), back - 0.15 + 0.02 * math.sin(a), z + 0.03), (x + 0.055 * math.cos(a), back - 0.15 + 0.05 * math.sin(a), z + 0.3)], [0.005, 0.012 if k % 2 else 0.006], sides=6)
    site.add(m.object("utensils", standard("pine", size=0.3), smooth=True))
    x = glow + 0.5
    site.add(lathe([(0.05, 0), (0.12, 0.05), (0.15, 0.1), (0.145, 0.1), (0.11, 0.055), (0, 0.03)], (x, back - 0.3, z), plain("#c9c2b4", 0.4)))
    for k, (dx, dy, hue) in enumerate(((-0.05, 0, "#d98a2b"), (0.05, 0.02, "#c8402e"), (0.0, -0.05, "#d9b23a"), (0.01, 0.05, "#d98a2b"))):
        site.add(ball(x + dx, back - 0.3 + dy, z + 0.1 + 0.01 * k, 0.04, plain(hue, 0.4)))
    furniture.plant(site, glow - 0.4, back - 0.06, z + 0.21, height=0.26)
    furniture.plant(site, glow + 0.35, back - 0.06, z + 0.21, height=0.22)


def pot(site: Site, x: float, y: float, z: float) -> None:
    site.add(lathe([(0, 0), (0.1, 0), (0.105, 0.01), (0.105, 0.12), (0.11, 0.124), (0.1, 0.13), (0.06, 0.145), (0.015, 0.15), (0.015, 0.17), (0.022, 0.18), (0, 0.185)], (x, y, z), plain("#b5462f", 0.2)))


def bathtub(site: Site, x: float, y: float, z: float, length: float) -> None:
    """A free-standing tub: an oval shell with a rolled rim, hollow, on a plinth; a standing tap."""
    made = lathe([(0.0, 0.0), (0.66, 0.0), (0.74, 0.05), (0.86, 0.4), (0.95, 0.53), (1.0, 0.57), (0.99, 0.59), (0.95, 0.59), (0.91, 0.55), (0.82, 0.38), (0.68, 0.16), (0.4, 0.1), (0.0, 0.1)], (0, 0, 0), plain("#edebe6", 0.1), segments=64)
    for v in made.data.vertices:  # an oval with fuller ends, the head raised
        v.co.x, v.co.y = v.co.x * length / 2, v.co.y * 0.38
        v.co.z += 0.06 * abs(v.co.x / (length / 2)) ** 3 * (v.co.z > 0.3)
        v.co.x, v.co.y, v.co.z = v.co.x + x, v.co.y + y, v.co.z + z
    made.data.update()
    site.add(made)
    tap(site, x, y + 0.44, z + 0.6)


def stool(site: Site, room: Room, side: int, back: float, z: float) -> None:
    """A stool with folded towels and soap by the tub, bottles on its rim."""
    seat, cloth, x, y = Mesher(), Mesher(), side * (room.half - 0.42), back - 1.25
    seat.soft(x - 0.19, x + 0.19, y - 0.15, y + 0.15, z + 0.42, z + 0.45, 0.01)
    for sx in (-1, 1):
        for sy in (-1, 1):
            seat.tube([(x + sx * 0.18, y + sy * 0.13, z), (x + sx * 0.14, y + sy * 0.1, z + 0.43)], 0.014, sides=8)
    for k in range(3):
        cloth.soft(x - 0.15, x + 0.15, y - 0.11, y + 0.11, z + 0.452 + 0.055 * k, z + 0.505 + 0.055 * k, 0.025, steps=3, tint=((0.8, 0.78, 0.72), (0.42, 0.5, 0.48), (0.8, 0.78, 0.72))[k])
    site.add(seat.object("stool", standard("oak", size=0.45), smooth=True), cloth.object("folded towels", plain("#ffffff", 0.95, tinted=True, bump=0.0015), smooth=True))


@setting("bathroom")
def bathroom(site: Site) -> None:
    """Tiled walls, a vanity with a round mirror, a tub, towels, a plant, frosted daylight."""
    plan, rng = site.plan, site.rng
    back = depth_of(site, 1.9)
    room = room_of(site, half=2.0, back=back, height=2.6)
    z = plan.floor_z
    side = rng.choice((-1, 1))
    glow = aside(site, side * 0.7, back, least=0.9, most=1.3)
    shell(site, room, colour="#d8d6cf", floor=rng.choice(("slate", "tile", "terrazzo")), openings=(Opening("back", glow, 0.8, z0=1.2, z1=2.1, panes=(2, 2)), Opening("left", sunward(site, back, -0.4), 1.0, z0=1.1, z1=2.1)))
    wainscot = Mesher()
    for a, b, hi in ((-room.half, glow - 0.42, 1.5), (glow - 0.42, glow + 0.42, 1.16), (glow + 0.42, room.half, 1.5)):
        wainscot.box(a, b, back - 0.01, back, z + 0.02, z + hi)
    for s in (-1, 1):
        wainscot.box(s * room.half, s * (room.half - 0.01), room.near, back, z + 0.02, z + 1.5)
    site.add(wainscot.object("tiles", tiles(rng.choice(("#e6e6e1", "#a9bdb6", "#c6d0d4")))))
    x = glow - side * 1.25
    pieces.cupboards(site, x - 0.5, x + 0.5, back - 0.48, z + 0.18, z + 0.8, colour=rng.choice(("#6b5642", "#4d5b57", "#d5d1c7")), plinth=0.0, depth=0.46)
    slab = Mesher()
    slab.soft(x - 0.52, x + 0.52, back - 0.5, back, z + 0.8, z + 0.83, 0.004)
    site.add(slab.object("vanity top", standard("marble", size=1.0), smooth=True))
    site.add(lathe([(0.08, 0), (0.16, 0.03), (0.21, 0.13), (0.2, 0.135), (0.15, 0.04), (0, 0.02)], (x, back - 0.26, z + 0.83), plain("#eceae5", 0.12)))
    tap(site, x, back - 0.05, z + 0.83)
    t = np.linspace(0, 2 * np.pi, 49)[:-1]
    disc = np.vstack([np.stack([x + 0.36 * np.cos(t), np.full(48, back - 0.03), z + 1.55 + 0.36 * np.sin(t)], axis=1), [[x, back - 0.03, z + 1.55]]])
    site.add(mesh("mirror", disc, [(48, (k + 1) % 48, k) for k in range(48)], material=plain("#e9ecec", 0.03, metal=1.0)))
    ring = Mesher()
    tt = np.linspace(0, 2 * np.pi, 49)
    ring.tube(np.stack([x + 0.365 * np.cos(tt), np.full(49, back - 0.03), z + 1.55 + 0.365 * np.sin(tt)], axis=1), 0.012, sides=8)
    site.add(ring.object("mirror frame", plain("#a8884f", 0.3, metal=1.0), smooth=True))
    for s in (-1, 1):
        furniture.pendant(site, x + s * 0.5, back - 0.2, z + 1.75, room.top, glass_globe=True, radius=0.07, on=True)
    if "bathtub" not in site.things:  # where the picture is of one, the room has no other
        bathtub(site, (glow - 0.85 * side + side * (room.half - 0.1)) / 2, back - 0.5, z, abs(side * (room.half - 0.1) - glow + 0.85 * side))
    towel = Mesher()
    towel.soft(x - side * 0.95 - 0.2, x - side * 0.95 + 0.2, back - 0.07, back - 0.03, z + 0.8, z + 1.45, 0.018, steps=2, bulge=0.006)
    site.add(towel.object("towel", pieces.woven(rng.choice(("#d9d0c0", "#7d8f86", "#b5826a"))), smooth=True))
    furniture.plant(site, glow + 0.15 * side, back - 0.05, z + 1.2, height=0.32)
    furniture.rug(site, x + side * 1.1, back - 1.35, z, 0.85, 0.55, colour=rng.choice(("#8c9aa0", "#b9a58c", "#6f7f78")))
    stool(site, room, side, back, z)
    if plan.table:
        raise_surface(site)
