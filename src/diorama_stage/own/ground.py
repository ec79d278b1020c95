# SPDX-License-Identifier: GPL-3.0-or-later
"""The ground that many scenes of other programs stand on: it is no part of the thing, and ours has another."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.build import vertices
from diorama_stage.own.files import Brought

FLAT = 1e-3
"""Height of a ground, of its width at most."""
WIDER = 4.0
"""So many times as wide as all else a ground is, at least."""


def without_ground(brought: Brought) -> Brought:
    """Without a flat sheet far wider than all else, on which the rest stands; that it went is told."""
    boxes = {o.name: (vertices(o).min(axis=0), vertices(o).max(axis=0)) for o in brought.objects}
    grounds = [o for o in brought.objects if _flat(*boxes[o.name])]
    rest = [o for o in brought.objects if o not in grounds]
    if not grounds or not rest:
        return brought
    low = np.min([boxes[o.name][0] for o in rest], axis=0)
    high = np.max([boxes[o.name][1] for o in rest], axis=0)
    gone = [o for o in grounds if _under(boxes[o.name], low, high)]
    for o in gone:
        bpy.data.objects.remove(o)
    told = ("comes with a ground of its own, which is left out",) if gone else ()
    return Brought([o for o in brought.objects if o not in gone], (*brought.told, *told))


def _flat(low: np.ndarray, high: np.ndarray) -> bool:
    width, depth, height = high - low
    return bool(height <= FLAT * max(width, depth))


def _under(box: tuple[np.ndarray, np.ndarray], low: np.ndarray, high: np.ndarray) -> bool:
    """Whether a sheet lies at the feet of what spans `low` to `high`, far wider than it."""
    size, rest = box[1] - box[0], high - low
    return bool(size[:2].min() > WIDER * rest[:2].max() and box[1][2] <= low[2] + 0.25 * rest[2])
