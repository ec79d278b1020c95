# SPDX-License-Identifier: GPL-3.0-or-later
"""A painter's easel."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, join, move, rotate, sweep
from diorama_stage.props.registry import prop


@prop("easel")
def easel(spec: Spec, b: Builder) -> None:
    """Three legs of wood, a ledge that bears a canvas, a clamp above it."""
    b.slot("body", b.choose("pine", "oak", "wood"))
    b.slot("canvas", "canvas", "#efeae0", role="trim")
    b.slot("edge", "pine", role="fixed")
    legs = [sweep([(s * 0.34, -0.1, 0), (s * 0.06, 0.16, 1.72)], 0.02, sides=4) for s in (-1, 1)]
    legs.append(sweep([(0, 0.62, 0), (0, 0.17, 1.55)], 0.018, sides=4))
    legs.append(sweep([(0, 0.0, 0.5), (0, 0.2, 1.95)], 0.019, sides=4))
    legs.append(box(0.62, 0.055, 0.03, bevel=0.006, at=(0, -0.035, 0.72)))
    legs.append(box(0.5, 0.03, 0.04, bevel=0.006, at=(0, 0.03, 0.55)))
    legs.append(box(0.09, 0.05, 0.06, bevel=0.008, at=(0, 0.12, 1.5)))
    b.add(join(legs), "body")
    b.add(move(rotate(box(0.6, 0.022, 0.75, bevel=0.002), -8, 0, 0), 0, -0.02, 0.755), "canvas")
