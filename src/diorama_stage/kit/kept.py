# SPDX-License-Identifier: GPL-3.0-or-later
"""A mesh as arrays, from which it is made again to the last bit, in the same order of vertices, edges and faces."""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

BUILT_IN = {"position", ".edge_verts", ".corner_vert", ".corner_edge"}
"""Attributes that are the mesh itself."""
VALUES = {"BOOLEAN": ("value", bool, 1), "INT": ("value", np.int32, 1), "FLOAT": ("value", np.float32, 1), "FLOAT2": ("vector", np.float32, 2),
          "FLOAT_VECTOR": ("vector", np.float32, 3), "FLOAT_COLOR": ("color", np.float32, 4), "INT16_2D": ("value", np.int16, 2)}  # fmt: skip
"""Of a type of attribute: the name of its value, and of how many numbers of which type it is."""


@dataclass(frozen=True)
class Kept:
    at: np.ndarray
    """Of vertices, (3 n), metres."""
    edges: np.ndarray
    """Vertices of edges, (2 m)."""
    corners: np.ndarray
    """Vertices of the corners of faces, (c)."""
    along: np.ndarray
    """Edges that begin at them, (c)."""
    starts: np.ndarray
    """The first corner of each face, (f)."""
    uv: np.ndarray | None
    """(2 c), of the layer UVMap."""
    more: tuple[tuple[str, str, str, np.ndarray], ...]
    """Further attributes: name, type, domain, values."""

    @classmethod
    def of(cls, mesh: bpy.types.Mesh) -> Kept:
        """Of a mesh without materials, groups and shape keys."""
        corners = len(mesh.loops)
        more = [_read(a) for a in mesh.attributes if a.name not in BUILT_IN and a.name != "UVMap"]
        return cls(
            _got(mesh.vertices, "co", np.float32, 3 * len(mesh.vertices)),
            _got(mesh.edges, "vertices", np.int32, 2 * len(mesh.edges)),
            _got(mesh.loops, "vertex_index", np.int32, corners),
            _got(mesh.loops, "edge_index", np.int32, corners),
            _got(mesh.polygons, "loop_start", np.int32, len(mesh.polygons)),
            _got(mesh.uv_layers["UVMap"].uv, "vector", np.float32, 2 * corners) if "UVMap" in mesh.uv_layers else None,
            tuple(more),
        )

    def object(self, name: str, mesh_name: str = "") -> bpy.types.Object:
        """An object of a mesh of its own, linked to the scene."""
        mesh = bpy.data.meshes.new(mesh_name or name)
        mesh.vertices.add(len(self.at) // 3)
        mesh.vertices.foreach_set("co", self.at)
        mesh.edges.add(len(self.edges) // 2)
        mesh.edges.foreach_set("vertices", self.edges)
        mesh.loops.add(len(self.corners))
        mesh.loops.foreach_set("vertex_index", self.corners)
        mesh.loops.foreach_set("edge_index", self.along)
        mesh.polygons.add(len(self.starts))
        mesh.polygons.foreach_set("loop_start", self.starts)
        if self.uv is not None:
            mesh.uv_layers.new(name="UVMap", do_init=False).uv.foreach_set("vector", self.uv)
        for attribute, kind, domain, values in self.more:
            made = mesh.attributes.get(attribute) or mesh.attributes.new(attribute, kind, domain)
            made.data.foreach_set(VALUES[kind][0], values)
        mesh.update()
        made = bpy.data.objects.new(name, mesh)
        bpy.context.scene.collection.objects.link(made)
        return made


def _got(of, name: str, kind: type, count: int) -> np.ndarray:
    out = np.empty(count, kind)
    of.foreach_get(name, out)
    return out


def _read(attribute: bpy.types.Attribute) -> tuple[str, str, str, np.ndarray]:
    value, kind, width = VALUES[attribute.data_type]
    return attribute.name, attribute.data_type, attribute.domain, _got(attribute.data, value, kind, width * len(attribute.data))
