# SPDX-License-Identifier: GPL-3.0-or-later
"""Drinks mixed and blended, in their glass and with what dresses it: cocktails, smoothies, milkshakes."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, ellipsoid, extrude, join, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.growth import Growth, frames, leaf
from diorama_stage.kit.parts import rod, tint, toward
from diorama_stage.props.food.parcels import strew
from diorama_stage.props.registry import prop

STEM = rounded_profile([(0, 0), (0.037, 0), (0.037, 0.0014), (0.014, 0.004), (0.006, 0.009), (0.0037, 0.022), (0.0034, 0.074)], 0.0012)
BOWLS = {
    "martini": [(0.0034, 0.076), (0.006, 0.08), (0.052, 0.145)],
    "coupe": [(0.0034, 0.076), (0.014, 0.08), (0.038, 0.094), (0.05, 0.112), (0.053, 0.13)],
}
"""Bowls on a stem: (radius, height), metres, from the stem to the rim."""


def _stemmed(b: Builder, name: str) -> list[tuple[float, float]]:
    """A stemmed glass; its inside from the floor up."""
    bowl = [tuple(p) for p in (np.linspace(BOWLS[name][1], BOWLS[name][2], 20) if name == "martini" else smooth_path(BOWLS[name][1:], 40))]
    inner = [(max(r - 0.0012, 0.0005), z + 0.0016) for r, z in bowl]
    b.add(
        lathe([*STEM, BOWLS[name][0], *bowl, (bowl[-1][0] - 0.0006, bowl[-1][1] + 0.0006), *inner[::-1][1:], (0, inner[0][1])], segments=96, smooth=60), "body"
    )
    return [(0.0005, inner[0][1]), *inner]


def _tall(b: Builder, low: float, high: float, tall: float, base: float = 0.008) -> list[tuple[float, float]]:
    """A straight glass; its inside from the floor up."""
    b.add(lathe(rounded_profile([(0, 0), (low, 0), (high, tall), (high - 0.002, tall), (low - 0.002, base), (0, base)], 0.001), segments=88), "body")
    return [(low - 0.0021, base), (high - 0.002, tall)]


def _pour(b: Builder, inside: list, level: float, colour: str, of: str, top: str | None = None) -> float:
    """Fill the inside to a share of its height; `of` says how clear it is. Returns the level, metres."""
    floor, rim = inside[0][1], inside[-1][1]
    z = floor + (rim - floor) * level
    r = float(np.interp(z, [p[1] for p in inside], [p[0] for p in inside])) + 0.0003
    b.slot("drink", "liquid", colour, params={"of": of, "closed": True})
    wall = [(p[0] + 0.0003, p[1]) for p in inside if p[1] < z - 0.0004]
    made = lathe([(0, floor - 0.0003), *wall, (r, z + 0.0006), (r - 0.001, z), (0, z)], segments=88, smooth=60)
    if top:
        tint(made, lambda p: toward(colour, top, np.clip((p[:, 2] - floor) / (z - floor), 0, 1) ** 1.4))
    b.add(made, "drink")
    return z


def _ice(b: Builder, reach: float, z0: float, z1: float, count: int) -> None:
    b.slot("ice", "ice", role="fixed")
    for k in range(count):
        a, z = 2.2 * k + b.rng.uniform(-0.4, 0.4), z0 + (z1 - z0) * (k + 0.5) / count
        cube = box(0.02, 0.02, 0.02, bevel=0.004, at=(0, 0, -0.01))
        b.add(move(rotate(cube, b.rng.uniform(-40, 40), b.rng.uniform(-40, 40), b.rng.uniform(0, 90)), reach * math.cos(a), reach * math.sin(a), z), "ice")


CITRUS = {"lime": ("#6f9a2a", "#cfe08a"), "orange": ("#e8720c", "#f0a03c"), "lemon": ("#e8c62a", "#f2df7a")}


def _wheel(b: Builder, kind: str, at, r: float, lean: float = 0.0, turn: float = 0.0) -> None:
    """A slice of citrus set on the rim, its face to the lens."""
    rind, flesh = CITRUS[kind]
    b.slot("rind", "citrus_skin", rind, role="fixed")
    b.slot("pith", "paper", "#f4efd8", role="fixed")
    b.slot("flesh", "wax", flesh, role="fixed")
    h, wedge = 0.0048, []
    for k in range(9):
        a = np.linspace(2 * np.pi * k / 9 + 0.07, 2 * np.pi * (k + 1) / 9 - 0.07, 10)
        wedge.append(
            extrude(
                [(r * 0.09 * np.cos(a.mean()), r * 0.09 * np.sin(a.mean())), *[(r * 0.86 * np.cos(u), r * 0.86 * np.sin(u)) for u in a]],
                h + 0.0006,
                bevel=0.0006,
                at=(0, 0, -0.0003),
            )
        )
    pieces = [
        (lathe([(r * 0.95, 0), (r, h * 0.25), (r, h * 0.75), (r * 0.95, h), (r * 0.95, 0)], segments=64, smooth=50), "rind"),
        (lathe([(0, 0.0002), (r * 0.955, 0.0002), (r * 0.955, h - 0.0002), (0, h - 0.0002)], segments=64, smooth=50), "pith"),
        (join(wedge), "flesh"),
    ]
    for o, slot in pieces:
        b.add(move(rotate(rotate(o, 90, 0, 0), lean, 0, turn), *at), slot, "garnish")


def _mint(b: Builder, at, size: float) -> None:
    b.slot("mint", "leaf", "#4f9a3a", role="fixed")
    sprig, shape = Growth(), leaf(0.6, fold=0.15, curl=0.25, rows=12, columns=5, wave=0.05, point=0.9)
    for k in range(9):
        a, up = k * 2.4, 0.2 + 0.12 * k
        sprig.copies(shape, [np.asarray(at) + (0, 0, 0.0022 * k)], frames([(math.cos(a), math.sin(a), up)]), size * (1 - 0.05 * k), b.rng.uniform(0.75, 1.2))
    sprig.tube([np.asarray(at) - (0, 0, 0.04), np.asarray(at) + (0, 0, 0.01)], 0.0014, 6, 0.9)
    b.add(sprig.object("mint"), "mint")


def _straw(b: Builder, foot, tip, colour: str) -> None:
    """A paper straw with a winding stripe, leaning in the glass."""
    b.slot("straw", "paper", "#f4efe4", role="fixed")
    foot, tip = np.asarray(foot, float), np.asarray(tip, float)
    tube = sweep(foot + (tip - foot) * np.linspace(0, 1, 70)[:, None], 0.0034, sides=24)
    way = (tip - foot) / np.linalg.norm(tip - foot)
    b.add(
        tint(
            tube,
            lambda p: toward(
                "#f4efe4",
                colour,
                (
                    (
                        ((p - foot) @ way) / 0.014
                        + np.arctan2(p[:, 1] - (foot + way * ((p - foot) @ way)[:, None])[:, 1], p[:, 0] - (foot + way * ((p - foot) @ way)[:, None])[:, 0])
                        / 6.2832
                    )
                    % 1
                    < 0.45
                ).astype(float),
            ),
        ),
        "straw",
    )


def _martini(b: Builder) -> None:
    inside = _stemmed(b, "martini")
    z = _pour(b, inside, 0.82, "#f4f3e4", "water")
    b.slot("pick", "bamboo", "#d2b06a", role="fixed")
    b.slot("olives", "grape_skin", "#7f8a32", role="fixed")
    b.slot("pimento", "tomato_skin", "#c23018", role="fixed")
    foot, tip = np.array((-0.012, -0.006, z - 0.026)), np.array((0.05, 0.012, z + 0.03))
    b.add(rod(foot, tip, 0.0011, sides=8), "pick", "garnish")
    for t in (0.16, 0.37):
        p = foot + (tip - foot) * t
        b.add(move(rotate(ellipsoid(0.0112, 0.009, 0.009, segments=32), 0, -40, 15), *p), "olives", "garnish")
        b.add(ellipsoid(0.0026, 0.0026, 0.0026, at=tuple(p + (-0.0082, -0.002, -0.0064)), segments=16), "pimento", "garnish")


def _margarita(b: Builder) -> None:
    inside = _stemmed(b, "coupe")
    _pour(b, inside, 0.86, "#d4e09a", "lemonade")
    b.slot("salt", "snow", "#f6f6f2", role="fixed")
    rng, r, z = np.random.default_rng(b.spec.seed), inside[-1][0] + 0.0006, inside[-1][1] - 0.0008
    a = rng.uniform(0, 2 * math.pi, 900)
    strew(
        b,
        "salt",
        "salt",
        np.column_stack(
            [
                (r + rng.uniform(-0.0006, 0.0012, 900)) * np.cos(a),
                (r + rng.uniform(-0.0006, 0.0012, 900)) * np.sin(a),
                z - np.abs(rng.normal(0, 0.0024, 900)) + 0.001,
            ]
        ),
        (0.0009, 0.0009, 0.0009),
        3,
    )
    _wheel(b, "lime", (0.042, -0.012, z + 0.006), 0.022, -12, 10)


def _mojito(b: Builder) -> None:
    inside = _tall(b, 0.031, 0.036, 0.135)
    z = _pour(b, inside, 0.86, "#eef3dc", "soda")
    _ice(b, 0.014, 0.03, z + 0.004, 6)
    b.slot("limes", "citrus_skin", "#7fa32e", role="fixed")
    b.slot("leaves", "leaf", "#3f8a34", role="fixed")
    sunk, shape = Growth(), leaf(0.6, fold=0.15, curl=0.2, rows=8, columns=5)
    for k in range(9):
        a = 2.4 * k
        sunk.copies(
            shape,
            [(0.024 * math.cos(a), 0.024 * math.sin(a), 0.018 + 0.0105 * k)],
            frames([(-math.sin(a), math.cos(a), 0.6)], (math.cos(a), math.sin(a), 0.1)),
            0.024,
        )
    b.add(sunk.object("leaves"), "leaves", "mint")
    for k in range(3):
        a = 2.1 * k + 0.6
        b.add(
            move(
                rotate(lathe([(0, 0), (0.0185, 0), (0.02, 0.0015), (0.02, 0.004), (0.0185, 0.0055), (0, 0.0055)], segments=40), 75, 0, math.degrees(a) + 90),
                0.021 * math.cos(a),
                0.021 * math.sin(a),
                0.036 + 0.028 * k,
            ),
            "limes",
            "garnish",
        )
    _mint(b, (-0.008, 0.004, 0.14), 0.036)
    _wheel(b, "lime", (0.031, -0.01, 0.139), 0.021, -8, 8)
    _straw(b, (-0.012, -0.008, 0.012), (0.016, 0.012, 0.192), "#3f9a4a")


def _negroni(b: Builder) -> None:
    inside = _tall(b, 0.04, 0.043, 0.088, 0.012)
    z = _pour(b, inside, 0.72, "#b8240c", "whisky")
    _ice(b, 0.015, 0.03, z + 0.004, 4)
    _wheel(b, "orange", (0.034, -0.012, 0.094), 0.03, -14, 14)


def _sunrise(b: Builder) -> None:
    """A tall bright one with a slice of orange, a cherry and a straw."""
    inside = _tall(b, 0.028, 0.039, 0.145)
    colour, top = b.choose(("#d8341c", "#f4b23a"), ("#c9286a", "#f2a03a"), ("#1f8ac4", "#8fd0d8"), ("#d8341c", "#f4b23a"))
    z = _pour(b, inside, 0.86, colour, "juice", top)
    _ice(b, 0.016, z - 0.022, z + 0.006, 4)
    _wheel(b, "orange", (0.034, -0.012, 0.15), 0.031, -10, 10)
    b.slot("cherry", "tomato_skin", "#b01020", role="fixed", finish=("glossy",))
    b.add(ellipsoid(0.0095, 0.0095, 0.009, at=(0.002, -0.016, z + 0.014), segments=32), "cherry", "garnish")
    b.add(sweep(smooth_path([(0.002, -0.016, z + 0.021), (0.004, -0.014, z + 0.032), (0.012, -0.01, z + 0.042)], 12), 0.0008, sides=6), "cherry", "garnish")
    _straw(b, (-0.012, 0.008, 0.012), (-0.03, 0.02, 0.205), b.choose("#d8433a", "#e09a2f", "#3a86b8"))


@prop("cocktail")
def cocktail(spec: Spec, b: Builder) -> None:
    """In the glass that it is served in and with its garnish: a martini, a margarita, a mojito, a negroni; unnamed, a tall bright one."""
    b.slot("body", "glass", "#f4f8f7", role="trim", params={"wall": 0.004})
    kinds = {"martini": _martini, "margarita": _margarita, "mojito": _mojito, "negroni": _negroni}
    next((make for name, make in kinds.items() if spec.is_a(name)), _sunrise)(b)
    b.footprint = "round"


@prop("smoothie")
def smoothie(spec: Spec, b: Builder) -> None:
    """Thick fruit in a tall glass, berries and mint on top, a straw."""
    b.slot("body", "glass", "#f4f8f7", role="trim", params={"wall": 0.004})
    inside = _tall(b, 0.03, 0.04, 0.14)
    colour = b.choose("#c8486a", "#e28a3a", "#8a4a8c", "#8fae4a")
    z = _pour(b, inside, 0.95, colour, "smoothie")
    foam = displace(
        lathe(smooth_path([(0.037, z - 0.002), (0.035, z + 0.003), (0.02, z + 0.006), (0, z + 0.007)], 40), segments=88, smooth=180),
        0.0009,
        0.007,
        seed=spec.seed,
    )
    b.add(foam, "drink")
    b.slot("berries", "tomato_skin", "#b3203c", role="fixed")
    for k in range(3):
        a = 2.1 * k + 0.4
        b.add(ellipsoid(0.0088, 0.0088, 0.0088, at=(0.014 * math.cos(a), 0.014 * math.sin(a) - 0.006, z + 0.0125), segments=24), "berries", "garnish")
    _mint(b, (0.0, -0.004, z + 0.016), 0.022)
    _straw(b, (0.01, 0.01, 0.012), (-0.018, 0.03, 0.205), b.choose("#d8433a", "#3a86b8", "#4f9a57"))
    b.footprint = "round"


@prop("milkshake")
def milkshake(spec: Spec, b: Builder) -> None:
    """A footed diner's glass of pink, brown or cream, whipped cream swirled over its rim, a cherry, a straw."""
    b.slot("body", "glass", "#f4f8f7", role="trim", params={"wall": 0.004})
    out = smooth_path(
        [(0.034, 0.004), (0.03, 0.012), (0.0085, 0.02), (0.0075, 0.03), (0.02, 0.043), (0.0285, 0.07), (0.034, 0.12), (0.042, 0.168), (0.0445, 0.178)], 70
    )
    inner = [(max(r - 0.0016, 0.001), z) for r, z in out if z > 0.043]
    b.add(lathe([(0, 0), (0.035, 0), *map(tuple, out), (0.0436, 0.1785), *inner[::-1], (0, 0.043)], segments=88, smooth=50), "body")
    colour = (
        "#6b4028"
        if spec.is_a("chocolate")
        else "#f0e2c4"
        if spec.is_a("vanilla")
        else "#eda8b4"
        if spec.is_a("strawberry")
        else b.choose("#eda8b4", "#6b4028", "#f0e2c4", "#eda8b4")
    )
    z = _pour(b, [(0.0008, 0.0432), *inner], 0.96, colour, "milkshake")
    b.slot("cream", "icing", "#f8f4ec", role="fixed")
    u = np.linspace(0, 1, 260)
    swirl = np.column_stack([0.026 * (1 - u) ** 0.8 * np.cos(21 * u), 0.026 * (1 - u) ** 0.8 * np.sin(21 * u), z + 0.008 + 0.05 * u])
    star = [(math.cos(q) * (1 + 0.2 * math.cos(6 * q)), math.sin(q) * (1 + 0.2 * math.cos(6 * q))) for q in np.linspace(0, 2 * math.pi, 54, endpoint=False)]
    b.add(sweep(swirl, np.interp(u, [0, 0.7, 1], [0.0155, 0.0125, 0.002]), section=star), "cream")
    b.slot("cherry", "tomato_skin", "#b01020", role="fixed", finish=("glossy",))
    b.add(ellipsoid(0.0098, 0.0098, 0.0092, at=(0, 0, z + 0.066), segments=32), "cherry")
    b.add(sweep(smooth_path([(0, 0, z + 0.074), (0.003, 0, z + 0.088), (0.012, 0, z + 0.1)], 12), 0.0008, sides=6), "cherry")
    _straw(b, (0.0, 0.004, 0.05), (-0.036, 0.03, z + 0.105), b.choose("#d8433a", "#3a86b8", "#e26a8a"))
    b.footprint = "round"
