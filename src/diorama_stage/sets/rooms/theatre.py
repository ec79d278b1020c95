# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a theatre: the curtains of its stage, the auditorium, spots."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import boards, glowing, plain, standard
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
