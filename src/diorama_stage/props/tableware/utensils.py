# SPDX-License-Identifier: GPL-3.0-or-later
"""Kitchen tools: rolling pins, whisks, spatulas, corkscrews and corks."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, displace, ellipsoid, extrude, field, join, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


def turned_grip(length: float, radius: float) -> np.ndarray:
    """Profile of a turned wooden grip along z from 0: a neck, a belly, a round end."""
    return smooth_path(
        [(radius * 0.62, 0), (radius * 0.6, length * 0.06), (radius * 0.78, length * 0.2), (radius, length * 0.55), (radius * 0.92, length * 0.82), (radius * 0.55, length * 0.97), (0, length)], 40
    )


@prop("rolling_pin")
def rolling_pin(spec: Spec, b: Builder) -> None:
    """A barrel of pale wood with a turned handle at either end, lying a little askew."""
    half, r = 0.128, b.vary(0.0285, 0.05)
    b.slot("body", "oak", "#c99f6b")
    b.slot("handles", "oak", b.choose("#b9824c", "#c99f6b", "#a33127"), role="trim")
    body = lathe(rounded_profile([(0, -half), (r - 0.002, -half), (r, -half + 0.003), (r, half - 0.003), (r - 0.002, half), (0, half)], 0.003), segments=96)
    made = [b.add(tint(body, lambda p: 1 - 0.1 * np.clip(np.sin(p[:, 2] * 31 + 2) + np.sin(p[:, 2] * 83), 0, 2)), "body")]
    for s in (-1, 1):
        grip = [(0, half), (0.008, half), (0.008, half + 0.006), *[(x, half + 0.005 + z) for x, z in turned_grip(0.09, 0.0155)]]
        made.append(b.add(rotate(lathe(grip, segments=48, smooth=60), 0 if s > 0 else 180), "handles"))
    for o in made:
        rotate(rotate(o, 0, 90, 0), 0, 0, b.spec.seed % 3 * 9 - 14)
    grounded(*made)


@prop("whisk")
def whisk(spec: Spec, b: Builder) -> None:
    """A balloon of wires in a long handle, lying."""
    b.slot("wires", "chrome", role="main")
    b.slot("handle", *b.choose(("brushed_steel", None), ("oak", "#b98a58")), role="trim")
    made = []
    for k in range(5):
        a = math.pi * k / 5 + 0.2
        wide, tip = 0.036 - 0.0012 * k, 0.168 - 0.0035 * k
        half = [(0.003, 0.0), (0.006, 0.03), (wide * 0.72, 0.085), (wide, 0.128), (wide * 0.72, 0.155), (0, tip)]
        loop = smooth_path([*[(x, z) for x, z in half], *[(-x, z) for x, z in half[-2::-1]]], 80)
        made.append(sweep(np.stack([loop[:, 0] * math.cos(a), loop[:, 0] * math.sin(a), loop[:, 1]], axis=1), 0.00085, sides=7))
    wires = b.add(join(made), "wires")
    grip = [(0, 0.006), (0.0062, 0.006), (0.0072, 0.0), (0.0098, -0.03), (0.0088, -0.07), (0.0108, -0.112), (0.0082, -0.124), (0.0, -0.126)]
    handle = b.add(lathe(smooth_path(grip, 60), segments=48, smooth=70), "handle")
    ring = b.add(move(rotate(sweep([(0.0085 * math.cos(t), 0.0085 * math.sin(t), 0) for t in np.linspace(0, 2 * math.pi, 40)], 0.0013, sides=8), 90), 0, 0, -0.132), "wires", "ring")
    for o in (wires, handle, ring):
        rotate(rotate(o, 0, 94, 0), 0, 0, 200 + b.spec.seed % 5 * 6)
    grounded(wires, handle, ring)


@prop("spatula")
def spatula(spec: Spec, b: Builder) -> None:
    """A wooden turner; a slotted one of steel ("fish slice"); or a silicone scraper on a wooden handle."""
    form = (
        "scraper"
        if spec.material in ("rubber", "silicone") or spec.is_a("rubber")
        else "steel"
        if spec.material in ("steel", "brushed_steel") or spec.is_a("slice")
        else "wood"
        if spec.material
        else b.choose("wood", "scraper", "steel")
    )
    made = []
    if form == "scraper":
        b.slot("blade", "rubber", b.choose("#c2413a", "#5f8f8a", "#d8cdbb"), finish=("satin",))
        b.slot("handle", "oak", "#b98a58", role="trim")
        blade = extrude([(-0.026, 0), (0.026, 0), (0.029, 0.03), (0.029, 0.07), (0.02, 0.084), (-0.012, 0.088), (-0.028, 0.08), (-0.029, 0.03)], 0.009, bevel=0.0036, at=(0, 0, -0.0045))
        made.append(b.add(blade, "blade"))
        made.append(b.add(move(rotate(lathe([(0, -0.005), (0.006, -0.005), *[(x, z) for x, z in turned_grip(0.19, 0.0085)]], segments=40, smooth=60), 90), 0, 0.006, 0), "handle"))
    elif form == "wood":
        b.slot("blade", "wood", b.choose("#b98550", "#c4975f", "#8f5c34"))
        stem = smooth_path([(0.0085, -0.215), (0.0095, -0.2), (0.0075, -0.08), (0.0085, -0.02), (0.024, 0.02), (0.031, 0.055), (0.0315, 0.09)], 50)
        outline = [*[(x, y) for x, y in stem], (0.026, 0.097), (-0.028, 0.092), *[(-x, y) for x, y in stem[::-1]]]
        body = extrude(outline, 0.0085, bevel=0.0038, at=(0, 0, -0.00425))
        for v in body.data.vertices:
            t = np.clip((v.co.y - 0.0) / 0.09, 0, 1)
            v.co.z = v.co.z * (1 - 0.62 * t) + 0.012 * t**2
        made.append(b.add(body, "blade"))
    else:
        b.slot("blade", "brushed_steel")
        b.slot("handle", *b.choose(("oak", "#7a4f30"), ("plastic", "#1c1d1f")), role="trim")
        bars = [box(0.0105 if abs(x) > 0.03 else 0.008, 0.07, 0.0014, bevel=0.0004, at=(x, 0.048, 0)) for x in (-0.0325, -0.0165, 0.0, 0.0165, 0.0325)]
        ends = [box(0.0755, 0.016, 0.0014, bevel=0.0004, at=(0, y, 0)) for y in (0.012, 0.085)]
        made.append(b.add(join([*bars, *ends]), "blade"))
        made.append(b.add(sweep(smooth_path([(0, 0.014, 0.001), (0, -0.01, 0.008), (0, -0.06, 0.036), (0, -0.1, 0.052)], 30), np.linspace(0.009, 0.0055, 30), sides=16, flat=0.35), "blade", "neck"))
        made.append(
            b.add(
                sweep(
                    smooth_path([(0, -0.09, 0.0485), (0, -0.14, 0.064), (0, -0.2, 0.078)], 24),
                    np.interp(np.linspace(0, 1, 24), [0, 0.1, 0.7, 0.95, 1], [0.008, 0.0105, 0.012, 0.0105, 0.006]),
                    sides=24,
                    flat=0.62,
                ),
                "handle",
            )
        )
    turn = 90 if spec.has("held") else 58 + b.spec.seed % 4 * 8  # a hand guides it by its length
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)


@prop("cork")
def cork(spec: Spec, b: Builder) -> None:
    """A stopper of natural cork, lying, one end stained by wine."""
    r, h = 0.0118, b.vary(0.044, 0.06)
    b.slot("body", "clay", "#c9a171")  # one cut from bark: the material cork is of pressed granules
    body = displace(
        lathe(
            rounded_profile(
                [
                    (0, 0),
                    *[(x, 0) for x in np.linspace(r * 0.15, r * 0.85, 7)],
                    (r, 0),
                    *[(r, z) for z in np.linspace(h * 0.04, h * 0.96, 40)],
                    (r, h),
                    *[(x, h) for x in np.linspace(r * 0.85, r * 0.15, 7)],
                    (0, h),
                ],
                0.0012,
            ),
            segments=110,
        ),
        0.0003,
        0.003,
        seed=spec.seed,
    )

    def grown(p):
        pores = np.clip((field(p * (1, 1, 0.35), 0.0016, seed=spec.seed) - 0.5) * 2.2, 0, 1)[:, None]
        wine = np.clip((h * 0.16 - p[:, 2] + 0.002 * field(p, 0.006, seed=spec.seed)) / 0.002, 0, 1)[:, None]
        return (1 - 0.6 * pores + 0.12 * field(p, 0.005, seed=3)[:, None]) * (1 - wine * np.array([0.55, 0.8, 0.7]))

    b.add(tint(body, grown), "body")
    grounded(rotate(rotate(body, 90), 0, 0, b.rng.uniform(20, 70)))


@prop("corkscrew")
def corkscrew(spec: Spec, b: Builder) -> None:
    """A screw of steel in a turned wooden grip, lying."""
    b.slot("grip", "wood", b.choose("#6d4327", "#8a5a34"))
    b.slot("metal", "chrome", role="trim")
    half = 0.046
    outline = smooth_path(
        [(0, -half), (0.0085, -half * 0.96), (0.0115, -half * 0.62), (0.0098, -half * 0.25), (0.0112, 0), (0.0098, half * 0.25), (0.0115, half * 0.62), (0.0085, half * 0.96), (0, half)], 70
    )
    grip = b.add(rotate(lathe(outline, segments=48, smooth=70), 0, 90, 0), "grip")
    t = np.linspace(0, 1, 160)
    screw = np.stack([0.0042 * np.cos(2 * np.pi * 5.5 * t) * np.clip(9 * (1 - t), 0.05, 1), 0.0042 * np.sin(2 * np.pi * 5.5 * t) * np.clip(9 * (1 - t), 0.05, 1), -0.045 - 0.058 * t], axis=1)
    metal = [
        sweep([(0, 0, 0.0), (0, 0, -0.02), (0, 0, -0.042)], 0.0029, sides=16),
        cylinder(0.0058, 0.007, bevel=0.0015, at=(0, 0, -0.018)),
        sweep(np.concatenate([[(0, 0, -0.038)], screw]), np.concatenate([[0.0024], np.interp(t, [0, 0.9, 1], [0.0017, 0.0015, 0.0003])]), sides=10),
        ellipsoid(0.003, 0.003, 0.003, at=(0, 0, -0.041), segments=16),
    ]
    screw_ = b.add(join(metal), "metal", "screw")
    for o in (grip, screw_):
        rotate(rotate(o, 84), 0, 0, b.rng.uniform(-70, -40))
    grounded(grip, screw_)
