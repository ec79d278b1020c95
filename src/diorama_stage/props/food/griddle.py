# SPDX-License-Identifier: GPL-3.0-or-later
"""From the griddle: pancakes and waffles."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, join, lathe, loft, smooth_path
from diorama_stage.props.registry import prop


def _round_slab(r: float, h: float, seed: int):
    """A thick soft disc, not quite round, its underside flat. Returns the brown faces and the pale side as one profile."""
    outline = smooth_path([(0, 0), (r * 0.92, 0), (r, h * 0.3), (r * 0.995, h * 0.62), (r * 0.93, h * 0.95), (r * 0.6, h), (0, h)], 70)
    body = lathe(outline, segments=112, smooth=180)
    for v in body.data.vertices:
        a = math.atan2(v.co.y, v.co.x)
        f = 1 + 0.022 * math.sin(2 * a + seed) + 0.014 * math.sin(3 * a + 2 * seed) + 0.006 * math.sin(7 * a)
        v.co.x, v.co.y = v.co.x * f, v.co.y * f
    return body


@prop("pancake")
def pancake(spec: Spec, b: Builder) -> None:
    """Pale and spongy at the side, evenly browned on its faces with a lighter rim."""
    r, h = b.vary(0.062, 0.04), b.vary(0.0125, 0.08)
    b.slot("body", "batter", "#e3bd78")
    b.slot("face", "bread_crust", b.choose("#b87a38", "#c08440"), role="fixed")
    b.add(displace(_round_slab(r, h, spec.seed % 7), 0.0005, 0.014, seed=spec.seed), "body")
    top = smooth_path([(0, h + 0.0011), (r * 0.6, h + 0.0011), (r * 0.925, h * 1.0)], 40)
    face = lathe([*map(tuple, top), (r * 0.915, h * 0.88), (0, h * 0.9)], segments=112, smooth=180)
    for v in face.data.vertices:
        a = math.atan2(v.co.y, v.co.x)
        f = 1 + 0.022 * math.sin(2 * a + spec.seed % 7) + 0.014 * math.sin(3 * a + 2 * (spec.seed % 7)) + 0.01 * math.sin(9 * a)
        v.co.x, v.co.y = v.co.x * f, v.co.y * f
    b.add(displace(face, 0.0003, 0.012, seed=spec.seed + 1), "face")
    if spec.contents in ("syrup", "maple_syrup", "honey", "chocolate_sauce", "sauce"):
        _syrup(b, r, h, spec)
    b.support("top", -r * 0.72, r * 0.72, -r * 0.72, r * 0.72, h, round=True)
    b.footprint = "round"


def _syrup(b: Builder, r: float, h: float, spec: Spec) -> None:
    """A glossy pool on top that runs down the side in a few tongues."""
    b.slot("syrup", "icing", "#3a1d10" if "chocolate" in spec.contents else "#8a4412", role="fixed", finish=("glossy",))
    n = 160
    a = np.linspace(0, 2 * math.pi, n, endpoint=False)
    tongue = np.zeros(n)
    for _ in range(5):
        c, w = b.rng.uniform(0, 2 * math.pi), b.rng.uniform(0.1, 0.2)
        tongue = np.maximum(tongue, np.exp(-(((a - c + math.pi) % (2 * math.pi) - math.pi) / w) ** 2) * b.rng.uniform(0.6, 1.0))
    edge = r * (0.6 + 0.09 * np.sin(3 * a + 1) + 0.06 * np.sin(5 * a))
    rings = [np.zeros((n, 3)) + (0, 0, h + 0.0036)]
    rings += [np.stack([edge * k * np.cos(a), edge * k * np.sin(a), np.full(n, h + 0.0035 - 0.0008 * k**2 - 0.0006 * k**8)], axis=1) for k in np.linspace(0.1, 1, 8)]
    out = np.maximum(edge, edge + (r * 1.012 - edge) * np.clip(tongue * 2, 0, 1))
    rings.append(np.stack([out * np.cos(a), out * np.sin(a), h + 0.0012 - 0.002 * np.clip(tongue * 2, 0, 1)], axis=1))
    down = np.clip(tongue * 2 - 0.6, 0, 1.4)
    rings.append(np.stack([(out + 0.0012 * down) * np.cos(a), (out + 0.0012 * down) * np.sin(a), h + 0.0004 - 0.011 * down], axis=1))
    rings.append(np.stack([out * 0.985 * np.cos(a), out * 0.985 * np.sin(a), h - 0.0006 - 0.0112 * down], axis=1))
    b.add(loft(rings, smooth=180), "syrup")


@prop("waffle")
def waffle(spec: Spec, b: Builder) -> None:
    """A Belgian waffle: a round grid of deep pockets."""
    r, h, cells = b.vary(0.075, 0.04), 0.021, 7
    b.slot("body", "bread_crust", b.choose("#c38a42", "#b87c38"))
    disc = lathe(smooth_path([(0, 0), (r * 0.95, 0), (r, h * 0.3), (r, h * 0.5), (0, h * 0.5)], 40), segments=96, smooth=60)
    pitch = 2 * r / cells
    bars = []
    for k in range(cells + 1):
        x = -r + k * pitch
        half = math.sqrt(max(r * r - x * x, 0)) * 0.985
        if half > 0.012:
            bars += [box(0.0042, 2 * half, h * 0.72, bevel=0.0016, at=(x, 0, h * 0.64)), box(2 * half, 0.0042, h * 0.72, bevel=0.0016, at=(0, x, h * 0.64))]
    b.add(displace(join([disc, *bars]), 0.0006, 0.008, seed=spec.seed), "body")
    rim = lathe(smooth_path([(r * 0.93, 0.002), (r * 1.01, h * 0.3), (r * 1.005, h * 0.85), (r * 0.965, h), (r * 0.93, h * 0.8), (r * 0.93, 0.002)], 40), segments=96, smooth=180)
    b.add(displace(rim, 0.0008, 0.01, seed=spec.seed), "body")
    b.support("top", -r * 0.7, r * 0.7, -r * 0.7, r * 0.7, h, round=True)
    b.footprint = "round"
