# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing as it was: an inkwell, a quill, a scroll of parchment."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, from_geometry, lathe, loft, move, rotate, rounded_profile, rounded_rectangle, smooth_path, sweep
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import tint
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop


def feather(seed: int, length: float, wide: float) -> Growth:
    """A goose feather along +Z from its nib at the origin: a bent shaft, vanes of barbs that part here and there, down at their foot."""
    rng, made = np.random.default_rng(seed), Growth()

    def bend(t: float) -> np.ndarray:
        return np.array((0.16 * length * t**2, 0.05 * length * math.sin(2.2 * t), length * t))

    shaft = np.array([bend(t) for t in np.linspace(0, 1, 40)])
    made.tube(shaft, np.interp(np.linspace(0, 1, 40), [0, 0.015, 0.04, 0.35, 1], [0.0003, 0.0012, 0.0021, 0.0019, 0.0004]), sides=8, tint=0.95)
    for side in (-1, 1):
        split = 0.0
        for t in np.linspace(0.3, 0.995, 300):
            if rng.random() < 0.02:
                split = rng.uniform(-0.12, 0.05)
            reach = wide * (1.0 if side < 0 else 0.62) * math.sin(math.pi * min((t - 0.27) / 0.73, 1.0) ** 0.62) ** 0.75 * rng.uniform(0.94, 1.03)
            root, lean = bend(t), 1.0 + split
            tip = root + np.array((side * reach * 0.82, 0.006 * math.sin(9 * t), reach * 0.72 * lean))
            middle = root * 0.5 + tip * 0.5 + np.array((side * reach * 0.1, 0.003, -reach * 0.06))
            made.tube(np.array([root, middle, tip]), np.array([0.0007, 0.0008, 0.0003]), sides=4, tint=float(rng.uniform(0.82, 1.05)))
    for _ in range(60):
        t = rng.uniform(0.24, 0.34)
        d = rng.normal(0, 0.012, 3)
        made.tube(np.array([bend(t), bend(t) + d * 0.6, bend(t) + d + (0, 0, 0.006)]), 0.0003, sides=4, tint=1.05)
    return made


@prop("quill")
def quill(spec: Spec, b: Builder) -> None:
    """A quill that lies aslant, its cut nib inked."""
    b.slot("feather", "paper", b.choose("#f3efe6", "#f3efe6", "#6b4a34", "#33414f"), finish=("matte",))
    b.slot("nib", "lacquer", "#141519", role="fixed")
    made = feather(spec.seed, 0.26, 0.034).object("feather")
    nib = sweep([(0, 0, -0.002), (0, 0, 0.004), (0.0001, 0, 0.018)], [0.0003, 0.0013, 0.0022], sides=10)
    for o, slot in ((made, "feather"), (nib, "nib")):
        b.add(move(rotate(rotate(o, 0, 84, 0), 0, 0, 152), 0.12, -0.05, 0.018), slot)


@prop("inkwell")
def inkwell(spec: Spec, b: Builder) -> None:
    """A faceted glass well of ink under a brass collar, its lid open at the back, a quill standing in it."""
    b.slot("glass", "glass", role="trim")
    b.slot("ink", "lacquer", b.choose("#0f1524", "#14151a", "#2a0f14"))
    b.slot("metal", "brass", role="trim")
    b.slot("feather", "paper", b.choose("#f3efe6", "#f3efe6", "#4a3a30"), role="fixed", finish=("matte",))
    rows = ((0, 0.056, 0.006), (0.004, 0.06, 0.008), (0.036, 0.06, 0.008), (0.046, 0.046, 0.012), (0.05, 0.03, 0.012))
    b.add(loft([np.column_stack([rounded_rectangle(w, w, r), np.full(32, z)]) for z, w, r in rows], smooth=25), "glass", "well")
    b.add(
        loft([np.column_stack([rounded_rectangle(w, w, 0.006), np.full(32, z)]) for z, w in ((0.006, 0.046), (0.034, 0.048), (0.04, 0.038))], smooth=30), "ink"
    )
    collar = rounded_profile([(0.011, 0.049), (0.0165, 0.049), (0.0175, 0.053), (0.0155, 0.056), (0.0155, 0.06), (0.0125, 0.061), (0.011, 0.05)], 0.0008)
    b.add(lathe(collar, segments=56), "metal", "collar")
    b.add(lathe([(0, 0.056), (0.0115, 0.056), (0.0115, 0.0565), (0, 0.0565)], segments=40), "ink", "ink")
    lid = lathe(rounded_profile([(0, 0), (0.017, 0), (0.0175, 0.003), (0.012, 0.01), (0.003, 0.0125), (0.003, 0.017), (0, 0.018)], 0.001), segments=56)
    b.add(move(rotate(lid, -78, 0, 0), 0, 0.019, 0.075), "metal", "lid")
    plume = feather(spec.seed, 0.22, 0.03).object("feather")
    b.add(move(rotate(plume, 12, 24, 14), -0.004, 0, 0.035), "feather", "quill")


@prop("scroll")
def scroll(spec: Spec, b: Builder) -> None:
    """A parchment partly unrolled between two wooden rollers with knobs, writing on the open length; its edges torn and browned."""
    b.slot("paper", "paper", b.choose("#e2cf9f", "#dcc68f", "#e8d8ae"), finish=("matte",))
    b.slot("rollers", "walnut", "#6b4428", role="trim")
    b.slot("knobs", "brass", role="trim")
    label = {"style": "serif", "colour": {"hex": "#3a2a17"}, **{k: v for k, v in (spec.labels[0] if spec.labels else {}).items() if v}}
    b.slot(
        "writing",
        "printed",
        role="fixed",
        label=label if spec.labels else None,
        params={"transparent": True} if spec.labels else {"picture": "page", "paper": "#dfcb98"},
    )
    wide, open_, r = 0.2, 0.26, 0.017
    s = np.linspace(0, 1, 140)
    lower = np.stack(
        [-(open_ / 2) - r * (0.45 + 0.55 * (1 - s)) * np.sin(s * 4.2 * np.pi), r - r * (0.45 + 0.55 * (1 - s)) * np.cos(s * 4.2 * np.pi) + 0.0006], axis=1
    )
    flat = np.stack([np.linspace(open_ / 2, -open_ / 2, 60), 0.0008 + 0.0012 * np.sin(np.linspace(0, 9, 60)) ** 2], axis=1)
    upper = lower[::-1] * (-1, 1)
    path = np.concatenate([upper, flat[1:-1], lower])
    x = np.linspace(-1, 1, 41)
    rag = 1 + 0.012 * np.sin(path[:, 0] * 140 + spec.seed) + 0.008 * np.sin(path[:, 0] * 370 + 2)
    grid = np.stack(
        [x[None, :] * (wide / 2) * rag[:, None], np.broadcast_to(path[:, :1], (len(path), 41)), np.broadcast_to(path[:, 1:], (len(path), 41))], axis=-1
    )
    paper = tint(
        sheet(grid, 0.0005),
        lambda p: np.clip(1.05 - 0.5 * np.clip((np.abs(p[:, 0]) / (wide / 2) - 0.86) / 0.14, 0, 1) ** 1.5, 0.4, 1.1)[:, None] * np.array((1.0, 0.97, 0.9)),
    )
    b.add(paper, "paper")
    n, m = 20, 24
    px, py = np.meshgrid(np.linspace(-0.42, 0.42, n) * wide, np.linspace(-0.42, 0.42, m) * open_)
    pz = 0.0018 + 0.0012 * np.sin((0.5 - py / open_) * 9) ** 2
    faces = [(i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j) for i in range(m - 1) for j in range(n - 1)]
    uvs = [(j / (n - 1), i / (m - 1)) for i in range(m) for j in range(n)]
    b.add(from_geometry("writing", np.stack([px, py, pz], axis=-1).reshape(-1, 3), faces, smooth=180, uvs=uvs), "writing")
    roller = rounded_profile([(0, -0.118), (0.0072, -0.118), (0.0072, 0.118), (0, 0.118)], 0.001)
    knob = [(0, 0.112), (0.0075, 0.112), (0.0125, 0.117), (0.006, 0.122), (0.0095, 0.132), (0.0075, 0.142), (0, 0.146)]
    for y in (-open_ / 2, open_ / 2):
        b.add(move(rotate(lathe(roller, segments=32), 0, 90), 0, y, r), "rollers")
        for side in (90, -90):
            b.add(move(rotate(lathe(smooth_path(knob, 40), segments=32, smooth=60), 0, side), 0, y, r), "knobs")
    turn = b.rng.uniform(-14, 14)
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, turn)
