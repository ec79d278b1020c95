# SPDX-License-Identifier: GPL-3.0-or-later
"""A pepper mill and a salt shaker."""

from __future__ import annotations

import math

from diorama_stage.kit import Builder, Spec, cylinder, join, lathe, smooth_path, sphere
from diorama_stage.props.registry import prop


@prop("pepper_mill")
def pepper_mill(spec: Spec, b: Builder) -> None:
    """Turned of wood, a head that turns, a metal knob."""
    b.slot("body", b.choose("walnut", "wood", "dark_wood"))
    b.slot("knob", "chrome", role="fixed")
    h = b.vary(0.2, 0.2)
    low = [(0.028, 0), (0.029, 0.008), (0.025, 0.02), (0.018, 0.3 * h), (0.0165, 0.42 * h), (0.022, 0.6 * h), (0.0215, 0.68 * h)]
    high = [(0.022, 0.684 * h), (0.024, 0.72 * h), (0.016, 0.78 * h), (0.024, 0.87 * h), (0.019, 0.95 * h), (0.006, 0.975 * h)]
    b.add(lathe([(0, 0), *map(tuple, smooth_path(low, 60)), (0, 0.68 * h)], segments=64, smooth=50), "body")
    b.add(lathe([(0, 0.684 * h), *map(tuple, smooth_path(high, 50)), (0, 0.975 * h)], segments=64, smooth=50), "body", "head")
    b.add(sphere(0.0065, at=(0, 0, h), segments=24), "knob")
    b.footprint = "round"


@prop("salt_shaker")
def salt_shaker(spec: Spec, b: Builder) -> None:
    """Glass with salt in it, a steel cap with holes."""
    b.slot("body", "glass", "#eef3f1")
    b.slot("salt", "snow", "#f3f1ec", role="fixed")
    b.slot("cap", "brushed_steel", role="trim")
    b.slot("holes", "plastic", "#151515", role="fixed")
    outer = smooth_path([(0.021, 0), (0.0225, 0.006), (0.0205, 0.03), (0.0175, 0.055), (0.0165, 0.062)], 40)
    inner = [(0.0145, 0.062), (0.0158, 0.055), (0.0188, 0.03), (0.0205, 0.009), (0, 0.008)]
    b.add(lathe([(0, 0), *map(tuple, outer), *inner], segments=12, smooth=20), "body")
    b.add(lathe([(0, 0.0085), (0.0195, 0.0095), (0.018, 0.03), (0.0165, 0.041), (0, 0.043)], segments=40, smooth=40), "salt")
    b.add(lathe([(0.0178, 0.058), (0.0185, 0.06), (0.0185, 0.07), (0.015, 0.0775), (0, 0.0795)], segments=64, smooth=50), "cap")
    dots = [cylinder(0.0009, 0.0006, bevel=0, segments=12, at=(0.0065 * math.cos(k * 1.2566), 0.0065 * math.sin(k * 1.2566), 0.0786)) for k in range(5)]
    b.add(join([*dots, cylinder(0.0009, 0.0006, bevel=0, segments=12, at=(0, 0, 0.0793))]), "holes")
    b.footprint = "round"
