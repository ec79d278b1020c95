# SPDX-License-Identifier: GPL-3.0-or-later
"""Ladders and stepladders."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    box,
    cylinder,
    loft,
    move,
    rotate,
    sweep,
)  # fmt: skip
from diorama_stage.kit.parts import rod
from diorama_stage.props.registry import prop


def bar(a, c, wide: float, deep: float, *, edge: float = 0.004):
    """A beam between two points of one x–z or y–z plane: `wide` along x, `deep` across its length, metres."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    way = (c - a) / np.linalg.norm(c - a)
    side = np.cross(way, (1.0, 0, 0))
    side = side / np.linalg.norm(side) if np.linalg.norm(side) > 1e-6 else np.array((0, 1.0, 0))
    ring = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    return bevel(loft([[p + np.array((wide / 2 * u, 0, 0)) + side * deep / 2 * v for u, v in ring] for p in (a, c)], smooth=30), edge)


@prop("ladder")
def ladder(spec: Spec, b: Builder) -> None:
    material = spec.material or b.choose("pine", "wood", "aluminium")
    b.slot("frame", b.choose("pine", "oak") if material not in ("aluminium", "steel") else "aluminium")
    b.slot("hinges", "steel", role="fixed")
    if spec.has("leaning", "straight", "extension"):
        H = 2.6
        for s in (-1, 1):
            b.add(bar((0.22 * s, 0, 0), (0.19 * s, 0, H), 0.032, 0.068, edge=0.006), "frame", "rails")
        for k in range(9):
            z = 0.2 + 0.275 * k
            half = 0.22 - 0.03 * z / H
            b.add(sweep([(-half - 0.018, 0, z), (0, 0, z), (half + 0.018, 0, z)], 0.0165, sides=18), "frame", "rungs")
        b.lean = "back"
        return
    H, foot = 1.75, 0.52
    for s in (-1, 1):
        b.add(bar((0.25 * s, -foot, 0), (0.16 * s, -0.06, H), 0.026, 0.07), "frame", "rails")
        b.add(bar((0.22 * s, foot, 0), (0.145 * s, 0.05, H - 0.03), 0.024, 0.045), "frame", "rear rails")
        b.add(rod((0.188 * s, -foot * 0.62, H * 0.33), (0.182 * s, foot * 0.6, H * 0.36), 0.005), "hinges", "spreaders")
        b.add(move(rotate(cylinder(0.016, 0.012, bevel=0.003), 0, 90), 0.175 * s - 0.006, -0.03, H - 0.06), "hinges")
    for k in range(6):
        z = 0.27 + 0.262 * k
        y = -foot + (foot - 0.06) * z / H
        half = 0.25 - 0.09 * z / H
        b.add(box(2 * half - 0.02, 0.085, 0.022, bevel=0.005, at=(0, y, z - 0.011)), "frame", "steps")
        b.add(rod((-half - 0.012, y, z - 0.02), (half + 0.012, y, z - 0.02), 0.003, sides=8), "hinges", "ties")
    for z in (0.4, 0.85, 1.3):
        half, y = 0.22 - 0.075 * z / H, foot - 0.47 * z / (H - 0.03)
        b.add(box(2 * half, 0.016, 0.042, bevel=0.003, at=(0, y + 0.004, z)), "frame", "braces")
    b.add(box(0.37, 0.19, 0.028, bevel=0.008, at=(0, -0.01, H - 0.006)), "frame", "top")
    b.support("top", -0.16, 0.16, -0.09, 0.07, H + 0.022)
