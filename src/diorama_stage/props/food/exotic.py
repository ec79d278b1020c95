# SPDX-License-Identifier: GPL-3.0-or-later
"""Fruit of warm lands: olives, figs, dates, an apricot, lychees, a dragon fruit; and two roots, beetroot and ginger."""

from __future__ import annotations

import math

import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, from_geometry, lathe, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth, frames, unit
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.props.food.produce import stone_fruit
from diorama_stage.props.nature.blooms import GOLDEN
from diorama_stage.props.play.golf import fibonacci, icosphere
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import bead


def _tumbled(b: Builder, made: list, low: float, high: float) -> None:
    """Tilt it by so many degrees, turn it anyhow, set it on the ground."""
    tilt, turn = b.rng.uniform(low, high), b.rng.uniform(0, 360)
    for o in made:
        rotate(o, tilt, 0, turn)
    grounded(*made)
    b.footprint = "round"


@prop("olive")
def olive(spec: Spec, b: Builder) -> None:
    """Green with a red pimento in its hole, or black."""
    black = spec.is_a("black")
    base = "#2a1f2c" if black else b.choose("#7f8a32", "#8a9440", "#727c2c")
    b.slot("body", "grape_skin", base)
    r = b.vary(0.0088, 0.08)
    outline = smooth_path([(0.0, -0.9) if black else (0.28, -1.22), (0.32, -1.3), (0.62, -1.12), (1.0, -0.1), (0.86, 0.75), (0.45, 1.22), (0, 1.34)], 60) * r
    skin = displace(lathe([(0.0, -1.12 * r), *map(tuple, outline[1:])], segments=48, smooth=180), 0.03 * r, r, seed=spec.seed)

    def spots(p):
        return toward(
            base, "#c9c47a" if not black else "#5a3a4a", 0.22 + 0.4 * field(p, r * 0.9, seed=spec.seed) + 0.3 * np.clip(field(p, r * 0.12, seed=3) - 0.7, 0, 1)
        )

    made = [b.add(tint(skin, spots), "body")]
    if not black:
        b.slot("pimento", "tomato_skin", "#c23018", role="fixed")
        made.append(b.add(ellipsoid(0.31 * r, 0.31 * r, 0.24 * r, at=(0, 0, -1.18 * r), segments=20), "pimento"))
    for o in made:
        rotate(o, -78, 0, 0)
    turn = b.rng.uniform(0, 60)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)
    b.footprint = "round"


FIG = [(0, 0), (0.1, 0.004), (0.42, 0.05), (0.62, 0.25), (0.6, 0.5), (0.4, 0.75), (0.16, 0.95), (0.09, 1.1), (0.075, 1.2), (0, 1.21)]
"""Half a fig's outline, shares of its height."""


@prop("fig")
def fig(spec: Spec, b: Builder) -> None:
    """A purple drop with fine ribs and bloom, its neck green; halved, it shows a pale rim about red flesh full of seeds."""
    h = b.vary(0.045, 0.08)
    base = "#4a2b48"
    b.slot("body", "pear_skin", base)
    outline = np.abs(smooth_path(FIG, 90)) * h
    skin = lathe(outline, segments=120, smooth=180)
    at = vertices(skin).astype(float)
    q = np.arctan2(at[:, 1], at[:, 0])
    at[:, :2] *= (1 + 0.012 * np.cos(14 * q + 2 * np.sin(3 * q)) * np.sin(np.pi * np.clip(at[:, 2] / h, 0, 1)))[:, None]
    half = spec.is_a("half") or spec.has("cut", "halved", "sliced")
    if half:
        at[:, 1] = np.maximum(at[:, 1], 0.0)
    set_points(skin.data, at)

    def bloom(p):
        return toward(base, "#8d86a8", 0.16 + 0.35 * field(p, h * 0.35, seed=spec.seed) + 0.2 * np.cos(14 * np.arctan2(p[:, 1], p[:, 0]))) * toward(
            "#ffffff", "#c4e07a", np.clip((p[:, 2] / h - 0.75) * 2.4, 0, 1)
        )

    made = [b.add(tint(displace(skin, 0.012 * h, 0.5 * h, seed=spec.seed), bloom), "body")]
    if half:
        made.append(_fig_flesh(spec, b, outline, h))
        lean, turn = -62, b.rng.uniform(-25, 25)
        for o in made:
            rotate(o, lean, 0, turn)
        grounded(*made)
        return
    _tumbled(b, made, 4, 24)


def _fig_flesh(spec: Spec, b: Builder, outline: np.ndarray, h: float):
    """The cut face: a white rind, then red threads and pale seeds about a hollow."""
    b.slot("flesh", "sliced_fish", "#c23a4a", role="fixed", finish=("wet",))
    s = np.linspace(-1, 1, 81)
    grid = np.stack([np.outer(outline[:, 0], s), np.full((len(outline), 81), -0.0004), np.repeat(outline[:, 1:], 81, axis=1)], axis=-1)
    x, z = grid[..., 0].ravel(), grid[..., 2].ravel()
    from_rim = np.minimum(outline[:, 0].repeat(81) - np.abs(x), np.minimum(z, 1.15 * h - z)) / h
    p = np.column_stack([x, 0 * x, z])
    core = np.clip((from_rim - 0.07) / 0.05 + 0.5 * field(p, h * 0.06, seed=spec.seed), 0, 1)
    tone = toward("#c23a4a", "#f2ead2", 1 - core) * (1 + 0.3 * field(p, h * 0.05, seed=1))[:, None]
    seeds = np.clip(field(p, h * 0.045, seed=5, octaves=1) - 0.72, 0, 1) * core * 3
    tone = tone * (1 - seeds[:, None]) + toward("#c23a4a", "#ecc98a", np.ones(len(p))) * seeds[:, None]
    grid[..., 1] -= (0.02 * h * core * (0.4 + field(p, h * 0.06, seed=9))).reshape(grid.shape[:2])
    face = Growth().sheet(grid, 1.0).object("flesh")
    return b.add(tint(face, lambda _: np.clip(tone, 0.05, 40)), "flesh")


@prop("date_fruit")
def date_fruit(spec: Spec, b: Builder) -> None:
    """Brown, glossy and wrinkled lengthwise, a pale cap where it hung."""
    base = b.choose("#5a2e16", "#6b3a1c", "#4a2412")
    b.slot("body", "grape_skin", base)
    b.slot("cap", "straw", "#c9a060", role="fixed")
    L = b.vary(0.04, 0.1)
    outline = smooth_path([(0, 0), (0.14, 0.01), (0.245, 0.14), (0.275, 0.45), (0.24, 0.8), (0.12, 0.97), (0, 1)], 110) * L
    skin = lathe(outline, segments=120, smooth=180)
    at = vertices(skin).astype(float)
    q = np.arctan2(at[:, 1], at[:, 0])
    ridge = field(np.column_stack([np.cos(q) * 2.2, np.sin(q) * 2.2, at[:, 2] / L * 0.7]), 0.55, seed=spec.seed, octaves=2)
    at[:, :2] *= (1 - 0.11 * np.abs(ridge) * np.sin(np.pi * np.clip(at[:, 2] / L, 0, 1)))[:, None]
    set_points(skin.data, at)
    made = [b.add(tint(skin, lambda p: toward(base, "#b0713a", np.clip(0.35 - np.abs(ridge), 0, 1) + 0.25 * field(p, L * 0.3, seed=2))), "body")]
    made.append(
        b.add(
            lathe([(0.0, 0.985 * L), (0.05 * L, 0.99 * L), (0.065 * L, 0.96 * L), (0.08 * L, 0.985 * L), (0.05 * L, 1.02 * L), (0, 1.02 * L)], segments=24),
            "cap",
        )
    )
    turn, roll = b.rng.uniform(0, 360), b.rng.uniform(0, 360)
    for o in made:
        rotate(rotate(o, 0, 0, roll), 0, 88, turn)
    grounded(*made)


@prop("apricot")
def apricot(spec: Spec, b: Builder) -> None:
    """Small, velvety and orange with a red cheek, a cleft down its side."""
    R, base = b.vary(0.024, 0.06), b.choose("#eda13c", "#f0a94a", "#e8933a")
    b.slot("body", "felt", base)
    b.slot("stem", "bark", "#5a4028", role="fixed")
    skin = stone_fruit(R, 0.96, 0.11, spec.seed)

    def cheek(p):
        return (
            toward(base, "#c9402a", np.clip(0.9 * (p[:, 0] / R) - 0.15 + 0.35 * field(p, R * 0.7, seed=spec.seed), 0, 0.75))
            * (1 + 0.06 * field(p, R * 0.12, seed=1))[:, None]
        )

    made = [b.add(tint(skin, cheek), "body"), b.add(lathe([(0, 0.72 * R), (0.07 * R, 0.73 * R), (0.06 * R, 0.8 * R), (0, 0.82 * R)], segments=16), "stem")]
    tilt, turn = b.rng.uniform(5, 45), b.rng.uniform(-50, 50)
    for o in made:
        rotate(o, tilt, 0, turn)
    grounded(*made)
    b.footprint = "round"


@prop("lychee")
def lychee(spec: Spec, b: Builder) -> None:
    """A rough pink-red rind of pointed bumps; peeled, white glassy flesh in half of it."""
    R, base = b.vary(0.0165, 0.07), b.choose("#b8323c", "#c23f46", "#a82c3a")
    b.slot("body", "clay", base)
    peeled = spec.has("peeled")
    cells = cKDTree(fibonacci(190))

    def bumps(way):
        near = cells.query(way, k=2)[0]
        return R * 0.075 * np.clip((near[:, 1] - near[:, 0]) / 0.12, 0, 1) ** 0.8

    skin = icosphere(R, 6, bumps)
    at = vertices(skin).astype(float)
    high = bumps(at / np.linalg.norm(at, axis=1, keepdims=True)) / (R * 0.075)
    made = [b.add(tint(skin, lambda p: toward(base, "#e88a7a", 0.75 * high**2) * (0.72 + 0.3 * high + 0.12 * field(p, R, seed=spec.seed))[:, None]), "body")]
    if peeled:
        b.slot("flesh", "egg_white", "#f2efe9", role="fixed", finish=("wet",))
        edge = 0.1 * R + 0.12 * R * np.sin(5 * np.arctan2(at[:, 1], at[:, 0]))
        at[:, 2] = np.minimum(at[:, 2], edge)
        set_points(skin.data, at)
        made.append(b.add(ellipsoid(R * 0.95, R * 0.95, R * 1.03, segments=48), "flesh"))
    else:
        b.slot("stem", "bark", "#6b4a2c", role="fixed")
        made.append(b.add(sweep(smooth_path([(0, 0, R * 0.95), (0.001, 0, R * 1.25), (0.004, 0, R * 1.6)], 10), 0.0011, sides=8), "stem"))
    _tumbled(b, made, 8, 40)


@prop("dragon_fruit")
def dragon_fruit(spec: Spec, b: Builder) -> None:
    """Magenta with green-tipped scales; halved, white flesh strewn with black seeds."""
    h, base = b.vary(0.11, 0.06), b.choose("#d42a6a", "#c9245f", "#dd3a76")
    b.slot("body", "pear_skin", base)
    outline = np.abs(smooth_path([(0, 0), (0.2, 0.01), (0.34, 0.18), (0.39, 0.45), (0.35, 0.75), (0.22, 0.95), (0.1, 1.0), (0, 1.0)], 90)) * h
    skin = displace(lathe(outline, segments=96, smooth=180), 0.012 * h, 0.3 * h, seed=spec.seed)
    half = spec.is_a("half") or spec.has("cut", "halved", "sliced")
    if half:
        at = vertices(skin).astype(float)
        at[:, 1] = np.maximum(at[:, 1], 0)
        set_points(skin.data, at)
    made = [b.add(tint(skin, lambda p: 1 + 0.2 * field(p, h * 0.2, seed=spec.seed)), "body")]
    scales = Growth()
    t, s = np.linspace(0, 1, 12)[:, None], np.linspace(-1, 1, 7)[None, :]
    for k in range(30):
        u = (k + 0.6) / 30
        a, z = k * GOLDEN, h * (0.06 + 0.9 * u)
        if half and math.sin(a) < 0.15:
            continue
        r = float(np.interp(z, outline[:, 1], outline[:, 0])) if u < 0.97 else 0.1 * h
        long, wide = h * (0.17 + 0.2 * u**2), h * 0.085
        w = wide * (1 - t) ** 0.8
        out = r + 0.001 + h * (0.02 + 0.16 * u) * t**1.6
        ang = a + s * w / max(r, 0.2 * h)
        grid = np.stack([out * np.cos(ang), out * np.sin(ang), z - h * 0.03 + long * t * (1 - 0.25 * t) + 0 * s], axis=-1)
        tone = toward(base, "#9cc04a", np.clip(1.5 * t - 0.25, 0, 1).repeat(7, axis=1).ravel()).reshape(12, 7, 3)
        scales.sheet(grid, tone, 0.0013)
    made.append(b.add(scales.object("scales"), "body", "scales"))
    if half:
        made += _dragon_flesh(spec, b, outline, h)
        turn = b.rng.uniform(-25, 25)
        for o in made:
            rotate(o, -58, 0, turn)
        grounded(*made)
        return
    tilt, turn = 74, b.rng.uniform(200, 240)
    for o in made:
        rotate(o, tilt, 0, turn)
    grounded(*made)


def _dragon_flesh(spec: Spec, b: Builder, outline: np.ndarray, h: float) -> list:
    """The cut face: a rim of pink, white flesh, hundreds of black seeds."""
    b.slot("flesh", "sliced_fish", "#f2eef0", role="fixed", finish=("wet",))
    b.slot("seeds", "plastic", "#17141a", role="fixed")
    s = np.linspace(-1, 1, 61)
    grid = np.stack([np.outer(outline[:, 0], s), np.full((len(outline), 61), -0.0006), np.repeat(outline[:, 1:], 61, axis=1)], axis=-1)
    x, z = grid[..., 0].ravel(), grid[..., 2].ravel()
    rim = np.minimum(outline[:, 0].repeat(61) - np.abs(x), np.minimum(z, h - z)) / h
    face = b.add(tint(Growth().sheet(grid, 1.0).object("flesh"), lambda _: toward("#f2eef0", "#d42a6a", np.clip(1 - rim / 0.035, 0, 1))), "flesh")
    rng, at = np.random.default_rng(spec.seed), []
    while len(at) < 420:
        px, pz = rng.uniform(-0.39, 0.39) * h, rng.uniform(0.03, 0.97) * h
        if abs(px) < np.interp(pz, outline[:, 1], outline[:, 0]) - 0.05 * h:
            at.append((px, -0.0008, pz))
    verts, faces = bead(6, 8)
    seeds = Growth().copies((verts, faces), at, np.repeat(np.eye(3)[None], len(at), 0), np.tile((0.0012, 0.0006, 0.0017), (len(at), 1)))
    return [face, b.add(seeds.object("seeds"), "seeds")]


@prop("beetroot")
def beetroot(spec: Spec, b: Builder) -> None:
    """A dark red root with its rat-tail, crimson stalks with veined leaves."""
    r, base = b.vary(0.032, 0.08), "#5a1a33"
    b.slot("body", "clay", base)
    b.slot("stems", "plant_stem", "#9c1f4a", role="fixed")
    b.slot("leaves", "leaf", "#3f6b2c", role="fixed")
    outline = (
        smooth_path([(0, -2.6), (0.02, -2.3), (0.05, -1.7), (0.14, -1.2), (0.55, -0.85), (1.0, 0.05), (0.8, 0.68), (0.3, 0.93), (0.18, 1.02), (0, 1.05)], 100)
        * r
    )
    skin = displace(lathe(outline, segments=72, smooth=180), 0.05 * r, 0.8 * r, seed=spec.seed)
    for v in skin.data.vertices:
        if v.co.z < -r:
            v.co.x += 0.35 * r * math.sin(2.2 * (v.co.z / r + 1)) * (-(v.co.z / r) - 1)
    rings = lambda p: toward(base, "#8a5a55", 0.14 + 0.3 * field(p * (1, 1, 4), r * 0.4, seed=spec.seed) + 0.25 * np.clip(p[:, 2] / r - 0.5, 0, 1))  # noqa: E731
    made = [b.add(tint(skin, rings), "body")]
    stems, leaves = Growth(), Growth()
    for k in range(7):
        a = k * GOLDEN
        way = np.array((0.42 * math.cos(a), 0.42 * math.sin(a), 1.0))
        top = np.array((0.1 * r * math.cos(a), 0.1 * r * math.sin(a), 0.98 * r))
        long = b.rng.uniform(0.055, 0.085)
        path = smooth_path([top, top + way * long * 0.5 + (0, 0, 0.006), top + way * long * (1, 1, 0.95)], 14)
        stems.tube(path, np.linspace(0.0036, 0.0018, 14), 8)
        t, s = np.linspace(0, 1, 20)[:, None], np.linspace(-1, 1, 11)[None, :]
        half = 0.026 * np.sin(np.pi * np.clip(t, 0.03, 1) ** 0.7) ** 0.8
        grid = np.stack(
            [0.075 * t + 0 * s, half * s, 0.012 * np.sin(3 * t) - 0.02 * t**2 + 0.2 * half * np.abs(s) + 0.003 * np.sin(14 * t + 4 * s) * np.abs(s)], axis=-1
        )
        veins = np.clip(np.exp(-((s / 0.09) ** 2)) + 0.8 * np.exp(-((((t * 5 - np.abs(s) * 1.6) % 1 - 0.5) / 0.12) ** 2)) * (np.abs(s) > 0.05), 0, 1)
        tone = toward("#3f6b2c", "#a8204f", veins.ravel()).reshape(20, 11, 3)
        leaves.put(Growth().sheet(grid, tone, 0.0005), path[-1], frames([unit(way)], (0, 0.3, -1) if k % 2 else (0, -0.3, 1))[0])
    made += [b.add(stems.object("stems"), "stems"), b.add(leaves.object("leaves"), "leaves")]
    turn = b.rng.uniform(-40, -15)
    for o in made:
        rotate(o, 0, 84, turn)
    grounded(made[0])
    for o in made[1:]:
        low = vertices(o).astype(float)
        low[:, 2] = np.maximum(low[:, 2] + r * 0.98, 0.0012)
        set_points(o.data, low)


@prop("ginger")
def ginger(spec: Spec, b: Builder) -> None:
    """A knobbly rhizome of rounded fingers, ringed with scars, pale where a finger was cut."""
    base = b.choose("#c9a878", "#c2a070", "#d0b084")
    b.slot("body", "clay", base)
    b.slot("cut", "carrot", "#ecd98a", role="fixed")
    at = lambda *rows: np.array(rows, float)  # noqa: E731
    j = lambda v: v + b.rng.uniform(-0.004, 0.004)  # noqa: E731
    fingers = [
        at((-0.05, 0, 0.014, 0.013), (-0.02, j(0.004), 0.016, 0.0155), (0.015, j(-0.003), 0.016, 0.0148), (0.05, 0.004, 0.014, 0.0125)),
        at((-0.022, 0.006, 0.016, 0.013), (-0.032, 0.03, 0.016, 0.0125), (j(-0.03), 0.05, 0.016, 0.011)),
        at((0.012, -0.004, 0.016, 0.013), (0.02, -0.028, 0.015, 0.0125), (j(0.034), -0.044, 0.014, 0.011)),
        at((0.02, 0.004, 0.018, 0.0115), (0.032, 0.024, 0.022, 0.0115), (0.03, j(0.038), 0.027, 0.0095)),
        at((-0.04, -0.002, 0.016, 0.0115), (-0.056, -0.018, 0.015, 0.011), (j(-0.06), -0.03, 0.014, 0.0095)),
        at((-0.006, 0.0, 0.022, 0.011), (-0.004, -0.006, 0.036, 0.0098)),
    ]
    points, quads = Clay([Part(f, 0.007) for f in fingers], 0.0018).skin(3)
    body = from_geometry("ginger", points, quads, smooth=180)
    ways = [unit(f[-1, :3] - f[0, :3]) for f in fingers]
    along = np.stack([points @ w for w in ways], axis=1)
    dist = np.stack([np.linalg.norm(points[:, None] - f[None, :, :3], axis=2).min(axis=1) for f in fingers], axis=1)
    run = along[np.arange(len(points)), dist.argmin(axis=1)]
    scar = np.exp(-((((run / 0.0085 + 0.25 * field(points, 0.02, seed=spec.seed)) % 1 - 0.5) / 0.1) ** 2))
    tone = toward(base, "#7d5c38", 0.75 * scar + 0.35 * field(points, 0.01, seed=2)) * (1 + 0.15 * field(points, 0.03, seed=3))[:, None]
    made = [b.add(tint(displace(body, 0.0009, 0.006, seed=spec.seed), lambda _: tone), "body")]
    end = fingers[0][-1]
    disc = ellipsoid(0.0022, 0.0108, 0.0112, at=(end[0] + 0.0114, end[1], end[2]), segments=40)
    made.append(
        b.add(tint(disc, lambda p: toward("#ecd98a", "#c9a04a", np.exp(-(((np.hypot(p[:, 1] - end[1], p[:, 2] - end[2]) - 0.0078) / 0.0008) ** 2)))), "cut")
    )
    turn = b.rng.uniform(-35, 15)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)
