# SPDX-License-Identifier: GPL-3.0-or-later
"""Cloth, hides and what is woven: threads lie on the sheet (tones.sheet), so that they keep their pitch on a ball as on a table. Each returns colour, height and bump strength."""

from __future__ import annotations

import math

from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes
from diorama_stage.materials.tones import across, shade, sheet

WEAVE = {"pitch": 0.0016, "slub": 0.22, "gap": 0.42, "tone": 0.12}
"""Width of a thread (metres); how uneven threads are in thickness and dye; how dark it is between them; how far threads differ from each other."""
LARGE = 0.6
"""Things larger than this are seen from farther away: their threads are a little coarser."""


def velvet(n: Nodes, place, base, look: Look, recipe: dict):
    """A pile that is dark seen head on and bright at grazing angles, brushed this way and that in broad strokes."""
    facing = n.node("ShaderNodeLayerWeight", {"Blend": 0.42}).outputs["Facing"]
    strokes = n.noise(n.stretch(place, 1.0, 1.0, 0.5), 7.0 if look.size > 0.3 else 30.0, detail=3, distortion=0.8)
    lift = n.math("ADD", facing, n.math("MULTIPLY_ADD", n.step(strokes, 0.4, 0.62), 0.16, -0.08))
    return n.mix(n.step(lift, 0.0, 0.95), shade(base, 0.42), shade(base, 1.3)), n.noise(place, 900.0, detail=2), 0.2


def fibre(n: Nodes, place, base, look: Look, recipe: dict):
    """Felt: short curled hairs matted every way, a few lighter and darker ones among them."""
    coarse = 1.0 if look.size < LARGE else 0.6
    hairs = n.noise(place, 130.0 * coarse, detail=4, roughness=0.75, distortion=2.6)
    curls = n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(place, 80.0 * coarse, detail=2, distortion=3.0), 0.5))
    colour = n.mix(n.step(hairs, 0.33, 0.67), shade(base, 0.76), shade(base, 1.16))
    colour = n.mix(n.math("MULTIPLY", n.step(curls, 0.02, 0.0), 0.3), colour, shade(base, 1.6))
    return colour, n.math("ADD", hairs, n.math("MULTIPLY", n.step(curls, 0.04, 0.0), 0.4)), 0.55


def nap(n: Nodes, place, base, look: Look, recipe: dict):
    """Suede: a short nap that lies lighter or darker as a hand brushed it, with the pores of the hide."""
    brushed = n.noise(place, 2.2 / max(min(look.size, 0.9), 0.06), detail=5, roughness=0.65, distortion=0.3)
    grain = n.noise(place, 420.0 if look.size < LARGE else 380.0, detail=3, roughness=0.7)
    colour = n.mix(n.step(brushed, 0.36, 0.64), shade(base, 0.86), shade(base, 1.1))
    return n.mix(n.math("MULTIPLY", n.step(grain, 0.35, 0.65), 0.4), colour, shade(base, 0.72)), grain, 0.45


def fur(n: Nodes, place, base, look: Look, recipe: dict):
    """Locks that part and overlap, each of fine hairs, dark where they lie open."""
    coarse = 1.0 if look.size < LARGE else 0.6
    locks = n.noise(n.stretch(place, 1.0, 1.0, 0.5), 60.0 * coarse, detail=2, distortion=1.4)
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 38.0 * coarse, "Detail": 1.0}).outputs["Color"], 1: (0.03, 0.03, 0.03), 2: place}, operation="MULTIPLY_ADD").outputs[0]
    hair = n.noise(n.stretch(bent, 1.0, 1.0, 0.2), 460.0 * coarse, detail=3, roughness=0.7)
    lift = n.math("ADD", n.math("MULTIPLY", hair, 0.6), n.math("MULTIPLY", locks, 0.4))
    colour = n.mix(n.step(lift, 0.36, 0.64), shade(base, 0.42), shade(base, 1.25))
    return n.mix(n.math("MULTIPLY", n.step(hair, 0.6, 0.72), 0.35), colour, shade(base, 1.7)), lift, 0.9


def weave(n: Nodes, place, base, look: Look, recipe: dict):
    """Threads over and under, each of its own thickness and dye, both ways; `creased`: the sharp folds of cloth that was lying in a cupboard."""
    kind = {**WEAVE, **recipe.get("weave", {})}
    pitch = kind["pitch"] * (1.0 if look.size < LARGE else 1.3)
    u, v = sheet(n, place, look)
    sway = n.math("MULTIPLY", n.noise(place, 28.0, detail=1), 0.9)
    a, b = (n.math("ADD", n.math("DIVIDE", k, pitch), sway) for k in (u, v))
    column, row = n.math("FLOOR", a), n.math("FLOOR", b)
    warp, weft = (n.math("SINE", n.math("MULTIPLY", n.math("FRACT", k), math.pi)) for k in (a, b))
    over, under = (n.math("SINE", n.math("MULTIPLY", n.math("ADD", k, m), math.pi)) for k, m in ((b, column), (a, row)))
    high, low = n.math("MULTIPLY_ADD", over, 0.5, warp), n.math("MULTIPLY_ADD", under, -0.5, weft)
    on_top = n.math("GREATER_THAN", high, low)
    own = n.node("ShaderNodeMix", {0: on_top, 2: across(n, v, row, 8.0, 5.3), 3: across(n, u, column, 8.0, 5.3)}, data_type="FLOAT").outputs[0]
    bundle = n.math("MAXIMUM", across(n, u, v, 11.0, 0.34 / pitch), across(n, u, v, 0.34 / pitch, 11.0))
    thread = n.math("MAXIMUM", high, low)
    colour = n.mix(n.step(own, 0.3, 0.7), shade(base, 1 - kind["tone"]), shade(base, 1 + kind["tone"]))
    colour = n.mix(n.math("MULTIPLY", n.step(bundle, 0.5, 0.74), kind["slub"] if look.size < LARGE or dict(look.params).get("creased") else kind["slub"] / 3), colour, shade(base, 0.62))
    colour = n.mix(n.math("MULTIPLY", n.step(thread, 1.0, 0.25), kind["gap"]), colour, shade(base, 0.22))
    height = n.math("ADD", n.math("MULTIPLY", thread, 0.7), bundle)
    if dict(look.params).get("creased"):
        bent = n.noise(place, 5.0, detail=4, distortion=0.7)
        sharp = n.math("SUBTRACT", 1.0, n.step(n.math("ABSOLUTE", n.math("SUBTRACT", bent, 0.5)), 0.0, 0.05))
        height = n.math("ADD", height, n.math("MULTIPLY", n.math("ADD", sharp, n.math("MULTIPLY", n.noise(place, 14.0, detail=2), 3.0)), 2.2))
    return colour, height, 0.3


def twill(n: Nodes, place, base, look: Look, recipe: dict):
    """Denim: dyed warp over pale weft in diagonal ribs, warp threads of uneven dye, rubbed pale in places."""
    pitch = 0.0026 if look.size < LARGE else 0.003
    u, v = sheet(n, place, look)
    slant = n.math("FRACT", n.math("DIVIDE", n.math("ADD", n.math("MULTIPLY_ADD", n.noise(place, 45.0, detail=1), 0.0012, v), u), pitch))
    rib = n.math("SINE", n.math("MULTIPLY", slant, math.pi))
    steps = n.math("SINE", n.math("MULTIPLY", u, 2 * math.pi / (pitch * 0.62)))
    weft = n.math("MULTIPLY", n.step(rib, 0.8, 0.15), n.step(steps, -1.4, 0.0))
    thread = across(n, u, v, 640.0, 90.0)
    worn = n.step(n.noise(place, 1.6 / max(min(look.size, 0.8), 0.1), detail=5, roughness=0.6), 0.42, 0.75)
    colour = n.mix(n.step(thread, 0.3, 0.7), shade(base, 0.84), shade(base, 1.1))
    colour = n.mix(n.math("MULTIPLY", weft, n.math("MULTIPLY_ADD", worn, 0.22, 0.4)), colour, (0.5, 0.52, 0.53, 1))
    colour = n.mix(n.math("MULTIPLY", worn, 0.1), colour, (0.4, 0.46, 0.54, 1))
    return colour, n.math("ADD", n.math("MULTIPLY", rib, 0.8), n.math("MULTIPLY", thread, 0.5)), 0.4


def tweed(n: Nodes, place, base, look: Look, recipe: dict):
    """Herringbone of a dark and a pale yarn, with flecks of other wools spun in."""
    pitch, wide = (0.0042, 0.024) if look.size < LARGE else (0.008, 0.046)
    u, v = sheet(n, place, look)
    zigzag = n.math("ABSOLUTE", n.math("SUBTRACT", n.math("FRACT", n.math("DIVIDE", u, wide)), 0.5))
    slant = n.math("FRACT", n.math("ADD", n.math("DIVIDE", v, pitch), n.math("ADD", n.math("MULTIPLY", zigzag, 1.2 * wide / pitch), n.noise(place, 170.0, detail=2))))
    rib = n.math("SINE", n.math("MULTIPLY", slant, math.pi))
    hairs = n.noise(place, 520.0, detail=3, roughness=0.7, distortion=1.5)
    colour = n.mix(n.step(n.math("MULTIPLY_ADD", hairs, 0.5, rib), 0.55, 1.1), shade(base, 0.34), shade(base, 1.45))
    fleck = n.node("ShaderNodeTexVoronoi", {"Vector": place, "Scale": 260.0})
    rare = n.node("ShaderNodeSeparateXYZ", {0: fleck.outputs["Color"]}).outputs
    dye = n.node("ShaderNodeCombineColor", {0: n.math("MULTIPLY", rare[1], 0.16), 1: 0.65, 2: 0.34}, mode="HSV").outputs[0]
    spot = n.math("MULTIPLY", n.math("GREATER_THAN", rare[0], 0.93), n.step(fleck.outputs["Distance"], 0.4, 0.2))
    return n.mix(n.math("MULTIPLY", spot, 0.7), colour, dye), n.math("ADD", rib, hairs), 0.5


def corduroy(n: Nodes, place, base, look: Look, recipe: dict):
    """Wales of cut pile side by side, dark in the grooves."""
    u, v = sheet(n, place, look)
    wale = n.math("SINE", n.math("MULTIPLY", n.math("FRACT", n.math("DIVIDE", n.math("MULTIPLY_ADD", n.noise(place, 18.0, detail=1), 0.001, u), 0.0042 if look.size < LARGE else 0.006)), math.pi))
    pile = across(n, u, v, 500.0, 170.0)
    rubbed = n.noise(place, 2.0 / max(min(look.size, 0.9), 0.06), detail=3)
    top = n.mix(n.step(n.math("MULTIPLY_ADD", pile, 0.5, rubbed), 0.55, 0.95), shade(base, 0.85), shade(base, 1.3))
    return n.mix(n.step(wale, 0.1, 0.75), shade(base, 0.2), top), n.math("MULTIPLY_ADD", pile, 0.12, n.math("POWER", wale, 0.7)), 1.0


def drape(n: Nodes, place, base, look: Look, recipe: dict):
    """Satin and silk: threads too fine to see, and soft folds that the light runs along."""
    size = max(min(look.size, 1.2), 0.08)
    fold = n.noise(n.stretch(place, 1.0, 1.0, 0.45), 2.6 / size, detail=2, roughness=0.4, distortion=1.1)
    u, v = sheet(n, place, look)
    slub = across(n, u, v, 30.0, 900.0)
    colour = n.mix(n.step(slub, 0.35, 0.7), shade(base, 0.93), shade(base, 1.05))
    return colour, n.math("MULTIPLY_ADD", slub, 0.004, n.math("MULTIPLY", fold, size)), 0.8


def knit(n: Nodes, place, base, look: Look, recipe: dict):
    """Stocking stitch: columns of V, each leg a twist of yarn that leans to the middle; hairs stand off it."""
    wide = float(dict(look.params).get("stitch", recipe.get("stitch", 0.006))) * (1.0 if look.size < LARGE else 1.6)
    u, v = sheet(n, place, look)
    column = n.math("DIVIDE", n.math("MULTIPLY_ADD", n.noise(place, 16.0, detail=1), wide * 0.5, u), wide)
    leg = n.math("ABSOLUTE", n.math("MULTIPLY_ADD", n.math("FRACT", column), 2.0, -1.0))  # 0 in the middle of a column, 1 between columns
    row = n.math("SUBTRACT", n.math("DIVIDE", v, wide * 0.78), n.math("MULTIPLY", leg, 0.85))
    round_leg = n.math("SINE", n.math("MULTIPLY", leg, math.pi))
    round_row = n.math("SINE", n.math("MULTIPLY", n.math("FRACT", row), math.pi))
    yarn = n.math("MULTIPLY", n.math("POWER", round_leg, 0.5), n.math("POWER", round_row, 0.6))
    ply = n.noise(place, 2.6 / wide, detail=3, roughness=0.7, distortion=1.0)
    colour = n.mix(n.step(n.math("MULTIPLY_ADD", ply, 0.3, yarn), 0.2, 1.0), shade(base, 0.32), shade(base, 1.18))
    return n.mix(n.math("MULTIPLY", n.step(ply, 0.35, 0.65), 0.25), colour, shade(base, 0.7)), n.math("MULTIPLY_ADD", ply, 0.22, yarn), 1.0


def wicker(n: Nodes, place, base, look: Look, recipe: dict):
    """Flat canes woven round upright stakes, over one and under the next."""
    high, wide = (0.008, 0.018) if look.size < LARGE else (0.012, 0.03)
    u, v = sheet(n, place, look)
    row, stake = n.math("DIVIDE", v, high), n.math("DIVIDE", u, wide)
    cane = n.math("SINE", n.math("MULTIPLY", n.math("FRACT", row), math.pi))
    swell = n.math("SINE", n.math("MULTIPLY", n.math("ADD", stake, n.math("FLOOR", row)), math.pi))
    lift = n.math("MULTIPLY", n.math("POWER", cane, 0.6), n.math("MULTIPLY_ADD", swell, 0.45, 0.55))
    own = n.node("ShaderNodeTexWhiteNoise", {"W": n.math("FLOOR", row)}, noise_dimensions="1D").outputs["Value"]
    grain = across(n, u, v, 26.0, 900.0)
    colour = n.mix(n.math("MULTIPLY_ADD", n.math("SUBTRACT", grain, 0.5), 0.9, own), shade(base, 0.62), shade(base, 1.15))
    return n.mix(n.step(lift, 0.34, 0.06), colour, shade(base, 0.14)), n.math("MULTIPLY_ADD", grain, 0.08, lift), 1.0


def leather(n: Nodes, place, base, look: Look, recipe: dict):
    """Pebbled grain between fine lines, creases where it was bent, paler where it was rubbed."""
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 60.0}).outputs["Color"], 1: (0.0035, 0.0035, 0.0035), 2: place}, operation="MULTIPLY_ADD").outputs[0]
    pebbles = n.cells(bent, 420.0 if look.size < LARGE else 260.0, "DISTANCE_TO_EDGE")
    creases = n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(place, 1.1 / max(look.size, 0.08) + 6.0, detail=5, roughness=0.6, distortion=0.5), 0.5))
    crease = n.step(creases, 0.022, 0.0)
    worn = n.noise(place, 4.0 / max(look.size, 0.05), detail=5)
    colour = n.mix(n.step(worn, 0.35, 0.75), shade(base, 0.82), shade(base, 1.18))
    colour = n.mix(n.math("MULTIPLY", crease, 0.35), colour, shade(base, 0.5))
    colour = n.mix(n.math("MULTIPLY", n.step(pebbles, 0.14, 0.0), 0.5), colour, shade(base, 0.5))
    return colour, n.math("SUBTRACT", n.step(pebbles, 0.0, 0.3), n.math("MULTIPLY", crease, 1.5)), 0.6


CLOTH = {f.__name__: f for f in (velvet, fibre, nap, fur, weave, twill, tweed, corduroy, drape, knit, wicker, leather)}
