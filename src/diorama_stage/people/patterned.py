# SPDX-License-Identifier: GPL-3.0-or-later
"""Patterns on clothes: as large as cloth is woven and printed with them, along each piece that a garment is cut from."""

from __future__ import annotations

from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes
from diorama_stage.materials.patterns import pattern

REPEATS = {
    "checks": 0.072, "gingham": 0.072, "plaid": 0.13, "stripes": 0.052, "vertical_stripes": 0.052, "dots": 0.052, "houndstooth": 0.05, "herringbone": 0.06,
    "zigzag": 0.08, "diamonds": 0.1, "stars": 0.1, "hearts": 0.1,
}  # fmt: skip
"""After what way a pattern comes again, metres."""
REPEAT = 0.16
WOVEN = {"checks": "gingham"}
"""What a pattern is in cloth: checks are woven of dyed and white threads, and have half tones between."""
SHOULDER, ARM_OUT = (0.168, 1.342), 0.73
"""Where an arm begins on the base mesh (beside the middle, over the soles, metres), and how far it is held out there, radians from hanging."""
SLEEVE_FROM, SLEEVE_OUT = 0.16, 0.45
"""How far from the middle sleeves begin at the shoulder, and how much farther out by how much lower."""


def patterned(n: Nodes, rest, colour, hexes: tuple[str, ...], kind: str, tall: float, seed: int):
    """The cloth's colour with its pattern. `rest`: where the cloth is at rest, metres; `tall`: the figure by the base mesh."""
    look = Look(
        material="cotton", colours=hexes, pattern=WOVEN.get(kind, kind), finish=(), size=0.6, seed=seed, params=(("repeat", REPEATS.get(kind, REPEAT)),)
    )
    (hung,) = n.group("hung", (rest,), lambda inner, at: (_hung(inner, at, tall),))
    return pattern(n, colour, look, hung)


def _hung(n: Nodes, rest, tall: float):
    """Where cloth is at rest, its sleeves turned down as they were cut: along an arm, not across it."""
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: rest}).outputs
    side = n.math("SIGN", x)
    beside = n.math("ABSOLUTE", x)
    away = n.math("SUBTRACT", beside, SHOULDER[0] * tall)
    down = n.math("SUBTRACT", SHOULDER[1] * tall, z)
    edge = n.math("ADD", SLEEVE_FROM * tall, n.math("MULTIPLY", n.math("MAXIMUM", down, 0.0), SLEEVE_OUT))
    on = n.math("GREATER_THAN", beside, edge)
    from_shoulder = n.node("ShaderNodeCombineXYZ", {0: away, 1: y, 2: n.math("MULTIPLY", down, -1.0)}).outputs[0]
    turned = n.node("ShaderNodeVectorRotate", {"Vector": from_shoulder, "Angle": ARM_OUT}, rotation_type="Y_AXIS").outputs[0]
    u, v, w = n.node("ShaderNodeSeparateXYZ", {0: turned}).outputs
    sleeve = n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", u, side), 1: v, 2: w}).outputs[0]
    return n.mix(on, rest, sleeve)
