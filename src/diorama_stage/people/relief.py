# SPDX-License-Identifier: GPL-3.0-or-later
"""The grain of skin: pores, the net of fine lines between them, the lips' furrows; how it shades, shines and stands out.

Sizes are those of coarse skin (pores of 0.3 to 0.5 mm some 1.3 mm apart, lines 1.1 mm apart): what is finer than half a pixel cannot be seen.
"""

from __future__ import annotations

import numpy as np

from diorama_stage.materials.nodes import Nodes
from diorama_stage.people.complexion import CHEEK, NOSE, Face
from diorama_stage.people.who import Who

FOREHEAD, CHIN_FRONT, LOWER_LID = (0.0, -0.146, 0.77), (0.0, -0.148, 0.628), (0.031, -0.137, 0.716)
PORES, LINES = 760.0, 900.0
"""A metre."""
AGED = 420.0
"""The net that thin old skin folds into, a metre."""
LIPS_SMOOTHER, LIPS_WET = 0.08, 0.09
"""How much smoother than skin lips are, and the weight of what wets them: with twice as much dark lips had white streaks of the window."""
DEPTH = 0.00042
"""Metres that one unit of height is."""


class Grain:
    """`place`: metres on the base mesh, so that the grain goes with the face; `lips`: 1 on them."""

    def __init__(self, n: Nodes, place, face: Face, who: Who, lips):
        self.n, self.who, self.face, self.lips = n, who, face, lips
        self.age = float(np.clip(who.age / 18, 0.2, 1)) * (0.85 if who.female else 1.0)
        """How coarse it is: a child's is hardly seen."""
        warped = n.node("ShaderNodeVectorMath", {0: place, 1: n.stretch(self._vector(place, 240.0), 0.0012, 0.0012, 0.0012)}, operation="ADD").outputs[0]
        self.warped = warped
        nose = n.math("MAXIMUM", face.spot(NOSE, 0.03), n.math("MULTIPLY", face.spot(CHEEK, 0.036), 0.75))
        self.coarse = n.math("ADD", 0.42, n.math("MULTIPLY", nose, 0.58))
        open_ = n.math("SUBTRACT", 1.0, n.step(n.cells(warped, PORES), 0.12, 0.42))
        self.pores = n.math("MULTIPLY", n.math("MULTIPLY", open_, self.coarse), n.step(n.noise(place, 420.0, detail=1), 0.3, 0.6))
        self.lines = n.math("SUBTRACT", 1.0, n.step(n.cells(n.stretch(warped, 1.0, 1.0, 1.25), LINES, "DISTANCE_TO_EDGE"), 0.0, 0.22))
        self.lumps = n.noise(place, 330.0, detail=4, roughness=0.62)
        self.swells = n.noise(place, 75.0, detail=2)
        furrows = n.noise(n.stretch(place, 1.0, 0.35, 0.16), 700.0, detail=3, roughness=0.6, distortion=0.3)
        self.furrows = n.math("MULTIPLY", n.step(furrows, 0.55, 0.3), lips)

    def _vector(self, place, scale: float):
        noise = self.n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": scale, "Detail": 1.0})
        return self.n.node("ShaderNodeVectorMath", {0: noise.outputs["Color"], 1: (0.5, 0.5, 0.5)}, operation="SUBTRACT").outputs[0]

    def shaded(self, colour):
        """Less light comes out of pores and lines, and what comes is redder."""
        n = self.n
        dark = n.math("ADD", n.math("MULTIPLY", self.pores, 0.75 * self.age), n.math("MULTIPLY", self.lines, 0.2 * self.age))
        dark = n.math("ADD", n.math("MULTIPLY", dark, n.math("SUBTRACT", 1.0, self.lips)), n.math("MULTIPLY", self.furrows, 0.32))
        return n.mix(n.math("MINIMUM", dark, 1.0), colour, n.mix(1.0, colour, (0.56, 0.4, 0.34, 1), "MULTIPLY"))

    def gloss(self) -> tuple:
        """Roughness, and the weight of the oil over it: brow, nose and chin shine; cheeks and what lies beside the eyes less."""
        n, face = self.n, self.face
        zones = n.math(
            "MAXIMUM", face.spot(FOREHEAD, 0.042, 0.8), n.math("MAXIMUM", face.spot(NOSE, 0.03), n.math("MULTIPLY", face.spot(CHIN_FRONT, 0.02), 0.7))
        )
        uneven = n.math("ADD", n.math("MULTIPLY", n.math("SUBTRACT", self.lumps, 0.5), 0.5), n.math("MULTIPLY", n.math("SUBTRACT", self.swells, 0.5), 0.2))
        rough = n.math("ADD", n.math("ADD", 0.43 + (0.05 if self.who.age > 55 else 0.0), uneven), n.math("MULTIPLY", self.pores, 0.22))
        rough = n.math("SUBTRACT", rough, n.math("ADD", n.math("MULTIPLY", zones, 0.12), n.math("MULTIPLY", self.lips, LIPS_SMOOTHER)))
        oil = n.math("ADD", n.math("MULTIPLY", zones, 0.2), n.math("MULTIPLY", self.lips, LIPS_WET))
        oil = n.math("MULTIPLY", n.math("ADD", 0.05, oil), n.math("ADD", 0.45, n.math("MULTIPLY", self.lumps, 1.1)))
        return n.math("MAXIMUM", rough, 0.2), n.math("MULTIPLY", oil, n.math("SUBTRACT", 1.0, n.math("MULTIPLY", self.pores, 0.8)))

    def normal(self, lined):
        """The surface's direction with all that stands out or lies deep; `lined`: what age draws, in the same units."""
        n, who = self.n, self.who
        height = n.math("ADD", n.math("MULTIPLY", self.pores, -1.0), n.math("MULTIPLY", self.lines, -0.4))
        height = n.math("ADD", height, n.math("ADD", n.math("MULTIPLY", self.lumps, 1.35), n.math("MULTIPLY", self.swells, 1.6)))
        height = n.math("MULTIPLY", height, self.age)
        height = n.math("ADD", n.math("MULTIPLY", height, n.math("SUBTRACT", 1.0, n.math("MULTIPLY", self.lips, 0.8))), n.math("MULTIPLY", self.furrows, -2.6))
        old = float(np.clip((who.age - 32) / 48, 0, 1)) + (0.4 if who.details & {"wrinkles", "weathered"} else 0)
        if old > 0:
            place = self.face.whole
            crease = n.noise(n.stretch(place, 0.6, 1.0, 1.9), 150.0, detail=4, roughness=0.55, distortion=0.3)
            net = n.step(n.cells(n.stretch(self.warped, 0.75, 1.0, 1.35), AGED, "DISTANCE_TO_EDGE"), 0.2, 0.0)
            broad = n.noise(n.stretch(place, 0.7, 1.0, 1.6), 55.0, detail=4, roughness=0.6, distortion=1.0)
            height = n.math("ADD", height, n.math("ADD", n.math("MULTIPLY", crease, 1.8 * old), n.math("MULTIPLY", broad, 6.0 * old)))
            height = n.math("SUBTRACT", height, n.math("MULTIPLY", net, 0.6 * old))
        height = n.math("ADD", height, n.math("MULTIPLY", lined, 2.2))
        return n.node("ShaderNodeBump", {"Height": height, "Strength": 1.0, "Distance": DEPTH}).outputs[0]


def grained(n: Nodes, face: Face, who: Who, colour, lips, lined) -> tuple:
    """The skin's colour with its grain, roughness, the weight of the oil over it, and the surface's direction; `lined`: height of the lines of age."""
    grain = Grain(n, face.whole, face, who, lips)
    return grain.shaded(colour), *grain.gloss(), grain.normal(lined)
