# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in gardens and yards: a birdhouse, a bird table, a sundial, a weather vane, stepping stones, a gravestone, a water wheel."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    boolean,
    box,
    cylinder,
    displace,
    extrude,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    sphere,
    subdivide,
    sweep,
    torus,
)
from diorama_stage.kit.field import field
from diorama_stage.kit.parts import add_rod, rods, slab, tint
from diorama_stage.kit.seams import oval
from diorama_stage.props.registry import prop


def _roof(half: float, deep: float, eave: float, ridge: float, thick: float, over: float) -> list:
    """Two boards that meet at a ridge along y; `over` metres of eaves."""
    rise = ridge - eave
    k = (half + over) / half
    made = []
    for s in (-1, 1):
        outline = [(0, ridge), (s * half * k, ridge - rise * k), (s * half * k, ridge - rise * k + thick), (0, ridge + thick)]
        made.append(slab(outline, deep + 2 * over, bevel=0.002))
    return made


@prop("birdhouse")
def birdhouse(spec: Spec, b: Builder) -> None:
    """A box of boards with a round hole and a perch under a pitched roof; it hangs, or stands on a post."""
    b.slot("body", *b.choose(("pine", None), ("paint", "#4f7d86"), ("paint", "#b3483a"), ("paint", "#c9a13f"), ("wood", "#8d6a48")))
    b.slot("roof", *b.choose(("wood", "#5f4630"), ("paint", "#e6e0d2"), ("slate", "#54585c")), role="trim")
    b.slot("dark", "wood", "#1a130d", role="fixed")
    b.slot("trim", "pine", role="trim")
    half, deep, eave, ridge = 0.08, 0.16, 0.19, 0.265
    base = 0.42 if not spec.has("hung", "mounted") else 0.0
    front = [(-half, 0), (half, 0), (half, eave), (0, ridge), (-half, eave)]
    walls = boolean(slab(front, deep, bevel=0.003), move(rotate(cylinder(0.0205, 0.1, bevel=0), 90), 0, -0.04, 0.135))
    b.add(move(walls, 0, 0, base), "body")
    b.add(move(rotate(cylinder(0.0205, 0.006, bevel=0), 90), 0, -deep / 2 + 0.042, base + 0.135), "dark", "hole")
    b.add(move(torus(0.0235, 0.0035, segments=40, sides=10), 0, 0, 0), "trim", "ring")
    move(rotate(b._parts["ring"][-1], 90), 0, -deep / 2 - 0.001, base + 0.135)
    b.add(move(join(_roof(half, deep, eave, ridge, 0.012, 0.03)), 0, 0, base), "roof")
    b.add(sweep([(0, -deep / 2 + 0.01, base + 0.085), (0, -deep / 2 - 0.02, base + 0.085), (0, -deep / 2 - 0.055, base + 0.085)], 0.0045), "trim", "perch")
    b.add(box(2 * half + 0.03, deep + 0.03, 0.012, bevel=0.003, at=(0, 0, base - 0.012)), "trim", "floor")
    if base:
        b.add(box(0.06, 0.06, base - 0.012, bevel=0.006), "trim", "post")
    else:
        b.add(sweep([(0, 0, ridge + 0.008), (0, 0, ridge + 0.05), (0, 0, ridge + 0.12)], 0.0025), "dark", "wire")
        b.hang = (0, 0, ridge + 0.12)
    b.support("roof", -0.02, 0.02, -0.05, 0.05, base + ridge + 0.012)


@prop("bird_feeder")
def bird_feeder(spec: Spec, b: Builder) -> None:
    """A bird table: a tray with a rim and seeds on it, a shingled roof on four posts, on a braced pole."""
    b.slot("wood", "wood", b.choose("#9a7048", "#7f6146", "#a68a66"))
    b.slot("roof", "wood", b.choose("#5a4634", "#6d4f36"), role="trim")
    b.slot("seeds", "straw", "#b08a4a", role="fixed")
    b.slot("dark", "charred", "#2b241f", role="fixed")
    tray, half, rng = 1.28, 0.21, np.random.default_rng(spec.seed)
    made = [box(2 * half, 2 * half, 0.018, bevel=0.003, at=(0, 0, tray))]
    made += [box(2 * half + 0.02, 0.016, 0.045, bevel=0.003, at=(0, s * half, tray)) for s in (-1, 1)]
    made += [box(0.016, 2 * half, 0.045, bevel=0.003, at=(s * half, 0, tray)) for s in (-1, 1)]
    made += [box(0.024, 0.024, 0.3, bevel=0.004, at=(x * (half - 0.03), y * (half - 0.03), tray + 0.01)) for x in (-1, 1) for y in (-1, 1)]
    b.add(join(made), "wood", "tray")
    b.add(box(0.075, 0.075, tray, bevel=0.008), "wood", "pole")
    for a in range(4):
        c, s = math.cos(a * math.pi / 2), math.sin(a * math.pi / 2)
        add_rod(b, "wood", (0.02 * c, 0.02 * s, tray - 0.17), (0.15 * c, 0.15 * s, tray + 0.002), 0.014, "braces")
        b.add(move(rotate(box(0.34, 0.06, 0.06, bevel=0.006, at=(0.16, 0, 0)), 0, 0, 90 * a + 45), 0, 0, 0), "wood", "feet")
    eave, ridge = tray + 0.3, tray + 0.47
    b.add(slab([(-half, eave), (half, eave), (0, ridge)], 2 * half - 0.03, bevel=0.003), "wood", "gables")
    shingles = []
    for s in (-1, 1):
        angle = math.degrees(math.atan2(ridge - eave, half))
        for row in range(6):
            u = row / 6
            for k in range(8):
                piece = box(0.062 + rng.uniform(-0.004, 0.004), 0.075, 0.008, bevel=0.001, segments=1)
                piece = move(
                    rotate(rotate(piece, 0, 0, 90), 0, s * (angle - 5), 0),
                    s * (half + 0.05) * (1 - u),
                    (k - 3.5) * 0.066,
                    eave - 0.02 + (ridge - eave + 0.035) * u,
                )
                shingles.append(piece)
    b.add(join(shingles), "roof")
    at = rng.uniform(-half + 0.03, half - 0.03, (260, 2))
    for name, part in (("seeds", at[:200]), ("dark", at[200:])):
        b.add(join([sphere(0.0045, at=(x, y, tray + 0.022), segments=6) for x, y in part]), name, "seeds")
    b.support("tray", -half + 0.04, half - 0.04, -half + 0.04, half - 0.04, tray + 0.024, headroom=0.26)
    b.support("roof", -0.05, 0.05, -0.1, 0.1, ridge + 0.015)


@prop("sundial")
def sundial(spec: Spec, b: Builder) -> None:
    """A turned baluster of stone that carries a plate of bronze: hours, lines, and the slanting edge that throws the shadow."""
    b.slot("stone", "sandstone", "#b3a58c")
    b.slot("plate", "patinated_bronze", role="trim")
    b.slot("lines", "bronze", "#3a2c1c", role="fixed")
    rows = [
        (0, 0.12),
        (0.2, 0.12),
        (0.2, 0.16),
        (0.15, 0.2),
        (0.12, 0.26),
        (0.15, 0.4),
        (0.165, 0.5),
        (0.12, 0.68),
        (0.085, 0.82),
        (0.1, 0.86),
        (0.16, 0.9),
        (0.2, 0.93),
        (0.22, 0.95),
        (0.22, 0.99),
        (0, 0.99),
    ]
    b.add(displace(lathe(rounded_profile(rows, 0.012), segments=96), 0.004, 0.06, seed=spec.seed), "stone", "pedestal")
    b.add(join([box(0.52, 0.52, 0.07, bevel=0.012), box(0.44, 0.44, 0.055, bevel=0.012, at=(0, 0, 0.068))]), "stone", "steps")
    top = 0.99
    b.add(cylinder(0.19, 0.012, bevel=0.002, segments=96, at=(0, 0, top)), "plate")
    made = [torus(r, 0.0016, at=(0, 0, top + 0.0125), segments=96, sides=8) for r in (0.178, 0.138, 0.06)]
    for h in range(-6, 7):
        a = math.pi / 2 - math.atan2(math.sin(math.radians(51)) * math.sin(math.radians(15 * h)), math.cos(math.radians(15 * h))) - math.pi
        made.append(
            sweep(
                [
                    (0.065 * math.cos(a), 0.065 * math.sin(a), top + 0.0125),
                    (0.1 * math.cos(a), 0.1 * math.sin(a), top + 0.0125),
                    (0.135 * math.cos(a), 0.135 * math.sin(a), top + 0.0125),
                ],
                0.0016,
                sides=6,
            )
        )
        made += [
            move(
                rotate(box(0.003, 0.022, 0.002, bevel=0, at=(0.0055 * (k - 1), 0, 0)), 0, 0, math.degrees(a) + 90),
                0.158 * math.cos(a),
                0.158 * math.sin(a),
                top + 0.012,
            )
            for k in range(1 + abs(h) % 3)
        ]
    b.add(join(made), "lines")
    fin = rotate(rotate(extrude([(-0.07, 0), (0.105, 0), (0.105, 0.13)], 0.008, bevel=0.0015), 90), 0, 0, -90)
    b.add(move(rotate(fin, 0, 0, b.rng.uniform(-25, 25)), 0.004, 0.0, top + 0.01), "plate", "gnomon")
    b.footprint = "round"


COCK = [
    (-0.36, 0.08), (-0.29, 0.2), (-0.33, 0.3), (-0.25, 0.4), (-0.13, 0.41), (-0.2, 0.33), (-0.17, 0.24), (-0.06, 0.17), (0.05, 0.18), (0.11, 0.28),
    (0.1, 0.36), (0.135, 0.42), (0.12, 0.46), (0.155, 0.45), (0.165, 0.49), (0.19, 0.45), (0.21, 0.48), (0.215, 0.43), (0.235, 0.405), (0.285, 0.38),
    (0.235, 0.365), (0.235, 0.32), (0.215, 0.335), (0.21, 0.25), (0.175, 0.13), (0.09, 0.05), (0.04, 0.03), (0.06, -0.04), (-0.05, -0.04), (-0.03, 0.03),
    (-0.12, 0.06), (-0.2, 0.13), (-0.27, 0.1),
]  # fmt: skip
"""Outline (x, z) of a cock that looks to the right, metres."""


@prop("weather_vane")
def weather_vane(spec: Spec, b: Builder) -> None:
    """A cock of beaten copper over an arrow, on a rod with balls and the four letters of the winds."""
    b.slot("cock", b.choose("copper", "gold_leaf", "verdigris"))
    b.slot("iron", "iron", "#26282a", role="trim")
    b.add(
        lathe(rounded_profile([(0, 0), (0.14, 0), (0.14, 0.02), (0.05, 0.05), (0.025, 0.12), (0.014, 0.16), (0.014, 0.97), (0, 1.0)], 0.006), segments=40),
        "iron",
        "rod",
    )
    b.add(join([sphere(r, at=(0, 0, z), segments=28) for r, z in ((0.05, 0.3), (0.035, 0.66))]), "cock", "balls")
    letters = []
    for k, name in enumerate("ESWN"):
        a = k * math.pi / 2 + 0.5
        add_rod(b, "iron", (0, 0, 0.46), (0.27 * math.cos(a), 0.27 * math.sin(a), 0.46), 0.007, "arms")
        letters.append(move(rotate(_letter(name), 0, 0, math.degrees(a)), 0.33 * math.cos(a), 0.33 * math.sin(a), 0.405))
    b.add(join(letters), "iron", "letters")
    turn = b.rng.uniform(-28, 8)
    arrow = [
        add for add in (sweep([(-0.42, 0, 0.86), (0, 0, 0.86), (0.42, 0, 0.86)], 0.0085), slab([(0.42, 0.8), (0.54, 0.86), (0.42, 0.92)], 0.01, bevel=0.002))
    ]
    arrow.append(slab([(-0.42, 0.86), (-0.54, 0.94), (-0.44, 0.94), (-0.33, 0.86), (-0.44, 0.78), (-0.54, 0.78)], 0.01, bevel=0.002))
    b.add(rotate(join(arrow), 0, 0, turn), "iron", "arrow")
    cock = displace(subdivide(move(slab(COCK, 0.022, bevel=0.006), 0, 0, 0.92), 1, simple=True), 0.008, 0.05, seed=spec.seed)
    b.add(rotate(cock, 0, 0, turn), "cock")
    b.footprint = "round"


def _letter(name: str):
    """A letter of bars, 0.11 m tall, its foot on z = 0, facing the lens."""
    lines = {"N": [(0, 0, 0, 1), (0, 1, 0.7, 0), (0.7, 0, 0.7, 1)], "E": [(0, 0, 0, 1), (0, 0, 0.6, 0), (0, 0.5, 0.5, 0.5), (0, 1, 0.6, 1)]}
    lines["S"] = [(0, 0, 0.6, 0), (0.6, 0, 0.6, 0.5), (0.6, 0.5, 0, 0.5), (0, 0.5, 0, 1), (0, 1, 0.6, 1)]
    lines["W"] = [(0, 1, 0.2, 0), (0.2, 0, 0.45, 0.7), (0.45, 0.7, 0.7, 0), (0.7, 0, 0.9, 1)]
    return rods([((x0 * 0.11 - 0.035, 0, z0 * 0.11), (x1 * 0.11 - 0.035, 0, z1 * 0.11)) for x0, z0, x1, z1 in lines[name]], 0.0085)


@prop("stepping_stones")
def stepping_stones(spec: Spec, b: Builder) -> None:
    """A row of flat stones, each of its own outline, that leads away in a bend."""
    b.slot("stones", b.choose("stone", "slate", "sandstone"), b.choose("#8b8880", "#7c7b78", "#a3957d"))
    rng = np.random.default_rng(spec.seed + 1)
    for k in range(7):
        x, y = 0.24 * math.sin(k * 0.75 + 0.4), -1.9 + 0.62 * k
        edge = oval(2.6, 60) * (rng.uniform(0.22, 0.3), rng.uniform(0.17, 0.23))
        a = np.arctan2(edge[:, 1], edge[:, 0])
        edge *= (1 + 0.06 * np.sin(3 * a + k) + 0.05 * np.sin(5 * a + 2 * k))[:, None]
        rings = [
            np.column_stack([edge * s, np.full(60, z)])
            for s, z in ((0.96, -0.1), (1.02, -0.04), (1.0, 0.035), (0.95, 0.055), (0.8, 0.062), (0.4, 0.064), (0.01, 0.065))
        ]
        stone = displace(subdivide(loft(rings, smooth=60), 1), 0.014, 0.09, seed=spec.seed + k)
        b.add(move(rotate(stone, 0, 0, rng.uniform(0, 360)), x, y, 0), "stones")
        b.support(f"stone {k}", x - 0.13, x + 0.13, y - 0.1, y + 0.1, 0.065, round=True)


@prop("gravestone")
def gravestone(spec: Spec, b: Builder) -> None:
    """An old headstone in the grass: round-shouldered, a cross, or an arch on a base; lichen, a lean, a carved panel."""
    b.slot("stone", "sandstone" if spec.labels else b.choose("stone", "granite", "sandstone"), b.choose("#8f8c84", "#7f8180", "#a39a86"), params={"tint": True})
    kind = "cross" if spec.is_a("cross") else b.choose("round", "shoulders", "gothic")
    t = np.linspace(0, math.pi, 30)
    outlines = {
        "round": [(-0.3, 0), (0.3, 0), *[(0.3 * math.cos(a), 0.62 + 0.3 * math.sin(a)) for a in t]],
        "shoulders": [
            (-0.32, 0),
            (0.32, 0),
            (0.32, 0.68),
            (0.26, 0.7),
            *[(0.22 * math.cos(a), 0.74 + 0.22 * math.sin(a)) for a in t],
            (-0.26, 0.7),
            (-0.32, 0.68),
        ],
        "gothic": [(-0.28, 0), (0.28, 0), (0.28, 0.6), (0.2, 0.82), (0.1, 0.95), (0, 1.02), (-0.1, 0.95), (-0.2, 0.82), (-0.28, 0.6)],
        "cross": [
            (-0.1, 0),
            (0.1, 0),
            (0.085, 0.62),
            (0.34, 0.62),
            (0.34, 0.8),
            (0.085, 0.8),
            (0.085, 1.12),
            (-0.085, 1.12),
            (-0.085, 0.8),
            (-0.34, 0.8),
            (-0.34, 0.62),
            (-0.085, 0.62),
        ],
    }
    stone = subdivide(slab(outlines[kind], 0.12, bevel=0.014), 2, simple=True)
    rough = 0.1 if spec.labels else 1.0  # a face that is engraved was dressed
    stone = displace(displace(stone, 0.012 * rough, 0.16, seed=spec.seed), 0.004 * rough, 0.02, seed=spec.seed)
    b.add(_aged(rotate(stone, b.rng.uniform(-3.5, 2.5) * rough, b.rng.uniform(-3.5, 3.5) * rough, 0), spec.seed), "stone")
    b.add(
        _aged(
            displace(
                subdivide(box(0.82 if kind != "cross" else 0.6, 0.32, 0.14, bevel=0.02, at=(0, 0, -0.04)), 2, simple=True), 0.012, 0.1, seed=spec.seed + 1
            ),
            spec.seed,
        ),
        "stone",
        "base",
    )


def _aged(object, seed: int):
    """Lichen in spots, dark runs from the top, green at the foot."""

    def shade(points: np.ndarray) -> np.ndarray:
        spots = np.clip(field(points, 0.06, seed=seed) - 0.45, 0, 1) * 1.6
        runs = np.clip(field(points * (1, 1, 0.15), 0.05, seed=seed + 1), 0, 1) * 0.3
        foot = np.exp(-np.clip(points[:, 2], 0, None) / 0.12)
        tone = 1 - runs[:, None] * (1, 1, 1) + spots[:, None] * (0.25, 0.3, 0.05)
        return tone * (1 - foot[:, None] * (0.5, 0.25, 0.6))

    return tint(object, shade)


@prop("water_wheel")
def water_wheel(spec: Spec, b: Builder) -> None:
    """A wheel of oak with buckets between two rims, turned by water from a trough, on an axle between a stone pier and the wall of its mill."""
    b.slot("wood", "wood", "#6b4c32", finish=("wet",))
    b.slot("iron", "iron", "#3a332e", role="trim")
    b.slot("stone", "stone", "#8f8a80", role="trim")
    b.slot("water", "water", "#cfe3e6", role="fixed")
    r, wide, hub = 1.9, 0.9, 1.95
    made = []
    for s in (-1, 1):
        rim = [(r - 0.22, -0.045), (r, -0.045), (r, 0.045), (r - 0.22, 0.045), (r - 0.22, -0.045)]
        made.append(move(rotate(lathe(rounded_profile(rim, 0.01), segments=96), 90), 0, s * wide / 2, 0))
        made += [move(rotate(box(0.15, 0.09, 2 * r - 0.15, bevel=0.012, at=(0, 0, -(r - 0.075))), 0, a, 0), 0, s * wide / 2, 0) for a in (0, 45, 90, 135)]
    for k in range(24):
        a = 15.0 * k
        made.append(rotate(move(rotate(box(0.34, wide - 0.05, 0.035, bevel=0.006), 0, 28), r - 0.14, 0, 0), 0, a, 0))
    b.add(move(join(made), 0, 0, hub), "wood", "wheel")
    b.add(move(rotate(cylinder(0.13, wide + 1.3, bevel=0.01, at=(0, 0, -(wide + 1.3) / 2)), 90), 0, 0, hub), "iron", "axle")
    pier = displace(subdivide(box(0.9, 0.5, hub - 0.05, bevel=0.03), 3, simple=True), 0.02, 0.2, seed=spec.seed)
    b.add(move(pier, 0, -wide / 2 - 0.45, 0), "stone", "pier")
    b.add(move(box(4.6, 0.45, 4.1, bevel=0.02), 0, wide / 2 + 0.55, 0), "stone", "wall")
    trough = [box(3.4, wide * 0.8, 0.06, bevel=0.01, at=(-1.55, 0, 0)), *[box(3.4, 0.06, 0.34, bevel=0.01, at=(-1.55, s * wide * 0.4, 0)) for s in (-1, 1)]]
    trough += [box(0.12, 0.12, hub + r + 0.06, bevel=0.01, at=(-2.9, s * wide * 0.4, -(hub + r + 0.06))) for s in (-1, 1)]
    b.add(move(join(trough), 0, 0, hub + r + 0.08), "wood", "trough")
    b.add(box(3.3, wide * 0.72, 0.12, bevel=0.02, at=(-1.55, 0, hub + r + 0.18)), "water", "stream")
    u, v = np.linspace(0, 1, 24)[:, None], np.linspace(-1, 1, 12)[None, :]
    from diorama_stage.kit.seams import sheet

    fall = np.stack(np.broadcast_arrays(0.1 + 0.75 * u + 0.02 * np.sin(v * 9), v * wide * 0.34, hub + r + 0.28 - 0.12 * u - 0.95 * u**2), axis=-1)
    b.add(displace(sheet(fall, 0.03), 0.03, 0.1, seed=spec.seed), "water", "stream")
