# SPDX-License-Identifier: GPL-3.0-or-later
"""Avocados."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, lathe, rotate, smooth_path
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("avocado")
def avocado(spec: Spec, b: Builder) -> None:
    """Whole, or cut in half with its stone when it is asked for halved or sliced."""
    h = b.vary(0.105)
    outline = smooth_path([(0, 0), (0.2, 0.02), (0.33, 0.26), (0.27, 0.6), (0.15, 0.88), (0.07, 0.98), (0, 1.0)], 60) * h
    b.slot("body", "citrus_skin", b.choose("#2f3a1c", "#3d4f22"))
    if not (spec.has("sliced", "halved", "cut", "open") or spec.is_a("half")):
        body = displace(lathe(outline, segments=72, smooth=180), 0.001, 0.012, seed=spec.seed)
        grounded(b.add(rotate(body, 0, 84, b.rng.uniform(-30, 30)), "body"))
        return
    b.slot("flesh", "cheese", "#c9cf7a", role="fixed")
    b.slot("stone", "wood", "#6b4222", role="fixed")
    half = lathe(outline, segments=96, smooth=180)
    for v in half.data.vertices:  # the cut side, facing up once it lies down
        v.co.y = min(v.co.y, 0.0)
    flesh = lathe(outline * 0.93 + (0, 0.035 * h), segments=96, smooth=180)
    for v in flesh.data.vertices:
        v.co.y = min(v.co.y, 0.0) + 0.0006
    stone = ellipsoid(0.16 * h, 0.13 * h, 0.18 * h, at=(0, 0.01 * h, 0.33 * h), segments=40)
    made = [b.add(half, "body"), b.add(flesh, "flesh"), b.add(displace(stone, 0.0006, 0.008), "stone")]
    for o in made:
        rotate(rotate(o, 90, 0, 0), 0, 0, 25)
    grounded(*made)
