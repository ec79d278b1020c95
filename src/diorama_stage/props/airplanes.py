# SPDX-License-Identifier: GPL-3.0-or-later
"""Airplanes."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    ellipsoid,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    sweep,
    torus,
)
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop


@prop("airplane")
def airplane(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint", b.choose("#eceae4", "#d9dde0"))
    b.slot("accent", "paint", b.choose("#2f5f8f", "#b3261e"), role="trim")
    b.slot("windows", "lacquer", "#14181b", role="fixed")
    x = np.linspace(-6, 6, 40)
    radius = np.interp(x, [-6, -5.7, -5.0, -4, 3, 5.2, 6], [0.06, 0.38, 0.66, 0.78, 0.78, 0.4, 0.16])
    lift = np.interp(x, [-6, 3, 6], [2.1, 2.2, 2.65])
    b.add(sweep([(a, 0, z) for a, z in zip(x, lift, strict=True)], radius, sides=36), "body", "fuselage")

    def wing(root, tip, chord0, chord1, thick, slot, part):
        rings = []
        for p, c in ((root, chord0), (tip, chord1)):
            t = np.linspace(0, 2 * np.pi, 24, endpoint=False)
            axis = np.asarray(tip) - np.asarray(root)
            up = np.array([0, 0, 1.0]) if abs(axis[2]) < abs(axis[1]) else np.array([0, 1.0, 0])
            rings.append([np.asarray(p) + np.array([c / 2 * math.cos(u), 0, 0]) + up * thick * c * 0.5 * math.sin(u) * (1 - 0.5 * math.cos(u)) for u in t])
        b.add(loft(rings, smooth=60), slot, part)

    for s in (-1, 1):
        wing((-0.3, 0.6 * s, 1.9), (1.6, 5.6 * s, 2.3), 2.3, 0.8, 0.11, "body", "wings")
        wing((5.2, 0.2 * s, 2.7), (5.9, 2.1 * s, 2.85), 1.2, 0.5, 0.1, "body", "tail")
        b.add(move(rotate(lathe(rounded_profile([(0.3, -0.8), (0.36, -0.7), (0.37, 0.2), (0.2, 0.9), (0.05, 0.95), (0.05, -0.3), (0.28, -0.35), (0.3, -0.8)], 0.05), segments=48), 0, 90), -0.6, 2.1 * s, 1.45), "accent", "engines")
        for k in range(14):
            b.add(ellipsoid(0.09, 0.02, 0.13, at=(-3.9 + k * 0.48, 0.772 * s, 2.36)), "windows")
        b.add(ellipsoid(0.3, 0.1, 0.14, at=(-5.15, 0.52 * s, 2.42)), "windows", "cockpit")
    wing((4.9, 0, 2.9), (6.0, 0, 5.0), 1.9, 0.9, 0.1, "accent", "fin")
    b.slot("gear", "rubber", "#1c1c1c", role="fixed")
    for gx, gy in ((-4.4, 0), (0.5, 0.9), (0.5, -0.9)):
        add_rod(b, "accent", (gx, gy, 0.3), (gx, gy, 1.6), 0.07, "gear")
        b.add(move(rotate(torus(0.2, 0.11, segments=40), 90), gx, gy, 0.31), "gear", "wheels")
