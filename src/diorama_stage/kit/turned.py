# SPDX-License-Identifier: GPL-3.0-or-later
"""Turned bodies for backgrounds, made in one go (the kit's lathe welds and weighs normals, which a background does not need)."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesher import mesh


def lathe(profile, at, material: bpy.types.Material, *, segments: int = 32, name: str = "turned") -> bpy.types.Object:
    """A body of (radius, z) points turned about the upright axis through `at`."""
    profile = np.asarray(profile, dtype=float)
    t = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    rings = np.stack([profile[:, :1] * np.cos(t), profile[:, :1] * np.sin(t), np.broadcast_to(profile[:, 1:], (len(profile), segments))], axis=-1)
    i, j = np.meshgrid(np.arange(len(profile) - 1), np.arange(segments), indexing="ij")
    k = (j + 1) % segments
    faces = np.stack([i * segments + j, i * segments + k, (i + 1) * segments + k, (i + 1) * segments + j], axis=-1).reshape(-1, 4)
    made = mesh(name, rings.reshape(-1, 3) + np.asarray(at), faces, material=material)
    made.data.shade_smooth()
    made.data.set_sharp_from_angle(angle=0.7)
    return made
