# SPDX-License-Identifier: GPL-3.0-or-later
"""Eyes: a white ball with an iris that lies behind a clear, wet cornea; turned to where they look."""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people.mesh import mesh_of
from diorama_stage.people.pack import base

IRIS = 0.5
"""The iris's radius by the eyeball's: 11.8 of 24 mm."""
RINGS, AROUND = 40, 48


@dataclass(frozen=True)
class Ball:
    centre: np.ndarray
    radius: float


def ball(verts: np.ndarray, side: str) -> Ball:
    """The eyeball that the base mesh holds room for, at rest. `side`: l or r."""
    points = verts[base().groups[f"helper-{side}-eye"]]
    a = np.c_[2 * points, np.ones(len(points))]
    solved = np.linalg.lstsq(a, (points**2).sum(axis=1), rcond=None)[0]
    return Ball(solved[:3], float(np.sqrt(solved[3] + (solved[:3] ** 2).sum())))


def _turned(theta: np.ndarray, r: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A surface of revolution about -y (the way a face looks): `theta` from the front pole, `r` distances. Vertices, faces."""
    phi = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
    t, p = np.meshgrid(theta, phi, indexing="ij")
    rr = np.broadcast_to(r[:, None], t.shape)
    verts = np.stack([rr * np.sin(t) * np.cos(p), -rr * np.cos(t), rr * np.sin(t) * np.sin(p)], axis=-1).reshape(-1, 3)
    i, j = np.meshgrid(np.arange(len(theta) - 1), np.arange(AROUND), indexing="ij")
    k = (j + 1) % AROUND
    faces = np.stack([i * AROUND + j, i * AROUND + k, (i + 1) * AROUND + k, (i + 1) * AROUND + j], axis=-1).reshape(-1, 4)
    return verts, faces.astype(np.int32)


def eye(where: Ball, aim: np.ndarray, white: bpy.types.Material, cornea: bpy.types.Material, name: str) -> list[bpy.types.Object]:
    """The ball and its cornea, looking along `aim` (3,)."""
    edge = np.arcsin(IRIS)
    theta = np.concatenate([[1e-4], np.linspace(0.02, edge * 0.985, 16), np.linspace(edge, np.pi - 1e-3, RINGS)])
    inner = theta < edge
    flat = np.cos(edge) / np.cos(theta)
    dish = flat * (1 - 0.045 * (1 - np.clip(np.sin(theta) / np.sin(edge), 0, 1)) + 0.018)
    r = np.where(inner, np.minimum(dish, 1.0), 1.0)
    inside = _turned(theta, r * 0.985)
    bulge = np.concatenate([np.linspace(1e-4, edge * 1.15, 22), np.linspace(edge * 1.2, np.pi - 1e-3, RINGS)])
    rise = 0.125 * np.clip(1 - (bulge / (edge * 1.12)) ** 2, 0, 1) ** 0.9
    outside = _turned(bulge, 1.0 + rise)
    turn = _facing(aim)
    out = []
    for (verts, faces), material, part in ((inside, white, "ball"), (outside, cornea, "cornea")):
        object = mesh_of(f"{name} {part}", verts * where.radius @ turn.T + where.centre, faces)
        object.data.materials.append(material)
        rest = object.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT")
        rest.data.foreach_set("vector", verts.astype(np.float32).ravel())
        out.append(object)
    return out


def _facing(aim: np.ndarray) -> np.ndarray:
    """The rotation that takes -y to `aim`, level."""
    y = -aim / np.linalg.norm(aim)
    x = np.cross(y, (0, 0, 1.0))
    x /= np.linalg.norm(x)
    return np.stack([x, y, np.cross(x, y)], axis=1)


def white(iris: str, seed: int) -> bpy.types.Material:
    """Sclera, iris and pupil in one, by the angle from the axis."""
    made = bpy.data.materials.new("eye")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    rest = n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]
    parts = n.node("ShaderNodeSeparateXYZ", {0: rest})
    x, y, z = parts.outputs
    r = n.math("DIVIDE", n.math("SQRT", n.math("ADD", n.math("MULTIPLY", x, x), n.math("MULTIPLY", z, z))), IRIS)
    front = n.math("LESS_THAN", y, 0.0)
    angle = n.math("ARCTAN2", z, x)
    spokes_at = n.node(
        "ShaderNodeCombineXYZ",
        {
            0: n.math("MULTIPLY", n.math("COSINE", angle), 9.0),
            1: n.math("MULTIPLY", n.math("SINE", angle), 9.0),
            2: n.math("ADD", n.math("MULTIPLY", r, 1.4), float(seed % 31)),
        },
    ).outputs[0]
    spokes = n.noise(spokes_at, 2.2, detail=6, roughness=0.65, distortion=0.5)
    base_ = linear(iris)
    pale, deep = tuple(min(c * 2.1 + 0.03, 1) for c in base_[:3]) + (1,), tuple(c * 0.38 for c in base_[:3]) + (1,)
    colour = n.mix(n.step(spokes, 0.34, 0.68), deep, pale)
    warm = n.step(r, 0.62, 0.36)
    colour = n.mix(n.math("MULTIPLY", warm, 0.45), colour, (0.28, 0.15, 0.055, 1))
    colour = n.mix(n.step(r, 0.8, 1.0), colour, tuple(c * 0.12 for c in base_[:3]) + (1,))
    colour = n.mix(n.step(r, 0.375, 0.34), colour, (0.002, 0.002, 0.002, 1))
    veins = n.step(n.noise(n.stretch(rest, 3.0, 3.0, 7.0), 4.0, detail=5, distortion=1.2), 0.6, 0.75)
    sclera = n.mix(n.math("MULTIPLY", veins, n.step(r, 1.1, 1.9)), (0.8, 0.75, 0.71, 1), (0.55, 0.27, 0.22, 1))
    sclera = n.mix(n.step(r, 1.35, 2.0), sclera, n.mix(1.0, sclera, (0.86, 0.68, 0.62, 1), "MULTIPLY"))
    edge = n.math("MULTIPLY", n.step(r, 0.96, 1.1), 1.0)
    whole = n.mix(n.math("MAXIMUM", edge, n.math("SUBTRACT", 1.0, front)), colour, sclera)
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": whole, "Roughness": 0.5, "Specular IOR Level": 0.1})
    shader.inputs["Subsurface Scale"].default_value = 0.0012
    n.link(n.math("MULTIPLY", edge, 0.6), shader.inputs["Subsurface Weight"])
    n.output(shader.outputs[0])
    return made


def cornea() -> bpy.types.Material:
    """Clear and wet: bends what the lens sees, lets light pass to the iris."""
    made = bpy.data.materials.new("cornea")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    path = n.node("ShaderNodeLightPath")
    bent = n.node("ShaderNodeBsdfRefraction", {"Roughness": 0.0, "IOR": 1.36})
    wet = n.node("ShaderNodeBsdfGlossy", {"Color": (1, 1, 1, 1), "Roughness": 0.045})  # not quite a mirror: lamps are found by their light, not by luck
    share = n.math("ADD", 0.035, n.math("MULTIPLY", n.math("POWER", n.node("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"], 4.0), 0.7))
    share = n.math("MULTIPLY", share, n.math("SUBTRACT", 1.0, n.node("ShaderNodeNewGeometry").outputs["Backfacing"]))
    glass = n.node("ShaderNodeMixShader", {0: share, 1: bent.outputs[0], 2: wet.outputs[0]})
    clear = n.node("ShaderNodeBsdfTransparent")
    passing = n.math("MAXIMUM", path.outputs["Is Shadow Ray"], path.outputs["Is Diffuse Ray"])
    n.output(n.node("ShaderNodeMixShader", {0: passing, 1: glass.outputs[0], 2: clear.outputs[0]}).outputs[0])
    return made
