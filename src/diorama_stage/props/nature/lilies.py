# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants of ponds and groves: lily pads with their flowers, bamboo."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec
from diorama_stage.kit.growth import Growth, frames, leaf
from diorama_stage.props.nature import blooms
from diorama_stage.props.registry import prop

GOLDEN = blooms.GOLDEN


@prop("lily_pad")
def lily_pad(spec: Spec, b: Builder) -> None:
    """A round floating leaf, cleft to its middle, its rim turned up a little; with a bloom beside it where it is a water lily's."""
    b.slot("leaf", "leaf", "#4f7d3a", params={"thin": 0.1}, finish=("glossy",))
    b.slot("petals", "petal", b.choose("#f0c4d2", "#f6f1ea", "#e08aa8"), role="trim", params={"thin": 0.3})
    b.slot("heart", "petal", "#e8b530", role="fixed")
    rng = np.random.default_rng(spec.seed + 5)
    leaves = Growth()
    r = 0.15 * rng.uniform(0.85, 1.15)
    _pad(leaves, (0.0, 0.0), r, rng)
    if spec.is_a("flower"):
        _pad(leaves, (-0.2, 0.13), 0.11 * rng.uniform(0.85, 1.15), rng)
        _pad(leaves, (0.21, 0.1), 0.09 * rng.uniform(0.85, 1.15), rng)
        head = _bloom(b)
        for name, growth in head.items():
            b.add(growth.object(name), name)
    b.add(leaves.object("leaf"), "leaf", "leaves")
    b.support("top", -r * 0.6, r * 0.6, -r * 0.6, r * 0.6, 0.008, round=True)
    b.footprint = "round"


def _pad(growth: Growth, at, r: float, rng) -> None:
    cleft, turn = math.radians(rng.uniform(9, 17)), rng.uniform(0, 2 * np.pi)
    a = np.linspace(cleft, 2 * np.pi - cleft, 90)[None, :]
    k = np.linspace(0.0, 1.0, 22)[:, None]
    open_ = np.minimum(1.0, np.abs(a - np.pi) / np.pi)
    out = r * k * (1 - 0.06 * open_**8) * (1 + 0.012 * np.sin(9 * a + turn))
    veins = np.abs(np.sin((a - np.pi) * 9)) ** 0.35
    z = 0.0035 + 0.006 * k**10 * (1 + 0.6 * np.sin(5 * a + turn)) + 0.0012 * (1 - veins) * (1 - k) - 0.0015 * (1 - k) ** 4
    aged = 0.5 + 0.5 * np.sin(3 * a + turn)
    shade = (0.82 + 0.2 * veins) * (1 - 0.25 * k**12)
    tint = np.stack([shade * (1 + 0.55 * k**9 * aged), shade * (1 - 0.12 * k**9 * aged), shade * (0.9 - 0.2 * k**6)], axis=-1)
    grid = np.stack(np.broadcast_arrays(out * np.cos(a + turn) + at[0], out * np.sin(a + turn) + at[1], z), axis=-1)
    growth.sheet(grid, np.broadcast_to(tint, grid.shape), 0.0022)


def _bloom(b: Builder) -> blooms.Head:
    """A water lily just over the water: pointed petals in whorls, the outer ones flat, the inner ones upright, a tuft of yellow."""
    petals, heart = Growth(), Growth()
    at, size = np.array((0.03, -0.13, 0.012)), 0.062
    k = 0
    for count, lean, long in ((9, 0.18, 1.0), (9, 0.48, 0.97), (8, 0.85, 0.88), (7, 1.15, 0.74)):
        for j in range(count):
            k += 1
            a = 2 * math.pi * (j + 0.5 * (k % 2)) / count + k * 0.05 + b.rng.uniform(-0.08, 0.08)
            shape = blooms.ray(size * long * b.rng.uniform(0.94, 1.05), size * 0.36, arch=-0.35, cup=0.5, point=1.0, thick=0.0007)
            up = lean + b.rng.uniform(-0.06, 0.06)
            axes = frames([(math.cos(a) * math.cos(up), math.sin(a) * math.cos(up), math.sin(up))])[0]
            petals.put(shape, at, axes)
    for j in range(60):
        a, out = j * GOLDEN, 0.013 * math.sqrt((j + 0.5) / 60)
        foot = at + (out * math.cos(a), out * math.sin(a), 0.004)
        heart.tube(
            [foot, foot + (out * 0.4 * math.cos(a), out * 0.4 * math.sin(a), 0.011), foot + (out * 0.1 * math.cos(a), out * 0.1 * math.sin(a), 0.02)], 0.0009, 5
        )
    return {"petals": petals, "heart": heart}


@prop("bamboo_plant")
def bamboo_plant(spec: Spec, b: Builder) -> None:
    """A clump of canes: ringed at their nodes, the newest green, the old ones yellow, thin branches with drooping leaves from halfway up."""
    b.slot("canes", "bamboo", "#7f9a45", finish=("satin",))
    b.slot("leaves", "leaf", "#5d8a38", params={"thin": 0.3})
    rng = np.random.default_rng(spec.seed + 2)
    canes, leaves = Growth(), Growth()
    count = 1 if spec.is_a("stalk") else int(rng.integers(9, 13))
    blade = leaf(0.13, fold=0.08, curl=0.3, rows=6, point=1.6, base=0.6)
    for k in range(count):
        a, out = k * GOLDEN, 0.0 if count == 1 else 0.2 * math.sqrt(k + 0.4)
        foot = np.array((out * math.cos(a), out * math.sin(a), 0.0))
        tall, thick = rng.uniform(3.4, 4.8), rng.uniform(0.034, 0.055)
        lean = np.array((math.cos(a), math.sin(a))) * rng.uniform(0.02, 0.12) if count > 1 else rng.uniform(-0.05, 0.05, 2)
        tone = np.array((1.0, 1.0, 0.8)) * rng.uniform(0.8, 1.1) if rng.random() < 0.65 else np.array((1.75, 1.3, 0.9))
        _cane(canes, leaves, blade, foot, tall, thick, lean, tone, rng)
    b.add(canes.object("canes"), "canes")
    b.add(leaves.object("leaves"), "leaves")
    b.footprint = "round"


def _cane(canes: Growth, leaves: Growth, blade, foot, tall: float, thick: float, lean, tone, rng) -> None:
    """One cane of some fifteen joints; above halfway, branches from each node to alternate sides."""
    nodes = np.cumsum(np.interp(np.linspace(0, 1, 15), [0, 0.4, 1], [0.7, 1.25, 0.8]))
    nodes = np.concatenate([[0], nodes / nodes[-1]]) * tall
    at = lambda z: foot + np.array((lean[0] * z + lean[0] * 0.5 * (z / tall) ** 3 * tall, lean[1] * z + lean[1] * 0.5 * (z / tall) ** 3 * tall, z))  # noqa: E731
    z = np.unique(np.concatenate([nodes + d for d in (-0.02, -0.006, 0.0, 0.008, 0.025)] + [np.linspace(0, tall, 40)]).clip(0, tall).round(3))
    near = np.abs(z[:, None] - nodes).min(axis=1)
    radius = thick * (1 - 0.75 * (z / tall) ** 1.5) * (1 + 0.16 * np.exp(-((near / 0.007) ** 2)) - 0.03 * np.exp(-(((near - 0.018) / 0.01) ** 2)))
    pale = np.exp(-((near / 0.012) ** 2))[:, None]
    canes.tube([at(h) for h in z], radius, 18, tone * (1 - 0.35 * pale) + pale * 0.3)
    for j, h in enumerate(nodes[6:-1]):
        a = j * math.pi + rng.uniform(-0.9, 0.9)
        for turn in (-0.5, 0.4):
            long = rng.uniform(0.4, 0.75) * (1.1 - 0.5 * h / tall)
            way = np.array((math.cos(a + turn), math.sin(a + turn), 0.75))
            path = np.array([at(h), at(h) + way * long * 0.5, at(h) + way * long * (1, 1, 0.75)])
            canes.tube(path, np.array((0.006, 0.004, 0.002)), 6, tone)
            _spray(leaves, blade, path, rng)


def _spray(leaves: Growth, blade, path: np.ndarray, rng) -> None:
    n = 30
    share = rng.uniform(0.3, 1.0, n)
    at = path[0] + (path[2] - path[0]) * share[:, None] + rng.normal(0, 0.035, (n, 3))
    way = (path[2] - path[0]) / np.linalg.norm(path[2] - path[0]) * 0.7 + rng.normal(0, 0.6, (n, 3)) + (0, 0, -0.55)
    tone = np.array((1.0, 1.0, 0.9)) * rng.uniform(0.7, 1.2, (n, 1))
    leaves.copies(blade, at, frames(way), rng.uniform(0.16, 0.27, n), tone)
