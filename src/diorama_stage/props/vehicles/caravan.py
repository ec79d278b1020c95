# SPDX-License-Identifier: GPL-3.0-or-later
"""A touring caravan, and the wheels that steer ships and spin wool."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, rounded_profile, rounded_rectangle, smooth_path, sphere, sweep, torus
from diorama_stage.kit.parts import add_rod, mudguard, slab
from diorama_stage.props.registry import prop


@prop("caravan")
def caravan(spec: Spec, b: Builder) -> None:
    """A rounded trailer of the sixties in two colours: windows with curtains, a door with a step, one axle, a drawbar with its wheel."""
    b.slot("body", "paint", b.choose("#8fc4bd", "#d98a6a", "#e6c65a", "#9db8d2"), finish=("glossy",))
    b.slot("upper", "paint", "#f1ede2", role="trim", finish=("glossy",))
    b.slot("metal", "chrome", role="fixed")
    b.slot("tyres", "rubber", "#1b1c1d", role="fixed")
    b.slot("frames", "aluminium", "#c9cbcc", role="fixed")
    b.slot("glass", "glass", "#7f9298", role="fixed", params={"pane": True})
    b.slot("curtains", "cotton", b.choose("#e9b8a8", "#f0e3b8", "#c9d8d2"), role="fixed")
    long, wide, low, high, waist = 3.9, 1.95, 0.42, 2.42, 1.2
    edge = smooth_path(
        [
            (-1.95, low + 0.25),
            (-1.9, low),
            (1.6, low),
            (1.85, low + 0.2),
            (1.97, 1.3),
            (1.85, 2.0),
            (1.3, high - 0.06),
            (0, high),
            (-1.3, high - 0.06),
            (-1.85, 1.95),
            (-1.97, 1.1),
            (-1.95, low + 0.25),
        ],
        90,
    )[:-1]
    lower = np.array([(x, min(z, waist)) for x, z in edge])
    upper = np.array([(x, max(z, waist)) for x, z in edge])
    keep = lambda rim: rim[np.linalg.norm(rim - np.roll(rim, 1, axis=0), axis=1) > 1e-4]  # noqa: E731
    b.add(slab(keep(lower), wide, bevel=0.06, segments=5), "body")
    b.add(slab(keep(upper), wide, bevel=0.06, segments=5), "upper", "roof")
    front = -wide / 2
    b.add(join([box(long + 0.02, 0.02, 0.035, bevel=0.006, at=(0, s * (wide / 2 + 0.004), waist - 0.017)) for s in (-1, 1)]), "metal", "trim")
    for x, w in ((-1.25, 0.72), (0.95, 1.05)):
        _window(b, x, front, 1.35, w, 0.55)
    b.add(slab(rounded_rectangle(0.66, 1.66, 0.09) + (-0.15, 1.32), 0.03, y=front - 0.012, bevel=0.008), "upper", "door")
    _window(b, -0.15, front - 0.02, 1.5, 0.38, 0.42)
    b.add(
        join([box(0.1, 0.03, 0.03, bevel=0.008, at=(0.1, front - 0.04, 1.2)), box(0.6, 0.3, 0.05, bevel=0.01, at=(-0.15, front - 0.2, 0.24))]),
        "metal",
        "handle",
    )
    axle = 0.34
    for s in (-1, 1):
        tyre = rotate(
            lathe(rounded_profile([(0.17, -0.07), (0.27, -0.085), (0.33, -0.06), (0.33, 0.06), (0.27, 0.085), (0.17, 0.07), (0.17, -0.07)], 0.02), segments=64),
            90,
        )
        hub = rotate(lathe(rounded_profile([(0, -0.06), (0.1, -0.075), (0.165, -0.04), (0.175, 0.0), (0, 0.01)], 0.01), segments=48), -90 if s > 0 else 90)
        b.add(move(tyre, 0.45, s * (wide / 2 - 0.1), axle), "tyres")
        b.add(move(hub, 0.45, s * (wide / 2 - 0.06), axle), "metal", "hubs")
        b.add(move(mudguard(0.45, axle, 0.4, 12, 168, 0.1), 0, s * (wide / 2 - 0.06), 0), "body", "mudguards")
    bars = [sweep([(-1.7, s * 0.55, 0.42), (-2.3, s * 0.28, 0.42), (-2.9, 0, 0.42)], 0.035) for s in (-1, 1)]
    bars += [cylinder(0.025, 0.5, at=(-2.75, 0, 0.2)), sphere(0.06, at=(-2.92, 0, 0.44)), move(rotate(cylinder(0.1, 0.06, bevel=0.02), 90), -2.75, 0.03, 0.1)]
    bars += [cylinder(0.02, 0.42, at=(x, s * 0.8, 0.0)) for x in (-1.7, 1.6) for s in (-1, 1)]
    b.add(join(bars), "metal", "drawbar")
    b.slot("lamps", "plastic", "#b3161f", role="fixed")
    b.add(
        join([move(rotate(cylinder(0.06, 0.03, bevel=0.01), 90), 1.75, front + 0.01, 0.78), box(0.05, 0.1, 0.14, bevel=0.02, at=(1.93, -0.75, 0.72))]), "lamps"
    )


def _window(b: Builder, x: float, y: float, z: float, w: float, h: float) -> None:
    """A pane with rounded corners in a frame, gathered curtains behind it."""
    b.add(slab(rounded_rectangle(w + 0.06, h + 0.06, 0.08) + (x, z + h / 2), 0.03, y=y - 0.006, bevel=0.008), "frames")
    b.add(slab(rounded_rectangle(w, h, 0.06) + (x, z + h / 2), 0.006, y=y - 0.024, bevel=0), "glass", "windows")
    for s in (-1, 1):
        u = np.linspace(0, 1, 14)
        folds = [(x + s * (w / 2 - 0.02 - 0.3 * w * k), 0.006 * math.sin(k * 40)) for k in u]
        from diorama_stage.kit.seams import sheet

        rows = np.array(
            [
                [
                    (fx - s * 0.1 * w * (1 - abs(v - 0.1)) * (v > 0.3) * ((fx - x) * s < w / 4), y - 0.0215 + fy * 0.1, z + 0.01 + (h - 0.02) * v)
                    for fx, fy in folds
                ]
                for v in np.linspace(0, 1, 8)
            ]
        )
        b.add(sheet(rows, 0.001), "curtains")


@prop("ships_wheel")
def ships_wheel(spec: Spec, b: Builder) -> None:
    """Eight turned spokes that end in handles, a felloe bound with brass, a brass hub; it hangs, or stands against a wall."""
    b.slot("wood", b.choose("walnut", "oak", "dark_wood"))
    b.slot("brass", "brass", "#b8913f", role="trim")
    r, z = 0.27, 0.44
    rim = rotate(
        lathe(rounded_profile([(r - 0.035, -0.022), (r + 0.035, -0.022), (r + 0.035, 0.022), (r - 0.035, 0.022), (r - 0.035, -0.022)], 0.007), segments=112), 90
    )
    b.add(move(rim, 0, 0, z), "wood", "felloe")
    b.add(
        move(
            join(
                [
                    rotate(
                        lathe(
                            [
                                (q - 0.008, s * 0.022 - 0.001),
                                (q + 0.008, s * 0.022 - 0.001),
                                (q + 0.008, s * 0.022 + 0.002),
                                (q - 0.008, s * 0.022 + 0.002),
                                (q - 0.008, s * 0.022 - 0.001),
                            ],
                            segments=112,
                        ),
                        90,
                    )
                    for s in (-1, 1)
                    for q in (r - 0.018, r + 0.018)
                ]
            ),
            0,
            0,
            z,
        ),
        "brass",
        "bands",
    )
    spoke = [
        (0, 0.06),
        (0.014, 0.06),
        (0.02, 0.09),
        (0.012, 0.12),
        (0.017, 0.16),
        (0.02, 0.2),
        (0.013, 0.235),
        (0.016, 0.3),
        (0.011, 0.315),
        (0.017, 0.345),
        (0.019, 0.38),
        (0.014, 0.42),
        (0, 0.43),
    ]
    b.add(move(join([rotate(lathe(spoke, segments=24), 0, 45 * k + 22.5, 0) for k in range(8)]), 0, 0, z), "wood", "spokes")
    hub = rounded_profile([(0, -0.045), (0.035, -0.045), (0.045, -0.032), (0.075, -0.03), (0.075, 0.03), (0, 0.03)], 0.005)
    b.add(move(rotate(lathe(hub, segments=56), 90), 0, 0, z), "wood", "hub")
    b.add(
        move(rotate(lathe(rounded_profile([(0, -0.054), (0.02, -0.052), (0.04, -0.046), (0.04, -0.04), (0, -0.04)], 0.003), segments=48), -90), 0, 0.0, z),
        "brass",
        "hub cap",
    )
    b.add(move(join([torus(0.062, 0.006, segments=48, sides=10)]), 0, 0, 0), "brass", "hub ring")
    move(rotate(b._parts["hub ring"][-1], 90), 0, -0.032, z)
    b.lean = "back"
    if spec.has("hung", "mounted"):
        b.hang = (0, 0, z + 0.43)


def turned(a, c, radius: float):
    """A turned bar between two points, with two swellings."""
    u = np.linspace(0, 1, 40)
    return sweep(np.linspace(a, c, 40), radius * (0.72 + 0.4 * np.exp(-(((u - 0.3) / 0.13) ** 2)) + 0.35 * np.exp(-(((u - 0.72) / 0.09) ** 2))), sides=16)


@prop("spinning_wheel")
def spinning_wheel(spec: Spec, b: Builder) -> None:
    """A great spoked wheel at one end of a slanted bench, a flyer with its bobbin at the other, a treadle, a distaff with wool."""
    b.slot("wood", b.choose("oak", "walnut", "dark_wood"))
    b.slot("wool", "wool", "#e9e0cc", role="trim")
    b.slot("cord", "linen", "#d9cdb0", role="fixed")
    hub, r = np.array((0.24, 0, 0.62)), 0.3
    rim = lathe(
        rounded_profile([(r - 0.03, -0.022), (r + 0.012, -0.022), (r + 0.004, 0.0), (r + 0.012, 0.022), (r - 0.03, 0.022), (r - 0.03, -0.022)], 0.005),
        segments=112,
    )
    spoke = [(0, 0.03), (0.011, 0.03), (0.015, 0.06), (0.008, 0.09), (0.013, 0.13), (0.015, 0.17), (0.008, 0.21), (0.011, 0.26), (0.009, 0.28), (0, 0.28)]
    wheel = [
        rotate(rim, 90),
        *[rotate(lathe(spoke, segments=18), 0, 30 * k, 0) for k in range(12)],
        rotate(cylinder(0.035, 0.09, bevel=0.008, at=(0, 0, -0.045)), 90),
    ]
    b.add(move(join(wheel), *hub), "wood", "wheel")
    bench = rotate(box(0.86, 0.17, 0.045, bevel=0.01), 0, -9)
    b.add(move(bench, 0, 0, 0.36), "wood", "bench")
    legs = [turned((x * 0.32, y * 0.05, 0.37 + x * 0.05), (x * 0.4 + 0.03, y * 0.2, 0), 0.021) for x, y in ((-1, -1), (-1, 1), (1, 0))]
    legs += [turned((hub[0] - 0.02, s * 0.075, 0.4), (hub[0], s * 0.075, hub[2] + 0.05), 0.019) for s in (-1, 1)]
    legs += [turned((-0.3, s * 0.07, 0.3), (-0.31, s * 0.07, 0.58), 0.016) for s in (-1, 1)]
    b.add(join(legs), "wood", "legs")
    b.add(
        join(
            [
                move(rotate(cylinder(0.018, 0.2, bevel=0.002, at=(0, 0, -0.1)), 90), -0.31, 0, 0.54),
                move(rotate(cylinder(0.045, 0.014, bevel=0.003), 90), -0.31, 0.06, 0.54),
            ]
        ),
        "wood",
        "flyer",
    )
    b.add(
        move(rotate(lathe([(0, -0.05), (0.024, -0.05), (0.032, -0.02), (0.032, 0.02), (0.024, 0.045), (0, 0.045)], segments=32), 90), -0.31, 0, 0.54),
        "wool",
        "bobbin",
    )
    for s in (-1, 1):
        add_rod(b, "cord", (hub[0], 0.0, hub[2] + s * (r + 0.006)), (-0.31, 0.05, 0.54 + s * 0.045), 0.0022, "drive cord")
    b.add(turned((-0.12, 0.07, 0.38), (-0.16, 0.08, 0.9), 0.014), "wood", "distaff")
    fleece = lathe(smooth_path([(0, 0.74), (0.05, 0.78), (0.075, 0.85), (0.06, 0.95), (0.025, 1.04), (0, 1.06)], 40), segments=48)
    from diorama_stage.kit import displace

    b.add(move(displace(displace(fleece, 0.03, 0.05, seed=spec.seed), 0.012, 0.014, seed=spec.seed + 1), -0.155, 0.08, 0), "wool", "fleece")
    b.add(sweep(smooth_path([(-0.16, 0.05, 0.84), (-0.22, 0.01, 0.7), (-0.31, -0.07, 0.545)], 24), 0.0015, sides=6), "wool", "yarn")
    b.add(move(rotate(box(0.3, 0.16, 0.018, bevel=0.005), 0, 6), 0.08, -0.06, 0.06), "wood", "treadle")
    add_rod(b, "wood", (0.2, -0.06, 0.075), (hub[0] + 0.03, -0.06, hub[2] - 0.05), 0.006, "rod")
