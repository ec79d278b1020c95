# SPDX-License-Identifier: GPL-3.0-or-later
"""A cuckoo clock."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, ellipsoid, join, lathe, move, rotate, rounded_profile, torus
from diorama_stage.kit.parts import slab, turned
from diorama_stage.props.registry import prop


def leaf(length: float, wide: float, thick: float = 0.012):
    """A carved vine leaf with five lobes, standing in x–z, its stalk at the origin."""
    a = np.linspace(-2.5, 2.5, 61)
    far = length * (0.55 + 0.45 * np.abs(np.cos(a * 1.25)) ** 0.7) * (0.75 + 0.25 * np.cos(a / 2))
    outline = [(wide / length * r * math.sin(t), length * 0.35 + r * 0.65 * math.cos(t)) for r, t in zip(far, a, strict=True)]
    return slab(outline, thick, bevel=0.003)


@prop("cuckoo_clock")
def cuckoo_clock(spec: Spec, b: Builder) -> None:
    """A carved house with a steep roof and leaves about it, the bird before its little door, a dial of pale numbers, two pine cones on chains, a pendulum."""
    b.slot("body", "walnut", b.choose("#5f3a1f", "#6e4526", "#4f301b"))
    b.slot("carving", "walnut", b.choose("#7d5530", "#8a5f36"), role="trim")
    b.slot("pale", "ivory", "#efe4c8", role="fixed")
    b.slot("cones", "bronze", "#4a3a28", role="fixed")
    b.slot("brass", "brass", role="fixed")
    b.slot("bird", "paint", "#3f5f8a", role="fixed")
    b.slot("beak", "paint", "#d9951c", role="fixed")
    b.slot("dark", "plastic", "#17120e", role="fixed")
    house = [(-0.085, 0.0), (0.085, 0.0), (0.1, 0.12), (0.0, 0.235), (-0.1, 0.12)]
    b.add(slab(house, 0.11, bevel=0.004), "body")
    for s in (-1, 1):
        roof = [(0, 0.232), (s * 0.135, 0.082), (s * 0.15, 0.096), (0, 0.262)]
        b.add(slab(roof, 0.16, y=-0.008, bevel=0.004), "body", "roof")
    front = -0.058
    b.add(turned(rounded_profile([(0, 0), (0.058, 0), (0.056, 0.006), (0.05, 0.008), (0, 0.008)], 0.002), (0, front, 0.075), segments=64), "carving", "dial")
    for k in range(12):
        a = k * math.pi / 6
        mark = box(0.0045, 0.002, 0.015 if k % 3 == 0 else 0.011, bevel=0.0008, at=(0, 0, 0.037))
        b.add(move(rotate(mark, 0, math.degrees(a)), 0, front - 0.0085, 0.075), "pale", "numbers")
    for length, turn in ((0.026, 304), (0.04, 60)):
        hand = slab([(-0.0012, -0.006), (0.0012, -0.006), (0.0032, length * 0.6), (0, length), (-0.0032, length * 0.6)], 0.0014, bevel=0.0003)
        b.add(move(rotate(hand, 0, turn), 0, front - 0.011, 0.075), "pale", "hands")
    b.add(box(0.044, 0.004, 0.046, bevel=0.001, at=(0, front + 0.001, 0.147)), "dark", "doorway")
    b.add(move(rotate(box(0.022, 0.003, 0.044, bevel=0.001, at=(-0.011, 0, 0)), 0, 0, -62), 0.022, front - 0.001, 0.148), "carving", "door")
    _bird(b, front)
    for x, z, turn, size in (
        (-0.105, 0.13, -55, 0.075),
        (0.105, 0.13, 55, 0.075),
        (-0.1, 0.02, -110, 0.06),
        (0.1, 0.02, 110, 0.06),
        (-0.05, 0.225, -30, 0.06),
        (0.05, 0.225, 30, 0.06),
        (0, 0.24, 0, 0.08),
        (0, 0.0, 180, 0.065),
    ):
        b.add(move(rotate(leaf(size, size * 0.8), 0, turn), x, -0.064, z), "carving", "leaves")
    b.mount = 1.7
    for s, drop in ((-1, b.rng.uniform(0.16, 0.3)), (1, b.rng.uniform(0.2, 0.34))):
        b.add(join([_link(s * 0.03, -0.005 - 0.0062 * k, k) for k in range(int(drop / 0.0062))]), "brass", "chains")
        b.add(move(_cone(), s * 0.03, 0, -drop), "cones")
    b.add(box(0.005, 0.003, 0.12, bevel=0.001, at=(0, 0.01, -0.12)), "carving", "pendulum")
    b.add(move(leaf(0.05, 0.04, 0.006), 0, 0.01, -0.15), "carving", "pendulum")


def _bird(b: Builder, front: float) -> None:
    """The cuckoo on its perch."""
    y = front - 0.022
    b.add(move(rotate(ellipsoid(0.0085, 0.017, 0.01, segments=24), -18), 0, y, 0.166), "bird")
    b.add(ellipsoid(0.0078, 0.0085, 0.008, at=(0, y - 0.014, 0.178), segments=24), "bird")
    b.add(turned([(0, 0), (0.0026, 0), (0.0004, 0.009), (0, 0.009)], (0, y - 0.021, 0.177)), "beak")
    b.add(join([ellipsoid(0.0012, 0.0012, 0.0012, at=(s * 0.0066, y - 0.018, 0.18), segments=10) for s in (-1, 1)]), "dark", "eyes")
    b.add(box(0.012, 0.03, 0.004, bevel=0.001, at=(0, y + 0.008, 0.152)), "carving", "perch")


def _link(x: float, z: float, k: int):
    """One link of a chain, upright, turned against the one before."""
    return move(rotate(rotate(torus(0.0036, 0.0009, segments=12, sides=6), 90), 0, 0, 90 * (k % 2)), x, 0, z)


def _cone():
    """A pine cone of cast iron: rings of scales that shrink to its tip, 9 cm long."""
    profile = [(0, 0.0)]
    for k in range(11):
        t = k / 10
        r = 0.021 * math.sin(math.pi * (0.12 + 0.85 * t)) ** 0.8 + 0.002
        z = -0.008 * k
        profile += [(r, z), (r * 1.12, z - 0.005), (r * 0.86, z - 0.0066)]
    return lathe([*profile, (0, -0.092)][::-1], segments=18, smooth=None)
