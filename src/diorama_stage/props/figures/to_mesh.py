# SPDX-License-Identifier: GPL-3.0-or-later
"""What a figure is made of, and its skin as an object."""

from __future__ import annotations

import bpy

from diorama_stage.kit import Builder, Spec
from diorama_stage.kit.mesher import mesh
from diorama_stage.props.figures.model import Model

MEDIA = {
    "bronze": {"material": "patinated_bronze"},
    "verdigris": {"material": "patinated_bronze", "colour": "#55604f"},
    "gilt": {"material": "patinated_bronze", "colour": "#9a7434"},
    "marble": {"material": "statuary_marble"},
    "basalt": {"material": "statuary_marble", "colour": "#26272a"},
    "ceramic": {"material": "ceramic"},
    "terracotta": {"material": "terracotta"},
    "limewood": {"material": "wood", "colour": "#b58c5c"},
}
"""A sculptor's materials."""


def medium(spec: Spec, b: Builder, usual: dict[str, str]) -> dict:
    """A material by the seed, among those the species is usually made of (with a colour of its own there, or ""). A colour that is asked for needs one that takes it."""
    if spec.colours:
        return {"material": taking(spec.colours[0])}
    name = b.choose(*usual)
    look = dict(MEDIA[name])
    return look | ({"colour": usual[name]} if usual[name] else {})


def taking(colour: str) -> str:
    """Dark colours are a patina, light greys are stone, all others a glaze."""
    r, g, b = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    if max(r, g, b) < 0.28:
        return "patinated_bronze"
    return "statuary_marble" if max(r, g, b) - min(r, g, b) < 0.13 and min(r, g, b) > 0.45 else "ceramic"


def cast(name: str, made: Model) -> bpy.types.Object:
    return mesh(name, made.points, made.quads, smooth=True, colours=made.tint)
