# SPDX-License-Identifier: GPL-3.0-or-later
"""A forklift truck."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, lathe, move, rotate, torus
from diorama_stage.kit.parts import add_rod, slab
from diorama_stage.props.registry import prop


@prop("forklift")
def forklift(spec: Spec, b: Builder) -> None:
    """A counterbalanced truck, its forks to the left: a mast of two channels with chains, a seat under a guard of bars, four fat wheels."""
    b.slot("body", "paint", b.choose("#e0a012", "#d9641a", "#c42e20", "#2f7d4a"), finish=("satin",))
    b.slot("dark", "plastic", "#1c1d1f", role="fixed")
    b.slot("metal", "cast_iron", "#3d3f42", role="trim")
    b.slot("tyres", "rubber", "#191a1b", role="fixed")
    b.slot("lamps", "chrome", role="fixed")
    side = [(-0.75, 0.3), (1.0, 0.3), (1.2, 0.42), (1.22, 0.85), (1.05, 1.08), (0.3, 1.08), (0.28, 0.6), (-0.45, 0.6), (-0.5, 0.85), (-0.72, 0.9)]
    b.add(slab(side, 1.0, bevel=0.05, segments=4), "body")
    b.add(box(0.5, 1.02, 0.36, bevel=0.09, segments=4, at=(1.0, 0, 0.36)), "body", "counterweight")
    b.add(box(0.5, 0.5, 0.12, bevel=0.05, at=(0.5, 0, 1.07)), "dark", "seat")
    b.add(move(rotate(box(0.12, 0.48, 0.5, bevel=0.05), 0, 8), 0.76, 0, 1.12), "dark", "seat")
    for s in (-1, 1):
        for x, r in ((-0.5, 0.33), (0.85, 0.28)):
            tyre = [(r * 0.45, -0.11), (r * 0.95, -0.12), (r, -0.09), (r, 0.09), (r * 0.95, 0.12), (r * 0.45, 0.11)]
            b.add(move(rotate(lathe([*tyre, tyre[0]], segments=48), 90), x, s * 0.46, r), "tyres", "wheels")
            b.add(move(rotate(lathe([(0, -0.09), (r * 0.5, -0.08), (r * 0.5, 0.08), (0, 0.09)], segments=32), 90), x, s * 0.46, r), "body", "rims")
        guard = [(-0.62, 0.85), (-0.3, 2.12), (0.95, 2.12), (1.08, 1.05)]
        for (xa, za), (xc, zc) in zip(guard, guard[1:], strict=False):
            add_rod(b, "metal", (xa, s * 0.45, za), (xc, s * 0.45, zc), 0.035, "guard", 12)
        b.add(box(0.06, 0.1, 0.12, bevel=0.02, at=(-0.44, s * 0.42, 1.65)), "lamps")
    for x in np.linspace(-0.3, 0.95, 8):
        add_rod(b, "metal", (x, -0.45, 2.12), (x, 0.45, 2.12), 0.018, "guard", 8)
    ring = rotate(torus(0.16, 0.014, segments=40, sides=10), 0, -50)
    b.add(move(ring, 0.0, 0, 1.22), "dark", "steering wheel")
    add_rod(b, "dark", (-0.42, 0, 0.8), (0.0, 0, 1.2), 0.025, "steering wheel")
    _mast(b, b.rng.uniform(0.1, 0.5))


def _mast(b: Builder, lift: float) -> None:
    """Channels, crossbars, the lifting ram and chains; the carriage with its backrest and two forks, `lift` metres up."""
    x = -0.92
    bars = [box(0.11, 0.07, 2.1, bevel=0.012, at=(x, s * 0.36, 0.12)) for s in (-1, 1)] + [
        box(0.08, 0.06, 2.2, bevel=0.01, at=(x - 0.02, s * 0.28, 0.15)) for s in (-1, 1)
    ]
    bars += [box(0.07, 0.72, 0.09, bevel=0.012, at=(x, 0, z)) for z in (0.2, 1.2, 2.14)]
    b.add(join(bars), "metal", "mast")
    for y in (-0.12, 0.12):
        add_rod(b, "dark", (x - 0.02, y, 0.3), (x - 0.02, y, 2.16), 0.016, "chains", 8)
    add_rod(b, "lamps", (x, 0, 0.25), (x, 0, 2.1), 0.045, "ram")
    plate = [box(0.05, 0.95, 0.1, bevel=0.01, at=(x - 0.11, 0, z + lift)) for z in (0.08, 0.42)]
    plate += [box(0.035, 0.035, 0.85, bevel=0.006, at=(x - 0.11, y, 0.1 + lift)) for y in np.linspace(-0.45, 0.45, 6)] + [
        box(0.035, 0.95, 0.035, bevel=0.006, at=(x - 0.11, 0, 0.93 + lift))
    ]
    b.add(join(plate), "metal", "carriage")
    fork = [(x - 0.13, 0.5 + lift), (x - 0.18, 0.5 + lift), (x - 0.18, 0.06 + lift), (x - 1.2, 0.02 + lift), (x - 1.2, 0.0 + lift), (x - 0.13, 0.0 + lift)]
    for s in (-1, 1):
        b.add(slab(fork, 0.12, y=s * 0.27, bevel=0.008), "metal", "forks")
