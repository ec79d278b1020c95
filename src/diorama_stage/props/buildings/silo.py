# SPDX-License-Identifier: GPL-3.0-or-later
"""A grain silo."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, lathe, rotate, rounded_profile
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop


@prop("silo")
def silo(spec: Spec, b: Builder) -> None:
    """A farm's silo: a tall drum of corrugated steel with a ribbed cone on it, or of concrete staves under a dome with hoops; a ladder, a chute, a door."""
    steel = spec.material in ("steel", "metal") or (spec.material is None and b.choose(True, False))
    b.slot("drum", *(("steel", "#b9bfc2") if steel else ("concrete", "#b8b2a4")))
    b.slot("roof", *(("steel", "#cdd2d4") if steel else ("aluminium", "#d5d8da")), role="trim")
    b.slot("metal", "steel", "#6c7175", role="fixed")
    b.slot("base", "concrete", "#98948a", role="fixed")
    r, h = 3.1, 13.5 if steel else 15.5
    b.add(lathe(rounded_profile([(0, 0), (r + 0.35, 0), (r + 0.35, 0.35), (0, 0.35)], 0.05), segments=80), "base")
    if steel:
        z = np.linspace(0.3, h, 420)
        wall = [(r + 0.035 * math.sin(2 * math.pi * q / 0.28), float(q)) for q in z]
        b.add(lathe([(0, 0.3), *wall, (0, h)], segments=96, smooth=60), "drum")
        b.add(
            lathe(
                rounded_profile([(0, h - 0.02), (r + 0.2, h - 0.05), (r + 0.2, h + 0.02), (0.45, h + 1.75), (0.45, h + 2.1), (0, h + 2.15)], 0.03), segments=96
            ),
            "roof",
        )
        ribs = [
            ((r * 1.05 * math.cos(a), r * 1.05 * math.sin(a), h + 0.08), (0.45 * math.cos(a), 0.45 * math.sin(a), h + 1.8))
            for a in np.linspace(0, 2 * math.pi, 28, endpoint=False)
        ]
        b.add(rods(ribs, 0.045, sides=6), "roof", "ribs")
        b.add(
            rods(
                [
                    ((r * 1.02 * math.cos(a), r * 1.02 * math.sin(a), 0.3), (r * 1.02 * math.cos(a), r * 1.02 * math.sin(a), h))
                    for a in np.linspace(0, 2 * math.pi, 16, endpoint=False)
                ],
                0.05,
                sides=6,
            ),
            "drum",
            "posts",
        )
    else:
        b.add(lathe([(0, 0.3), (r, 0.3), (r, h), (0, h)], segments=96), "drum")
        dome = [(r * 1.03 * math.cos(t), h + r * 0.86 * math.sin(t)) for t in np.linspace(0, math.pi / 2, 24)]
        b.add(lathe([(0, h - 0.05), (r * 1.03, h - 0.05), *dome], segments=32, smooth=12), "roof")
        hoops = [lathe([(r, z), (r + 0.04, z + 0.01), (r + 0.04, z + 0.05), (r, z + 0.06)], segments=96) for z in np.linspace(0.9, h - 0.3, 22)]
        b.add(join(hoops), "metal", "hoops")
    turn = -24
    chute = [rotate(box(0.9, 0.75, h - 0.6, bevel=0.08, at=(0, -r - 0.3, 0.4)), 0, 0, turn + 52)]
    b.add(join(chute), "roof", "chute")
    b.add(rotate(box(0.95, 0.14, 1.8, bevel=0.04, at=(0, -r - 0.02, 0.4)), 0, 0, turn), "metal", "door")
    y = -r - 0.22
    rungs = [((-0.24, y, z), (0.24, y, z)) for z in np.arange(2.6, h, 0.35)] + [((s * 0.24, y, 2.4), (s * 0.24, y, h + 0.3)) for s in (-1, 1)]
    b.add(rotate(rods(rungs, 0.035, sides=6), 0, 0, turn), "metal", "ladder")
    b.footprint = "round"
