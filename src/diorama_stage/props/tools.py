# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools: ladders, keys, scissors, hammers."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder, Spec, bevel, boolean, box, cylinder, extrude, join, lathe, loft, move, rotate, rounded_profile, shade, smooth_path, sphere, sweep,
    torus,
)  # fmt: skip
from diorama_stage.props.parts import rod
from diorama_stage.props.registry import prop


def bar(a, c, wide: float, deep: float, *, edge: float = 0.004):
    """A beam between two points of one x–z or y–z plane: `wide` along x, `deep` across its length, metres."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    way = (c - a) / np.linalg.norm(c - a)
    side = np.cross(way, (1.0, 0, 0))
    side = side / np.linalg.norm(side) if np.linalg.norm(side) > 1e-6 else np.array((0, 1.0, 0))
    ring = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    return bevel(loft([[p + np.array((wide / 2 * u, 0, 0)) + side * deep / 2 * v for u, v in ring] for p in (a, c)], smooth=30), edge)


@prop("ladder")
def ladder(spec: Spec, b: Builder) -> None:
    material = spec.material or b.choose("pine", "wood", "aluminium")
    b.slot("frame", b.choose("pine", "oak") if material not in ("aluminium", "steel") else "aluminium")
    b.slot("hinges", "steel", role="fixed")
    if spec.has("leaning", "straight", "extension"):
        H = 2.6
        for s in (-1, 1):
            b.add(bar((0.22 * s, 0, 0), (0.19 * s, 0, H), 0.032, 0.068, edge=0.006), "frame", "rails")
        for k in range(9):
            z = 0.2 + 0.275 * k
            half = 0.22 - 0.03 * z / H
            b.add(sweep([(-half - 0.018, 0, z), (0, 0, z), (half + 0.018, 0, z)], 0.0165, sides=18), "frame", "rungs")
        b.lean = "back"
        return
    H, foot = 1.75, 0.52
    for s in (-1, 1):
        b.add(bar((0.25 * s, -foot, 0), (0.16 * s, -0.06, H), 0.026, 0.07), "frame", "rails")
        b.add(bar((0.22 * s, foot, 0), (0.145 * s, 0.05, H - 0.03), 0.024, 0.045), "frame", "rear rails")
        b.add(rod((0.188 * s, -foot * 0.62, H * 0.33), (0.182 * s, foot * 0.6, H * 0.36), 0.005), "hinges", "spreaders")
        b.add(move(rotate(cylinder(0.016, 0.012, bevel=0.003), 0, 90), 0.175 * s - 0.006, -0.03, H - 0.06), "hinges")
    for k in range(6):
        z = 0.27 + 0.262 * k
        y = -foot + (foot - 0.06) * z / H
        half = 0.25 - 0.09 * z / H
        b.add(box(2 * half - 0.02, 0.085, 0.022, bevel=0.005, at=(0, y, z - 0.011)), "frame", "steps")
        b.add(rod((-half - 0.012, y, z - 0.02), (half + 0.012, y, z - 0.02), 0.003, sides=8), "hinges", "ties")
    for z in (0.4, 0.85, 1.3):
        half, y = 0.22 - 0.075 * z / H, foot - 0.47 * z / (H - 0.03)
        b.add(box(2 * half, 0.016, 0.042, bevel=0.003, at=(0, y + 0.004, z)), "frame", "braces")
    b.add(box(0.37, 0.19, 0.028, bevel=0.008, at=(0, -0.01, H - 0.006)), "frame", "top")
    b.support("top", -0.16, 0.16, -0.09, 0.07, H + 0.022)


@prop("key")
def key(spec: Spec, b: Builder) -> None:
    b.slot(
        "body",
        "steel" if spec.has("modern", "new") else b.choose("brass", "iron", "bronze"),
        finish=("weathered",) if spec.has("old", "antique", "vintage", "rusty") else (),
    )
    made = []
    if spec.has("modern", "new"):
        teeth = [(0.0, 0.0042)] + [(0.006 + 0.0035 * k, 0.0042 - 0.0016 * (k % 2) - 0.0006 * ((k * 7) % 3)) for k in range(7)] + [(0.033, 0.001)]
        outline = [(-0.002, -0.0042), (0.03, -0.0042), (0.033, -0.001), *teeth[::-1][0:], (-0.002, 0.0042)]
        made.append(b.add(extrude(outline, 0.0022, bevel=0.0004), "body"))
        head = extrude(
            [
                (0.0125 * math.cos(a) * (1 + 0.08 * math.cos(3 * a)) - 0.012, 0.0125 * math.sin(a))
                for a in np.linspace(0, 2 * math.pi, 48, endpoint=False)
            ],
            0.0026,
            bevel=0.0007,
        )
        hole = cylinder(0.0036, 0.02, bevel=0, at=(-0.019, 0, -0.01))
        made.append(b.add(shade(boolean(head, hole), 35), "body"))
    else:
        z = 0.0036
        bow = []
        for a in (90, 0, -90):
            x, y = -0.0255 - 0.0068 * math.cos(math.radians(a)), 0.0075 * math.sin(math.radians(a))
            bow.append(torus(0.0062, 0.0019, at=(x, y, z), segments=44, sides=14))
        bow.append(sphere(0.0034, at=(-0.0235, 0, z), segments=20))
        made.append(b.add(join(bow), "body", "bow"))
        shaft = [
            (0, -0.02),
            (0.0032, -0.02),
            (0.0045, -0.0175),
            (0.0045, -0.0155),
            (0.0028, -0.013),
            (0.0026, 0.018),
            (0.0037, 0.0195),
            (0.0037, 0.0215),
            (0.0026, 0.023),
            (0.0026, 0.0375),
            (0.0018, 0.0395),
            (0, 0.04),
        ]
        made.append(b.add(move(rotate(lathe(rounded_profile(shaft, 0.0007), segments=32), 0, 90), 0, 0, z), "body", "shaft"))
        bit = [
            (0.024, 0),
            (0.0365, 0),
            (0.0365, -0.0125),
            (0.034, -0.0125),
            (0.034, -0.009),
            (0.032, -0.009),
            (0.032, -0.0125),
            (0.0285, -0.0125),
            (0.0285, -0.0075),
            (0.027, -0.0075),
            (0.027, -0.0125),
            (0.024, -0.0125),
        ]
        made.append(b.add(extrude(bit, 0.0028, bevel=0.0004, at=(0, 0, z - 0.0014)), "body", "bit"))
    for o in made:
        rotate(o, 0, 0, 28)
    low = min(v.co.z for o in made for v in o.data.vertices)
    for o in made:
        move(o, 0, 0, -low)


@prop("scissors")
def scissors(spec: Spec, b: Builder) -> None:
    b.slot("handles", "plastic", b.choose("#c42a22", "#1d1d1f", "#e07a1e", "#2a5ea8"), finish=("satin",))
    b.slot("blades", "steel", role="trim")
    b.slot("screw", "brass", role="fixed")
    for s in (-1, 1):
        edge = [
            (-0.012, -0.0055),
            (0.012, -0.0068),
            (0.05, -0.0052),
            (0.098, 0.0012),
            (0.1, 0.0026),
            (0.05, 0.0052),
            (0.012, 0.0062),
            (-0.012, 0.0058),
            (-0.035, 0.004),
            (-0.035, -0.0045),
        ]
        blade = extrude([(x, y * s) for x, y in (edge if s > 0 else edge[::-1])], 0.0019, bevel=0.0005, at=(0, 0, 0.0063 if s > 0 else 0.0042))
        oval = [
            (-0.068 + 0.0265 * math.cos(a), -s * 0.0205 + 0.0155 * math.sin(a) - s * 0.004 * math.cos(a), 0.0062)
            for a in np.linspace(0, 2 * math.pi, 64)
        ]
        loop = sweep(oval, 0.0048, sides=18, flat=1.25)
        stem = smooth_path([(-0.017, 0, 0.0063), (-0.03, -s * 0.002, 0.0063), (-0.048, -s * 0.009, 0.0063)], 20)
        arm = sweep(stem, np.linspace(0.0058, 0.0066, 20), sides=18, flat=0.85)
        for o, slot in ((blade, "blades"), (loop, "handles"), (arm, "handles")):
            b.add(rotate(rotate(o, 0, 0, 13 * s), 0, 0, 30), slot)
    b.add(cylinder(0.0042, 0.0022, bevel=0.0008, at=(0, 0, 0.0081)), "screw")
    b.add(box(0.0062, 0.0008, 0.0005, bevel=0, at=(0, 0, 0.0101)), "blades", "slot")


@prop("hammer")
def hammer(spec: Spec, b: Builder) -> None:
    b.slot("handle", b.choose("oak", "wood"), b.choose("#c1935a", "#a97843"))
    b.slot("head", "cast_iron", "#6c6e70", role="trim")
    b.slot("face", "brushed_steel", role="fixed")
    t = np.linspace(0, 1, 48)
    rings = []
    for u in t:
        x = -0.215 + 0.335 * u
        wide = np.interp(u, [0, 0.02, 0.08, 0.25, 0.45, 0.72, 0.86, 1], [0.008, 0.0155, 0.0168, 0.0145, 0.0165, 0.011, 0.0105, 0.0125])
        thick = np.interp(u, [0, 0.02, 0.08, 0.45, 0.72, 0.86, 1], [0.006, 0.011, 0.0122, 0.0118, 0.0092, 0.0088, 0.0085])
        a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
        rings.append(
            np.stack([np.full(28, x), wide * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.85 + 0.003 * math.sin(4 * u), thick * np.sin(a)], axis=1)
        )
    made = [b.add(loft(rings, smooth=70), "handle")]
    profile = [
        (0, -0.066),
        (0.0135, -0.066),
        (0.0152, -0.0645),
        (0.0152, -0.051),
        (0.0115, -0.044),
        (0.0105, -0.03),
        (0.0125, -0.02),
        (0.0125, 0.0),
        (0, 0),
    ]
    made.append(b.add(move(rotate(lathe(rounded_profile(profile, 0.002), segments=40), -90), 0.103, 0, 0), "head", "poll"))
    made.append(b.add(move(rotate(cylinder(0.0138, 0.0016, bevel=0.0006), -90), 0.103, -0.0672, 0), "face"))
    eye = box(0.034, 0.034, 0.0265, bevel=0.005, at=(0.103, 0, -0.01325))
    made.append(b.add(eye, "head", "eye"))
    for s in (-1, 1):
        path = smooth_path([(0.105, 0.006, 0), (0.106, 0.03, 0), (0.1, 0.056, 0), (0.083, 0.08, 0), (0.066, 0.091, 0)], 32)
        u = np.linspace(0, 1, 32)
        thick, wide = np.interp(u, [0, 0.35, 1], [0.013, 0.0085, 0.0016]), np.interp(u, [0, 0.3, 0.75, 1], [0.0066, 0.0066, 0.0062, 0.0042])
        gap = np.interp(u, [0, 0.3, 1], [0.0062, 0.0067, 0.0088])
        way = np.gradient(path, axis=0)
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        across = np.stack([way[:, 1], -way[:, 0], 0 * u], axis=1)
        a = np.linspace(0, 2 * np.pi, 20, endpoint=False)
        square = lambda q: np.sign(q) * np.abs(q) ** 0.55  # noqa: E731
        skin = [
            path[i] + np.outer(square(np.cos(a)) * thick[i], across[i]) + np.outer(square(np.sin(a)) * wide[i] + s * gap[i], (0, 0, 1.0))
            for i in range(32)
        ]
        made.append(b.add(loft(skin, smooth=50), "head", "claw"))
    for o in made:
        move(rotate(o, 0, 0, -32), 0, 0, 0.0155)
