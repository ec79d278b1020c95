# SPDX-License-Identifier: GPL-3.0-or-later
"""Surfaces as scattered light finds them: without relief. What bends a surface's normal by a bump works its height out three times over, at every
hit of every ray; light that was scattered before shows nothing of it. Seen, or mirrored, or through glass, surfaces keep all they have.

every shader with a bump → mixed with the same shader without it, by whether the ray was scattered on its way (the nodes of a side that has no share are not run)
"""

from __future__ import annotations

from collections.abc import Iterator

import bpy

NORMALS = ("Normal", "Coat Normal", "Clearcoat Normal")


def spare_relief() -> int:
    """Spare the relief of every material of the open file where only scattered light sees it. Returns how many shaders have a second, smooth one."""
    return sum(_spare(tree) for tree in _trees())


def _trees() -> Iterator[bpy.types.NodeTree]:
    yield from (m.node_tree for m in bpy.data.materials if m.users and m.use_nodes)
    yield from (g for g in bpy.data.node_groups if g.users and g.bl_idname == "ShaderNodeTree")


def _spare(tree: bpy.types.NodeTree) -> int:
    bumped = [n for n in tree.nodes if _shades(n) and any(_bent(n.inputs[name]) for name in NORMALS if name in n.inputs)]
    if not bumped:
        return 0
    scattered = tree.nodes.new("ShaderNodeMath")
    scattered.operation = "GREATER_THAN"
    tree.links.new(tree.nodes.new("ShaderNodeLightPath").outputs["Diffuse Depth"], scattered.inputs[0])
    for node in bumped:
        led = [link.to_socket for link in node.outputs[0].links]
        mix = tree.nodes.new("ShaderNodeMixShader")
        for value, socket in zip((scattered.outputs[0], node.outputs[0], _smooth(tree, node).outputs[0]), mix.inputs, strict=True):
            tree.links.new(value, socket)
        for socket in led:
            tree.links.new(mix.outputs[0], socket)
    return len(bumped)


def _shades(node: bpy.types.Node) -> bool:
    return bool(node.outputs) and node.outputs[0].type == "SHADER" and node.outputs[0].is_linked


def _bent(socket: bpy.types.NodeSocket) -> bpy.types.Node | None:
    """The bump that bends this normal."""
    node = socket.links[0].from_node if socket.is_linked else None
    return node if node is not None and node.bl_idname == "ShaderNodeBump" else None


def _smooth(tree: bpy.types.NodeTree, node: bpy.types.Node) -> bpy.types.Node:
    """The same shader with the normal that its bumps began with."""
    copy = tree.nodes.new(node.bl_idname)
    own = set(node.bl_rna.properties.keys()) - set(bpy.types.ShaderNode.bl_rna.properties.keys())
    for name in own:
        if not node.bl_rna.properties[name].is_readonly and getattr(copy, name) != getattr(node, name):
            setattr(copy, name, getattr(node, name))
    for old, new in zip(node.inputs, copy.inputs, strict=True):
        source = old
        while old.name in NORMALS and (bump := _bent(source)) is not None:
            source = bump.inputs["Normal"]
        if source.is_linked:
            tree.links.new(source.links[0].from_socket, new)
        elif source is old and hasattr(old, "default_value") and _held(old) != _held(new):
            new.default_value = old.default_value
    return copy


def _held(socket: bpy.types.NodeSocket) -> object:
    value = socket.default_value
    return tuple(value) if hasattr(value, "__len__") else value


__all__ = ["spare_relief"]
