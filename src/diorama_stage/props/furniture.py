# SPDX-License-Identifier: GPL-3.0-or-later
"""Furniture for sitting, lying, working and keeping."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    box,
    cylinder,
    displace,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    subdivide,
    sweep,
)
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop


def leg(b: Builder, slot: str, x: float, y: float, top: float, wide: float = 0.045, out: float = 0.03):
    rings = [[(x * (1 + out * k) + sx * w, y * (1 + out * k) + sy * w, z) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))] for k, z, w in ((1, 0.0, wide * 0.32), (0, top, wide * 0.5))]

    return b.add(bevel(loft(rings, smooth=30), 0.004), slot, "legs")


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
            b.add(sphere(0.014, at=(x, d / 2 - 0.265 + (z - 0.62) * 0.25, z)), "body", "buttons")
    b.support("seat", -0.24, 0.24, -0.3, 0.15, 0.53)


@prop("couch")
def couch(spec: Spec, b: Builder) -> None:
    b.slot("body", b.choose("fabric", "linen", "velvet"), b.choose("#8a8f8c", "#5b6c7d", "#b8a58a"))
    b.slot("legs", "walnut", role="trim")
    w, d = 1.95, 0.88

    def pad(x, y, z, soft=0.06, puff=0.0):
        made = subdivide(box(x, y, z, bevel=soft, segments=4), 1)
        for v in made.data.vertices:
            if v.co.z > z / 2:
                v.co.z += puff * max(0.0, 1 - (2 * v.co.x / x) ** 2) * max(0.0, 1 - (2 * v.co.y / y) ** 2)
        return made

    b.add(move(pad(w - 0.1, d - 0.06, 0.2, 0.03), 0, 0, 0.14), "body", "base")
    for x in (-1, 1):
        b.add(move(pad(w / 2 - 0.17, d - 0.2, 0.17, 0.06, 0.04), x * (w / 4 - 0.08), -0.06, 0.3), "body", "cushions")
        b.add(move(rotate(pad(w / 2 - 0.18, 0.2, 0.44, 0.08), -12), x * (w / 4 - 0.08), d / 2 - 0.24, 0.42), "body", "back cushions")
        b.add(move(pad(0.19, d - 0.04, 0.5, 0.07), x * (w / 2 - 0.09), 0, 0.14), "body", "arms")
        for y in (-d / 2 + 0.1, d / 2 - 0.1):
            add_rod(b, "legs", (x * (w / 2 - 0.1), y, 0), (x * (w / 2 - 0.13), y * 0.97, 0.15), 0.018, "legs")
    b.add(move(rotate(pad(w - 0.2, 0.17, 0.62, 0.06), -8), 0, d / 2 - 0.12, 0.16), "body", "back")
    b.support("seat", -0.75, 0.75, -0.32, 0.1, 0.5)


@prop("bench")
def bench(spec: Spec, b: Builder) -> None:
    w = 1.6
    b.slot("slats", "oak", "#8a6238")
    b.slot("iron", "cast_iron", "#24282a", role="trim")
    for k in range(5):
        b.add(box(w, 0.075, 0.03, bevel=0.006, at=(0, -0.2 + k * 0.095, 0.43 - 0.006 * abs(k - 2))), "slats", "seat")
    for k in range(4):
        b.add(move(rotate(box(w, 0.028, 0.078, bevel=0.006), -14), 0, 0.245 + k * 0.024, 0.52 + k * 0.098), "slats", "back")
    for x in (-w / 2 + 0.16, w / 2 - 0.16):
        for pts in ([(x, -0.26, 0.0), (x, -0.22, 0.2), (x, -0.24, 0.41)], [(x, 0.34, 0.0), (x, 0.22, 0.22), (x, 0.2, 0.42), (x, 0.27, 0.65), (x, 0.34, 0.9)], [(x, -0.25, 0.41), (x, 0, 0.415), (x, 0.21, 0.42)], [(x, -0.25, 0.42), (x, -0.27, 0.58), (x, -0.1, 0.65), (x, 0.25, 0.62)], [(x, -0.22, 0.14), (x, 0.02, 0.22), (x, 0.27, 0.14)]):
            b.add(sweep(smooth_path(pts, 30), 0.017, sides=12, flat=1.5), "iron", "frame")
        for y in (-0.26, 0.34):
            b.add(cylinder(0.034, 0.012, bevel=0.003, at=(x, y, 0)), "iron", "feet")
    b.support("seat", -w / 2 + 0.05, w / 2 - 0.05, -0.22, 0.18, 0.455)
    b.lean = None


@prop("bed", "pillow")
def bed(spec: Spec, b: Builder) -> None:
    def cushion(x, y, z, seed):
        made = subdivide(box(x, y, z, bevel=z * 0.35, segments=3), 2)
        for v in made.data.vertices:
            k = (1 - (2 * v.co.x / x) ** 4) * (1 - (2 * v.co.y / y) ** 4)
            v.co.z = z / 2 + (v.co.z - z / 2) * (0.25 + 0.95 * max(k, 0) ** 0.5)
        return displace(made, 0.008, 0.12, seed=seed)

    if spec.kind == "pillow":
        b.slot("body", b.choose("linen", "cotton", "velvet"), b.choose("#d8cfbe", "#8a9a94", "#b5674a"))
        b.add(cushion(0.48, 0.46, 0.17, spec.seed), "body")
        b.lean = "back"
        return
    b.slot("duvet", "linen", b.choose("#e9e5dc", "#9fb0b5", "#c9b8a0"))
    b.slot("pillows", "cotton", "#efece5", role="trim")
    b.slot("frame", b.choose("oak", "walnut"), role="trim")
    w, L = 1.6, 2.05
    b.add(box(w + 0.08, L + 0.06, 0.2, bevel=0.015, at=(0, 0, 0.12)), "frame")
    b.add(box(w + 0.1, 0.06, 0.95, bevel=0.02, at=(0, L / 2 + 0.03, 0.05)), "frame", "headboard")
    for x in (-w / 2, w / 2):
        for y in (-L / 2 + 0.05, L / 2 - 0.05):
            b.add(box(0.07, 0.07, 0.13, bevel=0.008, at=(x, y, 0)), "frame", "legs")
    b.add(box(w, L, 0.24, bevel=0.06, segments=5, at=(0, 0, 0.28)), "pillows", "mattress")
    top = subdivide(box(w + 0.12, L * 0.72, 0.12, bevel=0.055, segments=3, at=(0, -L * 0.15, 0.46)), 4, simple=True)
    b.add(displace(displace(top, 0.035, 0.32, seed=spec.seed), 0.012, 0.09, seed=spec.seed + 1), "duvet")
    for x in (-0.4, 0.4):
        b.add(move(rotate(cushion(0.66, 0.45, 0.17, spec.seed + int(x * 10)), 24, 0, b.rng.uniform(-5, 5)), x, L / 2 - 0.32, 0.54), "pillows")
    b.support("duvet", -w / 2 + 0.2, w / 2 - 0.2, -L / 2 + 0.15, L * 0.1, 0.6)


@prop("table", "desk", "coffee_table")
def table(spec: Spec, b: Builder) -> None:
    w, d, h = {"table": (1.4, 0.8, 0.74), "desk": (1.3, 0.65, 0.74), "coffee_table": (1.05, 0.6, 0.42)}[spec.kind]
    wood = b.choose("oak", "walnut", "oak")
    b.slot("top", wood)
    b.slot("legs", wood)
    b.slot("knobs", "brass", role="trim")
    if spec.shape in ("round", "oval", "circular"):
        r = d * 0.62
        b.add(cylinder(r, 0.03, bevel=0.008, segments=96, at=(0, 0, h - 0.03)), "top")
        b.add(lathe(rounded_profile([(0, 0), (r * 0.5, 0), (r * 0.5, 0.02), (0.05, 0.05), (0.035, 0.3), (0.045, h - 0.05), (0.12, h - 0.03)], 0.02), segments=64), "legs")
        b.support("top", -r, r, -r, r, h, round=True)
        b.footprint = "round"
        return
    b.add(box(w, d, 0.032, bevel=0.006, at=(0, 0, h - 0.032)), "top")
    b.add(box(w - 0.16, d - 0.16, 0.07, bevel=0.003, at=(0, 0, h - 0.1)), "legs", "apron")
    for x in (-w / 2 + 0.07, w / 2 - 0.07):
        for y in (-d / 2 + 0.07, d / 2 - 0.07):
            leg(b, "legs", x, y, h - 0.03)
    if spec.kind == "desk":
        for x in (-0.3, 0.3):
            b.add(box(0.42, 0.02, 0.075, bevel=0.003, at=(x, -d / 2 + 0.075, h - 0.108)), "top", "drawers")
            b.add(sphere(0.012, at=(x, -d / 2 + 0.055, h - 0.07)), "knobs")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, h)


@prop("shelf", "bookshelf")
def shelf(spec: Spec, b: Builder) -> None:
    w, d, h, n = 0.8, 0.28, 1.6, 5
    b.slot("frame", b.choose("oak", "walnut", "pine"))
    for x in (-w / 2, w / 2):
        b.add(box(0.024, d, h, bevel=0.003, at=(x, 0, 0)), "frame")
    b.add(box(w, 0.008, h, bevel=0.001, at=(0, d / 2 - 0.004, 0)), "frame", "back")
    tones = ("#7a2f2a", "#2d4a5e", "#3c5a44", "#b79a5b", "#d8cfbe", "#2b2b2e", "#8a6a4a", "#a8503a")
    for k, tone in enumerate(tones):
        b.slot(f"book{k}", "linen", tone, role="fixed")
    for k in range(n):
        z = 0.06 + k * (h - 0.09) / (n - 1)
        b.add(box(w, d, 0.024, bevel=0.003, at=(0, 0, z)), "frame", "boards")
        if k < n - 1:
            room = (h - 0.09) / (n - 1) - 0.03
            b.support(f"board {k + 1}", -w / 2 + 0.05, w / 2 - 0.05, -d / 2 + 0.02, d / 2 - 0.03, z + 0.024, headroom=room)
            x = -w / 2 + 0.03
            while spec.kind == "bookshelf" and x < w / 2 - 0.08:
                t, bh = b.rng.uniform(0.018, 0.045), room * b.rng.uniform(0.62, 0.9)
                if b.rng.random() > 0.1:
                    b.add(box(t, d * 0.7, bh, bevel=0.002, at=(x + t / 2, 0.01, z + 0.024)), f"book{b.rng.randrange(len(tones))}", "books")
                x += t + 0.002
