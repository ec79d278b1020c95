# SPDX-License-Identifier: GPL-3.0-or-later
"""Chairs and stools, several of each by seed or by name: ladder-back, windsor, bentwood, shell, upholstered, office; a turned stool, a bar stool, an ottoman."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    bevel,
    box,
    cylinder,
    displace,
    extrude,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_rectangle,
    smooth_path,
    sphere,
    subdivide,
    sweep,
    torus,
)
from diorama_stage.kit.parts import add_rod
from diorama_stage.kit.seams import oval, sheet
from diorama_stage.props.furniture.folding import folding
from diorama_stage.props.registry import prop

SEAT = 0.45


@prop("chair")
def chair(spec: Spec, b: Builder) -> None:
    for name, make, styles in KINDS:
        if spec.is_a(name) or spec.has(name, *styles):
            return make(b)
    if spec.material == "plastic":
        return _shell(b)
    if spec.material in ("velvet", "fabric", "leather", "linen", "wool", "tweed", "corduroy", "satin"):
        return _upholstered(b)
    if spec.has("modern", "minimalist") and not spec.material:
        return b.choose(_shell, _wishbone)(b)
    return b.choose(_ladder, _windsor, _wishbone, _bentwood)(b)


def _saddle(w: float, d: float, thick: float, *, power: float = 3.2, dish: float = 0.012):
    """A wooden seat with round corners, broader in front, hollowed for the sitter; its top at SEAT."""
    edge = oval(power, 72) * (w / 2, d / 2)
    edge[:, 0] *= 1 - 0.09 * edge[:, 1] / (d / 2)
    rings = []
    for k, z in ((0.0, -thick), (0.9, -thick), (0.98, -thick * 0.85), (1.0, -thick * 0.45), (0.985, -0.003), (0.95, 0.0), (0.75, -dish * 0.55), (0.5, -dish), (0.25, -dish * 0.85), (0.0, -dish * 0.7)):
        ring = edge * max(k, 0.001)
        rings.append(np.column_stack([ring, np.full(72, SEAT + z)]))
    return loft(rings, smooth=60)


def _turned(b: Builder, foot, top, thick: float) -> None:
    """A turned leg, swelling below its middle, with a ring."""
    t = np.linspace(0, 1, 28)
    path = np.asarray(foot, float) + (np.asarray(top, float) - np.asarray(foot, float)) * t[:, None]
    radius = thick * (0.62 + 0.42 * np.exp(-(((t - 0.42) / 0.24) ** 2)) + 0.18 * np.exp(-(((t - 0.8) / 0.03) ** 2)))
    b.add(sweep(path, radius, sides=20), "frame", "legs")


def _ladder(b: Builder) -> None:
    """Three slats between raked posts over a seat of woven cord."""
    b.slot("frame", b.choose("oak", "walnut", "pine"))
    b.slot("cord", "straw", "#cfae74", role="trim")
    for x in (-1, 1):
        add_rod(b, "frame", (x * 0.215, -0.19, 0), (x * 0.21, -0.185, SEAT + 0.018), 0.0165, "legs", 24)
        b.add(sphere(0.0175, segments=20, at=(x * 0.21, -0.185, SEAT + 0.018)), "frame", "legs")
        post = smooth_path([(x * 0.18, 0.2, 0), (x * 0.18, 0.18, SEAT), (x * 0.186, 0.2, 0.7), (x * 0.192, 0.25, 0.96)], 36)
        b.add(sweep(post, np.linspace(0.0165, 0.0135, 36), sides=20), "frame", "legs")
        b.add(sphere(0.016, segments=20, at=tuple(post[-1])), "frame", "legs")
        for z in (0.15, 0.29):
            add_rod(b, "frame", (x * 0.213, -0.188, z), (x * 0.18, 0.19, z + 0.01), 0.0088, "stretchers")
    for y, half in ((-0.188, 0.213), (0.188, 0.18)):
        add_rod(b, "frame", (-half, y, 0.22), (half, y, 0.22), 0.0088, "stretchers")
    for z, y, tall in ((0.6, 0.188, 0.052), (0.73, 0.208, 0.058), (0.87, 0.232, 0.07)):
        x = np.linspace(-1, 1, 25)
        rows = np.array([[(0.184 * k, y + 0.026 * (1 - k * k) + s * 0.012, z + s * tall / 2 + 0.014 * (1 - k * k) * (s > 0)) for k in x] for s in (-1, -0.5, 0, 0.5, 1)])
        b.add(sheet(rows, 0.009, smooth=60), "frame", "back")
    _rush(b, 0.212, 0.18, 0.188)
    b.support("seat", -0.17, 0.17, -0.17, 0.14, SEAT + 0.012)


def _rush(b: Builder, front: float, back: float, deep: float) -> None:
    """A seat of cords that run from the rails to the middle in four triangles."""
    corners = np.array([(-front, -deep), (front, -deep), (back, deep), (-back, deep)])
    cords = []
    for k in range(4):
        p, q = corners[k], corners[(k + 1) % 4]
        inward = np.array((p[1] - q[1], q[0] - p[0])) / np.linalg.norm(q - p)
        for t in np.linspace(0.02, 0.98, 44):
            edge = p + (q - p) * t
            inner = edge + inward * (min(t, 1 - t) * (0.97 if k % 2 else 0.9) * np.linalg.norm(q - p))
            out = edge - inward * 0.006
            cords.append(sweep([(*edge, SEAT - 0.012), (*out, SEAT), (*(edge + inward * 0.006), SEAT + 0.0105), (*inner, SEAT + 0.004)], 0.0046, sides=6))
    b.add(join(cords), "cord", "seat")


def _windsor(b: Builder) -> None:
    """A saddled seat, turned splayed legs, spindles under a steamed bow."""
    b.slot("frame", b.choose("oak", "walnut", "dark_wood"))
    b.add(_saddle(0.45, 0.43, 0.036), "frame", "seat")
    feet = {}
    for x in (-1, 1):
        for y in (-1, 1):
            foot, top = np.array((x * 0.21, y * 0.2 + 0.01, 0)), np.array((x * 0.14, y * 0.13, SEAT - 0.02))
            _turned(b, foot, top, 0.019)
            feet[x, y] = foot + (top - foot) * 0.42
        _turned(b, feet[x, -1], feet[x, 1], 0.0125)
    _turned(b, (feet[-1, -1] + feet[-1, 1]) / 2, (feet[1, -1] + feet[1, 1]) / 2, 0.0125)
    t = np.linspace(0, math.pi, 60)
    bow = np.column_stack([-0.19 * np.cos(t) * (1 + 0.06 * np.sin(t)), 0.155 + 0.1 * np.sin(t) ** 0.9, SEAT - 0.015 + 0.47 * np.sin(t) ** 0.62])
    b.add(sweep(bow, 0.0115, sides=16), "frame", "back")
    for k in range(7):
        u = (k - 3) / 3
        s = np.arccos(-np.clip(u * 0.74, -1, 1))
        top = (-0.19 * np.cos(s) * (1 + 0.06 * np.sin(s)), 0.155 + 0.1 * np.sin(s) ** 0.9, SEAT - 0.015 + 0.47 * np.sin(s) ** 0.62)
        foot = (u * 0.115, 0.165 - 0.02 * abs(u), SEAT - 0.02)
        path = np.linspace(foot, top, 20)
        b.add(sweep(path, 0.0062 + 0.0022 * np.exp(-(((np.linspace(0, 1, 20) - 0.35) / 0.25) ** 2)), sides=14), "frame", "spindles")
    b.support("seat", -0.16, 0.16, -0.16, 0.13, SEAT)


def _wishbone(b: Builder) -> None:
    """Mid-century: round tapering legs, a curved yoke for arms and back, a thin padded or wooden seat."""
    b.slot("frame", b.choose("oak", "walnut"))
    b.slot("pad", b.choose("leather", "fabric"), b.choose("#2a2725", "#b08a5c", "#7f8b84"), role="trim")
    for x in (-1, 1):
        b.add(sweep(smooth_path([(x * 0.24, -0.21, 0), (x * 0.23, -0.2, SEAT * 0.6), (x * 0.235, -0.19, 0.46)], 24), np.r_[np.linspace(0.011, 0.0185, 16), np.linspace(0.0185, 0.016, 8)], sides=20), "frame", "legs")
        b.add(sweep(smooth_path([(x * 0.21, 0.26, 0), (x * 0.2, 0.2, SEAT * 0.8), (x * 0.215, 0.2, 0.6), (x * 0.235, 0.16, 0.735)], 40), np.r_[np.linspace(0.011, 0.0185, 22), np.linspace(0.0185, 0.0125, 18)], sides=20), "frame", "legs")
        add_rod(b, "frame", (x * 0.232, -0.195, SEAT - 0.035), (x * 0.202, 0.2, SEAT - 0.035), 0.0125, "rails")
    for y, half in ((-0.197, 0.232), (0.2, 0.202)):
        add_rod(b, "frame", (-half, y, SEAT - 0.03), (half, y, SEAT - 0.03), 0.0125, "rails")
    t = np.linspace(-0.35, math.pi + 0.35, 60)
    yoke = np.column_stack([0.262 * np.cos(t), 0.06 + 0.2 * np.sin(t), 0.735 + 0.018 * np.clip(np.sin(t), 0, 1)])
    b.add(sweep(yoke, np.interp(np.linspace(-1, 1, 60), (-1, -0.6, 0, 0.6, 1), (0.0105, 0.0125, 0.016, 0.0125, 0.0105)), sides=20, flat=1.35), "frame", "back")
    for s in (-1, 1):
        b.add(sweep(smooth_path([(0.012 * s, 0.2, SEAT - 0.03), (0.014 * s, 0.225, 0.58), (0.06 * s, 0.25, 0.7), (0.085 * s, 0.252, 0.745)], 26), 0.011, sides=14, flat=0.6), "frame", "back")
    rings = [np.column_stack([oval(6, 72) * (0.222 * k, 0.205 * k) * np.column_stack([1 - 0.07 * oval(6, 72)[:, 1], np.ones(72)]) + (0, 0.002), np.full(72, z)]) for k, z in ((0.001, SEAT - 0.02), (0.96, SEAT - 0.02), (1.0, SEAT - 0.01), (0.99, SEAT + 0.006), (0.93, SEAT + 0.016), (0.6, SEAT + 0.024), (0.001, SEAT + 0.026))]
    b.add(loft(rings, smooth=70), "pad", "seat")
    b.support("seat", -0.16, 0.16, -0.15, 0.14, SEAT + 0.022)


def _bentwood(b: Builder) -> None:
    """A café chair: two steamed hoops for a back, a round caned seat in a ring, a hoop between the legs."""
    b.slot("frame", "dark_wood", b.choose("#3b2618", "#1d1a18", "#6b4526"))
    b.slot("cane", "rattan", "#c9a56b", role="trim")
    r = 0.2
    profile = [(r - 0.028, -0.034), (r - 0.004, -0.034), (r + 0.004, -0.028), (r + 0.006, -0.014), (r + 0.002, -0.002), (r - 0.006, 0.0), (r - 0.026, -0.002), (r - 0.03, -0.008), (r - 0.028, -0.034)]
    b.add(move(lathe(profile, segments=80, smooth=50), 0, 0, SEAT), "frame", "seat")
    b.add(cylinder(r - 0.026, 0.003, bevel=0.001, segments=64, at=(0, 0, SEAT - 0.009)), "cane", "seat")
    for k in range(-8, 9):
        x = k * 0.02
        half = math.sqrt(max((r - 0.027) ** 2 - x * x, 1e-6))
        for a, c in (((x, -half), (x, half)), ((-half, x), (half, x))):
            add_rod(b, "cane", (*a, SEAT - 0.0055), (*c, SEAT - 0.0055), 0.0018, "seat", 6)
    for x in (-1, 1):
        b.add(sweep(smooth_path([(x * 0.2, -0.19, 0), (x * 0.175, -0.165, 0.2), (x * 0.15, -0.125, SEAT - 0.02)], 30), np.linspace(0.0115, 0.0165, 30), sides=18), "frame", "legs")
    t = np.linspace(0, math.pi, 50)
    leg = [(-0.19, 0.26, 0), (-0.17, 0.2, 0.25), (-0.165, 0.165, SEAT)]
    hoop = [(-0.17 * math.cos(k), 0.165 + 0.085 * math.sin(k) ** 0.8, SEAT + 0.02 + 0.46 * math.sin(k) ** 0.55) for k in t[2:-2]]
    whole = smooth_path([*leg, *hoop, *[(-x, y, z) for x, y, z in reversed(leg)]], 130)
    b.add(sweep(whole, 0.0135 - 0.002 * np.abs(np.linspace(-1, 1, 130)), sides=18), "frame", "back")
    inner = [(-0.115 * math.cos(k), 0.168 + 0.07 * math.sin(k) ** 0.8, SEAT + 0.34 * math.sin(k) ** 0.6) for k in t]
    b.add(sweep(smooth_path(inner, 70), 0.0095, sides=14), "frame", "back")
    b.add(torus(0.172, 0.0085, at=(0, 0.005, 0.24), segments=64, sides=12), "frame", "ring")
    b.support("seat", -0.15, 0.15, -0.15, 0.14, SEAT)


def _shell_rows(w: float, d: float, back: float) -> np.ndarray:
    """A one-piece shell: rows from the front edge over the seat up the back, turned up at the sides."""
    spine = smooth_path([(-d * 0.56, 0.435), (-d * 0.45, SEAT + 0.004), (-d * 0.1, SEAT - 0.012), (d * 0.2, SEAT - 0.012), (d * 0.37, SEAT + 0.03), (d * 0.44, SEAT + 0.12), (d * 0.5, SEAT + back * 0.7), (d * 0.56, SEAT + back)], 46)
    u = np.linspace(-1, 1, 29)
    rows = []
    for k, (y, z) in enumerate(spine):
        t = k / 45
        half = w / 2 * np.interp(t, (0, 0.12, 0.5, 0.8, 0.95, 1), (0.9, 0.98, 1.0, 0.94, 0.8, 0.55))
        lift = np.interp(t, (0, 0.2, 0.55, 0.8, 1), (0.0, 0.03, 0.055, 0.03, 0.0)) * np.abs(u) ** 2.6
        ahead = np.interp(t, (0, 0.45, 0.6, 0.9, 1), (0.0, 0.0, 0.07, 0.06, 0.02)) * np.abs(u) ** 2.2
        rows.append(np.column_stack([half * u, y - ahead, z + lift]))
    return np.array(rows)


def _shell(b: Builder) -> None:
    """A moulded shell on slanting wooden legs braced with wire."""
    b.slot("body", "plastic", b.choose("#efece4", "#2c2d2f", "#c8952c", "#8fa39a"), finish=("matte",))
    b.slot("legs", "oak", role="trim")
    b.slot("metal", "steel", "#1e1e20", role="fixed")
    b.add(sheet(_shell_rows(0.46, 0.44, 0.37), 0.007, smooth=60), "body", "seat")
    tops = {}
    for x in (-1, 1):
        for y in (-1, 1):
            top, foot = (x * 0.12, y * 0.11, SEAT - 0.03), (x * 0.225, y * 0.215, 0)
            b.add(sweep(np.linspace(foot, top, 12), np.linspace(0.011, 0.0175, 12), sides=20), "legs", "legs")
            tops[x, y] = (np.array(top), np.array(foot))
    for a, c in (((-1, -1), (1, -1)), ((-1, 1), (1, 1)), ((-1, -1), (-1, 1)), ((1, -1), (1, 1))):
        low = lambda k: tuple(tops[k][1] + (tops[k][0] - tops[k][1]) * 0.42)  # noqa: E731
        high = lambda k: tuple(tops[k][0] + (0, 0, 0.02))  # noqa: E731
        for p, q in ((low(a), high(c)), (low(c), high(a))):
            add_rod(b, "metal", p, q, 0.003, "braces", 8)
    for (top, _) in tops.values():
        b.add(cylinder(0.022, 0.012, bevel=0.003, at=(top[0], top[1], SEAT - 0.036)), "metal", "braces")
    b.support("seat", -0.16, 0.16, -0.16, 0.1, SEAT)


def _upholstered(b: Builder) -> None:
    """A padded dining chair: a curved back and a seat cushion with piping, on tapering legs."""
    b.slot("body", b.choose("velvet", "linen"), b.choose("#2f5d5a", "#b9a68a", "#8a4a52", "#5b6c7d"))
    b.slot("legs", b.choose("walnut", "oak"), role="trim")
    seat = subdivide(box(0.48, 0.47, 0.085, bevel=0.03, segments=4, at=(0, 0, SEAT - 0.06)), 1)
    for v in seat.data.vertices:
        k = max(0, 1 - (v.co.x / 0.24) ** 2) * max(0, 1 - (v.co.y / 0.235) ** 2)
        v.co.z += 0.018 * k * (v.co.z > SEAT - 0.02)
    b.add(displace(seat, 0.0025, 0.07, seed=b.spec.seed), "body", "seat")
    ring = np.vstack([p := rounded_rectangle(0.474, 0.464, 0.05, 8), p[:2]])
    b.add(sweep(np.column_stack([ring, np.full(len(ring), SEAT + 0.0125)]), 0.0042, sides=10), "body", "piping")
    t, u = np.linspace(0, 1, 30), np.linspace(-1, 1, 33)
    rows = np.array([np.column_stack([0.245 * u * np.interp(k, (0, 0.3, 0.85, 1), (0.86, 1.0, 0.98, 0.86)), 0.235 + 0.09 * k - 0.075 * np.abs(u) ** 2.4 * np.interp(k, (0, 0.5, 1), (1.0, 0.9, 0.5)), np.full(33, SEAT - 0.03 + 0.5 * k) - 0.02 * np.abs(u) ** 4 * (k > 0.9)]) for k in t])
    b.add(subdivide(bevel(sheet(rows, 0.052, smooth=60), 0.02, 3, angle=50), 1), "body", "back")
    for x in (-1, 1):
        for y in (-1, 1):
            b.add(sweep(np.linspace((x * 0.21, y * 0.2 + (0.04 if y > 0 else 0), 0), (x * 0.185, y * 0.175, SEAT - 0.05), 10), np.linspace(0.0105, 0.019, 10), sides=20), "legs", "legs")
    b.support("seat", -0.17, 0.17, -0.17, 0.1, SEAT + 0.04)


def _office(b: Builder) -> None:
    """On five castors: a column, a padded seat, a back on a spine, arms."""
    b.slot("body", "fabric", b.choose("#2b2d31", "#4a5560", "#6d7a70"))
    b.slot("frame", "plastic", "#1c1d1f", role="fixed")
    b.slot("metal", "aluminium", role="trim")
    for k in range(5):
        a = 2 * math.pi * k / 5 + 0.3
        c, s = math.cos(a), math.sin(a)
        b.add(sweep(smooth_path([(0, 0, 0.125), (0.12 * c, 0.12 * s, 0.115), (0.29 * c, 0.29 * s, 0.078)], 16), np.linspace(0.026, 0.0165, 16), sides=16, flat=0.8), "metal", "base")
        for o in (-0.013, 0.013):
            wheel = move(rotate(cylinder(0.028, 0.017, bevel=0.006), 90, 0, 0), 0, 0.0085, 0)
            b.add(move(rotate(wheel, 0, 0, math.degrees(a)), 0.29 * c - o * s, 0.29 * s + o * c, 0.028), "frame", "castors")
        b.add(cylinder(0.011, 0.035, bevel=0.003, at=(0.29 * c, 0.29 * s, 0.045)), "frame", "castors")
    b.add(cylinder(0.03, 0.2, bevel=0.003, at=(0, 0, 0.11)), "frame", "column")
    b.add(cylinder(0.018, 0.13, bevel=0.002, at=(0, 0, 0.29)), "metal", "column")
    b.add(box(0.2, 0.26, 0.045, bevel=0.014, at=(0, 0.02, 0.4)), "frame", "column")
    seat = subdivide(box(0.5, 0.48, 0.085, bevel=0.035, segments=4, at=(0, -0.01, 0.44)), 1)
    for v in seat.data.vertices:
        v.co.z += (0.014 * (1 - (v.co.x / 0.25) ** 2) - 0.03 * max(0, (-v.co.y - 0.12) / 0.13) ** 2) * (v.co.z > 0.48)
    b.add(seat, "body", "seat")
    b.add(sweep(smooth_path([(0, 0.1, 0.42), (0, 0.25, 0.43), (0, 0.29, 0.52), (0, 0.27, 0.72), (0, 0.29, 0.85)], 30), 0.022, sides=16, flat=0.55), "frame", "spine")
    t, u = np.linspace(0, 1, 26), np.linspace(-1, 1, 27)
    rows = np.array([np.column_stack([0.225 * u * np.interp(k, (0, 0.2, 0.8, 1), (0.82, 1, 0.95, 0.74)), 0.255 - 0.03 * math.sin(math.pi * k * 1.1) + 0.045 * k - 0.05 * np.abs(u) ** 2, np.full(27, 0.57 + 0.52 * k)]) for k in t])
    b.add(subdivide(bevel(sheet(rows, 0.045, smooth=60), 0.018, 3, angle=50), 1), "body", "back")
    for x in (-1, 1):
        b.add(sweep(smooth_path([(x * 0.14, 0.02, 0.43), (x * 0.28, 0.03, 0.45), (x * 0.295, 0.04, 0.56), (x * 0.285, 0.02, 0.66)], 24), 0.015, sides=14, flat=1.6), "frame", "arms")
        b.add(move(extrude(rounded_rectangle(0.085, 0.25, 0.035), 0.026, bevel=0.01), x * 0.28, -0.01, 0.66), "frame", "arms")
    b.support("seat", -0.18, 0.18, -0.18, 0.14, 0.535)


def _carriage(b: Builder) -> None:
    """A passenger's seat: a deep cushion and a high back in moquette, a steel pedestal, a grip at the shoulder."""
    b.slot("body", "tweed", b.choose("#2f4f7a", "#7a2f34", "#3a5f4a", "#4a4f58"))
    b.slot("base", "steel", "#6b6f73", role="fixed")
    b.slot("grip", "paint", "#d9a51c", role="fixed", finish=("satin",))
    cushion = displace(subdivide(box(0.455, 0.46, 0.11, bevel=0.035, segments=4, at=(0, -0.02, SEAT - 0.105)), 2, simple=True), 0.004, 0.12, seed=b.spec.seed)
    b.add(cushion, "body", "seat")
    back = displace(subdivide(box(0.455, 0.095, 0.72, bevel=0.04, segments=4), 2, simple=True), 0.004, 0.14, seed=b.spec.seed + 1)
    b.add(move(rotate(back, -9), 0, 0.2, SEAT - 0.06), "body", "back")
    rest = box(0.33, 0.06, 0.17, bevel=0.028, segments=4)
    b.add(move(rotate(rest, -9), 0, 0.235, SEAT + 0.44), "body", "back")
    b.add(box(0.06, 0.3, SEAT - 0.1, bevel=0.006), "base", "base")
    b.add(box(0.4, 0.4, 0.02, bevel=0.004, at=(0, -0.01, SEAT - 0.125)), "base", "base")
    bar = smooth_path([(0.235, 0.31, SEAT + 0.5), (0.25, 0.34, SEAT + 0.6), (0.24, 0.345, SEAT + 0.7), (0.17, 0.33, SEAT + 0.71)], 24)
    b.add(sweep(bar, 0.011, sides=14), "grip", "arms")
    b.support("seat", -0.2, 0.2, -0.22, 0.14, SEAT + 0.005)


KINDS = (
    ("office", _office, ()), ("windsor", _windsor, ()), ("bentwood", _bentwood, ("cafe", "bistro")), ("ladder", _ladder, ()), ("shell", _shell, ("plastic",)),
    ("upholstered", _upholstered, ()), ("folding", folding, ("foldable",)), ("carriage", _carriage, ()),
)  # fmt: skip
"""Kinds of chair that the noun names: how it is made, and styles that name it too."""


@prop("stool")
def stool(spec: Spec, b: Builder) -> None:
    """A bar stool on splayed legs with a ring, a low stool, or an ottoman covered in cloth."""
    if spec.is_a("ottoman"):
        b.slot("body", b.choose("velvet", "knit", "linen"), b.choose("#b9a68a", "#5b6c7d", "#a8603c"))
        profile = [(0, 0.0), (0.2, 0.0), (0.245, 0.03), (0.262, 0.12), (0.262, 0.26), (0.245, 0.35), (0.2, 0.385), (0, 0.4)]
        b.add(displace(lathe(smooth_path(profile, 40), segments=80, smooth=180), 0.004, 0.09, seed=spec.seed), "body")
        for z, r in ((0.04, 0.252), (0.335, 0.252)):
            b.add(torus(r, 0.0055, at=(0, 0, z), segments=90, sides=10), "body", "piping")
        b.support("seat", -0.2, 0.2, -0.2, 0.2, 0.39, round=True)
        b.footprint = "round"
        return
    b.slot("frame", b.choose("oak", "walnut", "pine"))
    b.slot("metal", "iron", "#26272a", role="trim")
    low = spec.is_a("milking") or spec.has("low", "small", "short")
    h, r = (0.42, 0.165) if low else (0.66, 0.17)
    top = [(0, h - 0.036), (r * 0.86, h - 0.036), (r * 0.97, h - 0.03), (r, h - 0.018), (r * 0.985, h - 0.005), (r * 0.93, h), (r * 0.6, h - 0.005), (0, h - 0.008)]
    b.add(lathe(smooth_path(top, 46), segments=80, smooth=50), "frame", "seat")
    count = 3 if low and b.rng.random() < 0.5 else 4
    for k in range(count):
        a = math.pi / 4 + 2 * math.pi * k / count
        foot, head = np.array((r * 1.18 * math.cos(a), r * 1.18 * math.sin(a), 0)), np.array((r * 0.62 * math.cos(a), r * 0.62 * math.sin(a), h - 0.03))
        _turned(b, foot, head, 0.019)
    if not low:
        b.add(torus(r * 1.0, 0.0075, at=(0, 0, 0.24), segments=72, sides=14), "metal", "ring")
    b.support("seat", -r, r, -r, r, h, round=True)
    b.footprint = "round"
