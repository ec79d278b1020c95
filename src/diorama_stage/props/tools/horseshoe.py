# SPDX-License-Identifier: GPL-3.0-or-later
"""A horseshoe."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, bevel, boolean, box, from_geometry, move, rotate
from diorama_stage.props.registry import prop


@prop("horseshoe")
def horseshoe(spec: Spec, b: Builder) -> None:
    """A worn iron shoe, lying, with a crease and seven nail holes."""
    b.slot("body", "iron", "#4b4a49")
    a = np.radians(np.linspace(-62, 242, 60))
    reach = 1 + 0.16 * np.abs(np.sin(a / 2 + 0.3))
    out = np.stack([0.062 * np.cos(a), 0.068 * np.sin(a) * reach], axis=1)
    web = np.interp(np.linspace(-1, 1, 60), [-1, -0.5, 0, 0.5, 1], [0.014, 0.02, 0.024, 0.02, 0.014])
    inward = out * (1 - web / np.linalg.norm(out, axis=1))[:, None]
    ring = np.concatenate([out, inward[::-1]])
    n, thick = len(ring), 0.009
    points = np.concatenate([np.column_stack([ring, np.zeros(n)]), np.column_stack([ring, np.full(n, thick)])])
    k = np.arange(59)
    faces = [(i, i + 1, n - 2 - i, n - 1 - i) for i in k]
    low, high = [f[::-1] for f in faces], [tuple(v + n for v in f) for f in faces]
    sides = [(i, (i + 1) % n, (i + 1) % n + n, i + n) for i in range(n)]
    shoe = bevel(from_geometry("shoe", points, [*low, *high, *sides]), 0.0018)
    for u in (9, 15, 21, 38, 44, 50, 29):
        hole = rotate(box(0.0085, 0.0042, 0.03, bevel=0.0, at=(0, 0, -0.01)), 0, 0, float(np.degrees(a[u])) + 90)
        shoe = boolean(shoe, move(hole, *(0.5 * (out[u] + inward[u]) + 0.1 * (out[u] - inward[u])), 0))
    b.add(rotate(shoe, 0, 0, b.rng.uniform(0, 360)), "body")
