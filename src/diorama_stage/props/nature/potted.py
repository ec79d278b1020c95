# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants in pots: monstera, snake plant, fern, rubber fig, aloe, basil and those of `rosettes`; and cacti. The pot takes the colour asked of a plant, the body that of a cactus."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, bezier, displace, lathe, rounded_profile, smooth_path
from diorama_stage.kit.growth import Growth, frames, grid_faces, leaf, unit
from diorama_stage.props.nature import blooms
from diorama_stage.props.nature.rosettes import bonsai, echeveria, geranium, lavender
from diorama_stage.props.registry import prop


def pot(b: Builder, radius: float, height: float, *, style: str, role: str = "main") -> float:
    """A pot of rim `radius` and `height` metres with soil in it; returns the soil's level. Styles: clay (a collar and a saucer), glazed (a plain tapered cylinder), bowl, tray (low, for a bonsai)."""
    wall, soil = 0.006, height * 0.9
    if style == "clay":
        b.slot("pot", "terracotta", b.choose("#b5643c", "#a85a38"), role=role)
        collar = height * 0.2
        outline = [(0, 0.012), (radius * 0.66, 0.012), (radius * 0.88, height - collar), (radius, height - collar), (radius * 1.03, height)]
        saucer = [(0, 0.003), (radius * 0.72, 0), (radius * 0.9, 0.022), (radius * 0.87, 0.023), (radius * 0.72, 0.006), (0, 0.006)]
        b.add(lathe(rounded_profile(saucer, 0.003), segments=72), "pot", "saucer")
    elif style == "tray":
        b.slot("pot", "stoneware", b.choose("#5a4437", "#3f4c52", "#6b4a3a"), role=role)
        outline = [(0, 0.006), (radius * 0.8, 0.006), (radius * 0.86, 0.0), (radius * 0.93, 0.006), (radius * 0.98, height * 0.8), (radius * 1.06, height * 0.86), (radius * 1.06, height)]
    elif style == "bowl":
        b.slot("pot", "stoneware", b.choose("#d8d2c6", "#6f7f83"), role=role)
        outline = [(0, 0), (radius * 0.62, 0), (radius * 0.97, height * 0.45), (radius, height * 0.7), (radius * 0.9, height)]
    else:
        b.slot("pot", "ceramic", b.choose("#e6e2d9", "#d9c8b4", "#48575c", "#cfd3cf"), role=role)
        outline = [(0, 0), (radius * 0.8, 0), (radius * 0.94, height * 0.5), (radius, height)]
    rim = outline[-1][0]
    inner = [(rim - wall, height), (rim - wall * 1.6, soil - 0.01), (0, soil - 0.01)]
    b.add(lathe(rounded_profile([*outline, *inner], 0.004), segments=96), "pot")
    b.slot("soil", "soil", role="fixed")
    within = rim - wall * 1.2
    rings = [(within * t, soil + radius * 0.06 * (1 - t * t)) for t in np.linspace(1, 0, 22)]
    b.add(displace(lathe(rings, segments=72, smooth=180), 0.006, 0.018, seed=b.spec.seed, detail=3), "soil")
    b.footprint = "round"
    return soil


MARGIN = [(-0.03, 0.012), (-0.13, 0.05), (-0.215, 0.16), (-0.2, 0.29), (-0.1, 0.4), (0.06, 0.465), (0.25, 0.485), (0.44, 0.45), (0.62, 0.37), (0.79, 0.25), (0.92, 0.125), (1.03, 0.0)]
"""Half the outline of a monstera's leaf of length 1, from its stalk around to its tip: a heart."""


def monstera_leaf(rng) -> Growth:
    """A split leaf of length 1 along +X from its stalk, face up: a whole heart, cut from its margin half way to the rib between each two veins."""
    out = Growth()
    margin = smooth_path(MARGIN, 200)
    at = lambda v: np.stack([np.interp(v, np.linspace(0, 1, 200), margin[:, k]) for k in (0, 1)], axis=-1)  # noqa: E731
    sink = lambda p: np.stack([p[..., 0], p[..., 1], 0.2 * np.abs(p[..., 1]) - 0.42 * p[..., 1] ** 2 - 0.24 * np.maximum(p[..., 0], 0) ** 2 - 0.6 * np.minimum(p[..., 0], 0) ** 2], axis=-1)  # noqa: E731
    u, s = np.linspace(0, 1, 26)[:, None], np.linspace(0, 1, 9)[None, :]
    for mirror in (1, -1):
        cuts = np.concatenate([[0], np.array([0.31, 0.45, 0.57, 0.68, 0.785]) + np.array([rng.uniform(-0.018, 0.018) for _ in range(5)]), [1]])
        start = np.array([1.2, *[rng.uniform(0.4, 0.6) for _ in range(4)], 0.66, 1.2])  # how far from the rib each cut begins
        for i in range(6):
            gaps = [0.0125 * np.clip((u - start[k]) / (1 - start[k]) * 2.6, 0, 1) ** 0.5 * (1 + 0.4 * u) if start[k] < 1 else 0 * u for k in (i, i + 1)]
            width = cuts[i + 1] - cuts[i]
            blunt = 0.24 * width * (1 - np.sqrt(np.clip(1 - np.clip((u - 0.86) / 0.14, 0, 1) ** 2, 0, 1)))  # lobes end round
            low, high = cuts[i] + gaps[0] + blunt * (start[i] < 1), cuts[i + 1] - gaps[1] - blunt * (start[i + 1] < 1)
            v = low + (high - low) * s
            rib = np.stack([np.interp(v, [0, 0.3, 1], [0.0, 0.06, 0.95]), 0 * v], axis=-1)
            flat = rib + (at(v) - rib) * u[..., None] - np.stack([0.16 * u * (1 - u) + 0 * v, 0 * v], axis=-1)  # veins arch towards the tip
            grid = sink(flat * (1, mirror)) + np.stack([0 * v, 0 * v, 0.016 * np.sqrt(u) * (1 - (2 * s - 1) ** 2) - 0.03 * u**3 * rng.uniform(0, 1.4) + 0 * v], axis=-1)
            vein = np.exp(-(((s - 0.5) / 0.06) ** 2)) * (1 - 0.6 * u)
            out.sheet(grid[:, ::mirror], 0.82 + 0.26 * u * np.abs(2 * s - 1) + 0.7 * vein[:, ::mirror])
    x = np.linspace(-0.02, 0.98, 14)
    half = np.interp(x, [-0.02, 0.1, 0.8, 0.98], [0.014, 0.012, 0.006, 0.001])
    t = np.linspace(-1, 1, 5)[None, :]
    out.sheet(sink(np.stack([x[:, None] + 0 * t, half[:, None] * t], axis=-1)) + (0, 0, 0.007), 1.7 + 0 * x[:, None] * t)
    return out


def monstera(b: Builder, green: Growth, soil: float) -> None:
    shapes, n = [monstera_leaf(b.rng) for _ in range(3)], 11
    for k in range(n):
        u = (k + 0.5) / n
        a = k * blooms.GOLDEN + b.rng.uniform(-0.2, 0.2)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        tall, far = soil + 0.18 + 0.42 * (1 - u) * b.rng.uniform(0.85, 1.1), 0.06 + 0.17 * u
        tip = out * far + (0, 0, tall)
        foot = out * 0.02 + (0, 0, soil)
        green.tube(bezier(foot, foot + (0, 0, (tall - soil) * 0.5), tip - out * far * 0.3, tip, 14), np.linspace(0.006, 0.0035, 14), 8, 1.35)
        way = unit(out * 1.0 + (0, -0.12, -0.5 + 0.55 * (1 - u) + b.rng.uniform(-0.15, 0.1)))
        green.put(shapes[k % 3], tip, frames([way], out * 0.8 + (0, -0.6, 0.8))[0], b.vary(0.31 - 0.07 * (k % 3) / 2, 0.1), b.rng.uniform(0.75, 1.25))


def snake_plant(b: Builder, green: Growth, soil: float) -> None:
    t, s = np.linspace(0, 1, 60)[:, None], np.linspace(-1, 1, 13)[None, :]
    for k in range(13):
        a, d = k * blooms.GOLDEN, 0.014 * math.sqrt(k + 0.4)
        length, wide = b.vary(0.62 - 0.02 * k, 0.14), b.vary(0.034, 0.15)
        lean, twist, turn = b.rng.uniform(0.05, 0.2), b.rng.uniform(-0.7, 0.7), b.rng.uniform(0, 6)
        half = wide * np.interp(t, [0, 0.1, 0.5, 0.8, 0.94, 1], [0.55, 0.7, 1, 0.85, 0.4, 0.01])
        side = np.stack([np.cos(turn + twist * t), np.sin(turn + twist * t), 0 * t], axis=-1)
        front = np.stack([-np.sin(turn + twist * t), np.cos(turn + twist * t), 0 * t], axis=-1)
        spine = np.stack([math.cos(a) * (d + lean * length * t**1.4), math.sin(a) * (d + lean * length * t**1.4), soil - 0.01 + length * t], axis=-1)
        grid = spine + (s * half)[..., None] * side + (0.5 * half * s**2 + 0.01 * np.sin(6 * t + k))[..., None] * front
        bands = 0.5 + 0.5 * np.sin(70 * length * t + 1.1 * np.sin(9 * s + k) + 2.2 * np.sin(23 * t + 3 * s + k))
        tone = (0.5 + 0.95 * bands**2)[..., None] * np.array((0.9, 1.0, 1.1))
        edge = (np.abs(s) > 0.8)[..., None] * np.ones_like(t)[..., None]
        green.sheet(grid, tone * (1 - edge) + edge * np.array((5.6, 3.4, 1.9)), 0.0025)


def fern(b: Builder, green: Growth, soil: float) -> None:
    shape = leaf(0.3, fold=0.15, curl=0.12, rows=4, base=0.5)
    for k in range(38):
        u = (k + 0.5) / 38
        a, length = k * blooms.GOLDEN, b.vary(0.42 - 0.1 * (1 - u), 0.15)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        rise = 0.95 - 0.75 * u
        path = bezier((0, 0, soil), out * length * 0.12 + (0, 0, soil + length * (0.35 + 0.4 * rise)), out * length * 0.6 + (0, 0, soil + length * (0.3 + 0.75 * rise)), out * length * (1.0 - 0.2 * rise) + (0, 0, soil + length * (0.62 * rise - 0.25)), 34)
        path[:, 2] = np.maximum(path[:, 2], 0.02)
        green.tube(path, np.linspace(0.0018, 0.0005, 34), 5, (0.9, 0.75, 0.6))
        along = unit(np.gradient(path, axis=0))[4:]
        across = unit(np.cross(along, (0, 0, 1.0)))
        t = np.linspace(0, 1, 30)
        size = length * 0.17 * np.sin(np.pi * (0.12 + 0.88 * t)) ** 0.8 + 0.003
        for side in (-1, 1):
            green.copies(shape, path[4:], frames(across * side + along * 0.35 - (0, 0, 0.1), np.cross(across, along)), size * b.rng.uniform(0.9, 1.1), np.interp(t, [0, 1], [0.8, 1.35]) * b.rng.uniform(0.8, 1.15))


def rubber_fig(b: Builder, green: Growth, soil: float) -> None:
    """A fig of three stems: large oval leaves in spirals, the old ones dark and hanging, the young ones pale and upright about a pointed bud."""
    shape = leaf(0.62, fold=0.12, curl=0.26, rows=14, columns=7, wave=0.022, base=0.85, point=0.7)
    turn = b.rng.uniform(0, 6)
    for s, (tall, many) in enumerate(((0.72, 19), (0.55, 15), (0.38, 11))):
        a0 = turn + 2.2 * s
        out = np.array((math.cos(a0), math.sin(a0), 0.0))
        tall = b.vary(tall, 0.08)
        foot, top = out * 0.022 + (0, 0, soil - 0.01), out * (0.03 + 0.09 * s**0.5) + (0, 0, soil + tall)
        path = bezier(foot, foot + out * 0.03 + (0, 0, tall * 0.35), top - out * 0.02 - (0, 0, tall * 0.35), top, 40)
        green.tube(path, np.linspace(0.0085, 0.0035, 40), 10, np.linspace((0.95, 0.6, 0.48), (1.0, 1.0, 0.8), 40))
        for k in range(many):
            u = k / (many - 1)
            i, a = 7 + int(32 * u), k * blooms.GOLDEN + s
            way = np.array((math.cos(a), math.sin(a), -0.35 + 1.5 * u**1.8 + b.rng.uniform(-0.15, 0.15))) + out * 0.25
            stalk = path[i] + unit(way + (0, 0, 0.5)) * 0.036
            green.tube([path[i], stalk], 0.0022, 6, 1.4)
            green.copies(shape, [stalk - unit(way) * 0.002], frames([way]), b.vary(0.205 - 0.085 * u**2, 0.14), b.rng.uniform(0.6, 1.0) + 0.45 * u**3)
        green.tube([path[-1], path[-1] + (0, 0, 0.02), path[-1] + (0, 0, 0.052)], np.array((0.004, 0.0042, 0.0004)), 8, (1.9, 1.1, 0.6))


def fig_tree(b: Builder, green: Growth, soil: float) -> None:
    """A fig as high as a man's chest and more: a bare stem that parts into boughs, broad leaves in spirals along them."""
    shape = leaf(0.74, fold=0.1, curl=0.3, rows=14, columns=7, wave=0.05, base=0.7, point=0.55)
    bark, turn, fork = (2.3, 0.86, 1.15), b.rng.uniform(0, 6), b.vary(0.58, 0.08)
    lean = np.array((math.cos(turn), math.sin(turn), 0.0)) * 0.03
    stem = bezier((0, 0, soil - 0.02), lean + (0, 0, soil + fork * 0.4), -lean + (0, 0, soil + fork * 0.7), (0, 0, soil + fork), 30)
    green.tube(stem, np.linspace(0.017, 0.012, 30), 12, bark)
    for s, (low, tall, many) in enumerate(((1.0, 0.78, 20), (0.98, 0.62, 17), (0.9, 0.56, 15), (0.8, 0.46, 12))):
        a0 = turn + 2.4 * s
        out, tall = np.array((math.cos(a0), math.sin(a0), 0.0)), b.vary(tall, 0.08)
        foot = np.array((0, 0, soil + fork * low - 0.004))
        top = foot + out * (0.05 + 0.13 * (s > 0)) + (0, 0, tall)
        path = bezier(foot, foot + out * 0.1 + (0, 0, tall * 0.25), top - (0, 0, tall * 0.4), top, 40)
        green.tube(path, np.linspace(0.0115, 0.004, 40), 10, np.linspace(bark, (1.0, 1.0, 0.8), 40))
        for k in range(many):
            u = k / (many - 1)
            i, a = 9 + int(30 * u), k * blooms.GOLDEN + s
            way = np.array((math.cos(a), math.sin(a), -0.3 + 1.5 * u**1.8 + b.rng.uniform(-0.15, 0.15))) + out * 0.3
            stalk = path[i] + unit(way + (0, 0, 0.5)) * 0.04
            green.tube([path[i], stalk], 0.0026, 6, 1.4)
            green.copies(shape, [stalk - unit(way) * 0.002], frames([way]), b.vary(0.25 - 0.09 * u**2, 0.14), b.rng.uniform(0.6, 1.0) + 0.45 * u**3)


def aloe(b: Builder, green: Growth, soil: float) -> None:
    """Thick toothed blades in a rosette."""
    lens = np.array([(math.cos(a), 0.34 * math.sin(a) + 0.22 * math.cos(a) ** 2) for a in np.linspace(0, 2 * math.pi, 12, endpoint=False)])
    tooth = np.array([(-0.5, 0, 0), (0.5, 0, 0), (0.3, 1.0, 0), (0, 0, 0.5)])
    for k in range(19):
        u = (k + 0.5) / 19
        a, length = k * blooms.GOLDEN, b.vary(0.27, 0.12) * (0.75 + 0.3 * u)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        path = bezier(out * 0.012 + (0, 0, soil - 0.005), out * length * 0.3 * u + (0, 0, soil + length * 0.4), out * length * (0.3 + 0.4 * u) + (0, 0, soil + length * (0.85 - 0.45 * u)), out * length * (0.3 + 0.62 * u) + (0, 0, soil + length * (1.0 - 0.55 * u)), 20)
        width = 0.021 * np.interp(np.linspace(0, 1, 20), [0, 0.15, 1], [0.8, 1, 0.03])
        side = unit(np.cross(np.gradient(path, axis=0), out + (0, 0, 1e-3)))
        up = unit(np.cross(side, np.gradient(path, axis=0)))
        points = path[:, None] + width[:, None, None] * (lens[None, :, :1] * side[:, None] + lens[None, :, 1:] * up[:, None])
        green.add(points, grid_faces(20, 12, closed=True), np.repeat(np.linspace((1.25, 1.15, 1.2), (0.95, 1.15, 1.25), 20), 12, axis=0))
        for s in (-1, 1):
            axes = np.stack([unit(np.gradient(path, axis=0)), side * s, np.cross(unit(np.gradient(path, axis=0)), side * s)], axis=-1)[1:18]
            green.copies((tooth, np.array([(0, 1, 2), (0, 2, 3), (1, 3, 2)])), (path + side * s * width[:, None] * 0.93)[1:18], axes, 0.0042, (2.6, 1.9, 1.6))


def basil(b: Builder, green: Growth, soil: float) -> None:
    """A bunch of soft stems with pairs of cupped leaves."""
    shape = leaf(0.66, fold=-0.12, curl=0.3, rows=7, columns=5, wave=0.02, base=0.75)
    for k in range(16):
        a, d = k * blooms.GOLDEN, 0.014 * math.sqrt(k)
        tall = b.vary(0.19 - 0.11 * d / 0.056, 0.12)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        path = bezier(out * d * 0.7 + (0, 0, soil), out * d + (0, 0, soil + tall * 0.4), out * d * 1.5 + (0, 0, soil + tall * 0.7), out * d * 2.0 + (0, 0, soil + tall), 16)
        green.tube(path, np.linspace(0.0022, 0.0012, 16), 6, 1.3)
        for j, i in enumerate((4, 7, 10, 13, 15)):
            for side in (0, math.pi):
                c = a + j * math.pi / 2 + side + b.rng.uniform(-0.3, 0.3)
                way = (math.cos(c), math.sin(c), 0.15 + 0.22 * j)
                green.copies(shape, [path[i]], frames([way]), b.vary(0.062 - 0.008 * abs(j - 2), 0.15), b.rng.uniform(0.85, 1.35))


PLANTS = {
    "fig_tree": (fig_tree, "#2f5a28", (0.135, 0.25, "glazed")),
    "monstera": (monstera, "#2f5d2b", (0.13, 0.22, "glazed")), "snake_plant": (snake_plant, "#3a5a36", (0.105, 0.19, "glazed")),
    "fern": (fern, "#4d7d2f", (0.11, 0.17, "clay")), "rubber_fig": (rubber_fig, "#2c5527", (0.12, 0.21, "glazed")),
    "geranium": (geranium, "#5a8a3a", (0.085, 0.14, "clay")), "lavender": (lavender, "#76906a", (0.075, 0.12, "clay")),
    "bonsai": (bonsai, "#3f6b2e", (0.11, 0.055, "tray")), "echeveria": (echeveria, "#7fa08e", (0.072, 0.075, "bowl")),
    "aloe": (aloe, "#5f8460", (0.085, 0.11, "bowl")), "basil": (basil, "#4f8b30", (0.075, 0.12, "clay")),
}  # fmt: skip
"""Plants: how it grows, its green, its pot (rim radius and height in metres, style)."""


@prop("potted_plant")
def potted_plant(spec: Spec, b: Builder) -> None:
    name = next((k for k in PLANTS if spec.is_a(k)), None) or b.choose("monstera", "monstera", "snake_plant", "fern", "rubber_fig")
    grow, colour, (radius, height, style) = PLANTS[name]
    green = Growth()
    grow(b, green, pot(b, b.vary(radius, 0.05), height, style=style, role="fixed" if name == "geranium" else "main"))
    b.slot("leaves", "leaf", colour, role="fixed", finish=("satin",) if name in ("monstera", "rubber_fig") else (), params={"thin": 0.18})
    b.add(green.object("leaves"), "leaves")


SPIKE = (np.array([(0, 0.5, 0), (0, -0.25, 0.43), (0, -0.25, -0.43), (1.0, 0, 0)]) * (1, 0.06, 0.06), np.array([(0, 1, 3), (1, 2, 3), (2, 0, 3)]))
"""A spine of length 1 along +X."""
WOOL = (np.array([(0.7, 0, 0), (0, 1, 0), (0, 0, 1), (0, -1, 0), (0, 0, -1)]), np.array([(0, 1, 2), (0, 2, 3), (0, 3, 4), (0, 4, 1)]))
"""The felt that spines stand in."""


def spines(b: Builder, pale: Growth, at, normals, length: float, *, many: int = 8) -> None:
    """Areoles: at each place (k, 3) a tuft of `many` spines that spread about the normal, metres."""
    at, normals = np.repeat(np.asarray(at), many, axis=0), np.repeat(np.asarray(normals), many, axis=0)
    rng = np.random.default_rng(b.spec.seed)
    way = unit(normals * 0.75 + rng.normal(0, 0.55, at.shape))
    way = np.where((way * normals).sum(axis=1, keepdims=True) > 0.1, way, unit(way + normals))
    pale.copies(SPIKE, at, frames(way), length * rng.uniform(0.5, 1.1, len(at)), rng.uniform(0.75, 1.1, len(at)))
    wool = at[::many]
    pale.copies(WOOL, wool, frames(normals[::many]), 0.0011 * rng.uniform(0.8, 1.2, len(wool)), 0.9)


def ribbed(b: Builder, green: Growth, pale: Growth, path, radii, ribs: int, *, spine: float, depth: float = 0.17, step: int = 3) -> None:
    """A ribbed stem along a path (n, 3) with radii (n,), spines along its ribs."""
    path, radii = np.asarray(path, float), np.asarray(radii, float)
    angle = np.linspace(0, 2 * math.pi, ribs * 8, endpoint=False)
    wave = 1 - depth * (1 - np.abs(np.cos(ribs * angle / 2)) ** 0.8)
    section = np.stack([np.cos(angle), np.sin(angle)], axis=1) * wave[:, None]
    green.tube(path, radii, section=section)
    rings = green.verts[-1].reshape(len(path), len(angle), 3)
    tone = (0.62 + 0.5 * ((wave - wave.min()) / max(np.ptp(wave), 1e-6)))[None, :] * np.linspace(0.85, 1.1, len(path))[:, None]
    green.tints[-1] = np.repeat(tone.reshape(-1, 1), 3, axis=1)
    crest = rings[2:-1:step, ::8]
    spines(b, pale, crest.reshape(-1, 3), unit(crest - path[2:-1:step, None]).reshape(-1, 3), spine)


def column(b: Builder, green: Growth, pale: Growth, soil: float) -> None:
    """A column with one or two arms that bend up, as a child draws a cactus."""

    def taper(n: int, radius: float) -> np.ndarray:
        t = np.linspace(0, 1, n)
        return radius * np.interp(t, [0, 0.1, 0.5, 0.85], [0.9, 1.0, 1.05, 1.0]) * np.sqrt(np.clip(1 - (np.clip((t - 0.82) / 0.18, 0, 1)) ** 2.4, 0.0004, 1))

    tall, r = b.vary(0.27), 0.034
    ribbed(b, green, pale, bezier((0, 0, soil - 0.01), (0.004, 0, soil + tall * 0.3), (-0.004, 0, soil + tall * 0.6), (0.002, 0, soil + tall), 44), taper(44, r), 12, spine=0.009)
    side = b.choose(-1, 1)
    for side, low, rise in ((side, 0.36, 0.13), (-side, 0.5, 0.09))[: b.choose(1, 2, 2)]:
        foot = np.array((side * r * 0.6, 0, soil + tall * low))
        elbow = foot + (side * 0.062, -0.008, 0.0)
        ribbed(b, green, pale, bezier(foot, elbow + (0, 0, -0.004), elbow + (side * 0.004, 0, 0.02), elbow + (0, 0, rise), 34), taper(34, 0.021), 9, spine=0.007)


def barrel(b: Builder, green: Growth, pale: Growth, soil: float) -> None:
    """A ball of many ribs with golden spines and a woolly crown."""
    r = b.vary(0.075)
    t = np.linspace(-1.1, math.pi / 2 - 0.02, 40)
    z = soil + r * 0.78 + r * 0.98 * np.sin(t) - 0.12 * r * np.exp(-(((t - 1.57) / 0.3) ** 2))
    ribbed(b, green, pale, np.stack([0 * t, 0 * t, z], axis=1), r * np.cos(t), 19, spine=0.017, depth=0.2, step=2)


def prickly_pear(b: Builder, green: Growth, pale: Growth, soil: float) -> None:
    """Flat pads, broadest near their rim, that grow out of each other's edges; woolly areoles on a slanted grid, each with long spines."""
    t = np.linspace(0, 1, 34)
    outline = np.interp(t, [0, 0.03, 0.12, 0.3, 0.55, 0.75, 0.9, 0.97, 1], [0.1, 0.19, 0.27, 0.38, 0.46, 0.43, 0.3, 0.16, 0.02])

    def pad(foot, up, face, size: float, generation: int, warm: float) -> None:
        up, face = unit(up), unit(face)
        face = unit(face - up * (face @ up))
        side = np.cross(up, face)
        angle = np.linspace(0, 2 * math.pi, 30, endpoint=False)
        half = size * outline * b.rng.uniform(0.92, 1.06)
        bow = size * b.rng.uniform(-0.09, 0.09)
        thick = size * (0.075 + 0.02 * (generation > 1)) * np.interp(t, [0, 0.1, 0.5, 0.9, 1], [1.0, 1.0, 0.85, 0.6, 0.1])
        c, s = np.cos(angle), np.sin(angle)
        across = np.sign(c) * np.abs(c) ** 0.8
        at = np.asarray(foot) + (size * t)[:, None, None] * up + (half[:, None] * across)[..., None] * side + (thick[:, None] * s + bow * (t[:, None] - 0.4) ** 2 * 3 + 0.03 * size * (across * half[:, None] / size) ** 2)[..., None] * face
        tone = np.array((1.0, 1.0, 1.0)) * (1 + 0.1 * np.sin(5 * t))[:, None] * (1 + warm * np.array((0.35, 0.12, -0.15)))
        rim = np.clip((np.abs(c) - 0.9) / 0.1, 0, 1)[None, :, None] * np.array((0.28, 0.1, 0.02))
        green.add(at, grid_faces(34, 30, closed=True)[:, ::-1], (tone[:, None, :] * (1 + rim)).reshape(-1, 3))
        spots, ways = [], []
        for row, u in enumerate(np.linspace(0.12, 0.93, 7)):
            wide = float(np.interp(u, t, outline)) * size
            for v in np.arange(-0.9, 0.95, 0.36) + (0.18 if row % 2 else 0.0):
                for front in (-1, 1):
                    k = int(np.argmin(np.abs(across - v) + (np.sign(s) != front) * 9))
                    i = int(np.argmin(np.abs(t - u)))
                    spots.append(at[i, k])
                    ways.append(unit(face * front + side * v * 0.7 + up * 0.25) if wide else face)
        for k in range(3, 31, 3):  # a row along the rim
            for end in (0, 15):
                spots.append(at[k, end])
                ways.append(unit(side * (1 if end == 0 else -1) + up * 0.3))
        spines(b, pale, np.array(spots), np.array(ways), 0.0105, many=4)
        if generation:
            turns = [b.rng.uniform(0.12, 0.5) * b.choose(-1, 1)] if generation == 1 else [b.rng.uniform(0.35, 0.7), -b.rng.uniform(0.3, 0.75)] + ([b.rng.uniform(-0.15, 0.15)] if b.choose(True, False) else [])
            for a in turns:
                i = int(np.interp(abs(a), [0, 0.9], [32, 21]))
                tip = np.asarray(foot) + size * t[i] * up + half[i] * math.copysign(0.94, a) * side * min(abs(a) * 3, 1)
                way = up * math.cos(a * 1.25) + side * math.sin(a * 1.25) + face * b.rng.uniform(-0.3, 0.3)
                pad(tip - unit(way) * size * 0.03, way, face + side * b.rng.uniform(-0.75, 0.75), size * b.rng.uniform(0.58, 0.8), generation - 1, b.rng.uniform(0, 0.6) if generation == 1 else warm)

    pad((0.004, 0, soil - 0.012), (0.04, 0.03, 1), (0.25, -1, 0), b.vary(0.125), 2, 0.0)
    for s in (-1, 1)[: b.choose(1, 2)]:
        pad((0.024 * s, 0.012, soil - 0.01), (0.42 * s, 0.1, 1), (0.3 * s, -1, 0), b.vary(0.085), 1, 0.2)


@prop("cactus")
def cactus(spec: Spec, b: Builder) -> None:
    forms = {"saguaro": column, "prickly": prickly_pear, "barrel": barrel}
    grow = next((f for form, f in forms.items() if spec.is_a(form)), None) or b.choose(column, column, barrel, prickly_pear)
    green, pale = Growth(), Growth()
    grow(b, green, pale, pot(b, b.vary(0.088 if grow is barrel else 0.07, 0.04), 0.1, style="clay", role="fixed"))
    b.slot("body", "plant_stem", b.choose("#4f7d45", "#5b8458") if grow is not prickly_pear else b.choose("#6d8f5f", "#7a9468"), finish=("matte",))
    b.slot("spines", "straw", "#e3d08f" if grow is barrel else "#e9e2c4", role="fixed")
    b.add(green.object("body"), "body")
    b.add(pale.object("spines", smooth=False), "spines")
