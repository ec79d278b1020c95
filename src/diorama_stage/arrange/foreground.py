# SPDX-License-Identifier: GPL-3.0-or-later
"""Large beside small, by a photographer's means: the small things stand near the lens, the large ones as far off as the frame needs. Pure.

groups about the origin ──foreground──▶ moves of the small ones, and the eye: low, looking level over them at the large ones
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

GOAL = 0.11
"""Of the frame's short side: what a small thing's lesser side is to span."""
ENOUGH = 0.056
"""What it must span at least."""
ELEVATIONS = (14.0, 10.0, 7.0, 4.5, 2.5)
"""Degrees above the ground under which the near things are seen, the most pleasing first; lower where the far things would be small else."""
STEEP = (34.0, 27.0, 21.0)
"""The same before these for things in several rows, each seen over the one before it; for what lies flat these alone, for from lower only its edge is seen."""
LARGE = 0.8
"""Of the largest that the frame lets the far things be, how large they are to be seen."""
LEAST_LARGE = 0.2
"""The same at least: no camera goes away from things until they are dots."""
TALLEST = 0.66
"""Of the frame's height, what the highest of the near things takes at most."""
GAP = 0.3
"""Between near things of a row, as a share of their width."""
WINDOW = 0.7
"""The same where a row stands behind another, each seen through the gaps of the first."""
EDGE = 0.9
"""Of the frame's half width, how far out things stand."""
ROWS = ((1, 1.0), (2, 1.0), (1, 1.3), (2, 1.3), (3, 1.3))
"""How the near things may stand, the most pleasing first: in so many rows, on so much of the width that is theirs."""
FOOT = 0.84
"""Of the frame's half height, how low the nearest thing's foot is seen."""
TOP = 0.88
"""The same for how high the far things reach."""
APART = 0.04
"""Of the frame's half width, between what is told to be left and right of one another."""


@dataclass(frozen=True)
class Near:
    """A small thing with all that rests on it, metres."""

    id: str
    half: float
    """Half of its width across, and of its depth."""
    height: float
    least: float
    """The lesser side of the smallest thing of it that is to be named."""
    side: str = ""
    """left, right: of the far things, as the words tell; "": either."""
    order: int = 0
    """Things of one order stand together."""
    flat: bool = False
    """It lies, and is seen from above."""
    tied: bool = False
    """It is near for what it is beside: large enough wherever it fits."""


Spot = tuple[Near, float, float]
"""A near thing, where it is seen across the frame (-1 to 1), its depth, metres."""


@dataclass(frozen=True)
class Staged:
    """How it is taken. The picture looks along +Y."""

    places: dict[str, tuple[float, float]]
    """Where each near thing's middle comes to stand, x and y."""
    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    nearest: float
    farthest: float
    """Depths of the nearest thing and of the middle of the far ones, metres."""
    large: float
    """How large the far things are seen, of the largest that the frame lets them be."""


def foreground(near: list[Near], far: np.ndarray, fov: tuple[float, float], *, low: float = 0.05, seed: int = 0, clear: float = 0.4) -> Staged | None:
    """Stage `near` before `far` (points (n, 3), metres, z up from the ground) for a lens of `fov` (degrees across and down), the lens no lower than `low`.

    None where it does not help: a near thing would have to stand within `clear` metres of the far ones, or not all of them fit into the frame so near.
    """
    tx, ty = np.tan(np.radians(np.asarray(fov) / 2))
    side = next((n.side for n in near if n.side), "")
    flat = any(n.flat for n in near)
    for rows, share in ROWS if side else [r for r in ROWS if r[1] == 1.0 or r[0] == ROWS[-1][0]]:
        spots = _ranked(near, tx, ty, side, rows, np.random.default_rng(seed), share if side else 1.0)
        elevations = STEEP if flat else (*STEEP, *ELEVATIONS) if rows > 1 else ELEVATIONS
        if spots and (staged := _staged(spots, far, tx, ty, side, low, clear, elevations)):
            return staged
    return None


def _staged(spots: list[Spot], far: np.ndarray, tx: float, ty: float, side: str, low: float, clear: float, elevations: tuple[float, ...]) -> Staged | None:
    room = _beside(spots, tx, side)
    first = min(spots, key=lambda s: s[2])
    foot = max(min(d - n.half for n, _, d in spots), 0.5 * first[2])
    tried = []
    for elevation in elevations:
        height = max(low, first[0].height * 0.5 + first[2] * np.tan(np.radians(elevation)))
        pitch = np.arctan(FOOT * ty) - np.arctan2(height, foot)
        tried.append((height, pitch, *_distance(far, height, pitch, tx, ty, room)))
    least = min(away for *_, away, _ in tried)
    height, pitch, away, middle = next(t for t in tried if least >= LARGE * t[2])
    centre = (far[:, :2].min(axis=0) + far[:, :2].max(axis=0)) / 2
    if max(d + n.half for n, _, d in spots) + clear > away - (centre[1] - far[:, 1].min()):
        return None
    eye = np.array([centre[0] - (sum(room) / 2 - middle) * tx * away, centre[1] - away, height])
    places = {n.id: (float(eye[0] + u * tx * d), float(eye[1] + d)) for n, u, d in spots}
    wide = _distance(far, height, pitch, tx, 1e3, (-EDGE, EDGE))[0]
    large = max(wide / away, _spanned(far, height, pitch, ty, away))
    if large < LEAST_LARGE:
        return None
    target = eye + np.array([0.0, np.cos(pitch), np.sin(pitch)]) * away
    return Staged(places, tuple(map(float, eye)), tuple(map(float, target)), float(first[2]), away, large)


def _beside(spots: list[Spot], tx: float, side: str) -> tuple[float, float]:
    """Where across the frame the far things are seen: beside the near ones where the words tell a side, else anywhere, a little away from them."""
    if side == "right":
        return -EDGE, max(min(u - n.half / (tx * d) for n, u, d in spots) - APART, -0.3)
    if side == "left":
        return min(max(u + n.half / (tx * d) for n, u, d in spots) + APART, 0.3), EDGE
    return -EDGE - 0.03, EDGE - 0.18


def _ranked(near: list[Near], tx: float, ty: float, side: str, rows: int, rng, share: float) -> list[Spot] | None:
    """Each near thing with where it is seen across (-1 to 1) and its depth, metres: up to so many rows, as near as they need. None where they do not fit."""
    short, out, back = min(tx, ty), [], 0.0
    wide = share * EDGE if side else 1.85 * EDGE
    for order in sorted({n.order for n in near}, key=lambda o: (_need(near, o), o)):  # the smallest stand nearest
        group = [n for n in near if n.order == order]
        least, half = min(n.least for n in group), max(n.half for n in group)
        ranks = min(rows, len(group))
        per, gap = -(-len(group) // ranks), GAP if ranks == 1 else WINDOW
        fits = (per + 0.5 * (ranks > 1)) * 2 * half * (1 + gap) / (wide * tx)
        tied = all(n.tied for n in group)
        tall = max(n.height for n in group) / (2 * ty * TALLEST)
        depth = max(0.0 if tied else least / (2 * short * GOAL), 2.2 * half, back, fits, tall)
        if depth + (ranks - 1) * 2 * half * (1 + GAP) > 1.15 * least / (2 * short * ENOUGH):
            return None
        for k, n in enumerate(group):
            row, column = divmod(k, per)
            d = depth + row * half * 2 * (1 + GAP) + rng.uniform(-0.12, 0.12) * half
            columns = min(per, len(group) - row * per)
            step = 2 * half * (1 + gap) / (tx * d)
            middle = _middle(side, (columns + 0.5 * (ranks > 1)) * step, order)
            out.append((n, middle + (column - (columns - 1) / 2 + (0.5 * (row % 2) - 0.25) * (ranks > 1)) * step + rng.uniform(-0.05, 0.05) * step, d))
        back = depth + ranks * half * 2 * (1 + GAP)
    return out


def _need(near: list[Near], order: int) -> float:
    """The least side of the things of an order; of what is there only for what it is beside, no need."""
    return min((n.least for n in near if n.order == order and not n.tied), default=float("inf"))


def _middle(side: str, width: float, order: int) -> float:
    """Where a row of this width is centred: at the told side's edge; else off the middle, the first to the right, each other to the other side."""
    if side:
        return (EDGE - width / 2) * (1 if side == "right" else -1)
    most = max(EDGE - width / 2, 0.0)
    return min(0.45, most) * (1 if order % 2 == 0 else -1)


def _spanned(far: np.ndarray, height: float, pitch: float, ty: float, away: float) -> float:
    """Of the frame's height that is theirs, what the far things span from so far: a tower is large though it is not wide."""
    y, z = far[:, 1] - (far[:, 1].min() + far[:, 1].max()) / 2 + away, far[:, 2] - height
    up = (z * np.cos(pitch) - y * np.sin(pitch)) / np.maximum(y * np.cos(pitch) + z * np.sin(pitch), 1e-6) / ty
    return float(np.ptp(up)) / (TOP + FOOT)


def _distance(far: np.ndarray, height: float, pitch: float, tx: float, ty: float, room: tuple[float, float]) -> tuple[float, float]:
    """The least distance from the far things' middle at which they are seen within a width of `room` and under the frame's upper edge; and where their
    middle is seen then. By bisection."""
    centre = (far[:, :2].min(axis=0) + far[:, :2].max(axis=0)) / 2
    x, y, z = far[:, 0] - centre[0], far[:, 1] - centre[1], far[:, 2] - height

    def seen(d: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        along = (d + y) * np.cos(pitch) + z * np.sin(pitch)
        safe = np.maximum(along, 1e-6)
        return along, x / safe / tx, (z * np.cos(pitch) - (d + y) * np.sin(pitch)) / safe / ty

    near, away = 0.05 + float(-y.min()), 4000.0
    for _ in range(48):
        d = (near * away) ** 0.5
        along, across, up = seen(d)
        fits = along.min() > 0.02 and np.ptp(across) <= room[1] - room[0] and up.max() <= TOP
        near, away = (near, d) if fits else (d, away)
    across = seen(away)[1]
    return float(away), float(across.max() + across.min()) / 2
