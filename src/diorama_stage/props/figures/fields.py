# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures that stand about: a scarecrow, a totem pole."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cone,
    cylinder,
    displace,
    ellipsoid,
    join,
    lathe,
    loft,
    move,
    rotate,
    smooth_path,
    sphere,
    subdivide,
    sweep,
    torus,
)
from diorama_stage.kit.parts import rods, slab
from diorama_stage.kit.seams import ring
from diorama_stage.props.registry import prop


@prop("scarecrow")
def scarecrow(spec: Spec, b: Builder) -> None:
    """A cross of poles in an old shirt and trousers stuffed with straw, a sack for a head with a sewn face, a straw hat."""
    b.slot("shirt", "fabric", b.choose("#a33327", "#3f5d8a", "#4f6b3a", "#b5722f"), pattern="plaid")
    b.slot("trousers", "denim", b.choose("#3f5673", "#5b4a36"), role="trim")
    b.slot("patches", "fabric", b.choose("#c79a3f", "#7d4a5f"), role="fixed")
    b.slot("head", "burlap", "#c2a26d", role="trim")
    b.slot("hat", "straw", "#c8a85c", role="trim")
    b.slot("straw", "straw", "#d9bd6c", role="fixed")
    b.slot("pole", "bark", "#6a523a", role="fixed")
    b.slot("thread", "fabric", "#201a16", role="fixed")
    rng = np.random.default_rng(spec.seed)
    tilt = b.rng.uniform(-4, 4)
    b.add(sweep([(0, 0.06, -0.02), (0.005, 0.06, 0.9), (0, 0.05, 1.62)], 0.027), "pole")
    droop = b.rng.uniform(0.0, 0.07)
    span = smooth_path([(-0.74, 0.02, 1.3 - droop), (-0.3, 0.03, 1.33), (0, 0.03, 1.335), (0.3, 0.03, 1.33), (0.74, 0.02, 1.3 + droop * 0.4)], 40)
    b.add(sweep(span, 0.02), "pole")
    _stuffed_shirt(b, span, spec.seed)
    _stuffed_legs(b, spec.seed)
    for side in (-1, 1):  # birds sit on its arms
        near, far = sorted((side * 0.34, side * 0.6))
        b.support("arm", near, far, -0.03, 0.05, 1.395)
    ends = [_tuft(rng, span[0], (-1, 0, -0.25), 60, 0.2), _tuft(rng, span[-1], (1, 0, -0.25), 60, 0.2), _tuft(rng, (0, 0.0, 1.42), (0, -0.2, 1), 50, 0.1, 0.07)]
    ends += [_tuft(rng, (s * 0.11, -0.01, 0.34), (s * 0.1, 0, -1), 60, 0.22, 0.05) for s in (-1, 1)] + [
        _tuft(rng, (0.03, -0.13, 0.98), (0.1, -1, -0.4), 24, 0.12, 0.05)
    ]
    b.add(rods(np.concatenate(ends), 0.0024, sides=4), "straw")
    _sack(b, tilt, rng)


def _tuft(rng, at, way, count: int, length: float, spread: float = 0.045) -> np.ndarray:
    """Ends (count, 2, 3) of straws that stick out along `way`."""
    start = np.asarray(at) + rng.normal(0, spread / 2, (count, 3))
    way = np.asarray(way, float) / np.linalg.norm(way) + rng.normal(0, 0.33, (count, 3))
    return np.stack([start - way * 0.05, start + way * length * rng.uniform(0.5, 1.15, (count, 1))], axis=1)


def _stuffed_shirt(b: Builder, span: np.ndarray, seed: int) -> None:
    """Body, hem and sleeves of one cloth, creased; a row of buttons and a patch."""
    body = loft(
        [
            ring(z, a, d, 0.0, 2.3, 72)
            for z, a, d in (
                (0.78, 0.205, 0.14),
                (0.8, 0.225, 0.15),
                (0.9, 0.205, 0.15),
                (1.02, 0.205, 0.145),
                (1.15, 0.225, 0.14),
                (1.27, 0.225, 0.115),
                (1.36, 0.15, 0.085),
                (1.42, 0.075, 0.06),
            )
        ],
        subdivisions=1,
    )
    b.add(displace(displace(body, 0.028, 0.17, seed=seed), 0.012, 0.05, seed=seed + 1), "shirt")
    for rows in (span[1:18][::-1], span[22:39]):
        sleeve = sweep(
            rows - (0, 0.01, 0.015), np.interp(np.linspace(0, 1, 17), [0, 0.3, 0.8, 0.93, 1], [0.098, 0.082, 0.077, 0.065, 0.088]), sides=30, flat=1.15
        )
        b.add(displace(displace(subdivide(sleeve, 1), 0.022, 0.09, seed=seed + 2), 0.012, 0.035, seed=seed + 3), "shirt", "sleeves")
    b.add(join([move(rotate(cylinder(0.013, 0.006, bevel=0.002), 90), 0.01, -0.158, z) for z in (0.9, 1.0, 1.1, 1.2, 1.28)]), "thread", "buttons")
    b.add(move(rotate(box(0.11, 0.1, 0.006, bevel=0.002), 90, 0, 8), -0.1, -0.158, 0.98), "patches")
    b.add(sweep([(x, y, 0.83) for x, y in [(0.228 * math.cos(a), 0.165 * math.sin(a)) for a in np.linspace(0, 2 * np.pi, 50)]], 0.011), "straw", "belt")


def _stuffed_legs(b: Builder, seed: int) -> None:
    for s in (-1, 1):
        path = smooth_path([(s * 0.09, 0, 0.86), (s * 0.105, -0.01, 0.62), (s * 0.115, 0.0, 0.36)], 24)
        leg = subdivide(sweep(path, np.interp(np.linspace(0, 1, 24), [0, 0.3, 0.9, 1], [0.125, 0.105, 0.08, 0.1]), sides=30, flat=1.1), 1)
        b.add(displace(displace(leg, 0.025, 0.12, seed=seed + s), 0.012, 0.04, seed=seed + 5), "trousers")
    b.add(move(rotate(box(0.09, 0.1, 0.006, bevel=0.002), 90, 0, 0), 0.115, -0.117, 0.56), "patches", "knee patch")


def _sack(b: Builder, tilt: float, rng) -> None:
    """The head: a sack tied at the neck, button eyes, a sewn mouth, a carrot of cloth for a nose; the hat on it."""
    head = loft(
        [
            ring(z, a, d, 0, 2.1, 64)
            for z, a, d in (
                (0, 0.07, 0.07),
                (0.03, 0.045, 0.045),
                (0.06, 0.085, 0.085),
                (0.13, 0.128, 0.122),
                (0.21, 0.135, 0.128),
                (0.28, 0.105, 0.1),
                (0.32, 0.03, 0.03),
            )
        ],
        subdivisions=1,
    )
    made = {
        "head": [displace(head, 0.018, 0.09, seed=7)],
        "thread": [],
        "straw": [torus(0.05, 0.009, at=(0, 0, 0.032), segments=30, sides=8)],
        "hat": [],
        "patches": [],
    }
    for s in (-1, 1):
        made["thread"].append(move(rotate(cylinder(0.021, 0.008, bevel=0.003), 90), s * 0.047, -0.119, 0.2))
        made["thread"] += [
            sweep([(s * 0.047 + dx, -0.131, 0.2 + dz) for dx, dz in ((-0.028, -0.028 * k), (0, 0), (0.028, 0.028 * k))], 0.0025) for k in (-1, 1)
        ]
    u = np.linspace(-1, 1, 30)
    mouth = np.stack([0.075 * u, -0.128 + 0.03 * u**2, 0.115 + 0.032 * u**2], axis=1)
    made["thread"].append(sweep(mouth, 0.0035, sides=8))
    made["thread"] += [sweep([p + (0, -0.003, -0.014), p + (0, -0.006, 0), p + (0, -0.003, 0.014)], 0.0028, sides=6) for p in mouth[2:29:5]]
    made["patches"].append(move(rotate(cone(0.02, 0.075), 97), 0, -0.12, 0.165))
    brim = [(0.105, 0.255), (0.2, 0.243), (0.27, 0.222), (0.285, 0.226), (0.2, 0.252), (0.118, 0.268), (0.112, 0.33), (0.1, 0.385), (0.05, 0.4), (0, 0.402)]
    hat = displace(lathe(brim, segments=72, smooth=60), 0.014, 0.16, seed=int(rng.integers(99)))
    made["hat"].append(hat)
    made["thread"].append(sweep([(0.119 * math.cos(a), 0.119 * math.sin(a), 0.285) for a in np.linspace(0, 2 * np.pi, 50)], 0.012, flat=2.0))
    fringe = np.array(
        [
            [(0.1 * math.cos(a), 0.1 * math.sin(a), 0.26), (0.15 * math.cos(a), 0.15 * math.sin(a) - 0.01, 0.19 - 0.05 * r)]
            for a, r in zip(rng.uniform(0, 2 * np.pi, 90), rng.uniform(0, 1, 90), strict=True)
            if not (-2.3 < a - 2 * np.pi < -0.85)
        ]
    )
    made["straw"].append(rods(fringe, 0.0024, sides=4))
    for name, objects in made.items():
        b.add(move(rotate(join(objects), tilt, tilt, tilt * 2), 0, 0.0, 1.4), name, {"thread": "face", "patches": "nose"}.get(name, name))


@prop("totem_pole")
def totem_pole(spec: Spec, b: Builder) -> None:
    """A trunk of cedar carved into beings one above another: bear, frog, raven, an eagle with its wings spread; in black, red, white and teal."""
    b.slot("wood", "wood", "#8a5f3c")
    for name, colour in (("red", "#9c2f25"), ("black", "#1c1a19"), ("white", "#e6dfcf"), ("teal", "#2f7a74")):
        b.slot(name, "paint", colour, role="trim", finish=("matte", "worn"))
    r = 0.34
    shaft = [
        (0, 0),
        (r * 1.06, 0),
        (r * 1.04, 0.2),
        *[(r * (1 - 0.035 * k + 0.06 * math.cos(math.pi * k) * 0), 0.2 + 0.95 * k) for k in range(5)],
        (r * 0.78, 4.1),
        (0, 4.14),
    ]
    b.add(displace(lathe(smooth_path(shaft, 70), segments=72), 0.012, 0.3, seed=spec.seed), "wood")
    parts: dict[str, list] = {k: [] for k in ("wood", "red", "black", "white", "teal")}
    for k, (kind, skin) in enumerate((("bear", "black"), ("frog", "teal"), ("raven", "red"), ("eagle", "white"))):
        _being(parts, kind, skin, 0.2 + 0.97 * k, r * (1.0 - 0.05 * k))
    _wings(parts, 3.55, r)
    for name, objects in parts.items():
        if objects:
            b.add(join(objects), name, "carving")


def _being(parts: dict, kind: str, skin: str, z: float, r: float) -> None:
    """One head of a being on the pole, a metre high: brows, staring eyes, ears, a muzzle or beak, a mouth."""
    bulge = [(r * 1.0, 0.0), (r * 1.1, 0.06), (r * 1.13, 0.45), (r * 1.1, 0.82), (r * 1.0, 0.9)]
    parts[skin].append(move(lathe(smooth_path(bulge, 30), segments=64), 0, 0, z))
    parts["red" if skin != "red" else "black"] += [torus(r * 1.05, 0.035, at=(0, 0, z + h), segments=64, sides=12) for h in (0.02, 0.91)]
    front = r * 1.12
    for s in (-1, 1):
        at = (s * r * 0.5, -front * 0.86, z + 0.6)
        tone = "black" if skin != "black" else "red"
        parts["white" if skin != "white" else "teal"].append(ellipsoid(0.115, 0.05, 0.085, at=at))
        parts[tone].append(ellipsoid(0.052, 0.05, 0.052, at=(at[0], at[1] - 0.022, at[2])))
        brow = smooth_path([(s * 0.05, -front - 0.02, z + 0.66), (s * r * 0.5, -front * 0.92, z + 0.745), (s * r * 0.88, -front * 0.55, z + 0.68)], 24)
        parts[tone].append(sweep(brow, np.interp(np.linspace(0, 1, 24), [0, 0.5, 1], [0.02, 0.048, 0.02]), sides=12))
        if kind == "bear":
            parts[skin].append(ellipsoid(0.085, 0.06, 0.1, at=(s * r * 0.72, -r * 0.35, z + 0.95)))
        elif kind == "frog":
            parts[skin].append(sphere(0.08, at=(s * r * 0.55, -r * 0.6, z + 0.9), segments=24))
        parts["teal" if skin != "teal" else "red"].append(ellipsoid(0.06, 0.03, 0.1, at=(s * r * 0.86, -front * 0.55, z + 0.38)))
    if kind in ("raven", "eagle"):
        hook = smooth_path([(0, -front * 0.7, z + 0.52), (0, -front - 0.22, z + 0.5), (0, -front - 0.4, z + 0.42), (0, -front - 0.43, z + 0.28)], 30)
        parts["black" if kind == "raven" else "red"].append(sweep(hook, np.linspace(0.14, 0.02, 30), sides=20, flat=0.8))
    else:
        parts["white" if kind == "frog" else "red"].append(ellipsoid(0.1, 0.13, 0.08, at=(0, -front - 0.02, z + 0.47)))
        wide = 0.24 if kind == "bear" else 0.3
        u = np.linspace(-1, 1, 24)
        for drop in (0.0, 0.1):
            parts["red"].append(
                sweep(
                    np.stack(
                        [wide * u, -np.sqrt(np.maximum(front**2 - (wide * u) ** 2, 0)) - 0.02, z + 0.28 - drop + 0.03 * (1 - u**2) * (1 if drop == 0 else -1)],
                        axis=1,
                    ),
                    0.028,
                    sides=10,
                )
            )
        if kind == "bear":
            parts["white"] += [
                box(0.036, 0.05, 0.075, bevel=0.008, at=(x, -math.sqrt(front**2 - x * x) - 0.012, z + 0.195)) for x in np.linspace(-0.18, 0.18, 7)
            ]


def _wings(parts: dict, z: float, r: float) -> None:
    """Two boards, cut to feathers at their lower edge, painted in bands."""
    for s in (-1, 1):
        outline = [(s * 0.25, 0.2), (s * 0.7, 0.42), (s * 1.25, 0.46), (s * 1.42, 0.3)]
        outline += [(s * (1.4 - 0.19 * k), (-0.28 if k % 2 == 0 else 0.0) + 0.02 * k) for k in range(6)] + [(s * 0.25, -0.2)]
        parts["black"].append(move(slab(outline, 0.06, y=0.0, bevel=0.012), 0, 0, z))
        parts["red"].append(
            move(
                slab([(s * 0.3, 0.1), (s * 0.72, 0.3), (s * 1.25, 0.34), (s * 1.25, 0.22), (s * 0.74, 0.17), (s * 0.3, -0.02)], 0.075, y=0.0, bevel=0.01),
                0,
                0,
                z,
            )
        )
        parts["teal"] += [move(ellipsoid(0.06, 0.05, 0.05, at=(s * x, 0, 0.1)), 0, 0, z) for x in (0.75, 0.95, 1.15)]
