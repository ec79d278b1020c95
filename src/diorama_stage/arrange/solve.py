# SPDX-License-Identifier: GPL-3.0-or-later
"""The solver: greedy over items from large to small, each at the best of many candidate places; the best of several such runs is kept."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from diorama_stage.arrange.candidates import at_wall, candidate
from diorama_stage.arrange.costs import cost_of
from diorama_stage.arrange.data import Constraint, Ground, Item, Placement
from diorama_stage.arrange.facing import turned_to
from diorama_stage.arrange.flat import pack
from diorama_stage.arrange.gathered import as_told, drawn_in, frame_height, gathered, in_pairs
from diorama_stage.arrange.load import load, load_height
from diorama_stage.arrange.score import FEW, HARD, OVERLAPPING, SIDES, Body
from diorama_stage.arrange.standing import Wanted, body_at, eased, from_middle, placement_of

RESTING = ("on", "in", "stacked_on", "hanging_from", "filled_with")
Outside = Callable[[Body], float]
PLACES = 140
"""Places that each of `FEW` things is tried at, in all runs. Of more, fewer of both: what arranging costs is bounded, whatever is asked for."""


def arrange(
    items: list[Item], ties: list[Constraint], ground: Ground, seed: int, *, runs: int = 8,
    fixed: dict[str, Placement] | None = None, wanted: dict[str, Wanted] | None = None, outside: Outside | None = None,
) -> list[Placement]:  # fmt: skip
    """Place every item. Deterministic in its arguments. The order of the result is that of `items`.

    `fixed` are places that stay as they are; `wanted` are kept as nearly as what is fixed lets them; the others are arranged around them.
    `outside` tells how far a body lies outside a frame that stays as it is (0: within).
    """
    hosts = _hosts(items, ties)
    told, ties = ties, _lifted(ties, hosts)
    fixed = eased(items, ties, hosts, fixed or {}, wanted or {})
    best, least = None, float("inf")
    whole, items = items, [i.standing for i in items]
    standing = [i for i in items if i.id not in hosts]
    if ground.overhead and not fixed and outside is None and len(standing) > 1 and not any(t.kind in (*OVERLAPPING, "between") for t in ties):
        best = pack(standing, ties, ground, f"{seed}:flat", SIDES)
    few = len(standing) <= FEW
    for run in range(0 if best is not None else runs if few else max(2, runs * FEW**2 // len(standing) ** 2)):
        rng = random.Random(f"{seed}:{run}")
        bodies, cost = _floor(items, ties, hosts, ground, rng, fixed, outside)
        if ground.overhead:
            bodies = gathered(in_pairs(bodies, fixed), ties, ground, fixed)
            cost = HARD * (cost // HARD) + frame_height(bodies, ground)
        if cost < least:
            best, least = bodies, cost
        if least < HARD * 0.001 and not ground.overhead:
            break
    if not ground.overhead:
        best = best if outside is not None else drawn_in(best, ties, ground, fixed)
        best = turned_to(as_told(in_pairs(best, fixed), ties, fixed), ties, fixed)
    items = whole
    placed = {id: from_middle(placement_of(body, ground, ties, best), body.item) for id, body in best.items()} | fixed
    load(items, told, hosts, placed, str(seed), ground)
    placed = turned_to(placed, told, {*fixed, *(best or {})})
    return [placed[i.id] for i in items]


def _hosts(items: list[Item], ties: list[Constraint]) -> dict[str, tuple[str, str]]:
    """item → (host, how): who rests in or on whom. `filled_with` is `in`, told from the vessel."""
    by_id = {i.id: i for i in items}
    known = set(by_id)
    out: dict[str, tuple[str, str]] = {}
    held: dict[str, tuple[str, str]] = {}
    for tie in ties:
        if tie.kind == "filled_with":
            for o in tie.objects:
                if o in known:
                    out[o] = (tie.item, "in")
        elif tie.kind == "holding" and tie.item in known and by_id[tie.item].hand is not None:
            held |= {o: (tie.item, "held_by") for o in tie.objects if o in known and o != tie.item}
        elif tie.kind == "above" and tie.item in known and by_id[tie.item].tips and tie.objects[0] in known:
            held[tie.item] = (tie.objects[0], "pours_into")
        elif tie.kind in RESTING and tie.objects[0] in known and tie.objects[0] != tie.item:
            out.setdefault(tie.item, (tie.objects[0], tie.kind))
    return held | out | {i.id: (i.fits, "worn_by") for i in items if i.fits}


def _lifted(ties: list[Constraint], hosts: dict[str, tuple[str, str]]) -> list[Constraint]:
    """Ties of what stands on the ground: "croissants on a plate beside a cup" puts the plate beside the cup."""

    def root(id: str) -> str:
        known = set()
        while id in hosts and id not in known:
            known.add(id)
            id = hosts[id][0]
        return id

    out = []
    for t in ties:
        if t.kind in (*SIDES, "between", "under") or t.kind in ("leaning_on", "against") and t.objects[0] in hosts:
            t = Constraint(root(t.item), t.kind, tuple(root(o) for o in t.objects))
            if t.item in t.objects or t in out:
                continue
        out.append(t)
    return out


def _floor(
    items: list[Item], ties: list[Constraint], hosts: dict, ground: Ground, rng: random.Random, fixed: dict[str, Placement], outside: Outside | None
) -> tuple[dict[str, Body], float]:
    """Items that stand on the ground (or wall): bodies by id and the total cost."""
    by_id = {i.id: i for i in items}
    standing = [i for i in items if i.id not in hosts]
    scale = max([max(i.half_x, i.half_y) for i in standing], default=0.1)
    weight = {i.id: (sum(1 for t in ties for o in (t.item, *t.objects) if o == i.id), i.half_x * i.half_y) for i in standing}
    anchors = {o for t in ties if t.kind in SIDES + ("between", "above") for o in t.objects}
    order = sorted(standing, key=lambda i: (i.id not in anchors, -weight[i.id][1] if i.id in anchors else -weight[i.id][1], i.id))
    bodies = {i.id: replace(body_at(i, fixed[i.id]), reach=load_height(i.id, by_id, hosts)) for i in standing if i.id in fixed}
    total = 0.0
    distance = 4.5 * sum(max(i.half_x, i.half_y) for i in standing) ** 0.75 * scale**0.25 + 3 * scale
    for item in _in_order(order, ties):
        if item.id in fixed:
            continue
        reach = load_height(item.id, by_id, hosts)
        count = 1 if not bodies else PLACES if len(standing) <= FEW else max(30, PLACES * FEW // len(standing))
        candidates = [at_wall(candidate(item, bodies, ties, ground, rng, scale, k, reach), ties, ground) for k in range(count)]
        costs = [cost_of(c, bodies, ties, ground, distance, scale) + (HARD * outside(c) if outside else 0.0) for c in candidates]
        pick = int(np.argmin(costs))
        bodies[item.id] = candidates[pick]
        total += costs[pick]
    return bodies, total


def _in_order(items: list[Item], ties: list[Constraint]) -> list[Item]:
    """Objects of relations before what is placed by them, as far as that goes without circles; what leans on the wall before all that."""
    walled = {t.item for t in ties if t.kind in ("leaning_on", "against") and "wall" in t.objects}
    left, out, done = sorted(items, key=lambda i: i.id not in walled), [], set()
    ids = {i.id for i in items}
    over = {(t.objects[0], t.item) for t in ties if t.kind == "above"}  # what is under something waits for it nowhere: a boy near his kite
    while left:
        waits = lambda i: any(o in ids - done and o != i.id and (i.id, o) not in over for t in ties if t.item == i.id for o in t.objects)  # noqa: E731
        free = [i for i in left if i.id in walled or not waits(i)]
        chosen = (free or left)[0]
        left.remove(chosen)
        out.append(chosen)
        done.add(chosen.id)
    return out


def extent(items: list[Item], placed: list[Placement]) -> float:
    """Radius of the circle about the origin that holds all placements, metres."""
    by_id = {i.id: i for i in items}
    return max([float(np.hypot(p.x, p.y)) + by_id[p.item].radius for p in placed], default=0.0)


__all__ = ["arrange", "extent"]
