# SPDX-License-Identifier: GPL-3.0-or-later
"""Stones and what is built of them. Each returns colour, height (or None) and bump strength."""

from __future__ import annotations

from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes
from diorama_stage.materials.tones import shade, sheet, times, vary


def marble(n, place, base, look, recipe):
    """Veins are cracks that were pressed shut: wavy sheets that lie all one way, so that a cut shows them side by side and not as rings. They swell, fade out, bleed to one side, and finer ones cross."""
    scale = 2.4 / max(min(look.size, 1.2), 0.1)
    jag = n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": scale * 1.3, "Detail": 6.0, "Roughness": 0.62}).outputs["Color"]
    jag = n.node("ShaderNodeVectorMath", {0: jag, 1: (0.62 / scale,) * 3, 2: place}, operation="MULTIPLY_ADD").outputs[0]
    turned = n.node("ShaderNodeVectorRotate", {"Vector": jag, "Rotation": (0.5, 0.35, 0.75)}, rotation_type="EULER_XYZ").outputs[0]
    sheets = n.stretch(turned, 0.32, 1.0, 0.4)
    off = n.math("SUBTRACT", n.noise(sheets, scale * 1.1, detail=3, roughness=0.5), 0.5)
    swell = n.step(n.noise(place, scale * 1.4, detail=3), 0.4, 0.62)
    light = sum(base[:3]) > 0.6
    wide = n.math("MULTIPLY_ADD", swell, 0.022 if light else 0.012, 0.003)
    core = n.math("MULTIPLY", n.step(n.math("DIVIDE", n.math("ABSOLUTE", off), wide), 1.0, 0.1), n.math("MULTIPLY_ADD", swell, 0.8, 0.2))
    bleed = n.math("MULTIPLY", n.math("MULTIPLY", n.step(off, 0.15, 0.0), n.step(off, -0.012, 0.004)), swell)
    crossing = n.node("ShaderNodeVectorRotate", {"Vector": jag, "Rotation": (-0.7, 0.2, -0.55)}, rotation_type="EULER_XYZ").outputs[0]
    hair = n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(n.stretch(crossing, 0.3, 1.0, 0.5), scale * 2.6, detail=3), 0.5))
    hair = n.math("MULTIPLY", n.step(hair, 0.011, 0.0), n.step(n.noise(place, scale * 1.9, detail=2), 0.48, 0.62))
    cloud = n.step(n.noise(sheets, scale * 0.8, detail=7, roughness=0.6), 0.38, 0.78)
    vein = (0.2, 0.205, 0.215, 1) if light else (0.72, 0.69, 0.63, 1)
    tints = ((cloud, 0.2), (bleed, 0.26), (hair, 0.26), (core, 0.58)) if light else ((cloud, 0.02), (hair, 0.3), (core, 0.62))  # dark marble: clear black between fine veins
    colour = base
    for mask, strength in tints:
        colour = n.mix(n.math("MULTIPLY", mask, strength), colour, vein)
    return colour, None, 0.0


def statuary(n, place, base, look, recipe):
    """A sculptor's marble: a few faint veins in an even stone."""
    veined, _, _ = marble(n, place, base, look, recipe)
    return n.mix(0.22, vary(n, place, base, 0.03, look), veined), n.noise(place, 400.0, detail=3), 0.04


def granite(n: Nodes, place, base, look: Look, recipe: dict):
    """Crystals grown into each other: mostly the base colour, some pale quartz, some black mica, at two sizes."""
    coarse = 190.0 if look.size < 1 else 120.0
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": coarse * 1.5}).outputs["Color"], 1: (0.7 / coarse,) * 3, 2: place}, operation="MULTIPLY_ADD").outputs[0]
    own = n.node("ShaderNodeSeparateXYZ", {0: n.cells(bent, coarse, output="Color")}).outputs
    fine = n.node("ShaderNodeSeparateXYZ", {0: n.cells(bent, coarse * 2.3, output="Color")}).outputs
    colour = n.mix(own[0], shade(base, 0.62), shade(base, 1.35))
    colour = n.mix(n.math("MULTIPLY", n.math("GREATER_THAN", own[1], 0.72), 0.75), colour, (0.72, 0.7, 0.66, 1))
    colour = n.mix(n.math("MULTIPLY", n.math("GREATER_THAN", fine[0], 0.78), 0.9), colour, shade(base, 0.07))
    return colour, fine[1], 0.5


def concrete(n, place, base, look, recipe):
    """Cast: clouds of paler and darker paste, water stains with a sharp rim, sand in the skin, and bug holes of all sizes that air left at the mould."""
    broad, fine = n.noise(place, 3.5, detail=8, roughness=0.65), n.noise(place, 170.0, detail=6)
    stain = n.noise(place, 2.1 / max(min(look.size, 1.0), 0.15), detail=6, roughness=0.6, distortion=0.6)
    pits = n.step(n.math("ADD", n.cells(place, 120.0), n.math("MULTIPLY", n.noise(place, 26.0), 0.4)), 0.34, 0.28)
    holes = n.node("ShaderNodeTexVoronoi", {"Vector": place, "Scale": 34.0})
    own = n.node("ShaderNodeSeparateXYZ", {0: holes.outputs["Color"]}).outputs[0]
    radius = n.math("MULTIPLY", n.step(own, 0.55, 1.0), 0.11)
    pits = n.math("MAXIMUM", pits, n.math("MULTIPLY", n.step(n.math("SUBTRACT", holes.outputs["Distance"], radius), 0.0, -0.03), n.math("GREATER_THAN", own, 0.6)))
    colour = n.mix(n.step(broad, 0.3, 0.7), shade(base, 0.76), shade(base, 1.14))
    colour = n.mix(n.math("MULTIPLY", n.step(stain, 0.5, 0.53), 0.22), colour, shade(base, 0.62))
    colour = n.mix(n.math("MULTIPLY", n.step(fine, 0.4, 0.7), 0.3), colour, shade(base, 0.72))
    return n.mix(n.math("MULTIPLY", pits, 0.7), colour, shade(base, 0.36)), n.math("SUBTRACT", n.math("MULTIPLY", fine, 0.4), n.math("MULTIPLY", pits, 1.4)), 0.6


def slate(n, place, base, look, recipe):
    """Split along its beds: the face lies in shallow terraces with broken rims, the sides show the beds; some rust, some bloom."""
    lie = n.noise(n.stretch(place, 1.0, 1.0, 5.0), 8.0, detail=7, roughness=0.62)
    steps = n.math("DIVIDE", n.math("ADD", n.math("FLOOR", n.math("MULTIPLY", lie, 16.0)), n.step(n.math("FRACT", n.math("MULTIPLY", lie, 16.0)), 0.72, 1.0)), 16.0)
    grit = n.noise(place, 420.0, detail=4, roughness=0.7)
    colour = n.mix(n.step(steps, 0.34, 0.66), shade(base, 0.72), shade(base, 1.28))
    rim = n.step(n.math("FRACT", n.math("MULTIPLY", lie, 16.0)), 0.8, 0.95)
    colour = n.mix(n.math("MULTIPLY", rim, 0.4), colour, shade(base, 1.9))
    colour = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 5.0, detail=6), 0.58, 0.72), 0.35), colour, n.mix(1.0, base, (1.7, 1.15, 0.7, 1), "MULTIPLY"))
    colour = n.mix(n.math("MULTIPLY", n.step(grit, 0.5, 0.72), 0.3), colour, shade(base, 1.6))
    return colour, n.math("ADD", n.math("MULTIPLY", steps, 5.0), n.math("MULTIPLY", grit, 0.3)), 0.5


def layered(n: Nodes, place, base, look: Look, recipe: dict):
    """Sandstone: sand laid down in beds of uneven thickness and tint, seldom level; grains show and rub off."""
    size = max(min(look.size, 1.5), 0.1)
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 2.0 / size, "Detail": 3.0}).outputs["Color"], 1: (0.16 * size,) * 3, 2: place}, operation="MULTIPLY_ADD").outputs[0]
    beds = n.noise(n.stretch(bent, 0.12, 0.12, 1.0), 13.0 / size, detail=5, roughness=0.65)
    grit = n.noise(place, 520.0 if look.size < 1 else 260.0, detail=3, roughness=0.75)
    colour = n.mix(n.step(beds, 0.34, 0.66), times(base, 0.72, 0.58, 0.46), times(base, 1.2, 1.2, 1.18))
    colour = n.mix(n.math("MULTIPLY", n.step(grit, 0.36, 0.64), 0.35), colour, shade(base, 0.55))
    return colour, n.math("ADD", n.math("MULTIPLY", beds, 0.5), grit), 0.6


def travertine(n: Nodes, place, base, look: Look, recipe: dict):
    """Beds like sandstone's, pale, with long holes along them where reeds once stood."""
    size = max(min(look.size, 1.2), 0.12)
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 3.0 / size, "Detail": 3.0}).outputs["Color"], 1: (0.06 * size,) * 3, 2: place}, operation="MULTIPLY_ADD").outputs[0]
    beds = n.noise(n.stretch(bent, 0.1, 0.1, 1.0), 16.0 / size, detail=5, roughness=0.6)
    hollow = n.noise(n.stretch(bent, 0.3, 0.3, 1.0), 24.0 / size, detail=5, roughness=0.6)
    holes = n.math("MULTIPLY", n.step(hollow, 0.62, 0.66), n.step(beds, 0.48, 0.56))
    colour = n.mix(n.step(beds, 0.34, 0.66), times(base, 0.78, 0.66, 0.52), times(base, 1.12, 1.12, 1.1))
    return n.mix(n.math("MULTIPLY", holes, 0.85), colour, times(base, 0.3, 0.22, 0.15)), n.math("MULTIPLY", holes, -1.0), 1.0


def banded(n: Nodes, place, base, look: Look, recipe: dict):
    """Onyx, agate and malachite: thin bands that follow each other's bends, some pale, some dark, sharp at one side."""
    size = max(min(look.size, 1.2), 0.05)
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 2.4 / size, "Detail": 2.0}).outputs["Color"], 1: (0.55 * size,) * 3, 2: place}, operation="MULTIPLY_ADD").outputs[0]
    lie = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeVectorRotate", {"Vector": bent, "Rotation": (0.5, 0.4, 0.3)}, rotation_type="EULER_XYZ").outputs[0]}).outputs[2]
    at = n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", lie, 1.0 / size)}).outputs[0]
    broad, thin = (n.node("ShaderNodeTexNoise", {"Vector": at, "Scale": s, "Detail": d, "Roughness": 0.7}).outputs[0] for s, d in ((6.0, 2.0), (26.0, 3.0)))
    colour = n.mix(n.step(broad, 0.36, 0.64), times(base, *recipe.get("dark", (0.45, 0.36, 0.28))), base)
    return n.mix(n.math("MULTIPLY", n.step(thin, 0.48, 0.66), 0.65), colour, times(base, *recipe.get("pale", (1.5, 1.5, 1.5)))), None, 0.0


def clouded(n: Nodes, place, base, look: Look, recipe: dict):
    """Jade and alabaster: clouds and veils of paler and deeper colour in a stone that light enters."""
    size = max(min(look.size, 1.2), 0.04)
    cloud = n.noise(place, 3.0 / size, detail=6, roughness=0.6, distortion=0.8)
    veil = n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(place, 2.0 / size, detail=5, roughness=0.6, distortion=1.5), 0.5))
    colour = n.mix(n.step(cloud, 0.34, 0.66), times(base, *recipe.get("dark", (0.5, 0.62, 0.55))), times(base, 1.2, 1.15, 1.15))
    return n.mix(n.math("MULTIPLY", n.step(veil, 0.06, 0.0), 0.4), colour, times(base, *recipe.get("pale", (2.0, 1.5, 1.8)))), None, 0.0


def lapis(n: Nodes, place, base, look: Look, recipe: dict):
    """Deep blue with clouds of white calcite and grains of gold pyrite."""
    size = max(min(look.size, 1.2), 0.04)
    colour = n.mix(n.step(n.noise(place, 9.0 / size, detail=5), 0.35, 0.65), shade(base, 0.45), shade(base, 1.25))
    colour = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 4.0 / size, detail=8, roughness=0.68, distortion=1.0), 0.6, 0.72), 0.55), colour, (0.6, 0.64, 0.7, 1))
    gold = n.math("MULTIPLY", n.step(n.cells(place, 60.0 / size), 0.3, 0.2), n.step(n.noise(place, 6.0 / size, detail=3), 0.54, 0.6))
    return n.mix(gold, colour, (0.72, 0.5, 0.16, 1)), None, 0.0


def _flat(n: Nodes, place, look: Look):
    u, v = sheet(n, place, look)
    return n.node("ShaderNodeCombineXYZ", {0: u, 1: v}).outputs[0]


def brick(n: Nodes, place, base, look: Look, recipe: dict):
    """Stretcher bond of real size (smaller on small things, which then read as built of them): each brick burnt its own way, chipped at its edges, sand in the joints."""
    k = 1.0 if look.size > 0.5 else max(look.size / 0.5, 0.3)
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 30.0 / k, "Detail": 3.0}).outputs["Color"], 1: (0.005 * k,) * 3, 2: _flat(n, place, look)}, operation="MULTIPLY_ADD").outputs[0]
    node = n.node("ShaderNodeTexBrick", {"Vector": bent, "Color1": times(base, 0.62, 0.55, 0.55), "Color2": times(base, 1.2, 1.25, 1.2), "Mortar": (0.36, 0.335, 0.3, 1), "Scale": 1.0, "Mortar Size": 0.005 * k,
                                         "Mortar Smooth": 0.3, "Brick Width": 0.22 * k, "Row Height": 0.073 * k})  # fmt: skip
    worn, grit = n.noise(place, 60.0, detail=7), n.noise(place, 480.0, detail=3, roughness=0.7)
    colour = n.mix(n.math("MULTIPLY", n.step(worn, 0.45, 0.75), 0.4), node.outputs[0], shade(base, 0.5))
    colour = n.mix(n.math("MULTIPLY", n.step(grit, 0.55, 0.75), 0.25), colour, shade(base, 1.6))
    return colour, n.math("SUBTRACT", n.math("ADD", n.math("MULTIPLY", worn, 0.25), n.math("MULTIPLY", grit, 0.12)), node.outputs[1]), 0.9


def terrazzo(n: Nodes, place, base, look: Look, recipe: dict):
    """Broken chips of several stones in cement, ground flat: angular, of all sizes."""
    coarse = 62.0 if look.size < 1 else 45.0
    cells = n.node("ShaderNodeTexVoronoi", {"Vector": place, "Scale": coarse})
    own = n.node("ShaderNodeSeparateXYZ", {0: cells.outputs["Color"]}).outputs
    edge = n.cells(place, coarse, "DISTANCE_TO_EDGE")
    chip = n.math("MULTIPLY", n.math("GREATER_THAN", edge, n.math("MULTIPLY_ADD", own[1], 0.2, 0.05)), n.math("GREATER_THAN", own[2], 0.22))
    small = n.node("ShaderNodeTexVoronoi", {"Vector": place, "Scale": coarse * 3.2})
    tiny = n.node("ShaderNodeSeparateXYZ", {0: small.outputs["Color"]}).outputs
    grain = n.math("MULTIPLY", n.math("GREATER_THAN", n.cells(place, coarse * 3.2, "DISTANCE_TO_EDGE"), 0.14), n.math("GREATER_THAN", tiny[1], 0.6))
    stones = [(0.0, (0.05, 0.05, 0.055, 1)), (0.2, (0.34, 0.1, 0.06, 1)), (0.38, (0.45, 0.3, 0.16, 1)), (0.56, (0.28, 0.29, 0.28, 1)), (0.74, (0.62, 0.47, 0.36, 1)), (0.88, (0.1, 0.14, 0.13, 1))]
    ramp = lambda value: _chosen(n, value, stones)  # noqa: E731
    return n.mix(chip, n.mix(n.math("MULTIPLY", grain, 0.75), base, ramp(tiny[0])), ramp(own[0])), None, 0.0


def _chosen(n: Nodes, value, stops):
    """One of several colours by a number from 0 to 1, with hard borders."""
    node = n.node("ShaderNodeValToRGB", {0: value})
    node.color_ramp.interpolation = "CONSTANT"
    for k, (at, colour) in enumerate(stops):
        element = node.color_ramp.elements[k] if k < 2 else node.color_ramp.elements.new(at)
        element.position, element.color = at, colour
    return node.outputs[0]


def tile(n: Nodes, place, base, look: Look, recipe: dict):
    k = 1.0 if look.size > 0.5 else 0.4
    node = n.node("ShaderNodeTexBrick", {"Vector": _flat(n, place, look), "Color1": base, "Color2": shade(base, 0.93), "Mortar": (0.42, 0.4, 0.37, 1), "Scale": 1.0, "Mortar Size": 0.003 * k, "Mortar Smooth": 0.2,
                                         "Brick Width": 0.15 * k, "Row Height": 0.15 * k}, offset=0.0)  # fmt: skip
    lie = n.noise(place, 24.0, detail=2)
    return node.outputs[0], n.math("SUBTRACT", n.math("MULTIPLY", lie, 0.25), node.outputs[1]), 0.6


def mosaic(n: Nodes, place, base, look: Look, recipe: dict):
    """Hand-cut tesserae a finger's breadth wide, none quite square, each of its own tint, bedded at its own slant."""
    wide = 0.013 if look.size < 0.6 else 0.02
    node = n.node("ShaderNodeTexVoronoi", {"Vector": _flat(n, place, look), "Scale": 1 / wide, "Randomness": 0.3}, voronoi_dimensions="2D", distance="CHEBYCHEV")
    edge = n.node("ShaderNodeTexVoronoi", {"Vector": _flat(n, place, look), "Scale": 1 / wide, "Randomness": 0.3}, voronoi_dimensions="2D", feature="DISTANCE_TO_EDGE").outputs["Distance"]
    own = n.node("ShaderNodeSeparateXYZ", {0: node.outputs["Color"]}).outputs
    tint = n.node("ShaderNodeHueSaturation", {"Hue": n.math("MULTIPLY_ADD", own[0], 0.12, 0.44), "Saturation": n.math("MULTIPLY_ADD", own[1], 0.6, 0.7), "Value": n.math("MULTIPLY_ADD", own[2], 0.9, 0.5), "Color": base}).outputs[0]
    tint = n.mix(n.math("MULTIPLY", n.math("GREATER_THAN", own[1], 0.82), 0.8), tint, (0.75, 0.52, 0.16, 1))
    grout = n.step(edge, 0.075, 0.045)
    return n.mix(grout, tint, (0.4, 0.37, 0.33, 1)), n.math("SUBTRACT", n.math("MULTIPLY", own[0], 0.3), grout), 0.8


def cork(n: Nodes, place, base, look: Look, recipe: dict):
    """Granules pressed together, each of its own brown, dark bark between some."""
    coarse = 230.0 if look.size < 0.5 else 150.0
    own = n.node("ShaderNodeSeparateXYZ", {0: n.cells(place, coarse, output="Color")}).outputs
    edge = n.cells(place, coarse, "DISTANCE_TO_EDGE")
    pores = n.math("MULTIPLY", n.step(n.noise(n.stretch(place, 1.0, 1.0, 0.5), 190.0, detail=2), 0.62, 0.68), n.step(n.noise(place, 60.0), 0.45, 0.55))
    colour = n.mix(own[0], times(base, 0.62, 0.56, 0.5), times(base, 1.22, 1.24, 1.26))
    colour = n.mix(n.math("MULTIPLY", n.math("GREATER_THAN", own[1], 0.87), 0.7), colour, times(base, 0.25, 0.18, 0.13))
    colour = n.mix(n.math("MULTIPLY", n.step(edge, 0.08, 0.0), 0.4), colour, times(base, 0.4, 0.33, 0.27))
    return n.mix(n.math("MULTIPLY", pores, 0.8), colour, times(base, 0.16, 0.11, 0.08)), n.math("SUBTRACT", n.step(edge, 0.0, 0.25), n.math("MULTIPLY", pores, 1.5)), 0.7


def earthen(n: Nodes, place, base, look: Look, recipe: dict):
    """Fired clay without glaze: throwing rings, grog that shows through, a bloom of lime and darker breaths of the kiln."""
    size = max(min(look.size, 1.0), 0.06)
    rings = n.noise(n.stretch(place, 0.4, 0.4, 12.0), 16.0, detail=2)
    bloom = n.noise(place, 2.4 / size, detail=7, roughness=0.68, distortion=0.5)
    grit = n.noise(place, 520.0, detail=3, roughness=0.72)
    colour = n.mix(n.step(n.noise(place, 1.6 / size, detail=4), 0.36, 0.64), times(base, 0.74, 0.66, 0.6), times(base, 1.12, 1.14, 1.16))
    colour = n.mix(n.math("MULTIPLY", n.step(grit, 0.56, 0.7), 0.28), colour, times(base, 0.5, 0.42, 0.38))
    colour = n.mix(n.math("MULTIPLY", n.step(bloom, 0.54, 0.74), 0.34), colour, (0.72, 0.64, 0.56, 1))
    return colour, n.math("MULTIPLY_ADD", rings, 0.8, grit), 0.5


STONES = {f.__name__: f for f in (marble, statuary, granite, concrete, slate, layered, travertine, banded, clouded, lapis, brick, terrazzo, tile, mosaic, cork, earthen)}
