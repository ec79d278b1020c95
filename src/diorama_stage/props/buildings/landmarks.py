# SPDX-License-Identifier: GPL-3.0-or-later
"""Buildings that everybody knows, by their plain shapes and true sizes: Liberty on her pedestal, Giza's pyramids and sphinx, an obelisk, the Colosseum,
Stonehenge, Sydney's opera house, the Taj Mahal."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, displace, ellipsoid, extrude, join, lathe, loft, move, rotate, rounded_profile
from diorama_stage.kit import smooth_path, subdivide, sweep
from diorama_stage.kit.parts import add_rod, copies, repeated, slab
from diorama_stage.kit.seams import oval, sheet
from diorama_stage.props.registry import prop


def _frustum(z0: float, z1: float, low: float, top: float):
    """A square block that narrows, half widths in metres."""
    ring = lambda h, z: [(-h, -h, z), (h, -h, z), (h, h, z), (-h, h, z)]  # noqa: E731
    return loft([ring(low, z0), ring(top, z1)], smooth=20)


def _around(turns, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> np.ndarray:
    """Matrices (n, 4, 4): moved by (x, y, z), then turned about the upright axis, degrees."""
    out = np.tile(np.eye(4), (len(turns), 1, 1))
    for m, a in zip(out, np.radians(turns), strict=True):
        c, s = math.cos(a), math.sin(a)
        m[:2, :2] = (c, -s), (s, c)
        m[:3, 3] = (c * x - s * y, s * x + c * y, z)
    return out


@prop("statue_of_liberty")
def statue_of_liberty(spec: Spec, b: Builder) -> None:
    """Liberty on her star-shaped fort and granite pedestal: a robe in folds, a tablet at her left arm, a crown of seven rays, the torch held up."""
    b.slot("copper", "verdigris", "#6fa594")
    b.slot("stone", "granite", "#b5a78f", role="trim")
    b.slot("gold", "gold", "#e0b24a", role="fixed")
    star = [(r * math.sin(a), r * math.cos(a)) for k in range(11) for r, a in ((21.0, 2 * math.pi * k / 11), (16.0, 2 * math.pi * (k + 0.5) / 11))][::-1]
    b.add(extrude(star, 8.0, bevel=0.3), "stone", "fort")
    b.add(
        join([_frustum(8, 12, 11.5, 10.5), _frustum(12, 36, 8.4, 6.6), _frustum(36, 38, 7.8, 7.8), _frustum(38, 45, 6.2, 5.6), _frustum(45, 47, 6.6, 6.2)]),
        "stone",
        "pedestal",
    )
    b.add(join([box(1.1, 0.6, 7.0, bevel=0.1, at=(x, -8.05, 22)) for x in (-3.6, -1.2, 1.2, 3.6)]), "stone", "pedestal")
    z0, turn, count = 47.0, np.linspace(0, 2 * np.pi, 96, endpoint=False), 60
    z = np.linspace(0, 27.5, count)
    half = np.interp(z, [0, 3, 10, 17, 21, 24, 26, 27.5], [4.6, 4.3, 3.7, 3.3, 3.5, 3.3, 2.0, 1.1])
    deep = np.interp(z, [0, 10, 17, 21, 24, 26, 27.5], [4.0, 3.2, 2.5, 2.5, 2.3, 1.5, 1.1])
    fold = np.interp(z, [0, 14, 22, 27], [0.11, 0.085, 0.04, 0.0])
    rings = []
    for k in range(count):
        wave = 1 + fold[k] * np.sin(15 * turn + 0.12 * z[k]) * (0.6 + 0.4 * np.sin(3 * turn + 0.2 * z[k]))
        rings.append(np.column_stack([half[k] * wave * np.cos(turn), deep[k] * wave * np.sin(turn), np.full(96, z0 + z[k])]))
    b.add(loft(rings, smooth=60), "copper", "robe")
    sash = smooth_path([(3.2, -1.2, z0 + 23.5), (1.0, -2.9, z0 + 19), (-2.2, -2.6, z0 + 14), (-3.7, -0.8, z0 + 8)], 40)
    b.add(join([sweep(sash + (0.4 * k, -0.1 * k, -0.9 * k), 0.55, sides=10) for k in range(4)]), "copper", "robe")
    b.add(ellipsoid(1.55, 1.75, 2.25, at=(0, -0.2, z0 + 30.2), segments=40), "copper", "head")
    b.add(join([cylinder(1.1, 2.5, bevel=0.2, at=(0, 0, z0 + 26.6)), ellipsoid(0.35, 0.6, 0.8, at=(0, -1.85, z0 + 30.1), segments=20)]), "copper", "head")
    b.add(lathe([(1.7, z0 + 31.1), (2.1, z0 + 31.2), (2.15, z0 + 31.9), (1.75, z0 + 32.0)], segments=48), "copper", "crown")
    for k in range(7):
        a = math.radians(-90 + (k - 3) * 24)
        way = np.array((math.sin(math.radians((k - 3) * 27)) * 1.0, -0.28, math.cos(math.radians((k - 3) * 27))))
        base = np.array((1.9 * math.cos(a) * 0.9, 0, 0)) * 0 + way * (1.7, 1, 1.2) + (0, -0.2, z0 + 30.9)
        b.add(sweep([base, base + way * 1.6, base + way * 3.4], np.array([0.34, 0.22, 0.02]), sides=8), "copper", "crown")
    arm = smooth_path([(-2.6, 0, z0 + 24.6), (-4.2, -0.4, z0 + 27), (-4.9, -0.6, z0 + 31), (-5.0, -0.7, z0 + 36.2)], 40)
    b.add(sweep(arm, np.interp(np.linspace(0, 1, 40), [0, 0.35, 0.6, 1], [1.7, 1.45, 1.05, 0.75]), sides=20), "copper", "arm")
    torch = lathe(rounded_profile([(0, -1.6), (0.3, -1.6), (0.55, 0.6), (1.5, 1.3), (1.6, 2.0), (1.3, 2.0), (0.9, 1.6), (0, 1.6)], 0.1), segments=36)
    b.add(move(torch, -5.0, -0.7, z0 + 37.2), "copper", "torch")
    flame = lathe([(0, 0), (0.9, 0.5), (1.15, 1.2), (0.8, 2.3), (0.25, 3.4), (0, 3.8)], segments=32, smooth=180)
    b.add(move(displace(subdivide(flame, 1), 0.25, 0.9, seed=3), -5.0, -0.7, z0 + 38.7), "gold", "flame")
    low = smooth_path([(2.8, -0.2, z0 + 24.4), (3.9, -1.0, z0 + 21.5), (3.4, -2.8, z0 + 20.2), (2.6, -3.4, z0 + 20.4)], 30)
    b.add(sweep(low, np.interp(np.linspace(0, 1, 30), [0, 0.5, 1], [1.6, 1.2, 0.7]), sides=18), "copper", "arm")
    tablet = rotate(box(2.7, 0.6, 5.0, bevel=0.12), 14, 0, -18)
    b.add(move(tablet, 2.7, -3.5, z0 + 18.6), "copper", "tablet")


@prop("egyptian_pyramid")
def egyptian_pyramid(spec: Spec, b: Builder) -> None:
    """A pyramid of Giza: courses of worn blocks to its point, the smooth casing left at the top; three of them where more are meant."""
    b.slot("body", "sandstone", b.choose("#c9a874", "#bf9c68"))
    rng = np.random.default_rng(spec.seed)
    half, high, courses = 115.0, 146.0, 64
    corner = np.array([(-0.5, -0.5, 0), (0.5, -0.5, 0), (0.5, 0.5, 0), (-0.5, 0.5, 0), (-0.5, -0.5, 1), (0.5, -0.5, 1), (0.5, 0.5, 1), (-0.5, 0.5, 1)])
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    points, tones = [], []
    step = high * 0.985 / courses
    for k in range(courses):
        out = half * (1 - k / courses)
        count = max(1, int(2 * out / 5.2))
        wide = 2 * out / count
        for side in range(4):
            for j in range(count):
                u = -out + wide * (j + 0.5)
                proud = out - 3.0 + rng.uniform(-0.35, 0.2)
                block = corner * (wide * rng.uniform(0.95, 0.995), 6.0, step * rng.uniform(0.96, 1.0)) + (u, -proud, step * k)
                a = math.pi / 2 * side
                points.append(
                    np.column_stack([block[:, 0] * math.cos(a) - block[:, 1] * math.sin(a), block[:, 0] * math.sin(a) + block[:, 1] * math.cos(a), block[:, 2]])
                )
                tones.append(rng.uniform(0.82, 1.12))
    b.add(repeated(np.array(points), faces, smooth=None, tones=tones), "body")
    b.add(_frustum(0, high * 0.96, half * 0.965, half * 0.02), "body", "core")
    cap = half * 0.155
    b.add(loft([[(-c, -c, z), (c, -c, z), (c, c, z), (-c, c, z)] for c, z in ((cap, high * 0.855), (0.05, high))], smooth=20), "body", "casing")


@prop("sphinx")
def sphinx(spec: Spec, b: Builder) -> None:
    """The sphinx: a lion couched on a ledge, its forelegs stretched before it, a king's head in its striped cloth, worn by sand."""
    b.slot("body", "sandstone", b.choose("#c9a46c", "#bd9862"))
    made = []
    rows = [
        (-10, 6.4, 0.4, 9.5),
        (-6, 7.2, 0.2, 11.5),
        (6, 6.6, 0.2, 10.0),
        (22, 6.9, 0.2, 10.4),
        (32, 7.6, 0.2, 11.2),
        (37, 5.0, 1.0, 8.6),
        (39, 2.0, 3.0, 6.0),
    ]
    spine = []
    for y, half, low, top in smooth_path(np.array(rows), 50):
        section = oval(2.6, 48)
        spine.append(np.column_stack([section[:, 0] * half, np.full(48, y), (low + top) / 2 + section[:, 1] * (top - low) / 2]))
    made.append(loft(spine, smooth=60))
    for s in (-1, 1):
        leg = [
            np.column_stack([s * 4.2 + oval(4, 32)[:, 0] * w, np.full(32, y), z + oval(4, 32)[:, 1] * z])
            for y, w, z in ((-4, 2.0, 2.5), (-26, 2.0, 2.2), (-31, 2.4, 1.9), (-34, 2.1, 1.4), (-34.6, 1.4, 0.9))
        ]
        made.append(loft(leg, smooth=60))
        made.append(ellipsoid(3.4, 9.0, 5.2, at=(s * 5.6, 29, 5.0), segments=40))
        made.append(ellipsoid(2.2, 6.4, 2.0, at=(s * 7.2, 21, 2.0), segments=32))
        made += [ellipsoid(0.62, 1.4, 0.9, at=(s * 4.2 + t * 1.25, -33.9, 0.9), segments=16) for t in (-1, 0, 1)]
    made.append(ellipsoid(4.6, 4.4, 6.8, at=(0, -6, 9.4), segments=48))
    made.append(ellipsoid(2.5, 2.6, 3.2, at=(0, -8.6, 16.2), segments=48))
    made += [ellipsoid(0.55, 0.5, 0.4, at=(s * 0.95, -10.85, 16.9), segments=16) for s in (-1, 1)]
    made += [ellipsoid(0.55, 0.6, 0.9, at=(0, -11.1, 16.0), segments=16), ellipsoid(0.95, 0.4, 0.25, at=(0, -10.95, 14.75), segments=16)]
    cloth = []
    for t in np.linspace(0, 1, 40):
        z = 20.0 - 11.0 * t
        wide = float(np.interp(t, [0, 0.08, 0.4, 0.75, 1.0], [1.2, 2.5, 4.0, 5.2, 4.8])) * (1 + 0.018 * math.sin(70 * t))
        section = oval(2.4, 56)
        cloth.append(np.column_stack([section[:, 0] * wide, -6.2 + section[:, 1] * (2.7 if t < 0.9 else 2.5), np.full(56, z)]))
    made.append(loft(cloth, smooth=40))
    for s in (-1, 1):
        lappet = [
            np.column_stack(
                [
                    s * (2.7 + 0.5 * t) + oval(3, 24)[:, 0] * 1.15,
                    -8.4 - 1.7 * t + oval(3, 24)[:, 1] * 0.7,
                    np.full(24, 14.0 - 6.0 * t + 0.05 * math.sin(60 * t)),
                ]
            )
            for t in np.linspace(0, 1, 24)
        ]
        made.append(loft(lappet, smooth=40))
    whole = join(made)
    b.add(displace(displace(subdivide(whole, 1, simple=True), 0.22, 2.4, seed=2, detail=3), 0.07, 0.5, seed=spec.seed), "body")
    b.add(join([box(18, 62, 0.5, bevel=0.15, at=(0, 3, -0.4)), box(20.5, 66, 0.7, bevel=0.2, at=(0, 3, -1.1))]), "body", "ledge")


@prop("obelisk")
def obelisk(spec: Spec, b: Builder) -> None:
    """An obelisk of one stone on a stepped foot: four faces that taper, signs cut into them, a gilded point."""
    b.slot("body", "granite", b.choose("#b98f77", "#a98a70", "#c2b39a"))
    b.slot("gold", "gold", "#d9ab45", role="trim")
    b.slot("signs", "slate", "#5a4436", role="fixed")
    high = 20.0
    b.add(join([box(5.2, 5.2, 0.5, bevel=0.08), box(4.2, 4.2, 0.5, bevel=0.08, at=(0, 0, 0.5)), box(3.0, 3.0, 1.6, bevel=0.1, at=(0, 0, 1.0))]), "body", "foot")
    b.add(_frustum(2.6, high, 1.05, 0.72), "body", "shaft")
    b.add(loft([[(-c, -c, z), (c, -c, z), (c, c, z), (-c, c, z)] for c, z in ((0.72, high), (0.02, high + 1.6))], smooth=20), "gold", "point")
    rng, marks = np.random.default_rng(spec.seed), []
    for row in range(30):
        z = 4.2 + 0.5 * row
        half = 1.05 - 0.33 * (z - 2.6) / (high - 2.6)
        for side in range(4):
            kind, y = int(rng.integers(5)), -half - 0.004
            if kind == 0:
                sign = [rotate(cylinder(0.16, 0.03, bevel=0, segments=16), 90)]
            elif kind == 1:
                sign = [box(0.5, 0.03, 0.07, bevel=0, at=(0, 0, t)) for t in (-0.12, 0.02)]
            elif kind == 2:
                sign = [box(0.09, 0.03, 0.34, bevel=0, at=(t, 0, -0.17)) for t in (-0.2, 0, 0.2)]
            elif kind == 3:
                sign = [slab([(-0.25, -0.12), (0.25, -0.12), (0.1, 0.16), (-0.05, 0.02)], 0.03, bevel=0)]
            else:
                sign = [slab([(-0.2, -0.15), (0.2, -0.15), (0, 0.18)], 0.03, bevel=0)]
            marks.append(rotate(move(join(sign), 0, y, z), 0, 0, 90 * side))
    b.add(join(marks), "signs")


@prop("colosseum")
def colosseum(spec: Spec, b: Builder) -> None:
    """The Colosseum: three storeys of eighty arches with half columns between, an attic of small windows that has fallen on one side, tiers within."""
    b.slot("stone", "travertine", "#cdb691")
    b.slot("dark", "stone", "#4a3f33", role="fixed")
    b.slot("tiers", "stone", "#a8947a", role="trim")
    bays, long, short = 80, 94.0, 78.0
    storey, half_bay = 11.2, 3.35
    arch = [(2.1 * math.cos(t), 6.0 + 2.1 * math.sin(t)) for t in np.linspace(0, math.pi, 13)]
    bay = slab([(-half_bay, 0), (-2.1, 0), *arch[::-1], (2.1, 0), (half_bay, 0), (half_bay, storey - 1.2), (-half_bay, storey - 1.2)], 2.6, bevel=0)
    extra = [box(2 * half_bay, 3.2, 1.2, bevel=0, at=(0, 0, storey - 1.2)), cylinder(0.62, storey - 1.2, bevel=0, segments=12, at=(half_bay, -1.4, 0))]
    one = join([bay, *extra])
    attic = join(
        [
            box(2 * half_bay, 2.4, 13.0, bevel=0),
            box(1.3, 0.4, 2.0, bevel=0, at=(0, -1.3, 4.2)),
            box(0.9, 0.5, 13.0, bevel=0, at=(half_bay, -1.3, 0)),
            box(2 * half_bay, 3.2, 1.2, bevel=0, at=(0, -0.2, 12.4)),
        ]
    )
    places: list[np.ndarray] = []
    crowns: list[np.ndarray] = []
    a = 2 * np.pi * (np.arange(bays) + 0.5) / bays
    for t in a:
        x, y = long * math.cos(t), short * math.sin(t)
        way = math.atan2(short * math.cos(t), -long * math.sin(t)) + math.pi
        whole = math.cos(t + 0.35) < 0.5
        for level in range(3 if whole else 2):
            m = np.eye(4)
            inner = 1.0 if whole else 0.93
            m[:2, :2] = (math.cos(way), -math.sin(way)), (math.sin(way), math.cos(way))
            m[:3, 3] = (x * inner, y * inner, storey * level)
            m[:3, 0] *= math.hypot(long * math.sin(t), short * math.cos(t)) * 2 * np.pi / bays / (2 * half_bay) * inner
            places.append(m)
        if whole:
            top = places[-1].copy()
            top[2, 3] = storey * 3
            crowns.append(top)
    b.add(copies(one, places, smooth=30), "stone", "arcades")
    b.add(copies(attic, crowns, smooth=30), "stone", "attic")
    ring = oval(2.0, 120)
    profile = [(0.96, 0), (0.96, 21), (0.9, 24), (0.62, 6), (0.52, 2), (0.5, 0)]
    rows = []
    for (r0, z0), (r1, z1) in zip(profile, profile[1:], strict=False):
        steps = 16 if z1 < z0 and r0 > 0.85 else 1
        for j in range(steps):
            u = j / steps
            rows += [(r0 + (r1 - r0) * u, z0 + (z1 - z0) * u), (r0 + (r1 - r0) * (j + 0.999) / steps, z0 + (z1 - z0) * u)]
    rings = [np.column_stack([ring * (long * 0.88 * r, short * 0.88 * r), np.full(120, z)]) for r, z in rows]
    b.add(loft(rings, closed_ends=False, smooth=20), "tiers")
    wall = [np.column_stack([ring * (long * 0.9, short * 0.9), np.full(120, z)]) for z in (0, 20.5)]
    b.add(loft(wall, closed_ends=False, smooth=60), "dark", "inside")
    b.add(extrude([tuple(p) for p in ring * (long * 0.49, short * 0.49)], 0.2, bevel=0), "tiers", "arena")


@prop("stonehenge")
def stonehenge(spec: Spec, b: Builder) -> None:
    """Stonehenge: a ring of rough uprights, lintels on most of them, five great trilithons in a horseshoe within, some stones fallen."""
    b.slot("body", "stone", b.choose("#8d8a80", "#97917f"), finish=("rough",))
    rng = np.random.default_rng(spec.seed)

    def stone(wide: float, deep: float, tall: float):
        rings = [
            np.column_stack([oval(4.5, 28) * (wide / 2 * g, deep / 2 * g), np.full(28, tall * t)])
            for t, g in ((0, 1.04), (0.1, 1.06), (0.5, 1.0), (0.9, 0.92), (0.98, 0.86), (1.0, 0.7))
        ]
        return displace(displace(subdivide(loft(rings, smooth=60), 2), 0.16, 0.9, seed=int(rng.integers(999))), 0.03, 0.15, seed=int(rng.integers(999)))

    made, count, radius = [], 30, 15.2
    gone, bare = {3, 4, 9, 17, 18, 22, 26}, {2, 10, 11, 16, 23, 25, 27}
    for k in range(count):
        turn = 360 * k / count
        if k not in gone:
            made.append(rotate(move(stone(2.1, 1.1, 4.1), 0, -radius, -0.1), 0, 0, turn))
            if k not in bare and (k + 1) % count not in gone:
                lintel = move(rotate(stone(0.95, 0.85, 3.25), 0, 90, 0), -1.62, 0, 0)
                made.append(rotate(move(lintel, 0, -radius * math.cos(math.pi / count), 4.45), 0, 0, turn + 180 / count))
    for k, turn in enumerate((-72, -36, 0, 36, 72)):
        tall = 6.1 + 0.5 * (2 - abs(k - 2))
        for s in (-1, 1):
            if k == 2 and s > 0 and spec.seed % 2:
                continue
            made.append(rotate(move(stone(2.2, 1.2, tall), s * 1.45, 7.4, 0), 0, 0, turn))
        if k != 2 or not spec.seed % 2:
            made.append(rotate(move(rotate(stone(1.1, 1.2, 4.9), 0, 90, 0), -2.45, 7.4, tall + 0.5), 0, 0, turn))
    for x, y, turn in ((5.5, -11, 30), (-9, -7, 100), (2, -3.5, -20)):
        made.append(move(rotate(rotate(stone(1.9, 1.0, 3.8), 90), 0, 0, turn), x, y, 0.5))
    b.add(join(made), "body", "stones")


def _shell(length: float, high: float, half: float, lean: float = 0.0):
    """One vaulted shell, its mouth towards -Y: a rib that rises to a point over the mouth, two sides that fall to the ground at it and meet behind."""
    t, u = np.linspace(0, 1, 40)[:, None], np.linspace(-1, 1, 41)[None, :]
    rise = high * np.sin(np.pi / 2 * (0.02 + 0.98 * t)) ** 0.9
    width = half * np.sin(np.pi / 2 * np.minimum(1, t * 1.15)) ** 0.75
    drop = np.abs(u) ** 1.6
    y = length * (1 - t) - lean * t**3 * (1 - drop)
    x = width * np.sign(u) * np.abs(u) ** 0.9
    return sheet(np.stack(np.broadcast_arrays(x, y + 0 * u, np.maximum(rise * (1 - drop), 0)), axis=-1), 0.7, smooth=80)


@prop("opera_house")
def opera_house(spec: Spec, b: Builder) -> None:
    """Sydney's opera house: two rows of white shells, one behind the other, glass in their mouths, on a broad podium with steps."""
    b.slot("shells", "tile", "#f4f1e8", finish=("glossy",))
    b.slot("podium", "granite", "#b79b84", role="trim")
    b.slot("glass", "glass", "#6a5a4a", role="fixed")
    b.add(join([box(118, 128, 6, bevel=0.4, at=(0, 14, 0)), box(104, 100, 4.5, bevel=0.4, at=(0, 20, 6))]), "podium")
    b.add(join([box(80, 2.6, 0.8, bevel=0, at=(0, 80 + 2.5 * k, 5.2 - 0.8 * k)) for k in range(7)]), "podium", "steps")
    for x, turn, big in ((-25, 5, 1.0), (25, -5, 0.86)):
        for y, length, high, half, back in ((-38, 44, 34, 17, 0), (-8, 50, 52, 21, 0), (26, 42, 40, 18, 0), (66, 34, 26, 15, 180)):
            shell = rotate(_shell(length * big, high * big, half * big, 9 * big), 0, 0, back)
            b.add(move(rotate(shell, 0, 0, turn), x + 0.05 * y, y, 10.0), "shells")
            if back:
                continue
            pane = [
                np.array((half * big * 0.96 * math.sin(q), 0, high * big * 0.9 * (1 - abs(math.sin(q)) ** 1.6)))
                for q in np.linspace(-math.pi / 2, math.pi / 2, 25)
            ]
            outline = [(p[0], p[2]) for p in pane]
            b.add(move(rotate(slab(outline, 0.5, bevel=0), 0, 0, turn), x + 0.05 * y, y + 3.5, 10.0), "glass")
    for x, y in ((-44, 62), (-40, 72)):
        b.add(move(_shell(20, 15, 9, 4), x, y, 10), "shells")


def _onion(b: Builder, x: float, y: float, z: float, r: float, *, drum: float = 0.6) -> None:
    """A swelling pointed dome on its drum with a gilt finial."""
    profile = [
        (0, 0),
        (r * 0.86, 0),
        (r * 0.86, r * drum),
        (r * 0.93, r * drum + 0.02 * r),
        (r * 1.06, r * (drum + 0.45)),
        (r * 0.98, r * (drum + 0.85)),
        (r * 0.66, r * (drum + 1.28)),
        (r * 0.24, r * (drum + 1.58)),
        (r * 0.05, r * (drum + 1.8)),
        (0, r * (drum + 1.82)),
    ]
    curve = np.vstack([profile[:3], smooth_path(profile[3:], 60)])
    b.add(move(lathe(curve, segments=72, smooth=40), x, y, z), "marble", "domes")
    spike = lathe(
        [(0, 0), (0.05 * r, 0), (0.03 * r, 0.08 * r), (0.09 * r, 0.16 * r), (0.03 * r, 0.24 * r), (0.06 * r, 0.32 * r), (0.01 * r, 0.4 * r), (0, 0.6 * r)],
        segments=20,
    )
    b.add(move(spike, x, y, z + r * (drum + 1.76)), "gold", "finials")


def _iwan(b: Builder, x: float, y: float, z: float, wide: float, tall: float, turn: float) -> None:
    """A pointed niche, dark within, in its tall frame; `turn` degrees about the upright axis through the middle."""
    t = np.linspace(0, 1, 12)
    side = [(wide / 2 * math.cos(q * math.pi / 2) ** 0.8, tall * 0.6 + tall * 0.4 * math.sin(q * math.pi / 2)) for q in t]
    outline = [(-wide / 2, 0), (wide / 2, 0), *side, *[(-p, q) for p, q in side[::-1][1:]]]
    b.add(rotate(move(slab(outline, 0.25, bevel=0), x, y - 0.05, z), 0, 0, turn), "shade", "niches")
    frame = [box(0.5, 0.5, tall * 1.12, bevel=0.05, at=(s * wide * 0.62, 0, 0)) for s in (-1, 1)] + [
        box(wide * 1.24 + 0.5, 0.5, 0.5, bevel=0.05, at=(0, 0, tall * 1.12))
    ]
    b.add(rotate(move(join(frame), x, y, z), 0, 0, turn), "inlay", "frames")


@prop("taj_mahal")
def taj_mahal(spec: Spec, b: Builder) -> None:
    """The Taj Mahal: a block of white marble with cut corners and great niches, a swelling dome among four
    small ones, four minarets at the corners of its platform."""
    b.slot("marble", "marble", "#f3efe8")
    b.slot("shade", "stone", "#8f8578", role="fixed")
    b.slot("inlay", "marble", "#d9cdbb", role="trim")
    b.slot("gold", "gold", "#d9ab45", role="fixed")
    b.slot("platform", "sandstone", "#d8c8b4", role="trim")
    b.add(box(96, 96, 6.5, bevel=0.3), "marble", "platform")
    b.add(box(118, 118, 1.4, bevel=0.2, at=(0, 0, -1.4)), "platform")
    b.add(join([box(1.4, 0.3, 4.2, bevel=0, at=(x, -48.1, 1.0)) for x in np.linspace(-44, 44, 23)]), "shade", "niches")
    half, cut, z, tall = 28.0, 9.0, 6.5, 22.0
    eight = [
        (-half + cut, -half),
        (half - cut, -half),
        (half, -half + cut),
        (half, half - cut),
        (half - cut, half),
        (-half + cut, half),
        (-half, half - cut),
        (-half, -half + cut),
    ]
    b.add(extrude(eight, tall, bevel=0.2, at=(0, 0, z)), "marble", "hall")
    b.add(extrude([(x * 1.012, y * 1.012) for x, y in eight], 1.2, bevel=0.2, at=(0, 0, z + tall)), "inlay", "parapet")
    for turn in (0, 90, 180, 270):
        b.add(rotate(box(17.0, 1.6, 30.0, bevel=0.15, at=(0, -half - 0.2, z)), 0, 0, turn), "marble", "portals")
        _iwan(b, 0, -half - 1.1, z + 0.5, 11.0, 22.0, turn)
        for s in (-1, 1):
            for level in (0, 1):
                _iwan(b, s * 13.7, -half - 0.1, z + 0.8 + 10.4 * level, 5.2, 7.6, turn)
    for turn in (45, 135, 225, 315):
        far = half * math.sqrt(2) - cut / math.sqrt(2)
        for level in (0, 1):
            _iwan(b, 0, -far - 0.1, z + 0.8 + 10.4 * level, 5.6, 7.6, turn)
    _onion(b, 0, 0, z + tall + 1.0, 14.0, drum=0.72)
    for x in (-1, 1):
        for y in (-1, 1):
            posts = [(18.0 * x + 4.0 * math.cos(q), 18.0 * y + 4.0 * math.sin(q)) for q in np.linspace(0, 2 * math.pi, 9)[:-1]]
            b.add(join([cylinder(0.55, 5.5, bevel=0, segments=12, at=(p, q, z + tall + 1.0)) for p, q in posts]), "marble", "kiosks")
            _onion(b, 18.0 * x, 18.0 * y, z + tall + 6.5, 5.0, drum=0.12)
            tower = [
                (0, 0),
                (3.2, 0),
                (2.9, 12),
                (3.7, 12.3),
                (3.7, 13),
                (2.7, 13.2),
                (2.4, 25),
                (3.3, 25.3),
                (3.3, 26),
                (2.2, 26.2),
                (1.9, 36),
                (2.9, 36.4),
                (2.9, 37.1),
                (0, 37.1),
            ]
            b.add(move(lathe(tower, segments=40, smooth=30), 44.0 * x, 44.0 * y, z), "marble", "minarets")
            for q in np.linspace(0, 2 * math.pi, 9)[:-1]:
                add_rod(
                    b,
                    "marble",
                    (44 * x + 1.7 * math.cos(q), 44 * y + 1.7 * math.sin(q), z + 37),
                    (44 * x + 1.7 * math.cos(q), 44 * y + 1.7 * math.sin(q), z + 39.6),
                    0.22,
                    "kiosks",
                    8,
                )
            _onion(b, 44.0 * x, 44.0 * y, z + 39.5, 2.2, drum=0.1)
