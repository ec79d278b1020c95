# SPDX-License-Identifier: GPL-3.0-or-later
"""Tents: canvas over a ridge, pegged out with guys; tipis. Lit, a lantern inside shines through the cloth."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, displace, ellipsoid, field, from_geometry, join, move, rotate, sweep, torus
from diorama_stage.kit.growth import grid_faces
from diorama_stage.kit.parts import rods, tint
from diorama_stage.props.registry import prop

HALF, LONG, TALL = 1.12, 1.2, 1.42
"""A ridge tent: half its width at the ground, half its length, the height of its ridge, metres."""


@prop("tent")
def tent(spec: Spec, b: Builder) -> None:
    tipi = spec.is_a("tipi")
    b.slot("walls", "canvas", b.choose("#e0d4b8", "#d6c4a0") if tipi else b.choose("#c98a45", "#8a8f5c", "#d9c7a0", "#b5583a"), params={"thin": 0.3})
    b.slot("poles", "oak" if tipi else "aluminium", role="trim")
    b.slot("ropes", "cotton", "#d9d0ba", role="fixed")
    b.slot("pegs", "steel", role="fixed")
    b.slot("bedding", "cotton", b.choose("#3f5f7d", "#6d3f3a", "#4f6b4a"), role="fixed")
    (_tipi if tipi else _ridge)(spec, b)
    if spec.has("lit"):
        b.emitters.append(Emitter(0.0, 0.15, 0.75, 0.12, 2600, 34.0))


def _cloth(points: np.ndarray, seams: np.ndarray, seed: int):
    """Canvas from a grid of points (rows, columns, 3): darker where it is sewn double, at the hem and where rain splashed it."""
    rows, columns, _ = points.shape
    made = from_geometry("canvas", points.reshape(-1, 3), grid_faces(rows, columns), smooth=180)
    return tint(made, lambda p: (1 - 0.16 * seams.ravel()) * (1 + 0.06 * field(p, 0.5, seed=seed)) * (1 - 0.28 * np.exp(-p[:, 2] / 0.09)))


def _wall(side: int, seed: int) -> np.ndarray:
    """One slope: it sags between the ridge and the hem, and its hem is lifted between the pegs."""
    u, v = np.meshgrid(np.linspace(-1, 1, 121), np.linspace(0, 1, 50))
    pegs = np.abs(np.sin(np.pi * 2 * (u + 1)))  # five pegs
    sag = np.sin(np.pi * v) ** 0.8 * (0.055 + 0.045 * np.cos(np.pi * u / 2)) + 0.012 * pegs * v**3
    ridge = TALL - 0.045 * np.cos(np.pi * u / 2)
    x = side * (HALF * v - sag * 0.78 - 0.03 * pegs * v**6)
    y = u * (LONG + 0.1 * v)
    z = ridge * (1 - v) - sag * 0.62 * (1 - v) + 0.05 * pegs * v**6 + 0.012
    pull = sum(np.exp(-np.abs(np.hypot(u - p, (1 - v) * 1.4)) * 3.2) * np.sin(26 * np.arctan2(u - p, 1.02 - v) + p) for p in (-1, -0.5, 0, 0.5, 1))
    fold = 0.006 * pull * np.clip(1.05 - v, 0, 1) + 0.006 * field(np.stack([x, y * 2.2, z * 0.5], axis=-1).reshape(-1, 3), 0.5, seed=seed).reshape(u.shape)
    return np.stack([x + side * fold * 0.8, y, z + fold * 0.6], axis=-1)


def _seams(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return np.clip(sum(np.exp(-(((u - p) / 0.012) ** 2)) for p in (-0.96, -0.34, 0.34, 0.96)) + np.exp(-(((v - 0.965) / 0.02) ** 2)), 0, 1)


def _end(y: float, left: float, right: float, seed: int) -> np.ndarray:
    """An upright end between two shares of the half width (-1, 1 are the corners), hung from the ridge, a little slack."""
    s, v = np.meshgrid(np.linspace(left, right, 50), np.linspace(0, 1, 50))
    x = s * HALF * v * (1 - 0.09 * np.sin(np.pi * v) * np.abs(s))
    slack = 0.03 * np.sin(np.pi * v) * np.sin(np.pi * (s - left) / (right - left)) + 0.014 * np.sin(22 * s + 3 * seed) * v * (1 - 0.4 * v)
    return np.stack([x, y * (1 + 0.06 * v) + math.copysign(1, y) * slack, (TALL - 0.02) * (1 - v) + 0.012], axis=-1)


def _ridge(spec: Spec, b: Builder) -> None:
    seed, side = spec.seed, b.choose(-1, 1)
    u, v = np.meshgrid(np.linspace(-1, 1, 121), np.linspace(0, 1, 50))
    for k in (-1, 1):
        b.add(_cloth(_wall(k, seed + k + 1), _seams(u, v), seed), "walls")
    plain = np.zeros((50, 50))
    b.add(_cloth(_end(LONG * 0.985, -1, 1, seed), plain, seed), "walls")
    b.add(_cloth(_end(-LONG * 0.985, *sorted((0.04 * side, -side)), seed + 1), plain, seed), "walls", "flaps")
    # the other flap, rolled up and tied along the slope's edge
    t = np.linspace(0, 1, 40)
    edge = np.stack([side * HALF * (0.05 + 0.93 * t) * (1 - 0.07 * np.sin(np.pi * t)), -LONG * (1.0 + 0.06 * t) - 0.02, TALL * (0.95 - 0.93 * t)], axis=1)
    roll = displace(sweep(edge, 0.05 * (0.35 + 0.9 * t) * (1 - 0.35 * np.exp(-(((t % 0.33) - 0.2) / 0.03) ** 2)), sides=20), 0.012, 0.06, seed=seed)
    b.add(tint(roll, lambda p: 1 + 0.08 * field(p, 0.1, seed=seed)), "walls", "flaps")
    b.add(rods([((0, y, 0.0), (0, y, TALL + 0.07)) for y in (-LONG, LONG)], 0.014, sides=14), "poles")
    ties, pegs = [], []
    for y, far in ((-LONG, -2.0), (LONG, 2.0)):
        for x in (-0.42, 0.42):
            ties.append(((0, y, TALL + 0.03), (x, far, 0.05)))
            pegs.append((x, far))
    for k in (-1, 1):
        for p in np.linspace(-1, 1, 5):
            foot = (k * (HALF + 0.09), p * (LONG + 0.13))
            ties.append(((k * (HALF - 0.015), p * (LONG + 0.1), 0.02), (*foot, 0.03)))
            pegs.append(foot)
    b.add(rods(ties, 0.0035), "ropes")
    b.add(rods([((x, y, -0.001), (x * 1.02, y * 1.02, 0.07)) for x, y in pegs], 0.006), "pegs")
    b.add(from_geometry("floor", [(-HALF, -LONG, 0.004), (HALF, -LONG, 0.004), (HALF, LONG, 0.004), (-HALF, LONG, 0.004)], [(0, 1, 2, 3)]), "bedding", "floor")
    for x in (-0.42, 0.42):
        b.add(_sleeping_bag(x, seed), "bedding")


def _sleeping_bag(x: float, seed: int):
    """Quilted across, its mouth turned back towards the door."""
    bag = ellipsoid(0.33, 0.95, 0.1, at=(0, 0, 0), segments=80)
    for v in bag.data.vertices:
        t = v.co.y / 0.95
        v.co.z = max(v.co.z * (1 + 0.12 * math.cos(t * 26)), -0.06) + 0.06
        v.co.x = math.copysign(abs(v.co.x / 0.33) ** 0.75, v.co.x) * 0.33 * (0.85 - 0.15 * t)
    return move(rotate(displace(bag, 0.025, 0.25, seed=seed), 0, 0, 3 * x), x, 0.1, 0.01)


def _tipi(spec: Spec, b: Builder) -> None:
    """A cone of poles that cross at the top, cloth around it, one edge folded back from the door."""
    tall, r, n = 3.1, 1.35, 10
    top = 0.08
    ends = [((0.96 * r * math.cos(a), 0.96 * r * math.sin(a), 0.0), (-0.2 * math.cos(a), -0.2 * math.sin(a), tall * 1.12)) for a in (2 * math.pi * (k + 0.5) / n + b.rng.uniform(-0.02, 0.02) for k in range(n))]
    b.add(rods(ends, 0.024, sides=12), "poles")
    a, v = np.meshgrid(np.radians(np.linspace(-62, 242, 240)), np.linspace(0, 1, 70))
    flat = 1 - 0.035 * (1 - np.abs(np.sin(n * a / 2))) * np.sin(np.pi * np.clip(v, 0.06, 1))  # cloth between poles is flat
    gape = np.clip((np.abs(a - np.pi / 2) - 2.3) / 0.36, 0, 1) * np.clip(v - 0.35, 0, 1)
    far = (top + (r + 0.03 - top) * v) * flat * (1 + 0.22 * gape)
    points = np.stack([far * np.cos(a), far * np.sin(a), tall * 0.93 * (1 - v) - 0.004], axis=-1)
    points += 0.008 * field((points * (1, 1, 0.4)).reshape(-1, 3), 0.3, seed=spec.seed).reshape(a.shape)[..., None]
    b.add(_cloth(points, np.clip(np.exp(-(((v - 0.98) / 0.012) ** 2)) + np.exp(-(((v - 0.5) / 0.006) ** 2)), 0, 1), spec.seed), "walls")
    b.add(join([torus(0.085, 0.013, at=(0, 0, tall * 0.93 + 0.022 * k)) for k in range(3)]), "ropes")
    b.add(move(_sleeping_bag(0.0, spec.seed), 0, 0.1, 0), "bedding")
    b.footprint = "round"
