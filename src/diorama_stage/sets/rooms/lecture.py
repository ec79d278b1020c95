# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a lecture hall, seen from where the lecturer stands: tiers of benches with folding seats, panelled walls, a lectern."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import boards, plain, standard
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of

ROW, RISE, SEAT = 0.98, 0.26, 0.56
"""Metres: from one tier to the next, how much it is higher, from one seat to the next."""
AISLE, CLEAR = 2.9, 2.6
"""From the middle to the two aisles; from the subjects to the first tier, metres."""
CLOTHS = ("#7a2a2c", "#2c4a6b", "#3f5a48", "#8a5a2c", "#4a4a52")


def tiers(site: Site, room: Room) -> None:
    """Each tier has a long desk with its panel, and seats that are folded up, one here and there left down."""
    rng, hue = site.rng, np.array(linear(site.hue("seats", site.rng.choice(CLOTHS)))[:3])
    w = Works(
        site,
        tiers=lambda: standard("carpet", "#4d4b4a", size=4.0),
        treads=lambda: plain("#2f2e2d", 0.7),
        desk=lambda: standard("oak", "#b98a55", size=3.0),
        seats=lambda: _cloth(),
        shells=lambda: standard("oak", "#8d6238", size=1.5),
        legs=lambda: plain("#33363a", 0.4, metal=0.8),
    )
    first = site.plan.back_y + CLEAR
    rows = max(3, int((room.back - first) / ROW))
    blocks = ((-room.half + 0.3, -AISLE - 0.55), (-AISLE + 0.55, AISLE - 0.55), (AISLE + 0.55, room.half - 0.3))
    for k in range(rows):
        y, z = first + ROW * k, room.floor + RISE * (k + 1)
        w.at()
        w.tiers.box(-room.half, room.half, y, room.back, z - RISE, z)
        for x in (-AISLE, AISLE):
            w.treads.box(x - 0.52, x + 0.52, y - 0.012, y + 0.05, z - 0.04, z + 0.006)
            w.tiers.box(x - 0.5, x + 0.5, y - ROW / 2, y, z - RISE, z - RISE / 2)
        for x0, x1 in blocks:
            w.desk.soft(x0, x1, y + 0.06, y + 0.4, z + 0.72, z + 0.755, 0.008)
            w.desk.soft(x0, x1, y + 0.06, y + 0.085, z + 0.08, z + 0.73, 0.004)
            for x in (x0 + 0.01, x1 - 0.04):
                w.desk.soft(x, x + 0.03, y + 0.07, y + 0.38, z, z + 0.73, 0.004)
            count = int((x1 - x0) / SEAT)
            for n in range(count):
                _seat(w, x0 + (n + 0.5) * (x1 - x0) / count, y + 0.74, z, hue * rng.uniform(0.9, 1.08), down=rng.random() < 0.06)
    w.finish(smooth=frozenset(("seats", "shells")))


def _seat(w: Works, x: float, y: float, z: float, tone, *, down: bool) -> None:
    """A back of bent wood with its pad, a seat that tips up by itself."""
    w.at(x, y, z)
    w.legs.soft(-0.02, 0.02, -0.03, 0.1, 0.0, 0.42, 0.006, steps=1)
    w.shells.soft(-0.235, 0.235, 0.06, 0.085, 0.36, 0.86, 0.02, steps=2)
    w.seats.soft(-0.2, 0.2, 0.03, 0.065, 0.46, 0.82, 0.02, steps=2, tint=tone)
    if down:
        w.shells.soft(-0.22, 0.22, -0.34, 0.06, 0.4, 0.425, 0.015, steps=2)
        w.seats.soft(-0.2, 0.2, -0.32, 0.04, 0.42, 0.46, 0.02, steps=2, tint=tone)
    else:
        w.shells.soft(-0.22, 0.22, -0.1, -0.075, 0.38, 0.74, 0.015, steps=2)
        w.seats.soft(-0.2, 0.2, -0.075, -0.03, 0.4, 0.72, 0.02, steps=2, tint=tone)


def _cloth():
    t = Tree("seat cloth")
    weave = t.noise(420, detail=3)
    return t.surface(
        t.principled(
            t.mix(0.3, t.attribute("Tint"), t.mix(1.0, t.attribute("Tint"), "#8a8a8a", blend="MULTIPLY")), 0.92, normal=t.bump(weave, 0.001), Sheen_Weight=0.3
        )
    )


def panelling(site: Site, room: Room) -> None:
    """Slats of wood on the walls, doors with their signs at the back, a band of lamps above."""
    w = Works(
        site,
        slats=lambda: boards("oak", "#a87a48", width=0.09, length=2.4, seed=4),
        doors=lambda: standard("walnut", "#5d4028", size=2.0),
        frames=lambda: plain("#2f2c29", 0.5),
    )
    top = room.top - 1.0
    for s in (-1, 1):
        for y in np.arange(room.back - 0.3, room.near, -0.3):
            w.slats.soft(s * (room.half - 0.05), s * (room.half - 0.01), y - 0.21, y, room.floor + 0.4, top, 0.006, steps=1)
    for x in np.arange(-room.half + 0.2, room.half, 0.3):
        w.slats.soft(x, x + 0.21, room.back - 0.05, room.back - 0.01, room.floor + 0.4, top, 0.006, steps=1)
    last = room.floor + RISE * max(3, int((room.back - site.plan.back_y - CLEAR) / ROW))
    for s in (-1, 1):
        x = s * (room.half - 1.6)
        w.frames.soft(x - 1.0, x + 1.0, room.back - 0.09, room.back - 0.02, last, last + 2.2, 0.01)
        for a in (-0.93, 0.02):
            w.doors.soft(x + a, x + a + 0.91, room.back - 0.12, room.back - 0.06, last, last + 2.1, 0.01)
    w.finish()


def lectern(site: Site, room: Room) -> None:
    """To one side of the floor, turned to the benches."""
    w = Works(site, lectern=lambda: standard("oak", "#9a6d3e", size=1.2), stalk=lambda: plain("#1c1c1d", 0.4))
    for x, y, _ in clear_of(site, [(-2.3 if site.seed % 2 else 2.3, site.plan.back_y + 0.9, 0.0)], 0.4):
        w.at(x, y, room.floor, 180.0)
        w.lectern.soft(-0.32, 0.32, -0.2, 0.2, 0.0, 0.06, 0.01)
        w.lectern.soft(-0.27, 0.27, -0.14, 0.16, 0.06, 1.05, 0.012)
        w.lectern.add(
            [
                (-0.36, -0.26, 1.02),
                (0.36, -0.26, 1.02),
                (0.36, 0.24, 1.18),
                (-0.36, 0.24, 1.18),
                (-0.36, -0.26, 1.06),
                (0.36, -0.26, 1.06),
                (0.36, 0.24, 1.22),
                (-0.36, 0.24, 1.22),
            ],
            [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)],
        )
        w.stalk.tube([(0.1, 0.16, 1.18), (0.09, 0.1, 1.36), (0.06, -0.02, 1.48)], 0.006, sides=8)
    w.finish()
