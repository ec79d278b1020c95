# SPDX-License-Identifier: GPL-3.0-or-later
"""Grasses, ears of grain and plumes."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, bezier
from diorama_stage.kit.growth import Growth, frames, leaf, unit, upon
from diorama_stage.props.registry import prop


@prop("grass_tuft")
def grass_tuft(spec: Spec, b: Builder) -> None:
    wheat, plume = spec.is_a("wheat"), spec.is_a("pampas")
    lavender = spec.is_a("lavender")
    colour = "#d0ab5a" if wheat else "#c9b58c" if plume else "#6f8a58" if lavender else b.choose("#5d8f35", "#55852f", "#6a943b")
    b.slot("blades", "leaf", colour, params={"thin": 0.3})
    b.slot("ears", "straw", "#d9b566" if wheat else "#e3d4b8" if plume else "#8466b5" if lavender else "#b3a667", role="fixed", params={"thin": 0.2})
    rng = np.random.default_rng(spec.seed)
    green, ears = Growth(), Growth()
    tall = b.vary(0.55 if wheat or plume else 0.4 if lavender else 0.34)
    special = wheat or plume or lavender
    for k in range(60 if special else 230):
        a, d = rng.uniform(0, 2 * math.pi), 0.05 * math.sqrt(rng.random())
        turn = a + rng.normal(0, 0.7)
        out = np.array((math.cos(turn), math.sin(turn), 0.0))
        high = tall * rng.uniform(0.4, 1.0) * (0.6 if special else 1.0)
        bend = high * rng.uniform(0.15, 0.75) * (0.5 + 10 * d)
        foot = np.array((d * math.cos(a), d * math.sin(a), 0.0))
        path = bezier(foot, foot + (0, 0, high * 0.55) + out * bend * 0.1, foot + (0, 0, high) + out * bend * 0.4, foot + (0, 0, high * rng.uniform(0.7, 1.0)) + out * bend, 9)
        half = rng.uniform(0.0016, 0.0032) * np.linspace(1, 0.02, 9) ** 0.7
        side = np.cross(out, (0, 0, 1.0)) * half[:, None]
        mid = path + out * half[:, None] * 0.5 * (-1)
        green.sheet(np.stack([path - side, mid, path + side], axis=1), (np.linspace(0.5, 1.15, 9) * rng.uniform(0.75, 1.2))[:, None] * np.ones((1, 3)))
    for k in range(16 if special else 7):
        a, d = k * 2.39996, 0.045 * math.sqrt((k + 0.5) / 16)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        high = tall * rng.uniform(0.85, 1.2)
        path = bezier(out * d, out * d + (0, 0, high * 0.5), out * (d + 0.05) + (0, 0, high * 0.85), out * (d + 0.1) + (0, 0, high), 20)
        green.tube(path, np.linspace(0.0014, 0.0008, 20), 5, 1.2)
        ear(ears, path, rng, wheat, plume, lavender)
    b.add(green.object("blades"), "blades")
    b.add(ears.object("ears"), "ears")
    b.footprint = "round"


def ear(ears: Growth, path: np.ndarray, rng, wheat: bool, plume: bool, lavender: bool) -> None:
    """What stands at the end of a stalk: grains with beards (wheat), a feathery plume, whorls of small flowers (lavender), or the seeds of plain grass."""
    along = unit(path[-1] - path[-3])
    length = 0.085 if wheat else 0.17 if plume else 0.075
    grain = leaf(0.42, fold=0.5, curl=-0.1, rows=4, base=0.7)
    hair = leaf(0.05, rows=2, curl=0.25)
    count = 26 if wheat else 260 if plume else 70 if lavender else 22
    t = np.sort(rng.random(count)) if plume else np.linspace(0, 1, count)
    at = path[-1] - along * 0.012 + along * (t * length)[:, None]
    turn = np.arange(count) * (math.pi * 0.52 if wheat else 2.4) + rng.normal(0, 0.2, count)
    axes = upon(along)
    out = np.cos(turn)[:, None] * axes[:, 0] + np.sin(turn)[:, None] * axes[:, 1]
    if plume:
        ears.copies(hair, at, frames(out * 0.6 + along * 0.9 - (0, 0, 0.25), out), 0.055 * (0.35 + np.sin(math.pi * np.clip(t, 0.05, 1) ** 0.7)), rng.uniform(0.75, 1.15, count))
    else:
        size = 0.014 if wheat else 0.011 if lavender else 0.008
        ears.copies(grain, at + out * 0.0015, frames(out * (0.45 if not lavender else 0.9) + along, out), size * rng.uniform(0.85, 1.15, count), rng.uniform(0.75, 1.2, count))
        if wheat:
            ears.copies(leaf(0.014, rows=2, curl=-0.05), at, frames(out * 0.28 + along, out), 0.09, 1.1)
