# SPDX-License-Identifier: GPL-3.0-or-later
"""Stickers all over a thing: patches laid onto what of it faces the lens, the sides and the sky, no two alike in place, turn and size."""

from __future__ import annotations

import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from diorama_stage.kit import Built, from_geometry
from diorama_stage.kit.build import Slot, vertices
from diorama_stage.materials import Look, material
from diorama_stage.materials.decals import DESIGNS

MOST, TRIES, CELLS = 15, 260, 9
"""How many there are, how often a place is tried, points along a patch's side."""
SHARE = (0.13, 0.22)
"""A sticker's width as a share of the thing's middle length."""
EVEN = 0.9
"""Cosine between a patch's own direction and the surface under each of its points: it does not go round corners."""
LIFT = 0.0007
"""Above the skin, as a share of the thing's length."""


def stick(built: Built, seed: int) -> None:
    """Lay them on: what hangs over an edge or over fittings is left out. The patches belong to the part "stickers"."""
    rng, skin = np.random.default_rng(seed), _skin(built)
    span = built.high - built.low
    middle, long = float(np.sort(span)[1]), float(span.max())
    placed: list[tuple[np.ndarray, float]] = []
    for _ in range(TRIES):
        if len(placed) >= MOST:
            break
        way = _way(rng)
        aim = built.low + span * rng.uniform(0.08, 0.92, 3)
        hit, normal, _, _ = skin.ray_cast(Vector(aim - way * long * 2), Vector(way))
        size = middle * rng.uniform(*SHARE)
        if hit is None or any(np.linalg.norm(np.array(hit) - at) < 0.52 * (size + other) for at, other in placed):
            continue
        grid = _patch(skin, np.array(hit), np.array(normal), size, float(rng.uniform(-25, 25)), long * LIFT)
        if grid is not None:
            _add(built, grid, len(placed), seed)
            placed.append((np.array(hit), size))


def _skin(built: Built) -> BVHTree:
    corners, faces = [], []
    for o in built.objects:
        start = sum(len(c) for c in corners)
        corners.append(vertices(o))
        faces += [[start + i for i in p.vertices] for p in o.data.polygons]
    return BVHTree.FromPolygons([Vector(map(float, v)) for c in corners for v in c], faces)


def _way(rng: np.random.Generator) -> np.ndarray:
    """Where a hand comes from: mostly the front, also the sides and above."""
    way = np.array(((0.0, 1.0, 0.0), (0.0, 1.0, 0.0), (1.0, 0.4, 0.0), (-1.0, 0.4, 0.0), (0.0, 0.2, -1.0), (0.0, 0.2, -1.0))[int(rng.integers(6))])
    return way / np.linalg.norm(way)


def _patch(skin: BVHTree, at: np.ndarray, normal: np.ndarray, size: float, turn: float, lift: float) -> np.ndarray | None:
    """Points (CELLS, CELLS, 3) of a sticker on the skin, its upper edge up; None where it would not lie."""
    up = np.array((0.0, 0.0, 1.0)) if abs(normal[2]) < 0.8 else np.array((0.0, 1.0, 0.0))
    right = np.cross(up, normal)
    right /= np.linalg.norm(right)
    up = np.cross(normal, right)
    a = np.radians(turn)
    right, up = right * np.cos(a) + up * np.sin(a), up * np.cos(a) - right * np.sin(a)
    u = np.linspace(-0.5, 0.5, CELLS) * size
    out = []
    for v in u:
        for w in u:
            start = at + right * w + up * v + normal * size * 0.4
            hit, under, _, _ = skin.ray_cast(Vector(start), Vector(-normal), size * 0.8)
            if hit is None or abs(float(np.dot(np.array(under), normal))) < EVEN:
                return None
            out.append(np.array(hit))
    points = np.array(out)
    level = (points - at) @ normal
    return None if np.ptp(level) > 0.3 * size else (points + normal * lift).reshape(CELLS, CELLS, 3)


def _add(built: Built, grid: np.ndarray, k: int, seed: int) -> None:
    share = np.linspace(0, 1, CELLS)
    uv = np.stack(np.meshgrid(share, share), axis=-1).reshape(-1, 2)
    faces = [(i * CELLS + j, i * CELLS + j + 1, (i + 1) * CELLS + j + 1, (i + 1) * CELLS + j) for i in range(CELLS - 1) for j in range(CELLS - 1)]
    made = from_geometry("sticker", grid.reshape(-1, 3), faces, smooth=180, uvs=uv)
    name = f"sticker_{(k * 3 + seed) % len(DESIGNS)}"
    params = (("aspect", 1.0), ("gloss", True), ("number", k), ("picture", name), ("transparent", True))
    made.data.materials.append(material(Look(material="printed", size=0.1, seed=seed % 1000, params=params)))
    made["slot"] = "stickers"
    made.parent = built.root
    built.slots.setdefault("stickers", Slot(material="printed", role="fixed"))
    built.parts.setdefault("stickers", []).append(made)
    built.objects.append(made)
