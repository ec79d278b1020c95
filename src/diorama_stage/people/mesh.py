# SPDX-License-Identifier: GPL-3.0-or-later
"""Meshes of people: made from arrays, with corner-wise texture coordinates, smooth, subdivided at render where asked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import bpy
import numpy as np
from PIL import Image

from diorama_stage.kit.arrays import lay


def mesh_of(
    name: str, verts: np.ndarray, faces: np.ndarray, *, uv: np.ndarray | None = None, loops: np.ndarray | None = None, subdivided: int = 0
) -> bpy.types.Object:
    """An object of `verts` (n, 3) and `faces` (m, 4); a triangle repeats its last corner. `uv` (k, 2) with `loops` (m, 4) into it, or one per vertex."""
    used = np.unique(faces)
    lookup = np.zeros(len(verts), np.int32)
    lookup[used] = np.arange(len(used))
    corner = np.ones(faces.shape, bool)
    corner[:, 3] = faces[:, 3] != faces[:, 2]
    index = lookup[faces][corner]
    mesh = bpy.data.meshes.new(name)
    lay(mesh, verts[used], index, np.concatenate([[0], np.cumsum(corner.sum(axis=1))[:-1]]))
    mesh.update(calc_edges=True)
    if uv is not None:
        at = (loops[corner] if loops is not None else faces[corner]).astype(int)
        mesh.uv_layers.new(name="UVMap").uv.foreach_set("vector", np.asarray(uv[at], np.float32).ravel())
    mesh.validate()
    mesh.shade_smooth()
    object = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(object)
    if subdivided:
        modifier = object.modifiers.new("subdivided", "SUBSURF")
        modifier.levels = 0
        modifier.render_levels = subdivided
        modifier.uv_smooth = "PRESERVE_BOUNDARIES"
    return object


def normals(verts: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Vertex normals (n, 3), weighted by area."""
    a, b, c, d = (verts[faces[:, k]] for k in range(4))
    across = np.cross(c - a, d - b)
    out = np.zeros_like(verts)
    for k in range(4):
        np.add.at(out, faces[:, k], across)
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)


def attribute(object: bpy.types.Object, name: str, values: np.ndarray) -> None:
    """A number per vertex of the mesh, for shaders."""
    object.data.attributes.new(name, "FLOAT", "POINT").data.foreach_set("value", np.asarray(values, np.float32))


@lru_cache(maxsize=64)
def pixels(path: Path, mode: str) -> np.ndarray:
    """A picture file as float64 (h, w, channels), 0 to 255."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert(mode)).astype(float)


def image(path, *, colour: bool = True) -> bpy.types.Image:
    made = bpy.data.images.load(str(path), check_existing=True)
    made.colorspace_settings.name = "sRGB" if colour else "Non-Color"
    return made
