# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools for sewn and worn things: bodies through oval sections, ribbons, sheets of cloth, and what is laid onto a body (seams, patches, buttons)."""

from __future__ import annotations

import bpy
import numpy as np
from mathutils import Matrix, Vector
from mathutils.bvhtree import BVHTree
from scipy.interpolate import PchipInterpolator

from diorama_stage.kit import from_geometry, loft, solidify, sweep
from diorama_stage.kit.arrays import corners
from diorama_stage.kit.build import vertices


def oval(power: float = 2.0, count: int = 64) -> np.ndarray:
    """A superellipse of half-axes 1, (count, 2), counter-clockwise from +x; `power` 2 is a circle, 4 nearly a square."""
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    return np.stack([np.sign(c) * np.abs(c) ** (2 / power), np.sign(s) * np.abs(s) ** (2 / power)], axis=1)


def eased(stations, steps: int = 40) -> np.ndarray:
    """Rows of stations (first column rising) at `steps` even values of the first column, by monotone cubic curves."""
    rows = np.asarray(stations, float)
    t = np.linspace(rows[0, 0], rows[-1, 0], steps)
    return np.column_stack([t, *(PchipInterpolator(rows[:, 0], column)(t) for column in rows[:, 1:].T)])


def body(stations, *, steps: int = 40, count: int = 64, smooth: float = 60.0) -> bpy.types.Object:
    """An upright closed body through stations (z, half width, half depth, middle y, power), its sections superellipses."""
    return loft([ring(z, a, d, y, p, count) for z, a, d, y, p in eased(stations, steps)], smooth=smooth)


def ring(z: float, half_x: float, half_y: float, y: float = 0.0, power: float = 2.0, count: int = 64) -> np.ndarray:
    """One level section, (count, 3)."""
    section = oval(power, count) * (half_x, half_y) + (0, y)
    return np.column_stack([section, np.full(count, z)])


def ribbon(path, across, width, thickness: float) -> bpy.types.Object:
    """A strap with rounded edges along a path (n, 3), metres; `across` (3,) or (n, 3) is the direction of its width."""
    path = np.asarray(path, float)
    along = np.gradient(path, axis=0)
    across = np.broadcast_to(np.asarray(across, float), path.shape)
    across = across - along * (np.sum(across * along, axis=1) / np.maximum(np.sum(along * along, axis=1), 1e-12))[:, None]
    across = across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    up = np.cross(across, along)
    up /= np.maximum(np.linalg.norm(up, axis=1, keepdims=True), 1e-9)
    width = np.broadcast_to(np.asarray(width, float), (len(path),))
    half = thickness / 2
    corner = [(np.cos(t), np.sin(t)) for t in np.radians(np.linspace(-90, 90, 5))]
    rings = []
    for p, a, u, w in zip(path, across, up, width, strict=True):
        flat = max(w / 2 - half, half * 0.1)
        rings.append([p + a * (flat + half * c) + u * half * s for c, s in corner] + [p - a * (flat + half * c) - u * half * s for c, s in corner])
    return loft(rings, smooth=80)


def sheet(points, thickness: float = 0.0, *, smooth: float = 180.0, closed: bool = False, cut=None) -> bpy.types.Object:
    """A cloth over a grid of points (rows, columns, 3); `closed` joins the last column to the first; a thickness grows both ways, metres.

    `cut` takes places (n, 3) and says which are cut away.
    """
    points = np.asarray(points, float)
    m, n, _ = points.shape
    last = n if closed else n - 1
    faces = [(i * n + j, i * n + (j + 1) % n, (i + 1) * n + (j + 1) % n, (i + 1) * n + j) for i in range(m - 1) for j in range(last)]
    if cut is not None:
        gone = cut(points.reshape(-1, 3))
        faces = [f for f in faces if not gone[list(f)].any()]
    made = from_geometry("sheet", points.reshape(-1, 3), faces, smooth=smooth)
    return solidify(made, thickness, offset=0.0) if thickness else made


def _faces(mesh: bpy.types.Mesh, start: int) -> list[list[int]]:
    """The vertices of each face, counted from `start`."""
    around, begins = corners(mesh), np.empty(len(mesh.polygons), np.int32)
    mesh.polygons.foreach_get("loop_start", begins)
    every, ends = (around + start).tolist(), [*begins[1:].tolist(), len(around)]
    return [every[a:b] for a, b in zip(begins.tolist(), ends, strict=True)]


class Skin:
    """The surface of finished objects, to lay things onto."""

    def __init__(self, *objects: bpy.types.Object):
        corners, faces = [], []
        for o in objects:
            start = sum(len(c) for c in corners)
            corners.append(vertices(o))
            faces += _faces(o.data, start)
        self.tree = BVHTree.FromPolygons(np.concatenate(corners).tolist(), faces)

    def cast(self, points, way, lift: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        """Where rays from the points (n, 3) along `way` first meet it, and the normals there; points that miss are left out."""
        at, normals = [], []
        for p in np.asarray(points, float):
            hit, normal, _, _ = self.tree.ray_cast(Vector(p), Vector(way).normalized())
            if hit is not None:
                normal = normal if normal.dot(Vector(way)) < 0 else -normal
                at.append(np.array(hit) + lift * np.array(normal))
                normals.append(np.array(normal))
        if not at:
            raise ValueError("nothing of the path lies on the body")
        return np.array(at), np.array(normals)

    def nearest(self, points, lift: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        """The nearest places on it, and the normals there."""
        found = [self.tree.find_nearest(Vector(p)) for p in np.asarray(points, float)]
        normals = np.array([f[1] for f in found])
        return np.array([f[0] for f in found]) + lift * normals, normals

    def seam(self, points, way, radius: float, *, lift: float = 0.0, sides: int = 8) -> bpy.types.Object:
        """A piped seam along a line of points cast onto it."""
        return sweep(self.cast(points, way, lift)[0], radius, sides=sides)

    def patch(self, points, way, thickness: float, *, lift: float = 0.0) -> bpy.types.Object:
        """A piece of cloth over a grid of points (rows, columns, 3), all of which must meet it, sewn on with `thickness`."""
        grid = np.asarray(points, float)
        at, normals = self.cast(grid.reshape(-1, 3), way, lift)
        if len(at) != grid.shape[0] * grid.shape[1]:
            raise ValueError("a patch reaches past the edge of the body")
        return sheet((at + normals * thickness / 2).reshape(grid.shape), thickness, smooth=60)


def stand_on(object: bpy.types.Object, at, normal, turn: float = 0.0) -> bpy.types.Object:
    """Move an object built about the origin, facing up, to a place with its z axis along `normal`; `turn` degrees about it first."""
    z = Vector(normal).normalized()
    matrix = Matrix.Translation(Vector(at)) @ z.to_track_quat("Z", "Y").to_matrix().to_4x4() @ Matrix.Rotation(np.radians(turn), 4, "Z")
    object.data.transform(matrix)
    object.data.update()
    return object



def thread(path, length: float, radius: float, *, gap: float = 0.5, across=None, sides: int = 6) -> bpy.types.Object:
    """A row of stitches along a path (n, 3) in one mesh, each `length` metres, `gap` of it apart; `across` (n, 3) are their directions, if not along."""
    path = np.asarray(path, float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    s = np.arange(length * 0.5, max(along[-1] - length * 0.4, length * 0.6), length * (1 + gap))
    at = lambda where, rows: np.column_stack([np.interp(where, along, rows[:, k]) for k in range(3)])  # noqa: E731
    if across is None:
        a, c = at(s - length / 2, path), at(s + length / 2, path)
    else:
        half = at(s, np.asarray(across, float))
        half *= length / 2 / np.maximum(np.linalg.norm(half, axis=1, keepdims=True), 1e-9)
        a, c = at(s, path) - half, at(s, path) + half
    way = (c - a) / np.maximum(np.linalg.norm(c - a, axis=1, keepdims=True), 1e-12)
    u = np.cross(way, np.where(np.abs(way[:, 2:]) < 0.9, (0.0, 0.0, 1.0), (0.0, 1.0, 0.0)))
    u /= np.linalg.norm(u, axis=1, keepdims=True)
    v = np.cross(way, u)
    t = np.linspace(0, 2 * np.pi, sides, endpoint=False)[None, :, None]
    circle = np.cos(t) * u[:, None, :] + np.sin(t) * v[:, None, :]
    rings = np.stack([(a + (c - a) * q)[:, None, :] + circle * radius * r for q, r in ((0, 0.5), (0.3, 1), (0.7, 1), (1, 0.5))], axis=1)
    n = 4 * sides
    walls = [(i * sides + j, i * sides + (j + 1) % sides, (i + 1) * sides + (j + 1) % sides, (i + 1) * sides + j) for i in range(3) for j in range(sides)]
    ends = [tuple(reversed(range(sides))), tuple(range(n - sides, n))]
    faces = [tuple(k * n + i for i in f) for k in range(len(s)) for f in (*walls, *ends)]
    return from_geometry("thread", rings.reshape(-1, 3), faces, smooth=60)
