# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at the kerb: a dustbin, a traffic cone."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, box, join, lathe, loft, move, rotate, rounded_rectangle, smooth_path, sweep
from diorama_stage.props.registry import prop


@prop("trash_can")
def trash_can(spec: Spec, b: Builder) -> None:
    """A dustbin of ribbed galvanised steel with a domed lid; an open one is without it. A wheeled one is of plastic, square, with a hinged lid."""
    if spec.is_a("wheelie"):
        return wheeled(b)
    b.slot("body", "steel", "#a4a8aa")
    b.slot("handles", "iron", "#5a5d60", role="trim")
    z = np.linspace(0.03, 0.6, 160)
    wave = 0.004 * np.sin(2 * np.pi * (z - 0.1) / 0.02) * ((z > 0.1) & (z < 0.53))
    wall = [
        (0, 0.02),
        (0.2, 0.02),
        (0.205, 0),
        (0.212, 0.0),
        (0.214, 0.03),
        *zip(0.212 + 0.035 * z / 0.6 + wave, z, strict=True),
        (0.256, 0.61),
        (0.256, 0.62),
        (0.243, 0.622),
        (0.24, 0.6),
        (0.205, 0.04),
        (0, 0.03),
    ]
    b.add(lathe(wall, segments=72), "body")
    bow = smooth_path([(0.238, -0.07, 0.44), (0.27, -0.06, 0.43), (0.275, 0, 0.41), (0.27, 0.06, 0.43), (0.238, 0.07, 0.44)], 30)
    b.add(join([sweep(bow * (s, s, 1), 0.007, sides=8) for s in (-1, 1)]), "handles")
    b.interior = Interior(0.2, 0.035, 0.6)
    if not spec.has("open"):
        b.add(lathe([(0.262, 0.6), (0.268, 0.6), (0.27, 0.632), (0.255, 0.645), (0.14, 0.685), (0.04, 0.7), (0, 0.702)], segments=72, smooth=50), "body", "lid")
        b.add(sweep(smooth_path([(-0.06, 0, 0.69), (-0.05, 0, 0.735), (0.05, 0, 0.735), (0.06, 0, 0.69)], 24), 0.008, sides=8), "handles", "lid handle")
    b.footprint = "round"
    return None


def wheeled(b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#2f5f3a", "#2a4a7a", "#3a3d40"))
    b.slot("handles", "rubber", "#1c1d1f", role="trim")
    rings = [
        [(x, y, z) for x, y in rounded_rectangle(w, d, 0.05)]
        for w, d, z in ((0.42, 0.4, 0.05), (0.44, 0.42, 0.1), (0.54, 0.56, 0.9), (0.56, 0.58, 0.9), (0.56, 0.58, 0.95))
    ]
    b.add(loft(rings, smooth=40), "body")
    lid = [
        [(x, y, z + 0.05 * (y + 0.3)) for x, y in rounded_rectangle(w, d, 0.06)]
        for w, d, z in ((0.6, 0.64, 0.945), (0.6, 0.64, 0.975), (0.54, 0.56, 1.01), (0.3, 0.3, 1.025))
    ]
    b.add(loft(lid, smooth=50), "body", "lid")
    wheel = lathe([(0, -0.03), (0.09, -0.03), (0.1, -0.02), (0.1, 0.02), (0.09, 0.03), (0, 0.03)], segments=40)
    other = move(rotate(lathe([(0, -0.03), (0.09, -0.03), (0.1, -0.02), (0.1, 0.02), (0.09, 0.03), (0, 0.03)], segments=40), 0, 90, 0), 0.24, 0.22, 0.1)
    b.add(
        join(
            [
                move(rotate(wheel, 0, 90, 0), -0.24, 0.22, 0.1),
                other,
                sweep([(-0.2, 0.36, 1.0), (0.2, 0.36, 1.0)], 0.017, sides=10),
                *[box(0.03, 0.09, 0.03, bevel=0.006, at=(x, 0.32, 0.985)) for x in (-0.2, 0.2)],
            ]
        ),
        "handles",
        "wheels",
    )
    b.add(join([box(0.3, 0.3, 0.06, bevel=0.01, at=(0, -0.03, 0))]), "body", "foot")


@prop("traffic_cone")
def traffic_cone(spec: Spec, b: Builder) -> None:
    """A cone of orange rubber with two white bands on a square foot."""
    b.slot("body", "rubber", "#e8561c")
    b.slot("bands", "plastic", "#f1efe8", role="fixed")
    b.slot("foot", "rubber", b.choose("#202122", "#e8561c"), role="trim")
    b.add(box(0.37, 0.37, 0.035, bevel=0.014), "foot")
    radius = lambda z: 0.135 - 0.108 * (z - 0.03) / 0.67  # noqa: E731
    b.add(
        lathe(
            [(0.16, 0.03), (0.155, 0.045), (radius(0.06), 0.06), (radius(0.69), 0.69), (radius(0.69) - 0.004, 0.7), (0.018, 0.7), (0.02, 0.6), (0.1, 0.05)],
            segments=64,
        ),
        "body",
    )
    for z0, z1 in ((0.27, 0.4), (0.5, 0.59)):
        b.add(lathe([(radius(z) + 0.0016, z) for z in np.linspace(z0, z1, 6)], segments=64), "bands")
    b.footprint = "round"
