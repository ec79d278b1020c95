# SPDX-License-Identifier: GPL-3.0-or-later
"""What coffee is ground and made with: a box mill with a crank, an espresso machine, a plunger pot, a moka pot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    box,
    cylinder,
    ellipsoid,
    join,
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
from diorama_stage.kit.parts import add_rod, slab, turned
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import fill


@prop("coffee_grinder")
def coffee_grinder(spec: Spec, b: Builder) -> None:
    """A hand mill: a wooden box with a drawer, a bowl of brass with its dome, a crank with a wooden knob."""
    b.slot("box", "walnut", b.choose("#6b4426", "#7d5230", "#8a5a34"))
    b.slot("metal", "brass", role="trim")
    for z, w, h in ((0, 0.15, 0.014), (0.128, 0.146, 0.012)):
        b.add(box(w, w, h, bevel=0.004, at=(0, 0, z)), "box", "base" if z == 0 else "box")
    b.add(box(0.126, 0.126, 0.115, bevel=0.003, at=(0, 0, 0.014)), "box")
    b.add(box(0.096, 0.012, 0.052, bevel=0.004, at=(0, -0.062, 0.024)), "box", "drawer")
    b.add(turned(rounded_profile([(0, 0), (0.004, 0), (0.004, 0.01), (0.011, 0.014), (0.011, 0.021), (0, 0.024)], 0.002), (0, -0.067, 0.05)), "metal", "knob")
    bowl = [
        (0, 0.14),
        (0.046, 0.14),
        (0.048, 0.146),
        (0.05, 0.15),
        (0.062, 0.172),
        (0.066, 0.19),
        (0.062, 0.196),
        (0.05, 0.214),
        (0.026, 0.226),
        (0.014, 0.23),
        (0.012, 0.24),
        (0, 0.241),
    ]
    b.add(lathe(rounded_profile(bowl, 0.003), segments=72), "metal", "bowl")
    b.add(torus(0.0655, 0.0022, at=(0, 0, 0.192)), "metal", "bowl")
    a = np.radians(b.rng.uniform(-30, 10))
    x, y = 0.15 * np.cos(a), 0.15 * np.sin(a)
    arm = smooth_path([(0, 0, 0.236), (0, 0, 0.262), (x * 0.15, y * 0.15, 0.27), (x * 0.7, y * 0.7, 0.262), (x, y, 0.25)], 40)
    b.add(sweep(arm, 0.0052, sides=14), "metal", "crank")
    b.add(move(cylinder(0.003, 0.03, bevel=0.001), x, y, 0.248), "metal", "crank")
    grip = rounded_profile([(0, 0.262), (0.008, 0.262), (0.011, 0.272), (0.0165, 0.286), (0.0155, 0.299), (0.008, 0.305), (0, 0.306)], 0.003)
    b.add(move(lathe(grip, segments=40), x, y, 0), "box", "grip")
    b.footprint = "round"


@prop("espresso_machine")
def espresso_machine(spec: Spec, b: Builder) -> None:
    """A home machine: a body that overhangs its drip tray, a group with its filter holder, a steam wand, a gauge, cups warming on top."""
    b.slot("body", "brushed_steel", b.choose(None, "#c3c5c6"))
    b.slot("metal", "chrome", role="trim")
    b.slot("dark", "plastic", "#17181a", role="fixed")
    b.slot("dial", "plastic", "#f2efe6", role="fixed")
    b.slot("cup", "porcelain", "#f3f1ec", role="fixed")
    w, d = 0.31, 0.3
    side = [
        (-d / 2, 0.03),
        (d / 2, 0.03),
        (d / 2, 0.36),
        (-d / 2, 0.36),
        (-d / 2, 0.25),
        (0.0, 0.235),
        (0.02, 0.2),
        (0.02, 0.09),
        (0.0, 0.075),
        (-d / 2, 0.075),
    ]
    b.add(rotate(slab(side, w, bevel=0.006), 0, 0, 90), "body")
    b.add(box(w - 0.03, 0.14, 0.006, bevel=0.002, at=(0, -0.075, 0.074)), "dark", "tray")
    b.add(join([box(w - 0.04, 0.005, 0.004, bevel=0.001, at=(0, y, 0.08)) for y in np.linspace(-0.135, -0.02, 13)]), "metal", "tray")
    b.add(join([cylinder(0.016, 0.032, bevel=0.003, at=(x, y, 0)) for x in (-0.12, 0.12) for y in (-0.12, 0.12)]), "dark", "feet")
    group = rounded_profile([(0, 0.2), (0.034, 0.2), (0.036, 0.206), (0.036, 0.226), (0.044, 0.23), (0.044, 0.252), (0, 0.252)], 0.002)
    b.add(move(lathe(group, segments=56), 0, -0.085, 0), "metal", "group")
    holder = rounded_profile([(0, 0.162), (0.018, 0.164), (0.032, 0.18), (0.035, 0.184), (0.035, 0.2), (0, 0.2)], 0.002)
    b.add(move(lathe(holder, segments=56), 0, -0.085, 0), "metal", "portafilter")
    b.add(
        sweep(
            smooth_path([(0, -0.115, 0.19), (0.01, -0.15, 0.188), (0.03, -0.24, 0.17)], 30),
            np.interp(np.linspace(0, 1, 30), [0, 0.25, 0.3, 1], [0.006, 0.006, 0.0115, 0.0145]),
            sides=20,
        ),
        "dark",
        "handle",
    )
    for s in (-1, 1):
        b.add(sweep(smooth_path([(0, -0.085, 0.164), (s * 0.012, -0.085, 0.158), (s * 0.014, -0.085, 0.148)], 12), 0.005, sides=12), "metal", "spouts")
    wand = smooth_path([(0.115, -0.1, 0.255), (0.118, -0.12, 0.23), (0.125, -0.135, 0.17), (0.13, -0.16, 0.11)], 30)
    b.add(sweep(wand, 0.0045, sides=12), "metal", "steam wand")
    _front(b, -d / 2)
    b.add(
        join(
            [
                sweep(
                    [(-0.14, -0.13, 0.385), (0.14, -0.13, 0.385), (0.14, 0.13, 0.385), (-0.14, 0.13, 0.385), (-0.14, -0.13, 0.385)], 0.0035, sides=10, smooth=30
                ),
                *[cylinder(0.003, 0.03, at=(x, y, 0.357)) for x in (-0.14, 0.14) for y in (-0.13, 0, 0.13)],
            ]
        ),
        "metal",
        "rail",
    )
    for x, y in ((-0.08, 0.05), (0.0, 0.07), (0.08, 0.05)):
        b.add(
            move(lathe([(0, 0.36), (0.024, 0.36), (0.036, 0.4), (0.037, 0.412), (0.035, 0.412), (0.03, 0.39), (0, 0.366)], segments=40), x, y, 0), "cup", "cups"
        )
    b.add(
        move(lathe([(0, 0.082), (0.02, 0.082), (0.03, 0.115), (0.031, 0.13), (0.029, 0.13), (0.024, 0.11), (0, 0.088)], segments=40), 0, -0.085, 0),
        "cup",
        "cups",
    )


def _front(b: Builder, front: float) -> None:
    """The gauge, the switches and the steam knob on the panel over the group."""
    b.add(turned([(0, 0), (0.027, 0), (0.027, 0.009), (0.023, 0.009), (0.023, 0.006), (0, 0.006)], (0, front, 0.308)), "metal", "gauge")
    b.add(turned([(0, 0), (0.023, 0), (0.023, 0.001), (0, 0.001)], (0, front - 0.006, 0.308)), "dial", "gauge")
    b.add(slab([(-0.001, 0.302), (0.001, 0.302), (0.012, 0.324), (0.011, 0.325)], 0.001, y=front - 0.008, bevel=0), "dark", "gauge")
    b.add(turned(rounded_profile([(0, 0), (0.02, 0), (0.021, 0.02), (0.018, 0.03), (0, 0.031)], 0.003), (0.105, front, 0.308)), "dark", "knob")
    for x in (-0.12, -0.09, -0.06):
        b.add(turned(rounded_profile([(0, 0), (0.009, 0), (0.009, 0.006), (0, 0.007)], 0.001), (x, front, 0.308)), "metal", "buttons")


@prop("french_press")
def french_press(spec: Spec, b: Builder) -> None:
    """A plunger pot: a glass beaker in a steel frame, coffee in it, a domed lid, the plunger drawn up, a handle to the right."""
    b.slot("glass", "glass", role="fixed")
    b.slot("metal", "chrome", b.choose(None, None, "#c98f5f"))
    b.slot("dark", "plastic", "#18191b", role="trim")
    r, h = 0.048, 0.17
    inner = [(0.0, 0.012), (r - 0.008, 0.012), (r - 0.0028, 0.018), (r - 0.0028, h)]
    b.add(lathe([(0, 0.008), (r - 0.006, 0.008), (r, 0.014), (r, h), *inner[:0:-1], (0, 0.012)], segments=80, smooth=50), "glass", "beaker")
    fill(replace(spec, contents=spec.contents or "coffee"), b, inner, level=0.68)
    for z in (0.02, 0.135):
        b.add(lathe([(r + 0.0004, z), (r + 0.002, z), (r + 0.002, z + 0.01), (r + 0.0004, z + 0.01), (r + 0.0004, z)], segments=72), "metal", "frame")
    posts = [rotate(box(0.009, 0.002, 0.146, bevel=0.0006, at=(0, -r - 0.0016, 0.0)), 0, 0, 45 + 90 * k) for k in range(4)]
    b.add(
        join([*posts, *[move(sphere(0.006, segments=24), (r + 0.003) * np.cos(t), (r + 0.003) * np.sin(t), 0.005) for t in np.radians([-45, 45, 135, 225])]]),
        "metal",
        "frame",
    )
    lid = rounded_profile([(0, h - 0.004), (r + 0.003, h - 0.004), (r + 0.004, h + 0.004), (r * 0.8, h + 0.016), (0.012, h + 0.022), (0, h + 0.022)], 0.004)
    b.add(lathe(lid, segments=72), "metal", "lid")
    up = h + 0.085
    add_rod(b, "metal", (0, 0, 0.13), (0, 0, up), 0.0024, "plunger")
    b.add(lathe([(0, 0.128), (r - 0.004, 0.128), (r - 0.0035, 0.133), (0, 0.134)], segments=64), "metal", "filter")
    b.add(ellipsoid(0.0135, 0.0135, 0.012, at=(0, 0, up + 0.008)), "dark", "knob")
    grip = smooth_path([(r, 0, 0.148), (r + 0.03, 0, 0.15), (r + 0.045, 0, 0.13), (r + 0.042, 0, 0.06), (r + 0.028, 0, 0.03), (r, 0, 0.026)], 60)
    b.add(sweep(grip, 0.0075, sides=18, flat=1.35), "dark", "handle")
    b.interior = Interior(r - 0.003, 0.012, h - 0.005)
    b.footprint = "round"


@prop("moka_pot")
def moka_pot(spec: Spec, b: Builder) -> None:
    """A stove-top pot of eight sides: the boiler widens down, the jug widens up from a waist, a lid with a knob, a black handle."""
    b.slot("body", "aluminium", b.choose(None, None, "#b5352c", "#2d2e30"), finish=("satin",))
    b.slot("dark", "plastic", "#161719", role="trim")
    b.slot("valve", "brass", role="fixed")
    low = [(0, 0), (0.046, 0), (0.048, 0.003), (0.042, 0.062), (0.036, 0.07)]
    high = [(0.034, 0.078), (0.037, 0.084), (0.046, 0.148), (0.0475, 0.152), (0, 0.152)]
    for profile, part in (([*low, (0, 0.07)], "boiler"), ([(0, 0.078), *high], "jug")):
        b.add(lathe(profile, segments=8, smooth=20), "body", part)
    b.add(
        lathe(rounded_profile([(0, 0.066), (0.0385, 0.066), (0.0395, 0.07), (0.0395, 0.078), (0.0385, 0.081), (0, 0.081)], 0.002), segments=64), "body", "ring"
    )
    b.add(lathe([(0, 0.151), (0.049, 0.152), (0.047, 0.157), (0.008, 0.171), (0, 0.171)], segments=8, smooth=20), "body", "lid")
    b.add(lathe(rounded_profile([(0, 0.17), (0.004, 0.17), (0.005, 0.176), (0.0095, 0.182), (0.009, 0.19), (0, 0.194)], 0.002), segments=32), "dark", "knob")
    spout = np.array(
        [
            [(-0.034, -0.014, 0.12), (-0.034, 0.014, 0.12), (-0.042, 0.0, 0.118)],
            [(-0.036, -0.017, 0.14), (-0.036, 0.017, 0.14), (-0.056, 0.0, 0.143)],
            [(-0.04, -0.017, 0.1515), (-0.04, 0.017, 0.1515), (-0.064, 0.0, 0.1535)],
        ]
    )
    b.add(loft(spout, smooth=30), "body", "spout")
    outline = [(0.04, 0.146), (0.075, 0.149), (0.089, 0.145), (0.093, 0.13), (0.081, 0.07), (0.07, 0.07), (0.076, 0.12), (0.072, 0.13), (0.043, 0.127)]
    b.add(slab(outline, 0.016, bevel=0.004), "dark", "handle")
    b.add(
        turned(rounded_profile([(0, 0), (0.006, 0), (0.006, 0.004), (0.003, 0.005), (0.003, 0.008), (0, 0.0085)], 0.0006), (0.006, -0.041, 0.045), segments=6),
        "valve",
    )
    b.footprint = "round"
