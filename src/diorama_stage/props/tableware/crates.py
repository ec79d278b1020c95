# SPDX-License-Identifier: GPL-3.0-or-later
"""Crates of thin slats nailed to corner posts: open where something is in them, bottom up where something stands on them."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, label_plane, move, rotate
from diorama_stage.kit.build import Interior
from diorama_stage.props.registry import prop

WIDE, DEEP, HIGH = 0.36, 0.26, 0.135
"""Of a fruit crate, metres."""


@prop("crate")
def crate(spec: Spec, b: Builder) -> None:
    b.slot("slats", "pine", None if spec.material else b.choose("#b08d5e", "#a1835a", "#9a7f5c"), finish=("worn",))
    filled = spec.has("open", "filled", "full")
    slat, thick = 0.054, 0.008
    for sx in (-1, 1):
        for sy in (-1, 1):
            b.add(box(0.032, 0.032, HIGH - 0.004, bevel=0.002, at=(sx * (WIDE / 2 - 0.026), sy * (DEEP / 2 - 0.026), 0.002)), "slats", "posts")
    for k in range(2):
        z = 0.004 + k * (HIGH - slat - 0.004)
        for s in (-1, 1):
            for size, at in (((WIDE, thick, slat), (0, s * (DEEP / 2 - thick / 2), z)), ((thick, DEEP - 2 * thick, slat), (s * (WIDE / 2 - thick / 2), 0, z))):
                board = box(size[0], size[1], size[2] * b.rng.uniform(0.96, 1.03), bevel=0.0014)
                b.add(move(rotate(board, 0, b.rng.uniform(-0.4, 0.4) if size[0] > size[1] else 0, 0), *at), "slats", "slats")
    count, z = 4, 0.0 if filled else HIGH - 0.002
    for k in range(count):
        y = (k - (count - 1) / 2) * (DEEP - 0.012) / count
        b.add(move(rotate(box(WIDE - 0.004, (DEEP - 0.03) / count - 0.008, thick, bevel=0.0014), 0, 0, b.rng.uniform(-0.4, 0.4)), 0, y, z), "slats", "bottom")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(move(label_plane(WIDE * 0.6, slat * 0.9), 0, -DEEP / 2 - 0.0008, 0.004 + (HIGH - slat) / 2 + slat / 2 - slat * 0.45), "label")
    if filled:
        b.interior = Interior(DEEP / 2 - 0.02, thick + 0.002, HIGH, half_x=WIDE / 2 - 0.02, half_y=DEEP / 2 - 0.02)
    else:
        b.support("top", -WIDE / 2 + 0.02, WIDE / 2 - 0.02, -DEEP / 2 + 0.02, DEEP / 2 - 0.02, HIGH + thick - 0.002)
