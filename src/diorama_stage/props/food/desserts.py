# SPDX-License-Identifier: GPL-3.0-or-later
"""Puddings and cakes by the piece: cheesecake, tiramisu, custard and Christmas pudding, biscotti, wrapped sweets."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, extrude, field, join, lathe, move, remesh, rotate, rounded_profile, smooth_path
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth, frames, leaf
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.food.parcels import strew
from diorama_stage.props.registry import prop


def slab(outline, z0: float, z1: float, rough: float, size: float, seed: int, voxel: float = 0.0017):
    """A layer over an outline (n, 2) between two heights, its skin uneven by `rough` metres."""
    flat = remesh(extrude([tuple(p) for p in outline], z1 - z0, bevel=min(0.0012, (z1 - z0) / 3), at=(0, 0, z0)), voxel)
    return displace(flat, rough, size, seed=seed)


def _wedge(R: float, half: float) -> np.ndarray:
    """A slice seen from above, its point towards -Y."""
    arc = [(R * math.sin(a), R * math.cos(a) - R * 0.55) for a in np.linspace(half, -half, 24)]
    return np.array([(0.0, -R * 0.55), *arc])


@prop("cheesecake")
def cheesecake(spec: Spec, b: Builder) -> None:
    """A slice: a crumb base, a thick pale filling baked brown at its back, strawberry or blueberry sauce that runs down."""
    b.slot("body", "cheese", "#f5e6bf", finish=("satin",))
    b.slot("base", "bread_crumb", "#a8702f", role="fixed")
    berry = b.choose("#a80f1e", "#b3121f", "#3a1c4a")
    b.slot("sauce", "tomato_skin", berry, role="fixed", finish=("glossy",))
    R, half = 0.115, math.radians(21)
    outline = _wedge(R, half)
    b.add(tint(slab(outline, 0, 0.0105, 0.0014, 0.004, 1), lambda p: 0.8 + 0.35 * field(p, 0.0035, seed=1)), "base")
    filling = slab(outline * 0.995, 0.0095, 0.05, 0.0007, 0.009, spec.seed)

    def back(p):
        return toward(
            "#f5e6bf",
            "#c98f45",
            np.clip((np.hypot(p[:, 0], p[:, 1] + R * 0.55) / R - 0.955) * 26, 0, 1) * 0.8 + np.clip((p[:, 2] - 0.0475) / 0.002, 0, 1) * 0.35,
        )

    b.add(tint(filling, back), "body")
    pool = outline * 0.86 + (0, -0.004)
    grown = [extrude([tuple(p) for p in pool], 0.005, bevel=0.002, at=(0, 0, 0.0485))]
    rng = np.random.default_rng(spec.seed)
    for s in (-1, 1):
        for u in rng.uniform(0.2, 0.9, 3):
            x, y = s * R * u * math.sin(half) * 0.97, R * u * math.cos(half) - R * 0.55
            long = rng.uniform(0.008, 0.026)
            grown.append(ellipsoid(0.0042, 0.0042, long, at=(x, y, 0.0485 - long * 0.4), segments=20))
            grown.append(ellipsoid(0.0048, 0.0048, 0.006, at=(x, y, 0.05 - long * 1.15), segments=20))
            grown.append(ellipsoid(0.012, 0.008, 0.0035, at=(x * 0.85, y, 0.0505), segments=20))
    b.add(displace(remesh(join(grown), 0.0013, smooth=4), 0.0006, 0.01, seed=2), "sauce")
    b.slot("berries", "tomato_skin" if berry != "#3a1c4a" else "clay", "#c0161f" if berry != "#3a1c4a" else "#333f63", role="fixed")
    for k in range(4):
        r = 0.0085 if berry == "#3a1c4a" else 0.0105
        a, far = 1.7 * k, 0.013 if k else 0.0
        b.add(
            displace(ellipsoid(r, r, r * 0.95, at=(far * math.cos(a), 0.03 + far * math.sin(a), 0.0535 + r * 0.75), segments=36), 0.0005, 0.006, seed=k),
            "berries",
        )
    b.slot("mint", "leaf", "#4f8a3a", role="fixed")
    mint, shape = Growth(), leaf(0.55, fold=0.2, curl=0.2, rows=10, columns=5, wave=0.03)
    for a in (0.4, 1.9, 3.2):
        mint.copies(shape, [(0.004, 0.03, 0.066)], frames([(math.cos(a), math.sin(a), 0.5)]), 0.02)
    b.add(mint.object("mint"), "mint")
    turn = b.choose(-58, -48, 48)
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, turn)


@prop("tiramisu")
def tiramisu(spec: Spec, b: Builder) -> None:
    """A square cut: coffee-soaked sponge and mascarpone in turn, cocoa over the top, two coffee beans."""
    b.slot("body", "icing", "#f3e6cc")
    b.slot("sponge", "cake_crumb", "#8a5a30", role="fixed")
    b.slot("cocoa", "soil", "#4a2412", role="fixed")
    b.slot("beans", "chocolate", "#2a150b", role="fixed")
    w, d = 0.078, 0.07
    square = np.array([(-w / 2, -d / 2), (w / 2, -d / 2), (w / 2, d / 2), (-w / 2, d / 2)])
    z = 0.0
    for k in range(2):
        soaked = slab(square * 0.985, z, z + 0.0135, 0.0016, 0.005, spec.seed + k)
        b.add(
            tint(
                soaked,
                lambda p, k=k: (
                    toward("#8a5a30", "#d8ae70", np.clip(0.35 + 0.5 * field(p, 0.011, seed=k) + 0.3 * field(p, 0.003, seed=k + 5), 0, 1))
                    * (0.8 + 0.25 * np.abs(np.sin(p[:, 0] * 150)))[:, None]
                ),
            ),
            "sponge",
        )
        z += 0.0128
        b.add(slab(square * (1.0 + 0.012 * k), z - 0.0008, z + 0.0135, 0.0016, 0.012, spec.seed + 20 + k), "body", "cream")
        z += 0.0125
    top = slab(square * 1.005, z - 0.0004, z + 0.0018, 0.0009, 0.004, spec.seed + 40, 0.0012)
    b.add(tint(top, lambda p: toward("#4a2412", "#8a5a38", np.clip(0.2 + 0.6 * field(p, 0.006, seed=2), 0, 1))), "cocoa")
    rng = np.random.default_rng(spec.seed)
    n = 130
    dust = np.column_stack([rng.uniform(-0.07, 0.07, n), rng.uniform(-0.065, 0.065, n), np.full(n, 0.0005)])
    dust = dust[(np.abs(dust[:, 0]) > w / 2 + 0.002) | (np.abs(dust[:, 1]) > d / 2 + 0.002)]
    strew(b, "cocoa", "cocoa", dust, (0.0008, 0.0008, 0.0004), 5)
    strew(b, "beans", "beans", np.array([(0.004, -0.004, z + 0.004), (-0.008, 0.006, z + 0.004)]), (0.0048, 0.0034, 0.0028), 2, 0.05)
    turn = b.rng.uniform(-38, -22)
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, turn)


@prop("pudding")
def pudding(spec: Spec, b: Builder) -> None:
    """A custard turned out of its mould under dark caramel; a Christmas pudding, dark with fruit under icing and holly, where the words say so."""
    if spec.is_a("christmas"):
        return _christmas(spec, b)
    base = "#eebf5a"
    b.slot("body", "cheese", base, finish=("glossy",))
    b.slot("caramel", "liquid", "#7a3208", role="fixed", params={"of": "caramel_sauce"})
    b.slot("dish", "porcelain", "#f2f0ea", role="trim")
    plate = rounded_profile([(0, 0), (0.045, 0), (0.05, 0.004), (0.088, 0.012), (0.09, 0.0135), (0.086, 0.0145), (0.05, 0.0075), (0, 0.007)], 0.0015)
    b.add(lathe(plate, segments=96), "dish")
    side = smooth_path([(0.0, 0.0075), (0.041, 0.0075), (0.0425, 0.012), (0.033, 0.052), (0.03, 0.0555), (0, 0.0565)], 90)
    body = lathe(side, segments=96, smooth=50)
    b.add(
        tint(body, lambda p: toward(base, "#c9812a", np.clip((p[:, 2] - 0.047) / 0.009, 0, 1)) * (1 + 0.05 * field(p, 0.012, seed=spec.seed))[:, None]), "body"
    )
    a = np.linspace(0, 2 * math.pi, 140, endpoint=False)
    drip = 0.008 + 0.022 * np.clip(np.sin(5 * a + b.rng.uniform(0, 6)) + 0.6 * np.sin(8 * a + 1), 0, 1)
    rows = []
    for t in np.linspace(0, 1, 26):
        z = 0.0572 - drip * t**1.5
        r = np.where(t < 0.3, 0.031 * t / 0.3, 0.0306 + (0.0572 - z) * 0.235)
        r = r * np.ones_like(a) + 0.0016 * np.sin(np.pi * min(t * 1.0, 1.0)) ** 0.5
        rows.append(np.column_stack([r * np.cos(a), r * np.sin(a), np.where(t < 0.3, 0.0575, z)]))
    sheet = np.stack(rows)
    cap = np.concatenate([sheet, sheet[:, :1]], axis=1)
    b.add(Growth().sheet(cap, 1.0).object("caramel"), "caramel")
    b.add(
        displace(
            lathe(smooth_path([(0.0, 0.0078), (0.06, 0.0079), (0.062, 0.0088), (0.058, 0.0102), (0.0, 0.0102)], 30), segments=96, smooth=60),
            0.0004,
            0.03,
            seed=spec.seed,
        ),
        "caramel",
    )
    b.footprint = "round"


def _christmas(spec: Spec, b: Builder) -> None:
    b.slot("body", "cake_crumb", "#2f190e")
    b.slot("icing", "icing", "#f5f2ea", role="fixed", finish=("glossy",))
    b.slot("holly", "leaf", "#2f6b2c", role="fixed")
    b.slot("berries", "tomato_skin", "#c2161c", role="fixed")
    b.slot("fruit", "grape_skin", "#5a2c16", role="fixed")
    R = 0.062
    ball = displace(
        displace(
            lathe(smooth_path([(0, 0.0), (0.036, 0.0), (0.058, 0.018), (R, 0.045), (0.05, 0.083), (0.024, 0.1), (0, 0.103)], 90), segments=110, smooth=180),
            0.003,
            0.02,
            seed=spec.seed,
        ),
        0.0015,
        0.005,
        seed=1,
    )
    b.add(tint(ball, lambda p: 0.7 + 0.6 * np.clip(field(p, 0.007, seed=2), -0.5, 1)), "body")
    at = vertices(ball).astype(float)
    rng = np.random.default_rng(spec.seed)
    low = at[at[:, 2] < 0.075]
    strew(b, "fruit", "fruit", low[rng.choice(len(low), 60)], (0.0042, 0.003, 0.003), 3)
    a = np.linspace(0, 2 * math.pi, 160, endpoint=False)
    reach = 0.55 + 0.3 * np.sin(5 * a) + 0.14 * np.sin(9 * a + 2)
    rows = []
    for t in np.linspace(0.001, 1, 30):
        polar = t * reach * 1.15
        r, z = 0.0515 * np.sin(polar) * 1.24, 0.055 + 0.05 * np.cos(polar)
        lift = 0.0035 * (1 - t**8) + 0.0006
        rows.append(np.column_stack([(r + lift * np.sin(polar)) * np.cos(a), (r + lift * np.sin(polar)) * np.sin(a), z + lift * np.cos(polar)]))
    sheet = np.stack(rows)
    b.add(Growth().sheet(np.concatenate([sheet, sheet[:, :1]], axis=1), 1.0, 0.002).object("icing"), "icing")
    holly = Growth()
    t, s = np.linspace(0, 1, 41)[:, None], np.linspace(-1, 1, 7)[None, :]
    half = 0.24 * np.sin(np.pi * np.clip(t, 0.02, 1) ** 0.9) * (0.7 + 0.3 * np.abs(np.cos(np.pi * 4 * t)))
    grid = np.stack([t + 0 * s, half * s, 0.06 * np.sin(4 * np.pi * t) * np.abs(s) + 0.12 * half * s**2 - 0.1 * t**2], axis=-1)
    for turn in (0.3, 2.5, 4.4):
        holly.put(Growth().sheet(grid, 1.0, 0.02), (0, 0, 0.11), frames([(math.cos(turn), math.sin(turn), 0.25)])[0], 0.035)
    b.add(holly.object("holly"), "holly")
    for k in range(3):
        b.add(ellipsoid(0.0052, 0.0052, 0.0052, at=(0.0055 * math.cos(2.1 * k), 0.0055 * math.sin(2.1 * k), 0.1135), segments=24), "berries")
    b.footprint = "round"


@prop("biscotti")
def biscotti(spec: Spec, b: Builder) -> None:
    """A long slice of a twice-baked loaf: crusted edge, almonds cut through; by the seed dipped in chocolate."""
    base = "#d8a862"
    b.slot("body", "bread_crumb", base)
    b.slot("nuts", "wax", "#ecdcb8", role="fixed")
    b.slot("skins", "bark", "#7a4520", role="fixed")
    L, high, thick = b.vary(0.125, 0.06), 0.03, 0.0145
    top = smooth_path([(-L / 2, 0.004), (-L / 2 + 0.006, 0.014), (-L * 0.3, 0.025), (0, high), (L * 0.3, 0.025), (L / 2 - 0.006, 0.014), (L / 2, 0.004)], 50)
    outline = np.concatenate([[(-L / 2 + 0.002, 0.0)], [(L / 2 - 0.002, 0.0)], top[::-1]])
    slab = displace(remesh(extrude([tuple(p) for p in outline], thick, bevel=0.001), 0.0013), 0.0011, 0.005, seed=spec.seed)

    def edge(p):
        return toward(
            base,
            "#8a4f1e",
            np.clip((p[:, 1] - np.interp(p[:, 0], top[:, 0], top[:, 1]) + 0.0028) / 0.0024, 0, 1) * 0.85
            + np.clip((0.0025 - p[:, 1]) / 0.002, 0, 1) * 0.7
            + 0.25 * field(p, 0.012, seed=2),
        )

    made = [b.add(tint(slab, edge), "body")]
    rng = np.random.default_rng(spec.seed)
    for _ in range(15):
        x = rng.uniform(-0.44, 0.44) * L
        y = rng.uniform(0.18, 0.78) * float(np.interp(x, top[:, 0], top[:, 1]))
        turn = rng.uniform(0, 180)
        z = rng.choice((0.0002, thick - 0.0002))
        for slot, f in (("skins", 1.0), ("nuts", 0.86)):
            nut = rotate(ellipsoid(0.0085 * f, 0.0042 * f, 0.0013 / f, segments=24), 0, 0, turn)
            made.append(b.add(move(nut, x, y, z), slot, "almonds"))
    if b.choose(True, False):
        b.slot("chocolate", "chocolate", "#3a1c10", role="fixed", finish=("glossy",))
        dip = [p for p in outline if p[0] > L * 0.12]
        wavy = [(L * 0.12 + 0.003 * math.sin(9 * k), k * 0.027) for k in np.linspace(1, 0, 8)]
        coat = np.array([*wavy, *dip])
        coat = coat + np.sign(coat - (L * 0.3, 0.012)) * 0.0011
        made.append(
            b.add(
                displace(remesh(extrude([tuple(p) for p in coat], thick + 0.0024, bevel=0.002, at=(0, 0, -0.0012)), 0.0014, smooth=3), 0.0006, 0.009, seed=4),
                "chocolate",
            )
        )
    turn = b.rng.uniform(-30, 20)
    for o in made:
        rotate(rotate(o, 12, 0, 0), 0, 0, turn)
    grounded(*made)


@prop("wrapped_candy")
def wrapped_candy(spec: Spec, b: Builder) -> None:
    """A boiled sweet in bright paper, its ends twisted to fans."""
    base = b.choose("#d6202c", "#e8a80e", "#2c9a4a", "#2f6fc8", "#d8408a", "#7a3aa8", "#ee7a1c")
    b.slot("body", "lacquer", base)
    r, L = 0.0105, 0.0135
    x = np.concatenate([np.linspace(-1, -0.42, 30), np.linspace(-0.4, 0.4, 50), np.linspace(0.42, 1, 30)]) * 0.033
    q = np.linspace(0, 2 * math.pi, 96)
    rows = []
    for v in x:
        u = abs(v)
        inside = u < L
        wide = r * math.sqrt(max(1 - (u / L) ** 4, 0.0)) if inside else 0.0
        fan = max(u - L, 0) / (0.033 - L)
        wide = max(wide, 0.0026 + 0.0125 * fan**0.8 if not inside else 0.0026)
        fold = 1 + (0.02 * np.cos(24 * q) if inside else 0.34 * fan**0.5 * np.cos(9 * q) + 0.15 * np.cos(5 * q + 9 * v / 0.03))
        flat = 1 - 0.62 * fan**0.5 if not inside else 1
        twist = 1.4 * np.sign(v) * min(max(u - L * 0.85, 0) / (L * 0.5), 1)
        ang = q + twist
        rows.append(np.column_stack([np.full(96, v) + (0.0016 * np.cos(11 * q) * fan), wide * fold * np.cos(ang), wide * fold * flat * np.sin(ang)]))
    grid = np.stack(rows)
    p = grid.reshape(-1, 3)
    striped = b.choose(True, True, False)
    a = np.repeat(q[None], len(x), 0).ravel()
    band = (np.cos(8 * a + 260 * p[:, 0]) > 0.35) if striped else (np.abs(p[:, 0]) > 0.0325)
    sheet = Growth().sheet(grid, toward(base, "#f6f1e6", band.astype(float)).reshape(grid.shape))
    made = b.add(sheet.object("sweet"), "body")
    rotate(rotate(made, b.rng.uniform(0, 360)), 0, 0, b.rng.uniform(-50, 50))
    grounded(made)
