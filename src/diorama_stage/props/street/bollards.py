# SPDX-License-Identifier: GPL-3.0-or-later
"""Small ironwork of streets: bollards, manhole covers, a barber's pole."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, rounded_profile, sphere, sweep, torus
from diorama_stage.kit.growth import Growth
from diorama_stage.props.registry import prop


@prop("bollard")
def bollard(spec: Spec, b: Builder) -> None:
    """Of cast iron with rings and a ball, a plain steel post with a reflecting band, or a stone one."""
    kind = b.choose("iron", "steel") if spec.material not in ("stone", "granite", "concrete", "sandstone") else "stone"
    b.slot("body", {"iron": "cast_iron", "steel": "brushed_steel", "stone": "granite"}[kind], {"iron": "#25292c", "steel": "#b9bdbf", "stone": "#a5a19a"}[kind])
    b.slot("base", "concrete", "#8d8a85", role="trim")
    b.slot("band", "paint", "#e8e4da" if kind != "steel" else "#d23a2a", role="fixed")
    if kind == "iron":
        rows = [
            (0, 0),
            (0.115, 0),
            (0.115, 0.05),
            (0.1, 0.075),
            (0.105, 0.14),
            (0.088, 0.17),
            (0.082, 0.2),
            (0.07, 0.62),
            (0.088, 0.64),
            (0.088, 0.67),
            (0.068, 0.69),
            (0.066, 0.79),
            (0.09, 0.81),
            (0.09, 0.835),
            (0.05, 0.855),
            (0.035, 0.865),
            (0.062, 0.9),
            (0.068, 0.935),
            (0.05, 0.975),
            (0, 0.99),
        ]
        b.add(lathe(rounded_profile(rows, 0.008), segments=48), "body")
        b.add(cylinder(0.0745, 0.075, bevel=0.001, top=0.0725, at=(0, 0, 0.535)), "band")
    elif kind == "steel":
        b.add(lathe(rounded_profile([(0, 0), (0.057, 0), (0.057, 0.95), (0.05, 0.985), (0, 1.0)], 0.012), segments=48), "body")
        b.add(join([cylinder(0.0578, 0.07, bevel=0.001, at=(0, 0, z)) for z in (0.74, 0.86)]), "band")
        b.add(torus(0.07, 0.012, at=(0, 0, 0.014)), "body", "collar")
    else:
        rows = [(0, 0), (0.16, 0), (0.15, 0.5), (0.14, 0.78), (0.12, 0.86), (0.06, 0.91), (0, 0.92)]
        b.add(lathe(rounded_profile(rows, 0.03), segments=8, smooth=30), "body")
        b.add(cylinder(0.1475, 0.05, bevel=0.002, segments=8, at=(0, 0, 0.62)), "band")
    b.add(cylinder(0.2, 0.02, bevel=0.006, at=(0, 0, -0.018)), "base")
    b.footprint = "round"


@prop("manhole_cover")
def manhole_cover(spec: Spec, b: Builder) -> None:
    """A disc of cast iron in its ring, level with the road: raised studs and rays worn bright, two keyholes."""
    b.slot("body", "cast_iron", b.choose("#4a4744", "#524a42", "#45474a"))
    b.slot("ring", "cast_iron", "#3a3836", role="trim")
    b.slot("studs", "iron", "#6a6764", role="trim", finish=("worn",))
    b.slot("dark", "soil", "#15130f", role="fixed")
    r, rng = 0.31, b.rng
    b.add(cylinder(r, 0.02, bevel=0.003, segments=96), "body")
    b.add(lathe(rounded_profile([(r + 0.008, 0), (r + 0.06, 0), (r + 0.06, 0.021), (r + 0.008, 0.022), (r + 0.008, 0)], 0.003), segments=96), "ring")
    b.add(cylinder(r + 0.01, 0.008, bevel=0, segments=96), "dark")
    studs = [torus(rr, 0.0055, at=(0, 0, 0.0205), segments=96, sides=10) for rr in (r - 0.018, 0.105)]
    if rng.random() < 0.5:
        for k, rr in enumerate((0.135, 0.172, 0.209, 0.246)):
            count = 20 + 6 * k
            for j in range(count):
                a = 2 * math.pi * (j + 0.5 * (k % 2)) / count
                studs.append(move(rotate(box(0.022, 0.014, 0.006, bevel=0.002, segments=2), 0, 0, math.degrees(a)), rr * math.cos(a), rr * math.sin(a), 0.0195))
    else:
        for x in np.arange(-0.27, 0.28, 0.034):
            for y in np.arange(-0.27, 0.28, 0.034):
                if 0.125 < math.hypot(x, y) < r - 0.04:
                    studs.append(box(0.021, 0.021, 0.006, bevel=0.0025, segments=2, at=(x, y, 0.0195)))
    studs += [move(rotate(box(0.07, 0.011, 0.006, bevel=0.002, at=(0.055, 0, 0)), 0, 0, k * 60), 0, 0, 0.0195) for k in range(6)]
    b.add(join([*studs, cylinder(0.024, 0.007, bevel=0.002, at=(0, 0, 0.0195))]), "studs")
    b.add(join([box(0.034, 0.012, 0.0012, bevel=0, at=(s * (r - 0.045), 0, 0.0198)) for s in (-1, 1)]), "dark", "keyholes")
    b.support("top", -0.2, 0.2, -0.2, 0.2, 0.026, round=True)
    b.footprint = "round"


@prop("barber_pole")
def barber_pole(spec: Spec, b: Builder) -> None:
    """A glass cylinder with stripes that wind round, between domed caps of chrome; on a foot, or on an arm from the wall."""
    b.slot("white", "paint", "#f1efe9", role="trim", finish=("glossy",))
    b.slot("red", "paint", "#b3212a", finish=("glossy",))
    b.slot("blue", "paint", "#23407f", role="trim", finish=("glossy",))
    b.slot("metal", "chrome", role="fixed")
    b.slot("glass", "glass", role="fixed", params={"pane": True})
    r, low, high = 0.075, 0.3, 0.9
    turns, grid = 2.0, np.linspace(0, 1, 60)
    stripes = {"white": ((0.0, 0.25), (0.5, 0.75)), "red": ((0.25, 0.5),), "blue": ((0.75, 1.0),)}
    for name, shares in stripes.items():
        growth = Growth()
        for a0, a1 in shares:
            a = 2 * np.pi * (np.linspace(a0, a1, 10)[None, :] + turns * grid[:, None])
            z = np.broadcast_to(low + (high - low) * grid[:, None], a.shape)
            growth.sheet(np.stack([r * np.cos(a), r * np.sin(a), z], axis=-1), 1.0)
        b.add(growth.object(name), name, "stripes")
    b.add(lathe([(r + 0.007, low), (r + 0.007, high)], segments=64), "glass")
    cap = [
        (0, 0),
        (0.088, 0),
        (0.092, 0.015),
        (0.088, 0.03),
        (0.098, 0.04),
        (0.098, 0.06),
        (0.088, 0.07),
        (0.075, 0.11),
        (0.045, 0.14),
        (0.02, 0.155),
        (0.018, 0.165),
        (0.026, 0.18),
        (0.018, 0.198),
        (0, 0.203),
    ]
    b.add(move(lathe(rounded_profile(cap, 0.004), segments=56), 0, 0, high), "metal", "caps")
    b.add(move(rotate(lathe(rounded_profile(cap[:9] + [(0, 0.112)], 0.004), segments=56), 180), 0, 0, low), "metal", "caps")
    b.add(
        lathe(
            rounded_profile([(0, 0), (0.13, 0), (0.13, 0.018), (0.05, 0.04), (0.032, 0.07), (0.032, 0.14), (0.055, 0.17), (0.06, 0.2), (0, 0.2)], 0.006),
            segments=56,
        ),
        "metal",
        "foot",
    )
    if spec.has("mounted"):
        b.add(join([sweep([(0, 0.06, z), (0, 0.12, z), (0, 0.19, z)], 0.012) for z in (low + 0.03, high - 0.03)]), "metal", "arms")
        b.add(box(0.08, 0.02, 0.7, bevel=0.006, at=(0, 0.19, 0.25)), "metal", "plate")
    b.add(sphere(0.012, at=(0, 0, low - 0.01), segments=12), "metal", "caps")
    b.footprint = "round"
