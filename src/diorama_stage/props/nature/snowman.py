# SPDX-License-Identifier: GPL-3.0-or-later
"""A snowman."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, cone, cylinder, displace, ellipsoid, join, lathe, move, rotate, sphere, sweep, torus
from diorama_stage.props.registry import prop


@prop("snowman")
def snowman(spec: Spec, b: Builder) -> None:
    """Three balls of snow, a carrot for a nose, coal for eyes, mouth and buttons, twigs for arms, a scarf and an old top hat."""
    b.slot("body", "snow", "#f4f6f8")
    b.slot("carrot", "carrot", "#e07a1f", role="fixed")
    b.slot("coal", "charred", "#17171a", role="fixed")
    b.slot("arms", "bark", "#4a3526", role="fixed")
    b.slot("scarf", "knit", b.choose("#b3211f", "#1f5f9f", "#2f7d45"), role="trim")
    b.slot("hat", "felt", "#1c1c1f", role="trim")
    for k, (r, z) in enumerate(((0.42, 0.36), (0.31, 0.92), (0.22, 1.36))):
        b.add(displace(ellipsoid(r, r, r * 0.94, at=(0, 0, z), segments=64), 0.02, 0.16, seed=spec.seed + k, detail=3), "body", "balls")
    b.add(move(rotate(cone(0.032, 0.2, segments=24), 94, 0, 6), 0.0, -0.2, 1.36), "carrot", "nose")
    at = lambda a, up, r, z: (r * np.sin(a) * np.cos(up), -r * np.cos(a) * np.cos(up), z + r * np.sin(up))  # noqa: E731
    coal = [at(a, 0.3, 0.215, 1.36) for a in (-0.36, 0.36)] + [at(a, -0.42 - 0.16 * np.cos(a * 2.2), 0.215, 1.36) for a in np.linspace(-0.5, 0.5, 6)]
    buttons = [at(0, up, 0.312, 0.92) for up in (0.42, 0.02, -0.38)]
    b.add(
        join(
            [
                displace(sphere(r, at=p, segments=12), r * 0.3, r, seed=i)
                for i, (p, r) in enumerate([(p, 0.026 if i < 2 else 0.015) for i, p in enumerate(coal)] + [(p, 0.026) for p in buttons])
            ]
        ),
        "coal",
    )
    twigs = []
    for s in (-1, 1):
        twigs.append(sweep([(s * 0.26, 0, 1.0), (s * 0.5, -0.03, 1.13), (s * 0.78, -0.06, 1.24 + 0.05 * s)], np.array([0.018, 0.015, 0.009]), sides=8))
        twigs += [
            sweep([(s * 0.68, -0.05, 1.19 + 0.03 * s), (s * (0.76 + dx), -0.08, 1.19 + dz + 0.03 * s)], np.array([0.009, 0.004]), sides=6)
            for dx, dz in ((0.03, 0.16), (0.08, -0.04), (0.1, 0.06))
        ]
    b.add(join(twigs), "arms")
    ends = [sweep([(0.12, -0.19, 1.15), (0.14 + 0.03 * k, -0.27, 1.05), (0.15 + 0.05 * k, -0.3, 0.84 - 0.05 * k)], 0.05, sides=12, flat=0.3) for k in (0, 1)]
    b.add(join([move(rotate(torus(0.19, 0.048, segments=48, sides=14), 4, 0, 0), 0, 0, 1.165), *ends]), "scarf")
    hat = lathe([(0, 0), (0.25, 0), (0.255, 0.01), (0.25, 0.018), (0.155, 0.022), (0.15, 0.03), (0.16, 0.24), (0.155, 0.25), (0, 0.25)], segments=48)
    b.add(move(rotate(hat, -4, 5, 0), 0, 0.01, 1.525), "hat")
    b.add(move(rotate(cylinder(0.156, 0.04, bevel=0.002, at=(0, 0, 0.024)), -4, 5, 0), 0, 0.01, 1.525), "scarf", "band")
