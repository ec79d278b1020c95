# SPDX-License-Identifier: GPL-3.0-or-later
"""Telescopes: brass draws in a leather-bound barrel, on a wooden tripod."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, lathe, move, rotate, rounded_profile, scale, torus
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop

PIVOT = 1.18
"""Metres above the ground."""
BARREL = [
    (0.0, -0.47), (0.024, -0.47), (0.026, -0.462), (0.026, -0.43), (0.018, -0.425), (0.018, -0.3), (0.023, -0.298), (0.024, -0.29), (0.024, -0.16), (0.029, -0.158), (0.03, -0.15), (0.03, -0.06),
    (0.039, -0.056), (0.041, -0.045), (0.041, -0.03),
]  # fmt: skip
"""Eyepiece and draws, from the eye forward: radius and distance, metres."""
FRONT = [(0.041, 0.34), (0.044, 0.345), (0.047, 0.36), (0.047, 0.47), (0.044, 0.475), (0.04, 0.472), (0.039, 0.45)]


@prop("telescope")
def telescope(spec: Spec, b: Builder) -> None:
    b.slot("body", "brass", None if spec.material else "#b08a45")
    b.slot("grip", "leather", b.choose("#4a2a1c", "#2c2422", "#5a3420"), role="trim")
    b.slot("legs", b.choose("walnut", "oak", "dark_wood"), role="trim")
    b.slot("lens", "glass", "#20303a", role="fixed")
    b.footprint = "round"
    up, turn = b.rng.uniform(16, 24), b.rng.choice((1, -1)) * b.rng.uniform(150, 170)
    pieces = [
        (lathe(rounded_profile(BARREL, 0.0015), segments=72), "body", "draws"), (lathe(rounded_profile([(0.041, -0.03), (0.0425, -0.028), (0.0425, 0.338), (0.041, 0.34)], 0.001), segments=72), "grip", "barrel"),
        (lathe(rounded_profile(FRONT, 0.0015), segments=72), "body", "hood"), (lathe([(0, 0.452), (0.039, 0.449)], segments=64), "lens", "lens"), (torus(0.0432, 0.0022, at=(0, 0, 0.02), segments=72), "body", "rings"),
        (torus(0.0432, 0.0022, at=(0, 0, 0.3), segments=72), "body", "rings"), (cylinder(0.004, 0.05, at=(0.02, 0, -0.2)), "body", "knob"),
    ]  # fmt: skip
    for piece, slot, part in pieces:
        b.add(move(rotate(rotate(scale(piece, 1.35), 0, 90 - up, 0), 0, 0, turn), 0, 0, PIVOT + 0.015), slot, part)
    b.add(lathe(rounded_profile([(0, PIVOT - 0.16), (0.05, PIVOT - 0.16), (0.055, PIVOT - 0.14), (0.03, PIVOT - 0.11), (0.014, PIVOT - 0.09), (0.014, PIVOT - 0.03), (0, PIVOT - 0.03)], 0.004), segments=48), "body", "head")
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.5
        way = np.array((math.cos(a), math.sin(a), 0.0))
        top, foot, side = way * 0.045 + (0, 0, PIVOT - 0.15), way * 0.46, np.array((-math.sin(a), math.cos(a), 0.0))
        knee = top + (foot - top) * 0.52
        for s in (-1, 1):
            add_rod(b, "legs", top + side * 0.022 * s, knee + side * 0.016 * s, 0.011, "legs", 12)
        add_rod(b, "legs", knee - (foot - top) * 0.06, foot, 0.012, "legs", 12)
        b.add(move(rotate(cylinder(0.006, 0.062, at=(0, 0, -0.031)), 90, 0, math.degrees(a)), *knee), "body", "joints")
        b.add(move(cylinder(0.014, 0.03, top=0.004), *foot), "body", "feet")
    b.lean = None
