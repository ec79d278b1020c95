# SPDX-License-Identifier: GPL-3.0-or-later
"""Hats for feasts: a witch's or wizard's, Father Christmas's, a party hat."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, join, loft, move, rotate, smooth_path, sphere, sweep
from diorama_stage.kit.parts import pile, slab
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

TURN = np.linspace(0, 2 * np.pi, 96, endpoint=False)


def _cone(path: np.ndarray, radii: np.ndarray, *, ratio: float = 0.86):
    """A soft cone (rows, 96, 3) whose level rings follow a path upwards."""
    return np.stack(
        [
            path[:, None, 0] + radii[:, None] * ratio * np.cos(TURN),
            path[:, None, 1] + radii[:, None] * np.sin(TURN),
            np.broadcast_to(path[:, 2:], (len(path), 96)),
        ],
        axis=-1,
    )


@prop("witch_hat")
def witch_hat(spec: Spec, b: Builder) -> None:
    """A tall crooked point with creases over a broad brim: black with a buckled band, or a wizard's, blue with stars."""
    wizard = spec.is_a("wizard")
    b.slot("body", "felt", "#263a7a" if wizard else "#1d1b22")
    b.slot("band", "satin", "#c9a23f" if wizard else b.choose("#5a2a7a", "#c2601f", "#3f6b2f"), role="trim")
    b.slot("buckle", "brass", "#d9b24a", role="fixed")
    rng = np.random.default_rng(spec.seed)
    lean, fold = rng.choice([-1, 1]), rng.uniform(0.05, 0.09)
    path = smooth_path(
        [(0, 0, 0), (0, 0, 0.1), (0.004 * lean, 0, 0.2), (0.03 * lean, 0.01, 0.29), (fold * lean, 0.015, 0.35), ((fold + 0.05) * lean, 0.01, 0.375)], 60
    )
    u = np.linspace(0, 1, 60)
    radii = 0.098 * (1 - u) ** 0.85 * (1 + 0.06 * np.sin(u * 21) * (u > 0.25)) + 0.004
    crown = _cone(path, radii)
    brim = [
        np.column_stack(
            [(0.098 * 0.86 + w) * np.cos(TURN), (0.098 + w) * np.sin(TURN), -0.004 + w * (0.12 * np.sin(2 * TURN + lean) + 0.07 * np.sin(3 * TURN)) - 0.1 * w]
        )
        for w in np.linspace(0.12, 0.0, 16)
    ]
    b.add(displace(sheet(np.concatenate([np.array(brim), crown]), 0.003, closed=True), 0.004, 0.05, seed=spec.seed), "body")
    rows = [
        np.column_stack([(r + 0.002) * 0.86 * np.cos(TURN), (r + 0.002) * np.sin(TURN), np.full(96, z)])
        for z, r in ((0.004, 0.0975), (0.02, 0.0955), (0.036, 0.0925))
    ]
    b.add(sheet(np.array(rows), 0.0025, closed=True), "band")
    if wizard:
        stars = []
        for k in range(16):
            i, a = 6 + 3 * k, k * 2.4
            at = crown[min(i, 52), int(a / (2 * np.pi) * 96) % 96]
            star = slab(
                [
                    ((0.013 if j % 2 == 0 else 0.0055) * math.sin(j * math.pi / 5), (0.013 if j % 2 == 0 else 0.0055) * math.cos(j * math.pi / 5))
                    for j in range(10)
                ],
                0.004,
                bevel=0.0006,
            )
            stars.append(move(rotate(star, -16, 0, math.degrees(a) + 90), *at))
        b.add(join(stars), "buckle", "stars")
    else:
        frame = [box(0.044, 0.005, 0.006, bevel=0.001, at=(0, 0, z)) for z in (0, 0.03)] + [
            box(0.006, 0.005, 0.036, bevel=0.001, at=(x, 0, 0)) for x in (-0.019, 0, 0.019)
        ]
        b.add(move(rotate(join(frame), -5), 0, -0.1, 0.002), "buckle")
    b.footprint = "round"


@prop("santa_hat")
def santa_hat(spec: Spec, b: Builder) -> None:
    """Red plush that falls over to one side, a white fur rim, a bobble."""
    b.slot("body", "plush", "#b3161f")
    b.slot("fur", "plush", "#f4f2ee", role="trim")
    side = b.choose(-1, 1)
    path = smooth_path(
        [
            (0, 0, 0.02),
            (0, 0, 0.1),
            (side * 0.02, 0, 0.17),
            (side * 0.07, -0.01, 0.2),
            (side * 0.125, -0.02, 0.17),
            (side * 0.15, -0.03, 0.1),
            (side * 0.152, -0.035, 0.055),
        ],
        60,
    )
    u = np.linspace(0, 1, 60)
    body = displace(sweep(path, 0.092 * (1 - u) ** 0.7 + 0.012, sides=64, flat=1.1), 0.012, 0.06, seed=spec.seed)
    b.add(body, "body")
    rim = sweep(np.column_stack([0.092 * np.cos(TURN[[*range(96), 0, 1]]), 0.101 * np.sin(TURN[[*range(96), 0, 1]]), np.full(98, 0.03)]), 0.03, sides=24)
    ball = sphere(0.036, at=(*path[-1][:2], 0.038), segments=36)
    hair = [pile(o, 9000, 0.012, 0.0007, seed=spec.seed + k) for k, o in enumerate((rim, ball))]
    b.add(join([rim, *hair[:1]]), "fur", "rim")
    b.add(join([ball, *hair[1:]]), "fur", "bobble")
    b.footprint = "round"


@prop("party_hat")
def party_hat(spec: Spec, b: Builder) -> None:
    """A cone of printed card with a tuft of paper at its point and an elastic."""
    b.slot("body", "paper", b.choose("#e0467c", "#2f8fc4", "#f0b429", "#5aa84a"), pattern=b.choose("dots", "stripes", "stars"))
    b.slot("tuft", "foil", b.choose("#e8c33a", "#c9ccd1", "#d23b6a"), role="trim")
    b.slot("elastic", "fabric", "#f4f2ee", role="fixed")
    rows = [np.column_stack([r * np.cos(TURN), r * np.sin(TURN), np.full(96, z)]) for r, z in ((0.062, 0), (0.0605, 0.004), (0.03, 0.09), (0.004, 0.165))]
    b.add(loft(rows, closed_ends=False, smooth=60), "body")
    rng = np.random.default_rng(spec.seed)
    strips = []
    for _ in range(46):
        way = rng.normal(0, 1, 3) + (0, 0, 0.6)
        way *= rng.uniform(0.016, 0.03) / np.linalg.norm(way)
        strips.append(
            sweep([(0, 0, 0.165), (way[0] * 0.5, way[1] * 0.5, 0.168 + way[2] * 0.6), (way[0], way[1], 0.165 + way[2] * 0.8)], 0.0013, sides=4, flat=0.2)
        )
    b.add(join(strips), "tuft")
    loop = smooth_path(
        [(-0.061, 0, 0.002), (-0.085, -0.02, 0.001), (-0.07, -0.075, 0.001), (0.02, -0.095, 0.001), (0.075, -0.05, 0.001), (0.061, 0, 0.002)], 50
    )
    b.add(sweep(loop, 0.0007, sides=6), "elastic")
    b.footprint = "round"
