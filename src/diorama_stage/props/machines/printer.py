# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk printer."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, cylinder, join, move, rotate
from diorama_stage.props.registry import prop


@prop("printer")
def printer(spec: Spec, b: Builder) -> None:
    """A low cabinet with a scanner's lid, a slot with a sheet coming out over a tray, paper standing behind, a panel with a screen."""
    b.slot("body", "plastic", b.choose("#e9e7e2", "#26282b", "#d9d8d4"))
    b.slot("dark", "plastic", "#1b1c1e", role="trim")
    b.slot("paper", "paper", "#f4f2ec", role="fixed")
    w, d, h = 0.44, 0.34, 0.15
    b.add(box(w, d, h, bevel=0.014), "body")
    b.add(box(w - 0.01, d - 0.01, 0.028, bevel=0.01, at=(0, 0, h + 0.002)), "body", "lid")
    b.add(box(w * 0.66, 0.05, 0.05, bevel=0.004, at=(0, -d / 2 + 0.024, 0.035)), "dark", "slot")
    b.add(box(w * 0.58, 0.16, 0.008, bevel=0.003, at=(0, -d / 2 - 0.07, 0.03)), "dark", "tray")
    b.add(move(rotate(box(0.21, 0.2, 0.0006, bevel=0), -4, 0, 0), 0, -d / 2 - 0.04, 0.048), "paper")
    b.add(move(rotate(box(0.24, 0.006, 0.16, bevel=0.002), -16, 0, 0), 0, d / 2 - 0.02, h - 0.02), "dark", "feeder")
    b.add(move(rotate(box(0.21, 0.008, 0.2, bevel=0.0005), -16, 0, 0), 0, d / 2 - 0.032, h - 0.02), "paper", "stack")
    b.add(move(rotate(box(0.1, 0.01, 0.045, bevel=0.003), -25, 0, 0), -w / 2 + 0.085, -d / 2 - 0.004, h - 0.05), "dark", "panel")
    b.add(
        join([move(rotate(cylinder(0.006, 0.004, bevel=0.0015), 65, 0, 0), -w / 2 + 0.16 + 0.022 * k, -d / 2 - 0.002, h - 0.03) for k in range(3)]),
        "dark",
        "buttons",
    )
    b.support("lid", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.06, h + 0.03)
