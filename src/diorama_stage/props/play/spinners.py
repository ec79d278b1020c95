# SPDX-License-Identifier: GPL-3.0-or-later
"""Small toys that turn, roll and click together: a spinning top, a yo-yo, glass marbles, building bricks."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("spinning_top")
def spinning_top(spec: Spec, b: Builder) -> None:
    """Turned of wood, painted rings on its disc, a stem to twirl; it rests on its tip and rim, or stands on its tip while it spins."""
    r, z = b.vary(0.031), 0.03
    b.slot("body", "wood", b.choose("#c8321f", "#2a62b0", "#d89a1c", "#2f8a4a"), finish=("glossy",))
    b.slot("rings", "lacquer", b.choose("#f2d24a", "#f1ece0", "#2a62b0"), role="trim")
    b.slot("stem", "oak", "#b98a54", role="trim")
    outline = [
        (0, 0),
        (0.0022, 0.001),
        (0.006, 0.008),
        (0.016, 0.018),
        (r * 0.94, z - 0.006),
        (r, z),
        (r * 0.97, z + 0.005),
        (r * 0.6, z + 0.011),
        (0.0075, z + 0.016),
        (0, z + 0.017),
    ]
    line = smooth_path(outline, 400)
    upper, share = line[:, 1] > z + 0.002, line[:, 0] / r
    ringed = (upper & ((np.abs(share - 0.84) < 0.07) | (np.abs(share - 0.58) < 0.05))) | (~upper & (np.abs(share - 0.72) < 0.07))
    made, edges = [], [0, *np.flatnonzero(np.diff(ringed)), len(line) - 1]
    for low, high in zip(edges, edges[1:], strict=False):
        made.append(b.add(lathe(line[low : high + 1], segments=72, smooth=50), "rings" if ringed[low + 1] else "body"))
    stem = [(0.0048, z + 0.013), (0.0036, z + 0.02), (0.0033, z + 0.034), (0.0046, z + 0.04), (0.0046, z + 0.044), (0.003, z + 0.047), (0, z + 0.0475)]
    made.append(b.add(lathe(rounded_profile(stem, 0.001), segments=32), "stem"))
    turn = b.rng.uniform(195, 235)
    if not spec.has("spinning"):
        for o in made:
            rotate(rotate(o, 0, math.degrees(math.atan2(z, r))), 0, 0, turn)
    else:
        for o in made:
            rotate(o, 0, 6, 0)
    grounded(*made)
    b.footprint = "round"


@prop("yo_yo")
def yo_yo(spec: Spec, b: Builder) -> None:
    """Two rounded halves on an axle, string wound between them and out to its finger loop."""
    R = 0.029
    b.slot("body", b.choose("plastic", "plastic", "wood"), b.choose("#c9221c", "#1d5fb4", "#e0a51a"), finish=("glossy",))
    b.slot("face", "lacquer", b.choose("#f3efe4", "#f2c63a"), role="trim")
    b.slot("string", "cotton", "#efeadb", role="fixed")
    half = rounded_profile(
        [
            (0, 0.0022),
            (0.009, 0.0022),
            (R * 0.72, 0.0042),
            (R * 0.97, 0.0075),
            (R, 0.0115),
            (R * 0.95, 0.0165),
            (R * 0.72, 0.019),
            (R * 0.64, 0.0175),
            (0, 0.0172),
        ],
        0.003,
    )
    made = []
    for s in (1, -1):
        made.append(b.add(rotate(lathe(half, segments=80), 90 * s), "body"))
        made.append(
            b.add(rotate(lathe(rounded_profile([(0, 0.0174), (R * 0.42, 0.0174), (R * 0.42, 0.0186), (0, 0.0196)], 0.0008), segments=64), 90 * s), "face")
        )
    made.append(b.add(move(rotate(cylinder(R * 0.62, 0.0042, bevel=0.0015, segments=64), 90), 0, 0.0021, 0), "string"))
    for o in made:
        rotate(o, 0, 0, 32)
    grounded(*made)
    start = np.array((R * 0.6, 0.0, R * 0.5)) @ np.array([(math.cos(0.56), math.sin(0.56), 0), (-math.sin(0.56), math.cos(0.56), 0), (0, 0, 1)])
    a = np.linspace(0, 2 * math.pi, 16)
    loop = [(0.078 + 0.011 * math.cos(t + 2.4), -0.052 + 0.009 * math.sin(t + 2.4), 0.0009) for t in a]
    path = smooth_path(
        [
            start,
            start + (0.012, 0.004, -0.012),
            (0.044, 0.016, 0.0009),
            (0.068, 0.004, 0.0009),
            (0.052, -0.028, 0.0009),
            (0.022, -0.046, 0.0009),
            (0.044, -0.062, 0.001),
            *loop,
        ],
        220,
    )
    b.add(sweep(path, 0.0009, sides=8), "string")


@prop("glass_marble")
def glass_marble(spec: Spec, b: Builder) -> None:
    """A ball of clear glass about a twisted core of coloured ribbons."""
    R = b.vary(0.008, 0.06)
    b.slot("body", "glass", b.choose("#f4f8f6", "#dff0f4", "#f3f6ea"))
    inks = b.choose(("#d8341f", "#f0c020"), ("#1d5fc4", "#f3f3ee"), ("#1f8a4a", "#f0d840"), ("#e8862a", "#2a62c0"), ("#7a3aa8", "#e8e8f0"))
    made = [b.add(sphere(R, at=(0, 0, R), segments=64), "body")]
    t, s = np.linspace(-1, 1, 40)[:, None], np.linspace(-1, 1, 9)[None, :]
    for k, ink in enumerate(inks):
        slot = b.slot(f"swirl{k or ''}", "lacquer", ink, role="fixed")
        core = Growth()
        for j in range(2):
            a = math.pi * j + math.pi / 2 * k + 2.4 * t
            wide = R * 0.62 * np.sqrt(np.maximum(1 - t**2, 0)) * s
            core.sheet(np.stack([wide * np.cos(a), wide * np.sin(a) + 0 * t, R * 0.8 * t + 0 * s], axis=-1), 1.0, R * 0.05)
        made.append(b.add(move(core.object("swirl"), 0, 0, R), slot, "swirl"))
    tilt, turn = b.rng.uniform(30, 80), b.rng.uniform(0, 360)
    for o in made:
        move(rotate(move(o, 0, 0, -R), tilt, 0, turn), 0, 0, R)
    b.footprint = "round"


@prop("toy_brick")
def toy_brick(spec: Spec, b: Builder) -> None:
    """A brick of glossy plastic with studs on top: two by four, or by the seed two by two or three."""
    across, long = 2, b.choose(4, 4, 4, 3, 2)
    pitch, high = 0.008, 0.0096
    b.slot("body", "plastic", b.choose("#c4161c", "#0d5cab", "#f6c416", "#1f8a3c", "#f2f1ec"), finish=("glossy",))
    body = box(long * pitch - 0.0002, across * pitch - 0.0002, high, bevel=0.0003)
    studs = [
        cylinder(0.00245, 0.0019, bevel=0.0003, segments=40, at=((i - (long - 1) / 2) * pitch, (j - (across - 1) / 2) * pitch, high - 0.0001))
        for i in range(long)
        for j in range(across)
    ]
    b.add(join([body, *studs]), "body")
