# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes a face's skin uneven: where blood shows, shade under the eyes, beard's shadow, make-up; the lines that age draws.

All by places on the base mesh (attribute `Rest`, metres).
"""

from __future__ import annotations

import numpy as np

from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people import face as expressions
from diorama_stage.people.who import Who

EYE, OUTER_CORNER = (0.0308, -0.135, 0.7284), (0.0475, -0.126, 0.727)
CHEEK, NOSE, CHIN = (0.044, -0.126, 0.693), (0.0, -0.166, 0.69), (0.0, -0.145, 0.624)
NOSE_SIDE, BROW, UPPER_LID = (0.018, -0.145, 0.684), (0.03, -0.141, 0.748), (0.0315, -0.1365, 0.7365)
NOSE_WING, MOUTH_CORNER = (0.0185, 0.688), (0.0315, 0.655)
"""x and z of the ends of the fold between nose and mouth."""
DARK = {"medium_dark": 0.6, "dark": 0.35, "very_dark": 0.2}
"""How far redness shows through."""


class Face:
    """Masks on the face, the same left and right."""

    def __init__(self, n: Nodes, seed: int):
        self.n = n
        x, y, z = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]}).outputs
        self.x, self.y, self.z = n.math("ABSOLUTE", x), y, z
        rest = n.node("ShaderNodeCombineXYZ", {0: x, 1: y, 2: z}).outputs[0]
        shift = ((seed * 1.71) % 11, (seed * 2.37) % 13, (seed * 3.13) % 7)
        self.whole = n.node("ShaderNodeVectorMath", {0: rest, 1: shift}, operation="ADD").outputs[0]
        """Metres on the base mesh, elsewhere for each: no two faces are mottled alike."""
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


def _factor(n: Nodes, colour, mask, factor: tuple[float, float, float]):
    """The colour times `factor` where `mask` is 1."""
    return n.mix(mask, colour, n.mix(1.0, colour, (*factor, 1), "MULTIPLY"))


RED, BROWN, PALE, SALLOW, BLUE = (1.05, 0.84, 0.83), (0.8, 0.66, 0.55), (1.1, 1.09, 1.06), (1.03, 0.99, 0.84), (0.86, 0.9, 0.96)
"""What blood, pigment, thin horn, fat and deep veins do to the colour."""


def mottled(n: Nodes, face: Face, colour, who: Who, near: bool):
    """No patch of skin is like the next: blood and pigment by noises of their own, of many sizes; freckles, spots of age, moles."""
    p, blood = face.whole, DARK.get(who.tone, 1.0)
    even = 0.75 if who.age < 10 else 0.85 if "foundation" in who.make_up else 1.0
    for scale, low, high, by, factor in (
        (13.0, 0.42, 0.72, 0.17 * blood, RED), (34.0, 0.45, 0.7, 0.17 * blood, RED),
        (120.0, 0.45, 0.66, 0.3 * blood, RED), (420.0, 0.46, 0.64, 0.26 * blood, RED),
        (21.0, 0.46, 0.74, 0.14, BROWN), (75.0, 0.48, 0.68, 0.19, BROWN), (280.0, 0.48, 0.66, 0.24, BROWN),
        (16.0, 0.5, 0.75, 0.22, SALLOW), (180.0, 0.56, 0.72, 0.4, PALE), (9.0, 0.55, 0.75, 0.18 * blood, BLUE),
    ):  # fmt: skip
        if not near and scale > 40:
            continue
        shifted = n.node("ShaderNodeVectorMath", {0: p, 1: (scale, scale * 0.7, by * 9)}, operation="ADD").outputs[0]
        colour = _factor(n, colour, n.math("MULTIPLY", n.step(n.noise(shifted, scale, detail=3, roughness=0.6), low, high), by * even), factor)
    if "freckles" in who.details:
        colour = _freckled(n, face, colour)
    if who.age > 52 or "weathered" in who.details:
        spots = n.math("MULTIPLY", n.step(n.cells(p, 90.0), 0.3, 0.12), n.step(n.noise(p, 30), 0.48, 0.6))
        colour = _factor(n, colour, n.math("MULTIPLY", spots, 0.45), (0.68, 0.52, 0.42))
    if "moles" not in who.details and (who.age < 14 or who.random("moles").random() < 0.45):
        return colour
    mole = n.step(n.cells(p, 24.0 if "moles" in who.details else 13.0), 0.03, 0.018)
    return _factor(n, colour, n.math("MULTIPLY", mole, 0.7), (0.32, 0.2, 0.15))


def _freckled(n: Nodes, face: Face, colour):
    """Dots of many sizes, thickest over nose and cheeks, few on the brow and none under the chin."""
    p = face.whole
    dense = n.math("MAXIMUM", n.math("MAXIMUM", face.spot((0.026, -0.14, 0.704), 0.046), face.spot(NOSE, 0.034)), 0.4)
    for scale, low, high, by in ((330.0, 0.42, 0.16, 0.78), (230.0, 0.36, 0.12, 0.8), (520.0, 0.44, 0.18, 0.6), (640.0, 0.46, 0.2, 0.5)):
        bent = n.node("ShaderNodeVectorMath", {0: p, 1: (scale, 0.0, 0.0)}, operation="ADD").outputs[0]
        dot = n.step(n.cells(bent, scale), low, high)
        some = n.step(n.node("ShaderNodeTexVoronoi", {"Vector": bent, "Scale": scale}).outputs["Color"], 0.36, 0.56)
        colour = _factor(n, colour, n.math("MULTIPLY", n.math("MULTIPLY", dot, some), n.math("MULTIPLY", dense, by)), (0.6, 0.4, 0.26))
    return colour


LID = (0.9, 0.95, 1.1)
"""What thin skin over a lid does to the colour: light that fills the socket is warm enough."""
LIPS = 0.5
"""How much redder than they are painted lips are of women: the maps' are red already, and more of it is lipstick."""
PALER, YOUNG_LIPS = (1.04, 1.16, 1.12), 13.0
"""What takes the painted red out of lips: on the face of a child (under so many years) or, half of it, of a man it is lipstick."""


def coloured(n: Nodes, face: Face, colour, who: Who, ears, lips):
    """The skin's colour with what shows of blood, tiredness, stubble and make-up."""
    blood = DARK.get(who.tone, 1.0)
    young = 1.25 if who.age < 14 else 1.0
    patchy = n.math("ADD", 0.35, n.math("MULTIPLY", n.noise(face.whole, 70.0, detail=4, roughness=0.65), 1.3))
    tint = lambda colour, mask, by, factor: _factor(n, colour, n.math("MULTIPLY", mask, by), factor)  # noqa: E731
    extra = 0.35 if who.details & {"blush", "sunburnt"} or "blush" in who.make_up else 0.0
    colour = tint(colour, n.math("MULTIPLY", face.spot((0.0, -0.14, 0.772), 0.05, 0.7), patchy), 0.3, SALLOW)
    for at, radius, by in (
        (CHEEK, 0.034, 0.5 * young + extra),
        (NOSE, 0.021, 0.62),
        (CHIN, 0.02, 0.34),
        (NOSE_SIDE, 0.012, 0.4),
        (BROW, 0.016, 0.2),
    ):
        colour = tint(colour, n.math("MULTIPLY", face.spot(at, radius), patchy), by * blood, RED)
    colour = tint(colour, face.spot(UPPER_LID, 0.017, 1.5), 0.5 * blood, LID)
    colour = tint(colour, ears, 0.5 * blood, RED)
    pale = 0.8 if who.age < YOUNG_LIPS else 0.0 if who.female else 0.5
    colour = tint(colour, lips, pale, PALER) if pale else tint(colour, lips, LIPS, (0.93, 0.6, 0.6))
    tired = 0.34 + 0.36 * float(np.clip((who.age - 30) / 40, 0, 1)) if who.age > 14 else 0.16
    colour = tint(colour, face.spot((0.03, -0.134, 0.7135), 0.016, 1.7), tired, (0.8, 0.68, 0.72))
    colour = tint(colour, face.spot((0.0195, -0.13, 0.722), 0.008), 0.25 * blood, (0.88, 0.7, 0.7))  # the inner corner
    if who.age > 30 and not who.female or who.age > 55:  # small veins that burst
        web = n.step(n.cells(n.stretch(face.whole, 1.0, 1.0, 0.6), 260.0, "DISTANCE_TO_EDGE"), 0.045, 0.0)
        where = n.math("MAXIMUM", face.spot(NOSE_SIDE, 0.014), n.math("MULTIPLY", face.spot(CHEEK, 0.026), n.step(n.noise(face.whole, 60.0), 0.5, 0.65)))
        colour = tint(colour, n.math("MULTIPLY", web, where), 0.45 * blood, (1.0, 0.5, 0.5))
    if not who.female and who.age > 16:  # roots under a shaven skin
        beard = n.node("ShaderNodeAttribute", attribute_name="Beard").outputs["Fac"]
        dots = n.step(n.cells(face.whole, 1250.0), 0.42, 0.12)
        grain = n.math("ADD", 0.3, n.math("ADD", n.math("MULTIPLY", n.noise(face.whole, 160.0, detail=2), 0.45), n.math("MULTIPLY", dots, 0.6)))
        dark = 1.0 - min(sum(linear(who.beard_colour)[:3]) / 0.9, 0.8)
        by = {"none": 0.6, "stubble": 1.15}.get(who.beard, 0.75) * dark * (1 - 0.6 * who.hair.grey)
        colour = tint(colour, n.math("MULTIPLY", beard, grain), by, (0.6, 0.63, 0.68))
    return _made_up(n, face, colour, who)


def _made_up(n: Nodes, face: Face, colour, who: Who):
    if who.make_up & {"eyeshadow", "smoky_eyes", "dramatic"}:
        shade = "#2b2326" if who.make_up & {"smoky_eyes", "dramatic"} else "#7d5a55"
        colour = n.mix(n.math("MULTIPLY", face.spot((0.032, -0.136, 0.736), 0.0165, 1.5), 0.7), colour, linear(shade))
    if who.make_up & {"eyeliner", "smoky_eyes", "dramatic"}:
        colour = n.mix(n.math("MULTIPLY", face.spot((0.034, -0.137, 0.7305), 0.0155, 2.6), 0.45), colour, linear("#171012"))
    return colour


LINE_SHADE = 0.24
"""How much of its colour a line of age loses for each unit of its depth."""
FOLDED, CROWS = 1.7, 0.16
"""How much deeper the fold beside the mouth of who laughs is, in units of the skin's relief; the share they have of an old face's lines about the eyes."""


def smiling(who: Who) -> float:
    """How much of a laugh a face shows, 0 to 1."""
    return float(expressions.TABLE["expression"].get(who.expression, {}).get("cheekSquint", 0.0))


def lined(n: Nodes, face: Face, who: Who):
    """Height of the lines of age: across the forehead, beside the eyes, from nose to mouth. In units of the skin's relief."""
    old = float(np.clip((who.age - 32) / 42, 0, 1)) + (0.35 if who.details & {"wrinkles", "weathered"} else 0.0)
    drift = n.math("MULTIPLY", n.noise(face.whole, 60.0, detail=3), 0.012)
    smiles = smiling(who)
    fold = _fold(n, face)
    height = n.math("MULTIPLY", fold, -(0.5 + 2.2 * old + FOLDED * smiles) if who.age > 20 else -(0.25 + 0.5 * FOLDED * smiles))
    old = old + (CROWS * smiles if who.age > 20 else 0.0)
    if old <= 0.05:
        return height
    waves = n.math("SINE", n.math("MULTIPLY", n.math("ADD", face.z, drift), 2 * np.pi / 0.0088))
    broken = n.step(n.noise(n.stretch(face.whole, 0.6, 0.6, 1.6), 70.0, detail=2), 0.4, 0.62)
    waves = n.math("MULTIPLY", n.math("POWER", n.math("MAXIMUM", waves, 0.0), 2.0), broken)
    brow = n.math("MULTIPLY", face.band(0.75, 0.79, 0.012), n.step(face.x, 0.058, 0.034))
    front = n.math("MULTIPLY", brow, n.step(face.y, -0.09, -0.12))
    height = n.math("SUBTRACT", height, n.math("MULTIPLY", n.math("MULTIPLY", waves, front), 0.9 * old))
    rise = n.math("SUBTRACT", face.z, OUTER_CORNER[2])
    angle = n.math("ARCTAN2", rise, n.math("MAXIMUM", n.math("SUBTRACT", face.x, OUTER_CORNER[0] - 0.006), 1e-4))
    rays = n.math("POWER", n.math("MAXIMUM", n.math("SINE", n.math("ADD", n.math("MULTIPLY", angle, 9.0), n.math("MULTIPLY", drift, 160.0))), 0.0), 3.0)
    beside = n.math("MULTIPLY", face.spot((0.058, -0.114, 0.724), 0.02), n.step(face.x, 0.0475, 0.053))
    return n.math("SUBTRACT", height, n.math("MULTIPLY", n.math("MULTIPLY", rays, beside), 2.6 * old))


def shaded(n: Nodes, colour, lined):
    """The colour with the shade at the bottom of the lines of age, whose height is `lined`: relief alone is not seen in light from everywhere."""
    deep = n.math("MINIMUM", n.math("MULTIPLY", n.math("MAXIMUM", n.math("MULTIPLY", lined, -1.0), 0.0), LINE_SHADE), 0.8)
    return _factor(n, colour, deep, (0.58, 0.42, 0.37))


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
