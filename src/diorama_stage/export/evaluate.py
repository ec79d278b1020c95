# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading looks: meshes are laid flat on a page, as their texture coordinates say, and Cycles looks at it once from above; each pixel gets its look's channels.

The flat mesh carries where its corners really are as attributes, which the looks read instead (see `channels`). One render bakes all materials of a page
with all their channels, free of light.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import bpy
import numpy as np

from diorama_stage.export.channels import OUTPUTS
from diorama_stage.kit.arrays import lay
from diorama_stage.render.exr import read

STANDARD = ("x_position", "x_object", "x_normal", "x_uv", "x_random", "x_along")


@dataclass
class Page:
    """Triangles on a page: corners in pixels, y down, with attributes (n, 3, 4) by name and the number of their look."""

    corners: list[np.ndarray] = field(default_factory=list)
    attributes: list[dict[str, np.ndarray]] = field(default_factory=list)
    looks: list[np.ndarray] = field(default_factory=list)

    def lay(self, corners: np.ndarray, attributes: dict[str, np.ndarray], looks: np.ndarray) -> None:
        self.corners.append(corners)
        self.attributes.append(attributes)
        self.looks.append(looks)


class Bench:
    """A Blender scene of its own with a camera over the page."""

    def __init__(self, materials: list[bpy.types.Material], names: frozenset[str]):
        self.materials, self.names = materials, names
        self.scene = bpy.data.scenes.new("bake")
        self.scene.render.engine = "CYCLES"
        render, c, layer = self.scene.render, self.scene.cycles, self.scene.view_layers[0]
        render.use_persistent_data = False
        render.image_settings.file_format, render.image_settings.color_depth, render.image_settings.exr_codec = "OPEN_EXR_MULTILAYER", "32", "NONE"
        render.threads_mode, render.threads = bpy.context.scene.render.threads_mode, bpy.context.scene.render.threads
        c.device, c.use_denoising, c.use_adaptive_sampling, c.max_bounces = "CPU", False, False, 0
        c.pixel_filter_type = "BOX"
        for name in OUTPUTS:
            made = layer.aovs.add()
            made.name, made.type = name, "COLOR"
        lens = bpy.data.cameras.new("bake")
        lens.type, lens.clip_end = "ORTHO", 100.0
        self.camera = bpy.data.objects.new("bake", lens)
        self.scene.collection.objects.link(self.camera)
        self.scene.camera = self.camera

    def look(self, page: Page, width: int, height: int, *, samples: int = 1) -> dict[str, np.ndarray]:
        """Channels by name, (height, width, 3) float32, and `seen`, (height, width) bool. One sample looks at a pixel's middle, several at all of it."""
        object, c = self._flat(page), self.scene.cycles
        c.samples, c.filter_width = samples, 0.01 if samples == 1 else 1.0
        self.scene.render.resolution_x, self.scene.render.resolution_y, self.scene.render.resolution_percentage = width, height, 100
        self.camera.location, self.camera.data.ortho_scale = (width / 2, -height / 2, 10), max(width, height)
        self.scene.collection.objects.link(object)
        with tempfile.TemporaryDirectory(prefix="diorama-") as folder:
            self.scene.render.filepath = f"{folder}/bake.exr"
            bpy.ops.render.render(write_still=True, scene=self.scene.name)
            passes = read(Path(folder) / "bake.exr")
        bpy.data.meshes.remove(object.data)
        share = passes["cover"][..., :1]
        return {name: passes[name][..., :3] / np.maximum(share, 1e-3) for name in OUTPUTS} | {"seen": share[..., 0] > 0.2}

    def _flat(self, page: Page) -> bpy.types.Object:
        corners = np.concatenate(page.corners)
        count = len(corners)
        mesh = bpy.data.meshes.new("page")
        flat = np.zeros((count * 3, 3), np.float32)
        flat[:, 0], flat[:, 1] = corners[..., 0].ravel(), -corners[..., 1].ravel()
        lay(mesh, flat, np.arange(count * 3, dtype=np.int32), np.arange(0, count * 3, 3, dtype=np.int32))
        numbers, local = np.unique(np.concatenate(page.looks), return_inverse=True)
        for k in numbers:
            mesh.materials.append(self.materials[k])
        mesh.polygons.foreach_set("material_index", local.astype(np.int32).ravel())
        for name in (*STANDARD, *self.names):
            values = np.concatenate([a[name] if name in a else np.zeros((len(c), 3, 4), np.float32) for a, c in zip(page.attributes, page.corners, strict=True)])
            mesh.attributes.new(name, "FLOAT_COLOR", "POINT").data.foreach_set("color", np.ascontiguousarray(values, np.float32).ravel())
        mesh.update(calc_edges=True)
        return bpy.data.objects.new("page", mesh)
