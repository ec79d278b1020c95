# SPDX-License-Identifier: GPL-3.0-or-later
"""From a Look to a Blender material: a recipe of the library, a colour, a pattern, a finish, and imperfection in everything."""

from __future__ import annotations

import math
import tomllib
from difflib import get_close_matches
from pathlib import Path

import bpy

from diorama_catalogue import Liquid, liquids
from diorama_stage.materials import textures
from diorama_stage.materials.coats import coat
from diorama_stage.materials.finishes import Worked, finish
from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.materials.patterns import pattern
from diorama_stage.materials.printed import printed

LIBRARY: dict[str, dict] = tomllib.loads((Path(__file__).with_name("library.toml")).read_text(encoding="utf-8"))
NAMES: tuple[str, ...] = tuple(sorted(LIBRARY))
_made: dict[str, bpy.types.Material] = {}
"""By the look's text (labels are dictionaries, which do not hash)."""
_looks: dict[str, Look] = {}
"""Likewise."""


def reset() -> None:
    _made.clear()
    _looks.clear()


def looks() -> dict[str, Look]:
    """By its name in Blender, what each material of the open file that was made from a look was made from."""
    out = {}
    for text, made in _made.items():
        try:
            out[made.name] = _looks[text]
        except ReferenceError:
            continue  # the file it lived in is gone
    return out


def material(look: Look) -> bpy.types.Material:
    """The material of a look, made once while Blender's file is open. Raises KeyError with the nearest names."""
    made = _made.get(repr(look))
    try:
        if made is not None and made.name:
            return made
    except ReferenceError:
        pass  # the file it lived in is gone
    if look.material not in LIBRARY:
        near = ", ".join(get_close_matches(look.material, NAMES, 3, 0.4)) or "see diorama_stage.materials.NAMES"
        raise KeyError(f"{look.material} (a material; near: {near})")
    made = bpy.data.materials.new(look.material)
    made.use_nodes = True
    n = Nodes(made.node_tree)
    if look.material == "printed":
        printed(n, look)
    elif look.material in ("emission", "screen"):
        _emission(n, look)
    elif ("pane", True) in look.params:
        _pane(n, look)
    else:
        _surface(n, look, LIBRARY[look.material])
    _made[repr(look)], _looks[repr(look)] = made, look
    return made


def _emission(n: Nodes, look: Look) -> None:
    params = dict(look.params)
    if look.material == "screen":
        printed(n, look, emission=1.6)
        return
    colour = linear(look.colours[0]) if look.colours else (1, 0.8, 0.5, 1)
    strength = float(params.get("strength", 10.0))
    if params.get("flame"):
        # Burning gas hides nothing and shines by its depth: all light passes, and the rim, where a ray crosses little of it, is faint.
        depth = n.math("POWER", n.math("SUBTRACT", 1.0, n.node("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"]), 1.3)
        tint = n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"]
        burning = n.node("ShaderNodeEmission", {"Color": n.mix(1.0, colour, tint, "MULTIPLY"), "Strength": n.math("MULTIPLY", depth, strength)})
        n.output(n.node("ShaderNodeAddShader", {0: n.node("ShaderNodeBsdfTransparent").outputs[0], 1: burning.outputs[0]}).outputs[0])
        return
    n.output(n.node("ShaderNodeEmission", {"Color": colour, "Strength": strength}).outputs[0])


def _pane(n: Nodes, look: Look) -> None:
    """A thin sheet of glass (a window): what lies behind, tinted, and the surroundings mirrored by both its faces, more at grazing angles."""
    tint = linear(look.colours[0]) if look.colours else (0.9, 0.92, 0.91, 1)
    clear = n.node("ShaderNodeBsdfTransparent", {"Color": tint})
    wave = n.node("ShaderNodeBump", {"Height": n.noise(n.place(look.seed), 1.4, detail=2), "Strength": 0.02, "Distance": 0.01})
    gloss = n.node("ShaderNodeBsdfGlossy", {"Color": (1, 1, 1, 1), "Roughness": 0.012, "Normal": wave.outputs[0]})
    grazing = n.node("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"]
    share = n.math("ADD", 0.075, n.math("MULTIPLY", n.math("POWER", grazing, 5.0), 0.9), clamp=True)
    n.output(n.node("ShaderNodeMixShader", {0: share, 1: clear.outputs[0], 2: gloss.outputs[0]}).outputs[0])


def _surface(n: Nodes, look: Look, recipe: dict) -> None:
    """The usual road: position → texture (colour variation, bump) → pattern → finish → principled shader → what light does behind it."""
    params = dict(look.params)
    base = linear(look.colours[0] if look.colours else _poured(params) or recipe["colour"])
    place = n.place(look.seed)
    shader = n.node("ShaderNodeBsdfPrincipled")
    for name, value in recipe.get("shader", {}).items():
        shader.inputs[name].default_value = value
    depth = _depth(look, recipe, params, shader)
    colour, height, strength = textures.TEXTURES[recipe.get("texture", "plain")](n, place, base, look, recipe)
    if look.pattern:
        colour = pattern(n, colour, look)
    worked = Worked(n, place, shader, look, colour, n.value(float(recipe["roughness"])), height, strength, float(recipe.get("relief", 0.0006)))
    finish(worked)
    if params.get("tint"):
        _tinted(worked)
    for layer in look.coats:
        coat(worked, layer)
    smudge = n.step(n.noise(place, 9.0 / max(look.size, 0.03) ** 0.5, detail=5.0, roughness=0.6), 0.34, 0.66)
    uneven = n.math("MULTIPLY", n.math("SUBTRACT", smudge, 0.5), _handled(recipe))
    roughness = n.math("ADD", worked.roughness, uneven, clamp=True)
    absorbed = None
    if depth:
        absorbed, worked.colour = _absorption(n, base, depth), n.node("ShaderNodeRGB").outputs[0]
        worked.colour.default_value = (0.99, 0.99, 0.99, 1)
    n.link(worked.colour, shader.inputs["Base Color"])
    if shader.inputs["Sheen Weight"].default_value > 0.1:  # the fibres' ends are dyed like the rest: neither black velvet nor brown fur has a white rim
        n.link(n.node("ShaderNodeGamma", {"Color": worked.colour, "Gamma": 0.6}).outputs[0], shader.inputs["Sheen Tint"])
    if recipe.get("texture") == "ice":
        n.link(textures.clouding(n, place, look), shader.inputs["Transmission Weight"])
    n.link(roughness, shader.inputs["Roughness"])
    if worked.height is not None:
        bump = n.node("ShaderNodeBump", {"Height": worked.height, "Strength": worked.strength, "Distance": worked.relief})
        n.link(bump.outputs[0], shader.inputs["Normal"])
    n.output(_lit_through(worked, params), absorbed)


def _handled(recipe: dict) -> float:
    """How much the roughness differs from place to place where hands, cloths and dust were: least on what is clear, which would be frosted, little on metals,
    which show it in all that they mirror."""
    if recipe.get("shader", {}).get("Transmission Weight", 0) > 0.5:
        return 0.02
    if recipe.get("shader", {}).get("Metallic", 0) > 0.5:
        return 0.06
    return 0.24 if recipe["roughness"] > 0.25 else 0.16 if recipe["roughness"] > 0.15 else 0.07


UNKNOWN = Liquid(colour="")


def _poured(params: dict) -> str:
    return liquids().get(str(params.get("of")), UNKNOWN).colour


def _depth(look: Look, recipe: dict, params: dict, shader) -> float | None:
    """Metres of it that light passes, of what is clear and dyed through (thick glass, wine); None of all else. Cloudy liquids scatter it back instead."""
    liquid, of = look.material == "liquid", liquids().get(str(params.get("of")), UNKNOWN)
    depth = params.get("wall") or (of.depth if liquid and params.get("closed") else None)
    clear = recipe.get("shader", {}).get("Transmission Weight", 0) > 0.5 and not look.pattern and depth
    if liquid and params.get("of") and of.depth is None:
        for name, value in (("Transmission Weight", 0.0), ("Subsurface Weight", 0.35), ("Subsurface Scale", 0.004)):
            shader.inputs[name].default_value = value
    elif clear:
        shader.inputs["Transmission Weight"].default_value = 1.0
    return (depth if liquid else 2 * depth) if clear else None


def _tinted(worked: Worked) -> None:
    """Times the colour that each vertex brings; its alpha says how much of the gloss is there."""
    n, shader = worked.n, worked.shader
    tint = n.node("ShaderNodeAttribute", attribute_name="Tint")
    worked.colour = n.mix(1.0, worked.colour, tint.outputs["Color"], "MULTIPLY")
    if not shader.inputs["Metallic"].default_value:
        for gloss in ("Coat Weight", "Specular IOR Level"):
            if shader.inputs[gloss].default_value:
                n.link(n.math("MULTIPLY", tint.outputs["Alpha"], shader.inputs[gloss].default_value), shader.inputs[gloss])


def _lit_through(worked: Worked, params: dict):
    """The shader with the light that comes through it, or from within; its socket."""
    n, shader, colour = worked.n, worked.shader, worked.colour
    out = shader.outputs[0]
    if params.get("thin"):
        # A leaf or petal: the share `thin` of the light goes through, brighter and yellower than it came. A sheet has no inside to scatter in.
        shader.inputs["Subsurface Weight"].default_value = 0.0
        through = n.node("ShaderNodeBsdfTranslucent", {"Color": n.node("ShaderNodeGamma", {"Color": colour, "Gamma": 0.72}).outputs[0]})
        out = n.node("ShaderNodeMixShader", {0: float(params["thin"]), 1: out, 2: through.outputs[0]}).outputs[0]
    if params.get("glow"):
        warm = (1.0, 0.66, 0.36, 1)
        if params.get("tint"):
            warm = n.mix(1.0, warm, n.node("ShaderNodeAttribute", attribute_name="Tint").outputs["Color"], "MULTIPLY")
        lit = n.node("ShaderNodeEmission", {"Color": warm, "Strength": 2.2})
        thin = n.node("ShaderNodeBsdfTranslucent", {"Color": (0.85, 0.75, 0.6, 1)})
        out = n.node("ShaderNodeAddShader", {0: n.node("ShaderNodeMixShader", {0: 0.4, 1: out, 2: thin.outputs[0]}).outputs[0], 1: lit.outputs[0]}).outputs[0]
    if shader.inputs["Transmission Weight"].default_value > 0.5:
        # Light passes glass to what lies behind, tinted, without the cost and the noise of caustics.
        through = n.node("ShaderNodeBsdfTransparent", {"Color": n.mix(0.25, colour, (1, 1, 1, 1))})
        path = n.node("ShaderNodeLightPath")
        shadow = n.math("MAXIMUM", path.outputs["Is Shadow Ray"], path.outputs["Is Diffuse Ray"])
        out = n.node("ShaderNodeMixShader", {0: n.math("MULTIPLY", shadow, 0.82), 1: out, 2: through.outputs[0]}).outputs[0]
    return out


def _absorption(n: Nodes, colour, depth: float):
    """A volume that gives white light the colour after `depth` metres (Beer and Lambert): thick glass and deep wine are darker than thin, and the edges of a bottle darker than its middle."""
    share = [-math.log(min(max(c, 0.004), 0.995)) for c in colour[:3]]
    return n.node("ShaderNodeVolumeAbsorption", {"Color": (*(1 - s / max(share) for s in share), 1.0), "Density": max(share) / depth}).outputs[0]


__all__ = ["LIBRARY", "NAMES", "linear", "looks", "material", "reset"]
