# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases for instruments, standing on their broad end."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, bevel, box, extrude, join, move, rotate, smooth_path, sweep, torus
from diorama_stage.props.registry import prop

OUTLINES = {
    "violin": [
        (0.0, 0.0),
        (0.1, 0.004),
        (0.135, 0.06),
        (0.128, 0.15),
        (0.1, 0.25),
        (0.105, 0.34),
        (0.098, 0.43),
        (0.07, 0.56),
        (0.062, 0.72),
        (0.04, 0.785),
        (0.0, 0.79),
    ],
    "guitar": [
        (0.0, 0.0),
        (0.15, 0.004),
        (0.215, 0.08),
        (0.225, 0.19),
        (0.175, 0.33),
        (0.172, 0.4),
        (0.168, 0.47),
        (0.11, 0.56),
        (0.085, 0.64),
        (0.085, 1.0),
        (0.07, 1.06),
        (0.0, 1.07),
    ],
}
"""Half outlines: half width and height above the broad end, metres."""


@prop("instrument_case")
def instrument_case(spec: Spec, b: Builder) -> None:
    """Two shells that meet in a metal rim, with catches, hinges and a handle at the side, shaped as what is in it."""
    b.slot("body", "leather", b.choose("#1b1a1a", "#4b2d1c", "#2a1d16"))
    b.slot("metal", "brass", role="fixed")
    b.slot("handle", "leather", "#14110f", role="trim")
    outline = OUTLINES["guitar" if spec.is_a("guitar") else "violin"]
    deep = 0.125 if spec.is_a("guitar") else 0.105
    right = smooth_path([(x, z, 0) for x, z in outline], 60)[:, :2]
    closed = [(float(x), float(z)) for x, z in right] + [(-float(x), float(z)) for x, z in right[-2:0:-1]]
    upright = lambda o, y: move(rotate(o, 90), 0, y, 0)  # noqa: E731
    for y0, y1 in ((deep / 2 - 0.004, -deep * 0.1 + 0.002), (-deep * 0.1 - 0.002, -deep / 2 + 0.004)):
        b.add(upright(bevel(extrude(closed, y0 - y1, bevel=0), 0.014, 4), y0), "body")
    rim = np.array([(x, -deep * 0.1, z) for x, z in closed])
    b.add(sweep(np.concatenate([rim, rim[:1]]), 0.0032, sides=10), "metal", "rim")
    tall = outline[-1][1]
    at = lambda z: float(np.interp(z, right[:, 1], right[:, 0]))  # noqa: E731
    catches = [box(0.012, 0.03, 0.024, bevel=0.002, at=(s * (at(z) + 0.004), -deep * 0.1, z)) for s in (-1, 1) for z in (0.14 * tall, 0.36 * tall, 0.62 * tall)]
    b.add(join(catches), "metal", "catches")
    z = 0.3 * tall
    x = at(z)
    grip = smooth_path(
        [
            (x, -deep * 0.1, z - 0.06),
            (x + 0.032, -deep * 0.1, z - 0.05),
            (x + 0.038, -deep * 0.1, z),
            (x + 0.032, -deep * 0.1, z + 0.05),
            (x, -deep * 0.1, z + 0.06),
        ],
        30,
    )
    b.add(sweep(grip, np.interp(np.linspace(0, 1, 30), [0, 0.3, 0.7, 1], [0.005, 0.0095, 0.0095, 0.005]), sides=16), "handle")
    b.add(join([move(rotate(torus(0.008, 0.002, segments=24), 0, 90), x + 0.003, -deep * 0.1, z + s * 0.06) for s in (-1, 1)]), "metal", "rings")
    b.lean = "back"
