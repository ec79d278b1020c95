# SPDX-License-Identifier: GPL-3.0-or-later
"""Berries and other small fruit: blueberry, raspberry, cherry, grapes, avocado."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import blade, grounded
from diorama_stage.props.registry import prop


@prop("blueberry")
def blueberry(spec: Spec, b: Builder) -> None:
    r = b.vary(0.0075, 0.12)
    b.slot("body", "clay", "#333f63")
    b.slot("crown", "clay", "#232a41", role="fixed")
    outline = smooth_path([(0, -0.88), (0.6, -0.74), (1.0, 0.0), (0.68, 0.7), (0.42, 0.86), (0.36, 0.84), (0.2, 0.72), (0, 0.7)], 40) * r
    skin = displace(lathe(outline, segments=48, smooth=180), 0.02 * r, 0.5 * r, seed=spec.seed)
    made = [b.add(tint(skin, lambda p: toward("#333f63", "#8f9bb8", 0.3 + 0.35 * field(p, r * 0.7, seed=spec.seed) + 0.2 * field(p, r * 0.2, seed=spec.seed + 1))), "body")]  # bloom, rubbed off in places
    points = [move(rotate(blade(r * 0.3, r * 0.2, 0.2, rise=0.5), 0, -55, 72 * k), 0, 0, r * 0.78) for k in range(5)]
    for k, p in enumerate(points):
        move(p, 0.3 * r * math.cos(1.2566 * k), 0.3 * r * math.sin(1.2566 * k), 0)
    made.append(b.add(join(points), "crown"))
    tilt, turn = b.rng.uniform(10, 70), b.rng.uniform(0, 360)
    for o in made:
        rotate(o, tilt, 0, turn)
    grounded(*made)
    b.footprint = "round"


@prop("raspberry")
def raspberry(spec: Spec, b: Builder) -> None:
    h = b.vary(0.019)
    dark = spec.is_a("black")
    b.slot("body", "tomato_skin", "#231826" if dark else "#b3203c")
    beads = []
    for row in range(9):
        u = row / 8
        ring = h * 0.46 * math.sin(math.pi * (0.12 + 0.62 * (1 - u))) if row < 8 else 0.0
        count = max(1, round(2 * math.pi * ring / (h * 0.2)))
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * (row % 2)) / count
            s = h * 0.125 * b.rng.uniform(0.92, 1.08)
            beads.append(ellipsoid(s, s, s, at=(ring * math.cos(a), ring * math.sin(a), h * (0.12 + 0.8 * u)), segments=12))
    made = [b.add(join(beads), "body")]
    for o in made:
        rotate(o, b.choose(96, 100, 12), 0, b.rng.uniform(0, 360))
    grounded(*made)
    b.footprint = "round"


@prop("cherry")
def cherry(spec: Spec, b: Builder) -> None:
    """One on its stalk, fallen to one side as its stalk lets it; a pair on forked stalks where the words say so."""
    if not spec.is_a("pair"):
        return _single(spec, b)
    r = b.vary(0.0115)
    b.slot("body", "tomato_skin", "#8d1020")
    b.slot("stem", "plant_stem", "#6f8a3a", role="fixed")
    top = np.array((0.004, 0.006, 0.052))
    for side in (-1, 1):
        outline = smooth_path([(0, 0), (0.55, 0.06), (1.0, 0.85), (0.72, 1.62), (0.25, 1.78), (0.08, 1.68), (0, 1.62)], 44) * r
        at = np.array((side * r * 1.12, side * 0.002, 0))
        b.add(move(lathe(outline, segments=56, smooth=180), *at), "body")
        foot = at + (0, 0, r * 1.62)
        path = smooth_path([foot, foot + (side * 0.003, 0, 0.014), (top + foot) / 2 + (side * 0.005, 0, 0.004), top], 20)
        b.add(sweep(path, np.linspace(0.0007, 0.0009, 20), sides=8), "stem")
    b.add(ellipsoid(0.0022, 0.0014, 0.0014, at=tuple(top), segments=12), "stem")


def _single(spec: Spec, b: Builder) -> None:
    r = b.vary(0.012, 0.08)
    b.slot("body", "tomato_skin", b.choose("#8d1020", "#7a0c1c", "#a01a28"))
    b.slot("stem", "plant_stem", "#6f8a3a", role="fixed")
    outline = smooth_path([(0, 0), (0.55, 0.06), (1.0, 0.85), (0.72, 1.62), (0.25, 1.78), (0.08, 1.68), (0, 1.62)], 44) * r
    bend = b.rng.uniform(-0.012, 0.012)
    path = smooth_path([(0, 0, 1.62 * r), (bend * 0.3, 0, 1.62 * r + 0.014), (bend, bend * 0.4, 1.62 * r + 0.036)], 18)
    made = [b.add(lathe(outline, segments=56, smooth=180), "body"), b.add(sweep(path, np.linspace(0.0007, 0.001, 18), sides=8), "stem")]
    tilt, turn = b.rng.uniform(8, 55), b.rng.uniform(0, 360)
    for o in made:
        rotate(o, tilt, 0, turn)
    grounded(*made)
    b.footprint = "round"


@prop("grapes")
def grapes(spec: Spec, b: Builder) -> None:
    """A bunch lying on its side, its stalk up."""
    b.slot("body", "grape_skin", b.choose("#4a2140", "#9bb04a", "#5b2038"))
    b.slot("stem", "bark", "#6d5a34", role="fixed")
    placed: list[np.ndarray] = []
    r0, along, balls = 0.0098, 0.15, []
    for _ in range(2600):
        u = b.rng.random()
        half = 0.043 * math.sin(math.pi * (0.1 + 0.78 * u)) ** 0.8
        a, s = b.rng.uniform(0, 2 * math.pi), math.sqrt(b.rng.random())
        p = np.array(((u - 0.5) * along, half * s * math.cos(a), half * 0.82 * s * math.sin(a)))
        if all(np.sum((p - q) ** 2) > (1.72 * r0) ** 2 for q in placed):
            placed.append(p)
        if len(placed) >= 85:
            break
    for p in placed:
        r = r0 * b.rng.uniform(0.92, 1.1)
        balls.append(rotate(ellipsoid(r * 0.94, r * 0.94, r * 1.08, segments=24), b.rng.uniform(-60, 60), b.rng.uniform(-60, 60), 0))
        move(balls[-1], *p)
    cover = lambda p: toward(b._slots["body"].colour, "#aab0c4", 0.16 + 0.2 * field(p, 0.008, seed=spec.seed) + 0.12 * field(p, 0.03, seed=spec.seed + 1))  # noqa: E731
    made = [b.add(tint(join(balls), cover), "body")]
    stalk = smooth_path([(0.02, 0, 0.01), (0.075, 0, 0.016), (0.1, 0.006, 0.034), (0.115, 0.012, 0.052)], 24)
    made.append(b.add(displace(sweep(stalk, np.linspace(0.0016, 0.0026, 24), sides=10), 0.0004, 0.004), "stem"))
    made.append(b.add(sweep([(0.112, 0, 0.047), (0.112, 0.028, 0.056)], 0.0022, sides=8), "stem"))
    grounded(*made)
