# SPDX-License-Identifier: GPL-3.0-or-later
"""A joiner's workbench."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, move, rotate
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("workbench")
def workbench(spec: Spec, b: Builder) -> None:
    """A thick top of glued staves with a row of dog holes, square legs with stretchers, a shelf, and a wooden vice at the left."""
    w, d, h = b.vary(1.5, 0.05), 0.64, 0.88
    b.slot("top", "oak", b.choose("#b88a55", "#a97c4a"))
    b.slot("legs", "oak", "#a57b4d", role="trim")
    b.slot("screw", "steel", "#6f7274", role="fixed")
    b.slot("dark", "rubber", "#120d09", role="fixed")
    staves, wide = 6, d / 6
    b.add(join([box(w, wide - 0.0012, 0.075, bevel=0.003, at=(0, -d / 2 + wide * (k + 0.5), h - 0.075)) for k in range(staves)]), "top")
    holes = [cylinder(0.0105, 0.002, bevel=0.0, segments=24, at=(x, -d / 2 + 0.075, h - 0.0014)) for x in np.linspace(-w * 0.3, w * 0.42, 8)]
    b.add(join(holes), "dark", "holes")
    mx, my = w / 2 - 0.16, d / 2 - 0.08
    legs = [box(0.09, 0.09, h - 0.075, bevel=0.005, at=(x, y, 0)) for x in (-mx, mx) for y in (-my, my)]
    legs += [box(0.05, 2 * my, 0.08, bevel=0.004, at=(x, 0, z)) for x in (-mx, mx) for z in (0.13, h - 0.18)]
    legs += [box(2 * mx, 0.04, 0.09, bevel=0.004, at=(0, y, 0.14)) for y in (-my, my)]
    b.add(join(legs), "legs")
    b.add(join([box(2 * mx - 0.08, 0.11, 0.02, bevel=0.002, at=(0, y, 0.23)) for y in np.linspace(-my + 0.06, my - 0.06, 4)]), "legs", "shelf")
    x, y, z = -w / 2 + 0.3, -d / 2 - 0.055, h - 0.1
    b.add(box(0.34, 0.045, 0.2, bevel=0.008, at=(x, y, h - 0.202)), "legs", "vice")
    b.add(move(rotate(cylinder(0.017, 0.12, bevel=0.002), 90), x, y - 0.02, z), "screw", "vice")
    b.add(move(rotate(cylinder(0.032, 0.045, bevel=0.006), 90), x, y - 0.08, z), "screw", "vice")
    add_rod(b, "legs", (x - 0.12, y - 0.11, z - 0.05), (x + 0.12, y - 0.11, z + 0.05), 0.0095, "vice", 16)
    b.support("top", -w / 2 + 0.04, w / 2 - 0.04, -d / 2 + 0.04, d / 2 - 0.03, h)
    b.support("shelf", -mx + 0.1, mx - 0.1, -my + 0.08, my - 0.08, 0.25, headroom=h - 0.36)
