# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a cellar: a brick vault on low arches, casks on racks and shelves of bottles; in a dungeon iron bars, chains, straw, a torch."""

from __future__ import annotations

import numpy as np

from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.rooms.litter import straws
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.rooms.worship import ashlar
from diorama_stage.sets.works import Works, again, clear_of, prop, put

SPRING = 1.15
"""Metres above the floor at which the vault begins."""


def _masonry(site: Site):
    return ashlar() if site.has("dungeon") else standard("brick", size=2.4, finish=("worn",))


def barrel_vault(site: Site, room: Room) -> None:
    """A vault from wall to wall, with ribs of stone across it."""
    w = Works(site, vault=lambda: _masonry(site), ribs=ashlar, cellar_walls=lambda: _masonry(site))
    z, rise = room.floor + SPRING, room.top - 0.05 - room.floor - SPRING
    a = np.linspace(np.pi, 0, 25)
    arch = np.stack([room.half * np.cos(a), rise * np.sin(a)], axis=1)
    for (x0, h0), (x1, h1) in zip(arch, arch[1:], strict=False):
        w.vault.quad((x0, room.near, z + h0), (x1, room.near, z + h1), (x1, room.back, z + h1), (x0, room.back, z + h0))
    for y in np.arange(room.back - 0.2, room.near, -2.4):
        inner = [(0.985 * x, y, z + 0.985 * h) for x, h in arch]
        w.ribs.tube([(inner[0][0], y, room.floor), *inner, (inner[-1][0], y, room.floor)], 0.13, sides=6)
    w.cellar_walls.soft(-room.half, room.half, room.back - 0.06, room.back - 0.01, room.floor, room.top, 0.004)
    for s in (-1, 1):
        x = s * (room.half - 0.03)
        w.cellar_walls.soft(x - 0.02, x + 0.02, room.near, room.back, room.floor, z, 0.004)
    w.finish()
    if not site.has("dungeon"):
        lit = Works(site, bulbs=lambda: site.glow(glowing("#ffca80", 20.0), "practical"), cord=lambda: plain("#1b1917", 0.6))
        for y in np.arange(room.back - 1.4, room.near, -2.4):
            lit.cord.tube([(0.0, y, room.top), (0.0, y, room.top - 0.35)], 0.006, sides=5)
            lit.bulbs.tube([(0.0, y, room.top - 0.35), (0.0, y, room.top - 0.41), (0.0, y, room.top - 0.46)], [0.015, 0.04, 0.01], sides=14)
            site.lamp(0.0, float(y), room.top - 0.55, radius=0.06, kelvin=2500, watts=22.0)
        lit.finish(smooth=frozenset(("bulbs",)))


def casks(site: Site, room: Room) -> None:
    """Casks on their sides along the left wall, two rows of them; a rack of bottles along the right one."""
    if site.has("dungeon"):
        return
    w = Works(
        site, cradles=lambda: standard("oak", "#4a3120", size=2.0), racks=lambda: standard("oak", "#5b3d26", size=2.0), bottles=lambda: plain("#17281c", 0.08)
    )
    z = room.floor
    spots = clear_of(site, [(-room.half + 0.75, float(y), 0.0) for y in np.arange(room.back - 0.9, room.near, -1.05)], 0.7)
    first = None
    for x, y, _ in spots:
        whole = prop("barrel", site.seed) if first is None else None
        first = put(site, whole, x, y, z) if whole is not None else again(site, first, x, y, z)
        w.cradles.soft(x - 0.45, x + 0.45, y - 0.42, y - 0.34, z, z + 0.12, 0.01)
    x = room.half - 0.42
    for y0 in np.arange(room.back - 0.3, room.near, -1.6):
        if not clear_of(site, [(x, float(y0) - 0.7, 0.0)], 0.6):
            continue
        for s in (0.0, 1.45):
            w.racks.soft(x - 0.2, x + 0.2, y0 - s - 0.03, y0 - s + 0.03, z, z + 1.5, 0.006)
        for row in range(6):
            h = z + 0.15 + 0.24 * row
            w.racks.soft(x - 0.2, x + 0.2, y0 - 1.45, y0, h - 0.06, h - 0.045, 0.004)
            for k in range(12):
                y = y0 - 0.1 - 0.113 * k
                w.bottles.tube([(x + 0.12, y, h), (x - 0.08, y, h), (x - 0.13, y, h), (x - 0.22, y, h)], [0.038, 0.038, 0.015, 0.014], sides=12)
    w.finish(smooth=frozenset(("bottles",)))


def bars(site: Site, room: Room) -> None:
    """A dungeon's iron grille across a niche in the back, chains on the wall, torches, straw on the floor."""
    if not site.has("dungeon"):
        return
    w = Works(
        site,
        iron=lambda: plain("#2b2723", 0.55, metal=0.9),
        niche=lambda: plain("#050505", 1.0),
        straw=lambda: standard("straw", size=1.0),
        torches=lambda: standard("oak", "#4a3120", size=1.0),
        flames=lambda: site.glow(glowing("#ff9434", 24.0), "practical"),
    )
    z, back = room.floor, room.back
    w.niche.box(-1.1, 1.1, back - 0.075, back - 0.065, z, z + 2.0)
    for x in np.arange(-1.1, 1.15, 0.14):
        w.iron.tube([(x, back - 0.12, z), (x, back - 0.12, z + 2.0)], 0.016, sides=8)
    for h in (0.25, 1.1, 1.95):
        w.iron.soft(-1.15, 1.15, back - 0.14, back - 0.1, z + h, z + h + 0.05, 0.006)
    for s in (-1, 1):
        x, h = s * (room.half - 0.12), z + 1.6
        for y in (back - 1.4, back - 2.3):
            links = [(x, y, h - 0.075 * k) for k in range(9)]
            for k, (px, py, pz) in enumerate(links):
                a = np.linspace(0, 2 * np.pi, 13)
                ring = np.stack([px - s * 0.02 + 0.022 * np.cos(a) * (k % 2), py + 0.022 * np.cos(a) * ((k + 1) % 2), pz + 0.045 * np.sin(a)], axis=1)
                w.iron.tube(ring, 0.008, sides=6)
        fx, fy, fz = s * 1.5, back - 0.3, z + 1.7
        w.torches.tube([(fx, back - 0.12, fz - 0.35), (fx, fy, fz)], [0.02, 0.04], sides=10)
        w.flames.tube([(fx, fy, fz), (fx + 0.02, fy, fz + 0.12), (fx - 0.01, fy, fz + 0.32)], [0.03, 0.055, 0.003], sides=10)
        site.lamp(fx, fy - 0.15, fz + 0.25, radius=0.1, kelvin=2000, watts=26.0)
    straws(w.straw, site, (-room.half + 0.1, room.half - 0.1, max(room.near, -3.0), back - 0.15), z, 1500)
    w.finish(smooth=frozenset(("iron", "torches", "flames")))
