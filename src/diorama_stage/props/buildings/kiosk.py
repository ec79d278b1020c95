# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone kiosks of cast iron: glazed in small panes on three sides, a lit fascia over each, a domed roof."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, box, ellipsoid, extrude, label_plane, move, rotate, scale
from diorama_stage.props.registry import prop

SIDE, HIGH = 0.91, 2.1
"""Metres: width of a side, height of the walls."""


@prop("phone_booth")
def phone_booth(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint", "#b3191d", finish=("glossy",))
    b.slot("glass", "glass", role="fixed", params={"pane": True})
    b.slot("base", "concrete", "#55524e", role="fixed")
    b.slot("phone", "plastic", "#17181a", role="fixed")
    label = spec.labels[0] if spec.labels else {"text": "TELEPHONE", "style": "serif", "colour": None}
    b.slot("fascia", "printed", role="fixed", label=label, params={"paper": "#efe9d8"})
    b.add(box(SIDE + 0.06, SIDE + 0.06, 0.1, bevel=0.01), "base", "plinth")
    half = SIDE / 2
    for sx in (-1, 1):
        for sy in (-1, 1):
            b.add(box(0.085, 0.085, HIGH, bevel=0.012, at=(sx * (half - 0.04), sy * (half - 0.04), 0.1)), "body", "posts")
    b.add(box(SIDE - 0.1, 0.03, HIGH, bevel=0.004, at=(0, half - 0.04, 0.1)), "body", "back")
    for turn in (0, 90, 270):
        for piece, slot, part in _wall():
            b.add(rotate(piece, 0, 0, turn), slot, part)
    for turn in (0, 90, 180, 270):
        b.add(rotate(box(SIDE + 0.05, 0.1, 0.3, bevel=0.012, at=(0, -half + 0.03, 0.1 + HIGH - 0.02)), 0, 0, turn), "body", "fascia")
        b.add(rotate(move(label_plane(SIDE - 0.2, 0.15), 0, -half - 0.022, 0.1 + HIGH + 0.13), 0, 0, turn), "fascia", "signs")
    z = 0.1 + HIGH + 0.27
    b.add(box(SIDE + 0.09, SIDE + 0.09, 0.05, bevel=0.014, at=(0, 0, z)), "body", "cornice")
    dome = scale(ellipsoid(half * 0.98, half * 0.98, 0.2, segments=64), 1)
    b.add(move(dome, 0, 0, z + 0.04), "body", "roof")
    b.add(box(0.3, 0.16, 0.5, bevel=0.01, at=(0, half - 0.14, 1.05)), "phone", "telephone")
    b.add(move(rotate(box(0.05, 0.06, 0.24, bevel=0.02), 0, 0, 0), -0.19, half - 0.16, 1.2), "phone", "handset")
    b.emitters.append(Emitter(0, 0, HIGH - 0.05, 0.08, 3600, 22.0))
    b.lean = None


def _wall():
    """Frame, bars and the pane of a side that faces -Y: three columns, the middle one wide, eight rows."""
    y, low, high = -SIDE / 2 + 0.04, 0.32, 0.1 + HIGH - 0.08
    made = [(box(SIDE - 0.16, 0.035, 0.24, bevel=0.004, at=(0, y, 0.1)), "body", "door"), (box(SIDE - 0.16, 0.035, 0.08, bevel=0.004, at=(0, y, high)), "body", "door")]
    for x in (-0.225, 0.225):
        made.append((box(0.022, 0.03, high - low, bevel=0.003, at=(x, y, low)), "body", "bars"))
    for z in np.linspace(low, high, 9)[1:-1]:
        made.append((box(SIDE - 0.16, 0.028, 0.02, bevel=0.003, at=(0, y, z - 0.01)), "body", "bars"))
    pane = extrude([(-SIDE / 2 + 0.08, 0), (SIDE / 2 - 0.08, 0), (SIDE / 2 - 0.08, 0.004), (-SIDE / 2 + 0.08, 0.004)], high - low, bevel=0)
    made.append((move(pane, 0, y + 0.004, low), "glass", "panes"))
    return made
