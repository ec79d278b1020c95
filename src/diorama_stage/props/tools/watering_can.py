# SPDX-License-Identifier: GPL-3.0-or-later
"""A watering can."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, join, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.props.registry import prop


@prop("watering_can")
def watering_can(spec: Spec, b: Builder) -> None:
    """Of zinc or enamel: a drum with a half lid, a long spout with a brace and a rose, a hoop above and a grip behind."""
    r, h = 0.088, b.vary(0.17, 0.05)
    b.slot("body", *b.choose(("steel", "#a3a7a8"), ("steel", "#a3a7a8"), ("paint", "#4c6a52"), ("copper", None)))
    b.slot("rose", "brass", "#c9a55a", role="trim")
    wall = 0.0014
    beads = lambda z: [(r, z - 0.004), (r + 0.0022, z), (r, z + 0.004)]
    out = [(r * 0.97, 0), (r, 0.003), *beads(0.02), *beads(h * 0.8), (r, h), (r + 0.0024, h + 0.0015), (r - 0.001, h + 0.003)]
    b.add(lathe([(0, 0.006), (r * 0.95, 0.006), *rounded_profile(out, 0.0012, 3), (r - wall - 0.0012, h), (r - wall, h - 0.002), (r - wall, 0.008), (0, 0.008)], segments=112, smooth=50), "body")
    lid = lathe([(0, h + 0.012), (r * 0.5, h + 0.009), (r * 0.9, h + 0.003), (r - 0.001, h), (r * 0.88, h + 0.0015), (r * 0.5, h + 0.0075), (0, h + 0.0105)], segments=112, smooth=60)
    for v in lid.data.vertices:  # closed over the front half only: water goes in behind
        v.co.x = min(v.co.x, 0.012) if v.co.x > 0.012 else v.co.x
    b.add(lid, "body", "lid")
    foot, tip = np.array((-r + 0.01, 0, 0.05)), np.array((-r - 0.19, 0, h * 1.28))
    path = smooth_path([foot, foot + (tip - foot) * 0.4, foot + (tip - foot) * 0.8, tip], 40)
    b.add(sweep(path, np.interp(np.linspace(0, 1, 40), [0, 0.12, 0.6, 1], [0.027, 0.021, 0.014, 0.0125]), sides=36), "body", "spout")
    rose = lathe(rounded_profile([(0, -0.01), (0.0135, -0.01), (0.014, 0.004), (0.03, 0.026), (0.0325, 0.027), (0.0325, 0.03), (0.026, 0.0335), (0, 0.036)], 0.0012), segments=72, smooth=50)
    rows = [(0.0, 1), (0.008, 6), (0.016, 12), (0.0235, 18)]
    way = math.degrees(math.atan2(-(tip - foot)[0], (tip - foot)[2]))
    b.slot("holes", "rubber", "#17130c", role="fixed")
    dots = [
        move(
            lathe([(0, 0), (0.0013, 0.0), (0.0013, 0.0009), (0, 0.001)], segments=10),
            far * math.cos(2 * math.pi * k / n),
            far * math.sin(2 * math.pi * k / n),
            0.0362 - 1.2 * max(far - 0.012, 0) * 0.22,
        )
        for far, n in rows
        for k in range(n)
    ]
    made = [rose, join(dots)]
    for o, slot in zip(made, ("rose", "holes"), strict=True):
        b.add(move(rotate(o, 0, -way), *tip), slot, "rose")
    brace = smooth_path([(-r * 0.72, 0, h + 0.002), (-r - 0.04, 0, h * 0.98), tuple(foot + (tip - foot) * 0.62)], 20)
    b.add(sweep(brace, 0.0042, sides=12), "body", "spout")
    hoop = smooth_path([(-r * 0.7, 0, h + 0.004), (-r * 0.62, 0, h + 0.055), (-r * 0.1, 0, h + 0.083), (r * 0.5, 0, h + 0.07), (r * 0.86, 0, h + 0.02), (r * 0.985, 0, h - 0.006)], 60)
    b.add(sweep(hoop, 0.0066, sides=20, flat=1.5), "body", "handle")
    grip = smooth_path([(r * 0.98, 0, h * 0.86), (r + 0.045, 0, h * 0.86), (r + 0.07, 0, h * 0.6), (r + 0.045, 0, h * 0.3), (r * 0.98, 0, h * 0.2)], 50)
    b.add(sweep(grip, 0.0062, sides=18, flat=1.5), "body", "handle")
    for group in b._parts.values():
        for o in group:
            move(rotate(o, 0, 0, 14), 0.055, 0.012, 0)
    b.interior = Interior(r - wall, 0.008, h, 0.055, 0.012)
