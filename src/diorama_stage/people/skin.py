# SPDX-License-Identifier: GPL-3.0-or-later
"""Skin: colour from the painted map of age, sex and ancestry brought to the asked tone, pores and fine lines as relief, light that scatters beneath."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people import complexion
from diorama_stage.people.mesh import image, pixels
from diorama_stage.people.pack import folder, texture
from diorama_stage.people.who import Who

TONES = {
    "very_light": "#eccdbb",
    "light": "#dfb79e",
    "medium_light": "#cb9b7a",
    "medium": "#b17f5c",
    "olive": "#b3895f",
    "medium_dark": "#85573a",
    "dark": "#5b3a25",
    "very_dark": "#3a2418",
}
"""Mean colours of the face."""
FACE = (slice(230, 300), slice(430, 480))
"""Rows and columns of the 512-pixel map that lie on the cheeks and the brow."""


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


def skin(who: Who) -> bpy.types.Material:
    made = bpy.data.materials.new("skin")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    name = map_of(who)
    uv = n.node("ShaderNodeUVMap").outputs[0]
    painted = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(texture(name)), interpolation="Cubic").outputs["Color"]
    lips = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(texture("mpfb_lips.jpg"), colour=False)).outputs["Color"]
    ears = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(texture("mpfb_ears.jpg"), colour=False)).outputs["Color"]
    face = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(texture("mpfb_face.jpg"), colour=False)).outputs["Color"]
    place = n.place(who.seed % 97)
    colour = n.mix(1.0, painted, _towards(name, who), "MULTIPLY")
    colour = _mottled(n, place, colour, who, face)
    places = complexion.Face(n)
    colour = complexion.coloured(n, places, colour, who, ears, lips)
    if who.hair.length != "bald":  # hair's roots and its shadow darken the scalp
        scalp = n.node("ShaderNodeAttribute", attribute_name="Scalp").outputs["Fac"]
        colour = n.mix(
            n.math("MULTIPLY", scalp, 0.5 if who.hair.length in ("shaved", "buzz") else 0.86),
            colour,
            tuple(c * 0.4 for c in linear(who.hair.colour)[:3]) + (1,),
        )
    if who.lips or "lipstick" in who.make_up:
        colour = n.mix(n.math("MULTIPLY", lips, 0.75), colour, linear(who.lips or "#a3343c"))
    height, strength = _relief(n, place, who, face)
    height = n.math("ADD", height, complexion.lined(n, places, who))
    shader = n.node("ShaderNodeBsdfPrincipled")
    n.link(colour, shader.inputs["Base Color"])
    rough = n.math("ADD", n.math("MULTIPLY", n.noise(place, 90, detail=6, roughness=0.7), 0.42), 0.24 + (0.05 if who.age > 55 else 0))
    rough = n.math("SUBTRACT", rough, n.math("MULTIPLY", lips, 0.14))
    oily = n.math("MAXIMUM", places.spot((0.0, -0.15, 0.765), 0.035), places.spot((0.0, -0.16, 0.7), 0.03))
    rough = n.math("SUBTRACT", rough, n.math("MULTIPLY", oily, 0.07))
    if who.details & {"sweat", "wet"}:
        rough = n.math("MULTIPLY", rough, 0.55)
    n.link(rough, shader.inputs["Roughness"])
    shader.inputs["Specular IOR Level"].default_value = 0.42
    shader.inputs["IOR"].default_value = 1.4
    shader.subsurface_method = "RANDOM_WALK"
    shader.inputs["Subsurface Weight"].default_value = 1.0
    light = {"very_dark": 0.4, "dark": 0.55, "medium_dark": 0.75}.get(who.tone, 1.0)
    shader.inputs["Subsurface Radius"].default_value = (1.0, 0.38, 0.2)
    n.link(n.math("ADD", 0.0026 * light, n.math("MULTIPLY", ears, 0.004)), shader.inputs["Subsurface Scale"])
    shader.inputs["Coat Weight"].default_value = 0.04
    shader.inputs["Coat Roughness"].default_value = 0.28
    bump = n.node("ShaderNodeBump", {"Height": height, "Strength": strength, "Distance": 0.0005})
    n.link(bump.outputs[0], shader.inputs["Normal"])
    n.output(shader.outputs[0])
    return made


def _towards(name: str, who: Who) -> tuple[float, float, float, float]:
    """The factor (linear) that brings the map's face to the asked tone; not all the way in saturation, so that the map's own hue stays alive."""
    px = pixels(texture(name), "RGB")[FACE].reshape(-1, 3) / 255.0
    mean = np.where(px <= 0.04045, px / 12.92, ((px + 0.055) / 1.055) ** 2.4).mean(axis=0)
    wanted = np.asarray(linear(TONES[who.tone])[:3]) * (0.9, 0.83, 0.77)  # scattering beneath the surface pales it again
    if "tanned" in who.details:
        wanted = wanted * (0.82, 0.72, 0.62)
    if "pale" in who.details:
        wanted = wanted**0.9 * (1, 1.02, 1.04)
    rng = who.random("tone")
    wanted = wanted * rng.uniform(0.93, 1.06) * (1, rng.uniform(0.97, 1.02), rng.uniform(0.95, 1.03))
    return (*np.clip(wanted / np.maximum(mean, 1e-3), 0.05, 3.0), 1.0)


def _mottled(n: Nodes, place, colour, who: Who, face):
    """Redder and paler places, freckles, age spots, moles, blush."""
    red = n.mix(n.math("MULTIPLY", n.step(n.noise(place, 26, detail=4), 0.42, 0.72), 0.16), colour, n.mix(1.0, colour, (1.12, 0.82, 0.78, 1), "MULTIPLY"))
    fine = n.mix(
        n.math("MULTIPLY", n.step(n.noise(place, 300, detail=4, roughness=0.7), 0.42, 0.66), 0.2), red, n.mix(1.0, red, (0.86, 0.78, 0.74, 1), "MULTIPLY")
    )
    out = n.mix(
        n.math("MULTIPLY", face, n.math("MULTIPLY", n.step(n.noise(place, 11.0, detail=2), 0.4, 0.7), 0.3)),
        fine,
        n.mix(1.0, fine, (1.18, 0.78, 0.72, 1), "MULTIPLY"),
    )
    if "freckles" in who.details:
        near = n.step(n.cells(n.stretch(place, 1, 1, 1), 230.0), 0.34, 0.16)
        where = n.math("MULTIPLY", n.step(n.noise(place, 55, detail=3), 0.44, 0.6), near)
        out = n.mix(n.math("MULTIPLY", where, 0.62), out, n.mix(1.0, out, (0.58, 0.36, 0.24, 1), "MULTIPLY"))
    if who.age > 58 or "weathered" in who.details:
        spots = n.math("MULTIPLY", n.step(n.cells(place, 90.0), 0.3, 0.12), n.step(n.noise(place, 30), 0.5, 0.62))
        out = n.mix(n.math("MULTIPLY", spots, 0.35), out, n.mix(1.0, out, (0.68, 0.52, 0.42, 1), "MULTIPLY"))
    mole = n.step(n.cells(place, 24.0 if "moles" in who.details else 13.0), 0.035, 0.02)
    return n.mix(n.math("MULTIPLY", mole, 0.7), out, n.mix(1.0, out, (0.32, 0.2, 0.15, 1), "MULTIPLY"))


def _relief(n: Nodes, place, who: Who, face):
    """Pores, the fine net of lines between them, and, with age, coarser creases. Returns height and strength sockets."""
    pores = n.math("SUBTRACT", 1.0, n.step(n.cells(place, 1050.0), 0.0, 0.4))
    net = n.cells(n.stretch(place, 1.0, 1.0, 1.3), 620.0, "DISTANCE_TO_EDGE")
    lumps = n.noise(place, 260.0, detail=5, roughness=0.6)
    height = n.math("ADD", n.math("MULTIPLY", pores, -0.55), n.math("ADD", n.math("MULTIPLY", net, 0.6), n.math("MULTIPLY", lumps, 1.5)))
    old = float(np.clip((who.age - 30) / 50, 0, 1)) + (0.4 if who.details & {"wrinkles", "weathered"} else 0)
    if old > 0:
        crease = n.noise(n.stretch(place, 0.55, 1.0, 2.4), 130.0, detail=6, roughness=0.65, distortion=0.6)
        height = n.math("ADD", height, n.math("MULTIPLY", crease, 2.4 * old))
        height = n.math("ADD", height, n.math("MULTIPLY", n.noise(n.stretch(place, 0.7, 1.0, 1.6), 48.0, detail=4, roughness=0.6, distortion=1.0), 4.0 * old))
    child = float(np.clip(who.age / 20, 0.25, 1))
    return height, 0.62 * child
