# SPDX-License-Identifier: GPL-3.0-or-later
"""Rocks."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, displace
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import unit
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("rock")
def rock(spec: Spec, b: Builder) -> None:
    smooth = spec.is_a("pebble") or spec.has("smooth", "round")
    size = b.vary(0.09 if smooth else 0.55 if spec.is_a("boulder") else 0.2)
    b.slot("body", "stone", b.choose("#85807a", "#77726c", "#8c8072") if not smooth else b.choose("#7d7f80", "#9a958c"))
    rng = np.random.default_rng(spec.seed)
    body = ball(6)
    p = vertices(body).astype(float)
    if not smooth:
        for _ in range(19):  # planes cut off the ball, as fractures do
            n = unit(rng.normal(0, 1, 3))
            p = p - np.maximum(p @ n - rng.uniform(0.55, 0.86), 0)[:, None] * n * 0.97
    scale = np.array((1.25, rng.uniform(0.8, 1.0), rng.uniform(0.62, 0.8) * (0.72 if smooth else 1.0))) * size
    set_points(body.data, p * scale)
    displace(body, size * (0.06 if not smooth else 0.1), size * (0.75 if not smooth else 1.6), seed=spec.seed, detail=5 if not smooth else 1)
    if not smooth:
        displace(body, size * 0.02, size * 0.12, seed=spec.seed + 3, detail=4)
    low = float(vertices(body)[:, 2].min())
    flat = low + size * (0.16 if not smooth else 0.03)
    for v in body.data.vertices:
        v.co.z = max(v.co.z, flat)
    grounded(b.add(tint(body, lambda q: 0.72 + 0.4 * np.clip((q[:, 2] - flat) / (size * 0.9), 0, 1)), "body"))
    x, y, z = _seat(vertices(body), size * 0.34)
    b.support("top", x - size * 0.34, x + size * 0.34, y - size * 0.34, y + size * 0.34, z, round=True)
    b.footprint = "round"


def _seat(points: np.ndarray, reach: float) -> tuple[float, float, float]:
    """Where something can stand on a rock: the place whose top within `reach` is the most even and the highest."""
    top = points[points[:, 2] > points[:, 2].max() * 0.5]
    best = None
    for x, y, _ in top[:: max(1, len(top) // 60)]:
        near = top[np.hypot(top[:, 0] - x, top[:, 1] - y) < reach]
        level = float(np.percentile(near[:, 2], 85))
        cost = float(np.percentile(near[:, 2], 90) - np.percentile(near[:, 2], 25)) - 0.8 * level + 0.4 * math.hypot(x, y)
        if best is None or cost < best[0]:
            best = (cost, x, y, level)
    _, x, y, z = best
    low, high = points.min(axis=0) + reach, points.max(axis=0) - reach
    return float(np.clip(x, low[0], high[0])), float(np.clip(y, low[1], high[1])), z


def ball(subdivisions: int) -> bpy.types.Object:
    """A ball of radius 1 from even triangles (6: 20,480 of them), shaded smooth."""
    import bmesh

    work = bmesh.new()
    bmesh.ops.create_icosphere(work, subdivisions=subdivisions, radius=1.0)
    mesh = bpy.data.meshes.new("ball")
    work.to_mesh(mesh)
    work.free()
    mesh.shade_smooth()
    made = bpy.data.objects.new("ball", mesh)
    bpy.context.scene.collection.objects.link(made)
    return made
