# SPDX-License-Identifier: GPL-3.0-or-later
"""Potatoes, peppers, broccoli."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, discard, displace, ellipsoid, from_geometry, join, lathe, rotate, smooth_path, sphere, sweep
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.props.registry import prop


@prop("potato")
def potato(spec: Spec, b: Builder) -> None:
    L, base = b.vary(0.052, 0.12), b.choose("#b98f57", "#c29a62", "#a97c4c")
    b.slot("body", "mushroom", base, finish=("matte",))
    body = ellipsoid(L, L * b.rng.uniform(0.62, 0.74), L * b.rng.uniform(0.54, 0.62), segments=96)
    displace(displace(body, L * 0.16, L * 1.3, seed=spec.seed), 0.0005, 0.006, seed=4)
    eyes = [
        np.array((math.sin(q) * math.cos(a), math.sin(q) * math.sin(a) * 0.68, math.cos(q) * 0.58)) * L
        for q, a in ((0.5, 1.0), (0.9, 3.6), (1.1, 5.2), (1.3, 2.2), (1.2, 4.4), (1.7, 5.8), (0.7, 5.0))
    ]
    for v in body.data.vertices:
        for e in eyes:
            d = (v.co.x - e[0]) ** 2 + (v.co.y - e[1]) ** 2 + (v.co.z - e[2]) ** 2
            v.co *= 1 - 0.07 * math.exp(-d / (0.09 * L) ** 2)

    def earth(p):
        near = sum(np.exp(-((p - e) ** 2).sum(axis=1) / (0.1 * L) ** 2) for e in eyes)
        patches = 0.5 + 0.5 * np.sin(p[:, 0] * 90 + 4 * np.sin(p[:, 1] * 70)) * np.sin(p[:, 1] * 110 + p[:, 2] * 80)
        specks = (np.sin(p[:, 0] * 2100) * np.sin(p[:, 1] * 1900) * np.sin(p[:, 2] * 2300) > 0.55) * 0.35
        return 1.06 - 0.4 * np.clip(near, 0, 1) - 0.16 * patches - specks

    grounded(b.add(rotate(tint(body, earth), 0, 0, b.rng.uniform(-40, 40)), "body"))
    b.footprint = "round"


@prop("pepper")
def pepper(spec: Spec, b: Builder) -> None:
    R, H, n = b.vary(0.038, 0.06), b.vary(0.09, 0.07), b.choose(3, 4, 4)
    b.slot("body", "tomato_skin", b.choose("#c3231a", "#e3b21f", "#3f7f2c", "#d9661d"))
    b.slot("stem", "plant_stem", "#5b8a37", role="fixed")
    profile = smooth_path(
        [
            (0.0, 0.08),
            (0.3, 0.02),
            (0.56, 0.03),
            (0.76, 0.14),
            (0.86, 0.35),
            (0.97, 0.62),
            (1.0, 0.78),
            (0.93, 0.92),
            (0.72, 0.995),
            (0.42, 0.975),
            (0.2, 0.92),
            (0, 0.9),
        ],
        80,
    )
    body = lathe(profile * (R, H), segments=120, smooth=180)
    for v in body.data.vertices:
        a, z, d = math.atan2(v.co.y, v.co.x), v.co.z / H, math.hypot(v.co.x, v.co.y) / R
        lobe = abs(math.cos(n * a / 2 + 0.5)) ** 0.75
        deep = 0.2 - 0.08 * z + 0.06 * abs(2 * z - 1)
        f = 1 - deep * (1 - lobe) * min(d * 1.6, 1)
        v.co.x, v.co.y = v.co.x * f + 0.05 * R * z, v.co.y * f
        v.co.z += (0.055 * lobe * math.sin(math.pi * min(d, 1)) - (0.05 * (1 - lobe))) * H * (2 * z - 1) ** 3 * min(d * 2, 1)
    made = [b.add(displace(body, R * 0.03, R * 0.9, seed=spec.seed), "body")]
    star = [
        (math.cos(a) * (1 + 0.13 * math.cos(6 * a)), math.sin(a) * (1 + 0.13 * math.cos(6 * a)))
        for a in np.linspace(0, 2 * math.pi, 36, endpoint=False)
    ]
    stem = smooth_path([(0.0018, 0, H * 0.9), (0.002, 0, H * 0.97), (0.003, 0, H * 1.08), (0.007, 0, H * 1.2), (0.0115, 0, H * 1.27)], 24)
    made.append(
        b.add(
            sweep(
                stem, np.interp(np.linspace(0, 1, 24), [0, 0.12, 0.25, 0.6, 0.95, 1], [0.0125, 0.0128, 0.0068, 0.0056, 0.0066, 0.0062]), section=star
            ),
            "stem",
        )
    )
    for o in made:
        rotate(o, 0, 0, b.rng.uniform(0, 90))
    grounded(*made)
    b.footprint = "round"


@prop("broccoli")
def broccoli(spec: Spec, b: Builder) -> None:
    b.slot("florets", "leaf", "#3f6a2c", finish=("matte",))
    b.slot("stalk", "plant_stem", "#9fb56a", role="fixed")
    H, R = b.vary(0.13, 0.05), b.vary(0.062, 0.05)
    stalk = lathe(
        smooth_path([(0, 0), (0.019, 0.0), (0.0205, 0.004), (0.0185, 0.02), (0.019, 0.045), (0.026, 0.06), (0.012, 0.07), (0, 0.07)], 40),
        segments=40,
        smooth=180,
    )
    b.add(displace(stalk, 0.003, 0.03, seed=spec.seed), "stalk")
    heads = [(0.0, 0.0)] + [(0.52, 60 * k + 20) for k in range(6)] + [(0.97, 36 * k) for k in range(10)]
    crowns, unit = [], ellipsoid(1, 1, 1, segments=8)
    shape = np.array([v.co for v in unit.data.vertices])
    cells = [tuple(p.vertices) for p in unit.data.polygons]
    rng = np.random.default_rng(spec.seed)
    for far, turn in heads:
        a, q = math.radians(turn + b.rng.uniform(-8, 8)), far * math.radians(88)
        way = np.array((math.sin(q) * math.cos(a), math.sin(q) * math.sin(a), math.cos(q)))
        centre = np.array((0, 0, H - R * 0.92)) + way * (R * 0.7, R * 0.7, R * 0.52)
        size = R * b.rng.uniform(0.36, 0.44)
        foot = np.array((0.012 * math.cos(a) * min(far, 1), 0.012 * math.sin(a) * min(far, 1), 0.05 - 0.008 * far))
        b.add(
            sweep(smooth_path([foot, (foot + centre) / 2 + (0, 0, -0.006), centre], 12), np.linspace(0.0115, 0.009, 12), sides=12),
            "stalk",
            "branches",
        )
        n = 150
        k = np.arange(n) + 0.5
        polar, around = np.arccos(1 - 2 * k / n), math.pi * (1 + 5**0.5) * k
        dirs = np.stack([np.sin(polar) * np.cos(around), np.sin(polar) * np.sin(around), np.cos(polar)], axis=1) + rng.normal(0, 0.07, (n, 3))
        dirs = dirs[dirs @ way > -0.35]
        lump = 1 + 0.1 * np.sin(5 * dirs[:, 0] + 3 * a) * np.sin(6 * dirs[:, 1] + far) + rng.normal(0, 0.03, len(dirs))
        at = centre + dirs * size
        dirs, lump = (rows[(at[:, 2] > 0.068) | (np.hypot(at[:, 0], at[:, 1]) > 0.05)] for rows in (dirs, lump))
        verts = (centre + dirs * (size * lump)[:, None])[:, None, :] + shape[None] * (size * 0.155 * rng.uniform(0.75, 1.25, (len(dirs), 1, 1)))
        faces = [tuple(i * len(shape) + c for c in cell) for i in range(len(dirs)) for cell in cells]
        crowns.append(from_geometry("floret", verts.reshape(-1, 3), faces, smooth=180))
        crowns.append(sphere(size * 0.95, at=tuple(centre), segments=20))
    middle = np.array((0, 0, H - R * 0.92))
    crown = join(crowns)
    discard(unit)

    def shade_(p):
        out = np.linalg.norm((p - middle) * (1, 1, 1.25), axis=1) / (R * 1.1)
        tips = np.clip((out - 0.75) / 0.35, 0, 1)
        return 0.42 + 0.75 * tips + 0.12 * np.sin(p[:, 0] * 300) * np.sin(p[:, 1] * 280)

    b.add(tint(crown, shade_), "florets")
    b.footprint = "round"
