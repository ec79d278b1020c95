# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words put in the distance: the picture is framed by all else, and it stands so far behind that it is seen at a moderate size. Pure.

shot of the near things + points on each far one ──set_back──▶ where each comes to stand
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from diorama_stage.lens import Shot, raised_by

TALL, WIDE = 0.3, 0.42
"""Of the frame's height and width, what something in the distance takes at most."""
ALOFT = 0.55
"""Of the half frame, how high what flies is seen."""
EDGE, CLEAR = 0.94, 0.06
"""Of the half frame: how high up it reaches, and how far over the horizon it is."""
HORIZON = 0.7
"""Of the half frame, the highest at which the horizon may be seen for something to stand there."""
SIDES = tuple(float(u) for u in np.linspace(-0.66, 0.66, 13))
"""Where across the half frame it may stand."""
THIRD = 0.4
"""Where it stands best, where nothing is before it."""
BEYOND = 1.5
"""How many times as far as the farthest near thing it is at least."""


@dataclass(frozen=True)
class Far:
    """Something in the distance with all that is on it: points (n, 3), metres, wherever it stands now."""

    id: str
    points: np.ndarray
    aloft: bool = False


SKY, FOOT, BACK = 0.1, 0.9, 1.3
"""Under something that flies: of the half frame, how high the horizon is at most, and how low the near things may stand; how many times as far off they are."""


def under_sky(near: Sequence[np.ndarray], shot: Shot) -> Shot:
    """The shot from farther off, the near things lower in it: there is sky for what flies over them."""
    target, eye = np.asarray(shot.target), np.asarray(shot.eye)
    back = replace(shot, eye=tuple(map(float, target + (eye - target) * BACK)), focus_distance=shot.focus_distance * BACK)
    low = min(float(back.project(points)[:, 1].min()) for points in near)
    return raised_by(back, max(min(_horizon(back) - SKY, low + FOOT), 0.0))


def _horizon(shot: Shot) -> float:
    """How high in the half frame the horizon is seen."""
    ahead = shot.forward * (1, 1, 0)
    return float(shot.project((np.asarray(shot.eye) + ahead * (1e5 / max(float(np.linalg.norm(ahead)), 1e-6)))[None])[0, 1])


def set_back(far: Sequence[Far], near: Sequence[np.ndarray], shot: Shot) -> dict[str, np.ndarray] | None:
    """The move (3,) of each, metres; None where the lens sees no horizon. `near`: points on each thing that frames the picture."""
    ahead = shot.forward * (1, 1, 0)
    level = float(np.linalg.norm(ahead))
    if level < 1e-6:
        return None
    ahead = ahead / level
    line = _horizon(shot)
    if line > HORIZON:
        return None
    taken = [_seen(shot, points) for points in near]
    behind = max([float(shot.project(points)[:, 2].max()) for points in near], default=1.0) * BEYOND
    moves: dict[str, np.ndarray] = {}
    for one in sorted(far, key=lambda f: -float(np.ptp(f.points, axis=0).max())):
        tried = [_moved(shot, one, u, behind, ahead, line) for u in SIDES]
        costs = [_cost(_seen(shot, one.points + move), u, taken) for move, u in zip(tried, SIDES, strict=True)]
        moves[one.id] = tried[int(np.argmin(costs))]
        taken.append(_seen(shot, one.points + moves[one.id]))
    return moves


def _moved(shot: Shot, one: Far, across: float, behind: float, ahead: np.ndarray, line: float) -> np.ndarray:
    """The move that brings one to a place across the frame, at the depth at which it is as large as it may be; what flies, over the horizon."""
    wide, _, high = np.ptp(one.points, axis=0)
    tx, ty = np.tan(np.radians((shot.fov_x / 2, shot.fov_y / 2)))
    tall = min(TALL, max((EDGE - CLEAR - line) / 2, 0.05)) if one.aloft else TALL
    depth = max(float(high) / (2 * ty * tall), float(wide) / (2 * tx * WIDE), behind)
    right = np.array([ahead[1], -ahead[0], 0.0])
    middle = (one.points.min(axis=0) + one.points.max(axis=0)) / 2
    at = np.asarray(shot.eye) + ahead * depth + right * across * tx * depth
    move = np.array([at[0] - middle[0], at[1] - middle[1], 0.0])
    if one.aloft:
        for _ in range(3):
            seen = float(shot.project((middle + move)[None])[0, 1])
            move[2] += (min(max(ALOFT, line + CLEAR + tall), EDGE - tall) - seen) * ty * depth
    return move


def _seen(shot: Shot, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    seen = shot.project(points)
    return seen[:, :2].min(axis=0), seen[:, :2].max(axis=0)


def _cost(box: tuple[np.ndarray, np.ndarray], across: float, taken: Sequence[tuple[np.ndarray, np.ndarray]]) -> float:
    """What of it is hidden by what stands before it, and how far it is from a line of the thirds."""
    size = max(float(np.prod(box[1] - box[0])), 1e-9)
    laps = [float(np.prod(np.maximum(np.minimum(box[1], other[1]) - np.maximum(box[0], other[0]), 0.0))) / size for other in taken]
    return 10 * sum(laps) + abs(abs(across) - THIRD)
