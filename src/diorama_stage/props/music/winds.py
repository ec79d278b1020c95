# SPDX-License-Identifier: GPL-3.0-or-later
"""Woodwinds: a saxophone on its stand, a flute, a clarinet."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, lathe, move, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.kit.parts import add_rod, rod
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import sheet, stand_on
from diorama_stage.props.registry import prop


def _cup(radius: float):
    """A pad cup, facing Z, its rim on the tone hole at the origin."""
    return lathe(
        rounded_profile(
            [
                (0, 0.0),
                (radius, 0.0),
                (radius, radius * 0.22),
                (radius * 0.8, radius * 0.36),
                (radius * 0.28, radius * 0.36),
                (radius * 0.22, radius * 0.5),
                (0, radius * 0.52),
            ],
            radius * 0.08,
        ),
        segments=40,
    )


def _chimney(radius: float, high: float):
    return lathe([(radius, -high), (radius, high * 0.3), (radius * 0.93, high * 0.35)], segments=36)


BODY = [
    (-0.165, 0.655, 0.0085),
    (-0.13, 0.672, 0.0092),
    (-0.07, 0.672, 0.0105),
    (-0.02, 0.655, 0.0118),
    (0.0, 0.61, 0.0128),
    (0.003, 0.5, 0.0165),
    (0.006, 0.35, 0.0215),
    (0.009, 0.2, 0.027),
    (0.012, 0.11, 0.0305),
    (0.022, 0.062, 0.0325),
    (0.05, 0.036, 0.0345),
    (0.082, 0.044, 0.0365),
    (0.1, 0.085, 0.038),
    (0.106, 0.16, 0.0405),
    (0.113, 0.26, 0.044),
    (0.122, 0.33, 0.05),
    (0.133, 0.372, 0.061),
    (0.143, 0.392, 0.074),
]
"""An alto saxophone's bore: x, z, radius, metres, from the mouthpiece to the bell."""


@prop("saxophone")
def saxophone(spec: Spec, b: Builder) -> None:
    """A cone of brass bent up to its bell, key cups along body and bell, rods, a black mouthpiece; on a small stand."""
    b.slot("body", "brass", b.choose("#d9a441", "#cf9a3a", "#c98f35"), finish=("polished",))
    b.slot("mouthpiece", "plastic", "#161616", role="fixed", finish=("glossy",))
    b.slot("metal", "brass", "#e0b558", role="fixed", finish=("polished",))
    b.slot("pearl", "pearl", role="fixed")
    b.slot("inside", "brass", "#6d4d1c", role="fixed")
    b.slot("stand", "iron", "#1b1b1d", role="fixed")
    line = smooth_path([(x, 0, z, r) for x, z, r in BODY], 220)
    b.add(sweep(line[:, :3], line[:, 3], sides=40, smooth=180), "body", "tube")
    b.add(sweep(line[-22:-1, :3], line[-22:-1, 3] * 0.985, sides=40, smooth=180), "inside", "bell")
    rim = line[-1]
    way = line[-1, :3] - line[-3, :3]
    b.add(stand_on(torus(rim[3], 0.0026, segments=72, sides=12), rim[:3], way), "body", "bell")
    mouth = [(-0.15, 0, 0.662), (-0.18, 0, 0.644), (-0.215, 0, 0.618), (-0.245, 0, 0.592)]
    b.add(sweep(smooth_path(mouth, 24), np.linspace(0.0125, 0.0052, 24), sides=24, flat=0.9), "mouthpiece")
    b.add(sweep(smooth_path([(-0.195, 0, 0.633), (-0.205, 0, 0.626), (-0.215, 0, 0.618)], 6), 0.0125, sides=24), "metal", "ligature")
    for t in (30, 92, 128, 150, 172):
        at, along = line[t], line[t + 1, :3] - line[t - 1, :3]
        b.add(
            stand_on(
                lathe(
                    rounded_profile([(at[3] + 0.0004, -0.005), (at[3] + 0.0026, -0.004), (at[3] + 0.0026, 0.004), (at[3] + 0.0004, 0.005)], 0.001), segments=48
                ),
                at[:3],
                along,
            ),
            "metal",
            "bands",
        )
    _keys(b, line)
    _stand(b)
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, -18)


def _keys(b: Builder, line: np.ndarray) -> None:
    """Cups on the front of body and bell, their rods along the tube's side, touches of pearl."""
    for k, t in enumerate((50, 57, 64, 71, 78, 86, 94, 103, 112)):
        at, r = line[t], 0.0095 + 0.0011 * k
        out = np.array((0.12, -1.0, 0.0))
        foot = at[:3] + out / np.linalg.norm(out) * (at[3] + 0.004)
        b.add(stand_on(_chimney(r * 0.8, 0.006), foot, out), "body", "tone holes")
        b.add(stand_on(_cup(r), foot + out * 0.003, out), "metal", "keys")
        if k % 3 != 2:
            b.add(stand_on(cylinder(0.006, 0.003, bevel=0.0008, segments=24), foot + np.array((-0.015, -0.004, 0.014)), out), "pearl", "keys")
        add_rod(b, "metal", foot + (0.0, -0.004, 0), foot + (0.026, 0.006, 0.002), 0.0022, "keys", 8)
    for k, t in enumerate((176, 186, 196)):
        at, r = line[t], 0.0185 + 0.001 * k
        out = np.array((0.35, -1.0, 0.0))
        foot = at[:3] + out / np.linalg.norm(out) * (at[3] + 0.004)
        b.add(stand_on(_chimney(r * 0.8, 0.008), foot, out), "body", "tone holes")
        b.add(stand_on(_cup(r), foot + out * 0.004, out), "metal", "keys")
        add_rod(b, "metal", foot + (0, -0.006, 0), (0.045, -0.03, float(at[2]) + 0.01), 0.0024, "keys", 8)
    for x, y, z0, z1 in ((0.03, -0.02, 0.14, 0.56), (0.036, 0.004, 0.1, 0.5), (-0.02, -0.016, 0.2, 0.58), (0.052, -0.03, 0.12, 0.3)):
        add_rod(b, "metal", (x, y, z0), (x - 0.008, y, z1), 0.0026, "rods", 10)
        for z in np.linspace(z0, z1, 6):
            add_rod(b, "body", (x - 0.008 * (z - z0) / (z1 - z0), y, z), (0.006, 0, z), 0.002, "posts", 8)


def _stand(b: Builder) -> None:
    """A folding stand: a yoke under the bow, an arm to the body, three legs."""
    yoke = smooth_path([(0.02, -0.05, 0.07), (0.035, -0.035, 0.02), (0.05, 0.0, -0.005), (0.035, 0.04, 0.02), (0.02, 0.055, 0.08)], 30)
    b.add(sweep(yoke, 0.0055, sides=10), "stand")
    add_rod(b, "stand", (0.05, 0.0, -0.005), (0.02, 0.09, -0.03), 0.006, sides=12)
    add_rod(b, "stand", (0.02, 0.09, -0.04), (0.0, 0.07, 0.34), 0.006, sides=12)
    b.add(
        sweep(smooth_path([(0.045, 0.0, 0.35), (0.034, 0.032, 0.345), (0.0, 0.046, 0.34), (-0.028, 0.032, 0.345), (-0.034, 0.0, 0.35)], 24), 0.005, sides=10),
        "stand",
    )
    for x, y in ((0.16, -0.06), (-0.12, -0.05), (0.02, 0.22)):
        add_rod(b, "stand", (0.02, 0.085, -0.025), (x, y, -0.085), 0.006, sides=12)


def _lie(made: list, turn: float) -> None:
    """Lay what was built along Z on the ground, its keys up and to the lens."""
    for o in made:
        rotate(rotate(rotate(o, 0, 0, -48), 0, 90), 0, 0, turn)
    grounded(*made)


@prop("flute")
def flute(spec: Spec, b: Builder) -> None:
    """A concert flute of silver: a lip plate on its head joint, a row of cups on rods, a foot joint."""
    b.slot("body", "silver", "#dfe1e4", finish=("polished",))
    b.slot("dark", "plastic", "#1a1a1a", role="fixed")
    r, made = 0.0098, []
    put = lambda o, slot, part=None: made.append(b.add(o, slot, part))  # noqa: E731
    put(lathe(rounded_profile([(0, 0), (r, 0), (r, 0.672), (r * 0.9, 0.674), (r * 0.9, 0.679), (0, 0.681)], 0.001), segments=40), "body", "tube")
    for z in (0.115, 0.13, 0.4, 0.425, 0.003, 0.66):
        put(lathe(rounded_profile([(r, z), (r + 0.0015, z + 0.001), (r + 0.0015, z + 0.008), (r, z + 0.009)], 0.0006), segments=40), "body", "rings")
    put(move(_oval_plate(r), 0, 0, 0.545), "body", "lip plate")
    put(move(rotate(cylinder(0.0052, 0.0016, bevel=0, segments=32), 90), 0, -(r + 0.0028), 0.545), "dark", "embouchure")
    for k, z in enumerate([0.03, 0.052, 0.09, *np.linspace(0.15, 0.385, 11)]):
        size = 0.0078 if k not in (0, 1, 2) else 0.0085
        foot = (0.0015 * (-1) ** k, -(r + 0.0012), z)
        put(stand_on(_chimney(size * 0.82, 0.002), foot, (0, -1, 0)), "body", "tone holes")
        put(stand_on(_cup(size), (foot[0], foot[1] - 0.0012, z), (0, -1, 0)), "body", "keys")
        put(rod((foot[0], foot[1] - 0.002, z), (r * 0.95, -r * 0.75, z), 0.0015, sides=8), "body", "keys")
    for z0, z1 in ((0.02, 0.1), (0.14, 0.26), (0.27, 0.395)):
        put(rod((r * 0.95, -r * 0.75, z0), (r * 0.95, -r * 0.75, z1), 0.0019, sides=10), "body", "rods")
    for z, x in ((0.12, -0.011), (0.33, -0.011), (0.245, 0.013)):
        put(
            sweep(
                smooth_path([(0.004, -r * 1.1, z), (x, -r * 1.25, z - 0.012), (x * 1.4, -r * 1.0, z - 0.034)], 14),
                np.linspace(0.0018, 0.0034, 14),
                sides=10,
                flat=0.5,
            ),
            "body",
            "levers",
        )
    _lie(made, 24)


def _oval_plate(r: float):
    """A lip plate: an oval of sheet bent round the tube, facing -Y."""
    t, a = np.linspace(0.02, 1, 12)[:, None], np.linspace(0, 2 * math.pi, 48, endpoint=False)[None, :]
    turn, z = 1.05 * t * np.cos(a), 0.017 * t * np.sin(a)
    reach = r + 0.0032 - 0.0008 * t**2
    return sheet(np.stack([reach * np.sin(turn), -reach * np.cos(turn), z], axis=-1), 0.0012, closed=True)


@prop("clarinet")
def clarinet(spec: Spec, b: Builder) -> None:
    """Of black wood in five joints with silver rings and keys, a flared bell, a beaked mouthpiece."""
    b.slot("body", "dark_wood", "#19140f", finish=("satin",))
    b.slot("keys", "silver", "#dcdee0", role="trim", finish=("polished",))
    b.slot("mouthpiece", "plastic", "#101010", role="fixed", finish=("glossy",))
    b.slot("dark", "plastic", "#050505", role="fixed")
    made = []
    put = lambda o, slot, part=None: made.append(b.add(o, slot, part))  # noqa: E731
    bell = smooth_path(
        [
            (0.0405, 0.0),
            (0.0395, 0.006),
            (0.031, 0.03),
            (0.021, 0.065),
            (0.0165, 0.095),
            (0.0168, 0.103),
            (0.0142, 0.107),
            (0.0138, 0.3),
            (0.0158, 0.306),
            (0.0158, 0.318),
            (0.0136, 0.322),
            (0.0132, 0.515),
            (0.0146, 0.522),
            (0.0152, 0.55),
            (0.0142, 0.578),
        ],
        160,
    )
    put(lathe([(0.03, 0.012), (0.0375, 0.0), *map(tuple, bell), (0, 0.579)], segments=56, smooth=40), "body")
    beak = [(0.0, 0, 0.576), (0.0, 0, 0.6), (0.0, 0.001, 0.635), (0.0, 0.0045, 0.662)]
    put(sweep(smooth_path(beak, 24), np.interp(np.linspace(0, 1, 24), [0, 0.3, 0.55, 1], [0.0125, 0.0122, 0.0112, 0.0042]), sides=28), "mouthpiece")
    put(lathe(rounded_profile([(0.0124, 0.598), (0.0138, 0.599), (0.0138, 0.618), (0.0122, 0.619)], 0.0008), segments=40), "keys", "ligature")
    for z, r in ((0.003, 0.041), (0.1, 0.0172), (0.107, 0.015), (0.304, 0.0162), (0.32, 0.0162), (0.516, 0.0146), (0.548, 0.0156), (0.576, 0.0148)):
        put(lathe(rounded_profile([(r - 0.002, z - 0.003), (r, z - 0.0028), (r, z + 0.0028), (r - 0.002, z + 0.003)], 0.0008), segments=48), "keys", "rings")
    for z in (0.145, 0.175, 0.205, 0.36, 0.392, 0.424):
        put(stand_on(torus(0.0072, 0.0012, segments=32, sides=8), (0, -0.0152, z), (0, -1, 0)), "keys")
        put(stand_on(cylinder(0.0042, 0.0012, bevel=0, segments=24), (0, -0.0136, z), (0, -1, 0)), "dark", "holes")
        put(rod((0.0066, -0.0145, z), (0.0148, -0.0085, z), 0.0014, sides=8), "keys")
    for z, x, size in (
        (0.125, 0.006, 0.0092),
        (0.24, 0.0075, 0.0085),
        (0.27, -0.007, 0.0085),
        (0.345, 0.0095, 0.0062),
        (0.45, -0.0065, 0.0062),
        (0.475, 0.006, 0.0058),
        (0.49, -0.004, 0.0052),
    ):
        out = np.array((x, -0.0125, 0.0))
        foot = out / np.linalg.norm(out) * 0.0142 + (0, 0, z)
        put(stand_on(_cup(size), foot, out), "keys")
        put(
            sweep(
                smooth_path([foot + out * 0.25, foot + out * 0.4 + (0, 0, 0.018), foot + out * 0.2 + (x * 0.4, 0, 0.045)], 12),
                np.linspace(0.0016, 0.0026, 12),
                sides=8,
            ),
            "keys",
            "levers",
        )
    for z0, z1 in ((0.13, 0.26), (0.34, 0.5)):
        put(rod((0.0148, -0.0085, z0), (0.0146, -0.0085, z1), 0.002, sides=10), "keys", "rods")
        put(rod((-0.0142, -0.009, z0 + 0.02), (-0.014, -0.009, z1 - 0.02), 0.0018, sides=10), "keys", "rods")
    _lie(made, 24)
