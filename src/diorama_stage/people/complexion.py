# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes a face's skin uneven: where blood shows, shade under the eyes, beard's shadow, make-up; the lines that age draws.

All by places on the base mesh (attribute `Rest`, metres).
"""

from __future__ import annotations

import numpy as np

from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people.who import Who

EYE, OUTER_CORNER = (0.0308, -0.135, 0.7284), (0.0475, -0.126, 0.727)
CHEEK, NOSE, CHIN = (0.044, -0.126, 0.693), (0.0, -0.166, 0.69), (0.0, -0.145, 0.624)
NOSE_WING, MOUTH_CORNER = (0.0185, 0.688), (0.0315, 0.655)
"""x and z of the ends of the fold between nose and mouth."""
DARK = {"medium_dark": 0.6, "dark": 0.35, "very_dark": 0.2}
"""How far redness shows through."""


class Face:
    """Masks on the face, the same left and right."""

    def __init__(self, n: Nodes):
        self.n = n
        x, y, z = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]}).outputs
        self.x, self.y, self.z = n.math("ABSOLUTE", x), y, z
        self.whole = n.node("ShaderNodeCombineXYZ", {0: x, 1: y, 2: z}).outputs[0]
        self.folded = n.node("ShaderNodeCombineXYZ", {0: self.x, 1: y, 2: z}).outputs[0]

    def spot(self, at: tuple[float, float, float], radius: float, flat: float = 1.0):
        """1 at a place, 0 from `radius` on, softly; `flat` > 1 is a spot that is wider than high."""
        n = self.n
        away = n.node("ShaderNodeVectorMath", {0: self.folded, 1: at}, operation="SUBTRACT").outputs[0]
        away = n.stretch(away, 1.0, 1.0, flat) if flat != 1.0 else away
        return n.step(n.node("ShaderNodeVectorMath", {0: away}, operation="LENGTH").outputs["Value"], radius, radius * 0.2)

    def band(self, low: float, high: float, soft: float = 0.006):
        """1 between two heights."""
        n = self.n
        return n.math("MULTIPLY", n.step(self.z, low, low + soft), n.step(self.z, high, high - soft))


def coloured(n: Nodes, face: Face, colour, who: Who, ears, lips):
    """The skin's colour with what shows of blood, tiredness, stubble and make-up."""
    blood = DARK.get(who.tone, 1.0)
    young = 1.25 if who.age < 14 else 1.0
    patchy = n.math("ADD", 0.55, n.math("MULTIPLY", n.noise(face.whole, 90.0, detail=3), 0.9))

    def tint(colour, mask, by: float, factor: tuple[float, float, float]):
        return n.mix(n.math("MULTIPLY", mask, by), colour, n.mix(1.0, colour, (*factor, 1), "MULTIPLY"))

    red = (1.1, 0.72, 0.7)
    extra = 0.35 if who.details & {"blush", "sunburnt"} or "blush" in who.make_up else 0.0
    for at, radius, by in ((CHEEK, 0.03, 0.38 * young + extra), (NOSE, 0.02, 0.42), (CHIN, 0.018, 0.22)):
        colour = tint(colour, n.math("MULTIPLY", face.spot(at, radius), patchy), by * blood, red)
    colour = tint(colour, ears, 0.45 * blood, red)
    colour = tint(colour, lips, 0.5 if not who.female else 0.65, (0.98, 0.66, 0.66))
    tired = 0.24 + 0.3 * float(np.clip((who.age - 30) / 40, 0, 1)) if who.age > 14 else 0.12
    colour = tint(colour, face.spot((0.03, -0.134, 0.7135), 0.016, 1.7), tired, (0.8, 0.7, 0.74))
    if not who.female and who.age > 16:  # roots under a shaven skin
        beard = n.node("ShaderNodeAttribute", attribute_name="Beard").outputs["Fac"]
        grain = n.math("ADD", 0.45, n.math("MULTIPLY", n.noise(face.whole, 900.0, detail=2), 0.9))
        dark = 1.0 - min(sum(linear(who.beard_colour)[:3]) / 0.9, 0.8)
        colour = tint(colour, n.math("MULTIPLY", beard, grain), (0.5 if who.beard == "none" else 0.75) * dark * (1 - 0.6 * who.hair.grey), (0.66, 0.68, 0.72))
    return _made_up(n, face, colour, who)


def _made_up(n: Nodes, face: Face, colour, who: Who):
    if who.make_up & {"eyeshadow", "smoky_eyes", "dramatic"}:
        shade = "#2b2326" if who.make_up & {"smoky_eyes", "dramatic"} else "#7d5a55"
        colour = n.mix(n.math("MULTIPLY", face.spot((0.032, -0.136, 0.736), 0.0165, 1.5), 0.7), colour, linear(shade))
    if who.make_up & {"eyeliner", "smoky_eyes", "dramatic"}:
        colour = n.mix(n.math("MULTIPLY", face.spot((0.034, -0.137, 0.7305), 0.0155, 2.6), 0.45), colour, linear("#171012"))
    return colour


def lined(n: Nodes, face: Face, who: Who):
    """Height of the lines of age: across the forehead, beside the eyes, from nose to mouth. In units of the skin's relief."""
    old = float(np.clip((who.age - 28) / 42, 0, 1)) + (0.35 if who.details & {"wrinkles", "weathered"} else 0.0)
    drift = n.math("MULTIPLY", n.noise(face.whole, 60.0, detail=3), 0.012)
    fold = _fold(n, face)
    height = n.math("MULTIPLY", fold, -(0.5 + 2.2 * old) if who.age > 20 else -0.25)
    if old <= 0.05:
        return height
    waves = n.math("SINE", n.math("MULTIPLY", n.math("ADD", face.z, drift), 2 * np.pi / 0.0088))
    waves = n.math("POWER", n.math("MAXIMUM", waves, 0.0), 3.0)
    brow = n.math("MULTIPLY", face.band(0.75, 0.79, 0.012), n.step(face.x, 0.058, 0.034))
    front = n.math("MULTIPLY", brow, n.step(face.y, -0.09, -0.12))
    height = n.math("SUBTRACT", height, n.math("MULTIPLY", n.math("MULTIPLY", waves, front), 3.0 * old))
    rise = n.math("SUBTRACT", face.z, OUTER_CORNER[2])
    angle = n.math("ARCTAN2", rise, n.math("MAXIMUM", n.math("SUBTRACT", face.x, OUTER_CORNER[0] - 0.006), 1e-4))
    rays = n.math("POWER", n.math("MAXIMUM", n.math("SINE", n.math("ADD", n.math("MULTIPLY", angle, 9.0), n.math("MULTIPLY", drift, 160.0))), 0.0), 3.0)
    beside = n.math("MULTIPLY", face.spot((0.058, -0.114, 0.724), 0.02), n.step(face.x, 0.0475, 0.053))
    return n.math("SUBTRACT", height, n.math("MULTIPLY", n.math("MULTIPLY", rays, beside), 2.6 * old))


def _fold(n: Nodes, face: Face):
    """The fold between cheek and mouth: a soft line from the nose's wing to beside the mouth's corner."""
    (x0, z0), (x1, z1) = NOSE_WING, MOUTH_CORNER
    long = float(np.hypot(x1 - x0, z1 - z0))
    dx, dz = (x1 - x0) / long, (z1 - z0) / long
    rx, rz = n.math("SUBTRACT", face.x, x0), n.math("SUBTRACT", face.z, z0)
    across = n.math("ABSOLUTE", n.math("SUBTRACT", n.math("MULTIPLY", rx, dz), n.math("MULTIPLY", rz, dx)))
    along = n.math("ADD", n.math("MULTIPLY", rx, dx), n.math("MULTIPLY", rz, dz))
    ends = n.math("MULTIPLY", n.step(along, -0.002, 0.008), n.step(along, long + 0.004, long - 0.012))
    return n.math("MULTIPLY", n.math("MULTIPLY", n.step(across, 0.0042, 0.0), ends), n.step(face.y, -0.1, -0.12))
