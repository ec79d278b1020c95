# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether things stand to each other as the words say: in space, by their boxes, and in the frame, by what is seen of them. Pure.

asked ties, boxes, what is seen ──unkept──▶ ties that do not hold: another arrangement is tried, and what is left is told
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from diorama_stage.arrange import Constraint

LAPPED = 0.5
"""Of the narrower one's width in the frame, how much of it two that are side by side may share."""
ASIDE = 0.35, 0.02
"""Of the narrower one's width, and of the frame: how far to its side what is behind or before another may be seen."""
FAR = 0.2, 0.8
"""Metres, and by the lesser one's length: what is beside a thing is no further off."""
REACH, RIM, DROP = 0.15, 0.85, 0.15
"""Of a thing's half length, how far past its edge what is under it may have its middle; of its height, how high what is in it starts at most; how far below
its top what is above it starts at most."""
LOW = 0.5
"""Of the other's height: what is lower is beside it before it too."""
SPARE = 0.02
"""Metres that boxes are off."""


@dataclass(frozen=True)
class Spot:
    """Where an instance is: its box in the world, metres; what is seen of it (left, top, right, bottom, shares of the frame; all 0: nothing); how deep in
    the picture its middle is, metres."""

    low: np.ndarray
    high: np.ndarray
    frame: tuple[float, float, float, float]
    depth: float

    @property
    def middle(self) -> np.ndarray:
        return (self.low + self.high) / 2

    @property
    def size(self) -> float:
        return float((self.high - self.low).max())

    @property
    def seen(self) -> bool:
        return self.frame[2] > self.frame[0]

    @property
    def x(self) -> float:
        return (self.frame[0] + self.frame[2]) / 2

    @property
    def wide(self) -> float:
        return self.frame[2] - self.frame[0]


def gap(a: Spot, b: Spot) -> float:
    """Free width between two in the frame; negative where they share some."""
    return max(a.frame[0], b.frame[0]) - min(a.frame[2], b.frame[2])


CROWN = 2.5
"""So many times as high, and so many metres, a thing has room below it at its sides: a fox between two birches."""


def aside(a: Spot, b: Spot) -> bool:
    """True where neither stands so much over the other in the frame that it is at no side of it."""
    low, high = sorted(float(s.high[2] - s.low[2]) for s in (a, b))
    if high > CROWN * max(low, 1.0):
        return abs(a.x - b.x) > LAPPED * min(a.wide, b.wide)
    return gap(a, b) > -LAPPED * min(a.wide, b.wide) - 1e-9


def _abreast(a: Spot, b: Spot) -> bool:
    return gap(a, b) <= ASIDE[0] * min(a.wide, b.wide) + ASIDE[1]


def apart(a: Spot, b: Spot) -> float:
    """Least distance of two boxes, metres."""
    return float(np.linalg.norm(np.maximum(np.maximum(a.low - b.high, b.low - a.high), 0.0)))


def _over(a: Spot, b: Spot, reach: float) -> bool:
    """True where the middle of the one is over or under the other, or `reach` of its length past its edge."""
    more = reach * (b.high - b.low)[:2] + SPARE
    return bool((a.middle[:2] >= b.low[:2] - more).all() and (a.middle[:2] <= b.high[:2] + more).all())


def beside(a: Spot, b: Spot) -> bool:
    low = a.high[2] - a.low[2] < LOW * (b.high[2] - b.low[2]) and a.size < b.size  # oars lie before the boat that they are beside
    return apart(a, b) <= FAR[0] + FAR[1] * min(a.size, b.size) and (aside(a, b) or bool(low))


def above(a: Spot, b: Spot) -> bool:
    high = b.high[2] - b.low[2]
    seen = a.frame[1] + a.frame[3] <= b.frame[1] + b.frame[3] and gap(a, b) <= 0.6 * max(a.wide, b.wide)
    return bool(seen and a.low[2] >= b.high[2] - DROP * high)


HOLDS: Mapping[str, Callable[[Spot, Spot], bool]] = {
    "left_of": lambda a, b: a.x < b.x and aside(a, b),
    "right_of": lambda a, b: a.x > b.x and aside(a, b),
    "behind": lambda a, b: a.depth > b.depth and _abreast(a, b),
    "in_front_of": lambda a, b: a.depth < b.depth and _abreast(a, b),
    "farther": lambda a, b: a.depth > b.depth,
    "nearer": lambda a, b: a.depth < b.depth,
    "beside": beside,
    "above": above,
    "under": lambda a, b: _over(a, b, REACH) and bool(a.high[2] <= b.high[2]),
    "in": lambda a, b: _over(a, b, 0.0) and bool(a.low[2] <= b.low[2] + RIM * (b.high[2] - b.low[2])),
    "on": lambda a, b: _over(a, b, 0.0) and bool(a.low[2] >= b.low[2] - SPARE) and apart(a, b) <= SPARE,
    "hanging_from": lambda a, b: apart(a, b) <= SPARE + 0.1 * a.size and bool(a.low[2] > b.low[2]),
}
"""By relation, whether it holds of two that are seen."""


VIEWS = frozenset(("left_of", "right_of", "behind", "in_front_of", "farther", "nearer"))
"""Relations that nothing stands in to what it is on."""


def unkept(ties: Iterable[Constraint], spots: Mapping[str, Spot], host: Mapping[str, str | None], open_: frozenset[str] = frozenset()) -> list[Constraint]:
    """Of the ties between things, those that do not hold.

    `host`: what each was put on or in; `open_`: what has an inside. Of things that are not seen nothing is told here: presence tells it.
    """
    out = []
    for t in ties:
        ends = [spots[o] for o in t.objects if o in spots]
        if t.item not in spots or len(ends) < len(t.objects) or not all(s.seen for s in (spots[t.item], *ends)):
            continue
        a = spots[t.item]
        if t.kind in VIEWS and host.get(t.item) in t.objects:
            continue  # what is on a lap is behind nobody
        if t.kind == "between" and len(ends) > 1:
            held = min(e.x for e in ends) < a.x < max(e.x for e in ends)
        elif t.kind == "in" and host.get(t.item) == t.objects[0] and t.objects[0] in open_:
            held = True  # heaped at its rim, or its stem in its neck
        else:
            held = t.kind not in HOLDS or HOLDS[t.kind](a, ends[0])
        if not held:
            out.append(t)
    return out
