# SPDX-License-Identifier: GPL-3.0-or-later
"""Materials of living surfaces: the skin under fur, bare hides, hair in its own colours, horn, wet skin."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.animals.fur import Strands
from diorama_stage.materials.nodes import Nodes


def skin(kind: str, size: float, seed: int) -> bpy.types.Material:
    """`kind`: furred, hide, wrinkled, wet, scaly. `size`: metres to the withers. Colour from the attribute Tint, bareness from Bare."""
    made = bpy.data.materials.new(f"skin {kind}")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    tint = n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]
    bare = n.node("ShaderNodeAttribute", attribute_name="Bare").outputs["Fac"]
    place = n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]
    shader = n.node("ShaderNodeBsdfPrincipled")
    fine = n.noise(place, 1.3, detail=6, roughness=0.65)
    if kind == "furred":
        colour = n.mix(1.0, tint, n.mix(bare, (0.55, 0.5, 0.46, 1), (1, 1, 1, 1)), "MULTIPLY")
        rough, height, strength, depth = n.math("ADD", 0.42, n.math("MULTIPLY", fine, 0.3)), n.cells(place, 1.1), 0.25, 0.004
    elif kind == "wrinkled":
        folds = n.math(
            "ADD", n.cells(n.stretch(place, 0.7, 0.8, 1.5), 0.5, "DISTANCE_TO_EDGE"), n.math("MULTIPLY", n.cells(place, 1.7, "DISTANCE_TO_EDGE"), 0.45)
        )
        height = n.math("ADD", n.step(folds, 0.0, 0.3), n.math("MULTIPLY", n.noise(place, 0.12, detail=6), 1.4))
        colour = n.mix(n.step(folds, 0.16, 0.0), tint, n.mix(1.0, tint, (0.72, 0.69, 0.66, 1), "MULTIPLY"))
        dust = n.step(n.noise(place, 0.05, detail=5), 0.42, 0.7)
        colour = n.mix(n.math("MULTIPLY", dust, 0.4), colour, n.mix(1.0, colour, (1.5, 1.32, 1.12, 1), "MULTIPLY"))
        rough, strength, depth = n.math("ADD", 0.62, n.math("MULTIPLY", fine, 0.25)), 0.75, 0.012
    elif kind == "scaly":
        cells = n.cells(place, 0.62, "DISTANCE_TO_EDGE")
        height = n.step(cells, 0.0, 0.22)
        tone = n.cells(place, 0.62, output="Color")
        colour = n.mix(0.16, tint, n.mix(1.0, tint, tone, "MULTIPLY"))
        colour = n.mix(n.step(cells, 0.08, 0.0), colour, n.mix(1.0, colour, (0.5, 0.48, 0.45, 1), "MULTIPLY"))
        rough, strength, depth = n.math("ADD", 0.32, n.math("MULTIPLY", fine, 0.2)), 0.6, 0.008
    elif kind == "wet":
        height, strength, depth = n.noise(place, 0.5, detail=5), 0.2, 0.006
        colour = n.mix(n.math("MULTIPLY", n.step(fine, 0.4, 0.65), 0.25), tint, n.mix(1.0, tint, (0.6, 0.6, 0.6, 1), "MULTIPLY"))
        rough = n.math("ADD", 0.12, n.math("MULTIPLY", fine, 0.14))
        shader.inputs["Coat Weight"].default_value = 0.35
        shader.inputs["Coat Roughness"].default_value = 0.1
    else:
        height, strength, depth = n.math("ADD", n.noise(place, 1.6, detail=6), n.cells(place, 1.4, "DISTANCE_TO_EDGE")), 0.35, 0.005
        colour = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 0.1, detail=5), 0.4, 0.65), 0.3), tint, n.mix(1.0, tint, (0.8, 0.66, 0.6, 1), "MULTIPLY"))
        rough = n.math("ADD", 0.45, n.math("MULTIPLY", fine, 0.25))
    n.link(colour, shader.inputs["Base Color"])
    n.link(rough, shader.inputs["Roughness"])
    shader.inputs["Specular IOR Level"].default_value = 0.35
    shader.inputs["Subsurface Weight"].default_value = 0.25 if kind in ("hide", "wet") else 0.0
    shader.inputs["Subsurface Scale"].default_value = 0.006 * size
    bump = n.node("ShaderNodeBump", {"Height": height, "Strength": strength, "Distance": depth * size})
    n.link(bump.outputs[0], shader.inputs["Normal"])
    n.output(shader.outputs[0])
    return made


def hair(roughness: float = 0.38) -> bpy.types.Material:
    """Hair in the colour that each strand brings (attribute Coat)."""
    made = bpy.data.materials.new("coat")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    own = n.node("ShaderNodeAttribute", attribute_name="Coat", attribute_type="GEOMETRY").outputs["Color"]
    root = n.step(n.node("ShaderNodeHairInfo").outputs["Intercept"], 0.35, 0.0)
    own = n.mix(n.math("MULTIPLY", root, 0.5), own, n.mix(1.0, own, (0.45, 0.42, 0.4, 1), "MULTIPLY"))
    shader = n.node("ShaderNodeBsdfHairPrincipled", {"Color": own, "Roughness": roughness, "Radial Roughness": 0.55, "Coat": 0.0, "IOR": 1.45})
    shader.parametrization = "COLOR"
    n.output(shader.outputs[0])
    return made


def curves(name: str, strands: Strands, material: bpy.types.Material) -> bpy.types.Object:
    """Strands as an object that Cycles draws as hair; their colours as the attribute Coat."""
    n, k = strands.points.shape[:2]
    data = bpy.data.hair_curves.new(name)
    data.add_curves([k] * n)
    data.attributes["position"].data.foreach_set("vector", np.ascontiguousarray(strands.points, np.float32).ravel())
    taper = np.linspace(1, 0, k) ** 0.7 * 0.85 + 0.15
    data.attributes.new("radius", "FLOAT", "POINT").data.foreach_set("value", (strands.radius[:, None] * taper[None]).astype(np.float32).ravel())
    rgba = np.c_[strands.colour, np.ones(n)].astype(np.float32)
    data.attributes.new("Coat", "FLOAT_COLOR", "CURVE").data.foreach_set("color", rgba.ravel())
    data.materials.append(material)
    made = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(made)
    return made
