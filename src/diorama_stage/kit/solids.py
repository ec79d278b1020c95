# SPDX-License-Identifier: GPL-3.0-or-later
"""Solids with soft edges. Nothing real has an edge of no width: every maker here bevels unless told not to."""

from __future__ import annotations

from collections.abc import Sequence

import bpy
import numpy as np

from diorama_stage.kit.kept import Kept
from diorama_stage.kit.mesh import from_geometry, move, scale, shade
from diorama_stage.kit.modify import bevel as bevel_edges
from diorama_stage.kit.modify import subdivide

Points = Sequence[tuple[float, float]]


def box(x: float, y: float, z: float, *, bevel: float = 0.002, segments: int = 3, at=(0.0, 0.0, 0.0), name: str = "box") -> bpy.types.Object:
    """A box of full lengths x, y, z that stands on `at` (middle of its underside)."""
    a, b = x / 2, y / 2
    corners = [(-a, -b, 0), (a, -b, 0), (a, b, 0), (-a, b, 0), (-a, -b, z), (a, -b, z), (a, b, z), (-a, b, z)]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    made = from_geometry(name, np.asarray(corners) + np.asarray(at), faces)
    return bevel_edges(made, min(bevel, x / 2.2, y / 2.2, z / 2.2), segments) if bevel else made


def lathe(profile: Points, *, segments: int = 64, smooth: float = 40.0, squash: float = 1.0, name: str = "lathe") -> bpy.types.Object:
    """A body turned about Z from a profile of (radius, z), bottom to top along the outside (and back down inside for a vessel).

    Ends at radius 0 close the body. `squash` scales y. UV: u around (0.5 at the front, -Y), v along the profile.
    """
    profile = np.asarray(profile, dtype=float)
    key = profile.tobytes(), segments, smooth, squash
    if key in _TURNED:
        _TURNED[key] = _TURNED.pop(key)  # the last to be forgotten
        return _TURNED[key].object(name)
    made = _turned(profile, segments, smooth, squash, name)
    if len(made.data.loops) <= SMALL:
        _TURNED[key] = Kept.of(made.data)
        while len(_TURNED) > REMEMBERED:
            del _TURNED[next(iter(_TURNED))]
    return made


REMEMBERED, SMALL = 256, 20_000
"""How many bodies are kept, and of how many corners at most: some 45 bytes a corner."""
_TURNED: dict[tuple, Kept] = {}
"""What was turned before: a bunch of grapes is one sphere many times, and a second mug has the same foot."""


def _turned(profile: np.ndarray, segments: int, smooth: float, squash: float, name: str) -> bpy.types.Object:
    turn = np.linspace(0, 2 * np.pi, segments + 1) + np.pi / 2  # the seam is at the back (+Y)
    lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(profile, axis=0), axis=1))])
    v = lengths / max(lengths[-1], 1e-9)
    around, rows = np.stack([np.cos(turn[:-1]), np.sin(turn[:-1]) * squash], axis=1), len(profile)
    rings = np.concatenate([profile[:, :1, None] * around[None], np.broadcast_to(profile[:, 1, None, None], (rows, segments, 1))], axis=2).reshape(-1, 3)
    uvs = np.stack([np.tile(np.arange(segments) / segments, rows), np.repeat(v, segments)], axis=1)
    low, j = np.arange(rows - 1)[:, None] * segments, np.arange(segments)
    k = (j + 1) % segments
    faces = np.stack([low + j, low + k, low + segments + k, low + segments + j], axis=2).reshape(-1, 4)
    made = from_geometry(name, rings, faces, smooth=None, uvs=uvs)
    return _weld(made, smooth)


def _weld(object: bpy.types.Object, smooth: float | None) -> bpy.types.Object:
    """Merge coincident vertices (the poles of a lathe), drop empty faces, make normals point outwards."""
    import bmesh

    work = bmesh.new()
    work.from_mesh(object.data)
    bmesh.ops.remove_doubles(work, verts=work.verts, dist=1e-6)
    bmesh.ops.dissolve_degenerate(work, edges=work.edges, dist=1e-7)
    bmesh.ops.recalc_face_normals(work, faces=work.faces)
    work.to_mesh(object.data)
    work.free()
    return shade(object, smooth)


def cylinder(radius: float, height: float, *, bevel: float = 0.002, segments: int = 48, at=(0.0, 0.0, 0.0), top: float | None = None, name: str = "cylinder"):
    """An upright cylinder on `at` (or a frustum with another `top` radius), its rims rounded by `bevel`."""
    top = radius if top is None else top
    b = min(bevel, radius * 0.95, top * 0.95, height / 2.1)
    made = lathe([(0, 0), *_corner(radius, 0, b, False), *_corner(top, height, b, True), (0, height)], segments=segments, name=name)
    return move(made, *at)


def _corner(radius: float, z: float, bevel: float, up: bool) -> list[tuple[float, float]]:
    if bevel <= 0:
        return [(radius, z)]
    angles = np.linspace(0, np.pi / 2, 5)
    if up:
        return [(radius - bevel + bevel * np.cos(t), z - bevel + bevel * np.sin(t)) for t in angles]
    return [(radius - bevel + bevel * np.sin(t), z + bevel - bevel * np.cos(t)) for t in angles]


def cone(radius: float, height: float, *, bevel: float = 0.003, segments: int = 64, at=(0.0, 0.0, 0.0), name: str = "cone") -> bpy.types.Object:
    return cylinder(radius, height, top=max(bevel, radius * 0.02), bevel=bevel, segments=segments, at=at, name=name)


def sphere(radius: float, *, at=(0.0, 0.0, 0.0), segments: int = 48, name: str = "sphere") -> bpy.types.Object:
    """A sphere about its centre `at`."""
    return ellipsoid(radius, radius, radius, at=at, segments=segments, name=name)


def ellipsoid(x: float, y: float, z: float, *, at=(0.0, 0.0, 0.0), segments: int = 48, name: str = "ellipsoid") -> bpy.types.Object:
    """Half-axes x, y, z about the centre `at`."""
    angles = np.linspace(-np.pi / 2, np.pi / 2, segments // 2 + 1)
    made = lathe([(max(np.cos(t), 0), np.sin(t)) for t in angles], segments=segments, smooth=180, name=name)
    return move(scale(made, x, y, z), *at)


def torus(radius: float, tube: float, *, at=(0.0, 0.0, 0.0), segments: int = 64, sides: int = 20, name: str = "torus") -> bpy.types.Object:
    """A ring lying flat about its centre `at`."""
    angles = np.linspace(0, 2 * np.pi, sides + 1)
    return move(lathe([(radius + tube * np.cos(t), tube * np.sin(t)) for t in angles], segments=segments, smooth=180, name=name), *at)


def extrude(outline: Points, height: float, *, bevel: float = 0.002, segments: int = 3, at=(0.0, 0.0, 0.0), name: str = "extrude") -> bpy.types.Object:
    """A flat outline in x, y (counter-clockwise) raised to `height`, edges bevelled."""
    n = len(outline)
    low = [(x, y, 0) for x, y in outline]
    high = [(x, y, height) for x, y in outline]
    faces = [tuple(reversed(range(n))), tuple(range(n, 2 * n))] + [(i, (i + 1) % n, n + (i + 1) % n, n + i) for i in range(n)]
    made = from_geometry(name, np.asarray(low + high, dtype=float) + np.asarray(at), faces)
    return bevel_edges(made, bevel, segments) if bevel else made


def loft(rings, *, closed_ends: bool = True, smooth: float = 60.0, subdivisions: int = 0, name: str = "loft") -> bpy.types.Object:
    """A skin over rings of equally many points, (m, n, 3): car bodies, shoes, fruit, boats. The rings run along the body in order."""
    rings = np.asarray(rings, dtype=float)
    m, n, _ = rings.shape
    faces = [(i * n + j, i * n + (j + 1) % n, (i + 1) * n + (j + 1) % n, (i + 1) * n + j) for i in range(m - 1) for j in range(n)]
    if closed_ends:
        faces += [tuple(reversed(range(n))), tuple((m - 1) * n + j for j in range(n))]
    made = _weld(from_geometry(name, rings.reshape(-1, 3), faces), smooth)
    return subdivide(made, subdivisions) if subdivisions else made
