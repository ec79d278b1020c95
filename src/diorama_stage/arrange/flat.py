# SPDX-License-Identifier: GPL-3.0-or-later
"""Flat lays: things seen from straight above, packed as stylists pack them: a tidy, slightly turned grid with about equal gaps that fills the frame's shape."""

from __future__ import annotations

import random

from diorama_catalogue import thing
from diorama_stage.arrange.data import Constraint, Ground, Item
from diorama_stage.arrange.score import Body, side

TRIALS = 500
Spot = tuple[str, float, float]
"""An item and its middle."""


def pack(items: list[Item], ties: list[Constraint], ground: Ground, seed: str, kinds: tuple[str, ...]) -> dict[str, Body] | None:
    """Bodies by id, from the best of many random cuttings of the frame; None where none keeps to the relations (of `kinds`)."""
    rng = random.Random(seed)
    best, least = None, float("inf")
    for _ in range(TRIALS):
        bodies = [Body(i, 0.0, 0.0, 0.0, _turn(i, rng)) for i in items]
        gap = 0.3 * sum(min(b.half_x, b.half_y) for b in bodies) / len(bodies)
        rng.shuffle(bodies)
        wide, high, spots = _cut(bodies, gap, rng)
        cost = max(wide / ground.aspect, high) ** 2
        cost *= 1 + 0.25 * max(wide / ground.aspect / high, high * ground.aspect / wide)
        if cost >= least:
            continue
        by_id = {b.item.id: b for b in bodies}
        placed = {id: Body(by_id[id].item, x, y, 0.0, by_id[id].yaw) for id, x, y in _stretched(spots, wide, high, ground.aspect)}
        if all(_holds(t, placed, ground) for t in ties if t.kind in kinds):
            best, least = placed, cost
    return best


def _turn(item: Item, rng: random.Random) -> float:
    """A little off square; what is thin lies across."""
    if item.round:
        return rng.uniform(-40, 40)
    thin = min(item.half_x, item.half_y) < 0.2 * max(item.half_x, item.half_y)
    return rng.choice((-1, 1)) * rng.uniform(8, 24) if thin else rng.uniform(-5, 5) * (1.6 if thing(item.kind).askew > 20 else 1)


def _cut(bodies: list[Body], gap: float, rng: random.Random) -> tuple[float, float, list[Spot]]:
    """Width, height and the spots of a group, cut in two again and again; each half is centred on the other."""
    if len(bodies) == 1:
        b = bodies[0]
        return 2 * b.half_x + gap, 2 * b.half_y + gap, [(b.item.id, 0.0, 0.0)]
    k = rng.randint(1, len(bodies) - 1)
    (w, h, first), (v, g, second) = _cut(bodies[:k], gap, rng), _cut(bodies[k:], gap, rng)
    if rng.random() < 0.5:
        return w + v, max(h, g), [*((i, x - v / 2, y) for i, x, y in first), *((i, x + w / 2, y) for i, x, y in second)]
    return max(w, v), h + g, [*((i, x, y - g / 2) for i, x, y in first), *((i, x, y + h / 2) for i, x, y in second)]


def _stretched(spots: list[Spot], wide: float, high: float, aspect: float) -> list[Spot]:
    """Spread a little to the frame's shape: the gaps take up what is left."""
    x_by, y_by = min(max(high * aspect / wide, 1.0), 1.2), min(max(wide / aspect / high, 1.0), 1.2)
    return [(i, x * x_by, y * y_by) for i, x, y in spots]


def _holds(tie: Constraint, placed: dict[str, Body], ground: Ground) -> bool:
    a, b = placed.get(tie.item), placed.get(tie.objects[0])
    return a is None or b is None or side(tie.kind, a, b, ground) <= 1e-9
