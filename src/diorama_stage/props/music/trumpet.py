# SPDX-License-Identifier: GPL-3.0-or-later
"""A trumpet."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    cylinder,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
    torus,
)  # fmt: skip
from diorama_stage.kit.parts import rod
from diorama_stage.props.registry import prop


@prop("trumpet")
def trumpet(spec: Spec, b: Builder) -> None:
    b.slot("body", "brass", "#cf9f3e", finish=("polished",))
    b.slot("metal", "silver", role="fixed")
    b.slot("pearl", "pearl", role="fixed")
    made = []

    def put(o, slot: str, part: str | None = None):
        made.append(b.add(o, slot, part))

    x = np.linspace(-0.19, 0.225, 60)
    flare = 0.0058 + 0.0552 * np.exp(-(0.225 - x) / 0.042) + 0.004 * (x + 0.19) / 0.415
    outer = [(r, v) for v, r in zip(x, flare, strict=True)]
    bell = lathe(
        outer + [(flare[-1] + 0.0016, 0.2256), (flare[-1] + 0.001, 0.2272), (flare[-1] - 0.0012, 0.2266)] + [(r - 0.0012, v) for r, v in outer[::-1]],
        segments=72,
        smooth=60,
    )
    put(move(rotate(bell, 0, 90), 0, -0.014, 0), "body", "bell")
    turn = lambda x0, z, r, s: [(x0 + s * r * math.sin(a), z + r * math.cos(a)) for a in np.linspace(0, math.pi, 20)]  # noqa: E731
    rear = [(-0.19, 0.0), *turn(-0.2, -0.043, 0.043, -1), (-0.06, -0.086)]
    lead = [(-0.25, 0.0), (0.09, 0.0), *turn(0.115, -0.043, 0.043, 1), (0.03, -0.086)]
    put(
        sweep([(u, -0.014 if u > -0.15 and v > -0.04 else -0.014 + 0.012 * min(-v / 0.086, 1), v) for u, v in rear], 0.0058, sides=18),
        "body",
        "tubes",
    )
    put(sweep([(u, 0.016 - 0.014 * min(-v / 0.086, 1), v) for u, v in lead], 0.0056, sides=18), "body", "tubes")
    for x0, z in ((0.062, 0.0), (0.062, -0.086), (-0.19, -0.086)):
        put(rod((x0, 0.016 if z == 0 else 0.002, z), (x0 + 0.045, 0.016 if z == 0 else 0.002, z), 0.0071), "body", "ferrules")
    for x0, z0, reach, s, y in ((0.03, -0.03, 0.075, 1, 0.004), (-0.055, -0.035, 0.05, -1, 0.002)):
        loop = [
            (x0, z0),
            (x0 + s * reach, z0),
            *[(x0 + s * (reach + 0.012 * math.sin(a)), z0 - 0.012 + 0.012 * math.cos(a)) for a in np.linspace(0.2, math.pi - 0.2, 10)],
            (x0 + s * reach, z0 - 0.024),
            (x0, z0 - 0.024),
        ]
        put(sweep([(u, y, v) for u, v in loop], 0.0052, sides=16), "body", "slides")
    for k in range(3):
        v = -0.05 + 0.036 * k
        case = [
            (0, -0.112),
            (0.006, -0.112),
            (0.0135, -0.106),
            (0.0135, -0.098),
            (0.0125, -0.096),
            (0.0125, 0.01),
            (0.0138, 0.012),
            (0.0138, 0.022),
            (0.0065, 0.026),
            (0, 0.027),
        ]
        put(move(lathe(rounded_profile(case, 0.0012), segments=40), v, 0, 0), "body", "valves")
        put(move(rod((0, 0, 0.02), (0, 0, 0.05), 0.0026), v, 0, 0), "metal", "stems")
        put(cylinder(0.0088, 0.005, bevel=0.0015, at=(v, 0, 0.049)), "body", "buttons")
        put(cylinder(0.0068, 0.0015, bevel=0.0005, at=(v, 0, 0.0535)), "pearl", "buttons")
    mouth = [
        (0.0042, 0.0),
        (0.0048, -0.045),
        (0.0062, -0.055),
        (0.0095, -0.062),
        (0.0112, -0.074),
        (0.0138, -0.079),
        (0.0138, -0.083),
        (0.0118, -0.085),
        (0.0085, -0.083),
        (0.006, -0.07),
        (0.0, -0.066),
    ]
    put(move(rotate(lathe(smooth_path(mouth, 60), segments=40), 0, 90), -0.235, 0.016, 0), "metal", "mouthpiece")
    for v in (-0.12, 0.05):
        put(rod((v, -0.014, 0), (v, 0.016, 0), 0.0028), "body", "braces")
    put(move(rotate(torus(0.011, 0.0022, segments=32, sides=10), 90), 0.072, 0.004, -0.013), "body", "ring")
    put(
        sweep(smooth_path([(0.06, 0.016, 0.005), (0.06, 0.016, 0.022), (0.045, 0.016, 0.03), (0.032, 0.016, 0.022)], 20), 0.0022, sides=10),
        "body",
        "hook",
    )
    for o in made:
        rotate(rotate(o, 0, 90), 0, 0, -14)
