# SPDX-License-Identifier: GPL-3.0-or-later
"""Fruit, vegetables, eggs and cheese."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, join, lathe, move, rotate, smooth_path, sphere, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import blade, grounded
from diorama_stage.props.registry import prop


def stone_fruit(R: float, tall: float, cleft: float, seed: int, *, segments: int = 96):
    """A round fruit with a dimple at its stalk and a cleft down its front, about its centre."""
    body = ellipsoid(R, R, R * tall, segments=segments)
    p = vertices(body).astype(float)
    d, up = np.hypot(p[:, 0], p[:, 1]) / R, p[:, 2] > 0
    p[:, 2] -= 0.2 * R * np.exp(-((d / 0.27) ** 2)) * np.where(up, 1, -0.25)
    front = np.maximum(-p[:, 1] / (R * np.sqrt(d * d + 0.05)), 0)
    p *= (1 - cleft * np.exp(-((p[:, 0] / (0.11 * R)) ** 2)) * front * (0.35 + 0.65 * np.maximum(p[:, 2] / R + 0.3, 0)))[:, None]
    set_points(body.data, p)
    return displace(body, R * 0.018, R * 0.9, seed=seed)


@prop("pear")
def pear(spec: Spec, b: Builder) -> None:
    h = b.vary(0.088, 0.05)
    b.slot("body", "pear_skin", b.choose("#b9b545", "#c3b648"))
    b.slot("stem", "bark", "#4a3420", role="fixed")
    outline = [(0, 0.05), (0.13, 0.012), (0.25, 0.03), (0.36, 0.16), (0.385, 0.32), (0.34, 0.5), (0.24, 0.68), (0.18, 0.82), (0.14, 0.94), (0.07, 0.985), (0, 0.965)]
    body = lathe(np.abs(smooth_path(outline, 60)) * h, segments=56, smooth=180)
    for v in body.data.vertices:
        v.co.x += 0.05 * h * (v.co.z / h) ** 2
    grounded(b.add(displace(body, h * 0.018, h * 0.5, seed=spec.seed), "body"))
    b.add(sweep(smooth_path([(0.047 * h, 0, 0.93 * h), (0.06 * h, 0, 1.05 * h), (0.12 * h, 0, 1.2 * h)], 12), np.linspace(0.0015, 0.0022, 12), sides=8), "stem")
    b.footprint = "round"


@prop("banana")
def banana(spec: Spec, b: Builder) -> None:
    b.slot("body", "banana_skin", "#e6c53a")
    b.slot("tips", "bark", "#3d3020", role="fixed")
    n = b.choose(4, 5, 5, 6) if spec.has("bunch") else 1
    t = np.linspace(0, 1, 44)
    section = [(math.cos(a) * (1 + 0.055 * math.cos(5 * a)), math.sin(a) * (1 + 0.055 * math.cos(5 * a))) for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)]
    width = np.interp(t, [0, 0.06, 0.14, 0.25, 0.5, 0.8, 0.93, 0.97, 1], [0.006, 0.006, 0.008, 0.0155, 0.0185, 0.0165, 0.009, 0.0055, 0.005])
    neck = [(0.004, 0, 0.055), (0.03, 0, 0.06)]
    if n == 1:  # its stem is its own, not the bunch's crown
        neck = [(-0.03, 0, 0.041), (-0.008, 0, 0.0515), (0.03, 0, 0.0605)]
        width = np.interp(t, [0, 0.09, 0.16, 0.28, 0.55, 0.82, 0.94, 0.975, 1], [0.0062, 0.0051, 0.0062, 0.0142, 0.0185, 0.0165, 0.009, 0.0055, 0.005])
    made = []
    for k in range(n):
        turn = (k - (n - 1) / 2) * 15
        bend = 1 + 0.1 * math.cos(math.radians(turn * 3))
        path = smooth_path([*neck[:-1], (*neck[-1][:2], neck[-1][2] * bend), (0.075, 0, 0.064 * bend), (0.12, 0, 0.052 * bend), (0.152, 0, 0.031), (0.172, 0, 0.008)], 44)
        fruit, tip = sweep(path, width, section=section), sphere(0.0052, at=path[-1], segments=14)
        ripe = lambda p, q=path: 1 - np.clip(0.9 - np.minimum(np.linalg.norm(p - q[0], axis=1), 1.4 * np.linalg.norm(p - q[-1], axis=1)) / 0.04, 0, 1)[:, None] * np.array([0.4, 0.08, 0.25])  # noqa: E731
        for o, slot in ((tint(fruit, ripe), "body"), (tip, "tips")):
            made.append(b.add(rotate(o, 0, 0, turn), slot))
    if n > 1:
        stem = sweep([(0.016, 0, 0.055), (0, 0, 0.055), (-0.022, 0, 0.062)], [0.012, 0.011, 0.007], sides=14)
        made += [b.add(stem, "body", "stem"), b.add(sweep([(-0.021, 0, 0.0618), (-0.0225, 0, 0.0622), (-0.024, 0, 0.0626)], 0.0066, sides=14), "tips")]
    else:
        made.append(b.add(sweep([(-0.0285, 0, 0.0417), (-0.03, 0, 0.041), (-0.0315, 0, 0.0402)], 0.0061, sides=14), "tips", "stem"))
    for o in made:
        rotate(move(o, -0.08, 0, 0), 148 if n == 1 else 0, 0, -20)  # one alone lies on its back, its ends up
    grounded(*made)


@prop("carrot")
def carrot(spec: Spec, b: Builder) -> None:
    L = b.vary(0.17)
    b.slot("body", "carrot", "#e07a22")
    b.slot("leaves", "plant_stem", "#4f8a2e", role="fixed")
    outline = smooth_path([(0, 0), (0.0025, 0.03), (0.007, 0.2), (0.0115, 0.5), (0.016, 0.82), (0.0185, 0.94), (0.014, 0.99), (0.004, 0.985), (0, 0.98)], 90)
    body = lathe([(r * (1 + 0.03 * math.sin(40 * z + 3 * math.sin(17 * z))), z * L) for r, z in outline], segments=40, smooth=180)
    made = [b.add(displace(body, 0.001, 0.05, seed=spec.seed), "body")]
    for k in range(9):
        a, s = k * 2.4, 0.018 + 0.028 * (k % 3) / 2
        tip = np.array((s * math.cos(a), s * math.sin(a), L * (1.5 + 0.1 * (k % 3))))
        path = smooth_path([(0.004 * math.cos(a), 0.004 * math.sin(a), L * 0.97), tip * (0.4, 0.4, 0.82), tip], 16)
        parts = [sweep(path, np.linspace(0.0017, 0.0006, 16), sides=6)]
        for i in range(5, 16):
            for side in (-1, 1):
                parts.append(move(rotate(blade(0.017 * (1.3 - i / 20), 0.006, 0.2, steps=4), 0, -50, math.degrees(a) + side * 75), *path[i]))
        made.append(b.add(join(parts), "leaves"))
    for o in made:
        rotate(move(o, 0, 0, -L * 0.75), 0, 90, -28)
        move(o, 0, 0, 0.0188)
    grounded(made[0])
    for o in made[1:]:
        for v in o.data.vertices:
            v.co.z = max(v.co.z, 0.001)


@prop("tomato")
def tomato(spec: Spec, b: Builder) -> None:
    r = b.vary(0.036)
    b.slot("body", "tomato_skin", "#c22a1c")
    b.slot("stem", "plant_stem", "#48782b", role="fixed")
    body = ellipsoid(r, r, r * 0.82, at=(0, 0, r * 0.82), segments=64)
    for v in body.data.vertices:
        a, d = math.atan2(v.co.y, v.co.x), math.hypot(v.co.x, v.co.y) / r
        v.co.z -= 0.24 * r * math.exp(-((d / 0.33) ** 2)) * (1 if v.co.z > r * 0.8 else -0.4)
        f = 1 + 0.025 * math.cos(5 * a) * (v.co.z / r - 0.2)
        v.co.x, v.co.y = v.co.x * f, v.co.y * f
    grounded(b.add(body, "body"))
    top = r * 1.44
    for k in range(5):
        b.add(move(rotate(blade(r * 0.72, r * 0.24, 0.28, rise=0.3), 0, 0, 72 * k + 20), 0, 0, top - 0.001), "stem")
    b.add(sweep(smooth_path([(0, 0, top - 0.004), (0, 0, top + 0.006), (0.005, 0, top + 0.012)], 10), np.linspace(0.0024, 0.0018, 10), sides=10), "stem")
    b.footprint = "round"


@prop("strawberry")
def strawberry(spec: Spec, b: Builder) -> None:
    h = b.vary(0.036)
    b.slot("body", "tomato_skin", "#c4171f")
    b.slot("seeds", "plastic", "#e3c465", role="fixed")
    b.slot("leaves", "plant_stem", "#4c8a2c", role="fixed")
    outline = smooth_path([(0, 0), (0.14, 0.03), (0.28, 0.24), (0.39, 0.56), (0.41, 0.74), (0.34, 0.92), (0.18, 0.99), (0, 0.97)], 60) * h
    made, seeds = [b.add(lathe(outline, segments=56, smooth=180), "body")], []
    for k in range(130):
        z = h * (0.05 + 0.85 * (k + 0.5) / 130)
        r = np.interp(z, outline[:48, 1], outline[:48, 0])
        slope = math.degrees(math.atan2(np.interp(z + 0.001, outline[:48, 1], outline[:48, 0]) - r, 0.001))
        seeds.append(rotate(move(rotate(ellipsoid(0.0004, 0.0006, 0.001, segments=8), 0, slope), r, 0, z), 0, 0, 137.5 * k))
    made.append(b.add(join(seeds), "seeds"))
    for k in range(9):
        made.append(b.add(move(rotate(blade(h * (0.42 if k % 2 else 0.5), h * 0.17, 0.5, rise=0.35), 0, 0, 40 * k), 0, 0, h * 0.97), "leaves"))
    made.append(b.add(sweep(smooth_path([(0, 0, h * 0.95), (0, 0, h * 1.1), (0.004, 0, h * 1.25)], 8), 0.0011, sides=8), "leaves"))
    for o in made:
        rotate(o, 108, 0, 62)
    grounded(*made)


@prop("pumpkin")
def pumpkin(spec: Spec, b: Builder) -> None:
    R, n = b.vary(0.14), 10
    b.slot("body", "pumpkin", "#d9781e")
    b.slot("stem", "plant_stem", "#6b7340", role="fixed")
    body = ellipsoid(R, R, R * 0.76, at=(0, 0, R * 0.76), segments=160)
    for v in body.data.vertices:
        a, d = math.atan2(v.co.y, v.co.x), math.hypot(v.co.x, v.co.y) / R
        f = 1 - 0.13 * (1 - abs(math.sin(n * a / 2 + 0.4)) ** 0.7)
        v.co.x, v.co.y = v.co.x * f, v.co.y * f
        v.co.z -= 0.26 * R * math.exp(-((d / 0.36) ** 2)) * (1 if v.co.z > R * 0.7 else -0.5)
    grounded(b.add(displace(body, R * 0.02, R * 0.8, seed=spec.seed), "body"))
    star = [(math.cos(a) * (1 + 0.18 * math.cos(5 * a)), math.sin(a) * (1 + 0.18 * math.cos(5 * a))) for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)]
    path = smooth_path([(0, 0, R * 1.12), (0, 0, R * 1.3), (R * 0.05, 0, R * 1.5), (R * 0.2, 0, R * 1.66)], 24)
    b.add(sweep(path, np.interp(np.linspace(0, 1, 24), [0, 0.2, 0.5, 1], [R * 0.22, R * 0.14, R * 0.1, R * 0.12]), section=star), "stem")
    b.footprint = "round"
