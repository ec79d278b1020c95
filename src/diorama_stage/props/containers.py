# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes, baskets and buckets."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    box,
    cylinder,
    label_plane,
    lathe,
    rounded_profile,
    sweep,
    torus,
)
from diorama_stage.props.cartons import carton
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop


@prop("box")
def crate(spec: Spec, b: Builder) -> None:
    if spec.material == "cardboard" or spec.named("carton", "cardboard", "parcel", "package", "packet", "shoebox", "moving"):
        carton(spec, b)
        return
    w, d, h = b.vary(0.2), b.vary(0.14), b.vary(0.11)
    b.slot("body", spec.material if spec.material in ("pine", "oak", "walnut", "wood", "cardboard") else "wood", None if spec.material else "#a57c4e")
    b.slot("hinge", "brass", "#a88647", role="trim")
    b.add(box(w, d, h * 0.72, bevel=0.002), "body")
    b.add(box(w * 1.01, d * 1.01, h * 0.26, bevel=0.003, at=(0, 0, h * 0.735)), "body", "lid")
    b.add(box(0.02, 0.004, 0.022, bevel=0.001, at=(0, -d / 2 - 0.002, h * 0.64)), "hinge")
    b.support("lid", -w / 2, w / 2, -d / 2, d / 2, h * 0.995)
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.8, h * 0.4, at=(0, -d / 2 - 0.0006, h * 0.36)), "label")


@prop("basket", "bucket")
def basket(spec: Spec, b: Builder) -> None:
    r, h = 0.13, 0.16
    if spec.kind == "bucket":
        b.slot("body", "steel")
        b.add(lathe(rounded_profile([(0, 0), (r * 0.8, 0), (r, h * 1.3), (r * 1.02, h * 1.31), (r * 0.97, h * 1.29), (r * 0.77, 0.006), (0, 0.006)], 0.003), segments=72), "body")
        b.add(sweep([(r * math.cos(t), 0.1 * math.sin(t) * 0.4 - 0.02, h * 1.25 + r * 0.9 * math.sin(t)) for t in np.linspace(0, math.pi, 30)], 0.0035, sides=10), "body", "handle")
    else:
        b.slot("body", "rattan")
        rows = 14
        for k in range(rows):
            z = 0.006 + k * h / rows
            rk = r * (0.82 + 0.18 * k / rows)
            t = np.linspace(0, 2 * np.pi, 145)
            ring = [(float((rk + 0.0035 * math.sin(24 * a + math.pi * k)) * math.cos(a)), float((rk + 0.0035 * math.sin(24 * a + math.pi * k)) * math.sin(a)), z) for a in t]
            b.add(sweep(ring, 0.0065, sides=8), "body", "weave")
        for k in range(24):
            a = 2 * math.pi * (k + 0.5) / 24
            add_rod(b, "body", (r * 0.82 * math.cos(a), r * 0.82 * math.sin(a), 0), (r * math.cos(a), r * math.sin(a), h), 0.004, "stakes", 8)
        b.add(cylinder(r * 0.83, 0.008, bevel=0.002, segments=64), "body", "floor")
        b.add(torus(r, 0.009, at=(0, 0, h)), "body", "rim")
        b.add(sweep([(r * math.cos(t), 0, h + r * 1.1 * math.sin(t)) for t in np.linspace(0, math.pi, 40)], 0.007, sides=12), "body", "handle")
    b.interior = Interior(r * 0.82, 0.01, h)
    b.footprint = "round"
