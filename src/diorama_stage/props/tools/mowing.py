# SPDX-License-Identifier: GPL-3.0-or-later
"""What is used in yards and fields: a lawn mower, a kettle barbecue, a scythe, a hand truck."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    displace,
    ellipsoid,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    rounded_rectangle,
    smooth_path,
    sweep,
    torus,
)
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import add_rod, rods, slab, turned
from diorama_stage.props.registry import prop


def small_wheel(b: Builder, x: float, y: float, radius: float, width: float, part: str = "wheels") -> None:
    """A wheel on the ground: a rubber tyre (slot `tyres`) about a hub (slot `hubs`)."""
    w = width / 2
    tyre = [
        (radius * 0.62, -w * 0.9),
        (radius * 0.9, -w),
        (radius, -w * 0.6),
        (radius, w * 0.6),
        (radius * 0.9, w),
        (radius * 0.62, w * 0.9),
        (radius * 0.62, -w * 0.9),
    ]
    b.add(turned(tyre, (x, y, radius), segments=48), "tyres", part)
    b.add(
        turned(
            [(0, -w * 0.8), (radius * 0.2, -w * 0.95), (radius * 0.64, -w * 0.7), (radius * 0.64, w * 0.7), (radius * 0.2, w * 0.95), (0, w * 0.8)],
            (x, y, radius),
            segments=40,
        ),
        "hubs",
        part,
    )


@prop("lawn_mower")
def lawn_mower(spec: Spec, b: Builder) -> None:
    """A petrol mower, its front to the left: a pressed deck on four wheels, the engine with its recoil starter on it, a folding handle, a bag for the grass."""
    b.slot("deck", "paint", b.choose("#b3251c", "#2f7d3a", "#d9641a", "#24508a"), finish=("glossy",))
    b.slot("engine", "plastic", "#26282b", role="trim")
    b.slot("metal", "aluminium", "#a9acaf", role="fixed")
    b.slot("handle", "steel", "#3b3e41", role="trim")
    b.slot("bag", "canvas", "#2b2d30", role="trim")
    b.slot("tyres", "rubber", "#191a1b", role="fixed")
    b.slot("hubs", "plastic", "#d7d8d6", role="fixed")
    rows = ((0.05, 0.68, 0.5, 0.14), (0.15, 0.68, 0.5, 0.14), (0.185, 0.64, 0.46, 0.14), (0.2, 0.5, 0.36, 0.13), (0.21, 0.36, 0.3, 0.12))
    b.add(loft([np.column_stack([rounded_rectangle(w, d, r), np.full(32, z)]) for z, w, d, r in rows], smooth=50), "deck")
    for s in (-1, 1):
        small_wheel(b, -0.27, s * 0.27, 0.1, 0.05)
        small_wheel(b, 0.28, s * 0.275, 0.125, 0.055)
    b.add(lathe(rounded_profile([(0, 0.2), (0.14, 0.2), (0.14, 0.25), (0.12, 0.26), (0.12, 0.33), (0.1, 0.36), (0, 0.365)], 0.015), segments=64), "engine")
    b.add(lathe([(0, 0.364), (0.07, 0.364), (0.06, 0.375), (0, 0.377)], segments=48), "metal", "starter")
    fins = [box(0.1, 0.16, 0.006, bevel=0.002, at=(-0.15, 0, 0.225 + 0.014 * k)) for k in range(7)]
    b.add(join(fins), "metal", "cylinder")
    b.add(cylinder(0.05, 0.07, bevel=0.01, at=(0.02, 0.13, 0.25)), "engine", "filter")
    b.add(move(rotate(cylinder(0.03, 0.1, bevel=0.008), 90), -0.16, -0.08, 0.25), "metal", "exhaust")
    b.add(cylinder(0.022, 0.02, bevel=0.004, segments=10, at=(0.09, -0.07, 0.34)), "deck", "cap")
    for s in (-1, 1):
        b.add(sweep(smooth_path([(0.3, s * 0.22, 0.18), (0.62, s * 0.22, 0.56), (1.02, s * 0.2, 0.96)], 30), 0.0125, sides=14), "handle")
    add_rod(b, "handle", (1.02, -0.2, 0.96), (1.02, 0.2, 0.96), 0.0125, "handle")
    add_rod(b, "engine", (1.02, -0.13, 0.96), (1.02, 0.13, 0.96), 0.0175, "grip")
    b.add(sweep(smooth_path([(0.93, -0.2, 0.9), (0.97, -0.1, 0.97), (0.97, 0.1, 0.97), (0.93, 0.2, 0.9)], 30), 0.005, sides=10), "metal", "lever")
    b.add(sweep(smooth_path([(0.09, 0, 0.372), (0.3, 0.05, 0.45), (0.62, 0.18, 0.58)], 30), 0.003, sides=6), "engine", "cord")
    bag = [(0.33, 0.1), (0.78, 0.06), (0.84, 0.14), (0.8, 0.4), (0.5, 0.42), (0.34, 0.28)]
    b.add(slab(bag, 0.4, bevel=0.05, segments=4), "bag")


@prop("barbecue_grill")
def barbecue_grill(spec: Spec, b: Builder) -> None:
    """A kettle barbecue on three legs, two of them wheeled: a bowl, its lid with a vent and a handle on it or at its side, coals, a grate with food."""
    b.slot("bowl", "paint", b.choose("#17181a", "#17181a", "#8f1f1a", "#2f4a5f"), finish=("glossy",))
    b.slot("metal", "steel", "#b4b8ba", role="trim")
    b.slot("wood", "oak", "#8a5a32", role="trim")
    b.slot("coals", "charred", "#2b2725", role="fixed")
    b.slot("glow", "emission", "#ff5a1c", role="fixed", params={"strength": 1.6})
    b.slot("tyres", "rubber", "#1a1b1c", role="fixed")
    b.slot("hubs", "plastic", "#d3d4d2", role="fixed")
    r, z = 0.28, 0.72
    t = np.linspace(-np.pi / 2, 0, 24)
    outer = [(r * math.cos(a), z + 0.24 * math.sin(a)) for a in t]
    b.add(lathe([*outer, (r + 0.006, z + 0.006), (r - 0.004, z + 0.006), *[(x * 0.97, q + 0.008) for x, q in outer[::-1]]], segments=96, smooth=60), "bowl")
    closed = spec.has("closed")
    up = [(r * 1.012 * math.cos(a), 0.21 * math.sin(a)) for a in np.linspace(0, np.pi / 2, 24)]
    lid = lathe([(r * 1.012, -0.014), *up, *[(x * 0.97, q - 0.008) for x, q in up[::-1]], (r * 0.985, -0.014), (r * 1.012, -0.014)], segments=96, smooth=60)
    knob = [sweep(smooth_path([(-0.06, 0, 0.2), (-0.055, 0, 0.245), (0.055, 0, 0.245), (0.06, 0, 0.2)], 30), 0.006, sides=12)]
    wood, vent = rotate(cylinder(0.013, 0.1, bevel=0.004, segments=24), 0, 90), cylinder(0.04, 0.01, bevel=0.003, at=(0.12, 0, 0.186))
    for o, slot, part in (
        (lid, "bowl", "lid"),
        (knob[0], "metal", "handle"),
        (move(wood, -0.05, 0, 0.248), "wood", "handle"),
        (rotate(vent, 0, 12), "metal", "vent"),
    ):
        b.add(move(o, 0, 0, z + 0.012) if closed else move(rotate(o, 0, 76, 0), 0.34, 0.06, z + 0.02), slot, part)
    for k, a in enumerate((-60, 60, 180)):
        c, s = math.cos(math.radians(a + 90)), math.sin(math.radians(a + 90))
        add_rod(b, "metal", (c * 0.17, s * 0.17, z - 0.17), (c * 0.31, s * 0.31, 0.1 if k < 2 else 0.0), 0.0125, "legs")
        if k < 2:
            small_wheel(b, c * 0.33, s * 0.31, 0.09, 0.035)
    b.add(lathe([(0, 0.3), (0.16, 0.3), (0.17, 0.315), (0.16, 0.31), (0, 0.305)], segments=48), "metal", "ash pan")
    for s in (-1, 1):
        b.add(
            sweep(
                smooth_path([(-0.1, s * 0.26, z - 0.02), (-0.09, s * 0.33, z - 0.02), (0.09, s * 0.33, z - 0.02), (0.1, s * 0.26, z - 0.02)], 30),
                0.006,
                sides=10,
            ),
            "metal",
            "side handles",
        )
    if not closed:
        _fire(b, r, z)
    b.footprint = "round"


def _fire(b: Builder, r: float, z: float) -> None:
    """The grate with sausages and steaks over coals, some of them aglow."""
    bars = [((x, -math.sqrt(r**2 - x**2) * 0.97, z - 0.012), (x, math.sqrt(r**2 - x**2) * 0.97, z - 0.012)) for x in np.linspace(-r * 0.94, r * 0.94, 27)]
    b.add(rods(bars, 0.003, sides=8), "metal", "grate")
    b.add(torus(r * 0.96, 0.004, at=(0, 0, z - 0.012), segments=72, sides=10), "metal", "grate")
    for slot, n in (("coals", 46), ("glow", 16)):
        lumps = []
        for _ in range(n):
            a, far = b.rng.uniform(0, 6.28), r * 0.78 * b.rng.random() ** 0.5
            lumps.append(
                displace(
                    ellipsoid(0.03, 0.026, 0.02, at=(far * math.cos(a), far * math.sin(a), z - 0.1 + b.rng.uniform(-0.01, 0.012)), segments=12),
                    0.008,
                    0.03,
                    seed=b.rng.randrange(99),
                )
            )
        b.add(join(lumps), slot, "coals")
    b.slot("sausages", "seared", "#8a4522", role="fixed")
    b.slot("steaks", "seared", "#5a2f1c", role="fixed")
    links = []
    for k in range(5):
        x = -0.14 + 0.042 * k
        links.append(
            sweep(
                smooth_path([(x, -0.16, z + 0.006), (x + 0.008, -0.1, z + 0.007), (x, -0.02, z + 0.006)], 24),
                np.interp(np.linspace(0, 1, 24), [0, 0.08, 0.92, 1], [0.004, 0.0145, 0.0145, 0.004]),
                sides=16,
            )
        )
    b.add(join(links), "sausages", "food")
    steaks = [
        displace(
            loft(
                [
                    np.column_stack([rounded_rectangle(0.13 * k, 0.1 * k, 0.04 * k) + (0.1 * s, 0.09), np.full(32, z - 0.008 + q)])
                    for q, k in ((0, 0.94), (0.008, 1.0), (0.02, 0.98), (0.026, 0.86))
                ],
                smooth=60,
            ),
            0.006,
            0.04,
            seed=s + 3,
        )
        for s in (-1, 1)
    ]
    b.add(join(steaks), "steaks", "food")


@prop("scythe")
def scythe(spec: Spec, b: Builder) -> None:
    """A long curved blade set square to a bent snath with two grips; it leans, or lies."""
    b.slot("blade", "steel", "#8d9093")
    b.slot("snath", "oak", b.choose("#a87a48", "#8f6438", "#b98f5c"), role="trim")
    b.slot("ring", "iron", "#3a3b3d", role="fixed")
    path = smooth_path([(0, 0, 0.06), (0.015, 0, 0.4), (-0.035, 0, 0.8), (0.03, 0, 1.2), (0.07, 0, 1.55)], 60)
    b.add(sweep(path, np.interp(np.linspace(0, 1, 60), [0, 1], [0.0185, 0.0155]), sides=20), "snath")
    for t, way in ((0.52, -1), (0.86, -1)):
        p = path[int(t * 59)]
        b.add(sweep([p, p + (way * 0.06, -0.05, 0.0), p + (way * 0.13, -0.07, 0.035)], [0.013, 0.0125, 0.0145], sides=16), "snath", "grips")
    u = np.linspace(0, 1, 50)
    spine = np.stack([-0.75 * u, np.zeros(50), 0.05 + 0.16 * np.sin(u * np.pi * 0.62) - 0.2 * u**2.2], axis=1)
    wide = np.interp(u, [0, 0.06, 0.2, 0.75, 1], [0.02, 0.055, 0.075, 0.05, 0.001])
    rings = []
    for p, w in zip(spine, wide, strict=True):
        rings.append([p + (0, 0.004, 0), p + (0, -0.004, 0.002), p + (0, -0.012, -0.006), p + (0, -0.002, -w), p + (0, 0.0, -w * 0.99)])
    b.add(loft(np.array(rings), smooth=35), "blade")
    b.add(sweep([(0.02, -0.022, 0.075), (0.0, -0.022, 0.075), (-0.05, -0.006, 0.06)], 0.009, sides=10), "blade", "tang")
    b.add(join([torus(0.022, 0.004, at=(0.001, 0, q), segments=40, sides=10) for q in (0.075, 0.115)]), "ring")
    b.lean = "back"
    if not spec.has("leaning", "upright", "standing"):
        lying(b, b.rng.uniform(-10, 10))


@prop("hand_truck")
def hand_truck(spec: Spec, b: Builder) -> None:
    """A sack barrow standing: a tubular frame with crossbars and a looped grip, a toe plate, two pneumatic wheels; cartons on it."""
    b.slot("frame", "paint", b.choose("#c4261f", "#2a62a0", "#e0a51c", "#2c2e31"), finish=("satin",))
    b.slot("plate", "steel", "#8d9194", role="trim")
    b.slot("grips", "rubber", "#1b1c1d", role="fixed")
    b.slot("tyres", "rubber", "#1a1b1c", role="fixed")
    b.slot("hubs", "steel", "#c9cbcc", role="fixed")
    for s in (-1, 1):
        path = smooth_path([(s * 0.17, 0.02, 0.03), (s * 0.17, 0.02, 0.9), (s * 0.165, 0.05, 1.08), (s * 0.15, 0.16, 1.2)], 50)
        b.add(sweep(path, 0.0155, sides=14), "frame")
        add_rod(b, "grips", tuple(path[-4]), tuple(path[-1] + (0, 0.012, 0.012)), 0.02, "grips")
        b.add(sweep(smooth_path([(s * 0.17, 0.03, 0.5), (s * 0.18, 0.16, 0.36), (s * 0.18, 0.17, 0.16)], 24), 0.011, sides=12), "frame", "stays")
        small_wheel(b, 0, 0, 0.13, 0.07)
        for o in b._parts["wheels"][-2:]:
            move(rotate(o, 0, 0, 90), s * 0.24, 0.15, 0)
    add_rod(b, "plate", (-0.26, 0.15, 0.13), (0.26, 0.15, 0.13), 0.011, "axle")
    for z in (0.2, 0.45, 0.7, 0.95):
        b.add(sweep(smooth_path([(-0.17, 0.02, z), (0, 0.035, z + 0.015), (0.17, 0.02, z)], 16), 0.0105, sides=12), "frame", "bars")
    b.add(sweep(smooth_path([(-0.15, 0.15, 1.195), (0, 0.165, 1.205), (0.15, 0.15, 1.195)], 16), 0.0125, sides=12), "frame", "bars")
    b.add(box(0.4, 0.24, 0.009, bevel=0.003, at=(0, -0.1, 0.02)), "plate")
    b.add(box(0.4, 0.009, 0.13, bevel=0.003, at=(0, 0.016, 0.02)), "plate")
    if not spec.has("empty"):
        b.slot("cartons", "cardboard", "#b98f5f", role="fixed")
        b.slot("tape", "paper", "#cbb083", role="fixed")
        z = 0.03
        for w, h in ((0.38, 0.3), (0.36, 0.24), (0.28, 0.2)):
            b.add(rotate(box(w, 0.24, h, bevel=0.003, at=(b.rng.uniform(-0.02, 0.02), -0.115, z)), 0, 0, b.rng.uniform(-2, 2)), "cartons")
            b.add(box(0.05, 0.243, h + 0.001, bevel=0.001, at=(0, -0.115, z)), "tape", "cartons")
            z += h
