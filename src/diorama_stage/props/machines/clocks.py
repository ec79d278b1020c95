# SPDX-License-Identifier: GPL-3.0-or-later
"""Clocks."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, extrude, label_plane, lathe, move, rotate, rounded_profile
from diorama_stage.props.registry import prop


@prop("clock", "alarm_clock")
def clock(spec: Spec, b: Builder) -> None:
    r = 0.15 if spec.kind == "clock" else 0.055
    b.slot("rim", *(b.choose(("lacquer", "#1c1c1e"), ("brass", None), ("walnut", None)) if spec.kind == "clock" else b.choose(("lacquer", "#8f2420"), ("lacquer", "#2b4a52"), ("brass", None), ("chrome", None))))
    b.slot("face", "paper", "#f0ece2", role="trim")
    b.slot("hands", "lacquer", "#191919", role="fixed")
    b.slot("second", "lacquer", "#b0241c", role="fixed")
    b.slot("glass", "glass", role="fixed", params={"pane": True})
    b.slot("figures", "printed", role="fixed", params={"picture": b.choose("clock_arabic", "clock_roman", "clock_plain"), "transparent": True})
    deep, level = (0.2, 0.12) if spec.kind == "clock" else (0.45, 0.34)
    bezel = [(0, 0), (r * 0.9, 0), (r * 0.97, r * deep * 0.25), (r * 0.985, r * deep * 0.8), (r, r * deep), (r * 0.985, r * (deep + 0.03)), (r * 0.94, r * (deep + 0.035)), (r * 0.91, r * deep), (r * 0.9, r * level)]
    face = r * level + 0.004
    parts = [
        (lathe(rounded_profile(bezel, 0.003), segments=96), "rim"),
        (cylinder(r * 0.915, 0.004, bevel=0.001, segments=96, at=(0, 0, r * level)), "face"),
        (rotate(label_plane(1.8 * r, 1.8 * r), -90), "figures"),
        (lathe([(0, r * (deep + 0.02)), (r * 0.5, r * (deep + 0.012)), (r * 0.905, r * deep)], segments=72, smooth=180), "glass"),
    ]
    move(parts[2][0], 0, 0, face + 0.0003)
    hour = b.rng.randint(8, 10) if b.choose(True, False) else b.rng.randint(1, 4)
    minute = b.rng.randint(6, 14) if hour > 5 else b.rng.randint(48, 54)
    for turn, long_, wide, z, slot in ((30 * hour + minute / 2, 0.5, 0.052, 0.0012, "hands"), (6 * minute, 0.74, 0.036, 0.0026, "hands"), (b.rng.uniform(160, 250), 0.76, 0.009, 0.004, "second")):
        hand = [(-wide * 0.32, -0.14), (wide * 0.32, -0.14), (wide * 0.5, long_ * 0.72), (wide * 0.12, long_), (-wide * 0.12, long_), (-wide * 0.5, long_ * 0.72)]
        parts.append((rotate(extrude([(x * r, y * r) for x, y in hand], 0.0007, bevel=0.0002, at=(0, 0, face + z)), 0, 0, -turn), slot))
    parts.append((cylinder(r * 0.035, 0.005, bevel=0.001, at=(0, 0, face + 0.0008)), "hands"))
    lift = r if spec.kind == "clock" else r + 0.015
    for o, slot in parts:
        b.add(move(rotate(o, 90), 0, r * 0.1, lift), slot)
    if spec.kind == "alarm_clock":
        for s in (-1, 1):
            b.add(move(rotate(cylinder(0.0045, 0.034, bevel=0.002, top=0.006), 0, -s * 20), s * r * 0.72, 0, 0.0), "rim", "feet")
            b.add(
                move(
                    rotate(lathe([(0.021 * math.cos(q), 0.017 * math.sin(q)) for q in np.linspace(math.pi / 2, 0, 14)] + [(0.0195, 0)], segments=56, smooth=60), 0, s * 30),
                    s * r * 0.55,
                    0,
                    lift + r * 0.86,
                ),
                "rim",
                "bells",
            )
            b.add(move(rotate(cylinder(0.0022, 0.014, bevel=0.0005), 0, s * 30), s * r * 0.46, 0, lift + r * 0.84), "hands", "stems")
        b.add(cylinder(0.0018, 0.016, bevel=0.0005, at=(0, 0, lift + r * 0.98)), "hands", "hammer")
        b.add(cylinder(0.0048, 0.007, bevel=0.0015, at=(0, 0, lift + r * 0.98 + 0.014)), "hands", "hammer")
    b.hang = (0, 0, 2 * r)
    b.lean = "back"
