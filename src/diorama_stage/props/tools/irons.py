# SPDX-License-Identifier: GPL-3.0-or-later
"""Of iron, wood and stone: a chain, a cart's wheel, a camera's tripod, a slab, a coil of cable, a propeller."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, displace, join, lathe, loft, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.parts import add_rod, copies, turned
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.spoked import wheel


def _link(bar: float) -> object:
    """One oval link along x, about the origin."""
    a = np.linspace(0, 2 * np.pi, 29)
    path = np.column_stack([np.cos(a) * 2.1 * bar + np.sign(np.cos(a)) * 1.5 * bar * np.minimum(1, np.abs(np.cos(a)) * 3), np.sin(a) * 2.0 * bar, 0 * a])
    return sweep(np.vstack([path, path[1:2]]), bar, sides=10)


@prop("chain")
def chain(spec: Spec, b: Builder) -> None:
    """A chain of welded links, each turned a quarter to the last: thrown down in a loose coil; hung, it falls straight."""
    b.slot("body", *b.choose(("iron", "#3a3836"), ("steel", "#8b8f92"), ("rust", "#6e4a33")))
    bar = 0.0085
    step = 5.1 * bar
    if spec.has("hanging", "hung"):
        path = np.column_stack([np.zeros(40), np.zeros(40), 0.02 + step * np.arange(40)])
        b.hang = (0, 0, 0.02 + step * 40)
    else:
        t = np.linspace(0, 1, 3000)
        a = 2 * math.pi * 1.9 * t + 0.5
        r = 0.155 - 0.085 * t + 0.012 * np.sin(9 * t * math.pi)
        tail = np.clip((0.08 - t) / 0.08, 0, 1)
        line = np.column_stack([r * np.cos(a) * 1.2 - 0.1 * tail, r * np.sin(a) - 0.12 * tail, 0.016 * np.floor(t * 1.9) * np.clip(1.4 * t, 0, 1)])
        far = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
        s = np.arange(step, far[-1] - step, step)
        path = np.column_stack([np.interp(s, far, line[:, k]) for k in range(3)])
    way = np.gradient(path, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    places = []
    for k, (p, w) in enumerate(zip(path, way, strict=True)):
        up = np.array((0.0, 0.0, 1.0)) if abs(w[2]) < 0.9 else np.array((0.0, 1.0, 0.0))
        y = np.cross(up, w)
        y /= np.linalg.norm(y)
        z = np.cross(w, y)
        roll = (math.pi / 2 if k % 2 else 0.0) + (0.0 if abs(w[2]) > 0.9 else 0.5)
        m = np.eye(4)
        m[:3, 0], m[:3, 1], m[:3, 2], m[:3, 3] = w, y * math.cos(roll) + z * math.sin(roll), z * math.cos(roll) - y * math.sin(roll), p
        places.append(m)
    b.add(copies(_link(bar), places, smooth=180), "body")
    if b.hang is None:
        b.footprint = "round"


@prop("cart_wheel")
def cart_wheel(spec: Spec, b: Builder) -> None:
    """A wheel of a cart: a nave, twelve spokes, felloes in an iron tyre. It leans, or stands, or lies."""
    b.slot("wood", "wood", b.choose("#7a5a3c", "#8d7357", "#6a4a30"))
    b.slot("tyre", "iron", "#3f3a36", role="trim")
    made = wheel(0, 0, 0.55, spokes=12, wide=0.07, thick=0.075)
    band = move(rotate(lathe([(0.088, -0.05), (0.092, -0.05), (0.092, -0.036), (0.088, -0.036)], segments=48), 90), 0, 0, 0.55)
    if spec.has("lying", "flat"):
        for o in (*made, band):
            move(rotate(move(o, 0, 0, -0.55), 90), 0, 0, 0.13)
        b.footprint = "round"
    b.add(made[0], "wood", "spokes")
    b.add(join([made[1], band]), "tyre")
    b.lean = "back"


@prop("camera_tripod")
def camera_tripod(spec: Spec, b: Builder) -> None:
    """A photographer's tripod: three legs of two tubes each with their locks, a centre column, a head with its panning handle and plate."""
    b.slot("body", "aluminium", b.choose("#2a2c2f", "#8f9396"))
    b.slot("dark", "rubber", "#17181a", role="trim")
    top = 1.18
    for k in range(3):
        a = 2 * math.pi * k / 3 + math.pi / 2
        way = np.array((math.cos(a), math.sin(a), 0.0))
        start, foot = way * 0.045 + (0, 0, top), way * 0.46 + (0, 0, 0.02)
        at = lambda s, p=start, q=foot: tuple(p + (q - p) * s)  # noqa: E731
        add_rod(b, "body", at(0), at(0.5), 0.0155, "legs", 18)
        add_rod(b, "body", at(0.5), at(0.86), 0.0125, "legs", 18)
        add_rod(b, "body", at(0.8), at(0.98), 0.0095, "legs", 18)
        add_rod(b, "dark", at(0.02), at(0.22), 0.02, "grips", 18)
        add_rod(b, "dark", at(0.47), at(0.515), 0.021, "locks", 14)
        add_rod(b, "dark", at(0.8), at(0.835), 0.017, "locks", 14)
        add_rod(b, "dark", at(0.97), at(1.0), 0.015, "feet", 14)
        add_rod(b, "body", (0, 0, top - 0.42), at(0.42), 0.0055, "braces", 10)
    b.add(cylinder(0.055, 0.05, bevel=0.012, at=(0, 0, top - 0.02)), "dark", "crown")
    b.add(cylinder(0.0145, 0.62, bevel=0.002, at=(0, 0, top - 0.46)), "body", "column")
    b.add(lathe(rounded_profile([(0, 0), (0.03, 0), (0.034, 0.03), (0.026, 0.05), (0.026, 0.09), (0, 0.09)], 0.004), segments=40), "dark", "head")
    move(b._parts["head"][-1], 0, 0, top + 0.15)
    b.add(box(0.075, 0.1, 0.016, bevel=0.004, at=(0, 0, top + 0.24)), "dark", "plate")
    handle = smooth_path([(0.02, 0.0, top + 0.21), (0.1, 0.1, top + 0.17), (0.17, 0.19, top + 0.12)], 30)
    b.add(sweep(handle, np.interp(np.linspace(0, 1, 30), [0, 0.45, 0.5, 1], [0.006, 0.006, 0.0125, 0.0135]), sides=16), "dark", "handle")
    if spec.is_a("camera"):
        _camera(b, top + 0.256)
    else:
        b.support("plate", -0.03, 0.03, -0.04, 0.04, top + 0.256)
    b.footprint = "round"


def _camera(b: Builder, z: float) -> None:
    """A camera on the plate, its lens towards the viewer's left front."""
    b.slot("glass", "glass", "#3a3550", role="fixed")
    body = [
        box(0.14, 0.055, 0.088, bevel=0.012, at=(0, 0, z)),
        box(0.05, 0.05, 0.03, bevel=0.01, at=(0, -0.004, z + 0.083)),
        box(0.03, 0.07, 0.08, bevel=0.01, at=(-0.056, -0.006, z + 0.004)),
    ]
    b.add(
        join([*body, cylinder(0.012, 0.012, bevel=0.002, at=(0.05, 0, z + 0.087)), cylinder(0.009, 0.01, bevel=0.002, at=(-0.055, -0.01, z + 0.086))]),
        "dark",
        "camera",
    )
    barrel = [(0, 0.02), (0.034, 0.02), (0.036, 0.04), (0.033, 0.06), (0.036, 0.075), (0.036, 0.11), (0.038, 0.125), (0.035, 0.126), (0.031, 0.118), (0, 0.116)]
    b.add(turned(barrel, (0, 0, z + 0.045)), "dark", "lens")
    b.add(turned([(0, 0.1165), (0.03, 0.1175), (0.015, 0.122), (0, 0.1235)], (0, 0, z + 0.045), smooth=180), "glass")


@prop("stone_slab")
def stone_slab(spec: Spec, b: Builder) -> None:
    """A slab of stone with a riven edge: thick and level, things can be shown on it; it lies, or leans."""
    b.slot("body", b.choose("slate", "stone", "granite", "marble"))
    rng = np.random.default_rng(spec.seed)
    n, wide, deep = 120, 0.62, 0.4
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    c, s = np.cos(a), np.sin(a)
    out = np.stack([np.sign(c) * np.abs(c) ** 0.32 * wide / 2, np.sign(s) * np.abs(s) ** 0.32 * deep / 2], axis=1)
    wave = np.sum([rng.normal(0, 0.004) * np.sin(k * a + rng.uniform(0, 6)) for k in range(2, 14)], axis=0)
    out *= (1 + wave)[:, None]
    rings = []
    for z, grow in ((0.0, 0.97), (0.006, 1.0), (0.02, 0.992), (0.034, 1.004), (0.05, 0.996), (0.0548, 0.985), (0.055, 0.975)):
        rag = 1 + 0.007 * np.sin(23 * a + 90 * z) + 0.004 * np.sin(51 * a + 160 * z)
        rings.append(np.column_stack([out * (grow * rag)[:, None], np.full(n, z)]))
    made = displace(loft(rings, smooth=35), 0.0008, 0.02, seed=spec.seed)
    if spec.has("leaning", "upright", "standing"):
        rotate(made, 90)
        b.lean = "back"
    else:
        b.support("top", -wide / 2 + 0.05, wide / 2 - 0.05, -deep / 2 + 0.04, deep / 2 - 0.04, 0.055)
    b.add(made, "body")


@prop("cable_coil")
def cable_coil(spec: Spec, b: Builder) -> None:
    """A coil of cable tied at one place, its end lying out with a plug; wire is thin and bare."""
    wire = spec.is_a("wire")
    b.slot("body", *(("steel", b.choose("#9a9da0", "#b87a4a")) if wire else ("rubber", b.choose("#1c1d1f", "#d9771c", "#f0ede4"))))
    b.slot("tie", "plastic", "#1c1d1f" if wire else "#e8e4da", role="trim")
    r, rng = 0.0016 if wire else 0.0045, np.random.default_rng(spec.seed)
    t = np.linspace(0, 1, 900)
    a = 2 * math.pi * 6.5 * t
    far = 0.12 + np.interp(t, np.linspace(0, 1, 27), rng.uniform(-0.011, 0.011, 27))
    z = r * 1.2 + np.interp(t, np.linspace(0, 1, 8), np.r_[0, rng.uniform(0.5, 2.6, 6), 0]) * r * 2
    path = np.column_stack([far * np.cos(a), far * np.sin(a), z])
    end = path[-1] + np.array([[-0.01, 0.05, 0], [-0.06, 0.1, 0], [-0.14, 0.08, 0], [-0.19, 0.03, 0]])
    end[:, 2] = r * 1.1
    b.add(sweep(np.vstack([path, smooth_path(np.vstack([path[-1], end]), 60)[1:]]), r, sides=10), "body")
    b.add(
        move(rotate(lathe([(0.013, -0.008), (0.018, -0.006), (0.018, 0.006), (0.013, 0.008)], segments=30), 90), 0.12, 0, 0.011 if not wire else 0.006), "tie"
    )
    if not wire:
        tip = tuple(end[-1])
        plug = [move(rotate(lathe(rounded_profile([(0, 0), (0.008, 0), (0.014, 0.012), (0.016, 0.04), (0, 0.042)], 0.003), segments=30), 0, 90), 0, 0, 0)]
        b.add(move(rotate(join(plug), 0, 0, -135), tip[0], tip[1], 0.016), "body", "plug")
        b.slot("pins", "brass", role="fixed")
        pins = [rotate(cylinder(0.0024, 0.019, bevel=0.001, at=(0, s * 0.008, 0.042)), 0, 90) for s in (-1, 1)]
        b.add(move(rotate(join(pins), 0, 0, -135), tip[0], tip[1], 0.016), "pins")
    b.footprint = "round"


@prop("propeller")
def propeller(spec: Spec, b: Builder) -> None:
    """Two blades of laminated wood about a hub with its brass sheathing; a ship's has four broad ones of bronze. It leans, or lies."""
    ship = spec.is_a("ship")
    b.slot("body", *(("bronze", "#a97b3c") if ship else ("walnut", b.choose("#7a4526", "#8d5530"))))
    blades, long, half = (4, 0.5, 0.2) if ship else (2, 1.0, 0.075)
    made = []
    for k in range(blades):
        rings = []
        for t in np.linspace(0.06, 1, 36):
            w = half * float(np.interp(t, [0.06, 0.2, 0.6, 0.9, 1.0], [0.55, 0.7, 1.0, 0.8, 0.12] if not ship else [0.35, 0.75, 1.0, 0.75, 0.1]))
            thick, pitch = 0.022 * (1 - 0.8 * t) + 0.003, math.radians(58 * (1 - t) ** 1.4 + 16)
            u = np.linspace(0, 2 * np.pi, 22, endpoint=False)
            x, y = np.cos(u) * w + 0.12 * w, np.sin(u) * thick
            rings.append(np.column_stack([x * math.cos(pitch) - y * math.sin(pitch), np.full(22, long * t), x * math.sin(pitch) + y * math.cos(pitch)]))
        made.append(rotate(loft(rings, smooth=60), 0, 0, 360 * k / blades))
    hub = move(
        lathe(rounded_profile([(0.02, 0), (0.075, 0), (0.09, 0.02), (0.09, 0.09), (0.075, 0.11), (0.02, 0.11), (0.02, 0)], 0.006), segments=56), 0, 0, -0.055
    )
    everything = [(join(made), "body", "blades"), (hub, "body", "hub")]
    if not ship:
        b.slot("metal", "brass", role="trim")
        bolts = [cylinder(0.008, 0.012, bevel=0.002, at=(0.055 * math.cos(a), 0.055 * math.sin(a), 0.052)) for a in np.linspace(0, 2 * math.pi, 9)[:-1]]
        everything.append((join(bolts), "metal", "bolts"))
    for o, slot, part in everything:
        if spec.has("upright", "standing", "leaning"):
            move(rotate(o, 90), 0, 0, long)
        else:
            rotate(o, 0, 0, -62)
        b.add(o, slot, part)
    b.lean = "back"
