# SPDX-License-Identifier: GPL-3.0-or-later
"""From the armoury: a suit of plate armour on its base, a flintlock pistol."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, extrude, lathe, loft, move, rotate, rounded_profile, scale, smooth_path, sweep, torus
from diorama_stage.kit.growth import Growth, frames, leaf
from diorama_stage.kit.parts import add_rod, rod
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import body, stand_on
from diorama_stage.props.registry import prop


def _limb(a, c, start: float, end: float, *, swell: float = 0.0):
    """A tube of plate between two points, its ends rolled, swollen in the middle by a share."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    t = np.linspace(0, 1, 30)
    r = (start + (end - start) * t) * (1 + swell * np.sin(np.pi * t)) * (1 + 0.06 * np.exp(-((t / 0.04) ** 2)) + 0.06 * np.exp(-(((1 - t) / 0.04) ** 2)))
    return sweep(a + (c - a) * t[:, None], r, sides=28)


@prop("suit_of_armor")
def suit_of_armor(spec: Spec, b: Builder) -> None:
    """Plate from crest to toe: a visored helmet with a plume, breastplate with a ridge, lames at shoulders, hips and joints, gauntlets on a sword."""
    b.slot("body", "steel", "#b9bec4", finish=("polished",))
    b.slot("dark", "soil", "#0b0b0d", role="fixed")
    b.slot("trim", "brass", "#c9a24a", role="trim")
    b.slot("straps", "leather", "#4a2c18", role="fixed")
    b.slot("plume", "silk", b.choose("#a3161c", "#1c3f8a", "#5a1a6a"), role="fixed")
    b.slot("base", "dark_wood", "#3a2618", role="fixed")
    _helmet(b)
    _torso(b)
    for s in (-1, 1):
        _arm(b, s)
        _leg(b, s)
    _sword(b)
    for objects in b._parts.values():
        for o in objects:
            move(o, 0, 0, 0.06)
    b.add(box(0.62, 0.5, 0.06, bevel=0.008), "base")


def _helmet(b: Builder) -> None:
    """A close helmet: skull, pointed visor with a slit and breaths, gorget, plume."""
    skull = [
        (1.53, 0.082, 0.1, 0.0, 2),
        (1.58, 0.09, 0.112, -0.004, 2),
        (1.64, 0.1, 0.122, 0.0, 2.1),
        (1.7, 0.098, 0.12, 0.004, 2.1),
        (1.76, 0.08, 0.1, 0.012, 2),
        (1.8, 0.045, 0.06, 0.018, 2),
        (1.815, 0.005, 0.008, 0.02, 2),
    ]
    b.add(body(skull, steps=50), "body", "helmet")
    b.add(
        sweep(smooth_path([(0, -0.1, 1.72), (0, -0.05, 1.805), (0, 0.02, 1.826), (0, 0.09, 1.79), (0, 0.128, 1.68)], 40), 0.009, sides=10, flat=0.5),
        "body",
        "helmet",
    )
    visor = []
    for z, reach, half in ((1.555, 0.118, 0.07), (1.59, 0.15, 0.086), (1.625, 0.168, 0.098), (1.655, 0.15, 0.106), (1.675, 0.136, 0.108)):
        q = np.linspace(-1.45, 1.45, 25)
        sharp = (np.cos(q) ** 2) * (reach - 0.128) * 1.0
        visor.append(np.column_stack([half * 1.02 * np.sin(q) / math.sin(1.45), -(0.118 * np.cos(q * 0.72) + sharp), np.full(25, z)]))
    b.add(Growth().sheet(np.stack(visor), 1.0, 0.003).object("visor"), "body", "visor")
    q = np.linspace(-1.1, 1.1, 30)
    slit = np.column_stack([0.1 * np.sin(q), -(0.124 * np.cos(q * 0.72) + 0.01 * np.cos(q) ** 2), np.full(30, 1.69)])
    b.add(sweep(slit, 0.0085, sides=10, flat=0.8), "dark", "slit")
    for z in (1.683, 1.7):
        b.add(sweep(slit + (0, -0.004, z - 1.69), 0.0036, sides=8), "trim", "visor")
    for s in (-1, 1):
        for k in range(8):
            p = (s * (0.026 + 0.011 * (k % 4)), -0.155 + 0.009 * (k % 4), 1.6 + 0.018 * (k // 4))
            b.add(ellipsoid(0.0024, 0.005, 0.004, at=p, segments=12), "dark", "breaths")
        b.add(stand_on(cylinder(0.014, 0.007, bevel=0.002, segments=28), (s * 0.098, -0.01, 1.69), (s, 0, 0)), "trim", "visor")
    b.add(
        lathe(rounded_profile([(0.1, 1.475), (0.112, 1.478), (0.088, 1.53), (0.093, 1.548), (0.086, 1.55), (0.08, 1.53)], 0.003), segments=64), "body", "gorget"
    )
    plume = Growth()
    shape = leaf(0.22, fold=0.2, curl=0.5, rows=10, columns=3)
    for _ in range(150):
        t = b.rng.random()
        at = np.array((b.rng.gauss(0, 0.006), 0.03 + 0.08 * t, 1.815 + 0.085 * math.sin(2.6 * t) - 0.06 * t * t))
        way = np.array((b.rng.gauss(0, 0.35), 0.9 + 0.5 * t, 0.7 - 1.6 * t))
        plume.copies(shape, [at], frames([way]), b.rng.uniform(0.07, 0.12), b.rng.uniform(0.6, 1.3))
    b.add(plume.object("plume"), "plume")


def _torso(b: Builder) -> None:
    """Breast and back in one, a ridge down the front, a belt, the hooped skirt and its two tassets."""
    chest = [
        (1.06, 0.142, 0.105, 0.0, 2.3),
        (1.1, 0.138, 0.108, -0.004, 2.3),
        (1.2, 0.17, 0.142, -0.012, 2.2),
        (1.32, 0.196, 0.15, -0.01, 2.2),
        (1.42, 0.178, 0.118, 0.0, 2.3),
        (1.48, 0.11, 0.085, 0.0, 2.2),
        (1.49, 0.095, 0.078, 0.0, 2.1),
    ]
    b.add(body(chest, steps=50), "body", "breastplate")
    b.add(sweep(smooth_path([(0, -0.1, 1.07), (0, -0.148, 1.19), (0, -0.163, 1.31), (0, -0.118, 1.43)], 40), 0.006, sides=10), "body", "breastplate")
    for s in (-1, 1):
        b.add(sweep(smooth_path([(s * 0.03, -0.132, 1.42), (s * 0.1, -0.12, 1.37), (s * 0.15, -0.09, 1.26)], 30), 0.0035, sides=8), "trim", "breastplate")
    ring = lambda z, a, d: np.column_stack([a * np.cos(np.linspace(0, 2 * math.pi, 70)), d * np.sin(np.linspace(0, 2 * math.pi, 70)), np.full(70, z)])  # noqa: E731
    b.add(sweep(ring(1.075, 0.145, 0.11), 0.016, sides=12, flat=0.35), "straps", "belt")
    for k in range(4):
        low, high = 1.045 - 0.036 * k, 1.085 - 0.036 * k
        rows = [
            ring(high, 0.147 + 0.01 * k, 0.112 + 0.009 * k),
            ring((low + high) / 2, 0.153 + 0.01 * k, 0.118 + 0.009 * k),
            ring(low, 0.157 + 0.011 * k, 0.123 + 0.0095 * k),
        ]
        b.add(Growth().sheet(np.stack(rows), 1.0, 0.003).object("lame"), "body", "skirt")
    for s in (-1, 1):
        t, q = np.linspace(0, 1, 12)[:, None], np.linspace(-1, 1, 13)[None, :]
        wide = 0.075 * (1 - 0.15 * t - 0.6 * np.clip(t - 0.8, 0, 1) * 5 * 0.5)
        b.add(
            Growth().sheet(np.stack([s * 0.09 + wide * q, -0.15 - 0.012 * t + 0.03 * q**2, 0.94 - 0.2 * t + 0 * q], axis=-1), 1.0, 0.003).object("tasset"),
            "body",
            "tassets",
        )


def _arm(b: Builder, s: int) -> None:
    """Pauldron of five lames, upper arm, elbow cop with its wing, forearm, gauntlet on the sword's pommel."""
    shoulder, elbow, hand = np.array((s * 0.215, 0.0, 1.4)), np.array((s * 0.29, -0.03, 1.13)), np.array((s * 0.055, -0.27, 1.0))
    b.add(_limb(shoulder, elbow, 0.056, 0.047, swell=0.08), "body", "arms")
    b.add(_limb(elbow, hand + (elbow - hand) * 0.2, 0.046, 0.036, swell=0.14), "body", "arms")
    for k in range(5):
        shell = ellipsoid(0.088 - 0.005 * k, 0.098 - 0.004 * k, 0.052, segments=36)
        b.add(move(rotate(shell, 0, s * (18 + 13 * k)), s * (0.19 + 0.021 * k), 0, 1.435 - 0.03 * k), "body", "pauldrons")
        b.add(
            move(
                rotate(scale(torus(0.086 - 0.005 * k, 0.003, segments=48, sides=8), 1, 1.1, 1), 0, s * (18 + 13 * k)),
                s * (0.191 + 0.021 * k),
                0,
                1.43 - 0.03 * k,
            ),
            "trim",
            "pauldrons",
        )
    b.add(ellipsoid(0.058, 0.058, 0.06, at=tuple(elbow), segments=32), "body", "couters")
    b.add(move(rotate(ellipsoid(0.012, 0.06, 0.07, segments=32), 0, s * 10), *(elbow + (s * 0.05, 0.01, 0))), "body", "couters")
    cuff = hand + (elbow - hand) * 0.3
    b.add(_limb(cuff, hand + (elbow - hand) * 0.05, 0.052, 0.038), "body", "gauntlets")
    b.add(move(rotate(ellipsoid(0.044, 0.05, 0.036, segments=28), 20), *hand), "body", "gauntlets")
    for k in range(4):
        at = hand + np.array((-s * (0.012 - 0.004 * k), -0.03, -0.012 - 0.019 * k + 0.03 * (s > 0)))
        b.add(
            sweep(
                smooth_path(
                    [at + (s * 0.035, 0.012, 0.004), at + (s * 0.012, -0.018, 0), at + (-s * 0.022, -0.012, -0.002), at + (-s * 0.034, 0.012, -0.004)], 16
                ),
                0.0105,
                sides=12,
            ),
            "body",
            "gauntlets",
        )


def _leg(b: Builder, s: int) -> None:
    """Cuisse, knee cop with its wing, greave, and a pointed shoe of overlapping lames."""
    hip, knee, ankle = np.array((s * 0.098, 0.0, 0.9)), np.array((s * 0.115, -0.015, 0.5)), np.array((s * 0.125, 0.01, 0.1))
    b.add(_limb(hip, knee, 0.09, 0.064, swell=0.06), "body", "cuisses")
    b.add(_limb(knee, ankle, 0.06, 0.045, swell=0.2), "body", "greaves")
    b.add(ellipsoid(0.068, 0.07, 0.07, at=tuple(knee + (0, -0.006, 0)), segments=32), "body", "poleyns")
    for dz in (-0.075, 0.075):
        b.add(move(scale(torus(0.066, 0.006, segments=48, sides=10), 1, 1, 1), *(knee + (0, 0, dz))), "body", "poleyns")
    b.add(move(rotate(ellipsoid(0.012, 0.05, 0.064, segments=28), 0, 0), *(knee + (s * 0.066, 0.0, 0))), "body", "poleyns")
    for k in range(7):
        y = -0.01 - 0.034 * k
        wide, high = 0.05 - 0.0042 * k, 0.07 - 0.0075 * k
        q = np.linspace(0, math.pi, 20)
        rows = [
            np.column_stack([s * 0.128 + s * 0.002 * k + wide * w * np.cos(q), np.full(20, y + dy), high * h * np.sin(q) + 0.002])
            for dy, w, h in ((0.03, 0.98, 0.98), (0.0, 1.0, 1.0), (-0.012, 0.96, 0.95))
        ]
        b.add(Growth().sheet(np.stack(rows), 1.0, 0.0025).object("lame"), "body", "sabatons")
    b.add(ellipsoid(0.026, 0.05, 0.02, at=(s * 0.142, -0.25, 0.016), segments=28), "body", "sabatons")
    b.add(ellipsoid(0.046, 0.055, 0.055, at=(s * 0.127, 0.03, 0.052), segments=28), "body", "sabatons")


def _sword(b: Builder) -> None:
    """A long sword, point down before it."""
    y = -0.3
    blade = loft(
        [[(-w, y, z), (0, y - 0.005, z), (w, y, z), (0, y + 0.005, z)] for z, w in ((0.015, 0.001), (0.06, 0.014), (0.85, 0.0235), (0.9, 0.024))], smooth=20
    )
    b.add(blade, "body", "sword")
    add_rod(b, "trim", (-0.125, y, 0.905), (0.125, y, 0.905), 0.0115, "sword", 14)
    add_rod(b, "straps", (0, y, 0.91), (0, y, 1.08), 0.0135, "sword", 14)
    b.add(ellipsoid(0.027, 0.02, 0.027, at=(0, y, 1.1), segments=28), "trim", "sword")


@prop("flintlock_pistol")
def flintlock_pistol(spec: Spec, b: Builder) -> None:
    """An antique: a curved walnut stock to a brass butt, a round barrel, the lock with its cock and flint, a trigger guard, a ramrod."""
    b.slot("body", "walnut", b.choose("#5a3420", "#6b4026", "#4a2a18"), finish=("satin",))
    b.slot("barrel", "iron", "#4f5256", role="trim")
    b.slot("brass", "brass", "#c9a04a", role="fixed")
    b.slot("lock", "steel", "#8d9196", role="fixed")
    b.slot("flint", "stone", "#6a6258", role="fixed")
    made = []
    put = lambda o, slot, part=None: made.append(b.add(o, slot, part))  # noqa: E731
    line = smooth_path([(0.17, 0, -0.004), (0.06, 0, -0.006), (-0.02, 0, -0.008), (-0.06, 0, -0.016), (-0.1, 0, -0.05), (-0.125, 0, -0.1)], 80)
    u = np.linspace(0, 1, 80)
    deep = np.interp(u, [0, 0.3, 0.55, 0.7, 0.85, 1], [0.0105, 0.0125, 0.0185, 0.0195, 0.0165, 0.02])
    put(sweep(line, deep, sides=28, flat=0.78), "body", "stock")
    put(
        move(
            rotate(
                lathe(rounded_profile([(0, -0.02), (0.016, -0.018), (0.0235, -0.006), (0.022, 0.006), (0.017, 0.012), (0, 0.012)], 0.004), segments=40), 0, 22
            ),
            -0.127,
            0,
            -0.106,
        ),
        "brass",
        "butt",
    )
    barrel = rotate(
        lathe(
            [
                (0, -0.035),
                (0.0125, -0.034),
                (0.0122, 0.02),
                (0.0132, 0.024),
                (0.0115, 0.03),
                (0.0088, 0.172),
                (0.0105, 0.178),
                (0.0105, 0.19),
                (0.0075, 0.191),
                (0.007, 0.17),
                (0, 0.17),
            ],
            segments=44,
            smooth=40,
        ),
        0,
        90,
    )
    put(move(barrel, 0, 0, 0.0095), "barrel")
    for x in (0.06, 0.13, 0.165):
        put(
            move(
                rotate(lathe(rounded_profile([(0.0135, -0.005), (0.0148, -0.004), (0.0148, 0.004), (0.0135, 0.005)], 0.001), segments=36), 0, 90), x, 0, 0.002
            ),
            "brass",
            "bands",
        )
    put(rod((0.19, 0, -0.0135), (0.03, 0, -0.016), 0.0032), "body", "ramrod")
    put(rod((0.196, 0, -0.0135), (0.186, 0, -0.0135), 0.0045), "brass", "ramrod")
    plate = [(-0.07, -0.012), (-0.055, -0.019), (0.01, -0.018), (0.032, -0.008), (0.034, 0.004), (0.0, 0.01), (-0.05, 0.006)]
    for side in (-1,):
        put(move(rotate(extrude(plate, 0.003, bevel=0.0008), 90), 0, side * 0.0135, 0), "lock")
    cock = smooth_path([(-0.04, -0.0185, -0.006), (-0.046, -0.0185, 0.012), (-0.036, -0.0185, 0.026), (-0.022, -0.0185, 0.03)], 24)
    put(sweep(cock, np.interp(np.linspace(0, 1, 24), [0, 0.4, 1], [0.0065, 0.0042, 0.0052]), sides=14, flat=0.6), "lock", "cock")
    put(
        sweep(smooth_path([(-0.045, -0.0185, 0.014), (-0.058, -0.0185, 0.026), (-0.062, -0.0185, 0.033)], 14), np.linspace(0.004, 0.0022, 14), sides=10),
        "lock",
        "cock",
    )
    put(box(0.012, 0.011, 0.005, bevel=0.0012, at=(-0.015, -0.0185, 0.0275)), "flint")
    put(move(rotate(box(0.004, 0.012, 0.026, bevel=0.001), 0, -14), 0.012, -0.0185, 0.008), "lock", "frizzen")
    put(box(0.02, 0.012, 0.006, bevel=0.002, at=(0.004, -0.0185, 0.002)), "brass", "pan")
    put(rod((-0.04, -0.0225, -0.006), (-0.04, -0.0165, -0.006), 0.0052), "lock", "cock")
    guard = smooth_path([(-0.075, 0, -0.036), (-0.055, 0, -0.052), (-0.025, 0, -0.052), (-0.005, 0, -0.036), (0.006, 0, -0.02)], 40)
    put(sweep(guard, 0.0042, sides=12, flat=0.5), "brass", "guard")
    put(sweep(smooth_path([(-0.04, 0, -0.024), (-0.039, 0, -0.034), (-0.045, 0, -0.044)], 14), np.linspace(0.0035, 0.002, 14), sides=10), "lock", "trigger")
    turn = b.rng.uniform(-18, 18)
    for o in made:
        rotate(rotate(o, -82, 0, 0), 0, 0, turn)
    grounded(*made)
