# SPDX-License-Identifier: GPL-3.0-or-later
"""Fountains: two stone bowls on a turned pedestal in a round pool, with falling water."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, ellipsoid, join, lathe, rounded_profile, sweep
from diorama_stage.kit.parts import copies, repeated, tint
from diorama_stage.props.registry import prop

POOL, RIM = 2.1, 0.62
"""The pool's outer radius and height, metres."""
BOWLS = ((1.02, 1.42, 0.26), (0.58, 2.2, 0.2))
"""Each bowl's radius, the height of its lip, its depth."""


def wet(p: np.ndarray) -> np.ndarray:
    """Stone darkened by water below the bowls' lips and at its foot."""
    a = np.arctan2(p[:, 1], p[:, 0])
    runs = np.clip(np.sin(a * 9 + np.sin(a * 4) * 2), 0, 1) ** 3
    foot = np.clip(1 - p[:, 2] / 0.25, 0, 1)
    return 1 - 0.3 * runs * np.clip(1.5 - np.hypot(p[:, 0], p[:, 1]), 0, 1) - 0.25 * foot


@prop("fountain")
def fountain(spec: Spec, b: Builder) -> None:
    b.slot("stone", b.choose("stone", "sandstone"), b.choose("#a39c8e", "#b3a68f", "#969490"))
    b.slot("water", "water", "#a8bdb8", role="fixed")
    b.slot("spray", "water", "#f4f8f8", role="fixed")
    wall(b)
    inner = POOL - 0.3
    b.add(lathe([(0, 0.06), (inner + 0.02, 0.06)], segments=72), "stone", "pool")
    b.add(ripples(inner, RIM - 0.14, 11), "water")
    shaft = [(0, 0.05), (0.52, 0.05), (0.52, 0.2), (0.4, 0.3), (0.34, 0.42), (0.24, 0.52), (0.2, 0.75), (0.27, 0.95), (0.2, 1.08), (0.3, 1.16), (0.2, 1.22)]
    b.add(tint(lathe(rounded_profile(shaft, 0.03), segments=64), wet), "stone", "pedestal")
    upper = [(0.2, 1.2), (0.17, 1.3), (0.22, 1.42), (0.13, 1.56), (0.11, 1.76), (0.17, 1.9), (0.12, 2.0), (0.1, 2.04)]
    b.add(tint(lathe(rounded_profile(upper, 0.02), segments=56), wet), "stone", "pedestal")
    finial = [(0.08, 2.0), (0.1, 2.2), (0.06, 2.28), (0.11, 2.4), (0.13, 2.5), (0.07, 2.6), (0.05, 2.66), (0.0, 2.7)]
    b.add(tint(lathe(rounded_profile(finial, 0.02), segments=48), wet), "stone", "finial")
    for r, z, deep in BOWLS:
        shell = [(0.1, z - deep - 0.06), (r * 0.35, z - deep), (r * 0.75, z - deep * 0.55), (r * 0.95, z - 0.1), (r, z - 0.06), (r + 0.03, z - 0.03), (r + 0.02, z), (r - 0.05, z), (r * 0.9, z - 0.08), (0.1, z - deep * 0.7)]
        bowl = lathe(rounded_profile(shell, 0.02), segments=96)
        for v in bowl.data.vertices:  # gadroons below the lip
            d = math.hypot(v.co.x, v.co.y)
            if v.co.z < z - 0.07 and d > r * 0.3:
                k = 1 + 0.035 * abs(math.sin(math.atan2(v.co.y, v.co.x) * 12))
                v.co.x, v.co.y = v.co.x * k, v.co.y * k
        b.add(tint(bowl, wet), "stone", "bowls")
        b.add(ripples(r - 0.06, z - 0.022, 5), "water")
    falls(b)
    b.footprint = "round"


def ripples(r: float, z: float, waves: int):
    """A round sheet of water with rings running outwards."""
    return lathe([(r * t, z + 0.006 * math.sin(t * waves * 2 * math.pi) * (1 - 0.6 * t)) for t in np.linspace(0, 1, 70)], segments=72, smooth=180)


def wall(b: Builder) -> None:
    """The pool's wall: two courses of curved stones under a moulded coping of single stones."""
    points, tones = [], []
    for low, high, out, inside, count, shift in ((0.0, 0.24, POOL - 0.03, POOL - 0.26, 22, 0.0), (0.24, 0.47, POOL - 0.07, POOL - 0.26, 22, 0.5), (0.47, RIM, POOL, POOL - 0.34, 18, 0.2)):
        section = [(inside, low), (out, low), (out + 0.012, low + 0.02), (out + 0.012, high - 0.02), (out - 0.015, high), (inside + 0.015, high), (inside, high - 0.02)]
        for k in range(count):
            angles = 2 * np.pi * (k + shift + np.linspace(0.004, 0.996, 6)) / count
            points.append([(r * math.cos(a), r * math.sin(a), z) for a in angles for r, z in section])
            tones.append(b.rng.uniform(0.78, 1.1) * (0.85 if low == 0 else 1.0))
    n = 7
    faces = [(i * n + j, i * n + (j + 1) % n, (i + 1) * n + (j + 1) % n, (i + 1) * n + j) for i in range(5) for j in range(n)]
    faces = [f[::-1] for f in faces] + [tuple(range(n)), tuple(range(5 * n, 6 * n))[::-1]]
    b.add(repeated(np.array(points), faces, smooth=25, tones=tones), "stone", "pool")


def falls(b: Builder) -> None:
    """Threads of water from each bowl's lip down to what is below, drops where they break, and the low jet on top."""
    drops, threads = [], []
    for (r, z, _), low, count in ((BOWLS[0], RIM - 0.14, 34), (BOWLS[1], BOWLS[0][1] - 0.02, 24)):
        for k in range(count):
            a = 2 * math.pi * (k + b.rng.uniform(-0.35, 0.35)) / count
            speed = b.rng.uniform(0.5, 1.0)
            h = z - low
            t = np.linspace(0, 1, 16)
            d = r + 0.02 + 0.16 * speed * t * math.sqrt(h)
            path = np.stack([d * math.cos(a), d * math.sin(a), z + 0.004 - h * t**2], axis=1)
            w = b.rng.uniform(0.006, 0.016) * (1 - 0.45 * t) * (1 + 0.35 * np.sin(t * 30 + k))
            threads.append(sweep(path, w, sides=8, flat=0.8))
            for _ in range(3):
                place = np.diag([b.rng.uniform(0.005, 0.011)] * 3 + [1.0])
                place[:3, 3] = path[-2] + (b.rng.uniform(-0.06, 0.06), b.rng.uniform(-0.06, 0.06), b.rng.uniform(0.02, 0.16))
                drops.append(place)
    for k in range(9):
        a, reach, up = 2 * math.pi * k / 9, b.rng.uniform(0.16, 0.3), b.rng.uniform(0.2, 0.34)
        t = np.linspace(0, 1, 18)
        path = np.stack([reach * t * math.cos(a), reach * t * math.sin(a), 2.7 + 4 * up * t * (1 - t) - 0.5 * t**2], axis=1)
        threads.append(sweep(path, 0.014 * (1 - 0.5 * t), sides=8))
    b.add(join(threads), "spray", "jets")
    b.add(copies(ellipsoid(1, 1, 1.3, segments=8), drops, smooth=180), "spray", "jets")
