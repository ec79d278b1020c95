# SPDX-License-Identifier: GPL-3.0-or-later
"""Steam that rises from hot drinks and dishes: upright curtains with a drawn-out noise for their density, lit from both sides. No volume: that would cost the picture its time.

actors with the state "steaming" → sheets over their middles. They cast no shadow, and exact passes leave them out (`airy`).
"""

from __future__ import annotations

import math
from random import Random

import bpy
import numpy as np
from mathutils import Matrix, Vector

from diorama_stage.kit import from_geometry
from diorama_stage.materials.nodes import Nodes
from diorama_stage.scene_view import Scene

SHEETS = 3
LARGEST = 0.6
"""Metres: what is larger is no dish."""
FLUE = "chimney"
"""The part of houses and engines that smoke rises from."""
SEEN = 0.55
"""Of the height of steam, what a frame holds: the rest may leave it."""
DENSE = 0.42
"""Greatest opacity of a sheet."""


def room(actors: list, scene: Scene) -> np.ndarray:
    """Points (n, 3) that a frame should hold to show the steam: the height at which most of it has gone."""
    tops = [at + (0, 0, SEEN * _height(a, radius)) for a, (at, radius) in ((a, _mouth(a)) for a in _hot(actors, scene))]
    return np.array(tops).reshape(-1, 3)


def rise(actors: list, scene: Scene, eye: tuple[float, float, float], seed: int) -> list[bpy.types.Object]:
    """The steam of everything that steams, turned to the lens."""
    return [sheet for a in _hot(actors, scene) for sheet in _plume(a, eye, Random(f"steam:{seed}:{a.id}"))]


def _hot(actors: list, scene: Scene) -> list:
    steaming = {s["id"] for s in scene["subjects"] if "steaming" in s["states"]}
    return [a for a in actors if a.subject in steaming and (FLUE in a.measures.parts or max(a.measures.high - a.measures.low) < LARGEST)]


def _height(actor, radius: float) -> float:
    """Metres: out of a flue smoke is driven up, from a dish steam only drifts; it is cold a hand's width above it, however wide the dish."""
    return 14 * radius if FLUE in actor.measures.parts else min(max(2.6 * radius, 0.11), 0.24)


def _mouth(actor) -> tuple[np.ndarray, float]:
    """Where it rises from, in the world, and the radius there: the opening of a vessel, or the middle of what lies."""
    if FLUE in actor.measures.parts:
        return _flue(actor)
    low, high = actor.box()
    inside = actor.measures.interior
    if inside is None:
        return np.array([*(low + high)[:2] / 2, low[2] + 0.75 * (high[2] - low[2])]), 0.4 * float(min(high[:2] - low[:2]))
    f = actor.factors
    at = Matrix(actor.matrix.tolist()) @ Vector((inside.x * f[0], inside.y * f[1], (inside.z0 + 0.8 * (inside.z1 - inside.z0)) * f[2]))
    return np.array(at), inside.radius * min(f[:2])


def _flue(actor) -> tuple[np.ndarray, float]:
    """The top of its chimney, in the world, and how wide smoke is a little above it."""
    bodies = [actor.measures.bodies[k] for k in actor.measures.parts[FLUE]]
    ends = [np.array([b.points.min(axis=0), b.points.max(axis=0)]) for b in bodies]
    points = np.concatenate([np.array(np.meshgrid(*e.T, indexing="ij")).reshape(3, -1).T @ actor.matrix[:3, :3].T + actor.matrix[:3, 3] for e in ends])
    top = points[:, 2].max()
    upper = points[points[:, 2] > top - 0.6]
    return np.array([*upper[:, :2].mean(axis=0), top - 0.05]), max(float(np.ptp(upper[:, 0])) * 0.55, 0.16)


def _plume(actor, eye: tuple[float, float, float], rng: Random) -> list[bpy.types.Object]:
    at, radius = _mouth(actor)
    way = math.atan2(eye[1] - at[1], eye[0] - at[0])  # from the dish to the lens
    height = _height(actor, radius) * rng.uniform(0.9, 1.15)
    made = []
    for k in range(SHEETS):
        off = radius * (k - 1) * 0.55
        x, y = at[0] + off * math.cos(way), at[1] + off * math.sin(way)
        turn = way + math.pi / 2 + rng.uniform(-0.25, 0.25)
        made.append(_sheet((x, y, at[2]), radius, height * rng.uniform(0.75, 1.0), turn, rng))
    return made


def _sheet(at, radius: float, height: float, turn: float, rng: Random) -> bpy.types.Object:
    """A curtain, wider at its top and leaning a little; its UV runs 0 to 1 across and up."""
    n, m, lean = 9, 17, rng.uniform(-0.25, 0.25) * radius
    u, v = np.meshgrid(np.linspace(0, 1, n), np.linspace(0, 1, m), indexing="xy")
    u, v = u.ravel(), v.ravel()
    across = (2 * u - 1) * radius * (0.92 + 0.35 * v) + lean * v * v
    x, y = at[0] + across * math.cos(turn), at[1] + across * math.sin(turn)
    i, j = np.arange(m - 1)[:, None] * n, np.arange(n - 1)
    made = from_geometry("steam", np.column_stack([x, y, at[2] + v * height]), np.stack([i + j, i + j + 1, i + n + j + 1, i + n + j], axis=2).reshape(-1, 4), smooth=180, uvs=np.column_stack([u, v]))
    made["airy"] = True
    made.visible_shadow = made.visible_glossy = made.visible_diffuse = False
    made.data.materials.append(_vapour(rng.uniform(0, 100), height / radius))
    return made


def _vapour(seed: float, tall: float) -> bpy.types.Material:
    made = bpy.data.materials.new("steam")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    uv = n.node("ShaderNodeUVMap").outputs[0]
    u, v, _ = n.node("ShaderNodeSeparateXYZ", {0: uv}).outputs
    # Wisps curl more the higher they are: the noise they are drawn from is bent by another, by height.
    bend = n.math("SUBTRACT", n.noise(n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", u, 1.1), 1: n.math("MULTIPLY", v, 0.75 * tall), 2: seed}).outputs[0], 1.6, detail=2), 0.5)
    aside = n.math("MULTIPLY_ADD", n.math("MULTIPLY", bend, n.math("ADD", v, 0.25)), 1.5, u)
    place = n.node("ShaderNodeCombineXYZ", {0: n.math("MULTIPLY", aside, 4.2), 1: n.math("MULTIPLY", v, 0.42 * tall), 2: seed + 7}).outputs[0]
    ridges = n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(place, 1.0, detail=4, roughness=0.55), 0.5))
    wisps = n.math("ADD", n.math("MULTIPLY", n.math("POWER", n.step(ridges, 0.24, 0.0), 1.5), 0.5), n.math("MULTIPLY", n.step(n.noise(place, 0.8, detail=3), 0.36, 0.85), 0.75))
    side = n.math("SUBTRACT", 1.0, n.math("POWER", n.math("ABSOLUTE", n.math("MULTIPLY_ADD", u, 2.0, -1.0)), 1.6), clamp=True)
    side = n.math("POWER", side, 2.2)  # thins out long before the curtain ends: no edge shows
    up = n.math("MULTIPLY", n.step(v, 0.0, 0.16), n.math("POWER", n.math("SUBTRACT", 1.0, v), 1.3))
    alpha = n.math("MULTIPLY", n.math("MULTIPLY", n.math("MULTIPLY", wisps, side), up), DENSE)
    alpha = n.math("MINIMUM", alpha, DENSE)
    lit = n.node("ShaderNodeMixShader", {0: 0.5, 1: n.node("ShaderNodeBsdfDiffuse", {"Color": (0.95, 0.95, 0.96, 1)}).outputs[0], 2: n.node("ShaderNodeBsdfTranslucent", {"Color": (0.95, 0.95, 0.96, 1)}).outputs[0]})
    n.output(n.node("ShaderNodeMixShader", {0: alpha, 1: n.node("ShaderNodeBsdfTransparent").outputs[0], 2: lit.outputs[0]}).outputs[0])
    return made
