# SPDX-License-Identifier: GPL-3.0-or-later
"""Peaches and plums."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, move, rotate, smooth_path, sweep
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import blade, grounded
from diorama_stage.props.food.produce import stone_fruit
from diorama_stage.props.registry import prop


@prop("peach")
def peach(spec: Spec, b: Builder) -> None:
    R, base = b.vary(0.036, 0.06), "#e8a552"
    b.slot("body", "felt", base, finish=("satin",))
    b.slot("stem", "bark", "#54402a", role="fixed")
    b.slot("leaf", "leaf", "#4f7f33", role="fixed")
    side = b.rng.uniform(0, 6)

    def blush(p):
        a = np.arctan2(p[:, 1], p[:, 0])
        mottle = 0.16 * np.sin(p[:, 0] * 210 + 3 * np.sin(p[:, 2] * 160)) * np.sin(p[:, 1] * 190 + p[:, 2] * 90)
        return toward(base, "#c23a2a", 0.55 + 0.55 * np.cos(a - side) + 0.3 * p[:, 2] / R + mottle)

    made = [b.add(tint(stone_fruit(R, 0.94, 0.075, spec.seed), blush), "body")]
    made.append(
        b.add(sweep(smooth_path([(0, 0, R * 0.68), (0, 0, R * 0.86), (0.002, 0, R * 0.98)], 8), np.linspace(0.0021, 0.0026, 8), sides=10), "stem")
    )
    made.append(b.add(move(rotate(blade(R * 1.25, R * 0.46, 0.4, rise=0.35, steps=12), 0, 0, b.rng.uniform(-60, 20)), 0, 0, R * 0.84), "leaf"))
    for o in made:
        rotate(o, 14, 0, 34)
    grounded(*made)
    b.footprint = "round"


@prop("plum")
def plum(spec: Spec, b: Builder) -> None:
    R, base = b.vary(0.026, 0.06), b.choose("#4a2148", "#5b2038")
    b.slot("body", "apple_skin", base)
    b.slot("stem", "bark", "#6b5a34", role="fixed")
    bloom = lambda p: toward(base, "#8b86a8", 0.06 + 0.12 * np.sin(p[:, 0] * 170 + 2) * np.sin(p[:, 1] * 150) + 0.2 * p[:, 2] / R)  # noqa: E731
    made = [b.add(tint(stone_fruit(R, 1.16, 0.055, spec.seed), bloom), "body")]
    made.append(
        b.add(sweep(smooth_path([(0, 0, R * 0.9), (0.001, 0, R * 1.2), (0.005, 0, R * 1.6)], 10), np.linspace(0.0011, 0.0014, 10), sides=8), "stem")
    )
    for o in made:
        rotate(o, 24, 0, 40 + b.rng.uniform(-20, 20))
    grounded(*made)
    b.footprint = "round"
