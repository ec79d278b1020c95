# SPDX-License-Identifier: GPL-3.0-or-later
"""A flight of stairs."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, extrude, join, move, rotate, sphere, subdivide, sweep
from diorama_stage.props.registry import prop


@prop("stairs")
def stairs(spec: Spec, b: Builder) -> None:
    """Eleven steps of stone between cheeks, with a handrail on turned posts; steps alone are four before a door, broad and low."""
    if spec.is_a("steps"):
        _low(b)
        return
    count, going, rise, half = 11, 0.29, 0.17, 0.6
    b.slot("steps", b.choose("stone", "concrete", "sandstone"))
    b.slot("rail", "iron", "#2b2c2e", role="trim")
    b.add(join([box(going + 0.03, 2 * half, rise * (k + 1), bevel=0.008, at=(k * going, 0, 0)) for k in range(count)]), "steps")
    b.add(box(1.0, 2 * half, rise * count, bevel=0.008, at=(count * going + 0.36, 0, 0)), "steps", "landing")
    for s in (-1, 1):
        outline = [(-0.2, 0), (-0.2, 0.16), (count * going - 0.1, rise * count + 0.12), (count * going + 0.86, rise * count + 0.12), (count * going + 0.86, 0)]
        cheek = move(rotate(extrude(outline[::-1], 0.14, bevel=0.01), 90, 0, 0), 0, 0.07 + s * (half + 0.07), 0)
        b.add(cheek, "steps", "cheeks")
        y = s * (half + 0.07)
        top = [(-0.1, y, 1.02), (count * going - 0.1, y, rise * count + 1.0), (count * going + 0.8, y, rise * count + 1.0)]
        posts = []
        for x in np.linspace(-0.1, count * going + 0.8, 14):
            foot, head = (float(np.interp(x, [p[0] for p in top], [p[2] for p in top])) - up for up in (0.9, 0.0))
            posts.append(sweep([(x, y, foot), (x, y, head)], 0.011, sides=10))
        b.add(join([sweep(top, 0.024, sides=14), *posts, sphere(0.045, at=(-0.12, y, 1.05), segments=24)]), "rail")
    for k in (2, 5, 8):
        b.support(f"step {k}", (k - 0.42) * going, (k + 0.42) * going, -half + 0.05, half - 0.05, rise * (k + 1))


def _low(b: Builder) -> None:
    """Four broad worn steps that go up away from the lens, the last a landing."""
    count, going, rise, half = 4, 0.34, 0.155, 1.15
    b.slot("steps", b.choose("stone", "sandstone", "granite"))
    for k in range(count):
        deep = going * (count - 1 - k) + 0.75
        tread = box(2 * half, deep, rise, bevel=0.014, segments=3, at=(0, going * k + deep / 2, rise * k))
        b.add(displace(subdivide(tread, 3, simple=True), 0.006, 0.3, seed=b.spec.seed + k), "steps", "landing" if k == count - 1 else "steps")
        front = going * k
        b.support("step", -half + 0.08, half - 0.08, front + 0.03, front + (going if k < count - 1 else 0.7) - 0.03, rise * (k + 1))
