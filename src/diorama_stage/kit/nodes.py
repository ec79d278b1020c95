# SPDX-License-Identifier: GPL-3.0-or-later
"""A short way to write node materials: each call makes a node and returns its output socket.

`t = Tree("water"); n = t.noise(4, detail=8); t.surface(t.principled(colour=t.ramp(n, …)))`.
"""

from __future__ import annotations

import bpy

Socket = bpy.types.NodeSocket


def linear(colour) -> tuple[float, float, float, float]:
    """`#rrggbb` (sRGB) or three linear numbers to linear RGBA."""
    if isinstance(colour, str):
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        return (*(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels), 1.0)
    return (*tuple(colour)[:3], 1.0)


class Tree:
    """A material under construction."""

    def __init__(self, name: str):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.nodes, self.links = self.material.node_tree.nodes, self.material.node_tree.links
        self.nodes.clear()
        self.output = self.nodes.new("ShaderNodeOutputMaterial")

    def node(self, kind: str, inputs: dict | None = None, **settings) -> bpy.types.Node:
        """A node of type `ShaderNode<kind>`; inputs by name or index are sockets (linked) or values; colours may be `#rrggbb`."""
        node = self.nodes.new(f"ShaderNode{kind}")
        for name, value in settings.items():
            setattr(node, name, value)
        for key, value in (inputs or {}).items():
            self.put(node.inputs[key], value)
        return node

    def put(self, socket: Socket, value) -> None:
        if value is None:
            return
        if isinstance(value, bpy.types.NodeSocket):
            self.links.new(value, socket)
        elif socket.type == "RGBA":
            socket.default_value = linear(value) if not isinstance(value, (int, float)) else (value, value, value, 1)
        elif socket.type == "VECTOR" and isinstance(value, (int, float)):
            socket.default_value = (value, value, value)
        else:
            socket.default_value = value

    def position(self) -> Socket:
        """World position, metres."""
        return self.node("NewGeometry").outputs["Position"]

    def normal(self) -> Socket:
        return self.node("NewGeometry").outputs["Normal"]

    def uv(self) -> Socket:
        return self.node("TexCoord").outputs["UV"]

    def attribute(self, name: str, out: str = "Color") -> Socket:
        return self.node("Attribute", attribute_name=name).outputs[out]

    def random(self) -> Socket:
        """A number 0..1, one per object or instance."""
        return self.node("ObjectInfo").outputs["Random"]

    def xyz(self, vector: Socket) -> tuple[Socket, Socket, Socket]:
        node = self.node("SeparateXYZ", {0: vector})
        return node.outputs[0], node.outputs[1], node.outputs[2]

    def combine(self, x=0.0, y=0.0, z=0.0) -> Socket:
        return self.node("CombineXYZ", {0: x, 1: y, 2: z}).outputs[0]

    def scaled(self, vector: Socket, scale, shift=(0, 0, 0)) -> Socket:
        """The vector times `scale` (number or three) plus `shift`."""
        scale = (scale,) * 3 if isinstance(scale, (int, float)) else scale
        return self.node("VectorMath", {0: vector, 1: scale, 2: shift}, operation="MULTIPLY_ADD").outputs[0]

    def math(self, operation: str, a, b=None, c=None, *, clamp: bool = False) -> Socket:
        return self.node("Math", {0: a, 1: b, 2: c}, operation=operation, use_clamp=clamp).outputs[0]

    def span(self, value: Socket, low: float, high: float, out0=0.0, out1=1.0, *, smooth: bool = True) -> Socket:
        """Map low..high to out0..out1, clamped."""
        kind = "SMOOTHSTEP" if smooth else "LINEAR"
        return self.node("MapRange", {0: value, 1: low, 2: high, 3: out0, 4: out1}, interpolation_type=kind).outputs[0]

    def noise(self, scale: float, *, detail: float = 5.0, roughness: float = 0.55, vector: Socket | None = None, out: str = "Fac", distortion: float = 0.0) -> Socket:
        """Fractal noise at a world position (or `vector`): `scale` features per metre."""
        return self.node("TexNoise", {"Vector": vector or self.position(), "Scale": scale, "Detail": detail, "Roughness": roughness, "Distortion": distortion}).outputs[out]

    def cells(self, scale: float, *, feature: str = "F1", out: str = "Distance", vector: Socket | None = None, randomness: float = 1.0) -> Socket:
        return self.node("TexVoronoi", {"Vector": vector or self.position(), "Scale": scale, "Randomness": randomness}, feature=feature).outputs[out]

    def mix(self, factor, a, b, *, blend: str = "MIX") -> Socket:
        """Mix colours."""
        node = self.node("Mix", data_type="RGBA", blend_type=blend)
        self.put(node.inputs[0], factor)
        self.put(node.inputs[6], a)
        self.put(node.inputs[7], b)
        return node.outputs[2]

    def ramp(self, factor: Socket, stops: list[tuple[float, str]], *, interpolation: str = "LINEAR") -> Socket:
        node = self.node("ValToRGB", {0: factor})
        node.color_ramp.interpolation = interpolation
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position, element.color = position, linear(colour)
        return node.outputs[0]

    def bump(self, height: Socket, distance: float, *, strength: float = 1.0, normal: Socket | None = None) -> Socket:
        """A perturbed normal from a height 0..1 of `distance` metres."""
        return self.node("Bump", {"Strength": strength, "Distance": distance, "Height": height, "Normal": normal}).outputs[0]

    def principled(self, colour="#808080", rough=0.5, *, normal: Socket | None = None, metal=0.0, **more) -> Socket:
        """`more`: other inputs by name with _ for blanks (Transmission_Weight=1)."""
        inputs = {"Base Color": colour, "Roughness": rough, "Normal": normal, "Metallic": metal, **{k.replace("_", " "): v for k, v in more.items()}}
        return self.node("BsdfPrincipled", inputs).outputs[0]

    def gain(self) -> Socket:
        """The value node "gain" of a material that glows; the light scales it."""
        node = self.node("Value")
        node.name = "gain"
        node.outputs[0].default_value = 1.0
        return node.outputs[0]

    def emission(self, colour, strength=1.0) -> Socket:
        """Light of `strength` times the material's gain."""
        return self.node("Emission", {0: colour, 1: self.math("MULTIPLY", strength, self.gain())}).outputs[0]

    def blend(self, factor, a: Socket, b: Socket) -> Socket:
        """Mix shaders."""
        return self.node("MixShader", {0: factor, 1: a, 2: b}).outputs[0]

    def sum(self, a: Socket, b: Socket) -> Socket:
        return self.node("AddShader", {0: a, 1: b}).outputs[0]

    def surface(self, shader: Socket) -> bpy.types.Material:
        self.links.new(shader, self.output.inputs["Surface"])
        return self.material
