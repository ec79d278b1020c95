# SPDX-License-Identifier: GPL-3.0-or-later
"""A birdcage and an aquarium."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, bezier, box, cylinder, displace, ellipsoid, join, move, rotate, sweep, torus
from diorama_stage.kit.growth import Growth
from diorama_stage.props.registry import prop


@prop("birdcage")
def birdcage(spec: Spec, b: Builder) -> None:
    """Wires from a round floor to a dome, bands, a door, a perch that swings, a ring to hang it by."""
    b.slot("body", b.choose("brass", "iron"), role="main")
    b.slot("perch", "wood", "#9c7446", role="trim")
    r, h, n = 0.17, 0.34, 30
    wires = []
    for k in range(n):
        a = 2 * np.pi * k / n
        c, s = np.cos(a), np.sin(a)
        dome = bezier((r, 0, h), (r, 0, h + 0.12), (0.05, 0, h + 0.2), (0.004, 0, h + 0.2), 16)
        path = np.concatenate([[(r * c, r * s, 0.03)], np.stack([dome[:, 0] * c, dome[:, 0] * s, dome[:, 2]], axis=1)])
        wires.append(sweep(path, 0.0016, sides=6))
    bands = [torus(r, 0.0032, at=(0, 0, z), segments=72, sides=8) for z in (0.03, 0.17, h)]
    b.add(join([*wires, *bands]), "body", "bars")
    b.add(cylinder(r + 0.012, 0.032, bevel=0.006), "body", "base")
    b.add(move(rotate(torus(0.024, 0.0032, segments=40, sides=8), 90, 0, 0), 0, 0, h + 0.225), "body", "ring")
    door = [
        sweep(
            [(-0.045, -r - 0.004, 0.06), (-0.045, -r - 0.004, 0.15), (0.045, -r - 0.004, 0.15), (0.045, -r - 0.004, 0.06), (-0.045, -r - 0.004, 0.06)],
            0.0026,
            sides=8,
        )
    ]
    b.add(join(door), "body", "door")
    b.add(sweep([(-0.06, 0, 0.17), (0.06, 0, 0.17)], 0.006, sides=12), "perch")
    b.add(join([sweep([(s * 0.055, 0, 0.17), (s * 0.02, 0, h + 0.18)], 0.0012, sides=6) for s in (-1, 1)]), "body", "perch wires")
    b.support("inside", -0.07, 0.07, -0.05, 0.05, 0.176, headroom=0.3)  # what is in it sits on the perch
    b.hang, b.footprint = (0, 0, h + 0.25), "round"


@prop("aquarium")
def aquarium(spec: Spec, b: Builder) -> None:
    """Five panes, water to a finger below the rim, gravel, stones and water plants, a dark frame."""
    w, d, h, g = 0.6, 0.3, 0.36, 0.006
    b.slot("frame", "plastic", "#1b1c1e")
    b.slot("glass", "glass", "#eef5f3", role="fixed")
    b.slot("water", "liquid", role="fixed", params={"of": "water", "closed": True})
    b.slot("gravel", "gravel", b.choose("#b9ab8e", "#8d8577"), role="fixed")
    b.slot("stones", "stone", "#6f6a63", role="fixed")
    b.slot("plants", "leaf", "#3f7a35", role="fixed")
    panes = [box(w, g, h, bevel=0.001, at=(0, s * (d - g) / 2, 0)) for s in (-1, 1)] + [
        box(g, d - 2 * g, h, bevel=0.001, at=(s * (w - g) / 2, 0, 0)) for s in (-1, 1)
    ]
    b.add(join([*panes, box(w, d, g, bevel=0.001)]), "glass", "panes")
    b.add(box(w - 2.2 * g, d - 2.2 * g, h - 0.06, bevel=0.001, at=(0, 0, 0.028)), "water")
    b.add(displace(box(w - 2.6 * g, d - 2.6 * g, 0.035, bevel=0.01, at=(0, 0, 0.009)), 0.006, 0.02, seed=spec.seed), "gravel")
    for z in (0.0, h - 0.018):
        edge = [box(w + 0.008, 0.014, 0.022, bevel=0.003, at=(0, s * d / 2, z)) for s in (-1, 1)] + [
            box(0.014, d, 0.022, bevel=0.003, at=(s * w / 2, 0, z)) for s in (-1, 1)
        ]
        b.add(join(edge), "frame")
    rocks = [
        displace(ellipsoid(sx, sx * 0.8, sx * 0.7, at=(x, y, 0.05), segments=32), sx * 0.25, sx * 0.8, seed=spec.seed + k)
        for k, (x, y, sx) in enumerate(((-0.17, 0.03, 0.045), (-0.11, 0.06, 0.03), (0.19, 0.02, 0.036)))
    ]
    b.add(join(rocks), "stones")
    weed = Growth()
    for _ in range(34):
        x, y, tall = b.rng.choice((-0.22, -0.05, 0.12, 0.24)) + b.rng.uniform(-0.03, 0.03), b.rng.uniform(0.0, 0.11), b.rng.uniform(0.1, 0.27)
        t = np.linspace(0, 1, 9)
        spine = np.stack([x + 0.02 * np.sin(4 * t + x * 40) * t, y + 0.012 * np.cos(5 * t + x * 20) * t, 0.04 + tall * t], axis=1)
        half = 0.006 * np.sin(np.pi * np.clip(t + 0.05, 0, 1)) + 0.0006
        weed.sheet(np.stack([spine - np.stack([half, half * 0, half * 0], axis=1), spine + np.stack([half, half * 0, half * 0], axis=1)]), np.ones((2, 9)))
    b.add(weed.object("weed"), "plants")
    b.interior = Interior(0.12, 0.06, h - 0.04)
