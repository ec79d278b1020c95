# SPDX-License-Identifier: GPL-3.0-or-later
"""What composing comes to, and how long each step took."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from diorama_stage import layout, lens
from diorama_stage.actors import Actor
from diorama_stage.arrange import Constraint, Placement
from diorama_stage.presence import Seen
from diorama_stage.render.haze import Air
from diorama_stage.sets import Plan
from diorama_stage.wants import Wants

Tell = Callable[[str, float, str], None]


@dataclass
class Composed:
    actors: list[Actor]
    placements: list[Placement]
    shot: lens.Shot
    plan: Plan
    spread: layout.Spread
    tries: int = 1
    own_lens: bool = False
    """Lens, stop and focus were taken for this view, instead of the camera's."""
    parted: bool = False
    """What is small stands near the lens, far from what is large."""
    wants: Wants | None = None
    seen: dict[str, float] = field(default_factory=dict)
    """Visible share by subject, as it was counted."""
    presence: list[Seen] = field(default_factory=list)
    """How each instance is seen."""
    faults: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By instance, what falls short of the contract of presence; none for those that are present."""
    seconds: dict[str, float] = field(default_factory=dict)
    ids: np.ndarray | None = None
    """Pass indices seen in the quick look, (h, w) int32, at most 192 pixels long."""
    air: Air | None = None
    room: str | None = None
    """Which room lies behind a table top."""
    asked: list[Constraint] = field(default_factory=list)
    """What the words ask of how instances stand to one another."""
    unkept: list[Constraint] = field(default_factory=list)
    """What of that does not hold."""
    figures: frozenset[str] = frozenset()
    """Subjects that are animals, and shown as sculpted figures."""


class Clock:
    def __init__(self):
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = round(now - self._last, 3)
        self._last = now
