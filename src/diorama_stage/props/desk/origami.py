# SPDX-License-Identifier: GPL-3.0-or-later
"""A crane folded of one sheet of paper: a boat-shaped body with its little pyramid, two wings, a neck whose tip is bent to a head, a tail."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, from_geometry
from diorama_stage.props.registry import prop

POINTS = {
    "keel": (0, 0, 0), "fore": (0, -2.2, 0.9), "aft": (0, 2.2, 0.9), "peak": (0, 0, 4.1),
    "root_fore": (1.15, -2.1, 2.7), "root_aft": (1.15, 2.1, 2.7), "elbow_fore": (4.4, -1.7, 4.5), "elbow_aft": (4.4, 0.9, 4.3), "wing_tip": (8.0, -0.9, 5.2),
    "neck_back": (0.5, -1.5, 2.2), "crown": (0, -5.3, 7.3), "nape": (0.3, -4.75, 6.3), "throat": (0, -4.95, 5.9), "bill": (0, -7.3, 6.0),
    "tail_front": (0.5, 1.5, 2.2), "tail_tip": (0, 5.7, 7.4),
}  # fmt: skip
"""Corners of the folded sheet, centimetres; of pairs the right one."""
FACES = (
    ("keel", "fore", "root_fore"), ("keel", "root_fore", "root_aft"), ("keel", "root_aft", "aft"), ("peak", "root_fore", "root_aft"),
    ("root_fore", "elbow_fore", "root_aft"), ("elbow_fore", "elbow_aft", "root_aft"), ("elbow_fore", "wing_tip", "elbow_aft"),
    ("fore", "throat", "neck_back"), ("throat", "nape", "neck_back"), ("throat", "crown", "nape"), ("crown", "bill", "nape"),
    ("aft", "tail_front", "tail_tip"), ("peak", "neck_back", "root_fore"), ("peak", "root_aft", "tail_front"), ("fore", "neck_back", "root_fore"),
    ("aft", "root_aft", "tail_front"),
)  # fmt: skip
"""Triangles of the right half; the left one is its mirror image."""


@prop("origami_crane")
def origami_crane(spec: Spec, b: Builder) -> None:
    b.slot("paper", "paper", "#e8e4dc")
    corners, faces = [], []
    for side in (1, -1):
        for face in FACES:
            row = [np.array(POINTS[name], float) * (side, 1, 1) / 100 for name in face]
            faces.append(tuple(range(len(corners), len(corners) + 3)))
            corners += row[::side]
    b.add(from_geometry("crane", np.array(corners), faces, smooth=None), "paper")
