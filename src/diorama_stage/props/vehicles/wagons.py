# SPDX-License-Identifier: GPL-3.0-or-later
"""What horses and people draw: a cart on two wheels, a wagon on four, bare or under a canvas hood."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, box, from_geometry, join, solidify, sweep
from diorama_stage.props.registry import prop
from diorama_stage.props.vehicles.spoked import wheel


def _wheels(b: Builder, places: list[tuple[float, float, float]]) -> None:
    for x, y, radius in places:
        wood, tyre = wheel(x, y, radius, spokes=12 if radius > 0.4 else 10, wide=0.07, thick=0.075)
        b.add(wood, "wheels")
        b.add(tyre, "tyres")


def _bed(long: float, wide: float, high: float, z: float) -> list:
    """A floor of boards and low sides of three boards each, stakes outside."""
    made = [box(long, wide / 7 - 0.006, 0.03, bevel=0.005, at=(0, (k - 3) * wide / 7, z)) for k in range(7)]
    for k in range(3):
        up = z + 0.04 + k * high / 3
        made += [box(long, 0.025, high / 3 - 0.012, bevel=0.005, at=(0, s * wide / 2, up)) for s in (-1, 1)]
        made += [box(0.025, wide, high / 3 - 0.012, bevel=0.005, at=(s * long / 2, 0, up)) for s in (-1, 1)]
    made += [box(0.05, 0.035, high + 0.12, bevel=0.006, at=(x, s * (wide / 2 + 0.028), z - 0.06)) for x in (-long * 0.42, 0, long * 0.42) for s in (-1, 1)]
    return made


def _slots(b: Builder) -> None:
    b.slot("body", b.choose("oak", "wood", "pine"))
    b.slot("wheels", "wood", b.choose("#7d5a38", "#8a3a24", "#6b5136"), role="trim")
    b.slot("tyres", "iron", "#3a3836", role="fixed")


@prop("cart")
def cart(spec: Spec, b: Builder) -> None:
    """An open box on two tall wheels, its two shafts to the left, resting on a prop."""
    _slots(b)
    r, long, wide = 0.55, 1.5, 1.0
    _wheels(b, [(0.1, s * (wide / 2 + 0.12), r) for s in (-1, 1)])
    made = _bed(long, wide, 0.36, r + 0.09)
    made += [sweep([(0.1, -wide / 2 - 0.2, r), (0.1, wide / 2 + 0.2, r)], 0.04, sides=10), box(0.14, wide * 0.9, 0.08, bevel=0.01, at=(0.1, 0, r + 0.01))]
    for s in (-1, 1):
        y = s * wide * 0.36
        made += [
            box(long, 0.07, 0.07, bevel=0.01, at=(0, y, r + 0.03)),
            sweep([(-0.7, y, r + 0.06), (-1.3, y, r + 0.05), (-2.15, y * 0.9, r + 0.1)], np.array([0.036, 0.034, 0.024]), sides=12),
        ]
    made.append(sweep([(-1.05, 0, r + 0.03), (-1.05, 0, 0)], 0.03, sides=10))
    made.append(sweep([(-1.05, -wide * 0.36, r + 0.05), (-1.05, wide * 0.36, r + 0.05)], 0.028, sides=10))
    b.add(join(made), "body")
    b.interior = Interior(0.45, r + 0.12, r + 0.48, half_x=long / 2 - 0.05, half_y=wide / 2 - 0.05)


@prop("wagon")
def wagon(spec: Spec, b: Builder) -> None:
    """A long box on four wheels, the front ones (left) smaller under a pole; a covered one has a hood of canvas over six hoops."""
    _slots(b)
    long, wide, z = 2.9, 1.15, 0.78
    _wheels(b, [(-0.95, s * (wide / 2 + 0.14), 0.42) for s in (-1, 1)] + [(0.95, s * (wide / 2 + 0.14), 0.56) for s in (-1, 1)])
    made = _bed(long, wide, 0.5, z)
    made += [sweep([(x, -wide / 2 - 0.22, r), (x, wide / 2 + 0.22, r)], 0.042, sides=10) for x, r in ((-0.95, 0.42), (0.95, 0.56))]
    made += [box(0.16, wide * 0.9, z - r, bevel=0.015, at=(x, 0, r)) for x, r in ((-0.95, 0.42), (0.95, 0.56))]
    made += [box(2.2, 0.09, 0.09, bevel=0.01, at=(0, 0, 0.52)), sweep([(-0.95, 0, 0.45), (-1.8, 0, 0.4), (-3.0, 0, 0.12)], 0.035, sides=12)]
    made += [box(0.34, wide * 0.94, 0.04, bevel=0.01, at=(-1.2, 0, z + 0.56)), box(0.03, wide * 0.94, 0.24, bevel=0.01, at=(-1.03, 0, z + 0.6))]
    b.add(join(made), "body")
    if spec.is_a("covered"):
        b.slot("hood", "canvas", "#e6dcc4", role="trim")
        b.add(_hood(long, wide, z + 0.5), "hood")
        b.add(join([sweep([(x + 0.0, y, h) for y, h in _hoop(wide, z + 0.48, 0.98)], 0.018, sides=8) for x in np.linspace(-0.85, 1.45, 6)]), "body", "hoops")
    else:
        b.support("bed", -0.9, long / 2 - 0.1, -wide / 2 + 0.06, wide / 2 - 0.06, z + 0.03, headroom=3)


def _hoop(wide: float, z: float, share: float = 1.0) -> list[tuple[float, float]]:
    t = np.linspace(0, np.pi, 25)
    return [(wide * 0.56 * share * np.cos(a), z + 1.12 * share * np.sin(a) ** 0.75) for a in t]


def _hood(long: float, wide: float, z: float):
    """Canvas that sags between its hoops and flares at both ends."""
    rings = []
    for u in np.linspace(0, 1, 41):
        sag = 1 - 0.035 * abs(np.sin(np.pi * 5 * u))
        flare = 1.0 + 0.05 * abs(2 * u - 1) ** 4
        rings.append([((u - 0.5) * 2.5 + 0.3 + 0.22 * (2 * u - 1) * (h - z) / 1.1, y * flare, z + (h - z) * sag * flare) for y, h in _hoop(wide, z)])
    n = 25
    points = np.array(rings)
    faces = np.array([(i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j) for i in range(40) for j in range(n - 1)])
    return solidify(from_geometry("hood", points.reshape(-1, 3), faces, smooth=60), 0.006)
