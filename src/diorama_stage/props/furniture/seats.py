# SPDX-License-Identifier: GPL-3.0-or-later
"""Furniture for sitting, lying, working and keeping."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    move,
    rotate,
    rounded_rectangle,
    smooth_path,
    sphere,
    subdivide,
    sweep,
)
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.furniture.cushions import stuffed
from diorama_stage.props.registry import prop


@prop("armchair")
def armchair(spec: Spec, b: Builder) -> None:
    b.slot("body", "velvet", b.choose("#2f5d46", "#7d8f9a", "#b5803c"))
    b.slot("legs", "walnut", "#5a3a22", role="trim")
    w, d = 0.78, 0.8

    def pad(x, y, z, at, soft=0.05, puff=0.0):
        made = subdivide(box(x, y, z, bevel=soft, segments=4), 1)
        for v in made.data.vertices:
            k = max(0.0, 1 - (2 * v.co.x / x) ** 2) * max(0.0, 1 - (2 * v.co.y / y) ** 2)
            v.co.z += puff * k * (1 if v.co.z > z / 2 else -0.2)
        return move(made, *at)

    b.add(pad(w - 0.06, d - 0.1, 0.16, (0, 0, 0.2), 0.04), "body", "base")
    b.add(pad(w - 0.22, d - 0.14, 0.17, (0, -0.06, 0.335), 0.06, 0.035), "body", "cushion")
    back = pad(w - 0.1, 0.2, 0.56, (0, 0, 0), 0.08)
    b.add(move(rotate(back, -13), 0, d / 2 - 0.1, 0.3), "body", "back")
    cushion = pad(w - 0.26, 0.16, 0.4, (0, 0, 0), 0.07)
    b.add(move(rotate(cushion, -15), 0, d / 2 - 0.21, 0.43), "body", "back cushion")
    for s in (-1, 1):
        arm = smooth_path([(s * (w / 2 - 0.05), -d / 2 + 0.03, 0.56), (s * (w / 2 - 0.045), 0.0, 0.58), (s * (w / 2 - 0.05), d / 2 - 0.1, 0.62)], 20)
        b.add(sweep(arm, 0.075, sides=28), "body", "arms")
        b.add(pad(0.13, d - 0.12, 0.36, (s * (w / 2 - 0.055), -0.01, 0.2), 0.05), "body", "arms")
        for y in (-d / 2 + 0.1, d / 2 - 0.12):
            add_rod(b, "legs", (s * (w / 2 - 0.1), y, 0.21), (s * (w / 2 - 0.07), y * 1.08, 0.0), 0.017)
    for x in np.linspace(-0.2, 0.2, 3):
        for z in (0.62, 0.76):
            b.add(sphere(0.014, at=(x, d / 2 - 0.233 + (z - 0.62) * 0.285, z)), "body", "buttons")
    b.support("seat", -0.24, 0.24, -0.3, 0.15, 0.53)


@prop("couch")
def couch(spec: Spec, b: Builder) -> None:
    """A sofa of two or three seats: padded arms and back, piped cushions, two loose ones."""
    b.slot("body", b.choose("fabric", "linen", "velvet", "fabric"), b.choose("#8a8f8c", "#5b6c7d", "#b8a58a", "#5d6b57"))
    b.slot("legs", b.choose("walnut", "oak"), role="trim")
    b.slot("throw", "linen", b.choose("#d9cdb8", "#b5724a", "#6f7f78"), role="fixed")
    b.slot("metal", "brass", role="fixed")
    seats = 3 if b.rng.random() < 0.5 else 2
    w, d = (2.15 if seats == 3 else 1.8), 0.9
    if spec.is_a("loveseat"):
        seats, w = 2, 1.5
    slim = b.rng.random() < 0.5
    arm, leg_ = (0.13 if slim else 0.2), (0.17 if slim else 0.12)
    b.add(box(w - 0.02, d - 0.05, 0.2, bevel=0.02, segments=4, at=(0, 0.01, leg_)), "body", "base")
    b.add(move(rotate(box(w - 0.04, 0.16, 0.62, bevel=0.055, segments=6), -7), 0, d / 2 - 0.12, leg_ + 0.05), "body", "back")
    for x in (-1, 1):
        b.add(box(arm, d - 0.02, 0.46, bevel=min(0.06, arm * 0.45), segments=6, at=(x * (w / 2 - arm / 2), 0, leg_)), "body", "arms")
        seam = rounded_rectangle(arm - 0.012, 0.44, 0.05, 8)
        seam = np.vstack([seam, seam[:2]])
        b.add(sweep(np.column_stack([seam[:, 0] + x * (w / 2 - arm / 2), np.full(len(seam), -d / 2 + 0.022), seam[:, 1] + leg_ + 0.23]), 0.0035, sides=8), "body", "piping")
        for y in (-d / 2 + 0.09, d / 2 - 0.09):
            b.add(sweep(np.linspace((x * (w / 2 - 0.08), y * 1.03, 0), (x * (w / 2 - 0.11), y, leg_ + 0.01), 8), np.linspace(0.0125, 0.021, 8), sides=20), "legs", "legs")
            b.add(cylinder(0.014, 0.012, bevel=0.001, at=(x * (w / 2 - 0.08), y * 1.03, 0)), "metal", "feet")
    inner = w - 2 * arm - 0.01
    each = inner / seats
    for k in range(seats):
        x = -inner / 2 + each * (k + 0.5)
        for o in stuffed(each - 0.004, d - 0.2, 0.2, spec.seed + k, boxed=0.12, plump=0.5, piping=0.0036):
            b.add(move(o, x, -0.095, leg_ + 0.27), "body", "cushions")
        for o in stuffed(each - 0.012, 0.47, 0.21, spec.seed + 10 + k, boxed=0.06, plump=0.6, piping=0.0036, folds=1.6):
            b.add(move(rotate(o, 74), x, d / 2 - 0.265, leg_ + 0.575), "body", "back cushions")
    for x, slot in ((-1, "throw"), (1, "throw"))[: 1 + b.rng.randrange(2)]:
        for o in stuffed(0.45, 0.45, 0.15, spec.seed + 20 + x, plump=0.62, folds=1.8):
            b.add(move(rotate(rotate(o, 66), 0, 0, -x * 17 + b.rng.uniform(-6, 6)), x * (inner / 2 - 0.25), 0.03, leg_ + 0.58), slot, "throw pillows")
    b.support("seat", -inner / 2 + 0.1, inner / 2 - 0.1, -0.34, 0.08, leg_ + 0.365)


@prop("bench")
def bench(spec: Spec, b: Builder) -> None:
    w = min(max(1.6, 1.08 * spec.bears + 0.12), 2.6)
    b.slot("slats", "oak", "#8a6238")
    b.slot("iron", "cast_iron", "#24282a", role="trim")
    for k in range(5):
        b.add(box(w, 0.075, 0.03, bevel=0.006, at=(0, -0.2 + k * 0.095, 0.43 - 0.006 * abs(k - 2))), "slats", "seat")
    for k in range(4):
        b.add(move(rotate(box(w, 0.028, 0.078, bevel=0.006), -14), 0, 0.245 + k * 0.024, 0.52 + k * 0.098), "slats", "back")
    for x in (-w / 2 + 0.16, w / 2 - 0.16, *((0.0,) if w > 2 else ())):
        leg = [(x, -0.26, 0.0), (x, -0.22, 0.2), (x, -0.24, 0.41)], [(x, 0.34, 0.0), (x, 0.22, 0.22), (x, 0.2, 0.42), (x, 0.27, 0.65), (x, 0.34, 0.9)], [(x, -0.25, 0.41), (x, 0, 0.415), (x, 0.21, 0.42)], [(x, -0.22, 0.14), (x, 0.02, 0.22), (x, 0.27, 0.14)]
        arm = [(x, -0.25, 0.42), (x, -0.27, 0.58), (x, -0.1, 0.65), (x, 0.25, 0.62)]
        for pts in (*leg, arm) if x else leg:
            b.add(sweep(smooth_path(pts, 30), 0.017, sides=12, flat=1.5), "iron", "frame")
        for y in (-0.26, 0.34):
            b.add(cylinder(0.034, 0.012, bevel=0.003, at=(x, y, 0)), "iron", "feet")
    b.support("seat", -w / 2 + 0.05, w / 2 - 0.05, -0.22, 0.18, 0.455)
    b.lean = None
