# SPDX-License-Identifier: GPL-3.0-or-later
"""A tower crane."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop


def lattice(a, c, side, up, half: float, bays: int) -> list:
    """The bars of a square truss from a to c: four chords, frames and diagonals; `side` and `up` are unit vectors across it."""
    a, c, side, up = (np.asarray(v, float) for v in (a, c, side, up))
    corners = [half * (s * side + t * up) for s, t in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    at = [a + (c - a) * k / bays for k in range(bays + 1)]
    ends = [(a + q, c + q) for q in corners]
    for k, p in enumerate(at):
        ends += [(p + corners[i], p + corners[(i + 1) % 4]) for i in range(4)]
        if k < bays:
            ends += [
                (p + corners[i], at[k + 1] + corners[(i + 1) % 4]) if (k + i) % 2 else (p + corners[(i + 1) % 4], at[k + 1] + corners[i]) for i in range(4)
            ]
    return ends


@prop("tower_crane")
def tower_crane(spec: Spec, b: Builder) -> None:
    """A mast of trusses, a long jib to the left with a trolley and its hook, a short one with counterweights, a peak with ties, a cab."""
    b.slot("body", "paint", b.choose("#e3a812", "#e3a812", "#c8321f", "#e8e6e0"))
    b.slot("weights", "concrete", "#9c988f", role="fixed")
    b.slot("cables", "steel", "#2b2d30", role="fixed")
    b.slot("glass", "lacquer", "#1b262c", role="fixed")
    top, x, y, z = 38.0, (1, 0, 0), (0, 1, 0), (0, 0, 1)
    b.add(rods(lattice((0, 0, 0.8), (0, 0, top), x, y, 0.9, 19), 0.13, sides=6), "body", "mast")
    b.add(rods(lattice((-2, 0, top + 1.6), (-36, 0, top + 1.6), y, z, 0.72, 24), 0.1, sides=6), "body", "jib")
    b.add(rods(lattice((2, 0, top + 1.5), (12, 0, top + 1.5), y, z, 0.6, 7), 0.1, sides=6), "body", "counter jib")
    peak = (0, 0, top + 9.5)
    b.add(
        rods(
            [((s * 1.2, t * 0.8, top + 0.8), peak) for s in (-1, 1) for t in (-1, 1)] + [((-0.6, s * 0.4, top + 5), (0.6, s * 0.4, top + 5)) for s in (-1, 1)],
            0.14,
            sides=6,
        ),
        "body",
        "peak",
    )
    b.add(rods([(peak, (q, 0, top + 2.3)) for q in (-14.0, -27.0, 11.4)], 0.07, sides=6), "cables", "ties")
    b.add(box(3.4, 2.6, 1.1, bevel=0.08, at=(0, 0, top)), "body", "slewing ring")
    b.add(box(2.0, 1.7, 2.2, bevel=0.15, at=(-2.1, -1.5, top - 1.2)), "body", "cab")
    b.add(
        join([box(0.06, 1.4, 1.1, bevel=0.02, at=(-3.12, -1.5, top - 0.5)), box(1.5, 0.06, 1.1, bevel=0.02, at=(-2.1, -2.37, top - 0.5))]), "glass", "windows"
    )
    b.add(join([box(0.75, 2.2, 3.2, bevel=0.06, at=(9.2 + 0.85 * k, 0, top - 1.4)) for k in range(3)]), "weights")
    b.add(box(4.6, 4.6, 0.9, bevel=0.08, at=(0, 0, 0)), "weights", "foot")
    _hook(b, -22.0, top + 0.7)


def _hook(b: Builder, x: float, z: float) -> None:
    """The trolley under the jib, four falls of rope, the hook block with its load, a bundle of beams."""
    b.add(box(1.8, 1.6, 0.4, bevel=0.05, at=(x, 0, z - 0.2)), "cables", "trolley")
    b.add(rods([((x + s * 0.5, t * 0.25, z - 0.2), (x + s * 0.3, t * 0.25, z - 16)) for s in (-1, 1) for t in (-1, 1)], 0.05, sides=5), "cables", "ropes")
    b.add(box(1.1, 0.7, 1.3, bevel=0.15, at=(x, 0, z - 17.2)), "body", "hook")
    hook = [((x, 0, z - 17.2), (x, 0, z - 18.0))] + [((x, 0, z - 18.0), (x + s * 2.2, 0, z - 20.2)) for s in (-1, 1)]
    b.add(rods(hook, 0.08, sides=6), "cables", "slings")
    b.add(join([box(6.0, 0.4, 0.35, bevel=0.03, at=(x, (k % 3 - 1) * 0.45, z - 20.6 + 0.38 * (k // 3))) for k in range(5)]), "cables", "load")
