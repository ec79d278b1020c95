# SPDX-License-Identifier: GPL-3.0-or-later
"""A cutting board, bare or laid with cheeses."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    boolean,
    box,
    cylinder,
    extrude,
    move,
    rotate,
)
from diorama_stage.props.registry import prop


@prop("cutting_board")
def cutting_board(spec: Spec, b: Builder) -> None:
    """A board of one plank with a handle and a hole to hang it by."""
    w, d, t = b.vary(0.25, 0.06), b.vary(0.17, 0.06), 0.018
    b.slot("body", "walnut" if b.rng.random() < 0.4 else "oak")
    a = np.linspace(0, 2 * math.pi, 97)[:-1]
    body = np.stack([np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.22 * w / 2, np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.22 * d / 2], axis=-1)
    grip = [(x, y) for x, y in body if x < w / 2 - 0.02 or abs(y) > 0.03]
    right = sorted([(x, y) for x, y in grip if x > 0 and y > 0], key=lambda p: math.atan2(p[1], p[0]))
    outline = [(w / 2 + 0.012, 0.019), (w / 2 + 0.085, 0.016), (w / 2 + 0.098, 0.0), (w / 2 + 0.085, -0.016), (w / 2 + 0.012, -0.019)][::-1]
    rest = sorted([(x, y) for x, y in grip if not (x > 0 and y > 0)], key=lambda p: math.atan2(p[1], p[0]) % (2 * math.pi))
    plank = extrude([*outline, *right, *rest], t, bevel=0.003)
    hole = cylinder(0.006, 0.06, bevel=0.0, segments=32, at=(w / 2 + 0.08, 0, -0.02))
    b.add(boolean(plank, hole), "body")
    if spec.is_a("cheese"):
        _cheeses(b, t)
    b.support("top", -w / 2 + 0.01, w / 2 - 0.01, -d / 2 + 0.01, d / 2 - 0.01, t)


def _cheeses(b: Builder, z: float) -> None:
    """A wedge with its rind, a half wheel, a few slices."""
    b.slot("cheese", "cheese", "#e8b84a", role="fixed")
    b.slot("rind", "paper", "#efe6d2", role="fixed")
    b.add(move(rotate(extrude([(0, 0), (0.085, -0.026), (0.085, 0.026)], 0.042, bevel=0.003), 0, 0, 25), -0.1, -0.03, z), "cheese")
    a = np.linspace(0.5, 2 * math.pi - 0.5, 60)
    wheel = [(0, 0), *[(0.04 * math.cos(u), 0.04 * math.sin(u)) for u in a]]
    b.add(move(rotate(extrude(wheel, 0.026, bevel=0.004), 0, 0, 220), 0.06, 0.025, z), "rind")
    for k in range(4):
        b.add(move(rotate(box(0.042, 0.03, 0.004, bevel=0.001), 0, 14 if k else 0, 12 * k - 20), -0.005 + 0.017 * k, -0.05, z + 0.004), "cheese")
