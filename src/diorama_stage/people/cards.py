# SPDX-License-Identifier: GPL-3.0-or-later
"""Fitted things of the pack as objects: on the morphed body, carried by its bones, with their pictures."""

from __future__ import annotations

from functools import lru_cache

import bpy
import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people import rig
from diorama_stage.people.body import morphed
from diorama_stage.people.mesh import image, mesh_of
from diorama_stage.people.pack import Base, Fitted, base, fitted, texture


TEETH_LOW = ((29.0, 60.0), (0.0027, 0.0))
"""Years, and how much lower teeth stand than the base mesh has them, metres.

Of lips at rest, a little open, the upper teeth of the young show 3 mm and the lower ones hardly any; at sixty it is the other way round (Vig and Brundo 1978).
The mesh's upper ones end where the lip does, so that open mouths showed the lower row alone.
"""


BARED = ((29.0, 60.0), (0.0015, 0.003))
"""Years, and how much of the lower front teeth stands over the lower lip at most, metres: of an open mouth the lip goes down with them."""
SUNK = (0.0, 1.3, -1.0)
"""Where what of the lower row is more goes: down, and back, for below the lip a chin is hollow."""
WITHIN = 0.0025
"""How far behind the skin before them teeth are at least, metres: those of children came through their chins."""

HIDDEN = 0.009
"""How much farther back the lower row stands where the lip hides it, metres: skin is smoothed inward, and less of it lies over the gums of children."""


def _before(verts: np.ndarray, points: np.ndarray) -> np.ndarray:
    """The y (n,) of the skin about the mouth of the body `verts` that lies before `points` (n, 3)."""
    rest, own = base().verts, base().groups["body"]
    own = own[(rest[own, 1] < -0.1) & (np.abs(rest[own, 2] - 0.65) < 0.07) & (np.abs(rest[own, 0]) < 0.06)]
    return verts[own][cKDTree(verts[own][:, [0, 2]]).query(points[:, [0, 2]], k=6)[1], 1].min(axis=1)


@lru_cache(maxsize=1)
def _rows() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Which vertices of the teeth go with the jaw and which of those are its front ones, both (n,) bool, and the body's at the lower lip's edge, rows."""
    at, own, thing = base().verts, base().groups["body"], fitted("Teeth_Base")
    opened = morphed(at, {"faceunits/jawOpen": 0.4})
    rest = thing.on(at)
    jaw = (thing.on(opened) - rest)[:, 2] < -0.004
    lips = own[(np.abs(at[own, 0]) < 0.004) & (at[own, 1] < -0.15) & (np.abs(at[own, 2] - 0.6608) < 0.004)]
    return jaw, jaw & (np.abs(rest[:, 0]) < 0.006) & (rest[:, 1] < -0.14), lips[(opened - at)[lips, 2] < -0.004]


def carried(thing: Fitted, verts: np.ndarray, matrices: np.ndarray, age: float) -> np.ndarray:
    """Vertices of teeth or a tongue in the body `verts` (at rest), in the pose; `age`: years, by which they stand lower."""
    b: Base = base()
    at = thing.on(verts) - (0.0, 0.0, float(np.interp(age, *TEETH_LOW)))
    if thing.name == "Teeth_Base":
        jaw, front, lip = _rows()
        lower = max(at[front, 2].max() - verts[lip, 2].max() - float(np.interp(age, *BARED)), 0.0)
        at[jaw] += lower * np.array(SUNK)
        at[:, 1] = np.maximum(at[:, 1], _before(verts, at) + WITHIN)
        at[jaw, 1] += HIDDEN * np.clip((verts[lip, 2].max() - at[jaw, 2]) / 0.006, 0, 1)
    return rig.follow(at, thing.skin(b.weights), matrices)


def teeth(thing: Fitted, points: np.ndarray) -> bpy.types.Object:
    object = mesh_of("teeth", points, thing.faces, uv=thing.uv, loops=thing.loops)
    made = bpy.data.materials.new("teeth")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    uv = n.node("ShaderNodeUVMap").outputs[0]
    colour = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(texture("Teeth_Base__teeth.png"))).outputs["Color"]
    colour = n.mix(0.74, n.mix(1.0, colour, (0.95, 0.9, 0.83, 1), "MULTIPLY"), (0.88, 0.82, 0.74, 1))
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": colour, "Roughness": 0.16})  # wet
    shader.inputs["Subsurface Weight"].default_value, shader.inputs["Subsurface Scale"].default_value = 0.6, 0.003  # fills the gaps with light
    n.output(shader.outputs[0])
    object.data.materials.append(made)
    return object


def tongue(thing: Fitted, points: np.ndarray) -> bpy.types.Object:
    object = mesh_of("tongue", points, thing.faces, uv=thing.uv, loops=thing.loops, subdivided=1)
    made = bpy.data.materials.new("tongue")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": linear("#a4524e"), "Roughness": 0.35, "Subsurface Weight": 0.6})
    shader.inputs["Subsurface Scale"].default_value = 0.003
    n.output(shader.outputs[0])
    object.data.materials.append(made)
    return object


def hair_cards(thing: Fitted, points: np.ndarray, picture: str, colour: str) -> bpy.types.Object:
    """Hair as strips with pictures of strands, tinted: for figures far off."""
    object = mesh_of("hair", points, thing.faces, uv=thing.uv, loops=thing.loops)
    made = bpy.data.materials.new("hair cards")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    uv = n.node("ShaderNodeUVMap").outputs[0]
    painted = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(texture(picture)))
    grey = n.node("ShaderNodeRGBToBW", {0: painted.outputs["Color"]}).outputs[0]
    tint = n.mix(
        1.0,
        linear(colour),
        n.node("ShaderNodeCombineColor", {0: n.math("MULTIPLY", grey, 5.0), 1: n.math("MULTIPLY", grey, 5.0), 2: n.math("MULTIPLY", grey, 5.0)}).outputs[0],
        "MULTIPLY",
    )
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": tint, "Roughness": 0.45})
    shader.inputs["Anisotropic"].default_value = 0.6
    n.output(n.node("ShaderNodeMixShader", {0: painted.outputs["Alpha"], 1: n.node("ShaderNodeBsdfTransparent").outputs[0], 2: shader.outputs[0]}).outputs[0])
    object.data.materials.append(made)
    return object


def without(faces: np.ndarray, hidden: np.ndarray, count: int) -> np.ndarray:
    """Which of the body's faces (m,) bool stay when the vertices `hidden` are covered: those with a corner that is not."""
    covered = np.zeros(count, bool)
    covered[hidden] = True
    return ~covered[faces].all(axis=1)
