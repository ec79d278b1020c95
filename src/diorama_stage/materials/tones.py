# SPDX-License-Identifier: GPL-3.0-or-later
"""What textures share: lighter and darker, soft patches, and coordinates on a sheet that wraps any form."""

from __future__ import annotations

from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes


def shade(colour, k: float):
    return (*(min(c * k, 1.0) for c in colour[:3]), 1.0)


def times(colour, r: float, g: float, b: float):
    return (*(min(c * k, 1.0) for c, k in zip(colour[:3], (r, g, b), strict=True)), 1.0)


LIVED = 1.7
"""How much more uneven a thing is that was made, handled and kept than what is new: no surface in a photograph is of one colour."""


def vary(n: Nodes, place, base, amount: float, look: Look, scale: float | None = None):
    """The base colour, lighter and darker in soft patches from a third of a thing's size down to a hundredth."""
    noise, amount = n.noise(place, scale or 3.0 / max(look.size, 0.02), detail=7, roughness=0.62), LIVED * amount
    return n.mix(n.step(noise, 0.3, 0.7), shade(base, 1 - amount), shade(base, 1 + amount))


def sheet(n: Nodes, place, look: Look):
    """Two coordinates along the surface, metres: across and up a wall whichever way it faces, and the two axes of what lies flat. Nowhere stretched by more than √2.
    What is round (`look.params`: round, its radius) has them run round it without a corner; they meet at its back."""
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: place}).outputs
    facing = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeTexCoord").outputs["Normal"]}, operation="ABSOLUTE").outputs[0]
    nx, ny, nz = n.node("ShaderNodeSeparateXYZ", {0: facing}).outputs
    blend = lambda share, a, b: n.node("ShaderNodeMix", {0: share, 2: a, 3: b}, data_type="FLOAT").outputs[0]  # noqa: E731
    radius = float(dict(look.params).get("round", 0.0))
    if radius:
        own_x, own_y, _ = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeTexCoord").outputs["Object"]}).outputs
        flat = n.math("GREATER_THAN", nz, 0.88)
        return blend(flat, n.math("MULTIPLY", n.math("ARCTAN2", own_x, n.math("MULTIPLY", own_y, -1.0)), radius), x), blend(flat, z, y)
    flat = n.math("GREATER_THAN", nz, n.math("MAXIMUM", nx, ny))
    side = n.math("MULTIPLY", n.math("GREATER_THAN", nx, ny), n.math("SUBTRACT", 1.0, flat))
    return blend(side, x, y), blend(flat, z, y)


def across(n: Nodes, u, v, scale_u: float, scale_v: float, *, detail: float = 2.0):
    """Noise on the sheet, with its own scale (per metre) along each of its axes: threads, streaks, brush strokes."""
    at = n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", u, scale_u), 1: n.math("MULTIPLY", v, scale_v)}).outputs[0]
    return n.node("ShaderNodeTexNoise", {"Vector": at, "Scale": 1.0, "Detail": detail}, noise_dimensions="2D").outputs[0]
