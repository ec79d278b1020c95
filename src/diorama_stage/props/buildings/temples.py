# SPDX-License-Identifier: GPL-3.0-or-later
"""Temples: a Greek one of fluted Doric columns on a stepped floor under a pediment; a Japanese pagoda of storeys with curved, tiled roofs."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, from_geometry, join, lathe, loft, move, rotate
from diorama_stage.kit.parts import copies, rods, tint
from diorama_stage.props.buildings.masonry import courses, lit, placed, wall_box
from diorama_stage.props.registry import prop


@prop("temple")
def temple(spec: Spec, b: Builder) -> None:
    b.slot("dark", "lacquer", "#14110e", role="fixed", finish=("matte",))
    lit(b, "glass", "#1a1714")
    if spec.is_a("pagoda") or spec.has("japanese", "chinese", "asian"):
        pagoda(b)
    else:
        greek(b)


def greek(b: Builder) -> None:
    """Six columns by eleven."""
    b.slot("walls", "stone", b.choose("#d9cfb8", "#d2c3a0", "#dcd6c8"))
    b.slot("columns", "stone", b.choose("#ddd4be", "#d6c8a8"))
    b.slot("roof", "terracotta", "#b0704c", role="trim")
    across, along, gap, high = 6, 11, 2.5, 7.2
    half, deep = gap * (across - 1) / 2, gap * (along - 1) / 2
    steps = [box(2 * (half + 1.0 + 0.42 * k), 2 * (deep + 1.0 + 0.42 * k), 0.37, bevel=0.03, segments=2, at=(0, 0, 0.36 * (2 - k))) for k in range(3)]
    b.add(tint(join(steps), lambda p: 0.9 + 0.06 * np.sin(p[:, 0] * 2.1) * np.sin(p[:, 1] * 1.7)), "walls", "steps")
    floor = 1.09
    ring = [(x, y) for x in np.linspace(-half, half, across) for y in (-deep, deep)] + [(x, y) for y in np.linspace(-deep, deep, along)[1:-1] for x in (-half, half)]
    one = column(high)
    n, tones = len(one.data.vertices), [b.rng.uniform(0.9, 1.08) for _ in ring]
    made = copies(one, [[(1, 0, 0, x), (0, 1, 0, y), (0, 0, 1, floor), (0, 0, 0, 1)] for x, y in ring], smooth=35)
    b.add(tint(made, lambda p: np.repeat(tones, n) * (0.86 + 0.14 * np.clip((p[:, 2] - floor) / 1.5, 0, 1))), "columns")
    wall_box(b, 0, 0, 2 * half - 3.6, 2 * deep - 5.0, floor, floor + high, part="cella", holes=[(half - 3.2, half - 0.4, 0, floor + 5)], long=1.5, course=0.6, proud=0.02)
    b.add(box(2.6, 0.3, 4.9, bevel=0.02, at=(0, -deep + 2.4, floor)), "dark", "door")
    entablature(b, half, deep, floor + high, gap)


def column(high: float):
    """A Doric column: twenty flutes with sharp arrises, a swelling shaft, echinus and abacus."""
    turn = np.linspace(0, 2 * math.pi, 100, endpoint=False)
    flute = np.abs(np.sin(turn * 10)) ** 0.8
    rings = []
    for t in np.linspace(0, 1, 12):
        r = 0.62 - 0.15 * t + 0.03 * math.sin(math.pi * t)
        q = r - 0.055 * flute
        rings.append(np.stack([q * np.cos(turn), q * np.sin(turn), np.full(100, t * (high - 0.66))], axis=1))
    z = high - 0.66
    echinus = lathe([(0, z - 0.05), (0.47, z - 0.02), (0.5, z), (0.47, z + 0.04), (0.52, z + 0.08), (0.66, z + 0.26), (0.72, z + 0.36), (0, z + 0.36)], segments=40)
    return join([loft(rings, smooth=30), echinus, box(1.5, 1.5, 0.32, bevel=0.03, segments=1, at=(0, 0, high - 0.31))])


def entablature(b: Builder, half: float, deep: float, z: float, gap: float) -> None:
    """Architrave, frieze of triglyphs, cornice; pediments at the ends and the tiled roof between them."""
    x, y = half + 0.55, deep + 0.55
    b.add(join([box(2 * x, 2 * y, 0.85, bevel=0.03, segments=1, at=(0, 0, z)), box(2 * x + 0.14, 2 * y + 0.14, 0.12, bevel=0.02, segments=1, at=(0, 0, z + 0.83))]), "walls", "architrave")
    b.add(tint(box(2 * x - 0.06, 2 * y - 0.06, 0.95, bevel=0.02, segments=1, at=(0, 0, z + 0.94)), lambda p: np.full(len(p), 0.86)), "walls", "frieze")
    glyph = join([box(0.13, 0.12, 0.9, bevel=0.02, segments=1, at=(u, 0, 0)) for u in (-0.2, 0, 0.2)] + [box(0.56, 0.14, 0.1, bevel=0.01, segments=1, at=(0, 0, 0.85)), box(0.54, 0.12, 0.07, bevel=0.01, segments=1, at=(0, -0.02, -0.2))])
    at = [(u, s * (y - 0.02), 0.0) for u in np.arange(-half, half + 0.1, gap / 2) for s in (-1, 1)] + [(s * (x - 0.02), v, 90.0) for v in np.arange(-deep, deep + 0.1, gap / 2) for s in (-1, 1)]
    places = []
    for px, py, t in at:
        c, s = math.cos(math.radians(t)), math.sin(math.radians(t))
        places.append([(c, -s, 0, px), (s, c, 0, py), (0, 0, 1, z + 0.97), (0, 0, 0, 1)])
    b.add(copies(glyph, places), "walls", "triglyphs")
    top = z + 1.88
    b.add(join([box(2 * x + 0.5, 2 * y + 0.5, 0.14, bevel=0.04, segments=1, at=(0, 0, top)), box(2 * x + 1.1, 2 * y + 1.1, 0.26, bevel=0.05, segments=1, at=(0, 0, top + 0.12))]), "walls", "cornice")
    base, rise = top + 0.36, 2.35
    for s in (-1, 1):
        field = rotate(extrude([(-x, 0), (x, 0), (0, rise * x / (x + 0.55))], 0.5, bevel=0), 90)
        b.add(tint(move(field, 0, s * (y - 0.1) + 0.25, base), lambda p: np.full(len(p), 0.8)), "walls", "pediment")
        run = math.hypot(x + 0.55, rise)
        for e in (-1, 1):
            rake = rotate(box(run, 0.8, 0.32, bevel=0.06, segments=1, at=(run / 2, 0, 0)), 0, -math.degrees(math.atan2(rise, x + 0.55)))
            b.add(move(rotate(rake, 0, 0, 0 if e < 0 else 180), e * (x + 0.55), s * (y + 0.15), base), "walls", "pediment")
        b.add(move(lathe([(0.05, 0), (0.3, 0.05), (0.14, 0.3), (0.42, 0.75), (0.12, 1.25), (0, 1.3)], segments=20), 0, s * (y + 0.15), base + rise + 0.3), "walls", "acroteria")
    slope = math.hypot(x + 0.55, rise)
    c, q = (x + 0.55) / slope, rise / slope
    for side in (-1, 1):
        place = lambda u, v, out, side=side: np.stack([side * (x + 0.55 - c * v + q * (out + 0.12)), (-y + u) if side > 0 else (y - u), base + q * v + c * (out + 0.12)], axis=-1)  # noqa: E731
        b.add(courses(b, place, 2 * y, 0, slope, course=0.6, long=0.5, proud=0.06), "roof", "roof")
        v = [(side * (x + 0.55), -y, base), (side * (x + 0.55), y, base), (0, y, base + rise), (0, -y, base + rise)]
        b.add(from_geometry("deck", [(p, w, h + 0.11) for p, w, h in v], [(0, 1, 2, 3)], smooth=None), "roof", "roof")


def pagoda(b: Builder) -> None:
    """Five storeys, each smaller than the one below."""
    b.slot("walls", "plaster", "#e9e3d6")
    b.slot("timber", "paint", b.choose("#a3301f", "#a3301f", "#54301f"), role="trim", finish=("satin",))
    b.slot("roof", "slate", b.choose("#454b50", "#3c4a47"), role="trim")
    b.slot("stone", "stone", "#9c968a", role="fixed")
    b.slot("gilt", "brass", "#b8892f", role="fixed")
    b.add(join([box(9.6 + 0.8 * k, 9.6 + 0.8 * k, 0.42, bevel=0.04, segments=1, at=(0, 0, 0.4 * (1 - k))) for k in range(2)]), "stone", "steps")
    b.add(join([box(2.4, 0.4 * (4 - k), 0.2, bevel=0.02, segments=1, at=(0, -5.1 - 0.2 * (4 - k) + 0.1, 0.2 * k)) for k in range(4)]), "stone", "steps")
    z = 0.82
    for k in range(5):
        half = 3.2 - 0.36 * k
        tall = 3.0 if k == 0 else 2.0
        storey(b, half, z, tall, first=k == 0)
        z += tall
        curved_roof(b, half + 2.15 - 0.1 * k, half - 0.5, z, 1.25 if k < 4 else 2.4, inner=0.2 if k == 4 else half - 0.42)
        z += 1.0 if k < 4 else 2.3
    b.add(join([cylinder(0.5, 0.4, bevel=0.05, at=(0, 0, z)), cylinder(0.07, 5.0, bevel=0.01, at=(0, 0, z)), *[move(lathe([(0.3 - 0.016 * k, -0.05), (0.44 - 0.02 * k, 0), (0.3 - 0.016 * k, 0.05), (0.3 - 0.016 * k, -0.05)], segments=28), 0, 0, z + 1.0 + 0.36 * k) for k in range(9)], move(lathe([(0, -0.2), (0.16, 0), (0.05, 0.3), (0, 0.34)], segments=16), 0, 0, z + 4.95)]), "gilt", "finial")


def storey(b: Builder, half: float, z: float, tall: float, *, first: bool) -> None:
    """White walls between posts and beams, latticed windows and doors, a balcony's railing, brackets under the eaves."""
    b.add(box(2 * half - 0.1, 2 * half - 0.1, tall + 0.6, bevel=0, at=(0, 0, z)), "walls")
    posts = [((x, y, z), (x, y, z + tall)) for u in np.linspace(-half, half, 4) for x, y in ((u, -half), (u, half), (-half, u), (half, u))]
    b.add(rods(posts, 0.16, sides=12), "timber", "posts")
    b.add(join([box(2 * half + 0.3, 2 * half + 0.3, 0.2, bevel=0.02, segments=1, at=(0, 0, h)) for h in (z + 0.05, z + tall * 0.72, z + tall - 0.15)]), "timber", "beams")
    third = 2 * half / 3
    for turn in (0, 90, 180, 270):
        door = placed(move(box(third - 0.4, 0.1, tall * 0.66, bevel=0, at=(0, -half, z + 0.1)), 0, 0, 0), 0, 0, 0, turn)
        b.add(door, "timber" if first else "glass", "doors" if first else "windows")
        bars = [((u, -half - 0.05, z + 0.2), (u, -half - 0.05, z + tall * 0.7)) for w in (-third, 0, third) for u in np.linspace(w - third / 2 + 0.3, w + third / 2 - 0.3, 7)]
        b.add(placed(rods(bars, 0.025, sides=4), 0, 0, 0, turn), "timber", "lattice")
        out = half + 0.5
        arms = [box(0.16, 0.9 + 0.35 * j, 0.16, bevel=0.02, segments=1, at=(u, -half - 0.2 - 0.1 * j, z + tall - 0.05 + 0.2 * j)) for u in np.linspace(-half, half, 7) for j in range(2)]
        b.add(placed(join(arms), 0, 0, 0, turn), "timber", "brackets")
        if not first:
            rails = [((-out, -out, z + h), (out, -out, z + h)) for h in (0.25, 0.5)] + [((u, -out, z - 0.2), (u, -out, z + 0.55)) for u in np.linspace(-out, out, 9)]
            b.add(placed(rods(rails, 0.05, sides=6), 0, 0, 0, turn), "timber", "railing")


def curved_roof(b: Builder, out: float, wall: float, z: float, rise: float, *, inner: float) -> None:
    """A hipped roof that sweeps up at its corners: tile ribs down each slope, heavy hips, rafters under the eaves."""
    m, n = 28, 9
    u, v = np.linspace(-1, 1, m), np.linspace(0, 1, n)
    height = lambda u, v: z + rise * v ** 1.45 + 0.62 * np.abs(u) ** 3.2 * (1 - v) ** 2  # noqa: E731
    reach = lambda u, v: (out + 0.18 * np.abs(u) ** 4 * (1 - v)) * (1 - v) + inner * v  # noqa: E731
    U, V = np.meshgrid(u, v)
    half, up = reach(U, V), height(U, V)
    skin = np.stack([U * half, -half, up], axis=2).reshape(-1, 3)
    under = skin - (0, 0, 0.16)
    faces = [(i * m + j, i * m + j + 1, (i + 1) * m + j + 1, (i + 1) * m + j) for i in range(n - 1) for j in range(m - 1)]
    eave = [(m * n + j, m * n + j + 1, j + 1, j) for j in range(m - 1)]
    ribs = []
    for w in np.linspace(-0.97, 0.97, max(12, round(out * 2 / 0.3))):
        rows = [(np.clip(w * out / reach(w, t), -1, 1) * reach(w, t), -reach(w, t), height(np.clip(w * out / reach(w, t), -1, 1), t) + 0.03) for t in v]
        ribs += [(p, q) for p, q in zip(rows, rows[1:], strict=False) if abs(q[0]) < -q[1] * 0.985]
    rafters = [((x, -out + 0.12, height(x / out, 0.0) - 0.2), (x, -max(wall, abs(x)), z - 0.2 + 0.45 * (out - max(wall, abs(x))) / (out - wall))) for x in np.linspace(-out + 0.3, out - 0.3, round(out * 2 / 0.32))]
    hips = [((-reach(1, s), -reach(1, s), height(1, s) + 0.08), (-reach(1, t), -reach(1, t), height(1, t) + 0.08)) for s, t in zip(v, v[1:], strict=False)]
    for turn in (0, 90, 180, 270):
        b.add(placed(from_geometry("roof", np.concatenate([skin, under]), [*faces, *[tuple(m * n + k for k in f[::-1]) for f in faces], *eave], smooth=50), 0, 0, 0, turn), "roof", "roofs")
        b.add(placed(tint(rods(ribs, 0.065, sides=6), lambda p: 0.9 + 0.2 * np.sin(p[:, 0] * 9.1) ** 2), 0, 0, 0, turn), "roof", "roofs")
        b.add(placed(rods(hips, 0.15, sides=8), 0, 0, 0, turn), "roof", "roofs")
        b.add(placed(rods(rafters, 0.06, sides=4), 0, 0, 0, turn), "timber", "rafters")
