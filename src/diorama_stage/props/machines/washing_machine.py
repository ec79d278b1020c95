# SPDX-License-Identifier: GPL-3.0-or-later
"""A washing machine."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate
from diorama_stage.props.registry import prop


@prop("washing_machine")
def washing_machine(spec: Spec, b: Builder) -> None:
    """A front loader: a white cabinet, a round door of glass with a drum behind it, a panel with dial, buttons and a drawer."""
    w, d, h = 0.6, 0.58, 0.85
    b.slot("body", "paint", "#eceae6", finish=("satin",))
    b.slot("ring", "chrome", role="trim")
    b.slot("glass", "glass", "#c9d4d6", role="fixed")
    b.slot("drum", "brushed_steel", "#a9adb0", role="fixed")
    b.slot("dark", "plastic", "#24262a", role="fixed")
    b.add(box(w, d, h - 0.02, bevel=0.012, at=(0, 0, 0.02)), "body")
    b.add(box(w * 0.94, 0.006, 0.11, bevel=0.002, at=(0, -d / 2 - 0.002, h - 0.135)), "body", "panel")
    front = lambda o, x, z, y=0.0: move(rotate(o, 90, 0, 0), x, -d / 2 - y, z)  # noqa: E731
    z = 0.41
    b.add(front(lathe([(0.155, 0.0), (0.2, 0.0), (0.204, 0.012), (0.19, 0.03), (0.158, 0.034), (0.15, 0.02)], segments=80, smooth=50), 0, z), "ring", "door")
    b.add(
        front(lathe([(0, -0.02), (0.1, -0.008), (0.152, 0.022), (0.15, 0.018), (0.1, -0.012), (0, -0.024)], segments=64, smooth=80), 0, z, 0.004),
        "glass",
        "door",
    )
    b.add(front(lathe([(0.152, 0.002), (0.15, -0.22), (0, -0.24), (0, -0.236), (0.145, -0.216), (0.148, 0.002)], segments=64, smooth=40), 0, z), "drum")
    b.add(front(cylinder(0.03, 0.022, bevel=0.004), 0.06, h - 0.08, 0.004), "ring", "dial")
    b.add(join([front(cylinder(0.007, 0.008, bevel=0.002), 0.14 + 0.032 * k, h - 0.08, 0.004) for k in range(4)]), "dark", "buttons")
    b.add(box(0.14, 0.012, 0.075, bevel=0.004, at=(-0.2, -d / 2 - 0.006, h - 0.118)), "body", "drawer")
    b.add(box(0.06, 0.003, 0.03, bevel=0.001, at=(-0.04, -d / 2 - 0.006, h - 0.095)), "dark", "display")
    b.add(box(0.13, 0.004, 0.11, bevel=0.002, at=(0.2, -d / 2 - 0.001, 0.05)), "body", "flap")
    b.add(join([cylinder(0.022, 0.022, at=(x, y, 0)) for x in (-0.25, 0.25) for y in (-0.23, 0.23)]), "dark", "feet")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, h)
