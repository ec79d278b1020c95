# SPDX-License-Identifier: GPL-3.0-or-later
"""Bean bags, hammocks, coat racks, blinds."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, field, join, lathe, smooth_path, sweep, torus
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import tint
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop


@prop("bean_bag")
def bean_bag(spec: Spec, b: Builder) -> None:
    """A teardrop of cloth slumped on the floor: six panels, a hollow where one sits, folds about its foot, a loop on top."""
    r = b.vary(0.43, 0.05)
    b.slot("body", b.choose("canvas", "linen", "corduroy"), b.choose("#b4532f", "#c8962e", "#2f4a63", "#7f8a74"))
    outline = smooth_path([(0, 0.0), (0.7, 0.0), (0.93, 0.08), (1.0, 0.3), (0.94, 0.62), (0.76, 0.98), (0.5, 1.28), (0.26, 1.46), (0.1, 1.53), (0, 1.54)], 150) * r
    body = lathe(outline, segments=220, smooth=180)
    slumped = lambda p: _slump(p, r, spec.seed)
    set_points(body.data, slumped(vertices(body).astype(float)))
    b.add(tint(body, lambda q: 1 + 0.05 * field(q, 0.1, seed=1)), "body")
    piping = []
    for k in range(6):
        c = (k * math.pi - 0.4) / 3
        path = slumped(np.column_stack([outline[6:, 0] * math.cos(c), outline[6:, 0] * math.sin(c), outline[6:, 1]]))
        piping.append(sweep(path, 0.006, sides=8))
    b.add(join(piping), "body", "piping")
    top = vertices(body)[np.argmax(vertices(body)[:, 2])].astype(float)
    loop = smooth_path([top + (-0.03, 0, -0.01), top + (-0.04, 0.005, 0.04), top + (0, 0.01, 0.065), top + (0.04, 0.005, 0.04), top + (0.03, 0, -0.01)], 30)
    b.add(sweep(loop, 0.011, sides=14, flat=0.3), "body", "loop")
    b.support("seat", -0.45 * r, 0.45 * r, -0.75 * r, 0.0, 0.62 * r, round=True)
    b.seat = 0.6 * r
    b.footprint = "round"


def _slump(p: np.ndarray, r: float, seed: int) -> np.ndarray:
    """A filled bag as it sinks: drawn in at its seams, leaning back, hollowed by who sat in it, creased where it bends."""
    a, u = np.arctan2(p[:, 1], p[:, 0]), p[:, 2] / r
    up, seam = np.clip(u / 1.5, 0, 1), np.abs(np.sin(3 * a + 0.4))
    p[:, :2] *= (1 - 0.075 * np.exp(-((seam / 0.22) ** 2)) * np.clip(u * 2, 0, 1) + 0.03 * field(p, 0.3, seed=seed))[:, None]
    p[:, 1] += 0.34 * r * up**1.7
    seat = np.exp(-((p[:, 0] / (0.5 * r)) ** 2 + ((p[:, 1] + 0.36 * r) / (0.5 * r)) ** 2)) * np.clip((u - 0.25) * 2, 0, 1)
    p[:, 2] -= 0.46 * r * seat
    p[:, 1] += 0.08 * r * seat
    low = np.exp(-((u / 0.28) ** 2)) * np.clip(u * 14, 0, 1)
    p[:, :2] *= (1 + 0.035 * low * np.sin(17 * a + 4 * field(p, 0.2, seed=2)))[:, None]
    crease = sum(
        np.exp(-(((np.cos(t) * p[:, 0] + np.sin(t) * p[:, 2] - o + 0.02 * np.sin(9 * p[:, 0])) / 0.022) ** 2)) * 0.016 for t, o in ((0.9, 0.18), (2.2, 0.1), (1.2, 0.5), (1.9, 0.42), (0.5, -0.16))
    )
    p[:, 1] += crease * (p[:, 1] < 0) * np.clip(u * 3, 0, 1)
    p += (0.006 * field(p, 0.07, seed=seed + 5) * np.clip(u * 4, 0, 1))[:, None] * (p - (0, 0, 0.3)) / r
    p[:, 2] = np.maximum(p[:, 2], 0)
    return p


SLUNG = 1.75
"""Metres from a hammock's middle to the middle of a trunk that it hangs from."""


@prop("hammock")
def hammock(spec: Spec, b: Builder) -> None:
    """A striped cloth slung by its strings in a stand of bent wood, or from what stands at its ends."""
    slung = spec.has("slung")
    b.slot("cloth", "canvas", b.choose("#d9cdb4", "#c2583f", "#4c7a86"))
    b.slot("stripes", "canvas", b.choose("#f1ead9", "#e0c9a0"), role="fixed")
    b.slot("stand", "walnut", "#9a6a3e", role="trim")
    b.slot("rope", "burlap", "#d8c8a2", role="fixed")
    half, end = 1.0, 1.42
    lowest, top = 0.42, 1.12
    n, m = 110, 61
    u, v = np.linspace(-1, 1, n)[:, None], np.linspace(-1, 1, m)[None, :]
    gather = np.abs(u) ** 3
    wide = 0.58 - 0.4 * gather
    z = lowest + (0.98 - lowest) * np.abs(u) ** 2 * 0.86 + 0.2 * (v**2) * (1 - 0.55 * np.abs(u)) + 0.016 * np.sin(14 * v + 2 * u) * gather + 0.008 * np.sin(5 * u + 3 * v)
    grid = np.stack([half * u + 0 * v, wide * v, z], axis=-1)
    cloth = sheet(grid, 0.003, smooth=180)
    b.add(cloth, "cloth")
    bands = Growth()
    for c in np.arange(-0.8, 0.81, 0.4):
        k = slice(int((c - 0.07 + 1) * 30), int((c + 0.07 + 1) * 30) + 2)
        strip = grid[:, k] + (0, 0, 0.0022)
        bands.sheet(strip, 1.0, 0.0006)
        bands.sheet(grid[:, k] - (0, 0, 0.0052), 1.0)
    b.add(bands.object("stripes"), "stripes")
    ropes = []
    for s in (-1, 1):
        ring = np.array((s * (end - 0.12), 0, top - 0.02))
        edge = grid[-1 if s > 0 else 0]
        ropes += [sweep([e, (e + ring) / 2 + (0, 0, -0.012), ring], 0.0028, sides=5) for e in edge[::6]]
        if slung:
            ropes.append(sweep([ring, (s * (SLUNG - 0.1), 0, top + 0.2)], 0.007, sides=8))
            ropes += [torus(0.15, 0.009, at=(s * (SLUNG + 0.04), 0, top + 0.2 + 0.018 * k), segments=40, sides=8) for k in range(3)]  # round the trunk
        else:
            ropes.append(sweep([ring, (ring + (s * end, 0, top + 0.06)) / 2, (s * end, 0, top + 0.06)], 0.006, sides=8))
    b.add(join(ropes), "rope")
    b.support("cloth", -0.5, 0.5, -0.3, 0.3, lowest + 0.02)
    if slung:
        return
    bow = smooth_path(
        [
            (-end - 0.04, 0, top + 0.12),
            (-end * 0.97, 0, top - 0.12),
            (-end * 0.72, 0, 0.42),
            (-end * 0.35, 0, 0.12),
            (0, 0, 0.06),
            (end * 0.35, 0, 0.12),
            (end * 0.72, 0, 0.42),
            (end * 0.97, 0, top - 0.12),
            (end + 0.04, 0, top + 0.12),
        ],
        120,
    )
    section = np.array([(-1, -0.62), (-0.9, -0.75), (0.9, -0.75), (1, -0.62), (1, 0.62), (0.9, 0.75), (-0.9, 0.75), (-1, 0.62)]) * 0.042
    b.add(sweep(bow, 1.0, section=section), "stand")
    for x in (-0.62, 0.62):
        b.add(box(0.085, 1.05, 0.075, bevel=0.012, at=(x, 0, 0.0)), "stand", "feet")
        b.add(box(0.075, 0.1, 0.16, bevel=0.008, at=(x, 0, 0.06)), "stand", "feet")
