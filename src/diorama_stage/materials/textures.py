# SPDX-License-Identifier: GPL-3.0-or-later
"""Textures: each returns colour, height (or None) and bump strength. Features have real sizes (metres), limited so that they show on a thing of its size."""

from __future__ import annotations

import math

from diorama_stage.materials.look import Look
from diorama_stage.materials.metals import METALS
from diorama_stage.materials.nodes import Nodes
from diorama_stage.materials.stonework import STONES
from diorama_stage.materials.timber import wood
from diorama_stage.materials.tones import shade, vary
from diorama_stage.materials.weaves import CLOTH


def plain(n: Nodes, place, base, look: Look, recipe: dict):
    return vary(n, place, base, 0.05, look), None, 0.0


def grain(n, place, base, look, recipe):
    return vary(n, place, base, 0.08, look), n.noise(place, 700.0 if look.size < 0.5 else 260.0, detail=3), 0.25


def glaze(n, place, base, look, recipe):
    return vary(n, place, base, 0.06, look), n.noise(place, 1.6 / max(look.size, 0.04) * 8, detail=2), 0.18


def ice(n, place, base, look, recipe):
    """Melted smooth in hollows; see `clouding` for what is in it."""
    return vary(n, place, base, 0.02, look), n.noise(place, 3.5 / max(look.size, 0.03), detail=2), 0.5


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
    colour = n.mix(n.math("MULTIPLY", dark, 0.75), vary(n, place, base, 0.12, look), shade(base, 0.28))
    return colour, n.math("ADD", n.math("MULTIPLY", throwing, 0.7), n.math("MULTIPLY", n.noise(place, 500.0), 0.3)), 0.3


def corrugated(n, place, base, look, recipe):
    """Kraft liner: long fibres pressed flat in every direction, dark flecks of recycled pulp, and faintly the flutes beneath."""
    x = n.node("ShaderNodeSeparateXYZ", {0: place}).outputs[0]
    flute = n.math("SINE", n.math("MULTIPLY", n.math("ADD", x, n.math("MULTIPLY", n.noise(place, 12.0), 0.0012)), 900.0))
    felted = n.noise(place, 700.0, detail=4, roughness=0.7, distortion=1.5)
    flecks = n.step(n.math("ADD", n.cells(n.stretch(place, 1.0, 0.45, 0.45), 240.0), n.math("MULTIPLY", n.noise(place, 170.0), 0.3)), 0.24, 0.17)
    colour = n.mix(n.step(felted, 0.32, 0.68), shade(base, 0.86), shade(base, 1.1))
    colour = n.mix(n.step(n.noise(place, 22.0, detail=5), 0.35, 0.7), colour, n.mix(1.0, colour, (0.9, 0.88, 0.85, 1), "MULTIPLY"))
    colour = n.mix(n.math("MULTIPLY", flecks, 0.45), colour, shade(base, 0.4))
    colour = n.mix(n.math("MULTIPLY_ADD", flute, 0.03, 0.03), colour, shade(base, 0.7))
    return colour, n.math("ADD", n.math("MULTIPLY", flute, 0.6), felted), 0.12


def flakes(n, place, base, look, recipe):
    sparkle = n.node("ShaderNodeRGBToBW", {0: n.cells(place, 4500.0, output="Color")}).outputs[0]
    return n.mix(n.math("MULTIPLY", n.step(sparkle, 0.75, 0.95), 0.25), base, shade(base, 1.7)), None, 0.0


def waves(n, place, base, look, recipe):
    return base, n.noise(place, 9.0, detail=3), 0.35


def crust(n, place, base, look, recipe):
    broad, fine = n.noise(place, 5.0 / max(look.size, 0.05), detail=6), n.noise(place, 220.0, detail=5)
    colour = n.mix(n.step(broad, 0.32, 0.68), shade(base, 0.55), shade(base, 1.35))
    return n.mix(n.math("MULTIPLY", n.step(fine, 0.5, 0.75), 0.3), colour, shade(base, 1.7)), n.math("ADD", fine, broad), 0.45


def crumb(n, place, base, look, recipe):
    pores = n.cells(place, 240.0, "SMOOTH_F1")
    return n.mix(n.step(pores, 0.1, 0.5), shade(base, 0.72), base), pores, 0.8


def citrus(n, place, base, look, recipe):
    """Oil glands: dimples a millimetre apart, each a little deeper in colour, in a skin that swells and varies."""
    bent = n.node("ShaderNodeVectorMath", {0: place, 1: n.stretch(n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 240.0}).outputs["Color"], 0.0012, 0.0012, 0.0012)}, operation="ADD").outputs[0]
    pores = n.step(n.cells(bent, 720.0 if look.size < 0.12 else 300.0), 0.02, 0.62)
    swell = n.noise(place, 150.0, detail=3)
    colour = n.mix(n.math("MULTIPLY", n.step(pores, 0.75, 0.0), 0.28), vary(n, place, base, 0.12, look), n.mix(1.0, base, (0.72, 0.66, 0.5, 1), "MULTIPLY"))
    return colour, n.math("ADD", pores, n.math("MULTIPLY", swell, 0.9)), 0.75


def apple(n, place, base, look, recipe):
    """Streaks from stalk to flower over a paler ground that flows from yellow to the skin's colour, russet in blots, and lenticels in pale rings, dark within."""
    red, green = base[0] > 1.6 * base[1], base[1] > 1.15 * base[0]
    if green:  # a skin is never a pure green: yellow shows through from the flesh
        base = tuple(0.5 * c + 0.5 * own for c, own in zip(base[:3], (0.36, 0.44, 0.055), strict=True)) + (1,)
    lines = n.noise(n.stretch(place, 1.0, 1.0, 0.16), 330.0, detail=3)
    broad = n.noise(n.stretch(place, 1.0, 1.0, 0.4), 38.0, detail=4)
    flow = n.noise(place, 15.0, detail=3, distortion=0.6)
    under = n.mix(1.0, base, (1.5, 4.5, 1.5, 1) if red else (1.55, 1.18, 1.2, 1), "MULTIPLY")
    colour = n.mix(n.math("MULTIPLY", n.step(n.math("ADD", n.math("MULTIPLY", lines, 0.55), n.math("MULTIPLY", broad, 0.6)), 0.5, 0.8), 0.6), base, under)
    colour = n.mix(n.math("MULTIPLY", n.step(flow, 0.42, 0.7), 0.75), colour, under if red else (0.5, 0.4, 0.07, 1))
    if not red:  # the side that the sun saw
        colour = n.mix(n.math("MULTIPLY", n.step(n.math("ADD", flow, n.math("MULTIPLY", lines, 0.25)), 0.68, 0.86), 0.5), colour, (0.4, 0.13, 0.04, 1))
    colour = n.mix(n.math("MULTIPLY", n.step(broad, 0.5, 0.3), 0.3), colour, shade(base, 0.6))
    ring = n.math("ADD", n.cells(place, 260.0), n.math("MULTIPLY", n.noise(place, 90.0), 0.14))
    spots, dots = n.step(ring, 0.25, 0.19), n.step(ring, 0.13, 0.1)
    colour = n.mix(n.math("MULTIPLY", spots, 0.6), colour, (0.74, 0.6, 0.33, 1))
    colour = n.mix(n.math("MULTIPLY", dots, 0.6), colour, (0.2, 0.12, 0.05, 1))
    russet = n.math("MULTIPLY", n.step(n.noise(place, 60.0, detail=6, roughness=0.7), 0.64, 0.74), n.step(flow, 0.5, 0.36))
    colour = n.mix(n.math("MULTIPLY", russet, 0.55), colour, (0.3, 0.17, 0.06, 1))
    return colour, n.math("ADD", n.noise(place, 60.0, detail=2), n.math("MULTIPLY", spots, 0.15)), 0.12


def peel(n, place, base, look, recipe):
    """A banana's: brown freckles and bruises, faint lines along."""
    lines = n.noise(place, 46.0, detail=6)
    colour = n.mix(n.step(lines, 0.3, 0.7), shade(base, 0.9), shade(base, 1.06))
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
    colour = n.mix(n.step(lines, 0.35, 0.7), shade(base, 0.78), shade(base, 1.22))
    return n.mix(n.math("MULTIPLY", spots, 0.25), colour, shade(base, 1.6)), lines, 0.25


def bark(n: Nodes, place, base, look: Look, recipe: dict):
    """Plates between furrows that run up the trunk and join, each plate cracked across, grey with lichen here and there.

    `look.params`: along, degrees about Z by which a lying trunk is turned from X; without it the trunk stands; slim, how many times
    as slim for its length it is as a trunk: a branch's bark is finer.
    """
    params = dict(look.params)
    fine = min(max(0.8 / look.size, 0.5), 2.2) * float(params.get("slim", 1.0))
    if "along" in params:  # the trunk's length becomes Z
        lying = n.node("ShaderNodeVectorRotate", {"Vector": place, "Angle": -math.radians(float(params["along"]))}, rotation_type="Z_AXIS").outputs[0]
        place = n.node("ShaderNodeVectorRotate", {"Vector": lying, "Angle": -math.pi / 2}, rotation_type="Y_AXIS").outputs[0]
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 40.0 * fine, "Detail": 4.0}).outputs["Color"], 1: (0.022 / fine,) * 3, 2: place}, operation="MULTIPLY_ADD").outputs[0]
    plates = n.cells(n.stretch(bent, 1.0, 1.0, 0.16), 95.0 * fine, "DISTANCE_TO_EDGE")
    ridges = n.noise(n.stretch(place, 1.0, 1.0, 0.25), 170.0 * fine, detail=7, roughness=0.7, distortion=0.5)
    lift = n.math("MULTIPLY_ADD", ridges, 0.5, n.step(plates, 0.0, 0.16))
    colour = n.mix(n.step(lift, 0.2, 1.35), shade(base, 0.3), shade(base, 1.3))
    lichen = n.math("MULTIPLY", n.step(n.noise(place, 16.0 * fine, detail=6, roughness=0.65), 0.56, 0.68), n.step(plates, 0.06, 0.16))
    return n.mix(n.math("MULTIPLY", lichen, 0.35), colour, (0.27, 0.29, 0.22, 1)), lift, 1.0


def paper(n: Nodes, place, base, look: Look, recipe: dict):
    """Felted fibres, and the soft planes between faint folds that paper keeps from every hand."""
    size = max(min(look.size, 1.0), 0.05)
    pulp = n.noise(place, 620.0, detail=4, roughness=0.7, distortion=1.0)
    folds = n.cells(place, 3.2 / size, "SMOOTH_F1")
    colour = n.mix(n.step(pulp, 0.3, 0.7), shade(base, 0.93), shade(base, 1.03))
    return colour, n.math("MULTIPLY_ADD", pulp, 0.12, n.math("MULTIPLY", folds, 4.0 * size)), 0.6


def moss(n: Nodes, place, base, look: Look, recipe: dict):
    """Cushions of small stars, bright at the tips, nearly black between them."""
    fine = 1.0 if look.size < 0.6 else 0.5
    cushions = n.noise(place, 34.0 * fine, detail=3)
    tufts = n.cells(place, 260.0 * fine, "SMOOTH_F1")
    hairs = n.noise(place, 540.0 * fine, detail=4, roughness=0.75, distortion=1.0)
    lift = n.math("ADD", n.math("SUBTRACT", n.math("MULTIPLY", cushions, 1.6), n.math("MULTIPLY", tufts, 0.7)), n.math("MULTIPLY", hairs, 0.6))
    colour = n.mix(n.step(lift, 0.35, 1.05), shade(base, 0.16), base)
    return n.mix(n.math("MULTIPLY", n.step(lift, 0.85, 1.25), 0.7), colour, (min(base[0] * 2.4, 1.0), min(base[1] * 1.7, 1.0), base[2] * 1.1, 1)), lift, 1.0


def nacre(n: Nodes, place, base, look: Look, recipe: dict):
    """Nacre: layers thinner than light's waves, so that its colour goes from rose to green with the angle and the place."""
    size = max(min(look.size, 0.6), 0.02)
    facing = n.node("ShaderNodeLayerWeight", {"Blend": 0.4}).outputs["Facing"]
    drift = n.noise(place, 1.6 / size, detail=3, distortion=1.2)
    turn = n.math("FRACT", n.math("ADD", n.math("MULTIPLY", facing, 1.3), n.math("MULTIPLY", drift, 1.6)))
    hue = n.node("ShaderNodeCombineColor", {0: turn, 1: 0.42, 2: 1.0}, mode="HSV").outputs[0]
    return n.mix(0.42, base, n.mix(1.0, base, hue, "MULTIPLY")), n.noise(place, 5.0 / size, detail=2), 0.2


def tortoise(n: Nodes, place, base, look: Look, recipe: dict):
    """Horn of amber with brown clouds that run into each other."""
    size = max(min(look.size, 0.6), 0.04)
    cloud = n.noise(place, 4.5 / size, detail=4, roughness=0.55, distortion=0.9)
    colour = n.mix(n.step(cloud, 0.42, 0.54), base, (0.16, 0.045, 0.008, 1))
    return n.mix(n.step(cloud, 0.52, 0.64), colour, (0.012, 0.005, 0.003, 1)), None, 0.0


OWN = (plain, grain, glaze, ice, speckle, corrugated, wood, flakes, waves, crust, crumb, citrus, apple, peel, baked, streaks, bark, paper, moss, nacre, tortoise)
SHEETED = frozenset(("weave", "twill", "tweed", "corduroy", "drape", "knit", "wicker", "brushed", "brick", "tile", "mosaic"))
"""Textures laid along the surface (tones.sheet): they ask whether a thing is round."""
TEXTURES = {**{f.__name__: f for f in OWN}, **CLOTH, **METALS, **STONES}
