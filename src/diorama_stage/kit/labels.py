# SPDX-License-Identifier: GPL-3.0-or-later
"""Faces for print: patches with UV 0..1 (left to right, bottom to top, as read from the front)."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesh import from_geometry


def in_hand(label: dict, style: str, **usual) -> dict:
    """A label in a hand of letters (and whatever else is `usual` here) where it asks for none."""
    return {"style": style, **usual, **{k: v for k, v in label.items() if v and v != "sans"}}


def label_plane(width: float, height: float, *, at=(0.0, 0.0, 0.0), name: str = "label") -> bpy.types.Object:
    """An upright sheet facing -Y, its middle at `at`. Rotate it -90° about x to lie face up."""
    a, b = width / 2, height / 2
    corners = np.array([(-a, 0, -b), (a, 0, -b), (a, 0, b), (-a, 0, b)]) + np.asarray(at)
    return from_geometry(name, corners, [(0, 1, 2, 3)], uvs=[(0, 0), (1, 0), (1, 1), (0, 1)])


FRONT = 0.7
"""Share of a label half around a bottle that its words may fill, for one look to read them all."""


def label_arc(radius: float, z0: float, z1: float, degrees: float, *, segments: int = 32, top_radius: float | None = None, lift: float = 0.0003, name: str = "label"):
    """A label around the front of an upright cylinder (or cone, with another `top_radius`), `lift` metres above its skin."""
    t = np.radians(np.linspace(-90 - degrees / 2, -90 + degrees / 2, segments + 1))
    top = radius if top_radius is None else top_radius
    low = [((radius + lift) * np.cos(a), (radius + lift) * np.sin(a), z0) for a in t]
    high = [((top + lift) * np.cos(a), (top + lift) * np.sin(a), z1) for a in t]
    n = segments + 1
    faces = [(i, i + 1, n + i + 1, n + i) for i in range(segments)]
    uvs = [(i / segments, 0) for i in range(n)] + [(i / segments, 1) for i in range(n)]
    return from_geometry(name, low + high, faces, smooth=180, uvs=uvs)


def label_lathe(profile, z0: float, z1: float, degrees: float, *, rows: int = 10, segments: int = 32, lift: float = 0.0004, name: str = "label"):
    """A label around the front of a turned body that follows its skin from z0 to z1: `profile` holds the outside's (radius, z), bottom to top."""
    radius, height = np.asarray(profile, dtype=float).T
    t = np.radians(np.linspace(-90 - degrees / 2, -90 + degrees / 2, segments + 1))
    v = np.linspace(0, 1, rows + 1)
    points, uvs = [], []
    for share in v:
        z = z0 + (z1 - z0) * share
        r = float(np.interp(z, height, radius)) + lift
        points += [(r * np.cos(a), r * np.sin(a), z) for a in t]
        uvs += [(i / segments, float(share)) for i in range(segments + 1)]
    n = segments + 1
    faces = [(k * n + i, k * n + i + 1, (k + 1) * n + i + 1, (k + 1) * n + i) for k in range(rows) for i in range(segments)]
    return from_geometry(name, points, faces, smooth=180, uvs=uvs)
