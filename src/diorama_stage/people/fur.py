# SPDX-License-Identifier: GPL-3.0-or-later
"""Fur on garments: strands that stand out of a surface and lean downward, in tufts."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.people.mesh import normals
from diorama_stage.people.strands import curves, hair_shader

DENSE, MOST = 260_000, 60_000
"""Strands a square metre where one is half a millimetre wide, and how many a garment has at most."""
TUFT = 0.012
"""How wide a tuft is, metres."""


def grown(points: np.ndarray, faces: np.ndarray, length: float, colour: str, pixel: float) -> bpy.types.Object:
    """Strands on a mesh, vertices (n, 3), `length` metres long, of a colour `#rrggbb`; `pixel`: what one covers there, metres."""
    rng = np.random.default_rng(len(points))
    out = normals(points, faces)
    a, b, c, d = (points[faces[:, k]] for k in range(4))
    area = np.linalg.norm(np.cross(c - a, d - b), axis=1) / 2
    radius = float(np.clip(pixel * 0.3, 0.00012, 0.0011))
    count = int(min(area.sum() * DENSE * (0.00025 / radius) ** 0.9, MOST))
    of = rng.choice(len(faces), count, p=area / area.sum())
    u, v = rng.random((2, count, 1))
    blend = lambda x: (x[faces[of, 0]] * (1 - u) + x[faces[of, 1]] * u) * (1 - v) + (x[faces[of, 3]] * (1 - u) + x[faces[of, 2]] * u) * v  # noqa: E731
    root, way = blend(points), blend(out)
    cell = np.floor(root / TUFT).astype(np.int64) @ np.array([73856093, 19349663, 83492791])
    tuft = np.random.default_rng(3).normal(0, 1, (4096, 3))[cell % 4096]
    lean = way * 0.8 + tuft * 0.3 + rng.normal(0, 0.22, way.shape) - np.array([0, 0, 0.35])
    lean /= np.maximum(np.linalg.norm(lean, axis=1, keepdims=True), 1e-9)
    s = np.linspace(0, 1, 5)[None, :, None]
    long = (length * rng.uniform(0.55, 1.1, count))[:, None, None]
    path = root[:, None] + (way[:, None] * (s - 0.5 * s * s) + lean[:, None] * (0.25 * s + 0.6 * s * s)) * long
    white = min(int(colour[i : i + 2], 16) for i in (1, 3, 5)) > 200
    shader = hair_shader(colour, grey=1.0 if white else 0.0, white=0.86, roughness=0.5)
    return curves("fur", [path], radius, rng, shader, pointed=True)
