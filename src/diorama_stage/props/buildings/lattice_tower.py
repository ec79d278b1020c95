# SPDX-License-Identifier: GPL-3.0-or-later
"""The Eiffel Tower by its plain shape: four legs of lattice that curve together, three platforms, arches, a mast."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, move
from diorama_stage.kit.mesher import Mesher
from diorama_stage.props.registry import prop

HALF = [(0, 62.5), (57, 35.0), (115, 19.0), (190, 8.2), (276, 4.6)]
"""Height and half width of the outside, metres (Musée d'Orsay's elevation, rounded)."""
LEG = [(0, 25.0), (57, 16.0), (115, 12.0), (190, 8.2), (276, 4.6)]
"""Height and width of a leg; from 190 m the four are one."""


@prop("eiffel_tower")
def eiffel_tower(spec: Spec, b: Builder) -> None:
    b.slot("body", "iron", "#6b5644")
    b.slot("base", "stone", "#9a948a", role="trim")
    lattice = Mesher()
    levels = np.concatenate([np.linspace(0, 57, 7), np.linspace(57, 115, 8)[1:], np.linspace(115, 276, 24)[1:]])
    half = lambda z: float(np.exp(np.interp(z, [h for h, _ in HALF], np.log([w for _, w in HALF]))))  # noqa: E731
    leg = lambda z: float(np.interp(z, [h for h, _ in LEG], [w for _, w in LEG]))  # noqa: E731
    for z0, z1 in zip(levels, levels[1:], strict=False):
        thick = 0.9 - 0.55 * z0 / 276
        for sx in (-1, 1):
            for sy in (-1, 1):
                low, high = _corners(half(z0), leg(z0), z0, sx, sy), _corners(half(z1), leg(z1), z1, sx, sy)
                for k in range(4):
                    n = (k + 1) % 4
                    lattice.tube([low[k], high[k]], thick, sides=5)
                    lattice.tube([high[k], high[n]], thick * 0.5, sides=4)
                    lattice.tube([low[k], high[n]], thick * 0.45, sides=4)
                    lattice.tube([low[n], high[k]], thick * 0.45, sides=4)
    for side in range(4):  # the arches under the first platform
        t = np.linspace(0, np.pi, 25)
        for r, thick in ((37.5, 0.9), (34.0, 0.6)):
            along, up = r * np.cos(t), 12 + (r - 2) * np.sin(t)
            y = np.interp(up, [0, 57], [62.5, 35.0]) * 0.985
            path = np.stack([along, -y, up], axis=1)
            c, s = np.cos(side * np.pi / 2), np.sin(side * np.pi / 2)
            lattice.tube(np.stack([path[:, 0] * c - path[:, 1] * s, path[:, 0] * s + path[:, 1] * c, path[:, 2]], axis=1), thick, sides=5)
    b.add(lattice.object("lattice", None), "body")
    decks = [box(2 * w, 2 * w, t, bevel=0.4, at=(0, 0, z)) for z, w, t in ((57, 37.5, 5.0), (115, 20.5, 4.0), (274, 7.5, 6.0))]
    b.add(join([*decks, cylinder(3.0, 12, at=(0, 0, 280)), cylinder(0.7, 32, at=(0, 0, 292), top=0.3)]), "body", "platforms")
    for sx in (-1, 1):
        for sy in (-1, 1):
            b.add(move(box(28, 28, 4, bevel=0.5), sx * 50, sy * 50, -0.5), "base")


def _corners(half: float, leg: float, z: float, sx: int, sy: int) -> list[tuple[float, float, float]]:
    inner = half - min(leg, half)
    return [(sx * half, sy * half, z), (sx * inner, sy * half, z), (sx * inner, sy * inner, z), (sx * half, sy * inner, z)]
