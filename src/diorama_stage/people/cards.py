# SPDX-License-Identifier: GPL-3.0-or-later
"""Fitted things of the pack as objects: on the morphed body, carried by its bones, with their pictures."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people import rig
from diorama_stage.people.mesh import image, mesh_of
from diorama_stage.people.pack import Base, Fitted, base, texture


def carried(thing: Fitted, verts: np.ndarray, matrices: np.ndarray) -> np.ndarray:
    """Its vertices on the body `verts` (at rest), in the pose."""
    b: Base = base()
    return rig.follow(thing.on(verts), thing.skin(b.weights), matrices)


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
