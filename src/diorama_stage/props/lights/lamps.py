# SPDX-License-Identifier: GPL-3.0-or-later
"""Lamps: for the table, the desk and the floor, each in several forms by the seed or the word."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, box, cylinder, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep, torus
from diorama_stage.kit.parts import add_rod, tint
from diorama_stage.kit.seams import sheet
from diorama_stage.props.lights.candles import lantern
from diorama_stage.props.registry import prop

BODIES = {
    "gourd": [(0, 0), (0.058, 0), (0.064, 0.01), (0.088, 0.06), (0.094, 0.1), (0.08, 0.15), (0.05, 0.185), (0.045, 0.2), (0.054, 0.225), (0.05, 0.25), (0.026, 0.272), (0.016, 0.28)],
    "bottle": [(0, 0), (0.07, 0), (0.076, 0.008), (0.084, 0.06), (0.085, 0.13), (0.078, 0.175), (0.05, 0.215), (0.026, 0.245), (0.02, 0.28)],
    "baluster": [(0, 0), (0.075, 0), (0.078, 0.014), (0.07, 0.022), (0.034, 0.028), (0.026, 0.04), (0.042, 0.052), (0.026, 0.066), (0.024, 0.09), (0.046, 0.15), (0.05, 0.18), (0.03, 0.235), (0.02, 0.25), (0.03, 0.26), (0.018, 0.28)],
    "column": [(0, 0), (0.082, 0), (0.084, 0.006), (0.082, 0.014), (0.02, 0.018), (0.011, 0.028), (0.0105, 0.25), (0.017, 0.26), (0.012, 0.28)],
    "ball": [(0, 0), (0.05, 0), (0.054, 0.012), (0.05, 0.018), (0.07, 0.036), (0.096, 0.08), (0.103, 0.12), (0.096, 0.16), (0.07, 0.2), (0.03, 0.226), (0.02, 0.232), (0.018, 0.25)],
}  # fmt: skip
"""Feet of table lamps, outside from below: radius and height, metres."""
OFF = ("unlit", "off")


def shade(spec: Spec, b: Builder, low: float, high: float, wide: float, top: float, *, pleats: int = 0, at=(0.0, 0.0)) -> None:
    """A shade of cloth on wire rings with taped edges, held by three arms from its upper ring; what is lit inside shows through, most about the bulb."""
    n, rows = (pleats * 5 if pleats else 96), 14
    t, a = np.linspace(0, 1, rows)[:, None], np.linspace(0, 2 * np.pi, n, endpoint=False)[None, :]
    r = wide + (top - wide) * t + 0 * a
    if pleats:
        r = r + (0.0028 * np.cos(pleats * a)) * (0.35 + 0.65 * np.sin(np.pi * np.clip(t, 0.06, 0.94)))
    cloth = sheet(np.stack([at[0] + r * np.cos(a), at[1] + r * np.sin(a), low + (high - low) * t + 0 * a], axis=-1), 0.0009, closed=True, smooth=80)
    middle, tall = low + (high - low) * 0.42, high - low
    tint(cloth, lambda p: 0.5 + 0.62 * np.exp(-(((p[:, 2] - middle) / (0.42 * tall)) ** 2)))
    b.add(cloth, "shade")
    for z, radius in ((low, wide), (high, top)):
        b.add(torus(radius, 0.0021, at=(*at, z), segments=96, sides=10), "tape", "shade")
    b.add(torus(0.012, 0.0016, at=(*at, high - 0.018), segments=32, sides=8), "fitting", "fitting")
    for k in range(3):
        c, s = math.cos(2.1 * k + 0.4), math.sin(2.1 * k + 0.4)
        add_rod(b, "fitting", (at[0] + 0.012 * c, at[1] + 0.012 * s, high - 0.018), (at[0] + (top - 0.002) * c, at[1] + (top - 0.002) * s, high - 0.004), 0.0013, "fitting", 8)


def cloth_slots(spec: Spec, b: Builder, colour: str) -> None:
    b.slot("shade", "linen", colour, role="trim", params={} if spec.has(*OFF) else {"glow": True})
    b.slot("tape", "cotton", colour, role="trim")
    b.slot("fitting", "brass", "#a98a4c", role="fixed")


def bulb(spec: Spec, b: Builder, x: float, y: float, z: float, watts: float, *, radius: float = 0.03, down: bool = False) -> None:
    """A frosted bulb with its neck at (x, y, z) and the light it gives; `down`, it hangs."""
    if spec.has(*OFF):
        b.slot("bulb", "frosted_glass", "#f4f1ea", role="fixed")
    else:
        b.slot("bulb", "emission", "#ffd9a0", role="fixed", params={"strength": 20.0})
    way = -1 if down else 1
    profile = [(0.0125, 0), (0.0135, 0.012), (radius * 0.75, 0.034), (radius, 0.058), (radius * 0.8, 0.08), (radius * 0.42, 0.09), (0, 0.0925)]
    made = lathe(smooth_path(profile, 30), segments=40, smooth=180)
    b.add(move(rotate(made, 180) if down else made, x, y, z), "bulb")
    if not spec.has(*OFF):
        b.emitters.append(Emitter(x, y, z + way * 0.055, 0.04, 2700, watts))


@prop("lamp")
def lamp(spec: Spec, b: Builder) -> None:
    b.footprint = "round"
    if spec.is_a("lantern"):
        lantern(spec, b)
    else:
        table_lamp(spec, b)


def table_lamp(spec: Spec, b: Builder) -> None:
    form = b.choose("gourd", "bottle", "baluster", "column", "ball")
    usual = {"gourd": ("ceramic", b.choose("#d8d2c2", "#3f5e66", "#8a9a80")), "bottle": ("ceramic", b.choose("#e4ddce", "#2e3a44", "#a4533c")), "baluster": (b.choose("walnut", "oak"), None),
             "column": ("brass", "#b08d45"), "ball": (b.choose("ceramic", "terracotta"), b.choose("#d9cfbd", "#b86f4e"))}[form]  # fmt: skip
    b.slot("base", *usual)
    cloth_slots(spec, b, b.choose("#efe6d2", "#e8dcc4", "#f1ece0"))
    outline = BODIES[form]
    turned = smooth_path(outline[1:], 90) if form in ("gourd", "bottle", "ball") else rounded_profile(smooth_path(outline[1:], 110), 0.002, 3)
    b.add(lathe([(0, 0), *turned, (0, outline[-1][1])], segments=96, smooth=50), "base")
    neck = outline[-1][1]
    b.add(lathe(rounded_profile([(0.0175, neck - 0.002), (0.0185, neck + 0.004), (0.009, neck + 0.007), (0.0065, neck + 0.012), (0.0065, neck + 0.03), (0.016, neck + 0.033), (0.0165, neck + 0.062), (0.0135, neck + 0.064), (0, neck + 0.064)], 0.0012), segments=48), "fitting", "socket")
    add_rod(b, "fitting", (0.014, 0, neck + 0.044), (0.03, 0, neck + 0.044), 0.0022, "switch", 10)
    b.add(sphere(0.0042, at=(0.031, 0, neck + 0.044), segments=16), "fitting", "switch")
    bulb(spec, b, 0, 0, neck + 0.062, 9.0)
    low, tall = neck + 0.02, b.rng.uniform(0.18, 0.215)
    for s in (-1, 1):
        harp = [(s * 0.015, 0, neck + 0.034), (s * 0.04, 0, neck + 0.07), (s * 0.045, 0, neck + 0.12), (s * 0.02, 0, low + tall - 0.022), (0, 0, low + tall - 0.018)]
        b.add(sweep(smooth_path(harp, 24), 0.0013, sides=8), "fitting", "harp")
    b.add(lathe(rounded_profile([(0, low + tall - 0.019), (0.005, low + tall - 0.018), (0.0035, low + tall - 0.012), (0.0065, low + tall - 0.004), (0.0045, low + tall + 0.005), (0, low + tall + 0.007)], 0.001), segments=24), "fitting", "finial")
    wide = b.rng.uniform(0.135, 0.155)
    cut = b.choose("drum", "empire", "pleated")
    shade(spec, b, low, low + tall, wide, wide * {"drum": 0.9, "empire": 0.6, "pleated": 0.62}[cut], pleats=66 if cut == "pleated" else 0)


@prop("desk_lamp")
def desk_lamp(spec: Spec, b: Builder) -> None:
    bankers(spec, b) if spec.is_a("banker") else anglepoise(spec, b)


def joint(b: Builder, x: float, z: float, radius: float, wide: float) -> None:
    """A round joint across the arm with a knurled knob on one side."""
    b.add(move(rotate(cylinder(radius, wide, bevel=0.0012, segments=40), 90), x, wide / 2, z), "metal", "joints")
    b.add(move(rotate(cylinder(radius * 0.8, 0.012, bevel=0.002, segments=14), 90), x, -wide / 2, z), "dark", "knobs")


def spring(a, c, radius: float, turns: int):
    """A drawn coil between two points."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    way = (c - a) / np.linalg.norm(c - a)
    side = np.array((0.0, 1.0, 0.0))
    other, t = np.cross(way, side), np.linspace(0, 1, turns * 10)[:, None]
    r = radius * np.clip(np.minimum(t, 1 - t) * 14, 0.1, 1)
    turn = 2 * np.pi * turns * t
    return sweep(a + (c - a) * t + r * (np.cos(turn) * side + np.sin(turn) * other), 0.0007, sides=6)


def anglepoise(spec: Spec, b: Builder) -> None:
    """A balanced-arm lamp: a heavy round foot, two pairs of rods with springs, a spun shade that looks down and forward."""
    b.slot("base", "paint", b.choose("#1f2326", "#8c2f27", "#d9d4c6", "#2f4a4d"))
    b.slot("metal", "steel", role="trim")
    b.slot("dark", "plastic", "#1b1c1e", role="fixed")
    b.slot("inside", "lacquer", "#efece2", role="fixed")
    side = b.choose(-1, 1)
    foot = np.array((side * 0.07, 0.0))
    b.add(move(lathe(rounded_profile([(0, 0), (0.088, 0), (0.09, 0.006), (0.086, 0.02), (0.03, 0.027), (0.016, 0.034), (0.0125, 0.06), (0, 0.06)], 0.004), segments=96), foot[0], 0, 0), "base", "base")
    hip, knee = np.array((foot[0], 0.0, 0.075)), np.array((side * (0.07 + b.rng.uniform(0.05, 0.09)), 0.0, b.rng.uniform(0.32, 0.36)))
    head = np.array((side * -b.rng.uniform(0.1, 0.15), 0.0, b.rng.uniform(0.43, 0.5)))
    for (p, q), gap in (((hip, knee), 0.011), ((knee, head), 0.008)):
        for y in (-gap, gap):
            add_rod(b, "base", p + (0, y, 0), q + (0, y, 0), 0.0042, "arms", 16)
        for y in (-gap - 0.011, gap + 0.011):
            middle = p + (q - p) * (0.42 if p is hip else 0.4)
            b.add(spring(p + (q - p) * 0.04 + (0, y, 0), middle + (0, y, 0), 0.0048, 22), "metal", "springs")
            add_rod(b, "metal", middle + (0, y, 0), p + (q - p) * 0.6 + (0, y, 0), 0.0008, "springs", 8)
        add_rod(b, "metal", p + (q - p) * 0.6 - (0, gap + 0.015, 0), p + (q - p) * 0.6 + (0, gap + 0.015, 0), 0.0016, "springs", 8)
    for p, r in ((hip, 0.013), (knee, 0.014), (head, 0.011)):
        joint(b, float(p[0]), float(p[2]), r, 0.036)
    tilt = side * b.rng.uniform(18, 34)
    parts = [
        (lathe(rounded_profile([(0.0, 0.03), (0.017, 0.03), (0.019, 0.024), (0.02, -0.022), (0.027, -0.034), (0.05, -0.056), (0.068, -0.095), (0.078, -0.132), (0.0795, -0.133), (0.08, -0.1345), (0.078, -0.1355)], 0.002), segments=96), "base", "shade"),
        (lathe(smooth_path([(0.078, -0.1355), (0.0665, -0.096), (0.0485, -0.058), (0.026, -0.037), (0, -0.034)], 30), segments=96, smooth=180), "inside", "shade"),
        (cylinder(0.0035, 0.016, bevel=0.001, segments=20, at=(0, 0, 0.029)), "metal", "switch"),
    ]
    for k in range(7):  # slots that let the heat out
        parts.append((rotate(box(0.003, 0.0012, 0.024, bevel=0.0004, at=(0, -0.0195, -0.012)), 0, 0, 360 / 7 * k), "dark", "vents"))
    reach = np.array((-math.sin(math.radians(tilt)), 0, math.cos(math.radians(tilt))))
    middle = head + np.array((-side * 0.026, 0, -0.006))
    for o, slot, part in parts:
        b.add(move(rotate(o, 0, -tilt), *middle), slot, part)
    neck = middle - reach * 0.04
    bulb_made = lathe(smooth_path([(0.012, 0), (0.013, -0.01), (0.022, -0.03), (0.0285, -0.05), (0.022, -0.07), (0.01, -0.0775), (0, -0.079)], 30), segments=40, smooth=180)
    unlit = spec.has(*OFF)
    b.slot("bulb", "frosted_glass" if unlit else "emission", "#f4f1ea" if unlit else "#ffd9a0", role="fixed", params={} if unlit else {"strength": 20.0})
    b.add(move(rotate(bulb_made, 0, -tilt), *neck), "bulb")
    if not unlit:
        x, y, z = neck - reach * 0.06
        b.emitters.append(Emitter(float(x), float(y), float(z), 0.03, 2800, 7.0))


def bankers(spec: Spec, b: Builder) -> None:
    """A banker's lamp: a brass foot and column, a half tube of green glass along its arm, a pull chain."""
    b.slot("base", "brass", "#b08d45")
    b.slot("shade", "lacquer", "#1d6a44", role="trim")
    b.slot("inside", "lacquer", "#efece2", role="fixed")
    b.add(lathe(rounded_profile([(0, 0), (0.088, 0), (0.09, 0.005), (0.08, 0.016), (0.05, 0.024), (0.02, 0.032), (0.011, 0.05), (0.01, 0.1), (0.016, 0.112), (0.0095, 0.124), (0.0085, 0.26), (0.014, 0.268), (0, 0.275)], 0.003), segments=96), "base")
    yoke = smooth_path([(-0.12, 0, 0.33), (-0.118, 0, 0.3), (-0.07, 0, 0.272), (0, 0, 0.266), (0.07, 0, 0.272), (0.118, 0, 0.3), (0.12, 0, 0.33)], 50)
    b.add(sweep(yoke, 0.0042, sides=14), "base", "yoke")
    t, x = np.linspace(math.radians(12), math.radians(168), 30)[:, None], np.linspace(-0.128, 0.128, 40)[None, :]
    r = 0.058 * (1 - 0.2 * np.clip((np.abs(x) - 0.1) / 0.028, 0, 1) ** 2)
    for slot, d, thick in (("shade", 0.0, 0.003), ("inside", 0.0019, 0.0007)):
        b.add(sheet(np.stack([x * (1 - d) + 0 * t, -(r - d) * np.cos(t) * 1.1, 0.313 + (r - d) * np.sin(t)], axis=-1), thick, smooth=60), slot, "shade")
    for s in (-1, 1):
        b.add(sphere(0.0075, at=(s * 0.124, 0, 0.332), segments=20), "base", "finials")
    for k in range(22):
        b.add(sphere(0.0016, at=(0.05, -0.02, 0.3 - 0.0036 * k), segments=10), "base", "chain")
    b.slot("bulb", "frosted_glass" if spec.has(*OFF) else "emission", "#f4f1ea" if spec.has(*OFF) else "#ffd9a0", role="fixed", params={} if spec.has(*OFF) else {"strength": 20.0})
    b.add(move(rotate(cylinder(0.014, 0.17, bevel=0.006, segments=32), 0, 90), -0.085, 0, 0.326), "bulb")
    if not spec.has(*OFF):
        b.emitters.append(Emitter(0, 0, 0.322, 0.03, 2700, 7.0))


@prop("floor_lamp")
def floor_lamp(spec: Spec, b: Builder) -> None:
    b.footprint = "round"
    form = "tripod" if spec.is_a("tripod") else b.choose("column", "column", "tripod")
    b.slot("stand", *(("brass", "#b08d45") if form == "column" else (b.choose("oak", "walnut"), None)))
    cloth_slots(spec, b, b.choose("#efe6d2", "#e8dcc4", "#f1ece0"))
    if form == "column":
        b.add(lathe(rounded_profile([(0, 0), (0.14, 0), (0.142, 0.006), (0.136, 0.018), (0.03, 0.026), (0.016, 0.04), (0.0125, 0.07), (0.0115, 0.7), (0.017, 0.705), (0.017, 0.712), (0.0115, 0.718), (0.0105, 1.34), (0.02, 1.36), (0.02, 1.366), (0, 1.37)], 0.004), segments=96), "stand")
    else:
        b.add(cylinder(0.042, 0.03, bevel=0.005, segments=64, at=(0, 0, 1.27)), "stand", "head")
        for k in range(3):
            a = 2 * math.pi * k / 3 + 0.5
            c, s = math.cos(a), math.sin(a)
            leg = np.array([(0.034 * c, 0.034 * s, 1.285), (0.17 * c, 0.17 * s, 0.64), (0.31 * c, 0.31 * s, 0.0)])
            b.add(sweep(leg, np.array((0.0125, 0.0145, 0.0105)), sides=20), "stand", "legs")
            b.add(sphere(0.0125, at=tuple(leg[-1] + (0, 0, 0.008)), segments=20), "fitting", "feet")
            add_rod(b, "fitting", (0.05 * c, 0.05 * s, 1.24), (0.03 * c, 0.03 * s, 1.25), 0.006, "bolts", 12)
        add_rod(b, "fitting", (0, 0, 1.3), (0, 0, 1.37), 0.007)
    b.add(cylinder(0.0165, 0.045, bevel=0.002, segments=40, at=(0, 0, 1.365)), "fitting", "socket")
    bulb(spec, b, 0, 0, 1.408, 22.0, radius=0.032)
    add_rod(b, "fitting", (0.11, 0, 1.3), (0.11, 0, 1.42), 0.0007, "chain", 6)
    b.add(sphere(0.005, at=(0.11, 0, 1.298), segments=16), "fitting", "chain")
    cut = b.choose("drum", "empire")
    shade(spec, b, 1.36, 1.62, 0.215, 0.195 if cut == "drum" else 0.13)
    add_rod(b, "fitting", (0, 0, 1.45), (0, 0, 1.603), 0.0016, "fitting", 8)
