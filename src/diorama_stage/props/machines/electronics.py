# SPDX-License-Identifier: GPL-3.0-or-later
"""Cameras, computers, screens, and what makes sound."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    extrude,
    label_plane,
    lathe,
    move,
    rotate,
    rounded_profile,
    sweep,
    torus,
)
from diorama_stage.kit.seams import ribbon, thread
from diorama_stage.props.registry import prop


@prop("camera")
def camera(spec: Spec, b: Builder) -> None:
    w, d, h = 0.138, 0.036, 0.066
    film = spec.is_a("film") or spec.has("vintage", "old", "retro", "antique", "classic")  # of chromed brass and leather, as they were for fifty years
    b.slot("body", *(("brushed_steel", "#b9b7b1") if film else ("plastic", "#1b1b1c")), finish=("satin",) if film else ("matte",))
    b.slot("grip", "leather", "#191817" if not film else b.choose("#191817", "#4a2c1a"), role="trim")
    b.slot("metal", "brushed_steel", "#a9a9a7", role="trim")
    if film:
        b.slot("barrel", "lacquer", "#1a1a1b", role="trim")
    b.slot("glass", "lacquer", "#0b1020", role="fixed")
    b.slot("marks", "plastic", "#d9d6cf", role="fixed")
    b.add(box(w, d, h + 0.012, bevel=0.008, segments=5), "body")
    b.add(box(w + 0.001, d + 0.0015, h * 0.56, bevel=0.006, at=(0, 0, 0.014)), "grip")
    if not film:
        b.add(box(0.026, 0.022, h * 0.78, bevel=0.009, segments=5, at=(-w / 2 + 0.017, -d / 2 - 0.006, 0.01)), "grip")
    hump = extrude([(-0.026, 0), (0.026, 0), (0.019, 0.02), (0.011, 0.024), (-0.011, 0.024), (-0.019, 0.02)], d + 0.006, bevel=0.002)
    b.add(move(rotate(hump, 90), 0, (d + 0.006) / 2, h + 0.009), "body", "prism")
    b.add(box(0.016, 0.014, 0.003, bevel=0.0006, at=(0, 0.004, h + 0.0328)), "metal", "hot shoe")
    for x, r, t in ((-0.048, 0.0085, 0.009), (0.046, 0.012, 0.008), (-0.032, 0.0055, 0.006)):
        b.add(cylinder(r, t, bevel=0.0012, segments=40, at=(x, 0, h + 0.011)), "metal" if r < 0.007 else "body", "dials")
    profile = [(0.0, 0), (0.031, 0), (0.031, 0.006), (0.0335, 0.008), (0.0335, 0.022), (0.031, 0.0235), (0.031, 0.027), (0.033, 0.0285), (0.033, 0.043), (0.0305, 0.046), (0.0295, 0.054), (0.0275, 0.054), (0.0262, 0.049), (0.0205, 0.044)]
    b.add(move(rotate(lathe(rounded_profile(profile, 0.0011), segments=96), 90), 0, -d / 2, h * 0.52), "barrel" if film else "body", "lens")
    for z in np.linspace(0.0295, 0.042, 7):
        b.add(move(rotate(torus(0.0331, 0.0006, segments=72, sides=6), 90), 0, -d / 2 - z, h * 0.52), "grip", "ring")
    b.add(move(rotate(torus(0.0333, 0.0008, segments=72, sides=8), 90), 0, -d / 2 - 0.025, h * 0.52), "metal", "ring")
    front = lathe([(0.0208, 0), (0.015, 0.0035), (0.008, 0.0052), (0, 0.0058)], segments=64, smooth=180)
    b.add(move(rotate(front, 90), 0, -d / 2 - 0.0435, h * 0.52), "glass")
    for s in (-1, 1):
        b.add(move(rotate(torus(0.0045, 0.0012, segments=24, sides=8), 0, 90), s * (w / 2 + 0.003), 0, h * 0.93), "metal", "lugs")
    text = spec.labels[0] if spec.labels else {"text": "DIORAMA", "style": "sans", "colour": {"hex": "#e8e6e0"}}
    b.slot("name", "printed", role="fixed", label=text, params={"transparent": True})
    b.add(label_plane(0.03, 0.007, at=(0, -d / 2 - 0.0032, h + 0.018)), "name")


@prop("laptop")
def laptop(spec: Spec, b: Builder) -> None:
    w, d = 0.31, 0.215
    b.slot("body", "aluminium", b.choose("#c9cac8", "#55585c"))
    b.slot("keys", "plastic", "#1c1d1f", role="fixed")
    b.slot("glass", "lacquer", "#0a0a0c", role="fixed")
    b.slot("screen", "screen", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": "desktop"})
    b.add(box(w, d, 0.0105, bevel=0.004, segments=4), "body")
    for row in range(5):
        n = 13 if row < 4 else 9
        for k in range(n):
            kw = 0.262 / n
            b.add(box(kw - 0.0035, 0.0145, 0.0016, bevel=0.0008, segments=2, at=(-0.131 + kw * (k + 0.5), 0.082 - row * 0.0185, 0.0101)), "keys")
    b.add(box(0.1, 0.065, 0.0006, bevel=0.0002, at=(0, -0.062, 0.0102)), "body", "trackpad")
    lid = [box(w, 0.006, d, bevel=0.0025, segments=4), box(w - 0.004, 0.001, d - 0.004, bevel=0.0004, at=(0, -0.0034, 0.002)), label_plane(w - 0.018, d - 0.022, at=(0, -0.0042, d / 2 + 0.001))]
    for o, slot in zip(lid, ("body", "glass", "screen"), strict=True):
        b.add(move(rotate(o, -20), 0, d / 2, 0.0105), slot, "lid" if slot == "body" else None)


@prop("headphones", "speaker")
def audio(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#1d1e20", "#e2ded5"))
    b.slot("pads", "leather", "#232120", role="trim")
    b.slot("metal", "brushed_steel", role="trim")
    if spec.kind == "headphones":
        _headphones(b)
        return
    b.add(box(0.2, 0.22, 0.33, bevel=0.008), "body")
    for z, r in ((0.12, 0.075), (0.25, 0.04)):
        b.add(move(rotate(lathe(rounded_profile([(0, -0.012), (r * 0.35, -0.006), (r * 0.4, -0.014), (r * 0.85, 0.0), (r, 0.006), (r * 1.08, 0.002), (r * 1.08, -0.004)], 0.003), segments=72), 90), 0, -0.1125, z), "pads", "drivers")
        b.add(move(rotate(torus(r * 1.1, 0.004, segments=72), 90), 0, -0.111, z), "metal")
    b.support("top", -0.09, 0.09, -0.1, 0.1, 0.33)


def _headphones(b: Builder) -> None:
    """Large ones: a padded band on steel sliders, cups on forks, cushions of leather with a cloth inside."""
    t = np.linspace(0.08, math.pi - 0.08, 48)
    bow = np.stack([0.079 * np.cos(t), 0 * t, 0.088 + 0.1 * np.sin(t)], axis=1)
    b.add(ribbon(bow, (0, 1, 0), 0.024 - 0.006 * np.abs(np.cos(t)) ** 3, 0.004), "body", "band")
    pad = bow[9:39] - (bow[9:39] - (0, 0, 0.088)) * 0.06
    b.add(sweep(pad, 0.0135 * np.clip(np.sin(np.linspace(0, math.pi, 30)) * 4, 0.15, 1), sides=20, flat=0.52), "pads", "band")
    b.add(thread(bow[10:38] - (bow[10:38] - (0, 0, 0.088)) * 0.015 + (0, -0.0105, 0), 0.003, 0.0004), "metal", "stitches")
    b.slot("cloth", "fabric", "#2c2b2a", role="fixed")
    for s in (-1, 1):
        b.add(ribbon([(0.0795 * s, 0, z) for z in np.linspace(0.1, 0.078, 6)], (0, 1, 0), 0.012, 0.0022), "metal", "sliders")
        fork = [(0.081 * s, 0.037 * math.cos(a), 0.042 + 0.038 * math.sin(a)) for a in np.linspace(-0.15, math.pi + 0.15, 32)]
        b.add(sweep(fork, 0.0026, sides=12, flat=1.6), "metal", "forks")
        for y in (-0.0372, 0.0372):
            b.add(move(rotate(cylinder(0.0036, 0.006, bevel=0.0008, segments=24), 90), 0.081 * s, y + 0.003, 0.038), "metal", "pivots")
        cup = [(0, 0.021), (0.02, 0.021), (0.0205, 0.0198), (0.031, 0.0185), (0.0345, 0.013), (0.035, 0.002), (0.033, 0.0), (0, 0)]
        b.add(move(rotate(lathe(rounded_profile(cup, 0.003), segments=72), 0, 90 * s), 0.076 * s, 0, 0.042), "body", "cups")
        b.add(move(rotate(torus(0.0205, 0.0007, at=(0, 0, 0.0209), segments=64, sides=8), 0, 90 * s), 0.076 * s, 0, 0.042), "metal", "trim")
        b.add(move(rotate(torus(0.0255, 0.0105, segments=64), 0, 90), 0.069 * s, 0, 0.042), "pads", "cushions")
        b.add(move(rotate(cylinder(0.017, 0.004, bevel=0.0005, segments=40), 0, 90 * s), 0.069 * s, 0, 0.042), "cloth", "cloth")
