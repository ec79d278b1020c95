# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper lantern."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Emitter,
    Spec,
    displace,
    join,
    lathe,
    move,
    rounded_profile,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.growth import Growth, grid_faces
from diorama_stage.kit.parts import tint
from diorama_stage.props.lights.lamps import OFF
from diorama_stage.props.lights.pendants import cord
from diorama_stage.props.registry import prop


@prop("paper_lantern")
def paper_lantern(spec: Spec, b: Builder) -> None:
    """Thin paper over a spiral of wire: a plain white globe, or a red one with gold caps and a tassel. It hangs."""
    off = spec.has(*OFF)
    chinese = spec.is_a("chinese") or any(int(c[1:3], 16) > 150 and int(c[3:5], 16) < 90 for c in spec.colours)
    r, squash = b.vary(0.16, 0.06), 0.82 if chinese else 0.94
    b.slot("paper", "paper", ("#c2201f" if off else "#f0e0d8") if chinese else "#f1e8d6", params={} if off else {"glow": True})
    b.slot("wire", "lacquer" if chinese else "steel", "#7d1512" if chinese else "#8a8780", role="fixed")
    b.slot("caps", "brass" if chinese else "bamboo", "#c79a3a" if chinese else "#b58f58", role="fixed")
    mouth, n, rows = 0.3, 24 if chinese else 15, 240
    t = np.linspace(math.asin(mouth), math.pi - math.asin(mouth), rows)
    if chinese:
        a = np.linspace(0, 2 * math.pi, n * 10, endpoint=False)
        rib = 1 - 0.035 * (1 - np.abs(np.cos(n * a / 2)))
        grid = np.stack([r * np.sin(t)[:, None] * rib * np.cos(a), r * np.sin(t)[:, None] * rib * np.sin(a), -r * squash * np.cos(t)[:, None] + 0 * a], axis=-1)[::6]
        wires = [
            sweep([(r * 1.001 * math.sin(q) * math.cos(2 * math.pi * k / n), r * 1.001 * math.sin(q) * math.sin(2 * math.pi * k / n), -r * squash * math.cos(q)) for q in t[::8]], 0.0009, sides=5)
            for k in range(n)
        ]
    else:
        a = np.linspace(0, 2 * math.pi, 120, endpoint=False)
        turns = n * (t[:, None] - t[0]) / (t[-1] - t[0]) - a / (2 * math.pi)
        sag = 1 - 0.022 * np.abs(np.sin(math.pi * turns))
        grid = np.stack([r * np.sin(t)[:, None] * sag * np.cos(a), r * np.sin(t)[:, None] * sag * np.sin(a), -r * squash * np.cos(t)[:, None] + 0 * a], axis=-1)
        s = np.linspace(0, 1, n * 48)
        q = t[0] + (t[-1] - t[0]) * s
        w = 2 * math.pi * n * s
        wires = [sweep(np.stack([r * 1.0005 * np.sin(q) * np.cos(w), r * 1.0005 * np.sin(q) * np.sin(w), -r * squash * np.cos(q)], axis=1), 0.0007, sides=5)]
    paper = Growth().add(grid.reshape(-1, 3), grid_faces(len(grid), grid.shape[1], closed=True)).object("paper")
    rng = np.random.default_rng(spec.seed)
    glow = np.ones(3) if off else np.array((0.3, 0.033, 0.018)) if chinese else np.full(3, 0.3)  # light takes the colour of the paper that it comes through
    tint(displace(paper, 0.0012, 0.03, seed=int(rng.integers(99))), lambda p: (0.62 + 0.5 * np.exp(-(((p[:, 2] + 0.02) / (0.75 * r)) ** 2)))[:, None] * glow)
    b.add(paper, "paper"), b.add(join(wires), "wire")
    z, m = r * squash * math.sqrt(1 - mouth**2), r * mouth
    if chinese:
        for s in (-1, 1):
            b.add(move(lathe(rounded_profile([(m * 1.08, -0.009), (m * 1.12, -0.004), (m * 1.12, 0.006), (m * 1.04, 0.012), (m * 0.9, 0.012)], 0.0012), segments=64), 0, 0, s * (z - 0.002)), "caps")
        b.slot("tassel", "silk", "#c9202a", role="fixed")
        threads = [
            sweep(smooth_path([(0, 0, -z - 0.035), (0.006 * math.cos(q), 0.006 * math.sin(q), -z - 0.06), (f * math.cos(q), f * math.sin(q), -z - 0.2)], 8), 0.0009, sides=4)
            for q, f in zip(rng.uniform(0, 6.3, 60), rng.uniform(0.002, 0.019, 60), strict=True)
        ]
        b.add(join([*threads, sweep([(0, 0, -z), (0, 0, -z - 0.02), (0, 0, -z - 0.04)], 0.0014, sides=6), sphere(0.009, at=(0, 0, -z - 0.034), segments=20)]), "tassel")
    else:
        b.add(join([torus(m, 0.0013, at=(0, 0, s * z), segments=64, sides=8) for s in (-1, 1)]), "wire", "rings")
    b.add(join([sweep([(-m, 0, z), (0, 0, z + 0.004), (m, 0, z)], 0.0011, sides=6), sweep([(0, 0, z + 0.003), (0, 0, z + 0.03), (0, 0, z + 0.06)], 0.0012, sides=6)]), "wire", "hanger")
    b.hang = (0, 0, z + 0.06)
    if spec.has("hanging"):
        b.slot("cord", "rubber", "#1b1b1c", role="fixed")
        cord(b, z + 0.062)
    if not off:
        b.emitters.append(Emitter(0, 0, 0, r * 0.5, 2500 if not chinese else 2100, 9.0))
    b.footprint = "round"
