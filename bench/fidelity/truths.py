"""Whether things stand to each other as a relation says: in space, by their points in the world, and in the frame, by what is seen of them. Pure.

Each truth takes the one, what it is related to (things; none where that is a part of the place) and `Here`, and yields what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

TOUCH = 0.02
"""Metres, and of the longer one's size: what is no further off touches."""
LAPPED = 0.5
"""Of the narrower one's width in the frame, how much of it two that are side by side may share."""
BORNE = {"sitting": 0.12, "lying": 0.5, "": 0.4}
"""Of a thing's points, how many have what bears it below them, at least: of who sits or lies of all, else of its foot."""
FOOT = 0.12
"""Of its height, how high the foot of a thing is."""


@dataclass(frozen=True)
class Body:
    """One instance: its points in the world, (n, 3), metres; what is seen of it (left, top, right, bottom, shares of the frame) and its share of the frame."""

    id: str
    points: np.ndarray
    frame: tuple[float, float, float, float]
    area: float
    depth: float
    """Along the view, of its middle, metres."""
    posture: str = ""
    floats: bool = False

    @property
    def low(self) -> np.ndarray:
        return self.points.min(axis=0)

    @property
    def high(self) -> np.ndarray:
        return self.points.max(axis=0)

    @property
    def middle(self) -> np.ndarray:
        return (self.low + self.high) / 2

    @property
    def size(self) -> float:
        return float((self.high - self.low).max())

    @property
    def x(self) -> float:
        """Of what is seen of it, the middle."""
        return (self.frame[0] + self.frame[2]) / 2

    @property
    def wide(self) -> float:
        return self.frame[2] - self.frame[0]


@dataclass(frozen=True)
class Here:
    """What else a truth may ask: least distances between things, how much of a thing is over another, the place."""

    apart: Callable[[Body, Body], float]
    """Least distance of their surfaces, metres."""
    over: Callable[[Body, Body], float]
    """Of the first one's points, the share that has the other straight below."""
    wall_y: float | None = None
    water: float = 0.0


def touches(a: Body, b: Body, here: Here) -> bool:
    return here.apart(a, b) <= TOUCH * (1 + min(a.size, b.size))


def on(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if not touches(a, b, here):
            yield "is not on it"
        elif here.over(a, b) < BORNE.get(a.posture, BORNE[""]):
            yield "mostly past its edge"
        elif a.frame[3] > b.frame[3] + 0.02 and a.area and b.area:
            yield "seen below it"


def within(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        inside = ((a.points > b.low - 0.01) & (a.points < b.high + 0.01)).all(axis=1).mean()
        if inside < 0.08 or ((a.middle[:2] < b.low[:2]) | (a.middle[:2] > b.high[:2])).any():
            yield "is not in it"
        elif a.low[2] > b.low[2] + 0.85 * (b.high[2] - b.low[2]):
            yield "lies over its rim"


def perched(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if ((a.middle < b.low) | (a.middle > b.high + 2 * a.size)).any():
            yield "is not in it"
        elif not touches(a, b, here):
            yield "floats in it"


def under(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        reach = 0.15 * (b.high - b.low)[:2]
        if ((a.middle[:2] < b.low[:2] - reach) | (a.middle[:2] > b.high[:2] + reach)).any():
            yield "is not under it"
        elif a.high[2] > b.high[2]:
            yield "reaches over it"


def above(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if a.low[2] < b.high[2] - 0.15 * (b.high[2] - b.low[2]):
            yield "is not above it"
        elif a.area and b.area and (a.frame[1] + a.frame[3]) / 2 > (b.frame[1] + b.frame[3]) / 2:
            yield "seen below it"
        elif _gap(a, b) > 0.6 * max(a.wide, b.wide):
            yield "far to its side"


def _gap(a: Body, b: Body) -> float:
    """Free width between them in the frame; negative where they share some."""
    return max(a.frame[0], b.frame[0]) - min(a.frame[2], b.frame[2])


def _aside(a: Body, b: Body) -> bool:
    return _gap(a, b) > -LAPPED * min(a.wide, b.wide) - 1e-9


def left_of(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if a.x >= b.x or not _aside(a, b):
            yield "not to its left"


def right_of(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if a.x <= b.x or not _aside(a, b):
            yield "not to its right"


def behind(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if a.depth <= b.depth:
            yield "nearer than it"
        elif _gap(a, b) > 0.35 * min(a.wide, b.wide) + 0.02:
            yield "far to its side"


def in_front_of(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if a.depth >= b.depth:
            yield "farther than it"
        elif _gap(a, b) > 0.35 * min(a.wide, b.wide) + 0.02:
            yield "far to its side"


def beside(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if here.apart(a, b) > 0.2 + 0.8 * min(a.size, b.size):
            yield "far from it"
        elif a.area and b.area and not _aside(a, b):
            yield "not at its side"


def near(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if here.apart(a, b) > 0.3 + 1.2 * max(min(a.size, b.size), 0.3 * max(a.size, b.size)):
            yield "far from it"


def between(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    if len(others) > 1 and not min(o.x for o in others) < a.x < max(o.x for o in others):
        yield "not between them"
    elif any(not _aside(a, o) for o in others):
        yield "not clear of one"


def leaning_on(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if not touches(a, b, here):
            yield f"leans on nothing, {here.apart(a, b):.2f} m off"
    if not others and (here.wall_y is None or abs(here.wall_y - a.high[1]) > TOUCH * (1 + a.size)):
        yield "does not reach the wall"


def hanging_from(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    if a.low[2] < 0.02:
        yield "lies on the ground"
    for b in others:
        if not touches(a, b, here):
            yield f"hangs from nothing, {here.apart(a, b):.2f} m off"
        elif a.high[2] > b.high[2] + 0.5 * a.size:
            yield "stands over it"


def on_wall(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    if here.wall_y is None or abs(here.wall_y - a.high[1]) > TOUCH * (1 + a.size):
        yield "not at the wall"
    elif a.low[2] < 0.15:
        yield "on the ground"


def from_ceiling(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    if a.high[2] < 1.8:
        yield "not at the ceiling"


def afloat(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    below = float((a.points[:, 2] < here.water).mean())
    if a.low[2] >= here.water + 0.004:
        yield "over the water"
    elif below > 0.93:
        yield "under the water"


def held(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if not touches(a, b, here):
            yield f"not in hand, {here.apart(a, b):.2f} m off"


def riding(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if not touches(a, b, here):
            yield f"not on it, {here.apart(a, b):.2f} m off"
        elif a.middle[2] < b.middle[2]:
            yield "under it"


def headed(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        tall = b.high[2] - b.low[2]
        if a.low[2] < b.low[2] + 0.7 * tall:
            yield "not on the head"
        elif not touches(a, b, here):
            yield f"floats, {here.apart(a, b):.2f} m off"


def lapped(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        tall = b.high[2] - b.low[2]
        if a.low[2] > b.low[2] + 0.75 * tall or a.high[2] < b.low[2] + 0.3 * tall or not touches(a, b, here):
            yield "not on the lap"


def around(all_: list[Body], others: list[Body], here: Here) -> Iterator[str]:
    """Of all that are around one."""
    for b in others:
        if len(all_) == 1:
            if (all_[0].low[:2] > b.low[:2]).any() or (all_[0].high[:2] < b.high[:2]).any():
                yield "not about it"
            continue
        turns = np.sort([np.arctan2(*(a.middle - b.middle)[:2]) for a in all_])
        gaps = np.diff([*turns, turns[0] + 2 * np.pi])
        if gaps.max() > np.radians(200):
            yield "all on one side"


def row(all_: list[Body], others: list[Body], here: Here) -> Iterator[str]:
    """Of all that are in a row: on one line, evenly."""
    at = np.array([a.middle[:2] for a in all_])
    off = at - at.mean(axis=0)
    _, spread, ways = np.linalg.svd(off, full_matrices=False)
    along = np.sort(off @ ways[0])
    gaps = np.diff(along)
    if len(all_) > 2 and np.abs(off @ ways[1]).max() > 0.35 * max(gaps.mean(), 1e-6):
        yield "not on one line"
    elif len(all_) > 2 and gaps.max() > 2.2 * gaps.mean():
        yield "a gap in the row"


def circle(all_: list[Body], others: list[Body], here: Here) -> Iterator[str]:
    """Of all that are in a circle: evenly about their middle."""
    middle = np.mean([a.middle[:2] for a in all_], axis=0)
    far = np.array([np.hypot(*(a.middle[:2] - middle)) for a in all_])
    turns = np.sort([np.arctan2(*(a.middle[:2] - middle)) for a in all_])
    if far.min() < 0.5 * far.max() or np.diff([*turns, turns[0] + 2 * np.pi]).max() > 2.2 * 2 * np.pi / len(all_):
        yield "no circle"


def heap(all_: list[Body], others: list[Body], here: Here) -> Iterator[str]:
    """Of all that are in a pile: some on others, all touching."""
    if len(all_) > 1 and max(a.high[2] for a in all_) - min(a.low[2] for a in all_) < 1.3 * float(np.median([a.high[2] - a.low[2] for a in all_])):
        yield "none lies on another"
    elif any(min(here.apart(a, b) for b in all_ if b is not a) > TOUCH * (1 + a.size) for a in all_ if len(all_) > 1):
        yield "one lies apart"


def in_background(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    for b in others:
        if a.depth <= b.depth:
            yield "nearer than the rest"


def at_left(a: Body, others: list[Body], here: Here) -> Iterator[str]:
    yield from left_of(a, others, here)


TOGETHER = {"around": around, "row": row, "circle": circle, "heap": heap}
"""Truths of all instances of a subject."""
EACH = {
    "on": on, "in": within, "perched": perched, "under": under, "above": above, "left_of": left_of, "right_of": right_of, "behind": behind,
    "in_front_of": in_front_of, "beside": beside, "near": near, "between": between, "leaning_on": leaning_on, "hanging_from": hanging_from,
    "stacked_on": on, "on wall": on_wall, "hanging_from wall": on_wall, "hanging_from ceiling": from_ceiling, "on water": afloat, "in water": afloat,
    "holding": held, "riding": riding, "headed": headed, "lapped": lapped, "behind background": in_background, "near left": at_left,
}  # fmt: skip
"""Truths of each instance; those of a relation to a part of the place after its name."""
