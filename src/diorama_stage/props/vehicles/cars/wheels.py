# SPDX-License-Identifier: GPL-3.0-or-later
"""Wheels: a tyre with tread and sidewall, a rim with spokes, a brake disc behind them."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, box, cylinder, discard, ellipsoid, join, lathe, loft, move, rotate, rounded_profile, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices

Pieces = dict[str, list[bpy.types.Object]]


def tyre(r: float, width: float, rim: float) -> bpy.types.Object:
    """About z, its outer face up: grooves round it, blocks along its shoulders."""
    w, s = width / 2, min(r - rim, 0.2)
    half = [(rim - 0.012, w * 0.72), (rim + 0.006, w * 0.88), (rim + s * 0.22, w * 0.965), (rim + s * 0.5, w), (rim + s * 0.78, w * 0.94), (r - 0.012, w * 0.84), (r - 0.002, w * 0.72)]
    tread = []
    for z in (0.52, 0.18, -0.18, -0.52):
        g, deep = 0.045 * w, 0.008
        tread += [(r, w * z + g), (r - deep, w * z + g * 0.7), (r - deep, w * z - g * 0.7), (r, w * z - g)]
    made = lathe([*half, *tread, *[(x, -z) for x, z in half[::-1]]], segments=120, smooth=35)
    at = vertices(made).astype(float)
    turn, out = np.arctan2(at[:, 1], at[:, 0]), np.hypot(at[:, 0], at[:, 1])
    block = (np.round((turn / (2 * np.pi)) * 120).astype(int) % 2 == 0) & (out > r - 0.014) & (np.abs(at[:, 2]) > w * 0.6)
    at[block, :2] *= ((out[block] - 0.006) / out[block])[:, None]
    set_points(made.data, at)
    return made


def spoke(r0: float, r1: float, w0: float, w1: float, z0: float, z1: float, thick: float, lean: float = 0.0) -> bpy.types.Object:
    """A bar from the hub to the lip along x: wide w0 to w1, its face at z0 to z1, turned by `lean` degrees at its outer end."""
    rings = []
    for t in np.linspace(0, 1, 7):
        x, w, z = r0 + (r1 - r0) * t, w0 + (w1 - w0) * t, z0 + (z1 - z0) * t - 0.006 * math.sin(math.pi * t)
        a = math.radians(lean) * t
        ring = [(-w / 2, -thick), (w / 2, -thick), (w / 2, -0.006), (w * 0.32, 0), (-w * 0.32, 0), (-w / 2, -0.006)]
        rings.append([(x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a), z + h) for y, h in ring])
    return loft(rings, smooth=35)


def alloy(rim: float, width: float, style: str) -> Pieces:
    """A cast rim: barrel, lip, spokes, hub and nuts."""
    w = width / 2
    face = w * 0.72
    metal = [lathe(rounded_profile([(rim * 0.93, -w * 0.8), (rim * 0.9, face * 0.5), (rim * 0.955, face), (rim, w * 0.88), (rim + 0.004, w * 0.9), (rim + 0.004, w * 0.78), (rim - 0.01, w * 0.6), (rim * 0.97, -w * 0.85), (rim * 0.93, -w * 0.8)], 0.004), segments=96)]
    hub = rim * 0.27
    metal.append(lathe(rounded_profile([(0, face * 0.2), (hub, face * 0.2), (hub, face * 0.78), (hub * 0.8, face * 0.84), (hub * 0.5, face * 0.8), (0, face * 0.8)], 0.004), segments=48))
    n, lean, w0, w1 = {"five": (5, 0, 0.062, 0.046), "ten": (10, 0, 0.028, 0.024), "multi": (16, 3, 0.017, 0.014), "turbine": (9, 16, 0.036, 0.04)}.get(style, (5, 0, 0.062, 0.046))
    for k in range(n):
        for split in ((-1, 1) if style == "five" else (0,)):
            bar = spoke(hub * 0.8, rim * 0.945, w0 * (0.55 if split else 1), w1 * (0.6 if split else 1), face * 0.78, face * 0.93, 0.034, lean + split * 9)
            metal.append(rotate(bar, 0, 0, 360 * k / n + split * 4))
    nuts = [cylinder(0.011, 0.014, bevel=0.003, segments=6, at=(hub * 0.66 * math.cos(a), hub * 0.66 * math.sin(a), face * 0.78)) for a in np.arange(5) * 2 * math.pi / 5 + 0.3]
    cap = [lathe(rounded_profile([(0, face * 0.78), (hub * 0.36, face * 0.78), (hub * 0.36, face * 0.87), (0, face * 0.9)], 0.003), segments=32)]
    return {"rims": metal, "dark": nuts, "chrome": cap}


def steel(rim: float, width: float, style: str) -> Pieces:
    """A pressed wheel with a chrome hubcap (old cars), or plain with holes (vans)."""
    w = width / 2
    barrel = [(rim * 0.93, -w * 0.8), (rim * 0.9, w * 0.1), (rim * 0.94, w * 0.6), (rim, w * 0.86), (rim + 0.004, w * 0.86), (rim, w * 0.6), (rim * 0.97, -w * 0.85)]
    disc = [(0, w * 0.1), (rim * 0.5, w * 0.16), (rim * 0.68, w * 0.34), (rim * 0.85, w * 0.2), (rim * 0.92, w * 0.1)]
    pieces: Pieces = {"rims": [lathe(rounded_profile(barrel, 0.003), segments=96), lathe(rounded_profile(disc, 0.02), segments=72)]}
    if style == "hubcap":
        dome = [(0, w * 0.86), (rim * 0.2, w * 0.84), (rim * 0.3, w * 0.7), (rim * 0.52, w * 0.66), (rim * 0.66, w * 0.5), (rim * 0.68, w * 0.36), (rim * 0.66, w * 0.3)]
        ring = [(rim * 0.92, w * 0.62), (rim * 0.985, w * 0.9), (rim * 1.0, w * 0.9), (rim * 0.985, w * 0.84)]
        pieces["chrome"] = [lathe(rounded_profile(dome, 0.008), segments=64), lathe(rounded_profile(ring, 0.003), segments=72)]
    else:
        holes = [ellipsoid(rim * 0.1, rim * 0.055, 0.006, at=(rim * 0.74, 0, w * 0.31), segments=16) for _ in range(8)]
        pieces["dark"] = [rotate(o, 0, 0, 45 * k) for k, o in enumerate(holes)]
        pieces["chrome"] = [lathe(rounded_profile([(0, w * 0.4), (rim * 0.18, w * 0.38), (rim * 0.24, w * 0.14)], 0.01), segments=40)]
    return pieces


def wheel(r: float, width: float, rim: float, style: str, whitewall: bool = False) -> dict[str, bpy.types.Object]:
    """One wheel by slot, about z, its outer face up."""
    pieces = (steel if style in ("hubcap", "steel") else alloy)(rim, width, style)
    w = width / 2
    pieces["tyres"] = [tyre(r, width, rim)]
    disc = lathe(rounded_profile([(rim * 0.42, w * 0.02), (rim * 0.8, w * 0.02), (rim * 0.8, w * 0.14), (rim * 0.42, w * 0.14), (rim * 0.42, w * 0.02)], 0.002), segments=64)
    pieces["disc"] = [disc, lathe([(0, w * 0.1), (rim * 0.42, w * 0.1), (rim * 0.42, 0)], segments=32)]
    caliper = [p for p in (move(box(0.05, 0.12, w * 0.34, bevel=0.012, at=(rim * 0.66, 0, -w * 0.08)), 0, 0, 0),)]
    pieces.setdefault("dark", []).extend([*caliper, lathe([(0, -w * 0.5), (rim * 0.92, -w * 0.5)], segments=48)])
    pieces.setdefault("chrome", []).append(sweep([(rim * 0.96, 0.02, w * 0.8), (rim * 0.95, 0.02, w * 0.9), (rim * 0.93, 0.02, w * 0.98)], 0.004, sides=6))
    if whitewall:
        s = r - rim
        pieces["whitewall"] = [lathe([(rim + s * 0.24, w * 0.972), (rim + s * 0.3, w * 0.985), (rim + s * 0.52, w * 1.012), (rim + s * 0.68, w * 0.99), (rim + s * 0.7, w * 0.96)], segments=96)]
    return {slot: join(made) for slot, made in pieces.items()}


def mount(b: Builder, made: dict[str, bpy.types.Object], places, r: float, steer: float = 0.0) -> None:
    """Copies of one wheel on axles along y at (x, y); front wheels are turned a little."""
    for x, y in places:
        for slot, o in made.items():
            copy = bpy.data.objects.new(o.name, o.data.copy())
            bpy.context.scene.collection.objects.link(copy)
            rotate(copy, 0, 0, b.rng.uniform(0, 360))
            rotate(copy, -90 if y > 0 else 90)
            if steer and x == min(p[0] for p in places):
                rotate(copy, 0, 0, steer)
            b.add(move(copy, x, y, r), slot, "tyres" if slot == "tyres" else "wheels")
    for o in made.values():
        discard(o)


