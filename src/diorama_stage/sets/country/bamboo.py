# SPDX-License-Identifier: GPL-3.0-or-later
"""A grove of giant bamboo: close, straight, ringed canes that lean together overhead, their leaves high up, light between them."""

from __future__ import annotations

import math

import bpy
import numpy as np
from numpy.typing import NDArray

from diorama_stage.kit.mesher import Mesher
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.scatter import cone, generator, keep_clear, scatter

GREENS = ((0.75, 1.0, 0.6), (1.0, 1.05, 0.6), (0.6, 0.85, 0.55), (1.9, 1.5, 0.8))
"""Tints of canes on the leaves' green: young, usual, shaded, old and yellow."""


def cane(seed: int, *, tall: float = 12.0, radius: float = 0.055) -> bpy.types.Object:
    """One cane with its rings; from halfway up thin branches with sprays of narrow leaves, its tip nodding."""
    rng, m = np.random.default_rng(seed), Mesher()
    tone = np.array(GREENS[seed % len(GREENS)])
    nodes = np.cumsum(rng.uniform(0.28, 0.42, int(tall / 0.35)))
    nodes = nodes[nodes < tall - 0.3]
    lean, turn = rng.uniform(0.02, 0.07), rng.uniform(0, 2 * math.pi)

    def place(z: NDArray) -> NDArray:
        out = lean * z + 1.4 * np.clip(z / tall - 0.7, 0, 1) ** 2 * tall * 0.35
        return np.stack([out * math.cos(turn), out * math.sin(turn), z - 0.5 * np.clip(z / tall - 0.8, 0, 1) ** 2 * tall], axis=-1)

    z = np.unique(np.concatenate([[-0.3, 0.0], nodes - 0.012, nodes, nodes + 0.012, [tall]]))
    near = np.abs(z[:, None] - nodes).min(axis=1) < 0.004
    m.tube(place(z), radius * (1 - 0.85 * np.clip(z / tall, 0, 1) ** 1.6) * np.where(near, 1.17, 1.0), sides=12, tint=tuple(tone))
    for h in nodes:
        if h < tall * 0.9:
            ring = place(np.array([h - 0.035, h - 0.014]))
            m.tube(ring, radius * 1.012 * (1 - 0.85 * (h / tall) ** 1.6), sides=12, tint=tuple(tone * 0.35 + 0.9))
    for k, h in enumerate(nodes[nodes > tall * 0.42]):
        for s in (-0.6, 0.5):
            a = k * math.pi + s + rng.uniform(-0.7, 0.7)
            long = rng.uniform(0.7, 1.6) * (1.1 - 0.6 * h / tall)
            foot = place(np.array(h))
            tip = foot + np.array((math.cos(a), math.sin(a), 0.45)) * long
            m.tube([foot, (foot + tip) / 2 + (0, 0, 0.06), tip], [0.008, 0.005, 0.002], sides=4, tint=tuple(tone))
            _leaves(m, rng, foot, tip)
    return m.object("bamboo", plants.foliage("#5f7f38", rough=0.45, shine=0.25))


def _leaves(m: Mesher, rng: np.random.Generator, foot: NDArray, tip: NDArray) -> None:
    """Narrow leaves that hang along a branch."""
    n = 20
    start = foot + (tip - foot) * rng.uniform(0.25, 1.0, (n, 1)) + rng.normal(0, 0.07, (n, 3))
    way = rng.normal(0, 1, (n, 3)) + (0, 0, -0.9)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = np.cross(way, rng.normal(0, 1, (n, 3)))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    long = rng.uniform(0.16, 0.3, (n, 1))
    corners = np.stack([start, start + way * long * 0.4 + side * long * 0.075, start + way * long, start + way * long * 0.4 - side * long * 0.075], axis=1)
    tone = rng.uniform(0.7, 1.25)
    m.add(corners.reshape(-1, 3), np.arange(4 * n).reshape(n, 4), tint=(tone * 1.05, tone, tone * 0.75))


def grove(site: Site, made) -> None:
    """Canes to the depth of the grove, the nearest spaced so that one can walk between them, young shoots and fallen leaves."""
    rng = generator(site, 3)
    points = cone(site, 2600, 2.2, 60, salt=61, power=0.75, margin=0.4)
    points = points[keep_clear(site, points, 0.7)]
    kept: list[NDArray] = []
    for p in points:
        gap = 0.5 + 0.25 * min(float(np.hypot(*p)) / 30, 1.0)
        if all((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 > gap * gap for q in kept[-700:]):
            kept.append(p)
    chosen = np.array(kept[:900]).reshape(-1, 2)
    sizes = ((12, 0.055), (14, 0.065), (11, 0.045), (13, 0.06), (15, 0.07), (9, 0.035))
    kinds = [cane(site.seed * 7 + k, tall=tall, radius=radius) for k, (tall, radius) in enumerate(sizes)]
    scatter(site, kinds, at(made, chosen), rng.uniform(0.85, 1.2, len(chosen)), salt=61, tilt=0.03, name="bamboo")
    low = cone(site, 400, 2.0, 26, salt=62, power=0.5)
    low = low[keep_clear(site, low, 0.3)]
    ferns = [plants.fern(site.seed + k, size=0.45, fronds=7) for k in range(2)]
    scatter(site, ferns, at(made, low), rng.uniform(0.4, 1.0, len(low)), salt=62, tilt=0.15, name="ferns")
