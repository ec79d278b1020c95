# SPDX-License-Identifier: GPL-3.0-or-later
"""Arms of old: a shield, a bow with its arrow, a cannon."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, extrude, from_geometry, join, lathe, move, rotate, smooth_path, solidify, sphere, sweep
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.spoked import wheel


@prop("shield")
def shield(spec: Spec, b: Builder) -> None:
    """A knight's shield, bowed about its middle, quartered in two colours, a rim of steel with rivets and a boss; it stands on its point, tilted back."""
    first = spec.colours[0] if spec.colours else b.choose("#8f1d1d", "#1d3f7a", "#23593a")
    b.slot("field", "paint", first, finish=("satin",))
    b.slot("quarters", "paint", spec.colours[1] if len(spec.colours) > 1 else b.choose("#d9b24a", "#e6e0d0"), role="fixed")
    b.slot("rim", "steel", "#a9acae", role="trim")
    t = np.linspace(0, 1, 33)
    half = np.interp(t, [0, 0.25, 0.45, 0.65, 0.8, 0.92, 1], [0.02, 0.12, 0.19, 0.235, 0.25, 0.252, 0.25])
    half[-1] = 0.25
    bow = lambda x: 0.9 * x**2  # noqa: E731
    for slot, parity in (("field", 0), ("quarters", 1)):
        panes = []
        for upper in (0, 1):
            for side in (-1, 1):
                if (upper + (side > 0)) % 2 != parity:
                    continue
                rows = range(16, 33) if upper else range(17)
                grid = np.array([[(side * half[i] * u, bow(half[i] * u), 0.66 * t[i]) for u in np.linspace(0, 1, 9)] for i in rows])
                n = 9
                faces = [(i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j) for i in range(len(grid) - 1) for j in range(n - 1)]
                panes.append(solidify(from_geometry("pane", grid.reshape(-1, 3), np.array(faces if side > 0 else [f[::-1] for f in faces]), smooth=60), 0.012))
        b.add(join(panes), slot)
    edge = [(s * half[i], bow(half[i]), 0.66 * t[i]) for s, order in ((1, range(33)), (-1, range(32, -1, -1))) for i in order]
    top = [(x, bow(x), 0.66) for x in np.linspace(0.25, -0.25, 12)]
    path = np.array([*edge[:33], *top[1:-1], *edge[33:], edge[0]])
    rim = [
        sweep(path, 0.014, sides=10),
        move(rotate(lathe([(0, 0.06), (0.03, 0.05), (0.055, 0.02), (0.075, 0.006), (0.075, 0)], segments=40, smooth=60), 90, 0, 0), 0, 0.002, 0.42),
    ]
    rim += [sphere(0.009, at=tuple(p + np.array((0, -0.012, 0))), segments=10) for p in path[::6]]
    b.add(join(rim), "rim")
    for o in [o for group in b._parts.values() for o in group]:
        rotate(o, -12, 0, 0)
    b.lean = "back"


@prop("archery_bow")
def bow(spec: Spec, b: Builder) -> None:
    """A recurved bow with its string and a leather grip, an arrow laid across it: a point of steel, three feathers; they lie."""
    b.slot("wood", "wood", b.choose("#7a4a26", "#8a5a30", "#5a3a22"))
    b.slot("grip", "leather", "#3a2418", role="trim")
    b.slot("string", "cotton", "#e6dcc6", role="fixed")
    b.slot("shaft", "pine", role="fixed")
    b.slot("point", "steel", "#9da1a4", role="fixed")
    b.slot("feathers", "paper", b.choose("#b3302a", "#ece6da", "#3a5a8a"), role="fixed")
    limb = smooth_path([(0.2, -0.72), (0.13, -0.68), (0.11, -0.6), (0.0, -0.3), (-0.04, 0), (0.0, 0.3), (0.11, 0.6), (0.13, 0.68), (0.2, 0.72)], 90)
    path = np.column_stack([limb[:, 1], limb[:, 0], np.full(90, 0.016)])
    b.add(sweep(path, 0.007 + 0.009 * np.cos(np.linspace(-np.pi / 2, np.pi / 2, 90)) ** 0.7, sides=14), "wood", "limbs")
    b.add(sweep([(-0.07, -0.037, 0.016), (0, -0.041, 0.016), (0.07, -0.037, 0.016)], 0.0195, sides=16), "grip")
    b.add(sweep([(-0.69, 0.14, 0.022), (0, 0.142, 0.022), (0.69, 0.14, 0.022)], 0.003, sides=6), "string")
    b.add(sweep([(0.0, 0.28, 0.03), (0.0, -0.42, 0.042)], 0.0055, sides=10), "shaft", "arrow")
    b.add(
        move(rotate(lathe([(0, 0.05), (0.011, 0.005), (0.004, 0.0), (0.004, -0.012), (0, -0.012)], segments=4, smooth=None), 90, 0, 0), 0, -0.42, 0.042),
        "point",
    )
    vane = [(-0.045, 0.002), (0.045, 0.002), (0.052, 0.016), (0.02, 0.018), (-0.045, 0.004)]
    made = [move(rotate(rotate(extrude(vane, 0.0012, bevel=0.0003), 90, 0, 90), 0, turn, 0), 0, 0.22, 0.031) for turn in (0, 120, 240)]
    b.add(join(made), "feathers")
    grounded(*[o for group in b._parts.values() for o in group])


@prop("cannon")
def cannon(spec: Spec, b: Builder) -> None:
    """A barrel with rings and a knob on a wooden carriage with two spoked wheels, its trail behind (right), shot beside it."""
    b.slot("barrel", b.choose("bronze", "cast_iron", "cast_iron"))
    b.slot("carriage", "oak", b.choose("#6b4a2c", "#5a5f4a"), role="trim")
    b.slot("iron", "iron", "#2b2b2c", role="fixed")
    r = 0.62
    gun = lathe(
        [
            (0, -0.72),
            (0.05, -0.72),
            (0.065, -0.67),
            (0.04, -0.62),
            (0.1, -0.6),
            (0.19, -0.56),
            (0.2, -0.5),
            (0.185, -0.48),
            (0.17, -0.1),
            (0.185, -0.08),
            (0.185, -0.03),
            (0.16, 0),
            (0.125, 0.75),
            (0.14, 0.78),
            (0.14, 0.82),
            (0.12, 0.84),
            (0.125, 1.02),
            (0.155, 1.06),
            (0.15, 1.14),
            (0.085, 1.15),
            (0.08, 0.8),
            (0, 0.8),
        ],
        segments=64,
    )
    b.add(move(rotate(gun, 0, -82, 0), -0.05, 0, 0.86), "barrel")
    b.add(move(rotate(lathe([(0, -0.3), (0.06, -0.3), (0.06, 0.3), (0, 0.3)], segments=24), 90, 0, 0), -0.05, 0, 0.86), "barrel", "trunnions")
    wood = [box(0.2, 1.0, 0.16, bevel=0.02, at=(0, 0, r - 0.08))]
    for s in (-1, 1):
        cheek = [(-0.3, 0.6), (0.3, 0.5), (1.7, 0.02), (1.85, 0.02), (1.85, 0.14), (0.45, 0.82), (0.2, 0.86), (-0.3, 0.84)]
        wood.append(move(rotate(extrude(cheek, 0.09, bevel=0.012), 90, 0, 0), 0, s * 0.22 + 0.045, 0))
        one, tyre = wheel(0, s * 0.52, r, spokes=12, wide=0.08, thick=0.08)
        b.add(one, "carriage", "wheels")
        b.add(tyre, "iron", "tyres")
    wood += [box(0.12, 0.44, 0.1, bevel=0.01, at=(x, 0, z)) for x, z in ((0.6, 0.48), (1.6, 0.06))]
    b.add(join(wood), "carriage")
    b.add(
        join(
            [sphere(0.09, at=(x, y, z), segments=24) for x, y, z in ((-0.5, -0.95, 0.09), (-0.31, -0.95, 0.09), (-0.405, -0.79, 0.09), (-0.405, -0.895, 0.235))]
        ),
        "iron",
        "shot",
    )
