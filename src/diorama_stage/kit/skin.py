# SPDX-License-Identifier: GPL-3.0-or-later
"""The skin of a solid, cut into panels along exact seams: car bodies and what else is drawn in side, front and top views.

The solid is a function of points, negative inside. Rays from a spine inside it lay its skin flat (a chart); seams are constrained edges of one
triangulation of the chart, so that every window, lamp and wheel arch has a clean edge; normals are the function's own, so that reflections run smooth.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence

import bpy
import numpy as np
from mathutils import Vector
from mathutils.geometry import delaunay_2d_cdt

from diorama_stage.kit.arrays import lay

Solid = Callable[[np.ndarray], np.ndarray]


def round_max(a, b, radius):
    """Intersection of two bodies whose common edge is rounded by `radius`."""
    return np.minimum(-radius, np.maximum(a, b)) + np.hypot(np.maximum(a + radius, 0), np.maximum(b + radius, 0))


def inside(points: np.ndarray, loop: np.ndarray) -> np.ndarray:
    """Which points (n, 2) lie in a polygon (m, 2): even–odd."""
    x, y = points[:, 0], points[:, 1]
    odd = np.zeros(len(points), bool)
    for (x0, y0), (x1, y1) in zip(loop, np.roll(loop, -1, axis=0), strict=True):
        if y0 != y1:
            crosses = (y0 > y) != (y1 > y)
            odd ^= crosses & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    return odd


def dense(path, step: float) -> np.ndarray:
    """The path's points and more between them, at most `step` apart."""
    path = np.asarray(path, float)
    out = [path[:1]]
    for a, c in zip(path, path[1:], strict=False):
        n = max(int(np.ceil(np.linalg.norm(c - a) / step)), 1)
        out.append(a + (c - a) * (np.arange(1, n + 1) / n)[:, None])
    return np.concatenate(out)


class Skin:
    """Half (y ≥ 0) of a solid that is the same on both sides, seen from a spine from (x0, 0, z) to (x1, 0, z).

    `name` tells the solid from every other one: what is found on one that has been drawn before is remembered, its arrays not to be written to.
    """

    UNIT = 0.6
    """Metres of chart for one radian of elevation."""

    def __init__(self, solid: Solid, x0: float, x1: float, z: float, name: str, reach: float = 4.0):
        self.solid, self.x0, self.x1, self.z, self.reach = solid, x0, x1, z, reach
        self.name = f"{name} {x0} {x1} {z} {reach}"

    def _known(self, find: Callable[..., tuple[np.ndarray, ...]], *asked) -> tuple[np.ndarray, ...]:
        """What `find` finds, or found when it was asked the same of the same solid."""
        said = hashlib.blake2b(f"{find.__name__} {self.name}".encode())
        for one in asked:
            said.update(one.tobytes() if isinstance(one, np.ndarray) else repr(one).encode())
        key = said.digest()
        if key in _remembered:
            _remembered.move_to_end(key)
            return _remembered[key]
        found = _remembered[key] = find(*asked)
        for array in found:
            array.flags.writeable = False
        _bytes[0] += sum(a.nbytes for a in found)
        while _bytes[0] > MOST:
            _bytes[0] -= sum(a.nbytes for a in _remembered.popitem(last=False)[1])
        return found

    def onto(self, points: np.ndarray, way, reach: float | None = None) -> np.ndarray:
        """Points inside the solid carried along directions to its skin."""
        return self._known(self._onto, np.asarray(points, float), np.asarray(way, float), reach)[0]

    def _onto(self, points: np.ndarray, way: np.ndarray, reach: float | None) -> tuple[np.ndarray]:
        way = np.broadcast_to(way, np.shape(points))
        low, high = np.zeros(len(points)), np.full(len(points), reach or self.reach)
        for _ in range(9):
            middle = (low + high) / 2
            within = self.solid(points + way * middle[:, None]) < 0
            low, high = np.where(within, middle, low), np.where(within, high, middle)
        f0, f1 = (self.solid(points + way * t[:, None]) for t in (low, high))
        for _ in range(5):  # false position, the end that stays at half its weight (Illinois): far fewer steps than halving
            middle = np.clip(low - f0 * (high - low) / np.where(np.abs(f1 - f0) < 1e-12, 1e-12, f1 - f0), low, high)
            f = self.solid(points + way * middle[:, None])
            within = f < 0
            f1, f0 = np.where(within, f1 * 0.5, f), np.where(within, f, f0 * 0.5)
            low, high = np.where(within, middle, low), np.where(within, high, middle)
        return (points + way * middle[:, None],)

    def side(self, xz) -> np.ndarray:
        """Points of a side view (x, z), on the skin."""
        xz = np.asarray(xz, float)
        return self.onto(np.stack([xz[:, 0], np.zeros(len(xz)), xz[:, 1]], axis=1), (0, 1, 0))

    def front(self, yz) -> np.ndarray:
        """Points of a front view (y, z), on the skin."""
        return self._end(yz, -1)

    def rear(self, yz) -> np.ndarray:
        return self._end(yz, 1)

    def _end(self, yz, way: int) -> np.ndarray:
        yz = np.asarray(yz, float)
        return self.onto(np.stack([np.full(len(yz), (self.x0 + self.x1) / 2), yz[:, 0], yz[:, 1]], axis=1), (way, 0, 0), (self.x1 - self.x0) / 2 + 2.0)

    def top(self, xy) -> np.ndarray:
        """Points of a top view (x, y), on the skin."""
        xy = np.asarray(xy, float)
        return self.onto(np.stack([xy[:, 0], xy[:, 1], np.full(len(xy), self.z)], axis=1), (0, 0, 1))

    def level(self, z: float, step: float = 0.03) -> np.ndarray:
        """The half outline at a height, from the front's middle to the rear's."""
        return self.levels([z], step)[0]

    def levels(self, heights, step: float = 0.03) -> np.ndarray:
        """The half outlines at heights: (heights, points, 3)."""
        a = np.linspace(np.pi, np.pi / 2, 26)
        x = np.arange(self.x0, self.x1 + step / 2, step)
        start = np.concatenate([np.full(26, self.x0), x, np.full(26, self.x1)])
        turn = np.concatenate([a, np.full(len(x), np.pi / 2), np.pi - a[::-1]])
        n = len(heights)
        starts = np.stack([np.tile(start, n), np.zeros(n * len(start)), np.repeat(np.asarray(heights, float), len(start))], axis=1)
        ways = np.tile(np.stack([np.cos(turn), np.sin(turn), np.zeros(len(turn))], axis=1), (n, 1))
        return self.onto(starts, ways).reshape(n, -1, 3)

    def flat(self, points: np.ndarray) -> np.ndarray:
        """Points in space → chart."""
        x, y, z = np.asarray(points, float).T
        s = np.clip(x, self.x0, self.x1)
        level = np.hypot(x - s, y)
        r = np.pi / 2 - np.arctan2(z - self.z, level)
        k = self.UNIT * r / np.maximum(level, 1e-9)
        return np.stack([s + (x - s) * k, y * k], axis=1)

    def lift(self, chart: np.ndarray) -> np.ndarray:
        """Chart → points on the skin."""
        p, q = np.asarray(chart, float).T
        s = np.clip(p, self.x0, self.x1)
        level = np.hypot(p - s, q)
        r, k = level / self.UNIT, 1 / np.maximum(level, 1e-9)
        way = np.stack([(p - s) * k * np.sin(r), q * k * np.sin(r), np.cos(r)], axis=1)
        return self._onto(np.stack([s, np.zeros(len(s)), np.full(len(s), self.z)], axis=1), way, None)[0]

    def normals(self, points: np.ndarray, eps: float = 0.002) -> np.ndarray:
        return self._known(self._normals, points, eps)[0]

    def _normals(self, points: np.ndarray, eps: float = 0.002) -> tuple[np.ndarray]:
        steps = np.eye(3) * eps
        g = np.stack([self.solid(points + d) - self.solid(points - d) for d in steps], axis=1)
        return (g / np.maximum(np.linalg.norm(g, axis=1, keepdims=True), 1e-12),)

    def cut(self, low: float | np.ndarray, seams: Sequence[np.ndarray], spacing: float = 0.07, passes: int = 2) -> Cut:
        """Triangulate down to the height `low` (or an outline in space), with `seams` (paths in space) as edges; finer where the skin bends."""
        outline = self.level(low) if np.isscalar(low) else low
        return Cut(self, *self._known(self._cut, outline, tuple(map(len, seams)), np.concatenate(seams) if seams else np.zeros((0, 3)), spacing, passes))

    def _cut(self, outline: np.ndarray, lengths: tuple[int, ...], seams: np.ndarray, spacing: float, passes: int) -> tuple[np.ndarray, ...]:
        rim = self.flat(outline)
        rim = np.concatenate([rim, dense([rim[-1] * (1, 0), rim[0] * (1, 0)], spacing)[1:-1]])  # back along the middle
        paths = [self.flat(s) for s in np.split(seams, np.cumsum(lengths)[:-1])] if lengths else []
        grid = np.stack(np.meshgrid(np.arange(rim[:, 0].min(), rim[:, 0].max(), spacing), np.arange(spacing * 0.8, rim[:, 1].max(), spacing)), axis=-1)
        grid[1::2, :, 0] += spacing / 2
        grid = grid.reshape(-1, 2)
        extra = grid[inside(grid, rim)]
        for k in range(passes + 1):
            chart, faces = _triangulate(rim, paths, extra)
            points = self.lift(chart)
            (normals,) = self._normals(points)
            if k == passes:
                break
            edges = np.unique(np.sort(np.concatenate([faces[:, (0, 1)], faces[:, (1, 2)], faces[:, (2, 0)]]), axis=1), axis=0)
            bend = np.arccos(np.clip((normals[edges[:, 0]] * normals[edges[:, 1]]).sum(axis=1), -1, 1))
            length = np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1)
            extra = np.concatenate([extra, chart[edges[(bend > 0.14) & (length > 0.014)]].mean(axis=1)])
        return chart, points, normals, faces


MOST = 48 << 20
"""Bytes that are remembered of skins, at most."""
_remembered: OrderedDict[bytes, tuple[np.ndarray, ...]] = OrderedDict()
_bytes = [0]


def _triangulate(rim, paths, extra) -> tuple[np.ndarray, np.ndarray]:
    points, edges, k = [rim], [(i, (i + 1) % len(rim)) for i in range(len(rim))], len(rim)
    for path in paths:
        points.append(path)
        edges += [(k + i, k + i + 1) for i in range(len(path) - 1)]
        k += len(path)
    points.append(extra)
    verts, _, faces, *_ = delaunay_2d_cdt([Vector(p) for p in np.concatenate(points)], edges, [], 0, 1e-5)
    chart, faces = np.array([tuple(v) for v in verts]), np.array([f for f in faces if len(f) == 3])
    return chart, faces[inside(chart[faces].mean(axis=1), rim)]


class Cut:
    """A triangulated skin, to be taken apart by loops."""

    def __init__(self, skin: Skin, chart, points, normals, faces):
        self.skin, self.chart, self.points, self.normals, self.faces = skin, chart, points, normals, faces
        self.middles = chart[faces].mean(axis=1)
        self.left = np.ones(len(faces), bool)
        """Faces not yet taken."""

    def within(self, loop: np.ndarray) -> np.ndarray:
        """Which faces lie in a loop (a closed path in space; it may run beyond the skin's middle)."""
        return inside(self.middles, self.skin.flat(loop))

    def take(self, *loops: np.ndarray) -> np.ndarray:
        """The faces in the loops that were not taken before."""
        mask = np.zeros(len(self.faces), bool)
        for loop in loops:
            mask |= self.within(loop)
        mask &= self.left
        self.left &= ~mask
        return mask

    def rest(self) -> np.ndarray:
        mask, self.left = self.left, np.zeros(len(self.faces), bool)
        return mask

    def object(self, name: str, mask: np.ndarray, *, inward: float = 0.0, turned: bool = False, both: bool = True, shift=None) -> bpy.types.Object | None:
        """The faces as an object, `inward` metres under the skin, turned to the inside if asked, mirrored to both sides. `shift` moves its points (n, 3)."""
        faces = self.faces[mask]
        if not len(faces):
            return None
        used, faces = np.unique(faces, return_inverse=True)
        faces = faces.reshape(-1, 3)
        points, normals = self.points[used] - self.normals[used] * inward, self.normals[used]
        if shift is not None:
            points = shift(points)
        a, b, c = (points[faces[:, k]] for k in range(3))
        wrong = (np.cross(b - a, c - a) * normals[faces].mean(axis=1)).sum(axis=1) < 0
        faces[wrong] = faces[wrong][:, ::-1]
        if both:
            mirror = np.array((1.0, -1.0, 1.0))
            faces = np.concatenate([faces, faces[:, ::-1] + len(points)])
            points, normals = np.concatenate([points, points * mirror]), np.concatenate([normals, normals * mirror])
        if turned:
            faces, normals = faces[:, ::-1], -normals
        return shaded(name, points, faces, normals)


def shaded(name: str, points: np.ndarray, faces: np.ndarray, normals: np.ndarray | None) -> bpy.types.Object:
    """An object from triangles whose normals are given (or flat)."""
    mesh = bpy.data.meshes.new(name)
    lay(mesh, points, faces.ravel(), np.arange(0, faces.size, 3, dtype=np.int32))
    mesh.update(calc_edges=True)
    mesh.shade_smooth()
    made = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(made)
    if normals is not None:
        mesh.normals_split_custom_set_from_vertices(normals.tolist())
    return made
