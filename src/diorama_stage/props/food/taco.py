# SPDX-License-Identifier: GPL-3.0-or-later
"""Tacos and grilled sausages."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, join, move, rotate
from diorama_stage.kit.growth import Growth, frames, leaf
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import sheet
from diorama_stage.props.food.bakery import browned
from diorama_stage.props.food.hotdog import capsule
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import bead, copies, turns


@prop("taco")
def taco(spec: Spec, b: Builder) -> None:
    """A tortilla folded to a pocket and full: browned meat, shredded lettuce, tomato, strings of cheese. It leans on one side."""
    b.slot("shell", "fried", "#dca95a")
    b.slot("meat", "seared", "#6a3a20", role="fixed")
    b.slot("lettuce", "leaf", "#76a63c", role="fixed", params={"thin": 0.3})
    b.slot("tomato", "tomato_skin", "#c32a1c", role="fixed")
    b.slot("cheese", "cheese", "#eba632", role="fixed")
    R, bend, n, m = b.vary(0.074, 0.04), 0.0125, 84, 61
    lean = math.radians(13)
    x, v = np.sin(np.linspace(-math.pi / 2 + 0.05, math.pi / 2 - 0.05, n))[:, None] * R, np.linspace(-1, 1, m)[None, :]
    s = np.sqrt(np.maximum(R * R - x * x, 0)) * v * (1 + 0.02 * np.sin(9 * x / R + 3 * v))
    arc = bend * (math.pi / 2 - lean)
    q = np.clip(np.abs(s) / bend, 0, math.pi / 2 - lean)
    over = np.maximum(np.abs(s) - arc, 0)
    y = np.sign(s) * (bend * np.sin(q) + over * math.sin(lean))
    z = bend * (1 - np.cos(q)) + over * math.cos(lean)
    grid = np.stack([x + 0 * v, y, z], axis=-1)
    shell = displace(displace(sheet(grid, 0.0019, smooth=180), 0.0022, 0.035, seed=spec.seed), 0.0005, 0.006, seed=1)
    made = [b.add(browned(shell, "#dca95a", -0.02, R * 1.1, dark="#9a5a20", pale="#f0d596", seed=spec.seed), "shell")]
    rng = np.random.default_rng(spec.seed)

    def heap(count: int, low: float, high: float, inset: float = 0.86) -> np.ndarray:
        """Places in the pocket, from `low` to `high` times the shell's height there."""
        at = rng.uniform(-1, 1, count) * R * inset
        tall = np.sqrt(R * R - at * at)
        up = tall * rng.uniform(low, high, count)
        gap = bend + np.maximum(up - bend, 0) * math.tan(lean) - 0.003
        return np.column_stack([at, rng.uniform(-1, 1, count) * gap, up])

    def bits(count: int, size, low: float, high: float):
        return copies(*bead(), heap(count, low, high), turns(b.rng, count), np.array(size) * rng.uniform(0.7, 1.3, (count, 1)))

    meat = displace(bits(220, (0.0058, 0.0046, 0.004), 0.15, 0.93), 0.0022, 0.004, seed=2)
    made.append(b.add(tint(meat, lambda p: 1 + 0.35 * field(p, 0.008, seed=3)), "meat"))
    green, shred = Growth(), leaf(0.16, fold=0.3, curl=0.6, rows=8, wave=0.15, base=0.4)
    at = heap(70, 0.82, 1.04)
    way = np.column_stack([rng.normal(0, 1, 70), rng.normal(0, 0.5, 70), rng.uniform(-0.2, 0.8, 70)])
    green.copies(shred, at, frames(way, rng.normal(0, 1, (70, 3))), rng.uniform(0.016, 0.032, 70), rng.uniform(0.7, 1.5, 70))
    made.append(b.add(green.object("lettuce"), "lettuce"))
    cube = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
    sides = np.array([(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)])
    made.append(b.add(copies(cube, sides, heap(26, 0.88, 1.08), turns(b.rng, 26), np.array((0.0042, 0.0038, 0.0034)) * rng.uniform(0.8, 1.2, (26, 1))), "tomato"))
    made.append(b.add(copies(*bead(), heap(90, 0.92, 1.1), turns(b.rng, 90), np.array((0.011, 0.0011, 0.0011)) * rng.uniform(0.6, 1.2, (90, 1))), "cheese"))
    turn = b.rng.uniform(-30, 20)
    for o in made:
        rotate(rotate(o, 34), 0, 0, turn)
    grounded(*made)


@prop("sausage")
def sausage(spec: Spec, b: Builder) -> None:
    """A grilled sausage, bent a little, striped by the bars, its ends tied off."""
    L, r = b.vary(0.135, 0.06), b.vary(0.0155, 0.06)
    b.slot("body", "seared", "#a5562e", finish=("satin",))
    body = displace(displace(capsule(L, r, 0.012, sides=48), r * 0.07, r * 2, seed=spec.seed), r * 0.015, r * 0.3, seed=1)
    marks = [-0.32, -0.12, 0.08, 0.28]

    def grilled(p):
        bar = sum(np.exp(-(((p[:, 0] - k * L - 0.45 * p[:, 1]) / 0.0027) ** 4)) for k in marks) * np.clip(p[:, 2] / r * 0.8 + 0.25 * field(p, 0.02, seed=4), 0, 1)
        tips = np.clip((np.abs(p[:, 0]) / (L / 2) - 0.9) * 9, 0, 1)
        return (
            toward("#a5562e", "#d3935a", np.clip(0.3 + 0.45 * field(p, 0.02, seed=spec.seed) - 0.3 * p[:, 2] / r, 0, 0.7))
            * toward("#a5562e", "#2a130b", np.clip(bar, 0, 0.9))
            * toward("#a5562e", "#5a2a16", 0.6 * tips)
        )

    tint(body, grilled)
    ends = [move(displace(ellipsoid(0.0042, 0.003, 0.0026, segments=14), 0.0008, 0.003, seed=k), s * (L / 2 + 0.001), 0, 0.0115) for k, s in enumerate((-1, 1))]
    made = [b.add(rotate(body, 76), "body"), b.add(rotate(join(ends), 76), "body", "ends")]
    turn = b.rng.uniform(-30, 30)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)
