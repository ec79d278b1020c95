# SPDX-License-Identifier: GPL-3.0-or-later
"""Mugs: hollow, with a foot, a rounded lip and a swept handle."""

from __future__ import annotations

from diorama_stage.kit import Builder, Interior, Spec, label_lathe, lathe, rounded_profile, smooth_path, sweep
from diorama_stage.props.parts import latte_art
from diorama_stage.props.registry import prop


@prop("mug")
def mug(spec: Spec, b: Builder) -> None:
    radius, height, wall = b.vary(0.041), b.vary(0.095), 0.0042
    flare = b.choose(1.0, 1.0, 1.06, 0.94)
    lip = radius * flare
    b.slot("body", "stoneware", b.choose("#8d8478", "#d9d2c5", "#5e6a6c", "#c4b396"))
    b.slot("handle", "stoneware", b._slots["body"].colour)
    outside = [(0, 0.002), (radius * 0.72, 0.002), (radius * 0.76, 0), (radius * 0.84, 0), (radius * 0.97, 0.008), (radius, height * 0.4), (lip, height)]
    inside = [(lip - wall, height), (radius - wall, height * 0.4), (radius * 0.9 - wall, 0.012), (radius * 0.5, 0.007), (0, 0.007)]
    b.add(lathe(rounded_profile(outside + inside, 0.0032), segments=72), "body")
    grip = smooth_path([(lip * 0.93, height * 0.84), (radius + 0.016, height * 0.87), (radius + 0.031, height * 0.7), (radius + 0.029, height * 0.4), (radius + 0.01, height * 0.2), (radius * 0.93, height * 0.18)], 40)
    handle = sweep([(x, 0, z) for x, z in grip], 0.0062, sides=20, flat=0.72)
    b.add(handle, "handle")
    b.interior = Interior(radius=radius - wall, z0=0.008, z1=height)
    if spec.contents or spec.has("full", "steaming"):
        b.slot("contents", "liquid", role="fixed", params={"of": spec.contents or "coffee"})
        level = height * 0.86
        b.add(lathe([(0, level), (radius - wall - 0.0012, level), (radius - wall + 0.0002, level + 0.0012)], segments=48, smooth=180), "contents")
        latte_art(spec, b, radius - wall - 0.0012, level)
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_lathe([(radius * 0.97, 0.008), (radius, height * 0.4), (lip, height)], height * 0.2, height * 0.8, 96), "label")  # no wider: what turns away cannot be read
    b.footprint = "round"
