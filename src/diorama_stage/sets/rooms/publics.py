# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms of work and company: cafe, office, library, workshop."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.scatter import keep_clear
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import asked, glowing, plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.rooms import lived, pieces
from diorama_stage.sets.rooms.homes import aside, depth_of, seated, sunward
from diorama_stage.sets.rooms.shell import Opening, room_of, shell


@setting("cafe")
def cafe(site: Site) -> None:
    """Bistro tables and chairs, a counter with a coffee machine and pendant lamps, shelves of bottles, big windows to the street."""
    plan, rng = site.plan, site.rng
    back = depth_of(site, 4.2)
    room = room_of(site, half=3.6, back=back, height=3.1)
    z = plan.floor_z
    side = rng.choice((-1, 1))
    french = site.has("french")
    glow = aside(site, side * 0.6, back, least=1.2, most=2.3)
    shell(site, room, colour="#b9ab93" if french else rng.choice(("#a8a196", "#8f8a80", "#5d6a63")), floor="tile" if french else "oak", frames="#3a2a1f" if french else "#2a2b2b", openings=(
        Opening("back", glow, 2.2, z0=0.5, z1=2.6, view="city", panes=(3, 2)), Opening("left", sunward(site, back, min(0.2, back - 4.0)), 2.4, z0=0.5, z1=2.6, view="city", panes=(3, 2)),
    ))  # fmt: skip
    counter = glow - side * 2.7
    bar(site, counter, back, z, on=True)
    for k in range(3):
        furniture.pendant(site, counter + (k - 1) * 0.75, back - 1.35, z + 1.95, room.top, radius=0.15, colour="#20302b" if french else "#1e1f20")
    furniture.pendant(site, glow, back - 1.6, z + 2.1, room.top, glass_globe=True, radius=0.14)
    tops, legs, frames, seats = Mesher(), Mesher(), Mesher(), Mesher()
    spots = np.array([(glow - 0.5, back - 0.95), (glow + 0.9 * side, back - 1.1), (glow - 1.2 * side, back - 2.1), (glow + 0.6 * side, back - 2.6), (side * 2.6, back - 3.4), (-side * 2.7, back - 3.2)])
    if site.has("tables", "chairs"):  # asked for: nearer to the lens, too
        spots = np.vstack([spots, [(-side * 0.9, back - 3.3), (side * 0.7, back - 4.1), (-side * 1.7, back - 4.7)]])
    for x, y in spots[keep_clear(site, spots, 0.75)]:
        pieces.pedestal_table(tops, legs, x, y, z)
        if site.has("lamps"):
            furniture.pendant(site, x, y, z + 1.85, room.top, radius=0.17)
        turn = rng.uniform(0, 90)
        for a in (turn, turn + 180):
            r = np.radians(a)
            pieces.chair(frames, seats, x + 0.52 * np.sin(r), y - 0.52 * np.cos(r), z, a + 180 + rng.uniform(-12, 12), bentwood=True)
        site.add(lathe([(0, 0), (0.03, 0), (0.035, 0.06), (0.03, 0.06), (0.02, 0.01), (0, 0.01)], (x + 0.1, y - 0.05, z + 0.74), plain("#e6e2d9", 0.25), segments=16))
        furniture.vase(site, x - 0.06, y + 0.05, z + 0.74, height=0.15, colour="#7f8f88")
    if tops:
        chairs = site.fitting("chairs")
        site.add(
            tops.object("table tops", asked(site.fitting("tables"), "marble" if french else "walnut", size=0.7)),
            legs.object("table legs", plain("#1b1b1b", 0.5), smooth=True),
            frames.object("chairs", asked(chairs, "dark_wood", size=0.9), smooth=True),
            seats.object("seats", asked(chairs, "rattan" if french else "walnut", size=0.5), smooth=True),
        )  # fmt: skip
    furniture.hangings(site, room, "back", glow, 2.2, 2.75)
    furniture.plant(site, glow + side * 1.35, back - 0.45, z, height=1.7)
    furniture.picture(site, glow - side * 1.35, back, z + 1.75, width=0.5, height=0.7, frame="#8a6a3a")
    if plan.table:
        raise_surface(site)


def bar(site: Site, x: float, back: float, z: float, *, on: bool) -> None:
    """A panelled counter with an espresso machine, cups and a cake dome; bottles on lit shelves and a blackboard behind it."""
    rng, front = site.rng, back - 1.55
    pieces.cupboards(site, x - 1.25, x + 1.25, front, z, z + 1.04, colour=rng.choice(("#2f3d36", "#4a3426", "#2d3440")), depth=0.55)
    top, machine, steel = Mesher(), Mesher(), Mesher()
    top.soft(x - 1.3, x + 1.3, front - 0.06, front + 0.6, z + 1.04, z + 1.08, 0.006)
    site.add(top.object("counter", standard("marble", size=2.6), smooth=True))
    m = x + 0.55
    machine.soft(m - 0.36, m + 0.36, front + 0.1, front + 0.55, z + 1.14, z + 1.5, 0.03, steps=3)
    machine.soft(m - 0.38, m + 0.38, front + 0.06, front + 0.56, z + 1.5, z + 1.53, 0.01)
    for k in (-0.2, 0.0, 0.2):
        steel.tube([(m + k, front + 0.1, z + 1.42), (m + k, front + 0.02, z + 1.34), (m + k, front - 0.08, z + 1.33)], 0.016, sides=8)
    site.add(machine.object("espresso machine", plain("#b9bcbd", 0.2, metal=1.0), smooth=True), steel.object("groups", plain("#3a2a20", 0.4), smooth=True))
    for k in range(9):
        site.add(lathe([(0, 0), (0.025, 0), (0.035, 0.055), (0.03, 0.055), (0, 0.01)], (m - 0.32 + 0.08 * k, front + 0.35 + 0.06 * (k % 2), z + 1.53), plain("#e9e5dc", 0.25), segments=14))
    site.add(lathe([(0, 0), (0.05, 0), (0.02, 0.02), (0.02, 0.1), (0.15, 0.12), (0.15, 0.13), (0, 0.13)], (x - 0.3, front + 0.25, z + 1.08), plain("#d9d4c8", 0.2)))
    site.add(lathe([(0, 0), (0.11, 0), (0.11, 0.06), (0.1, 0.07), (0, 0.07)], (x - 0.3, front + 0.25, z + 1.21), plain("#7a4a2a", 0.6)))
    boards, glow = Mesher(), Mesher()
    for h in (1.35, 1.75, 2.15):
        boards.soft(x - 1.15, x + 1.15, back - 0.22, back, z + h, z + h + 0.03, 0.003)
        if on:
            glow.box(x - 1.12, x + 1.12, back - 0.03, back - 0.02, z + h - 0.02, z + h)
        u = x - 1.08
        while u < x + 1.05:
            bottle(site, u, back - 0.12, z + h + 0.03)
            u += rng.uniform(0.085, 0.15)
    site.add(boards.object("bar shelves", standard("walnut", size=2.3), smooth=True))
    if on:
        site.add(glow.object("shelf light", site.glow(glowing("#ffc684", 6.0), "practical")))
        site.lamp(x, back - 0.4, z + 1.9, radius=0.3, kelvin=2700, watts=10.0)


def bottle(site: Site, x: float, y: float, z: float) -> None:
    rng = site.rng
    tone = rng.choice(("#2e4a2a", "#5a2f1a", "#8a6a2a", "#c9c2b2", "#1d2a33", "#7a1f1c", "#b58a3e"))
    r, h = rng.uniform(0.028, 0.042), rng.uniform(0.2, 0.3)
    site.add(lathe([(0, 0), (r, 0), (r, h * 0.6), (r * 0.35, h * 0.78), (r * 0.35, h), (0, h)], (x, y, z), plain(tone, 0.12), segments=14))


@setting("office")
def office(site: Site) -> None:
    """A desk with a screen and a task chair, shelves of files, a big window over the city."""
    plan, rng = site.plan, site.rng
    back = depth_of(site, 2.9)
    room = room_of(site, half=2.9, back=back)
    z = plan.floor_z
    side = rng.choice((-1, 1))
    glow = aside(site, side * 0.5, back, least=0.9, most=1.7)
    shell(site, room, colour=rng.choice(("#d0d0cb", "#c3c8c9", "#cfc8bc")), floor="felt" if rng.random() < 0.5 else "oak", frames="#3a3d3f", openings=(Opening("back", glow, 2.2, z0=0.75, z1=2.45, view="city", panes=(3, 1)), Opening("left", sunward(site, back, -0.3), 1.8, z0=0.75, z1=2.4, view="city")))
    x, front = glow + 0.2 * side, back - 1.05
    desk(site, x, front, z)
    if not plan.table and lived.free_of(site, "desk") and seated(site):  # colleagues' desks, nearer to the lens
        for dx, y in ((-1.75 * side, front - 1.5), (1.15 * side, front - 1.95)):
            if lived.clear(site, x + dx, y, 0.9, 0.9, 1.3):
                desk(site, x + dx, y, z)
    furniture.hangings(site, room, "back", glow, 2.2, 2.6)
    furniture.bookcase(site, glow - side * 2.3, back - 0.33, z, width=1.3, height=1.9, full=0.75)
    furniture.plant(site, glow + side * 1.5, back - 0.45, z, height=1.35)
    furniture.picture(site, glow - side * 1.4, back, z + 1.65, width=0.5, height=0.7)
    panel = Mesher()
    for k in range(2):
        panel.box(-1.3 + 2.0 * k, -0.7 + 2.0 * k, back - 2.4, back - 1.2, room.top - 0.012, room.top - 0.006)
    if site.dark or rng.random() < 0.5:
        site.add(panel.object("ceiling lights", site.glow(glowing("#f4f6ff", 5.0), "practical")))
        for k in range(2):
            site.lamp(-1.0 + 2.0 * k, back - 1.8, room.top - 0.1, radius=0.3, kelvin=4200, watts=16.0)
    if plan.table:
        raise_surface(site)


def desk(site: Site, x: float, y: float, z: float) -> None:
    """A desk whose user looks out to the camera's side: screen seen from its back or front by chance, lamp, papers, a task chair."""
    rng = site.rng
    top, legs, screen, shine, black, paper = Mesher(), Mesher(), Mesher(), Mesher(), Mesher(), Mesher()
    top.soft(x - 0.85, x + 0.85, y, y + 0.75, z + 0.71, z + 0.74, 0.004)
    for s in (-1, 1):
        for yy in (0.06, 0.64):
            legs.soft(x + s * 0.78, x + s * 0.74, y + yy, y + yy + 0.04, z, z + 0.71, 0.004)
    h = z + 0.74
    screen.soft(x - 0.31, x + 0.31, y + 0.48, y + 0.505, h + 0.13, h + 0.51, 0.006)
    screen.soft(x - 0.03, x + 0.03, y + 0.5, y + 0.53, h, h + 0.25, 0.006)
    screen.soft(x - 0.12, x + 0.12, y + 0.42, y + 0.6, h, h + 0.012, 0.004)
    shine.quad((x - 0.3, y + 0.479, h + 0.14), (x + 0.3, y + 0.479, h + 0.14), (x + 0.3, y + 0.479, h + 0.5), (x - 0.3, y + 0.479, h + 0.5))
    black.soft(x - 0.21, x + 0.21, y + 0.16, y + 0.29, h, h + 0.016, 0.004)
    black.soft(x + 0.28, x + 0.34, y + 0.18, y + 0.28, h, h + 0.028, 0.012)
    for k in range(6):
        paper.box(x - 0.68 + 0.003 * k, x - 0.47 + 0.004 * k, y + 0.25, y + 0.55, h + 0.004 * k, h + 0.004 * (k + 1), tint=np.array((1, 1, 1)) * rng.uniform(0.75, 1.0))
    site.add(top.object("desk", standard("oak", size=1.7), smooth=True), legs.object("desk legs", plain("#26282a", 0.45), smooth=True), screen.object("monitor", plain("#1c1d1f", 0.4), smooth=True), black.object("keyboard", plain("#2b2c2e", 0.5), smooth=True), paper.object("papers", plain("#ece9e0", 0.8, tinted=True)))
    t = Tree("desktop")
    u, v, _ = t.xyz(t.uv())
    blocks = t.node("TexBrick", {"Vector": t.scaled(t.uv(), (3.0, 2.2, 1)), "Scale": 1.0, "Mortar Size": 0.03, "Brick Width": 0.9, "Row Height": 0.4, "Color1": "#e9edf2", "Color2": "#8fb0d0", "Mortar": "#2d3440"})
    t.surface(t.emission(blocks.outputs[0], 1.2))
    site.add(shine.object("screen", site.glow(t.material, "practical")))
    furniture.table_lamp(site, x + 0.62, y + 0.5, h, height=0.42, on=site.dark)
    task_chair(site, x - 0.1, y - 0.5, z)


def task_chair(site: Site, x: float, y: float, z: float) -> None:
    cloth, steel = Mesher((x, y, z, 160)), Mesher((x, y, z, 160))
    cloth.soft(-0.24, 0.24, -0.24, 0.24, 0.44, 0.52, 0.04, steps=3, bulge=0.012)
    cloth.soft(-0.22, 0.22, 0.22, 0.29, 0.6, 1.08, 0.034, steps=3, bulge=0.012)
    steel.tube([(0, 0, 0.1), (0, 0, 0.45)], 0.025, sides=10)
    steel.tube([(0, 0.1, 0.45), (0, 0.3, 0.5), (0, 0.29, 0.75)], 0.018, sides=8)
    for k in range(5):
        a = 2 * np.pi * k / 5
        steel.tube([(0, 0, 0.11), (0.3 * np.cos(a), 0.3 * np.sin(a), 0.06)], [0.024, 0.014], sides=6)
        steel.soft(0.3 * np.cos(a) - 0.025, 0.3 * np.cos(a) + 0.025, 0.3 * np.sin(a) - 0.025, 0.3 * np.sin(a) + 0.025, 0.0, 0.05, 0.02)
    site.add(cloth.object("task chair", pieces.woven("#3d4347"), smooth=True), steel.object("chair base", plain("#1e1f20", 0.4), smooth=True))


@setting("library")
def library(site: Site) -> None:
    """Walls of books to the ceiling with a ladder, a reading table with green-shaded lamps, a leather armchair."""
    plan = site.plan
    back = depth_of(site, 3.0)
    room, lit = room_of(site, half=3.0, back=back, height=3.5), sunward(site, back, min(0.0, back - 3.6))
    z = plan.floor_z
    shell(site, room, colour="#8a7a62", floor="oak", frames="#4a3424", openings=(Opening("left", lit, 1.2, z0=0.7, z1=2.9, panes=(2, 4)),))
    furniture.hangings(site, room, "left", lit, 1.2, 3.05)
    width = 1.5
    x = -room.half + width / 2
    while x < room.half:
        furniture.bookcase(site, x, back - 0.34, z, width=width, height=3.2, wood="walnut", full=0.96)
        x += width
    lx = aside(site, 0.4, back, least=0.7, most=1.6)
    if not site.has("fireplace"):
        _ladder(site, lx, back, z)
    spot = np.array([[-1.6 if lx > 0 else 1.6, back - 1.5]])
    if keep_clear(site, spot, 0.7)[0]:
        pieces.armchair(site, float(spot[0, 0]), float(spot[0, 1]), z, degrees=-25 if lx < 0 else 25, colour="#5a2f1e")
        furniture.table_lamp(site, float(spot[0, 0]) + (0.8 if lx > 0 else -0.8), back - 0.75, z + 0.55, height=0.5, on=True)
        pieces.low_table(site, float(spot[0, 0]) + (0.8 if lx > 0 else -0.8), back - 0.75, z, width=0.5, depth=0.5, height=0.55, wood="walnut")
    chandelier = np.array([0.0, back - 1.6])
    for k in range(6):
        a = np.pi * k / 3
        furniture.pendant(site, chandelier[0] + 0.45 * np.cos(a), chandelier[1] + 0.45 * np.sin(a), z + 2.7, room.top, glass_globe=True, radius=0.06)
    if plan.table:
        raise_surface(site)


def _ladder(site: Site, x: float, back: float, z: float) -> None:
    """A ladder that leans on the shelves."""
    ladder = Mesher()
    for s in (-0.22, 0.22):
        ladder.tube([(x + s, back - 0.95, z), (x + s, back - 0.36, z + 2.9)], 0.022, sides=6)
    for k in range(1, 10):
        f = k / 10
        ladder.tube([(x - 0.22, back - 0.95 + 0.59 * f, z + 2.9 * f), (x + 0.22, back - 0.95 + 0.59 * f, z + 2.9 * f)], 0.016, sides=6)
    site.add(ladder.object("ladder", standard("walnut", size=2.5), smooth=True))


@setting("workshop")
def workshop(site: Site) -> None:
    """A bench with a vice under a wall of hung tools, shelves of tins, planks, a lamp on a chain."""
    plan, rng = site.plan, site.rng
    back = depth_of(site, 1.9)
    room = room_of(site, half=2.8, back=back, height=3.0)
    z = plan.floor_z
    glow = aside(site, 0.75 if rng.random() < 0.5 else -0.75, back, least=1.4, most=2.0)
    shell(site, room, colour="#a59e90", floor="concrete", frames="#4a4f4d", openings=(Opening("back", glow, 1.2, z0=1.2, z1=2.4, panes=(3, 3)), Opening("left", sunward(site, back, -0.3), 1.6, panes=(4, 3))))
    x = glow - np.sign(glow) * 2.0
    bench = Mesher()
    bench.soft(x - 1.3, x + 1.3, back - 0.75, back - 0.05, z + 0.82, z + 0.9, 0.008)
    for s in (-1.15, 0, 1.15):
        for yy in (0.7, 0.18):
            bench.soft(x + s - 0.05, x + s + 0.05, back - yy, back - yy + 0.1, z, z + 0.82, 0.006)
    bench.soft(x - 1.2, x + 1.2, back - 0.65, back - 0.1, z + 0.2, z + 0.24, 0.004)
    site.add(bench.object("workbench", standard("pine", "#9a7444", size=2.6, finish=("worn",)), smooth=True))
    vice(site, x - 0.8, back - 0.75, z + 0.9)
    panel = Mesher()
    panel.box(x - 1.25, x + 1.25, back - 0.03, back - 0.01, z + 1.05, z + 2.05)
    site.add(panel.object("tool board", standard("pine", "#b58f5a", size=2.5)))
    tools(site, x, back - 0.03, z)
    shelf = Mesher()
    for h in (2.2, 2.52):
        shelf.soft(x - 1.25, x + 1.25, back - 0.25, back, z + h, z + h + 0.03, 0.003)
        u = x - 1.15
        while u < x + 1.1:
            r, tall = rng.uniform(0.04, 0.08), rng.uniform(0.1, 0.22)
            site.add(lathe([(0, 0), (r, 0), (r, tall), (r * 0.95, tall + 0.006), (0, tall)], (u + r, back - 0.13, z + h + 0.03), plain(rng.choice(("#8f9496", "#7a2f22", "#2f4a5e", "#b58a2e", "#3a3d3a", "#c9c2b2")), 0.35, metal=0.3), segments=18))
            u += 2 * r + rng.uniform(0.01, 0.06)
    site.add(shelf.object("shelves", standard("pine", size=2.5), smooth=True))
    planks = Mesher()
    for k in range(7):
        u = np.sign(glow) * (room.half - 0.15 - 0.09 * k)
        planks.add(np.array([(u, back - 0.1, z + 2.3), (u + 0.03, back - 0.1, z + 2.3), (u + 0.03, back - 0.12, z + 2.3), (u, back - 0.12, z + 2.3), (u, back - 0.4 - 0.02 * k, z), (u + 0.03, back - 0.4 - 0.02 * k, z), (u + 0.03, back - 0.55, z), (u, back - 0.55, z)]), np.array([(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]))
    site.add(planks.object("planks", standard("oak", size=2.3)))
    furniture.pendant(site, x, back - 0.8, z + 1.95, room.top, radius=0.22, colour="#2f4a3f")
    if plan.table:
        raise_surface(site)


def vice(site: Site, x: float, y: float, z: float) -> None:
    m = Mesher()
    m.soft(x - 0.07, x + 0.07, y - 0.02, y + 0.2, z, z + 0.05, 0.01)
    m.soft(x - 0.06, x + 0.06, y + 0.05, y + 0.18, z + 0.05, z + 0.16, 0.02)
    m.soft(x - 0.08, x + 0.08, y + 0.02, y + 0.05, z + 0.1, z + 0.17, 0.006)
    m.soft(x - 0.08, x + 0.08, y - 0.04, y - 0.01, z + 0.1, z + 0.17, 0.006)
    m.tube([(x, y - 0.16, z + 0.1), (x, y + 0.1, z + 0.1)], 0.016, sides=10)
    m.tube([(x - 0.12, y - 0.15, z + 0.12), (x + 0.12, y - 0.15, z + 0.08)], 0.008, sides=8)
    site.add(m.object("vice", plain("#34505a", 0.45, metal=0.3), smooth=True))


def tools(site: Site, x: float, y: float, z: float) -> None:
    """Hammers, saws, spanners, screwdrivers and squares, hung in rows on the board whose face is at y."""
    rng, wood, steel, grip = site.rng, Mesher(), Mesher(), Mesher()
    for row, h in enumerate((1.9, 1.45)):
        u = x - 1.1
        while u < x + 1.1:
            kind = rng.randint(0, 4)
            if kind == 0:  # hammer
                wood.soft(u - 0.014, u + 0.014, y - 0.035, y - 0.012, z + h - 0.33, z + h, 0.008)
                steel.soft(u - 0.06, u + 0.055, y - 0.04, y - 0.008, z + h - 0.02, z + h + 0.025, 0.008)
                u += 0.17
            elif kind == 1:  # hand saw
                steel.add([(u, y - 0.016, z + h - 0.02), (u + 0.05, y - 0.016, z + h - 0.38), (u + 0.1, y - 0.016, z + h - 0.38), (u + 0.14, y - 0.016, z + h - 0.02)], [(0, 1, 2, 3)])
                wood.soft(u - 0.005, u + 0.145, y - 0.03, y - 0.008, z + h - 0.03, z + h + 0.06, 0.012)
                u += 0.23
            elif kind == 2:  # spanner
                for k in range(4):
                    s = 1 - 0.16 * k
                    steel.soft(u - 0.008, u + 0.008, y - 0.018, y - 0.01, z + h - 0.24 * s, z + h, 0.003)
                    for e in (0.0, -0.24 * s):
                        steel.soft(u - 0.02 * s, u + 0.02 * s, y - 0.02, y - 0.009, z + h + e - 0.018, z + h + e + 0.018, 0.008)
                    u += 0.055
                u += 0.05
            else:  # screwdrivers
                for _ in range(4):
                    tone = rng.choice(((0.5, 0.03, 0.02), (0.55, 0.3, 0.02), (0.02, 0.06, 0.2), (0.03, 0.03, 0.03)))
                    grip.soft(u - 0.014, u + 0.014, y - 0.034, y - 0.008, z + h - 0.09, z + h, 0.01, tint=tone)
                    steel.tube([(u, y - 0.02, z + h - 0.09), (u, y - 0.02, z + h - 0.22)], 0.004, sides=6)
                    u += 0.05
                u += 0.04
        del row
    parts = ((wood, "handles", standard("oak", size=0.3)), (steel, "blades", plain("#9a9d9f", 0.3, metal=1.0)), (grip, "grips", plain("#ffffff", 0.35, tinted=True)))
    site.add(*(m.object(name, paint, smooth=name != "blades") for m, name, paint in parts if m))
