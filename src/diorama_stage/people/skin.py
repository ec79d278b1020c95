# SPDX-License-Identifier: GPL-3.0-or-later
"""Skin: colour from the painted map of age, sex and ancestry brought to the asked tone, pores and fine lines as relief, light that scatters beneath."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people import complexion, relief
from diorama_stage.people.mesh import image, pixels
from diorama_stage.people.pack import folder, texture
from diorama_stage.people.strands import FAIR_PIGMENT, fairness, tinted
from diorama_stage.people.who import Who

TONES = {
    "very_light": "#c8a592",
    "light": "#bf9982",
    "medium_light": "#b79178",
    "medium": "#a67e63",
    "olive": "#a48266",
    "medium_dark": "#8e674d",
    "dark": "#714e3b",
    "very_dark": "#54382a",
}
"""Mean colours of the face: CIELAB lightness 70 to 26, chroma 17 to 24, about as faces of all peoples measure (Xiao and others 2017).
What is paler is paint, what is darker coal."""
SCATTERED = 0.62
"""How much of what is not mirrored scatters beneath the surface; the rest leaves where it came in and shows the relief."""
ROOTS = 0.26
"""How dark a scalp is by its hair: where hair parts one sees into the shade between the roots."""
PALE_SCALP = 0.5
"""How much less of its colour fair hair lends to the scalp: a yellow one is painted."""
EVEN = {"dark": 0.88, "very_dark": 0.95}
"""Of the painted maps' saturation so much stays (0.78 of the rest): their knees and knuckles are redder than skin is; dark skin that loses it is grey."""
FACE = ((slice(235, 295), slice(388, 412)), (slice(212, 232), slice(430, 458)), (slice(298, 318), slice(430, 458)))
"""Rows and columns of the 512-pixel map that lie on the brow and on both cheeks, beside nose and mouth, which old faces have painted ruddy."""


def map_of(who: Who) -> str:
    """The file name of the nearest painted skin."""
    age = "young" if who.age < 42 else "middleage" if who.age < 63 else "old"
    race = max(who.shares, key=who.shares.get)
    if who.tone in ("dark", "very_dark"):
        race = "african"
    elif who.tone in ("very_light", "light") and race == "african":
        race = "caucasian"
    stem = f"skins_{age}_{race}_{'female' if who.female else 'male'}_"
    return sorted(p.name for p in (folder() / "textures").glob(stem + "*.png"))[0]


def skin(who: Who, near: bool = True) -> bpy.types.Material:
    """Skin of this person. Light scatters beneath (mean free paths near those of Jensen and others 2001); what shines is two lobes, oil over the horn's.

    Not `near`, what is smaller than a pixel is left out: pores, lines, small blotches.
    """
    made = bpy.data.materials.new("skin")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    name = map_of(who)
    uv = n.node("ShaderNodeUVMap").outputs[0]
    painted = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(texture(name)), interpolation="Cubic").outputs["Color"]
    lips, ears = (
        n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(texture(f"mpfb_{part}.jpg"), colour=False)).outputs["Color"] for part in ("lips", "ears")
    )
    painted = n.node("ShaderNodeHueSaturation", {"Saturation": EVEN.get(who.tone, 0.78), "Color": painted}).outputs[0]
    colour = n.mix(1.0, painted, _towards(name, who), "MULTIPLY")
    face = lambda inner: complexion.Face(inner, who.seed)  # noqa: E731
    (colour,) = n.group("mottled", (colour,), lambda inner, c: (complexion.mottled(inner, face(inner), c, who, near),))
    (colour,) = n.group("coloured", (colour, ears, lips), lambda inner, *on: (complexion.coloured(inner, face(inner), on[0], who, *on[1:]),))
    rough, oil, grain = n.value(0.45), n.value(0.1), None
    if near:
        (lined,) = n.group("lined", (), lambda inner: (complexion.lined(inner, face(inner), who),))
        (colour,) = n.group("line shade", (colour, lined), lambda inner, *on: (complexion.shaded(inner, *on),))
        colour, rough, oil, grain = n.group("grain", (colour, lips, lined), lambda inner, *on: relief.grained(inner, face(inner), who, *on))
    scalp = n.node("ShaderNodeAttribute", attribute_name="Scalp").outputs["Fac"] if who.hair.length != "bald" else None
    fair = fairness(who.hair.colour)
    pigment = [1 + (part - 1) * tinted(who.hair.colour) for part in FAIR_PIGMENT]
    if scalp is not None:  # hair's roots and its shadow darken the scalp, and hair that is too fine to be strands its edge
        scalp = n.math("POWER", scalp, 0.5)
        colour = n.mix(
            n.math("MULTIPLY", scalp, (0.5 if who.hair.length in ("shaved", "buzz") else 0.94 * (1 - 0.4 * who.hair.grey)) * (1 - PALE_SCALP * fair)),
            colour,
            (*(c * (ROOTS * (1 - fair) + 0.4 * fair * by) for c, by in zip(linear(who.hair.colour)[:3], pigment, strict=True)), 1),
        )
    if who.lips or "lipstick" in who.make_up:
        colour = n.mix(n.math("MULTIPLY", lips, 0.75), colour, linear(who.lips or "#a3343c"))
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": colour, "IOR": 1.4, "Specular IOR Level": 0.5, "Subsurface Weight": SCATTERED})
    if who.details & {"sweat", "wet"}:
        rough, oil = n.math("MULTIPLY", rough, 0.6), n.math("ADD", oil, 0.5)
    if scalp is not None:  # and nothing shines there
        oil, rough = n.math("MULTIPLY", oil, n.math("SUBTRACT", 1.0, scalp)), n.math("MAXIMUM", rough, n.math("MULTIPLY", scalp, 0.9))
        n.link(n.math("MULTIPLY", n.math("SUBTRACT", 1.0, scalp), 0.5), shader.inputs["Specular IOR Level"])
        n.link(n.math("MULTIPLY", n.math("SUBTRACT", 1.0, scalp), SCATTERED), shader.inputs["Subsurface Weight"])
    n.link(rough, shader.inputs["Roughness"])
    n.link(oil, shader.inputs["Coat Weight"])
    shader.inputs["Coat Roughness"].default_value, shader.inputs["Coat IOR"].default_value = 0.27, 1.45
    light = {"very_dark": 0.4, "dark": 0.55, "medium_dark": 0.75}.get(who.tone, 1.0)
    shader.inputs["Sheen Weight"].default_value, shader.inputs["Sheen Roughness"].default_value = 0.06 * light, 0.35  # the down on a cheek
    shader.subsurface_method = "RANDOM_WALK"
    shader.inputs["Subsurface Radius"].default_value = (1.0, 0.48, 0.3)
    n.link(n.math("ADD", 0.0021 * light, n.math("MULTIPLY", ears, 0.004)), shader.inputs["Subsurface Scale"])
    if grain is not None:
        n.link(grain, shader.inputs["Normal"])
    n.output(shader.outputs[0])
    return made


def _towards(name: str, who: Who) -> tuple[float, float, float, float]:
    """The factor (linear) that brings the map's face to the asked tone; not all the way in saturation, so that the map's own hue stays alive."""
    painted = pixels(texture(name), "RGB")
    px = np.concatenate([painted[place].reshape(-1, 3) for place in FACE]) / 255.0
    mean = np.where(px <= 0.04045, px / 12.92, ((px + 0.055) / 1.055) ** 2.4).mean(axis=0)
    wanted = np.asarray(linear(TONES[who.tone])[:3]) * (0.9, 0.87, 0.85)  # scattering beneath the surface pales it again
    if "tanned" in who.details:
        wanted = wanted * (0.82, 0.72, 0.62)
    if "weathered" in who.details:  # by wind and sun
        wanted = wanted * (0.86, 0.74, 0.66)
    if "pale" in who.details:
        wanted = wanted**0.9 * (1, 1.02, 1.04)
    rng = who.random("tone")
    wanted = wanted * rng.uniform(0.93, 1.06) * (1, rng.uniform(0.97, 1.02), rng.uniform(0.95, 1.03))
    return (*np.clip(wanted / np.maximum(mean, 1e-3), 0.05, 3.0), 1.0)
