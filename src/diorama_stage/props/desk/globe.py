# SPDX-License-Identifier: GPL-3.0-or-later
"""A globe on its stand."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    from_geometry,
    join,
    lathe,
    move,
    rotate,
    rounded_profile,
    sphere,
    sweep,
)  # fmt: skip
from diorama_stage.kit.parts import rod, tint, toward
from diorama_stage.props.desk.world_map import land
from diorama_stage.props.registry import prop


def painted_world(R: float):
    """The map on a ball about the origin, its poles on z: seas in the slot's colour, land in greens, deserts and ice, a grid every 30 degrees."""
    n, m = 384, 192
    lon, lat = (a.ravel() for a in np.meshgrid(np.arange(n) * 360 / n - 180, np.linspace(-89.6, 89.6, m + 1)))
    a, e = np.radians(lon - 90), np.radians(lat)
    verts = np.stack([np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)], axis=1) * R
    faces = [(j * n + i, j * n + (i + 1) % n, (j + 1) * n + (i + 1) % n, (j + 1) * n + i) for j in range(m) for i in range(n)]
    made = from_geometry("world", verts, [*faces, tuple(range(n))[::-1], tuple(m * n + i for i in range(n))], smooth=180)
    ashore = land(lon, lat)
    wobble = 6 * np.sin(lon / 7 + 2 * np.sin(lat / 9)) + 4 * np.sin(lat / 5 + lon / 13)
    dry = np.exp(-(((np.abs(lat) - 24 + 0.4 * wobble) / 10) ** 2)) * np.where((lon > -125) & (lon < -30), 0.35, 1)
    ice = np.clip((np.abs(lat) - 66 + 0.5 * wobble) / 8, 0, 1)
    green = (
        toward("#2f6f95", "#5d8a3f", ashore)
        + ashore[:, None] * (toward("#2f6f95", "#d3ad62", dry) - toward("#2f6f95", "#5d8a3f", np.ones_like(dry))) * dry[:, None]
    )
    shade = green * (1 - ice * ashore)[:, None] + toward("#2f6f95", "#eef0ee", np.ones_like(ice)) * (ice * ashore)[:, None]
    shade *= (1 - 0.35 * ((ashore > 0.2) & (ashore < 0.8)))[:, None]
    grid = (np.abs((lon + 15) % 30 - 15) < 0.4) | (np.abs((lat + 15) % 30 - 15) < 0.45)
    return tint(made, lambda _: shade * np.where(grid, 0.72, 1.0)[:, None])


@prop("globe")
def globe(spec: Spec, b: Builder) -> None:
    R, zc = 0.13, 0.225
    b.slot("map", "paper", "#2f6f95", role="fixed", finish=("satin",))
    b.slot("base", b.choose("walnut", "dark_wood", "oak"))
    b.slot("metal", "brass", role="trim")
    ball = rotate(rotate(painted_world(R), 0, 0, b.choose(-10, 75, -95)), 0, 23.4)
    b.add(move(ball, 0, 0, zc), "map", "sphere")
    t = np.radians(np.linspace(-90, 90, 60))
    ring = [((R + 0.012) * math.cos(a), 0, (R + 0.012) * math.sin(a)) for a in t]
    meridian = sweep(ring, 0.0065, section=[(0.55 * x, y) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))], smooth=30)
    pins = [rod((0, 0, s * (R - 0.002)), (0, 0, s * (R + 0.03)), 0.0035) for s in (-1, 1)] + [
        sphere(0.0075, at=(0, 0, s * (R + 0.03)), segments=20) for s in (-1, 1)
    ]
    for o in (bevel(meridian, 0.0012, 2), join(pins)):
        b.add(move(rotate(o, 0, 23.4), 0, 0, zc), "metal", "meridian")
    foot = [
        (0, 0),
        (0.092, 0),
        (0.095, 0.008),
        (0.088, 0.018),
        (0.06, 0.024),
        (0.03, 0.03),
        (0.02, 0.042),
        (0.0155, 0.06),
        (0.021, 0.07),
        (0.013, 0.078),
        (0.009, zc - R - 0.017),
        (0, zc - R - 0.014),
    ]
    b.add(lathe(rounded_profile(foot, 0.006), segments=64), "base")
    b.add(rod((0, 0, 0.07), (0.055, 0, zc - R - 0.012 + 0.0115), 0.005), "metal", "stem")
    b.footprint = "round"
