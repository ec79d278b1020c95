# SPDX-License-Identifier: GPL-3.0-or-later
"""Wood: planks cut lengthwise out of trunks. Year rings are cylinders round a heart that wanders, so a cut along them shows cathedrals in its middle and straight
grain at its edges; pores are short dark dashes along the grain. Lengths in metres: they do not scale with the thing."""

from __future__ import annotations

import math

from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes

USUAL = {"ring": 0.0028, "late": 0.5, "pores": 0.5, "figure": 0.22, "knots": 0.0}
"""Width of a year; how much darker its late wood is; how strong pores and broad colour figure are; share of knots. A species changes them (library.toml, [NAME.wood])."""
AXES = {"x": (0, 1, 2), "y": (1, 0, 2), "z": (2, 1, 0)}
GLUED = 0.5
"""Things larger than this are of several planks."""


def wood(n: Nodes, place, base, look: Look, recipe: dict):
    """`look.params`: along (the axis of the grain), plank and length (of boards; 0: one piece), gap (an open joint)."""
    kind, params = {**USUAL, **recipe.get("wood", {})}, dict(look.params)
    axes = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeTexCoord").outputs["Object"]}).outputs  # not `place`: its shift would put the heart metres away
    x, y, z = (axes[k] for k in AXES[str(params.get("along", "x"))])
    width = float(params.get("plank", 0.115 if look.size > GLUED else 0.0))
    x, y, own, joint = _planks(n, x, y, width, float(params.get("length", 0.0)), float(params.get("gap", 0.0)), look.seed)
    rings, knot = _rings(n, x, y, z, own, kind)
    year = n.node("ShaderNodeTexWhiteNoise", {"W": n.math("FLOOR", rings)}, noise_dimensions="1D").outputs["Value"]
    t = n.math("FRACT", rings)
    late = n.math("MULTIPLY", n.math("MULTIPLY", n.step(t, 0.2, 0.93), n.step(t, 1.0, 0.94)), n.math("MULTIPLY_ADD", year, 0.7, 0.3))
    fibre = n.noise(_vector(n, x, y, z, 7.0, 260.0), 1.0, detail=2, roughness=0.6)
    broad = n.noise(_vector(n, n.math("ADD", x, n.math("MULTIPLY", own[0], 9.0)), y, z, 1.1, 13.0), 1.0, detail=2)
    dashes = n.step(n.noise(_vector(n, x, y, z, 75.0, 1050.0), 1.0, detail=1), 0.6, 0.7)
    pores = n.math("MULTIPLY", dashes, n.math("MULTIPLY_ADD", n.step(t, 0.55, 0.0), 0.7, 0.3))
    colour = n.mix(n.math("MULTIPLY", late, kind["late"]), _times(base, 1.12, 1.1, 1.06), _times(base, 0.42, 0.34, 0.26))
    colour = n.mix(n.math("MULTIPLY", n.step(broad, 0.4, 0.68), kind["figure"]), colour, _times(base, 0.5, 0.46, 0.44))
    colour = n.mix(n.math("MULTIPLY", n.step(fibre, 0.35, 0.75), 0.22), colour, _times(base, 0.62, 0.58, 0.52))
    colour = n.mix(n.math("MULTIPLY", pores, kind["pores"]), colour, _times(base, 0.22, 0.18, 0.15))
    if knot is not None:
        colour = n.mix(n.math("MULTIPLY", knot, 0.85), colour, _times(base, 0.2, 0.13, 0.08))
    colour = n.node("ShaderNodeHueSaturation", {"Hue": n.math("MULTIPLY_ADD", own[1], 0.01, 0.495), "Saturation": n.math("MULTIPLY_ADD", own[2], 0.22, 0.87),
                                                "Value": n.math("MULTIPLY_ADD", own[0], 0.26, 0.86), "Color": colour}).outputs[0]  # fmt: skip
    # Relief is worked out three times over for its slope: it leaves the rings out, which cost most of the wood and hardly show in it
    # (a walnut top filling the picture took half as long again as a plain one; so it takes a quarter).
    height = n.math("SUBTRACT", n.math("MULTIPLY", fibre, 0.35), n.math("MULTIPLY", dashes, 0.65))
    if joint is not None:
        colour = n.mix(joint, colour, _times(base, 0.12, 0.1, 0.08))
        height = n.math("SUBTRACT", height, n.math("MULTIPLY", joint, 3.0))
    return colour, height, 0.3


def _times(base, r: float, g: float, b: float):
    return (*(min(c * k, 1.0) for c, k in zip(base[:3], (r, g, b), strict=True)), 1.0)


def _vector(n: Nodes, x, y, z, along: float, across: float):
    return n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", x, along), 1: n.math("MULTIPLY", y, across), 2: n.math("MULTIPLY", z, across)}).outputs[0]


def _planks(n: Nodes, x, y, width: float, length: float, gap: float, seed: int):
    """Coordinates within the plank, three numbers of its own (0 to 1), and the mask of open joints (None: there are none)."""
    if not width:
        own = n.node("ShaderNodeTexWhiteNoise", {"W": seed + 0.37}, noise_dimensions="1D").outputs["Color"]
        own = n.node("ShaderNodeSeparateXYZ", {0: own}).outputs
        return n.math("MULTIPLY_ADD", own[1], 7.3, x), y, own, None
    across = n.math("DIVIDE", y, width)
    lane, row = n.math("FLOOR", across), 0.5
    edge = n.math("MULTIPLY", n.math("SUBTRACT", 0.5, n.math("ABSOLUTE", n.math("SUBTRACT", n.math("FRACT", across), 0.5))), width)
    if length:
        shift = n.node("ShaderNodeTexWhiteNoise", {"W": lane}, noise_dimensions="1D").outputs["Value"]
        on = n.math("ADD", n.math("DIVIDE", x, length), shift)
        row = n.math("FLOOR", on)
        end = n.math("MULTIPLY", n.math("SUBTRACT", 0.5, n.math("ABSOLUTE", n.math("SUBTRACT", n.math("FRACT", on), 0.5))), length)
        edge = n.math("MINIMUM", edge, end)
    own = n.node("ShaderNodeTexWhiteNoise", {"Vector": n.node("ShaderNodeCombineXYZ", {0: lane, 1: row, 2: seed % 89 + 0.3}).outputs[0]}, noise_dimensions="3D").outputs["Color"]
    own = n.node("ShaderNodeSeparateXYZ", {0: own}).outputs
    local = n.math("MULTIPLY", n.math("SUBTRACT", n.math("FRACT", across), 0.5), width)
    return n.math("MULTIPLY_ADD", own[1], 7.3, x), local, own, n.step(edge, gap * 0.8, gap * 0.3) if gap else None


def _rings(n: Nodes, x, y, z, own, kind: dict):
    """Years counted from the heart, and the mask of knots (None: the species has none). Knots push the rings aside."""
    drift = n.node("ShaderNodeTexNoise", {"Vector": n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", x, 1.4), 1: n.math("MULTIPLY", own[0], 31.0)}).outputs[0], "Scale": 1.0, "Detail": 1.0})
    drift = n.node("ShaderNodeSeparateXYZ", {0: drift.outputs["Color"]}).outputs
    hy = n.math("ADD", y, n.math("ADD", n.math("MULTIPLY_ADD", own[1], 0.12, -0.06), n.math("MULTIPLY_ADD", drift[0], 0.03, -0.015)))
    hz = n.math("ADD", z, n.math("ADD", n.math("MULTIPLY_ADD", own[2], 0.05, 0.012), n.math("MULTIPLY_ADD", drift[1], 0.07, -0.035)))
    radius = n.math("SQRT", n.math("ADD", n.math("MULTIPLY", hy, hy), n.math("MULTIPLY", hz, hz)))
    wavy = n.noise(_vector(n, x, y, z, 2.6, 26.0), 1.0, detail=2)
    radius = n.math("MULTIPLY_ADD", wavy, 0.0035, radius)
    if not kind["knots"]:
        return n.math("DIVIDE", radius, kind["ring"]), None
    spot = n.node("ShaderNodeTexVoronoi", {"Vector": n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", x, 2.2), 1: n.math("MULTIPLY_ADD", own[0], 17.0, n.math("MULTIPLY", y, 3.2))}).outputs[0], "Scale": 1.0},
                  voronoi_dimensions="2D")  # fmt: skip
    far = n.math("DIVIDE", spot.outputs["Distance"], 2.7)
    here = n.math("GREATER_THAN", n.node("ShaderNodeSeparateXYZ", {0: spot.outputs["Color"]}).outputs[0], 1.0 - kind["knots"])
    pushed = n.math("MULTIPLY", here, n.math("EXPONENT", n.math("MULTIPLY", far, -math.log(2) / 0.014)))
    core = n.math("MULTIPLY", here, n.step(n.math("MULTIPLY_ADD", wavy, 0.008, far), 0.015, 0.008))
    return n.math("DIVIDE", n.math("MULTIPLY_ADD", pushed, 0.02, radius), kind["ring"]), core
