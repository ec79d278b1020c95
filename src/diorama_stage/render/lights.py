# SPDX-License-Identifier: GPL-3.0-or-later
"""One denoised picture for each light. Light adds up, so their weighted sum is the picture under other strengths and colours, without rendering again.

objects and world with a group → Cycles' light groups → one pass each → denoised by the compositor (Open Image Denoise)
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import bpy
import numpy as np

from diorama_stage.render.exr import read
from diorama_stage.render.picture import render

SET = "set"
"""The group of surfaces that shine (signs, screens, flames) and of the setting's own lamps."""
SKY = "sky"
"""The group of the world: the sky, or the room around an indoor set."""


def group(object: bpy.types.Object, name: str, kelvin: float | None = None) -> bpy.types.Object:
    """Note that a light belongs to a group (the id of a light of the scene, `daylight`, or a subject's id), and its colour temperature."""
    object["group"] = name
    if kelvin is not None:
        object["kelvin"] = kelvin
    return object


def kelvins(names: list[str]) -> list[dict]:
    """For each group its name and its lamps' colour temperature, None where it has none of its own."""
    found = {o["group"]: o["kelvin"] for o in bpy.context.scene.objects if "group" in o and "kelvin" in o}
    return [{"name": name, "kelvin": found.get(name)} for name in names]


def prepare() -> list[str]:
    """Put every light and every thing that could shine into its light group. Returns the groups' names, those of the scene's lights first."""
    layer, names = bpy.context.view_layer, []
    for object in bpy.context.scene.objects:
        if object.type in ("LIGHT", "MESH"):
            object.lightgroup = object.get("group") or SET
            object.update_tag()  # Cycles knows it from the quick look already, without its group
            names += [object.lightgroup] if object.type == "LIGHT" or _shines(object) else []
    bpy.context.scene.world.lightgroup = SKY
    names = list(dict.fromkeys([*names, SKY]))
    for name in names:
        layer.lightgroups.add(name=name)
    return names


def _shines(object: bpy.types.Object) -> bool:
    kinds = {n.bl_idname for s in object.material_slots if s.material and s.material.node_tree for n in s.material.node_tree.nodes}
    return "ShaderNodeEmission" in kinds


def render_lights(samples: int, threshold: float, names: list[str], *, share: float = 1.0, listen: Callable[[float], None] | None = None) -> dict[str, np.ndarray]:
    """Render once; return scene-linear light by group, each (h, w, 3) float32 and denoised, beside the passes of `render`."""
    with tempfile.TemporaryDirectory(prefix="diorama-") as folder:
        sheet = _compositor(names, Path(folder))
        try:
            passes = render(samples, threshold, share=share, listen=listen)
            written = read(next(Path(folder).glob("lights*.exr")))
        finally:
            bpy.context.scene.use_nodes = False
            sheet.nodes.clear()
    return {**passes, **{f"light:{name}": np.ascontiguousarray(written[f"light_{i}"][..., :3]) for i, name in enumerate(names)}}


def _compositor(names: list[str], folder: Path) -> bpy.types.NodeTree:
    """Denoise each group's pass, led by albedo and normals, into one file beside the picture."""
    scene = bpy.context.scene
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    layers = tree.nodes.new("CompositorNodeRLayers")
    bpy.context.view_layer.cycles.denoising_store_passes = True
    tree.links.new(layers.outputs["Image"], tree.nodes.new("CompositorNodeComposite").inputs["Image"])
    out = tree.nodes.new("CompositorNodeOutputFile")
    out.base_path = str(folder / "lights")
    out.format.file_format, out.format.color_depth, out.format.exr_codec = "OPEN_EXR_MULTILAYER", "32", "NONE"
    out.layer_slots.clear()
    for i, name in enumerate(names):
        clean = tree.nodes.new("CompositorNodeDenoise")
        clean.prefilter, clean.use_hdr = "ACCURATE", True
        tree.links.new(layers.outputs[f"Combined_{name}"], clean.inputs["Image"])
        tree.links.new(layers.outputs["Denoising Albedo"], clean.inputs["Albedo"])
        tree.links.new(layers.outputs["Denoising Normal"], clean.inputs["Normal"])
        out.layer_slots.new(f"light_{i}")
        tree.links.new(clean.outputs["Image"], out.inputs[i])
    return tree
