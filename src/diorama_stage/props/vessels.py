# SPDX-License-Identifier: GPL-3.0-or-later
"""Vessels: bottles, jars, cups, glasses, bowls and plates."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    box,
    cylinder,
    extrude,
    label_arc,
    label_plane,
    lathe,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
)
from diorama_stage.props.fillings import fill, is_food, serve
from diorama_stage.props.parts import latte_art
from diorama_stage.props.registry import prop


def _vessel(outline, wall: float, bottom: float, count: int = 48):
    """A closed profile: the outline up, the inside (offset by `wall`) down to the floor at `bottom`."""
    out = smooth_path(outline, count)
    inner = [(max(r - wall, 0.0), z) for r, z in out[::-1] if z > bottom]
    return [(0, 0), *map(tuple, out), *inner, (0, bottom)]


@prop("bottle", "wine_bottle", "water_bottle")
def bottle(spec: Spec, b: Builder) -> None:
    wine = spec.kind == "wine_bottle"
    r, h = (0.037, 0.3) if wine else (b.vary(0.036), b.vary(0.24))
    b.slot("body", "glass", "#26351f" if wine else b.choose("#dfe8e2", "#3f6b4a", "#8a5a22"))
    outline = [(r * 0.9, 0), (r, 0.006), (r, h * 0.58), (r * 0.86, h * 0.68), (0.0145, h * 0.8), (0.0138, h * 0.94), (0.016, h * 0.95), (0.016, h)]
    b.add(lathe(rounded_profile(_vessel(outline, 0.003, 0.006, 60), 0.001), segments=72), "body")
    fill(spec, b, [(r * 0.85, 0.0065), *((x - 0.0032, z) for x, z in map(tuple, smooth_path(outline, 60)) if 0.008 < z)], level=0.72)
    if wine:
        b.slot("foil", "foil", "#5a1620", role="trim")
        b._slots["foil"] = b._slots["foil"].__class__("plastic", "#5a1620", role="trim")
        b.add(lathe(rounded_profile([(0.0148, h * 0.83), (0.0166, h * 0.83), (0.0168, h * 1.002), (0, h * 1.004)], 0.001)), "foil")
    for label in spec.labels[:1] or (({"text": "CHÂTEAU\n2019", "style": "serif", "colour": None},) if wine else ()):
        b.slot("label", "printed", role="fixed", label=label, params={"paper": "#efe9da"})
        b.add(label_arc(r, h * 0.2, h * 0.5, 150), "label")
    b.interior = Interior(r - 0.003, 0.006, h)
    b.footprint = "round"


@prop("wine_glass")
def wine_glass(spec: Spec, b: Builder) -> None:
    b.slot("body", "glass", "#f3f6f5")
    bowl = smooth_path([(0.004, 0.098), (0.02, 0.105), (0.037, 0.135), (0.038, 0.165), (0.031, 0.215)], 40)
    inner = [(max(x - 0.0012, 0), z) for x, z in bowl[::-1] if z > 0.105]
    b.add(lathe([(0, 0), *rounded_profile([(0.035, 0), (0.035, 0.0015), (0.008, 0.006), (0.0038, 0.02), (0.0036, 0.095)], 0.002), *map(tuple, bowl), *inner, (0, 0.107)], segments=72), "body")
    if spec.contents or spec.has("full", "half_full"):
        b.slot("contents", "liquid", role="fixed", params={"of": spec.contents or "red_wine"})
        level = [(x - 0.0011, z) for x, z in bowl if 0.1075 < z < 0.15]
        b.add(lathe([(0, 0.1072), *level, (0, level[-1][1])], segments=64), "contents")
    b.interior = Interior(0.03, 0.107, 0.215)
    b.footprint = "round"


def _ice(b: Builder, reach: float, level: float) -> None:
    """Cubes that float at the level, rounded by melting."""
    b.slot("ice", "ice", role="fixed")
    for k in range(4):
        a = 1.7 * k + b.rng.uniform(-0.3, 0.3)
        cube = box(0.021, 0.021, 0.021, bevel=0.004, at=(0, 0, -0.0105))
        b.add(move(rotate(cube, b.rng.uniform(-30, 30), b.rng.uniform(-30, 30), b.rng.uniform(0, 90)), 0.013 * math.cos(a), 0.013 * math.sin(a), level - 0.007 - 0.016 * (k % 2)), "ice")


@prop("glass")
def tumbler(spec: Spec, b: Builder) -> None:
    b.slot("body", "glass", "#f0f4f2")
    b.add(lathe(rounded_profile(_vessel([(0.032, 0), (0.033, 0.004), (0.038, 0.105)], 0.002, 0.012), 0.001), segments=72), "body")
    fill(spec, b, [(0.0312, 0.012), (0.036, 0.105)], level=0.8)
    if spec.has("iced") or (spec.contents or "").startswith("iced"):
        _ice(b, 0.024, 0.086)
    b.interior = Interior(0.034, 0.012, 0.105)
    b.footprint = "round"


@prop("jar", "cosmetics_jar", "can", "tube")
def jar(spec: Spec, b: Builder) -> None:
    label = spec.labels[0] if spec.labels else None
    if spec.kind == "tube":
        b.slot("body", "plastic", b.choose("#e9e6df", "#c9d6cf"))
        b.slot("cap", "plastic", "#d9d6ce", role="trim")
        from diorama_stage.kit import loft

        t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        rings = [[(0.022 * np.cos(a), (0.022 * (1 - k) + 0.0012 * k) * np.sin(a), 0.022 + 0.125 * k) for a in t] for k in np.linspace(0, 1, 14)]
        b.add(loft(rings), "body")
        b.add(cylinder(0.019, 0.024, bevel=0.002), "cap")
        if label:
            b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
            b.add(move(rotate(label_plane(0.03, 0.04), -8), 0, -0.0155, 0.085), "label")
        b.footprint = "round"
        return
    r, h = {"jar": (0.042, 0.115), "cosmetics_jar": (0.034, 0.046), "can": (0.033, 0.122)}[spec.kind]
    if spec.kind == "can":
        b.slot("body", "aluminium", b.choose(None, "#b3261e", "#2d6a8f"))
        b.slot("rim", "aluminium", role="trim")
        b.add(lathe(rounded_profile([(0, 0.006), (r * 0.7, 0.006), (r * 0.78, 0), (r * 0.84, 0.003), (r, 0.012), (r, h - 0.014), (r * 0.84, h - 0.004)], 0.003), segments=80), "body")
        b.add(lathe(rounded_profile([(r * 0.84, h - 0.005), (r * 0.86, h), (r * 0.8, h), (r * 0.76, h - 0.005), (0, h - 0.0045)], 0.001), segments=80), "rim")
        b.add(extrude([(0.006 * math.cos(a), 0.002 + 0.011 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 24, endpoint=False)], 0.001, bevel=0.0003, at=(0, 0, h - 0.0042)), "rim", "tab")
    else:
        b.slot("body", "glass" if spec.kind == "jar" else "frosted_glass")
        b.slot("lid", "brass" if spec.kind == "jar" else "lacquer", None if spec.kind == "jar" else "#e8e4da", role="trim")
        b.add(lathe(rounded_profile([(0, 0), (r, 0), (r, h * 0.82), (r * 0.9, h * 0.88), (r * 0.9, h), (r * 0.85, h), (r * 0.85, h * 0.87), (r * 0.93, h * 0.8), (r * 0.93, 0.006), (0, 0.006)], 0.003), segments=80), "body")
        b.add(lathe(rounded_profile([(r * 0.96, h * 0.88), (r * 0.97, h * 1.04), (r * 0.9, h * 1.06), (0, h * 1.06)], 0.0025), segments=80), "lid")
        if spec.contents or spec.kind == "cosmetics_jar":
            b.slot("contents", "icing" if spec.kind == "cosmetics_jar" else "liquid", role="fixed", params={"of": spec.contents} if spec.contents else {})
            b.add(cylinder(r * 0.92, h * 0.7, bevel=0.003, at=(0, 0, 0.0065)), "contents")
        b.interior = Interior(r * 0.85, 0.006, h)
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"paper": "#f2eee4"} if spec.kind != "can" else {"transparent": True})
        b.add(label_arc(r, h * 0.22, h * 0.74, 140), "label")
    b.footprint = "round"


@prop("perfume_bottle")
def perfume(spec: Spec, b: Builder) -> None:
    w, d, h = 0.062, 0.032, 0.082
    b.slot("body", "glass", "#eef2f0")
    b.slot("liquid", "liquid", role="fixed", params={"of": "perfume"})
    b.slot("collar", "brass", "#c2a25a", role="trim")
    b.slot("cap", "lacquer", "#161616", role="trim")
    b.add(box(w, d, h, bevel=0.007, segments=6), "body")
    inner = box(w - 0.012, d - 0.012, h - 0.02, bevel=0.005, segments=4, at=(0, 0, 0.013))
    b.add(inner, "liquid")
    b.add(cylinder(0.0105, 0.012, bevel=0.001, at=(0, 0, h - 0.0005)), "collar")
    b.add(box(0.03, 0.026, 0.03, bevel=0.003, segments=4, at=(0, 0, h + 0.011)), "cap")
    label = spec.labels[0] if spec.labels else None
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.78, h * 0.34, at=(0, -d / 2 - 0.0004, h * 0.5)), "label")


@prop("teapot", "kettle", "pitcher")
def teapot(spec: Spec, b: Builder) -> None:
    b.slot("body", "steel" if spec.kind == "kettle" else "ceramic", None if spec.kind == "kettle" else b.choose("#e6e1d6", "#4f6b62", "#7c93a8"))
    r, h = 0.075, 0.125
    if spec.kind == "pitcher":
        h = 0.22
        out = smooth_path([(0.045, 0), (0.07, 0.05), (0.068, 0.12), (0.045, 0.18), (0.055, h)], 50)
        inner = [(x - 0.004, z) for x, z in out[::-1] if z > 0.01]
        b.add(lathe([(0, 0), *map(tuple, out), *inner, (0, 0.01)], segments=80), "body")
        fill(spec, b, [(0.04, 0.01), *inner[::-1]], level=0.75)
        b.add(sweep(smooth_path([(0.05, 0, h * 0.95), (0.1, 0, h * 0.93), (0.11, 0, h * 0.6), (0.065, 0, h * 0.35)], 36), 0.0075, sides=18), "body", "handle")
        b.add(sweep(smooth_path([(-0.045, 0, h * 0.88), (-0.06, 0, h * 0.95), (-0.078, 0, h * 1.0)], 16), np.linspace(0.02, 0.012, 16), sides=20, flat=0.8), "body", "spout")
        b.footprint = "round"
        return
    out = smooth_path([(0.045, 0), (r * 0.95, 0.03), (r, h * 0.5), (r * 0.75, h * 0.85), (0.04, h * 0.97)], 50)
    b.add(lathe([(0, 0), *map(tuple, out), (0.034, h * 0.95), (0, h * 0.94)], segments=96), "body")
    b.add(lathe(rounded_profile([(0.043, h * 0.955), (0.04, h * 1.0), (0.02, h * 1.06), (0.007, h * 1.08), (0.007, h * 1.1), (0.014, h * 1.16), (0.008, h * 1.23), (0, h * 1.24)], 0.003), segments=64), "body", "lid")
    spout = smooth_path([(-r * 0.85, 0, h * 0.3), (-r * 1.25, 0, h * 0.42), (-r * 1.5, 0, h * 0.75), (-r * 1.78, 0, h * 0.95)], 30)
    b.add(sweep(spout, np.linspace(0.021, 0.0085, 30), sides=24), "body", "spout")
    grip = [(r * 0.78, 0, h * 0.85), (r * 1.35, 0, h * 0.9), (r * 1.6, 0, h * 0.6), (r * 1.3, 0, h * 0.25), (r * 0.9, 0, h * 0.25)]
    b.add(sweep(smooth_path(grip, 40), 0.0068, sides=20), "body", "handle")
    b.footprint = "round"


@prop("cup")
def cup(spec: Spec, b: Builder) -> None:
    b.slot("body", "porcelain", "#ece9e2")
    b.slot("contents", "liquid", role="fixed", params={"of": spec.contents or "coffee"})
    b.add(lathe(rounded_profile([(0, 0.002), (0.035, 0.002), (0.04, 0), (0.043, 0.003), (0.073, 0.012), (0.074, 0.015), (0.043, 0.006), (0, 0.005)], 0.0015), segments=72), "body", "saucer")
    r, h = 0.036, 0.058
    outline = smooth_path([(0.02, 0.007), (0.027, 0.012), (0.034, 0.035), (r, h)], 30)
    inner = [(max(a - 0.003, 0), z) for a, z in outline[::-1] if z > 0.013]
    b.add(lathe([(0, 0.007), *map(tuple, outline), *inner, (0, 0.013)], segments=72), "body")
    grip = smooth_path([(r * 0.93, h * 0.85), (r + 0.012, h * 0.85), (r + 0.018, h * 0.6), (r + 0.008, h * 0.4), (r * 0.88, h * 0.42)], 30)
    b.add(sweep([(x, 0, z) for x, z in grip], 0.0032, sides=14), "body", "handle")
    b.add(lathe([(0, h * 0.86), (0.0325, h * 0.86)], segments=48, smooth=180), "contents")
    latte_art(spec, b, 0.0325, h * 0.86)
    b.interior = Interior(0.032, 0.013, h)
    b.footprint = "round"


@prop("bowl")
def bowl(spec: Spec, b: Builder) -> None:
    r, h = b.vary(0.125), b.vary(0.085)
    b.slot("body", "ceramic", b.choose("#e6e1d6", "#4c6a8a"))
    outline = [(r * 0.4, 0), (r * 0.42, 0.006), (r * 0.72, h * 0.35), (r * 0.93, h * 0.75), (r, h)]
    b.add(lathe(rounded_profile(_vessel(outline, 0.0055, 0.012), 0.002), segments=96), "body")
    wall = [(x - 0.0055, z) for x, z in map(tuple, smooth_path(outline, 48)) if z > 0.012]
    fill(spec, b, [(wall[0][0] * 0.9, 0.012), *wall], level=0.78)
    b.interior = Interior(r - 0.007, 0.012, h)
    b.footprint = "round"


@prop("vase")
def vase(spec: Spec, b: Builder) -> None:
    h = b.vary(0.26)
    b.slot("body", "ceramic", b.choose("#d8d0c2", "#31465c", "#8b9a86"))
    shape = b.choose([(0.045, 0), (0.075, h * 0.3), (0.07, h * 0.55), (0.03, h * 0.85), (0.038, h)], [(0.05, 0), (0.06, h * 0.2), (0.085, h * 0.6), (0.05, h * 0.9), (0.055, h)])
    b.add(lathe(rounded_profile(_vessel(shape, 0.005, 0.01), 0.002), segments=96), "body")
    b.interior = Interior(0.03, 0.01, h)
    b.footprint = "round"


@prop("plate")
def plate(spec: Spec, b: Builder) -> None:
    b.slot("body", "porcelain", "#ebe8e0")
    b.add(lathe(rounded_profile([(0, 0.002), (0.07, 0.002), (0.073, 0), (0.08, 0), (0.083, 0.004), (0.132, 0.02), (0.134, 0.023), (0.128, 0.0225), (0.085, 0.0085), (0, 0.007)], 0.002), segments=96), "body")
    if is_food(spec.contents):
        serve(spec, b, 0.085, 0.0085)
    b.support("top", -0.08, 0.08, -0.08, 0.08, 0.0075, round=True)
    b.footprint = "round"
