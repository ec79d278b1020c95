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


WHORLS, EACH = 9, 8
"""Rings of flowers along a spike of lavender, and flowers in one."""


def lavender_spike(ears: Growth, path: np.ndarray, rng) -> None:
    """Rings of ribbed calyces about the stalk, fewer towards the tip, one ring apart below them; of some the flower is open."""
    along = unit(path[-1] - path[-3])
    axes, lobe = upon(along), leaf(0.8, fold=0.1, curl=0.3, rows=8, columns=5, base=0.6, point=0.25)
    heights = [-0.026, *np.linspace(0.0, 0.042, WHORLS)]
    for w, high in enumerate(heights):
        share = 0.75 if not w else 1.0 - 0.5 * (w / WHORLS) ** 2
        for k in range(max(round(EACH * share), 3)):
            a = 2 * math.pi * (k + 0.5 * (w % 2)) / max(round(EACH * share), 3) + rng.normal(0, 0.12)
            out = math.cos(a) * axes[:, 0] + math.sin(a) * axes[:, 1]
            way = unit(out * rng.uniform(0.7, 1.0) + along * rng.uniform(0.75, 1.05))
            foot = path[-1] + along * (high - 0.03 + rng.normal(0, 0.0012)) + out * 0.0009
            long = 0.0072 * share * rng.uniform(0.85, 1.15)
            bell = foot + way * (np.linspace(0, 1, 6) * long)[:, None]
            dusk = np.linspace(0.95, 1.35, 6)[:, None] * np.array([0.86, 0.9, 0.92]) * rng.uniform(0.8, 1.2)
            ears.tube(bell, np.array([0.5, 1.05, 1.3, 1.35, 1.2, 0.5]) * 0.00105 * share, 8, dusk)
            if rng.random() < 0.42:
                upright = upon(way)
                turn = np.arange(5) * 2 * math.pi / 5 + rng.uniform(0, 6)
                ways = np.cos(turn)[:, None] * upright[:, 0] + np.sin(turn)[:, None] * upright[:, 1] + 0.55 * way
                ears.copies(lobe, np.repeat(bell[-1:], 5, axis=0), frames(ways, np.repeat(way[None], 5, axis=0)), 0.0036 * rng.uniform(0.8, 1.15, 5), rng.uniform(1.2, 1.6, 5))


def ear(ears: Growth, path: np.ndarray, rng, wheat: bool, plume: bool, lavender: bool) -> None:
    """What stands at the end of a stalk: grains with beards (wheat), a feathery plume, whorls of small flowers (lavender), or the seeds of plain grass."""
    if lavender:
        return lavender_spike(ears, path, rng)
    along = unit(path[-1] - path[-3])
    length = 0.085 if wheat else 0.17 if plume else 0.075
    grain = leaf(0.42, fold=0.5, curl=-0.1, rows=4, base=0.7)
    hair = leaf(0.05, rows=2, curl=0.25)
    count = 26 if wheat else 260 if plume else 22
    t = np.sort(rng.random(count)) if plume else np.linspace(0, 1, count)
    at = path[-1] - along * 0.012 + along * (t * length)[:, None]
    turn = np.arange(count) * (math.pi * 0.52 if wheat else 2.4) + rng.normal(0, 0.2, count)
    axes = upon(along)
    out = np.cos(turn)[:, None] * axes[:, 0] + np.sin(turn)[:, None] * axes[:, 1]
    if plume:
        ears.copies(hair, at, frames(out * 0.6 + along * 0.9 - (0, 0, 0.25), out), 0.055 * (0.35 + np.sin(math.pi * np.clip(t, 0.05, 1) ** 0.7)), rng.uniform(0.75, 1.15, count))
    else:
        size = 0.014 if wheat else 0.008
        ears.copies(grain, at + out * 0.0015, frames(out * 0.45 + along, out), size * rng.uniform(0.85, 1.15, count), rng.uniform(0.75, 1.2, count))
        if wheat:
            ears.copies(leaf(0.014, rows=2, curl=-0.05), at, frames(out * 0.28 + along, out), 0.09, 1.1)
