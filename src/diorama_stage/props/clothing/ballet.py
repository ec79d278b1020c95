# SPDX-License-Identifier: GPL-3.0-or-later
"""Ballet shoes: satin on a stiff blunt toe, a drawstring round a low opening, long ribbons that lie in curves."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, ellipsoid, smooth_path, sweep
from diorama_stage.kit.seams import ribbon, sheet
from diorama_stage.props.clothing.footwear import sole
from diorama_stage.props.clothing.openshoes import inward
from diorama_stage.props.clothing.shoe_last import Last, settle
from diorama_stage.props.registry import prop


@prop("ballet_shoe")
def ballet_shoe(spec: Spec, b: Builder) -> None:
    b.slot("body", "satin", b.choose("#e8b3ac", "#edc3b8", "#e3a6a2"))
    b.slot("ribbons", "satin", "#e9b6b0")
    b.slot("sole", "suede", "#b08a66", role="fixed")
    b.slot("lining", "canvas", "#e9dcc6", role="fixed")
    last = Last(
        0.236, (0.175, 0.006, 0.026, 0.03, 0.042, 0.056), width=0.84, point=0.0, floor=0.003, spring=0.004, toe=0.044, throat=0.34, fall=0.2, waist=0.003
    )
    b.add(sheet(last.grid, closed=True), "body", "upper")
    b.add(sole(last, [(0, -0.016), (0.0004, -0.012), (0.0026, -0.012), (0.0032, -0.014)]), "sole", "sole")
    rim, u = last.rim, np.linspace(0, 1, 160, endpoint=False)
    inside = np.array([rim, *(last.at(u, s, -0.0018) for s in (0.08, 0.25, 0.45, 0.65, 0.85, 0.95))])
    b.add(sheet(inside, closed=True), "lining", "lining")
    b.add(sheet(np.array([inward(inside[-1], k) for k in (1.0, 0.6, 0.02)]), closed=True), "lining", "insole")
    b.add(sweep(np.vstack([rim, rim[:2]]), 0.0021, sides=10), "ribbons", "binding")
    _box(b, last)
    _bow(b, rim)
    for side in (-1, 1):
        _ribbon(b, rim, side)
    settle(b)


def _box(b: Builder, last: Last) -> None:
    """The stiff toe: satin drawn together in fine pleats under it, and a seam across the vamp."""
    for u in np.linspace(-0.1, 0.1, 15):
        pleat = last.at(u, np.linspace(0.86, 0.99, 8), 0.0003)
        b.add(sweep(pleat, np.linspace(0.0002, 0.0008, 8), sides=6), "body", "pleats")
    for side in (0.25, 0.75):
        b.add(sweep(last.at(side, np.linspace(0.02, 1.0, 30), 0.0002), 0.0006, sides=6), "body", "seam")
    b.add(sweep(last.at(0.5, np.linspace(0.02, 1.0, 30), 0.0002), 0.0006, sides=6), "body", "seam")


def _bow(b: Builder, rim: np.ndarray) -> None:
    """The drawstring's small bow at the front of the opening."""
    knot = rim[0] + (0.003, 0, 0.001)
    b.add(ellipsoid(0.0024, 0.0034, 0.0022, at=tuple(knot), segments=16), "ribbons", "bow")
    for s in (-1, 1):
        loop = smooth_path([(0, 0, 0), (0.002, 0.008 * s, 0.003), (0.004, 0.016 * s, 0.001), (0.007, 0.013 * s, -0.001), (0.003, 0.004 * s, 0)], 24)
        b.add(sweep(knot + loop, 0.001, sides=8), "ribbons", "bow")
        tail = smooth_path([(0, 0, 0), (0.006, 0.004 * s, 0.0005), (0.014, 0.008 * s, -0.002), (0.022, 0.013 * s, -0.005)], 18)
        b.add(sweep(knot + tail, 0.001, sides=8), "ribbons", "bow")


def _ribbon(b: Builder, rim: np.ndarray, side: int) -> None:
    """A ribbon sewn inside the opening: it falls over the rim to the floor and lies there in curves, never twice the same."""
    rng = b.rng
    start = rim[int(len(rim) * (0.36 if side > 0 else 0.64))]
    path = [
        start + (0.0, -0.006 * side, -0.012),
        start + (0, -0.001 * side, 0.002),
        start + (-0.001, 0.012 * side, -0.006),
        start + (-0.002, 0.016 * side, -0.024),
    ]
    path += _trail(b, start[0] - 0.004, start[1] + 0.026 * side, side)
    path = smooth_path(path, 140)
    along = np.gradient(path, axis=0)
    flat = np.column_stack([-along[:, 1], along[:, 0], np.zeros(140)]) / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
    u = np.linspace(0, 1, 140)[:, None]
    lying = flat + np.array((0, 0, 0.7)) * np.sin(u * 17 + rng.uniform(0, 6)) ** 3
    across = np.where(u < 0.2, (1.0, 0.0, 0.0), np.where(u < 0.3, (u - 0.2) * 10 * lying + (1 - (u - 0.2) * 10) * (1.0, 0, 0), lying))
    b.add(ribbon(path, across, 0.0125, 0.0006), "ribbons", "ribbons")


def _trail(b: Builder, x: float, y: float, side: int, long: float = 0.27) -> list[tuple[float, float, float]]:
    """Where a ribbon lies on the floor: it runs away from the shoe and turns in wide curves."""
    heading, bend, phase = side * b.rng.uniform(1.2, 1.9), b.rng.choice((-1, 1)) * b.rng.uniform(13, 19), b.rng.uniform(-0.4, 0.4)
    out, step = [], long / 16
    for k in range(16):
        out.append((x, y, 0.0016 + 0.0034 * (1 + np.sin(1.9 * k + phase)) / 2))
        heading += bend * np.cos(2 * np.pi * k / 13 + phase) * step
        x, y = x + step * float(np.cos(heading)), y + step * float(np.sin(heading))
    return out
