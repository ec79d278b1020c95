# SPDX-License-Identifier: GPL-3.0-or-later
"""Blender's modifiers, applied at once to an object's mesh."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.arrays import corner_edges, corners, edges, points, set_points
from diorama_stage.kit.mesh import discard, forget


def _apply(object: bpy.types.Object, kind: str, /, **settings) -> bpy.types.Object:
    """Apply one modifier."""
    return _applied(object, (kind, settings))


def _applied(object: bpy.types.Object, *wanted: tuple[str, dict]) -> bpy.types.Object:
    """Apply modifiers, by their kinds and settings. They are evaluated in a scene of its own: in the picture's scene, all that stands there already would be
    looked at again each time."""
    for kind, settings in wanted:
        modifier = object.modifiers.new(kind, kind)
        for name, value in settings.items():
            setattr(modifier, name, value)
    bench = bpy.data.scenes.get("bench") or bpy.data.scenes.new("bench")
    bench.collection.objects.link(object)
    layer = bench.view_layers[0]
    layer.update()
    mesh = bpy.data.meshes.new_from_object(object.evaluated_get(layer.depsgraph))
    bench.collection.objects.unlink(object)
    old = object.data
    object.modifiers.clear()
    object.data = mesh
    forget(old)
    return object


def bevel(object: bpy.types.Object, width: float, segments: int = 3, *, angle: float = 30.0) -> bpy.types.Object:
    """Round all edges sharper than `angle` degrees; normals are weighted so that flat faces stay flat."""
    if width <= 0:
        return object
    object.data.shade_smooth()
    rounded = dict(width=width, segments=segments, limit_method="ANGLE", angle_limit=np.radians(angle), harden_normals=False, use_clamp_overlap=True)
    return _applied(object, ("BEVEL", rounded), ("WEIGHTED_NORMAL", {"keep_sharp": False}))


def subdivide(object: bpy.types.Object, levels: int = 2, *, simple: bool = False) -> bpy.types.Object:
    """Catmull–Clark subdivision, its vertices on the limit surface (or plain splitting)."""
    kind = "SIMPLE" if simple else "CATMULL_CLARK"
    _apply(object, "SUBSURF", levels=levels, render_levels=levels, subdivision_type=kind, use_limit_surface=False)
    if levels and not simple:
        _to_limit(object.data)
    object.data.shade_smooth()
    return object


def _to_limit(mesh: bpy.types.Mesh) -> None:
    """Move each vertex of a subdivided mesh (all quads) to where endless subdivision leads it (Halstead, Kass, DeRose 1993); rims are B-splines of their own.

    The modifier does the same, but takes time by the cube of a face's corners: 0.5 s for a lid of 64, 5.5 for one of 128.
    """
    count = len(mesh.vertices)
    at, ends, loops, along = points(mesh), edges(mesh), corners(mesh), corner_edges(mesh)
    rim = ends[np.bincount(along, minlength=len(ends)) != 2]
    faces, rims = np.bincount(loops, minlength=count)[:, None], np.bincount(rim.reshape(-1), minlength=count)

    def gathered(to: np.ndarray, of: np.ndarray) -> np.ndarray:
        return np.stack([np.bincount(to, at[of, k], minlength=count) for k in range(3)], axis=1)

    quads = loops.reshape(-1, 4)
    beside = gathered(loops, np.roll(quads, 1, axis=1).reshape(-1)) + gathered(loops, np.roll(quads, -1, axis=1).reshape(-1))  # each neighbour twice
    across = gathered(loops, np.roll(quads, 2, axis=1).reshape(-1))
    limit = (faces**2 * at + 2 * beside + across) / np.maximum(faces * (faces + 5), 1)
    spline = (4 * at + gathered(rim[:, 0], rim[:, 1]) + gathered(rim[:, 1], rim[:, 0])) / 6
    free = (rims == 0) & (faces[:, 0] > 0)
    at[free], at[rims == 2] = limit[free], spline[rims == 2]
    set_points(mesh, at)


def solidify(object: bpy.types.Object, thickness: float, *, offset: float = -1.0) -> bpy.types.Object:
    """Give a sheet thickness, metres; offset -1 grows inwards, 1 outwards."""
    return _apply(object, "SOLIDIFY", thickness=thickness, offset=offset)


def boolean(object: bpy.types.Object, other: bpy.types.Object, operation: str = "DIFFERENCE") -> bpy.types.Object:
    """Cut away, unite or intersect; `other` is consumed."""
    _apply(object, "BOOLEAN", object=other, operation=operation, solver="EXACT")
    discard(other)
    return object


def remesh(object: bpy.types.Object, voxel: float, *, smooth: int = 0) -> bpy.types.Object:
    """Fuse overlapping closed bodies into one skin of voxel size `voxel` metres (soft toys, statues, dough), then relax it `smooth` times."""
    _apply(object, "REMESH", mode="VOXEL", voxel_size=voxel, use_smooth_shade=True)
    return _apply(object, "SMOOTH", iterations=smooth, factor=0.5) if smooth else object


def displace(object: bpy.types.Object, strength: float, size: float, *, seed: int = 0, detail: int = 2) -> bpy.types.Object:
    """Push vertices along their normals by smooth 3-D noise: `strength` metres, features of `size` metres."""
    from mathutils import noise

    mesh = object.data
    at, normals = points(mesh), np.empty((len(mesh.vertices), 3), np.float32)
    mesh.vertex_normals.foreach_get("vector", normals.reshape(-1))
    offset = np.array((seed * 17.31 % 97, seed * 7.77 % 89, seed * 3.3 % 83), np.float32)
    push = [noise.fractal(p, 1.0, 2.0, detail) for p in (at / np.float32(size) + offset).tolist()]
    set_points(mesh, (at + normals * (strength * np.array(push, np.float32))[:, None]))
    return object


def decimate(object: bpy.types.Object, ratio: float) -> bpy.types.Object:
    return _apply(object, "DECIMATE", ratio=ratio)
