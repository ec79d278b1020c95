# SPDX-License-Identifier: GPL-3.0-or-later
"""What plants are grown from: petals and leaves as thin sheets, stems as tubes, thousands of copies, gathered as arrays into one tinted mesh.

Petals and leaves are made along +X or +Z at unit size and put in place by frames: 3 × 3 matrices whose columns are along, side and up.
"""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit.arrays import lay


def unit(rows) -> np.ndarray:
    """The vectors (…, 3) at length 1."""
    rows = np.asarray(rows, float)
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)


def cross(a, b) -> np.ndarray:
    """The cross product (…, 3) of vectors (…, 3), to the last bit numpy's, which takes ten times as long on few."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    out = np.empty(np.broadcast_shapes(a.shape, b.shape))
    for k, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):
        out[..., k] = a[..., i] * b[..., j] - a[..., j] * b[..., i]
    return out


def frames(along, up=(0.0, 0.0, 1.0)) -> np.ndarray:
    """Frames (k, 3, 3) whose X looks along `along` (k, 3) and whose Z looks as near `up` as it can; the columns are X, Y, Z."""
    x = unit(np.atleast_2d(along))
    up = np.broadcast_to(np.asarray(up, float), x.shape)
    up = np.where(np.abs((x * unit(up)).sum(axis=1, keepdims=True)) > 0.999, (0.97, 0.2, 0.1), up)
    y = unit(cross(up, x))
    return np.stack([x, y, cross(x, y)], axis=-1)


def upon(axis, turn: float = 0.0) -> np.ndarray:
    """A frame (3, 3) whose Z looks along `axis`, turned about it by `turn` radians. In plain numbers: numpy is slow on single vectors."""
    a, b, c = (float(v) for v in axis)
    size = max(math.sqrt(a * a + b * b + c * c), 1e-12)
    a, b, c = a / size, b / size, c / size
    x = (c, 0.0, -a) if abs(b) < 0.9 else (0.0, -c, b)
    size = max(math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]), 1e-12)
    x = (x[0] / size, x[1] / size, x[2] / size)
    y = (b * x[2] - c * x[1], c * x[0] - a * x[2], a * x[1] - b * x[0])
    cos, sin = math.cos(turn), math.sin(turn)
    return np.array([(p * cos + q * sin, q * cos - p * sin, z) for p, q, z in zip(x, y, (a, b, c), strict=True)])


def grid_faces(rows: int, columns: int, *, closed: bool = False) -> np.ndarray:
    """Quads (m, 4) over a grid of vertices, row by row; `closed` joins the last column to the first."""
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns if closed else columns - 1), indexing="ij")
    k = (j + 1) % columns
    return np.stack([i * columns + j, i * columns + k, (i + 1) * columns + k, (i + 1) * columns + j], axis=-1).reshape(-1, 4)


def _sides(along: np.ndarray) -> np.ndarray:
    """A vector (n, 3) across each way (n, 3) of a path, the one before laid into its plane. In plain numbers, as `upon`."""
    ways = along.tolist()
    x, y, z = unit(cross(along[0], (0, 0, 1.0) if abs(ways[0][2]) < 0.9 else (0, 1.0, 0))).tolist()
    out = [(x, y, z)]
    for a, b, c in ways[1:]:
        k = x * a + y * b + z * c
        x, y, z = x - a * k, y - b * k, z - c * k
        size = max(math.sqrt(x * x + y * y + z * z), 1e-12)
        x, y, z = x / size, y / size, z / size
        out.append((x, y, z))
    return np.array(out)


class Growth:
    """Gathers sheets, tubes and copies of one slot; `object` makes the mesh. Tints are factors on the slot's colour (scene-linear)."""

    def __init__(self):
        self.verts: list[np.ndarray] = []
        self.faces: list[np.ndarray] = []
        self.tints: list[np.ndarray] = []
        self.count = 0

    def add(self, verts, faces, tint=1.0) -> Growth:
        """Vertices (n, 3), faces (m, 3 or 4); `tint` a number, (3,), (n,) or (n, 3)."""
        verts, tint = np.asarray(verts, float).reshape(-1, 3), np.asarray(tint, float)
        tint = tint[:, None] if tint.ndim == 1 and len(tint) == len(verts) else tint
        self.verts.append(verts)
        self.faces.append(np.asarray(faces) + self.count)
        self.tints.append(np.broadcast_to(tint, verts.shape))
        self.count += len(verts)
        return self

    def sheet(self, grid, tint=1.0, thickness: float = 0.0) -> Growth:
        """A sheet from points (rows, columns, 3); with `thickness`, metres, it gets a back and a rim, so that glass and gold can be it."""
        grid = np.asarray(grid, float)
        rows, columns, _ = grid.shape
        tint = np.broadcast_to(np.asarray(tint, float)[..., None] if np.ndim(tint) == 2 else tint, grid.shape)
        flat, shade, faces = grid.reshape(-1, 3), tint.reshape(-1, 3), grid_faces(rows, columns)
        if not thickness:
            return self.add(flat, faces, shade)
        normal = unit(cross(np.gradient(grid, axis=1), np.gradient(grid, axis=0))).reshape(-1, 3)
        back = flat - normal * thickness
        self.add(flat, faces[:, ::-1], shade).add(back, faces, shade)
        index = np.arange(rows * columns).reshape(rows, columns)
        rim = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
        n, k = len(rim), np.arange(len(rim))  # the rim has vertices of its own: normals averaged over it would darken the edge
        return self.add(np.concatenate([flat[rim], back[rim]]), np.stack([k, (k + 1) % n, (k + 1) % n + n, k + n], axis=1), np.tile(shade[rim], (2, 1)))

    def tube(self, path, radius, sides: int = 8, tint=1.0, *, section=None) -> Growth:
        """A tube along points (n, 3), `radius` metres (one or n of them), open at its ends; `section` (k, 2) replaces the circle."""
        path = np.asarray(path, float)
        radii = np.broadcast_to(np.asarray(radius, float), (len(path),))
        along = unit(np.gradient(path, axis=0))
        side = _sides(along)
        t = np.linspace(0, 2 * np.pi, sides, endpoint=False)
        ring = np.stack([np.cos(t), np.sin(t)], axis=1) if section is None else np.asarray(section, float)
        points = path[:, None] + radii[:, None, None] * (ring[None, :, :1] * side[:, None] + ring[None, :, 1:] * cross(along, side)[:, None])
        tint = np.asarray(tint, float)
        shade = np.repeat(tint, len(ring), axis=0) if tint.ndim == 2 else tint
        return self.add(points, grid_faces(len(path), len(ring), closed=True)[:, ::-1], shade)

    def copies(self, shape, at, axes, size=1.0, tint=1.0) -> Growth:
        """Copies of a shape (vertices, faces) at places (k, 3) in frames (k, 3, 3); `size` a number, (k,) or (k, 3); `tint` a number, (k,) or (k, 3)."""
        verts, faces = (np.asarray(part) for part in shape)
        at, axes = np.asarray(at, float), np.asarray(axes, float)
        size = np.asarray(size, float)
        size = np.broadcast_to(size[:, None] if size.ndim == 1 else size, at.shape)
        points = np.einsum("kij,knj->kni", axes, verts[None] * size[:, None]) + at[:, None]
        tint = np.asarray(tint, float)
        tint = np.broadcast_to(tint[:, None] if tint.shape == (len(at),) and len(at) != 3 else tint, at.shape)
        every = (faces[None] + len(verts) * np.arange(len(at))[:, None, None]).reshape(-1, faces.shape[1])
        return self.add(points, every, np.repeat(tint, len(verts), axis=0))

    def put(self, other: Growth, at=(0.0, 0.0, 0.0), axes=None, size: float = 1.0, tint=1.0) -> Growth:
        """Another growth, turned by a frame, scaled and moved into this one."""
        axes = np.eye(3) if axes is None else np.asarray(axes)
        base = self.count
        other._gather()
        for verts, faces, shade in zip(other.verts, other.faces, other.tints, strict=True):
            self.verts.append(verts * size @ axes.T + np.asarray(at, float))
            self.faces.append(faces + base)
            self.tints.append(shade * np.asarray(tint, float))
        self.count += other.count
        return self

    def _gather(self) -> None:
        """Its many pieces as one, that copying it is quick."""
        if len(self.verts) > 2:
            every = [[f for f in self.faces if f.shape[1] == sides] for sides in (3, 4)]
            self.verts, self.tints = [np.concatenate(self.verts)], [np.concatenate(self.tints)]
            self.faces = [np.concatenate(group) for group in every if group]
            if len(self.faces) == 2:  # every piece has vertices of its own: the second kind of face rides on none
                self.verts.append(np.zeros((0, 3)))
                self.tints.append(np.zeros((0, 3)))

    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        """Least and greatest corner, metres."""
        points = np.concatenate(self.verts)
        return points.min(axis=0), points.max(axis=0)

    def object(self, name: str, *, smooth: bool = True) -> bpy.types.Object:
        """The mesh, by whole arrays: tens of thousands of faces one by one would take seconds."""
        loops = np.concatenate([f.ravel() for f in self.faces]).astype(np.int32)
        sides = np.concatenate([np.full(len(f), f.shape[1]) for f in self.faces])
        mesh = bpy.data.meshes.new(name)
        lay(mesh, np.concatenate(self.verts), loops, np.concatenate([[0], np.cumsum(sides)[:-1]]))
        mesh.update(calc_edges=True)
        rgba = np.ones((self.count, 4), np.float32)
        rgba[:, :3] = np.concatenate(self.tints)
        mesh.color_attributes.new("Tint", "FLOAT_COLOR", "POINT").data.foreach_set("color", rgba.ravel())
        mesh.shade_smooth() if smooth else mesh.shade_flat()
        made = bpy.data.objects.new(name, mesh)
        bpy.context.scene.collection.objects.link(made)
        return made


def leaf(width: float = 0.5, *, fold: float = 0.15, curl: float = 0.15, rows: int = 6, columns: int = 3, point: float = 1.0, wave: float = 0.0, base: float = 0.7):
    """A leaf of length 1 along +X, its face up: (vertices, faces). `width`, `fold` at the rib and `curl` down at the tip are shares of the length.

    `point` sharpens the tip, `base` rounds the foot (below 1) or tapers it, `wave` ruffles the edge.
    """
    t, s = np.linspace(0, 1, rows + 1)[:, None], np.linspace(-1, 1, columns)[None, :]
    half = width / 2 * (np.sin(np.pi * t**base) * (1 - t**3 * 0.35 * point) + 0.012)
    half[-1] = 0.004 * width
    z = np.abs(s) * half * fold * 2 - curl * t**2 + wave * width * np.abs(s) * np.sin(9 * np.pi * t + 2 * s)
    grid = np.stack([np.broadcast_to(t, z.shape), s * half, z], axis=-1)
    return grid.reshape(-1, 3), grid_faces(rows + 1, columns)
