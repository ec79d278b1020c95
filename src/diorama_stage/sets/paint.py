# SPDX-License-Identifier: GPL-3.0-or-later
"""Materials of settings by short names: what the description asks of ground and backdrop, the library's standards, and painted walls."""

from __future__ import annotations

import bpy

from diorama_stage.materials import Look, material
from diorama_stage.sets.nodes import Tree
from diorama_stage.sets.plan import _plain


def standard(name: str, *colours: str, size: float = 1.0, seed: int = 0, finish: tuple[str, ...] = (), pattern: str | None = None, **params) -> bpy.types.Material:
    """A material of the library."""
    return material(Look(material=name, colours=colours, size=size, seed=seed, finish=finish, pattern=pattern, params=tuple(sorted(params.items()))))


def asked(surface: dict | None, usual: str, *colours: str, size: float = 1.0, seed: int = 0, finish: tuple[str, ...] = ()) -> bpy.types.Material:
    """The look a surface of the scene (JSON) asks for, the usual one where it asks for nothing."""
    surface = surface or {}
    if _plain(surface):
        return standard(usual, *colours, size=size, seed=seed, finish=finish)
    name = surface.get("material") or usual
    own = tuple(c["hex"] for c in surface.get("colours", ()))
    return standard(name, *(own or (colours if name == usual else ())), size=size, seed=seed, finish=tuple(surface.get("finish", ())) or finish, pattern=surface.get("pattern"))


def wall(colour: str, *, rough: float = 0.75, grain: float = 1.0) -> bpy.types.Material:
    """A painted plaster wall: roller texture, faint unevenness of tone."""
    t = Tree("wall paint")
    tone = t.noise(0.8, detail=3)
    shade = t.mix(t.span(tone, 0.3, 0.7, 0.0, 0.12), colour, t.mix(1.0, colour, "#b8b0a4", blend="MULTIPLY"))
    return t.surface(t.principled(shade, rough, normal=t.bump(t.noise(260, detail=3), 0.0006 * grain)))


def boards(colour: str = "#8f775a", *, width: float = 0.14, length: float = 1.6, rough: float = 0.38) -> bpy.types.Material:
    """A floor of wooden boards: each its own tone and grain, dark joints, a worn varnish."""
    t = Tree("floorboards")
    p = t.position()
    turned = t.combine(t.xyz(p)[1], t.xyz(p)[0], 0.0)
    joint = t.node("TexBrick", {"Vector": turned, "Scale": 1.0, "Mortar Size": 0.0016, "Mortar Smooth": 0.2, "Brick Width": length, "Row Height": width, "Color1": "#ffffff", "Color2": "#000000", "Mortar": "#000000"}, offset=0.37)
    lane = t.math("FLOOR", t.math("DIVIDE", t.xyz(p)[0], width))
    own = t.node("TexWhiteNoise", {0: t.combine(lane, 3.3, t.math("FLOOR", t.math("ADD", t.math("DIVIDE", t.xyz(p)[1], length), t.math("MULTIPLY", lane, 0.37))))}, noise_dimensions="3D").outputs[0]
    grain = t.noise(1.0, detail=6, roughness=0.6, vector=t.node("VectorMath", {0: t.scaled(p, (34, 2.2, 1)), 1: t.combine(t.math("MULTIPLY", own, 40.0), t.math("MULTIPLY", own, 91.0), 0.0)}, operation="ADD").outputs[0], distortion=0.4)
    tone = t.mix(t.span(grain, 0.3, 0.7), t.mix(1.0, colour, "#a88a66", blend="MULTIPLY"), colour)
    tone = t.node("HueSaturation", {"Value": t.span(own, 0, 1, 0.72, 1.12, smooth=False), "Color": tone}).outputs[0]
    tone = t.mix(joint.outputs[1], tone, "#20150c")
    gloss = t.span(t.noise(2.2, detail=4), 0.3, 0.7, rough - 0.08, rough + 0.14)
    height = t.math("SUBTRACT", t.math("MULTIPLY", grain, 0.25), joint.outputs[1])
    return t.surface(t.principled(tone, gloss, normal=t.bump(height, 0.0012)))


def plain(colour: str, rough: float = 0.5, *, metal: float = 0.0, tinted: bool = False, bump: float = 0.0) -> bpy.types.Material:
    """An even colour with slight unevenness of gloss; `tinted` multiplies the mesh's "Tint"."""
    t = Tree("plain")
    base = t.mix(1.0, colour, t.attribute("Tint"), blend="MULTIPLY") if tinted else colour
    gloss = t.span(t.noise(30, detail=3), 0.3, 0.7, max(rough - 0.08, 0.02), min(rough + 0.08, 1.0))
    normal = t.bump(t.noise(90, detail=4), bump) if bump else None
    return t.surface(t.principled(base, gloss, metal=metal, normal=normal))


def glass(tint: str = "#f4f8f7") -> bpy.types.Material:
    """A window pane: lets light through unbent (cheap and free of noise), reflects by Fresnel."""
    t = Tree("pane")
    fresnel = t.node("Fresnel", {0: 1.45}).outputs[0]
    return t.surface(t.blend(fresnel, t.node("BsdfTransparent", {0: tint}).outputs[0], t.node("BsdfGlossy", {"Color": "#ffffff", "Roughness": 0.0}).outputs[0]))


def glowing(colour: str, strength: float) -> bpy.types.Material:
    """An even light of its own; scaled by the set's Glow."""
    t = Tree("glow")
    return t.surface(t.emission(colour, strength))
