# SPDX-License-Identifier: GPL-3.0-or-later
"""Bicycles and motorcycles."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    ellipsoid,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
    torus,
)
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles import slots


@prop("bicycle")
def bicycle(spec: Spec, b: Builder) -> None:
    r, x1, x2 = 0.335, -0.5, 0.5
    b.slot("frame", "paint", "#b3261e")
    b.slot("tyres", "rubber", "#1d1c1b", role="fixed")
    b.slot("metal", "chrome", "#c8c8c6", role="trim")
    b.slot("leather", "leather", "#6b4226", role="trim")
    for x in (x1, x2):
        b.add(move(rotate(torus(r - 0.018, 0.018, segments=96), 90), x, 0, r), "tyres", "wheels")
        b.add(move(rotate(torus(r - 0.038, 0.008, segments=96, sides=12), 90), x, 0, r), "metal", "rims")
        b.add(move(rotate(cylinder(0.02, 0.07, bevel=0.004, segments=24), 90), x, 0.035, r), "metal", "hubs")
        for k in range(28):
            a = 2 * math.pi * k / 28
            s = 0.022 * (1 if k % 2 else -1)
            b.add(sweep([(x + 0.018 * math.cos(a + 0.5), s, r + 0.018 * math.sin(a + 0.5)), (x + 0.15 * math.cos(a), s / 2, r + 0.15 * math.sin(a)), (x + (r - 0.04) * math.cos(a), 0, r + (r - 0.04) * math.sin(a))], 0.0012, sides=5), "metal", "spokes")
        fender = [(x + (r + 0.012) * math.cos(t), 0, r + (r + 0.012) * math.sin(t)) for t in np.radians(np.linspace(15 if x < 0 else 40, 175 if x < 0 else 165, 40))]
        b.add(sweep(fender, 0.02, flat=0.25, sides=14), "frame", "fenders")
    bb, seat, low = (-0.06, 0, 0.28), (-0.19, 0, 0.78), (0.35, 0, 0.72)
    for a, c, t in ((bb, seat, 0.015), ((-0.18, 0, 0.74), (0.335, 0, 0.8), 0.0145), (bb, low, 0.017), ((0.322, 0, 0.87), (0.36, 0, 0.68), 0.019)):
        add_rod(b, "frame", a, c, t)
    for y in (0.055, -0.055):
        add_rod(b, "frame", (-0.185, y * 0.3, 0.72), (x1, y, r), 0.008)
        add_rod(b, "frame", (-0.06, y * 0.5, 0.28), (x1, y, r), 0.009)
        b.add(sweep(smooth_path([(0.36, y * 0.7, 0.68), (0.385, y * 0.9, 0.55), (x2, y * 0.8, r)], 24), 0.0095, sides=14), "frame", "fork")
    add_rod(b, "metal", (-0.19, 0, 0.76), (-0.215, 0, 0.88), 0.012)
    saddle = [(-0.36, 0, 0.9), (-0.3, 0, 0.915), (-0.2, 0, 0.905), (-0.09, 0, 0.9), (-0.05, 0, 0.895)]
    b.add(sweep(smooth_path(saddle, 30), np.interp(np.linspace(0, 1, 30), [0, 0.12, 0.35, 0.6, 0.92, 1], [0.03, 0.082, 0.075, 0.035, 0.022, 0.008]), flat=0.32, sides=24), "leather", "saddle")
    add_rod(b, "metal", (0.325, 0, 0.86), (0.312, 0, 0.95), 0.012)
    for s in (1, -1):
        bar = smooth_path([(0.312, 0, 0.95), (0.36, 0.09 * s, 0.97), (0.36, 0.2 * s, 0.99), (0.26, 0.27 * s, 0.98), (0.17, 0.285 * s, 0.975)], 40)
        b.add(sweep(bar, 0.0105, sides=14), "metal", "handlebar")
        b.add(sweep([bar[-1], (bar[-1] + bar[-8]) / 2, bar[-8]], 0.015, sides=16), "leather", "grips")
        crank = 0.165 * s
        add_rod(b, "metal", (-0.06, 0.06 * s, 0.28), (-0.06 + crank * 0.8, 0.07 * s, 0.28 - crank * 0.55), 0.008, "cranks")
        b.add(box(0.09, 0.06, 0.02, bevel=0.004, at=(-0.06 + crank * 0.8, 0.115 * s, 0.27 - crank * 0.55)), "tyres", "pedals")
    b.add(move(rotate(cylinder(0.092, 0.004, bevel=0.001, segments=60), 90), -0.06, -0.05, 0.28), "metal", "chainring")
    b.add(move(rotate(torus(0.03, 0.006, segments=30, sides=8), 90), x1, -0.05, r), "metal", "sprocket")
    for z0, z1 in ((0.372, r + 0.03), (0.188, r - 0.03)):
        add_rod(b, "metal", (-0.06, -0.05, z0), (x1, -0.05, z1), 0.004, "chain", 6)
    b.add(move(rotate(lathe(rounded_profile([(0, 0), (0.025, 0.005), (0.042, 0.04), (0.044, 0.05), (0, 0.056)], 0.006), segments=40), 0, 90), 0.36, 0, 0.86), "metal", "lamp")
    b.lean = "side"


@prop("motorcycle")
def motorcycle(spec: Spec, b: Builder) -> None:
    slots(b)
    b.slot("seat", "leather", "#3a2417", role="trim")
    for x in (-0.72, 0.72):
        b.add(move(rotate(torus(0.27, 0.058, segments=80, sides=24), 90), x, 0, 0.328), "tyres", "wheels")
        b.add(move(rotate(torus(0.215, 0.02, segments=72), 90), x, 0, 0.328), "chrome", "rims")
        b.add(move(rotate(cylinder(0.06, 0.14, bevel=0.01), 90), x, 0.07, 0.328), "chrome", "hubs")
        for k in range(18):
            a = 2 * math.pi * k / 18
            add_rod(b, "chrome", (x + 0.05 * math.cos(a), 0.04 * (-1) ** k, 0.328 + 0.05 * math.sin(a)), (x + 0.21 * math.cos(a), 0, 0.328 + 0.21 * math.sin(a)), 0.003, "spokes", 5)
        arc_ = [(x + 0.35 * math.cos(t), 0, 0.328 + 0.35 * math.sin(t)) for t in np.radians(np.linspace(25, 150, 30))]
        b.add(sweep(arc_, 0.075, flat=0.25, sides=20), "paint", "fenders")
    tank = [(-0.42, 0, 0.82), (-0.3, 0, 0.88), (-0.1, 0, 0.88), (0.12, 0, 0.82)]
    b.add(sweep(smooth_path(tank, 30), np.interp(np.linspace(0, 1, 30), [0, 0.1, 0.4, 0.8, 1], [0.04, 0.12, 0.16, 0.12, 0.06]), sides=32, flat=0.8), "paint", "tank")
    b.add(sweep(smooth_path([(0.08, 0, 0.82), (0.25, 0, 0.8), (0.5, 0, 0.84), (0.78, 0, 0.86)], 30), np.interp(np.linspace(0, 1, 30), [0, 0.2, 0.8, 1], [0.07, 0.13, 0.13, 0.06]), sides=28, flat=0.5), "seat")
    b.add(box(0.42, 0.26, 0.3, bevel=0.05, segments=4, at=(-0.05, 0, 0.25)), "rims", "engine")
    for s in (-1, 1):
        cyl = [move(cylinder(0.1 - 0.012 * (k % 2), 0.018, bevel=0.004), 0, 0, 0.02 * k) for k in range(10)]
        for o in cyl:
            b.add(move(rotate(o, 0, 20 * s), -0.06 + 0.07 * s, 0, 0.5), "rims", "cylinders")
        add_rod(b, "chrome", (-0.5, 0.075 * s, 0.88), (-0.74, 0.085 * s, 0.33), 0.02, "fork")
        b.add(sweep(smooth_path([(-0.48, 0, 0.92), (-0.46, 0.14 * s, 1.0), (-0.38, 0.28 * s, 1.02), (-0.24, 0.36 * s, 1.0)], 30), 0.012, sides=14), "chrome", "handlebar")
        b.add(move(rotate(cylinder(0.018, 0.1, bevel=0.005), 0, 90), -0.27, 0.362 * s, 1.0), "dark", "grips")
        add_rod(b, "chrome", (0.45, 0.11 * s, 0.75), (0.7, 0.11 * s, 0.35), 0.022, "shocks")
    b.add(sweep(smooth_path([(-0.16, -0.16, 0.5), (-0.22, -0.19, 0.3), (0.0, -0.2, 0.2), (0.5, -0.2, 0.22), (0.98, -0.2, 0.3)], 40), np.interp(np.linspace(0, 1, 40), [0, 0.5, 0.6, 1], [0.02, 0.022, 0.045, 0.05]), sides=20), "chrome", "exhaust")
    b.add(move(rotate(lathe(rounded_profile([(0, 0), (0.06, 0.01), (0.095, 0.08), (0.098, 0.1), (0.09, 0.1)], 0.008), segments=48), 0, -90), -0.48, 0, 0.86), "chrome", "headlight")
    b.add(ellipsoid(0.02, 0.088, 0.088, at=(-0.585, 0, 0.86)), "lamps")
    add_rod(b, "dark", (-0.45, 0, 0.75), (-0.1, 0, 0.3), 0.03, "frame")
    add_rod(b, "dark", (0.1, 0, 0.75), (0.15, 0, 0.3), 0.028, "frame")
    b.add(box(0.55, 0.06, 0.05, bevel=0.02, at=(0.42, 0.1, 0.3)), "dark", "swingarm")
    b.lean = "side"
