# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies rests: pieces put on the ground, and the blades of their leaves."""

from __future__ import annotations

import math

from diorama_stage.kit import from_geometry, move
from diorama_stage.kit.build import vertices


def grounded(*objects):
    """Move the objects together so that the lowest point is at z = 0."""
    low = min(float(vertices(o)[:, 2].min(initial=math.inf)) for o in objects)
    for o in objects:
        move(o, 0, 0, -low)
    return objects


def blade(length: float, width: float, curl: float = 0.2, *, rise: float = 0.0, steps: int = 8):
    """A pointed leaf along +X from the origin, folded a little at its middle rib; `curl` bends it down, `rise` lifts it (shares of the length)."""
    verts, faces = [], []
    for i in range(steps + 1):
        t = i / steps
        w = width / 2 * math.sin(math.pi * min(t * 0.97 + 0.03, 1) ** 0.8) if i < steps else 0.0004
        z = length * (rise * t - curl * t * t)
        verts += [(length * t, -w, z + w * 0.3), (length * t, 0, z), (length * t, w, z + w * 0.3)]
        if i:
            k = 3 * i
            faces += [(k - 3, k, k + 1, k - 2), (k - 2, k + 1, k + 2, k - 1)]
    return from_geometry("leaf", verts, faces, smooth=60)
