# SPDX-License-Identifier: GPL-3.0-or-later
"""A rubber duck."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    ellipsoid,
    join,
    move,
    remesh,
    rotate,
    smooth_path,
    sweep,
)
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.props.registry import prop


@prop("rubber_duck")
def rubber_duck(spec: Spec, b: Builder) -> None:
    """The yellow one for the bath: a round head, wings pressed into the body, a turned-up tail, an orange bill, painted eyes."""
    b.slot("body", "rubber", "#f0bf1c", finish=("glossy",))
    b.slot("bill", "rubber", "#e2661c", role="fixed", finish=("glossy",))
    b.slot("eyes", "lacquer", "#141414", role="fixed")
    b.slot("white", "lacquer", "#f4f2ec", role="fixed")
    body = ellipsoid(0.043, 0.033, 0.027, at=(0, 0, 0.027), segments=40)
    chest = ellipsoid(0.026, 0.029, 0.026, at=(-0.018, 0, 0.03), segments=32)
    neck = ellipsoid(0.018, 0.019, 0.022, at=(-0.02, 0, 0.05), segments=32)
    head = ellipsoid(0.0235, 0.0225, 0.0225, at=(-0.022, 0, 0.07), segments=40)
    tail = sweep(smooth_path([(0.022, 0, 0.028), (0.038, 0, 0.036), (0.048, 0, 0.047), (0.053, 0, 0.057)], 20), np.linspace(0.021, 0.003, 20), sides=24)
    wings = [rotate(ellipsoid(0.024, 0.0075, 0.0145, segments=32), 0, -16, s * 7) for s in (-1, 1)]
    for s, w in zip((-1, 1), wings, strict=True):
        move(w, 0.008, s * 0.0305, 0.0325)
    duck = remesh(join([body, chest, neck, head, tail, *wings]), 0.0013, smooth=9)
    p = vertices(duck).astype(float)
    p[:, 2] = np.where(p[:, 2] < 0.003, 0.003 + 0.25 * (p[:, 2] - 0.003), p[:, 2])
    set_points(duck.data, p)
    upper = move(rotate(ellipsoid(0.0125, 0.0105, 0.0036, segments=32), 0, 14, 0), -0.047, 0, 0.0675)
    lower = move(rotate(ellipsoid(0.0095, 0.0088, 0.0028, segments=32), 0, -8, 0), -0.0445, 0, 0.0625)
    bill = remesh(join([upper, lower, ellipsoid(0.005, 0.0095, 0.0052, at=(-0.041, 0, 0.0652), segments=24)]), 0.0007, smooth=4)
    made = [b.add(duck, "body"), b.add(bill, "bill")]
    for s in (-1, 1):
        out = np.array((-0.72, s * 0.56, 0.36)) / np.linalg.norm((0.72, 0.56, 0.36))
        at = np.array((-0.022, 0, 0.07)) + out * 0.0218
        made.append(b.add(move(ellipsoid(0.0034, 0.0034, 0.0034, segments=20), *at), "white", "eyes"))
        made.append(b.add(move(ellipsoid(0.0024, 0.0024, 0.0024, segments=20), *(at + out * 0.00145)), "eyes"))
    turn = b.rng.uniform(20, 44)
    for o in made:
        rotate(o, 0, 0, turn)
