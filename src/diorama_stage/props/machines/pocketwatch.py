# SPDX-License-Identifier: GPL-3.0-or-later
"""A pocket watch: an open case lying on its back, roman figures, a small seconds dial, crown and bow, and its chain lying in a loop."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, extrude, label_plane, lathe, move, rotate, rounded_profile, scale, smooth_path, sweep, torus
from diorama_stage.kit.parts import copies
from diorama_stage.props.registry import prop

R = 0.025
"""Of the case, metres."""


@prop("pocket_watch")
def pocket_watch(spec: Spec, b: Builder) -> None:
    metal = b.choose("gold", "gold", "silver")
    b.slot("case", metal, "#c9a052" if metal == "gold" else None)
    b.slot("dial", "porcelain", "#f3efe4", role="fixed")
    b.slot("figures", "printed", role="fixed", params={"picture": "clock_roman", "transparent": True})
    b.slot("hands", "steel", "#1b2340", role="fixed")
    b.slot("crystal", "glass", "#fbfdfd", role="fixed", params={"pane": True})
    made = _case() + _face(b)
    tilt = b.rng.uniform(-28, 28)
    for o, slot, part in made:
        b.add(rotate(o, 0, 0, tilt), slot, part)
    b.add(_chain(math.radians(tilt), b.choose(-1, 1)), "case", "chain")


def _case() -> list:
    """The back, a knurled middle, the bezel; crown and bow towards +y."""
    bowl = [(0, 0), (R * 0.6, 0.0006), (R * 0.9, 0.0026), (R * 0.985, 0.0046), (R, 0.0056), (R, 0.0074), (R * 0.985, 0.0082), (R * 0.97, 0.0098), (R * 0.92, 0.0108), (R * 0.875, 0.0104), (R * 0.86, 0.0082), (0, 0.0082)]
    made = [(lathe(rounded_profile(bowl, 0.0005, 3), segments=128), "case", "case"), (torus(R * 0.99, 0.0004, at=(0, 0, 0.0079), segments=128, sides=8), "case", "case")]
    dome = [(R * 0.89 * math.sin(a), 0.0092 + 0.0024 * math.cos(a)) for a in np.linspace(0, math.pi / 2, 20)]
    made.append((lathe(dome, segments=72, smooth=180), "crystal", "crystal"))
    stem = lathe(rounded_profile([(0, -0.001), (0.0032, -0.001), (0.0026, 0.002), (0.0021, 0.004), (0, 0.004)], 0.0003), segments=32)
    crown = lathe(rounded_profile([(0, 0.0036), (0.003, 0.0036), (0.0038, 0.0042), (0.0038, 0.0074), (0.003, 0.0084), (0, 0.0087)], 0.0003), segments=72)
    for v in crown.data.vertices:
        if 0.0041 < v.co.z < 0.0076:
            k = 1 + 0.05 * math.cos(18 * math.atan2(v.co.y, v.co.x))
            v.co.x, v.co.y = v.co.x * k, v.co.y * k
    bow = [(0.0032, 0, 0.002), (0.0072, 0, 0.0045), (0.0085, 0, 0.009), (0.006, 0, 0.0132), (0, 0, 0.0148)]
    ring = sweep(smooth_path([*bow, *[(-x, y, z) for x, y, z in bow[-2::-1]]], 60), 0.00105, sides=12)
    made += [(move(rotate(o, -90), 0, R, 0.0062), "case", part) for o, part in ((stem, "crown"), (crown, "crown"), (ring, "bow"))]
    return made


def _face(b: Builder) -> list:
    """The enamel dial, its sunk seconds, blued hands at ten past ten."""
    z = 0.0084
    made = [(cylinder(R * 0.87, 0.0004, bevel=0.0001, segments=96, at=(0, 0, z)), "dial", "dial")]
    made.append((move(rotate(label_plane(R * 1.72, R * 1.72), -90), 0, 0, z + 0.00045), "figures", "figures"))
    made += [(torus(R * 0.2, 0.00012, at=(0, -R * 0.42, z + 0.00045), segments=48, sides=6), "hands", "seconds")]
    made += [(cylinder(R * 0.19, 0.0001, bevel=0, segments=48, at=(0, -R * 0.42, z + 0.00048)), "dial", "seconds")]
    for turn, long, wide, lift, at in ((304.5, 0.44, 0.085, 0.0007, 0.0), (54, 0.7, 0.07, 0.001, 0.0), (b.rng.uniform(100, 260), 0.17, 0.02, 0.0006, -0.42)):
        hand = [(-wide * 0.16, -0.1 * long), (wide * 0.16, -0.1 * long), (wide * 0.2, long * 0.55), (wide * 0.5, long * 0.68), (wide * 0.12, long * 0.8), (0, long), (-wide * 0.12, long * 0.8), (-wide * 0.5, long * 0.68), (-wide * 0.2, long * 0.55)]
        made.append((move(rotate(extrude([(x * R, y * R) for x, y in hand], 0.00018, bevel=0), 0, 0, -turn), 0, at * R, z + lift), "hands", "hands"))
    made.append((cylinder(0.0011, 0.0009, bevel=0.0002, segments=24, at=(0, 0, z + 0.0006)), "hands", "hands"))
    return made


def _chain(tilt: float, side: int):
    """Curb links from the bow in a loop on the table, a T-bar at the end."""
    c, s = math.cos(tilt), math.sin(tilt)
    turn = lambda x, y: (c * x - s * y, s * x + c * y)  # noqa: E731
    knots = [(0, 0.0395, 0.0058), (side * 0.004, 0.05, 0.0024), (side * 0.022, 0.064, 0.0014), (side * 0.05, 0.058, 0.0014), (side * 0.06, 0.03, 0.0014), (side * 0.042, 0.004, 0.0014), (side * 0.05, -0.024, 0.0014), (side * 0.078, -0.034, 0.0014), (side * 0.1, -0.018, 0.0014)]
    path = smooth_path([(*turn(x, y), z) for x, y, z in knots], 500)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    places = []
    for k, where in enumerate(np.arange(0.0, along[-1], 0.0031)):
        p, q = (np.array([np.interp(where + d, along, path[:, j]) for j in range(3)]) for d in (0, 0.0008))
        way = (q - p) / max(np.linalg.norm(q - p), 1e-9)
        flat = np.cross((0, 0, 1), way)
        flat /= max(np.linalg.norm(flat), 1e-9)
        up = np.cross(way, flat)
        a = math.radians(38 if k % 2 else -38)
        m = np.eye(4)
        m[:3, 0], m[:3, 1], m[:3, 2], m[:3, 3] = way, math.cos(a) * flat + math.sin(a) * up, math.cos(a) * up - math.sin(a) * flat, p
        places.append(m)
    return copies(scale(torus(0.00165, 0.00048, segments=16, sides=8), 1.5, 1, 1), places, smooth=180)
