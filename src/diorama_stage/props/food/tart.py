# SPDX-License-Identifier: GPL-3.0-or-later
"""A tart: a fluted shell of short pastry with custard, and glazed fruit laid in rings."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, join, lathe, loft, move, rotate
from diorama_stage.props.registry import prop

FRUIT = {"strawberry": "#b81c22", "raspberry": "#a8203f", "blueberry": "#2c3358", "lemon": None, "apple": "#dfae52", "egg": None}
"""Fruit of a tart: its colour; None: there is none upon it."""


@prop("tart")
def tart(spec: Spec, b: Builder) -> None:
    """One for a plate, or for a hand where it is small: lemon and custard ones are smooth, a quiche is browned, apple is sliced, berries stand in rings."""
    kind = next((name for name in FRUIT if spec.is_a(name)), None) or b.choose("strawberry", "raspberry", "blueberry")
    small = spec.is_a("small")
    r, h = (0.042, 0.022) if small else (0.12, 0.03)
    b.slot("body", "pastry", "#c98d46")
    filling = {"lemon": "#f0c938", "egg": "#e0b05a", "apple": "#e0b866"}.get(kind, "#f0dca0")
    b.slot("filling", "icing", filling, role="fixed", finish=("glossy",))
    n, flutes = 240, 18 if small else 40
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    wave = np.cos(flutes * a)
    rings = []
    for q, z, w in (
        (0.86, 0.0, 0.0),
        (0.88, 0.002, 0.012),
        (0.97, h * 0.9, 0.022),
        (0.985, h, 0.02),
        (0.96, h * 1.02, 0.014),
        (0.93, h * 0.9, 0.006),
        (0.9, h * 0.5, 0.0),
    ):
        rings.append(np.column_stack([r * (q + w * wave) * np.cos(a), r * (q + w * wave) * np.sin(a), np.full(n, z)]))
    b.add(displace(loft(rings, smooth=70), 0.0006, 0.006, seed=spec.seed), "body")
    top = h * 0.86
    fill = lathe([(r * 0.93, top - 0.004), (r * 0.92, top), (r * 0.5, top + 0.0012), (0, top + 0.0015)], segments=96, smooth=180)
    b.add(displace(fill, 0.0012 if kind == "egg" else 0.0004, 0.012, seed=spec.seed), "filling")
    if FRUIT[kind] is None:
        if kind == "egg":
            b.slot("bits", "seared", "#7d4a24", role="fixed")
            spots = [(r * 0.85 * math.sqrt((k + 0.5) / 26), 2.4 * k) for k in range(26)]
            b.add(join([ellipsoid(0.006, 0.004, 0.0015, at=(q * math.cos(t), q * math.sin(t), top + 0.001), segments=12) for q, t in spots]), "bits")
        b.footprint = "round"
        return
    b.slot("fruit", "grape_skin" if kind == "blueberry" else "tomato_skin", FRUIT[kind], role="fixed", finish=("glossy",))
    size = {"strawberry": 0.0125, "raspberry": 0.0085, "blueberry": 0.0065, "apple": 0.02}[kind] * (0.72 if small else 1.0)
    made = []
    far = r * 0.88 - size
    while far > size * 0.4:
        count = max(1, int(2 * math.pi * far / (size * (1.25 if kind == "apple" else 2.02))))
        for k in range(count):
            t = 2 * math.pi * k / count + far * 40
            at = (far * math.cos(t), far * math.sin(t))
            if kind == "strawberry":
                piece = loft(
                    [
                        np.column_stack([size * w * np.cos(a[::10]), size * w * np.sin(a[::10]), np.full(24, size * z)])
                        for z, w in ((0, 0.75), (0.15, 0.98), (0.5, 0.95), (1.1, 0.62), (1.5, 0.22), (1.56, 0.04))
                    ],
                    smooth=80,
                )
                made.append(move(rotate(piece, 10, 0, math.degrees(t)), *at, top))
            elif kind == "apple":
                piece = ellipsoid(size, size * 0.45, size * 0.1, segments=20)
                made.append(move(rotate(rotate(piece, 38), 0, 0, math.degrees(t) + 90), *at, top + 0.004))
            else:
                piece = ellipsoid(size, size, size * (1.15 if kind == "raspberry" else 0.92), at=(0, 0, size * 0.9), segments=24)
                if kind == "raspberry":
                    piece = displace(piece, size * 0.35, size * 0.5, seed=k)
                made.append(move(piece, *at, top))
        far -= size * (0.9 if kind == "apple" else 1.9)
    b.add(join(made), "fruit")
    b.footprint = "round"
