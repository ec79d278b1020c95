# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    boolean,
    cylinder,
    extrude,
    join,
    lathe,
    move,
    rotate,
    rounded_profile,
    shade,
    sphere,
    torus,
)  # fmt: skip
from diorama_stage.props.registry import prop


def _modern() -> list:
    """A flat key for a cylinder lock: its bow with a hole at -x, its teeth to +x."""
    teeth = [(0.0, 0.0042)] + [(0.006 + 0.0035 * k, 0.0042 - 0.0016 * (k % 2) - 0.0006 * ((k * 7) % 3)) for k in range(7)] + [(0.033, 0.001)]
    outline = [(-0.002, -0.0042), (0.03, -0.0042), (0.033, -0.001), *teeth[::-1], (-0.002, 0.0042)]
    rim = [(0.0125 * math.cos(a) * (1 + 0.08 * math.cos(3 * a)) - 0.012, 0.0125 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 48, endpoint=False)]
    hole = cylinder(0.0036, 0.02, bevel=0, at=(-0.019, 0, -0.01))
    return [extrude(outline, 0.0022, bevel=0.0004), shade(boolean(extrude(rim, 0.0026, bevel=0.0007), hole), 35)]


FANNED = (-58.0, -8.0, 34.0)
"""Degrees that the keys of a ring point from its right, as they fall."""
BOW = 0.019
"""From the hole of a key to its middle, metres."""


@prop("key_ring")
def key_ring(spec: Spec, b: Builder) -> None:
    """Three keys fanned out on a split ring, with a leather tag: they lie flat, as they were put down."""
    b.slot("keys", "steel", "#c4c6c8")
    b.slot("brass", "brass", "#c9a24c", role="trim")
    b.slot("ring", "steel", "#8f9295", role="fixed")
    b.slot("tag", "leather", b.choose("#6b3a22", "#23303f", "#7c2a22"), role="trim")
    radius = 0.0165
    for k in range(2):  # wound twice
        b.add(torus(radius, 0.0009, at=(0, 0, 0.0042 + 0.0019 * k), segments=72, sides=10), "ring", "ring")
    for k, turned in enumerate(FANNED):
        a = math.radians(turned + b.rng.uniform(-6, 6))
        z = 0.0006 + 0.0026 * (k % 2)
        for o in _modern():
            b.add(move(rotate(move(o, BOW, 0, 0), 0, 0, math.degrees(a)), radius * math.cos(a), radius * math.sin(a), z), "brass" if k == 1 else "keys", "keys")
    a = math.radians(152 + b.rng.uniform(-12, 12))
    tag = [(0.0, -0.006), (0.012, -0.013), (0.046, -0.014), (0.052, -0.008), (0.052, 0.008), (0.046, 0.014), (0.012, 0.013), (0.0, 0.006)]
    b.add(move(rotate(extrude(tag, 0.0032, bevel=0.0011), 0, 0, math.degrees(a)), radius * math.cos(a), radius * math.sin(a), 0.0006), "tag", "tag")
    b.add(torus(0.0042, 0.0008, at=((radius + 0.004) * math.cos(a), (radius + 0.004) * math.sin(a), 0.0042), segments=32, sides=8), "ring", "ring")


@prop("key")
def key(spec: Spec, b: Builder) -> None:
    b.slot(
        "body",
        "steel" if spec.has("modern", "new") else b.choose("brass", "iron", "bronze"),
        finish=("weathered",) if spec.has("old", "antique", "vintage", "rusty") else (),
    )
    made = []
    if spec.has("modern", "new"):
        made += [b.add(o, "body") for o in _modern()]
    else:
        z = 0.0036
        bow = []
        for a in (90, 0, -90):
            x, y = -0.0255 - 0.0068 * math.cos(math.radians(a)), 0.0075 * math.sin(math.radians(a))
            bow.append(torus(0.0062, 0.0019, at=(x, y, z), segments=44, sides=14))
        bow.append(sphere(0.0034, at=(-0.0235, 0, z), segments=20))
        made.append(b.add(join(bow), "body", "bow"))
        shaft = [
            (0, -0.02),
            (0.0032, -0.02),
            (0.0045, -0.0175),
            (0.0045, -0.0155),
            (0.0028, -0.013),
            (0.0026, 0.018),
            (0.0037, 0.0195),
            (0.0037, 0.0215),
            (0.0026, 0.023),
            (0.0026, 0.0375),
            (0.0018, 0.0395),
            (0, 0.04),
        ]
        made.append(b.add(move(rotate(lathe(rounded_profile(shaft, 0.0007), segments=32), 0, 90), 0, 0, z), "body", "shaft"))
        bit = [
            (0.024, 0),
            (0.0365, 0),
            (0.0365, -0.0125),
            (0.034, -0.0125),
            (0.034, -0.009),
            (0.032, -0.009),
            (0.032, -0.0125),
            (0.0285, -0.0125),
            (0.0285, -0.0075),
            (0.027, -0.0075),
            (0.027, -0.0125),
            (0.024, -0.0125),
        ]
        made.append(b.add(extrude(bit, 0.0028, bevel=0.0004, at=(0, 0, z - 0.0014)), "body", "bit"))
    for o in made:
        rotate(o, 0, 0, 28)
    low = min(v.co.z for o in made for v in o.data.vertices)
    for o in made:
        move(o, 0, 0, -low)
