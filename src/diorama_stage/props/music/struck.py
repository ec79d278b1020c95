# SPDX-License-Identifier: GPL-3.0-or-later
"""Struck and shaken: a drum kit, a tambourine; and a banjo, which is a drum with a neck."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, lathe, loft, move, rotate, rounded_profile
from diorama_stage.kit.parts import add_rod, rod
from diorama_stage.kit.seams import sheet, stand_on
from diorama_stage.props.registry import prop


def _drum(b: Builder, radius: float, high: float, at, *, tilt=(0.0, 0.0), lugs: int = 8, front: str = "heads") -> None:
    """A shell on its end with hoops, heads and lugs, turned by `tilt` degrees (x, z) about its middle and put at `at`."""
    pieces = [
        (
            lathe(
                rounded_profile([(radius * 0.98, -high / 2), (radius, -high / 2 + 0.004), (radius, high / 2 - 0.004), (radius * 0.98, high / 2)], 0.002),
                segments=88,
            ),
            "shell",
        )
    ]
    for s in (-1, 1):
        z = s * high / 2
        pieces.append(
            (
                lathe(
                    rounded_profile(
                        [
                            (radius + 0.001, z - 0.014),
                            (radius + 0.009, z - 0.014),
                            (radius + 0.009, z + 0.008),
                            (radius + 0.001, z + 0.008),
                            (radius + 0.001, z - 0.014),
                        ],
                        0.002,
                    ),
                    segments=88,
                ),
                "metal",
            )
        )
        pieces.append((cylinder(radius, 0.003, bevel=0.001, segments=88, at=(0, 0, z - 0.0015)), front if s > 0 else "heads"))
    ring = [
        rotate(
            move(
                join(
                    [
                        box(0.014, 0.018, high * 0.34, bevel=0.003, at=(radius + 0.007, 0, -high * 0.17)),
                        rod((radius + 0.012, 0, -high / 2), (radius + 0.012, 0, high / 2), 0.003, sides=8),
                    ]
                ),
                0,
                0,
                0,
            ),
            0,
            0,
            360 * k / lugs + 22,
        )
        for k in range(lugs)
    ]
    pieces.append((join(ring), "metal"))
    names = {"shell": "shell", "metal": "hoops", "heads": "heads", front: "heads"}
    for o, slot in pieces:
        b.add(move(rotate(rotate(o, tilt[0]), 0, 0, tilt[1]), *at), slot, names[slot])


def _cymbal(b: Builder, radius: float, at, tilt: float, turn: float) -> None:
    """A bronze disc, bell in the middle, lathed in fine rings, on a felt and wing nut."""
    r = np.linspace(radius, 0, 70)
    z = 0.05 * radius * (1 - (r / radius) ** 2) + 0.07 * radius * np.exp(-((r / (0.17 * radius)) ** 4)) + 0.0006 * np.sin(r * 900)
    disc = lathe([*zip(r, z, strict=True)], segments=88, smooth=180)
    b.add(move(rotate(rotate(disc, tilt), 0, 0, turn), *at), "cymbals")
    b.add(move(rotate(rotate(cylinder(0.012, 0.03, bevel=0.004, segments=24), tilt), 0, 0, turn), at[0], at[1], at[2] + 0.1 * radius), "felt", "cymbals")


def _tripod(b: Builder, x: float, y: float, high: float, *, spread: float = 0.26) -> None:
    """A stand's tube and its three double-braced legs."""
    add_rod(b, "metal", (x, y, 0.1), (x, y, high), 0.011, "stands", 12)
    for k in range(3):
        a = 2.094 * k + 0.5
        foot = (x + spread * math.cos(a), y + spread * math.sin(a), 0.012)
        add_rod(b, "metal", (x, y, 0.3), foot, 0.0075, "stands", 10)
        add_rod(b, "metal", (x, y, 0.12), (x + (foot[0] - x) * 0.62, y + (foot[1] - y) * 0.62, 0.125), 0.005, "stands", 8)
        b.add(cylinder(0.014, 0.024, bevel=0.006, segments=16, at=(foot[0], foot[1], 0)), "dark", "stands")


@prop("drum_kit")
def drum_kit(spec: Spec, b: Builder) -> None:
    """Bass drum, two toms on it, floor tom, snare, hi-hat, two cymbals, pedal and stool, as a drummer faces the lens."""
    b.slot("shell", "lacquer", b.choose("#a3151c", "#16181c", "#1c3f86", "#8a1f2a", "#d8d4c8"))
    b.slot("metal", "chrome", role="fixed")
    b.slot("heads", "paper", "#f1efe8", role="fixed", finish=("satin",))
    b.slot("front", "paper", "#f4f2ec", role="fixed", finish=("satin",))
    b.slot("cymbals", "brass", "#c9a24c", role="fixed")
    b.slot("felt", "felt", "#3a3a3c", role="fixed")
    b.slot("dark", "rubber", "#1a1a1b", role="fixed")
    _drum(b, 0.28, 0.4, (0, -0.1, 0.3), tilt=(90, 0), lugs=10, front="front")
    for s in (-1, 1):
        add_rod(b, "metal", (s * 0.22, -0.2, 0.18), (s * 0.36, -0.3, 0.0), 0.008, "stands", 10)
        _drum(b, 0.14 + 0.012 * (s > 0), 0.2, (s * 0.19, 0.0, 0.78), tilt=(-18, s * -12), lugs=6)
        add_rod(b, "metal", (s * 0.05, -0.06, 0.56), (s * 0.05, -0.03, 0.72), 0.012, "stands", 12)
        add_rod(b, "metal", (s * 0.05, -0.03, 0.7), (s * 0.1, -0.01, 0.76), 0.01, "stands", 12)
    _drum(b, 0.2, 0.38, (0.54, 0.36, 0.44))
    for k in range(3):
        a = 2.094 * k + 0.3
        add_rod(
            b,
            "metal",
            (0.54 + 0.213 * math.cos(a), 0.36 + 0.213 * math.sin(a), 0.0),
            (0.54 + 0.213 * math.cos(a), 0.36 + 0.213 * math.sin(a), 0.5),
            0.007,
            "stands",
            10,
        )
    _drum(b, 0.178, 0.14, (-0.42, 0.36, 0.64), tilt=(-5, 0), lugs=8)
    _tripod(b, -0.42, 0.36, 0.56, spread=0.24)
    _tripod(b, -0.74, 0.22, 0.98)
    _cymbal(b, 0.178, (-0.74, 0.22, 0.86), 0, 0)
    b.add(move(rotate(lathe([(0.178, 0), (0.1, 0.006), (0, 0.03)], segments=80, smooth=180), 180), -0.74, 0.22, 0.85), "cymbals")
    for x, y, z, r, turn in ((-0.5, -0.16, 1.18, 0.205, 25), (0.56, -0.12, 1.1, 0.25, -25)):
        _tripod(b, x, y, z)
        _cymbal(b, r, (x, y, z), -14, turn)
    b.add(cylinder(0.165, 0.075, bevel=0.03, at=(0.02, 0.72, 0.47)), "dark", "stool")
    _tripod(b, 0.02, 0.72, 0.48, spread=0.24)
    b.add(box(0.09, 0.26, 0.01, bevel=0.003, at=(0, 0.24, 0.03)), "metal", "pedal")


@prop("tambourine")
def tambourine(spec: Spec, b: Builder) -> None:
    """A hoop of wood with a skin, pairs of brass jingles in its slots."""
    R, high, n = 0.125, 0.048, 8
    b.slot("hoop", "wood", b.choose("#b07a42", "#a8231c", "#c89a5a"), finish=("satin",))
    b.slot("skin", "paper", "#efe4cc", role="fixed", finish=("satin",))
    b.slot("jingles", "brass", "#d8b45c", role="fixed", finish=("polished",))
    b.slot("pins", "steel", role="fixed")
    gap, made = math.radians(17), []
    for z0, z1 in ((0.0, 0.012), (high - 0.012, high)):
        made.append(lathe(rounded_profile([(R - 0.006, z0), (R, z0), (R, z1), (R - 0.006, z1), (R - 0.006, z0)], 0.0015), segments=96))
    for k in range(n):
        a = np.linspace(gap / 2, 2 * math.pi / n - gap / 2, 16) + 2 * math.pi * k / n
        rows = [
            np.column_stack([r * np.cos(a), r * np.sin(a), np.full(16, z)])
            for r, z in ((R, 0.01), (R, high - 0.01), (R - 0.006, high - 0.01), (R - 0.006, 0.01), (R, 0.01))
        ]
        made.append(sheet(np.stack(rows), smooth=30))
    b.add(join(made), "hoop")
    b.add(lathe([(R + 0.0012, high - 0.018), (R + 0.0012, high), (R - 0.002, high + 0.002), (0, high + 0.0016)], segments=96, smooth=50), "skin")
    for k in range(n):
        at = (R - 0.004) * np.array((math.cos(2 * math.pi * k / n), math.sin(2 * math.pi * k / n), 0.0))
        b.add(rod(at + (0, 0, 0.008), at + (0, 0, high - 0.008), 0.0014, sides=8), "pins")
        for z, flip in ((0.02, 1), (0.025, -1)):
            cup = lathe([(0.0235, 0), (0.017, 0.0004), (0.011, 0.0022), (0.006, 0.0024), (0.0018, 0.002)], segments=40, smooth=60)
            b.add(move(rotate(cup, (0 if flip > 0 else 180) + b.rng.uniform(-7, 7), b.rng.uniform(-7, 7)), *(at + (0, 0, z))), "jingles")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, 11)
    b.footprint = "round"


def _banjo_pot(b: Builder, R: float, deep: float) -> None:
    """The drum, facing -Y about the origin: rim, head, tension hoop with hooks, resonator behind."""
    turned = lambda profile, sides=96: rotate(lathe(profile, segments=sides, smooth=40), 90)  # noqa: E731
    b.add(turned(rounded_profile([(R - 0.01, -deep), (R, -deep), (R, deep * 0.4), (R - 0.01, deep * 0.4), (R - 0.01, -deep)], 0.002)), "rim")
    b.add(
        turned(
            rounded_profile(
                [
                    (0, -deep - 0.02),
                    (R * 0.8, -deep - 0.018),
                    (R + 0.024, -deep + 0.012),
                    (R + 0.026, -deep + 0.03),
                    (R + 0.018, -deep + 0.03),
                    (R, -deep + 0.016),
                ],
                0.004,
            )
        ),
        "resonator",
    )
    b.add(turned([(R + 0.0008, deep * 0.3), (R - 0.001, deep * 0.42), (0, deep * 0.43)]), "head")
    b.add(
        turned(rounded_profile([(R, deep * 0.26), (R + 0.006, deep * 0.26), (R + 0.006, deep * 0.5), (R, deep * 0.5), (R, deep * 0.26)], 0.0015)),
        "metal",
        "hoop",
    )
    for k in range(24):
        a = 2 * math.pi * k / 24 + 0.13
        x, z = (R + 0.009) * math.cos(a), (R + 0.009) * math.sin(a)
        b.add(rod((x, -deep * 0.45, z), (x, deep * 0.5, z), 0.0021, sides=8), "metal", "hooks")
        b.add(rod((x * 0.98, deep * 0.5, z * 0.98), (x, deep * 0.62, z), 0.004, sides=8), "metal", "hooks")


@prop("banjo")
def banjo(spec: Spec, b: Builder) -> None:
    """A white drum head in a bright hoop with its hooks, a long fretted neck, five strings, the fifth peg half way."""
    R, deep, nut = 0.138, 0.034, 0.66
    b.slot("head", "plastic", "#f3efe4", role="fixed", finish=("matte",))
    b.slot("rim", "wood", "#8a5a32")
    b.slot("resonator", "walnut", b.choose("#5a3420", "#7a4526", "#3d2416"), finish=("glossy",))
    b.slot("metal", "chrome", role="fixed")
    b.slot("dark", "dark_wood", "#1d1510", role="fixed")
    b.slot("pearl", "pearl", role="fixed")
    _banjo_pot(b, R, deep)
    y = -deep * 0.43 - 0.006
    half = lambda z: np.interp(z, [R, nut], [0.0215, 0.0165])  # noqa: E731
    neck = [
        [(half(z) * c, y + 0.002 + 0.019 * s, z) for c, s in [(math.cos(t), math.sin(t)) for t in np.linspace(0, math.pi, 12)]]
        for z in np.linspace(R - 0.01, nut + 0.004, 12)
    ]
    b.add(loft(neck, smooth=60), "resonator", "neck")
    b.add(
        loft(
            [[(-half(z), y + 0.002, z), (half(z), y + 0.002, z), (half(z), y - 0.003, z), (-half(z), y - 0.003, z)] for z in np.linspace(R - 0.012, nut, 10)],
            smooth=30,
        ),
        "dark",
        "fingerboard",
    )
    long = nut + 0.045
    frets = [nut - long * (1 - 2 ** (-k / 12)) for k in range(1, 23)]
    for k, z in enumerate(frets):
        if z > R:
            b.add(rod((-half(z), y - 0.0032, z), (half(z), y - 0.0032, z), 0.0009, sides=8), "metal", "frets")
        if k + 1 in (3, 5, 7, 10, 12, 15) and z > R:
            b.add(move(rotate(cylinder(0.0036, 0.0008, bevel=0.0002, segments=20), 90), 0, y - 0.0029, z + 0.35 * (frets[k - 1] - z)), "pearl", "dots")
    head = [
        (-0.0165, 0),
        (0.0165, 0),
        (0.03, 0.03),
        (0.026, 0.085),
        (0.034, 0.15),
        (0.012, 0.172),
        (0, 0.16),
        (-0.012, 0.172),
        (-0.034, 0.15),
        (-0.026, 0.085),
        (-0.03, 0.03),
    ]
    b.add(move(rotate(extrude(head, 0.013, bevel=0.002), 90), 0, y + 0.011, nut), "resonator", "peghead")
    b.add(box(0.034, 0.006, 0.005, bevel=0.001, at=(0, y - 0.002, nut)), "pearl", "nut")
    pegs = [(-0.021, nut + 0.05), (-0.022, nut + 0.105), (0.022, nut + 0.105), (0.021, nut + 0.05)]
    for x, z in pegs:
        b.add(move(rotate(cylinder(0.0035, 0.016, bevel=0.0008, segments=20), 90), x, y + 0.004, z), "metal", "pegs")
        b.add(stand_on(cylinder(0.009, 0.006, bevel=0.002, segments=24), (x, y + 0.026, z), (0, 1, 0)), "pearl", "pegs")
    fifth = frets[4]
    add_rod(b, "metal", (-half(fifth), y + 0.004, fifth), (-half(fifth) - 0.02, y + 0.004, fifth), 0.003, "pegs", 10)
    b.add(stand_on(cylinder(0.0085, 0.006, bevel=0.002, segments=24), (-half(fifth) - 0.02, y + 0.004, fifth), (-1, 0, 0)), "pearl", "pegs")
    b.add(box(0.07, 0.014, 0.003, bevel=0.0008, at=(0, y - 0.001, -0.045)), "rim", "bridge")
    b.add(box(0.05, 0.006, 0.03, bevel=0.002, at=(0, y + 0.002, -R + 0.002)), "metal", "tailpiece")
    for i in range(5):
        x = (i - 2) * 0.0125
        top = (-half(fifth) + 0.002, y - 0.0045, fifth) if i == 0 else ((i - 2.5) * 0.0085, y - 0.0046, nut + 0.003)
        over = (x, y - 0.0095, -0.0435)
        add_rod(b, "metal", over, top, 0.00042, "strings", 6)
        add_rod(b, "metal", (x * 0.6, y - 0.003, -R + 0.02), over, 0.00042, "strings", 6)
        if i:
            add_rod(b, "metal", top, (pegs[i - 1][0], y - 0.005, pegs[i - 1][1]), 0.00042, "strings", 6)
    for objects in b._parts.values():
        for o in objects:
            move(o, 0, 0, R + 0.03)
    b.lean = "back"
