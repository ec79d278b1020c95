# SPDX-License-Identifier: GPL-3.0-or-later
"""Baked things: bread, pastry, cakes, pizza and hamburgers."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    cylinder,
    displace,
    ellipsoid,
    field,
    from_geometry,
    in_hand,
    join,
    label_plane,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.food.cakeslice import cake_slice
from diorama_stage.props.food.produce import stone_fruit
from diorama_stage.props.registry import prop


def browned(object, base: str, low: float, high: float, *, dark: str = "#7a3d14", pale: str = "#e8c88e", seed: int = 0):
    """Bake a body between two heights: pale where it sat low between its neighbours, deep brown on top, uneven, with small blisters."""

    def shade(p):
        u = np.clip((p[:, 2] - low) / (high - low), 0, 1)
        heat = 1.15 * u**0.8 - 0.25 + 0.16 * field(p, (high - low) * 0.9, seed=seed) + 0.07 * field(p, (high - low) * 0.16, seed=seed + 1)
        return np.where(heat[:, None] > 0.35, toward(base, dark, (heat - 0.35) * 0.95), toward(base, pale, (0.35 - heat) * 1.5))

    return tint(object, shade)


def sheet(outer, inner, z: float, wave: float, waves: int, seed: int = 0):
    """A frilled ring of lettuce: radii, height, depth of the frill."""
    n = waves * 8
    verts, faces = [], []
    for k, r in enumerate(np.linspace(inner, outer, 6)):
        for j in range(n):
            a = 2 * math.pi * j / n
            s = (k / 5) ** 2
            verts.append((r * math.cos(a), r * math.sin(a), z + wave * s * (math.sin(waves * a) + 0.5 * math.sin(3 * a + seed)) - s * wave * 0.8))
    for k in range(5):
        faces += [(k * n + j, k * n + (j + 1) % n, (k + 1) * n + (j + 1) % n, (k + 1) * n + j) for j in range(n)]
    return from_geometry("leaf", verts, faces, smooth=90)


@prop("bread")
def bread(spec: Spec, b: Builder) -> None:
    """A loaf, or a baguette; cut across its top before it was baked."""
    long = spec.is_a("baguette")
    L, w, h = (b.vary(0.56, 0.04), 0.07, 0.058) if long else (b.vary(0.24), 0.115, 0.1)
    cuts, slant = (np.linspace(-0.36, 0.36, 6) * L, 2.2) if long else (np.array((-0.072, -0.025, 0.022, 0.069)), 0.5)
    b.slot("body", "bread_crust", "#b5742f")
    rings = []
    for t in np.linspace(-1, 1, 150):
        s = max(1 - abs(t) ** 4.5, 0.0) ** 0.5 * (0.985 + 0.02 * math.cos(14 * t))
        a = np.linspace(0, 2 * np.pi, 110, endpoint=False)
        y, z = np.cos(a), np.sin(a)
        z = np.where(z < 0, np.sign(z) * np.abs(z) ** 0.45 * 0.45, np.abs(z) ** 0.8 * 0.55)
        y = np.sign(y) * np.abs(y) ** 0.7
        rings.append(np.stack([np.full(110, t * L / 2), y * w / 2 * s, h * (0.45 + z * s)], axis=1))
    body = displace(loft(rings, smooth=180), 0.003, 0.06, seed=spec.seed)
    open_ = _scored(body, h, spec.seed, cuts, slant, 0.41 * w)
    browned(displace(body, 0.0009, 0.006, seed=spec.seed + 1), "#b5742f", 0.0, h, seed=spec.seed)
    layer = body.data.color_attributes["Tint"].data
    colour = np.empty(len(layer) * 4, np.float32)
    layer.foreach_get("color", colour)
    colour = colour.reshape(-1, 4)
    crumb = toward("#b5742f", "#f0d3a0", 0.8 + 0.3 * field(vertices(body), 0.008, seed=spec.seed + 2))
    colour[:, :3] = colour[:, :3] * (1 - open_[:, None]) + crumb * open_[:, None]
    layer.foreach_set("color", colour.ravel())
    grounded(rotate(b.add(body, "body"), 0, 0, 24))


def _scored(loaf, h: float, seed: int, cuts: np.ndarray, slant: float, half: float) -> np.ndarray:
    """Cuts of the blade across the top at `cuts`, so much along for each metre across, to `half` a width, metres; burst open in the oven.

    Each a groove with one lip drawn up to an ear. Returns how much crumb shows, 0 to 1.
    """
    p = vertices(loaf).astype(float)
    bare = np.zeros(len(p))
    for x in cuts:
        d = p[:, 0] - x - slant * p[:, 1] + 0.0025 * field(p, 0.03, seed=seed + 3)
        along = np.clip(1 - (p[:, 1] / half) ** 2, 0, 1) * np.clip((p[:, 2] / h - 0.5) * 5, 0, 1)
        wide = 0.0085 * np.sqrt(along) + 1e-4
        gap = np.exp(-((d / wide) ** 4)) * along**0.5
        p[:, 2] += -0.0055 * gap + 0.0045 * np.exp(-(((d - 1.35 * wide) / 0.0035) ** 2)) * along
        bare = np.maximum(bare, np.clip(gap * 1.25 * (0.85 + 0.25 * field(p, 0.006, seed=seed + 4)), 0, 1))
    set_points(loaf.data, p)
    return bare


@prop("bagel", "donut")
def ring(spec: Spec, b: Builder) -> None:
    sweet, R, r = spec.kind[0] == "d", 0.03, b.vary(0.0175, 0.04)
    b.slot("body", "bread_crust", "#cf9548" if sweet else "#b8742e")
    dough = displace(move(torus(R, r, segments=110, sides=44), 0, 0, r), 0.0014, 0.03, seed=spec.seed)
    b.add(tint(dough, lambda p: _fried(p, r)) if sweet else browned(dough, "#b8742e", 0.0, 2 * r, pale="#dcb478", seed=spec.seed), "body")
    bits = []
    if sweet:
        b.slot("icing", "icing", b.choose("#e88aa8", "#5a3018", "#f2ead8"), role="trim", finish=("glossy",))
        skin = _icing(R, r, spec.seed)
        b.add(skin, "icing")
    colours = ("#ffffff", "#f2c230", "#3f8fd0", "#52b04a", "#e04848") if sweet else ("#efe0b8",)
    for c, colour in enumerate(colours):
        b.slot(f"sprinkles{c}", "plastic", colour, role="fixed")
        bits = []
        for _ in range(16 if sweet else 110):
            a, q = b.rng.uniform(0, 2 * math.pi), math.radians(b.rng.uniform(35, 145) if sweet else b.rng.uniform(25, 155))
            bit = ellipsoid(0.0034, 0.0009, 0.0009, segments=8) if sweet else ellipsoid(0.0017, 0.001, 0.0006, segments=8)
            rr = r + (0.0026 if sweet else 0.0006)
            bits.append(rotate(move(rotate(rotate(bit, 0, 0, b.rng.uniform(0, 180)), 0, 90 - math.degrees(q)), R + rr * math.cos(q), 0, r + rr * math.sin(q)), 0, 0, math.degrees(a)))
        b.add(join(bits), f"sprinkles{c}", "sprinkles" if sweet else "seeds")
    b.footprint = "round"


def _icing(R: float, r: float, seed: int):
    """Icing poured over the upper half of a ring: thick, with a rounded edge that ran down in drops here and there."""
    n, m = 150, 40
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    way = np.column_stack([np.cos(a), np.sin(a), 0 * a])
    low = 0.5 * np.clip(0.35 + 0.3 * field(way, 0.8, seed=seed) + 0.22 * field(way, 0.3, seed=seed + 1), -0.25, 0.9)
    q = low + (np.pi - 2 * low * 0.8 - 0.25) * np.linspace(0, 1, m)[:, None]
    t = np.linspace(0, 1, m)[:, None]
    edge = np.minimum(t, 1 - t)
    thick = 0.0026 * np.sqrt(np.clip(edge / 0.07, 0, 1)) + 0.0009 * np.exp(-(((edge - 0.06) / 0.04) ** 2)) - 0.0006
    far = r + thick
    at = np.stack([(R + far * np.cos(q)) * np.cos(a), (R + far * np.cos(q)) * np.sin(a), r + far * np.sin(q)], axis=2).reshape(-1, 3)
    at += (at - np.array((0, 0, r))) * (0.006 * field(at, 0.012, seed=seed + 2))[:, None]
    i, j = np.arange(m - 1)[:, None] * n, np.arange(n)
    return from_geometry("icing", at, np.stack([i + j, i + (j + 1) % n, i + n + (j + 1) % n, i + n + j], axis=2).reshape(-1, 4), smooth=180)


def _fried(p: np.ndarray, r: float) -> np.ndarray:
    """Fried on both faces, with the pale belt where it floated."""
    belt = np.exp(-(((p[:, 2] - r) / (0.24 * r)) ** 2))
    return toward("#cf9548", "#f0d6a0", 0.75 * belt) * (1 - 0.22 * (1 - belt) * (1 + 0.5 * field(p, 0.012, seed=2)))[:, None]


@prop("cookie")
def cookie(spec: Spec, b: Builder) -> None:
    r, h = b.vary(0.038), 0.011
    b.slot("body", "bread_crust", "#c99552")
    b.slot("chips", "chocolate", "#3a1f12", role="fixed")
    profile = smooth_path([(0, 0), (r * 0.9, 0), (r, h * 0.35), (r * 0.93, h * 0.75), (r * 0.5, h * 0.95), (0, h)], 50)
    b.add(displace(displace(lathe(profile, segments=150, smooth=180), 0.002, 0.02, seed=spec.seed), 0.0011, 0.006, seed=3, detail=4), "body")
    for k in range(17):
        d, a = r * 0.86 * math.sqrt((k + 0.5) / 17), 2.4 * k + b.rng.uniform(-0.3, 0.3)
        s = b.vary(0.0046, 0.3)
        b.add(displace(ellipsoid(s, s * 0.85, s * 0.8, at=(d * math.cos(a), d * math.sin(a), h * (1.02 - 0.35 * (d / r) ** 3)), segments=16), 0.001, 0.004, seed=k), "chips")
    b.footprint = "round"


def _tiered(spec: Spec, b: Builder) -> None:
    """A wedding cake: three tiers of white icing with piped pearls, on a stand."""
    b.slot("body", "icing", "#f6f1e8")
    b.slot("trim", "icing", "#fdfaf3", role="trim")
    b.slot("stand", "porcelain", "#ebe8e0", role="fixed")
    b.add(lathe(rounded_profile([(0, 0), (0.07, 0), (0.03, 0.02), (0.03, 0.05), (0.175, 0.06), (0.175, 0.066), (0, 0.066)], 0.003), segments=96), "stand")
    z = 0.066
    for r, h in ((0.145, 0.1), (0.105, 0.095), (0.068, 0.09)):
        b.add(displace(cylinder(r, h, bevel=0.006, segments=112, at=(0, 0, z)), 0.0005, 0.03), "body")
        for k in range(int(r * 420)):
            a = 2 * math.pi * k / int(r * 420)
            b.add(sphere(0.0055, at=((r + 0.002) * math.cos(a), (r + 0.002) * math.sin(a), z + 0.005), segments=12), "trim", "pearls")
        for k in range(8):  # swags
            a0 = 2 * math.pi * k / 8
            path = [((r + 0.002) * math.cos(a0 + u * math.pi / 4), (r + 0.002) * math.sin(a0 + u * math.pi / 4), z + h * 0.78 - 0.028 * math.sin(math.pi * u)) for u in np.linspace(0, 1, 14)]
            b.add(sweep(path, 0.0032, sides=8), "trim", "swags")
        z += h
    b.support("top", -0.045, 0.045, -0.045, 0.045, z, round=True)
    b.footprint = "round"


@prop("cake")
def cake(spec: Spec, b: Builder) -> None:
    if spec.is_a("wedding") or spec.has("tiered"):
        _tiered(spec, b)
        return
    if spec.has("sliced"):
        cake_slice(spec, b, "chocolate" if spec.is_a("chocolate") or spec.has("chocolate") else b.choose("chocolate", "vanilla"))
        return
    r, h = b.vary(0.105, 0.04), 0.095
    b.slot("body", "icing", b.choose("#f3e3d3", "#efc3cb"))
    b.slot("trim", "icing", "#fbf6ec", role="trim")
    b.slot("cherries", "tomato_skin", "#b3141c", role="fixed")
    b.slot("stalks", "plant_stem", "#6a7434", role="fixed")
    b.slot("plate", "porcelain", "#ebe8e0", role="fixed")
    b.slot("drip", "chocolate", "#4a2817", role="fixed")
    b.add(lathe(rounded_profile([(0, 0.003), (r * 0.8, 0), (r * 1.32, 0.009), (r * 1.32, 0.012), (0, 0.006)], 0.002), segments=80), "plate")
    b.add(displace(cylinder(r, h, bevel=0.008, segments=96, at=(0, 0, 0.006)), 0.0008, 0.03), "body")
    n, z0 = 192, 0.006 + h
    low = [0.016 + 0.017 * max(math.sin(11 * q) + 0.5 * math.sin(5 * q + 1), -0.2) for q in np.linspace(0, 2 * math.pi, n, endpoint=False)]
    ring = lambda k, rr, z: [(rr * math.cos(2 * math.pi * k / n), rr * math.sin(2 * math.pi * k / n), z)]  # noqa: E731
    rows = [[ring(k, rr, f(k))[0] for k in range(n)] for rr, f in ((0.001, lambda k: z0 + 0.0028), (r - 0.008, lambda k: z0 + 0.0028), (r - 0.001, lambda k: z0 + 0.0008), (r + 0.0026, lambda k: z0 - 0.004), (r + 0.0032, lambda k: z0 - low[k] + 0.004), (r + 0.002, lambda k: z0 - low[k]), (r - 0.003, lambda k: z0 - low[k]))]
    b.add(loft(rows, closed_ends=False, smooth=80), "drip")
    for k in range(36):
        a = 2 * math.pi * k / 36
        b.add(sphere(0.009, at=(r * 1.02 * math.cos(a), r * 1.02 * math.sin(a), 0.0135), segments=16), "trim", "beads")
    for label in spec.labels[:1]:
        written = in_hand(label, "script", colour={"name": "cream", "hex": "#f7ecd9"})
        b.slot("label", "printed", role="fixed", label=written, params={"transparent": True})
        b.add(move(rotate(label_plane(r * 1.4, r * 1.0), -90), 0, -r * 0.22, z0 + 0.0036), "label")
    for k in range(10):
        a = 2 * math.pi * k / 10 + 0.2
        if spec.labels and math.sin(a) < 0.5:
            continue  # no cherries before what is written, nor beside it
        swirl = []
        for u in np.linspace(0, 1, 70):
            swirl.append((0.0105 * (1 - u) * math.cos(20 * u), 0.0105 * (1 - u) * math.sin(20 * u), 0.004 + 0.018 * u))
        at = (r * 0.78 * math.cos(a), r * 0.78 * math.sin(a), z0 + 0.002)
        b.add(move(sweep(swirl, np.linspace(0.0068, 0.002, 70), sides=10), *at), "trim", "swirls")
        cherry = stone_fruit(0.0088, 0.94, 0.05, k, segments=36)
        b.add(move(rotate(cherry, b.rng.uniform(-20, 20), b.rng.uniform(-20, 20), b.rng.uniform(0, 360)), at[0], at[1], z0 + 0.029), "cherries")
        b.add(sweep(smooth_path([(at[0], at[1], z0 + 0.034), (at[0] + 0.002, at[1], z0 + 0.047), (at[0] + b.rng.uniform(-0.012, 0.012), at[1] + b.rng.uniform(-0.006, 0.006), z0 + 0.06)], 14), 0.0007, sides=8), "stalks")
    b.support("top", -r * 0.5, r * 0.5, -r * 0.5, r * 0.5, z0 + 0.003, round=True)
    b.footprint = "round"


@prop("hamburger")
def hamburger(spec: Spec, b: Builder) -> None:
    r = b.vary(0.054, 0.05)
    b.slot("bun", "pastry", "#c88a42")
    for name, material, colour in (("patty", "meat", "#4f2c1b"), ("cheese", "cheese", "#f0b02c"), ("tomato", "tomato_skin", "#c8321f"), ("lettuce", "leaf", "#7fb53c"), ("seeds", "bread_crumb", "#f2e4c0")):
        b.slot(name, material, colour, role="fixed")
    b.add(browned(lathe(rounded_profile([(0, 0), (r * 0.92, 0), (r, 0.009), (r * 0.98, 0.018), (0, 0.018)], 0.006), segments=72), "#c88a42", -0.004, 0.06, seed=spec.seed), "bun", "bun")
    b.add(sheet(r * 1.16, r * 0.6, 0.0215, 0.0038, 11), "lettuce")
    b.add(displace(displace(lathe(rounded_profile([(0, 0.021), (r * 1.0, 0.021), (r * 1.05, 0.029), (r * 1.0, 0.038), (0, 0.038)], 0.006), segments=90, smooth=180), 0.002, 0.012, seed=spec.seed), 0.001, 0.004), "patty")
    g, half = 25, r * 0.95
    verts = []
    for j in range(g):
        for i in range(g):
            x, y = half * (2 * i / (g - 1) - 1), half * (2 * j / (g - 1) - 1)
            d = max(math.hypot(x, y) - r * 0.98, 0)
            verts.append((x * (1 - 0.28 * d / half), y * (1 - 0.28 * d / half), 0.0402 - 1.1 * d))
    b.add(rotate(from_geometry("cheese", verts, [(j * g + i, j * g + i + 1, (j + 1) * g + i + 1, (j + 1) * g + i) for j in range(g - 1) for i in range(g - 1)], smooth=90), 0, 0, 40), "cheese")
    for x, y in ((-0.021, -0.02), (0.023, -0.018), (0.0, 0.024)):
        b.add(cylinder(0.031, 0.006, bevel=0.002, at=(x, y, 0.0405)), "tomato")
    b.add(sheet(r * 1.12, r * 0.6, 0.0495, 0.0035, 9, 2), "lettuce")
    dome = smooth_path([(0, 0.05), (r * 0.95, 0.05), (r * 1.02, 0.058), (r * 0.97, 0.07), (r * 0.75, 0.085), (r * 0.4, 0.0935), (0, 0.096)], 70)
    b.add(browned(displace(lathe(dome, segments=96, smooth=180), 0.0012, 0.03, seed=spec.seed), "#c88a42", 0.05, 0.096, dark="#8a4515", seed=spec.seed), "bun", "bun")
    seeds = []
    for k in range(70):
        d, a = r * 0.8 * math.sqrt((k + 0.5) / 70), 2.39996 * k
        z = np.interp(-d, -dome[30:, 0], dome[30:, 1])
        seeds.append(move(rotate(ellipsoid(0.0021, 0.0012, 0.0009, segments=10), 0, 60 * (d / r) ** 2, math.degrees(a)), d * math.cos(a), d * math.sin(a), float(z)))
    b.add(join(seeds), "seeds")
    b.footprint = "round"
