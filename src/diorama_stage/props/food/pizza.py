# SPDX-License-Identifier: GPL-3.0-or-later
"""Pizza: a blistered rim, sauce to its foot, melted cheese browned in spots, cupped salami, basil that curls; whole or one slice."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, discard, field, from_geometry, move, rotate, torus
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import blade
from diorama_stage.props.registry import prop

HALF_SLICE = math.pi / 7


def _disc(radii, height, reach: float, around: int, *, under: bool = False):
    """A skin over rings of `radii`, `height(x, y)` high, all round or (reach < pi) a slice about the front, with walls down to the board there."""
    whole = reach >= math.pi
    a = np.linspace(-reach, reach, around, endpoint=not whole) - math.pi / 2
    r, a = np.meshgrid(radii, a, indexing="ij")
    x, y = (r * np.cos(a)).ravel(), (r * np.sin(a)).ravel()
    verts = np.stack([x, y, height(x, y)], axis=1)
    m, n = len(radii), around
    faces = [(i * n + j, (i + 1) * n + j, (i + 1) * n + (j + 1) % n, i * n + (j + 1) % n) for i in range(m - 1) for j in range(n if whole else n - 1)]
    if under and not whole:
        foot = verts.copy()
        foot[:, 2] = 0.0004
        verts = np.concatenate([verts, foot])
        faces += [f for i in range(m - 1) for f in ((i * n, i * n + m * n, (i + 1) * n + m * n, (i + 1) * n), ((i + 1) * n - 1, (i + 2) * n - 1, (i + 2) * n - 1 + m * n, (i + 1) * n - 1 + m * n))]
    return from_geometry("pizza", verts, faces, smooth=70)


@prop("pizza")
def pizza(spec: Spec, b: Builder) -> None:
    one, seed, R = spec.has("sliced"), spec.seed, b.vary(0.15, 0.04)
    reach = HALF_SLICE if one else math.pi
    around = 80 if one else 220
    crust, melt = "#d3a05c", "#efcd7c"
    b.slot("body", "bread_crust", crust)
    b.slot("cheese", "cheese", melt, role="fixed", finish=("glossy",))
    b.slot("sauce", "tomato_skin", "#a82a14", role="fixed")
    b.slot("salami", "salami", "#b23a20", role="fixed")
    b.slot("leaves", "leaf", "#3f7a2a", role="fixed")
    b.slot("olives", "rubber", "#26241f", role="fixed", finish=("glossy",))

    def flat(x, y):
        return np.stack([x, y, 0 * x], axis=1)

    def rim(x, y):
        d, q = np.hypot(x, y) / R, flat(x, y)
        puff = 0.017 + 0.006 * field(q, 0.05, seed=seed) + 0.004 * np.clip(field(q, 0.017, seed=seed + 1), 0, 2)
        across = np.clip((d - 0.845) / 0.155, 0, 1)
        z = 0.006 + puff * np.sqrt(np.clip(1 - (2 * across - 1) ** 2, 0, 1)) * (d > 0.845)
        return z * np.clip((1.0 - d) * 30, 0, 1) ** 0.5 + 0.0005

    skin = _disc([0.0005, *np.linspace(0.2, 0.82, 8) * R, *np.linspace(0.84, 1.0, 34) * R], rim, reach, around, under=True)
    at = np.array([v.co for v in skin.data.vertices])
    at[:, :2] *= (1 + 0.008 * field(at * (1, 1, 0), 0.12, seed=seed + 7))[:, None]
    set_points(skin.data, at)

    def charred(p):
        high = np.clip((p[:, 2] - 0.011) / 0.014, 0, 1)
        spot = np.clip((field(p, 0.017, seed=seed + 1) - 0.55) * 2.2, 0, 1) * high
        brown = toward(crust, "#9a5a22", np.clip(0.75 * high + 0.35 * field(p, 0.03, seed=seed + 2), 0, 1))
        return brown * (1 - spot[:, None] * np.array([0.8, 0.86, 0.88]))

    b.add(tint(skin, charred), "body")
    b.add(_disc(np.linspace(0.001, 0.872, 40) * R, lambda x, y: 0.0092 + 0.0007 * field(flat(x, y), 0.012, seed=seed + 3) - 0.004 * np.clip((np.hypot(x, y) / R - 0.84) * 25, 0, 1), reach, around), "sauce")

    def melted(x, y):
        """Above the sauce where there is cheese: uneven, pooled, pulled thin towards the rim in lobes."""
        q, d = flat(x, y), np.hypot(x, y) / R
        cover = 0.78 - 0.6 * np.clip((d - 0.72) / 0.12, 0, 1.6) + 0.5 * field(q, 0.034, seed=seed + 4) + 0.16 * field(q, 0.012, seed=seed + 5)
        bubble = np.clip(field(q, 0.009, seed=seed + 6) - 0.3, 0, 1) ** 1.5
        return 0.0078 + 0.0055 * np.clip(cover, 0, 0.75) ** 0.55 + 0.0011 * field(q, 0.02, seed=seed + 8) * np.clip(cover, 0, 1) + 0.0018 * bubble * np.clip(cover, 0, 1)

    def browned(p):
        q = p * (1, 1, 0)
        blister = np.clip((np.clip(field(q, 0.009, seed=seed + 6) - 0.3, 0, 1) - 0.2) * 2.4, 0, 1) * np.clip(field(q, 0.05, seed=seed + 9) + 0.9, 0, 1)
        oil = np.clip(0.4 * field(q, 0.025, seed=seed + 10) + 0.25, 0, 1)
        return toward(melt, "#e0902c", oil) * (1 - np.clip(blister, 0, 1)[:, None] * np.array([0.45, 0.66, 0.75]))

    b.add(tint(_disc(np.linspace(0.001, 0.87, 76 if not one else 110) * R, melted, reach, around), browned), "cheese")
    top = lambda x, y: float(max(melted(np.array([x]), np.array([y]))[0], 0.0095))  # noqa: E731
    slices = [(0.0, 0.0)] + [(0.052, q) for q in np.linspace(0, 5.2, 5)] + [(0.1, q + 0.3) for q in np.linspace(0, 5.6, 9)]
    if one:
        slices = [(0.055, -math.pi / 2), (0.1, -math.pi / 2 - 0.22), (0.104, -math.pi / 2 + 0.2)]
    for k, (d, q) in enumerate(slices):
        d, q = d + b.rng.uniform(-0.006, 0.006), q + (0 if one else b.rng.uniform(-0.12, 0.12))
        x, y = d * math.cos(q), d * math.sin(q)
        b.add(move(rotate(_salami(0.0205 * b.rng.uniform(0.93, 1.06), seed + k), b.rng.uniform(-6, 6), b.rng.uniform(-6, 6), b.rng.uniform(0, 360)), x, y, top(x, y) + 0.0008), "salami")
    for k in range(3 if one else 9):
        d, q = 0.03 + 0.085 * b.rng.random(), (-math.pi / 2 + b.rng.uniform(-0.25, 0.25)) if one else 0.7 * k + 0.2
        x, y = d * math.cos(q), d * math.sin(q)
        b.add(move(rotate(_basil(b.rng.uniform(0.02, 0.034), seed + k), b.rng.uniform(-14, 14), b.rng.uniform(-8, 8), b.rng.uniform(0, 360)), x, y, top(x, y) + 0.004), "leaves", "basil")
        d, q = 0.025 + 0.095 * b.rng.random(), (-math.pi / 2 + b.rng.uniform(-0.25, 0.25)) if one else 0.7 * k + 0.55
        x, y = d * math.cos(q), d * math.sin(q)
        b.add(move(rotate(torus(0.0052, 0.0023, segments=28, sides=12), b.rng.uniform(-14, 14), b.rng.uniform(-14, 14)), x, y, top(x, y) + 0.0016), "olives")
    if one:
        _aside(b, R)
    b.footprint = "box" if one else "round"


def _aside(b: Builder, R: float) -> None:
    """A single slice about its own middle, its tip to the lens and a little to one side."""
    turn = 180 + b.choose(-1, 1) * b.rng.uniform(18, 42)
    for group in b._parts.values():
        for o in group:
            rotate(move(o, 0, R * 0.56, 0), 0, 0, turn)


def _salami(r: float, seed: int):
    """A slice that the oven curled to a shallow cup: its edge up and darker, a little fat pooled in its middle."""
    def cup(x, y):
        d, q = np.hypot(x, y) / r, np.stack([x, y, 0 * x], axis=1)
        a = np.arctan2(y, x)
        return 0.0002 + 0.0042 * d**3.2 * (1 + 0.35 * np.sin(2 * a + seed) + 0.2 * np.sin(3 * a + 2 * seed)) + 0.0002 * field(q, 0.004, seed=seed)

    made = _disc(np.linspace(0.0003, 1, 16) * r, cup, math.pi, 48)
    at = np.array([v.co for v in made.data.vertices])
    lip = at[-48:] * (1.012, 1.012, 1) - (0, 0, 0.0016)
    faces = [tuple(p.vertices) for p in made.data.polygons] + [((15 * 48) + j, 16 * 48 + j, 16 * 48 + (j + 1) % 48, 15 * 48 + (j + 1) % 48) for j in range(48)]
    whole = from_geometry("salami", np.concatenate([at, lip]), faces, smooth=80)
    discard(made)

    def shade(p):
        d = np.hypot(p[:, 0], p[:, 1]) / r
        fat = np.clip((field(p * (1, 1, 0), 0.0035, seed=seed + 2) - 0.45) * 2.5, 0, 1)[:, None]
        edge = np.clip((d - 0.72) / 0.3, 0, 1)[:, None]
        return (1 + fat * np.array([0.25, 1.5, 1.2])) * (1 - edge * np.array([0.55, 0.7, 0.7]))

    return tint(whole, shade)


def _basil(length: float, seed: int):
    """A wilted leaf: its blade swells between the veins, its edges and its tip curl."""
    leaf = blade(length, length * 0.62, 0.0, steps=18)
    edge, u, rows = np.abs([v.co.y for v in leaf.data.vertices][2::3]), np.linspace(0, 1, 19), []
    for k in (-1.0, -0.66, -0.33, 0.0, 0.33, 0.66, 1.0):
        z = length * (0.16 * np.sin(np.pi * u) - 0.28 * u**3 - 0.24 * (abs(k) ** 2.2) * np.sin(np.pi * u) + 0.035 * np.sin(9 * u + 3 * abs(k)) * (1 - abs(k)) + 0.06 * k * np.sin(5 * u + seed))
        rows.append(np.stack([u * length - length / 2, k * edge, z], axis=1))
    discard(leaf)
    return from_geometry("leaf", np.concatenate(rows), [(i * 19 + j, i * 19 + j + 1, (i + 1) * 19 + j + 1, (i + 1) * 19 + j) for i in range(6) for j in range(18)], smooth=180)
