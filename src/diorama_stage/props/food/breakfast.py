# SPDX-License-Identifier: GPL-3.0-or-later
"""From the pan: fried eggs and bacon."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, field, from_geometry, move, rotate
from diorama_stage.kit.parts import tint, toward
from diorama_stage.props.registry import prop


@prop("fried_egg")
def fried_egg(spec: Spec, b: Builder) -> None:
    """Sunny side up: a white that ran out and set, its edge browned and lacy, a yolk that stands in it."""
    b.slot("body", "egg_white", "#f4efe2")
    b.slot("yolk", "yolk", "#f0960f", role="fixed")
    seed, n, m = spec.seed % 1000, 160, 60
    a, t = np.linspace(0, 2 * np.pi, n, endpoint=False), np.linspace(0.0, 1.0, m) ** 0.8
    ring = np.column_stack([np.cos(a), np.sin(a), np.zeros(n)])
    edge = 0.051 * (1 + 0.12 * field(ring, 1.5, seed=seed) + 0.035 * field(ring, 0.32, seed=seed + 1))
    flat = (np.maximum(t, 0.004)[:, None, None] * edge[None, :, None] * ring[None]).reshape(-1, 3)
    far, u = np.hypot(flat[:, 0], flat[:, 1]), np.repeat(t, n)
    lace = np.clip((u - 0.72) / 0.28, 0, 1)
    z = 0.0024 * np.sqrt(np.clip(1 - u**6, 0, 1)) + 0.0035 * np.exp(-((far / 0.027) ** 4)) + 0.00075 * field(flat, 0.014, seed=seed + 2)
    z += lace * (0.0011 + 0.001 * field(flat, 0.006, seed=seed + 3)) * np.clip((1 - u) * 30, 0, 1)
    bubbles = np.clip(field(flat, 0.0075, seed=seed + 4, octaves=1) - 0.9, 0, 1) * np.clip((u - 0.5) * 4, 0, 1)
    top = flat + np.column_stack([0 * z, 0 * z, np.maximum(z, 0.0004) + 0.0016 * bubbles])
    low, j = np.arange(m - 1)[:, None] * n, np.arange(n)
    faces = np.stack([low + j, low + n + j, low + n + (j + 1) % n, low + (j + 1) % n], axis=2).reshape(-1, 4)
    under = top[-n:] * (1, 1, 0)
    faces = np.concatenate([faces, np.stack([(m - 1) * n + j, m * n + j, m * n + (j + 1) % n, (m - 1) * n + (j + 1) % n], axis=1)])
    brown = np.clip(lace * (0.5 + 0.55 * field(flat, 0.02, seed=seed + 5)) + 0.25 * np.clip(u - 0.94, 0, 1) * 16 + 0.3 * bubbles, 0, 0.85)
    colours = toward("#f4efe2", "#9a5a1a", np.concatenate([brown, brown[-n:]]))
    b.add(tint(from_geometry("white", np.concatenate([top, under]), faces, smooth=180), lambda p: colours), "body")
    yolk = np.linspace(0, 1, 24)
    r = np.sin(yolk * np.pi / 2) * 0.0195
    dome = np.concatenate([np.column_stack([max(q, 1e-5) * np.cos(a[::2]), max(q, 1e-5) * np.sin(a[::2]), np.full(n // 2, 0.0035 + 0.0118 * (1 - (q / 0.0195) ** 2.3) ** 0.55)]) for q in r])
    k, j = n // 2, np.arange(n // 2)
    low = np.arange(23)[:, None] * k
    body = from_geometry("yolk", dome, np.stack([low + j, low + k + j, low + k + (j + 1) % k, low + (j + 1) % k], axis=2).reshape(-1, 4), smooth=180)
    veil = lambda p: toward("#f0960f", "#f6d9b0", 0.75 * np.clip((0.0075 - p[:, 2]) / 0.005, 0, 1) + 0.1 * field(p, 0.014, seed=seed))  # noqa: E731
    b.add(move(tint(body, veil), b.rng.uniform(-0.004, 0.004), b.rng.uniform(-0.004, 0.004), 0), "yolk")
    b.footprint = "round"


def rasher(seed: int):
    """A strip of streaky bacon along x, crisped into waves; the colours of its lean and fat."""
    rng = np.random.default_rng(seed)
    m, n, length, wide = 120, 26, 0.19 * rng.uniform(0.92, 1.06), 0.034
    x, y = np.meshgrid(np.linspace(-0.5, 0.5, m), np.linspace(-0.5, 0.5, n), indexing="ij")
    p = np.column_stack([x.ravel() * length, y.ravel() * wide, 0 * x.ravel()])
    phase = p[:, 0] / 0.033 * 2 * np.pi + rng.uniform(0, 6) + 0.9 * field(p * (1, 0.6, 1), 0.08, seed=seed)
    side = p[:, 1] / wide * 2
    wave = 0.0042 * np.sin(phase + 0.5 * side) * (0.7 + 0.3 * field(p, 0.07, seed=seed + 1)) + 0.0022 * side**2 * np.sin(1.9 * phase + 2 * side)
    at = p + np.column_stack([0.002 * np.cos(phase), 0.0035 * field(p * (1, 0.05, 1), 0.06, seed=seed + 2) + 0.006 * np.sin(p[:, 0] * 14 + seed), wave])
    streak = p[:, 1] / wide + 0.09 * field(p * (0.4, 1, 1), 0.02, seed=seed + 3) + 0.05 * np.sin(p[:, 0] * 30 + seed)
    fat = np.clip(1 - np.abs(((streak + 0.36) / 0.3) % 1 - 0.5) / 0.17, 0, 1) ** 0.6 * np.clip(0.75 + 0.5 * field(p * (0.5, 1, 1), 0.03, seed=seed + 4), 0, 1)
    fat = np.maximum(fat, np.clip((p[:, 1] / wide - 0.36 + 0.05 * field(p, 0.02, seed=seed + 5)) / 0.05, 0, 1))
    crisp = np.clip(wave / 0.006, -1, 1) * 0.22 + 0.16 * field(p, 0.012, seed=seed + 6) + 0.3 * np.clip(np.abs(side) - 0.86, 0, 1) * 5
    base = "#8a2f20"
    lean = toward(base, "#4a1710", 0.3 + crisp) * (1 - fat)[:, None] + toward(base, "#e2b27c", 0.88 - 0.5 * np.clip(crisp, 0, 1)) * fat[:, None]
    i, j = np.arange(m - 1)[:, None] * n, np.arange(n - 1)
    sheet = np.stack([i + j, i + n + j, i + n + j + 1, i + j + 1], axis=2).reshape(-1, 4)
    low, rim = at - (0, 0, 0.0021), np.concatenate([np.arange(n), np.arange(1, m) * n + n - 1, (m - 1) * n + np.arange(n - 2, -1, -1), np.arange(m - 2, 0, -1) * n])
    wall = np.stack([rim, np.roll(rim, -1), np.roll(rim, -1) + m * n, rim + m * n], axis=1)
    return from_geometry("rasher", np.concatenate([at, low]), np.concatenate([sheet, sheet[:, ::-1] + m * n, wall]), smooth=180), np.concatenate([lean, lean])


@prop("bacon")
def bacon(spec: Spec, b: Builder) -> None:
    b.slot("body", "seared", "#8a2f20", finish=("glossy",))
    for k in range(3):
        strip, colours = rasher(spec.seed * 7 + k)
        tint(strip, lambda p, c=colours: c)
        rotate(strip, b.rng.uniform(-5, 5) + (0, 9, -6)[k], 0, b.rng.uniform(-9, 9) + 12)
        b.add(move(strip, 0.006 * k, -0.027 + 0.026 * k, 0.0065 + 0.0032 * (k == 1)), "body")
