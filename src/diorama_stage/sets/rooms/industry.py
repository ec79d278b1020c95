# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a factory and a warehouse: trusses, machines, pipes; racks with pallets and their loads."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of


def trusses(site: Site, room: Room) -> None:
    """Steel columns along the walls and trusses across under the roof, lamps on chains."""
    steel = Mesher()
    for y in np.arange(room.near + 1, room.back, 4.2):
        for s in (-1, 1):
            x = s * (room.half - 0.2)
            for a in (-0.14, 0.12):
                steel.box(x - 0.15, x + 0.15, y + a, y + a + 0.02, room.floor, room.top - 0.1)
            steel.box(x - 0.01, x + 0.01, y - 0.13, y + 0.13, room.floor, room.top - 0.1)
        for h in (0.2, 1.15):
            steel.box(-room.half, room.half, y - 0.08, y + 0.08, room.top - h - 0.12, room.top - h)
        u = np.arange(-room.half, room.half, 1.1)
        for k, x in enumerate(u[:-1]):
            a, b = (room.top - 0.25, room.top - 1.2) if k % 2 else (room.top - 1.2, room.top - 0.25)
            steel.tube([(x, y, a), (x + 1.1, y, b)], 0.045, sides=5)
    site.add(steel.object("trusses", plain("#4d5a60", 0.5, metal=0.4)))


def plant_machines(site: Site, room: Room) -> None:
    """Machines in rows on both sides: presses and tanks with pipes and control cabinets, a conveyor with boxes on it."""
    rng = site.rng
    w = Works(
        site,
        machines=lambda: plain("#ffffff", 0.45, metal=0.2, tinted=True),
        steel=lambda: plain("#aab0b2", 0.3, metal=1.0),
        dark=lambda: plain("#202325", 0.6),
        warning=lambda: hazard(),
        boxes=lambda: plain("#b08a5c", 0.8, bump=0.002),
        lights=lambda: site.glow(glowing("#5fe07a", 4.0), "practical"),
    )
    spots = [(s * x, y, 90.0 * s) for s in (-1, 1) for x in (4.4, 8.2) for y in np.arange(room.near + 2.0, room.back - 2, 3.6)]
    for k, (x, y, turn) in enumerate(clear_of(site, spots, 1.0)):
        w.at(x + rng.uniform(-0.2, 0.2), y + rng.uniform(-0.3, 0.3), room.floor, turn)
        tone = linear(rng.choice(("#3f6b5a", "#4a6a86", "#8a8f8a", "#6a7a6a")))[:3]
        (press if k % 3 else tank)(w, tone, rng.uniform(0.85, 1.2))
    conveyor(site, w, room)
    w.finish(smooth=frozenset(("steel",)))


def press(w: Works, tone, s: float) -> None:
    w.machines.soft(-0.9 * s, 0.9 * s, -0.7, 0.8, 0.0, 0.9, 0.03, tint=tone)
    for x in (-0.85, 0.6):
        w.machines.soft(x * s, (x + 0.25) * s, -0.3, 0.7, 0.9, 2.3 * s, 0.02, tint=tone)
    w.machines.soft(-0.95 * s, 0.95 * s, -0.4, 0.8, 2.2 * s, 2.9 * s, 0.04, tint=tone)
    for x in (-0.3, 0.3):
        w.steel.tube([(x, 0.1, 1.3), (x, 0.1, 2.3 * s)], 0.07, sides=12)
    w.steel.soft(-0.5 * s, 0.5 * s, -0.2, 0.4, 1.15, 1.3, 0.02)
    w.warning.box(-0.9 * s, 0.9 * s, -0.705, -0.7, 0.02, 0.16)
    w.dark.soft(1.0 * s, 1.35 * s, -0.5, -0.2, 0.0, 1.5, 0.02)
    w.lights.box(1.08 * s, 1.13 * s, -0.505, -0.5, 1.3, 1.35)


def tank(w: Works, tone, s: float) -> None:
    w.steel.tube([(0, 0, 0.5), (0, 0, 0.62), (0, 0, 2.4 * s), (0, 0, 2.75 * s), (0, 0, 2.85 * s)], [0.35, 0.8, 0.8, 0.45, 0.1], sides=32)
    for k in range(4):
        a = np.pi * (k + 0.5) / 2
        w.dark.tube([(0.6 * np.cos(a), 0.6 * np.sin(a), 0.0), (0.6 * np.cos(a), 0.6 * np.sin(a), 0.7)], 0.06, sides=8)
    w.steel.tube([(0, -0.3, 2.8 * s), (0, -0.3, 3.6 * s), (0, 1.4, 3.6 * s)], 0.09, sides=12)
    w.machines.soft(-0.2, 0.2, -0.95, -0.8, 1.0, 1.5, 0.02, tint=tone)


def hazard():
    t = Tree("hazard")
    x, y, z = t.xyz(t.position())
    stripe = t.math("GREATER_THAN", t.math("FRACT", t.math("MULTIPLY", t.math("ADD", t.math("ADD", x, y), z), 5.0)), 0.5)
    return t.surface(t.principled(t.mix(stripe, "#d9a81a", "#161616"), 0.5))


def conveyor(site: Site, w: Works, room: Room) -> None:
    """A belt on rollers along the hall behind the subjects, boxes on it."""
    y = site.plan.back_y + 1.6
    w.at(0.0, y, room.floor)
    w.dark.box(-room.half + 1.5, room.half - 1.5, -0.4, 0.4, 0.86, 0.9)
    for s in (-0.45, 0.42):
        w.steel.box(-room.half + 1.5, room.half - 1.5, s, s + 0.03, 0.74, 0.95)
    for x in np.arange(-room.half + 1.8, room.half - 1.6, 1.4):
        for s in (-0.38, 0.34):
            w.machines.box(x, x + 0.06, s, s + 0.06, 0.0, 0.8, tint=(0.25, 0.3, 0.33))
    x = -room.half + 2.0
    while x < room.half - 2:
        a, h = site.rng.uniform(0.16, 0.28), site.rng.uniform(0.18, 0.4)
        w.boxes.soft(x, x + 2 * a, -a, a, 0.9, 0.9 + h, 0.006, steps=1)
        x += 2 * a + site.rng.uniform(0.4, 1.4)


def pipes(site: Site, room: Room) -> None:
    """Ducts and pipes along the back wall and under the roof, yellow lines on the floor."""
    w = Works(site, ducts=lambda: plain("#b4b9bb", 0.3, metal=1.0), pipes=lambda: plain("#ffffff", 0.45, tinted=True))
    for k, (h, r, tone) in enumerate(((3.4, 0.3, None), (4.3, 0.1, "#b33a2a"), (4.7, 0.1, "#2f6fb0"), (5.1, 0.07, "#d9a520"))):
        path = [(-room.half, room.back - 0.5, room.floor + h), (room.half, room.back - 0.5, room.floor + h)]
        (w.pipes.tube(path, r, sides=14, tint=linear(tone)[:3]) if tone else w.ducts.tube(path, r, sides=20))
        del k
    for x in np.arange(-room.half + 2, room.half, 5.0):
        w.ducts.tube([(x, room.back - 0.5, room.floor + 3.4), (x, room.back - 0.5, room.top)], 0.16, sides=14)
    w.finish(smooth=frozenset(("ducts", "pipes")))
    yellow_lines(site, room)


def yellow_lines(site: Site, room: Room) -> None:
    """Marked ways on the concrete, worn."""
    lines = Mesher()
    half = max(2.4, site.plan.half_x + 0.6)
    for s in (-half, half):
        lines.box(s - 0.05, s + 0.05, room.near, room.back - 1, room.floor + 0.001, room.floor + 0.003)
    t = Tree("worn yellow")
    worn = t.span(t.noise(5, detail=8, roughness=0.7), 0.42, 0.52)
    t.surface(t.principled(t.mix(worn, "#7d7a70", "#c9a227"), 0.6))
    site.add(lines.object("floor marks", t.material))


def pallet_racks(site: Site, room: Room) -> None:
    """Tall racks of orange beams and blue posts on both sides, pallets of boxes on every level."""
    rng = site.rng
    w = Works(
        site,
        rack_posts=lambda: plain("#24508a", 0.45),
        rack_beams=lambda: plain("#d9641e", 0.45),
        pallets=lambda: standard("pine", "#a9854f", size=1.2, finish=("worn",)),
        boxes=cardboard,
    )
    inner = max(2.6, site.plan.half_x + 0.9)
    for s in (-1, 1):
        for x in (s * inner, s * (inner + 3.6)):
            for y in np.arange(room.near + 0.5, room.back - 1.2, 2.7):
                for yy in (y, y + 2.7):
                    for d in (0.0, 1.0):
                        w.rack_posts.box(x + s * d - 0.045, x + s * d + 0.045, yy - 0.04, yy + 0.04, room.floor, room.floor + 6.4)
                for level, h in enumerate((0.0, 1.9, 3.6, 5.2)):
                    if level:
                        for d in (0.0, 1.0):
                            w.rack_beams.box(x + s * d - 0.03, x + s * d + 0.03, y, y + 2.7, room.floor + h - 0.12, room.floor + h)
                    for k in range(2):
                        if rng.random() < 0.88:
                            load(rng, w, x + s * 0.5, y + 0.72 + 1.28 * k, room.floor + h)
    w.finish()


def load(rng, w: Works, x: float, y: float, z: float) -> None:
    """A pallet with cartons in layers, the top one not always whole."""
    for k in range(3):
        w.pallets.box(x - 0.5, x + 0.5, y - 0.55 + 0.5 * k, y - 0.45 + 0.5 * k, z, z + 0.1)
    w.pallets.box(x - 0.5, x + 0.5, y - 0.58, y + 0.58, z + 0.1, z + 0.13)
    tone, h = np.array((1.0, 1.0, 1.0)) * rng.uniform(0.75, 1.1), rng.uniform(0.26, 0.4)
    for layer in range(rng.randint(2, 4)):
        for i in range(2):
            for j in range(3):
                if layer and rng.random() < 0.06:
                    continue
                a, b = x - 0.48 + 0.48 * i, y - 0.56 + 0.375 * j
                w.boxes.box(a + 0.005, a + 0.47, b + 0.005, b + 0.368, z + 0.13 + layer * h, z + 0.13 + (layer + 0.985) * h, tint=tone * rng.uniform(0.9, 1.08))


def cardboard():
    t = Tree("cardboard")
    tone = t.mix(1.0, t.mix(t.noise(3, detail=5), "#9a7448", "#b88f5e"), t.attribute("Tint"), blend="MULTIPLY")
    return t.surface(t.principled(tone, 0.85, normal=t.bump(t.noise(40, detail=3), 0.001)))
