# SPDX-License-Identifier: GPL-3.0-or-later
"""Materials of settings by short names: what the description asks of ground and backdrop, the library's standards, and painted walls."""

from __future__ import annotations

import bpy

from diorama_stage.kit.nodes import Tree
from diorama_stage.materials import Look, material
from diorama_stage.scene_view import Surface
from diorama_stage.sets.plan import _plain


def standard(name: str, *colours: str, size: float = 1.0, seed: int = 0, finish: tuple[str, ...] = (), pattern: str | None = None, **params) -> bpy.types.Material:
    """A material of the library."""
    return material(Look(material=name, colours=colours, size=size, seed=seed, finish=finish, pattern=pattern, params=tuple(sorted(params.items()))))


def asked(surface: Surface | None, usual: str, *colours: str, size: float = 1.0, seed: int = 0, finish: tuple[str, ...] = (), **params) -> bpy.types.Material:
    """The look a surface of the scene (JSON) asks for, the usual one where it asks for nothing."""
    if surface is None or _plain(surface):
        return standard(usual, *colours, size=size, seed=seed, finish=finish, **params)
    name = surface["material"] or usual
    own = tuple(c["hex"] for c in surface["colours"]) or (colours if name == usual else ())
    return standard(name, *own, size=size, seed=seed, finish=tuple(surface["finish"]) or finish, pattern=surface["pattern"], **params)


def wall(colour: str, *, rough: float = 0.75, grain: float = 1.0) -> bpy.types.Material:
    """A painted plaster wall: roller texture, a trowel's waves, tone that is uneven from a metre down to a hand, and the marks of years."""
    t = Tree("wall paint")
    tone = t.noise(0.8, detail=6, roughness=0.5)
    shade = t.mix(t.span(tone, 0.32, 0.68, 0.0, 0.2), colour, t.mix(1.0, colour, "#b8b0a4", blend="MULTIPLY"))
    marks = t.span(t.noise(3.5, detail=9, roughness=0.72, vector=t.scaled(t.position(), (1, 1, 0.5))), 0.62, 0.74, 0.0, 0.16)
    shade = t.mix(marks, shade, t.mix(1.0, colour, "#8f8678", blend="MULTIPLY"))
    relief = t.math("MULTIPLY_ADD", t.noise(1.6, detail=1), 6.0, t.noise(180, detail=3))
    return t.surface(t.principled(shade, rough, normal=t.bump(relief, 0.0005 * grain)))


WOODS = frozenset(("oak", "walnut", "pine", "wood", "dark_wood"))
"""What floors are laid of in boards."""


def boards(wood: str = "oak", *colours: str, width: float = 0.16, length: float = 1.9, seed: int = 0, finish: tuple[str, ...] = ()) -> bpy.types.Material:
    """A floor of wooden boards that run away from the camera, butted end to end, with open joints."""
    return standard(wood, *colours, size=4.0, seed=seed, finish=finish, along="y", plank=width, length=length, gap=0.0022)


def plain(colour: str, rough: float = 0.5, *, metal: float = 0.0, tinted: bool = False, bump: float = 0.0) -> bpy.types.Material:
    """One colour, worn and handled: uneven in tone and gloss; `tinted` multiplies the mesh's "Tint"."""
    t = Tree("plain")
    base = t.mix(1.0, colour, t.attribute("Tint"), blend="MULTIPLY") if tinted else colour
    used = t.noise(11, detail=7, roughness=0.62)
    base = t.mix(t.span(used, 0.36, 0.68, 0.0, 0.3), base, t.mix(1.0, base, "#c4bcb0", blend="MULTIPLY"))
    gloss = t.span(used, 0.32, 0.68, max(rough - 0.1, 0.02), min(rough + 0.12, 1.0))
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
