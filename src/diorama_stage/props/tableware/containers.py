# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes, baskets and buckets."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    box,
    cylinder,
    label_plane,
    lathe,
    move,
    rotate,
    rounded_profile,
    sweep,
)
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.cartons import carton


@prop("box")
def crate(spec: Spec, b: Builder) -> None:
    if spec.material == "cardboard" or spec.is_a("carton"):
        carton(spec, b)
        return
    w, d, h = b.vary(0.2), b.vary(0.14), b.vary(0.11)
    b.slot("body", spec.material if spec.material in ("pine", "oak", "walnut", "wood", "cardboard") else "wood", None if spec.material else "#a57c4e")
    b.slot("hinge", "brass", "#a88647", role="trim")
    if spec.has("filled"):
        _open_box(b, w, d, h)
    else:
        b.add(box(w, d, h * 0.72, bevel=0.002), "body")
        b.add(box(w * 1.01, d * 1.01, h * 0.26, bevel=0.003, at=(0, 0, h * 0.735)), "body", "lid")
        b.support("lid", -w / 2, w / 2, -d / 2, d / 2, h * 0.995)
    b.add(box(0.02, 0.004, 0.022, bevel=0.001, at=(0, -d / 2 - 0.002, h * 0.64)), "hinge")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.8, h * 0.4, at=(0, -d / 2 - 0.0006, h * 0.36)), "label")


PLANK = 0.007
"""Metres: how thick a wooden box's walls are."""


def _open_box(b: Builder, w: float, d: float, h: float) -> None:
    """Four walls and a floor, the lid laid back on its hinges."""
    tall = h * 0.72
    for x, y, sx, sy in ((0, -1, w, PLANK), (0, 1, w, PLANK), (-1, 0, PLANK, d), (1, 0, PLANK, d)):
        b.add(box(sx, sy, tall, bevel=0.0015, at=(x * (w - PLANK) / 2, y * (d - PLANK) / 2, 0)), "body", "walls")
    b.add(box(w - PLANK, d - PLANK, PLANK, bevel=0.001), "body", "floor")
    b.add(move(rotate(box(w * 1.01, d * 1.01, h * 0.26, bevel=0.003, at=(0, -d / 2, 0)), -104), 0, d / 2, tall), "body", "lid")
    b.interior = Interior(min(w, d) * 0.44, PLANK, tall, half_x=w / 2 - PLANK, half_y=d / 2 - PLANK)
    b.support("inside", -w * 0.45, w * 0.45, -d * 0.44, d * 0.44, PLANK)


@prop("bucket")
def bucket(spec: Spec, b: Builder) -> None:
    r, h = 0.13, 0.16
    b.slot("body", "steel")
    b.add(lathe(rounded_profile([(0, 0), (r * 0.8, 0), (r, h * 1.3), (r * 1.02, h * 1.31), (r * 0.97, h * 1.29), (r * 0.77, 0.006), (0, 0.006)], 0.003), segments=72), "body")
    b.add(sweep([(r * math.cos(t), 0.1 * math.sin(t) * 0.4 - 0.02, h * 1.25 + r * 0.9 * math.sin(t)) for t in np.linspace(0, math.pi, 30)], 0.0035, sides=10), "body", "handle")
    b.interior = Interior(r * 0.82, 0.01, h)
    b.footprint = "round"


STAKES, CANE = 36, 0.0031
"""Uprights of a woven basket and the radius of its cane, metres."""


@prop("basket")
def basket(spec: Spec, b: Builder) -> None:
    """Wicker: canes that go before one stake and behind the next, row by row the other way; a plaited rim, a twisted handle."""
    low, top, h = b.vary(0.125), b.vary(0.155), b.vary(0.105)
    b.slot("body", "rattan")
    rows = round(h / (1.96 * CANE))
    radius = lambda z: low + (top - low) * (z / h) ** 0.7  # noqa: E731
    turn = np.linspace(0, 2 * np.pi, 6 * STAKES + 1)
    for k in range(rows):
        z = CANE + k * h / rows
        r = radius(z) + CANE * 1.1 * np.cos(STAKES / 2 * turn + np.pi * k) + b.rng.uniform(-0.0006, 0.0006)
        wander = 0.0007 * np.sin(3 * turn + b.rng.uniform(0, 6)) * np.sin(turn / 2) ** 2
        b.add(sweep(np.column_stack([r * np.cos(turn), r * np.sin(turn), z + wander]), CANE * b.rng.uniform(0.9, 1.06), sides=8), "body", "weave")
    heights = np.linspace(0, h, 8)
    for a in 2 * np.pi * np.arange(STAKES) / STAKES:
        b.add(sweep(np.column_stack([radius(heights) * np.cos(a), radius(heights) * np.sin(a), heights]), 0.0026, sides=8), "body", "stakes")
    b.add(cylinder(low, 0.006, bevel=0.002, segments=64), "body", "floor")
    around = np.linspace(0, 2 * np.pi, 481)
    for o in _twisted(np.column_stack([top * np.cos(around), top * np.sin(around), np.full(len(around), h)]), np.column_stack([np.cos(around), np.sin(around), 0 * around]), 0.0055, 42):
        b.add(o, "body", "rim")
    arch = np.linspace(0, np.pi, 161)
    bow = np.column_stack([top * np.cos(arch) * (1 + 0.04 * np.sin(arch)), 0 * arch, h * 0.9 + top * 1.15 * np.sin(arch) ** 0.9])
    for o in _twisted(bow, np.column_stack([np.cos(arch), 0 * arch, np.sin(arch)]), 0.0048, 11):
        b.add(o, "body", "handle")
    b.interior = Interior(low, 0.008, h)  # its footprint has a front: the handle stands across the view, not before what is in it


def _twisted(path: np.ndarray, out: np.ndarray, radius: float, turns: float, strands: int = 3) -> list:
    """Canes twisted about a path (n, 3), whose unit normals are `out` (n, 3): `turns` over its whole length."""
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side, t = np.cross(along, out), np.linspace(0, 2 * np.pi * turns, len(path))
    phases = 2 * np.pi * np.arange(strands) / strands
    return [sweep(path + radius * (np.cos(t + p)[:, None] * out + np.sin(t + p)[:, None] * side), radius * 0.92, sides=8) for p in phases]
