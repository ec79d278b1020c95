# SPDX-License-Identifier: GPL-3.0-or-later
"""A rocking chair."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, join, loft, move, rotate, sphere, sweep
from diorama_stage.kit.seams import oval, sheet
from diorama_stage.props.registry import prop

BACK = 13.0
"""How far it leans back at rest, degrees."""


@prop("rocking_chair")
def rocking_chair(spec: Spec, b: Builder) -> None:
    """A tall back of bent spindles under a shaped rail, broad arms, turned legs on two long runners."""
    b.slot("frame", *b.choose(("walnut", None), ("oak", None), ("paint", "#e9e6dd"), ("dark_wood", None)))
    b.slot("cushion", b.choose("linen", "fabric"), b.choose("#8d4a3c", "#4f6b7d", "#c7b38d", "#5c6f52"), role="trim")
    seat, half, front, rear = 0.42, 0.26, -0.24, 0.21
    edge = oval(3.4, 72) * (half, 0.245)
    edge[:, 0] *= 1 - 0.16 * (edge[:, 1] / 0.245)
    plank = [
        np.column_stack([edge * max(k, 0.002), np.full(72, seat + z)])
        for k, z in ((0, -0.04), (0.9, -0.04), (1.0, -0.022), (0.99, -0.004), (0.94, 0.0), (0.6, -0.012), (0.0, -0.014))
    ]
    b.add(loft(plank, smooth=60), "frame", "seat")
    made = [_turned((x * half * 0.9, y, seat - 0.03), (x * half * 1.05, y * 1.16, 0.045), 0.021) for x in (-1, 1) for y in (front * 0.8, rear * 0.8)]
    made += [_turned((-half * 0.98, y, 0.2), (half * 0.98, y, 0.2), 0.014) for y in (front * 0.92, rear * 0.92)]
    made += [_turned((x * half, front * 0.9, 0.26), (x * half, rear * 0.9, 0.26), 0.0125) for x in (-1, 1)]
    b.add(join(made), "frame", "legs")
    _runners(b, half * 1.05)
    _upper(b, seat, half)
    pad = [np.column_stack([edge * k * 0.9, np.full(72, seat + z)]) for k, z in ((0.96, -0.004), (1.0, 0.012), (0.97, 0.03), (0.7, 0.042), (0.02, 0.044))]
    if b.rng.random() < 0.6 or spec.has("padded"):
        b.add(loft(pad, smooth=60), "cushion", "cushion")
    b.support("seat", -0.18, 0.18, -0.18, 0.14, seat + 0.04)
    for o in [o for group in b._parts.values() for o in group]:
        rotate(o, -3)


def _turned(a, c, radius: float):
    """A turned bar between two points: two swellings and a ring."""
    t = np.linspace(0, 1, 40)
    swell = 0.68 + 0.42 * np.exp(-(((t - 0.3) / 0.15) ** 2)) + 0.36 * np.exp(-(((t - 0.74) / 0.11) ** 2)) + 0.3 * np.exp(-(((t - 0.52) / 0.02) ** 2))
    return sweep(np.linspace(a, c, 40), radius * swell, sides=16)


def _runners(b: Builder, x: float) -> None:
    """Two bows of wood, flat at the sides, their ends turned up."""
    y = np.linspace(-0.5, 0.56, 50)
    z = 0.03 + 0.24 * (y / 0.62) ** 2 * (1 + 0.15 * np.abs(y))
    square = np.array([(-1, -1.5), (1, -1.5), (1, 1.5), (-1, 1.5)]) * 0.9
    bars = [
        sweep(
            np.stack([np.full(50, s * x), y, z], axis=1),
            np.r_[np.linspace(0.008, 0.0135, 6), np.full(38, 0.0135), np.linspace(0.0135, 0.008, 6)],
            section=square,
            smooth=40,
        )
        for s in (-1, 1)
    ]
    b.add(join(bars), "frame", "runners")


def _upper(b: Builder, seat: float, half: float) -> None:
    """Back posts, spindles bent to a back, a rail with a soft crown, and the arms."""
    lean = math.tan(math.radians(BACK))
    at = lambda z: 0.19 + (z - seat) * lean + 0.03 * math.sin((z - seat) * 4.5)  # noqa: E731
    levels = np.linspace(seat - 0.03, 1.06, 30)
    posts = [
        sweep([(s * (0.19 + 0.05 * (z - seat)), at(z), z) for z in levels], np.interp(levels, [0.4, 0.6, 0.7, 1.1], [0.019, 0.021, 0.016, 0.013]), sides=16)
        for s in (-1, 1)
    ]
    posts += [sphere(0.016, at=(s * (0.19 + 0.05 * (1.06 - seat)), at(1.06), 1.065), segments=16) for s in (-1, 1)]
    b.add(join(posts), "frame", "back")
    levels = np.linspace(seat - 0.01, 0.99, 24)
    b.add(
        join(
            [
                sweep(
                    [(u * (0.15 + 0.045 * (z - seat)), at(z) + 0.012 * (1 - u * u), z) for z in levels],
                    np.interp(levels, [0.4, 0.66, 1.0], [0.0065, 0.0105, 0.006]),
                    sides=10,
                )
                for u in np.linspace(-1, 1, 7)
            ]
        ),
        "frame",
        "spindles",
    )
    u = np.linspace(-1, 1, 31)
    rows = np.array(
        [
            [(k * 0.235, at(z0) + 0.028 * (1 - k * k), z0 + (0.035 * math.cos(k * 1.4) if z0 > 1.0 else 0.008 * math.cos(k * 3))) for k in u]
            for z0 in (0.95, 0.985, 1.02, 1.055)
        ]
    )
    b.add(sheet(rows, 0.02, smooth=60), "frame", "rail")
    for s in (-1, 1):
        outline = np.column_stack([oval(4, 40) * (0.042, 0.235), np.zeros(40)])
        outline[:, 0] *= 1 + 0.25 * (outline[:, 1] < -0.08)
        arm = loft([outline * (k, k, 0) + (0, 0, z) for k, z in ((0.9, 0), (1, 0.007), (1, 0.017), (0.9, 0.024))], smooth=40)
        b.add(move(rotate(arm, 4), s * (half + 0.01), -0.035, 0.645), "frame", "arms")
        b.add(join([_turned((s * (half - 0.015), y, seat - 0.02), (s * (half + 0.008), y - 0.01, 0.65), 0.0155) for y in (-0.17, -0.04)]), "frame", "arms")
