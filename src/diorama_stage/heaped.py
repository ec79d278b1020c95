# SPDX-License-Identifier: GPL-3.0-or-later
"""Loose stuff in what is full of it: hay in a barrow, sand in a bucket. Heaped at the opening as far as the vessel's own walls let it."""

from __future__ import annotations

import bpy
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from diorama_catalogue import Loose
from diorama_stage.kit import Built, Interior, displace, from_geometry
from diorama_stage.kit.build import Slot, vertices
from diorama_stage.kit.growth import grid_faces
from diorama_stage.kit.parts import rods, tint

AROUND, RINGS = 96, 28
BRIM, SKIRT = 0.04, 0.08
"""Of a vessel's depth: how far below the rim its walls are felt, and how far down the heap reaches at its edge."""
CLEAR = 0.985
"""Of the way to the wall, where the heap ends."""
STALKS, LONG, THICK = 2600, 0.34, 0.0016
"""Stalks on a heap; of its radius, how long they are; metres."""


def heap(built: Built, stuff: Loose, seed: int) -> None:
    """Fill a vessel with loose stuff, heaped over its rim; nothing in what has no hollow."""
    if built.interior is None:
        return
    rng, inside = np.random.default_rng(seed), built.interior
    ways = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
    walls = CLEAR * _walls(built, inside, ways)
    deep, mean = inside.z1 - inside.z0, float(walls.mean())
    edge = inside.z1 - BRIM * deep
    out = np.linspace(0.002, 1, RINGS)[:, None]
    x, y = (inside.x + out * walls * np.cos(ways)), (inside.y + out * walls * np.sin(ways))
    z = edge + stuff.rise * mean * (1 - out**2) * (1 + 0.12 * np.cos(ways - rng.uniform(0, 6.28)))
    rows = np.stack([x, y, z], axis=-1)
    foot = rows[-1] - (0, 0, SKIRT * deep)
    points = np.concatenate([rows, foot[None]]).reshape(-1, 3)
    lumps = min(stuff.lumps, 0.3 * mean)
    body = from_geometry("heap", points, grid_faces(RINGS + 1, AROUND, closed=True)[:, ::-1], smooth=180)
    made = [displace(displace(body, 0.6 * lumps, 2.2 * lumps, seed=seed), 0.25 * lumps, 0.7 * lumps, seed=seed + 1)]
    if stuff.stalks:
        made.append(_stalks(rows.reshape(-1, 3), np.array((inside.x, inside.y, edge - mean)), LONG * mean, rng))
    built.slots["heap"] = Slot(stuff.material, stuff.colour, role="fixed")
    for o in made:
        o["slot"] = "heap"
        o.parent = built.root
    built.objects += made
    built.parts["heap"] = made
    every = np.concatenate([vertices(o) for o in made])
    built.low, built.high = np.minimum(built.low, every.min(axis=0)), np.maximum(built.high, every.max(axis=0))


def _walls(built: Built, inside: Interior, ways: np.ndarray) -> np.ndarray:
    """How far the vessel's inner wall is from the middle of its opening, along each way, metres; its usual radius where nothing is met."""
    corners, faces = [], []
    for o in built.objects:
        first = len(corners)
        corners.extend(map(tuple, vertices(o).astype(float)))
        faces.extend([first + i for i in p.vertices] for p in o.data.polygons)
    tree = BVHTree.FromPolygons(corners, faces)
    level = inside.z1 - BRIM * (inside.z1 - inside.z0)
    most = 2.5 * inside.radius
    met = [tree.ray_cast(Vector((inside.x, inside.y, level)), Vector((float(np.cos(a)), float(np.sin(a)), 0.0)), most)[3] for a in ways]
    found = np.array([np.nan if d is None else d for d in met])
    usual = float(np.nanmedian(found)) if np.isfinite(found).any() else inside.radius
    return np.where(np.isfinite(found), found, usual)


def _stalks(points: np.ndarray, heart: np.ndarray, long: float, rng: np.random.Generator) -> bpy.types.Object:
    """Stalks that lie on the heap and stand a little out of it."""
    at = points[rng.integers(0, len(points), STALKS)] + rng.normal(0, 0.04 * long, (STALKS, 3))
    out = at - heart
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    way = rng.normal(size=at.shape)
    way -= 0.86 * out * np.sum(way * out, axis=1, keepdims=True)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    half = 0.5 * long * rng.uniform(0.4, 1.2, (STALKS, 1))
    made = rods(np.stack([at - way * half, at + way * half + out * 0.2 * half], axis=1), THICK, sides=4)
    return tint(made, lambda _: np.repeat(rng.uniform(0.6, 1.25, STALKS), 8))
