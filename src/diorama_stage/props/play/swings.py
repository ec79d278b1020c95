# SPDX-License-Identifier: GPL-3.0-or-later
"""What children play on: a swing, a slide, a seesaw."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, loft, move, rotate, smooth_path, sphere, sweep, torus
from diorama_stage.props.registry import prop


@prop("swing")
def swing(spec: Spec, b: Builder) -> None:
    """A frame of two A's and a beam, two seats on chains."""
    b.slot("frame", "paint", b.choose("#b3342a", "#2f6f9f", "#4a7d3a"))
    b.slot("seats", "rubber", "#1f2022", role="trim")
    b.slot("chains", "steel", "#8b8e90", role="fixed")
    h, half = 2.1, 1.35
    tyred = spec.is_a("tyre")
    legs = [sweep([(s * half, 0, h), (s * (half + 0.1), t * 0.8, 0)], 0.032, sides=14) for s in (-1, 1) for t in (-1, 1)]
    bars = [sweep([(s * (half + 0.05), -0.42, 1.0), (s * (half + 0.05), 0.42, 1.0)], 0.022) for s in (-1, 1)]
    b.add(join([*legs, *bars, sweep([(-half - 0.06, 0, h), (half + 0.06, 0, h)], 0.036)]), "frame")
    for x, out in ((-0.62, b.rng.uniform(-0.18, 0.18)), (0.62, b.rng.uniform(-0.12, 0.12))):
        if tyred:
            if x > 0:
                _tyre(b, out, h)
            continue
        seat = smooth_path([(-0.24, 0.03), (-0.12, -0.012), (0.12, -0.012), (0.24, 0.03)], 16)
        rings = [
            [(x + u, out - 0.075, 0.46 + z), (x + u, out + 0.075, 0.46 + z), (x + u, out + 0.075, 0.475 + z), (x + u, out - 0.075, 0.475 + z)] for u, z in seat
        ]
        b.add(loft(rings), "seats")
        b.support("seat", x - 0.22, x + 0.22, out - 0.075, out + 0.075, 0.475, headroom=1.4)
        for s in (-1, 1):
            b.add(chain((x + s * 0.23, out, 0.49), (x + s * 0.2, 0, h - 0.03)), "chains")


def _tyre(b: Builder, out: float, h: float) -> None:
    """An old car tyre, upright, on a rope that is knotted round it."""
    b.slot("rope", "burlap", "#b79a68", role="trim")
    z, turn = 0.72, b.rng.uniform(15, 50)
    rim = [(0.2, -0.07), (0.25, -0.1), (0.3, -0.085), (0.315, -0.04), (0.309, 0.0)]
    section = [*rim, *[(r, -s) for r, s in rim[-2::-1]], (0.235, 0.0), rim[0]]
    ring = rotate(lathe(section, segments=96, smooth=50), 90)
    blocks = [rotate(box(0.014, 0.15, 0.012, bevel=0.003, segments=1, at=(0, 0, 0.309)), 0, a, 0) for a in range(0, 360, 8)]
    b.add(move(rotate(join([ring, *blocks]), 0, 0, turn), 0, out, z), "seats", "tyre")
    b.support("seat", -0.2, 0.2, out - 0.1, out + 0.1, z - 0.2, headroom=1.4)
    rope = smooth_path([(0, out, z + 0.3), (0, out * 0.6, 1.4), (0, 0, h - 0.02)], 40)
    loop = move(rotate(rotate(torus(0.09, 0.016, segments=40, sides=10), 0, 90), 0, 0, turn), 0, out, z + 0.262)
    knots = [loop, sphere(0.034, at=(0, out, z + 0.36), segments=20), sphere(0.05, at=(0, 0, h - 0.01), segments=20)]
    b.add(join([sweep(rope, 0.016, sides=12), *knots]), "rope")


def chain(a, c):
    """Links from one point to another, each turned a quarter against the last."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    count = max(int(np.linalg.norm(c - a) / 0.05), 2)
    links = []
    t = np.linspace(0, 2 * np.pi, 13)
    for k in range(count):
        at = a + (c - a) * (k + 0.5) / count
        flat = np.stack([0.012 * np.cos(t), np.zeros(13), 0.032 * np.sin(t)], axis=1)
        links.append(move(rotate(sweep(flat, 0.0042, sides=6), 0, 0, 90 * (k % 2)), *at))
    return join(links)


@prop("slide")
def slide(spec: Spec, b: Builder) -> None:
    """A steel chute with raised sides that runs out level, a ladder with a platform and rails behind it."""
    b.slot("chute", "brushed_steel", "#c3c7c9", role="trim")
    b.slot("frame", "paint", b.choose("#c8342a", "#2d6aa3", "#d9a423"))
    path = smooth_path([(-1.35, 1.5), (-0.95, 1.42), (0.6, 0.42), (1.15, 0.27), (1.6, 0.26)], 60)
    section = [(-0.25, 0.16), (-0.235, 0.16), (-0.22, 0.02), (0.22, 0.02), (0.235, 0.16), (0.25, 0.16), (0.24, 0.0), (-0.24, 0.0)]
    b.add(loft([[(x, y, z + up) for y, up in section] for x, z in path], smooth=30), "chute")
    parts = [sweep([(-1.35, s * 0.24, 1.5), (-1.95, s * 0.24, 0)], 0.026) for s in (-1, 1)]
    parts += [sweep([(-1.45 - 0.105 * k, -0.24, 1.26 - 0.26 * k), (-1.45 - 0.105 * k, 0.24, 1.26 - 0.26 * k)], 0.02) for k in range(5)]
    parts += [sweep(smooth_path([(-1.62, s * 0.25, 0.95), (-1.5, s * 0.25, 2.0), (-1.25, s * 0.25, 2.05), (-0.98, s * 0.25, 1.45)], 30), 0.02) for s in (-1, 1)]
    parts += [sweep([(x, s * 0.22, z), (x, s * 0.3, 0)], 0.024) for x, z in ((-0.95, 1.42), (1.1, 0.27)) for s in (-1, 1)]
    parts += [box(0.42, 0.5, 0.03, bevel=0.006, at=(-1.45, 0, 1.47))]
    b.add(join(parts), "frame")


@prop("seesaw")
def seesaw(spec: Spec, b: Builder) -> None:
    """A plank over a stand, one end on the ground, with seats and handles."""
    b.slot("plank", "pine")
    b.slot("stand", "paint", b.choose("#2d6aa3", "#b3342a", "#4a7d3a"), role="trim")
    tilt = 13.0
    made = [box(3.0, 0.24, 0.05, bevel=0.008, at=(0, 0, -0.025))]
    handles = []
    for s in (-1, 1):
        made.append(box(0.36, 0.3, 0.035, bevel=0.01, at=(s * 1.3, 0, 0.025)))
        handles.append(sweep(smooth_path([(s * 0.98, -0.14, 0.02), (s * 0.98, -0.12, 0.24), (s * 0.98, 0.12, 0.24), (s * 0.98, 0.14, 0.02)], 30), 0.014))
    b.add(move(rotate(join(made), 0, tilt, 0), 0, 0, 0.42), "plank")
    b.add(move(rotate(join(handles), 0, tilt, 0), 0, 0, 0.42), "stand", "handles")
    legs = [sweep([(0, s * 0.2, 0.4), (t * 0.3, s * 0.26, 0)], 0.026) for s in (-1, 1) for t in (-1, 1)]
    b.add(join([*legs, move(rotate(cylinder(0.04, 0.5, at=(0, 0, -0.25)), 90, 0, 0), 0, 0, 0.39)]), "stand")
