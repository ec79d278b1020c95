# SPDX-License-Identifier: GPL-3.0-or-later
"""Sculpted figures that stand in for people and animals."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    ellipsoid,
    extrude,
    join,
    lathe,
    move,
    remesh,
    rotate,
    scale,
    smooth_path,
    sweep,
)
from diorama_stage.props.registry import prop


def limb(points, radii, count: int = 24):
    path = smooth_path(points, count)
    return sweep(path, np.interp(np.linspace(0, 1, count), np.linspace(0, 1, len(radii)), radii), sides=18)


def ball(x, y, z, at):
    return ellipsoid(x, y, z, at=at, segments=28)


def fused(b: Builder, parts, voxel: float, slot: str, *, smooth: int = 4, factor: float = 1.0) -> None:
    whole = remesh(join(parts), voxel, smooth=smooth)
    if factor != 1.0:
        from diorama_stage.kit import scale

        scale(whole, factor)
    low = min(v.co.z for v in whole.data.vertices)
    b.add(move(whole, 0, 0, -low), slot)


HIP = 0.92


def _standing_limbs(s: int, bend: float) -> list:
    """An arm hanging and a leg, of the side `s` (-1 or 1)."""
    step = 0.03 * s
    return [
        limb([(0.2 * s, 0.01, 1.41), (0.25 * s, 0.02, 1.14), (0.24 * s - 0.05 * bend * s, -0.06 - bend, 0.9)], (0.06, 0.05, 0.045, 0.034)),
        ball(0.03, 0.042, 0.075, (0.24 * s, -0.07 - bend, 0.83)),
        limb([(0.09 * s, 0, HIP), (0.1 * s, -0.01 - step, 0.5), (0.105 * s, 0.02 - step, 0.09)], (0.105, 0.09, 0.066, 0.06, 0.042)),
        ball(0.048, 0.115, 0.042, (0.11 * s, -0.055 - step, 0.045)),
    ]


def _seated_limbs(s: int, on_ground: bool) -> list:
    """An arm with its hand on the thigh; a leg over the edge of a seat, or drawn up on the ground."""
    knee, heel = ((0.13 * s, -0.34, HIP + 0.26), (0.13 * s, -0.62, HIP - 0.03)) if on_ground else ((0.105 * s, -0.43, HIP + 0.0), (0.11 * s, -0.46, HIP - 0.4))
    hand = (0.14 * s, -0.3, HIP + 0.3) if on_ground else (0.13 * s, -0.29, HIP + 0.1)
    return [
        limb([(0.2 * s, 0.01, 1.41), (0.27 * s, 0.03, 1.17), hand], (0.06, 0.05, 0.045, 0.034)), ball(0.034, 0.06, 0.032, (hand[0], hand[1] - 0.04, hand[2])),
        limb([(0.09 * s, 0.0, HIP), knee, knee], (0.105, 0.092, 0.072), 16), ball(0.07, 0.07, 0.07, knee),
        limb([knee, ((knee[0] + heel[0]) / 2, (knee[1] + heel[1]) / 2 - 0.01, (knee[2] + heel[2]) / 2), heel], (0.068, 0.06, 0.042)),
        ball(0.048, 0.115, 0.042, (heel[0], heel[1] - 0.07, heel[2] - 0.04)),
    ]  # fmt: skip


@prop("statue")
def person(spec: Spec, b: Builder) -> None:
    stone = spec.kind == "statue"
    b.slot("body", "marble" if stone else "clay", "#e4dfd6" if stone else "#b08d72")
    parts = [ball(0.078, 0.095, 0.115, (0, -0.005, 1.63)), ball(0.05, 0.06, 0.06, (0, -0.05, 1.575)), ball(0.012, 0.02, 0.025, (0, -0.1, 1.62))]
    parts.append(limb([(0, 0.01, 1.56), (0, 0.015, 1.45)], (0.055, 0.06)))
    parts.append(sweep(smooth_path([(0, 0.01, 1.47), (0, 0.012, 1.3), (0, 0.0, 1.1), (0, 0.0, 0.92)], 24), np.interp(np.linspace(0, 1, 24), [0, 0.15, 0.4, 0.7, 1], [0.1, 0.2, 0.19, 0.145, 0.175]), flat=0.6, sides=28))
    sits = not stone and spec.has("seated", "sitting")
    for s in (-1, 1):
        parts.append(ball(0.075, 0.075, 0.07, (0.19 * s, 0.01, 1.41)))
        parts += _seated_limbs(s, on_ground=not spec.has("seated")) if sits else _standing_limbs(s, 0.1 if s > 0 and stone else 0.0)
    parts.append(ball(0.086, 0.098, 0.09, (0, 0.018, 1.67)))
    fused(b, parts, 0.011, "body", smooth=3)
    if spec.has("seated") and sits:
        b.seat = 0.38
    if stone:
        b.slot("plinth", "marble", "#cfcac0", role="trim")
        for o in b._parts["body"]:
            move(o, 0, 0, 0.5)
        b.add(box(0.52, 0.52, 0.5, bevel=0.012), "plinth")
    b.lean = None


@prop("figure_fish", "figure_turtle", "figure_frog", "figure_snake", "figure_butterfly")
def small(spec: Spec, b: Builder) -> None:
    kind = spec.kind
    colour = {"figure_fish": "#d9772a", "figure_turtle": "#6b7a45", "figure_frog": "#6f9a3a", "figure_snake": "#7d8a4a", "figure_butterfly": "#d98a2b"}[kind]
    b.slot("body", "clay", colour)
    b.slot("eyes", "lacquer", "#14110f", role="fixed")
    if kind == "figure_snake":
        t = np.linspace(0, 1, 90)
        path = [(0.16 * (1 - 0.55 * u) * math.cos(u * 13), 0.16 * (1 - 0.55 * u) * math.sin(u * 13), 0.016 + 0.09 * u**1.5) for u in t[:-12]] + [(0.0 + 0.02 * i / 12, -0.09 - 0.09 * i / 12, 0.1 + 0.05 * math.sin(i / 12 * 1.5)) for i in range(12)]
        b.add(sweep(path, np.interp(t, [0, 0.2, 0.9, 0.96, 1], [0.002, 0.014, 0.016, 0.021, 0.01]), sides=20), "body")
        return
    if kind == "figure_butterfly":
        b.add(limb([(0, -0.03, 0.02), (0, 0.0, 0.024), (0, 0.035, 0.02)], (0.004, 0.006, 0.002)), "eyes", "body")
        for s in (-1, 1):
            for (cx, cy), (rx, ry) in (((0.032, -0.018), (0.034, 0.026)), ((0.024, 0.022), (0.024, 0.02))):
                wing = extrude([(cx + rx * math.cos(a) * (1 + 0.12 * math.cos(3 * a)), cy + ry * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)], 0.0008, bevel=0.0002)
                if s < 0:
                    from diorama_stage.kit import scale

                    scale(wing, -1, 1, 1)
                b.add(move(rotate(wing, 0, -24 * s), 0, 0, 0.022), "body", "wings")
        return
    if kind == "figure_fish":
        parts = [ellipsoid(0.13, 0.04, 0.065, at=(0, 0, 0.09), segments=40)]
        for z in (0.055, -0.055):
            parts.append(limb([(0.11, 0, 0.09), (0.19, 0, 0.09 + z * 1.3)], (0.02, 0.014, 0.006)))
        parts.append(limb([(-0.03, 0, 0.15), (0.05, 0, 0.17), (0.07, 0, 0.14)], (0.012, 0.012, 0.006)))
        fused(b, parts, 0.0035, "body", smooth=5)
        lift = 0.0
        for s in (-1, 1):
            b.add(ball(0.008, 0.006, 0.008, (-0.085, 0.03 * s, 0.075 + lift)), "eyes")
        return
    if kind == "figure_turtle":
        b.slot("shell", "clay", "#5a5032", role="trim")
        parts = [ball(0.11, 0.13, 0.04, (0, 0, 0.045)), limb([(0, -0.1, 0.05), (0, -0.19, 0.075)], (0.03, 0.03)), ball(0.034, 0.042, 0.03, (0, -0.2, 0.08))]
        for s in (-1, 1):
            parts += [limb([(0.07 * s, -0.08, 0.04), (0.14 * s, -0.13, 0.015)], (0.032, 0.026)), limb([(0.07 * s, 0.08, 0.04), (0.12 * s, 0.14, 0.015)], (0.032, 0.024))]
        fused(b, parts, 0.006, "body")
        b.add(lathe([(0.125, 0.035), (0.12, 0.055), (0.085, 0.1), (0.04, 0.117), (0, 0.12)], segments=48, squash=1.15), "shell")
        for s in (-1, 1):
            b.add(ball(0.006, 0.006, 0.006, (0.022 * s, -0.226, 0.085)), "eyes")
        return
    parts = [ball(0.05, 0.062, 0.042, (0, 0.01, 0.05)), ball(0.044, 0.04, 0.03, (0, -0.05, 0.068))]
    for s in (-1, 1):
        parts += [ball(0.014, 0.014, 0.015, (0.024 * s, -0.05, 0.096)), limb([(0.04 * s, 0.04, 0.04), (0.075 * s, 0.0, 0.045), (0.06 * s, 0.05, 0.012), (0.075 * s, 0.0, 0.006)], (0.024, 0.018, 0.013, 0.012)), limb([(0.035 * s, -0.04, 0.04), (0.045 * s, -0.06, 0.006)], (0.014, 0.01, 0.012))]
    fused(b, parts, 0.0035, "body", smooth=3)
    for s in (-1, 1):
        b.add(ball(0.008, 0.006, 0.009, (0.028 * s, -0.061, 0.096)), "eyes")
