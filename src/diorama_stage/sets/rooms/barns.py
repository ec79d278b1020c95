# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a barn's inside: walls of gapped boards with daylight between them, posts and trusses, a loft with hay, stalls, straw, an open door."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import mesh
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import asked, standard
from diorama_stage.sets.rooms.litter import straws
from diorama_stage.sets.rooms.shell import Room, outside
from diorama_stage.sets.works import Works, clear_of, prop, put

DOOR, LINTEL = 3.0, 3.2
"""Metres: the width of the open door, and its height."""


def _timber():
    return standard("pine", "#7a5a3c", size=3.0, finish=("worn",))


def board_walls(site: Site, room: Room) -> None:
    """Upright boards with narrow gaps on three walls, the open double door in the back wall; outside, the day."""
    w = Works(site, barn_boards=_timber, rails=_timber)
    earth = [
        (-room.half - 1.0, room.near, room.floor),
        (room.half + 1.0, room.near, room.floor),
        (room.half + 1.0, room.back + 2.3, room.floor),
        (-room.half - 1.0, room.back + 2.3, room.floor),
    ]
    site.add(
        mesh(
            "floor",
            earth,
            [(0, 1, 2, 3)],
            uvs=[(0, 0), (3, 0), (3, 4), (0, 4)],
            material=asked(site.environment.get("ground"), "soil", size=2.0, seed=site.seed),
        )
    )
    rng, z, high = site.rng, room.floor, room.top - room.floor
    at = _doorway(site)

    def upright(x0, x1, y0, y1, z0, z1):
        w.barn_boards.soft(x0, x1, y0, y1, z0, z1, 0.006)

    u = -room.half
    while u < room.half:
        wide = float(rng.uniform(0.16, 0.24))
        low = LINTEL if abs(u + wide / 2 - at) < DOOR / 2 else 0.0
        upright(u + 0.006, u + wide - 0.006, room.back - 0.05, room.back - 0.02 + 0.01 * rng.random(), z + low, room.top)
        u += wide
    for s in (-1, 1):
        v = room.near
        while v < room.back:
            wide = float(rng.uniform(0.16, 0.24))
            x = s * (room.half - 0.03)
            upright(x - 0.015, x + 0.015, v + 0.006, v + wide - 0.006, z, room.top)
            v += wide
    for h in (0.9, 2.4, 0.92 * high):
        for s in (-1, 1):
            w.rails.soft(s * (room.half - 0.12) - 0.05, s * (room.half - 0.12) + 0.05, room.near, room.back, z + h, z + h + 0.12, 0.01)
    for s in (-1, 1):
        x = at + s * (DOOR / 2 + 0.78)
        w.rails.soft(x - 0.74, x + 0.74, room.back - 0.16, room.back - 0.1, z + 0.05, z + LINTEL, 0.01)
        for h in (0.3, 1.6, 2.9):
            w.rails.soft(x - 0.74, x + 0.74, room.back - 0.2, room.back - 0.16, z + h, z + h + 0.14, 0.01)
    w.finish()
    corners = [(at - 4.5, room.back + 2.2, z), (at + 4.5, room.back + 2.2, z), (at + 4.5, room.back + 2.2, z + 5.2), (at - 4.5, room.back + 2.2, z + 5.2)]
    outside(site, corners, "hills")
    site.window((at, room.back - 0.05, z + LINTEL / 2), (0.0, -1.0, 0.0), DOOR, LINTEL)
    for s in (-1, 1):
        glare = [(s * (room.half + 0.4), v, h) for v, h in ((room.near, z), (room.back, z), (room.back, room.top), (room.near, room.top))]
        outside(site, glare, "hills")
        site.window((s * (room.half - 0.2), room.back - 3.0, z + 2.6), (-s * 1.0, 0.0, -0.2), 2.6, 2.2)


def _doorway(site: Site) -> float:
    """Where the middle of the door is, metres from the middle of the wall."""
    return -1.2 if site.seed % 2 else 1.2


def posts(site: Site, room: Room) -> None:
    """Posts with braces along both sides, beams across, rafters that meet in a ridge."""
    w = Works(site, posts=_timber, roof=_timber)
    z, eaves = room.floor, room.floor + 3.1
    for y in np.arange(room.back - 0.3, room.near, -2.8):
        for s in (-1, 1):
            x = s * (room.half - 1.9)
            if clear_of(site, [(x, float(y), 0.0)], 0.5):
                w.posts.soft(x - 0.11, x + 0.11, y - 0.11, y + 0.11, z, eaves, 0.015)
                w.posts.tube([(x, y, eaves - 0.8), (x - s * 0.75, y, eaves)], 0.07, sides=6)
            w.roof.tube([(s * room.half, y, eaves - 0.2), (0.0, y, room.top - 0.1)], 0.09, sides=6)
        w.posts.soft(-room.half, room.half, y - 0.11, y + 0.11, eaves, eaves + 0.22, 0.015)
        w.posts.soft(-0.09, 0.09, y - 0.09, y + 0.09, eaves, room.top - 0.15, 0.012)
    for share in np.linspace(0.0, 1.0, 8):
        for s in (-1, 1):
            x, h = s * room.half * (1 - share), eaves - 0.1 + share * (room.top - 0.02 - eaves)
            w.roof.soft(x - 0.4, x + 0.4, room.near, room.back, h, h + 0.04, 0.008)
    w.finish()


def loft(site: Site, room: Room) -> None:
    """A hay loft over the back, its edge of boards, hay that hangs over it; a ladder up to it; straw heaps, bales and a barrel along the walls."""
    w = Works(site, loft_boards=_timber)
    z, side = room.floor + 3.3, 1 if site.seed % 2 else -1
    x0, x1 = (0.9, room.half) if side > 0 else (-room.half, -0.9)
    w.loft_boards.soft(x0, x1, room.back - 3.4, room.back, z - 0.07, z, 0.01)
    w.loft_boards.soft(x0, x1, room.back - 3.46, room.back - 3.38, z - 0.2, z + 0.06, 0.01)
    lx = side * 1.5
    for s in (-0.22, 0.22):
        w.loft_boards.tube([(lx + s, room.back - 4.2, room.floor), (lx + s, room.back - 3.4, z + 0.7)], 0.03, sides=8)
    for k in range(11):
        t = (k + 0.5) / 12
        w.loft_boards.tube(
            [
                (lx - 0.22, room.back - 4.2 + 0.8 * t, room.floor + t * (z + 0.7 - room.floor)),
                (lx + 0.22, room.back - 4.2 + 0.8 * t, room.floor + t * (z + 0.7 - room.floor)),
            ],
            0.018,
            sides=6,
        )
    w.finish()
    for k, x in enumerate(np.arange(min(x0, x1) + 0.8, max(x0, x1) - 0.4, 1.3)):
        put(site, prop("hay_bale", site.seed + k), float(x), room.back - 2.4 + 0.3 * (k % 2), z, 90.0 * (k % 2))
    if "hay_bale" not in site.things:
        spots = [(s * (room.half - 0.9), y, 0.0) for s in (-1, 1) for y in np.arange(room.back - 1.2, room.near, -2.4)]
        for k, (x, y, _) in enumerate(clear_of(site, spots, 0.9)[:5]):
            put(site, prop("hay_bale", site.seed + 11 + k), float(x), float(y), room.floor, 17.0 * k)


def straw(site: Site, room: Room) -> None:
    """Straws on the floor, thicker towards the walls."""
    w = Works(site, straw=lambda: standard("straw", size=1.0))
    area = (-room.half + 0.1, room.half - 0.1, max(room.near, -4.0), room.back - 0.1)
    straws(w.straw, site, area, room.floor, 2600, swept=0.75)
    w.finish()
