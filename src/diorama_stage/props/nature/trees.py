# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees and shrubs at their real size: trunks that fork into twigs, and a leaf for each of tens of thousands of places. The leaves take the asked colour."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import numpy as np

from diorama_stage.kit import Builder, Spec, bezier, lathe, rounded_profile, smooth_path, sphere
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.growth import Growth, frames, leaf, unit, upon
from diorama_stage.props.nature.blooms import rose
from diorama_stage.props.registry import prop

BLADE = (np.array([(0, 0, 0), (0.42, 0.27, 0.05), (1.0, 0, -0.08), (0.42, -0.27, 0.05), (0.45, 0, -0.03)]), np.array([(0, 4, 2, 1), (0, 3, 2, 4)]))
"""A leaf of length 1 along +X from few faces, folded at its rib."""


def limb(wood: Growth, rng: random.Random, start, way, length: float, radius: float, level: int, tips: list, *, spread: float, lift: float, deepest: int = 3, reach: float = 1.0, flare: float = 0.6) -> None:
    """A branch that wanders and forks; `tips` gathers places of leaves as (point, direction).

    `spread` radians between fork and stem; `lift` draws shoots upward; `reach`: how long the limbs are that leave the trunk, against half of it; `flare`: how much
    wider the trunk is at the ground.
    """
    n = 9 if level < 2 else 6
    way, points = unit(way), [np.asarray(start, float)]
    for _ in range(n):
        way = unit(way + np.array((rng.gauss(0, 0.13), rng.gauss(0, 0.13), rng.gauss(0, 0.07) + lift * 0.05)) * (1 + 0.3 * level))
        points.append(points[-1] + way * length / n)
    path = np.array(points)
    radii = radius * np.linspace(1.0, 0.5 if level else 0.62, n + 1)
    if level == 0:
        fine, u = np.linspace(0, n, 100), np.arange(n + 1)
        foot = 1 + flare * np.exp(-np.linspace(0, 1, 100) * 16)
        wood.tube(smooth_path(path, 100), np.interp(fine, u, radii) * foot, 16)
    else:
        wood.tube(path, radii, (14, 9, 6, 4)[level])
    if level >= deepest - 1:
        tips += [(path[i], unit(path[i] - path[i - 1])) for i in range(2, n + 1)]
    if level == deepest:
        return
    count = (9, 6, 4)[level]
    for k in range(count):
        u = (0.42 if level == 0 else 0.25) + (1 - (0.42 if level == 0 else 0.25)) * (k + rng.uniform(0.2, 0.9)) / count
        i = min(int(u * n), n - 1)
        at = path[i] + (path[i + 1] - path[i]) * (u * n - i)
        along = unit(path[i + 1] - path[i])
        a = k * 2.4 + rng.uniform(-0.5, 0.5)
        axes = upon(along, a)
        fork = spread * rng.uniform(0.75, 1.25) * (1.15 - 0.45 * u if level == 0 else 1.0)
        out = along * math.cos(fork) + axes[:, 0] * math.sin(fork)
        out = out if level else np.maximum(out, (-1, -1, 0.22))  # no limb grows down from the trunk
        share = (0.64 - 0.16 * abs(u - 0.75)) * reach if level == 0 else 0.62
        limb(wood, rng, at, out, length * share * rng.uniform(0.85, 1.12), float(np.interp(u * n, range(n + 1), radii)) * 0.62, level + 1, tips, spread=spread, lift=lift, deepest=deepest)
    limb(wood, rng, path[-1], unit(path[-1] - path[-2]), length * 0.55 * (reach if level == 0 else 1.0), radii[-1], level + 1, tips, spread=spread, lift=lift, deepest=deepest)


def foliage(rng: np.random.Generator, tips: list, count: int, size: float, scatter: float, *, droop: float = 0.35, shape=BLADE) -> Growth:
    """`count` leaves of `size` metres about the twigs, within `scatter` metres; darker inside the crown, each a little different."""
    places, ways = np.array([p for p, _ in tips]), np.array([w for _, w in tips])
    pick = rng.integers(0, len(places), count)
    at = places[pick] + rng.normal(0, scatter, (count, 3)) * (1, 1, 0.75)
    along = unit(ways[pick] * 0.4 + rng.normal(0, 0.75, (count, 3)) - (0, 0, droop))
    up = np.array((0, 0, 1.0)) + rng.normal(0, 0.6, (count, 3))
    middle = places.mean(axis=0)
    reach = np.percentile(np.linalg.norm((at - middle) * (1, 1, 1.1), axis=1), 92)
    depth = np.clip(np.linalg.norm((at - middle) * (1, 1, 1.1), axis=1) / reach, 0, 1)
    tint = (0.55 + 0.55 * depth**2) * rng.uniform(0.75, 1.25, count)
    hue = rng.normal(0, 0.09, (count, 1))
    return Growth().copies(shape, at, frames(along, up), size * rng.uniform(0.65, 1.2, count), np.clip(tint[:, None] * (1 + hue * (1.2, 0.2, -0.6)), 0.05, 2))


def scars(wood: Growth, rng: random.Random) -> None:
    """The black lenticels of a birch: bands of the trunk's rings painted dark, for part of the way round."""
    for k, rows in enumerate(wood.verts):
        shade = np.ones(len(rows))
        for _ in range(4):
            phase, tight = rng.uniform(0, 6), rng.uniform(11, 30)
            band = np.sin(rows[:, 2] * tight + phase) > 0.93 - 0.1 * np.sin(3 * np.arctan2(rows[:, 1], rows[:, 0]) + phase)
            shade = np.where(band, 0.12, shade)
        wood.tints[k] = np.repeat(shade[:, None], 3, axis=1)


@dataclass(frozen=True)
class Habit:
    """How a kind of broad-leaved tree grows. Metres and radians."""

    leaves: tuple[str, ...]
    """Colours to choose from."""
    bole: float
    """Length of the trunk up to where the crown has swallowed it."""
    thick: float
    """Radius of the trunk."""
    spread: float = 0.85
    """Between a limb and the trunk."""
    reach: float = 1.0
    """Length of the limbs against half the trunk's."""
    leaf: float = 0.12
    count: int = 48000
    bark: str = "#5d4a38"
    autumn: tuple[str, ...] = ("#b8651f", "#c9902a", "#a8421c")
    droop: float = 0.35


TREES = {
    "cherry": Habit(("#efbccb",), 2.5, 0.17, 0.95, 1.35, 0.07, 64000, "#4b3a33"),
    "birch": Habit(("#7d9a3c",), 4.0, 0.105, 0.55, 0.9, 0.075, 46000, "#cfc8bb", droop=0.7),
    "olive": Habit(("#7d8a63",), 1.9, 0.24, 0.95, 1.5, 0.085, 52000, "#77695a", autumn=()),
    "maple": Habit(("#4f7d33", "#5a8434"), 3.0, 0.22, 0.8, 1.3, 0.13, 64000, autumn=("#b8541f", "#c8691f", "#b23a1c")),
    "fruit": Habit(("#4d7a30",), 1.9, 0.14, 0.95, 1.45, 0.1, 44000),
    "oak": Habit(("#4a7330", "#527a2e", "#41692f"), 2.6, 0.34, 1.0, 1.72, 0.14, 84000),
}
"""Broad-leaved trees; an oak is the usual one."""
FRUIT = {"apple": "#b3261e", "orange": "#e0821e", "lemon": "#e8c62a", "cherries": "#9c1626"}


@prop("tree")
def tree(spec: Spec, b: Builder) -> None:
    name = next((k for k in TREES if k != "oak" and spec.is_a(k)), "oak")
    habit = TREES[name]
    bare = spec.is_a("bare") or spec.has("bare", "empty", "dead", "leafless") or (spec.has("winter") and name != "olive")
    turned = spec.has("autumn") or name == "maple" and not spec.has("summer", "spring")
    b.slot("leaves", "leaf", b.choose(*(habit.autumn if turned and habit.autumn else habit.leaves)), params={"thin": 0.3}, role="fixed" if bare else "main")
    b.slot("trunk", "bark", habit.bark, role="main" if bare else "fixed")
    wood, tips = Growth(), []
    lean = (b.rng.uniform(-0.06, 0.06), b.rng.uniform(-0.06, 0.06), 1)
    limb(wood, b.rng, (0, 0, -0.03), lean, b.vary(habit.bole), habit.thick, 0, tips, spread=habit.spread, lift=1.0, reach=habit.reach, flare=0.3)
    _roots(wood, b.rng, habit.thick)
    wood.verts = [np.maximum(rows, (-np.inf, -np.inf, 0)) for rows in wood.verts]
    if name == "birch":
        scars(wood, b.rng)
    b.add(wood.object("trunk"), "trunk")
    if not bare:
        rng = np.random.default_rng(spec.seed)
        leaves = foliage(rng, [tip for tip in tips if tip[0][2] > SWEPT], habit.count, habit.leaf, 0.16, droop=habit.droop)
        leaves.verts = [np.maximum(rows, (-np.inf, -np.inf, 0)) for rows in leaves.verts]  # a leaf below its foot would raise the whole tree
        b.add(leaves.object("leaves", smooth=False), "leaves")
        fruit = next((c for kind, c in FRUIT.items() if name == "fruit" and spec.is_a(kind)), None)
        if fruit:
            _fruit(b, rng, tips, fruit)
    b.footprint = "round"


SWEPT = 0.3
"""Metres over the ground under which a bough bears no leaves."""


def _roots(wood: Growth, rng: random.Random, thick: float) -> None:
    """The buttresses of a trunk, which run into the ground and sink there; `thick` the trunk's radius, metres."""
    count = 6 if thick < 0.2 else 9
    for k in range(count):
        a = (k + rng.uniform(-0.28, 0.28)) * 2 * math.pi / count
        out = np.array((math.cos(a), math.sin(a), 0.0)) * thick * rng.uniform(0.9, 1.25)
        path = bezier(out * 0.55 + (0, 0, 2.0 * thick), out * 0.8 + (0, 0, 0.9 * thick), out * 1.3 + (0, 0, 0.25 * thick), out * 2.6 - (0, 0, 0.25 * thick), 14)
        wood.tube(path, np.linspace(0.42, 0.1, 14) * thick, 9)


def _fruit(b: Builder, rng: np.random.Generator, tips: list, colour: str) -> None:
    b.slot("fruit", "apple_skin", colour, role="fixed")
    ball = sphere(1.0, segments=14)
    shape = (np.array([v.co[:] for v in ball.data.vertices]), np.array([p.vertices[:] for p in ball.data.polygons if len(p.vertices) == 4]))
    pick = rng.integers(0, len(tips), 130)
    at = np.array([tips[i][0] for i in pick]) + rng.normal(0, 0.14, (130, 3)) - (0, 0, 0.1)
    b.add(Growth().copies(shape, at, np.tile(np.eye(3), (130, 1, 1)), 0.014 if colour == FRUIT["cherries"] else 0.042).object("fruit"), "fruit")
    set_points(ball.data, np.zeros(len(ball.data.vertices) * 3, np.float32))


@prop("palm_tree")
def palm_tree(spec: Spec, b: Builder) -> None:
    b.slot("leaves", "leaf", b.choose("#557f33", "#4d7a35"), params={"thin": 0.25})
    b.slot("trunk", "bark", "#8a7660", role="fixed")
    b.slot("coconuts", "bark", "#7a5a2c", role="fixed")
    tall, lean = b.vary(5.4), b.choose(-1, 1) * b.rng.uniform(0.35, 0.8)
    path = bezier((0, 0, -0.02), (lean * 0.6, 0.1, tall * 0.35), (lean * 1.0, 0, tall * 0.7), (lean, 0, tall), 180)
    t = np.linspace(0, 1, 180)
    rings = 0.012 * np.abs(np.sin(np.pi * t * 46)) ** 0.5
    wood = Growth().tube(path, 0.105 + 0.04 * (1 - t) + 0.1 * np.exp(-t * 22) + rings, 20, np.repeat((0.55 + 0.55 * np.abs(np.sin(np.pi * t * 46)) ** 0.4)[:, None], 3, axis=1))
    green, nuts, top = Growth(), Growth(), path[-1]
    shape = leaf(0.075, fold=0.25, curl=0.42, rows=4, base=0.4)
    n = 26
    for k in range(n):
        u = (k + 0.5) / n
        a = k * 2.39996 + b.rng.uniform(-0.15, 0.15)
        out, length = np.array((math.cos(a), math.sin(a), 0.0)), b.vary(2.5, 0.1)
        up = 1.15 - 1.75 * u
        frond = bezier(top, top + out * length * 0.22 + (0, 0, length * 0.32 * up + 0.12), top + out * length * 0.62 + (0, 0, length * 0.42 * up), top + out * length * (0.92 - 0.18 * abs(up)) + (0, 0, length * (0.42 * up - 0.42)), 60)
        green.tube(frond, np.linspace(0.028, 0.004, 60), 6, (1.3, 1.2, 0.7))
        along = unit(np.gradient(frond, axis=0))[7:]
        side = unit(np.cross(along, (0, 0, 1.0)))
        v = np.linspace(0, 1, len(along))
        size = 0.62 * np.sin(np.pi * (0.16 + 0.8 * v)) ** 0.7
        for s in (-1, 1):
            way = side * s + along * (0.35 + 0.8 * v[:, None]) + np.random.default_rng(k * 4 + s + 1).normal(0, 0.07, along.shape)
            green.copies(shape, frond[7:], frames(way, np.cross(side, along) * 1.0 + side * s * 0.35), size * b.rng.uniform(0.92, 1.05), (0.75 + 0.5 * (1 - u)) * np.linspace(0.85, 1.15, len(along)))
    for k in range(7):
        a = k * 0.95
        nuts.put(_ball(), top + np.array((math.cos(a) * 0.24, math.sin(a) * 0.24, -0.2 - 0.1 * (k % 2))), upon((math.cos(a), math.sin(a), 0.6)), 0.115)
    wood.tube(np.stack([top - (0, 0, 0.3), top, top + (0, 0, 0.22)]), np.array((0.1, 0.14, 0.03)), 12, (1.1, 0.8, 0.5))
    b.add(wood.object("trunk"), "trunk")
    b.add(green.object("leaves"), "leaves")
    b.add(nuts.object("coconuts"), "coconuts")
    b.footprint = "round"


def _ball(stretch: float = 1.15, rows: int = 13, columns: int = 18) -> Growth:
    """A ball of radius 1, a little long."""
    t = np.linspace(0, math.pi, rows)
    return Growth().tube(np.stack([0 * t, 0 * t, -stretch * np.cos(t)], axis=1), np.maximum(np.sin(t), 0.001), columns)


def _twig() -> tuple[np.ndarray, np.ndarray]:
    """A needled twig of length 1 along +X: toothed combs to the left, to the right and above, their teeth the needles."""
    verts, faces, n = [], [], 6
    for y, z in ((1, 0.12), (-1, 0.12), (0.15, 0.9)):
        for i in range(n):
            x, wide = i / n, 0.3 * (1 - 0.55 * i / n)
            k = len(verts)
            verts += [(x * 0.92, 0, 0), ((i + 1.25) / n * 0.92, 0, 0), (x * 0.92 + 0.3, y * wide, z * wide)]
            faces.append((k, k + 1, k + 2))
    return np.array(verts), np.array(faces)


def conifer(b: Builder, tall: float, spread: float, *, whorls: int, foot: float, twig: float, most: int, power: float = 0.9) -> tuple[Growth, Growth, list[np.ndarray]]:
    """A fir: whorls of boughs on a straight trunk, each a flat spray of twigs that droops and turns up at its end. Returns wood, needles and the boughs' tips.

    `spread` is the radius at the lowest boughs, `foot` the height of bare trunk, `twig` the length of a twig, metres; `most` twigs at most.
    """
    rng, wood, needles = np.random.default_rng(b.spec.seed), Growth(), Growth()
    wood.tube([(0, 0, 0), (0, 0, foot), (0, 0, tall * 0.6), (0, 0, tall * 0.99)], np.array((1.35, 1.0, 0.5, 0.06)) * tall * 0.016, 12)
    at, way, size, tips = [], [], [], []
    for w in range(whorls):
        u = (w + 0.5) / whorls
        reach = spread * (1 - u) ** power + twig * 0.18
        boughs = max(4, int(round(10 - 4 * u)))
        for k in range(boughs):
            a = 2 * math.pi * (k + rng.uniform(-0.35, 0.35)) / boughs + w * 2.4
            r = reach * rng.uniform(0.72, 1.1)
            z = foot + (tall * 0.985 - foot) * min(max((u + rng.uniform(-0.9, 0.9) / whorls), 0), 0.99)
            out, side = np.array((math.cos(a), math.sin(a), 0.0)), np.array((-math.sin(a), math.cos(a), 0.0))
            droop = 0.28 - 0.5 * u
            path = bezier((0, 0, z), out * r * 0.35 + (0, 0, z + r * (0.1 - droop * 0.2)), out * r * 0.75 + (0, 0, z - r * droop), out * r + (0, 0, z - r * (droop - 0.12)), 12)
            wood.tube(path[::2], np.linspace(0.2, 0.05, 6) * tall * 0.016 * (1.1 - 0.6 * u), 4)
            tips.append(path[-1])
            m = max(5, int(r / twig * 6.0))
            v = np.sqrt(np.linspace(0.03, 1, m))
            spot = np.stack([np.interp(v, np.linspace(0, 1, 12), path[:, j]) for j in range(3)], axis=1)
            s = np.where(np.arange(m) % 2, 1.0, -1.0)[:, None]
            at += [spot, spot[-1:], spot[-1:] - out * twig * 0.3]
            way += [side * s * rng.uniform(0.7, 1.0, (m, 1)) + out * 0.75 + rng.normal(0, 0.12, (m, 3)) + rng.normal(-0.08, 0.32, (m, 1)) * (0, 0, 1), out[None] + (0, 0, 0.3), out[None] + (0, 0, 0.1)]
            size += [twig * (1.25 - 0.55 * v) * rng.uniform(0.8, 1.15, m) * min(1.0, 0.42 + 1.5 * r / spread), np.full(2, twig * min(1.0, 0.42 + 1.5 * r / spread))]
    at, way, size = np.concatenate(at), np.concatenate(way), np.concatenate(size)
    if len(at) > most:
        raise ValueError(f"{len(at)} twigs: coarser ones are needed")
    depth = np.hypot(at[:, 0], at[:, 1]) / (spread * np.clip(1 - (at[:, 2] - foot) / (tall - foot), 0.03, 1) ** power + twig * 0.3)
    tint = (0.4 + 0.65 * np.clip(depth, 0, 1) ** 1.5) * rng.uniform(0.8, 1.2, len(at))
    needles.copies(_twig(), at, frames(way), size, tint)
    needles.copies(_twig(), [(0, 0, tall - twig * 0.75)] * 5, frames([(0.2 * math.cos(a), 0.2 * math.sin(a), 1) for a in range(5)], (0, 1, 0.1)), twig * 0.8)
    return wood, needles, tips


@prop("pine_tree")
def pine_tree(spec: Spec, b: Builder) -> None:
    b.slot("leaves", "leaf", b.choose("#3a6136", "#416637", "#3a6342"), params={"thin": 0.12})
    b.slot("trunk", "bark", "#5b4636", role="fixed")
    narrow = spec.is_a("cypress")
    wood, needles, _ = conifer(b, b.vary(8.0, 0.06), 0.85 if narrow else b.vary(2.0), whorls=46 if narrow else 36, foot=0.3 if narrow else 0.75, twig=0.38, most=8300, power=0.65 if narrow else 0.9)
    b.add(wood.object("trunk"), "trunk")
    b.add(needles.object("leaves", smooth=False), "leaves")
    b.footprint = "round"


LEAST_GAP = 0.16
"""Between the baubles of a Christmas tree, metres."""


def star_outline(outer: float, inner: float, points: int = 5) -> list[tuple[float, float]]:
    """A star with a point up, counter-clockwise."""
    return [((outer if k % 2 == 0 else inner) * math.cos(a), (outer if k % 2 == 0 else inner) * math.sin(a)) for k, a in enumerate(math.pi / 2 + math.pi * np.arange(2 * points) / points)]


def faceted_star(outer: float, thick: float) -> tuple[np.ndarray, np.ndarray]:
    """A five-pointed star, its faces rising to a ridge front and back, standing in the x-z plane: (vertices, triangles)."""
    rim = [(x, 0.0, z) for x, z in star_outline(outer, outer * 0.42)]
    faces = [(10, k, (k + 1) % 10) for k in range(10)] + [(11, (k + 1) % 10, k) for k in range(10)]
    return np.array([*rim, (0, -thick / 2, 0), (0, thick / 2, 0)]), np.array(faces)


@prop("christmas_tree")
def christmas_tree(spec: Spec, b: Builder) -> None:
    tall, spread = b.vary(1.85, 0.05), b.vary(0.58)
    b.slot("leaves", "leaf", "#2f5a33", params={"thin": 0.1})
    b.slot("trunk", "bark", "#54402f", role="fixed")
    b.slot("star", "gold", "#e0b84c", role="fixed")
    b.slot("lights", "emission", "#ffcf7a", role="fixed", params={"strength": 22.0})
    b.slot("stand", "iron", "#4a2a24", role="fixed")
    wood, needles, tips = conifer(b, tall, spread, whorls=24, foot=0.36, twig=0.13, most=8600)
    colours = b.choose(("#b01e28", "#d9b04a", "#e9e4da"), ("#b01e28", "#d9b04a", "#2f6b4a"), ("#27508f", "#d5d8dc", "#d9b04a"))
    hung: list[np.ndarray] = []
    baubles = [Growth(), Growth(), Growth()]
    caps = Growth()
    for tip in sorted((t for t in tips if 0.3 < t[2] < tall * 0.9), key=lambda _: b.rng.random()):
        size = b.vary(0.039, 0.12)
        at = tip * (1.04, 1.04, 1) - (0, 0, size + 0.02)
        if all(np.linalg.norm(at - other) > LEAST_GAP * (0.75 + 0.25 * (1 - at[2] / tall)) for other in hung) and len(hung) < 75:
            hung.append(at)
            baubles[len(hung) % 3].put(_ball(1.0, 19, 26), at, None, size)
            caps.tube(np.array([(0, 0, 0.97), (0, 0, 1.18), (0, 0, 1.19)]) * size + at, np.array((0.2, 0.2, 0.01)) * size, 10)
    for k, growth in enumerate(baubles):
        b.slot(f"bauble{k}", "lacquer" if colours[k] not in ("#d9b04a", "#d5d8dc") else "gold" if k else "silver", colours[k], role="fixed")
        b.add(growth.object("baubles"), f"bauble{k}", "baubles")
    b.add(caps.object("caps"), "star", "caps")
    lamps = Growth()
    for k in range(190):
        u = (k + 0.5) / 190
        a, z = 2 * math.pi * 8.5 * u, 0.4 + (tall * 0.93 - 0.4) * u
        r = spread * (1 - (z - 0.36) / (tall - 0.36)) ** 0.9 * b.rng.uniform(0.82, 1.02) + 0.03
        lamps.put(_ball(1.6, 6, 8), (r * math.cos(a), r * math.sin(a), z - 0.02), None, 0.0055)
    b.add(lamps.object("lights"), "lights")
    b.add(wood.object("trunk"), "trunk")
    b.add(needles.object("leaves", smooth=False), "leaves")
    verts, faces = faceted_star(0.105, 0.05)
    b.add(Growth().add(verts[faces].reshape(-1, 3) + (0, 0, tall + 0.06), np.arange(60).reshape(-1, 3)).object("star", smooth=False), "star")
    b.add(lathe(rounded_profile([(0, 0), (0.15, 0), (0.16, 0.02), (0.1, 0.05), (0.085, 0.15), (0.07, 0.15), (0.07, 0.1), (0, 0.1)], 0.006), segments=48), "stand")
    b.footprint = "round"


@prop("bush")
def bush(spec: Spec, b: Builder) -> None:
    b.slot("leaves", "leaf", "#a3a58c" if spec.is_a("lavender") else b.choose("#4a6f33", "#3f6b2f", "#55793a") if not spec.has("autumn") else "#a8642a", params={"thin": 0.25})
    b.slot("twigs", "bark", "#5b4636", role="fixed")
    rng = np.random.default_rng(spec.seed)
    hedge, ball = spec.is_a("hedge"), spec.is_a("topiary")
    half = np.array((0.85, 0.35, 0.55)) if hedge else np.array((0.42, 0.42, 0.42)) if ball else np.array((0.72, 0.66, 0.58)) * rng.uniform(0.92, 1.08, 3)
    count = 52000 if hedge else 24000
    way = unit(rng.normal(0, 1, (count, 3)))
    if hedge:
        skin = way / np.abs(way).max(axis=1, keepdims=True)
    else:
        lumps = unit(rng.normal(0, 1, (26, 3)) + (0, 0, 0.3))
        swell = np.exp(((way @ lumps.T) - 1) * 30) @ rng.uniform(0.03, 0.3, 26)
        skin = way * ((0.97 if ball else 0.84) + (0.0 if ball else 1.0) * swell)[:, None]
    depth = rng.beta(5.5, 1.0, count)[:, None]
    at = skin * depth * half * (1 + rng.normal(0, 0.02, (count, 3))) + (0, 0, half[2] * (0.97 if hedge or ball else 0.6))
    if not (hedge or ball):  # shoots that stand out
        shoots = unit(rng.normal(0, 1, (90, 3)) + (0, 0, 0.7))
        near = np.argmax(way @ shoots.T, axis=1)
        close = (way * shoots[near]).sum(axis=1) > 0.992
        at[close] += (shoots * rng.uniform(0.04, 0.24, (90, 1)))[near[close]] * rng.random((int(close.sum()), 1))
    keep = at[:, 2] > 0.015
    at, way, depth = at[keep], way[keep], depth[keep]
    size = (0.036 if ball or hedge else 0.062) * rng.uniform(0.7, 1.3, len(at))
    low = np.clip(at[:, 2] / (half[2] * 1.2), 0, 1)
    tint = (0.35 + 0.7 * depth[:, 0] ** 3) * (0.6 + 0.45 * low) * rng.uniform(0.78, 1.22, len(at))
    along = unit(way * 0.55 + rng.normal(0, 0.6, at.shape) + (0, 0, 0.15))
    green = Growth().copies(BLADE, at, frames(along, way + (0, 0, 0.5)), size * (1.3 if ball or hedge else 1.0), tint[:, None] * (1 + rng.normal(0, 0.07, (len(at), 1)) * (1.2, 0.2, -0.6)))
    b.add(green.object("leaves", smooth=False), "leaves")
    wood = Growth()
    for k in range(24):
        tip = at[rng.integers(len(at))] * 0.93
        foot = np.array((tip[0] * 0.18, tip[1] * 0.18, 0.0))
        wood.tube(bezier(foot, foot + (0, 0, tip[2] * 0.4), tip * (0.7, 0.7, 0.75), tip, 8), np.linspace(0.014, 0.003, 8), 6)
    b.add(wood.object("twigs"), "twigs")
    if spec.is_a("rose") or spec.has("blooming"):
        b.slot("flowers", "petal", "#c23a55", role="fixed", params={"thin": 0.2})
        heads = [rose(b.rng, 0.036, 0.9, count=13, detail=(7, 8))["petals"] for _ in range(3)]
        flowers = Growth()
        for k in np.flatnonzero((depth[:, 0] > 0.95) & (at[:, 2] > 0.25))[::90]:
            flowers.put(heads[k % 3], at[k] + way[k] * 0.035, upon(way[k] + (0, -0.1, 0.4), k), rng.uniform(1.0, 1.4))
        b.add(flowers.object("flowers"), "flowers")
    b.footprint = "box" if hedge else "round"
