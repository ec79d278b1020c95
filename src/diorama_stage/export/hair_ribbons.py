# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair: strands, which glTF does not know, as ribbons that face the lens; fewer and wider ones where there are very many."""

from __future__ import annotations

import bpy
import numpy as np

JOINTS = 5
"""Points of a ribbon's length."""
MOST = 12_000
"""Ribbons of one head of hair."""
WIDEST = 5.0
"""How many times as wide a ribbon may be as its strand, to cover for those left out."""


def ribbons(data: bpy.types.Curves, eye: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Points (n, 3), triangles (t, 3), normals (t, 3, 3), for each point its strand (n,) and how far along it is, 0 at the root. `eye` in the object's frame."""
    ends = np.empty(len(data.curves) + 1, np.int32)
    data.curve_offset_data.foreach_get("value", ends)
    positions = np.empty(len(data.points) * 3, np.float32)
    data.attributes["position"].data.foreach_get("vector", positions)
    positions = positions.reshape(-1, 3).astype(float)
    radius = np.full(len(positions), 0.00005)
    if "radius" in data.attributes:
        data.attributes["radius"].data.foreach_get("value", flat := np.empty(len(positions), np.float32))
        radius = flat.astype(float)
    chosen = np.flatnonzero(np.diff(ends) > 1)
    wider = min(max(len(chosen) / MOST, 1.0), WIDEST)
    chosen = chosen[:: max(-(-len(chosen) // MOST), 1)]
    along = np.linspace(0, 1, JOINTS)
    at = ends[chosen][:, None] + np.rint(along * (np.diff(ends)[chosen] - 1)[:, None]).astype(int)
    line, half = positions[at], radius[at] * wider
    ahead = _unit(np.gradient(line, axis=1))
    side = _unit(np.cross(ahead, eye - line))
    points = np.stack([line - side * half[..., None], line + side * half[..., None]], axis=2).reshape(-1, 3)
    facing = np.repeat(_unit(np.cross(side, ahead)), 2, axis=1).reshape(-1, 3)
    first = (np.arange(len(chosen))[:, None] * JOINTS + np.arange(JOINTS - 1)).ravel() * 2
    triangles = np.concatenate([np.stack([first, first + 1, first + 3], axis=1), np.stack([first, first + 3, first + 2], axis=1)])
    return points, triangles, facing[triangles], np.repeat(chosen, 2 * JOINTS), np.tile(np.repeat(along, 2), len(chosen))


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)
