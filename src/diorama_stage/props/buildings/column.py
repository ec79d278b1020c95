# SPDX-License-Identifier: GPL-3.0-or-later
"""A column of an order: fluted shaft, base and capital."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, join, lathe, loft, move, rotate, sweep
from diorama_stage.props.registry import prop


@prop("column")
def column(spec: Spec, b: Builder) -> None:
    """A fluted shaft that tapers over a moulded base on a square block, under an Ionic capital with volutes; a ruined one is broken off above its middle."""
    b.slot("body", b.choose("marble", "sandstone", "travertine"))
    high = 2.7
    broken = spec.is_a("ruined") or spec.has("broken", "ruined")
    top = high * (0.55 if broken else 1.0)
    a = np.linspace(0, 2 * np.pi, 241)[:-1]
    rings = []
    for u in np.linspace(0, 1, 31):
        z = 0.3 + (top - 0.3) * u
        r = 0.215 - 0.035 * ((z - 0.3) / (high - 0.3)) ** 1.6
        flute = 0.022 * np.abs(np.sin(10 * a)) ** 0.6 * np.clip(min((z - 0.36) / 0.05, (high - 0.06 - z) / 0.05 if not broken else 1), 0, 1)
        slope = (0.09 * np.sin(a + 0.7) + 0.05 * np.sin(3 * a) + 0.02 * np.sin(11 * a)) * (u**6) if broken else 0 * a
        rings.append(np.stack([(r - flute) * np.cos(a), (r - flute) * np.sin(a), z + slope], axis=1))
    b.add(loft(rings, smooth=35), "body", "shaft")
    base = lathe(
        [
            (0, 0.14),
            (0.27, 0.14),
            (0.285, 0.165),
            (0.27, 0.195),
            (0.24, 0.2),
            (0.232, 0.22),
            (0.24, 0.24),
            (0.25, 0.25),
            (0.255, 0.265),
            (0.25, 0.28),
            (0.225, 0.286),
            (0.215, 0.31),
            (0, 0.31),
        ],
        segments=72,
    )
    b.add(join([box(0.6, 0.6, 0.14, bevel=0.012), base]), "body", "base")
    if broken:
        made = [displace(box(w, w * 0.8, w * 0.6, bevel=0.02), 0.03, 0.12, seed=k) for k, w in enumerate((0.28, 0.2, 0.13))]
        b.add(join([rotate(move(o, 0.48 + 0.12 * k, 0, 0), 0, 0, 40 + 75 * k) for k, o in enumerate(made)]), "body", "rubble")
        return
    t = np.linspace(0, 4.6 * np.pi, 90)
    scrolls = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            r = 0.095 * (1 - t / t[-1]) ** 0.8 + 0.006
            scrolls.append(
                sweep(
                    np.stack([sx * (0.2 + r * np.sin(t)), np.full(90, sy * 0.2), high + 0.045 + r * np.cos(t)], axis=1), 0.012 + 0.01 * (1 - t / t[-1]), sides=8
                )
            )
        scrolls.append(
            move(
                rotate(lathe([(0, -0.2), (0.09, -0.2), (0.075, -0.1), (0.07, 0), (0.075, 0.1), (0.09, 0.2), (0, 0.2)], segments=40), 90, 0, 0),
                sx * 0.2,
                0,
                high + 0.045,
            )
        )
    cap = [
        lathe(
            [(0, high - 0.06), (0.185, high - 0.06), (0.2, high - 0.04), (0.2, high - 0.02), (0.235, high + 0.02), (0.235, high + 0.08), (0, high + 0.08)],
            segments=64,
        )
    ]
    cap += [box(0.42, 0.43, 0.06, bevel=0.006, at=(0, 0, high + 0.08)), box(0.54, 0.5, 0.06, bevel=0.01, at=(0, 0, high + 0.14))]
    b.add(join([*cap, *scrolls]), "body", "capital")
    b.support("top", -0.22, 0.22, -0.2, 0.2, high + 0.2)
    b.footprint = "round"
