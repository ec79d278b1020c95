# SPDX-License-Identifier: GPL-3.0-or-later
"""A kayak."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, bezier, box, boolean, ellipsoid, lathe, loft, move, scale, smooth_path, sweep, torus
from diorama_stage.props.registry import prop


@prop("kayak")
def kayak(spec: Spec, b: Builder) -> None:
    """A touring kayak: a slim hull that rises to both ends, a deck with a cockpit, its coaming and seat, deck lines, and the paddle across it."""
    length, half = 4.2, 0.3
    b.slot("hull", "plastic", b.choose("#c8341f", "#d9a31c", "#2f6f8f"), finish=("satin",))
    b.slot("seat", "plastic", "#1d1e20", role="trim")
    b.slot("lines", "rubber", "#222326", role="fixed")
    b.slot("paddle", "plastic", "#23262a", role="trim")
    rings = []
    for u in np.linspace(0, 1, 61):
        wide = half * np.sin(np.pi * np.clip(u, 0.004, 0.996)) ** 0.72 + 0.004
        keel, deck = 0.16 * abs(2 * u - 1) ** 3.2, 0.27 + 0.16 * abs(2 * u - 1) ** 2.6
        a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        side, up = np.cos(a), np.sin(a)
        z = np.where(up < 0, keel + (deck - keel) * 0.62 * (1 + np.sign(up) * np.abs(up) ** 0.75), keel + (deck - keel) * (0.62 + 0.38 * up))
        rings.append(np.stack([np.full(40, (u - 0.5) * length), wide * np.sign(side) * np.abs(side) ** 0.8, z], axis=1))
    hull = loft(rings, smooth=70)
    hole = move(scale(ellipsoid(1, 1, 1, segments=40), 0.44, 0.2, 0.24), -0.12, 0, 0.37)
    b.add(boolean(hull, hole), "hull")
    rim = scale(torus(1.0, 0.055, segments=72, sides=12), 0.445, 0.213, 0.3)
    b.add(move(rim, -0.12, 0, 0.302), "seat", "coaming")
    b.add(box(0.34, 0.28, 0.03, bevel=0.012, at=(-0.14, 0, 0.12)), "seat")
    b.add(box(0.05, 0.28, 0.16, bevel=0.018, at=(-0.32, 0, 0.14)), "seat")
    for x in (0.62, 0.95, -0.95):
        y = half * np.sin(np.pi * (x / length + 0.5)) ** 0.72 * 0.86
        b.add(sweep(smooth_path([(x, -y, 0.285), (x + 0.05, 0, 0.335 + 0.02 * abs(x)), (x, y, 0.285)], 18), 0.005, sides=8), "lines")
    for s in (-1, 1):
        b.add(sweep(bezier((s * 2.06, 0, 0.42), (s * 2.1, 0, 0.47), (s * 1.98, 0, 0.49), (s * 1.95, 0, 0.43), 14), 0.009, sides=8), "lines", "handles")
    b.add(sweep([(-0.95, 0.34, 0.37), (1.15, -0.28, 0.37)], 0.015, sides=14), "paddle")
    for end, (x, y) in ((-1, (-1.08, 0.378)), (1, (1.28, -0.318))):
        outline = smooth_path([(0, -0.21), (0.045, -0.17), (0.085, 0.02), (0.07, 0.15), (0, 0.2)], 24)
        blade = lathe([tuple(p) for p in outline], segments=40, smooth=180, squash=0.12)
        b.add(_laid(blade, x, y, end), "paddle", "blades")
    b.support("deck", -1.7, -0.7, -0.14, 0.14, 0.36)


def _laid(blade, x: float, y: float, end: int):
    """The blade along the shaft, which lies across the deck at 16 degrees."""
    from diorama_stage.kit import rotate

    return move(rotate(rotate(blade, 0, 90 * end, 0), 0, 0, -16.5), x, y, 0.37)
