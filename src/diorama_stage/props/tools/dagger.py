# SPDX-License-Identifier: GPL-3.0-or-later
"""A dagger."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, ellipsoid, join, lathe, loft, rotate
from diorama_stage.kit import smooth_path, sphere, sweep
from diorama_stage.kit.lie import lying
from diorama_stage.props.registry import prop


@prop("dagger")
def dagger(spec: Spec, b: Builder) -> None:
    """A dagger: a short double-edged blade, a curved guard, a wire-bound grip, a pommel with a stone. A katana: long, one-edged, bowed, with its round
    guard and wrapped hilt."""
    b.slot("body", "steel")
    katana = spec.is_a("katana")
    if katana:
        b.slot("guard", "bronze", "#4a3a26", role="trim")
        b.slot("grip", "fabric", b.choose("#16171a", "#3a1a1c", "#1f2f4a"), role="trim")
        rings = []
        for t in np.linspace(0, 1, 60):
            z, bow = 0.27 + 0.72 * t, 0.05 * t**2
            wide = 0.015 * (1 - 0.22 * t) * min(1.0, (1 - t) * 16 + 0.05)
            rings.append(
                [
                    (bow - wide, 0, z),
                    (bow - wide * 0.2, -0.003, z),
                    (bow + wide * 0.85, -0.0034, z),
                    (bow + wide, 0, z),
                    (bow + wide * 0.85, 0.0034, z),
                    (bow - wide * 0.2, 0.003, z),
                ]
            )
        b.add(loft(rings, smooth=20), "body", "blade")
        b.add(cylinder(0.038, 0.005, bevel=0.001, at=(0, 0, 0.262)), "guard")
        rows = [(0.0155 + 0.0018 * abs(math.sin(k * 0.55)), 0.01 + 0.0025 * k) for k in range(100)]
        b.add(lathe([(0, 0.008), *rows, (0, 0.262)], segments=24, squash=0.72), "grip")
        b.add(ellipsoid(0.017, 0.013, 0.01, at=(0, 0, 0.008), segments=24), "guard", "pommel")
        half = 90
    else:
        b.slot("guard", b.choose("brass", "gold", "silver"), role="trim")
        b.slot("grip", "leather", b.choose("#2a1a14", "#4a1f22"), role="trim")
        b.slot("stone", "crystal", b.choose("#a8182a", "#1f4fa8", "#1f8a4a"), role="fixed")
        rings = []
        for t in np.linspace(0, 1, 40):
            z, w, d = 0.135 + 0.215 * t, 0.0165 * (1 - 0.55 * t) * min(1.0, (1 - t) * 6 + 0.02), 0.0028 * (1 - 0.6 * t)
            rings.append([(-w, 0, z), (0, -d, z), (w, 0, z), (0, d, z)])
        b.add(loft(rings, smooth=15), "body", "blade")
        guard = smooth_path([(-0.055, 0, 0.148), (-0.03, 0, 0.132), (0.03, 0, 0.132), (0.055, 0, 0.148)], 40)
        b.add(join([sweep(guard, 0.0062, sides=14), *[sphere(0.0085, at=(x, 0, 0.15), segments=18) for x in (-0.055, 0.055)]]), "guard")
        rows = [(0.0105 + 0.002 * math.sin(k / 40 * math.pi) + 0.0008 * (k % 2), 0.03 + 0.0025 * k) for k in range(41)]
        b.add(lathe([(0, 0.03), *rows, (0, 0.132)], segments=28, squash=0.8), "grip")
        b.add(sphere(0.0165, at=(0, 0, 0.018), segments=28), "guard", "pommel")
        b.add(ellipsoid(0.0085, 0.004, 0.0085, at=(0, -0.015, 0.018), segments=20), "stone")
        half = 70
    if not spec.has("upright", "standing"):
        for o in [o for group in b._parts.values() for o in group]:
            rotate(o, 0, 0, -half)
        lying(b, b.rng.uniform(-14, 14))
