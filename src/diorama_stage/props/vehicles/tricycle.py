# SPDX-License-Identifier: GPL-3.0-or-later
"""A child's tricycle of pressed steel: pedals on the large front wheel, a step over the rear axle. It rides towards +x."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, lathe, move, rotate, rounded_profile, rounded_rectangle, smooth_path, sphere, sweep
from diorama_stage.kit.parts import add_rod, hull, mudguard, rods
from diorama_stage.props.registry import prop

FRONT, REAR = (0.235, 0.152), (-0.235, 0.102)
"""Along x, and radius: of the front wheel and of the two behind it, metres."""
TRACK = 0.2
"""From the middle to a rear wheel."""


@prop("tricycle")
def tricycle(spec: Spec, b: Builder) -> None:
    b.slot("frame", "paint", b.choose("#c2231d", "#1f5fa8", "#d98a1c", "#2f7a4a"), finish=("glossy",))
    b.slot("tyres", "rubber", "#232220", role="fixed")
    b.slot("rims", "paint", "#ece6d8", role="trim", finish=("glossy",))
    b.slot("metal", "chrome", "#c8c8c6", role="trim")
    b.slot("dark", "rubber", "#1a1a1a", role="fixed")
    b.slot("saddle", "plastic", "#242321", role="trim")
    steer = b.rng.uniform(6, 16) * b.choose(-1, 1)
    _front(b, steer)
    _body(b)
    for y in (-TRACK, TRACK):
        _wheel(b, REAR[0], y, REAR[1], 0.014)
        b.add(move(rotate(cylinder(0.017, 0.03, bevel=0.006), 90), REAR[0], y + 0.015, REAR[1]), "metal", "hubs")
    b.lean = "side"


def _wheel(b: Builder, x: float, y: float, r: float, tyre: float, turn: float = 0.0) -> None:
    """A solid tyre on a painted rim, spokes of bent wire, a drum for its hub; turned about its own upright by `turn` degrees."""
    place = lambda o: move(rotate(rotate(o, 90), 0, 0, turn), x, y, r)  # noqa: E731
    mid, t = r - tyre, np.linspace(0, 2 * np.pi, 33)
    ribs = 1 + 0.04 * np.where(np.abs(t - np.pi) > 2.2, np.cos(t * 8) ** 2, 0)
    b.add(place(lathe(np.stack([mid + tyre * np.cos(t) * ribs, tyre * 1.1 * np.sin(t)], axis=1), segments=84, smooth=50)), "tyres", "tyres")
    rim = [(mid - 0.002, -0.014), (mid - 0.009, -0.013), (mid - 0.013, 0), (mid - 0.009, 0.013), (mid - 0.002, 0.014), (mid - 0.002, -0.014)]
    b.add(place(lathe(rounded_profile(rim, 0.002), segments=84)), "rims", "rims")
    a = 2 * np.pi * np.arange(16) / 16
    side = np.where(np.arange(16) % 2, 1.0, -1.0)
    inner = np.stack([0.016 * np.cos(a + 0.5 * side), 0.016 * np.sin(a + 0.5 * side), 0.018 * side], axis=1)
    outer = np.stack([(mid - 0.01) * np.cos(a), (mid - 0.01) * np.sin(a), 0 * a], axis=1)
    b.add(place(rods(np.stack([inner, outer], axis=1), 0.0018, sides=8)), "metal", "spokes")
    b.add(
        place(
            lathe(
                rounded_profile(
                    [(0, -0.024), (0.02, -0.024), (0.021, -0.016), (0.013, -0.01), (0.013, 0.01), (0.021, 0.016), (0.02, 0.024), (0, 0.024)], 0.002
                ),
                segments=40,
            )
        ),
        "metal",
        "hubs",
    )


def _front(b: Builder, steer: float) -> None:
    """Wheel, fork, mudguard, pedals, handlebar: all turned a little, as it was left."""
    x, r = FRONT
    head = np.array((0.165, 0.0, 0.425))

    def turned(o):
        return move(rotate(move(o, -x, 0, 0), 0, 0, steer), x, 0, 0)

    _wheel(b, x, 0, r, 0.019, steer)
    for k in (-1, 1):
        leg = smooth_path([(x, 0.045 * k, r - 0.012), (x - 0.006, 0.045 * k, r + 0.1), (head[0] + 0.02, 0.038 * k, 0.335), (head[0] + 0.012, 0.0, 0.362)], 40)
        b.add(turned(sweep(leg, 0.0105, sides=16, flat=0.75)), "frame", "fork")
        crank = [
            (x, 0.05 * k, r),
            (x, 0.066 * k, r),
            (x + 0.03 * k, 0.07 * k, r + 0.055 * k),
            (x + 0.036 * k, 0.07 * k, r + 0.066 * k),
            (x + 0.038 * k, 0.088 * k, r + 0.07 * k),
        ]
        b.add(turned(sweep(smooth_path(crank, 40), 0.006, sides=14)), "metal", "cranks")
        b.add(turned(_pedal(x + 0.038 * k, 0.126 * k, r + 0.07 * k)), "dark", "pedals")
    b.add(turned(mudguard(x, r, r + 0.016, 28, 152, 0.03, drop=0.35)), "frame", "mudguard")
    post = [(head[0] - 0.012, 0, 0.47), (head[0] - 0.025, 0, 0.55)]
    b.add(turned(sweep([*post[:1], np.mean(post, axis=0), *post[1:]], 0.0095, sides=16)), "metal", "stem")
    bar = smooth_path(
        [
            (head[0] - 0.1, -0.215, 0.525),
            (head[0] - 0.05, -0.19, 0.548),
            (head[0] + 0.005, -0.1, 0.575),
            (head[0] - 0.025, 0, 0.555),
            (head[0] + 0.005, 0.1, 0.575),
            (head[0] - 0.05, 0.19, 0.548),
            (head[0] - 0.1, 0.215, 0.525),
        ],
        90,
    )
    b.add(turned(sweep(bar, 0.0088, sides=18)), "metal", "handlebar")
    for end in (bar[:16], bar[-16:]):
        ribs = 0.0125 + 0.0011 * np.cos(np.linspace(0, 9 * 2 * np.pi, 90))
        path = np.column_stack([np.interp(np.linspace(0, 15, 90), np.arange(16), end[:, k]) for k in range(3)])
        b.add(turned(sweep(path, ribs, sides=18)), "dark", "grips")
    bell = move(
        rotate(lathe([(0, 0), (0.02, 0), (0.0235, 0.004), (0.0215, 0.012), (0.014, 0.018), (0, 0.0205)], segments=40), -12), head[0] + 0.004, -0.09, 0.588
    )
    b.add(turned(bell), "metal", "bell")
    add_rod(b, "frame", head + (0.006, 0, -0.075), head + (-0.012, 0, 0.045), 0.017, "head", 24)
    for k in (-0.076, 0.044):
        add_rod(b, "metal", head + (0.006 - (k > 0) * 0.018, 0, k), head + (0.005 - (k > 0) * 0.019, 0, k + 0.012), 0.02, "headset", 24)


def _pedal(x: float, y: float, z: float):
    """A block of rubber, grooved across, on its spindle."""
    blocks = [box(0.062, 0.064, 0.008, bevel=0.003, at=(0, 0, -0.009)), box(0.062, 0.064, 0.008, bevel=0.003, at=(0, 0, 0.001))]
    ridges = [box(0.005, 0.06, 0.004, bevel=0.001, at=(0.0105 * k, 0, 0.008)) for k in range(-2, 3)]
    return move(rotate(join([*blocks, *ridges]), 0, 8), x, y, z)


def _body(b: Builder) -> None:
    """One wide tube from the head down to the axle, two stays, the step with its tread, the saddle on its post."""
    spine = smooth_path([(0.17, 0, 0.395), (0.12, 0, 0.385), (0.03, 0, 0.315), (-0.1, 0, 0.215), (-0.215, 0, 0.128), (-0.245, 0, 0.112)], 60)
    b.add(sweep(spine, np.linspace(0.02, 0.0175, 60), sides=24), "frame", "frame")
    b.add(sweep(smooth_path([(0.168, 0, 0.37), (0.13, 0, 0.33), (0.08, 0, 0.3)], 20), 0.009, sides=14), "frame", "frame")
    b.add(move(rotate(cylinder(0.0085, TRACK * 2 + 0.05, bevel=0.002, at=(0, 0, -TRACK - 0.025)), 90), REAR[0], 0, REAR[1]), "metal", "axle")
    step = extrude(rounded_rectangle(0.125, 0.3, 0.035, 8), 0.006, bevel=0.0025, at=(0, 0, 0))
    lip = [(x, y, 0.0) for x, y in rounded_rectangle(0.125, 0.3, 0.035, 10)]
    b.add(move(step, REAR[0] - 0.005, 0, 0.121), "frame", "step")
    b.add(move(sweep([*lip, *lip[:2]], 0.005, sides=10), REAR[0] - 0.005, 0, 0.124), "frame", "step")
    tread = [box(0.092, 0.006, 0.003, bevel=0.001, at=(REAR[0] - 0.005, y, 0.1265)) for s in (-1, 1) for y in s * np.linspace(0.045, 0.125, 7)]
    b.add(join(tread), "dark", "tread")
    for s in (-1, 1):
        stay = smooth_path([(-0.075, 0.006 * s, 0.232), (-0.13, 0.06 * s, 0.17), (-0.2, 0.125 * s, 0.128), (REAR[0], 0.14 * s, 0.115)], 40)
        b.add(sweep(stay, 0.0095, sides=16), "frame", "stays")
    add_rod(b, "metal", (-0.085, 0, 0.2), (-0.115, 0, 0.325), 0.0115, "seat post", 20)
    add_rod(b, "frame", (-0.08, 0, 0.205), (-0.094, 0, 0.262), 0.0155, "frame", 24)
    rows = [
        (-0.235, 0.342, 0.006, 0.006, 0.006, 2.4),
        (-0.225, 0.341, 0.075, 0.026, 0.02, 2.6),
        (-0.18, 0.336, 0.098, 0.026, 0.022, 2.8),
        (-0.12, 0.334, 0.078, 0.022, 0.02, 2.6),
        (-0.06, 0.336, 0.036, 0.02, 0.017, 2.4),
        (-0.01, 0.337, 0.026, 0.018, 0.014, 2.2),
        (0.012, 0.333, 0.008, 0.006, 0.006, 2.0),
    ]
    b.add(hull(rows, rings=50, sides=44), "saddle", "saddle")
    for s in (-1, 1):
        b.add(sphere(0.005, at=(-0.19, 0.1 * s * 0.62, 0.36), segments=16), "metal", "rivets")
