# SPDX-License-Identifier: GPL-3.0-or-later
"""Of the joiner's bench: chisels, planes, a mallet, shavings, a level, a clamp, a drill, trestles, a tin of paint."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    ellipsoid,
    join,
    label_arc,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import add_rod, rods, slab
from diorama_stage.props.registry import prop

GRIP = [(0, 0.13), (0.011, 0.13), (0.0135, 0.137), (0.0115, 0.15), (0.0145, 0.175), (0.0165, 0.21), (0.0155, 0.24), (0.017, 0.252), (0.014, 0.262), (0, 0.264)]


@prop("chisel")
def chisel(spec: Spec, b: Builder) -> None:
    """A bench chisel: a bevelled blade with a ground edge, a bolster, a turned handle with a ferrule and a striking ring."""
    b.slot("blade", "steel", "#aeb2b5")
    b.slot("handle", b.choose("oak", "wood"), b.choose("#a8713c", "#b98a4e", "#7d4a26"))
    b.slot("brass", "brass", role="trim")
    rows = []
    for z, half, front, deep in (
        (0.0, 0.0125, 0.0, 0.0003),
        (0.014, 0.0125, 0.0, 0.0045),
        (0.1, 0.0122, 0.0, 0.0048),
        (0.112, 0.0065, 0.0, 0.006),
        (0.13, 0.0055, 0.0, 0.0062),
    ):
        edge = min(0.0022, deep)
        rows.append([(-half, front, z), (half, front, z), (half, edge, z), (half * 0.74, deep, z), (-half * 0.74, deep, z), (-half, edge, z)])
    b.add(loft(rows, smooth=15), "blade")
    b.add(move(lathe(rounded_profile(GRIP, 0.002), segments=40), 0, 0.003, 0), "handle")
    rings = [(0, 0.122), (0.0115, 0.122), (0.0125, 0.126), (0.0118, 0.145), (0, 0.146)]
    b.add(move(lathe(rings, segments=40), 0, 0.003, 0), "brass", "ferrule")
    b.add(move(lathe([(0.0172, 0.244), (0.0182, 0.246), (0.0182, 0.253), (0.0168, 0.255), (0.0155, 0.25)], segments=40), 0, 0.003, 0), "brass", "ring")
    lying(b, b.rng.uniform(10, 35))


def _iron_plane(b: Builder) -> None:
    b.slot("body", "cast_iron", "#3b3f42")
    b.slot("handle", "walnut", "#6a3b22", role="trim")
    b.slot("steel", "steel", "#c3c6c8", role="trim")
    b.slot("brass", "brass", role="fixed")
    long, wide = 0.36, 0.066
    b.add(box(long, wide, 0.006, bevel=0.0012), "steel", "sole")
    for y in (-1, 1):
        cheek = [(-0.13, 0), (0.125, 0), (0.1, 0.012), (0.04, 0.046), (0.0, 0.05), (-0.05, 0.03), (-0.1, 0.012)]
        b.add(slab(cheek, 0.005, y=y * (wide / 2 - 0.0026), bevel=0.0012), "steel", "cheeks")
    b.add(box(long - 0.02, wide - 0.012, 0.006, bevel=0.002, at=(0, 0, 0.005)), "body", "bed")
    frog = [(-0.045, 0.008), (0.035, 0.008), (0.042, 0.014), (-0.01, 0.058), (-0.03, 0.058)]
    b.add(slab(frog, 0.05, bevel=0.003), "body", "frog")
    tilted = lambda o: move(rotate(o, 0, 45, 0), 0.047, 0, 0.012)  # noqa: E731
    b.add(tilted(box(0.15, 0.05, 0.0035, bevel=0.001, at=(-0.066, 0, 0.0))), "steel", "iron")
    b.add(tilted(box(0.135, 0.046, 0.006, bevel=0.0025, at=(-0.055, 0, 0.0045))), "steel", "cap")
    b.add(tilted(cylinder(0.011, 0.006, bevel=0.0015, at=(-0.06, 0, 0.009))), "brass", "screw")
    b.add(move(rotate(cylinder(0.014, 0.01, bevel=0.002, at=(0, 0, -0.005)), 0, 90, 0), -0.05, 0, 0.035), "brass", "wheel")
    knob = [(0, 0.01), (0.015, 0.01), (0.011, 0.022), (0.0125, 0.034), (0.0215, 0.05), (0.0215, 0.058), (0.014, 0.068), (0, 0.07)]
    b.add(move(lathe(rounded_profile(knob, 0.004), segments=48), 0.125, 0, 0), "handle", "knob")
    grip = smooth_path([(-0.125, 0, 0.012), (-0.115, 0, 0.04), (-0.125, 0, 0.07), (-0.138, 0, 0.1), (-0.165, 0, 0.115)], 40)
    across = np.column_stack([np.interp(np.linspace(0, 1, 40), [0, 0.5, 0.8, 1], [0.022, 0.0165, 0.017, 0.008])])
    b.add(sweep(grip, across[:, 0], sides=20, flat=0.66), "handle", "tote")
    b.add(rotate(slab([(-0.165, 0.01), (-0.085, 0.01), (-0.105, 0.03), (-0.14, 0.03)], 0.022, bevel=0.006), 0, 0, 0), "handle", "tote")


def _wooden_plane(b: Builder) -> None:
    b.slot("body", "oak", "#b0773f")
    b.slot("steel", "steel", "#8d9194", role="trim")
    b.slot("dark", "wood", "#2a1a0e", role="fixed")
    long, wide = 0.3, 0.065
    stock = [(-long / 2, 0), (long / 2, 0), (long / 2, 0.045), (long / 2 - 0.02, 0.062), (-long / 2 + 0.02, 0.062), (-long / 2, 0.05)]
    b.add(slab(stock, wide, bevel=0.004), "body")
    b.add(box(0.085, wide - 0.018, 0.004, bevel=0.001, at=(0.035, 0, 0.0595)), "dark", "mouth")
    tilted = lambda o: move(rotate(o, 0, 45, 0), 0.06, 0, 0.01)  # noqa: E731
    b.add(tilted(box(0.15, 0.046, 0.004, bevel=0.001, at=(-0.05, 0, 0))), "steel", "iron")
    b.add(tilted(slab([(-0.11, 0.004), (0.02, 0.004), (-0.06, 0.02), (-0.11, 0.022)], 0.044, bevel=0.004)), "body", "wedge")
    horn = smooth_path([(0.115, 0, 0.05), (0.118, 0, 0.085), (0.135, 0, 0.115), (0.16, 0, 0.125)], 36)
    b.add(sweep(horn, np.interp(np.linspace(0, 1, 36), [0, 0.6, 0.9, 1], [0.022, 0.0165, 0.012, 0.004]), sides=20, flat=0.8), "body", "horn")
    b.add(sweep(smooth_path([(-0.075, 0, 0.055), (-0.085, 0, 0.09), (-0.12, 0, 0.098), (-0.135, 0, 0.055)], 40), 0.0115, sides=18, flat=0.8), "body", "tote")


@prop("hand_plane")
def hand_plane(spec: Spec, b: Builder) -> None:
    """A bench plane: iron with a walnut knob and tote, a blade under its cap; or a block of beech with a wedge and a horn."""
    if spec.is_a("wooden"):
        _wooden_plane(b)
    else:
        _iron_plane(b)


@prop("mallet")
def mallet(spec: Spec, b: Builder) -> None:
    """A joiner's mallet of beech: a square head with sloped faces, a flat tapered handle through it. It lies, or stands on its head."""
    b.slot("body", "oak", b.choose("#c8965a", "#b9824a"))
    b.slot("end", "wood", "#8a5a30", role="trim")
    head = [(-0.07, 0.22), (0.07, 0.22), (0.084, 0.33), (0.04, 0.345), (-0.04, 0.345), (-0.084, 0.33)]
    b.add(slab(head, 0.068, bevel=0.006), "body", "head")
    rows = [(0.0, 0.019, 0.0125), (0.02, 0.021, 0.0135), (0.12, 0.0165, 0.012), (0.225, 0.021, 0.014)]
    rings = [
        [(x * half, y * deep, z) for x, y in ((-1, -0.5), (-0.6, -1), (0.6, -1), (1, -0.5), (1, 0.5), (0.6, 1), (-0.6, 1), (-1, 0.5))] for z, half, deep in rows
    ]
    b.add(loft(rings, smooth=50), "body", "handle")
    b.add(box(0.046, 0.03, 0.008, bevel=0.002, at=(0, 0, 0.341)), "end")
    if not spec.has("upright", "standing"):
        for o in [o for group in b._parts.values() for o in group]:
            move(rotate(o, -90), 0, 0, 0.034)
            rotate(o, 0, 0, -58)
    else:
        for o in [o for group in b._parts.values() for o in group]:
            rotate(o, 180)


@prop("wood_shavings")
def wood_shavings(spec: Spec, b: Builder) -> None:
    """A loose heap of curls as a plane throws them: thin ribbons rolled to spirals, some sprung open, chips among them."""
    b.slot("body", "pine", b.choose("#e2bd84", "#d9ad72", "#e8cb9c"))
    rng, made = np.random.default_rng(spec.seed), Growth()
    for _ in range(60):
        wide, turns_, r0 = rng.uniform(0.009, 0.018), rng.uniform(1.2, 3.4), rng.uniform(0.01, 0.022)
        t = np.linspace(0, 1, 36)[:, None]
        a = 2 * math.pi * turns_ * t + rng.uniform(0, 6)
        r = r0 * (1 - 0.35 * t)
        w = np.linspace(-0.5, 0.5, 4)[None, :] * wide
        slide = rng.choice((-1.0, 1.0)) * rng.uniform(0.8, 2.6) * wide * t
        grid = np.stack(np.broadcast_arrays(w + slide, r * np.cos(a), r * np.sin(a) + r0), axis=-1)
        turn, dive = rng.uniform(0, 2 * math.pi), rng.uniform(-0.5, 0.5)
        c, s = math.cos(turn), math.sin(turn)
        grid = np.stack([c * grid[..., 0] - s * grid[..., 1], s * grid[..., 0] + c * grid[..., 1], grid[..., 2] + dive * grid[..., 0]], axis=-1)
        far = 0.105 * rng.uniform() ** 0.6
        way = rng.uniform(0, 2 * math.pi)
        up = max(0.0, 0.042 * (1 - far / 0.095)) * rng.uniform(0, 1) + 0.004
        made.sheet(grid + (far * math.cos(way) * 1.25, far * math.sin(way), up), rng.uniform(0.82, 1.2), 0.0005)
    b.add(made.object("shavings"), "body")
    b.footprint = "round"


@prop("spirit_level")
def spirit_level(spec: Spec, b: Builder) -> None:
    """A level of box section with end caps and three windows, a green vial with its bubble in each."""
    b.slot("body", "paint", b.choose("#d9a81c", "#b3261e", "#c7cacc"))
    b.slot("caps", "rubber", "#1b1c1e", role="fixed")
    b.slot("glass", "plastic", "#b7e04a", role="fixed", finish=("glossy",))
    b.slot("marks", "paint", "#16181a", role="fixed")
    long, tall = 0.6, 0.06
    rail = [(-0.012, 0), (0.012, 0), (0.012, 0.012), (0.008, 0.015), (0.008, tall - 0.015), (0.012, tall - 0.012), (0.012, tall), (-0.012, tall)]
    rail += [(-0.012, tall - 0.012), (-0.008, tall - 0.015), (-0.008, 0.015), (-0.012, 0.012)]
    b.add(rotate(slab(rail, long, bevel=0.001), 0, 0, 90), "body")
    b.add(join([box(0.014, 0.028, tall + 0.003, bevel=0.004, at=(s * long / 2, 0, -0.0015)) for s in (-1, 1)]), "caps")
    for x, turn in ((0.0, 90), (-0.21, 0), (0.21, 45)):
        b.add(move(rotate(cylinder(0.022, 0.02, bevel=0.002, at=(0, 0, -0.01)), 90), x, 0, tall / 2), "caps", "windows")
        vial = [cylinder(0.0072, 0.036, bevel=0.003, at=(0, 0, -0.018))]
        lines = [torus(0.0074, 0.0007, at=(0, 0, z), segments=24, sides=6) for z in (-0.005, 0.005)]
        b.add(move(rotate(join(vial), 0, turn, 0), x, -0.006, tall / 2), "glass", "vials")
        b.add(move(rotate(join([*lines, ellipsoid(0.003, 0.0035, 0.0042, at=(0, -0.006, 0))]), 0, turn, 0), x, -0.006, tall / 2), "marks", "marks")


@prop("clamp")
def clamp(spec: Spec, b: Builder) -> None:
    """A G clamp that lies: a frame of cast iron, a threaded screw with a tommy bar and a swivel pad."""
    b.slot("body", "paint", b.choose("#1f4f8f", "#3a3d40", "#a3342a"))
    b.slot("screw", "steel", "#8f9497", role="trim")
    path = smooth_path([(0.06, 0.062, 0), (0.0, 0.064, 0), (-0.055, 0.055, 0), (-0.07, 0, 0), (-0.055, -0.055, 0), (0.0, -0.064, 0), (0.06, -0.062, 0)], 70)
    b.add(sweep(path, 0.0115, sides=16, section=[(0.7, 0.9), (-0.7, 0.9), (-1, 0.6), (-1, -0.6), (-0.7, -0.9), (0.7, -0.9), (1, -0.6), (1, 0.6)]), "body")
    b.add(move(rotate(cylinder(0.016, 0.026, bevel=0.003), 90), 0.062, -0.05, 0), "body", "jaws")
    b.add(move(rotate(cylinder(0.013, 0.012, bevel=0.002), 90), 0.062, 0.062, 0), "body", "anvil")
    r = [(0.0062 if k % 2 else 0.0074, 0.0022 * k) for k in range(66)]
    b.add(move(rotate(lathe([(0, 0), *r, (0, 0.145)], segments=24, smooth=30), -90), 0.062, -0.13, 0), "screw")
    b.add(move(rotate(cylinder(0.013, 0.01, bevel=0.002), -90), 0.062, 0.012, 0), "screw", "pad")
    add_rod(b, "screw", (0.02, -0.127, 0), (0.104, -0.127, 0), 0.0042, "bar", 12)
    b.add(join([sphere(0.0062, at=(x, -0.127, 0), segments=16) for x in (0.02, 0.104)]), "screw", "bar")


@prop("drill")
def drill(spec: Spec, b: Builder) -> None:
    """A cordless drill that stands on its battery: a barrel with vents, a keyless chuck and a bit, a pistol grip with its trigger."""
    b.slot("body", "plastic", b.choose("#1f6f6a", "#e0a81c", "#b3261e", "#1f4f8f"))
    b.slot("dark", "rubber", "#1a1b1d", role="trim")
    b.slot("steel", "steel", "#9a9ea1", role="fixed")
    b.add(box(0.085, 0.072, 0.05, bevel=0.008), "dark", "battery")
    b.add(box(0.088, 0.075, 0.014, bevel=0.005, at=(0, 0, 0.05)), "body", "foot")
    grip = [(-0.02, 0.06), (0.022, 0.06), (0.03, 0.1), (0.024, 0.17), (-0.03, 0.17), (-0.026, 0.11)]
    b.add(slab(grip, 0.036, bevel=0.012), "body", "grip")
    b.add(slab([(-0.033, 0.075), (-0.018, 0.07), (-0.02, 0.11), (-0.026, 0.155), (-0.036, 0.16)], 0.037, bevel=0.008), "dark", "grip")
    b.add(slab([(0.024, 0.125), (0.037, 0.128), (0.04, 0.148), (0.036, 0.163), (0.022, 0.165)], 0.016, bevel=0.004), "dark", "trigger")
    barrel = [(0, -0.085), (0.026, -0.082), (0.034, -0.068), (0.036, -0.02), (0.036, 0.045), (0.03, 0.06), (0.026, 0.07), (0, 0.07)]
    b.add(move(rotate(lathe(rounded_profile(barrel, 0.006), segments=56), 0, 90), 0, 0, 0.195), "body", "barrel")
    b.add(join([box(0.004, 0.074, 0.02, bevel=0.001, at=(-0.068 + 0.009 * k, 0, 0.185)) for k in range(4)]), "dark", "vents")
    chuck = [(0, 0.07), (0.023, 0.07), (0.024, 0.075), (0.024, 0.1), (0.022, 0.104), (0.012, 0.126), (0.007, 0.128), (0, 0.128)]
    b.add(move(rotate(lathe(rounded_profile(chuck, 0.002), segments=48), 0, 90), 0, 0, 0.195), "dark", "chuck")
    b.add(
        rods(
            [
                [(0.075 + 0.0, 0.0243 * math.cos(a), 0.195 + 0.0243 * math.sin(a)), (0.1, 0.0243 * math.cos(a), 0.195 + 0.0243 * math.sin(a))]
                for a in np.linspace(0, 2 * math.pi, 18)
            ],
            0.0012,
            sides=6,
        ),
        "dark",
        "chuck",
    )
    t = np.linspace(0, 1, 70)
    for k in (0, math.pi):
        flute = np.column_stack([0.126 + 0.062 * t, 0.0018 * np.cos(16 * t + k), 0.195 + 0.0018 * np.sin(16 * t + k)])
        b.add(sweep(flute, np.interp(t, [0, 0.95, 1], [0.0022, 0.0022, 0.0006]), sides=8), "steel", "bit")


@prop("sawhorse")
def sawhorse(spec: Spec, b: Builder) -> None:
    """A trestle: a stout beam on four splayed legs, a gusset at each end, a shelf between."""
    b.slot("body", "pine", b.choose("#d3aa72", "#c39a64"))
    b.slot("screws", "steel", "#8d9194", role="fixed")
    b.add(box(1.0, 0.09, 0.045, bevel=0.004, at=(0, 0, 0.705)), "body", "beam")
    for x in (-1, 1):
        for y in (-1, 1):
            leg = slab([(-0.045, 0), (0.045, 0), (0.045, 0.77), (-0.045, 0.77)], 0.038, bevel=0.003)
            b.add(move(rotate(leg, 17 * y, -6 * x, 0), x * 0.37 + x * 0.08, y * 0.26, 0.01), "body", "legs")
        b.add(move(rotate(slab([(-0.15, 0), (0.15, 0), (0.075, 0.2), (-0.075, 0.2)], 0.018, bevel=0.002), 0, 0, 90), x * 0.4, 0, 0.45), "body", "gussets")
    b.add(box(0.86, 0.06, 0.02, bevel=0.003, at=(0, 0, 0.3)), "body", "rail")
    for y in (-1, 1):
        b.add(box(0.88, 0.02, 0.07, bevel=0.003, at=(0, y * 0.135, 0.3)), "body", "rails")
    b.add(join([rotate(cylinder(0.006, 0.002, bevel=0.0005, at=(x, z, 0.026)), 90) for x in (-0.4, 0.4) for z in (0.5, 0.6)]), "screws")
    b.support("beam", -0.45, 0.45, -0.04, 0.04, 0.75)


@prop("paint_tin")
def paint_tin(spec: Spec, b: Builder) -> None:
    """An open tin of paint, full to near its rim, runs down its side, a wire bail; closed, with its lid on."""
    b.slot("body", "steel", "#c4c8ca", role="trim")
    b.slot("paint", "paint", b.choose("#2f6f9f", "#b3402e", "#e3b23c", "#4a7f5a", "#f0ece2"), finish=("glossy",))
    b.slot("label", "paper", "#f1ede2", role="fixed")
    r, h = 0.083, 0.19
    wall = [
        (0, 0.003),
        (r - 0.003, 0.003),
        (r, 0),
        (r, h - 0.003),
        (r + 0.002, h),
        (r - 0.008, h),
        (r - 0.009, h - 0.006),
        (r - 0.003, h - 0.008),
        (r - 0.003, 0.006),
        (0, 0.006),
    ]
    b.add(lathe(wall, segments=72, smooth=30), "body")
    b.add(lathe([(r + 0.0004, 0.03), (r + 0.0006, 0.031), (r + 0.0006, h - 0.04), (r + 0.0004, h - 0.039)], segments=72), "label")
    b.add(lathe([(r + 0.0007, 0.06), (r + 0.0009, 0.061), (r + 0.0009, 0.115), (r + 0.0007, 0.116)], segments=72), "paint", "band")
    lid = [(0, 0.001), (r - 0.016, 0.001), (r - 0.013, 0.006), (r - 0.006, 0.007), (r - 0.005, 0.004), (r - 0.01, 0.001), (r - 0.014, -0.002), (0, -0.002)]
    if spec.has("closed"):
        b.add(move(lathe(lid, segments=72, smooth=30), 0, 0, h - 0.004), "body", "lid")
    else:
        b.add(cylinder(r - 0.004, 0.004, bevel=0.001, segments=72, at=(0, 0, h - 0.024)), "paint")
        for a, low, wide in ((-1.9, 0.05, 0.006), (-1.55, 0.11, 0.0045), (-1.2, 0.02, 0.007), (-0.6, 0.12, 0.004)):
            t = np.linspace(0, 1, 24)
            run = np.column_stack([(r + 0.001) * np.cos(a + 0 * t), (r + 0.001) * np.sin(a + 0 * t), h - 0.002 - (h - low) * t])
            b.add(sweep(run, wide * np.interp(t, [0, 0.3, 0.85, 0.97, 1], [1.6, 0.8, 0.8, 1.1, 0.2]), sides=12, flat=0.4), "paint", "runs")
        b.add(
            lathe([(r - 0.009, h - 0.002), (r - 0.004, h + 0.0015), (r + 0.002, h + 0.001), (r + 0.003, h - 0.003), (r - 0.001, h - 0.004)], segments=72),
            "paint",
            "rim",
        )
    for s in (-1, 1):
        b.add(move(rotate(cylinder(0.011, 0.006, bevel=0.002), 0, 90 * s), s * r, 0, h - 0.03), "body", "ears")
    bail = smooth_path(
        [(-r - 0.006, 0, h - 0.03), (-r - 0.004, 0.03, h - 0.08), (0, 0.096, h - 0.12), (r + 0.004, 0.03, h - 0.08), (r + 0.006, 0, h - 0.03)], 60
    )
    b.add(sweep(bail, 0.0019, sides=8), "body", "bail")
    for label in spec.labels:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#2a2622"}, params={"transparent": True})
        b.add(label_arc(r + 0.0009, 0.06, 0.115, 120), "text")
    b.footprint = "round"
