# SPDX-License-Identifier: GPL-3.0-or-later
"""Long thin things: chopsticks, a toothbrush, a paintbrush, a walking cane, a sword, a paddle, a tennis racket, a flag."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, ellipsoid, from_geometry, join, lathe, loft, move, rotate, smooth_path, solidify, sphere, sweep
from diorama_stage.props.registry import prop


def _lying(b: Builder, turn: float = 0.0) -> None:
    """Everything built along +Z laid on its side, pointing to the right and a little back, on the ground."""
    objects = [o for group in b._parts.values() for o in group]
    for o in objects:
        rotate(o, 0, 90, 0)
        rotate(o, 0, 0, turn)
    low = min(v.co.z for o in objects for v in o.data.vertices)
    middle = np.mean([[v.co.x, v.co.y] for o in objects for v in o.data.vertices], axis=0)
    for o in objects:
        move(o, -float(middle[0]), -float(middle[1]), -low)


@prop("chopsticks")
def chopsticks(spec: Spec, b: Builder) -> None:
    """A pair, square at the hand, round at the tip."""
    b.slot("body", "lacquer", b.choose("#7a1f1c", "#1d1a19", "#b98a52"))
    b.slot("tips", "wood", "#c9a26a", role="trim")
    for k, (dx, turn) in enumerate(((-0.006, -1.2), (0.006, 1.6))):
        n, rings = 40, []
        for z in np.linspace(0, 0.235, n):
            t = z / 0.235
            r, square = 0.0021 + 0.0019 * t, np.clip((t - 0.25) * 3, 0, 1)
            a = np.linspace(0, 2 * math.pi, 25)[:-1]
            power = 1 - 0.72 * square
            rings.append(np.stack([r * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** power, r * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** power, np.full(24, z)], axis=1))
        for part, slot in ((rings[: n // 3 + 1], "tips"), (rings[n // 3 :], "body")):
            b.add(move(rotate(loft(part, smooth=50), 0, turn, 0), dx, 0.0, 0.001 * k), slot)
    objects = [o for group in b._parts.values() for o in group]
    for o in objects:
        rotate(o, -90, 0, 0)
    low = min(v.co.z for o in objects for v in o.data.vertices)
    for o in objects:
        move(o, 0, -0.117, -low)


@prop("toothbrush")
def toothbrush(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#3a86c8", "#d94f5c", "#53a86b", "#e9e6df"))
    b.slot("bristles", "paint", "#f4f4f0", role="fixed")
    t = np.linspace(0, 1, 60)
    wide = np.interp(t, [0, 0.08, 0.45, 0.62, 0.78, 0.84, 0.96, 1], [0.0045, 0.0066, 0.0062, 0.0034, 0.003, 0.0058, 0.0062, 0.003])
    thick = np.interp(t, [0, 0.3, 0.62, 0.8, 1], [0.0045, 0.0052, 0.003, 0.0025, 0.0022])
    a = np.linspace(0, 2 * math.pi, 25)[:-1]
    rings = [np.stack([wide[k] * np.cos(a), thick[k] * np.sin(a) + 0.006 * math.sin(2.4 * t[k]), np.full(24, 0.185 * t[k])], axis=1) for k in range(60)]
    b.add(loft(rings, smooth=180), "body")
    tufts = []
    for i in range(4):
        for j in range(11):
            x, z = -0.0041 + 0.00273 * i, 0.158 + 0.0022 * j
            lean = b.rng.uniform(-0.0004, 0.0004)
            tufts.append(sweep([(x, 0.0045, z), (x + lean, 0.0155, z + lean)], 0.00105, sides=7))
    b.add(join(tufts), "bristles")
    for o in [o for group in b._parts.values() for o in group]:
        rotate(o, 0, 0, 90)  # bristles up once it lies
    _lying(b, b.rng.uniform(-8, 8))


@prop("paintbrush")
def paintbrush(spec: Spec, b: Builder) -> None:
    b.slot("body", "wood", b.choose("#b98a52", "#7a2a22", "#20324d"))
    b.slot("ferrule", "brass", role="trim")
    b.slot("bristles", "fur", "#8a5a33", role="fixed")
    b.add(lathe(smooth_path([(0, 0), (0.0022, 0.002), (0.003, 0.06), (0.0052, 0.12), (0.0036, 0.165), (0.0036, 0.166), (0, 0.166)], 60), segments=40), "body")
    b.add(lathe([(0, 0.158), (0.0042, 0.158), (0.0046, 0.172), (0.0042, 0.174), (0.0055, 0.188), (0, 0.188)], segments=40), "ferrule")
    hairs = smooth_path([(0.0052, 0.187), (0.0072, 0.2), (0.006, 0.214), (0.0022, 0.226), (0, 0.229)], 40)
    b.add(lathe([(0, 0.187), *map(tuple, hairs)], segments=48, smooth=180), "bristles")
    _lying(b, b.rng.uniform(-10, 10))


@prop("cane")
def cane(spec: Spec, b: Builder) -> None:
    """A walking stick with a crook; it leans, or lies."""
    b.slot("body", "walnut")
    b.slot("tip", "rubber", "#1c1b1a", role="fixed")
    bend = [(0.055 - 0.055 * math.cos(u), 0, 0.84 + 0.055 * math.sin(u)) for u in np.linspace(0, math.pi * 1.05, 30)]
    path = smooth_path([(0, 0, 0.02), (0, 0, 0.4), (0, 0, 0.8), *bend], 90)
    b.add(sweep(path, np.interp(np.linspace(0, 1, 90), [0, 0.7, 1], [0.009, 0.0115, 0.011]), sides=20), "body")
    b.add(cylinder(0.0115, 0.03, bevel=0.003, segments=32), "tip")
    b.lean = "side"
    if not spec.has("leaning", "upright", "standing"):
        _lying(b, b.rng.uniform(-10, 10))


@prop("sword")
def sword(spec: Spec, b: Builder) -> None:
    """A straight double-edged blade with a fuller, cross guard, leather grip and pommel."""
    b.slot("body", "steel")
    b.slot("guard", "brass", role="trim")
    b.slot("grip", "leather", "#3a2115", role="trim")
    rings = []
    for z in np.linspace(0.19, 0.98, 40):
        t = (z - 0.19) / 0.79
        w, d = 0.025 * (1 - 0.3 * t) * min(1.0, (1 - t) * 9 + 0.02) ** 0.6, 0.0032 * (1 - 0.5 * t)
        groove = 0.45 * max(0.0, 1 - t * 1.4)
        rings.append([(-w, 0, z), (-w * 0.45, -d, z), (0, -d * (1 - groove), z), (w * 0.45, -d, z), (w, 0, z), (w * 0.45, d, z), (0, d * (1 - groove), z), (-w * 0.45, d, z)])
    b.add(loft(rings, smooth=20), "body", "blade")
    b.add(sweep(smooth_path([(-0.105, 0, 0.2), (-0.05, 0, 0.186), (0.05, 0, 0.186), (0.105, 0, 0.2)], 30), np.interp(np.linspace(0, 1, 30), [0, 0.5, 1], [0.008, 0.0105, 0.008]), sides=16), "guard")
    for x in (-0.105, 0.105):
        b.add(sphere(0.0115, at=(x, 0, 0.2), segments=24), "guard")
    grip = [(0.0125 + 0.0016 * (k % 2), 0.045 + 0.0045 * k) for k in range(31)]
    b.add(lathe([(0, 0.045), *grip, (0, 0.18)], segments=32, squash=0.8), "grip")
    b.add(ellipsoid(0.024, 0.016, 0.024, at=(0, 0, 0.026), segments=32), "guard", "pommel")
    if not spec.has("upright", "standing"):
        _lying(b, b.rng.uniform(-14, 14))


@prop("paddle")
def paddle(spec: Spec, b: Builder) -> None:
    """A canoe paddle: shaft, T grip and a rounded blade; it leans on something, or lies."""
    b.slot("body", "oak")
    b.add(sweep([(0, 0, 0.4), (0, 0, 1.45)], 0.0145, sides=20), "body", "shaft")
    b.add(rotate(move(sweep([(-0.05, 0, 0), (0.05, 0, 0)], 0.016, sides=18), 0, 0, 1.45), 0, 0, 0), "body", "grip")
    rings = []
    for z in np.linspace(0.0, 0.5, 40):
        t = z / 0.5
        w = 0.085 * min(1.0, (t * 6 + 0.03)) ** 0.5 * (1 if t < 0.75 else max(0.17, 1 - (t - 0.75) * 3.4))
        d = 0.005 + 0.009 * max(0.0, t - 0.6)
        a = np.linspace(0, 2 * math.pi, 29)[:-1]
        rings.append(np.stack([w * np.cos(a), d * np.sin(a), np.full(28, z)], axis=1))
    b.add(loft(rings, smooth=60), "body", "blade")
    b.lean = "side"
    if not spec.has("leaning", "upright", "standing"):
        _lying(b)


@prop("tennis_racket")
def tennis_racket(spec: Spec, b: Builder) -> None:
    """An oval strung head, an open throat, a wrapped grip. Lies flat, or leans."""
    b.slot("body", "plastic", b.choose("#c23a2b", "#1f5aa8", "#1d1d1f"))
    b.slot("strings", "plastic", "#f2efe2", role="fixed")
    b.slot("grip", "leather", b.choose("#1c1b1a", "#e9e6df"), role="trim")
    a = np.linspace(0, 2 * math.pi, 97)
    head = [(0.125 * math.sin(u), 0, 0.5 - 0.165 * math.cos(u)) for u in a]
    b.add(sweep(head, 0.0095, sides=14), "body", "frame")
    for s in (-1, 1):
        b.add(sweep(smooth_path([(s * 0.068, 0, 0.362), (s * 0.03, 0, 0.27), (s * 0.012, 0, 0.2), (s * 0.008, 0, 0.17)], 24), 0.0088, sides=14), "body", "throat")
    b.add(lathe([(0, 0), (0.0185, 0), (0.0185, 0.004), *[(0.0155 + 0.0008 * (k % 2), 0.006 + 0.006 * k) for k in range(29)], (0, 0.181)], segments=8, smooth=30), "grip")
    cords = []
    for k in range(-7, 8):
        x, z = k * 0.0158, k * 0.0205
        if abs(x) < 0.122:
            half = 0.165 * math.sqrt(1 - (x / 0.125) ** 2)
            cords.append(sweep([(x, 0.0007, 0.5 - half), (x, 0.0007, 0.5 + half)], 0.0007, sides=6))
        if abs(z) < 0.16:
            half = 0.125 * math.sqrt(1 - (z / 0.165) ** 2)
            cords.append(sweep([(-half, -0.0007, 0.5 + z), (half, -0.0007, 0.5 + z)], 0.0007, sides=6))
    b.add(join(cords), "strings")
    b.lean = "side"
    objects = [o for group in b._parts.values() for o in group]
    if not spec.has("upright", "leaning"):
        for o in objects:
            rotate(o, -90, 0, 0)
        low = min(v.co.z for o in objects for v in o.data.vertices)
        for o in objects:
            move(o, 0, -0.33, -low)


@prop("flag")
def flag(spec: Spec, b: Builder) -> None:
    """A flag in the wind on a pole."""
    b.slot("body", "cotton", b.choose("#c2262e", "#1f4f9c", "#2f7a46"))  # a white one would be a surrender
    b.slot("pole", "aluminium", role="trim")
    b.slot("base", "concrete", role="trim")
    tall, wide, high = 2.6, 1.2, 0.8
    b.add(sweep([(0, 0, 0), (0, 0, tall)], 0.022, sides=20), "pole")
    b.add(sphere(0.04, at=(0, 0, tall + 0.02), segments=24), "pole", "finial")
    b.add(cylinder(0.16, 0.06, bevel=0.01), "base")
    u, v = np.linspace(0, 1, 70), np.linspace(0, 1, 40)
    points, faces = [], []
    phase = b.rng.uniform(0, 6)
    for i in v:
        for k in u:
            wave = 0.13 * k**0.7 * math.sin(8.5 * k - 1.3 * i + phase) + 0.03 * k * math.sin(19 * k + 3 * i)
            points.append((0.024 + wide * k * 0.94, wave, tall - 0.06 - high * i - 0.16 * k**1.6 - 0.03 * k * math.sin(6 * k + phase)))
    for i in range(39):
        faces += [(i * 70 + k, i * 70 + k + 1, (i + 1) * 70 + k + 1, (i + 1) * 70 + k) for k in range(69)]
    uvs = [(k, 1 - i) for i in v for k in u]
    b.add(solidify(from_geometry("flag", points, faces, smooth=180, uvs=uvs), 0.003, offset=0), "body", "cloth")
