# SPDX-License-Identifier: GPL-3.0-or-later
"""A parking meter."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    ellipsoid,
    extrude,
    join,
    label_plane,
    lathe,
    move,
    rotate,
    rounded_profile,
)  # fmt: skip
from diorama_stage.props.registry import prop


@prop("parking_meter")
def parking_meter(spec: Spec, b: Builder) -> None:
    b.slot("head", "paint", b.choose("#5f6a70", "#3f5f7f", "#6a6d62"), finish=("satin",))
    b.slot("pole", "brushed_steel", role="trim")
    b.slot("glass", "glass", role="fixed")
    b.slot("dial", "paper", "#f1ede0", role="fixed")
    b.slot("red", "plastic", "#c4261f", role="fixed")
    b.slot("dark", "cast_iron", "#232425", role="fixed")
    b.slot("metal", "chrome", role="fixed")
    base = [(0, 0), (0.085, 0), (0.085, 0.012), (0.04, 0.02), (0.034, 0.04), (0.03, 0.045), (0.03, 0.97), (0, 0.97)]
    b.add(lathe(rounded_profile(base, 0.004), segments=48), "pole")
    for k in range(4):
        a = math.pi / 4 + k * math.pi / 2
        b.add(cylinder(0.009, 0.012, bevel=0.002, segments=6, at=(0.062 * math.cos(a), 0.062 * math.sin(a), 0.012)), "metal", "bolts")
    b.add(cylinder(0.046, 0.05, bevel=0.008, top=0.055, at=(0, 0, 0.955)), "head", "collar")
    low = [(-0.07, 0.0), (0.07, 0.0), (0.092, 0.03), (0.1, 0.14), (0.1, 0.2)]
    body = [
        *low,
        *[(0.1 * math.cos(a), 0.2 + 0.135 * math.sin(a)) for a in np.linspace(0, math.pi, 40)][1:-1],
        *[(-x, z) for x, z in low[::-1] if x > 0.08],
    ]
    shell = extrude(body, 0.105, bevel=0.022, segments=5)
    b.add(move(rotate(shell, 90), 0, 0.0525, 1.0), "head", "housing")
    for s in (-1, 1):
        window = [(0.078 * math.cos(a), 0.078 * math.sin(a)) for a in np.linspace(0, math.pi, 40)]
        window = [*window, (-0.078, -0.018), (0.078, -0.018)]
        for k, (grow, thick, y, slot) in enumerate(((1.14, 0.008, 0.054, "metal"), (1.0, 0.003, 0.0595, "dial"))):
            o = move(rotate(extrude([(x * grow, z * grow) for x, z in window], thick, bevel=0.002 if k == 0 else 0.0005), 90), 0, thick / 2, 0)
            b.add(move(rotate(o, 0, 0, 0 if s < 0 else 180), 0, s * y, 1.215), slot, "window")
        ticks = []
        for k in range(13):
            a = math.radians(15 + 12.5 * k)
            long = 0.014 if k % 3 == 0 else 0.008
            ticks.append(move(rotate(box(0.003, 0.001, long, bevel=0), 0, 90 - math.degrees(a)), 0.058 * math.cos(a), 0, 0.058 * math.sin(a)))
        ticks.append(box(0.1, 0.001, 0.004, bevel=0, at=(0, 0, -0.008)))
        hand = [move(rotate(box(0.006, 0.002, 0.056, bevel=0.0008), 0, b.rng.uniform(-50, 50)), 0, -0.001, 0)]
        flag = extrude([(0.03 * math.cos(a), 0.03 * math.sin(a)) for a in np.linspace(math.pi * 0.02, math.pi * 0.3, 12)] + [(0, 0)], 0.001, bevel=0)
        for pieces, slot in ((ticks, "dark"), (hand, "red"), ([move(rotate(flag, 90), 0, 0, 0)], "red")):
            b.add(move(rotate(join(pieces), 0, 0, 0 if s < 0 else 180), 0, s * 0.0622, 1.215), slot, "dial")
        pane = rotate(ellipsoid(0.076, 0.076, 0.008, segments=40), 90)
        for v in pane.data.vertices:
            v.co.z = max(v.co.z, -0.016)
        b.add(move(pane, 0, s * 0.0615, 1.215), "glass", "window")
    front = -0.0525
    plate = box(0.118, 0.008, 0.105, bevel=0.003, at=(0, front - 0.002, 1.055))
    b.add(plate, "metal", "plate")
    b.add(box(0.034, 0.012, 0.05, bevel=0.004, at=(-0.026, front - 0.008, 1.095)), "dark", "slot")
    b.add(box(0.004, 0.002, 0.03, bevel=0.0005, at=(-0.026, front - 0.0148, 1.105)), "metal", "slot")
    b.add(rotate(cylinder(0.0225, 0.014, bevel=0.004), 90), "dark", "knob")
    move(b._parts["knob"][-1], 0.03, front - 0.004, 1.108)
    b.add(box(0.007, 0.012, 0.04, bevel=0.003, at=(0.03, front - 0.02, 1.088)), "metal", "knob")
    b.add(rotate(cylinder(0.019, 0.006, bevel=0.002), 90), "metal", "lock")
    move(b._parts["lock"][-1], 0, front - 0.001, 1.027)
    b.add(box(0.003, 0.001, 0.011, bevel=0, at=(0, front - 0.0075, 1.0215)), "dark", "lock")
    if spec.labels:
        b.slot("label", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        b.add(label_plane(0.1, 0.022, at=(0, front - 0.0066, 1.069)), "label")
    b.footprint = "round"
