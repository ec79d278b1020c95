# SPDX-License-Identifier: GPL-3.0-or-later
"""A wooden wheel with spokes, as carts, carriages, chariots and cannons run on."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit import join, lathe, move, rotate
from diorama_stage.kit.parts import rods


def wheel(x: float, y: float, radius: float, *, spokes: int = 12, wide: float = 0.06, thick: float = 0.06) -> tuple[bpy.types.Object, bpy.types.Object]:
    """The wood and the iron tyre of a wheel that stands on z = 0 with its axle along y through (x, y, radius), metres."""
    half = wide / 2
    felloe = lathe([(radius - thick, -half), (radius - 0.006, -half), (radius - 0.006, half), (radius - thick, half), (radius - thick, -half)], segments=72)
    nave = lathe(
        [(0, -wide * 1.6), (thick * 0.7, -wide * 1.6), (thick * 1.15, -half), (thick * 1.15, half), (thick * 0.7, wide * 1.6), (0, wide * 1.6)], segments=32
    )
    a = np.linspace(0, 2 * np.pi, spokes, endpoint=False)
    way = np.stack([np.cos(a), np.sin(a), np.zeros(spokes)], axis=1)
    wood = join([felloe, nave, rods(np.stack([way * thick, way * (radius - thick * 0.8)], axis=1), thick * 0.3, sides=8)])
    tyre = lathe(
        [(radius - 0.008, -half - 0.002), (radius, -half - 0.002), (radius, half + 0.002), (radius - 0.008, half + 0.002), (radius - 0.008, -half - 0.002)],
        segments=72,
    )
    return tuple(move(rotate(made, 90, 0, 0), x, y, radius) for made in (wood, tyre))
