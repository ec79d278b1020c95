# SPDX-License-Identifier: GPL-3.0-or-later
"""Masonry that castles, towers, churches and temples share: courses of dressed stones on flat and round walls, slates on turned and pointed roofs, merlons, arches."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, Emitter, box, extrude, from_geometry, join, lathe, move, rotate
from diorama_stage.kit.parts import copies, repeated, rods, tint

GRID = [(4 * r + c, 4 * r + c + 1, 4 * r + c + 5, 4 * r + c + 4) for r in range(3) for c in range(3)]


def courses(b: Builder, place, wide: float, low: float, high: float, *, course=0.42, long=0.85, proud=0.05, holes=(), top=None) -> bpy.types.Object:
    """Stones in rows on a wall `wide` metres: `place(u, z, out)` gives their points. They keep out of `holes` (u0, u1, z0, z1) and, under a gable, within `top(z)` = (u0, u1)."""
    rows = max(1, round((high - low) / course))
    tall, stones = (high - low) / rows, []
    for row in range(rows):
        z = low + row * tall
        free = [(0.0, wide)] if top is None else [top(z + tall)]
        for u0, u1, z0, z1 in holes:
            if z0 < z + tall * 0.7 and z1 > z + tall * 0.3:
                free = [part for a, c in free for part in ((a, min(c, u0)), (max(a, u1), c)) if part[1] - part[0] > 0.08]
        for a, c in free:
            count = max(1, round((c - a) / long))
            cuts = np.linspace(a, c, count + 1) + (row % 2) * 0.5 * (c - a) / count * (np.arange(count + 1) > 0) * (np.arange(count + 1) < count)
            cuts[1:-1] += [b.rng.uniform(-0.16, 0.16) * long for _ in cuts[1:-1]]
            stones += [(u0, u1, z, z + tall) for u0, u1 in zip(cuts, cuts[1:], strict=False) if u1 - u0 > 0.06]
    q = np.array(stones)
    joint, edge = 0.014, np.minimum(0.05, (q[:, 1] - q[:, 0]) / 4)
    u = np.stack([q[:, 0] + joint, q[:, 0] + joint + edge, q[:, 1] - joint - edge, q[:, 1] - joint], axis=1)
    z = np.stack([q[:, 2] + joint, q[:, 2] + 0.055, q[:, 3] - 0.055, q[:, 3] - joint], axis=1)
    out = proud * np.array([b.rng.uniform(0.55, 1.3) for _ in stones])[:, None, None] * np.outer([0, 1, 1, 0], [0, 1, 1, 0])
    n, shape = len(q), (len(q), 4, 4)
    points = place(np.broadcast_to(u[:, None, :], shape), np.broadcast_to(z[:, :, None], shape), out)
    soil = 1 - 0.24 * np.clip(1 - (q[:, 2] - low) / 1.6, 0, 1) * (low < 1)
    tones = soil * np.array([b.rng.choice((b.rng.uniform(0.82, 1.12), b.rng.uniform(0.62, 1.22))) for _ in range(n)])
    return repeated(points.reshape(n, 16, 3), GRID, smooth=25, tones=tones)


def flat(x: float, y: float, turn: float):
    """`place` for a flat wall that starts at (x, y) and runs along x turned by `turn` degrees; it faces -Y unturned."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return lambda u, z, out: np.stack([x + u * c + out * s, y + u * s - out * c, z], axis=-1)


def round_wall(x: float, y: float, radius):
    """`place` for a round wall about (x, y); `radius(z)`; u in metres around at the foot, from the back."""
    foot = radius(0.0)

    def place(u, z, out):
        a, r = u / foot + math.pi / 2, radius(z) + out
        return np.stack([x + r * np.cos(a), y + r * np.sin(a), z], axis=-1)

    return place


def wall_box(b: Builder, x: float, y: float, wide: float, deep: float, low: float, high: float, *, slot="walls", part=None, holes=(), sides=(0, 90, 180, 270), **more) -> None:
    """A block of masonry centred on (x, y): its core, and stones on its sides; `holes` are those of the front."""
    b.add(tint(box(wide, deep, high - low, bevel=0, at=(x, y, low)), lambda p: np.full(len(p), 0.6)), slot, part)
    corner = {0: (-wide / 2, -deep / 2, wide), 90: (wide / 2, -deep / 2, deep), 180: (wide / 2, deep / 2, wide), 270: (-wide / 2, deep / 2, deep)}
    for turn in sides:
        cx, cy, long = corner[turn]
        b.add(courses(b, flat(x + cx, y + cy, turn), long, low, high, holes=holes if turn == 0 else (), **more), slot, part)


def drum(b: Builder, x: float, y: float, r: float, low: float, high: float, *, batter=0.0, slot="walls", part="towers", **more) -> None:
    """A round tower's wall, wider at the foot by `batter` metres."""
    radius = lambda z: r + batter * np.clip(1 - np.asarray(z) / (0.35 * high), 0, 1) ** 1.6  # noqa: E731
    rows = [(0, low), *[(float(radius(z)), z) for z in np.linspace(low, high, 8)], (0, high)]
    b.add(tint(move(lathe(rows, segments=48), x, y, 0), lambda p: np.full(len(p), 0.6)), slot, part)
    b.add(courses(b, round_wall(x, y, radius), 2 * math.pi * float(radius(0.0)), low, high, **more), slot, part)


def turned(pieces, x: float, y: float, turns) -> bpy.types.Object:
    """A piece made for the front, copied about the upright axis through (x, y), degrees."""
    places = []
    for t in np.radians(turns):
        places.append([(math.cos(t), -math.sin(t), 0, x), (math.sin(t), math.cos(t), 0, y), (0, 0, 1, 0), (0, 0, 0, 1)])
    return copies(pieces, places)


def merlons(b: Builder, places, *, wide=0.8, thick=0.5, tall=1.0, slot="walls", part="battlements") -> None:
    """Merlons with weathered copings at each (x, y, z, turn)."""
    one = join([box(wide, thick, tall, bevel=0.03, segments=1), extrude_cap(wide + 0.1, thick + 0.12, 0.2, tall)])
    at = []
    for x, y, z, turn in places:
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        at.append([(c, -s, 0, x), (s, c, 0, y), (0, 0, 1, z), (0, 0, 0, 1)])
    size = len(one.data.vertices)
    made = copies(one, at)
    tones = np.repeat([b.rng.uniform(0.72, 1.12) for _ in places], size)
    b.add(tint(made, lambda _: tones), slot, part)


def extrude_cap(wide: float, thick: float, tall: float, z: float) -> bpy.types.Object:
    """A saddle-backed coping stone on z."""
    outline = [(-thick / 2, 0), (thick / 2, 0), (thick / 2, tall * 0.3), (0, tall), (-thick / 2, tall * 0.3)]
    return move(rotate(extrude(outline, wide, bevel=0.015, segments=1), 90, 0, 90), -wide / 2, 0, z)


def crown(b: Builder, x: float, y: float, r: float, z: float, *, slot="walls") -> None:
    """The head of a round tower: a parapet carried out on corbels, with merlons around it."""
    n = max(10, round(2 * math.pi * (r + 0.35) / 1.35))
    corbel = move(rotate(extrude([(0, 0), (0.42, 0.5), (0.42, 0.7), (0, 0.7)], 0.26, bevel=0.02, segments=1), 90, 0, 0), r - 0.04, 0.13, z - 0.7)
    b.add(turned(corbel, x, y, np.arange(2 * n) * 180 / n), slot, "corbels")
    high, out = z + 0.75, r + 0.36
    b.add(move(lathe([(0, z - 0.02), (out - 0.02, z - 0.02), (out, z + 0.04), (out, high - 0.04), (out - 0.04, high), (out - 0.42, high), (out - 0.42, z + 0.1), (0, z + 0.1)], segments=64), x, y, 0), slot, "towers")
    b.add(courses(b, round_wall(x, y, lambda q: out + 0 * np.asarray(q)), 2 * math.pi * out, z + 0.02, high, course=0.36), slot, "towers")
    turns = np.radians(np.arange(n) * 360 / n)
    merlons(b, [(x + (out - 0.22) * math.cos(t), y + (out - 0.22) * math.sin(t), high, math.degrees(t) + 90) for t in turns], wide=0.78, thick=0.42, tall=0.85, slot=slot)


def slates(b: Builder, x: float, y: float, profile, *, sides: int = 0, course=0.34, wide=0.36, slot="roof", part="roofs") -> None:
    """Courses of slates on a turned roof from its eaves up a `profile` of (radius, z); on a pyramid of `sides` sides, a flat one to the front, where given."""
    rows = np.asarray(profile, float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(rows, axis=0), axis=1))])
    at = lambda s: np.array([np.interp(s, along, rows[:, k]) for k in (0, 1)])  # noqa: E731
    reach = lambda a: 1.0 if not sides else math.cos(math.pi / sides) / np.cos((a - math.pi / 2 + math.pi / sides) % (2 * math.pi / sides) - math.pi / sides)  # noqa: E731
    points, tones = [], []
    steps = max(6, round(along[-1] / course))
    for k in range(steps):
        (r0, z0), (r1, z1) = at(along[-1] * k / steps), at(along[-1] * min((k + 1.25) / steps, 1))
        count = max(sides or 7, round(2 * math.pi * r0 / wide / (sides or 1)) * (sides or 1))
        a0 = 2 * math.pi * (np.arange(count) + (0.5 * (k % 2) if not sides else 0.0)) / count + math.pi / 2 + (math.pi / sides if sides else 0)
        a1 = a0 + 2 * math.pi / count * 0.97
        low = lambda a, r, z, out: np.stack([x + (r + out) * reach(a) * np.cos(a), y + (r + out) * reach(a) * np.sin(a), np.full(count, z)], axis=1)  # noqa: E731, B023
        points.append(np.stack([low(a0, r0, z0 - 0.03, 0.0), low(a1, r0, z0 - 0.03, 0.0), low(a0, r0, z0, 0.045), low(a1, r0, z0, 0.045), low(a0, r1, z1, 0.0), low(a1, r1, z1, 0.0)], axis=1))
        tones += [b.rng.uniform(0.72, 1.2) for _ in range(count)]
    b.add(repeated(np.concatenate(points), [(0, 1, 3, 2), (2, 3, 5, 4)], smooth=None, tones=tones), slot, part)


def case(wide: float, tall: float, *, pointed: bool = False, n: int = 9) -> list[tuple[float, float]]:
    """The outline of an opening, `tall` to its springing: a round head, or a pointed one of two arcs."""
    h = wide / 2
    if not pointed:
        return [(-h, 0), (h, 0), *[(h * math.cos(t), tall + h * math.sin(t)) for t in np.linspace(0, math.pi, 2 * n - 1)]]
    arc = [(-h + wide * math.cos(t), tall + wide * math.sin(t)) for t in np.linspace(0, math.pi / 3, n)]
    return [(-h, 0), (h, 0), *arc, *[(-x, z) for x, z in arc[-2::-1]]]


def upright(outline, thick: float, *, bevel=0.02, segments=1) -> bpy.types.Object:
    """An outline in x and z made a slab, its face at y = -thick."""
    return rotate(extrude(outline, thick, bevel=bevel, segments=segments), 90)


def ring(outline, grow: float, thick: float) -> bpy.types.Object:
    """The moulded frame around an opening, `grow` wide, its face at y = -thick."""
    inner = np.array(outline)
    middle = np.array([0, inner[:, 1].max() * 0.5])
    span = inner - middle
    outer = inner + np.sign(span) * grow * np.abs(span) / np.linalg.norm(span, axis=1, keepdims=True)
    outer[:2] = inner[:2] + np.array([(-grow, 0), (grow, 0)])
    n = len(inner)
    verts = [(x, 0, z) for x, z in outer] + [(x, -thick, z) for x, z in outer] + [(x, -thick, z) for x, z in inner] + [(x, 0.05, z) for x, z in inner]
    faces = [(k * n + i, k * n + (i + 1) % n, (k + 1) * n + (i + 1) % n, (k + 1) * n + i) for k in range(3) for i in range(n)]
    return from_geometry("frame", verts, faces, smooth=35)


def placed(object: bpy.types.Object, x: float, y: float, z: float, turn: float = 0.0) -> bpy.types.Object:
    return move(rotate(object, 0, 0, turn), x, y, z)


def lit(b: Builder, name: str, colour: str) -> None:
    """A slot of window panes: dark by day, glowing where it is lit."""
    if b.spec.has("lit"):
        b.slot(name, "emission", "#ffb75e", role="fixed", params={"strength": 2.5})
    else:
        b.slot(name, "lacquer", colour, role="fixed")


def slit(b: Builder, x: float, y: float, z: float, turn: float, *, cross: bool = True) -> None:
    """An arrow slit in its dressed surround, on a wall whose face is at (x, y)."""
    b.add(placed(box(0.52, 0.2, 1.75, bevel=0.04, segments=1), x, y, z, turn), "trim", "slits")
    dark = [box(0.13, 0.22, 1.4, bevel=0, at=(0, 0, 0.18))] + ([box(0.4, 0.22, 0.13, bevel=0, at=(0, 0, 0.95))] if cross else [])
    b.add(placed(join(dark), x, y, z, turn), "glass", "slits")


def portcullis(wide: float, tall: float, y: float) -> bpy.types.Object:
    """A grid of bars under an arch, its feet pointed."""
    xs = np.arange(-wide / 2 + 0.12, wide / 2, 0.3)
    head = lambda x: tall + math.sqrt(max(0.0, (wide / 2) ** 2 - x * x))  # noqa: E731
    bars = [((x, y, 0.75), (x, y, head(x))) for x in xs]
    bars += [((-wide / 2, y, z), (wide / 2, y, z)) for z in np.arange(1.0, tall + 0.3, 0.36)]
    return rods(bars, 0.06, sides=6)


def banner(b: Builder, x: float, y: float, z: float, tall: float = 3.0) -> None:
    """A pole with a swallow-tailed flag in the wind."""
    b.add(rods([((x, y, z), (x, y, z + tall))], 0.05), "wood", "poles")
    u = np.linspace(0, 1, 13)
    verts = []
    for t in u:
        sway = 0.14 * t * math.sin(7 * t + x)
        half = 0.42 - 0.12 * t
        verts += [(x + 1.7 * t, y + sway, z + tall - 0.5 + half), (x + (1.7 if t < 0.75 else 1.7 - 1.6 * (t - 0.75)) * t, y + sway, z + tall - 0.5), (x + 1.7 * t, y + sway, z + tall - 0.5 - half)]
    faces = [(3 * i + j, 3 * i + 3 + j, 3 * i + 4 + j, 3 * i + 1 + j) for i in range(12) for j in range(2)]
    b.add(from_geometry("flag", verts, faces, smooth=180), "flags")


def glow(b: Builder, x: float, y: float, z: float, watts: float = 60) -> None:
    """The light that falls on the ground before a lit door."""
    if b.spec.has("lit"):
        b.emitters.append(Emitter(x, y, z, 0.2, 2400, watts))
