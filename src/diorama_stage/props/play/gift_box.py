# SPDX-License-Identifier: GPL-3.0-or-later
"""A wrapped gift."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    extrude,
    from_geometry,
    move,
    rotate,
    smooth_path,
    solidify,
    sweep,
)  # fmt: skip
from diorama_stage.props.registry import prop


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
