# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of wide rooms: theatre, gyms, factory, warehouse, underground station."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import boards, glass, glowing, plain, standard
from diorama_stage.sets.rooms.pieces import woven
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of


def drape(site: Site, name: str, line: np.ndarray, low: float, high: float, colour: str, *, folds: float = 9.0, deep: float = 0.12) -> None:
    """A heavy curtain that hangs along a line (n, 2) on the floor plan, from low to high, in folds."""
    n = len(line)
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    tangent = np.gradient(line, axis=0)
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) / np.maximum(np.hypot(*tangent.T), 1e-9)[:, None]
    wave = deep * (np.sin(along * folds) + 0.35 * np.sin(along * folds * 2.3 + 1))
    v = np.linspace(0, 1, 14)
    p = line[None] + normal[None] * (wave[None] * (1.1 - 0.35 * v[:, None]))[..., None]
    z = np.broadcast_to((low + (high - low) * v)[:, None], (14, n))
    i, j = np.meshgrid(np.arange(13), np.arange(n - 1), indexing="ij")
    a = i * n + j
    faces = np.stack([a, a + 1, a + n + 1, a + n], axis=-1).reshape(-1, 4)
    site.add(mesh(name, np.dstack([p, z]).reshape(-1, 3), faces, smooth=True, material=woven(colour)))


def stage_curtains(site: Site, room: Room) -> None:
    """Red velvet drawn to both sides and a swagged valance with gold fringe over the opening, black borders behind; a proscenium round them."""
    red, z = site.hue("curtains", "#8f1218"), room.floor
    cx, half, cz, tall = site.view.frame(0.8)
    open_half = max(site.plan.half_x + 0.5, min(0.8 * half, 4.6))
    y = site.plan.back_y + 0.6
    top = z + max(4.2, min(cz + tall - z - 0.2, 7.0))
    for s in (-1, 1):
        u = np.linspace(0, 1, 220)
        line = np.stack([cx + s * (open_half + 3.2 * u), y + 0.25 * u], axis=1)
        drape(site, "stage curtain", line if s > 0 else line[::-1], z + 0.03, top + 0.6, red)
        for k in range(2):
            wing = np.stack([cx + s * (open_half - 0.3 * k + 2.5 * u), y + 1.3 + 1.3 * k + 0 * u], axis=1)
            drape(site, "wings", wing, z + 0.02, top + 1, "#17161a", folds=7)
    back = np.stack([np.linspace(-room.half, room.half, 400), np.full(400, room.back - 0.3)], axis=1)
    drape(site, "backcloth", back, z + 0.02, room.top, site.hue("backcloth", "#3a0d14"), folds=6, deep=0.09)
    u = np.linspace(-1, 1, 300)
    swag = np.stack([cx + u * (open_half + 2.8), np.full(300, y - 0.25)], axis=1)
    drape(site, "valance", swag, top - 0.55, top + 0.9, red, folds=8, deep=0.07)
    fringe = Mesher()
    scallop = top - 0.55 - 0.16 * np.abs(np.sin(u * 7.5))
    fringe.tube(np.stack([cx + u * (open_half + 2.8), np.full(300, y - 0.36), scallop], axis=1), 0.045, sides=6)
    site.add(fringe.object("gold fringe", plain("#c79a3a", 0.35, metal=0.7), smooth=True))
    frame = Works(site, proscenium=lambda: standard("plaster", "#b99a5c", size=3.0), gilding=lambda: plain("#c79a3a", 0.3, metal=0.9))
    for s in (-1, 1):
        x = cx + s * (open_half + 2.7)
        frame.proscenium.box(x, x + s * 1.2, y - 0.9, y - 0.4, z - 1.2, room.top)
        for d in (0.1, 0.35, 1.0):
            frame.gilding.tube([(x + s * d, y - 0.92, z - 1.2), (x + s * d, y - 0.92, room.top)], 0.05, sides=8)
    frame.finish()


def auditorium(site: Site, room: Room) -> None:
    """Where nothing else is in the picture: rows of red seats from the lens to the stage's edge, seen from behind."""
    eye = site.view.eye
    empty = not site.things
    w = Works(
        site,
        seats=lambda: woven(site.hue("seats", "#8a151b")),
        seat_frames=lambda: plain("#2a1d16", 0.5),
        aisle_lights=lambda: site.glow(glowing("#ffce8a", 6.0), "practical"),
    )
    ys = np.arange(site.plan.front_y - 0.4, eye[1] + 0.9, -0.95) if empty else np.array([])
    for row, y in enumerate(ys):
        for x in np.arange(-room.half + 0.5, room.half - 0.4, 0.58):
            if abs(x) < 0.62:
                continue
            w.at(float(x), float(y), room.floor - 0.5 + 0.08 * row * 0)
            w.seats.soft(-0.25, 0.25, -0.3, -0.2, 0.45, 1.02, 0.06, steps=3, bulge=0.012)
            w.seats.soft(-0.25, 0.25, -0.2, 0.22, 0.38, 0.5, 0.05, steps=3, bulge=0.012)
            w.seat_frames.soft(-0.28, -0.25, -0.26, 0.2, 0.0, 0.64, 0.012)
            w.seat_frames.soft(0.25, 0.28, -0.26, 0.2, 0.0, 0.64, 0.012)
    w.finish(smooth=frozenset(("seats",)))
    apron = Mesher()
    edge = site.plan.front_y - 0.15
    if empty:
        apron.box(-room.half, room.half, edge, site.plan.back_y + 4, room.floor - 0.02, room.floor + 0.55)
        site.add(apron.object("stage", boards("oak")))


def spots(site: Site, room: Room) -> None:
    """Footlights along the stage's edge and two beams from above on what stands there."""
    glow, cans = Mesher(), Mesher()
    z = room.floor
    y = site.plan.back_y + 0.1
    for x in np.arange(-3.5, 3.6, 0.7):
        if clear_of(site, [(x, y, 0)], 0.05):
            cans.soft(x - 0.09, x + 0.09, y, y + 0.16, z, z + 0.09, 0.02)
            glow.box(x - 0.06, x + 0.06, y + 0.162, y + 0.168, z + 0.02, z + 0.075)
    if cans:
        site.add(cans.object("footlights", plain("#1c1a19", 0.5)), glow.object("footlight glow", site.glow(glowing("#ffd9a0", 14.0), "practical")))
    for x in (-2.2, 2.2):
        site.lamp(x, site.plan.front_y - 1.6, z + 4.6, radius=0.25, kelvin=3200, watts=190.0)
    site.lamp(0.0, site.plan.back_y + 2.2, z + 4.4, radius=0.3, kelvin=2700, watts=110.0)


def mirror_wall(site: Site, room: Room) -> None:
    """Mirrors along one side wall, black mats on the floor before them."""
    side = 1 if site.seed % 2 else -1
    pane, mats = Mesher(), Mesher()
    x, z = side * (room.half - 0.02), room.floor
    for y in np.arange(room.near + 0.3, room.back - 1.2, 1.22):
        a, b = (y, y + 1.2) if side < 0 else (y + 1.2, y)
        pane.quad((x, b, z + 0.3), (x, a, z + 0.3), (x, a, z + 2.5), (x, b, z + 2.5))
    mats.soft(-room.half + 0.2, room.half - 0.2, room.near + 0.2, room.back - 0.1, z, z + 0.012, 0.004, steps=1)
    site.add(pane.object("mirrors", plain("#eef2f2", 0.02, metal=1.0)), mats.object("rubber floor", rubber()))


def rubber():
    """Black rubber flooring with coloured flecks, in tiles."""
    t = Tree("rubber floor")
    fleck = t.xyz(t.cells(140, out="Color"))[0]
    tone = t.mix(t.math("GREATER_THAN", fleck, 0.9), "#232425", "#8a9aa5")
    x, y, _ = t.xyz(t.position())
    joint = t.math(
        "MAXIMUM",
        t.span(t.math("ABSOLUTE", t.math("SUBTRACT", t.math("FRACT", x), 0.5)), 0.496, 0.499),
        t.span(t.math("ABSOLUTE", t.math("SUBTRACT", t.math("FRACT", y), 0.5)), 0.496, 0.499),
    )
    return t.surface(t.principled(t.mix(joint, tone, "#0c0c0c"), 0.7, normal=t.bump(fleck, 0.001)))


def racks(site: Site, room: Room) -> None:
    """A rack of dumb-bells in pairs along the back wall, a loaded barbell on a stand with its bench, kettlebells, balls."""
    cx, half, _, _ = site.view.frame(room.back)
    z, y = room.floor, room.back - 0.5
    w = Works(
        site,
        dumbbell_rack=lambda: plain("#2b2e30", 0.4, metal=0.5),
        dumbbells=lambda: plain("#1b1c1d", 0.45),
        steel=lambda: plain("#b9bdbf", 0.25, metal=1.0),
        plates=lambda: plain("#ffffff", 0.5, tinted=True),
        pads=lambda: plain("#151617", 0.45),
    )
    for h in (0.35, 0.75, 1.12):
        w.dumbbell_rack.soft(cx - 2.2, cx + 2.2, y - 0.1 + 0.1 * h, y + 0.2 + 0.1 * h, z + h - 0.04, z + h, 0.008)
        for k in range(14):
            x, r = cx - 2.05 + 0.315 * k, (0.055 + 0.035 * (1.2 - h)) * (0.8 + 0.03 * k)
            w.steel.tube([(x, y - 0.14 + 0.1 * h, z + h + r), (x, y + 0.2 + 0.1 * h, z + h + r)], 0.016, sides=8)
            for a in (-0.16, 0.1):
                w.dumbbells.tube([(x, y + a + 0.1 * h, z + h + r), (x, y + a + 0.12 + 0.1 * h, z + h + r)], r, sides=8)
    for s in (-2.2, 0.0, 2.2):
        w.dumbbell_rack.soft(cx + s - 0.03, cx + s + 0.03, y - 0.1, y + 0.3, z, z + 1.2, 0.006)
    for x, yy, turn in clear_of(site, [(cx - 1.5, room.back - 2.2, 8.0), (cx + 1.7, room.back - 2.3, -6.0)], 0.5):
        w.at(x, yy, z, turn)
        bench_press(w)
    w.finish(smooth=frozenset(("steel", "plates", "pads")))


def bench_press(w: Works) -> None:
    """A bench under a barbell on its two posts."""
    w.pads.soft(-0.15, 0.15, -0.9, 0.35, 0.4, 0.48, 0.03)
    for y in (-0.75, 0.2):
        w.dumbbell_rack.soft(-0.25, 0.25, y, y + 0.07, 0.0, 0.4, 0.01)
    for s in (-0.55, 0.55):
        w.dumbbell_rack.soft(s - 0.04, s + 0.04, 0.3, 0.38, 0.0, 1.15, 0.008)
        w.dumbbell_rack.soft(s - 0.04, s + 0.04, 0.0, 0.7, 0.0, 0.06, 0.008)
        for k in range(3):
            r = (0.22, 0.19, 0.15)[k]
            out = np.sign(s) * (0.8 + 0.055 * k)
            w.plates.tube([(out, 0.26, 1.12), (out + np.sign(s) * 0.045, 0.26, 1.12)], r, sides=28, tint=linear(("#b3261e", "#1f4f9e", "#d9a520")[k])[:3])
    w.steel.tube([(-1.08, 0.26, 1.12), (1.08, 0.26, 1.12)], 0.016, sides=10)


def machines(site: Site, room: Room) -> None:
    """A row of treadmills along the other side, a cable tower."""
    side = -1 if site.seed % 2 else 1
    w = Works(
        site,
        treadmills=lambda: plain("#26282a", 0.4),
        belts=lambda: plain("#0f1011", 0.7),
        steel=lambda: plain("#c3c6c8", 0.25, metal=1.0),
        screens=lambda: site.glow(glowing("#5fb4e8", 2.5), "practical"),
    )
    for y in np.arange(room.back - 1.6, room.near + 1, -1.25):
        for x, yy, _ in clear_of(site, [(side * (room.half - 1.1), float(y), 0.0)], 0.5):
            w.at(x, yy, room.floor, 90.0 * side)
            w.treadmills.soft(-0.38, 0.38, -0.85, 0.85, 0.06, 0.18, 0.03)
            w.belts.box(-0.25, 0.25, -0.82, 0.62, 0.18, 0.186)
            for s in (-0.36, 0.36):
                w.steel.tube([(s, 0.7, 0.15), (s, 0.78, 1.25), (s, 0.3, 1.05)], 0.028, sides=8)
            w.treadmills.soft(-0.4, 0.4, 0.72, 0.86, 1.15, 1.45, 0.04)
            w.screens.quad((0.2, 0.715, 1.22), (-0.2, 0.715, 1.22), (-0.2, 0.715, 1.4), (0.2, 0.715, 1.4))
    w.finish(smooth=frozenset(("steel",)))


def court_lines(site: Site, room: Room) -> None:
    """The coloured lines of several games on a varnished floor."""
    z = room.floor + 0.003
    w = Works(site, floor_lines=lambda: plain("#ffffff", 0.35, tinted=True))
    t = np.linspace(0, np.pi, 60)
    hoop = room.back - 1.6
    for (x0, x1, y0, y1), tone in (
        ((-2.45, -2.4, hoop - 4.6, room.back - 0.5), "#f2f0e8"),
        ((2.4, 2.45, hoop - 4.6, room.back - 0.5), "#f2f0e8"),
        ((-2.45, 2.45, hoop - 4.65, hoop - 4.6), "#f2f0e8"),
        ((-7.5, 7.5, room.back - 0.55, room.back - 0.5), "#f2f0e8"),
        ((-7.5, -7.45, room.near, room.back - 0.5), "#c23a2a"),
        ((7.45, 7.5, room.near, room.back - 0.5), "#c23a2a"),
        ((-7.5, 7.5, hoop - 9.0, hoop - 8.94), "#2f6fb0"),
    ):
        w.floor_lines.box(x0, x1, y0, y1, z, z + 0.002, tint=linear(tone)[:3])
    for r, y, tone in ((1.8, hoop - 4.6, "#f2f0e8"), (6.2, hoop, "#f2f0e8")):
        path = np.stack([r * np.cos(t), y - r * np.sin(t), np.full(60, z)], axis=1)
        out = np.stack([(r + 0.05) * np.cos(t), y - (r + 0.05) * np.sin(t), np.full(60, z)], axis=1)
        w.floor_lines.add(np.concatenate([path, out]), np.array([(k, k + 1, k + 61, k + 60) for k in range(59)]), tint=linear(tone)[:3])
    w.finish()


def wall_bars(site: Site, room: Room) -> None:
    """Wall bars on both sides, a wooden wainscot along the back, benches."""
    w = Works(
        site, wall_bars=lambda: standard("oak", size=1.5), wainscot=lambda: standard("pine", "#c08d52", size=3.0), benches=lambda: standard("oak", size=2.0)
    )
    w.wainscot.box(-room.half, room.half, room.back - 0.03, room.back, room.floor, room.floor + 2.4)
    for s in (-1, 1):
        x = s * (room.half - 0.16)
        w.wainscot.box(s * (room.half - 0.03), s * room.half, room.near, room.back, room.floor, room.floor + 2.4)
        for y in np.arange(room.back - 1.5, room.near + 1, -1.05):
            for a in (0.0, 0.92):
                w.wall_bars.soft(x - 0.08, x + 0.1, y - a - 0.03, y - a + 0.03, room.floor, room.floor + 2.6, 0.006)
            for h in np.arange(0.2, 2.55, 0.19):
                w.wall_bars.tube([(x - s * 0.04, y, room.floor + h), (x - s * 0.04, y - 0.92, room.floor + h)], 0.018, sides=8)
        w.benches.soft(s * (room.half - 0.9), s * (room.half - 0.6), room.back - 5.5, room.back - 2, room.floor + 0.36, room.floor + 0.4, 0.01)
        for y in (-5.2, -2.3):
            w.benches.soft(s * (room.half - 0.88), s * (room.half - 0.62), room.back + y - 0.05, room.back + y + 0.05, room.floor, room.floor + 0.36, 0.006)
    w.finish(smooth=frozenset(("benches",)))


def hoop(site: Site, w: Works, x: float, y: float, z: float) -> None:
    """Backboard, ring and net over (x, y): the board's face looks to -Y, the ring at 3.05 m. Works needs backboard, hoop, net."""
    w.at(x, y, z)
    w.backboard.soft(-0.9, 0.9, 0.0, 0.04, 2.9, 3.95, 0.01)
    for a, b, c, d in (
        (-0.3, 0.3, 3.0, 3.04),
        (-0.3, 0.3, 3.42, 3.46),
        (-0.3, -0.26, 3.0, 3.46),
        (0.26, 0.3, 3.0, 3.46),
        (-0.9, 0.9, 2.9, 2.95),
        (-0.9, 0.9, 3.9, 3.95),
        (-0.9, -0.85, 2.9, 3.95),
        (0.85, 0.9, 2.9, 3.95),
    ):
        w.hoop.box(a, b, -0.006, 0.0, c, d)
    t = np.linspace(0, 2 * np.pi, 40)
    w.hoop.tube(np.stack([0.225 * np.cos(t), -0.38 + 0.225 * np.sin(t), np.full(40, 3.05)], axis=1), 0.012, sides=8)
    w.hoop.box(-0.05, 0.05, -0.16, 0.0, 3.02, 3.06)
    for k in range(14):
        a = 2 * np.pi * k / 14
        for turn in (0.45, -0.45):
            w.net.tube(
                [
                    (0.225 * np.cos(a), -0.38 + 0.225 * np.sin(a), 3.05),
                    (0.17 * np.cos(a + turn / 2), -0.38 + 0.17 * np.sin(a + turn / 2), 2.85),
                    (0.13 * np.cos(a + turn), -0.38 + 0.13 * np.sin(a + turn), 2.63),
                ],
                0.004,
                sides=4,
            )


def baskets(site: Site, room: Room) -> None:
    """A basketball hoop on an arm from the back wall."""
    w = Works(
        site, backboard=lambda: plain("#f1f1ee", 0.3), hoop=lambda: plain("#d9531e", 0.4), net=lambda: plain("#efeee8", 0.8), arm=lambda: plain("#3a3f42", 0.45)
    )
    x = float(np.clip(site.view.frame(room.back)[0], -2.5, 2.5))
    hoop(site, w, x, room.back - 1.2, room.floor)
    w.at()
    for h in (3.1, 3.75):
        for s in (-0.4, 0.4):
            w.arm.tube([(x + s, room.back, room.floor + h), (x + s * 0.6, room.back - 1.16, room.floor + h)], 0.03, sides=8)
    w.finish(smooth=frozenset(("hoop",)))


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


def tiled_vault(site: Site, room: Room) -> None:
    """An underground station: platform, the track's trench, a wall of white tiles with a coloured band, a vault of tiles over all."""
    z, near, far = room.floor, room.near, room.back + 22
    edge = max(1.7, 0.6 * site.plan.half_x + 0.9)
    wall = edge + 4.2
    left = -max(3.4, site.plan.half_x + 1.2)
    tiles = lambda: white_tiles(z)  # noqa: E731
    w = Works(
        site,
        platform=lambda: standard("concrete", "#8f8c86", size=4.0),
        station_tiles=tiles,
        trench=lambda: plain("#2a2826", 0.9, bump=0.01),
        rails=lambda: plain("#8f8a84", 0.3, metal=1.0),
        lamps=lambda: site.glow(glowing("#f2f4ff", 9.0), "practical"),
    )
    w.platform.box(left - 0.2, edge, near, far, z - 1.2, z)
    w.trench.box(edge, wall, near, far, z - 1.4, z - 1.15)
    for x in (edge + 1.1, edge + 2.53):
        w.rails.box(x - 0.035, x + 0.035, near, far, z - 1.15, z - 1.0)
    for y in np.arange(near, far, 0.65):
        w.trench.box(edge + 0.7, edge + 2.95, y, y + 0.25, z - 1.17, z - 1.12)
    t = np.linspace(0, np.pi, 41)
    middle, half, rise = (left + wall) / 2, (wall - left) / 2, 2.6
    ring = [(middle - half * np.cos(a), z + 1.9 + rise * np.sin(a)) for a in t]
    outline = [(left, z - 0.1), *ring, (wall, z - 1.4)]
    for (x0, h0), (x1, h1) in zip(outline, outline[1:], strict=False):
        w.station_tiles.quad((x0, far, h0), (x0, near, h0), (x1, near, h1), (x1, far, h1))
    for y in np.arange(near + 0.6, far, 2.3):
        w.lamps.box(edge - 0.55, edge - 0.4, y, y + 1.6, z + 4.1, z + 4.14)
    for y in np.arange(near + 1.5, min(far, 22), 4.6):
        site.lamp(edge - 0.5, float(y), z + 3.9, radius=0.3, kelvin=4300, watts=70.0)
    w.finish()
    mouth = Mesher()
    mouth.box(left, wall, far, far + 0.2, z - 1.4, z + 5)
    site.add(mouth.object("tunnel mouth", plain("#0b0a0a", 0.95)))


def white_tiles(z: float):
    """Glazed tiles, a coloured band at the height of the eye, grime at the foot and the joints."""
    t = Tree("station tiles")
    x, y, h = t.xyz(t.position())
    node = t.node(
        "TexBrick",
        {
            "Vector": t.combine(y, t.math("ADD", h, t.math("MULTIPLY", x, 0.4)), 0.0),
            "Scale": 1.0,
            "Mortar Size": 0.004,
            "Brick Width": 0.24,
            "Row Height": 0.12,
            "Color1": "#e4e2da",
            "Color2": "#d3d0c6",
            "Mortar": "#7d7a72",
        },
    )
    level = t.math("SUBTRACT", h, z)
    band = t.math("MULTIPLY", t.span(level, 1.62, 1.64), t.span(level, 1.98, 1.96))
    tone = t.mix(band, node.outputs[0], t.mix(1.0, "#1f5a86", node.outputs[0], blend="MULTIPLY"))
    grime = t.math("MULTIPLY", t.span(t.noise(0.9, detail=7), 0.42, 0.7), 0.45)
    tone = t.mix(t.math("MAXIMUM", grime, t.span(level, 0.5, -0.8)), tone, "#6a6256")
    return t.surface(t.principled(tone, 0.16, normal=t.bump(t.math("SUBTRACT", 1.0, node.outputs[1]), 0.003)))


def platform_edge(site: Site, room: Room) -> None:
    """A worn yellow strip and a pale coping along the edge, benches and bins against the wall."""
    z, edge = room.floor, max(1.7, 0.6 * site.plan.half_x + 0.9)
    left = -max(3.4, site.plan.half_x + 1.2)
    w = Works(
        site,
        edge_strip=lambda: plain("#d0a91f", 0.6, bump=0.002),
        coping=lambda: plain("#cfcbc2", 0.6),
        benches=lambda: standard("oak", "#7a5a38", size=1.5),
        iron=lambda: plain("#2b2f31", 0.5),
        bins=lambda: plain("#3f5a4a", 0.5),
    )
    w.edge_strip.box(edge - 0.75, edge - 0.4, room.near, room.back + 22, z, z + 0.006)
    w.coping.box(edge - 0.3, edge + 0.04, room.near, room.back + 22, z - 0.12, z + 0.004)
    for k, (x, y, _) in enumerate(clear_of(site, [(left + 0.5, y, 0.0) for y in np.arange(room.near + 2, 30, 5.0)], 0.4)):
        w.at(x, y, z, 90.0)
        if k % 3 == 2:
            w.bins.tube([(0, 0, 0), (0, 0, 0.9)], 0.24, sides=18)
            continue
        for j in range(4):
            w.benches.soft(-0.85, 0.85, -0.22 + 0.11 * j, -0.13 + 0.11 * j, 0.42, 0.45, 0.006, steps=1)
        for s in (-0.7, 0.64):
            w.iron.soft(s, s + 0.06, -0.2, 0.2, 0.0, 0.42, 0.006)
    w.finish()


def subway_signs(site: Site, room: Room) -> None:
    """Station signs and posters along the wall of the platform, a clock and a hanging sign over it, a train far down."""
    z, left = room.floor, -max(3.4, site.plan.half_x + 1.2)
    edge = max(1.7, 0.6 * site.plan.half_x + 0.9)
    rng = site.rng
    w = Works(
        site,
        posters=lambda: plain("#ffffff", 0.35, tinted=True),
        frames=lambda: plain("#2a2d2f", 0.4),
        hanging_sign=lambda: plain("#16324a", 0.4),
        sign_marks=lambda: site.glow(glowing("#f4f4ea", 1.5), "practical"),
        train=lambda: plain("#c9ccce", 0.3, metal=0.7),
        headlights=lambda: site.glow(glowing("#fff6dc", 40.0), "practical"),
        cab=glass,
    )
    for side, x in ((1, left + 0.02), (-1, edge + 4.16)):
        for y in np.arange(room.near + 1.0, 34, 3.1):
            a, h = 0.75, z + (0.62 if side > 0 else 0.4)
            tone = linear(rng.choice(("#b3372c", "#2f6fb0", "#d9a03a", "#3f7a5a", "#e6e0d0", "#6a3f86")))[:3]
            w.frames.box(x, x + side * 0.03, y - a, y + a, h, h + 1.0)
            w.posters.box(x + side * 0.03, x + side * 0.034, y - a + 0.05, y + a - 0.05, h + 0.05, h + 0.95, tint=tone)
            w.posters.box(x + side * 0.034, x + side * 0.036, y - 0.45, y + 0.2, h + 0.3, h + 0.75, tint=linear("#efe9dc")[:3])
    y = site.plan.back_y + 2.6
    w.hanging_sign.soft(-1.2, 1.2, y, y + 0.12, z + 2.55, z + 2.95, 0.02)
    for k in range(5):
        w.sign_marks.box(-0.9 + 0.36 * k, -0.68 + 0.36 * k - 0.05 * (k % 2), y - 0.004, y, z + 2.68, z + 2.82)
    for s in (-1, 1):
        w.hanging_sign.tube([(s, y + 0.06, z + 2.95), (s, y + 0.06, z + 4.4)], 0.02, sides=6)
    ty, tx = room.back + 6, edge + 1.82
    w.train.soft(tx - 1.4, tx + 1.4, ty, ty + 14, z - 0.9, z + 2.5, 0.2, steps=3)
    w.cab.quad((tx - 1.05, ty - 0.02, z + 1.0), (tx + 1.05, ty - 0.02, z + 1.0), (tx + 1.05, ty - 0.02, z + 2.1), (tx - 1.05, ty - 0.02, z + 2.1))
    w.frames.box(tx - 1.05, tx + 1.05, ty - 0.015, ty, z + 1.0, z + 2.1)
    for s in (-0.95, 0.95):
        w.headlights.tube([(tx + s, ty - 0.03, z + 0.2), (tx + s, ty, z + 0.2)], 0.12, sides=14)
    w.finish(smooth=frozenset(("train",)))
