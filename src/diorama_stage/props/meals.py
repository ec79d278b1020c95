# SPDX-License-Identifier: GPL-3.0-or-later
"""More to eat: peaches, plums, potatoes, peppers, broccoli, sandwiches, hot dogs, cupcakes, ice cream."""

from __future__ import annotations

import math

import numpy as np
from mathutils import Vector, noise

from diorama_stage.kit import (
    Builder, Spec, box, cylinder, displace, ellipsoid, extrude, from_geometry, join, lathe, loft, move, rotate, shade, smooth_path, solidify,
    sphere, sweep,
)  # fmt: skip
from diorama_stage.props.bakery import sheet
from diorama_stage.props.parts import tint, toward
from diorama_stage.props.produce import blade, grounded, stone_fruit
from diorama_stage.props.registry import prop


@prop("peach")
def peach(spec: Spec, b: Builder) -> None:
    R, base = b.vary(0.036, 0.06), "#e8a552"
    b.slot("body", "felt", base, finish=("satin",))
    b.slot("stem", "bark", "#54402a", role="fixed")
    b.slot("leaf", "leaf", "#4f7f33", role="fixed")
    side = b.rng.uniform(0, 6)

    def blush(p):
        a = np.arctan2(p[:, 1], p[:, 0])
        mottle = 0.16 * np.sin(p[:, 0] * 210 + 3 * np.sin(p[:, 2] * 160)) * np.sin(p[:, 1] * 190 + p[:, 2] * 90)
        return toward(base, "#c23a2a", 0.55 + 0.55 * np.cos(a - side) + 0.3 * p[:, 2] / R + mottle)

    made = [b.add(tint(stone_fruit(R, 0.94, 0.075, spec.seed), blush), "body")]
    made.append(
        b.add(sweep(smooth_path([(0, 0, R * 0.68), (0, 0, R * 0.86), (0.002, 0, R * 0.98)], 8), np.linspace(0.0021, 0.0026, 8), sides=10), "stem")
    )
    made.append(b.add(move(rotate(blade(R * 1.25, R * 0.46, 0.4, rise=0.35, steps=12), 0, 0, b.rng.uniform(-60, 20)), 0, 0, R * 0.84), "leaf"))
    for o in made:
        rotate(o, 14, 0, 34)
    grounded(*made)
    b.footprint = "round"


@prop("plum")
def plum(spec: Spec, b: Builder) -> None:
    R, base = b.vary(0.026, 0.06), b.choose("#4a2148", "#5b2038")
    b.slot("body", "apple_skin", base)
    b.slot("stem", "bark", "#6b5a34", role="fixed")
    bloom = lambda p: toward(base, "#8b86a8", 0.06 + 0.12 * np.sin(p[:, 0] * 170 + 2) * np.sin(p[:, 1] * 150) + 0.2 * p[:, 2] / R)  # noqa: E731
    made = [b.add(tint(stone_fruit(R, 1.16, 0.055, spec.seed), bloom), "body")]
    made.append(
        b.add(sweep(smooth_path([(0, 0, R * 0.9), (0.001, 0, R * 1.2), (0.005, 0, R * 1.6)], 10), np.linspace(0.0011, 0.0014, 10), sides=8), "stem")
    )
    for o in made:
        rotate(o, 24, 0, 40 + b.rng.uniform(-20, 20))
    grounded(*made)
    b.footprint = "round"


@prop("potato")
def potato(spec: Spec, b: Builder) -> None:
    L, base = b.vary(0.052, 0.12), b.choose("#b98f57", "#c29a62", "#a97c4c")
    b.slot("body", "mushroom", base, finish=("matte",))
    body = ellipsoid(L, L * b.rng.uniform(0.62, 0.74), L * b.rng.uniform(0.54, 0.62), segments=96)
    displace(displace(body, L * 0.16, L * 1.3, seed=spec.seed), 0.0005, 0.006, seed=4)
    eyes = [
        np.array((math.sin(q) * math.cos(a), math.sin(q) * math.sin(a) * 0.68, math.cos(q) * 0.58)) * L
        for q, a in ((0.5, 1.0), (0.9, 3.6), (1.1, 5.2), (1.3, 2.2), (1.2, 4.4), (1.7, 5.8), (0.7, 5.0))
    ]
    for v in body.data.vertices:
        for e in eyes:
            d = (v.co.x - e[0]) ** 2 + (v.co.y - e[1]) ** 2 + (v.co.z - e[2]) ** 2
            v.co *= 1 - 0.07 * math.exp(-d / (0.09 * L) ** 2)

    def earth(p):
        near = sum(np.exp(-((p - e) ** 2).sum(axis=1) / (0.1 * L) ** 2) for e in eyes)
        patches = 0.5 + 0.5 * np.sin(p[:, 0] * 90 + 4 * np.sin(p[:, 1] * 70)) * np.sin(p[:, 1] * 110 + p[:, 2] * 80)
        specks = (np.sin(p[:, 0] * 2100) * np.sin(p[:, 1] * 1900) * np.sin(p[:, 2] * 2300) > 0.55) * 0.35
        return 1.06 - 0.4 * np.clip(near, 0, 1) - 0.16 * patches - specks

    grounded(b.add(rotate(tint(body, earth), 0, 0, b.rng.uniform(-40, 40)), "body"))
    b.footprint = "round"


@prop("pepper")
def pepper(spec: Spec, b: Builder) -> None:
    R, H, n = b.vary(0.038, 0.06), b.vary(0.09, 0.07), b.choose(3, 4, 4)
    b.slot("body", "tomato_skin", b.choose("#c3231a", "#e3b21f", "#3f7f2c", "#d9661d"))
    b.slot("stem", "plant_stem", "#5b8a37", role="fixed")
    profile = smooth_path(
        [
            (0.0, 0.08),
            (0.3, 0.02),
            (0.56, 0.03),
            (0.76, 0.14),
            (0.86, 0.35),
            (0.97, 0.62),
            (1.0, 0.78),
            (0.93, 0.92),
            (0.72, 0.995),
            (0.42, 0.975),
            (0.2, 0.92),
            (0, 0.9),
        ],
        80,
    )
    body = lathe(profile * (R, H), segments=120, smooth=180)
    for v in body.data.vertices:
        a, z, d = math.atan2(v.co.y, v.co.x), v.co.z / H, math.hypot(v.co.x, v.co.y) / R
        lobe = abs(math.cos(n * a / 2 + 0.5)) ** 0.75
        deep = 0.2 - 0.08 * z + 0.06 * abs(2 * z - 1)
        f = 1 - deep * (1 - lobe) * min(d * 1.6, 1)
        v.co.x, v.co.y = v.co.x * f + 0.05 * R * z, v.co.y * f
        v.co.z += (0.055 * lobe * math.sin(math.pi * min(d, 1)) - (0.05 * (1 - lobe))) * H * (2 * z - 1) ** 3 * min(d * 2, 1)
    made = [b.add(displace(body, R * 0.03, R * 0.9, seed=spec.seed), "body")]
    star = [
        (math.cos(a) * (1 + 0.13 * math.cos(6 * a)), math.sin(a) * (1 + 0.13 * math.cos(6 * a)))
        for a in np.linspace(0, 2 * math.pi, 36, endpoint=False)
    ]
    stem = smooth_path([(0.0018, 0, H * 0.9), (0.002, 0, H * 0.97), (0.003, 0, H * 1.08), (0.007, 0, H * 1.2), (0.0115, 0, H * 1.27)], 24)
    made.append(
        b.add(
            sweep(
                stem, np.interp(np.linspace(0, 1, 24), [0, 0.12, 0.25, 0.6, 0.95, 1], [0.0125, 0.0128, 0.0068, 0.0056, 0.0066, 0.0062]), section=star
            ),
            "stem",
        )
    )
    for o in made:
        rotate(o, 0, 0, b.rng.uniform(0, 90))
    grounded(*made)
    b.footprint = "round"


@prop("broccoli")
def broccoli(spec: Spec, b: Builder) -> None:
    b.slot("florets", "leaf", "#3f6a2c", finish=("matte",))
    b.slot("stalk", "plant_stem", "#9fb56a", role="fixed")
    H, R = b.vary(0.13, 0.05), b.vary(0.062, 0.05)
    stalk = lathe(
        smooth_path([(0, 0), (0.019, 0.0), (0.0205, 0.004), (0.0185, 0.02), (0.019, 0.045), (0.026, 0.06), (0.012, 0.07), (0, 0.07)], 40),
        segments=40,
        smooth=180,
    )
    b.add(displace(stalk, 0.003, 0.03, seed=spec.seed), "stalk")
    heads = [(0.0, 0.0)] + [(0.52, 60 * k + 20) for k in range(6)] + [(0.97, 36 * k) for k in range(10)]
    crowns, unit = [], ellipsoid(1, 1, 1, segments=8)
    shape = np.array([v.co for v in unit.data.vertices])
    cells = [tuple(p.vertices) for p in unit.data.polygons]
    rng = np.random.default_rng(spec.seed)
    for far, turn in heads:
        a, q = math.radians(turn + b.rng.uniform(-8, 8)), far * math.radians(88)
        way = np.array((math.sin(q) * math.cos(a), math.sin(q) * math.sin(a), math.cos(q)))
        centre = np.array((0, 0, H - R * 0.92)) + way * (R * 0.7, R * 0.7, R * 0.52)
        size = R * b.rng.uniform(0.36, 0.44)
        foot = np.array((0.012 * math.cos(a) * min(far, 1), 0.012 * math.sin(a) * min(far, 1), 0.05 - 0.008 * far))
        b.add(
            sweep(smooth_path([foot, (foot + centre) / 2 + (0, 0, -0.006), centre], 12), np.linspace(0.0115, 0.009, 12), sides=12),
            "stalk",
            "branches",
        )
        n = 150
        k = np.arange(n) + 0.5
        polar, around = np.arccos(1 - 2 * k / n), math.pi * (1 + 5**0.5) * k
        dirs = np.stack([np.sin(polar) * np.cos(around), np.sin(polar) * np.sin(around), np.cos(polar)], axis=1) + rng.normal(0, 0.07, (n, 3))
        dirs = dirs[dirs @ way > -0.35]
        lump = 1 + 0.1 * np.sin(5 * dirs[:, 0] + 3 * a) * np.sin(6 * dirs[:, 1] + far) + rng.normal(0, 0.03, len(dirs))
        at = centre + dirs * size
        dirs, lump = (rows[(at[:, 2] > 0.068) | (np.hypot(at[:, 0], at[:, 1]) > 0.05)] for rows in (dirs, lump))
        verts = (centre + dirs * (size * lump)[:, None])[:, None, :] + shape[None] * (size * 0.155 * rng.uniform(0.75, 1.25, (len(dirs), 1, 1)))
        faces = [tuple(i * len(shape) + c for c in cell) for i in range(len(dirs)) for cell in cells]
        crowns.append(from_geometry("floret", verts.reshape(-1, 3), faces, smooth=180))
        crowns.append(sphere(size * 0.95, at=tuple(centre), segments=20))
    middle = np.array((0, 0, H - R * 0.92))
    crown = join(crowns)
    bpy_free(unit)

    def shade_(p):
        out = np.linalg.norm((p - middle) * (1, 1, 1.25), axis=1) / (R * 1.1)
        tips = np.clip((out - 0.75) / 0.35, 0, 1)
        return 0.42 + 0.75 * tips + 0.12 * np.sin(p[:, 0] * 300) * np.sin(p[:, 1] * 280)

    b.add(tint(crown, shade_), "florets")
    b.footprint = "round"


def bpy_free(object) -> None:
    """Remove an object that only lent its shape."""
    import bpy

    bpy.data.meshes.remove(object.data)


def bread_slice(wide: float, thick: float, z: float, seed: int):
    """A square slice of loaf lying at height z: the outline of a tin loaf, crust round its edge; returns crumb and crust."""
    o = [
        (-0.47, -0.5),
        (0.47, -0.5),
        (0.5, -0.47),
        (0.5, 0.2),
        (0.55, 0.33),
        (0.52, 0.45),
        (0.38, 0.52),
        (0, 0.54),
        (-0.38, 0.52),
        (-0.52, 0.45),
        (-0.55, 0.33),
        (-0.5, 0.2),
        (-0.5, -0.47),
    ]
    line = smooth_path([*o, o[0]], 90)[:-1] * wide
    crumb = displace(extrude([tuple(p) for p in line * 0.985], thick, bevel=0.0015, at=(0, 0, z)), 0.0007, 0.008, seed=seed)
    ring = [
        [(x * k, y * k, zz) for x, y in line]
        for k, zz in (
            (0.965, z + 0.0006),
            (0.995, z - 0.0002),
            (1.012, z + thick * 0.25),
            (1.012, z + thick * 0.75),
            (0.995, z + thick + 0.0002),
            (0.965, z + thick - 0.0006),
        )
    ]
    return crumb, displace(loft(ring, closed_ends=False, smooth=70), 0.0006, 0.01, seed=seed + 1)


@prop("sandwich")
def sandwich(spec: Spec, b: Builder) -> None:
    W, t = b.vary(0.115, 0.04), 0.014
    b.slot("bread", "bread_crumb", "#f2d9a0")
    b.slot("crust", "bread_crust", "#b9803f", role="fixed")
    for name, material, colour in (
        ("ham", "meat", "#d98f86"),
        ("cheese", "cheese", "#f0b83a"),
        ("tomato", "tomato_skin", "#c8321f"),
        ("lettuce", "leaf", "#7fb13c"),
    ):
        b.slot(name, material, colour, role="fixed")
    layers = [
        ("bread", 0.0),
        ("lettuce", t),
        ("ham", t + 0.005),
        ("cheese", t + 0.0115),
        ("tomato", t + 0.0155),
        ("lettuce", t + 0.022),
        ("bread", t + 0.026),
    ]
    parts: list[tuple[object, str]] = []
    for k, (what, z) in enumerate(layers):
        if what == "bread":
            parts += zip(bread_slice(W, t, z, spec.seed + k), ("bread", "crust"), strict=True)
        elif what == "lettuce":
            parts.append((sheet(W * 0.64, W * 0.02, z + 0.004, 0.004, 13, k), "lettuce"))
        elif what == "ham":
            for i in range(2):
                slab = extrude(
                    [
                        (
                            W * (0.53 + 0.025 * math.sin(5 * a + i)) * math.copysign(abs(math.cos(a)) ** 0.55, math.cos(a)),
                            W * 0.52 * math.copysign(abs(math.sin(a)) ** 0.55, math.sin(a)),
                        )
                        for a in np.linspace(0, 2 * math.pi, 90, endpoint=False)
                    ],
                    0.0026,
                    bevel=0.0008,
                    at=(0.001 * i, 0.001, z + 0.003 * i),
                )
                parts.append((displace(slab, 0.0012, 0.025, seed=i), "ham"))
        elif what == "cheese":
            g, half = 25, W * 0.545
            verts = []
            for j in range(g):
                for i in range(g):
                    x, y = half * (2 * i / (g - 1) - 1), half * (2 * j / (g - 1) - 1)
                    past = max(max(abs(x), abs(y)) - W * 0.49, 0)
                    verts.append((x, y, z + 0.002 - 0.55 * past))
            flat = from_geometry(
                "cheese",
                verts,
                [(j * g + i, j * g + i + 1, (j + 1) * g + i + 1, (j + 1) * g + i) for j in range(g - 1) for i in range(g - 1)],
                smooth=60,
            )
            parts.append((solidify(flat, 0.0032), "cheese"))
        else:
            parts += [(cylinder(W * 0.235, 0.0055, bevel=0.0016, at=(x * W * 0.26, y * W * 0.26, z)), "tomato") for x in (-1, 1) for y in (-1, 1)]
    halves(b, parts, W)


def halves(b: Builder, parts: list, W: float) -> None:
    """Cut the pile along its diagonal; one half stands with its cut to the front, the other lies behind it, turned."""
    made: list[list] = [[], []]
    for o, slot in parts:
        twin = o.copy()
        twin.data = o.data.copy()
        o.users_collection[0].objects.link(twin)
        for k, piece in enumerate((o, twin)):
            made[k].append((sliced(piece, (-1 if k else 1)), slot))
    for k, pieces in enumerate(made):
        for o, slot in pieces:
            rotate(o, 0, 0, -45 if k == 0 else 135)
            move(o, 0, W * 0.36, 0)
            if k == 0:
                move(rotate(o, 0, 0, 14), -W * 0.2, -W * 0.62, 0)
            else:
                move(rotate(o, 0, 0, -22), W * 0.36, W * 0.06, 0)
            b.add(o, slot)


def sliced(object, side: int):
    """Keep what lies on one side of the upright plane x = y, and close the cut."""
    import bmesh

    work = bmesh.new()
    work.from_mesh(object.data)
    cut = bmesh.ops.bisect_plane(
        work, geom=work.verts[:] + work.edges[:] + work.faces[:], plane_co=(0, 0, 0), plane_no=(side, -side, 0), clear_outer=True
    )
    edges = [e for e in cut["geom_cut"] if isinstance(e, bmesh.types.BMEdge)]
    bmesh.ops.holes_fill(work, edges=edges)
    work.to_mesh(object.data)
    work.free()
    return shade(object, 40)


def capsule(L: float, r: float, bend: float, *, blunt: float = 2.6, sides: int = 32):
    """A sausage shape along x, L metres long with its tips, bent upwards at its ends by `bend` metres; about the height z = 0."""
    t = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 60))
    path = np.stack([t * L / 2, 0 * t, bend * t * t], axis=1)
    return sweep(path, np.maximum(r * (1 - np.abs(t) ** (L / r * blunt / 2)) ** 0.5, r * 0.02), sides=sides, smooth=180)


@prop("hot_dog")
def hot_dog(spec: Spec, b: Builder) -> None:
    L = b.vary(0.165, 0.04)
    b.slot("bun", "bread_crust", "#d29a52")
    b.slot("crumb", "bread_crumb", "#f0dcae", role="fixed")
    b.slot("sausage", "tomato_skin", b.choose("#a8482a", "#9c4026"), role="fixed")
    b.slot("mustard", "icing", "#e8b41c", role="fixed", finish=("glossy",))
    for s in (-1, 1):
        half = ellipsoid(1, 1, 1, segments=72)
        for v in half.data.vertices:
            x, y, z = v.co
            k = math.copysign(abs(x) ** 1.0, x)
            fat = (1 - abs(x) ** 5) ** 0.5 / max(math.sqrt(1 - x * x), 0.05) if abs(x) < 0.995 else 1
            v.co = (k * L / 2 * 0.94, y * 0.0185 * min(fat, 2.2), z * 0.0255 * min(fat, 2.2))
        half = displace(half, 0.0016, 0.03, seed=spec.seed + s)
        o = move(rotate(half, 20 * s), 0, 0.0195 * s, 0.024)
        b.add(o, "bun")
        face = capsule(L * 0.91, 0.0155, 0.0, sides=24)
        for v in face.data.vertices:
            v.co.y *= 0.4
        b.add(move(rotate(displace(face, 0.001, 0.008, seed=2), 20 * s), 0, 0.0085 * s, 0.029), "crumb")
    base = capsule(L * 0.9, 0.014, 0.0)
    b.add(move(base, 0, 0, 0.0125), "bun")
    b.add(move(displace(capsule(L * 1.14, 0.0138, 0.007), 0.0006, 0.03, seed=spec.seed), 0, 0, 0.0385), "sausage")
    x = np.linspace(-0.46, 0.46, 220) * L
    y = 0.0075 * np.sin(x / L * 46)
    z = 0.0385 + 0.007 * (2 * x / (L * 1.14)) ** 2 + np.sqrt(0.0138**2 - y * y) + 0.0009
    b.add(
        sweep(
            np.stack([x, y, z], axis=1),
            0.0026 * (1 + 0.12 * np.sin(x * 900)) * np.minimum(1, 0.3 + 40 * (0.46 - np.abs(x / L))),
            sides=12,
            smooth=180,
        ),
        "mustard",
    )
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 0, 0, 14)


@prop("cupcake")
def cupcake(spec: Spec, b: Builder) -> None:
    r0, r1, h = 0.025, 0.034, b.vary(0.042, 0.05)
    frost, cup = b.choose(("#efb1c0", "#d8cbb2"), ("#f4ecdc", "#b5483f"), ("#5a3420", "#e6d9bf"), ("#a8d0c8", "#efe9dc"))
    b.slot("frosting", "icing", frost)
    b.slot("case", "paper", cup, role="trim")
    b.slot("cake", "cake_crumb", "#b9783a", role="fixed")
    n, pleats = 336, 42
    rows = []
    for r, z in (
        (0.001, 0.0),
        (r0 * 0.97, 0.0),
        (r0, 0.001),
        *[(r0 + (r1 - r0) * t, h * t) for t in np.linspace(0.08, 1, 8)],
        (r1 - 0.0012, h),
        (r1 - 0.0014, h * 0.9),
    ):
        a = np.arange(n) * 2 * np.pi / n
        tri = np.abs((a * pleats / (2 * np.pi)) % 1 * 2 - 1) - 0.5
        q = r + (0.0021 * tri * (0.55 + 0.45 * z / h) if r > 0.01 else 0)
        rows.append(np.stack([q * np.cos(a), q * np.sin(a), z + 0.0012 * tri * (z > h * 0.99)], axis=1))
    b.add(loft(rows, closed_ends=False, smooth=35), "case")
    b.add(
        displace(
            lathe(
                smooth_path(
                    [(0, h * 0.86), (r1 - 0.002, h * 0.86), (r1 + 0.0015, h * 1.02), (r1 - 0.003, h * 1.16), (r1 * 0.5, h * 1.3), (0, h * 1.34)], 40
                ),
                segments=72,
                smooth=180,
            ),
            0.0014,
            0.01,
            seed=spec.seed,
        ),
        "cake",
    )
    turns, t = 3.4, np.linspace(0, 1, 260)
    a = 2 * np.pi * turns * t
    far = 0.0225 * (1 - t) ** 0.85
    path = np.stack([far * np.cos(a), far * np.sin(a), h * 1.17 + 0.0405 * t**1.05], axis=1)
    star = [
        (math.cos(q) * (1 + 0.17 * math.cos(7 * q)), math.sin(q) * (1 + 0.17 * math.cos(7 * q)))
        for q in np.linspace(0, 2 * math.pi, 70, endpoint=False)
    ]
    b.add(sweep(path, 0.0122 * (1 - 0.66 * t) * np.minimum(1, 0.35 + 9 * t) * np.clip((1.02 - t) * 14, 0.05, 1), section=star, smooth=60), "frosting")
    b.add(
        lathe(smooth_path([(0, h * 1.12), (0.022, h * 1.12), (0.02, h * 1.5), (0.008, h * 1.9), (0, h * 2.0)], 20), segments=40, smooth=180),
        "frosting",
        "core",
    )
    top = h * 1.17 + 0.0405
    if b.rng.random() < 0.45:
        b.slot("cherry", "tomato_skin", "#b3141c", role="fixed")
        b.slot("stalk", "plant_stem", "#5a6b2a", role="fixed")
        b.add(ellipsoid(0.0085, 0.0085, 0.0078, at=(0, 0, top + 0.006), segments=32), "cherry")
        b.add(sweep(smooth_path([(0, 0, top + 0.012), (0.002, 0, top + 0.026), (0.009, 0.002, top + 0.037)], 14), 0.0007, sides=8), "stalk")
    else:
        for c, colour in enumerate(("#e04848", "#f2c230", "#3f8fd0", "#52b04a", "#ffffff")):
            b.slot(f"sprinkles{c}", "plastic", colour, role="fixed")
            bits = []
            for _ in range(13):
                q, s = b.rng.uniform(0, 2 * math.pi), b.rng.uniform(0.02, 0.85)
                r = 0.0225 * (1 - s) ** 0.85 + 0.0112 * (1 - 0.66 * s)
                bit = rotate(
                    rotate(ellipsoid(0.0026, 0.0007, 0.0007, segments=8), b.rng.uniform(0, 180), b.rng.uniform(-40, 40), 0),
                    0,
                    0,
                    b.rng.uniform(0, 180),
                )
                bits.append(move(bit, r * math.cos(q), r * math.sin(q), h * 1.17 + 0.0405 * s + 0.003))
            b.add(join(bits), f"sprinkles{c}", "sprinkles")
    b.footprint = "round"


FLAVOURS = {"strawberry": "#e79aa6", "vanilla": "#f3e6c4", "chocolate": "#5f3a24", "pistachio": "#b5c98a", "mint": "#a9dcc4", "raspberry": "#cf5f7a"}


@prop("ice_cream")
def ice_cream(spec: Spec, b: Builder) -> None:
    H, R = b.vary(0.115, 0.04), 0.0265
    asked = [f for f in FLAVOURS if spec.contents == f or spec.has(f)]
    count = 3 if spec.has("triple") else 1 if spec.has("single") else 2
    flavours = [asked[k % len(asked)] if asked else f for k, f in enumerate(b.rng.sample(sorted(FLAVOURS), count))]
    b.slot("cone", "bread_crust", "#d29a52", role="trim")
    n, m = 192, 90
    z, a = np.linspace(0, 1, m), np.arange(n) * 2 * np.pi / n
    rows = []

    def waffle(a, t):
        """The raised grid of a waffle by angle and height, 0 to 1."""
        grid = [np.abs((a * 9 / (2 * np.pi) + s * 7.5 * np.log(0.12 + np.clip(t, 0, 1))) % 1 - 0.5) * 2 for s in (-1, 1)]
        return np.maximum(*(np.clip((g - 0.72) / 0.2, 0, 1) for g in grid))

    for t in z:
        r = 0.0022 + (R - 0.0022) * t
        ridge = waffle(a, t)
        rim = 0.0016 * math.exp(-(((t - 0.97) / 0.03) ** 2))
        q = r + 0.0015 * ridge * min(1, 0.35 + t) + rim
        rows.append(np.stack([q * np.cos(a), q * np.sin(a), np.full(n, H * t)], axis=1))
    inside = [np.stack([r * np.cos(a), r * np.sin(a), np.full(n, zz)], axis=1) for r, zz in ((R - 0.001, H), (R - 0.004, H - 0.012))]
    tip = np.stack([0 * a, 0 * a, np.full(n, -0.001)], axis=1)
    cone_ = loft([tip, *rows, *inside], closed_ends=False, smooth=50)
    b.add(tint(cone_, lambda p: 0.7 + 0.42 * waffle(np.arctan2(p[:, 1], p[:, 0]), p[:, 2] / H)), "cone")
    height = H + 0.012
    for k, flavour in enumerate(flavours):
        slot = b.slot(f"scoop{k}", "icing", FLAVOURS[flavour], finish=("satin",))
        r = (0.0315, 0.0285, 0.026)[k]
        x, y = (0, 0) if not k else (b.rng.uniform(-0.004, 0.004), b.rng.uniform(-0.003, 0.003))
        b.add(move(scoop(r, spec.seed * 5 + k), x, y, height), slot, "scoops")
        height += r * 1.42
        if flavour in ("mint", "vanilla") and k == len(flavours) - 1:
            b.slot("chips", "chocolate", role="fixed")
            chips = []
            for _ in range(26):
                q, s = b.rng.uniform(0, 2 * math.pi), b.rng.uniform(-0.25, 0.95)
                c = math.sqrt(1 - s * s)
                chips.append(rotate(box(0.0035, 0.0028, 0.0018, bevel=0.0005), b.rng.uniform(0, 90), b.rng.uniform(0, 90)))
                move(chips[-1], x + r * c * math.cos(q), y + r * c * math.sin(q), height - r * 1.42 + r * s)
            b.add(join(chips), "chips")
    b.footprint = "round"


def scoop(r: float, seed: int):
    """A ball of ice cream about its centre, scraped, with the ragged skirt the scoop leaves below it."""
    n, m = 128, 72
    verts = []
    for j in range(m + 1):
        e = -math.pi / 2 + math.pi * j / m
        for i in range(n):
            q = 2 * math.pi * i / n
            p = Vector((math.cos(e) * math.cos(q), math.cos(e) * math.sin(q), math.sin(e)))
            scrape = 0.035 * noise.fractal(Vector((p.x * 3 + seed, p.y * 3, p.z * 8)), 1.0, 2.0, 4) + 0.016 * noise.noise(
                p * 14 + Vector((seed, 0, 0))
            )
            ragged = noise.fractal(Vector((p.x * 4.2 + seed * 3, p.y * 4.2, 1.7)), 0.9, 2.1, 4)
            skirt = math.exp(-(((p.z + 0.5 + 0.1 * ragged) / 0.13) ** 2)) * (0.16 + 0.16 * ragged)
            drop = -0.12 * max(ragged, 0) * math.exp(-(((p.z + 0.5) / 0.2) ** 2))
            f = 1 + scrape + skirt
            verts.append((r * p.x * f, r * p.y * f, r * (max(p.z, -0.72) * (1 + scrape) + drop)))
    faces = [(j * n + i, j * n + (i + 1) % n, (j + 1) * n + (i + 1) % n, (j + 1) * n + i) for j in range(m) for i in range(n)]
    return from_geometry("scoop", verts, faces, smooth=180)
