# SPDX-License-Identifier: GPL-3.0-or-later
"""Fireplaces: a stone surround with a fire; in rooms that have none of their own, before a chimney breast on the back wall."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard, wall

BREAST, DEEP = 2.0, 0.46
"""Metres: how wide a chimney breast is, and how far it stands out of the wall."""


def against(site: Site, back: float, floor: float, top: float, half: float, taken: list[tuple[float, float]], colour: str) -> None:
    """A chimney breast with a fireplace at the back wall, where neither a window nor what stands there is. `taken`: from where to where windows are, metres along
    the wall; `half`: of the wall's width."""
    side = 1 if site.seed % 2 else -1
    tried = [side * u for u in (0.45 * half, -0.45 * half, 0.7 * half, -0.7 * half, 0.2 * half)]
    free = [x for x in tried if not site.taken(x, 0.8) and all(x + BREAST / 2 < low or high < x - BREAST / 2 for low, high in taken)]
    x = free[0] if free else tried[0]
    m = Mesher()
    m.soft(x - BREAST / 2, x + BREAST / 2, back - DEEP, back, floor, top, 0.01)
    site.add(m.object("chimney breast", wall(colour)))
    fireplace(site, x, back - DEEP, floor)


def fireplace(site: Site, x: float, y: float, z: float) -> None:
    """A stone surround with a fire."""
    m, dark = Mesher(), Mesher()
    for s in (-1, 1):
        m.soft(x + s * 0.75, x + s * 0.5, y - 0.2, y, z, z + 1.0, 0.01)
    m.soft(x - 0.85, x + 0.85, y - 0.26, y, z + 1.0, z + 1.12, 0.012)
    dark.box(x - 0.5, x + 0.5, y - 0.02, y, z, z + 1.0)
    site.add(m.object("mantel", standard("marble", size=1.6), smooth=True), dark.object("hearth", plain("#14110f", 0.9)))
    wood = Mesher()
    for k, (dx, dz, lean) in enumerate(((-0.02, 0.05, 0.05), (0.05, 0.05, -0.07), (0.0, 0.13, 0.1))):
        wood.tube([(x + dx - 0.27, y - 0.17 + 0.05 * k, z + dz), (x + dx + 0.27, y - 0.12 + 0.03 * k, z + dz + lean * 0.5)], 0.05, sides=10)
    site.add(wood.object("logs", standard("bark", size=0.5), smooth=True))
    outer, inner = Mesher(), Mesher()
    for k in range(11):
        u, tall = x + (k - 5) * 0.042 + site.rng.uniform(-0.015, 0.015), (0.2 + 0.26 * math.exp(-(((k - 5) / 3.2) ** 2))) * site.rng.uniform(0.75, 1.15)
        t = np.linspace(0, 1, 9)
        path = np.stack([u + 0.03 * np.sin(5 * t + k) * t, np.full(9, y - 0.12 + 0.03 * (k % 3)), z + 0.1 + tall * t], axis=1)
        outer.tube(path, 0.034 * np.sin(np.pi * (0.18 + 0.82 * t)) ** 0.8 * (1 - 0.4 * t) + 0.0015, sides=8)
        inner.tube(path * (1, 1, 1) - (0, 0.02, 0.03), 0.018 * np.sin(np.pi * (0.18 + 0.82 * t)) ** 0.8 * (1 - 0.5 * t) + 0.001, sides=8)
    site.add(outer.object("fire", site.glow(glowing("#ff6a14", 5.0), "practical"), smooth=True), inner.object("fire", site.glow(glowing("#ffb648", 14.0), "practical"), smooth=True))
    site.lamp(x, y - 0.3, z + 0.3, radius=0.15, kelvin=1900, watts=14.0, kind="fire")
