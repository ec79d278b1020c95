# SPDX-License-Identifier: GPL-3.0-or-later
"""Crawler tracks, and the hydraulic rams of machines that have them."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, arc, box, cylinder, join, move, rotate
from diorama_stage.kit.parts import add_rod, copies, slab


def track(b: Builder, x0: float, x1: float, radius: float, y: float, width: float) -> None:
    """A belt of plates between two sprockets at x0 and x1, `radius` high to its axle, its middle at y, with rollers and a frame inside."""
    outline = np.concatenate([arc(radius, 90, 270, 24, (x0, radius)), arc(radius, -90, 90, 24, (x1, radius))])
    inner = np.concatenate([arc(radius * 0.86, 90, 270, 24, (x0, radius)), arc(radius * 0.86, -90, 90, 24, (x1, radius))])
    ring = np.concatenate([outline, outline[:1]])
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(ring, axis=0), axis=1))])
    places = []
    for s in np.arange(0, along[-1], radius * 0.36):
        x, z = np.interp(s, along, ring[:, 0]), np.interp(s, along, ring[:, 1])
        dx = np.interp(s + 0.01, along, ring[:, 0]) - np.interp(s - 0.01, along, ring[:, 0])
        dz = np.interp(s + 0.01, along, ring[:, 1]) - np.interp(s - 0.01, along, ring[:, 1])
        c, n = np.array((dx, dz)) / max(np.hypot(dx, dz), 1e-9)
        places.append([[c, 0, -n, x], [0, 1, 0, y], [n, 0, c, z], [0, 0, 0, 1]])
    plate = join(
        [
            box(radius * 0.33, width, radius * 0.1, bevel=0.01, at=(0, 0, -radius * 0.08)),
            box(radius * 0.07, width, radius * 0.12, bevel=0.008, at=(0, 0, -radius * 0.16)),
        ]
    )
    b.add(copies(plate, places), "tracks")
    b.add(slab(inner, width * 0.55, y=y, bevel=0.02), "dark", "track frame")
    face = y + (-1 if y < 0 else 1) * width * 0.24
    discs = [(x, radius * 0.66, radius) for x in (x0, x1)] + [(x, radius * 0.28, radius * 0.42) for x in np.linspace(x0, x1, 6)[1:-1]]
    for x, r, z in discs:
        b.add(move(rotate(cylinder(r, 0.12, bevel=0.02), 90), x, face + 0.06, z), "metal", "rollers")
        b.add(move(rotate(cylinder(r * 0.4, 0.2, bevel=0.02), 90), x, face + 0.1, z), "dark", "rollers")


def ram(b: Builder, a, c, radius: float) -> None:
    """A hydraulic ram from a to c: a painted cylinder, a bright rod drawn out of it."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    middle = a + (c - a) * 0.6
    add_rod(b, "dark", a, middle, radius, "rams")
    add_rod(b, "chrome", middle - (c - a) * 0.02, c, radius * 0.55, "rams")
