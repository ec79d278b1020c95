# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand for wiring shader nodes."""

from __future__ import annotations

from collections.abc import Callable

import bpy

SOCKETS = {"RGBA": "NodeSocketColor", "VECTOR": "NodeSocketVector", "VALUE": "NodeSocketFloat"}
"""Kinds of values → kinds of sockets."""


def linear(hex: str) -> tuple[float, float, float, float]:
    """sRGB `#rrggbb` to scene-linear Rec.709 with alpha 1."""
    channels = [int(hex[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return (*(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels), 1.0)


class Nodes:
    """`n.math("ADD", a, b)` and the like return output sockets; numbers and sockets may be mixed.

    Each value that is set makes Blender look through the whole tree: what has the value already is left alone.
    """

    def __init__(self, tree: bpy.types.NodeTree):
        self.tree = tree
        tree.nodes.clear()

    def node(self, kind: str, inputs: dict | None = None, **settings) -> bpy.types.Node:
        node = self.tree.nodes.new(kind)
        for name, value in settings.items():
            if getattr(node, name) != value:
                setattr(node, name, value)
        for key, value in (inputs or {}).items():
            self.link(value, node.inputs[key])
        return node

    def link(self, value, socket: bpy.types.NodeSocket) -> None:
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif not isinstance(value, int | float) or socket.default_value != value:
            socket.default_value = value

    def group(self, name: str, values: tuple, build: Callable[..., tuple], *, shared: bool = False) -> tuple:
        """What `build(nodes, *sockets)` gives, sockets or a tuple of them, wired in a tree of its own that is one node here; `values`: sockets of this tree.

        Blender goes through the whole tree with every node that is added: a tree of 500 costs ten times as much as five of 100. `shared`: all of that name
        are the same, and are built once.
        """
        tree = bpy.data.node_groups.get(name) if shared else None
        if tree is None:
            tree = self._grouped(name, values, build)
        node = self.tree.nodes.new("ShaderNodeGroup")
        node.node_tree = tree  # its sockets are there from here on
        for k, value in enumerate(values):
            self.tree.links.new(value, node.inputs[k])
        return tuple(node.outputs)

    def _grouped(self, name: str, values: tuple, build: Callable[..., tuple]) -> bpy.types.NodeTree:
        tree = bpy.data.node_groups.new(name, "ShaderNodeTree")
        inner = Nodes(tree)
        for k, value in enumerate(values):
            tree.interface.new_socket(f"in {k}", in_out="INPUT", socket_type=SOCKETS[value.type])
        within = inner.node("NodeGroupInput").outputs
        made = build(inner, *(within[k] for k in range(len(values))))
        for k, socket in enumerate(made):
            tree.interface.new_socket(f"out {k}", in_out="OUTPUT", socket_type=SOCKETS[socket.type])
        out = inner.node("NodeGroupOutput")
        for k, socket in enumerate(made):
            tree.links.new(socket, out.inputs[k])
        return tree

    def output(self, shader, volume=None) -> None:
        out = self.node("ShaderNodeOutputMaterial")
        self.link(shader, out.inputs[0])
        if volume is not None:
            self.link(volume, out.inputs[1])

    def value(self, number: float):
        node = self.node("ShaderNodeValue")
        node.outputs[0].default_value = number
        return node.outputs[0]

    def math(self, operation: str, *values, clamp: bool = False):
        return self.node("ShaderNodeMath", dict(enumerate(values)), operation=operation, use_clamp=clamp).outputs[0]

    def mix(self, factor, a, b, blend: str = "MIX"):
        return self.node("ShaderNodeMix", {0: factor, 6: a, 7: b}, data_type="RGBA", blend_type=blend).outputs[2]

    def step(self, value, low: float, high: float):
        return self.node("ShaderNodeMapRange", {"Value": value, "From Min": low, "From Max": high}, interpolation_type="SMOOTHSTEP").outputs["Result"]

    def place(self, seed: int):
        """Position in the thing's own frame, metres, shifted by the seed so that no two look alike."""
        coordinates = self.node("ShaderNodeTexCoord").outputs["Object"]
        shift = ((seed * 1.7) % 11, (seed * 2.3) % 13, (seed * 3.1) % 7)
        return self.node("ShaderNodeVectorMath", {0: coordinates, 1: shift}, operation="ADD").outputs[0]

    def stretch(self, vector, x: float, y: float, z: float):
        return self.node("ShaderNodeVectorMath", {0: vector, 1: (x, y, z)}, operation="MULTIPLY").outputs[0]

    def noise(self, vector, scale: float, *, detail: float = 3.0, roughness: float = 0.55, distortion: float = 0.0):
        return self.node("ShaderNodeTexNoise", {"Vector": vector, "Scale": scale, "Detail": detail, "Roughness": roughness, "Distortion": distortion}).outputs[0]

    def cells(self, vector, scale: float, feature: str = "F1", output: str = "Distance"):
        return self.node("ShaderNodeTexVoronoi", {"Vector": vector, "Scale": scale}, feature=feature).outputs[output]
