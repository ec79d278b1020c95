# SPDX-License-Identifier: GPL-3.0-or-later
"""What hangs on a hanger: the hanger, and garments as tubes of cloth with folds. The hanger's middle is at x = 0, z = 0; the garment faces -Y."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, cylinder, from_geometry, join, smooth_path, sweep, torus
from diorama_stage.kit.seams import Skin, eased, oval, sheet, stand_on

FRONT = (0, 1, 0)
"""Rays towards the back: what is laid on a front is cast this way."""


def hanger(b: Builder, width: float = 0.4, *, hook: float = 0.105, low: float = 0.026) -> None:
    """A wooden hanger with a steel hook, `low` metres below z = 0, so that cloth lies on it; the prop hangs from the hook's top."""
    b.slot("hanger", "oak", "#a97c4c", role="fixed")
    b.slot("hook", "steel", "#b9bbbd", role="fixed")
    a = width / 2
    arms = smooth_path([(-a, 0.012, -0.07), (-a * 0.55, 0.004, -0.03), (-a * 0.15, 0, -0.004), (0, 0, 0.004), (a * 0.15, 0, -0.004), (a * 0.55, 0.004, -0.03), (a, 0.012, -0.07)], 60)
    thick = np.interp(np.abs(arms[:, 0]) / a, [0, 0.15, 0.8, 1], [0.017, 0.013, 0.017, 0.012])
    arms -= (0, 0, low)
    b.add(sweep(arms, thick, flat=0.55, sides=18), "hanger", "hanger")
    top = hook
    path = [(0, 0, -low), (0, 0, 0.02), (0.001, 0, top - 0.052), (0.019, 0, top - 0.036), (0.026, 0, top - 0.022), (0.017, 0, top - 0.005), (0, 0, top), (-0.017, 0, top - 0.006), (-0.024, 0, top - 0.02)]
    b.add(sweep(smooth_path(path, 60), 0.0019, sides=10), "hook", "hook")
    b.hang = (0, 0, top - 0.002)


def folds(u, v, *, seed: int, count: int, deep: float) -> np.ndarray:
    """Folds of hanging cloth at u (0 to 1 round it) and v (0 above to 1 at the hem): metres outwards, `count` of them round, deeper lower down."""
    rng = np.random.default_rng(seed)
    total = np.zeros(np.broadcast(u, v).shape)
    for k in range(5):
        n = max(1, round(count * (0.6 + 0.35 * k)))
        phase, drift, start = rng.uniform(0, 2 * np.pi), rng.uniform(-1.2, 1.2), rng.uniform(0.0, 0.35)
        total += np.sin(2 * np.pi * n * u + phase + drift * v * 2) * np.clip((v - start) / (1 - start), 0, 1) ** 0.8 * rng.uniform(0.5, 1) / (1 + 0.4 * k)
    return total * deep / 2


def tube(stations, *, seed: int, count: int = 9, deep: float = 0.008, rows: int = 72, around: int = 150, dip: float = 0.0) -> np.ndarray:
    """A body of cloth (rows, around, 3) through stations (v, half width, half depth, z, slope of the shoulders, power); `dip` lowers the front of its top edge."""
    u = np.linspace(0, 1, around, endpoint=False)
    grid = []
    for v, a, d, z, slope, power in eased(stations, rows):
        p = oval(power, around)
        out = 1 + folds(u, v, seed=seed, count=count, deep=deep) / max(d, 0.02) * 0.35
        x, y = a * p[:, 0] * (1 + (out - 1) * 0.4), d * p[:, 1] * out
        front = np.clip(-p[:, 1], 0, 1) ** 1.5 * np.clip(1 - np.abs(p[:, 0]), 0, 1) ** 0.5
        grid.append(np.column_stack([x, y, z - slope * np.abs(x) - dip * front * max(0.0, 1 - v / 0.12)]))
    return np.array(grid)


def sleeve(path, radii, *, flat: float, seed: int, deep: float = 0.006, around: int = 48, steps: int = 60) -> np.ndarray:
    """A sleeve (rows, around, 3) along a path with a radius at each of its points, squashed front to back by `flat`, creased across at its bend."""
    line = smooth_path(path, steps)
    t = np.linspace(0, 1, steps)
    r = np.interp(t, np.linspace(0, 1, len(radii)), radii)
    rng = np.random.default_rng(seed)
    a = np.linspace(0, 2 * np.pi, around, endpoint=False)
    side = np.gradient(line, axis=0)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    rows = []
    for k, (p, w) in enumerate(zip(line, side, strict=True)):
        across = np.cross(w, (0, 1, 0))
        across /= max(np.linalg.norm(across), 1e-9)
        deepen = np.cross(across, w)
        wrinkle = deep * (np.sin(3 * a + 9 * t[k] + rng.uniform(-0.05, 0.05)) * 0.6 + np.sin(2 * a - 31 * t[k]) * 0.7 * np.sin(np.pi * t[k]) + np.sin(a + 53 * t[k]) * 0.35 * np.sin(np.pi * t[k]))
        rows.append(p + ((r[k] + wrinkle) * np.cos(a))[:, None] * across + ((r[k] * flat + wrinkle) * np.sin(a))[:, None] * deepen)
    return np.array(rows)


def decal(skin: Skin, corner, right, up, way=FRONT, lift: float = 0.0012):
    """A print on a body: a patch with UV 0 to 1, from its lower left corner along its two sides (metres), cast along `way`."""
    n = 24
    u, v = np.meshgrid(np.linspace(0, 1, n), np.linspace(0, 1, n))
    points = np.asarray(corner, float) + u.reshape(-1, 1) * np.asarray(right, float) + v.reshape(-1, 1) * np.asarray(up, float)
    at, _ = skin.cast(points, way, lift)
    faces = [(j * n + i, j * n + i + 1, (j + 1) * n + i + 1, (j + 1) * n + i) for j in range(n - 1) for i in range(n - 1)]
    return from_geometry("print", at, faces, smooth=180, uvs=np.stack([u.ravel(), v.ravel()], axis=1))


def strip(skin: Skin, x0: float, x1: float, z0: float, z1: float, thickness: float, *, rows: int = 40, columns: int = 6, lift: float = 0.0005):
    """A band of cloth sewn onto a front, between two heights and two sides."""
    grid = [[(x, -1, z) for x in np.linspace(x0, x1, columns)] for z in np.linspace(z0, z1, rows)]
    return skin.patch(grid, FRONT, thickness, lift=lift)


def collar(neck: np.ndarray, stand: float, fall: float, point: float, *, gap: float = 0.16, spread: float = 0.02, thickness: float = 0.0022):
    """A turned-down collar over the neck's edge (n, 3), closed, its first point at +x: it stands, folds over, and ends in two points at the front.

    `gap`: the share of the neck's turn, at the front, that it leaves open (0 meets)."""
    n = len(neck)
    half = gap / 2
    turn = np.linspace(0.75 + half * 0.5, 1.75 - half * 0.5, 90)  # from the front (0.75 of a turn from +x) round the back
    where = np.mod(turn, 1) * n
    pick = np.column_stack([np.interp(where, np.arange(n + 1), np.append(neck[:, k], neck[0, k])) for k in range(3)])
    middle = neck.mean(axis=0)
    out = (pick - middle) * (1, 1, 0)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    t = np.linspace(-1, 1, 90)
    near = np.abs(t) ** 3.5
    rows = []
    for k, (o, z) in enumerate(((0.0, -0.004), (-0.001, stand * 0.6), (0.002, stand), (0.006, stand * 1.02), (0.012, stand * 0.7), (0.018, stand - fall * 0.6), (0.021, stand - fall))):
        share = max(0.0, (k - 3) / 3)
        row = pick + out * o + (0, 0, z)
        row = row + near[:, None] * share * np.column_stack([np.sign(pick[:, 0]) * spread, np.full(90, -0.006), np.full(90, -point)])
        rows.append(row)
    return sheet(np.array(rows), thickness, smooth=70)


def buttons(skin: Skin, spots, radius: float, thick: float = 0.0025, *, way=FRONT):
    """Buttons on a front at (x, z); cast downwards, on what lies, at (x, y)."""
    made = []
    for x, z in spots:
        at, normal = skin.cast([(x, -1, z) if way == FRONT else (x, z, 1)], way, 0.0004)
        made += [stand_on(cylinder(radius, thick, bevel=thick * 0.3, segments=20), at[0], normal[0])]
        made += [stand_on(torus(radius * 0.82, thick * 0.22, segments=20, sides=6, at=(0, 0, thick)), at[0], normal[0])]
    return join(made)


__all__ = ["FRONT", "buttons", "collar", "decal", "folds", "hanger", "sleeve", "strip", "tube"]
