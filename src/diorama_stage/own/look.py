# SPDX-License-Identifier: GPL-3.0-or-later
"""The look of a thing of one's own: its file's materials stay, but where words ask for others."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.dress import MOST, PLAIN, look_of
from diorama_stage.kit import Built, Slot
from diorama_stage.materials import material
from diorama_stage.scene_view import Surface

BARE = Slot("plastic", "#c9c6c0", finish=("matte",))
"""Of a file that says nothing about materials, and of what is only to have another colour."""


def look(built: Built, surface: Surface, parts: dict[str, Surface], seed: int) -> None:
    """Put asked surfaces on the largest materials of the thing, or on the parts that are named."""
    asked = surface if surface["material"] or surface["colours"] or surface["pattern"] or surface["finish"] else None
    covered = _largest(built.objects)
    size = float(max(built.high - built.low))
    for o in built.objects:
        own = next((of for name, of in parts.items() if name.replace("_", " ") in _called(o)), None)
        if not o.data.materials:
            o.data.materials.append(None)
        for k, kept in enumerate(o.data.materials):
            wanted = own or (asked if kept is None or kept.name in covered else None)
            if wanted is None and _bare(kept) and o.data.color_attributes:
                o.data.materials[k] = _painted(o.data.color_attributes.active_color or o.data.color_attributes[0])
            elif wanted is not None or kept is None:
                o.data.materials[k] = material(look_of(BARE, wanted or PLAIN, size=size, seed=seed))


def _bare(of: bpy.types.Material | None) -> bool:
    """Whether a file says nothing about a surface: no material, or what the reader of glTF puts in its place."""
    return of is None or of.name.split(".")[0] == "DefaultMaterial"


def _painted(colours: bpy.types.Attribute) -> bpy.types.Material:
    """The colours at the corners of a mesh (scans have them) on a half-matt ground."""
    made = bpy.data.materials.new("painted")
    made.use_nodes = True
    nodes, links = made.node_tree.nodes, made.node_tree.links
    paint = nodes.new("ShaderNodeVertexColor")
    paint.layer_name = colours.name
    nodes["Principled BSDF"].inputs["Roughness"].default_value = 0.6
    links.new(paint.outputs["Color"], nodes["Principled BSDF"].inputs["Base Color"])
    return made


def _called(o: bpy.types.Object) -> str:
    """What the file calls an object and its materials."""
    return " ".join([o.name, *(m.name for m in o.data.materials if m)]).lower().replace("_", " ")


def _pictured(of: bpy.types.Material) -> bool:
    return of.node_tree is not None and any(node.type == "TEX_IMAGE" and node.image for node in of.node_tree.nodes)


def _largest(objects: list[bpy.types.Object]) -> set[str]:
    """Names of the materials that cover most of it, the largest first; pictures on it (labels) are no ground for another material, where there is another."""
    areas: dict[str, float] = {}
    for o in objects:
        each, index = np.empty(len(o.data.polygons)), np.empty(len(o.data.polygons), np.int32)
        o.data.polygons.foreach_get("area", each)
        o.data.polygons.foreach_get("material_index", index)
        for k, one in enumerate(o.data.materials):
            if one is not None:
                areas[one.name] = areas.get(one.name, 0.0) + float(each[index == k].sum())
    plain = {name: area for name, area in areas.items() if not _pictured(bpy.data.materials[name])}
    areas = plain or areas
    covered: set[str] = set()
    for name in sorted(areas, key=lambda n: -areas[n]):
        if sum(areas[n] for n in covered) < MOST * sum(areas.values()):
            covered.add(name)
    return covered
