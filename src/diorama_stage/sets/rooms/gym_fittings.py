# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a gym and a sports hall: mirrors, racks, machines; lines, wall bars, baskets."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of


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
