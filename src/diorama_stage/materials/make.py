# SPDX-License-Identifier: GPL-3.0-or-later
"""From a Look to a Blender material. (First version: one principled shader.)"""

from __future__ import annotations

import bpy

from diorama_stage.materials.look import Look

NAMES: tuple[str, ...] = ()
_made: dict[Look, bpy.types.Material] = {}


def linear(hex: str) -> tuple[float, float, float, float]:
    """sRGB `#rrggbb` to scene-linear Rec.709 with alpha 1."""
    channels = [int(hex[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return (*(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels), 1.0)


def material(look: Look) -> bpy.types.Material:
    made = bpy.data.materials.new(look.material)
    made.use_nodes = True
    shader = made.node_tree.nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = linear(look.colours[0]) if look.colours else (0.5, 0.5, 0.5, 1)
    shader.inputs["Roughness"].default_value = 0.4
    if look.material in ("glass", "liquid"):
        shader.inputs["Transmission Weight"].default_value = 1.0
    if look.material in ("brass", "steel", "chrome"):
        shader.inputs["Metallic"].default_value = 1.0
    return made
