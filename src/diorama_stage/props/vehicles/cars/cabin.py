# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen through a car's windows: seats, headrests, dashboard, steering wheel, door cards, mirror."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, box, cylinder, ellipsoid, join, loft, move, rotate, sweep, torus


def cushion(x: float, y: float, z: float, puff: float = 0.05):
    """A padded block of full lengths x, y, z that stands on its middle."""
    return box(x, y, z, bevel=min(puff, x * 0.4, y * 0.4, z * 0.4), segments=4)


def seat(x: float, y: float, z: float, wide: float, *, high: float = 0.6, rests: int = 1, old: bool = False) -> list:
    """A seat whose cushion's middle is over (x, y), its back leaning towards +x."""
    parts = [move(cushion(0.52, wide, 0.17, 0.06), x, y, z)]
    back = rotate(cushion(0.15, wide * 0.98, high, 0.065), 0, 17)
    parts.append(move(back, x + 0.25, y, z + 0.1))
    if not old:
        for k in range(rests):
            u = y + (k - (rests - 1) / 2) * wide / max(rests, 1)
            top = z + 0.1 + high * math.cos(math.radians(17))
            parts.append(move(rotate(cushion(0.1, min(wide * 0.55, 0.27), 0.19, 0.045), 0, 12), x + 0.25 + high * 0.29, u, top + 0.035))
            for s in (-0.05, 0.05):
                parts.append(move(cylinder(0.006, 0.1, bevel=0.001, segments=8), x + 0.27 + high * 0.29, u + s, top - 0.05))
    return parts


def steering(b: Builder, x: float, y: float, z: float, r: float = 0.185, slot: str = "trim") -> None:
    """A steering wheel that leans to the driver at +x."""
    parts = [torus(r, 0.015, segments=48, sides=10), cylinder(0.062, 0.03, bevel=0.014, at=(0, 0, -0.012))]
    parts += [rotate(box(r, 0.036, 0.012, bevel=0.005, at=(r / 2, 0, -0.006)), 0, 0, a) for a in (0, 180, 270 if r < 0.2 else 90)]
    parts.append(cylinder(0.03, 0.35, bevel=0.005, at=(0, 0, -0.36)))
    b.add(move(rotate(rotate(join(parts), 0, 0, 90), 0, 66), x, y, z), slot, "steering wheel")


def cabin(b: Builder, c: dict, half: float, *, old: bool = False) -> None:
    """The inside, by the shape's table `cabin`: floor, seats by row, dashboard."""
    floor, sill = c["floor"], c["z"]
    rows = c["rear"] if isinstance(c["rear"], list) else [c["rear"]]
    x0, x1 = c["dash"] - 0.25, c.get("end", rows[-1] + 0.75)
    dark = [box(x1 - x0, 2 * half - 0.2, 0.04, bevel=0.01, at=((x0 + x1) / 2, 0, floor - 0.04))]
    for s in (-1, 1):
        dark.append(box(x1 - x0 - 0.3, 0.05, sill - floor - 0.02, bevel=0.02, at=((x0 + x1) / 2 + 0.1, s * (half - 0.11), floor)))
    profile = [(-0.34, sill - 0.06), (-0.34, sill + 0.005), (-0.1, sill + 0.035), (0.05, sill + 0.02), (0.11, sill - 0.05), (0.09, sill - 0.22), (0.0, sill - 0.32)]
    n = 13
    dash = []
    for y in np.linspace(-half + 0.08, half - 0.08, n):
        bump = 0.035 * math.exp(-(((y + 0.36) / 0.17) ** 2))
        dash.append([(c["dash"] + u - 0.04 * (y / half) ** 2, y, z + (bump if 0 < k < 5 else 0)) for k, (u, z) in enumerate(profile)])
    dark.append(loft(dash, smooth=50))
    if "shelf" in c:
        dark.append(box(c["shelf"][1] - c["shelf"][0], 2 * half - 0.3, 0.02, bevel=0.006, at=(sum(c["shelf"][:2]) / 2, 0, c["shelf"][2])))
    dark.append(box(0.5, 0.2, 0.2, bevel=0.04, at=(c["seat"] - 0.15, 0, floor)))
    b.add(join(dark), "trim", "interior")
    z = floor + 0.13
    seats = []
    if old:
        seats += seat(c["seat"], 0, z, 2 * half - 0.45, high=0.5, old=True)
    else:
        for y in (-0.36, 0.36):
            seats += seat(c["seat"], y, z, 0.5, high=c.get("high", 0.58))
    for x in rows if c.get("rows", True) else []:
        seats += seat(x, 0, z, 2 * half - 0.5, high=0.55 if len(rows) < 4 else 0.75, rests=2, old=old or len(rows) > 3)
    b.add(join(seats), "seats")
    steering(b, c["wheel"], -0.36, sill + 0.03, 0.2 if old else 0.185)
    if "mirror" in c:
        x, zz = c["mirror"]
        b.add(join([ellipsoid(0.015, 0.11, 0.03, at=(x, 0, zz), segments=20), sweep([(x, 0, zz), (x - 0.03, 0, zz + 0.03), (x - 0.06, 0, zz + 0.07)], 0.008, sides=6)]), "trim", "mirror")
