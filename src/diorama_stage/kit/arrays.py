# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of a mesh as whole arrays, by its attributes: Blender copies those as they lie.

By `vertices`, `loops` and `edges` it goes through them one by one, some hundred times as slowly.
"""

from __future__ import annotations

import bpy
import numpy as np

_NAMES = {
    "position": ("vector", np.float32, 3),
    ".corner_vert": ("value", np.int32, 1),
    ".corner_edge": ("value", np.int32, 1),
    ".edge_verts": ("value", np.int32, 2),
}
"""Of an attribute that is the mesh itself: the name of its value, and of how many numbers of which type it is."""


def points(mesh: bpy.types.Mesh) -> np.ndarray:
    """Where its vertices are, (n, 3) float32, metres."""
    return _got(mesh, "position").reshape(-1, 3)


def set_points(mesh: bpy.types.Mesh, at: np.ndarray) -> None:
    """Move its vertices to (n, 3) or (3 n) metres; its normals follow."""
    _set(mesh, "position", at)
    mesh.update()


def corners(mesh: bpy.types.Mesh) -> np.ndarray:
    """The vertex of each corner of a face, (c) int32."""
    return _got(mesh, ".corner_vert")


def corner_edges(mesh: bpy.types.Mesh) -> np.ndarray:
    """The edge that begins at each corner, (c) int32."""
    return _got(mesh, ".corner_edge")


def edges(mesh: bpy.types.Mesh) -> np.ndarray:
    """The two vertices of each edge, (m, 2) int32."""
    return _got(mesh, ".edge_verts").reshape(-1, 2)


def lay(mesh: bpy.types.Mesh, at: np.ndarray, around: np.ndarray, starts: np.ndarray) -> None:
    """Give an empty mesh vertices (n, 3), corners (c) by vertex, and faces by their first corner (f). Its edges are not made."""
    mesh.vertices.add(np.size(at) // 3)
    _set(mesh, "position", at)
    mesh.loops.add(len(around))
    _set(mesh, ".corner_vert", around)
    mesh.polygons.add(len(starts))
    mesh.polygons.foreach_set("loop_start", np.ascontiguousarray(starts, np.int32))


def lay_edges(mesh: bpy.types.Mesh, ends: np.ndarray, along: np.ndarray) -> None:
    """Give a mesh that has corners its edges: vertices (m, 2) or (2 m), and the edge of each corner (c)."""
    mesh.edges.add(ends.size // 2)
    _set(mesh, ".edge_verts", ends)
    _set(mesh, ".corner_edge", along)


def _got(mesh: bpy.types.Mesh, name: str) -> np.ndarray:
    field, kind, width = _NAMES[name]
    attribute = mesh.attributes.get(name)
    if attribute is None:  # a mesh without edges, or without faces, has none
        return np.empty(0, kind)
    out = np.empty(len(attribute.data) * width, kind)
    attribute.data.foreach_get(field, out)
    return out


def _set(mesh: bpy.types.Mesh, name: str, values: np.ndarray) -> None:
    field, kind, _ = _NAMES[name]
    flat = np.ascontiguousarray(values, kind).reshape(-1)
    if len(flat):
        mesh.attributes[name].data.foreach_set(field, flat)
