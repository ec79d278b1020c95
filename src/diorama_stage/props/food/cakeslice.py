# SPDX-License-Identifier: GPL-3.0-or-later
"""A slice of layer cake: sponge and cream seen in the cut, icing over its top and back."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, field, from_geometry, move, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import points, set_points
from diorama_stage.kit.parts import tint

REACH = math.radians(21)


def cake_slice(spec: Spec, b: Builder, flavour: str) -> None:
    """Point to the front; three sponges, two creams, an icing as thick as a finger on top, a rosette."""
    dark = flavour == "chocolate"
    R, seed = b.vary(0.115, 0.05), spec.seed
    b.slot("body", "cake_crumb", "#4a2a18" if dark else "#e3b76e")
    b.slot("cream", "icing", "#6b4029" if dark else "#f4ead8", role="fixed")
    b.slot("icing", "chocolate" if dark else "icing", "#43241a" if dark else "#f3dcd2", finish=("satin",))
    z = 0.0
    for k in range(3):
        thick = 0.0215 * b.rng.uniform(0.95, 1.05)
        crumb = displaced(_wedge(R, z, z + thick, 0.0, seed + k), 0.0011, 0.0042, seed + k)
        b.add(tint(crumb, lambda p, k=k: 0.86 + 0.16 * field(p, 0.0028, seed=seed + k) + 0.1 * field(p, 0.02, seed=seed + k + 9)), "body", "sponge")
        z += thick
        if k < 2:
            b.add(displaced(_wedge(R, z - 0.0006, z + 0.0056, 0.0007, seed + 20 + k), 0.0007, 0.008, seed + 20 + k), "cream")
            z += 0.005
    top = _wedge(R + 0.0052, z - 0.0008, z + 0.0062, 0.0004, seed + 40)
    b.add(displaced(top, 0.0006, 0.014, seed + 40), "icing")
    back = _wall(R, 0.0, z + 0.004)
    b.add(displaced(back, 0.0005, 0.012, seed + 50), "icing")
    u = np.linspace(0, 1, 150)
    swirl = np.stack([0.0115 * (1 - u) * np.cos(17 * u), 0.0115 * (1 - u) * np.sin(17 * u), 0.004 + 0.017 * u], axis=1)
    star = [(math.cos(q) * (1 + 0.2 * math.cos(6 * q)), math.sin(q) * (1 + 0.2 * math.cos(6 * q))) for q in np.linspace(0, 2 * math.pi, 54, endpoint=False)]
    far = R * 0.76
    b.add(move(sweep(swirl, np.linspace(0.0068, 0.0012, 150), section=star), 0, far, z + 0.0055), "cream", "rosette")
    turn = b.choose(-62, -52, 50, 60)
    for objects in b._parts.values():
        for o in objects:
            rotate(move(o, 0, -R * 0.58, 0), 0, 0, turn)
    b.footprint = "box"


def displaced(object, strength: float, size: float, seed: int):
    """Crumbs and strokes of a knife: the skin pushed along its normals by a field."""
    mesh = object.data
    at, normals = points(mesh), np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("normal", normals)
    moved = at + normals.reshape(-1, 3) * (strength * field(at, size, seed=seed, octaves=3))[:, None]
    moved[:, 2] = np.maximum(moved[:, 2], 0)
    set_points(mesh, moved)
    return object


def _outline(R: float, grow: float) -> np.ndarray:
    """The wedge from above, finely: its point at the origin looking to -Y, its round back at +Y."""
    a = np.linspace(-REACH, REACH, 40) + math.pi / 2
    tip = np.array([0.0, 0.0])
    left, right = R * np.array([math.cos(a[-1]), math.sin(a[-1])]), R * np.array([math.cos(a[0]), math.sin(a[0])])
    side = lambda p, q: p + (q - p) * np.linspace(0, 1, 54)[:, None]  # noqa: E731
    line = np.concatenate([side(tip, right)[:-1], R * np.stack([np.cos(a), np.sin(a)], axis=1)[:-1], side(left, tip)[:-1]])
    middle = np.array([0, R * 0.6])
    way = line - middle
    return line + way / np.linalg.norm(way, axis=1, keepdims=True) * grow


def _wedge(R: float, z0: float, z1: float, grow: float, seed: int):
    """A closed slab between two heights, its walls finely divided."""
    rows, line = 16, _outline(R, grow)
    n = len(line)
    edge = min(0.0012, (z1 - z0) * 0.3)
    heights = [z0, *np.linspace(z0 + edge * 0.4, z1 - edge * 0.4, rows - 2), z1]
    middle = np.array([0, R * 0.62])
    rings = []
    for k, zz in enumerate(heights):
        rings.append(np.column_stack([line + (middle - line) * (0.012 if k in (0, rows - 1) else 0.0), np.full(n, zz)]))
    for share in (0.06, 0.15, 0.3, 0.5, 0.75, 0.97):
        rings.append(np.column_stack([line + (middle - line) * share, np.full(n, z1)]))
    low = np.column_stack([line + (middle - line) * 0.97, np.full(n, z0)])
    rings.insert(0, low)
    m = len(rings)
    faces = [(i * n + j, i * n + (j + 1) % n, (i + 1) * n + (j + 1) % n, (i + 1) * n + j) for i in range(m - 1) for j in range(n)]
    faces.append(tuple((m - 1) * n + j for j in range(n)))
    return from_geometry("slab", np.concatenate(rings), faces, smooth=60)


def _wall(R: float, z0: float, z1: float):
    """The icing at the back, a few millimetres thick, cut clean at its ends."""
    a = np.linspace(-REACH, REACH, 60) + math.pi / 2
    section = smooth_path([(0, z0), (0.0046, z0), (0.0052, z0 + 0.01), (0.0052, z1 - 0.008), (0.0044, z1), (0, z1)], 26)
    rings = np.stack([np.stack([(R + section[:, 0]) * math.cos(q), (R + section[:, 0]) * math.sin(q), section[:, 1]], axis=1) for q in a])
    n = len(section)
    faces = [(i * n + j, i * n + (j + 1) % n, (i + 1) * n + (j + 1) % n, (i + 1) * n + j) for i in range(len(a) - 1) for j in range(n)]
    faces += [tuple(range(n)), tuple((len(a) - 1) * n + j for j in range(n))]
    return from_geometry("wall", rings.reshape(-1, 3), faces, smooth=50)
