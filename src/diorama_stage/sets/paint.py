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
    """A painted plaster wall: roller texture, faint unevenness of tone."""
    t = Tree("wall paint")
    tone = t.noise(0.8, detail=3)
    shade = t.mix(t.span(tone, 0.3, 0.7, 0.0, 0.12), colour, t.mix(1.0, colour, "#b8b0a4", blend="MULTIPLY"))
    return t.surface(t.principled(shade, rough, normal=t.bump(t.noise(260, detail=3), 0.0006 * grain)))


WOODS = frozenset(("oak", "walnut", "pine", "wood", "dark_wood"))
"""What floors are laid of in boards."""


def boards(wood: str = "oak", *colours: str, width: float = 0.16, length: float = 1.9, seed: int = 0, finish: tuple[str, ...] = ()) -> bpy.types.Material:
    """A floor of wooden boards that run away from the camera, butted end to end, with open joints."""
    return standard(wood, *colours, size=4.0, seed=seed, finish=finish, along="y", plank=width, length=length, gap=0.0022)


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
