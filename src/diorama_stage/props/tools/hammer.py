# SPDX-License-Identifier: GPL-3.0-or-later
"""A hammer."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
)  # fmt: skip
from diorama_stage.props.registry import prop


@prop("hammer")
def hammer(spec: Spec, b: Builder) -> None:
    b.slot("handle", b.choose("oak", "wood"), b.choose("#c1935a", "#a97843"))
    b.slot("head", "cast_iron", "#6c6e70", role="trim")
    b.slot("face", "brushed_steel", role="fixed")
    t = np.linspace(0, 1, 48)
    rings = []
    for u in t:
        x = -0.215 + 0.335 * u
        wide = np.interp(u, [0, 0.02, 0.08, 0.25, 0.45, 0.72, 0.86, 1], [0.008, 0.0155, 0.0168, 0.0145, 0.0165, 0.011, 0.0105, 0.0125])
        thick = np.interp(u, [0, 0.02, 0.08, 0.45, 0.72, 0.86, 1], [0.006, 0.011, 0.0122, 0.0118, 0.0092, 0.0088, 0.0085])
        a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
        rings.append(
            np.stack([np.full(28, x), wide * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.85 + 0.003 * math.sin(4 * u), thick * np.sin(a)], axis=1)
        )
    made = [b.add(loft(rings, smooth=70), "handle")]
    profile = [
        (0, -0.066),
        (0.0135, -0.066),
        (0.0152, -0.0645),
        (0.0152, -0.051),
        (0.0115, -0.044),
        (0.0105, -0.03),
        (0.0125, -0.02),
        (0.0125, 0.0),
        (0, 0),
    ]
    made.append(b.add(move(rotate(lathe(rounded_profile(profile, 0.002), segments=40), -90), 0.103, 0, 0), "head", "poll"))
    made.append(b.add(move(rotate(cylinder(0.0138, 0.0016, bevel=0.0006), -90), 0.103, -0.0672, 0), "face"))
    eye = box(0.034, 0.034, 0.0265, bevel=0.005, at=(0.103, 0, -0.01325))
    made.append(b.add(eye, "head", "eye"))
    for s in (-1, 1):
        path = smooth_path([(0.105, 0.006, 0), (0.106, 0.03, 0), (0.1, 0.056, 0), (0.083, 0.08, 0), (0.066, 0.091, 0)], 32)
        u = np.linspace(0, 1, 32)
        thick, wide = np.interp(u, [0, 0.35, 1], [0.013, 0.0085, 0.0016]), np.interp(u, [0, 0.3, 0.75, 1], [0.0066, 0.0066, 0.0062, 0.0042])
        gap = np.interp(u, [0, 0.3, 1], [0.0062, 0.0067, 0.0088])
        way = np.gradient(path, axis=0)
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        across = np.stack([way[:, 1], -way[:, 0], 0 * u], axis=1)
        a = np.linspace(0, 2 * np.pi, 20, endpoint=False)
        square = lambda q: np.sign(q) * np.abs(q) ** 0.55  # noqa: E731
        skin = [
            path[i] + np.outer(square(np.cos(a)) * thick[i], across[i]) + np.outer(square(np.sin(a)) * wide[i] + s * gap[i], (0, 0, 1.0))
            for i in range(32)
        ]
        made.append(b.add(loft(skin, smooth=50), "head", "claw"))
    for o in made:
        move(rotate(o, 0, 0, -32), 0, 0, 0.0155)
