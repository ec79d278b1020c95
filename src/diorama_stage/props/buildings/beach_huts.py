# SPDX-License-Identifier: GPL-3.0-or-later
"""A beach hut: one small room of painted boards under a felted gable, on sleepers over the sand, a pair of doors and a step at its front."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, from_geometry, join, move, rotate
from diorama_stage.props.buildings.houses import boards, eased
from diorama_stage.props.registry import prop

COLOURS = ("#c8412f", "#2f6ea8", "#e0b23a", "#3f8f76", "#d9829a", "#7fb2cf", "#e2e0d4", "#db7a3a", "#5b6fa3", "#8fb26a")
WIDE, DEEP, FLOOR, WALL, RISE = 2.05, 2.5, 0.32, 1.95, 0.82
"""Metres: across, along, how high its floor is, its walls, its gable."""


@prop("beach_hut")
def beach_hut(spec: Spec, b: Builder) -> None:
    """Built with its front to +x, and turned to the lens at the end."""
    b.slot("body", "paint", b.choose(*COLOURS), finish=("matte",))
    b.slot("trim", "paint", "#efece3", role="trim", finish=("satin",))
    b.slot("roof", "felt", b.choose("#4b4a48", "#5a4a44", "#3f4a52"), role="trim")
    b.slot("base", "pine", "#8f7c63", role="fixed")
    b.slot("metal", "iron", "#2b2a29", role="fixed")
    hx, hy, top = DEEP / 2, WIDE / 2, FLOOR + WALL
    b.add(eased([box(0.2, WIDE + 0.1, FLOOR - 0.12, bevel=0, at=(x, 0, 0)) for x in (-hx * 0.85, 0, hx * 0.85)], 0.012), "base", "sleepers")
    deck = [box(0.125, WIDE + 0.02, 0.045, bevel=0, at=(x, 0, FLOOR - 0.05 + b.rng.uniform(-0.002, 0.002))) for x in np.arange(-hx + 0.06, hx + 0.62, 0.132)]
    b.add(eased(deck, 0.005), "base", "deck")
    gable = lambda u: WALL + RISE * (1 - abs(u) / hy)  # noqa: E731
    for s in (-1, 1):
        b.add(boards(b, (0, s * hy, FLOOR), DEEP, lambda _: WALL, 0 if s < 0 else 180, 0.14, lying=True, thick=0.024), "body", "walls")
        b.add(boards(b, (s * hx, 0, FLOOR), WIDE, gable, 90 * s, 0.12, thick=0.02), "body", "walls")
        b.add(box(0.09, 0.09, WALL, bevel=0.008, at=(hx + 0.01, s * hy, FLOOR)), "trim", "corner boards")
        b.add(box(0.09, 0.09, WALL, bevel=0.008, at=(-hx - 0.01, s * hy, FLOOR)), "trim", "corner boards")
    _roof(b, hx, hy, top)
    _doors(b, hx)
    b.add(box(0.3, 1.1, 0.05, bevel=0.01, at=(hx + 0.72, 0, 0.11)), "base", "steps")
    b.add(join([box(0.26, 0.06, 0.11, bevel=0.006, at=(hx + 0.72, y, 0)) for y in (-0.45, 0.45)]), "base", "steps")
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, -90)


def _roof(b: Builder, hx: float, hy: float, top: float) -> None:
    """Felt over boards, its edges nailed down, white barge boards with a fretted edge and a finial at the front."""
    out = 0.16
    x0, x1, y, low = -hx - 0.14, hx + 0.34, hy + out, top - RISE / hy * out
    for s in (-1, 1):
        corner = [(x0, s * y, low), (x1, s * y, low), (x1, 0, top + RISE), (x0, 0, top + RISE)]
        slab = [*corner, *[(x, yy, z + 0.045) for x, yy, z in corner]]
        b.add(from_geometry("roof", slab, [(0, 1, 2, 3), (7, 6, 5, 4), (0, 4, 5, 1), (3, 2, 6, 7), (1, 5, 6, 2), (0, 3, 7, 4)], smooth=None), "roof", "roof")
        for x in (x0 - 0.012, x1 + 0.012):
            board = [(x, s * (y + 0.02), low - 0.09), (x, s * (y + 0.02), low + 0.06), (x, 0, top + RISE + 0.075), (x, 0, top + RISE - 0.1)]
            b.add(
                from_geometry(
                    "barge",
                    [*board, *[(p + 0.026 * np.sign(x), q, r) for p, q, r in board]],
                    [(0, 1, 2, 3), (7, 6, 5, 4), (0, 3, 7, 4), (1, 0, 4, 5), (2, 1, 5, 6), (3, 2, 6, 7)],
                    smooth=None,
                ),
                "trim",
                "barge boards",
            )
        scallops = []
        for t in np.linspace(0.08, 0.95, 11):
            at = (x1 + 0.02, s * y * (1 - t), low - 0.075 + (top + RISE - low - 0.01) * t)
            scallops.append(move(rotate(cylinder(0.058, 0.022, bevel=0.004, segments=20), 0, 90), *at))
        b.add(join(scallops), "trim", "barge boards")
    b.add(box(0.05, 0.05, 0.42, bevel=0.012, at=(x1 + 0.02, 0, top + RISE - 0.12)), "trim", "finial")
    b.add(box(x1 - x0, 0.12, 0.03, bevel=0.01, at=((x0 + x1) / 2, 0, top + RISE + 0.03)), "roof", "ridge")


def _doors(b: Builder, hx: float) -> None:
    """A pair of doors with braces and strap hinges in a white frame, a small window above."""
    x, tall, half = hx + 0.03, 1.78, 0.48
    for s in (-1, 1):
        planks = [box(0.03, 0.112, tall, bevel=0, at=(x, s * (0.062 + 0.118 * k), FLOOR)) for k in range(4)]
        b.add(eased(planks, 0.006), "body", "doors")
        rails = [box(0.026, 0.45, 0.1, bevel=0, at=(x + 0.026, s * half / 2, FLOOR + z)) for z in (0.12, 0.82, 1.56)]
        brace = move(rotate(box(0.024, 0.8, 0.09, bevel=0, at=(0, 0, -0.045)), s * -57), x + 0.024, s * half / 2, FLOOR + 0.49)
        b.add(eased([*rails, brace], 0.006), "trim", "doors")
        b.add(box(0.07, 0.1, tall + 0.1, bevel=0.01, at=(x, s * (half + 0.06), FLOOR)), "trim", "door case")
        for z in (0.17, 1.61):
            b.add(box(0.01, 0.26, 0.028, bevel=0.003, at=(x + 0.042, s * (half - 0.12), FLOOR + z - 0.014)), "metal", "hinges")
    b.add(box(0.075, 2 * half + 0.32, 0.11, bevel=0.01, at=(x, 0, FLOOR + tall)), "trim", "door case")
    b.add(move(rotate(cylinder(0.02, 0.06, bevel=0.006, segments=16), 0, 90), x + 0.02, 0.07, FLOOR + 0.95), "metal", "knob")
