# SPDX-License-Identifier: GPL-3.0-or-later
"""Cooked dishes: omelette, scrambled eggs, lasagne, risotto in its bowl, paella in its pan."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
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
    rounded_profile,
    smooth_path,
    sweep,
)
from diorama_stage.kit.growth import Growth, grid_faces
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import blade
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.kit.seams import Skin
from diorama_stage.props.food.desserts import slab
from diorama_stage.props.food.parcels import lemon_wedge, strew
from diorama_stage.props.registry import prop


@prop("omelette")
def omelette(spec: Spec, b: Builder) -> None:
    """Folded over its filling: soft yellow, browned where the pan was hot, chives on it."""
    base = "#f0c04a"
    b.slot("body", "icing", base, finish=("satin",))
    b.slot("filling", "cheese", "#f3d98a", role="fixed")
    b.slot("ham", "sliced_fish", "#d98a80", role="fixed")
    b.slot("chives", "plant_stem", "#4f8a2c", role="fixed")
    R = b.vary(0.1, 0.05)
    made = []
    for k, (z0, thick) in enumerate(((0.0, 0.0075), (0.014, 0.009))):
        t, a = np.linspace(0.02, 1, 34)[:, None], np.linspace(0, math.pi, 100)[None, :]
        edge = R * (1 + 0.025 * np.sin(5 * a + k) + 0.015 * np.sin(11 * a)) * (1 - 0.04 * k)
        x, y = edge * t * np.cos(a), -edge * t * np.sin(a) * 0.78
        hump = 0.012 * np.cos(np.pi / 2 * np.clip(t, 0, 1)) ** 0.6 * k
        drop = k * 0.012 * t**6
        z = z0 + hump - drop + thick * np.sqrt(np.maximum(1 - t**5, 0.02)) + 0 * a
        top = np.stack([x, y, z], axis=-1).reshape(-1, 3)
        low = np.stack([x * 0.99, y * 0.99, z0 + hump * 0.6 - drop + 0 * a], axis=-1).reshape(-1, 3)
        faces = grid_faces(34, 100)
        skin = Growth().add(top, faces).add(low, faces[:, ::-1])
        rim = np.arange(100) + 33 * 100
        skin.add(np.concatenate([top[rim], low[rim]]), np.stack([np.arange(99), np.arange(1, 100), np.arange(1, 100) + 100, np.arange(99) + 100], axis=1))
        sheet = displace(displace(skin.object("egg"), 0.0026, 0.022, seed=spec.seed), 0.0009, 0.006, seed=k)

        def brown(p, k=k):
            return (
                toward(base, "#a8641c", np.clip(1.0 * (field(p, 0.024, seed=spec.seed + k) - 0.15) + 0.3 * field(p, 0.006, seed=2), 0, 0.8))
                * (1 + 0.08 * field(p, 0.05, seed=4))[:, None]
            )

        made.append(b.add(tint(sheet, brown), "body"))
    fold = np.linspace(-0.97, 0.97, 60) * R
    made.append(
        b.add(
            tint(
                displace(
                    sweep(
                        np.column_stack([fold, 0 * fold, np.full(60, 0.0155)]),
                        0.0155 * np.sqrt(np.maximum(1 - (fold / R / 1.01) ** 6, 0.01)),
                        sides=24,
                        flat=0.8,
                    ),
                    0.002,
                    0.02,
                    seed=spec.seed,
                ),
                lambda p: toward(base, "#a8641c", np.clip(field(p, 0.024, seed=spec.seed) - 0.1, 0, 0.7)),
            ),
            "body",
        )
    )
    rng = np.random.default_rng(spec.seed)
    for slot, n, size in (("filling", 46, (0.006, 0.004, 0.0035)), ("ham", 34, (0.0055, 0.005, 0.003))):
        q, far = rng.uniform(0.12, math.pi - 0.12, n), R * rng.uniform(0.86, 1.02, n)
        strew(b, slot, "filling", np.column_stack([far * np.cos(q), -far * np.sin(q) * 0.78, rng.uniform(0.006, 0.013, n)]), size, n)
    strew(b, "chives", "chives", _on(made, rng, R, 46), (0.0026, 0.0011, 0.0009), 3)
    turn = b.rng.uniform(-16, 16)
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, turn)


def _on(objects: list, rng, reach: float, count: int) -> np.ndarray:
    """Places on top of the objects, within `reach` of the middle."""
    skin = Skin(*objects)
    points = np.column_stack([rng.uniform(-reach, reach, (count * 3, 2)) * (0.8, 0.75), np.full(count * 3, 0.5)])
    return skin.cast(points, (0, 0, -1), 0.0003)[0][:count]


@prop("scrambled_eggs")
def scrambled_eggs(spec: Spec, b: Builder) -> None:
    """A heap of soft curds, chives and pepper over it."""
    base = b.choose("#f2c850", "#f0c248", "#f4d064")
    b.slot("body", "icing", base, finish=("glossy",))
    b.slot("chives", "plant_stem", "#4f8a2c", role="fixed")
    b.slot("pepper", "soil", "#2a2018", role="fixed")
    rng, parts = np.random.default_rng(spec.seed), []
    for k in range(120):
        u = math.sqrt((k + 0.5) / 120)
        a, far = k * 2.399963, 0.068 * u
        z = 0.008 + 0.026 * (1 - u * u) * rng.uniform(0.35, 1.05)
        p = np.array((far * math.cos(a), far * math.sin(a) * 0.85, z))
        d = rng.normal(0, 0.009, 3) * (1, 1, 0.5)
        w = rng.uniform(0.0052, 0.0092)
        parts.append(Part(np.array([(*p, w), (*(p + d), w * 0.85), (*(p + d + rng.normal(0, 0.006, 3) * (1, 1, 0.4)), w * 0.6)]), 0.0022))
    points, quads = Clay(parts, 0.0016, floor=0.0).skin(2)
    curds = displace(from_geometry("eggs", points, quads, smooth=180), 0.0012, 0.005, seed=spec.seed)
    b.add(
        tint(
            curds,
            lambda p: toward(base, "#fbeec0", np.clip(0.3 + 0.55 * field(p, 0.012, seed=1), 0, 0.9)) * (0.86 + 0.16 * np.clip(p[:, 2] / 0.02, 0, 1))[:, None],
        ),
        "body",
    )
    places = _on([curds], rng, 0.066, 60)
    strew(b, "chives", "chives", places[:34], (0.0026, 0.0012, 0.0009), 2)
    strew(b, "pepper", "pepper", places[34:], (0.0007, 0.0007, 0.0005), 3)
    b.footprint = "round"


@prop("lasagna")
def lasagna(spec: Spec, b: Builder) -> None:
    """A square cut from the dish: ruffled pasta, red meat sauce and white sauce by turns, cheese baked brown over the top, a leaf of basil."""
    b.slot("body", "cheese", "#e9b650", finish=("glossy",))
    b.slot("pasta", "wax", "#ecd08a", role="fixed", finish=("satin",))
    b.slot("sauce", "seared", "#a8321a", role="fixed", finish=("glossy",))
    b.slot("cream", "icing", "#f3e8cf", role="fixed")
    b.slot("basil", "leaf", "#3f7a2a", role="fixed")
    w, d = 0.1, 0.085
    square = np.array([(-w / 2, -d / 2), (w / 2, -d / 2), (w / 2, d / 2), (-w / 2, d / 2)])
    z, layers = 0.0, 4
    x, y = np.linspace(-w / 2 - 0.002, w / 2 + 0.002, 70)[:, None], np.linspace(-d / 2 - 0.002, d / 2 + 0.002, 50)[None, :]
    for k in range(layers):
        near = np.clip(1 - np.minimum(w / 2 - np.abs(x), d / 2 - np.abs(y)) / 0.012, 0, 1)
        wave = 0.0022 * near * np.sin(x * 260 + k) * np.cos(y * 240 + 2 * k) + 0.0012 * np.sin(x * 60 + y * 40 + k)
        b.add(Growth().sheet(np.stack([x + 0 * y, y + 0 * x, z + 0.003 + wave], axis=-1), 0.95 + 0.0 * wave, 0.0021).object("pasta"), "pasta")
        meat = slab(square * (0.985 + 0.02 * (k % 2)), z + 0.0028, z + 0.0098, 0.0028, 0.006, spec.seed + k)
        b.add(tint(meat, lambda p, k=k: toward("#a8321a", "#5a2a16", np.clip(0.35 + 0.7 * field(p, 0.007, seed=k), 0, 1))), "sauce")
        if k % 2:
            b.add(slab(square * 1.0, z + 0.0092, z + 0.0118, 0.0014, 0.01, spec.seed + 30 + k), "cream")
            z += 0.002
        z += 0.0098
    drips = [slab(square * 1.015, z + 0.0008, z + 0.0055, 0.0022, 0.012, spec.seed + 50)]
    rng = np.random.default_rng(spec.seed)
    for _ in range(12):
        side, u = rng.integers(4), rng.uniform(-0.42, 0.42)
        px, py = ((u * w, -d / 2), (u * w, d / 2), (-w / 2, u * d), (w / 2, u * d))[side]
        long = rng.uniform(0.004, 0.013)
        drips.append(ellipsoid(0.0055, 0.0055, long, at=(px, py, z + 0.002 - long * 0.5), segments=18))
    top = displace(remesh(join(drips), 0.0015, smooth=3), 0.0012, 0.008, seed=3)
    browned = lambda p: toward("#e9b650", "#8a3f14", np.clip(1.2 * (field(p, 0.014, seed=spec.seed) - 0.1) + 0.3 * field(p, 0.004, seed=8), 0, 0.9))  # noqa: E731
    b.add(tint(top, browned), "body")
    for k in range(2):
        b.add(move(rotate(blade(0.03, 0.019, 0.35, rise=0.3), 0, 0, 150 * k + 30), 0.002, 0, z + 0.0065), "basil")
    turn = b.rng.uniform(-36, -22)
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, turn)


def _rice(b: Builder, slot: str, radius: float, z: float, rise: float, count: int, rng) -> None:
    """Grains over a low dome, each lying anyhow."""
    k = np.arange(count)
    u, a = np.sqrt((k + 0.5) / count), k * 2.399963
    at = np.column_stack([radius * u * np.cos(a), radius * u * np.sin(a), z + rise * (1 - u**2)]) + rng.normal(0, 0.0011, (count, 3))
    strew(b, slot, slot, at, (0.0034, 0.0014, 0.0014), 1, 0.15)


@prop("risotto")
def risotto(spec: Spec, b: Builder) -> None:
    """Creamy rice in a shallow bowl, mushrooms and peas in it, shaved parmesan and a leaf of basil on top."""
    b.slot("bowl", "porcelain", b.choose("#f2f0ea", "#e6e2d8", "#3c4347"), role="trim")
    b.slot("body", "icing", "#ecd9a6", finish=("glossy",))
    b.slot("rice", "wax", "#f4e8c8", role="fixed")
    profile = [(0, 0), (0.045, 0), (0.05, 0.004), (0.092, 0.03), (0.122, 0.036), (0.123, 0.038), (0.093, 0.0335), (0.05, 0.008), (0, 0.007)]
    b.add(lathe(rounded_profile(profile, 0.002), segments=110), "bowl")
    rng = np.random.default_rng(spec.seed)
    mound = lathe(smooth_path([(0.0, 0.046), (0.045, 0.043), (0.078, 0.034), (0.09, 0.0305), (0.08, 0.027), (0, 0.027)], 60)[::-1], segments=110, smooth=180)
    b.add(tint(displace(displace(mound, 0.003, 0.02, seed=spec.seed), 0.001, 0.005, seed=1), lambda p: 1 + 0.1 * field(p, 0.015, seed=2)), "body")
    _rice(b, "rice", 0.086, 0.0335, 0.0135, 1500, rng)
    b.slot("mushrooms", "mushroom", "#a87e54", role="fixed")
    slices = []
    for k in range(9):
        a, far = k * 2.4, 0.066 * math.sqrt((k + 0.5) / 9)
        cap = [(0.011 * math.cos(t), 0.008 * math.sin(t)) for t in np.linspace(0, math.pi, 14)] + [
            (-0.008, -0.002),
            (-0.003, -0.002),
            (-0.0032, -0.01),
            (0.0032, -0.01),
            (0.003, -0.002),
            (0.008, -0.002),
        ]
        piece = extrude(cap, 0.003, bevel=0.0008)
        slices.append(
            move(
                rotate(piece, rng.uniform(-35, 35), rng.uniform(-35, 35), rng.uniform(0, 360)),
                far * math.cos(a),
                far * math.sin(a),
                0.036 + 0.0125 * (1 - (far / 0.08) ** 2),
            )
        )
    b.add(displace(join(slices), 0.0006, 0.005), "mushrooms")
    b.slot("peas", "grape_skin", "#6f9f2c", role="fixed")
    q, far = rng.uniform(0, 2 * math.pi, 22), 0.075 * np.sqrt(rng.random(22))
    strew(b, "peas", "peas", np.column_stack([far * np.cos(q), far * np.sin(q), 0.0365 + 0.0125 * (1 - (far / 0.085) ** 2)]), (0.0042, 0.0042, 0.0042), 4, 0.08)
    b.slot("parmesan", "cheese", "#f3e3b4", role="fixed")
    shaved = Growth()
    for _ in range(14):
        t, s = np.linspace(0, 1, 8)[:, None], np.linspace(-1, 1, 4)[None, :]
        long, wide, curl = rng.uniform(0.018, 0.034), rng.uniform(0.004, 0.007), rng.uniform(-0.007, 0.009)
        piece = Growth().sheet(np.stack([long * (t - 0.5) + 0 * s, wide * s + 0 * t, curl * (2 * t - 1) ** 2 + 0 * s], axis=-1), 1.0, 0.0006)
        a, far = rng.uniform(0, 2 * math.pi), 0.04 * math.sqrt(rng.random())
        turn = rng.uniform(0, 2 * math.pi)
        axes = np.array([(math.cos(turn), -math.sin(turn), 0), (math.sin(turn), math.cos(turn), 0), (rng.uniform(-0.2, 0.2), 0, 1)])
        shaved.put(piece, (far * math.cos(a), far * math.sin(a), 0.051), axes)
    b.add(shaved.object("parmesan"), "parmesan")
    b.slot("basil", "leaf", "#3f7a2a", role="fixed")
    for k in range(3):
        b.add(move(rotate(blade(0.03, 0.018, 0.3, rise=0.35), 0, 0, 120 * k + 10), 0, 0, 0.052), "basil")
    b.footprint = "round"


def _prawn(at, turn: float, seed: int):
    """A cooked prawn curled on its side: a ringed body that narrows to a fanned tail, long feelers."""
    a = np.linspace(-0.5, 3.7, 60)
    r = 0.021
    path = np.column_stack([r * np.cos(a), r * np.sin(a) * 0.9, 0.004 + 0.0 * a])
    u = np.linspace(0, 1, 60)
    wide = np.interp(u, [0, 0.08, 0.3, 0.85, 1], [0.002, 0.0082, 0.0092, 0.0045, 0.0032]) * (1 + 0.07 * np.sin(u * 46))
    body = sweep(path, wide, sides=18)
    end = path[-1]
    fan = [move(rotate(ellipsoid(0.0085, 0.0028, 0.0009, at=(0.007, 0, 0), segments=16), 0, 0, math.degrees(a[-1]) + 90 + d), *end) for d in (-32, 0, 32)]
    feelers = [
        sweep(smooth_path([path[1], path[1] + (0.016, -0.008 * s, 0.01), path[1] + (0.03, -0.016 * s - 0.008, 0.004)], 12), 0.0005, sides=5) for s in (-1, 1)
    ]
    whole = join([body, *fan, *feelers])
    return move(
        rotate(tint(whole, lambda p: toward("#e8734a", "#f6d9c4", np.clip(0.25 + 0.6 * field(p, 0.008, seed=seed), 0, 1))), seed % 17 - 8, seed % 11 - 5, turn),
        *at,
    )


def _mussel(at, turn: float):
    """An open mussel: a black shell, blue-white within, its orange flesh."""
    t, q = np.linspace(0.02, 1, 18)[:, None], np.linspace(0, 2 * math.pi, 30, endpoint=False)[None, :]
    outline = 0.5 + 0.5 * np.cos(q)
    x = 0.036 * (outline**0.8 - 0.5) * t
    y = 0.0125 * np.sin(q) * (0.45 + 0.55 * outline) * t
    z = 0.0085 * t**2 + 0.0
    grid = np.stack([x, y, z + 0 * q], axis=-1).reshape(-1, 3)
    shell = Growth().add(grid * (1.06, 1.08, 1) - (0, 0, 0.0012), grid_faces(18, 30, closed=True)[:, ::-1]).object("shell")
    inner = Growth().add(grid, grid_faces(18, 30, closed=True)).object("nacre")
    flesh = displace(ellipsoid(0.0125, 0.0062, 0.0044, at=(0.0, 0, 0.0055), segments=24), 0.0011, 0.005, seed=2)
    return [(move(rotate(o, 8, -14, turn), *at), slot) for o, slot in ((shell, "shells"), (inner, "nacre"), (flesh, "mussels"))]


@prop("paella")
def paella(spec: Spec, b: Builder) -> None:
    """Saffron rice in its wide pan of two handles: prawns, mussels, red pepper, peas and wedges of lemon set round."""
    b.slot("pan", "cast_iron", "#2a2a2c", role="trim")
    b.slot("body", "icing", "#d99a24")
    b.slot("rice", "wax", "#ecb440", role="fixed")
    R = 0.155
    b.add(
        lathe(
            rounded_profile(
                [(0, 0), (R - 0.012, 0), (R + 0.004, 0.04), (R + 0.011, 0.042), (R + 0.011, 0.0445), (R + 0.001, 0.043), (R - 0.014, 0.004), (0, 0.004)], 0.002
            ),
            segments=120,
        ),
        "pan",
    )
    for s in (-1, 1):
        loop = smooth_path(
            [
                (s * (R + 0.002), -0.032, 0.036),
                (s * (R + 0.036), -0.026, 0.046),
                (s * (R + 0.044), 0, 0.05),
                (s * (R + 0.036), 0.026, 0.046),
                (s * (R + 0.002), 0.032, 0.036),
            ],
            30,
        )
        b.add(sweep(loop, 0.0052, sides=12), "pan", "handles")
    rng = np.random.default_rng(spec.seed)
    bed = lathe([(0, 0.03), (R * 0.95, 0.0285), (R * 0.965, 0.024), (0, 0.024)][::-1], segments=110, smooth=60)
    b.add(displace(bed, 0.0012, 0.015, seed=1), "body")
    _rice(b, "rice", R * 0.94, 0.0305, 0.0035, 2600, rng)
    for name, material, colour in (
        ("prawns", "tomato_skin", "#e8734a"),
        ("shells", "lacquer", "#15161c"),
        ("nacre", "pearl", "#c9d0dc"),
        ("mussels", "egg_white", "#e0903c"),
        ("peppers", "tomato_skin", "#c4261a"),
        ("peas", "grape_skin", "#6f9f2c"),
        ("lemon", "citrus_skin", "#e8c62a"),
        ("flesh", "wax", "#f2df7a"),
        ("parsley", "leaf", "#3f7a2a"),
    ):
        b.slot(name, material, colour, role="fixed")
    for k in range(7):
        a = 2 * math.pi * k / 7 + 0.2
        b.add(_prawn((0.078 * math.cos(a), 0.078 * math.sin(a), 0.036), math.degrees(a) + 100, spec.seed + 3 * k), "prawns")
    for k in range(7):
        a, far = 2 * math.pi * (k + 0.5) / 7 + 0.2, 0.112 if k % 2 else 0.04
        for o, slot in _mussel((far * math.cos(a), far * math.sin(a), 0.034), math.degrees(a) + 40):
            b.add(o, slot, "mussels")
    strips = []
    for k in range(12):
        a, far = k * 2.4 + 0.7, 0.125 * math.sqrt((k + 0.5) / 12)
        strip = loft(
            np.array(
                [
                    np.column_stack([np.full(8, x), 0.0042 * np.cos(q), 0.0016 * np.sin(q) + 0.0035 * math.sin(x * 80)])
                    for x in np.linspace(-0.022, 0.022, 9)
                    for q in (np.linspace(0, 2 * math.pi, 8, endpoint=False),)
                ]
            )
        )
        strips.append(move(rotate(strip, 0, 0, rng.uniform(0, 180)), far * math.cos(a), far * math.sin(a), 0.0362))
    b.add(join(strips), "peppers")
    q, far = rng.uniform(0, 2 * math.pi, 46), 0.138 * np.sqrt(rng.random(46))
    strew(b, "peas", "peas", np.column_stack([far * np.cos(q), far * np.sin(q), np.full(46, 0.0358)]), (0.0042, 0.0042, 0.0042), 4, 0.08)
    q, far = rng.uniform(0, 2 * math.pi, 90), 0.138 * np.sqrt(rng.random(90))
    strew(b, "parsley", "parsley", np.column_stack([far * np.cos(q), far * np.sin(q), np.full(90, 0.0372)]), (0.0022, 0.0015, 0.0004), 6)
    for k in range(4):
        a = 2 * math.pi * k / 4 + 0.6
        lemon_wedge(b, (0.124 * math.cos(a), 0.124 * math.sin(a), 0.031))
    b.footprint = "round"
