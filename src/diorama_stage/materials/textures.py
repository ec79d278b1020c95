# SPDX-License-Identifier: GPL-3.0-or-later
"""Textures: each returns colour, height (or None) and bump strength. Features have real sizes (metres), limited so that they show on a thing of its size."""

from __future__ import annotations

import math

from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes
from diorama_stage.materials.timber import wood


def plain(n: Nodes, place, base, look: Look, recipe: dict):
    return _vary(n, place, base, 0.05, look), None, 0.0


def _vary(n: Nodes, place, base, amount: float, look: Look, scale: float | None = None):
    """The base colour, a little lighter and darker in large soft patches."""
    noise = n.noise(place, scale or 3.0 / max(look.size, 0.02), detail=5)
    return n.mix(n.step(noise, 0.3, 0.7), _shade(base, 1 - amount), _shade(base, 1 + amount))


def _shade(colour, k: float):
    return (*(min(c * k, 1.0) for c in colour[:3]), 1.0)


def grain(n, place, base, look, recipe):
    return _vary(n, place, base, 0.08, look), n.noise(place, 700.0 if look.size < 0.5 else 260.0, detail=3), 0.25


def glaze(n, place, base, look, recipe):
    return _vary(n, place, base, 0.06, look), n.noise(place, 1.6 / max(look.size, 0.04) * 8, detail=2), 0.18


def ice(n, place, base, look, recipe):
    """Melted smooth in hollows; see `clouding` for what is in it."""
    return _vary(n, place, base, 0.02, look), n.noise(place, 3.5 / max(look.size, 0.03), detail=2), 0.5


def clouding(n, place, look):
    """How clear ice is, by place: never quite (in a drink it would be black), veils of small bubbles, white cracks that run through a part of it."""
    size = max(look.size, 0.02)
    veil = n.math("MULTIPLY", n.step(n.noise(place, 2.6 / size, detail=7, roughness=0.66), 0.5, 0.74), 0.5)
    bent = n.mix(0.12 * size, place, n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 4.0 / size, "Detail": 4.0}).outputs["Color"], "ADD")
    crack = n.step(n.cells(bent, 2.2 / size, "DISTANCE_TO_EDGE"), 0.03, 0.004)
    crack = n.math("MULTIPLY", crack, n.math("MULTIPLY", n.step(n.noise(place, 1.7 / size), 0.45, 0.6), 0.7))
    return n.math("SUBTRACT", 0.9, n.math("MAXIMUM", veil, crack))


def speckle(n, place, base, look, recipe):
    spots = n.cells(place, 420.0)
    dark = n.step(n.math("ADD", spots, n.math("MULTIPLY", n.noise(place, 130.0), 0.25)), 0.27, 0.2)
    throwing = n.noise(n.stretch(place, 0.6, 0.6, 14.0), 22.0, detail=2)
    colour = n.mix(n.math("MULTIPLY", dark, 0.75), _vary(n, place, base, 0.12, look), _shade(base, 0.28))
    return colour, n.math("ADD", n.math("MULTIPLY", throwing, 0.7), n.math("MULTIPLY", n.noise(place, 500.0), 0.3)), 0.3


def metal(n, place, base, look, recipe):
    """A surface that was handled: hairline scratches this way and that in patches, and tarnish where the recipe has some."""
    tarnish = float(recipe.get("tarnish", 0.0))
    colour = _vary(n, place, base, 0.04, look)
    if tarnish:
        dull = n.step(n.noise(place, 2.2 / max(look.size, 0.03), detail=7, roughness=0.65), 0.4, 0.72)
        colour = n.mix(n.math("MULTIPLY", dull, tarnish), colour, n.mix(1.0, base, (0.52, 0.42, 0.36, 1), "MULTIPLY"))
    scratches = n.value(0.0)
    for axis, angle in enumerate((0.4, 1.9, 2.7)):
        turned = n.node("ShaderNodeVectorRotate", {"Vector": place, "Rotation": (angle * 0.6, angle * 0.3, angle)}, rotation_type="EULER_XYZ").outputs[0]
        line = n.step(n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(n.stretch(turned, 9.0, 300.0, 300.0), 1.0, detail=1), 0.5)), 0.012, 0.0)
        scratches = n.math("MAXIMUM", scratches, n.math("MULTIPLY", line, n.step(n.noise(turned, 40.0 + 9 * axis), 0.5, 0.65)))
    return colour, n.math("SUBTRACT", n.noise(n.stretch(place, 1, 1, 7), 260.0, detail=4), n.math("MULTIPLY", scratches, 2.0)), 0.05


def brushed(n, place, base, look, recipe):
    """Fine parallel scratches, bundled in streaks."""
    lines, streaks = n.noise(n.stretch(place, 2.0, 90.0, 90.0), 14.0, detail=5), n.noise(n.stretch(place, 0.5, 22.0, 22.0), 14.0, detail=3)
    tone = n.math("ADD", n.math("MULTIPLY", lines, 0.55), n.math("MULTIPLY", streaks, 0.45))
    return n.mix(n.step(tone, 0.3, 0.7), _shade(base, 0.72), _shade(base, 1.12)), tone, 0.16


def rust(n, place, base, look, recipe):
    a, b = n.noise(place, 26.0, detail=9, roughness=0.7), n.noise(place, 160.0, detail=6)
    return n.mix(n.step(a, 0.35, 0.65), _shade(base, 0.45), n.mix(n.step(b, 0.4, 0.7), base, (0.42, 0.16, 0.045, 1))), b, 0.6


def leather(n, place, base, look, recipe):
    """Pebbled grain between fine lines, creases where it was bent, paler where it was rubbed."""
    bent = n.node("ShaderNodeVectorMath", {0: place, 1: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 60.0}).outputs["Color"], 2: (0.0035, 0.0035, 0.0035)}, operation="MULTIPLY_ADD").outputs[0]
    bent = n.node("ShaderNodeVectorMath", {0: place, 1: bent}, operation="ADD").outputs[0]
    pebbles = n.node("ShaderNodeTexVoronoi", {"Vector": bent, "Scale": 260.0}, feature="DISTANCE_TO_EDGE").outputs["Distance"]
    creases = n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(place, 1.1 / max(look.size, 0.08) + 6.0, detail=5, roughness=0.6, distortion=0.5), 0.5))
    crease = n.step(creases, 0.022, 0.0)
    worn = n.noise(place, 4.0 / max(look.size, 0.05), detail=5)
    colour = n.mix(n.step(worn, 0.35, 0.75), _shade(base, 0.86), _shade(base, 1.16))
    colour = n.mix(n.math("MULTIPLY", crease, 0.35), colour, _shade(base, 0.5))
    colour = n.mix(n.math("MULTIPLY", n.step(pebbles, 0.12, 0.0), 0.25), colour, _shade(base, 0.6))
    return colour, n.math("SUBTRACT", n.step(pebbles, 0.0, 0.3), n.math("MULTIPLY", crease, 1.5)), 0.45


def velvet(n, place, base, look, recipe):
    """A pile that is dark seen head on and bright at grazing angles, brushed this way and that in broad strokes."""
    facing = n.node("ShaderNodeLayerWeight", {"Blend": 0.42}).outputs["Facing"]
    strokes = n.noise(n.stretch(place, 1.0, 1.0, 0.5), 7.0 if look.size > 0.3 else 30.0, detail=3, distortion=0.8)
    lift = n.math("ADD", facing, n.math("MULTIPLY_ADD", n.step(strokes, 0.4, 0.62), 0.16, -0.08))
    return n.mix(n.step(lift, 0.0, 0.95), _shade(base, 0.42), _shade(base, 1.3)), n.noise(place, 900.0, detail=2), 0.2


def fibre(n, place, base, look, recipe):
    nap = n.noise(n.stretch(place, 1.0, 1.0, 0.4), 30.0 if look.size > 0.3 else 90.0, detail=4)
    return n.mix(n.step(nap, 0.3, 0.7), _shade(base, 0.8), _shade(base, 1.18)), n.noise(place, 900.0, detail=2), 0.25


def fur(n, place, base, look, recipe):
    hair = n.noise(n.stretch(place, 1.0, 1.0, 0.35), 420.0 if look.size < 0.6 else 240.0, detail=5, roughness=0.7, distortion=0.6)
    return n.mix(n.step(hair, 0.32, 0.68), _shade(base, 0.55), _shade(base, 1.25)), hair, 0.9


def weave(n, place, base, look, recipe):
    """Threads over and under, uneven in thickness both ways; `creased`: the sharp folds of cloth that was lying in a cupboard."""
    pitch = 2 * math.pi / (0.0026 if look.size < 0.6 else 0.0034)
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: place}).outputs
    warp = n.math("SINE", n.math("MULTIPLY", n.math("MULTIPLY_ADD", y, 0.12, x), pitch))
    weft = n.math("SINE", n.math("MULTIPLY", n.math("ADD", n.math("ADD", z, y), n.math("MULTIPLY", n.noise(place, 30.0), 0.002)), pitch))
    threads = n.math("MULTIPLY", warp, weft)
    slub = n.math("MAXIMUM", n.noise(n.stretch(place, 12, 320, 320), 1.0, detail=2), n.noise(n.stretch(place, 320, 12, 12), 1.0, detail=2))
    colour = n.mix(n.step(slub, 0.5, 0.78), base, _shade(base, 0.78 if look.size < 0.6 or dict(look.params).get("creased") else 0.92))
    colour = n.mix(n.math("MULTIPLY_ADD", threads, -0.14, 0.14), colour, _shade(base, 0.5))
    height = n.math("ADD", n.math("MULTIPLY", threads, 0.6), slub)
    if dict(look.params).get("creased"):
        bent = n.noise(place, 5.0, detail=4, distortion=0.7)
        sharp = n.math("SUBTRACT", 1.0, n.step(n.math("ABSOLUTE", n.math("SUBTRACT", bent, 0.5)), 0.0, 0.05))
        height = n.math("ADD", height, n.math("MULTIPLY", n.math("ADD", sharp, n.math("MULTIPLY", n.noise(place, 14.0, detail=2), 3.0)), 2.2))
    return colour, height, 0.3


def twill(n, place, base, look, recipe):
    """Denim: dyed warp over pale weft in diagonal ribs, warp threads of uneven dye, rubbed pale in places."""
    pitch = 2 * math.pi / (0.0011 if look.size < 0.6 else 0.0016)
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: place}).outputs
    up = n.math("ADD", y, z)
    rib = n.math("SINE", n.math("MULTIPLY", n.math("ADD", n.math("MULTIPLY", x, 0.8), n.math("ADD", up, n.math("MULTIPLY", n.noise(place, 45.0), 0.0016))), pitch))
    thread = n.math("SINE", n.math("MULTIPLY", x, pitch * 1.7))
    slub = n.noise(n.stretch(place, 620.0, 14.0, 14.0), 1.0, detail=2)
    weft = n.math("MULTIPLY", n.step(rib, 0.25, -0.9), n.step(thread, -0.6, 0.6))
    worn = n.step(n.noise(place, 1.6 / max(min(look.size, 0.8), 0.1), detail=5, roughness=0.6), 0.42, 0.75)
    colour = n.mix(n.step(slub, 0.25, 0.75), _shade(base, 0.78), _shade(base, 1.12))
    colour = n.mix(n.math("MULTIPLY", weft, n.math("MULTIPLY_ADD", worn, 0.16, 0.16)), colour, (0.5, 0.52, 0.53, 1))
    colour = n.mix(n.math("MULTIPLY", worn, 0.1), colour, (0.4, 0.46, 0.54, 1))
    return colour, n.math("ADD", n.math("MULTIPLY", rib, 0.6), n.math("ADD", n.math("MULTIPLY", thread, 0.25), slub)), 0.35


def knit(n, place, base, look, recipe):
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: place}).outputs
    rib = n.math("ABSOLUTE", n.math("SINE", n.math("MULTIPLY", n.math("ADD", x, y), 420.0)))
    slant = n.math("ABSOLUTE", n.math("SINE", n.math("ADD", n.math("MULTIPLY", z, 520.0), n.math("MULTIPLY", rib, 1.6))))
    stitch = n.math("MULTIPLY", rib, slant)
    return n.mix(stitch, _shade(base, 0.55), _shade(base, 1.15)), stitch, 0.8


def corrugated(n, place, base, look, recipe):
    """Kraft liner: long fibres pressed flat in every direction, dark flecks of recycled pulp, and faintly the flutes beneath."""
    x = n.node("ShaderNodeSeparateXYZ", {0: place}).outputs[0]
    flute = n.math("SINE", n.math("MULTIPLY", n.math("ADD", x, n.math("MULTIPLY", n.noise(place, 12.0), 0.0012)), 900.0))
    felted = n.noise(place, 700.0, detail=4, roughness=0.7, distortion=1.5)
    flecks = n.step(n.math("ADD", n.cells(n.stretch(place, 1.0, 0.45, 0.45), 240.0), n.math("MULTIPLY", n.noise(place, 170.0), 0.3)), 0.24, 0.17)
    colour = n.mix(n.step(felted, 0.32, 0.68), _shade(base, 0.86), _shade(base, 1.1))
    colour = n.mix(n.step(n.noise(place, 22.0, detail=5), 0.35, 0.7), colour, n.mix(1.0, colour, (0.9, 0.88, 0.85, 1), "MULTIPLY"))
    colour = n.mix(n.math("MULTIPLY", flecks, 0.45), colour, _shade(base, 0.4))
    colour = n.mix(n.math("MULTIPLY_ADD", flute, 0.03, 0.03), colour, _shade(base, 0.7))
    return colour, n.math("ADD", n.math("MULTIPLY", flute, 0.6), felted), 0.12


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
    return n.mix(0.22, _vary(n, place, base, 0.03, look), veined), n.noise(place, 400.0, detail=3), 0.04


def patina(n, place, base, look, recipe):
    """Bronze under wax: the brown lies unevenly, redder where it is thin, with a breath of green."""
    broad, fine = n.noise(place, 5.0 / max(look.size, 0.1), detail=6), n.noise(place, 40.0 / max(look.size, 0.1), detail=5)
    red = (min(base[0] * 1.35, 1.0), base[1] * 0.95, base[2] * 0.8, 1)
    green = (base[0] * 0.55, base[1] * 0.95, base[2] * 1.1, 1)
    colour = n.mix(n.math("MULTIPLY", n.step(broad, 0.4, 0.7), 0.6), base, red)
    return n.mix(n.math("MULTIPLY", n.step(fine, 0.55, 0.75), 0.45), colour, green), n.noise(place, 240.0, detail=4), 0.08


def granite(n, place, base, look, recipe):
    coarse = 320.0 if look.size < 1 else 150.0
    cells = n.cells(place, coarse, output="Color")
    grey = n.node("ShaderNodeRGBToBW", {0: cells}).outputs[0]
    return n.mix(grey, _shade(base, 0.5), _shade(base, 1.45)), n.cells(place, coarse), 0.5


def concrete(n, place, base, look, recipe):
    """Cast: clouds of paler and darker paste, water stains with a sharp rim, sand in the skin, and bug holes of all sizes that air left at the mould."""
    broad, fine = n.noise(place, 3.5, detail=8, roughness=0.65), n.noise(place, 170.0, detail=6)
    stain = n.noise(place, 2.1 / max(min(look.size, 1.0), 0.15), detail=6, roughness=0.6, distortion=0.6)
    pits = n.step(n.math("ADD", n.cells(place, 120.0), n.math("MULTIPLY", n.noise(place, 26.0), 0.4)), 0.34, 0.28)
    holes = n.node("ShaderNodeTexVoronoi", {"Vector": place, "Scale": 34.0})
    own = n.node("ShaderNodeSeparateXYZ", {0: holes.outputs["Color"]}).outputs[0]
    radius = n.math("MULTIPLY", n.step(own, 0.55, 1.0), 0.11)
    pits = n.math("MAXIMUM", pits, n.math("MULTIPLY", n.step(n.math("SUBTRACT", holes.outputs["Distance"], radius), 0.0, -0.03), n.math("GREATER_THAN", own, 0.6)))
    colour = n.mix(n.step(broad, 0.3, 0.7), _shade(base, 0.76), _shade(base, 1.14))
    colour = n.mix(n.math("MULTIPLY", n.step(stain, 0.5, 0.53), 0.22), colour, _shade(base, 0.62))
    colour = n.mix(n.math("MULTIPLY", n.step(fine, 0.4, 0.7), 0.3), colour, _shade(base, 0.72))
    return n.mix(n.math("MULTIPLY", pits, 0.7), colour, _shade(base, 0.36)), n.math("SUBTRACT", n.math("MULTIPLY", fine, 0.4), n.math("MULTIPLY", pits, 1.4)), 0.6


def slate(n, place, base, look, recipe):
    """Split along its beds: the face lies in shallow terraces with broken rims, the sides show the beds; some rust, some bloom."""
    lie = n.noise(n.stretch(place, 1.0, 1.0, 5.0), 8.0, detail=7, roughness=0.62)
    steps = n.math("DIVIDE", n.math("ADD", n.math("FLOOR", n.math("MULTIPLY", lie, 16.0)), n.step(n.math("FRACT", n.math("MULTIPLY", lie, 16.0)), 0.72, 1.0)), 16.0)
    grit = n.noise(place, 420.0, detail=4, roughness=0.7)
    colour = n.mix(n.step(steps, 0.34, 0.66), _shade(base, 0.72), _shade(base, 1.28))
    rim = n.step(n.math("FRACT", n.math("MULTIPLY", lie, 16.0)), 0.8, 0.95)
    colour = n.mix(n.math("MULTIPLY", rim, 0.4), colour, _shade(base, 1.9))
    colour = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 5.0, detail=6), 0.58, 0.72), 0.35), colour, n.mix(1.0, base, (1.7, 1.15, 0.7, 1), "MULTIPLY"))
    colour = n.mix(n.math("MULTIPLY", n.step(grit, 0.5, 0.72), 0.3), colour, _shade(base, 1.6))
    return colour, n.math("ADD", n.math("MULTIPLY", steps, 5.0), n.math("MULTIPLY", grit, 0.3)), 0.5


def _laid(n, place):
    """Across and up a wall, whichever way it faces; on what lies flat, its own two axes."""
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: place}).outputs
    upward = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeTexCoord").outputs["Normal"]}).outputs[2]
    flat = n.math("GREATER_THAN", n.math("ABSOLUTE", upward), 0.7)
    wall = n.math("SUBTRACT", 1.0, flat)
    return n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY_ADD", y, wall, x), 1: n.math("ADD", n.math("MULTIPLY", z, wall), n.math("MULTIPLY", y, flat))}).outputs[0]


def brick(n, place, base, look, recipe):
    flat = _laid(n, place)
    node = n.node("ShaderNodeTexBrick", {"Vector": flat, "Color1": _shade(base, 0.72), "Color2": _shade(base, 1.2), "Mortar": (0.46, 0.43, 0.39, 1), "Scale": 1.0, "Mortar Size": 0.006,
                                         "Mortar Smooth": 0.25, "Brick Width": 0.22, "Row Height": 0.073})  # fmt: skip
    worn = n.noise(place, 60.0, detail=7)
    return n.mix(n.math("MULTIPLY", n.step(worn, 0.45, 0.75), 0.4), node.outputs[0], _shade(base, 0.5)), n.math("SUBTRACT", n.math("MULTIPLY", worn, 0.25), node.outputs[1]), 0.9


def terrazzo(n, place, base, look, recipe):
    cells = n.node("ShaderNodeTexVoronoi", {"Vector": place, "Scale": 85.0})
    chip = n.step(cells.outputs["Distance"], 0.42, 0.36)
    hue = n.node("ShaderNodeHueSaturation", {"Saturation": 0.35, "Value": 0.8, "Color": cells.outputs["Color"]}).outputs[0]
    return n.mix(n.math("MULTIPLY", chip, 0.8), base, hue), None, 0.0


def tile(n, place, base, look, recipe):
    flat = _laid(n, place)
    node = n.node("ShaderNodeTexBrick", {"Vector": flat, "Color1": base, "Color2": _shade(base, 0.95), "Mortar": (0.55, 0.53, 0.5, 1), "Scale": 1.0, "Mortar Size": 0.003, "Brick Width": 0.15, "Row Height": 0.15}, offset=0.0)
    return node.outputs[0], n.math("MULTIPLY", node.outputs[1], -1.0), 0.6


def flakes(n, place, base, look, recipe):
    sparkle = n.node("ShaderNodeRGBToBW", {0: n.cells(place, 4500.0, output="Color")}).outputs[0]
    return n.mix(n.math("MULTIPLY", n.step(sparkle, 0.75, 0.95), 0.25), base, _shade(base, 1.7)), None, 0.0


def waves(n, place, base, look, recipe):
    return base, n.noise(place, 9.0, detail=3), 0.35


def crust(n, place, base, look, recipe):
    broad, fine = n.noise(place, 5.0 / max(look.size, 0.05), detail=6), n.noise(place, 220.0, detail=5)
    colour = n.mix(n.step(broad, 0.32, 0.68), _shade(base, 0.55), _shade(base, 1.35))
    return n.mix(n.math("MULTIPLY", n.step(fine, 0.5, 0.75), 0.3), colour, _shade(base, 1.7)), n.math("ADD", fine, broad), 0.45


def crumb(n, place, base, look, recipe):
    pores = n.cells(place, 240.0, "SMOOTH_F1")
    return n.mix(n.step(pores, 0.1, 0.5), _shade(base, 0.72), base), pores, 0.8


def citrus(n, place, base, look, recipe):
    """Oil glands: dimples a millimetre apart, each a little deeper in colour, in a skin that swells and varies."""
    bent = n.node("ShaderNodeVectorMath", {0: place, 1: n.stretch(n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 240.0}).outputs["Color"], 0.0012, 0.0012, 0.0012)}, operation="ADD").outputs[0]
    pores = n.step(n.cells(bent, 720.0 if look.size < 0.12 else 300.0), 0.02, 0.62)
    swell = n.noise(place, 150.0, detail=3)
    colour = n.mix(n.math("MULTIPLY", n.step(pores, 0.75, 0.0), 0.28), _vary(n, place, base, 0.12, look), n.mix(1.0, base, (0.72, 0.66, 0.5, 1), "MULTIPLY"))
    return colour, n.math("ADD", pores, n.math("MULTIPLY", swell, 0.9)), 0.75


def apple(n, place, base, look, recipe):
    """Streaks from stalk to flower over a paler ground, and pale lenticels."""
    lines = n.noise(n.stretch(place, 1.0, 1.0, 0.16), 330.0, detail=3)
    broad = n.noise(n.stretch(place, 1.0, 1.0, 0.4), 38.0, detail=4)
    red = base[0] > 1.6 * base[1]
    under = n.mix(1.0, base, (1.5, 4.5, 1.5, 1) if red else (1.25, 1.12, 1.0, 1), "MULTIPLY")
    colour = n.mix(n.math("MULTIPLY", n.step(n.math("ADD", n.math("MULTIPLY", lines, 0.55), n.math("MULTIPLY", broad, 0.6)), 0.5, 0.8), 0.6), base, under)
    colour = n.mix(n.math("MULTIPLY", n.step(broad, 0.5, 0.3), 0.3), colour, _shade(base, 0.6))
    spots = n.step(n.math("ADD", n.cells(place, 230.0), n.math("MULTIPLY", n.noise(place, 90.0), 0.14)), 0.2, 0.15)
    return n.mix(n.math("MULTIPLY", spots, 0.55), colour, (0.72, 0.56, 0.32, 1)), n.math("ADD", n.noise(place, 60.0, detail=2), n.math("MULTIPLY", spots, 0.15)), 0.12


def peel(n, place, base, look, recipe):
    """A banana's: brown freckles and bruises, faint lines along."""
    lines = n.noise(place, 46.0, detail=6)
    colour = n.mix(n.step(lines, 0.3, 0.7), _shade(base, 0.9), _shade(base, 1.06))
    freckle = n.math("MULTIPLY", n.step(n.math("ADD", n.cells(place, 260.0), n.math("MULTIPLY", n.noise(place, 300.0), 0.2)), 0.26, 0.18), n.step(n.noise(place, 38.0), 0.46, 0.6))
    bruise = n.step(n.noise(place, 26.0, detail=7, roughness=0.7), 0.66, 0.72)
    colour = n.mix(n.math("MULTIPLY", freckle, 0.8), colour, (0.11, 0.05, 0.015, 1))
    return n.mix(n.math("MULTIPLY", bruise, 0.65), colour, (0.16, 0.075, 0.02, 1)), n.noise(place, 200.0, detail=3), 0.2


def baked(n, place, base, look, recipe):
    """Browned dough: uneven colour in soft patches, fine blisters and flour-dull specks."""
    broad, fine, blister = n.noise(place, 24.0, detail=5, roughness=0.6), n.noise(place, 520.0, detail=4), n.step(n.cells(place, 330.0, "SMOOTH_F1"), 0.0, 0.5)
    colour = n.mix(n.step(broad, 0.33, 0.68), n.mix(1.0, base, (0.62, 0.52, 0.45, 1), "MULTIPLY"), n.mix(1.0, base, (1.22, 1.25, 1.3, 1), "MULTIPLY"))
    colour = n.mix(n.math("MULTIPLY", n.step(fine, 0.52, 0.72), 0.25), colour, n.mix(1.0, base, (1.5, 1.6, 1.8, 1), "MULTIPLY"))
    return colour, n.math("ADD", n.math("MULTIPLY", fine, 0.8), n.math("MULTIPLY", blister, 0.35)), 0.5


def streaks(n, place, base, look, recipe):
    lines = n.noise(n.stretch(place, 9.0, 9.0, 1.0), 40.0, detail=5)
    spots = n.step(n.cells(place, 260.0), 0.12, 0.06)
    colour = n.mix(n.step(lines, 0.35, 0.7), _shade(base, 0.78), _shade(base, 1.22))
    return n.mix(n.math("MULTIPLY", spots, 0.25), colour, _shade(base, 1.6)), lines, 0.25


def bark(n, place, base, look, recipe):
    ridges = n.noise(n.stretch(place, 1.0, 1.0, 0.16), 46.0, detail=8, roughness=0.65, distortion=0.8)
    return n.mix(n.step(ridges, 0.35, 0.65), _shade(base, 0.4), _shade(base, 1.3)), ridges, 1.0


TEXTURES = {
    f.__name__: f
    for f in (plain, grain, glaze, ice, speckle, metal, brushed, rust, leather, velvet, fibre, fur, weave, twill, knit, corrugated, wood, marble, statuary, patina, granite, concrete, slate, brick, terrazzo, tile, flakes, waves, crust, crumb, citrus, apple, peel, baked, streaks, bark)
}  # fmt: skip


def finish(n: Nodes, place, shader, colour, roughness, height, strength: float, look: Look):
    """Change the surface as the finish words ask. Unknown words change nothing here (the reading has reported them)."""
    for word in look.finish:
        if word in ("matte", "rough"):
            roughness = n.math("MAXIMUM", roughness, 0.68)
            shader.inputs["Coat Weight"].default_value = 0.0
        elif word in ("glossy", "shiny", "polished"):
            roughness = n.math("MINIMUM", roughness, 0.12)
            shader.inputs["Coat Weight"].default_value = max(shader.inputs["Coat Weight"].default_value, 0.5)
        elif word in ("satin", "smooth"):
            roughness = n.math("MINIMUM", n.math("MAXIMUM", roughness, 0.26), 0.4)
        elif word == "frosted":
            roughness = n.math("MAXIMUM", roughness, 0.4)
        elif word == "brushed":
            height, strength = n.noise(n.stretch(place, 2.0, 90.0, 90.0), 14.0, detail=5), 0.15
        elif word == "wet":
            roughness = n.math("MINIMUM", roughness, 0.08)
            colour = n.mix(1.0, colour, (0.62, 0.62, 0.64, 1), "MULTIPLY")
            shader.inputs["Coat Weight"].default_value, shader.inputs["Coat Roughness"].default_value = 1.0, 0.03
        elif word == "dusty":
            up = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeNewGeometry").outputs["Normal"]}).outputs[2]
            dust = n.math("MULTIPLY", n.step(up, -0.2, 0.9), n.step(n.noise(place, 40.0, detail=6), 0.25, 0.6))
            colour = n.mix(n.math("MULTIPLY", dust, 0.62), colour, (0.5, 0.46, 0.4, 1))
            roughness = n.math("MAXIMUM", roughness, n.math("MULTIPLY", dust, 0.9))
        elif word in ("rusty", "rusted", "weathered", "worn", "old", "vintage", "distressed"):
            share = {"rusty": 0.44, "rusted": 0.44, "weathered": 0.56, "worn": 0.58}.get(word, 0.64)
            patch = n.step(n.noise(place, 3.2 / max(look.size, 0.05), detail=9, roughness=0.68), share, share + 0.06)
            under = (0.22, 0.075, 0.025, 1) if word.startswith("rust") else n.mix(1.0, colour, (0.55, 0.5, 0.45, 1), "MULTIPLY")
            colour = n.mix(n.math("MULTIPLY", patch, 0.9 if word.startswith("rust") else 0.6), colour, under)
            roughness = n.math("MAXIMUM", roughness, n.math("MULTIPLY", patch, 0.8))
        elif word == "cracked":
            cracks = n.node("ShaderNodeTexVoronoi", {"Vector": place, "Scale": 4.0 / max(look.size, 0.05)}, feature="DISTANCE_TO_EDGE").outputs["Distance"]
            height, strength = n.step(cracks, 0.0, 0.025), 0.9
            colour = n.mix(n.step(cracks, 0.015, 0.0), colour, (0.03, 0.025, 0.02, 1))
        elif word == "hammered":
            height, strength = n.cells(place, 9.0 / max(look.size, 0.05), "SMOOTH_F1"), 1.0
        elif word == "carved":
            height, strength = n.step(n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(place, 7.0 / max(look.size, 0.05), detail=1, distortion=2.0), 0.5)), 0.0, 0.06), 1.0
        elif word in ("knitted", "fluffy", "fuzzy", "furry"):
            colour, height, strength = (knit if word == "knitted" else fur)(n, place, look_base(look), look, {})
            shader.inputs["Sheen Weight"].default_value = 0.7
            roughness = n.math("MAXIMUM", roughness, 0.9)
        elif word in ("sparkling", "glittery"):
            glitter = n.node("ShaderNodeRGBToBW", {0: n.cells(place, 900.0, output="Color")}).outputs[0]
            shader.inputs["Metallic"].default_value = 0.6
            roughness = n.math("MULTIPLY", glitter, 0.5)
            height, strength = glitter, 0.6
        elif word == "translucent":
            shader.inputs["Transmission Weight"].default_value = max(shader.inputs["Transmission Weight"].default_value, 0.7)
        elif word == "bumpy":
            height, strength = n.noise(place, 6.0 / max(look.size, 0.05), detail=2), 1.0
    return colour, roughness, height, strength


def look_base(look: Look):
    from diorama_stage.materials.nodes import linear

    return linear(look.colours[0]) if look.colours else (0.4, 0.35, 0.3, 1)
