# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop's window near, seen from the pavement: what is shown stands on a board behind the pane, the shop's room behind it."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import asked, glass, glowing, plain
from diorama_stage.sets.town import displays
from diorama_stage.sets.town.walls import paving

TRADES = {"bakery": displays.baker, "eatery": displays.pantry, "books": displays.bookshop, "flowers": displays.florist}
"""By what the place's own words name."""
PAINTS = ("#1f2d2a", "#2a2c33", "#5a1f22", "#24364a", "#3a3128", "#30402e")


def trade_of(site: Site) -> displays.Trade | None:
    """What the place's own words say that is sold here; None where they say nothing of it."""
    return next((TRADES[name] for name in TRADES if site.has(name)), None)


def traded(site: Site, half: float, y: float, z: float, top: float, trade: displays.Trade | None) -> None:
    """A lit room behind panes at y, to both sides of the middle, from the floor at z up to `top`, metres, with a trade's things; None: any trade's."""
    goods, lamps = Mesher((0.0, 0.0, z, 0.0)), Mesher((0.0, 0.0, z, 0.0))
    displays.room(goods, lamps, -half, half, y, top - z, site.rng, lit=True, trade=trade)
    strength = 1.3 if site.hours == "day" else 0.9
    site.add(goods.object("shop room", displays.goods(strength)), lamps.object("shop lamps", site.glow(glowing("#ffdcae", 12.0), "practical")))


def shop_window(site: Site) -> None:
    """Board, pane and frame, stall riser and pavement before them, the lit room behind."""
    plan, rng = site.plan, site.rng
    z, half = plan.floor_z, max(plan.half_x + 0.35, 1.15)
    pane, tall = plan.front_y - 0.05, max(1.5, 1.25 * site.tall + 0.25)
    board = Mesher()
    board.soft(-half, half, pane + 0.02, plan.back_y + 0.3, -0.035, 0.0, 0.006, steps=2)
    site.add(board.object("display board", asked(site.environment.get("ground"), "oak", size=2 * half, seed=site.seed), smooth=True))
    front(site, half, pane, tall, rng.choice(PAINTS))
    near = min(site.view.eye[1] - 2.0, pane - 2.5)
    site.add(mesh("pavement", [(-9, near, z), (9, near, z), (9, pane, z), (-9, pane, z)], [(0, 1, 2, 3)], material=paving(site, wet=site.wet)))
    inside(site, half, plan.back_y + 0.3, tall)


def front(site: Site, half: float, y: float, tall: float, paint: str) -> None:
    """The pane in its painted frame between pilasters, a panelled riser below, a fascia above; masonry beyond. Left out where the lens is nearer than it."""
    z, wood, wall = site.plan.floor_z, Mesher(), Mesher()
    if site.view.eye[1] < y - 0.12:
        site.add(mesh("pane", [(-half, y, 0.0), (half, y, 0.0), (half, y, tall), (-half, y, tall)], [(0, 1, 2, 3)], material=glass()))
    for a, b, low, high in ((-half, half, -0.05, 0.0), (-half, half, tall, tall + 0.08)):
        wood.soft(a, b, y - 0.05, y + 0.04, low, high, 0.012)
    for s in (-1, 1):
        a, b = sorted((s * half, s * (half + 0.07)))
        wood.soft(a, b, y - 0.05, y + 0.04, -0.05, tall + 0.08, 0.012)
        a, b = sorted((s * (half + 0.07), s * (half + 0.36)))
        wood.soft(a, b, y - 0.1, y + 0.2, z, tall + 0.62, 0.012)
        a, b = sorted((s * (half + 0.36), s * 9.0))
        wall.box(a, b, y - 0.02, y + 0.3, z, tall + 4.0)
    wood.box(-half - 0.07, half + 0.07, y - 0.02, y + 0.04, z, -0.05)
    count = max(2, round(2 * half / 0.8))
    for k in range(count):
        a, b = -half + 2 * half * k / count + 0.06, -half + 2 * half * (k + 1) / count - 0.06
        wood.soft(a, b, y - 0.05, y, z + 0.12, -0.12, 0.02, steps=2)
    wood.soft(-half - 0.4, half + 0.4, y - 0.12, y + 0.04, tall + 0.08, tall + 0.55, 0.02)
    wood.soft(-half - 0.45, half + 0.45, y - 0.2, y + 0.04, tall + 0.55, tall + 0.64, 0.02)
    wall.box(-half - 0.36, half + 0.36, y, y + 0.3, tall + 0.62, tall + 4.0)
    site.add(
        wood.object("shop front", plain(paint, 0.32, bump=0.0006), smooth=False),
        wall.object("wall", asked(site.environment.get("backdrop"), "brick", size=3.0)),
    )


def inside(site: Site, half: float, y: float, tall: float) -> None:
    """The room with its trade behind the board, lamps over what is shown."""
    traded(site, max(half + 0.6, 2.2), y, site.plan.floor_z, tall + 0.35, trade_of(site))
    spots = Mesher()
    for x in np.linspace(-half * 0.7, half * 0.7, max(2, round(2 * half / 0.7))):
        spots.tube([(x, y - 0.25, tall + 0.05), (x, y - 0.25, tall - 0.04)], [0.02, 0.045], sides=12, tint=linear("#1a1a1a")[:3])
        site.lamp(float(x), y - 0.3, tall - 0.1, radius=0.05, kelvin=2900, watts=14.0 if site.dark else 26.0)
    site.add(spots.object("spots", plain("#1c1c1d", 0.4)))
