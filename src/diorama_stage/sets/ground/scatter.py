# SPDX-License-Identifier: GPL-3.0-or-later
"""Scattering: where plants and stones go (denser near the lens, never in front of the subjects), and instances of them by geometry nodes."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit.arrays import set_points
from diorama_stage.sets.dressing import Site, Spot


def generator(site: Site, salt: int) -> np.random.Generator:
    return np.random.default_rng([site.seed % 2**31, salt])


def cone(site: Site, count: int, near: float, far: float, *, salt: int, power: float = 1.0, margin: float = 0.12) -> np.ndarray:
    """Points (n, 2) on the ground within the frame's spread, `near` to `far` metres from the eye. power 0: evenly by distance (dense near); 1: by area."""
    rng = generator(site, salt)
    u = rng.random(count)
    k = 1 + power
    r = (near**k + u * (far**k - near**k)) ** (1 / k)
    half = site.view.fov_x / 2 + margin
    a = rng.uniform(-half, half, count) + site.view.yaw
    return np.stack([site.view.eye[0] - r * np.sin(a), site.view.eye[1] + r * np.cos(a)], axis=1)


def headroom(site: Site, points: np.ndarray) -> np.ndarray:
    """How tall a thing at each point may be, metres, so that the subjects stay in clear view: nothing between lens and subject, little around it."""
    ex, ey, ez = site.view.eye
    x, y = points[:, 0] - ex, points[:, 1] - ey
    d = max(math.hypot(ex, ey), 0.5)
    ux, uy = -ex / d, -ey / d
    along, across = x * ux + y * uy, np.abs(x * uy - y * ux)
    room = np.full(len(points), 1e9)
    half = site.extent + 0.25
    corridor = (along < d + site.extent * 0.3) & (across < half * np.clip(along / d, 0.4, 1) + 0.15) & (along > 0)
    line = np.maximum(ez * (1 - along / d), 0)
    room[corridor] = np.minimum(0.55 * line + 0.03 + 0.1 * site.extent, 1e9)[corridor]
    away = np.hypot(points[:, 0], points[:, 1])
    close = away < site.extent * 1.05 + 0.1
    room[close] = np.minimum(room[close], 0.03 + 0.12 * site.extent)
    for spot in site.spots:
        room = np.minimum(room, _before(spot, site.view.eye, points))
    if site.spots and ez < CROUCHING:  # a lens among the blades would see nothing else
        meadow = np.hypot(x, y) < max(math.hypot(s.x - ex, s.y - ey) for s in site.spots)
        room[meadow] = np.minimum(room[meadow], 0.6 * ez)
    for on in site.ways:
        room[on(points)] = 0.0
    return room


CROUCHING = 0.5
"""Metres: a lens that is held lower, for a small thing on the ground, finds the grass grazed."""
SUNKEN = 0.12
"""Of a thing's height, how high grass may stand before its foot and around it: trodden or cut, as a photographer leaves it."""


def _before(spot: Spot, eye: tuple[float, float, float], points: np.ndarray) -> np.ndarray:
    """How tall what grows at each point may be, metres, so that a small thing is seen down to its foot from the lens."""
    to = np.array([spot.x - eye[0], spot.y - eye[1]])
    away = max(float(np.hypot(*to)), 1e-3)
    to = to / away
    own = points - (eye[0], eye[1])
    along, across = own @ to, np.abs(own @ (to[1], -to[0]))
    room = np.full(len(points), 1e9)
    before = (along > 0) & (along < away + spot.half) & (across < (spot.half * 1.15 + 0.06) * np.clip(along / away, 0.35, 1))
    done = np.clip(along / away, 0, 1)
    room[before] = (0.8 * eye[2] * (1 - done) + SUNKEN * spot.height * done)[before]
    around = np.hypot(points[:, 0] - spot.x, points[:, 1] - spot.y) < 1.25 * spot.half + 0.05
    room[around] = np.minimum(room[around], SUNKEN * spot.height)
    return room


def keep_clear(site: Site, points: np.ndarray, margin: float = 0.3) -> np.ndarray:
    """True where a bulky thing may stand: outside the ground kept for the subjects and out of the sight line."""
    plan = site.plan
    inside = (np.abs(points[:, 0]) < plan.half_x + margin) & (points[:, 1] > plan.front_y - margin) & (points[:, 1] < plan.back_y + margin)
    ex, ey, _ = site.view.eye
    eye = np.hypot(points[:, 0] - ex, points[:, 1] - ey) < 1.5
    return ~inside & ~eye & (headroom(site, points) > 1e8) & ~_beside_way(site, points, margin)


def _beside_way(site: Site, points: np.ndarray, margin: float) -> np.ndarray:
    """True where something that reaches `margin` metres from its foot would hang over a road."""
    over = np.zeros(len(points), dtype=bool)
    for turn in np.arange(8) * np.pi / 4:
        for on in site.ways:
            over |= on(points + margin * np.array([np.cos(turn), np.sin(turn)]))
    return over


def scatter(
    site: Site, variants: list[bpy.types.Object], points: np.ndarray, sizes: np.ndarray, *, salt: int, tilt: float = 0.0, name: str = "scatter",
    facing: float | None = None,
) -> None:  # fmt: skip
    """Instances of the variants at points (n, 3) with the given scale, leaning up to `tilt` radians. The variants leave the scene.

    Each is turned at random, or about `facing` radians.
    """
    rng = generator(site, salt + 1000)
    for v in variants:
        for c in list(v.users_collection):
            c.objects.unlink(v)
    if not len(points):
        return
    which = rng.integers(0, len(variants), len(points))
    leaning = [rng.uniform(-tilt, tilt, len(points)), rng.uniform(-tilt, tilt, len(points))]
    turned = rng.uniform(0, 2 * np.pi, len(points)) if facing is None else facing + rng.normal(0, 0.22, len(points))
    turns = np.stack([*leaning, turned], axis=1)
    for k, variant in enumerate(variants):
        chosen = which == k
        if not chosen.any():
            continue
        data = bpy.data.meshes.new(name)
        n = int(chosen.sum())
        data.vertices.add(n)
        set_points(data, points[chosen])
        data.attributes.new("size", "FLOAT", "POINT").data.foreach_set("value", np.ascontiguousarray(sizes[chosen], dtype=np.float32))
        data.attributes.new("turn", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", np.ascontiguousarray(turns[chosen], dtype=np.float32).ravel())
        cloud = bpy.data.objects.new(name, data)
        bpy.context.scene.collection.objects.link(cloud)
        cloud.modifiers.new("instances", "NODES").node_group = _instancer(variant)
        site.add(cloud)


def _instancer(variant: bpy.types.Object) -> bpy.types.NodeTree:
    """Geometry nodes: the variant on each point, turned and scaled by the point's attributes."""
    tree = bpy.data.node_groups.new("instances", "GeometryNodeTree")
    tree.interface.new_socket("Geometry", in_out="INPUT", socket_type="NodeSocketGeometry")
    tree.interface.new_socket("Geometry", in_out="OUTPUT", socket_type="NodeSocketGeometry")
    nodes, link = tree.nodes, tree.links.new
    source, sink = nodes.new("NodeGroupInput"), nodes.new("NodeGroupOutput")
    put, thing = nodes.new("GeometryNodeInstanceOnPoints"), nodes.new("GeometryNodeObjectInfo")
    thing.inputs["Object"].default_value = variant
    thing.inputs["As Instance"].default_value = True
    size, turn = nodes.new("GeometryNodeInputNamedAttribute"), nodes.new("GeometryNodeInputNamedAttribute")
    size.data_type, turn.data_type = "FLOAT", "FLOAT_VECTOR"
    size.inputs["Name"].default_value, turn.inputs["Name"].default_value = "size", "turn"
    rotation = nodes.new("FunctionNodeEulerToRotation")
    link(source.outputs[0], put.inputs["Points"])
    link(thing.outputs["Geometry"], put.inputs["Instance"])
    link(turn.outputs["Attribute"], rotation.inputs[0])
    link(rotation.outputs[0], put.inputs["Rotation"])
    link(size.outputs["Attribute"], put.inputs["Scale"])
    link(put.outputs["Instances"], sink.inputs[0])
    return tree
