# SPDX-License-Identifier: GPL-3.0-or-later
"""What children twirl: a hoop, a windmill on a stick."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, move, rotate
from diorama_stage.kit import sweep, torus
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("hula_hoop")
def hula_hoop(spec: Spec, b: Builder) -> None:
    """A hoop of plastic tube wound with a bright stripe; it lies, leans, or stands."""
    b.slot("body", "plastic", b.choose("#d9346a", "#2f8fd0", "#f2b01e", "#3fae5a"), finish=("glossy",))
    b.slot("stripe", "plastic", "#f4f2ec", role="trim", finish=("glossy",))
    r, tube = 0.45, 0.0125
    hoop = torus(r, tube, segments=120, sides=16)
    a = np.linspace(0, 2 * np.pi, 900)
    turns = 18
    c, s = np.cos(turns * a), np.sin(turns * a)
    line = np.column_stack([(r + (tube + 0.0004) * c) * np.cos(a), (r + (tube + 0.0004) * c) * np.sin(a), (tube + 0.0004) * s])
    wound = sweep(line, 0.0055, sides=8, flat=0.2)
    for o, slot in ((hoop, "body"), (wound, "stripe")):
        if spec.has("upright", "standing", "leaning"):
            rotate(o, 90)
        b.add(o, slot)
    b.lean = "back"


@prop("pinwheel")
def pinwheel(spec: Spec, b: Builder) -> None:
    """A child's windmill: four folded vanes of two colours on a pin, a stick."""
    b.slot("body", "paper", b.choose("#d9343a", "#2f7fd0", "#e9b01e", "#3fae5a"))
    b.slot("back", "paper", b.choose("#f2b01e", "#f4f2ec", "#6fc4e0"), role="trim")
    b.slot("stick", "pine", "#d8b07a", role="trim")
    b.slot("pin", "brass", role="fixed")
    z0, r = 0.36, 0.115
    vanes, folds = Growth(), Growth()
    for k in range(4):
        a0 = math.pi / 2 * k + 0.3
        t, s = np.linspace(0, 1, 18)[:, None], np.linspace(0, 1, 10)[None, :]
        corner, other = np.array((math.cos(a0), math.sin(a0))) * r, np.array((math.cos(a0 + math.pi / 2), math.sin(a0 + math.pi / 2))) * r
        flat = corner[None, None] * (t * (1 - s))[..., None] + other[None, None] * (t * s * 0.0)[..., None]
        bend = np.pi * 0.86 * s
        side = other / r
        out = 0.034 * t * np.sin(np.clip(bend, 0, np.pi)) ** 0.9
        across = 0.085 * t * (1 - np.cos(bend)) / 2
        grid = np.stack([flat[..., 0] + across * side[0], -0.012 - out, flat[..., 1] + across * side[1] + z0], axis=-1)
        vanes.sheet(grid, 1.0, 0.0004)
        folds.sheet(grid + (0, 0.0007, 0), 1.0, 0.0003)
    b.add(vanes.object("vanes"), "body", "vanes")
    b.add(folds.object("backs"), "back")
    b.add(cylinder(0.0045, z0 + 0.02, bevel=0.001), "stick")
    b.add(move(rotate(cylinder(0.008, 0.006, bevel=0.002), 90), 0, -0.026, z0), "pin")
    add_rod(b, "pin", (0, -0.03, z0), (0, 0.006, z0), 0.0012, "pin", 8)
