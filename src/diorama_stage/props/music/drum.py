# SPDX-License-Identifier: GPL-3.0-or-later
"""A drum."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
)  # fmt: skip
from diorama_stage.kit.parts import rod
from diorama_stage.props.registry import prop


@prop("drum")
def drum(spec: Spec, b: Builder) -> None:
    R, h = b.vary(0.18, 0.04), 0.235
    b.slot("shell", "lacquer", b.choose("#b3201c", "#1d4f96", "#a8281e"))
    b.slot("hoops", "wood", b.choose("#e2b548", "#ece6d8"), role="trim")
    b.slot("heads", "paper", "#efe8d8", role="fixed", finish=("satin",))
    b.slot("rope", "cotton", "#efe9da", role="fixed")
    b.slot("sticks", "oak", "#c79b62", role="fixed")
    b.add(cylinder(R, h - 0.02, bevel=0.004, segments=96, at=(0, 0, 0.01)), "shell")
    for z in (0.0, h - 0.034):
        ring = [(R + 0.002, z), (R + 0.014, z), (R + 0.014, z + 0.034), (R + 0.002, z + 0.034), (R + 0.002, z)]
        b.add(lathe(rounded_profile(ring, 0.004), segments=96), "hoops")
    b.add(cylinder(R + 0.001, 0.006, bevel=0.002, segments=96, at=(0, 0, h - 0.014)), "heads")
    n, path = 10, []
    for k in range(2 * n + 1):
        a, z = math.pi * k / n, (0.036, h - 0.036)[k % 2]
        path.append(((R + 0.009) * math.cos(a), (R + 0.009) * math.sin(a), z))
    for p, q in zip(path, path[1:], strict=False):
        b.add(rod(p, q, 0.0032, sides=10), "rope")
    for k in range(n):
        low, high = np.array(path[2 * k]), np.array(path[2 * k + 1])
        at = low + (high - low) * 0.2
        before = np.array(path[2 * k - 1 if k else -2])
        at = (at + low + (before - low) * 0.2) / 2 * (1.01, 1.01, 1)
        b.add(
            move(rotate(box(0.02, 0.011, 0.03, bevel=0.004), 0, 0, math.degrees(math.atan2(at[1], at[0])) + 90), at[0], at[1], at[2] - 0.012),
            "hoops",
            "ears",
        )
    for s, turn in ((-1, 38), (1, -24)):
        stick = lathe(
            smooth_path(
                [(0, -0.2), (0.0068, -0.197), (0.0075, -0.18), (0.0072, 0.05), (0.0035, 0.172), (0.0052, 0.184), (0.0052, 0.196), (0, 0.202)], 60
            ),
            segments=24,
            smooth=180,
        )
        b.add(move(rotate(rotate(stick, 0, 88.5), 0, 0, turn), 0.02 * s, 0.02 * s, h + (0.0035 if s < 0 else 0.0165)), "sticks")
    b.footprint = "round"
