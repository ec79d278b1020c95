# SPDX-License-Identifier: GPL-3.0-or-later
"""The heads of flowers, upright about the origin (the stem ends there), as growths by slot: petals (the asked colour), heart, green."""

from __future__ import annotations

import math
import random

import numpy as np

from diorama_stage.kit import smooth_path
from diorama_stage.kit.growth import Growth, frames, leaf, unit, upon

GOLDEN = math.pi * (3 - 5**0.5)
"""Angle between one organ of a plant and the next, radians."""
Head = dict[str, Growth]


def wrapped(growth: Growth, angle: float, half: float, radii, heights, *, twist: float = 0.0, flare: float = 0.0, point: float = 0.0, edge: float = 0.75, detail=(12, 11), thick: float = 0.00045, shade=None, ruffle: float = 0.0, phase: float = 0.0) -> None:
    """A cupped petal: a patch of a surface of revolution about Z. `radii`, `heights` (k) are its profile from foot to tip, metres; `half` its half-width, radians.

    `twist` opens it along the turn, so that each petal slips under the next; `flare` rolls the upper side edges out, metres; `point` draws the middle of the rim up.
    """
    rows, columns = detail
    t, s = np.linspace(0, 1, rows)[:, None], np.linspace(-1, 1, columns)[None, :]
    k = np.linspace(0, 1, len(radii))
    wide = half * np.minimum(1.0, 0.42 + 1.5 * t) * (1 - np.clip((t - edge) / (1 - edge), 0, 1) ** 2 * 0.62)
    a = angle + s * wide
    tt = t - 0.13 * np.abs(s) ** 2.5 * t**3 + point * t**6 * (1 - np.abs(s)) - 0.03 * point
    r = np.interp(tt.ravel(), k, radii).reshape(tt.shape) * (1 + twist * s) + flare * np.abs(s) ** 3 * t**2
    z = np.interp(tt.ravel(), k, heights).reshape(tt.shape) - flare * 0.5 * np.abs(s) ** 4 * t**3
    z = z + np.maximum(tt - 1, 0) * (heights[-1] - heights[0]) + ruffle * np.sin(5.0 * s + phase) * t**3
    grid = np.stack([r * np.cos(a), r * np.sin(a), z], axis=-1)
    tint = shade(t, np.abs(s)) if shade else np.broadcast_to(0.62 + 0.38 * t**0.7 + 0.08 * np.abs(s) * t, z.shape)
    growth.sheet(grid, np.broadcast_to(tint, z.shape), thick)


def _profile(points, count: int = 24) -> tuple[np.ndarray, np.ndarray]:
    """Radii and heights through (radius, height) points, evenly spaced and without corners."""
    path = smooth_path(points, count)
    return path[:, 0], path[:, 1]


def rose(rng: random.Random, size: float = 0.036, opened: float = 0.75, *, count: int = 26, detail=(13, 13)) -> Head:
    """A rose of radius `size` metres: a rolled bud, then petals wider and lower in a spiral, the outer ones rolled back. `opened` 0 (a bud) to 1."""
    petals, green = Growth(), Growth()
    high = size * 1.25
    for k in range(count):
        u = k / (count - 1)
        out = u**1.15 * (0.5 + 0.5 * opened)
        rim = size * (0.07 + 0.93 * out)
        belly = size * (0.12 + 0.72 * u**0.8)
        top = high * (0.99 - 0.36 * out**2.2 + 0.03 * rng.uniform(-1, 1))
        back = max(u - 0.35, 0) * opened * size * 0.34
        points = [(size * 0.06, 0.0), (belly * 0.8, top * 0.16), (belly, top * 0.45), (belly * 0.55 + rim * 0.4, top * 0.8), (rim, top)]
        if back > 0.001:
            points += [(rim + back * 0.8, top + back * 0.05), (rim + back * 1.15, top - back * 0.5)]
        radii, heights = _profile(points)
        half = 2.3 - 1.45 * u**0.6
        shade = lambda t, s, u=u: (0.5 + 0.32 * u + (0.5 - 0.2 * u) * t**2) * (1 + 0.1 * s * t)  # noqa: E731
        wrapped(petals, k * GOLDEN + rng.uniform(-0.15, 0.15), half, radii, heights, twist=0.1 + 0.06 * (1 - u), flare=size * 0.1 * u * opened, point=0.1 * u,
                edge=0.6, shade=shade, ruffle=size * 0.03 * u, phase=rng.uniform(0, 6), detail=detail)  # fmt: skip
    calyx(green, rng, size, 5, length=size * 0.95, drop=0.5)
    return {"petals": petals, "green": green}


def calyx(green: Growth, rng: random.Random, size: float, count: int, *, length: float, drop: float) -> None:
    """The green cup under a bloom and its pointed leaves, which hang back by `drop`."""
    radii = np.array([0.05, 0.13, 0.18, 0.17, 0.1]) * size
    path = np.stack([np.zeros(5), np.zeros(5), np.array([-0.26, -0.2, -0.08, 0.02, 0.1]) * size], axis=1)
    green.tube(path, radii, 12)
    shape = leaf(0.24, fold=0.3, curl=0.3, rows=6, point=2.0)
    a = np.array([2 * math.pi * (k + rng.uniform(-0.1, 0.1)) / count for k in range(count)])
    along = np.stack([np.cos(a), np.sin(a), np.full(count, 0.25 - drop)], axis=1)
    green.copies(shape, np.stack([np.cos(a) * size * 0.14, np.sin(a) * size * 0.14, np.full(count, -0.02 * size)], axis=1), frames(along), length)


def tulip(rng: random.Random, size: float = 0.027, opened: float = 0.35) -> Head:
    """A tulip, half-width `size` metres: three petals within three, an egg-shaped cup with pointed rims, darker feet and pale edges."""
    petals, heart = Growth(), Growth()
    for k in range(6):
        inner = k < 3
        f, high = (0.93 if inner else 1.02), size * (2.35 if inner else 2.28) * rng.uniform(0.97, 1.03)
        lip = size * (0.5 + 0.55 * opened + (0.0 if inner else 0.12) + rng.uniform(-0.05, 0.05))
        points = [(size * 0.12, 0), (size * 0.62 * f, high * 0.07), (size * 0.98 * f, high * 0.3), (size * f, high * 0.5), (size * 0.86 * f * 0.6 + lip * 0.42, high * 0.8), (lip, high)]
        radii, heights = _profile(points, 30)
        shade = lambda t, s: (0.72 + 0.2 * t) * (1 + 0.28 * s**3) * (1 - 0.16 * np.exp(-((s / 0.18) ** 2)) * t)  # noqa: E731
        wrapped(petals, 2 * math.pi * (k % 3) / 3 + (0 if inner else math.pi / 3) + rng.uniform(-0.1, 0.1), 0.98, radii, heights, point=0.13, edge=0.45, twist=0.03,
                flare=size * 0.05, shade=shade, detail=(20, 13), ruffle=size * 0.02, phase=rng.uniform(0, 6), thick=0.0007)  # fmt: skip
    for k in range(6):
        a = k * math.pi / 3
        way = np.array((math.cos(a), math.sin(a), 0.0))
        heart.tube([way * size * 0.15, way * size * 0.25 + (0, 0, size * 0.7), way * size * 0.28 + (0, 0, size * 1.1)], np.array([0.03, 0.04, 0.09]) * size, 6, 0.12)
    heart.tube([(0, 0, 0), (0, 0, size * 0.9), (0, 0, size * 1.0)], np.array([0.16, 0.16, 0.22]) * size, 8)
    return {"petals": petals, "heart": heart}


def ray(length: float, width: float, *, arch: float = 0.2, cup: float = 0.2, notch: float = 0.0, point: float = 0.0, groove: float = 0.03, thick: float = 0.0004) -> Growth:
    """A petal along +X, metres: its foot narrow, arched down at the tip by `arch` of its length, cupped, with two grooves; `point` sharpens the tip, `notch` splits it."""
    t, s = np.linspace(0, 1, 11)[:, None], np.linspace(-1, 1, 9)[None, :]
    half = width / 2 * np.minimum(1, 0.35 + 1.6 * t) * (1 - np.clip((t - 0.5) / 0.5, 0, 1) ** (3 - 1.6 * point) * 0.93)
    x = length * (t * (1 - 0.04 * s**2) - notch * (t**8) * np.cos(1.5 * np.pi * s) ** 2 * 0.3)
    z = length * (0.25 * arch * t - arch * t**2) + half * cup * s**2 + groove * width * np.cos(3 * np.pi * s) * t * (1 - t)
    grid = np.stack([x, np.broadcast_to(half * s, x.shape), np.broadcast_to(z, x.shape)], axis=-1)
    return Growth().sheet(grid, np.broadcast_to(0.7 + 0.3 * t**0.6, x.shape) * (1 - 0.12 * np.abs(np.cos(1.5 * np.pi * s)) ** 6), thick)


def daffodil(rng: random.Random, size: float) -> Head:
    """A daffodil, radius `size` metres: six pointed petals and a ruffled trumpet, deeper in colour, with stamens in it."""
    petals, heart, green = Growth(), Growth(), Growth()
    for k in range(2):
        rays(petals, rng, 3, size * 0.12, size * 0.95, size * 0.62, 0.12 - 0.1 * k, phase=k * math.pi / 3, z=0.0005 * k, arch=0.1, point=0.7)
    t, a = np.linspace(0, 1, 22)[:, None], np.linspace(0, 2 * np.pi, 97)[None, :]
    r = size * (0.17 + 0.14 * t + 0.16 * np.maximum(t - 0.75, 0) * 4 * (0.7 + 0.4 * np.sin(11 * a)))
    high = size * 0.72 * t + size * 0.03 * np.sin(11 * a + 1) * t**4
    grid = np.stack([r * np.cos(a), r * np.sin(a), high + 0 * a], axis=-1)
    tone = np.stack(np.broadcast_arrays(0.92 + 0 * a + 0 * t, 0.36 + 0.12 * t + 0 * a, 0.02 + 0 * a + 0 * t), axis=-1)
    heart.sheet(grid, tone, 0.0005)
    for k in range(6):
        q = math.pi / 3 * k
        heart.tube(np.array([(0, 0, 0), (size * 0.05 * math.cos(q), size * 0.05 * math.sin(q), size * 0.45)]), size * 0.03, 6, (0.9, 0.6, 0.08))
    green.tube(np.array([(0, 0, -0.012), (0, 0, -0.006), (0, 0, 0.001)]), np.array([0.0032, 0.005, 0.0045]), 10, 0.9)
    return {"petals": petals, "heart": heart, "green": green}


def carnation(rng: random.Random, size: float) -> Head:
    """A carnation, radius `size` metres: many fringed petals crowded to a ball over a long tube of a calyx."""
    petals, green = Growth(), Growth()
    for ring, (count, lift) in enumerate(((11, 0.25), (10, 0.6), (8, 0.95), (6, 1.25), (3, 1.5))):
        for k in range(count):
            a = 2 * math.pi * (k + rng.uniform(-0.2, 0.2)) / count + 0.5 * ring
            t, s = np.linspace(0, 1, 12)[:, None], np.linspace(-1, 1, 23)[None, :]
            long = size * rng.uniform(0.88, 1.08) * (1 - 0.04 * ring)
            half = size * 0.5 * t**0.8
            fringe = 1 + 0.09 * np.sign(np.sin(13 * np.pi * s)) * t**6
            up = lift + 0.12 * rng.uniform(-1, 1)
            x = long * t * fringe * (1 - 0.12 * s**2)
            ruffle = size * 0.1 * np.sin(5 * s + 9 * rng.random()) * t**2
            out, z = x * math.cos(up) - ruffle * math.sin(up), x * math.sin(up) + ruffle * math.cos(up)
            side = s * half
            grid = np.stack([out * math.cos(a) - side * math.sin(a), out * math.sin(a) + side * math.cos(a), z + 0 * s], axis=-1)
            petals.sheet(grid, (0.7 + 0.35 * t + 0 * s) * rng.uniform(0.9, 1.1), 0.0004)
    cup = np.array([(0, 0, -size * 1.1), (0, 0, -size * 0.5), (0, 0, size * 0.05), (0, 0, size * 0.16)])
    green.tube(cup, np.array([0.002, size * 0.2, size * 0.24, size * 0.3]), 12, 1.0)
    return {"petals": petals, "green": green}


def thistle(rng: random.Random, size: float) -> Head:
    """A thistle: a globe of overlapping spiny scales, `size` metres in radius, and a brush of fine florets out of its top."""
    petals, green = Growth(), Growth()
    t = np.linspace(-1, 0.72, 14)
    green.tube(np.stack([np.zeros(14), np.zeros(14), size * (t + 1)], axis=1), size * np.sqrt(np.maximum(1 - t**2, 0.01)) * 0.93, 24, (0.75, 0.85, 0.75))
    scale = leaf(0.42, fold=0.3, curl=-0.35, rows=6, point=2.4)
    k = np.arange(150)
    z, a = -0.9 + 1.55 * (k + 0.5) / 150, k * GOLDEN
    out = np.sqrt(1 - z**2)
    at = np.stack([out * np.cos(a), out * np.sin(a), z + 1], axis=1) * size * 0.95
    along = np.stack([np.cos(a) * 0.75, np.sin(a) * 0.75, np.full(150, 0.75)], axis=1)
    green.copies(scale, at, frames(along), size * 0.62, (1.1, 1.05, 1.0))
    for j in range(170):
        u, b = math.sqrt((j + 0.5) / 170), j * GOLDEN
        way = np.array((math.cos(b) * u * 0.75, math.sin(b) * u * 0.75, 1.0 - 0.25 * u * u))
        foot = np.array((math.cos(b) * u * size * 0.55, math.sin(b) * u * size * 0.55, size * 1.6))
        tip = foot + unit(way) * size * rng.uniform(1.15, 1.45)
        petals.tube([foot, (foot + tip) / 2, tip - (0, 0, size * 0.05), tip], np.array((0.0004, 0.0005, 0.0007, 0.0002)), 5, 0.8 + 0.5 * u)
    return {"petals": petals, "green": green}


def florets(heart: Growth, radius: float, dome: float, count: int, shade) -> None:
    """The disc of a daisy or sunflower: `count` florets in golden spirals on a low dome, metres; `shade` (k,) 0 (middle) to 1 gives tints (k, 3)."""
    k = np.arange(count)
    u = np.sqrt((k + 0.5) / count)
    a = k * GOLDEN
    at = np.stack([radius * u * np.cos(a), radius * u * np.sin(a), dome * (1 - u**2)], axis=1)
    normal = unit(np.stack([at[:, 0] * 2 * dome / radius**2, at[:, 1] * 2 * dome / radius**2, np.ones(count)], axis=1) + 1e-6)
    ring = [(math.cos(t), math.sin(t)) for t in np.linspace(0, 2 * math.pi, 6, endpoint=False)]
    verts = np.array([(0.0, 0.0, 1.0)] + [(0.62 * x, 0.62 * y, 0.75) for x, y in ring] + [(x, y, -0.2) for x, y in ring])
    tips = [(0, 1 + i, 1 + (i + 1) % 6) for i in range(6)]
    sides = [(1 + i, 7 + i, 7 + (i + 1) % 6, 1 + (i + 1) % 6) for i in range(6)]
    axes = frames(np.cross(normal, (0.3, 0.9, 0.1)), normal)
    size = radius / math.sqrt(count) * np.array((0.95, 0.95, 1.9)) * (0.75 + 0.35 * u)[:, None]
    tint = shade(u)
    heart.copies((verts, np.array(sides)), at, axes, size, tint * 0.8).copies((verts, np.array(tips)), at, axes, size, tint)
    t = np.linspace(0, 1, 8)
    rings = np.stack([np.zeros(8), np.zeros(8), dome * (1 - t**2) - 0.0004], axis=1)
    heart.tube(rings + np.linspace(1e-4, 0, 8)[:, None] * (0, 0, 1), np.maximum(t, 0.01) * radius, 30, shade(t) * 0.5)


def rays(petals: Growth, rng: random.Random, count: int, at: float, length: float, width: float, lift: float, *, jitter: float = 0.1, phase: float = 0.0, z: float = 0.0, **more) -> None:
    """A ring of petals from `at` metres off the axis, lifted by `lift` radians above level, three shapes by turns, none quite alike."""
    shapes = [ray(length, width, arch=more.get("arch", 0.2) * f, **{k: v for k, v in more.items() if k != "arch"}) for f in (0.7, 1.0, 1.4)]
    for k in range(count):
        a = 2 * math.pi * (k + rng.uniform(-0.22, 0.22)) / count + phase
        up = lift + rng.uniform(-jitter, jitter) * 2
        way = np.array((math.cos(a) * math.cos(up), math.sin(a) * math.cos(up), math.sin(up)))
        axes = frames(way, (rng.uniform(-jitter, jitter) * 2, rng.uniform(-jitter, jitter) * 2, 1.0))[0]
        petals.put(rng.choice(shapes), (math.cos(a) * at, math.sin(a) * at, z), axes, rng.uniform(0.88, 1.08), rng.uniform(0.88, 1.06))


def sunflower(rng: random.Random, size: float = 0.085) -> Head:
    """A sunflower, radius `size` metres with its petals: a broad brown disc in spirals, two rings of pointed petals, green bracts behind."""
    petals, heart, green = Growth(), Growth(), Growth()
    disc = size * 0.5
    rays(petals, rng, 21, disc * 0.9, size * 0.6, size * 0.2, 0.12, z=-0.002, point=1.0, arch=0.22, cup=0.35)
    rays(petals, rng, 21, disc * 0.88, size * 0.54, size * 0.19, 0.34, z=0.001, phase=0.15, point=1.0, arch=0.3, cup=0.4)
    brown, mid, gold = np.array((0.075, 0.03, 0.012)), np.array((0.2, 0.16, 0.04)), np.array((0.42, 0.2, 0.03))

    def shade(u):
        inner, outer = np.exp(-((u / 0.3) ** 2))[:, None], np.clip((u - 0.66) / 0.2, 0, 1)[:, None] * 0.65
        return brown * (1 - inner) * (1 - outer) + mid * inner + gold * outer

    florets(heart, disc, size * 0.1, 620, shade)
    shape = leaf(0.4, fold=0.2, curl=0.2, point=2.5)
    for n, lift in ((18, -0.15), (14, -0.5)):
        a = np.linspace(0, 2 * math.pi, n, endpoint=False) + lift
        green.copies(shape, np.stack([np.cos(a) * disc * 0.75, np.sin(a) * disc * 0.75, np.full(n, -0.006)], axis=1), frames(np.stack([np.cos(a), np.sin(a), np.full(n, lift)], axis=1)), size * 0.5)
    green.tube(np.array([(0, 0, -0.028), (0, 0, -0.02), (0, 0, -0.012), (0, 0, -0.004)]), np.array((0.08, 0.2, 0.45, 0.52)) * size, 20)
    return {"petals": petals, "heart": heart, "green": green}


def daisy(rng: random.Random, size: float = 0.032, *, count: int = 24, rings: int = 1, disc: float = 0.3) -> Head:
    """A daisy, radius `size` metres: a ring (or several) of narrow petals about a domed yellow disc (a share of the radius)."""
    petals, heart, green = Growth(), Growth(), Growth()
    for ring in range(rings):
        f = 1 - 0.16 * ring
        rays(petals, rng, count, size * disc * 0.75, size * (1 - disc * 0.75) * f, size * 2.1 * 2.6 / count, 0.12 + 0.22 * ring, z=0.0012 * ring, phase=0.13 * ring, arch=0.25, cup=0.25, notch=0.3, jitter=0.06)
    gold, deep = np.array((0.9, 0.55, 0.03)), np.array((0.62, 0.42, 0.02))
    florets(heart, size * disc, size * disc * 0.42, 190, lambda u: gold * (0.65 + 0.35 * u[:, None]) * (1 - 0.0 * u[:, None]) + deep * np.exp(-((u / 0.3) ** 2))[:, None] * 0.3)
    shape = leaf(0.45, fold=0.2, curl=0.1, point=2)
    a = np.linspace(0, 2 * math.pi, 13, endpoint=False)
    green.copies(shape, np.stack([np.cos(a) * size * 0.1, np.sin(a) * size * 0.1, np.full(13, -0.004)], axis=1), frames(np.stack([np.cos(a), np.sin(a), np.full(13, 0.1)], axis=1)), size * 0.42)
    green.tube(np.array([(0, 0, -0.009), (0, 0, -0.006), (0, 0, -0.001)]), np.array((0.05, 0.18, 0.28)) * size, 12)
    return {"petals": petals, "heart": heart, "green": green}


WIDE = {
    "poppy": ((3, 0.018, 1.12, 0.35, 0.1), (3, 0.018, 1.05, 0.6, 0.1)), "lily": ((3, 0.004, 0.5, 0.75, 0.75), (3, 0.004, 0.42, 0.85, 0.8)), "blossom": ((5, 0.003, 0.8, 0.5, 0.1),),
}  # fmt: skip
"""Rings of wide petals: how many, metres off the axis, width as a share of the length, lift in radians, sharpness of the tip."""


def wide(rng: random.Random, form: str) -> Head:
    """A poppy, lily or blossom: a few broad petals and a bunch of stamens."""
    petals, heart, green = Growth(), Growth(), Growth()
    size = {"poppy": 0.045, "lily": 0.075, "blossom": 0.02}[form]
    for ring, (count, at, width, lift, point) in enumerate(WIDE[form]):
        cup, arch = (0.45, 0.12) if form == "poppy" else (0.3, 0.75) if form == "lily" else (0.3, 0.1)
        rays(petals, rng, count, at * 0.2, size, size * width, lift, z=0.001 * ring, phase=math.pi / 3 * ring, point=point, cup=cup, arch=arch, groove=0.012, jitter=0.04)
    dark = {"poppy": (0.03, 0.025, 0.03), "lily": (0.45, 0.16, 0.03), "blossom": (0.75, 0.5, 0.08)}[form]
    many, tall = {"poppy": (46, 0.3), "lily": (6, 0.8), "blossom": (20, 0.45)}[form]
    for k in range(many):
        a, out = k * GOLDEN, rng.uniform(0.3, 0.55)
        tip = np.array((math.cos(a) * out, math.sin(a) * out, 1.0)) * size * tall * rng.uniform(0.8, 1.05)
        heart.tube([tip * 0.1, tip * 0.5, tip * 0.95], size * 0.008, 5, (0.5, 0.6, 0.3) if form == "lily" else dark)
        heart.tube([tip * 0.94, tip * 0.97, tip * 1.0, tip * 1.05], np.array((0.005, 0.022, 0.022, 0.004)) * size * (1.6 if form == "lily" else 1.2), 6, dark)
    if form == "poppy":
        green.tube([(0, 0, 0), (0, 0, 0.004), (0, 0, 0.011), (0, 0, 0.014), (0, 0, 0.0142)], np.array((0.002, 0.006, 0.0065, 0.006, 0.0001)), 12, (0.9, 0.9, 0.7))
    green.tube([(0, 0, -0.012), (0, 0, -0.006), (0, 0, 0.001)], np.array((0.04, 0.07, 0.1)) * size, 10)
    return {"petals": petals, "heart": heart, "green": green}


__all__ = ["Head", "daisy", "rose", "sunflower", "tulip", "upon", "wide"]
