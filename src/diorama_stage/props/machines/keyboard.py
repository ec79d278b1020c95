# SPDX-License-Identifier: GPL-3.0-or-later
"""A computer's keyboard: rows of printed keys of their own widths on a low board, flat ones on metal or tall ones in a case."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, extrude, join, label_plane, loft, move, rotate, rounded_rectangle
from diorama_stage.materials.legends import ACROSS, ROWS
from diorama_stage.props.registry import prop

PITCH = 0.019


def key(wide: float, deep: float, high: float, taper: float):
    """A key cap: a low frustum with round corners."""
    rings = [np.column_stack([rounded_rectangle(wide - t, deep - t, 0.0022, 4), np.full(16, z)]) for z, t in ((0, 0), (high * 0.86, taper * 0.8), (high * 0.97, taper), (high, taper + 0.0008))]
    return loft(rings, smooth=50)


@prop("keyboard")
def keyboard(spec: Spec, b: Builder) -> None:
    low = not spec.has("mechanical", "gaming") and not spec.is_a("mechanical") and b.rng.random() < 0.5
    dark = not low and b.rng.random() < 0.5
    b.slot("body", "aluminium" if low else "plastic", "#c4c5c6" if low else "#2b2d31" if dark else "#dcd7cb")
    b.slot("keys", "plastic", "#2e3034" if dark else "#efece6", role="trim", finish=("matte",))
    b.slot("legends", "printed", role="fixed", params={"picture": "legends_light" if dark else "legends_dark", "transparent": True})
    width, deep, tilt = ACROSS * PITCH, len(ROWS) * PITCH, 3 if low else 5
    rise, high, gap, taper = (0.0078, 0.0022, 0.0022, 0.0006) if low else (0.0155, 0.0085, 0.0008, 0.005)
    b.add(rotate(extrude(rounded_rectangle(width + 0.012, deep + 0.012, 0.008), 0.008 if low else 0.016, bevel=0.002), tilt), "body")
    caps = []
    for row, keys in enumerate(ROWS):
        x, y = -width / 2, deep / 2 - (row + 0.5) * PITCH
        for _, wide in keys:
            caps.append(move(key(wide * PITCH - gap, PITCH - gap, high, taper), x + wide * PITCH / 2, y, rise))
            x += wide * PITCH
    b.add(rotate(join(caps), tilt), "keys")
    b.add(rotate(move(rotate(label_plane(width, deep), -90), 0, 0, rise + high + 0.0001), tilt), "legends")
