# SPDX-License-Identifier: GPL-3.0-or-later
"""A stretch of track under what runs on rails, wherever it stands: a bed of ballast, sleepers, two rails."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.sets.ground import earth
from diorama_stage.sets.paint import plain, standard

GAUGE = 0.8
"""Half the way between the rails of the props, metres."""
FLANGE = 0.035
"""Metres: how deep wheels stand between the rails."""


def track(x: float, y: float, yaw: float, reach: float, gauge: float = GAUGE) -> list[bpy.types.Object]:
    """Track along the direction `yaw` (degrees about Z) through x, y, `reach` metres both ways, level with the ground on which the wheels stand."""
    frame = (x, y, 0.0, yaw)
    bed, sleepers, rails, heads = Mesher(frame), Mesher(frame), Mesher(frame), Mesher(frame)
    rng = np.random.default_rng(3)
    us, vs = np.meshgrid(np.linspace(-reach, reach, int(8 * reach)), np.linspace(-1, 1, 41))
    ragged = (gauge + 1.05) * (1 + 0.03 * rng.normal(size=us.shape) * (np.abs(vs) > 0.9))
    z = 0.006 + 0.014 * rng.random(us.shape) * (1 - vs**6)
    rows, columns = us.shape
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    a = i * columns + j
    bed.add(np.stack([us, vs * ragged, z], axis=-1).reshape(-1, 3), np.stack([a, a + 1, a + columns + 1, a + columns], axis=-1).reshape(-1, 4))
    for u in np.arange(-reach + 0.3, reach - 0.3, 0.62):
        sleepers.soft(u - 0.12, u + 0.12, -gauge - 0.52, gauge + 0.52, -0.1, 0.024 + rng.uniform(-0.004, 0.004), 0.012, steps=1)
    for s in (-1, 1):
        c = s * (gauge + 0.005)
        rails.box(-reach, reach, c - 0.068, c + 0.068, 0.0, 0.028)
        heads.soft(-reach, reach, c - 0.034, c + 0.034, 0.0, FLANGE, 0.006, steps=1)
    gravel = standard("gravel", "#6d665d", size=2 * reach)
    return [
        bed.object("ballast", gravel), sleepers.object("sleepers", earth.rocky("#5b4a3a", scale=8)),
        rails.object("rails", standard("rust", size=2.0)), heads.object("rail heads", plain("#b5b3ae", 0.25, metal=1.0), smooth=True),
    ]  # fmt: skip
