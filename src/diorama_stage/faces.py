# SPDX-License-Identifier: GPL-3.0-or-later
"""Where faces are in the frame, for the meter: those that the lens sees from the front. Pure (numpy)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from diorama_stage.actors import Actor
from diorama_stage.lens import Shot

WIDE, BROW, SEEN = 0.76, 0.3, 0.25
"""Half a face's width by the distance of its eyes; how far over the eyes it goes by what it goes below; the cosine to the lens from which on it is seen."""


def faces(actors: Iterable[Actor], shot: Shot, ids: np.ndarray) -> np.ndarray:
    """Which of the quick look's pixels (h, w) are of somebody's face, bool. `ids` (h, w): pass indices seen."""
    high, wide = ids.shape
    out = np.zeros(ids.shape, bool)
    x, y = np.meshgrid((np.arange(wide) + 0.5) / wide * 2 - 1, 1 - (np.arange(high) + 0.5) / high * 2)
    for actor in actors:
        if not {"left_eye", "right_eye", "chin", "crown"} <= actor.built.marks.keys():
            continue
        left, right, chin = (actor.mark(name) for name in ("left_eye", "right_eye", "chin"))
        eyes = (left + right) / 2
        front, to_lens = np.cross(left - right, eyes - chin), np.asarray(shot.eye) - eyes
        if front @ to_lens < SEEN * np.linalg.norm(front) * np.linalg.norm(to_lens):
            continue
        middle = eyes + (chin - eyes) * (1 - BROW) / 2
        down = (chin - eyes) * (1 + BROW) / 2
        side = shot.axes()[0] * np.linalg.norm(left - right) * WIDE
        at = shot.project(np.stack([middle, middle + side, middle + down]))
        a, b = at[1, :2] - at[0, :2], at[2, :2] - at[0, :2]
        flat = a[0] * b[1] - a[1] * b[0]
        if at[0, 2] <= 0 or abs(flat) < 1e-9:
            continue
        dx, dy = x - at[0, 0], y - at[0, 1]
        u, v = (dx * b[1] - dy * b[0]) / flat, (dy * a[0] - dx * a[1]) / flat
        out |= (u * u + v * v < 1) & (ids == actor.index)
    return out
