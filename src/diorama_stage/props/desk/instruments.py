# SPDX-License-Identifier: GPL-3.0-or-later
"""Instruments of a desk: an hourglass, a magnifying glass, a compass."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    cylinder,
    extrude,
    from_geometry,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
    torus,
)
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("hourglass")
def hourglass(spec: Spec, b: Builder) -> None:
    """Two bulbs of glass between turned plates, sand in both and a thread of it falling."""
    b.slot("frame", b.choose("walnut", "oak", "brass"))
    b.slot("glass", "glass", role="fixed")
    b.slot("sand", "plaster", b.choose("#d9b98a", "#c98f5a", "#e6dcc8"), role="trim")
    h, r = 0.2, 0.04
    for z, flip in ((0, 1), (h, -1)):
        plate = lathe(rounded_profile([(0, 0), (0.058, 0), (0.06, 0.005), (0.054, 0.009), (0.05, 0.012), (0.046, 0.016), (0, 0.016)], 0.003), segments=72)
        b.add(move(rotate(plate, 0 if flip > 0 else 180), 0, 0, z), "frame", "plates")
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.5
        t = np.linspace(0, 1, 40)
        path = np.column_stack([np.full(40, 0.05 * math.cos(a)), np.full(40, 0.05 * math.sin(a)), 0.014 + (h - 0.028) * t])
        b.add(sweep(path, 0.0038 + 0.0022 * np.sin(math.pi * t) ** 2 + 0.0018 * np.exp(-(((t - 0.5) / 0.02) ** 2)), sides=18), "frame", "posts")
    half = [(0.03, 0.017), (r, 0.035), (r, 0.055), (0.026, 0.079), (0.008, 0.094), (0.0032, 0.1)]
    outer = smooth_path([*half, *[(x, h - z) for x, z in reversed(half[:-1])]], 80)
    inner = [(max(x - 0.0016, 0.0018), z) for x, z in outer]
    b.add(lathe([*outer, *inner[::-1], outer[0]], segments=72, smooth=70), "glass")
    wall = lambda z: float(np.interp(z, outer[:, 1], outer[:, 0])) - 0.0022  # noqa: E731
    low = [(0, 0.018), *((wall(z), z) for z in np.linspace(0.02, 0.038, 12)), (0.018, 0.05), (0, 0.06)]
    high = [(0, 0.102), *((max(wall(z), 0.0012), z) for z in np.linspace(0.104, 0.138, 20)), (0.018, 0.133), (0, 0.124)]
    for profile in (low, high):
        b.add(lathe(profile, segments=56, smooth=60), "sand")
    add_rod(b, "sand", (0, 0, 0.058), (0, 0, 0.103), 0.0007, sides=8)
    b.footprint = "round"


@prop("magnifying_glass")
def magnifying_glass(spec: Spec, b: Builder) -> None:
    """Lying on its rim and handle: a lens in a brass ring, a turned handle with a ferrule."""
    b.slot("handle", b.choose("walnut", "dark_wood", "lacquer"), b.choose(None, None, "#1a1a1a"))
    b.slot("metal", b.choose("brass", "brass", "steel"), role="trim")
    b.slot("lens", "glass", role="fixed")
    r = 0.042
    b.add(lathe(rounded_profile([(r - 0.003, -0.005), (r + 0.0022, -0.005), (r + 0.003, 0), (r + 0.0022, 0.005), (r - 0.003, 0.005), (r - 0.0022, 0), (r - 0.003, -0.005)], 0.0008), segments=96), "metal", "ring")
    x = np.linspace(0, r - 0.0018, 22)
    dome = 0.0045 * (1 - (x / r) ** 2)
    b.add(lathe([*zip(x * 0 + x, -dome - 0.0005, strict=True), *zip(x[::-1], dome[::-1] + 0.0005, strict=True)], segments=96, smooth=60), "lens")
    profile = [(0, 0), (0.0058, 0), (0.0062, 0.004), (0.0062, 0.016), (0.0046, 0.019), (0.0052, 0.024)]
    b.add(move(rotate(lathe(rounded_profile([*profile, (0, 0.024)], 0.001), segments=40), 0, 90), r + 0.001, 0, 0), "metal", "ferrule")
    grip = smooth_path([(0.0052, 0.023), (0.0078, 0.04), (0.0088, 0.07), (0.0075, 0.1), (0.0092, 0.116), (0.006, 0.124), (0, 0.126)], 50)
    b.add(move(rotate(lathe([(0, 0.023), *grip], segments=40, smooth=70), 0, 90), r + 0.001, 0, 0), "handle")


@prop("compass")
def compass(spec: Spec, b: Builder) -> None:
    """A pocket compass of brass, its lid open behind: a printed rose, a two-coloured needle under glass."""
    b.slot("body", "brass")
    b.slot("rose", "printed", role="fixed", params={"picture": "rose", "paper": "#efe6d0"})
    b.slot("north", "lacquer", "#b3261e", role="fixed")
    b.slot("south", "steel", "#2c3440", role="fixed")
    b.slot("glass", "glass", role="fixed")
    r = 0.03
    b.add(lathe(rounded_profile([(0, 0), (r - 0.003, 0), (r, 0.003), (r, 0.011), (r - 0.0012, 0.0128), (r - 0.0035, 0.0128), (r - 0.004, 0.009), (0, 0.009)], 0.0008), segments=96), "body")
    ring = [((r - 0.004) * math.cos(t), (r - 0.004) * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 72, endpoint=False)]
    b.add(from_geometry("rose", [(x, y, 0.0093) for x, y in ring], [tuple(range(72))], uvs=[(0.5 + x / (2 * r - 0.008), 0.5 + y / (2 * r - 0.008)) for x, y in ring]), "rose")
    turn = b.rng.uniform(-50, 50)
    for s, slot in ((1, "north"), (-1, "south")):
        blade = extrude([(-0.0026, 0), (0.0026, 0), (0, 0.0215)], 0.0005, bevel=0.0001)
        b.add(rotate(move(blade, 0, 0, 0.0102), 0, 0, turn + (0 if s > 0 else 180)), slot, "needle")
    b.add(lathe(rounded_profile([(0, 0.0095), (0.0022, 0.0095), (0.0016, 0.0115), (0, 0.0118)], 0.0003), segments=24), "body", "pivot")
    b.add(lathe([(0, 0.0124), (r - 0.0042, 0.0118), (r - 0.0042, 0.0123), (0, 0.0129)], segments=72, smooth=60), "glass")
    lid = lathe(rounded_profile([(0, 0.0032), (r - 0.006, 0.003), (r - 0.001, 0.0015), (r, 0), (r - 0.001, -0.0005), (r - 0.002, 0.0008), (r - 0.007, 0.0022), (0, 0.0024)], 0.0006), segments=96)
    b.add(move(rotate(move(lid, 0, r, 0), 102), 0, r + 0.0015, 0.0125), "body", "lid")
    b.add(move(rotate(cylinder(0.0018, 0.012, bevel=0.0004), 0, 90), -0.006, r + 0.0012, 0.0118), "body", "hinge")
    b.add(move(rotate(cylinder(0.003, 0.006, bevel=0.001), 90), 0, -r, 0.0065), "body", "crown")
    b.add(move(torus(0.0062, 0.0011, segments=40, sides=10), 0, -r - 0.0118, 0.0062), "body", "ring")
