# SPDX-License-Identifier: GPL-3.0-or-later
"""Of fable: a crystal ball, a magic wand, a potion in its flask, a witch's cauldron."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Interior, Spec, ellipsoid, extrude, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep, torus
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import bead, fill


@prop("crystal_ball")
def crystal_ball(spec: Spec, b: Builder) -> None:
    """A flawless ball of glass on a turned stand with three clawed feet."""
    R, low = b.vary(0.06, 0.05), 0.045
    b.slot("body", "crystal", b.choose("#f4f6fb", "#efeafc", "#e9f3fb"))
    b.slot("stand", "brass", b.choose("#c9a03e", "#b58a3a", "#8f6a34"), role="trim")
    b.add(sphere(R, at=(0, 0, low + R * 0.86), segments=96), "body")
    z = low + R * 0.86
    ring = R * 0.72
    seat = z - math.sqrt(R * R - ring * ring)
    cup = [
        (0.014, seat - 0.026),
        (0.026, seat - 0.022),
        (0.02, seat - 0.014),
        (ring * 0.75, seat - 0.006),
        (ring + 0.001, seat - 0.001),
        (ring + 0.005, seat + 0.002),
        (ring + 0.004, seat + 0.006),
        (ring, seat + 0.003),
        (ring * 0.7, seat - 0.004),
        (0, seat - 0.01),
    ]
    b.add(lathe([(0, seat - 0.027), *rounded_profile(cup, 0.002)], segments=72), "stand")
    b.add(torus(ring + 0.003, 0.0026, at=(0, 0, seat + 0.004), segments=72, sides=12), "stand")
    for k in range(3):
        a = 2 * math.pi * k / 3 + math.pi / 2 + 0.5
        way = np.array((math.cos(a), math.sin(a), 0.0))
        path = smooth_path(
            [
                way * 0.012 + (0, 0, seat - 0.02),
                way * 0.04 + (0, 0, seat - 0.016),
                way * 0.052 + (0, 0, 0.016),
                way * 0.066 + (0, 0, 0.006),
                way * 0.072 + (0, 0, 0.008),
            ],
            40,
        )
        b.add(sweep(path, np.interp(np.linspace(0, 1, 40), [0, 0.3, 0.8, 1], [0.0055, 0.0075, 0.005, 0.0035]), sides=16), "stand", "feet")
        b.add(ellipsoid(0.008, 0.008, 0.0065, at=tuple(way * 0.069 + (0, 0, 0.0065)), segments=20), "stand", "feet")
        b.add(
            sweep(
                smooth_path(
                    [
                        way * ring + (0, 0, seat + 0.002),
                        way * (ring + 0.009) + (0, 0, seat + 0.014),
                        way * (math.sqrt(max(R * R - (z - seat - 0.024) ** 2, 0)) + 0.002) + (0, 0, seat + 0.026),
                    ],
                    14,
                ),
                np.linspace(0.0036, 0.0016, 14),
                sides=10,
            ),
            "stand",
            "claws",
        )
    b.footprint = "round"


@prop("magic_wand")
def magic_wand(spec: Spec, b: Builder) -> None:
    """A wizard's wand, turned and carved of dark wood; a fairy's, white with a golden star and ribbons."""
    b.slot("body", "dark_wood", b.choose("#4a2c18", "#5f3a20", "#2e1c12"), finish=("satin",))
    L, made = 0.34, []
    if spec.is_a("star"):
        b.slot("body", "lacquer", b.choose("#f4f1ea", "#f2b8cc", "#c9b8ea"))
        b.slot("star", "gold", "#e8b93a", role="trim")
        b.slot("ribbons", "silk", b.choose("#e86a9a", "#8a6ad0", "#5aa8d8"), role="fixed")
        made.append(b.add(lathe([(0, 0), (0.004, 0.0), (0.0045, 0.004), (0.004, L - 0.06), (0, L - 0.06)], segments=28), "body"))
        points = [
            ((0.044 if k % 2 == 0 else 0.0185) * math.sin(math.pi * k / 5), (0.044 if k % 2 == 0 else 0.0185) * math.cos(math.pi * k / 5)) for k in range(10)
        ]
        star = extrude(points[::-1], 0.009, bevel=0.004, segments=4)
        made.append(b.add(move(rotate(star, 90), 0, 0.0045, L - 0.03), "star"))
        bows = Growth()
        for s, swing in ((-1, 0.3), (1, -0.2), (-0.4, 0.8)):
            t = np.linspace(0, 1, 40)
            path = np.column_stack([s * (0.012 + 0.035 * t) + 0.006 * np.sin(9 * t + swing), 0.002 - 0.01 * np.sin(7 * t + swing), L - 0.066 - 0.12 * t])
            across = np.column_stack([0.0035 * np.cos(6 * t), 0.0035 * np.sin(6 * t), 0 * t])
            bows.sheet(np.stack([path - across, path + across], axis=1), 1.0, 0.0005)
        made.append(b.add(bows.object("ribbons"), "ribbons"))
    else:
        b.slot("tip", "gold", "#d8b04a", role="trim")
        shaft = [
            (0, 0),
            (0.0062, 0.001),
            (0.0085, 0.006),
            (0.006, 0.012),
            (0.0072, 0.022),
            (0.0082, 0.05),
            (0.007, 0.078),
            (0.0088, 0.083),
            (0.0058, 0.088),
            (0.0074, 0.094),
            (0.0054, 0.1),
            (0.0048, 0.16),
            (0.0036, 0.25),
            (0.0022, L - 0.012),
        ]
        body = lathe([*map(tuple, smooth_path(shaft, 200)), (0, L - 0.011)], segments=40, smooth=60)

        def spiral(p):
            return 1 - 0.5 * np.exp(-((((np.arctan2(p[:, 1], p[:, 0]) / 6.2832 + p[:, 2] / 0.013) % 1 - 0.5) / 0.12) ** 2)) * (p[:, 2] < 0.08) * (
                p[:, 2] > 0.02
            )

        made.append(b.add(tint(body, spiral), "body"))
        a = np.linspace(0, 2 * math.pi * 5, 260)
        z = np.linspace(0.1, 0.2, 260)
        r = np.interp(z, [0.1, 0.16, 0.25], [0.0056, 0.005, 0.0038])
        made.append(b.add(sweep(np.column_stack([r * np.cos(a), r * np.sin(a), z]), np.linspace(0.0014, 0.0006, 260), sides=8), "body", "vine"))
        made.append(b.add(ellipsoid(0.0034, 0.0034, 0.0052, at=(0, 0, L - 0.009), segments=24), "tip"))
        made.append(b.add(torus(0.0086, 0.0014, at=(0, 0, 0.083), segments=32, sides=10), "tip", "ring"))
    turn = b.rng.uniform(28, 42)
    for o in made:
        rotate(rotate(o, 90, 0, 0), 0, 0, turn + 180)
    if not spec.has("upright"):
        grounded(*made)
    else:
        for o in made:
            rotate(rotate(o, 0, 0, -turn - 180), -90, 0, 0)
        grounded(*made)


@prop("potion")
def potion(spec: Spec, b: Builder) -> None:
    """A round flask of bright liquid, bubbles in it, a cork tied down with twine, a paper tag."""
    R = b.vary(0.042, 0.08)
    ink = b.choose("#3fae3a", "#7a2fc0", "#d0286a", "#1f8ad0", "#d8761c")
    b.slot("glass", "glass", "#eef5f0", role="trim", params={"wall": 0.004})
    b.slot("body", "liquid", ink, params={"of": "juice", "closed": True})
    b.slot("cork", "cork", "#b98a58", role="trim")
    b.slot("twine", "burlap", "#a8865a", role="fixed")
    b.slot("tag", "paper", "#e6d6ae", role="fixed")
    b.slot("bubbles", "glass", "#f4fff4", role="fixed")
    neck, top = 0.0125, 2 * R + 0.032
    angles = np.linspace(-1.25, 1.26, 40)
    globe = [(R * math.cos(t), R + R * math.sin(t)) for t in angles]
    outside = [
        (0, globe[0][1]),
        *globe,
        (neck + 0.001, 2 * R + 0.002),
        (neck, 2 * R + 0.01),
        (neck, top - 0.006),
        (neck + 0.0045, top - 0.003),
        (neck + 0.0045, top),
        (neck - 0.001, top + 0.0005),
    ]
    inside = (
        [(neck - 0.0018, top - 0.004), (neck - 0.0018, 2 * R + 0.008)]
        + [((R - 0.002) * math.cos(t), R + (R - 0.002) * math.sin(t)) for t in angles[::-1]]
        + [(0, globe[0][1] + 0.002)]
    )
    b.add(lathe([*outside, *inside], segments=96, smooth=60), "glass")
    level = R + 0.42 * R
    wet = [((R - 0.0017) * math.cos(t), R + (R - 0.0017) * math.sin(t)) for t in angles if R + R * math.sin(t) < level]
    edge = math.sqrt((R - 0.0017) ** 2 - (level - R) ** 2)
    b.add(lathe([(0, globe[0][1] + 0.0018), *wet, (edge, level + 0.0006), (edge - 0.001, level), (0, level)], segments=88, smooth=60), "body")
    rng = np.random.default_rng(spec.seed)
    q, far, z = rng.uniform(0, 6.3, 40), rng.uniform(0.2, 0.97, 40), rng.uniform(0.5 * R, level, 40)
    wide = np.sqrt(np.maximum((R - 0.003) ** 2 - (z - R) ** 2, 0))
    foam = Growth().copies(
        bead(7, 8), np.column_stack([wide * far * np.cos(q), wide * far * np.sin(q), z]), np.repeat(np.eye(3)[None], 40, 0), rng.uniform(0.0008, 0.0024, 40)
    )
    b.add(foam.object("bubbles"), "bubbles")
    b.add(lathe(rounded_profile([(0, top - 0.014), (neck - 0.0022, top - 0.014), (neck + 0.0005, top + 0.012), (0, top + 0.013)], 0.002), segments=48), "cork")
    for k in range(4):
        b.add(torus(neck + 0.0011, 0.0012, at=(0, 0, 2 * R + 0.012 + 0.0022 * k), segments=48, sides=8), "twine")
    string = smooth_path([(neck, -0.004, 2 * R + 0.014), (0.42 * R, -0.5 * R, 1.94 * R), (0.52 * R, -0.93 * R, 1.62 * R)], 20)
    b.add(sweep(string, 0.0009, sides=8), "twine")
    t, s = np.linspace(0, 1, 14)[:, None], np.linspace(-1, 1, 8)[None, :]
    wide_ = 0.0115 * np.clip(t * 5 + 0.35, 0, 1)
    tag = np.stack([0.52 * R + wide_ * s * 0.92, -0.94 * R - 0.004 * t + wide_ * s * 0.36 + 0.002 * np.sin(4 * t), 1.63 * R - 0.036 * t + 0 * s], axis=-1)
    b.add(
        tint(
            sheet(tag, 0.0006),
            lambda p: toward("#e6d6ae", "#8a6a3a", np.clip(0.15 + 0.8 * (np.abs(np.sin(p[:, 2] * 1100)) > 0.9) * (np.abs(p[:, 0] - 0.52 * R) < 0.008), 0, 1)),
        ),
        "tag",
    )
    b.footprint = "round"


@prop("cauldron")
def cauldron(spec: Spec, b: Builder) -> None:
    """A pot-bellied iron kettle on three feet, a heavy lip, two ears and a bail."""
    b.slot("body", "cast_iron", "#242426")
    R, z = 0.165, 0.07
    belly = smooth_path(
        [(0.0, z), (0.07, z + 0.006), (0.14, z + 0.06), (R, z + 0.125), (0.152, z + 0.195), (0.128, z + 0.235), (0.13, z + 0.25), (0.146, z + 0.262)], 70
    )
    inner = [(max(r - 0.008, 0), h + 0.006 * (h < z + 0.05)) for r, h in belly[::-1] if h < z + 0.25]
    b.add(lathe([*map(tuple, belly), (0.149, z + 0.266), (0.146, z + 0.271), (0.136, z + 0.27), *inner], segments=110, smooth=60), "body")
    for h in (0.16, 0.215):
        r = float(np.interp(z + h, belly[:, 1], belly[:, 0]))
        b.add(torus(r + 0.001, 0.0035, at=(0, 0, z + h), segments=110, sides=10), "body", "bands")
    for k in range(3):
        a = 2 * math.pi * k / 3 + math.pi / 6
        way = np.array((math.cos(a), math.sin(a), 0.0))
        path = smooth_path([way * 0.1 + (0, 0, z + 0.035), way * 0.118 + (0, 0, z - 0.01), way * 0.13 + (0, 0, 0.012), way * 0.14 + (0, 0, 0.004)], 24)
        b.add(sweep(path, np.interp(np.linspace(0, 1, 24), [0, 0.5, 0.85, 1], [0.02, 0.0135, 0.0125, 0.015]), sides=18), "body", "feet")
    for s in (-1, 1):
        b.add(
            sweep(
                smooth_path([(s * 0.132, 0, z + 0.232), (s * 0.165, 0, z + 0.236), (s * 0.172, 0, z + 0.26), (s * 0.144, 0, z + 0.264)], 24), 0.007, sides=14
            ),
            "body",
            "ears",
        )
    t = np.linspace(0.06, math.pi - 0.06, 50)
    bail = np.column_stack([0.166 * np.cos(t), -0.105 * np.sin(t), z + 0.252 + 0.03 * np.sin(t)])
    b.add(sweep(bail, 0.0055, sides=12), "body", "bail")
    inside = [(float(r), float(h)) for r, h in inner[::-1]]
    b.interior = Interior(0.12, z + 0.012, z + 0.26)
    fill(spec, b, inside, level=0.82)
    b.footprint = "round"
