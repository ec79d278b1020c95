# SPDX-License-Identifier: GPL-3.0-or-later
"""Cameras, computers, screens, and what makes sound."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Emitter,
    Spec,
    box,
    cylinder,
    extrude,
    label_plane,
    lathe,
    move,
    rotate,
    rounded_profile,
    sphere,
    sweep,
    torus,
)
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop


@prop("camera")
def camera(spec: Spec, b: Builder) -> None:
    w, d, h = 0.138, 0.036, 0.066
    b.slot("body", "plastic", "#1b1b1c", finish=("matte",))
    b.slot("grip", "leather", "#191817", role="trim")
    b.slot("metal", "brushed_steel", "#a9a9a7", role="trim")
    b.slot("glass", "lacquer", "#0b1020", role="fixed")
    b.slot("marks", "plastic", "#d9d6cf", role="fixed")
    b.add(box(w, d, h + 0.012, bevel=0.008, segments=5), "body")
    b.add(box(w + 0.001, d + 0.0015, h * 0.56, bevel=0.006, at=(0, 0, 0.014)), "grip")
    b.add(box(0.026, 0.022, h * 0.78, bevel=0.009, segments=5, at=(-w / 2 + 0.017, -d / 2 - 0.006, 0.01)), "grip")
    hump = extrude([(-0.026, 0), (0.026, 0), (0.019, 0.02), (0.011, 0.024), (-0.011, 0.024), (-0.019, 0.02)], d + 0.006, bevel=0.002)
    b.add(move(rotate(hump, 90), 0, (d + 0.006) / 2, h + 0.009), "body", "prism")
    b.add(box(0.016, 0.014, 0.003, bevel=0.0006, at=(0, 0.004, h + 0.0328)), "metal", "hot shoe")
    for x, r, t in ((-0.048, 0.0085, 0.009), (0.046, 0.012, 0.008), (-0.032, 0.0055, 0.006)):
        b.add(cylinder(r, t, bevel=0.0012, segments=40, at=(x, 0, h + 0.011)), "metal" if r < 0.007 else "body", "dials")
    profile = [(0.0, 0), (0.031, 0), (0.031, 0.006), (0.0335, 0.008), (0.0335, 0.022), (0.031, 0.0235), (0.031, 0.027), (0.033, 0.0285), (0.033, 0.043), (0.0305, 0.046), (0.0295, 0.054), (0.0275, 0.054), (0.0262, 0.049), (0.0205, 0.044)]
    b.add(move(rotate(lathe(rounded_profile(profile, 0.0011), segments=96), 90), 0, -d / 2, h * 0.52), "body", "lens")
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


@prop("phone", "television", "monitor", "keyboard")
def screen(spec: Spec, b: Builder) -> None:
    label = spec.labels[0] if spec.labels else None
    b.slot("body", "plastic", "#1d1e20")
    if spec.kind == "keyboard":
        b.slot("keys", "plastic", "#e7e5df", role="trim")
        b.add(rotate(box(0.44, 0.135, 0.02, bevel=0.006), 4), "body")
        for row in range(5):
            n = 15 if row else 14
            for k in range(n):
                kw = 0.42 / n
                if row == 4 and 4 <= k <= 9 and k != 4:
                    continue
                wide = kw * 6 if row == 4 and k == 4 else kw
                b.add(move(rotate(box(wide - 0.003, 0.0195, 0.009, bevel=0.0025, segments=2), 4), -0.21 + kw * k + wide / 2, 0.046 - row * 0.0228, 0.021 + (0.046 - row * 0.0228) * 0.07), "keys")
        return
    w, h, t = {"phone": (0.073, 0.152, 0.008), "television": (1.1, 0.63, 0.04), "monitor": (0.6, 0.35, 0.03)}[spec.kind]
    b.slot("screen", "screen", role="fixed", label=label, params={"picture": "desktop" if spec.kind == "monitor" else "landscape"})
    if spec.kind == "phone":
        b.slot("metal", "aluminium", role="trim")
        b.add(box(w, h, t, bevel=0.0036, segments=5), "body")
        b.add(move(rotate(label_plane(w - 0.006, h - 0.008), -90), 0, 0, t + 0.0003), "screen")
        b.add(cylinder(0.0022, 0.0004, bevel=0.0001, at=(0, h / 2 - 0.009, t + 0.0003)), "metal", "camera")
        return
    up = 0.07 if spec.kind == "television" else 0.12
    b.add(box(w, t, h, bevel=0.006, at=(0, 0, up)), "body")
    b.add(label_plane(w - 0.02, h - 0.025, at=(0, -t / 2 - 0.0006, up + h / 2)), "screen")
    b.add(box(w * 0.34, 0.2, 0.012, bevel=0.004), "body", "stand")
    b.add(box(0.06, 0.03, up + 0.06, bevel=0.006, at=(0, 0.02, 0.005)), "body", "stand")
    if not spec.has("off"):
        b.emitters.append(Emitter(0, -0.2, up + h / 2, w * 0.3, 7000, 1.5 if spec.kind == "monitor" else 4.0))


@prop("headphones", "speaker", "microphone")
def audio(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", b.choose("#1d1e20", "#e2ded5"))
    b.slot("pads", "leather", "#232120", role="trim")
    b.slot("metal", "brushed_steel", role="trim")
    if spec.kind == "headphones":
        band = [(0.082 * math.cos(t), 0, 0.085 + 0.105 * math.sin(t)) for t in np.linspace(-0.1, math.pi + 0.1, 48)]
        b.add(sweep(band, 0.0105, sides=20, flat=0.5), "body", "band")
        b.add(sweep([(x * 0.93, y, z * 0.975) for x, y, z in band[10:38]], 0.013, sides=20, flat=0.6), "pads", "band")
        for s in (-1, 1):
            add_rod(b, "metal", (0.084 * s, 0, 0.095), (0.085 * s, 0, 0.05), 0.004)
            b.add(move(rotate(lathe(rounded_profile([(0, 0.03), (0.03, 0.029), (0.037, 0.02), (0.038, 0.0), (0, 0)], 0.006), segments=56), 0, 90 * s), 0.078 * s, 0, 0.042), "body", "cups")
            b.add(move(rotate(torus(0.028, 0.0125, segments=56), 0, 90), 0.07 * s, 0, 0.042), "pads")
        return
    if spec.kind == "speaker":
        b.add(box(0.2, 0.22, 0.33, bevel=0.008), "body")
        for z, r in ((0.12, 0.075), (0.25, 0.04)):
            b.add(move(rotate(lathe(rounded_profile([(0, -0.012), (r * 0.35, -0.006), (r * 0.4, -0.014), (r * 0.85, 0.0), (r, 0.006), (r * 1.08, 0.002), (r * 1.08, -0.004)], 0.003), segments=72), 90), 0, -0.1125, z), "pads", "drivers")
            b.add(move(rotate(torus(r * 1.1, 0.004, segments=72), 90), 0, -0.111, z), "metal")
        b.support("top", -0.09, 0.09, -0.1, 0.1, 0.33)
        return
    b.add(lathe(rounded_profile([(0, 0), (0.07, 0), (0.07, 0.01), (0.012, 0.02)], 0.004), segments=64), "body", "stand")
    add_rod(b, "metal", (0, 0, 0.015), (0, 0, 0.2), 0.007)
    b.add(move(rotate(lathe(rounded_profile([(0, -0.07), (0.014, -0.07), (0.019, 0.05), (0.022, 0.06), (0, 0.062)], 0.003), segments=48), -62), 0, -0.01, 0.21), "body")
    ball = sphere(0.03, at=(0, -0.08, 0.255))
    b.add(ball, "metal", "grille")
