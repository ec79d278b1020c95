# SPDX-License-Identifier: GPL-3.0-or-later
"""The solver: greedy over items from large to small, each at the best of many candidate places; the best of several such runs is kept."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.arrange.data import Constraint, Ground, Item, Placement
from diorama_stage.arrange.flat import pack
from diorama_stage.arrange.held_up import leant
from diorama_stage.arrange.load import load, load_height
from diorama_stage.arrange.raised import ROOM, clearance, is_post
from diorama_stage.arrange.score import HARD, LONG, Body, hidden, lies_along, overlap, side
from diorama_stage.arrange.turn import turn

RESTING = ("on", "in", "stacked_on", "hanging_from", "filled_with")
SIDES = (
    "left_of", "right_of", "back_left", "back_right", "behind", "in_front_of", "beside", "near", "with", "facing", "holding", "wearing", "riding", "around",
)  # fmt: skip
OVER_TABLE = 0.5
"""The same over a table."""
HEAD_ROOM = 2.1
"""Metres above the ground of what hangs over it."""
OVERLAPPING = ("under", "covering", "above", "leaning_on", "against")
"""Relations whose two stand over the same ground."""
Outside = Callable[[Body], float]
Wanted = tuple[Placement, tuple[float, float]]
"""A place, and the way a thing was moved to get there (metres)."""


FEW, PLACES = 12, 140
"""So many things are tried in all runs, at so many places each. Of more, fewer of both: what arranging costs is bounded, whatever is asked for."""


def arrange(
    items: list[Item], ties: list[Constraint], ground: Ground, seed: int, *, runs: int = 8,
    fixed: dict[str, Placement] | None = None, wanted: dict[str, Wanted] | None = None, outside: Outside | None = None,
) -> list[Placement]:  # fmt: skip
    """Place every item. Deterministic in its arguments. The order of the result is that of `items`.

    `fixed` are places that stay as they are; `wanted` are kept as nearly as what is fixed lets them; the others are arranged around them. `outside` tells how far a body lies outside a frame that
    stays as it is (0: within).
    """
    hosts = _hosts(items, ties)
    told, ties = ties, _lifted(ties, hosts)
    fixed = _eased(items, ties, hosts, fixed or {}, wanted or {})
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
            bodies = _gathered(_in_pairs(bodies, fixed), ties, ground, fixed)
            cost = HARD * (cost // HARD) + _frame_height(bodies, ground)
        if cost < least:
            best, least = bodies, cost
        if least < HARD * 0.001 and not ground.overhead:
            break
    if not ground.overhead:
        best = best if outside is not None else _drawn_in(best, ties, ground, fixed)
        best = _as_told(_in_pairs(best, fixed), ties, fixed)
    items = whole
    placed = {id: _from_middle(_stand(body, ground, ties, best), body.item) for id, body in best.items()} | fixed
    load(items, told, hosts, placed, str(seed), ground)
    return [placed[i.id] for i in items]


def _eased(
    items: list[Item], ties: list[Constraint], hosts: dict[str, tuple[str, str]], fixed: dict[str, Placement], wanted: dict[str, Wanted]
) -> dict[str, Placement]:
    """`fixed` with every wanted place, moved as little as keeps it from cutting into what is fixed; what rests on it comes along."""
    by_id, out = {i.id: i for i in items}, dict(fixed)
    for id, (there, way) in wanted.items():
        if id in hosts:
            continue
        over = {name for t in ties if t.kind in OVERLAPPING for name in (t.item, *t.objects) if id in (t.item, *t.objects)}
        others = [_at(by_id[name], p) for name, p in out.items() if p.host is None and name in by_id and name not in over]
        others = [o for o in others if o.z < there.z + by_id[id].height and there.z < o.z + o.item.height]
        own = _at(by_id[id], there)
        free = _nearest_free(own, others, way)
        x, y = there.x + free[0] - own.x, there.y + free[1] - own.y
        loaded = {id}
        while more := {name for name, p in out.items() if p.host in loaded} - loaded:
            loaded |= more
        out |= {name: replace(out[name], x=out[name].x + x - there.x, y=out[name].y + y - there.y) for name in loaded - {id}}
        out[id] = replace(there, x=x, y=y)
    return out


def _at(item: Item, p: Placement) -> Body:
    """Where something stands, by the middle of its footprint."""
    x, y = _off_middle(item, p.yaw)
    return Body(item.standing, p.x + x, p.y + y, p.z, p.yaw)


def _off_middle(item: Item, yaw: float) -> tuple[float, float]:
    """From a thing's origin to the middle of its footprint, metres, as it is turned."""
    if item.span is None:
        return 0.0, 0.0
    a, (x, y) = np.radians(yaw), item.span[:2]
    return float(x * np.cos(a) - y * np.sin(a)), float(x * np.sin(a) + y * np.cos(a))


def _from_middle(p: Placement, item: Item) -> Placement:
    x, y = _off_middle(item, p.yaw)
    return replace(p, x=p.x - x, y=p.y - y)


def _nearest_free(body: Body, others: list[Body], way: tuple[float, float], gap: float = 0.004) -> tuple[float, float]:
    """The spot nearest to a body's own where it overlaps none of the others, metres; never one that takes back much of the way it was moved."""
    least = -0.3 * (way[0] ** 2 + way[1] ** 2)
    step = 0.12 * max(body.half_x, body.half_y)
    for ring in range(60):
        turns = np.linspace(0, 2 * np.pi, max(1, 8 * ring), endpoint=False)
        for a in sorted(turns, key=lambda t: (round(abs(np.sin(t)), 6), t)):
            dx, dy = ring * step * np.cos(a), ring * step * np.sin(a)
            x, y = body.x + dx, body.y + dy
            if dx * way[0] + dy * way[1] >= least and not any(overlap(replace(body, x=x, y=y), o, gap) for o in others):
                return float(x), float(y)
    return body.x, body.y


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
    bodies = {i.id: replace(_at(i, fixed[i.id]), reach=load_height(i.id, by_id, hosts)) for i in standing if i.id in fixed}
    total = 0.0
    distance = 4.5 * sum(max(i.half_x, i.half_y) for i in standing) ** 0.75 * scale**0.25 + 3 * scale
    for item in _in_order(order, ties):
        if item.id in fixed:
            continue
        reach = load_height(item.id, by_id, hosts)
        count = 1 if not bodies else PLACES if len(standing) <= FEW else max(30, PLACES * FEW // len(standing))
        candidates = [_at_wall(_candidate(item, bodies, ties, ground, rng, scale, k, reach), ties, ground) for k in range(count)]
        costs = [_cost(c, bodies, ties, ground, distance, scale) + (HARD * outside(c) if outside else 0.0) for c in candidates]
        pick = int(np.argmin(costs))
        bodies[item.id] = candidates[pick]
        total += costs[pick]
    return bodies, total


def _frame_height(bodies: dict[str, Body], ground: Ground) -> float:
    """Height of the least frame of the picture's shape that holds all bodies, metres."""
    wide = max(b.x + b.half_x for b in bodies.values()) - min(b.x - b.half_x for b in bodies.values())
    high = max(b.y + b.half_y for b in bodies.values()) - min(b.y - b.half_y for b in bodies.values())
    return max(wide / ground.aspect, high)


def _gathered(bodies: dict[str, Body], ties: list[Constraint], ground: Ground, fixed: dict[str, Placement]) -> dict[str, Body]:
    """A flat lay drawn together: everything moves towards the middle as far as a gap and the relations let it. Wide frames gather less in x."""
    out = dict(bodies)
    middle_x, middle_y = (float(np.mean([getattr(b, axis) for b in out.values()])) for axis in "xy")
    for _ in range(80):
        for id in sorted(out, key=lambda i: np.hypot(out[i].x - middle_x, out[i].y - middle_y)):
            here = out[id]
            if id in fixed:
                continue
            for dx, dy in ((0.05, 0.08), (0.0, 0.08), (0.05, 0.0), (0.05, -0.03)):
                there = replace(here, x=here.x + (middle_x - here.x) * dx, y=here.y + (middle_y - here.y) * dy)
                if _free(there, out, ties, ground):
                    out[id] = there
                    break
    return out


ROUNDS, SCREENED = 24, 0.2
"""Rounds in which things are drawn together at most; how much of one another may hide then."""
DRAWN_IN = ((0.08, 0.05), (0.08, 0.0), (0.0, 0.05))
"""Of the way to the middle, what a thing moves in a round, across and along."""


def _drawn_in(bodies: dict[str, Body], ties: list[Constraint], ground: Ground, fixed: dict[str, Placement]) -> dict[str, Body]:
    """A group drawn together as far as gaps, relations and sight let it: the lens comes nearer to all of it."""
    kept = set(fixed) | {name for t in ties if t.kind in (*OVERLAPPING, "between", "hanging_from") or t.objects[0] == "wall" for name in (t.item, *t.objects)}
    kept |= {b.item.id for b in bodies.values() if b.item.row or b.item.heap or b.item.corded or b.z}
    if len(bodies) < 3:
        return bodies
    out, middle = dict(bodies), (float(np.mean([b.x for b in bodies.values()])), float(np.mean([b.y for b in bodies.values()])))
    distance = 4.5 * sum(max(b.half_x, b.half_y) for b in bodies.values()) + 1e-3
    for _ in range(ROUNDS if len(bodies) <= FEW else max(2, ROUNDS * FEW**2 // len(bodies) ** 2)):
        moved = False
        for id in sorted(set(out) - kept, key=lambda i: (-float(np.hypot(out[i].x - middle[0], out[i].y - middle[1])), i)):
            here = out[id]
            for across, along in DRAWN_IN:
                there = replace(here, x=here.x + (middle[0] - here.x) * across, y=here.y + (middle[1] - here.y) * along)
                if _free(there, out, ties, ground, was=here) and _in_sight(here, there, out, ground, distance):
                    out[id], moved = there, True
                    break
        if not moved:
            break
    return out


def _in_sight(here: Body, there: Body, bodies: dict[str, Body], ground: Ground, distance: float) -> bool:
    """True where a move hides no more of it, or of another, than may be hidden, or than was."""
    for id, other in bodies.items():
        if id == here.item.id:
            continue
        after = max(hidden(there, other, ground, distance), hidden(other, there, ground, distance))
        if after > SCREENED and after > max(hidden(here, other, ground, distance), hidden(other, here, ground, distance)):
            return False
    return True


def _in_pairs(bodies: dict[str, Body], fixed: dict[str, Placement]) -> dict[str, Body]:
    """The two shoes of a pair stand side by side, pointing the same way, one a little ahead, where there is room."""
    out = dict(bodies)
    for subject in sorted({b.item.subject for b in bodies.values() if Tag.PAIRED in thing(b.item.kind).tags}):
        pair = sorted((b for b in bodies.values() if b.item.subject == subject), key=lambda b: b.item.id)
        if len(pair) != 2 or any(b.item.id in fixed for b in pair):
            continue
        first, second = pair
        yaw = np.radians(first.yaw)
        ahead, aside = 0.3 * first.item.half_x, 2.3 * first.item.half_y
        beside = replace(second, x=first.x + ahead * np.cos(yaw) - aside * np.sin(yaw), y=first.y + ahead * np.sin(yaw) + aside * np.cos(yaw), yaw=first.yaw + 4.0)
        if not any(overlap(beside, o, 0.004) for id, o in out.items() if id not in (first.item.id, second.item.id)):
            out[second.item.id] = beside
    return out


def _as_told(bodies: dict[str, Body], ties: list[Constraint], fixed: dict[str, Placement]) -> dict[str, Body]:
    """ "A green, an amber and a blue bottle" stand in this order from the left: things of one kind change places, where no relation says otherwise."""
    bound = {name for t in ties if any(o in bodies for o in t.objects) for name in (t.item, *t.objects)} | set(fixed)
    out = dict(bodies)
    for kind in sorted({b.item.kind for b in bodies.values()}):
        alike = [b for b in bodies.values() if b.item.kind == kind and b.item.id not in bound]
        told = sorted(alike, key=lambda b: (len(b.item.subject), b.item.subject))
        if len({b.item.subject for b in alike}) != len(alike):
            continue
        moved = {b.item.id: replace(b, x=spot.x, y=spot.y) for b, spot in zip(told, sorted(alike, key=lambda b: b.x), strict=True)}
        tried = out | moved
        if not any(overlap(b, other, 0.04 * min(b.half_x, b.half_y)) for b in moved.values() for id, other in tried.items() if id != b.item.id):
            out = tried
    return out


def _free(body: Body, bodies: dict[str, Body], ties: list[Constraint], ground: Ground, was: Body | None = None) -> bool:
    """True where the body keeps its distance from all others and every relation it stands in holds, or holds as well as where it `was`."""
    for id, other in bodies.items():
        if id != body.item.id and overlap(body, other, 0.16 * min(max(body.half_x, body.half_y), max(other.half_x, other.half_y)) + 0.006):
            return False
    for tie in ties:
        if tie.kind in SIDES and body.item.id in (tie.item, tie.objects[0]) and tie.item in bodies and tie.objects[0] in bodies:
            a = body if tie.item == body.item.id else bodies[tie.item]
            b = body if tie.objects[0] == body.item.id else bodies[tie.objects[0]]
            before = 0.0 if was is None else side(tie.kind, was if a is body else a, was if b is body else b, ground)
            if side(tie.kind, a, b, ground) > before + 1e-9:
                return False
    return True


MIRRORED = {"left_of": "right_of", "right_of": "left_of", "behind": "in_front_of", "in_front_of": "behind", "beside": "beside", "near": "near", "with": "with"}
"""Of one thing to another, what the other is to the first."""


def _mirrored(item: Item, ties: list[Constraint], bodies: dict[str, Body]) -> list[Constraint]:
    """The relations of what stands already to a thing, told of the thing: a crate that a bicycle at the wall is beside is beside the bicycle."""
    return [Constraint(item.id, MIRRORED[t.kind], (t.item,)) for t in ties if item.id in t.objects and t.item in bodies and t.kind in MIRRORED]


def _held_to_wall(ties: list[Constraint]) -> set[str]:
    """What leans on or hangs at the wall: it is there whatever else it is told to be by."""
    return {t.item for t in ties if t.kind in ("leaning_on", "against", "hanging_from", "on") and "wall" in t.objects}


def _in_order(items: list[Item], ties: list[Constraint]) -> list[Item]:
    """Objects of relations before what is placed by them, as far as that goes without circles; what leans on the wall before all that."""
    walled = {t.item for t in ties if t.kind in ("leaning_on", "against") and "wall" in t.objects}
    left, out, done = sorted(items, key=lambda i: i.id not in walled), [], set()
    ids = {i.id for i in items}
    while left:
        free = [i for i in left if i.id in walled or all(o in done or o not in ids or o == i.id for t in ties if t.item == i.id for o in t.objects)]
        chosen = (free or left)[0]
        left.remove(chosen)
        out.append(chosen)
        done.add(chosen.id)
    return out


PEGGED = 0.12
"""Between what stands below and what hangs on the wall above it, as a share of the height of what hangs."""
POST = 0.35
"""Of a post's half width, where its foot ends."""


ASLANT, ROD = 52.0, 1.7
"""Degrees that what is long and lies beside something no longer is turned from across the picture, so that the rest is not small; how long, in widths."""


FOOT = 0.3
"""Metres between a trunk and what is at its foot: the two are seen together."""


def _is_rod(item: Item) -> bool:
    return item.half_x > ROD * max(item.half_y, item.height / 2)


IN_FLAMES = -0.12
"""Of a fire's height, how far above it a pot hangs: its flames reach it."""
FORE = -24.0
"""Degrees off a thing's side, towards the lens."""


def _strung_out(item: Item, near: Body, ties: list[Constraint], tie: Constraint, rng: random.Random) -> tuple[float, float, float]:
    """Where one of several above a thing is from its middle, metres (x, y, z): beside each other over its width; one alone is in the middle."""
    above = {t.item for t in ties if t.kind == "above" and t.objects[0] == tie.objects[0]}
    alike = sorted(id for id in above if id.partition(".")[0] == item.id.partition(".")[0])
    if len(alike) < 2:
        return 0.0, 0.0, 0.0
    half = max(0.85 * near.half_x, 1.25 * len(alike) * item.half_x)
    at = (2 * alike.index(item.id) + 1) / len(alike) - 1
    return half * at, rng.uniform(-0.3, 0.3) * near.half_y, rng.uniform(-0.12, 0.12) * item.height


def _candidate(item: Item, bodies: dict[str, Body], ties: list[Constraint], ground: Ground, rng: random.Random, scale: float, k: int, reach: float) -> Body:
    """A place to try: near what it is related to, or near the group."""
    walled = next((t for t in ties if t.item == item.id and t.kind in ("leaning_on", "against", "hanging_from", "on") and "wall" in t.objects), None)
    yaw = 0.0 if walled else turn(item, rng, ground)
    mine = [t for t in ties if t.item == item.id and t.objects[0] in bodies] or _mirrored(item, ties, bodies)
    mine = [t for t in mine if t.kind == "above"] or mine  # what hangs over something is there, also where it is told to be beside another
    if mine:
        tie = mine[k % len(mine)]
        near = bodies[tie.objects[0]]
        if tie.kind == "between" and len(tie.objects) > 1 and tie.objects[1] in bodies:
            other = bodies[tie.objects[1]]
            x, y = (near.x + other.x) / 2, (near.y + other.y) / 2
            return Body(item, x + rng.gauss(0, 0.05 * scale), y + rng.gauss(0, 0.05 * scale), 0, yaw, reach=reach)
        if tie.kind == "above":
            burns = Tag.COOKED_OVER in thing(near.item.kind).tags and item.height < near.reach
            y = ground.wall_y - item.half_y * 1.05 - 0.01 if walled and ground.wall_y is not None else near.y
            gap = IN_FLAMES * near.reach if burns else 0.35 * (near.reach + item.height) if not walled else PEGGED * item.height
            aside, along, up = _strung_out(item, near, ties, tie, rng)
            return Body(item, near.x + aside, y + (0.0 if walled else along), near.reach + gap + up, yaw, reach=reach)
        if tie.kind == "under" and is_post(near.item, item):
            way = 1 if k % 2 else -1
            apart = near.half_x * POST + max(item.half_x, item.half_y) * (1.05 + 0.5 * rng.random())
            return Body(item, near.x + way * apart, near.y - rng.uniform(0, 0.5) * near.half_y, 0, yaw, reach=reach)
        if tie.kind == "under" and k % 2:  # at the foot of a tree, before its trunk
            aside, before = min(0.5 * near.half_x, max(item.half_x, item.half_y) + FOOT), rng.uniform(0.0, 0.25) * near.half_y
            x, y = near.x + rng.uniform(-1, 1) * aside, near.y - min(item.half_y + FOOT, 0.6 * near.half_y) - before
            return Body(item, x, y, 0, yaw, reach=reach)
        if tie.kind in ("under", "covering"):
            aside = rng.uniform(-0.75, 0.75) if k and any(b.item.subject == item.subject for b in bodies.values()) else rng.gauss(0, 0.1)
            return Body(item, near.x + aside * near.half_x, near.y + rng.gauss(0, 0.15) * near.half_y, 0, yaw, reach=reach)
        if tie.kind in ("leaning_on", "against"):
            x = near.x + rng.uniform(-0.5, 0.5) * near.half_x
            return Body(item, x, near.y - near.half_y - item.half_y * 1.02, 0, 0.0, reach=reach)
        sides = (FORE, 180 - FORE) if item.labelled else (0, 180)
        if lies_along(item, near.item):
            sides = (235, 270, 305) if _is_rod(item) else (*sides, 235, 270, 305)  # what is to be read stands a little before what it is beside
        angle = {"left_of": 180, "right_of": 0, "back_left": 145, "back_right": 35, "behind": 90, "in_front_of": 270}.get(tie.kind, rng.choice(sides) if tie.kind == "beside" else rng.uniform(0, 360))
        a = np.radians(angle + rng.gauss(0, 14))
        if tie.kind in ("left_of", "right_of") and _is_rod(item) and item.half_x > 0.6 * near.half_x:
            yaw += ASLANT if tie.kind == "left_of" else -ASLANT
        if tie.kind == "facing":
            yaw = float(np.degrees(np.arctan2(-np.cos(a), np.sin(a)))) + 180
        return _next_to(near, Body(item, 0.0, 0.0, 0, yaw, reach=reach), a, rng)
    y = ground.wall_y - item.half_y * 1.05 - 0.01 if walled and ground.wall_y is not None else None
    if not bodies:
        return Body(item, 0.0, 0.0 if y is None else y, 0, yaw, reach=reach)
    fellows = [b for b in bodies.values() if _in_one_row(item, b.item)]
    if fellows and y is None:
        return _at_the_end(Body(item, 0.0, 0.0, 0, yaw, reach=reach), fellows, k, rng)
    if k % 2 and y is None and not item.row:
        return _next_to(bodies[rng.choice(sorted(bodies))], Body(item, 0.0, 0.0, 0, yaw, reach=reach), rng.uniform(0, 2 * np.pi), rng)
    widest = max(b.half_x for b in bodies.values())
    centre = float(np.mean([b.x for b in bodies.values()]))
    if k % 4 == 2 and y is None and not ground.overhead and item.half_x > LONG * widest:
        return _behind_all(Body(item, 0.0, 0.0, 0, yaw, reach=reach), bodies, centre, rng)
    spread = sum(b.half_x for b in bodies.values()) + item.half_x + 0.4 * widest
    x = centre + rng.uniform(-1.5, 1.5) * spread
    depth = spread * (1.2 / ground.aspect if ground.overhead else 0.55)
    middle = float(np.mean([b.y for b in bodies.values()]))
    return Body(item, x, middle + rng.uniform(-1, 1) * depth if y is None else y, 0, yaw, reach=reach)


def _at_wall(body: Body, ties: list[Constraint], ground: Ground) -> Body:
    """What hangs or leans on a wall is there, also where it is told to be behind something."""
    if ground.wall_y is None or body.item.id not in _held_to_wall(ties):
        return body
    return replace(body, y=ground.wall_y - body.item.half_y * 1.05 - 0.01, yaw=0.0)


ROW_GAP = 0.05, 0.3
"""Between things of a row, as factors of half the smaller one's width."""


def _in_one_row(one: Item, other: Item) -> bool:
    """True of things of one kind that the words put in a row, each of its own colour or all alike."""
    return one.row and other.row and one.kind == other.kind


ASIDE = 0.25
"""How far from the middle of all others their background stands, by its half width: a spread of chances."""


def _behind_all(own: Body, bodies: dict[str, Body], centre: float, rng: random.Random) -> Body:
    """A body that is many times as wide as the others as their background: a fence behind a bench."""
    rear = max(b.y + b.half_y for b in bodies.values())
    return replace(own, x=centre + rng.gauss(0, ASIDE) * own.half_x, y=rear + own.half_y + (0.05 + rng.random()) * APART * max(b.half_y for b in bodies.values()))


def _at_the_end(own: Body, fellows: list[Body], k: int, rng: random.Random) -> Body:
    """A body at one end of its row, near the last one there, on its line, turned as it is."""
    way = 1 if k % 2 else -1
    last = max(fellows, key=lambda b: way * b.x)
    gap = rng.uniform(*ROW_GAP) * min(own.half_x, last.half_x)
    return replace(own, x=last.x + way * (last.half_x + own.half_x + gap), y=last.y + rng.gauss(0, 0.02) * own.half_y, yaw=last.yaw + rng.gauss(0, 1.5))


APART = 0.8
"""Most that two things which belong together stand apart, as a factor of half the smaller one's length."""


def _next_to(near: Body, own: Body, way: float, rng: random.Random) -> Body:
    """A body beside another, `way` (radians) from it: apart by a gap in proportion to the smaller of the two."""
    gap = rng.random() * APART * min(max(own.half_x, own.half_y), max(near.half_x, near.half_y))
    x, y = (half + other + gap for half, other in ((near.half_x, own.half_x), (near.half_y, own.half_y)))
    spare = 1 + (SPARE - 1) * abs(float(np.sin(2 * way)))
    return replace(own, x=near.x + float(np.cos(way)) * x * spare, y=near.y + float(np.sin(way)) * y * spare)


SPARE = 1.12
"""Of round things that stand aslant of one another: how much further apart than along an axis they stand."""

CRAMPED = 12.0
"""Cost of having no room at all below what the words put over a thing."""


DRAWN = 6.0
"""Cost of a gap as wide as half the smaller thing between two that are told to stand by one another."""


BACKGROUND = 0.3
"""What it counts that a thing hides a part of what is many times as wide, and so is its background: a bench stands before a fence, not past its end."""


PAST_ITS_END = 3.0
"""What it costs to stand half its width past the end of what is many times as wide."""


def _past(a: Body, b: Body) -> float:
    """How far the narrower of two stands past the end of one that is its background, by half the width of that."""
    narrow, wide = sorted((a, b), key=lambda body: body.half_x)
    if wide.half_x <= LONG * narrow.half_x:
        return 0.0
    return max(0.0, abs(a.x - b.x) - (wide.half_x - narrow.half_x)) / wide.half_x


def _gap(a: Body, b: Body) -> float:
    """How far two stand apart, as a factor of half the smaller one's length."""
    apart = max(abs(a.x - b.x) - a.half_x - b.half_x, abs(a.y - b.y) - a.half_y - b.half_y, 0.0)
    return apart / max(min(max(a.half_x, a.half_y), max(b.half_x, b.half_y)), 1e-6)


def _lack(body: Body, over: Body) -> float:
    """How much of the height of a thing has no room below another where it stands, 0 to 1."""
    at, there = Placement(over.item.id, over.x, over.y, 0.0, over.yaw), Placement(body.item.id, body.x, body.y, 0.0, body.yaw)
    room = clearance(over.item, at, body.item, there)
    return float(np.clip(1 - room / (ROOM * max(body.reach, 1e-6)), 0.0, 1.0))


def _cost(body: Body, bodies: dict[str, Body], ties: list[Constraint], ground: Ground, distance: float, scale: float) -> float:
    cost = 0.0
    loose = {t.objects[0] for t in ties if t.item == body.item.id and t.kind in ("under", "above", "covering")}
    loose |= {t.item for t in ties if body.item.id in t.objects and t.kind in ("under", "above", "covering")}
    tied = {name for t in ties for name in (t.item, *t.objects) if body.item.id in (t.item, *t.objects)}
    for id, other in bodies.items():
        small = min(max(body.half_x, body.half_y), max(other.half_x, other.half_y))
        siblings = other.item.subject == body.item.subject or _in_one_row(body.item, other.item)
        if id not in loose:
            cut = overlap(body, other, (0.1 if siblings or ground.overhead else 0.22) * small)
            cost += HARD * (cut > 0) + HARD * cut / max(small, 1e-6)
            if not ground.overhead:
                for back, front in ((body, other), (other, body)):
                    share = hidden(back, front, ground, distance) * (BACKGROUND if back.half_x > LONG * front.half_x else 1.0)
                    cost += (4 if siblings and share < 0.25 else 30) * share + (300 * (share - 0.3) if share > 0.3 else 0)
        pull = float(np.hypot(body.x - other.x, (body.y - other.y) * (1 if ground.overhead else 1.3))) / max(scale, 1e-6)
        if not ground.overhead and id not in loose | tied:
            cost += PAST_ITS_END * _past(body, other)
        cost += (2.6 if siblings else 1.0) * (2.5 if ground.overhead else 1.0) * pull / len(bodies)
        if siblings and body.item.row:
            cost += 40 * abs(body.y - other.y) / body.half_y
        elif siblings:  # a row dressed like soldiers looks staged
            cost += 3.0 * max(0.0, 1 - abs(body.y - other.y) / (0.9 * body.half_y)) / len(bodies)
    for tie in ties:
        if tie.kind == "under" and tie.item == body.item.id and tie.objects[0] in bodies:
            cost += CRAMPED * _lack(body, bodies[tie.objects[0]])
        if tie.kind in SIDES:
            for mine, theirs in ((tie.item, tie.objects[0]), (tie.objects[0], tie.item)):
                if mine == body.item.id and theirs in bodies:
                    a, b = (body, bodies[theirs]) if mine == tie.item else (bodies[theirs], body)
                    off = side(tie.kind, a, b, ground)
                    cost += HARD * (off > 1e-9) + HARD * off / max(scale, 1e-6) + DRAWN * _gap(a, b)
    out = max(0.0, abs(body.x) + body.half_x - ground.half_x) + max(0.0, ground.front_y - (body.y - body.half_y)) + max(0.0, body.y + body.half_y - (ground.wall_y if ground.wall_y is not None else ground.back_y))
    return cost + 0.5 * HARD * out / max(scale, 1e-6)


LEANT = {"side": 7.0, "back": 11.0}
"""Degrees that things lean on what is as high as they are."""
PROPPED = 17.0
"""The same on what is lower: a slant that is seen as one."""


def _stand(body: Body, ground: Ground, ties: list[Constraint], bodies: dict[str, Body]) -> Placement:
    """A body on the ground or wall as a placement, leaning where it is asked to."""
    item = body.item
    tie = next((t for t in ties if t.item == item.id and t.kind in ("leaning_on", "against")), None)
    lean, touch = 0.0, item.height * 0.92
    if tie and tie.kind == "leaning_on":
        lean = LEANT.get(item.lean or "", 0.0)
        prop = bodies.get(tie.objects[0])
        if lean and prop is not None and prop.item.height < touch:
            lean, touch = max(lean, PROPPED), prop.item.height / np.cos(np.radians(PROPPED))
    up = next((t for t in ties if t.item == item.id and t.kind in ("on", "hanging_from") and "wall" in t.objects), None)
    z = body.z if up is None or body.z else max(0.9, 1.5 - item.height / 2) if item.mount is None else item.mount
    if any(t.item == item.id and (t.kind == "above" and t.objects[0] in ("ground", "water") or t.kind == "hanging_from" and t.objects[0] in ("ceiling", "sky")) for t in ties):
        z = max(HEAD_ROOM if ground.lamps > OVER_TABLE else OVER_TABLE, 1.2 * item.height) if Tag.FROM_CEILING not in thing(item.kind).tags else ground.lamps
    elif Tag.FROM_CEILING in thing(item.kind).tags and body.z == 0:
        z = ground.lamps
    elif ground.water:
        z -= item.draft
    elif ground.soft and thing(item.kind).buried:
        z -= thing(item.kind).buried * item.height
    # Tilting by `lean` about x moves the top towards the wall; the foot steps forward so that it just touches at its top, or at the edge of what is lower.
    y = body.y - np.sin(np.radians(lean)) * touch
    at = Placement(item.id, body.x, float(y), z, body.yaw, tilt_x=-lean)
    prop = bodies.get(tie.objects[0]) if tie and lean else None
    return at if prop is None else leant(item, at, prop.item, _from_middle(Placement(prop.item.id, prop.x, prop.y, prop.z, prop.yaw), prop.item))


def extent(items: list[Item], placed: list[Placement]) -> float:
    """Radius of the circle about the origin that holds all placements, metres."""
    by_id = {i.id: i for i in items}
    return max([float(np.hypot(p.x, p.y)) + by_id[p.item].radius for p in placed], default=0.0)


__all__ = ["arrange", "extent"]
