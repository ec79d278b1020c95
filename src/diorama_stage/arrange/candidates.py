# SPDX-License-Identifier: GPL-3.0-or-later
"""Places to try for one more thing on the ground: near what it is related to, or near the group. Pure."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.arrange.data import Constraint, Ground, Item
from diorama_stage.arrange.raised import is_post
from diorama_stage.arrange.score import LONG, PEEPS, Body, in_one_row, lies_along, rooted
from diorama_stage.arrange.turn import turn

MIRRORED = {"left_of": "right_of", "right_of": "left_of", "behind": "in_front_of", "in_front_of": "behind", "beside": "beside", "near": "near", "with": "with"}
"""Of one thing to another, what the other is to the first."""


def _mirrored(item: Item, ties: list[Constraint], bodies: dict[str, Body]) -> list[Constraint]:
    """The relations of what stands already to a thing, told of the thing: a crate that a bicycle at the wall is beside is beside the bicycle."""
    return [Constraint(item.id, MIRRORED[t.kind], (t.item,)) for t in ties if item.id in t.objects and t.item in bodies and t.kind in MIRRORED]


def _held_to_wall(ties: list[Constraint]) -> set[str]:
    """What leans on or hangs at the wall: it is there whatever else it is told to be by."""
    return {t.item for t in ties if t.kind in ("leaning_on", "against", "hanging_from", "on") and "wall" in t.objects}


WAYS = {"left_of": 180, "right_of": 0, "back_left": 145, "back_right": 35, "behind": 90, "in_front_of": 270}
"""Degrees from one thing to what is so to it, from the right over the back."""
PEGGED = 0.12
"""Between what stands below and what hangs on the wall above it, as a share of the height of what hangs."""
POST = 0.35
"""Of a post's half width, where its foot ends."""
ASLANT, ROD = 52.0, 1.7
"""Degrees that what is long and lies beside something no longer is turned from across the picture, so that the rest is not small; how long, in widths."""
LOOKING_OUT = 0.5
"""Of half its depth, how far within the near edge of furniture that it is under the middle of a thing is."""
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


def candidate(item: Item, bodies: dict[str, Body], ties: list[Constraint], ground: Ground, rng: random.Random, scale: float, k: int, reach: float) -> Body:
    """A place to try: near what it is related to, or near the group."""
    walled = any(t.item == item.id and t.kind in ("leaning_on", "against", "hanging_from", "on") and "wall" in t.objects for t in ties)
    own = Body(item, 0.0, 0.0, 0, 0.0 if walled else turn(item, rng, ground), reach=reach)
    wall = ground.wall_y - item.half_y * 1.05 - 0.01 if walled and ground.wall_y is not None else None
    mine = [t for t in ties if t.item == item.id and t.objects[0] in bodies] or _mirrored(item, ties, bodies)
    mine = [t for t in mine if t.kind == "above"] or mine  # what hangs over something is there, also where it is told to be beside another
    if not mine:
        return _in_the_group(own, bodies, ground, rng, k, wall)
    tie = mine[k % len(mine)]
    near = bodies[tie.objects[0]]
    if tie.kind == "between" and len(tie.objects) > 1 and tie.objects[1] in bodies:
        other = bodies[tie.objects[1]]
        x, y = (near.x + other.x) / 2, (near.y + other.y) / 2
        raised = max(min(HUNG, HUNG_SHARE * min(near.reach, other.reach)) - item.hang, 0.0) if Tag.PAGE in thing(item.kind).tags and item.hang else own.z
        return replace(own, x=x + rng.gauss(0, 0.05 * scale), y=y + rng.gauss(0, 0.05 * scale), z=raised)
    if tie.kind == "above":
        burns = Tag.COOKED_OVER in thing(near.item.kind).tags and item.height < near.reach
        gap = IN_FLAMES * near.reach if burns else 0.35 * (near.reach + item.height) if not walled else PEGGED * item.height
        aside, along, up = _strung_out(item, near, ties, tie, rng)
        return replace(own, x=near.x + aside, y=(near.y if wall is None else wall) + (0.0 if walled else along), z=near.reach + gap + up)
    if tie.kind in ("under", "covering"):
        return _beneath(own, near, bodies, tie, rng, k)
    if tie.kind in ("leaning_on", "against"):
        return replace(own, x=near.x + rng.uniform(-0.5, 0.5) * near.half_x, y=near.y - near.half_y - item.half_y * 1.02, yaw=0.0)
    return _at_its_side(own, near, tie, rng, k)


HUNG, HUNG_SHARE = 2.6, 0.75
"""Metres: how high a banner's cords are tied between two trees; of what is lower, that share of its height."""


def _beneath(own: Body, near: Body, bodies: dict[str, Body], tie: Constraint, rng: random.Random, k: int) -> Body:
    """A body under another: at the foot of what stands on a slender one, before the trunk of a tree, below the rest."""
    item = own.item
    if tie.kind == "under" and is_post(near.item, item):
        way = 1 if k % 2 else -1
        apart = near.half_x * POST + max(item.half_x, item.half_y) * (1.05 + 0.5 * rng.random())
        return replace(own, x=near.x + way * apart, y=near.y - rng.uniform(0, 0.5) * near.half_y)
    if tie.kind == "under" and thing(near.item.kind).category == "furniture":  # in the light at its edge, and not in the dark behind a valance
        out = max(near.half_y - LOOKING_OUT * item.half_y, 0.0)
        return replace(own, x=near.x + rng.uniform(-0.5, 0.5) * near.half_x, y=near.y - out * rng.uniform(0.93, 1.0))
    if tie.kind == "under" and k % 2:  # at the foot of a tree, before its trunk
        aside, before = min(0.5 * near.half_x, max(item.half_x, item.half_y) + FOOT), rng.uniform(0.0, 0.25) * near.half_y
        return replace(own, x=near.x + rng.uniform(-1, 1) * aside, y=near.y - min(item.half_y + FOOT, 0.6 * near.half_y) - before)
    aside = rng.uniform(-0.75, 0.75) if k and any(b.item.subject == item.subject for b in bodies.values()) else rng.gauss(0, 0.1)
    return replace(own, x=near.x + aside * near.half_x, y=near.y + rng.gauss(0, 0.15) * near.half_y)


def _at_its_side(own: Body, near: Body, tie: Constraint, rng: random.Random, k: int) -> Body:
    """A body left or right of another, behind or before it, near it or facing it."""
    item, yaw = own.item, own.yaw
    sides = (FORE, 180 - FORE) if item.labelled else (0, 180)
    if lies_along(item, near.item):
        sides = (235, 270, 305) if _is_rod(item) else (*sides, 235, 270, 305)  # what is to be read stands a little before what it is beside
    angle = rng.choice(sides) if tie.kind in ("beside", "facing") else rng.uniform(0, 360)
    angle = WAYS.get(tie.kind, angle)
    back, front = (item, near.item) if tie.kind == "behind" else (near.item, item)
    if tie.kind in ("behind", "in_front_of") and k % 2 and back.height < PEEPS * front.height:
        return _past_the_end(near, own, 1 if tie.kind == "behind" else -1, rng)
    a = np.radians(angle + rng.gauss(0, 14))
    if tie.kind in ("left_of", "right_of") and _is_rod(item) and item.half_x > 0.6 * near.half_x:
        yaw += ASLANT if tie.kind == "left_of" else -ASLANT
    return _next_to(near, replace(own, yaw=yaw), a, rng)


def _in_the_group(own: Body, bodies: dict[str, Body], ground: Ground, rng: random.Random, k: int, wall: float | None) -> Body:
    """A body of which nothing is said, or only that it is at the wall (`wall`: where that puts it), near the others."""
    item = own.item
    if not bodies:
        return own if wall is None else replace(own, y=wall)
    fellows = [b for b in bodies.values() if in_one_row(item, b.item)]
    if fellows and wall is None:
        return _at_the_end(own, fellows, k, rng)
    if k % 2 and wall is None and not item.row:
        return _next_to(bodies[rng.choice(sorted(bodies))], own, rng.uniform(0, 2 * np.pi), rng)
    widest = max(b.half_x for b in bodies.values())
    centre = float(np.mean([b.x for b in bodies.values()]))
    if k % 4 == 2 and wall is None and not ground.overhead and item.half_x > LONG * widest:
        return _behind_all(own, bodies, centre, rng)
    spread = sum(b.half_x for b in bodies.values()) + item.half_x + 0.4 * widest
    x = centre + rng.uniform(-1.5, 1.5) * spread
    depth = spread * (1.2 / ground.aspect if ground.overhead else 0.55)
    middle = float(np.mean([b.y for b in bodies.values()]))
    return replace(own, x=x, y=middle + rng.uniform(-1, 1) * depth if wall is None else wall)


def at_wall(body: Body, ties: list[Constraint], ground: Ground) -> Body:
    """What hangs or leans on a wall is there, also where it is told to be behind something."""
    if ground.wall_y is None or body.item.id not in _held_to_wall(ties):
        return body
    return replace(body, y=ground.wall_y - body.item.half_y * 1.05 - 0.01, yaw=0.0)


ROW_GAP = 0.05, 0.3
"""Between things of a row, as factors of half the smaller one's width."""
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


def _past_the_end(near: Body, own: Body, rear: int, rng: random.Random) -> Body:
    """A body behind another that would hide it (`rear` 1), or before one that it would hide (-1): at one of its ends, past it more or less."""
    way, gap = rng.choice((-1, 1)), rng.uniform(0.2, 0.6) * min(own.half_y, near.half_y)
    return replace(own, x=near.x + way * (near.half_x + rng.uniform(0.2, 0.9) * own.half_x), y=near.y + rear * (near.half_y + own.half_y + gap))


APART = 0.8
"""Most that two things which belong together stand apart, as a factor of half the smaller one's length."""


def _next_to(near: Body, own: Body, way: float, rng: random.Random) -> Body:
    """A body beside another, `way` (radians) from it: apart by a gap in proportion to the smaller of the two."""
    spot, near, own = own, rooted(near, own), rooted(own, near)
    gap = rng.random() * APART * min(max(own.half_x, own.half_y), max(near.half_x, near.half_y))
    x, y = (half + other + gap for half, other in ((near.half_x, own.half_x), (near.half_y, own.half_y)))
    spare = 1 + (SPARE - 1) * abs(float(np.sin(2 * way)))
    return replace(spot, x=near.x + float(np.cos(way)) * x * spare, y=near.y + float(np.sin(way)) * y * spare)


SPARE = 1.12
"""Of round things that stand aslant of one another: how much further apart than along an axis they stand."""
