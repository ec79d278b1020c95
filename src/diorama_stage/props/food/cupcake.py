# SPDX-License-Identifier: GPL-3.0-or-later
"""Cupcakes and muffins."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, join, lathe, loft, move, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint, toward
from diorama_stage.props.registry import prop


@prop("cupcake")
def cupcake(spec: Spec, b: Builder) -> None:
    r0, r1, h = 0.025, 0.034, b.vary(0.042, 0.05)
    frost, cup = b.choose(("#efb1c0", "#d8cbb2"), ("#f4ecdc", "#b5483f"), ("#5a3420", "#e6d9bf"), ("#a8d0c8", "#efe9dc"))
    b.slot("frosting", "icing", frost)
    b.slot("case", "paper", cup, role="trim")
    b.slot("cake", "cake_crumb", "#b9783a", role="fixed")
    n, pleats = 336, 42
    rows = []
    for r, z in (
        (0.001, 0.0),
        (r0 * 0.97, 0.0),
        (r0, 0.001),
        *[(r0 + (r1 - r0) * t, h * t) for t in np.linspace(0.08, 1, 8)],
        (r1 - 0.0012, h),
        (r1 - 0.0014, h * 0.9),
    ):
        a = np.arange(n) * 2 * np.pi / n
        tri = np.abs((a * pleats / (2 * np.pi)) % 1 * 2 - 1) - 0.5
        q = r + (0.0021 * tri * (0.55 + 0.45 * z / h) if r > 0.01 else 0)
        rows.append(np.stack([q * np.cos(a), q * np.sin(a), z + 0.0012 * tri * (z > h * 0.99)], axis=1))
    b.add(loft(rows, closed_ends=False, smooth=35), "case")
    b.add(
        displace(
            lathe(
                smooth_path(
                    [(0, h * 0.86), (r1 - 0.002, h * 0.86), (r1 + 0.0015, h * 1.02), (r1 - 0.003, h * 1.16), (r1 * 0.5, h * 1.3), (0, h * 1.34)], 40
                ),
                segments=72,
                smooth=180,
            ),
            0.0014,
            0.01,
            seed=spec.seed,
        ),
        "cake",
    )
    if spec.is_a("muffin"):
        _muffin_top(spec, b, r1, h)
    else:
        _frosting(b, h)
    b.footprint = "round"


def _muffin_top(spec: Spec, b: Builder, r1: float, h: float) -> None:
    """A dome that rose over the rim of its case, cracked and browned, with blueberries or drops of chocolate baked in."""
    base, seed = "#c98d45", spec.seed
    b.slot("top", "bread_crust", base)
    rim = smooth_path([(0, h), (r1 - 0.003, h * 0.97), (r1 + 0.008, h * 1.06), (r1 + 0.0075, h * 1.18), (r1 * 0.8, h * 1.44), (r1 * 0.4, h * 1.6), (0, h * 1.64)], 90)
    dome = displace(displace(lathe(rim, segments=130, smooth=180), 0.0035, 0.022, seed=seed), 0.0013, 0.005, seed=seed + 1)
    p = vertices(dome).astype(float)
    crack = np.clip(1 - np.abs(field(p, 0.024, seed=seed + 2)) / 0.1, 0, 1) * np.clip((p[:, 2] / h - 1.15) * 6, 0, 1)
    p[:, 2] -= 0.0022 * crack
    set_points(dome.data, p)
    heat = 0.3 * field(p, 0.02, seed=seed + 3) + 0.5 * np.clip(np.hypot(p[:, 0], p[:, 1]) / r1 - 0.55, 0, 1)
    colour = toward(base, "#7a4218", 0.15 + heat) * (1 - crack[:, None]) + toward(base, "#ecc98a", 0.8 + 0 * crack) * crack[:, None]
    b.add(tint(dome, lambda _: colour), "top")
    berries = spec.has("blueberry") or spec.is_a("blueberry") or not (spec.has("chocolate") or spec.is_a("chocolate")) and b.rng.random() < 0.5
    b.slot("bits", "clay" if berries else "chocolate", "#2c2f52" if berries else "#3a1f12", role="fixed")
    top, bits = p[p[:, 2] > h * 1.2], []
    for k in range(15):
        x, y, z = top[b.rng.randrange(len(top))]
        size = b.rng.uniform(0.0042, 0.0052) if berries else b.rng.uniform(0.0026, 0.0038)
        bits.append(displace(ellipsoid(size, size, size * 0.85, at=(x * 0.97, y * 0.97, z - size * 0.25), segments=20), size * 0.12, size, seed=k))
    b.add(join(bits), "bits")


def _frosting(b: Builder, h: float) -> None:
    """A swirl piped from a star nozzle, with sprinkles or a cherry."""
    turns, t = 3.4, np.linspace(0, 1, 260)
    a = 2 * np.pi * turns * t
    far = 0.0225 * (1 - t) ** 0.85
    path = np.stack([far * np.cos(a), far * np.sin(a), h * 1.17 + 0.0405 * t**1.05], axis=1)
    star = [
        (math.cos(q) * (1 + 0.17 * math.cos(7 * q)), math.sin(q) * (1 + 0.17 * math.cos(7 * q)))
        for q in np.linspace(0, 2 * math.pi, 70, endpoint=False)
    ]
    b.add(sweep(path, 0.0122 * (1 - 0.66 * t) * np.minimum(1, 0.35 + 9 * t) * np.clip((1.02 - t) * 14, 0.05, 1), section=star, smooth=60), "frosting")
    b.add(
        lathe(smooth_path([(0, h * 1.12), (0.022, h * 1.12), (0.02, h * 1.5), (0.008, h * 1.9), (0, h * 2.0)], 20), segments=40, smooth=180),
        "frosting",
        "core",
    )
    top = h * 1.17 + 0.0405
    if b.rng.random() < 0.45:
        b.slot("cherry", "tomato_skin", "#b3141c", role="fixed")
        b.slot("stalk", "plant_stem", "#5a6b2a", role="fixed")
        b.add(ellipsoid(0.0085, 0.0085, 0.0078, at=(0, 0, top + 0.006), segments=32), "cherry")
        b.add(sweep(smooth_path([(0, 0, top + 0.012), (0.002, 0, top + 0.026), (0.009, 0.002, top + 0.037)], 14), 0.0007, sides=8), "stalk")
    else:
        for c, colour in enumerate(("#e04848", "#f2c230", "#3f8fd0", "#52b04a", "#ffffff")):
            b.slot(f"sprinkles{c}", "plastic", colour, role="fixed")
            bits = []
            for _ in range(13):
                q, s = b.rng.uniform(0, 2 * math.pi), b.rng.uniform(0.02, 0.85)
                r = 0.0225 * (1 - s) ** 0.85 + 0.0112 * (1 - 0.66 * s)
                bit = rotate(
                    rotate(ellipsoid(0.0026, 0.0007, 0.0007, segments=8), b.rng.uniform(0, 180), b.rng.uniform(-40, 40), 0),
                    0,
                    0,
                    b.rng.uniform(0, 180),
                )
                bits.append(move(bit, r * math.cos(q), r * math.sin(q), h * 1.17 + 0.0405 * s + 0.003))
            b.add(join(bits), f"sprinkles{c}", "sprinkles")
