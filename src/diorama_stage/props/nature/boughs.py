# SPDX-License-Identifier: GPL-3.0-or-later
"""A branch that birds perch on."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec
from diorama_stage.kit.growth import Growth, unit
from diorama_stage.kit.sculpt import curve
from diorama_stage.props.registry import prop

RISE = 0.3
"""Metres that its level part is above the ground."""


def crooked(points, rng: np.random.Generator, count: int, bend: float) -> np.ndarray:
    """A path (count, 3) through the points, with the small turns of wood."""
    fine = curve(np.c_[np.asarray(points, float), np.ones(len(points))], 12)[:, :3]
    t = np.linspace(0, 1, count)
    path = np.stack([np.interp(t, np.linspace(0, 1, len(fine)), fine[:, axis]) for axis in range(3)], axis=1)
    for axis in range(3):
        path[:, axis] += bend * sum(np.sin(t * k + rng.uniform(0, 6)) / k for k in (5.0, 11.0, 23.0)) * np.sin(np.pi * t)
    return path


@prop("branch")
def branch(spec: Spec, b: Builder) -> None:
    """A bough that comes out of the ground, lies level for a hand's breadth or two and runs out in twigs; bark in plates, buds at the ends."""
    rng = np.random.default_rng(spec.seed)
    b.slot("bark", "bark", b.choose("#5d4b3c", "#67564a", "#4f4136"), params={"along": 0.0, "slim": 3.5})
    thick = b.vary(0.0105)
    spine = crooked(
        [(-0.34, 0.05, -0.02), (-0.3, 0.03, 0.12), (-0.2, 0.01, 0.25), (-0.08, 0, RISE), (0.08, 0, RISE), (0.22, 0.0, RISE + 0.03), (0.36, 0.03, RISE + 0.1)],
        rng,
        90,
        0.0,
    )
    spine[:, 1:] += np.column_stack([0.006 * np.sin(spine[:, 0] * 31), 0.004 * np.sin(spine[:, 0] * 43 + 1)]) * (abs(spine[:, :1]) > 0.1)
    radius = np.interp(np.linspace(0, 1, 90), [0, 0.2, 0.6, 1], [1.9, 1.35, 1.0, 0.35]) * thick * (1 + 0.07 * np.sin(np.arange(90) * 0.9))
    shade = (0.8 + 0.35 * rng.random(90))[:, None] * np.ones(3)
    made = Growth().tube(spine, radius, 14, shade)
    for _ in range(11):
        i = int(rng.integers(14, 86))
        along = unit(spine[min(i + 2, 89)] - spine[i - 2])
        near = abs(spine[i, 0]) < 0.12
        way = unit(
            along * rng.uniform(0.5, 1.0)
            + np.array([0, rng.choice([-1, 1]) * rng.uniform(0.3, 0.9), rng.uniform(-0.9, -0.3) if near else rng.uniform(-0.4, 0.9)])
        )
        long = rng.uniform(0.07, 0.2)
        ends = [spine[i], spine[i] + way * long * 0.5, spine[i] + way * long + np.array([0, 0, 0.15 * long])]
        twig = crooked(ends, rng, 24, 0.08 * long)
        made.tube(twig, np.linspace(0.42, 0.12, 24) * radius[i] + 0.0006, 8, shade[:24])
        made.tube(np.stack([twig[-1], twig[-1] + way * 0.004, twig[-1] + way * 0.009]), np.array([0.0012, 0.0021, 0.0003]), 8, 0.75)
    b.add(made.object("branch"), "bark")
    b.support("top", -0.07, 0.09, -0.004, 0.004, RISE + thick * 0.97)
