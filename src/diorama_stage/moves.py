# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves of the camera: where it stands at each moment of a film. Pure.

orbit        around what it looks at, at the same height and distance        pan_left, pan_right     it stands and turns
dolly_in, _out   nearer, or farther                                         crane_up, crane_down    higher, or lower, still looking at the same
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_stage.lens import Shot

USUAL = {"orbit": 30.0, "pan_left": 16.0, "pan_right": 16.0, "dolly_in": 0.35, "dolly_out": 0.35, "crane_up": 0.35, "crane_down": 0.25}
"""How far each goes where nobody says: degrees of a turn; else the share of the distance to what it looks at."""
LOWEST = 0.08
"""Metres above the ground that a camera stays while it sinks."""


def ease(t: float) -> float:
    """0 to 1 as 0 to 1, slow at both ends (smoothstep)."""
    return t * t * (3 - 2 * t)


def at(shot: Shot, move: str, t: float, amount: float | None = None) -> Shot:
    """The shot at `t` (0 to 1) of a move; what was in focus stays in focus. `amount`: degrees, or a share of the distance. Raises KeyError for no move."""
    far = USUAL[move] if amount is None else amount
    eye, target = np.asarray(shot.eye, float), np.asarray(shot.target, float)
    sharp = eye + shot.forward * shot.focus_distance
    done = ease(t)
    if move == "orbit":  # half before the shot's own place, half after: the picture is the middle of the film
        eye = target + _turned(eye - target, far * (done - 0.5))
    elif move.startswith("pan"):
        target = eye + _turned(target - eye, (far if move == "pan_left" else -far) * (done - 0.5))
    elif move.startswith("dolly"):
        eye = target + (eye - target) * (1 - far * (done if move == "dolly_in" else 1 - done))
    else:
        rise = far * float(np.linalg.norm(eye - target)) * done
        eye = eye + np.array((0, 0, rise if move == "crane_up" else -min(rise, max(eye[2] - LOWEST, 0.0))))
    moved = replace(shot, eye=tuple(map(float, eye)), target=tuple(map(float, target)))
    return replace(moved, focus_distance=max(float((sharp - eye) @ moved.forward), 0.02))


def widened(shot: Shot, move: str, amount: float | None = None) -> Shot:
    """The shot with surroundings that are built for all that the move will show."""
    far = USUAL[move] if amount is None else amount
    more = far if move == "orbit" or move.startswith("pan") else 0.0
    wide, high = shot.surrounded
    return replace(shot, built_for=(min(wide + more, 170.0), high)) if more else shot


def _turned(v: np.ndarray, degrees: float) -> np.ndarray:
    a = np.radians(degrees)
    return np.array((v[0] * np.cos(a) - v[1] * np.sin(a), v[0] * np.sin(a) + v[1] * np.cos(a), v[2]))
