# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets of paper: one with its corner up, a few that lie fanned, or a stack whose edges show every sheet."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, label_plane, move, rotate
from diorama_stage.kit.field import field
from diorama_stage.kit.parts import repeated
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

WIDE, TALL, THIN = 0.21, 0.297, 0.0001
"""ISO 216 A4 at 80 g/m², metres."""


@prop("papers")
def papers(spec: Spec, b: Builder) -> None:
    b.slot("paper", "paper", b.choose("#f4f1e9", "#f6f4ee", "#efe9dc"))
    b.slot("print", "printed", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": "typed", "transparent": True})
    stacked = spec.has("stacked", "piled") or spec.is_a("stack")
    count = 140 if stacked else 1 if spec.is_a("sheet_of") and not spec.is_a("sheets") else 5
    height = _stack(b, count) if stacked else _fan(b, count)
    if spec.labels or not spec.has("blank", "empty", "plain"):
        b.add(move(rotate(label_plane(WIDE - 0.02, TALL - 0.03), -90), 0, 0, height + 0.0002), "print", "print")
    for o in [o for g in b._parts.values() for o in g]:
        rotate(o, 0, 0, b.choose(7, -9, 4) if count > 1 else -6)
    b.support("top", -WIDE * 0.4, WIDE * 0.4, -TALL * 0.4, TALL * 0.4, height)


def _stack(b: Builder, count: int) -> float:
    """Sheets nobody has knocked together: each a little off the one below, some by more."""
    rng = np.random.default_rng(b.rng.randrange(2**31))
    step = THIN * 1.25
    off = np.cumsum(rng.normal(0, 0.00012, (count, 3)), axis=0) + rng.normal(0, 0.0005, (count, 3)) * (rng.random((count, 1)) < 0.12) * 3
    off -= off[-1]
    x, y = WIDE / 2, TALL / 2
    corner = np.array([(-x, -y), (x, -y), (x, y), (-x, y)])
    points = []
    for k, (dx, dy, turn) in enumerate(off):
        c, s = np.cos(turn * 4), np.sin(turn * 4)
        flat = corner @ np.array([(c, s), (-s, c)]) + (dx, dy)
        points.append(np.concatenate([np.column_stack([flat, np.full(4, k * step)]), np.column_stack([flat, np.full(4, k * step + THIN)])]))
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    b.add(repeated(np.array(points), faces, smooth=None), "paper", "sheets")
    return (count - 1) * step + THIN


def _fan(b: Builder, count: int) -> float:
    """A few sheets dropped on one another, each not quite flat; the top one lies flat for what is written on it."""
    x, y = np.meshgrid(np.linspace(-WIDE / 2, WIDE / 2, 24), np.linspace(-TALL / 2, TALL / 2, 32))
    for k in range(count):
        top = k == count - 1
        points = np.column_stack([x.ravel(), y.ravel(), 0 * x.ravel()])
        corner = np.clip((x / WIDE + y / TALL) - 0.62, 0, 1) ** 2
        rise = (0.0006 * field(points, 0.12, seed=b.rng.randrange(9999)).reshape(x.shape) + 0.0006) * (not top) + corner * b.rng.uniform(0.05, 0.16)
        z = 0.0016 * k + 0.0002 + rise
        o = sheet(np.stack([x, y, z], axis=-1), THIN)
        if not top:
            rotate(move(o, b.rng.uniform(-0.03, 0.03), b.rng.uniform(-0.03, 0.03), 0), 0, 0, b.rng.uniform(-28, 28))
        b.add(o, "paper", "sheets")
    return 0.0016 * (count - 1) + 0.0003
