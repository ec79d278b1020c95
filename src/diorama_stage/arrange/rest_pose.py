# SPDX-License-Identifier: GPL-3.0-or-later
"""Coming to rest: things laid on a support or into a vessel one by one, each where it touches and cuts into nothing, side by side or on one another.

A thing lies at rest where its middle can sink no further by a small shift or tilt. Everything is felt by points on the one side and heights on the other.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.arrange.data import Ground, Item, Placement
from diorama_stage.arrange.form import felt, stood, turned
from diorama_stage.arrange.score import Body, hidden, overlap
from diorama_stage.arrange.terrain import Area, Terrain

RUNS = 3
"""Whole fillings that are tried; the one that shows most of each is kept."""
ENOUGH = {False: 0.45, True: 0.25}
"""Share of each that should be seen, on a support and in a vessel."""
STANDING, LYING = 14.0, 30.0
"""Most degrees that things tilt: those that stand, those that lie."""
NEARLY = 0.18
"""Share of its turn that a thing keeps where it would reach over an edge."""
SLENDER, ENDWISE = 3.0, 8.0
"""From how many times as long as broad a thing is named by its length, and what it costs that its end is turned to the lens."""
WIDE, CROWDED = 0.25, 0.6
"""Shares of a support's width: from which a thing is wide, and from which wide things have to share it out."""
BROAD, CENTRED, OVER = 0.6, 0.35, 60.0
"""Of a support's half width, from which half a thing's length on it is broad; how far out the middle of a broad one sinks; what it costs that a
smaller one that stands hangs over the edge wholly."""
Cost = Callable[[Body, list[Body]], float]


@dataclass
class Rest:
    """A thing where it came to rest."""

    item: Item
    place: Placement
    rise: float
    """How much higher it lies than the bare support, metres."""


def settle(
    group: list[Item], terrain: Terrain, area: Area, there: list[tuple[Item, Placement]], turn: Callable[[Item], float], ground: Ground, seed: str, **how
) -> list[Placement]:  # fmt: skip
    """`laid_out`, without its cost."""
    return laid_out(group, terrain, area, there, turn, ground, seed, **how)[0]


def laid_out(
    group: list[Item], terrain: Terrain, area: Area, there: list[tuple[Item, Placement]], turn: Callable[[Item], float], ground: Ground, seed: str, *,
    vessel: bool = False, extra: Cost | None = None,
) -> tuple[list[Placement], float]:  # fmt: skip
    """A place for each of a group, in its order, and what the dearest of them costs: from `POOR` on, there was no good one for it.

    `there`: what lies there already. `extra`: what else a place costs, told the body and all others on the support.
    """
    best, least, dearest = None, float("inf"), 0.0
    bare = terrain.copy()
    for item, place in there:
        terrain.lay(stood(item, place))
    order = sorted(group, key=lambda i: (-i.half_x * i.half_y, i.id))
    for run in range(RUNS if len(group) + len(there) > 1 else 1):
        rng = random.Random(f"{seed}:{run}")
        ground_now, rests, cost, worst = terrain.copy(), [], 0.0, 0.0
        bodies = [Body(item, p.x, p.y, p.z, p.yaw) for item, p in there]
        lanes = {} if vessel or there or extra is not None else _lanes(order, area, rng)
        for item in order:
            back = not vessel and not ground.overhead and _screens(item, [*order, *(i for i, _ in there)])
            alone, lane = len(group) + len(there) == 1, lanes.get(item.id)
            rest, c = _place(item, ground_now, bare, area, bodies, turn, ground, rng, vessel, extra, alone, lane, back=back)
            rests.append(rest)
            bodies.append(Body(item, rest.place.x, rest.place.y, rest.place.z, rest.place.yaw))
            ground_now.lay(stood(item, rest.place))
            cost, worst = cost + c, max(worst, c)
        shares = seen([*there, *((r.item, r.place) for r in rests)], ground)
        cost += sum(60 * max(ENOUGH[vessel] - s, 0) + (400 if s < 0.12 else 0) for s in shares)
        if cost < least:
            best, least, dearest = {r.item.id: r.place for r in rests}, cost, worst
    return [best[i.id] for i in group], dearest


def _screens(item: Item, all_: list[Item]) -> bool:
    """True of what stands so high among what is told to be there that something flat before it is seen, and behind it is not."""
    return _faced(item) and any(item.height > SCREEN * o.height and max(o.half_x, o.half_y) > 0.5 * max(item.half_x, item.half_y) for o in all_)


def _lanes(order: list[Item], area: Area, rng: random.Random) -> dict[str, float]:
    """Where along the support wide things stand that only just fit on it side by side: laid one by one, the first would take the middle and leave no room for the next."""
    wide = [i for i in order if i.half_x > WIDE * area.half_x]
    taken = sum(2 * i.half_x for i in wide)
    if len(wide) < 2 or area.round or not CROWDED < taken / (2 * area.half_x) <= 1.1:
        return {}
    gap, x, out = max(2 * area.half_x - taken, 0.0) / len(wide), -min(area.half_x, taken / 2 + 0.5 * max(2 * area.half_x - taken, 0.0)), {}
    for item in rng.sample(wide, len(wide)):
        x += gap / 2 + item.half_x
        out[item.id] = x / area.half_x
        x += gap / 2 + item.half_x
    return out


def _place(item, terrain, bare, area, bodies, turn, ground, rng, vessel, extra, alone, lane=None, *, back=False) -> tuple[Rest, float]:
    """The best of many places for one more thing, and what it costs. `lane`: how far along the support it is to stand, -1 to 1; `back`: behind all else."""
    points, found, alive = felt(item), [], thing(item.kind).category == "animal"
    small = 0.5 * min(1.0, max(item.half_x, item.half_y) / max(min(area.half_x, area.half_y), 1e-6))
    reach = 0.22 if alone and not vessel else 1 - 0.7 * small
    tries = 12 if alone else TRIES
    for k in range(tries if vessel or alone else 2 * tries):
        if k == tries and min((cost for cost, _ in found), default=POOR) < POOR:
            break  # what has a good place needs no further ones
        u, v = (0.0, 0.0) if k == 0 and not vessel else (rng.uniform(-1, 1) * reach, rng.uniform(-1, 1) * reach)
        if lane is not None:
            u = lane + 0.05 * u
        x, y = area.point(u, v)
        yaw = rng.uniform(0, 360) if vessel and not alive or k % 3 == 2 and bodies and not _faced(item) else turn(item)
        if not vessel and not ground.overhead and _endwise(item, yaw):
            yaw += 90
        if not vessel and _juts(item, yaw, area):
            yaw = _squared(yaw, area)
        if not vessel:
            yaw = _along(item, yaw, area)
        if not vessel and alone:
            x, y = _well_on(item, yaw, area, x, y)
        z = terrain.drop(turned(item, points, yaw, 0, 0) + (x, y, 0))
        if np.isfinite(z):
            cost, rest = _weighed(item, Placement(item.id, x, y, z, yaw), points, terrain, bare, area, bodies, ground, vessel, extra)
            found.append((cost + BACK * back * (area.y - y) / max(area.half_x, area.half_y), rest))
    if not found:  # nothing below it: on top of all
        x, y = area.x, area.y
        z = max(area.z, max((b.z + b.item.height for b in bodies), default=area.z))
        return Rest(item, Placement(item.id, x, y, z, turn(item)), z - area.z), POOR
    found.sort(key=lambda f: f[0])
    settled = []
    for cost, rest in found[:4]:
        if vessel or _uneven(rest, points, terrain, area):
            place = _sink(item, rest.place, points, terrain, area, vessel)
            cost, rest = _weighed(item, place, points, terrain, bare, area, bodies, ground, vessel, extra)
        settled.append((cost, rest))
    cost, rest = min(settled, key=lambda f: f[0])
    return rest, cost


def _juts(item: Item, yaw: float, area: Area) -> bool:
    """True where a thing that square to its support lies on it would reach over the edge as it is turned: a suitcase across a bench."""
    c, s = abs(np.cos(np.radians(yaw - area.yaw))), abs(np.sin(np.radians(yaw - area.yaw)))
    return not area.round and item.half_y <= area.half_y < s * item.half_x + c * item.half_y


def _reach_on(item: Item, yaw: float, area: Area) -> tuple[float, float]:
    """Half lengths of a thing along and across its support, as it is turned, metres."""
    if item.round:
        return item.half_x, item.half_x
    c, s = abs(np.cos(np.radians(yaw - area.yaw))), abs(np.sin(np.radians(yaw - area.yaw)))
    return c * item.half_x + s * item.half_y, s * item.half_x + c * item.half_y


def _along(item: Item, yaw: float, area: Area) -> float:
    """How a thing lies on its support that would reach past its edges as it is turned, and along it less: who lies on a couch; else as it is turned."""
    if area.round or item.round or _faced(item) or item.labelled:
        return yaw
    lengthwise = area.yaw + 90 * ((item.half_x < item.half_y) != (area.half_x < area.half_y))
    off = (yaw - lengthwise + 90) % 180 - 90
    there = yaw - off * (1 - NEARLY)
    return there if _past(item, there, area) < _past(item, yaw, area) - ACROSS * item.radius else yaw


def _past(item: Item, yaw: float, area: Area) -> float:
    """How far a thing in the middle of its support reaches past its edges, metres."""
    return sum(max(reach - half, 0.0) for reach, half in zip(_reach_on(item, yaw, area), (area.half_x, area.half_y), strict=True))


def _well_on(item: Item, yaw: float, area: Area, x: float, y: float) -> tuple[float, float]:
    """A place on a support nearer its middle, so far that what is about as long as it is lies on it with all its length."""
    if area.round or _faced(item):
        return x, y
    a = np.radians(area.yaw)
    along, across = ((x - area.x) * np.cos(a) + (y - area.y) * np.sin(a), (y - area.y) * np.cos(a) - (x - area.x) * np.sin(a))
    reach_x, reach_y = _reach_on(item, yaw, area)
    most_x, most_y = max(area.half_x - reach_x, 0.0), max(area.half_y - reach_y, 0.0)
    along, across = float(np.clip(along, -most_x, most_x)), float(np.clip(across, -most_y, most_y))
    if Tag.HUMAN in thing(item.kind).tags and reach_y > max(reach_x, area.half_y):
        across = reach_y - area.half_y  # on a bed: the feet at its foot, the head on its pillow
    return float(area.x + along * np.cos(a) - across * np.sin(a)), float(area.y + along * np.sin(a) + across * np.cos(a))


ACROSS = 0.2
"""Of its radius, how much less a thing has to reach past the edges of its support to be turned along it."""


def _squared(yaw: float, area: Area) -> float:
    """Nearly square to the support, on the side it was turned to."""
    off = (yaw - area.yaw + 90) % 180 - 90
    return yaw - off * (1 - NEARLY)


def _faced(item: Item) -> bool:
    """What stands (or shows a face) keeps its turn to the camera."""
    return item.height > 1.1 * max(item.half_x, item.half_y)


def _weighed(item, place, points, terrain, bare, area, bodies, ground, vessel, extra) -> tuple[float, Rest]:
    """What a place costs: lying high, hanging over, hiding or hidden, off the middle."""
    here = turned(item, points, place.yaw, place.tilt_x, place.tilt_y) + (place.x, place.y, place.z)
    rise = max(place.z - area.z, 0.0)
    size = max(min(2 * item.half_x, 2 * item.half_y, item.height), 1e-4)
    if vessel:
        return place.z / size + 0.1 * float(area.within(place.x, place.y)), Rest(item, place, rise)
    floor = bare.under(here)
    over = here[~np.isfinite(floor)]  # hangs over the edge
    borne = -float((floor - here[:, 2]).max()) > ON_ANOTHER * size  # by something else than the support
    small = max(item.half_x, item.half_y) < BROAD * min(area.half_x, area.half_y)
    cost = (60 if _faced(item) else 14) * min(rise / size, 3.0) + (OVER if small and _faced(item) else 10) * len(over) / len(here)
    cost += 40 * max(0.0, float(area.within(place.x, place.y)) - 0.9)
    cost += 0.4 * float(area.within(place.x, place.y))
    body = Body(item, place.x, place.y, place.z, place.yaw)
    if not ground.overhead:
        cost += ENDWISE * _endwise(item, place.yaw)
    for other in bodies:
        gap = 0.12 * min(max(body.half_x, body.half_y), max(other.half_x, other.half_y))
        cost += 2.0 * (overlap(body, other, gap) > 0)
        if _faced(item) or _faced(other.item):  # a teapot stands beside the plate of biscuits, not on it
            cost += UPON * min(overlap(body, other, 0.0) / max(min(body.half_x, other.half_x), 1e-6), 1.0)
        elif borne and other.item.subject != item.subject and overlap(body, other, 0.0) > 0:  # nor a knife across the keys
            cost += UPON
        if item.row and other.item.subject == item.subject:
            cost += 20 * abs(body.y - other.y) / max(body.half_y, 1e-6)
        for back, front in ((body, other), (other, body)):
            cost += 14 * hidden(back, front, ground, 20 * max(area.half_x, area.half_y))
        cost += 1.2 * float(np.hypot(body.x - other.x, body.y - other.y)) / max(area.half_x, area.half_y) / len(bodies)
    if extra is not None:
        cost += extra(body, bodies)
    return cost, Rest(item, place, rise)


TRIES, POOR = 44, 40.0
"""Places that are tried for each, and as many again while the best of them costs more."""
SCREEN, BACK = 2.5, 8.0
"""From how many times as high as another of some breadth a thing is set at the back, and what half a support's length nearer the lens costs it."""
UPON = 40.0
"""Cost of standing wholly on what is on the same support, and of lying on something of another kind there."""
ON_ANOTHER = 0.05
"""Of a thing's least length, how high it is over the bare support where something else bears it."""


def _endwise(item: Item, yaw: float) -> float:
    """How far a slender thing that lies turns its end to the lens, 0 to 1: a knife seen along its blade is a hook."""
    if max(item.half_x, item.half_y) < SLENDER * max(min(item.half_x, item.half_y), item.height / 2):
        return 0.0
    along = yaw + (90 if item.half_y > item.half_x else 0)
    return max(abs(np.sin(np.radians(along))) - 0.5, 0.0) * 2


def _uneven(rest: Rest, points: np.ndarray, terrain: Terrain, area: Area) -> bool:
    """True where a thing stands on less than a level ground."""
    p = rest.place
    here = turned(rest.item, points, p.yaw, 0, 0) + (p.x, p.y, p.z)
    low = here[here[:, 2] <= here[:, 2].min() + 0.02 * rest.item.height + 1e-6]
    gaps = low[:, 2] - terrain.under(low)
    return float(np.median(gaps)) > max(0.002, 0.03 * rest.item.height)


def _sink(item: Item, place: Placement, points: np.ndarray, terrain: Terrain, area: Area, vessel: bool) -> Placement:
    """Let a thing sink by small shifts and tilts until none lowers its middle."""
    most = 180.0 if item.rolls else 0.0 if thing(item.kind).category == "building" else STANDING if _faced(item) else LYING  # a house stands plumb
    size = max(item.half_x, item.half_y)
    edge = 0.98 if vessel else 1.0 if size < BROAD * min(area.half_x, area.half_y) else CENTRED
    points = np.concatenate([points, [(0, 0, item.height / 2)]])
    tilted: dict[tuple[float, float], np.ndarray] = {}  # shifts leave the tilt as it is

    def height(x, y, a, b):
        here = tilted.get((a, b))
        if here is None:
            here = tilted[a, b] = turned(item, points, place.yaw, a, b)
        z = terrain.drop(here[:-1] + (x, y, 0))
        return z, z + float(here[-1, 2])

    at = [place.x, place.y, place.tilt_x, place.tilt_y]
    z, least = height(*at)
    shift, tilt = 0.3 * size, 10.0
    for _ in range(9):
        moved = False
        for axis, step in ((0, shift), (0, -shift), (1, shift), (1, -shift), (2, tilt), (2, -tilt), (3, tilt), (3, -tilt)):
            if axis > 1 and item.rolls and item.half_x == item.half_y:
                continue
            there = list(at)
            there[axis] += step
            if max(abs(there[2]), abs(there[3])) > most:
                continue
            out = area.out(there[0], there[1])
            if out > edge and out > area.out(at[0], at[1]):
                continue
            new_z, new = height(*there)
            if np.isfinite(new) and new < least - 1e-5:
                at, z, least, moved = there, new_z, new, True
        if not moved:
            shift, tilt = shift / 2, tilt / 2
    return replace(place, x=float(at[0]), y=float(at[1]), z=float(z), tilt_x=float(at[2]), tilt_y=float(at[3]))


def seen(all_: list[tuple[Item, Placement]], ground: Ground, cells: int = 72) -> list[float]:
    """Share of each that the others leave to be seen from the camera's side, by points on a coarse picture."""
    if len(all_) < 2:
        return [1.0] * len(all_)
    t = np.radians(max(ground.tilt, 12.0))
    clouds = []
    for item, p in all_:
        w = stood(item, p)
        clouds.append(np.stack([w[:, 0], w[:, 2] * np.cos(t) + w[:, 1] * np.sin(t), w[:, 1] * np.cos(t) - w[:, 2] * np.sin(t)], axis=1))
    low = np.min([c.min(axis=0) for c in clouds], axis=0)
    span = max(float((np.max([c.max(axis=0) for c in clouds], axis=0) - low)[:2].max()), 1e-6)
    near = np.full((cells + 1) ** 2, np.inf)
    mine = []
    for c in clouds:
        at = np.floor((c[:, :2] - low[:2]) / span * cells).astype(int)
        index = at[:, 0] * (cells + 1) + at[:, 1]
        depth = np.full((cells + 1) ** 2, np.inf)
        np.minimum.at(depth, index, c[:, 2])
        near = np.minimum(near, depth)
        mine.append(depth)
    return [float((d[np.isfinite(d)] <= near[np.isfinite(d)] + 1e-9).mean()) for d in mine]
