# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of what carries passengers: a train's carriage, a tram, a bus, a car of the underground. Seats in pairs along an aisle, windows on both sides."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import mesh
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glass, glowing, plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import rain
from diorama_stage.sets.rooms.shell import outside
from diorama_stage.sets.works import Works, again, clear_of, prop, put

SEAT, PITCH = 0.47, 0.84
"""Metres: a seat's width, and from row to row."""
AISLE, LONG, HIGH = 0.34, 9.0, 2.28
"""Metres: half of the aisle at least; from the subjects to the far end; the ceiling."""
SILL, HEAD, BAY = 0.82, 1.72, 1.68
"""Metres: lower and upper edge of the windows, and from post to post."""


@setting("carriage")
def carriage(site: Site) -> None:
    """Floor, sides, ceiling with its lamps; seats, poles or racks; a door at the far end."""
    plan, stood = site.plan, site.has("streets", "tunnel")  # what stops often has poles to hold on to, what goes far has racks
    aisle = max(AISLE, min(plan.half_x, 1.2))
    half = max(aisle + 2 * SEAT + 0.12, abs(site.view.eye[0]) + 0.5)
    near, back, z = min(-2.4, site.view.eye[1] - 0.5), plan.back_y + LONG, plan.floor_z
    _shell(site, half, near, back, z)
    _seats(site, aisle, half, near, back, z)
    _fittings(site, aisle, half, near, back, z, stood=stood)


def _shell(site: Site, half: float, near: float, back: float, z: float) -> None:
    cool = site.has("tunnel")
    w = Works(
        site,
        floor=lambda: standard("rubber", "#55585c", size=3.0),
        sides=lambda: plain("#cdb48a" if site.has("streets") else "#d9d6cc", 0.4),
        ceiling=lambda: plain("#e9e8e3", 0.45),
        posts=lambda: plain("#3a3d40", 0.4),
        door=lambda: plain("#b9bcbd", 0.35, metal=0.3),
        lamps=lambda: site.glow(glowing("#f1f5ff" if cool else "#fff4e0", 6.0), "practical"),
    )
    w.floor.box(-half, half, near, back, z - 0.06, z)
    bays = np.arange(near, back, BAY)
    for side in (-1, 1):
        x0, x1 = sorted((side * half, side * (half + 0.09)))
        w.sides.box(x0, x1, near, back, z, z + SILL)
        w.sides.box(x0, x1, near, back, z + HEAD, z + HIGH)
        for y in bays:
            w.sides.box(x0, x1, y - 0.08, y + 0.08, z + SILL, z + HEAD)
            w.posts.box(*sorted((side * (half + 0.05), side * (half + 0.06))), y + 0.08, y + 0.1, z + SILL, z + HEAD)
        w.posts.box(*sorted((side * (half - 0.012), side * half)), near, back, z + SILL - 0.03, z + SILL)
        w.lamps.box(*sorted((side * (half - 0.62), side * (half - 0.5))), near + 0.3, back - 0.3, z + HIGH - 0.045, z + HIGH - 0.03)
    turn = np.linspace(0, np.pi / 2, 9)
    edge = [(half - 0.3 + 0.3 * np.cos(a), z + HIGH - 0.3 + 0.3 * np.sin(a)) for a in turn]
    for (xa, ha), (xb, hb) in zip(edge, edge[1:], strict=False):
        for s in (-1, 1):
            w.ceiling.quad(*[(s * x, y, h) for x, y, h in ((xa, near, ha), (xa, back, ha), (xb, back, hb), (xb, near, hb))])
    w.ceiling.box(-half + 0.28, half - 0.28, near, back, z + HIGH - 0.004, z + HIGH + 0.05)
    w.sides.box(-half, -0.45, back, back + 0.08, z, z + HIGH)
    w.sides.box(0.45, half, back, back + 0.08, z, z + HIGH)
    w.sides.box(-0.45, 0.45, back, back + 0.08, z + 2.0, z + HIGH)
    w.door.soft(-0.45, 0.45, back + 0.02, back + 0.07, z, z + 2.0, 0.02)
    w.posts.box(-0.26, 0.26, back + 0.008, back + 0.02, z + 0.95, z + 1.75)
    w.finish()
    for y in np.arange(near + 0.6, min(back, 8.0), 1.5):
        site.lamp(0.0, float(y), z + HIGH - 0.2, radius=0.3, kelvin=4600 if cool else 3600, watts=16.0)
    _windows(site, half, bays, back, z)


def _windows(site: Site, half: float, bays: np.ndarray, back: float, z: float) -> None:
    """Panes from post to post, one view along each side, daylight through each."""
    view = "tunnel" if site.has("tunnel") else "city" if site.has("streets") else "hills"
    for side in (-1, 1):
        x = side * (half + 0.055)
        for y in bays:
            y0, y1 = float(y) + 0.08, min(float(y) + BAY - 0.08, back)
            if y1 - y0 < 0.3:
                continue
            corners = [(x, y0, z + SILL), (x, y1, z + SILL), (x, y1, z + HEAD), (x, y0, z + HEAD)]
            site.add(mesh("pane", corners, [(0, 1, 2, 3)], material=glass()))
            if rain.wets(site):
                rain.on_pane(site, corners, salt=3000 + round(100 * y0) + (side > 0))
            if view != "tunnel" and not site.dark:
                site.window((x, (y0 + y1) / 2, z + (SILL + HEAD) / 2), (-side, 0.0, 0.0), y1 - y0, HEAD - SILL)
        far = side * (half + 1.8)
        card = [(far, float(bays[0]) - 2, z - 0.6), (far, back + 9, z - 0.6), (far, back + 9, z + 3.6), (far, float(bays[0]) - 2, z + 3.6)]
        if view == "tunnel":
            site.add(mesh("tunnel", card, [(0, 1, 2, 3)], material=plain("#17181a", 0.9, bump=0.02)))
        else:
            outside(site, card, view)


def _seats(site: Site, aisle: float, half: float, near: float, back: float, z: float) -> None:
    """Pairs to both sides of the aisle, row behind row, facing the lens."""
    rows = np.arange(near + 0.6, back - 0.7, PITCH)
    spots = [(s * (aisle + SEAT * (k + 0.5) + 0.03), float(y), 0.0) for y in rows for s in (-1, 1) for k in (0, 1)]
    free = clear_of(site, spots, 0.3)
    if not free:
        return
    whole = prop("chair", site.seed, variant="carriage")
    x, y, _ = free[0]
    put(site, whole, x, y, z)
    for x, y, _ in free[1:]:
        again(site, whole, x, y, z)


def _fittings(site: Site, aisle: float, half: float, near: float, back: float, z: float, *, stood: bool) -> None:
    """Racks for luggage; poles, rails and straps where people stand."""
    w = Works(
        site,
        racks=lambda: plain("#c9ccce", 0.3, metal=0.9),
        poles=lambda: plain("#d9a51c", 0.3),
        straps=lambda: plain("#2b2c2e", 0.6),
        bags=lambda: plain("#ffffff", 0.7, tinted=True),
    )
    if not stood:
        for s in (-1, 1):
            for k in range(6):
                x = s * (half - 0.04 - 0.07 * k)
                w.racks.tube([(x, near, z + 1.8 + 0.008 * k), (x, back, z + 1.8 + 0.008 * k)], 0.007, sides=6)
            for y in np.arange(near + 0.5, back - 0.6, 1.9):
                long, tall = site.rng.uniform(0.35, 0.6), site.rng.uniform(0.16, 0.26)
                tint = site.rng.choice(((0.05, 0.06, 0.09), (0.2, 0.06, 0.04), (0.08, 0.1, 0.07), (0.22, 0.15, 0.08)))
                w.bags.soft(*sorted((s * (half - 0.36), s * (half - 0.06))), y, y + long, z + 1.83, z + 1.83 + tall, 0.05, tint=tint)
    else:
        ends = clear_of(site, [(s * aisle, float(y), 0.0) for y in np.arange(near + 1.0, back - 0.5, 2 * PITCH) for s in (-1, 1)], 0.12)
        for x, y, _ in ends:
            w.poles.tube([(x, y, z), (x, y, z + HIGH)], 0.017, sides=12)
        for s in (-1, 1):
            w.poles.tube([(s * aisle, near, z + 1.95), (s * aisle, back, z + 1.95)], 0.015, sides=10)
            for y in np.arange(near + 0.4, back - 0.3, 0.42):
                w.straps.box(s * aisle - 0.012, s * aisle + 0.012, y - 0.001, y + 0.001, z + 1.72, z + 1.96)
                w.straps.tube([(s * aisle, y + 0.05 * np.cos(a), z + 1.67 + 0.05 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 17)], 0.008, sides=6)
    w.finish(smooth=frozenset(("poles", "racks")))
