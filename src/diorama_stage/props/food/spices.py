# SPDX-License-Identifier: GPL-3.0-or-later
"""Spices and pulses: star anise, vanilla pods, and small heaps of saffron, lentils, beans, chickpeas, oats."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, rotate
from diorama_stage.kit.growth import Growth, grid_faces
from diorama_stage.kit.parts import toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import bead, turns


@prop("star_anise")
def star_anise(spec: Spec, b: Builder) -> None:
    """Eight woody boats about a middle, most split open along the top with a shining seed in each."""
    base = "#6b3a1c"
    b.slot("body", "bark", base)
    b.slot("seeds", "lacquer", "#7a4216", role="fixed")
    pods, seeds = Growth(), Growth()
    for k in range(8):
        a = 2 * math.pi * k / 8 + b.rng.uniform(-0.09, 0.09)
        L, gape = b.rng.uniform(0.0135, 0.0175), b.rng.uniform(0.25, 0.85)
        t, q = np.linspace(0, 1, 20)[:, None], np.linspace(-1, 1, 17)[None, :]
        deep = 0.0052 * np.sin(np.pi * np.clip(t, 0.03, 1) ** 0.62) ** 0.8 + 0.0006
        turn = q * (math.pi - 0.3 - gape * np.sin(np.pi * t))
        y = 0.6 * deep * np.sin(turn) * (1 + 0.25 * gape)
        z = -deep * np.cos(turn) + 0.0052 + 0.0035 * t**3
        out = 0.0016 + L * t
        grid = np.stack([out * np.cos(a) - y * np.sin(a), out * np.sin(a) + y * np.cos(a), z], axis=-1)
        inside = np.abs(q) ** 4 + 0 * t
        tone = toward(base, "#b9783f", np.clip(0.15 + 0.6 * inside + 0.3 * np.sin(26 * t + 2 * q), 0, 1).ravel()).reshape(20, 17, 3)
        pods.sheet(grid, tone, 0.0007)
        if gape > 0.35:
            way = np.array((math.cos(a), math.sin(a), 0.0))
            axes = np.array([(way[0], -way[1], 0), (way[1], way[0], 0), (0, 0, 1)])
            seeds.copies(bead(8, 10), [way * (0.0016 + L * 0.42) + (0, 0, 0.0056)], axes[None], np.array([(0.0034, 0.0019, 0.0021)]))
    t = np.linspace(0, 1, 5)
    pods.tube(np.column_stack([0 * t, 0 * t, 0.003 + 0.005 * t]), 0.0016 * (1 - 0.6 * t), 8)
    made = [b.add(displace(pods.object("pods"), 0.0004, 0.003, seed=spec.seed), "body"), b.add(seeds.object("seeds"), "seeds")]
    for o in made:
        rotate(o, 9, 0, 0)
    grounded(*made)
    b.footprint = "round"


@prop("vanilla_pod")
def vanilla_pod(spec: Spec, b: Builder) -> None:
    """Three long, black-brown, wrinkled pods with hooked ends, laid across one another."""
    base = "#2f1a10"
    b.slot("body", "grape_skin", base, finish=("satin",))
    pods = Growth()
    for k, turn in enumerate((0.0, 0.24, -0.2)):
        t = np.linspace(0, 1, 90)
        bow = b.rng.uniform(0.012, 0.024) * (-1) ** k
        x, y = 0.165 * (t - 0.5), bow * (4 * t * (1 - t)) + 0.006 * np.exp(-((t / 0.06) ** 2)) * (-1) ** k
        z = 0.0032 + 0.0052 * (k == 1) * np.exp(-(((t - 0.5) / 0.3) ** 2)) + 0.009 * (k == 2) * np.exp(-(((t - 0.5) / 0.3) ** 2))
        path = np.column_stack([x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn), z])
        wide = 0.0034 * np.interp(t, [0, 0.03, 0.12, 0.9, 0.97, 1], [0.3, 0.5, 0.95, 1, 0.6, 0.25])
        q = np.linspace(0, 2 * math.pi, 40, endpoint=False)
        ring = np.column_stack([np.cos(q), np.sin(q) * 0.8]) * (1 + 0.09 * np.cos(7 * q) + 0.06 * np.cos(11 * q + 1))[:, None]
        pods.tube(path, wide, section=ring, tint=b.rng.uniform(0.8, 1.4))
    skin = pods.object("pods")
    made = b.add(displace(skin, 0.0004, 0.004, seed=spec.seed), "body")
    rotate(made, 0, 0, b.rng.uniform(12, 34))
    grounded(made)


HEAPS = {
    "lentils": ((0.0028, 0.0028, 0.0012), ("#7a7a3a", "#6a6430", "#8a8a4a"), 900, "clay"),
    "red_lentils": ((0.0026, 0.0026, 0.0011), ("#e0762c", "#d8682a", "#ea8a3c"), 950, "clay"),
    "kidney": ((0.0078, 0.0045, 0.0042), ("#6a1a1c", "#7d2422", "#551416"), 190, "grape_skin"),
    "black": ((0.0055, 0.0038, 0.0036), ("#1b1718", "#241d20", "#120f10"), 320, "grape_skin"),
    "white": ((0.007, 0.0043, 0.004), ("#efe6d0", "#e6dabf", "#f3ecdc"), 210, "wax"),
    "coffee": ((0.0056, 0.0042, 0.0032), ("#3a2010", "#2f190c", "#472812"), 280, "chocolate"),
    "chickpeas": ((0.0046, 0.0045, 0.0043), ("#dcb87a", "#d2aa68", "#e4c48c"), 300, "wax"),
    "oats": ((0.0042, 0.0027, 0.0006), ("#dcc49a", "#cfb384", "#e8d6b4"), 800, "bread_crumb"),
    "cardamom": ((0.0085, 0.0038, 0.0036), ("#8f9a55", "#a3ab6a", "#7f8a48"), 170, "straw"),
    "peppercorns": ((0.0025, 0.0025, 0.0024), ("#2a2019", "#3b2c22", "#1d1713"), 700, "bark"),
    "seeds": ((0.0021, 0.002, 0.002), ("#c19a52", "#a9823f", "#d0ac68"), 900, "wax"),
    "rice": ((0.0032, 0.0011, 0.0011), ("#f2eee2", "#ece6d4", "#f6f3ea"), 1500, "wax"),
}
"""Small heaps: half-axes of a piece in metres, its colours, how many, of what material."""


@prop("pulses")
def pulses(spec: Spec, b: Builder) -> None:
    """A small heap poured out, some rolled away from it: lentils, beans, chickpeas, oats, rice."""
    kind = next((name for name in HEAPS if spec.is_a(name)), "white")
    size, colours, count, material = HEAPS[kind]
    b.slot("body", material, colours[0])
    rng = np.random.default_rng(spec.seed)
    size = np.array(size)
    whole = (count * 8 * size.prod() / 0.62) ** (1 / 3)
    R, high = whole * 0.92, whole * 0.6
    loose = count // 9
    k = np.arange(count)
    u, a = np.sqrt((k + 0.5) / count), k * 2.399963
    slope = high * np.maximum(1 - u**1.25, 0)
    at = np.column_stack([R * u * np.cos(a), R * u * np.sin(a), slope + size[2]]) + rng.normal(0, size.mean() * 0.35, (count, 3)) * (1, 1, 0.6)
    far, q = R * (1.0 + np.abs(rng.normal(0, 0.28, loose))), rng.uniform(0, 2 * math.pi, loose)
    at[:loose] = np.column_stack([far * np.cos(q), far * np.sin(q), np.full(loose, size[2])])
    at[:, 2] = np.maximum(at[:, 2], size[2])
    lie = turns(b.rng, count)
    flat = np.stack([np.array([(math.cos(v), -math.sin(v), 0), (math.sin(v), math.cos(v), 0), (0, 0, 1)]) for v in rng.uniform(0, 6.3, loose)])
    lie[:loose] = flat
    tones = np.stack([toward(colours[0], colours[i], np.ones(1))[0] for i in rng.integers(0, 3, count)]) * rng.uniform(0.88, 1.1, (count, 1))
    heap = Growth().copies(_bean(kind), at, lie, size * rng.uniform(0.88, 1.12, (count, 3)), tones)
    b.add(heap.object("heap"), "body")
    core = np.linspace(0, 1, 14)[:, None], np.linspace(0, 2 * math.pi, 60, endpoint=False)[None, :]
    under = np.stack(
        [R * 0.93 * core[0] * np.cos(core[1]), R * 0.93 * core[0] * np.sin(core[1]), (high * 0.86) * np.maximum(1 - core[0] ** 1.25, 0) + 0 * core[1]], axis=-1
    )
    b.add(Growth().add(under.reshape(-1, 3), grid_faces(14, 60, closed=True), 0.6).object("core"), "body")
    b.footprint = "round"


def _bean(kind: str) -> tuple[np.ndarray, np.ndarray]:
    """One piece at unit half-axes: a lens, a flake, a kidney, a bean with its furrow."""
    verts, faces = bead(8, 12)
    verts = verts[:, [2, 0, 1]]  # poles along X
    if kind in ("kidney", "black", "white"):
        verts = verts.copy()
        verts[:, 1] += 0.55 * verts[:, 0] ** 2 - 0.25
        verts[:, 1] *= 1 + 0.12 * (verts[:, 1] > 0)
    if kind == "coffee":
        verts = verts.copy()
        verts[:, 2] = np.where(verts[:, 2] < 0, verts[:, 2] * 0.35, verts[:, 2])
        verts[:, 2] += 0.5 * np.exp(-((verts[:, 1] / 0.22) ** 2)) * (verts[:, 2] < 0)
    return verts, faces


@prop("saffron")
def saffron(spec: Spec, b: Builder) -> None:
    """A pinch of deep red threads, each widening to a trumpet end, some gold at the other."""
    base = "#a81c10"
    b.slot("body", "petal", base)
    rng, threads = np.random.default_rng(spec.seed), Growth()
    for _ in range(420):
        far, a = 0.021 * math.sqrt(rng.random()), rng.uniform(0, 2 * math.pi)
        at = np.array((far * math.cos(a), far * math.sin(a), 0.0006 + 0.0115 * (1 - (far / 0.022) ** 2) * rng.random()))
        way, long = rng.uniform(0, 2 * math.pi), rng.uniform(0.012, 0.024)
        bend = rng.normal(0, 0.004, 2)
        t = np.linspace(-0.5, 0.5, 9)
        x, y = long * t, bend[0] * (1 - 4 * t * t) + bend[1] * t * t * 3
        z = at[2] + rng.normal(0, 0.0022) * t * 2 + 0.0016 * np.abs(rng.normal()) * t * t * 4
        path = np.column_stack([at[0] + x * math.cos(way) - y * math.sin(way), at[1] + x * math.sin(way) + y * math.cos(way), np.maximum(z, 0.0004)])
        tone = toward(base, "#e0821c", np.clip(1.6 * (0.12 - (t + 0.5)) * 6, 0, 0.9)) * rng.uniform(0.75, 1.25)
        threads.tube(path, np.interp(t, [-0.5, 0.2, 0.42, 0.5], [0.00022, 0.0003, 0.00062, 0.0005]), 5, tone)
    b.add(threads.object("saffron"), "body")
    b.footprint = "round"
