# SPDX-License-Identifier: GPL-3.0-or-later
"""Meshes: made from arrays, moved, joined, shaded. All transforms are applied to the vertices, so that objects keep identity matrices."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import bpy
import numpy as np
from mathutils import Euler, Matrix

from diorama_stage.kit.arrays import corners as around
from diorama_stage.kit.arrays import lay


def from_geometry(name: str, vertices, faces: Sequence[Sequence[int]], *, smooth: float | None = 40.0, uvs=None) -> bpy.types.Object:
    """An object from vertices (n, 3) and faces (lists of indices, or an array (m, k) where all have k corners: faster). `smooth`: degrees under which edges are shaded smooth; None is flat.

    `uvs`, (n, 2): one per vertex.
    """
    mesh = bpy.data.meshes.new(name)
    fill(mesh, np.asarray(vertices, np.float32), faces)
    if uvs is not None:
        layer = mesh.uv_layers.new(name="UVMap")
        layer.uv.foreach_set("vector", np.asarray(uvs, dtype=np.float32)[around(mesh)].ravel())
    mesh.validate()
    object = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(object)
    return shade(object, smooth)


def fill(mesh: bpy.types.Mesh, vertices: np.ndarray, faces: Sequence[Sequence[int]]) -> None:
    """Vertices (n, 3) and faces (an array (m, k), or lists of indices) by whole arrays."""
    if isinstance(faces, np.ndarray):
        corners, counts = faces.ravel(), np.full(len(faces), faces.shape[1] if len(faces) else 0)
    else:
        faces = list(faces)
        corners, counts = np.fromiter(chain.from_iterable(faces), np.int32), np.fromiter(map(len, faces), np.int32, len(faces))
    lay(mesh, vertices, corners, np.cumsum(counts) - counts)
    mesh.update(calc_edges=True)


def shade(object: bpy.types.Object, smooth: float | None = 40.0) -> bpy.types.Object:
    """Shade smooth where faces meet at less than `smooth` degrees; None shades flat."""
    mesh = object.data
    if smooth is None:
        mesh.shade_flat()
    else:
        mesh.shade_smooth()
        if smooth < 180:
            mesh.set_sharp_from_angle(angle=np.radians(smooth))
    return object


def _apply(object: bpy.types.Object, matrix: Matrix) -> bpy.types.Object:
    object.data.transform(matrix)
    if matrix.is_negative:
        object.data.flip_normals()
    object.data.update()
    return object


def move(object: bpy.types.Object, x: float = 0, y: float = 0, z: float = 0) -> bpy.types.Object:
    return _apply(object, Matrix.Translation((x, y, z)))


def rotate(object: bpy.types.Object, x: float = 0, y: float = 0, z: float = 0) -> bpy.types.Object:
    """Rotate about the origin, degrees, in the order x, y, z."""
    return _apply(object, Euler((np.radians(x), np.radians(y), np.radians(z)), "XYZ").to_matrix().to_4x4())


def scale(object: bpy.types.Object, x: float = 1, y: float | None = None, z: float | None = None) -> bpy.types.Object:
    """Scale about the origin; one factor scales all axes."""
    y, z = (x, x) if y is None and z is None else (1 if y is None else y, 1 if z is None else z)
    return _apply(object, Matrix.Diagonal((x, y, z, 1)))


def join(objects: Sequence[bpy.types.Object]) -> bpy.types.Object:
    """One object from several (same slot); the first one's name stays."""
    first, *rest = objects
    if not rest:
        return first
    import bmesh

    whole = bmesh.new()
    for o in objects:
        whole.from_mesh(o.data)
    whole.to_mesh(first.data)
    whole.free()
    for o in rest:
        discard(o)
    first.data.update()
    return first


def polygons(object: bpy.types.Object) -> int:
    return len(object.data.polygons)


def discard(object: bpy.types.Object) -> None:
    """Remove an object that only lent its shape, and its mesh. Nothing may point to it any more (a modifier, a child)."""
    mesh = object.data
    for collection in object.users_collection:
        collection.objects.unlink(object)
    _forget(bpy.data.objects, object)
    forget(mesh)


def forget(mesh: bpy.types.Mesh) -> None:
    """Remove a mesh, with whatever objects have it."""
    _forget(bpy.data.meshes, mesh)


def _forget(kept: bpy.types.bpy_prop_collection, one: bpy.types.ID) -> None:
    """What has no users is removed at once: otherwise Blender goes through all that there is, twice, to see who points to it (9 ms in a street, for 0.04)."""
    kept.remove(one, do_unlink=one.users > 0)
