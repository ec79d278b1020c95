# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses: log cabins, barns, cottages and family houses, with real windows, doors, gutters and chimneys. Fronts look towards -Y."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, bevel, box, cylinder, from_geometry, join, move, rotate, sweep
from diorama_stage.kit.parts import rod, tint
from diorama_stage.props.registry import prop


@prop("house")
def house(spec: Spec, b: Builder) -> None:
    b.slot("glass", *(("emission", "#ffb75e") if spec.has("lit") else ("lacquer", "#1b2429")), role="fixed", **({"params": {"strength": 3.0}} if spec.has("lit") else {}))
    b.slot("metal", "cast_iron", "#2a2c2d", role="fixed")
    if spec.is_a("barn"):
        barn(b)
    elif spec.is_a("cabin"):
        cabin(b)
    else:
        home(b, cottage=spec.is_a("cottage"))


def eased(pieces: list, width: float):
    """Sharp boxes as one object, all edges rounded in one go (a modifier for each of hundreds would take seconds)."""
    return bevel(join(pieces), width, 2)


def boards(b: Builder, at: tuple[float, float, float], long: float, tall, turn: float, step: float, *, lying: bool = False, thick: float = 0.03):
    """A wall of boards of many tones, along x from -long/2, its outside to -Y: upright ones as high as `tall(x)`, or lying ones that lap."""
    verts, faces, tones = [], [], []
    u, end = (-long / 2, long / 2) if not lying else (0.0, float(tall(0)))
    while u < end - 1e-6:
        w = min(step * b.rng.uniform(0.97, 1.03), end - u)
        if lying:
            half = long / 2
            quad = [(-half, -thick, u), (half, -thick, u), (half, -0.004, u + w * 1.06), (-half, -0.004, u + w * 1.06)]
            back = [(x, 0.02, z) for x, _, z in quad]
        else:
            x0, x1 = u + 0.004, u + w - 0.004
            quad = [(x0, -thick, 0), (x1, -thick, 0), (x1, -thick, float(tall(x1))), (x0, -thick, float(tall(x0)))]
            back = [(x, 0.02, z) for x, _, z in quad]
        k = len(verts)
        verts += quad + back
        faces += [(k, k + 1, k + 2, k + 3), (k, k + 4, k + 5, k + 1), (k + 1, k + 5, k + 6, k + 2), (k + 2, k + 6, k + 7, k + 3), (k + 3, k + 7, k + 4, k)]
        tones += [b.rng.uniform(0.8, 1.1)] * 8
        u += w
    made = tint(from_geometry("boards", verts, faces, smooth=None), lambda p, t=tones: np.array(t) * np.clip(0.72 + p[:, 2] * 0.5, 0.72, 1.0))  # splashed dirt at the foot
    return move(rotate(made, 0, 0, turn), *at)


def tiles(b: Builder, half_x: float, eave: tuple[float, float], ridge: tuple[float, float], course: float, wide: float, *, sag: float = 0.0):
    """One slope of a roof, from its eave (y, z) to its ridge (y, z), covered in lapping tiles of many tones."""
    (y0, z0), (y1, z1) = eave, ridge
    long = math.hypot(y1 - y0, z1 - z0)
    d, n = np.array((0, (y1 - y0) / long, (z1 - z0) / long)), np.array((0, -(z1 - z0) / long, (y1 - y0) / long))
    n = n if n[2] > 0 else -n
    rows = max(int(long / course), 2)
    verts, faces, tones = [], [], []
    for r in range(rows):
        a, c = long * r / rows, long * min((r + 1.25) / rows, 1.0)
        x = -half_x - (wide * 0.5 if r % 2 else 0.0)
        while x < half_x:
            w = wide * b.rng.uniform(0.92, 1.08)
            x0, x1 = max(x + 0.004, -half_x), min(x + w - 0.004, half_x)
            if x1 - x0 > 0.02:
                lift, dip = 0.028 + b.rng.uniform(0, 0.008), b.rng.uniform(-0.01, 0.006)
                base = np.array((0.0, y0, z0))
                low, high = base + d * (a + dip) + n * lift, base + d * c + n * 0.004
                k = len(verts)
                verts += [low + (x0, 0, 0), low + (x1, 0, 0), high + (x1, 0, 0), high + (x0, 0, 0), low - n * 0.022 + (x0, 0, 0), low - n * 0.022 + (x1, 0, 0)]
                faces += [(k, k + 1, k + 2, k + 3), (k + 4, k + 5, k + 1, k)] if y1 > y0 else [(k + 3, k + 2, k + 1, k), (k, k + 1, k + 5, k + 4)]
                tones += [b.rng.uniform(0.68, 1.18)] * 6
            x += w
    return tint(from_geometry("tiles", verts, faces, smooth=None), lambda _, t=tones: np.array(t))


def roof(b: Builder, half_x: float, half_y: float, eave: float, ridge: float, *, out: float = 0.45, course: float = 0.22, wide: float = 0.3, slot: str = "roof") -> None:
    """A gable roof along x: two tiled slopes on boards, barge boards, ridge, fascia."""
    slope = (ridge - eave) / half_y
    hx, y, z = half_x + out, half_y + out, eave - slope * out
    for s in (-1, 1):
        b.add(tiles(b, hx, (s * y, z), (0.0, ridge), course, wide), slot, "roof")
        deck = from_geometry("deck", [(-hx, s * y, z - 0.02), (hx, s * y, z - 0.02), (hx, 0, ridge - 0.02), (-hx, 0, ridge - 0.02), (-hx, s * y, z - 0.12), (hx, s * y, z - 0.12), (hx, 0, ridge - 0.14), (-hx, 0, ridge - 0.14)], [(0, 1, 2, 3), (7, 6, 5, 4), (0, 4, 5, 1), (0, 3, 7, 4), (1, 5, 6, 2)], smooth=None)
        b.add(deck, "trim", "eaves")
        for e in (-1, 1):
            board = [(e * hx, s * (y + 0.02), z - 0.2), (e * hx, s * (y + 0.02), z + 0.03), (e * hx, 0, ridge + 0.05), (e * hx, 0, ridge - 0.19)]
            b.add(from_geometry("barge", [*board, *[(x + e * 0.04, yy, zz) for x, yy, zz in board]], [(0, 1, 2, 3), (7, 6, 5, 4), (0, 3, 7, 4), (1, 0, 4, 5), (2, 1, 5, 6)], smooth=None), "trim", "barge boards")
    caps = [rotate(cylinder(0.1, wide * 1.12, bevel=0.01, segments=14), 0, 90) for _ in np.arange(-hx, hx - wide * 0.5, wide)]
    for o, x in zip(caps, np.arange(-hx, hx - wide * 0.5, wide), strict=True):
        move(o, x, 0, ridge + 0.0 + b.rng.uniform(-0.006, 0.006))
    b.add(join(caps), slot, "ridge")


def window(b: Builder, x: float, y: float, z: float, wide: float, tall: float, turn: float = 0.0, *, panes: tuple[int, int] = (2, 3), shutters: bool = False) -> None:
    """A sash window about (x, y) standing on z: casing, sill, panes deep behind glazing bars; `turn` 0 looks to -Y."""
    trim = [box(wide + 0.2, 0.09, 0.1, bevel=0, at=(0, -0.03, tall)), box(wide + 0.28, 0.16, 0.06, bevel=0, at=(0, -0.06, -0.06))]
    trim += [box(0.1, 0.08, tall, bevel=0, at=(s * (wide / 2 + 0.05), -0.025, 0)) for s in (-1, 1)]
    trim += [box(0.026, 0.03, tall, bevel=0, at=(wide * (k / panes[0] - 0.5), -0.012, 0)) for k in range(1, panes[0])]
    trim += [box(wide, 0.028, 0.026 if 2 * k != panes[1] else 0.045, bevel=0, at=(0, -0.012, tall * k / panes[1] - 0.013)) for k in range(1, panes[1])]
    glass = [box(wide, 0.01, tall, bevel=0, at=(0, 0.02, 0))]
    for pieces, slot in ((trim, "trim"), (glass, "glass")):
        b.add(move(rotate(eased(pieces, 0.008) if slot == "trim" else join(pieces), 0, 0, turn), x, y, z), slot, "windows")
    if shutters:
        leaves = []
        for s in (-1, 1):
            leaves.append(box(wide * 0.5, 0.035, tall + 0.06, bevel=0, at=(s * (wide * 0.75 + 0.13), -0.04, -0.03)))
            leaves += [box(wide * 0.4, 0.02, 0.02, bevel=0, at=(s * (wide * 0.75 + 0.13), -0.06, h)) for h in np.arange(0.06, tall - 0.04, 0.055)]
        b.add(move(rotate(eased(leaves, 0.006), 0, 0, turn), x, y, z), "door", "shutters")


def front_door(b: Builder, x: float, y: float, z: float, wide: float = 0.95, tall: float = 2.05) -> None:
    """A panelled door in its case, with a knob and a step."""
    leaf = [box(wide, 0.05, tall, bevel=0, at=(0, 0, 0))]
    for s in (-1, 1):
        for z0, h in ((0.2, 0.72), (1.08, 0.8)):
            leaf.append(box(wide * 0.34, 0.03, h, bevel=0, at=(s * wide * 0.22, -0.025, z0)))
    b.add(move(eased(leaf, 0.01), x, y - 0.02, z), "door")
    case = [box(0.13, 0.12, tall, bevel=0, at=(s * (wide / 2 + 0.065), -0.03, 0)) for s in (-1, 1)] + [box(wide + 0.32, 0.15, 0.15, bevel=0, at=(0, -0.04, tall))]
    b.add(move(eased(case, 0.012), x, y, z), "trim", "door case")
    b.add(move(rotate(cylinder(0.03, 0.07, bevel=0.012, segments=20), 90), x + wide * 0.4, y - 0.03, z + 1.0), "metal", "knob")
    b.add(box(wide + 0.5, 0.5, 0.16, bevel=0.03, at=(x, y - 0.28, z - 0.17)), "base", "steps")


def chimney(b: Builder, x: float, y: float, low: float, high: float, size: float, slot: str) -> None:
    b.add(box(size, size, high - low, bevel=0.02, at=(x, y, low)), slot, "chimney")
    b.add(box(size + 0.16, size + 0.16, 0.12, bevel=0.03, at=(x, y, high - 0.3)), slot, "chimney")
    b.add(box(size + 0.1, size + 0.1, 0.08, bevel=0.02, at=(x, y, high - 0.06)), "base", "chimney")
    b.add(cylinder(size * 0.24, 0.34, bevel=0.03, segments=24, at=(x, y, high)), "metal", "chimney")


def cabin(b: Builder) -> None:
    """A small log cabin: round logs that cross at the corners, a shingle roof over a porch, a stone chimney."""
    b.slot("walls", "wood", b.choose("#7d5533", "#6b4a30", "#8a6238"))
    b.slot("roof", "wood", b.choose("#5a4a3c", "#4c4640", "#5f4632"), role="trim")
    b.slot("trim", "wood", b.choose("#5a3d26", "#4a3626"), role="trim")
    b.slot("base", "stone", "#85807a", role="fixed")
    b.slot("ends", "pine", "#c79c66", role="fixed")
    b.slot("door", "paint", b.choose("#7a2a22", "#2f4f3f", "#5a3d26"), role="fixed", finish=("matte",))
    hx, hy, r, foot, n = 2.9, 2.3, 0.115, 0.32, 12
    logs, ends = [], []
    for k in range(n):
        for s in (-1, 1):
            for along_x in (True, False):
                q = r * b.rng.uniform(0.94, 1.06)
                z = foot + r + 2 * r * 0.93 * k + (0 if along_x else r * 0.93)
                reach = (hx if along_x else hy) + (0.28 + b.rng.uniform(-0.05, 0.05) if k < n - 2 else 0.04)  # under the porch roof none stands out
                o = b.rng.uniform(-0.008, 0.008)
                at = (lambda u, z=z, s=s, o=o: (u, s * hy + o, z)) if along_x else (lambda u, z=z, s=s, o=o: (s * hx + o, u, z))
                tone = b.rng.uniform(0.75, 1.1)
                logs.append(tint(sweep([at(u) for u in np.linspace(-reach, reach, 9)], [q * b.rng.uniform(0.97, 1.03) for _ in range(9)], sides=14), lambda p, t=tone: np.full(len(p), t)))
                for e in (-1, 1):
                    p, c = at(e * reach), at(e * (reach + 0.006))
                    ends.append(rod(p, c, q * 0.96, sides=14))
    b.add(join(logs), "walls", "logs")
    b.add(join(ends), "ends", "log ends")
    top = foot + 2 * r * 0.93 * n + r
    ridge = top + 1.75
    for s in (-1, 1):
        b.add(boards(b, (s * (hx + 0.02), 0, top - 0.1), 2 * hy + 0.2, lambda x: max((ridge - top) * (1 - abs(x) / (hy + 0.12)), 0.02), 90 * s, 0.16), "walls", "gables")
    roof(b, hx, hy, top, ridge, out=0.5, course=0.2, wide=0.17)
    b.add(box(2 * hx + 0.3, 2 * hy + 0.3, foot + 0.02, bevel=0.04), "base", "foundation")
    b.add(box(2 * hx - 0.1, 2 * hy - 0.1, top - foot, bevel=0.0, at=(0, 0, foot)), "trim", "inside")
    deep, front = 1.7, -hy - 1.7
    deck = [box(0.15, deep, 0.05, bevel=0, at=(x, -hy - deep / 2 - 0.1, foot - 0.06)) for x in np.arange(-hx, hx + 0.05, 0.158)]
    deck += [box(2 * hx + 0.2, 0.12, 0.16, bevel=0, at=(0, front, foot - 0.22))]
    b.add(eased(deck, 0.006), "walls", "porch")
    b.add(box(1.3, 0.34, 0.16, bevel=0.02, at=(-0.9, front - 0.25, 0)), "walls", "steps")
    eave = top - 0.28
    low = eave - 0.32
    posts = [sweep([(x, front + 0.12, foot - 0.04), (x, front + 0.12, 1.2), (x, front + 0.12, low)], 0.075, sides=14) for x in (-hx + 0.1, -0.25 - hx * 0.28, hx * 0.3, hx - 0.1)]
    rails = [rod((x0, front + 0.12, foot + h), (x1, front + 0.12, foot + h), 0.04, sides=10) for x0, x1 in ((hx * 0.3, hx - 0.1), (-hx + 0.1, -0.25 - hx * 0.28)) for h in (0.25, 0.85)]
    rails += [rod((x, front + 0.12, foot + 0.25), (x, front + 0.12, foot + 0.85), 0.022, sides=8) for x0, x1 in ((hx * 0.3, hx - 0.1), (-hx + 0.1, -0.25 - hx * 0.28)) for x in np.arange(x0 + 0.14, x1, 0.14)]
    b.add(join([*posts, *rails, rod((-hx - 0.3, front + 0.12, low + 0.06), (hx + 0.3, front + 0.12, low + 0.06), 0.085)]), "walls", "porch")
    b.add(tiles(b, hx + 0.5, (front - 0.25, low + 0.02), (-hy - 0.12, eave + 0.18), 0.2, 0.17), "roof", "porch roof")
    b.add(from_geometry("soffit", [(-hx - 0.5, front - 0.25, low), (hx + 0.5, front - 0.25, low), (hx + 0.5, -hy, eave + 0.18), (-hx - 0.5, -hy, eave + 0.18)], [(3, 2, 1, 0)], smooth=None), "trim", "porch roof")
    y = -hy - r * 0.95
    front_door(b, -0.9, y, foot, 0.9, 1.98)
    window(b, 1.35, y, foot + 0.85, 1.0, 1.0, panes=(2, 2))
    window(b, hx + r, 0.3, foot + 0.85, 0.9, 1.0, 90, panes=(2, 2))
    window(b, -hx - r, 0.3, foot + 0.85, 0.9, 1.0, -90, panes=(2, 2))
    rubble(b, hx + 0.32, 1.15, ridge + 0.75)


def rubble(b: Builder, x: float, y: float, top: float) -> None:
    """A chimney of field stones up the gable."""
    stones, z = [], 0.0
    while z < top:
        h = b.rng.uniform(0.15, 0.24)
        half = 0.5 if z < 1.5 else 0.36
        for side in range(4):
            u = -half
            while u < half - 0.05:
                w = min(b.rng.uniform(0.2, 0.38), half - u + 0.03)
                o = box(w, 0.24, h, bevel=0, at=(u + w / 2, -half + 0.07 + b.rng.uniform(-0.02, 0.02), z))
                tone = b.rng.uniform(0.65, 1.2)
                stones.append(tint(move(rotate(o, 0, 0, 90 * side), x + half - 0.36, y, 0), lambda p, t=tone: np.full(len(p), t)))
                u += w
        z += h * 0.96
    b.add(eased(stones, 0.045), "base", "chimney")
    b.add(box(0.86, 0.86, 0.1, bevel=0.03, at=(x, y, top)), "base", "chimney")
    b.add(cylinder(0.16, 0.2, bevel=0.02, at=(x, y, top + 0.1)), "metal", "chimney")


def barn(b: Builder) -> None:
    """A gambrel barn of red boards with white trim: great doors with crosses, a hay door, side windows, a cupola."""
    b.slot("walls", "wood", b.choose("#8c2a20", "#7d2a22", "#94352a"), finish=("matte",))
    b.slot("roof", "slate", b.choose("#5b5e60", "#6b6a66", "#4a4c50"), role="trim")
    b.slot("trim", "wood", "#e4dfd2", role="fixed", finish=("matte",))
    b.slot("base", "stone", "#8b867c", role="fixed")
    b.slot("door", "wood", "#7a2a22", role="fixed")
    half, deep, wall = 4.6, 6.2, 3.6
    knee, top = (half * 0.62, 6.0), 7.6
    profile = lambda x: wall + (knee[1] - wall) * min((half - abs(x)) / (half - knee[0]), 1.0) + max(0.0, (top - knee[1]) * (1 - abs(x) / knee[0])) if abs(x) < half else wall  # noqa: E731
    b.add(box(2 * half + 0.16, 2 * deep + 0.16, 0.4, bevel=0.04), "base", "foundation")
    for s in (-1, 1):
        b.add(boards(b, (0, s * deep, 0.3), 2 * half, lambda x: profile(x) - 0.3, 0 if s < 0 else 180, 0.22), "walls")
        b.add(boards(b, (s * half, 0, 0.3), 2 * deep, lambda _: wall - 0.5, 90 * s, 0.22), "walls")
    spans = ((half + 0.4, wall - 0.62, *knee), (knee[0], knee[1], 0.0, top))
    for x0, z0, x1, z1 in spans:
        for s in (-1, 1):
            slope = tiles(b, deep + 0.45, (-x0, z0), (-x1, z1), 0.3, 0.26)
            b.add(rotate(slope, 0, 0, 90 * s), "roof")
            deck = [(s * x0, -deep - 0.42, z0 - 0.04), (s * x0, deep + 0.42, z0 - 0.04), (s * x1, deep + 0.42, z1 - 0.04), (s * x1, -deep - 0.42, z1 - 0.04)]
            b.add(from_geometry("deck", deck, [(0, 1, 2, 3), (3, 2, 1, 0)], smooth=None), "trim", "eaves")
            for e in (-1, 1):
                b.add(rod((s * x0, e * (deep + 0.45), z0), (s * x1, e * (deep + 0.45), z1), 0.09, sides=4), "trim", "barge boards")
    y = -deep - 0.03
    flat = [box(0.16, 0.05, wall, bevel=0.008, at=(s * (half - 0.06), y, 0.3)) for s in (-1, 1)]
    w, h = 3.4, 3.1
    for x in (-w / 4, w / 4):
        flat += [box(w / 2 - 0.04, 0.06, 0.16, bevel=0.008, at=(x, y - 0.05, z)) for z in (0.4, 0.4 + h / 2 - 0.08, 0.4 + h - 0.16)]
        flat += [box(0.16, 0.06, h, bevel=0.008, at=(x + s * (w / 4 - 0.1), y - 0.052, 0.4)) for s in (-1, 1)]
        for z in (0.5, 0.4 + h / 2):
            for s in (-1, 1):
                flat.append(rod((x - s * (w / 4 - 0.16), y - 0.07, z + 0.05), (x + s * (w / 4 - 0.16), y - 0.07, z + h / 2 - 0.16), 0.06, sides=4))
    b.add(boards(b, (0, y - 0.03, 0.4), w, lambda _: h, 0, 0.2), "door", "doors")
    flat += [box(w + 0.5, 0.1, 0.16, bevel=0.01, at=(0, y - 0.06, 0.4 + h)), box(1.5, 0.06, 0.14, bevel=0.01, at=(0, y, 4.3)), box(1.5, 0.06, 0.14, bevel=0.01, at=(0, y, 5.66))]
    flat += [box(0.14, 0.06, 1.5, bevel=0.01, at=(s * 0.68, y, 4.3)) for s in (-1, 1)] + [rod((-0.6, y - 0.03, 4.44), (0.6, y - 0.03, 5.66), 0.06, sides=4), rod((0.6, y - 0.03, 4.44), (-0.6, y - 0.03, 5.66), 0.06, sides=4)]
    b.add(join(flat), "trim")
    for s in (-1, 1):
        for v in (-3.6, 0.0, 3.6):
            window(b, s * (half + 0.03), v, 1.5, 0.9, 0.9, 90 * s, panes=(2, 2))
        window(b, s * 3.2, y, 1.4, 0.8, 0.9, 0, panes=(2, 2))
    b.add(box(1.1, 1.1, 1.2, bevel=0.02, at=(0, 0, top - 0.3)), "trim", "cupola")
    b.add(from_geometry("cap", [(-0.8, -0.8, top + 0.9), (0.8, -0.8, top + 0.9), (0.8, 0.8, top + 0.9), (-0.8, 0.8, top + 0.9), (0, 0, top + 1.7)], [(0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4), (3, 2, 1, 0)], smooth=None), "roof", "cupola")
    b.add(rod((0, 0, top + 1.6), (0, 0, top + 2.5), 0.025), "metal", "weather vane")


def home(b: Builder, cottage: bool = False) -> None:
    """A house of brick or lapped boards under a tiled roof, with a porch over its door; a cottage has one floor and rooms under the roof."""
    brick = b.choose(True, False)
    wall = b.choose("#d8d4c6", "#c9cfc8", "#b9c3c9", "#e2ddd0")
    b.slot("walls", "brick" if brick else "paint", None if brick else wall, finish=() if brick else ("matte",))
    b.slot("roof", "slate" if not brick else "terracotta", b.choose("#4a4d51", "#5a5450") if not brick else b.choose("#7d4a38", "#8a5540"), role="trim")
    b.slot("trim", "paint", "#e8e4da", role="trim", finish=("satin",))
    b.slot("base", "stone", "#8c8880", role="fixed")
    b.slot("chimney", "brick", None, role="fixed")
    b.slot("door", "paint", b.choose("#2f4f3f", "#7a2620", "#27405c", "#3a3a3c"), role="fixed", finish=("satin",))
    hx, hy, foot, storeys = (4.2, 3.4, 0.35, 1) if cottage else (4.6, 3.6, 0.4, 2)
    top = foot + 2.75 * storeys + (0.15 if cottage else 0)
    ridge = top + (2.7 if cottage else 2.5)
    b.add(box(2 * hx + 0.12, 2 * hy + 0.12, foot, bevel=0.03), "base", "foundation")
    if brick:
        b.add(box(2 * hx, 2 * hy, top - foot, bevel=0.01, at=(0, 0, foot)), "walls")
        for s in (-1, 1):
            b.add(from_geometry("gable", [(s * hx, -hy, top - 0.01), (s * hx, hy, top - 0.01), (s * hx, 0, ridge - 0.1)], [(0, 1, 2)] if s > 0 else [(2, 1, 0)], smooth=None), "walls", "gables")
    else:
        b.add(box(2 * hx - 0.02, 2 * hy - 0.02, top - foot, bevel=0.0, at=(0, 0, foot)), "walls")
        for s in (-1, 1):
            b.add(boards(b, (0, s * hy, foot), 2 * hx, lambda _: top - foot, 0 if s < 0 else 180, 0.16, lying=True), "walls")
            b.add(boards(b, (s * hx, 0, foot), 2 * hy, lambda _: top - foot, 90 * s, 0.16, lying=True), "walls")
            b.add(from_geometry("gable", [(s * hx, -hy, top - 0.01), (s * hx, hy, top - 0.01), (s * hx, 0, ridge - 0.1)], [(0, 1, 2)] if s > 0 else [(2, 1, 0)], smooth=None), "walls", "gables")
            b.add(join([box(0.14, 0.14, top - foot, bevel=0.012, at=(s * hx, e * hy, foot)) for e in (-1, 1)]), "trim", "corner boards")
    roof(b, hx, hy, top, ridge, out=0.42, course=0.26, wide=0.28)
    y = -hy - (0.0 if brick else 0.03)
    for z in [foot + 0.85 + 2.75 * k for k in range(storeys)]:
        for x in (-hx * 0.66, hx * 0.66):
            window(b, x, y, z, 1.15, 1.35, shutters=not brick or cottage)
        for s in (-1, 1):
            for v in (-hy * 0.45, hy * 0.45):
                window(b, s * (hx + 0.03), v, z, 0.95, 1.3, 90 * s)
    if storeys > 1:
        window(b, 0.0, y, foot + 0.85 + 2.75, 1.15, 1.35, shutters=not brick)
    for s in (-1, 1):
        window(b, s * (hx + 0.03), 0, top + 0.35, 0.8, 1.0, 90 * s, panes=(2, 2))
    front_door(b, 0, y, foot)
    p = -hy - 1.35
    b.add(box(2.6, 1.5, foot - 0.02, bevel=0.03, at=(0, -hy - 0.75, 0)), "base", "porch")
    b.add(box(1.5, 0.34, foot * 0.5, bevel=0.03, at=(0, p - 0.3, 0)), "base", "steps")
    b.add(join([box(0.16, 0.16, 2.3, bevel=0.015, at=(s * 1.1, p, foot)) for s in (-1, 1)] + [box(2.6, 0.2, 0.22, bevel=0.015, at=(0, p, foot + 2.3))]), "trim", "porch")
    b.add(rotate(tiles(b, 0.85, (-1.5, foot + 2.5), (0.0, foot + 3.25), 0.22, 0.24), 0, 0, 90), "roof", "porch roof")
    b.add(rotate(tiles(b, 0.85, (-1.5, foot + 2.5), (0.0, foot + 3.25), 0.22, 0.24), 0, 0, -90), "roof", "porch roof")
    for o in b._parts["porch roof"]:
        move(o, 0, -hy - 0.75, 0)
    b.add(from_geometry("pediment", [(-1.4, p - 0.08, foot + 2.5), (1.4, p - 0.08, foot + 2.5), (0, p - 0.08, foot + 3.22)], [(0, 1, 2)], smooth=None), "trim", "porch")
    for s in (-1, 1):
        out = s * (hy + 0.46)
        z = top - (ridge - top) / hy * 0.42 - 0.02
        b.add(sweep([(-hx - 0.4, out, z), (0, out, z - 0.01), (hx + 0.4, out, z)], 0.065, sides=12), "trim", "gutters")
        b.add(sweep([(hx + 0.05, out, z), (hx + 0.05, s * (hy + 0.08), z - 0.35), (hx + 0.05, s * (hy + 0.08), 0.1)], 0.045, sides=12), "trim", "gutters")
    chimney(b, -hx * 0.55, 0.4, top + 1.2, ridge + 1.0, 0.7, "chimney")
