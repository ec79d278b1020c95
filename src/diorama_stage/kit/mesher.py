# SPDX-License-Identifier: GPL-3.0-or-later
"""Many simple shapes in few meshes, fast: boxes, quads, grids and tubes are gathered as arrays and become one object per material."""

from __future__ import annotations

import math
from functools import lru_cache

import bpy
import numpy as np

from diorama_stage.kit.mesh import fill

BOX = np.array([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)], dtype=float)
BOX_FACES = np.array([(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)])


def mesh(name: str, vertices, faces, *, smooth: bool = False, uvs=None, material: bpy.types.Material | None = None, colours=None) -> bpy.types.Object:
    """An object from (n, 3) vertices and (m, 3 or 4) faces; `uvs` (n, 2) and `colours` (n, 3, attribute "Tint") per vertex."""
    vertices = np.ascontiguousarray(vertices, dtype=np.float32).reshape(-1, 3)
    faces = np.ascontiguousarray(faces, dtype=np.int32)
    data = bpy.data.meshes.new(name)
    fill(data, vertices, faces)
    if uvs is not None:
        data.uv_layers.new(name="UVMap").uv.foreach_set("vector", np.asarray(uvs, dtype=np.float32)[faces.ravel()].ravel())
    if colours is not None:
        rgba = np.ones((len(vertices), 4), dtype=np.float32)
        rgba[:, :3] = colours
        data.color_attributes.new("Tint", "FLOAT_COLOR", "POINT").data.foreach_set("color", rgba.ravel())
    if smooth:
        data.shade_smooth()
    else:
        data.shade_flat()
    made = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(made)
    if material is not None:
        data.materials.append(material)
    return made


class Mesher:
    """Gathers shapes of one material. `frame` (x, y, z, degrees) places what is added next: turned about Z, then moved."""

    def __init__(self, frame: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)):
        self.frame = frame
        self._vertices: list[np.ndarray] = []
        self._faces: list[np.ndarray] = []
        self._tints: list = []
        self._uvs: list[tuple[int, np.ndarray]] = []
        """From which vertex on, and what; the others' are 0."""
        self._count = 0

    def add(self, vertices, faces, *, tint=(1, 1, 1), uvs=None) -> None:
        """Quads (m, 4) over vertices (n, 3)."""
        vertices, faces = np.asarray(vertices, dtype=float).reshape(-1, 3), np.asarray(faces)
        if any(self.frame):
            x, y, z, degrees = self.frame
            c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            vertices = vertices @ np.array(((c, s, 0.0), (-s, c, 0.0), (0.0, 0.0, 1.0))) + (x, y, z)
        self._vertices.append(vertices)
        self._faces.append(faces + self._count)
        self._tints.append(tint)
        if uvs is not None:
            self._uvs.append((self._count, np.asarray(uvs, dtype=float)))
        self._count += len(vertices)

    def box(self, x0, x1, y0, y1, z0, z1, *, tint=(1, 1, 1)) -> None:
        """A box between two corners."""
        x0, y0, z0, x1, y1, z1 = min(x0, x1), min(y0, y1), min(z0, z1), max(x0, x1), max(y0, y1), max(z0, z1)
        self.add(BOX * (x1 - x0, y1 - y0, z1 - z0) + (x0, y0, z0), BOX_FACES, tint=tint)

    def soft(self, x0, x1, y0, y1, z0, z1, radius: float = 0.01, *, steps: int = 2, bulge: float = 0.0, tint=(1, 1, 1)) -> None:
        """A box with rounded edges; `bulge` swells its faces (cushions), metres."""
        low, high = np.array((min(x0, x1), min(y0, y1), min(z0, z1))), np.array((max(x0, x1), max(y0, y1), max(z0, z1)))
        half, centre = (high - low) / 2, (high + low) / 2
        r = min(radius, *(half * 0.98))
        vertices, faces = _cube(steps, 4 if bulge else 0)
        side = np.abs(vertices)
        place = np.sign(vertices) * np.where(side >= 1, half - r + r * (side - 1), side * (half - r))
        inner = np.clip(place, -(half - r), half - r)
        out = place - inner
        p = inner + _rounded(out)
        if bulge:
            u = np.clip(p / half, -1, 1)
            p = p + bulge * u * np.stack([(1 - u[:, 1] ** 2) * (1 - u[:, 2] ** 2), (1 - u[:, 0] ** 2) * (1 - u[:, 2] ** 2), (1 - u[:, 0] ** 2) * (1 - u[:, 1] ** 2)], axis=1)
        self.add(p + centre, faces, tint=tint)

    def quad(self, a, b, c, d, *, tint=(1, 1, 1)) -> None:
        """One face, counter-clockwise as seen from its front; UV 0..1."""
        self.add([a, b, c, d], [(0, 1, 2, 3)], tint=tint, uvs=[(0, 0), (1, 0), (1, 1), (0, 1)])

    def tube(self, path, radius, *, sides: int = 6, tint=(1, 1, 1)) -> None:
        """A tube along points (n, 3); `radius` a number or one per point."""
        path = np.asarray(path, dtype=float)
        radii = np.broadcast_to(np.asarray(radius, dtype=float), (len(path),))
        ahead, behind = path[[*range(1, len(path)), -1]], path[[0, *range(len(path) - 1)]]
        along = _unit(ahead - behind)
        helper = np.where(np.abs(along[:, 2:]) < 0.9, (0.0, 0.0, 1.0), (1.0, 0.0, 0.0))
        side = _unit(_cross(along, helper))
        up = _cross(side, along)
        ring, faces = _rings(len(path), sides)
        rings = path[:, None] + radii[:, None, None] * (ring[0][None, :, None] * side[:, None] + ring[1][None, :, None] * up[:, None])
        self.add(rings.reshape(-1, 3), faces, tint=tint)

    def object(self, name: str, material: bpy.types.Material, *, smooth: bool = False) -> bpy.types.Object:
        vertices = np.concatenate(self._vertices)
        colours, uvs, k = np.empty((len(vertices), 3)), np.zeros((len(vertices), 2)), 0
        for part, tint in zip(self._vertices, self._tints, strict=True):
            colours[k : k + len(part)] = tint
            k += len(part)
        for k, uv in self._uvs:
            uvs[k : k + len(uv)] = uv
        return mesh(name, vertices, np.concatenate(self._faces), smooth=smooth, uvs=uvs, material=material, colours=colours)

    def __bool__(self) -> bool:
        return self._count > 0


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.sqrt((vectors * vectors).sum(axis=1, keepdims=True)), 1e-9)


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """np.cross of few vectors at a fifth of its time."""
    (ax, ay, az), (bx, by, bz) = a.T, b.T
    return np.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], axis=1)


@lru_cache
def _rings(rows: int, sides: int) -> tuple[np.ndarray, np.ndarray]:
    """A tube's circle (cosines, sines) and its faces."""
    t = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(sides), indexing="ij")
    k = (j + 1) % sides
    faces = np.stack([i * sides + j, i * sides + k, (i + 1) * sides + k, (i + 1) * sides + j], axis=-1).reshape(-1, 4)
    return np.stack([np.cos(t), np.sin(t)]), faces[:, ::-1]


@lru_cache
def _cube(steps: int, inner: int) -> tuple[np.ndarray, np.ndarray]:
    """A welded cube grid: coordinates within ±1 lie on the flat faces, ±1..2 on the rounded rim (`steps` rows), `inner` extra rows on the flat."""
    rim = np.linspace(1, 2, steps + 1)
    line = np.concatenate([-rim[::-1], np.linspace(-1, 1, inner + 2)[1:-1], rim])
    n = len(line)
    u, v = np.meshgrid(line, line, indexing="ij")
    i, j = np.meshgrid(np.arange(n - 1), np.arange(n - 1), indexing="ij")
    a = i * n + j
    quads = np.stack([a, a + n, a + n + 1, a + 1], axis=-1).reshape(-1, 4)
    parts, faces = [], []
    for axis in range(3):
        for sign in (-2.0, 2.0):
            p = np.empty((n * n, 3))
            p[:, axis], p[:, (axis + 1) % 3], p[:, (axis + 2) % 3] = sign, u.ravel(), v.ravel()
            faces.append((quads if sign > 0 else quads[:, ::-1]) + len(parts) * n * n)
            parts.append(p)
    vertices, where = np.unique(np.round(np.concatenate(parts), 6), axis=0, return_inverse=True)
    return vertices, where.reshape(-1)[np.concatenate(faces)]


def _rounded(out: np.ndarray) -> np.ndarray:
    """Project the rim's offsets (each axis up to r) onto a ball of radius r."""
    length = np.linalg.norm(out, axis=1, keepdims=True)
    reach = np.abs(out).max(axis=1, keepdims=True)
    return out / np.maximum(length, 1e-9) * reach


def grid(xs, ys, heights) -> tuple[np.ndarray, np.ndarray]:
    """Vertices and faces (facing up) of a height field: heights[j, i] at (xs[i], ys[j]); xs, ys may be 2-D."""
    if np.ndim(xs) == 1:
        xs, ys = np.meshgrid(xs, ys)
    rows, columns = np.shape(xs)
    vertices = np.stack([xs, ys, np.broadcast_to(heights, np.shape(xs))], axis=-1).reshape(-1, 3)
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    a = i * columns + j
    faces = np.stack([a, a + 1, a + columns + 1, a + columns], axis=-1).reshape(-1, 4)
    return vertices, faces
