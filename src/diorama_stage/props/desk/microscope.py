# SPDX-License-Identifier: GPL-3.0-or-later
"""A microscope."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, rounded_profile
from diorama_stage.kit.parts import add_rod, slab
from diorama_stage.props.registry import prop


@prop("microscope")
def microscope(spec: Spec, b: Builder) -> None:
    """From its side, eyepiece to the right: a foot with a lamp, a curved arm, a stage with a slide, a turret of three lenses, a slanted tube, wheels."""
    b.slot("body", "paint", b.choose("#e9eaea", "#e9eaea", "#26282b", "#c9b27a"), finish=("satin",))
    b.slot("dark", "plastic", "#1b1c1e", role="trim")
    b.slot("metal", "chrome", role="fixed")
    b.slot("lens", "lacquer", "#101c2c", role="fixed")
    b.slot("slide", "glass", role="fixed")
    b.add(box(0.2, 0.14, 0.028, bevel=0.01, segments=4, at=(0, 0, 0)), "body", "base")
    b.add(join([box(0.03, 0.145, 0.008, bevel=0.003, at=(x, 0, -0.004)) for x in (-0.08, 0.08)]), "dark", "feet")
    arm = [
        (0.05, 0.02),
        (0.1, 0.02),
        (0.104, 0.12),
        (0.094, 0.2),
        (0.062, 0.262),
        (0.02, 0.285),
        (-0.045, 0.285),
        (-0.045, 0.25),
        (0.01, 0.248),
        (0.04, 0.222),
        (0.056, 0.17),
        (0.054, 0.1),
    ]
    b.add(slab(arm, 0.045, bevel=0.008, segments=4), "body", "arm")
    b.add(lathe(rounded_profile([(0, 0.028), (0.027, 0.028), (0.025, 0.046), (0.016, 0.05), (0, 0.05)], 0.003), segments=48), "dark", "lamp")
    b.add(lathe([(0, 0.05), (0.014, 0.05), (0.01, 0.054), (0, 0.055)], segments=32, smooth=60), "lens", "lamp")
    for o in b._parts["lamp"]:
        move(o, -0.03, 0, 0)
    b.add(box(0.13, 0.12, 0.01, bevel=0.002, at=(-0.025, 0, 0.118)), "dark", "stage")
    b.add(box(0.03, 0.075, 0.0015, bevel=0.0004, at=(-0.03, 0, 0.1282)), "slide")
    b.add(join([box(0.05, 0.006, 0.002, bevel=0.0007, at=(-0.012, y, 0.1295)) for y in (-0.03, 0.03)]), "metal", "clips")
    b.add(box(0.06, 0.03, 0.03, bevel=0.005, at=(0.04, 0, 0.1)), "body", "stage")
    b.add(lathe(rounded_profile([(0, 0.092), (0.02, 0.092), (0.022, 0.118), (0, 0.118)], 0.002), segments=48), "metal", "condenser")
    move(b._parts["condenser"][-1], -0.03, 0, 0)
    _optics(b)
    for s in (-1, 1):
        for r, w, z in ((0.026, 0.016, 0.075), (0.016, 0.03, 0.075)):
            b.add(
                move(rotate(cylinder(r, w, bevel=0.003, segments=40), 90), 0.076, s * 0.022 + (w if s > 0 else 0), z), "dark" if r > 0.02 else "metal", "focus"
            )


def _optics(b: Builder) -> None:
    """The turret with its objectives over the stage and the tube that slants back to the eyepiece."""
    b.add(lathe(rounded_profile([(0, 0.224), (0.028, 0.23), (0.03, 0.252), (0, 0.252)], 0.004), segments=56), "metal", "turret")
    move(b._parts["turret"][-1], -0.03, 0, 0)
    lens = rounded_profile([(0, 0), (0.0045, 0), (0.0055, 0.012), (0.0105, 0.02), (0.0105, 0.05), (0.013, 0.052), (0.013, 0.06), (0, 0.06)], 0.001)
    for turn, length in ((0, 1.35), (125, 1.0), (235, 0.75)):
        o = lathe([(r, z * length) for r, z in lens], segments=40)
        o = move(o, 0, 0, -0.06 * length)
        o = rotate(o, 0, 0 if turn == 0 else 32, 0)
        o = move(o, 0.0 if turn == 0 else -0.012, 0, 0)
        b.add(move(rotate(o, 0, 0, turn), -0.03, 0, 0.232), "metal", "objectives")
    head = [(-0.062, 0.284), (0.02, 0.284), (0.036, 0.32), (0.01, 0.335), (-0.05, 0.315)]
    b.add(slab(head, 0.06, bevel=0.012, segments=4), "body", "head")
    a, c = np.array((-0.01, 0, 0.3)), np.array((0.08, 0, 0.395))
    add_rod(b, "body", a, a + (c - a) * 0.55, 0.021, "tube", 36)
    add_rod(b, "dark", a + (c - a) * 0.5, c, 0.0165, "eyepiece", 36)
    add_rod(b, "dark", c - (c - a) * 0.1, c + (c - a) * 0.02, 0.0195, "eyepiece", 36)
    add_rod(b, "lens", c, c + (c - a) * 0.03, 0.012, "eyepiece", 32)
