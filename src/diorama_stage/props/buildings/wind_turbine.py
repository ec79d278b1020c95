# SPDX-License-Identifier: GPL-3.0-or-later
"""A wind turbine."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, lathe, loft, move, rotate, rounded_profile
from diorama_stage.kit.parts import turned
from diorama_stage.props.registry import prop

HUB, REACH = 62.0, 34.0


def blade(length: float):
    """A blade upwards from the hub: round at its root, widest at a fifth, twisted, thin at the tip."""
    t = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    rings = []
    for u in np.linspace(0, 1, 40):
        chord = np.interp(u, [0, 0.05, 0.2, 0.6, 0.95, 1], [0.85, 0.9, 1.75, 1.0, 0.42, 0.05])
        thick = np.interp(u, [0, 0.05, 0.2, 0.6, 1], [0.85, 0.8, 0.36, 0.17, 0.03])
        twist = np.radians(np.interp(u, [0, 0.2, 1], [18, 16, 0]))
        x, y = chord * (np.cos(t) + 0.45 * np.clip((u - 0.05) / 0.15, 0, 1)), thick * np.sin(t)
        rings.append(
            np.stack([x * np.cos(twist) - y * np.sin(twist), x * np.sin(twist) + y * np.cos(twist) - 1.2 * u**2, np.full(32, 1.2 + length * u)], axis=1)
        )
    return loft(rings, smooth=70)


@prop("wind_turbine")
def wind_turbine(spec: Spec, b: Builder) -> None:
    """A slender white tower, a nacelle, three long blades turned as the seed has it."""
    b.slot("tower", "paint", "#eceeed", finish=("satin",))
    b.slot("blades", "paint", "#f1f2f1", finish=("satin",))
    b.slot("nacelle", "paint", "#e4e7e7", role="trim")
    b.slot("foot", "concrete", "#9a978e", role="fixed")
    b.slot("dark", "paint", "#5b6064", role="fixed")
    b.add(lathe(rounded_profile([(0, 0.4), (2.1, 0.4), (2.0, 8.0), (1.15, HUB - 2.2), (0, HUB - 2.2)], 0.2), segments=72), "tower")
    b.add(lathe(rounded_profile([(0, 0), (4.6, 0), (4.6, 0.4), (2.4, 0.7), (0, 0.7)], 0.1), segments=72), "foot")
    b.add(box(1.1, 0.3, 2.4, bevel=0.08, at=(0, -2.05, 0.8)), "dark", "door")
    b.add(box(3.3, 8.6, 3.4, bevel=0.9, segments=5, at=(0, 2.3, HUB - 1.8)), "nacelle")
    b.add(box(0.3, 0.3, 1.2, bevel=0.05, at=(0, 5.6, HUB + 1.5)), "dark", "vane")
    b.add(turned(rounded_profile([(0, 0), (1.65, 0), (1.6, 1.4), (1.1, 2.6), (0, 3.1)], 0.4), (0, -1.9, HUB), segments=56), "nacelle", "hub")
    start = b.rng.uniform(0, 120)
    for k in range(3):
        b.add(move(rotate(blade(REACH - 1.2), 0, start + 120 * k, 0), 0, -3.1, HUB), "blades")
