# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of an airport's hall: a wall of glass on the apron with an airliner outside, rows of linked seats, steel columns, signs and a board of flights."""

from __future__ import annotations

import numpy as np
from mathutils import Matrix

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of, prop

OUT = 1.15
"""Metres behind the glass at which the airliner stands: it is flattened so that it fits between the panes and the view."""


def airliner(site: Site, room: Room) -> None:
    """Seen through the panes, side on, as large as one that stands a hundred steps away looks."""
    whole = prop("airplane", site.seed % 5)
    whole.name = "airliner"
    side = 1 if site.seed % 2 else -1
    low = min(v.co.z for v in whole.data.vertices)
    flat = Matrix.Diagonal((0.34, 0.02, 0.34, 1.0))
    whole.matrix_world = Matrix.Translation((side * 4.6, room.back + OUT, room.floor + 0.75 - 0.34 * low)) @ flat @ whole.matrix_world
    site.add(whole)


def columns(site: Site, room: Room) -> None:
    """Columns that fork like trees under a ceiling of long bright strips."""
    w = Works(
        site,
        columns=lambda: plain("#d3d6d8", 0.3, metal=0.2),
        strips=lambda: site.glow(glowing("#f4f6ff", 4.5), "practical"),
        fins=lambda: plain("#e6e7e6", 0.6),
    )
    spots = [(x, y, 0.0) for x in (-8.2, 8.2) for y in np.arange(room.back - 4, room.near, -8.0)]
    for x, y, _ in clear_of(site, spots, 1.4):
        w.columns.tube([(x, y, room.floor), (x, y, room.floor + 3.6), (x, y, room.floor + 4.4)], [0.34, 0.3, 0.26], sides=28)
        for a in np.radians((45, 135, 225, 315)):
            w.columns.tube(
                [(x, y, room.floor + 4.2), (x + 1.0 * np.cos(a), y + 1.0 * np.sin(a), room.floor + 5.6), (x + 2.6 * np.cos(a), y + 2.6 * np.sin(a), room.top)],
                [0.16, 0.13, 0.09],
                sides=12,
            )
    for x in np.arange(-room.half + 1.5, room.half, 3.0):
        w.strips.box(x - 0.13, x + 0.13, room.near, room.back - 0.4, room.top - 0.06, room.top - 0.045)
        for s in (-0.6, 0.6):
            w.fins.box(x + s - 0.02, x + s + 0.02, room.near, room.back - 0.2, room.top - 0.42, room.top)
    for y in np.arange(room.back - 3, room.near + 2, -5.0):
        for x in (-4.5, 0.0, 4.5):
            site.lamp(x, float(y), room.top - 0.5, radius=0.6, kelvin=4600, watts=70.0)
    w.finish(smooth=frozenset(("columns",)))


def seating(site: Site, room: Room) -> None:
    """Rows of five linked seats on beams, back to back, in black and steel; a bin and a plant between."""
    w = Works(site, seats=lambda: plain(site.hue("seats", "#1d1f22"), 0.42), beams=lambda: plain("#b4b8ba", 0.25, metal=1.0))
    spots = [
        (x, y, t)
        for y in np.arange(room.back - 3.2, site.plan.back_y + 0.8, -2.7)
        for x in (-4.9, 1.0 if y > room.back - 6 else 9.9, 5.2)
        for t in (0.0, 180.0)
    ]
    for x, y, turn in clear_of(site, [(x, y + (0.36 if t else -0.36), t) for x, y, t in spots], 1.7):
        w.at(x, y, room.floor, turn)
        w.beams.soft(-1.6, 1.6, 0.02, 0.1, 0.3, 0.37, 0.01)
        for s in (-1.2, 1.2):
            w.beams.soft(s - 0.03, s + 0.03, -0.28, 0.34, 0.0, 0.035, 0.01)
            w.beams.soft(s - 0.03, s + 0.03, 0.03, 0.09, 0.02, 0.34, 0.008)
        for k in range(5):
            u = 0.62 * (k - 2)
            w.seats.soft(u - 0.26, u + 0.26, -0.36, 0.12, 0.39, 0.45, 0.025, steps=2, bulge=0.008)
            w.seats.soft(u - 0.26, u + 0.26, 0.14, 0.2, 0.43, 0.9, 0.025, steps=2, bulge=0.008)
            for s in (-0.3, 0.3):
                w.beams.soft(u + s - 0.02, u + s + 0.02, -0.26, 0.14, 0.6, 0.63, 0.008)
    w.finish(smooth=frozenset(("seats", "beams")))


def flights(site: Site, room: Room) -> None:
    """A black board of flights on two rods, its rows too far away to be read, and a yellow sign with an arrow beside an aeroplane."""
    rng, z = site.rng, room.floor + 3.5
    y, x = room.back - 6.5, -3.4 if site.seed % 2 else 3.4
    w = Works(
        site,
        board=lambda: plain("#101214", 0.35),
        rods=lambda: plain("#8d9194", 0.3, metal=1.0),
        rows=lambda: site.glow(_tinted(2.2), "sign"),
        sign=lambda: site.glow(glowing("#f2b91f", 1.6), "sign"),
        marks=lambda: plain("#141414", 0.6),
    )
    w.board.soft(x - 1.9, x + 1.9, y, y + 0.14, z, z + 1.5, 0.02)
    amber, white, green = (np.array(linear(c)[:3]) for c in ("#ffbf3f", "#e9ecef", "#6fdc8c"))
    for row in range(9):
        h, u = z + 1.32 - 0.15 * row, x - 1.8
        for wide, tone in ((0.3, amber), (1.25, white), (0.28, white), (0.6, green if rng.random() < 0.6 else amber)):
            end = u + wide * rng.uniform(0.7, 0.98)
            while u < end:
                glyph = rng.uniform(0.03, 0.055)
                w.rows.box(u, u + glyph, y - 0.006, y - 0.003, h, h + 0.07, tint=tone)
                u += glyph + rng.choice((0.014, 0.014, 0.05))
            u = end + 0.22
    for s in (-1.5, 1.5):
        w.rods.tube([(x + s, y + 0.07, z + 1.5), (x + s, y + 0.07, room.top)], 0.02, sides=8)
    sx, sy, sz = -x, y + 1.4, room.floor + 3.3
    w.sign.soft(sx - 1.2, sx + 1.2, sy, sy + 0.1, sz, sz + 0.55, 0.02)
    for s in (-0.9, 0.9):
        w.rods.tube([(sx + s, sy + 0.05, sz + 0.55), (sx + s, sy + 0.05, room.top)], 0.018, sides=8)
    _arrow(w.marks, sx - 0.8, sy - 0.004, sz + 0.275)
    _plane(w.marks, sx + 0.05, sy - 0.004, sz + 0.275)
    w.finish()


def _tinted(strength: float):
    t = Tree("lit letters")
    return t.surface(t.emission(t.attribute("Tint"), strength))


def _arrow(m: Mesher, x: float, y: float, z: float) -> None:
    m.box(x - 0.03, x + 0.03, y - 0.003, y, z - 0.17, z + 0.1)
    m.add([(x - 0.13, y - 0.003, z + 0.05), (x, y - 0.003, z + 0.05), (x + 0.13, y - 0.003, z + 0.05), (x, y - 0.003, z + 0.19)], [(0, 1, 2, 3)])


def _plane(m: Mesher, x: float, y: float, z: float) -> None:
    """The sign for an aeroplane: a body, swept wings, a tail."""
    for shape in (((-0.03, -0.17), (0.03, -0.17), (0.035, 0.12), (-0.035, 0.12)), ((-0.035, 0.12), (0.0, 0.12), (0.035, 0.12), (0.0, 0.19))):
        m.add([(x + a, y - 0.003, z + b) for a, b in shape], [(0, 1, 2, 3)])
    for s in (-1, 1):
        m.add(
            [(x + s * 0.02, y - 0.003, z + 0.06), (x + s * 0.2, y - 0.003, z - 0.05), (x + s * 0.2, y - 0.003, z - 0.085), (x + s * 0.02, y - 0.003, z - 0.02)],
            [(0, 1, 2, 3) if s < 0 else (3, 2, 1, 0)],
        )
        m.add(
            [
                (x + s * 0.02, y - 0.003, z - 0.11),
                (x + s * 0.085, y - 0.003, z - 0.16),
                (x + s * 0.085, y - 0.003, z - 0.18),
                (x + s * 0.02, y - 0.003, z - 0.165),
            ],
            [(0, 1, 2, 3) if s < 0 else (3, 2, 1, 0)],
        )
