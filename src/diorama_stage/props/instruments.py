# SPDX-License-Identifier: GPL-3.0-or-later
"""Guitars, violins and pianos."""

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
    move,
    rotate,
    smooth_path,
    sweep,
    torus,
)
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop


@prop("guitar", "violin")
def strings(spec: Spec, b: Builder) -> None:
    k = 1.0 if spec.kind == "guitar" else 0.42
    b.slot("top", "pine" if spec.kind == "guitar" else "lacquer", None if spec.kind == "guitar" else "#7a3413")
    b.slot("sides", "walnut" if spec.kind == "guitar" else "lacquer", None if spec.kind == "guitar" else "#6b2c10", role="trim")
    b.slot("dark", "dark_wood", "#1f1510", role="fixed")
    b.slot("metal", "steel", role="fixed")
    half = [(0, 0), (0.1, 0.004), (0.165, 0.05), (0.195, 0.13), (0.18, 0.21), (0.128, 0.285), (0.125, 0.315), (0.142, 0.38), (0.132, 0.445), (0.085, 0.485), (0, 0.493)]
    right = smooth_path(half, 60)
    outline = [(x * k, z * k) for x, z in right] + [(-x * k, z * k) for x, z in right[::-1][1:-1]]
    deep = 0.1 * k if spec.kind == "guitar" else 0.036
    for d, slot, thick in ((0.0, "top", 0.003), (0.003, "sides", deep - 0.003)):
        b.add(rotate(move(extrude(outline, thick, bevel=0.0012 if slot == "top" else 0.003), 0, 0, -deep / 2 + (deep - 0.003 if slot == "top" else 0)), 90), slot, "body")
    front = -deep / 2
    b.add(box(0.046 * k, 0.022 * k, 0.5 * k, bevel=0.006 * k, at=(0, front + 0.004 * k, 0.46 * k)), "sides", "neck")
    b.add(box(0.05 * k, 0.007 * k, 0.66 * k, bevel=0.001, at=(0, front - 0.008 * k, (0.33 if k == 1 else 0.28) * k)), "dark", "fingerboard")
    if spec.kind == "guitar":
        b.add(move(rotate(cylinder(0.05, 0.0012, bevel=0.0003, segments=64), 90), 0, front - 0.0004, 0.31), "dark", "sound hole")
        b.add(move(rotate(torus(0.056, 0.003, segments=64), 90), 0, front - 0.0002, 0.31), "dark", "rosette")
        b.add(box(0.17, 0.012, 0.028, bevel=0.004, at=(0, front - 0.004, 0.125)), "dark", "bridge")
        for f in range(14):
            b.add(box(0.05, 0.002, 0.0022, bevel=0.0006, at=(0, front - 0.0125, 0.97 - 0.62 * (1 - 2 ** (-(f + 1) / 12)) * 1.02)), "metal", "frets")
    else:
        for s in (-1, 1):
            b.add(sweep([(s * 0.03 + 0.006 * math.sin(t * 3.4), front - 0.0006, 0.065 + 0.032 * t) for t in np.linspace(0, 2, 30)], 0.002, sides=8), "dark", "f-holes")
        b.add(box(0.04, 0.003, 0.026, bevel=0.001, at=(0, front - 0.013, 0.083)), "sides", "bridge")
        b.add(ellipsoid(0.035, 0.014, 0.022, at=(0.03, front - 0.012, 0.012)), "dark", "chin rest")
        b.add(box(0.026, 0.008, 0.07, bevel=0.003, at=(0, front - 0.01, 0.005)), "dark", "tailpiece")
    b.add(move(rotate(box(0.075 * k, 0.016 * k, 0.17 * k, bevel=0.005 * k), -10), 0, front + 0.006 * k, 0.95 * k), "sides", "head")
    n = 6 if spec.kind == "guitar" else 4
    for i in range(n):
        x = (i - (n - 1) / 2) * 0.0075 * (1 if k == 1 else 0.75)
        add_rod(b, "metal", (x * 1.25, front - 0.014 * k, 0.13 * k if k == 1 else 0.075), (x, front - 0.013 * k, 0.97 * k), 0.0005, "strings", 6)
        b.add(move(rotate(cylinder(0.004 * max(k, 0.6), 0.02, bevel=0.001, segments=16), 0, 90), (0.042 if i % 2 else -0.062) * k, front + 0.02 * k, (0.99 + 0.045 * (i // 2)) * k), "metal", "pegs")
    b.lean = "back"


@prop("piano")
def piano(spec: Spec, b: Builder) -> None:
    b.slot("body", "lacquer", b.choose("#141414", "#4a2a18"))
    b.slot("white", "porcelain", "#ece8dc", role="fixed")
    b.slot("black", "lacquer", "#0e0e0f", role="fixed")
    b.slot("brass", "brass", role="trim")
    w = 1.48
    b.add(box(w, 0.34, 1.2, bevel=0.01, at=(0, 0.12, 0)), "body")
    b.add(box(w + 0.02, 0.4, 0.03, bevel=0.008, at=(0, 0.1, 1.2)), "body", "lid")
    b.add(box(w, 0.36, 0.05, bevel=0.008, at=(0, -0.2, 0.62)), "body", "key bed")
    b.add(box(w - 0.1, 0.02, 0.34, bevel=0.005, at=(0, -0.055, 0.8)), "body", "music desk")
    for s in (-1, 1):
        b.add(box(0.06, 0.36, 0.14, bevel=0.02, at=(s * (w / 2 - 0.03), -0.2, 0.66)), "body", "cheeks")
        b.add(box(0.07, 0.07, 0.62, bevel=0.015, at=(s * (w / 2 - 0.05), -0.33, 0)), "body", "legs")
    n = 52
    kw = (w - 0.14) / n
    for i in range(n):
        x = -w / 2 + 0.07 + kw * (i + 0.5)
        b.add(box(kw - 0.0012, 0.15, 0.02, bevel=0.002, segments=2, at=(x, -0.26, 0.672)), "white", "keys")
        if i % 7 in (0, 1, 3, 4, 5) and i < n - 1:
            b.add(box(kw * 0.55, 0.095, 0.018, bevel=0.002, segments=2, at=(x + kw / 2, -0.232, 0.69)), "black", "keys")
    for x in (-0.08, 0, 0.08):
        b.add(box(0.04, 0.1, 0.012, bevel=0.004, at=(x, -0.1, 0.06)), "brass", "pedals")
    b.support("lid", -w / 2 + 0.05, w / 2 - 0.05, -0.05, 0.25, 1.23)
