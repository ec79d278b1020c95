# SPDX-License-Identifier: GPL-3.0-or-later
"""What is long and held: poles and staffs, spears and javelins, arrows, sticks and bats of games; and a baseball."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, cylinder, join, lathe, loft, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import grooved
from diorama_stage.kit.seams import thread
from diorama_stage.props.registry import prop


def _rest(spec: Spec, b: Builder, roll: float = 0.0) -> None:
    """Leaning or upright where that is asked, else laid, `roll` degrees about its length first."""
    b.lean = "side"
    if not spec.has("leaning", "upright", "standing"):
        for o in [o for group in b._parts.values() for o in group]:
            rotate(o, 0, 0, roll)
        lying(b, b.rng.uniform(-14, 14))


@prop("pole")
def pole(spec: Spec, b: Builder) -> None:
    """A long straight pole of ash; a vaulter's is of glass fibre with taped hands; a quarterstaff is short, thick and oiled, bound at its ends."""
    long, thick = (4.6, 0.019) if spec.is_a("vaulting") else (1.8, 0.0165) if spec.is_a("staff") else (3.0, 0.019)
    if spec.is_a("vaulting"):
        b.slot("body", "plastic", b.choose("#e3c23a", "#d9dde0", "#c63a2c"), finish=("glossy",))
        b.slot("tape", "rubber", "#1c1d1f", role="trim")
        b.add(cylinder(thick + 0.0012, 0.6, bevel=0.002, at=(0, 0, long - 0.75)), "tape")
        b.add(cylinder(thick + 0.004, 0.03, bevel=0.004), "tape", "plug")
        b.add(cylinder(thick, long - 0.01, bevel=0.004, at=(0, 0, 0.01)), "body")
    else:
        b.slot("body", "oak", b.choose("#a87a48", "#8d6338", "#b98d58"))
        t = np.linspace(0, 1, 60)
        path = np.column_stack([0.004 * np.sin(5 * t), 0.004 * np.cos(7 * t), 0.006 + (long - 0.012) * t])
        wide = thick * (1 + 0.05 * np.sin(31 * t) * np.sin(11 * t)) * np.interp(t, [0, 0.01, 0.99, 1], [0.7, 1, 1, 0.7])
        b.add(sweep(path, wide, sides=24), "body")
        if spec.is_a("staff"):
            b.slot("binding", "leather", "#3a2416", role="trim")
            for z in (0.05, long * 0.5 - 0.1, long - 0.17):
                rows = [(thick + 0.0016 + 0.0008 * (k % 2), z + 0.005 * k) for k in range(40 if 0.1 < z < 1.2 else 24)]
                b.add(lathe([(0, rows[0][1]), *rows, (0, rows[-1][1])], segments=28), "binding")
    _rest(spec, b)


def _point(b: Builder, z: float, long: float, half: float) -> None:
    """A leaf-shaped head with a midrib over its socket."""
    rings = []
    for t in np.linspace(0, 1, 40):
        w = half * float(np.interp(t, [0, 0.08, 0.3, 0.75, 1.0], [0.35, 0.6, 1.0, 0.55, 0.02]))
        d = 0.009 * float(np.interp(t, [0, 0.25, 1.0], [1.0, 0.75, 0.05]))
        rings.append(
            [
                (-w, 0, 0),
                (-0.18 * w, -0.45 * d, 0),
                (0, -d, 0),
                (0.18 * w, -0.45 * d, 0),
                (w, 0, 0),
                (0.18 * w, 0.45 * d, 0),
                (0, d, 0),
                (-0.18 * w, 0.45 * d, 0),
            ]
        )
        rings[-1] = [(x, y, z + long * t) for x, y, _ in rings[-1]]
    b.add(loft(rings, smooth=20), "point")


@prop("spear")
def spear(spec: Spec, b: Builder) -> None:
    """A spear: an ash shaft, a leaf-shaped head in its socket bound with cord, a butt spike. A javelin is thin, of metal, with a corded grip."""
    if spec.is_a("javelin"):
        b.slot("shaft", "aluminium", b.choose("#2f5fa8", "#c63a2c", "#d9dde0"), finish=("glossy",))
        b.slot("point", "steel", "#8f9497", role="trim")
        b.slot("cord", "fabric", "#e9e4d6", role="trim")
        long, t = 2.6, np.linspace(0, 1, 60)
        wide = np.interp(t, [0, 0.12, 0.55, 0.88, 1], [0.003, 0.009, 0.0145, 0.011, 0.008])
        b.add(sweep(np.column_stack([0 * t, 0 * t, 2.34 * t]), wide, sides=24), "shaft")
        b.add(lathe([(0, 2.33), (0.0085, 2.33), (0.0088, 2.4), (0.004, 2.55), (0, long)], segments=28), "point")
        rows = [(0.0165 + 0.0012 * (k % 2), 1.28 + 0.004 * k) for k in range(41)]
        b.add(lathe([(0, rows[0][1]), *rows, (0, rows[-1][1])], segments=28), "cord")
    else:
        b.slot("shaft", "oak", b.choose("#7d5836", "#94683e", "#5f4028"))
        b.slot("point", "steel", "#9da2a5", role="trim")
        b.slot("cord", "leather", "#4a2c1a", role="trim")
        t = np.linspace(0, 1, 40)
        b.add(sweep(np.column_stack([0.003 * np.sin(6 * t), 0 * t, 0.06 + 1.66 * t]), 0.0145, sides=22), "shaft")
        b.add(lathe([(0, 0), (0.004, 0.02), (0.0155, 0.09), (0.0165, 0.1), (0, 0.1)], segments=26), "point", "spike")
        b.add(lathe([(0, 1.66), (0.0175, 1.66), (0.018, 1.67), (0.0125, 1.8), (0, 1.8)], segments=26), "point", "socket")
        _point(b, 1.77, 0.33, 0.041)
        rows = [(0.0175 + 0.0016 * (k % 2), 1.56 + 0.005 * k) for k in range(20)]
        b.add(lathe([(0, rows[0][1]), *rows, (0, rows[-1][1])], segments=26), "cord")
    _rest(spec, b, -65)


def _fletching(made: Growth, z0: float, r: float) -> None:
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.4
        t, s = np.linspace(0, 1, 14)[:, None], np.linspace(0, 1, 3)[None, :]
        out = r + s * 0.013 * np.minimum(1, 4 * t) * np.minimum(1, (1 - t) * 2.2 + 0.35)
        grid = np.stack(np.broadcast_arrays(out * math.cos(a), out * math.sin(a), z0 + 0.075 * (1 - t) - 0.018 * s), axis=-1)
        made.sheet(grid, 0.9 + 0.1 * np.cos(40 * t + 6 * s), 0.0006)


@prop("arrow")
def arrow(spec: Spec, b: Builder) -> None:
    """Arrows: a wooden shaft, three feathers, a nock, a steel head; with a quiver, five stand in it."""
    b.slot("shaft", "pine", "#c79a60")
    b.slot("feathers", "paper", b.choose("#c63a2c", "#f0ece2", "#2f5fa8"), role="trim")
    b.slot("point", "steel", "#8f9497", role="trim")
    quiver = spec.is_a("quiver")
    feet = [(0.0, 0.0)] if not quiver else [(0.024 * math.cos(a), 0.024 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 6)[:-1]]
    plumes = Growth()
    for k, (x, y) in enumerate(feet):
        lift = 0.03 * (k % 3) if quiver else 0.0
        shaft = [cylinder(0.0042, 0.74, bevel=0.0005, at=(x, y, 0.04 + lift), segments=16)]
        b.add(join(shaft), "shaft")
        if not quiver:
            rings = [
                [(-w, 0, z), (0, -d, z), (w, 0, z), (0, d, z)]
                for z, w, d in ((0.0, 0.0004, 0.0004), (0.03, 0.0095, 0.0018), (0.036, 0.005, 0.003), (0.06, 0.0045, 0.0045))
            ]
            b.add(loft(rings, smooth=20), "point")
        one = Growth()
        _fletching(one, 0.68, 0.004)
        plumes.put(one, at=(x, y, lift))
    b.add(plumes.object("feathers"), "feathers")
    if quiver:
        b.slot("quiver", "leather", b.choose("#6a3f22", "#4a2c1a"), role="trim")
        wall = [(0, 0), (0.04, 0), (0.043, 0.01), (0.052, 0.56), (0.055, 0.565), (0.052, 0.57), (0.047, 0.56), (0.04, 0.02), (0, 0.02)]
        b.add(lathe(rounded_profile(wall, 0.004), segments=56), "quiver")
        b.add(
            join([lathe([(r, z), (r + 0.003, z + 0.003), (r + 0.003, z + 0.017), (r, z + 0.02)], segments=56) for r, z in ((0.0445, 0.08), (0.051, 0.5))]),
            "quiver",
            "bands",
        )
        strap = smooth_path([(0.05, 0, 0.52), (0.12, 0, 0.42), (0.13, 0, 0.25), (0.046, 0, 0.1)], 40)
        b.add(sweep(strap, 0.011, sides=12, flat=0.2), "quiver", "strap")
    _rest(spec, b)


@prop("hockey_stick")
def hockey_stick(spec: Spec, b: Builder) -> None:
    """A stick of ice hockey: a straight shaft of square section, a flat taped blade at its foot, tape at its head. Of field hockey: a short hooked toe."""
    b.slot("body", b.choose("plastic", "oak"), b.choose("#1d1f22", "#b9824a", "#a3242a"))
    b.slot("tape", "fabric", b.choose("#1a1a1c", "#efece4"), role="trim")
    square = np.array([(-1, -0.8), (-0.8, -1), (0.8, -1), (1, -0.8), (1, 0.8), (0.8, 1), (-0.8, 1), (-1, 0.8)]) * (0.015, 0.0105)
    if spec.is_a("field"):
        path = smooth_path([(0, 0, 0.93), (0, 0, 0.3), (0.0, 0, 0.09), (0.02, 0, 0.025), (0.055, 0, 0.022), (0.078, 0, 0.062)], 90)
        wide = np.interp(np.linspace(0, 1, 90), [0, 0.3, 0.65, 0.9, 1], [0.016, 0.015, 0.022, 0.026, 0.02])
        b.add(sweep(path, wide, sides=24, flat=0.62), "body")
        rows = [(0.017 + 0.0008 * (k % 2), 0.63 + 0.006 * k) for k in range(50)]
        b.add(lathe([(0, rows[0][1]), *rows, (0, rows[-1][1])], segments=24, squash=0.8), "tape", "grip")
    else:
        shaft = np.array([np.column_stack([square, np.full(8, 0.0)]) + (0.1 - 0.42 * (z - 0.12) * 0.75, 0, z) for z in np.linspace(0.1, 1.42, 8)])
        b.add(loft(shaft, smooth=30), "body", "shaft")
        rings = []
        for t in np.linspace(0, 1, 26):
            x, z, tall = 0.085 + 0.3 * t, 0.012 + 0.008 * t + 0.05 * (1 - min(1.0, t * 5)) ** 2, 0.068 + 0.012 * t
            y = 0.028 * t**2
            tall *= float(np.interp(t, [0, 0.9, 1.0], [1, 1, 0.55]))
            rings.append([(x, y - 0.005, z), (x, y + 0.005, z), (x - 0.01, y + 0.006, z + tall), (x - 0.01, y - 0.004, z + tall)])
        b.add(loft(rings, smooth=30), "body", "blade")
        taped = [
            [(x, y * 1.0 + (0.0016 if y > ring[0][1] + 0.005 else -0.0016), z + (0.0016 if k > 1 else -0.0016)) for k, (x, y, z) in enumerate(ring)]
            for ring in rings[7:25]
        ]
        b.add(loft(taped, smooth=30), "tape", "blade")
        head = np.array([np.column_stack([square * 1.12, np.full(8, 0.0)]) + (0.1 - 0.42 * (z - 0.12) * 0.75, 0, z) for z in np.linspace(1.2, 1.43, 4)])
        b.add(loft(head, smooth=30), "tape", "grip")
    _rest(spec, b, 90)


@prop("cricket_bat")
def cricket_bat(spec: Spec, b: Builder) -> None:
    """A bat of willow: a flat face, a spine behind, round shoulders and toe, a splice, a long handle in a rubber grip."""
    b.slot("body", "pine", "#e0c394")
    b.slot("grip", "rubber", b.choose("#1d1f22", "#b3261e", "#1f4f8f"), role="trim")
    rings = []
    for t in np.linspace(0, 1, 44):
        half = 0.054 * float(np.interp(t, [0, 0.03, 0.9, 0.97, 1.0], [0.8, 1.0, 0.96, 0.55, 0.28]))
        back = float(np.interp(t, [0, 0.12, 0.35, 0.8, 1.0], [0.02, 0.034, 0.04, 0.026, 0.016]))
        z = 0.56 * t
        rings.append(
            [
                (-half, -0.008, z),
                (-half * 0.9, -0.012, z),
                (half * 0.9, -0.012, z),
                (half, -0.008, z),
                (half, 0.006, z),
                (half * 0.25, back * 0.85, z),
                (0, back, z),
                (-half * 0.25, back * 0.85, z),
                (-half, 0.006, z),
            ]
        )
    b.add(loft(rings, smooth=40), "body", "blade")
    rows = [(0.0172 + 0.0011 * math.sin(k * 1.3), 0.56 + 0.0032 * k) for k in range(92)]
    b.add(lathe([(0, 0.555), (0.0165, 0.557), *rows, (0.019, 0.858), (0.017, 0.862), (0, 0.864)], segments=32, squash=0.9), "grip")
    _rest(spec, b, -90)


@prop("baseball")
def baseball(spec: Spec, b: Builder) -> None:
    """A ball of white leather whose one seam winds over it, sewn with red thread in chevrons."""
    b.slot("body", "leather", "#f1ede2", finish=("matte",))
    b.slot("stitches", "fabric", "#c2262b", role="fixed")
    t, r, w = np.linspace(0, 2 * math.pi, 400), 0.037, 0.44
    seam = np.column_stack([np.cos(t) + w * np.cos(3 * t), np.sin(t) - w * np.sin(3 * t), 2 * math.sqrt(w) * np.sin(2 * t)])
    seam /= np.linalg.norm(seam, axis=1, keepdims=True)
    b.add(grooved(r, [seam], 0.0018, 0.0005), "body")
    along = np.gradient(seam, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(seam, along)
    for s in (-1, 1):
        path = seam * (r + 0.0003) + s * side * 0.0026
        b.add(thread(path, 0.0062, 0.00052, gap=-0.45, across=along * 0.55 + s * side), "stitches")
    for o in [o for group in b._parts.values() for o in group]:
        move(o, 0, 0, r)
    b.footprint = "round"
