# SPDX-License-Identifier: GPL-3.0-or-later
"""Vegetables that are stalks, leaves and buds: asparagus, leek, celery, artichoke, cauliflower, spinach."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, field, from_geometry, lathe, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import points, set_points
from diorama_stage.kit.growth import Growth, frames, leaf, unit
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.props.nature.blooms import GOLDEN, wrapped
from diorama_stage.props.registry import prop


def _spear(length: float, radius: float, rng) -> Growth:
    """A spear of asparagus along +X: a pale foot, small pointed scales, a tight purple-green head of many."""
    one = Growth()
    t = np.linspace(0, 1, 40)
    green, pale, violet = np.array((1.0, 1.0, 1.0)), np.array((2.6, 1.9, 2.6)), np.array((1.1, 0.75, 1.3))
    tone = green + (pale - green) * np.clip(1 - t / 0.22, 0, 1)[:, None] + (violet - green) * np.clip((t - 0.8) / 0.2, 0, 1)[:, None] * 0.7
    wide = radius * np.interp(t, [0, 0.7, 0.86, 0.93, 1], [1, 0.94, 0.92, 0.7, 0.06])
    bow = length * 0.025 * rng.uniform(-1, 1) * np.sin(np.pi * t)
    path = np.column_stack([length * t, bow, 0 * t])
    one.tube(path, wide, 14, tone)
    scale = leaf(0.75, fold=0.25, curl=0.12, rows=6, columns=5, point=1.6, base=0.6)
    for k, s in enumerate([0.2, 0.34, 0.47, 0.58, 0.67, 0.74, *np.linspace(0.79, 0.975, 26)]):
        a = k * GOLDEN
        i = int(s * 39)
        out = np.array((0.0, math.cos(a), math.sin(a)))
        head = s > 0.78
        at = path[i] + out * wide[i] * 0.96
        axes = frames([np.array((1.0, 0, 0)) + out * (0.12 if head else 0.02)], out)
        one.copies(scale, [at], axes, radius * (1.9 if head else 1.7) * (1.0 if s < 0.93 else 0.65), tone[i] * (0.72 if k % 2 else 0.9))
    return one


@prop("asparagus")
def asparagus(spec: Spec, b: Builder) -> None:
    """A bundle of green spears tied with twine."""
    b.slot("body", "plant_stem", b.choose("#6d9440", "#5f8a3a", "#789a48"))
    b.slot("twine", "burlap", "#b99a66", role="fixed")
    spears, r = Growth(), 0.0062
    rows = [(k, 0) for k in range(5)] + [(k + 0.5, 1) for k in range(4)] + [(k + 1, 2) for k in range(3)]
    for k, row in rows:
        long = 0.19 * b.rng.uniform(0.94, 1.06)
        spears.put(
            _spear(long, r * b.rng.uniform(0.82, 1.08), b.rng),
            (-0.09 + b.rng.uniform(-0.006, 0.006), (k - 2) * 2 * r, r + row * 1.72 * r),
            frames([(1.0, b.rng.uniform(-0.02, 0.02), 0)])[0],
        )
    made = [b.add(spears.object("spears"), "body")]
    a = np.linspace(0, 2 * math.pi * 3, 120)
    x = -0.012 + 0.0022 * a / (2 * math.pi)
    wrap = np.column_stack([x, 5.4 * r * np.cos(a), 2.75 * r + 3.1 * r * np.sin(a)])
    made.append(b.add(sweep(wrap, 0.0011, sides=8), "twine"))
    turn = b.rng.uniform(20, 40)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)


@prop("leek")
def leek(spec: Spec, b: Builder) -> None:
    """A white shaft with a beard of roots, leaves folded about one another that fan out blue-green and are cut off square."""
    b.slot("body", "plant_stem", "#e9ecd6")
    b.slot("leaves", "leaf", "#4f7d4a", role="fixed")
    b.slot("roots", "straw", "#d8c9a0", role="fixed")
    L, r = 0.17, b.vary(0.015, 0.08)
    outline = smooth_path([(0, 0), (0.8, 0.004), (1.12, 0.02), (1.0, 0.06), (0.95, 0.5), (1.0, 1.0), (0, 1.0)], 80) * (r, L)
    shaft = lathe(outline, segments=48, smooth=60)
    made = [
        b.add(
            tint(shaft, lambda p: toward("#e9ecd6", "#9cb56a", np.clip((p[:, 2] / L - 0.5) * 1.7, 0, 1) + 0.1 * field(p * (1, 1, 0.1), 0.004, seed=2))), "body"
        )
    ]
    fan = Growth()
    for k in range(8):
        side = -1 if k % 2 else 1
        t, s = np.linspace(0, 1, 22)[:, None], np.linspace(-1, 1, 9)[None, :]
        half = r * (1.05 + 0.75 * t) * (1 - 0.1 * np.clip((t - 0.9) * 10, 0, 1))
        fold = 1.4 - 0.9 * t
        x = side * (r * 0.35 + (0.012 + 0.011 * k) * t**1.4) + side * half * 0.5 * (np.cos(s * fold) - 1)
        y = half * np.sin(s * fold) * 0.9
        z = L * 0.94 + (0.15 - 0.008 * k) * t * (1 - 0.06 * k * t) + 0 * s
        tone = toward("#4f7d4a", "#a9c07a", np.clip(1 - 1.6 * t, 0, 1).repeat(9, axis=1).ravel()).reshape(22, 9, 3) * (1 + 0.12 * np.cos(22 * s))[..., None]
        fan.sheet(np.stack([x, y + 0 * x, z], axis=-1), tone, 0.0011)
    made.append(b.add(fan.object("leaves"), "leaves"))
    roots = Growth()
    for _ in range(70):
        a, out = b.rng.uniform(0, 2 * math.pi), b.rng.uniform(0.1, 0.8) * r
        tip = np.array((out * 1.8 * math.cos(a), out * 1.8 * math.sin(a), -b.rng.uniform(0.008, 0.022)))
        roots.tube([(out * math.cos(a), out * math.sin(a), 0.001), tip * (0.8, 0.8, 0.5), tip], (0.0006, 0.0005, 0.0002), 4)
    made.append(b.add(roots.object("roots"), "roots"))
    turn = b.rng.uniform(-30, -15)
    for o in made:
        rotate(rotate(o, 0, 0, 90), 0, 90, turn)
    grounded(*made)


@prop("celery")
def celery(spec: Spec, b: Builder) -> None:
    """A head of ribbed, hollow-backed stalks joined at the foot, leafy at their ends."""
    base = "#b4cc72"
    b.slot("body", "plant_stem", base)
    b.slot("leaves", "leaf", "#5f9438", role="fixed")
    stalks, leaves = Growth(), Growth()
    shape = leaf(0.75, fold=0.15, curl=0.2, rows=14, columns=5, wave=0.09, point=0.8)
    for k in range(13):
        a, out = k * GOLDEN, 0.006 + 0.0021 * k
        way = np.array((math.cos(a), math.sin(a), 0.0))
        long = 0.3 - 0.004 * k + b.rng.uniform(-0.012, 0.012)
        path = smooth_path(
            [(*(way[:2] * out * 0.7), 0.0), (*(way[:2] * out * 1.25), 0.04), (*(way[:2] * out * 1.15), 0.14), (*(way[:2] * (out * 1.3 + 0.006)), long)], 26
        )
        q = np.linspace(-1.25, 1.25, 15)
        ribs = 1 + 0.05 * np.cos(q * 9)
        outer = np.column_stack([np.sin(q) * 1.15 * ribs, np.cos(q) * ribs])
        section = np.concatenate([outer, outer[::-1] * (0.74, 0.6) + (0, 0.02)])
        wide = np.interp(np.linspace(0, 1, 26), [0, 0.15, 0.6, 1], [0.012, 0.0135, 0.0105, 0.005]) * (1 - 0.012 * k if k < 8 else 0.9)
        side = np.array((-way[1], way[0], 0.0))
        grid = path[:, None, :] + wide[:, None, None] * (section[None, :, :1] * side + (section[None, :, 1:] - 0.6) * way)
        pale = toward(base, "#f0f0cc", np.linspace(0.95, 0.0, 26) + 0.25 * (k < 4))
        closed = np.concatenate([grid, grid[:, :1]], axis=1)
        stalks.sheet(closed, np.repeat(pale[:, None], closed.shape[1], axis=1))
        for j in range(3):
            tip = path[-1] + way * b.rng.uniform(-0.004, 0.012) + (0, 0, -0.012 * (j % 3))
            turn = b.rng.uniform(-1.2, 1.2)
            out_way = unit(way * math.cos(turn) + side * math.sin(turn) + np.array((0, 0, b.rng.uniform(1.2, 2.4))))
            leaves.tube([tip, tip + out_way * 0.012, tip + out_way * 0.022], (0.002, 0.0015, 0.001), 5, (1.5, 1.4, 1.2))
            for bend in (-0.7, 0, 0.7):
                way_ = unit(out_way + side * bend)
                leaves.copies(shape, [tip + out_way * 0.018], frames([way_], (way[0], way[1], 0.6)), b.rng.uniform(0.02, 0.03), b.rng.uniform(0.75, 1.2))
    made = [b.add(stalks.object("stalks"), "body"), b.add(leaves.object("leaves"), "leaves")]
    turn = b.rng.uniform(-32, -16)
    for o in made:
        rotate(o, 0, 88, turn)
    grounded(*made)


@prop("artichoke")
def artichoke(spec: Spec, b: Builder) -> None:
    """A globe of thick overlapping scales, each with a notched tip, on a cut stalk."""
    base = b.choose("#7d9450", "#87985a", "#708a4e")
    b.slot("body", "leaf", base)
    b.slot("stalk", "plant_stem", "#8a9a5a", role="trim")
    R, scales = b.vary(0.047, 0.08), Growth()
    count = 88
    for k in range(count):
        u = (k + 0.5) / count  # from the foot up
        up = -1.12 + 2.5 * u**0.88
        level = R * math.cos(min(up, 1.5)) ** 0.75 * (1.05 - 0.05 * u) if up < 1.5 else R * 0.06
        z = R * (1.0 + 1.12 * math.sin(min(up, 1.5)))
        long = R * (0.6 - 0.12 * u)
        radii = [
            max(level * 0.86, 0.001),
            level * 1.06 + 0.0015,
            level * 1.04,
            max(level * 0.9 - R * 0.16 * u, 0.0008),
            max(level * 0.78 - R * 0.34 * u, 0.0004),
        ]
        heights = [z - long * 0.55, z - long * 0.2, z + long * 0.12, z + long * 0.42, z + long * 0.62]
        half = min(0.42 * R / max(level, R * 0.22), 1.3)
        shade = lambda t, s, u=u: (0.55 + 0.55 * t) * (1 - 0.18 * s) + 0.1 * u  # noqa: E731
        wrapped(scales, k * GOLDEN, half, radii, heights, point=0.16, edge=0.45, detail=(9, 9), thick=0.0014, shade=shade)
    made = [b.add(scales.object("scales"), "body")]
    violet = lambda p: toward(base, "#6d4a5a", np.clip(0.75 * field(p, 0.03, seed=spec.seed) + (p[:, 2] / R - 1.4) * 0.5, 0, 0.6))  # noqa: E731
    layer = made[0].data.color_attributes["Tint"]
    old = np.empty(len(layer.data) * 4, np.float32)
    layer.data.foreach_get("color", old)
    old = old.reshape(-1, 4)
    old[:, :3] *= violet(points(made[0].data).astype(float))
    layer.data.foreach_set("color", old.ravel())
    stalk = lathe(smooth_path([(0, -0.045), (0.0085, -0.0445), (0.0088, -0.02), (0.011, 0.002), (0.02, 0.012), (0, 0.014)], 40), segments=32, smooth=50)
    made.append(b.add(tint(stalk, lambda p: toward("#8a9a5a", "#d9d8a8", np.clip((-0.0435 - p[:, 2]) / 0.001, 0, 1))), "stalk"))
    turn = b.rng.uniform(0, 360)
    for o in made:
        rotate(rotate(o, 0, 0, turn), 64, 0, 152)
    grounded(*made)


@prop("cauliflower")
def cauliflower(spec: Spec, b: Builder) -> None:
    """A dome of white curds, knob on knob, in a ruff of ribbed green leaves."""
    b.slot("body", "bread_crumb", b.choose("#f0ead6", "#efe6cc", "#f3eee0"))
    b.slot("leaves", "leaf", "#86ab5a", role="fixed")
    R, rng = b.vary(0.075, 0.06), np.random.default_rng(spec.seed)
    parts = [Part(np.array([(0, 0, R * 0.55, R * 0.72)]), 0.0, radii=np.array((0.84, 0.84, 0.56)) * R, turn=np.eye(3))]
    n = 46
    for k in range(n):
        u = math.sqrt((k + 0.5) / n)
        a, up = k * GOLDEN, (1 - u) * math.pi / 2 + 0.05
        way = np.array((math.cos(a) * math.cos(up), math.sin(a) * math.cos(up), math.sin(up)))
        parts.append(
            Part(
                np.array([(*(way * R * (0.86, 0.86, 0.5) + (0, 0, R * 0.56)), R * rng.uniform(0.12, 0.17))]).repeat(2, axis=0)
                + np.array([(0,) * 4, (*(way * 0.002), 0)]),
                0.004,
            )
        )
    points, quads = Clay(parts, R * 0.024).skin(1)
    head = from_geometry("curds", points, quads, smooth=180)
    knobs = field(points, R * 0.085, seed=spec.seed, octaves=1)
    fine = field(points, R * 0.035, seed=spec.seed + 1, octaves=2)
    normal = np.empty(len(points) * 3, np.float32)
    head.data.vertices.foreach_get("normal", normal)
    moved = points + normal.reshape(-1, 3) * (R * 0.028 * np.abs(knobs) + R * 0.02 * fine)[:, None]
    set_points(head.data, moved)
    tone = toward("#f0ead6", "#c9b888", np.clip(0.3 - 0.7 * np.abs(knobs) - 0.3 * fine, 0, 0.8))
    made = [b.add(tint(head, lambda _: tone), "body")]
    ruff = Growth()
    for k in range(11):
        a = 2 * math.pi * k / 11 + rng.uniform(-0.12, 0.12)
        high, out = R * (0.95 if k % 2 else 0.72) * rng.uniform(0.85, 1.1), R * rng.uniform(1.06, 1.16)
        t, s = np.linspace(0, 1, 18)[:, None], np.linspace(-1, 1, 15)[None, :]
        wide = 0.42 * np.sin(np.pi * np.clip(0.2 + 0.76 * t, 0, 1)) ** 0.7
        ang = a + s * wide
        r = (
            R * 0.25
            + (out - R * 0.25) * np.sin(np.pi / 2 * np.minimum(1.5 * t, 1))
            + R * 0.22 * np.clip(t - 0.6, 0, 1) ** 1.2
            + R * 0.035 * np.sin(9 * s + 5 * t) * t * np.abs(s)
        )
        z = high * t**1.2 + 0.0 * s
        rib = np.exp(-((s / 0.1) ** 2)) + 0.5 * np.exp(-((((np.abs(s) * 4 + 4 * t) % 1 - 0.5) / 0.14) ** 2)) * np.abs(s)
        tone = toward("#86ab5a", "#e4ebc0", np.clip(0.75 * rib * (1.1 - 0.5 * t) + 0.7 * np.clip(0.35 - t, 0, 1), 0, 1).ravel()).reshape(18, 15, 3)
        ruff.sheet(np.stack([r * np.cos(ang), r * np.sin(ang), z], axis=-1), tone * (0.85 + 0.2 * t)[..., None], 0.0016)
    made.append(b.add(ruff.object("ruff"), "leaves"))
    for o in made:
        rotate(o, 14, 0, 0)
    grounded(*made)
    b.footprint = "round"


@prop("spinach")
def spinach(spec: Spec, b: Builder) -> None:
    """A bunch of broad dark leaves on thin stalks, loosely gathered."""
    b.slot("body", "leaf", b.choose("#3a6b2a", "#33632a", "#427530"), params={"thin": 0.15})
    b.slot("stalks", "plant_stem", "#8fb060", role="fixed")
    leaves, stalks = Growth(), Growth()
    shapes = [
        leaf(f, fold=0.12, curl=c, rows=16, columns=9, wave=w, point=0.5, base=0.5) for f, c, w in ((0.72, 0.2, 0.05), (0.64, -0.12, 0.07), (0.78, 0.32, 0.04))
    ]
    for k in range(24):
        a = b.rng.uniform(-0.75, 0.75) * (0.4 + 0.6 * k / 24)
        high = 0.004 + 0.0019 * k * math.cos(a)
        foot = np.array((-0.075 + b.rng.uniform(-0.012, 0.012), b.rng.uniform(-0.01, 0.01), 0.006 + 0.0008 * k))
        neck = foot + np.array((0.062 * math.cos(a), 0.062 * math.sin(a), high * 0.8))
        stalks.tube([foot, (foot + neck) / 2 + (0, 0, 0.004), neck], (0.0019, 0.0016, 0.0012), 6, b.rng.uniform(0.85, 1.15))
        way = np.array((math.cos(a), math.sin(a), b.rng.uniform(-0.12, 0.5)))
        leaves.copies(
            b.rng.choice(shapes),
            [neck],
            frames([way], (b.rng.uniform(-0.5, 0.5), b.rng.uniform(-0.7, 0.7), 1.0)),
            b.rng.uniform(0.055, 0.085),
            b.rng.uniform(0.7, 1.3),
        )
    leaves.verts = [np.maximum(v, (-np.inf, -np.inf, 0.0005)) for v in leaves.verts]
    veined = leaves.object("leaves")
    made = [b.add(veined, "body"), b.add(stalks.object("stalks"), "stalks")]
    turn = b.rng.uniform(-40, -20)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)
