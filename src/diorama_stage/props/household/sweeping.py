# SPDX-License-Identifier: GPL-3.0-or-later
"""What floors are cleaned with besides a broom: a string mop, a dustpan with its brush."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import add_rod
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop


@prop("mop")
def mop(spec: Spec, b: Builder) -> None:
    """A string mop that stands on its strings: a clamp, thick cotton cords that fall and splay, a long handle."""
    b.slot("strings", "cotton", b.choose("#e9e3d2", "#dfe3e4", "#e4dcc4"), finish=("matte",))
    b.slot("handle", "oak", b.choose("#c69a62", "#b3824c"), role="trim")
    b.slot("clamp", "plastic", b.choose("#c4372b", "#2a62a0", "#2f7d4a"), role="trim")
    rng, made = np.random.default_rng(spec.seed + 3), Growth()
    for _ in range(130):
        a, far = rng.uniform(0, 2 * math.pi), rng.uniform(0.35, 1.0)
        c, s = math.cos(a), math.sin(a)
        reach, wave = 0.17 * far + 0.02, rng.normal(0, 0.012, 2)
        path = [
            (c * 0.03, s * 0.018, 0.25),
            (c * 0.06 * far + 0.02 * c, s * 0.06 * far + 0.02 * s, 0.22),
            (c * reach * 0.7 + wave[0], s * reach * 0.7 + wave[1], 0.1),
        ]
        path += [(c * reach, s * reach, 0.006 + 0.02 * (1 - far)), (c * (reach + 0.03), s * (reach + 0.03) + wave[0], 0.005)]
        made.tube(smooth_path(path, 18), 0.0042, sides=6, tint=float(rng.uniform(0.85, 1.04)))
    b.add(made.object("strings"), "strings")
    b.add(
        lathe(rounded_profile([(0, 0.22), (0.055, 0.225), (0.058, 0.25), (0.035, 0.275), (0.019, 0.33), (0.0165, 0.36), (0, 0.36)], 0.006), segments=48),
        "clamp",
    )
    add_rod(b, "handle", (0, 0, 0.34), (0, 0, 1.34), 0.0125, "handle", 20)
    b.add(lathe(rounded_profile([(0, 1.33), (0.0135, 1.33), (0.0135, 1.37), (0.006, 1.385), (0, 1.386)], 0.004), segments=32), "clamp", "cap")
    b.footprint, b.lean = "round", "back"


@prop("dustpan")
def dustpan(spec: Spec, b: Builder) -> None:
    """A pan open towards the lens with ribs on its floor, a handle at its back, the hand brush laid in it."""
    b.slot("pan", "plastic", b.choose("#2b6fae", "#c2362e", "#3c9a5a", "#5a5e63"), finish=("satin",))
    b.slot("brush", "plastic", b.choose("#25282b", "#e7e5df"), role="trim")
    b.slot("bristles", "straw", "#d9c48e", role="fixed")
    u, v = np.meshgrid(np.linspace(-1, 1, 61), np.linspace(0, 1, 40))
    edge, back = np.clip((np.abs(u) - 0.86) / 0.14, 0, 1), np.clip((v - 0.78) / 0.22, 0, 1)
    tall = np.maximum(edge**0.7 * np.clip(v * 1.5, 0.04, 1), back**0.8) * 0.062
    x = np.sign(u) * np.minimum(np.abs(u), 0.87 + 0.13 * edge) * (0.125 - 0.012 * v)
    ribs = 0.0012 * (np.cos(u * 34) > 0.75) * (tall < 0.002)
    b.add(sheet(np.stack([x, -0.12 + 0.19 * v - 0.02 * back, 0.001 + 0.012 * v + tall + ribs], axis=-1), 0.0028, smooth=50), "pan")
    grip = smooth_path([(0, 0.055, 0.066), (0, 0.085, 0.064), (0, 0.13, 0.05), (0, 0.2, 0.03)], 40)
    b.add(sweep(grip, np.interp(np.linspace(0, 1, 40), [0, 0.2, 0.8, 1], [0.02, 0.013, 0.017, 0.011]), sides=20, flat=0.6), "pan", "handle")
    made, rng = Growth(), np.random.default_rng(spec.seed)
    for bx in np.linspace(-0.07, 0.07, 24):
        for by in (-0.014, -0.005, 0.005, 0.014):
            for _ in range(3):
                d = rng.normal(0, 0.004, 2)
                made.tube(
                    [(bx, by, 0.04), (bx + d[0] / 2, by, 0.02), (bx + d[0] + bx * 0.16, by + d[1] + by * 0.4, 0.0)],
                    0.0009,
                    sides=5,
                    tint=float(rng.uniform(0.7, 1.1)),
                )
    head = [made.object("bristles"), box(0.16, 0.042, 0.022, bevel=0.008, at=(0, 0, 0.038))]
    stem = sweep(
        smooth_path([(0.07, 0, 0.05), (0.12, 0, 0.058), (0.2, 0, 0.056), (0.235, 0, 0.05)], 30),
        np.interp(np.linspace(0, 1, 30), [0, 0.3, 0.8, 1], [0.013, 0.01, 0.013, 0.008]),
        sides=18,
    )
    for o, slot, part in ((head[0], "bristles", "bristles"), (head[1], "brush", "brush"), (stem, "brush", "brush")):
        b.add(move(rotate(o, 0, 0, 18), -0.035, -0.03, 0.008), slot, part)
    b.add(cylinder(0.006, 0.004, at=(0, 0.185, 0.045)), "brush", "hole")
