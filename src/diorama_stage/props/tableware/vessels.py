# SPDX-License-Identifier: GPL-3.0-or-later
"""Vessels: bottles, jars, cups, glasses, bowls and plates."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from diorama_stage.kit import (
    Builder,
    FRONT,
    Interior,
    Spec,
    bezier,
    box,
    cylinder,
    extrude,
    join,
    label_arc,
    label_lathe,
    label_plane,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    solidify,
    sweep,
)
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import fill, is_food, is_noodle_soup, serve


def _vessel(outline, wall: float, bottom: float, count: int = 48):
    """A closed profile: the outline up, the inside (offset by `wall`) down to the floor at `bottom`."""
    out = smooth_path(outline, count)
    inner = [(max(r - wall, 0.0), z) for r, z in out[::-1] if z > bottom]
    return [(0, 0), *map(tuple, out), *inner, (0, bottom)]


BOTTLES = {
    "claret": ((0, 0), [(0.9, 0.0), (1, 0.02), (1, 0.62), (0.985, 0.66), (0.86, 0.715), (0.55, 0.765), (0.43, 0.8), (0.4, 0.94)]),
    "burgundy": ((0, 0), [(0.92, 0.0), (1, 0.02), (1, 0.42), (0.97, 0.5), (0.82, 0.6), (0.6, 0.69), (0.43, 0.78), (0.38, 0.94)]),
    "round": ((0.06, -0.25), [(0.9, 0.0), (1, 0.025), (1, 0.52), (0.97, 0.6), (0.8, 0.69), (0.5, 0.745), (0.37, 0.79), (0.35, 0.94)]),
    "stout": ((0.2, -0.3), [(0.92, 0.0), (1, 0.025), (1, 0.6), (0.95, 0.68), (0.7, 0.745), (0.42, 0.785), (0.36, 0.83), (0.35, 0.93)]),
}
"""Outlines of bottles, in shares of radius and height; before them how much wider and taller than usual."""


@prop("bottle", "wine_bottle", "water_bottle")
def bottle(spec: Spec, b: Builder) -> None:
    """Blown glass: a wall of a few millimetres, a heavy base with a punt, a finish with its ring at the mouth."""
    wine = spec.kind == "wine_bottle"
    (wider, taller), shape = BOTTLES[b.choose("claret", "claret", "burgundy") if wine else b.choose("claret", "burgundy", "round", "stout")]
    r, h = (0.0375, 0.3) if wine else (b.vary(0.036) * (1 + wider), b.vary(0.25) * (1 + taller))
    wall, floor, neck = 0.003, 0.007, max(shape[-1][0] * r, 0.0125)
    b.slot("body", "glass", "#3c4f26" if wine else b.choose("#dfeae4", "#3f6b4a", "#8a5a22"), params={"wall": 0.0035})
    outline = [(max(x * r, neck), y * h) for x, y in shape]
    finish = rounded_profile([(neck, 0.944 * h), (neck + 0.0018, 0.947 * h), (neck + 0.0018, 0.972 * h), (neck + 0.0003, 0.976 * h), (neck + 0.0001, h), (neck - 0.0006, h)], 0.0008)
    out = [tuple(p) for p in smooth_path(outline, 60)]
    inner = [(max(x - wall - 0.0008 * (z < 0.1 * h), 0.006), z) for x, z in out if z > floor + 0.006]
    punt = [(0, floor * 1.6 if not wine else 0.026), (r * 0.3, floor * 1.35 if not wine else 0.02), (r * 0.62, floor * 0.5), (r * 0.78, 0.0008)]
    inside = [(0, punt[0][1] + 0.0055), (r * 0.35, punt[1][1] + 0.005), (r * 0.7, floor), (r * 0.86, floor + 0.002), *inner]
    b.add(lathe([*map(tuple, smooth_path(punt, 14)), *rounded_profile([(r * 0.8, 0), *out[:2]], 0.002)[:-1], *out[1:], *finish, *([(neck - wall, h - 0.001)] + inside[::-1])], segments=88, smooth=60), "body")
    fill(spec, b, inside, level=0.78 if wine else 0.72)
    if wine:
        b.slot("foil", "plastic", b.choose("#5a1620", "#1c1c1e", "#6d5a2c"), role="trim")
        b.add(lathe(rounded_profile([(neck + 0.0008, h * 0.8), (neck + 0.0009, h * 0.93), (neck + 0.0022, h * 0.942), (neck + 0.0023, h * 0.975), (neck + 0.0011, h * 1.001), (0, h * 1.0035)], 0.0009), segments=72), "foil")
    for label in spec.labels[:1] or (({"text": b.choose("CHÂTEAU\n2019", "DOMAINE\nGRAND CRU", "RISERVA\n2016"), "style": "serif", "colour": None},) if wine else ()):
        b.slot("label", "printed", role="fixed", label=label, params={"paper": "#efe9da", "measure": FRONT})
        top = max(z for x, z in outline if x > 0.99 * r)
        b.add(label_arc(r, top * 0.28, top * 0.86, 150), "label")
    b.interior = Interior(r - wall, floor, h)
    b.footprint = "round"


@prop("wine_glass")
def wine_glass(spec: Spec, b: Builder) -> None:
    b.slot("body", "glass", "#f6f9f8", params={"wall": 0.004})
    bowl = smooth_path([(0.0036, 0.097), (0.012, 0.101), (0.028, 0.117), (0.038, 0.143), (0.0385, 0.163), (0.0335, 0.215)], 56)
    inner = [(max(x - 0.0011, 0), z) for x, z in bowl[::-1] if z > 0.1045]
    foot = rounded_profile([(0.0355, 0), (0.0355, 0.0012), (0.014, 0.0035), (0.006, 0.009), (0.0036, 0.024), (0.0033, 0.09)], 0.0012)
    b.add(lathe([(0, 0), *foot, *map(tuple, bowl), (0.0329, 0.2153), *inner, (0, 0.1046)], segments=88, smooth=60), "body")
    if spec.contents or spec.has("full", "half_full"):
        fill(replace(spec, contents=spec.contents or "red_wine"), b, [(0.0005, 0.1046), *inner[::-1]], level=0.4)
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
    b.slot("body", "glass", "#f3f7f5", params={"wall": 0.004})
    b.add(lathe(rounded_profile(_vessel([(0.032, 0), (0.033, 0.004), (0.038, 0.105)], 0.002, 0.012), 0.001), segments=88), "body")
    fill(spec, b, [(0.0312, 0.012), (0.036, 0.105)], level=0.8)
    if spec.has("iced") or (spec.contents or "").startswith("iced"):
        _ice(b, 0.024, 0.086)
    b.interior = Interior(0.034, 0.012, 0.105)
    b.footprint = "round"


@prop("jar", "can")
def jar(spec: Spec, b: Builder) -> None:
    label = spec.labels[0] if spec.labels else None
    r, h = {"jar": (0.042, 0.115), "can": (0.033, 0.122)}[spec.kind]
    if spec.kind == "can":
        b.slot("body", "aluminium", b.choose(None, "#b3261e", "#2d6a8f"))
        b.slot("rim", "aluminium", role="trim")
        b.add(lathe(rounded_profile([(0, 0.006), (r * 0.7, 0.006), (r * 0.78, 0), (r * 0.84, 0.003), (r, 0.012), (r, h - 0.014), (r * 0.84, h - 0.004)], 0.003), segments=80), "body")
        b.add(lathe(rounded_profile([(r * 0.84, h - 0.005), (r * 0.86, h), (r * 0.8, h), (r * 0.76, h - 0.005), (0, h - 0.0045)], 0.001), segments=80), "rim")
        b.add(extrude([(0.006 * math.cos(a), 0.002 + 0.011 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 24, endpoint=False)], 0.001, bevel=0.0003, at=(0, 0, h - 0.0042)), "rim", "tab")
    else:
        b.slot("body", "glass", params={"wall": 0.003})
        b.slot("lid", "brass", role="trim")
        b.add(lathe(rounded_profile([(0, 0), (r, 0), (r, h * 0.82), (r * 0.9, h * 0.88), (r * 0.9, h), (r * 0.85, h), (r * 0.85, h * 0.87), (r * 0.93, h * 0.8), (r * 0.93, 0.006), (0, 0.006)], 0.003), segments=80), "body")
        b.add(lathe(rounded_profile([(r * 0.96, h * 0.88), (r * 0.97, h * 1.04), (r * 0.9, h * 1.06), (0, h * 1.06)], 0.0025), segments=80), "lid")
        if spec.contents:
            b.slot("contents", "liquid", role="fixed", params={"of": spec.contents, "closed": True})
            b.add(cylinder(r * 0.92, h * 0.7, bevel=0.003, at=(0, 0, 0.0065)), "contents")
        b.interior = Interior(r * 0.85, 0.006, h)
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"measure": FRONT} | ({"paper": "#f2eee4"} if spec.kind != "can" else {"transparent": True}))
        b.add(label_arc(r, h * 0.22, h * 0.74, 140), "label")
    b.footprint = "round"


def _hollow(outer, inner):
    """One body of glass: the outside and a cavity whose skin faces inwards."""
    inner.data.flip_normals()
    return join([outer, inner])


@prop("perfume_bottle")
def perfume(spec: Spec, b: Builder) -> None:
    """A thick block of glass with a cavity, scent to three quarters with its tube, a sprayer's collar, a bevelled cap."""
    w, d, h, wall = b.vary(0.062, 0.06), 0.03, b.vary(0.08, 0.06), 0.0055
    b.slot("body", "glass", "#f2f6f4", params={"wall": 0.006})
    b.slot("liquid", "liquid", role="fixed", params={"of": "perfume", "closed": True})
    b.slot("collar", "brass", b.choose("#c2a25a", "#c9c6bf"), role="trim")
    b.slot("cap", "lacquer", b.choose("#161616", "#161616", "#e8e4da"), role="trim")
    b.slot("tube", "plastic", "#eeeeea", role="fixed")
    cavity = (w - 2 * wall, d - 2 * wall, h - 0.019)
    b.add(_hollow(box(w, d, h, bevel=0.0045, segments=6), box(*cavity, bevel=0.0045, segments=5, at=(0, 0, 0.011))), "body")
    b.add(box(cavity[0] + 0.0004, cavity[1] + 0.0004, cavity[2] * 0.78, bevel=0.0045, segments=4, at=(0, 0, 0.0108)), "liquid")
    b.add(sweep(smooth_path([(0, 0, h - 0.009), (0.001, 0, h * 0.5), (0.006, 0, 0.0135)], 20), 0.0011, sides=10), "tube")
    b.add(lathe(rounded_profile([(0, h - 0.001), (0.0125, h - 0.001), (0.0125, h + 0.0022), (0.0098, h + 0.0026), (0.0098, h + 0.0042), (0.0106, h + 0.0046), (0.0106, h + 0.0085), (0, h + 0.0085)], 0.0004), segments=72), "collar")
    round_ = b.rng.random() < 0.35
    cap = cylinder(0.0155, 0.03, bevel=0.0014, segments=96, at=(0, 0, h + 0.0088)) if round_ else box(0.029, min(d - 0.003, 0.027), 0.03, bevel=0.0024, segments=5, at=(0, 0, h + 0.0088))
    b.add(cap, "cap")
    label = spec.labels[0] if spec.labels else None
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.72, h * 0.34, at=(0, -d / 2 - 0.0003, h * 0.5)), "label")


@prop("teapot", "pitcher")
def teapot(spec: Spec, b: Builder) -> None:
    b.slot("body", "ceramic", b.choose("#e6e1d6", "#4f6b62", "#7c93a8"))
    r, h = 0.075, 0.125
    if spec.kind == "pitcher":
        h = 0.22
        out = smooth_path([(0.045, 0), (0.07, 0.05), (0.068, 0.12), (0.045, 0.18), (0.055, h)], 50)
        inner = [(x - 0.004, z) for x, z in out[::-1] if z > 0.01]
        b.add(lathe([(0, 0), *map(tuple, out), *inner, (0, 0.01)], segments=80), "body")
        b.interior = Interior(0.046, 0.01, h)
        fill(spec, b, [(0.04, 0.01), *inner[::-1]], level=0.75)
        b.add(sweep(smooth_path([(0.05, 0, h * 0.95), (0.1, 0, h * 0.93), (0.11, 0, h * 0.6), (0.065, 0, h * 0.35)], 36), 0.0075, sides=18), "body", "handle")
        b.add(sweep(smooth_path([(-0.045, 0, h * 0.88), (-0.06, 0, h * 0.95), (-0.078, 0, h * 1.0)], 16), np.linspace(0.02, 0.012, 16), sides=20, flat=0.8), "body", "spout")
        b.footprint = "round"
        return
    out = smooth_path([(0.045, 0), (r * 0.95, 0.03), (r, h * 0.5), (r * 0.75, h * 0.85), (0.04, h * 0.97)], 50)
    inner = [(max(x - 0.0035, 0.004), z - 0.001) for x, z in out[::-1] if z > 0.007]
    b.add(lathe([(0, 0), *map(tuple, out), *inner, (0, 0.006)], segments=96), "body")
    fill(spec, b, [(0.03, 0.006), *inner[::-1]], level=0.72)
    b.add(lathe(rounded_profile([(0.043, h * 0.955), (0.04, h * 1.0), (0.02, h * 1.06), (0.007, h * 1.08), (0.007, h * 1.1), (0.014, h * 1.16), (0.008, h * 1.23), (0, h * 1.24)], 0.003), segments=64), "body", "lid")
    spout = smooth_path([(-r * 0.85, 0, h * 0.3), (-r * 1.25, 0, h * 0.42), (-r * 1.5, 0, h * 0.75), (-r * 1.78, 0, h * 0.95)], 30)
    b.add(sweep(spout, np.linspace(0.021, 0.0085, 30), sides=24), "body", "spout")
    grip = [(r * 0.78, 0, h * 0.85), (r * 1.35, 0, h * 0.9), (r * 1.6, 0, h * 0.6), (r * 1.3, 0, h * 0.25), (r * 0.9, 0, h * 0.25)]
    b.add(sweep(smooth_path(grip, 40), 0.0068, sides=20), "body", "handle")
    b.footprint = "round"


@prop("kettle")
def kettle(spec: Spec, b: Builder) -> None:
    """A kettle for the stove: broad where it meets the flame, its handle an arch over the lid, out of the steam's way."""
    r, h = b.vary(0.098, 0.05), b.vary(0.125, 0.05)
    b.slot("body", *b.choose(("steel", None), ("paint", "#a8332a"), ("steel", None), ("paint", "#e4ddcc")), finish=("glossy",))
    b.slot("handle", *b.choose(("plastic", "#17171a"), ("walnut", None)), role="trim")
    b.slot("bracket", "steel", role="fixed")
    out = smooth_path([(r * 0.9, 0), (r * 0.99, 0.006), (r, h * 0.16), (r * 0.93, h * 0.5), (r * 0.7, h * 0.83), (r * 0.47, h * 0.96)], 56)
    b.add(lathe([(0, 0), *map(tuple, out), (r * 0.44, h * 0.965), (0, h * 0.965)], segments=112, smooth=60), "body")
    lid = rounded_profile([(r * 0.46, h * 0.96), (r * 0.47, h * 0.985), (r * 0.3, h * 1.045), (0, h * 1.06)], 0.004)
    b.add(lathe(lid, segments=96), "body", "lid")
    knob = rounded_profile([(0, h * 1.05), (0.006, h * 1.05), (0.006, h * 1.09), (0.0155, h * 1.12), (0.0155, h * 1.18), (0, h * 1.21)], 0.005)
    b.add(lathe(knob, segments=56), "handle", "lid")
    spout = smooth_path([(-r * 0.74, 0, h * 0.5), (-r * 1.08, 0, h * 0.68), (-r * 1.36, 0, h * 0.96)], 30)
    b.add(sweep(spout, np.linspace(0.025, 0.0135, 30) + 0.002 * np.linspace(0, 1, 30) ** 12, sides=32), "body", "spout")
    b.slot("bore", "paint", "#101012", role="fixed")
    b.add(sweep(spout[-1] + np.array([(0.0004, 0, -0.0004), (-0.0002, 0, 0.0003), (-0.0008, 0, 0.0009)]), 0.0112, sides=32), "bore")
    arch = np.array([(x, 0, z) for x, z in bezier((-r * 0.64, h * 0.84), (-r * 0.98, h * 2.12), (r * 0.98, h * 2.12), (r * 0.64, h * 0.84), 80)])
    b.add(sweep(arch, 0.0062, sides=18, flat=0.5), "bracket", "handle")
    b.add(sweep(arch[25:55], 0.0098 * (1 - 0.12 * np.linspace(-1, 1, 30) ** 4), sides=24), "handle")
    for s in (-1, 1):
        b.add(move(rotate(cylinder(0.011, 0.008, bevel=0.003), 0, s * 42), s * r * 0.63, 0, h * 0.845), "bracket", "handle")
    b.footprint = "round"


@prop("cup")
def cup(spec: Spec, b: Builder) -> None:
    b.slot("body", "porcelain", "#ece9e2")
    if not spec.has("held"):  # who lifts a cup leaves the saucer
        rim = [(0, 0.002), (0.035, 0.002), (0.04, 0), (0.043, 0.003), (0.073, 0.012), (0.074, 0.015), (0.043, 0.006), (0, 0.005)]
        b.add(lathe(rounded_profile(rim, 0.0015), segments=72), "body", "saucer")
    r, h = 0.036, 0.058
    outline = smooth_path([(0.02, 0.007), (0.027, 0.012), (0.034, 0.035), (r, h)], 30)
    inner = [(max(a - 0.003, 0), z) for a, z in outline[::-1] if z > 0.013]
    b.add(lathe([(0, 0.007), *map(tuple, outline), *inner, (0, 0.013)], segments=72), "body")
    grip = bezier((r * 0.95, h * 0.83), (r + 0.029, h * 0.98), (r + 0.024, h * 0.26), (r * 0.83, h * 0.37), 40)
    ends = 1 + 0.55 * np.exp(-np.linspace(0, 10, 40)) + 0.4 * np.exp(-np.linspace(10, 0, 40))  # it grows out of the wall
    b.add(sweep([(x, 0, z) for x, z in grip], 0.0033 * ends, sides=18, flat=0.72), "body", "handle")
    fill(replace(spec, contents=spec.contents or "coffee"), b, [(0.012, 0.013), *inner[::-1]], level=0.84)
    b.interior = Interior(0.032, 0.013, h)
    b.footprint = "round"


@prop("bowl")
def bowl(spec: Spec, b: Builder) -> None:
    r, h = b.vary(0.125), b.vary(0.085)
    b.slot("body", "ceramic", b.choose("#e6e1d6", "#4c6a8a"))
    outline = [(r * 0.4, 0), (r * 0.42, 0.006), (r * 0.72, h * 0.35), (r * 0.93, h * 0.75), (r, h)]
    b.add(lathe(rounded_profile(_vessel(outline, 0.0055, 0.012), 0.002), segments=96), "body")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_lathe([p for p in map(tuple, smooth_path(outline, 48)) if p[1] > 0.006], h * 0.36, h * 0.9, 72, lift=0.0009), "label")
    wall = [(x - 0.0055, z) for x, z in map(tuple, smooth_path(outline, 48)) if z > 0.012]
    fill(spec, b, [(wall[0][0] * 0.9, 0.012), *wall], level=0.78)
    b.interior = Interior(r - 0.007, 0.012, h)
    b.footprint = "box" if is_noodle_soup(spec.contents) else "round"  # a bowl with an egg's cut face in it has a front


VASES = (
    [(0.045, 0), (0.075, 0.3), (0.07, 0.55), (0.03, 0.85), (0.038, 1)],
    [(0.05, 0), (0.06, 0.2), (0.085, 0.6), (0.05, 0.9), (0.055, 1)],
    [(0.05, 0), (0.088, 0.2), (0.095, 0.36), (0.06, 0.58), (0.024, 0.68), (0.022, 0.9), (0.03, 1)],
    [(0.04, 0), (0.046, 0.1), (0.056, 0.5), (0.064, 0.85), (0.066, 1)],
    [(0.035, 0), (0.04, 0.05), (0.09, 0.45), (0.094, 0.56), (0.05, 0.82), (0.034, 0.9), (0.046, 1)],
)


@prop("vase")
def vase(spec: Spec, b: Builder) -> None:
    h = b.vary(0.26)
    b.slot("body", "ceramic", b.choose("#d8d0c2", "#31465c", "#8b9a86", "#b9a48c", "#3a3a3c"), params={"wall": 0.005})
    shape = [(x, z * h) for x, z in b.choose(*VASES)]
    b.add(lathe(rounded_profile(_vessel(shape, 0.005, 0.01, 44), 0.002, 3), segments=104), "body")
    b.interior = Interior(min(x for x, z in shape if z > 0.5 * h) - 0.005, 0.01, h)
    b.footprint = "round"


@prop("plate")
def plate(spec: Spec, b: Builder) -> None:
    """A rimmed one, a coupe or one with upright walls; of paper a pressed one with a fluted rim."""
    if spec.material in ("paper", "cardboard"):
        _pressed(spec, b)
        return
    shape = b.choose("rimmed", "rimmed", "coupe", "walled")
    b.slot("body", "stoneware" if shape == "walled" else "porcelain", b.choose("#d6cec0", "#6f7672", "#c2b8a8") if shape == "walled" else "#ebe8e0", params={"wall": 0.005})
    rise = {
        "rimmed": [(0.083, 0.004), (0.102, 0.0095), (0.132, 0.018), (0.134, 0.0205), (0.128, 0.0208), (0.1, 0.0125), (0.088, 0.0085), (0.083, 0.0075)],
        "coupe": [(0.086, 0.003), (0.112, 0.0105), (0.13, 0.0225), (0.1325, 0.0265), (0.128, 0.026), (0.108, 0.0145), (0.084, 0.0078)],
        "walled": [(0.112, 0.002), (0.119, 0.006), (0.121, 0.024), (0.1185, 0.0255), (0.1155, 0.022), (0.113, 0.0105), (0.106, 0.0078)],
    }[shape]
    b.add(lathe(rounded_profile([(0, 0.002), (0.07, 0.002), (0.073, 0), (0.08, 0), *rise, (0, 0.007)], 0.0022), segments=112), "body")
    if is_food(spec.contents):
        serve(spec, b, 0.085, 0.0085)
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(move(rotate(label_plane(0.125, 0.09), -90), 0, 0, 0.0082 if shape != "walled" else 0.0095), "label")
    b.support("top", -0.08, 0.08, -0.08, 0.08, 0.0075, round=True)
    b.footprint = "round"


def _pressed(spec: Spec, b: Builder) -> None:
    """A sheet pressed in a mould: a level well, a wall and a rim in flutes, its edge rolled under; no two lie quite level."""
    b.slot("body", "paper", "#efece4")
    around, share = np.linspace(0, 2 * np.pi, 288, endpoint=False), np.linspace(0, 1, 46)[:, None]
    radius = 0.115 * share
    wall = np.clip((share - 0.7) / 0.16, 0, 1)
    flutes = np.clip((share - 0.72) / 0.1, 0, 1) * 0.0011 * np.cos(around * 48)
    sag = 0.0012 * np.cos(2 * around + b.rng.uniform(0, 6)) * share**2
    rim, rolled = np.clip((share - 0.88) / 0.1, 0, 1), np.clip((share - 0.975) / 0.025, 0, 1)
    z = 0.001 + 0.014 * (3 * wall**2 - 2 * wall**3) + 0.002 * rim + flutes + sag - 0.003 * rolled
    rings = np.stack([radius * np.cos(around), radius * np.sin(around), z], axis=-1)
    b.add(solidify(loft(rings, closed_ends=False, smooth=70), 0.0007), "body")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(move(rotate(label_plane(0.125, 0.09), -90), 0, 0, 0.003), "label")
    b.support("top", -0.075, 0.075, -0.075, 0.075, 0.0018, round=True)
    b.footprint = "round"
