# SPDX-License-Identifier: GPL-3.0-or-later
"""A kitchen blender."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, box, cylinder, join, lathe, loft, move, rotate, rounded_profile, rounded_rectangle, smooth_path, sweep
from diorama_stage.kit.parts import turned
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import fill


@prop("blender")
def blender(spec: Spec, b: Builder) -> None:
    """A motor in a stepped foot with a knob and buttons, a flared glass jug with marks and a handle, blades, a lid with a plug."""
    b.slot("base", "paint", b.choose("#b3222a", "#d9d4c7", "#26282b", "#7fa3a0"), finish=("glossy",))
    b.slot("glass", "glass", role="fixed")
    b.slot("dark", "plastic", "#1b1c1e", role="trim")
    b.slot("metal", "chrome", role="fixed")
    rings = []
    for z, w, d, r in (
        (0, 0.2, 0.2, 0.03),
        (0.012, 0.205, 0.205, 0.034),
        (0.05, 0.185, 0.19, 0.04),
        (0.1, 0.145, 0.15, 0.05),
        (0.125, 0.128, 0.13, 0.06),
        (0.132, 0.118, 0.12, 0.058),
    ):
        rings.append(np.column_stack([rounded_rectangle(w, d, r), np.full(32, z)]))
    b.add(loft(rings, smooth=50), "base")
    b.add(lathe([(0, 0.13), (0.054, 0.13), (0.056, 0.14), (0.05, 0.158), (0, 0.158)], segments=64), "dark", "collar")
    b.add(turned(rounded_profile([(0, 0), (0.027, 0), (0.026, 0.016), (0.02, 0.021), (0, 0.021)], 0.003), (0, -0.088, 0.062)), "metal", "knob")
    b.add(box(0.004, 0.003, 0.02, bevel=0.001, at=(0, -0.11, 0.064)), "dark", "knob")
    b.add(join([rotate(box(0.018, 0.01, 0.01, bevel=0.003, at=(x, -0.097, 0.026)), 0) for x in (-0.06, -0.036, 0.036, 0.06)]), "metal", "buttons")
    outer = smooth_path([(0.046, 0.158), (0.052, 0.17), (0.064, 0.26), (0.073, 0.36), (0.075, 0.372)], 40)
    inner = [(float(r) - 0.004, float(z)) for r, z in outer]
    inner[0] = (0.04, 0.166)
    b.add(lathe([(0, 0.158), *[tuple(p) for p in outer], *inner[::-1], (0, 0.166)], segments=80, smooth=50), "glass", "jug")
    blades = [
        rotate(move(rotate(box(0.03, 0.008, 0.0015, bevel=0.0005), 0, s * 24, 0), 0.017, 0, 0.186), 0, 0, a) for a, s in ((0, -1), (90, 1), (180, -1), (270, 1))
    ]
    b.add(join([*blades, cylinder(0.009, 0.026, bevel=0.002, at=(0, 0, 0.164))]), "metal", "blades")
    marks = [
        rotate(box(0.016, 0.0006, 0.0018, bevel=0, at=(0, -np.interp(z, outer[:, 1], outer[:, 0]) - 0.0004, z)), 0, 0, -18) for z in np.linspace(0.2, 0.34, 8)
    ]
    b.add(join(marks), "dark", "marks")
    b.add(
        lathe(rounded_profile([(0, 0.366), (0.069, 0.366), (0.078, 0.372), (0.078, 0.39), (0.03, 0.398), (0.028, 0.416), (0, 0.417)], 0.004), segments=64),
        "dark",
        "lid",
    )
    grip = smooth_path([(0.07, 0, 0.35), (0.105, 0, 0.352), (0.122, 0, 0.32), (0.116, 0, 0.25), (0.094, 0, 0.21), (0.056, 0, 0.205)], 50)
    b.add(sweep(grip, 0.0088, sides=18, flat=1.3), "glass", "handle")
    b.interior = Interior(0.06, 0.167, 0.366)
    fill(spec, b, inner, level=0.72)
    cord = smooth_path([(0.06, 0.09, 0.01), (0.12, 0.12, 0.004), (0.19, 0.09, 0.004), (0.23, 0.13, 0.004)], 30)
    b.add(sweep(cord, 0.0036, sides=8), "dark", "cord")
