# SPDX-License-Identifier: GPL-3.0-or-later
"""Reeds at the water's edge."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, bezier
from diorama_stage.kit.growth import Growth, unit
from diorama_stage.props.nature.grass import ear
from diorama_stage.props.registry import prop


@prop("reeds")
def reeds(spec: Spec, b: Builder) -> None:
    """A clump as tall as a man: long sword leaves that bend at their tips, straight stalks with brown cylinders (bulrushes, cattails) or
    soft drooping plumes (reeds)."""
    plumes = not spec.is_a("cattail")
    b.slot("leaves", "leaf", b.choose("#8a8f4a", "#9a9450") if plumes else b.choose("#5f7f3a", "#6d8a44"), params={"thin": 0.25})
    b.slot("heads", "straw" if plumes else "felt", "#a58a66" if plumes else "#5a3720", role="fixed")
    rng, green, heads = np.random.default_rng(spec.seed), Growth(), Growth()
    for _ in range(130):
        a, d = rng.uniform(0, 2 * math.pi), 0.42 * math.sqrt(rng.random())
        turn = rng.uniform(0, 2 * math.pi)
        out = np.array((math.cos(turn), math.sin(turn), 0.0))
        foot = np.array((d * math.cos(a) * 1.3, d * math.sin(a) * 0.8, 0.0))
        high, bend = rng.uniform(0.7, 1.55), rng.uniform(0.08, 0.5)
        path = bezier(
            foot, foot + (0, 0, high * 0.5), foot + (0, 0, high * 0.9) + out * bend * 0.4, foot + (0, 0, high * rng.uniform(0.75, 1.0)) + out * bend, 14
        )
        half = rng.uniform(0.006, 0.011) * np.linspace(1, 0.02, 14) ** 0.6
        side = np.cross(out, (0, 0, 1.0)) * half[:, None]
        green.sheet(
            np.stack([path - side, path - out * half[:, None] * 0.5, path + side], axis=1),
            (np.linspace(0.6, 1.15, 14) * rng.uniform(0.75, 1.25))[:, None] * np.ones((1, 3)),
        )
    for _ in range(26):
        a, d = rng.uniform(0, 2 * math.pi), 0.38 * math.sqrt(rng.random())
        foot = np.array((d * math.cos(a) * 1.3, d * math.sin(a) * 0.8, 0.0))
        top = foot + (rng.normal(0, 0.07), rng.normal(0, 0.07), rng.uniform(1.25, 1.85))
        path = bezier(foot, foot + (0, 0, 0.6), top - (0, 0, 0.4), top, 24)
        green.tube(path, np.linspace(0.006, 0.0032, 24), 6, 1.1)
        if plumes:
            ear(heads, path, rng, wheat=False, plume=True, lavender=False)
            continue
        way = unit(path[-1] - path[-4])
        t = np.linspace(0, 1, 16)
        fat = path[-1] - way * 0.06 + way * (0.17 * t)[:, None]
        heads.tube(fat, 0.0155 * np.interp(t, [0, 0.06, 0.94, 1], [0.3, 1, 1, 0.3]), 12, rng.uniform(0.8, 1.25))
        green.tube(np.stack([fat[-1], fat[-1] + way * 0.05, fat[-1] + way * 0.11]), np.array([0.0032, 0.0022, 0.0006]), 6, 1.0)
    b.add(green.object("leaves"), "leaves")
    b.add(heads.object("heads"), "heads")
    b.footprint = "round"
