# SPDX-License-Identifier: GPL-3.0-or-later
"""Sushi: nigiri (fish on pressed rice) and maki (rolls in seaweed, cut), with wasabi and pickled ginger."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, displace, ellipsoid, field, from_geometry, lathe, move, rotate, smooth_path
from diorama_stage.kit.parts import tint, toward
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import copies

FISH = {"salmon": ("#e8703f", "#f7c9a6"), "tuna": ("#9a1f2b", "#b8434a")}
"""Colour of the flesh, and of the lines in it."""


def _grain() -> tuple[np.ndarray, np.ndarray]:
    """A unit grain of rice: a bead of few faces, its long axis z."""
    t, a = np.linspace(0.12, math.pi - 0.12, 5), np.linspace(0, 2 * math.pi, 7)[:-1]
    points = np.array([(math.sin(u) * math.cos(w), math.sin(u) * math.sin(w), math.cos(u)) for u in t for w in a])
    i, j = np.arange(4)[:, None] * 6, np.arange(6)
    return points, np.stack([i + j, i + 6 + j, i + 6 + (j + 1) % 6, i + (j + 1) % 6], axis=2).reshape(-1, 4)


def _rice(places: np.ndarray, rng: np.random.Generator):
    q, r = np.linalg.qr(rng.normal(size=(len(places), 3, 3)))
    return copies(*_grain(), places, q * np.sign(np.diagonal(r, axis1=1, axis2=2))[:, None, :], np.array((0.00115, 0.00115, 0.0026)) * rng.uniform(0.85, 1.15, (len(places), 1)))


def _slots(b: Builder) -> None:
    b.slot("fish", "sliced_fish", FISH["salmon"][0])
    b.slot("tuna", "sliced_fish", FISH["tuna"][0], role="fixed")
    b.slot("rice", "egg_white", "#f3efe4", role="fixed")
    b.slot("nori", "seaweed", "#141d16", role="fixed")
    b.slot("green", "leaf", "#a9c46a", role="fixed")


def nigiri(b: Builder, kind: str, seed: int) -> list:
    """A pressed oblong of rice with a slice of fish laid over it; along x, its middle over the origin."""
    rng = np.random.default_rng(seed)
    half, n = np.array((0.0265, 0.0125, 0.0105)), 520
    k = np.arange(n) + 0.5
    polar, around = np.arccos(1 - 2 * k / n), math.pi * (1 + 5**0.5) * k
    way = np.stack([np.cos(polar), np.sin(polar) * np.cos(around), np.sin(polar) * np.sin(around)], axis=1)
    soft = way / (np.abs(way) ** 3.2).sum(axis=1, keepdims=True) ** (1 / 3.2)
    made = [b.add(_rice(soft * half * 0.97 + (0, 0, half[2]) + rng.normal(0, 0.0004, (n, 3)), rng), "rice")]
    made.append(b.add(move(ellipsoid(*(half * (1.04, 1.06, 0.98)), segments=24), 0, 0, half[2]), "rice"))
    return [*made, b.add(_slice(kind, seed, half), "fish" if kind == "salmon" else "tuna")]


def _slice(kind: str, seed: int, half: np.ndarray):
    """A slice of fish that hangs over both ends and sides of the rice, thick in the middle, lined across on the bias."""
    m, n, thick = 64, 28, 0.0044
    x, y = np.meshgrid(np.linspace(-1, 1, m), np.linspace(-1, 1, n), indexing="ij")
    x, y = x.ravel(), y.ravel()
    narrow = 1 - 0.16 * (x + 0.1) ** 2 - 0.5 * np.clip(np.abs(x) - 0.86, 0, 1) ** 1.3 * 2.2
    p = np.column_stack([x * 0.0355 * (1 - 0.05 * y * y), y * 0.0162 * narrow, 0 * x])
    over = np.abs(p[:, 0] / (half[0] * 1.06)) ** 3.2 + np.abs(p[:, 1] / (half[1] * 1.25)) ** 3.2
    rest = 2 * half[2] + 0.0002 - 0.0052 * np.clip(over, 0, 1.0) - 0.0042 * np.clip(over - 1, 0, 2.0) ** 0.8
    rest += 0.0005 * field(p, 0.02, seed=seed)
    edge = np.clip(1 - np.maximum(np.abs(x) ** 9, np.abs(y) ** 5), 0, 1) ** 0.55
    top, low = p + np.column_stack([0 * x, 0 * x, rest + thick * (0.12 + 0.88 * edge)]), p + np.column_stack([0 * x, 0 * x, rest])
    flesh, line = FISH[kind]
    bias = (p[:, 0] + 0.55 * np.abs(p[:, 1] + 0.004) + 0.0016 * field(p, 0.02, seed=seed + 1)) / (0.0062 if kind == "salmon" else 0.0045)
    lines = np.clip(1 - np.abs(bias % 1 - 0.5) / (0.17 if kind == "salmon" else 0.1), 0, 1) ** 0.8
    colour = toward(flesh, line, lines * (0.85 if kind == "salmon" else 0.5) + 0.1 * field(p, 0.012, seed=seed + 2)) * (1 + 0.06 * field(p, 0.03, seed=seed + 3))[:, None]
    i, j = np.arange(m - 1)[:, None] * n, np.arange(n - 1)
    sheet = np.stack([i + j, i + n + j, i + n + j + 1, i + j + 1], axis=2).reshape(-1, 4)
    rim = np.concatenate([np.arange(n), np.arange(1, m) * n + n - 1, (m - 1) * n + np.arange(n - 2, -1, -1), np.arange(m - 2, 0, -1) * n])
    wall = np.stack([rim, np.roll(rim, -1), np.roll(rim, -1) + m * n, rim + m * n], axis=1)
    return tint(from_geometry("slice", np.concatenate([top, low]), np.concatenate([sheet, sheet[:, ::-1] + m * n, wall]), smooth=80), lambda _: np.concatenate([colour, colour]))


def maki(b: Builder, seed: int) -> list:
    """A piece of a roll standing on its cut: seaweed, rice, a filling of salmon, cucumber and avocado."""
    rng, R, h = np.random.default_rng(seed), 0.0165, 0.023
    wrap = displace(lathe(smooth_path([(R - 0.0012, 0.0), (R, 0.0006), (R, h - 0.0006), (R - 0.0006, h), (R - 0.0014, h - 0.0004), (R - 0.0014, 0.001)], 16), segments=72, smooth=60), 0.0007, 0.009, seed=seed)
    made = [b.add(wrap, "nori"), b.add(cylinder(R - 0.001, h - 0.0022, bevel=0.0006, at=(0, 0, 0.0006)), "rice")]
    n = 230
    r, a = np.sqrt(rng.uniform(0.16, 0.98, n)) * (R - 0.0022), rng.uniform(0, 2 * math.pi, n)
    made.append(b.add(_rice(np.column_stack([r * np.cos(a), r * np.sin(a), h - 0.0016 + rng.normal(0, 0.0005, n)]), rng), "rice"))
    for k, (slot, size) in enumerate((("fish", 0.0047), ("green", 0.004), ("tuna" if seed % 2 else "green", 0.0036))):
        q = 2 * math.pi * k / 3 + 0.4 + seed
        core = displace(ellipsoid(size, size * 0.86, h / 2 - 0.0002, segments=20), 0.0008, 0.005, seed=seed + k)
        for v in core.data.vertices:  # cut flat on top, a little above the rice
            v.co.z = float(np.clip(v.co.z * 3, -h / 2 + 0.001, h / 2 + 0.0003))
        made.append(b.add(move(core, 0.0042 * math.cos(q), 0.0042 * math.sin(q), h / 2), slot))
    return made


def _stand(parts: list, x: float, y: float, yaw: float) -> None:
    for o in parts:
        move(rotate(o, 0, 0, yaw), x, y, 0)


def _sides(b: Builder, x: float, y: float) -> None:
    """A ball of wasabi with the marks of the fingers, thin slices of ginger in a fold."""
    b.slot("wasabi", "clay", "#a3bd62", role="fixed")
    b.slot("ginger", "sliced_fish", "#eeb9a2", role="fixed")
    b.add(move(displace(displace(ellipsoid(0.0105, 0.0095, 0.0085, segments=48), 0.002, 0.011, seed=b.spec.seed), 0.0007, 0.0022, seed=1), x, y, 0.007), "wasabi")
    for k in range(6):
        m, n = 26, 12
        u, v = np.meshgrid(np.linspace(0, 1, m), np.linspace(-0.5, 0.5, n), indexing="ij")
        u, v = u.ravel(), v.ravel()
        turn = 4.6 * u + 1.05 * k
        r = 0.004 + 0.0017 * k * 0.7 + 0.003 * u
        lift = 0.0035 + (v + 0.5) * 0.0105 * np.sin(np.pi * np.clip(u, 0.04, 0.96)) ** 0.4 + 0.0012 * np.sin(9 * u + k)
        flare = 1 + 0.5 * (v + 0.5)
        at = np.column_stack([x + 0.004 + r * flare * np.cos(turn), y - 0.03 + r * flare * np.sin(turn), lift - 0.003])
        i, j = np.arange(m - 1)[:, None] * n, np.arange(n - 1)
        b.add(from_geometry("ginger", at, np.stack([i + j, i + n + j, i + n + j + 1, i + j + 1], axis=2).reshape(-1, 4), smooth=180), "ginger")


@prop("sushi")
def sushi(spec: Spec, b: Builder) -> None:
    """A serving of both kinds; or, by the noun, one piece of nigiri, a roll cut in pieces or one of them."""
    _slots(b)
    seed, rolled = spec.seed % 1000, spec.is_a("roll")
    if spec.is_a("nigiri") or spec.has("piece") and not rolled:
        _stand(nigiri(b, b.choose("salmon", "tuna"), seed), 0, 0, 12)
        return
    if rolled and spec.has("piece"):
        b.footprint = "round"
        maki(b, seed)
        return
    if rolled:
        for k in range(6):
            _stand(maki(b, seed + k), 0.037 * (k % 3 - 1) + b.rng.uniform(-0.001, 0.001), 0.036 * (k // 3), b.rng.uniform(0, 360))
        return
    for k in range(4):
        _stand(nigiri(b, "tuna" if k % 2 else "salmon", seed + k), -0.054 + 0.036 * k, 0.028 + 0.004 * k, 68 + b.rng.uniform(-3, 3))
    for k in range(4):
        _stand(maki(b, seed + k), -0.056 + 0.0375 * k + b.rng.uniform(-0.001, 0.001), -0.03 + 0.003 * k, b.rng.uniform(0, 360))
    _sides(b, 0.098, 0.018)
