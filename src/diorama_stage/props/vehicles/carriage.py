# SPDX-License-Identifier: GPL-3.0-or-later
"""A carriage: a glazed coach on springs with a driver's box in front (left)."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, extrude, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.spoked import wheel

SIDE = [(-0.78, 1.28), (-0.62, 0.74), (-0.4, 0.6), (0.4, 0.6), (0.62, 0.74), (0.78, 1.28), (0.74, 2.05), (-0.74, 2.05)]
"""The coach's outline as seen from its side: x, z."""


@prop("carriage")
def carriage(spec: Spec, b: Builder) -> None:
    body, gilt = b.choose(("#5b1420", "gold"), ("#16251f", "brass"), ("#16203a", "gold"))
    b.slot("body", "lacquer", body)
    b.slot("trim", gilt, role="trim")
    b.slot("glass", "lacquer", "#2a3338", role="fixed")
    b.slot("wheels", "lacquer", b.choose("#7a1a1a", "#c2a14a", "#23211e"), role="trim")
    b.slot("iron", "iron", "#1f1f20", role="fixed")
    b.slot("seat", "leather", "#2c1a12", role="fixed")
    b.slot("lamps", "crystal", "#f2d79a", role="fixed")
    coach = rotate(extrude([(x, z) for x, z in smooth_path([*SIDE, SIDE[0]], 90)[:-1]], 1.14, bevel=0.05), 90, 0, 0)
    b.add(move(coach, 0, 0.57, 0), "body")
    b.add(box(1.62, 1.24, 0.07, bevel=0.03, at=(0, 0, 2.03)), "body", "roof")
    for s in (-1, 1):
        y = s * 0.575
        b.add(
            join([box(0.5, 0.012, 0.5, bevel=0.004, at=(0, y, 1.42)), *[box(0.3, 0.012, 0.46, bevel=0.004, at=(x, y, 1.44)) for x in (-0.49, 0.49)]]),
            "glass",
            "windows",
        )
        bars = [sweep([(x, y, 0.66), (x, y, 2.0)], 0.012, sides=8) for x in (-0.3, 0.3)]
        bars += [sweep([(-0.76, y, 1.3), (0.76, y, 1.3)], 0.014, sides=8), sweep([(-0.74, y, 2.02), (0.74, y, 2.02)], 0.02, sides=8)]
        bars += [
            sweep([(x0, y, 1.42), (x0, y, 1.92), (x1, y, 1.92), (x1, y, 1.42), (x0, y, 1.42)], 0.01, sides=6)
            for x0, x1 in ((-0.25, 0.25), (-0.64, -0.34), (0.34, 0.64))
        ]
        b.add(join([*bars, ellipsoid(0.02, 0.03, 0.02, at=(0.23, y, 1.2), segments=12), ellipsoid(0.1, 0.014, 0.13, at=(0, y, 0.98), segments=24)]), "trim")
        b.add(move(lathe([(0, 0), (0.05, 0.02), (0.065, 0.1), (0.05, 0.2), (0, 0.24)], segments=6), -0.86, s * 0.5, 1.5), "lamps")
        for x, r in ((-1.1, 0.45), (0.95, 0.6)):
            wood, tyre = wheel(x, s * 0.72, r, spokes=14, wide=0.05, thick=0.055)
            b.add(wood, "wheels")
            b.add(tyre, "iron", "tyres")
        springs = [
            sweep(smooth_path([(x - 0.42, s * 0.5, 0.72), (x, s * 0.5, 0.5), (x + 0.3, s * 0.5, 0.62), (x + 0.36, s * 0.5, 0.86)], 24), 0.022, sides=8)
            for x in (-1.0, 0.7)
        ]
        b.add(join([*springs, sweep([(-1.25, s * 0.3, 0.5), (-2.2, s * 0.3, 0.62), (-3.1, s * 0.28, 0.75)], 0.026, sides=10)]), "iron", "undercarriage")
    under = [sweep([(x, -0.76, r), (x, 0.76, r)], 0.03, sides=10) for x, r in ((-1.1, 0.45), (0.95, 0.6))]
    under += [sweep(smooth_path([(-1.1, 0, 0.5), (-0.5, 0, 0.5), (0.5, 0, 0.52), (0.95, 0, 0.6)], 20), 0.045, sides=10)]
    b.add(join(under), "iron", "undercarriage")
    b.add(
        join(
            [
                box(0.5, 0.95, 0.5, bevel=0.05, at=(-1.08, 0, 0.78)),
                box(0.34, 0.9, 0.04, bevel=0.012, at=(-1.5, 0, 0.78)),
                move(rotate(box(0.04, 0.9, 0.4, bevel=0.012), 0, -28, 0), -1.66, 0, 0.8),
            ]
        ),
        "body",
        "box",
    )
    b.add(join([box(0.5, 0.92, 0.12, bevel=0.045, at=(-1.08, 0, 1.27)), box(0.1, 0.92, 0.34, bevel=0.04, at=(-0.86, 0, 1.34))]), "seat")
    knobs = [cylinder(0.03, 0.07, bevel=0.02, at=(x, y, 2.1)) for x in (-0.7, 0.7) for y in (-0.52, 0.52)]
    b.add(join([*knobs, *[sweep([(x, -0.52, 2.15), (x, 0.52, 2.15)], 0.012, sides=8) for x in (-0.7, 0.7)]]), "trim", "rail")
