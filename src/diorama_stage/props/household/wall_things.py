# SPDX-License-Identifier: GPL-3.0-or-later
"""What is fixed to walls: hooks, a radiator, an air conditioner, a tap, an extinguisher in its bracket."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, label_arc, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep, torus
from diorama_stage.kit.parts import add_rod, slab, turned
from diorama_stage.props.registry import prop


@prop("wall_hook")
def wall_hook(spec: Spec, b: Builder) -> None:
    """A double hook of iron or brass on its plate; a rail of wood with five of them."""
    b.slot("hooks", *b.choose(("brass", "#b08a3c"), ("iron", "#2a2927")))
    places = [0.0]
    if spec.is_a("rail"):
        b.slot("board", b.choose("oak", "walnut", "paint"), b.choose("#b98d58", "#efe9dc"), role="trim")
        b.add(box(0.7, 0.022, 0.1, bevel=0.006), "board")
        places = [-0.27, -0.135, 0.0, 0.135, 0.27]
    for x in places:
        plate = [(x - 0.014, 0.012), (x + 0.014, 0.012), (x + 0.018, 0.05), (x + 0.014, 0.088), (x - 0.014, 0.088), (x - 0.018, 0.05)]
        b.add(slab(plate, 0.005, y=-0.013, bevel=0.0015), "hooks", "plates")
        low = smooth_path([(x, -0.014, 0.045), (x, -0.03, 0.03), (x, -0.05, 0.028), (x, -0.06, 0.045), (x, -0.058, 0.058)], 30)
        high = smooth_path([(x, -0.014, 0.06), (x, -0.04, 0.072), (x, -0.068, 0.1), (x, -0.088, 0.135)], 30)
        for path in (low, high):
            b.add(sweep(path, np.interp(np.linspace(0, 1, 30), [0, 1], [0.0062, 0.0048]), sides=14), "hooks")
            b.add(sphere(0.0085, at=tuple(path[-1]), segments=20), "hooks")
        b.add(join([sphere(0.0032, at=(x, -0.016, z), segments=12) for z in (0.02, 0.081)]), "hooks", "screws")
    b.mount = 1.6


@prop("radiator")
def radiator(spec: Spec, b: Builder) -> None:
    """A column radiator of cast iron on feet: sections side by side, a valve with its pipe, a bleed cap."""
    b.slot("body", "paint", b.choose("#f0ede4", "#f0ede4", "#3a3d40"), finish=("satin",))
    b.slot("metal", "chrome", role="trim")
    b.slot("dark", "plastic", "#1b1c1e", role="fixed")
    count, pitch, tall = 11, 0.06, 0.62
    x0 = -(count - 1) * pitch / 2
    for k in range(count):
        x, made = x0 + k * pitch, []
        for y in (-0.055, 0.0, 0.055):
            made.append(sweep([(x, y, 0.1), (x, y, 0.35), (x, y, tall - 0.03)], 0.019, sides=18))
        for z in (0.1, tall - 0.03):
            made.append(sweep([(x, -0.07, z), (x, 0.0, z + (0.012 if z > 0.3 else -0.012)), (x, 0.07, z)], np.array([0.022, 0.03, 0.022]), sides=18))
            made += [sphere(0.022, at=(x, s * 0.07, z), segments=20) for s in (-1, 1)]
        b.add(join(made), "body", "sections")
    for z in (0.1, tall - 0.03):
        add_rod(b, "body", (x0 - 0.02, 0, z), (-x0 + 0.02, 0, z), 0.024, "sections", 20)
    feet = [(-0.012, 0), (0.012, 0), (0.016, 0.02), (0.011, 0.1), (-0.011, 0.1), (-0.016, 0.02)]
    b.add(join([move(slab(feet, 0.034, bevel=0.004), x, y, 0) for x in (x0, -x0) for y in (-0.05, 0.05)]), "body", "feet")
    for s in (-1, 1):
        add_rod(b, "metal", (s * (-x0 + 0.03), 0, 0.1), (s * (-x0 + 0.085), 0, 0.1), 0.012, "valves")
        add_rod(b, "metal", (s * (-x0 + 0.085), 0, 0.0), (s * (-x0 + 0.085), 0, 0.115), 0.009, "pipes")
    b.add(cylinder(0.021, 0.07, bevel=0.006, at=(-x0 + 0.085, 0, 0.115)), "dark", "valve head")
    b.support("top", x0, -x0, -0.05, 0.05, tall + 0.01)


@prop("air_conditioner")
def air_conditioner(spec: Spec, b: Builder) -> None:
    """The indoor unit of an air conditioner: a rounded white case with louvres below, a display; an outdoor one is a box with a fan behind its grille."""
    b.slot("body", "plastic", "#f2f1ed", finish=("satin",))
    b.slot("dark", "plastic", "#23262a", role="fixed")
    if spec.is_a("outdoor"):
        b.slot("metal", "steel", "#8a8f92", role="trim")
        b.add(box(0.82, 0.3, 0.58, bevel=0.015, at=(0, 0, 0.04)), "body")
        b.add(move(rotate(cylinder(0.235, 0.01, bevel=0.002, segments=72), 90), -0.1, -0.148, 0.33), "dark", "well")
        for k in range(3):
            blade = slab([(0, -0.02), (0.2, -0.07), (0.215, 0.05), (0, 0.03)], 0.004, bevel=0.001)
            b.add(move(rotate(blade, 12, 120 * k, 0), -0.1, -0.166, 0.33), "metal", "fan")
        rings = [rotate(torus(r, 0.0022, segments=64, sides=6), 90) for r in np.linspace(0.02, 0.235, 13)]
        spokes = [rotate(box(0.235, 0.004, 0.004, bevel=0.001, at=(0.1175, 0, -0.002)), 0, 30 * k, 0) for k in range(12)]
        b.add(move(join([*rings, *spokes]), -0.1, -0.176, 0.33), "body", "grille")
        b.add(join([box(0.16, 0.004, 0.008, bevel=0.001, at=(0.285, -0.151, 0.12 + 0.03 * k)) for k in range(14)]), "body", "slats")
        b.add(join([box(0.06, 0.34, 0.04, bevel=0.006, at=(x, 0, 0)) for x in (-0.3, 0.3)]), "dark", "feet")
        return
    case = [(-0.11, 0.03), (-0.11, 0.24), (-0.085, 0.29), (-0.04, 0.3), (0.11, 0.3), (0.11, 0.0), (-0.05, 0.0), (-0.095, 0.015)]
    b.add(rotate(slab([(y, z) for y, z in case], 0.88, bevel=0.012, segments=5), 0, 0, 90), "body")
    b.add(box(0.8, 0.02, 0.003, bevel=0.001, at=(0, -0.104, 0.085)), "dark", "seam")
    b.add(move(rotate(box(0.8, 0.07, 0.03, bevel=0.006), 40), 0, -0.086, 0.008), "dark", "outlet")
    for y, z, tilt in ((-0.115, 0.012, 52), (-0.07, -0.01, 30)):
        b.add(move(rotate(box(0.78, 0.055, 0.004, bevel=0.0015), tilt), 0, y, z), "body", "louvres")
    b.add(join([box(0.82, 0.006, 0.004, bevel=0.001, at=(0, y, 0.3)) for y in np.linspace(-0.02, 0.09, 9)]), "dark", "vents")
    b.add(box(0.09, 0.003, 0.03, bevel=0.001, at=(0.33, -0.1115, 0.15)), "dark", "display")
    b.mount = 2.05


@prop("tap")
def tap(spec: Spec, b: Builder) -> None:
    """A tap on its plate: a swan's neck with two cross handles; running, with a clear thread of water."""
    b.slot("body", *b.choose(("chrome", None), ("brass", "#b08a3c"), ("chrome", None)))
    b.slot("caps", "porcelain", "#f4f2ec", role="fixed")
    b.add(cylinder(0.03, 0.012, bevel=0.004), "body", "base")
    neck = smooth_path([(0, 0.0, 0.01), (0, 0.0, 0.16), (0, -0.02, 0.23), (0, -0.075, 0.262), (0, -0.13, 0.235), (0, -0.148, 0.17)], 60)
    b.add(sweep(neck, 0.0125, sides=20), "body", "spout")
    b.add(cylinder(0.016, 0.026, bevel=0.003, at=(0, -0.148, 0.15)), "body", "spout")
    b.add(lathe(rounded_profile([(0, 0.01), (0.022, 0.01), (0.022, 0.05), (0.016, 0.07), (0, 0.07)], 0.004), segments=40), "body", "base")
    for s in (-1, 1):
        x = s * 0.1
        add_rod(b, "body", (0, 0, 0.035), (x, 0, 0.035), 0.011, "base")
        b.add(
            lathe(rounded_profile([(0, 0.0), (0.024, 0.0), (0.022, 0.01), (0.014, 0.03), (0.013, 0.08), (0.018, 0.09), (0, 0.094)], 0.003), segments=40),
            "body",
            "valves",
        )
        move(b._parts["valves"][-1], x, 0, 0)
        for turn in (20, 110):
            c, q = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            add_rod(b, "body", (x - 0.034 * c, -0.034 * q, 0.092), (x + 0.034 * c, 0.034 * q, 0.092), 0.0062, "handles")
            b.add(join([sphere(0.009, at=(x + e * 0.036 * c, e * 0.036 * q, 0.092), segments=18) for e in (-1, 1)]), "body", "handles")
        b.add(cylinder(0.0105, 0.012, bevel=0.003, at=(x, 0, 0.094)), "caps")
    if spec.has("running", "open", "dripping"):
        b.slot("water", "water", role="fixed")
        long = 0.04 if spec.has("dripping") else 0.15
        b.add(cylinder(0.0065, long, bevel=0.002, at=(0, -0.148, 0.15 - long), top=0.0085), "water")


@prop("fire_extinguisher")
def fire_extinguisher(spec: Spec, b: Builder) -> None:
    """A red cylinder with a domed head, a squeeze lever, a gauge, a hose with its horn, a panel of instructions."""
    b.slot("body", "paint", "#c01f1c", finish=("glossy",))
    b.slot("black", "rubber", "#17181a", role="fixed")
    b.slot("metal", "chrome", role="fixed")
    b.slot("label", "paper", "#f4f1e6", role="fixed")
    r, tall = 0.075, 0.42
    shell = [(0, 0.008), (r * 0.8, 0), (r, 0.012), (r, tall - 0.05), (r * 0.85, tall - 0.015), (0.03, tall + 0.01), (0.022, tall + 0.02), (0, tall + 0.02)]
    b.add(lathe(rounded_profile(shell, 0.018), segments=72, smooth=60), "body")
    b.add(lathe([(r * 0.97, 0.0), (r + 0.003, 0.002), (r + 0.003, 0.03), (r, 0.032)], segments=72), "black", "foot")
    b.add(cylinder(0.02, 0.05, bevel=0.004, at=(0, 0, tall + 0.015)), "metal", "valve")
    for z, up in ((tall + 0.06, 0.012), (tall + 0.085, 0.04)):
        lever = [(0.02, z - 0.008), (0.03, z + 0.006), (-0.1, z + up + 0.006), (-0.105, z + up - 0.004), (-0.02, z - 0.008)]
        b.add(slab(lever, 0.024, bevel=0.003), "black" if up > 0.02 else "metal", "levers")
    b.add(turned([(0, 0), (0.018, 0), (0.018, 0.012), (0.015, 0.014), (0, 0.014)], (0.0, -0.016, tall + 0.04)), "metal", "gauge")
    b.add(turned([(0, 0.0142), (0.014, 0.0142), (0, 0.0148)], (0.0, -0.016, tall + 0.04)), "label", "dial")
    ring = move(rotate(torus(0.014, 0.0018, segments=32, sides=8), 0, 90), 0.034, 0, tall + 0.055)
    b.add(ring, "metal", "pin")
    hose = smooth_path([(0.018, 0, tall + 0.035), (0.07, -0.01, tall + 0.03), (0.105, -0.02, tall - 0.06), (0.095, -0.035, 0.26), (0.088, -0.04, 0.2)], 60)
    b.add(sweep(hose, 0.0095, sides=14), "black", "hose")
    b.add(
        move(lathe(rounded_profile([(0, 0.1), (0.011, 0.1), (0.013, 0.06), (0.028, 0.0), (0.022, 0.002), (0, 0.06)], 0.002), segments=32), 0.088, -0.04, 0.11),
        "black",
        "horn",
    )
    b.add(label_arc(r + 0.0004, 0.17, 0.33, 105), "label", "panel")
    strips = [label_arc(r + 0.0008, z, z + h, 90) for z, h in ((0.305, 0.015), (0.28, 0.006), (0.268, 0.006), (0.256, 0.006), (0.19, 0.045))]
    b.slot("print", "paint", "#2f5f8f", role="fixed", finish=("matte",))
    b.add(join(strips), "print")
    b.footprint = "round"
