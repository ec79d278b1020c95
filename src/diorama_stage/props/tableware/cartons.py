# SPDX-License-Identifier: GPL-3.0-or-later
"""Cartons of corrugated board: four flaps, taped shut or open."""

from __future__ import annotations

from diorama_stage.kit import Builder, Interior, Spec, box, displace, in_hand, label_plane, move, rotate, subdivide

BOARD = 0.004
"""Thickness of the board, metres."""


def carton(spec: Spec, b: Builder) -> None:
    """A regular slotted carton; its walls bulge a little, its flaps never close quite flush."""
    w, d, h = b.vary(0.3), b.vary(0.22), b.vary(0.2)
    b.slot("body", "cardboard", None if spec.material not in (None, "cardboard") else "#b28b5d")
    b.slot("tape", "plastic", "#b89263", role="fixed")
    for x, y, sx, sy in ((0, -d / 2, w, BOARD), (0, d / 2, w, BOARD), (-w / 2, 0, BOARD, d - BOARD), (w / 2, 0, BOARD, d - BOARD)):
        wall = subdivide(box(sx, sy, h, bevel=0.0012, at=(x, y, 0)), 3, simple=True)
        b.add(displace(wall, 0.0012, 0.16, seed=spec.seed + int(x > 0) + 2 * int(y > 0)), "body", "walls")
    b.add(box(w - BOARD, d - BOARD, BOARD, bevel=0.001), "body", "floor")
    if spec.has("open", "empty", "filled"):
        _flaps(b, w, d, h, (118.0, 131.0, 124.0, 109.0))
        b.interior = Interior(min(w, d) * 0.44, BOARD, h, half_x=w * 0.46, half_y=d * 0.44)
        b.support("inside", -w * 0.46, w * 0.46, -d * 0.44, d * 0.44, BOARD)
    else:
        _flaps(b, w, d, h, (b.rng.uniform(0.4, 1.6), b.rng.uniform(0.4, 1.6), 0.0, 0.0))
        b.add(box(w * 0.998, 0.048, 0.0006, bevel=0.0002, at=(0, 0, h + BOARD * 1.6)), "tape")
        for s in (-1, 1):
            b.add(box(0.0007, 0.048, h * 0.24, bevel=0.0002, at=(s * (w / 2 + BOARD / 2 + 0.0012), 0, h * 0.78)), "tape")
        b.support("lid", -w / 2, w / 2, -d / 2, d / 2, h + BOARD * 1.7)
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=in_hand(label, "bold"), params={"transparent": True})
        b.add(label_plane(w * 0.86, h * 0.52, at=(0, -d / 2 - BOARD / 2 - 0.0022, h * 0.5)), "label")


def _flaps(b: Builder, w: float, d: float, h: float, angles: tuple[float, float, float, float]) -> None:
    """Flaps on the front, back, left and right edge, opened by so many degrees from closed; the long ones lie on the short ones."""
    long, short = d / 2 - 0.001, d / 2 - 0.002
    for (x, y, turn, wide, deep), angle, z in zip(
        ((0, -d / 2, 0, w, long), (0, d / 2, 180, w, long), (-w / 2, 0, -90, d - 2 * BOARD, short), (w / 2, 0, 90, d - 2 * BOARD, short)), angles, (h + BOARD * 0.7, h + BOARD * 0.7, h - BOARD * 0.5, h - BOARD * 0.5), strict=True
    ):
        flap = rotate(box(wide - 0.002, deep, BOARD, bevel=0.0012, at=(0, deep / 2, 0)), angle)
        b.add(move(rotate(flap, 0, 0, turn), x, y, z), "body", "flaps")
