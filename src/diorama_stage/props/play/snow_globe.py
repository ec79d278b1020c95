# SPDX-License-Identifier: GPL-3.0-or-later
"""A snow globe."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cone,
    displace,
    extrude,
    join,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    torus,
)
from diorama_stage.props.registry import prop


@prop("snow_globe")
def snow_globe(spec: Spec, b: Builder) -> None:
    """A glass ball on a turned foot: firs and a cottage in snow, flakes in the air."""
    r = 0.047
    b.slot("base", *b.choose(("walnut", None), ("lacquer", "#7a1f22"), ("dark_wood", None)))
    b.slot("glass", "glass", "#f4f8f8", role="fixed", params={"wall": 0.0016})
    b.slot("snow", "snow", "#f6f7f8", role="fixed")
    b.slot("firs", "leaf", "#2f5a38", role="fixed", finish=("matte",))
    b.slot("house", "paint", "#a3382c", role="fixed", finish=("matte",))
    b.slot("trim", "brass", "#b99752", role="fixed")
    foot = [(0, 0), (0.049, 0), (0.051, 0.004), (0.048, 0.009), (0.0435, 0.018), (0.042, 0.026), (0.0405, 0.0315), (0.036, 0.033), (0, 0.033)]
    b.add(lathe(rounded_profile(foot, 0.0015), segments=96), "base")
    b.add(torus(0.0405, 0.0016, at=(0, 0, 0.0305), segments=80, sides=10), "trim")
    middle = 0.033 + r * 0.78
    low = -math.asin(0.78)
    bowl = [(math.cos(a), math.sin(a)) for a in np.linspace(low, math.pi / 2 - 1e-4, 60)]
    b.add(
        move(lathe([*[(r * c, r * s) for c, s in bowl], *[((r - 0.0016) * c, (r - 0.0016) * s) for c, s in bowl[::-1]], (r * bowl[0][0], r * bowl[0][1])], segments=112, smooth=180), 0, 0, middle),
        "glass",
    )
    inner = math.sqrt(r * r - (r * 0.62) ** 2) - 0.0012
    hill = displace(
        lathe(smooth_path([(0, 0.0095), (inner * 0.5, 0.0075), (inner * 0.92, 0.0015), (inner, 0), (inner * 0.9, -0.006), (0, -0.006)], 50)[::-1], segments=72, smooth=180),
        0.0012,
        0.012,
        seed=spec.seed,
    )
    ground = middle - r * 0.6
    b.add(move(hill, 0, 0, ground), "snow")
    own = not spec.has("filled")  # what the words put into it stands in the middle, before firs alone
    if not own:
        b.support("inside", -0.02, 0.02, -0.02, 0.01, ground + 0.006, headroom=0.06)
    caps = _firs(b, FIRS if own else BEHIND, ground)
    if own:
        caps += _cottage(b, ground)
    b.add(join(caps), "snow")
    rng, flakes = np.random.default_rng(spec.seed), []
    while len(flakes) < 70:
        p = rng.uniform(-1, 1, 3) * r * 0.9
        if np.linalg.norm(p) < r * 0.88 and p[2] > -r * 0.4:
            flakes.append(sphere(rng.uniform(0.0004, 0.0008), at=(p[0], p[1], p[2] + middle), segments=6))
    b.add(join(flakes), "snow", "flakes")
    b.footprint = "round"


FIRS = ((-0.017, 0.006, 0.036), (-0.006, 0.016, 0.028), (0.02, 0.012, 0.03), (-0.026, -0.006, 0.022))
BEHIND = ((-0.026, 0.008, 0.026), (-0.012, 0.024, 0.03), (0.024, 0.014, 0.024))
"""Where firs stand in the globe, and how high, metres."""


def _firs(b: Builder, places: tuple, ground: float) -> list:
    """Trees of four cones each; gives the snow on them."""
    trees, caps = [], []
    for x, y, tall in places:
        for k in range(4):
            z, w = tall * 0.2 * k, tall * (0.27 - 0.055 * k)
            trees.append(move(cone(w, tall * 0.4, bevel=0.0004, segments=18), x, y, ground + 0.004 + z))
            caps.append(move(cone(w * 0.74, tall * 0.3, bevel=0.0004, segments=18), x, y, ground + 0.0052 + z + tall * 0.105))
    b.add(join(trees), "firs")
    return caps


def _cottage(b: Builder, ground: float) -> list:
    """A cottage with two lit windows; gives the snow on its roof."""
    b.add(move(rotate(box(0.017, 0.013, 0.011, bevel=0.0004), 0, 0, 16), 0.005, -0.008, ground + 0.0055), "house")
    roof = rotate(extrude([(-0.0115, 0), (0.0115, 0), (0.0, 0.0095)], 0.0155, bevel=0.0008, at=(0, 0, -0.00775)), 90)
    b.slot("window", "emission", "#ffcf7a", role="fixed", params={"strength": 2.5})
    panes = [move(rotate(box(0.003, 0.0004, 0.0036, bevel=0, at=(x, -0.0067, 0)), 0, 0, 16), 0.005, -0.008, ground + 0.009) for x in (-0.0045, 0.0045)]
    b.add(join(panes), "window")
    return [move(rotate(rotate(roof, 0, 0, 90), 0, 0, 16), 0.005, -0.008, ground + 0.016)]
