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
IRIS_RADIUS, CURVE = 0.0059, 7.8 / 5.9
"""Half of an iris's 11.8 mm, hardly less at six years than at sixty, metres; the cornea's radius of curvature by the iris's."""
PUPIL = 0.38
"""The pupil's radius by the iris's."""
RINGS, AROUND = 40, 48
CARD, CARD_SEEN = 0.95, 0.85
"""How white a fill card is, how much of it an eye shows: as much as shows in photographs, where it is lit by a lamp of its own."""
CARD_ASIDE, CARD_UP = (-0.34, 0.2), (0.5, 0.24)
"""Where it is, seen from the eye: its middle and its half size, to the lens's right and up, as shares of the distance."""
TEAR = 0.00032
"""How thick the water on the lower lid stands, metres."""


OVER_MIDDLE = 0.06
"""How far over the middle of its lids an iris stands, by how far they are open: the upper one covers more of it."""
BETWEEN = 0.85
"""How much of the way to the middle of its lids an iris stands."""


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
    faces = np.stack([i * AROUND + j, (i + 1) * AROUND + j, (i + 1) * AROUND + k, i * AROUND + k], axis=-1).reshape(
        -1, 4
    )  # they face outward: glass goes by it
    return verts, faces.astype(np.int32)


def iris_of(where: Ball) -> float:
    """The iris's radius by the eyeball's, of a person: the room that the base mesh holds is larger than an eyeball, and an iris as much larger stares."""
    return float(np.clip(IRIS_RADIUS / where.radius, 0.38, 0.52))


def between_lids(where: Ball, lid: np.ndarray) -> float:
    """How far an eye turns to the figure's left for its iris to stand between its lids, radians; `lid` (n, 3): the upper one's edge at rest.

    The room for an eyeball lies up to 2 mm nearer to the nose than its lids do, and eyes that looked straight ahead from there seemed to squint.
    """
    aside = float(lid[0, 0] + lid[-1, 0]) / 2 - float(where.centre[0])
    return BETWEEN * float(np.arcsin(np.clip(aside / where.radius, -0.25, 0.25)))


def level(where: Ball, upper: np.ndarray, lower: np.ndarray) -> float:
    """How far an eye turns up for its iris to stand between its lids, radians; `upper`, `lower` (n, 3): their edges at rest, without expression.

    The room for an eyeball lies higher than the lids of men do, most of the old: with white below the iris they stared.
    """
    high, low = (np.interp(where.centre[0], *zip(*sorted((p[0], p[2]) for p in lid), strict=True)) for lid in (upper, lower))
    raised = (high + low) / 2 + OVER_MIDDLE * (high - low) - where.centre[2]
    return float(np.arcsin(np.clip(raised / where.radius, -0.25, 0.25)))


def eye(
    where: Ball, aim: np.ndarray, white: bpy.types.Material, cornea: bpy.types.Material, name: str, iris: float = IRIS
) -> list[bpy.types.Object]:
    """The ball and its cornea, looking along `aim` (3,); `iris`: its radius by the ball's."""
    edge = np.arcsin(iris)
    theta = np.concatenate([[1e-4], np.linspace(0.02, edge * 0.985, 16), np.linspace(edge, np.pi - 1e-3, RINGS)])
    inner = theta < edge
    flat = np.cos(edge) / np.cos(theta)
    dish = flat * (1 - 0.045 * (1 - np.clip(np.sin(theta) / np.sin(edge), 0, 1)) + 0.018)
    r = np.where(inner, np.minimum(dish, 1.0), 1.0)
    inside = _turned(theta, r * 0.985)
    bulge = np.concatenate([np.linspace(1e-4, edge * 1.3, 34), np.linspace(edge * 1.36, np.pi - 1e-3, RINGS)])
    outside = _turned(bulge, _cornea(bulge, iris))
    turn = _facing(aim)
    out = []
    for (verts, faces), material, part in ((inside, white, "ball"), (outside, cornea, "cornea")):
        object = mesh_of(f"{name} {part}", verts * where.radius @ turn.T + where.centre, faces)
        object.data.materials.append(material)
        rest = object.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT")
        rest.data.foreach_set("vector", verts.astype(np.float32).ravel())
        out.append(object)
    return out


def tear(where: Ball, lid: np.ndarray, material: bpy.types.Material) -> bpy.types.Object:
    """The line of water where the lower lid meets the ball; `lid` (n, 3): points along the lid's edge, in order."""
    t = np.linspace(0, len(lid) - 1, 28)
    line = np.stack([np.interp(t, np.arange(len(lid)), lid[:, k]) for k in range(3)], axis=1) - where.centre
    line[:, 2] += 0.0003
    line *= (where.radius * 1.006 / np.linalg.norm(line, axis=1))[:, None]
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    out = line / np.linalg.norm(line, axis=1, keepdims=True)
    up = np.cross(out, along)
    turn = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    thick = TEAR * (0.25 + 0.75 * np.sin(np.pi * np.linspace(0, 1, len(line))) ** 0.5)
    ring = out[:, None] * np.cos(turn)[None, :, None] * 0.8 + up[:, None] * np.sin(turn)[None, :, None]
    verts = (where.centre + line)[:, None] + ring * thick[:, None, None]
    i, j = np.meshgrid(np.arange(len(line) - 1), np.arange(8), indexing="ij")
    k = (j + 1) % 8
    faces = np.stack([i * 8 + j, (i + 1) * 8 + j, (i + 1) * 8 + k, i * 8 + k], axis=-1).reshape(-1, 4)
    object = mesh_of("tear", verts.reshape(-1, 3), faces.astype(np.int32))
    object.data.materials.append(material)
    return object


def _cornea(theta: np.ndarray, iris: float) -> np.ndarray:
    """Distance of the clear surface by the angle from its pole, in radii of the ball: a smaller sphere that meets the ball at the iris's edge."""
    curve, edge = CURVE * iris, np.arcsin(iris)
    middle = np.cos(edge) - np.sqrt(curve**2 - iris**2)
    inside = np.clip(curve**2 - (middle * np.sin(theta)) ** 2, 0, None)
    front = np.where(theta < np.pi / 2, middle * np.cos(theta) + np.sqrt(inside), 0.0)
    soft = 0.008
    return (front + 1.0 + np.sqrt((front - 1.0) ** 2 + soft**2)) / 2


def _facing(aim: np.ndarray) -> np.ndarray:
    """The rotation that takes -y to `aim`, level."""
    y = -aim / np.linalg.norm(aim)
    x = np.cross(y, (0, 0, 1.0))
    x /= np.linalg.norm(x)
    return np.stack([x, y, np.cross(x, y)], axis=1)


def white(iris: str, seed: int, radius: float = IRIS) -> bpy.types.Material:
    """Sclera, iris and pupil in one, by the angle from the axis; `radius`: the iris's by the ball's."""
    made = bpy.data.materials.new("eye")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    rest = n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]
    parts = n.node("ShaderNodeSeparateXYZ", {0: rest})
    x, y, z = parts.outputs
    r = n.math("DIVIDE", n.math("SQRT", n.math("ADD", n.math("MULTIPLY", x, x), n.math("MULTIPLY", z, z))), radius)
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
    spokes = n.noise(spokes_at, 2.2, detail=6, roughness=0.7, distortion=0.6)
    fine = n.noise(n.stretch(spokes_at, 3.2, 3.2, 1.0), 2.6, detail=4, roughness=0.6, distortion=0.3)
    spokes = n.math("ADD", n.math("MULTIPLY", spokes, 0.62), n.math("MULTIPLY", fine, 0.38))
    base_ = linear(iris)
    pale, deep = tuple(min(c * 1.25 + 0.008, 1) for c in base_[:3]) + (1,), tuple(c * 0.38 for c in base_[:3]) + (1,)
    colour = n.mix(n.step(spokes, 0.4, 0.62), deep, pale)
    frill = n.math("ADD", r, n.math("MULTIPLY", n.math("SUBTRACT", spokes, 0.5), 0.5))  # the collarette is ragged
    colour = n.mix(n.math("MULTIPLY", n.step(frill, 0.66, 0.5), 0.4), colour, (0.17, 0.09, 0.04, 1))
    colour = n.mix(n.math("MULTIPLY", n.math("MULTIPLY", n.step(frill, 0.5, 0.58), n.step(frill, 0.68, 0.6)), 0.35), colour, pale)
    colour = n.mix(n.math("MULTIPLY", n.step(r, 0.74, 1.0), 0.9), colour, tuple(c * 0.1 for c in base_[:3]) + (1,))
    colour = n.mix(n.step(r, PUPIL + 0.025, PUPIL), colour, (0.0015, 0.0015, 0.0015, 1))
    veins = n.cells(
        n.node("ShaderNodeVectorMath", {0: n.stretch(rest, 1.0, 1.0, 2.6), 1: n.noise(rest, 3.0, detail=3)}, operation="ADD").outputs[0],
        3.4,
        "DISTANCE_TO_EDGE",
    )
    veins = n.math("MULTIPLY", n.step(veins, 0.035, 0.0), n.step(n.noise(rest, 2.3, detail=2), 0.44, 0.62))
    sclera = n.mix(n.math("MULTIPLY", n.math("MULTIPLY", veins, n.step(r, 1.15, 1.8)), 0.7), (0.49, 0.455, 0.425, 1), (0.43, 0.22, 0.19, 1))
    sclera = n.mix(n.math("MULTIPLY", n.step(n.noise(rest, 1.7, detail=3), 0.4, 0.7), 0.4), sclera, (0.46, 0.385, 0.34, 1))
    sclera = n.mix(n.step(r, 1.3, 2.0), sclera, n.mix(1.0, sclera, (0.9, 0.72, 0.68, 1), "MULTIPLY"))
    edge = n.step(n.math("ADD", r, n.math("MULTIPLY", n.math("SUBTRACT", n.noise(rest, 9.0, detail=2), 0.5), 0.1)), 0.93, 1.13)
    whole = n.mix(n.math("MAXIMUM", edge, n.math("SUBTRACT", 1.0, front)), colour, sclera)
    lid = n.math("ADD", n.step(z, 0.1, 0.5), n.math("MULTIPLY", n.step(z, -0.3, -0.6), 0.5))  # lids and lashes keep light off
    whole = n.mix(n.math("MULTIPLY", lid, 0.66), whole, n.mix(1.0, whole, (0.36, 0.31, 0.3, 1), "MULTIPLY"))
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": whole, "Roughness": 0.5, "Specular IOR Level": 0.1})
    shader.inputs["Subsurface Scale"].default_value = 0.0012
    n.link(n.math("MULTIPLY", edge, 0.6), shader.inputs["Subsurface Weight"])
    n.output(shader.outputs[0])
    return made


def water() -> bpy.types.Material:
    """Clear, seen by what it mirrors alone: too thin to bend anything."""
    made = bpy.data.materials.new("tear")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    share = n.math("ADD", 0.05, n.math("MULTIPLY", n.node("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"], 0.3))
    wet = n.node("ShaderNodeBsdfGlossy", {"Color": (1, 1, 1, 1), "Roughness": 0.06})
    n.output(n.node("ShaderNodeMixShader", {0: share, 1: n.node("ShaderNodeBsdfTransparent").outputs[0], 2: wet.outputs[0]}).outputs[0])
    return made


def _card(n: Nodes):
    """The mirrored picture of a photographer's fill card beside the lens, as a share of its white: a soft-edged square where the mirrored way meets it.

    It is lit by what lights the face (a white surface shows it), so that it is as bright as that, in any light.
    """
    geometry = n.node("ShaderNodeNewGeometry").outputs
    vector = lambda name, a, b=None: n.node("ShaderNodeVectorMath", {0: a} | ({} if b is None else {1: b}), operation=name)  # noqa: E731
    back = vector("SCALE", geometry["Incoming"])
    back.inputs["Scale"].default_value = -1.0
    way = vector("REFLECT", back.outputs[0], geometry["Normal"]).outputs[0]
    aside = vector("NORMALIZE", vector("CROSS_PRODUCT", (0.0, 0.0, 1.0), geometry["Incoming"]).outputs[0]).outputs[0]
    up = vector("CROSS_PRODUCT", geometry["Incoming"], aside).outputs[0]
    inside = None
    for axis, middle, half in ((aside, *CARD_ASIDE), (up, *CARD_UP)):
        off = n.math("ABSOLUTE", n.math("SUBTRACT", vector("DOT_PRODUCT", way, axis).outputs["Value"], middle))
        share = n.step(off, half, half * 0.8)
        inside = share if inside is None else n.math("MULTIPLY", inside, share)
    ahead = n.math("GREATER_THAN", vector("DOT_PRODUCT", way, geometry["Incoming"]).outputs["Value"], 0.0)
    return n.math("MULTIPLY", n.math("MULTIPLY", inside, ahead), n.node("ShaderNodeLightPath").outputs["Is Camera Ray"])


def cornea() -> bpy.types.Material:
    """Clear and wet: bends what the lens sees, lets light pass to the iris. A fill card beside the lens is seen in it, whatever the light."""
    made = bpy.data.materials.new("cornea")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    path = n.node("ShaderNodeLightPath")
    bent = n.node("ShaderNodeBsdfRefraction", {"Roughness": 0.0, "IOR": 1.36})
    wet = n.node("ShaderNodeBsdfGlossy", {"Color": (1, 1, 1, 1), "Roughness": 0.045})  # not quite a mirror: lamps are found by their light, not by luck
    share = n.math("ADD", 0.035, n.math("MULTIPLY", n.math("POWER", n.node("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"], 4.0), 0.7))
    share = n.math("MULTIPLY", share, n.math("SUBTRACT", 1.0, n.node("ShaderNodeNewGeometry").outputs["Backfacing"]))
    glass = n.node("ShaderNodeMixShader", {0: share, 1: bent.outputs[0], 2: wet.outputs[0]})
    card = n.node("ShaderNodeBsdfDiffuse", {"Color": (CARD, CARD, CARD, 1)})
    n.link(n.node("ShaderNodeNewGeometry").outputs["Incoming"], card.inputs["Normal"])  # it faces the lens, and shows what falls on the face
    glass = n.node("ShaderNodeMixShader", {0: n.math("MULTIPLY", _card(n), CARD_SEEN), 1: glass.outputs[0], 2: card.outputs[0]})
    clear = n.node("ShaderNodeBsdfTransparent")
    passing = n.math("MAXIMUM", path.outputs["Is Shadow Ray"], path.outputs["Is Diffuse Ray"])
    n.output(n.node("ShaderNodeMixShader", {0: passing, 1: glass.outputs[0], 2: clear.outputs[0]}).outputs[0])
    return made
