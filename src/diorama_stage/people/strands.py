# SPDX-License-Identifier: GPL-3.0-or-later
"""Strands: curves that Cycles draws as hair, and the principled hair shader in the asked colour."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.materials.nodes import Nodes, linear


def curves(name: str, points: np.ndarray, radius: np.ndarray, shade: np.ndarray, material: bpy.types.Material) -> bpy.types.Object:
    """An object of strands: `points` (n, k, 3), `radius` (n,) at the root in metres (tips taper), `shade` (n,) 0 to 1 for the shader."""
    n, k = points.shape[:2]
    data = bpy.data.hair_curves.new(name)
    data.add_curves([k] * n)
    data.attributes["position"].data.foreach_set("vector", np.ascontiguousarray(points, np.float32).ravel())
    taper = np.concatenate([np.ones(max(k - 3, 1)), np.linspace(0.85, 0.25, min(3, k - 1))])[:k]
    data.attributes.new("radius", "FLOAT", "POINT").data.foreach_set("value", (radius[:, None] * taper[None]).astype(np.float32).ravel())
    data.attributes.new("shade", "FLOAT", "CURVE").data.foreach_set("value", shade.astype(np.float32))
    data.materials.append(material)
    object = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(object)
    return object


def hair_shader(colour: str, *, grey: float = 0.0, roughness: float = 0.32, dyed: str | None = None) -> bpy.types.Material:
    """Hair of a colour (`#rrggbb`), strand by strand a little lighter or darker; the share `grey` of the strands without pigment."""
    made = bpy.data.materials.new("hair")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    shade = n.node("ShaderNodeAttribute", attribute_name="shade", attribute_type="GEOMETRY").outputs["Fac"]
    base = [max(c, 0.0012) ** 1.15 * 0.42 for c in linear(colour)[:3]]
    dark, light = tuple(c * 0.55 for c in base) + (1,), tuple(min(c * 1.5 + 0.002, 0.95) for c in base) + (1,)
    own = n.mix(n.math("FRACT", n.math("MULTIPLY", shade, 7.13)), dark, light)
    if grey > 0:
        own = n.mix(n.math("LESS_THAN", shade, grey), own, (0.52, 0.51, 0.49, 1))
    if dyed:
        own = n.mix(n.math("LESS_THAN", n.math("FRACT", n.math("MULTIPLY", shade, 3.7)), 0.3), own, linear(dyed))
    root = n.step(n.node("ShaderNodeHairInfo").outputs["Intercept"], 0.22, 0.0)
    own = n.mix(n.math("MULTIPLY", root, 0.55), own, n.mix(1.0, own, (0.35, 0.33, 0.32, 1), "MULTIPLY"))
    shader = n.node("ShaderNodeBsdfHairPrincipled", {"Color": own, "Roughness": roughness, "Radial Roughness": 0.42, "Coat": 0.0, "IOR": 1.45})
    shader.parametrization = "COLOR"
    n.output(shader.outputs[0])
    return made
