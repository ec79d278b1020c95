# SPDX-License-Identifier: GPL-3.0-or-later
"""A box grater."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, ellipsoid, join, loft, rounded_rectangle, smooth_path, sweep
from diorama_stage.kit.parts import copies, pierced
from diorama_stage.props.registry import prop

TALL, LOW, HIGH = 0.2, (0.054, 0.042), (0.038, 0.029)
"""Height, and half the width and depth at the foot and at the top, metres."""


def _side(face: int):
    """Where a share (n, 2) of a side's width and height is: 0 the front, 1 the right, 2 the back, 3 the left."""

    def place(p):
        t = p[:, 1]
        half = np.array([np.interp(t, [0, 1], [LOW[k], HIGH[k]]) for k in (0, 1)])
        u = 2 * p[:, 0] - 1
        x, y = ((u * half[0], -half[1]), (half[0], u * half[1]), (-u * half[0], half[1]), (-half[0], -u * half[1]))[face]
        return np.stack([x, y, 0.006 + t * TALL], axis=1)

    return place


@prop("grater")
def grater(spec: Spec, b: Builder) -> None:
    """A steel tower of four sides, coarse teeth before and behind, fine ones at the sides, slots; a bowed handle on top."""
    b.slot("body", "steel", None)
    b.slot("grip", "plastic", b.choose("#1b1c1e", "#1b1c1e", "#b3262b"), role="trim")
    for face, (rows, columns, share) in enumerate(((9, 6, 0.56), (16, 8, 0.4), (9, 6, 0.56), (16, 8, 0.4))):
        inside = lambda u, v, n=columns: 0.9 / n < u < 1 - 0.9 / n and 0.08 < v < 0.9  # noqa: E731
        b.add(pierced(_side(face), rows, columns, share, 0.0009, only=inside), "body")
        b.add(_teeth(face, rows, columns, inside), "body", "teeth")
    rings = [np.column_stack([rounded_rectangle(2 * w + 0.004, 2 * d + 0.004, 0.006), np.full(32, z)]) for z, w, d in ((0, *LOW), (0.009, *LOW))]
    b.add(loft(rings, smooth=40), "grip", "foot")
    b.add(box(2 * HIGH[0] + 0.006, 2 * HIGH[1] + 0.006, 0.012, bevel=0.005, at=(0, 0, TALL + 0.002)), "grip", "top")
    bow = smooth_path([(-0.032, 0, TALL + 0.01), (-0.031, 0, TALL + 0.036), (0, 0, TALL + 0.046), (0.031, 0, TALL + 0.036), (0.032, 0, TALL + 0.01)], 40)
    b.add(sweep(bow, np.interp(np.linspace(0, 1, 40), [0, 0.3, 0.7, 1], [0.0045, 0.0085, 0.0085, 0.0045]), sides=18), "grip", "handle")


def _teeth(face: int, rows: int, columns: int, inside):
    """The lip of metal pushed out over each hole."""
    cells = [((c + 0.5) / columns, (r + 0.5) / rows) for r in range(rows) for c in range(columns)]
    at = _side(face)(np.array([p for p in cells if inside(*p)]) + (0, 0.22 / rows))
    size = 0.0036 if columns < 8 else 0.002
    places = np.repeat(np.eye(4)[None], len(at), axis=0)
    places[:, :3, 3] = at
    tooth = ellipsoid(*((size, size * 0.75, size * 0.55) if face % 2 == 0 else (size * 0.75, size, size * 0.55)), segments=12)
    return join([copies(tooth, places, smooth=180)])
