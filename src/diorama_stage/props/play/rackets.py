# SPDX-License-Identifier: GPL-3.0-or-later
"""What one plays and rows with: a tennis racket, a paddle."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, join, lathe, loft, move, rotate, smooth_path, sweep
from diorama_stage.kit.lie import lying
from diorama_stage.props.registry import prop


@prop("paddle")
def paddle(spec: Spec, b: Builder) -> None:
    """A canoe paddle: shaft, T grip and a rounded blade; it leans on something, or lies."""
    b.slot("body", "oak")
    b.add(sweep([(0, 0, 0.4), (0, 0, 1.45)], 0.0145, sides=20), "body", "shaft")
    b.add(rotate(move(sweep([(-0.05, 0, 0), (0.05, 0, 0)], 0.016, sides=18), 0, 0, 1.45), 0, 0, 0), "body", "grip")
    rings = []
    for z in np.linspace(0.0, 0.5, 40):
        t = z / 0.5
        w = 0.085 * min(1.0, (t * 6 + 0.03)) ** 0.5 * (1 if t < 0.75 else max(0.17, 1 - (t - 0.75) * 3.4))
        d = 0.005 + 0.009 * max(0.0, t - 0.6)
        a = np.linspace(0, 2 * math.pi, 29)[:-1]
        rings.append(np.stack([w * np.cos(a), d * np.sin(a), np.full(28, z)], axis=1))
    b.add(loft(rings, smooth=60), "body", "blade")
    b.lean = "side"
    if not spec.has("leaning", "upright", "standing"):
        lying(b)


@prop("tennis_racket")
def tennis_racket(spec: Spec, b: Builder) -> None:
    """An oval strung head, an open throat, a wrapped grip. Lies flat, or leans."""
    b.slot("body", "plastic", b.choose("#c23a2b", "#1f5aa8", "#1d1d1f"))
    b.slot("strings", "plastic", "#f2efe2", role="fixed")
    b.slot("grip", "leather", b.choose("#1c1b1a", "#e9e6df"), role="trim")
    a = np.linspace(0, 2 * math.pi, 97)
    head = [(0.125 * math.sin(u), 0, 0.5 - 0.165 * math.cos(u)) for u in a]
    b.add(sweep(head, 0.0095, sides=14), "body", "frame")
    for s in (-1, 1):
        b.add(sweep(smooth_path([(s * 0.068, 0, 0.362), (s * 0.03, 0, 0.27), (s * 0.012, 0, 0.2), (s * 0.008, 0, 0.17)], 24), 0.0088, sides=14), "body", "throat")
    b.add(lathe([(0, 0), (0.0185, 0), (0.0185, 0.004), *[(0.0155 + 0.0008 * (k % 2), 0.006 + 0.006 * k) for k in range(29)], (0, 0.181)], segments=8, smooth=30), "grip")
    cords = []
    for k in range(-7, 8):
        x, z = k * 0.0158, k * 0.0205
        if abs(x) < 0.122:
            half = 0.165 * math.sqrt(1 - (x / 0.125) ** 2)
            cords.append(sweep([(x, 0.0007, 0.5 - half), (x, 0.0007, 0.5 + half)], 0.0007, sides=6))
        if abs(z) < 0.16:
            half = 0.125 * math.sqrt(1 - (z / 0.165) ** 2)
            cords.append(sweep([(-half, -0.0007, 0.5 + z), (half, -0.0007, 0.5 + z)], 0.0007, sides=6))
    b.add(join(cords), "strings")
    b.lean = "side"
    objects = [o for group in b._parts.values() for o in group]
    if not spec.has("upright", "leaning"):
        for o in objects:
            rotate(o, -90, 0, 0)
        low = min(v.co.z for o in objects for v in o.data.vertices)
        for o in objects:
            move(o, 0, -0.33, -low)
