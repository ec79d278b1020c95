# SPDX-License-Identifier: GPL-3.0-or-later
"""A tractor."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.props.registry import prop


@prop("tractor")
def tractor(spec: Spec, b: Builder) -> None:
    """A farm tractor, its front to the left: a bonnet over the engine, great lugged wheels behind and small ones before, a seat or a cab, an exhaust."""
    b.slot("body", "paint", b.choose("#a8271d", "#2f6b34", "#2a57a0"), finish=("satin",))
    b.slot("rims", "paint", b.choose("#d8b12a", "#e4dfd2"), role="trim")
    b.slot("tyres", "rubber", "#1b1c1d", role="fixed")
    b.slot("metal", "cast_iron", "#3a3c3e", role="fixed")
    b.slot("glass", "glass", "#dfe9ea", role="fixed")
    b.slot("lamps", "chrome", role="fixed")
    for x, r, wide, y in ((1.0, 0.82, 0.46, 0.72), (-1.15, 0.46, 0.24, 0.66)):
        for s in (-1, 1):
            tyre, rim = wheel(r, wide, lugs=round(26 * r / 0.82))
            b.add(move(rotate(tyre, 90, 0, 0), x, s * y, r), "tyres", "wheels")
            b.add(move(rotate(rim, 90, 0, 0), x, s * y, r), "rims")
    b.add(box(2.5, 0.34, 0.34, bevel=0.04, at=(-0.1, 0, 0.52)), "metal", "chassis")
    b.add(box(0.16, 1.3, 0.14, bevel=0.03, at=(-1.15, 0, 0.39)), "metal", "chassis")
    b.add(box(0.24, 1.34, 0.26, bevel=0.05, at=(1.0, 0, 0.69)), "metal", "chassis")
    side = [(-1.5, 0.72), (-1.52, 1.2), (-1.38, 1.33), (-0.1, 1.45), (0.08, 1.45), (0.08, 0.78)]
    b.add(_across(side, 0.58, 0.05), "body", "bonnet")
    b.add(box(0.02, 0.46, 0.5, bevel=0.008, at=(-1.525, 0, 0.74)), "metal", "grille")
    bars = [box(0.03, 0.44, 0.014, bevel=0.004, at=(-1.535, 0, 0.78 + 0.055 * k)) for k in range(8)]
    b.add(join(bars), "lamps", "grille")
    for s in (-1, 1):
        lamp = lathe([(0, 0), (0.075, 0.0), (0.085, 0.03), (0.05, 0.12), (0, 0.13)], segments=40, smooth=50)
        b.add(move(rotate(lamp, 0, 90, 0), -1.5, s * 0.4, 1.16), "lamps")
        vents = [box(0.028, 0.012, 0.24, bevel=0.004, at=(-1.05 + 0.08 * k, s * 0.292, 0.9)) for k in range(9)]
        b.add(join(vents), "metal", "vents")
        arch = [(1.0 + 0.94 * math.cos(a), 0.82 + 0.94 * math.sin(a)) for a in np.radians(np.linspace(8, 158, 26))]
        inner = [(1.0 + 0.9 * math.cos(a), 0.82 + 0.9 * math.sin(a)) for a in np.radians(np.linspace(158, 8, 26))]
        b.add(move(_across([*arch, *inner], 0.5, 0.012), 0, s * 0.66, 0), "body", "fenders")
    b.add(move(sweep(smooth_path([(0, 0, 0), (0, 0, 0.6), (0.02, 0, 0.72), (0.09, 0, 0.78)], 24), 0.036, sides=16), -0.75, 0.19, 1.38), "metal", "exhaust")
    if spec.is_a("vintage"):
        b.add(
            move(
                rotate(
                    extrude(smooth_path([(-0.24, -0.2), (0.2, -0.25), (0.26, 0), (0.2, 0.25), (-0.24, 0.2), (-0.24, -0.2)], 40)[:-1], 0.05, bevel=0.02),
                    0,
                    -8,
                    0,
                ),
                0.78,
                0,
                1.28,
            ),
            "metal",
            "seat",
        )
        b.add(sweep([(0.78, 0, 0.9), (0.78, 0, 1.3)], 0.04), "metal", "seat")
    else:
        _cab(b)
    wheel_ring = rotate(lathe([(0.2 + 0.016 * math.cos(t), 0.016 * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 13)], segments=48, smooth=180), 0, 35, 0)
    b.add(move(wheel_ring, 0.3, 0, 1.52), "metal", "steering wheel")
    b.add(sweep([(0.05, 0, 1.3), (0.3, 0, 1.52)], 0.02), "metal", "steering wheel")


def _cab(b: Builder) -> None:
    """Four posts, panes between them, a roof."""
    b.add(box(0.44, 0.46, 0.12, bevel=0.05, at=(0.85, 0, 1.2)), "metal", "seat")
    b.add(move(rotate(box(0.12, 0.46, 0.5, bevel=0.05), 0, 10, 0), 1.08, 0, 1.26), "metal", "seat")
    corners = [(0.14, 0.55), (1.24, 0.5)]
    for x, y in corners:
        for s in (-1, 1):
            b.add(sweep([(x, s * y, 0.95 if x < 1 else 1.4), (x + 0.06, s * (y - 0.04), 2.42)], 0.035, sides=12), "metal", "pillars")
    for s in (-1, 1):
        b.add(move(box(1.0, 0.006, 1.2, bevel=0.002), 0.72, s * 0.52, 1.2), "glass", "windows")
    b.add(box(0.006, 0.98, 1.2, bevel=0.002, at=(0.18, 0, 1.2)), "glass", "windows")
    b.add(box(1.35, 1.16, 0.11, bevel=0.05, at=(0.72, 0, 2.4)), "body", "roof")


def _across(outline, width: float, bevel: float):
    """An outline (x, z) extruded across the tractor, its middle at y = 0."""
    return move(rotate(extrude(outline[::-1], width, bevel=bevel), 90, 0, 0), 0, width / 2, 0)


def wheel(radius: float, width: float, *, lugs: int):
    """A tyre with slanting lugs and a dished rim, about the z axis, metres. Returns both."""
    w = width / 2
    section = [(radius * 0.56, -w * 0.7), (radius * 0.72, -w), (radius * 0.9, -w * 0.98), (radius * 0.955, -w * 0.8), (radius * 0.965, 0)]
    section = [*section, *[(r, -z) for r, z in section[-2::-1]], (radius * 0.5, 0), section[0]]
    tyre = [lathe(section, segments=72, smooth=40)]
    for k in range(lugs):
        for s in (-1, 1):
            lug = rotate(box(radius * 0.075, w * 1.12, radius * 0.055, bevel=radius * 0.012), 0, 0, 0)
            lug = move(rotate(lug, 0, 0, 32 * s), 0, s * w * 0.52, radius * 0.945)
            lug = rotate(lug, 90, 0, 0)
            tyre.append(rotate(lug, 0, 0, 360 * (k + 0.5 * (s > 0)) / lugs))
    disc = [(0, w * 0.2), (radius * 0.16, w * 0.24), (radius * 0.2, w * 0.05), (radius * 0.42, 0.0), (radius * 0.48, w * 0.45), (radius * 0.57, w * 0.62)]
    rim = [
        lathe(
            [*disc, (radius * 0.585, w * 0.6), (radius * 0.585, -w * 0.7), (radius * 0.5, -w * 0.66), (radius * 0.44, -w * 0.1), (0, -w * 0.1)],
            segments=64,
            smooth=40,
        )
    ]
    for k in range(8):
        rim.append(
            move(cylinder(radius * 0.022, w * 0.12, at=(0, 0, w * 0.03)), radius * 0.3 * math.cos(k * math.pi / 4), radius * 0.3 * math.sin(k * math.pi / 4), 0)
        )
    return join(tyre), join(rim)
