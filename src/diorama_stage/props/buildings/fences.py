# SPDX-License-Identifier: GPL-3.0-or-later
"""Fences: white pickets between posts, split rails of a pasture, close boards of a yard; a single post."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, extrude, move, rotate
from diorama_stage.props.registry import prop

SPAN = 1.8
"""Metres between posts."""


@prop("fence")
def fence(spec: Spec, b: Builder) -> None:
    spans = 4 if spec.has("long", "wide") else 3
    length = spans * SPAN
    white = any(int(c[1:3], 16) > 200 for c in spec.colours if len(c) == 7)
    if spec.is_a("picket") or white or not spec.is_a("wooden", "board") and spec.material is None and not spec.colours and b.rng.random() < 0.6:
        _pickets(b, length, spans)
    elif spec.is_a("board", "privacy"):
        _boards(b, length, spans)
    else:
        _rails(b, length, spans)
    b.lean = None


def _posts(b: Builder, length: float, spans: int, high: float, thick: float, y: float, slot: str) -> None:
    for k in range(spans + 1):
        post = box(thick, thick, high * b.rng.uniform(0.985, 1.015), bevel=0.006)
        b.add(move(rotate(post, b.rng.uniform(-1, 1), b.rng.uniform(-1, 1), b.rng.uniform(-2, 2)), -length / 2 + k * length / spans, y, 0), slot, "posts")


def _pickets(b: Builder, length: float, spans: int) -> None:
    """Flat pales with pointed heads, a hand's breadth apart, on two rails; painted, the paint worn low down."""
    b.slot("pales", "paint", "#f1efe8", finish=("matte",))
    high, wide, thick = 0.98, 0.07, 0.018
    _posts(b, length, spans, high + 0.04, 0.085, 0.035, "pales")
    for z in (0.22, 0.7):
        b.add(box(length + 0.05, 0.035, 0.07, bevel=0.003, at=(0, 0.012, z)), "pales", "rails")
    outline = [(-wide / 2, 0), (wide / 2, 0), (wide / 2, high - 0.06), (0, high), (-wide / 2, high - 0.06)]
    for x in np.arange(-length / 2 + 0.07, length / 2 - 0.03, 0.118):
        pale = rotate(extrude(outline, thick, bevel=0.003), 90)
        move(rotate(pale, b.rng.uniform(-0.5, 0.5), b.rng.uniform(-0.7, 0.7), 0), x + b.rng.uniform(-0.004, 0.004), -0.012, 0.035 + b.rng.uniform(-0.008, 0.008))
        b.add(pale, "pales", "pales")


def _rails(b: Builder, length: float, spans: int) -> None:
    """Three split rails let into weathered posts."""
    b.slot("rails", "wood", "#8b7f70", finish=("weathered",))
    _posts(b, length, spans, 1.15, 0.13, 0.0, "rails")
    for k in range(spans):
        for z in (0.34, 0.68, 1.0):
            rail = box(SPAN + 0.16, 0.05, 0.1, bevel=0.018)
            b.add(move(rotate(rail, b.rng.uniform(-8, 8), b.rng.uniform(-1.3, 1.3), b.rng.uniform(-0.6, 0.6)), -length / 2 + (k + 0.5) * SPAN, b.rng.uniform(-0.012, 0.012), z), "rails", "rails")


def _boards(b: Builder, length: float, spans: int) -> None:
    """Upright boards side by side, their heads not quite level."""
    b.slot("boards", "pine", b.choose("#9a7a55", "#8a7a68", "#a5835a"))
    high, x = 1.5, -length / 2
    _posts(b, length, spans, high + 0.05, 0.09, 0.06, "boards")
    for z in (0.3, 1.2):
        b.add(box(length, 0.04, 0.09, bevel=0.003, at=(0, 0.03, z)), "boards", "rails")
    while x < length / 2 - 0.05:
        wide = b.rng.uniform(0.11, 0.15)
        board = box(wide - 0.006, 0.018, high + b.rng.uniform(-0.015, 0.015), bevel=0.002, at=(x + wide / 2, 0, 0.03))
        b.add(board, "boards", "boards")
        x += wide


@prop("fence_post")
def fence_post(spec: Spec, b: Builder) -> None:
    """A post of split wood, its head worn round, with the staples of a wire."""
    b.slot("post", "wood", b.choose("#8b7f70", "#7d6f5c", "#93836b"), finish=("weathered",))
    post = box(0.12, 0.11, 1.2, bevel=0.02, segments=5)
    b.add(rotate(post, b.rng.uniform(-1.5, 1.5), b.rng.uniform(-1.5, 1.5), b.rng.uniform(-20, 20)), "post", "post")
    b.support("top", -0.05, 0.05, -0.05, 0.05, 1.2)
    b.lean = None
