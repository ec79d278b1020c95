# SPDX-License-Identifier: GPL-3.0-or-later
"""Ice cream in a cone."""

from __future__ import annotations

import math

import numpy as np
from mathutils import Vector, noise

from diorama_stage.kit import Builder, Spec, box, from_geometry, join, loft, move, rotate
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop

FLAVOURS = {"strawberry": "#e79aa6", "vanilla": "#f3e6c4", "chocolate": "#5f3a24", "pistachio": "#b5c98a", "mint": "#a9dcc4", "raspberry": "#cf5f7a"}


@prop("ice_cream")
def ice_cream(spec: Spec, b: Builder) -> None:
    H, R = b.vary(0.115, 0.04), 0.0265
    asked = [f for f in FLAVOURS if spec.contents == f or spec.has(f)]
    count = 3 if spec.has("triple") else 1 if spec.has("single") else 2
    flavours = [asked[k % len(asked)] if asked else f for k, f in enumerate(b.rng.sample(sorted(FLAVOURS), count))]
    b.slot("cone", "bread_crust", "#d29a52", role="trim")
    n, m = 192, 90
    z, a = np.linspace(0, 1, m), np.arange(n) * 2 * np.pi / n
    rows = []

    def waffle(a, t):
        """The raised grid of a waffle by angle and height, 0 to 1."""
        grid = [np.abs((a * 9 / (2 * np.pi) + s * 7.5 * np.log(0.12 + np.clip(t, 0, 1))) % 1 - 0.5) * 2 for s in (-1, 1)]
        return np.maximum(*(np.clip((g - 0.72) / 0.2, 0, 1) for g in grid))

    for t in z:
        r = 0.0022 + (R - 0.0022) * t
        ridge = waffle(a, t)
        rim = 0.0016 * math.exp(-(((t - 0.97) / 0.03) ** 2))
        q = r + 0.0015 * ridge * min(1, 0.35 + t) + rim
        rows.append(np.stack([q * np.cos(a), q * np.sin(a), np.full(n, H * t)], axis=1))
    inside = [np.stack([r * np.cos(a), r * np.sin(a), np.full(n, zz)], axis=1) for r, zz in ((R - 0.001, H), (R - 0.004, H - 0.012))]
    tip = np.stack([0 * a, 0 * a, np.full(n, -0.001)], axis=1)
    cone_ = loft([tip, *rows, *inside], closed_ends=False, smooth=50)
    b.add(tint(cone_, lambda p: 0.7 + 0.42 * waffle(np.arctan2(p[:, 1], p[:, 0]), p[:, 2] / H)), "cone")
    height = H + 0.012
    for k, flavour in enumerate(flavours):
        slot = b.slot(f"scoop{k}", "icing", FLAVOURS[flavour], finish=("satin",))
        r = (0.0315, 0.0285, 0.026)[k]
        x, y = (0, 0) if not k else (b.rng.uniform(-0.004, 0.004), b.rng.uniform(-0.003, 0.003))
        b.add(move(scoop(r, spec.seed * 5 + k), x, y, height), slot, "scoops")
        height += r * 1.42
        if flavour in ("mint", "vanilla") and k == len(flavours) - 1:
            b.slot("chips", "chocolate", role="fixed")
            chips = []
            for _ in range(26):
                q, s = b.rng.uniform(0, 2 * math.pi), b.rng.uniform(-0.25, 0.95)
                c = math.sqrt(1 - s * s)
                chips.append(rotate(box(0.0035, 0.0028, 0.0018, bevel=0.0005), b.rng.uniform(0, 90), b.rng.uniform(0, 90)))
                move(chips[-1], x + r * c * math.cos(q), y + r * c * math.sin(q), height - r * 1.42 + r * s)
            b.add(join(chips), "chips")
    b.footprint = "round"


def scoop(r: float, seed: int):
    """A ball of ice cream about its centre, scraped, with the ragged skirt the scoop leaves below it."""
    n, m = 128, 72
    verts = []
    for j in range(m + 1):
        e = -math.pi / 2 + math.pi * j / m
        for i in range(n):
            q = 2 * math.pi * i / n
            p = Vector((math.cos(e) * math.cos(q), math.cos(e) * math.sin(q), math.sin(e)))
            scrape = 0.035 * noise.fractal(Vector((p.x * 3 + seed, p.y * 3, p.z * 8)), 1.0, 2.0, 4) + 0.016 * noise.noise(
                p * 14 + Vector((seed, 0, 0))
            )
            ragged = noise.fractal(Vector((p.x * 4.2 + seed * 3, p.y * 4.2, 1.7)), 0.9, 2.1, 4)
            skirt = math.exp(-(((p.z + 0.5 + 0.1 * ragged) / 0.13) ** 2)) * (0.16 + 0.16 * ragged)
            drop = -0.12 * max(ragged, 0) * math.exp(-(((p.z + 0.5) / 0.2) ** 2))
            f = 1 + scrape + skirt
            verts.append((r * p.x * f, r * p.y * f, r * (max(p.z, -0.72) * (1 + scrape) + drop)))
    faces = [(j * n + i, j * n + (i + 1) % n, (j + 1) * n + (i + 1) % n, (j + 1) * n + i) for j in range(m) for i in range(n)]
    return from_geometry("scoop", verts, faces, smooth=180)
