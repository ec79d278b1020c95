# SPDX-License-Identifier: GPL-3.0-or-later
"""A telephone with a dial: a flared body, a finger wheel over a ring of numbers, a handset across its cradle, a coiled cord."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, boolean, box, cylinder, from_geometry, lathe, loft, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.props.registry import prop

SLOPE = 38
"""How far the dial leans back, degrees from level."""


@prop("telephone")
def telephone(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#1a1a1b", "#8e1f1c", "#d9cda9", "#2f5148"), finish=("glossy",))
    b.slot("metal", "brass" if spec.has("vintage", "antique") else "chrome", role="trim")
    b.slot("face", "plastic", "#ece5d3", role="fixed")
    b.slot("dark", "rubber", "#141414", role="fixed")
    b.slot("numbers", "printed", role="fixed", params={"picture": "dial", "paper": "#ece5d3"})
    stations = ((0.0, 0.112, 0.098, 0.0), (0.006, 0.115, 0.101, 0.0), (0.02, 0.113, 0.098, 0.001), (0.045, 0.1, 0.082, 0.012), (0.075, 0.082, 0.06, 0.03), (0.1, 0.073, 0.044, 0.042), (0.112, 0.068, 0.036, 0.046), (0.116, 0.058, 0.027, 0.046))
    z, a, d, y = (np.array(c) for c in zip(*stations, strict=True))
    t = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    c, s = np.sign(np.cos(t)) * np.abs(np.cos(t)) ** 0.55, np.sign(np.sin(t)) * np.abs(np.sin(t)) ** 0.55
    k = np.linspace(0, z[-1], 36)
    of = lambda column: np.interp(k, z, column)  # noqa: E731
    b.add(loft([np.column_stack([w * c, m + e * s, np.full(72, h)]) for h, w, e, m in zip(k, of(a), of(d), of(y), strict=True)], smooth=70), "body")
    for x in (-0.08, 0.08):
        for fy in (-0.07, 0.07):
            b.add(cylinder(0.009, 0.006, bevel=0.002, at=(x, fy, -0.004)), "dark", "feet")
    _dial(b)
    _cradle(b)
    _handset(b, 0.158, 0.046)
    _cord(b)


def _dial(b: Builder) -> None:
    """The dial, built flat and leant against the front slope."""
    made = [(lathe(rounded_profile([(0, -0.02), (0.047, -0.02), (0.047, 0.002), (0.0435, 0.004), (0.0425, 0.001), (0, 0.001)], 0.0015), segments=72), "body", "dial")]
    flat = [(0.0415 * math.cos(t), 0.0415 * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 64, endpoint=False)]
    made.append((from_geometry("numbers", [(x, y, 0.0014) for x, y in flat], [tuple(range(64))], uvs=[(0.5 + x / 0.083, 0.5 + y / 0.083) for x, y in flat]), "numbers", "dial"))
    made.append((_wheel(), "metal", "finger wheel"))
    made.append((lathe(rounded_profile([(0, 0.0048), (0.016, 0.0048), (0.0155, 0.0068), (0.0125, 0.0076), (0, 0.0078)], 0.001), segments=56), "metal", "finger wheel"))
    made.append((cylinder(0.0118, 0.0006, bevel=0.0002, at=(0, 0, 0.0076)), "face", "finger wheel"))
    stop = sweep(smooth_path([(0.033, -0.033, 0.003), (0.033, -0.033, 0.009), (0.027, -0.027, 0.0098), (0.021, -0.022, 0.0092)], 16), 0.0022, sides=12, flat=0.7)
    made.append((stop, "metal", "finger stop"))
    for o, slot, part in made:
        b.add(move(rotate(o, 90 - SLOPE), 0, -0.056, 0.061), slot, part)


def _wheel():
    """A disc with ten finger holes."""
    plate = cylinder(0.0375, 0.0022, bevel=0.0007, segments=80, at=(0, 0, 0.0036))
    for k in range(10):
        t = math.radians(-22 + 30 * (k + 1))
        plate = boolean(plate, cylinder(0.0066, 0.02, bevel=0, segments=28, at=(0.0282 * math.cos(t), 0.0282 * math.sin(t), -0.004)))
    return plate


def _cradle(b: Builder) -> None:
    for s in (-1, 1):
        for y in (0.03, 0.062):
            horn = smooth_path([(s * 0.05, 0.046, 0.108), (s * 0.056, y, 0.122), (s * 0.06, y + (0.006 if y > 0.04 else -0.006), 0.142), (s * 0.061, y + (0.009 if y > 0.04 else -0.009), 0.152)], 20)
            b.add(sweep(horn, np.linspace(0.0085, 0.0052, 20), sides=18), "body", "cradle")
        b.add(cylinder(0.0065, 0.014, bevel=0.0025, at=(s * 0.046, 0.046, 0.112)), "metal", "hook")


def _handset(b: Builder, z: float, y: float) -> None:
    """A bowed grip with a cup at either end, looking down."""
    path = smooth_path([(-0.086, y, z - 0.01), (-0.06, y, z + 0.014), (0, y, z + 0.022), (0.06, y, z + 0.014), (0.086, y, z - 0.01)], 40)
    section = [(math.copysign(abs(math.cos(t)) ** 0.7, math.cos(t)), 0.82 * math.copysign(abs(math.sin(t)) ** 0.7, math.sin(t))) for t in np.linspace(0, 2 * math.pi, 24, endpoint=False)]
    b.add(sweep(path, 0.0125 + 0.004 * (np.abs(np.linspace(-1, 1, 40)) ** 3), section=section), "body", "handset")
    for s in (-1, 1):
        cup = lathe(rounded_profile([(0, -0.03), (0.0255, -0.03), (0.0285, -0.026), (0.0285, -0.02), (0.0272, -0.019), (0.0272, -0.017), (0.027, -0.012), (0.02, 0.006), (0.012, 0.012), (0, 0.013)], 0.0022), segments=64)
        b.add(move(rotate(cup, 0, -14 * s), s * 0.087, y, z - 0.006), "body", "handset")


def _cord(b: Builder) -> None:
    """From the handset's end in coils to the left, down to the table and round to the back of the body."""
    line = smooth_path([(-0.092, 0.046, 0.128), (-0.112, 0.03, 0.085), (-0.135, 0.0, 0.03), (-0.15, -0.03, 0.0085), (-0.135, -0.075, 0.0085), (-0.165, -0.05, 0.0085), (-0.165, 0.04, 0.0085), (-0.11, 0.09, 0.0095), (-0.06, 0.092, 0.018)], 900)
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, (0.31, 0.27, 0.91))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(along, side)
    turn = np.linspace(0, 2 * math.pi * 74, 900)[:, None]
    b.add(sweep(line + 0.0052 * (np.cos(turn) * side + np.sin(turn) * up), 0.0018, sides=7), "body", "cord")
    b.add(box(0.012, 0.01, 0.012, bevel=0.003, at=(-0.06, 0.092, 0.012)), "dark", "cord")
