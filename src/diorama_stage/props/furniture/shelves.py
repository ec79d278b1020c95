# SPDX-License-Identifier: GPL-3.0-or-later
"""Shelves and bookshelves, with what stands in them."""

from __future__ import annotations

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    join,
    smooth_path,
    sphere,
    sweep,
)
from diorama_stage.props.registry import prop


@prop("shelf", "bookshelf")
def shelf(spec: Spec, b: Builder) -> None:
    """A stand of boards, with books in it where it is for them; what hangs on a wall is one board."""
    if spec.kind == "shelf" and spec.has("mounted"):
        _board(b)
        return
    w, d, h, n = 0.8, 0.28, 1.6, 5
    b.slot("frame", b.choose("oak", "walnut", "pine"))
    for x in (-w / 2, w / 2):
        b.add(box(0.024, d, h, bevel=0.003, at=(x, 0, 0)), "frame")
    b.add(box(w, 0.008, h, bevel=0.001, at=(0, d / 2 - 0.004, 0)), "frame", "back")
    tones = ("#7a2f2a", "#2d4a5e", "#3c5a44", "#b79a5b", "#d8cfbe", "#2b2b2e", "#8a6a4a", "#a8503a")
    for k, tone in enumerate(tones):
        b.slot(f"book{k}", "linen", tone, role="fixed")
    for k in range(n):
        z = 0.06 + k * (h - 0.09) / (n - 1)
        b.add(box(w, d, 0.024, bevel=0.003, at=(0, 0, z)), "frame", "boards")
        if k < n - 1:
            room = (h - 0.09) / (n - 1) - 0.03
            b.support(f"board {k + 1}", -w / 2 + 0.05, w / 2 - 0.05, -d / 2 + 0.02, d / 2 - 0.03, z + 0.024, headroom=room)
            x = -w / 2 + 0.03
            while spec.kind == "bookshelf" and x < w / 2 - 0.08:
                t, bh = b.rng.uniform(0.018, 0.045), room * b.rng.uniform(0.62, 0.9)
                if b.rng.random() > 0.1:
                    b.add(box(t, d * 0.7, bh, bevel=0.002, at=(x + t / 2, 0.01, z + 0.024)), f"book{b.rng.randrange(len(tones))}", "books")
                x += t + 0.002


@prop("wall_shelf")
def wall_shelf(spec: Spec, b: Builder) -> None:
    """One board on two brackets, hung on a wall: of forged iron or of wood, a floating one without; as long as what stands on it needs."""
    _board(b, bracketed=not spec.is_a("floating"))


def _board(b: Builder, *, bracketed: bool = True) -> None:
    w, d, t = max(0.8, b.spec.bears * 1.25 + 0.12), 0.22, 0.03
    b.slot("board", b.choose("oak", "walnut", "pine"))
    b.slot("brackets", "iron", "#2a2928", role="trim")
    slab = box(w, d, t, bevel=0.004, segments=4)
    b.add(slab, "board", "board")
    if bracketed:
        for x in (-w * 0.34, w * 0.34):
            b.add(box(0.028, 0.006, 0.19, bevel=0.002, at=(x, d / 2 - 0.004, -0.19)), "brackets", "brackets")
            b.add(box(0.028, d * 0.84, 0.006, bevel=0.002, at=(x, d * 0.07, -0.0062)), "brackets", "brackets")
            brace = smooth_path([(x, d / 2 - 0.006, -0.165), (x, d * 0.28, -0.12), (x, -d * 0.05, -0.05), (x, -d * 0.26, -0.008)], 30)
            b.add(sweep(brace, 0.0052, sides=14), "brackets", "brackets")
            b.add(join([sphere(0.0048, at=(x, d / 2 - 0.008, z), segments=14) for z in (-0.175, -0.045)]), "brackets", "screws")
    b.support("top", -w / 2 + 0.04, w / 2 - 0.04, -d / 2 + 0.01, d / 2 - 0.02, t)
    b.mount = 1.35
