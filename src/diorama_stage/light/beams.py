# SPDX-License-Identifier: GPL-3.0-or-later
"""Sun that comes into a room through its window and lies on floor, wall and furniture; what it falls on lights the rest. Pure.

windows, where the sun stands, the time → which way the sun is, so that it comes in by a window and by nothing else
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diorama_stage.scene_view import Environment, Light, Lighting
from diorama_stage.sets.dressing import Window

SUNNY = frozenset(("clear", "partly_cloudy"))
"""Weather of which a patch of sun in a room tells."""
BY_DAY = frozenset(("sunrise", "early_morning", "morning", "noon", "afternoon", "late_afternoon", "golden_hour", "sunset"))
MOODS = frozenset(("natural", "high_key"))
"""Moods in which the sun comes into a room."""
LOW, HIGH = 16.0, 40.0
"""Degrees above the horizon between which it is taken to stand: lower, it would lie on the wall alone; higher, on the sill."""
ASKEW = 12.0
"""Degrees from square to the wall, from the lens's side: what is behind the camera has no wall, and no sun may come in there and be seen."""
SIDEWAYS = 0.5
"""The part of a window's direction that goes across the view, from which on it is one at the side."""


@dataclass(frozen=True)
class Sunshine:
    """Sun that shines into a room. `way`: the unit vector from the room to the sun; `told`: the light that the words tell, if it is one."""

    way: tuple[float, float, float]
    told: Light | None

    @property
    def group(self) -> str:
        """The group of lights that it belongs to."""
        return "daylight" if self.told is None else self.told["id"]

    @property
    def strength(self) -> float:
        return 1.0 if self.told is None else self.told["strength"]


def sunshine(environment: Environment, lighting: Lighting, windows: list[Window], elevation: float) -> Sunshine | None:
    """The sun that comes into this room: where the words tell of sun, or of no light at all, on a bright day. `elevation`: of the sun, degrees."""
    suns = [x for x in lighting["lights"] if x["source"] == "sun" and x["role"] == "key"]
    bright = environment["weather"] in SUNNY and lighting["mood"] in MOODS and lighting["time"] in BY_DAY and lighting["gobo"] == "none"
    if not bright or len(suns) < len(lighting["lights"]):
        return None
    way = through(windows, suns[0]["elevation"] if suns else elevation, suns[0]["azimuth"] if suns else None)
    return None if way is None else Sunshine(tuple(map(float, way)), suns[0] if suns else None)


def through(windows: list[Window], elevation: float, side: float | None = None) -> np.ndarray | None:
    """The unit vector from the room to the sun that shines in by a window at the side; None where there is no such window.

    `elevation`: of the sun, degrees; `side`: less than 0 for a sun that is told to be at the left, more for the right.
    """
    found = [w for w in windows if abs(w.normal[0]) > SIDEWAYS and (side is None or side * w.normal[0] < 0)]
    if not found:
        return None
    out = -np.asarray(max(found, key=lambda w: w.width * w.height).normal)
    turned, aloft = np.radians(ASKEW), np.radians(np.clip(elevation, LOW, HIGH))
    level = out * np.cos(turned) + np.array([0.0, -1.0, 0.0]) * np.sin(turned)
    return np.array([*(level[:2] * np.cos(aloft)), np.sin(aloft)])
