# SPDX-License-Identifier: GPL-3.0-or-later
"""What clothes are pressed with: a steam iron and its board."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, loft, lathe, move, smooth_path, sweep
from diorama_stage.kit.parts import add_rod, turned
from diorama_stage.props.registry import prop


def prow(length: float, half: float, power: float = 0.62, count: int = 40) -> np.ndarray:
    """An outline (n, 2) in x, y that runs from a point at the left to a square end at the right, counter-clockwise."""
    u = np.linspace(0.0, 1.0, count) ** 1.4
    wide = half * (1 - (1 - u) ** 2.1) ** power
    x = (u - 0.5) * length
    return np.concatenate([np.stack([x, -wide], axis=1), np.stack([x, wide], axis=1)[:0:-1]])


@prop("clothes_iron")
def clothes_iron(spec: Spec, b: Builder) -> None:
    """A steam iron, its point to the left: a steel sole, a body that narrows upwards, an arched handle, a dial, a cord."""
    b.slot("body", "plastic", b.choose("#2f6fa3", "#7b3f8f", "#1f7d78", "#c2452f"), finish=("glossy",))
    b.slot("sole", "brushed_steel", "#c9ccce", role="trim")
    b.slot("grip", "plastic", "#1d1f22", role="trim", finish=("satin",))
    b.slot("trim", "plastic", "#e9e9e6", role="fixed")
    outline = prow(0.27, 0.058)
    b.add(extrude(outline, 0.007, bevel=0.0025), "sole")
    rings = []
    for z, size, back in ((0.007, 0.97, 0.0), (0.02, 0.98, 0.0), (0.036, 0.93, 0.006), (0.052, 0.76, 0.018), (0.062, 0.5, 0.03), (0.065, 0.3, 0.034)):
        rings.append(np.column_stack([outline[:, 0] * (0.35 + 0.65 * size) + back, outline[:, 1] * size, np.full(len(outline), z)]))
    b.add(loft(rings, smooth=50), "body")
    b.add(extrude(prow(0.268, 0.0576), 0.004, bevel=0.001, at=(0.001, 0, 0.013)), "trim", "band")
    path = [
        (-0.055, 0, 0.042),
        (-0.068, 0, 0.078),
        (-0.062, 0, 0.112),
        (-0.02, 0, 0.128),
        (0.05, 0, 0.128),
        (0.098, 0, 0.112),
        (0.115, 0, 0.07),
        (0.112, 0, 0.03),
    ]
    thick = np.interp(np.linspace(0, 1, 60), [0, 0.25, 0.5, 0.8, 1], [0.021, 0.0155, 0.0165, 0.017, 0.024])
    b.add(sweep(smooth_path(path, 60), thick, sides=24, flat=1.1), "grip", "handle")
    b.add(lathe([(0, 0.06), (0.023, 0.06), (0.0235, 0.073), (0.02, 0.076), (0, 0.0765)], segments=48), "trim", "dial")
    move(b._parts["dial"][-1], 0.03, 0, 0)
    b.add(box(0.03, 0.014, 0.008, bevel=0.003, at=(-0.035, 0, 0.139)), "trim", "buttons")
    b.add(turned([(0, 0), (0.005, 0), (0.004, 0.012), (0, 0.013)], (-0.083, 0, 0.052), "x"), "trim", "nozzle")
    cord = [(0.125, 0, 0.1), (0.16, 0.01, 0.1), (0.185, 0.03, 0.03), (0.2, 0.07, 0.004), (0.12, 0.12, 0.004), (0.0, 0.13, 0.004)]
    b.add(sweep(smooth_path(cord, 70), 0.0036, sides=10), "grip", "cord")


@prop("ironing_board")
def ironing_board(spec: Spec, b: Builder) -> None:
    """A padded board with a narrow end on crossed legs of tube."""
    b.slot("cover", "cotton", b.choose("#7fa6b8", "#c9b79a", "#8aa37e", "#b7c3d6"))
    b.slot("legs", "paint", "#e4e6e6", role="trim")
    b.slot("feet", "rubber", "#26282a", role="fixed")
    top, outline = 0.86, prow(1.24, 0.19, 0.5)
    edge = np.array(outline)
    pad = [np.column_stack([edge * k, np.full(len(edge), z)]) for z, k in ((0, 0.985), (0.006, 1.0), (0.02, 1.0), (0.027, 0.985), (0.03, 0.95))]
    b.add(move(loft(pad, smooth=60), 0, 0, top), "cover")
    b.add(join([box(0.9, 0.03, 0.02, bevel=0.005, at=(0.1, s * 0.07, top - 0.02)) for s in (-1, 1)]), "legs", "frame")
    for y, (x0, x1) in ((0.115, (-0.42, 0.42)), (0.09, (0.46, -0.34))):
        for s in (-1, 1):
            add_rod(b, "legs", (x0, s * y, 0.03), (x1, s * y * 0.6, top - 0.015), 0.0125)
        add_rod(b, "legs", (x0, -0.22, 0.028), (x0, 0.22, 0.028), 0.0125)
        for s in (-1, 1):
            add_rod(b, "feet", (x0, s * 0.2, 0.028), (x0, s * 0.235, 0.028), 0.016)
    add_rod(b, "legs", (0.02, -0.1, 0.46), (0.02, 0.1, 0.46), 0.008, "hinge")
    b.add(box(0.2, 0.24, 0.012, bevel=0.004, at=(0.74, 0, top + 0.004)), "legs", "iron rest")
    b.add(cylinder(0.006, 0.04, at=(0.63, 0, top - 0.02)), "legs", "iron rest")
    b.support("top", -0.4, 0.58, -0.16, 0.16, top + 0.03)
