# SPDX-License-Identifier: GPL-3.0-or-later
"""Going nearer to what is too small to be named, as far as the others may be cut by the frame. Pure.

shot + points on the small things and on the others ──closer──▶ a shot from nearer, aimed at what is small
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from diorama_stage.lens import Shot
from diorama_stage.presence import LEAST_AREA, LEAST_SIDE, SLENDER, THIN

LEADS = 0.88
"""Of the half frame: what leads the picture lies within it."""
ENOUGH = 1.5
"""Of what a thing needs to be named, how large the smallest of them is to be; no nearer than that."""
COVERED = 0.6
"""Of the rectangle about a thing, what it covers."""
AIMS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""How far the aim is moved from the shot's own to the middle of what leads."""
WORTH_IT = 0.93
"""Of the distance: a shot that is not at least so much nearer stays as it was."""


@dataclass(frozen=True)
class Other:
    """What is in the picture besides what leads it: points on it (n, 3), metres, and the share of the rectangle about it that stays within the frame."""

    points: np.ndarray
    stays: float


def smallness(shot: Shot, points: np.ndarray) -> float:
    """How large a thing is seen against what it needs to be named, by the rectangle about its points (n, 3); 1 is enough.

    As `Seen.smallness`, with nothing before it."""
    seen = shot.project(points)
    if seen[:, 2].min() <= 0.02:
        return np.inf
    tx, ty = np.tan(np.radians((shot.fov_x / 2, shot.fov_y / 2)))
    wide, high = np.ptp(seen[:, :2], axis=0) / 2 * (tx, ty) / min(tx, ty)
    lesser, greater = sorted((float(wide), float(high)))
    slender = lesser < 0.5 * greater and lesser < LEAST_SIDE
    sides = max(lesser / LEAST_SIDE, min(greater / SLENDER, 1.0) if slender else 0.0)
    return min(sides, COVERED * wide * high * min(tx, ty) / max(tx, ty) / (LEAST_AREA * (THIN if slender else 1.0)))


def ample(shot: Shot, points: np.ndarray) -> float:
    """How large a thing is seen against `ENOUGH` of what it needs to be named."""
    return smallness(shot, points) / ENOUGH


PROMINENT = 0.42
"""Of the frame's short side: how long somebody, or an animal, is seen whom a picture is of."""


def prominence(shot: Shot, points: np.ndarray) -> float:
    """How long a thing is seen, aslant too, against what leads a picture; 1 is enough."""
    seen = shot.project(points)
    if seen[:, 2].min() <= 0.02:
        return np.inf
    tx, ty = np.tan(np.radians((shot.fov_x / 2, shot.fov_y / 2)))
    return float(np.hypot(*(np.ptp(seen[:, :2], axis=0) / 2 * (tx, ty) / min(tx, ty)))) / PROMINENT


Size = Callable[[Shot, np.ndarray], float]
"""How large points (n, 3) on a thing are seen, against what is wanted of it; 1 is enough."""


def closer(
    shot: Shot, leading: Sequence[np.ndarray], others: Sequence[Other], *, low: float = -np.inf, high: float = np.inf,
    lifts: Sequence[float] = (0.0,), size: Size = ample,
) -> Shot | None:  # fmt: skip
    """The shot from as near as makes the smallest of what is `leading` (points (n, 3) on each) large enough by `size`, looking the same way, or by `lifts`
    degrees further down.

    All of that stays within the frame, and of the others their share. The lens is no lower than `low`, and where it looks
    further down no higher than `high`, metres. None where that brings nothing."""
    every = np.concatenate(list(leading))
    begin = float(np.linalg.norm(np.subtract(shot.target, shot.eye)))
    own, middle = np.asarray(shot.target), (every.min(axis=0) + every.max(axis=0)) / 2
    lines = [_Line(shot, own * (1 - k) + middle * k, low, high if lift else np.inf, lift) for lift in lifts for k in AIMS]
    tried = [_nearest(line, begin, leading, every, others, size) for line in lines]
    away, found = min(tried, key=lambda t: (-round(min(_smallest(t[1], leading, size), 1.0), 2), t[0]))
    return found if away < WORTH_IT * begin or away <= begin and _smallest(found, leading, size) > _smallest(shot, leading, size) / WORTH_IT else None


@dataclass(frozen=True)
class _Line:
    """The shots that look the same way as the first one, at a target of their own."""

    first: Shot
    target: np.ndarray
    low: float
    high: float
    lift: float = 0.0
    """Degrees that they look further down."""

    def at(self, distance: float) -> Shot:
        eye = self.target - self._forward() * distance
        return replace(self.first, eye=(float(eye[0]), float(eye[1]), max(float(eye[2]), self.low)), target=tuple(map(float, self.target)))

    def _forward(self) -> np.ndarray:
        _, up, forward = replace(self.first, roll=0.0).axes()
        a = np.radians(self.lift)
        return forward * np.cos(a) - up * np.sin(a)


def _smallest(shot: Shot, leading: Sequence[np.ndarray], size: Size) -> float:
    return min(size(shot, points) for points in leading)


def _nearest(line: _Line, begin: float, leading: Sequence[np.ndarray], every: np.ndarray, others: Sequence[Other], size: Size) -> tuple[float, Shot]:
    """The least distance from which all holds, metres, by bisection, and the shot from there; where it does not hold from `begin`, that."""

    def holds(shot: Shot) -> bool:
        return shot.eye[2] <= line.high and _within(shot, every) and all(shown(shot, o.points) >= o.stays for o in others)

    near, far = 0.05 * begin, begin
    if not holds(line.at(begin)):
        return begin, line.first
    for _ in range(24):
        between = (near * far) ** 0.5
        shot = line.at(between)
        fits = holds(shot) and _smallest(shot, leading, size) < 1
        near, far = (near, between) if fits else (between, far)
    return far, line.at(far)


def _within(shot: Shot, points: np.ndarray) -> bool:
    """True where all points are seen within what leads may fill."""
    seen = shot.project(points)
    return bool(seen[:, 2].min() > 0.02 and np.abs(seen[:, :2]).max() <= LEADS)


def shown(shot: Shot, points: np.ndarray) -> float:
    """Of the rectangle about points, the share that lies within the frame; 0 where one of them is not before the lens."""
    seen = shot.project(points)
    if seen[:, 2].min() <= 0.02:
        return 0.0
    low, high = seen[:, :2].min(axis=0), seen[:, :2].max(axis=0)
    inside = np.maximum(np.minimum(high, 1) - np.maximum(low, -1), 0.0)
    return float(np.prod(inside / np.maximum(high - low, 1e-9)))
