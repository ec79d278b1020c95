# SPDX-License-Identifier: GPL-3.0-or-later
"""Materials of living surfaces: the skin under fur, bare hides, hair in its own colours, horn, wet skin."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.animals.fur import Strands
from diorama_stage.materials.nodes import Nodes

GREYED = 0.2
"""How much of a coat's chroma is lost: light that strand hands on to strand gains chroma, where the sheen of real hairs takes some of it."""


def skin(kind: str, size: float, seed: int) -> bpy.types.Material:
    """`kind`: furred, hide, bristled, wrinkled, wet, moist, scaly, horn. `size`: metres to the withers.

    Of the vertices: colour is the attribute Tint, Bare how bare the skin is, Wet how moist (a nose).
    """
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
        colour = n.mix(n.math("MULTIPLY", n.math("SUBTRACT", 1.0, bare), GREYED), colour, n.node("ShaderNodeRGBToBW", {0: colour}).outputs[0])
        lie = n.noise(n.stretch(place, 3.4, 0.8, 2.6), 1.1, detail=5, roughness=0.7)  # short hair lies along the body
        colour = n.mix(n.math("MULTIPLY", n.step(lie, 0.62, 0.36), 0.5), colour, n.mix(1.0, colour, (0.5, 0.47, 0.44, 1), "MULTIPLY"))
        rough, height, strength, depth = n.math("ADD", 0.52, n.math("MULTIPLY", fine, 0.3)), lie, 0.25, 0.002
        shader.inputs["Sheen Weight"].default_value, shader.inputs["Sheen Roughness"].default_value = 0.25, 0.4
    elif kind == "wrinkled":
        furrow = lambda run, wide: n.step(n.math("ABSOLUTE", n.math("SUBTRACT", run, 0.5)), 0.0, wide)  # noqa: E731 - lines where a noise crosses its middle
        creases = furrow(n.noise(n.stretch(place, 0.5, 0.55, 1.45), 0.15, detail=3, distortion=0.8), 0.045)
        folds = furrow(n.noise(n.stretch(place, 0.8, 0.9, 1.35), 0.62, detail=3, distortion=0.5), 0.09)
        height = n.math("ADD", n.math("MULTIPLY", creases, 0.9), n.math("MULTIPLY", folds, 0.14))
        height = n.math("ADD", height, n.math("MULTIPLY", n.noise(place, 0.12, detail=6), 1.4))
        colour = n.mix(n.step(folds, 0.5, 0.0), tint, n.mix(1.0, tint, (0.92, 0.91, 0.9, 1), "MULTIPLY"))
        colour = n.mix(n.step(creases, 0.6, 0.0), colour, n.mix(1.0, colour, (0.7, 0.67, 0.64, 1), "MULTIPLY"))
        dust = n.step(n.noise(place, 0.05, detail=5), 0.42, 0.7)
        colour = n.mix(n.math("MULTIPLY", dust, 0.4), colour, n.mix(1.0, colour, (1.3, 1.22, 1.1, 1), "MULTIPLY"))
        rough, strength, depth = n.math("ADD", 0.62, n.math("MULTIPLY", fine, 0.25)), 0.34, 0.008
    elif kind == "bristled":  # a pig's: folds across the body, pores, mud on what is near the ground
        folds = n.noise(n.stretch(place, 0.22, 1.5, 0.3), 0.16, detail=4)
        pores = n.cells(n.stretch(place, 1, 1, 1.4), 0.8, "DISTANCE_TO_EDGE")
        height = n.math("ADD", n.math("MULTIPLY", folds, 1.6), n.math("MULTIPLY", n.step(pores, 0.0, 0.25), 0.35))
        strength, depth = 0.7, 0.02
        colour = n.mix(n.step(folds, 0.46, 0.34), tint, n.mix(1.0, tint, (0.78, 0.62, 0.58, 1), "MULTIPLY"))
        colour = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 0.35, detail=6), 0.5, 0.68), 0.35), colour, n.mix(1.0, colour, (0.8, 0.56, 0.5, 1), "MULTIPLY"))
        low = n.math("MULTIPLY", n.step(n.node("ShaderNodeSeparateXYZ", {0: place}).outputs[2], 46.0, 4.0), n.step(n.noise(place, 0.09, detail=6), 0.36, 0.62))
        colour = n.mix(n.math("MULTIPLY", low, 0.75), colour, (0.16, 0.11, 0.075, 1))
        rough = n.math("ADD", 0.5, n.math("MULTIPLY", fine, 0.3))
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
    elif kind == "moist":  # a frog's: fine grains, damp here and there, no varnish
        grains = n.cells(place, 1.5)
        height, strength, depth = n.math("ADD", n.math("MULTIPLY", grains, -0.8), n.noise(place, 0.45, detail=6)), 0.55, 0.012
        colour = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 0.55, detail=6), 0.42, 0.66), 0.45), tint, n.mix(1.0, tint, (0.45, 0.5, 0.4, 1), "MULTIPLY"))
        colour = n.mix(n.math("MULTIPLY", n.step(grains, 0.5, 0.15), 0.25), colour, n.mix(1.0, colour, (1.5, 1.45, 1.3, 1), "MULTIPLY"))
        rough = n.math("ADD", 0.3, n.math("MULTIPLY", n.step(n.noise(place, 0.3, detail=4), 0.35, 0.65), 0.3))
    elif kind == "horn":
        height, strength, depth = n.noise(n.stretch(place, 1, 1, 2.2), 0.9, detail=6), 0.2, 0.004
        colour = n.mix(n.math("MULTIPLY", n.step(fine, 0.4, 0.65), 0.3), tint, n.mix(1.0, tint, (0.6, 0.58, 0.55, 1), "MULTIPLY"))
        rough = n.math("ADD", 0.42, n.math("MULTIPLY", fine, 0.22))
    else:
        height, strength, depth = n.math("ADD", n.noise(place, 1.6, detail=6), n.cells(place, 1.4, "DISTANCE_TO_EDGE")), 0.35, 0.005
        colour = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 0.1, detail=5), 0.4, 0.65), 0.3), tint, n.mix(1.0, tint, (0.8, 0.66, 0.6, 1), "MULTIPLY"))
        rough = n.math("ADD", 0.45, n.math("MULTIPLY", fine, 0.25))
    wet = n.node("ShaderNodeAttribute", attribute_name="Wet").outputs["Fac"]
    leather = n.step(n.cells(place, 1.7, "DISTANCE_TO_EDGE"), 0.0, 0.16)
    height = n.mix(wet, height, n.math("MULTIPLY", leather, 0.6))
    colour = n.mix(
        n.math("MULTIPLY", wet, n.math("MULTIPLY", n.math("SUBTRACT", 1.0, leather), 0.5)), colour, n.mix(1.0, colour, (0.5, 0.48, 0.46, 1), "MULTIPLY")
    )
    rough = n.mix(wet, rough, n.math("ADD", 0.2, n.math("MULTIPLY", fine, 0.22)))
    n.link(colour, shader.inputs["Base Color"])
    n.link(rough, shader.inputs["Roughness"])
    shader.inputs["Specular IOR Level"].default_value = 0.35
    shader.inputs["Subsurface Weight"].default_value = 0.25 if kind in ("hide", "wet", "moist", "bristled") else 0.0
    shader.inputs["Subsurface Scale"].default_value = 0.006 * size
    bump = n.node("ShaderNodeBump", {"Height": height, "Strength": strength, "Distance": depth * size})
    n.link(bump.outputs[0], shader.inputs["Normal"])
    n.output(shader.outputs[0])
    return made


def hair(roughness: float = 0.46) -> bpy.types.Material:
    """Hair in the colour that each strand brings (attribute Coat).

    Strands here are some times as thick as hairs, and fewer: with a hair's own index they would gloss as bristles do and dark coats turn grey.
    """
    made = bpy.data.materials.new("coat")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    own = n.node("ShaderNodeAttribute", attribute_name="Coat", attribute_type="GEOMETRY").outputs["Color"]
    root = n.step(n.node("ShaderNodeHairInfo").outputs["Intercept"], 0.6, 0.0)
    own = n.mix(n.math("MULTIPLY", root, 0.75), own, n.mix(1.0, own, (0.3, 0.28, 0.26, 1), "MULTIPLY"))
    own = n.mix(1.0, own, (0.8, 0.79, 0.78, 1), "MULTIPLY")
    own = n.mix(GREYED, own, n.node("ShaderNodeRGBToBW", {0: own}).outputs[0])
    shader = n.node("ShaderNodeBsdfHairPrincipled", {"Color": own, "Roughness": roughness, "Radial Roughness": 0.7, "Coat": 0.0, "IOR": 1.2})
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


def vane(seed: int) -> bpy.types.Material:
    """Feathers: barbs run aslant from the shaft; light comes through a little."""
    made = bpy.data.materials.new("vane")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    tint = n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]
    u, v, _ = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeUVMap").outputs[0]}).outputs
    aslant = n.math("SUBTRACT", n.math("MULTIPLY", u, 60.0), n.math("MULTIPLY", n.math("ABSOLUTE", v), 14.0))
    barbs = n.noise(n.node("ShaderNodeCombineXYZ", {0: aslant, 1: n.math("MULTIPLY", v, 1.2), 2: float(seed % 17)}).outputs[0], 1.0, detail=3)
    colour = n.mix(n.math("MULTIPLY", n.step(barbs, 0.3, 0.7), 0.35), tint, n.mix(1.0, tint, (0.55, 0.53, 0.5, 1), "MULTIPLY"))
    bump = n.node("ShaderNodeBump", {"Height": barbs, "Strength": 0.4, "Distance": 0.001})
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": colour, "Roughness": 0.5, "Sheen Weight": 0.25, "Normal": bump.outputs[0]})
    through = n.node("ShaderNodeBsdfTranslucent", {"Color": colour})
    n.output(n.node("ShaderNodeMixShader", {0: 0.14, 1: shader.outputs[0], 2: through.outputs[0]}).outputs[0])
    return made


def fish_skin(size: float, long: float) -> bpy.types.Material:
    """Scales in offset rows, each with a bright rim; wet."""
    made = bpy.data.materials.new("scales")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    tint = n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]}).outputs
    u, v = n.math("DIVIDE", y, size), n.math("DIVIDE", z, size)
    row = n.math("FLOOR", v)
    shifted = n.math("ADD", u, n.math("MULTIPLY", n.math("MODULO", row, 2.0), 0.5))
    fu, fv = n.math("SUBTRACT", n.math("FRACT", shifted), 0.5), n.math("SUBTRACT", n.math("FRACT", v), 0.5)
    r = n.math("SQRT", n.math("ADD", n.math("POWER", n.math("ADD", fu, 0.15), 2.0), n.math("POWER", n.math("MULTIPLY", fv, 0.9), 2.0)))
    body = n.step(y, -30.0, -20.0)
    rim = n.math("MULTIPLY", n.step(r, 0.38, 0.52), body)
    colour = n.mix(n.math("MULTIPLY", rim, 0.4), tint, n.mix(1.0, tint, (0.4, 0.38, 0.36, 1), "MULTIPLY"))
    colour = n.mix(n.math("MULTIPLY", n.step(r, 0.35, 0.1), n.math("MULTIPLY", body, 0.3)), colour, n.mix(1.0, colour, (1.5, 1.45, 1.35, 1), "MULTIPLY"))
    bump = n.node("ShaderNodeBump", {"Height": n.math("SUBTRACT", 1.0, rim), "Strength": 0.35, "Distance": 0.004 * long})
    shader = n.node(
        "ShaderNodeBsdfPrincipled",
        {"Base Color": colour, "Roughness": 0.32, "Metallic": 0.15, "Coat Weight": 0.18, "Coat Roughness": 0.18, "Normal": bump.outputs[0]},
    )
    n.output(shader.outputs[0])
    return made


def fin(thick: bool) -> bpy.types.Material:
    """A fin: light comes through between its rays; thick ones of whales and sharks are wet skin."""
    made = bpy.data.materials.new("fin")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    tint = n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": tint, "Roughness": 0.25, "Coat Weight": 0.3, "Coat Roughness": 0.1})
    if thick:
        n.output(shader.outputs[0])
        return made
    through = n.node("ShaderNodeBsdfTranslucent", {"Color": tint})
    clear = n.node("ShaderNodeBsdfTransparent")
    half = n.node("ShaderNodeMixShader", {0: 0.5, 1: shader.outputs[0], 2: through.outputs[0]})
    n.output(n.node("ShaderNodeMixShader", {0: 0.12, 1: half.outputs[0], 2: clear.outputs[0]}).outputs[0])
    return made


def shellac(seed: int) -> bpy.types.Material:
    """A beetle's wing case, a crab's back: hard and bright, finely pitted."""
    made = bpy.data.materials.new("shellac")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    tint = n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]
    place = n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]
    pits = n.cells(place, 0.7)
    bump = n.node("ShaderNodeBump", {"Height": pits, "Strength": 0.12, "Distance": 0.001})
    tone = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 0.25, detail=5), 0.4, 0.7), 0.3), tint, n.mix(1.0, tint, (0.62, 0.55, 0.5, 1), "MULTIPLY"))
    n.output(
        n.node(
            "ShaderNodeBsdfPrincipled", {"Base Color": tone, "Roughness": 0.25, "Coat Weight": 0.6, "Coat Roughness": 0.08, "Normal": bump.outputs[0]}
        ).outputs[0]
    )
    return made


def glossy(colour: str) -> bpy.types.Material:
    """A bead of an eye."""
    made = bpy.data.materials.new("bead")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    from diorama_stage.materials.nodes import linear

    n.output(n.node("ShaderNodeBsdfPrincipled", {"Base Color": linear(colour), "Roughness": 0.12, "Coat Weight": 0.8, "Coat Roughness": 0.04}).outputs[0])
    return made


def jelly(seed: int) -> bpy.types.Material:
    """A jellyfish: mostly water, its rim and threads seen against the light."""
    made = bpy.data.materials.new("jelly")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    tint = n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]
    facing = n.node("ShaderNodeLayerWeight", {"Blend": 0.35}).outputs["Facing"]
    glow = n.node("ShaderNodeEmission", {"Color": tint, "Strength": 0.35})
    skin = n.node("ShaderNodeBsdfPrincipled", {"Base Color": tint, "Roughness": 0.12, "Coat Weight": 0.5})
    both = n.node("ShaderNodeAddShader", {0: skin.outputs[0], 1: glow.outputs[0]})
    share = n.math("ADD", 0.22, n.math("MULTIPLY", facing, 0.62))
    n.output(n.node("ShaderNodeMixShader", {0: share, 1: n.node("ShaderNodeBsdfTransparent").outputs[0], 2: both.outputs[0]}).outputs[0])
    return made


def film() -> bpy.types.Material:
    """An insect's clear wing: veins, a film that glints."""
    made = bpy.data.materials.new("film")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    tint = n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]
    dark = n.step(n.node("ShaderNodeRGBToBW", {0: tint}).outputs[0], 0.2, 0.05)
    skin = n.node("ShaderNodeBsdfPrincipled", {"Base Color": tint, "Roughness": 0.15, "Thin Film Thickness": 380.0})
    share = n.math("ADD", 0.2, n.math("MULTIPLY", dark, 0.7))
    n.output(n.node("ShaderNodeMixShader", {0: share, 1: n.node("ShaderNodeBsdfTransparent").outputs[0], 2: skin.outputs[0]}).outputs[0])
    return made
