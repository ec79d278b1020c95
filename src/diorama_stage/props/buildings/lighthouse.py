# SPDX-License-Identifier: GPL-3.0-or-later
"""Lighthouses: a rendered tower on a plinth of dressed stone, its windows and door, a gallery with railings, and the lantern with its lens."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, box, cylinder, ellipsoid, extrude, join, lathe, move, rotate, rounded_profile
from diorama_stage.kit.parts import copies, repeated, rod, rods, tint
from diorama_stage.props.registry import prop

HIGH, FOOT, HEAD, PLINTH = 20.5, 3.3, 2.05, 2.1
"""Metres: the tower's height up to its gallery, its radius below and above, the plinth's height."""


def radius(z: float) -> float:
    """The tower's radius at a height: it narrows in a curve and flares a little under the gallery."""
    t = z / HIGH
    return HEAD + (FOOT - HEAD) * (1 - t) ** 1.7 + 0.28 * max(0.0, (t - 0.955) / 0.045) ** 2


@prop("lighthouse")
def lighthouse(spec: Spec, b: Builder) -> None:
    b.slot("walls", "plaster", "#e6e1d6")
    b.slot("bands", "plaster", b.choose("#8f2a22", "#8f2a22", "#24303d"), role="trim")
    b.slot("base", "stone", "#8b867c", role="fixed")
    b.slot("trim", "stone", "#b8b2a4", role="fixed")
    b.slot("metal", "paint", "#20252a", role="fixed", finish=("satin",))
    b.slot("roof", "paint", b.choose("#7d261f", "#2a3238"), role="trim", finish=("satin",))
    b.slot("glass", "glass", "#dfe9e6", role="fixed", params={"pane": True})
    b.slot("lens", *(("emission", "#ffdf9e") if spec.has("lit") else ("crystal", None)), role="fixed", **({"params": {"strength": 30.0}} if spec.has("lit") else {}))
    b.slot("windows", *(("emission", "#ffb75e") if spec.has("lit") else ("lacquer", "#1b2429")), role="fixed", **({"params": {"strength": 2.5}} if spec.has("lit") else {}))
    b.slot("door", "paint", b.choose("#2f4f3f", "#7a2620", "#27405c"), role="fixed", finish=("satin",))
    tower(b, banded=b.choose(True, True, True, False))
    plinth(b)
    openings(b)
    gallery(b)
    lantern(b)
    if spec.has("lit"):
        b.emitters.append(Emitter(0, 0, HIGH + 2.2, 0.5, 2900, 400))
    b.footprint = "round"


def weathered(p: np.ndarray) -> np.ndarray:
    """Damp and green at the foot, dark runs below the gallery, broad stains: factors on the colour."""
    a = np.arctan2(p[:, 1], p[:, 0])
    runs = np.clip(np.sin(a * 13 + np.sin(a * 5) * 3), 0, 1) ** 6 * np.clip((p[:, 2] - HIGH * 0.5) / (HIGH * 0.5), 0, 1) ** 1.5
    damp = np.clip(1 - (p[:, 2] - PLINTH) / (2.2 + 0.8 * np.sin(a * 7)), 0, 1)
    stains = 0.03 * np.sin(a * 4) * np.sin(p[:, 2] * 1.3 + 2 * np.sin(a * 3))
    shade = 1 - 0.3 * runs - 0.34 * damp + stains
    return np.stack([shade, shade * (1 - 0.02 * runs), shade * (1 - 0.08 * runs - 0.05 * damp)], axis=1)


def tower(b: Builder, *, banded: bool) -> None:
    edges = np.linspace(PLINTH, HIGH, 6) if banded else (PLINTH, HIGH)
    for k, (z0, z1) in enumerate(zip(edges, edges[1:], strict=False)):
        rows = [(radius(z), z) for z in np.linspace(z0, z1, 28 if banded else 110)]
        b.add(tint(lathe(rows, segments=96, smooth=180), weathered), "bands" if k % 2 else "walls")


def plinth(b: Builder) -> None:
    """Courses of dressed stones around the foot, and a moulded course on top."""
    points, tones = [], []
    rows, z = 5, 0.0
    tall = (PLINTH - 0.16) / rows
    for row in range(rows):
        count = 26
        for k in range(count):
            a0, a1 = (2 * math.pi * (k + 0.5 * (row % 2) + d) / count for d in (0.003, 0.997))
            out = radius(z) + 0.12 + b.rng.uniform(0, 0.03)
            low, high = z + 0.012, z + tall - 0.012
            ring = lambda r, h, pinch: [(r * math.cos(a), r * math.sin(a), h) for a in np.linspace(a0 + pinch, a1 - pinch, 4)]  # noqa: E731, B023
            points.append([*ring(out - 0.04, low, 0), *ring(out, low + 0.03, 0.008), *ring(out, high - 0.03, 0.008), *ring(out - 0.04, high, 0)])
            tones.append(b.rng.uniform(0.75, 1.12) * (0.82 + 0.18 * row / rows))
        z += tall
    faces = [(4 * r + c, 4 * r + c + 1, 4 * r + c + 5, 4 * r + c + 4) for r in range(3) for c in range(3)]
    b.add(repeated(np.array(points), faces, smooth=25, tones=tones), "base", "plinth")
    b.add(lathe([(0, 0), (FOOT + 0.06, 0), (radius(PLINTH) + 0.06, PLINTH - 0.1), (0, PLINTH - 0.1)], segments=72), "trim", "plinth")
    r = radius(PLINTH)
    b.add(lathe(rounded_profile([(r - 0.1, PLINTH - 0.18), (r + 0.24, PLINTH - 0.16), (r + 0.24, PLINTH - 0.04), (r + 0.02, PLINTH + 0.06), (r - 0.1, PLINTH + 0.06)], 0.03), segments=96), "trim", "plinth")


def openings(b: Builder) -> None:
    """The door under an arch, at the head of its steps, and windows that climb with the stair inside."""
    case = lambda wide, tall: [(-wide / 2, 0), (wide / 2, 0), *[(wide / 2 * math.cos(t), tall + wide / 2 * math.sin(t)) for t in np.linspace(0, math.pi, 17)]]  # noqa: E731
    upright = lambda outline, thick: rotate(extrude(outline, thick, bevel=0.015), 90)  # noqa: E731
    for turn, z, wide, tall, door in ((0, 0.5, 1.05, 1.75, True), (-14, 6.4, 0.62, 0.85, False), (24, 10.4, 0.6, 0.8, False), (-20, 14.2, 0.56, 0.76, False), (12, 17.6, 0.5, 0.7, False), (150, 9.0, 0.6, 0.8, False), (95, 12.5, 0.6, 0.8, False)):
        out = radius(z + tall * 0.6) + (0.12 if door else 0.0)
        lean = 0 if door else math.degrees(math.atan2(radius(z) - radius(z + 1.5), 1.5))
        surround = move(upright(case(wide + 0.34, tall + 0.0), 0.5), 0, 0.36, 0)
        leaf = move(upright(case(wide, tall), 0.5), 0, 0.34, 0.06)
        if door:
            filling = [box(0.012, 0.02, tall + 0.2, bevel=0, at=(x, -0.165, 0.08)) for x in np.arange(-wide / 2 + 0.17, wide / 2 - 0.1, 0.17)]
        else:
            filling = [box(0.05, 0.05, tall + wide / 2, bevel=0.01, at=(0, -0.17, 0.06)), *[box(wide, 0.05, 0.05, bevel=0.01, at=(0, -0.17, h)) for h in (tall * 0.4, tall * 0.85)]]
        sill = [box(wide + 0.5, 0.3, 0.13, bevel=0.03, at=(0, -0.1, -0.13))]
        pieces = ((surround, "trim"), (leaf, "door" if door else "windows"), (join(filling), "metal" if door else "trim"), (join(sill), "trim"))
        for o, slot in pieces:
            b.add(rotate(move(rotate(o, -lean), 0, -out, z), 0, 0, turn), slot, "door" if door else "windows")
        if door:
            b.add(move(ellipsoid(0.04, 0.04, 0.04, segments=16), wide * 0.36, -out - 0.2, z + 1.0), "metal", "door")
            b.add(join([box(1.9 + 0.3 * k, 0.36 * (3 - k) + 0.4, 0.17, bevel=0.025, at=(0, -out - 0.3 - 0.18 * (3 - k) + 0.2, 0.17 * k)) for k in range(3)]), "trim", "steps")


def railing(b: Builder, r: float, z: float, tall: float, count: int) -> None:
    a = 2 * np.pi * np.arange(count) / count
    foot = np.stack([r * np.cos(a), r * np.sin(a), np.full(count, z)], axis=1)
    b.add(rods(np.stack([foot, foot + (0, 0, tall)], axis=1), 0.028), "metal", "railing")
    for h in (0.33, 0.66, 1.0):
        ring = foot + (0, 0, tall * h)
        b.add(rods(np.stack([ring, np.roll(ring, -1, axis=0)], axis=1), 0.035 if h == 1.0 else 0.018), "metal", "railing")


def gallery(b: Builder) -> None:
    """A slab on corbels with an iron railing."""
    r = radius(HIGH)
    b.add(lathe(rounded_profile([(0, HIGH - 0.1), (r + 0.2, HIGH - 0.08), (r + 0.75, HIGH + 0.12), (r + 0.8, HIGH + 0.32), (0, HIGH + 0.36)], 0.04), segments=96), "trim", "gallery")
    corbel = extrude([(0, 0), (0.75, 0.62), (0.75, 0.78), (0, 0.78)], 0.24, bevel=0.02)
    corbel = move(rotate(corbel, 90), r - 0.12, 0.12, HIGH - 0.68)
    turns = 2 * np.pi * np.arange(20) / 20
    b.add(copies(corbel, [[(math.cos(a), -math.sin(a), 0, 0), (math.sin(a), math.cos(a), 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)] for a in turns]), "trim", "corbels")
    railing(b, r + 0.7, HIGH + 0.33, 1.05, 32)


def lantern(b: Builder) -> None:
    """The watch room, the glazed lantern with its diagonal bars and lens, the domed roof with ball and rod."""
    z, r = HIGH + 0.34, 1.3
    b.add(lathe(rounded_profile([(0, z), (r + 0.12, z), (r + 0.12, z + 0.9), (r + 0.3, z + 0.98), (r + 0.3, z + 1.06), (0, z + 1.06)], 0.03), segments=72), "metal", "lantern")
    low, high = z + 1.06, z + 3.0
    b.add(lathe([(r - 0.03, low), (r - 0.03, high)], segments=16, smooth=None), "glass", "lantern")
    n = 16
    a = 2 * np.pi * np.arange(n) / n + np.pi / 2
    at = lambda k, h: np.stack([r * np.cos(k), r * np.sin(k), np.full(n, h)], axis=1)  # noqa: E731
    mid = (low + high) / 2
    b.add(rods(np.concatenate([np.stack([at(a, low), at(a, high)], axis=1), np.stack([at(a, mid), at(np.roll(a, -1), mid)], axis=1)]), 0.032), "metal", "lantern")
    rings = [(0.32 + 0.22 * math.sin(math.pi * t) + 0.025 * (k % 2), low + 0.25 + 1.3 * t) for k, t in enumerate(np.linspace(0, 1, 26))]
    b.add(lathe([(0, low + 0.25), *rings, (0, low + 1.55)], segments=48), "lens", "lamp")
    b.add(cylinder(0.3, 0.4, bevel=0.03, at=(0, 0, low - 0.1)), "metal", "lamp")
    dome = [(r + 0.28, high - 0.02), (r + 0.3, high + 0.1), (r * 0.95, high + 0.42), (r * 0.66, high + 0.85), (r * 0.3, high + 1.14), (0.2, high + 1.24), (0.18, high + 1.5), (0.28, high + 1.55), (0.2, high + 1.66), (0, high + 1.7)]
    b.add(lathe([(0, high - 0.02), *rounded_profile(dome, 0.05)], segments=64), "roof")
    ribs = [[(r * u * math.cos(k), r * u * math.sin(k), high + h) for u, h in ((1.17, 0.12), (0.97, 0.44))] for k in a]
    b.add(rods(ribs, 0.03), "roof")
    b.add(ellipsoid(0.19, 0.19, 0.19, at=(0, 0, high + 1.86), segments=32), "roof", "ball")
    b.add(rod((0, 0, high + 2.0), (0, 0, high + 3.1), 0.025), "metal", "rod")
