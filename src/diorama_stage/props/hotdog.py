# SPDX-License-Identifier: GPL-3.0-or-later
"""Hot dogs."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, move, rotate, sweep
from diorama_stage.props.bakery import browned
from diorama_stage.props.parts import tint
from diorama_stage.props.registry import prop


def capsule(L: float, r: float, bend: float, *, blunt: float = 2.6, sides: int = 32):
    """A sausage shape along x, L metres long with its tips, bent upwards at its ends by `bend` metres; about the height z = 0."""
    t = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 60))
    path = np.stack([t * L / 2, 0 * t, bend * t * t], axis=1)
    return sweep(path, np.maximum(r * (1 - np.abs(t) ** (L / r * blunt / 2)) ** 0.5, r * 0.02), sides=sides, smooth=180)


@prop("hot_dog")
def hot_dog(spec: Spec, b: Builder) -> None:
    L = b.vary(0.165, 0.04)
    b.slot("bun", "bread_crust", "#d29a52")
    b.slot("crumb", "bread_crumb", "#f0dcae", role="fixed")
    b.slot("sausage", "tomato_skin", b.choose("#a8482a", "#9c4026"), role="fixed")
    b.slot("mustard", "icing", "#e8b41c", role="fixed", finish=("glossy",))
    for s in (-1, 1):
        half = ellipsoid(1, 1, 1, segments=72)
        for v in half.data.vertices:
            x, y, z = v.co
            k = math.copysign(abs(x) ** 1.0, x)
            fat = (1 - abs(x) ** 5) ** 0.5 / max(math.sqrt(1 - x * x), 0.05) if abs(x) < 0.995 else 1
            v.co = (k * L / 2 * 0.94, y * 0.0185 * min(fat, 2.2), z * 0.0225 * min(fat, 2.2))
        half = displace(half, 0.0016, 0.03, seed=spec.seed + s)
        o = browned(move(rotate(half, 24 * s), 0, 0.0205 * s, 0.024), "#d29a52", 0.0, 0.042, dark="#7a3a12", seed=spec.seed)
        b.add(o, "bun")
        face = capsule(L * 0.91, 0.0155, 0.0, sides=24)
        for v in face.data.vertices:
            v.co.y *= 0.4
        b.add(move(rotate(displace(face, 0.001, 0.008, seed=2), 20 * s), 0, 0.0085 * s, 0.029), "crumb")
    base = capsule(L * 0.9, 0.014, 0.0)
    b.add(move(base, 0, 0, 0.0125), "bun")
    frank = move(displace(capsule(L * 1.14, 0.0142, 0.007), 0.0007, 0.03, seed=spec.seed), 0, 0, 0.037)
    b.add(tint(frank, lambda p: 1 - 0.45 * np.clip(field(p, 0.02, seed=spec.seed) - 0.2, 0, 1) - 0.2 * np.exp(-(((p[:, 0] / 0.017 + 0.25 * p[:, 1] / 0.014) % 1 - 0.5) / 0.14) ** 2) * (p[:, 2] > 0.037)), "sausage")
    x = np.linspace(-0.46, 0.46, 220) * L
    y = 0.0075 * np.sin(x / L * 46)
    z = 0.0375 + 0.007 * (2 * x / (L * 1.14)) ** 2 + np.sqrt(0.0138**2 - y * y) + 0.0009
    b.add(
        sweep(
            np.stack([x, y, z], axis=1),
            0.0026 * (1 + 0.12 * np.sin(x * 900)) * np.minimum(1, 0.3 + 40 * (0.46 - np.abs(x / L))),
            sides=12,
            smooth=180,
        ),
        "mustard",
    )
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, 14)
