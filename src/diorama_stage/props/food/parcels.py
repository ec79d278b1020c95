# SPDX-License-Identifier: GPL-3.0-or-later
"""Dough about a filling, and what is rolled or fried: dumplings, samosa, spring roll, falafel, burrito, quesadilla, nachos, kebab, fish and chips."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    displace,
    ellipsoid,
    extrude,
    field,
    from_geometry,
    join,
    lathe,
    loft,
    move,
    remesh,
    rotate,
    smooth_path,
    subdivide,
    sweep,
)
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.props.food.fries import Heap, stick
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import bead, copies, turns


def blotched(base: str, dark: str, size: float, seed: int, share: float = 0.3):
    """A shade for `tint`: browned in blotches of `size` metres, `share` of the skin."""
    return lambda p: toward(base, dark, np.clip(share + 0.75 * field(p, size, seed=seed) + 0.25 * field(p, size * 0.3, seed=seed + 1), 0, 1))


def strew(b: Builder, slot: str, part: str, at: np.ndarray, size, seed: int, spread: float = 0.3) -> None:
    """Small rounded pieces of `size` (3,) metres, turned anyhow, at places (n, 3)."""
    rng = np.random.default_rng(seed)
    sizes = np.asarray(size, float) * rng.uniform(1 - spread, 1 + spread, (len(at), 3))
    b.add(copies(*bead(6, 8), np.asarray(at, float), turns(b.rng, len(at)), sizes), slot, part)


@prop("dumpling")
def dumpling(spec: Spec, b: Builder) -> None:
    """A half moon of thin dough, pleated along its ridge, its foot browned in the pan."""
    base = b.choose("#ecdcb8", "#e9d8b0", "#f0e2c2")
    b.slot("body", "wax", base, finish=("satin",))
    L, high = b.vary(0.036, 0.06), 0.024
    s = np.sin(np.linspace(-math.pi / 2, math.pi / 2, 150))
    end = np.sqrt(np.maximum(1 - s**2, 0.0004))
    q = np.linspace(0, 2 * math.pi, 60, endpoint=False)
    pleat = np.sin(s * 17 + 0.6 * np.sin(3 * s))
    rings = []
    for k, t in enumerate(s):
        belly = np.column_stack([np.cos(q) * 0.0148 * end[k] ** 0.8, high * 0.42 * end[k] ** 0.7 * (1 + np.sin(q))])
        top = np.clip(np.sin(q), 0, 1) ** 6
        belly[:, 0] *= 1 - 0.82 * np.clip((np.sin(q) - 0.55) / 0.45, 0, 1)
        belly[:, 1] += top * high * 0.42 * (0.35 + 0.65 * end[k])
        fold = 0.0034 * pleat[k] * np.clip(np.sin(q) * 1.2 - 0.15, 0, 1) * end[k] ** 0.3
        bend = 0.017 * t * t
        rings.append(np.column_stack([np.full(60, t * L), belly[:, 0] + fold + bend, np.maximum(belly[:, 1], 0.0012 * (1 - end[k]))]))
    skin = displace(loft(rings, smooth=180), 0.0006, 0.01, seed=spec.seed)
    brown = lambda p: toward(base, "#9a5a22", np.clip((0.0045 - p[:, 2]) / 0.004, 0, 1) * (0.75 + 0.3 * field(p, 0.008, seed=spec.seed)) + 0.06)  # noqa: E731
    b.add(tint(skin, brown), "body")
    rotate(skin, 0, 0, b.rng.uniform(-40, 40))
    grounded(skin)


@prop("samosa")
def samosa(spec: Spec, b: Builder) -> None:
    """A three-cornered pasty, fried to blisters, a crimped seam down one edge."""
    base = "#c98a3c"
    b.slot("body", "fried", base)
    r, R = 0.0075, b.vary(0.038, 0.06)
    foot = [np.array((R * math.cos(a), R * math.sin(a), r)) for a in (-1.75, 0.4, 2.5)]
    tip = np.array((0.0, 0.004, R * 1.08))
    corners = [*foot, tip]
    edge = lambda a, c, w: Part(np.array([(*a, w), (*(0.5 * (a + c) * (1.06, 1.06, 1.0)), w * 1.7), (*c, w)]), 0.014)  # noqa: E731
    parts = [edge(corners[i], corners[j], r) for i in range(4) for j in range(i)]
    parts.append(Part(np.array([(0, 0, R * 0.36, R * 0.44)]).repeat(2, axis=0) + np.array([(0,) * 4, (0, 0, 0.006, 0)]), 0.02))
    points, quads = Clay(parts, 0.0016, floor=0.002).skin(4)
    skin = displace(displace(from_geometry("samosa", points, quads, smooth=180), 0.0016, 0.014, seed=spec.seed), 0.0007, 0.004, seed=1)
    b.add(tint(skin, blotched(base, "#8a4a18", 0.016, spec.seed, 0.25)), "body")
    line = smooth_path([foot[0] * 1.08 + (0, 0, 0.002), (foot[0] + tip) / 2 * (1.16, 1.16, 1.02), tip + (0, -0.004, 0.004)], 80)
    crimp = sweep(line, 0.0042 * (1 + 0.28 * np.sin(np.linspace(0, 62, 80))), sides=14, flat=0.6)
    b.add(tint(crimp, blotched("#c98a3c", "#7d4214", 0.01, 3, 0.4)), "body", "seam")
    turn = b.rng.uniform(-12, 30)
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, turn)


@prop("spring_roll")
def spring_roll(spec: Spec, b: Builder) -> None:
    """A fried roll, its wrapper lapped along the side, cut across at one end so that the filling shows."""
    base = "#cf9440"
    b.slot("body", "fried", base)
    b.slot("filling", "bread_crumb", "#d9c08a", role="fixed")
    L, r = b.vary(0.1, 0.05), 0.0138
    x = np.linspace(0, 1, 90)
    wide = r * (1 - 0.35 * np.clip((0.05 - x) / 0.05, 0, 1) ** 2) * (1 + 0.02 * np.sin(9 * x))
    a = np.linspace(0, 2 * math.pi * 1.1, 60)
    rings = [
        np.column_stack(
            [np.full(60, t * L + 0.004 * np.sin(2 * a) * (t > 0.5)), w * (1.0 + 0.09 * a / a[-1]) * np.cos(a), w * (1.0 + 0.09 * a / a[-1]) * np.sin(a)]
        )
        for t, w in zip(x, wide, strict=True)
    ]
    skin = displace(displace(loft(np.array(rings), closed_ends=False, smooth=60), 0.0012, 0.012, seed=spec.seed), 0.0006, 0.0035, seed=2)
    made = [b.add(tint(skin, blotched(base, "#8f501c", 0.014, spec.seed, 0.3)), "body")]
    made.append(
        b.add(tint(displace(ellipsoid(0.004, r * 0.8, r * 0.8, at=(0.001, 0, 0), segments=32), 0.001, 0.006), blotched(base, "#8f501c", 0.01, 3)), "body")
    )
    core = displace(ellipsoid(0.003, r * 0.93, r * 0.93, at=(L - 0.003, 0, 0), segments=48), 0.0016, 0.004, seed=spec.seed)
    made.append(b.add(tint(core, lambda p: 1 + 0.4 * field(p, 0.004, seed=1)), "filling"))
    rng = np.random.default_rng(spec.seed)
    for slot, colour, n in (("carrot", "#e07a22", 14), ("green", "#5f9a3a", 12), ("pale", "#ece4c2", 18)):
        b.slot(slot, "carrot", colour, role="fixed")
        shreds = Growth()
        for _ in range(n):
            q, far = rng.uniform(0, 2 * math.pi), r * 0.82 * math.sqrt(rng.random())
            p = np.array((L - 0.004, far * math.cos(q), far * math.sin(q)))
            shreds.tube([p, p + (0.003, *rng.normal(0, 0.0015, 2)), p + (0.005, *rng.normal(0, 0.0025, 2))], (0.0012, 0.0012, 0.0008), 5, rng.uniform(0.8, 1.2))
        made.append(b.add(shreds.object(slot), slot, "filling"))
    turn = b.rng.uniform(-68, -48)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)


@prop("falafel")
def falafel(spec: Spec, b: Builder) -> None:
    """A rough brown ball; green and crumbly where it is broken open."""
    R, base = b.vary(0.021, 0.06), "#8a5524"
    b.slot("body", "fried", base)
    b.slot("sesame", "straw", "#e6d3a0", role="fixed")
    ball = displace(
        displace(displace(ellipsoid(R, R, R * 0.88, at=(0, 0, R * 0.88), segments=120), 0.003, 0.02, seed=spec.seed), 0.0022, 0.006, seed=2),
        0.0012,
        0.0022,
        seed=3,
    )
    made = [
        b.add(
            tint(
                ball,
                lambda p: (
                    toward(base, "#c99a4a", np.clip(0.3 * field(p, 0.007, seed=spec.seed) + 0.45 * np.clip(field(p, 0.0025, seed=1), 0, 1), 0, 1))
                    * (0.85 + 0.25 * field(p, 0.02, seed=6))[:, None]
                ),
            ),
            "body",
        )
    ]
    at = vertices(ball).astype(float)
    pick = np.random.default_rng(spec.seed).choice(len(at), 34, replace=False)
    strew(b, "sesame", "sesame", at[pick], (0.0015, 0.0009, 0.0007), 1)
    grounded(made[0], *b._parts["sesame"])
    b.footprint = "round"


@prop("burrito")
def burrito(spec: Spec, b: Builder) -> None:
    """Cut across: a flour tortilla spotted by the griddle about rice, beans, meat and salad; foil round its lower half."""
    base = "#ead3a2"
    b.slot("body", "bread_crust", base)
    b.slot("foil", "foil", "#c9cbcd", role="trim")
    L, r = 0.15, b.vary(0.034, 0.05)
    x = np.linspace(0, 1, 100)
    wide = r * (1 - 0.9 * np.clip((0.12 - x) / 0.12, 0, 1) ** 2.2) * (1 + 0.03 * np.sin(7 * x))
    a = np.linspace(0, 2 * math.pi * 1.12, 72)
    lap = 1 + 0.06 * a / a[-1]
    rings = np.array(
        [
            np.column_stack([np.full(72, t * L) + 0.0025 * np.sin(3 * a) * (t > 0.6), w * lap * np.cos(a), w * lap * np.sin(a) * 0.86])
            for t, w in zip(x, wide, strict=True)
        ]
    )
    skin = displace(displace(loft(rings, closed_ends=False, smooth=60), 0.0022, 0.03, seed=spec.seed), 0.0006, 0.006, seed=2)
    toasted = lambda p: toward(base, "#8a4f20", np.clip(2.2 * (field(p, 0.014, seed=spec.seed) - 0.42), 0, 0.9) + np.clip(0.25 * field(p, 0.004, seed=1), 0, 1))  # noqa: E731
    made = [b.add(tint(skin, toasted), "body")]
    t = np.linspace(-0.03, 0.56, 70)
    foil_wide = np.interp(t, x, wide, left=0.002) + 0.0022
    foil_rings = np.array(
        [
            np.column_stack([np.full(72, u * L) + (0.006 * np.sin(5 * a) * (u > 0.5)), w * lap * np.cos(a), w * lap * np.sin(a) * 0.88])
            for u, w in zip(t, foil_wide, strict=True)
        ]
    )
    foil = displace(displace(loft(foil_rings, smooth=25), 0.0032, 0.012, seed=spec.seed), 0.0016, 0.005, seed=4)
    made.append(b.add(foil, "foil"))
    rng, face = np.random.default_rng(spec.seed), L - 0.004
    b.slot("meat", "meat", "#6b3a1f", role="fixed")
    made.append(b.add(displace(ellipsoid(0.006, r * 0.94, r * 0.82, at=(face - 0.004, 0, 0), segments=56), 0.004, 0.009, seed=2), "meat", "filling"))
    for slot, material, colour, n, size in (
        ("rice", "bread_crumb", "#efe2bd", 90, (0.0035, 0.0014, 0.0014)),
        ("beans", "grape_skin", "#3a1d18", 20, (0.0052, 0.0034, 0.0034)),
        ("tomato", "tomato_skin", "#c8321c", 13, (0.0045, 0.0045, 0.0038)),
        ("lettuce", "leaf", "#7fae3e", 20, (0.009, 0.0035, 0.0007)),
        ("cheese", "cheese", "#efb83a", 14, (0.008, 0.0013, 0.0013)),
    ):
        b.slot(slot, material, colour, role="fixed")
        q, far = rng.uniform(0, 2 * math.pi, n), r * 0.86 * np.sqrt(rng.random(n))
        strew(b, slot, "filling", np.column_stack([face + rng.uniform(-0.001, 0.0035, n), far * np.cos(q), far * np.sin(q) * 0.84]), size, 3)
        made.append(b._parts["filling"][-1])
    turn = b.rng.uniform(-48, -34)
    for o in made:
        rotate(rotate(o, 0, -16), 0, 0, turn)
    grounded(*made)


@prop("quesadilla")
def quesadilla(spec: Spec, b: Builder) -> None:
    """Three wedges of a folded tortilla, griddled brown, melted cheese at their cut edges, leant on one another."""
    base = "#e6c88c"
    b.slot("body", "bread_crust", base)
    b.slot("cheese", "cheese", "#f0b93a", role="fixed", finish=("glossy",))

    def toasted(seed):
        return lambda p: toward(base, "#7d431a", np.clip(1.5 * (field(p, 0.017, seed=seed) - 0.1), 0, 0.95) + np.clip(0.3 * field(p, 0.004, seed=1), 0, 1))

    R, half = 0.115, math.radians(33)
    arc = [(R * math.cos(a), R * math.sin(a)) for a in np.linspace(-half, half, 26)]
    for k in range(3):
        seed = spec.seed + 7 * k
        stack = []
        for z, slot, inset, thick in ((0.0, "body", 0.0, 0.0032), (0.003, "cheese", -0.0012, 0.0044), (0.0072, "body", 0.0, 0.0032)):
            outline = np.array([(0.0, 0.0), *arc]) * (1 - inset) + (inset * R * 0.4, 0)
            flat = displace(_fine(outline, thick, z), 0.0016 if slot == "body" else 0.0026, 0.016, seed=seed + int(z * 1000))
            stack.append((tint(flat, toasted(seed + int(z * 1000))) if slot == "body" else flat, slot))
        rng = np.random.default_rng(seed)
        drips = [
            ellipsoid(0.006, 0.0034, 0.0026, at=(R * u * math.cos(half), s * R * u * math.sin(half), 0.0048), segments=16)
            for s in (-1, 1)
            for u in rng.uniform(0.2, 0.95, 5)
        ]
        stack.append((displace(join(drips), 0.0016, 0.006, seed=seed), "cheese"))
        pose = ((0, 0, 100, (0.0, -0.06, 0.0)), (0, -13, 150, (0.085, -0.03, 0.006)), (0, -15, 55, (-0.055, -0.03, 0.01)))[k]
        for o, slot in stack:
            b.add(move(rotate(o, pose[0], pose[1], pose[2]), *pose[3]), slot)
    grounded(*(o for objects in b._parts.values() for o in objects))


def _fine(outline: np.ndarray, thick: float, z: float):
    """An outline raised and split finely, so that it can be made uneven."""
    return remesh(extrude([tuple(p) for p in outline], thick, bevel=0.0008, at=(0, 0, z)), 0.0016, smooth=2)


@prop("nachos")
def nachos(spec: Spec, b: Builder) -> None:
    """A heap of three-cornered corn chips under melted cheese, with jalapeños, tomato and beans."""
    base = "#dda642"
    b.slot("body", "fried", base)
    b.slot("cheese", "icing", "#f0a92a", role="fixed", finish=("glossy",))
    rng, chips, tops = np.random.default_rng(spec.seed), [], []
    tri = np.array([(i / 6, j / 6) for i in range(7) for j in range(7 - i)])
    index = {(round(p[0] * 6), round(p[1] * 6)): k for k, p in enumerate(tri)}
    faces = [(index[i, j], index[i + 1, j], index[i, j + 1]) for i in range(6) for j in range(6 - i)] + [
        (index[i + 1, j], index[i + 1, j + 1], index[i, j + 1]) for i in range(5) for j in range(5 - i)
    ]
    corner = np.array([(0.0, 0.028), (-0.025, -0.016), (0.025, -0.016)])
    flat = corner[0] * (1 - tri.sum(axis=1))[:, None] + corner[1] * tri[:, :1] + corner[2] * tri[:, 1:]
    heap = Growth()
    for k in range(46):
        far = 0.088 * math.sqrt((k % 23 + 0.5) / 23)
        a = k * 2.399963
        bow = rng.uniform(0.12, 0.3) * rng.choice((-1, 1))
        chip = np.column_stack([flat, bow * flat[:, 0] ** 2 * 20])
        x, y, z = (math.radians(v) for v in (rng.uniform(-32, 32), rng.uniform(-32, 32), rng.uniform(0, 360)))
        turn = _turn(x, y, z)
        at = np.array((far * math.cos(a), far * math.sin(a) * 0.85, 0.014 + (0.034 if k >= 23 else 0.008) * (1 - (far / 0.1) ** 2) + rng.uniform(0, 0.008)))
        p = chip @ turn.T + at
        p[:, 2] = np.maximum(p[:, 2], 0.001)
        n = turn @ np.array((0, 0, 1.0))
        n = n if n[2] > 0 else -n
        both = np.concatenate([p, p - n * 0.0014])
        f = np.array(faces)
        heap.add(both, np.concatenate([f, f[:, ::-1] + len(p)]), rng.uniform(0.8, 1.12))
        chips.append((p, n))
        tops.append(at)
    chip_mesh = heap.object("chips", smooth=False)
    b.add(chip_mesh, "body", "chips")
    _cheese(b, chips[20:], rng)
    _toppings(b, np.array(tops), rng)


def _turn(x: float, y: float, z: float) -> np.ndarray:
    """A rotation about x, then y, then z, radians."""
    cx, sx, cy, sy, cz, sz = math.cos(x), math.sin(x), math.cos(y), math.sin(y), math.cos(z), math.sin(z)
    return (
        np.array([(cz, -sz, 0), (sz, cz, 0), (0, 0, 1)]) @ np.array([(cy, 0, sy), (0, 1, 0), (-sy, 0, cy)]) @ np.array([(1, 0, 0), (0, cx, -sx), (0, sx, cx)])
    )


def _cheese(b: Builder, chips: list, rng) -> None:
    """Melted cheese poured over: pools on the upper chips, strings that hang down."""
    parts = []
    for p, n in chips:
        middle = p.mean(axis=0) + n * 0.001
        for _ in range(2):
            q = middle + (p[rng.integers(len(p))] - middle) * 0.55
            w = rng.uniform(0.006, 0.0105)
            parts.append(Part(np.array([(*middle, w), (*q, w * 0.75), (*(q + (0, 0, -0.008)), w * 0.32)]), 0.006, thin=n * 0.34))
    points, quads = Clay(parts, 0.0017).skin(3)
    b.add(displace(from_geometry("cheese", points, quads, smooth=180), 0.0008, 0.012, seed=2), "cheese")


def _toppings(b: Builder, tops: np.ndarray, rng) -> None:
    b.slot("jalapenos", "leaf", "#5f8a2a", role="fixed", finish=("glossy",))
    b.slot("tomato", "tomato_skin", "#c8301c", role="fixed")
    b.slot("beans", "grape_skin", "#3a1c18", role="fixed")
    rings = []
    for p in tops[24:44:2]:
        ring = lathe([(0.0035, -0.0013), (0.0075, -0.0013), (0.0082, 0), (0.0075, 0.0013), (0.0035, 0.0013), (0.003, 0), (0.0035, -0.0013)], segments=24)
        rings.append(move(rotate(ring, rng.uniform(-30, 30), rng.uniform(-30, 30)), p[0] * 0.9 + 0.006, p[1] * 0.9, p[2] + 0.006))
    b.add(join(rings), "jalapenos")
    for slot, n, size in (("tomato", 26, (0.0042, 0.0042, 0.0036)), ("beans", 18, (0.005, 0.0032, 0.0032))):
        pick = tops[rng.integers(18, len(tops), n)]
        strew(b, slot, slot, pick + np.column_stack([rng.normal(0, 0.011, (n, 2)), rng.uniform(0.001, 0.006, n)]), size, n)


@prop("kebab")
def kebab(spec: Spec, b: Builder) -> None:
    """A skewer of grilled meat, peppers, onion and tomato, charred at the edges."""
    b.slot("meat", "meat", "#7a4422", finish=("glossy",))
    b.slot("skewer", "bamboo", "#c9a868", role="trim")
    for name, material, colour in (
        ("red", "tomato_skin", "#c22a1c"),
        ("green", "tomato_skin", "#4f8a2c"),
        ("yellow", "tomato_skin", "#e2a81c"),
        ("onion", "egg_white", "#e9dcd4"),
    ):
        b.slot(name, material, colour, role="fixed")
    made = [
        b.add(sweep([(-0.15, 0, 0.0), (-0.05, 0, 0), (0.06, 0, 0), (0.128, 0, 0), (0.14, 0, 0)], [0.0018, 0.0018, 0.0018, 0.0016, 0.0002], sides=10), "skewer")
    ]

    def char(colour, seed):
        return lambda p: toward(
            colour, "#1c0f08", np.clip(1.1 * (field(p, 0.013, seed=seed) - 0.35) + 0.35 * np.abs(np.sin(p[:, 0] * 210 + p[:, 1] * 160)) ** 8, 0, 0.9)
        )

    x = -0.095
    order = ["meat", "red", "onion", "meat", "green", "meat", "onion", "yellow", "meat", "red", "meat"]
    for k, name in enumerate(order):
        seed = spec.seed + k
        if name == "meat":
            wide = 0.027
            piece = displace(
                displace(
                    box(0.026, 0.031 * b.rng.uniform(0.9, 1.1), 0.03 * b.rng.uniform(0.9, 1.1), bevel=0.007, segments=6, at=(0, 0, -0.015)),
                    0.003,
                    0.014,
                    seed=seed,
                ),
                0.0012,
                0.004,
                seed=seed,
            )
            piece = tint(_round(piece), char("#7a4422", seed))
        else:
            wide = 0.011 if name != "onion" else 0.009
            t, s = np.linspace(-1, 1, 12)[:, None], np.linspace(-1, 1, 12)[None, :]
            cup = 0.006 * (t**2 + s**2) - 0.004
            w = 0.0155 * b.rng.uniform(0.9, 1.1)
            sheet = Growth().sheet(np.stack([cup * (1 if k % 2 else -1), w * t + 0 * s, w * s + 0 * t], axis=-1), 1.0, 0.0042).object(name)
            piece = tint(
                displace(sheet, 0.0012, 0.012, seed=seed), char({"red": "#c22a1c", "green": "#4f8a2c", "yellow": "#e2a81c", "onion": "#e9dcd4"}[name], seed)
            )
        made.append(b.add(move(rotate(piece, b.rng.uniform(-25, 25)), x + wide / 2, 0, 0), name, name if name in ("meat", "onion") else "peppers"))
        x += wide - 0.0015
    turn = b.rng.uniform(-34, -18)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)


def _round(piece):
    return subdivide(piece, 1)


@prop("fish_and_chips")
def fish_and_chips(spec: Spec, b: Builder) -> None:
    """A fillet in blistered batter on a bed of thick chips, a wedge of lemon, on a sheet of paper."""
    b.slot("fish", "fried", "#c98a34")
    b.slot("chips", "fried", "#e0b458", role="trim")
    b.slot("paper", "paper", "#f0ece0", role="fixed")
    b.slot("lemon", "citrus_skin", "#e8c62a", role="fixed")
    b.slot("flesh", "wax", "#f2df7a", role="fixed")
    t, s = np.linspace(-1, 1, 40)[:, None], np.linspace(-1, 1, 30)[None, :]
    z = (
        0.0006
        + 0.022 * np.clip(np.abs(t) - 0.72, 0, 1) * np.clip(np.abs(s), 0, 1) * 2
        + 0.0035 * np.clip(np.sin(5 * t + 3 * s), 0, 1) * np.clip(np.maximum(np.abs(t), np.abs(s)) - 0.6, 0, 1) * 4
    )
    b.add(Growth().sheet(np.stack([0.16 * t + 0 * s, 0.115 * s + 0 * t, z], axis=-1), 1.0, 0.0004).object("paper"), "paper")
    rng, heap, sticks = np.random.default_rng(spec.seed), Heap(0.16), []
    for _ in range(58):
        long, thick = rng.uniform(0.05, 0.082), rng.uniform(0.0105, 0.0135)
        tries = []
        for _ in range(14):  # it slides to where it lies low and level
            x, y, yaw = rng.normal(-0.01, 0.042), rng.normal(0.028, 0.022), rng.uniform(0, math.pi)
            low, slope = heap.rest(x, y, yaw, long, thick)
            tries.append((low + 0.02 * abs(slope), x, y, yaw, low, slope))
        _, x, y, yaw, low, slope = min(tries)
        heap.keep(x, y, yaw, long, thick, low, slope)
        verts, faces, _ = stick(long, thick, rng)
        sticks.append(move(rotate(from_geometry("chip", verts, faces, smooth=70), 0, -math.degrees(math.atan(slope)), math.degrees(yaw)), x, y, low + 0.0022))
    chips = tint(join(sticks), blotched("#e0b458", "#a8641c", 0.018, spec.seed, 0.12))
    b.add(chips, "chips")
    L = 0.19
    u = np.linspace(-1, 1, 90)
    end = np.sqrt(np.maximum(1 - np.abs(u) ** 2.6, 0.0005))
    q = np.linspace(0, 2 * math.pi, 64, endpoint=False)
    rings = np.array(
        [
            np.column_stack([np.full(64, v * L / 2), 0.031 * e * (1 - 0.22 * v) * np.cos(q) + 0.012 * v * v, 0.0155 * e * np.sin(q) + 0.006 * np.sin(2.2 * v)])
            for v, e in zip(u, end, strict=True)
        ]
    )
    fish = displace(displace(displace(loft(rings, smooth=180), 0.006, 0.035, seed=spec.seed), 0.0028, 0.011, seed=2), 0.001, 0.004, seed=5)
    top = float(vertices(chips)[:, 2].max())
    b.add(move(rotate(tint(fish, blotched("#c98a34", "#8a4a14", 0.02, spec.seed, 0.18)), 38, 0, 8), 0.01, -0.022, min(top, 0.04) + 0.004), "fish")
    lemon_wedge(b, (0.105, -0.05, 0.002))


def lemon_wedge(b: Builder, at) -> None:
    """A wedge of lemon: rind outside, flesh on its two cuts."""
    a, t = np.linspace(-0.62, 0.62, 14)[None, :], np.linspace(-1, 1, 24)[:, None]
    R = 0.027 * np.sqrt(np.maximum(1 - np.abs(t) ** 2.2, 0.0))
    grid = np.stack([0.033 * t + 0 * a, R * np.sin(a), R * np.cos(a)], axis=-1)
    pieces = [(Growth().sheet(grid, 1.0, 0.0014).object("rind"), "lemon")]
    for edge in (-0.62, 0.62):
        far = np.linspace(0, 0.97, 8)[None, :]
        cut = np.stack([0.033 * t + 0 * far, R * far * math.sin(edge), R * far * math.cos(edge)], axis=-1)
        pieces.append((Growth().sheet(cut, 0.85 + 0.2 * np.abs(np.sin(9 * t + 0 * far))).object("flesh"), "flesh"))
    for o, slot in pieces:
        b.add(move(rotate(rotate(o, 118), 0, 0, 40), at[0], at[1], at[2] + 0.021), slot, "lemon")
