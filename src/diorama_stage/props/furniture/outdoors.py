# SPDX-License-Identifier: GPL-3.0-or-later
"""For the beach, the camp and the nursery: a deck chair, a cool box, a cooking tripod, a cot, a bunk bed, a dreamcatcher."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, loft, move, rotate, rounded_profile, smooth_path, sphere, sweep, torus
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import rods
from diorama_stage.kit.seams import oval, sheet
from diorama_stage.props.furniture.cushions import stuffed
from diorama_stage.props.registry import prop


@prop("deck_chair")
def deck_chair(spec: Spec, b: Builder) -> None:
    """Two crossed frames of beech and a sling of striped canvas that hangs in a bow between them."""
    b.slot("cloth", "canvas", b.choose("#2f6f9f", "#b3342a", "#d9a423", "#3f7d5a"))
    b.slot("stripes", "canvas", "#efe9da", role="trim")
    b.slot("frame", b.choose("pine", "oak"), role="trim")
    half = 0.29
    head, foot = np.array((0.42, 0.98)), np.array((-0.5, 0.33))
    bars = []
    for s in (-1, 1):
        for (y0, z0), (y1, z1), x in (((-0.56, 0.02), head, half), ((0.62, 0.02), foot, half - 0.035)):
            bars.append(_bar((s * x, y0, z0), (s * x, y1, z1), 0.024, 0.042))
        bars.append(_bar((s * (half + 0.03), 0.25, 0.79), (s * (half + 0.03), 0.66, 0.13), 0.02, 0.034))
    for (y, z), x in ((head, half), (foot, half - 0.02), ((-0.52, 0.05), half), ((0.58, 0.05), half), ((0.66, 0.13), half + 0.03)):
        bars.append(sweep([(-x, y, z), (0, y, z), (x, y, z)], 0.017, sides=16))
    b.add(join(bars), "frame")
    t = np.linspace(0, 1, 40)
    path = smooth_path([(head[0], head[1] + 0.018), (0.24, 0.66), (0.05, 0.37), (-0.1, 0.26), (-0.3, 0.27), (foot[0], foot[1] + 0.018)], 40)
    for k in range(11):
        x = np.linspace(-1 + 2 * k / 11, -1 + 2 * (k + 1) / 11, 4)
        dip = path[:, 1:] + 0.03 * (x[None, :] ** 2) * np.sin(np.pi * t)[:, None]
        grid = np.stack(np.broadcast_arrays(x[None, :] * (half - 0.045), path[:, :1], dip), axis=-1)
        b.add(sheet(grid, 0.002), "stripes" if k % 2 else "cloth", "cloth")
    b.support("seat", -0.18, 0.18, -0.28, 0.0, 0.29)


def _bar(a, c, wide: float, deep: float):
    """A bar of rectangular section between two points."""
    section = np.array([(-wide / 2, -deep / 2), (wide / 2, -deep / 2), (wide / 2, deep / 2), (-wide / 2, deep / 2)])
    return sweep(np.linspace(a, c, 4), 1.0, section=section, smooth=30)


@prop("cool_box")
def cool_box(spec: Spec, b: Builder) -> None:
    """A ribbed box of plastic with a pale lid and a handle that swings over it."""
    b.slot("body", "plastic", b.choose("#1f5fa3", "#b3261e", "#2f7d6a"), finish=("satin",))
    b.slot("lid", "plastic", "#ecebe6", role="trim", finish=("satin",))
    w, d, h = 0.46, 0.3, 0.28
    edge = oval(7, 96)
    rings = [np.column_stack([edge * (w / 2 * k, d / 2 * k), np.full(96, z)]) for z, k in ((0, 0.9), (0.01, 0.93), (h * 0.5, 0.97), (h, 1.0), (h, 0.9))]
    b.add(loft(rings, smooth=40), "body")
    b.add(join([box(w * 0.86, d * 1.0 - 0.001, 0.016, bevel=0.005, at=(0, 0, z)) for z in (0.06, 0.1, 0.14)]), "body", "ribs")
    lid = [
        np.column_stack([edge * (w / 2 * k, d / 2 * k), np.full(96, z)])
        for z, k in ((h, 0.95), (h, 1.04), (h + 0.035, 1.04), (h + 0.05, 0.98), (h + 0.05, 0.8), (h + 0.042, 0.77), (h + 0.042, 0.01))
    ]
    b.add(loft(lid, smooth=40), "lid")
    tilt = b.choose(0.0, 58.0)
    handle = smooth_path(
        [(-w / 2 - 0.025, 0, 0), (-w / 2 - 0.025, 0, 0.13), (-w / 2 + 0.02, 0, 0.19), (w / 2 - 0.02, 0, 0.19), (w / 2 + 0.025, 0, 0.13), (w / 2 + 0.025, 0, 0)],
        60,
    )
    b.add(move(rotate(sweep(handle, 0.013, sides=14, flat=1.5), tilt), 0, 0, h - 0.03), "lid", "handle")
    b.add(
        join([move(rotate(cylinder(0.026, 0.03, bevel=0.005), 0, 90), s * (w / 2 + (0.006 if s > 0 else 0.036)), 0, h - 0.03) for s in (-1, 1)]),
        "lid",
        "hinges",
    )
    b.support("lid", -w * 0.36, w * 0.36, -d * 0.34, d * 0.34, h + 0.043)


@prop("cooking_tripod")
def cooking_tripod(spec: Spec, b: Builder) -> None:
    """Three poles tied at the top; a chain with a hook, and a sooty kettle on it."""
    b.slot("poles", "bark", "#7a5f45")
    b.slot("iron", "iron", "#2a2b2d", role="trim")
    b.slot("kettle", "cast_iron", "#2f2e2d", role="trim")
    b.slot("rope", "burlap", "#b79a68", role="fixed")
    top = 1.45
    for k in range(3):
        a = 2 * math.pi * k / 3 + math.pi / 2 + 0.2
        foot, head = np.array((0.62 * math.cos(a), 0.62 * math.sin(a), 0)), np.array((-0.1 * math.cos(a), -0.1 * math.sin(a), top + 0.14))
        u = np.linspace(0, 1, 20)[:, None]
        path = foot + (head - foot) * u + np.sin(u * np.pi) * np.array((0.015, -0.012, 0)) * (k - 1)
        b.add(sweep(path, np.linspace(0.026, 0.018, 20), sides=14), "poles")
    b.add(join([torus(0.045, 0.009, at=(0, 0, top - 0.03 + 0.016 * k), segments=40, sides=10) for k in range(4)]), "rope")
    b.add(rods([((0, 0, top - 0.05), (0, 0, 0.86))], 0.004), "iron", "chain")
    b.add(join([move(rotate(torus(0.013, 0.0038, segments=24, sides=8), 90, 0, 90 * (k % 2)), 0, 0, 0.87 + 0.021 * k) for k in range(26)]), "iron", "chain")
    base = 0.5
    body = [
        (0, 0),
        (0.1, 0),
        (0.118, 0.02),
        (0.122, 0.06),
        (0.112, 0.12),
        (0.085, 0.155),
        (0.05, 0.168),
        (0.05, 0.174),
        (0.03, 0.182),
        (0.008, 0.186),
        (0.008, 0.198),
        (0.015, 0.208),
        (0, 0.214),
    ]
    b.add(move(lathe(rounded_profile(body, 0.006), segments=72), 0, 0, base), "kettle")
    spout = smooth_path([(-0.1, 0, 0.06), (-0.15, 0, 0.09), (-0.175, 0, 0.15), (-0.195, 0, 0.165)], 30)
    b.add(move(sweep(spout, np.linspace(0.024, 0.012, 30), sides=16), 0, 0, base), "kettle", "spout")
    t = np.linspace(0.15, math.pi - 0.15, 40)
    b.add(move(sweep(np.stack([0.11 * np.cos(t), np.zeros(40), 0.12 + 0.2 * np.sin(t)], axis=1), 0.0055), 0, 0, base), "iron", "handle")
    b.add(sweep(smooth_path([(0, 0, 0.88), (0, 0, 0.855), (0.018, 0, 0.835), (0, 0, 0.815), (-0.012, 0, 0.825)], 30), 0.0045), "iron", "hook")
    b.footprint = "round"


@prop("cot")
def cot(spec: Spec, b: Builder) -> None:
    """A baby's bed: barred sides, curved ends, a mattress with a blanket and a small pillow."""
    b.slot("frame", *b.choose(("paint", "#f1eee6"), ("pine", None), ("oak", None)))
    b.slot("linen", "cotton", "#f3f0e8", role="fixed")
    b.slot("blanket", "knit", b.choose("#a9c4cf", "#e3c2c0", "#d9d1a8", "#b9cdb0"), role="trim")
    long, wide, high = 1.3, 0.7, 0.95
    for s in (-1, 1):
        bars = [box(long, 0.035, 0.05, bevel=0.012, at=(0, s * wide / 2, z)) for z in (0.28, high - 0.12)]
        b.add(
            join(
                [
                    *bars,
                    rods(
                        [((x, s * wide / 2, 0.3), (x, s * wide / 2, high - 0.1)) for x in np.linspace(-long / 2 + 0.07, long / 2 - 0.07, 15)], 0.0085, sides=12
                    ),
                ]
            ),
            "frame",
            "sides",
        )
        y = np.linspace(-wide / 2, wide / 2, 24)
        crown = np.stack([np.full(24, s * long / 2), y, high - 0.06 + 0.1 * np.cos(y / wide * np.pi)], axis=1)
        posts = [box(0.05, 0.05, high - 0.05, bevel=0.014, at=(s * long / 2, k * wide / 2, 0)) for k in (-1, 1)]
        b.add(join([*posts, sweep(crown, 0.026, sides=16), box(0.035, wide, 0.05, bevel=0.01, at=(s * long / 2, 0, 0.28))]), "frame", "ends")
        tops = [(s * long / 2, k, high - 0.06 + 0.1 * math.cos(k / wide * math.pi)) for k in np.linspace(-wide / 2 + 0.06, wide / 2 - 0.06, 7)]
        b.add(rods([((x, k, 0.3), (x, k, z)) for x, k, z in tops], 0.0085, sides=12), "frame", "ends")
    edge = oval(6, 80)
    pad = [
        np.column_stack([edge * (long / 2 * k - 0.03, wide / 2 * k - 0.03), np.full(80, 0.3 + z)])
        for z, k in ((0, 0.97), (0.02, 1), (0.09, 1), (0.11, 0.95), (0.115, 0.02))
    ]
    b.add(loft(pad, smooth=50), "linen", "mattress")
    u, v = np.meshgrid(np.linspace(-0.06, 0.56, 60), np.linspace(-0.3, 0.3, 40), indexing="ij")
    ripple = 0.43 + 0.012 * np.sin(u * 23 + 3 * np.sin(v * 7)) + 0.008 * np.sin(v * 31 + u * 9) + 0.03 * np.exp(-(((u + 0.04) / 0.05) ** 2))
    b.add(sheet(np.stack([u, v, ripple], axis=-1), 0.01), "blanket")
    for o in stuffed(0.36, 0.24, 0.07, spec.seed, plump=0.5, folds=1.0):
        b.add(move(o, -0.4, 0, 0.41), "linen", "pillow")
    b.support("mattress", -0.3, 0.4, -0.2, 0.2, 0.43)


@prop("bunk_bed")
def bunk_bed(spec: Spec, b: Builder) -> None:
    """Two beds one above the other between four posts, a guard rail, a ladder at the side, made up."""
    b.slot("frame", *b.choose(("pine", None), ("paint", "#e9e6dd"), ("oak", None)))
    b.slot("linen", "cotton", "#f0ede5", role="fixed")
    b.slot("duvets", "cotton", b.choose("#6f93a8", "#b5674a", "#7d8f5a", "#c9a24a"), role="trim")
    long, wide, high = 2.02, 0.98, 1.68
    b.add(join([box(0.07, 0.07, high, bevel=0.01, at=(x * long / 2, y * wide / 2, 0)) for x in (-1, 1) for y in (-1, 1)]), "frame", "posts")
    for z in (0.3, 1.2):
        rails = [box(long, 0.03, 0.14, bevel=0.006, at=(0, y * wide / 2, z)) for y in (-1, 1)] + [
            box(0.03, wide, 0.14, bevel=0.006, at=(x * long / 2, 0, z)) for x in (-1, 1)
        ]
        rails += [box(0.026, wide, 0.1, bevel=0.006, at=(x * long / 2, 0, z + k)) for x in (-1, 1) for k in (0.2, 0.34)]
        b.add(join(rails), "frame", "rails")
        b.add(box(long - 0.06, wide - 0.05, 0.15, bevel=0.04, segments=5, at=(0, 0, z + 0.05)), "linen", "mattresses")
        u, v = np.meshgrid(np.linspace(-0.45, 0.97, 90), np.linspace(-0.5, 0.5, 60), indexing="ij")
        soft = z + 0.235 + 0.014 * np.sin(u * 11 + 2.5 * np.sin(v * 5 + z)) + 0.01 * np.sin(v * 19 + u * 7) - 0.3 * np.clip(np.abs(v) - 0.46, 0, 1) ** 1.0 * 2
        b.add(sheet(np.stack([u, v * 0.94, soft + 0.03 * np.exp(-(((u + 0.42) / 0.05) ** 2))], axis=-1), 0.035), "duvets")
        for o in stuffed(0.4, 0.62, 0.13, spec.seed + int(z * 10), plump=0.55, folds=1.4):
            b.add(move(o, -0.74, 0, z + 0.2), "linen", "pillows")
    b.add(
        join([box(long * 0.62, 0.026, 0.09, bevel=0.006, at=(-long * 0.19, -wide / 2, 1.45)), box(long, 0.026, 0.09, bevel=0.006, at=(0, wide / 2, 1.45))]),
        "frame",
        "guard",
    )
    ladder = [_bar((x, -wide / 2 - 0.2, 0.0), (x, -wide / 2 - 0.02, 1.55), 0.03, 0.05) for x in (0.5, 0.86)]
    ladder += [box(0.36, 0.06, 0.025, bevel=0.005, at=(0.68, -wide / 2 - 0.2 + 0.18 * z / 1.55, z)) for z in np.arange(0.25, 1.5, 0.26)]
    b.add(join(ladder), "frame", "ladder")
    b.support("lower", -0.3, 0.7, -0.3, 0.3, 0.57, headroom=0.6)
    b.support("upper", -0.3, 0.7, -0.3, 0.3, 1.47)


@prop("dreamcatcher")
def dreamcatcher(spec: Spec, b: Builder) -> None:
    """A hoop bound with leather, a web of thread knotted inwards with beads in it, three strings with beads and feathers; it hangs."""
    b.slot("hoop", "suede", b.choose("#8d6a48", "#6d4a30", "#c9b498"))
    b.slot("thread", "linen", "#efe8da", role="fixed")
    b.slot("beads", "glass", b.choose("#2f8f9a", "#a8322c", "#3f5fa3"), role="trim")
    b.slot("feathers", "petal", b.choose("#f1ece2", "#c9a27a", "#8fb4bd"), role="trim", params={"thin": 0.2})
    r, z = 0.11, 0.34
    t = np.linspace(0, 2 * np.pi, 400)
    bound = np.stack([r * np.cos(t), np.zeros(400), z + r * np.sin(t)], axis=1)
    b.add(sweep(bound, 0.0062 + 0.0007 * np.sin(t * 90), sides=14), "hoop")
    lines, beads, count = [], [], 13
    ring = [(r * math.cos(2 * math.pi * k / count), r * math.sin(2 * math.pi * k / count)) for k in range(count)]
    for row in range(6):
        mids = []
        for k in range(count):
            p, q = np.array(ring[k]), np.array(ring[(k + 1) % count])
            m = (p + q) / 2 * (0.86 - 0.01 * row)
            lines += [((p[0], 0, z + p[1]), (m[0], 0.0006 * (row % 2), z + m[1])), ((m[0], 0.0006 * (row % 2), z + m[1]), (q[0], 0, z + q[1]))]
            mids.append(tuple(m))
            if (row * 5 + k) % 11 == 0:
                beads.append(sphere(0.0034, at=(m[0], 0, z + m[1]), segments=14))
        ring = mids
    b.add(rods(lines, 0.00065, sides=5), "thread")
    growth = Growth()
    for x, drop, turn in ((-0.075, 0.1, 0.12), (0.0, 0.13, -0.05), (0.075, 0.1, -0.14)):
        top = z - math.sqrt(r * r - x * x)
        b.add(rods([((x, 0, top), (x, 0, top - drop))], 0.0008, sides=5), "thread", "strings")
        beads += [sphere(0.0048 - 0.0006 * k, at=(x, 0, top - drop * 0.55 - 0.011 * k), segments=16) for k in range(3)]
        for s in (-0.16, 0.16):
            _feather(growth, (x, 0, top - drop + 0.012), turn + s, b.vary(0.105))
    b.add(growth.object("feathers"), "feathers")
    b.add(join(beads), "beads")
    b.add(
        sweep(
            smooth_path([(-0.004, 0, z + r), (-0.012, 0, z + r + 0.05), (0, 0, z + r + 0.085), (0.012, 0, z + r + 0.05), (0.004, 0, z + r)], 40),
            0.0011,
            sides=6,
        ),
        "hoop",
        "loop",
    )
    b.hang = (0, 0, z + r + 0.085)


def _feather(growth: Growth, at, turn: float, length: float) -> None:
    """A feather that hangs from its quill, turned by `turn` radians from straight down."""
    t, s = np.linspace(0, 1, 26)[:, None], np.linspace(-1, 1, 11)[None, :]
    half = length * 0.11 * np.sin(np.pi * np.clip(t * 1.02, 0, 1)) ** 0.6 * (t > 0.08) * (1 + 0.12 * np.sin(t * 43))
    x, y = half * s, 0.02 * length * np.cos(s * 1.5) + 0.05 * length * t**2
    z = -length * t - np.abs(s) * half * -0.9
    c, n = math.cos(turn), math.sin(turn)
    grid = np.stack(np.broadcast_arrays(at[0] + c * x - n * z * -1, at[1] + y, at[2] + n * x * 0 + c * z), axis=-1)
    grid[..., 0] = at[0] + c * np.broadcast_to(x, grid.shape[:2]) + n * z
    grid[..., 2] = at[2] - n * np.broadcast_to(x, grid.shape[:2]) + c * z
    growth.sheet(grid, 0.75 + 0.35 * np.broadcast_to(t, grid.shape[:2]) ** 0.5, 0.0004)
    quill = np.stack([at[0] + n * -length * t[:, 0] * 1.0, at[1] + 0.05 * length * t[:, 0] ** 2 - 0.0005, at[2] - c * length * t[:, 0]], axis=1)
    growth.tube(quill, np.linspace(0.0012, 0.0003, 26), 6, 0.9)
