# SPDX-License-Identifier: GPL-3.0-or-later
"""Metals, bare and overgrown. Each returns colour, height and bump strength."""

from __future__ import annotations

from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes
from diorama_stage.materials.tones import across, shade, sheet, times, vary


def metal(n, place, base, look, recipe):
    """A surface that was handled: hairline scratches this way and that in patches, and tarnish where the recipe has some."""
    tarnish = float(recipe.get("tarnish", 0.0))
    colour = vary(n, place, base, 0.04, look)
    if tarnish:
        dull = n.step(n.noise(place, 2.2 / max(look.size, 0.03), detail=7, roughness=0.65), 0.4, 0.72)
        colour = n.mix(n.math("MULTIPLY", dull, tarnish), colour, n.mix(1.0, base, (0.52, 0.42, 0.36, 1), "MULTIPLY"))
    scratches = n.value(0.0)
    for axis, angle in enumerate((0.4, 1.9, 2.7)):
        turned = n.node("ShaderNodeVectorRotate", {"Vector": place, "Rotation": (angle * 0.6, angle * 0.3, angle)}, rotation_type="EULER_XYZ").outputs[0]
        line = n.step(n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(n.stretch(turned, 9.0, 300.0, 300.0), 1.0, detail=1), 0.5)), 0.012, 0.0)
        scratches = n.math("MAXIMUM", scratches, n.math("MULTIPLY", line, n.step(n.noise(turned, 40.0 + 9 * axis), 0.5, 0.65)))
    return colour, n.math("SUBTRACT", n.noise(n.stretch(place, 1, 1, 7), 260.0, detail=4), n.math("MULTIPLY", scratches, 2.0)), 0.05


def brushed(n: Nodes, place, base, look: Look, recipe: dict):
    """Fine parallel scratches, bundled in streaks, that run round a thing."""
    u, v = sheet(n, place, look)
    lines, streaks = across(n, u, v, 9.0, 1500.0, detail=3), across(n, u, v, 4.0, 240.0)
    tone = n.math("ADD", n.math("MULTIPLY", lines, 0.6), n.math("MULTIPLY", streaks, 0.4))
    far = look.size > 0.25  # seen from where its lines are finer than what a lens resolves: too deep, they are the pores of a stone
    return n.mix(n.step(tone, 0.32, 0.68), shade(base, 0.86 if far else 0.76), shade(base, 1.08)), tone, 0.12 if far else 0.3


def rust(n: Nodes, place, base, look: Look, recipe: dict):
    """Scale that lifts in flakes: dark old crust, orange powder where it is fresh, both fine-grained, pitted through."""
    size = max(min(look.size, 1.0), 0.08)
    broad = n.noise(place, 3.4 / size, detail=12, roughness=0.8)
    grit = n.noise(place, 300.0, detail=4, roughness=0.8)
    pits = n.step(n.math("MULTIPLY_ADD", n.noise(place, 60.0), 0.5, n.cells(place, 120.0)), 0.42, 0.24)
    flakes = n.step(n.noise(place, 5.0 / size, detail=9, roughness=0.72), 0.55, 0.6)
    powder = n.math("MULTIPLY_ADD", n.math("SUBTRACT", grit, 0.5), 0.5, broad)
    colour = n.mix(n.step(powder, 0.38, 0.52), times(base, 0.24, 0.24, 0.32), base)
    colour = n.mix(n.math("MULTIPLY", n.step(powder, 0.52, 0.62), 0.8), colour, (0.46, 0.17, 0.045, 1))
    colour = n.mix(n.math("MULTIPLY", flakes, 0.6), colour, times(base, 0.3, 0.26, 0.3))
    colour = n.mix(n.math("MULTIPLY", pits, 0.75), colour, times(base, 0.14, 0.11, 0.12))
    return colour, n.math("ADD", n.math("MULTIPLY_ADD", grit, 0.7, flakes), n.math("MULTIPLY", pits, -1.2)), 1.0


def cast(n: Nodes, place, base, look: Look, recipe: dict):
    """Poured in sand: the skin keeps the grains of the mould."""
    grain = n.noise(place, 420.0 if look.size < 1 else 200.0, detail=2, roughness=0.5)
    worn = n.noise(place, 3.0 / max(look.size, 0.05), detail=6, roughness=0.65)
    return n.mix(n.step(worn, 0.42, 0.72), shade(base, 0.8), times(base, 1.35, 1.2, 1.1)), grain, 0.9


def patina(n, place, base, look, recipe):
    """Bronze under wax: the brown lies unevenly, redder where it is thin, with a breath of green."""
    broad, fine = n.noise(place, 5.0 / max(look.size, 0.1), detail=6), n.noise(place, 40.0 / max(look.size, 0.1), detail=5)
    red = (min(base[0] * 1.35, 1.0), base[1] * 0.95, base[2] * 0.8, 1)
    green = (base[0] * 0.55, base[1] * 0.95, base[2] * 1.1, 1)
    colour = n.mix(n.math("MULTIPLY", n.step(broad, 0.4, 0.7), 0.6), base, red)
    return n.mix(n.math("MULTIPLY", n.step(fine, 0.55, 0.75), 0.45), colour, green), n.noise(place, 240.0, detail=4), 0.08


def verdigris(n: Nodes, place, base, look: Look, recipe: dict):
    """Copper left in the rain: blue-green crust, paler where it is thick, in runs downwards, brown metal where it was rubbed."""
    size = max(min(look.size, 1.5), 0.08)
    thick = n.noise(n.stretch(place, 1.0, 1.0, 0.6), 5.0 / size, detail=10, roughness=0.78)
    grit = n.noise(place, 380.0, detail=4, roughness=0.7)
    bare = n.step(n.noise(place, 2.2 / size, detail=10, roughness=0.76), 0.55, 0.6)
    colour = n.mix(n.step(thick, 0.36, 0.64), times(base, 0.42, 0.56, 0.56), times(base, 1.5, 1.3, 1.25))
    colour = n.mix(n.math("MULTIPLY", n.step(grit, 0.5, 0.7), 0.3), colour, times(base, 1.9, 1.5, 1.45))
    return n.mix(n.math("MULTIPLY", bare, 0.85), colour, (0.09, 0.045, 0.022, 1)), n.math("SUBTRACT", n.math("MULTIPLY_ADD", grit, 0.5, thick), bare), 0.6


def leaf(n: Nodes, place, base, look: Look, recipe: dict):
    """Sheets of beaten gold laid edge over edge by hand: fine creases, torn laps where red bole shows."""
    size = max(min(look.size, 1.0), 0.08)
    bent = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": 6.0 / size, "Detail": 5.0}).outputs["Color"], 1: (0.05 * size,) * 3, 2: place}, operation="MULTIPLY_ADD").outputs[0]
    laps = n.node("ShaderNodeTexVoronoi", {"Vector": bent, "Scale": 3.4 / size, "Randomness": 0.6}, distance="CHEBYCHEV")
    own = n.node("ShaderNodeSeparateXYZ", {0: laps.outputs["Color"]}).outputs[0]
    creases = n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(place, 9.0 / size, detail=6, roughness=0.6, distortion=1.2), 0.5))
    torn = n.step(n.noise(place, 5.0 / size, detail=9, roughness=0.75, distortion=0.6), 0.61, 0.64)
    colour = n.mix(own, times(base, 0.86, 0.8, 0.7), base)
    return n.mix(n.math("MULTIPLY", torn, 0.9), colour, (0.16, 0.03, 0.015, 1)), n.math("ADD", n.math("MULTIPLY_ADD", n.step(creases, 0.0, 0.05), 0.5, n.math("MULTIPLY", own, 0.6)), n.math("MULTIPLY", torn, -0.4)), 0.7


METALS = {f.__name__: f for f in (metal, brushed, rust, cast, patina, verdigris, leaf)}
