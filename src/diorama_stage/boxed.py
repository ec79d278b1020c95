# SPDX-License-Identifier: GPL-3.0-or-later
"""Subjects that are told to be in a box of the frame: where they stand, and from how far off all is seen, so that each is within its own.

placements + shot ──loads──▶ what moves with which box ──at a distance──▶ each load slid over what it stands on (what hangs: across its wall) until it is
seen in the middle of its box ──bisection──▶ the least distance at which each has room in its box
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from diorama_stage import layout, lens
from diorama_stage.actors import Actor
from diorama_stage.arrange import Constraint, Item, Placement
from diorama_stage.scene_view import Scene

NEAREST, FARTHEST = 0.35, 2.6
"""Depths at which a box may bring a thing, in multiples of the camera's distance: nearer it would loom, farther nobody could name it."""
ROUNDS, STEP = 14, 0.8
"""A thing is slid so often to where the middle of its box is, and each time so much of the way: nearer it is seen larger, and its middle moves."""
FARTHER, REACH = (1.0, 1.12, 1.25, 1.4, 1.6, 1.9, 2.3), 0.01
"""How much farther off the camera goes, where something as large as its box is not seen in the middle of it; how far out is no matter, in half frames."""
HUNG = 0.02
"""Metres above the ground from which on what rests on nothing hangs."""
AWAY, HIDDEN, CUT = 0.3, 6.0, 12.0
"""What it costs to stand aside of the frame's middle, to hide another or be hidden, and to stand where another is."""
FREE, ACROSS = 0.3, (-1.0, -0.66, -0.33, 0.0, 0.33, 0.66, 1.0)
"""Up to what cost a place in a kept view is free; and where else in its box something is tried, shares of the room that it has there."""
WHOLE = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Load:
    """What moves as one: items, the outermost points (world, (n, 3)) that are to lie in the box, and the box (left, low, right, high; the frame is -1 to 1)."""

    mover: str
    items: frozenset[str]
    points: np.ndarray
    box: tuple[float, float, float, float]
    hung: bool
    top: tuple[np.ndarray, np.ndarray] | None = None
    """Low and high corner (x, y) of how far it may move on what bears it and other things, too; None: it stands free."""
    root: str = ""
    """What bears it, and other things, at the foot of its pile."""
    floor: tuple[np.ndarray, np.ndarray] | None = None
    """Low and high corner (x, y) of how far it may move over the ground; None: as far as it is seen."""


def boxes(scene: Scene) -> dict[str, tuple[float, float, float, float]]:
    """The box of each subject that has one: left, top, right, bottom as shares of the frame."""
    return {s["id"]: (w[0], w[1], w[2], w[3]) for s in scene["subjects"] if (w := s.get("within")) is not None}


def together(scene: Scene, actors: list[Actor], asked: list[Constraint]) -> list[Constraint]:
    """The ties, and one more for what shares a box: it stands together."""
    told, tied = boxes(scene), {(t.item, o) for t in asked for o in t.objects}
    more = []
    for box in dict.fromkeys(told.values()):
        ids = [a.id for a in actors if told.get(a.subject) == box]
        more += [Constraint(b, "near", (a,)) for a, b in zip(ids, ids[1:], strict=False) if not {(a, b), (b, a)} & tied]
    return [*asked, *more]


def boxed(
    scene: Scene, actors: list[Actor], placements: list[Placement], asked: list[Constraint], shot: lens.Shot, held: set[str], camera_low: float = -np.inf,
    ground: tuple[float, float, float, float] | None = None,
) -> tuple[list[Placement], lens.Shot] | None:  # fmt: skip
    """Places and a shot in which each subject is seen in its box, as far as that can be; None where no box is told of what is not `held` in its place.

    A viewpoint that was kept stays, and so does what was built for it: things stay on its `ground` (low x and y, high x and y).
    """
    told = {id: box for id, box in boxes(scene).items() if any(a.subject == id and a.id not in held for a in actors)}
    if not told:
        return None
    kept = (scene.get("layout") or {}).get("viewpoint") is not None
    loads, loose = _loads(actors, placements, asked, told, held)
    fill = lens.FILL[scene["camera"]["framing"]]
    if not kept:
        shot = _far_enough(replace(shot, shift_x=0.0, shift_y=0.0), [*loads, *loose], fill, camera_low)
    bearing = _bearing(shot, loads)
    loads = [_grounded(load, ground) if kept and ground else load for load in loads]
    moves = _moves(shot, loads, bearing, _standing(actors, placements, loads) if kept else [])
    moves |= _beside(shot, loose, [(load, moves[load.mover]) for load in loads]) if not kept else {}
    there = {p.item: p for p in placements}
    by = {id: move for root, move in bearing.items() for id in there if root in _pile(id, there)}
    by |= {id: moves[load.mover] for load in (*loose, *loads) for id in load.items if load.mover in moves}  # of a load on a load, its own move
    return layout.rounded([replace(p, x=p.x + m[0], y=p.y + m[1], z=p.z + m[2]) if (m := by.get(p.item)) is not None else p for p in placements]), shot


def beyond(box: Sequence[float], seen: Sequence[float]) -> float:
    """How far what is seen (left, top, right, bottom) reaches out of its box, a share of the frame."""
    return max(box[0] - seen[0], box[1] - seen[1], seen[2] - box[2], seen[3] - box[3], 0.0)


def _framed(box: Sequence[float]) -> tuple[float, float, float, float]:
    return 2 * box[0] - 1, 1 - 2 * box[3], 2 * box[2] - 1, 1 - 2 * box[1]


# ── what moves ──


def _loads(actors: list[Actor], placements: list[Placement], asked: list[Constraint], told: dict, held: set[str]) -> tuple[list[Load], list[Load]]:
    """What is moved into boxes, hosts before what is on them; and what stands free of all that, which has the whole frame."""
    there = {p.item: p for p in placements}
    of = {a.id: a for a in actors}
    above = {id: _pile(id, there) for id in there}
    mine = {box: [a.id for a in actors if told.get(a.subject) == box and a.id not in held] for box in dict.fromkeys(told.values())}
    movers = {box: _mover(ids, above, [i for other, more in mine.items() if other != box for i in more]) for box, ids in mine.items()}
    taken = {id for ones in movers.values() for m in ones for id in above if m in above[id]}
    roots = [id for id, p in there.items() if p.host not in there and not of[id].item.implied]
    free = [id for id in roots if id not in taken and id not in held and not _bears(id, above, taken)]
    led = {id: box for id in free if (box := _tied(id, above, asked, movers)) is not None}
    loads = []
    for box, ones in movers.items():
        feet = {*ones, *(id for id, its in led.items() if its == box)}
        items = frozenset(id for id in above if feet & set(above[id]))
        points = np.concatenate([of[id].outline() for id in mine[box]])
        lead = sorted(ones, key=lambda id: len(above[id]))[0]
        loads.append(Load(lead, items, points, _framed(box), there[lead].host is None and there[lead].z > HUNG, _top(lead, there, of), above[lead][-1]))
    loads.sort(key=lambda load: len(above[load.mover]))
    loose = [
        Load(id, items, np.concatenate([of[i].outline() for i in sorted(items)]), _framed(WHOLE), there[id].z > HUNG)
        for id in free if id not in led for items in (frozenset(i for i in above if id in above[i]),)
    ]  # fmt: skip
    return loads, loose


def _pile(id: str, there: dict[str, Placement]) -> list[str]:
    """An item, what it rests on, what that rests on …"""
    pile = [id]
    while (host := there[pile[-1]].host) in there:
        pile.append(host)
    return pile


def _mover(ids: Iterable[str], above: dict[str, list[str]], others: list[str]) -> set[str]:
    """What is moved to move these: as far down their piles as nothing of another box stands there too."""
    shared = {host for id in others for host in above[id]}
    return {next((host for host in reversed(above[id]) if host not in shared), id) for id in ids}


def _bears(id: str, above: dict[str, list[str]], taken: set[str]) -> bool:
    return any(id in above[one] for one in taken)


def _tied(id: str, above: dict[str, list[str]], asked: list[Constraint], movers: dict) -> tuple | None:
    """The box of what a free thing is told to stand by: it comes along."""
    of = {i: box for box, ones in movers.items() for i, pile in above.items() if ones & set(pile)}
    own = {i for i, pile in above.items() if id in pile}
    for t in asked:
        ends = (t.item, *t.objects)
        if own & set(ends) and (found := next((of[e] for e in ends if e in of), None)) is not None:
            return found
    return None


def _top(id: str, there: dict[str, Placement], of: dict[str, Actor]) -> tuple[np.ndarray, np.ndarray] | None:
    """How far something may move on a host that stays, metres along x and y of the world: while its middle is over the host."""
    host = there[id].host
    if host not in there:
        return None
    item: Item = of[host].item
    turn = abs(float(np.sin(np.radians(there[host].yaw))))
    half = (item.half_x, item.half_y) if turn < 0.2 else (item.half_y, item.half_x) if turn > 0.98 else (min(item.half_x, item.half_y),) * 2
    reach = np.maximum(np.array(half) - max(of[id].item.half_x, of[id].item.half_y), 0.0)
    away = np.array([there[id].x - there[host].x, there[id].y - there[host].y])
    return -reach - away, reach - away


# ── where it goes ──


def _at(shot: lens.Shot, distance: float, low: float) -> lens.Shot:
    """The shot from another distance, looking the same way, from no lower than `low`."""
    eye = np.asarray(shot.target) - shot.forward * distance
    return replace(shot, eye=(eye[0], eye[1], max(eye[2], low)))


def _far_enough(shot: lens.Shot, loads: list[Load], fill: float, low: float) -> lens.Shot:
    """From the least distance at which each load has room in its box, wherever that is, by bisection."""
    begin = float(np.linalg.norm(np.subtract(shot.target, shot.eye)))
    near, far = begin * 0.3, begin * 30
    for _ in range(24):
        middle = (near * far) ** 0.5
        here = _at(shot, middle, low)
        near, far = (near, middle) if _room(here, loads, fill) else (middle, far)
    tries = [_at(shot, far * more, low) for more in FARTHER]
    return next((one for one in tries if _over(one, loads) <= REACH), min(tries, key=lambda one: _over(one, loads)))


def _over(shot: lens.Shot, loads: list[Load]) -> float:
    """How far the worst load reaches out of its box, in half frames."""
    worst = 0.0
    for load in loads:
        low, high = _seen(shot, load.points + _slid(shot, replace(load, top=None)))
        worst = max(worst, load.box[0] - low[0], load.box[1] - low[1], high[0] - load.box[2], high[1] - load.box[3])
    return worst


def _room(shot: lens.Shot, loads: list[Load], fill: float) -> bool:
    for load, move in ((load, _slid(shot, replace(load, top=None))) for load in loads):
        low, high = _seen(shot, load.points + move)
        left, down, right, up = load.box
        if high[0] - low[0] > fill * (right - left) or high[1] - low[1] > fill * (up - down):
            return False
    return True


def _seen(shot: lens.Shot, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Low and high corner of what is seen of points, the frame being -1 to 1; far outside it of what is not before the lens."""
    seen = shot.project(points)
    if seen[:, 2].min() <= 0.02:
        return np.full(2, -9.0), np.full(2, 9.0)
    return seen[:, :2].min(axis=0), seen[:, :2].max(axis=0)


def _bearing(shot: lens.Shot, loads: list[Load]) -> dict[str, np.ndarray]:
    """How what bears several loads moves, metres: as they would on the average."""
    borne = [load for load in loads if load.top is not None]
    own = {load.mover for load in loads if load.top is None}
    ways = {root: [_slid(shot, replace(load, top=None)) for load in borne if load.root == root] for root in {load.root for load in borne} - own}
    return {root: np.mean(each, axis=0) * (1, 1, 0) for root, each in ways.items()}


def _moves(shot: lens.Shot, loads: list[Load], bearing: dict[str, np.ndarray], standing: Sequence[np.ndarray] = ()) -> dict[str, np.ndarray]:
    """How each load moves, metres; what stands on one comes along, and goes on from there. `standing`: points of what stays, which it keeps clear of."""
    moves: dict[str, np.ndarray] = {}
    for load in loads:
        along = next((moves[other.mover] for other in reversed(loads) if other is not load and load.mover in other.items and other.mover in moves), None)
        along = bearing.get(load.root, np.zeros(3)) if along is None else along
        moved = replace(load, points=load.points + along)
        moves[load.mover] = along + _clear(shot, moved, _slid(shot, moved), standing)
    return moves


def _grounded(load: Load, ground: Sequence[float]) -> Load:
    """The load, held to the ground that was built: nothing hangs over a table's edge."""
    if load.hung or load.top is not None:
        return load
    low, high = load.points[:, :2].min(axis=0), load.points[:, :2].max(axis=0)
    least, most = np.minimum(np.array(ground[:2]) - low, 0.0), np.maximum(np.array(ground[2:]) - high, 0.0)
    return replace(load, floor=(least, most))


def _standing(actors: list[Actor], placements: list[Placement], loads: list[Load]) -> list[np.ndarray]:
    """Outlines of what stays where it is, but for what bears a load."""
    there = {p.item: p for p in placements}
    moved = {id for load in loads for id in load.items}
    bears = {host for load in loads for host in _pile(load.mover, there)}
    return [a.outline() for a in actors if a.id not in moved | bears and not a.item.implied]


def _clear(shot: lens.Shot, load: Load, move: np.ndarray, standing: Sequence[np.ndarray]) -> np.ndarray:
    """The move, or one to another part of the box where the load neither hides nor is hidden by what stays, nor stands in it: the nearest to the middle."""
    if load.hung or not standing or _meets(shot, load.points + move, standing) < FREE:
        return move
    low, high = _seen(shot, load.points + move)
    room = np.maximum(np.array([load.box[2] - load.box[0], load.box[3] - load.box[1]]) - (high - low), 0) / 2
    middle = np.array([load.box[0] + load.box[2], load.box[1] + load.box[3]]) / 2
    aims = [middle + room * (x, y) for x in ACROSS for y in ACROSS]
    tries = [move, *(_slid(shot, replace(load, box=(x, y, x, y))) for x, y in aims)]

    def cost(move: np.ndarray) -> float:
        (low, high), box = _seen(shot, load.points + move), load.box
        out = max(box[0] - low[0], box[1] - low[1], high[0] - box[2], high[1] - box[3], 0.0)
        return _meets(shot, load.points + move, standing) + AWAY * float(np.hypot(*((low + high) / 2 - middle))) + CUT * out

    return min(tries, key=cost)


def _meets(shot: lens.Shot, points: np.ndarray, standing: Sequence[np.ndarray]) -> float:
    """How far something hides what stands there, or is hidden, or stands in it."""
    seen, ground = _seen(shot, points), (points[:, :2].min(axis=0), points[:, :2].max(axis=0))
    return sum(
        HIDDEN * _lap(seen, _seen(shot, other)) + CUT * _lap(ground, (other[:, :2].min(axis=0), other[:, :2].max(axis=0))) for other in standing
    )


def _slid(shot: lens.Shot, load: Load) -> np.ndarray:
    """The move (3,) over the ground, or across the wall, that brings the middle of a load to the middle of its box, or as near to it as its plane reaches."""
    left, down, right, up = load.box
    aim, move = np.array([left + right, down + up]) / 2, np.zeros(3)
    best, least = move, np.inf
    for _ in range(ROUNDS):
        points = load.points + move
        low, high = _seen(shot, points)
        middle = points.mean(axis=0)
        at = shot.project(middle[None])[0, :2] if low[0] > -9 else np.zeros(2)
        off = aim - (low + high) / 2 if low[0] > -9 else aim
        if low[0] > -9 and (error := float(np.hypot(*off))) < least:
            best, least = move, error
        move = move + STEP * (_onto(shot, middle, at + off, load.hung) - middle)
        if load.top is not None:
            move[:2] = np.clip(move[:2], *load.top)
        if load.floor is not None:
            move[:2] = np.clip(move[:2], *load.floor)
    return best


def _onto(shot: lens.Shot, middle: np.ndarray, at: np.ndarray, hung: bool) -> np.ndarray:
    """Where a ray through a point of the frame meets the level (of what hangs, the upright plane) of a point, no nearer and no farther than things may be."""
    right, up, forward = shot.axes()
    wide, high = np.tan(np.radians(shot.fov_x / 2)), np.tan(np.radians(shot.fov_y / 2))
    sx, sy = lens.shifted(shot)
    ray = forward + right * (at[0] + sx) * wide + up * (at[1] + sy) * high
    eye, axis = np.asarray(shot.eye, dtype=float), 1 if hung else 2
    distance = float(np.linalg.norm(np.subtract(shot.target, shot.eye)))
    t = (middle[axis] - eye[axis]) / ray[axis] if abs(ray[axis]) > 1e-9 else np.inf
    t = float(np.clip(t if t > 0 else np.inf, NEAREST * distance, FARTHEST * distance))
    to = eye + ray * t
    to[axis] = middle[axis]
    return to


# ── what is told no box ──


def _beside(shot: lens.Shot, loose: list[Load], placed: list[tuple[Load, np.ndarray]]) -> dict[str, np.ndarray]:
    """Moves of what has no box: to where it neither hides nor is hidden, near the middle of the frame."""
    moves: dict[str, np.ndarray] = {}
    for load in sorted(loose, key=lambda one: -float(np.ptp(one.points, axis=0).max())):
        tries = [replace(load, box=(x, y, x, y)) for x in np.linspace(-0.75, 0.75, 11) for y in np.linspace(-0.6, 0.6, 7)]
        moves[load.mover] = min((_slid(shot, one) for one in tries), key=lambda move, load=load, placed=placed: _cost(shot, load.points + move, placed))
        placed = [*placed, (load, moves[load.mover])]
    return moves


def _cost(shot: lens.Shot, points: np.ndarray, placed: list[tuple[Load, np.ndarray]]) -> float:
    low, high = _seen(shot, points)
    cost = AWAY * float(np.hypot(*(low + high))) / 2 + CUT * float(max(np.max(-0.97 - low), np.max(high - 0.97), 0.0))
    ground = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    for other, move in placed:
        there = other.points + move
        share = _lap((low, high), _seen(shot, there))
        cost += HIDDEN * share + CUT * _lap(ground, (there[:, :2].min(axis=0), there[:, :2].max(axis=0)))
    return cost


def _lap(one: tuple[np.ndarray, np.ndarray], other: tuple[np.ndarray, np.ndarray]) -> float:
    """Of the smaller of two rectangles, the share that the other covers."""
    both = np.minimum(one[1], other[1]) - np.maximum(one[0], other[0])
    least = min(float(np.prod(one[1] - one[0])), float(np.prod(other[1] - other[0])))
    return float(np.prod(both)) / max(least, 1e-9) if (both > 0).all() else 0.0
