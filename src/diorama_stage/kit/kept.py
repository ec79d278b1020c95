# SPDX-License-Identifier: GPL-3.0-or-later
"""A mesh as arrays, from which it is made again to the last bit, in the same order of vertices, edges and faces."""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

from diorama_stage.kit import arrays

BUILT_IN = {"position", ".edge_verts", ".corner_vert", ".corner_edge"}
"""Attributes that are the mesh itself."""
VALUES = {"BOOLEAN": ("value", bool, 1), "INT": ("value", np.int32, 1), "FLOAT": ("value", np.float32, 1), "FLOAT2": ("vector", np.float32, 2),
          "FLOAT_VECTOR": ("vector", np.float32, 3), "FLOAT_COLOR": ("color", np.float32, 4), "INT16_2D": ("value", np.int16, 2)}  # fmt: skip
"""Of a type of attribute: the name of its value, and of how many numbers of which type it is."""


@dataclass(frozen=True)
class Kept:
    at: np.ndarray
    """Of vertices, (n, 3), metres."""
    edges: np.ndarray
    """Vertices of edges, (m, 2)."""
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
            arrays.points(mesh),
            arrays.edges(mesh),
            arrays.corners(mesh),
            arrays.corner_edges(mesh),
            _got(mesh.polygons, "loop_start", np.int32, len(mesh.polygons)),
            _got(mesh.uv_layers["UVMap"].uv, "vector", np.float32, 2 * corners) if "UVMap" in mesh.uv_layers else None,
            tuple(more),
        )

    def object(self, name: str, mesh_name: str = "") -> bpy.types.Object:
        """An object of a mesh of its own, linked to the scene."""
        mesh = bpy.data.meshes.new(mesh_name or name)
        arrays.lay(mesh, self.at, self.corners, self.starts)
        arrays.lay_edges(mesh, self.edges, self.along)
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
