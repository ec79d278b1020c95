# SPDX-License-Identifier: GPL-3.0-or-later
"""What drinks are shaken and kept hot in: a cocktail shaker, a vacuum flask, a milk churn."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, join, lathe, move, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.props.registry import prop


@prop("cocktail_shaker")
def cocktail_shaker(spec: Spec, b: Builder) -> None:
    """A three-piece shaker: a tapered tumbler, a shouldered strainer, a domed cap."""
    b.slot("body", *b.choose(("chrome", None), ("chrome", None), ("copper", None), ("brass", None)))
    b.slot("seams", "steel", "#5d6164", role="fixed")
    low = smooth_path([(0.031, 0.0), (0.033, 0.004), (0.036, 0.05), (0.0425, 0.125), (0.0435, 0.135)], 40)
    b.add(lathe([(0, 0), *[tuple(p) for p in low], (0, 0.135)], segments=96), "body", "tumbler")
    shoulder = smooth_path([(0.0445, 0.133), (0.0448, 0.142), (0.043, 0.155), (0.034, 0.175), (0.025, 0.184), (0.0235, 0.19)], 40)
    b.add(lathe([(0, 0.133), *[tuple(p) for p in shoulder], (0, 0.19)], segments=96, smooth=60), "body", "strainer")
    cap = smooth_path([(0.0245, 0.189), (0.025, 0.194), (0.0225, 0.218), (0.017, 0.228), (0.006, 0.234), (0.0, 0.2345)], 40)
    b.add(lathe([(0, 0.189), *[tuple(p) for p in cap]], segments=96, smooth=60), "body", "cap")
    b.add(join([torus(0.0443, 0.0006, at=(0, 0, 0.1335), segments=96, sides=8), torus(0.0246, 0.0006, at=(0, 0, 0.189), segments=96, sides=8)]), "seams")
    b.footprint = "round"


@prop("thermos")
def thermos(spec: Spec, b: Builder) -> None:
    """A vacuum flask: a painted steel body with bright bands, its cup screwed on as a lid, a handle at the side."""
    b.slot("body", "paint", b.choose("#2f5d46", "#2f5d46", "#8f2822", "#25466b"), finish=("satin",))
    b.slot("metal", "brushed_steel", "#c6c9cb", role="trim")
    b.slot("dark", "plastic", "#1b1c1e", role="fixed")
    r = 0.047
    b.add(lathe(rounded_profile([(0, 0), (r - 0.002, 0), (r, 0.004), (r, 0.024), (0, 0.024)], 0.003), segments=72), "metal", "base")
    b.add(lathe(rounded_profile([(0, 0.023), (r + 0.0006, 0.023), (r + 0.0006, 0.212), (0.036, 0.24), (0, 0.24)], 0.006), segments=72), "body")
    b.add(lathe(rounded_profile([(0, 0.238), (0.0365, 0.238), (0.0365, 0.252), (0, 0.252)], 0.002), segments=72), "dark", "collar")
    cup = rounded_profile([(0, 0.252), (0.0405, 0.252), (0.0415, 0.256), (0.04, 0.318), (0.036, 0.325), (0, 0.325)], 0.004)
    b.add(lathe(cup, segments=72), "metal", "cup")
    b.add(join([torus(r + 0.0002, 0.0012, at=(0, 0, z), segments=72, sides=8) for z in (0.034, 0.2)]), "metal", "bands")
    grip = smooth_path(
        [(r - 0.004, 0, 0.19), (r + 0.03, 0, 0.192), (r + 0.038, 0, 0.17), (r + 0.038, 0, 0.09), (r + 0.03, 0, 0.066), (r - 0.004, 0, 0.068)], 50
    )
    b.add(sweep(grip, 0.007, sides=16, flat=1.5), "dark", "handle")
    b.footprint = "round"


@prop("milk_churn")
def milk_churn(spec: Spec, b: Builder) -> None:
    """A churn of sheet metal: a straight body with hoops, a conical shoulder, a collar with a mushroom lid, two handles."""
    b.slot("body", *b.choose(("aluminium", "#b9bcbc"), ("steel", "#a5a8a8"), ("steel", "#9b9c98")))
    b.slot("handles", "steel", "#8b8e8f", role="trim")
    r = 0.165
    side = [
        (0, 0),
        (r - 0.006, 0),
        (r + 0.004, 0.006),
        (r + 0.004, 0.03),
        (r, 0.034),
        (r, 0.415),
        (0.1, 0.545),
        (0.096, 0.56),
        (0.1, 0.62),
        (0.106, 0.63),
        (0, 0.63),
    ]
    b.add(lathe(rounded_profile(side, 0.008), segments=96), "body")
    b.add(join([torus(r + 0.001, 0.005, at=(0, 0, z), segments=96, sides=10) for z in (0.13, 0.32, 0.412)]), "body", "hoops")
    lid = [(0, 0.6), (0.112, 0.62), (0.125, 0.635), (0.124, 0.648), (0.1, 0.662), (0.05, 0.672), (0.045, 0.685), (0, 0.688)]
    b.add(lathe(rounded_profile(lid, 0.006), segments=96), "body", "lid")
    for side_ in (0, 180):
        path = smooth_path([(0.104, -0.03, 0.6), (0.15, -0.032, 0.6), (0.162, 0, 0.59), (0.15, 0.032, 0.6), (0.104, 0.03, 0.6)], 30)
        low = smooth_path([(0.14, -0.055, 0.49), (0.185, -0.06, 0.505), (0.2, 0, 0.505), (0.185, 0.06, 0.505), (0.14, 0.055, 0.49)], 30)
        b.add(join([rotate(sweep(p, 0.0065, sides=12), 0, 0, side_) for p in (low,)] + [rotate(sweep(path, 0.004, sides=10), 0, 0, side_)]), "handles")
    chain = np.array([(0.12, -0.03, 0.635), (0.13, -0.05, 0.6), (0.115, -0.06, 0.57)])
    b.add(move(sweep(smooth_path(chain, 20), 0.003, sides=8), 0, 0, 0), "handles", "chain")
    b.footprint = "round"
