# SPDX-License-Identifier: GPL-3.0-or-later
"""An iceberg: a broken block of glacier ice with steep faces, a notch where the waves wear it, snow on what is level, blue where it is dense and wet."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, field
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import unit
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.nature.rocks import ball
from diorama_stage.props.registry import prop

LONG, SINKS = 40.0, 4.0
"""Metres: its length, and how deep this model of what stands out of the water reaches below it."""
WHITE, BLUE, DEEP = "#e9f0f4", "#9cc7da", "#3f93b5"


@prop("iceberg")
def iceberg(spec: Spec, b: Builder) -> None:
    b.slot("body", "snow", WHITE)
    rng = np.random.default_rng(spec.seed)
    body = ball(6)
    p = vertices(body).astype(float)
    for _ in range(26):  # faces broken off: steep ones, and a few that lean
        n = unit(rng.normal(0, 1, 3) * (1, 1, 0.42))
        p = p - np.maximum(p @ n - rng.uniform(0.42, 0.82), 0)[:, None] * n * 0.98
    a = rng.uniform(0, 2 * np.pi)
    peak = p[:, 0] * np.cos(a) + p[:, 1] * np.sin(a)
    ridge = 1 + 0.75 * np.clip(peak + 0.15, 0, 1) + 0.4 * field(p * (1, 1, 0.2), 0.8, seed=spec.seed) * (p[:, 2] > 0)
    top = np.where(p[:, 2] > 0, p[:, 2] * ridge, p[:, 2] * 0.5)
    shelf = rng.uniform(0.3, 0.42)
    top = np.where((top > shelf) & (peak < 0.05), shelf + (top - shelf) * 0.16, top)
    size = LONG / 2 / max(np.ptp(p[:, 0]) / 2, 1e-6)
    p = np.column_stack([p[:, 0], p[:, 1] * rng.uniform(0.62, 0.8), top * 0.92]) * size
    set_points(body.data, p)
    displace(body, 1.5, 11.0, seed=spec.seed, detail=5)
    displace(body, 0.28, 1.6, seed=spec.seed + 3, detail=4)
    p = vertices(body).astype(float)
    level = -SINKS
    p[:, 2] = np.maximum(p[:, 2], level)
    notch = np.exp(-(((p[:, 2] - 0.5) / 0.9) ** 2)) * (p[:, 2] > level + 0.01)
    p[:, :2] *= (1 - 0.045 * notch)[:, None]
    p[:, :2] *= np.where(p[:, 2] < -0.2, 1.04, 1.0)[:, None]
    set_points(body.data, p)
    grounded(b.add(tint(body, lambda q: shades(q, spec.seed)), "body"))
    b.footprint = "round"


def shades(q: np.ndarray, seed: int) -> np.ndarray:
    """White where snow lies, blue in bands, cracks and towards the water, wet and deep at its line."""
    z = q[:, 2]
    bands = np.clip(np.sin(z * 1.5 + 2.2 * field(q, 9.0, seed=seed + 5)) - 0.55, 0, 1) * 1.2
    cracks = np.exp(-((field(q * (1, 1, 0.35), 5.0, seed=seed + 6, octaves=3) / 0.07) ** 2))
    low = np.clip(1 - z / 7.0, 0, 1)
    blue = toward(WHITE, BLUE, np.clip(0.15 + 0.45 * bands + 0.5 * low + 0.35 * cracks + 0.2 * field(q, 6.0, seed=seed + 7), 0, 1))
    deep = toward(WHITE, DEEP, np.ones(len(q)))
    share = np.clip(np.exp(-(((z - 0.2) / 1.1) ** 2)) * 0.85 + 0.35 * cracks * low + (z < 0) * 0.9, 0, 1)[:, None]
    return blue * (1 - share) + deep * share
