# SPDX-License-Identifier: GPL-3.0-or-later
"""What gives light: lamps and candles."""

from __future__ import annotations

from diorama_stage.kit import (
    Builder,
    Emitter,
    Spec,
    lathe,
    rounded_profile,
    sphere,
    sweep,
)
from diorama_stage.props.registry import prop


@prop("lamp", "desk_lamp")
def lamp(spec: Spec, b: Builder) -> None:
    b.slot("base", b.choose("ceramic", "brass", "walnut"), b.choose("#dcd5c6", None, "#4a6670"))
    b.slot("shade", "linen", "#efe6d2", role="trim", params={"glow": True} if not spec.has("unlit", "off") else {})
    b.slot("bulb", "emission", "#ffd9a0", role="fixed", params={"strength": 20.0})
    b.add(lathe(rounded_profile([(0, 0), (0.065, 0), (0.065, 0.012), (0.03, 0.03), (0.075, 0.12), (0.06, 0.2), (0.014, 0.26), (0.011, 0.32), (0, 0.32)], 0.02), segments=64), "base")
    shade = [(0.15, 0.28), (0.1, 0.47), (0.098, 0.47), (0.148, 0.28)]
    b.add(lathe([*shade, shade[0]], segments=72, smooth=30), "shade")
    b.add(sphere(0.03, at=(0, 0, 0.37)), "bulb")
    if not spec.has("unlit", "off"):
        b.emitters.append(Emitter(0, 0, 0.37, 0.04, 2700, 9.0))
    b.footprint = "round"


@prop("floor_lamp")
def floor_lamp(spec: Spec, b: Builder) -> None:
    b.slot("stand", "brass", "#b08d45")
    b.slot("shade", "linen", "#efe6d2", role="trim", params={"glow": True})
    b.slot("bulb", "emission", "#ffd9a0", role="fixed", params={"strength": 25.0, "kelvin": 2700})
    b.add(lathe(rounded_profile([(0, 0), (0.14, 0), (0.14, 0.012), (0.03, 0.022), (0.012, 0.04), (0.011, 1.42), (0.016, 1.44), (0, 1.45)], 0.004), segments=72), "stand")
    shade = [(0.2, 1.36), (0.13, 1.66), (0.1275, 1.66), (0.1975, 1.36)]
    b.add(lathe([*shade, shade[0]], segments=72, smooth=30), "shade")
    b.add(sphere(0.035, at=(0, 0, 1.5)), "bulb")
    if not spec.has("unlit", "off"):
        b.emitters.append(Emitter(0, 0, 1.5, 0.06, 2700, 22.0))
    b.footprint = "round"


@prop("candle")
def candle(spec: Spec, b: Builder) -> None:
    r, h = b.vary(0.033), b.vary(0.11)
    b.slot("body", "wax", "#e9dfc8")
    b.slot("wick", "cotton", "#2a2420", role="fixed")
    b.add(lathe(rounded_profile([(0, 0), (r, 0), (r, h), (r * 0.86, h * 0.985), (0, h * 0.955)], 0.004), segments=64), "body")
    b.add(sweep([(0, 0, h * 0.95), (0.0005, 0, h + 0.006), (0.002, 0, h + 0.011)], 0.0011, sides=8), "wick")
    if spec.has("lit", "burning"):
        b.slot("flame", "emission", "#ffb35c", role="fixed", params={"strength": 30.0, "kelvin": 1900})
        z0 = h + 0.006
        b.add(lathe([(0, z0), (0.0045, z0 + 0.006), (0.0052, z0 + 0.011), (0.003, z0 + 0.021), (0, z0 + 0.032)], segments=24, smooth=180), "flame")
        b.emitters.append(Emitter(0, 0, z0 + 0.012, 0.006, 1900, 0.35))
    b.footprint = "round"
