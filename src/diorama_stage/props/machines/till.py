# SPDX-License-Identifier: GPL-3.0-or-later
"""A till."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, join, label_plane, move, rotate
from diorama_stage.kit import sphere, sweep
from diorama_stage.kit.parts import add_rod, slab
from diorama_stage.props.registry import prop


@prop("cash_register")
def cash_register(spec: Spec, b: Builder) -> None:
    """A till of old in chased brass with round keys in rows, a marble ledge, a drawer, figures in its window; a modern one is a screen over a drawer."""
    if spec.is_a("modern"):
        b.slot("body", "plastic", "#2b2d30")
        b.slot("glass", "plastic", "#101113", role="fixed", finish=("glossy",))
        b.slot("screen", "screen", "#3f6fa5", role="fixed")
        b.slot("paper", "paper", "#f6f4ee", role="fixed")
        b.add(box(0.42, 0.42, 0.1, bevel=0.008), "body", "drawer")
        b.add(box(0.4, 0.006, 0.075, bevel=0.002, at=(0, -0.212, 0.012)), "body", "drawer")
        b.add(box(0.1, 0.14, 0.1, bevel=0.01, at=(0.14, 0.08, 0.1)), "body", "printer")
        b.add(move(rotate(box(0.06, 0.001, 0.1, bevel=0), 12), 0.14, 0.05, 0.2), "paper", "receipt")
        b.add(box(0.06, 0.04, 0.18, bevel=0.01, at=(-0.06, 0.1, 0.1)), "body", "stand")
        tilt = lambda o: move(rotate(o, -20), -0.06, 0.04, 0.17)  # noqa: E731
        b.add(tilt(box(0.34, 0.022, 0.23, bevel=0.006)), "body", "panel")
        b.add(tilt(box(0.315, 0.001, 0.205, bevel=0, at=(0, -0.0115, 0.0125))), "screen")
        b.add(
            tilt(join([box(0.045, 0.001, 0.034, bevel=0, at=(-0.115 + 0.056 * i, -0.0125, 0.03 + 0.045 * j)) for i in range(4) for j in range(3)])),
            "paper",
            "buttons",
        )
        b.add(tilt(box(0.07, 0.001, 0.16, bevel=0, at=(0.115, -0.0125, 0.03))), "glass")
        return
    b.slot("body", "brass", "#a9803a")
    b.slot("wood", "walnut", role="trim")
    b.slot("marble", "marble", "#efece4", role="fixed")
    b.slot("keys", "ivory", "#f2ecd8", role="fixed")
    b.slot("dark", "paint", "#16130f", role="fixed")
    w = 0.44
    b.add(box(w + 0.04, 0.42, 0.1, bevel=0.01), "wood", "drawer")
    b.add(join([box(w, 0.008, 0.075, bevel=0.003, at=(0, -0.212, 0.012)), sphere(0.012, at=(0, -0.226, 0.05), segments=20)]), "body", "drawer front")
    b.add(box(w + 0.02, 0.12, 0.014, bevel=0.004, at=(0, -0.14, 0.1)), "marble", "ledge")
    case = [(-0.08, 0.1), (-0.08, 0.15), (0.0, 0.27), (0.03, 0.34), (0.1, 0.38), (0.17, 0.36), (0.19, 0.1)]
    b.add(rotate(slab(case, w - 0.02, bevel=0.014), 0, 0, 90), "body")
    b.add(box(w, 0.13, 0.14, bevel=0.016, at=(0, 0.12, 0.36)), "body", "top")
    b.add(box(w - 0.09, 0.006, 0.07, bevel=0.001, at=(0, 0.053, 0.395)), "dark", "window")
    for x, text in ((-0.1, "1"), (0.0, "9"), (0.1, "5")):
        b.slot(f"figure {text}", "printed", role="fixed", label={"text": text, "style": "slab", "colour": "#1a1a1c", "paper": "#f6f2e6"})
        b.add(label_plane(0.05, 0.056, at=(x, 0.0485, 0.43)), f"figure {text}", "figures")
    for j in range(5):
        for i in range(7):
            t = (j + 0.5) / 5
            y, z = -0.078 + 0.085 * t - 0.012, 0.155 + 0.115 * t
            key = [cylinder(0.0035, 0.022, bevel=0, segments=10), cylinder(0.0125, 0.004, bevel=0.001, at=(0, 0, 0.02), segments=24)]
            for o, slot in zip(key, ("body", "keys"), strict=True):
                b.add(move(rotate(o, 56), (i - 3) * 0.049, y, z), slot, "keys")
    crest = [(x, 0.5 + 0.05 * math.cos(x / 0.2 * math.pi / 2) ** 2) for x in np.linspace(-0.2, 0.2, 24)]
    b.add(slab([(-0.2, 0.49), *crest, (0.2, 0.49)], 0.02, y=0.12, bevel=0.004), "body", "crest")
    for s in (-1, 1):
        roll = sweep(
            np.array([(s * (w / 2 - 0.002), 0.1 + 0.05 * math.cos(a) * (1 - a / 9), 0.25 + 0.05 * math.sin(a) * (1 - a / 9)) for a in np.linspace(0, 7, 50)]),
            0.005,
            sides=8,
        )
        b.add(roll, "body", "scrolls")
    add_rod(b, "body", (w / 2, 0.06, 0.25), (w / 2 + 0.07, 0.06, 0.25), 0.007, "crank")
    add_rod(b, "body", (w / 2 + 0.065, 0.06, 0.25), (w / 2 + 0.065, -0.03, 0.2), 0.006, "crank")
    b.add(ellipsoid(0.03, 0.012, 0.012, at=(w / 2 + 0.085, -0.03, 0.2), segments=24), "wood", "crank")
