# SPDX-License-Identifier: GPL-3.0-or-later
"""A disco ball."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    lathe,
    move,
    rotate,
    rounded_profile,
    sphere,
    torus,
)
from diorama_stage.kit.growth import Growth
from diorama_stage.props.lights.pendants import cord
from diorama_stage.props.registry import prop


@prop("disco_ball")
def disco_ball(spec: Spec, b: Builder) -> None:
    """A ball of little mirrors in rings, each a hair askew, under a cap with a ring to hang it by."""
    r = b.vary(0.15, 0.06)
    b.slot("body", "chrome", "#dfe3e6")
    b.slot("core", "plastic", "#2a2c2f", role="fixed")
    b.slot("cap", "chrome", "#b9bcbf", role="fixed")
    rng, tiles = np.random.default_rng(spec.seed), Growth()
    rows = 34
    side = math.pi * r / rows
    box_faces = np.array([(4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)])
    for i in range(rows):
        polar = math.pi * (i + 0.5) / rows
        n = max(int(2 * math.pi * r * math.sin(polar) / side), 4)
        a = 2 * math.pi * (np.arange(n) + rng.uniform(0, 1)) / n
        out = np.stack([math.sin(polar) * np.cos(a), math.sin(polar) * np.sin(a), np.full(n, math.cos(polar))], axis=1)
        u = np.stack([-np.sin(a), np.cos(a), 0 * a], axis=1)
        v = np.cross(out, u)
        tilt = rng.normal(0, 0.016, (n, 2))
        for k in range(n):
            w = out[k] + u[k] * tilt[k, 0] + v[k] * tilt[k, 1]
            x, y = u[k] - w * (u[k] @ w), v[k] - w * (v[k] @ w)
            half = side * 0.46
            corners = [x * sx * half + y * sy * half for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
            base = out[k] * (r - 0.0012)
            tiles.add([base + c for c in corners] + [base + w * 0.0024 + c * 0.96 for c in corners], box_faces)
    b.add(tiles.object("mirrors", smooth=False), "body", "mirrors")
    b.add(sphere(r - 0.0006, segments=64), "core")
    b.add(move(lathe(rounded_profile([(0.026, -0.004), (0.026, 0.004), (0.012, 0.007), (0.006, 0.013), (0, 0.013)], 0.001), segments=48), 0, 0, r - 0.001), "cap")
    b.add(move(rotate(torus(0.008, 0.0014, segments=32, sides=8), 90), 0, 0, r + 0.019), "cap", "ring")
    b.hang = (0, 0, r + 0.027)
    if spec.has("hanging"):
        b.slot("cord", "steel", "#8a8c8e", role="fixed")
        cord(b, r + 0.03)
    b.footprint = "round"
