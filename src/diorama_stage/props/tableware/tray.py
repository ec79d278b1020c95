# SPDX-License-Identifier: GPL-3.0-or-later
"""A tray."""

from __future__ import annotations

import math

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    ellipsoid,
    lathe,
    move,
    rounded_profile,
    smooth_path,
    sweep,
)  # fmt: skip
from diorama_stage.props.registry import prop


@prop("tray")
def tray(spec: Spec, b: Builder) -> None:
    w, d, h = 0.44, 0.3, 0.045
    b.slot("body", b.choose("walnut", "oak", "bamboo"))
    b.slot("handles", b.choose("brass", "cast_iron", "brass"), role="trim")
    if spec.shaped("round", "circular", "oval"):
        r = 0.19
        rim = [(0, 0), (r - 0.02, 0), (r, 0.012), (r, h * 0.75), (r - 0.009, h * 0.75), (r - 0.011, 0.018), (r - 0.02, 0.009), (0, 0.009)]
        b.add(lathe(rounded_profile(rim, 0.003), segments=120, squash=0.72 if spec.shaped("oval") else 1.0), "body")
        for s in (-1, 1):
            grip = smooth_path(
                [
                    (s * r * 0.97, -0.05, 0.024),
                    (s * (r + 0.012), -0.046, 0.05),
                    (s * (r + 0.016), 0, 0.062),
                    (s * (r + 0.012), 0.046, 0.05),
                    (s * r * 0.97, 0.05, 0.024),
                ],
                32,
            )
            b.add(sweep(grip, 0.0055, sides=14), "handles")
        b.support("top", -r * 0.85, r * 0.85, -r * 0.85, r * 0.85, 0.009, round=True)
        b.footprint = "round"
        return
    b.add(box(w - 0.01, d - 0.01, 0.009, bevel=0.002, at=(0, 0, 0.002)), "body", "floor")
    for s in (-1, 1):
        side = box(0.012, d, h, bevel=0.003)
        for v in side.data.vertices:
            v.co.x += s * 0.2 * v.co.z
        b.add(move(side, s * (w / 2 - 0.006), 0, 0), "body", "rim")
        long = box(w + 0.006, 0.012, h * 0.86, bevel=0.003)
        for v in long.data.vertices:
            v.co.y += s * 0.2 * v.co.z
            v.co.x += math.copysign(0.2 * v.co.z, v.co.x) * 0.4
        b.add(move(long, 0, s * (d / 2 - 0.006), 0), "body", "rim")
        x = s * (w / 2 + 0.003)
        grip = smooth_path(
            [
                (x, -0.062, h * 0.9),
                (x + 0.004 * s, -0.056, h + 0.028),
                (x + 0.004 * s, 0, h + 0.036),
                (x + 0.004 * s, 0.056, h + 0.028),
                (x, 0.062, h * 0.9),
            ],
            40,
        )
        b.add(sweep(grip, 0.0055, sides=16), "handles")
        for y in (-0.062, 0.062):
            b.add(ellipsoid(0.009, 0.012, 0.012, at=(x - 0.002 * s, y, h * 0.82), segments=20), "handles")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, 0.011)
