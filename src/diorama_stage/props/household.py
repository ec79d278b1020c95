# SPDX-License-Identifier: GPL-3.0-or-later
"""Things to carry and keep other things in: trays, barrels, gift boxes."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder, Spec, box, cylinder, ellipsoid, extrude, from_geometry, join, lathe, move, rotate, rounded_profile, smooth_path, solidify, sweep,
)  # fmt: skip
from diorama_stage.props.parts import tint
from diorama_stage.props.registry import prop


@prop("tray")
def tray(spec: Spec, b: Builder) -> None:
    w, d, h = 0.44, 0.3, 0.045
    b.slot("body", b.choose("walnut", "oak", "bamboo"))
    b.slot("handles", b.choose("brass", "cast_iron", "brass"), role="trim")
    if spec.shape in ("round", "circular", "oval"):
        r = 0.19
        rim = [(0, 0), (r - 0.02, 0), (r, 0.012), (r, h * 0.75), (r - 0.009, h * 0.75), (r - 0.011, 0.018), (r - 0.02, 0.009), (0, 0.009)]
        b.add(lathe(rounded_profile(rim, 0.003), segments=120, squash=0.72 if spec.shape == "oval" else 1.0), "body")
        for s in (-1, 1):
            grip = smooth_path(
                [
                    (s * r * 0.97, -0.05, 0.024),
                    (s * (r + 0.012), -0.046, 0.05),
                    (s * (r + 0.016), 0, 0.062),
                    (s * (r + 0.012), 0.046, 0.05),
                    (s * r * 0.97, 0.05, 0.024),
                ],
                32,
            )
            b.add(sweep(grip, 0.0055, sides=14), "handles")
        b.support("top", -r * 0.85, r * 0.85, -r * 0.85, r * 0.85, 0.009, round=True)
        b.footprint = "round"
        return
    b.add(box(w - 0.01, d - 0.01, 0.009, bevel=0.002, at=(0, 0, 0.002)), "body", "floor")
    for s in (-1, 1):
        side = box(0.012, d, h, bevel=0.003)
        for v in side.data.vertices:
            v.co.x += s * 0.2 * v.co.z
        b.add(move(side, s * (w / 2 - 0.006), 0, 0), "body", "rim")
        long = box(w + 0.006, 0.012, h * 0.86, bevel=0.003)
        for v in long.data.vertices:
            v.co.y += s * 0.2 * v.co.z
            v.co.x += math.copysign(0.2 * v.co.z, v.co.x) * 0.4
        b.add(move(long, 0, s * (d / 2 - 0.006), 0), "body", "rim")
        x = s * (w / 2 + 0.003)
        grip = smooth_path(
            [
                (x, -0.062, h * 0.9),
                (x + 0.004 * s, -0.056, h + 0.028),
                (x + 0.004 * s, 0, h + 0.036),
                (x + 0.004 * s, 0.056, h + 0.028),
                (x, 0.062, h * 0.9),
            ],
            40,
        )
        b.add(sweep(grip, 0.0055, sides=16), "handles")
        for y in (-0.062, 0.062):
            b.add(ellipsoid(0.009, 0.012, 0.012, at=(x - 0.002 * s, y, h * 0.82), segments=20), "handles")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.03, d / 2 - 0.03, 0.011)


@prop("barrel")
def barrel(spec: Spec, b: Builder) -> None:
    H, R, r, n = b.vary(0.9, 0.03), 0.33, 0.27, 22
    metal = spec.material in ("steel", "brushed_steel", "iron", "aluminium", "plastic", "rust", "paint")
    if metal:
        drum(spec, b, spec.material)
        return
    b.slot("body", "oak", b.choose("#9a7044", "#8a6038", "#a67c4e"))
    b.slot("hoops", "iron", "#5d5c5a", role="trim", finish=("weathered",))
    b.slot("bung", "cork", role="fixed")
    out = lambda z: r + (R - r) * (1 - (2 * z / H - 1) ** 2)  # noqa: E731
    staves, zs = [], np.linspace(0, H, 25)
    for k in range(n):
        a0, a1 = 2 * math.pi * k / n, 2 * math.pi * (k + 1) / n
        shift = b.rng.uniform(-0.0015, 0.0015)
        verts, faces, m = [], [], 9
        for z in zs:
            for j in range(m):
                t = j / (m - 1)
                sunk = 0.0045 * (abs(2 * t - 1) ** 14)
                a = a0 + (a1 - a0) * t
                q = out(z) + shift - sunk
                verts.append((q * math.cos(a), q * math.sin(a), z))
        faces = [(i * m + j, i * m + j + 1, (i + 1) * m + j + 1, (i + 1) * m + j) for i in range(len(zs) - 1) for j in range(m - 1)]
        tone = b.rng.uniform(0.8, 1.12)
        furrow = np.tile([0.35 if j in (0, m - 1) else tone for j in range(m)], len(zs))
        staves.append(tint(from_geometry("stave", verts, faces, smooth=70), lambda _, f=furrow: f))
    b.add(join(staves), "body", "staves")
    for z, up in ((0.0, 1), (H, -1)):
        rim = [(out(z) - 0.004, z), (out(z) - 0.002, z), (out(z) - 0.022, z + 0.0005 * up), (out(z) - 0.024, z + 0.035 * up)]
        b.add(lathe(rim, segments=96), "body", "rim")
        planks = [
            box(
                0.0935,
                2 * math.sqrt(max((r - 0.02) ** 2 - (abs(x) - 0.0) ** 2, 0.0009)),
                0.012,
                bevel=0.002,
                at=(x, 0, z + up * 0.03 - (0.012 if up < 0 else 0)),
            )
            for x in np.linspace(-0.19, 0.19, 5)
        ]
        disc = cylinder(r - 0.021, 0.008, bevel=0, segments=80, at=(0, 0, z + up * 0.032 - (0.009 if up < 0 else 0)))
        b.add(join([rotate(o, 0, 0, 20) for o in planks] + [disc]), "body", "heads")
    for z0, tall in ((0.012, 0.042), (0.13, 0.036), (0.29, 0.036), (H - 0.326, 0.036), (H - 0.166, 0.036), (H - 0.054, 0.042)):
        a, c = out(z0) + 0.0015, out(z0 + tall) + 0.0015
        hoop = [(a - 0.004, z0), (a + 0.0025, z0), (c + 0.0025, z0 + tall), (c - 0.004, z0 + tall)]
        b.add(lathe(hoop, segments=110, smooth=30), "hoops")
        for dz in (0.3, 0.7):
            q = (a * (1 - dz) + c * dz) + 0.002
            b.add(ellipsoid(0.0065, 0.004, 0.0065, at=(-0.12, -math.sqrt(q * q - 0.0144), z0 + tall * dz), segments=14), "hoops", "rivets")
    b.add(rotate(cylinder(0.024, 0.03, top=0.021, bevel=0.004), 90), "bung")
    move(b._parts["bung"][-1], 0, -R + 0.012, H / 2)
    b.support("top", -r * 0.8, r * 0.8, -r * 0.8, r * 0.8, H - 0.03, round=True)
    b.footprint = "round"


def drum(spec: Spec, b: Builder, material: str) -> None:
    """A steel drum with rolling hoops."""
    H, R = 0.88, 0.29
    b.slot("body", material, "#2f5f8f" if material in ("paint", "plastic") else None)
    b.slot("bung", "steel", role="trim")
    side = [(0, 0.012), (R - 0.02, 0.012), (R - 0.008, 0.0), (R + 0.004, 0.0), (R + 0.004, 0.016), (R, 0.022)]
    for z in (H / 3, 2 * H / 3):
        side += [(R, z - 0.022), (R + 0.013, z - 0.006), (R + 0.013, z + 0.006), (R, z + 0.022)]
    side += [(R, H - 0.022), (R + 0.004, H - 0.016), (R + 0.004, H), (R - 0.008, H), (R - 0.016, H - 0.014), (0, H - 0.014)]
    b.add(lathe(rounded_profile(side, 0.006), segments=120), "body")
    for x, q in ((-0.17, 0.032), (0.18, 0.019)):
        b.add(cylinder(q, 0.008, bevel=0.002, segments=6 if q > 0.03 else 28, at=(x, 0.02, H - 0.014)), "bung")
    b.support("top", -R * 0.85, R * 0.85, -R * 0.85, R * 0.85, H - 0.012, round=True)
    b.footprint = "round"


def strip(wide: float, thin: float):
    """The section of a ribbon for `sweep`, with rounded edges."""
    return [
        (wide / 2, -thin),
        (wide / 2 + thin, 0),
        (wide / 2, thin),
        (0, thin),
        (-wide / 2, thin),
        (-wide / 2 - thin, 0),
        (-wide / 2, -thin),
        (0, -thin),
    ]


def ribbon_bow(wide: float, size: float, rng) -> list:
    """A gift bow on the origin: a ring of low loops, one of steep loops, one in the middle; ribbon `wide`, loops `size` metres long."""
    made = []
    for count, tilt, share, first in ((5, 16, 1.0, 20), (5, 46, 0.82, 56), (1, 80, 0.6, 0)):
        for k in range(count):
            t = np.linspace(0.02, 0.98, 26)
            x = share * size * (1 - np.cos(2 * np.pi * t)) / 2
            z = -0.36 * share * size * np.sin(2 * np.pi * t) * np.sqrt(x / (share * size)) + 0.2 * x
            loop = sweep(np.stack([x, 0 * x, z], axis=1), 1.0, section=strip(wide * share, 0.0006), smooth=70)
            turn = first + 360 * k / count + rng.uniform(-7, 7)
            made.append(rotate(rotate(move(loop, 0, 0, 0.004), 0, -tilt + rng.uniform(-5, 5)), 0, 0, turn))
    return made


@prop("gift_box")
def gift_box(spec: Spec, b: Builder) -> None:
    w, d, h = b.vary(0.2, 0.08), b.vary(0.18, 0.08), b.choose(0.15, 0.19, 0.12)
    paper, ribbon = b.choose(("#b3202a", "#e9c766"), ("#2f6b4c", "#c9252e"), ("#2c4f86", "#e8e4da"), ("#efe6d6", "#b3202a"), ("#d98aa0", "#f3efe6"))
    pattern = b.choose(None, None, "dots", "stars", "stripes")
    b.slot("paper", "paper", paper, finish=("satin",), pattern=pattern)
    b.slot("ribbon", "silk", ribbon, role="trim")
    lid = b.rng.random() < 0.5
    rw = 0.03
    b.add(box(w, d, h, bevel=0.003), "paper", "box")
    over = 0.0
    if lid:
        b.add(box(w + 0.009, d + 0.009, 0.042, bevel=0.0025, at=(0, 0, h - 0.038)), "paper", "lid")
        over = 0.0045
        h += 0.004
    else:
        for s in (-1, 1):  # the wrapping's folded ends: two flaps that meet in a point
            flap = [(-d / 2 + 0.004, 0), (d / 2 - 0.004, 0), (0.012, h * 0.5), (-0.012, h * 0.5)]
            for up in (False, True):
                o = extrude(flap, 0.0007, bevel=0.0002)
                o = rotate(rotate(o, 90), 0, 0, 90 * s)
                if up:
                    o = move(rotate(o, 180), 0, 0, h)
                b.add(move(o, s * (w / 2 + 0.0002), 0, 0), "paper", "flaps")
    for turn, half in ((0, w / 2), (90, d / 2)):
        e = half + 0.0012
        path = [
            (-e, 0, 0.001),
            (-e, 0, h * 0.5),
            (-e, 0, h - 0.046),
            (-e - over, 0, h - 0.0385),
            (-e - over, 0, h - 0.004),
            (-e - over + 0.003, 0, h + 0.001),
        ]
        path = path if lid else [(-e, 0, 0.001), (-e, 0, h * 0.5), (-e, 0, h - 0.004), (-e + 0.003, 0, h + 0.001)]
        path = path + [(0, 0, h + 0.0013)] + [(-x, 0, z) for x, _, z in path[::-1]]
        b.add(rotate(bands(path, rw), 0, 0, turn), "ribbon")
    for o in ribbon_bow(rw * 0.95, min(w, d) * 0.36, b.rng):
        b.add(move(o, 0, 0, h + 0.002), "ribbon", "bow")
    for turn in (-62, 205):
        reach = min(w, d) * 0.55
        tail = smooth_path([(0, 0, 0.006), (reach * 0.5, 0, 0.016), (reach * 0.85, 0.004, 0.003), (reach, 0.006, 0.004)], 20)
        b.add(move(rotate(bands([tuple(p) for p in tail], rw * 0.9), 0, 0, turn), 0, 0, h + 0.001), "ribbon", "tails")


def bands(path, wide: float):
    """A ribbon that runs along a path in an upright plane, its width level across it."""
    path = np.asarray(path, float)
    verts = [p + np.array((0, wide * u, 0)) for p in path for u in (-0.5, -0.25, 0, 0.25, 0.5)]
    faces = [(5 * i + j, 5 * i + j + 1, 5 * i + j + 6, 5 * i + j + 5) for i in range(len(path) - 1) for j in range(4)]
    return solidify(from_geometry("ribbon", verts, faces, smooth=50), 0.0008, offset=0.0)
