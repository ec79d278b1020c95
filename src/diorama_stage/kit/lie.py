# SPDX-License-Identifier: GPL-3.0-or-later
"""Long things laid down."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, move, rotate


def lying(b: Builder, turn: float = 0.0) -> None:
    """Everything built along +Z laid on its side, pointing to the right and a little back, on the ground."""
    objects = [o for group in b._parts.values() for o in group]
    for o in objects:
        rotate(o, 0, 90, 0)
        rotate(o, 0, 0, turn)
    low = min(v.co.z for o in objects for v in o.data.vertices)
    middle = np.mean([[v.co.x, v.co.y] for o in objects for v in o.data.vertices], axis=0)
    for o in objects:
        move(o, -float(middle[0]), -float(middle[1]), -low)
