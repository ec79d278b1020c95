# SPDX-License-Identifier: GPL-3.0-or-later
"""A satellite dish."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, join, lathe, move, rotate, rounded_profile
from diorama_stage.kit.parts import rods
from diorama_stage.props.registry import prop


@prop("satellite_dish")
def satellite_dish(spec: Spec, b: Builder) -> None:
    """A dish that looks up past the lens: a parabola with a rolled rim and ribs, the receiver on three struts, a mount with a motor, a pedestal."""
    large = spec.is_a("radio")
    b.slot("dish", "paint", "#e4e6e5" if large else b.choose("#dcdedd", "#8d9296", "#e7e5df"), finish=("satin",))
    b.slot("metal", "steel", "#9a9ea1", role="trim")
    b.slot("dark", "plastic", "#26292c", role="fixed")
    b.slot("base", "concrete", "#a39f95", role="fixed")
    k = 14.0 if large else 1.0
    r, deep, z = 0.6, 0.17, 1.05
    curve = [(r * t, deep * t * t) for t in np.linspace(0, 1, 30)]
    made = [
        (
            lathe([*curve, (r + 0.012, deep + 0.004), (r + 0.012, deep - 0.012), *[(x, q - 0.014) for x, q in curve[::-1]]], segments=96, smooth=60),
            "dish",
            "dish",
        )
    ]
    struts = [
        ((r * 0.96 * math.cos(a), r * 0.96 * math.sin(a), deep * 0.94), (0.03 * math.cos(a), 0.03 * math.sin(a), 0.52)) for a in np.radians([90, 210, 330])
    ]
    made.append((rods(struts, 0.009, sides=10), "metal", "struts"))
    made.append((lathe(rounded_profile([(0, 0.46), (0.035, 0.46), (0.04, 0.48), (0.032, 0.56), (0, 0.57)], 0.004), segments=36), "dark", "receiver"))
    ribs = []
    for a in np.linspace(0, 2 * math.pi, 12, endpoint=False):
        path = [(x * math.cos(a), x * math.sin(a), q - 0.035) for x, q in curve[4::5]]
        ribs += list(zip(path, path[1:], strict=False))
    made.append((rods(ribs, 0.011, sides=6), "dish", "ribs"))
    made.append((lathe(rounded_profile([(0, -0.16), (0.08, -0.16), (0.11, -0.02), (0, -0.02)], 0.01), segments=40), "metal", "hub"))
    for o, slot, part in made:
        b.add(move(rotate(o, 52, 0, -28), 0, -0.06, z), slot, part)
    b.add(
        join([box(0.16, 0.2, 0.2, bevel=0.02, at=(0, 0.1, z - 0.16)), rotate(box(0.06, 0.06, 0.34, bevel=0.01, at=(0.1, 0.1, z - 0.3)), 0)]), "metal", "mount"
    )
    b.add(lathe(rounded_profile([(0, 0.05), (0.13, 0.05), (0.13, 0.07), (0.055, 0.085), (0.05, z - 0.12), (0, z - 0.12)], 0.006), segments=48), "metal", "pole")
    move(b._parts["pole"][-1], 0, 0.1, 0)
    b.add(box(0.6, 0.6, 0.07, bevel=0.012, at=(0, 0.1, 0)), "base")
    if large:
        for group in b._parts.values():
            for o in group:
                for v in o.data.vertices:
                    v.co *= k
