# SPDX-License-Identifier: GPL-3.0-or-later
"""A Ferris wheel."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, move, rotate
from diorama_stage.kit.mesher import Mesher
from diorama_stage.props.registry import prop


@prop("ferris_wheel")
def ferris_wheel(spec: Spec, b: Builder) -> None:
    """Two rims of lattice with spokes, on A-shaped legs, twenty gondolas with roofs that hang level, a boarding platform."""
    r, half, hub, count = 18.0, 1.6, 21.0, 20
    b.slot("frame", "paint", b.choose("#e9e7e0", "#c8352b", "#2f6ea8"), finish=("satin",))
    b.slot("gondolas", "paint", b.choose("#d9a52b", "#c8352b", "#2f8f7a"), role="trim")
    b.slot("base", "concrete", "#a8a49b", role="fixed")
    wheel = Mesher()
    a = np.linspace(0, 2 * np.pi, 121)
    for y in (-half, half):
        for radius, thick in ((r, 0.16), (r - 1.6, 0.11)):
            wheel.tube(np.stack([radius * np.cos(a), np.full(121, y), hub + radius * np.sin(a)], axis=1), thick, sides=7)
    for k in range(count * 2):
        t = np.pi * k / count
        c, s = np.cos(t), np.sin(t)
        n = np.pi * (k + 1) / count
        for y in (-half, half):
            wheel.tube([((r - 1.6) * c, y, hub + (r - 1.6) * s), (r * np.cos(n), y, hub + r * np.sin(n))], 0.06, sides=5)
            if k % 2 == 0:
                wheel.tube([(0.6 * c, y * 1.3, hub + 0.6 * s), (r * c, y, hub + r * s)], 0.055, sides=6)
        wheel.tube([(r * c, -half, hub + r * s), (r * c, half, hub + r * s)], 0.07, sides=5)
    for y in (-1, 1):
        for x in (-1, 1):
            wheel.tube([(0, y * 2.6, hub), (x * 9.5, y * 4.2, 0.2)], np.array([0.34, 0.5]), sides=9)
    b.add(wheel.object("wheel", None, smooth=True), "frame")
    b.add(move(rotate(cylinder(0.9, 5.6, bevel=0.1, at=(0, 0, -2.8)), 90, 0, 0), 0, 0, hub), "frame", "hub")
    cabins = []
    for k in range(count):
        t = 2 * np.pi * k / count
        x, z = r * np.cos(t), hub + r * np.sin(t) - 1.0
        cabins += [box(1.5, 1.5, 0.85, bevel=0.14, at=(x, 0, z - 1.15)), box(1.7, 1.7, 0.18, bevel=0.08, at=(x, 0, z + 0.72))]
        cabins += [cylinder(0.05, 1.2, bevel=0.01, segments=10, at=(x + sx, sy, z - 0.4)) for sx in (-0.65, 0.65) for sy in (-0.65, 0.65)]
    b.add(join(cabins), "gondolas")
    b.add(box(23.0, 11.0, 0.4, bevel=0.08), "base")
    b.add(box(8.0, 3.0, 0.9, bevel=0.08, at=(0, -3.5, 0.3)), "base", "platform")
