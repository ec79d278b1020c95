# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies behind a table top, out of focus: a few quiet rooms, one chosen by the seed (or by the mood). Each keeps a few small highlights, which a fast lens turns to discs."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, tagged
from diorama_stage.kit.mesher import Mesher
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.rooms import pieces
from diorama_stage.sets.rooms.homes import shelf_run, tiles
from diorama_stage.sets.rooms.shell import Opening, Room, room_of, shell
from diorama_stage.sets.rooms.windowsill import before_panes

SIDE = Opening("left", -0.4, 1.6, view="garden")
"""Daylight beside the camera, in every one of them."""


EYE_BAND, MOST_LOWER = 1.75, 1.0
"""How far above the background's floor the frame's upper edge should lie; how far that floor may be let down below the table's, metres. Out of focus nobody sees it."""


def behind(site: Site) -> None:
    """One of the rooms, such as the things on the table belong in: lamps are lit in the evening, a bright day prefers windows, a dark mood has none."""
    plan = site.plan
    _, _, middle, half = site.view.frame(plan.back_y + max(2.4, 5 * site.extent))
    lower = max(middle + half - EYE_BAND, plan.floor_z - MOST_LOWER)
    site.plan = replace(plan, floor_z=min(plan.floor_z, lower))  # a close view down on a table sees skirting boards: the room is let down until its shelves and lamps come into the frame
    chosen = "before_panes" if site.has("rain_on_window", "raindrops") else random.Random(f"{site.seed}:room").choice(_choices(site))
    site.dressing.room = site.room if site.room in ROOMS else chosen
    ROOMS[site.dressing.room](site)
    site.plan = plan




def _choices(site: Site) -> tuple[str, ...]:
    """What a stylist would set these things before."""
    if site.has("window"):
        return "before_panes", "window", "window"
    if site.dark or site.hours == "dusk" or site.mood in ("moody", "low_key", "dramatic"):
        return ("books", "picture_wall") if site.things & tagged(Tag.FOR_STUDY) else ("bar", "books", "picture_wall")
    if site.things & tagged(Tag.FOR_STUDY):
        return "window", "books", "picture_wall", "window"
    return "window", "kitchen", "books", "picture_wall", "window", "bar" if site.things & tagged(Tag.FOR_DRINKS) else "kitchen", "conservatory"


def _room(site: Site, colours: tuple[str, ...], *, away: float = 2.4, openings: tuple[Opening, ...] = (), floor: str = "oak") -> tuple[Room, float, float, float]:
    """The shell; the middle of the frame on its back wall and the half width seen there; the wall's depth."""
    back = site.plan.back_y + max(away, 5 * site.extent)
    room = room_of(site, half=2.9, back=back)
    cx, half, _, _ = site.view.frame(back)
    shell(site, room, colour=site.rng.choice(colours), floor=floor, openings=(SIDE, *openings))
    return room, cx, half, back


def sparkle(site: Site, x0: float, x1: float, y: float, z0: float, z1: float, count: int, *, colours: tuple[str, ...] = ("#ffcf8f", "#ffe0b0", "#ffb870"), size: float = 0.011, strength: float = 26.0) -> None:
    """Small lights: a string of bulbs, or glints, each of which the lens opens to a disc."""
    rng = site.rng
    bulbs: dict[str, Mesher] = {}
    t = np.linspace(-np.pi / 2, np.pi / 2, 6)
    for k in range(count):
        x = x0 + (x1 - x0) * (k + 0.5 + rng.uniform(-0.3, 0.3)) / count
        m = bulbs.setdefault(rng.choice(colours), Mesher())
        m.tube(np.stack([np.full(6, x), np.full(6, y + rng.uniform(-0.05, 0.05)), rng.uniform(z0, z1) + size * np.sin(t)], axis=1), size * np.maximum(np.cos(t), 0.05), sides=8)
    for colour, m in bulbs.items():
        site.add(m.object("small lights", site.glow(glowing(colour, strength), "practical"), smooth=True))


def window(site: Site) -> None:
    """A tall window on a bright garden, curtains, a plant; a chair's back before it."""
    side, plan = site.rng.choice((-1, 1)), site.plan
    back = plan.back_y + max(2.4, 5 * site.extent)
    cx, half, _, _ = site.view.frame(back)
    u = cx + side * min(half * 0.35, 0.7)
    room, *_ = _room(site, ("#d6d0c5", "#c9c4b9", "#cbbfae"), openings=(Opening("back", u, 1.7, z0=0.3, z1=2.35, view="garden", panes=(3, 3)),))
    colour = site.rng.choice(("#ddd6ca", "#c9c2b2", "#b9bcb4"))
    furniture.curtain(site, room, "back", u - 1.3, u - 0.66, 2.5, colour=colour)
    furniture.curtain(site, room, "back", u + 0.66, u + 1.3, 2.5, colour=colour)
    furniture.plant(site, u - side * 1.25, back - 0.5, plan.floor_z, height=1.45, kind="broad")
    pieces.armchair(site, u + side * 0.9, back - 1.15, plan.floor_z, degrees=-25 * side, colour=site.rng.choice(("#8d7a5e", "#6f7d74", "#9a8f80")))


def conservatory(site: Site) -> None:
    """Glass from side to side, plants on the floor and on a bench: a background of leaves and light."""
    plan, rng = site.plan, site.rng
    back = plan.back_y + max(2.2, 5 * site.extent)
    cx, half, _, _ = site.view.frame(back)
    width = min(2 * half + 0.8, 4.6)
    room, *_ = _room(site, ("#d9d5cb",), away=2.2, openings=(Opening("back", min(max(cx, -0.4), 0.4), width, z0=0.25, z1=2.45, view="garden", panes=(max(3, round(width / 0.7)), 3)),), floor="tile")
    for k in range(5):
        x = cx + (k - 2) * width / 5 + rng.uniform(-0.15, 0.15)
        furniture.plant(site, x, back - rng.uniform(0.25, 0.7), plan.floor_z, height=rng.uniform(0.9, 1.6), pot=rng.choice(("#b5643c", "#c8beb0", "#5f6b70")), kind=rng.choice(("broad", "strap")))


def kitchen(site: Site) -> None:
    """Cupboards and a worktop, glazed tiles, two open shelves of crockery, a lit pendant lamp."""
    plan, rng = site.plan, site.rng
    room, cx, half, back = _room(site, ("#dcd7cc", "#cfcabd"))
    z, level = plan.floor_z, plan.floor_z + 0.9
    pieces.cupboards(site, -room.half, room.half, back - 0.6, z, level - 0.035, colour=rng.choice(("#5d6f66", "#cfc9ba", "#4c5a63", "#8d8f7c")))
    slab, splash = Mesher(), Mesher()
    slab.soft(-room.half, room.half, back - 0.63, back, level - 0.035, level, 0.004)
    splash.box(-room.half, room.half, back - 0.008, back, level, z + 1.5)
    site.add(slab.object("worktop", standard(rng.choice(("oak", "marble", "walnut")), size=3.0), smooth=True), splash.object("tiles", tiles(rng.choice(("#e6e4dd", "#dcdfd8", "#b4c0b4")))))
    side = rng.choice((-1, 1))
    shelf_run(site, cx - side * 0.1, cx + side * min(half * 1.2 + 0.4, 2.2), back, z)
    for k in range(4):  # jars and a kettle: glints
        furniture.vase(site, cx - side * (0.25 + 0.24 * k), back - 0.3 - 0.05 * (k % 2), level, height=rng.uniform(0.14, 0.3), colour=rng.choice(("#c9b08a", "#e4e0d6", "#8a4b2f", "#6d7a72")))
    furniture.plant(site, cx + side * 0.5, back - 0.3, level, height=0.42)
    for k in (-1, 1):
        furniture.pendant(site, cx + side * 0.35 + 0.42 * k, back - 0.75, z + 1.72, room.top, radius=0.13, colour=rng.choice(("#23282a", "#b08d57")), glass_globe=rng.random() < 0.5)


def books(site: Site) -> None:
    """Bookshelves over much of the wall, a plant, a lit lamp on a low cabinet."""
    plan, rng = site.plan, site.rng
    room, cx, half, back = _room(site, ("#b9b2a2", "#8f958c", "#a8a090"), away=2.6)
    side = rng.choice((-1, 1))
    wood = rng.choice(("oak", "walnut", "wood"))
    for k in range(3):
        furniture.bookcase(site, cx + side * (0.1 + 0.94 * k), back - 0.33, plan.floor_z, width=0.92, height=2.15, wood=wood, full=0.75)
    x = cx - side * min(max(half * 0.55, 0.9), 1.4)
    level = furniture.sideboard(site, x, back - 0.46, plan.floor_z, width=1.1, height=0.68, wood=wood)
    furniture.table_lamp(site, x - 0.2 * side, back - 0.24, level, height=0.55, on=True)
    furniture.plant(site, x + 0.3 * side, back - 0.22, level, height=0.5)
    furniture.plant(site, x - side * 0.95, back - 0.5, plan.floor_z, height=1.4)


def picture_wall(site: Site) -> None:
    """A calm plaster wall, one framed picture, a slim lamp, a vase with branches on a console."""
    plan, rng = site.plan, site.rng
    room, cx, half, back = _room(site, ("#c2b8a8", "#a3a89f", "#b7a08a", "#8b9290", "#c9bca8"), away=2.2)
    side = rng.choice((-1, 1))
    x = cx + side * min(half * 0.45, 0.9)
    level = furniture.sideboard(site, x, back - 0.45, plan.floor_z, width=1.3, height=0.74, wood=rng.choice(("oak", "pine", "wood")))
    furniture.picture(site, x - side * 0.1, back, plan.floor_z + 1.55, width=0.62, height=0.82, frame=rng.choice(("#b39a6a", "#e6e2da", "#3a2a20")))
    furniture.table_lamp(site, x + side * 0.42, back - 0.24, level, height=0.52, on=site.dark or rng.random() < 0.6)
    furniture.vase(site, x - side * 0.3, back - 0.26, level, height=0.3, colour=rng.choice(("#d8cfc0", "#7d5a44", "#5c6f6a")))
    furniture.plant(site, cx - side * min(half * 0.8 + 0.2, 1.7), back - 0.5, plan.floor_z, height=1.55)


def bar(site: Site) -> None:
    """A café's counter: shelves of bottles and glasses before a warm wall, pendant lamps, a string of bulbs."""
    plan, rng = site.plan, site.rng
    room, cx, half, back = _room(site, ("#6b5a4a", "#4d5650", "#7a6552"), away=3.0)
    z = plan.floor_z
    shelf, bottles = Mesher(), Mesher()
    tones = ((0.02, 0.06, 0.02), (0.2, 0.08, 0.01), (0.3, 0.27, 0.22), (0.12, 0.02, 0.01), (0.35, 0.2, 0.05))
    for h in (1.05, 1.4, 1.75):
        shelf.box(cx - half - 0.6, cx + half + 0.6, back - 0.2, back, z + h - 0.025, z + h)
        u = cx - half - 0.5
        while u < cx + half + 0.5:
            r, tall = rng.uniform(0.025, 0.042), rng.uniform(0.12, 0.29)
            bottles.tube([(u, back - 0.1, z + h), (u, back - 0.1, z + h + tall * 0.62), (u, back - 0.1, z + h + tall * 0.76), (u, back - 0.1, z + h + tall)], (r, r, r * 0.35, r * 0.33), sides=10, tint=rng.choice(tones))
            u += 2 * r + rng.uniform(0.008, 0.12)
    site.add(shelf.object("shelves", standard("dark_wood", size=2.0)), bottles.object("bottles", plain("#ffffff", 0.08, tinted=True), smooth=True))
    pieces.cupboards(site, cx - half - 0.8, cx + half + 0.8, back - 1.0, z, z + 0.98, colour=rng.choice(("#33413a", "#4a3426", "#2d3440")), depth=0.5)
    for k in range(3):
        furniture.pendant(site, cx + (k - 1) * max(half * 0.6, 0.55) + rng.uniform(-0.08, 0.08), back - 0.8, z + rng.uniform(1.5, 1.75), room.top, radius=0.11, glass_globe=True)
    sparkle(site, cx - half - 0.4, cx + half + 0.4, back - 0.12, z + 1.95, z + 2.05, 22)
    sparkle(site, cx - half, cx + half, back - 0.14, z + 1.1, z + 1.7, 9, size=0.006)


ROOMS = {room.__name__: room for room in (window, kitchen, books, picture_wall, bar, conservatory, before_panes)}
