# SPDX-License-Identifier: GPL-3.0-or-later
"""Crystals and cut gems."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, bevel, displace, from_geometry, join, rotate
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import upon
from diorama_stage.kit.rest import grounded
from diorama_stage.props.nature.rocks import ball
from diorama_stage.props.registry import prop


def shard(rng, length: float, radius: float, *, point: float = 0.3) -> tuple[np.ndarray, list]:
    """A six-sided crystal along Z with a slanted point: vertices and faces, metres."""
    a = np.arange(6) * math.pi / 3 + rng.normal(0, 0.07, 6)
    wide = radius * rng.uniform(0.82, 1.12, 6)
    ring = lambda f, z: [(f * w * math.cos(t), f * w * math.sin(t), zz) for w, t, zz in zip(wide, a, np.broadcast_to(z, 6), strict=True)]  # noqa: E731
    shoulder = length * (1 - point) + radius * rng.uniform(-0.45, 0.45, 6)
    apex = (radius * rng.normal(0, 0.16), radius * rng.normal(0, 0.16), length)
    verts = [*ring(0.86, 0.0), *ring(1.0, shoulder), apex]
    faces = [tuple(range(5, -1, -1))] + [(k, (k + 1) % 6, 6 + (k + 1) % 6, 6 + k) for k in range(6)] + [(6 + k, 6 + (k + 1) % 6, 12) for k in range(6)]
    return np.array(verts), faces


def cut_gem(radius: float) -> bpy.types.Object:
    """A round brilliant lying on its pavilion: table, crown and pavilion facets of an eight-fold cut."""
    rows = []
    for share, z, shift, n in ((0.56, 0.3, 0.5, 8), (0.84, 0.19, 0.0, 8), (1.0, 0.03, 0.5, 16), (1.0, -0.02, 0.5, 16), (0.22, -0.62, 0.0, 8)):
        rows.append([(share * radius * math.cos(2 * math.pi * (k + shift) / n), share * radius * math.sin(2 * math.pi * (k + shift) / n), z * radius) for k in range(n)])
    points = [p for row in rows for p in row] + [(0, 0, -0.82 * radius)]
    import bmesh

    work = bmesh.new()
    for p in points:
        work.verts.new(p)
    bmesh.ops.convex_hull(work, input=work.verts)
    mesh = bpy.data.meshes.new("gem")
    work.to_mesh(mesh)
    work.free()
    made = bpy.data.objects.new("gem", mesh)
    bpy.context.scene.collection.objects.link(made)
    return made


GEMS = {"ruby": "#c2123a", "emerald": "#12824d", "amethyst": "#8a4fc0", "sapphire": "#1f4fb5", "diamond": "#f4f8fb", "quartz": "#eef1f3", "salt": "#f3e9e4"}
"""Colours of precious stones, by name."""


@prop("crystal")
def crystal(spec: Spec, b: Builder) -> None:
    colour = next((c for stone, c in GEMS.items() if spec.is_a(stone)), None)
    if spec.is_a("gem", "diamond", "ruby", "emerald", "sapphire"):
        b.slot("body", "crystal", colour or b.choose("#c2123a", "#1f4fb5", "#12824d"))
        made = b.add(bevel(cut_gem(0.03), 0.0004, 2, angle=5), "body")
        grounded(rotate(made, 0, 37, -60))
        return
    b.slot("body", "crystal", colour or b.choose("#a06ad0", "#a06ad0", "#c9d9ea", "#e3a9bd"))
    b.slot("base", "stone", "#5d574f", role="fixed")
    rng = np.random.default_rng(spec.seed)
    made = []
    for k in range(17):
        u = math.sqrt(k / 17)
        turn, tilt = k * 2.39996 + rng.normal(0, 0.2), u * 0.85 + rng.normal(0, 0.07)
        length = 0.125 * (1.05 - 0.62 * u) * rng.uniform(0.8, 1.15)
        verts, faces = shard(rng, length, length * rng.uniform(0.13, 0.19) + 0.003)
        axes = upon((math.cos(turn) * math.sin(tilt), math.sin(turn) * math.sin(tilt), math.cos(tilt)), rng.uniform(0, 6))
        foot = np.array((math.cos(turn) * u * 0.042, math.sin(turn) * u * 0.036, 0.008))
        made.append(bevel(from_geometry("shard", verts @ axes.T + foot, faces, smooth=None), length * 0.006, 2, angle=12))
    body = ball(5)
    points = vertices(body).astype(float)
    set_points(body.data, np.column_stack([points[:, 0] * 0.066, points[:, 1] * 0.056, np.maximum(points[:, 2], -0.45) * 0.026 + 0.012]))
    displace(body, 0.012, 0.03, seed=spec.seed, detail=4)
    for v in body.data.vertices:
        v.co.z = max(v.co.z, 0.0)
    b.add(join(made), "body"), b.add(body, "base")
    b.footprint = "round"
