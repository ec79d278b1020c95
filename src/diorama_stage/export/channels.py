# SPDX-License-Identifier: GPL-3.0-or-later
"""A look taken apart: Blender's shader graph, whatever it mixes, becomes the channels of one metallic-roughness surface.

material → copy whose inputs (position, UV, …) are read from attributes → its shaders reduced to channels → outputs that a render writes

What depends on the kind of ray is taken as the lens sees it, what depends on the angle as seen from the front.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import bpy

Socket = bpy.types.NodeSocket
Value = float | tuple[float, float, float] | Socket
FRONT = {"ShaderNodeLayerWeight": {"Facing": 0.1, "Fresnel": 0.05}, "ShaderNodeFresnel": {"Fac": 0.05}}
"""What these nodes give where a surface is looked at from the front."""
RAYS = {"Is Camera Ray": 1.0}
SOURCES = {
    ("ShaderNodeTexCoord", "Object"): "x_object", ("ShaderNodeTexCoord", "Generated"): "x_object", ("ShaderNodeTexCoord", "UV"): "x_uv", ("ShaderNodeTexCoord", "Normal"): "x_normal",
    ("ShaderNodeNewGeometry", "Position"): "x_position", ("ShaderNodeNewGeometry", "Normal"): "x_normal", ("ShaderNodeNewGeometry", "True Normal"): "x_normal",
    ("ShaderNodeNewGeometry", "Incoming"): "x_normal", ("ShaderNodeUVMap", "UV"): "x_uv", ("ShaderNodeObjectInfo", "Random"): "x_random",
    ("ShaderNodeHairInfo", "Intercept"): "x_along",
}  # fmt: skip
"""Which attribute of the baked mesh (see `evaluate`) stands in for a node's output."""


@dataclass(frozen=True)
class Surface:
    """The channels of a shader; a Value is constant or a socket of the copy's graph."""

    base: Value = (0.0, 0.0, 0.0)
    glow: Value = (0.0, 0.0, 0.0)
    fuzz: Value = (0.0, 0.0, 0.0)
    alpha: Value = 1.0
    rough: Value = 1.0
    metal: Value = 0.0
    coat: Value = 0.0
    height: Value = 0.0
    """Relief, metres."""
    transmission: Value = 0.0
    coat_rough: float = 0.03
    fuzz_rough: float = 0.5
    ior: float = 1.5
    specular: float = 1.0
    """Share of the usual reflection of a dielectric."""
    kind: str = "solid"
    """solid, clear (lets all light through), gloss, glow (only shines)"""


@dataclass
class Look:
    """A material ready to be baked, and what is known of it without baking."""

    material: bpy.types.Material
    surface: Surface
    absorption: tuple[tuple[float, float, float], float] | None = None
    """Of its inside: colour and density per metre."""


def attributes_of(materials) -> frozenset[str]:
    """Names of all mesh attributes that the materials read."""
    return frozenset(n.attribute_name for m in materials if m.node_tree for n in m.node_tree.nodes if n.bl_idname == "ShaderNodeAttribute" and n.attribute_name)


def take_apart(material: bpy.types.Material) -> Look:
    """A copy of the material that shines nowhere and writes its channels to arbitrary outputs (AOVs) named as the fields of Surface."""
    made = material.copy()
    made.name = f"bake {material.name}"
    tree = made.node_tree
    if tree is None or not made.use_nodes:
        made.use_nodes = True
        tree = made.node_tree
    graph = _Graph(tree)
    graph.replace(graph.from_attribute)
    out = next((n for n in tree.nodes if n.bl_idname == "ShaderNodeOutputMaterial" and n.is_active_output and n.inputs["Surface"].is_linked), None)
    surface = graph.reduce(out.inputs["Surface"]) if out else Surface()
    look = Look(made, surface, graph.absorption(out))
    graph.replace(graph.as_the_lens)
    graph.finish(surface)
    return look


class _Graph:
    def __init__(self, tree: bpy.types.NodeTree):
        self.tree = tree

    # reducing shaders

    def reduce(self, socket: Socket) -> Surface:
        """The surface that the shader linked to this input makes."""
        if not socket.is_linked:
            return Surface(kind="none")
        node = socket.links[0].from_node
        handler = getattr(self, "_" + node.bl_idname.removeprefix("ShaderNode").lower(), None)
        return handler(node) if handler else Surface(kind="none")

    def _bsdfprincipled(self, n) -> Surface:
        fuzz = self.product(self.value(n.inputs["Sheen Tint"]), self.value(n.inputs["Sheen Weight"]))
        glow = self.product(self.value(n.inputs["Emission Color"]), self.value(n.inputs["Emission Strength"]))
        return Surface(
            base=self.value(n.inputs["Base Color"]), glow=glow, fuzz=fuzz, alpha=self.value(n.inputs["Alpha"]), rough=self.value(n.inputs["Roughness"]), metal=self.value(n.inputs["Metallic"]),
            coat=self.value(n.inputs["Coat Weight"]), height=self.relief(n.inputs["Normal"]), transmission=self.value(n.inputs["Transmission Weight"]),
            coat_rough=n.inputs["Coat Roughness"].default_value, fuzz_rough=n.inputs["Sheen Roughness"].default_value, ior=n.inputs["IOR"].default_value,
            specular=min(2 * n.inputs["Specular IOR Level"].default_value, 1.0),
        )  # fmt: skip

    def _bsdfdiffuse(self, n) -> Surface:
        return Surface(base=self.value(n.inputs["Color"]), height=self.relief(n.inputs["Normal"]), specular=0.0)

    _bsdftranslucent = _bsdfdiffuse

    def _bsdfanisotropic(self, n) -> Surface:
        return Surface(base=self.value(n.inputs["Color"]), rough=self.value(n.inputs["Roughness"]), metal=1.0, height=self.relief(n.inputs["Normal"]), kind="gloss")

    _bsdfglossy = _bsdfanisotropic

    def _bsdfhairprincipled(self, n) -> Surface:
        return Surface(base=self.value(n.inputs["Color"]), rough=self.value(n.inputs["Roughness"]), ior=n.inputs["IOR"].default_value)

    def _bsdfglass(self, n) -> Surface:
        return Surface(base=self.value(n.inputs["Color"]), rough=self.value(n.inputs["Roughness"]), transmission=1.0, ior=n.inputs["IOR"].default_value, height=self.relief(n.inputs["Normal"]))

    _bsdfrefraction = _bsdfglass

    def _bsdftransparent(self, n) -> Surface:
        return Surface(base=self.value(n.inputs["Color"]), alpha=0.0, rough=0.0, kind="clear")

    def _emission(self, n) -> Surface:
        return Surface(glow=self.product(self.value(n.inputs["Color"]), self.value(n.inputs["Strength"])), specular=0.0, kind="glow")

    def _mixshader(self, n) -> Surface:
        a, b = self.reduce(n.inputs[1]), self.reduce(n.inputs[2])
        if a.kind == "none" or b.kind == "none":
            return a if b.kind == "none" else b
        if self.depends_on_ray(n.inputs[0]):
            return a
        share = self.value(n.inputs[0])
        if {a.kind, b.kind} == {"clear", "gloss"}:  # a thin sheet of glass
            clear, gloss = (a, b) if a.kind == "clear" else (b, a)
            return replace(gloss, base=clear.base, metal=0.0, transmission=1.0, kind="solid")
        if a.kind == "clear":
            return replace(b, alpha=self.product(b.alpha, share))
        if b.kind == "clear":
            return replace(a, alpha=self.product(a.alpha, self.less(share)))
        main = a if not isinstance(share, float) or share < 0.5 else b
        return replace(main, **{name: self.between(share, getattr(a, name), getattr(b, name)) for name in ("base", "glow", "fuzz", "alpha", "rough", "metal", "coat", "transmission")})

    def _addshader(self, n) -> Surface:
        a, b = self.reduce(n.inputs[0]), self.reduce(n.inputs[1])
        if "none" in (a.kind, b.kind):
            return a if b.kind == "none" else b
        main, other = (b, a) if a.kind in ("glow", "clear") else (a, b)
        if "clear" in (a.kind, b.kind):  # a flame: it hides little of what is behind
            return replace(main, alpha=0.7)
        return replace(main, base=self.sum(main.base, other.base), glow=self.sum(main.glow, other.glow))

    def relief(self, socket: Socket) -> Value:
        """Height in metres of the bumps that perturb this normal."""
        if not socket.is_linked or socket.links[0].from_node.bl_idname != "ShaderNodeBump":
            return 0.0
        n = socket.links[0].from_node
        depth = self.product(self.value(n.inputs["Distance"]), self.value(n.inputs["Strength"]))
        own = self.product(self.value(n.inputs["Height"]), depth)
        own = self.product(own, -1.0) if n.invert else own
        return self.sum(own, self.relief(n.inputs["Normal"]))

    def absorption(self, out) -> tuple | None:
        if out is None or not out.inputs["Volume"].is_linked:
            return None
        n = out.inputs["Volume"].links[0].from_node
        return (tuple(n.inputs["Color"].default_value[:3]), n.inputs["Density"].default_value) if n.bl_idname == "ShaderNodeVolumeAbsorption" else None

    def depends_on_ray(self, socket: Socket) -> bool:
        """True where the value comes from the kind of ray, or from the air before it."""
        todo, done = [socket], set()
        while todo:
            for link in todo.pop().links:
                node = link.from_node
                if node.bl_idname in ("ShaderNodeLightPath", "ShaderNodeGroup"):
                    return True
                if node.name not in done:
                    done.add(node.name)
                    todo += [s for s in node.inputs if s.is_linked]
        return False

    # values

    def value(self, socket: Socket) -> Value:
        if socket.is_linked:
            return socket.links[0].from_socket
        held = socket.default_value
        return tuple(held)[:3] if hasattr(held, "__len__") else float(held)

    def math(self, operation: str, a: Value, b: Value) -> Socket:
        """Of numbers, or of colours channel by channel."""
        if isinstance(a, tuple) or isinstance(b, tuple) or "RGBA" in (getattr(a, "type", ""), getattr(b, "type", "")) or "VECTOR" in (getattr(a, "type", ""), getattr(b, "type", "")):
            node = self.tree.nodes.new("ShaderNodeVectorMath")
            widen = lambda v: (v,) * 3 if isinstance(v, float) else v  # noqa: E731
            a, b = widen(a), widen(b)
        else:
            node = self.tree.nodes.new("ShaderNodeMath")
        node.operation = operation
        for socket, v in zip(node.inputs, (a, b), strict=False):
            self.put(v, socket)
        return node.outputs[0]

    def put(self, v: Value, socket: Socket) -> None:
        if isinstance(v, bpy.types.NodeSocket):
            self.tree.links.new(v, socket)
        elif hasattr(socket.default_value, "__len__"):
            socket.default_value = ((v,) * 3 if isinstance(v, float) else v) + ((1.0,) if len(socket.default_value) == 4 else ())
        else:
            socket.default_value = v if isinstance(v, float) else sum(v) / 3

    def sum(self, a: Value, b: Value) -> Value:
        if _are_constant(a, b):
            return _folded(a, b, float.__add__)
        return b if _is(a, 0) else a if _is(b, 0) else self.math("ADD", a, b)

    def product(self, a: Value, b: Value) -> Value:
        if _are_constant(a, b):
            return _folded(a, b, float.__mul__)
        if _is(a, 0) or _is(b, 0):
            return 0.0
        return b if a == 1.0 else a if b == 1.0 else self.math("MULTIPLY", a, b)

    def less(self, a: Value) -> Value:
        return 1.0 - a if isinstance(a, float) else self.math("SUBTRACT", 1.0, a)

    def between(self, share: Value, a: Value, b: Value) -> Value:
        if not isinstance(a, bpy.types.NodeSocket) and a == b:
            return a
        return self.sum(self.product(a, self.less(share)), self.product(b, share))

    # what the copy reads and writes

    def replace(self, stand_in: Callable) -> None:
        """Link what `stand_in` (node, output → another output or None) gives in place of every output."""
        for node in list(self.tree.nodes):
            for socket in [s for s in node.outputs if s.is_linked]:
                made = stand_in(node, socket)
                if made is not None:
                    for link in list(socket.links):
                        self.tree.links.new(made, link.to_socket)

    def from_attribute(self, node, socket: Socket) -> Socket | None:
        """Where it is read, from the mesh that is baked."""
        source = SOURCES.get((node.bl_idname, socket.name))
        if source is None:
            return None
        made = self.tree.nodes.new("ShaderNodeAttribute")
        made.attribute_name = source
        return made.outputs["Fac" if socket.type == "VALUE" else "Vector"]

    def as_the_lens(self, node, socket: Socket) -> Socket | None:
        """What depends on the ray: as the lens sees it, from the front."""
        if node.bl_idname not in FRONT and node.bl_idname != "ShaderNodeLightPath":
            return None
        made = self.tree.nodes.new("ShaderNodeValue")
        made.outputs[0].default_value = FRONT.get(node.bl_idname, RAYS).get(socket.name, 0.0)
        return made.outputs[0]

    def finish(self, surface: Surface) -> None:
        """Write the channels; nothing else shines."""
        nodes = self.tree.nodes
        for node in [n for n in nodes if n.bl_idname in ("ShaderNodeOutputMaterial", "ShaderNodeOutputAOV")]:
            nodes.remove(node)
        out, dark = nodes.new("ShaderNodeOutputMaterial"), nodes.new("ShaderNodeEmission")
        dark.inputs["Strength"].default_value = 0.0
        self.tree.links.new(dark.outputs[0], out.inputs["Surface"])
        for name in ("base", "glow", "fuzz"):
            self.put(getattr(surface, name), self._write(name, "Color"))
        for name, three in PACKED.items():
            both = nodes.new("ShaderNodeCombineColor")
            for channel, socket in zip(three, both.inputs, strict=False):
                self.put(getattr(surface, channel), socket)
            self.tree.links.new(both.outputs[0], self._write(name, "Color"))
        self.put((1.0, 1.0, 1.0), self._write("cover", "Color"))
        for name in ("x_position", "x_normal"):
            made = nodes.new("ShaderNodeAttribute")
            made.attribute_name = name
            self.tree.links.new(made.outputs["Vector"], self._write(name, "Color"))

    def _write(self, name: str, kind: str) -> Socket:
        node = self.tree.nodes.new("ShaderNodeOutputAOV")
        node.aov_name = name
        return node.inputs[kind]


PACKED = {"arm": ("alpha", "rough", "metal"), "tch": ("transmission", "coat", "height")}
"""Numbers that share a colour output."""
OUTPUTS = ("base", "glow", "fuzz", *PACKED, "cover", "x_position", "x_normal")
"""Of these `cover` is the share of the pixel that anything covers."""


def _is(v: Value, number: float) -> bool:
    return not isinstance(v, bpy.types.NodeSocket) and (v == number if isinstance(v, float) else all(c == number for c in v))


def _are_constant(*values: Value) -> bool:
    return not any(isinstance(v, bpy.types.NodeSocket) for v in values)


def _folded(a: Value, b: Value, how) -> Value:
    """Of constants, the result; by channel where either is a colour."""
    if isinstance(a, float) and isinstance(b, float):
        return how(a, b)
    a, b = (v if isinstance(v, tuple) else (v,) * 3 for v in (a, b))
    return tuple(how(float(x), float(y)) for x, y in zip(a, b, strict=True))
