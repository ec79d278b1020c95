# SPDX-License-Identifier: GPL-3.0-or-later
"""Balls that are carried: an American football, a rugby ball."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, join, lathe, rotate, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import rod, tint
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import ribbon, sheet
from diorama_stage.props.registry import prop


def _half(x, long: float, radius: float, point: float):
    """Radius of the ball at x along its length."""
    return radius * np.maximum(1 - (np.abs(np.asarray(x, float)) / long) ** 2, 0) ** point


@prop("football")
def football(spec: Spec, b: Builder) -> None:
    """An American football: a pointed ball of pebbled brown leather with white laces and stripes; a rugby ball is blunter, pale and printed."""
    rugby = spec.is_a("rugby")
    long, radius, point = (0.142, 0.096, 0.56) if rugby else (0.141, 0.086, 0.72)
    b.slot("body", "rubber" if rugby else "leather", "#e9e6dc" if rugby else b.choose("#6e3318", "#7d3c1c", "#5f2b16"))
    b.slot("stripes", "rubber" if rugby else "paint", b.choose("#1c4a8a", "#1f7a45", "#a3231f") if rugby else "#eeeae0", role="trim", finish=("satin",))
    u = np.sin(np.linspace(-math.pi / 2, math.pi / 2, 120))
    skin = rotate(lathe(np.column_stack([_half(u * long, long, radius, point) + 1e-5, u * long]), segments=128, smooth=180), 0, 90)
    at = vertices(skin).astype(float)
    turn = np.arctan2(at[:, 1], at[:, 2])
    seam = np.exp(-((np.abs((turn / (math.pi / 2) + 0.5) % 1 - 0.5) * math.pi / 2 * np.hypot(at[:, 1], at[:, 2]) / 0.0022) ** 2))
    at[:, 1:] *= (1 - 0.022 * seam)[:, None]
    set_points(skin.data, at)
    made = [b.add(tint(skin, lambda p: 1 - 0.5 * seam), "body")]
    if rugby:
        bands = [
            band
            for s in (-1, 1)
            for band in (_ring(s * 0.072, 0.018, long, radius, point, 0, 2 * math.pi), _ring(s * 0.104, 0.009, long, radius, point, 0, 2 * math.pi))
        ]
        made.append(b.add(join(bands), "stripes"))
    else:
        made.append(b.add(join([_ring(s * 0.083, 0.017, long, radius, point, -1.62, 1.62) for s in (-1, 1)]), "stripes"))
        b.slot("laces", "cotton", "#f3f0e8", role="fixed")
        made += _laces(b, long, radius, point)
    for o in made:
        rotate(rotate(o, 38, 9, 0), 0, 0, -24)
    grounded(*made)


def _ring(x: float, wide: float, long: float, radius: float, point: float, start: float, end: float):
    """A painted band across the ball about x, from `start` to `end` radians off its top."""
    a = np.linspace(start, end, 100)
    rows = np.linspace(x - wide / 2, x + wide / 2, 7)
    grid = np.stack(
        [
            np.column_stack([np.full(100, r), (_half(r, long, radius, point) + 0.0007) * np.sin(a), (_half(r, long, radius, point) + 0.0007) * np.cos(a)])
            for r in rows
        ]
    )
    return sheet(grid, smooth=180)


def _laces(b: Builder, long: float, radius: float, point: float) -> list:
    """The seam's lace along the top, and eight crossings."""
    x = np.linspace(-0.048, 0.048, 24)
    line = np.column_stack([x, 0 * x, _half(x, long, radius, point) + 0.0018])
    made = [b.add(sweep(line, 0.0021, sides=10), "laces")]
    for k in np.linspace(-0.043, 0.043, 8):
        a = np.linspace(-0.17, 0.17, 11)
        r = _half(k, long, radius, point) + 0.0042 - 0.045 * a**2
        made.append(b.add(ribbon(np.column_stack([np.full(11, k), r * np.sin(a), r * np.cos(a)]), (1, 0, 0), 0.0062, 0.0024), "laces"))
    ends = [
        rod((s * 0.047, 0, float(_half(0.047, long, radius, point)) - 0.004), (s * 0.049, 0, float(_half(0.049, long, radius, point)) + 0.001), 0.002)
        for s in (-1, 1)
    ]
    return [*made, b.add(join(ends), "laces")]
