# SPDX-License-Identifier: GPL-3.0-or-later
"""The look of a thing of one's own: its file's materials stay, but where words ask for others."""

from __future__ import annotations

import re

import bpy
import numpy as np

from diorama_catalogue import shared
from diorama_stage.dress import MOST, PLAIN, look_of
from diorama_stage.kit import Built, Slot
from diorama_stage.materials import material
from diorama_stage.scene_view import Surface

BARE = Slot("plastic", "#c9c6c0", finish=("matte",))
"""Of a file that says nothing about materials, and of what is only to have another colour."""


def look(built: Built, surface: Surface, parts: dict[str, Surface], seed: int) -> list[str]:
    """Put asked surfaces on the largest materials of the thing, or on the parts that are named. Returns the parts that its file calls nothing by."""
    asked = surface if surface["material"] or surface["colours"] or surface["pattern"] or surface["finish"] else None
    covered = _largest(built.objects)
    size = float(max(built.high - built.low))
    for o in built.objects:
        if not o.data.materials:
            o.data.materials.append(None)
    found = {name: _slots(built.objects, name) for name in parts}
    for o in built.objects:
        for k, kept in enumerate(o.data.materials):
            own = next((parts[name] for name, slots in found.items() if (o.name, k) in slots), None)
            wanted = own or (asked if kept is None or kept.name in covered else None)
            if wanted is None and _bare(kept) and o.data.color_attributes:
                o.data.materials[k] = _painted(o.data.color_attributes.active_color or o.data.color_attributes[0])
            elif wanted is not None or kept is None:
                o.data.materials[k] = material(look_of(BARE, wanted or PLAIN, size=size, seed=seed))
    return [name for name, slots in found.items() if not slots]


def _slots(objects: list[bpy.types.Object], part: str) -> set[tuple[str, int]]:
    """Where a part's materials are: those that the file calls so, else those of objects that it calls so; by the nearest word for it that the file has."""
    alike = [words for key, words in shared().parts.items() if part == key or part in words]
    for word in dict.fromkeys((part, *(word for words in alike for word in words))):
        called = re.compile(rf"{re.escape(word.replace('_', ' '))}s?(?![a-z])")
        slots = {(o.name, k) for o in objects for k, m in enumerate(o.data.materials) if m is not None and called.search(_spelled(m.name))}
        slots = slots or {(o.name, k) for o in objects if called.search(_spelled(o.name)) for k in range(len(o.data.materials))}
        if slots:
            return slots
    return set()


def _spelled(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower().replace("_", " ")


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
