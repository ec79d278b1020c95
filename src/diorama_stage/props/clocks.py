# SPDX-License-Identifier: GPL-3.0-or-later
"""Clocks."""

from __future__ import annotations

import math

from diorama_stage.kit import Builder, Spec, box, cylinder, lathe, move, rotate, rounded_profile
from diorama_stage.props.registry import prop


@prop("clock", "alarm_clock")
def clock(spec: Spec, b: Builder) -> None:
    r = 0.15 if spec.kind == "clock" else 0.055
    b.slot("rim", b.choose("lacquer", "brass", "walnut"), b.choose("#1c1c1e", None, None))
    b.slot("face", "paper", "#f0ece2", role="trim")
    b.slot("hands", "lacquer", "#191919", role="fixed")
    parts = [
        (lathe(rounded_profile([(0, 0), (r, 0), (r, r * 0.2), (r * 0.93, r * 0.22), (r * 0.91, r * 0.14)], 0.004), segments=96), "rim"),
        (cylinder(r * 0.915, 0.004, bevel=0.001, segments=96, at=(0, 0, r * 0.12)), "face"),
    ]
    for k in range(60):
        a = 2 * math.pi * k / 60
        big = k % 5 == 0
        tick = box(r * (0.022 if big else 0.008), r * (0.11 if big else 0.05), 0.0008, bevel=0, at=(0, r * 0.79, r * 0.12 + 0.004))
        parts.append((rotate(tick, 0, 0, math.degrees(a)), "hands"))
    for angle, long_, wide in ((-52, 0.5, 0.045), (60, 0.74, 0.03)):
        parts.append((rotate(box(r * wide, r * long_, 0.0012, bevel=0.0004, at=(0, r * long_ * 0.42, r * 0.12 + 0.0052)), 0, 0, angle), "hands"))
    parts.append((cylinder(r * 0.04, 0.004, bevel=0.001, at=(0, 0, r * 0.12 + 0.0046)), "hands"))
    lift = r if spec.kind == "clock" else r + 0.015
    for o, slot in parts:
        b.add(move(rotate(o, 90), 0, r * 0.1, lift), slot)
    if spec.kind == "alarm_clock":
        for s in (-1, 1):
            b.add(move(rotate(cylinder(0.0045, 0.034, bevel=0.002, top=0.006), 0, -s * 20), s * r * 0.72, 0, 0.0), "rim", "feet")
            b.add(
                move(
                    rotate(lathe([(0, 0.016), (0.012, 0.013), (0.02, 0.004), (0.021, 0), (0.0195, 0)], segments=40), 0, s * 30),
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
